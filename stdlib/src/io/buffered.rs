//! `BufferedReader`, `BufferedWriter`, `BufferedRandom`: fewer and larger calls of a raw stream.
//!
//! ```text
//!   what was read ahead:   | given out ... ^pos ... not yet |      what waits to be written: | pending |
//! ```
//!
//! At most one of the two holds something: a write gives back what was read ahead, a read writes what waits.

use super::base::{
    self, DICT_OFFSET, IoBase, WEAK_OFFSET, bytes_argument, fill_buffer, is_closed, size_argument, unsupported,
};
use super::raw;
use gc::{ObjRef, Payload, PlainCell, Ref, Slot};
use runtime::error::{Exc, PyResult};
use runtime::native::{Args, Fun, GetSet, Method, TypeSpec};
use runtime::slots::{NewFn, SlotDefs};
use runtime::vm::Vm;
use std::cell::Cell;

/// What a stream is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Reader,
    Writer,
    Random,
}

/// The bytes in between.
#[derive(Default)]
pub struct Buffer {
    ahead: Vec<u8>,
    pos: usize,
    pending: Vec<u8>,
    size: usize,
}

impl Buffer {
    fn unread(&self) -> usize {
        self.ahead.len() - self.pos
    }

    /// Takes at most `count` bytes of what was read ahead.
    fn take(&mut self, count: usize) -> &[u8] {
        let end = self.ahead.len().min(self.pos + count);
        let start = std::mem::replace(&mut self.pos, end);
        &self.ahead[start..end]
    }
}

gc::payload! {
    /// A buffered stream.
    pub struct Buffered: gc extends IoBase {
        base: IoBase,
        raw: Slot,
        kind: Cell<Kind>,
        buffer: PlainCell<Box<Buffer>>,
    }
}

/// Rows of all three types, and more.
macro_rules! rows {
    ($($more:expr),* $(,)?) => {
        &[
            Method::new("detach(self, /)", Fun::None(detach)),
            Method::new("flush(self, /)", Fun::None(flush_method)),
            Method::new("close(self, /)", Fun::None(close)),
            Method::new("seek(self, target, whence=0, /)", Fun::Pos(1, 2, seek_method)),
            Method::new("tell(self, /)", Fun::None(|vm, this| Ok(vm.int(tell(vm, this)?)))),
            Method::new("truncate(self, pos=None, /)", Fun::Pos(0, 1, truncate)),
            Method::new("seekable(self, /)", Fun::None(|vm, this| ask(vm, this, "seekable"))),
            Method::new("fileno(self, /)", Fun::None(|vm, this| ask(vm, this, "fileno"))),
            Method::new("isatty(self, /)", Fun::None(|vm, this| ask(vm, this, "isatty"))),
            Method::new("_dealloc_warn(self, source, /)", Fun::One(|vm, _, _| Ok(vm.none()))),
            $($more),*
        ]
    };
}

/// Rows of the types that can be read.
macro_rules! reading {
    ($($more:expr),* $(,)?) => {
        rows![
            Method::new("read(self, size=-1, /)", Fun::Pos(0, 1, read_method)),
            Method::new("read1(self, size=-1, /)", Fun::Pos(0, 1, read1_method)),
            Method::new("readinto(self, buffer, /)", Fun::One(readinto)),
            Method::new("readinto1(self, buffer, /)", Fun::One(readinto1)),
            Method::new("readline(self, size=-1, /)", Fun::Pos(0, 1, readline_method)),
            Method::new("peek(self, size=0, /)", Fun::Pos(0, 1, peek)),
            Method::new("readable(self, /)", Fun::None(|vm, this| ask(vm, this, "readable"))),
            $($more),*
        ]
    };
}

const fn spec(name: &'static str, new: NewFn, methods: &'static [Method], reads: bool) -> TypeSpec {
    TypeSpec {
        base: Some(&base::BUFFERED),
        dict_offset: DICT_OFFSET,
        weaklist_offset: WEAK_OFFSET,
        slots: SlotDefs {
            new: Some(new),
            init: Some(init),
            repr: Some(repr),
            next: if reads { Some(next) } else { None },
            ..SlotDefs::NONE
        },
        methods,
        getset: GETSET,
        ..TypeSpec::new(name, Buffered::layout)
    }
}

const GETSET: &[GetSet] = &[
    GetSet { name: "closed", get: |vm, this| Ok(vm.bool(closed(vm, this)?)), set: None },
    GetSet { name: "name", get: |vm, this| vm.get_attr(&raw_of(vm, this)?, &vm.names.name), set: None },
    GetSet { name: "mode", get: |vm, this| vm.get_attr(&raw_of(vm, this)?, &vm.names.mode), set: None },
    GetSet { name: "raw", get: |vm, this| Ok(of(this).raw.get().unwrap_or_else(|| vm.none())), set: None },
];

pub static READER: TypeSpec =
    spec("_io.BufferedReader", |vm, class, _| Ok(make(vm, class, Kind::Reader)), reading![], true);
pub static WRITER: TypeSpec = spec(
    "_io.BufferedWriter",
    |vm, class, _| Ok(make(vm, class, Kind::Writer)),
    rows![
        Method::new("write(self, buffer, /)", Fun::One(write_method)),
        Method::new("writable(self, /)", Fun::None(|vm, this| ask(vm, this, "writable"))),
    ],
    false,
);
pub static RANDOM: TypeSpec = spec(
    "_io.BufferedRandom",
    |vm, class, _| Ok(make(vm, class, Kind::Random)),
    reading![
        Method::new("write(self, buffer, /)", Fun::One(write_method)),
        Method::new("writable(self, /)", Fun::None(|vm, this| ask(vm, this, "writable"))),
    ],
    true,
);

fn of(this: &ObjRef) -> &Ref<Buffered> {
    this.to::<Buffered>()
}

/// The raw stream.
pub fn raw_of(vm: &Vm, this: &ObjRef) -> PyResult {
    of(this).raw.get().ok_or_else(|| vm.value_error("raw stream has been detached"))
}

// ---- construction

fn make(vm: &Vm, class: &ObjRef, kind: Kind) -> ObjRef {
    let value = Buffered {
        base: IoBase::new(),
        raw: Slot::empty(),
        kind: Cell::new(kind),
        buffer: PlainCell::new(Box::default()),
    };
    super::base::stream(vm, class, value)
}

/// A stream of this kind around `raw`.
pub fn around(vm: &Vm, kind: Kind, raw: &ObjRef, size: usize) -> PyResult {
    let spec = match kind {
        Kind::Reader => &READER,
        Kind::Writer => &WRITER,
        Kind::Random => &RANDOM,
    };
    let this = make(vm, &vm.native_type(spec), kind);
    attach(vm, &this, raw, size)?;
    Ok(this)
}

fn attach(vm: &Vm, this: &ObjRef, stream: &ObjRef, size: usize) -> PyResult<()> {
    let checks: &[&str] = match of(this).kind.get() {
        Kind::Reader => &["readable"],
        Kind::Writer => &["writable"],
        Kind::Random => &["seekable", "readable", "writable"],
    };
    for check in checks {
        if !raw::is_native(vm, stream) || *check == "seekable" {
            let answer = vm.call_method_str(stream, check, &[])?;
            if !vm.truth(&answer)? {
                return Err(unsupported(vm, &format!("File or stream is not {check}.")));
            }
        } else if !raw::may(stream, check) {
            return Err(unsupported(vm, &format!("File or stream is not {check}.")));
        }
    }
    of(this).raw.set(stream.clone());
    **of(this).buffer.borrow_mut() = Buffer { size, ..Buffer::default() };
    Ok(())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let (mut stream, mut size) = (args.positional().first(), args.positional().get(1));
    for (name, value) in args.keywords() {
        match &*vm.lossy(name) {
            "raw" => stream = Some(value),
            "buffer_size" => size = Some(value),
            other => return Err(vm.type_error(format!("'{other}' is an invalid keyword argument for this function"))),
        }
    }
    let Some(stream) = stream else {
        let name = vm.qualname_of_type(this.ty_ref());
        return Err(vm.type_error(format!("{name}() missing required argument 'raw' (pos 1)")));
    };
    let size = size.map_or(Ok(super::BUFFER as isize), |size| vm.to_index(size))?;
    match usize::try_from(size) {
        Ok(size @ 1..) => attach(vm, this, stream, size),
        _ => Err(vm.value_error("buffer size must be strictly positive")),
    }
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let class = vm.name_of_type(this.ty_ref());
    let Some(_guard) = vm.repr_enter(this) else {
        return Err(vm.runtime_error(format!("reentrant call inside {class}.__repr__")));
    };
    match vm.get_attr(this, &vm.names.name) {
        Ok(name) => Ok(vm.str(format!("<{class} name={}>", vm.repr_text(&name)?))),
        Err(raised) if raised.matches(vm, Exc::AttributeError) || raised.matches(vm, Exc::ValueError) => {
            Ok(vm.str(format!("<{class}>")))
        }
        Err(raised) => Err(raised),
    }
}

// ---- state

/// Whether the raw stream is closed.
pub fn is_shut(vm: &Vm, this: &ObjRef) -> PyResult<bool> {
    closed(vm, this)
}

fn closed(vm: &Vm, this: &ObjRef) -> PyResult<bool> {
    let stream = raw_of(vm, this)?;
    if raw::is_native(vm, &stream) { Ok(super::fileio::number(&stream).is_none()) } else { is_closed(vm, &stream) }
}

/// The raw stream, or `read of closed file`.
fn open_raw(vm: &Vm, this: &ObjRef, what: &str) -> PyResult {
    let stream = raw_of(vm, this)?;
    if closed(vm, this)? { Err(vm.value_error(format!("{what} closed file"))) } else { Ok(stream) }
}

fn ask(vm: &Vm, this: &ObjRef, method: &str) -> PyResult {
    vm.call_method_str(&raw_of(vm, this)?, method, &[])
}

fn detach(vm: &Vm, this: &ObjRef) -> PyResult {
    raw_of(vm, this)?;
    vm.call_method(this, &vm.names.flush, &[])?;
    of(this).raw.take().ok_or_else(|| vm.value_error("raw stream has been detached"))
}

// ---- reading

/// Gives what waits to the raw stream before something is read.
fn before_reading(vm: &Vm, this: &ObjRef) -> PyResult<()> {
    if of(this).buffer.borrow().pending.is_empty() { Ok(()) } else { write_pending(vm, this) }
}

/// Reads ahead once; false at the end (or if nothing is there yet).
fn fill(vm: &Vm, this: &ObjRef, stream: &ObjRef) -> PyResult<bool> {
    let size = of(this).buffer.borrow().size;
    let mut fresh = std::mem::take(&mut of(this).buffer.borrow_mut().ahead);
    fresh.resize(size, 0);
    let read = raw::read(vm, stream, &mut fresh);
    let count = read.as_ref().map_or(0, |count| count.unwrap_or(0));
    fresh.truncate(count);
    let mut buffer = of(this).buffer.borrow_mut();
    (buffer.ahead, buffer.pos) = (fresh, 0);
    read.map(|_| count > 0)
}

/// Reads `count` bytes, fewer only at the end.
fn read_exactly(vm: &Vm, this: &ObjRef, count: usize) -> PyResult<Option<Vec<u8>>> {
    let stream = open_raw(vm, this, "read of")?;
    before_reading(vm, this)?;
    let mut out = of(this).buffer.borrow_mut().take(count).to_vec();
    while out.len() < count {
        let wanted = count - out.len();
        if wanted >= of(this).buffer.borrow().size {
            let mut piece = Vec::new();
            vm.reserve(&mut piece, wanted)?;
            piece.resize(wanted, 0);
            match raw::read(vm, &stream, &mut piece)? {
                None if out.is_empty() => return Ok(None),
                None | Some(0) => break,
                Some(got) => out.extend_from_slice(&piece[..got]),
            }
        } else if fill(vm, this, &stream)? {
            out.extend_from_slice(of(this).buffer.borrow_mut().take(wanted));
        } else {
            break;
        }
    }
    Ok(Some(out))
}

/// Reads to the end.
pub fn read_all(vm: &Vm, this: &ObjRef) -> PyResult<Option<Vec<u8>>> {
    let stream = open_raw(vm, this, "read of")?;
    before_reading(vm, this)?;
    let mut out = of(this).buffer.borrow_mut().take(usize::MAX / 2).to_vec();
    match raw::read_all(vm, &stream)? {
        None if out.is_empty() => return Ok(None),
        None => {}
        Some(rest) if out.is_empty() => out = rest,
        Some(rest) => out.extend_from_slice(&rest),
    }
    Ok(Some(out))
}

/// What is there, at most `count` bytes, with at most one call of the raw stream.
pub fn read1(vm: &Vm, this: &ObjRef, count: Option<usize>) -> PyResult<Vec<u8>> {
    let stream = open_raw(vm, this, "read of")?;
    before_reading(vm, this)?;
    let count = count.unwrap_or_else(|| of(this).buffer.borrow().size);
    if of(this).buffer.borrow().unread() == 0 && (count == 0 || !fill(vm, this, &stream)?) {
        return Ok(Vec::new());
    }
    Ok(of(this).buffer.borrow_mut().take(count).to_vec())
}

fn read_method(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let size = match args.first() {
        Some(size) if !vm.is_none(size) && vm.is_index(size) && vm.to_index(size)? < -1 => {
            return Err(vm.value_error("read length must be non-negative or -1"));
        }
        size => size_argument(vm, size)?,
    };
    let bytes = match size {
        Some(size) => read_exactly(vm, this, size)?,
        None => read_all(vm, this)?,
    };
    Ok(bytes.map_or_else(|| vm.none(), |bytes| vm.bytes(&bytes)))
}

fn read1_method(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let size = size_argument(vm, args.first())?;
    Ok(vm.bytes(&read1(vm, this, size)?))
}

/// Room in the buffer that is to be filled.
fn room(vm: &Vm, this: &ObjRef, target: &ObjRef, function: &str) -> PyResult<usize> {
    // Nothing is read for a target that cannot take it.
    fill_buffer(vm, target, &[], function)?;
    open_raw(vm, this, &format!("{function} of"))?;
    vm.len(target)
}

fn readinto(vm: &Vm, this: &ObjRef, target: &ObjRef) -> PyResult {
    let bytes = read_exactly(vm, this, room(vm, this, target, "readinto")?)?;
    let Some(bytes) = bytes else { return Ok(vm.none()) };
    fill_buffer(vm, target, &bytes, "readinto")?;
    Ok(vm.int_exact(bytes.len() as i64))
}

fn readinto1(vm: &Vm, this: &ObjRef, target: &ObjRef) -> PyResult {
    let bytes = read1(vm, this, Some(room(vm, this, target, "readinto1")?))?;
    fill_buffer(vm, target, &bytes, "readinto1")?;
    Ok(vm.int_exact(bytes.len() as i64))
}

fn peek(vm: &Vm, this: &ObjRef, _: &[ObjRef]) -> PyResult {
    let stream = open_raw(vm, this, "peek of")?;
    before_reading(vm, this)?;
    if of(this).buffer.borrow().unread() == 0 {
        fill(vm, this, &stream)?;
    }
    let buffer = of(this).buffer.borrow();
    Ok(vm.bytes(&buffer.ahead[buffer.pos..]))
}

fn readline(vm: &Vm, this: &ObjRef, limit: Option<usize>) -> PyResult<Vec<u8>> {
    let stream = open_raw(vm, this, "readline of")?;
    before_reading(vm, this)?;
    let mut line = Vec::new();
    loop {
        let done = {
            let mut buffer = of(this).buffer.borrow_mut();
            let room = limit.map_or(usize::MAX / 2, |limit| limit - line.len());
            let rest = &buffer.ahead[buffer.pos..];
            let end = rest.iter().take(room).position(|b| *b == b'\n').map(|at| at + 1);
            line.extend_from_slice(buffer.take(end.unwrap_or(room)));
            end.is_some() || limit.is_some_and(|limit| line.len() >= limit)
        };
        if done || !fill(vm, this, &stream)? {
            return Ok(line);
        }
    }
}

fn readline_method(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let limit = size_argument(vm, args.first())?;
    Ok(vm.bytes(&readline(vm, this, limit)?))
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    // A subclass may have its own idea of a line.
    if !this.ty_ref().is(&vm.native_type(&READER)) && !this.ty_ref().is(&vm.native_type(&RANDOM)) {
        let line = vm.call_method(this, &vm.names.readline, &[])?;
        return Ok(if vm.len(&line)? == 0 { None } else { Some(line) });
    }
    let line = readline(vm, this, None)?;
    Ok(if line.is_empty() { None } else { Some(vm.bytes(&line)) })
}

// ---- writing

/// Gives back what was read ahead, so that the raw position is the one the program sees.
fn drop_ahead(vm: &Vm, this: &ObjRef) -> PyResult<()> {
    let unread = {
        let mut buffer = of(this).buffer.borrow_mut();
        let unread = buffer.unread();
        buffer.ahead.clear();
        buffer.pos = 0;
        unread
    };
    if unread > 0 {
        raw::seek(vm, &raw_of(vm, this)?, -(unread as i64), 1)?;
    }
    Ok(())
}

/// Writes what waits; what could not be written goes on waiting.
fn write_pending(vm: &Vm, this: &ObjRef) -> PyResult<()> {
    let stream = raw_of(vm, this)?;
    let waiting = std::mem::take(&mut of(this).buffer.borrow_mut().pending);
    let (written, outcome) = raw::write_all(vm, &stream, &waiting);
    if written < waiting.len() {
        let mut buffer = of(this).buffer.borrow_mut();
        let later = std::mem::replace(&mut buffer.pending, waiting[written..].to_vec());
        buffer.pending.extend_from_slice(&later);
    }
    outcome
}

/// Writes through the buffer.
pub fn write(vm: &Vm, this: &ObjRef, bytes: &[u8]) -> PyResult<()> {
    let stream = open_raw(vm, this, "write to")?;
    if of(this).buffer.borrow().unread() > 0 {
        drop_ahead(vm, this)?;
    }
    let (waiting, size) = {
        let buffer = of(this).buffer.borrow();
        (buffer.pending.len(), buffer.size)
    };
    if waiting + bytes.len() <= size {
        of(this).buffer.borrow_mut().pending.extend_from_slice(bytes);
        return Ok(());
    }
    write_pending(vm, this)?;
    if bytes.len() < size {
        of(this).buffer.borrow_mut().pending.extend_from_slice(bytes);
        return Ok(());
    }
    raw::write_all(vm, &stream, bytes).1
}

fn write_method(vm: &Vm, this: &ObjRef, data: &ObjRef) -> PyResult {
    let bytes = bytes_argument(vm, data)?;
    write(vm, this, &bytes)?;
    Ok(vm.int_exact(bytes.len() as i64))
}

/// Writes what waits; a stream for reading and writing also takes its position back.
pub fn flush(vm: &Vm, this: &ObjRef) -> PyResult<()> {
    open_raw(vm, this, "flush of")?;
    write_pending(vm, this)?;
    if of(this).kind.get() == Kind::Random { drop_ahead(vm, this) } else { Ok(()) }
}

fn flush_method(vm: &Vm, this: &ObjRef) -> PyResult {
    flush(vm, this)?;
    Ok(vm.none())
}

/// The raw stream is closed even if the last bytes cannot be written.
fn close(vm: &Vm, this: &ObjRef) -> PyResult {
    let stream = raw_of(vm, this)?;
    if closed(vm, this)? {
        return Ok(vm.none());
    }
    let flushed = vm.call_method(this, &vm.names.flush, &[]);
    let done = vm.call_method(&stream, &vm.names.close, &[]);
    **of(this).buffer.borrow_mut() = Default::default();
    flushed?;
    done
}

// ---- positions

/// The position that the program sees.
pub fn tell(vm: &Vm, this: &ObjRef) -> PyResult<i64> {
    let at = raw::tell(vm, &raw_of(vm, this)?)?;
    let buffer = of(this).buffer.borrow();
    Ok(at - buffer.unread() as i64 + buffer.pending.len() as i64)
}

/// Moves; within what was read ahead without a call of the raw stream.
pub fn seek(vm: &Vm, this: &ObjRef, offset: i64, whence: i64) -> PyResult<i64> {
    let stream = open_raw(vm, this, "seek of")?;
    if !(0..=2).contains(&whence) {
        return Err(vm.value_error(format!("whence value {whence} unsupported")));
    }
    let seekable = ask(vm, this, "seekable")?;
    if !vm.truth(&seekable)? {
        return Err(unsupported(vm, "File or stream is not seekable."));
    }
    write_pending(vm, this)?;
    if whence != 2 && of(this).buffer.borrow().unread() > 0 {
        let here = tell(vm, this)?;
        let goal = if whence == 0 { offset } else { here + offset };
        let mut buffer = of(this).buffer.borrow_mut();
        let place = buffer.pos as i64 + (goal - here);
        if (0..=buffer.ahead.len() as i64).contains(&place) {
            buffer.pos = place as usize;
            return Ok(goal);
        }
    }
    let offset = if whence == 1 { offset - of(this).buffer.borrow().unread() as i64 } else { offset };
    let at = raw::seek(vm, &stream, offset, whence)?;
    let mut buffer = of(this).buffer.borrow_mut();
    buffer.ahead.clear();
    buffer.pos = 0;
    Ok(at)
}

fn seek_method(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let whence = args.get(1).map_or(Ok(0), |whence| vm.to_i64(whence))?;
    Ok(vm.int(seek(vm, this, vm.to_i64(&args[0])?, whence)?))
}

fn truncate(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let stream = open_raw(vm, this, "truncate of")?;
    if of(this).kind.get() == Kind::Reader {
        return Err(unsupported(vm, "truncate"));
    }
    let size = match args.first() {
        Some(size) if !vm.is_none(size) => size.clone(),
        _ => vm.int(tell(vm, this)?),
    };
    write_pending(vm, this)?;
    drop_ahead(vm, this)?;
    vm.call_method_str(&stream, "truncate", &[size])
}

//! `_io._IOBase` and the three abstract types under it: what every stream can do in terms of a few operations,
//! which subclasses (also those written in Python) bring.

use gc::{Dict, ObjRef, Payload, Slot, Tuple, WeakList};
use runtime::error::{Exc, PyResult, Raised};
use runtime::native::{Args, Fun, GetSet, Method, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::RefCell;
use std::mem::offset_of;

gc::payload! {
    /// Attributes and weak references: what all streams start with.
    pub struct IoBase: gc { pub dict: Slot, pub weak: WeakList }
}

impl IoBase {
    pub fn new() -> IoBase {
        IoBase { dict: Slot::empty(), weak: WeakList::default() }
    }
}

/// Where the attributes are, for the types that extend this one.
pub const DICT_OFFSET: i32 = (gc::HEADER + offset_of!(IoBase, dict)) as i32;
pub const WEAK_OFFSET: i32 = (gc::HEADER + offset_of!(IoBase, weak)) as i32;

pub static SPEC: TypeSpec = TypeSpec {
    dict_offset: DICT_OFFSET,
    weaklist_offset: WEAK_OFFSET,
    slots: SlotDefs { new: Some(new), iter: Some(iter), next: Some(next), finalize: Some(finalize), ..SlotDefs::NONE },
    methods: METHODS,
    getset: &[
        GetSet { name: "closed", get: |vm, this| Ok(vm.bool(marked_closed(vm, this))), set: None },
        GetSet { name: "__dict__", get: attributes, set: None },
    ],
    ..TypeSpec::new("_io._IOBase", IoBase::layout)
};

const fn derived(name: &'static str, methods: &'static [Method]) -> TypeSpec {
    TypeSpec { base: Some(&SPEC), methods, ..TypeSpec::new(name, IoBase::layout) }
}

pub static RAW: TypeSpec = derived("_io._RawIOBase", RAW_METHODS);
pub static BUFFERED: TypeSpec = derived("_io._BufferedIOBase", BUFFERED_METHODS);
pub static TEXT: TypeSpec = TypeSpec {
    getset: &[
        GetSet { name: "encoding", get: |vm, _| Ok(vm.none()), set: None },
        GetSet { name: "newlines", get: |vm, _| Ok(vm.none()), set: None },
        GetSet { name: "errors", get: |vm, _| Ok(vm.none()), set: None },
    ],
    ..derived("_io._TextIOBase", TEXT_METHODS)
};

const METHODS: &[Method] = &[
    Method::new("seek(self, /, *args)", Fun::Raw(|vm, _, _| Err(unsupported(vm, "seek")))),
    Method::new("tell(self, /)", Fun::None(|vm, this| vm.call_method_str(this, "seek", &[vm.int(0), vm.int(1)]))),
    Method::new("truncate(self, /, *args)", Fun::Raw(|vm, _, _| Err(unsupported(vm, "truncate")))),
    Method::new("flush(self, /)", Fun::None(flush)),
    Method::new("close(self, /)", Fun::None(close)),
    Method::new("seekable(self, /)", Fun::None(|vm, _| Ok(vm.bool(false)))),
    Method::new("readable(self, /)", Fun::None(|vm, _| Ok(vm.bool(false)))),
    Method::new("writable(self, /)", Fun::None(|vm, _| Ok(vm.bool(false)))),
    Method::new("_checkClosed(self, /)", Fun::None(|vm, this| check_closed(vm, this).map(|()| vm.none()))),
    Method::new("_checkSeekable(self, /)", Fun::None(|vm, this| check(vm, this, "seekable"))),
    Method::new("_checkReadable(self, /)", Fun::None(|vm, this| check(vm, this, "readable"))),
    Method::new("_checkWritable(self, /)", Fun::None(|vm, this| check(vm, this, "writable"))),
    Method::new("fileno(self, /)", Fun::None(|vm, _| Err(unsupported(vm, "fileno")))),
    Method::new("isatty(self, /)", Fun::None(|vm, this| check_closed(vm, this).map(|()| vm.bool(false)))),
    Method::new("__enter__(self, /)", Fun::None(|vm, this| check_closed(vm, this).map(|()| this.clone()))),
    Method::new("__exit__(self, /, *args)", Fun::Raw(|vm, this, _| vm.call_method(this, &vm.names.close, &[]))),
    Method::new("readline(self, size=-1, /)", Fun::Pos(0, 1, readline)),
    Method::new("readlines(self, hint=-1, /)", Fun::Pos(0, 1, readlines)),
    Method::new("writelines(self, lines, /)", Fun::One(writelines)),
];

const RAW_METHODS: &[Method] = &[
    Method::new("read(self, size=-1, /)", Fun::Pos(0, 1, raw_read)),
    Method::new("readall(self, /)", Fun::None(raw_readall)),
    Method::new("readinto(self, buffer, /)", Fun::One(|vm, _, _| Err(not_implemented(vm)))),
    Method::new("write(self, bytes, /)", Fun::One(|vm, _, _| Err(not_implemented(vm)))),
];

const BUFFERED_METHODS: &[Method] = &[
    Method::new("detach(self, /)", Fun::None(|vm, _| Err(unsupported(vm, "detach")))),
    Method::new("read(self, /, *args)", Fun::Raw(|vm, _, _| Err(unsupported(vm, "read")))),
    Method::new("read1(self, /, *args)", Fun::Raw(|vm, _, _| Err(unsupported(vm, "read1")))),
    Method::new("readinto(self, buffer, /)", Fun::One(|vm, this, buffer| read_into(vm, this, buffer, "read"))),
    Method::new("readinto1(self, buffer, /)", Fun::One(|vm, this, buffer| read_into(vm, this, buffer, "read1"))),
    Method::new("write(self, /, *args)", Fun::Raw(|vm, _, _| Err(unsupported(vm, "write")))),
];

const TEXT_METHODS: &[Method] = &[
    Method::new("detach(self, /)", Fun::None(|vm, _| Err(unsupported(vm, "detach")))),
    Method::new("read(self, /, *args)", Fun::Raw(|vm, _, _| Err(unsupported(vm, "read")))),
    Method::new("readline(self, /, *args)", Fun::Raw(|vm, _, _| Err(unsupported(vm, "readline")))),
    Method::new("write(self, /, *args)", Fun::Raw(|vm, _, _| Err(unsupported(vm, "write")))),
];

// ---- helpers for all streams

/// `io.UnsupportedOperation`, made when `_io` is.
#[derive(Default)]
pub struct Unsupported(pub RefCell<Option<ObjRef>>);

impl runtime::vm::Keeps for Unsupported {
    fn holds(&self, look: &mut dyn FnMut(&'static str, &ObjRef)) {
        self.0.borrow().iter().for_each(|class| look("io.UnsupportedOperation", class));
    }
}

/// `io.UnsupportedOperation: seek`
#[cold]
pub fn unsupported(vm: &Vm, what: &str) -> Raised {
    let class = vm.state::<Unsupported>().0.borrow().clone();
    vm.raise_type(class.as_ref().unwrap_or_else(|| vm.exception_type(Exc::OSError)), &[vm.str(what)])
}

#[cold]
fn not_implemented(vm: &Vm) -> Raised {
    vm.raise_type(vm.exception_type(Exc::NotImplementedError), &[])
}

/// `ValueError: I/O operation on closed file.`
#[cold]
pub fn closed_error(vm: &Vm) -> Raised {
    vm.value_error("I/O operation on closed file.")
}

/// Whether the stream says that it is closed.
pub fn is_closed(vm: &Vm, this: &ObjRef) -> PyResult<bool> {
    let closed = vm.get_attr(this, &vm.names.closed)?;
    vm.truth(&closed)
}

pub fn check_closed(vm: &Vm, this: &ObjRef) -> PyResult<()> {
    if is_closed(vm, this)? { Err(closed_error(vm)) } else { Ok(()) }
}

fn check(vm: &Vm, this: &ObjRef, what: &str) -> PyResult {
    let answer = vm.call_method_str(this, what, &[])?;
    if answer.is(&vm.true_) {
        return Ok(answer);
    }
    let text = match what {
        "seekable" => "File or stream is not seekable.",
        "readable" => "File or stream is not readable.",
        _ => "File or stream is not writable.",
    };
    Err(unsupported(vm, text))
}

/// The size of a line, where None is no answer.
pub fn line_argument(vm: &Vm, size: Option<&ObjRef>) -> PyResult<Option<usize>> {
    size.map_or(Ok(None), |size| Ok(usize::try_from(vm.to_index(size)?).ok()))
}

/// A size argument: None and negative numbers mean everything.
pub fn size_argument(vm: &Vm, size: Option<&ObjRef>) -> PyResult<Option<usize>> {
    match size {
        None => Ok(None),
        Some(size) if vm.is_none(size) => Ok(None),
        Some(size) if !vm.is_index(size) => {
            let kind = vm.type_name(size);
            Err(vm.type_error(format!("argument should be integer or None, not '{kind}'")))
        }
        Some(size) => Ok(usize::try_from(vm.to_index(size)?).ok()),
    }
}

/// Sets an attribute in the stream's own namespace.
pub fn set_own(vm: &Vm, this: &ObjRef, name: &str, value: &ObjRef) -> PyResult<()> {
    vm.dict_set(own_dict(vm, this).to::<Dict>(), &vm.intern(name), value)
}

fn own_dict(vm: &Vm, this: &ObjRef) -> ObjRef {
    let slot = &this.to::<IoBase>().dict;
    if slot.is_none() {
        slot.set(vm.dict().into_obj());
    }
    slot.get().unwrap_or_else(|| vm.none())
}

fn attributes(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(own_dict(vm, this))
}

const CLOSED_MARK: &str = "__IOBase_closed";

fn marked_closed(vm: &Vm, this: &ObjRef) -> bool {
    let dict = this.to::<IoBase>().dict.get();
    dict.is_some_and(|dict| vm.dict_get_str(dict.to::<Dict>(), CLOSED_MARK).is_some())
}

/// The bytes of a bytes-like argument: `a bytes-like object is required, not 'str'`.
pub fn bytes_argument<'a>(vm: &Vm, data: &'a ObjRef) -> PyResult<std::borrow::Cow<'a, [u8]>> {
    runtime::buffer::expect_bytes(vm, data)
}

/// Fills a writable buffer from its start: `readinto() argument must be read-write bytes-like object, not bytes`.
pub fn fill_buffer(vm: &Vm, buffer: &ObjRef, bytes: &[u8], function: &str) -> PyResult<()> {
    if runtime::buffer::write_bytes(vm, buffer, bytes)? {
        return Ok(());
    }
    let kind = vm.type_name(buffer);
    Err(vm.type_error(format!("{function}() argument must be read-write bytes-like object, not {kind}")))
}

/// A new stream object. Streams write what they still hold when they die.
pub(super) fn stream<T: gc::Payload>(vm: &Vm, class: &ObjRef, value: T) -> ObjRef {
    vm.heap.expect_last_words(true);
    vm.alloc(class, value).into_obj()
}

// ---- _IOBase

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    Ok(stream(vm, class, IoBase::new()))
}

fn iter(vm: &Vm, this: &ObjRef) -> PyResult {
    check_closed(vm, this)?;
    Ok(this.clone())
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let line = vm.call_method(this, &vm.names.readline, &[])?;
    Ok(if vm.len(&line)? == 0 { None } else { Some(line) })
}

fn flush(vm: &Vm, this: &ObjRef) -> PyResult {
    if marked_closed(vm, this) {
        return Err(closed_error(vm));
    }
    Ok(vm.none())
}

/// Flushes once; the stream is closed even if that fails.
fn close(vm: &Vm, this: &ObjRef) -> PyResult {
    if marked_closed(vm, this) {
        return Ok(vm.none());
    }
    let flushed = vm.call_method(this, &vm.names.flush, &[]);
    set_own(vm, this, CLOSED_MARK, &vm.true_)?;
    flushed.map(|_| vm.none())
}

/// A stream that dies is closed. Errors are nobody's business then (CPython shows them in its development mode only).
fn finalize(vm: &Vm, this: &ObjRef) {
    if is_closed(vm, this).unwrap_or(true) {
        return;
    }
    drop(vm.call_method(this, &vm.names.close, &[]));
}

fn readline(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let limit = size_argument(vm, args.first())?;
    let peek = vm.get_attr_opt(this, &vm.intern("peek"))?;
    let mut line: Vec<u8> = Vec::new();
    while limit.is_none_or(|limit| line.len() < limit) {
        let mut wanted = 1;
        if let Some(peek) = &peek {
            let ahead = vm.call(peek, &[vm.int(1)])?;
            let ahead = bytes_argument(vm, &ahead)?;
            if !ahead.is_empty() {
                wanted = ahead.iter().position(|b| *b == b'\n').map_or(ahead.len(), |at| at + 1);
                wanted = limit.map_or(wanted, |limit| wanted.min(limit - line.len()));
            }
        }
        let piece = vm.call_method(this, &vm.names.read, &[vm.int(wanted as i64)])?;
        if !vm.is_bytes(&piece) {
            let kind = vm.type_name(&piece);
            let text = format!("read() should have returned a bytes object, not '{kind}'");
            return Err(vm.raise_new(Exc::OSError, text));
        }
        let piece = bytes_argument(vm, &piece)?;
        line.extend_from_slice(&piece);
        if piece.is_empty() || line.last() == Some(&b'\n') {
            break;
        }
    }
    Ok(vm.bytes(&line))
}

fn readlines(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let hint = size_argument(vm, args.first())?.unwrap_or(0);
    let iterator = vm.iter(this)?;
    let (mut lines, mut total) = (Vec::new(), 0);
    while let Some(line) = vm.next(&iterator)? {
        total += vm.len(&line)?;
        lines.push(line);
        if hint > 0 && total >= hint {
            break;
        }
    }
    Ok(vm.list(lines))
}

fn writelines(vm: &Vm, this: &ObjRef, lines: &ObjRef) -> PyResult {
    check_closed(vm, this)?;
    let iterator = vm.iter(lines)?;
    while let Some(line) = vm.next(&iterator)? {
        vm.call_method(this, &vm.names.write, &[line])?;
    }
    Ok(vm.none())
}

// ---- raw and buffered streams written in Python

fn raw_read(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let Some(size) = size_argument(vm, args.first())? else { return vm.call_method_str(this, "readall", &[]) };
    let buffer = vm.call(&vm.types.bytearray, &[vm.int(size as i64)])?;
    let count = vm.call_method_str(this, "readinto", std::slice::from_ref(&buffer))?;
    if vm.is_none(&count) {
        return Ok(count);
    }
    let count = vm.to_index(&count)?.max(0) as usize;
    let bytes = bytes_argument(vm, &buffer)?;
    Ok(vm.bytes(&bytes[..count.min(bytes.len())]))
}

fn raw_readall(vm: &Vm, this: &ObjRef) -> PyResult {
    let mut all: Vec<u8> = Vec::new();
    loop {
        let piece = vm.call_method(this, &vm.names.read, &[vm.int(8192)])?;
        if vm.is_none(&piece) {
            return Ok(if all.is_empty() { piece } else { vm.bytes(&all) });
        }
        if !vm.is_bytes(&piece) {
            return Err(vm.type_error("read() should return bytes"));
        }
        let piece = bytes_argument(vm, &piece)?;
        if piece.is_empty() {
            return Ok(vm.bytes(&all));
        }
        all.extend_from_slice(&piece);
    }
}

fn read_into(vm: &Vm, this: &ObjRef, buffer: &ObjRef, function: &str) -> PyResult {
    let room = vm.len(buffer)?;
    let data = vm.call_method_str(this, function, &[vm.int(room as i64)])?;
    if !vm.is_bytes(&data) {
        return Err(vm.type_error("read() should return bytes"));
    }
    let bytes = bytes_argument(vm, &data)?;
    if bytes.len() > room {
        let text = format!("read() returned too much data: {room} bytes requested, {} returned", bytes.len());
        return Err(vm.value_error(text));
    }
    fill_buffer(vm, buffer, &bytes, "readinto")?;
    Ok(vm.int_exact(bytes.len() as i64))
}

/// The parts of the state that a stream in memory is given back (`copy`, `pickle`).
pub fn state_parts<'a>(vm: &Vm, this: &ObjRef, state: &'a ObjRef, count: usize) -> PyResult<&'a [ObjRef]> {
    match state.payload::<Tuple>().map(|state| state.items()) {
        Some(parts) if parts.len() >= count => Ok(parts),
        _ => {
            let (class, kind) = (vm.type_name(this), vm.type_name(state));
            Err(vm.type_error(format!("{class}.__setstate__ argument should be {count}-tuple, got {kind}")))
        }
    }
}

/// The position in such a state; `wrong` begins the message about another type, whose name follows.
pub fn state_position(vm: &Vm, position: &ObjRef, wrong: &str) -> PyResult<usize> {
    if !vm.is_int(position) {
        let kind = vm.type_name(position);
        return Err(vm.type_error(format!("{wrong} {kind}")));
    }
    usize::try_from(vm.to_index(position)?).map_err(|_| vm.value_error("position value cannot be negative"))
}

/// The attributes in such a state, a dict or None; `ordinal` tells which item they are.
pub fn state_attributes(vm: &Vm, this: &ObjRef, attributes: &ObjRef, ordinal: &str) -> PyResult<()> {
    if vm.is_none(attributes) {
        return Ok(());
    }
    if !attributes.has::<Dict>() {
        let kind = vm.type_name(attributes);
        return Err(vm.type_error(format!("{ordinal} item of state should be a dict, got a {kind}")));
    }
    let own = vm.get_attr(this, &vm.names.__dict__)?;
    vm.dict_update(own.to::<Dict>(), attributes.to::<Dict>())
}

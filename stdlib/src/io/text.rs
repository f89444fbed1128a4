//! `_io.TextIOWrapper`: a text stream on a binary one.
//!
//! ```text
//!   reading:   binary stream ─► chunk (bytes) ─► decoder ─► text ... ^at ... rest
//!   writing:   text ─► encoding ─► pending (bytes) ─► binary stream
//! ```
//!
//! The chunk whose text is being read is kept, so that `tell()` can say at which byte a character begins.

use super::base::{self, DICT_OFFSET, IoBase, WEAK_OFFSET, closed_error, is_closed, unsupported};
use super::binary;
use super::coding::{Coding, Decoder};
use super::newline::Newline;
use super::{text_read, text_write};
use gc::{ObjRef, Payload, PlainCell, Ref, Slot};
use runtime::codecs::{Codec, is_transform};
use runtime::error::{Exc, PyResult};
use runtime::native::{Args, Fun, GetSet, Method, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::{Cell, RefMut};

/// What the stream knows besides its binary stream.
pub struct State {
    pub coding: Coding,
    pub newline: Newline,
    pub line_buffering: bool,
    pub write_through: bool,
    /// None: not readable.
    pub decoder: Option<Decoder>,
    pub writable: bool,
    pub seekable: bool,
    /// False while an iteration runs.
    pub telling: bool,
    /// Encoded, not yet written.
    pub pending: Vec<u8>,
    /// Nothing has been written to the stream yet: a mark goes first.
    pub at_start: bool,
    /// The decoded chunk and how much of it has been read.
    pub text: Vec<u8>,
    pub at: usize,
    /// The bytes of the chunk, and the decoder as it was before it.
    pub chunk: Option<(Vec<u8>, Decoder)>,
}

impl State {
    /// Forgets what was read ahead.
    pub fn drop_text(&mut self) {
        self.text.clear();
        self.at = 0;
        self.chunk = None;
    }
}

gc::payload! {
    /// A text stream.
    pub struct TextIo: gc extends IoBase {
        base: IoBase,
        buffer: Slot,
        kind: Cell<binary::Kind>,
        state: PlainCell<Option<Box<State>>>,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    base: Some(&base::TEXT),
    dict_offset: DICT_OFFSET,
    weaklist_offset: WEAK_OFFSET,
    basicsize: 192,
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        next: Some(text_read::next),
        ..SlotDefs::NONE
    },
    methods: METHODS,
    getset: &[
        GetSet { name: "buffer", get: |vm, this| buffer(vm, this), set: None },
        GetSet { name: "closed", get: |vm, this| vm.get_attr(&buffer(vm, this)?, &vm.names.closed), set: None },
        GetSet { name: "name", get: |vm, this| vm.get_attr(&buffer(vm, this)?, &vm.names.name), set: None },
        GetSet { name: "encoding", get: |vm, this| Ok(vm.str(&state(vm, this)?.coding.name)), set: None },
        GetSet { name: "errors", get: |vm, this| Ok(vm.str(&state(vm, this)?.coding.errors)), set: None },
        GetSet { name: "newlines", get: newlines, set: None },
        GetSet { name: "line_buffering", get: |vm, this| Ok(vm.bool(state(vm, this)?.line_buffering)), set: None },
        GetSet { name: "write_through", get: |vm, this| Ok(vm.bool(state(vm, this)?.write_through)), set: None },
        GetSet { name: "_CHUNK_SIZE", get: |vm, _| Ok(vm.int(super::BUFFER as i64)), set: Some(|_, _, _| Ok(())) },
    ],
    ..TypeSpec::new("_io.TextIOWrapper", TextIo::layout)
};

const METHODS: &[Method] = &[
    Method::new("detach(self, /)", Fun::None(detach)),
    Method::new(
        "reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
        Fun::Bound(reconfigure),
    ),
    Method::new("write(self, text, /)", Fun::One(text_write::write)),
    Method::new("read(self, size=-1, /)", Fun::Pos(0, 1, text_read::read)),
    Method::new("readline(self, size=-1, /)", Fun::Pos(0, 1, text_read::readline)),
    Method::new("flush(self, /)", Fun::None(flush)),
    Method::new("close(self, /)", Fun::None(close)),
    Method::new("fileno(self, /)", Fun::None(|vm, this| ask(vm, this, "fileno"))),
    Method::new("seekable(self, /)", Fun::None(|vm, this| ask(vm, this, "seekable"))),
    Method::new("readable(self, /)", Fun::None(|vm, this| ask(vm, this, "readable"))),
    Method::new("writable(self, /)", Fun::None(|vm, this| ask(vm, this, "writable"))),
    Method::new("isatty(self, /)", Fun::None(|vm, this| ask(vm, this, "isatty"))),
    Method::new("seek(self, cookie, whence=0, /)", Fun::Pos(1, 2, text_read::seek)),
    Method::new("tell(self, /)", Fun::None(text_read::tell)),
    Method::new("truncate(self, pos=None, /)", Fun::Pos(0, 1, truncate)),
];

fn of(this: &ObjRef) -> &Ref<TextIo> {
    this.to::<TextIo>()
}

/// The binary stream.
pub fn buffer(vm: &Vm, this: &ObjRef) -> PyResult {
    if of(this).state.borrow().is_none() {
        return Err(vm.value_error("I/O operation on uninitialized object"));
    }
    of(this).buffer.get().ok_or_else(|| vm.value_error("underlying buffer has been detached"))
}

pub fn kind(this: &ObjRef) -> binary::Kind {
    of(this).kind.get()
}

/// The state; do not keep it while Python may run.
pub fn state<'t>(vm: &Vm, this: &'t ObjRef) -> PyResult<RefMut<'t, State>> {
    match RefMut::filter_map(of(this).state.borrow_mut(), |state| state.as_deref_mut()) {
        Ok(state) => Ok(state),
        Err(_) => Err(vm.value_error("I/O operation on uninitialized object")),
    }
}

/// The binary stream of a stream that is open.
pub fn open_buffer(vm: &Vm, this: &ObjRef) -> PyResult {
    let buffer = buffer(vm, this)?;
    let closed = match kind(this) {
        binary::Kind::File => super::fileio::number(&buffer).is_none(),
        binary::Kind::Other => is_closed(vm, &buffer)?,
        _ => super::buffered::is_shut(vm, &buffer)?,
    };
    if closed { Err(closed_error(vm)) } else { Ok(buffer) }
}

// ---- construction

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let value = TextIo {
        base: IoBase::new(),
        buffer: Slot::empty(),
        kind: Cell::new(binary::Kind::Other),
        state: PlainCell::new(None),
    };
    Ok(super::base::stream(vm, class, value))
}

/// What a text stream is made with.
#[derive(Default)]
pub struct Options {
    pub encoding: Option<String>,
    pub errors: Option<String>,
    pub newline: Option<ObjRef>,
    pub line_buffering: bool,
    pub write_through: bool,
}

/// A text stream around a binary one.
pub fn around(vm: &Vm, stream: &ObjRef, options: Options) -> PyResult {
    let this = new(vm, &vm.native_type(&SPEC), Args::EMPTY)?;
    attach(vm, &this, stream, options)?;
    Ok(this)
}

fn text_option(vm: &Vm, value: Option<&ObjRef>, name: &str) -> PyResult<Option<String>> {
    match value.filter(|value| !vm.is_none(value)) {
        None => Ok(None),
        Some(value) if vm.is_str(value) => Ok(Some(vm.str_text(value)?.into_owned())),
        Some(value) => {
            let kind = vm.argument_kind(value);
            Err(vm.type_error(format!("TextIOWrapper() argument '{name}' must be str or None, not {kind}")))
        }
    }
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    const NAMES: [&str; 6] = ["buffer", "encoding", "errors", "newline", "line_buffering", "write_through"];
    let mut bound: [Option<&ObjRef>; 6] = [None; 6];
    let given = args.positional();
    if given.len() > 6 {
        return Err(vm.type_error(format!("TextIOWrapper() takes at most 6 arguments ({} given)", given.len())));
    }
    for (slot, value) in bound.iter_mut().zip(given) {
        *slot = Some(value);
    }
    for (name, value) in args.keywords() {
        let name = vm.lossy(name);
        match NAMES.iter().position(|known| *known == name) {
            Some(at) => bound[at] = Some(value),
            None => {
                return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for TextIOWrapper()")));
            }
        }
    }
    let Some(stream) = bound[0] else {
        return Err(vm.type_error("TextIOWrapper() missing required argument 'buffer' (pos 1)"));
    };
    let flag = |value: Option<&ObjRef>| value.map_or(Ok(false), |value| vm.truth(value));
    let options = Options {
        encoding: text_option(vm, bound[1], "encoding")?,
        errors: text_option(vm, bound[2], "errors")?,
        newline: bound[3].cloned(),
        line_buffering: flag(bound[4])?,
        write_through: flag(bound[5])?,
    };
    attach(vm, this, stream, options)
}

/// The codec of a name: `unknown encoding: x`.
pub fn find_codec(vm: &Vm, name: &str) -> PyResult<Codec> {
    match Codec::named(name) {
        Some(codec) => Ok(codec),
        None if is_transform(name) => {
            let text = format!("'{name}' is not a text encoding; use codecs.open() to handle arbitrary codecs");
            Err(vm.lookup_error(text))
        }
        None => Err(vm.lookup_error(format!("unknown encoding: {name}"))),
    }
}

fn attach(vm: &Vm, this: &ObjRef, stream: &ObjRef, options: Options) -> PyResult<()> {
    let newline = Newline::argument(vm, options.newline.as_ref())?;
    let name = options.encoding.filter(|name| name != "locale").unwrap_or_else(|| "UTF-8".to_owned());
    let codec = find_codec(vm, &name)?;
    let can = |method: &str| -> PyResult<bool> {
        let answer = vm.call_method_str(stream, method, &[])?;
        vm.truth(&answer)
    };
    let (readable, writable, seekable) = (can("readable")?, can("writable")?, can("seekable")?);
    let at_start = !(seekable && writable) || binary::tell(vm, stream)? == 0;
    let state = State {
        coding: Coding {
            name: name.into(),
            codec,
            errors: options.errors.unwrap_or_else(|| "strict".to_owned()).into(),
        },
        newline,
        line_buffering: options.line_buffering,
        write_through: options.write_through,
        decoder: readable.then(|| Decoder::new(codec, newline)),
        writable,
        seekable,
        telling: seekable,
        pending: Vec::new(),
        at_start,
        text: Vec::new(),
        at: 0,
        chunk: None,
    };
    of(this).kind.set(binary::Kind::of(vm, stream));
    of(this).buffer.set(stream.clone());
    *of(this).state.borrow_mut() = Some(Box::new(state));
    Ok(())
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let encoding = state(vm, this)?.coding.name.clone();
    let class = vm.name_of_type(this.ty_ref());
    let Some(_guard) = vm.repr_enter(this) else {
        return Err(vm.runtime_error(format!("reentrant call inside {class}.__repr__")));
    };
    let mut text = format!("<{class}");
    for name in ["name", "mode"] {
        match vm.get_attr_str(this, name) {
            Ok(value) => text += &format!(" {name}={}", vm.repr_text(&value)?),
            Err(raised) if raised.matches(vm, Exc::AttributeError) || raised.matches(vm, Exc::ValueError) => {}
            Err(raised) => return Err(raised),
        }
    }
    Ok(vm.str(format!("{text} encoding='{encoding}'>")))
}

// ---- the rest

fn ask(vm: &Vm, this: &ObjRef, method: &str) -> PyResult {
    vm.call_method_str(&buffer(vm, this)?, method, &[])
}

fn newlines(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = state(vm, this)?;
    let known = state.decoder.as_ref().filter(|_| state.newline.is_universal());
    Ok(known.map_or_else(|| vm.none(), |decoder| decoder.lines.newlines(vm)))
}

fn detach(vm: &Vm, this: &ObjRef) -> PyResult {
    buffer(vm, this)?;
    vm.call_method(this, &vm.names.flush, &[])?;
    of(this).buffer.take().ok_or_else(|| vm.value_error("underlying buffer has been detached"))
}

fn reconfigure(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let given = |at: usize| args[at].as_ref().filter(|value| !vm.is_none(value));
    if (given(0).is_some() || given(1).is_some() || args[3].is_some() && given(2).is_some())
        && state(vm, this)?.chunk.is_some()
    {
        return Err(unsupported(
            vm,
            "It is not possible to set the encoding or newline of stream after the first read",
        ));
    }
    let encoding = text_option(vm, given(0), "encoding")?;
    let errors = text_option(vm, given(1), "errors")?;
    let newline = match &args[2] {
        Some(newline) => Some(Newline::argument(vm, Some(newline))?),
        None => None,
    };
    let flag = |value: Option<&ObjRef>| value.map(|value| vm.truth(value)).transpose();
    let (line_buffering, write_through) = (flag(given(3))?, flag(given(4))?);
    flush(vm, this)?;
    let codec = encoding.as_deref().map(|name| find_codec(vm, name)).transpose()?;
    let mut state = state(vm, this)?;
    if let (Some(codec), Some(name)) = (codec, encoding) {
        (state.coding.codec, state.coding.name) = (codec, name.into());
        // A new encoding brings its default handler along.
        state.coding.errors = "strict".into();
    }
    if let Some(errors) = errors {
        state.coding.errors = errors.into();
    }
    if let Some(newline) = newline {
        state.newline = newline;
    }
    let (codec, newline) = (state.coding.codec, state.newline);
    if let Some(decoder) = &mut state.decoder {
        *decoder = Decoder::new(codec, newline);
    }
    state.line_buffering = line_buffering.unwrap_or(state.line_buffering);
    state.write_through = write_through.unwrap_or(state.write_through);
    Ok(vm.none())
}

fn flush(vm: &Vm, this: &ObjRef) -> PyResult {
    let buffer = open_buffer(vm, this)?;
    {
        let mut state = state(vm, this)?;
        state.telling = state.seekable;
    }
    text_write::write_pending(vm, this, &buffer)?;
    binary::flush(vm, &buffer, kind(this))?;
    Ok(vm.none())
}

/// The binary stream is closed even if the last text cannot be written.
fn close(vm: &Vm, this: &ObjRef) -> PyResult {
    let buffer = buffer(vm, this)?;
    let closed = vm.get_attr(this, &vm.names.closed)?;
    if vm.truth(&closed)? {
        return Ok(vm.none());
    }
    let flushed = vm.call_method(this, &vm.names.flush, &[]);
    let done = vm.call_method(&buffer, &vm.names.close, &[]);
    flushed?;
    done
}

fn truncate(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    open_buffer(vm, this)?;
    vm.call_method(this, &vm.names.flush, &[])?;
    // Without a size the binary stream's position counts, which is where reading ahead has got to.
    vm.call_method_str(&buffer(vm, this)?, "truncate", args)
}

//! `_io.StringIO`: a text stream in memory.
//!
//! As long as text is only appended it is kept as one string of bytes; the first read or seek turns it into
//! an array of characters, which has positions.

use super::base::{self, DICT_OFFSET, IoBase, WEAK_OFFSET, size_argument};
use super::newline::{Newline, Translator};
use super::text_object;
use gc::{ObjRef, Payload, PlainCell, Ref, Str};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, GetSet, Method, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;

/// What has been written.
enum Text {
    /// Appended only; the position is the end. Characters, and their generalised UTF-8.
    Appended(usize, Vec<u8>),
    Chars(Vec<u32>),
}

struct State {
    text: Text,
    pos: usize,
    newline: Newline,
    /// Line ends in what was written, if all of them count.
    lines: Translator,
    closed: bool,
}

gc::payload! {
    /// A text in memory.
    pub struct StringIo: gc extends IoBase { base: IoBase, state: PlainCell<Box<State>> }
}

pub static SPEC: TypeSpec = TypeSpec {
    base: Some(&base::TEXT),
    dict_offset: DICT_OFFSET,
    weaklist_offset: WEAK_OFFSET,
    basicsize: 120,
    slots: SlotDefs { new: Some(new), init: Some(init), next: Some(next), ..SlotDefs::NONE },
    methods: METHODS,
    getset: &[
        GetSet { name: "closed", get: |vm, this| Ok(vm.bool(of(this).state.borrow().closed)), set: None },
        GetSet { name: "line_buffering", get: |vm, this| check(vm, this).map(|()| vm.bool(false)), set: None },
        GetSet { name: "newlines", get: newlines, set: None },
    ],
    ..TypeSpec::new("_io.StringIO", StringIo::layout)
};

const METHODS: &[Method] = &[
    Method::new("close(self, /)", Fun::None(close)),
    Method::new("getvalue(self, /)", Fun::None(getvalue)),
    Method::new("read(self, size=-1, /)", Fun::Pos(0, 1, read)),
    Method::new("readline(self, size=-1, /)", Fun::Pos(0, 1, readline)),
    Method::new("readable(self, /)", Fun::None(yes)),
    Method::new("seek(self, pos, whence=0, /)", Fun::Pos(1, 2, seek)),
    Method::new("seekable(self, /)", Fun::None(yes)),
    Method::new("tell(self, /)", Fun::None(tell)),
    Method::new("truncate(self, pos=None, /)", Fun::Pos(0, 1, truncate)),
    Method::new("writable(self, /)", Fun::None(yes)),
    Method::new("write(self, s, /)", Fun::One(write)),
    Method::new("__getstate__(self, /)", Fun::None(getstate)),
    Method::new("__setstate__(self, state, /)", Fun::One(setstate)),
];

fn of(this: &ObjRef) -> &Ref<StringIo> {
    this.to::<StringIo>()
}

fn check(vm: &Vm, this: &ObjRef) -> PyResult<()> {
    if of(this).state.borrow().closed { Err(vm.value_error("I/O operation on closed file")) } else { Ok(()) }
}

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let state = State {
        text: Text::Appended(0, Vec::new()),
        pos: 0,
        newline: Newline::Feed,
        lines: Translator::default(),
        closed: false,
    };
    let value = StringIo { base: IoBase::new(), state: PlainCell::new(Box::new(state)) };
    Ok(super::base::stream(vm, class, value))
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let total = args.values().len();
    if total > 2 {
        return Err(vm.type_error(format!("StringIO() takes at most 2 arguments ({total} given)")));
    }
    let (mut initial, mut newline) = (args.positional().first(), args.positional().get(1));
    for (name, value) in args.keywords() {
        match &*vm.lossy(name) {
            "initial_value" => initial = Some(value),
            "newline" => newline = Some(value),
            other => {
                return Err(vm.type_error(format!("'{other}' is an invalid keyword argument for StringIO()")));
            }
        }
    }
    let newline =
        newline.map_or(Ok(Newline::Feed), |newline| Newline::parse(vm, Some(newline), |n| vm.repr_text(n)))?;
    if let Some(initial) = initial.filter(|initial| !vm.is_none(initial) && !vm.is_str(initial)) {
        let kind = vm.type_name(initial);
        return Err(vm.type_error(format!("initial_value must be str or None, not {kind}")));
    }
    **of(this).state.borrow_mut() =
        State { text: Text::Appended(0, Vec::new()), pos: 0, newline, lines: Translator::default(), closed: false };
    if let Some(initial) = initial.filter(|initial| !vm.is_none(initial)) {
        put(this, initial.to::<Str>());
        of(this).state.borrow_mut().chars();
        of(this).state.borrow_mut().pos = 0;
    }
    Ok(())
}

impl State {
    /// The text as characters; appending ends here.
    fn chars(&mut self) -> &mut Vec<u32> {
        if let Text::Appended(count, bytes) = &self.text {
            self.pos = *count;
            self.text = Text::Chars(gc::wtf8::decode(bytes).collect());
        }
        match &mut self.text {
            Text::Chars(chars) => chars,
            Text::Appended(..) => unreachable!("just turned into characters"),
        }
    }

    /// What is read from the position on, up to `end`.
    fn slice(&mut self, end: usize) -> Vec<u32> {
        let start = self.pos;
        let chars = self.chars();
        let (start, end) = (start.min(chars.len()), end.min(chars.len()));
        let piece = chars[start..end.max(start)].to_vec();
        self.pos += piece.len();
        piece
    }

    /// Where the line that starts at the position ends.
    fn line_end(&mut self) -> usize {
        let (newline, _) = (self.newline, self.chars());
        let start = self.pos;
        let chars = self.chars();
        let rest = chars.get(start..).unwrap_or_default();
        start + newline.line_length(rest).unwrap_or(rest.len())
    }
}

fn newlines(vm: &Vm, this: &ObjRef) -> PyResult {
    check(vm, this)?;
    Ok(of(this).state.borrow().lines.newlines(vm))
}

/// Writes at the position.
/// Room for a text at the end, or MemoryError.
fn room(vm: &Vm, this: &ObjRef, len: usize) -> PyResult<()> {
    match &mut of(this).state.borrow_mut().text {
        Text::Appended(_, bytes) => vm.reserve(bytes, len.saturating_mul(4)),
        _ => vm.check_room(len),
    }
}

fn put(this: &ObjRef, text: &Ref<Str>) {
    let mut state = of(this).state.borrow_mut();
    let newline = state.newline;
    if newline.is_universal() {
        state.lines.feed(text.to_wtf8().to_vec(), true, false);
    }
    if let Text::Appended(count, bytes) = &mut state.text
        && let Newline::Feed | Newline::Keep = newline
    {
        *count += text.len();
        bytes.extend_from_slice(&text.to_wtf8());
        return;
    }
    let fresh: Vec<u32> = newline.in_memory(text.code_points());
    let start = {
        state.chars();
        state.pos
    };
    let chars = state.chars();
    if chars.len() < start {
        chars.resize(start, 0);
    }
    let end = (start + fresh.len()).min(chars.len());
    let len = fresh.len();
    drop(chars.splice(start..end, fresh));
    state.pos = start + len;
}

fn write(vm: &Vm, this: &ObjRef, text: &ObjRef) -> PyResult {
    let Some(text) = text.payload::<Str>() else {
        let kind = vm.type_name(text);
        return Err(vm.type_error(format!("string argument expected, got '{kind}'")));
    };
    check(vm, this)?;
    if !text.is_empty() {
        room(vm, this, text.len())?;
        put(this, text);
    }
    Ok(vm.int_exact(text.len() as i64))
}

fn getvalue(vm: &Vm, this: &ObjRef) -> PyResult {
    check(vm, this)?;
    match &of(this).state.borrow().text {
        Text::Appended(_, bytes) => Ok(text_object(vm, bytes)),
        Text::Chars(chars) => Ok(vm.str_from_code_points(chars)),
    }
}

fn read(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    check(vm, this)?;
    let size = size_argument(vm, args.first())?;
    let mut state = of(this).state.borrow_mut();
    state.chars();
    let end = size.map_or(usize::MAX, |size| state.pos.saturating_add(size));
    Ok(vm.str_from_code_points(&state.slice(end)))
}

fn readline(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    check(vm, this)?;
    let limit = size_argument(vm, args.first())?;
    let mut state = of(this).state.borrow_mut();
    let mut end = state.line_end();
    if let Some(limit) = limit {
        end = end.min(state.pos.saturating_add(limit));
    }
    Ok(vm.str_from_code_points(&state.slice(end)))
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    if !this.ty_ref().is(&vm.native_type(&SPEC)) {
        let line = vm.call_method(this, &vm.names.readline, &[])?;
        return Ok(if vm.len(&line)? == 0 { None } else { Some(line) });
    }
    let line = readline(vm, this, &[])?;
    Ok(if line.to::<Str>().is_empty() { None } else { Some(line) })
}

fn yes(vm: &Vm, this: &ObjRef) -> PyResult {
    check(vm, this)?;
    Ok(vm.bool(true))
}

fn close(vm: &Vm, this: &ObjRef) -> PyResult {
    let mut state = of(this).state.borrow_mut();
    state.closed = true;
    state.text = Text::Chars(Vec::new());
    Ok(vm.none())
}

fn tell(vm: &Vm, this: &ObjRef) -> PyResult {
    check(vm, this)?;
    let state = of(this).state.borrow();
    Ok(vm.int(match &state.text {
        Text::Appended(count, _) => *count as i64,
        Text::Chars(_) => state.pos as i64,
    }))
}

fn seek(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    check(vm, this)?;
    let pos = vm.to_index(&args[0])?;
    let whence = args.get(1).map_or(Ok(0), |whence| vm.to_i64(whence))?;
    if !(0..=2).contains(&whence) {
        return Err(vm.value_error(format!("Invalid whence ({whence}, should be 0, 1 or 2)")));
    }
    if whence == 0 && pos < 0 {
        return Err(vm.value_error(format!("Negative seek position {pos}")));
    }
    if whence != 0 && pos != 0 {
        return Err(vm.raise_new(runtime::Exc::OSError, "Can't do nonzero cur-relative seeks".to_owned()));
    }
    let mut state = of(this).state.borrow_mut();
    let len = state.chars().len();
    match whence {
        0 => state.pos = pos as usize,
        1 => {}
        _ => state.pos = len,
    }
    Ok(vm.int(state.pos as i64))
}

fn truncate(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    check(vm, this)?;
    let size = match args.first() {
        Some(size) if !vm.is_none(size) && !vm.is_index(size) => {
            let kind = vm.type_name(size);
            return Err(vm.type_error(format!("argument should be integer or None, not '{kind}'")));
        }
        Some(size) if !vm.is_none(size) => Some(vm.to_index(size)?),
        _ => None,
    };
    let mut state = of(this).state.borrow_mut();
    state.chars();
    let size = size.unwrap_or(state.pos as isize);
    match usize::try_from(size) {
        Ok(size) => state.chars().truncate(size),
        Err(_) => return Err(vm.value_error(format!("Negative size value {size}"))),
    }
    Ok(vm.int(size as i64))
}

/// The text, the line end it was made with, the position, the attributes.
fn getstate(vm: &Vm, this: &ObjRef) -> PyResult {
    let (value, pos) = (getvalue(vm, this)?, tell(vm, this)?);
    let newline = of(this).state.borrow().newline.text().map_or_else(|| vm.none(), |text| vm.str(text));
    let dict = of(this).base.dict.get().unwrap_or_else(|| vm.none());
    Ok(vm.tuple([value, newline, pos, dict]))
}

fn setstate(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let parts = base::state_parts(vm, this, state, 4)?;
    let pos = base::state_position(vm, &parts[2], "third item of state must be an integer, got")?;
    // The text stands as it is: its line ends have been translated already.
    init(vm, this, Args::positional_only(&[vm.none(), parts[1].clone()]))?;
    let Some(text) = parts[0].payload::<Str>() else {
        let kind = vm.type_name(&parts[0]);
        return Err(vm.type_error(format!("initial_value must be str or None, not {kind}")));
    };
    {
        let mut state = of(this).state.borrow_mut();
        state.text = Text::Chars(text.code_points().collect());
        state.pos = pos;
    }
    base::state_attributes(vm, this, &parts[3], "fourth")?;
    Ok(vm.none())
}

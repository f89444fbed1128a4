//! `UnicodeEncodeError`, `UnicodeDecodeError`, `UnicodeTranslateError`.

use super::base::{BaseException, args_tuple, no_keywords, set_initial_args};
use super::empty_base;
use crate::bind::check_tuple_args;
use crate::error::{Exc, PyResult, Raised};
use crate::native::{Args, GetSet, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{Bytes, ObjRef, Slot, Str};
use std::cell::Cell;

gc::payload! {
    /// Which codec failed on what, from where to where, and why.
    pub struct UnicodeErrorObject: gc extends BaseException {
        pub base: BaseException,
        pub encoding: Slot,
        pub object: Slot,
        pub start: Cell<isize>,
        pub end: Cell<isize>,
        pub reason: Slot,
    }
}

const FIELDS: &[GetSet] = &[
    GetSet {
        name: "encoding",
        get: |vm, e| Ok(e.to::<UnicodeErrorObject>().encoding.get().unwrap_or_else(|| vm.none())),
        set: Some(|_, e, v| {
            e.to::<UnicodeErrorObject>().encoding.set(v.cloned());
            Ok(())
        }),
    },
    GetSet {
        name: "object",
        get: |vm, e| Ok(e.to::<UnicodeErrorObject>().object.get().unwrap_or_else(|| vm.none())),
        set: Some(|_, e, v| {
            e.to::<UnicodeErrorObject>().object.set(v.cloned());
            Ok(())
        }),
    },
    GetSet {
        name: "start",
        get: |vm, e| Ok(vm.int(e.to::<UnicodeErrorObject>().start.get() as i64)),
        set: Some(|vm, e, v| set_index(vm, &e.to::<UnicodeErrorObject>().start, v)),
    },
    GetSet {
        name: "end",
        get: |vm, e| Ok(vm.int(e.to::<UnicodeErrorObject>().end.get() as i64)),
        set: Some(|vm, e, v| set_index(vm, &e.to::<UnicodeErrorObject>().end, v)),
    },
    GetSet {
        name: "reason",
        get: |vm, e| Ok(e.to::<UnicodeErrorObject>().reason.get().unwrap_or_else(|| vm.none())),
        set: Some(|_, e, v| {
            e.to::<UnicodeErrorObject>().reason.set(v.cloned());
            Ok(())
        }),
    },
];

fn set_index(vm: &Vm, cell: &Cell<isize>, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(value) => {
            cell.set(vm.to_index(value)?);
            Ok(())
        }
        None => Err(vm.type_error("can't delete numeric/char attribute")),
    }
}

const fn spec(name: &'static str, doc: &'static str, slots: SlotDefs) -> TypeSpec {
    TypeSpec {
        base: Some(&super::table::UnicodeError),
        doc: Some(doc),
        basicsize: 112,
        slots,
        getset: FIELDS,
        ..TypeSpec::new(name, <UnicodeErrorObject as gc::Payload>::layout)
    }
}

pub static ENCODE: TypeSpec = spec(
    "UnicodeEncodeError",
    "Unicode encoding error.",
    SlotDefs { new: Some(new), init: Some(init_encode), str: Some(str_encode), ..SlotDefs::NONE },
);
pub static DECODE: TypeSpec = spec(
    "UnicodeDecodeError",
    "Unicode decoding error.",
    SlotDefs { new: Some(new), init: Some(init_decode), str: Some(str_decode), ..SlotDefs::NONE },
);
pub static TRANSLATE: TypeSpec = spec(
    "UnicodeTranslateError",
    "Unicode translation error.",
    SlotDefs { new: Some(new), init: Some(init_translate), str: Some(str_translate), ..SlotDefs::NONE },
);

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let value = UnicodeErrorObject {
        base: empty_base(),
        encoding: Slot::empty(),
        object: Slot::empty(),
        start: Cell::new(0),
        end: Cell::new(0),
        reason: Slot::empty(),
    };
    let exc = vm.heap.alloc(class, value).into_obj();
    exc.to::<BaseException>().args.set(args_tuple(vm, args));
    Ok(exc)
}

fn expect_str(vm: &Vm, position: usize, value: &ObjRef) -> PyResult<()> {
    if vm.is_str(value) {
        return Ok(());
    }
    let kind = vm.argument_kind(value);
    Err(vm.type_error(format!("argument {position} must be str, not {kind}")))
}

fn init_encode(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let [encoding, object, start, end, reason] = five(vm, this, args)?;
    expect_str(vm, 1, encoding)?;
    expect_str(vm, 2, object)?;
    fill(vm, this, Some(encoding), object, [start, end], reason)
}

fn init_decode(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let [encoding, object, start, end, reason] = five(vm, this, args)?;
    expect_str(vm, 1, encoding)?;
    let object = if vm.is_bytes(object) {
        object.clone()
    } else {
        match vm.buffer_bytes(object) {
            Some(data) => vm.bytes(&data),
            None => {
                let kind = vm.type_name(object);
                return Err(vm.type_error(format!("a bytes-like object is required, not '{kind}'")));
            }
        }
    };
    fill(vm, this, Some(encoding), &object, [start, end], reason)
}

fn init_translate(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    no_keywords(vm, this, args)?;
    set_initial_args(vm, this, args);
    let given = args.positional();
    check_tuple_args(vm, "", given.len(), 4, 4)?;
    expect_str(vm, 1, &given[0])?;
    fill(vm, this, None, &given[0], [&given[1], &given[2]], &given[3])
}

fn five<'a>(vm: &Vm, this: &ObjRef, args: Args<'a>) -> PyResult<[&'a ObjRef; 5]> {
    no_keywords(vm, this, args)?;
    set_initial_args(vm, this, args);
    let given = args.positional();
    check_tuple_args(vm, "", given.len(), 5, 5)?;
    Ok([&given[0], &given[1], &given[2], &given[3], &given[4]])
}

fn fill(
    vm: &Vm,
    this: &ObjRef,
    encoding: Option<&ObjRef>,
    object: &ObjRef,
    range: [&ObjRef; 2],
    reason: &ObjRef,
) -> PyResult<()> {
    let (start, end) = (vm.to_index(range[0])?, vm.to_index(range[1])?);
    expect_str(vm, if encoding.is_some() { 5 } else { 4 }, reason)?;
    let error = this.to::<UnicodeErrorObject>();
    error.encoding.set(encoding.cloned());
    error.object.set(object.clone());
    error.start.set(start);
    error.end.set(end);
    error.reason.set(reason.clone());
    Ok(())
}

/// The parts that `str` needs; nothing if `__init__` did not run.
#[allow(clippy::type_complexity)]
fn parts(vm: &Vm, this: &ObjRef) -> PyResult<Option<(String, String, ObjRef, isize, isize)>> {
    let error = this.to::<UnicodeErrorObject>();
    let Some(object) = error.object.get() else { return Ok(None) };
    let text = |slot: &Slot| vm.str_of_text(&slot.get().unwrap_or_else(|| vm.empty_str.clone()));
    Ok(Some((text(&error.encoding)?, text(&error.reason)?, object, error.start.get(), error.end.get())))
}

/// `'\xe9'`, `'\u20ac'` or `'\U0001f600'`.
fn escaped(c: u32) -> String {
    match c {
        0..=0xff => format!("'\\x{c:02x}'"),
        0x100..=0xffff => format!("'\\u{c:04x}'"),
        _ => format!("'\\U{c:08x}'"),
    }
}

fn one_char(object: &ObjRef, start: isize, end: isize) -> Option<u32> {
    let text = object.payload::<Str>()?;
    (end == start + 1 && start >= 0 && (start as usize) < text.len()).then(|| text.char_at(start as usize))
}

fn str_encode(vm: &Vm, this: &ObjRef) -> PyResult {
    let Some((encoding, reason, object, start, end)) = parts(vm, this)? else { return Ok(vm.empty_str.clone()) };
    Ok(vm.str(match one_char(&object, start, end) {
        Some(c) => format!("'{encoding}' codec can't encode character {} in position {start}: {reason}", escaped(c)),
        None => format!("'{encoding}' codec can't encode characters in position {start}-{}: {reason}", end - 1),
    }))
}

fn str_decode(vm: &Vm, this: &ObjRef) -> PyResult {
    let Some((encoding, reason, object, start, end)) = parts(vm, this)? else { return Ok(vm.empty_str.clone()) };
    let byte = match object.payload::<Bytes>() {
        Some(bytes) if end == start + 1 && start >= 0 => bytes.data().get(start as usize).copied(),
        _ => None,
    };
    Ok(vm.str(match byte {
        Some(byte) => format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}"),
        None => format!("'{encoding}' codec can't decode bytes in position {start}-{}: {reason}", end - 1),
    }))
}

fn str_translate(vm: &Vm, this: &ObjRef) -> PyResult {
    let Some((_, reason, object, start, end)) = parts(vm, this)? else { return Ok(vm.empty_str.clone()) };
    Ok(vm.str(match one_char(&object, start, end) {
        Some(c) => format!("can't translate character {} in position {start}: {reason}", escaped(c)),
        None => format!("can't translate characters in position {start}-{}: {reason}", end - 1),
    }))
}

impl Vm {
    /// A UnicodeEncodeError for characters `start..end` of a str.
    #[cold]
    pub fn encode_error(&self, encoding: &str, text: &ObjRef, start: usize, end: usize, reason: &str) -> Raised {
        let args = [self.str(encoding), text.clone(), self.int(start as i64), self.int(end as i64), self.str(reason)];
        self.raise_type(self.exception_type(Exc::UnicodeEncodeError), &args)
    }

    /// A UnicodeDecodeError for bytes `start..end`.
    #[cold]
    pub fn decode_error(&self, encoding: &str, data: &[u8], start: usize, end: usize, reason: &str) -> Raised {
        let (from, to) = (self.int(start as i64), self.int(end as i64));
        let args = [self.str(encoding), self.bytes(data), from, to, self.str(reason)];
        self.raise_type(self.exception_type(Exc::UnicodeDecodeError), &args)
    }

    /// `'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed`.
    #[cold]
    pub fn surrogate_error(&self, text: &ObjRef) -> Raised {
        let is_surrogate = |c: &u32| (0xd800..0xe000).contains(c);
        let points: Vec<u32> = text.payload::<Str>().map(|t| t.code_points().collect()).unwrap_or_default();
        let start = points.iter().position(&is_surrogate).unwrap_or(0);
        let end = start + points[start..].iter().take_while(|c| is_surrogate(c)).count();
        self.encode_error("utf-8", text, start, end, "surrogates not allowed")
    }
}

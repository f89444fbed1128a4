//! `_codecs`: encodings as functions, and what programs register.

use gc::{ObjRef, Str};
use runtime::codecs::registry::{self, Way};
use runtime::codecs::{Codec, Order, python};
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

/// A pair of functions such as `utf_8_encode` and `utf_8_decode`.
macro_rules! pair {
    ($encode:literal, $decode:literal, $codec:expr) => {
        [
            Method::new(
                concat!($encode, "(str, errors=None, /)"),
                Fun::Pos(1, 2, |vm, _, args| encode_by(vm, $codec, $encode, args)),
            ),
            Method::new(
                concat!($decode, "(data, errors=None, final=False, /)"),
                Fun::Pos(1, 3, |vm, _, args| decode_by(vm, $codec, args)),
            ),
        ]
    };
}

const PAIRS: [[Method; 2]; 11] = [
    pair!("utf_8_encode", "utf_8_decode", Codec::Utf8),
    pair!("ascii_encode", "ascii_decode", Codec::Ascii),
    pair!("latin_1_encode", "latin_1_decode", Codec::Latin1),
    pair!("utf_16_encode", "utf_16_decode", Codec::Utf16(Order::Marked)),
    pair!("utf_16_le_encode", "utf_16_le_decode", Codec::Utf16(Order::Little)),
    pair!("utf_16_be_encode", "utf_16_be_decode", Codec::Utf16(Order::Big)),
    pair!("utf_32_encode", "utf_32_decode", Codec::Utf32(Order::Marked)),
    pair!("utf_32_le_encode", "utf_32_le_decode", Codec::Utf32(Order::Little)),
    pair!("utf_32_be_encode", "utf_32_be_decode", Codec::Utf32(Order::Big)),
    pair!("unicode_escape_encode", "unicode_escape_decode", Codec::UnicodeEscape),
    pair!("raw_unicode_escape_encode", "raw_unicode_escape_decode", Codec::RawUnicodeEscape),
];

const OTHERS: [Method; 10] = [
    Method::new(
        "encode(obj, encoding='utf-8', errors='strict')",
        Fun::Bound(|vm, _, args| convert(vm, Way::Encode, args)),
    ),
    Method::new(
        "decode(obj, encoding='utf-8', errors='strict')",
        Fun::Bound(|vm, _, args| convert(vm, Way::Decode, args)),
    ),
    Method::new("register(search_function, /)", Fun::One(register)),
    Method::new("unregister(search_function, /)", Fun::One(unregister)),
    Method::new("lookup(encoding, /)", Fun::One(lookup)),
    Method::new("register_error(errors, handler, /)", Fun::Pos(2, 2, register_error)),
    Method::new("registered_error(name, /)", Fun::One(registered_error)),
    Method::new("text_name(encoding, /)", Fun::One(text_name)),
    Method::new("page_encode(page, str, errors, /)", Fun::Pos(3, 3, page_encode)),
    Method::new("page_decode(page, data, errors, /)", Fun::Pos(3, 3, page_decode)),
];

const COUNT: usize = PAIRS.len() * 2 + OTHERS.len();

static FUNCTIONS: [Method; COUNT] = {
    let mut all = [OTHERS[0]; COUNT];
    let mut at = 0;
    while at < COUNT {
        all[at] = if at < OTHERS.len() { OTHERS[at] } else { PAIRS[(at - OTHERS.len()) / 2][at % 2] };
        at += 1;
    }
    all
};

pub static MODULE: ModuleSpec = ModuleSpec { name: "_codecs", doc: None, functions: &FUNCTIONS, init: |_, _| Ok(()) };

/// Words of an argument that must be text.
fn name_of(vm: &Vm, value: &ObjRef, function: &str, place: &str) -> PyResult<String> {
    if vm.is_str(value) {
        return Ok(vm.str_text(value)?.into_owned());
    }
    let kind = vm.argument_kind(value);
    Err(vm.type_error(format!("{function}() argument{place} must be str, not {kind}")))
}

/// The name of an error handler, where one was given.
fn errors_of(vm: &Vm, value: Option<&ObjRef>, function: &str) -> PyResult<Option<String>> {
    match value.filter(|value| !vm.is_none(value)) {
        Some(value) => name_of(vm, value, function, " 2").map(Some),
        None => Ok(None),
    }
}

fn encode_by(vm: &Vm, codec: Codec, function: &str, args: &[ObjRef]) -> PyResult {
    let Some(text) = args[0].payload::<Str>() else {
        let kind = vm.argument_kind(&args[0]);
        return Err(vm.type_error(format!("{function}() argument 1 must be str, not {kind}")));
    };
    let errors = errors_of(vm, args.get(1), function)?;
    let bytes = python::encode_with(vm, codec, &args[0], text.units(), errors.as_deref())?;
    Ok(vm.tuple([vm.bytes(&bytes), vm.int(text.len() as i64)]))
}

/// Without `final` an incomplete end of the data stays.
fn decode_by(vm: &Vm, codec: Codec, args: &[ObjRef]) -> PyResult {
    let data = runtime::buffer::expect_bytes(vm, &args[0])?;
    let errors = errors_of(vm, args.get(1), "decode")?;
    let last = args.get(2).is_some_and(|last| vm.truth(last).unwrap_or(false));
    let escapes = matches!(codec, Codec::UnicodeEscape | Codec::RawUnicodeEscape) && args.len() < 3;
    let (text, used) = python::decode_some(vm, codec, &data, errors.as_deref(), !last && !escapes)?;
    Ok(vm.tuple([runtime::builtins::str::make::from_buf(vm, &text)?, vm.int(used as i64)]))
}

fn convert(vm: &Vm, way: Way, args: &[Option<ObjRef>]) -> PyResult {
    let object = args[0].clone().unwrap_or_else(|| vm.none());
    let name = match &args[1] {
        Some(name) => name_of(vm, name, way.word(), " 'encoding'")?,
        None => "utf-8".to_owned(),
    };
    let errors = match &args[2] {
        Some(errors) => Some(name_of(vm, errors, way.word(), " 'errors'")?),
        None => None,
    };
    if Codec::named(&name).is_some() && registry::search(vm, &name)?.is_none() {
        // Nobody has imported `codecs`: the object's own method does it.
        let words = [Some(vm.str(&name)), errors.map(|errors| vm.str(&errors))];
        return vm.call_method_str(&object, way.word(), &words.into_iter().flatten().collect::<Vec<_>>());
    }
    let info = registry::lookup(vm, &name)?;
    registry::convert(vm, &info, way, &name, &object, errors.as_deref())
}

fn register(vm: &Vm, _: &ObjRef, search: &ObjRef) -> PyResult {
    if !vm.is_callable(search) {
        return Err(vm.type_error("argument must be callable"));
    }
    registry::register(vm, search.clone());
    Ok(vm.none())
}

fn unregister(vm: &Vm, _: &ObjRef, search: &ObjRef) -> PyResult {
    registry::unregister(vm, search);
    Ok(vm.none())
}

fn lookup(vm: &Vm, _: &ObjRef, name: &ObjRef) -> PyResult {
    registry::lookup(vm, &name_of(vm, name, "lookup", "")?)
}

fn register_error(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let name = name_of(vm, &args[0], "register_error", " 1")?;
    if !vm.is_callable(&args[1]) {
        return Err(vm.type_error("handler must be callable"));
    }
    python::register_error(vm, &name, args[1].clone());
    Ok(vm.none())
}

/// What a program registered under the name; None for nothing.
fn registered_error(vm: &Vm, _: &ObjRef, name: &ObjRef) -> PyResult {
    let name = name_of(vm, name, "lookup_error", "")?;
    Ok(python::registered_error(vm, &name).unwrap_or_else(|| vm.none()))
}

/// The name of a built-in text encoding as `codecs.lookup` gives it; None for others.
fn text_name(vm: &Vm, _: &ObjRef, name: &ObjRef) -> PyResult {
    let name = name_of(vm, name, "lookup", "")?;
    Ok(Codec::named(&name).map_or_else(|| vm.none(), |codec| vm.str(codec.name())))
}

fn page(vm: &Vm, name: &ObjRef) -> PyResult<Codec> {
    let name = name_of(vm, name, "lookup", "")?;
    Codec::named(&name).ok_or_else(|| vm.lookup_error(format!("unknown encoding: {name}")))
}

fn page_encode(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    encode_by(vm, page(vm, &args[0])?, "charmap_encode", &args[1..])
}

fn page_decode(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    decode_by(vm, page(vm, &args[0])?, &args[1..])
}

//! Text to bytes and back, as `str.encode`, `bytes.decode` and `str(bytes, …)` do it.

use super::make::of;
use crate::codecs::python;
use crate::error::PyResult;
use crate::vm::Vm;
use gc::{ObjRef, Str, Units};

/// `encode(encoding='utf-8', errors='strict')`
pub fn encode(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [encoding, errors] = args else { return Err(vm.system_error("encode without its arguments")) };
    if let (true, None, Units::U1(units)) =
        (of(this).is_ascii() && is_usual(vm, encoding.as_ref()), errors, of(this).units())
    {
        return Ok(vm.bytes(units));
    }
    let encoding = name(vm, encoding.as_ref(), "encode", "encoding")?;
    let errors = name(vm, errors.as_ref(), "encode", "errors")?;
    python::encode(vm, this, encoding.as_deref().unwrap_or("utf-8"), errors.as_deref())
}

/// Whether the encoding is UTF-8 under one of its usual names, as it is unless another one is given.
pub fn is_usual(vm: &Vm, encoding: Option<&ObjRef>) -> bool {
    encoding.is_none_or(|name| name.has::<Str>() && (vm.str_is(name, "utf-8") || vm.str_is(name, "utf8")))
}

/// An optional name argument; NUL characters end no name.
pub fn name(vm: &Vm, value: Option<&ObjRef>, function: &str, parameter: &str) -> PyResult<Option<String>> {
    let Some(value) = value else { return Ok(None) };
    let Some(text) = value.cast_ref::<Str>() else {
        let kind = vm.argument_kind(value);
        return Err(vm.type_error(format!("{function}() argument '{parameter}' must be str, not {kind}")));
    };
    let text = text.to_string_lossy().into_owned();
    if text.contains('\0') {
        return Err(vm.value_error("embedded null character"));
    }
    Ok(Some(text))
}

/// `str(object, encoding, errors)`
pub fn decode_object(vm: &Vm, object: &ObjRef, encoding: Option<&ObjRef>, errors: Option<&ObjRef>) -> PyResult {
    let encoding = name(vm, encoding, "str", "encoding")?;
    let errors = name(vm, errors, "str", "errors")?;
    if object.has::<Str>() {
        return Err(vm.type_error("decoding str is not supported"));
    }
    let Some(bytes) = crate::buffer::bytes_of(vm, object)? else {
        let kind = vm.type_name(object);
        return Err(vm.type_error(format!("decoding to str: need a bytes-like object, {kind} found")));
    };
    python::decode(vm, &bytes, encoding.as_deref().unwrap_or("utf-8"), errors.as_deref())
}

/// The text of a str object as UTF-8; surrogates raise UnicodeEncodeError.
pub fn utf8(vm: &Vm, this: &ObjRef) -> PyResult<Vec<u8>> {
    python::encode_units(vm, this, of(this).units(), "utf-8", None)
}

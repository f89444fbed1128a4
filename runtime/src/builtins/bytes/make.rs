//! Making bytes: out of whatever the constructors take, and results of the receiver's kind.

use crate::buffer::{bytes_of, expect_bytes, is_bytes_like};
use crate::builtins::bytearray;
use crate::builtins::str::encode::name;
use crate::codecs::python;
use crate::error::{Exc, PyResult, Raised};
use crate::object::type_of;
use crate::vm::Vm;
use gc::{ByteArray, Bytes, Int, List, ObjRef, Ref, Str, Tuple};
use std::borrow::Cow;

/// Whether the object is a bytes or a bytearray.
pub fn is_receiver(object: &ObjRef) -> bool {
    object.has::<Bytes>() || object.has::<ByteArray>()
}

/// The bytes of a bytes or bytearray.
pub fn data(this: &ObjRef) -> Cow<'_, [u8]> {
    if let Some(bytes) = this.cast_ref::<Bytes>() {
        return Cow::Borrowed(bytes.data());
    }
    match this.payload::<ByteArray>() {
        Some(array) => Cow::Owned(array.to_vec()),
        None => Cow::Borrowed(&[]),
    }
}

/// The name of the receiver's kind, for messages.
pub fn kind(this: &ObjRef) -> &'static str {
    if this.has::<ByteArray>() { "bytearray" } else { "bytes" }
}

/// A result of the receiver's kind.
pub fn like(vm: &Vm, this: &ObjRef, made: impl AsRef<[u8]>) -> PyResult {
    let made = made.as_ref();
    if this.has::<ByteArray>() {
        return bytearray::from_slice(vm, &vm.types.bytearray, made);
    }
    fresh(vm, made)
}

/// An exact bytes object that is new unless it is empty: what CPython fills into a block that it allocated beforehand.
pub fn fresh(vm: &Vm, made: &[u8]) -> PyResult {
    if made.is_empty() {
        return Ok(vm.empty_bytes.clone());
    }
    vm.or_memory_error(Bytes::new(vm, &vm.types.bytes, made)).map(Ref::into_obj)
}

/// The receiver itself if it is an exact bytes, else a copy of its kind.
pub fn unchanged(vm: &Vm, this: &ObjRef) -> PyResult {
    if this.ty_ref().is(&vm.types.bytes) { Ok(this.clone()) } else { like(vm, this, data(this)) }
}

/// An exact bytes object with these bytes.
pub fn exact(vm: &Vm, this: &ObjRef) -> PyResult {
    if this.ty_ref().is(&vm.types.bytes) {
        return Ok(this.clone());
    }
    Ok(vm.bytes(&data(this)))
}

/// The bytes `start..end` of the receiver; all of them are the receiver itself.
pub fn part(vm: &Vm, this: &ObjRef, data: &[u8], start: usize, end: usize) -> PyResult {
    match &data[start..end] {
        _ if start == 0 && end == data.len() => unchanged(vm, this),
        part if this.has::<ByteArray>() => like(vm, this, part),
        part => Ok(vm.bytes(part)),
    }
}

/// What `bytes(source, encoding, errors)` and `bytearray(…)` hold.
pub fn from_arguments(vm: &Vm, function: &str, given: [Option<&ObjRef>; 3]) -> PyResult<Vec<u8>> {
    let [source, encoding, errors] = given;
    let encoding = name(vm, encoding, function, "encoding")?;
    let errors = name(vm, errors, function, "errors")?;
    match (source.filter(|s| s.has::<Str>()), encoding, errors) {
        (Some(text), Some(encoding), errors) => {
            let units = crate::builtins::str::make::of(text).units();
            return python::encode_units(vm, text, units, &encoding, errors.as_deref());
        }
        (Some(_), None, _) => return Err(vm.type_error("string argument without an encoding")),
        (None, Some(_), _) => return Err(vm.type_error("encoding without a string argument")),
        (None, None, Some(_)) => return Err(vm.type_error("errors without a string argument")),
        (None, None, None) => {}
    }
    match source {
        Some(source) => from_source(vm, function, source),
        None => Ok(Vec::new()),
    }
}

/// A count of zeros, or any object that has bytes.
fn from_source(vm: &Vm, function: &str, source: &ObjRef) -> PyResult<Vec<u8>> {
    if function == "bytes"
        && let Some(bytes) = by_method(vm, source)?
    {
        return Ok(bytes);
    }
    if type_of(source).slots.index.get().is_some() {
        match vm.to_index_or(source, Exc::OverflowError) {
            Ok(count) => return zeros(vm, count),
            // An object whose __index__ does not want to is tried as something else.
            Err(raised) if raised.matches(vm, Exc::TypeError) => {}
            Err(raised) => return Err(raised),
        }
    }
    from_iterable(vm, function, source)
}

fn zeros(vm: &Vm, count: isize) -> PyResult<Vec<u8>> {
    let Ok(count) = usize::try_from(count) else { return Err(vm.value_error("negative count")) };
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(count).is_err() {
        return Err(vm.memory_error());
    }
    bytes.resize(count, 0);
    Ok(bytes)
}

/// What `__bytes__` answers, if the type has it.
fn by_method(vm: &Vm, object: &ObjRef) -> PyResult<Option<Vec<u8>>> {
    if object.ty_ref().is(&vm.types.bytes) {
        return Ok(None);
    }
    let Some(method) = vm.lookup_special(object, &vm.names.__bytes__)? else { return Ok(None) };
    let made = vm.call(&method, &[])?;
    match made.cast_ref::<Bytes>() {
        Some(bytes) => Ok(Some(bytes.data().to_vec())),
        None => Err(vm.type_error(format!("__bytes__ returned non-bytes (type {})", vm.type_name(&made)))),
    }
}

/// Bytes-likes and iterables of small ints.
fn from_iterable(vm: &Vm, function: &str, source: &ObjRef) -> PyResult<Vec<u8>> {
    if let Some(bytes) = bytes_of(vm, source)? {
        return Ok(bytes.into_owned());
    }
    if source.has::<Str>() {
        return Err(unconvertible(vm, function, source));
    }
    let Some(iterator) = vm.iter_opt(source)? else { return Err(unconvertible(vm, function, source)) };
    let mut bytes = Vec::new();
    while let Some(item) = vm.next(&iterator)? {
        let byte = item_byte(vm, &item, function)?;
        vm.push(&mut bytes, byte)?;
    }
    Ok(bytes)
}

fn item_byte(vm: &Vm, item: &ObjRef, function: &str) -> PyResult<u8> {
    if function == "bytearray" {
        return byte(vm, item);
    }
    let value = vm.to_index_clamped(item)?;
    u8::try_from(value).map_err(|_| vm.value_error("bytes must be in range(0, 256)"))
}

/// A number that fits a byte: `byte must be in range(0, 256)`.
pub fn byte(vm: &Vm, value: &ObjRef) -> PyResult<u8> {
    let value = vm.to_index_clamped(value)?;
    u8::try_from(value).map_err(|_| vm.value_error("byte must be in range(0, 256)"))
}

/// The bytes of any object that `bytes()` takes, counts aside: for `int.from_bytes`.
pub fn from_object(vm: &Vm, source: &ObjRef) -> PyResult<Vec<u8>> {
    if let Some(bytes) = by_method(vm, source)? {
        return Ok(bytes);
    }
    if source.has::<Int>() || source.has::<Str>() {
        return Err(unconvertible(vm, "bytes", source));
    }
    from_iterable(vm, "bytes", source)
}

/// The bytes that `%b` shows of an object.
pub fn formatted(vm: &Vm, object: &ObjRef) -> PyResult<Vec<u8>> {
    if object.has::<Bytes>() || object.has::<ByteArray>() {
        return Ok(data(object).into_owned());
    }
    if let Some(bytes) = by_method(vm, object)? {
        return Ok(bytes);
    }
    match bytes_of(vm, object)? {
        Some(bytes) => Ok(bytes.into_owned()),
        None => {
            let kind = vm.type_name(object);
            Err(vm.type_error(format!(
                "%b requires a bytes-like object, or an object that implements __bytes__, not '{kind}'"
            )))
        }
    }
}

/// Items of a list or tuple, or of any iterable.
pub fn items(vm: &Vm, iterable: &ObjRef) -> PyResult<Vec<ObjRef>> {
    if let Some(tuple) = iterable.cast_ref::<Tuple>() {
        return Ok(tuple.items().to_vec());
    }
    if !iterable.has::<List>() && vm.iter_opt(iterable)?.is_none() {
        return Err(vm.type_error("can only join an iterable"));
    }
    vm.collect(iterable)
}

/// `decode(encoding='utf-8', errors='strict')`
pub fn decode(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [encoding, errors] = args else { return Err(vm.system_error("decode without its arguments")) };
    let encoding = name(vm, encoding.as_ref(), "decode", "encoding")?;
    let errors = name(vm, errors.as_ref(), "decode", "errors")?;
    if data(this).is_empty() {
        // Without anything to decode no codec is looked up (`PyUnicode_FromEncodedObject`).
        return Ok(vm.str(""));
    }
    python::decode(vm, &data(this), encoding.as_deref().unwrap_or("utf-8"), errors.as_deref())
}

/// An argument that is the bytes to look for: bytes-like, or a number.
pub fn needle<'a>(vm: &Vm, value: &'a ObjRef) -> PyResult<Cow<'a, [u8]>> {
    if is_bytes_like(value) {
        return expect_bytes(vm, value);
    }
    if !vm.is_index(value) {
        let kind = vm.type_name(value);
        return Err(vm.type_error(format!("argument should be integer or bytes-like object, not '{kind}'")));
    }
    Ok(Cow::Owned(vec![byte(vm, value)?]))
}

#[cold]
fn unconvertible(vm: &Vm, function: &str, object: &ObjRef) -> Raised {
    vm.type_error(format!("cannot convert '{}' object to {function}", vm.type_name(object)))
}

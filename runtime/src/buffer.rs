//! Bytes-like objects seen from outside: `bytes`, `bytearray`, `memoryview`.

use crate::builtins::memoryview;
use crate::error::PyResult;
use crate::vm::Vm;
use gc::{ByteArray, Bytes, ObjRef};
use std::borrow::Cow;

/// The bytes of a bytes-like object; `None` if it is none. Those of `bytes` are lent, others copied, for they can change.
pub fn bytes_of<'a>(vm: &Vm, object: &'a ObjRef) -> PyResult<Option<Cow<'a, [u8]>>> {
    if let Some(bytes) = object.cast_ref::<Bytes>() {
        return Ok(Some(Cow::Borrowed(bytes.data())));
    }
    if let Some(array) = object.payload::<ByteArray>() {
        return Ok(Some(Cow::Owned(array.to_vec())));
    }
    memoryview::bytes_of(vm, object).map(|bytes| bytes.map(Cow::Owned))
}

/// As [`bytes_of`]; other objects are a TypeError: `a bytes-like object is required, not 'str'`.
pub fn expect_bytes<'a>(vm: &Vm, object: &'a ObjRef) -> PyResult<Cow<'a, [u8]>> {
    match bytes_of(vm, object)? {
        Some(bytes) => Ok(bytes),
        None => Err(vm.type_error(format!("a bytes-like object is required, not '{}'", vm.type_name(object)))),
    }
}

/// Writes to the start of a writable bytes-like object; false if it is none, or the bytes do not fit.
pub fn write_bytes(vm: &Vm, object: &ObjRef, bytes: &[u8]) -> PyResult<bool> {
    match object.payload::<ByteArray>() {
        Some(array) if bytes.len() <= array.len() => {
            array.write(0, bytes);
            Ok(true)
        }
        Some(_) => Ok(false),
        None => memoryview::fill(vm, object, bytes),
    }
}

/// Whether the object shows its bytes to others.
pub fn is_bytes_like(object: &ObjRef) -> bool {
    object.has::<Bytes>() || object.has::<ByteArray>() || memoryview::is(object)
}

impl Vm {
    /// The bytes of a bytes-like object, copied.
    pub fn buffer_bytes(&self, object: &ObjRef) -> Option<Vec<u8>> {
        bytes_of(self, object).ok().flatten().map(Cow::into_owned)
    }
}

//! `from_bytes` and `to_bytes`: ints as rows of bytes in either order.

use super::make::{big, of};
use super::str_argument;
use crate::error::PyResult;
use crate::vm::Vm;
use gc::ObjRef;
use num_bigint::{BigInt, BigUint, Sign};

/// Whether the order is little endian; big is the default.
fn is_little(vm: &Vm, order: Option<&ObjRef>, function: &str) -> PyResult<bool> {
    let Some(order) = order else { return Ok(false) };
    match str_argument(vm, order, &format!("{function}() argument 'byteorder'"))?.as_str() {
        "little" => Ok(true),
        "big" => Ok(false),
        _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
    }
}

fn is_true(vm: &Vm, flag: Option<&ObjRef>) -> PyResult<bool> {
    flag.map_or(Ok(false), |flag| vm.truth(flag))
}

/// `int.from_bytes(bytes, byteorder='big', *, signed=False)`
pub fn from_bytes(vm: &Vm, class: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [Some(source), order, signed] = args else { return Err(vm.system_error("from_bytes without bytes")) };
    let little = is_little(vm, order.as_ref(), "from_bytes")?;
    let signed = is_true(vm, signed.as_ref())?;
    let bytes = crate::builtins::bytes::make::from_object(vm, source)?;
    let value = match (little, signed) {
        (true, true) => BigInt::from_signed_bytes_le(&bytes),
        (false, true) => BigInt::from_signed_bytes_be(&bytes),
        (true, false) => BigInt::from_bytes_le(Sign::Plus, &bytes),
        (false, false) => BigInt::from_bytes_be(Sign::Plus, &bytes),
    };
    let number = match i64::try_from(&value) {
        Ok(small) if small.unsigned_abs() < 1 << 30 && bytes_that_count(&bytes, little, signed) < 4 => {
            vm.int_exact(small)
        }
        _ => big(vm, &value, (8 * bytes_that_count(&bytes, little, signed)).div_ceil(30))?,
    };
    if class.is(&vm.types.int) {
        return Ok(number);
    }
    vm.call(class, &[number])
}

/// How many bytes are left without the leading ones that only repeat the sign; room is made for their bits.
fn bytes_that_count(bytes: &[u8], little: bool, signed: bool) -> usize {
    let sign = |first: Option<&u8>| if signed && first.is_some_and(|byte| byte & 0x80 != 0) { 0xff } else { 0 };
    let sign_byte = sign(if little { bytes.last() } else { bytes.first() });
    let leading = |it: &mut dyn Iterator<Item = &u8>| it.take_while(|byte| **byte == sign_byte).count();
    let leading = if little { leading(&mut bytes.iter().rev()) } else { leading(&mut bytes.iter()) };
    let rest = bytes.len() - leading;
    rest + usize::from(signed && rest < bytes.len())
}

/// `to_bytes(length=1, byteorder='big', *, signed=False)`
pub fn to_bytes(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [length, order, signed] = args else { return Err(vm.system_error("to_bytes without length")) };
    let length = length.as_ref().map_or(Ok(1), |n| vm.to_index(n))?;
    let little = is_little(vm, order.as_ref(), "to_bytes")?;
    let signed = is_true(vm, signed.as_ref())?;
    let Ok(length) = usize::try_from(length) else {
        return Err(vm.value_error("length argument must be non-negative"));
    };
    let value = of(this).to_bigint();
    let negative = value.sign() == Sign::Minus;
    if negative && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    // -1 in no bytes at all is fine with CPython.
    let fits = if signed { fits_signed(&value, length) } else { value.bits().div_ceil(8) <= length as u64 };
    if !fits {
        return Err(vm.overflow_error("int too big to convert"));
    }
    super::make::check_bits(vm, (length as u64).saturating_mul(8))?;
    let fill = if negative { 0xff } else { 0 };
    let mut bytes = if signed { value.to_signed_bytes_le() } else { value.magnitude().to_bytes_le() };
    bytes.resize(length, fill);
    if !little {
        bytes.reverse();
    }
    crate::builtins::bytes::make::fresh(vm, &bytes)
}

fn fits_signed(value: &BigInt, length: usize) -> bool {
    // The magnitude of the bit pattern: of -n that of n - 1.
    let pattern =
        if value.sign() == Sign::Minus { value.magnitude() - 1u32 } else { BigUint::clone(value.magnitude()) };
    let bits = pattern.bits();
    bits == 0 && (length > 0 || value.sign() != Sign::Plus) || bits < length as u64 * 8
}

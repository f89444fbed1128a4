//! Ints and other numbers: conversion to float and back, true division, what `int()` accepts.

use super::make::{exact, of, pair};
use super::{parse, plain};
use crate::error::{Exc, PyResult};
use crate::object::type_of;
use crate::vm::Vm;
use gc::{Float, Int, ObjRef, Ref, Str};
use num_bigint::{BigInt, BigUint, Sign};

/// The nearest float, ties to even; `None` if that is infinity.
pub fn nearest_f64(value: &BigInt) -> Option<f64> {
    let magnitude = scaled(value.magnitude(), 0)?;
    Some(if value.sign() == Sign::Minus { -magnitude } else { magnitude })
}

/// `magnitude` × 2^`exponent` as the nearest float. An odd last bit stands for everything that was cut off.
pub fn scaled(magnitude: &BigUint, exponent: i64) -> Option<f64> {
    let bits = magnitude.bits();
    if bits == 0 {
        return Some(0.0);
    }
    // Subnormal results have fewer bits, the last of which is worth 2^-1074.
    let top = bits as i64 + exponent;
    let keep = (top + 1074).min(53);
    if top > 1024 {
        return None;
    }
    if keep < 0 {
        return Some(0.0);
    }
    let drop = bits as i64 - keep;
    let (mut mantissa, mut at) = if drop <= 0 {
        (low_word(magnitude), exponent)
    } else {
        let cut = drop as u64;
        let kept = low_word(&(magnitude >> cut));
        let half = magnitude.bit(cut - 1);
        let sticky = half && magnitude.trailing_zeros().is_some_and(|z| z < cut - 1);
        (kept + u64::from(half && (sticky || kept & 1 == 1)), exponent + drop)
    };
    if mantissa == 1 << 53 {
        mantissa >>= 1;
        at += 1;
    }
    let value = times_power(mantissa as f64, at);
    value.is_finite().then_some(value)
}

fn low_word(n: &BigUint) -> u64 {
    n.iter_u64_digits().next().unwrap_or(0)
}

/// `value` × 2^`exponent` where the result is exact and `exponent` below 2000: half of it at a time, because one factor
/// alone could over- or underflow.
pub fn times_power(value: f64, exponent: i64) -> f64 {
    let power = |e: i64| f64::from_bits(((e + 1023) as u64) << 52);
    value * power(exponent / 2) * power(exponent - exponent / 2)
}

/// The float of an int: `int too large to convert to float`.
pub fn to_f64(vm: &Vm, int: &Ref<Int>) -> PyResult<f64> {
    if let Some(value) = int.to_i64() {
        return Ok(value as f64);
    }
    nearest_f64(&int.to_bigint()).ok_or_else(|| vm.overflow_error("int too large to convert to float"))
}

/// `a / b`: the nearest float of the exact quotient.
pub fn true_div(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let Some((a, b)) = pair(a, b) else { return Ok(vm.not_implemented.clone()) };
    if b.is_zero() {
        return Err(vm.zero_division("division by zero"));
    }
    const EXACT: u64 = 1 << 53;
    if let (Some(x), Some(y)) = (a.to_i64(), b.to_i64())
        && x.unsigned_abs() <= EXACT
        && y.unsigned_abs() <= EXACT
    {
        return Ok(vm.float(x as f64 / y as f64));
    }
    match quotient(&a.to_bigint(), &b.to_bigint()) {
        Some(value) => Ok(vm.float(value)),
        None => Err(vm.overflow_error("integer division result too large for a float")),
    }
}

/// The nearest float of `a / b`; `None` if that is infinity.
pub fn quotient(a: &BigInt, b: &BigInt) -> Option<f64> {
    if a.sign() == Sign::NoSign {
        return Some(if b.sign() == Sign::Minus { -0.0 } else { 0.0 });
    }
    let negative = a.sign() != b.sign();
    let (a, b) = (a.magnitude(), b.magnitude());
    // At least 64 bits of quotient, and one sticky bit for the remainder.
    let shift = 66 + b.bits() as i64 - a.bits() as i64;
    if (a.bits() as i64) - (b.bits() as i64) < -1_200 {
        return Some(if negative { -0.0 } else { 0.0 });
    }
    let (up, down) = if shift > 0 { (a << shift as u64, b.clone()) } else { (a.clone(), b << (-shift) as u64) };
    let mut whole = &up / &down;
    let exact_quotient = &whole * &down == up;
    whole <<= 1u32;
    if !exact_quotient {
        whole += 1u32;
    }
    let value = scaled(&whole, -shift - 1)?;
    Some(if negative { -value } else { value })
}

/// The int of a float without its fraction.
pub fn from_f64(vm: &Vm, value: f64) -> PyResult {
    if value.is_infinite() {
        return Err(vm.overflow_error("cannot convert float infinity to integer"));
    }
    if value.is_nan() {
        return Err(vm.value_error("cannot convert float NaN to integer"));
    }
    if value.abs() < 9e18 {
        return Ok(vm.int(value as i64));
    }
    exact(vm, &whole_of(value))
}

/// The whole part of a finite float, exactly.
pub fn whole_of(value: f64) -> BigInt {
    let value = value.trunc();
    if value.abs() < 9e18 {
        return BigInt::from(value as i64);
    }
    let bits = value.to_bits();
    let mantissa = (bits & ((1 << 52) - 1)) | 1 << 52;
    let big = BigInt::from(mantissa) << ((bits >> 52 & 0x7ff) - 1075);
    if value < 0.0 { -big } else { big }
}

/// `int(value)`.
pub fn number_of(vm: &Vm, value: &ObjRef) -> PyResult {
    if value.ty_ref().is(&vm.types.int) {
        return Ok(value.clone());
    }
    if let Some(float) = value.cast_ref::<Float>()
        && value.ty_ref().is(&vm.types.float)
    {
        return from_f64(vm, float.value());
    }
    let slots = &type_of(value).slots;
    if let Some(int) = slots.int.get() {
        let result = int(vm, value)?;
        return checked(vm, result, "__int__ returned non-int");
    }
    if slots.index.get().is_some() {
        return plain(vm, &vm.index(value)?);
    }
    if let Some(method) = vm.lookup_special(value, &vm.names.__trunc__)? {
        vm.warn(Exc::DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.", 1)?;
        return truncated(vm, &vm.call(&method, &[])?);
    }
    if value.has::<Str>() {
        return parse::from_str(vm, value, 10);
    }
    if let Some(bytes) = crate::buffer::bytes_of(vm, value)? {
        return parse::from_bytes(vm, value, &bytes, 10);
    }
    let kind = vm.type_name(value);
    Err(vm.type_error(format!("int() argument must be a string, a bytes-like object or a real number, not '{kind}'")))
}

/// What `__trunc__` answered, as an int.
fn truncated(vm: &Vm, result: &ObjRef) -> PyResult {
    if result.has::<Int>() {
        return plain(vm, result);
    }
    let slots = &type_of(result).slots;
    if slots.index.get().is_some() {
        return plain(vm, &vm.index(result)?);
    }
    let kind = vm.type_name(result);
    Err(vm.type_error(format!("__trunc__ returned non-Integral (type {kind})")))
}

fn checked(vm: &Vm, result: ObjRef, complaint: &str) -> PyResult {
    if !result.has::<Int>() {
        return Err(vm.type_error(format!("{complaint} (type {})", vm.type_name(&result))));
    }
    if result.ty().exact() != gc::Exact::Int {
        vm.warn_of_subclass(complaint, &result, "int")?;
    }
    plain(vm, of(&result).as_obj())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_floats() {
        let big = |s: &str| s.parse::<BigInt>().unwrap();
        for (text, value) in [
            ("9007199254740993", 9007199254740992.0),
            ("9007199254740995", 9007199254740996.0),
            ("-123456789012345678901234567890", -1.2345678901234568e29),
            ("36893488147419107329", 3.689348814741911e19),
        ] {
            assert_eq!(nearest_f64(&big(text)), Some(value));
        }
        assert_eq!(nearest_f64(&(BigInt::from(1) << 1024u32)), None);
        assert_eq!(nearest_f64(&((BigInt::from(1) << 1024u32) - (BigInt::from(1) << 970u32))), None);
        assert_eq!(nearest_f64(&((BigInt::from(1) << 1024u32) - (BigInt::from(1) << 971u32))), Some(f64::MAX));
    }

    #[test]
    fn quotients() {
        let ten = |n: u32| BigInt::from(10).pow(n);
        assert_eq!(quotient(&ten(400), &ten(399)), Some(10.0));
        assert_eq!(quotient(&ten(400), &BigInt::from(3)), None);
        assert_eq!(quotient(&BigInt::from(3), &ten(400)), Some(0.0));
        assert_eq!(quotient(&BigInt::from(5), &ten(324)), Some(5e-324));
        assert_eq!(quotient(&BigInt::from(-123), &ten(320)), Some(-1.23e-318));
        assert_eq!(quotient(&BigInt::from(2), &BigInt::from(3)), Some(2.0 / 3.0));
        assert_eq!(whole_of(1e22), ten(22));
    }
}

//! Floats as exact fractions: `as_integer_ratio`, and `round`, which must not round twice.

use super::value;
use crate::builtins::int::convert::{from_f64, nearest_f64};
use crate::error::PyResult;
use crate::format::decimal;
use crate::vm::Vm;
use gc::ObjRef;
use num_bigint::BigInt;
use num_integer::Integer;

/// Numerator and denominator of a finite float, in lowest terms.
fn fraction(value: f64) -> (BigInt, BigInt) {
    let bits = value.to_bits();
    let raw = (bits >> 52 & 0x7ff) as i64;
    let fraction = bits & ((1 << 52) - 1);
    let (mut mantissa, mut exponent) = if raw == 0 { (fraction, -1074) } else { (fraction | 1 << 52, raw - 1075) };
    if mantissa == 0 {
        return (BigInt::ZERO, BigInt::from(1));
    }
    let zeros = mantissa.trailing_zeros();
    mantissa >>= zeros;
    exponent += i64::from(zeros);
    let numerator = BigInt::from(if value < 0.0 { -(mantissa as i64) } else { mantissa as i64 });
    if exponent >= 0 { (numerator << exponent, BigInt::from(1)) } else { (numerator, BigInt::from(1) << -exponent) }
}

pub fn as_integer_ratio(vm: &Vm, this: &ObjRef) -> PyResult {
    let value = value(this);
    if value.is_infinite() {
        return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
    }
    if value.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    let (numerator, denominator) = fraction(value);
    Ok(vm.tuple([vm.bigint(numerator), vm.bigint(denominator)]))
}

/// `round(x)` is an int, `round(x, n)` a float; both take the even neighbour of a tie.
pub fn round(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let value = value(this);
    let digits = match args.first() {
        Some(digits) if !digits.is(&vm.none) => vm.to_index_clamped(digits)?,
        _ => return from_f64(vm, value.round_ties_even()),
    };
    // No double has more decimals than 323, none is above 10^309.
    if digits > 323 || !value.is_finite() {
        return Ok(vm.float(value));
    }
    if digits < -308 {
        return Ok(vm.float(0.0 * value));
    }
    match rounded(value, digits as i32) {
        Some(result) => Ok(vm.float(result)),
        None => Err(vm.overflow_error("rounded value too large to represent")),
    }
}

/// The double nearest to the decimal that is nearest to `value`.
fn rounded(value: f64, digits: i32) -> Option<f64> {
    if digits >= 0 {
        let places = digits as usize;
        let quick = decimal::units(value, places).and_then(|units| decimal::of_units(units, places));
        return quick.map(|result| result.copysign(value)).or_else(|| format!("{value:.places$}").parse().ok());
    }
    let unit = BigInt::from(10).pow(digits.unsigned_abs());
    let (numerator, denominator) = fraction(value.abs());
    let scale = &unit * denominator;
    let (quotient, rest) = numerator.div_rem(&scale);
    let up = match (rest * 2u32).cmp(&scale) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => quotient.is_odd(),
    };
    let result = nearest_f64(&((quotient + u32::from(up)) * unit))?;
    Some(result.copysign(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Recorded from python3.11.
    #[test]
    fn rounds_once() {
        for (value, digits, result) in [
            (2.675, 2, 2.67),
            (1.005, 2, 1.0),
            (0.15, 1, 0.1),
            (0.25, 1, 0.2),
            (1234.5, -2, 1200.0),
            (1250.0, -2, 1200.0),
            (1350.0, -2, 1400.0),
            (1e308, -308, 1e308),
            (12345.678, 20, 12345.678),
            (-5.5, -1, -10.0),
        ] {
            assert_eq!(rounded(value, digits), Some(result), "{value} {digits}");
        }
        assert_eq!(rounded(1.7e308, -308), None);
        assert_eq!(rounded(-1.0, -1).map(f64::is_sign_negative), Some(true));
    }

    #[test]
    fn fractions() {
        assert_eq!(fraction(1.5), (3.into(), 2.into()));
        assert_eq!(fraction(0.1), (3_602_879_701_896_397i64.into(), 36_028_797_018_963_968i64.into()));
        assert_eq!(fraction(-0.0), (0.into(), 1.into()));
        assert_eq!(fraction(1e22).0, BigInt::from(10).pow(22));
    }
}

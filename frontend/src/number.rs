//! From the text of a number to its value.

use crate::ast::Constant;
use bumpalo::Bump;
use num_bigint::BigUint;

/// Decimal integers longer than this are refused, as CPython does against slow conversions.
const MAX_DIGITS: usize = 4300;

/// The value of a number token.
pub(crate) fn parse<'a>(text: &str, arena: &'a Bump) -> Result<Constant<'a>, String> {
    let digits: String = text.chars().filter(|&c| c != '_').map(|c| c.to_ascii_lowercase()).collect();
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = digits.strip_prefix(prefix) {
            return Ok(integer(digits, radix, arena));
        }
    }
    if let Some(imaginary) = digits.strip_suffix('j') {
        return Ok(Constant::Imag(imaginary.parse().unwrap_or(f64::NAN)));
    }
    if digits.contains(['.', 'e']) {
        return Ok(Constant::Float(digits.parse().unwrap_or(f64::NAN)));
    }
    if digits.len() > MAX_DIGITS {
        return Err(format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals \
             to avoid decimal conversion limits.",
            digits.len()
        ));
    }
    Ok(integer(&digits, 10, arena))
}

fn integer<'a>(digits: &str, radix: u32, arena: &'a Bump) -> Constant<'a> {
    if let Ok(small) = i64::from_str_radix(digits, radix) {
        return Constant::Int(small);
    }
    let big = BigUint::parse_bytes(digits.as_bytes(), radix).unwrap_or_default();
    Constant::BigInt(arena.alloc_slice_copy(&big.to_u32_digits()))
}

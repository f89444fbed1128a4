//! Text to floats: decimal literals, and the hexadecimal form that loses nothing.

use crate::builtins::int::convert::scaled;
use crate::builtins::int::parse::to_ascii;
use crate::error::PyResult;
use crate::vm::Vm;
use gc::{ObjRef, Str, Units};
use num_bigint::BigUint;

/// Reads what `float()` accepts: spaces around, digits of any script, underscores between digits.
pub fn from_units(text: Units<'_>) -> Option<f64> {
    match text {
        Units::U1(bytes) if bytes.is_ascii() => from_ascii(bytes),
        _ => from_ascii(&to_ascii(text)),
    }
}

pub fn from_ascii(text: &[u8]) -> Option<f64> {
    let text = trimmed(text);
    if text.contains(&b'_') {
        let spread = |i: usize| text[i].is_ascii_digit();
        let allowed =
            (0..text.len()).all(|i| text[i] != b'_' || i > 0 && spread(i - 1) && i + 1 < text.len() && spread(i + 1));
        let joined: Vec<u8> = text.iter().copied().filter(|b| *b != b'_').collect();
        return allowed.then(|| number(&joined))?;
    }
    number(text)
}

fn number(text: &[u8]) -> Option<f64> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

fn trimmed(text: &[u8]) -> &[u8] {
    let space = |b: &u8| matches!(b, 9..=13 | 32);
    let start = text.iter().position(|b| !space(b)).unwrap_or(text.len());
    let end = text.iter().rposition(|b| !space(b)).map_or(start, |last| last + 1);
    &text[start..end]
}

/// `float.fromhex(text)`
pub fn fromhex(vm: &Vm, class: &ObjRef, text: &ObjRef) -> PyResult {
    let Some(text) = text.cast_ref::<Str>() else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    let ascii: Option<Vec<u8>> = match text.units() {
        gc::Units::U1(bytes) if bytes.is_ascii() => Some(bytes.to_vec()),
        _ => None,
    };
    let value = match ascii.and_then(|ascii| read_hex(trimmed(&ascii))) {
        Some(Some(value)) => value,
        Some(None) => return Err(vm.overflow_error("hexadecimal value too large to represent as a float")),
        None => return Err(vm.value_error("invalid hexadecimal floating-point string")),
    };
    let float = vm.float(value);
    if class.is(&vm.types.float) { Ok(float) } else { vm.call(class, &[float]) }
}

/// Outer `None`: not a number; inner `None`: too large.
fn read_hex(text: &[u8]) -> Option<Option<f64>> {
    let (negative, text) = match text.first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let signed = |value: f64| Some(Some(if negative { -value } else { value }));
    match text.to_ascii_lowercase().as_slice() {
        b"inf" | b"infinity" => return signed(f64::INFINITY),
        b"nan" => return signed(f64::NAN),
        _ => {}
    }
    let text = text.strip_prefix(b"0x").or(text.strip_prefix(b"0X")).unwrap_or(text);
    let (mantissa, exponent) = match text.iter().position(|b| matches!(b, b'p' | b'P')) {
        Some(at) => (&text[..at], read_exponent(&text[at + 1..])?),
        None => (text, 0),
    };
    let point = mantissa.iter().position(|b| *b == b'.');
    let digits: Vec<u8> = mantissa.iter().enumerate().filter(|(i, _)| Some(*i) != point).map(|(_, b)| *b).collect();
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let decimals = point.map_or(0, |at| mantissa.len() - at - 1);
    let size = BigUint::parse_bytes(&digits, 16)?;
    match scaled(&size, exponent - 4 * decimals as i64) {
        Some(value) => signed(value),
        None => Some(None),
    }
}

/// The number behind the `p`; far out of range it is cut off.
fn read_exponent(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text.first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = digits.iter().fold(0i64, |sum, d| (sum * 10 + i64::from(d - b'0')).min(1 << 50));
    Some(if negative { -size } else { size })
}

/// `hex()`: one digit before the point, thirteen behind it.
pub fn hex(value: f64) -> String {
    if !value.is_finite() {
        return crate::format::digits::repr(value);
    }
    let bits = value.to_bits();
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let (raw, fraction) = ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
    match (raw, fraction) {
        (0, 0) => format!("{sign}0x0.0p+0"),
        (0, _) => format!("{sign}0x0.{fraction:013x}p-1022"),
        _ => format!("{sign}0x1.{fraction:013x}p{:+}", raw - 1023),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals() {
        for (text, value) in
            [(" 1_0.5_0\n", 10.5), ("1e1_0", 1e10), (".5", 0.5), ("5.", 5.0), ("-Infinity", f64::NEG_INFINITY)]
        {
            assert_eq!(from_ascii(text.as_bytes()), Some(value), "{text}");
        }
        for wrong in ["", ".", "e5", "1e", "1__0", "1_.5", "1._5", "1_e5", "1e_5", "_1", "0x1p3", "1 2", "infx", "1\0"]
        {
            assert_eq!(from_ascii(wrong.as_bytes()), None, "{wrong}");
        }
    }

    #[test]
    fn hexadecimals() {
        for value in [0.0, -0.0, 1.5, 0.1, 5e-324, 1e308, f64::MAX, f64::MIN_POSITIVE] {
            assert_eq!(read_hex(hex(value).as_bytes()), Some(Some(value)));
        }
        assert_eq!(hex(0.1), "0x1.999999999999ap-4");
        for (text, value) in [
            ("0x1.fffffffffffff8p0", 2.0),
            ("0x1p-1075", 0.0),
            ("0x1.8p-1075", 5e-324),
            ("0x123456789abcdef0123", 5.373_003_642_731_685e21),
            ("0x0p99999999999999999999", 0.0),
            ("1.8", 1.5),
        ] {
            assert_eq!(read_hex(text.as_bytes()), Some(Some(value)), "{text}");
        }
        assert_eq!(read_hex(b"0x1.fffffffffffff8p1023"), Some(None));
        for wrong in ["0x", "", "0x.p0", "0x1p", "1..2", "0xg"] {
            assert_eq!(read_hex(wrong.as_bytes()), None, "{wrong}");
        }
    }
}

//! Digits to ints: literals of any base as `int()` reads them.

use super::make::{exact, wide};
use super::text::{DigitLimit, SMALLEST_LIMIT};
use crate::error::{PyResult, Raised};
use crate::format::Fault;
use crate::text::{chars, units_len};
use crate::unicode;
use crate::vm::Vm;
use gc::{Int, ObjRef, Ref, Str, Units};
use num_bigint::{BigInt, BigUint, Sign};

/// A literal taken apart: digits without underscores, as ASCII, and the base they are in.
#[derive(Debug, PartialEq, Eq)]
pub struct Literal {
    pub negative: bool,
    pub base: u32,
    pub digits: Vec<u8>,
}

/// Reads a literal; `None` if it is none. Base 0 goes by the prefix.
pub fn literal(text: &[u8], base: u32) -> Option<Literal> {
    let text = text.trim_ascii_start_python();
    let (negative, text) = match text.first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let (found, mut text, prefixed) = prefix(text, base);
    // Underscores stand between digits, or between prefix and digit.
    if prefixed && text.first() == Some(&b'_') {
        text = &text[1..];
    }
    let text = text.trim_ascii_end_python();
    let mut digits = Vec::with_capacity(text.len());
    let mut gap = true;
    for &byte in text {
        if byte == b'_' && !gap {
            gap = true;
            continue;
        }
        char::from(byte).to_digit(found)?;
        digits.push(byte);
        gap = false;
    }
    let octal_looking = base == 0 && !prefixed && digits.first() == Some(&b'0') && digits.iter().any(|d| *d != b'0');
    (!gap && !octal_looking).then_some(Literal { negative, base: found, digits })
}

/// The base that the prefix names, and what follows it.
fn prefix(text: &[u8], base: u32) -> (u32, &[u8], bool) {
    let named = match text {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    match base {
        0 if named != 0 => (named, &text[2..], true),
        0 => (10, text, false),
        _ if base == named => (base, &text[2..], true),
        _ => (base, text, false),
    }
}

trait PythonSpace {
    fn trim_ascii_start_python(&self) -> &[u8];
    fn trim_ascii_end_python(&self) -> &[u8];
}

/// C's isspace: Rust's lacks the vertical tab.
impl PythonSpace for [u8] {
    fn trim_ascii_start_python(&self) -> &[u8] {
        let start = self.iter().position(|b| !matches!(b, 9..=13 | 32)).unwrap_or(self.len());
        &self[start..]
    }
    fn trim_ascii_end_python(&self) -> &[u8] {
        let end = self.iter().rposition(|b| !matches!(b, 9..=13 | 32)).map_or(0, |last| last + 1);
        &self[..end]
    }
}

/// Spaces and digits of other scripts as ASCII; anything else beyond ASCII as a question mark.
pub fn to_ascii(text: Units<'_>) -> Vec<u8> {
    let ascii = |c: u32| match c {
        0..0x80 => c as u8,
        _ if unicode::is_space(c) => b' ',
        _ => unicode::decimal_value(c).map_or(b'?', |d| b'0' + d as u8),
    };
    chars(text).map(ascii).collect()
}

/// `int(text, base)` for a str.
pub fn from_str(vm: &Vm, object: &ObjRef, base: u32) -> PyResult {
    let Some(text) = object.cast_ref::<Str>() else { return Err(vm.system_error("int from a non-str")) };
    if let Units::U1(units) = text.units() {
        if base == 10
            && let Some(value) = plain_decimal(units)
        {
            return small(vm, value);
        }
        if base == 10
            && let Some(value) = long_decimal(units)
        {
            return wide(vm, value, 0);
        }
        if text.is_ascii() {
            return from_ascii(vm, units, base)?.map_or_else(|| Err(invalid(vm, object, base)), Ok);
        }
    }
    let ascii = to_ascii(text.units());
    from_ascii(vm, &ascii, base)?.map_or_else(|| Err(invalid(vm, object, base)), Ok)
}

/// `int(bytes, base)`; `object` is what the error shows.
pub fn from_bytes(vm: &Vm, object: &ObjRef, bytes: &[u8], base: u32) -> PyResult {
    if let Some(number) = from_ascii(vm, bytes, base)? {
        return Ok(number);
    }
    let shown = if object.has::<gc::Bytes>() { object.clone() } else { vm.bytes(bytes) };
    Err(invalid(vm, &shown, base))
}

/// The value of a few decimal digits and nothing else: nearly every text that a program converts.
fn plain_decimal(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    if digits.is_empty() || digits.len() > 18 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size = digits.iter().fold(0, |sum, d| sum * 10 + i64::from(d - b'0'));
    Some(if negative { -size } else { size })
}

/// As `plain_decimal` of a value that needs more than a word.
fn long_decimal(text: &[u8]) -> Option<i128> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    if !(20..=37).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let half = |digits: &[u8]| digits.iter().fold(0u64, |sum, d| sum * 10 + u64::from(d - b'0'));
    let (high, low) = digits.split_at(digits.len() - 19);
    let size = i128::from(half(high)) * 10_000_000_000_000_000_000 + i128::from(half(low));
    (size > i128::from(i64::MAX)).then_some(if negative { -size } else { size })
}

/// An int of up to two digits, made by `int()`.
fn small(vm: &Vm, value: i64) -> PyResult {
    if (-5..=256).contains(&value) {
        return wide(vm, value.into(), 0);
    }
    Ok(Int::from_i64_exact(vm, &vm.types.int, value).into_obj())
}

fn from_ascii(vm: &Vm, text: &[u8], base: u32) -> PyResult<Option<ObjRef>> {
    vm.check_room(text.len())?;
    let Some(literal) = literal(text, base) else { return Ok(None) };
    if literal.digits.len() > SMALLEST_LIMIT {
        check_limit(&literal, DigitLimit::get(vm)).map_err(|fault| fault.raise(vm))?;
    }
    value(vm, &literal).map(Some)
}

/// `int('…')` of a literal that is one.
fn value(vm: &Vm, literal: &Literal) -> PyResult {
    let base = literal.base;
    // The block of a power of two is sized by the digits as written.
    let room =
        if base.is_power_of_two() { (literal.digits.len() * base.trailing_zeros() as usize).div_ceil(30) } else { 0 };
    if literal.digits.len() <= 12 {
        let size = literal.digits.iter().fold(0i64, |sum, d| sum * i64::from(base) + digit(*d));
        let value = if literal.negative { -size } else { size };
        return if room > 1 { wide(vm, value.into(), room) } else { small(vm, value) };
    }
    let digits: Vec<u8> = literal.digits.iter().map(|d| digit(*d) as u8).collect();
    let size = BigUint::from_radix_be(&digits, base).unwrap_or_default();
    let value = BigInt::from_biguint(if literal.negative { Sign::Minus } else { Sign::Plus }, size);
    if let Ok(small) = i64::try_from(&value)
        && room <= 1
        && !(-5..=256).contains(&small)
    {
        return Ok(Int::from_i64_exact(vm, &vm.types.int, small).into_obj());
    }
    if room > 1 { super::make::big(vm, &value, room) } else { exact(vm, &value) }
}

fn digit(byte: u8) -> i64 {
    char::from(byte).to_digit(36).unwrap_or(0).into()
}

/// Reading decimal digits takes quadratic time; CPython refuses more than `limit` of them.
fn check_limit(literal: &Literal, limit: usize) -> Result<(), Fault> {
    let digits = literal.digits.len();
    if literal.base.is_power_of_two() || limit == 0 || digits <= limit {
        return Ok(());
    }
    Err(Fault::value(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion: value has {digits} digits; use \
         sys.set_int_max_str_digits() to increase the limit"
    )))
}

/// `int(value, base)`.
pub fn with_base(vm: &Vm, value: &ObjRef, base: &ObjRef) -> PyResult {
    let base = vm.index(base)?;
    let wanted = base.cast_ref::<Int>().and_then(Ref::to_i64);
    let base = match wanted {
        Some(base @ (0 | 2..=36)) => base as u32,
        _ => return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0")),
    };
    if value.has::<Str>() {
        return from_str(vm, value, base);
    }
    if value.has::<gc::Bytes>() || crate::builtins::bytearray::is(value) {
        let bytes = crate::buffer::bytes_of(vm, value)?.unwrap_or_default();
        return from_bytes(vm, value, &bytes, base);
    }
    Err(vm.type_error("int() can't convert non-string with explicit base"))
}

/// `invalid literal for int() with base 10: 'x'`; the repr is cut after 200 characters.
#[cold]
fn invalid(vm: &Vm, object: &ObjRef, base: u32) -> Raised {
    match vm.repr(object) {
        Ok(repr) => vm.value_error(format!("invalid literal for int() with base {base}: {}", cut(&repr))),
        Err(raised) => raised,
    }
}

fn cut(repr: &ObjRef) -> String {
    let Some(text) = repr.cast_ref::<Str>() else { return String::new() };
    let units = text.units();
    crate::text::units_to_string(crate::text::slice(units, 0, units_len(units).min(200)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals() {
        let read = |text: &str, base| {
            literal(text.as_bytes(), base).map(|l| (l.negative, l.base, String::from_utf8(l.digits).unwrap()))
        };
        let some = |n, b, d: &str| Some((n, b, d.to_string()));
        assert_eq!(read(" -1_000\n", 10), some(true, 10, "1000"));
        assert_eq!(read("0x_ff", 16), some(false, 16, "ff"));
        assert_eq!(read("0xff", 0), some(false, 16, "ff"));
        assert_eq!(read("0b1", 16), some(false, 16, "0b1"));
        assert_eq!(read("00_0", 0), some(false, 10, "000"));
        for wrong in ["", " ", "_1", "1_", "1__0", "- 1", "+-1", "0x", "0x__1", "1 2", "010", "0_7"] {
            assert_eq!(read(wrong, 0), None, "{wrong}");
        }
        assert_eq!(to_ascii(Units::U2(&[0x661, 0x3000, 0x20ac])), b"1 ?");
    }
}

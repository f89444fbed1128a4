//! Numbers under a format spec: sign, prefix, digits in groups, padding between or around.

use super::Fault;
use super::digits::{Layout, Options, format_float};
use super::spec::Spec;
use crate::text::TextBuf;
use crate::vm::make::has_room;

/// A number taken apart: what stands in front, the digits that are grouped, what follows them.
struct Parts<'a> {
    negative: bool,
    prefix: &'a str,
    digits: &'a str,
    rest: &'a str,
}

impl Parts<'_> {
    fn sign(&self, wanted: u8) -> &'static str {
        match (self.negative, wanted) {
            (true, _) => "-",
            (false, b'+') => "+",
            (false, b' ') => " ",
            _ => "",
        }
    }

    /// Writes the number into its field.
    fn layout(&self, spec: &Spec, group: usize) -> TextBuf {
        let sign = self.sign(spec.sign);
        let around = sign.len() + self.prefix.len() + self.rest.len();
        let zeros_inside = spec.align == b'=' && spec.fill == u32::from(b'0');
        let least = if zeros_inside { spec.width.saturating_sub(around) } else { 0 };
        let digits = grouped(self.digits, spec.grouping, group, least);
        let (left, right) = spec.padding(around + digits.len());
        let inner = if spec.align == b'=' { right } else { 0 };
        let mut out = TextBuf::with_capacity(spec.width.max(around + digits.len()));
        out.push_repeat(spec.fill, left);
        out.push_str(sign);
        out.push_str(self.prefix);
        out.push_repeat(spec.fill, inner);
        out.push_str(&digits);
        out.push_str(self.rest);
        out.push_repeat(spec.fill, right - inner);
        out
    }
}

/// Digits with separators, filled up with zeros to at least `least` characters.
fn grouped(digits: &str, separator: u8, group: usize, least: usize) -> String {
    if separator == 0 {
        let zeros = least.saturating_sub(digits.len());
        return "0".repeat(zeros) + digits;
    }
    // Backwards, one group at a time, while there are digits or room for zeros.
    let mut reversed = String::with_capacity(least.max(digits.len() * 4 / 3 + 1));
    let mut source = digits.bytes().rev();
    let (mut remaining, mut room) = (digits.len() as isize, least as isize);
    loop {
        let size = (group as isize).min(remaining.max(room).max(1));
        for _ in 0..size {
            reversed.push(source.next().map_or('0', char::from));
        }
        remaining -= size;
        room -= size;
        if remaining <= 0 && room <= 0 {
            break;
        }
        reversed.push(char::from(separator));
        room -= 1;
    }
    reversed.chars().rev().collect()
}

/// An int whose digits in the base of `spec.kind` are given (lower case, without sign).
pub fn format_int_digits(negative: bool, digits: &str, spec: &Spec) -> TextBuf {
    let (prefix, group) = match spec.ascii_kind() {
        b'b' => ("0b", 4),
        b'o' => ("0o", 4),
        b'x' => ("0x", 4),
        b'X' => ("0X", 4),
        _ => ("", 3),
    };
    let upper;
    let digits = if spec.ascii_kind() == b'X' {
        upper = digits.to_ascii_uppercase();
        &upper
    } else {
        digits
    };
    let prefix = if spec.alternate { prefix } else { "" };
    Parts { negative, prefix, digits, rest: "" }.layout(spec, group)
}

/// The base of an int's format type; `None` for types that print no int.
pub fn int_base(kind: u8) -> Option<u32> {
    match kind {
        b'd' | b'n' => Some(10),
        b'b' => Some(2),
        b'o' => Some(8),
        b'x' | b'X' => Some(16),
        _ => None,
    }
}

/// Checks that hold for every int format.
pub fn check_int_spec(spec: &Spec) -> Result<(), Fault> {
    if spec.precision.is_some() {
        return Err(Fault::value("Precision not allowed in integer format specifier"));
    }
    if spec.no_negative_zero {
        return Err(Fault::value("Negative zero coercion (z) not allowed in integer format specifier"));
    }
    Ok(())
}

/// The `c` type: the character with this number.
pub fn format_int_char(code: Option<i64>, spec: &Spec) -> Result<TextBuf, Fault> {
    if spec.sign != 0 {
        return Err(Fault::value("Sign not allowed with integer format specifier 'c'"));
    }
    if spec.alternate {
        return Err(Fault::value("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    let code = code.ok_or_else(|| Fault::overflow("Python int too large to convert to C long"))?;
    let Some(code) = u32::try_from(code).ok().filter(|c| *c <= 0x10_ffff) else {
        return Err(Fault::overflow("%c arg not in range(0x110000)"));
    };
    // A character is no number: nothing stands between sign and digit, zeros go to its left.
    let (left, right) = if spec.align == b'=' { (spec.width.saturating_sub(1), 0) } else { spec.padding(1) };
    let mut out = TextBuf::new();
    out.push_repeat(spec.fill, left);
    out.push(code);
    out.push_repeat(spec.fill, right);
    Ok(out)
}

/// How a format type lays out a float: layout, default precision, upper case.
fn float_kind(kind: u8) -> Option<(Layout, usize, bool)> {
    Some(match kind {
        b'e' => (Layout::Exponent, 6, false),
        b'E' => (Layout::Exponent, 6, true),
        b'f' | b'%' => (Layout::Fixed, 6, false),
        b'F' => (Layout::Fixed, 6, true),
        b'g' | b'n' => (Layout::General, 6, false),
        b'G' => (Layout::General, 6, true),
        0 => (Layout::Shortest, 0, false),
        _ => return None,
    })
}

/// One float's text and whether it is negative, before it is put into a field.
fn float_text(value: f64, spec: &Spec, dot_zero: bool, owner: &str) -> Result<(bool, String), Fault> {
    let (mut layout, default, upper) = float_kind(spec.ascii_kind()).ok_or_else(|| spec.unknown_kind(owner))?;
    if spec.precision.is_some_and(|p| p > i32::MAX as usize) {
        return Err(Fault::value("precision too big"));
    }
    if !has_room(spec.precision.unwrap_or(0)) {
        return Err(Fault { kind: crate::error::Exc::MemoryError, text: String::new() });
    }
    if layout == Layout::Shortest && spec.precision.is_some() {
        layout = Layout::General;
    }
    let percent = spec.ascii_kind() == b'%';
    let value = if percent { value * 100.0 } else { value };
    let options = Options {
        alternate: spec.alternate,
        dot_zero: dot_zero && spec.kind == 0,
        no_negative_zero: spec.no_negative_zero,
    };
    let mut text = format_float(value, layout, spec.precision.unwrap_or(default), options);
    if upper {
        text.make_ascii_uppercase();
    }
    if percent {
        text.push('%');
    }
    Ok(match text.strip_prefix('-') {
        Some(positive) => (true, positive.to_string()),
        None => (false, text),
    })
}

/// Puts a float's text into a field.
fn float_field(negative: bool, text: &str, spec: &Spec) -> TextBuf {
    let whole = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(whole);
    if digits.is_empty() {
        // inf and nan: padded like digits, never grouped.
        let spec = Spec { grouping: 0, ..*spec };
        return Parts {
            negative,
            prefix: "",
            digits: rest.trim_end_matches('%'),
            rest: if rest.ends_with('%') { "%" } else { "" },
        }
        .layout(&spec, 3);
    }
    Parts { negative, prefix: "", digits, rest }.layout(spec, 3)
}

/// A float under a spec; `owner` is the type's name for errors (ints come here with `e f g %`).
pub fn format_float_spec(value: f64, spec: &Spec, owner: &str) -> Result<TextBuf, Fault> {
    let (negative, text) = float_text(value, spec, true, owner)?;
    Ok(float_field(negative, &text, spec))
}

/// A complex number under a spec.
pub fn format_complex_spec(real: f64, imaginary: f64, spec: &Spec) -> Result<TextBuf, Fault> {
    if float_kind(spec.ascii_kind()).is_none() || spec.ascii_kind() == b'%' {
        return Err(spec.unknown_kind("complex"));
    }
    if spec.fill == u32::from(b'0') {
        return Err(Fault::value("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == b'=' {
        return Err(Fault::value("'=' alignment flag is not allowed in complex format specifier"));
    }
    let plain = spec.kind == 0;
    let without_real = plain && real == 0.0 && real.is_sign_positive();
    let part = Spec { width: 0, ..*spec };
    let mut text = TextBuf::new();
    if plain && !without_real {
        text.push_str("(");
    }
    if !without_real {
        let (negative, digits) = float_text(real, spec, false, "complex")?;
        text.push_buf(&float_field(negative, &digits, &part));
    }
    let (negative, digits) = float_text(imaginary, spec, false, "complex")?;
    let sign = if without_real { spec.sign } else { b'+' };
    text.push_buf(&float_field(negative, &digits, &Spec { sign, ..part }));
    text.push_str("j");
    if plain && !without_real {
        text.push_str(")");
    }
    Ok(pad(&text, spec))
}

/// Puts finished text into the spec's field.
pub fn pad(text: &TextBuf, spec: &Spec) -> TextBuf {
    let (left, right) = spec.padding(text.len());
    let mut out = TextBuf::with_capacity(spec.width.max(text.len()));
    out.push_repeat(spec.fill, left);
    out.push_buf(text);
    out.push_repeat(spec.fill, right);
    out
}

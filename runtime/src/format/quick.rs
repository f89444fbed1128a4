//! Numbers and plain texts under the specs that programs mostly write, as text on the stack: no object and no
//! buffer on the way. What is not told here falls to the general code, which alone knows the errors.

use super::{decimal, digits};
use crate::builtins::builtin_function;
use crate::error::PyResult;
use crate::vm::Vm;
use gc::{Exact, Float, Int, ObjRef, Str};
use std::fmt::Write;

/// Bytes of the longest text: a field, or sign and digits of a word.
const ROOM: usize = 96;
/// Fields up to here, and decimals.
const MOST_WIDTH: usize = 60;
const MOST_DECIMALS: usize = 30;

/// A short ASCII text.
pub struct Short {
    bytes: [u8; ROOM],
    len: usize,
}

impl Default for Short {
    fn default() -> Short {
        Short::new()
    }
}

impl Short {
    /// An empty text.
    pub const fn new() -> Short {
        Short { bytes: [0; ROOM], len: 0 }
    }

    /// The digits of a word in base 10 or a power of two.
    pub fn of_word(size: u64, base: u64) -> Short {
        let mut text = Short::new();
        text.push_digits(size, base);
        text
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(self.bytes()).unwrap_or("")
    }

    /// Adds text as far as there is room for it.
    pub fn push(&mut self, text: &[u8]) {
        let end = (self.len + text.len()).min(ROOM);
        self.bytes[self.len..end].copy_from_slice(&text[..end - self.len]);
        self.len = end;
    }

    /// Adds the same character many times, as far as there is room.
    pub fn fill(&mut self, byte: u8, count: usize) {
        let end = (self.len + count).min(ROOM);
        self.bytes[self.len..end].fill(byte);
        self.len = end;
    }

    /// Adds the digits of a word in base 10 or a power of two, lower case.
    fn push_digits(&mut self, mut size: u64, base: u64) {
        let (mut room, mut at) = ([0; 64], 64);
        loop {
            at -= 1;
            let digit = if base == 10 { size % 10 } else { size & (base - 1) };
            room[at] = b"0123456789abcdef"[(digit & 15) as usize];
            size = if base == 10 { size / 10 } else { size >> base.trailing_zeros() };
            if size == 0 {
                break;
            }
        }
        self.push(&room[at..]);
    }

    /// Adds the decimal text of a number.
    pub fn push_int(&mut self, value: i64) {
        if value < 0 {
            self.push(b"-");
        }
        self.push_digits(value.unsigned_abs(), 10);
    }
}

impl Write for Short {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        if self.len + text.len() > ROOM {
            return Err(std::fmt::Error);
        }
        self.push(text.as_bytes());
        Ok(())
    }
}

/// `[[fill]align][0][width][.precision][type]` with short numbers, all of it ASCII.
#[derive(Clone, Copy)]
struct Simple {
    fill: u8,
    /// `<`, `>` or `^`; 0 when not given.
    align: u8,
    /// Zeros between sign and digits.
    zeros: bool,
    width: usize,
    precision: Option<usize>,
    /// 0 when not given.
    kind: u8,
}

fn is_align(byte: Option<&u8>) -> bool {
    matches!(byte, Some(b'<' | b'>' | b'^'))
}

/// A number of at most two digits, and what follows it.
fn number(text: &[u8]) -> (Option<usize>, &[u8]) {
    let digit = |i: usize| text.get(i).filter(|b| b.is_ascii_digit()).map(|b| usize::from(b - b'0'));
    match (digit(0), digit(1)) {
        (Some(tens), Some(ones)) => (Some(tens * 10 + ones), &text[2..]),
        (Some(one), None) => (Some(one), &text[1..]),
        _ => (None, text),
    }
}

impl Simple {
    fn parse(mut text: &[u8]) -> Option<Simple> {
        let mut spec = Simple { fill: b' ', align: 0, zeros: false, width: 0, precision: None, kind: 0 };
        let mut filled = false;
        if is_align(text.get(1)) {
            (spec.fill, spec.align, filled) = (text[0], text[1], true);
            text = &text[2..];
        } else if is_align(text.first()) {
            spec.align = text[0];
            text = &text[1..];
        }
        if !filled && text.first() == Some(&b'0') {
            spec.fill = b'0';
            spec.zeros = spec.align == 0;
            text = &text[1..];
        }
        let (width, rest) = number(text);
        spec.width = width.unwrap_or(0);
        text = rest;
        if let [b'.', rest @ ..] = text {
            let (precision, rest) = number(rest);
            spec.precision = Some(precision?);
            text = rest;
        }
        spec.kind = match text {
            [] => 0,
            [kind @ (b'd' | b's' | b'f' | b'x' | b'X' | b'o' | b'b')] => *kind,
            _ => return None,
        };
        let modest = spec.width <= MOST_WIDTH && spec.precision.unwrap_or(0) <= MOST_DECIMALS;
        (modest && spec.fill.is_ascii()).then_some(spec)
    }

    /// The text, which has `sign` characters of sign, in its field.
    fn lay_out(&self, text: &[u8], sign: usize, default_align: u8) -> Short {
        let gap = self.width.saturating_sub(text.len());
        let mut out = Short::new();
        if self.zeros {
            out.push(&text[..sign]);
            out.fill(b'0', gap);
            out.push(&text[sign..]);
            return out;
        }
        let left = match if self.align == 0 { default_align } else { self.align } {
            b'<' => 0,
            b'^' => gap / 2,
            _ => gap,
        };
        out.fill(self.fill, left);
        out.push(text);
        out.fill(self.fill, gap - left);
        out
    }

    fn int(&self, value: i64) -> Option<Short> {
        let base = match self.kind {
            0 | b'd' => 10,
            b'x' | b'X' => 16,
            b'o' => 8,
            b'b' => 2,
            _ => return None,
        };
        if self.precision.is_some() {
            return None;
        }
        let mut text = Short::new();
        if value < 0 {
            text.push(b"-");
        }
        text.push_digits(value.unsigned_abs(), base);
        if self.kind == b'X' {
            text.bytes.make_ascii_uppercase();
        }
        Some(self.lay_out(text.bytes(), usize::from(value < 0), b'>'))
    }

    fn float(&self, value: f64) -> Option<Short> {
        let mut text = Short::new();
        match (self.kind, self.precision) {
            (b'f', precision) if value.abs() < 1e16 => {
                text.push(if value.is_sign_negative() { b"-" } else { b"" });
                let (value, decimals) = (value.abs(), precision.unwrap_or(6));
                if !decimal::push(&mut text, value, decimals) {
                    write!(text, "{value:.decimals$}").ok()?;
                }
            }
            (0, None) if value.is_finite() => digits::repr_to(value, &mut text)?,
            _ => return None,
        }
        Some(self.lay_out(text.bytes(), usize::from(value.is_sign_negative()), b'>'))
    }

    fn text(&self, text: &[u8]) -> Option<Short> {
        let plain = matches!(self.kind, 0 | b's') && self.precision.is_none() && !self.zeros && self.fill != b'0';
        (plain && text.len() < self.width).then(|| self.lay_out(text, 0, b'<'))
    }
}

/// The value under the spec, if both are of the common kinds: exact ints of a word, floats and ASCII texts.
pub fn text(vm: &Vm, value: &ObjRef, spec: &[u8]) -> PyResult<Option<Short>> {
    let exact = value.ty().exact();
    if !matches!(exact, Exact::Int | Exact::Float | Exact::Str) {
        return Ok(None);
    }
    let Some(simple) = Simple::parse(spec) else { return Ok(None) };
    let made = match exact {
        Exact::Int => value.to::<Int>().to_i64().and_then(|value| simple.int(value)),
        Exact::Float => simple.float(value.to::<Float>().value()),
        _ => value.to::<Str>().ascii_bytes().and_then(|text| simple.text(text)),
    };
    if made.is_some() {
        builtin_function::in_passing(vm, value);
        vm.check_interrupt()?;
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields() {
        let int = |spec: &str, value| {
            let made = Simple::parse(spec.as_bytes()).and_then(|spec| spec.int(value));
            made.map(|text| String::from_utf8_lossy(text.bytes()).into_owned())
        };
        for (spec, value, text) in [
            ("", 0, "0"),
            (">8", 42, "      42"),
            ("*^7d", -42, "**-42**"),
            ("06", -42, "-00042"),
            ("<06", 42, "420000"),
            ("X", i64::MIN, "-8000000000000000"),
            ("b", 5, "101"),
            ("60o", 8, &format!("{:>60}", "10")),
        ] {
            assert_eq!(int(spec, value).as_deref(), Some(text), "{spec}");
        }
        for general in ["+", "#x", ",", "=5", ".2", "z", "61", "s", "c", "100", "é>3"] {
            assert_eq!(int(general, 1), None, "{general}");
        }
    }

    #[test]
    fn floats_and_texts() {
        let spec = |text: &str| Simple::parse(text.as_bytes()).expect("a simple spec");
        let shown = |text: Option<Short>| text.map(|text| String::from_utf8_lossy(text.bytes()).into_owned());
        assert_eq!(shown(spec(".2f").float(2.675)).as_deref(), Some("2.67"));
        assert_eq!(shown(spec("08.1f").float(-0.04)).as_deref(), Some("-00000.0"));
        assert_eq!(shown(spec(".1f").float(-0.0)).as_deref(), Some("-0.0"));
        assert_eq!(shown(spec(".0f").float(1e14)).as_deref(), Some("100000000000000"));
        assert_eq!(shown(spec("6").float(1.5)).as_deref(), Some("   1.5"));
        assert_eq!(shown(spec("f").float(1e300)), None);
        assert_eq!(shown(spec("^5").text(b"ab")).as_deref(), Some(" ab  "));
        assert_eq!(shown(spec("2").text(b"ab")), None);
    }
}

//! Text under construction and text at rest, in the units that a `str` object stores.
//!
//! A `str` holds 1, 2 or 4 bytes per character, as few as its widest character needs, and that choice is canonical:
//! two equal strings have equal units. [`TextBuf`] grows in the same way, so that its finished units can become an
//! object by one copy. Lone surrogates are ordinary characters here; Rust's `String` could not hold them.

pub mod escape;
pub mod search;

pub use frontend::character_named;
use std::collections::TryReserveError;

use gc::Units;

/// A string being built; starts at one byte per character and widens on demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextBuf {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Default for TextBuf {
    fn default() -> Self {
        TextBuf::new()
    }
}

impl From<&str> for TextBuf {
    fn from(text: &str) -> Self {
        let mut buf = TextBuf::with_capacity(text.len());
        buf.push_str(text);
        buf
    }
}

impl From<String> for TextBuf {
    fn from(text: String) -> Self {
        if text.is_ascii() { TextBuf::One(text.into_bytes()) } else { TextBuf::from(text.as_str()) }
    }
}

impl TextBuf {
    pub const fn new() -> TextBuf {
        TextBuf::One(Vec::new())
    }

    pub fn with_capacity(chars: usize) -> TextBuf {
        TextBuf::One(Vec::with_capacity(chars))
    }

    /// Makes room for as many characters more, if the system has the memory.
    pub fn try_reserve(&mut self, chars: usize) -> Result<(), TryReserveError> {
        match self {
            TextBuf::One(v) => v.try_reserve(chars),
            TextBuf::Two(v) => v.try_reserve(chars),
            TextBuf::Four(v) => v.try_reserve(chars),
        }
    }

    /// The units in their narrowest form.
    pub fn units(&self) -> Units<'_> {
        match self {
            TextBuf::One(v) => Units::U1(v),
            TextBuf::Two(v) => Units::U2(v),
            TextBuf::Four(v) => Units::U4(v),
        }
    }

    pub fn len(&self) -> usize {
        match self {
            TextBuf::One(v) => v.len(),
            TextBuf::Two(v) => v.len(),
            TextBuf::Four(v) => v.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds one character.
    #[inline]
    pub fn push(&mut self, code: u32) {
        match self {
            TextBuf::One(v) if code < 0x100 => v.push(code as u8),
            TextBuf::Two(v) if code < 0x1_0000 => v.push(code as u16),
            TextBuf::Four(v) => v.push(code),
            _ => self.push_wide(code),
        }
    }

    #[cold]
    fn push_wide(&mut self, code: u32) {
        self.widen(code);
        self.push(code);
    }

    pub fn push_char(&mut self, c: char) {
        self.push(u32::from(c));
    }

    pub fn push_str(&mut self, text: &str) {
        match self {
            TextBuf::One(v) if text.is_ascii() => v.extend_from_slice(text.as_bytes()),
            _ => text.chars().for_each(|c| self.push_char(c)),
        }
    }

    /// Adds Latin-1 characters.
    pub fn push_latin1(&mut self, bytes: &[u8]) {
        self.push_units(Units::U1(bytes));
    }

    /// Adds a piece of another string (whose widest character may be narrower than its units).
    #[inline]
    pub fn push_units(&mut self, piece: Units<'_>) {
        match (&mut *self, piece) {
            (TextBuf::One(buffer), Units::U1(bytes)) => buffer.extend_from_slice(bytes),
            _ => self.push_units_wide(piece),
        }
    }

    fn push_units_wide(&mut self, piece: Units<'_>) {
        self.widen(max_char(piece, self.limit()));
        match (self, piece) {
            (TextBuf::One(v), Units::U1(s)) => v.extend_from_slice(s),
            (TextBuf::One(v), Units::U2(s)) => v.extend(s.iter().map(|&u| u as u8)),
            (TextBuf::One(v), Units::U4(s)) => v.extend(s.iter().map(|&u| u as u8)),
            (TextBuf::Two(v), Units::U1(s)) => v.extend(s.iter().map(|&u| u16::from(u))),
            (TextBuf::Two(v), Units::U2(s)) => v.extend_from_slice(s),
            (TextBuf::Two(v), Units::U4(s)) => v.extend(s.iter().map(|&u| u as u16)),
            (TextBuf::Four(v), Units::U1(s)) => v.extend(s.iter().map(|&u| u32::from(u))),
            (TextBuf::Four(v), Units::U2(s)) => v.extend(s.iter().map(|&u| u32::from(u))),
            (TextBuf::Four(v), Units::U4(s)) => v.extend_from_slice(s),
        }
    }

    pub fn push_buf(&mut self, other: &TextBuf) {
        self.push_units(other.units());
    }

    /// Adds the same character many times.
    pub fn push_repeat(&mut self, code: u32, count: usize) {
        if count == 0 {
            return;
        }
        self.widen(code);
        match self {
            TextBuf::One(v) => v.resize(v.len() + count, code as u8),
            TextBuf::Two(v) => v.resize(v.len() + count, code as u16),
            TextBuf::Four(v) => v.resize(v.len() + count, code),
        }
    }

    /// The largest character that fits without widening.
    const fn limit(&self) -> u32 {
        match self {
            TextBuf::One(_) => 0xff,
            TextBuf::Two(_) => 0xffff,
            TextBuf::Four(_) => 0x10_ffff,
        }
    }

    fn widen(&mut self, code: u32) {
        if code <= self.limit() {
            return;
        }
        *self = match (&*self, code) {
            (TextBuf::One(v), 0x100..=0xffff) => TextBuf::Two(v.iter().map(|&u| u16::from(u)).collect()),
            (TextBuf::One(v), _) => TextBuf::Four(v.iter().map(|&u| u32::from(u)).collect()),
            (TextBuf::Two(v), _) => TextBuf::Four(v.iter().map(|&u| u32::from(u)).collect()),
            (TextBuf::Four(_), _) => return,
        };
    }

    /// The text as a Rust string, lone surrogates as U+FFFD.
    pub fn to_string_lossy(&self) -> String {
        units_to_string(self.units())
    }
}

impl std::fmt::Write for TextBuf {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.push_str(text);
        Ok(())
    }
}

/// The widest character of a piece; `enough` says from which width on the answer does not matter.
fn max_char(piece: Units<'_>, enough: u32) -> u32 {
    match piece {
        Units::U1(_) => 0,
        Units::U2(_) if enough >= 0xffff => 0,
        Units::U2(s) => s.iter().copied().fold(0, |a, b| a | b).into(),
        Units::U4(_) if enough >= 0x10_ffff => 0,
        // The OR of all units has the width of the widest one, but may name no character: cap it.
        Units::U4(s) => s.iter().copied().fold(0, |a, b| a | b).min(0x10_ffff),
    }
}

/// Units as a Rust string, lone surrogates as U+FFFD.
pub fn units_to_string(units: Units<'_>) -> String {
    match units {
        Units::U1(s) => s.iter().map(|&u| char::from(u)).collect(),
        _ => chars(units).map(|c| char::from_u32(c).unwrap_or('\u{fffd}')).collect(),
    }
}

/// The characters of a string.
pub fn chars(units: Units<'_>) -> Chars<'_> {
    Chars { units, at: 0 }
}

/// Iterator over the characters of a string.
#[derive(Clone, Copy, Debug)]
pub struct Chars<'a> {
    units: Units<'a>,
    at: usize,
}

impl Chars<'_> {
    /// Goes on at character `at`.
    pub fn skip_to(&mut self, at: usize) {
        self.at = at;
    }
}

impl Iterator for Chars<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let at = self.at;
        self.at += 1;
        match self.units {
            Units::U1(s) => s.get(at).map(|&u| u32::from(u)),
            Units::U2(s) => s.get(at).map(|&u| u32::from(u)),
            Units::U4(s) => s.get(at).copied(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = units_len(self.units).saturating_sub(self.at);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Chars<'_> {}

pub const fn units_len(units: Units<'_>) -> usize {
    match units {
        Units::U1(s) => s.len(),
        Units::U2(s) => s.len(),
        Units::U4(s) => s.len(),
    }
}

/// The character at `index`, which must be inside.
#[inline]
pub fn char_at(units: Units<'_>, index: usize) -> u32 {
    match units {
        Units::U1(s) => s[index].into(),
        Units::U2(s) => s[index].into(),
        Units::U4(s) => s[index],
    }
}

/// The units of `start..end`, which must be inside.
pub fn slice(units: Units<'_>, start: usize, end: usize) -> Units<'_> {
    match units {
        Units::U1(s) => Units::U1(&s[start..end]),
        Units::U2(s) => Units::U2(&s[start..end]),
        Units::U4(s) => Units::U4(&s[start..end]),
    }
}

/// One storage unit.
pub trait Unit: Copy + Eq + Ord + Into<u32> + 'static {
    /// The unit for a character, if it fits.
    fn from_char(code: u32) -> Option<Self>;
    /// This slice as a piece of a string.
    fn wrap(slice: &[Self]) -> Units<'_>;
    /// The slice, if a piece of a string has this width.
    fn unwrap(units: Units<'_>) -> Option<&[Self]>;
    /// Where `needle` first stands.
    fn find(hay: &[Self], needle: &[Self]) -> Option<usize>;
    /// Where `needle` last stands.
    fn rfind(hay: &[Self], needle: &[Self]) -> Option<usize>;
}

/// Calls a function that is generic over [`Unit`] with the units of a string.
#[macro_export]
macro_rules! with_units {
    ($units:expr, |$slice:ident| $body:expr) => {
        match $units {
            gc::Units::U1($slice) => $body,
            gc::Units::U2($slice) => $body,
            gc::Units::U4($slice) => $body,
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_as_narrow_as_it_can() {
        let mut buf = TextBuf::from("ab\u{e9}");
        assert_eq!(buf, TextBuf::One(vec![0x61, 0x62, 0xe9]));
        buf.push_units(Units::U2(&[0x63, 0x7f]));
        assert!(matches!(buf, TextBuf::One(_)));
        buf.push_units(Units::U4(&[0x20ac, 0x61]));
        assert!(matches!(buf, TextBuf::Two(_)));
        buf.push(0xd800);
        buf.push_repeat(0x1_f600, 2);
        assert_eq!(buf.len(), 10);
        assert!(matches!(buf, TextBuf::Four(_)));
        assert_eq!(buf.to_string_lossy(), "abéc\u{7f}€a\u{fffd}😀😀");
        assert_eq!(chars(buf.units()).nth(5), Some(0x20ac));
    }
}

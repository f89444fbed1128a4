//! Text that may hold lone surrogates, as a Python string may: UTF-8 extended to every code point up to U+10FFFF.
//!
//! A surrogate is written as the three bytes that UTF-8 would use if it were allowed. Unlike WTF-8 proper, two adjacent
//! surrogates stay two code points: Python does not join them either.

/// Borrowed text, in an arena or in a `Wtf8Buf`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Wtf8<'a> {
    bytes: &'a [u8],
}

impl<'a> Wtf8<'a> {
    /// Takes bytes that a `Wtf8Buf` or a `str` produced.
    pub(crate) const fn from_bytes(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub const fn from_str(text: &'a str) -> Self {
        Self { bytes: text.as_bytes() }
    }

    pub const fn as_bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// The text as UTF-8, unless it holds a surrogate.
    pub fn as_str(self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes).ok()
    }

    pub const fn is_empty(self) -> bool {
        self.bytes.is_empty()
    }

    pub const fn code_points(self) -> CodePoints<'a> {
        CodePoints { rest: self.bytes }
    }

    pub fn to_buf(self) -> Wtf8Buf {
        Wtf8Buf { bytes: self.bytes.to_vec() }
    }
}

/// Code points in order, surrogates included.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    rest: &'a [u8],
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (&first, mut rest) = self.rest.split_first()?;
        let (mut code, tail) = match first {
            0..0x80 => (u32::from(first), 0),
            0x80..0xe0 => (u32::from(first & 0x1f), 1),
            0xe0..0xf0 => (u32::from(first & 0x0f), 2),
            _ => (u32::from(first & 0x07), 3),
        };
        for _ in 0..tail {
            let (&byte, after) = rest.split_first()?;
            code = code << 6 | u32::from(byte & 0x3f);
            rest = after;
        }
        self.rest = rest;
        Some(code)
    }
}

/// Owned text.
#[derive(Clone, PartialEq, Eq, Hash, Default, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Wtf8Buf {
    bytes: Vec<u8>,
}

impl Wtf8Buf {
    pub const fn new() -> Self {
        Self { bytes: Vec::new() }
    }

    pub fn borrow(&self) -> Wtf8<'_> {
        Wtf8 { bytes: &self.bytes }
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The text as UTF-8, unless it holds a surrogate.
    pub fn as_str(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub fn code_points(&self) -> CodePoints<'_> {
        self.borrow().code_points()
    }

    pub fn push(&mut self, c: char) {
        self.push_str(c.encode_utf8(&mut [0; 4]));
    }

    pub fn push_str(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    pub fn push_wtf8(&mut self, text: Wtf8<'_>) {
        self.bytes.extend_from_slice(text.bytes);
    }

    /// Adds any code point, surrogates included; false (and nothing added) above U+10FFFF.
    pub fn push_code_point(&mut self, code: u32) -> bool {
        if let Some(c) = char::from_u32(code) {
            self.push(c);
        } else if code <= 0x10_ffff {
            self.bytes.extend([code >> 12 | 0xe0, code >> 6 & 0x3f | 0x80, code & 0x3f | 0x80].map(|b| b as u8));
        } else {
            return false;
        }
        true
    }
}

impl From<&str> for Wtf8Buf {
    fn from(text: &str) -> Self {
        Self { bytes: text.as_bytes().to_vec() }
    }
}

impl From<String> for Wtf8Buf {
    fn from(text: String) -> Self {
        Self { bytes: text.into_bytes() }
    }
}

/// Shows the text as a Rust string, surrogates as `\u{d800}`.
fn debug(bytes: Wtf8<'_>, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    use std::fmt::Write;
    f.write_char('"')?;
    for code in bytes.code_points() {
        match char::from_u32(code) {
            Some(c) => write!(f, "{}", c.escape_debug())?,
            None => write!(f, "\\u{{{code:x}}}")?,
        }
    }
    f.write_char('"')
}

impl std::fmt::Debug for Wtf8<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        debug(*self, f)
    }
}

impl std::fmt::Debug for Wtf8Buf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        debug(self.borrow(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surrogates_survive() {
        let mut text = Wtf8Buf::from("aé€😀");
        assert!(text.push_code_point(0xd800) && text.push_code_point(0xdc00) && !text.push_code_point(0x11_0000));
        let points: Vec<u32> = text.code_points().collect();
        assert_eq!(points, [0x61, 0xe9, 0x20ac, 0x1f600, 0xd800, 0xdc00]);
        assert_eq!(text.as_str(), None);
        assert_eq!(format!("{text:?}"), r#""aé€😀\u{d800}\u{dc00}""#);
    }
}

//! Generalised UTF-8: UTF-8 in which surrogates are encoded like other characters.

/// Appends the encoding of one code point.
pub fn push(out: &mut Vec<u8>, c: u32) {
    let tail = |shift: u32| 0x80 | (c >> shift & 0x3f) as u8;
    match c {
        0..=0x7f => out.push(c as u8),
        0x80..=0x7ff => out.extend([0xc0 | (c >> 6) as u8, tail(0)]),
        0x800..=0xffff => out.extend([0xe0 | (c >> 12) as u8, tail(6), tail(0)]),
        _ => out.extend([0xf0 | (c >> 18) as u8, tail(12), tail(6), tail(0)]),
    }
}

/// The code points of well-formed text; U+FFFD for what is not.
pub fn decode(text: &[u8]) -> Decode<'_> {
    Decode { rest: text }
}

/// See [`decode`].
#[derive(Clone)]
pub struct Decode<'a> {
    rest: &'a [u8],
}

impl Iterator for Decode<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (&first, rest) = self.rest.split_first()?;
        let (mut c, tail) = match first {
            0..=0x7f => (first as u32, 0),
            0xc0..=0xdf => (first as u32 & 0x1f, 1),
            0xe0..=0xef => (first as u32 & 0x0f, 2),
            0xf0..=0xf7 => (first as u32 & 0x07, 3),
            _ => (0xfffd, 0),
        };
        self.rest = rest;
        for i in 0..tail {
            match rest.get(i) {
                Some(&b) if b & 0xc0 == 0x80 => c = c << 6 | (b & 0x3f) as u32,
                _ => return Some(0xfffd),
            }
            self.rest = &rest[i + 1..];
        }
        Some(if c > 0x10ffff { 0xfffd } else { c })
    }
}

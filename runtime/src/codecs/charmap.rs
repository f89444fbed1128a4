//! One byte per character: ASCII, Latin-1, and the code pages.

use super::Problem;
use crate::text::{TextBuf, char_at, units_len};
use frontend::pages::{CodePage, UNDEFINED};
use gc::Units;

const REASON: &str = "character maps to <undefined>";

/// Decodes up to the next byte that means nothing.
pub fn decode_page(page: &CodePage, bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Option<Problem> {
    let table = page.table();
    while let Some(&byte) = bytes.get(*at) {
        let c = table[usize::from(byte)];
        if c == UNDEFINED {
            return Some(Problem { encoding: "charmap", start: *at, end: *at + 1, reason: REASON });
        }
        out.push_char(c);
        *at += 1;
    }
    None
}

/// Encodes up to the next run of characters without a code.
pub fn encode_page(page: &CodePage, text: Units<'_>, at: &mut usize, out: &mut Vec<u8>) -> Option<Problem> {
    let bytes = page.bytes();
    encode_by(text, at, out, ("charmap", REASON), |c| bytes.of(char::from_u32(c)?))
}

pub fn decode_ascii(bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Option<Problem> {
    let rest = &bytes[*at..];
    let plain = rest.iter().position(|b| !b.is_ascii()).unwrap_or(rest.len());
    out.push_latin1(&rest[..plain]);
    *at += plain;
    (*at < bytes.len()).then(|| Problem {
        encoding: "ascii",
        start: *at,
        end: *at + 1,
        reason: "ordinal not in range(128)",
    })
}

/// ASCII (`limit` 0x80) and Latin-1 (`limit` 0x100).
pub fn encode_narrow(text: Units<'_>, at: &mut usize, out: &mut Vec<u8>, limit: u32) -> Option<Problem> {
    if let Units::U1(latin) = text
        && (limit == 0x100 || latin[*at..].is_ascii())
    {
        out.extend_from_slice(&latin[*at..]);
        *at = latin.len();
        return None;
    }
    let words =
        if limit == 0x80 { ("ascii", "ordinal not in range(128)") } else { ("latin-1", "ordinal not in range(256)") };
    encode_by(text, at, out, words, |c| (c < limit).then_some(c as u8))
}

/// Encodes up to the next run of characters without a code.
fn encode_by(
    text: Units<'_>,
    at: &mut usize,
    out: &mut Vec<u8>,
    words: (&'static str, &'static str),
    code: impl Fn(u32) -> Option<u8>,
) -> Option<Problem> {
    let len = units_len(text);
    while *at < len {
        let Some(byte) = code(char_at(text, *at)) else {
            let end = (*at..len).find(|i| code(char_at(text, *i)).is_some()).unwrap_or(len);
            return Some(Problem { encoding: words.0, start: *at, end, reason: words.1 });
        };
        out.push(byte);
        *at += 1;
    }
    None
}

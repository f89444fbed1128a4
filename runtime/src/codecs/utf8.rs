//! UTF-8 as Python reads it: surrogates are errors, and an error covers the longest prefix that could have been right.

use super::Problem;
use crate::text::{TextBuf, char_at, units_len};
use gc::Units;

/// Decodes up to the end or to a problem.
pub fn decode(bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Option<Problem> {
    let rest = &bytes[*at..];
    match std::str::from_utf8(rest) {
        Ok(text) => {
            out.push_str(text);
            *at = bytes.len();
            None
        }
        Err(error) => {
            let valid = error.valid_up_to();
            out.push_str(&String::from_utf8_lossy(&rest[..valid]));
            *at += valid;
            let (start, first) = (*at, bytes[*at]);
            let (end, reason) = match error.error_len() {
                None => (bytes.len(), "unexpected end of data"),
                Some(1) if !(0xc2..0xf5).contains(&first) => (start + 1, "invalid start byte"),
                Some(len) => (start + len, "invalid continuation byte"),
            };
            Some(Problem { encoding: "utf-8", start, end, reason })
        }
    }
}

/// Encodes up to the end or to the next run of surrogates.
pub fn encode(text: Units<'_>, at: &mut usize, out: &mut Vec<u8>) -> Option<Problem> {
    let len = units_len(text);
    if let Units::U1(latin) = text
        && latin[*at..].is_ascii()
    {
        out.extend_from_slice(&latin[*at..]);
        *at = len;
        return None;
    }
    while *at < len {
        let code = char_at(text, *at);
        let Some(c) = char::from_u32(code) else {
            let start = *at;
            let end = (start..len).find(|i| !is_surrogate(char_at(text, *i))).unwrap_or(len);
            return Some(Problem { encoding: "utf-8", start, end, reason: "surrogates not allowed" });
        };
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        *at += 1;
    }
    None
}

/// The three bytes that UTF-8 would use for a surrogate.
pub const fn surrogate_bytes(code: u32) -> [u8; 3] {
    [0xe0 | (code >> 12) as u8, 0x80 | (code >> 6 & 0x3f) as u8, 0x80 | (code & 0x3f) as u8]
}

pub const fn is_surrogate(code: u32) -> bool {
    matches!(code, 0xd800..=0xdfff)
}

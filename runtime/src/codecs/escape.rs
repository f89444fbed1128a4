//! The `unicode_escape` and `raw_unicode_escape` encodings: text as the inside of a string literal.

use super::Problem;
use crate::text::escape::push_code;
use crate::text::{TextBuf, char_at, units_len};
use gc::Units;

/// Where the escape ends that is wrong, and why.
type Wrong = (usize, &'static str);

/// Decodes escapes; everything else is Latin-1.
pub fn decode(bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Option<Problem> {
    while *at < bytes.len() {
        let start = *at;
        if bytes[start] != b'\\' {
            out.push(bytes[start].into());
            *at += 1;
        } else if let Err((end, reason)) = escape(bytes, at, out) {
            return Some(Problem { encoding: "unicodeescape", start, end, reason });
        }
    }
    None
}

/// Decodes only `\u` and `\U` after an odd number of backslashes; everything else is Latin-1.
pub fn decode_raw(bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Option<Problem> {
    while *at < bytes.len() {
        let start = *at;
        out.push(bytes[start].into());
        *at += 1;
        if bytes[start] != b'\\' {
            continue;
        }
        let (digits, reason) = match bytes.get(*at) {
            Some(b'u') => (4, "truncated \\uXXXX escape"),
            Some(b'U') => (8, "truncated \\UXXXXXXXX escape"),
            Some(other) => {
                out.push((*other).into());
                *at += 1;
                continue;
            }
            None => break,
        };
        let mut code = TextBuf::new();
        *at += 1;
        let shown = if digits == 8 { "\\Uxxxxxxxx out of range" } else { reason };
        if let Err((end, reason)) = hex(bytes, at, digits, reason, &mut code) {
            let reason = if reason == ILLEGAL { shown } else { reason };
            // The backslash went out as a plain character; it belongs to the problem.
            pop(out);
            return Some(Problem { encoding: "rawunicodeescape", start, end, reason });
        }
        pop(out);
        out.push_buf(&code);
    }
    None
}

fn pop(out: &mut TextBuf) {
    match out {
        TextBuf::One(v) => drop(v.pop()),
        TextBuf::Two(v) => drop(v.pop()),
        TextBuf::Four(v) => drop(v.pop()),
    }
}

const ILLEGAL: &str = "illegal Unicode character";

/// One escape; `at` stands on its backslash.
fn escape(bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Result<(), Wrong> {
    let Some(&letter) = bytes.get(*at + 1) else { return Err((bytes.len(), "\\ at end of string")) };
    *at += 2;
    match letter {
        b'\n' => {}
        b'x' => hex(bytes, at, 2, "truncated \\xXX escape", out)?,
        b'u' => hex(bytes, at, 4, "truncated \\uXXXX escape", out)?,
        b'U' => hex(bytes, at, 8, "truncated \\UXXXXXXXX escape", out)?,
        b'N' => named(bytes, at, out)?,
        b'0'..=b'7' => octal(bytes, at, out),
        _ => match simple(letter) {
            Some(code) => out.push(code),
            None => out.push_latin1(&[b'\\', letter]),
        },
    }
    Ok(())
}

fn simple(letter: u8) -> Option<u32> {
    Some(match letter {
        b'\\' | b'\'' | b'"' => letter.into(),
        b'a' => 7,
        b'b' => 8,
        b't' => 9,
        b'n' => 10,
        b'v' => 11,
        b'f' => 12,
        b'r' => 13,
        _ => return None,
    })
}

fn octal(bytes: &[u8], at: &mut usize, out: &mut TextBuf) {
    *at -= 1;
    let digits = bytes[*at..].iter().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
    let code = bytes[*at..*at + digits].iter().fold(0, |code, b| code * 8 + u32::from(b - b'0'));
    *at += digits;
    out.push(code);
}

fn hex(bytes: &[u8], at: &mut usize, digits: usize, reason: &'static str, out: &mut TextBuf) -> Result<(), Wrong> {
    let found = bytes[*at..].iter().take(digits).take_while(|b| b.is_ascii_hexdigit()).count();
    let end = *at + found;
    if found < digits {
        return Err((end, reason));
    }
    let code = bytes[*at..end].iter().fold(0, |code, b| code << 4 | char::from(*b).to_digit(16).unwrap_or(0));
    if code > 0x10_ffff {
        return Err((end, ILLEGAL));
    }
    *at = end;
    out.push(code);
    Ok(())
}

fn named(bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Result<(), Wrong> {
    let malformed = "malformed \\N character escape";
    if bytes.get(*at) != Some(&b'{') {
        return Err((*at, malformed));
    }
    let start = *at + 1;
    let Some(len) = bytes[start..].iter().position(|b| *b == b'}') else { return Err((bytes.len(), malformed)) };
    if len == 0 {
        return Err((start, malformed));
    }
    let name = String::from_utf8_lossy(&bytes[start..start + len]).into_owned();
    let Some(c) = frontend::character_named(&name) else {
        return Err((start + len + 1, "unknown Unicode character name"));
    };
    out.push_char(c);
    *at = start + len + 1;
    Ok(())
}

/// Encodes everything; nothing is unencodable.
pub fn encode(text: Units<'_>, at: &mut usize, out: &mut Vec<u8>) -> Option<Problem> {
    for i in *at..units_len(text) {
        match char_at(text, i) {
            0x5c => out.extend(b"\\\\"),
            0x0a => out.extend(b"\\n"),
            0x0d => out.extend(b"\\r"),
            0x09 => out.extend(b"\\t"),
            c @ 0x20..=0x7e => out.push(c as u8),
            c => push_escape(out, c),
        }
    }
    *at = units_len(text);
    None
}

/// Latin-1 as it is, the rest escaped.
pub fn encode_raw(text: Units<'_>, at: &mut usize, out: &mut Vec<u8>) -> Option<Problem> {
    for i in *at..units_len(text) {
        match char_at(text, i) {
            c @ 0..=0xff => out.push(c as u8),
            c => push_escape(out, c),
        }
    }
    *at = units_len(text);
    None
}

fn push_escape(out: &mut Vec<u8>, code: u32) {
    let mut escaped = TextBuf::new();
    push_code(&mut escaped, code);
    if let TextBuf::One(bytes) = escaped {
        out.extend(bytes);
    }
}

//! Text as source code: the escapes of `repr` and `ascii`.

use super::{TextBuf, chars};
use crate::unicode;
use gc::Units;

/// `repr` of a str.
pub fn repr(text: Units<'_>) -> TextBuf {
    quoted(text, false)
}

/// `ascii` of a str.
pub fn ascii(text: Units<'_>) -> TextBuf {
    quoted(text, true)
}

/// Single quotes, unless the text holds single quotes and no double ones.
fn quote_for(mut chars: impl Iterator<Item = u32> + Clone) -> u8 {
    let (single, double) = (u32::from(b'\''), u32::from(b'"'));
    if chars.clone().any(|c| c == single) && !chars.any(|c| c == double) { b'"' } else { b'\'' }
}

fn quoted(text: Units<'_>, ascii_only: bool) -> TextBuf {
    let quote = quote_for(chars(text));
    let mut out = TextBuf::with_capacity(super::units_len(text) + 2);
    out.push(quote.into());
    if let Units::U1(bytes) = text
        && bytes.iter().all(|b| (b' '..=b'~').contains(b) && *b != b'\\' && *b != quote)
    {
        out.push_latin1(bytes);
    } else {
        for c in chars(text) {
            push_escaped(&mut out, c, quote, ascii_only);
        }
    }
    out.push(quote.into());
    out
}

fn push_escaped(out: &mut TextBuf, c: u32, quote: u8, ascii_only: bool) {
    match c {
        0x5c => out.push_str("\\\\"),
        0x0a => out.push_str("\\n"),
        0x0d => out.push_str("\\r"),
        0x09 => out.push_str("\\t"),
        _ if c == u32::from(quote) => {
            out.push(0x5c);
            out.push(c);
        }
        0x20..=0x7e => out.push(c),
        0x80.. if !ascii_only && unicode::is_printable(c) => out.push(c),
        _ => push_code(out, c),
    }
}

/// `\xe9`, `\u20ac` or `\U0001f600`.
pub fn push_code(out: &mut TextBuf, c: u32) {
    match c {
        0..=0xff => out.push_str(&format!("\\x{c:02x}")),
        0x100..=0xffff => out.push_str(&format!("\\u{c:04x}")),
        _ => out.push_str(&format!("\\U{c:08x}")),
    }
}

/// `repr` of bytes.
pub fn repr_bytes(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.iter().map(|&b| u32::from(b)));
    let mut out = String::with_capacity(bytes.len() + 3);
    out.push('b');
    out.push(quote.into());
    push_bytes(&mut out, bytes, &[quote]);
    out.push(quote.into());
    out
}

/// The bytes inside the `repr` of a bytearray, which escapes single quotes even between double ones.
pub fn repr_bytearray(bytes: &[u8]) -> String {
    let quote = quote_for(bytes.iter().map(|&b| u32::from(b)));
    let mut out = format!("b{}", char::from(quote));
    push_bytes(&mut out, bytes, &[quote, b'\'']);
    out.push(quote.into());
    out
}

fn push_bytes(out: &mut String, bytes: &[u8], escaped: &[u8]) {
    for &b in bytes {
        match b {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ if escaped.contains(&b) => {
                out.push('\\');
                out.push(b.into());
            }
            b' '..=b'~' => out.push(b.into()),
            _ => out.push_str(&format!("\\x{b:02x}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes() {
        for (text, expected) in [
            ("it's", r#""it's""#),
            ("it's \"x\"", r#"'it\'s "x"'"#),
            ("a\\b\n\r\t\0\x7f", r"'a\\b\n\r\t\x00\x7f'"),
            ("é\u{a0}\u{ad}€\u{200b}😀\u{e0001}", r"'é\xa0\xad€\u200b😀\U000e0001'"),
        ] {
            assert_eq!(repr(TextBuf::from(text).units()).to_string_lossy(), expected);
        }
        assert_eq!(ascii(TextBuf::from("é€😀a").units()).to_string_lossy(), r"'\xe9\u20ac\U0001f600a'");
        assert_eq!(repr(Units::U2(&[0xd800])).to_string_lossy(), r"'\ud800'");
        assert_eq!(repr_bytes(b"it's\x00\xff\n"), r#"b"it's\x00\xff\n""#);
    }
}

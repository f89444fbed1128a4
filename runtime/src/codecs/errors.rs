//! The error handlers that every program has: strict, ignore, replace and the escaping ones.

use super::utf8::{is_surrogate, surrogate_bytes};
use super::{Codec, Order, Problem, Replacement};
use crate::text::escape::push_code;
use crate::text::{TextBuf, char_at};
use gc::Units;

/// A built-in error handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handler {
    Strict,
    Ignore,
    Replace,
    BackslashReplace,
    XmlCharRefReplace,
    NameReplace,
    SurrogateEscape,
    SurrogatePass,
}

impl Handler {
    pub fn named(name: &str) -> Option<Handler> {
        Some(match name {
            "strict" => Handler::Strict,
            "ignore" => Handler::Ignore,
            "replace" => Handler::Replace,
            "backslashreplace" => Handler::BackslashReplace,
            "xmlcharrefreplace" => Handler::XmlCharRefReplace,
            "namereplace" => Handler::NameReplace,
            "surrogateescape" => Handler::SurrogateEscape,
            "surrogatepass" => Handler::SurrogatePass,
            _ => return None,
        })
    }

    /// Whether it makes sense of undecodable bytes at all; the others raise TypeError.
    pub fn can_decode(self) -> bool {
        !matches!(self, Handler::XmlCharRefReplace | Handler::NameReplace)
    }

    /// Handles undecodable bytes; `None`: the problem is to be raised.
    pub fn decode(self, codec: Codec, bytes: &[u8], problem: &Problem, out: &mut TextBuf) -> Option<usize> {
        let bad = &bytes[problem.start..problem.end];
        match self {
            Handler::Strict | Handler::XmlCharRefReplace | Handler::NameReplace => return None,
            Handler::Ignore => {}
            Handler::Replace => out.push(0xfffd),
            Handler::BackslashReplace => bad.iter().for_each(|b| push_code(out, u32::from(*b))),
            Handler::SurrogateEscape => {
                let escaped: Vec<u8> = bad.iter().copied().take_while(|b| *b >= 0x80).take(4).collect();
                escaped.iter().for_each(|b| out.push(0xdc00 + u32::from(*b)));
                return (!escaped.is_empty()).then_some(problem.start + escaped.len());
            }
            Handler::SurrogatePass => {
                let (code, len) = encoded_surrogate(codec, problem.encoding, &bytes[problem.start..])?;
                out.push(code);
                return Some(problem.start + len);
            }
        }
        Some(problem.end)
    }

    /// Handles unencodable characters; `None`: the problem is to be raised.
    pub fn encode(self, codec: Codec, text: Units<'_>, problem: &Problem) -> Option<(Replacement, usize)> {
        let bad = (problem.start..problem.end).map(|i| char_at(text, i));
        let mut out = TextBuf::new();
        match self {
            Handler::Strict => return None,
            Handler::Ignore => {}
            Handler::Replace => out.push_repeat(u32::from(b'?'), problem.end - problem.start),
            Handler::BackslashReplace => bad.for_each(|c| push_code(&mut out, c)),
            Handler::XmlCharRefReplace => bad.for_each(|c| out.push_str(&format!("&#{c};"))),
            Handler::NameReplace => bad.for_each(|c| push_name(&mut out, c)),
            Handler::SurrogateEscape => {
                let bytes: Vec<u8> =
                    bad.map_while(|c| u8::try_from(c.wrapping_sub(0xdc00)).ok().filter(|b| *b >= 0x80)).collect();
                let resume = problem.start + bytes.len();
                // A code page escapes all of the run or nothing, the others as much as they can.
                let enough = if matches!(codec, Codec::Page(_)) { resume == problem.end } else { !bytes.is_empty() };
                return enough.then_some((Replacement::Bytes(bytes), resume));
            }
            Handler::SurrogatePass => {
                let mut bytes = Vec::new();
                for code in bad {
                    if !is_surrogate(code) || !push_surrogate(codec, code, &mut bytes) {
                        return None;
                    }
                }
                return Some((Replacement::Bytes(bytes), problem.end));
            }
        }
        Some((Replacement::Text(out), problem.end))
    }
}

/// The surrogate that the bytes would mean, and how many bytes it takes.
fn encoded_surrogate(codec: Codec, encoding: &str, bytes: &[u8]) -> Option<(u32, usize)> {
    let big = encoding.ends_with("-be");
    let (code, len) = match codec {
        Codec::Utf8 | Codec::Utf8Sig => match *bytes {
            [0xed, b @ 0x80..=0xbf, c @ 0x80..=0xbf, ..] => {
                (0xd000 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f), 3)
            }
            _ => return None,
        },
        Codec::Utf16(_) => {
            let pair = [*bytes.first()?, *bytes.get(1)?];
            (if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }.into(), 2)
        }
        Codec::Utf32(_) => {
            let four = <[u8; 4]>::try_from(bytes.get(..4)?).ok()?;
            (if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }, 4)
        }
        _ => return None,
    };
    is_surrogate(code).then_some((code, len))
}

/// Writes a surrogate as if it were a character; false where the encoding has no way to.
fn push_surrogate(codec: Codec, code: u32, out: &mut Vec<u8>) -> bool {
    match codec {
        Codec::Utf8 | Codec::Utf8Sig => out.extend(surrogate_bytes(code)),
        Codec::Utf16(Order::Big) => out.extend((code as u16).to_be_bytes()),
        Codec::Utf16(_) => out.extend((code as u16).to_le_bytes()),
        Codec::Utf32(Order::Big) => out.extend(code.to_be_bytes()),
        Codec::Utf32(_) => out.extend(code.to_le_bytes()),
        _ => return false,
    }
    true
}

/// `\N{EURO SIGN}`, or an escape where there is no name.
fn push_name(out: &mut TextBuf, code: u32) {
    match char::from_u32(code).and_then(unicode_names2::name) {
        Some(name) => out.push_str(&format!("\\N{{{name}}}")),
        None => push_code(out, code),
    }
}

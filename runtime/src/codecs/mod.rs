//! Text to bytes and back: the built-in encodings, their names, and what happens at an error.
//!
//! A codec runs until it meets something it cannot map, and says where and why ([`Problem`]); the error handler decides
//! how to go on. So every codec works with every handler, those that a program registers included.

pub mod charmap;
pub mod errors;
pub mod escape;
pub mod python;
pub mod registry;
pub mod utf8;
pub mod wide;

use crate::text::TextBuf;
use frontend::pages::CodePage;
use gc::Units;

/// What a codec stumbled over: a range of the input, and the words of the exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The encoding as the exception names it.
    pub encoding: &'static str,
    pub start: usize,
    pub end: usize,
    pub reason: &'static str,
}

/// What an error handler puts in place of characters that have no code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replacement {
    Bytes(Vec<u8>),
    /// Encoded in turn; it must be possible.
    Text(TextBuf),
}

/// Byte order of UTF-16 and UTF-32.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Little,
    Big,
    /// Read from the mark at the start (little without one), written as a mark and little.
    Marked,
}

/// A built-in text encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    Utf8,
    /// UTF-8 with a byte order mark in front.
    Utf8Sig,
    Ascii,
    Latin1,
    Utf16(Order),
    Utf32(Order),
    /// `\n`, `\xe9`, `\u20ac`: the inside of a string literal.
    UnicodeEscape,
    RawUnicodeEscape,
    Page(&'static CodePage),
}

/// A name as it is looked up: lower case, everything that is no letter, digit or dot as one underscore.
pub fn normalised(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.chars() {
        if c.is_ascii_alphanumeric() || c == '.' {
            if gap && !out.is_empty() {
                out.push('_');
            }
            gap = false;
            out.push(c.to_ascii_lowercase());
        } else {
            gap = true;
        }
    }
    out
}

impl Codec {
    /// Finds a codec by any of its names.
    pub fn named(name: &str) -> Option<Codec> {
        match name {
            // As they are mostly written.
            "utf-8" | "utf8" | "UTF-8" => return Some(Codec::Utf8),
            "ascii" => return Some(Codec::Ascii),
            "latin-1" | "latin1" => return Some(Codec::Latin1),
            _ => {}
        }
        Some(match normalised(name).as_str() {
            "utf_8" | "utf8" | "u8" | "utf" | "cp65001" | "utf8_ucs2" | "utf8_ucs4" => Codec::Utf8,
            "utf_8_sig" => Codec::Utf8Sig,
            "ascii" | "us_ascii" | "646" | "ansi_x3.4_1968" | "ansi_x3_4_1968" | "ansi_x3.4_1986" | "cp367"
            | "csascii" | "ibm367" | "iso646_us" | "iso_646.irv_1991" | "iso_ir_6" | "us" => Codec::Ascii,
            "latin_1" | "latin1" | "iso_8859_1" | "iso8859_1" | "8859" | "cp819" | "l1" | "latin" | "iso8859"
            | "iso_8859_1_1987" | "iso_ir_100" | "csisolatin1" | "ibm819" => Codec::Latin1,
            "utf_16" | "utf16" | "u16" => Codec::Utf16(Order::Marked),
            "utf_16_le" | "utf_16le" | "unicodelittleunmarked" => Codec::Utf16(Order::Little),
            "utf_16_be" | "utf_16be" | "unicodebigunmarked" => Codec::Utf16(Order::Big),
            "utf_32" | "utf32" | "u32" => Codec::Utf32(Order::Marked),
            "utf_32_le" | "utf_32le" => Codec::Utf32(Order::Little),
            "utf_32_be" | "utf_32be" => Codec::Utf32(Order::Big),
            "unicode_escape" => Codec::UnicodeEscape,
            "raw_unicode_escape" => Codec::RawUnicodeEscape,
            other => Codec::Page(CodePage::named(&other.replace('.', "_"))?),
        })
    }

    /// The name as CPython's `codecs.lookup(…).name`.
    pub fn name(self) -> &'static str {
        match self {
            Codec::Utf8 => "utf-8",
            Codec::Utf8Sig => "utf-8-sig",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "iso8859-1",
            Codec::Utf16(Order::Marked) => "utf-16",
            Codec::Utf16(Order::Little) => "utf-16-le",
            Codec::Utf16(Order::Big) => "utf-16-be",
            Codec::Utf32(Order::Marked) => "utf-32",
            Codec::Utf32(Order::Little) => "utf-32-le",
            Codec::Utf32(Order::Big) => "utf-32-be",
            Codec::UnicodeEscape => "unicode-escape",
            Codec::RawUnicodeEscape => "raw-unicode-escape",
            Codec::Page(page) => page.name,
        }
    }
}

/// Encodings that `codecs.encode` knows and `str.encode` refuses: they do not map text to bytes.
pub fn is_transform(name: &str) -> bool {
    matches!(
        normalised(name).as_str(),
        "rot13"
            | "rot_13"
            | "hex"
            | "hex_codec"
            | "base64"
            | "base_64"
            | "base64_codec"
            | "bz2"
            | "bz2_codec"
            | "quopri"
            | "quoted_printable"
            | "quopri_codec"
            | "uu"
            | "uu_codec"
            | "zlib"
            | "zip"
            | "zlib_codec"
    )
}

/// Decides what follows an undecodable stretch: appends to the text and answers where to go on.
pub type DecodeHandler<'h, E> = dyn FnMut(&Problem, &mut TextBuf) -> Result<usize, E> + 'h;
/// Decides what stands for unencodable characters.
pub trait EncodeErrors {
    type Error;
    /// What to write, and where to go on.
    fn replace(&mut self, problem: &Problem) -> Result<(Replacement, usize), Self::Error>;
    /// The problem as an error.
    fn raise(&mut self, problem: &Problem) -> Self::Error;
}

/// Decodes all of `bytes`; with `more` an incomplete end is left alone. Answers the text and how many bytes it stands for.
pub fn decode<E>(
    codec: Codec,
    bytes: &[u8],
    more: bool,
    handler: &mut DecodeHandler<'_, E>,
) -> Result<(TextBuf, usize), E> {
    let (codec, start) = without_mark(codec, bytes);
    let mut out = TextBuf::with_capacity(bytes.len());
    let mut at = start;
    loop {
        match step(codec, bytes, &mut at, &mut out) {
            None => return Ok((out, at)),
            Some(problem) if more && incomplete(codec, &problem, bytes) => return Ok((out, problem.start)),
            Some(problem) => at = handler(&problem, &mut out)?,
        }
    }
}

/// Whether a problem is only that the input ends too early.
fn incomplete(codec: Codec, problem: &Problem, bytes: &[u8]) -> bool {
    match codec {
        Codec::UnicodeEscape | Codec::RawUnicodeEscape => {
            problem.end == bytes.len() && !problem.reason.starts_with("illegal")
        }
        _ => problem.reason.starts_with("unexpected end") || problem.reason == "truncated data",
    }
}

/// Runs a codec from `at` to the end or to a problem.
fn step(codec: Codec, bytes: &[u8], at: &mut usize, out: &mut TextBuf) -> Option<Problem> {
    match codec {
        Codec::Utf8 | Codec::Utf8Sig => utf8::decode(bytes, at, out),
        Codec::Ascii => charmap::decode_ascii(bytes, at, out),
        Codec::Latin1 => {
            out.push_latin1(&bytes[*at..]);
            *at = bytes.len();
            None
        }
        Codec::Utf16(order) => wide::decode_utf16(bytes, at, out, order == Order::Big),
        Codec::Utf32(order) => wide::decode_utf32(bytes, at, out, order == Order::Big),
        Codec::UnicodeEscape => escape::decode(bytes, at, out),
        Codec::RawUnicodeEscape => escape::decode_raw(bytes, at, out),
        Codec::Page(page) => charmap::decode_page(page, bytes, at, out),
    }
}

/// Reads a byte order mark, where the encoding has one.
fn without_mark(codec: Codec, bytes: &[u8]) -> (Codec, usize) {
    let marks: &[(&[u8], Codec)] = match codec {
        Codec::Utf8Sig => &[(b"\xef\xbb\xbf", Codec::Utf8)],
        Codec::Utf16(Order::Marked) => {
            &[(b"\xff\xfe", Codec::Utf16(Order::Little)), (b"\xfe\xff", Codec::Utf16(Order::Big))]
        }
        Codec::Utf32(Order::Marked) => {
            &[(b"\xff\xfe\0\0", Codec::Utf32(Order::Little)), (b"\0\0\xfe\xff", Codec::Utf32(Order::Big))]
        }
        _ => &[],
    };
    marks.iter().find(|(mark, _)| bytes.starts_with(mark)).map_or((codec, 0), |(mark, codec)| (*codec, mark.len()))
}

/// Encodes a text.
pub fn encode<H: EncodeErrors>(codec: Codec, text: Units<'_>, errors: &mut H) -> Result<Vec<u8>, H::Error> {
    let mut out = mark(codec).to_vec();
    let mut at = 0;
    while let Some(problem) = encode_from(codec, text, &mut at, &mut out) {
        let (replacement, resume) = errors.replace(&problem)?;
        at = resume;
        match replacement {
            Replacement::Bytes(bytes) if bytes.len() % width(codec) != 0 => return Err(errors.raise(&problem)),
            Replacement::Bytes(bytes) => out.extend_from_slice(&bytes),
            // A replacement that is unencodable itself does not help: the problem stands.
            Replacement::Text(text) => {
                if encode_from(codec, text.units(), &mut 0, &mut out).is_some() {
                    return Err(errors.raise(&problem));
                }
            }
        }
    }
    Ok(out)
}

/// The byte order mark that an encoding writes in front.
fn mark(codec: Codec) -> &'static [u8] {
    match codec {
        Codec::Utf8Sig => b"\xef\xbb\xbf",
        Codec::Utf16(Order::Marked) => b"\xff\xfe",
        Codec::Utf32(Order::Marked) => b"\xff\xfe\0\0",
        _ => b"",
    }
}

/// Bytes per unit: what replaces a unit must be whole units.
pub(super) const fn width(codec: Codec) -> usize {
    match codec {
        Codec::Utf16(_) => 2,
        Codec::Utf32(_) => 4,
        _ => 1,
    }
}

fn encode_from(codec: Codec, text: Units<'_>, at: &mut usize, out: &mut Vec<u8>) -> Option<Problem> {
    match codec {
        Codec::Utf8 | Codec::Utf8Sig => utf8::encode(text, at, out),
        Codec::Ascii => charmap::encode_narrow(text, at, out, 0x80),
        Codec::Latin1 => charmap::encode_narrow(text, at, out, 0x100),
        Codec::Utf16(order) => wide::encode_utf16(text, at, out, order),
        Codec::Utf32(order) => wide::encode_utf32(text, at, out, order),
        Codec::UnicodeEscape => escape::encode(text, at, out),
        Codec::RawUnicodeEscape => escape::encode_raw(text, at, out),
        Codec::Page(page) => charmap::encode_page(page, text, at, out),
    }
}

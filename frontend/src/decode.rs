//! From the bytes of a file to text: byte-order mark, encoding declaration, and what CPython says about bad bytes.

use crate::LineIndex;
use crate::lexer;
use crate::pages::{CodePage, UNDEFINED};
use crate::syntax_error::{Failure, Origin, Place, SyntaxError};
use crate::token::Token;
use std::str::Utf8Error;

/// A source as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// To be handed to `parse_from`.
    pub origin: Origin,
}

/// Decodes a file. `filename` appears in one of the messages.
pub fn decode_source(bytes: &[u8], filename: &str) -> Result<Decoded, SyntaxError> {
    let (bom, rest) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    let declared = declaration(rest);
    let encoding = declared.as_deref().map(normal_name);
    let origin = if bom || declared.is_some() { Origin::DeclaredFile } else { Origin::File };
    let text = match encoding.as_deref() {
        None | Some("utf-8") if origin == Origin::DeclaredFile => decode_declared(rest)?,
        None | Some("utf-8") => decode_undeclared(rest, filename)?,
        Some(other) if bom => return Err(nowhere(format!("encoding problem: {other} with BOM"))),
        Some("iso-8859-1") => rest.iter().map(|&b| char::from(b)).collect(),
        Some("ascii") if rest.is_ascii() => String::from_utf8_lossy(rest).into_owned(),
        Some(other) => match CodePage::named(&other.replace('-', "_")).and_then(|page| decode_page(page, rest)) {
            Some(text) => text,
            None => return Err(nowhere(format!("encoding problem: {}", declared.unwrap_or_default()))),
        },
    };
    match text.find('\0') {
        Some(at) => Err(null_byte(&text, at)),
        None => Ok(Decoded { text, origin }),
    }
}

/// Decodes the argument of `compile`, `exec` or `eval`, where it is bytes, and a file that is imported.
pub fn decode_bytes(bytes: &[u8]) -> Result<String, SyntaxError> {
    if bytes.contains(&0) {
        return Err(nowhere("source code string cannot contain null bytes".to_owned()));
    }
    let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match declaration(rest) {
        None => decode_declared(rest),
        Some(_) => decode_source(bytes, "<string>").map(|decoded| decoded.text).map_err(|error| {
            // The same fault in other words than those for a script.
            let message = match error.message.strip_prefix("encoding problem: ") {
                Some(name) if !name.ends_with(" with BOM") => format!("unknown encoding: {name}"),
                _ => error.message.clone(),
            };
            SyntaxError { message, ..error }
        }),
    }
}

/// A text in a code page, whose lower half must be ASCII for the parser's sake.
fn decode_page(page: &CodePage, bytes: &[u8]) -> Option<String> {
    let table = page.table();
    let text: String = bytes.iter().map(|&byte| table[usize::from(byte)]).collect();
    (page.is_ascii_below() && !text.contains(UNDEFINED)).then_some(text)
}

/// The encoding that a comment in one of the first two lines declares.
fn declaration(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&b| b == b'\n').take(2) {
        let blank = |b: &u8| matches!(b, b' ' | b'\t' | b'\x0c' | b'\r');
        let start = line.iter().position(|b| !blank(b)).unwrap_or(line.len());
        match line.get(start) {
            None => continue,
            Some(b'#') => {}
            Some(_) => return None,
        }
        if let Some(name) = declared_name(&line[start..]) {
            return Some(name);
        }
    }
    None
}

/// The name behind `coding:` or `coding=`.
fn declared_name(comment: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(comment);
    for (at, word) in text.match_indices("coding") {
        let Some(rest) = text[at + word.len()..].strip_prefix([':', '=']) else { continue };
        let rest = rest.trim_start_matches([' ', '\t']);
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')));
        let name = &rest[..end.unwrap_or(rest.len())];
        if !name.is_empty() {
            return Some(name.to_owned());
        }
    }
    None
}

/// One name for the names of an encoding.
fn normal_name(name: &str) -> String {
    let lower = name.to_ascii_lowercase().replace('_', "-");
    let is = |known: &str| lower == known || lower.strip_prefix(known).is_some_and(|rest| rest.starts_with('-'));
    let found = if is("utf-8") || lower == "utf8" || lower == "u8" {
        "utf-8"
    } else if is("latin-1")
        || is("iso-8859-1")
        || is("iso-latin-1")
        || matches!(&lower[..], "latin1" | "iso8859-1" | "l1" | "latin")
    {
        "iso-8859-1"
    } else if matches!(&lower[..], "ascii" | "us-ascii" | "646") {
        "ascii"
    } else {
        return lower;
    };
    found.to_owned()
}

fn nowhere(message: String) -> SyntaxError {
    Failure::new(Place::Nowhere, message).locate(&LineIndex::new(""), Origin::Text)
}

fn null_byte(text: &str, at: usize) -> SyntaxError {
    let lines = LineIndex::new(text);
    let line = lines.line(at as u32);
    let mut failure = Failure::new(Place::Exactly(line, 0, line, 0), "source code cannot contain null bytes");
    failure.text = Some(text[lines.line_start(line) as usize..at].to_owned());
    failure.locate(&lines, Origin::File)
}

fn decode_undeclared(bytes: &[u8], filename: &str) -> Result<String, SyntaxError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let at = error.valid_up_to();
            let line = bytes[..at].iter().filter(|&&b| b == b'\n').count() + 1;
            Err(nowhere(format!(
                "Non-UTF-8 code starting with '\\x{:02x}' in file {filename} on line {line}, but no encoding declared; \
                 see https://peps.python.org/pep-0263/ for details",
                bytes[at]
            )))
        }
    }
}

/// Where UTF-8 is promised, CPython looks at the bytes only when it needs them: inside a string literal.
fn decode_declared(bytes: &[u8]) -> Result<String, SyntaxError> {
    let Err(error) = std::str::from_utf8(bytes) else {
        return Ok(String::from_utf8_lossy(bytes).into_owned());
    };
    let text = String::from_utf8_lossy(bytes).into_owned();
    let bad = error.valid_up_to() as u32;
    let tokens = lexer::tokenize(&text).list;
    let holds = |token: &(u32, Token, u32)| token.1 == Token::String && token.0 < bad && bad < token.2;
    let Some(at) = tokens.iter().position(holds) else { return Ok(text) };
    let (start, _, end) = tokens[at];
    let literal = &text[start as usize..end as usize];
    let quotes = literal.find(['"', '\'']).unwrap_or(0);
    let triple = literal[quotes..].starts_with("\"\"\"") || literal[quotes..].starts_with("'''");
    let position = bad - start - quotes as u32 - if triple { 3 } else { 1 };
    let lines = LineIndex::new(&text);
    let next = tokens.get(at + 1).map_or(end, |token| token.0);
    // CPython counts in the bytes of the file, and then converts in text where each bad byte has become three.
    let place = lines.locate(next);
    let line = lines.line_text(place.line);
    let bad_bytes = line[..place.byte as usize].matches('\u{fffd}').count() as u32;
    let offset = place.byte + 1 - 2 * bad_bytes;
    let column = line.char_indices().filter(|&(at, c)| (at + c.len_utf8()) as u32 <= offset).count() as i32;
    let place = Place::Exactly(place.line, column, place.line, column);
    let failure = Failure::new(place, format!("(unicode error) {}", describe(bytes, &error, position)));
    Err(failure.locate(&lines, Origin::DeclaredFile))
}

/// Python's words for a `UnicodeDecodeError`.
fn describe(bytes: &[u8], error: &Utf8Error, position: u32) -> String {
    let first = bytes[error.valid_up_to()];
    let reason = match (error.error_len(), first) {
        (None, _) => "unexpected end of data",
        (_, 0x80..0xc2 | 0xf5..) => "invalid start byte",
        _ => "invalid continuation byte",
    };
    let length = error.error_len().unwrap_or(bytes.len() - error.valid_up_to()) as u32;
    let place = match length {
        1 => format!("byte {first:#04x} in position {position}"),
        _ => format!("bytes in position {position}-{}", position + length - 1),
    };
    format!("'utf-8' codec can't decode {place}: {reason}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        match decode_source(bytes, "bad.py") {
            Ok(decoded) => format!("{:?} {}", decoded.origin, decoded.text),
            Err(error) => error.report("bad.py"),
        }
    }

    #[test]
    fn declarations_are_found() {
        assert_eq!(message(b"# -*- coding: latin-1 -*-\n\xe9"), "DeclaredFile # -*- coding: latin-1 -*-\né");
        assert_eq!(message(b"#!python\n# vim: set fileencoding=iso8859-15 :\n\xa4").chars().last(), Some('€'));
        assert_eq!(message(b"x = 1\n# coding: latin-1\n"), "File x = 1\n# coding: latin-1\n");
        assert_eq!(message(b"\xef\xbb\xbfx"), "DeclaredFile x");
    }

    #[test]
    fn bad_bytes_are_refused() {
        assert_eq!(
            message(b"x = 1\ny = '\xff'\n"),
            "SyntaxError: Non-UTF-8 code starting with '\\xff' in file bad.py on line 2, but no encoding declared; \
             see https://peps.python.org/pep-0263/ for details\n"
        );
        assert_eq!(
            message(b"# coding: utf-8\nx = 1\ny = \"\xff\"\n"),
            "  File \"bad.py\", line 3\n    y = \"\u{fffd}\"\n         ^\n\
             SyntaxError: (unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte\n"
        );
        assert_eq!(message(b"# coding: foo\n"), "SyntaxError: encoding problem: foo\n");
        assert_eq!(message(b"\xef\xbb\xbf# coding: latin-1\n"), "SyntaxError: encoding problem: iso-8859-1 with BOM\n");
        assert_eq!(
            message(b"x = 1\ny = 2\0 z\n"),
            "  File \"bad.py\", line 2\n    y = 2\nSyntaxError: source code cannot contain null bytes\n"
        );
    }
}

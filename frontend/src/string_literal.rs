//! From the text of string tokens to their value: prefixes, escapes, concatenation. Fields are read by `fstring`.

use crate::ast::{Constant, ExprKind, Span};
use crate::fstring::Joined;
use crate::grammar_util::{E, Fallible, Grammar, refuse};
use crate::syntax_error::Failure;
use crate::wtf8::{Wtf8, Wtf8Buf};
use std::borrow::Cow;

/// A string token taken apart.
pub(crate) struct Piece {
    pub span: Span,
    /// The text between the quotes.
    pub body: Span,
    pub raw: bool,
    pub bytes: bool,
    pub format: bool,
}

impl Piece {
    fn new(source: &str, span: Span) -> Self {
        let text = &source[span.start as usize..span.end as usize];
        let prefix = text.find(['"', '\'']).unwrap_or(0);
        let quote = text.as_bytes()[prefix];
        let triple = text.len() >= prefix + 6 && text.as_bytes()[prefix + 1..prefix + 3] == [quote; 2];
        let quotes = if triple { 3 } else { 1 };
        let has = |letter| text[..prefix].contains([letter, char::to_ascii_uppercase(&letter)]);
        let body = Span::new(span.start + prefix as u32 + quotes, span.end - quotes);
        Self { span, body, raw: has('r'), bytes: has('b'), format: has('f') }
    }
}

impl<'a> Grammar<'a> {
    /// One or more string tokens in a row.
    pub fn strings(&self, start: u32, parts: Vec<Span>, end: u32) -> Fallible<E<'a>> {
        let pieces: Vec<Piece> = parts.into_iter().map(|span| Piece::new(self.source, span)).collect();
        if pieces[0].bytes {
            return self.bytes(start, &pieces, end);
        }
        if let [Piece { body, raw, format: false, .. }] = pieces[..] {
            let text = self.text(body);
            if !text.contains('\r') && (raw || !text.contains('\\')) {
                return Ok(self.constant(start, Constant::Str(Wtf8::from_str(text)), end));
            }
        }
        let mut joined = Joined::new(self, Span::new(start, end));
        for piece in &pieces {
            if piece.bytes {
                return self.refuse_mixed();
            }
            if piece.format {
                joined.format(piece)?;
            } else {
                joined.literal(self.decode(piece.body, piece.raw)?);
            }
        }
        let is_format = pieces.iter().any(|piece| piece.format);
        Ok(if is_format { joined.finish() } else { self.string(start, &joined.into_text(), end) })
    }

    pub fn string(&self, start: u32, text: &Wtf8Buf, end: u32) -> E<'a> {
        let bytes = self.arena.alloc_slice_copy(text.as_bytes());
        self.constant(start, Constant::Str(Wtf8::from_bytes(bytes)), end)
    }

    /// The value of a piece of text.
    pub fn decode(&self, span: Span, raw: bool) -> Fallible<Wtf8Buf> {
        let text = unify_line_ends(self.text(span));
        if raw || !text.contains('\\') {
            return Ok(Wtf8Buf::from(text.as_ref()));
        }
        match unescape(&text) {
            Ok(value) => Ok(value),
            Err(bad) => self.refuse_here(bad.describe()),
        }
    }

    fn refuse_mixed<T>(&self) -> Fallible<T> {
        self.refuse_here("cannot mix bytes and nonbytes literals")
    }

    fn bytes(&self, start: u32, pieces: &[Piece], end: u32) -> Fallible<E<'a>> {
        let mut value = vec![];
        for piece in pieces {
            if !piece.bytes {
                return self.refuse_mixed();
            }
            let text = unify_line_ends(self.text(piece.body));
            if !text.is_ascii() {
                let failure = Failure::span(piece.span, "bytes can only contain ASCII literal characters");
                return refuse(failure.finally());
            }
            if piece.raw {
                value.extend_from_slice(text.as_bytes());
            } else if let Err(at) = unescape_bytes(text.as_bytes(), &mut value) {
                return self.refuse_here(format!("(value error) invalid \\x escape at position {at}"));
            }
        }
        let kind = ExprKind::Constant(Constant::Bytes(self.arena.alloc_slice_copy(&value)));
        Ok(self.expr(start, kind, end))
    }
}

/// Python sees only `\n`, whatever the file holds.
fn unify_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// An escape that means nothing, where CPython counts it.
struct BadEscape {
    start: usize,
    /// Inclusive.
    end: usize,
    reason: &'static str,
}

impl BadEscape {
    fn describe(&self) -> String {
        let (start, end, reason) = (self.start, self.end, self.reason);
        let place = if start == end {
            format!("byte 0x5c in position {start}")
        } else {
            format!("bytes in position {start}-{end}")
        };
        format!("(unicode error) 'unicodeescape' codec can't decode {place}: {reason}")
    }
}

/// A walk over text with escapes. `counted` is the position in the form that CPython decodes, where a character beyond
/// ASCII takes the ten bytes of its own escape.
struct Escapes<'s> {
    rest: &'s str,
    counted: usize,
}

fn unescape(text: &str) -> Result<Wtf8Buf, BadEscape> {
    let mut walk = Escapes { rest: text, counted: 0 };
    let mut out = Wtf8Buf::new();
    while let Some(c) = walk.next() {
        if c == '\\' {
            walk.escape(&mut out)?;
        } else {
            out.push(c);
        }
    }
    Ok(out)
}

impl Escapes<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        self.counted += if c.is_ascii() { 1 } else { 10 };
        Some(c)
    }

    fn take(&mut self, accept: impl Fn(char) -> bool) -> Option<char> {
        let c = self.rest.chars().next().filter(|&c| accept(c))?;
        self.next();
        Some(c)
    }

    /// What follows a backslash.
    fn escape(&mut self, out: &mut Wtf8Buf) -> Result<(), BadEscape> {
        let start = self.counted - 1;
        let Some(c) = self.next() else {
            out.push('\\');
            return Ok(());
        };
        match c {
            '\n' => {}
            '\\' | '\'' | '"' => out.push(c),
            'a' => out.push('\x07'),
            'b' => out.push('\x08'),
            'f' => out.push('\x0c'),
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            'v' => out.push('\x0b'),
            '0'..='7' => _ = out.push_code_point(self.octal(c)),
            'x' => self.hex(start, 2, "truncated \\xXX escape", out)?,
            'u' => self.hex(start, 4, "truncated \\uXXXX escape", out)?,
            'U' => self.hex(start, 8, "truncated \\UXXXXXXXX escape", out)?,
            'N' => self.named(start, out)?,
            other => {
                out.push('\\');
                out.push(other);
            }
        }
        Ok(())
    }

    fn octal(&mut self, first: char) -> u32 {
        let mut value = first as u32 - '0' as u32;
        for _ in 0..2 {
            let Some(digit) = self.take(|c| c.is_digit(8)) else { break };
            value = value * 8 + (digit as u32 - '0' as u32);
        }
        value
    }

    fn bad(&self, start: usize, reason: &'static str) -> BadEscape {
        BadEscape { start, end: self.counted - 1, reason }
    }

    fn hex(&mut self, start: usize, digits: u32, truncated: &'static str, out: &mut Wtf8Buf) -> Result<(), BadEscape> {
        let mut value = 0;
        for _ in 0..digits {
            let Some(digit) = self.take(|c| c.is_ascii_hexdigit()) else { return Err(self.bad(start, truncated)) };
            value = value << 4 | digit.to_digit(16).unwrap_or(0);
        }
        if out.push_code_point(value) { Ok(()) } else { Err(self.bad(start, "illegal Unicode character")) }
    }

    /// `\N{name}`.
    fn named(&mut self, start: usize, out: &mut Wtf8Buf) -> Result<(), BadEscape> {
        const MALFORMED: &str = "malformed \\N character escape";
        if self.take(|c| c == '{').is_none() {
            return Err(self.bad(start, MALFORMED));
        }
        let text = self.rest;
        while self.take(|c| c != '}').is_some() {}
        let name = &text[..text.len() - self.rest.len()];
        if name.is_empty() || self.take(|c| c == '}').is_none() {
            return Err(self.bad(start, MALFORMED));
        }
        match character_named(name) {
            Some(c) => out.push(c),
            None => return Err(self.bad(start, "unknown Unicode character name")),
        }
        Ok(())
    }
}

/// The character with exactly this name or alias. The crate's look-up is looser than Python's: it skips blanks and the
/// like, so the name that it found is compared.
pub fn character_named(name: &str) -> Option<char> {
    let found = unicode_names2::character(name)?;
    let official = unicode_names2::name(found).map(|name| name.to_string()).unwrap_or_default();
    let computed = official.starts_with("CJK UNIFIED IDEOGRAPH-") || official.starts_with("HANGUL SYLLABLE ");
    let exact = if computed { official == name } else { official.eq_ignore_ascii_case(name) };
    let letters =
        |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_uppercase();
    let plain = !name.contains(['_', '\t']) && name.split(' ').all(|word| !word.is_empty());
    let alias = plain && letters(name) != letters(&official);
    (exact || alias).then_some(found)
}

/// Adds the value of the text of a bytes literal; at a bad `\x` its position.
fn unescape_bytes(text: &[u8], out: &mut Vec<u8>) -> Result<(), usize> {
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        if byte != b'\\' || at == text.len() {
            out.push(byte);
            continue;
        }
        let escape = at - 1;
        let letter = text[at];
        at += 1;
        match letter {
            b'\n' => {}
            b'\\' | b'\'' | b'"' => out.push(letter),
            b'a' => out.push(7),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'n' => out.push(10),
            b'r' => out.push(13),
            b't' => out.push(9),
            b'v' => out.push(11),
            b'0'..=b'7' => {
                let mut value = u32::from(letter - b'0');
                let end = (at + 2).min(text.len());
                while at < end && (b'0'..b'8').contains(&text[at]) {
                    value = value * 8 + u32::from(text[at] - b'0');
                    at += 1;
                }
                out.push(value as u8);
            }
            b'x' => {
                let digit = |at: usize| text.get(at).and_then(|&b| (b as char).to_digit(16));
                let (Some(high), Some(low)) = (digit(at), digit(at + 1)) else { return Err(escape) };
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            _ => out.extend([b'\\', letter]),
        }
    }
    Ok(())
}

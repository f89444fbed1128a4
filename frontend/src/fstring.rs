//! f-strings as Python 3.11 reads them: the string is a token, and the text of each field is parsed on its own.

use crate::ast::{Conversion, ExprKind, Mod, Span};
use crate::grammar_util::{E, Fallible, Grammar, refuse};
use crate::lexer;
use crate::parser;
use crate::string_literal::Piece;
use crate::syntax_error::{Failure, Origin, Place};
use crate::token::Token;
use crate::wtf8::Wtf8Buf;
use std::cell::Cell;

/// Brackets inside one field may nest this deep.
const MAX_BRACKETS: usize = 200;

/// Values of a string in the making. All of them carry the span of the whole string, as CPython's do.
pub(crate) struct Joined<'a, 'g> {
    cx: &'g Grammar<'a>,
    span: Span,
    values: Vec<E<'a>>,
    text: Wtf8Buf,
}

impl<'a, 'g> Joined<'a, 'g> {
    pub fn new(cx: &'g Grammar<'a>, span: Span) -> Self {
        Self { cx, span, values: vec![], text: Wtf8Buf::new() }
    }

    pub fn literal(&mut self, text: Wtf8Buf) {
        self.text.push_wtf8(text.borrow());
    }

    pub fn into_text(self) -> Wtf8Buf {
        self.text
    }

    pub fn finish(mut self) -> E<'a> {
        self.flush();
        let values = self.cx.slice(self.values);
        self.cx.expr(self.span.start, ExprKind::JoinedStr { values }, self.span.end)
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let text = std::mem::take(&mut self.text);
            self.values.push(self.cx.string(self.span.start, &text, self.span.end));
        }
    }

    /// Reads the body of one f-string token.
    pub fn format(&mut self, piece: &Piece) -> Fallible<()> {
        let Span { start, end } = piece.body;
        let reader = Reader { cx: self.cx, at: start as usize, end: end as usize, raw: piece.raw, token: piece.span };
        { reader }.parts(self, 0)
    }
}

/// A place in the body of an f-string.
struct Reader<'a, 'g> {
    cx: &'g Grammar<'a>,
    at: usize,
    end: usize,
    raw: bool,
    token: Span,
}

impl<'a> Reader<'a, '_> {
    fn peek(&self) -> Option<u8> {
        self.byte(self.at)
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.cx.source.as_bytes()[..self.end].get(at).copied()
    }

    fn refuse<T>(&self, message: &str) -> Fallible<T> {
        self.cx.refuse_here(format!("f-string: {message}"))
    }

    /// Literal text and fields in turn; a nested part ends at its closing brace.
    fn parts(&mut self, out: &mut Joined<'a, '_>, level: u32) -> Fallible<()> {
        loop {
            let start = self.at;
            let doubled = self.literal(level)?;
            if level == 0 && !doubled && self.peek() == Some(b'}') {
                return self.refuse("single '}' is not allowed");
            }
            let text = Span::new(start as u32, self.at as u32 - u32::from(doubled));
            out.literal(self.cx.decode(text, self.raw)?);
            match self.peek() {
                _ if doubled => {}
                None => break,
                Some(b'{') => self.field(out, level)?,
                Some(_) => return Ok(()),
            }
        }
        if level > 0 { self.refuse("expecting '}'") } else { Ok(()) }
    }

    /// Skips literal text; true behind a doubled brace, which stands for one.
    fn literal(&mut self, level: u32) -> Fallible<bool> {
        while let Some(mut byte) = self.peek() {
            if byte == b'\\' && !self.raw && self.at + 1 < self.end {
                self.at += 1;
                byte = self.cx.source.as_bytes()[self.at];
                if byte == b'N' {
                    self.at += 1;
                    if self.peek() == Some(b'{') {
                        let rest = &self.cx.source.as_bytes()[self.at..self.end];
                        self.at += rest.iter().position(|&b| b == b'}').map_or(rest.len(), |found| found + 1);
                    }
                    continue;
                }
            }
            if matches!(byte, b'{' | b'}') {
                if level == 0 && self.byte(self.at + 1) == Some(byte) {
                    self.at += 2;
                    return Ok(true);
                }
                return Ok(false);
            }
            self.at += 1;
        }
        Ok(false)
    }

    /// `{expression=!conversion:specification}`.
    fn field(&mut self, out: &mut Joined<'a, '_>, level: u32) -> Fallible<()> {
        if level >= 2 {
            return self.refuse("expressions nested too deeply");
        }
        self.at += 1;
        let start = self.at;
        self.expression_end()?;
        let value = self.expression(start)?;
        let mut shown = false;
        if self.peek() == Some(b'=') {
            self.at += 1;
            while self.peek().is_some_and(|b| b.is_ascii_whitespace() || b == 0x0b) {
                self.at += 1;
            }
            out.literal(self.cx.decode(Span::new(start as u32, self.at as u32), true)?);
            shown = true;
        }
        out.flush();
        let mut conversion = self.conversion()?;
        let mut format_spec = None;
        if self.peek() == Some(b':') {
            self.at += 1;
            let mut spec = Joined::new(self.cx, self.token);
            self.parts(&mut spec, level + 1)?;
            format_spec = Some(spec.finish());
        }
        if self.peek() != Some(b'}') {
            return self.refuse("expecting '}'");
        }
        self.at += 1;
        if shown && format_spec.is_none() && conversion == Conversion::None {
            conversion = Conversion::Repr;
        }
        let kind = ExprKind::FormattedValue { value, conversion, format_spec };
        out.values.push(self.cx.expr(out.span.start, kind, out.span.end));
        Ok(())
    }

    fn conversion(&mut self) -> Fallible<Conversion> {
        if self.peek() != Some(b'!') {
            return Ok(Conversion::None);
        }
        let conversion = match self.byte(self.at + 1) {
            Some(b's') => Conversion::Str,
            Some(b'r') => Conversion::Repr,
            Some(b'a') => Conversion::Ascii,
            None => return self.refuse("expecting '}'"),
            Some(_) => return self.refuse("invalid conversion character: expected 's', 'r', or 'a'"),
        };
        self.at += 2;
        Ok(conversion)
    }

    /// Moves to the character that ends the expression.
    fn expression_end(&mut self) -> Fallible<()> {
        let mut open: Vec<u8> = vec![];
        while let Some(byte) = self.peek() {
            match byte {
                b'\\' => return self.cx.refuse_here("f-string expression part cannot include a backslash"),
                b'#' => return self.cx.refuse_here("f-string expression part cannot include '#'"),
                b'\'' | b'"' => {
                    self.skip_string(byte)?;
                    continue;
                }
                b'(' | b'[' | b'{' if open.len() >= MAX_BRACKETS => return self.refuse("too many nested parenthesis"),
                b'(' | b'[' | b'{' => open.push(byte),
                b'!' | b':' | b'}' | b'=' | b'<' | b'>' if open.is_empty() => {
                    if self.byte(self.at + 1) == Some(b'=') && matches!(byte, b'!' | b'=' | b'<' | b'>') {
                        self.at += 1;
                    } else if !matches!(byte, b'<' | b'>') {
                        return Ok(());
                    }
                }
                b')' | b']' | b'}' => self.close(open.pop(), byte)?,
                _ => {}
            }
            self.at += 1;
        }
        match open.last() {
            Some(&open) => self.refuse(&format!("unmatched '{}'", open as char)),
            None => self.refuse("expecting '}'"),
        }
    }

    fn close(&self, open: Option<u8>, close: u8) -> Fallible<()> {
        match open {
            Some(b'(') if close == b')' => Ok(()),
            Some(b'[') if close == b']' => Ok(()),
            Some(b'{') if close == b'}' => Ok(()),
            Some(open) => {
                let (open, close) = (open as char, close as char);
                self.refuse(&format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'"))
            }
            None => self.refuse(&format!("unmatched '{}'", close as char)),
        }
    }

    /// Skips a string inside an expression. There is no backslash in it.
    fn skip_string(&mut self, quote: u8) -> Fallible<()> {
        let rest = &self.cx.source.as_bytes()[self.at..self.end];
        let triple = rest.starts_with(&[quote; 3]);
        let quotes = if triple { 3 } else { 1 };
        let inside = &rest[quotes..];
        let length = inside.windows(quotes).position(|window| window.iter().all(|&b| b == quote));
        let text = &inside[..length.unwrap_or(inside.len())];
        if text.contains(&b'\\') {
            return self.cx.refuse_here("f-string expression part cannot include a backslash");
        }
        let Some(length) = length else { return self.refuse("unterminated string") };
        self.at += length + 2 * quotes;
        Ok(())
    }

    /// Parses the expression between an offset and this place.
    fn expression(&self, start: usize) -> Fallible<E<'a>> {
        let text = &self.cx.source[start..self.at];
        if text.bytes().all(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)) {
            return match self.peek() {
                Some(c @ (b'!' | b':' | b'=')) => self.refuse(&format!("expression required before '{}'", c as char)),
                _ => self.refuse("empty expression not allowed"),
            };
        }
        let span = Span::new(start as u32, self.at as u32);
        let tokens = lexer::tokenize_enclosed(self.cx.source, span);
        let cx = Grammar { arena: self.cx.arena, source: self.cx.source, last: Cell::default() };
        match parser::run(&cx, Token::StartExpression, &tokens) {
            Ok(Mod::Expression { body }) => Ok(body),
            Ok(_) => self.refuse("invalid syntax"),
            Err(failure) => refuse(self.explain(failure, span).finally()),
        }
    }

    /// CPython parses the text of a field in parentheses of its own, and points into that, with columns in bytes.
    fn explain(&self, failure: Failure, span: Span) -> Failure {
        // From a string inside the field: that one was parsed in parentheses of its own, too.
        if failure.text.is_some() {
            return failure;
        }
        let lines = crate::LineIndex::new(self.cx.source);
        let brace = lines.locate(span.start - 1);
        let (line, col, end_line, end_col) = failure.place.numbers(&lines, Origin::File);
        let shown = format!("({})", self.cx.text(span));
        let row = line.saturating_sub(brace.line) as usize;
        let text = shown.lines().nth(row).unwrap_or("");
        let column = |line: u32, col: i32| {
            if line == brace.line { col - brace.byte as i32 } else { col - self.starting_column(span) }
        };
        let place = match failure.place {
            // The tokens' errors count characters.
            Place::Behind(offset) if line == brace.line => {
                let read = self.cx.text(Span::new(span.start - 1, offset)).chars().count() as i32;
                Place::Exactly(line, read, line, read)
            }
            _ => Place::Exactly(line, column(line, col), end_line, column(end_line, end_col)),
        };
        // The tokens' errors have neither the prefix nor the end of the line.
        if failure.outranks {
            return Failure { place, text: Some(text.to_owned()), ..failure };
        }
        let message = format!("f-string: {}", failure.message);
        Failure { place, text: Some(format!("{text}\n")), message, ..failure }
    }

    /// The column at which CPython believes that the text starts; it takes this off on every line.
    fn starting_column(&self, span: Span) -> i32 {
        let lines = crate::LineIndex::new(self.cx.source);
        let (token, brace) = (lines.locate(self.token.start), lines.locate(span.start - 1));
        let blank = self.cx.text(span).trim_start_matches([' ', '\t', '\x0c']).starts_with(['\n', '\r']);
        match (blank, token.line == brace.line) {
            (true, true) => token.byte as i32,
            (true, false) => 0,
            (false, _) => brace.byte as i32,
        }
    }
}

//! From words to lines: indentation, brackets, joined lines, and the errors that CPython's tokenizer finds.
//!
//! A source is read to its end before it is parsed, so that the layers above can look ahead as far as they want. At the
//! first error reading stops: what comes before it is still parsed, because the error that counts may lie there.

use crate::ast::Span;
use crate::syntax_error::{Failure, Kind, Place};
use crate::token::{Problem, Token};
use logos::Logos;

/// Start, token, end: the form that LALRPOP takes.
pub(crate) type Spanned = (u32, Token, u32);

/// All tokens up to the end or the first error.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    pub list: Vec<Spanned>,
    pub failure: Option<Failure>,
    /// Brackets that are open at the end, outermost first.
    pub open: Vec<(u8, u32)>,
    /// At the prompt: the last line read was empty.
    pub empty_line: bool,
}

/// Brackets may nest this deep, and blocks half as deep.
const MAX_BRACKETS: usize = 200;
const MAX_INDENTS: usize = 100;

/// Splits a whole source.
pub(crate) fn tokenize(source: &str) -> Tokens {
    let mut lexer = Lexer::new(source, 0, source.len());
    while lexer.indentation() && lexer.line() {}
    lexer.out
}

/// Splits what was typed at the prompt, up to the end of the first statement. The flag tells whether that was found,
/// the number how far was read. A block ends with an empty line, or where nothing more will come.
pub(crate) fn tokenize_entry(source: &str, end: bool) -> (Tokens, bool, usize) {
    let mut lexer = Lexer::new(source, 0, source.len());
    (lexer.interactive, lexer.open_end) = (true, !end);
    let mut done = false;
    while !done && lexer.indentation() {
        let more = lexer.out.empty_line || lexer.line();
        let block = crate::soft::starts_block(source, &lexer.out.list);
        done = more && !lexer.out.list.is_empty() && (!block || lexer.out.empty_line);
        if !more {
            done = lexer.out.failure.is_none() && !lexer.out.list.is_empty() && (end || !block);
            break;
        }
    }
    let read = lexer.position();
    (lexer.out, done, read)
}

/// Splits a part of a source as if it stood in parentheses: an expression of an f-string.
pub(crate) fn tokenize_enclosed(source: &str, span: Span) -> Tokens {
    let mut lexer = Lexer::new(source, span.start as usize, span.end as usize);
    let brace = span.start - 1;
    lexer.out.open.push((b'(', brace));
    lexer.out.list.push((brace, Token::Lpar, span.start));
    if lexer.enclosed() {
        lexer.out.list.push((span.end, Token::Rpar, span.end + 1));
        lexer.out.list.push((span.end + 1, Token::Newline, span.end + 1));
    }
    lexer.out
}

/// Every piece of a source, comments and blanks included, for colouring. Pieces that are no tokens are left out.
pub fn pieces(source: &str) -> impl Iterator<Item = (Token, Span)> + '_ {
    let spanned = Token::lexer(source).spanned();
    spanned.filter_map(|(token, range)| Some((token.ok()?, Span::new(range.start as u32, range.end as u32))))
}

struct Lexer<'s> {
    source: &'s str,
    raw: logos::Lexer<'s, Token>,
    /// Where the part that `raw` reads starts.
    base: usize,
    out: Tokens,
    /// Columns of the open blocks: with tabs to multiples of eight, and with tabs as one.
    indents: Vec<(u32, u32)>,
    /// An empty line closes all blocks.
    interactive: bool,
    /// The end of the source closes no blocks.
    open_end: bool,
}

impl<'s> Lexer<'s> {
    fn new(source: &'s str, start: usize, end: usize) -> Self {
        let raw = Token::lexer(&source[start..end]);
        let indents = vec![(0, 0)];
        Self { source, raw, base: start, out: Tokens::default(), indents, interactive: false, open_end: false }
    }

    fn position(&self) -> usize {
        self.base + self.raw.span().end
    }

    fn push(&mut self, token: Token, start: usize, end: usize) {
        self.out.list.push((start as u32, token, end as u32));
    }

    fn fail(&mut self, failure: Failure) -> bool {
        self.out.failure = Some(failure);
        false
    }

    /// Reads one logical line to its end; false at the end of the source and after an error.
    fn line(&mut self) -> bool {
        let before = self.out.list.len();
        let mut comment = None;
        loop {
            let Some(next) = self.raw.next() else { return self.finish(before, comment) };
            let (start, end) = (self.base + self.raw.span().start, self.position());
            let token = match next {
                Ok(token) => token,
                Err(problem) => return self.problem(problem, start),
            };
            match token {
                Token::Space => {}
                Token::Comment => comment = Some(start),
                Token::Continuation if end == self.source.len() => return self.end_after_backslash(start),
                Token::Continuation => {}
                Token::LineEnd if self.out.open.is_empty() => {
                    // A line with nothing but a continuation or a comment is no line.
                    if self.out.list.len() > before {
                        // Where a comment ends the line, CPython's token for its end starts with the comment.
                        self.push(Token::Newline, comment.unwrap_or(start), start);
                    }
                    return true;
                }
                Token::LineEnd => comment = None,
                token => {
                    if !self.bracket(token, start, end) {
                        return false;
                    }
                    self.push(token, start, end);
                }
            }
        }
    }

    /// Reads to the end of an enclosed part.
    fn enclosed(&mut self) -> bool {
        while let Some(next) = self.raw.next() {
            let (start, end) = (self.base + self.raw.span().start, self.position());
            match next {
                Err(problem) => return self.problem(problem, start),
                Ok(Token::Space | Token::Comment | Token::Continuation | Token::LineEnd) => {}
                Ok(token) if self.bracket(token, start, end) => self.push(token, start, end),
                Ok(_) => return false,
            }
        }
        true
    }

    /// Keeps account of brackets.
    fn bracket(&mut self, token: Token, start: usize, end: usize) -> bool {
        let byte = self.source.as_bytes()[start];
        if token.opens() {
            if self.out.open.len() >= MAX_BRACKETS {
                let place = Place::Behind(end as u32);
                return self.fail(Failure::new(place, "too many nested parentheses").outranking());
            }
            self.out.open.push((byte, start as u32));
        } else if token.closes() {
            let message = match self.out.open.last() {
                None => format!("unmatched '{}'", byte as char),
                Some(&(open, _)) if matches!((open, byte), (b'(', b')') | (b'[', b']') | (b'{', b'}')) => {
                    self.out.open.pop();
                    return true;
                }
                Some(&(open, at)) => self.mismatch(open, at as usize, byte, start),
            };
            return self.fail(Failure::new(Place::Behind(end as u32), message).outranking());
        }
        true
    }

    fn mismatch(&self, open: u8, at: usize, close: u8, start: usize) -> String {
        let (open, close) = (open as char, close as char);
        let message = format!("closing parenthesis '{close}' does not match opening parenthesis '{open}'");
        if !self.source[at..start].contains(['\n', '\r']) {
            return message;
        }
        format!("{message} on line {}", crate::LineIndex::new(self.source).line(at as u32))
    }

    /// The end of the source: closes the line and the blocks.
    fn finish(&mut self, before: usize, comment: Option<usize>) -> bool {
        let end = self.source.len();
        if self.unclosed() {
            return false;
        }
        if self.out.list.len() > before && !matches!(self.out.list.last(), Some((_, Token::Indent | Token::Dedent, _)))
        {
            self.push(Token::Newline, comment.unwrap_or(end), end);
        }
        // At the prompt a block stays open until an empty line.
        while self.indents.len() > 1 && !self.open_end {
            self.indents.pop();
            self.push(Token::Dedent, end, end);
        }
        false
    }

    /// A bracket that is open at the end of the source.
    fn unclosed(&mut self) -> bool {
        let failure = never_closed(&self.out.open);
        let found = failure.is_some();
        self.out.failure = failure.or(self.out.failure.take());
        found
    }

    fn end_after_backslash(&mut self, backslash: usize) -> bool {
        if self.unclosed() {
            return false;
        }
        let place = Place::At(backslash as u32 + 1, -1);
        self.fail(Failure::new(place, "unexpected EOF while parsing").incomplete())
    }

    /// Measures the start of a line; blank and comment lines do not count. False at an error.
    fn indentation(&mut self) -> bool {
        loop {
            let start = self.position();
            let (length, column, alternative) = self.measure(start);
            let rest = &self.source.as_bytes()[start + length..];
            let skipped = match rest {
                [] => return true,
                [b'\n' | b'\r', ..] if self.interactive && length == 0 && !self.out.list.is_empty() => {
                    self.empty_line(start);
                    return true;
                }
                [b'\n', ..] | [b'\r', ..] => 1 + usize::from(rest.starts_with(b"\r\n")),
                [b'#', ..] => match rest.iter().position(|b| matches!(b, b'\n' | b'\r')) {
                    Some(end) => end + if rest[end..].starts_with(b"\r\n") { 2 } else { 1 },
                    None => rest.len(),
                },
                [b'\\', next, ..] if !matches!(next, b'\n' | b'\r') => return self.after_backslash(start + length),
                _ => {
                    self.raw.bump(length);
                    return self.indent_to(start + length, column, alternative);
                }
            };
            self.raw.bump(length + skipped);
        }
    }

    /// The length of the blanks at an offset, and the two columns behind them.
    fn measure(&self, start: usize) -> (usize, u32, u32) {
        let (mut column, mut alternative, mut length) = (0, 0, 0);
        let bytes = &self.source.as_bytes()[start..];
        let mut joined = None;
        loop {
            match bytes.get(length) {
                Some(b' ') => (column, alternative) = (column + 1, alternative + 1),
                Some(b'\t') => (column, alternative) = ((column / 8 + 1) * 8, alternative + 1),
                Some(b'\x0c') => (column, alternative) = (0, 0),
                // The blanks before a backslash at the end of the line are the indentation of the joined line.
                Some(b'\\') if matches!(bytes.get(length + 1), Some(b'\n' | b'\r')) && length + 2 < bytes.len() => {
                    joined = joined.or(Some((column, alternative)).filter(|_| column > 0));
                    length += usize::from(bytes[length + 1..].starts_with(b"\r\n"));
                    length += 1;
                }
                _ => break,
            }
            length += 1;
        }
        let (column, alternative) = joined.unwrap_or((column, alternative));
        (length, column, alternative)
    }

    /// An empty line at the prompt.
    fn empty_line(&mut self, start: usize) {
        let end = start + if self.source[start..].starts_with("\r\n") { 2 } else { 1 };
        self.raw.bump(end - start);
        while self.indents.len() > 1 {
            self.indents.pop();
            self.push(Token::Dedent, start, start);
        }
        self.push(Token::Newline, start, start);
        self.out.empty_line = true;
    }

    fn indent_to(&mut self, at: usize, column: u32, alternative: u32) -> bool {
        let (top, alternative_top) = self.indents[self.indents.len() - 1];
        if column == top {
            return alternative == alternative_top || self.tab_error(at);
        }
        if column > top {
            if self.indents.len() >= MAX_INDENTS {
                return self.indentation_error(at, "too many levels of indentation");
            }
            if alternative <= alternative_top {
                return self.tab_error(at);
            }
            self.indents.push((column, alternative));
            self.push(Token::Indent, at, at);
            return true;
        }
        while column < self.indents[self.indents.len() - 1].0 {
            self.indents.pop();
            self.push(Token::Dedent, at, at);
        }
        let (top, alternative_top) = self.indents[self.indents.len() - 1];
        if column != top {
            // CPython's tokenizer finds this before it hands out the first dedent.
            while matches!(self.out.list.last(), Some((_, Token::Dedent, _))) {
                self.out.list.pop();
            }
            return self.indentation_error(at, "unindent does not match any outer indentation level");
        }
        alternative == alternative_top || self.tab_error(at)
    }

    fn tab_error(&mut self, at: usize) -> bool {
        let number = self.source[..at].matches('\n').count() as u32 + 1;
        let message = "inconsistent use of tabs and spaces in indentation";
        self.fail(Failure::new(Place::Exactly(number, 1, number, 0), message).kind(Kind::TabError))
    }

    fn indentation_error(&mut self, at: usize, message: &str) -> bool {
        let length = self.source[at..].find(['\n', '\r']).unwrap_or(self.source.len() - at);
        let place = Place::At((at + length) as u32, -1);
        self.fail(Failure::new(place, message).kind(Kind::IndentationError))
    }

    /// Words an error of the token level.
    fn problem(&mut self, problem: Problem, start: usize) -> bool {
        let at = |length: usize| Place::Behind((start + length) as u32);
        let failure = match problem {
            Problem::None => Failure::new(at(1), "invalid syntax"),
            Problem::Character('\\') => return self.after_backslash(start),
            Problem::Character('\0') => Failure::new(at(0), "source code cannot contain null bytes"),
            Problem::Character(c) => Failure::new(at(c.len_utf8()), character(c)),
            Problem::NameCharacter(c, offset) => Failure::new(at(offset + c.len_utf8()), character(c)),
            Problem::Number(message, length) => Failure::new(at(length), message),
            Problem::LeadingZeros(zeros) => self.leading_zeros(start, zeros as i32),
            Problem::UnterminatedString => return self.unterminated(start, "unterminated string literal"),
            Problem::UnterminatedTripleString => {
                return self.unterminated(start, "unterminated triple-quoted string literal");
            }
        };
        self.fail(failure.outranking())
    }

    /// CPython underlines the zeros, and counts bytes here.
    fn leading_zeros(&self, start: usize, zeros: i32) -> Failure {
        let message =
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
        let place = crate::LineIndex::new(self.source).locate(start as u32);
        let column = place.byte as i32 + 1;
        Failure::new(Place::Exactly(place.line, column, place.line, column + zeros), message)
    }

    /// A backslash that does not end its line.
    fn after_backslash(&mut self, start: usize) -> bool {
        if start + 1 == self.source.len() {
            return self.end_after_backslash(start);
        }
        let place = Place::At(start as u32 + 1, 0);
        self.fail(Failure::new(place, "unexpected character after line continuation character"))
    }

    /// A string without an end, and the line at which CPython stopped looking for it.
    fn unterminated(&mut self, start: usize, message: &str) -> bool {
        let triple = message.contains("triple");
        let end = if triple { self.source.trim_end_matches(['\n', '\r']).len() } else { self.string_line_end(start) };
        let line = crate::LineIndex::new(self.source).line(end as u32);
        let failure = Failure::new(Place::Behind(start as u32 + 1), format!("{message} (detected at line {line})"));
        self.fail(if triple { failure.incomplete() } else { failure }.outranking())
    }

    /// Where the line of a one-line string ends, lines joined by a backslash included.
    fn string_line_end(&self, start: usize) -> usize {
        let bytes = self.source.as_bytes();
        let mut at = start;
        while at < bytes.len() && !matches!(bytes[at], b'\n' | b'\r') {
            at += if bytes[at] == b'\\' { 2 } else { 1 };
        }
        at.min(self.source.trim_end_matches(['\n', '\r']).len())
    }
}

/// What to say about brackets that are open at the end.
pub(crate) fn never_closed(open: &[(u8, u32)]) -> Option<Failure> {
    let &(open, at) = open.last()?;
    let message = format!("'{}' was never closed", open as char);
    Some(Failure::new(Place::At(at, 0), message).incomplete())
}

fn character(c: char) -> String {
    if printable(c) {
        format!("invalid character '{c}' (U+{:04X})", c as u32)
    } else {
        format!("invalid non-printable character U+{:04X}", c as u32)
    }
}

/// Python's `str.isprintable`, as far as characters that are no identifiers go.
fn printable(c: char) -> bool {
    let code = c as u32;
    !(c.is_control()
        || c.is_whitespace()
        || matches!(code, 0xad | 0x600..=0x605 | 0x61c | 0x180e | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f)
        || matches!(code, 0xe000..=0xf8ff | 0xfeff | 0xfff0..=0xfffb | 0xfffe..=0xffff | 0xe0000..=0x10_ffff))
}

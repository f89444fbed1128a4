//! The tokens that need more than a regular expression: names, numbers and strings.

use crate::token::{Problem, Token};
use logos::Lexer;

/// A name may hold what Unicode allows in identifiers, after NFKC.
pub(crate) fn name(text: &str) -> Result<(), Problem> {
    if text.is_ascii() {
        return Ok(());
    }
    for (at, c) in text.char_indices() {
        let start = at == 0;
        let good =
            |c| c == '_' || if start { unicode_ident::is_xid_start(c) } else { unicode_ident::is_xid_continue(c) };
        if !good(c) {
            return Err(Problem::NameCharacter(c, at));
        }
    }
    Ok(())
}

/// Consumes the rest of a string whose prefix and opening quotes were matched.
pub(crate) fn string(lex: &mut Lexer<Token>) -> Result<(), Problem> {
    let opening = lex.slice();
    let quote = opening.as_bytes()[opening.len() - 1];
    let triple = opening.len() >= 3 && opening.as_bytes()[opening.len() - 3] == quote;
    let rest = lex.remainder().as_bytes();
    let mut at = 0;
    loop {
        match rest.get(at) {
            Some(b'\\') => {
                // `\` and CR LF belong together.
                let crlf = rest.get(at + 1) == Some(&b'\r') && rest.get(at + 2) == Some(&b'\n');
                at += 2 + usize::from(crlf);
                continue;
            }
            Some(&b) if b == quote => {
                if !triple {
                    at += 1;
                    break;
                }
                if rest[at..].starts_with(&[quote; 3]) {
                    at += 3;
                    break;
                }
            }
            Some(b'\n' | b'\r') if !triple => return Err(Problem::UnterminatedString),
            Some(_) => {}
            None => return Err(if triple { Problem::UnterminatedTripleString } else { Problem::UnterminatedString }),
        }
        at += 1;
    }
    lex.bump(at);
    Ok(())
}

/// Consumes the rest of a number whose first digit (or dot and digit) was matched.
pub(crate) fn number(lex: &mut Lexer<Token>) -> Result<(), Problem> {
    let start = lex.span().start;
    let text = &lex.source()[start..];
    let length = Digits { bytes: text.as_bytes(), at: 0 }.number(text)?;
    lex.bump(length - lex.slice().len());
    Ok(())
}

/// A walk over the bytes of one number.
struct Digits<'s> {
    bytes: &'s [u8],
    at: usize,
}

impl Digits<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    /// The length of the number.
    fn number(&mut self, text: &str) -> Result<usize, Problem> {
        if self.peek() == b'0' {
            let (kind, valid): (&str, fn(u8) -> bool) = match self.bytes.get(1).map(u8::to_ascii_lowercase) {
                Some(b'x') => ("hexadecimal", |b| b.is_ascii_hexdigit()),
                Some(b'o') => ("octal", |b| (b'0'..b'8').contains(&b)),
                Some(b'b') => ("binary", |b| b == b'0' || b == b'1'),
                _ => return self.decimal(text),
            };
            self.at = 2;
            return self.radix(text, kind, valid);
        }
        self.decimal(text)
    }

    fn radix(&mut self, text: &str, kind: &'static str, valid: fn(u8) -> bool) -> Result<usize, Problem> {
        loop {
            if self.peek() == b'_' {
                self.at += 1;
            }
            if !valid(self.peek()) {
                let b = self.peek();
                if b.is_ascii_digit() {
                    return self.bad_digit(b, kind);
                }
                return Err(Problem::Number(format!("invalid {kind} literal"), self.at));
            }
            while valid(self.peek()) {
                self.at += 1;
            }
            if self.peek() != b'_' {
                break;
            }
        }
        if self.peek().is_ascii_digit() {
            return self.bad_digit(self.peek(), kind);
        }
        self.end(text, kind)
    }

    fn bad_digit(&self, digit: u8, kind: &str) -> Result<usize, Problem> {
        Err(Problem::Number(format!("invalid digit '{}' in {kind} literal", digit as char), self.at + 1))
    }

    /// Digits with single underscores between them.
    fn run(&mut self) -> Result<(), Problem> {
        loop {
            while self.peek().is_ascii_digit() {
                self.at += 1;
            }
            if self.peek() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                return Err(Problem::Number("invalid decimal literal".into(), self.at));
            }
        }
    }

    fn decimal(&mut self, text: &str) -> Result<usize, Problem> {
        let leading_zero = self.peek() == b'0';
        if self.peek() != b'.' {
            self.run()?;
        }
        let zeros = self.bytes[..self.at].iter().take_while(|b| matches!(b, b'0' | b'_')).count();
        let nonzero = leading_zero && zeros < self.at;
        let mut kind = "decimal";
        let mut float = false;
        if self.peek() == b'.' {
            float = true;
            self.at += 1;
            if self.peek().is_ascii_digit() {
                self.run()?;
            }
        }
        if matches!(self.peek(), b'e' | b'E') {
            let sign = usize::from(matches!(self.bytes.get(self.at + 1), Some(b'+' | b'-')));
            if self.bytes.get(self.at + 1 + sign).is_some_and(u8::is_ascii_digit) {
                float = true;
                self.at += 1 + sign;
                self.run()?;
            } else if sign == 1 {
                return Err(Problem::Number("invalid decimal literal".into(), self.at + 2));
            }
        }
        if matches!(self.peek(), b'j' | b'J') {
            self.at += 1;
            kind = "imaginary";
        } else if nonzero && !float && !matches!(self.peek(), b'e' | b'E') {
            return Err(Problem::LeadingZeros(zeros));
        }
        self.end(text, kind)
    }

    /// A number may be followed by a keyword (`1if x else y`), but by no other ASCII name.
    fn end(&self, text: &str, kind: &str) -> Result<usize, Problem> {
        let rest = &text[self.at..];
        let word = |word: &&str| {
            let after = rest.strip_prefix(word).map(|after| after.bytes().next().unwrap_or(b' '));
            after.is_some_and(|b| !(b == b'_' || b.is_ascii_alphanumeric() || b >= 128))
        };
        let keyword = ["and", "else", "for", "not", "or"].iter().any(word)
            || ["if", "in", "is"].iter().any(|word| rest.starts_with(word));
        if !keyword && (self.peek() == b'_' || self.peek().is_ascii_alphanumeric()) {
            return Err(Problem::Number(format!("invalid {kind} literal"), self.at));
        }
        Ok(self.at)
    }
}

//! What CPython warns about in literals: escapes that mean nothing, and numbers that run into a keyword.

use crate::ast::Span;
use crate::code::Warning;
use crate::compile::position;
use crate::lexer;
use crate::line_index::LineIndex;
use crate::token::Token;

/// Keywords that may follow a number without a space, for now (`verify_end_of_number` of CPython 3.11's tokenizer.c).
const KEYWORDS: [&str; 8] = ["and", "else", "for", "if", "in", "is", "or", "not"];

/// The warnings of a source that compiles, in order. Nearly all sources are done with after one look at their bytes.
pub(crate) fn warnings(source: &str, lines: &LineIndex<'_>) -> Vec<Warning> {
    if !is_suspicious(source.as_bytes()) {
        return vec![];
    }
    let tokens = lexer::tokenize(source).list;
    let found = tokens.iter().filter_map(|&(start, token, end)| {
        let text = &source[start as usize..end as usize];
        match token {
            Token::String => {
                let message = bad_escape(text)?;
                Some(Warning { position: position(Span::new(start, end), lines), message, deprecated: true })
            }
            Token::Number => {
                let rest = &source[end as usize..];
                let followed = KEYWORDS.iter().any(|word| rest.starts_with(word));
                let place = position(Span::new(end - 1, end - 1), lines);
                let message = format!("invalid {} literal", kind(text));
                followed.then_some(Warning { position: place, message, deprecated: false })
            }
            _ => None,
        }
    });
    found.collect()
}

/// Whether there may be something to warn about.
fn is_suspicious(bytes: &[u8]) -> bool {
    bytes.windows(2).any(|pair| match pair[0] {
        b'\\' => !known_escape(pair[1]) || pair[1].is_ascii_digit(),
        b'0'..=b'9' | b'.' | b'j' | b'J' => matches!(pair[1], b'a' | b'e' | b'f' | b'i' | b'o' | b'n' | b'x' | b'X'),
        _ => false,
    })
}

fn kind(number: &str) -> &'static str {
    match number.as_bytes() {
        [b'0', b'x' | b'X', ..] => "hexadecimal",
        [b'0', b'o' | b'O', ..] => "octal",
        [b'0', b'b' | b'B', ..] => "binary",
        [.., b'j' | b'J'] => "imaginary",
        _ => "decimal",
    }
}

fn known_escape(letter: u8) -> bool {
    matches!(
        letter,
        b'\n' | b'\r' | b'\\' | b'\'' | b'"' | b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'x' | b'0'
            ..=b'7' | b'N' | b'u' | b'U'
    )
}

/// The words about the first escape in a string literal that means nothing.
fn bad_escape(literal: &str) -> Option<String> {
    let prefix = literal.find(['"', '\''])?;
    let has = |letter: char| literal[..prefix].to_ascii_lowercase().contains(letter);
    if has('r') {
        return None;
    }
    let (bytes, mut at) = (literal.as_bytes(), prefix);
    while let Some(found) = literal[at..].find('\\') {
        at += found + 1;
        let letter = *bytes.get(at)?;
        let digits = bytes[at..].iter().take(3).take_while(|b| (b'0'..=b'7').contains(b)).count();
        if digits == 3 && letter >= b'4' {
            return Some(format!("invalid octal escape sequence '\\{}'", &literal[at..at + 3]));
        }
        let only_in_text = matches!(letter, b'N' | b'u' | b'U') && has('b');
        let c = literal[at..].chars().next()?;
        if !known_escape(letter) || only_in_text {
            return Some(format!("invalid escape sequence '\\{c}'"));
        }
        at += c.len_utf8();
    }
    None
}

//! From source to tree: tokens, then the grammar, then, if it refuses, the search for the best words.

use crate::ast::{Mod, Span};
use crate::grammar_util::Grammar;
use crate::lexer::{self, Spanned, Tokens};
use crate::syntax_error::{Failure, Origin, Place, SyntaxError};
use crate::token::Token;
use crate::{LineIndex, depth, diagnose, soft};
use bumpalo::Bump;
use lalrpop_util::{ParseError, lalrpop_mod};
use std::cell::Cell;

lalrpop_mod!(
    #[allow(clippy::all, clippy::pedantic, unused_qualifications, missing_docs)]
    python
);

/// What a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A file: `exec`.
    Module,
    /// One statement at the prompt: `single`.
    Interactive,
    /// `eval`.
    Expression,
}

impl Mode {
    fn marker(self) -> Token {
        match self {
            Mode::Module => Token::StartModule,
            Mode::Interactive => Token::StartInteractive,
            Mode::Expression => Token::StartExpression,
        }
    }
}

/// Parses a string. Spans of the tree are offsets into exactly this text.
pub fn parse<'a>(arena: &'a Bump, source: &str, mode: Mode) -> Result<Mod<'a>, SyntaxError> {
    parse_from(arena, source, mode, Origin::Text)
}

/// Parses a source that may have been a file.
pub fn parse_from<'a>(arena: &'a Bump, source: &str, mode: Mode, origin: Origin) -> Result<Mod<'a>, SyntaxError> {
    let source: &'a str = arena.alloc_str(source);
    parse_text(arena, source, mode).map_err(|failure| failure.locate(&LineIndex::new(source), origin))
}

fn parse_text<'a>(arena: &'a Bump, source: &'a str, mode: Mode) -> Result<Mod<'a>, Failure> {
    if source.contains('\0') {
        return Err(Failure::new(Place::Nowhere, "source code string cannot contain null bytes"));
    }
    let mut tokens = lexer::tokenize(source);
    soft::resolve(source, &mut tokens.list);
    let cx = Grammar { arena, source, last: Cell::default() };
    let tree = attempt(&cx, mode.marker(), &tokens).map_err(|refusal| {
        let second = mode == Mode::Interactive && !soft::starts_block(source, &tokens.list);
        match tokens.list[..refusal.error.min(tokens.list.len())].last() {
            Some(&(start, Token::Newline, end)) if second => {
                let message = "multiple statements found while compiling a single statement";
                Failure::span(Span::new(start, end), message)
            }
            _ => explain(&cx, mode.marker(), &tokens, refusal),
        }
    })?;
    depth::check(&tree)?;
    Ok(tree)
}

/// What a text typed at the prompt amounts to.
#[derive(Debug)]
pub enum Entry<'a> {
    /// A statement, and how many bytes it took. The rest is the next entry.
    Complete(Mod<'a>, usize),
    /// More lines must come.
    Incomplete,
    /// An error, and how many bytes to skip before going on.
    Wrong(SyntaxError, usize),
}

/// Parses the first statement of what was typed at the prompt. `end` says that no more lines will come.
pub fn parse_entry<'a>(arena: &'a Bump, source: &str, end: bool) -> Entry<'a> {
    let source: &'a str = arena.alloc_str(source);
    let line_end = |at: usize| source[at..].find('\n').map_or(source.len(), |found| at + found + 1);
    if let Some(length) = blank_line(source) {
        return Entry::Complete(Mod::Interactive { body: &[] }, length);
    }
    let (mut tokens, done, read) = lexer::tokenize_entry(source, end);
    soft::resolve(source, &mut tokens.list);
    let cx = Grammar { arena, source, last: Cell::default() };
    let refusal = match attempt(&cx, Token::StartInteractive, &tokens) {
        Ok(_) if !done => return Entry::Incomplete,
        Ok(tree) => match depth::check(&tree) {
            Ok(()) => return Entry::Complete(tree, read),
            Err(failure) => return Entry::Wrong(failure.locate(&LineIndex::new(source), Origin::Text), read),
        },
        Err(refusal) => refusal,
    };
    let could_go_on = tokens.failure.as_ref().is_none_or(|failure| failure.incomplete);
    if refusal.at_end && !end && !done && could_go_on {
        return Entry::Incomplete;
    }
    // The lines below the error have not been typed yet.
    let known = match tokens.list.get(refusal.error) {
        Some(&(start, ..)) if !refusal.at_end => {
            let known = line_end(start as usize);
            tokens.list.retain(|token| token.0 as usize <= known && token.2 as usize <= known);
            tokens.failure = tokens.failure.filter(|failure| failure.outranks && read <= known);
            tokens.open.clear();
            known
        }
        _ => line_end(read.min(source.len())),
    };
    let failure = explain(&cx, Token::StartInteractive, &tokens, refusal);
    Entry::Wrong(failure.locate(&LineIndex::new(&source[..known]), Origin::Text), known)
}

/// Could more lines make this text good? What a prompt asks before it prints `...`.
pub fn is_incomplete(source: &str) -> bool {
    matches!(parse_entry(&Bump::new(), source, false), Entry::Incomplete)
}

/// The whole statements that a pasted text consists of, each with the comments before it, lines unbroken; `None` for
/// what is no module. Blank lines inside of blocks end nothing here.
pub fn split_statements(source: &str) -> Option<Vec<&str>> {
    let arena = Bump::new();
    let Ok(Mod::Module { body }) = parse(&arena, source, Mode::Module) else { return None };
    let line_end = |at: usize| source[at..].find('\n').map_or(source.len(), |found| at + found + 1);
    let mut parts = Vec::new();
    let mut from = 0;
    for (i, stmt) in body.iter().enumerate() {
        let end = line_end(stmt.span.end as usize);
        // Another statement on the same line belongs to it.
        if body.get(i + 1).is_none_or(|next| next.span.start as usize >= end) {
            parts.push(source[from..end].trim_start_matches('\n'));
            from = end;
        }
    }
    Some(parts)
}

/// The length of a first line without anything but blanks or a comment.
fn blank_line(source: &str) -> Option<usize> {
    let length = source.find('\n').map_or(source.len(), |found| found + 1);
    let text = source[..length].trim_matches([' ', '\t', '\x0c', '\r', '\n']);
    (text.is_empty() || text.starts_with('#')).then_some(length)
}

/// Where and why the grammar gave up.
struct Refusal {
    /// The index of the token at which it did.
    error: usize,
    /// What one of its actions said.
    failure: Option<Failure>,
    /// It wanted more, but there was none.
    at_end: bool,
}

/// Runs the grammar over tokens, and finds words for what it refuses.
pub(crate) fn run<'a>(cx: &Grammar<'a>, marker: Token, tokens: &Tokens) -> Result<Mod<'a>, Failure> {
    attempt(cx, marker, tokens).map_err(|refusal| explain(cx, marker, tokens, refusal))
}

fn attempt<'a>(cx: &Grammar<'a>, marker: Token, tokens: &Tokens) -> Result<Mod<'a>, Refusal> {
    let first = tokens.list.first().map_or(0, |token| token.0);
    let all = std::iter::once((first, marker, first)).chain(tokens.list.iter().copied()).map(Ok);
    let input = all.chain(tokens.failure.clone().map(Err)).inspect(|token| {
        if let Ok((start, _, end)) = token {
            cx.last.set(Span::new(*start, *end));
        }
    });
    let index = |at: u32| tokens.list.iter().position(|token| token.0 >= at).unwrap_or(tokens.list.len());
    python::TopParser::new().parse(cx, input).map_err(|error| match error {
        ParseError::User { error } if tokens.failure.as_ref() == Some(&error) => {
            Refusal { error: tokens.list.len().saturating_sub(1), failure: None, at_end: true }
        }
        ParseError::User { error } => {
            Refusal { error: index(cx.last.get().start), failure: Some(error), at_end: false }
        }
        ParseError::UnrecognizedToken { token: (start, token, _), .. } => {
            let found = tokens.list.iter().position(|other| (other.0, other.1) == (start, token));
            Refusal { error: found.unwrap_or_else(|| index(start)), failure: None, at_end: false }
        }
        _ => Refusal { error: tokens.list.len(), failure: None, at_end: true },
    })
}

fn explain(cx: &Grammar<'_>, marker: Token, tokens: &Tokens, refusal: Refusal) -> Failure {
    let Refusal { error, failure, at_end } = refusal;
    let outranked = |failure| diagnose::outranked(cx.source, failure, cx.last.get().start, tokens);
    let before = if at_end { &[][..] } else { &tokens.list[..error] };
    let failure = match failure {
        Some(failure) if failure.is_final => outranked(failure),
        failure => match unread_strings(cx, before) {
            Err(failure) => outranked(failure),
            Ok(()) => diagnose::diagnose(cx.source, tokens, error, marker == Token::StartExpression, failure),
        },
    };
    let incomplete = at_end && tokens.failure.as_ref().is_none_or(|failure| failure.incomplete);
    Failure { incomplete, ..failure }
}

/// Strings right before the error were not evaluated yet; what is wrong in them comes first.
fn unread_strings(cx: &Grammar<'_>, before: &[Spanned]) -> Result<(), Failure> {
    let count = before.iter().rev().take_while(|token| token.1 == Token::String).count();
    let parts: Vec<Span> =
        before[before.len() - count..].iter().map(|&(start, _, end)| Span::new(start, end)).collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Ok(()) };
    match cx.strings(first.start, parts.clone(), last.end) {
        Err(ParseError::User { error }) => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_texts_fall_into_statements() {
        let text = "# first\ndef f():\n    x = 1\n\n    return x\n\n@f\nclass A: pass\na = 1; b = (2,\n 3)\n";
        let parts = ["# first\ndef f():\n    x = 1\n\n    return x\n", "@f\nclass A: pass\n", "a = 1; b = (2,\n 3)\n"];
        assert_eq!(split_statements(text), Some(parts.to_vec()));
        assert_eq!(split_statements("def f(:\n"), None);
    }
}

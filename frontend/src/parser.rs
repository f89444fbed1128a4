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
    let mut tokens = lexer::tokenize(source, false);
    soft::resolve(source, &mut tokens.list);
    let cx = Grammar { arena, source, last: Cell::default() };
    let tree = run(&cx, mode.marker(), &tokens)?;
    depth::check(&tree)?;
    Ok(tree)
}

/// Runs the grammar over tokens, and finds words for what it refuses.
pub(crate) fn run<'a>(cx: &Grammar<'a>, marker: Token, tokens: &Tokens) -> Result<Mod<'a>, Failure> {
    let first = tokens.list.first().map_or(0, |token| token.0);
    let all = std::iter::once((first, marker, first)).chain(tokens.list.iter().copied()).map(Ok);
    let input = all.chain(tokens.failure.clone().map(Err)).inspect(|token| {
        if let Ok((start, _, end)) = token {
            cx.last.set(Span::new(*start, *end));
        }
    });
    let error = match python::TopParser::new().parse(cx, input) {
        Ok(tree) => return Ok(tree),
        Err(error) => error,
    };
    let index = |at: u32| tokens.list.iter().position(|token| token.0 >= at).unwrap_or(tokens.list.len());
    let (error, refusal) = match error {
        ParseError::User { error } if error.is_final => return Err(diagnose::outranked(error, tokens)),
        ParseError::User { error } => {
            (index(cx.last.get().start), Some(error).filter(|error| tokens.failure.as_ref() != Some(error)))
        }
        ParseError::UnrecognizedToken { token: (start, token, _), .. } => {
            let found = tokens.list.iter().position(|other| (other.0, other.1) == (start, token));
            (found.unwrap_or_else(|| index(start)), None)
        }
        _ => (tokens.list.len(), None),
    };
    unread_strings(cx, &tokens.list[..error]).map_err(|failure| diagnose::outranked(failure, tokens))?;
    Err(diagnose::diagnose(cx.source, tokens, error, marker == Token::StartExpression, refusal))
}

/// Strings right before the error were not evaluated yet; what is wrong in them comes first.
fn unread_strings(cx: &Grammar<'_>, before: &[Spanned]) -> Result<(), Failure> {
    let count = before.iter().rev().take_while(|token| token.1 == Token::String).count();
    let parts: Vec<Span> = before[before.len() - count..].iter().map(|&(start, _, end)| Span::new(start, end)).collect();
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Ok(()) };
    match cx.strings(first.start, parts.clone(), last.end) {
        Err(ParseError::User { error }) => Err(error),
        _ => Ok(()),
    }
}

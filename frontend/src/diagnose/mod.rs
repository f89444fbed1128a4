//! Finds the words for a syntax error.
//!
//! The grammar says only at which token it gave up. CPython then reads the source a second time with a grammar that
//! knows common mistakes, tried in a fixed order, and reports the first that fits. Here is such a reader: it recognises
//! statements and expressions without building a tree, steps back where a form does not fit, and stops at the first
//! mistake that it knows. It runs only for sources that are wrong, from the last top-level statement before the error.

mod brackets;
mod compounds;
mod expressions;
mod parameters;
mod patterns;
mod simple;

use crate::ast::Span;
use crate::lexer::{Spanned, Tokens, never_closed};
use crate::syntax_error::{Failure, Kind, Origin, Place};
use crate::token::Token;
use std::collections::HashMap;
use std::rc::Rc;

/// What was recognised, `None` if the form does not fit, or the mistake that was found.
type Step<T> = Result<Option<T>, Box<Failure>>;

/// A recognised expression: enough to name it and to look for targets in it.
#[derive(Debug)]
struct Node {
    span: Span,
    shape: Shape,
}

type N = Rc<Node>;

#[derive(Debug)]
enum Shape {
    Name,
    Attribute,
    Subscript,
    List(Vec<N>),
    Tuple(Vec<N>),
    Starred(N),
    /// The left side of a comparison, and whether the first operator is `in`.
    Compare(N, bool),
    /// Anything that cannot be assigned to, with CPython's word for it.
    Other(&'static str),
}

impl Shape {
    fn describe(&self) -> &'static str {
        match self {
            Shape::Name => "name",
            Shape::Attribute => "attribute",
            Shape::Subscript => "subscript",
            Shape::List(_) => "list",
            Shape::Tuple(_) => "tuple",
            Shape::Starred(_) => "starred",
            Shape::Compare(..) => "comparison",
            Shape::Other(word) => word,
        }
    }
}

/// Forms whose result is remembered per place, so that stepping back stays cheap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Expression,
    Disjunction,
    BitOr,
    Primary,
    Arguments,
    StarNamed,
    Named,
}

impl Form {
    /// CPython forgets for these whether mistakes were looked for: what was once read without is not read again.
    fn shared(self) -> bool {
        !matches!(self, Form::StarNamed | Form::Named)
    }
}

/// Expressions inside each other beyond this are not looked at.
const MAX_DEPTH: u32 = 250;

struct Reader<'s> {
    source: &'s str,
    tokens: &'s [Spanned],
    /// How many brackets are open behind each token.
    levels: Vec<u32>,
    at: usize,
    /// The last token that was looked at.
    furthest: usize,
    /// Why the tokens end, if they end too early, and whether anybody looked there.
    end: Option<&'s Failure>,
    beyond: bool,
    /// Mistakes are not looked for.
    quiet: bool,
    depth: u32,
    memo: HashMap<(Form, usize, bool), Option<(N, usize)>>,
}

/// The words for a source that the grammar refused at token `error`; `refusal` is what one of its actions said.
pub(crate) fn diagnose(
    source: &str,
    tokens: &Tokens,
    error: usize,
    expression: bool,
    refusal: Option<Failure>,
) -> Failure {
    let mut reader = Reader {
        source,
        tokens: &tokens.list,
        levels: levels(&tokens.list),
        end: tokens.failure.as_ref(),
        at: 0,
        furthest: 0,
        beyond: false,
        quiet: true,
        depth: 0,
        memo: HashMap::new(),
    };
    let start = if expression { 0 } else { statement_before(&tokens.list, error) };
    // The grammar accepts too much, so where CPython would have given up is found by reading without mistakes first.
    // What is found wrong already then, or a token that cannot be read, is final.
    if let Err(failure) = reader.read(start, expression) {
        return reader.or_unclosed(*failure, tokens);
    }
    if let (true, Some(failure)) = (reader.beyond, &tokens.failure) {
        return failure.clone();
    }
    let reached = reader.furthest >= error;
    let error = reader.furthest.min(error);
    (reader.quiet, reader.furthest, reader.depth) = (false, error, 0);
    reader.memo.clear();
    match (reader.read(start, expression), refusal) {
        (Err(failure), _) => reader.or_unclosed(*failure, tokens),
        (Ok(()), Some(failure)) if reached => reader.or_unclosed(failure, tokens),
        (Ok(()), _) => reader.plain(error, tokens),
    }
}

/// A token that can never be right outranks what was found before it, and so does a bracket that is open to the end of the
/// source, if the search came to a line below it.
pub(crate) fn outranked(source: &str, failure: Failure, reached: u32, tokens: &Tokens) -> Failure {
    let Some(end) = &tokens.failure else { return failure };
    if end.outranks {
        return end.clone();
    }
    match tokens.open.last() {
        Some(&(_, open)) if source[open as usize..reached.max(open) as usize].contains('\n') => {
            never_closed(&tokens.open).unwrap_or(failure)
        }
        _ => failure,
    }
}

/// An indentation error at a token without text.
fn blank(source: &str, offset: u32, message: impl Into<String>) -> Failure {
    Failure::new(blank_place(source, offset), message).kind(Kind::IndentationError)
}

/// Such a token stands behind the blanks of its line; at the end of the source, behind the last line.
fn blank_place(source: &str, offset: u32) -> Place {
    if offset as usize >= source.len() {
        return Place::End;
    }
    let place = crate::LineIndex::new(source).locate(offset);
    Place::Exactly(place.line, place.column as i32, place.line, -1)
}

fn levels(tokens: &[Spanned]) -> Vec<u32> {
    let mut level = 0u32;
    let step = |&(_, token, _): &Spanned| {
        if token.opens() {
            level += 1;
        } else if token.closes() {
            level = level.saturating_sub(1);
        }
        level
    };
    tokens.iter().map(step).collect()
}

/// Where the last top-level statement before a token starts. Clauses belong to the statement before them.
fn statement_before(tokens: &[Spanned], error: usize) -> usize {
    let (mut depth, mut start, mut fresh) = (0u32, 0, true);
    for (at, token) in tokens.iter().enumerate().take(error) {
        let clause = matches!(token.1, Token::Elif | Token::Else | Token::Except | Token::Finally);
        match token.1 {
            Token::Indent => depth += 1,
            Token::Dedent => depth = depth.saturating_sub(1),
            _ if fresh && depth == 0 && !clause => start = at,
            _ => {}
        }
        fresh = matches!(token.1, Token::Newline | Token::Indent | Token::Dedent);
    }
    start
}

fn same<T>(value: T) -> Step<T> {
    Ok(Some(value))
}

/// `let Some(x) = step? else { step back; no }`.
macro_rules! need {
    ($reader:ident, $start:expr, $step:expr) => {
        match $step? {
            Some(found) => found,
            None => {
                $reader.at = $start;
                return Ok(None);
            }
        }
    };
}
pub(super) use need;

impl<'s> Reader<'s> {
    /// Reads everything from a place on.
    fn read(&mut self, start: usize, expression: bool) -> Result<(), Box<Failure>> {
        self.at = start;
        if !expression {
            return self.statements();
        }
        self.expressions()?;
        while self.eat(Token::Newline) {}
        Ok(())
    }

    /// The error that CPython reports when it knows no better.
    fn plain(&self, error: usize, tokens: &Tokens) -> Failure {
        let Some(&(start, token, end)) = self.tokens.get(error) else {
            let (line, ..) = Place::End.numbers(&crate::LineIndex::new(self.source), Origin::File);
            return Failure::new(Place::Exactly(line, 0, line, 0), "invalid syntax");
        };
        let failure = match token {
            // CPython reads no further for these: a bad token behind them is not found.
            Token::Indent if !self.beyond => return blank(self.source, start, "unexpected indent"),
            Token::Dedent if !self.beyond => return blank(self.source, start, "unexpected unindent"),
            _ => Failure::span(Span::new(start, end), "invalid syntax"),
        };
        self.or_unclosed(failure, tokens)
    }

    fn or_unclosed(&self, failure: Failure, tokens: &Tokens) -> Failure {
        match &tokens.failure {
            Some(end) if self.beyond => end.clone(),
            _ => outranked(self.source, failure, self.token_span(self.furthest).start, tokens),
        }
    }

    fn look(&mut self, ahead: usize) -> Option<Token> {
        let at = self.at + ahead;
        self.furthest = self.furthest.max(at.min(self.tokens.len()));
        self.beyond |= at >= self.tokens.len() && self.end.is_some();
        self.tokens.get(at).map(|token| token.1)
    }

    fn peek(&mut self) -> Option<Token> {
        self.look(0)
    }

    fn is(&mut self, token: Token) -> bool {
        self.peek() == Some(token)
    }

    fn eat(&mut self, token: Token) -> bool {
        let found = self.is(token);
        self.at += usize::from(found);
        found
    }

    /// A name, soft keywords included.
    fn is_name(&mut self) -> bool {
        matches!(self.peek(), Some(Token::Name | Token::Match | Token::Case | Token::Wildcard))
    }

    fn eat_name(&mut self) -> bool {
        let found = self.is_name();
        self.at += usize::from(found);
        found
    }

    /// Parentheses come in two kinds; here they are one.
    fn is_lpar(&mut self) -> bool {
        matches!(self.peek(), Some(Token::Lpar | Token::WithLpar))
    }

    fn eat_lpar(&mut self) -> bool {
        let found = self.is_lpar();
        self.at += usize::from(found);
        found
    }

    fn token_span(&self, at: usize) -> Span {
        self.tokens.get(at).map_or(Span::default(), |&(start, _, end)| Span::new(start, end))
    }

    fn text(&self, at: usize) -> &'s str {
        let span = self.token_span(at);
        self.source.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// From the token at `start` to the one before this.
    fn span(&self, start: usize) -> Span {
        Span::new(self.token_span(start).start, self.token_span(self.at.saturating_sub(1)).end)
    }

    fn node(&self, start: usize, shape: Shape) -> N {
        Rc::new(Node { span: self.span(start), shape })
    }

    fn mistake<T>(&self, span: Span, message: impl Into<String>) -> Step<T> {
        Err(Box::new(Failure::span(span, message)))
    }

    /// At the last token that anybody looked at.
    fn mistake_here<T>(&self, message: impl Into<String>) -> Step<T> {
        let failure = match self.tokens.get(self.furthest) {
            Some(&(start, Token::Indent | Token::Dedent, _)) => Failure::new(blank_place(self.source, start), message),
            Some(&(start, _, end)) => Failure::span(Span::new(start, end), message),
            None => Failure::new(blank_place(self.source, self.source.len() as u32), message),
        };
        Err(Box::new(failure))
    }

    /// From a place to the last token that was looked at.
    fn mistake_from<T>(&self, start: u32, message: &str) -> Step<T> {
        self.mistake(Span::new(start, self.token_span(self.furthest).end - 1), message)
    }

    /// `NEWLINE` without an indent behind it, after the head of a block.
    fn block_missing(&mut self, head: usize, what: &str) -> Step<()> {
        if self.quiet || !self.is(Token::Newline) || self.look(1) == Some(Token::Indent) {
            return Ok(None);
        }
        let line = crate::LineIndex::new(self.source).line(self.token_span(head).start);
        let message = format!("expected an indented block after {what} on line {line}");
        let Err(failure) = self.mistake_here::<()>(message) else { return Ok(None) };
        Err(Box::new(failure.kind(Kind::IndentationError)))
    }

    /// Looks a form up, or reads it and remembers.
    fn remember(&mut self, form: Form, read: impl FnOnce(&mut Self) -> Step<N>) -> Step<N> {
        let (start, quiet) = (self.at, self.quiet && !form.shared());
        if let Some(known) = self.memo.get(&(form, start, quiet)) {
            let found = known.as_ref().map(|(node, end)| (node.clone(), *end));
            return Ok(found.map(|(node, end)| {
                self.at = end;
                node
            }));
        }
        self.depth += 1;
        let found = if self.depth > MAX_DEPTH * 6 { Ok(None) } else { read(self) };
        self.depth -= 1;
        let found = found?;
        if found.is_none() {
            self.at = start;
        }
        self.memo.insert((form, start, quiet), found.as_ref().map(|node| (node.clone(), self.at)));
        Ok(found)
    }

    /// One or more, separated by commas; a trailing comma is left alone.
    fn separated<T>(&mut self, mut read: impl FnMut(&mut Self) -> Step<T>) -> Step<Vec<T>> {
        let Some(first) = read(self)? else { return Ok(None) };
        let mut list = vec![first];
        loop {
            let before = self.at;
            if !self.eat(Token::Comma) {
                return same(list);
            }
            match read(self)? {
                Some(item) => list.push(item),
                None => {
                    self.at = before;
                    return same(list);
                }
            }
        }
    }
}

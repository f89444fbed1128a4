//! Parameters of functions and lambdas, read item by item.

use super::{Reader, Step, need, same};
use crate::ast::Span;
use crate::token::Token;

/// What the parameters before an item were.
#[derive(Default)]
struct Seen {
    count: usize,
    default: bool,
    slash: bool,
    star: bool,
}

impl Seen {
    /// Nothing but names.
    fn plain(&self) -> bool {
        !self.default && !self.slash && !self.star
    }
}

impl Reader<'_> {
    pub(super) fn parameters(&mut self) -> Step<()> {
        self.parameter_list(Token::Rpar)
    }

    pub(super) fn lambda_parameters(&mut self) -> Step<()> {
        self.parameter_list(Token::Colon)
    }

    /// Reads up to the end token; where something does not fit, it stops there.
    fn parameter_list(&mut self, end: Token) -> Step<()> {
        let start = self.at;
        let mut seen = Seen::default();
        while !self.is(end) {
            let item = self.at;
            let fits = match self.peek() {
                Some(Token::Slash) => self.slash(&mut seen)?,
                Some(Token::Star) => self.star(&mut seen, end)?,
                Some(Token::DoubleStar) => return self.double_star(end),
                Some(Token::Lpar | Token::WithLpar) if !self.quiet && seen.plain() => return self.parenthesized(end),
                _ => self.parameter(&mut seen, end)?,
            };
            if fits.is_none() || !(self.eat(Token::Comma) || self.is(end)) {
                self.at = if fits.is_none() { item } else { self.at };
                break;
            }
        }
        if self.at == start { Ok(None) } else { same(()) }
    }

    /// A name with its annotation; lambdas have none.
    fn parameter_name(&mut self, end: Token) -> Step<Span> {
        let start = self.at;
        if !self.eat_name() {
            return Ok(None);
        }
        if end == Token::Rpar && self.eat(Token::Colon) {
            need!(self, start, self.annotation_expression());
        }
        same(self.span(start))
    }

    fn annotation_expression(&mut self) -> Step<()> {
        let node = if self.is(Token::Star) { self.starred(Self::bit_or)? } else { self.expression()? };
        Ok(node.map(drop))
    }

    fn parameter(&mut self, seen: &mut Seen, end: Token) -> Step<()> {
        let start = self.at;
        let name = need!(self, start, self.parameter_name(end));
        let equal = self.at;
        if self.eat(Token::Equal) {
            if !self.quiet && matches!(self.peek(), Some(Token::Comma | Token::Rpar)) {
                return self.mistake(self.token_span(equal), "expected default value expression");
            }
            need!(self, start, self.expression());
            seen.default |= !seen.star;
        } else if !self.quiet && seen.default && !seen.star && (self.is(Token::Comma) || self.is(end)) {
            return self.mistake(name, "non-default argument follows default argument");
        }
        seen.count += 1;
        same(())
    }

    fn slash(&mut self, seen: &mut Seen) -> Step<()> {
        let here = self.token_span(self.at);
        if self.quiet {
            self.at += 1;
            let fits = !seen.star && !seen.slash && seen.count > 0;
            seen.slash = true;
            return Ok(fits.then_some(()));
        }
        if seen.star {
            return self.mistake(here, "/ must be ahead of *");
        }
        if seen.slash {
            return self.mistake(here, "/ may appear only once");
        }
        if seen.count == 0 {
            if self.look(1) != Some(Token::Comma) {
                return Ok(None);
            }
            return self.mistake(here, "at least one argument must precede /");
        }
        self.at += 1;
        if self.is(Token::Star) {
            return self.mistake(self.token_span(self.at), "expected comma between / and *");
        }
        seen.slash = true;
        same(())
    }

    fn star(&mut self, seen: &mut Seen, end: Token) -> Step<()> {
        let star = self.token_span(self.at);
        if seen.star {
            return if self.quiet { Ok(None) } else { self.mistake(star, "* argument may appear only once") };
        }
        self.at += 1;
        seen.star = true;
        if self.is(Token::Comma) || self.is(end) {
            let comma = self.is(Token::Comma);
            if !comma || self.look(1) == Some(Token::DoubleStar) || self.look(1) == Some(end) {
                if self.quiet {
                    self.at += usize::from(comma);
                    self.peek();
                    return Ok(None);
                }
                const MESSAGE: &str = "named arguments must follow bare *";
                self.at += usize::from(comma);
                self.peek();
                return if end == Token::Colon { self.mistake_here(MESSAGE) } else { self.mistake(star, MESSAGE) };
            }
            return same(());
        }
        if self.parameter_name(end)?.is_none() {
            return Ok(None);
        }
        if !self.quiet && self.is(Token::Equal) {
            return self.mistake(self.token_span(self.at), "var-positional argument cannot have default value");
        }
        same(())
    }

    fn double_star(&mut self, end: Token) -> Step<()> {
        self.at += 1;
        if self.parameter_name(end)?.is_none() {
            return Ok(None);
        }
        if !self.quiet && self.is(Token::Equal) {
            return self.mistake(self.token_span(self.at), "var-keyword argument cannot have default value");
        }
        if self.eat(Token::Comma) && !self.is(end) && !self.quiet {
            const MESSAGE: &str = "arguments cannot follow var-keyword argument";
            let here = self.token_span(self.at);
            if matches!(self.peek(), Some(Token::Star | Token::DoubleStar | Token::Slash)) {
                return self.mistake(here, MESSAGE);
            }
            if let Some(name) = self.parameter_name(end)? {
                return self.mistake(name, MESSAGE);
            }
        }
        same(())
    }

    /// `def f((a, b)):`, as it was in Python 2.
    fn parenthesized(&mut self, end: Token) -> Step<()> {
        let open = self.at;
        self.at += 1;
        if self.separated(|s| Ok(s.eat_name().then_some(())))?.is_some() {
            self.eat(Token::Comma);
            if self.is(Token::Rpar) && !self.quiet {
                let what = if end == Token::Rpar { "Function" } else { "Lambda expression" };
                let span = self.between(open, self.at);
                return self.mistake(span, format!("{what} parameters cannot be parenthesized"));
            }
        }
        self.at = open;
        Ok(None)
    }
}

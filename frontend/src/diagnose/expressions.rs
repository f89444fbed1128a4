//! Expressions, from `yield` down to powers.

use super::{Form, N, Reader, Shape, Step, need, same};
use crate::ast::Span;
use crate::token::Token;

/// How tightly an operator of arithmetic binds; `**` is apart.
fn precedence(token: Token) -> Option<u8> {
    Some(match token {
        Token::Vbar => 0,
        Token::Circumflex => 1,
        Token::Amper => 2,
        Token::LeftShift | Token::RightShift => 3,
        Token::Plus | Token::Minus => 4,
        Token::Star | Token::Slash | Token::DoubleSlash | Token::Percent | Token::At => 5,
        _ => return None,
    })
}

impl Reader<'_> {
    /// `expressions` of `eval`: one, or a tuple.
    pub(super) fn expressions(&mut self) -> Step<N> {
        self.tuple_of(Self::expression)
    }

    pub(super) fn star_expressions(&mut self) -> Step<N> {
        self.tuple_of(Self::star_expression)
    }

    fn tuple_of(&mut self, read: fn(&mut Self) -> Step<N>) -> Step<N> {
        let start = self.at;
        let list = need!(self, start, self.separated(read));
        let comma = self.eat(Token::Comma);
        if list.len() == 1 && !comma {
            return Ok(list.into_iter().next());
        }
        same(self.node(start, Shape::Tuple(list)))
    }

    fn star_expression(&mut self) -> Step<N> {
        if self.is(Token::Star) { self.starred(Self::bit_or) } else { self.expression() }
    }

    /// `*` and what it unpacks.
    pub(super) fn starred(&mut self, read: fn(&mut Self) -> Step<N>) -> Step<N> {
        let start = self.at;
        if !self.eat(Token::Star) {
            return Ok(None);
        }
        let value = need!(self, start, read(self));
        same(self.node(start, Shape::Starred(value)))
    }

    pub(super) fn star_named(&mut self) -> Step<N> {
        self.remember(Form::StarNamed, |s| if s.is(Token::Star) { s.starred(Self::bit_or) } else { s.named() })
    }

    /// The elements of a display, without a trailing comma.
    pub(super) fn star_nameds(&mut self) -> Step<Vec<N>> {
        self.separated(Self::star_named)
    }

    pub(super) fn yield_expression(&mut self) -> Step<N> {
        let start = self.at;
        if !self.eat(Token::Yield) {
            return Ok(None);
        }
        if self.is(Token::From) {
            let from = self.at;
            self.at += 1;
            if self.expression()?.is_none() {
                self.at = from;
            }
        } else {
            self.star_expressions()?;
        }
        same(self.node(start, Shape::Other("yield expression")))
    }

    pub(super) fn yield_or_stars(&mut self) -> Step<N> {
        match self.yield_expression()? {
            Some(node) => same(node),
            None => self.star_expressions(),
        }
    }

    /// `name := value`, nothing else.
    pub(super) fn walrus(&mut self) -> Step<N> {
        let start = self.at;
        if !self.eat_name() || !self.eat(Token::ColonEqual) {
            self.at = start;
            return Ok(None);
        }
        need!(self, start, self.expression());
        same(self.node(start, Shape::Other("named expression")))
    }

    pub(super) fn named(&mut self) -> Step<N> {
        self.remember(Form::Named, |s| {
            let start = s.at;
            if s.is_name() && s.look(1) == Some(Token::ColonEqual) {
                return s.walrus();
            }
            if !s.quiet {
                s.wrong_walrus()?;
                s.at = start;
            }
            s.plain_expression()
        })
    }

    /// An expression that is no target of `:=`.
    fn plain_expression(&mut self) -> Step<N> {
        let start = self.at;
        let node = need!(self, start, self.expression());
        if self.is(Token::ColonEqual) {
            self.at = start;
            return Ok(None);
        }
        same(node)
    }

    /// `name := value` or an expression.
    pub(super) fn walrus_or_expression(&mut self) -> Step<N> {
        match self.walrus()? {
            Some(node) => same(node),
            None => self.plain_expression(),
        }
    }

    /// Assignment where a value should be.
    fn wrong_walrus(&mut self) -> Step<()> {
        let start = self.at;
        if let Some(target) = self.expression()?
            && self.eat(Token::ColonEqual)
            && self.expression()?.is_some()
        {
            let message = format!("cannot use assignment expressions with {}", target.shape.describe());
            return self.mistake(target.span, message);
        }
        self.at = start;
        if self.eat_name() && self.eat(Token::Equal) {
            let value = self.bit_or()?;
            if let Some(value) = value.filter(|_| !matches!(self.peek(), Some(Token::Equal | Token::ColonEqual))) {
                let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
                return self.mistake(Span::new(self.token_span(start).start, value.span.end), message);
            }
        }
        self.at = start;
        if self.is_display()? {
            return Ok(None);
        }
        if let Some(target) = self.bit_or()?
            && self.eat(Token::Equal)
            && self.bit_or()?.is_some()
            && !matches!(self.peek(), Some(Token::Equal | Token::ColonEqual))
        {
            let word = target.shape.describe();
            return self
                .mistake(target.span, format!("cannot assign to {word} here. Maybe you meant '==' instead of '='?"));
        }
        Ok(None)
    }

    /// A list, a tuple, a generator expression or a constant word starts here.
    fn is_display(&mut self) -> Result<bool, Box<crate::syntax_error::Failure>> {
        let start = self.at;
        let found = match self.peek() {
            Some(Token::True | Token::False | Token::None) => true,
            Some(Token::Lsqb | Token::Lpar | Token::WithLpar) => {
                let node = self.atom()?;
                node.is_some_and(|node| {
                    let word =
                        matches!(node.shape, Shape::List(_) | Shape::Tuple(_) | Shape::Other("generator expression"));
                    // A group has the span of what it holds.
                    word && node.span.start == self.token_span(start).start
                })
            }
            _ => false,
        };
        self.at = start;
        Ok(found)
    }

    pub(super) fn expression(&mut self) -> Step<N> {
        self.remember(Form::Expression, |s| {
            let start = s.at;
            if !s.quiet {
                s.wrong_expression()?;
                s.at = start;
                s.legacy_statement()?;
                s.at = start;
            }
            s.good_expression()
        })
    }

    fn good_expression(&mut self) -> Step<N> {
        let start = self.at;
        if self.is(Token::Lambda) {
            return self.lambda();
        }
        let body = need!(self, start, self.disjunction());
        let end = self.at;
        if self.eat(Token::If) && self.disjunction()?.is_some() && self.eat(Token::Else) && self.expression()?.is_some()
        {
            return same(self.node(start, Shape::Other("conditional expression")));
        }
        self.at = end;
        same(body)
    }

    /// Two expressions in a row inside brackets, or `if` without `else`.
    fn wrong_expression(&mut self) -> Step<()> {
        let start = self.at;
        // CPython takes every name that a soft keyword starts with for that keyword: `f(c d)` gets no hint.
        let word = self.text(start);
        let soft = self.is_name()
            && (self.look(1) == Some(Token::String)
                || ["match", "case", "_"].iter().any(|soft| soft.starts_with(word)));
        let Some(first) = self.disjunction()? else { return Ok(None) };
        let end = self.at;
        if !soft {
            let quiet = std::mem::replace(&mut self.quiet, true);
            let second = self.good_expression();
            self.quiet = quiet;
            if let Some(second) = second?
                && !self.is_legacy(&first, start)
                && self.levels[self.at - 1] > 0
            {
                let message = "invalid syntax. Perhaps you forgot a comma?";
                return self.mistake(first.span.to(second.span), message);
            }
        }
        self.at = end;
        if self.eat(Token::If)
            && let Some(test) = self.disjunction()?
            && !matches!(self.peek(), Some(Token::Else | Token::Colon))
        {
            return self.mistake(first.span.to(test.span), "expected 'else' after 'if' expression");
        }
        Ok(None)
    }

    /// `print` or `exec` alone.
    fn is_legacy(&self, node: &N, start: usize) -> bool {
        matches!(node.shape, Shape::Name) && matches!(self.text(start), "print" | "exec")
    }

    /// `print x`, as it was in Python 2.
    fn legacy_statement(&mut self) -> Step<()> {
        let start = self.at;
        if !self.eat_name() || self.is_lpar() {
            return Ok(None);
        }
        let Some(what) = self.star_expressions()? else { return Ok(None) };
        let name = self.text(start);
        if !matches!(name, "print" | "exec") {
            return Ok(None);
        }
        let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
        self.mistake(Span::new(self.token_span(start).start, what.span.end), message)
    }

    fn lambda(&mut self) -> Step<N> {
        let start = self.at;
        self.at += 1;
        self.lambda_parameters()?;
        if !self.eat(Token::Colon) {
            self.at = start;
            return Ok(None);
        }
        need!(self, start, self.expression());
        same(self.node(start, Shape::Other("lambda")))
    }

    /// A token that must follow whatever else might be tried.
    pub(super) fn expected<T>(&mut self, what: &str) -> Step<T> {
        self.peek();
        self.mistake(self.token_span(self.at), format!("expected '{what}'"))
    }

    pub(super) fn disjunction(&mut self) -> Step<N> {
        self.remember(Form::Disjunction, |s| s.chain(Token::Or, |s| s.chain(Token::And, Self::inversion)))
    }

    fn chain(&mut self, op: Token, read: fn(&mut Self) -> Step<N>) -> Step<N> {
        let start = self.at;
        let mut node = need!(self, start, read(self));
        loop {
            let end = self.at;
            if !self.eat(op) {
                return same(node);
            }
            if read(self)?.is_none() {
                self.at = end;
                return same(node);
            }
            node = self.node(start, Shape::Other("expression"));
        }
    }

    fn inversion(&mut self) -> Step<N> {
        let start = self.at;
        while self.eat(Token::Not) {}
        let negated = self.at > start;
        let node = need!(self, start, self.comparison());
        same(if negated { self.node(start, Shape::Other("expression")) } else { node })
    }

    fn comparison(&mut self) -> Step<N> {
        let start = self.at;
        let mut node = need!(self, start, self.bit_or());
        let left = node.clone();
        let contains = self.is(Token::In);
        loop {
            let end = self.at;
            if !self.comparison_operator() {
                return same(node);
            }
            if self.bit_or()?.is_none() {
                self.at = end;
                return same(node);
            }
            node = self.node(start, Shape::Compare(left.clone(), contains));
        }
    }

    fn comparison_operator(&mut self) -> bool {
        let length = match self.peek() {
            Some(Token::EqEqual | Token::NotEqual | Token::Less | Token::LessEqual) => 1,
            Some(Token::Greater | Token::GreaterEqual | Token::In) => 1,
            Some(Token::Is) if self.look(1) == Some(Token::Not) => 2,
            Some(Token::Is) => 1,
            Some(Token::Not) if self.look(1) == Some(Token::In) => 2,
            _ => 0,
        };
        self.at += length;
        length > 0
    }

    pub(super) fn bit_or(&mut self) -> Step<N> {
        self.remember(Form::BitOr, |s| s.arithmetic(0))
    }

    /// Operators that bind at least as tightly as `least`.
    fn arithmetic(&mut self, least: u8) -> Step<N> {
        let start = self.at;
        let mut node = need!(self, start, self.factor());
        loop {
            let end = self.at;
            let Some(level) = self.peek().and_then(precedence).filter(|&level| level >= least) else {
                return same(node);
            };
            self.at += 1;
            if self.arithmetic(level + 1)?.is_none() {
                self.at = end;
                return same(node);
            }
            node = self.node(start, Shape::Other("expression"));
        }
    }

    fn factor(&mut self) -> Step<N> {
        let start = self.at;
        while matches!(self.peek(), Some(Token::Plus | Token::Minus | Token::Tilde)) {
            self.at += 1;
        }
        let signed = self.at > start;
        let node = need!(self, start, self.power());
        same(if signed { self.node(start, Shape::Other("expression")) } else { node })
    }

    fn power(&mut self) -> Step<N> {
        let start = self.at;
        let awaited = self.eat(Token::Await);
        let mut node = need!(self, start, self.primary());
        if awaited {
            node = self.node(start, Shape::Other("await expression"));
        }
        let end = self.at;
        if self.eat(Token::DoubleStar) {
            self.depth += 3;
            let exponent = if self.depth > super::MAX_DEPTH * 6 { Ok(None) } else { self.factor() };
            self.depth -= 3;
            if exponent?.is_some() {
                return same(self.node(start, Shape::Other("expression")));
            }
            self.at = end;
        }
        same(node)
    }
}

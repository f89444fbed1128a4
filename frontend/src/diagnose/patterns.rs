//! The patterns of `case`.

use super::{Reader, Step, need, same};
use crate::ast::Span;
use crate::token::Token;

impl Reader<'_> {
    /// What follows `case`.
    pub(super) fn patterns(&mut self) -> Step<()> {
        if self.separated(Self::star_pattern)?.is_none() {
            return Ok(None);
        }
        self.eat(Token::Comma);
        same(())
    }

    fn star_pattern(&mut self) -> Step<()> {
        let start = self.at;
        if self.eat(Token::Star) {
            if self.eat_name() {
                return same(());
            }
            self.at = start;
            return Ok(None);
        }
        self.pattern()
    }

    fn pattern(&mut self) -> Step<()> {
        let start = self.at;
        loop {
            need!(self, start, self.closed());
            if !self.eat(Token::Vbar) {
                break;
            }
        }
        let end = self.at;
        if self.eat(Token::As) {
            let target = self.token_span(self.at);
            let part = matches!(self.look(1), Some(Token::Dot | Token::Lpar | Token::Equal));
            if !self.quiet && self.is_name() && self.text(self.at) == "_" {
                return self.mistake(target, "cannot use '_' as a target");
            }
            if self.is_name() && !part {
                self.at += 1;
                return same(());
            }
            if !self.quiet
                && !self.is_name()
                && let Some(node) = self.expression()?
            {
                return self.mistake(node.span, "invalid pattern target");
            }
            self.at = end;
        }
        same(())
    }

    fn closed(&mut self) -> Step<()> {
        let start = self.at;
        self.depth += 1;
        let found = if self.depth > super::MAX_DEPTH { Ok(None) } else { self.closed_inner() };
        self.depth -= 1;
        let found = found?;
        if found.is_none() {
            self.at = start;
        }
        Ok(found)
    }

    fn closed_inner(&mut self) -> Step<()> {
        match self.peek() {
            Some(Token::Number | Token::Minus) => Ok(self.number().then_some(())),
            Some(Token::String) => {
                while self.eat(Token::String) {}
                same(())
            }
            Some(Token::None | Token::True | Token::False) => {
                self.at += 1;
                same(())
            }
            Some(Token::Lpar | Token::WithLpar) => self.sequence(Token::Rpar),
            Some(Token::Lsqb) => self.sequence(Token::Rsqb),
            Some(Token::Lbrace) => self.mapping(),
            _ => self.name_pattern(),
        }
    }

    fn number(&mut self) -> bool {
        self.eat(Token::Minus);
        if !self.eat(Token::Number) {
            return false;
        }
        let end = self.at;
        if matches!(self.peek(), Some(Token::Plus | Token::Minus)) {
            self.at += 1;
            if !self.eat(Token::Number) {
                self.at = end;
            }
        }
        true
    }

    fn sequence(&mut self, close: Token) -> Step<()> {
        self.at += 1;
        if self.separated(Self::star_pattern)?.is_some() {
            self.eat(Token::Comma);
        }
        Ok(self.eat(close).then_some(()))
    }

    fn mapping(&mut self) -> Step<()> {
        self.at += 1;
        if self.separated(Self::mapping_item)?.is_some() {
            self.eat(Token::Comma);
        }
        Ok(self.eat(Token::Rbrace).then_some(()))
    }

    fn mapping_item(&mut self) -> Step<()> {
        if self.eat(Token::DoubleStar) {
            return Ok(self.eat_name().then_some(()));
        }
        if self.closed()?.is_none() || !self.eat(Token::Colon) {
            return Ok(None);
        }
        self.pattern()
    }

    fn name_pattern(&mut self) -> Step<()> {
        let wildcard = self.is(Token::Wildcard);
        if !self.eat_name() {
            return Ok(None);
        }
        if wildcard {
            return same(());
        }
        while self.eat(Token::Dot) {
            if !self.eat_name() {
                return Ok(None);
            }
        }
        if !self.is_lpar() {
            return same(());
        }
        self.class_pattern()
    }

    /// The arguments of a class pattern: keywords come last.
    fn class_pattern(&mut self) -> Step<()> {
        self.at += 1;
        let mut keyword = false;
        let mut late: Option<Span> = None;
        while !self.is(Token::Rpar) {
            let start = self.at;
            let named = self.is_name() && self.look(1) == Some(Token::Equal);
            if named {
                self.at += 2;
            }
            if self.pattern()?.is_none() {
                break;
            }
            if !named && keyword {
                if self.quiet {
                    return Ok(None);
                }
                let span = self.span(start);
                late = Some(late.map_or(span, |first| first.to(span)));
            } else if late.is_some() {
                break;
            }
            keyword |= named;
            if !self.eat(Token::Comma) {
                break;
            }
        }
        if let Some(span) = late {
            return self.mistake(span, "positional patterns follow keyword patterns");
        }
        Ok(self.eat(Token::Rpar).then_some(()))
    }
}

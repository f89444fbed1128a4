//! Compound statements: heads, blocks and clauses.

use super::{Reader, Step, need, same};
use crate::syntax_error::Failure;
use crate::token::Token;

impl Reader<'_> {
    /// Statements up to the first that does not fit.
    pub(super) fn statements(&mut self) -> Result<(), Box<Failure>> {
        while self.statement()?.is_some() {}
        Ok(())
    }

    fn statement(&mut self) -> Step<()> {
        let start = self.at;
        let found = match self.peek() {
            Some(Token::At) => self.decorated()?,
            Some(Token::Def) => self.function()?,
            Some(Token::Class) => self.class()?,
            Some(Token::If) => self.conditional("if")?,
            Some(Token::While) => self.while_()?,
            Some(Token::For) => self.for_()?,
            Some(Token::With) => self.with()?,
            Some(Token::Try) => self.try_()?,
            Some(Token::Match) => self.match_()?,
            Some(Token::Async) => self.async_()?,
            None => return Ok(None),
            _ => None,
        };
        if found.is_some() {
            return same(());
        }
        self.at = start;
        self.simple_line()
    }

    fn async_(&mut self) -> Step<()> {
        self.at += 1;
        match self.peek() {
            Some(Token::Def) => self.function(),
            Some(Token::For) => self.for_(),
            Some(Token::With) => self.with(),
            _ => Ok(None),
        }
    }

    fn decorated(&mut self) -> Step<()> {
        while self.eat(Token::At) {
            if self.named()?.is_none() || !self.eat(Token::Newline) {
                return Ok(None);
            }
        }
        match self.peek() {
            Some(Token::Class) => self.class(),
            Some(Token::Def) => self.function(),
            Some(Token::Async) => {
                self.at += 1;
                if self.is(Token::Def) { self.function() } else { Ok(None) }
            }
            _ => Ok(None),
        }
    }

    /// The block behind a colon. Its statements may be wrong; then it does not fit.
    fn block(&mut self) -> Step<()> {
        if self.is(Token::Newline) {
            if self.look(1) != Some(Token::Indent) {
                return Ok(None);
            }
            self.at += 2;
            self.statements()?;
            return Ok(self.eat(Token::Dedent).then_some(()));
        }
        self.simple_line()
    }

    /// `:` and the block. A line that ends without a colon is a mistake; so is a missing block.
    fn colon_block(&mut self, head: usize, what: &str) -> Step<()> {
        if !self.quiet && self.is(Token::Newline) {
            return self.mistake_here("expected ':'");
        }
        if !self.eat(Token::Colon) {
            return Ok(None);
        }
        self.block_missing(head, what)?;
        self.block()
    }

    /// A clause of which only the colon and the block are left, and where the colon must come.
    fn forced_block(&mut self, head: usize, what: &str) -> Step<()> {
        if !self.eat(Token::Colon) {
            return self.expected(":");
        }
        self.block_missing(head, what)?;
        self.block()
    }

    fn conditional(&mut self, word: &str) -> Step<()> {
        let start = self.at;
        self.at += 1;
        need!(self, start, self.named());
        need!(self, start, self.colon_block(start, &format!("'{word}' statement")));
        if self.is(Token::Elif) {
            self.depth += 1;
            let rest = if self.depth > super::MAX_DEPTH { Ok(None) } else { self.conditional("elif") };
            self.depth -= 1;
            rest?;
            return same(());
        }
        self.else_()
    }

    /// An optional `else`.
    fn else_(&mut self) -> Step<()> {
        let start = self.at;
        if self.eat(Token::Else) && self.forced_block(start, "'else' statement")?.is_none() {
            self.at = start;
        }
        same(())
    }

    fn while_(&mut self) -> Step<()> {
        let start = self.at;
        self.at += 1;
        need!(self, start, self.named());
        need!(self, start, self.colon_block(start, "'while' statement"));
        self.else_()
    }

    fn for_(&mut self) -> Step<()> {
        let start = self.at;
        self.at += 1;
        if self.star_targets()?.is_some() && self.eat(Token::In) {
            need!(self, start, self.star_expressions());
            need!(self, start, self.colon_block(start, "'for' statement"));
            return self.else_();
        }
        self.at = start + 1;
        if !self.quiet {
            self.wrong_for_target()?;
        }
        self.at = start;
        Ok(None)
    }

    fn with(&mut self) -> Step<()> {
        let start = self.at;
        self.at += 1;
        if self.is_lpar() {
            self.at += 1;
            if self.separated(Self::with_item)?.is_some() {
                self.eat(Token::Comma);
                if self.eat(Token::Rpar) && matches!(self.peek(), Some(Token::Colon | Token::Newline)) {
                    let found = self.colon_block(start, "'with' statement")?;
                    if found.is_some() {
                        return same(());
                    }
                }
            }
            self.at = start + 1;
        }
        need!(self, start, self.separated(Self::with_item));
        need!(self, start, self.colon_block(start, "'with' statement"));
        same(())
    }

    fn with_item(&mut self) -> Step<()> {
        let start = self.at;
        need!(self, start, self.expression());
        let end = self.at;
        if self.eat(Token::As) {
            if self.star_target()?.is_some()
                && matches!(self.peek(), Some(Token::Comma | Token::Rpar | Token::Colon | Token::Newline))
            {
                return same(());
            }
            self.at = end + 1;
            if !self.quiet {
                self.wrong_with_target()?;
            }
            self.at = end;
        }
        same(())
    }

    fn try_(&mut self) -> Step<()> {
        let start = self.at;
        self.at += 1;
        need!(self, start, self.forced_block(start, "'try' statement"));
        if !matches!(self.peek(), Some(Token::Except | Token::Finally)) {
            if self.quiet {
                return Ok(None);
            }
            return self.mistake_here("expected 'except' or 'finally' block");
        }
        let mut kind = None;
        while self.is(Token::Except) {
            let star = self.look(1) == Some(Token::Star);
            if *kind.get_or_insert(star) != star {
                let except = self.at;
                self.mixed_except(star)?;
                if self.quiet {
                    return Ok(None);
                }
                self.at = except;
            }
            need!(self, start, self.except());
        }
        if kind.is_some() {
            self.else_()?;
        }
        let last = self.at;
        if self.eat(Token::Finally) && self.forced_block(last, "'finally' statement")?.is_none() {
            self.at = start;
            return Ok(None);
        }
        same(())
    }

    /// `except` and `except*` at the same `try`.
    fn mixed_except(&mut self, star: bool) -> Step<()> {
        let start = self.at;
        self.at += 1 + usize::from(star);
        let typed = self.expression()?.is_some();
        if typed && self.eat(Token::As) {
            self.eat_name();
        }
        if self.quiet || star && !typed || !self.is(Token::Colon) {
            return Ok(None);
        }
        let span = self.between(start, start + usize::from(star));
        self.mistake(span, "cannot have both 'except' and 'except*' on the same 'try'")
    }

    fn except(&mut self) -> Step<()> {
        let start = self.at;
        self.at += 1;
        let star = self.eat(Token::Star);
        let word = if star { "'except*' statement" } else { "'except' statement" };
        match self.peek() {
            Some(Token::Newline | Token::Colon) if star && !self.quiet => {
                return self.mistake_here("expected one or more exception types");
            }
            Some(Token::Newline) if !self.quiet => return self.mistake_here("expected ':'"),
            Some(Token::Colon) if !star => {
                self.at += 1;
                self.block_missing(start, word)?;
                return self.block();
            }
            _ => {}
        }
        let type_ = need!(self, start, self.expression());
        if !self.quiet && self.eat(Token::Comma) {
            return self.several_types(start, type_.span.start);
        }
        let end = self.at;
        if self.eat(Token::As) && !self.eat_name() {
            self.at = end;
        }
        self.colon_block(start, word)
    }

    /// `except A, B:`.
    fn several_types(&mut self, start: usize, first: u32) -> Step<()> {
        if self.expressions()?.is_some() {
            if self.eat(Token::As) {
                self.eat_name();
            }
            if self.is(Token::Colon) {
                return self.mistake_from(first, "multiple exception types must be parenthesized");
            }
        }
        self.at = start;
        Ok(None)
    }

    fn function(&mut self) -> Step<()> {
        let start = self.at;
        self.at += 1;
        if !self.eat_name() {
            self.at = start;
            return Ok(None);
        }
        if !self.eat_lpar() {
            return self.expected("(");
        }
        self.parameters()?;
        if !self.eat(Token::Rpar) {
            self.at = start;
            return Ok(None);
        }
        let arrow = self.at;
        if self.eat(Token::Rarrow) && self.expression()?.is_none() {
            self.at = arrow;
        }
        self.forced_block(start, "function definition")
    }

    fn class(&mut self) -> Step<()> {
        let start = self.at;
        self.at += 1;
        if !self.eat_name() {
            self.at = start;
            return Ok(None);
        }
        if self.eat_lpar() {
            self.arguments()?;
            if !self.eat(Token::Rpar) {
                self.at = start;
                return Ok(None);
            }
        }
        self.colon_block(start, "class definition")
    }

    fn match_(&mut self) -> Step<()> {
        let start = self.at;
        self.at += 1;
        need!(self, start, self.star_nameds());
        self.eat(Token::Comma);
        if !self.quiet && self.is(Token::Newline) {
            return self.mistake_here("expected ':'");
        }
        if !self.eat(Token::Colon) {
            self.at = start;
            return Ok(None);
        }
        self.block_missing(start, "'match' statement")?;
        if !self.eat(Token::Newline) || !self.eat(Token::Indent) {
            self.at = start;
            return Ok(None);
        }
        while self.is(Token::Case) {
            need!(self, start, self.case());
        }
        Ok(self.eat(Token::Dedent).then_some(()))
    }

    fn case(&mut self) -> Step<()> {
        let start = self.at;
        self.at += 1;
        need!(self, start, self.patterns());
        if self.eat(Token::If) {
            need!(self, start, self.named());
        }
        self.colon_block(start, "'case' statement")
    }
}

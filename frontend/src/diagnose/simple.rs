//! Simple statements and assignment targets.

use super::{N, Reader, Shape, Step, need, same};
use crate::ast::{Ctx, Span};
use crate::token::Token;

/// Who asks whether something can be a target.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Targets {
    Star,
    For,
    Del,
}

/// The first part that cannot be a target.
fn invalid(node: &N, kind: Targets) -> Option<N> {
    match &node.shape {
        Shape::Name | Shape::Attribute | Shape::Subscript => None,
        Shape::List(parts) | Shape::Tuple(parts) => parts.iter().find_map(|part| invalid(part, kind)),
        Shape::Starred(value) if kind != Targets::Del => invalid(value, kind),
        Shape::Compare(left, contains) if kind == Targets::For => {
            if *contains {
                invalid(left, kind)
            } else {
                None
            }
        }
        _ => Some(node.clone()),
    }
}

fn is_single(node: &N) -> bool {
    matches!(node.shape, Shape::Name | Shape::Attribute | Shape::Subscript)
}

impl Reader<'_> {
    fn refuse_target(&self, node: &N, kind: Targets) -> Step<()> {
        let verb = if kind == Targets::Del { Ctx::Del } else { Ctx::Store };
        match invalid(node, kind) {
            Some(part) => {
                let verb = if verb == Ctx::Del { "delete" } else { "assign to" };
                self.mistake(part.span, format!("cannot {verb} {}", part.shape.describe()))
            }
            None => Ok(None),
        }
    }

    /// Good targets, separated by commas.
    pub(super) fn star_targets(&mut self) -> Step<N> {
        let start = self.at;
        let list = need!(self, start, self.separated(Self::star_target));
        let comma = self.eat(Token::Comma);
        if list.len() == 1 && !comma {
            return Ok(list.into_iter().next());
        }
        same(self.node(start, Shape::Tuple(list)))
    }

    pub(super) fn star_target(&mut self) -> Step<N> {
        let start = self.at;
        let node = if self.is(Token::Star) { self.starred(Self::primary)? } else { self.primary()? };
        let Some(node) = node.filter(|node| invalid(node, Targets::Star).is_none()) else {
            self.at = start;
            return Ok(None);
        };
        same(node)
    }

    /// `for` and something that is no target.
    pub(super) fn wrong_for_target(&mut self) -> Step<()> {
        let start = self.at;
        if let Some(node) = self.star_expressions()? {
            self.refuse_target(&node, Targets::For)?;
        }
        self.at = start;
        Ok(None)
    }

    /// `as` and something that is no target.
    pub(super) fn wrong_with_target(&mut self) -> Step<()> {
        if let Some(node) = self.expression()?
            && matches!(self.peek(), Some(Token::Comma | Token::Rpar | Token::Colon))
        {
            self.refuse_target(&node, Targets::Star)?;
        }
        Ok(None)
    }

    /// A line of simple statements, with its end.
    pub(super) fn simple_line(&mut self) -> Step<()> {
        let start = self.at;
        loop {
            need!(self, start, self.simple());
            let separated = self.eat(Token::Semi);
            if self.eat(Token::Newline) {
                return same(());
            }
            if !separated {
                self.at = start;
                return Ok(None);
            }
        }
    }

    fn simple(&mut self) -> Step<()> {
        let start = self.at;
        if self.assignment()?.is_some() {
            return same(());
        }
        self.at = start;
        if self.star_expressions()?.is_some() {
            return same(());
        }
        self.at = start;
        let Some(word) = self.peek() else { return Ok(None) };
        self.at += 1;
        match word {
            Token::Pass | Token::Break | Token::Continue => return same(()),
            Token::Return => _ = self.star_expressions()?,
            Token::Raise => {
                if self.expression()?.is_some() && self.eat(Token::From) {
                    need!(self, start, self.expression());
                }
            }
            Token::Del => return self.delete(start),
            Token::Assert => {
                need!(self, start, self.expression());
                let end = self.at;
                if self.eat(Token::Comma) && self.expression()?.is_none() {
                    self.at = end;
                }
            }
            Token::Global | Token::Nonlocal => {
                need!(self, start, self.separated(|s| Ok(s.eat_name().then_some(()))));
            }
            Token::Import => _ = need!(self, start, self.separated(Self::dotted_as)),
            Token::From => return self.import_from(start),
            Token::Yield => {
                self.at = start;
                return Ok(self.yield_expression()?.map(drop));
            }
            _ => {
                self.at = start;
                return Ok(None);
            }
        }
        same(())
    }

    fn delete(&mut self, start: usize) -> Step<()> {
        if self.separated(Self::del_target)?.is_some() {
            self.eat(Token::Comma);
            if matches!(self.peek(), Some(Token::Semi | Token::Newline)) {
                return same(());
            }
        }
        self.at = start + 1;
        if !self.quiet
            && let Some(node) = self.star_expressions()?
        {
            self.refuse_target(&node, Targets::Del)?;
        }
        self.at = start;
        Ok(None)
    }

    fn del_target(&mut self) -> Step<N> {
        let start = self.at;
        let Some(node) = self.primary()?.filter(|node| invalid(node, Targets::Del).is_none()) else {
            self.at = start;
            return Ok(None);
        };
        same(node)
    }

    fn dotted(&mut self) -> bool {
        if !self.eat_name() {
            return false;
        }
        while self.is(Token::Dot) {
            self.at += 1;
            if !self.eat_name() {
                self.at -= 1;
                break;
            }
        }
        true
    }

    fn alias(&mut self) -> bool {
        let before = self.at;
        if self.eat(Token::As) && !self.eat_name() {
            self.at = before;
        }
        true
    }

    fn dotted_as(&mut self) -> Step<()> {
        Ok((self.dotted() && self.alias()).then_some(()))
    }

    fn name_as(&mut self) -> Step<()> {
        Ok((self.eat_name() && self.alias()).then_some(()))
    }

    fn import_from(&mut self, start: usize) -> Step<()> {
        let mut dots = false;
        while matches!(self.peek(), Some(Token::Dot | Token::Ellipsis)) {
            self.at += 1;
            dots = true;
        }
        if !(self.dotted() || dots) || !self.eat(Token::Import) {
            self.at = start;
            return Ok(None);
        }
        if self.eat(Token::Star) {
            return same(());
        }
        if self.eat_lpar() {
            if self.separated(Self::name_as)?.is_some() {
                self.eat(Token::Comma);
                if self.eat(Token::Rpar) {
                    return same(());
                }
            }
            self.at = start;
            return Ok(None);
        }
        need!(self, start, self.separated(Self::name_as));
        if self.is(Token::Comma) {
            self.at += 1;
            if self.is(Token::Newline) && !self.quiet {
                return self.mistake_here("trailing comma not allowed without surrounding parentheses");
            }
            self.at = start;
            return Ok(None);
        }
        same(())
    }

    fn assignment(&mut self) -> Step<()> {
        let start = self.at;
        if self.annotation()?.is_some() {
            return same(());
        }
        self.at = start;
        if self.chained_targets()? && self.yield_or_stars()?.is_some() && !self.is(Token::Equal) {
            return same(());
        }
        self.at = start;
        if let Some(target) = self.primary()?
            && is_single(&target)
            && self.peek().is_some_and(Token::is_augmented_assignment)
        {
            self.at += 1;
            return Ok(self.yield_or_stars()?.map(drop));
        }
        self.at = start;
        if self.quiet { Ok(None) } else { self.wrong_assignment() }
    }

    /// `target: annotation = value`.
    fn annotation(&mut self) -> Step<()> {
        let start = self.at;
        if self.is_name() && self.look(1) != Some(Token::Colon) && !self.is_trailer(1) {
            return Ok(None);
        }
        if let Some(target) = self.primary()?
            && is_single(&target)
            && self.eat(Token::Colon)
            && self.expression()?.is_some()
        {
            let end = self.at;
            if self.eat(Token::Equal) && self.yield_or_stars()?.is_none() {
                self.at = end;
            }
            return same(());
        }
        self.at = start;
        Ok(None)
    }

    fn is_trailer(&mut self, ahead: usize) -> bool {
        matches!(self.look(ahead), Some(Token::Dot | Token::Lsqb | Token::Lpar | Token::WithLpar))
    }

    /// `a = b = `; false if there is not even one.
    fn chained_targets(&mut self) -> Result<bool, Box<crate::syntax_error::Failure>> {
        let mut any = false;
        loop {
            let before = self.at;
            if self.star_targets()?.is_none() || !self.eat(Token::Equal) {
                self.at = before;
                return Ok(any);
            }
            any = true;
        }
    }

    fn wrong_assignment(&mut self) -> Step<()> {
        let start = self.at;
        self.wrong_annotation()?;
        self.at = start;
        self.chained_targets()?;
        let value = self.at;
        if let Some(target) = self.star_expressions()?
            && self.eat(Token::Equal)
        {
            self.refuse_target(&target, Targets::Star)?;
        }
        self.at = value;
        if let Some(target) = self.yield_expression()?
            && self.eat(Token::Equal)
        {
            return self.mistake(target.span, "assignment to yield expression not possible");
        }
        self.at = start;
        if let Some(target) = self.star_expressions()?
            && self.peek().is_some_and(Token::is_augmented_assignment)
        {
            self.at += 1;
            if self.yield_or_stars()?.is_some() {
                let word = target.shape.describe();
                let message = format!("'{word}' is an illegal expression for augmented assignment");
                return self.mistake(target.span, message);
            }
        }
        self.at = start;
        Ok(None)
    }

    /// An annotation of what cannot have one.
    fn wrong_annotation(&mut self) -> Step<()> {
        let start = self.at;
        if matches!(self.peek(), Some(Token::Lpar | Token::WithLpar | Token::Lsqb))
            && let Some(target) = self.atom()?
            && matches!(target.shape, Shape::List(_) | Shape::Tuple(_))
            && self.eat(Token::Colon)
            && self.expression()?.is_some()
        {
            let message = format!("only single target (not {}) can be annotated", target.shape.describe());
            return self.mistake(target.span, message);
        }
        self.at = start;
        if let Some(first) = self.star_named()?
            && self.eat(Token::Comma)
        {
            while self.star_nameds()?.is_some() {
                self.eat(Token::Comma);
            }
            if self.eat(Token::Colon) && self.expression()?.is_some() {
                return self.mistake(first.span, "only single target (not tuple) can be annotated");
            }
        }
        self.at = start;
        if let Some(target) = self.expression()?
            && self.eat(Token::Colon)
            && self.expression()?.is_some()
        {
            return self.mistake(target.span, "illegal target for annotation");
        }
        Ok(None)
    }

    pub(super) fn between(&self, start: usize, end: usize) -> Span {
        self.token_span(start).to(self.token_span(end))
    }
}

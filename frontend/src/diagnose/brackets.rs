//! Atoms and what follows them: calls, subscripts, displays, comprehensions, groups.

use super::{Form, N, Reader, Shape, Step, need, same};
use crate::ast::Span;
use crate::token::Token;

const PARENTHESES: &str = "did you forget parentheses around the comprehension target?";

/// One argument, as far as order matters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Argument {
    Positional,
    Star,
    Keyword,
    DoubleStar,
}

impl Reader<'_> {
    pub(super) fn primary(&mut self) -> Step<N> {
        self.remember(Form::Primary, |s| {
            let start = s.at;
            let mut node = need!(s, start, s.atom());
            loop {
                let end = s.at;
                let shape = match s.peek() {
                    Some(Token::Dot) => s.attribute(),
                    Some(Token::Lpar | Token::WithLpar) => s.call()?,
                    Some(Token::Lsqb) => s.subscript()?,
                    _ => None,
                };
                let Some(shape) = shape else {
                    s.at = end;
                    return same(node);
                };
                node = s.node(start, shape);
            }
        })
    }

    fn attribute(&mut self) -> Option<Shape> {
        self.at += 1;
        self.eat_name().then_some(Shape::Attribute)
    }

    fn call(&mut self) -> Step<Shape> {
        let open = self.at;
        if self.generator()?.is_some() {
            return same(Shape::Other("function call"));
        }
        self.at = open + 1;
        self.arguments()?;
        Ok(self.eat(Token::Rpar).then_some(Shape::Other("function call")))
    }

    fn subscript(&mut self) -> Step<Shape> {
        self.at += 1;
        if self.separated(Self::slice)?.is_none() {
            return Ok(None);
        }
        self.eat(Token::Comma);
        Ok(self.eat(Token::Rsqb).then_some(Shape::Subscript))
    }

    fn slice(&mut self) -> Step<()> {
        let start = self.at;
        if self.is(Token::Star) {
            return Ok(self.starred(Self::expression)?.map(drop));
        }
        self.expression()?;
        if self.eat(Token::Colon) {
            self.expression()?;
            if self.eat(Token::Colon) {
                self.expression()?;
            }
            return same(());
        }
        self.at = start;
        Ok(self.named()?.map(drop))
    }

    /// The arguments of a call or a class, before `)`. Nothing is no mistake.
    pub(super) fn arguments(&mut self) -> Step<N> {
        self.remember(Form::Arguments, |s| {
            let start = s.at;
            if s.argument_list()?.is_some() {
                s.eat(Token::Comma);
                if s.is(Token::Rpar) {
                    return same(s.node(start, Shape::Other("arguments")));
                }
            }
            s.at = start;
            if !s.quiet {
                s.wrong_arguments()?;
            }
            Ok(None)
        })
    }

    /// Arguments in a good order; stops before the first that comes too late.
    fn argument_list(&mut self) -> Step<Argument> {
        let mut last = None;
        loop {
            let before = self.at;
            if last.is_some() && !self.eat(Token::Comma) {
                return Ok(last);
            }
            let found = match last {
                None | Some(Argument::Positional) => self.early_argument()?,
                Some(previous) => self.late_argument(previous == Argument::DoubleStar)?,
            };
            let found = match found {
                // A star after a keyword keeps the order of keywords.
                Some(Argument::Star) if last == Some(Argument::Keyword) => Some(Argument::Keyword),
                Some(Argument::Star) => Some(Argument::Positional),
                found => found,
            };
            match found {
                Some(found) => last = Some(found),
                None => {
                    self.at = before;
                    return Ok(last);
                }
            }
        }
    }

    /// Any kind of argument.
    fn early_argument(&mut self) -> Step<Argument> {
        let start = self.at;
        if self.is(Token::Star) {
            return Ok(self.starred(Self::expression)?.map(|_| Argument::Star));
        }
        if self.walrus_or_expression()?.is_some() && !self.is(Token::Equal) {
            return same(Argument::Positional);
        }
        self.at = start;
        self.late_argument(false)
    }

    /// An argument that may follow a keyword; after `**` no star may come.
    fn late_argument(&mut self, unpacked: bool) -> Step<Argument> {
        let start = self.at;
        if !self.quiet {
            self.wrong_keyword()?;
            self.at = start;
        }
        if self.eat_name() && self.eat(Token::Equal) && self.expression()?.is_some() {
            return same(Argument::Keyword)
                .map(|_| Some(if unpacked { Argument::DoubleStar } else { Argument::Keyword }));
        }
        self.at = start;
        if !unpacked && self.is(Token::Star) {
            return Ok(self.starred(Self::expression)?.map(|_| Argument::Star));
        }
        if self.eat(Token::DoubleStar) && self.expression()?.is_some() {
            return same(Argument::DoubleStar);
        }
        self.at = start;
        Ok(None)
    }

    /// `True=1`, `x=y for y in z`, `a.b=1`.
    fn wrong_keyword(&mut self) -> Step<()> {
        let start = self.at;
        let first = self.token_span(start);
        if let Some(Token::True | Token::False | Token::None) = self.peek()
            && self.look(1) == Some(Token::Equal)
        {
            let message = format!("cannot assign to {}", self.text(start));
            return self.mistake(first.to(self.token_span(start + 1)), message);
        }
        self.keyword_generator()?;
        self.at = start;
        if self.is_name() && self.look(1) == Some(Token::Equal) {
            return Ok(None);
        }
        if let Some(name) = self.expression()?
            && self.is(Token::Equal)
        {
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            return self.mistake(name.span.to(self.token_span(self.at)), message);
        }
        Ok(None)
    }

    fn keyword_generator(&mut self) -> Step<()> {
        let start = self.at;
        if self.eat_name() && self.eat(Token::Equal) && self.expression()?.is_some() && self.clauses()?.is_some() {
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return self.mistake(self.token_span(start).to(self.token_span(start + 1)), message);
        }
        Ok(None)
    }

    /// What is wrong with arguments that do not end at `)`.
    fn wrong_arguments(&mut self) -> Step<()> {
        const GENERATOR: &str = "Generator expression must be parenthesized";
        let start = self.at;
        let list = self.argument_list()?;
        let after = self.at;
        if matches!(list, Some(Argument::Keyword | Argument::DoubleStar))
            && self.eat(Token::Comma)
            && self.is(Token::Star)
        {
            let message = "iterable argument unpacking follows keyword argument unpacking";
            return self.mistake(self.token_span(self.at), message);
        }
        self.at = start;
        if let Some(first) = self.expression()?
            && let Some(end) = self.clauses()?
            && self.eat(Token::Comma)
        {
            if self.argument_list()?.is_none() && self.expression()?.is_some() {
                self.clauses()?;
            }
            return self.mistake(first.span.to(end), GENERATOR);
        }
        self.at = start;
        self.keyword_generator()?;
        let Some(last) = list else { return Ok(None) };
        self.at = after;
        if let Some(end) = self.clauses()? {
            self.bare_generator(start, after, end)?;
        }
        self.at = after;
        if self.eat(Token::Comma)
            && let Some(element) = self.expression()?
            && self.clauses()?.is_some()
        {
            let target = self.last_target(element.span.end);
            return self.mistake(element.span.to(target), GENERATOR);
        }
        self.at = after;
        if self.eat(Token::Comma) && self.argument_list()?.is_some() {
            return self.mistake_here(match last {
                Argument::DoubleStar => "positional argument follows keyword argument unpacking",
                _ => "positional argument follows keyword argument",
            });
        }
        Ok(None)
    }

    /// The target of the last `for` between a place and here.
    fn last_target(&self, start: u32) -> Span {
        let level = self.levels[self.at - 1];
        let mut found = self.token_span(self.at - 1);
        for at in (0..self.at).rev() {
            if self.token_span(at).start < start {
                break;
            }
            if self.tokens[at].1 == Token::For && self.levels[at] == level {
                let end = (at..self.at).find(|&i| self.tokens[i].1 == Token::In).unwrap_or(at + 2);
                found = self.token_span(at + 1).to(self.token_span(end - 1));
                break;
            }
        }
        found
    }

    /// A generator expression after other arguments.
    fn bare_generator(&mut self, start: usize, after: usize, end: Span) -> Step<()> {
        // The last argument alone is what the clauses belong to.
        let mut last = start;
        let level = self.levels[start.max(1) - 1];
        for at in start..after {
            if self.tokens[at].1 == Token::Comma && self.levels[at] == level {
                last = at + 1;
            }
        }
        if last == start {
            return Ok(None);
        }
        let first = self.token_span(last);
        self.mistake(first.to(end), "Generator expression must be parenthesized")
    }

    pub(super) fn atom(&mut self) -> Step<N> {
        let start = self.at;
        let shape = match self.peek() {
            Some(Token::Name | Token::Match | Token::Case | Token::Wildcard) => Shape::Name,
            Some(Token::True) => Shape::Other("True"),
            Some(Token::False) => Shape::Other("False"),
            Some(Token::None) => Shape::Other("None"),
            Some(Token::Ellipsis) => Shape::Other("ellipsis"),
            Some(Token::Number) => Shape::Other("literal"),
            Some(Token::String) => return self.strings(),
            Some(Token::Lpar | Token::WithLpar) => return self.parenthesis(),
            Some(Token::Lsqb) => return self.bracket(),
            Some(Token::Lbrace) => return self.brace(),
            _ => return Ok(None),
        };
        self.at += 1;
        same(self.node(start, shape))
    }

    fn strings(&mut self) -> Step<N> {
        let start = self.at;
        let (mut format, mut bytes, mut text) = (false, false, false);
        while self.is(Token::String) {
            let literal = self.text(self.at);
            let prefix = &literal[..literal.find(['"', '\'']).unwrap_or(0)];
            format |= prefix.contains(['f', 'F']);
            bytes |= prefix.contains(['b', 'B']);
            text |= !prefix.contains(['b', 'B']);
            self.at += 1;
        }
        if bytes && text {
            return self.mistake_here("cannot mix bytes and nonbytes literals");
        }
        same(self.node(start, Shape::Other(if format { "f-string expression" } else { "literal" })))
    }

    /// A tuple, a group or a generator expression.
    fn parenthesis(&mut self) -> Step<N> {
        let start = self.at;
        self.at += 1;
        if self.eat(Token::Rpar) {
            return same(self.node(start, Shape::Tuple(vec![])));
        }
        if let Some(first) = self.star_named()?
            && self.eat(Token::Comma)
        {
            let mut list = vec![first];
            list.extend(self.star_nameds()?.unwrap_or_default());
            self.eat(Token::Comma);
            if self.eat(Token::Rpar) {
                return same(self.node(start, Shape::Tuple(list)));
            }
        }
        self.at = start + 1;
        if let Some(node) = self.yield_expression()?
            && self.eat(Token::Rpar)
        {
            return same(node);
        }
        self.at = start + 1;
        if let Some(node) = self.named()?
            && self.eat(Token::Rpar)
        {
            return same(node);
        }
        if !self.quiet {
            self.wrong_group(start)?;
        }
        self.at = start;
        self.generator()
    }

    /// `(*a)` and `(**a)`.
    fn wrong_group(&mut self, start: usize) -> Step<()> {
        self.at = start + 1;
        if let Some(star) = self.starred(Self::expression)?
            && self.is(Token::Rpar)
        {
            return self.mistake(star.span, "cannot use starred expression here");
        }
        self.at = start + 1;
        if self.eat(Token::DoubleStar) && self.expression()?.is_some() && self.is(Token::Rpar) {
            return self.mistake(self.token_span(start + 1), "cannot use double starred expression here");
        }
        Ok(None)
    }

    /// `(element for ...)`, with the parentheses.
    pub(super) fn generator(&mut self) -> Step<N> {
        let start = self.at;
        if !self.eat_lpar() {
            return Ok(None);
        }
        if self.walrus_or_expression()?.is_some() && self.clauses()?.is_some() && self.eat(Token::Rpar) {
            return same(self.node(start, Shape::Other("generator expression")));
        }
        self.wrong_comprehension(start)?;
        self.at = start;
        Ok(None)
    }

    fn wrong_comprehension(&mut self, start: usize) -> Step<()> {
        if self.quiet {
            return Ok(None);
        }
        self.at = start + 1;
        if let Some(star) = self.starred(Self::expression)?
            && self.clauses()?.is_some()
        {
            return self.mistake(star.span, "iterable unpacking cannot be used in comprehension");
        }
        self.at = start + 1;
        if matches!(self.tokens[start].1, Token::Lpar | Token::WithLpar) {
            return Ok(None);
        }
        let Some(first) = self.star_named()? else { return Ok(None) };
        let comma = self.at;
        if !self.eat(Token::Comma) {
            return Ok(None);
        }
        if let Some(rest) = self.star_nameds()? {
            self.eat(Token::Comma);
            if self.clauses()?.is_some() {
                let last = rest.last().map_or(first.span, |node| node.span);
                return self.mistake(first.span.to(last), PARENTHESES);
            }
        }
        self.at = comma + 1;
        if self.clauses()?.is_some() {
            return self.mistake(first.span.to(self.token_span(comma)), PARENTHESES);
        }
        Ok(None)
    }

    /// A list or a list comprehension.
    fn bracket(&mut self) -> Step<N> {
        let start = self.at;
        self.at += 1;
        let list = self.star_nameds()?.unwrap_or_default();
        self.eat(Token::Comma);
        if self.eat(Token::Rsqb) {
            return same(self.node(start, Shape::List(list)));
        }
        self.at = start + 1;
        if self.named()?.is_some() && self.clauses()?.is_some() && self.eat(Token::Rsqb) {
            return same(self.node(start, Shape::Other("list comprehension")));
        }
        self.wrong_comprehension(start)?;
        self.at = start;
        Ok(None)
    }

    /// A dict, a set or a comprehension of one.
    fn brace(&mut self) -> Step<N> {
        let start = self.at;
        self.at += 1;
        if self.separated(Self::pair)?.is_some() {
            self.eat(Token::Comma);
        }
        if self.eat(Token::Rbrace) {
            return same(self.node(start, Shape::Other("dict literal")));
        }
        // CPython looks for this mistake even where it looks for no other.
        self.at = start + 1;
        self.wrong_pairs()?;
        self.at = start + 1;
        if self.star_nameds()?.is_some() {
            self.eat(Token::Comma);
            if self.eat(Token::Rbrace) {
                return same(self.node(start, Shape::Other("set display")));
            }
        }
        self.at = start + 1;
        if self.key_and_value()?.is_some() && self.clauses()?.is_some() && self.eat(Token::Rbrace) {
            return same(self.node(start, Shape::Other("dict comprehension")));
        }
        self.wrong_dict_comprehension(start)?;
        self.at = start + 1;
        if self.named()?.is_some() && self.clauses()?.is_some() && self.eat(Token::Rbrace) {
            return same(self.node(start, Shape::Other("set comprehension")));
        }
        self.wrong_comprehension(start)?;
        self.at = start;
        Ok(None)
    }

    fn wrong_dict_comprehension(&mut self, start: usize) -> Step<()> {
        self.at = start + 1;
        if !self.quiet
            && self.eat(Token::DoubleStar)
            && self.bit_or()?.is_some()
            && self.clauses()?.is_some()
            && self.is(Token::Rbrace)
        {
            let span = self.token_span(start + 1);
            return self.mistake(span, "dict unpacking cannot be used in dict comprehension");
        }
        Ok(None)
    }

    fn pair(&mut self) -> Step<()> {
        let start = self.at;
        if self.eat(Token::DoubleStar) {
            need!(self, start, self.bit_or());
            return same(());
        }
        self.key_and_value()
    }

    fn key_and_value(&mut self) -> Step<()> {
        let start = self.at;
        need!(self, start, self.expression());
        if self.eat(Token::Colon) && self.expression()?.is_some() {
            return same(());
        }
        self.at = start;
        Ok(None)
    }

    /// A key without a value among the items of a dict.
    fn wrong_pairs(&mut self) -> Step<()> {
        let start = self.at;
        if self.separated(Self::pair)?.is_some() && self.eat(Token::Comma) {
            let item = self.at;
            if let Some(key) = self.expression()?
                && !self.is(Token::Colon)
            {
                let end = key.span.end - 1;
                let place = crate::syntax_error::Place::At(end, 0);
                let message = "':' expected after dictionary key";
                return Err(Box::new(crate::syntax_error::Failure::new(place, message)));
            }
            self.at = item;
            self.wrong_value()?;
        }
        self.at = start;
        self.wrong_value()
    }

    fn wrong_value(&mut self) -> Step<()> {
        let start = self.at;
        if self.expression()?.is_some() && self.is(Token::Colon) {
            let colon = self.at;
            self.at += 1;
            let star = self.token_span(self.at);
            if self.eat(Token::Star) && self.bit_or()?.is_some() {
                return self.mistake_from(star.start, "cannot use a starred expression in a dictionary value");
            }
            self.at = colon + 1;
            if matches!(self.peek(), Some(Token::Rbrace | Token::Comma)) {
                return self.mistake(self.token_span(colon), "expression expected after dictionary key and ':'");
            }
        }
        self.at = start;
        Ok(None)
    }

    /// The `for` clauses of a comprehension; the span of the last part.
    pub(super) fn clauses(&mut self) -> Step<Span> {
        let mut last = None;
        while let Some(span) = self.clause()? {
            last = Some(span);
        }
        Ok(last)
    }

    fn clause(&mut self) -> Step<Span> {
        let start = self.at;
        self.eat(Token::Async);
        if !self.eat(Token::For) {
            self.at = start;
            return Ok(None);
        }
        let targets = self.at;
        if self.star_targets()?.is_some() && self.eat(Token::In) {
            let mut last = need!(self, start, self.disjunction());
            loop {
                let end = self.at;
                if !self.eat(Token::If) {
                    break;
                }
                match self.disjunction()? {
                    Some(test) => last = test,
                    None => {
                        self.at = end;
                        break;
                    }
                }
            }
            return same(last.span);
        }
        self.at = targets;
        if !self.quiet {
            self.wrong_for_target()?;
        }
        self.at = start;
        Ok(None)
    }
}

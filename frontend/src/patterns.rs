//! The patterns of `match`: nodes, and what the grammar alone cannot refuse.

use crate::ast::*;
use crate::grammar_util::{E, Fallible, Grammar, P, refuse};
use crate::syntax_error::Failure;

/// One item of a mapping pattern.
pub(crate) enum MappingItem<'a> {
    Pair(E<'a>, P<'a>),
    Rest(Identifier<'a>),
}

impl<'a> Grammar<'a> {
    pub fn pattern(&self, start: u32, kind: PatternKind<'a>, end: u32) -> P<'a> {
        self.alloc(Pattern { span: Span::new(start, end), kind })
    }

    pub fn as_pattern(&self, start: u32, pattern: Option<P<'a>>, name: Option<&'a str>, end: u32) -> P<'a> {
        self.pattern(start, PatternKind::MatchAs { pattern, name }, end)
    }

    /// What follows `case`: a pattern, or a sequence without brackets.
    pub fn open_sequence(&self, start: u32, list: (Vec<P<'a>>, bool), end: u32) -> Fallible<P<'a>> {
        match (&list.0[..], list.1) {
            ([only], false) if matches!(only.kind, PatternKind::MatchStar { .. }) => {
                refuse(Failure::span(self.last.get(), "invalid syntax"))
            }
            _ => Ok(self.sequence(start, list, end)),
        }
    }

    /// Parentheses: a group, or with a comma or a star a sequence.
    pub fn group_pattern(&self, start: u32, list: (Vec<P<'a>>, bool), end: u32) -> P<'a> {
        match (&list.0[..], list.1) {
            ([only], false) if matches!(only.kind, PatternKind::MatchStar { .. }) => {
                self.pattern(start, PatternKind::MatchSequence { patterns: self.slice(list.0) }, end)
            }
            _ => self.sequence(start, list, end),
        }
    }

    fn sequence(&self, start: u32, (list, trailing): (Vec<P<'a>>, bool), end: u32) -> P<'a> {
        if list.len() == 1 && !trailing {
            return list[0];
        }
        self.pattern(start, PatternKind::MatchSequence { patterns: self.slice(list) }, end)
    }

    pub fn complex(&self, start: u32, left: E<'a>, op: Operator, right: E<'a>, end: u32) -> Fallible<E<'a>> {
        let imaginary = |e: E<'a>| matches!(e.kind, ExprKind::Constant(Constant::Imag(_)));
        let real = match left.kind {
            ExprKind::UnaryOp { operand, .. } => operand,
            _ => left,
        };
        if imaginary(real) {
            return refuse(Failure::span(real.span, "real number required in complex literal"));
        }
        if !imaginary(right) {
            return refuse(Failure::span(right.span, "imaginary number required in complex literal"));
        }
        Ok(self.binary(start, left, op, right, end))
    }

    pub fn mapping_pattern(&self, start: u32, items: Vec<MappingItem<'a>>, end: u32) -> Fallible<P<'a>> {
        let (mut keys, mut patterns, mut rest) = (vec![], vec![], None);
        for item in items {
            match item {
                MappingItem::Pair(key, pattern) if rest.is_none() => {
                    keys.push(key);
                    patterns.push(pattern);
                }
                MappingItem::Pair(key, _) => return refuse(Failure::span(key.span, "invalid syntax")),
                MappingItem::Rest(name) if rest.is_none() => rest = Some(name.name),
                MappingItem::Rest(name) => return refuse(Failure::span(name.span, "invalid syntax")),
            }
        }
        let (keys, patterns) = (self.slice(keys), self.slice(patterns));
        Ok(self.pattern(start, PatternKind::MatchMapping { keys, patterns, rest }, end))
    }

    pub fn class_pattern(
        &self,
        start: u32,
        cls: E<'a>,
        items: Vec<(Option<Identifier<'a>>, P<'a>)>,
        end: u32,
    ) -> Fallible<P<'a>> {
        let (mut patterns, mut kwd_attrs, mut kwd_patterns) = (vec![], vec![], vec![]);
        for (name, pattern) in items {
            match name {
                Some(name) => {
                    kwd_attrs.push(name.name);
                    kwd_patterns.push(pattern);
                }
                None if kwd_attrs.is_empty() => patterns.push(pattern),
                None => {
                    return refuse(Failure::span(pattern.span, "positional patterns follow keyword patterns"));
                }
            }
        }
        let (patterns, kwd_attrs) = (self.slice(patterns), self.slice(kwd_attrs));
        let kind = PatternKind::MatchClass { cls, patterns, kwd_attrs, kwd_patterns: self.slice(kwd_patterns) };
        Ok(self.pattern(start, kind, end))
    }
}

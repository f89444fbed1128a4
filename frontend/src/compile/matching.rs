//! The `match` statement. Captured values wait in temporaries until the whole pattern has matched; then the names are
//! bound, then the guard is asked.

use super::Res;
use super::assign::MANY_TARGETS;
use super::body::{Arg, Body, Label, NONE, Want};
use crate::ast::*;
use crate::op::{CmpOp, Op};

/// What is known while a pattern is matched.
pub(super) struct Matching<'a> {
    /// For each name the temporary that waits for its value.
    pub slots: Vec<(&'a str, u16)>,
    /// The names captured so far, in order.
    pub stored: Vec<&'a str>,
    /// Temporaries that must be dropped when the pattern fails.
    pub live: Vec<u16>,
    /// Where failures go, by what must be dropped.
    pub fails: Vec<(Vec<u16>, Label)>,
    /// Whether a pattern that always matches may stand here.
    pub irrefutable: bool,
}

/// The value to be matched.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub at: u16,
    /// The pattern consumes it.
    pub owned: bool,
}

impl<'a> Body<'_, 'a> {
    pub fn match_statement(&mut self, subject: &'a Expr<'a>, cases: &'a [MatchCase<'a>]) -> Res<()> {
        let (mark, depth, end) = (self.top, self.stack_depth(), self.label());
        self.expr(subject, Want::Push)?;
        let Some((last, _)) = cases.split_last() else { return Ok(()) };
        let default = cases.len() > 1 && is_wildcard(last.pattern);
        let tested = &cases[..cases.len() - usize::from(default)];
        for (at, case) in tested.iter().enumerate() {
            let is_last = at + 1 == tested.len();
            let irrefutable = case.guard.is_some() || at + 1 == cases.len();
            self.set_stack(depth + 1);
            self.at(case.pattern.span, |body| body.case(case, Subject { at: mark, owned: is_last }, irrefutable, end))?;
        }
        self.set_stack(depth);
        self.top = mark;
        if default {
            self.at(last.pattern.span, |body| {
                body.mark();
                if let Some(guard) = last.guard {
                    body.jump_if(guard, end, false)?;
                }
                body.body(last.body)
            })?;
        }
        self.place(end);
        Ok(())
    }

    fn case(&mut self, case: &'a MatchCase<'a>, subject: Subject, irrefutable: bool, end: Label) -> Res<()> {
        let next = self.label();
        self.top = subject.at + 1;
        let mut names = vec![];
        captures(case.pattern, &mut names);
        if names.len() > MANY_TARGETS {
            return self.fail("too many names in one pattern");
        }
        let first = self.top;
        self.push_many(names.len());
        let slots = names.into_iter().zip(first..).collect();
        let live = if subject.owned { vec![subject.at] } else { vec![] };
        let mut matching = Matching { slots, stored: vec![], live, fails: vec![], irrefutable };
        if !subject.owned {
            self.stack(1);
        }
        self.pattern(case.pattern, subject, &mut matching)?;
        for name in matching.stored.clone() {
            let slot = matching.slot(name);
            self.store_name(name, Arg::Temp(slot))?;
        }
        matching.live.clear();
        self.top = subject.at + u16::from(!subject.owned);
        if let Some(guard) = case.guard {
            self.jump_if(guard, next, false)?;
        }
        if !subject.owned {
            self.emit(Op::Drop, 0, Arg::Temp(subject.at), NONE, NONE);
            self.stack(-1);
        }
        self.top = subject.at;
        self.body(case.body)?;
        self.quietly(|body| body.jump(end));
        self.emit_fails(&mut matching, next);
        self.place(next);
        Ok(())
    }

    /// The ways out of a pattern that did not match: drop what it held, last first.
    pub fn emit_fails(&mut self, matching: &mut Matching<'a>, next: Label) {
        for (mut live, label) in std::mem::take(&mut matching.fails) {
            live.sort_unstable();
            self.place(label);
            for at in live.into_iter().rev() {
                self.emit(Op::Drop, 0, Arg::Temp(at), NONE, NONE);
            }
            self.jump(next);
        }
    }

    /// The label for a failure at this point.
    pub fn fail_label(&mut self, matching: &mut Matching<'a>) -> Label {
        if let Some((_, label)) = matching.fails.iter().find(|(live, _)| *live == matching.live) {
            return *label;
        }
        let label = self.label();
        matching.fails.push((matching.live.clone(), label));
        label
    }

    pub fn fail_if_false(&mut self, test: Arg, matching: &mut Matching<'a>) {
        let label = self.fail_label(matching);
        self.jump_with(Op::JumpIfFalse, 0, test, NONE, label);
        self.stack(-1);
    }

    /// The subject as an operand that the next instruction consumes.
    pub fn take(&mut self, subject: Subject, matching: &mut Matching<'a>) -> Arg {
        let value = Arg::Temp(subject.at);
        if subject.owned {
            matching.live.retain(|&at| at != subject.at);
            return value;
        }
        let copy = self.push();
        self.emit(Op::Copy, 0, copy, value, NONE);
        copy
    }

    /// The subject is no longer needed.
    pub fn release(&mut self, subject: Subject, matching: &mut Matching<'a>) {
        if subject.owned {
            matching.live.retain(|&at| at != subject.at);
            self.emit(Op::Drop, 0, Arg::Temp(subject.at), NONE, NONE);
        }
    }

    /// A pattern inside another, where one that always matches is welcome.
    pub fn subpattern(&mut self, pattern: &'a Pattern<'a>, subject: Subject, m: &mut Matching<'a>) -> Res<()> {
        let irrefutable = std::mem::replace(&mut m.irrefutable, true);
        self.pattern(pattern, subject, m)?;
        m.irrefutable = irrefutable;
        Ok(())
    }

    /// Matches and consumes an owned subject, or jumps to a failure label.
    pub fn pattern(&mut self, pattern: &'a Pattern<'a>, subject: Subject, m: &mut Matching<'a>) -> Res<()> {
        let mark = self.top;
        // The place stays with what follows, as in CPython.
        self.span = pattern.span;
        crate::deep(|| self.pattern_here(pattern, subject, m))?;
        self.top = mark;
        Ok(())
    }

    fn pattern_here(&mut self, pattern: &'a Pattern<'a>, subject: Subject, m: &mut Matching<'a>) -> Res<()> {
        match pattern.kind {
            PatternKind::MatchValue { value } => self.value_pattern(value, subject, m),
            PatternKind::MatchSingleton { value } => self.singleton_pattern(value, subject, m),
            PatternKind::MatchSequence { patterns } => self.sequence_pattern(patterns, subject, m),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                self.mapping_pattern(keys, patterns, rest, subject, m)
            }
            PatternKind::MatchClass { cls, patterns, kwd_attrs, kwd_patterns } => {
                self.class_pattern(cls, patterns, kwd_attrs, kwd_patterns, subject, m)
            }
            PatternKind::MatchStar { name } => self.capture(name, subject, m),
            PatternKind::MatchAs { pattern: Some(inner), name } => {
                self.stack(1);
                let held = Subject { owned: false, ..subject };
                self.pattern(inner, held, m)?;
                self.stack(1);
                self.capture(name, subject, m)
            }
            PatternKind::MatchAs { pattern: None, name } => {
                if !m.irrefutable {
                    return match name {
                        Some(name) => self.fail(format!("name capture '{name}' makes remaining patterns unreachable")),
                        None => self.fail("wildcard makes remaining patterns unreachable"),
                    };
                }
                self.capture(name, subject, m)
            }
            PatternKind::MatchOr { patterns } => self.or_pattern(patterns, subject, m),
        }
    }

    /// Keeps the subject for a name, or drops it.
    pub fn capture(&mut self, name: Option<&'a str>, subject: Subject, m: &mut Matching<'a>) -> Res<()> {
        let Some(name) = name else {
            self.release(subject, m);
            self.stack(-1);
            return Ok(());
        };
        self.check_name(name)?;
        if m.stored.contains(&name) {
            return self.duplicate(name);
        }
        let slot = m.slot(name);
        let op = if subject.owned { Op::Move } else { Op::Copy };
        self.emit(op, 0, Arg::Temp(slot), Arg::Temp(subject.at), NONE);
        m.live.retain(|&at| at != subject.at || !subject.owned);
        m.live.push(slot);
        m.stored.push(name);
        Ok(())
    }

    pub fn duplicate(&self, name: &str) -> Res<()> {
        self.fail(format!("multiple assignments to name '{name}' in pattern"))
    }

    fn value_pattern(&mut self, value: &'a Expr<'a>, subject: Subject, m: &mut Matching<'a>) -> Res<()> {
        let plain = matches!(
            value.kind,
            ExprKind::Constant(_) | ExprKind::Attribute { .. } | ExprKind::UnaryOp { .. } | ExprKind::BinOp { .. }
        );
        if !plain {
            return self.fail("patterns may only match literals and attribute lookups");
        }
        let left = self.take(subject, m);
        let right = self.expr(value, Want::Any)?;
        let label = self.fail_label(m);
        self.jump_with(Op::CompareJump, CmpOp::Eq as u8, left, right, label);
        self.stack(-2);
        Ok(())
    }

    fn singleton_pattern(&mut self, value: Constant<'a>, subject: Subject, m: &mut Matching<'a>) -> Res<()> {
        let left = self.take(subject, m);
        let right = self.constant(&value.into(), Want::Any);
        if matches!(value, Constant::None) {
            let label = self.fail_label(m);
            self.jump_with(Op::JumpIfNotNone, 0, left, NONE, label);
        } else {
            self.stack(1);
            let test = self.push();
            self.emit(Op::Is, 0, test, left, right);
            self.fail_if_false(test, m);
        }
        self.stack(-1);
        Ok(())
    }

    fn or_pattern(&mut self, patterns: &'a [&'a Pattern<'a>], subject: Subject, m: &mut Matching<'a>) -> Res<()> {
        let (end, depth) = (self.label(), self.stack_depth());
        let held = Subject { owned: false, ..subject };
        let (before, irrefutable) = (m.live.clone(), m.irrefutable);
        let outer_fails = std::mem::take(&mut m.fails);
        let outer_stored = std::mem::take(&mut m.stored);
        let mut first: Option<Vec<&'a str>> = None;
        // An alternative's captures wait above what the outer pattern holds.
        m.live.clear();
        for (at, pattern) in patterns.iter().enumerate() {
            let next = self.label();
            m.irrefutable = irrefutable && at + 1 == patterns.len();
            m.stored.clear();
            m.live.clear();
            self.set_stack(depth);
            self.stack(1);
            self.pattern(pattern, held, m)?;
            match &first {
                None => first = Some(m.stored.clone()),
                Some(names) => {
                    if names.len() != m.stored.len() || !names.iter().all(|name| m.stored.contains(name)) {
                        return self.fail("alternative patterns bind different names");
                    }
                }
            }
            self.jump(end);
            self.emit_fails(m, next);
            self.place(next);
        }
        let names = first.unwrap_or_default();
        (m.live, m.fails, m.stored, m.irrefutable) = (before, outer_fails, outer_stored, irrefutable);
        // No alternative matched.
        let label = self.fail_label(m);
        self.jump(label);
        self.place(end);
        for name in names {
            if m.stored.contains(&name) {
                return self.duplicate(name);
            }
            m.stored.push(name);
            m.live.push(m.slot(name));
        }
        self.release(subject, m);
        self.set_stack(depth - 1);
        Ok(())
    }
}

impl<'a> Matching<'a> {
    pub fn slot(&self, name: &str) -> u16 {
        self.slots.iter().find(|(slot, _)| *slot == name).map_or(0, |slot| slot.1)
    }
}

pub(super) fn is_wildcard(pattern: &Pattern<'_>) -> bool {
    matches!(pattern.kind, PatternKind::MatchAs { pattern: None, name: None })
}

/// The names that a pattern binds, in order of appearance.
fn captures<'a>(pattern: &'a Pattern<'a>, names: &mut Vec<&'a str>) {
    let mut add = |name: Option<&'a str>| {
        if let Some(name) = name.filter(|name| !names.contains(name)) {
            names.push(name);
        }
    };
    match pattern.kind {
        PatternKind::MatchValue { .. } | PatternKind::MatchSingleton { .. } => {}
        PatternKind::MatchStar { name } => add(name),
        PatternKind::MatchAs { pattern, name } => {
            if let Some(pattern) = pattern {
                crate::deep(|| captures(pattern, names));
            }
            if let Some(name) = name.filter(|name| !names.contains(name)) {
                names.push(name);
            }
        }
        PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => {
            patterns.iter().for_each(|pattern| crate::deep(|| captures(pattern, names)));
        }
        PatternKind::MatchMapping { patterns, rest, .. } => {
            patterns.iter().for_each(|pattern| crate::deep(|| captures(pattern, names)));
            if let Some(name) = rest.filter(|name| !names.contains(name)) {
                names.push(name);
            }
        }
        PatternKind::MatchClass { patterns, kwd_patterns, .. } => {
            let all = patterns.iter().chain(kwd_patterns);
            all.for_each(|pattern| crate::deep(|| captures(pattern, names)));
        }
    }
}

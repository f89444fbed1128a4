//! Patterns with parts: sequences, mappings, classes.

use super::Res;
use super::assign::MANY_TARGETS;
use super::body::{Arg, Body, NONE, Want};
use super::matching::{Matching, Subject, is_wildcard};
use crate::ast::*;
use crate::fold::Literal;
use crate::op::{BinOp, CmpOp, Op};

fn is_star(pattern: &Pattern<'_>) -> bool {
    matches!(pattern.kind, PatternKind::MatchStar { .. })
}

fn is_wild_star(pattern: &Pattern<'_>) -> bool {
    matches!(pattern.kind, PatternKind::MatchStar { name: None })
}

impl<'a> Body<'_, 'a> {
    pub fn sequence_pattern(
        &mut self,
        patterns: &'a [&'a Pattern<'a>],
        subject: Subject,
        m: &mut Matching<'a>,
    ) -> Res<()> {
        let size = patterns.len();
        if size > MANY_TARGETS {
            return self.fail("too many patterns");
        }
        let star = patterns.iter().position(|pattern| is_star(pattern));
        if patterns.iter().filter(|pattern| is_star(pattern)).count() > 1 {
            return self.fail("multiple starred names in sequence pattern");
        }
        let test = self.push();
        self.stack(1);
        self.emit(Op::MatchSequence, 0, test, Arg::Temp(subject.at), NONE);
        self.fail_if_false(test, m);
        self.top -= 1;
        match star {
            None => self.length_test(subject, CmpOp::Eq, size, m),
            Some(_) if size > 1 => self.length_test(subject, CmpOp::Ge, size - 1, m),
            Some(_) => {}
        }
        if patterns.iter().all(|pattern| is_wildcard(pattern) || is_wild_star(pattern)) {
            self.release(subject, m);
            self.stack(-1);
            return Ok(());
        }
        match star {
            Some(star) if is_wild_star(patterns[star]) => self.items_by_index(patterns, star, subject, m),
            _ => self.items_unpacked(patterns, star, subject, m),
        }
    }

    fn length_test(&mut self, subject: Subject, op: CmpOp, size: usize, m: &mut Matching<'a>) {
        let mark = self.top;
        let length = self.push();
        self.emit(Op::GetLen, 0, length, Arg::Temp(subject.at), NONE);
        self.stack(2);
        let size = self.constant(&Literal::Int(size as i64), Want::Any);
        let label = self.fail_label(m);
        self.jump_with(Op::CompareJump, op as u8, length, size, label);
        self.stack(-2);
        self.top = mark;
    }

    fn items_unpacked(
        &mut self,
        patterns: &'a [&'a Pattern<'a>],
        star: Option<usize>,
        subject: Subject,
        m: &mut Matching<'a>,
    ) -> Res<()> {
        let size = patterns.len();
        let after = star.map_or(0, |star| size - star - 1);
        if star.is_some_and(|star| star > 255) || after > 255 {
            return self.fail("too many expressions in star-unpacking sequence pattern");
        }
        let whole = self.take(subject, m);
        let base = self.push_many(size);
        match star {
            None => self.emit(Op::UnpackSequence, 0, base, whole, Arg::Num(size as i32)),
            Some(star) => self.emit(Op::UnpackEx, after as u8, base, whole, Arg::Num(star as i32)),
        }
        self.stack(size as i32 - 1);
        self.items(patterns.iter().copied(), base, m)
    }

    /// Matches the temporaries from `base` on, one pattern each.
    fn items(
        &mut self,
        patterns: impl ExactSizeIterator<Item = &'a Pattern<'a>>,
        base: Arg,
        m: &mut Matching<'a>,
    ) -> Res<()> {
        let Arg::Temp(base) = base else { return Ok(()) };
        m.live.extend(base..base + patterns.len() as u16);
        for (pattern, at) in patterns.zip(base..) {
            self.subpattern(pattern, Subject { at, owned: true }, m)?;
        }
        Ok(())
    }

    /// With `*_` among them the items are fetched one by one.
    fn items_by_index(
        &mut self,
        patterns: &'a [&'a Pattern<'a>],
        star: usize,
        subject: Subject,
        m: &mut Matching<'a>,
    ) -> Res<()> {
        for (at, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) || at == star {
                continue;
            }
            let mark = self.top;
            let item = self.push();
            let index = self.push();
            self.stack(2);
            let index = if at < star {
                self.constant(&Literal::Int(at as i64), Want::Any)
            } else {
                // The subject may not support negative indices.
                self.emit(Op::GetLen, 0, index, Arg::Temp(subject.at), NONE);
                self.stack(1);
                let back = self.constant(&Literal::Int((patterns.len() - at) as i64), Want::Any);
                self.emit(Op::Binary, BinOp::Sub as u8, index, index, back);
                self.stack(-1);
                index
            };
            self.emit(Op::Copy, 0, item, Arg::Temp(subject.at), NONE);
            self.emit(Op::GetItem, 0, item, item, index);
            self.stack(-1);
            self.top = mark + 1;
            m.live.push(mark);
            self.subpattern(pattern, Subject { at: mark, owned: true }, m)?;
            self.top = mark;
        }
        self.release(subject, m);
        self.stack(-1);
        Ok(())
    }

    pub fn mapping_pattern(
        &mut self,
        keys: &'a [&'a Expr<'a>],
        patterns: &'a [&'a Pattern<'a>],
        rest: Option<&'a str>,
        subject: Subject,
        m: &mut Matching<'a>,
    ) -> Res<()> {
        if keys.len() > MANY_TARGETS {
            return self.fail("too many patterns");
        }
        let test = self.push();
        self.stack(1);
        self.emit(Op::MatchMapping, 0, test, Arg::Temp(subject.at), NONE);
        self.fail_if_false(test, m);
        self.top -= 1;
        if keys.is_empty() && rest.is_none() {
            self.release(subject, m);
            self.stack(-1);
            return Ok(());
        }
        if !keys.is_empty() {
            self.length_test(subject, CmpOp::Ge, keys.len(), m);
        }
        let names = self.mapping_keys(keys)?;
        let held = matches!(names, Arg::Temp(_)) && rest.is_some();
        let values = self.push();
        self.stack(1);
        let read = if held {
            self.emit(Op::Copy, 0, values, names, NONE);
            values
        } else {
            names
        };
        self.emit(Op::MatchKeys, 0, values, Arg::Temp(subject.at), read);
        let Arg::Temp(found) = values else { return Ok(()) };
        if let (true, Arg::Temp(at)) = (held, names) {
            m.live.push(at);
        }
        self.parts(found, patterns.iter().copied(), m)?;
        if let (true, Arg::Temp(at)) = (held, names) {
            m.live.retain(|&live| live != at);
        }
        match rest {
            Some(rest) => self.mapping_rest(rest, keys.len(), names, subject, m)?,
            None => {
                self.release(subject, m);
                self.stack(-2);
            }
        }
        Ok(())
    }

    /// The keys as one tuple.
    fn mapping_keys(&mut self, keys: &'a [&'a Expr<'a>]) -> Res<Arg> {
        let mut seen: Vec<Literal> = vec![];
        for key in keys {
            if let Some(literal) = self.cx.folded.literal(key) {
                self.cx.pool.written(&literal);
                if seen.iter().any(|other| other.equals(&literal)) {
                    let text = crate::unparse::unparse(key);
                    return self.fail(format!("mapping pattern checks duplicate key ({text})"));
                }
                seen.push(literal);
            } else if !matches!(key.kind, ExprKind::Attribute { .. }) {
                return self.fail("mapping pattern keys may only match literals and attribute lookups");
            }
        }
        if seen.len() == keys.len() {
            let items = keys.iter().filter_map(|key| self.cx.folded.literal(key)).collect();
            return Ok(self.constant_tuple(items, Want::Any));
        }
        let mark = self.top;
        for key in keys {
            self.expr(key, Want::Push)?;
        }
        let count = keys.len() as i32;
        let tuple = self.settle(mark, Want::Push);
        self.emit(Op::BuildTuple, 0, tuple, tuple, Arg::Num(count));
        self.stack(1 - count);
        Ok(tuple)
    }

    /// The tuple of parts in a temporary: fails if it is None, else matches each.
    fn parts(
        &mut self,
        found: u16,
        patterns: impl ExactSizeIterator<Item = &'a Pattern<'a>>,
        m: &mut Matching<'a>,
    ) -> Res<()> {
        let count = patterns.len();
        m.live.push(found);
        let test = self.push();
        self.emit(Op::Copy, 0, test, Arg::Temp(found), NONE);
        let label = self.fail_label(m);
        self.stack(1);
        self.jump_with(Op::JumpIfNone, 0, test, NONE, label);
        self.stack(-1);
        self.top -= 1;
        m.live.retain(|&at| at != found);
        self.top = found + 1;
        let base = self.push_many(count);
        self.emit(Op::UnpackSequence, 0, base, Arg::Temp(found), Arg::Num(count as i32));
        self.stack(count as i32 - 1);
        self.items(patterns, base, m)
    }

    /// `**rest`: a copy of the mapping without the keys.
    fn mapping_rest(
        &mut self,
        rest: &'a str,
        count: usize,
        keys: Arg,
        subject: Subject,
        m: &mut Matching<'a>,
    ) -> Res<()> {
        let copy = self.empty_dict();
        let Arg::Temp(copy_at) = copy else { return Ok(()) };
        let mapping = self.take(subject, m);
        self.emit(Op::DictUpdate, 0, copy, mapping, NONE);
        self.stack(-1);
        self.top = copy_at + 1;
        let base = self.push_many(count);
        self.emit(Op::UnpackSequence, 0, base, keys, Arg::Num(count as i32));
        self.stack(count as i32 - 1);
        let Arg::Temp(first) = base else { return Ok(()) };
        for at in (first..first + count as u16).rev() {
            let again = self.push();
            self.emit(Op::Copy, 0, again, copy, NONE);
            self.emit(Op::DelItem, 0, again, Arg::Temp(at), NONE);
            self.stack(1);
            self.stack(-2);
            self.top -= 1;
        }
        m.live.push(copy_at);
        self.capture(Some(rest), Subject { at: copy_at, owned: true }, m)
    }

    pub fn class_pattern(
        &mut self,
        cls: &'a Expr<'a>,
        patterns: &'a [&'a Pattern<'a>],
        kwd_attrs: &'a [&'a str],
        kwd_patterns: &'a [&'a Pattern<'a>],
        subject: Subject,
        m: &mut Matching<'a>,
    ) -> Res<()> {
        if patterns.len() > 255 || kwd_patterns.len() > MANY_TARGETS {
            return self.fail("too many sub-patterns in class pattern");
        }
        for (at, attr) in kwd_attrs.iter().enumerate() {
            if kwd_attrs[at + 1..].contains(attr) {
                return self.at(kwd_patterns[at + 1].span, |body| {
                    body.fail(format!("attribute name repeated in class pattern: {attr}"))
                });
            }
            self.at(kwd_patterns[at].span, |body| body.check_name(attr))?;
        }
        let mark = self.top;
        let cls = self.expr(cls, Want::Any)?;
        let names = Literal::tuple(kwd_attrs.iter().map(|attr| Literal::str(attr)).collect());
        self.stack(1);
        let names = self.const_index(&names);
        let parts = self.settle(mark, Want::Push);
        self.emit(Op::MatchClass, patterns.len() as u8, parts, Arg::Temp(subject.at), cls);
        self.extra(names);
        self.stack(-2);
        self.release(subject, m);
        let all: Vec<&'a Pattern<'a>> = patterns.iter().chain(kwd_patterns).copied().collect();
        self.parts(mark, all.into_iter(), m)
    }
}

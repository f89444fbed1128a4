//! List, tuple, set and dict displays. How a display is built decides how big the object is, so these follow CPython
//! step by step.

use super::body::{Arg, Body, NONE, Want};
use super::{Displays, Res};
use crate::ast::{Expr, ExprKind};
use crate::fold::Literal;
use crate::op::Op;

/// What a row of items becomes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    List,
    Tuple,
    Set,
}

impl Row {
    fn build(self) -> Op {
        match self {
            Row::List => Op::BuildList,
            Row::Tuple => Op::BuildTuple,
            Row::Set => Op::BuildSet,
        }
    }

    /// What collects items one by one: build, add, extend.
    fn collect(self) -> (Op, Op, Op) {
        match self {
            Row::List | Row::Tuple => (Op::BuildList, Op::ListAppend, Op::ListExtend),
            Row::Set => (Op::BuildSet, Op::SetAdd, Op::SetUpdate),
        }
    }
}

impl<'a> Body<'_, 'a> {
    pub fn display(&mut self, expr: &'a Expr<'a>, want: Want) -> Res<Arg> {
        match expr.kind {
            ExprKind::List { elts, .. } if self.cx.folded.is_tuple(expr) => self.row(elts, 0, Row::Tuple, want),
            ExprKind::List { elts, .. } => self.row(elts, 0, Row::List, want),
            ExprKind::Tuple { elts, .. } => self.row(elts, 0, Row::Tuple, want),
            ExprKind::Set { elts } => self.row(elts, 0, Row::Set, want),
            ExprKind::Dict { keys, values } => self.dict(keys, values, want),
            _ => self.fail("not a display"),
        }
    }

    /// Items, after `pushed` temporaries that belong in front.
    pub fn row(&mut self, elts: &'a [&'a Expr<'a>], pushed: u16, row: Row, want: Want) -> Res<Arg> {
        let mark = self.top - pushed;
        if elts.iter().all(|elt| self.cx.folded.is_constant(elt)) {
            if elts.len() > 2 {
                return self.constant_row(elts, pushed, row, want);
            }
            if pushed == 0 && row == Row::Tuple {
                let items = elts.iter().filter_map(|elt| self.cx.folded.literal(elt)).collect();
                return Ok(self.constant_tuple(items, want));
            }
        }
        let starred = elts.iter().any(|elt| matches!(elt.kind, ExprKind::Starred { .. }));
        let total = elts.len() + usize::from(pushed);
        let big = total > self.cx.displays.many();
        if starred || big {
            let list = match self.cx.displays {
                Displays::Joined if starred => self.join_parts(elts, pushed, row)?,
                _ => self.collect(elts, pushed, row, big)?,
            };
            if row == Row::Tuple {
                let to = self.settle(mark, want);
                self.emit(Op::ListToTuple, 0, to, list, NONE);
                return Ok(to);
            }
            return Ok(self.finish(list, mark, want));
        }
        for elt in elts {
            self.expr(elt, Want::Push)?;
        }
        let to = self.settle(mark, want);
        self.emit(row.build(), 0, to, Arg::Temp(mark), Arg::Num(total as i32));
        self.stack(1 - total as i32);
        Ok(to)
    }

    /// Three constants or more: one constant tuple (or frozenset) that an empty display is extended with.
    fn constant_row(&mut self, elts: &'a [&'a Expr<'a>], pushed: u16, row: Row, want: Want) -> Res<Arg> {
        let mark = self.top - pushed;
        let items = elts.iter().filter_map(|elt| self.cx.folded.literal(elt)).collect();
        let (build, _, extend) = row.collect();
        if row == Row::Tuple && pushed == 0 {
            self.stack(1);
            return Ok(self.constant(&Literal::tuple(items), want));
        }
        let items = if row == Row::Set { Literal::frozen_set(items) } else { Literal::tuple(items) };
        self.top = mark;
        let list = self.push();
        self.emit(build, 0, list, Arg::Temp(mark), Arg::Num(pushed.into()));
        self.stack(1 - i32::from(pushed));
        self.stack(1);
        let items = self.constant(&items, Want::Any);
        self.emit(extend, 0, list, items, NONE);
        self.stack(-1);
        self.top = mark + 1;
        if row == Row::Tuple {
            let to = self.settle(mark, want);
            self.emit(Op::ListToTuple, 0, to, list, NONE);
            return Ok(to);
        }
        Ok(self.finish(list, mark, want))
    }

    /// Collects items one by one, from the first starred one on or from the start.
    fn collect(&mut self, elts: &'a [&'a Expr<'a>], pushed: u16, row: Row, big: bool) -> Res<Arg> {
        let mark = self.top - pushed;
        let list = Arg::Temp(mark);
        let (build, add, extend) = row.collect();
        let start = |body: &mut Self, count: usize| {
            body.top = mark;
            body.push();
            body.emit(build, 0, list, Arg::Temp(mark), Arg::Num(count as i32));
            body.stack(1 - count as i32);
        };
        let mut built = big;
        if big {
            start(self, pushed.into());
        }
        for (at, elt) in elts.iter().enumerate() {
            let (inner, step) = match elt.kind {
                ExprKind::Starred { value, .. } => (value, extend),
                _ => (*elt, add),
            };
            if step == extend && !built {
                start(self, at + usize::from(pushed));
                built = true;
            }
            if !built {
                self.expr(inner, Want::Push)?;
                continue;
            }
            let item = self.expr(inner, Want::Any)?;
            self.emit(step, 0, list, item, NONE);
            self.stack(-1);
            self.top = mark + 1;
        }
        Ok(list)
    }

    /// Starred iterables and the tuples (or sets) of the items between them, side by side, and then one list of all.
    fn join_parts(&mut self, elts: &'a [&'a Expr<'a>], pushed: u16, row: Row) -> Res<Arg> {
        let mark = self.top - pushed;
        let (build, _, extend) = row.collect();
        let is_star = |elt: &Expr<'a>| matches!(elt.kind, ExprKind::Starred { .. });
        let mut in_front = pushed;
        if elts.first().is_some_and(|elt| is_star(elt)) && in_front > 0 {
            self.part(&[], std::mem::take(&mut in_front), row)?;
        }
        for part in elts.chunk_by(|a, b| !is_star(a) && !is_star(b)) {
            match part {
                [Expr { kind: ExprKind::Starred { value, .. }, .. }] => drop(self.expr(value, Want::Push)?),
                _ => self.part(part, std::mem::take(&mut in_front), row)?,
            }
        }
        let parts = self.top - mark;
        let list = self.push();
        self.emit(build, 0, list, list, NONE);
        self.stack(1);
        for at in mark..mark + parts {
            self.emit(extend, 0, list, Arg::Temp(at), NONE);
        }
        self.stack(-i32::from(parts));
        Ok(self.finish(list, mark, Want::Push))
    }

    /// Items without stars, behind `pushed` ones that are there: a tuple, a constant one if it can be, or a set.
    fn part(&mut self, items: &'a [&'a Expr<'a>], pushed: u16, row: Row) -> Res<()> {
        let mark = self.top - pushed;
        if pushed == 0 && row != Row::Set && items.iter().all(|item| self.cx.folded.is_constant(item)) {
            let items = items.iter().filter_map(|item| self.cx.folded.literal(item)).collect();
            self.stack(1);
            self.constant(&Literal::tuple(items), Want::Push);
            return Ok(());
        }
        for item in items {
            self.expr(item, Want::Push)?;
        }
        let count = i32::from(pushed) + items.len() as i32;
        let to = self.settle(mark, Want::Push);
        let build = if row == Row::Set { Op::BuildSet } else { Op::BuildTuple };
        self.emit(build, 0, to, Arg::Temp(mark), Arg::Num(count));
        self.stack(1 - count);
        Ok(())
    }

    /// Makes one dict of the mappings that stand in the temporaries from `mark` on.
    pub fn join_dicts(&mut self, mark: u16, add: impl Fn(&mut Self, Arg, Arg)) {
        let parts = self.top - mark;
        let dict = self.empty_dict();
        for at in mark..mark + parts {
            add(self, dict, Arg::Temp(at));
        }
        self.stack(-i32::from(parts));
        self.finish(dict, mark, Want::Push);
    }

    /// A dict display with unpacked mappings: its parts first, then one dict of them.
    fn joined_dict(&mut self, keys: &'a [Option<&'a Expr<'a>>], values: &'a [&'a Expr<'a>], want: Want) -> Res<Arg> {
        let (mark, mut at) = (self.top, 0);
        for part in keys.chunk_by(|a, b| a.is_some() && b.is_some()) {
            match part {
                [None] => drop(self.expr(values[at], Want::Push)?),
                _ => drop(self.dict_chunk(part, &values[at..at + part.len()])?),
            }
            at += part.len();
        }
        self.join_dicts(mark, |body, dict, part| body.emit(Op::DictUpdate, 0, dict, part, NONE));
        Ok(self.finish(Arg::Temp(mark), mark, want))
    }

    fn dict(&mut self, keys: &'a [Option<&'a Expr<'a>>], values: &'a [&'a Expr<'a>], want: Want) -> Res<Arg> {
        if self.cx.displays == Displays::Joined && keys.iter().any(Option::is_none) {
            return self.joined_dict(keys, values, want);
        }
        let mark = self.top;
        let dict = Arg::Temp(mark);
        let (mut have, mut start) = (false, 0);
        for at in 0..keys.len() {
            if keys[at].is_none() {
                if start < at {
                    self.merge_chunk(keys, values, start..at, mark, &mut have)?;
                }
                if !have {
                    self.empty_dict();
                    have = true;
                }
                let mapping = self.expr(values[at], Want::Any)?;
                self.emit(Op::DictUpdate, 0, dict, mapping, NONE);
                self.stack(-1);
                self.top = mark + 1;
                start = at + 1;
            } else if (at - start) * 2 > self.cx.displays.many() {
                self.merge_chunk(keys, values, start..at + 1, mark, &mut have)?;
                start = at + 1;
            }
        }
        if start < keys.len() {
            self.merge_chunk(keys, values, start..keys.len(), mark, &mut have)?;
        }
        if !have {
            self.empty_dict();
        }
        Ok(self.finish(dict, mark, want))
    }

    pub fn empty_dict(&mut self) -> Arg {
        let (base, dict) = (Arg::Temp(self.top), self.push());
        self.emit(Op::BuildDict, 0, dict, base, NONE);
        self.stack(1);
        dict
    }

    /// Builds a part of a dict display and adds it to what there is.
    fn merge_chunk(
        &mut self,
        keys: &'a [Option<&'a Expr<'a>>],
        values: &'a [&'a Expr<'a>],
        range: std::ops::Range<usize>,
        mark: u16,
        have: &mut bool,
    ) -> Res<()> {
        let chunk = self.dict_chunk(&keys[range.clone()], &values[range])?;
        if *have {
            self.emit(Op::DictUpdate, 0, Arg::Temp(mark), chunk, NONE);
            self.stack(-1);
        }
        *have = true;
        self.top = mark + 1;
        Ok(())
    }

    fn dict_chunk(&mut self, keys: &'a [Option<&'a Expr<'a>>], values: &'a [&'a Expr<'a>]) -> Res<Arg> {
        let (mark, n) = (self.top, keys.len());
        let big = n * 2 > self.cx.displays.many();
        if n > 1 && !big && keys.iter().flatten().all(|key| self.cx.folded.is_constant(key)) {
            for value in values {
                self.expr(value, Want::Push)?;
            }
            let names = keys.iter().flatten().filter_map(|key| self.cx.folded.literal(key)).collect();
            return Ok(self.const_key_dict(names, mark));
        }
        let dict = Arg::Temp(mark);
        if big {
            self.empty_dict();
        }
        for (key, value) in keys.iter().flatten().zip(values) {
            if big {
                let key = self.operand(key, &[value])?;
                let value = self.expr(value, Want::Any)?;
                self.emit(Op::MapAdd, 0, dict, key, value);
                self.stack(-2);
                self.top = mark + 1;
            } else {
                self.expr(key, Want::Push)?;
                self.expr(value, Want::Push)?;
            }
        }
        if !big {
            self.settle(mark, Want::Push);
            self.emit(Op::BuildDict, 0, dict, dict, Arg::Num(n as i32));
            self.stack(1 - 2 * n as i32);
        }
        Ok(dict)
    }

    /// A dict of constant keys and the values in the temporaries from `mark` on.
    pub fn const_key_dict(&mut self, keys: Vec<Literal>, mark: u16) -> Arg {
        let count = keys.len() as i32;
        self.stack(1);
        let keys = self.const_index(&Literal::tuple(keys));
        let dict = self.settle(mark, Want::Push);
        self.emit(Op::BuildConstKeyDict, 0, dict, dict, Arg::Num(count));
        self.extra(keys);
        self.stack(-count);
        dict
    }
}

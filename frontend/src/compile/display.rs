//! List, tuple, set and dict displays. How a display is built decides how big the object is, so these follow CPython
//! step by step.

use super::Res;
use super::body::{Arg, Body, NONE, Want};
use crate::ast::{Expr, ExprKind};
use crate::fold::Literal;
use crate::op::Op;

/// Displays of more items than this are built one by one.
pub(super) const MANY: usize = 30;

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
        if starred || total > MANY {
            let list = self.collect(elts, pushed, row, total > MANY)?;
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

    fn dict(&mut self, keys: &'a [Option<&'a Expr<'a>>], values: &'a [&'a Expr<'a>], want: Want) -> Res<Arg> {
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
            } else if (at - start) * 2 > MANY {
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
        let big = n * 2 > MANY;
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

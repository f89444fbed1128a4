//! Assignment, unpacking, augmented assignment and `del`.

use super::Res;
use super::body::{Arg, Body, BodyKind, NONE, Want};
use super::expr::binary_op;
use crate::ast::*;
use crate::deep;
use crate::op::Op;

/// Locals that one instruction unpacks into; more pass through temporaries.
const FILLED_AT_ONCE: usize = 3;

/// More than any instruction unpacks.
pub(super) const MANY_TARGETS: usize = 30_000;

impl<'a> Body<'_, 'a> {
    pub fn assign(&mut self, targets: &'a [&'a Expr<'a>], value: &'a Expr<'a>) -> Res<()> {
        match targets {
            [target] => self.assign_one(target, value),
            _ => self.assign_several(targets, value),
        }
    }

    pub fn assign_one(&mut self, target: &'a Expr<'a>, value: &'a Expr<'a>) -> Res<()> {
        let mark = self.top;
        if let Some(local) = self.fast_target(target)? {
            self.expr(value, Want::Into(local))?;
            self.bind_arg(local);
            self.stack(-1);
            return Ok(());
        }
        if self.exchange(target, value)? {
            return Ok(());
        }
        let value = self.expr(value, Want::Any)?;
        self.store(target, value)?;
        self.top = mark;
        Ok(())
    }

    /// `a = b = value`: the first local target can hold the value for the others.
    fn assign_several(&mut self, targets: &'a [&'a Expr<'a>], value: &'a Expr<'a>) -> Res<()> {
        let mark = self.top;
        let Some((last, first)) = targets.split_last() else { return Ok(()) };
        let direct = match self.fast_target(targets[0])? {
            Some(local) if !self.rebound_by(local, &first[1..]) => Some(local),
            _ => None,
        };
        let (value, first) = match direct {
            Some(local) => {
                self.expr(value, Want::Into(local))?;
                self.bind_arg(local);
                self.stack(1);
                self.stack(-1);
                (local, &first[1..])
            }
            None => (self.expr(value, Want::Any)?, first),
        };
        let value = if self.rebound_by(value, first) { self.copied(value) } else { value };
        for target in first {
            self.stack(1);
            let copy = match value {
                Arg::Temp(_) => {
                    let copy = self.push();
                    self.emit(Op::Copy, 0, copy, value, NONE);
                    copy
                }
                _ => value,
            };
            let above = self.top;
            self.store(target, copy)?;
            self.top = above - u16::from(copy != value);
        }
        self.store(last, value)?;
        self.top = mark;
        Ok(())
    }

    fn copied(&mut self, value: Arg) -> Arg {
        let copy = self.push();
        self.emit(Op::Move, 0, copy, value, NONE);
        copy
    }

    /// Whether storing to one of the targets may give the borrowed local another value.
    fn rebound_by(&self, value: Arg, targets: &[&'a Expr<'a>]) -> bool {
        let Arg::Local(local) = value else { return false };
        let name = self.locals[usize::from(local)];
        targets.iter().any(|target| !matches!(target.kind, ExprKind::Name { .. }) && self.binds(target, name))
    }

    /// Whether storing to the target binds the name.
    fn binds(&self, target: &Expr<'a>, name: &str) -> bool {
        match target.kind {
            ExprKind::Name { id, .. } => self.mangle(id) == name,
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                elts.iter().any(|elt| deep(|| self.binds(elt, name)))
            }
            ExprKind::Starred { value, .. } => self.binds(value, name),
            // Evaluating the target may bind it on the way.
            ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => self.is_walrus_target(name),
            _ => false,
        }
    }

    /// `a, b = x, y` with two or three items builds no tuple. Returns false if it is not of that form.
    fn exchange(&mut self, target: &'a Expr<'a>, value: &'a Expr<'a>) -> Res<bool> {
        let (ExprKind::Tuple { elts: targets, .. } | ExprKind::List { elts: targets, .. }) = target.kind else {
            return Ok(false);
        };
        let ExprKind::Tuple { elts: values, .. } = value.kind else { return Ok(false) };
        let starred = |exprs: &[&Expr<'_>]| exprs.iter().any(|e| matches!(e.kind, ExprKind::Starred { .. }));
        let fits = targets.len() == values.len() && (1..=3).contains(&targets.len());
        if !fits || starred(targets) || starred(values) || self.cx.folded.is_constant(value) {
            return Ok(false);
        }
        if let Some(locals) = self.distinct_locals(targets)? {
            self.exchange_locals(&locals, values)?;
            return Ok(true);
        }
        let mark = self.top;
        let mut operands = vec![];
        for (at, item) in values.iter().enumerate() {
            let operand = self.operand(item, &values[at + 1..])?;
            operands.push(if self.rebound_by_any(operand, &targets[..at]) { self.copied(operand) } else { operand });
        }
        for (target, operand) in targets.iter().zip(operands) {
            self.store(target, operand)?;
        }
        self.top = mark;
        Ok(true)
    }

    fn rebound_by_any(&self, value: Arg, targets: &[&'a Expr<'a>]) -> bool {
        let Arg::Local(local) = value else { return false };
        let name = self.locals[usize::from(local)];
        targets.iter().any(|target| self.binds(target, name))
    }

    /// The registers of the targets, if all are different locals on one line.
    fn distinct_locals(&mut self, targets: &'a [&'a Expr<'a>]) -> Res<Option<Vec<Arg>>> {
        let mut locals = vec![];
        for target in targets {
            match self.fast_target(target)? {
                Some(local)
                    if !locals.contains(&local) && self.line(target.span.start) == self.line(targets[0].span.start) =>
                {
                    locals.push(local);
                }
                _ => return Ok(None),
            }
        }
        Ok(Some(locals))
    }

    /// Stores last target first, as CPython does here; so the last value can go straight to its place.
    fn exchange_locals(&mut self, locals: &[Arg], values: &'a [&'a Expr<'a>]) -> Res<()> {
        let mark = self.top;
        let mut operands = vec![];
        for (at, item) in values.iter().enumerate().take(values.len() - 1) {
            let operand = self.operand(item, &values[at + 1..])?;
            let overwritten = locals[at + 1..].contains(&operand);
            operands.push((operand, overwritten));
        }
        let last = values[values.len() - 1];
        if let ([(first, true)], ExprKind::Name { .. }) = (&*operands, &last.kind) {
            let other = self.expr(last, Want::Any)?;
            if *first == locals[1] && other == locals[0] {
                self.emit(Op::Swap, 0, locals[0], locals[1], NONE);
                self.stack(-2);
                return Ok(());
            }
            let copy = self.copied(*first);
            self.emit_move(locals[1], other);
            self.emit_move(locals[0], copy);
            self.stack(-2);
            self.bind_all(locals);
            self.top = mark;
            return Ok(());
        }
        let operands: Vec<Arg> =
            operands.into_iter().map(|(operand, over)| if over { self.copied(operand) } else { operand }).collect();
        self.expr(last, Want::Into(locals[values.len() - 1]))?;
        for (local, operand) in locals.iter().zip(operands).rev() {
            self.emit_move(*local, operand);
        }
        self.stack(-(values.len() as i32));
        self.bind_all(locals);
        self.top = mark;
        Ok(())
    }

    fn bind_all(&mut self, locals: &[Arg]) {
        locals.iter().for_each(|local| self.bind_arg(*local));
    }

    fn emit_move(&mut self, to: Arg, from: Arg) {
        if to != from {
            self.emit(Op::Move, 0, to, from, NONE);
        }
    }

    /// Stores a value, which is consumed if it is a temporary. The number of live temporaries is the caller's matter.
    pub fn store(&mut self, target: &'a Expr<'a>, value: Arg) -> Res<()> {
        deep(|| self.at(target.span, |body| body.store_here(target, value)))
    }

    /// A class notes what its methods give to `self`.
    fn note_self_attribute(&mut self, target: &'a Expr<'a>) {
        let ExprKind::Attribute { value, attr, .. } = target.kind else { return };
        let around = usize::from(self.kind == BodyKind::Class);
        if let ExprKind::Name { id: "self", .. } = value.kind
            && let Some(classes) = &mut self.cx.self_attributes
            && let Some(names) = classes.iter_mut().rev().nth(around)
            && !names.contains(&attr.name)
        {
            names.push(attr.name);
        }
    }

    fn store_here(&mut self, target: &'a Expr<'a>, value: Arg) -> Res<()> {
        let mark = self.top;
        match target.kind {
            ExprKind::Name { id, .. } => self.store_name(id, value)?,
            ExprKind::Attribute { value: object, attr, .. } => {
                self.check_name(attr.name)?;
                let value = self.guard(value, &[object]);
                let object = self.expr(object, Want::Any)?;
                let (name, span) = (self.name_arg(attr.name), self.attr_span(target.span, attr));
                self.at(span, |body| body.emit(Op::StoreAttr, 0, object, value, name));
                self.stack(-2);
                self.note_self_attribute(target);
            }
            ExprKind::Subscript { value: container, slice, .. } => {
                let value = self.guard(value, &[container, slice]);
                let container = self.operand(container, &[slice])?;
                let key = self.expr(slice, Want::Any)?;
                self.emit(Op::SetItem, 0, container, key, value);
                self.stack(-3);
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => self.unpack(elts, value)?,
            ExprKind::Starred { .. } => {
                return self.fail("starred assignment target must be in a list or tuple");
            }
            _ => return self.fail("cannot assign to expression"),
        }
        self.top = mark;
        Ok(())
    }

    fn unpack(&mut self, elts: &'a [&'a Expr<'a>], value: Arg) -> Res<()> {
        let count = elts.len();
        if count > MANY_TARGETS {
            return self.fail("too many targets");
        }
        let star = self.star_of(elts)?;
        if let Arg::Temp(at) = value
            && at + 1 == self.top
        {
            self.top = at;
        }
        if star.is_none()
            && let Some(first) = self.adjacent_locals(elts)?
        {
            self.emit(Op::UnpackSequence, 0, Arg::Local(first), value, Arg::Num(count as i32));
            (first..).take(count).for_each(|local| self.bind(local));
            self.stack(-1);
            return Ok(());
        }
        let mark = self.top;
        let base = self.push_many(count);
        match star {
            Some(before) => {
                let after = count - before - 1;
                self.emit(Op::UnpackEx, after as u8, base, value, Arg::Num(before as i32));
            }
            None => self.emit(Op::UnpackSequence, 0, base, value, Arg::Num(count as i32)),
        }
        self.stack(count as i32 - 1);
        for (elt, at) in elts.iter().zip(mark..) {
            let target = match elt.kind {
                ExprKind::Starred { value, .. } => value,
                _ => elt,
            };
            self.store(target, Arg::Temp(at))?;
        }
        self.top = mark;
        Ok(())
    }

    /// The first of a few targets on one line which are locals in adjacent registers: they are filled at once.
    fn adjacent_locals(&mut self, elts: &'a [&'a Expr<'a>]) -> Res<Option<u16>> {
        let (Some(first), Some(last)) = (elts.first(), elts.last()) else { return Ok(None) };
        let line = |body: &Self, elt: &Expr<'_>| body.cx.lines.line(elt.span.start);
        if !(2..=FILLED_AT_ONCE).contains(&elts.len()) || line(self, first) != line(self, last) {
            return Ok(None);
        }
        let mut start = None;
        for (elt, n) in elts.iter().zip(0..) {
            match (self.fast_target(elt)?, start) {
                (Some(Arg::Local(local)), None) => start = Some(local),
                (Some(Arg::Local(local)), Some(start)) if local == start + n => {}
                _ => return Ok(None),
            }
        }
        Ok(start)
    }

    /// The position of the starred target.
    fn star_of(&self, elts: &[&'a Expr<'a>]) -> Res<Option<usize>> {
        let mut stars = elts.iter().enumerate().filter(|(_, elt)| matches!(elt.kind, ExprKind::Starred { .. }));
        let first = stars.next();
        if stars.next().is_some() {
            return self.fail("multiple starred expressions in assignment");
        }
        if let Some((at, _)) = first
            && (at > 255 || elts.len() - at - 1 > 255)
        {
            return self.fail("too many expressions in star-unpacking assignment");
        }
        Ok(first.map(|(at, _)| at))
    }

    pub fn aug_assign(&mut self, target: &'a Expr<'a>, op: Operator, value: &'a Expr<'a>) -> Res<()> {
        let mark = self.top;
        let d = binary_op(op).inplace() as u8;
        match target.kind {
            ExprKind::Name { id, .. } => {
                self.at(target.span, |body| body.check_name(id))?;
                let old = self.at(target.span, |body| body.load(id, Want::Any))?;
                let old = self.guard(old, &[value]);
                let value = self.expr(value, Want::Any)?;
                let want = self.fast_target(target)?.map_or(Want::Push, Want::Into);
                let result = self.settle(mark, want);
                self.emit(Op::Binary, d, result, old, value);
                self.stack(-1);
                self.at(target.span, |body| body.store_name(id, result))?;
            }
            ExprKind::Attribute { value: object, attr, .. } => {
                let object = self.operand(object, &[value])?;
                let (name, span) = (self.name_arg(attr.name), self.attr_span(target.span, attr));
                let base = self.top;
                let again = self.read_again(object);
                let old = self.settle(base, Want::Push);
                self.stack(1);
                self.at(span, |body| body.emit(Op::LoadAttr, 0, old, again, name));
                let value = self.expr(value, Want::Any)?;
                self.emit(Op::Binary, d, old, old, value);
                self.at(span, |body| body.emit(Op::StoreAttr, 0, object, old, name));
                self.stack(-3);
            }
            ExprKind::Subscript { value: container, slice, .. } => {
                let container = self.operand(container, &[slice, value])?;
                let key = self.operand(slice, &[value])?;
                let base = self.top;
                let (container2, key2) = (self.read_again(container), self.read_again(key));
                let old = self.settle(base, Want::Push);
                self.stack(2);
                self.at(target.span, |body| body.emit(Op::GetItem, 0, old, container2, key2));
                self.stack(-1);
                let value = self.expr(value, Want::Any)?;
                self.emit(Op::Binary, d, old, old, value);
                self.at(target.span, |body| body.emit(Op::SetItem, 0, container, key, old));
                self.stack(-4);
            }
            _ => return self.fail("illegal expression for augmented assignment"),
        }
        self.top = mark;
        Ok(())
    }

    /// An operand that stays: a temporary is copied.
    fn read_again(&mut self, value: Arg) -> Arg {
        let Arg::Temp(_) = value else { return value };
        let copy = self.push();
        self.emit(Op::Copy, 0, copy, value, NONE);
        copy
    }

    pub fn annotated(&mut self, stmt: &'a Stmt<'a>) -> Res<()> {
        let StmtKind::AnnAssign { target, annotation, value, simple } = stmt.kind else { return Ok(()) };
        if let Some(value) = value {
            self.assign_one(target, value)?;
        }
        let mark = self.top;
        let in_namespace = self.has_annotations();
        match target.kind {
            ExprKind::Name { id, .. } => {
                self.check_name(id)?;
                if simple && in_namespace {
                    let value = self.annotation(annotation, Want::Any)?;
                    let dict = self.load("__annotations__", Want::Push)?;
                    let name = crate::fold::Literal::str(self.mangle(id));
                    self.stack(1);
                    let key = self.constant(&name, Want::Any);
                    self.emit(Op::SetItem, 0, dict, key, value);
                    self.stack(-3);
                }
            }
            ExprKind::Attribute { value: object, attr, .. } => {
                self.check_name(attr.name)?;
                if value.is_none() {
                    self.evaluate(object)?;
                }
            }
            ExprKind::Subscript { value: container, slice, .. } if value.is_none() => {
                self.evaluate(container)?;
                self.evaluate(slice)?;
            }
            _ => {}
        }
        if !simple && in_namespace && !self.cx.future_annotations {
            self.evaluate(annotation)?;
        }
        self.top = mark;
        Ok(())
    }

    /// Evaluates for the effect alone.
    pub fn evaluate(&mut self, expr: &'a Expr<'a>) -> Res<()> {
        let mark = self.top;
        let value = self.expr(expr, Want::Any)?;
        self.quietly(|body| body.discard(value));
        self.stack(-1);
        self.top = mark;
        Ok(())
    }

    pub fn delete(&mut self, target: &'a Expr<'a>) -> Res<()> {
        let mark = self.top;
        deep(|| self.at(target.span, |body| body.delete_here(target)))?;
        self.top = mark;
        Ok(())
    }

    fn delete_here(&mut self, target: &'a Expr<'a>) -> Res<()> {
        match target.kind {
            ExprKind::Name { id, .. } => self.delete_name(id),
            ExprKind::Attribute { value: object, attr, .. } => {
                let object = self.expr(object, Want::Any)?;
                let (name, span) = (self.name_arg(attr.name), self.attr_span(target.span, attr));
                self.at(span, |body| body.emit(Op::DeleteAttr, 0, object, name, NONE));
                self.stack(-1);
                Ok(())
            }
            ExprKind::Subscript { value: container, slice, .. } => {
                let container = self.operand(container, &[slice])?;
                let key = self.expr(slice, Want::Any)?;
                self.emit(Op::DelItem, 0, container, key, NONE);
                self.stack(-2);
                Ok(())
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                elts.iter().try_for_each(|elt| self.delete(elt))
            }
            _ => self.fail("cannot delete expression"),
        }
    }
}

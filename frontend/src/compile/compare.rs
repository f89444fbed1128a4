//! Comparisons, chains of them, and conditions that jump without making a boolean.

use super::Res;
use super::body::{Arg, Body, Label, NONE, Want};
use super::expr::inverted;
use crate::ast::*;
use crate::deep;
use crate::op::{self, Op};

/// Bit of [`Op::CompareJump`]'s `d`: jump if the result is true.
const IF_TRUE: u8 = 0x80;

impl<'a> Body<'_, 'a> {
    pub fn compare(
        &mut self,
        left: &'a Expr<'a>,
        ops: &'a [CmpOp],
        comparators: &'a [&'a Expr<'a>],
        want: Want,
    ) -> Res<Arg> {
        self.check_compare(left, ops, comparators);
        if let (&[op], &[right]) = (ops, comparators) {
            return self.compare_one(left, op, right, want);
        }
        let (mark, end) = (self.top, self.label());
        let result = Arg::Temp(mark);
        let mut cleanups = vec![];
        let mut l = self.operand(left, comparators)?;
        for (at, (&op, &right)) in ops.iter().zip(comparators).enumerate() {
            let rest = &comparators[at + 1..];
            // The result's register is not for a middle operand.
            self.top = self.top.max(mark + 1);
            let r = self.operand(right, rest)?;
            self.max_top = self.max_top.max(mark + 1);
            if rest.is_empty() {
                self.emit_compare(op, result, l, r);
                self.stack(-1);
                break;
            }
            let kept = self.keep_middle(r);
            let cleanup = if kept == r { end } else { self.label() };
            self.emit_compare(op, result, l, kept);
            self.jump_with(Op::JumpIfFalseKeep, 0, result, NONE, cleanup);
            self.stack(-2);
            if kept != r {
                cleanups.push((cleanup, r));
            }
            l = r;
        }
        if !cleanups.is_empty() {
            self.jump(end);
        }
        for (cleanup, kept) in cleanups {
            self.place(cleanup);
            self.emit(Op::Drop, 0, kept, NONE, NONE);
            self.jump(end);
        }
        self.place(end);
        self.top = mark + 1;
        Ok(self.finish(result, mark, want))
    }

    /// The copy of a middle operand that the comparison may consume; the operand itself is needed once more.
    fn keep_middle(&mut self, middle: Arg) -> Arg {
        self.stack(1);
        if !matches!(middle, Arg::Temp(_)) {
            return middle;
        }
        let copy = self.push();
        self.emit(Op::Copy, 0, copy, middle, NONE);
        self.top -= 1;
        copy
    }

    pub fn compare_one(&mut self, left: &'a Expr<'a>, op: CmpOp, right: &'a Expr<'a>, want: Want) -> Res<Arg> {
        let mark = self.top;
        let l = self.operand(left, &[right])?;
        let r = self.expr(right, Want::Any)?;
        let to = self.settle(mark, want);
        self.emit_compare(op, to, l, r);
        self.stack(-1);
        Ok(to)
    }

    fn emit_compare(&mut self, op: CmpOp, to: Arg, l: Arg, r: Arg) {
        match op {
            CmpOp::Is => self.emit(Op::Is, 0, to, l, r),
            CmpOp::IsNot => self.emit(Op::Is, 1, to, l, r),
            CmpOp::In => self.emit(Op::Contains, 0, to, l, r),
            CmpOp::NotIn => self.emit(Op::Contains, 1, to, l, r),
            _ => self.emit(Op::Compare, ordering(op).unwrap_or(op::CmpOp::Eq) as u8, to, l, r),
        }
    }

    /// Jumps if the truth of the expression is `condition`, else goes on.
    pub fn jump_if(&mut self, expr: &'a Expr<'a>, to: Label, condition: bool) -> Res<()> {
        deep(|| self.jump_if_here(expr, to, condition))
    }

    fn jump_if_here(&mut self, expr: &'a Expr<'a>, to: Label, condition: bool) -> Res<()> {
        if let Some(literal) = self.cx.folded.literal(expr) {
            // Still a constant of the code.
            self.written_index(&literal);
            self.at(expr.span, Body::mark);
            let truth = literal.truth();
            if truth == condition {
                self.jump(to);
            }
            return Ok(());
        }
        match expr.kind {
            ExprKind::UnaryOp { op: UnaryOp::Not, operand } => match inverted(operand) {
                Some((left, op, right)) => {
                    self.span = operand.span;
                    self.jump_if_one(operand, left, op, right, to, condition)
                }
                None => self.jump_if(operand, to, !condition),
            },
            ExprKind::BoolOp { op, values } => self.jump_if_bool_op(op, values, to, condition),
            ExprKind::IfExp { test, body, orelse } => {
                let (otherwise, end) = (self.label(), self.label());
                self.jump_if(test, otherwise, false)?;
                self.jump_if(body, to, condition)?;
                self.quietly(|body| body.jump(end));
                self.place(otherwise);
                self.jump_if(orelse, to, condition)?;
                self.place(end);
                Ok(())
            }
            ExprKind::Compare { left, ops, comparators } => {
                self.check_compare(left, ops, comparators);
                // The place stays with what follows in the statement: an assertion blames its comparison.
                self.span = expr.span;
                if let (&[op], &[right]) = (ops, comparators) {
                    return self.jump_if_one(expr, left, op, right, to, condition);
                }
                self.jump_if_chain(left, ops, comparators, to, condition)
            }
            _ => {
                let mark = self.top;
                let value = self.expr(expr, Want::Any)?;
                self.jump_on_truth(value, to, condition);
                self.top = mark;
                Ok(())
            }
        }
    }

    fn jump_on_truth(&mut self, value: Arg, to: Label, condition: bool) {
        self.stack(-1);
        let op = if condition { Op::JumpIfTrue } else { Op::JumpIfFalse };
        self.jump_with(op, 0, value, NONE, to);
    }

    fn jump_if_bool_op(&mut self, op: BoolOp, values: &'a [&'a Expr<'a>], to: Label, condition: bool) -> Res<()> {
        let Some((last, first)) = values.split_last() else { return Ok(()) };
        let decides = op == BoolOp::Or;
        let early = if decides == condition { to } else { self.label() };
        for value in first {
            self.jump_if(value, early, decides)?;
        }
        self.jump_if(last, to, condition)?;
        if early != to {
            self.place(early);
        }
        Ok(())
    }

    fn jump_if_one(
        &mut self,
        expr: &'a Expr<'a>,
        left: &'a Expr<'a>,
        op: CmpOp,
        right: &'a Expr<'a>,
        to: Label,
        condition: bool,
    ) -> Res<()> {
        let mark = self.top;
        if let Some(is_none) = self.none_test(op, right) {
            let value = self.expr(left, Want::Any)?;
            // Still a constant of the code.
            self.none();
            self.stack(-1);
            let op = if is_none == condition { Op::JumpIfNone } else { Op::JumpIfNotNone };
            self.jump_with(op, 0, value, NONE, to);
            self.top = mark;
            return Ok(());
        }
        let Some(compare) = ordering(op) else {
            let value = self.at(expr.span, |body| body.compare_one(left, op, right, Want::Any))?;
            self.jump_on_truth(value, to, condition);
            self.top = mark;
            return Ok(());
        };
        self.at(expr.span, |body| {
            let l = body.operand(left, &[right])?;
            let r = body.expr(right, Want::Any)?;
            body.compare_jump(compare, l, r, to, condition);
            body.stack(-2);
            body.top = mark;
            Ok(())
        })
    }

    fn none_test(&self, op: CmpOp, right: &Expr<'_>) -> Option<bool> {
        if !matches!(right.kind, ExprKind::Constant(Constant::None)) {
            return None;
        }
        match op {
            CmpOp::Is => Some(true),
            CmpOp::IsNot => Some(false),
            _ => None,
        }
    }

    fn compare_jump(&mut self, op: op::CmpOp, l: Arg, r: Arg, to: Label, condition: bool) {
        let d = op as u8 | if condition { IF_TRUE } else { 0 };
        self.jump_with(Op::CompareJump, d, l, r, to);
    }

    fn jump_if_chain(
        &mut self,
        left: &'a Expr<'a>,
        ops: &'a [CmpOp],
        comparators: &'a [&'a Expr<'a>],
        to: Label,
        condition: bool,
    ) -> Res<()> {
        let (mark, end) = (self.top, self.label());
        let mut cleanups = vec![];
        let fails = if condition { end } else { to };
        let mut l = self.operand(left, comparators)?;
        for (at, (&op, &right)) in ops.iter().zip(comparators).enumerate() {
            let rest = &comparators[at + 1..];
            let r = self.operand(right, rest)?;
            if rest.is_empty() {
                self.chain_link(op, l, r, to, condition);
                self.stack(-2);
                break;
            }
            let kept = self.keep_middle(r);
            let miss = if kept == r { fails } else { self.label() };
            self.chain_link(op, l, kept, miss, false);
            self.stack(-2);
            if kept != r {
                cleanups.push((miss, r));
            }
            l = r;
        }
        if !cleanups.is_empty() {
            self.quietly(|body| body.jump(end));
        }
        for (miss, kept) in cleanups {
            self.place(miss);
            self.emit(Op::Drop, 0, kept, NONE, NONE);
            self.quietly(|body| body.jump(fails));
        }
        self.place(end);
        self.top = mark;
        Ok(())
    }

    fn chain_link(&mut self, op: CmpOp, l: Arg, r: Arg, to: Label, condition: bool) {
        if let Some(compare) = ordering(op) {
            return self.compare_jump(compare, l, r, to, condition);
        }
        let before = self.top;
        // Above the middle operand's copy, which is consumed with the comparison.
        let result = self.push();
        self.emit_compare(op, result, l, r);
        let jump = if condition { Op::JumpIfTrue } else { Op::JumpIfFalse };
        self.jump_with(jump, 0, result, NONE, to);
        self.top = before;
    }
}

fn ordering(op: CmpOp) -> Option<op::CmpOp> {
    Some(match op {
        CmpOp::Eq => op::CmpOp::Eq,
        CmpOp::NotEq => op::CmpOp::Ne,
        CmpOp::Lt => op::CmpOp::Lt,
        CmpOp::LtE => op::CmpOp::Le,
        CmpOp::Gt => op::CmpOp::Gt,
        CmpOp::GtE => op::CmpOp::Ge,
        CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => return None,
    })
}

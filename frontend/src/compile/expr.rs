//! Expressions: where values are computed and how operands are borrowed.

use super::Res;
use super::body::{Arg, Body, NONE, Want};
use crate::ast::*;
use crate::deep;
use crate::fold::Literal;
use crate::op::{self, Op};
use crate::syntax_error::Failure;

impl<'a> Body<'_, 'a> {
    /// Evaluates to where the value is wanted.
    pub fn expr(&mut self, expr: &'a Expr<'a>, want: Want) -> Res<Arg> {
        if let Some(literal) = self.cx.folded.literal(expr) {
            self.stack(1);
            return self.at(expr.span, |body| Ok(body.written(&literal, want)));
        }
        deep(|| self.at(expr.span, |body| body.expr_here(expr, want)))
    }

    fn expr_here(&mut self, expr: &'a Expr<'a>, want: Want) -> Res<Arg> {
        match expr.kind {
            ExprKind::Name { id, .. } => self.load(id, want),
            ExprKind::Attribute { value, attr, .. } => self.attribute(expr, value, attr, want),
            ExprKind::Call { func, args, keywords } => self.call(expr, func, args, keywords, want),
            ExprKind::BinOp { left, op, right } => self.binary(left, op, right, want),
            ExprKind::UnaryOp { op, operand } => self.unary(op, operand, want),
            ExprKind::Subscript { value, slice, .. } => self.subscript(value, slice, want),
            ExprKind::Compare { left, ops, comparators } => self.compare(left, ops, comparators, want),
            ExprKind::BoolOp { op, values } => self.bool_op(op, values, want),
            ExprKind::IfExp { test, body, orelse } => self.if_exp(test, body, orelse, want),
            ExprKind::NamedExpr { target, value } => self.walrus(target, value, want),
            ExprKind::Constant(constant) => {
                self.stack(1);
                Ok(self.written(&Literal::from(constant), want))
            }
            ExprKind::List { .. } | ExprKind::Tuple { .. } | ExprKind::Set { .. } | ExprKind::Dict { .. } => {
                self.display(expr, want)
            }
            ExprKind::JoinedStr { values } => self.joined(values, want),
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                self.formatted(value, conversion, format_spec, want)
            }
            ExprKind::Slice { lower, upper, step } => self.slice(lower, upper, step, want),
            ExprKind::Lambda { args, body } => self.lambda(expr, args, body, want),
            ExprKind::ListComp { .. }
            | ExprKind::SetComp { .. }
            | ExprKind::DictComp { .. }
            | ExprKind::GeneratorExp { .. } => self.comprehension(expr, want),
            ExprKind::Await { value } => self.await_expr(value, want),
            ExprKind::Yield { value } => self.yield_expr(value, want),
            ExprKind::YieldFrom { value } => self.yield_from(value, want),
            ExprKind::Starred { .. } => self.fail("can't use starred expression here"),
        }
    }

    /// An operand that is read only after `later` are evaluated: a local that one of them rebinds is copied.
    pub fn operand(&mut self, expr: &'a Expr<'a>, later: &[&'a Expr<'a>]) -> Res<Arg> {
        let value = self.expr(expr, Want::Any)?;
        Ok(self.guard(value, later))
    }

    /// Copies a borrowed local that one of `later` rebinds.
    pub fn guard(&mut self, value: Arg, later: &[&'a Expr<'a>]) -> Arg {
        let Arg::Local(local) = value else { return value };
        let name = self.locals[usize::from(local)];
        if !self.is_walrus_target(name) || !later.iter().any(|expr| rebinds(expr, name)) {
            return value;
        }
        let copy = self.push();
        self.emit(Op::Move, 0, copy, value, NONE);
        copy
    }

    /// Leaves a computed temporary where it is wanted.
    pub fn finish(&mut self, value: Arg, mark: u16, want: Want) -> Arg {
        match want {
            Want::Any if value == Arg::Temp(mark) => value,
            _ if value == Arg::Temp(mark) && want == Want::Push => value,
            _ => {
                let to = self.settle(mark, want);
                self.emit(Op::Move, 0, to, value, NONE);
                to
            }
        }
    }

    fn binary(&mut self, left: &'a Expr<'a>, op: Operator, right: &'a Expr<'a>, want: Want) -> Res<Arg> {
        if op == Operator::Mod
            && let Some(pieces) = self.format_pieces(left, right)
        {
            return self.format_percent(&pieces, want);
        }
        let mark = self.top;
        let l = self.operand(left, &[right])?;
        let r = self.expr(right, Want::Any)?;
        let to = self.settle(mark, want);
        self.emit(Op::Binary, binary_op(op) as u8, to, l, r);
        self.stack(-1);
        Ok(to)
    }

    fn unary(&mut self, op: UnaryOp, operand: &'a Expr<'a>, want: Want) -> Res<Arg> {
        if op == UnaryOp::Not
            && let Some((left, inverse, right)) = inverted(operand)
        {
            return self.at(operand.span, |body| body.compare_one(left, inverse, right, want));
        }
        let mark = self.top;
        let value = self.expr(operand, Want::Any)?;
        let to = self.settle(mark, want);
        let op = match op {
            UnaryOp::Invert => op::UnOp::Invert,
            UnaryOp::Not => op::UnOp::Not,
            UnaryOp::UAdd => op::UnOp::Pos,
            UnaryOp::USub => op::UnOp::Neg,
        };
        self.emit(Op::Unary, op as u8, to, value, NONE);
        Ok(to)
    }

    fn attribute(&mut self, expr: &'a Expr<'a>, value: &'a Expr<'a>, attr: Identifier<'a>, want: Want) -> Res<Arg> {
        let mark = self.top;
        let object = self.expr(value, Want::Any)?;
        let name = self.name_arg(attr.name);
        let to = self.settle(mark, want);
        let span = self.attr_span(expr.span, attr);
        self.at(span, |body| body.emit(Op::LoadAttr, 0, to, object, name));
        Ok(to)
    }

    /// An attribute on another line than its object is blamed on its own line.
    pub fn attr_span(&self, whole: Span, attr: Identifier<'a>) -> Span {
        if self.line(whole.start) == self.line(attr.span.end) {
            return whole;
        }
        Span::new(attr.span.start, whole.end)
    }

    fn subscript(&mut self, value: &'a Expr<'a>, slice: &'a Expr<'a>, want: Want) -> Res<Arg> {
        self.check_subscript(value, slice);
        let mark = self.top;
        let container = self.operand(value, &[slice])?;
        let key = self.expr(slice, Want::Any)?;
        let to = self.settle(mark, want);
        self.emit(Op::GetItem, 0, to, container, key);
        self.stack(-1);
        Ok(to)
    }

    fn slice(
        &mut self,
        lower: Option<&'a Expr<'a>>,
        upper: Option<&'a Expr<'a>>,
        step: Option<&'a Expr<'a>>,
        want: Want,
    ) -> Res<Arg> {
        let (mark, base) = (self.top, Arg::Temp(self.top));
        let mut count = 0;
        for part in [Some(lower), Some(upper), step.map(Some)].into_iter().flatten() {
            match part {
                Some(part) => {
                    self.expr(part, Want::Push)?;
                }
                None => {
                    self.constant(&Literal::None, Want::Push);
                    self.stack(1);
                }
            }
            count += 1;
        }
        let to = self.settle(mark, want);
        self.emit(Op::BuildSlice, count as u8, to, base, NONE);
        self.stack(1 - count);
        Ok(to)
    }

    fn bool_op(&mut self, op: BoolOp, values: &'a [&'a Expr<'a>], want: Want) -> Res<Arg> {
        let (mark, end) = (self.top, self.label());
        let (jump, stays) = match op {
            BoolOp::And => (Op::JumpIfFalseKeep, false),
            BoolOp::Or => (Op::JumpIfTrueKeep, true),
        };
        let Some((last, first)) = values.split_last() else { return self.fail("empty operator") };
        for value in first {
            let literal = self.cx.folded.literal(value);
            let truth = literal.as_ref().map(|literal| literal.truth());
            if let (Some(literal), true) = (literal, truth == Some(!stays)) {
                self.written_index(&literal);
                continue;
            }
            let kept = self.expr(value, Want::Push)?;
            if truth.is_some() {
                self.jump(end);
            } else {
                self.jump_with(jump, 0, kept, NONE, end);
            }
            self.stack(-1);
            self.top = mark;
        }
        let value = self.expr(last, Want::Push)?;
        self.place(end);
        Ok(self.finish(value, mark, want))
    }

    fn if_exp(&mut self, test: &'a Expr<'a>, body: &'a Expr<'a>, orelse: &'a Expr<'a>, want: Want) -> Res<Arg> {
        let want = if want == Want::Any { Want::Push } else { want };
        let (mark, otherwise, end) = (self.top, self.label(), self.label());
        self.jump_if(test, otherwise, false)?;
        let value = self.expr(body, want)?;
        self.quietly(|body| body.jump(end));
        self.top = mark;
        self.stack(-1);
        self.place(otherwise);
        self.expr(orelse, want)?;
        self.place(end);
        Ok(value)
    }

    fn walrus(&mut self, target: &'a Expr<'a>, value: &'a Expr<'a>, want: Want) -> Res<Arg> {
        let mark = self.top;
        if let Some(local) = self.fast_target(target)? {
            self.expr(value, Want::Into(local))?;
            self.bind_arg(local);
            self.stack(1);
            self.stack(-1);
            return Ok(self.deliver(local, mark, want));
        }
        let value = self.expr(value, Want::Any)?;
        self.stack(1);
        let stored = match value {
            Arg::Temp(_) => {
                let copy = self.push();
                self.emit(Op::Copy, 0, copy, value, NONE);
                copy
            }
            _ => value,
        };
        self.store(target, stored)?;
        match value {
            Arg::Temp(at) => {
                self.top = at + 1;
                Ok(self.finish(value, mark, want))
            }
            _ => Ok(self.deliver(value, mark, want)),
        }
    }

    /// The failure of this expression.
    pub fn fail_at<T>(&self, span: Span, message: impl Into<String>) -> Res<T> {
        Err(Failure::span(span, message))
    }
}

pub(super) fn binary_op(op: Operator) -> op::BinOp {
    match op {
        Operator::Add => op::BinOp::Add,
        Operator::Sub => op::BinOp::Sub,
        Operator::Mult => op::BinOp::Mul,
        Operator::MatMult => op::BinOp::MatMul,
        Operator::Div => op::BinOp::TrueDiv,
        Operator::Mod => op::BinOp::Mod,
        Operator::Pow => op::BinOp::Pow,
        Operator::LShift => op::BinOp::LShift,
        Operator::RShift => op::BinOp::RShift,
        Operator::BitOr => op::BinOp::Or,
        Operator::BitXor => op::BinOp::Xor,
        Operator::BitAnd => op::BinOp::And,
        Operator::FloorDiv => op::BinOp::FloorDiv,
    }
}

/// `not a in b` and `not a is b` are one comparison.
pub(super) fn inverted<'a>(expr: &Expr<'a>) -> Option<(&'a Expr<'a>, CmpOp, &'a Expr<'a>)> {
    let ExprKind::Compare { left, ops: &[op], comparators: &[right] } = expr.kind else { return None };
    let inverse = match op {
        CmpOp::Is => CmpOp::IsNot,
        CmpOp::IsNot => CmpOp::Is,
        CmpOp::In => CmpOp::NotIn,
        CmpOp::NotIn => CmpOp::In,
        _ => return None,
    };
    Some((left, inverse, right))
}

/// Whether evaluating the expression may bind the name in the same frame.
fn rebinds(expr: &Expr<'_>, name: &str) -> bool {
    let any = |exprs: &[&Expr<'_>]| exprs.iter().any(|expr| rebinds(expr, name));
    let maybe = |expr: Option<&Expr<'_>>| expr.is_some_and(|expr| rebinds(expr, name));
    deep(|| match expr.kind {
        ExprKind::Constant(_) | ExprKind::Name { .. } => false,
        // A walrus inside a comprehension binds a cell.
        ExprKind::ListComp { .. } | ExprKind::SetComp { .. } | ExprKind::DictComp { .. } => false,
        ExprKind::GeneratorExp { .. } => false,
        ExprKind::NamedExpr { target, value } => {
            matches!(target.kind, ExprKind::Name { id, .. } if id == name) || rebinds(value, name)
        }
        ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => any(values),
        ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } | ExprKind::Set { elts } => any(elts),
        ExprKind::BinOp { left, right, .. } => rebinds(left, name) || rebinds(right, name),
        ExprKind::Compare { left, comparators, .. } => rebinds(left, name) || any(comparators),
        ExprKind::Subscript { value, slice, .. } => rebinds(value, name) || rebinds(slice, name),
        ExprKind::Call { func, args, keywords } => {
            rebinds(func, name) || any(args) || keywords.iter().any(|keyword| rebinds(keyword.value, name))
        }
        ExprKind::UnaryOp { operand: inner, .. }
        | ExprKind::Attribute { value: inner, .. }
        | ExprKind::Starred { value: inner, .. }
        | ExprKind::Await { value: inner }
        | ExprKind::YieldFrom { value: inner } => rebinds(inner, name),
        ExprKind::IfExp { test, body, orelse } => any(&[test, body, orelse]),
        ExprKind::Slice { lower, upper, step } => maybe(lower) || maybe(upper) || maybe(step),
        // Rare: assume the worst.
        ExprKind::Dict { .. } | ExprKind::Lambda { .. } | ExprKind::Yield { .. } | ExprKind::FormattedValue { .. } => {
            true
        }
    })
}

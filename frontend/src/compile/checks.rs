//! What CPython warns about while it compiles.

use super::body::Body;
use crate::ast::*;
use crate::fold::Literal;

impl<'a> Body<'_, 'a> {
    /// `x is 257` compares identities of what only happens to be one object.
    pub fn check_compare(&mut self, left: &'a Expr<'a>, ops: &[CmpOp], comparators: &'a [&'a Expr<'a>]) {
        let mut before = self.may_be_compared_by_identity(left);
        for (op, right) in ops.iter().zip(comparators) {
            let right = self.may_be_compared_by_identity(right);
            if !before || !right {
                let message = match op {
                    CmpOp::Is => "\"is\" with a literal. Did you mean \"==\"?",
                    CmpOp::IsNot => "\"is not\" with a literal. Did you mean \"!=\"?",
                    _ => {
                        before = right;
                        continue;
                    }
                };
                return self.warn(self.span, message);
            }
            before = right;
        }
    }

    fn may_be_compared_by_identity(&self, expr: &Expr<'_>) -> bool {
        match expr.kind {
            ExprKind::Constant(constant) => {
                matches!(constant, Constant::None | Constant::True | Constant::False | Constant::Ellipsis)
            }
            // What folding made is a literal as well.
            _ => self.cx.folded.literal(expr).is_none_or(|literal| matches!(literal, Literal::True | Literal::False)),
        }
    }

    pub fn check_assert(&mut self, test: &'a Expr<'a>) {
        let is_tuple = match test.kind {
            ExprKind::Tuple { elts, .. } => !elts.is_empty(),
            _ => false,
        };
        if is_tuple {
            self.warn(self.span, "assertion is always true, perhaps remove parentheses?");
        }
    }

    pub fn check_callee(&mut self, func: &'a Expr<'a>) {
        let name = match func.kind {
            ExprKind::List { .. } | ExprKind::ListComp { .. } => "list",
            ExprKind::Dict { .. } | ExprKind::DictComp { .. } => "dict",
            ExprKind::Set { .. } | ExprKind::SetComp { .. } => "set",
            ExprKind::Tuple { .. } => "tuple",
            ExprKind::GeneratorExp { .. } => "generator",
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "str",
            ExprKind::Constant(constant) => type_name(&Literal::from(constant)),
            _ => return,
        };
        self.warn(self.span, &format!("'{name}' object is not callable; perhaps you missed a comma?"));
    }

    pub fn check_subscript(&mut self, value: &'a Expr<'a>, slice: &'a Expr<'a>) {
        if let Some(name) = unsubscriptable(value) {
            return self.warn(self.span, &format!("'{name}' object is not subscriptable; perhaps you missed a comma?"));
        }
        let container = match value.kind {
            ExprKind::Constant(Constant::Str(_)) | ExprKind::JoinedStr { .. } => "str",
            ExprKind::Constant(Constant::Bytes(_)) => "bytes",
            ExprKind::List { .. } | ExprKind::ListComp { .. } => "list",
            ExprKind::Tuple { .. } => "tuple",
            _ => return,
        };
        let index = match slice.kind {
            ExprKind::Slice { .. } => return,
            ExprKind::Tuple { .. } => "tuple",
            ExprKind::List { .. } | ExprKind::ListComp { .. } => "list",
            ExprKind::Dict { .. } | ExprKind::DictComp { .. } => "dict",
            ExprKind::Set { .. } | ExprKind::SetComp { .. } => "set",
            ExprKind::GeneratorExp { .. } => "generator",
            ExprKind::JoinedStr { .. } => "str",
            ExprKind::Lambda { .. } => "function",
            _ => match self.cx.folded.literal(slice) {
                Some(literal) => match type_name(&literal) {
                    "int" | "bool" => return,
                    name => name,
                },
                None => return,
            },
        };
        let message =
            format!("{container} indices must be integers or slices, not {index}; perhaps you missed a comma?");
        self.warn(self.span, &message);
    }
}

fn unsubscriptable(value: &Expr<'_>) -> Option<&'static str> {
    match value.kind {
        ExprKind::Set { .. } | ExprKind::SetComp { .. } => Some("set"),
        ExprKind::GeneratorExp { .. } => Some("generator"),
        ExprKind::Lambda { .. } => Some("function"),
        ExprKind::Constant(constant) => match constant {
            Constant::Str(_) | Constant::Bytes(_) => None,
            _ => Some(type_name(&Literal::from(constant))),
        },
        _ => None,
    }
}

fn type_name(literal: &Literal) -> &'static str {
    match literal {
        Literal::None => "NoneType",
        Literal::True | Literal::False => "bool",
        Literal::Ellipsis => "ellipsis",
        Literal::Int(_) | Literal::Big(_) => "int",
        Literal::Float(_) => "float",
        Literal::Complex(..) => "complex",
        Literal::Str(_) => "str",
        Literal::Bytes(_) => "bytes",
        Literal::Tuple(_) => "tuple",
        Literal::FrozenSet(_) => "frozenset",
    }
}

//! What may be assigned to and deleted, and how the rest is called in errors.

use crate::ast::*;
use crate::grammar_util::{E, Fallible, Grammar, refuse};
use crate::syntax_error::Failure;

impl ExprKind<'_> {
    /// CPython's word for this kind of expression.
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            ExprKind::Attribute { .. } => "attribute",
            ExprKind::Subscript { .. } => "subscript",
            ExprKind::Starred { .. } => "starred",
            ExprKind::Name { .. } => "name",
            ExprKind::List { .. } => "list",
            ExprKind::Tuple { .. } => "tuple",
            ExprKind::Lambda { .. } => "lambda",
            ExprKind::Call { .. } => "function call",
            ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "expression",
            ExprKind::GeneratorExp { .. } => "generator expression",
            ExprKind::Yield { .. } | ExprKind::YieldFrom { .. } => "yield expression",
            ExprKind::Await { .. } => "await expression",
            ExprKind::ListComp { .. } => "list comprehension",
            ExprKind::SetComp { .. } => "set comprehension",
            ExprKind::DictComp { .. } => "dict comprehension",
            ExprKind::Dict { .. } => "dict literal",
            ExprKind::Set { .. } => "set display",
            ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => "f-string expression",
            ExprKind::Constant(Constant::None) => "None",
            ExprKind::Constant(Constant::True) => "True",
            ExprKind::Constant(Constant::False) => "False",
            ExprKind::Constant(Constant::Ellipsis) => "ellipsis",
            ExprKind::Constant(_) => "literal",
            ExprKind::Compare { .. } => "comparison",
            ExprKind::IfExp { .. } => "conditional expression",
            ExprKind::NamedExpr { .. } => "named expression",
            ExprKind::Slice { .. } => "slice",
        }
    }
}

impl<'a> Grammar<'a> {
    /// The same target with another context, its parts too. The depth is bounded by that of brackets.
    pub fn with_context(&self, target: E<'a>, ctx: Ctx) -> E<'a> {
        let each = |elts: &[E<'a>]| self.slice(elts.iter().map(|item| self.with_context(item, ctx)).collect());
        let kind = match target.kind {
            ExprKind::Name { id, .. } => ExprKind::Name { id, ctx },
            ExprKind::Attribute { value, attr, .. } => ExprKind::Attribute { value, attr, ctx },
            ExprKind::Subscript { value, slice, .. } => ExprKind::Subscript { value, slice, ctx },
            ExprKind::Starred { value, .. } => ExprKind::Starred { value: self.with_context(value, ctx), ctx },
            ExprKind::List { elts, .. } => ExprKind::List { elts: each(elts), ctx },
            ExprKind::Tuple { elts, .. } => ExprKind::Tuple { elts: each(elts), ctx },
            _ => return target,
        };
        self.alloc(Expr { span: target.span, kind })
    }

    /// Makes a target of an assignment, or says what it is instead.
    pub fn store(&self, target: E<'a>) -> Fallible<E<'a>> {
        match invalid_target(target, Ctx::Store) {
            None => Ok(self.with_context(target, Ctx::Store)),
            Some(part) => refuse(Failure::span(part.span, format!("cannot assign to {}", part.kind.describe()))),
        }
    }

    pub fn assign(&self, targets: Vec<E<'a>>, value: E<'a>) -> Fallible<StmtKind<'a>> {
        for target in &targets {
            if matches!(target.kind, ExprKind::Yield { .. } | ExprKind::YieldFrom { .. }) {
                return refuse(Failure::span(target.span, "assignment to yield expression not possible"));
            }
        }
        let targets = targets.into_iter().map(|target| self.store(target)).collect::<Result<_, _>>()?;
        Ok(StmtKind::Assign { targets: self.slice(targets), value })
    }

    pub fn augmented(&self, target: E<'a>, op: Operator, value: E<'a>) -> Fallible<StmtKind<'a>> {
        if !is_single_target(target) {
            let message = format!("'{}' is an illegal expression for augmented assignment", target.kind.describe());
            return refuse(Failure::span(target.span, message));
        }
        Ok(StmtKind::AugAssign { target: self.with_context(target, Ctx::Store), op, value })
    }

    /// The start of the statement tells whether a name stands in parentheses.
    pub fn annotated(
        &self,
        start: u32,
        target: E<'a>,
        annotation: E<'a>,
        value: Option<E<'a>>,
    ) -> Fallible<StmtKind<'a>> {
        if !is_single_target(target) {
            let message = match target.kind {
                ExprKind::List { .. } | ExprKind::Tuple { .. } => {
                    format!("only single target (not {}) can be annotated", target.kind.describe())
                }
                _ => "illegal target for annotation".to_owned(),
            };
            return refuse(Failure::span(target.span, message));
        }
        let simple = matches!(target.kind, ExprKind::Name { .. }) && target.span.start == start;
        Ok(StmtKind::AnnAssign { target: self.with_context(target, Ctx::Store), annotation, value, simple })
    }

    pub fn delete(&self, (targets, _): (Vec<E<'a>>, bool)) -> Fallible<StmtKind<'a>> {
        if let Some(part) = targets.iter().find_map(|target| invalid_target(target, Ctx::Del)) {
            return refuse(Failure::span(part.span, format!("cannot delete {}", part.kind.describe())));
        }
        let targets = targets.into_iter().map(|target| self.with_context(target, Ctx::Del)).collect();
        Ok(StmtKind::Delete { targets: self.slice(targets) })
    }
}

fn is_single_target(target: E<'_>) -> bool {
    matches!(target.kind, ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. })
}

/// The first part of a target that cannot be one.
fn invalid_target<'a>(target: E<'a>, ctx: Ctx) -> Option<E<'a>> {
    match target.kind {
        ExprKind::Name { .. } | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
        ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => {
            elts.iter().find_map(|part| invalid_target(part, ctx))
        }
        ExprKind::Starred { value, .. } if ctx == Ctx::Store => invalid_target(value, ctx),
        _ => Some(target),
    }
}

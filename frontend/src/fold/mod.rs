//! Constant folding, as CPython's tree optimiser does it and within its limits.
//!
//! The tree stays as it is; what an expression folds to is kept beside it, by the node's address.

mod arith;
mod literal;
mod walk;

use crate::ast::*;
use crate::symbols::address;
pub(crate) use literal::Literal;
use std::collections::{HashMap, HashSet};

/// What the optimiser found.
#[derive(Debug, Default)]
pub(crate) struct Folded {
    values: HashMap<usize, Literal>,
    /// List displays that are only iterated or searched: built as tuples.
    tuples: HashSet<usize>,
}

impl Folded {
    /// Folds a whole tree. `debug` is the value of `__debug__`.
    pub fn new(tree: &Mod<'_>, debug: bool, future_annotations: bool) -> Self {
        walk::fold(tree, debug, future_annotations)
    }

    /// The value of a constant expression.
    pub fn literal(&self, expr: &Expr<'_>) -> Option<Literal> {
        match expr.kind {
            ExprKind::Constant(constant) => Some(Literal::from(constant)),
            _ => self.value(expr).cloned(),
        }
    }

    fn value(&self, expr: &Expr<'_>) -> Option<&Literal> {
        match expr.kind {
            ExprKind::BinOp { .. }
            | ExprKind::UnaryOp { .. }
            | ExprKind::Tuple { .. }
            | ExprKind::Subscript { .. }
            | ExprKind::Name { .. }
            | ExprKind::List { .. }
            | ExprKind::Set { .. } => self.values.get(&address(expr)),
            _ => None,
        }
    }

    pub fn is_constant(&self, expr: &Expr<'_>) -> bool {
        matches!(expr.kind, ExprKind::Constant(_)) || self.value(expr).is_some()
    }

    /// A list display of which only a tuple is seen.
    pub fn is_tuple(&self, expr: &Expr<'_>) -> bool {
        self.tuples.contains(&address(expr))
    }
}

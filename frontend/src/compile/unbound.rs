//! Which locals a piece of code may unbind: what is known to be bound before it is not known any more where a loop
//! comes round, and where a handler begins.

use crate::ast::*;
use crate::deep;

/// Adds the names that statements delete.
pub(super) fn unbound<'a>(body: &'a [Stmt<'a>], names: &mut Vec<&'a str>) {
    for stmt in body {
        match stmt.kind {
            StmtKind::Delete { targets } => targets.iter().for_each(|target| deleted(target, names)),
            StmtKind::For(node) | StmtKind::AsyncFor(node) => {
                inside(node.body, names);
                inside(node.orelse, names);
            }
            StmtKind::While { body, orelse, .. } | StmtKind::If { body, orelse, .. } => {
                inside(body, names);
                inside(orelse, names);
            }
            StmtKind::With { body, .. } | StmtKind::AsyncWith { body, .. } => inside(body, names),
            StmtKind::Match { cases, .. } => cases.iter().for_each(|case| inside(case.body, names)),
            StmtKind::Try(node) | StmtKind::TryStar(node) => {
                inside(node.body, names);
                for handler in node.handlers {
                    names.extend(handler.name.map(|name| name.name));
                    inside(handler.body, names);
                }
                inside(node.orelse, names);
                inside(node.finalbody, names);
            }
            _ => {}
        }
    }
}

fn inside<'a>(body: &'a [Stmt<'a>], names: &mut Vec<&'a str>) {
    deep(|| unbound(body, names));
}

fn deleted<'a>(target: &'a Expr<'a>, names: &mut Vec<&'a str>) {
    match target.kind {
        ExprKind::Name { id, .. } => names.push(id),
        ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
            elts.iter().for_each(|elt| deep(|| deleted(elt, names)));
        }
        _ => {}
    }
}

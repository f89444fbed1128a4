//! The walk that folds: children first, then the node itself.

use super::arith;
use super::{Folded, Literal};
use crate::ast::*;
use crate::deep;
use crate::symbols::address;

struct Walk {
    found: Folded,
    debug: bool,
    future_annotations: bool,
}

pub(super) fn fold(tree: &Mod<'_>, debug: bool, future_annotations: bool) -> Folded {
    let mut walk = Walk { found: Folded::default(), debug, future_annotations };
    match *tree {
        Mod::Module { body } | Mod::Interactive { body } => walk.body(body),
        Mod::Expression { body } => walk.expr(body),
    }
    walk.found
}

impl Walk {
    fn body(&mut self, body: &[Stmt<'_>]) {
        body.iter().for_each(|stmt| deep(|| self.stmt(stmt)));
    }

    fn exprs(&mut self, exprs: &[&Expr<'_>]) {
        exprs.iter().for_each(|expr| self.expr(expr));
    }

    fn maybe(&mut self, expr: Option<&Expr<'_>>) {
        if let Some(expr) = expr {
            self.expr(expr);
        }
    }

    fn stmt(&mut self, stmt: &Stmt<'_>) {
        match stmt.kind {
            StmtKind::FunctionDef(def) | StmtKind::AsyncFunctionDef(def) => {
                self.arguments(def.args);
                self.body(def.body);
                self.exprs(def.decorator_list);
                self.annotation(def.returns);
            }
            StmtKind::ClassDef(def) => {
                self.exprs(def.bases);
                self.keywords(def.keywords);
                self.body(def.body);
                self.exprs(def.decorator_list);
            }
            StmtKind::Return { value } => self.maybe(value),
            StmtKind::Delete { targets } => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.exprs(targets);
                self.expr(value);
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(target);
                self.expr(value);
            }
            StmtKind::AnnAssign { target, annotation, value, .. } => {
                self.expr(target);
                self.annotation(Some(annotation));
                self.maybe(value);
            }
            StmtKind::Raise { exc, cause } => {
                self.maybe(exc);
                self.maybe(cause);
            }
            StmtKind::Assert { test, msg } => {
                self.expr(test);
                self.maybe(msg);
            }
            StmtKind::Expr { value } => self.expr(value),
            _ => self.compound(stmt),
        }
    }

    fn compound(&mut self, stmt: &Stmt<'_>) {
        match stmt.kind {
            StmtKind::For(node) | StmtKind::AsyncFor(node) => {
                self.expr(node.target);
                self.expr(node.iter);
                self.body(node.body);
                self.body(node.orelse);
                self.iterated(node.iter);
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expr(test);
                self.body(body);
                self.body(orelse);
            }
            StmtKind::With { items, body } | StmtKind::AsyncWith { items, body } => {
                for item in items {
                    self.expr(item.context_expr);
                    self.maybe(item.optional_vars);
                }
                self.body(body);
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject);
                for case in cases {
                    self.pattern(case.pattern);
                    self.maybe(case.guard);
                    self.body(case.body);
                }
            }
            StmtKind::Try(node) | StmtKind::TryStar(node) => {
                self.body(node.body);
                for handler in node.handlers {
                    self.maybe(handler.type_);
                    self.body(handler.body);
                }
                self.body(node.orelse);
                self.body(node.finalbody);
            }
            _ => {}
        }
    }

    fn arguments(&mut self, args: &Arguments<'_>) {
        let named =
            args.posonlyargs.iter().chain(args.args).chain(args.vararg).chain(args.kwarg).chain(args.kwonlyargs);
        named.for_each(|arg| self.annotation(arg.annotation));
        self.exprs(args.defaults);
        args.kw_defaults.iter().flatten().for_each(|default| self.expr(default));
    }

    /// Under the future import an annotation is text, written out as it stands.
    fn annotation(&mut self, annotation: Option<&Expr<'_>>) {
        if !self.future_annotations {
            self.maybe(annotation);
        }
    }

    fn keywords(&mut self, keywords: &[Keyword<'_>]) {
        keywords.iter().for_each(|keyword| self.expr(keyword.value));
    }

    fn pattern(&mut self, pattern: &Pattern<'_>) {
        match pattern.kind {
            PatternKind::MatchValue { value } => self.expr(value),
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => self.patterns(patterns),
            PatternKind::MatchMapping { keys, patterns, .. } => {
                self.exprs(keys);
                self.patterns(patterns);
            }
            PatternKind::MatchClass { cls, patterns, kwd_patterns, .. } => {
                self.expr(cls);
                self.patterns(patterns);
                self.patterns(kwd_patterns);
            }
            PatternKind::MatchAs { pattern, .. } => self.patterns(pattern.as_slice()),
            PatternKind::MatchSingleton { .. } | PatternKind::MatchStar { .. } => {}
        }
    }

    fn patterns(&mut self, patterns: &[&Pattern<'_>]) {
        patterns.iter().for_each(|pattern| deep(|| self.pattern(pattern)));
    }

    fn expr(&mut self, expr: &Expr<'_>) {
        deep(|| self.expr_here(expr));
    }

    fn expr_here(&mut self, expr: &Expr<'_>) {
        match expr.kind {
            ExprKind::Constant(_) => {}
            ExprKind::Name { id, ctx } => {
                if id == "__debug__" && ctx == Ctx::Load {
                    self.keep(expr, Some(Literal::bool(self.debug)));
                }
            }
            ExprKind::BinOp { left, op, right } => {
                self.expr(left);
                self.expr(right);
                let value = self.found.pair(left, right).and_then(|(l, r)| arith::binary(op, &l, &r));
                self.keep(expr, value);
            }
            ExprKind::UnaryOp { op, operand } => {
                self.expr(operand);
                let value = self.found.literal(operand).and_then(|value| arith::unary(op, &value));
                self.keep(expr, value);
            }
            ExprKind::Tuple { elts, ctx } => {
                self.exprs(elts);
                if ctx == Ctx::Load {
                    let value = self.found.all(elts).map(Literal::tuple);
                    self.keep(expr, value);
                }
            }
            ExprKind::Subscript { value, slice, ctx } => {
                self.expr(value);
                self.expr(slice);
                if ctx == Ctx::Load {
                    let item = self.found.pair(value, slice).and_then(|(v, i)| arith::item(&v, &i));
                    self.keep(expr, item);
                }
            }
            ExprKind::Compare { left, ops, comparators } => {
                self.expr(left);
                self.exprs(comparators);
                if let (Some(CmpOp::In | CmpOp::NotIn), Some(last)) = (ops.last(), comparators.last()) {
                    self.iterated(last);
                }
            }
            _ => self.children(expr),
        }
    }

    /// Nodes that never fold themselves.
    fn children(&mut self, expr: &Expr<'_>) {
        match expr.kind {
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => self.exprs(values),
            ExprKind::List { elts, .. } | ExprKind::Set { elts } => self.exprs(elts),
            ExprKind::Attribute { value, .. }
            | ExprKind::Starred { value, .. }
            | ExprKind::Await { value }
            | ExprKind::YieldFrom { value }
            | ExprKind::NamedExpr { value, .. } => self.expr(value),
            ExprKind::Call { func, args, keywords } => {
                self.expr(func);
                self.exprs(args);
                self.keywords(keywords);
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(test);
                self.expr(body);
                self.expr(orelse);
            }
            ExprKind::Lambda { args, body } => {
                self.arguments(args);
                self.expr(body);
            }
            ExprKind::Dict { keys, values } => {
                keys.iter().flatten().for_each(|key| self.expr(key));
                self.exprs(values);
            }
            ExprKind::ListComp { elt, generators }
            | ExprKind::SetComp { elt, generators }
            | ExprKind::GeneratorExp { elt, generators } => {
                self.expr(elt);
                self.generators(generators);
            }
            ExprKind::DictComp { key, value, generators } => {
                self.expr(key);
                self.expr(value);
                self.generators(generators);
            }
            ExprKind::Yield { value } => self.maybe(value),
            ExprKind::FormattedValue { value, format_spec, .. } => {
                self.expr(value);
                self.maybe(format_spec);
            }
            ExprKind::Slice { lower, upper, step } => {
                self.maybe(lower);
                self.maybe(upper);
                self.maybe(step);
            }
            _ => {}
        }
    }

    fn generators(&mut self, generators: &[Comprehension<'_>]) {
        for generator in generators {
            self.expr(generator.target);
            self.expr(generator.iter);
            self.exprs(generator.ifs);
            self.iterated(generator.iter);
        }
    }

    /// A display that is only iterated or searched: a list becomes a tuple, a set of constants a frozenset.
    fn iterated(&mut self, expr: &Expr<'_>) {
        match expr.kind {
            ExprKind::List { elts, .. } if !elts.iter().any(|e| matches!(e.kind, ExprKind::Starred { .. })) => {
                self.found.tuples.insert(address(expr));
                let value = self.found.all(elts).map(Literal::tuple);
                self.keep(expr, value);
            }
            ExprKind::Set { elts } => {
                let value = self.found.all(elts).map(Literal::frozen_set);
                self.keep(expr, value);
            }
            _ => {}
        }
    }

    fn keep(&mut self, expr: &Expr<'_>, value: Option<Literal>) {
        if let Some(value) = value {
            self.found.values.insert(address(expr), value);
        }
    }
}

impl Folded {
    fn pair(&self, left: &Expr<'_>, right: &Expr<'_>) -> Option<(Literal, Literal)> {
        if !self.is_constant(left) || !self.is_constant(right) {
            return None;
        }
        self.literal(left).zip(self.literal(right))
    }

    fn all(&self, exprs: &[&Expr<'_>]) -> Option<Vec<Literal>> {
        if !exprs.iter().all(|expr| self.is_constant(expr)) {
            return None;
        }
        exprs.iter().map(|expr| self.literal(expr)).collect()
    }
}

//! Refuses trees that are too deep to be walked: later passes recurse, and CPython's do too.

use crate::ast::*;
use crate::syntax_error::{Failure, Kind, Place};

/// How deep statements and expressions may nest together. CPython's compiler gives up at three times its recursion limit.
pub const MAX_DEPTH: u32 = 2994;
/// How deep CPython's parser recurses before it reports a lack of memory.
const MAX_NESTING: u32 = 5970;

#[derive(Clone, Copy)]
enum Node<'a> {
    Stmt(&'a Stmt<'a>),
    Expr(&'a Expr<'a>),
    Pattern(&'a Pattern<'a>),
}

/// A node to visit, its depth, and the weight of what CPython's parser would recurse over.
struct Walk<'a> {
    stack: Vec<(Node<'a>, u32, u32)>,
    depth: u32,
    weight: u32,
}

/// Walks the tree with a stack of its own.
pub(crate) fn check(tree: &Mod<'_>) -> Result<(), Failure> {
    let mut walk = Walk { stack: vec![], depth: 0, weight: 0 };
    match *tree {
        Mod::Module { body } | Mod::Interactive { body } => walk.body(body),
        Mod::Expression { body } => walk.expr(body, 0),
    }
    let mut deep = false;
    while let Some((node, depth, weight)) = walk.stack.pop() {
        if weight > MAX_NESTING {
            return Err(Failure::new(Place::Nowhere, "").kind(Kind::MemoryError));
        }
        deep |= depth > MAX_DEPTH;
        (walk.depth, walk.weight) = (depth, weight);
        match node {
            Node::Stmt(stmt) => walk.stmt_children(stmt),
            Node::Expr(expr) => walk.expr_children(expr),
            Node::Pattern(pattern) => walk.pattern_children(pattern),
        }
    }
    if deep {
        let message = "maximum recursion depth exceeded during compilation";
        return Err(Failure::new(Place::Nowhere, message).kind(Kind::RecursionError));
    }
    Ok(())
}

impl<'a> Walk<'a> {
    fn push(&mut self, node: Node<'a>, weight: u32) {
        self.stack.push((node, self.depth + 1, self.weight + weight));
    }

    fn body(&mut self, body: &'a [Stmt<'a>]) {
        body.iter().for_each(|stmt| self.push(Node::Stmt(stmt), 1));
    }

    fn expr(&mut self, expr: &'a Expr<'a>, weight: u32) {
        self.push(Node::Expr(expr), weight);
    }

    fn exprs(&mut self, exprs: impl IntoIterator<Item = &'a Expr<'a>>) {
        exprs.into_iter().for_each(|expr| self.expr(expr, 0));
    }

    fn keywords(&mut self, keywords: &'a [Keyword<'a>]) {
        self.exprs(keywords.iter().map(|keyword| keyword.value));
    }

    fn arguments(&mut self, args: &'a Arguments<'a>) {
        self.exprs(args.defaults.iter().copied().chain(args.kw_defaults.iter().copied().flatten()));
        let named =
            args.posonlyargs.iter().chain(args.args).chain(args.kwonlyargs).chain(args.vararg).chain(args.kwarg);
        self.exprs(named.filter_map(|arg| arg.annotation));
    }

    fn function(&mut self, def: &'a FunctionDef<'a>) {
        self.arguments(def.args);
        self.exprs(def.decorator_list.iter().copied().chain(def.returns));
        self.body(def.body);
    }

    fn stmt_children(&mut self, stmt: &'a Stmt<'a>) {
        match stmt.kind {
            StmtKind::FunctionDef(def) | StmtKind::AsyncFunctionDef(def) => self.function(def),
            StmtKind::ClassDef(def) => {
                self.exprs(def.decorator_list.iter().chain(def.bases).copied());
                self.keywords(def.keywords);
                self.body(def.body);
            }
            StmtKind::Return { value } => self.exprs(value),
            StmtKind::Delete { targets } => self.exprs(targets.iter().copied()),
            StmtKind::Assign { targets, value } => self.exprs(targets.iter().copied().chain([value])),
            StmtKind::AugAssign { target, value, .. } => self.exprs([target, value]),
            StmtKind::AnnAssign { target, annotation, value, .. } => {
                self.exprs([target, annotation].into_iter().chain(value));
            }
            StmtKind::For(node) | StmtKind::AsyncFor(node) => {
                self.exprs([node.target, node.iter]);
                self.body(node.body);
                self.body(node.orelse);
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expr(test, 0);
                self.body(body);
                self.body(orelse);
            }
            StmtKind::With { items, body } | StmtKind::AsyncWith { items, body } => {
                self.exprs(items.iter().flat_map(|item| [item.context_expr].into_iter().chain(item.optional_vars)));
                self.body(body);
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject, 0);
                for case in cases {
                    self.push(Node::Pattern(case.pattern), 0);
                    self.exprs(case.guard);
                    self.body(case.body);
                }
            }
            StmtKind::Raise { exc, cause } => self.exprs(exc.into_iter().chain(cause)),
            StmtKind::Try(node) | StmtKind::TryStar(node) => {
                for handler in node.handlers {
                    self.exprs(handler.type_);
                    self.body(handler.body);
                }
                [node.body, node.orelse, node.finalbody].into_iter().for_each(|body| self.body(body));
            }
            StmtKind::Assert { test, msg } => self.exprs([test].into_iter().chain(msg)),
            StmtKind::Expr { value } => self.expr(value, 0),
            StmtKind::Import { .. } | StmtKind::ImportFrom { .. } | StmtKind::Global { .. } => {}
            StmtKind::Nonlocal { .. } | StmtKind::Pass | StmtKind::Break | StmtKind::Continue => {}
        }
    }

    fn expr_children(&mut self, expr: &'a Expr<'a>) {
        match expr.kind {
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => self.exprs(values.iter().copied()),
            ExprKind::NamedExpr { target, value } => self.exprs([target, value]),
            ExprKind::BinOp { left, op, right } => {
                self.expr(left, 0);
                self.expr(right, if op == Operator::Pow { 2 } else { 0 });
            }
            ExprKind::UnaryOp { operand, .. } => self.expr(operand, 1),
            ExprKind::Lambda { args, body } => {
                self.arguments(args);
                self.expr(body, 2);
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.exprs([test, body]);
                self.expr(orelse, 1);
            }
            ExprKind::Dict { keys, values } => self.exprs(keys.iter().copied().flatten().chain(values.iter().copied())),
            ExprKind::Set { elts } | ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => {
                self.exprs(elts.iter().copied());
            }
            ExprKind::ListComp { elt, generators }
            | ExprKind::SetComp { elt, generators }
            | ExprKind::GeneratorExp { elt, generators } => self.comprehension(&[elt], generators),
            ExprKind::DictComp { key, value, generators } => self.comprehension(&[key, value], generators),
            ExprKind::Await { value } | ExprKind::YieldFrom { value } | ExprKind::Starred { value, .. } => {
                self.expr(value, 0);
            }
            ExprKind::Yield { value } => self.exprs(value),
            ExprKind::Compare { left, comparators, .. } => {
                self.exprs([left].into_iter().chain(comparators.iter().copied()))
            }
            ExprKind::Call { func, args, keywords } => {
                self.exprs([func].into_iter().chain(args.iter().copied()));
                self.keywords(keywords);
            }
            ExprKind::FormattedValue { value, format_spec, .. } => self.exprs([value].into_iter().chain(format_spec)),
            ExprKind::Attribute { value, .. } => self.expr(value, 0),
            ExprKind::Subscript { value, slice, .. } => self.exprs([value, slice]),
            ExprKind::Slice { lower, upper, step } => self.exprs([lower, upper, step].into_iter().flatten()),
            ExprKind::Constant(_) | ExprKind::Name { .. } => {}
        }
    }

    fn comprehension(&mut self, elements: &[&'a Expr<'a>], generators: &'a [Comprehension<'a>]) {
        self.exprs(elements.iter().copied());
        for clause in generators {
            self.exprs([clause.target, clause.iter].into_iter().chain(clause.ifs.iter().copied()));
        }
    }

    fn pattern_children(&mut self, pattern: &'a Pattern<'a>) {
        let mut all = |list: &[&'a Pattern<'a>]| list.iter().for_each(|&child| self.push(Node::Pattern(child), 0));
        match pattern.kind {
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => all(patterns),
            PatternKind::MatchMapping { keys, patterns, .. } => {
                all(patterns);
                self.exprs(keys.iter().copied());
            }
            PatternKind::MatchClass { cls, patterns, kwd_patterns, .. } => {
                all(patterns);
                all(kwd_patterns);
                self.expr(cls, 0);
            }
            PatternKind::MatchAs { pattern: Some(inner), .. } => all(&[inner]),
            PatternKind::MatchValue { value } => self.expr(value, 0),
            PatternKind::MatchAs { .. } | PatternKind::MatchStar { .. } | PatternKind::MatchSingleton { .. } => {}
        }
    }
}

//! The tree walk of the symbol table: one arm per node.

use super::build::{Builder, Step};
use super::{BlockKind, Comprehension, address, flag};
use crate::ast::*;
use crate::deep;
use crate::syntax_error::Failure;

impl<'a> Builder<'a> {
    pub fn body(&mut self, body: &'a [Stmt<'a>]) -> Step {
        body.iter().try_for_each(|stmt| deep(|| self.stmt(stmt)))
    }

    pub fn exprs(&mut self, exprs: &'a [&'a Expr<'a>]) -> Step {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    fn maybe(&mut self, expr: Option<&'a Expr<'a>>) -> Step {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    fn stmt(&mut self, stmt: &'a Stmt<'a>) -> Step {
        match stmt.kind {
            StmtKind::FunctionDef(def) => self.function(def, stmt.span, false),
            StmtKind::AsyncFunctionDef(def) => self.function(def, stmt.span, true),
            StmtKind::ClassDef(def) => self.class(def, stmt.span),
            StmtKind::Return { value } => self.maybe(value),
            StmtKind::Delete { targets } => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.exprs(targets)?;
                self.expr(value)
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(target)?;
                self.expr(value)
            }
            StmtKind::AnnAssign { .. } => self.annotated(stmt),
            StmtKind::Raise { exc, cause } => {
                self.maybe(exc)?;
                self.maybe(cause)
            }
            StmtKind::Assert { test, msg } => {
                self.expr(test)?;
                self.maybe(msg)
            }
            StmtKind::Import { names } | StmtKind::ImportFrom { names, .. } => self.import(names),
            StmtKind::Global { names } => self.directive(names, flag::GLOBAL, stmt.span),
            StmtKind::Nonlocal { names } => self.directive(names, flag::NONLOCAL, stmt.span),
            StmtKind::Expr { value } => self.expr(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
            _ => self.compound(stmt),
        }
    }

    fn compound(&mut self, stmt: &'a Stmt<'a>) -> Step {
        match stmt.kind {
            StmtKind::For(node) | StmtKind::AsyncFor(node) => {
                self.expr(node.target)?;
                self.expr(node.iter)?;
                self.body(node.body)?;
                self.body(node.orelse)
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expr(test)?;
                self.body(body)?;
                self.body(orelse)
            }
            StmtKind::With { items, body } | StmtKind::AsyncWith { items, body } => {
                for item in items {
                    self.expr(item.context_expr)?;
                    self.maybe(item.optional_vars)?;
                }
                self.body(body)
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                for case in cases {
                    self.pattern(case.pattern)?;
                    self.maybe(case.guard)?;
                    self.body(case.body)?;
                }
                Ok(())
            }
            StmtKind::Try(node) | StmtKind::TryStar(node) => self.try_statement(node),
            _ => Ok(()),
        }
    }

    fn try_statement(&mut self, node: &'a Try<'a>) -> Step {
        self.body(node.body)?;
        for handler in node.handlers {
            self.maybe(handler.type_)?;
            if let Some(name) = handler.name {
                self.add(name.name, flag::LOCAL | flag::DELETED, handler.span)?;
            }
            self.body(handler.body)?;
        }
        self.body(node.orelse)?;
        self.body(node.finalbody)
    }

    fn function(&mut self, def: &'a FunctionDef<'a>, span: Span, is_async: bool) -> Step {
        self.add(def.name.name, flag::LOCAL, span)?;
        self.defaults(def.args)?;
        self.annotations(def)?;
        self.exprs(def.decorator_list)?;
        self.open(BlockKind::Function, address(def));
        self.block().coroutine = is_async;
        self.params(def.args)?;
        self.body(def.body)?;
        self.close();
        Ok(())
    }

    fn defaults(&mut self, args: &'a Arguments<'a>) -> Step {
        self.exprs(args.defaults)?;
        args.kw_defaults.iter().flatten().try_for_each(|default| self.expr(default))
    }

    fn annotations(&mut self, def: &'a FunctionDef<'a>) -> Step {
        let args = def.args;
        let named =
            args.posonlyargs.iter().chain(args.args).chain(args.vararg).chain(args.kwarg).chain(args.kwonlyargs);
        for annotation in named.filter_map(|arg| arg.annotation).chain(def.returns) {
            self.annotation(annotation)?;
        }
        Ok(())
    }

    fn annotation(&mut self, annotation: &'a Expr<'a>) -> Step {
        if !self.future_annotations {
            return self.expr(annotation);
        }
        self.open(BlockKind::Annotation, address(annotation) | 1);
        self.expr(annotation)?;
        self.close();
        Ok(())
    }

    fn params(&mut self, args: &'a Arguments<'a>) -> Step {
        let named =
            args.posonlyargs.iter().chain(args.args).chain(args.kwonlyargs).chain(args.vararg).chain(args.kwarg);
        for arg in named {
            self.add(arg.arg, flag::PARAM, arg.span)?;
        }
        Ok(())
    }

    fn class(&mut self, def: &'a ClassDef<'a>, span: Span) -> Step {
        self.add(def.name.name, flag::LOCAL, span)?;
        self.exprs(def.bases)?;
        self.keywords(def.keywords)?;
        self.exprs(def.decorator_list)?;
        self.open(BlockKind::Class, address(def));
        let outer = self.class.replace(def.name.name);
        self.body(def.body)?;
        self.class = outer;
        self.close();
        Ok(())
    }

    fn keywords(&mut self, keywords: &'a [Keyword<'a>]) -> Step {
        keywords.iter().try_for_each(|keyword| self.expr(keyword.value))
    }

    fn annotated(&mut self, stmt: &'a Stmt<'a>) -> Step {
        let StmtKind::AnnAssign { target, annotation, value, simple } = stmt.kind else { return Ok(()) };
        if let ExprKind::Name { id, .. } = target.kind {
            let (seen, at_top) = (self.flags(id), self.stack.len() == 1);
            if simple && !at_top && seen & (flag::GLOBAL | flag::NONLOCAL) != 0 {
                let word = if seen & flag::GLOBAL != 0 { "global" } else { "nonlocal" };
                return Err(Failure::span(stmt.span, format!("annotated name '{id}' can't be {word}")));
            }
            if simple {
                self.add(id, flag::ANNOTATION | flag::LOCAL, target.span)?;
            } else if value.is_some() {
                self.add(id, flag::LOCAL, target.span)?;
            }
        } else {
            self.expr(target)?;
        }
        self.annotation(annotation)?;
        self.maybe(value)
    }

    fn import(&mut self, names: &'a [Alias<'a>]) -> Step {
        for alias in names {
            if alias.name == "*" {
                if self.block().kind != BlockKind::Module {
                    return Err(Failure::span(alias.span, "import * only allowed at module level"));
                }
                continue;
            }
            let name = alias.asname.unwrap_or_else(|| alias.name.split('.').next().unwrap_or(alias.name));
            self.add(name, flag::IMPORT, alias.span)?;
        }
        Ok(())
    }

    fn pattern(&mut self, pattern: &'a Pattern<'a>) -> Step {
        match pattern.kind {
            PatternKind::MatchValue { value } => self.expr(value),
            PatternKind::MatchSingleton { .. } => Ok(()),
            PatternKind::MatchSequence { patterns } | PatternKind::MatchOr { patterns } => self.patterns(patterns),
            PatternKind::MatchStar { name } => self.capture(name, pattern.span),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                self.exprs(keys)?;
                self.patterns(patterns)?;
                self.capture(rest, pattern.span)
            }
            PatternKind::MatchClass { cls, patterns, kwd_patterns, .. } => {
                self.expr(cls)?;
                self.patterns(patterns)?;
                self.patterns(kwd_patterns)
            }
            PatternKind::MatchAs { pattern: inner, name } => {
                self.patterns(inner.as_slice())?;
                self.capture(name, pattern.span)
            }
        }
    }

    fn patterns(&mut self, patterns: &[&'a Pattern<'a>]) -> Step {
        patterns.iter().try_for_each(|pattern| deep(|| self.pattern(pattern)))
    }

    fn capture(&mut self, name: Option<&'a str>, span: Span) -> Step {
        name.map_or(Ok(()), |name| self.add(name, flag::LOCAL, span))
    }

    pub fn expr(&mut self, expr: &'a Expr<'a>) -> Step {
        deep(|| self.expr_here(expr))
    }

    fn expr_here(&mut self, expr: &'a Expr<'a>) -> Step {
        match expr.kind {
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Name { id, ctx } => self.name(id, ctx, expr.span),
            ExprKind::Attribute { value, .. } | ExprKind::Starred { value, .. } => self.expr(value),
            ExprKind::Subscript { value, slice, .. } => {
                self.expr(value)?;
                self.expr(slice)
            }
            ExprKind::BoolOp { values, .. } | ExprKind::JoinedStr { values } => self.exprs(values),
            ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } | ExprKind::Set { elts } => self.exprs(elts),
            ExprKind::BinOp { left, right, .. } => {
                self.expr(left)?;
                self.expr(right)
            }
            ExprKind::UnaryOp { operand, .. } => self.expr(operand),
            ExprKind::Compare { left, comparators, .. } => {
                self.expr(left)?;
                self.exprs(comparators)
            }
            ExprKind::Call { func, args, keywords } => {
                self.expr(func)?;
                self.exprs(args)?;
                self.keywords(keywords)
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(test)?;
                self.expr(body)?;
                self.expr(orelse)
            }
            ExprKind::Slice { lower, upper, step } => {
                self.maybe(lower)?;
                self.maybe(upper)?;
                self.maybe(step)
            }
            ExprKind::FormattedValue { value, format_spec, .. } => {
                self.expr(value)?;
                self.maybe(format_spec)
            }
            _ => self.rare_expr(expr),
        }
    }

    fn rare_expr(&mut self, expr: &'a Expr<'a>) -> Step {
        match expr.kind {
            ExprKind::Dict { keys, values } => {
                keys.iter().flatten().try_for_each(|key| self.expr(key))?;
                self.exprs(values)
            }
            ExprKind::Lambda { args, body } => {
                self.defaults(args)?;
                self.open(BlockKind::Function, address(expr));
                self.params(args)?;
                self.expr(body)?;
                self.close();
                Ok(())
            }
            ExprKind::ListComp { elt, generators } => self.comprehension(expr, Comprehension::List, &[elt], generators),
            ExprKind::SetComp { elt, generators } => self.comprehension(expr, Comprehension::Set, &[elt], generators),
            ExprKind::GeneratorExp { elt, generators } => {
                self.comprehension(expr, Comprehension::Generator, &[elt], generators)
            }
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension(expr, Comprehension::Dict, &[key, value], generators)
            }
            ExprKind::NamedExpr { target, value } => {
                self.not_in_annotation("'named expression'", expr.span)?;
                self.walrus(target, value, expr.span)
            }
            ExprKind::Await { value } => {
                self.not_in_annotation("'await expression'", expr.span)?;
                self.expr(value)?;
                self.block().coroutine = true;
                Ok(())
            }
            ExprKind::Yield { value } => {
                self.not_in_annotation("'yield expression'", expr.span)?;
                self.maybe(value)?;
                self.yields(expr.span)
            }
            ExprKind::YieldFrom { value } => {
                self.not_in_annotation("'yield expression'", expr.span)?;
                self.expr(value)?;
                self.yields(expr.span)
            }
            _ => Ok(()),
        }
    }

    fn name(&mut self, id: &'a str, ctx: Ctx, span: Span) -> Step {
        let flags = match ctx {
            Ctx::Load => flag::USE,
            Ctx::Store => flag::LOCAL,
            Ctx::Del => flag::LOCAL | flag::DELETED,
        };
        self.add(id, flags, span)?;
        // `super()` without arguments needs the class.
        if ctx == Ctx::Load && id == "super" && self.block().kind == BlockKind::Function {
            self.add("__class__", flag::USE, span)?;
        }
        Ok(())
    }
}

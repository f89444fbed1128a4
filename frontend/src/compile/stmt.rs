//! Statements: dispatch, and those that are one step.

use super::Res;
use super::body::{Arg, Body, BodyKind, NONE, Want};
use crate::ast::*;
use crate::deep;
use crate::fold::Literal;
use crate::op::Op;

impl<'a> Body<'_, 'a> {
    pub fn body(&mut self, body: &'a [Stmt<'a>]) -> Res<()> {
        body.iter().try_for_each(|stmt| deep(|| self.at(stmt.span, |inner| inner.stmt(stmt))))
    }

    fn stmt(&mut self, stmt: &'a Stmt<'a>) -> Res<()> {
        let mark = self.top;
        self.stmt_here(stmt)?;
        self.top = mark;
        Ok(())
    }

    fn stmt_here(&mut self, stmt: &'a Stmt<'a>) -> Res<()> {
        match stmt.kind {
            StmtKind::Expr { value } => self.expr_statement(value),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => self.aug_assign(target, op, value),
            StmtKind::AnnAssign { .. } => self.annotated(stmt),
            StmtKind::Return { value } => self.return_statement(value),
            StmtKind::If { test, body, orelse } => self.if_statement(test, body, orelse),
            StmtKind::While { test, body, orelse } => self.while_loop(test, body, orelse),
            StmtKind::For(node) => self.for_loop(node),
            StmtKind::AsyncFor(node) => self.async_for(node),
            StmtKind::FunctionDef(def) => self.function(stmt, def, false),
            StmtKind::AsyncFunctionDef(def) => self.function(stmt, def, true),
            StmtKind::ClassDef(def) => self.class(stmt, def),
            StmtKind::Try(node) => self.try_statement(node, false),
            StmtKind::TryStar(node) => self.try_statement(node, true),
            StmtKind::With { items, body } => self.with_statement(items, body, false),
            StmtKind::AsyncWith { items, body } => self.with_statement(items, body, true),
            StmtKind::Match { subject, cases } => self.match_statement(subject, cases),
            StmtKind::Raise { exc, cause } => self.raise(exc, cause),
            StmtKind::Assert { test, msg } => self.assert(test, msg),
            StmtKind::Delete { targets } => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Import { names } => self.import(names),
            StmtKind::ImportFrom { module, names, level } => self.import_from(module, names, level),
            StmtKind::Break => self.break_statement(),
            StmtKind::Continue => self.continue_statement(),
            StmtKind::Pass => {
                self.mark();
                Ok(())
            }
            StmtKind::Global { .. } | StmtKind::Nonlocal { .. } => Ok(()),
        }
    }

    fn expr_statement(&mut self, value: &'a Expr<'a>) -> Res<()> {
        if self.cx.interactive && self.level <= 1 {
            let value = self.expr(value, Want::Any)?;
            self.emit(Op::PrintExpr, 0, value, NONE, NONE);
            self.stack(-1);
            return Ok(());
        }
        if self.cx.folded.is_constant(value) {
            self.at(value.span, Body::mark);
            return Ok(());
        }
        self.evaluate(value)
    }

    fn raise(&mut self, exc: Option<&'a Expr<'a>>, cause: Option<&'a Expr<'a>>) -> Res<()> {
        let mut operands = [NONE, NONE];
        let mut count = 0;
        if let Some(exc) = exc {
            operands[0] = self.operand(exc, cause.as_slice())?;
            count += 1;
            if let Some(cause) = cause {
                operands[1] = self.expr(cause, Want::Any)?;
                count += 1;
            }
        }
        self.emit_end(Op::Raise, count, operands[0], operands[1]);
        self.stack(-i32::from(count));
        Ok(())
    }

    fn assert(&mut self, test: &'a Expr<'a>, msg: Option<&'a Expr<'a>>) -> Res<()> {
        self.check_assert(test);
        if self.cx.optimize > 0 {
            return Ok(());
        }
        let end = self.label();
        self.jump_if(test, end, true)?;
        let error = self.push();
        self.emit(Op::LoadAssertionError, 0, error, NONE, NONE);
        self.stack(1);
        if let Some(msg) = msg {
            self.expr(msg, Want::Push)?;
            self.emit(Op::Call, 0, error, error, Arg::Num(1));
            self.stack(-1);
        }
        self.emit_end(Op::Raise, 1, error, NONE);
        self.stack(-1);
        self.place(end);
        Ok(())
    }

    fn if_statement(&mut self, test: &'a Expr<'a>, body: &'a [Stmt<'a>], orelse: &'a [Stmt<'a>]) -> Res<()> {
        let (otherwise, end) = (self.label(), self.label());
        self.jump_if(test, if orelse.is_empty() { end } else { otherwise }, false)?;
        self.body(body)?;
        if !orelse.is_empty() {
            self.quietly(|body| body.jump(end));
            self.place(otherwise);
            self.body(orelse)?;
        }
        self.place(end);
        Ok(())
    }

    fn import(&mut self, names: &'a [Alias<'a>]) -> Res<()> {
        for alias in names {
            let mark = self.top;
            let module = self.import_name(alias.name, 0, &Literal::None)?;
            let mut parts = alias.name.split('.');
            let first = parts.next().unwrap_or(alias.name);
            match alias.asname {
                Some(asname) if first.len() < alias.name.len() => self.import_as(module, parts, asname)?,
                Some(asname) => self.store_name(asname, module)?,
                None => self.store_name(first, module)?,
            }
            self.top = mark;
        }
        Ok(())
    }

    /// `import a.b.c as d` walks down from `a`.
    fn import_as(&mut self, module: Arg, parts: std::str::Split<'a, char>, asname: &'a str) -> Res<()> {
        let mut module = module;
        for part in parts {
            let name = self.name_arg(part);
            self.stack(1);
            let next = self.push();
            self.emit(Op::ImportFrom, 0, next, module, name);
            self.emit(Op::Drop, 0, module, NONE, NONE);
            self.stack(-1);
            module = next;
        }
        self.store_name(asname, module)
    }

    fn import_name(&mut self, module: &'a str, level: u32, from: &Literal) -> Res<Arg> {
        let mark = self.top;
        self.stack(2);
        let level = self.constant(&Literal::Int(level.into()), Want::Any);
        let from = self.constant(from, Want::Any);
        let Arg::Num(name) = self.name_arg(module) else { return self.fail("too many names") };
        let to = self.settle(mark, Want::Push);
        self.emit(Op::ImportName, 0, to, level, from);
        self.extra(name as u32);
        self.stack(-1);
        Ok(to)
    }

    fn import_from(&mut self, module: Option<&'a str>, names: &'a [Alias<'a>], level: u32) -> Res<()> {
        if module == Some("__future__") && level == 0 && self.line(self.span.start) > self.cx.future_line {
            return self.fail(super::future::LATE);
        }
        let list = Literal::tuple(names.iter().map(|alias| Literal::str(alias.name)).collect());
        let module = self.import_name(module.unwrap_or(""), level, &list)?;
        if let [Alias { name: "*", .. }] = names {
            self.emit(Op::ImportStar, 0, module, NONE, NONE);
            self.stack(-1);
            return Ok(());
        }
        let mark = self.top;
        for alias in names {
            let name = self.name_arg(alias.name);
            let item = self.push();
            self.emit(Op::ImportFrom, 0, item, module, name);
            self.stack(1);
            self.store_name(alias.asname.unwrap_or(alias.name), item)?;
            self.top = mark;
        }
        self.emit(Op::Drop, 0, module, NONE, NONE);
        self.stack(-1);
        Ok(())
    }

    /// A module or class body: annotations set-up, docstring, statements.
    pub fn namespace_body(&mut self, body: &'a [Stmt<'a>]) -> Res<()> {
        if let (BodyKind::Module, Some(first)) = (self.kind, body.first()) {
            self.span = first.span;
        }
        if annotates(body) {
            self.emit(Op::SetupAnnotations, 0, NONE, NONE, NONE);
        }
        if let Some((docstring, span)) = docstring(body)
            && self.cx.optimize < 2
        {
            self.docstring = Some(self.cx.pool.intern(&docstring));
            self.stack(1);
            self.at(span, |body| {
                let value = body.written(&docstring, Want::Any);
                body.store_name("__doc__", value)
            })?;
            self.top = 0;
        }
        self.body(body)
    }
}

/// The text that a body starts with.
pub(super) fn docstring(body: &[Stmt<'_>]) -> Option<(Literal, Span)> {
    let StmtKind::Expr { value } = body.first()?.kind else { return None };
    match value.kind {
        ExprKind::Constant(Constant::Str(text)) => Some((Literal::from(Constant::Str(text)), value.span)),
        _ => None,
    }
}

/// Whether there is an annotated assignment, inner functions and classes aside.
pub(super) fn annotates(body: &[Stmt<'_>]) -> bool {
    body.iter().any(|stmt| match stmt.kind {
        StmtKind::AnnAssign { .. } => true,
        StmtKind::For(node) | StmtKind::AsyncFor(node) => annotates(node.body) || annotates(node.orelse),
        StmtKind::While { body, orelse, .. } | StmtKind::If { body, orelse, .. } => {
            deep(|| annotates(body) || annotates(orelse))
        }
        StmtKind::With { body, .. } | StmtKind::AsyncWith { body, .. } => annotates(body),
        StmtKind::Match { cases, .. } => cases.iter().any(|case| annotates(case.body)),
        StmtKind::Try(node) | StmtKind::TryStar(node) => {
            let handled = node.handlers.iter().any(|handler| annotates(handler.body));
            handled || annotates(node.body) || annotates(node.orelse) || annotates(node.finalbody)
        }
        _ => false,
    })
}

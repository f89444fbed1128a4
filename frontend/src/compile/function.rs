//! Functions, lambdas and classes: the code object inside, and the instructions outside that make the object.

use super::Res;
use super::assemble::Head;
use super::body::{Arg, Body, BodyKind, NONE, NOWHERE, Want};
use super::stmt::docstring;
use crate::ast::*;
use crate::code::{ConstRef, flags};
use crate::fold::Literal;
use crate::op::Op;
use crate::symbols::{BlockId, BlockKind, Scope};
use std::rc::Rc;

/// Bits of [`Op::MakeFunction`]'s `d`.
mod part {
    pub const DEFAULTS: u8 = 1;
    pub const KEYWORD_DEFAULTS: u8 = 2;
    pub const ANNOTATIONS: u8 = 4;
    pub const CLOSURE: u8 = 8;
}

/// A compiled inner code object.
#[derive(Clone, Debug)]
pub(super) struct Inner<'a> {
    /// Index into `Code::consts`.
    index: i32,
    frees: Rc<[&'a str]>,
}

impl<'a> Body<'_, 'a> {
    pub fn function(&mut self, stmt: &'a Stmt<'a>, def: &'a FunctionDef<'a>, is_async: bool) -> Res<()> {
        let mark = self.top;
        self.check_args(def.args)?;
        self.check_name(def.name.name)?;
        self.decorators(def.decorator_list)?;
        let base = self.top;
        let kind = if is_async { BodyKind::AsyncFunction } else { BodyKind::Function };
        let mut parts = self.defaults(def.args)?;
        parts |= self.annotations(def)?;
        let first = def.decorator_list.first().map_or(stmt.span, |decorator| decorator.span);
        let block = self.cx.symbols.block_of(def);
        let code = self.inner(block, kind, def.name.name, first, |body| {
            let text = docstring(def.body).filter(|_| body.cx.optimize < 2);
            let text = text.map_or(Literal::None, |(text, _)| text);
            body.written_index(&text);
            if !matches!(text, Literal::None) {
                body.docstring = Some(body.cx.pool.intern(&text));
            }
            body.start_generator(stmt.span);
            body.body(def.body)?;
            body.end();
            Ok(args_head(def.args))
        })?;
        let undecorated = def.decorator_list.is_empty();
        let local = self.direct_name(def.name.name, undecorated);
        let made = self.make_function(code, parts, base, local.map_or(Want::Push, Want::Into));
        let made = self.apply_decorators(def.decorator_list, made, stmt.span);
        self.store_name(def.name.name, made)?;
        self.top = mark;
        Ok(())
    }

    /// A local that a definition can be made straight into.
    fn direct_name(&mut self, name: &'a str, undecorated: bool) -> Option<Arg> {
        match self.resolve(name, Ctx::Store) {
            super::names::Place::Local(local) if undecorated => Some(Arg::Local(local)),
            _ => None,
        }
    }

    fn decorators(&mut self, decorators: &'a [&'a Expr<'a>]) -> Res<()> {
        for decorator in decorators {
            self.expr(decorator, Want::Push)?;
        }
        Ok(())
    }

    /// Each decorator waits in the temporary below what it decorates.
    fn apply_decorators(&mut self, decorators: &'a [&'a Expr<'a>], made: Arg, definition: Span) -> Arg {
        let mut made = made;
        for decorator in decorators.iter().rev() {
            let Arg::Temp(at) = made else { return made };
            let base = Arg::Temp(at - 1);
            made = self.settle(at - 1, Want::Push);
            self.at(decorator.span, |body| body.emit(Op::Call, 0, made, base, Arg::Num(1)));
            self.book(0..3, definition.start);
            self.stack(-1);
        }
        made
    }

    pub fn lambda(&mut self, expr: &'a Expr<'a>, args: &'a Arguments<'a>, value: &'a Expr<'a>, want: Want) -> Res<Arg> {
        self.check_args(args)?;
        let base = self.top;
        let parts = self.defaults(args)?;
        let block = self.cx.symbols.block_of(expr);
        let code = self.inner(block, BodyKind::Lambda, "<lambda>", expr.span, |body| {
            body.const_index(&Literal::None);
            body.start_generator(expr.span);
            let result = body.expr(value, Want::Any)?;
            if body.cx.symbols.blocks[body.block].generator {
                body.quietly(|body| body.emit_end(Op::Return, 0, result, NONE));
            } else {
                body.at(value.span, |body| body.emit_end(Op::Return, 0, result, NONE));
            }
            Ok(args_head(args))
        })?;
        Ok(self.make_function(code, parts, base, want))
    }

    /// Defaults of positional and of keyword-only parameters, laid into temporaries.
    fn defaults(&mut self, args: &'a Arguments<'a>) -> Res<u8> {
        let mut parts = 0;
        if !args.defaults.is_empty() {
            parts |= part::DEFAULTS;
            if args.defaults.iter().all(|default| self.cx.folded.is_constant(default)) {
                let items = args.defaults.iter().filter_map(|default| self.cx.folded.literal(default)).collect();
                self.constant_tuple(items, Want::Push);
            } else {
                let mark = self.top;
                for default in args.defaults {
                    self.expr(default, Want::Push)?;
                }
                self.build_tuple(mark, args.defaults.len());
            }
        }
        let mark = self.top;
        let mut names = vec![];
        for (arg, default) in args.kwonlyargs.iter().zip(args.kw_defaults) {
            if let Some(default) = default {
                names.push(Literal::str(self.mangle(arg.arg)));
                self.expr(default, Want::Push)?;
            }
        }
        if !names.is_empty() {
            parts |= part::KEYWORD_DEFAULTS;
            self.const_key_dict(names, mark);
        }
        Ok(parts)
    }

    /// The items stay entries of `co_consts`.
    pub fn constant_tuple(&mut self, items: Vec<Literal>, want: Want) -> Arg {
        for item in &items {
            self.written_index(item);
        }
        self.stack(1);
        self.constant(&Literal::tuple(items), want)
    }

    fn build_tuple(&mut self, mark: u16, count: usize) -> Arg {
        let tuple = self.settle(mark, Want::Push);
        self.emit(Op::BuildTuple, 0, tuple, tuple, Arg::Num(count as i32));
        self.stack(1 - count as i32);
        tuple
    }

    /// One tuple of names and values.
    fn annotations(&mut self, def: &'a FunctionDef<'a>) -> Res<u8> {
        let args = def.args;
        let named =
            args.args.iter().chain(args.posonlyargs).chain(args.vararg).chain(args.kwonlyargs).chain(args.kwarg);
        let named = named.filter_map(|arg| Some((self.mangle(arg.arg), arg.annotation?)));
        let all: Vec<_> = named.chain(def.returns.map(|returns| ("return", returns))).collect();
        if all.is_empty() {
            return Ok(0);
        }
        let future = self.cx.future_annotations;
        let as_dict = self.cx.annotations_are_dict;
        if let Some(items) = self.constant_annotations(&all).filter(|_| !as_dict) {
            self.constant_tuple(items, Want::Push);
            return Ok(part::ANNOTATIONS);
        }
        let mark = self.top;
        for &(name, annotation) in &all {
            if !as_dict {
                self.stack(1);
                self.constant(&Literal::str(name), Want::Push);
            }
            match annotation.kind {
                ExprKind::Starred { value, .. } if !future => {
                    // `*args: *Ts` stands for the only item of `*Ts`.
                    let at = self.top;
                    let value = self.expr(value, Want::Any)?;
                    let item = self.settle(at, Want::Push);
                    self.emit(Op::UnpackSequence, 0, item, value, Arg::Num(1));
                }
                _ => {
                    self.annotation(annotation, Want::Push)?;
                }
            }
        }
        if as_dict {
            self.const_key_dict(all.iter().map(|(name, _)| Literal::str(name)).collect(), mark);
        } else {
            self.build_tuple(mark, 2 * all.len());
        }
        Ok(part::ANNOTATIONS)
    }

    fn constant_annotations(&self, all: &[(&'a str, &'a Expr<'a>)]) -> Option<Vec<Literal>> {
        let mut items = vec![];
        for (name, annotation) in all {
            items.push(Literal::str(name));
            items.push(match self.cx.future_annotations {
                true => Literal::str(&crate::unparse::unparse(annotation)),
                false => self.cx.folded.literal(annotation)?,
            });
        }
        Some(items)
    }

    /// The value of an annotation, or under the future import its text.
    pub fn annotation(&mut self, annotation: &'a Expr<'a>, want: Want) -> Res<Arg> {
        if !self.cx.future_annotations {
            return self.expr(annotation, want);
        }
        self.stack(1);
        let text = crate::unparse::unparse(annotation);
        Ok(self.constant(&Literal::str(&text), want))
    }

    /// Whether annotations are kept here: in modules and classes.
    pub fn has_annotations(&self) -> bool {
        matches!(self.kind, BodyKind::Module | BodyKind::Class)
    }

    fn check_args(&self, args: &Arguments<'a>) -> Res<()> {
        let named =
            args.posonlyargs.iter().chain(args.args).chain(args.kwonlyargs).chain(args.vararg).chain(args.kwarg);
        named.map(|arg| arg.arg).try_for_each(|name| self.check_name(name))
    }

    // ---- the code object inside

    /// The inner code object of a block, a constant here; `fill` emits all of it. One that is met again, in the second
    /// copy of a `finally` body, is the same object.
    pub fn inner(
        &mut self,
        block: BlockId,
        kind: BodyKind,
        name: &'a str,
        first: Span,
        fill: impl FnOnce(&mut Body<'_, 'a>) -> Res<Head>,
    ) -> Res<Inner<'a>> {
        if let Some(inner) = self.inners.get(&block) {
            return Ok(inner.clone());
        }
        let qualname = self.qualname_of(kind, name);
        let (class, level, first_line) = (self.class, self.level + 1, self.line(first.start));
        let mut body = Body::new(self.cx, block, kind, name);
        body.qualname = qualname;
        body.class = class;
        body.level = level;
        body.first_line = first_line;
        body.make_cells();
        let head = fill(&mut body)?;
        let head = Head { flags: body.flags(head.flags), ..head };
        let frees = Rc::from(&*body.frees);
        let code = body.assemble(&head)?;
        self.consts.push(ConstRef::Code(Rc::new(code)));
        let inner = Inner { index: self.consts.len() as i32 - 1, frees };
        self.inners.insert(block, inner.clone());
        Ok(inner)
    }

    fn make_cells(&mut self) {
        for at in 0..self.cells.len() {
            self.quietly(|body| body.emit(Op::MakeCell, 0, Arg::Cell(at as u16), NONE, NONE));
        }
    }

    /// The first instruction of a generator or coroutine.
    pub fn start_generator(&mut self, span: Span) {
        let block = &self.cx.symbols.blocks[self.block];
        if block.generator || block.coroutine {
            self.at(span, |body| body.emit(Op::ReturnGenerator, 0, NONE, NONE, NONE));
            self.stack(1);
            self.stack(-1);
        }
    }

    /// Returns None, as code without a line of its own.
    pub fn end(&mut self) {
        if !self.reachable {
            return;
        }
        self.stack(1);
        let none = self.none();
        self.quietly(|body| body.emit_end(Op::Return, 0, none, NONE));
        self.stack(-1);
    }

    fn flags(&self, args: u32) -> u32 {
        let block = &self.cx.symbols.blocks[self.block];
        let mut bits = args | self.cx.future_flags;
        if block.kind == BlockKind::Function {
            bits |= flags::NEWLOCALS | flags::OPTIMIZED;
            bits |= if block.nested { flags::NESTED } else { 0 };
            bits |= match (block.generator, block.coroutine) {
                (true, true) => flags::ASYNC_GENERATOR,
                (true, false) => flags::GENERATOR,
                (false, true) => flags::COROUTINE,
                (false, false) => 0,
            };
        }
        bits
    }

    fn qualname_of(&mut self, kind: BodyKind, name: &'a str) -> Rc<str> {
        let defined = matches!(kind, BodyKind::Function | BodyKind::AsyncFunction | BodyKind::Class);
        let global = defined && self.cx.symbols.scope(self.block, self.mangle(name)) == Some(Scope::GlobalExplicit);
        if self.level <= 1 || global {
            return self.cx.text(name);
        }
        let inside = matches!(self.kind, BodyKind::Function | BodyKind::AsyncFunction | BodyKind::Lambda);
        let between = if inside { ".<locals>." } else { "." };
        Rc::from(format!("{}{between}{name}", self.qualname))
    }

    /// Emits `MakeFunction`, after the closure's cells.
    pub fn make_function(&mut self, code: Inner<'a>, parts: u8, base: u16, want: Want) -> Arg {
        let mut parts = parts;
        if !code.frees.is_empty() {
            let mark = self.top;
            for name in &*code.frees {
                let cell = self.cell(name);
                let to = self.push();
                self.stack(1);
                self.emit(Op::Move, 0, to, cell, NONE);
            }
            self.build_tuple(mark, code.frees.len());
            parts |= part::CLOSURE;
        }
        self.stack(1);
        // The name stood beside the code.
        self.stack_by_blocks(1);
        self.stack(-(parts.count_ones() as i32));
        let to = self.settle(base, want);
        self.emit(Op::MakeFunction, parts, to, Arg::Num(code.index), Arg::Temp(base));
        to
    }

    // ---- classes

    pub fn class(&mut self, stmt: &'a Stmt<'a>, def: &'a ClassDef<'a>) -> Res<()> {
        let mark = self.top;
        self.check_name(def.name.name)?;
        self.decorators(def.decorator_list)?;
        let first = def.decorator_list.first().map_or(stmt.span, |decorator| decorator.span);
        let block = self.cx.symbols.block_of(def);
        let code = self.inner(block, BodyKind::Class, def.name.name, first, |body| {
            body.class = Some(def.name.name);
            body.span = NOWHERE;
            body.class_body(def, first)?;
            Ok(Head::plain())
        })?;
        self.stack_null();
        self.stack(1);
        let builder = self.push();
        self.emit(Op::LoadBuildClass, 0, builder, NONE, NONE);
        let base = self.top;
        self.make_function(code, 0, base, Want::Push);
        self.stack(1);
        self.constant(&Literal::str(def.name.name), Want::Push);
        let undecorated = def.decorator_list.is_empty();
        let local = self.direct_name(def.name.name, undecorated);
        let want = local.map_or(Want::Push, Want::Into);
        self.check_keywords(def.keywords)?;
        let made = self.arguments(base - 1, 2, def.bases, def.keywords, want)?;
        let made = self.apply_decorators(def.decorator_list, made, stmt.span);
        self.store_name(def.name.name, made)?;
        self.top = mark;
        Ok(())
    }

    /// Stores a constant in the namespace of a class.
    fn note(&mut self, name: &'a str, value: &Literal) -> Res<()> {
        self.stack(1);
        let value = self.constant(value, Want::Any);
        self.store_name(name, value)?;
        self.top = 0;
        Ok(())
    }

    fn class_body(&mut self, def: &'a ClassDef<'a>, first: Span) -> Res<()> {
        let qualname = Literal::str(&self.qualname);
        let name = self.load("__name__", Want::Any)?;
        self.store_name("__module__", name)?;
        self.stack(1);
        self.top = 0;
        let qualname = self.constant(&qualname, Want::Any);
        self.store_name("__qualname__", qualname)?;
        self.top = 0;
        let notes = self.cx.self_attributes.is_some();
        if notes {
            self.note("__firstlineno__", &Literal::int(self.line(first.start).into()))?;
        }
        if let Some(classes) = &mut self.cx.self_attributes {
            classes.push(vec![]);
        }
        self.namespace_body(def.body)?;
        self.span = NOWHERE;
        if notes {
            let names = self.cx.self_attributes.as_mut().and_then(Vec::pop).unwrap_or_default();
            self.note("__static_attributes__", &Literal::tuple(names.into_iter().map(Literal::str).collect()))?;
        }
        if self.cx.symbols.blocks[self.block].needs_class_cell {
            let cell = self.cell("__class__");
            self.stack(2);
            self.stack(-1);
            self.store_name("__classcell__", cell)?;
            self.stack(1);
            self.emit_end(Op::Return, 0, cell, NONE);
        } else {
            self.end();
        }
        Ok(())
    }
}

impl Head {
    /// Of a class or module.
    pub fn plain() -> Head {
        Head { arg_count: 0, posonly_count: 0, kwonly_count: 0, flags: 0, uses_namespace: true }
    }
}

fn args_head(args: &Arguments<'_>) -> Head {
    Head {
        arg_count: args.posonlyargs.len() + args.args.len(),
        posonly_count: args.posonlyargs.len(),
        kwonly_count: args.kwonlyargs.len(),
        flags: args.vararg.map_or(0, |_| flags::VARARGS) | args.kwarg.map_or(0, |_| flags::VARKEYWORDS),
        uses_namespace: false,
    }
}

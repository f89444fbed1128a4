//! Comprehensions and generator expressions: functions of one argument, the first iterator.

use super::Res;
use super::assemble::Head;
use super::body::{Arg, Body, BodyKind, Label, NONE, NOWHERE, Want};
use crate::ast::*;
use crate::code::RELEASES;
use crate::op::Op;

/// What a comprehension makes of its elements.
#[derive(Clone, Copy)]
enum Sink<'a> {
    List(&'a Expr<'a>),
    Set(&'a Expr<'a>),
    Dict(&'a Expr<'a>, &'a Expr<'a>),
    Yield(&'a Expr<'a>),
}

impl<'a> Body<'_, 'a> {
    pub fn comprehension(&mut self, expr: &'a Expr<'a>, want: Want) -> Res<Arg> {
        let (name, sink, generators) = match expr.kind {
            ExprKind::ListComp { elt, generators } => ("<listcomp>", Sink::List(elt), generators),
            ExprKind::SetComp { elt, generators } => ("<setcomp>", Sink::Set(elt), generators),
            ExprKind::DictComp { key, value, generators } => ("<dictcomp>", Sink::Dict(key, value), generators),
            ExprKind::GeneratorExp { elt, generators } => ("<genexpr>", Sink::Yield(elt), generators),
            _ => return self.fail("not a comprehension"),
        };
        let Some(outermost) = generators.first() else { return self.fail("empty comprehension") };
        let mark = self.top;
        let block = self.cx.symbols.block_of(expr);
        let is_generator = matches!(sink, Sink::Yield(_));
        let awaited = self.cx.symbols.blocks[block].coroutine && !is_generator;
        if awaited && !matches!(self.kind, BodyKind::AsyncFunction | BodyKind::Comprehension) {
            return self.fail("asynchronous comprehension outside of an asynchronous function");
        }
        let code = self.inner(block, BodyKind::Comprehension, name, expr.span, |body| {
            body.span = expr.span;
            body.comprehension_body(generators, sink)?;
            Ok(Head { arg_count: 1, posonly_count: 0, kwonly_count: 0, flags: 0, uses_namespace: false })
        })?;
        let function = self.make_function(code, 0, mark, Want::Push);
        let iterable = self.expr(outermost.iter, Want::Any)?;
        let iterator = self.settle(mark + 1, Want::Push);
        let get = if outermost.is_async { Op::GetAIter } else { Op::GetIter };
        self.emit(get, 0, iterator, iterable, NONE);
        self.book(5..RELEASES, outermost.iter.span.start);
        let to = self.settle(mark, if awaited { Want::Push } else { want });
        self.emit(Op::Call, 0, to, function, Arg::Num(1));
        self.stack(-1);
        if !awaited {
            return Ok(to);
        }
        let result = self.await_temp(to, 0)?;
        Ok(self.finish(result, mark, want))
    }

    fn comprehension_body(&mut self, generators: &'a [Comprehension<'a>], sink: Sink<'a>) -> Res<()> {
        let build = match sink {
            Sink::List(_) => Op::BuildList,
            Sink::Set(_) => Op::BuildSet,
            Sink::Dict(..) => Op::BuildDict,
            Sink::Yield(_) => {
                self.start_generator(self.span);
                self.comprehension_loop(generators, true, NONE, sink)?;
                self.end();
                return Ok(());
            }
        };
        self.start_generator(self.span);
        let result = self.push();
        self.emit(build, 0, result, result, NONE);
        self.stack(1);
        self.comprehension_loop(generators, true, result, sink)?;
        self.emit_end(Op::Return, 0, result, NONE);
        Ok(())
    }

    fn comprehension_loop(
        &mut self,
        generators: &'a [Comprehension<'a>],
        first: bool,
        result: Arg,
        sink: Sink<'a>,
    ) -> Res<()> {
        let Some((generator, rest)) = generators.split_first() else { return self.element(result, sink) };
        let (mark, depth) = (self.top, self.stack_depth());
        let next = self.label();
        if !first
            && !generator.is_async
            && let Some(only) = self.only_item(generator.iter)
        {
            // `for y in [value]` is an assignment.
            self.assign_one(generator.target, only)?;
            self.top = mark;
            self.conditions(generator, next)?;
            self.comprehension_loop(rest, false, result, sink)?;
            self.place(next);
            return Ok(());
        }
        let iterator = self.comprehension_iterator(generator, first)?;
        let (head, done) = (self.label(), self.label());
        self.place_loop(head, &[]);
        if generator.is_async {
            self.next_async_item(generator.target, iterator, done)?;
        } else {
            self.next_item(generator.target, iterator, done)?;
        }
        self.conditions(generator, next)?;
        self.comprehension_loop(rest, false, result, sink)?;
        self.place(next);
        self.jump(head);
        if generator.is_async {
            self.quietly(|body| body.end_async(iterator, done));
        } else {
            self.place(done);
        }
        self.top = mark;
        self.set_stack(depth);
        Ok(())
    }

    /// The iterator of a loop: the argument for the first one. An asynchronous one is moved to a temporary, where its end
    /// finds it.
    fn comprehension_iterator(&mut self, generator: &Comprehension<'a>, first: bool) -> Res<Arg> {
        let mark = self.top;
        self.stack(1);
        if !first {
            self.stack(-1);
            let iterable = self.expr(generator.iter, Want::Any)?;
            let iterator = self.settle(mark, Want::Push);
            let get = if generator.is_async { Op::GetAIter } else { Op::GetIter };
            self.emit(get, 0, iterator, iterable, NONE);
            return Ok(iterator);
        }
        let argument = Arg::Local(self.local(".0"));
        if !generator.is_async {
            return Ok(argument);
        }
        let iterator = self.push();
        self.emit(Op::Move, 0, iterator, argument, NONE);
        Ok(iterator)
    }

    fn only_item(&self, iter: &'a Expr<'a>) -> Option<&'a Expr<'a>> {
        match iter.kind {
            ExprKind::List { elts: &[only], .. } | ExprKind::Tuple { elts: &[only], .. } => {
                let plain = !matches!(only.kind, ExprKind::Starred { .. }) && !self.cx.folded.is_constant(iter);
                plain.then_some(only)
            }
            _ => None,
        }
    }

    fn conditions(&mut self, generator: &Comprehension<'a>, next: Label) -> Res<()> {
        generator.ifs.iter().try_for_each(|condition| self.jump_if(condition, next, false))
    }

    /// Where the part of an element starts that was evaluated last; `before` is where its code begins.
    fn last_offset(&self, before: usize, elt: &Expr<'a>) -> u32 {
        let last = self.code[before..].iter().rev().find(|ins| ins.span != NOWHERE);
        last.map_or(elt.span.start, |ins| ins.span.start)
    }

    fn element(&mut self, result: Arg, sink: Sink<'a>) -> Res<()> {
        let mark = self.top;
        match sink {
            Sink::List(elt) | Sink::Set(elt) => {
                let before = self.code.len();
                let item = self.expr(elt, Want::Any)?;
                let last = self.last_offset(before, elt);
                let add = if matches!(sink, Sink::List(_)) { Op::ListAppend } else { Op::SetAdd };
                self.emit(add, 0, result, item, NONE);
                self.book(0..2, last);
                self.book(4..RELEASES, elt.span.start);
                self.stack(-1);
            }
            Sink::Dict(key, value) => {
                let start = key.span.start;
                let key = self.operand(key, &[value])?;
                let before = self.code.len();
                let item = self.expr(value, Want::Any)?;
                let last = self.last_offset(before, value);
                self.emit(Op::MapAdd, 0, result, key, item);
                self.book(0..2, last);
                self.book(4..RELEASES, start);
                self.stack(-2);
            }
            Sink::Yield(elt) => {
                let item = self.expr(elt, Want::Any)?;
                let sent = self.emit_yield(item, mark, Want::Push);
                self.emit(Op::Drop, 0, sent, NONE, NONE);
                self.stack(-1);
            }
        }
        self.top = mark;
        Ok(())
    }
}

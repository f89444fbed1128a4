//! `with` and `async with`: the bound `__exit__` waits in a temporary until it is called.

use super::Res;
use super::blocks::Frame;
use super::body::{Arg, Body, NONE, Want};
use crate::ast::*;
use crate::op::Op;

impl<'a> Body<'_, 'a> {
    pub fn with_statement(&mut self, items: &'a [WithItem<'a>], body: &'a [Stmt<'a>], is_async: bool) -> Res<()> {
        if is_async {
            self.check_async("'async with' outside async function")?;
        }
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        let (span, mark, depth) = (self.span, self.top, self.stack_depth());
        let (caught, end) = (self.label(), self.label());
        let exit = self.enter_context(item, is_async)?;
        // The exception will stand above `__exit__`.
        let outer = self.protect(caught, mark + 1, true, &[body]);
        self.set_stack(depth + 2);
        self.enter(Frame::With { exit: mark, outer, is_async, span })?;
        let entered = Arg::Temp(mark + 1);
        match item.optional_vars {
            Some(target) => self.store(target, entered)?,
            None => {
                self.emit(Op::Drop, 0, entered, NONE, NONE);
                self.stack(-1);
            }
        }
        self.top = mark + 1;
        if rest.is_empty() {
            self.body(body)?;
        } else {
            self.with_statement(rest, body, is_async)?;
        }
        self.leave();
        self.handler = outer;
        self.at(span, |body| body.call_exit(exit, is_async))?;
        self.quietly(|body| body.jump(end));

        self.place(caught);
        self.top = mark + 1;
        self.suppress_or_raise(exit, is_async, depth, outer, end)?;
        self.top = mark;
        self.set_stack(depth);
        self.place(end);
        Ok(())
    }

    /// Leaves `__exit__` and the value of `__enter__` in temporaries; returns the former.
    fn enter_context(&mut self, item: &'a WithItem<'a>, is_async: bool) -> Res<Arg> {
        let mark = self.top;
        let manager = self.expr(item.context_expr, Want::Any)?;
        self.top = mark;
        let exit = self.push_many(2);
        let op = if is_async { Op::BeforeAsyncWith } else { Op::BeforeWith };
        self.emit(op, 0, exit, manager, NONE);
        self.stack(1);
        if is_async {
            self.await_temp(Arg::Temp(mark + 1), 1)?;
        }
        Ok(exit)
    }

    /// Calls the `__exit__` in the last temporary with three times None, and drops the result.
    pub fn call_exit(&mut self, exit: Arg, is_async: bool) -> Res<()> {
        let Arg::Temp(at) = exit else { return Ok(()) };
        self.stack(3);
        let none = self.none();
        for _ in 0..3 {
            let to = self.push();
            self.emit(Op::Move, 0, to, none, NONE);
        }
        let result = self.settle(at, Want::Push);
        self.emit(Op::CallExit, 0, result, exit, Arg::Num(3));
        self.stack(-3);
        if is_async {
            self.await_temp(result, 2)?;
        }
        self.emit(Op::Drop, 0, result, NONE, NONE);
        self.stack(-1);
        self.top = at;
        Ok(())
    }

    /// An exception arrived: `__exit__` decides whether it goes on.
    fn suppress_or_raise(
        &mut self,
        exit: Arg,
        is_async: bool,
        depth: i32,
        outer: Option<usize>,
        end: super::body::Label,
    ) -> Res<()> {
        let (cleanup, suppressed) = (self.label(), self.label());
        self.set_stack(depth + 6);
        self.stack_by_blocks(2);
        self.set_stack(depth + 4);
        let exception = self.push();
        let before = self.push();
        let raised = Arg::Temp(self.top);
        self.emit(Op::PushExc, 0, exception, NONE, NONE);
        self.protect(cleanup, self.top, true, &[]);
        let answer = self.push();
        self.emit(Op::WithExceptStart, 0, answer, exit, exception);
        self.stack(1);
        if is_async {
            self.await_temp(answer, 2)?;
        }
        self.jump_with(Op::JumpIfTrue, 0, answer, NONE, suppressed);
        self.handler = outer;
        self.emit(Op::PopExc, 0, before, NONE, NONE);
        self.emit_end(Op::Reraise, 2, exception, NONE);
        self.place(cleanup);
        self.quietly(|body| {
            body.emit(Op::PopExc, 0, before, NONE, NONE);
            body.emit_end(Op::Reraise, 2, raised, NONE);
        });
        self.place(suppressed);
        self.quietly(|body| {
            body.emit(Op::Drop, 0, exception, NONE, NONE);
            body.emit(Op::PopExc, 0, before, NONE, NONE);
            body.emit(Op::Drop, 0, exit, NONE, NONE);
            body.jump(end);
        });
        Ok(())
    }
}

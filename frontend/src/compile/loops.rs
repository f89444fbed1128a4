//! `while`, `for` and `async for`.

use super::Res;
use super::blocks::Frame;
use super::body::{Arg, Body, NONE, Want};
use crate::ast::*;
use crate::op::Op;

impl<'a> Body<'_, 'a> {
    /// The test stands at the top once and at the bottom of the body again: one jump per round.
    pub fn while_loop(&mut self, test: &'a Expr<'a>, body: &'a [Stmt<'a>], orelse: &'a [Stmt<'a>]) -> Res<()> {
        let (head, top, otherwise, end) = (self.label(), self.label(), self.label(), self.label());
        self.place_loop(head, &[body]);
        self.enter(Frame::While { head, end })?;
        self.jump_if(test, otherwise, false)?;
        self.place_loop(top, &[body]);
        self.body(body)?;
        self.jump_if(test, top, true)?;
        self.leave();
        self.place(otherwise);
        self.body(orelse)?;
        self.place(end);
        Ok(())
    }

    pub fn for_loop(&mut self, node: &'a For<'a>) -> Res<()> {
        let (head, otherwise, end) = (self.label(), self.label(), self.label());
        let (mark, depth) = (self.top, self.stack_depth());
        let iterable = self.expr(node.iter, Want::Any)?;
        let iterator = self.settle(mark, Want::Push);
        self.emit(Op::GetIter, 0, iterator, iterable, NONE);
        self.place_loop(head, &[node.body]);
        self.enter(Frame::For { head, end, iterator: mark })?;
        self.next_item(node.target, iterator, otherwise)?;
        self.body(node.body)?;
        self.quietly(|body| body.jump(head));
        self.leave();
        self.set_stack(depth);
        self.top = mark;
        self.place(otherwise);
        self.body(node.orelse)?;
        self.place(end);
        Ok(())
    }

    /// The next item of the iterator goes to the target; at the end of it jumps to `done`.
    pub fn next_item(&mut self, target: &'a Expr<'a>, iterator: Arg, done: super::body::Label) -> Res<()> {
        let mark = self.top;
        let local = self.fast_target(target)?;
        let item = self.settle(mark, local.map_or(Want::Push, Want::Into));
        self.jump_with(Op::ForIter, 0, item, iterator, done);
        self.stack(1);
        self.store(target, item)?;
        self.top = mark;
        Ok(())
    }

    pub fn async_for(&mut self, node: &'a For<'a>) -> Res<()> {
        self.check_async("'async for' outside async function")?;
        let (head, done, end) = (self.label(), self.label(), self.label());
        let (mark, depth) = (self.top, self.stack_depth());
        let iterable = self.expr(node.iter, Want::Any)?;
        let iterator = self.settle(mark, Want::Push);
        self.emit(Op::GetAIter, 0, iterator, iterable, NONE);
        self.place_loop(head, &[node.body]);
        self.enter(Frame::For { head, end, iterator: mark })?;
        self.next_async_item(node.target, iterator, done)?;
        self.body(node.body)?;
        self.quietly(|body| body.jump(head));
        self.leave();
        self.end_async(iterator, done);
        self.set_stack(depth);
        self.top = mark;
        self.body(node.orelse)?;
        self.place(end);
        Ok(())
    }

    /// Awaits the next item; its end arrives as an exception at `done`.
    pub fn next_async_item(&mut self, target: &'a Expr<'a>, iterator: Arg, done: super::body::Label) -> Res<()> {
        let mark = self.top;
        let outer = self.protect(done, self.top, false, &[]);
        let depth = self.stack_depth();
        self.stack(1);
        self.set_stack(depth);
        let item = self.delegate(|body| {
            let awaitable = body.push();
            body.emit(Op::GetANext, 0, awaitable, iterator, NONE);
            body.stack(1);
            Ok(())
        })?;
        self.handler = outer;
        self.store(target, item)?;
        self.top = mark;
        Ok(())
    }

    /// Where the end of an asynchronous iteration arrives.
    pub fn end_async(&mut self, iterator: Arg, done: super::body::Label) {
        let Arg::Temp(at) = iterator else { return };
        self.place(done);
        self.emit(Op::EndAsyncFor, 0, Arg::Temp(at + 1), iterator, NONE);
    }
}

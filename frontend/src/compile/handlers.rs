//! `try` in all its forms. What the handlers find in temporaries: the exception, and above it the one handled before.

use super::Res;
use super::blocks::Frame;
use super::body::{Arg, Body, Label, NONE, Want};
use crate::ast::*;
use crate::op::Op;

impl<'a> Body<'_, 'a> {
    pub fn try_statement(&mut self, node: &'a Try<'a>, star: bool) -> Res<()> {
        self.mark();
        if node.finalbody.is_empty() {
            return self.try_except(node, star);
        }
        let (mark, depth) = (self.top, self.stack_depth());
        let (caught, end) = (self.label(), self.label());
        let handlers = node.handlers.iter().map(|handler| handler.body);
        let code: Vec<_> = handlers.chain([node.body, node.orelse]).collect();
        let outer = self.protect(caught, self.top, false, &code);
        // The end of an `except … as name` unbinds the name.
        node.handlers.iter().filter_map(|handler| handler.name).for_each(|name| self.unbound_at(caught, name.name));
        self.enter(Frame::Finally { body: node.finalbody, outer })?;
        if node.handlers.is_empty() {
            self.body(node.body)?;
        } else {
            self.try_except(node, star)?;
        }
        self.leave();
        self.handler = outer;
        self.body(node.finalbody)?;
        self.quietly(|body| body.jump(end));

        self.place(caught);
        let cleanup = self.label();
        let exception = self.start_handler(cleanup, depth);
        self.enter(Frame::FinallyEnd { exception: mark, outer })?;
        self.blocks_extra += 4;
        self.body(node.finalbody)?;
        self.blocks_extra -= 4;
        self.leave();
        self.handler = outer;
        self.reraise(exception);
        self.end_handlers(exception, cleanup);
        (self.top, self.handler) = (mark, outer);
        self.set_stack(depth);
        self.place(end);
        Ok(())
    }

    /// The exception arrives in the next temporary: makes it the handled one, and protects what follows.
    fn start_handler(&mut self, cleanup: Label, depth: i32) -> Arg {
        self.set_stack(depth + 4);
        self.set_stack(depth + 2);
        self.stack_by_blocks(4);
        let exception = self.push();
        self.push();
        self.quietly(|body| body.emit(Op::PushExc, 0, exception, NONE, NONE));
        // Nothing is read where a handler's own exception arrives.
        self.protect(cleanup, self.top, true, &[]);
        exception
    }

    /// The handled exception goes on, and the one before it is handled again.
    fn reraise(&mut self, exception: Arg) {
        self.quietly(|body| {
            body.pop_exc(exception);
            body.emit_end(Op::Reraise, 0, exception, NONE);
        });
    }

    fn pop_exc(&mut self, exception: Arg) {
        if let Arg::Temp(at) = exception {
            self.emit(Op::PopExc, 0, Arg::Temp(at + 1), NONE, NONE);
        }
    }

    /// Where an exception raised by a handler arrives: above what the handler holds.
    fn end_handlers(&mut self, exception: Arg, cleanup: Label) {
        let Arg::Temp(at) = exception else { return };
        self.place(cleanup);
        self.quietly(|body| {
            body.pop_exc(exception);
            body.emit_end(Op::Reraise, 1, Arg::Temp(at + 2), NONE);
        });
    }

    fn try_except(&mut self, node: &'a Try<'a>, star: bool) -> Res<()> {
        let (mark, depth) = (self.top, self.stack_depth());
        let (caught, cleanup, end) = (self.label(), self.label(), self.label());
        let outer = self.protect(caught, self.top, false, &[node.body]);
        self.enter(Frame::Try { outer })?;
        self.body(node.body)?;
        self.leave();
        self.handler = outer;
        let otherwise = self.label();
        if star {
            self.quietly(|body| body.jump(otherwise));
        } else {
            self.body(node.orelse)?;
            self.quietly(|body| body.jump(end));
        }

        self.place(caught);
        let exception = self.start_handler(cleanup, depth);
        if star {
            self.group_handlers(node, exception, outer, end)?;
        } else {
            self.handlers(node, exception, outer, end)?;
        }
        self.handler = outer;
        self.end_handlers(exception, cleanup);
        self.top = mark;
        self.set_stack(depth);
        if star {
            self.place(otherwise);
            self.body(node.orelse)?;
        }
        self.place(end);
        Ok(())
    }

    fn handlers(&mut self, node: &'a Try<'a>, exception: Arg, outer: Option<usize>, end: Label) -> Res<()> {
        self.enter(Frame::Plain)?;
        for (at, handler) in node.handlers.iter().enumerate() {
            let next = self.label();
            self.at(handler.span, |body| {
                let Some(type_) = handler.type_ else {
                    if at + 1 < node.handlers.len() {
                        return body.fail("default 'except:' must be last");
                    }
                    return Ok(());
                };
                body.test_handler(type_, exception, next)
            })?;
            self.at(handler.span, |body| body.handler(handler, exception, outer, end))?;
            self.place(next);
        }
        self.leave();
        self.handler = outer;
        self.reraise(exception);
        Ok(())
    }

    fn test_handler(&mut self, type_: &'a Expr<'a>, exception: Arg, next: Label) -> Res<()> {
        let mark = self.top;
        self.stack_by_blocks(6);
        let type_ = self.expr(type_, Want::Any)?;
        let matches = self.settle(mark, Want::Push);
        self.emit(Op::ExcMatch, 0, matches, exception, type_);
        self.jump_with(Op::JumpIfFalse, 0, matches, NONE, next);
        self.stack(-1);
        self.top = mark;
        Ok(())
    }

    /// The body of one `except`.
    fn handler(&mut self, handler: &'a ExceptHandler<'a>, exception: Arg, outer: Option<usize>, end: Label) -> Res<()> {
        let Arg::Temp(at) = exception else { return Ok(()) };
        let protection = self.handler;
        let depth = self.stack_depth();
        let name = handler.name.map(|name| name.name);
        let frame = Frame::Handler { exception: at, name, outer };
        let cleanup = self.label();
        match name {
            None => {
                self.emit(Op::Drop, 0, exception, NONE, NONE);
                self.stack(-1);
            }
            Some(name) => {
                self.store_name(name, exception)?;
                self.set_stack(depth + 1);
                self.set_stack(depth - 1);
                self.stack_by_blocks(9);
                self.protect(cleanup, self.top, true, &[handler.body]);
            }
        }
        self.enter(frame)?;
        self.blocks_extra += 2;
        self.body(handler.body)?;
        self.blocks_extra -= 2;
        self.leave();
        self.handler = outer;
        self.quietly(|body| {
            body.pop_exc(exception);
            if let Some(name) = name {
                body.forget(name)?;
            }
            body.jump(end);
            Ok(())
        })?;
        if let Some(name) = name {
            self.place(cleanup);
            self.set_stack(depth + 1);
            self.quietly(|body| {
                body.forget(name)?;
                body.pop_exc(exception);
                body.emit_end(Op::Reraise, 1, Arg::Temp(at + 2), NONE);
                Ok(())
            })?;
        }
        self.handler = protection;
        self.set_stack(depth);
        Ok(())
    }

    /// `except*`: each handler takes its part of the group; what is left or raised anew is raised at the end.
    /// Temporaries above the handled exception: the list of what to raise, and the rest of the group.
    fn group_handlers(&mut self, node: &'a Try<'a>, exception: Arg, outer: Option<usize>, end: Label) -> Res<()> {
        self.enter(Frame::GroupHandler)?;
        let (list, rest) = (self.push(), self.push());
        let first = node.handlers.first().map_or(self.span, |handler| handler.span);
        self.at(first, |body| {
            body.emit(Op::BuildList, 0, list, list, NONE);
            body.emit(Op::Copy, 0, rest, exception, NONE);
        });
        self.stack(2);
        let above = self.top;
        for handler in node.handlers {
            self.at(handler.span, |body| body.group_handler(handler, list, rest))?;
            self.top = above;
        }
        self.leave();
        self.quietly(|body| {
            body.emit(Op::ListAppend, 0, list, rest, NONE);
            body.emit(Op::PrepReraiseStar, 0, exception, list, NONE);
            let (test, raise) = (body.push(), body.label());
            body.emit(Op::Copy, 0, test, exception, NONE);
            body.jump_with(Op::JumpIfNotNone, 0, test, NONE, raise);
            body.emit(Op::Drop, 0, exception, NONE, NONE);
            body.handler = outer;
            body.pop_exc(exception);
            body.jump(end);
            body.place(raise);
            body.reraise(exception);
        });
        Ok(())
    }

    fn group_handler(&mut self, handler: &'a ExceptHandler<'a>, list: Arg, rest: Arg) -> Res<()> {
        let (mark, depth, protection) = (self.top, self.stack_depth(), self.handler);
        let (no_match, next, cleanup) = (self.label(), self.label(), self.label());
        let Some(type_) = handler.type_ else { return self.fail("expected one or more exception types") };
        let type_ = self.expr(type_, Want::Any)?;
        let found = self.settle(mark, Want::Push);
        self.emit(Op::ExcGroupMatch, 0, found, rest, type_);
        let test = self.push();
        self.stack(1);
        self.emit(Op::Copy, 0, test, found, NONE);
        self.jump_with(Op::JumpIfNone, 0, test, NONE, no_match);
        self.stack(-1);
        self.top = mark;
        let name = handler.name.map(|name| name.name);
        match name {
            Some(name) => self.store_name(name, found)?,
            None => {
                self.emit(Op::Drop, 0, found, NONE, NONE);
                self.stack(-1);
            }
        }
        self.set_stack(depth + 2);
        self.set_stack(depth);
        self.protect(cleanup, self.top, true, &[handler.body]);
        self.enter(Frame::Plain)?;
        self.body(handler.body)?;
        self.leave();
        self.handler = protection;
        self.quietly(|body| {
            if let Some(name) = name {
                body.forget(name)?;
            }
            body.jump(next);
            body.place(cleanup);
            let raised = body.push();
            body.set_stack(depth + 2);
            if let Some(name) = name {
                body.forget(name)?;
            }
            body.emit(Op::ListAppend, 0, list, raised, NONE);
            body.jump(next);
            body.place(no_match);
            body.emit(Op::Drop, 0, found, NONE, NONE);
            body.place(next);
            Ok(())
        })?;
        self.set_stack(depth);
        Ok(())
    }
}

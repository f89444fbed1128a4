//! `yield`, `yield from` and `await`: suspending, and delegating to something that suspends.

use super::Res;
use super::body::{Arg, Body, BodyKind, NONE, Want};
use crate::ast::Expr;
use crate::fold::Literal;
use crate::op::Op;
use crate::symbols::BlockKind;

impl<'a> Body<'_, 'a> {
    fn check_function(&self, message: &str) -> Res<()> {
        if self.cx.symbols.blocks[self.block].kind != BlockKind::Function {
            return self.fail(message);
        }
        Ok(())
    }

    pub fn check_async(&self, message: &str) -> Res<()> {
        if self.kind != BodyKind::AsyncFunction {
            return self.fail(message);
        }
        Ok(())
    }

    /// Whether this is the body of an asynchronous generator.
    fn is_async_generator(&self) -> bool {
        let block = &self.cx.symbols.blocks[self.block];
        block.coroutine && block.generator
    }

    pub fn yield_expr(&mut self, value: Option<&'a Expr<'a>>, want: Want) -> Res<Arg> {
        self.check_function("'yield' outside function")?;
        let mark = self.top;
        let value = match value {
            Some(value) => self.expr(value, Want::Any)?,
            None => {
                self.stack(1);
                self.constant(&Literal::None, Want::Any)
            }
        };
        Ok(self.emit_yield(value, mark, want))
    }

    /// Suspends with a value.
    pub fn emit_yield(&mut self, value: Arg, mark: u16, want: Want) -> Arg {
        let mut value = value;
        if self.is_async_generator() {
            let wrapped = self.settle(mark, Want::Push);
            self.emit(Op::AsyncGenWrap, 0, wrapped, value, NONE);
            value = wrapped;
        }
        let to = self.settle(mark, want);
        self.emit(Op::Yield, 0, to, value, NONE);
        to
    }

    pub fn yield_from(&mut self, value: &'a Expr<'a>, want: Want) -> Res<Arg> {
        self.check_function("'yield' outside function")?;
        if self.kind == BodyKind::AsyncFunction {
            return self.fail("'yield from' inside async function");
        }
        let mark = self.top;
        let result = self.delegate(|body| {
            let at = body.top;
            let iterable = body.expr(value, Want::Any)?;
            let receiver = body.settle(at, Want::Push);
            body.emit(Op::GetYieldFromIter, 0, receiver, iterable, NONE);
            Ok(())
        })?;
        Ok(self.finish(result, mark, want))
    }

    pub fn await_expr(&mut self, value: &'a Expr<'a>, want: Want) -> Res<Arg> {
        self.check_function("'await' outside function")?;
        if !matches!(self.kind, BodyKind::AsyncFunction | BodyKind::Comprehension) {
            return self.fail("'await' outside async function");
        }
        let mark = self.top;
        let result = self.delegate(|body| {
            let at = body.top;
            let value = body.expr(value, Want::Any)?;
            let receiver = body.settle(at, Want::Push);
            body.emit(Op::GetAwaitable, 0, receiver, value, NONE);
            Ok(())
        })?;
        Ok(self.finish(result, mark, want))
    }

    /// Awaits what temporary `value` holds (the last one); `d` as in [`Op::GetAwaitable`]. The result takes its place.
    pub fn await_temp(&mut self, value: Arg, d: u8) -> Res<Arg> {
        let Arg::Temp(at) = value else { return self.fail("nothing to await") };
        self.top = at;
        self.delegate(|body| {
            let receiver = body.push();
            body.emit(Op::GetAwaitable, d, receiver, value, NONE);
            Ok(())
        })
    }

    /// Sends None and then whatever comes into a receiver until it is finished. `get` leaves the receiver in the second
    /// temporary from here, the first takes the values and at last the result.
    pub fn delegate(&mut self, get: impl FnOnce(&mut Self) -> Res<()>) -> Res<Arg> {
        let value = self.push();
        get(self)?;
        let receiver = Arg::Temp(self.top - 1);
        let (again, done) = (self.label(), self.label());
        let none = self.none();
        self.emit(Op::Move, 0, value, none, NONE);
        self.stack(1);
        self.place_loop(again, &[]);
        self.jump_with(Op::Send, 0, value, receiver, done);
        self.emit(Op::Yield, 1, value, value, receiver);
        self.jump(again);
        self.place(done);
        self.stack(-1);
        self.top -= 1;
        Ok(value)
    }
}

//! Loops, `try` and `with` around the current point, and how `return`, `break` and `continue` leave them.

use super::Res;
use super::body::{Arg, Body, Label, NONE, NOWHERE, Want};
use crate::ast::{Expr, Span, Stmt};
use crate::op::Op;

/// CPython's limit on nested blocks.
const MAX_FRAMES: usize = 20;

/// A statement that has to be left in order.
#[derive(Clone, Copy, Debug)]
pub(super) enum Frame<'a> {
    While {
        head: Label,
        end: Label,
    },
    /// The iterator waits in a temporary.
    For {
        head: Label,
        end: Label,
        iterator: u16,
    },
    /// The body of `try … except`; `outer` is the handler outside.
    Try {
        outer: Option<usize>,
    },
    /// The body of `try … finally`.
    Finally {
        body: &'a [Stmt<'a>],
        outer: Option<usize>,
    },
    /// The copy of a `finally` body that runs for an exception, which waits in a temporary.
    FinallyEnd {
        exception: u16,
        outer: Option<usize>,
    },
    /// The bound `__exit__` waits in a temporary.
    With {
        exit: u16,
        outer: Option<usize>,
        is_async: bool,
        span: Span,
    },
    /// The body of `except … as name`.
    Handler {
        exception: u16,
        name: Option<&'a str>,
        outer: Option<usize>,
    },
    /// The body of `except*`, which cannot be left.
    GroupHandler,
    /// A `finally` body that runs while a value waits to be returned; leaving it otherwise drops the value.
    Value(Arg),
    /// Counts as nested, needs nothing when left.
    Plain,
}

impl<'a> Body<'_, 'a> {
    pub fn enter(&mut self, frame: Frame<'a>) -> Res<()> {
        if self.frames.len() >= MAX_FRAMES {
            return self.fail("too many statically nested blocks");
        }
        self.frames.push(frame);
        Ok(())
    }

    pub fn leave(&mut self) {
        self.frames.pop();
    }

    pub fn return_statement(&mut self, value: Option<&'a Expr<'a>>) -> Res<()> {
        self.check_return(value)?;
        let (mark, handler, span) = (self.top, self.handler, self.span);
        let constant = value.is_none_or(|value| self.cx.folded.is_constant(value));
        let result = match value {
            Some(value) if !constant => {
                // Leaving these runs code, or unbinds a name.
                let risky = |frame: &Frame| {
                    matches!(frame, Frame::Finally { .. } | Frame::With { .. } | Frame::Handler { name: Some(_), .. })
                };
                let held = self.frames.iter().any(risky);
                let want = if held { Want::Push } else { Want::Any };
                Some(self.expr(value, want)?)
            }
            _ => None,
        };
        if let (Some(value), true) = (value, constant)
            && self.line(value.span.start) == self.line(span.start)
        {
            self.span = value.span;
        }
        self.leave_frames(0, result)?;
        let result = match (result, value) {
            (Some(result), _) => result,
            (None, Some(value)) => self.expr(value, Want::Any)?,
            (None, None) => {
                self.stack(1);
                self.none()
            }
        };
        self.emit_end(Op::Return, 0, result, NONE);
        self.stack(-1);
        (self.top, self.handler, self.span) = (mark, handler, span);
        Ok(())
    }

    pub fn break_statement(&mut self) -> Res<()> {
        let Some(at) = self.innermost_loop()? else { return self.fail("'break' outside loop") };
        let end = match self.frames[at] {
            Frame::While { end, .. } | Frame::For { end, .. } => end,
            _ => return Ok(()),
        };
        self.mark();
        self.jump_out(at, end)
    }

    pub fn continue_statement(&mut self) -> Res<()> {
        let Some(at) = self.innermost_loop()? else { return self.fail("'continue' not properly in loop") };
        let head = match self.frames[at] {
            Frame::While { head, .. } | Frame::For { head, .. } => head,
            _ => return Ok(()),
        };
        self.mark();
        self.jump_out(at + 1, head)
    }

    fn innermost_loop(&self) -> Res<Option<usize>> {
        for (at, frame) in self.frames.iter().enumerate().rev() {
            match frame {
                Frame::While { .. } | Frame::For { .. } => return Ok(Some(at)),
                Frame::GroupHandler => return self.cannot_leave(),
                _ => {}
            }
        }
        Ok(None)
    }

    fn cannot_leave<T>(&self) -> Res<T> {
        self.fail("'break', 'continue' and 'return' cannot appear in an except* block")
    }

    /// Leaves all frames from the innermost to number `down_to`, then jumps.
    fn jump_out(&mut self, down_to: usize, to: Label) -> Res<()> {
        let (handler, span) = (self.handler, self.span);
        self.leave_frames(down_to, None)?;
        self.jump(to);
        (self.handler, self.span) = (handler, span);
        Ok(())
    }

    /// Emits what the frames from the innermost to number `down_to` need, while the value `kept` waits above them.
    /// Leaves the handler outside of them and the place of what was emitted.
    fn leave_frames(&mut self, down_to: usize, kept: Option<Arg>) -> Res<()> {
        let frames = self.frames.clone();
        let depth = self.stack_depth();
        for at in (down_to..frames.len()).rev() {
            if matches!(frames[at], Frame::GroupHandler) {
                return self.cannot_leave();
            }
            self.frames.truncate(at);
            self.leave_frame(frames[at], kept)?;
        }
        self.frames = frames;
        self.set_stack(depth);
        Ok(())
    }

    fn leave_frame(&mut self, frame: Frame<'a>, kept: Option<Arg>) -> Res<()> {
        match frame {
            Frame::While { .. } | Frame::GroupHandler | Frame::Plain => {}
            Frame::Value(value) => {
                self.discard(value);
                self.stack(-1);
            }
            Frame::For { iterator, .. } => {
                self.emit(Op::Drop, 0, Arg::Temp(iterator), NONE, NONE);
                self.stack(-1);
            }
            Frame::Try { outer } => self.handler = outer,
            Frame::Finally { body, outer } => {
                self.handler = outer;
                if let Some(value) = kept {
                    self.enter(Frame::Value(value))?;
                }
                self.body(body)?;
                self.span = NOWHERE;
            }
            Frame::FinallyEnd { exception, outer } => {
                self.emit(Op::Drop, 0, Arg::Temp(exception), NONE, NONE);
                self.handler = outer;
                self.emit(Op::PopExc, 0, Arg::Temp(exception + 1), NONE, NONE);
                self.stack(-2);
            }
            Frame::With { exit, outer, is_async, span } => {
                self.handler = outer;
                self.span = span;
                self.stack(-1);
                let callee = self.push();
                self.emit(Op::Move, 0, callee, Arg::Temp(exit), NONE);
                self.call_exit(callee, is_async)?;
                self.span = NOWHERE;
            }
            Frame::Handler { exception, name, outer } => {
                self.handler = outer;
                self.emit(Op::PopExc, 0, Arg::Temp(exception + 1), NONE, NONE);
                self.stack(-1);
                if let Some(name) = name {
                    self.forget(name)?;
                }
            }
        }
        Ok(())
    }

    fn check_return(&self, value: Option<&Expr<'a>>) -> Res<()> {
        use crate::symbols::BlockKind;
        let block = &self.cx.symbols.blocks[self.block];
        if block.kind != BlockKind::Function {
            return self.fail("'return' outside function");
        }
        if value.is_some() && block.coroutine && block.generator {
            return self.fail("'return' with value in async generator");
        }
        Ok(())
    }
}

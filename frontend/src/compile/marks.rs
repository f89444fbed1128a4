//! Lines that begin without an instruction: what CPython's code does there (load a local, do nothing) costs nothing
//! here, yet a trace function is told of it.

use super::body::{Body, Ins, NOWHERE};
use crate::ast::Span;
use crate::code::LineMark;
use crate::compile::body::NONE;
use crate::op::Op;

/// A place that is passed on the way to the instruction at `at`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub at: usize,
    pub span: Span,
}

impl Body<'_, '_> {
    /// The current place is passed here, without an instruction.
    pub fn mark(&mut self) {
        if self.reachable && self.span != NOWHERE {
            self.marks.push(Mark { at: self.code.len(), span: self.span });
        }
    }

    /// A label is about to be placed. Who jumps there does not pass the marks in front of it: one that begins a line
    /// needs an instruction.
    pub fn settle_marks(&mut self) {
        let at = self.code.len();
        let first = self.marks.partition_point(|mark| mark.at < at);
        let mut before = self.code.last().map_or(0, |ins| self.line_of(ins.span));
        for mark in self.marks.split_off(first) {
            if self.reachable && self.line_of(mark.span) != before {
                before = self.line_of(mark.span);
                self.at(mark.span, |body| body.emit(Op::Nop, 0, NONE, NONE, NONE));
            }
        }
    }

    fn line_of(&self, span: Span) -> u32 {
        if span == NOWHERE { 0 } else { self.line(span.start) }
    }

    /// The marks of the finished code; `places` tells where they ended up.
    pub(super) fn line_marks(&self, places: &[usize], targets: &[usize]) -> Vec<LineMark> {
        let mut aimed: Vec<usize> = targets.to_vec();
        aimed.sort_unstable();
        let mut marks = vec![];
        let mut next = self.marks.iter().zip(places).peekable();
        let (mut line, mut placeless) = (0, false);
        for (at, ins) in self.code.iter().enumerate() {
            let begins = aimed.binary_search(&at).is_ok();
            let start = marks.len();
            while let Some((mark, _)) = next.next_if(|(_, place)| **place <= at) {
                let marked = self.line_of(mark.span);
                if marked != line || begins {
                    marks.push(LineMark { at: at as u32, line: marked });
                    line = marked;
                }
            }
            if ins.span == NOWHERE {
                placeless = placeless || begins || marks.len() > start;
                if placeless {
                    marks.push(LineMark { at: at as u32, line: 0 });
                }
                continue;
            }
            placeless = false;
            let own = self.line_of(ins.span);
            // A mark on the instruction's own line tells nothing new.
            while marks.len() > start && marks.last().is_some_and(|mark| mark.line == own) {
                marks.pop();
            }
            line = if falls_through(ins) { own } else { 0 };
        }
        marks
    }
}

fn falls_through(ins: &Ins) -> bool {
    !matches!(ins.op, Op::Jump | Op::Return | Op::Raise | Op::Reraise)
}

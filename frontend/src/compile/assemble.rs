//! From labels to numbers: threads jumps, inserts islands where a short jump cannot reach, writes the side tables.

use super::Res;
use super::body::{Arg, Body, Ins, NONE, NOWHERE};
use crate::LineIndex;
use crate::ast::Span;
use crate::code::{Code, ConstRef, Handler, Position, RELEASES};
use crate::op::{Instr, Op};
use crate::syntax_error::{Failure, Place};
use std::collections::HashSet;
use std::rc::Rc;

/// Numbers that a finished body adds to the code object.
pub(super) struct Head {
    pub arg_count: usize,
    pub posonly_count: usize,
    pub kwonly_count: usize,
    pub flags: u32,
    pub uses_namespace: bool,
}

/// Where each kind of register starts.
struct Layout {
    locals: Vec<u16>,
    cells: Vec<u16>,
    first_free: usize,
    first_temp: usize,
}

impl Body<'_, '_> {
    /// The finished code object.
    pub fn assemble(mut self, head: &Head) -> Res<Code> {
        let mut targets: Vec<usize> = self.labels.iter().map(|label| label.at.unwrap_or(usize::MAX)).collect();
        let labels = targets.len();
        // The marks move with the instructions behind them.
        targets.extend(self.marks.iter().map(|mark| mark.at));
        let marked: HashSet<usize> = targets[labels..].iter().copied().collect();
        thread_jumps(&mut self.code, &targets, &marked);
        let caught: Vec<usize> = self.handlers.iter().map(|handler| targets[handler.target.0]).collect();
        let reached = reachable(&self.code, &targets, &caught);
        retain(&mut self.code, &mut targets, &reached);
        drop_useless_jumps(&mut self.code, &mut targets);
        insert_islands(&mut self.code, &mut targets);
        self.trim_consts();
        let near = self.consts.len();
        self.consts.extend(self.far_consts.iter().map(|&entry| ConstRef::Unit(entry)));
        let layout = self.layout();
        let instrs = self.encode(&targets, &layout, near)?;
        let positions = positions(&self.code, &self.cx.lines, self.first_line);
        let bookings = self.bookings(&positions);
        let line_marks = self.line_marks(&targets[labels..labels + self.marks.len()], &targets[..labels]);
        let handlers = self.handler_rows(&targets, &layout);
        let stack_size = self.stack_size().max(0) as u16;
        let stack_size_by_blocks = self.stack_size_by_blocks().max(0) as u16;
        let varnames = self.varnames.iter().map(|&local| self.cx.text(self.locals[usize::from(local)])).collect();
        let cellvars = self.cells.iter().map(|name| self.cx.text(name)).collect();
        let freevars = self.frees.iter().map(|name| self.cx.text(name)).collect();
        Ok(Code {
            name: self.name,
            qualname: self.qualname,
            filename: Rc::clone(&self.cx.filename),
            first_line: self.first_line,
            arg_count: head.arg_count as u16,
            posonly_count: head.posonly_count as u16,
            kwonly_count: head.kwonly_count as u16,
            flags: head.flags,
            varnames,
            cellvars,
            cell_registers: layout.cells,
            freevars,
            first_free: layout.first_free as u16,
            locals_plus: layout.first_temp as u16,
            temps: self.max_top,
            stack_size,
            stack_size_by_blocks,
            names: self.names,
            consts: self.consts,
            instrs,
            positions,
            handlers,
            line_marks,
            bookings,
            docstring: self.docstring,
            uses_namespace: head.uses_namespace,
        })
    }

    /// The instructions that stand at other lines in other releases.
    fn bookings(&self, positions: &[Position]) -> Vec<(u32, [u32; RELEASES])> {
        let rows = self.code.iter().zip(positions).zip(0..).filter_map(|((ins, position), at)| {
            let row = self.booked[ins.booked? as usize];
            let lines = row.map(|offset| offset.map_or(position.line, |offset| self.cx.lines.line(offset)));
            Some((at, lines)).filter(|_| lines != [position.line; RELEASES])
        });
        rows.collect()
    }

    /// Constants that nothing names go, from the end; the first stays, it may be the docstring.
    fn trim_consts(&mut self) {
        let mut last = 0;
        for (at, ins) in self.code.iter().enumerate() {
            for arg in [ins.a, ins.b, ins.c] {
                if let Arg::Const(index) = arg {
                    last = last.max(index);
                }
            }
            let number = |arg: Arg| if let Arg::Num(n) = arg { n as u32 } else { 0 };
            last = last.max(match ins.op {
                Op::MakeFunction => number(ins.b),
                Op::Extra if self.code[at - 1].op != Op::ImportName => number(ins.a),
                _ => 0,
            });
        }
        self.consts.truncate(last as usize + 1);
    }

    fn layout(&self) -> Layout {
        let mut next = self.varnames.len();
        let mut locals = vec![0; self.locals.len()];
        self.varnames.iter().zip(0..).for_each(|(&local, at)| locals[usize::from(local)] = at);
        let mut cell = |name: &&str| {
            let param = self.cx.symbols.blocks[self.block].params.iter().position(|param| param == name);
            let register = param.unwrap_or(next);
            next += usize::from(param.is_none());
            register as u16
        };
        let cells = self.cells.iter().map(&mut cell).collect();
        Layout { locals, cells, first_free: next, first_temp: next + self.frees.len() }
    }

    fn encode(&self, targets: &[usize], layout: &Layout, near: usize) -> Res<Vec<Instr>> {
        let too_many = layout.first_temp + usize::from(self.max_top) > i16::MAX as usize;
        if too_many || self.names.len().max(near) > usize::from(u16::MAX) {
            return Err(Failure::new(Place::Nowhere, "too many names in one block of code"));
        }
        let number = |arg: Arg| match arg {
            Arg::Num(n) => n as i16,
            Arg::Local(n) => layout.locals[usize::from(n)] as i16,
            Arg::Cell(n) => layout.cells[usize::from(n)] as i16,
            Arg::Free(n) => (layout.first_free + usize::from(n)) as i16,
            Arg::Temp(n) => (layout.first_temp + usize::from(n)) as i16,
            Arg::Const(n) => !(n as i16),
            Arg::Far(_) => 0,
        };
        let encode = |(at, ins): (usize, &Ins)| {
            let instr = Instr::new(ins.op, ins.d, number(ins.a), number(ins.b), number(ins.c));
            match ins.label {
                None => match ins.b {
                    Arg::Far(index) => instr.with_target(near as u32 + index),
                    _ => instr,
                },
                Some(label) if is_short(ins.op) => {
                    Instr { c: (targets[label.0] as i64 - at as i64 - 1) as i16, ..instr }
                }
                Some(label) => instr.with_target(targets[label.0] as u32),
            }
        };
        Ok(self.code.iter().enumerate().map(encode).collect())
    }

    /// Neighbouring instructions with the same handler share a row.
    fn handler_rows(&self, targets: &[usize], layout: &Layout) -> Vec<Handler> {
        let mut rows: Vec<Handler> = vec![];
        let mut last = None;
        for (at, ins) in self.code.iter().enumerate() {
            let at = at as u32;
            if let Some(handler) = ins.handler.map(|handler| self.handlers[handler]) {
                match rows.last_mut().filter(|_| last == ins.handler) {
                    Some(row) => row.end = at + 1,
                    None => rows.push(Handler {
                        start: at,
                        end: at + 1,
                        target: targets[handler.target.0] as u32,
                        depth: (layout.first_temp + usize::from(handler.depth)) as i16,
                        lasti: handler.lasti,
                    }),
                }
            }
            last = ins.handler;
        }
        rows
    }
}

/// Jumps whose distance has only 16 bits.
fn is_short(op: Op) -> bool {
    matches!(op, Op::CompareJump | Op::ForIter | Op::Send)
}

/// A jump to a jump goes where that goes, unless it passes a mark.
fn thread_jumps(code: &mut [Ins], targets: &[usize], marked: &HashSet<usize>) {
    for at in 0..code.len() {
        let Some(mut label) = code[at].label else { continue };
        for _ in 0..10 {
            match code.get(targets[label.0]) {
                _ if marked.contains(&targets[label.0]) => break,
                Some(Ins { op: Op::Jump, label: Some(next), .. }) if *next != label => label = *next,
                _ => break,
            }
        }
        code[at].label = Some(label);
    }
}

/// Jumps to the next instruction go, until there are none.
fn drop_useless_jumps(code: &mut Vec<Ins>, targets: &mut [usize]) {
    loop {
        let useless = |at: usize, ins: &Ins| ins.op == Op::Jump && ins.label.is_some_and(|l| targets[l.0] == at + 1);
        let keep: Vec<bool> = code.iter().enumerate().map(|(at, ins)| !useless(at, ins)).collect();
        if !retain(code, targets, &keep) {
            return;
        }
    }
}

/// Which instructions some way leads to: threading leaves jumps behind that nothing reaches.
fn reachable(code: &[Ins], targets: &[usize], caught: &[usize]) -> Vec<bool> {
    let mut aimed = vec![false; code.len() + 1];
    for target in code.iter().filter_map(|ins| ins.label).map(|label| targets[label.0]).chain(caught.iter().copied()) {
        if let Some(aimed) = aimed.get_mut(target) {
            *aimed = true;
        }
    }
    let mut falls = true;
    let reach = |(at, ins): (usize, &Ins)| {
        let reached = falls || aimed[at];
        falls = reached && !matches!(ins.op, Op::Jump | Op::Return | Op::Raise | Op::Reraise);
        reached
    };
    code.iter().enumerate().map(reach).collect()
}

/// Removes instructions and moves the targets along. False if there is nothing to remove.
fn retain(code: &mut Vec<Ins>, targets: &mut [usize], keep: &[bool]) -> bool {
    if keep.iter().all(|&keep| keep) {
        return false;
    }
    let mut moved = Vec::with_capacity(code.len() + 1);
    let mut next = 0;
    for &keep in keep {
        moved.push(next);
        next += usize::from(keep);
    }
    moved.push(next);
    let mut flags = keep.iter();
    code.retain(|_| *flags.next().unwrap_or(&true));
    for target in targets.iter_mut().filter(|target| **target != usize::MAX) {
        *target = moved[*target];
    }
    true
}

/// A short jump that cannot reach gets an island behind it: `over: jump on; jump far`.
fn insert_islands(code: &mut Vec<Ins>, targets: &mut Vec<usize>) {
    let far = |at: usize, ins: &Ins, targets: &[usize]| {
        let distance = |to: usize| (to as i64 - at as i64).abs() > 30_000;
        is_short(ins.op) && ins.label.is_some_and(|label| distance(targets[label.0]))
    };
    if code.len() < 30_000 {
        return;
    }
    let mut at = 0;
    while at < code.len() {
        if far(at, &code[at], targets) {
            let ins = code[at];
            for target in targets.iter_mut().filter(|target| **target != usize::MAX && **target > at) {
                *target += 2;
            }
            let jump = |label| Ins { op: Op::Jump, d: 0, a: NONE, b: NONE, c: NONE, label, ..ins };
            let mut place = |to| {
                targets.push(to);
                Some(super::body::Label(targets.len() - 1))
            };
            let (over, island) = (place(at + 3), place(at + 2));
            code[at].label = island;
            code.insert(at + 1, jump(over));
            code.insert(at + 2, jump(ins.label));
        }
        at += 1;
    }
}

/// Lines and columns of each instruction; one without a place has that of the one before.
fn positions(code: &[Ins], lines: &LineIndex<'_>, first_line: u32) -> Vec<Position> {
    let mut last = (NOWHERE, Position { line: first_line, end_line: first_line, column: 0, end_column: 0 });
    let mut table = Vec::with_capacity(code.len());
    for ins in code {
        if ins.span != NOWHERE && ins.span != last.0 {
            last = (ins.span, position(ins.span, lines));
        }
        table.push(last.1);
    }
    table
}

pub(crate) fn position(span: Span, lines: &LineIndex<'_>) -> Position {
    let (line, end_line) = (lines.line(span.start), lines.line(span.end));
    Position {
        line,
        end_line,
        column: span.start - lines.line_start(line),
        end_column: span.end - lines.line_start(end_line),
    }
}

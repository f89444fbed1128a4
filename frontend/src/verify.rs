//! Checks of finished code, an instruction at a time: every temporary is filled before it is consumed and empty before it
//! is filled, all ways to an instruction agree, locals are bound when read, handlers and jumps are in range.

use crate::code::{Code, ConstRef, Unit};
use crate::op::{Instr, Op};

/// Checks all code objects of a unit.
pub fn verify(unit: &Unit) -> Result<(), String> {
    verify_code(&unit.code, unit.consts.len())
}

fn verify_code(code: &Code, consts: usize) -> Result<(), String> {
    let check = Check { code, consts };
    check.tables()?;
    check.temporaries()?;
    check.locals()?;
    code.consts.iter().try_for_each(|entry| match entry {
        ConstRef::Code(inner) => crate::deep(|| verify_code(inner, consts)),
        ConstRef::Unit(_) => Ok(()),
    })
}

/// What an instruction does to registers.
#[derive(Debug, Default)]
struct Effect {
    /// Read and left in place.
    reads: Vec<i16>,
    /// Read, and emptied if a temporary.
    consumes: Vec<i16>,
    fills: Vec<i16>,
    /// Where it may jump, with the registers emptied on that way only.
    jump: Option<(u32, Vec<i16>)>,
    /// Emptied when it does not jump.
    falls_empty: Vec<i16>,
    /// It goes on to the next instruction.
    falls: bool,
}

/// What is known of a temporary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Temp {
    Empty,
    Filled,
    /// Handlers are reached with and without it: nothing may touch it any more.
    Unknown,
}

fn join(a: &[Temp], b: &[Temp]) -> Vec<Temp> {
    a.iter().zip(b).map(|(a, b)| if a == b { *a } else { Temp::Unknown }).collect()
}

struct Check<'a> {
    code: &'a Code,
    consts: usize,
}

impl Check<'_> {
    fn fail<T>(&self, at: usize, what: &str) -> Result<T, String> {
        let instr = self.code.instrs.get(at).map_or(String::new(), |instr| format!("{instr:?}"));
        Err(format!("{} (line {}): {at}: {instr}: {what}", self.code.qualname, self.code.line_at(at as u32)))
    }

    fn tables(&self) -> Result<(), String> {
        let code = self.code;
        let count = code.instrs.len() as u32;
        if code.positions.len() != code.instrs.len() {
            return self.fail(0, "positions do not match instructions");
        }
        let known = code.consts.iter().all(|entry| match entry {
            ConstRef::Unit(index) => (*index as usize) < self.consts,
            ConstRef::Code(_) => true,
        });
        if !known {
            return self.fail(0, "constant out of range");
        }
        let mut end = 0;
        for row in &code.handlers {
            let depth = row.depth - code.first_temp();
            let fits = row.start < row.end && row.end <= count && row.target < count && row.start >= end;
            if !fits || depth < 0 || depth >= code.temps as i16 {
                return self.fail(row.start as usize, "bad handler row");
            }
            end = row.end;
        }
        for (at, instr) in code.instrs.iter().enumerate() {
            self.operands(at, *instr)?;
        }
        Ok(())
    }

    fn operands(&self, at: usize, instr: Instr) -> Result<(), String> {
        let code = self.code;
        let fields = [instr.a, instr.b, instr.c];
        let has_extra = matches!(instr.op, Op::BuildConstKeyDict | Op::CallKw | Op::ImportName | Op::MatchClass);
        if has_extra != matches!(code.instrs.get(at + 1), Some(Instr { op: Op::Extra, .. })) {
            return self.fail(at, "extra operands missing or superfluous");
        }
        for (at_field, (role, field)) in instr.op.shape().split(' ').zip(fields).enumerate() {
            let good = match role {
                _ if unused(instr, at_field) => true,
                // An empty run of temporaries may start behind the last.
                "base" => field >= 0 && (field as usize) <= code.registers(),
                "dst" | "ref" | "reg" => field >= 0 && (field as usize) < code.registers(),
                "rk" if field >= 0 => (field as usize) < code.registers(),
                "rk" => (!field as usize) < code.consts.len(),
                "name" => usize::from(field as u16) < code.names.len(),
                "const" => usize::from(field as u16) < code.consts.len().max(code.names.len()),
                "const32" => (instr.target() as usize) < code.consts.len(),
                "target" => (instr.target() as usize) < code.instrs.len(),
                "rel" => (0..code.instrs.len() as i64).contains(&(at as i64 + 1 + i64::from(field))),
                _ => true,
            };
            if !good {
                return self.fail(at, &format!("operand {role} out of range"));
            }
        }
        Ok(())
    }

    // ---- temporaries: every way must agree, but for what a handler leaves to unwinding

    fn temporaries(&self) -> Result<(), String> {
        let code = self.code;
        let mut states: Vec<Option<Vec<Temp>>> = vec![None; code.instrs.len()];
        let mut work = vec![0usize];
        states[0] = Some(vec![Temp::Empty; usize::from(code.temps)]);
        while let Some(at) = work.pop() {
            let before = states[at].clone().unwrap_or_default();
            let effect = self.effect(at);
            let (after, jumped) = self.step(at, &before, &effect)?;
            if let Some(handler) = code.handler_at(at as u32).filter(|_| !is_quiet(code.instrs[at].op)) {
                let depth = (handler.depth - code.first_temp()) as usize;
                // What the instruction consumed is gone, whether it raises or not.
                let gone = |(before, after): (&Temp, &Temp)| if *after == Temp::Empty { Temp::Empty } else { *before };
                let mut state: Vec<Temp> = before[..depth].iter().zip(&after).map(gone).collect();
                state.resize(before.len(), Temp::Empty);
                state[depth] = Temp::Filled;
                let to = handler.target as usize;
                let joined = states[to].as_ref().map_or_else(|| state.clone(), |known| join(known, &state));
                if states[to].as_ref() != Some(&joined) {
                    states[to] = Some(joined);
                    work.push(to);
                }
            }
            let ways = effect
                .jump
                .iter()
                .map(|jump| jump.0 as usize)
                .zip(jumped)
                .chain(effect.falls.then_some((at + 1, after)));
            for (to, state) in ways {
                match states.get(to) {
                    None => return self.fail(at, "runs off the end"),
                    Some(Some(known)) if *known == state => {}
                    Some(Some(known)) if join(known, &state) != state || !state.contains(&Temp::Unknown) => {
                        return self.fail(at, &format!("reaches {to} with {state:?}, but {known:?} was seen"));
                    }
                    _ => {
                        states[to] = Some(state);
                        work.push(to);
                    }
                }
            }
        }
        Ok(())
    }

    /// The states after an instruction: when it goes on, and when it jumps.
    fn step(&self, at: usize, before: &[Temp], effect: &Effect) -> Result<(Vec<Temp>, Option<Vec<Temp>>), String> {
        let first = self.code.first_temp();
        let slot = |register: i16| (register >= first).then(|| (register - first) as usize);
        let mut state = before.to_vec();
        for &read in &effect.reads {
            if slot(read).is_some_and(|slot| state[slot] != Temp::Filled) {
                return self.fail(at, "reads an empty temporary");
            }
        }
        for slot in effect.consumes.iter().filter_map(|&consumed| slot(consumed)) {
            if state[slot] != Temp::Filled {
                return self.fail(at, "consumes an empty temporary");
            }
            state[slot] = Temp::Empty;
        }
        let mut jumped = state.clone();
        for slot in effect.fills.iter().filter_map(|&filled| slot(filled)) {
            if state[slot] != Temp::Empty {
                return self.fail(at, "fills a temporary that is not empty");
            }
            state[slot] = Temp::Filled;
        }
        effect.falls_empty.iter().filter_map(|&emptied| slot(emptied)).for_each(|slot| state[slot] = Temp::Empty);
        if self.code.instrs[at].op == Op::Return && state.iter().any(|&temp| temp != Temp::Empty) {
            return self.fail(at, "returns with temporaries left");
        }
        let jumped = effect.jump.as_ref().map(|(_, emptied)| {
            emptied.iter().filter_map(|&emptied| slot(emptied)).for_each(|slot| jumped[slot] = Temp::Empty);
            jumped
        });
        Ok((state, jumped))
    }

    // ---- locals: bound on every way to a read

    fn locals(&self) -> Result<(), String> {
        let code = self.code;
        let params = usize::from(code.arg_count + code.kwonly_count)
            + usize::from(code.has(crate::code::flags::VARARGS))
            + usize::from(code.has(crate::code::flags::VARKEYWORDS));
        let count = code.varnames.len();
        let mut states: Vec<Option<Vec<bool>>> = vec![None; code.instrs.len()];
        states[0] = Some((0..count).map(|local| local < params).collect());
        let mut work = vec![0usize];
        while let Some(at) = work.pop() {
            let before = states[at].clone().unwrap_or_default();
            let effect = self.effect(at);
            let (after, jumped) = self.bindings(at, &before, &effect);
            let mut flow = |to: usize, state: &[bool]| match &mut states[to] {
                Some(known) if known.iter().zip(state).any(|(known, new)| *known && !new) => {
                    known.iter_mut().zip(state).for_each(|(known, new)| *known &= new);
                    work.push(to);
                }
                Some(_) => {}
                none => {
                    *none = Some(state.to_vec());
                    work.push(to);
                }
            };
            if let Some(handler) = code.handler_at(at as u32) {
                let least: Vec<bool> = before.iter().zip(&after).map(|(a, b)| *a && *b).collect();
                flow(handler.target as usize, &least);
            }
            if let Some((to, ..)) = &effect.jump {
                flow(*to as usize, &jumped);
            }
            if effect.falls {
                flow(at + 1, &after);
            }
        }
        (0..code.instrs.len()).try_for_each(|at| match &states[at] {
            Some(state) => self.reads_are_bound(at, state),
            _ => Ok(()),
        })
    }

    fn bindings(&self, at: usize, before: &[bool], effect: &Effect) -> (Vec<bool>, Vec<bool>) {
        let instr = self.code.instrs[at];
        let mut after = before.to_vec();
        let mut jumped = before.to_vec();
        let set = |registers: &[i16], state: &mut Vec<bool>, to: bool| {
            for &register in registers {
                if let Some(local) = state.get_mut(register as usize) {
                    *local = to;
                }
            }
        };
        set(&effect.fills, &mut after, true);
        if let Some((_, emptied)) = &effect.jump {
            set(emptied, &mut jumped, false);
        }
        match instr.op {
            Op::CheckBound | Op::MakeCell => set(&[instr.a], &mut after, true),
            Op::DeleteLocal => set(&[instr.a], &mut after, false),
            _ => {}
        }
        (after, jumped)
    }

    fn reads_are_bound(&self, at: usize, state: &[bool]) -> Result<(), String> {
        let effect = self.effect(at);
        for &read in effect.reads.iter().chain(&effect.consumes) {
            let is_cell = self.code.cell_registers.contains(&(read as u16));
            if read >= 0 && !is_cell && state.get(read as usize) == Some(&false) {
                let name = &self.code.varnames[read as usize];
                return self.fail(at, &format!("local {name} may be unbound"));
            }
        }
        Ok(())
    }

    // ---- the table

    fn effect(&self, at: usize) -> Effect {
        let instr = self.code.instrs[at];
        let mut effect = Effect { falls: true, ..Effect::default() };
        let fields = [instr.a, instr.b, instr.c];
        for (at_field, (role, field)) in instr.op.shape().split(' ').zip(fields).enumerate() {
            match role {
                _ if unused(instr, at_field) => {}
                "dst" => effect.fills.push(field),
                "rk" if field >= 0 => effect.consumes.push(field),
                "ref" => effect.reads.push(field),
                "target" => effect.jump = Some((instr.target(), vec![])),
                "rel" => {
                    let to = (at as i64 + 1 + i64::from(field)) as u32;
                    effect.jump = Some((to, vec![]));
                }
                _ => {}
            }
        }
        self.particular(instr, &mut effect);
        effect
    }

    /// What the roles of the operands do not tell.
    fn particular(&self, instr: Instr, effect: &mut Effect) {
        let Instr { op, d, a, b, c } = instr;
        let count = |n: i16| n as u16 as i16;
        let mut consume = |from: i16, count: i16| effect.consumes.extend(from..from + count);
        match op {
            Op::BuildList | Op::BuildTuple | Op::BuildSet | Op::BuildString | Op::BuildConstKeyDict => {
                consume(b, count(c));
            }
            Op::BuildDict => consume(b, 2 * count(c)),
            Op::BuildSlice => consume(b, d.into()),
            Op::MakeFunction => consume(c, d.count_ones() as i16),
            Op::Call | Op::CallExit | Op::CallKw => consume(b, count(c) + 1 + i16::from(d)),
            Op::CallEx => consume(b, 2 + i16::from(d)),
            Op::LoadMethod | Op::BeforeWith | Op::BeforeAsyncWith => effect.fills = vec![a, a + 1],
            Op::UnpackSequence => effect.fills = (a..a + count(c)).collect(),
            Op::UnpackEx => effect.fills = (a..a + count(c) + 1 + i16::from(d)).collect(),
            Op::PushExc => effect.fills.push(a + 1),
            Op::JumpIfTrueKeep | Op::JumpIfFalseKeep => effect.falls_empty.push(a),
            Op::ForIter | Op::Send => {
                if let Some((_, emptied)) = &mut effect.jump {
                    emptied.push(b);
                }
            }
            Op::Jump | Op::Return | Op::Raise | Op::Reraise => effect.falls = false,
            _ => {}
        }
    }
}

/// Operands that are there only for some `d`.
fn unused(instr: Instr, field: usize) -> bool {
    match instr.op {
        Op::Raise => field >= usize::from(instr.d),
        Op::FormatValue => field == 2 && instr.d & 16 == 0,
        Op::Yield => field == 2 && instr.d == 0,
        Op::UnpackSequence => field == 0 && instr.c == 0,
        _ => false,
    }
}

/// Instructions that never raise.
fn is_quiet(op: Op) -> bool {
    matches!(
        op,
        Op::Drop | Op::Move | Op::Copy | Op::Swap | Op::LoadConst | Op::PushExc | Op::PopExc | Op::Jump | Op::Return
    )
}

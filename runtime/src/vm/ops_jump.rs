//! Handlers: jumps. A backward jump looks whether a signal came in or a collection is due.

use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use crate::vm::arith::int;
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::{Frame, Pc};
use crate::vm::instr::XOp;
use crate::vm::ops_iter;

#[inline(always)]
pub fn jump(cpu: &mut Cpu, i: Site) -> Step {
    let distance = i.distance();
    cpu.jump_far(distance);
    if distance < 0 && cpu.vm.run.interrupted() { interrupted(cpu.vm, cpu.frame(), cpu.pc) } else { Step::Jump }
}

/// The jump at the end of a `for`: goes on with the loop's head as if it had been fetched.
#[inline(always)]
pub fn jump_for(cpu: &mut Cpu, i: Site) -> Step {
    cpu.jump_far(i.distance());
    if cpu.vm.run.interrupted() {
        return interrupted(cpu.vm, cpu.frame(), cpu.pc);
    }
    let step = match cpu.fetch() {
        XOp::ForIterRange => ops_iter::for_range(cpu, cpu.site()),
        XOp::ForIterList => ops_iter::for_list(cpu, cpu.site()),
        XOp::ForIterGenerator => ops_iter::for_generator(cpu, cpu.site()),
        _ => Step::Jump,
    };
    if matches!(step, Step::Next) {
        // Behind the head, not behind the jump.
        cpu.advance();
        return Step::Jump;
    }
    step
}

/// A relative jump backwards.
#[inline(always)]
pub fn backward(cpu: &mut Cpu, distance: i16) -> Step {
    cpu.jump_by(distance);
    if cpu.vm.run.interrupted() { interrupted(cpu.vm, cpu.frame(), cpu.pc) } else { Step::Jump }
}

#[cold]
#[inline(never)]
fn interrupted(vm: &Vm, f: &Frame, pc: Pc) -> Step {
    match vm.check_interrupt() {
        Ok(()) if vm.run.take_rehook() => {
            f.pc.set(pc);
            Step::Rehook
        }
        Ok(()) => Step::Jump,
        Err(raised) => Step::Raise(raised),
    }
}

/// Does what is due, then goes on with `step`.
#[cold]
#[inline(never)]
pub(super) fn attend(vm: &Vm, step: Step) -> Step {
    match vm.attend() {
        Ok(()) => step,
        Err(raised) => Step::Raise(raised),
    }
}

/// A frame was entered or resumed: CPython looks here what is due.
#[inline(always)]
pub(super) fn entered(vm: &Vm, step: Step) -> Step {
    if vm.run.interrupted() { attend_entry(vm, step) } else { step }
}

#[cold]
#[inline(never)]
fn attend_entry(vm: &Vm, step: Step) -> Step {
    let frame = vm.run.top();
    // CPython makes the cells before it looks, and the body of a generator begins when it is resumed.
    let begins = frame.generator().is_some() || !frame.linked().is_generator_like();
    if begins && frame.instr().op != XOp::MakeCell { attend(vm, step) } else { step }
}

/// A cell was made, perhaps the last one.
#[cold]
#[inline(never)]
pub(super) fn attend_cell(vm: &Vm, frame: &Frame) -> Step {
    let linked = frame.linked();
    let next = linked.instrs[frame.index() as usize + 1].get().op;
    if next == XOp::MakeCell || linked.is_generator_like() { Step::Next } else { attend(vm, Step::Next) }
}

impl Vm {
    /// Does what came in since the last look: a collection; KeyboardInterrupt after a signal, MemoryError if memory ran
    /// out where nobody could be told.
    #[inline(always)]
    pub fn check_interrupt(&self) -> PyResult<()> {
        if self.run.interrupted() { self.attend() } else { Ok(()) }
    }

    #[cold]
    #[inline(never)]
    fn attend(&self) -> PyResult<()> {
        if self.run.take_memory_out() {
            self.heap.refill_reserve();
            return Err(self.memory_error());
        }
        let signal = self.run.take_interrupt();
        self.run.take_collection();
        self.heap.safepoint();
        if self.heap.safepoint_due() {
            self.run.ask_collection();
        }
        if signal { Err(self.raise_new_empty(Exc::KeyboardInterrupt)) } else { Ok(()) }
    }

    /// As [`Vm::check_interrupt`], for native loops.
    #[inline]
    pub fn safepoint(&self) -> PyResult<()> {
        if self.run.interrupted() { self.check_interrupt() } else { Ok(()) }
    }
}

/// The truth of operand `x`; booleans and None without a call.
#[inline(always)]
fn truth(cpu: &Cpu, x: i16) -> Result<bool, Raised> {
    let (value, vm) = (cpu.rk(x), cpu.vm);
    if value.is(&vm.true_) {
        Ok(true)
    } else if value.is(&vm.false_) || value.is(&vm.none) {
        Ok(false)
    } else if let Some(int) = int(value) {
        Ok(!int.is_zero())
    } else {
        slow_truth(vm, cpu.frame(), x)
    }
}

#[inline(never)]
fn slow_truth(vm: &Vm, f: &Frame, x: i16) -> PyResult<bool> {
    let _held = f.hold(x);
    vm.truth(f.rk(x))
}

/// Consumes `a` and jumps if `taken`.
#[inline(always)]
fn branch(cpu: &mut Cpu, i: Site, taken: bool) -> Step {
    cpu.consume(i.a());
    if taken { jump(cpu, i) } else { Step::Next }
}

#[inline(always)]
pub fn if_true(cpu: &mut Cpu, i: Site) -> Step {
    match truth(cpu, i.a()) {
        Ok(value) => branch(cpu, i, value),
        Err(raised) => Step::Raise(raised),
    }
}

#[inline(always)]
pub fn if_false(cpu: &mut Cpu, i: Site) -> Step {
    match truth(cpu, i.a()) {
        Ok(value) => branch(cpu, i, !value),
        Err(raised) => Step::Raise(raised),
    }
}

/// Jumps and keeps `a`, or drops it and goes on.
#[inline(always)]
fn branch_keep(cpu: &mut Cpu, i: Site, taken: bool) -> Step {
    if taken {
        jump(cpu, i)
    } else {
        drop(cpu.clear(i.a()));
        Step::Next
    }
}

#[inline(always)]
pub fn if_true_keep(cpu: &mut Cpu, i: Site) -> Step {
    match truth(cpu, i.a()) {
        Ok(value) => branch_keep(cpu, i, value),
        Err(raised) => Step::Raise(raised),
    }
}

#[inline(always)]
pub fn if_false_keep(cpu: &mut Cpu, i: Site) -> Step {
    match truth(cpu, i.a()) {
        Ok(value) => branch_keep(cpu, i, !value),
        Err(raised) => Step::Raise(raised),
    }
}

#[inline(always)]
pub fn if_none(cpu: &mut Cpu, i: Site) -> Step {
    let none = cpu.rk(i.a()).is(&cpu.vm.none);
    branch(cpu, i, none)
}

#[inline(always)]
pub fn if_not_none(cpu: &mut Cpu, i: Site) -> Step {
    let none = cpu.rk(i.a()).is(&cpu.vm.none);
    branch(cpu, i, !none)
}

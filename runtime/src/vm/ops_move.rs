//! Handlers: moving values between registers, and cells.

use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use crate::vm::cell::CellObject;
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::Frame;
use crate::vm::instr::Instr;
use crate::vm::ops_jump::attend_cell;

#[inline(always)]
pub fn nop(_cpu: &mut Cpu, _i: Site) -> Step {
    Step::Next
}

#[inline(always)]
pub fn move_(cpu: &mut Cpu, i: Site) -> Step {
    let value = cpu.take(i.b());
    cpu.write(i.a(), value);
    Step::Next
}

#[inline(always)]
pub fn copy(cpu: &mut Cpu, i: Site) -> Step {
    cpu.write(i.a(), cpu.rk(i.b()).clone());
    Step::Next
}

#[inline(always)]
pub fn load_const(cpu: &mut Cpu, i: Site) -> Step {
    let value = cpu.frame().linked().constant(i.target() as usize).clone();
    cpu.write(i.a(), value);
    Step::Next
}

#[inline(always)]
pub fn drop_(cpu: &mut Cpu, i: Site) -> Step {
    drop(cpu.clear(i.a()));
    Step::Next
}

#[inline(always)]
pub fn swap(cpu: &mut Cpu, i: Site) -> Step {
    let (a, b) = (cpu.clear(i.a()), cpu.clear(i.b()));
    if let Some(b) = b {
        cpu.fill(i.a(), b);
    }
    if let Some(a) = a {
        cpu.fill(i.b(), a);
    }
    Step::Next
}

#[inline(always)]
pub fn check_bound(cpu: &mut Cpu, i: Site) -> Step {
    if cpu.peek(i.a()).is_some() { Step::Next } else { Step::Raise(unbound_local(cpu.vm, cpu.frame(), i.a())) }
}

pub fn delete_local(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    match f.clear(i.a) {
        Some(old) => {
            drop(old);
            Ok(())
        }
        None => Err(unbound_local(vm, f, i.a)),
    }
}

#[cold]
#[inline(never)]
fn unbound_local(vm: &Vm, f: &Frame, register: i16) -> Raised {
    let name = vm.lossy(&f.linked().register_names[register as usize]);
    let text = format!("cannot access local variable '{name}' where it is not associated with a value");
    vm.raise_new(crate::error::Exc::UnboundLocalError, text)
}

#[inline(always)]
pub fn make_cell(cpu: &mut Cpu, i: Site) -> Step {
    let content = cpu.clear(i.a());
    let cell = cpu.vm.cell(content);
    cpu.fill(i.a(), cell.into_obj());
    if cpu.vm.run.interrupted() { attend_cell(cpu.vm, cpu.frame()) } else { Step::Next }
}

#[inline(always)]
fn cell<'c>(cpu: &Cpu<'c>, register: i16) -> &'c CellObject {
    // SAFETY: M3, cell registers hold cells from the code's first instructions on.
    unsafe { cpu.live(register).cast_unchecked::<CellObject>() }
}

#[inline(always)]
pub fn load_cell(cpu: &mut Cpu, i: Site) -> Step {
    match cell(cpu, i.b()).content.get() {
        Some(value) => {
            cpu.write(i.a(), value);
            Step::Next
        }
        None => Step::Raise(empty_cell(cpu.vm, cpu.frame(), i.b())),
    }
}

#[inline(always)]
pub fn store_cell(cpu: &mut Cpu, i: Site) -> Step {
    let value = cpu.take(i.b());
    cell(cpu, i.a()).content.set(value);
    Step::Next
}

pub fn delete_cell(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    match f.rk(i.a).to::<CellObject>().content.take() {
        Some(old) => {
            drop(old);
            Ok(())
        }
        None => Err(empty_cell(vm, f, i.a)),
    }
}

/// The cell of an own variable or of one of an enclosing function is empty.
#[cold]
#[inline(never)]
pub fn empty_cell(vm: &Vm, f: &Frame, register: i16) -> Raised {
    let name = &f.linked().register_names[register as usize];
    if (register as u16) < f.linked().first_free {
        return unbound_local(vm, f, register);
    }
    let text = vm.lossy(name);
    let raised = vm.name_error_text(format!(
        "cannot access free variable '{text}' where it is not associated with a value in enclosing scope"
    ));
    vm.set_name_context(&raised, name);
    raised
}

//! Handlers: comparisons, with or without a jump, identity and membership.

use frontend::op::CmpOp;
use gc::{Exact, ObjRef, Str};

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::arith::{Test, float, one_digit, wide_order};
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::Frame;
use crate::vm::instr::{Form, Instr, XOp};
use crate::vm::ops_special;

#[inline(always)]
fn done(cpu: &Cpu, i: Site, value: bool) -> Step {
    cpu.consume(i.b());
    cpu.consume(i.c());
    cpu.write(i.a(), cpu.vm.bool(value));
    Step::Next
}

#[inline(always)]
fn ints(a: &ObjRef, b: &ObjRef, d: u8) -> Option<bool> {
    if let (Some(x), Some(y)) = (one_digit(a), one_digit(b)) {
        return Some(Test::of(d).holds(x.cmp(&y)));
    }
    wide_order(a, b).map(|order| Test::of(d).holds(order))
}

#[inline(always)]
fn floats(a: &ObjRef, b: &ObjRef, d: u8) -> Option<bool> {
    Some(Test::of(d).holds_float(float(a)?, float(b)?))
}

#[inline(always)]
fn strs(a: &ObjRef, b: &ObjRef, d: u8) -> Option<bool> {
    if a.ty().exact() != Exact::Str || b.ty().exact() != Exact::Str {
        return None;
    }
    let equal = a.is(b) || a.to::<Str>().same_text(b.to::<Str>());
    Some(equal == (d & 7 == CmpOp::Eq as u8))
}

#[inline(always)]
pub fn compare_int(cpu: &mut Cpu, i: Site) -> Step {
    match ints(cpu.rk(i.b()), cpu.rk(i.c()), i.d()) {
        Some(value) => done(cpu, i, value),
        None => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

#[inline(always)]
pub fn compare_float(cpu: &mut Cpu, i: Site) -> Step {
    match floats(cpu.rk(i.b()), cpu.rk(i.c()), i.d()) {
        Some(value) => done(cpu, i, value),
        None => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

#[inline(always)]
pub fn compare_str(cpu: &mut Cpu, i: Site) -> Step {
    match strs(cpu.rk(i.b()), cpu.rk(i.c()), i.d()) {
        Some(value) => done(cpu, i, value),
        None => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

/// Drops the operands and jumps if the result is the wanted one (bit 7).
#[inline(always)]
fn jump(cpu: &mut Cpu, i: Site, value: bool) -> Step {
    cpu.consume(i.a());
    cpu.consume(i.b());
    if value == (i.d() & 0x80 != 0) { taken(cpu, i) } else { Step::Next }
}

#[inline(always)]
fn taken(cpu: &mut Cpu, i: Site) -> Step {
    if i.c() < 0 {
        return crate::vm::ops_jump::backward(cpu, i.c());
    }
    cpu.jump_by(i.c());
    Step::Jump
}

#[inline(always)]
pub(super) fn jump_op(d: u8) -> CmpOp {
    CmpOp::from_u8(d & 7)
}

#[inline(always)]
pub fn compare_jump_int(cpu: &mut Cpu, i: Site) -> Step {
    match ints(cpu.rk(i.a()), cpu.rk(i.b()), i.d()) {
        Some(value) => jump(cpu, i, value),
        None => jump_missed(cpu, i),
    }
}

/// An int of one digit against a constant: the cache holds register, constant, and the outcomes that jump.
#[inline(always)]
pub fn compare_jump_int_const(cpu: &mut Cpu, i: Site) -> Step {
    let cache = cpu.cache();
    let x = cache.index as i16;
    let Some(value) = one_digit(cpu.live(x)) else { return jump_missed(cpu, i) };
    cpu.consume(x);
    if Test::from_bits(cache.version).holds(value.cmp(&(cache.word as i64))) {
        return taken(cpu, i);
    }
    Step::Next
}

#[inline(always)]
pub fn compare_jump_float(cpu: &mut Cpu, i: Site) -> Step {
    match floats(cpu.rk(i.a()), cpu.rk(i.b()), i.d()) {
        Some(value) => jump(cpu, i, value),
        None => jump_missed(cpu, i),
    }
}

#[inline(always)]
pub fn compare_jump_str(cpu: &mut Cpu, i: Site) -> Step {
    match strs(cpu.rk(i.a()), cpu.rk(i.b()), i.d()) {
        Some(value) => jump(cpu, i, value),
        None => jump_missed(cpu, i),
    }
}

#[inline(always)]
fn jump_missed(cpu: &mut Cpu, i: Site) -> Step {
    match despecialised_test(cpu.vm, cpu.frame(), i.get()) {
        Ok(value) => jump(cpu, i, value),
        Err(raised) => Step::Raise(raised),
    }
}

#[inline(always)]
pub fn compare_jump(cpu: &mut Cpu, i: Site) -> Step {
    match general_test(cpu.vm, cpu.frame(), i.get()) {
        Ok(value) => jump(cpu, i, value),
        Err(raised) => Step::Raise(raised),
    }
}

#[cold]
pub(super) fn despecialised_test(vm: &Vm, f: &Frame, i: Instr) -> PyResult<bool> {
    let (a, b) = (f.rk(i.a), f.rk(i.b));
    if a.ty().exact() != Exact::Int || b.ty().exact() != Exact::Int {
        f.despecialise();
    }
    let _held = (f.hold(i.a), f.hold(i.b));
    vm.compare_truth(a, b, jump_op(i.d))
}

#[inline(never)]
fn general_test(vm: &Vm, f: &Frame, i: Instr) -> PyResult<bool> {
    let (a, b, op) = (f.rk(i.a), f.rk(i.b), jump_op(i.d));
    if f.cache().tick() {
        let plain = |kind| Form::plain([XOp::CompareJumpInt, XOp::CompareJumpFloat, XOp::CompareJumpStr][kind]);
        let form = choose_const(f, i).or_else(|| choose(a, b, op).map(plain));
        f.specialise(form.or_else(|| ops_special::choose_compare(vm, f, i)));
    }
    let _held = (f.hold(i.a), f.hold(i.b));
    vm.compare_truth(a, b, op)
}

impl Vm {
    /// `bool(a op b)`: no identity shortcut, the result object is asked for its truth.
    fn compare_truth(&self, a: &ObjRef, b: &ObjRef, op: CmpOp) -> PyResult<bool> {
        let result = self.compare(a, b, op)?;
        self.truth(&result)
    }
}

/// Any comparison of anything.
pub fn compare(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        let kind = choose(f.rk(i.b), f.rk(i.c), CmpOp::from_u8(i.d));
        let form = kind.map(|kind| Form::plain([XOp::CompareInt, XOp::CompareFloat, XOp::CompareStr][kind]));
        f.specialise(form.or_else(|| ops_special::choose_compare(vm, f, i)));
    }
    general(vm, f, i)
}

#[cold]
pub(super) fn missed(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.rk(i.b).ty().exact() != Exact::Int || f.rk(i.c).ty().exact() != Exact::Int {
        f.despecialise();
    }
    general(vm, f, i)
}

fn general(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let _held = (f.hold(i.b), f.hold(i.c));
    let value = vm.compare(f.rk(i.b), f.rk(i.c), CmpOp::from_u8(i.d))?;
    f.consume(i.b);
    f.consume(i.c);
    f.write(i.a, value);
    Ok(())
}

/// The form for an int of one digit and a constant.
fn choose_const(f: &Frame, i: Instr) -> Option<Form> {
    let (x, k, op) = match (i.a < 0, i.b < 0) {
        (false, true) => (i.a, i.b, jump_op(i.d)),
        (true, false) => (i.b, i.a, jump_op(i.d).swapped()),
        _ => return None,
    };
    let (_, k) = (one_digit(f.rk(x))?, one_digit(f.rk(k))?);
    let version = Test::of(op as u8).bits(i.d & 0x80 != 0);
    Some(Form { op: XOp::CompareJumpIntConst, version, index: x as u16, word: k as usize })
}

/// 0 ints, 1 floats, 2 strs under `==` or `!=`.
fn choose(a: &ObjRef, b: &ObjRef, op: CmpOp) -> Option<usize> {
    match (a.ty().exact(), b.ty().exact()) {
        (Exact::Int, Exact::Int) => Some(0),
        (Exact::Float, Exact::Float) => Some(1),
        (Exact::Str, Exact::Str) if matches!(op, CmpOp::Eq | CmpOp::Ne) => Some(2),
        _ => None,
    }
}

#[inline(always)]
pub fn is(cpu: &mut Cpu, i: Site) -> Step {
    let same = cpu.rk(i.b()).is(cpu.rk(i.c()));
    done(cpu, i, same == (i.d() == 0))
}

#[inline(always)]
pub fn contains(cpu: &mut Cpu, i: Site) -> Step {
    // Builtin containers asked for builtin keys run no Python that could look at counts.
    let plain = cpu.rk(i.c()).ty().exact() != Exact::Other && cpu.rk(i.b()).ty().exact() != Exact::Other;
    let _held = if plain { (None, None) } else { (cpu.frame().hold(i.b()), cpu.frame().hold(i.c())) };
    match cpu.vm.contains(cpu.rk(i.c()), cpu.rk(i.b())) {
        Ok(found) => done(cpu, i, found == (i.d() == 0)),
        Err(raised) => Step::Raise(raised),
    }
}

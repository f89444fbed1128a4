//! Handlers: operators. The general forms go through the protocols; the special ones do ints of
//! one digit and floats on machine words.

use frontend::op::{BinOp, UnOp};
use gc::{Exact, Float, Int, ObjRef, Ref, Str};

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::arith::{bits, float, floor_div_mod, int, one_digit, wide_bits, wide_divmod, wide_product, wide_sum};
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::Frame;
use crate::vm::instr::{Form, Instr, XOp};

/// Drops the operands in the order of reading, then stores the result.
#[inline(always)]
fn done(cpu: &Cpu, i: Site, value: ObjRef) -> Step {
    cpu.consume(i.b());
    cpu.consume(i.c());
    cpu.write(i.a(), value);
    Step::Next
}

/// Whether operand `x` is a temporary that nobody else holds: it may take the result's value.
#[inline(always)]
fn dying(cpu: &Cpu, x: i16) -> bool {
    x >= cpu.ft && cpu.live(x).refcount() == 1
}

/// The result stands in operand `own`; drops the other one and puts the result in its place.
#[inline(always)]
fn done_in(cpu: &Cpu, i: Site, own: i16, other: i16) -> Step {
    cpu.consume(other);
    if own != i.a() {
        let result = cpu.take_reg(own);
        cpu.write(i.a(), result);
    }
    Step::Next
}

/// As `done` for a float that exact floats make: a dying operand takes the value.
#[inline(always)]
fn done_float(cpu: &Cpu, i: Site, value: f64) -> Step {
    let (b, c) = (i.b(), i.c());
    if dying(cpu, b) {
        rewrite_float(cpu, b, value);
        return done_in(cpu, i, b, c);
    }
    if dying(cpu, c) {
        rewrite_float(cpu, c, value);
        return done_in(cpu, i, c, b);
    }
    done(cpu, i, cpu.vm.fast_float(value))
}

#[inline(always)]
fn rewrite_float(cpu: &Cpu, x: i16, value: f64) {
    // SAFETY: I1 of gc, callers have seen an exact float; its only handle is in the register.
    unsafe { cpu.live(x).cast_unchecked::<Float>().rewrite(value) };
}

/// As `done` for the result of operands of one digit: a dying operand takes the value, unless
/// there is a shared int.
#[inline(always)]
fn done_int(cpu: &Cpu, i: Site, value: i64) -> Step {
    if cpu.vm.is_shared_int(value) {
        return done(cpu, i, cpu.vm.fast_int(value));
    }
    if value.unsigned_abs() < 1 << 30 {
        let (b, c) = (i.b(), i.c());
        if dying(cpu, b) {
            rewrite_int(cpu, b, value);
            return done_in(cpu, i, b, c);
        }
        if dying(cpu, c) {
            rewrite_int(cpu, c, value);
            return done_in(cpu, i, c, b);
        }
    }
    done(cpu, i, cpu.vm.new_int(value))
}

#[inline(always)]
fn rewrite_int(cpu: &Cpu, x: i16, value: i64) {
    // SAFETY: I1 of gc, callers have seen exact ints; the only handle is in the register.
    unsafe { cpu.live(x).cast_unchecked::<Int>().rewrite(value) };
}

#[inline(always)]
fn ints<'c>(cpu: &Cpu<'c>, i: Site) -> Option<(&'c Ref<Int>, &'c Ref<Int>)> {
    Some((int(cpu.rk(i.b()))?, int(cpu.rk(i.c()))?))
}

#[inline(always)]
fn floats(cpu: &Cpu, i: Site) -> Option<(f64, f64)> {
    Some((float(cpu.rk(i.b()))?, float(cpu.rk(i.c()))?))
}

/// The operands do not fit the special form. Bigger ints keep it, other types put the general form back.
#[cold]
#[inline(never)]
fn missed(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let both = |exact| f.rk(i.b).ty().exact() == exact && f.rk(i.c).ty().exact() == exact;
    if !both(Exact::Int) {
        f.despecialise();
    }
    general(vm, f, i)
}

#[inline(always)]
pub fn add_int(cpu: &mut Cpu, i: Site) -> Step {
    if let Some((a, b)) = ints(cpu, i) {
        if a.is_one_digit() && b.is_one_digit() {
            return done_int(cpu, i, a.one_digit_value() + b.one_digit_value());
        }
        if let Some(value) = wide_sum(cpu.vm, a, b, false) {
            return done(cpu, i, value);
        }
    }
    missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn sub_int(cpu: &mut Cpu, i: Site) -> Step {
    if let Some((a, b)) = ints(cpu, i) {
        if a.is_one_digit() && b.is_one_digit() {
            return done_int(cpu, i, a.one_digit_value() - b.one_digit_value());
        }
        if let Some(value) = wide_sum(cpu.vm, a, b, true) {
            return done(cpu, i, value);
        }
    }
    missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn mul_int(cpu: &mut Cpu, i: Site) -> Step {
    if let Some((a, b)) = ints(cpu, i) {
        if a.is_one_digit() && b.is_one_digit() {
            return done_int(cpu, i, a.one_digit_value() * b.one_digit_value());
        }
        if let Some(value) = wide_product(cpu.vm, a, b) {
            return done(cpu, i, value);
        }
    }
    missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn divmod_int(cpu: &mut Cpu, i: Site) -> Step {
    let modulo = matches!(BinOp::from_u8(i.d()), BinOp::Mod | BinOp::InplaceMod);
    if let Some((a, b)) = ints(cpu, i) {
        if a.is_one_digit() && b.is_one_digit() {
            if let Some((q, r)) = floor_div_mod(a.one_digit_value(), b.one_digit_value()) {
                return done_int(cpu, i, if modulo { r } else { q });
            }
        } else if let Some(value) = wide_divmod(cpu.vm, a, b, modulo) {
            return done(cpu, i, value);
        }
    }
    missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn bits_int(cpu: &mut Cpu, i: Site) -> Step {
    if let Some((a, b)) = ints(cpu, i) {
        let op = BinOp::from_u8(i.d());
        if a.is_one_digit() && b.is_one_digit() {
            if let Some(value) = bits(op, a.one_digit_value(), b.one_digit_value()) {
                return done_int(cpu, i, value);
            }
        } else if let Some(value) = wide_bits(cpu.vm, op, a, b) {
            return done(cpu, i, value);
        }
    }
    missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn add_float(cpu: &mut Cpu, i: Site) -> Step {
    match floats(cpu, i) {
        Some((x, y)) => done_float(cpu, i, x + y),
        None => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

#[inline(always)]
pub fn sub_float(cpu: &mut Cpu, i: Site) -> Step {
    match floats(cpu, i) {
        Some((x, y)) => done_float(cpu, i, x - y),
        None => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

#[inline(always)]
pub fn mul_float(cpu: &mut Cpu, i: Site) -> Step {
    match floats(cpu, i) {
        Some((x, y)) => done_float(cpu, i, x * y),
        None => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

#[inline(always)]
pub fn div_float(cpu: &mut Cpu, i: Site) -> Step {
    match floats(cpu, i) {
        Some((x, y)) if y != 0.0 => done_float(cpu, i, x / y),
        _ => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

/// The value of an exact float, or of an exact int of one digit.
#[inline(always)]
fn number(obj: &ObjRef) -> Option<f64> {
    float(obj).or_else(|| one_digit(obj).map(|n| n as f64))
}

#[inline(always)]
pub fn mixed_float(cpu: &mut Cpu, i: Site) -> Step {
    if let (Some(x), Some(y)) = (number(cpu.rk(i.b())), number(cpu.rk(i.c()))) {
        let value = match BinOp::from_u8(i.d()).plain() {
            BinOp::Add => x + y,
            BinOp::Sub => x - y,
            BinOp::Mul => x * y,
            _ if y == 0.0 => return missed(cpu.vm, cpu.frame(), i.get()).into(),
            _ => x / y,
        };
        return done(cpu, i, cpu.vm.fast_float(value));
    }
    missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
fn is_str(obj: &ObjRef) -> bool {
    obj.ty().exact() == Exact::Str
}

#[inline(always)]
pub fn add_str(cpu: &mut Cpu, i: Site) -> Step {
    if is_str(cpu.rk(i.b())) && is_str(cpu.rk(i.c())) {
        add_strs(cpu.vm, cpu.frame(), i.get())
    } else {
        missed(cpu.vm, cpu.frame(), i.get())
    }
    .into()
}

fn add_strs(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let value = vm.concat_str(f.rk(i.b).to::<Str>(), f.rk(i.c).to::<Str>())?;
    f.consume(i.b);
    f.consume(i.c);
    f.write(i.a, value);
    Ok(())
}

/// `s = s + t`, the target being the left operand's own local: its block may grow in place.
#[inline(always)]
pub fn append_str(cpu: &mut Cpu, i: Site) -> Step {
    if is_str(cpu.rk(i.b())) && is_str(cpu.rk(i.c())) {
        append_strs(cpu.vm, cpu.frame(), i.get())
    } else {
        missed(cpu.vm, cpu.frame(), i.get())
    }
    .into()
}

fn append_strs(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    // The local gives its only count to the operation, as CPython empties the variable first.
    let left = f.take_reg(i.a);
    let result = vm.append_str(left, f.rk(i.c));
    match result {
        Ok(value) => {
            f.write(i.a, value);
            f.consume(i.c);
            Ok(())
        }
        Err((left, raised)) => {
            f.write(i.a, left);
            Err(raised)
        }
    }
}

/// Any operator on anything.
pub fn binary(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        f.specialise(choose(f, i).map(Form::plain));
    }
    general(vm, f, i)
}

fn general(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let _held = (f.hold(i.b), f.hold(i.c));
    let value = vm.binary(BinOp::from_u8(i.d), f.rk(i.b), f.rk(i.c))?;
    f.consume(i.b);
    f.consume(i.c);
    f.write(i.a, value);
    Ok(())
}

/// The special form for these operands.
fn choose(f: &Frame, i: Instr) -> Option<XOp> {
    use BinOp::*;
    let op = BinOp::from_u8(i.d).plain();
    let kinds = (f.rk(i.b).ty().exact(), f.rk(i.c).ty().exact());
    Some(match (kinds, op) {
        ((Exact::Int, Exact::Int), Add) => XOp::AddInt,
        ((Exact::Int, Exact::Int), Sub) => XOp::SubInt,
        ((Exact::Int, Exact::Int), Mul) => XOp::MulInt,
        ((Exact::Int, Exact::Int), FloorDiv | Mod) => XOp::DivModInt,
        ((Exact::Int, Exact::Int), And | Or | Xor | LShift | RShift) => XOp::BitsInt,
        ((Exact::Float, Exact::Float), Add) => XOp::AddFloat,
        ((Exact::Float, Exact::Float), Sub) => XOp::SubFloat,
        ((Exact::Float, Exact::Float), Mul) => XOp::MulFloat,
        ((Exact::Float, Exact::Float), TrueDiv) => XOp::DivFloat,
        ((Exact::Int, Exact::Int), TrueDiv) => XOp::MixedFloat,
        ((Exact::Int, Exact::Float) | (Exact::Float, Exact::Int), Add | Sub | Mul | TrueDiv) => XOp::MixedFloat,
        ((Exact::Str, Exact::Str), Add) if i.a == i.b && !f.is_temp(i.a) => XOp::AppendStr,
        ((Exact::Str, Exact::Str), Add) => XOp::AddStr,
        _ => return None,
    })
}

/// `-x`, `+x`, `~x`, `not x`.
#[inline(always)]
pub fn unary(cpu: &mut Cpu, i: Site) -> Step {
    if i.d() == UnOp::Not as u8 {
        let value = cpu.rk(i.b());
        let vm = cpu.vm;
        let flipped = if value.is(&vm.false_) {
            &vm.true_
        } else if value.is(&vm.true_) {
            &vm.false_
        } else {
            return general_unary(vm, cpu.frame(), i.get()).into();
        };
        let flipped = flipped.clone();
        cpu.consume(i.b());
        cpu.write(i.a(), flipped);
        return Step::Next;
    }
    general_unary(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(never)]
fn general_unary(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let op = [UnOp::Neg, UnOp::Pos, UnOp::Invert, UnOp::Not][i.d as usize & 3];
    let _held = f.hold(i.b);
    let value = vm.unary(op, f.rk(i.b))?;
    f.consume(i.b);
    f.write(i.a, value);
    Ok(())
}

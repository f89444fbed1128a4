//! Handlers: operators. The general forms go through the protocols; the special ones do ints of
//! one digit and floats on machine words.

use frontend::op::{BinOp, UnOp};
use gc::{Dict, Exact, Float, Int, Lookup, ObjRef, Ref, Str};

use crate::error::PyResult;
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::arith::{
    Wide, bits, float, floor_div_mod, int, one_digit, wide_bits, wide_divmod, wide_product, wide_sum, word_product,
};
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::Frame;
use crate::vm::instr::{Form, Instr, XOp};
use crate::vm::{ops_name, ops_special};

/// Drops the operands in the order of reading, then stores the result.
#[inline(always)]
fn done(cpu: &Cpu, i: Site, value: ObjRef) -> Step {
    cpu.consume(i.b());
    cpu.consume(i.c());
    cpu.write(i.a(), value);
    Step::Next
}

/// Whether operand `x` is a temporary that nobody else holds: it may take the result's value, unless allocations are
/// traced, of which the result is one with a line of its own.
#[inline(always)]
fn dying(cpu: &Cpu, x: i16) -> bool {
    x >= cpu.ft && cpu.live(x).refcount() == 1 && !cpu.vm.heap.is_tracing()
}

/// The result stands in operand `own`; drops the other one and puts the result in its place.
#[inline(always)]
fn done_in(cpu: &Cpu, i: Site, own: i16, other: i16) -> Step {
    cpu.consume(other);
    move_result(cpu, i, own)
}

#[inline(always)]
fn move_result(cpu: &Cpu, i: Site, own: i16) -> Step {
    if own != i.a() {
        let result = cpu.take_reg(own);
        cpu.write(i.a(), result);
    }
    Step::Next
}

/// A number as results of arithmetic are made.
pub(super) trait Number: Copy {
    fn fresh(self, cpu: &Cpu) -> ObjRef;
    /// Makes it where `old` is, whose last handle this is; false if it is not, or that is no simple matter.
    fn exchange(self, cpu: &Cpu, old: &mut ObjRef) -> bool;
}

/// A number that a dying operand can become.
trait Rewrite: Number {
    /// Gives the object in register `x`, which is of this type and dying, the value.
    fn rewrite(self, cpu: &Cpu, x: i16);
}

impl Number for f64 {
    #[inline(always)]
    fn fresh(self, cpu: &Cpu) -> ObjRef {
        cpu.made.float(self)
    }

    #[inline(always)]
    fn exchange(self, cpu: &Cpu, old: &mut ObjRef) -> bool {
        cpu.made.exchange_float(old, self)
    }
}

impl Rewrite for f64 {
    #[inline(always)]
    fn rewrite(self, cpu: &Cpu, x: i16) {
        // SAFETY: I1 of gc, callers have seen an exact float; its only handle is in the register.
        unsafe { cpu.live(x).cast_unchecked::<Float>().rewrite(self) };
    }
}

/// An int of one digit that is not shared.
impl Number for i64 {
    #[inline(always)]
    fn fresh(self, cpu: &Cpu) -> ObjRef {
        cpu.made.int(self)
    }

    #[inline(always)]
    fn exchange(self, cpu: &Cpu, old: &mut ObjRef) -> bool {
        cpu.made.exchange_int(old, self)
    }
}

impl Rewrite for i64 {
    #[inline(always)]
    fn rewrite(self, cpu: &Cpu, x: i16) {
        // SAFETY: I1 of gc, callers have seen exact ints; the only handle is in the register.
        unsafe { cpu.live(x).cast_unchecked::<Int>().rewrite(self) };
    }
}

impl Number for Wide {
    #[inline(always)]
    fn fresh(self, cpu: &Cpu) -> ObjRef {
        self.object(cpu.vm)
    }

    #[inline(always)]
    fn exchange(self, cpu: &Cpu, old: &mut ObjRef) -> bool {
        let fits = self.room != 0 && self.value.unsigned_abs() < 1 << 60;
        fits && cpu.made.exchange_wide(old, self.value, self.room)
    }
}

/// Writes a new number to register `x`. Mostly it replaces one of its type, and their blocks change places.
#[inline(always)]
pub(super) fn write_number(cpu: &Cpu, x: i16, value: impl Number) {
    if let Some(old) = cpu.peek_mut(x)
        && value.exchange(cpu, old)
    {
        return;
    }
    cpu.write(x, value.fresh(cpu));
}

/// As `done` for a result of the operands' own type: a dying operand takes the value.
#[inline(always)]
fn done_number(cpu: &Cpu, i: Site, value: impl Rewrite) -> Step {
    let (b, c) = (i.b(), i.c());
    if b < cpu.ft && c < cpu.ft {
        write_number(cpu, i.a(), value);
        return Step::Next;
    }
    if dying(cpu, b) {
        value.rewrite(cpu, b);
        return done_in(cpu, i, b, c);
    }
    if dying(cpu, c) {
        value.rewrite(cpu, c);
        return done_in(cpu, i, c, b);
    }
    done(cpu, i, value.fresh(cpu))
}

/// As `done_number` with one operand, in register `x`.
#[inline(always)]
fn done_const(cpu: &Cpu, i: Site, x: i16, value: impl Rewrite) -> Step {
    if x < cpu.ft {
        write_number(cpu, i.a(), value);
        return Step::Next;
    }
    if cpu.live(x).refcount() == 1 {
        if cpu.vm.heap.is_tracing() {
            return done(cpu, i, value.fresh(cpu));
        }
        value.rewrite(cpu, x);
        return move_result(cpu, i, x);
    }
    cpu.consume(x);
    write_number(cpu, i.a(), value);
    Step::Next
}

/// As `done_number` for the result of operands of one digit, which may be shared or longer.
#[inline(always)]
fn done_int(cpu: &Cpu, i: Site, value: i64) -> Step {
    if is_plain_digit(value) { done_number(cpu, i, value) } else { done(cpu, i, cpu.vm.fast_int(value)) }
}

/// As `done` for an int of a word. Values that temporaries hold die after the result is made.
#[inline(always)]
fn done_wide(cpu: &Cpu, i: Site, result: Wide) -> Step {
    if i.b() < cpu.ft && i.c() < cpu.ft {
        write_number(cpu, i.a(), result);
        return Step::Next;
    }
    done(cpu, i, result.object(cpu.vm))
}

/// Whether the value has one digit and no shared int.
#[inline(always)]
pub(super) fn is_plain_digit(value: i64) -> bool {
    value.unsigned_abs() < 1 << 30 && !Vm::is_shared_int(value)
}

#[inline(always)]
fn ints<'c>(cpu: &Cpu<'c>, i: Site) -> Option<(&'c Ref<Int>, &'c Ref<Int>)> {
    Some((int(cpu.rk(i.b()))?, int(cpu.rk(i.c()))?))
}

#[inline(always)]
fn floats(cpu: &Cpu, i: Site) -> Option<(f64, f64)> {
    Some((exact_float(cpu, cpu.rk(i.b()))?, exact_float(cpu, cpu.rk(i.c()))?))
}

/// The value of an exact float.
#[inline(always)]
fn exact_float(cpu: &Cpu, obj: &ObjRef) -> Option<f64> {
    // SAFETY: I1 of gc, the type float has this payload.
    obj.ty_ref().is(&cpu.vm.types.float).then(|| unsafe { obj.cast_unchecked::<Float>() }.value())
}

/// `float op constant` or `constant op float`: the cache holds the register and the constant.
#[inline(always)]
fn float_const(cpu: &mut Cpu, i: Site, op: impl Fn(f64, f64) -> Option<f64>) -> Step {
    let cache = cpu.cache();
    let x = cache.index as i16;
    if let Some(value) = exact_float(cpu, cpu.live(x))
        && let Some(result) = op(value, f64::from_bits(cache.word as u64))
    {
        return done_const(cpu, i, x, result);
    }
    missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn add_float_const(cpu: &mut Cpu, i: Site) -> Step {
    float_const(cpu, i, |x, k| Some(x + k))
}

#[inline(always)]
pub fn const_sub_float(cpu: &mut Cpu, i: Site) -> Step {
    float_const(cpu, i, |x, k| Some(k - x))
}

#[inline(always)]
pub fn mul_float_const(cpu: &mut Cpu, i: Site) -> Step {
    float_const(cpu, i, |x, k| Some(x * k))
}

#[inline(always)]
pub fn div_float_const(cpu: &mut Cpu, i: Site) -> Step {
    float_const(cpu, i, |x, k| Some(x / k))
}

#[inline(always)]
pub fn const_div_float(cpu: &mut Cpu, i: Site) -> Step {
    float_const(cpu, i, |x, k| (x != 0.0).then(|| k / x))
}

/// `int op constant` for ints of one digit: the cache holds the register and the constant.
#[inline(always)]
fn int_const(cpu: &mut Cpu, i: Site, op: impl Fn(i64, i64) -> i64) -> Step {
    let cache = cpu.cache();
    let x = cache.index as i16;
    if let Some(value) = one_digit(cpu.live(x)) {
        let result = op(value, cache.word as i64);
        if is_plain_digit(result) {
            return done_const(cpu, i, x, result);
        }
        cpu.consume(x);
        cpu.write(i.a(), cpu.vm.fast_int(result));
        return Step::Next;
    }
    const_missed(cpu.vm, cpu.frame(), i.get()).into()
}

/// The operand is no int of one digit: a longer one is common enough to be fast.
#[inline(never)]
fn const_missed(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let op = BinOp::from_u8(i.d).plain();
    if let (Some(a), Some(b)) = (int(f.rk(i.b)), int(f.rk(i.c))) {
        let value = match op {
            BinOp::Add | BinOp::Sub => wide_sum(a, b, op == BinOp::Sub).map(|sum| sum.object(vm)),
            BinOp::Mul => wide_product(vm, a, b),
            BinOp::FloorDiv | BinOp::Mod => wide_divmod(vm, a, b, op == BinOp::Mod),
            _ => wide_bits(vm, op, a, b),
        };
        if let Some(value) = value {
            f.consume(i.b);
            f.consume(i.c);
            f.write(i.a, value);
            return Ok(());
        }
    }
    missed(vm, f, i)
}

#[inline(always)]
pub fn add_int_const(cpu: &mut Cpu, i: Site) -> Step {
    int_const(cpu, i, |x, k| x + k)
}

#[inline(always)]
pub fn mul_int_const(cpu: &mut Cpu, i: Site) -> Step {
    int_const(cpu, i, |x, k| x * k)
}

#[inline(always)]
pub fn floor_div_int_const(cpu: &mut Cpu, i: Site) -> Step {
    int_const(cpu, i, |x, k| (x as i32).wrapping_div_euclid(k as i32) as i64)
}

#[inline(always)]
pub fn mod_int_const(cpu: &mut Cpu, i: Site) -> Step {
    int_const(cpu, i, |x, k| (x as i32).wrapping_rem_euclid(k as i32) as i64)
}

#[inline(always)]
pub fn and_int_const(cpu: &mut Cpu, i: Site) -> Step {
    int_const(cpu, i, |x, k| x & k)
}

#[inline(always)]
pub fn rshift_int_const(cpu: &mut Cpu, i: Site) -> Step {
    int_const(cpu, i, |x, k| x >> k)
}

/// The operands do not fit the special form. Bigger ints keep it, other types put the general form back.
#[inline(never)]
pub(super) fn missed(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let (a, b) = (f.rk(i.b), f.rk(i.c));
    if int(a).is_none() || int(b).is_none() {
        f.despecialise();
        return general(vm, f, i);
    }
    // Ints run no code that could change the registers: they need not be held.
    let op = BinOp::from_u8(i.d).plain();
    let value = match type_of(a).slots.binary[op as usize].get() {
        Some(operate) => operate(vm, a, b),
        None => vm.binary(op, a, b),
    }?;
    f.consume(i.b);
    f.consume(i.c);
    f.write(i.a, value);
    Ok(())
}

#[inline(always)]
pub fn add_int(cpu: &mut Cpu, i: Site) -> Step {
    if let Some((a, b)) = ints(cpu, i) {
        if a.is_one_digit() && b.is_one_digit() {
            return done_int(cpu, i, a.one_digit_value() + b.one_digit_value());
        }
        if let Some(sum) = wide_sum(a, b, false) {
            return done_wide(cpu, i, sum);
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
        if let Some(difference) = wide_sum(a, b, true) {
            return done_wide(cpu, i, difference);
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
        if let Some(product) = word_product(a, b) {
            return done_wide(cpu, i, product);
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
        Some((x, y)) => done_number(cpu, i, x + y),
        None => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

#[inline(always)]
pub fn sub_float(cpu: &mut Cpu, i: Site) -> Step {
    match floats(cpu, i) {
        Some((x, y)) => done_number(cpu, i, x - y),
        None => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

#[inline(always)]
pub fn mul_float(cpu: &mut Cpu, i: Site) -> Step {
    match floats(cpu, i) {
        Some((x, y)) => done_number(cpu, i, x * y),
        None => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

#[inline(always)]
pub fn div_float(cpu: &mut Cpu, i: Site) -> Step {
    match floats(cpu, i) {
        Some((x, y)) if y != 0.0 => done_number(cpu, i, x / y),
        _ => missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

/// The value of an exact float, or of an exact int of one digit.
#[inline(always)]
fn number(obj: &ObjRef) -> Option<f64> {
    float(obj).or_else(|| one_digit(obj).map(|n| n as f64))
}

/// As `done_wide` for a float.
#[inline(always)]
fn done_mixed(cpu: &Cpu, i: Site, value: f64) -> Step {
    if i.b() < cpu.ft && i.c() < cpu.ft {
        write_number(cpu, i.a(), value);
        return Step::Next;
    }
    done(cpu, i, value.fresh(cpu))
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
        return done_mixed(cpu, i, value);
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

/// `s = s + t` of a name in a namespace, where the release looks for that: the name lets go of the str, as CPython takes
/// it out of the dict before it is stored again, so that its block may grow in place.
#[cold]
fn let_go(vm: &Vm, f: &Frame, i: Instr) -> bool {
    let (next, left) = (f.next_instr(), f.rk(i.b));
    let stored = matches!(next.op, XOp::StoreName | XOp::StoreNameModule) && next.b == i.a && i.a == i.b;
    if !stored
        || BinOp::from_u8(i.d).plain() != BinOp::Add
        || !is_str(left)
        || !is_str(f.rk(i.c))
        || left.refcount() != 2
    {
        return false;
    }
    let Ok(namespace) = ops_name::namespace(vm, f) else { return false };
    let Some(dict) = namespace.cast_ref::<Dict>().filter(|dict| dict.as_obj().ty().exact() == Exact::Dict) else {
        return false;
    };
    let Some(name) = f.linked().names[next.ua()].cast_ref::<Str>() else { return false };
    match dict.find_str(name) {
        Lookup::Found(entry) if dict.value_at(entry).is_some_and(|value| value.is(f.rk(i.b))) => {
            drop(dict.remove_entry(&vm.heap, entry));
            true
        }
        _ => false,
    }
}

/// Any operator on anything.
pub fn binary(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if vm.heap.profile().objects.names_append_in_place && f.is_temp(i.a) && let_go(vm, f, i) {
        return append_strs(vm, f, i);
    }
    if f.cache().tick() {
        let form = choose_const(f, i).or_else(|| choose(f, i).map(Form::plain));
        f.specialise(form.or_else(|| ops_special::choose_binary(vm, f, i)));
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

/// The special form if one operand is a constant: it takes the constant's value into the cache.
fn choose_const(f: &Frame, i: Instr) -> Option<Form> {
    use BinOp::*;
    let op = BinOp::from_u8(i.d).plain();
    let (x, k, left) = match (i.b < 0, i.c < 0) {
        (false, true) => (i.b, i.c, false),
        (true, false) => (i.c, i.b, true),
        _ => return None,
    };
    let (value, constant) = (f.rk(x), f.rk(k));
    let (op, word) = if let (Some(_), Some(k)) = (one_digit(value), one_digit(constant)) {
        let op = match op {
            Add => XOp::AddIntConst,
            Sub if !left => return Some(const_form(XOp::AddIntConst, x, -k as usize)),
            Mul => XOp::MulIntConst,
            FloorDiv if !left && k > 0 => XOp::FloorDivIntConst,
            Mod if !left && k > 0 => XOp::ModIntConst,
            And => XOp::AndIntConst,
            RShift if !left && (0..30).contains(&k) => XOp::RShiftIntConst,
            _ => return None,
        };
        (op, k as usize)
    } else {
        let (_, k) = (float(value)?, number(constant).filter(|k| !k.is_nan())?);
        match (op, left) {
            (Add, _) => (XOp::AddFloatConst, k.to_bits() as usize),
            (Sub, false) => (XOp::AddFloatConst, (-k).to_bits() as usize),
            (Sub, true) => (XOp::ConstSubFloat, k.to_bits() as usize),
            (Mul, _) => (XOp::MulFloatConst, k.to_bits() as usize),
            (TrueDiv, false) if k != 0.0 => (XOp::DivFloatConst, k.to_bits() as usize),
            (TrueDiv, true) => (XOp::ConstDivFloat, k.to_bits() as usize),
            _ => return None,
        }
    };
    Some(const_form(op, x, word))
}

fn const_form(op: XOp, register: i16, word: usize) -> Form {
    Form { op, version: 0, index: register as u16, word }
}

/// The special form for these operands.
fn choose(f: &Frame, i: Instr) -> Option<XOp> {
    use BinOp::*;
    let op = BinOp::from_u8(i.d).plain();
    let kinds = (f.rk(i.b).ty().exact(), f.rk(i.c).ty().exact());
    let objects = || f.linked().owner().as_obj().heap().profile().objects;
    Some(match (kinds, op) {
        // The special form makes the block that the result needs.
        ((Exact::Int, Exact::Int), LShift) if objects().shift_asks_more => return None,
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
        // Each time it is looked at anew who holds the left one.
        ((Exact::Str, Exact::Str), Add)
            if objects().names_append_in_place
                && matches!(f.next_instr().op, XOp::StoreName | XOp::StoreNameModule) =>
        {
            return None;
        }
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

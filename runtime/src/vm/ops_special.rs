//! Handlers: operators, subscripts, loops, calls and `with` on instances of Python classes. The method's frame goes on
//! top, in the same loop, and the instruction is finished when it returns.
//!
//! ```text
//!   caller's window ... | operand | operand | self | other | ...
//!                       '------ kept -------' ^ callee's window
//! ```
//!
//! What is kept are the counts that CPython's value stack has on operands which are no temporaries. A version of the
//! class stands for the method found on it; the general forms do everything else, reflected methods above all.

use frontend::op::{BinOp, CmpOp, Op};
use gc::{Exact, ObjRef, TypeFlags, TypeHead};

use crate::builtins::arguments::keeps_init;
use crate::builtins::classmethod::static_function;
use crate::error::{Exc, PyResult, Raised};
use crate::object::Type;
use crate::object::trampolines::{compare_name, inplace_name, names_of};
use crate::vm::Vm;
use crate::vm::call::{self, Entry};
use crate::vm::cast::as_type;
use crate::vm::cpu::Step;
use crate::vm::frame::{Frame, Kind, Reg};
use crate::vm::instr::{Form, Instr, XOp};
use crate::vm::ops_jump::entered;
use crate::vm::{method, ops_arith, ops_attr, ops_call, ops_compare, ops_item, ops_iter};

/// The form `op` if the object's class has a Python function under this name that takes `count` arguments.
fn choose(vm: &Vm, this: &ObjRef, name: &ObjRef, count: usize, op: XOp) -> Option<Form> {
    if this.ty().exact() != Exact::Other {
        return None;
    }
    let found = vm.type_lookup(this.ty_ref(), name)?;
    let version = vm.type_version(this.ty_ref());
    let fits = ops_call::function(&found)?.code().linked.exact_args as usize == count;
    let word = found.as_raw().as_ptr().expose_provenance();
    (fits && version != 0).then_some(Form { op, version, index: 0, word })
}

/// The right operand's class does not come first.
fn left_first(a: &ObjRef, b: &ObjRef) -> bool {
    a.ty_ref().is(b.ty_ref()) || !Type::derives_from(b.ty_ref(), a.ty_ref())
}

/// The form of `a op b`. An in-place operator without a method of its own stays in the general form.
pub(super) fn choose_binary(vm: &Vm, f: &Frame, i: Instr) -> Option<Form> {
    let op = BinOp::from_u8(i.d);
    let name = if op.is_inplace() { inplace_name(vm, op) } else { names_of(vm, op).0 };
    choose(vm, f.rk(i.b), name, 2, XOp::BinarySpecial)
}

/// The form of a comparison, with or without a jump.
pub(super) fn choose_compare(vm: &Vm, f: &Frame, i: Instr) -> Option<Form> {
    match i.op.general() {
        Op::CompareJump => {
            let name = compare_name(vm, ops_compare::jump_op(i.d));
            choose(vm, f.rk(i.a), name, 2, XOp::CompareJumpSpecial)
        }
        _ => choose(vm, f.rk(i.b), compare_name(vm, CmpOp::from_u8(i.d)), 2, XOp::CompareSpecial),
    }
}

/// The form of `b[c]`.
pub(super) fn choose_get_item(vm: &Vm, f: &Frame, i: Instr) -> Option<Form> {
    choose(vm, f.rk(i.b), &vm.names.__getitem__, 2, XOp::GetItemSpecial)
}

/// The form of `a[b] = c`.
pub(super) fn choose_set_item(vm: &Vm, f: &Frame, i: Instr) -> Option<Form> {
    choose(vm, f.rk(i.a), &vm.names.__setitem__, 3, XOp::SetItemSpecial)
}

/// The form of a loop over an iterator.
pub(super) fn choose_next(vm: &Vm, iterator: &ObjRef) -> Option<Form> {
    choose(vm, iterator, &vm.names.__next__, 1, XOp::ForIterSpecial)
}

/// The form of a call of an instance with `count` arguments.
pub(super) fn choose_call(vm: &Vm, callee: &ObjRef, count: usize) -> Option<Form> {
    choose(vm, callee, &vm.names.__call__, count + 1, XOp::CallInstance)
}

/// The form of a call of a class whose own `__new__` does all the work, as that of a named tuple.
pub(super) fn choose_new(vm: &Vm, class: &ObjRef, count: usize) -> Option<Form> {
    let ty = as_type(class);
    if !ty.has_trampoline_new() || ty.head.has(TypeFlags::ABSTRACT) || !keeps_init(vm, class) {
        return None;
    }
    let found = vm.type_lookup(class, &vm.names.__new__)?;
    let version = vm.type_version(class);
    let takes = ops_call::function(&static_function(&found)?)?.code().linked.exact_args as usize;
    let word = found.as_raw().as_ptr().expose_provenance();
    (takes == count + 1 && version != 0).then_some(Form { op: XOp::CallClassNew, version, index: 0, word })
}

/// The method in the cache, if it is that of this object's class.
#[inline]
fn cached_method(f: &Frame, this: &ObjRef) -> Option<ObjRef> {
    let cache = f.cache();
    (this.ty().version() == cache.version).then(|| ops_attr::cached(cache))
}

/// Where the frame of `function` for `count` arguments may stand, with as many kept registers in front of it. None:
/// there is no room for it, or it takes other parameters than before.
#[inline(always)]
fn place(vm: &Vm, f: &Frame, function: &ObjRef, count: usize, nested: bool) -> Option<*mut Reg> {
    let linked = &*ops_call::function(function)?.code().linked;
    if linked.exact_args as usize != count || (nested && !vm.run.enter_native()) {
        return None;
    }
    let place = f.window_end();
    if vm.run.has_room(place, linked.registers as usize + count) {
        return Some(place);
    }
    if nested {
        vm.run.leave_native();
    }
    None
}

/// Pushes the frame of `function`, called with these operands.
#[inline(always)]
fn enter<const N: usize>(vm: &Vm, f: &Frame, function: ObjRef, operands: [i16; N], nested: bool) -> Option<Step> {
    let place = place(vm, f, &function, N, nested)?;
    let mut window = place;
    // SAFETY: M1 by `place`, M4: what lies above the frames is empty.
    unsafe {
        for x in operands {
            if !f.is_temp(x) {
                window.write(Some(f.rk(x).clone()));
                window = window.add(1);
            }
        }
        for (at, x) in operands.into_iter().enumerate() {
            window.add(at).write(Some(f.rk(x).clone()));
        }
    }
    Some(push(vm, function, place, window, N, nested))
}

/// Pushes a frame whose arguments stand in its window, behind what is kept.
#[inline(always)]
fn push(vm: &Vm, function: ObjRef, place: *mut Reg, window: *mut Reg, count: usize, nested: bool) -> Step {
    call::push(vm, Entry { function, window, count, names: &[], kind: Kind::Special, held: None });
    let frame = vm.run.top();
    frame.rare.set(true);
    frame.kept.set(((window.addr() - place.addr()) / size_of::<Reg>()) as u32);
    frame.nested.set(nested);
    entered(vm, Step::Switch)
}

/// `b op c`
pub fn binary(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let (a, b) = (f.rk(i.b), f.rk(i.c));
    let method = cached_method(f, a).filter(|_| left_first(a, b));
    let step = method.and_then(|method| enter(vm, f, method, [i.b, i.c], false));
    step.unwrap_or_else(|| ops_arith::missed(vm, f, i).into())
}

/// `b op c` of a comparison.
pub fn compare(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let (a, b) = (f.rk(i.b), f.rk(i.c));
    let method = cached_method(f, a).filter(|_| left_first(a, b));
    let step = method.and_then(|method| enter(vm, f, method, [i.b, i.c], true));
    step.unwrap_or_else(|| ops_compare::missed(vm, f, i).into())
}

/// A jump if `a op b`.
pub fn compare_jump(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let (a, b) = (f.rk(i.a), f.rk(i.b));
    let method = cached_method(f, a).filter(|_| left_first(a, b));
    let step = method.and_then(|method| enter(vm, f, method, [i.a, i.b], true));
    step.unwrap_or_else(|| match ops_compare::despecialised_test(vm, f, i) {
        Ok(value) => jump(f, i, value),
        Err(raised) => Step::Raise(raised),
    })
}

/// `b[c]`
pub fn get_item(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let method = cached_method(f, f.rk(i.b));
    let step = method.and_then(|method| enter(vm, f, method, [i.b, i.c], false));
    step.unwrap_or_else(|| ops_item::get_missed(vm, f, i).into())
}

/// `a[b] = c`
pub fn set_item(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let method = cached_method(f, f.rk(i.a));
    let step = method.and_then(|method| enter(vm, f, method, [i.a, i.b, i.c], false));
    step.unwrap_or_else(|| ops_item::set_missed(vm, f, i).into())
}

/// A step of a loop.
pub fn for_iter(vm: &Vm, f: &Frame, i: Instr) -> Step {
    if let Some(method) = cached_method(f, f.rk(i.b))
        && let Some(step) = enter(vm, f, method, [i.b], false)
    {
        return step;
    }
    f.despecialise();
    match ops_iter::next(vm, f, i) {
        Ok(Some(value)) => {
            f.write(i.a, value);
            Step::Next
        }
        Ok(None) => leave_loop(f, i),
        Err(raised) => Step::Raise(raised),
    }
}

/// A call of an instance.
pub fn call(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let (at, count) = ops_call::site_of(f, i);
    if let Some(method) = cached_method(f, f.rk(at))
        && let Some(step) = ops_call::enter_instance(vm, f, at, count, method)
    {
        return step;
    }
    ops_call::missed(vm, f, i)
}

/// A call of a class by its `__new__`.
pub fn call_new(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let (at, count) = ops_call::site_of(f, i);
    let class = f.rk(at);
    if class.ty().exact() == Exact::Type
        && TypeHead::of(class).version() == f.cache().version
        && let Some(function) = static_function(&ops_attr::cached(f.cache()))
        && let Some(step) = ops_call::enter_instance(vm, f, at, count, function)
    {
        return step;
    }
    ops_call::missed(vm, f, i)
}

/// `with b:` whose `__enter__` is a method of a Python class; None: it is something else.
pub(super) fn enter_with(vm: &Vm, f: &Frame, i: Instr, enter_method: &ObjRef, exit: &ObjRef) -> Option<Step> {
    if enter_method.ty().exact() != Exact::Method {
        return None;
    }
    let (function, this) = method::parts(enter_method);
    let place = place(vm, f, &function, 1, false)?;
    // SAFETY: M1 by `place`, M4: what lies above the frames is empty.
    let window = unsafe {
        place.write(Some(enter_method.clone()));
        place.add(1).write(Some(this));
        place.add(1)
    };
    f.consume(i.b);
    f.write(i.a, exit.clone());
    Some(push(vm, function, place, window, 1, false))
}

/// The method of the instruction under way has returned.
pub(super) fn returned(vm: &Vm, value: ObjRef) -> Step {
    let f = vm.run.top();
    let i = f.instr();
    match finish(vm, f, i, value) {
        Ok(step) => step,
        Err(raised) => Step::Raise(raised),
    }
}

fn finish(vm: &Vm, f: &Frame, i: Instr, value: ObjRef) -> PyResult<Step> {
    let declined = value.is(&vm.not_implemented);
    match i.op.general() {
        Op::Binary if declined => {
            drop(value);
            let _held = (f.hold(i.b), f.hold(i.c));
            let value = vm.binary_declined(BinOp::from_u8(i.d), f.rk(i.b), f.rk(i.c))?;
            Ok(store(f, i, value))
        }
        Op::Compare if declined => {
            drop(value);
            let _held = (f.hold(i.b), f.hold(i.c));
            let value = vm.compare_declined(f.rk(i.b), f.rk(i.c), CmpOp::from_u8(i.d))?;
            Ok(store(f, i, value))
        }
        Op::Binary | Op::Compare | Op::GetItem => Ok(store(f, i, value)),
        Op::CompareJump => {
            let _held = (f.hold(i.a), f.hold(i.b));
            let value = match declined {
                true => vm.compare_declined(f.rk(i.a), f.rk(i.b), ops_compare::jump_op(i.d))?,
                false => value,
            };
            let truth = vm.truth(&value)?;
            drop(value);
            Ok(jump(f, i, truth))
        }
        Op::SetItem => {
            drop(value);
            f.consume(i.c);
            f.consume(i.a);
            f.consume(i.b);
            f.step();
            Ok(Step::Switch)
        }
        Op::BeforeWith => {
            f.write(i.a + 1, value);
            f.step();
            Ok(Step::Switch)
        }
        _ => {
            f.write(i.a, value);
            f.step();
            Ok(Step::Switch)
        }
    }
}

/// Drops the operands in the order of reading, then stores the result.
fn store(f: &Frame, i: Instr, value: ObjRef) -> Step {
    f.consume(i.b);
    f.consume(i.c);
    f.write(i.a, value);
    f.step();
    Step::Switch
}

/// Drops the operands and jumps if the result is the wanted one.
fn jump(f: &Frame, i: Instr, value: bool) -> Step {
    f.consume(i.a);
    f.consume(i.b);
    f.skip(if value == (i.d & 0x80 != 0) { i.c } else { 0 });
    Step::Switch
}

/// The iterator has no more items.
fn leave_loop(f: &Frame, i: Instr) -> Step {
    drop(f.clear(i.b));
    f.skip(i.c);
    Step::Switch
}

/// Whether an exception of a method that carried out the current instruction was only the end of a loop.
pub(super) fn ends_loop(vm: &Vm, raised: &Raised) -> bool {
    let f = vm.run.top();
    let i = f.instr();
    let ends = i.op.general() == Op::ForIter && raised.matches(vm, Exc::StopIteration);
    if ends {
        vm.note_stop(raised);
        leave_loop(f, i);
    }
    ends
}

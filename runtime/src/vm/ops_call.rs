//! Handlers: calls and returns.

use gc::{Exact, ObjRef, Ref, Tuple, TypeFlags, TypeHead};
use smallvec::SmallVec;

use crate::error::PyResult;
use crate::native::Args;
use crate::vm::Vm;
use crate::vm::call::{self, Entry, enter};
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::{Frame, Kind};
use crate::vm::function::Function;
use crate::vm::held::{self, Keeping};
use crate::vm::instr::{Form, Instr, XOp};
use crate::vm::ops_jump::{attend, entered};
use crate::vm::{generator, ops_native, ops_special, unwind};

/// Register of the callee and number of arguments behind it.
#[inline(always)]
pub(super) fn site(cpu: &Cpu, i: Site) -> (i16, usize) {
    if i.d() == 0 {
        (i.b(), i.uc())
    } else if cpu.peek(i.b()).is_none() {
        (i.b() + 1, i.uc())
    } else {
        (i.b(), i.uc() + 1)
    }
}

pub(crate) fn site_of(f: &Frame, i: Instr) -> (i16, usize) {
    match (i.d, f.peek(i.b)) {
        (0, _) => (i.b, i.uc()),
        (_, None) => (i.b + 1, i.uc()),
        (_, Some(_)) => (i.b, i.uc() + 1),
    }
}

/// The function if the callee is a Python function.
#[inline(always)]
pub(super) fn function(callee: &ObjRef) -> Option<&Ref<Function>> {
    // SAFETY: I1 of gc, the exact type function has this payload.
    (callee.ty().exact() == Exact::Function).then(|| unsafe { callee.cast_unchecked() })
}

/// A Python function called with exactly its parameters: the frame stands on the arguments.
#[inline(always)]
pub fn call_py(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    if let Some(callee) = function(cpu.live(at)) {
        let linked = &*callee.code().linked;
        // SAFETY: M1, the arguments lie inside the caller's window.
        let window = unsafe { cpu.w.offset(at as isize + 1) };
        if cpu.vm.run.interrupted() {
            return interrupted(cpu.vm, cpu.frame(), i.get());
        }
        if linked.exact_args as usize == count && cpu.vm.run.has_room(window, linked.registers as usize) {
            let function = cpu.take_reg(at);
            call::push(cpu.vm, Entry { function, window, count, names: &[], kind: Kind::Value, held: None });
            cpu.reload();
            return Step::Jump;
        }
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

/// As above with some trailing parameters left to their defaults.
#[inline(always)]
pub fn call_py_defaults(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    if function(cpu.live(at)).is_none() {
        return missed(cpu.vm, cpu.frame(), i.get());
    }
    if cpu.vm.run.interrupted() {
        return interrupted(cpu.vm, cpu.frame(), i.get());
    }
    enter_function(cpu.vm, cpu.frame(), at, count, &[])
}

#[cold]
#[inline(never)]
pub(super) fn missed(vm: &Vm, f: &Frame, i: Instr) -> Step {
    f.despecialise();
    interrupted(vm, f, i)
}

/// A call while something is due: what is not the hooks is seen to when the callee has its frame.
#[cold]
#[inline(never)]
fn interrupted(vm: &Vm, f: &Frame, i: Instr) -> Step {
    if vm.run.take_rehook() { Step::Rehook } else { invoke(vm, f, i) }
}

/// Any call.
pub fn call(vm: &Vm, f: &Frame, i: Instr) -> Step {
    if f.cache().tick() {
        f.specialise(choose(vm, f, i));
    }
    invoke(vm, f, i)
}

fn choose(vm: &Vm, f: &Frame, i: Instr) -> Option<Form> {
    let (at, count) = site_of(f, i);
    let callee = f.rk(at);
    let Some(function) = function(callee) else { return ops_native::choose(vm, callee, f.slice(at + 1, count)) };
    if vm.callers_keep_arguments() {
        return None;
    }
    let exact = function.code().linked.exact_args as usize;
    Some(Form::plain(if exact == count { XOp::CallPy } else { XOp::CallPyDefaults }))
}

fn invoke(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let (at, count) = site_of(f, i);
    dispatch(vm, f, i, at, count, &[])
}

/// Calls what is in register `at` with the `count` values behind it.
fn dispatch(vm: &Vm, f: &Frame, i: Instr, at: i16, count: usize, names: &[ObjRef]) -> Step {
    match f.rk(at).ty().exact() {
        Exact::Function => {
            let function = f.take_reg(at);
            enter_at(vm, f, function, at + 1, count, names)
        }
        Exact::Method => bound_method(vm, f, i, at, count, names),
        Exact::Type => class(vm, f, i, at, count, names),
        _ => native(vm, f, i, at, count, names),
    }
}

fn enter_at(vm: &Vm, f: &Frame, function: ObjRef, first: i16, count: usize, names: &[ObjRef]) -> Step {
    if vm.callers_keep_arguments() {
        let values = f.slice(first, count).iter().cloned();
        return held::enter(vm, f, function, Keeping::new(first, count, count, names), values);
    }
    enter_moved(vm, f, function, first, count, names)
}

/// Calls the function in register `at`; the arguments move.
#[inline(never)]
fn enter_function(vm: &Vm, f: &Frame, at: i16, count: usize, names: &[ObjRef]) -> Step {
    let function = f.take_reg(at);
    enter_moved(vm, f, function, at + 1, count, names)
}

/// Enters a function whose arguments lie in place.
#[inline(always)]
fn enter_moved(vm: &Vm, f: &Frame, function: ObjRef, first: i16, count: usize, names: &[ObjRef]) -> Step {
    let entry = Entry { function, window: f.reg(first), count, names, kind: Kind::Value, held: None };
    match enter(vm, entry) {
        Ok(()) => entered(vm, Step::Switch),
        Err(raised) => Step::Raise(raised),
    }
}

/// A method object: its self takes the callee's place in front of the arguments.
fn bound_method(vm: &Vm, f: &Frame, i: Instr, at: i16, count: usize, names: &[ObjRef]) -> Step {
    let (target, this) = crate::vm::method::parts(f.rk(at));
    if target.ty().exact() != Exact::Function {
        return native(vm, f, i, at, count, names);
    }
    if vm.callers_keep_arguments() {
        return keep_method(vm, f, target, this, at, count, names);
    }
    let method = f.take_reg(at);
    f.write(at, this);
    drop(method);
    enter_at(vm, f, target, at, count + 1, names)
}

/// Enters a method whose method object stays where it is, with the arguments.
fn keep_method(vm: &Vm, f: &Frame, target: ObjRef, this: ObjRef, at: i16, count: usize, names: &[ObjRef]) -> Step {
    let window = f.reg(at + 1 + count as i16);
    if !vm.run.has_room(window, count + 1) {
        return Step::Raise(vm.too_deep(""));
    }
    // SAFETY: M1 by `has_room`, M4: what lies above the caller's temporaries is empty.
    unsafe {
        window.write(Some(this));
        for (x, arg) in f.slice(at + 1, count).iter().enumerate() {
            window.add(1 + x).write(Some(arg.clone()));
        }
    }
    match enter(vm, Entry { function: target, window, count: count + 1, names, kind: Kind::Value, held: None }) {
        Ok(()) => {
            let frame = vm.run.top();
            frame.rare.set(true);
            frame.kept.set(count as u32 + 1);
            entered(vm, Step::Switch)
        }
        Err(raised) => Step::Raise(raised),
    }
}

/// `b(None, None, None)` at the end of a with statement.
pub fn call_exit(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let count = i.uc();
    if f.rk(i.b).ty().exact() == Exact::Method {
        let (target, this) = crate::vm::method::parts(f.rk(i.b));
        if target.ty().exact() == Exact::Function {
            return keep_method(vm, f, target, this, i.b, count, &[]);
        }
    }
    dispatch(vm, f, i, i.b, count, &[])
}

/// A call that native code carries out.
pub(super) fn native(vm: &Vm, f: &Frame, i: Instr, at: i16, count: usize, names: &[ObjRef]) -> Step {
    match vm.call_args(f.rk(at), Args::new(f.slice(at + 1, count), names)) {
        Ok(value) => {
            drop(f.clear(at));
            f.drop_range(at + 1, count);
            f.write(i.a, value);
            if vm.run.take_rehook() {
                f.step();
                return Step::Rehook;
            }
            after_native(vm)
        }
        Err(raised) => Step::Raise(raised),
    }
}

/// Native code returned: CPython looks here what is due.
#[inline(always)]
pub(super) fn after_native(vm: &Vm) -> Step {
    if vm.run.interrupted() { attend(vm, Step::Next) } else { Step::Next }
}

/// A class: a plain instance whose `__init__` is a Python function is made without native recursion.
fn class(vm: &Vm, f: &Frame, i: Instr, at: i16, count: usize, names: &[ObjRef]) -> Step {
    let class = f.rk(at);
    let Some(init) = vm.plain_init(class) else { return native(vm, f, i, at, count, names) };
    instantiate(vm, f, at, count, names, init)
}

/// Makes the instance and enters `init`. The class and the arguments stay where they are, and CPython's `type.__call__`
/// puts the arguments into a tuple (named ones into a dict, from which they are copied once more, with all others).
fn instantiate(vm: &Vm, f: &Frame, at: i16, count: usize, names: &[ObjRef], init: ObjRef) -> Step {
    let args = f.slice(at + 1, count);
    let mut copies: SmallVec<[ObjRef; 8]> = Args::new(args, names).packed(vm).into_iter().collect();
    match vm.new_instance(f.rk(at)) {
        Ok(instance) => {
            let values = || std::iter::once(&instance).chain(args).cloned();
            if !names.is_empty() {
                copies.extend(values());
                copies.push(vm.tuple(names.iter().cloned()));
            }
            let keeping = Keeping {
                copies: copies.len(),
                instance: Some(instance.clone()),
                ..Keeping::new(at, count + 1, count + 1, names)
            };
            held::enter(vm, f, init, keeping, copies.into_iter().chain(values()))
        }
        Err(raised) => Step::Raise(raised),
    }
}

/// As `instantiate`, where `init` takes exactly these arguments: the registers are written once, without a detour.
///
/// ```text
///   caller's window ... | class | a | b | tuple | instance | a | b | ...
/// ```
#[inline(never)]
pub(super) fn instantiate_exact(vm: &Vm, f: &Frame, at: i16, count: usize, init: &ObjRef) -> Step {
    if !fits_tupled(vm, f, at, count, init) {
        return instantiate(vm, f, at, count, &[], init.clone());
    }
    let moves = vm.heap.profile().counts.constructor_moves && TypeHead::of(f.rk(at)).has(TypeFlags::MANAGED_DICT);
    let tuple = match tuple_of(vm, f.slice(at + 1, if moves { 0 } else { count })) {
        Ok(tuple) => tuple,
        Err(raised) => return Step::Raise(raised),
    };
    match vm.new_instance(f.rk(at)) {
        Ok(instance) => {
            let this = instance.clone();
            enter_tupled(vm, f, (at, count), init.clone(), tuple, this, Some(instance));
            if moves {
                f.drop_range(at + 1, count);
            }
            entered(vm, Step::Switch)
        }
        Err(raised) => Step::Raise(raised),
    }
}

/// A call of an instance by its class's `__call__`, in the same way; None: there is no room, or the method takes other
/// parameters.
#[inline(never)]
pub(super) fn enter_instance(vm: &Vm, f: &Frame, at: i16, count: usize, method: ObjRef) -> Option<Step> {
    if !vm.run.enter_native() {
        return None;
    }
    if !fits_tupled(vm, f, at, count, &method) {
        vm.run.leave_native();
        return None;
    }
    match tuple_of(vm, f.slice(at + 1, count)) {
        Ok(tuple) => {
            enter_tupled(vm, f, (at, count), method, tuple, f.rk(at).clone(), None);
            let frame = vm.run.top();
            frame.rare.set(true);
            frame.nested.set(true);
            Some(entered(vm, Step::Switch))
        }
        Err(raised) => {
            vm.run.leave_native();
            Some(Step::Raise(raised))
        }
    }
}

/// Whether a method takes exactly an object and these arguments, and there is room for its frame above them.
fn fits_tupled(vm: &Vm, f: &Frame, at: i16, count: usize, method: &ObjRef) -> bool {
    let window = f.reg(at + 1 + count as i16).wrapping_add(1);
    function(method).map(|method| &*method.code().linked).is_some_and(|linked| {
        linked.exact_args as usize == count + 1 && vm.run.has_room(window, linked.registers as usize)
    })
}

/// The tuple that CPython makes of the arguments, if there are any.
fn tuple_of(vm: &Vm, args: &[ObjRef]) -> PyResult<Option<ObjRef>> {
    if args.is_empty() {
        return Ok(None);
    }
    vm.tuple_from(args.iter().cloned()).map(Some)
}

/// Pushes the frame of a method above what is called, its arguments and their tuple, all of which it keeps.
#[inline(always)]
fn enter_tupled(
    vm: &Vm,
    f: &Frame,
    (at, count): (i16, usize),
    function: ObjRef,
    tuple: Option<ObjRef>,
    this: ObjRef,
    held: Option<ObjRef>,
) {
    let args = f.slice(at + 1, count);
    let mut window = f.reg(at + 1 + count as i16);
    let copies = u32::from(tuple.is_some());
    // SAFETY: M1 by `fits_tupled`, M4: what lies above the caller's temporaries is empty.
    unsafe {
        if tuple.is_some() {
            window.write(tuple);
            window = window.add(1);
        }
        window.write(Some(this));
        for (x, arg) in args.iter().enumerate() {
            window.add(1 + x).write(Some(arg.clone()));
        }
    }
    let kind = if held.is_some() { Kind::Init } else { Kind::Value };
    call::push(vm, Entry { function, window, count: count + 1, names: &[], kind, held });
    vm.run.top().kept.set(count as u32 + 1 + copies);
}

/// `f(a, key=b)`
pub fn call_kw(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let (at, count) = site_of(f, i);
    let names = f.linked().constant(f.extra()).to::<Tuple>().items();
    dispatch(vm, f, i, at, count, names)
}

/// `return a`
#[inline(always)]
pub fn return_(cpu: &mut Cpu, i: Site) -> Step {
    let f = cpu.frame();
    if f.kind.get() != Kind::Value || f.rare.get() {
        return return_slow(cpu.vm, f, i.get());
    }
    // A local is about to die: its count moves to the caller.
    let value = if i.a() < 0 { cpu.rk(i.a()).clone() } else { cpu.take_reg(i.a()) };
    f.kind.set(Kind::Leaving);
    for x in 0..cpu.ft {
        drop(cpu.clear(x));
    }
    drop(cpu.vm.run.pop());
    cpu.reload();
    cpu.write(cpu.site().a(), value);
    cpu.advance();
    Step::Switched
}

#[inline(never)]
fn return_slow(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let value = f.take(i.a);
    if f.kind.get() == Kind::Init && value.is(&vm.none) && f.object.is_none() {
        return leave_init(vm, f);
    }
    leave_with(vm, f, value)
}

/// An `__init__` that nobody looked at returns None: the new instance goes to the caller. As `leave_with`, without
/// asking for what such a frame does not have.
#[inline(always)]
fn leave_init(vm: &Vm, f: &Frame) -> Step {
    let held = f.held.take();
    f.kind.set(Kind::Leaving);
    unwind::drop_locals(f);
    unwind::drop_kept(f);
    unwind::give_block(vm, f);
    drop(vm.run.pop());
    match held {
        Some(instance) => deliver(vm, instance),
        None => Step::Raise(vm.system_error("an instance under construction is gone")),
    }
}

/// The frame on top returns `value`.
pub(crate) fn leave_with(vm: &Vm, f: &Frame, value: ObjRef) -> Step {
    let kind = f.kind.get();
    let held = f.held.take();
    unwind::leave(vm, f);
    match kind {
        Kind::Native | Kind::Generator | Kind::Leaving | Kind::Base => Step::Leave(value),
        Kind::ForIter | Kind::Send => generator::returned(vm, kind, value),
        Kind::Special => ops_special::returned(vm, value),
        Kind::Value => deliver(vm, value),
        Kind::Init => match held {
            Some(instance) if value.is(&vm.none) => deliver(vm, instance),
            _ => {
                let kind = vm.type_name(&value);
                Step::Raise(vm.type_error(format!("__init__() should return None, not '{kind}'")))
            }
        },
    }
}

/// Puts a call's result where the caller wants it.
fn deliver(vm: &Vm, value: ObjRef) -> Step {
    let caller = vm.run.top();
    caller.write(caller.instr().a, value);
    caller.step();
    Step::Switch
}

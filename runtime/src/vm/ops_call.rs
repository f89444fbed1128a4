//! Handlers: calls and returns.

use gc::{Dict, Exact, ObjRef, Ref, Tuple};

use crate::error::{Exc, PyResult, Raised};
use crate::native::Args;
use crate::vm::Vm;
use crate::vm::call::{self, Entry, enter};
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::{Frame, Kind};
use crate::vm::function::Function;
use crate::vm::instr::{Form, Instr, XOp};
use crate::vm::{generator, ops_native, unwind};

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

fn site_of(f: &Frame, i: Instr) -> (i16, usize) {
    match (i.d, f.peek(i.b)) {
        (0, _) => (i.b, i.uc()),
        (_, None) => (i.b + 1, i.uc()),
        (_, Some(_)) => (i.b, i.uc() + 1),
    }
}

/// The function if the callee is a Python function.
#[inline(always)]
fn function(callee: &ObjRef) -> Option<&Ref<Function>> {
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
        if linked.exact_args as usize == count
            && cpu.vm.run.has_room(window, linked.registers as usize)
            && !cpu.vm.run.interrupted()
        {
            let function = cpu.take_reg(at);
            call::push(cpu.vm, Entry { function, window, count, names: &[], kind: Kind::Value, held: None });
            *cpu = Cpu::load(cpu.vm);
            return Step::Jump;
        }
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

/// As above with some trailing parameters left to their defaults.
#[inline(always)]
pub fn call_py_defaults(cpu: &mut Cpu, i: Site) -> Step {
    let (at, _) = site(cpu, i);
    if function(cpu.live(at)).is_none() || cpu.vm.run.interrupted() {
        return missed(cpu.vm, cpu.frame(), i.get());
    }
    invoke(cpu.vm, cpu.frame(), i.get())
}

#[cold]
#[inline(never)]
pub(super) fn missed(vm: &Vm, f: &Frame, i: Instr) -> Step {
    if let Err(raised) = vm.check_interrupt() {
        return Step::Raise(raised);
    }
    f.despecialise();
    invoke(vm, f, i)
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
    let Some(function) = function(callee) else { return ops_native::choose(vm, callee, count) };
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
    let entry = Entry { function, window: f.reg(first), count, names, kind: Kind::Value, held: None };
    match enter(vm, entry) {
        Ok(()) => Step::Switch,
        Err(raised) => Step::Raise(raised),
    }
}

/// A method object: its self takes the callee's place in front of the arguments.
fn bound_method(vm: &Vm, f: &Frame, i: Instr, at: i16, count: usize, names: &[ObjRef]) -> Step {
    let (target, this) = crate::vm::method::parts(f.rk(at));
    if target.ty().exact() != Exact::Function {
        return native(vm, f, i, at, count, names);
    }
    let method = f.take_reg(at);
    f.write(at, this);
    drop(method);
    enter_at(vm, f, target, at, count + 1, names)
}

/// A call that native code carries out.
fn native(vm: &Vm, f: &Frame, i: Instr, at: i16, count: usize, names: &[ObjRef]) -> Step {
    match vm.call_args(f.rk(at), Args::new(f.slice(at + 1, count), names)) {
        Ok(value) => {
            drop(f.clear(at));
            f.drop_range(at + 1, count);
            f.write(i.a, value);
            Step::Next
        }
        Err(raised) => Step::Raise(raised),
    }
}

/// A class: a plain instance whose `__init__` is a Python function is made without native recursion.
fn class(vm: &Vm, f: &Frame, i: Instr, at: i16, count: usize, names: &[ObjRef]) -> Step {
    let class = f.rk(at);
    let Some(init) = vm.plain_init(class) else { return native(vm, f, i, at, count, names) };
    instantiate(vm, f, at, count, names, init)
}

/// Makes the instance and enters `init`; the instance takes the callee's place.
pub(super) fn instantiate(vm: &Vm, f: &Frame, at: i16, count: usize, names: &[ObjRef], init: ObjRef) -> Step {
    let class = f.rk(at);
    match vm.new_instance(class) {
        Ok(instance) => {
            let class = f.take_reg(at);
            f.write(at, instance.clone());
            drop(class);
            let window = f.reg(at);
            let entry =
                Entry { function: init, window, count: count + 1, names, kind: Kind::Init, held: Some(instance) };
            match enter(vm, entry) {
                Ok(()) => Step::Switch,
                Err(raised) => Step::Raise(raised),
            }
        }
        Err(raised) => Step::Raise(raised),
    }
}

/// `f(a, key=b)`
pub fn call_kw(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let (at, count) = site_of(f, i);
    let names = f.linked().constant(f.extra()).to::<Tuple>().items();
    dispatch(vm, f, i, at, count, names)
}

/// `f(*args, **keywords)`
pub fn call_ex(vm: &Vm, f: &Frame, i: Instr) -> Step {
    if function(f.rk(i.b)).is_none() && lends_tuple(f, i) {
        return lent_call(vm, f, i);
    }
    match spread(vm, f, i) {
        Ok((values, names)) => spread_call(vm, f, i, values, &names),
        Err(raised) => Step::Raise(raised),
    }
}

/// Whether the arguments are a tuple and no keywords: native code gets its items as they are.
fn lends_tuple(f: &Frame, i: Instr) -> bool {
    let plain = i.d == 0 || f.rk(i.b + 2).to::<Dict>().is_empty();
    plain && f.rk(i.b + 1).has::<Tuple>()
}

/// Calls native code with the items of the tuple, whose counts the tuple holds.
fn lent_call(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let items = f.rk(i.b + 1).to::<Tuple>().items();
    match vm.call_args(f.rk(i.b), Args::positional_only(items).within(Some(f.rk(i.b + 1)))) {
        Ok(value) => {
            f.drop_range(i.b, 2 + i.d as usize);
            f.write(i.a, value);
            Step::Next
        }
        Err(raised) => Step::Raise(raised),
    }
}

/// The values (named ones last) and the names.
fn spread(vm: &Vm, f: &Frame, i: Instr) -> PyResult<(Vec<ObjRef>, Vec<ObjRef>)> {
    let (callee, source) = (f.rk(i.b), f.rk(i.b + 1));
    let mut values = match source.payload::<Tuple>() {
        Some(tuple) => tuple.items().to_vec(),
        None => vm.collect(source).map_err(|raised| star_error(vm, callee, source, raised))?,
    };
    let mut names = Vec::new();
    if i.d == 1 {
        let keywords = f.rk(i.b + 2).to::<Dict>();
        for n in 0..keywords.entries_len() {
            let Some((key, value)) = keywords.entry(n) else { continue };
            if !vm.is_str(&key) {
                return Err(vm.type_error("keywords must be strings"));
            }
            names.push(key);
            values.push(value);
        }
    }
    Ok((values, names))
}

fn star_error(vm: &Vm, callee: &ObjRef, source: &ObjRef, raised: Raised) -> Raised {
    if !raised.matches(vm, Exc::TypeError) || !vm.is_not_iterable(source) {
        return raised;
    }
    let kind = vm.type_name(source);
    match vm.function_str(callee) {
        Ok(name) => vm.type_error(format!("{name} argument after * must be an iterable, not {kind}")),
        Err(raised) => raised,
    }
}

fn spread_call(vm: &Vm, f: &Frame, i: Instr, values: Vec<ObjRef>, names: &[ObjRef]) -> Step {
    let used = 2 + i.d as usize;
    if function(f.rk(i.b)).is_none() {
        return match vm.call_args(f.rk(i.b), Args::new(&values, names)) {
            Ok(value) => {
                drop(values);
                f.drop_range(i.b, used);
                f.write(i.a, value);
                Step::Next
            }
            Err(raised) => Step::Raise(raised),
        };
    }
    let callee = f.take_reg(i.b);
    let held = Some(f.take_reg(i.b + 1)).filter(|source| source.has::<Tuple>());
    f.drop_range(i.b + 2, used - 2);
    let (window, count) = (f.reg(i.b + 1), values.len());
    if !vm.run.has_room(window, count) {
        return Step::Raise(vm.too_deep(""));
    }
    for (x, value) in values.into_iter().enumerate() {
        // SAFETY: M1 by `has_room`, M4: everything from here on is empty.
        unsafe { window.add(x).write(Some(value)) };
    }
    let entry = Entry { function: callee, window, count, names, kind: Kind::Spread, held };
    match enter(vm, entry) {
        Ok(()) => Step::Switch,
        Err(raised) => Step::Raise(raised),
    }
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
    *cpu = Cpu::load(cpu.vm);
    cpu.write(cpu.site().a(), value);
    Step::Next
}

#[inline(never)]
fn return_slow(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let value = f.take(i.a);
    leave_with(vm, f, value)
}

/// The frame on top returns `value`.
pub(crate) fn leave_with(vm: &Vm, f: &Frame, value: ObjRef) -> Step {
    let kind = f.kind.get();
    let held = f.held.take();
    unwind::leave(vm, f);
    match kind {
        Kind::Native | Kind::Generator | Kind::Leaving | Kind::Base => Step::Leave(value),
        Kind::ForIter | Kind::Send => generator::returned(vm, kind, value),
        Kind::Value | Kind::Spread => {
            drop(held);
            deliver(vm, value)
        }
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

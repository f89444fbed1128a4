//! Handlers: calls of native functions and methods by their table row, and of classes.

use gc::{Exact, List, ObjRef, RawObj, Ref, TypeHead};

use crate::bind;
use crate::builtins::builtin_function::BuiltinFunction;
use crate::builtins::descriptors::MethodDescriptor;
use crate::builtins::functions::{attributes, iteration};
use crate::builtins::{list, type_object};
use crate::error::PyResult;
use crate::native::{Args, Fun, Method, Releases};
use crate::object::Type;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::instr::{Form, XOp};
use crate::vm::ops_call::{after_native, instantiate_exact, missed, site};
use crate::vm::ops_special;

/// The special form for a callee that is no Python function.
pub(super) fn choose(vm: &Vm, callee: &ObjRef, args: &[ObjRef]) -> Option<Form> {
    let count = args.len();
    match callee.ty().exact() {
        Exact::BuiltinFunction => {
            let row = callee.to::<BuiltinFunction>().method.0;
            (!row.general && takes(row, count)).then(|| known(row, args).unwrap_or(Form::plain(XOp::CallNative)))
        }
        Exact::MethodDescriptor => {
            let row = callee.to::<MethodDescriptor>().method.0;
            let form = || known(row, args).unwrap_or(Form::plain(XOp::CallDescriptor));
            (count > 0 && takes(row, count - 1)).then(form)
        }
        Exact::Type if callee.is(&vm.types.type_) => {
            (count == 1 && type_object::SPEC.vectorcall.have(vm)).then_some(Form::plain(XOp::CallType))
        }
        Exact::Type if is_builtin(callee) => Some(Form::plain(XOp::CallBuiltinClass)),
        Exact::Type => {
            let Some(init) = vm.plain_init(callee) else { return ops_special::choose_new(vm, callee, count) };
            let version = vm.type_version(callee);
            let word = init.as_raw().as_ptr().expose_provenance();
            (version != 0).then_some(Form { op: XOp::CallClass, version, index: 0, word })
        }
        Exact::Other => ops_special::choose_call(vm, callee, count),
        _ => None,
    }
}

/// The form of a function that has one of its own.
fn known(row: &Method, args: &[ObjRef]) -> Option<Form> {
    let of_list = matches!(args, [list, _] if list.ty().exact() == Exact::List);
    let op = match row.fun {
        Fun::One(f) if of_list && std::ptr::fn_addr_eq(f, list::append as One) => XOp::CallAppend,
        Fun::One(f) if std::ptr::fn_addr_eq(f, iteration::len as One) => XOp::CallLen,
        Fun::Pos(2, 2, f) if std::ptr::fn_addr_eq(f, attributes::isinstance as Pos) => XOp::CallIsInstance,
        _ => return None,
    };
    Some(Form { word: std::ptr::from_ref(row).addr(), ..Form::plain(op) })
}

/// The functions of [`Fun::One`] and [`Fun::Pos`].
type One = fn(&Vm, &ObjRef, &ObjRef) -> PyResult;
type Pos = fn(&Vm, &ObjRef, &[ObjRef]) -> PyResult;

/// Whether a site meets the builtin function again whose row it knows.
#[inline(always)]
fn is_known_function(cpu: &Cpu, at: i16) -> bool {
    let callee = cpu.live(at);
    // SAFETY: I1 of gc for the exact type.
    callee.ty().exact() == Exact::BuiltinFunction
        && std::ptr::from_ref(unsafe { callee.cast_unchecked::<BuiltinFunction>() }.method.0).addr() == cpu.cache().word
}

/// The same of a method on a type.
#[inline(always)]
fn is_known_method(cpu: &Cpu, at: i16) -> bool {
    let callee = cpu.live(at);
    // SAFETY: I1 of gc for the exact type.
    callee.ty().exact() == Exact::MethodDescriptor
        && std::ptr::from_ref(unsafe { callee.cast_unchecked::<MethodDescriptor>() }.method.0).addr()
            == cpu.cache().word
}

/// `list.append(item)`: the item moves.
#[inline(always)]
pub fn call_append(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    if count == 2 && is_known_method(cpu, at) && cpu.live(at + 1).ty().exact() == Exact::List {
        let item = cpu.take_reg(at + 2);
        // SAFETY: I1 of gc for the exact type.
        let list: &Ref<List> = unsafe { cpu.live(at + 1).cast_unchecked() };
        if list.push(&cpu.vm.heap, item).is_err() {
            return Step::Raise(cpu.vm.memory_error());
        }
        drop(cpu.clear(at + 1));
        drop(cpu.clear(at));
        cpu.write(i.a(), cpu.vm.none());
        return Step::Next;
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

#[inline(always)]
pub fn call_len(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    if count == 1 && is_known_function(cpu, at) {
        let vm = cpu.vm;
        return match vm.len(cpu.live(at + 1)) {
            Ok(len) => finish(cpu, i, at, count, Ok(vm.int_exact(len as i64)), false),
            Err(raised) => Step::Raise(raised),
        };
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

#[inline(always)]
pub fn call_is_instance(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    if count == 2 && is_known_function(cpu, at) {
        let vm = cpu.vm;
        return match vm.is_instance(cpu.live(at + 1), cpu.live(at + 2)) {
            Ok(is) => finish(cpu, i, at, count, Ok(vm.bool(is)), false),
            Err(raised) => Step::Raise(raised),
        };
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

/// Whether the number of arguments may fit a row's function.
fn takes(row: &Method, count: usize) -> bool {
    match row.fun {
        Fun::None(_) => count == 0,
        Fun::One(_) => count == 1,
        Fun::Pos(min, max, _) => count >= min as usize && count <= max as usize,
        Fun::Bound(_) | Fun::Raw(_) => true,
    }
}

/// Calls a row's function if the number of arguments fits it; `skips_self`: the signature's first parameter is `this`.
#[inline(always)]
fn call_row(vm: &Vm, row: &Method, skips_self: bool, this: &ObjRef, args: &[ObjRef]) -> Option<PyResult> {
    let packed = row.packs.have(vm).then(|| Args::positional_only(args).packed(vm));
    match (row.fun, args) {
        (Fun::One(f), [arg]) => Some(f(vm, this, arg)),
        (Fun::None(f), []) => Some(f(vm, this)),
        (Fun::Pos(min, max, f), args) if args.len() >= min as usize && args.len() <= max as usize => {
            Some(f(vm, this, args))
        }
        (Fun::Bound(f), args) => Some(f(vm, this, bind::leading(row, skips_self, args)?.get())),
        (Fun::Raw(f), args) => {
            let given = Args::positional_only(args);
            Some(match &packed {
                Some(packed) => f(vm, this, given.within(packed.tuple())),
                None => f(vm, this, given),
            })
        }
        _ => None,
    }
}

/// Stores the result; callee and arguments are gone afterwards.
#[inline(always)]
fn finish(cpu: &Cpu, i: Site, at: i16, count: usize, result: PyResult, breaks: bool) -> Step {
    match result {
        Ok(value) => {
            drop(cpu.clear(at));
            cpu.frame().drop_range(at + 1, count);
            cpu.write(i.a(), value);
            if breaks { after_native(cpu.vm) } else { Step::Next }
        }
        Err(raised) => Step::Raise(raised),
    }
}

#[inline(always)]
pub fn call(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    let callee = cpu.live(at);
    if callee.ty().exact() == Exact::BuiltinFunction {
        // SAFETY: I1 of gc for the exact type; M6: the callee stays in its register during the call.
        let (row, skips_self, this) = unsafe {
            let function: &Ref<BuiltinFunction> = callee.cast_unchecked();
            (function.method.0, function.is_method.get(), function.this.as_ref().unwrap_or(&cpu.vm.none))
        };
        if let Some(result) = call_row(cpu.vm, row, skips_self, this, cpu.frame().slice(at + 1, count)) {
            return finish(cpu, i, at, count, result, row.breaks);
        }
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

/// Calls a builtin function or class from native code, if the number of arguments fits.
#[inline]
pub(crate) fn call_directly(vm: &Vm, callee: &ObjRef, args: &[ObjRef]) -> Option<PyResult> {
    match callee.ty().exact() {
        Exact::BuiltinFunction => {
            // SAFETY: I1 of gc for the exact type; M6: the caller holds the callee during the call.
            let (row, skips_self, this) = unsafe {
                let function: &Ref<BuiltinFunction> = callee.cast_unchecked();
                (function.method.0, function.is_method.get(), function.this.as_ref().unwrap_or(&vm.none))
            };
            call_row(vm, row, skips_self, this, args)
        }
        Exact::Type if is_builtin(callee) => Some(construct(vm, callee, args)),
        _ => None,
    }
}

#[inline(always)]
pub fn call_descriptor(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    let callee = cpu.live(at);
    if callee.ty().exact() == Exact::MethodDescriptor && count > 0 {
        // SAFETY: I1 of gc for the exact type.
        let descriptor: &Ref<MethodDescriptor> = unsafe { callee.cast_unchecked() };
        let (this, args) = cpu.frame().slice(at + 1, count).split_first().expect("count > 0");
        if (descriptor.owner.holds(this.ty_ref()) || derives(this, descriptor.owner.get()))
            && let Some(result) = call_row(cpu.vm, descriptor.method.0, true, this, args)
        {
            return finish(cpu, i, at, count, result, descriptor.method.0.breaks);
        }
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

/// Whether the object's class derives from the owner of a method.
fn derives(this: &ObjRef, owner: Option<ObjRef>) -> bool {
    owner.is_some_and(|owner| Type::derives_from(this.ty_ref(), &owner))
}

#[inline(always)]
pub fn call_type(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    if count == 1 && cpu.live(at).is(&cpu.vm.types.type_) {
        let ty = cpu.live(at + 1).ty_ref().clone();
        return finish(cpu, i, at, count, Ok(ty), false);
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

/// Whether the class is one of our own, whose calls run no Python constructor.
#[inline(always)]
fn is_builtin(class: &ObjRef) -> bool {
    as_type(class).spec.get().is_some()
}

/// A builtin class. Those that CPython calls without an argument tuple do not count as a level of recursion.
#[inline(always)]
pub fn call_builtin_class(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    let class = cpu.live(at);
    if class.ty().exact() == Exact::Type && is_builtin(class) {
        let (vm, args) = (cpu.vm, cpu.frame().slice(at + 1, count));
        let result = plain_text(vm, class, args).unwrap_or_else(|| construct(vm, class, args));
        return finish(cpu, i, at, count, result, true);
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

/// `str(x)` makes no argument tuple once the call is specialised.
#[inline(always)]
fn plain_text(vm: &Vm, class: &ObjRef, args: &[ObjRef]) -> Option<PyResult> {
    let [value] = args else { return None };
    (class.is(&vm.types.str) && TEXT_OF_ONE.have(vm)).then(|| vm.str_of(value))
}

#[inline(never)]
fn construct(vm: &Vm, class: &ObjRef, args: &[ObjRef]) -> PyResult {
    let ty = as_type(class);
    let vectorcall = ty.spec.get().is_some_and(|spec| spec.vectorcall.have(vm));
    if vectorcall && let (Some(new), None) = (ty.slots.new.get(), ty.slots.init.get()) {
        let made = new(vm, class, Args::positional_only(args))?;
        return type_object::initialized(vm, class, made, Args::positional_only(args));
    }
    let _level = if vectorcall { None } else { Some(vm.enter_recursion(" while calling a Python object")?) };
    type_object::call(vm, class, Args::positional_only(args))
}

/// Releases whose specialised `str(x)` makes no argument tuple.
const TEXT_OF_ONE: Releases = Releases::since(11);

/// A plain class: `version` its own version, `word` its `__init__`.
#[inline(always)]
pub fn call_class(cpu: &mut Cpu, i: Site) -> Step {
    let (at, count) = site(cpu, i);
    let (class, cache) = (cpu.live(at), cpu.cache());
    if class.ty().exact() == Exact::Type && TypeHead::of(class).version() == cache.version {
        let raw = RawObj::new(std::ptr::with_exposed_provenance_mut(cache.word));
        // SAFETY: M7, the version was just compared.
        let raw = unsafe { raw.unwrap_unchecked() };
        // SAFETY: M7, as above.
        let init = unsafe { ObjRef::borrow_raw(&raw) };
        return instantiate_exact(cpu.vm, cpu.frame(), at, count, init);
    }
    missed(cpu.vm, cpu.frame(), i.get())
}

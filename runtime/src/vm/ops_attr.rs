//! Handlers: attributes, and methods without bound objects.
//!
//! The special forms compare the version of the object's type (or of the module's keys), which
//! changes with everything that could make the answer another one. What an instance itself may
//! change is looked at: its values, its dict. Only `LoadMethodType` looks at constants
//! (`', '.join`); for the other forms the object is in a register.

use gc::{Exact, Lookup, ObjRef, RawObj, Ref, Slot, Storage, Str, Values, storage_of};

use crate::builtins::descriptors::AttributeDescriptor;
use crate::builtins::module::Module;
use crate::error::PyResult;
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::attr_forms as forms;
use crate::vm::call::{Entry, enter};
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::{Frame, Kind};
use crate::vm::instr::{Cache, Instr, XOp};

/// `index` of caches for classes whose instances have no dict.
pub const NO_DICT: u16 = u16::MAX;

/// Drops the object, stores the attribute.
#[inline(always)]
fn done(cpu: &Cpu, i: Site, value: ObjRef) -> Step {
    cpu.consume(i.b());
    cpu.write(i.a(), value);
    Step::Next
}

#[inline(always)]
fn values_of(obj: &ObjRef) -> Option<Values> {
    // SAFETY: M7, the forms that call this are only chosen for classes with managed words, which
    // the version stands for; the values are used at once.
    unsafe { gc::managed_values(obj) }
}

/// The object that the cache names, as a handle of one's own.
#[inline(always)]
pub(super) fn cached(cache: &Cache) -> ObjRef {
    let raw = RawObj::new(std::ptr::with_exposed_provenance_mut(cache.word));
    // SAFETY: M7, callers have just compared the version.
    unsafe { ObjRef::borrow_raw(&raw.unwrap_unchecked()).clone() }
}

#[inline(always)]
pub fn load_value(cpu: &mut Cpu, i: Site) -> Step {
    let (obj, cache) = (cpu.live(i.b()), cpu.cache());
    if obj.ty().version() == cache.version
        && let Some(values) = values_of(obj).filter(|v| (cache.index as usize) < v.capacity())
        && let Some(value) = values.slot(cache.index as usize).get()
    {
        return done(cpu, i, value);
    }
    load_missed(cpu.vm, cpu.frame(), i.get()).into()
}

/// The instance's dict, if it has one of its own.
#[inline(always)]
fn dict_slot(obj: &ObjRef) -> Option<&Slot> {
    match storage_of(obj) {
        Storage::Word(slot) | Storage::Pair { dict: slot, .. } => Some(slot),
        _ => None,
    }
}

#[inline(always)]
fn name(f: &Frame, i: Instr) -> &Ref<Str> {
    // SAFETY: I1 of gc, names are exact strs.
    unsafe { f.linked().names[i.uc()].cast_unchecked() }
}

/// The attribute in the instance's own dict.
#[inline(always)]
fn from_dict(obj: &ObjRef, name: &Ref<Str>) -> Option<ObjRef> {
    // SAFETY: M6, no Python runs while the dict is borrowed.
    let dict = unsafe { dict_slot(obj)?.as_ref()? };
    match dict.cast_ref::<gc::Dict>()?.find_str(name) {
        Lookup::Found(entry) => dict.cast_ref::<gc::Dict>()?.value_at(entry),
        _ => None,
    }
}

#[inline(always)]
pub fn load_dict(cpu: &mut Cpu, i: Site) -> Step {
    let obj = cpu.live(i.b());
    if obj.ty().version() == cpu.cache().version
        && let Some(value) = from_dict(obj, name(cpu.frame(), i.get()))
    {
        return done(cpu, i, value);
    }
    load_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
fn member<'o>(obj: &'o ObjRef, cache: &Cache) -> &'o Slot {
    // SAFETY: M7, the version stands for the class whose member lies at this offset.
    unsafe { gc::word(obj.as_raw(), cache.index as isize) }
}

#[inline(always)]
pub fn load_member(cpu: &mut Cpu, i: Site) -> Step {
    let (obj, cache) = (cpu.live(i.b()), cpu.cache());
    if obj.ty().version() == cache.version
        && let Some(value) = member(obj, cache).get()
    {
        return done(cpu, i, value);
    }
    load_missed(cpu.vm, cpu.frame(), i.get()).into()
}

/// Whether the instance does not hide the attribute `name` of its class. `index` is the number of
/// names the class's instances had in common when the form was chosen: without a new one, no
/// instance can have got this name into its values.
#[inline(always)]
fn shows_class(obj: &ObjRef, index: u16, name: &Ref<Str>) -> bool {
    if index == NO_DICT {
        return true;
    }
    if values_of(obj).is_some() {
        return type_of(obj).shared.len() == index as usize;
    }
    no_own(obj, name)
}

#[inline(never)]
fn no_own(obj: &ObjRef, name: &Ref<Str>) -> bool {
    // SAFETY: M6, no Python runs while the dict is borrowed.
    let dict = match dict_slot(obj).map(|slot| unsafe { slot.as_ref() }) {
        Some(Some(dict)) => dict,
        Some(None) => return true,
        None => return false,
    };
    dict.cast_ref::<gc::Dict>().is_some_and(|dict| dict.find_str(name) == Lookup::Absent)
}

#[inline(always)]
pub fn load_type(cpu: &mut Cpu, i: Site) -> Step {
    let (obj, cache) = (cpu.live(i.b()), cpu.cache());
    if obj.ty().version() == cache.version && shows_class(obj, cache.index, name(cpu.frame(), i.get())) {
        return done(cpu, i, cached(cache));
    }
    load_missed(cpu.vm, cpu.frame(), i.get()).into()
}

/// An attribute of a class itself: the version is the class's own.
#[inline(always)]
fn class_fits(obj: &ObjRef, cache: &Cache) -> bool {
    obj.ty().exact() == Exact::Type && gc::TypeHead::of(obj).version() == cache.version
}

#[inline(always)]
pub fn load_class(cpu: &mut Cpu, i: Site) -> Step {
    let (obj, cache) = (cpu.live(i.b()), cpu.cache());
    if class_fits(obj, cache) {
        return done(cpu, i, cached(cache));
    }
    load_missed(cpu.vm, cpu.frame(), i.get()).into()
}

/// A name in a module's dict: the version is that of its keys.
#[inline(always)]
fn from_module(obj: &ObjRef, cache: &Cache) -> Option<ObjRef> {
    if obj.ty().exact() != Exact::Module {
        return None;
    }
    // SAFETY: I1 of gc for the exact type; M6 for the short look into the slot.
    let dict = unsafe { obj.cast_unchecked::<Module>().dict.as_ref()?.cast_unchecked::<gc::Dict>() };
    if dict.keys_version() != cache.version {
        return None;
    }
    // SAFETY: M7, the version was just compared.
    unsafe { dict.value_cached(cache.index as usize) }
}

#[inline(always)]
pub fn load_module(cpu: &mut Cpu, i: Site) -> Step {
    match from_module(cpu.live(i.b()), cpu.cache()) {
        Some(value) => done(cpu, i, value),
        None => load_missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

/// What a builtin type computes for its instances.
#[inline(always)]
pub fn load_computed(cpu: &mut Cpu, i: Site) -> Step {
    if cpu.live(i.b()).ty().version() == cpu.cache().version {
        return compute(cpu.vm, cpu.frame(), i.get()).into();
    }
    load_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(never)]
fn compute(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let descriptor = cached(f.cache());
    // SAFETY: I1 of gc, the form is only chosen for these descriptors.
    let Some(row) = unsafe { descriptor.cast_unchecked::<AttributeDescriptor>() }.row.0 else {
        return load_missed(vm, f, i);
    };
    let _held = f.hold(i.b);
    let value = (row.get)(vm, f.rk(i.b))?;
    f.consume(i.b);
    f.write(i.a, value);
    Ok(())
}

/// A property whose getter is a Python function: its frame goes on top.
#[inline(always)]
pub fn load_property(cpu: &mut Cpu, i: Site) -> Step {
    let (obj, cache) = (cpu.live(i.b()), cpu.cache());
    if obj.ty().version() == cache.version {
        let getter = cached(cache);
        return enter_getter(cpu.vm, cpu.frame(), i.get(), getter);
    }
    load_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(never)]
fn enter_getter(vm: &Vm, f: &Frame, i: Instr, getter: ObjRef) -> Step {
    let window = f.window_end();
    if !vm.run.has_room(window, 1) {
        return Step::Raise(vm.too_deep(""));
    }
    // SAFETY: M1 by `has_room`, M4: what lies above the frames is empty.
    unsafe { window.write(Some(f.take(i.b))) };
    match enter(vm, Entry { function: getter, window, count: 1, names: &[], kind: Kind::Value, held: None }) {
        Ok(()) => crate::vm::ops_jump::entered(vm, Step::Switch),
        Err(raised) => Step::Raise(raised),
    }
}

#[cold]
fn load_missed(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    f.despecialise();
    general_load(vm, f, i)
}

/// `b.name` of anything.
pub fn load(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        f.specialise(forms::load(vm, f.rk(i.b), name(f, i)).filter(|_| i.b >= 0));
    }
    general_load(vm, f, i)
}

fn general_load(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let _held = f.hold(i.b);
    let value = vm.get_attr(f.rk(i.b), &f.linked().names[i.uc()])?;
    f.consume(i.b);
    f.write(i.a, value);
    Ok(())
}

#[inline(always)]
pub fn store_value(cpu: &mut Cpu, i: Site) -> Step {
    let (obj, cache) = (cpu.live(i.a()), cpu.cache());
    if obj.ty().version() == cache.version {
        let index = cache.index as usize;
        if let Some(values) = values_of(obj).filter(|v| index < v.capacity()) {
            let old = values.slot(index).replace(cpu.take(i.b()));
            if old.is_none() {
                values.note_set(index);
            }
            drop(old);
            cpu.consume(i.a());
            return Step::Next;
        }
    }
    store_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn store_member(cpu: &mut Cpu, i: Site) -> Step {
    let (obj, cache) = (cpu.live(i.a()), cpu.cache());
    if obj.ty().version() == cache.version {
        let old = member(obj, cache).replace(cpu.take(i.b()));
        drop(old);
        cpu.consume(i.a());
        return Step::Next;
    }
    store_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[cold]
fn store_missed(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    f.despecialise();
    general_store(vm, f, i)
}

/// `a.name = b` of anything.
pub fn store(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        f.specialise(forms::store(vm, f.rk(i.a), name(f, i)).filter(|_| i.a >= 0));
    }
    general_store(vm, f, i)
}

fn general_store(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let _held = (f.hold(i.b), f.hold(i.a));
    vm.set_attr(f.rk(i.a), &f.linked().names[i.uc()], f.rk(i.b))?;
    f.consume(i.b);
    f.consume(i.a);
    Ok(())
}

/// `del a.name`
pub fn delete(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let _held = f.hold(i.a);
    vm.del_attr(f.rk(i.a), &f.linked().names[i.ub()])?;
    f.consume(i.a);
    Ok(())
}

/// The method and its self, for the call that follows.
#[inline(always)]
fn method_done(cpu: &Cpu, i: Site, method: ObjRef) -> Step {
    let this = cpu.take(i.b());
    cpu.fill(i.a(), method);
    cpu.fill(i.a() + 1, this);
    Step::Next
}

/// A callable without a self.
#[inline(always)]
fn callable_done(cpu: &Cpu, i: Site, callable: ObjRef) -> Step {
    cpu.consume(i.b());
    cpu.fill(i.a() + 1, callable);
    Step::Next
}

#[inline(always)]
pub fn method_type(cpu: &mut Cpu, i: Site) -> Step {
    let cache = cpu.cache();
    if cpu.rk(i.b()).ty().version() == cache.version {
        return method_done(cpu, i, cached(cache));
    }
    method_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn method_value(cpu: &mut Cpu, i: Site) -> Step {
    let (obj, cache) = (cpu.live(i.b()), cpu.cache());
    if obj.ty().version() == cache.version && shows_class(obj, cache.index, name(cpu.frame(), i.get())) {
        return method_done(cpu, i, cached(cache));
    }
    method_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn method_class(cpu: &mut Cpu, i: Site) -> Step {
    let (obj, cache) = (cpu.live(i.b()), cpu.cache());
    if class_fits(obj, cache) {
        return callable_done(cpu, i, cached(cache));
    }
    method_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn method_module(cpu: &mut Cpu, i: Site) -> Step {
    match from_module(cpu.live(i.b()), cpu.cache()) {
        Some(value) => callable_done(cpu, i, value),
        None => method_missed(cpu.vm, cpu.frame(), i.get()).into(),
    }
}

#[cold]
fn method_missed(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    f.despecialise();
    general_method(vm, f, i)
}

/// The callee of `b.name(…)`: a function and its self, or one callable.
pub fn method(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        let form = forms::method(vm, f.rk(i.b), name(f, i));
        f.specialise(form.filter(|form| i.b >= 0 || form.op == XOp::LoadMethodType));
    }
    general_method(vm, f, i)
}

fn general_method(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    match vm.load_method(f.rk(i.b), &f.linked().names[i.uc()])? {
        (method, true) => {
            let this = f.take(i.b);
            f.write(i.a, method);
            f.write(i.a + 1, this);
        }
        (attribute, false) => {
            f.consume(i.b);
            f.write(i.a + 1, attribute);
        }
    }
    Ok(())
}

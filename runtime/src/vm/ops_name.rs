//! Handlers: globals, builtins and the names of module, class and exec code.

use gc::{Dict, Lookup, ObjRef, Ref, Str};

use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use crate::vm::cell::CellObject;
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::Frame;
use crate::vm::instr::{Form, Instr, XOp};
use crate::vm::ops_move::empty_cell;

/// `globals` by entry index: `version` the keys' version, `index` the entry.
#[inline(always)]
fn module_value(cpu: &Cpu) -> Option<ObjRef> {
    let (cache, globals) = (cpu.cache(), cpu.frame().globals());
    if globals.keys_version() == cache.version { cached(globals, cache.index) } else { None }
}

/// As above for a builtin; `word` is the version of the builtins' keys, `version` that of the globals.
#[inline(always)]
fn builtin_value(cpu: &Cpu) -> Option<ObjRef> {
    let (cache, frame) = (cpu.cache(), cpu.frame());
    if frame.globals().keys_version() != cache.version {
        return None;
    }
    let builtins = frame.builtins();
    if builtins.keys_version() as usize == cache.word { cached(builtins, cache.index) } else { None }
}

#[inline(always)]
pub fn load_global_module(cpu: &mut Cpu, i: Site) -> Step {
    match module_value(cpu) {
        Some(value) => loaded(cpu, i, value),
        None => missed(cpu.vm, cpu.frame(), i.get(), load_global),
    }
}

#[inline(always)]
pub fn load_global_builtin(cpu: &mut Cpu, i: Site) -> Step {
    match builtin_value(cpu) {
        Some(value) => loaded(cpu, i, value),
        None => missed(cpu.vm, cpu.frame(), i.get(), load_global),
    }
}

#[inline(always)]
pub fn load_name_module(cpu: &mut Cpu, i: Site) -> Step {
    match module_value(cpu).filter(|_| is_module(cpu.frame())) {
        Some(value) => loaded(cpu, i, value),
        None => missed(cpu.vm, cpu.frame(), i.get(), load_name),
    }
}

#[inline(always)]
pub fn load_name_builtin(cpu: &mut Cpu, i: Site) -> Step {
    match builtin_value(cpu).filter(|_| is_module(cpu.frame())) {
        Some(value) => loaded(cpu, i, value),
        None => missed(cpu.vm, cpu.frame(), i.get(), load_name),
    }
}

#[inline(always)]
fn loaded(cpu: &Cpu, i: Site, value: ObjRef) -> Step {
    cpu.write(i.a(), value);
    Step::Next
}

/// Whether the names of the frame's code are its globals.
#[inline(always)]
fn is_module(f: &Frame) -> bool {
    f.namespace.holds(f.globals().as_obj())
}

/// Replaces the value of a global whose entry the cache knows. False: it does not know any more.
#[inline(always)]
fn replaced(cpu: &Cpu, i: Site) -> bool {
    let (cache, globals) = (cpu.cache(), cpu.frame().globals());
    let known = globals.keys_version() == cache.version;
    if known {
        let value = cpu.take(i.b());
        drop(globals.replace_value(&cpu.vm.heap, cache.index as usize, value));
    }
    known
}

#[inline(always)]
pub fn store_name_module(cpu: &mut Cpu, i: Site) -> Step {
    if is_module(cpu.frame()) && replaced(cpu, i) {
        return Step::Next;
    }
    missed(cpu.vm, cpu.frame(), i.get(), store_name)
}

#[inline(always)]
pub fn store_global_module(cpu: &mut Cpu, i: Site) -> Step {
    if replaced(cpu, i) { Step::Next } else { missed(cpu.vm, cpu.frame(), i.get(), store_global) }
}

/// The value of an entry whose table still has the version that the cache names.
#[inline(always)]
fn cached(dict: &Ref<Dict>, entry: u16) -> Option<ObjRef> {
    // SAFETY: M7, callers have compared the version, under which the entry was found.
    unsafe { dict.value_cached(entry as usize) }
}

#[cold]
fn missed(vm: &Vm, f: &Frame, i: Instr, general: fn(&Vm, &Frame, Instr) -> PyResult<()>) -> Step {
    f.despecialise();
    general(vm, f, i).into()
}

/// Where a global is.
fn find_global(f: &Frame, i: Instr) -> Option<Form> {
    let name = &f.linked().names[i.ub()];
    let name = name.cast_ref::<Str>()?;
    let (globals, builtins) = (f.globals(), f.builtins());
    let version = known_version(globals)?;
    if let Lookup::Found(at) = globals.find_str(name) {
        return Some(Form { op: XOp::LoadGlobalModule, version, index: u16::try_from(at).ok()?, word: 0 });
    }
    let Lookup::Found(at) = builtins.find_str(name) else { return None };
    let word = known_version(builtins)? as usize;
    Some(Form { op: XOp::LoadGlobalBuiltin, version, index: u16::try_from(at).ok()?, word })
}

/// The form of a name in module code.
fn find_name(f: &Frame, i: Instr) -> Option<Form> {
    let form = find_global(f, i).filter(|_| is_module(f))?;
    let op = if form.op == XOp::LoadGlobalModule { XOp::LoadNameModule } else { XOp::LoadNameBuiltin };
    Some(Form { op, ..form })
}

/// The form of storing a global that exists.
fn find_stored(f: &Frame, i: Instr, op: XOp) -> Option<Form> {
    let name = f.linked().names[i.ua()].cast_ref::<Str>()?;
    let Lookup::Found(at) = f.globals().find_str(name) else { return None };
    Some(Form { op, version: known_version(f.globals())?, index: u16::try_from(at).ok()?, word: 0 })
}

/// The version of the dict's keys, if it can have one.
fn known_version(dict: &Ref<Dict>) -> Option<u32> {
    Some(dict.make_keys_version(dict.as_obj().heap())).filter(|version| *version != 0)
}

pub fn load_global(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        f.specialise(find_global(f, i));
    }
    let name = &f.linked().names[i.ub()];
    let value = vm.global(f, name)?;
    f.write(i.a, value);
    Ok(())
}

impl Vm {
    /// A name in the frame's globals, then in its builtins.
    fn global(&self, f: &Frame, name: &ObjRef) -> PyResult {
        // The globals given to `exec` or `eval` may be of a class of their own, with a `__missing__`.
        if let Some(value) = self.namespace_get(f.globals().as_obj(), name)? {
            return Ok(value);
        }
        match self.namespace_get(f.builtins().as_obj(), name)? {
            Some(value) => Ok(value),
            None => Err(self.name_error(name)),
        }
    }

    /// A name in a namespace, which may be any mapping (`__prepare__`, `exec`).
    fn namespace_get(&self, namespace: &ObjRef, name: &ObjRef) -> PyResult<Option<ObjRef>> {
        if namespace.ty_ref().is(&self.types.dict) {
            return self.dict_get(namespace.to::<Dict>(), name);
        }
        match self.get_item(namespace, name) {
            Ok(value) => Ok(Some(value)),
            Err(raised) if raised.matches(self, Exc::KeyError) => Ok(None),
            Err(raised) => Err(raised),
        }
    }
}

/// The namespace of the frame; a function has none.
pub(super) fn namespace(vm: &Vm, f: &Frame) -> PyResult {
    f.namespace.get().ok_or_else(|| vm.system_error("no locals when loading a name"))
}

pub fn store_global(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        f.specialise(find_stored(f, i, XOp::StoreGlobalModule));
    }
    let value = f.take(i.b);
    vm.dict_set(f.globals(), &f.linked().names[i.ua()], &value)
}

pub fn delete_global(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let name = &f.linked().names[i.ua()];
    if vm.dict_del(f.globals(), name)? { Ok(()) } else { Err(vm.name_error(name)) }
}

pub fn load_name(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        f.specialise(find_name(f, i));
    }
    let name = &f.linked().names[i.ub()];
    let value = match vm.namespace_get(&namespace(vm, f)?, name)? {
        Some(value) => value,
        None => vm.global(f, name)?,
    };
    f.write(i.a, value);
    Ok(())
}

pub fn store_name(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        f.specialise(find_stored(f, i, XOp::StoreNameModule).filter(|_| is_module(f)));
    }
    let value = f.take(i.b);
    let (namespace, name) = (namespace(vm, f)?, &f.linked().names[i.ua()]);
    if namespace.ty_ref().is(&vm.types.dict) {
        vm.dict_set(namespace.to::<Dict>(), name, &value)
    } else {
        vm.set_item(&namespace, name, &value)
    }
}

pub fn delete_name(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let (namespace, name) = (namespace(vm, f)?, &f.linked().names[i.ua()]);
    if namespace.ty_ref().is(&vm.types.dict) {
        return if vm.dict_del(namespace.to::<Dict>(), name)? { Ok(()) } else { Err(vm.name_error(name)) };
    }
    vm.del_item(&namespace, name).map_err(|raised| not_found(vm, raised, name))
}

/// A missing key is reported as a missing name.
fn not_found(vm: &Vm, raised: Raised, name: &ObjRef) -> Raised {
    if raised.matches(vm, Exc::KeyError) { vm.name_error(name) } else { raised }
}

pub fn load_class_cell(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let name = &f.linked().names[i.uc()];
    let value = match vm.namespace_get(&namespace(vm, f)?, name)? {
        Some(value) => value,
        None => f.rk(i.b).to::<CellObject>().content.get().ok_or_else(|| empty_cell(vm, f, i.b))?,
    };
    f.write(i.a, value);
    Ok(())
}

pub fn setup_annotations(vm: &Vm, f: &Frame, _i: Instr) -> PyResult<()> {
    let namespace = namespace(vm, f)?;
    let name = &vm.names.__annotations__;
    if vm.namespace_get(&namespace, name)?.is_none() {
        vm.set_item(&namespace, name, vm.dict().as_obj())?;
    }
    Ok(())
}

pub fn load_locals(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    f.write(i.a, namespace(vm, f)?);
    Ok(())
}

pub fn load_build_class(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let found = vm.dict_get(f.builtins(), &vm.names.__build_class__)?;
    let found = found.ok_or_else(|| vm.name_error_text("__build_class__ not found"))?;
    f.write(i.a, found);
    Ok(())
}

pub fn load_assertion_error(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    f.write(i.a, vm.exception_type(Exc::AssertionError).clone());
    Ok(())
}

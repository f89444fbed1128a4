//! "Did you mean": the names that were in reach where a name was not found.

use crate::builtins::exceptions::attribute::{AttributeErrorObject, NameErrorObject};
use crate::error::Exc;
use crate::suggest::nearest;
use crate::vm::Vm;
use crate::vm::frame_object::FrameObject;
use crate::vm::traceback::Traceback;
use gc::{Dict, ObjRef};

/// The name that was probably meant.
pub(super) fn suggestion(vm: &Vm, exc: &ObjRef) -> Option<String> {
    if exc.ty_ref().is(vm.exception_type(Exc::AttributeError)) {
        return for_attribute(vm, exc.payload::<AttributeErrorObject>()?);
    }
    if exc.ty_ref().is(vm.exception_type(Exc::NameError)) {
        return for_name(vm, exc, exc.payload::<NameErrorObject>()?);
    }
    None
}

fn pick(vm: &Vm, name: &str, candidates: &[ObjRef]) -> Option<String> {
    let texts: Vec<String> = candidates.iter().filter(|c| vm.is_str(c)).map(|c| vm.lossy(c)).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    nearest(name, &texts).map(str::to_owned)
}

fn for_attribute(vm: &Vm, error: &AttributeErrorObject) -> Option<String> {
    let (name, obj) = (error.name.get()?, error.obj.get()?);
    if !vm.is_str(&name) {
        return None;
    }
    let names = vm.call_special(&obj, &vm.names.__dir__, &[]).ok()?;
    let mut names = vm.collect(&names).ok()?;
    // `dir()` sorts, and of equally near names the first wins.
    names.sort_by_key(|n| vm.lossy(n));
    pick(vm, &vm.lossy(&name), &names)
}

/// Locals of the frame that raised, then its globals, then the builtins.
fn for_name(vm: &Vm, exc: &ObjRef, error: &NameErrorObject) -> Option<String> {
    let name = error.name.get().filter(|n| vm.is_str(n))?;
    let name = vm.lossy(&name);
    let mut last = vm.exception_traceback(exc)?;
    while let Some(next) = last.payload::<Traceback>()?.next.get() {
        last = next;
    }
    let frame = last.payload::<Traceback>()?.frame.get()?;
    let frame = frame.payload::<FrameObject>()?;
    let code = frame.code_object()?;
    let locals: Vec<ObjRef> =
        code.payload::<crate::vm::code_object::CodeObject>()?.source().varnames.iter().map(|n| vm.str(n)).collect();
    if let Some(found) = pick(vm, &name, &locals) {
        return Some(found);
    }
    let globals = frame.globals_object()?;
    let globals = globals.payload::<Dict>()?;
    if let Some(found) = pick(vm, &name, &vm.dict_keys(globals)) {
        return Some(found);
    }
    let builtins = vm.builtins_of(globals.as_obj());
    pick(vm, &name, &vm.dict_keys(builtins.payload::<Dict>()?))
}

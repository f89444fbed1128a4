//! `_weakref`: the types and functions under `weakref`. The references themselves are the runtime's.

use gc::{Dict, ObjRef, WeakRef};
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec { name: "_weakref", doc: None, functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] = &[
    Method::new("getweakrefcount(object, /)", Fun::One(get_count)),
    Method::new("getweakrefs(object, /)", Fun::One(get_references)),
    Method::new("proxy(object, callback=None, /)", Fun::Pos(1, 2, proxy)),
    Method::new("_remove_dead_weakref(dct, key, /)", Fun::Pos(2, 2, remove_dead)),
];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    use runtime::builtins::weakref::{CALLABLE_PROXY, PROXY, REFERENCE};
    let types = [
        ("ref", &REFERENCE),
        ("ReferenceType", &REFERENCE),
        ("ProxyType", &PROXY),
        ("CallableProxyType", &CALLABLE_PROXY),
    ];
    for (name, spec) in types {
        vm.set_attr(module, &vm.intern(name), &vm.native_type(spec))?;
    }
    Ok(())
}

fn get_count(vm: &Vm, _: &ObjRef, obj: &ObjRef) -> PyResult {
    Ok(vm.int_exact(gc::weak::count(obj) as i64))
}

fn get_references(vm: &Vm, _: &ObjRef, obj: &ObjRef) -> PyResult {
    Ok(vm.list(gc::weak::references(obj)))
}

fn proxy(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    runtime::builtins::weakref::new_proxy(vm, &args[0], args.get(1))
}

/// Deletes an entry of a WeakValueDictionary if its reference is dead, in one step.
fn remove_dead(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let Some(dict) = args[0].payload::<Dict>() else {
        return Err(vm.type_error("_remove_dead_weakref() argument 1 must be dict"));
    };
    let Some(value) = vm.dict_get(dict, &args[1])? else { return Ok(vm.none()) };
    let Some(reference) = value.payload::<WeakRef>() else { return Err(vm.type_error("not a weakref")) };
    if reference.is_dead() {
        vm.dict_del(dict, &args[1])?;
    }
    Ok(vm.none())
}

//! Builtin functions about attributes and classes.

use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use gc::{List, ObjRef, Str};

pub fn getattr(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    check_name(vm, &args[1])?;
    match args.get(2) {
        None => vm.get_attr(&args[0], &args[1]),
        Some(default) => Ok(vm.get_attr_opt(&args[0], &args[1])?.unwrap_or_else(|| default.clone())),
    }
}

pub fn hasattr(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    check_name(vm, &args[1])?;
    Ok(vm.bool(vm.get_attr_opt(&args[0], &args[1])?.is_some()))
}

pub fn setattr(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    check_name(vm, &args[1])?;
    // CPython's PyObject_SetAttr interns the name: equal names that were built are one key.
    vm.set_attr(&args[0], &vm.intern_str(&args[1]), &args[2])?;
    Ok(vm.none())
}

pub fn delattr(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    check_name(vm, &args[1])?;
    vm.del_attr(&args[0], &vm.intern_str(&args[1]))?;
    Ok(vm.none())
}

fn check_name(vm: &Vm, name: &ObjRef) -> PyResult<()> {
    if name.has::<Str>() { Ok(()) } else { Err(bad_name(vm, name)) }
}

#[cold]
fn bad_name(vm: &Vm, name: &ObjRef) -> Raised {
    vm.type_error(format!("attribute name must be string, not '{}'", vm.type_name(name)))
}

pub fn callable(vm: &Vm, _module: &ObjRef, obj: &ObjRef) -> PyResult {
    Ok(vm.bool(vm.is_callable(obj)))
}

pub fn isinstance(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    Ok(vm.bool(vm.is_instance(&args[0], &args[1])?))
}

pub fn issubclass(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    Ok(vm.bool(vm.is_subclass(&args[0], &args[1])?))
}

/// Without an argument the names of the caller's scope, else what `__dir__` answers; sorted.
pub fn dir(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    let names = match args.first() {
        None => {
            let locals = vm.frame_locals(vm.run.top())?;
            vm.call_method_str(&locals, "keys", &[])?
        }
        Some(obj) => match vm.lookup_special(obj, &vm.names.__dir__)? {
            Some(method) => vm.call(&method, &[])?,
            None => return Err(vm.type_error("object does not provide __dir__")),
        },
    };
    let list = vm.list(vm.collect(&names)?);
    let mut items = list.to::<List>().take_items(vm);
    let sorted = crate::builtins::list::sort_items(vm, items.as_mut_slice(), None, false);
    list.to::<List>().put_back(vm, items);
    sorted?;
    Ok(list)
}

pub fn vars(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    match args.first() {
        None => vm.frame_locals(vm.run.top()),
        Some(obj) => vm
            .get_attr_opt(obj, &vm.names.__dict__)?
            .ok_or_else(|| vm.type_error("vars() argument must have __dict__ attribute")),
    }
}

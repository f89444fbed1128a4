//! Handlers: import statements.

use gc::{Dict, ObjRef};

use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::instr::Instr;

/// `__import__(name, globals, locals, fromlist, level)`, whoever `__import__` is now.
pub fn name(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let name = f.linked().names[f.extra()].clone();
    let Some(import) = vm.dict_get(f.builtins(), &vm.names.__import__)? else {
        return Err(vm.import_error_text("__import__ not found"));
    };
    let (level, from) = (f.take(i.b), f.take(i.c));
    let globals = f.globals().as_obj().clone();
    let module = if vm.is_standard_import(&import) {
        let level = vm.to_i64(&level)?;
        vm.import_statement(&name, &globals, &from, level)?
    } else {
        let locals = f.namespace.get().unwrap_or_else(|| vm.none());
        vm.call(&import, &[name, globals, locals, from, level])?
    };
    f.write(i.a, module);
    Ok(())
}

/// `from module import name`
pub fn from(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let (module, name) = (f.rk(i.b), &f.linked().names[i.uc()]);
    let value = match vm.get_attr_opt(module, name)? {
        Some(value) => value,
        None => submodule(vm, module, name)?,
    };
    f.write(i.a, value);
    Ok(())
}

/// A submodule that `sys.modules` knows although the package has no such attribute (yet).
fn submodule(vm: &Vm, module: &ObjRef, name: &ObjRef) -> PyResult {
    let package = vm.get_attr_opt(module, &vm.names.__name__)?.filter(|n| vm.is_str(n));
    if let Some(package) = &package {
        let full = format!("{}.{}", vm.lossy(package), vm.lossy(name));
        if let Some(found) = vm.dict_get(&vm.modules(), &vm.str(full))? {
            return Ok(found);
        }
    }
    Err(cannot_import(vm, module, package, name))
}

fn cannot_import(vm: &Vm, module: &ObjRef, package: Option<ObjRef>, name: &ObjRef) -> Raised {
    let shown = package.as_ref().map_or("<unknown module name>".to_owned(), |p| vm.lossy(p));
    let path = match vm.get_attr_opt(module, &vm.names.__file__) {
        Ok(path) => path.filter(|p| vm.is_str(p)),
        Err(raised) => return raised,
    };
    let name_text = vm.lossy(name);
    let text = match &path {
        None => format!("cannot import name '{name_text}' from '{shown}' (unknown location)"),
        Some(path) => {
            let path = vm.lossy(path);
            let partly = if vm.is_initializing(module) { " partially initialized module" } else { "" };
            let hint = if partly.is_empty() { "" } else { "most likely due to a circular import" };
            match hint {
                "" => format!("cannot import name '{name_text}' from '{shown}' ({path})"),
                hint => format!("cannot import name '{name_text}' from{partly} '{shown}' ({hint}) ({path})"),
            }
        }
    };
    vm.import_error(text, package, path)
}

/// `from module import *`
pub fn star(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let module = f.take(i.a);
    let Some(namespace) = f.namespace.get() else {
        return Err(vm.system_error("no locals found during 'import *'"));
    };
    let (names, skip_private) = match vm.get_attr_opt(&module, &vm.names.__all__)? {
        Some(all) => (vm.collect(&all)?, false),
        None => match vm.get_attr_opt(&module, &vm.names.__dict__)? {
            Some(dict) => (vm.collect(&dict)?, true),
            None => return Err(vm.import_error_text("from-import-* object has no __dict__ and no __all__")),
        },
    };
    for name in names {
        if !vm.is_str(&name) {
            return Err(not_a_name(vm, &module, &name, skip_private)?);
        }
        if skip_private && vm.lossy(&name).starts_with('_') {
            continue;
        }
        let value = vm.get_attr(&module, &name)?;
        match namespace.payload::<Dict>() {
            Some(dict) if namespace.ty_ref().is(&vm.types.dict) => vm.dict_set(dict, &name, &value)?,
            _ => vm.set_item(&namespace, &name, &value)?,
        }
    }
    Ok(())
}

fn not_a_name(vm: &Vm, module: &ObjRef, name: &ObjRef, from_dict: bool) -> PyResult<Raised> {
    let package = vm.get_attr(module, &vm.names.__name__)?;
    let (package, kind) = (vm.lossy(&package), vm.type_name(name));
    let text = if from_dict {
        format!("Key in {package}.__dict__ must be str, not {kind}")
    } else {
        format!("Item in {package}.__all__ must be str, not {kind}")
    };
    Ok(vm.raise_new(Exc::TypeError, text))
}

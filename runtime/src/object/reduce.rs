//! `__reduce__`, `__reduce_ex__`, `__getstate__`: what copying and pickling ask of any object.

use crate::error::PyResult;
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Dict, ObjRef, Tuple};

/// `object.__reduce_ex__`: a class's own `__reduce__` wins.
pub fn reduce_ex(vm: &Vm, this: &ObjRef, protocol: i64) -> PyResult {
    let name = &vm.names.__reduce__;
    let own = vm.type_lookup(this.ty_ref(), name);
    if own != vm.type_lookup(&vm.types.object, name) {
        return vm.call_method(this, name, &[]);
    }
    reduce(vm, this, protocol)
}

/// `object.__reduce__`.
pub fn reduce(vm: &Vm, this: &ObjRef, protocol: i64) -> PyResult {
    let copyreg = vm.import("copyreg")?;
    if protocol < 2 {
        let args = [this.clone(), vm.int(protocol)];
        return vm.call_method_str(&copyreg, "_reduce_ex", &args);
    }
    if type_of(this).slots.new.get().is_none() {
        return Err(vm.type_error(format!("cannot pickle '{}' object", vm.type_name(this))));
    }
    let (args, keywords) = new_arguments(vm, this)?;
    let class = this.ty_ref().clone();
    let (function, call_args) = match keywords.filter(|k| k.payload::<Dict>().is_some_and(|d| !d.is_empty())) {
        Some(keywords) => {
            let args = args.clone().unwrap_or_else(|| vm.empty_tuple.clone());
            (vm.get_attr_str(&copyreg, "__newobj_ex__")?, vm.tuple([class, args, keywords]))
        }
        None => {
            let mut items = vec![class];
            if let Some(args) = &args {
                items.extend_from_slice(args.to::<Tuple>().items());
            }
            (vm.get_attr_str(&copyreg, "__newobj__")?, vm.tuple(items))
        }
    };
    let required = args.is_none() && !vm.is_list(this) && !vm.is_dict(this);
    let state = state_of(vm, this, required)?;
    let list_items = if vm.is_list(this) { vm.iter(this)? } else { vm.none() };
    let dict_items = if vm.is_dict(this) {
        let items = vm.call_method(this, &vm.names.items, &[])?;
        vm.iter(&items)?
    } else {
        vm.none()
    };
    Ok(vm.tuple([function, call_args, state, list_items, dict_items]))
}

/// Arguments for `__new__`, by `__getnewargs_ex__` or `__getnewargs__`.
fn new_arguments(vm: &Vm, this: &ObjRef) -> PyResult<(Option<ObjRef>, Option<ObjRef>)> {
    if let Some(method) = vm.lookup_special(this, &vm.names.__getnewargs_ex__)? {
        let both = vm.call(&method, &[])?;
        if !vm.is_tuple(&both) {
            let kind = vm.type_name(&both);
            return Err(vm.type_error(format!("__getnewargs_ex__ should return a tuple, not '{kind}'")));
        }
        let [args, keywords] = both.to::<Tuple>().items() else {
            let len = both.to::<Tuple>().len();
            let text = format!("__getnewargs_ex__ should return a tuple of length 2, not {len}");
            return Err(vm.value_error(text));
        };
        if !vm.is_tuple(args) {
            let kind = vm.type_name(args);
            let text = format!("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{kind}'");
            return Err(vm.type_error(text));
        }
        return Ok((Some(args.clone()), Some(keywords.clone())));
    }
    let Some(method) = vm.lookup_special(this, &vm.names.__getnewargs__)? else { return Ok((None, None)) };
    let args = vm.call(&method, &[])?;
    if !vm.is_tuple(&args) {
        let kind = vm.type_name(&args);
        return Err(vm.type_error(format!("__getnewargs__ should return a tuple, not '{kind}'")));
    }
    Ok((Some(args), None))
}

/// What `__getstate__` answers; the standard one refuses objects with hidden memory if `required`.
fn state_of(vm: &Vm, this: &ObjRef, required: bool) -> PyResult {
    let name = &vm.names.__getstate__;
    let own = vm.type_lookup(this.ty_ref(), name);
    if own == vm.type_lookup(&vm.types.object, name) {
        return default_state(vm, this, required);
    }
    vm.call_method(this, name, &[])
}

/// `object.__getstate__`.
pub fn getstate(vm: &Vm, this: &ObjRef) -> PyResult {
    default_state(vm, this, false)
}

fn default_state(vm: &Vm, this: &ObjRef, required: bool) -> PyResult {
    let head = &type_of(this).head;
    if required && (head.itemsize() != 0 || head.layout().size != 0) {
        return Err(vm.type_error(format!("cannot pickle '{}' object", vm.type_name(this))));
    }
    let dict = vm.get_attr_opt(this, &vm.names.__dict__)?;
    let state = match dict {
        Some(dict) if vm.is_dict(&dict) && dict.to::<Dict>().is_empty() && slot_names(vm, this).is_empty() => vm.none(),
        Some(dict) if vm.is_dict(&dict) => vm.dict_copy(dict.to::<Dict>())?.into_obj(),
        Some(dict) => dict,
        None => vm.none(),
    };
    let slots = vm.dict();
    for name in slot_names(vm, this) {
        if let Some(value) = vm.get_attr_opt(this, &name)? {
            vm.dict_set(&slots, &name, &value)?;
        }
    }
    if slots.is_empty() {
        let none = state.payload::<Dict>().is_some_and(|d| d.is_empty());
        return Ok(if none { vm.none() } else { state });
    }
    let state = if state.payload::<Dict>().is_some_and(|d| d.is_empty()) { vm.none() } else { state };
    Ok(vm.tuple([state, slots.into_obj()]))
}

/// Names of all `__slots__` words of the object's classes.
fn slot_names(vm: &Vm, this: &ObjRef) -> Vec<ObjRef> {
    let Some(mro) = type_of(this).mro.get() else { return Vec::new() };
    let mut names = Vec::new();
    for class in mro.to::<Tuple>().items() {
        if let Some(own) = as_type(class).member_names.get().filter(|n| vm.is_tuple(n)) {
            names.extend_from_slice(own.to::<Tuple>().items());
        }
    }
    names
}

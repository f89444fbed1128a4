//! Instances of Python classes: making them, their `__dict__` and `__weakref__`.

use crate::error::PyResult;
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Bare, ObjRef};

impl Vm {
    /// A new instance of a class that derives from `object` and no other builtin type.
    pub fn new_instance(&self, class: &ObjRef) -> PyResult {
        let ty = as_type(class);
        if !std::ptr::eq(ty.head.layout(), <Bare as gc::Payload>::layout()) {
            let name = self.name_of_type(class);
            return Err(self.type_error(format!("object.__new__({name}) is not safe, use {name}.__new__()")));
        }
        self.or_memory_error(ty.shared.new_instance(&self.heap, class))
    }
}

/// The `__dict__` of an instance; AttributeError without one.
pub fn get_dict(vm: &Vm, this: &ObjRef) -> PyResult {
    match vm.instance_dict(this)? {
        Some(dict) => Ok(dict),
        None => Err(vm.attribute_error(this, &vm.names.__dict__)),
    }
}

/// `obj.__dict__ = value`.
pub fn set_dict(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let Some(value) = value else { return Err(vm.type_error("cannot delete __dict__")) };
    if !vm.is_dict(value) {
        let kind = vm.type_name(value);
        return Err(vm.type_error(format!("__dict__ must be set to a dictionary, not a '{kind}'")));
    }
    vm.replace_instance_dict(this, value)
}

/// As [`set_dict`] for instances of Python classes, whose dict may be deleted: the next look makes a new one, here it is
/// made at once.
pub fn set_or_drop_dict(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(_) => set_dict(vm, this, value),
        None => vm.replace_instance_dict(this, vm.dict().as_obj()),
    }
}

/// The newest weak reference to the instance, or None.
pub fn get_weakref(vm: &Vm, this: &ObjRef) -> PyResult {
    if !gc::weak::supports(&type_of(this).head) {
        return Err(vm.attribute_error_text("This object has no __weakref__"));
    }
    Ok(gc::weak::references(this).into_iter().next().unwrap_or_else(|| vm.none()))
}

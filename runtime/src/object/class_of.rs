//! Assigning `__class__`.

use crate::error::PyResult;
use crate::object::Type;
use crate::object::mro::solid_base;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{ObjRef, TypeFlags, storage_of};

/// `obj.__class__ = value`.
pub fn set_class(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let Some(new) = value else { return Err(vm.type_error("can't delete __class__ attribute")) };
    if !vm.is_type(new) {
        let kind = vm.type_name(new);
        return Err(vm.type_error(format!("__class__ must be set to a class, not '{kind}' object")));
    }
    let old = this.ty_ref().clone();
    let both_modules = Type::derives_from(&old, &vm.types.module) && Type::derives_from(new, &vm.types.module);
    let immutable = |t: &ObjRef| as_type(t).head.has(TypeFlags::IMMUTABLE);
    if !both_modules && (immutable(new) || immutable(&old)) {
        let text = "__class__ assignment only supported for mutable types or ModuleType subclasses";
        return Err(vm.type_error(text));
    }
    compatible(vm, &old, new, "__class__")?;
    if !as_type(new).head.same_memory(&as_type(&old).head) {
        return Err(differs(vm, &old, new, "__class__"));
    }
    // The values are in the order of the old class's keys: a dict keeps their names.
    if storage_of(this).has_values() {
        vm.instance_dict(this)?;
    }
    if let Some(dict) = storage_of(this).dict().as_ref().and_then(|dict| dict.cast_ref::<gc::Dict>()) {
        dict.leave_instance(&vm.heap);
    }
    this.set_ty(new);
    Ok(())
}

/// Whether instances of one class have the same memory as those of the other, with words of the
/// same names.
pub fn compatible(vm: &Vm, old: &ObjRef, new: &ObjRef, attribute: &str) -> PyResult<()> {
    let (a, b) = (as_type(new), as_type(old));
    if a.head.is_gc() != b.head.is_gc() {
        let (new, old) = (vm.name_of_type(new), vm.name_of_type(old));
        return Err(vm.type_error(format!("{attribute} assignment: '{new}' deallocator differs from '{old}'")));
    }
    let (new_base, old_base) = (solid_base(vm, new), solid_base(vm, old));
    if new_base.is(&old_base) || (same_members(vm, new, old) && a.head.same_memory(&b.head)) {
        let same = a.head.basicsize() == b.head.basicsize() && a.head.front() == b.head.front();
        if same && super::type_attrs::same_dict(a, b) {
            return Ok(());
        }
    }
    Err(differs(vm, old, new, attribute))
}

#[cold]
fn differs(vm: &Vm, old: &ObjRef, new: &ObjRef, attribute: &str) -> crate::Raised {
    let (new, old) = (vm.name_of_type(new), vm.name_of_type(old));
    vm.type_error(format!("{attribute} assignment: '{new}' object layout differs from '{old}'"))
}

/// Whether two classes add the same `__slots__` to equal bases.
fn same_members(vm: &Vm, a: &ObjRef, b: &ObjRef) -> bool {
    let (Some(mine), Some(theirs)) = (as_type(a).member_names.get(), as_type(b).member_names.get()) else {
        return false;
    };
    vm.eq(&mine, &theirs).unwrap_or(false)
}

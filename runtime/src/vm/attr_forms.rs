//! Which special form an attribute access gets, given the object it meets.

use gc::{Dict, Exact, Lookup, ObjRef, Ref, Str, TypeFlags, storage_of};

use crate::builtins::descriptors::{AttributeDescriptor, owner_of};
use crate::builtins::module::Module;
use crate::builtins::property::Property;
use crate::object::{GENERIC_GETATTR, GENERIC_SETATTR, METHOD_DESCRIPTOR, Type, type_of};
use crate::vm::Vm;
use crate::vm::function::Function;
use crate::vm::instr::{Form, XOp};
use crate::vm::ops_attr::NO_DICT;

/// The form of `obj.name`.
pub fn load(vm: &Vm, obj: &ObjRef, name: &Ref<Str>) -> Option<Form> {
    match obj.ty().exact() {
        Exact::Module => return module(obj, name, XOp::LoadAttrModule),
        Exact::Type => return class(vm, obj, name, XOp::LoadAttrClass),
        _ => {}
    }
    if !type_of(obj).head.has(GENERIC_GETATTR) {
        return None;
    }
    let version = version_of(vm, obj.ty_ref())?;
    let found = vm.type_lookup(obj.ty_ref(), name.as_obj());
    if let Some(found) = &found
        && type_of(found).slots.descr_set.get().is_some()
    {
        return member(vm, obj, found, version, XOp::LoadAttrMember)
            .or_else(|| property(found, version))
            .or_else(|| computed(vm, obj, found, version));
    }
    if let Some(form) = own_value(obj, name, version) {
        return Some(form);
    }
    if let Some(dict) = storage_of(obj).dict()
        && let Lookup::Found(_) = dict.to::<Dict>().find_str(name)
    {
        return Some(Form { op: XOp::LoadAttrDict, version, index: 0, word: 0 });
    }
    let found = found.filter(|found| type_of(found).slots.descr_get.get().is_none())?;
    Some(Form { op: XOp::LoadAttrType, version, index: class_index(obj, name)?, word: address(&found) })
}

/// The version of a type, if it can have one.
fn version_of(vm: &Vm, ty: &ObjRef) -> Option<u32> {
    Some(vm.type_version(ty)).filter(|version| *version != 0)
}

/// What a cache keeps of an object.
fn address(obj: &ObjRef) -> usize {
    obj.as_raw().as_ptr().expose_provenance()
}

fn own_value(obj: &ObjRef, name: &Ref<Str>, version: u32) -> Option<Form> {
    if !obj.ty().has(TypeFlags::MANAGED_DICT) || !storage_of(obj).has_values() {
        return None;
    }
    let index = type_of(obj).shared.index_of(name)?;
    storage_of(obj).value(index)?;
    Some(Form { op: XOp::LoadAttrValue, version, index: u16::try_from(index).ok()?, word: 0 })
}

/// What guards against an instance that hides an attribute of its class; None: nothing can.
fn class_index(obj: &ObjRef, name: &Ref<Str>) -> Option<u16> {
    let head = obj.ty();
    if head.has(TypeFlags::MANAGED_DICT) {
        // Other instances may have the name among their values already.
        if type_of(obj).shared.index_of(name).is_some() {
            return None;
        }
        return u16::try_from(type_of(obj).shared.len()).ok();
    }
    (head.dict_offset() == 0).then_some(NO_DICT)
}

/// A word of `__slots__`, if the instance has it: the descriptor may have been borrowed from another class.
fn member(vm: &Vm, obj: &ObjRef, found: &ObjRef, version: u32, op: XOp) -> Option<Form> {
    if !found.ty_ref().is(&vm.types.member_descriptor) || !Type::derives_from(obj.ty_ref(), &owner_of(vm, found)) {
        return None;
    }
    let offset = found.to::<AttributeDescriptor>().word()?;
    Some(Form { op, version, index: u16::try_from(offset).ok()?, word: 0 })
}

/// A computed attribute of a builtin type, if the instance is one of its own.
fn computed(vm: &Vm, obj: &ObjRef, found: &ObjRef, version: u32) -> Option<Form> {
    let row = found.payload::<AttributeDescriptor>()?.row.is_some();
    let ours = row && Type::derives_from(obj.ty_ref(), &owner_of(vm, found));
    ours.then(|| Form { op: XOp::LoadAttrComputed, version, index: 0, word: address(found) })
}

fn property(found: &ObjRef, version: u32) -> Option<Form> {
    if found.ty().exact() != Exact::Property {
        return None;
    }
    let getter = found.to::<Property>().getter.get()?;
    let function = getter.payload::<Function>()?;
    let exact = function.code().linked.exact_args == 1;
    exact.then(|| Form { op: XOp::LoadAttrProperty, version, index: 0, word: address(&getter) })
}

fn module(obj: &ObjRef, name: &Ref<Str>, op: XOp) -> Option<Form> {
    let dict = obj.to::<Module>().dict.get()?;
    let dict = dict.to::<Dict>();
    let Lookup::Found(at) = dict.find_str(name) else { return None };
    let version = dict.make_keys_version(dict.as_obj().heap());
    (version != 0).then_some(Form { op, version, index: u16::try_from(at).ok()?, word: 0 })
}

/// An attribute of a plain class: the object itself, nothing to bind.
fn class(vm: &Vm, obj: &ObjRef, name: &Ref<Str>, op: XOp) -> Option<Form> {
    let version = version_of(vm, obj)?;
    if vm.type_lookup(&vm.types.type_, name.as_obj()).is_some() {
        return None;
    }
    let found = vm.type_lookup(obj, name.as_obj())?;
    let plain = type_of(&found).slots.descr_get.get().is_none() || found.ty().exact() == Exact::Function;
    plain.then(|| Form { op, version, index: 0, word: address(&found) })
}

/// The form of `obj.name = value`.
pub fn store(vm: &Vm, obj: &ObjRef, name: &Ref<Str>) -> Option<Form> {
    if !type_of(obj).head.has(GENERIC_SETATTR) {
        return None;
    }
    let version = version_of(vm, obj.ty_ref())?;
    if let Some(found) = vm.type_lookup(obj.ty_ref(), name.as_obj())
        && type_of(&found).slots.descr_set.get().is_some()
    {
        return member(vm, obj, &found, version, XOp::StoreAttrMember);
    }
    if !obj.ty().has(TypeFlags::MANAGED_DICT) {
        return None;
    }
    let index = type_of(obj).shared.index_of(name)?;
    Some(Form { op: XOp::StoreAttrValue, version, index: u16::try_from(index).ok()?, word: 0 })
}

/// The form of `obj.name(…)`.
pub fn method(vm: &Vm, obj: &ObjRef, name: &Ref<Str>) -> Option<Form> {
    match obj.ty().exact() {
        Exact::Module => return module(obj, name, XOp::LoadMethodModule),
        Exact::Type => return class(vm, obj, name, XOp::LoadMethodClass),
        _ => {}
    }
    if !type_of(obj).head.has(GENERIC_GETATTR) {
        return None;
    }
    let version = version_of(vm, obj.ty_ref())?;
    let found = vm.type_lookup(obj.ty_ref(), name.as_obj())?;
    if !type_of(&found).head.has(METHOD_DESCRIPTOR) {
        return None;
    }
    let index = class_index(obj, name)?;
    let op = if index == NO_DICT { XOp::LoadMethodType } else { XOp::LoadMethodValue };
    Some(Form { op, version, index, word: address(&found) })
}

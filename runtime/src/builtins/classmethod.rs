//! `classmethod` and `staticmethod`.

use crate::bind::wrong_positional;
use crate::error::{Exc, PyResult};
use crate::native::{Args, GetSet, Releases, TypeSpec};
use crate::object::{METHOD_DESCRIPTOR, type_of};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{Dict, Exact, ObjRef, Slot};
use std::mem::offset_of;

gc::payload! {
    /// The wrapped callable, and the attributes copied from it.
    pub struct Wrapper: gc {
        pub callable: Slot,
        pub dict: Slot,
    }
}

const DICT: i32 = (gc::HEADER + offset_of!(Wrapper, dict)) as i32;

const ATTRIBUTES: &[GetSet] = &[
    GetSet { name: "__func__", get: |vm, this| Ok(callable(vm, this)), set: None },
    GetSet { name: "__wrapped__", get: |vm, this| Ok(callable(vm, this)), set: None },
    GetSet {
        name: "__isabstractmethod__",
        get: |vm, this| Ok(vm.bool(marked_abstract(vm, &callable(vm, this))?)),
        set: None,
    },
    GetSet { name: "__dict__", get: crate::object::instance::get_dict, set: Some(crate::object::instance::set_dict) },
];

pub static CLASS_METHOD: TypeSpec = TypeSpec {
    exact: Exact::ClassMethod,
    dict_offset: DICT,
    slots: SlotDefs {
        new: Some(new),
        init: Some(|vm, this, args| init(vm, this, args, "classmethod")),
        repr: Some(|vm, this| repr(vm, this, "classmethod")),
        descr_get: Some(bind_class),
        ..SlotDefs::NONE
    },
    getset: ATTRIBUTES,
    ..TypeSpec::new("classmethod", <Wrapper as gc::Payload>::layout)
};

pub static STATIC_METHOD: TypeSpec = TypeSpec {
    exact: Exact::StaticMethod,
    dict_offset: DICT,
    slots: SlotDefs {
        new: Some(new),
        init: Some(|vm, this, args| init(vm, this, args, "staticmethod")),
        repr: Some(|vm, this| repr(vm, this, "staticmethod")),
        call: Some(|vm, this, args| vm.call_args(&callable(vm, this), args)),
        descr_get: Some(|vm, this, _, _| Ok(callable(vm, this))),
        ..SlotDefs::NONE
    },
    getset: ATTRIBUTES,
    ..TypeSpec::new("staticmethod", <Wrapper as gc::Payload>::layout)
};

/// A `staticmethod` of `function`, without copied attributes.
pub fn new_static(vm: &Vm, function: &ObjRef) -> ObjRef {
    wrap(vm, &vm.types.staticmethod, function)
}

/// What a `staticmethod` wraps.
pub(crate) fn static_function(obj: &ObjRef) -> Option<ObjRef> {
    if obj.ty().exact() != Exact::StaticMethod {
        return None;
    }
    obj.to::<Wrapper>().callable.get()
}

/// A `classmethod` of `function`, without copied attributes.
pub fn new_class(vm: &Vm, function: &ObjRef) -> ObjRef {
    wrap(vm, &vm.types.classmethod, function)
}

fn wrap(vm: &Vm, kind: &ObjRef, function: &ObjRef) -> ObjRef {
    vm.heap.alloc(kind, Wrapper { callable: function.clone().into(), dict: Slot::empty() }).into_obj()
}

fn callable(vm: &Vm, this: &ObjRef) -> ObjRef {
    this.to::<Wrapper>().callable.get().unwrap_or_else(|| vm.none())
}

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    Ok(vm.heap.alloc(class, Wrapper { callable: Slot::empty(), dict: Slot::empty() }).into_obj())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>, name: &str) -> PyResult<()> {
    if args.has_keywords() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    let [function] = args.values() else { return Err(wrong_positional(vm, name, args.values().len(), 1, 1)) };
    this.to::<Wrapper>().callable.set(function.clone());
    if Releases::until(9).have(vm) { Ok(()) } else { copy_attributes(vm, this, function) }
}

/// Takes over name, docstring and the rest, as `functools.wraps` does.
fn copy_attributes(vm: &Vm, this: &ObjRef, function: &ObjRef) -> PyResult<()> {
    let n = &vm.names;
    for name in [&n.__module__, &n.__name__, &n.__qualname__, &n.__doc__, &n.__annotations__] {
        if let Some(value) = attribute_to_copy(vm, function, name)? {
            let slot = &this.to::<Wrapper>().dict;
            let dict = slot.get().unwrap_or_else(|| vm.dict().into_obj());
            slot.set(dict.clone());
            vm.dict_set_name(dict.to::<Dict>(), name, &value);
        }
    }
    Ok(())
}

/// An attribute of the function, if it has it; up to 3.12 what is missing is an error that is then forgotten.
fn attribute_to_copy(vm: &Vm, function: &ObjRef, name: &ObjRef) -> PyResult<Option<ObjRef>> {
    if Releases::since(13).have(vm) {
        return vm.get_attr_opt(function, name);
    }
    match vm.get_attr(function, name) {
        Ok(value) => Ok(Some(value)),
        Err(raised) if raised.matches(vm, Exc::AttributeError) => Ok(None),
        Err(raised) => Err(raised),
    }
}

fn repr(vm: &Vm, this: &ObjRef, name: &str) -> PyResult {
    let inner = vm.repr_text(&callable(vm, this))?;
    Ok(vm.str(format!("<{name}({inner})>")))
}

fn bind_class(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, class: Option<&ObjRef>) -> PyResult {
    let function = callable(vm, this);
    let class = match (class, instance) {
        (Some(class), _) => class,
        (None, Some(instance)) => instance.ty_ref(),
        (None, None) => return Err(vm.type_error("__get__(None, None) is invalid")),
    };
    // Descriptors other than plain functions are bound to the class themselves (3.9 to 3.12); methods are none then
    // (3.11 and 3.12).
    let kind = type_of(&function);
    let chains = Releases::since(9).have(vm) && Releases::until(12).have(vm);
    let is_method = function.ty().exact() == Exact::Method && Releases::since(11).have(vm);
    match kind.slots.descr_get.get() {
        Some(get) if chains && !is_method && !kind.head.has(METHOD_DESCRIPTOR) => {
            get(vm, &function, Some(class), Some(class))
        }
        _ => Ok(vm.bound_method(&function, class)),
    }
}

/// Whether the object says `__isabstractmethod__`.
pub fn marked_abstract(vm: &Vm, function: &ObjRef) -> PyResult<bool> {
    match vm.get_attr_opt(function, &vm.names.__isabstractmethod__)? {
        Some(mark) => vm.truth(&mark),
        None => Ok(false),
    }
}

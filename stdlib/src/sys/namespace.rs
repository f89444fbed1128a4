//! `types.SimpleNamespace`: attributes and nothing else. `sys.implementation` is one.

use gc::{Dict, ObjRef, Payload, Slot};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, GetSet, Method, TypeSpec};
use runtime::op::CmpOp;
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::mem::offset_of;

gc::payload! {
    /// The attributes.
    pub struct Namespace: gc { dict: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    dict_offset: (gc::HEADER + offset_of!(Namespace, dict)) as i32,
    doc: Some("A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)"),
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        compare: Some(compare),
        unhashable: true,
        ..SlotDefs::NONE
    },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(reduce))],
    getset: &[GetSet { name: "__dict__", get: |vm, this| Ok(attributes(vm, this)), set: None }],
    ..TypeSpec::new("types.SimpleNamespace", Namespace::layout)
};

/// A namespace with these attributes.
pub fn make(vm: &Vm, items: &[(&str, ObjRef)]) -> ObjRef {
    let dict = vm.dict();
    for (name, value) in items {
        vm.dict_set_str(&dict, name, value);
    }
    vm.alloc(&vm.native_type(&SPEC), Namespace { dict: dict.into_obj().into() }).into_obj()
}

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    Ok(vm.alloc(class, Namespace { dict: vm.dict().into_obj().into() }).into_obj())
}

fn attributes(vm: &Vm, this: &ObjRef) -> ObjRef {
    let slot = &this.to::<Namespace>().dict;
    if slot.is_none() {
        slot.set(vm.dict().into_obj());
    }
    slot.get().unwrap_or_else(|| vm.none())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    if !args.positional().is_empty() {
        return Err(vm.type_error("no positional arguments expected"));
    }
    let dict = attributes(vm, this);
    for (name, value) in args.keywords() {
        vm.dict_set(dict.to::<Dict>(), name, value)?;
    }
    Ok(())
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let class = vm.name_of_type(this.ty_ref());
    let name = if this.ty_ref().is(&vm.native_type(&SPEC)) { "namespace" } else { class.as_str() };
    let Some(_guard) = vm.repr_enter(this) else { return Ok(vm.str(format!("{name}(...)"))) };
    let mut parts = Vec::new();
    for (key, value) in attributes(vm, this).to::<Dict>().items() {
        if vm.is_str(&key) && !vm.lossy(&key).is_empty() {
            parts.push(format!("{}={}", vm.lossy(&key), vm.repr_text(&value)?));
        }
    }
    Ok(vm.str(format!("{name}({})", parts.join(", "))))
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if !this.has::<Namespace>() || !other.has::<Namespace>() {
        return Ok(vm.not_implemented.clone());
    }
    vm.compare(&attributes(vm, this), &attributes(vm, other), op)
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.tuple([this.ty_ref().clone(), vm.empty_tuple.clone(), attributes(vm, this)]))
}

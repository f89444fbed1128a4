//! `mappingproxy`: a read-only view of a mapping, such as `type.__dict__`.

use crate::error::PyResult;
use crate::native::{Args, Fun, Method, TypeSpec};
use crate::object::type_of;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp};
use gc::{ObjRef, Slot, TypeFlags};

gc::payload! {
    /// The mapping that is shown.
    pub struct MappingProxy: gc {
        pub mapping: Slot,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    basicsize: 24,
    flags: TypeFlags::MAPPING,
    slots: SlotDefs {
        new: Some(new),
        repr: Some(repr),
        str: Some(|vm, this| vm.str_of(&mapping(vm, this))),
        compare: Some(compare),
        iter: Some(|vm, this| vm.iter(&mapping(vm, this))),
        len: Some(|vm, this| vm.len(&mapping(vm, this))),
        get_item: Some(|vm, this, key| vm.get_item(&mapping(vm, this), key)),
        contains: Some(contains),
        binary: &[(BinOp::Or, or), (BinOp::InplaceOr, inplace_or)],
        ..SlotDefs::NONE
    },
    methods: &[
        Method::new("get(self, key, default=None, /)", Fun::Pos(1, 2, get)),
        Method::new("keys(self)", Fun::None(|vm, this| vm.call_method_str(&mapping(vm, this), "keys", &[]))),
        Method::new("values(self)", Fun::None(|vm, this| vm.call_method_str(&mapping(vm, this), "values", &[]))),
        Method::new("items(self)", Fun::None(|vm, this| vm.call_method_str(&mapping(vm, this), "items", &[]))),
        Method::new("copy(self)", Fun::None(|vm, this| vm.call_method_str(&mapping(vm, this), "copy", &[]))),
        Method::class("__class_getitem__(cls, item, /)", Fun::One(|vm, class, item| vm.generic_alias(class, item))),
        Method::new("__reversed__(self)", Fun::None(reversed)),
    ],
    ..TypeSpec::new("mappingproxy", <MappingProxy as gc::Payload>::layout)
};

/// A view of `mapping`.
pub fn make(vm: &Vm, mapping: &ObjRef) -> ObjRef {
    vm.heap.alloc(&vm.types.mappingproxy, MappingProxy { mapping: mapping.clone().into() }).into_obj()
}

/// What the proxy shows.
pub fn mapping(vm: &Vm, this: &ObjRef) -> ObjRef {
    this.to::<MappingProxy>().mapping.get().unwrap_or_else(|| vm.none())
}

fn new(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    static ROW: Method = Method::new("mappingproxy(mapping)", Fun::None(|vm, _| Ok(vm.none())));
    let bound = crate::bind::bind(vm, "mappingproxy", ROW.signature, ROW.params.params(), args)?;
    let [Some(mapping)] = bound.get() else { return Err(vm.system_error("mappingproxy() lost its argument")) };
    let ty = type_of(mapping);
    if ty.slots.get_item.get().is_none() || vm.is_list(mapping) || vm.is_tuple(mapping) {
        let kind = vm.type_name(mapping);
        return Err(vm.type_error(format!("mappingproxy() argument must be a mapping, not {kind}")));
    }
    Ok(make(vm, mapping))
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let text = vm.repr_text(&mapping(vm, this))?;
    Ok(vm.str(format!("mappingproxy({text})")))
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    vm.compare(&mapping(vm, this), other, op)
}

fn contains(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult<bool> {
    vm.contains(&mapping(vm, this), key)
}

fn unwrapped(vm: &Vm, obj: &ObjRef) -> ObjRef {
    if obj.has::<MappingProxy>() { mapping(vm, obj) } else { obj.clone() }
}

fn or(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    vm.binary(BinOp::Or, &unwrapped(vm, a), &unwrapped(vm, b))
}

fn inplace_or(vm: &Vm, this: &ObjRef, _: &ObjRef) -> PyResult {
    let kind = vm.type_name(this);
    Err(vm.type_error(format!("'|=' is not supported by {kind}; use '|' instead")))
}

fn get(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let default = args.get(1).unwrap_or(&vm.none);
    vm.call_method(&mapping(vm, this), &vm.names.get, &[args[0].clone(), default.clone()])
}

fn reversed(vm: &Vm, this: &ObjRef) -> PyResult {
    vm.call_method(&mapping(vm, this), &vm.names.__reversed__, &[])
}

//! `None`, `NotImplemented`, `Ellipsis`.

use crate::error::{Exc, PyResult};
use crate::native::{Args, Fun, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{Bare, Exact, ObjRef};

pub static NONE: TypeSpec = TypeSpec {
    subclassable: false,
    exact: Exact::None,
    slots: SlotDefs {
        new: Some(|vm, _, args| only(vm, args, "NoneType", &vm.none)),
        repr: Some(|vm, _| Ok(vm.str("None"))),
        truth: Some(|_, _| Ok(false)),
        ..SlotDefs::NONE
    },
    ..TypeSpec::new("NoneType", <Bare as gc::Payload>::layout)
};

pub static NOT_IMPLEMENTED: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs {
        new: Some(|vm, _, args| only(vm, args, "NotImplementedType", &vm.not_implemented)),
        repr: Some(|vm, _| Ok(vm.str("NotImplemented"))),
        truth: Some(not_implemented_truth),
        ..SlotDefs::NONE
    },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(|vm, _| Ok(vm.intern("NotImplemented"))))],
    ..TypeSpec::new("NotImplementedType", <Bare as gc::Payload>::layout)
};

pub static ELLIPSIS: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs {
        new: Some(|vm, _, args| only(vm, args, "EllipsisType", &vm.ellipsis)),
        repr: Some(|vm, _| Ok(vm.str("Ellipsis"))),
        ..SlotDefs::NONE
    },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(|vm, _| Ok(vm.intern("Ellipsis"))))],
    ..TypeSpec::new("ellipsis", <Bare as gc::Payload>::layout)
};

fn only(vm: &Vm, args: Args<'_>, name: &str, value: &ObjRef) -> PyResult {
    if !args.values().is_empty() {
        return Err(vm.type_error(format!("{name} takes no arguments")));
    }
    Ok(value.clone())
}

fn not_implemented_truth(vm: &Vm, _: &ObjRef) -> PyResult<bool> {
    vm.warn(Exc::DeprecationWarning, "NotImplemented should not be used in a boolean context", 1)?;
    Ok(true)
}

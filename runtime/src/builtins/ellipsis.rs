//! `ellipsis`: the type of `...`, of which there is one.

use crate::builtins::arguments;
use crate::error::PyResult;
use crate::native::{Args, Fun, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{Bare, ObjRef, Payload};

pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { new: Some(new), repr: Some(repr), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(repr))],
    ..TypeSpec::new("ellipsis", Bare::layout)
};

fn new(vm: &Vm, _class: &ObjRef, args: Args<'_>) -> PyResult {
    if !args.values().is_empty() {
        return Err(vm.type_error("EllipsisType takes no arguments"));
    }
    arguments::no_keywords(vm, "ellipsis", args)?;
    Ok(vm.ellipsis.clone())
}

/// The repr is also what `__reduce__` answers: the name of a global.
fn repr(vm: &Vm, _this: &ObjRef) -> PyResult {
    Ok(vm.str("Ellipsis"))
}

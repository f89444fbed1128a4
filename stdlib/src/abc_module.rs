//! `_abc`: what abstract classes need of the interpreter.

use gc::ObjRef;
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::object::type_attrs;
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_abc",
    doc: None,
    functions: &[
        Method::new("kind_of(instance, /)", Fun::One(|_, _, instance| Ok(instance.ty_ref().clone()))),
        Method::new("match_as(cls, mapping, /)", Fun::Pos(2, 2, match_as)),
    ],
    init: |_, _| Ok(()),
};

/// Instances of the class match mapping patterns, or else sequence patterns.
fn match_as(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    if !vm.is_type(&args[0]) {
        return Err(vm.type_error("match_as() argument 1 must be a class"));
    }
    type_attrs::match_as(&args[0], vm.truth(&args[1])?);
    Ok(vm.none())
}

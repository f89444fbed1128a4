//! `_codecs`: the functions behind `str.encode` and `bytes.decode` by name.

use gc::ObjRef;
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_codecs",
    doc: None,
    functions: &[
        Method::new(
            "encode(obj, encoding='utf-8', errors='strict')",
            Fun::Bound(|vm, _, args| convert(vm, "encode", args)),
        ),
        Method::new(
            "decode(obj, encoding='utf-8', errors='strict')",
            Fun::Bound(|vm, _, args| convert(vm, "decode", args)),
        ),
    ],
    init: |_, _| Ok(()),
};

/// What the object's own method says.
fn convert(vm: &Vm, method: &str, args: &[Option<ObjRef>]) -> PyResult {
    let mut args = args.iter().flatten().cloned();
    let Some(object) = args.next() else { return Err(vm.type_error(format!("{method}() needs an object"))) };
    vm.call_method_str(&object, method, &args.collect::<Vec<_>>())
}

//! `_ctypes`: reads of pyglass's own live objects, and of nothing else.

use gc::ObjRef;
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec { name: "_ctypes", doc: None, functions: FUNCTIONS, init: |_, _| Ok(()) };

static FUNCTIONS: &[Method] = &[
    Method::new("object_at(address, /)", Fun::One(|vm, _, address| object_at(vm, address))),
    Method::new("word_at(address, /)", Fun::One(|vm, _, address| word_at(vm, address))),
];

/// The live object at an address: one that the collector knows, or that such an object refers to.
fn object_at(vm: &Vm, address: &ObjRef) -> PyResult {
    let wanted = vm.to_index(address)? as usize;
    let mut found = None;
    for object in vm.heap.live_objects() {
        if object.addr() == wanted {
            found = Some(object);
            break;
        }
        vm.heap.each_referent(&object, &mut |referent| {
            if referent.addr() == wanted && found.is_none() {
                found = Some(referent.clone());
            }
        });
        if found.is_some() {
            break;
        }
    }
    found.ok_or_else(|| vm.value_error(format!("there is no live object at {wanted:#x}; pyglass reads nothing else")))
}

/// The first two words of an object: its count, and the address of its type.
fn word_at(vm: &Vm, address: &ObjRef) -> PyResult {
    if let Ok(object) = object_at(vm, address) {
        // Found by a handle of its own, which does not count.
        return Ok(vm.int(object.refcount() as i64 - 1));
    }
    let header = vm.int(vm.to_i64(address)? - 8);
    match object_at(vm, &header) {
        Ok(object) => Ok(vm.int(object.ty_ref().addr() as i64)),
        Err(_) => object_at(vm, address),
    }
}

//! `_hashlib`: the digest that `random` seeds from text with.

use gc::{Bytes, ObjRef};
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;
use sha2::{Digest, Sha512};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_hashlib",
    doc: None,
    functions: &[Method::new("sha512(data, /)", Fun::One(sha512))],
    init: |_, _| Ok(()),
};

fn sha512(vm: &Vm, _: &ObjRef, data: &ObjRef) -> PyResult {
    match data.payload::<Bytes>() {
        Some(bytes) => Ok(vm.bytes(&Sha512::digest(bytes.data()))),
        None => Err(vm.type_error("a bytes object is required")),
    }
}

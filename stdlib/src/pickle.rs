//! `_pickle`: floats as the eight bytes that a pickle holds.

use gc::{Bytes, ObjRef};
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "_pickle",
    doc: None,
    functions: &[
        Method::new("pack_double(number, /)", Fun::One(pack_double)),
        Method::new("unpack_double(data, /)", Fun::One(unpack_double)),
    ],
    init: |_, _| Ok(()),
};

fn pack_double(vm: &Vm, _: &ObjRef, number: &ObjRef) -> PyResult {
    Ok(vm.bytes(&vm.to_f64(number)?.to_be_bytes()))
}

fn unpack_double(vm: &Vm, _: &ObjRef, data: &ObjRef) -> PyResult {
    let eight = data.payload::<Bytes>().and_then(|bytes| bytes.data().try_into().ok());
    match eight {
        Some(eight) => Ok(vm.float(f64::from_be_bytes(eight))),
        None => Err(vm.value_error("eight bytes are required")),
    }
}

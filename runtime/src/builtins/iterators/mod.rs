//! Iterators: small objects that remember a container and a position.

pub mod callable_iter;
pub mod range_iter;
pub mod sequence_iter;

use crate::error::PyResult;
use crate::vm::Vm;
use gc::ObjRef;

/// `iter(iterator)` is the iterator itself.
pub fn itself(_vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(this.clone())
}

/// What `__reduce__` answers: `(iter, (source,), position)`, the position only if there is one.
pub fn reduced(vm: &Vm, function: &str, source: ObjRef, position: Option<i64>) -> PyResult {
    let mut parts = vec![vm.builtin(function)?, vm.tuple([source])];
    parts.extend(position.map(|at| vm.int(at)));
    Ok(vm.tuple(parts))
}

/// The position that `__setstate__` is given: an int, nothing that could become one.
pub fn state_position(vm: &Vm, state: &ObjRef) -> PyResult<isize> {
    if vm.is_int(state) { vm.to_index(state) } else { Err(vm.type_error("an integer is required")) }
}

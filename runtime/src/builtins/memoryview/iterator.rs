//! `memory_iterator`: a view and a position.

use super::of;
use crate::builtins::iterators::sequence_iter;
use crate::error::PyResult;
use crate::native::{Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Payload, Slot};
use std::cell::Cell;

gc::payload! {
    /// The view, until it is used up, and the position of the next item.
    pub struct MemoryIterator: gc { pub view: Slot, pub at: Cell<usize>, pub len: Cell<usize> }
}

pub static SPEC: TypeSpec = TypeSpec {
    basicsize: 48,
    subclassable: false,
    flags: gc::TypeFlags::DISALLOW_INSTANTIATION,
    slots: SlotDefs { iter: Some(|_, this| Ok(this.clone())), next: Some(next), ..SlotDefs::NONE },
    ..TypeSpec::new("memory_iterator", MemoryIterator::layout)
};

pub fn iter(vm: &Vm, this: &ObjRef) -> PyResult {
    let view = of(vm, this)?;
    let len = match view.shape.as_slice() {
        [] => return Err(vm.type_error("invalid indexing of 0-dim memory")),
        [len] => *len,
        _ => return Err(vm.not_implemented_error("multi-dimensional sub-views are not implemented")),
    };
    // Views have no iterator of their own up to 3.9.
    if Releases::until(9).have(vm) {
        return sequence_iter::over_any(vm, this);
    }
    let payload = MemoryIterator { view: this.clone().into(), at: Cell::new(0), len: Cell::new(len) };
    Ok(vm.alloc(&vm.native_type(&SPEC), payload).into_obj())
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let this = this.to::<MemoryIterator>();
    let Some(view) = this.view.get() else { return Ok(None) };
    let at = this.at.get();
    if at < this.len.get() {
        this.at.set(at + 1);
        return super::get_item(vm, &view, &vm.int(at as i64)).map(Some);
    }
    drop(this.view.take());
    Ok(None)
}

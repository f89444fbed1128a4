//! `iter(callable, sentinel)`: calls until the sentinel comes.

use super::itself;
use crate::error::{Exc, PyResult};
use crate::native::{Fun, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{ObjRef, Payload, Slot};

gc::payload! {
    /// Both are gone when the iterator is exhausted.
    pub struct CallableIter: gc { callable: Slot, sentinel: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(reduce))],
    ..TypeSpec::new("callable_iterator", CallableIter::layout)
};

/// `iter(callable, sentinel)`
pub fn make(vm: &Vm, callable: &ObjRef, sentinel: &ObjRef) -> ObjRef {
    let iter = CallableIter { callable: callable.clone().into(), sentinel: sentinel.clone().into() };
    vm.alloc(&vm.types.callable_iterator, iter).into_obj()
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let iter = this.to::<CallableIter>();
    let Some(callable) = iter.callable.get() else { return Ok(None) };
    match vm.call(&callable, &[]) {
        // The call may have exhausted this very iterator.
        Ok(value) => match iter.sentinel.get() {
            None => Ok(None),
            Some(sentinel) if vm.compare_bool(&sentinel, &value, CmpOp::Eq)? => {
                exhaust(iter);
                Ok(None)
            }
            Some(_) => Ok(Some(value)),
        },
        Err(raised) if raised.matches(vm, Exc::StopIteration) => {
            exhaust(iter);
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<CallableIter>();
    match (iter.callable.get(), iter.sentinel.get()) {
        (Some(callable), Some(sentinel)) => Ok(vm.tuple([vm.builtin("iter")?, vm.tuple([callable, sentinel])])),
        _ => super::reduced(vm, "iter", vm.tuple(Vec::new()), None),
    }
}

fn exhaust(iter: &CallableIter) {
    drop(iter.callable.take());
    drop(iter.sentinel.take());
}

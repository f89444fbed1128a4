//! `set_iterator`: walks over the table of a set.

use crate::builtins::iterators::itself;
use crate::error::{PyResult, Raised};
use crate::native::{Fun, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Payload, Set, Slot};
use std::cell::Cell;

gc::payload! {
    /// A position in the table; the set is gone when the iterator is exhausted.
    pub struct SetIter: gc {
        set: Slot,
        /// Length of the set at the start; usize::MAX after an error, which then repeats.
        used: Cell<usize>,
        position: Cell<usize>,
        left: Cell<usize>,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
    methods: &[
        Method::new("__length_hint__(self, /)", Fun::None(length_hint)),
        Method::new("__reduce__(self, /)", Fun::None(reduce)),
    ],
    ..TypeSpec::new("set_iterator", SetIter::layout)
};

/// `iter(set)`
pub fn over_set(vm: &Vm, this: &ObjRef) -> PyResult {
    let len = this.to::<Set>().len();
    let iter = SetIter { set: this.clone().into(), used: Cell::new(len), position: Cell::new(0), left: Cell::new(len) };
    Ok(vm.alloc(&vm.types.set_iterator, iter).into_obj())
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let iter = this.to::<SetIter>();
    let Some(owner) = iter.set.get() else { return Ok(None) };
    let set = owner.to::<Set>();
    if iter.used.get() != set.len() {
        return Err(changed_size(vm, iter));
    }
    let mut at = iter.position.get();
    let found = super::ops::next_key(set, &mut at);
    iter.position.set(at);
    match found {
        Some((key, _)) => {
            iter.left.set(iter.left.get().saturating_sub(1));
            Ok(Some(key))
        }
        None => {
            drop(iter.set.take());
            Ok(None)
        }
    }
}

fn length_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SetIter>();
    let intact = iter.set.get().is_some_and(|set| set.to::<Set>().len() == iter.used.get());
    Ok(vm.int_exact(if intact { iter.left.get() as i64 } else { 0 }))
}

/// What is left, as a list; this iterator does not move.
fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SetIter>();
    let twin = SetIter {
        set: iter.set.get().into(),
        used: iter.used.clone(),
        position: iter.position.clone(),
        left: iter.left.clone(),
    };
    let twin = vm.alloc(this.ty_ref(), twin).into_obj();
    let rest = vm.list(vm.collect(&twin)?);
    Ok(vm.tuple([vm.builtin("iter")?, vm.tuple([rest])]))
}

#[cold]
fn changed_size(vm: &Vm, iter: &SetIter) -> Raised {
    iter.used.set(usize::MAX);
    vm.runtime_error("Set changed size during iteration")
}

//! Iterators over sequences by position: of list and tuple, forwards and backwards, and of anything that
//! has `__getitem__`.
//!
//! The iterator asks for the length at each step, so a list that grows under it is followed to its new end.
//! At the end it lets go of the sequence and stays exhausted, even if more is appended.

use super::{itself, reduced};
use crate::error::{Exc, PyResult};
use crate::native::{Fun, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::cast::type_of;
use crate::vm::{Vm, ops_iter};
use gc::{List, ObjRef, Payload, Slot, Tuple};
use std::cell::Cell;

gc::payload! {
    /// A position in a sequence; the sequence is gone when the iterator is exhausted.
    pub struct SequenceIter: gc {
        pub position: Cell<isize>,
        pub sequence: Slot,
    }
}

/// `list_iterator`
pub static LIST: TypeSpec = TypeSpec {
    exact: gc::Exact::ListIterator,
    subclassable: false,
    slots: SlotDefs { iter: Some(itself), next: Some(ops_iter::next_of_list), ..SlotDefs::NONE },
    methods: &[
        Method::new("__length_hint__(self, /)", Fun::None(list_hint)),
        Method::new("__reduce__(self, /)", Fun::None(list_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(set_state)),
    ],
    ..TypeSpec::new("list_iterator", SequenceIter::layout)
};

/// `list_reverseiterator`
pub static LIST_REVERSED: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { iter: Some(itself), next: Some(list_previous), ..SlotDefs::NONE },
    methods: &[
        Method::new("__length_hint__(self, /)", Fun::None(reversed_hint)),
        Method::new("__reduce__(self, /)", Fun::None(reversed_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(reversed_set_state)),
    ],
    ..TypeSpec::new("list_reverseiterator", SequenceIter::layout)
};

/// `tuple_iterator`
pub static TUPLE: TypeSpec = TypeSpec {
    exact: gc::Exact::TupleIterator,
    subclassable: false,
    slots: SlotDefs { iter: Some(itself), next: Some(ops_iter::next_of_tuple), ..SlotDefs::NONE },
    methods: &[
        Method::new("__length_hint__(self, /)", Fun::None(tuple_hint)),
        Method::new("__reduce__(self, /)", Fun::None(tuple_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(set_state)),
    ],
    ..TypeSpec::new("tuple_iterator", SequenceIter::layout)
};

/// `iterator`, over anything with `__getitem__`.
pub static GENERIC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { iter: Some(itself), next: Some(generic_next), ..SlotDefs::NONE },
    methods: &[
        Method::new("__length_hint__(self, /)", Fun::None(generic_hint)),
        Method::new("__reduce__(self, /)", Fun::None(tuple_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(set_state)),
    ],
    ..TypeSpec::new("iterator", SequenceIter::layout)
};

impl SequenceIter {
    /// An iterator of type `ty` that starts at `position`.
    pub fn make(vm: &Vm, ty: &ObjRef, sequence: &ObjRef, position: isize) -> ObjRef {
        let iter = SequenceIter { sequence: sequence.clone().into(), position: Cell::new(position) };
        vm.alloc(ty, iter).into_obj()
    }

    /// Lets go of the sequence.
    pub fn exhaust(&self) {
        drop(self.sequence.take());
    }
}

/// `iter(list)`
pub fn over_list(vm: &Vm, list: &ObjRef) -> PyResult {
    Ok(SequenceIter::make(vm, &vm.types.list_iterator, list, 0))
}

/// `reversed(list)`
pub fn over_list_reversed(vm: &Vm, list: &ObjRef) -> PyResult {
    let last = list.to::<List>().len() as isize - 1;
    Ok(SequenceIter::make(vm, &vm.types.list_reverseiterator, list, last))
}

/// `iter(tuple)`
pub fn over_tuple(vm: &Vm, tuple: &ObjRef) -> PyResult {
    Ok(SequenceIter::make(vm, &vm.types.tuple_iterator, tuple, 0))
}

/// `iter(object with __getitem__)`
pub fn over_any(vm: &Vm, sequence: &ObjRef) -> PyResult {
    Ok(SequenceIter::make(vm, &vm.types.iterator, sequence, 0))
}

// ---- stepping

fn list_previous(_vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    Ok(ops_iter::step_back(this.to::<SequenceIter>()))
}

/// The sequence says where it ends by raising IndexError (or StopIteration).
fn generic_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let iter = this.to::<SequenceIter>();
    let Some(sequence) = iter.sequence.get() else { return Ok(None) };
    let at = iter.position.get();
    if at == isize::MAX {
        return Err(vm.overflow_error("iter index too large"));
    }
    let item = vm.get_item(&sequence, &vm.int(at as i64));
    if item.is_ok() {
        iter.position.set(at + 1);
    }
    end_of(vm, iter, item)
}

/// An item, or the end if the sequence raised what means the end.
pub fn end_of(vm: &Vm, iter: &SequenceIter, item: PyResult) -> PyResult<Option<ObjRef>> {
    match item {
        Ok(item) => Ok(Some(item)),
        Err(raised) if raised.matches(vm, Exc::IndexError) || raised.matches(vm, Exc::StopIteration) => {
            iter.exhaust();
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

// ---- methods

fn left(len: usize, position: isize) -> i64 {
    (len as i64 - position as i64).max(0)
}

fn list_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SequenceIter>();
    let len = iter.sequence.get().map_or(0, |list| list.to::<List>().len());
    Ok(vm.int_exact(left(len, iter.position.get())))
}

fn tuple_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SequenceIter>();
    let len = iter.sequence.get().map_or(0, |tuple| tuple.to::<Tuple>().len());
    Ok(vm.int_exact(left(len, iter.position.get())))
}

fn reversed_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SequenceIter>();
    let left = iter.position.get() + 1;
    let len = iter.sequence.get().map_or(0, |list| list.to::<List>().len());
    Ok(vm.int_exact(if len < left as usize { 0 } else { left as i64 }))
}

fn generic_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SequenceIter>();
    let Some(sequence) = iter.sequence.get() else { return Ok(vm.int(0)) };
    if type_of(&sequence).slots.len.get().is_none() {
        return Ok(vm.not_implemented.clone());
    }
    Ok(vm.int_exact(left(vm.len(&sequence)?, iter.position.get())))
}

fn list_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SequenceIter>();
    match iter.sequence.get() {
        Some(list) => reduced(vm, "iter", list, Some(iter.position.get() as i64)),
        None => reduced(vm, "iter", vm.list(Vec::new()), None),
    }
}

fn tuple_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SequenceIter>();
    match iter.sequence.get() {
        Some(sequence) => reduced(vm, "iter", sequence, Some(iter.position.get() as i64)),
        None => reduced(vm, "iter", vm.tuple(Vec::new()), None),
    }
}

fn reversed_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SequenceIter>();
    match iter.sequence.get() {
        Some(list) => reduced(vm, "reversed", list, Some(iter.position.get() as i64)),
        None => reduced(vm, "iter", vm.list(Vec::new()), None),
    }
}

fn set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let position = super::state_position(vm, state)?.max(0);
    let iter = this.to::<SequenceIter>();
    if let Some(sequence) = iter.sequence.get() {
        let list = sequence.payload::<List>().map(|list| list.len());
        let len = list.or_else(|| sequence.payload::<Tuple>().map(|tuple| tuple.len()));
        iter.position.set(len.map_or(position, |len| position.min(len as isize)));
    }
    Ok(vm.none())
}

fn reversed_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let position = super::state_position(vm, state)?;
    let iter = this.to::<SequenceIter>();
    if let Some(list) = iter.sequence.get() {
        let last = list.to::<List>().len() as isize - 1;
        iter.position.set(position.clamp(-1, last.max(-1)));
    }
    Ok(vm.none())
}

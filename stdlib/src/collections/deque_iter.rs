//! The iterators of `deque`, forwards and backwards.

use super::deque::{iterator_from, mutated};
use gc::{Deque, DequeIter, DequeNext, ObjRef, Payload};
use runtime::builtins::iterators::itself;
use runtime::error::PyResult;
use runtime::native::{Fun, Method, TypeSpec};
use runtime::slots::{NewFn, SlotDefs};
use runtime::vm::Vm;

const METHODS: &[Method] = &[
    Method::new("__length_hint__(self, /)", Fun::None(length_hint)),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
];

const fn spec(name: &'static str, new: NewFn) -> TypeSpec {
    TypeSpec {
        subclassable: false,
        slots: SlotDefs { new: Some(new), iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
        methods: METHODS,
        ..TypeSpec::new(name, DequeIter::layout)
    }
}

pub static FORWARDS: TypeSpec =
    spec("_collections._deque_iterator", |vm, _, args| iterator_from(vm, args, false, "_deque_iterator"));
pub static BACKWARDS: TypeSpec = spec("_collections._deque_reverse_iterator", |vm, _, args| {
    iterator_from(vm, args, true, "_deque_reverse_iterator")
});

pub fn make(vm: &Vm, deque: &ObjRef, backwards: bool) -> ObjRef {
    let ty = vm.native_type(if backwards { &BACKWARDS } else { &FORWARDS });
    DequeIter::new(vm, &ty, deque.to::<Deque>(), backwards).into_obj()
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    match this.to::<DequeIter>().next() {
        DequeNext::Item(item) => Ok(Some(item)),
        DequeNext::End => Ok(None),
        DequeNext::Changed => Err(mutated(vm)),
    }
}

fn length_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.int_exact(this.to::<DequeIter>().remaining() as i64))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<DequeIter>();
    let deque = iter.deque().unwrap_or_else(|| vm.none());
    let len = deque.payload::<Deque>().map_or(0, |d| d.len());
    let position = vm.int(len.saturating_sub(iter.remaining()) as i64);
    Ok(vm.tuple([this.ty_ref().clone(), vm.tuple([deque, position])]))
}

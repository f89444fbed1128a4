//! `bytes_iterator` and `bytearray_iterator`: an object and a position.

use super::make::data;
use crate::error::PyResult;
use crate::native::{Fun, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ByteArray, Bytes, ObjRef, Payload, Slot};
use std::cell::Cell;

gc::payload! {
    /// What is walked through, until it is used up, and the position of the next byte.
    pub struct BytesIterator: gc { pub bytes: Slot, pub at: Cell<usize> }
}

pub static SPEC: TypeSpec = spec("bytes_iterator");
pub static ARRAY_SPEC: TypeSpec = spec("bytearray_iterator");

const fn spec(name: &'static str) -> TypeSpec {
    TypeSpec {
        subclassable: false,
        flags: gc::TypeFlags::DISALLOW_INSTANTIATION,
        slots: SlotDefs { iter: Some(|_, this| Ok(this.clone())), next: Some(next), ..SlotDefs::NONE },
        methods: METHODS,
        ..TypeSpec::new(name, BytesIterator::layout)
    }
}

static METHODS: &[Method] = &[
    Method::new("__length_hint__(self, /)", Fun::None(length_hint)),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
    Method::new("__setstate__(self, state, /)", Fun::One(setstate)),
];

pub fn iter(vm: &Vm, this: &ObjRef) -> PyResult {
    let ty = vm.native_type(if this.has::<ByteArray>() { &ARRAY_SPEC } else { &SPEC });
    Ok(vm.alloc(&ty, BytesIterator { bytes: this.clone().into(), at: Cell::new(0) }).into_obj())
}

fn byte_at(object: &ObjRef, at: usize) -> Option<u8> {
    match object.cast_ref::<Bytes>() {
        Some(bytes) => bytes.data().get(at).copied(),
        None => object.payload::<ByteArray>()?.get(at),
    }
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let this = this.to::<BytesIterator>();
    let Some(bytes) = this.bytes.get() else { return Ok(None) };
    let at = this.at.get();
    match byte_at(&bytes, at) {
        Some(byte) => {
            this.at.set(at + 1);
            Ok(Some(vm.int(byte.into())))
        }
        None => {
            drop(this.bytes.take());
            Ok(None)
        }
    }
}

fn length_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    let this = this.to::<BytesIterator>();
    let left = this.bytes.get().map_or(0, |bytes| data(&bytes).len().saturating_sub(this.at.get()));
    Ok(vm.int_exact(left as i64))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let this = this.to::<BytesIterator>();
    let iter = vm.builtin("iter")?;
    Ok(vm.tuple(match this.bytes.get() {
        Some(bytes) => vec![iter, vm.tuple([bytes]), vm.int_exact(this.at.get() as i64)],
        None => vec![iter, vm.tuple([vm.empty_tuple.clone()])],
    }))
}

fn setstate(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let this = this.to::<BytesIterator>();
    let at = usize::try_from(vm.to_index(state)?).unwrap_or(0);
    if let Some(bytes) = this.bytes.get() {
        this.at.set(at.min(data(&bytes).len()));
    }
    Ok(vm.none())
}

//! `str_iterator` and `str_ascii_iterator`: a string and a position.

use super::make::{from_char, of};
use crate::error::PyResult;
use crate::native::{Fun, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Payload, Slot, Str};
use std::cell::Cell;

gc::payload! {
    /// The string, until it is used up, and the position of the next character.
    pub struct StrIterator: gc { pub text: Slot, pub at: Cell<usize> }
}

pub static SPEC: TypeSpec = spec("str_iterator");
/// CPython 3.11 has a type of its own for ASCII strings.
pub static ASCII_SPEC: TypeSpec = spec("str_ascii_iterator");

const fn spec(name: &'static str) -> TypeSpec {
    TypeSpec {
        subclassable: false,
        flags: gc::TypeFlags::DISALLOW_INSTANTIATION,
        slots: SlotDefs { iter: Some(|_, this| Ok(this.clone())), next: Some(next), ..SlotDefs::NONE },
        methods: METHODS,
        ..TypeSpec::new(name, StrIterator::layout)
    }
}

static METHODS: &[Method] = &[
    Method::new("__length_hint__(self, /)", Fun::None(length_hint)),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
    Method::new("__setstate__(self, state, /)", Fun::One(setstate)),
];

/// `iter(text)`
pub fn iter(vm: &Vm, this: &ObjRef) -> PyResult {
    let ty = if of(this).is_ascii() { &vm.types.str_ascii_iterator } else { &vm.types.str_iterator };
    Ok(vm.alloc(ty, StrIterator { text: this.clone().into(), at: Cell::new(0) }).into_obj())
}

pub fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let this = this.to::<StrIterator>();
    let Some(text) = this.text.get() else { return Ok(None) };
    let (text, at) = (of(&text), this.at.get());
    if at < text.len() {
        this.at.set(at + 1);
        return Ok(Some(from_char(vm, text.char_at(at))));
    }
    drop(this.text.take());
    Ok(None)
}

fn length_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    let this = this.to::<StrIterator>();
    let left = this.text.get().and_then(|text| text.cast_ref::<Str>().map(|t| t.len() - this.at.get().min(t.len())));
    Ok(vm.int_exact(left.unwrap_or(0) as i64))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let this = this.to::<StrIterator>();
    let iter = vm.builtin("iter")?;
    Ok(vm.tuple(match this.text.get() {
        Some(text) => vec![iter, vm.tuple([text]), vm.int_exact(this.at.get() as i64)],
        None => vec![iter, vm.tuple([vm.empty_str.clone()])],
    }))
}

fn setstate(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let this = this.to::<StrIterator>();
    let at = usize::try_from(vm.to_index(state)?).unwrap_or(0);
    if let Some(text) = this.text.get() {
        this.at.set(at.min(of(&text).len()));
    }
    Ok(vm.none())
}

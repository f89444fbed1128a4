//! `set`: a hash table of keys alone.
//!
//! ```text
//!   GcHead | Header | fill used mask table hash finger | 8 inline slots |     216 bytes with the collector's words
//!                                     |
//!                                     v
//!                          hash key | hash key | ...                          16 bytes per slot, when 8 are not enough
//! ```
//!
//! There is no order of insertion: iteration follows the table, and the table follows the hashes. A removed key
//! leaves a dummy that later probes step over. When three fifths of the slots are used, the table is rebuilt for
//! four times the keys (the rules are in `gc`).
//!
//! What set and frozenset share is in `ops`.

pub mod iter;
pub mod ops;

pub use ops::{difference_update, from_iterable, intersection, symmetric_difference_update, update};

use crate::builtins::{arguments, generic_alias};
use crate::error::{PyResult, Raised};
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::BinOp;
use gc::{ObjRef, Payload, Set};

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(9),
    exact: gc::Exact::Set,
    flags: gc::TypeFlags::SET,
    weaklist_offset: gc::Set::WEAKLIST_OFFSET,
    doc: Some("set(iterable=(), /)\n--\n\nDistinct hashable objects in no particular order."),
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(ops::repr),
        unhashable: true,
        compare: Some(ops::compare),
        iter: Some(iter::over_set),
        len: Some(ops::len),
        contains: Some(ops::contains),
        binary: &[
            (BinOp::Sub, ops::sub),
            (BinOp::And, ops::and),
            (BinOp::Xor, ops::xor),
            (BinOp::Or, ops::or),
            (BinOp::InplaceSub, inplace_sub),
            (BinOp::InplaceAnd, inplace_and),
            (BinOp::InplaceXor, inplace_xor),
            (BinOp::InplaceOr, inplace_or),
        ],
        ..SlotDefs::NONE
    },
    methods: METHODS,
    ..TypeSpec::new("set", Set::layout)
};

const METHODS: &[Method] = &[
    Method::new("__contains__(self, key, /)", Fun::One(ops::contains_method)),
    Method::new("add(self, object, /)", Fun::One(add)),
    Method::new("clear(self, /)", Fun::None(clear)),
    Method::new("copy(self, /)", Fun::None(ops::copy)),
    Method::new("discard(self, object, /)", Fun::One(discard)),
    Method::new("difference(self, /, *others)", Fun::Pos(0, u8::MAX, ops::difference_method))
        .packing(Releases::until(12)),
    Method::new("difference_update(self, /, *others)", Fun::Pos(0, u8::MAX, difference_update_method))
        .packing(Releases::until(12)),
    Method::new("intersection(self, /, *others)", Fun::Pos(0, u8::MAX, ops::intersection_method))
        .packing(Releases::until(12)),
    Method::new("intersection_update(self, /, *others)", Fun::Pos(0, u8::MAX, intersection_update))
        .packing(Releases::until(12)),
    Method::new("isdisjoint(self, other, /)", Fun::One(ops::isdisjoint)),
    Method::new("issubset(self, other, /)", Fun::One(ops::issubset)),
    Method::new("issuperset(self, other, /)", Fun::One(ops::issuperset)),
    Method::new("pop(self, /)", Fun::None(pop)),
    Method::new("__reduce__(self, /)", Fun::None(ops::reduce)),
    Method::new("remove(self, object, /)", Fun::One(remove)),
    Method::new("__sizeof__(self, /)", Fun::None(ops::size_of)),
    Method::new("symmetric_difference(self, other, /)", Fun::One(ops::symmetric_difference)),
    Method::new("symmetric_difference_update(self, other, /)", Fun::One(symmetric_difference_update_method)),
    Method::new("union(self, /, *others)", Fun::Pos(0, u8::MAX, ops::union_method)).packing(Releases::until(12)),
    Method::new("update(self, /, *others)", Fun::Pos(0, u8::MAX, update_method)).packing(Releases::until(12)),
    Method::class("__class_getitem__(type, object, /)", Fun::One(generic_alias::class_getitem)),
];

// ---- construction

fn new(vm: &Vm, class: &ObjRef, _args: Args<'_>) -> PyResult {
    Ok(Set::new(vm, class).into())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    arguments::no_keywords(vm, "set", args)?;
    let iterable = arguments::at_most_one(vm, "set", args)?;
    this.to::<Set>().clear_items(vm);
    iterable.map_or(Ok(()), |iterable| update(vm, this, iterable))
}

// ---- in-place operators

fn inplace_sub(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    in_place(vm, this, other, difference_update)
}

fn inplace_or(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    in_place(vm, this, other, update)
}

fn inplace_xor(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    in_place(vm, this, other, symmetric_difference_update)
}

fn inplace_and(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    in_place(vm, this, other, |vm, this, other| {
        let result = intersection(vm, this, other)?;
        this.to::<Set>().exchange(result.to::<Set>());
        Ok(())
    })
}

fn in_place(vm: &Vm, this: &ObjRef, other: &ObjRef, change: fn(&Vm, &ObjRef, &ObjRef) -> PyResult<()>) -> PyResult {
    if !other.has::<Set>() {
        return Ok(vm.not_implemented.clone());
    }
    change(vm, this, other)?;
    Ok(this.clone())
}

// ---- methods

fn add(vm: &Vm, this: &ObjRef, object: &ObjRef) -> PyResult {
    vm.set_add(this.to(), object)?;
    Ok(vm.none())
}

fn clear(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<Set>().clear_items(vm);
    Ok(vm.none())
}

fn discard(vm: &Vm, this: &ObjRef, object: &ObjRef) -> PyResult {
    take_out(vm, this, object)?;
    Ok(vm.none())
}

fn remove(vm: &Vm, this: &ObjRef, object: &ObjRef) -> PyResult {
    if take_out(vm, this, object)? { Ok(vm.none()) } else { Err(vm.key_error(object)) }
}

/// A set, though unhashable, finds the frozenset that equals it.
fn take_out(vm: &Vm, this: &ObjRef, object: &ObjRef) -> PyResult<bool> {
    ops::with_hashable(vm, object, |key, hash| ops::discard_hashed(vm, this.to(), key, hash))
}

fn pop(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<Set>().pop().ok_or_else(|| nothing_to_pop(vm))
}

fn update_method(vm: &Vm, this: &ObjRef, others: &[ObjRef]) -> PyResult {
    others.iter().try_for_each(|other| update(vm, this, other))?;
    Ok(vm.none())
}

fn difference_update_method(vm: &Vm, this: &ObjRef, others: &[ObjRef]) -> PyResult {
    others.iter().try_for_each(|other| difference_update(vm, this, other))?;
    Ok(vm.none())
}

fn intersection_update(vm: &Vm, this: &ObjRef, others: &[ObjRef]) -> PyResult {
    let result = ops::intersection_method(vm, this, others)?;
    this.to::<Set>().exchange(result.to::<Set>());
    Ok(vm.none())
}

fn symmetric_difference_update_method(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    symmetric_difference_update(vm, this, other)?;
    Ok(vm.none())
}

#[cold]
fn nothing_to_pop(vm: &Vm) -> Raised {
    vm.key_error(&vm.str("pop from an empty set"))
}

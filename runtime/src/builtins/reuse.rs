//! Result tuples that are used again: `zip`, `enumerate` and `dict.items()` keep the tuple they answered
//! last, and fill it anew when they are its only owner.

use crate::vm::Vm;
use gc::{ObjRef, Slot, Tuple};
use smallvec::SmallVec;

/// Answers the pair (a, b): the tuple in `slot` if nobody else holds it, else a new one.
#[inline]
pub fn fill_pair(vm: &Vm, slot: &Slot, a: ObjRef, b: ObjRef) -> ObjRef {
    let mut items = [a, b];
    match Tuple::refill(slot, &mut items) {
        Some(filled) => refilled(vm, filled, items),
        None => Tuple::of(vm, &vm.types.tuple, items).into(),
    }
}

/// Items on their way into a tuple.
pub type Items = SmallVec<[ObjRef; 6]>;

/// As [`fill_pair`], for any number of items.
pub fn fill_vec(vm: &Vm, slot: &Slot, mut items: Items) -> ObjRef {
    if items.is_empty() {
        return vm.empty_tuple.clone();
    }
    match Tuple::refill(slot, &mut items) {
        Some(filled) => refilled(vm, filled, items),
        None => vm.tuple(items),
    }
}

/// As [`fill_vec`], for those that also keep the new tuple: `itertools`' choices.
pub fn fill_kept(vm: &Vm, slot: &Slot, items: impl ExactSizeIterator<Item = ObjRef>) -> ObjRef {
    if Tuple::is_spare(slot) {
        let filled = fill_vec(vm, slot, items.collect());
        if slot.holds(&filled) {
            return filled;
        }
        slot.set(filled.clone());
        return filled;
    }
    let made = vm.tuple(items);
    slot.set(made.clone());
    made
}

/// The old items drop when the tuple is whole and has two owners: their death may run Python.
/// The collector may have stopped tracking the tuple for what it held before.
#[inline]
fn refilled<T>(vm: &Vm, filled: ObjRef, old: T) -> ObjRef {
    drop(old);
    if !vm.is_tracked(&filled) {
        vm.track(&filled);
    }
    filled
}

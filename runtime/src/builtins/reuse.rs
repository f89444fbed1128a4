//! Result tuples that are used again: `zip`, `enumerate` and `dict.items()` keep the tuple they answered
//! last, and fill it anew when they are its only owner.

use crate::vm::Vm;
use gc::{ObjRef, Ref, Slot, Tuple};

/// Answers the pair (a, b): the tuple in `slot` if nobody else holds it, else a new one.
#[inline]
pub fn fill_pair(vm: &Vm, slot: &Slot, a: ObjRef, b: ObjRef) -> ObjRef {
    let mut items = [a, b];
    match Tuple::refill_pair(slot, &mut items) {
        Some(filled) => {
            drop(items);
            if !vm.is_tracked(&filled) {
                vm.track(&filled);
            }
            filled
        }
        None => Tuple::new(vm, &vm.types.tuple, items).into(),
    }
}

/// As [`fill_pair`], for any number of items.
pub fn fill_vec(vm: &Vm, slot: &Slot, items: Vec<ObjRef>) -> ObjRef {
    let mut kept = take(slot);
    let Some(places) = kept.as_mut().and_then(Ref::items_mut) else {
        slot.set(kept.map(Ref::into_obj));
        return vm.tuple(items);
    };
    let old: Vec<ObjRef> = places.iter_mut().zip(items).map(|(place, item)| std::mem::replace(place, item)).collect();
    put_back(vm, slot, kept, old)
}

/// As [`fill_vec`], for those that also keep the new tuple: `itertools`' choices.
pub fn fill_kept(vm: &Vm, slot: &Slot, items: Vec<ObjRef>) -> ObjRef {
    let filled = fill_vec(vm, slot, items);
    if !slot.holds(&filled) {
        slot.set(filled.clone());
    }
    filled
}

#[inline]
fn take(slot: &Slot) -> Option<Ref<Tuple>> {
    slot.take().and_then(|kept| kept.downcast().ok())
}

/// The old items drop when the tuple is whole and has two owners: their death may run Python.
/// The collector may have stopped tracking the tuple for what it held before.
#[inline]
fn put_back<T>(vm: &Vm, slot: &Slot, filled: Option<Ref<Tuple>>, old: T) -> ObjRef {
    let filled = filled.map_or_else(|| vm.empty_tuple.clone(), Ref::into_obj);
    slot.set(filled.clone());
    drop(old);
    if !vm.is_tracked(&filled) {
        vm.track(&filled);
    }
    filled
}

//! Iterators over ranges: three machine words, or Python ints where those do not fit.

use super::{itself, reduced};
use crate::builtins::range::Progression;
use crate::error::PyResult;
use crate::native::{Fun, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::{Vm, ops_iter};
use gc::{Int, ObjRef, Payload, Slot};
use num_bigint::BigInt;
use num_traits::Zero;
use std::cell::Cell;

gc::payload! {
    /// What is left of a range.
    pub struct RangeIter: plain {
        /// The number that comes next.
        pub next: Cell<i64>,
        pub step: Cell<i64>,
        /// How many numbers are left.
        pub left: Cell<i64>,
    }
}

gc::payload! {
    /// A range with numbers of any size, and a position in it.
    pub struct LongRangeIter: plain { position: Slot, start: Slot, step: Slot, length: Slot }
}

/// `range_iterator`
pub static SPEC: TypeSpec = TypeSpec {
    exact: gc::Exact::RangeIterator,
    basicsize: 48,
    subclassable: false,
    slots: SlotDefs { iter: Some(itself), next: Some(ops_iter::next_of_range), ..SlotDefs::NONE },
    methods: &[
        Method::new("__length_hint__(self, /)", Fun::None(length_hint)),
        Method::new("__reduce__(self, /)", Fun::None(reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(set_state)),
    ],
    ..TypeSpec::new("range_iterator", RangeIter::layout)
};

/// `longrange_iterator`
pub static LONG: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { iter: Some(itself), next: Some(next_big), ..SlotDefs::NONE },
    methods: &[
        Method::new("__length_hint__(self, /)", Fun::None(length_hint_big)),
        Method::new("__reduce__(self, /)", Fun::None(reduce_big)),
        Method::new("__setstate__(self, state, /)", Fun::One(set_state_big)),
    ],
    ..TypeSpec::new("longrange_iterator", LongRangeIter::layout)
};

/// An iterator over a progression of machine words.
pub fn make(vm: &Vm, p: Progression) -> ObjRef {
    let iter = RangeIter { next: Cell::new(p.start), step: Cell::new(p.step), left: Cell::new(p.len) };
    vm.alloc(&vm.types.range_iterator, iter).into_obj()
}

/// An iterator over numbers of any size.
pub fn make_big(vm: &Vm, start: ObjRef, step: ObjRef, length: ObjRef) -> ObjRef {
    let iter =
        LongRangeIter { position: vm.int(0).into(), start: start.into(), step: step.into(), length: length.into() };
    vm.alloc(&vm.types.longrange_iterator, iter).into_obj()
}

impl RangeIter {
    /// The next number.
    #[inline(always)]
    pub fn advance(&self) -> Option<i64> {
        let left = self.left.get();
        if left <= 0 {
            return None;
        }
        let value = self.next.get();
        self.left.set(left - 1);
        self.next.set(value.wrapping_add(self.step.get()));
        Some(value)
    }
}

fn length_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.int(this.to::<RangeIter>().left.get()))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<RangeIter>();
    let (start, step) = (iter.next.get(), iter.step.get());
    let stop = vm.int(start + step * iter.left.get());
    let rest = vm.call(&vm.types.range, &[vm.int(start), stop, vm.int(step)])?;
    reduced(vm, "iter", rest, Some(0))
}

fn set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let iter = this.to::<RangeIter>();
    let skipped = (super::state_position(vm, state)? as i64).clamp(0, iter.left.get());
    iter.left.set(iter.left.get() - skipped);
    iter.next.set(iter.next.get() + skipped * iter.step.get());
    Ok(vm.none())
}

impl LongRangeIter {
    fn number(slot: &Slot) -> BigInt {
        slot.get().map_or_else(BigInt::zero, |int| int.to::<Int>().to_bigint())
    }
}

fn next_big(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let iter = this.to::<LongRangeIter>();
    let position = LongRangeIter::number(&iter.position);
    if position >= LongRangeIter::number(&iter.length) {
        return Ok(None);
    }
    let value = LongRangeIter::number(&iter.start) + LongRangeIter::number(&iter.step) * &position;
    iter.position.set(vm.bigint(position + 1u32));
    Ok(Some(vm.bigint(value)))
}

fn length_hint_big(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<LongRangeIter>();
    Ok(vm.bigint(LongRangeIter::number(&iter.length) - LongRangeIter::number(&iter.position)))
}

fn reduce_big(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<LongRangeIter>();
    let (start, step) = (LongRangeIter::number(&iter.start), LongRangeIter::number(&iter.step));
    let stop = &start + &step * LongRangeIter::number(&iter.length);
    let range = vm.call(&vm.types.range, &[vm.bigint(start), vm.bigint(stop), vm.bigint(step)])?;
    let position = vm.bigint(LongRangeIter::number(&iter.position));
    Ok(vm.tuple([vm.builtin("iter")?, vm.tuple([range]), position]))
}

fn set_state_big(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let iter = this.to::<LongRangeIter>();
    let position = vm.to_bigint(&vm.index(state)?)?;
    let position = position.clamp(BigInt::zero(), LongRangeIter::number(&iter.length));
    iter.position.set(vm.bigint(position));
    Ok(vm.none())
}

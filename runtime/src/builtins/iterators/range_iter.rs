//! Iterators over ranges: three machine words, or Python ints where those do not fit.

use super::{itself, reduced};
use crate::builtins::int::{self, arith};
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
    /// What is left of a range with numbers of any size: the next number, the step, how many.
    pub struct LongRangeIter: plain { start: Slot, step: Slot, length: Slot }
}

gc::payload! {
    /// With a position, in releases where the other three do not change.
    pub struct PlacedRangeIter: plain extends LongRangeIter { base: LongRangeIter, position: Slot }
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
    ..TypeSpec::new("longrange_iterator", PlacedRangeIter::layout)
};

/// An iterator over a progression of machine words.
pub fn make(vm: &Vm, p: Progression) -> ObjRef {
    let iter = RangeIter { next: Cell::new(p.start), step: Cell::new(p.step), left: Cell::new(p.len) };
    vm.alloc(&vm.types.range_iterator, iter).into_obj()
}

/// An iterator over numbers of any size.
pub fn make_big(vm: &Vm, start: ObjRef, step: ObjRef, length: ObjRef) -> ObjRef {
    vm.forget_overflow();
    let class = &vm.types.longrange_iterator;
    let base = LongRangeIter { start: start.into(), step: step.into(), length: length.into() };
    if vm.lays_out::<PlacedRangeIter>(class) {
        return vm.alloc(class, PlacedRangeIter { base, position: vm.int(0).into() }).into_obj();
    }
    vm.alloc(class, base).into_obj()
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
    fn part(vm: &Vm, slot: &Slot) -> ObjRef {
        slot.get().unwrap_or_else(|| vm.int(0))
    }
    /// Start, step and length; those of what is left where no position is kept.
    fn parts(&self, vm: &Vm) -> [ObjRef; 3] {
        [&self.start, &self.step, &self.length].map(|slot| LongRangeIter::part(vm, slot))
    }
}

fn position_of(vm: &Vm, this: &ObjRef) -> Option<ObjRef> {
    this.payload::<PlacedRangeIter>().map(|placed| LongRangeIter::part(vm, &placed.position))
}

fn next_big(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let iter = this.to::<LongRangeIter>();
    let [start, step, length] = iter.parts(vm);
    let one = vm.int(1);
    let Some(position) = position_of(vm, this) else {
        if length.to::<Int>().sign() <= 0 {
            return Ok(None);
        }
        iter.start.set(arith::add(vm, &start, &step)?);
        iter.length.set(arith::sub(vm, &length, &one)?);
        return Ok(Some(start));
    };
    if int::order(position.to(), length.to()).is_ge() {
        return Ok(None);
    }
    let after = arith::add(vm, &position, &one)?;
    let value = arith::add(vm, &start, &arith::mul(vm, &position, &step)?)?;
    this.to::<PlacedRangeIter>().position.set(after);
    Ok(Some(value))
}

fn length_hint_big(vm: &Vm, this: &ObjRef) -> PyResult {
    let [_, _, length] = this.to::<LongRangeIter>().parts(vm);
    position_of(vm, this).map_or(Ok(length.clone()), |position| arith::sub(vm, &length, &position))
}

fn reduce_big(vm: &Vm, this: &ObjRef) -> PyResult {
    let [start, step, length] = this.to::<LongRangeIter>().parts(vm);
    let stop = arith::add(vm, &start, &arith::mul(vm, &length, &step)?)?;
    let range = vm.call(&vm.types.range, &[start, stop, step])?;
    let position = position_of(vm, this).unwrap_or_else(|| vm.none());
    Ok(vm.tuple([vm.builtin("iter")?, vm.tuple([range]), position]))
}

fn set_state_big(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let iter = this.to::<LongRangeIter>();
    let [start, step, length] = iter.parts(vm);
    let given = vm.to_bigint(&vm.index(state)?)?;
    let at = vm.bigint(given.clamp(BigInt::zero(), length.to::<Int>().to_bigint()));
    match this.payload::<PlacedRangeIter>() {
        Some(placed) => placed.position.set(at),
        None => {
            iter.start.set(arith::add(vm, &start, &arith::mul(vm, &at, &step)?)?);
            iter.length.set(arith::sub(vm, &length, &at)?);
        }
    }
    Ok(vm.none())
}

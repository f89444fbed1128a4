//! `product`, `permutations`, `combinations`, `combinations_with_replacement`.

use super::{itself, named};
use gc::{ObjRef, Payload, PlainCell, Slot, Tuple};
use runtime::error::PyResult;
use runtime::native::{Args, TypeSpec};
use runtime::slots::{NewFn, NextFn, SlotDefs};
use runtime::vm::Vm;
use std::cell::Cell;

gc::payload! {
    /// `pools`: a tuple of tuples to choose from (one for all but product); `indices`: the choice answered
    /// last; `cycles`: permutations only.
    pub struct Choice: gc {
        pools: Slot,
        indices: PlainCell<Vec<usize>>,
        cycles: PlainCell<Vec<usize>>,
        length: Cell<usize>,
        started: Cell<bool>,
        ended: Cell<bool>,
    }
}

const fn slots(new: NewFn, next: NextFn) -> SlotDefs {
    SlotDefs { new: Some(new), iter: Some(itself), next: Some(next), ..SlotDefs::NONE }
}

pub static PRODUCT: TypeSpec = TypeSpec {
    doc: Some("product(*iterables, repeat=1)\n--\n\nThe Cartesian product, the last place running fastest."),
    slots: slots(product_new, product_next),
    ..TypeSpec::new("itertools.product", Choice::layout)
};

pub static PERMUTATIONS: TypeSpec = TypeSpec {
    doc: Some("permutations(iterable, r=None)\n--\n\nThe orders of r items."),
    slots: slots(permutations_new, permutations_next),
    ..TypeSpec::new("itertools.permutations", Choice::layout)
};

pub static COMBINATIONS: TypeSpec = TypeSpec {
    doc: Some("combinations(iterable, r)\n--\n\nThe choices of r items, in their order."),
    slots: slots(combinations_new, combinations_next),
    ..TypeSpec::new("itertools.combinations", Choice::layout)
};

pub static COMBINATIONS_WITH_REPLACEMENT: TypeSpec = TypeSpec {
    doc: Some(
        "combinations_with_replacement(iterable, r)\n--\n\nThe choices of r items, an item as often as you like.",
    ),
    slots: slots(replacement_new, replacement_next),
    ..TypeSpec::new("itertools.combinations_with_replacement", Choice::layout)
};

fn make(vm: &Vm, class: &ObjRef, pools: Vec<ObjRef>, indices: Vec<usize>, cycles: Vec<usize>, ended: bool) -> PyResult {
    let length = Cell::new(indices.len());
    let choice = Choice {
        pools: vm.tuple(pools).into(),
        indices: PlainCell(indices.into()),
        cycles: PlainCell(cycles.into()),
        length,
        started: Cell::new(false),
        ended: Cell::new(ended),
    };
    Ok(vm.alloc(class, choice).into_obj())
}

/// `r` of a choice, or an error for a negative one.
fn wanted(vm: &Vm, r: &ObjRef) -> PyResult<usize> {
    if !vm.is_int(r) {
        return Err(vm.type_error("Expected int as r"));
    }
    usize::try_from(vm.to_index(r)?).map_err(|_| vm.value_error("r must be non-negative"))
}

impl Choice {
    fn pool_len(&self, place: usize) -> usize {
        self.pools.get().map_or(0, |pools| pools.to::<Tuple>().items()[place].to::<Tuple>().len())
    }

    /// The tuple that the indices choose; `place_of` tells which pool serves a place.
    fn answer(&self, vm: &Vm, place_of: fn(usize) -> usize) -> PyResult<Option<ObjRef>> {
        let Some(pools) = self.pools.get() else { return Ok(None) };
        let pools = pools.to::<Tuple>().items();
        let indices = self.indices.0.borrow();
        let chosen = indices[..self.length.get()].iter().enumerate();
        let items = chosen
            .map(|(place, index)| pools[place_of(place)].to::<Tuple>().items()[*index].clone())
            .collect::<Vec<_>>();
        Ok(Some(vm.tuple(items)))
    }

    fn end(&self) -> PyResult<Option<ObjRef>> {
        self.ended.set(true);
        Ok(None)
    }
}

// ---- product

fn product_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let mut repeat = 1;
    for (name, value) in args.keywords() {
        if !vm.str_is(name, "repeat") {
            let name = vm.str_text(name)?;
            return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for product()")));
        }
        repeat = vm.to_index(value)?;
    }
    let Ok(repeat) = usize::try_from(repeat) else {
        return Err(vm.value_error("repeat argument cannot be negative"));
    };
    let mut once = Vec::new();
    for iterable in args.positional() {
        once.push(vm.tuple(vm.collect(iterable)?));
    }
    if once.len().checked_mul(repeat).is_none_or(|n| n > u32::MAX as usize) {
        return Err(vm.overflow_error("repeat argument too large"));
    }
    let pools: Vec<ObjRef> = (0..repeat).flat_map(|_| once.iter().cloned()).collect();
    let empty = pools.iter().any(|pool| pool.to::<Tuple>().is_empty());
    let indices = vec![0; pools.len()];
    make(vm, class, pools, indices, Vec::new(), empty)
}

fn product_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let choice = this.to::<Choice>();
    if choice.ended.get() {
        return Ok(None);
    }
    if choice.started.replace(true) {
        let mut indices = choice.indices.0.borrow_mut();
        let mut place = indices.len();
        loop {
            if place == 0 {
                return choice.end();
            }
            place -= 1;
            indices[place] += 1;
            if indices[place] < choice.pool_len(place) {
                break;
            }
            indices[place] = 0;
        }
    }
    choice.answer(vm, |place| place)
}

// ---- combinations

fn combinations_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [iterable, r] = named(vm, "combinations", args, ["iterable", "r"], 2)?;
    let pool = vm.collect(iterable.unwrap_or(&vm.none))?;
    let r = wanted(vm, r.unwrap_or(&vm.none))?;
    let ended = r > pool.len();
    let indices = if ended { Vec::new() } else { (0..r).collect() };
    make(vm, class, vec![vm.tuple(pool)], indices, Vec::new(), ended)
}

fn combinations_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let choice = this.to::<Choice>();
    if choice.ended.get() {
        return Ok(None);
    }
    if choice.started.replace(true) {
        let mut indices = choice.indices.0.borrow_mut();
        let (n, r) = (choice.pool_len(0), indices.len());
        let Some(place) = (0..r).rev().find(|&i| indices[i] != i + n - r) else { return choice.end() };
        indices[place] += 1;
        for j in place + 1..r {
            indices[j] = indices[j - 1] + 1;
        }
    }
    choice.answer(vm, |_| 0)
}

fn replacement_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [iterable, r] = named(vm, "combinations_with_replacement", args, ["iterable", "r"], 2)?;
    let pool = vm.collect(iterable.unwrap_or(&vm.none))?;
    let r = wanted(vm, r.unwrap_or(&vm.none))?;
    let ended = pool.is_empty() && r > 0;
    let indices = if ended { Vec::new() } else { vec![0; r] };
    make(vm, class, vec![vm.tuple(pool)], indices, Vec::new(), ended)
}

fn replacement_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let choice = this.to::<Choice>();
    if choice.ended.get() {
        return Ok(None);
    }
    if choice.started.replace(true) {
        let mut indices = choice.indices.0.borrow_mut();
        let last = choice.pool_len(0).wrapping_sub(1);
        let Some(place) = (0..indices.len()).rev().find(|&i| indices[i] != last) else { return choice.end() };
        let next = indices[place] + 1;
        indices[place..].fill(next);
    }
    choice.answer(vm, |_| 0)
}

// ---- permutations

fn permutations_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [iterable, r] = named(vm, "permutations", args, ["iterable", "r"], 1)?;
    let pool = vm.collect(iterable.unwrap_or(&vm.none))?;
    let n = pool.len();
    let r = match r {
        Some(r) if !vm.is_none(r) => wanted(vm, r)?,
        _ => n,
    };
    let ended = r > n;
    let indices: Vec<usize> = (0..n).collect();
    let cycles: Vec<usize> = if ended { Vec::new() } else { (0..r).map(|i| n - i).collect() };
    let made = make(vm, class, vec![vm.tuple(pool)], indices, cycles, ended)?;
    made.to::<Choice>().length.set(r.min(n));
    Ok(made)
}

fn permutations_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let choice = this.to::<Choice>();
    if choice.ended.get() {
        return Ok(None);
    }
    if choice.started.replace(true) {
        let mut indices = choice.indices.0.borrow_mut();
        let mut cycles = choice.cycles.0.borrow_mut();
        let n = indices.len();
        let mut place = cycles.len();
        loop {
            if place == 0 {
                return choice.end();
            }
            place -= 1;
            cycles[place] -= 1;
            if cycles[place] > 0 {
                let other = n - cycles[place];
                indices.swap(place, other);
                break;
            }
            // This place has seen all: its item goes to the end and the place before it moves on.
            indices[place..].rotate_left(1);
            cycles[place] = n - place;
        }
    }
    choice.answer(vm, |_| 0)
}

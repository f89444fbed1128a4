//! `product`, `permutations`, `combinations`, `combinations_with_replacement`.
//!
//! Each keeps the tuple that it answered last, and fills it anew if nobody else holds it.

use super::{held, itself, named, reduced};
use gc::{ObjRef, Payload, Slot, Tuple, Words};
use runtime::builtins::{reuse, tuple};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, Method, TypeSpec};
use runtime::slots::{NewFn, NextFn, SlotDefs};
use runtime::vm::Vm;
use std::cell::Cell;

gc::payload! {
    /// `pools`: a tuple of the tuples to choose from; `indices`: the choice answered last, marked at the end.
    pub struct Product: gc { pools: Slot, indices: Words, result: Slot }
}

gc::payload! {
    /// `pool`: the tuple to choose from; `indices`: the choice answered last.
    pub struct Combinations: gc { pool: Slot, indices: Words, result: Slot, ended: Cell<bool> }
}

gc::payload! {
    /// `indices`: an order of the whole pool, marked at the end; `cycles`: for each place of the answer, how many items
    /// it has still to see.
    pub struct Permutations: gc { pool: Slot, indices: Words, cycles: Words, result: Slot }
}

const fn slots(new: NewFn, next: NextFn) -> SlotDefs {
    SlotDefs { new: Some(new), iter: Some(itself), next: Some(next), ..SlotDefs::NONE }
}

pub static PRODUCT: TypeSpec = TypeSpec {
    doc: Some("product(*iterables, repeat=1)\n--\n\nThe Cartesian product, the last place running fastest."),
    slots: slots(product_new, product_next),
    methods: &[
        Method::new("__sizeof__(self, /)", Fun::None(|vm, this| size(vm, this, this.to::<Product>().indices.size()))),
        Method::new("__reduce__(self, /)", Fun::None(product_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(product_set_state)),
    ],
    ..TypeSpec::new("itertools.product", Product::layout)
};

pub static PERMUTATIONS: TypeSpec = TypeSpec {
    doc: Some("permutations(iterable, r=None)\n--\n\nThe orders of r items."),
    slots: slots(permutations_new, permutations_next),
    methods: &[
        Method::new("__sizeof__(self, /)", Fun::None(permutations_size)),
        Method::new("__reduce__(self, /)", Fun::None(permutations_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(permutations_set_state)),
    ],
    ..TypeSpec::new("itertools.permutations", Permutations::layout)
};

pub static COMBINATIONS: TypeSpec = TypeSpec {
    doc: Some("combinations(iterable, r)\n--\n\nThe choices of r items, in their order."),
    slots: slots(combinations_new, combinations_next),
    methods: &[
        SIZE_OF_CHOICE,
        Method::new("__reduce__(self, /)", Fun::None(combinations_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(combinations_set_state)),
    ],
    ..TypeSpec::new("itertools.combinations", Combinations::layout)
};

pub static COMBINATIONS_WITH_REPLACEMENT: TypeSpec = TypeSpec {
    doc: Some(
        "combinations_with_replacement(iterable, r)\n--\n\nThe choices of r items, an item as often as you like.",
    ),
    slots: slots(replacement_new, replacement_next),
    methods: &[
        SIZE_OF_CHOICE,
        Method::new("__reduce__(self, /)", Fun::None(combinations_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(replacement_set_state)),
    ],
    ..TypeSpec::new("itertools.combinations_with_replacement", Combinations::layout)
};

const SIZE_OF_CHOICE: Method =
    Method::new("__sizeof__(self, /)", Fun::None(|vm, this| size(vm, this, this.to::<Combinations>().indices.size())));

/// The object with the blocks of its numbers.
fn size(vm: &Vm, this: &ObjRef, numbers: usize) -> PyResult {
    Ok(vm.int_exact((vm.object_size(this) + numbers) as i64))
}

fn words(vm: &Vm, words: &[usize]) -> PyResult<Words> {
    vm.or_memory_error(Words::new(&vm.heap, words))
}

/// `r` of a choice, or an error for a negative one.
fn wanted(vm: &Vm, r: &ObjRef) -> PyResult<usize> {
    usize::try_from(vm.to_index(r)?).map_err(|_| vm.value_error("r must be non-negative"))
}

/// The tuple of one pool's items that the indices choose.
fn chosen(vm: &Vm, result: &Slot, pool: &Slot, indices: &[Cell<usize>]) -> PyResult<Option<ObjRef>> {
    let Some(pool) = pool.get() else { return Ok(None) };
    let pool = pool.to::<Tuple>().items();
    let items = indices.iter().map(|index| pool[index.get()].clone());
    Ok(Some(reuse::fill_kept(vm, result, items)))
}

/// Indices as a tuple of ints.
fn numbers(vm: &Vm, indices: &[Cell<usize>]) -> ObjRef {
    vm.tuple(indices.iter().map(|index| vm.int_exact(index.get() as i64)).collect::<Vec<_>>())
}

/// Takes over indices from a tuple of as many ints, each brought between `least` and what `most` says of its place.
fn restore(
    vm: &Vm,
    indices: &[Cell<usize>],
    state: &ObjRef,
    least: usize,
    most: impl Fn(usize) -> usize,
) -> PyResult<()> {
    let given = if vm.is_tuple(state) { state.to::<Tuple>().items() } else { &[] };
    if given.len() != indices.len() || !vm.is_tuple(state) {
        return Err(vm.value_error("invalid arguments"));
    }
    for (place, number) in given.iter().enumerate() {
        let number = usize::try_from(vm.to_index(number)?).unwrap_or(0);
        indices[place].set(number.min(most(place)).max(least));
    }
    Ok(())
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
    let Some(places) = args.positional().len().checked_mul(repeat).filter(|n| u32::try_from(*n).is_ok()) else {
        return Err(vm.overflow_error("repeat argument too large"));
    };
    let once = args.positional().iter().map(|iterable| tuple::from_iterable(vm, iterable));
    let once = once.collect::<PyResult<Vec<_>>>()?;
    let ended = repeat > 0 && once.iter().any(|pool| pool.to::<Tuple>().is_empty());
    let indices = words(vm, &vec![0; places])?;
    indices.mark().set(ended);
    let pools = vm.tuple((0..repeat).flat_map(|_| once.iter().cloned()).collect::<Vec<_>>());
    let product = Product { pools: pools.into(), indices, result: Slot::empty() };
    Ok(vm.alloc(class, product).into_obj())
}

fn product_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let product = this.to::<Product>();
    let Some(pools) = product.pools.get().filter(|_| !product.indices.mark().get()) else { return Ok(None) };
    let pools = pools.to::<Tuple>().items();
    let indices = product.indices.cells();
    if product.result.is_some() {
        let mut place = indices.len();
        loop {
            if place == 0 {
                product.indices.mark().set(true);
                return Ok(None);
            }
            place -= 1;
            let next = indices[place].get() + 1;
            if next < pools[place].to::<Tuple>().len() {
                indices[place].set(next);
                break;
            }
            indices[place].set(0);
        }
    }
    let items = pools.iter().zip(indices).map(|(pool, index)| pool.to::<Tuple>().items()[index.get()].clone());
    Ok(Some(reuse::fill_kept(vm, &product.result, items)))
}

fn product_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let product = this.to::<Product>();
    if product.indices.mark().get() {
        return Ok(reduced(vm, this, vec![vm.tuple(Vec::new())], None));
    }
    let pools = held(vm, &product.pools).to::<Tuple>().items().to_vec();
    let state = product.result.is_some().then(|| numbers(vm, product.indices.cells()));
    Ok(reduced(vm, this, pools, state))
}

fn product_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let product = this.to::<Product>();
    let Some(pools) = product.pools.get() else { return Ok(vm.none()) };
    let pools = pools.to::<Tuple>().items();
    if pools.iter().any(|pool| pool.to::<Tuple>().is_empty()) {
        product.indices.mark().set(true);
        return Ok(vm.none());
    }
    let indices = product.indices.cells();
    restore(vm, indices, state, 0, |place| pools[place].to::<Tuple>().len() - 1)?;
    let items = pools.iter().zip(indices).map(|(pool, index)| pool.to::<Tuple>().items()[index.get()].clone());
    product.result.set(vm.tuple(items.collect::<Vec<_>>()));
    Ok(vm.none())
}

// ---- combinations

fn combinations_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [iterable, r] = named(vm, "combinations", args, ["iterable", "r"], 2)?;
    let pool = tuple::from_iterable(vm, iterable.unwrap_or(&vm.none))?;
    let r = wanted(vm, r.unwrap_or(&vm.none))?;
    let ended = r > pool.to::<Tuple>().len();
    let indices = if ended { Vec::new() } else { (0..r).collect() };
    make_combinations(vm, class, pool, &indices, ended)
}

fn make_combinations(vm: &Vm, class: &ObjRef, pool: ObjRef, indices: &[usize], ended: bool) -> PyResult {
    let indices = words(vm, indices)?;
    let made = Combinations { pool: pool.into(), indices, result: Slot::empty(), ended: Cell::new(ended) };
    Ok(vm.alloc(class, made).into_obj())
}

fn combinations_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Combinations>();
    let Some(n) = state.pool_len() else { return Ok(None) };
    let indices = state.indices.cells();
    if state.result.is_some() {
        let r = indices.len();
        let Some(place) = (0..r).rev().find(|&i| indices[i].get() != i + n - r) else { return state.end() };
        let first = indices[place].get() + 1;
        for (index, at) in indices[place..].iter().zip(first..) {
            index.set(at);
        }
    }
    chosen(vm, &state.result, &state.pool, indices)
}

impl Combinations {
    /// Items to choose from; None at the end.
    fn pool_len(&self) -> Option<usize> {
        if self.ended.get() { None } else { self.pool.get().map(|pool| pool.to::<Tuple>().len()) }
    }

    fn end(&self) -> PyResult<Option<ObjRef>> {
        self.ended.set(true);
        Ok(None)
    }
}

fn combinations_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Combinations>();
    let pool = held(vm, &state.pool);
    let indices = state.indices.cells();
    // A choice that there never was has no indices: any number beyond the pool's is as good.
    let never = state.ended.get() && state.result.is_none();
    let r = if never { pool.to::<Tuple>().len() + 1 } else { indices.len() };
    let r = vm.int(r as i64);
    if state.result.is_none() {
        return Ok(reduced(vm, this, vec![pool, r], None));
    }
    if state.ended.get() {
        return Ok(reduced(vm, this, vec![vm.tuple(Vec::new()), r], None));
    }
    Ok(reduced(vm, this, vec![pool, r], Some(numbers(vm, indices))))
}

fn combinations_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    choose(vm, this, state, |n, r, place| place + n - r)
}

fn replacement_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    choose(vm, this, state, |n, _, _| n.saturating_sub(1))
}

/// Goes on behind the choice that the state tells; `most` says the last index of a place.
fn choose(vm: &Vm, this: &ObjRef, state: &ObjRef, most: fn(usize, usize, usize) -> usize) -> PyResult {
    let choice = this.to::<Combinations>();
    let indices = choice.indices.cells();
    let (r, Some(pool)) = (indices.len(), choice.pool.get()) else { return Ok(vm.none()) };
    let n = pool.to::<Tuple>().len();
    restore(vm, indices, state, 0, |place| most(n, r, place))?;
    if !choice.ended.get() {
        chosen(vm, &choice.result, &choice.pool, indices)?;
    }
    Ok(vm.none())
}

fn replacement_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [iterable, r] = named(vm, "combinations_with_replacement", args, ["iterable", "r"], 2)?;
    let pool = tuple::from_iterable(vm, iterable.unwrap_or(&vm.none))?;
    let r = wanted(vm, r.unwrap_or(&vm.none))?;
    if u32::try_from(r).is_err() {
        return Err(vm.memory_error());
    }
    let ended = pool.to::<Tuple>().is_empty() && r > 0;
    let indices = if ended { Vec::new() } else { vec![0; r] };
    make_combinations(vm, class, pool, &indices, ended)
}

fn replacement_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Combinations>();
    let Some(n) = state.pool_len() else { return Ok(None) };
    let indices = state.indices.cells();
    if state.result.is_some() {
        let last = n.wrapping_sub(1);
        let Some(place) = indices.iter().rposition(|index| index.get() != last) else { return state.end() };
        let next = indices[place].get() + 1;
        indices[place..].iter().for_each(|index| index.set(next));
    }
    chosen(vm, &state.result, &state.pool, indices)
}

// ---- permutations

fn permutations_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [iterable, r] = named(vm, "permutations", args, ["iterable", "r"], 1)?;
    let pool = tuple::from_iterable(vm, iterable.unwrap_or(&vm.none))?;
    let n = pool.to::<Tuple>().len();
    let r = match r {
        Some(r) if !vm.is_none(r) && !vm.is_int(r) => return Err(vm.type_error("Expected int as r")),
        Some(r) if !vm.is_none(r) => wanted(vm, r)?,
        _ => n,
    };
    let ended = r > n;
    let indices = words(vm, &(0..n).collect::<Vec<_>>())?;
    indices.mark().set(ended);
    let cycles: Vec<usize> = if ended { Vec::new() } else { (0..r).map(|i| n - i).collect() };
    let cycles = match words(vm, &cycles) {
        Ok(cycles) => cycles,
        Err(raised) => {
            gc::Field::release(&indices, &vm.heap);
            return Err(raised);
        }
    };
    let made = Permutations { pool: pool.into(), indices, cycles, result: Slot::empty() };
    Ok(vm.alloc(class, made).into_obj())
}

fn permutations_size(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Permutations>();
    size(vm, this, state.indices.size() + state.cycles.size())
}

fn permutations_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Permutations>();
    let pool = held(vm, &state.pool);
    let never = state.indices.mark().get() && state.result.is_none();
    let r = if never { pool.to::<Tuple>().len() + 1 } else { state.cycles.cells().len() };
    let r = vm.int(r as i64);
    if state.result.is_none() {
        return Ok(reduced(vm, this, vec![pool, r], None));
    }
    if state.indices.mark().get() {
        return Ok(reduced(vm, this, vec![vm.tuple(Vec::new()), r], None));
    }
    let places = vm.tuple([numbers(vm, state.indices.cells()), numbers(vm, state.cycles.cells())]);
    Ok(reduced(vm, this, vec![pool, r], Some(places)))
}

fn permutations_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    if !vm.is_tuple(state) {
        return Err(vm.type_error("state is not a tuple"));
    }
    let [order, left] = state.to::<Tuple>().items() else { return Err(vm.value_error("invalid arguments")) };
    let permutations = this.to::<Permutations>();
    let (indices, cycles) = (permutations.indices.cells(), permutations.cycles.cells());
    let n = indices.len();
    restore(vm, indices, order, 0, |_| n.saturating_sub(1))?;
    restore(vm, cycles, left, 1, |place| n - place)?;
    if !permutations.indices.mark().get() {
        chosen(vm, &permutations.result, &permutations.pool, &indices[..cycles.len()])?;
    }
    Ok(vm.none())
}

fn permutations_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Permutations>();
    let (indices, cycles) = (state.indices.cells(), state.cycles.cells());
    if state.indices.mark().get() {
        return Ok(None);
    }
    if state.result.is_some() && !next_order(indices, cycles) {
        state.indices.mark().set(true);
        return Ok(None);
    }
    chosen(vm, &state.result, &state.pool, &indices[..cycles.len()])
}

/// Brings the next order; false if there is none.
fn next_order(indices: &[Cell<usize>], cycles: &[Cell<usize>]) -> bool {
    let n = indices.len();
    for place in (0..cycles.len()).rev() {
        let left = cycles[place].get() - 1;
        if left > 0 {
            cycles[place].set(left);
            indices[place].swap(&indices[n - left]);
            return true;
        }
        // This place has seen all: its item goes to the end and the place before it moves on.
        for at in place..n - 1 {
            indices[at].swap(&indices[at + 1]);
        }
        cycles[place].set(n - place);
    }
    false
}

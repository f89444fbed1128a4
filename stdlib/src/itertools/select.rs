//! `accumulate`, `compress`, `dropwhile`, `filterfalse`, `islice`, `pairwise`, `starmap`, `takewhile`:
//! one iterator in, some or other of its items out.

use super::{held, itself, named, positional, reduced};
use gc::{ObjRef, Payload, Slot};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, Method, TypeSpec};
use runtime::op::BinOp;
use runtime::slots::{NewFn, NextFn, SlotDefs};
use runtime::vm::Vm;
use std::cell::Cell;

const fn slots(new: NewFn, next: NextFn) -> SlotDefs {
    SlotDefs { new: Some(new), iter: Some(itself), next: Some(next), ..SlotDefs::NONE }
}

gc::payload! {
    /// A function, an iterator, and whether the function has already decided.
    pub struct Predicate: gc { function: Slot, iterator: Slot, decided: Cell<bool> }
}

gc::payload! {
    /// A function and an iterator.
    pub struct Applied: gc { function: Slot, iterator: Slot }
}

fn applied_new(vm: &Vm, class: &ObjRef, name: &str, args: Args<'_>) -> PyResult {
    let args = positional(vm, class, name, args, 2, 2)?;
    let iterator = vm.iter(&args[1])?;
    Ok(vm.alloc(class, Applied { function: args[0].clone().into(), iterator: iterator.into() }).into_obj())
}

/// Whether the function, or the item itself if that is None, says yes to the item.
fn holds(vm: &Vm, function: &Slot, item: &ObjRef) -> PyResult<bool> {
    match function.get() {
        Some(function) if !vm.is_none(&function) => vm.truth(&vm.call(&function, std::slice::from_ref(item))?),
        _ => vm.truth(item),
    }
}

fn item(vm: &Vm, iterator: &Slot) -> PyResult<Option<ObjRef>> {
    iterator.get().map_or(Ok(None), |iterator| vm.next(&iterator))
}

fn predicate_new(vm: &Vm, class: &ObjRef, name: &str, args: Args<'_>) -> PyResult {
    let args = positional(vm, class, name, args, 2, 2)?;
    let iterator = vm.iter(&args[1])?;
    let predicate =
        Predicate { function: args[0].clone().into(), iterator: iterator.into(), decided: Cell::new(false) };
    Ok(vm.alloc(class, predicate).into_obj())
}

impl Predicate {
    fn holds(&self, vm: &Vm, item: &ObjRef) -> PyResult<bool> {
        holds(vm, &self.function, item)
    }

    fn item(&self, vm: &Vm) -> PyResult<Option<ObjRef>> {
        item(vm, &self.iterator)
    }
}

fn predicate_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Predicate>();
    let args = vec![held(vm, &state.function), held(vm, &state.iterator)];
    Ok(reduced(vm, this, args, Some(vm.int(i64::from(state.decided.get())))))
}

fn predicate_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    this.to::<Predicate>().decided.set(vm.truth(state)?);
    Ok(vm.none())
}

static PREDICATE_METHODS: &[Method] = &[
    Method::new("__reduce__(self, /)", Fun::None(predicate_reduce)),
    Method::new("__setstate__(self, state, /)", Fun::One(predicate_set_state)),
];

fn applied_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Applied>();
    Ok(reduced(vm, this, vec![held(vm, &state.function), held(vm, &state.iterator)], None))
}

static APPLIED_METHODS: &[Method] = &[Method::new("__reduce__(self, /)", Fun::None(applied_reduce))];

// ---- dropwhile, takewhile, filterfalse, starmap

pub static DROPWHILE: TypeSpec = TypeSpec {
    doc: Some("dropwhile(predicate, iterable, /)\n--\n\nThe items from the first one on that fails the predicate."),
    slots: slots(|vm, class, args| predicate_new(vm, class, "dropwhile", args), dropwhile_next),
    methods: PREDICATE_METHODS,
    ..TypeSpec::new("itertools.dropwhile", Predicate::layout)
};

fn dropwhile_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Predicate>();
    loop {
        let Some(item) = state.item(vm)? else { return Ok(None) };
        if state.decided.get() {
            return Ok(Some(item));
        }
        if !state.holds(vm, &item)? {
            state.decided.set(true);
            return Ok(Some(item));
        }
    }
}

pub static TAKEWHILE: TypeSpec = TypeSpec {
    doc: Some("takewhile(predicate, iterable, /)\n--\n\nThe items up to the first one that fails the predicate."),
    slots: slots(|vm, class, args| predicate_new(vm, class, "takewhile", args), takewhile_next),
    methods: PREDICATE_METHODS,
    ..TypeSpec::new("itertools.takewhile", Predicate::layout)
};

fn takewhile_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Predicate>();
    if state.decided.get() {
        return Ok(None);
    }
    let Some(item) = state.item(vm)? else { return Ok(None) };
    if state.holds(vm, &item)? {
        return Ok(Some(item));
    }
    state.decided.set(true);
    Ok(None)
}

pub static FILTERFALSE: TypeSpec = TypeSpec {
    doc: Some("filterfalse(function, iterable, /)\n--\n\nThe items for which the function is false."),
    slots: slots(|vm, class, args| applied_new(vm, class, "filterfalse", args), filterfalse_next),
    methods: APPLIED_METHODS,
    ..TypeSpec::new("itertools.filterfalse", Applied::layout)
};

fn filterfalse_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Applied>();
    while let Some(item) = item(vm, &state.iterator)? {
        if !holds(vm, &state.function, &item)? {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

pub static STARMAP: TypeSpec = TypeSpec {
    doc: Some("starmap(function, iterable, /)\n--\n\nfunction(*item) for each item."),
    slots: slots(|vm, class, args| applied_new(vm, class, "starmap", args), starmap_next),
    methods: APPLIED_METHODS,
    ..TypeSpec::new("itertools.starmap", Applied::layout)
};

fn starmap_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Applied>();
    let Some(item) = item(vm, &state.iterator)? else { return Ok(None) };
    let args = vm.collect(&item)?;
    let Some(function) = state.function.get() else { return Ok(None) };
    vm.call(&function, &args).map(Some)
}

// ---- accumulate

gc::payload! {
    /// The running total; empty before the first item.
    pub struct Accumulate: gc { iterator: Slot, function: Slot, total: Slot, initial: Slot }
}

pub static ACCUMULATE: TypeSpec = TypeSpec {
    doc: Some("accumulate(iterable, func=None, *, initial=None)\n--\n\nRunning totals."),
    slots: slots(accumulate_new, accumulate_next),
    methods: &[
        Method::new("__reduce__(self, /)", Fun::None(accumulate_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(accumulate_set_state)),
    ],
    ..TypeSpec::new("itertools.accumulate", Accumulate::layout)
};

fn accumulate_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    if args.positional().len() > 2 {
        let given = args.positional().len();
        return Err(vm.type_error(format!("accumulate() takes at most 2 positional arguments ({given} given)")));
    }
    let [iterable, function, initial] = named(vm, "accumulate", args, ["iterable", "func", "initial"], 1)?;
    let iterator = vm.iter(iterable.unwrap_or(&vm.none))?;
    let some = |value: Option<&ObjRef>| Slot::new(value.filter(|v| !vm.is_none(v)).cloned());
    let state = Accumulate {
        iterator: iterator.into(),
        function: some(function),
        total: Slot::new(None),
        initial: some(initial),
    };
    Ok(vm.alloc(class, state).into_obj())
}

fn accumulate_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Accumulate>();
    if let Some(initial) = state.initial.take() {
        state.total.set(initial.clone());
        return Ok(Some(initial));
    }
    let Some(iterator) = state.iterator.get() else { return Ok(None) };
    let Some(item) = vm.next(&iterator)? else { return Ok(None) };
    let total = match (state.total.get(), state.function.get()) {
        (None, _) => item,
        (Some(total), None) => vm.binary(BinOp::Add, &total, &item)?,
        (Some(total), Some(function)) => vm.call(&function, &[total, item])?,
    };
    state.total.set(total.clone());
    Ok(Some(total))
}

/// Totals that cannot be told as a state stand in front of the items once more.
fn accumulate_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Accumulate>();
    let (function, iterator) = (held(vm, &state.function), held(vm, &state.iterator));
    let preceded = |first: ObjRef| {
        let chain = vm.native_type(&super::grouping::CHAIN);
        vm.call(&chain, &[vm.tuple([first]), iterator.clone()])
    };
    if let Some(initial) = state.initial.get() {
        return Ok(reduced(vm, this, vec![preceded(initial)?, function], Some(vm.none())));
    }
    match state.total.get() {
        Some(total) if vm.is_none(&total) => {
            let again = vm.call(this.ty_ref(), &[preceded(total)?, function])?;
            let rest = vm.tuple([again, vm.int(1), vm.none()]);
            Ok(vm.tuple([vm.native_type(&ISLICE), rest]))
        }
        total => Ok(reduced(vm, this, vec![iterator, function], Some(total.unwrap_or_else(|| vm.none())))),
    }
}

fn accumulate_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    this.to::<Accumulate>().total.set(Some(state.clone()).filter(|total| !vm.is_none(total)));
    Ok(vm.none())
}

// ---- compress

gc::payload! {
    /// Items and their selectors.
    pub struct Compress: gc { data: Slot, selectors: Slot }
}

pub static COMPRESS: TypeSpec = TypeSpec {
    doc: Some("compress(data, selectors)\n--\n\nThe items whose selector is true."),
    slots: slots(compress_new, compress_next),
    methods: &[Method::new("__reduce__(self, /)", Fun::None(compress_reduce))],
    ..TypeSpec::new("itertools.compress", Compress::layout)
};

fn compress_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [data, selectors] = named(vm, "compress", args, ["data", "selectors"], 2)?;
    let data = vm.iter(data.unwrap_or(&vm.none))?;
    let selectors = vm.iter(selectors.unwrap_or(&vm.none))?;
    Ok(vm.alloc(class, Compress { data: data.into(), selectors: selectors.into() }).into_obj())
}

fn compress_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Compress>();
    let (Some(data), Some(selectors)) = (state.data.get(), state.selectors.get()) else { return Ok(None) };
    loop {
        let Some(item) = vm.next(&data)? else { return Ok(None) };
        let Some(selector) = vm.next(&selectors)? else { return Ok(None) };
        if vm.truth(&selector)? {
            return Ok(Some(item));
        }
    }
}

fn compress_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Compress>();
    Ok(reduced(vm, this, vec![held(vm, &state.data), held(vm, &state.selectors)], None))
}

// ---- islice

gc::payload! {
    /// `next`: index of the item to answer next; `stop`: `usize::MAX` for none; `at`: items read so far.
    pub struct Islice: gc { iterator: Slot, at: Cell<usize>, next: Cell<usize>, stop: Cell<usize>, step: Cell<usize> }
}

pub static ISLICE: TypeSpec = TypeSpec {
    doc: Some("islice(iterable, stop) or islice(iterable, start, stop[, step])\n--\n\nA slice of an iterator."),
    slots: slots(islice_new, islice_next),
    methods: &[
        Method::new("__reduce__(self, /)", Fun::None(islice_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(islice_set_state)),
    ],
    ..TypeSpec::new("itertools.islice", Islice::layout)
};

fn islice_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let args = positional(vm, class, "islice", args, 2, 4)?;
    let bound = |value: &ObjRef| match vm.to_index(value) {
        Ok(n) if n >= 0 => Some(n as usize),
        _ => None,
    };
    const STOP: &str = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    const INDICES: &str = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    let (start, stop) = if args.len() == 2 { (None, &args[1]) } else { (Some(&args[1]), &args[2]) };
    let stop = match stop {
        none if vm.is_none(none) => usize::MAX,
        value => bound(value).ok_or_else(|| vm.value_error(if start.is_none() { STOP } else { INDICES }))?,
    };
    let start = match start {
        Some(value) if !vm.is_none(value) => bound(value).ok_or_else(|| vm.value_error(INDICES))?,
        _ => 0,
    };
    let step = match args.get(3) {
        Some(value) if !vm.is_none(value) => bound(value)
            .filter(|n| *n > 0)
            .ok_or_else(|| vm.value_error("Step for islice() must be a positive integer or None."))?,
        _ => 1,
    };
    let iterator = vm.iter(&args[0])?;
    let state = Islice {
        iterator: iterator.into(),
        at: Cell::new(0),
        next: Cell::new(start),
        stop: Cell::new(stop),
        step: Cell::new(step),
    };
    Ok(vm.alloc(class, state).into_obj())
}

fn islice_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Islice>();
    let Some(iterator) = state.iterator.get() else { return Ok(None) };
    let (wanted, stop) = (state.next.get(), state.stop.get());
    // A start beyond the stop still reads up to the stop.
    let last = wanted.min(stop);
    while state.at.get() < last {
        if vm.next(&iterator)?.is_none() {
            state.iterator.take();
            return Ok(None);
        }
        state.at.set(state.at.get() + 1);
    }
    if wanted >= stop {
        state.iterator.take();
        return Ok(None);
    }
    let Some(item) = vm.next(&iterator)? else {
        state.iterator.take();
        return Ok(None);
    };
    state.at.set(state.at.get() + 1);
    state.next.set(wanted.saturating_add(state.step.get()).min(stop));
    Ok(Some(item))
}

fn islice_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = this.to::<Islice>();
    let number = |n: usize| vm.int(n as i64);
    let Some(iterator) = state.iterator.get() else {
        return Ok(reduced(vm, this, vec![vm.iter(&vm.list(Vec::new()))?, vm.int(0)], Some(vm.int(0))));
    };
    let stop = if state.stop.get() == usize::MAX { vm.none() } else { number(state.stop.get()) };
    let args = vec![iterator, number(state.next.get()), stop, number(state.step.get())];
    Ok(reduced(vm, this, args, Some(number(state.at.get()))))
}

fn islice_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let at = vm.to_index(state)?;
    this.to::<Islice>().at.set(usize::try_from(at).unwrap_or(0));
    Ok(vm.none())
}

// ---- pairwise

gc::payload! {
    /// The item before the next.
    pub struct Pairwise: gc { iterator: Slot, old: Slot }
}

pub static PAIRWISE: TypeSpec = TypeSpec {
    doc: Some("pairwise(iterable, /)\n--\n\nPairs of neighbours."),
    slots: slots(pairwise_new, pairwise_next),
    ..TypeSpec::new("itertools.pairwise", Pairwise::layout)
};

fn pairwise_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let args = positional(vm, class, "pairwise", args, 1, 1)?;
    let iterator = vm.iter(&args[0])?;
    Ok(vm.alloc(class, Pairwise { iterator: iterator.into(), old: Slot::new(None) }).into_obj())
}

fn pairwise_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let state = this.to::<Pairwise>();
    let Some(iterator) = state.iterator.get() else { return Ok(None) };
    let old = match state.old.get() {
        Some(old) => Some(old),
        None => vm.next(&iterator)?,
    };
    let new = match &old {
        Some(_) => vm.next(&iterator)?,
        None => None,
    };
    let (Some(old), Some(new)) = (old, new) else {
        state.iterator.take();
        state.old.take();
        return Ok(None);
    };
    state.old.set(new.clone());
    Ok(Some(vm.tuple([old, new])))
}

//! `count`, `cycle`, `repeat`: iterators that need not end.

use super::{held, itself, named, positional, reduced};
use gc::{List, ObjRef, Payload, Slot, Tuple};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, Method, TypeSpec};
use runtime::op::BinOp;
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::Cell;

// ---- count

gc::payload! {
    /// The next number and the step. Without a `current` the next number is `next`, and the step 1.
    pub struct Count: gc { next: Cell<i64>, current: Slot, step: Slot }
}

pub static COUNT: TypeSpec = TypeSpec {
    doc: Some("count(start=0, step=1)\n--\n\nstart, start+step, start+2*step, …"),
    slots: SlotDefs {
        new: Some(count_new),
        iter: Some(itself),
        next: Some(count_next),
        repr: Some(count_repr),
        ..SlotDefs::NONE
    },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(count_reduce))],
    ..TypeSpec::new("itertools.count", Count::layout)
};

fn count_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [start, step] = named(vm, "count", args, ["start", "step"], 0)?;
    for number in [start, step].into_iter().flatten() {
        let complex = vm.is_instance_of(number, &vm.types.complex);
        if !vm.is_int(number) && !vm.is_float(number) && !complex && vm.to_f64(number).is_err() {
            return Err(vm.type_error("a number is required"));
        }
    }
    let start = start.map_or_else(|| vm.int(0), ObjRef::clone);
    let step = step.map_or_else(|| vm.int(1), ObjRef::clone);
    let by_one = vm.is_int(&step) && vm.to_i64_opt(&step) == Some(1);
    if [&start, &step].into_iter().any(|number| vm.is_int(number) && vm.to_i64_opt(number).is_none()) {
        vm.forget_overflow();
    }
    let small = if by_one && vm.is_int(&start) { vm.to_i64_opt(&start).filter(|&n| n < i64::MAX) } else { None };
    let count = match small {
        Some(next) => Count { next: Cell::new(next), current: Slot::new(None), step: step.into() },
        None => Count { next: Cell::new(i64::MAX), current: start.into(), step: step.into() },
    };
    Ok(vm.alloc(class, count).into_obj())
}

fn count_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let count = this.to::<Count>();
    let next = count.next.get();
    if next < i64::MAX {
        count.next.set(next + 1);
        return Ok(Some(vm.int_exact(next)));
    }
    let current = count.current.get().unwrap_or_else(|| vm.int(i64::MAX));
    let Some(step) = count.step.get() else { return Ok(None) };
    count.current.set(vm.binary(BinOp::Add, &current, &step)?);
    Ok(Some(current))
}

fn count_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let count = this.to::<Count>();
    let current = count.current.get().unwrap_or_else(|| vm.int_exact(count.next.get()));
    let Some(step) = count.step.get() else { return Ok(vm.str("count()")) };
    let shown = vm.repr_text(&current)?;
    if vm.is_int(&step) && vm.to_i64_opt(&step) == Some(1) {
        return Ok(vm.str(format!("count({shown})")));
    }
    Ok(vm.str(format!("count({shown}, {})", vm.repr_text(&step)?)))
}

fn count_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let count = this.to::<Count>();
    let args = match count.next.get() {
        i64::MAX => vec![count.current.get().unwrap_or_else(|| vm.int(i64::MAX)), held(vm, &count.step)],
        next => vec![vm.int_exact(next)],
    };
    Ok(reduced(vm, this, args, None))
}

// ---- cycle

gc::payload! {
    /// The items seen so far; once the iterator has ended they are handed out again and again. `whole`: they are all
    /// there already, what the iterator still has is among them.
    pub struct Cycle: gc { iterator: Slot, saved: Slot, index: Cell<usize>, whole: Cell<bool> }
}

pub static CYCLE: TypeSpec = TypeSpec {
    doc: Some("cycle(iterable, /)\n--\n\nThe items, again and again."),
    basicsize: 48,
    slots: SlotDefs { new: Some(cycle_new), iter: Some(itself), next: Some(cycle_next), ..SlotDefs::NONE },
    methods: &[
        Method::new("__reduce__(self, /)", Fun::None(cycle_reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(cycle_set_state)),
    ],
    ..TypeSpec::new("itertools.cycle", Cycle::layout)
};

fn cycle_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let args = positional(vm, class, "cycle", args, 1, 1)?;
    let iterator = vm.iter(&args[0])?;
    let saved = vm.list(Vec::new());
    let cycle = Cycle { iterator: iterator.into(), saved: saved.into(), index: Cell::new(0), whole: Cell::new(false) };
    Ok(vm.alloc(class, cycle).into_obj())
}

fn cycle_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let cycle = this.to::<Cycle>();
    if let Some(iterator) = cycle.iterator.get() {
        if let Some(item) = vm.next(&iterator)? {
            if let Some(saved) = cycle.saved.get().filter(|_| !cycle.whole.get()) {
                vm.or_memory_error(saved.to::<List>().push(&vm.heap, item.clone()))?;
            }
            return Ok(Some(item));
        }
        cycle.iterator.take();
    }
    let Some(saved) = cycle.saved.get() else { return Ok(None) };
    let saved = saved.to::<List>();
    let index = cycle.index.get();
    let item = saved.get(index);
    cycle.index.set(if index + 1 >= saved.len() { 0 } else { index + 1 });
    Ok(item)
}

fn cycle_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let cycle = this.to::<Cycle>();
    let saved = held(vm, &cycle.saved);
    if let Some(iterator) = cycle.iterator.get() {
        let state = vm.tuple([saved, vm.bool(cycle.whole.get())]);
        return Ok(reduced(vm, this, vec![iterator], Some(state)));
    }
    let iterator = vm.iter(&saved)?;
    if cycle.index.get() > 0 {
        let place = vm.get_attr(&iterator, &vm.intern("__setstate__"))?;
        vm.call(&place, &[vm.int(cycle.index.get() as i64)])?;
    }
    let state = vm.tuple([saved, vm.bool(true)]);
    Ok(reduced(vm, this, vec![iterator], Some(state)))
}

fn cycle_set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    if !vm.is_tuple(state) {
        return Err(vm.type_error("state is not a tuple"));
    }
    let parts = state.to::<Tuple>().items();
    let [saved, whole] = parts else {
        let given = parts.len();
        return Err(vm.type_error(format!("function takes exactly 2 arguments ({given} given)")));
    };
    if !vm.is_list(saved) {
        let kind = vm.type_name(saved);
        return Err(vm.type_error(format!("argument 1 must be list, not {kind}")));
    }
    let whole = vm.to_index(whole)? != 0;
    let cycle = this.to::<Cycle>();
    cycle.saved.set(saved.clone());
    cycle.index.set(0);
    cycle.whole.set(whole);
    Ok(vm.none())
}

// ---- repeat

gc::payload! {
    /// How often is still to come; negative: without end.
    pub struct Repeat: gc { element: Slot, left: Cell<isize> }
}

pub static REPEAT: TypeSpec = TypeSpec {
    doc: Some("repeat(object[, times])\n--\n\nThe object, times times or without end."),
    slots: SlotDefs {
        new: Some(repeat_new),
        iter: Some(itself),
        next: Some(repeat_next),
        repr: Some(repeat_repr),
        ..SlotDefs::NONE
    },
    methods: &[
        Method::new("__length_hint__(self, /)", Fun::None(repeat_hint)),
        Method::new("__reduce__(self, /)", Fun::None(repeat_reduce)),
    ],
    ..TypeSpec::new("itertools.repeat", Repeat::layout)
};

fn repeat_new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [element, times] = named(vm, "repeat", args, ["object", "times"], 1)?;
    let left = match times {
        Some(times) => vm.to_index(times)?.max(0),
        None => -1,
    };
    let repeat = Repeat { element: Slot::new(element.cloned()), left: Cell::new(left) };
    Ok(vm.alloc(class, repeat).into_obj())
}

fn repeat_next(_: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let repeat = this.to::<Repeat>();
    let left = repeat.left.get();
    if left == 0 {
        return Ok(None);
    }
    if left > 0 {
        repeat.left.set(left - 1);
    }
    Ok(repeat.element.get())
}

fn repeat_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let repeat = this.to::<Repeat>();
    let element = repeat.element.get().unwrap_or_else(|| vm.none());
    let shown = vm.repr_text(&element)?;
    match repeat.left.get() {
        left if left < 0 => Ok(vm.str(format!("repeat({shown})"))),
        left => Ok(vm.str(format!("repeat({shown}, {left})"))),
    }
}

fn repeat_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    match this.to::<Repeat>().left.get() {
        left if left < 0 => Err(vm.type_error("len() of unsized object")),
        left => Ok(vm.int_exact(left as i64)),
    }
}

fn repeat_reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let repeat = this.to::<Repeat>();
    let mut args = vec![held(vm, &repeat.element)];
    if repeat.left.get() >= 0 {
        args.push(vm.int(repeat.left.get() as i64));
    }
    Ok(reduced(vm, this, args, None))
}

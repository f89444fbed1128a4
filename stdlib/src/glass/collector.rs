//! The collector, watched: one collection pass by pass, a report of each.

use super::form::{answer_or_draw, asked};
use gc::{GENERATIONS, ObjRef};
use runtime::error::PyResult;
use runtime::inspect::record::Telling;
use runtime::inspect::steps::collect_recorded;
use runtime::native::Args;
use runtime::vm::Vm;

/// `pyglass.gc_steps(generation=2, /, form='text')`: collects as `gc.collect` does, and shows how.
pub fn gc_steps(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "gc_steps", &args, 0..2)?;
    let generation = values.first().map_or(Ok(GENERATIONS as i32 - 1), |n| vm.to_i32(n))?;
    let Some(generation) = usize::try_from(generation).ok().filter(|n| *n < GENERATIONS) else {
        return Err(vm.value_error("invalid generation"));
    };
    match collect_recorded(vm, generation) {
        Some(record) => answer_or_draw(vm, form, &record.to_string(), || record.json(), || record.svg()),
        None => Err(vm.raise_new(runtime::Exc::RuntimeError, "a collection is running".into())),
    }
}

/// `pyglass.gc_watch(on=True, /, form='text')`: a line on stderr for each collection.
pub fn gc_watch(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "gc_watch", &args, 0..2)?;
    let on = values.first().map_or(Ok(true), |on| vm.truth(on))?;
    let json = match form.map(|form| vm.str_of_text(form)).transpose()?.as_deref() {
        None | Some("text") => false,
        Some("json") => true,
        Some(other) => return Err(vm.value_error(format!("form must be 'text' or 'json', not '{other}'"))),
    };
    vm.report_collections(on, Telling::Stderr, json);
    Ok(vm.none())
}

/// `pyglass.gens(form='text')`: the generations; `form='svg'` is a picture.
pub fn gens(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "gens", &args, 0..2)?;
    let found = vm.look("gens", || vm.generations());
    answer_or_draw(vm, form.or(values.first()), &found.to_string(), || found.json(), || found.svg())
}

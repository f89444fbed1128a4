//! What has grown since a mark.

use super::form::{answer, asked};
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::inspect::leaks::{self, UNMARKED};
use runtime::native::Args;
use runtime::vm::Vm;

/// `pyglass.mark()`: remembers what there is, for `leaks`; returns how many objects that are.
pub fn mark(vm: &Vm, _: &ObjRef) -> PyResult {
    let count = vm.look("mark", || leaks::mark(vm));
    Ok(vm.int(count as i64))
}

/// `pyglass.leaks(form='text')`
pub fn leaks(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (_, form) = asked(vm, "leaks", &args, 0..1)?;
    match vm.look("leaks", || leaks::leaks(vm, &[])) {
        Some(found) => answer(vm, form, &found.to_string(), || found.json()),
        None => Err(vm.value_error(UNMARKED.trim_end())),
    }
}

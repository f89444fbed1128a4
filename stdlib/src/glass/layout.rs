//! How an object lies in memory.

use super::form::{answer, asked};
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::inspect::layout;
use runtime::native::Args;
use runtime::vm::Vm;

/// `pyglass.layout(obj, *releases, form='text')`
pub fn layout(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "layout", &args, 1..8)?;
    let releases = values[1..].iter().map(|release| vm.str_of_text(release)).collect::<PyResult<Vec<String>>>()?;
    let asking = vm.counts_of_handle(&values[0]) as i64;
    if releases.is_empty() {
        let shown = vm.look("layout", || layout::layout(vm, &values[0], asking));
        return answer(vm, form, &shown.to_string(), || shown.json());
    }
    layout::known(&releases).map_err(|why| vm.value_error(why))?;
    let shown = vm.look("layout", || layout::compare(vm, &values[0], asking, &releases));
    answer(vm, form, &shown.to_string(), || shown.json())
}

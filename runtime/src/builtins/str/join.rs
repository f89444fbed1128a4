//! `join`: one string out of many.

use super::make::{of, unchanged};
use crate::error::PyResult;
use crate::vm::Vm;
use gc::{List, NoMemory, ObjRef, Ref, Str, Tuple};

pub fn join(vm: &Vm, this: &ObjRef, iterable: &ObjRef) -> PyResult {
    let separator = of(this);
    if let Some(list) = iterable.cast_ref::<List>() {
        return joined(vm, list.len(), |at| list.get(at), || list.join(vm, &vm.types.str, separator));
    }
    if let Some(tuple) = iterable.cast_ref::<Tuple>() {
        let items = tuple.items();
        let join = || Str::join(vm, &vm.types.str, separator, items);
        return joined(vm, items.len(), |at| items.get(at).cloned(), join);
    }
    if vm.iter_opt(iterable)?.is_none() {
        return Err(vm.type_error("can only join an iterable"));
    }
    let items = vm.collect(iterable)?;
    let join = || Str::join(vm, &vm.types.str, separator, &items);
    joined(vm, items.len(), |at| items.get(at).cloned(), join)
}

/// Joins `count` items; a single exact str is its own result.
fn joined(
    vm: &Vm,
    count: usize,
    item: impl Fn(usize) -> Option<ObjRef>,
    join: impl FnOnce() -> Result<Ref<Str>, NoMemory>,
) -> PyResult {
    for at in 0..count {
        let Some(object) = item(at) else { break };
        let Some(text) = object.cast_ref::<Str>() else {
            let kind = vm.type_name(&object);
            return Err(vm.type_error(format!("sequence item {at}: expected str instance, {kind} found")));
        };
        if count == 1 {
            return unchanged(vm, text);
        }
    }
    if count == 0 {
        return Ok(vm.empty_str.clone());
    }
    let made = vm.or_memory_error(join())?;
    Ok(if made.is_empty() { vm.empty_str.clone() } else { made.into_obj() })
}

//! `_count_elements`: the loop of `Counter`.

use gc::{Dict, Exact, ObjRef, Ref};
use runtime::error::PyResult;
use runtime::op::BinOp;
use runtime::vm::Vm;
use runtime::vm::arith::one_digit;

/// Adds one for each element. A mapping that keeps dict's own `get` and `__setitem__` is filled directly.
pub fn count_elements(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (mapping, one) = (&args[0], vm.int(1));
    let iterator = vm.iter(&args[1])?;
    let direct = mapping.has::<Dict>() && keeps_own(vm, mapping, "get") && keeps_own(vm, mapping, "__setitem__");
    while let Some(key) = vm.next(&iterator)? {
        if direct {
            let dict = mapping.to::<Dict>();
            if count_small(vm, dict, &key)? {
                continue;
            }
            let count = match vm.dict_get(dict, &key)? {
                Some(count) => vm.binary(BinOp::Add, &count, &one)?,
                None => one.clone(),
            };
            vm.dict_set(dict, &key, &count)?;
        } else {
            let count = vm.call_method(mapping, &vm.names.get, &[key.clone(), vm.int(0)])?;
            vm.set_item(mapping, &key, &vm.binary(BinOp::Add, &count, &one)?)?;
        }
    }
    Ok(vm.none())
}

/// Adds one to a count of few digits, which needs no second look for the key.
fn count_small(vm: &Vm, dict: &Ref<Dict>, key: &ObjRef) -> PyResult<bool> {
    let Some(entry) = vm.dict_find(dict, key)? else { return Ok(false) };
    let Some(count) = dict.value_at(entry).as_ref().and_then(one_digit) else { return Ok(false) };
    drop(dict.replace_value(&vm.heap, entry, vm.int(count + 1)));
    Ok(true)
}

/// Whether the mapping's class has this method from `dict`.
fn keeps_own(vm: &Vm, mapping: &ObjRef, name: &str) -> bool {
    if mapping.ty().exact() == Exact::Dict {
        return true;
    }
    let name = vm.intern(name);
    match (vm.type_lookup(mapping.ty_ref(), &name), vm.type_lookup(&vm.types.dict, &name)) {
        (Some(own), Some(plain)) => own.is(&plain),
        _ => false,
    }
}

//! Builtin functions about iterables.

use crate::builtins::iterators::callable_iter;
use crate::builtins::{anext_awaitable, arguments, builtin_function, list};
use crate::error::{Exc, PyResult, Raised};
use crate::native::Args;
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::sink::Sink;
use gc::{List, ObjRef};

pub fn len(vm: &Vm, _module: &ObjRef, obj: &ObjRef) -> PyResult {
    Ok(vm.int_exact(vm.len(obj)? as i64))
}

pub fn iter(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    match args {
        [callable, sentinel] if vm.is_callable(callable) => Ok(callable_iter::make(vm, callable, sentinel)),
        [_, _] => Err(vm.type_error("iter(v, w): v must be callable")),
        _ => vm.iter(&args[0]),
    }
}

pub fn next(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    let Some(next) = type_of(&args[0]).slots.next.get() else { return Err(no_iterator(vm, &args[0])) };
    if args.len() == 1 {
        return vm.next_or_stop(&args[0]);
    }
    match (next(vm, &args[0]), args.get(1)) {
        (Ok(Some(item)), _) => Ok(item),
        (Ok(None), default) => default.cloned().ok_or_else(|| vm.stop_iteration(None)),
        (Err(raised), Some(default)) if raised.matches(vm, Exc::StopIteration) => Ok(default.clone()),
        (Err(raised), _) => Err(raised),
    }
}

#[cold]
fn no_iterator(vm: &Vm, obj: &ObjRef) -> Raised {
    vm.type_error(format!("'{}' object is not an iterator", vm.type_name(obj)))
}

pub fn all(vm: &Vm, _module: &ObjRef, iterable: &ObjRef) -> PyResult {
    search(vm, iterable, false)
}

pub fn any(vm: &Vm, _module: &ObjRef, iterable: &ObjRef) -> PyResult {
    search(vm, iterable, true)
}

/// Whether the truth of an item is `wanted`; answers `wanted` then, else the other one.
fn search(vm: &Vm, iterable: &ObjRef, wanted: bool) -> PyResult {
    let iterator = vm.iter(iterable)?;
    while let Some(item) = vm.next_past(&iterator, &mut Sink::Seek(wanted))? {
        if vm.truth(&item)? == wanted {
            return Ok(vm.bool(wanted));
        }
    }
    Ok(vm.bool(!wanted))
}

/// A new list, sorted. Wrong keywords are `sort`'s to complain about.
pub fn sorted(vm: &Vm, _module: &ObjRef, args: Args<'_>) -> PyResult {
    arguments::count(vm, "sorted", args.positional().len(), 1, 1)?;
    let (mut key, mut reverse) = (None, false);
    let made = list::from_iterable(vm, &args.positional()[0])?;
    for (name, value) in args.keywords() {
        match &*vm.str_text(name)? {
            "key" => key = Some(value).filter(|key| !key.is(&vm.none)),
            "reverse" => reverse = vm.to_i32(&vm.index(value)?)? != 0,
            name => return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for sort()"))),
        }
    }
    builtin_function::in_passing(vm, &made);
    let items = made.to::<List>();
    let mut taken = items.take_items(vm);
    let result = list::sort_items(vm, taken.as_mut_slice(), key, reverse);
    items.put_back(vm, taken);
    result?;
    Ok(made)
}

pub fn aiter(vm: &Vm, _module: &ObjRef, iterable: &ObjRef) -> PyResult {
    let Some(aiter) = type_of(iterable).slots.aiter.get() else {
        return Err(vm.type_error(format!("'{}' object is not an async iterable", vm.type_name(iterable))));
    };
    let iterator = aiter(vm, iterable)?;
    if type_of(&iterator).slots.anext.get().is_none() {
        let kind = vm.type_name(&iterator);
        return Err(vm.type_error(format!("aiter() returned not an async iterator of type '{kind}'")));
    }
    Ok(iterator)
}

pub fn anext(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    let Some(anext) = type_of(&args[0]).slots.anext.get() else {
        return Err(vm.type_error(format!("'{}' object is not an async iterator", vm.type_name(&args[0]))));
    };
    let awaitable = anext(vm, &args[0])?;
    Ok(match args.get(1) {
        Some(default) => anext_awaitable::make(vm, awaitable, default.clone()),
        None => awaitable,
    })
}

//! `itertools`: iterators that are made of iterators.

mod combine;
mod endless;
mod grouping;
mod select;

use gc::{ObjRef, Slot};
use runtime::builtins::arguments;
use runtime::error::PyResult;
use runtime::native::{Args, ModuleSpec, TypeSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "itertools", doc: Some("Iterators made of iterators."), functions: grouping::FUNCTIONS, init };

static TYPES: &[&TypeSpec] = &[
    &select::ACCUMULATE,
    &combine::COMBINATIONS,
    &combine::COMBINATIONS_WITH_REPLACEMENT,
    &select::COMPRESS,
    &endless::COUNT,
    &endless::CYCLE,
    &select::DROPWHILE,
    &select::FILTERFALSE,
    &grouping::CHAIN,
    &grouping::GROUPBY,
    &grouping::GROUPER,
    &select::ISLICE,
    &select::PAIRWISE,
    &combine::PERMUTATIONS,
    &combine::PRODUCT,
    &endless::REPEAT,
    &select::STARMAP,
    &select::TAKEWHILE,
    &grouping::TEE,
    &grouping::TEE_LINK,
    &grouping::ZIP_LONGEST,
];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    for spec in TYPES {
        let name = spec.name.rsplit('.').next().unwrap_or(spec.name);
        vm.set_attr(module, &vm.intern(name), &vm.native_type(spec))?;
    }
    Ok(())
}

/// An iterator is its own iterator.
fn itself(_: &Vm, this: &ObjRef) -> PyResult {
    Ok(this.clone())
}

/// What `__reduce__` answers: the class, its arguments, and what `__setstate__` is to be told.
fn reduced(vm: &Vm, this: &ObjRef, args: Vec<ObjRef>, state: Option<ObjRef>) -> ObjRef {
    let parts = [this.ty_ref().clone(), vm.tuple(args)].into_iter().chain(state);
    vm.tuple(parts.collect::<Vec<_>>())
}

/// What a slot holds, or None.
fn held(vm: &Vm, slot: &Slot) -> ObjRef {
    slot.get().unwrap_or_else(|| vm.none())
}

/// Refuses keywords and wrong numbers of arguments, in the words of CPython's `PyArg_UnpackTuple`.
/// The keywords are for `__init__` if the class has one of its own.
fn positional<'a>(
    vm: &Vm,
    class: &ObjRef,
    name: &str,
    args: Args<'a>,
    least: usize,
    most: usize,
) -> PyResult<&'a [ObjRef]> {
    if args.has_keywords() && arguments::keeps_init(vm, class) {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    let given = args.positional();
    if (least..=most).contains(&given.len()) {
        return Ok(given);
    }
    let (bound, limit) = match (least == most, given.len() < least) {
        (true, _) => ("", least),
        (false, true) => ("at least ", least),
        (false, false) => ("at most ", most),
    };
    let plural = if limit == 1 { "" } else { "s" };
    Err(vm.type_error(format!("{name} expected {bound}{limit} argument{plural}, got {}", given.len())))
}

/// Lays positional and keyword arguments to named parameters; absent ones are `None`.
fn named<'a, const N: usize>(
    vm: &Vm,
    name: &str,
    args: Args<'a>,
    parameters: [&str; N],
    required: usize,
) -> PyResult<[Option<&'a ObjRef>; N]> {
    let given = args.values().len();
    if given > N {
        return Err(vm.type_error(format!("{name}() takes at most {N} arguments ({given} given)")));
    }
    let mut laid = [None; N];
    for (slot, value) in laid.iter_mut().zip(args.positional()) {
        *slot = Some(value);
    }
    for (keyword, value) in args.keywords() {
        let text = vm.str_text(keyword)?;
        let Some(index) = parameters.iter().position(|p| *p == text) else {
            return Err(vm.type_error(format!("'{text}' is an invalid keyword argument for {name}()")));
        };
        if laid[index].replace(value).is_some() {
            let position = index + 1;
            return Err(
                vm.type_error(format!("argument for {name}() given by name ('{text}') and position ({position})"))
            );
        }
    }
    for (index, parameter) in parameters.iter().enumerate().take(required) {
        if laid[index].is_none() {
            let position = index + 1;
            return Err(vm.type_error(format!("{name}() missing required argument '{parameter}' (pos {position})")));
        }
    }
    Ok(laid)
}

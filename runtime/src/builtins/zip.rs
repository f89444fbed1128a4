//! `zip`: tuples of one item of each iterable.

use crate::builtins::iterators::itself;
use crate::builtins::reuse;
use crate::error::{PyResult, Raised};
use crate::native::{Args, Fun, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Payload, Slot, Tuple};
use std::cell::Cell;

gc::payload! {
    /// The iterators, a tuple, and the tuple answered last.
    pub struct Zip: gc { iterators: Slot, result: Slot, strict: Cell<bool> }
}

pub static SPEC: TypeSpec = TypeSpec {
    exact: gc::Exact::Zip,
    doc: Some("zip(*iterables, strict=False)\n--\n\nTuples of one item of each iterable, until the shortest one ends."),
    slots: SlotDefs { new: Some(new), iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
    methods: &[
        Method::new("__reduce__(self, /)", Fun::None(reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(set_state)),
    ],
    ..TypeSpec::new("zip", Zip::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let strict = strict_flag(vm, args)?;
    let iterators = args.positional().iter().map(|iterable| vm.iter(iterable)).collect::<PyResult<Vec<_>>>()?;
    let result = vm.tuple(vec![vm.none(); iterators.len()]);
    let iterators = vm.tuple(iterators);
    let zip = Zip { iterators: iterators.into(), result: result.into(), strict: Cell::new(strict) };
    Ok(vm.alloc(class, zip).into_obj())
}

fn strict_flag(vm: &Vm, args: Args<'_>) -> PyResult<bool> {
    let names = args.names().len();
    if names > 1 {
        return Err(vm.type_error(format!("zip() takes at most 1 keyword argument ({names} given)")));
    }
    match args.keywords().next() {
        None => Ok(false),
        Some((name, value)) => match &*vm.str_text(name)? {
            "strict" => vm.truth(value),
            name => Err(vm.type_error(format!("'{name}' is an invalid keyword argument for zip()"))),
        },
    }
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let zip = this.to::<Zip>();
    let Some(iterators) = zip.iterators.get() else { return Ok(None) };
    match iterators.to::<Tuple>().items() {
        [] => Ok(None),
        [a] => Ok(vm.next(a)?.map(|a| reuse::fill_vec(vm, &zip.result, reuse::Items::from_iter([a])))),
        [a, b] if !zip.strict.get() => {
            let Some(a) = vm.next(a)? else { return Ok(None) };
            let Some(b) = vm.next(b)? else { return Ok(None) };
            Ok(Some(reuse::fill_pair(vm, &zip.result, a, b)))
        }
        all => next_of_all(vm, zip, all),
    }
}

fn next_of_all(vm: &Vm, zip: &Zip, iterators: &[ObjRef]) -> PyResult<Option<ObjRef>> {
    let mut items = reuse::Items::new();
    for (i, iterator) in iterators.iter().enumerate() {
        match vm.next(iterator)? {
            Some(item) => items.push(item),
            None if !zip.strict.get() => return Ok(None),
            None if i > 0 => return Err(uneven(vm, i, "shorter")),
            None => return check_ends(vm, iterators),
        }
    }
    Ok(Some(reuse::fill_vec(vm, &zip.result, items)))
}

/// The first iterator has ended; with `strict` the others must have, too.
fn check_ends(vm: &Vm, iterators: &[ObjRef]) -> PyResult<Option<ObjRef>> {
    for (i, iterator) in iterators.iter().enumerate().skip(1) {
        if vm.next(iterator)?.is_some() {
            return Err(uneven(vm, i, "longer"));
        }
    }
    Ok(None)
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let zip = this.to::<Zip>();
    let iterators = zip.iterators.get().unwrap_or_else(|| vm.tuple(Vec::new()));
    let mut parts = vec![this.ty_ref().clone(), iterators];
    if zip.strict.get() {
        parts.push(vm.bool(true));
    }
    Ok(vm.tuple(parts))
}

fn set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    this.to::<Zip>().strict.set(vm.truth(state)?);
    Ok(vm.none())
}

#[cold]
fn uneven(vm: &Vm, at: usize, how: &str) -> Raised {
    let others = if at == 1 { " 1".to_owned() } else { format!("s 1-{at}") };
    vm.value_error(format!("zip() argument {} is {how} than argument{others}", at + 1))
}

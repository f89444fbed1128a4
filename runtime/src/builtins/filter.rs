//! `filter`: the items that a function calls true.

use crate::builtins::arguments;
use crate::builtins::iterators::itself;
use crate::error::PyResult;
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Payload, Slot};

gc::payload! {
    /// The function may be None: the items themselves are asked.
    pub struct Filter: gc { iterator: Slot, function: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(10),
    exact: gc::Exact::Filter,
    doc: Some(
        "filter(function or None, iterable)\n\nThe items for which function(item) is true; for None the true items.",
    ),
    slots: SlotDefs { new: Some(new), iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(reduce))],
    ..TypeSpec::new("filter", Filter::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    if arguments::made_by_new_alone(vm, class) {
        arguments::no_keywords(vm, "filter", args)?;
    }
    let given = args.positional();
    arguments::count(vm, "filter", given.len(), 2, 2)?;
    let filter = Filter { iterator: vm.iter(&given[1])?.into(), function: given[0].clone().into() };
    Ok(vm.alloc(class, filter).into_obj())
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let filter = this.to::<Filter>();
    let (Some(function), Some(iterator)) = (filter.function.get(), filter.iterator.get()) else { return Ok(None) };
    let plain = function.is(&vm.none) || function.is(&vm.types.bool_);
    while let Some(item) = vm.next(&iterator)? {
        let good = if plain { vm.truth(&item)? } else { vm.truth(&vm.call(&function, std::slice::from_ref(&item))?)? };
        if good {
            return Ok(Some(item));
        }
    }
    Ok(None)
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let filter = this.to::<Filter>();
    let parts = filter.function.get().into_iter().chain(filter.iterator.get()).collect::<Vec<_>>();
    Ok(vm.tuple([this.ty_ref().clone(), vm.tuple(parts)]))
}

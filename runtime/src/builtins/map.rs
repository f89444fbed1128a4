//! `map`: calls a function with one item of each iterable.

use crate::builtins::arguments;
use crate::builtins::iterators::itself;
use crate::error::PyResult;
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Payload, Slot, Tuple};
use smallvec::SmallVec;

gc::payload! {
    /// The iterators are a tuple.
    pub struct Map: gc { iterators: Slot, function: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(10),
    exact: gc::Exact::Map,
    doc: Some(
        "map(function, /, *iterables)\n--\n\nWhat function answers for the items, until the shortest iterable ends.",
    ),
    slots: SlotDefs { new: Some(new), iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(reduce))],
    ..TypeSpec::new("map", Map::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    if arguments::made_by_new_alone(vm, class) {
        arguments::no_keywords(vm, "map", args)?;
    }
    let [function, iterables @ ..] = args.positional() else {
        return Err(vm.type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let iterators = iterables.iter().map(|iterable| vm.iter(iterable)).collect::<PyResult<Vec<_>>>()?;
    let map = Map { iterators: vm.tuple(iterators).into(), function: function.clone().into() };
    Ok(vm.alloc(class, map).into_obj())
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let map = this.to::<Map>();
    let (Some(iterators), Some(function)) = (map.iterators.get(), map.function.get()) else { return Ok(None) };
    let iterators = iterators.to::<Tuple>().items();
    if let [iterator] = iterators {
        let Some(item) = vm.next(iterator)? else { return Ok(None) };
        return vm.call(&function, std::slice::from_ref(&item)).map(Some);
    }
    let mut items = SmallVec::<[ObjRef; 4]>::new();
    for iterator in iterators {
        match vm.next(iterator)? {
            Some(item) => items.push(item),
            None => return Ok(None),
        }
    }
    vm.call(&function, &items).map(Some)
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let map = this.to::<Map>();
    let mut parts: Vec<ObjRef> = map.function.get().into_iter().collect();
    parts.extend(map.iterators.get().iter().flat_map(|i| i.to::<Tuple>().items().to_vec()));
    Ok(vm.tuple([this.ty_ref().clone(), vm.tuple(parts)]))
}

//! `_tuplegetter`: the descriptor behind a field of a named tuple.

use gc::{ObjRef, Payload, Slot, Tuple};
use runtime::builtins::arguments;
use runtime::error::PyResult;
use runtime::native::{Args, Fun, GetSet, Method, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::Cell;

gc::payload! {
    /// Which item, and the text of its `__doc__`.
    pub struct TupleGetter: gc { index: Cell<isize>, doc: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { new: Some(new), repr: Some(repr), descr_get: Some(get), descr_set: Some(set), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(reduce))],
    getset: &[GetSet { name: "__doc__", get: get_doc, set: Some(set_doc) }],
    ..TypeSpec::new("collections._tuplegetter", TupleGetter::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    arguments::no_keywords(vm, "_tuplegetter", args)?;
    arguments::count(vm, "_tuplegetter", args.positional().len(), 2, 2)?;
    let index = vm.to_index(&args.positional()[0])?;
    let value = TupleGetter { index: Cell::new(index), doc: Slot::new(args.positional()[1].clone()) };
    Ok(vm.alloc(class, value).into_obj())
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let getter = this.to::<TupleGetter>();
    let doc = vm.repr_text(&getter.doc.get().unwrap_or_else(|| vm.none()))?;
    Ok(vm.str(format!("_tuplegetter({}, {doc})", getter.index.get())))
}

fn get(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, _owner: Option<&ObjRef>) -> PyResult {
    let Some(instance) = instance.filter(|instance| !vm.is_none(instance)) else { return Ok(this.clone()) };
    let index = this.to::<TupleGetter>().index.get();
    let Some(tuple) = instance.payload::<Tuple>() else {
        let kind = vm.type_name(instance);
        return Err(vm.type_error(format!(
            "descriptor for index '{index}' for tuple subclasses doesn't apply to '{kind}' object"
        )));
    };
    let item = usize::try_from(index).ok().and_then(|at| tuple.get(at));
    item.ok_or_else(|| vm.index_error("tuple index out of range"))
}

fn set(vm: &Vm, _: &ObjRef, _: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    Err(vm.attribute_error_text(if value.is_some() { "can't set attribute" } else { "can't delete attribute" }))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let getter = this.to::<TupleGetter>();
    let doc = getter.doc.get().unwrap_or_else(|| vm.none());
    Ok(vm.tuple([this.ty_ref().clone(), vm.tuple([vm.int(getter.index.get() as i64), doc])]))
}

fn get_doc(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(this.to::<TupleGetter>().doc.get().unwrap_or_else(|| vm.none()))
}

fn set_doc(_: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    this.to::<TupleGetter>().doc.set(value.cloned());
    Ok(())
}

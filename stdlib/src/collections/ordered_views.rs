//! Iterators and views of `OrderedDict`: those of dict, in the order of the list.

use gc::{Dict, ObjRef, OrderedDict, OrderedIter, OrderedNext, Payload};
use runtime::builtins::dict_views::{self, View};
use runtime::builtins::iterators::itself;
use runtime::error::PyResult;
use runtime::native::{Fun, Method, Releases, TypeSpec};
use runtime::slots::{SlotDefs, UnaryFn};
use runtime::vm::Vm;

/// What an iterator hands out for a key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Key,
    Value,
    Item,
}

const METHODS: &[Method] = &[Method::new("__reduce__(self, /)", Fun::None(reduce))];

const fn iterator(next: runtime::slots::NextFn) -> TypeSpec {
    TypeSpec {
        subclassable: false,
        slots: SlotDefs { iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
        methods: METHODS,
        ..TypeSpec::new("odict_iterator", OrderedIter::layout)
    }
}

static KEY_ITER: TypeSpec = iterator(|vm, this| next(vm, this, Part::Key));
static VALUE_ITER: TypeSpec = iterator(|vm, this| next(vm, this, Part::Value));
static ITEM_ITER: TypeSpec = iterator(|vm, this| next(vm, this, Part::Item));

const fn view(name: &'static str, base: &'static TypeSpec, iter: UnaryFn, methods: &'static [Method]) -> TypeSpec {
    TypeSpec {
        base: Some(base),
        subclassable: false,
        slots: SlotDefs { iter: Some(iter), ..SlotDefs::NONE },
        methods,
        ..TypeSpec::new(name, View::layout)
    }
}

static KEYS: TypeSpec = view(
    "odict_keys",
    &dict_views::KEYS,
    |vm, this| Ok(make(vm, &KEY_ITER, &dict_of(vm, this), false)),
    &[Method::new("__reversed__(self, /)", Fun::None(|vm, this| Ok(make(vm, &KEY_ITER, &dict_of(vm, this), true))))],
);
static VALUES: TypeSpec = view(
    "odict_values",
    &dict_views::VALUES,
    |vm, this| Ok(make(vm, &VALUE_ITER, &dict_of(vm, this), false)),
    &[Method::new("__reversed__(self, /)", Fun::None(|vm, this| Ok(make(vm, &VALUE_ITER, &dict_of(vm, this), true))))],
);
static ITEMS: TypeSpec = view(
    "odict_items",
    &dict_views::ITEMS,
    |vm, this| Ok(make(vm, &ITEM_ITER, &dict_of(vm, this), false)),
    &[Method::new("__reversed__(self, /)", Fun::None(|vm, this| Ok(make(vm, &ITEM_ITER, &dict_of(vm, this), true))))],
);

fn dict_of(vm: &Vm, view: &ObjRef) -> ObjRef {
    view.to::<View>().dict(vm)
}

pub fn keys(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(View::make(vm, &vm.native_type(&KEYS), this))
}

pub fn values(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(View::make(vm, &vm.native_type(&VALUES), this))
}

pub fn items(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(View::make(vm, &vm.native_type(&ITEMS), this))
}

/// `iter(od)`
pub fn over_keys(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(make(vm, &KEY_ITER, this, false))
}

/// `reversed(od)`
pub fn over_keys_reversed(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(make(vm, &KEY_ITER, this, true))
}

fn make(vm: &Vm, spec: &'static TypeSpec, dict: &ObjRef, backwards: bool) -> ObjRef {
    let ty = vm.native_type(spec);
    // 3.8 makes the pair for all iterators.
    let paired = std::ptr::eq(spec, &ITEM_ITER) || Releases::until(8).have(vm);
    let pair = paired.then(|| vm.tuple([vm.none(), vm.none()]));
    match dict.payload::<OrderedDict>() {
        Some(dict) => OrderedIter::new(vm, &ty, dict, backwards, pair).into_obj(),
        // The collector took the view's dict away.
        None => {
            let empty = vm.alloc(&vm.native_type(&super::ordered::SPEC), OrderedDict::empty());
            OrderedIter::new(vm, &ty, &empty, backwards, pair).into_obj()
        }
    }
}

fn next(vm: &Vm, this: &ObjRef, part: Part) -> PyResult<Option<ObjRef>> {
    let iter = this.to::<OrderedIter>();
    let Some(owner) = iter.owner() else { return Ok(None) };
    let key = match iter.next() {
        OrderedNext::Key(key) => key,
        OrderedNext::End => return Ok(None),
        OrderedNext::Mutated => return Err(vm.runtime_error("OrderedDict mutated during iteration")),
        OrderedNext::Resized => return Err(vm.runtime_error("OrderedDict changed size during iteration")),
    };
    if part == Part::Key {
        return Ok(Some(key));
    }
    let value = match vm.dict_get(owner.to::<Dict>(), &key)? {
        Some(value) => value,
        None => return Err(vm.key_error(&key)),
    };
    Ok(Some(match part {
        Part::Value => value,
        _ => runtime::builtins::reuse::fill_pair(vm, &iter.pair, key, value),
    }))
}

/// What is left, as a list; this iterator moves to its end, as CPython's does.
fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let rest = vm.list(vm.collect(this)?);
    Ok(vm.tuple([vm.builtin("iter")?, vm.tuple([rest])]))
}

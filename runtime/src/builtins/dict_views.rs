//! `dict_keys`, `dict_values`, `dict_items`: windows on a dict that show what it holds now.
//!
//! Keys and items are sets in all but storage, so they have the operators of sets and answer sets.

use crate::builtins::dict::iter::DictIter;
use crate::builtins::dict::{self, value_of};
use crate::builtins::{mappingproxy, set};
use crate::error::PyResult;
use crate::native::{Fun, GetSet, Method, TypeSpec};
use crate::object::Type;
use crate::slots::{BinaryFn, ContainsFn, SlotDefs, UnaryFn};
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp};
use gc::{Dict, Exact, ObjRef, Payload, Set, Slot, Tuple};

gc::payload! {
    /// The dict that is looked at.
    pub struct View: gc { dict: Slot }
}

pub static KEYS: TypeSpec = TypeSpec {
    slots: SlotDefs { contains: Some(keys_contain), binary: OPERATORS, compare: Some(compare), ..slots(iter_keys) },
    ..spec("dict_keys", SET_METHODS)
};

pub static ITEMS: TypeSpec = TypeSpec {
    slots: SlotDefs { contains: Some(items_contain), binary: OPERATORS, compare: Some(compare), ..slots(iter_items) },
    ..spec("dict_items", SET_METHODS)
};

pub static VALUES: TypeSpec = TypeSpec { slots: slots(iter_values), ..spec("dict_values", VALUE_METHODS) };

const fn slots(iter: UnaryFn) -> SlotDefs {
    SlotDefs { repr: Some(repr), iter: Some(iter), len: Some(len), ..SlotDefs::NONE }
}

const fn spec(name: &'static str, methods: &'static [Method]) -> TypeSpec {
    TypeSpec {
        subclassable: false,
        methods,
        getset: &[GetSet { name: "mapping", get: mapping, set: None }],
        ..TypeSpec::new(name, View::layout)
    }
}

const OPERATORS: &[(BinOp, BinaryFn)] =
    &[(BinOp::Sub, difference), (BinOp::And, intersection), (BinOp::Xor, symmetric_difference), (BinOp::Or, union)];

const SET_METHODS: &[Method] = &[
    Method::new("isdisjoint(self, other, /)", Fun::One(isdisjoint)),
    Method::new("__reversed__(self, /)", Fun::None(reversed)),
];

const VALUE_METHODS: &[Method] = &[Method::new("__reversed__(self, /)", Fun::None(reversed))];

impl View {
    /// A view of type `ty`.
    pub fn make(vm: &Vm, ty: &ObjRef, dict: &ObjRef) -> ObjRef {
        vm.alloc(ty, View { dict: dict.clone().into() }).into_obj()
    }

    /// The dict, or an empty one if the collector took it away.
    pub fn dict(&self, vm: &Vm) -> ObjRef {
        self.dict.get().unwrap_or_else(|| vm.dict().into())
    }
}

fn mapping(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(mappingproxy::make(vm, &this.to::<View>().dict(vm)))
}

/// `dict_keys([…])`
fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let Some(_guard) = vm.repr_enter(this) else { return Ok(vm.str("...")) };
    let items = vm.list(vm.collect(this)?);
    Ok(vm.str(format!("{}({})", vm.type_name(this), vm.repr_text(&items)?)))
}

fn len(vm: &Vm, this: &ObjRef) -> PyResult<usize> {
    Ok(this.to::<View>().dict(vm).to::<Dict>().len())
}

fn iter_keys(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(DictIter::make(vm, &vm.types.dict_keyiterator, &this.to::<View>().dict(vm), false))
}

fn iter_values(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(DictIter::make(vm, &vm.types.dict_valueiterator, &this.to::<View>().dict(vm), false))
}

fn iter_items(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(DictIter::make(vm, &vm.types.dict_itemiterator, &this.to::<View>().dict(vm), false))
}

fn reversed(vm: &Vm, this: &ObjRef) -> PyResult {
    let types = &vm.types;
    let ty = match this.ty_ref() {
        view if view.is(&types.dict_keys) => &types.dict_reversekeyiterator,
        view if view.is(&types.dict_items) => &types.dict_reverseitemiterator,
        _ => &types.dict_reversevalueiterator,
    };
    Ok(DictIter::make(vm, ty, &this.to::<View>().dict(vm), true))
}

fn keys_contain(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult<bool> {
    let dict = this.to::<View>().dict(vm);
    Ok(dict::find(vm, dict.to(), key, vm.hash(key)?)?.is_some())
}

fn items_contain(vm: &Vm, this: &ObjRef, item: &ObjRef) -> PyResult<bool> {
    let Some([key, value]) = item.payload::<Tuple>().map(|pair| pair.items()) else { return Ok(false) };
    let dict = this.to::<View>().dict(vm);
    match value_of(vm, dict.to(), key, vm.hash(key)?)? {
        Some(found) => vm.compare_bool(&found, value, CmpOp::Eq),
        None => Ok(false),
    }
}

/// The `in` of a keys or items view.
fn contains_of(vm: &Vm, view: &ObjRef) -> ContainsFn {
    if is_view(view, &vm.types.dict_keys) { keys_contain } else { items_contain }
}

/// Of this type of views, or of those of `OrderedDict` that derive from it.
fn is_view(obj: &ObjRef, ty: &ObjRef) -> bool {
    obj.ty_ref().is(ty) || Type::derives_from(obj.ty_ref(), ty)
}

fn is_set_view(vm: &Vm, obj: &ObjRef) -> bool {
    obj.has::<View>() && !is_view(obj, &vm.types.dict_values)
}

/// As sets compare: by inclusion.
fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if !other.has::<Set>() && !is_set_view(vm, other) {
        return Ok(vm.not_implemented.clone());
    }
    let (mine, theirs) = (vm.len(this)?, vm.len(other)?);
    let answer = match op {
        CmpOp::Eq | CmpOp::Ne => (mine == theirs && all_in(vm, this, other)?) == (op == CmpOp::Eq),
        CmpOp::Lt => mine < theirs && all_in(vm, this, other)?,
        CmpOp::Le => mine <= theirs && all_in(vm, this, other)?,
        CmpOp::Gt => mine > theirs && all_in(vm, other, this)?,
        CmpOp::Ge => mine >= theirs && all_in(vm, other, this)?,
    };
    Ok(vm.bool(answer))
}

/// Whether every item of `a` is in `b`.
fn all_in(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult<bool> {
    let iterator = vm.iter(a)?;
    while let Some(item) = vm.next(&iterator)? {
        if !vm.contains(b, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The left operand of an operator as a new set. Keys of a plain dict are copied from its table.
fn to_set(vm: &Vm, obj: &ObjRef) -> PyResult {
    if obj.ty_ref().is(&vm.types.dict_keys) && vm.heap.profile().objects.dict.views_copy_table {
        let dict = obj.to::<View>().dict(vm);
        if dict.ty().exact() == Exact::Dict {
            return set::from_iterable(vm, &vm.types.set, &dict);
        }
    }
    set::from_iterable(vm, &vm.types.set, obj)
}

fn difference(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let result = to_set(vm, a)?;
    set::difference_update(vm, &result, b)?;
    Ok(result)
}

fn union(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let result = to_set(vm, a)?;
    set::update(vm, &result, b)?;
    Ok(result)
}

fn symmetric_difference(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let result = to_set(vm, a)?;
    set::symmetric_difference_update(vm, &result, b)?;
    Ok(result)
}

/// Walks over the smaller side and asks the larger one.
fn intersection(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let (mut view, mut other) = if is_set_view(vm, a) { (a, b) } else { (b, a) };
    let len = vm.len(view)?;
    if other.ty().exact() == Exact::Set && len <= other.to::<Set>().len() {
        return set::intersection(vm, other, view);
    }
    if is_set_view(vm, other) && vm.len(other)? > len {
        (view, other) = (other, view);
    }
    let result = vm.set();
    let contains = contains_of(vm, view);
    let iterator = vm.iter(other)?;
    while let Some(item) = vm.next(&iterator)? {
        if contains(vm, view, &item)? {
            vm.set_add(&result, &item)?;
        }
    }
    Ok(result.into_obj())
}

fn isdisjoint(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    if this.is(other) {
        return Ok(vm.bool(vm.len(this)? == 0));
    }
    let (mut view, mut walked) = (this, other);
    if (other.has::<Set>() || is_set_view(vm, other)) && vm.len(other)? > vm.len(this)? {
        (view, walked) = (other, this);
    }
    let iterator = vm.iter(walked)?;
    while let Some(item) = vm.next(&iterator)? {
        if vm.contains(view, &item)? {
            return Ok(vm.bool(false));
        }
    }
    Ok(vm.bool(true))
}

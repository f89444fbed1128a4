//! `dict`: a table that remembers the order of insertion.
//!
//! ```text
//!   GcHead | Header | used  version  keys  values         64 bytes with the collector's words
//!                                     |
//!                                     v
//!      | header | index: 1, 2 or 4 bytes per slot | entry 0 | entry 1 | ...
//! ```
//!
//! Entries stand in insertion order; the index finds them by hash. Deleting leaves a gap that only the next
//! growth closes. When an insertion finds no free entry, the table is rebuilt for three times the live
//! entries (the rule and the sizes are in `gc`). A table whose keys are all `str` saves the hashes: 16
//! bytes per entry instead of 24.
//!
//! A lookup may call `__eq__`, which may change the dict under it: `gc` starts the lookup over then.

pub mod iter;
pub mod update;

use crate::builtins::dict_views::View;
use crate::builtins::{generic_alias, sequence};
use crate::error::{PyResult, Raised};
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp};
use gc::{Dict, Exact, ObjRef, Payload, Ref, Set};

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(9),
    exact: gc::Exact::Dict,
    flags: gc::TypeFlags::DICT.with(gc::TypeFlags::MAPPING),
    doc: Some(
        "dict(**keywords)\ndict(mapping, **keywords)\ndict(pairs, **keywords)\n\nA mapping in order of insertion.",
    ),
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        unhashable: true,
        compare: Some(compare),
        iter: Some(iter::over_keys),
        len: Some(len),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(contains),
        binary: &[(BinOp::Or, or), (BinOp::InplaceOr, inplace_or)],
        ..SlotDefs::NONE
    },
    methods: METHODS,
    ..TypeSpec::new("dict", Dict::layout)
};

const METHODS: &[Method] = &[
    Method::new("__contains__(self, key, /)", Fun::One(|vm, this, key| Ok(vm.bool(contains(vm, this, key)?)))),
    Method::new("__getitem__(self, key, /)", Fun::One(get_item)),
    Method::new("__sizeof__(self, /)", Fun::None(size_of)),
    Method::new("get(self, key, default=None, /)", Fun::Pos(1, 2, get)),
    Method::new("setdefault(self, key, default=None, /)", Fun::Pos(1, 2, setdefault)),
    Method::new("pop(self, key, default, /)", Fun::Pos(1, 2, pop)),
    Method::new("popitem(self, /)", Fun::None(popitem)),
    Method::new("keys(self, /)", Fun::None(|vm, this| Ok(View::make(vm, &vm.types.dict_keys, this)))),
    Method::new("items(self, /)", Fun::None(|vm, this| Ok(View::make(vm, &vm.types.dict_items, this)))),
    Method::new("values(self, /)", Fun::None(|vm, this| Ok(View::make(vm, &vm.types.dict_values, this)))),
    Method::new("update(self, /, *args, **kwargs)", Fun::Raw(update_method)).packing(Releases::ALL),
    Method::class("fromkeys(type, iterable, value=None, /)", Fun::Pos(1, 2, fromkeys)),
    Method::new("clear(self, /)", Fun::None(clear)),
    Method::new("copy(self, /)", Fun::None(copy)),
    Method::new("__reversed__(self, /)", Fun::None(iter::over_keys_reversed)),
    Method::class("__class_getitem__(type, object, /)", Fun::One(generic_alias::class_getitem)),
];

// ---- construction

fn new(vm: &Vm, class: &ObjRef, _args: Args<'_>) -> PyResult {
    Ok(Dict::by_class(vm, class).into())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    update::from_args(vm, this, "dict", args)
}

// ---- slots

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let dict = this.to::<Dict>();
    if dict.is_empty() {
        return Ok(vm.str("{}"));
    }
    let Some(_guard) = vm.repr_enter(this) else { return Ok(vm.str("{...}")) };
    let mut text = String::from("{");
    let mut at = 0;
    while let Some((key, value)) = next_entry(dict, &mut at) {
        if text.len() > 1 {
            text.push_str(", ");
        }
        sequence::push_repr(vm, &mut text, &key)?;
        text.push_str(": ");
        sequence::push_repr(vm, &mut text, &value)?;
    }
    text.push('}');
    Ok(vm.str(text))
}

/// Dicts have no order, only equality.
fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    match (this.payload::<Dict>(), other.payload::<Dict>()) {
        (Some(a), Some(b)) if matches!(op, CmpOp::Eq | CmpOp::Ne) => Ok(vm.bool(equal(vm, a, b)? == (op == CmpOp::Eq))),
        _ => Ok(vm.not_implemented.clone()),
    }
}

fn equal(vm: &Vm, a: &Ref<Dict>, b: &Ref<Dict>) -> PyResult<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let mut at = 0;
    while at < a.entries_len() {
        let entry = a.entry_with_hash(at);
        at += 1;
        let Some((hash, key, value)) = entry else { continue };
        let found = b.lookup(&key, hash, |other| vm.eq(other, &key))?;
        match found.and_then(|found| b.value_at(found)) {
            Some(other) if vm.compare_bool(&value, &other, CmpOp::Eq)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

fn len(_vm: &Vm, this: &ObjRef) -> PyResult<usize> {
    Ok(this.to::<Dict>().len())
}

/// Subclasses may answer for missing keys with `__missing__`.
fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    if let Some(value) = vm.dict_get(this.to(), key)? {
        return Ok(value);
    }
    if this.ty().exact() != Exact::Dict
        && let Some(missing) = vm.lookup_special(this, &vm.names.__missing__)?
    {
        return vm.call(&missing, std::slice::from_ref(key));
    }
    Err(vm.key_error(key))
}

fn set_item(vm: &Vm, this: &ObjRef, key: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(value) => vm.dict_set(this.to(), key, value),
        None if vm.dict_del(this.to(), key)? => Ok(()),
        None => Err(vm.key_error(key)),
    }
}

fn contains(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult<bool> {
    Ok(find(vm, this.to(), key, vm.hash(key)?)?.is_some())
}

/// `a | b`: a copy of a, updated.
fn or(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    if !a.has::<Dict>() || !b.has::<Dict>() {
        return Ok(vm.not_implemented.clone());
    }
    let result = copy(vm, a)?;
    update::update(vm, &result, b)?;
    Ok(result)
}

fn inplace_or(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    update::update(vm, this, other)?;
    Ok(this.clone())
}

// ---- methods

fn size_of(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.int_exact((this.ty().basicsize() + this.to::<Dict>().storage_size()) as i64))
}

fn get(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let found = vm.dict_get(this.to(), &args[0])?;
    Ok(found.or_else(|| args.get(1).cloned()).unwrap_or_else(|| vm.none()))
}

/// Asks for the hash once.
fn setdefault(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (dict, key) = (this.to::<Dict>(), &args[0]);
    let hash = vm.hash(key)?;
    if let Some(value) = value_of(vm, dict, key, hash)? {
        return Ok(value);
    }
    let value = args.get(1).cloned().unwrap_or_else(|| vm.none());
    dict.insert_new(vm, key.clone(), hash, value.clone());
    Ok(value)
}

fn pop(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (dict, key) = (this.to::<Dict>(), &args[0]);
    if !dict.is_empty()
        && let Some(at) = find(vm, dict, key, vm.hash(key)?)?
        && let Some((old_key, value)) = dict.remove_entry(vm, at)
    {
        drop(old_key);
        return Ok(value);
    }
    args.get(1).cloned().ok_or_else(|| vm.key_error(key))
}

/// Takes the youngest entry.
fn popitem(vm: &Vm, this: &ObjRef) -> PyResult {
    match this.to::<Dict>().pop_last(vm) {
        Some((key, value)) => Ok(vm.tuple([key, value])),
        None => Err(vm.key_error(&vm.str("popitem(): dictionary is empty"))),
    }
}

fn update_method(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    update::from_args(vm, this, "update", args)?;
    Ok(vm.none())
}

fn fromkeys(vm: &Vm, class: &ObjRef, args: &[ObjRef]) -> PyResult {
    let value = args.get(1).cloned().unwrap_or_else(|| vm.none());
    let made = vm.call(class, &[])?;
    let plain = made.payload::<Dict>().filter(|dict| made.ty().exact() == Exact::Dict && dict.is_empty());
    if let Some(dict) = plain {
        if args[0].ty().exact() == Exact::Dict {
            let keys = args[0].to::<Dict>();
            dict.presize(vm, keys.len(), keys.has_text_keys());
            for at in 0..keys.entries_len() {
                if let Some((hash, key, _)) = keys.entry_with_hash(at) {
                    vm.dict_set_hashed(dict, &key, hash, &value)?;
                }
            }
            return Ok(made);
        } else if let Some(keys) = args[0].cast_ref::<Set>() {
            dict.presize(vm, keys.len(), false);
            let mut at = 0;
            while let Some((key, hash)) = crate::builtins::set::ops::next_key(keys, &mut at) {
                vm.dict_set_hashed(dict, &key, hash, &value)?;
            }
            return Ok(made);
        }
    }
    let iterator = vm.iter(&args[0])?;
    while let Some(key) = vm.next(&iterator)? {
        match plain {
            Some(dict) => vm.dict_set(dict, &key, &value)?,
            None => vm.set_item(&made, &key, &value)?,
        }
    }
    Ok(made)
}

fn clear(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<Dict>().clear_items(vm);
    Ok(vm.none())
}

fn copy(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(copy_of(vm, this.to())?.into())
}

// ---- helpers

/// A plain dict with the same entries.
pub fn copy_of(vm: &Vm, dict: &Ref<Dict>) -> PyResult<Ref<Dict>> {
    vm.or_memory_error(dict.copy(vm, &vm.types.dict))
}

/// The number of the entry whose key equals `key`.
pub fn find(vm: &Vm, dict: &Ref<Dict>, key: &ObjRef, hash: isize) -> PyResult<Option<usize>> {
    dict.lookup(key, hash, |other: &ObjRef| vm.compare_bool(other, key, CmpOp::Eq))
}

/// The value under `key`, whose hash is known.
pub fn value_of(vm: &Vm, dict: &Ref<Dict>, key: &ObjRef, hash: isize) -> PyResult<Option<ObjRef>> {
    Ok(find(vm, dict, key, hash)?.and_then(|entry| dict.value_at(entry)))
}

/// Sets the value under `key`, whose hash is known.
pub fn put(vm: &Vm, dict: &Ref<Dict>, key: &ObjRef, hash: isize, value: ObjRef) -> PyResult<()> {
    dict.set(vm, key.clone(), hash, value, |other: &ObjRef| vm.compare_bool(other, key, CmpOp::Eq)).map(drop)
}

/// The next live entry from number `at` on; `at` moves behind it.
pub fn next_entry(dict: &Ref<Dict>, at: &mut usize) -> Option<(ObjRef, ObjRef)> {
    let (next, key, value) = dict.next_entry(*at)?;
    *at = next;
    Some((key, value))
}

// ---- error messages

/// `RuntimeError: dictionary changed size during iteration`
#[cold]
pub fn changed_size(vm: &Vm) -> Raised {
    vm.runtime_error("dictionary changed size during iteration")
}

//! Iterators over dicts: keys, values and items, in both directions.
//!
//! They notice when the dict has another number of entries than at their start; a value that only changes
//! is no business of theirs.

use super::changed_size;
use crate::builtins::iterators::itself;
use crate::builtins::reuse;
use crate::error::{PyResult, Raised};
use crate::native::{Fun, Method, TypeSpec};
use crate::slots::{NextFn, SlotDefs};
use crate::vm::Vm;
use gc::{Dict, ObjRef, Payload, Slot, Stepped};
use std::cell::Cell;

gc::payload! {
    /// A position among the entries of a dict; the dict is gone when the iterator is exhausted.
    pub struct DictIter: gc {
        dict: Slot,
        /// Length of the dict at the start; usize::MAX after an error, which then repeats.
        used: Cell<usize>,
        /// The next entry to look at; backwards, the number of entries still to look at.
        position: Cell<usize>,
        /// Entries still to come.
        left: Cell<usize>,
        /// The pair answered last (items only).
        pair: Slot,
    }
}

const fn spec(name: &'static str, next: NextFn) -> TypeSpec {
    TypeSpec {
        subclassable: false,
        slots: SlotDefs { iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
        methods: METHODS,
        ..TypeSpec::new(name, DictIter::layout)
    }
}

pub static KEYS: TypeSpec = spec("dict_keyiterator", |vm, this| forwards(vm, this, |_, _, entry| entry.0));
pub static VALUES: TypeSpec = spec("dict_valueiterator", |vm, this| forwards(vm, this, |_, _, entry| entry.1));
pub static ITEMS: TypeSpec = spec("dict_itemiterator", |vm, this| forwards(vm, this, pair));
pub static REVERSE_KEYS: TypeSpec = spec("dict_reversekeyiterator", |vm, this| backwards(vm, this, |_, _, e| e.0));
pub static REVERSE_VALUES: TypeSpec = spec("dict_reversevalueiterator", |vm, this| backwards(vm, this, |_, _, e| e.1));
pub static REVERSE_ITEMS: TypeSpec = spec("dict_reverseitemiterator", |vm, this| backwards(vm, this, pair));

const METHODS: &[Method] = &[
    Method::new("__length_hint__(self, /)", Fun::None(length_hint)),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
];

impl DictIter {
    /// An iterator of type `ty` over the dict, from the first entry or from the last.
    pub fn make(vm: &Vm, ty: &ObjRef, dict: &ObjRef, from_end: bool) -> ObjRef {
        let entries = dict.to::<Dict>();
        let items = ty.is(&vm.types.dict_itemiterator) || ty.is(&vm.types.dict_reverseitemiterator);
        let iter = DictIter {
            dict: dict.clone().into(),
            used: Cell::new(entries.len()),
            position: Cell::new(if from_end { entries.entries_len() } else { 0 }),
            left: Cell::new(entries.len()),
            pair: items.then(|| vm.tuple([vm.none(), vm.none()])).into(),
        };
        vm.alloc(ty, iter).into_obj()
    }

    fn exhaust(&self) {
        drop(self.dict.take());
    }
}

/// `iter(dict)`
pub fn over_keys(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(DictIter::make(vm, &vm.types.dict_keyiterator, this, false))
}

/// `reversed(dict)`
pub fn over_keys_reversed(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(DictIter::make(vm, &vm.types.dict_reversekeyiterator, this, true))
}

type Entry = (ObjRef, ObjRef);
/// What of an entry is handed out.
type Pick = fn(&Vm, &DictIter, Entry) -> ObjRef;

fn pair(vm: &Vm, iter: &DictIter, entry: Entry) -> ObjRef {
    reuse::fill_pair(vm, &iter.pair, entry.0, entry.1)
}

#[inline(always)]
fn forwards(vm: &Vm, this: &ObjRef, pick: Pick) -> PyResult<Option<ObjRef>> {
    let iter = this.to::<DictIter>();
    match Dict::step(&iter.dict, iter.used.get(), &iter.position) {
        Stepped::Item(key, value) => step(vm, iter, Some((key, value)), pick),
        Stepped::Ended => step(vm, iter, None, pick),
        Stepped::Changed => Err(changed(vm, iter)),
    }
}

fn backwards(vm: &Vm, this: &ObjRef, pick: Pick) -> PyResult<Option<ObjRef>> {
    let iter = this.to::<DictIter>();
    let Some(owner) = iter.dict.get() else { return Ok(None) };
    let dict = owner.to::<Dict>();
    if iter.used.get() != dict.len() {
        return Err(changed(vm, iter));
    }
    let before = iter.position.get().checked_sub(1).and_then(|last| dict.previous_entry(last));
    iter.position.set(before.as_ref().map_or(0, |(at, ..)| *at));
    let found = before.map(|(_, key, value)| (key, value));
    step(vm, iter, found, pick)
}

#[inline(always)]
fn step(vm: &Vm, iter: &DictIter, found: Option<Entry>, pick: Pick) -> PyResult<Option<ObjRef>> {
    match found {
        Some(entry) if iter.left.get() > 0 => {
            iter.left.set(iter.left.get() - 1);
            Ok(Some(pick(vm, iter, entry)))
        }
        Some(_) => {
            iter.exhaust();
            Err(vm.runtime_error("dictionary keys changed during iteration"))
        }
        None => {
            iter.exhaust();
            Ok(None)
        }
    }
}

fn length_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<DictIter>();
    let intact = iter.dict.get().is_some_and(|dict| dict.to::<Dict>().len() == iter.used.get());
    Ok(vm.int_exact(if intact { iter.left.get() as i64 } else { 0 }))
}

/// What is left, as a list; this iterator does not move.
fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<DictIter>();
    let twin = DictIter {
        dict: iter.dict.get().into(),
        used: iter.used.clone(),
        position: iter.position.clone(),
        left: iter.left.clone(),
        pair: Slot::empty(),
    };
    let twin = vm.alloc(this.ty_ref(), twin).into_obj();
    let rest = vm.list(vm.collect(&twin)?);
    Ok(vm.tuple([vm.builtin("iter")?, vm.tuple([rest])]))
}

#[cold]
fn changed(vm: &Vm, iter: &DictIter) -> Raised {
    iter.used.set(usize::MAX);
    changed_size(vm)
}

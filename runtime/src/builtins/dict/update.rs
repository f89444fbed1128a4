//! Filling a dict from another mapping, from pairs, from keywords.

use super::{find, put};
use crate::builtins::arguments;
use crate::builtins::builtin_function;
use crate::builtins::dict::iter;
use crate::error::{Exc, PyResult, Raised};
use crate::native::Args;
use crate::slots::UnaryFn;
use crate::vm::Vm;
use crate::vm::cast::type_of;
use gc::{Dict, Exact, ObjRef, Ref};

/// `dict.update(…)` and `dict(…)`: at most one positional argument, then the keywords.
pub fn from_args(vm: &Vm, this: &ObjRef, name: &str, args: Args<'_>) -> PyResult<()> {
    if let Some(source) = arguments::at_most_one(vm, name, args)? {
        update(vm, this, source)?;
    }
    // A dict of the keywords is merged as any other.
    if let Some(dict) = args.made_dict() {
        return merge_dict(vm, this.to(), dict.to(), Clash::Replace);
    }
    for (key, value) in args.keywords() {
        vm.dict_set(this.to(), key, value)?;
    }
    Ok(())
}

/// A mapping is what has `keys`; everything else must be pairs.
pub fn update(vm: &Vm, this: &ObjRef, source: &ObjRef) -> PyResult<()> {
    if source.ty().exact() == Exact::Dict {
        builtin_function::in_passing(vm, source);
        return merge_dict(vm, this.to(), source.to(), Clash::Replace);
    }
    match vm.get_attr_opt(source, &vm.names.keys)? {
        Some(_) => merge(vm, this, source, Clash::Replace),
        None => add_pairs(vm, this.to(), source),
    }
}

/// What happens to a key that is already there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    Replace,
    /// Raises KeyError(key): keyword arguments given twice.
    Refuse,
}

/// Takes over all items of a mapping.
pub fn merge(vm: &Vm, this: &ObjRef, source: &ObjRef, clash: Clash) -> PyResult<()> {
    let target = this.to::<Dict>();
    if let Some(dict) = source.payload::<Dict>()
        && type_of(source).slots.iter.get().is_some_and(|f| std::ptr::fn_addr_eq(f, iter::over_keys as UnaryFn))
    {
        return merge_dict(vm, target, dict, clash);
    }
    let keys = vm.call_method(source, &vm.names.keys, &[])?;
    let iterator = vm.iter(&keys)?;
    while let Some(key) = vm.next(&iterator)? {
        if clash == Clash::Refuse && find(vm, target, &key, vm.hash(&key)?)?.is_some() {
            return Err(vm.key_error(&key));
        }
        let value = vm.get_item(source, &key)?;
        vm.dict_set(target, &key, &value)?;
    }
    Ok(())
}

/// Takes over all entries of a dict, with the hashes it knows.
pub fn merge_dict(vm: &Vm, target: &Ref<Dict>, source: &Ref<Dict>, clash: Clash) -> PyResult<()> {
    if target == source || source.is_empty() || vm.or_memory_error(target.merge_whole(vm, source))? {
        return Ok(());
    }
    target.reserve_merge(vm, source.len(), source.has_text_keys());
    let entries = source.entries_len();
    for at in 0..entries {
        let Some((hash, key, value)) = source.entry_with_hash(at) else { continue };
        if clash == Clash::Refuse && find(vm, target, &key, hash)?.is_some() {
            return Err(vm.key_error(&key));
        }
        put(vm, target, &key, hash, value)?;
        if source.entries_len() != entries {
            return Err(vm.runtime_error("dict mutated during update"));
        }
    }
    Ok(())
}

/// Each element of `source` must be an iterable of two.
fn add_pairs(vm: &Vm, target: &Ref<Dict>, source: &ObjRef) -> PyResult<()> {
    let iterator = vm.iter(source)?;
    let mut at = 0;
    while let Some(element) = vm.next(&iterator)? {
        let pair = match vm.collect(&element) {
            Ok(pair) => pair,
            Err(raised) if raised.matches(vm, Exc::TypeError) => return Err(no_sequence(vm, at)),
            Err(raised) => return Err(raised),
        };
        let [key, value] = &pair[..] else { return Err(no_pair(vm, at, pair.len())) };
        vm.dict_set(target, key, value)?;
        at += 1;
    }
    Ok(())
}

#[cold]
fn no_sequence(vm: &Vm, at: usize) -> Raised {
    vm.type_error(format!("cannot convert dictionary update sequence element #{at} to a sequence"))
}

#[cold]
fn no_pair(vm: &Vm, at: usize, len: usize) -> Raised {
    vm.value_error(format!("dictionary update sequence element #{at} has length {len}; 2 is required"))
}

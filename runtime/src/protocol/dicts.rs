//! Dicts and sets with Python's equality: hashing and comparing keys.

use crate::builtins::dict::update::{self, Clash};
use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use gc::{Dict, Lookup, ObjRef, Ref, Set, Str};

impl Vm {
    /// The hash of a str, computed once.
    #[inline(always)]
    pub fn str_hash(&self, text: &Ref<Str>) -> isize {
        match text.hash_cached() {
            -1 => {
                let hash = self.hash_key.hash_bytes(text.unit_bytes());
                text.set_hash(hash);
                hash
            }
            hash => hash,
        }
    }

    /// The key as an exact str with its hash computed, for the fast ways.
    #[inline(always)]
    fn text_key<'a>(&self, key: &'a ObjRef) -> Option<&'a Ref<Str>> {
        if !key.ty_ref().is(&self.types.str) {
            return None;
        }
        let text = key.to::<Str>();
        self.str_hash(text);
        Some(text)
    }

    /// The entry number of a key.
    pub fn dict_find(&self, dict: &Ref<Dict>, key: &ObjRef) -> PyResult<Option<usize>> {
        if let Some(text) = self.text_key(key) {
            match dict.find_str(text) {
                Lookup::Found(entry) => return Ok(Some(entry)),
                Lookup::Absent => return Ok(None),
                Lookup::Ask => {}
            }
        }
        let hash = self.hash(key)?;
        dict.lookup(key, hash, |other| self.eq(other, key))
    }

    /// `dict[key]`, or None.
    #[inline]
    pub fn dict_get(&self, dict: &Ref<Dict>, key: &ObjRef) -> PyResult<Option<ObjRef>> {
        if dict.has_text_keys()
            && let Some(text) = self.text_key(key)
        {
            return Ok(dict.get_str(text));
        }
        Ok(self.dict_find(dict, key)?.and_then(|entry| dict.value_at(entry)))
    }

    /// `dict[name]` where names are strings: attribute and module namespaces. No Python runs.
    #[inline]
    pub fn dict_get_name(&self, dict: &Ref<Dict>, name: &ObjRef) -> Option<ObjRef> {
        match self.text_key(name) {
            Some(text) => dict.get_str(text),
            None => self.dict_get(dict, name).ok().flatten(),
        }
    }

    /// `dict["name"]`.
    pub fn dict_get_str(&self, dict: &Ref<Dict>, name: &str) -> Option<ObjRef> {
        self.dict_get_name(dict, &self.intern(name))
    }

    /// `dict[key] = value`.
    pub fn dict_set(&self, dict: &Ref<Dict>, key: &ObjRef, value: &ObjRef) -> PyResult<()> {
        if let Some(text) = self.text_key(key) {
            return self.put(dict, (key.clone(), value.clone()), text.hash_cached(), key);
        }
        // Who counts them before `__hash__` runs depends on the release.
        let held = self.heap.profile().counts.stores_hold_first.then(|| (key.clone(), value.clone()));
        let hash = self.hash(key)?;
        self.put(dict, held.unwrap_or_else(|| (key.clone(), value.clone())), hash, key)
    }

    #[inline(always)]
    fn put(&self, dict: &Ref<Dict>, (owned, value): (ObjRef, ObjRef), hash: isize, key: &ObjRef) -> PyResult<()> {
        let old = dict.set(&self.heap, owned, hash, value, |other| self.eq(other, key))?;
        drop(old);
        Ok(())
    }

    /// `dict[key] = value` for a key whose hash another table knows.
    pub fn dict_set_hashed(&self, dict: &Ref<Dict>, key: &ObjRef, hash: isize, value: &ObjRef) -> PyResult<()> {
        self.put(dict, (key.clone(), value.clone()), hash, key)
    }

    /// `dict[name] = value` where names are strings.
    pub fn dict_set_name(&self, dict: &Ref<Dict>, name: &ObjRef, value: &ObjRef) {
        match self.text_key(name) {
            Some(text) => drop(dict.set_str(&self.heap, text, value.clone())),
            // Names of a str subclass compare by Python; an error there has nobody to go to.
            None => drop(self.dict_set(dict, name, value)),
        }
    }

    /// `dict["name"] = value`.
    pub fn dict_set_str(&self, dict: &Ref<Dict>, name: &str, value: &ObjRef) {
        self.dict_set_name(dict, &self.intern(name), value);
    }

    /// `del dict[key]`; false if it is not there.
    pub fn dict_del(&self, dict: &Ref<Dict>, key: &ObjRef) -> PyResult<bool> {
        let Some(entry) = self.dict_find(dict, key)? else { return Ok(false) };
        let removed = dict.remove_entry(&self.heap, entry);
        Ok(removed.is_some())
    }

    /// `key in dict`.
    pub fn dict_contains(&self, dict: &Ref<Dict>, key: &ObjRef) -> PyResult<bool> {
        Ok(self.dict_find(dict, key)?.is_some())
    }

    /// Copies of all keys in order.
    pub fn dict_keys(&self, dict: &Ref<Dict>) -> Vec<ObjRef> {
        dict.keys()
    }

    /// `dict.copy()` of a dict, as an exact dict.
    pub fn dict_copy(&self, dict: &Ref<Dict>) -> PyResult<Ref<Dict>> {
        self.or_memory_error(dict.copy(&self.heap, &self.types.dict))
    }

    /// `target.update(source)` of dicts.
    pub fn dict_update(&self, target: &Ref<Dict>, source: &Ref<Dict>) -> PyResult<()> {
        update::merge_dict(self, target, source, Clash::Replace)
    }

    /// `target.update(mapping)` of anything with `keys()` and items.
    pub fn dict_update_from(&self, target: &Ref<Dict>, mapping: &ObjRef) -> PyResult<()> {
        update::merge(self, target.as_obj(), mapping, Clash::Replace)
    }

    /// `set.add(item)`; false if it was there.
    pub fn set_add(&self, set: &Ref<Set>, item: &ObjRef) -> PyResult<bool> {
        let hash = self.hash(item)?;
        if let Some(added) = set.add_known(&self.heap, item, hash) {
            return Ok(added);
        }
        set.add(&self.heap, item.clone(), hash, |other| self.eq(other, item))
    }

    /// `item in set`.
    pub fn set_contains(&self, set: &Ref<Set>, item: &ObjRef) -> PyResult<bool> {
        let hash = self.hash(item)?;
        Ok(set.lookup(item, hash, |other| self.eq(other, item))?.is_some())
    }

    /// `set.discard(item)`; false if it is not there.
    pub fn set_discard(&self, set: &Ref<Set>, item: &ObjRef) -> PyResult<bool> {
        let hash = self.hash(item)?;
        Ok(set.discard(item, hash, |other| self.eq(other, item))?.is_some())
    }

    /// KeyError with the key as its argument (a tuple stays one argument).
    #[cold]
    pub fn key_error(&self, key: &ObjRef) -> Raised {
        self.raise_type(self.exception_type(Exc::KeyError), std::slice::from_ref(key))
    }

    // ---- interned names

    /// The one str with this text that names are compared by.
    pub fn intern(&self, text: &str) -> ObjRef {
        intern_in(&self.heap, &self.types.str, self.hash_key, text)
    }

    /// The interned str equal to this one; a str of a subclass stays as it is.
    pub fn intern_str(&self, text: &ObjRef) -> ObjRef {
        match self.text_key(text) {
            Some(exact) => self.heap.intern(exact).into_obj(),
            None => text.clone(),
        }
    }

    /// Whether this is the one str with its text.
    #[inline(always)]
    pub fn is_interned(&self, text: &ObjRef) -> bool {
        text.payload::<Str>().is_some_and(|t| t.interned() != gc::Interned::No)
    }
}

/// Interns `text` in a heap whose interpreter may not be complete.
pub(crate) fn intern_in(heap: &gc::Heap, str_type: &ObjRef, key: crate::hash::HashKey, text: &str) -> ObjRef {
    // Equal texts have equal unit bytes; only ASCII and Latin-1 can be found without an object.
    if text.is_ascii() {
        let hash = key.hash_bytes(text.as_bytes());
        if let Some(known) = heap.find_interned(hash, |other| other.is_text(text)) {
            return known.into_obj();
        }
    }
    let Ok(fresh) = Str::from_str(heap, str_type, text) else { gc::out_of_memory() };
    if fresh.hash_cached() == -1 {
        fresh.set_hash(key.hash_bytes(fresh.unit_bytes()));
    }
    heap.intern(&fresh).into_obj()
}

//! Changing a dict: insert, replace, remove, clear, and the replacement of its table.

use std::ptr::{self, NonNull};

use super::keys::{Keys, MIN_LOG2, NARROW, TEXT, usable_for};
use super::{Dict, Lookup, as_text, is_text};
use crate::alloc::{Domain, NoMemory, out_of_memory};
use crate::heap::Heap;
use crate::object::handle::{ObjRef, Ref};
use crate::object::str::Str;
use crate::object::tuple::may_be_tracked;
use crate::object::type_head::TypeHead;
use crate::object::values::Values;

/// The kind of a new table that is not shared.
pub(super) fn kind_for(heap: &Heap, text: bool) -> u8 {
    match (text, heap.profile().objects.dict.text_tables) {
        (true, true) => TEXT | NARROW,
        (true, false) => TEXT,
        (false, _) => 0,
    }
}

impl Dict {
    /// A new empty dict with a table for `len` items; `text` says that all keys will be exact
    /// strings. The table is made before the object, as in CPython. Few items need no table.
    pub fn with_capacity(heap: &Heap, ty: &ObjRef, len: usize, text: bool) -> Result<Ref<Dict>, NoMemory> {
        if len <= usable_for(MIN_LOG2) {
            return Ok(Dict::new(heap, ty));
        }
        let log2 = heap.profile().objects.dict.sizing.log2_presized(len).min(17);
        let keys = Keys::alloc(heap, log2, kind_for(heap, text))?;
        let dict = Dict::new(heap, ty);
        dict.keys.set(keys);
        Ok(dict)
    }

    /// A new empty dict with the smallest table: what `dict()` was up to 3.9.
    pub fn with_table(heap: &Heap, ty: &ObjRef) -> Ref<Dict> {
        let dict = Dict::new(heap, ty);
        dict.make_table(heap);
        dict
    }

    /// Gives an empty dict without a table the smallest one.
    pub fn make_table(&self, heap: &Heap) {
        if self.keys.get().is_empty_table() {
            self.first_table(heap, true);
        }
    }

    #[inline]
    fn first_table(&self, heap: &Heap, text: bool) {
        let Ok(keys) = Keys::alloc(heap, MIN_LOG2, kind_for(heap, text)) else { out_of_memory() };
        self.put_table(keys);
    }

    #[inline]
    pub(super) fn put_table(&self, keys: Keys) -> Keys {
        self.generation.set(self.generation.get() + 1);
        self.keys.replace(keys)
    }

    /// Moves everything into a new table of its own.
    pub(super) fn resize(&self, heap: &Heap, log2_slots: u32, text: bool) -> Result<(), NoMemory> {
        let old = self.keys.get();
        let kind = kind_for(heap, text && old.is_text());
        let new = Keys::alloc(heap, log2_slots, kind)?;
        let split = self.is_split();
        if !split && kind == old.kind() && !old.is_empty_table() && old.entries() == self.len() {
            new.take_entries(old);
            self.put_table(new);
            old.give_back(heap);
            return Ok(());
        }
        for position in 0..self.entries_len() {
            let Some(entry) = self.entry_number(position) else { continue };
            let Some(value) = self.value_slot(entry).take() else { continue };
            let hash = old.hash(entry);
            let key = if split { old.key(entry).get() } else { old.key(entry).take() };
            if let Some(key) = key {
                new.value(new.add(key, hash)).set(value);
            }
        }
        self.put_table(new);
        if split {
            self.free_values(heap, old);
            old.drop_owner(heap);
        } else {
            old.give_back(heap);
        }
        Ok(())
    }

    /// Moves the items of a split dict, which are few, into a table of its own.
    fn unshare(&self, heap: &Heap, log2_slots: u32) {
        self.resize(heap, log2_slots, true).unwrap_or_else(|_| out_of_memory());
    }

    /// Drops the values of a split dict, in the order of the keys, and their block.
    fn free_values(&self, heap: &Heap, keys: Keys) {
        let Some(values) = NonNull::new(self.values.replace(ptr::null_mut())) else { return };
        if keys.is_narrow() {
            // SAFETY: I13, the dict owned the values and forgot them.
            if let Some(values) = unsafe { Values::from_ptr(values.as_ptr()) } {
                // SAFETY: I13, as above.
                unsafe { values.free(heap) };
            }
            return;
        }
        let places = usable_for(keys.log2_slots());
        // SAFETY: I22, up to 3.10 the block has a word for each usable entry.
        unsafe { (0..places).for_each(|i| drop(values.add(i).as_ref().take())) };
        heap.free_block(values.cast(), 8 * places, Domain::Mem);
    }

    /// Empties the dict: its values, keys and table go, and who looks meanwhile sees nothing.
    pub fn clear_items(&self, heap: &Heap) {
        match self.embedded() {
            // The dict goes on showing the values inside the instance.
            Some(values) => {
                self.used.set(0);
                values.clear();
            }
            None => self.drop_table(heap),
        }
    }

    /// Empties the dict; it no longer shows the values of an instance.
    pub(super) fn drop_table(&self, heap: &Heap) {
        if self.keys.get().is_empty_table() {
            return;
        }
        self.used.set(0);
        let keys = self.put_table(Keys::empty());
        self.free_values(heap, keys);
        keys.drop_owner(heap);
    }

    /// Gives an empty dict a new table for `len` items, however few: `fromkeys` of a set or dict.
    pub fn presize(&self, heap: &Heap, len: usize, text: bool) {
        if self.is_empty() && !self.is_split() {
            let slots = heap.profile().objects.dict.sizing.log2_presized(len);
            // Without the memory the table grows step by step, as far as it can.
            if let Ok(keys) = Keys::alloc(heap, slots, kind_for(heap, text)) {
                self.put_table(keys).drop_owner(heap);
            }
        }
    }

    /// Makes room for the items of a sized source that is about to be merged.
    pub fn reserve_merge(&self, heap: &Heap, len: usize, text: bool) {
        let slots = self.keys.get().log2_slots();
        if usable_for(slots) < len {
            let log2 = heap.profile().objects.dict.sizing.log2_presized(self.len() + len);
            let text = text && (self.keys.get().is_text());
            // Without the memory the table grows step by step, as far as it can.
            let _ = self.resize(heap, log2, text);
        }
    }

    /// log2 of the slots when there is no room left.
    fn grown(&self, heap: &Heap) -> u32 {
        heap.profile().objects.dict.sizing.log2_slots(3 * self.len())
    }

    /// Prepares the table for a key that may be no exact str.
    #[inline(always)]
    fn admit(&self, heap: &Heap, key: &ObjRef) -> Result<(), NoMemory> {
        if self.keys.get().is_text() && !is_text(key) { self.admit_other(heap) } else { Ok(()) }
    }

    #[cold]
    fn admit_other(&self, heap: &Heap) -> Result<(), NoMemory> {
        if self.keys.get().is_empty_table() {
            return Ok(());
        }
        if self.keys.get().is_narrow() || self.is_split() {
            return self.resize(heap, self.grown(heap), false);
        }
        self.keys.get().set_mixed();
        Ok(())
    }
}

impl Ref<Dict> {
    /// Shows the dict to the collector if key or value can be part of a cycle.
    #[inline(always)]
    fn track_for(&self, heap: &Heap, obj: &ObjRef) {
        if may_be_tracked(obj) && !heap.is_tracked(self.as_obj()) {
            heap.track(self.as_obj());
        }
    }

    /// Stores a value under a key and returns the old value. `eq` as in [`Dict::lookup`].
    #[inline]
    pub fn set<E>(
        &self,
        heap: &Heap,
        key: ObjRef,
        hash: isize,
        value: ObjRef,
        eq: impl FnMut(&ObjRef) -> Result<bool, E>,
    ) -> Result<Option<ObjRef>, E> {
        if self.admit(heap, &key).is_err() {
            heap.memory_ran_out();
            return Ok(None);
        }
        match self.lookup(&key, hash, eq)? {
            Some(entry) => Ok(self.replace_value(heap, entry, value)),
            None => {
                self.insert_new(heap, key, hash, value);
                Ok(None)
            }
        }
    }

    /// Stores a value under an exact str whose hash is computed and returns the old value.
    /// Keys that only Python could compare are taken as different, as in `get_str`.
    #[inline]
    pub fn set_str(&self, heap: &Heap, key: &Ref<Str>, value: ObjRef) -> Option<ObjRef> {
        let found = match self.find_str(key) {
            Lookup::Found(entry) => Some(entry),
            Lookup::Absent => None,
            Lookup::Ask => self.entry_of_str(key),
        };
        match found {
            Some(entry) => self.replace_value(heap, entry, value),
            None => {
                self.insert_new(heap, key.as_obj().clone(), key.hash_cached(), value);
                None
            }
        }
    }

    /// Adds an item whose key is not there. If no memory holds the larger table, the item is left out and the
    /// runtime told.
    pub fn insert_new(&self, heap: &Heap, key: ObjRef, hash: isize, value: ObjRef) {
        if self.try_insert(heap, key, hash, value).is_err() {
            heap.memory_ran_out();
        }
    }

    #[inline(always)]
    fn try_insert(&self, heap: &Heap, key: ObjRef, hash: isize, value: ObjRef) -> Result<(), NoMemory> {
        self.track_for(heap, &key);
        self.track_for(heap, &value);
        if self.keys.get().is_empty_table() {
            self.first_table(heap, is_text(&key));
        }
        self.admit(heap, &key)?;
        let value = match self.is_split() {
            false => value,
            true => match self.insert_split(heap, &key, hash, value) {
                None => return Ok(()),
                Some(value) => value,
            },
        };
        if self.keys.get().usable() == 0 {
            self.resize(heap, self.grown(heap), is_text(&key))?;
        }
        let keys = self.keys.get();
        keys.touch();
        keys.value(keys.add(key, hash)).set(value);
        self.used.set(self.used.get() + 1);
        Ok(())
    }

    /// Adds an item to a dict whose table is shared. The value comes back if the table cannot
    /// take the key; then the dict has got a table of its own.
    fn insert_split(&self, heap: &Heap, key: &ObjRef, hash: isize, value: ObjRef) -> Option<ObjRef> {
        let keys = self.keys.get();
        let known = as_text(key).and_then(|text| keys.find_text(text, hash));
        // Up to 3.10 the values are in order of insertion only if the keys are.
        let in_order = keys.is_narrow() || self.used.get() == known.unwrap_or(keys.entries());
        if !in_order || (known.is_none() && keys.usable() == 0) {
            self.unshare(heap, self.grown(heap));
            return Some(value);
        }
        let room = self.ordered_values().map_or(usize::MAX, |values| values.capacity());
        let entry = known.unwrap_or(keys.entries());
        if entry >= room {
            self.unshare(heap, self.grown(heap));
            return Some(value);
        }
        if known.is_none() {
            keys.add(key.clone(), hash);
        }
        self.value_slot(entry).set(value);
        if let Some(values) = self.ordered_values() {
            values.note_set(entry);
        }
        self.used.set(self.used.get() + 1);
        None
    }

    /// Replaces the value of an entry and returns the old one.
    ///
    /// # Panics
    /// If there is no such entry: an internal error.
    #[inline(always)]
    pub fn replace_value(&self, heap: &Heap, entry: usize, value: ObjRef) -> Option<ObjRef> {
        assert!(entry < self.keys.get().entries());
        self.track_for(heap, &value);
        let slot = self.value_slot(entry);
        assert!(slot.is_some(), "internal error: a value replaced that is not there");
        slot.replace(value)
    }

    /// Takes an entry out: key and value come back for the caller to drop, the key first.
    pub fn remove_entry(&self, heap: &Heap, entry: usize) -> Option<(ObjRef, ObjRef)> {
        if entry >= self.keys.get().entries() || !self.value_slot(entry).is_some() {
            return None;
        }
        if let Some(values) = self.ordered_values() {
            let key = self.keys.get().key(entry).get()?;
            let value = values.slot(entry).take()?;
            values.note_deleted(entry);
            self.used.set(self.used.get() - 1);
            return Some((key, value));
        }
        if self.is_split() {
            // Up to 3.10 deleting unshares; entries keep their numbers, there are no gaps.
            self.unshare(heap, self.keys.get().log2_slots());
        }
        let keys = self.keys.get();
        keys.touch();
        let (key, value) = keys.delete(entry)?;
        self.used.set(self.used.get() - 1);
        Some((key, value?))
    }

    /// Takes the last item out: `popitem`.
    pub fn pop_last(&self, heap: &Heap) -> Option<(ObjRef, ObjRef)> {
        if self.is_empty() {
            return None;
        }
        if self.is_split() {
            self.unshare(heap, self.keys.get().log2_slots());
        }
        let keys = self.keys.get();
        let last = (0..keys.entries()).rev().find(|&entry| keys.key(entry).is_some())?;
        let item = self.remove_entry(heap, last);
        keys.set_entries(last);
        item
    }

    /// Moves an item to the end of the order (or keeps it if it is there): for OrderedDict-like
    /// containers and caches.
    pub fn move_to_end(&self, heap: &Heap, entry: usize) {
        let Some(hash) = (entry < self.keys.get().entries()).then(|| self.keys.get().hash(entry)) else {
            return;
        };
        if let Some((key, value)) = self.remove_entry(heap, entry) {
            self.insert_new(heap, key, hash, value);
        }
    }
}

/// Whether instances of the type are tracked when something gets in, not at once.
pub(super) fn is_lazy(ty: &ObjRef) -> bool {
    TypeHead::of(ty).exact() == crate::object::type_head::Exact::Dict
}

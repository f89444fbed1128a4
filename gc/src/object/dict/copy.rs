//! Copying whole dicts without looking at keys.

use super::Dict;
use super::edit::is_lazy;
use super::keys::usable_for;
use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::field::Slot;
use crate::object::handle::{ObjRef, Ref};
use crate::object::values::Values;
use crate::profile::objects::MergeCopies;

impl Ref<Dict> {
    /// `d.copy()` of an exact dict: a split dict stays split, a dense table is copied as it is,
    /// a sparse one is rebuilt.
    pub fn copy(&self, heap: &Heap, ty: &ObjRef) -> Result<Ref<Dict>, NoMemory> {
        if self.is_empty() {
            return Ok(Dict::new(heap, ty));
        }
        if self.is_split() {
            return self.copy_split(heap, ty);
        }
        let keys = self.keys.get();
        if self.len() >= keys.entries() * 2 / 3 {
            let table = keys.duplicate(heap)?;
            let copy = Dict::new(heap, ty);
            copy.put_table(table);
            copy.used.set(self.len());
            copy.track_like(heap, self);
            return Ok(copy);
        }
        let copy = Dict::new(heap, ty);
        if !copy.merge_whole(heap, self)? {
            copy.reserve_merge(heap, self.len(), keys.is_text());
            self.each_item(|hash, key, value| copy.insert_new(heap, key, hash, value));
        }
        Ok(copy)
    }

    fn copy_split(&self, heap: &Heap, ty: &ObjRef) -> Result<Ref<Dict>, NoMemory> {
        let keys = self.keys.get();
        let values = match self.ordered_values() {
            Some(from) => {
                let to = Values::alloc(heap, keys.entries() + keys.usable())?;
                for n in 0..from.used() {
                    let entry = from.order(n);
                    to.slot(entry).set(from.slot(entry).get());
                    to.note_set(entry);
                }
                to.as_ptr()
            }
            None => {
                let places = usable_for(keys.log2_slots());
                let block = heap.alloc_block(8 * places, Domain::Mem)?.cast::<Slot>();
                for i in 0..places {
                    let value = if i < keys.entries() { self.value_slot(i).get() } else { None };
                    // SAFETY: I22, the block has a word for each usable entry.
                    unsafe { block.add(i).write(Slot::new(value)) };
                }
                block.as_ptr()
            }
        };
        let copy = Dict::new(heap, ty);
        keys.add_owner();
        copy.put_table(keys);
        copy.values.set(values);
        copy.used.set(self.len());
        copy.track_like(heap, self);
        Ok(copy)
    }

    fn track_like(&self, heap: &Heap, other: &Ref<Dict>) {
        if heap.is_tracked(other.as_obj()) || !is_lazy(self.as_obj().ty_ref()) {
            heap.track(self.as_obj());
        }
    }

    /// Takes over a copy of the other dict's table if this dict is empty and the table has no
    /// gaps and is not much too large. Says whether it did.
    pub fn merge_whole(&self, heap: &Heap, other: &Ref<Dict>) -> Result<bool, NoMemory> {
        let keys = other.keys.get();
        let dense = other.len() == keys.entries()
            && (keys.log2_slots() <= 3 || usable_for(keys.log2_slots() - 1) < other.len());
        let copies = match heap.profile().objects.dict.merge_copies {
            MergeCopies::Never => false,
            MergeCopies::Always => true,
            MergeCopies::Unshared => !self.is_split(),
        };
        if !copies || !self.is_empty() || other.is_empty() || other.is_split() || !dense {
            return Ok(false);
        }
        let table = keys.duplicate(heap)?;
        self.clear_items(heap);
        self.put_table(table);
        self.used.set(other.len());
        self.track_like(heap, other);
        Ok(true)
    }

    /// Whether all keys are known to be exact strings.
    #[inline(always)]
    pub fn has_text_keys(&self) -> bool {
        self.keys.get().is_text()
    }

    fn each_item(&self, mut take: impl FnMut(isize, ObjRef, ObjRef)) {
        for position in 0..self.entries_len() {
            if let Some((hash, key, value)) = self.entry_with_hash(position) {
                take(hash, key, value);
            }
        }
    }
}

//! The key table that a class shares with its instances.

use std::cell::Cell;

use super::Dict;
use super::keys::{Keys, MIN_LOG2, NARROW, SHARED, TEXT, usable_for};
use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{BitSink, Shape};
use crate::object::edge::{EdgeSink, Place};
use crate::object::field::{Field, Slot};
use crate::object::handle::{ObjRef, Ref};
use crate::object::str::Str;
use crate::object::values::MAX_VALUES;
use crate::profile::objects::InstanceStorage;

/// log2 of the slots of a shared table from 3.11 on.
const SHARED_LOG2: u32 = 6;

/// A class's share of the key table of its instances: one word, empty for classes without.
#[repr(transparent)]
#[derive(Default)]
pub struct SharedKeys(pub(super) Cell<Option<Keys>>);

impl Field for SharedKeys {
    const SHAPE: Shape = Shape::Address;
    fn bits(&self, _: &Heap, sink: &mut BitSink<'_>) {
        self.0.get().into_iter().for_each(|keys| keys.bits("key table of instances", false, sink));
    }
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        let Some(keys) = self.0.get() else { return };
        for index in 0..keys.entries() {
            keys.key(index).edges(&mut |_, key| sink(Place::SharedKey { table: keys.addr(), index }, key));
        }
    }
    /// The class's death gives its share back; instances and dicts may keep the table alive.
    fn release(&self, heap: &Heap) {
        if let Some(keys) = self.0.take() {
            keys.drop_owner(heap);
        }
    }
}

impl SharedKeys {
    /// No table.
    pub const fn none() -> SharedKeys {
        SharedKeys(Cell::new(None))
    }

    /// Gives the class a table, if it has none.
    pub fn make(&self, heap: &Heap) -> Result<(), NoMemory> {
        if self.0.get().is_some() {
            return Ok(());
        }
        let keys = match heap.profile().objects.instance {
            InstanceStorage::SplitDict => Keys::alloc(heap, MIN_LOG2, TEXT | SHARED)?,
            InstanceStorage::ValuesBlock | InstanceStorage::InlineValues => {
                let keys = Keys::alloc(heap, SHARED_LOG2, TEXT | NARROW | SHARED)?;
                keys.set_usable(MAX_VALUES);
                keys
            }
        };
        self.0.set(Some(keys));
        Ok(())
    }

    /// Whether there is a table.
    #[inline(always)]
    pub fn is_some(&self) -> bool {
        self.0.get().is_some()
    }

    /// Bytes of the table, which `getsizeof` counts as part of the class.
    pub fn size(&self) -> usize {
        self.0.get().map_or(0, Keys::block_size)
    }

    /// Names that the instances have in common.
    pub fn len(&self) -> usize {
        self.0.get().map_or(0, Keys::entries)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name of a value.
    pub fn name(&self, index: usize) -> Option<ObjRef> {
        self.0.get().filter(|keys| index < keys.entries())?.key(index).get()
    }

    /// Names known and names that can still be learned.
    pub(super) fn capacity(&self) -> usize {
        self.0.get().map_or(0, |keys| keys.entries() + keys.usable())
    }

    /// The capacity of the values of one more instance. Each instance takes one of the spare
    /// names away, down to the last, so that later instances are smaller.
    pub fn capacity_for_instance(&self) -> usize {
        let Some(keys) = self.0.get() else { return 0 };
        if keys.usable() > 1 {
            keys.set_usable(keys.usable() - 1);
        }
        self.capacity()
    }

    /// Where the value of a name stands, if the class knows the name.
    #[inline(always)]
    pub fn index_of(&self, name: &Ref<Str>) -> Option<usize> {
        self.0.get()?.find_text(name, name.hash_cached())
    }

    /// Where the value of a name stands; a new name is learned if there is room.
    pub fn index_for(&self, name: &Ref<Str>) -> Option<usize> {
        let keys = self.0.get()?;
        if let Some(index) = keys.find_text(name, name.hash_cached()) {
            return Some(index);
        }
        (keys.usable() > 0).then(|| keys.add(name.as_obj().clone(), name.hash_cached()))
    }

    /// Whether a dict uses this table.
    pub fn is_table_of(&self, dict: &Dict) -> bool {
        self.0.get() == Some(dict.keys.get())
    }

    /// Up to 3.10: an attribute was set in the dict of an instance that shared the table
    /// before. If that made the dict leave the table, the class takes over the dict's (larger)
    /// table if no other instance uses the old one, and else gives up sharing.
    pub fn follow(&self, heap: &Heap, dict: &Ref<Dict>) -> Result<(), NoMemory> {
        let Some(old) = self.0.get() else { return Ok(()) };
        if old == dict.keys.get() || old.is_narrow() {
            return Ok(());
        }
        let new = if old.owners() == 1 { dict.share_table(heap)? } else { None };
        self.0.set(new);
        old.drop_owner(heap);
        Ok(())
    }

    /// Up to 3.10: an attribute was deleted, so instances stop sharing.
    pub fn give_up(&self, heap: &Heap) {
        if let Some(keys) = self.0.take() {
            keys.drop_owner(heap);
        }
    }
}

/// Up to 3.10: a block with room for a value for each usable entry.
pub(super) fn empty_values(heap: &Heap, keys: Keys) -> Result<*mut Slot, NoMemory> {
    let places = usable_for(keys.log2_slots());
    let block = heap.alloc_block(8 * places, Domain::Mem)?;
    // SAFETY: I22, the block is that long; null is "no value".
    unsafe { block.write_bytes(0, 8 * places) };
    Ok(block.as_ptr().cast())
}

impl Ref<Dict> {
    /// Up to 3.10: makes the dict's own table one that can be shared, the values moving out.
    /// Needs exact str keys and no gaps.
    fn share_table(&self, heap: &Heap) -> Result<Option<Keys>, NoMemory> {
        let keys = self.keys.get();
        let suits = keys.is_text() && !keys.is_empty_table() && !self.is_split();
        if !suits || keys.entries() != self.len() {
            return Ok(None);
        }
        let values = empty_values(heap, keys)?;
        for entry in 0..keys.entries() {
            // SAFETY: I22, the block has a word for each usable entry.
            unsafe { (*values.add(entry)).set(keys.value(entry).take()) };
        }
        // The entries keep their keys; the values are apart from now on.
        keys.set_shared();
        self.values.set(values);
        keys.add_owner();
        Ok(Some(keys))
    }
}

//! What dicts keep per heap: the free list of small key tables, and the source of tags.

use std::cell::Cell;
use std::ptr::NonNull;

use super::keys::{MIN_LOG2, NARROW, TEXT, size_of_table, usable_for};
use crate::alloc::Domain;
use crate::heap::Heap;

/// Tables of 8 slots are parked; where there are narrow tables, only those.
#[inline(always)]
fn is_parked_kind(heap: &Heap, log2_slots: u32, kind: u8) -> bool {
    log2_slots == MIN_LOG2 && (kind & NARROW != 0) == heap.profile().objects.dict.text_tables
}

/// What dicts keep per heap: the free list of small tables, and the source of tags.
pub(crate) struct DictState {
    parked: Cell<Option<NonNull<u8>>>,
    count: Cell<u32>,
    next_version: Cell<u32>,
}

impl DictState {
    pub(crate) fn new() -> DictState {
        DictState { parked: Cell::new(None), count: Cell::new(0), next_version: Cell::new(1) }
    }

    /// A tag that no table had before; 0 when they are used up.
    pub(super) fn new_version(&self) -> u32 {
        let version = self.next_version.get();
        self.next_version.set(if version == 0 { 0 } else { version.wrapping_add(1) });
        version
    }

    pub(super) fn take_table(&self, heap: &Heap, log2_slots: u32, kind: u8) -> Option<NonNull<u8>> {
        if !is_parked_kind(heap, log2_slots, kind) {
            return None;
        }
        let block = self.parked.get()?;
        // SAFETY: I22, the first word of a parked table is the link.
        self.parked.set(unsafe { block.cast::<Option<NonNull<u8>>>().read() });
        self.count.set(self.count.get() - 1);
        Some(block)
    }

    pub(super) fn park_table(&self, heap: &Heap, block: NonNull<u8>, log2_slots: u32, kind: u8) -> bool {
        let limit = heap.profile().free_lists.keys;
        if !is_parked_kind(heap, log2_slots, kind) || self.count.get() >= limit {
            return false;
        }
        // SAFETY: I22, the table is given up: its first word holds the link now.
        unsafe { block.cast::<Option<NonNull<u8>>>().write(self.parked.get()) };
        self.parked.set(Some(block));
        self.count.set(self.count.get() + 1);
        true
    }

    /// Number of parked tables.
    pub(crate) fn parked(&self) -> usize {
        self.count.get() as usize
    }

    /// Leaves so many tables parked.
    pub(crate) fn set_parked(&self, heap: &Heap, count: usize) {
        let kind = if heap.profile().objects.dict.text_tables { TEXT | NARROW } else { TEXT };
        let size = size_of_table(heap, MIN_LOG2, kind, usable_for(MIN_LOG2));
        while self.parked() > count
            && let Some(block) = self.take_table(heap, MIN_LOG2, kind)
        {
            heap.free_block(block, size, Domain::Obj);
        }
        while self.parked() < count
            && let Ok(block) = heap.alloc_block(size, Domain::Obj)
        {
            if !self.park_table(heap, block, MIN_LOG2, kind) {
                return heap.free_block(block, size, Domain::Obj);
            }
        }
    }

    /// Calls `look` with the address of each parked table.
    pub(crate) fn each_parked(&self, mut look: impl FnMut(usize)) {
        let mut at = self.parked.get();
        while let Some(block) = at {
            look(block.addr().get());
            // SAFETY: I22, as in `take_table`.
            at = unsafe { block.cast::<Option<NonNull<u8>>>().read() };
        }
    }

    /// Gives all parked tables back, as a full collection does.
    pub(crate) fn clear_parked(&self, heap: &Heap) {
        self.count.set(0);
        let mut at = self.parked.take();
        while let Some(block) = at {
            // SAFETY: I22, as in `take_table`.
            at = unsafe { block.cast::<Option<NonNull<u8>>>().read() };
            heap.free_block(block, 0, Domain::Obj);
        }
    }
}

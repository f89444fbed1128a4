//! The key table of a dict: indices and entries in one block.
//!
//! ```text
//!   | header  | indices: 1, 2 or 4 bytes per slot | entry 0 | entry 1 | ... | room |
//!     32 or 40  a power of two of slots              hash, key, value: 24 bytes
//!                                                    key, value:       16 bytes
//! ```
//!
//! A lookup walks the indices by CPython's perturbed probing; entries stay in insertion order.
//! Tables whose keys are all exact strings have, from 3.11 on, entries without hashes: a str
//! keeps its own. A table can be shared by the instances of a class; then the values are
//! elsewhere and the table counts its owners.

use std::cell::Cell;
use std::ptr::{self, NonNull};

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Worth, word};
use crate::object::field::Slot;
use crate::object::handle::{ObjRef, Ref};
use crate::object::str::Str;

use super::widths::{Entry, Index, Narrow, Wide};

/// log2 of the slots of the smallest table.
pub(super) const MIN_LOG2: u32 = 3;
/// No entry, and there never was one.
const FREE: isize = -1;
/// The entry was deleted.
const DUMMY: isize = -2;
const PERTURB_SHIFT: u32 = 5;

/// Slots whose indices are told.
const SHOWN: usize = 64;

/// All keys are exact strings.
pub(super) const TEXT: u8 = 1;
/// Entries have no hashes; only with TEXT.
pub(super) const NARROW: u8 = 2;
/// The values are not here, and the table may have several owners.
pub(super) const SHARED: u8 = 4;

#[repr(C)]
struct Head {
    owners: Cell<usize>,
    log2_slots: u8,
    /// log2 of the bytes of all indices.
    log2_index: u8,
    kind: Cell<u8>,
    /// Bytes before the indices.
    offset: u8,
    /// Tag for inline caches; 0 means none.
    version: Cell<u32>,
    /// Entries that still can be added.
    usable: Cell<usize>,
    /// Entries in use, deleted ones included.
    entries: Cell<usize>,
}

const _: () = assert!(size_of::<Head>() == 32);

/// The table of all empty dicts: one free slot and room for nothing. It is never written.
#[repr(C)]
struct EmptyTable(Head, [i8; 8]);

// SAFETY: I22, nobody writes to it: it has no room, no version and counts no owners.
unsafe impl Sync for EmptyTable {}

static EMPTY: EmptyTable = EmptyTable(
    Head {
        owners: Cell::new(1),
        log2_slots: 0,
        log2_index: 3,
        kind: Cell::new(TEXT | NARROW),
        offset: size_of::<Head>() as u8,
        version: Cell::new(0),
        usable: Cell::new(0),
        entries: Cell::new(0),
    },
    [FREE as i8; 8],
);

/// A pointer to a key table, owned by whoever counts for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(transparent)]
pub(super) struct Keys(NonNull<Head>);

/// Entries that a table of so many slots has room for.
#[inline(always)]
pub(super) fn usable_for(log2_slots: u32) -> usize {
    (2 << log2_slots) / 3
}

/// log2 of the bytes of all indices.
fn log2_index(log2_slots: u32) -> u32 {
    match log2_slots {
        0..=7 => log2_slots,
        8..=15 => log2_slots + 1,
        _ => log2_slots + 2,
    }
}

impl Keys {
    /// The table of all empty dicts.
    #[inline(always)]
    pub(super) fn empty() -> Keys {
        Keys(NonNull::from(&EMPTY).cast())
    }

    #[inline(always)]
    pub(super) fn is_empty_table(self) -> bool {
        ptr::addr_eq(self.0.as_ptr(), &raw const EMPTY)
    }

    /// A new table without entries, with one owner.
    pub(super) fn alloc(heap: &Heap, log2_slots: u32, kind: u8) -> Result<Keys, NoMemory> {
        assert!(log2_slots < 31);
        if let Some(parked) = heap.dicts.take_table(heap, log2_slots, kind) {
            // SAFETY: I22, a parked table is a block of this size.
            return Ok(unsafe { Keys::init(heap, parked, log2_slots, kind) });
        }
        Keys::fresh(heap, log2_slots, kind)
    }

    /// As `alloc`, past the parked tables.
    fn fresh(heap: &Heap, log2_slots: u32, kind: u8) -> Result<Keys, NoMemory> {
        let size = size_of_table(heap, log2_slots, kind, usable_for(log2_slots));
        let block = heap.alloc_block(size, Domain::Obj)?;
        // SAFETY: I22, the block is as long as the table.
        Ok(unsafe { Keys::init(heap, block, log2_slots, kind) })
    }

    /// # Safety
    /// `block` is as long as such a table.
    unsafe fn init(heap: &Heap, block: NonNull<u8>, log2_slots: u32, kind: u8) -> Keys {
        let offset = heap.profile().objects.dict.header;
        let usable = usable_for(log2_slots);
        let head = Head {
            owners: Cell::new(1),
            log2_slots: log2_slots as u8,
            log2_index: log2_index(log2_slots) as u8,
            kind: Cell::new(kind),
            offset,
            version: Cell::new(0),
            usable: Cell::new(usable),
            entries: Cell::new(0),
        };
        let index = 1 << head.log2_index;
        // SAFETY: by the caller; the entries are empty words.
        unsafe {
            block.cast::<Head>().write(head);
            block.add(offset as usize).write_bytes(0xff, index);
            block.add(offset as usize + index).write_bytes(0, usable * entry_size(kind));
        }
        Keys(block.cast())
    }

    #[inline(always)]
    fn head<'a>(self) -> &'a Head {
        // SAFETY: I22, the table lives as long as its owners, of which the caller is one.
        unsafe { self.0.as_ref() }
    }

    #[inline(always)]
    pub(super) fn is_narrow(self) -> bool {
        self.head().kind.get() & NARROW != 0
    }

    #[inline(always)]
    pub(super) fn is_text(self) -> bool {
        self.head().kind.get() & TEXT != 0
    }

    #[inline(always)]
    pub(super) fn is_shared(self) -> bool {
        self.head().kind.get() & SHARED != 0
    }

    pub(super) fn kind(self) -> u8 {
        self.head().kind.get()
    }

    /// Notes that not all keys are exact strings any more.
    pub(super) fn set_mixed(self) {
        debug_assert!(!self.is_narrow());
        self.head().kind.set(self.kind() & !TEXT);
    }

    /// Up to 3.10: a class takes the table over.
    pub(super) fn set_shared(self) {
        self.head().kind.set(self.kind() | SHARED);
    }

    pub(super) fn log2_slots(self) -> u32 {
        self.head().log2_slots as u32
    }

    #[inline(always)]
    pub(super) fn usable(self) -> usize {
        self.head().usable.get()
    }

    pub(super) fn set_usable(self, usable: usize) {
        self.head().usable.set(usable);
    }

    /// Entries in use, deleted ones included.
    #[inline(always)]
    pub(super) fn entries(self) -> usize {
        self.head().entries.get()
    }

    pub(super) fn set_entries(self, entries: usize) {
        debug_assert!(entries <= self.entries());
        self.head().entries.set(entries);
    }

    #[inline(always)]
    pub(super) fn version(self) -> u32 {
        self.head().version.get()
    }

    #[inline(always)]
    pub(super) fn set_version(self, version: u32) {
        self.head().version.set(version);
    }

    /// Forgets the tag; the empty table has none to forget and must not be written.
    #[inline(always)]
    pub(super) fn touch(self) {
        if self.head().version.get() != 0 {
            self.head().version.set(0);
        }
    }

    pub(super) fn owners(self) -> usize {
        self.head().owners.get()
    }

    pub(super) fn add_owner(self) {
        if !self.is_empty_table() {
            self.head().owners.set(self.owners() + 1);
        }
    }

    /// Bytes of the block, as `getsizeof` counts it.
    pub(super) fn block_size(self) -> usize {
        if self.is_empty_table() {
            return 0;
        }
        let entries = usable_for(self.log2_slots()) * entry_size(self.kind());
        self.head().offset as usize + (1 << self.head().log2_index) + entries
    }

    /// Tells the block with header, indices and entries; `values`: whether the values are here.
    pub(super) fn bits(self, what: &'static str, values: bool, sink: &mut BitSink<'_>) {
        if self.is_empty_table() {
            return;
        }
        sink(Bit::Block { what, addr: self.addr(), size: self.block_size() });
        let head = self.head();
        let mut tell = |offset: usize, size, name, number: usize| {
            let worth = Worth::Number(number as u64);
            sink(Bit::Piece { offset: offset as isize, size, label: Label::Name(name), worth });
        };
        tell(0, 8, "owners", head.owners.get());
        tell(8, 1, "log2 of slots", head.log2_slots.into());
        tell(9, 1, "log2 of index bytes", head.log2_index.into());
        tell(11, 1, "indices at", head.offset.into());
        tell(12, 4, "version", head.version.get() as usize);
        tell(16, 8, "entries to add", self.usable());
        tell(24, 8, "entries in use", self.entries());
        let kind = match (self.is_text(), self.is_narrow()) {
            (_, true) => "keys are str, hashes are theirs",
            (true, false) => "keys are str",
            (false, false) => "keys of any type",
        };
        sink(Bit::Piece { offset: 10, size: 1, label: Label::Name("kind"), worth: Worth::Text(kind) });
        let (start, index) = (head.offset as usize, 1 << head.log2_index);
        let shown: Vec<String> = (0..(1_usize << head.log2_slots).min(SHOWN))
            .map(|i| match self.index(i) {
                FREE => ".".into(),
                DUMMY => "x".into(),
                entry => entry.to_string(),
            })
            .collect();
        let text = shown.join(" ") + if shown.len() == SHOWN { " …" } else { "" };
        let label = Label::Name("indices");
        sink(Bit::Piece { offset: start as isize, size: index, label, worth: Worth::Text(&text) });
        let step = entry_size(self.kind());
        for entry in 0..self.entries() {
            self.entry_bits(entry, start + index + step * entry, values, sink);
        }
        let room = usable_for(self.log2_slots()) - self.entries();
        if room > 0 {
            let offset = (start + index + step * self.entries()) as isize;
            let worth = Worth::Number(room as u64);
            sink(Bit::Piece { offset, size: room * step, label: Label::Name("room"), worth });
        }
    }

    fn entry_bits(self, entry: usize, mut offset: usize, values: bool, sink: &mut BitSink<'_>) {
        if !self.is_narrow() {
            let worth = Worth::Signed(self.hash(entry) as i64);
            sink(Bit::Piece { offset: offset as isize, size: 8, label: Label::Nth("hash", entry), worth });
            offset += 8;
        }
        self.key(entry).peek(|key| {
            word(offset, Label::Nth("key", entry), key, sink);
            let label = key.map_or(Label::Nth("value", entry), Label::Value);
            match values {
                true => self.value(entry).peek(|value| word(offset + 8, label, value, sink)),
                false => {
                    let (offset, label, worth) =
                        (offset as isize + 8, Label::Nth("value", entry), Worth::Text("apart"));
                    sink(Bit::Piece { offset, size: 8, label, worth });
                }
            }
        });
    }

    /// Where the block starts.
    pub(super) fn addr(self) -> usize {
        self.0.addr().get()
    }

    #[inline(always)]
    fn indices(self) -> *mut u8 {
        // SAFETY: I22, the indices follow the header.
        unsafe { self.0.cast::<u8>().as_ptr().add(self.head().offset as usize) }
    }

    /// The entry number in slot `i`, FREE or DUMMY.
    #[inline(always)]
    fn index(self, i: usize) -> isize {
        // SAFETY: I22, `i` is below the number of slots.
        unsafe {
            match self.head().log2_slots {
                0..=7 => self.indices().cast::<i8>().add(i).read() as isize,
                8..=15 => self.indices().cast::<i16>().add(i).read() as isize,
                _ => self.indices().cast::<i32>().add(i).read() as isize,
            }
        }
    }

    #[inline(always)]
    fn set_index(self, i: usize, entry: isize) {
        debug_assert!(i >> self.head().log2_slots == 0 && !self.is_empty_table());
        // SAFETY: I22, `i` is below the number of slots.
        unsafe {
            match self.head().log2_slots {
                0..=7 => self.indices().cast::<i8>().add(i).write(entry as i8),
                8..=15 => self.indices().cast::<i16>().add(i).write(entry as i16),
                _ => self.indices().cast::<i32>().add(i).write(entry as i32),
            }
        }
    }

    #[inline(always)]
    fn entry_base(self) -> *mut u8 {
        // SAFETY: I22, the entries follow the indices.
        unsafe { self.indices().add(1 << self.head().log2_index) }
    }

    #[inline(always)]
    fn pair<'a>(self, entry: usize) -> &'a Narrow {
        debug_assert!(entry < usable_for(self.log2_slots()));
        // SAFETY: I22, `entry` is a number that the table handed out.
        unsafe {
            if self.is_narrow() {
                &*self.entry_base().cast::<Narrow>().add(entry)
            } else {
                &(*self.entry_base().cast::<Wide>().add(entry)).pair
            }
        }
    }

    /// Entries `from..to`, which lie inside the table.
    #[inline(always)]
    fn pairs<'a>(self, from: usize, to: usize) -> impl Iterator<Item = &'a Narrow> {
        debug_assert!(to <= usable_for(self.log2_slots()));
        let (stride, skip) = if self.is_narrow() { (size_of::<Narrow>(), 0) } else { (size_of::<Wide>(), 8) };
        let base = self.entry_base();
        // SAFETY: I22, the numbers are entries of the table; the pair of a wide entry follows its hash.
        (from..to).map(move |i| unsafe { &*base.add(i * stride + skip).cast::<Narrow>() })
    }

    /// The first item from a position on in a table that is not shared, and the position behind it.
    #[inline]
    pub(super) fn next_pair(self, from: usize) -> Option<(usize, ObjRef, ObjRef)> {
        self.pairs(from, self.entries()).zip(from + 1..).find_map(|(pair, next)| {
            let value = pair.value.get()?;
            Some((next, pair.key.get()?, value))
        })
    }

    /// The key of an entry; empty if it was deleted.
    #[inline(always)]
    pub(super) fn key<'a>(self, entry: usize) -> &'a Slot {
        &self.pair(entry).key
    }

    /// The value of an entry of a table that is not shared.
    #[inline(always)]
    pub(super) fn value<'a>(self, entry: usize) -> &'a Slot {
        &self.pair(entry).value
    }

    /// The value of an entry of a narrow table.
    ///
    /// # Safety
    /// The table is narrow and has that entry.
    #[inline(always)]
    pub(super) unsafe fn narrow_value<'a>(self, entry: usize) -> &'a Slot {
        debug_assert!(self.is_narrow() && entry < self.entries());
        // SAFETY: I22 by the caller.
        unsafe { &(*self.entry_base().cast::<Narrow>().add(entry)).value }
    }

    /// The hash of an entry that is not deleted.
    #[inline(always)]
    pub(super) fn hash(self, entry: usize) -> isize {
        if self.is_narrow() {
            return self.key(entry).peek(|key| text_of(key).map_or(0, |text| text.hash_cached()));
        }
        // SAFETY: I22, as in `pair`.
        unsafe { (*self.entry_base().cast::<Wide>().add(entry)).hash.get() }
    }

    /// Walks the probes for a hash until `stop` says where it ends.
    #[inline(always)]
    fn probe<R>(self, hash: isize, mut stop: impl FnMut(usize, isize) -> Option<R>) -> R {
        let mask = (1_usize << self.head().log2_slots) - 1;
        let mut perturb = hash as usize;
        let mut i = perturb & mask;
        loop {
            if let Some(end) = stop(i, self.index(i)) {
                return end;
            }
            perturb >>= PERTURB_SHIFT;
            i = i.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & mask;
        }
    }

    /// The entry of an exact str in a table of exact strings.
    #[inline(always)]
    pub(super) fn find_text(self, key: &Ref<Str>, hash: isize) -> Option<usize> {
        debug_assert!(self.is_text());
        match (self.is_narrow(), self.head().log2_slots) {
            (true, 0..=7) => self.find_text_in::<i8, Narrow>(key, hash),
            (true, 8..=15) => self.find_text_in::<i16, Narrow>(key, hash),
            (true, _) => self.find_text_in::<i32, Narrow>(key, hash),
            (false, 0..=7) => self.find_text_in::<i8, Wide>(key, hash),
            (false, 8..=15) => self.find_text_in::<i16, Wide>(key, hash),
            (false, _) => self.find_text_in::<i32, Wide>(key, hash),
        }
    }

    /// The value under an exact str in a narrow table that is not shared.
    #[inline(always)]
    pub(super) fn text_value<'a>(self, key: &Ref<Str>, hash: isize) -> Option<&'a Slot> {
        debug_assert!(self.is_narrow());
        let found = match self.head().log2_slots {
            0..=7 => self.find_entry::<i8, Narrow>(key, hash),
            8..=15 => self.find_entry::<i16, Narrow>(key, hash),
            _ => self.find_entry::<i32, Narrow>(key, hash),
        };
        // SAFETY: I22, the entry is in the table.
        found.map(|(_, entry)| unsafe { &(*entry).value })
    }

    #[inline(always)]
    fn find_text_in<I: Index, E: Entry>(self, key: &Ref<Str>, hash: isize) -> Option<usize> {
        self.find_entry::<I, E>(key, hash).map(|(number, _)| number)
    }

    #[inline(always)]
    fn find_entry<I: Index, E: Entry>(self, key: &Ref<Str>, hash: isize) -> Option<(usize, *const E)> {
        let mask = (1_usize << self.head().log2_slots) - 1;
        let indices = self.indices().cast::<I>();
        // The indices take `size_of::<I>()` bytes for each slot, but never less than 8.
        let index_bytes = ((mask + 1) * size_of::<I>()).max(8);
        // SAFETY: I22, the entries follow the indices.
        let entries = unsafe { indices.byte_add(index_bytes).cast::<E>() };
        let mut perturb = hash as usize;
        let mut i = perturb & mask;
        loop {
            // SAFETY: I22, `i` is below the number of slots.
            let entry = unsafe { indices.add(i).read() }.widen();
            if entry >= 0 {
                // SAFETY: I22, a number from the table.
                let at = unsafe { entries.add(entry as usize) };
                // SAFETY: I22, as above.
                let slot = unsafe { (*at).key() };
                if slot.holds(key.as_obj()) || slot.peek(|at| same_text(at, key, hash)) {
                    return Some((entry as usize, at.cast_const()));
                }
            } else if entry == FREE {
                return None;
            }
            perturb >>= PERTURB_SHIFT;
            i = i.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & mask;
        }
    }

    /// The first entry for which `check` says so; it gets each entry on the way whose hash is
    /// `hash`. `check` must not run Python: it says `Ask` if that is needed.
    #[inline]
    pub(super) fn find(self, hash: isize, mut check: impl FnMut(usize) -> Match) -> Found {
        self.probe(hash, |_, entry| match entry {
            FREE => Some(Found::Absent),
            DUMMY => None,
            _ if self.hash(entry as usize) != hash => None,
            _ => match check(entry as usize) {
                Match::Yes => Some(Found::At(entry as usize)),
                Match::No => None,
                Match::Ask => Some(Found::Ask(entry as usize)),
            },
        })
    }

    /// The slot that holds entry number `entry`.
    fn slot_of(self, hash: isize, entry: usize) -> usize {
        self.probe(hash, |i, at| (at == entry as isize).then_some(i))
    }

    /// Adds an entry for a key that is not there. The caller stores the value.
    ///
    /// # Panics
    /// If there is no room: an internal error.
    #[inline]
    pub(super) fn add(self, key: ObjRef, hash: isize) -> usize {
        let (usable, entry) = (self.usable(), self.entries());
        assert!(usable > 0);
        let slot = self.probe(hash, |i, at| (at < 0).then_some(i));
        self.set_index(slot, entry as isize);
        self.fill(entry, key, hash);
        self.head().usable.set(usable - 1);
        self.head().entries.set(entry + 1);
        entry
    }

    #[inline(always)]
    fn fill(self, entry: usize, key: ObjRef, hash: isize) {
        if !self.is_narrow() {
            // SAFETY: I22, as in `pair`.
            unsafe { (*self.entry_base().cast::<Wide>().add(entry)).hash.set(hash) };
        } else if let Some(text) = text_of(Some(&key)) {
            text.set_hash(hash);
        }
        let old = self.key(entry).replace(key);
        debug_assert!(old.is_none());
    }

    /// Moves all entries of a table of the same kind, which has no holes, to this one, which has none yet.
    ///
    /// # Panics
    /// If there is no room: an internal error.
    pub(super) fn take_entries(self, old: Keys) {
        let (count, usable) = (old.entries(), self.usable());
        assert!(count <= usable && self.entries() == 0 && self.kind() == old.kind() && !self.is_shared());
        let bytes = count * entry_size(self.kind());
        // SAFETY: I22, both tables have entries of this size, this one has room; the old ones are forgotten below.
        unsafe { self.entry_base().copy_from_nonoverlapping(old.entry_base(), bytes) };
        match self.log2_slots() {
            0..=7 => self.index_entries(count, |i| i as i8),
            8..=15 => self.index_entries(count, |i| i as i16),
            _ => self.index_entries(count, |i| i as i32),
        }
        self.head().usable.set(usable - count);
        self.head().entries.set(count);
        old.head().entries.set(0);
    }

    /// Writes the indices of the first entries, in their order, to a table that has none.
    #[inline(always)]
    fn index_entries<I: Index>(self, count: usize, index: impl Fn(usize) -> I) {
        let mask = (1_usize << self.log2_slots()) - 1;
        let indices = self.indices().cast::<I>();
        for entry in 0..count {
            let mut perturb = self.hash(entry) as usize;
            let mut i = perturb & mask;
            // SAFETY: I22, `i` is below the number of slots.
            while unsafe { indices.add(i).read() }.widen() != FREE {
                perturb >>= PERTURB_SHIFT;
                i = i.wrapping_mul(5).wrapping_add(perturb).wrapping_add(1) & mask;
            }
            // SAFETY: I22, as above.
            unsafe { indices.add(i).write(index(entry)) };
        }
    }

    /// Takes an entry out; its room is not usable again.
    pub(super) fn delete(self, entry: usize) -> Option<(ObjRef, Option<ObjRef>)> {
        let hash = self.hash(entry);
        let key = self.key(entry).take()?;
        self.set_index(self.slot_of(hash, entry), DUMMY);
        Some((key, self.value(entry).take()))
    }

    /// Another table with the same indices and entries, each with a count more. CPython copies into a block that it asks
    /// for, whatever tables are parked.
    pub(super) fn duplicate(self, heap: &Heap) -> Result<Keys, NoMemory> {
        let copy = Keys::fresh(heap, self.log2_slots(), self.kind())?;
        let entries = self.entries();
        let bytes = (1 << self.head().log2_index) + entries * entry_size(self.kind());
        // SAFETY: I22, both tables have the same shape; the counts of the copied handles follow at once.
        unsafe { copy.indices().copy_from_nonoverlapping(self.indices(), bytes) };
        for pair in copy.pairs(0, entries) {
            std::mem::forget((pair.key.get(), pair.value.get()));
        }
        copy.head().usable.set(self.usable());
        copy.head().entries.set(entries);
        Ok(copy)
    }

    /// One owner less; the last one drops keys and values, entry by entry, and the block.
    pub(super) fn drop_owner(self, heap: &Heap) {
        if self.is_empty_table() {
            return;
        }
        let left = self.owners() - 1;
        self.head().owners.set(left);
        if left > 0 {
            return;
        }
        for pair in self.pairs(0, self.entries()) {
            drop(pair.key.take());
            drop(pair.value.take());
        }
        self.give_back(heap);
    }

    /// Gives the block back; the entries have moved out.
    pub(super) fn give_back(self, heap: &Heap) {
        if self.is_empty_table() || heap.dicts.park_table(heap, self.0.cast(), self.log2_slots(), self.kind()) {
            return;
        }
        heap.free_block(self.0.cast(), self.block_size(), Domain::Obj);
    }
}

/// What a key is to a lookup.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Match {
    Yes,
    No,
    /// Only Python can tell.
    Ask,
}

/// How a lookup ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Found {
    At(usize),
    Absent,
    Ask(usize),
}

/// Whether a stored exact str has the text of another one.
#[inline(always)]
fn same_text(at: Option<&ObjRef>, key: &Ref<Str>, hash: isize) -> bool {
    text_of(at).is_some_and(|text| text.hash_cached() == hash && text.same_text(key))
}

fn text_of(key: Option<&ObjRef>) -> Option<&Ref<Str>> {
    // SAFETY: I22, only asked for keys of tables of exact strings.
    key.map(|key| unsafe { key.cast_unchecked::<Str>() })
}

/// Bytes of an entry.
fn entry_size(kind: u8) -> usize {
    if kind & NARROW != 0 { size_of::<Narrow>() } else { size_of::<Wide>() }
}

/// Bytes of a table.
pub(super) fn size_of_table(heap: &Heap, log2_slots: u32, kind: u8, usable: usize) -> usize {
    let header = heap.profile().objects.dict.header as usize;
    header + (1 << log2_index(log2_slots)) + usable * entry_size(kind)
}

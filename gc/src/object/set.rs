//! `set` and `frozenset`: an open hash table, its first 8 places inside the object.
//!
//! ```text
//!   | header | fill | used | mask, generation | table | hash | finger | 8 places | weak list |
//!     16       8      8      4 + 4              8       8      8        8 * 16     8
//!                                               |
//!                                               +--> | key, hash | key, hash | ...
//!                                                      more than 8 places: a block of its own
//! ```
//!
//! A search looks at up to 10 neighbouring places, then jumps by CPython's perturbed probing.
//! The places are the order of iteration, so all of this is visible: it must be done as CPython
//! does it. A deleted entry leaves a dummy.

use std::cell::Cell;
use std::ptr::{self, NonNull};

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, Worth, word};
use crate::object::dict::{Match, known_equal};
use crate::object::edge::{self, EdgeSink};
use crate::object::field::{Field, Slot, Visitor};
use crate::object::handle::{ObjRef, Ref};
use crate::object::payload::{Layout, Payload};
use crate::object::weak::WeakList;

/// Places inside the object.
const SMALL: usize = 8;
/// Neighbours that are looked at before a jump.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// The hash of a place whose entry was deleted; no key has it.
const DUMMY: isize = -1;

#[repr(C)]
#[derive(Default)]
struct Place {
    key: Slot,
    hash: Cell<isize>,
}

/// The payload of `set` and `frozenset`.
#[repr(C)]
pub struct Set {
    /// Places in use, dummies included.
    fill: Cell<usize>,
    /// Items.
    used: Cell<usize>,
    /// Number of places - 1.
    mask: Cell<u32>,
    /// Counts the replacements of the table.
    generation: Cell<u32>,
    /// Null while the places inside the object are in use.
    table: Cell<*mut Place>,
    hash: Cell<isize>,
    /// Where `pop` goes on searching.
    finger: Cell<usize>,
    small: [Place; SMALL],
    weak: WeakList,
}

const _: () = assert!(size_of::<Set>() == 184);

impl Field for Set {
    const SPOTS: &'static [Spot] = crate::spots!(Set {
        fill: "places in use" Number,
        used: "length" Number,
        mask: "places - 1" Number,
        generation: "changes of table" Number,
        table: "table" Address,
        hash: "hash" Signed,
        finger: "pop goes on at" Number,
        weak: "__weakref__" Uncounted,
    });
    fn bits(&self, _: &Heap, sink: &mut BitSink<'_>) {
        let small = 16 + std::mem::offset_of!(Set, small);
        let apart = !self.table.get().is_null();
        if apart {
            let (offset, size) = (small as isize, SMALL * size_of::<Place>());
            sink(Bit::Piece { offset, size, label: Label::Name("8 places"), worth: Worth::Silent });
            sink(Bit::Block { what: "table", addr: self.table_addr(), size: self.table_size() });
        }
        for i in 0..self.places() {
            let offset = if apart { 0 } else { small } + i * size_of::<Place>();
            let place = self.place(i);
            place.key.peek(|key| match key {
                Some(_) => {
                    word(offset, Label::Nth("key", i), key, sink);
                    let worth = Worth::Signed(place.hash.get() as i64);
                    sink(Bit::Piece { offset: offset as isize + 8, size: 8, label: Label::Nth("hash", i), worth });
                }
                None => {
                    let text = if place.hash.get() == DUMMY { "deleted" } else { "free" };
                    let (offset, label) = (offset as isize, Label::Nth("place", i));
                    sink(Bit::Piece { offset, size: 16, label, worth: Worth::Text(text) });
                }
            });
        }
    }
    fn trace(&self, visitor: &mut Visitor<'_>) {
        (0..self.places()).for_each(|i| self.place(i).key.trace(visitor));
    }
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        (0..self.places()).for_each(|i| self.place(i).key.edges(&mut |_, obj| sink(edge::Place::Item(i), obj)));
    }
    fn clear(&self, heap: &Heap) {
        self.clear_items(heap);
    }
    /// Nobody looks at a dead set: its keys drop where they are.
    fn release(&self, heap: &Heap) {
        if !self.table.get().is_null() {
            self.drop_table(heap);
        } else if self.fill.get() != 0 {
            self.small.iter().for_each(|place| drop(place.key.take()));
        }
    }
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for Set {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = Layout::of::<Set>("Set", true);
        &LAYOUT
    }
}

impl Default for Set {
    fn default() -> Set {
        Set::empty()
    }
}

/// Where a search ended.
enum Found {
    At(usize),
    /// The free place where it ended, and the last dummy on the way.
    Absent(usize, Option<usize>),
    /// There is an equal hash whose key only Python can compare.
    Ask(usize),
}

impl Set {
    /// Offset of the weak list word from the object pointer.
    pub const WEAKLIST_OFFSET: i32 = 16 + std::mem::offset_of!(Set, weak) as i32;

    /// An empty set's payload.
    pub fn empty() -> Set {
        Set {
            fill: Cell::new(0),
            used: Cell::new(0),
            mask: Cell::new(SMALL as u32 - 1),
            generation: Cell::new(0),
            table: Cell::new(ptr::null_mut()),
            hash: Cell::new(-1),
            finger: Cell::new(0),
            small: Default::default(),
            weak: WeakList::default(),
        }
    }

    /// A new empty set or frozenset.
    pub fn new(heap: &Heap, ty: &ObjRef) -> Ref<Set> {
        heap.alloc(ty, Set::empty())
    }

    /// Number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.used.get()
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of places; iteration walks them.
    #[inline(always)]
    pub fn places(&self) -> usize {
        self.mask.get() as usize + 1
    }

    /// The hash of a frozenset if it was computed, -1 otherwise.
    pub fn hash_cached(&self) -> isize {
        self.hash.get()
    }

    /// Remembers the hash.
    pub fn set_hash(&self, hash: isize) {
        self.hash.set(hash);
    }

    /// Bytes of the block with more than 8 places, which `getsizeof` adds.
    pub fn table_size(&self) -> usize {
        if self.table.get().is_null() { 0 } else { self.places() * size_of::<Place>() }
    }

    /// Address of that block, 0 without one.
    pub fn table_addr(&self) -> usize {
        self.table.get().addr()
    }

    #[inline(always)]
    fn place(&self, i: usize) -> &Place {
        let table = self.table.get();
        if table.is_null() {
            return &self.small[i];
        }
        assert!(i < self.places());
        // SAFETY: I23, the table has mask + 1 places.
        unsafe { &*table.add(i) }
    }

    /// The first place.
    #[inline(always)]
    fn base(&self) -> *const Place {
        let table = self.table.get();
        if table.is_null() { self.small.as_ptr() } else { table }
    }

    /// The item in a place, count + 1.
    #[inline]
    pub fn entry(&self, i: usize) -> Option<ObjRef> {
        if i < self.places() { self.place(i).key.get() } else { None }
    }

    /// The item in a place with its hash.
    #[inline]
    pub fn entry_with_hash(&self, i: usize) -> Option<(ObjRef, isize)> {
        if i >= self.places() {
            return None;
        }
        let place = self.place(i);
        place.key.get().map(|key| (key, place.hash.get()))
    }

    /// The next item from a place on, and the place behind it.
    pub fn next_entry(&self, from: usize) -> Option<(usize, ObjRef)> {
        (from..self.places()).find_map(|i| self.entry(i).map(|key| (i + 1, key)))
    }

    /// Copies of all items in order.
    pub fn items(&self) -> Vec<ObjRef> {
        (0..self.places()).filter_map(|i| self.entry(i)).collect()
    }

    /// Copies of all items in order, with their hashes.
    pub fn items_with_hash(&self) -> Vec<(ObjRef, isize)> {
        (0..self.places()).filter_map(|i| self.entry_with_hash(i)).collect()
    }

    /// Searches without Python; `refused` are places that Python said no to.
    #[inline(always)]
    fn search(&self, key: &ObjRef, hash: isize, refused: &[usize]) -> Found {
        let (base, mask) = (self.base(), self.mask.get() as usize);
        let (mut dummy, mut perturb) = (None, hash as usize);
        let mut i = perturb & mask;
        loop {
            for at in i..i + 1 + neighbours(i, mask) {
                // SAFETY: I23, the neighbours are places, and no other code runs.
                let place = unsafe { &*base.add(at) };
                let there = place.hash.get();
                if there == hash {
                    match place.key.peek(|stored| stored.map(|stored| same(stored, key))) {
                        None => return Found::Absent(at, dummy),
                        Some(Match::Yes) => return Found::At(at),
                        Some(Match::Ask) if !refused.contains(&at) => return Found::Ask(at),
                        _ => {}
                    }
                } else if there == DUMMY {
                    dummy = Some(at);
                } else if there == 0 && place.key.is_none() {
                    return Found::Absent(at, dummy);
                }
            }
            perturb >>= PERTURB_SHIFT;
            i = i.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb) & mask;
        }
    }

    /// Searches; `eq` is asked about keys with the same hash that cannot be told without
    /// Python. It may change the set; then the search starts again.
    fn search_with<E>(
        &self,
        key: &ObjRef,
        hash: isize,
        mut eq: impl FnMut(&ObjRef) -> Result<bool, E>,
    ) -> Result<Found, E> {
        let mut refused: Vec<usize> = Vec::new();
        loop {
            let generation = self.generation.get();
            let at = match self.search(key, hash, &refused) {
                Found::Ask(at) => at,
                found => return Ok(found),
            };
            let Some(start) = self.entry(at) else { continue };
            let same = eq(&start)?;
            if self.generation.get() != generation || !self.place(at).key.holds(&start) {
                refused.clear();
            } else if same {
                return Ok(Found::At(at));
            } else {
                refused.push(at);
            }
        }
    }

    /// The place of a key. `eq` gets stored keys with the same hash; it may change the set.
    #[inline]
    pub fn lookup<E>(
        &self,
        key: &ObjRef,
        hash: isize,
        eq: impl FnMut(&ObjRef) -> Result<bool, E>,
    ) -> Result<Option<usize>, E> {
        Ok(match self.search_with(key, hash, eq)? {
            Found::At(i) => Some(i),
            _ => None,
        })
    }

    /// Whether the key is there; None if only Python can tell.
    #[inline]
    pub fn has_known(&self, key: &ObjRef, hash: isize) -> Option<bool> {
        match self.search(key, hash, &[]) {
            Found::At(_) => Some(true),
            Found::Absent(..) => Some(false),
            Found::Ask(_) => None,
        }
    }

    /// As `add`; None if only Python can tell whether the key is there.
    #[inline]
    pub fn add_known(&self, heap: &Heap, key: &ObjRef, hash: isize) -> Option<bool> {
        match self.search(key, hash, &[]) {
            Found::At(_) => Some(false),
            Found::Absent(free, dummy) => Some(self.put(heap, key.clone(), hash, free, dummy)),
            Found::Ask(_) => None,
        }
    }

    /// Adds a key; false if it was there, or if no memory holds a larger table, which the runtime is told.
    pub fn add<E>(
        &self,
        heap: &Heap,
        key: ObjRef,
        hash: isize,
        eq: impl FnMut(&ObjRef) -> Result<bool, E>,
    ) -> Result<bool, E> {
        let Found::Absent(free, dummy) = self.search_with(&key, hash, eq)? else { return Ok(false) };
        Ok(self.put(heap, key, hash, free, dummy))
    }

    /// Puts a key where a search that did not find it ended.
    #[inline]
    fn put(&self, heap: &Heap, key: ObjRef, hash: isize, free: usize, dummy: Option<usize>) -> bool {
        if self.fill.get() == self.mask.get() as usize {
            // The table could not grow, and one place must stay free for searches to end.
            heap.memory_ran_out();
            return false;
        }
        let dummy = dummy.filter(|_| heap.profile().objects.set_reuses_dummies);
        let place = self.place(dummy.unwrap_or(free));
        place.hash.set(hash);
        place.key.set(key);
        self.used.set(self.used.get() + 1);
        if dummy.is_none() {
            self.fill.set(self.fill.get() + 1);
            if self.fill.get() * 5 >= self.mask.get() as usize * 3 {
                self.grow(heap);
            }
        }
        true
    }

    /// The table is three fifths full.
    #[inline(never)]
    fn grow(&self, heap: &Heap) {
        let used = self.used.get();
        if self.resize(heap, if used > 50_000 { used * 2 } else { used * 4 }).is_err() {
            heap.memory_ran_out();
        }
    }

    /// Adds the items of another set from a place on, as far as it goes without Python. Answers the place whose key
    /// only Python can compare, or `usize::MAX` at the end.
    pub fn merge_known(&self, heap: &Heap, other: &Set, from: usize) -> usize {
        (from..other.places())
            .find(|&at| other.asks(at, |key, hash| self.add_known(heap, key, hash)))
            .unwrap_or(usize::MAX)
    }

    /// Adds to `into` the items from a place on that `other` has (or has not, as `wanted` says), as far as it goes
    /// without Python. Answers as `merge_known`.
    pub fn select_known(&self, heap: &Heap, other: &Set, wanted: bool, into: &Set, from: usize) -> usize {
        let step = |key: &ObjRef, hash| match other.has_known(key, hash)? == wanted {
            true => into.add_known(heap, key, hash),
            false => Some(false),
        };
        (from..self.places()).find(|&at| self.asks(at, step)).unwrap_or(usize::MAX)
    }

    /// The first place from one on whose key `other` has not, or only Python can tell; `usize::MAX` without one.
    pub fn first_missing(&self, other: &Set, from: usize) -> usize {
        let missing = |at: &usize| self.asks(*at, |key, hash| other.has_known(key, hash).filter(|&there| there));
        (from..self.places()).find(missing).unwrap_or(usize::MAX)
    }

    /// Whether there is a key in a place for which `known` has no answer.
    #[inline(always)]
    fn asks(&self, at: usize, known: impl FnOnce(&ObjRef, isize) -> Option<bool>) -> bool {
        let place = self.place(at);
        place.key.peek(|key| key.is_some_and(|key| known(key, place.hash.get()).is_none()))
    }

    /// Removes a key and hands the stored one to the caller.
    pub fn discard<E>(
        &self,
        key: &ObjRef,
        hash: isize,
        eq: impl FnMut(&ObjRef) -> Result<bool, E>,
    ) -> Result<Option<ObjRef>, E> {
        Ok(self.lookup(key, hash, eq)?.and_then(|i| self.take(i)))
    }

    /// Empties a place, leaving a dummy.
    fn take(&self, i: usize) -> Option<ObjRef> {
        let place = self.place(i);
        let key = place.key.take()?;
        place.hash.set(DUMMY);
        self.used.set(self.used.get() - 1);
        Some(key)
    }

    /// Removes some item: the next one from where the last `pop` stopped.
    pub fn pop(&self) -> Option<ObjRef> {
        if self.is_empty() {
            return None;
        }
        let mask = self.mask.get() as usize;
        let mut i = self.finger.get() & mask;
        while self.place(i).key.is_none() {
            i = (i + 1) & mask;
        }
        self.finger.set(i + 1);
        self.take(i)
    }

    /// Drops all items, in order, and the table. Who looks meanwhile sees an empty set.
    pub fn clear_items(&self, heap: &Heap) {
        if self.fill.get() == 0 && self.table.get().is_null() {
            return;
        }
        let gone = self.detach();
        for place in &gone.small {
            drop(place.key.take());
        }
        gone.drop_table(heap);
    }

    /// Moves the content out.
    fn detach(&self) -> Set {
        let gone = Set::empty();
        self.exchange(&gone);
        gone
    }

    /// Exchanges the contents of two sets (not who refers to them).
    pub fn exchange(&self, other: &Set) {
        self.fill.swap(&other.fill);
        self.used.swap(&other.used);
        self.mask.swap(&other.mask);
        self.table.swap(&other.table);
        self.hash.swap(&other.hash);
        for (a, b) in self.small.iter().zip(&other.small) {
            a.hash.swap(&b.hash);
            let key = a.key.replace(b.key.take());
            b.key.set(key);
        }
        self.generation.set(self.generation.get().wrapping_add(1));
        other.generation.set(other.generation.get().wrapping_add(1));
    }

    /// Drops the keys of the block and gives it back.
    fn drop_table(&self, heap: &Heap) {
        let places = self.places();
        let Some(table) = NonNull::new(self.table.replace(ptr::null_mut())) else { return };
        self.mask.set(SMALL as u32 - 1);
        for i in 0..places {
            // SAFETY: I23, the block had mask + 1 places, and nobody else knows it now.
            drop(unsafe { table.add(i).as_ref() }.key.take());
        }
        heap.free_block(table.cast(), places * size_of::<Place>(), Domain::Mem);
    }

    /// Rebuilds the table for more than `min` items, dummies left out.
    fn resize(&self, heap: &Heap, min: usize) -> Result<(), NoMemory> {
        let places = (min + 1).next_power_of_two().max(SMALL);
        if places == SMALL && self.table.get().is_null() && self.fill == self.used {
            return Ok(());
        }
        let table = if places == SMALL { ptr::null_mut() } else { new_table(heap, places)? };
        let (old, old_places) = (NonNull::new(self.table.get()), self.places());
        let empty = || Place { key: Slot::empty(), hash: Cell::new(0) };
        let mut aside: [Place; SMALL] = std::array::from_fn(|_| empty());
        if old.is_none() {
            for (to, from) in aside.iter_mut().zip(&self.small) {
                *to = Place { key: Slot::new(from.key.take()), hash: Cell::new(from.hash.replace(0)) };
            }
        }
        self.table.set(table);
        self.mask.set(places as u32 - 1);
        self.fill.set(self.used.get());
        self.generation.set(self.generation.get().wrapping_add(1));
        let from = old.map_or(aside.as_ptr(), |old| old.as_ptr());
        for i in 0..old_places {
            // SAFETY: I23, the old places are still there, and nobody else knows them now.
            let place = unsafe { &*from.add(i) };
            if let Some(key) = place.key.take() {
                self.insert_clean(key, place.hash.get());
            }
        }
        if let Some(old) = old {
            heap.free_block(old.cast(), old_places * size_of::<Place>(), Domain::Mem);
        }
        Ok(())
    }

    /// Puts a key that is not there into a table without dummies.
    #[inline(always)]
    fn insert_clean(&self, key: ObjRef, hash: isize) {
        let (base, mask) = (self.base(), self.mask.get() as usize);
        let mut perturb = hash as usize;
        let mut i = perturb & mask;
        loop {
            for at in i..i + 1 + neighbours(i, mask) {
                // SAFETY: I23, the neighbours are places, and no other code runs.
                let place = unsafe { &*base.add(at) };
                if place.key.is_none() {
                    place.hash.set(hash);
                    place.key.set(key);
                    return;
                }
            }
            perturb >>= PERTURB_SHIFT;
            i = i.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb) & mask;
        }
    }

    /// Makes room for `len` items of a set or dict that is about to be merged.
    pub fn reserve_merge(&self, heap: &Heap, len: usize) {
        if (self.fill.get() + len) * 5 >= self.mask.get() as usize * 3 {
            // Without the memory the table grows step by step, as far as it can.
            let _ = self.resize(heap, (self.used.get() + len) * 2);
        }
    }

    /// Rebuilds the table if more than a quarter of its places are dummies: after taking many keys out.
    pub fn sweep(&self, heap: &Heap) {
        let used = self.used.get();
        if self.fill.get() - used > self.mask.get() as usize / 4 {
            // Without the memory the dummies stay.
            let _ = self.resize(heap, if used > 50_000 { used * 2 } else { used * 4 });
        }
    }

    /// Begins to merge another set: makes room, and if this set is empty copies everything
    /// without comparing. False: the caller adds the other's items in order.
    pub fn begin_merge(&self, heap: &Heap, other: &Set) -> bool {
        if ptr::eq(self, other) || other.is_empty() {
            return true;
        }
        self.reserve_merge(heap, other.len());
        if self.fill.get() != 0 {
            return false;
        }
        if other.len() > self.mask.get() as usize {
            heap.memory_ran_out();
            return true;
        }
        self.fill.set(other.len());
        self.used.set(other.len());
        let alike = self.mask == other.mask && other.fill == other.used;
        let (to, from) = (self.base(), other.base());
        for i in 0..other.places() {
            // SAFETY: I23, both sets have this place if they are alike, else only `other` is looked at.
            let place = unsafe { &*from.add(i) };
            let Some(key) = place.key.get() else { continue };
            if alike {
                // SAFETY: I23, as above.
                let copy = unsafe { &*to.add(i) };
                copy.key.set(key);
                copy.hash.set(place.hash.get());
            } else {
                self.insert_clean(key, place.hash.get());
            }
        }
        true
    }
}

/// How many places behind place `i` are looked at before a jump.
#[inline(always)]
fn neighbours(i: usize, mask: usize) -> usize {
    if i + LINEAR_PROBES <= mask { LINEAR_PROBES } else { 0 }
}

/// What is known of a stored key and one with the same hash.
#[inline(always)]
fn same(stored: &ObjRef, key: &ObjRef) -> Match {
    if stored.is(key) { Match::Yes } else { known_equal(stored, key) }
}

/// A block of free places.
fn new_table(heap: &Heap, places: usize) -> Result<*mut Place, NoMemory> {
    // The mask has 32 bits.
    u32::try_from(places).map_err(|_| NoMemory)?;
    let size = places.checked_mul(size_of::<Place>()).ok_or(NoMemory)?;
    let block = heap.alloc_block(size, Domain::Mem)?;
    // SAFETY: I23, the block is that long; zero is a free place.
    unsafe { block.write_bytes(0, size) };
    Ok(block.as_ptr().cast())
}

//! `dict`: 48 bytes that point at a table of indices and entries.
//!
//! ```text
//!   | header | used | generation | keys | values |
//!     16       8      8            8      8
//!                                  |      |
//!                                  |      +--> values of an instance, if the table is shared
//!                                  +--> | header | indices | entries |     see `keys`
//! ```
//!
//! What `==` and hashes mean is not known here: a lookup gets the hash, and a callback for the
//! keys that only Python can compare. The callback may change the dict; the lookup starts again
//! if the table or the key it was looking at is not what it was.
//!
//! An *entry number* names an entry until the table is replaced: it comes from a lookup and is
//! good for reading, replacing and removing, for caches under [`Dict::keys_version`]. A
//! *position* counts in iteration order.

mod copy;
mod edit;
mod instance;
pub(crate) mod keys;
pub(crate) mod parked;
mod shared;
mod widths;

use std::cell::Cell;
use std::ptr;

use self::keys::{Found, Keys};
use crate::alloc::free_list::FreeList;
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, word};
use crate::object::edge::{EdgeSink, Place};
use crate::object::field::{Field, Slot, Visitor};
use crate::object::float::Float;
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::RawObj;
use crate::object::int::Int;
use crate::object::payload::{Layout, Payload, Untrack, payload_ptr};
use crate::object::str::Str;
use crate::object::tuple::may_be_tracked;
use crate::object::type_head::{Exact, TypeHead};
use crate::object::values::Values;

pub use self::instance::{Attribute, Stored};
pub(crate) use self::keys::Match;
pub use self::shared::SharedKeys;

/// The payload of `dict` and of everything that starts with one.
#[repr(C)]
pub struct Dict {
    used: Cell<usize>,
    /// Counts the replacements of the table.
    generation: Cell<u64>,
    keys: Cell<Keys>,
    /// Null, or values in the order of a shared table's keys.
    values: Cell<*mut Slot>,
}

const _: () = assert!(size_of::<Dict>() == 32);

/// Whether a key is an exact str.
#[inline(always)]
pub(crate) fn is_text(key: &ObjRef) -> bool {
    key.ty().exact() == Exact::Str
}

/// The key as an exact str.
#[inline(always)]
pub(crate) fn as_text(key: &ObjRef) -> Option<&Ref<Str>> {
    // SAFETY: I1, the type that is marked `Exact::Str` has this payload.
    is_text(key).then(|| unsafe { key.cast_unchecked::<Str>() })
}

impl Field for Dict {
    const SPOTS: &'static [Spot] = crate::spots!(Dict {
        used: "length" Number,
        generation: "changes of table" Number,
        keys: "key table" Address,
        values: "values" Address,
    });

    fn bits(&self, heap: &Heap, sink: &mut BitSink<'_>) {
        let keys = self.keys.get();
        keys.bits(if keys.is_shared() { Bit::SHARED } else { "key table" }, !self.is_split(), sink);
        if !self.is_split() {
            return;
        }
        match self.ordered_values() {
            Some(values) => values.bits(heap, None, sink),
            None => {
                let places = keys::usable_for(keys.log2_slots());
                sink(Bit::Block { what: "values", addr: self.values.get().addr(), size: 8 * places });
                for entry in 0..keys.entries() {
                    let value = self.value_slot(entry);
                    keys.key(entry).peek(|key| {
                        let label = key.map_or(Label::Attribute(entry), Label::Value);
                        value.peek(|value| word(8 * entry, label, value, sink));
                    });
                }
            }
        }
    }

    /// The keys of a table of exact strings are not visited, as in CPython: strings hold nothing.
    fn trace(&self, visitor: &mut Visitor<'_>) {
        if self.embedded().is_some() {
            // The instance inside which they stand visits them.
            return;
        }
        let keys = self.keys.get();
        for entry in 0..keys.entries() {
            self.value_slot(entry).trace(visitor);
            if !keys.is_text() {
                keys.key(entry).trace(visitor);
            }
        }
    }

    /// Every value, and the keys, those of a shared table as such.
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        let keys = self.keys.get();
        for entry in 0..keys.entries() {
            keys.key(entry).peek(|key| {
                let Some(key) = key else { return };
                self.value_slot(entry).edges(&mut |_, value| sink(Place::Value(key), value));
                match keys.is_shared() {
                    true => sink(Place::SharedKey { table: keys.addr(), index: entry }, key),
                    false => sink(Place::Key, key),
                }
            });
        }
    }

    fn clear(&self, heap: &Heap) {
        self.clear_items(heap);
    }

    fn release(&self, heap: &Heap) {
        self.drop_table(heap);
    }
}

/// Whether a tracked dict can no longer be part of a cycle.
unsafe fn is_atomic(obj: RawObj) -> bool {
    // SAFETY: I1, only called for objects whose type names this layout.
    let (dict, ty) =
        unsafe { (payload_ptr::<Dict>(obj).as_ref(), payload_ptr::<TypeHead>(obj.as_ref().ty.get()).as_ref()) };
    let keys = dict.keys.get();
    let tracks = |slot: &Slot| slot.peek(|obj| obj.is_some_and(may_be_tracked));
    ty.exact() == Exact::Dict
        && !(0..keys.entries())
            .any(|entry| tracks(dict.value_slot(entry)) || (!keys.is_text() && tracks(keys.key(entry))))
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for Dict {
    const FREE_LIST: Option<FreeList> = Some(FreeList::Dict);

    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<Dict>("Dict", true);
            layout.untrack = Some(Untrack { full_only: true, atomic: is_atomic });
            layout
        };
        &LAYOUT
    }
}

impl Default for Dict {
    fn default() -> Dict {
        Dict::empty()
    }
}

/// What a step of an iterator found.
pub enum Stepped {
    /// The next item.
    Item(ObjRef, ObjRef),
    /// No more items, or the dict was let go before.
    Ended,
    /// The dict has another number of items.
    Changed,
}

/// How a lookup without Python ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lookup {
    /// The entry number.
    Found(usize),
    /// Not there.
    Absent,
    /// There is a key with the same hash that only Python can compare.
    Ask,
}

impl Dict {
    /// An empty dict's payload, for payloads that start with one.
    #[inline(always)]
    pub fn empty() -> Dict {
        Dict {
            used: Cell::new(0),
            generation: Cell::new(0),
            keys: Cell::new(Keys::empty()),
            values: Cell::new(ptr::null_mut()),
        }
    }

    /// A new empty dict without a table: `{}`. Exact dicts are tracked when something that
    /// the collector cares for gets in.
    #[inline(always)]
    pub fn new(heap: &Heap, ty: &ObjRef) -> Ref<Dict> {
        let dict = heap.alloc_untracked(ty, Dict::empty());
        if TypeHead::of(ty).exact() != Exact::Dict {
            heap.track(dict.as_obj());
        }
        dict
    }

    /// A new empty dict made by a call of its class: it passes the free list by, and up to 3.9
    /// has a table at once.
    pub fn by_class(heap: &Heap, ty: &ObjRef) -> Ref<Dict> {
        let dict = heap.alloc_by_class(ty, Dict::empty());
        dict.start_table(heap);
        if TypeHead::of(ty).exact() != Exact::Dict {
            heap.track(dict.as_obj());
        }
        dict
    }

    /// Up to 3.9 a dict made by a call of its class has a table at once.
    pub fn start_table(&self, heap: &Heap) {
        if heap.profile().objects.dict.eager_table {
            self.make_table(heap);
        }
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

    /// Changes whenever the table is replaced, so that entry numbers are void.
    #[inline(always)]
    pub fn generation(&self) -> u64 {
        self.generation.get()
    }

    /// Whether the values are apart from the table, which is shared.
    #[inline(always)]
    pub fn is_split(&self) -> bool {
        !self.values.get().is_null()
    }

    /// The values, if they remember the order of assignment (3.11+).
    #[inline(always)]
    fn ordered_values(&self) -> Option<Values> {
        // SAFETY: I13, the dict owns the values.
        if self.keys.get().is_narrow() { unsafe { Values::from_ptr(self.values.get()) } } else { None }
    }

    /// The value of an entry.
    #[inline(always)]
    fn value_slot(&self, entry: usize) -> &Slot {
        let values = self.values.get();
        if values.is_null() {
            return self.keys.get().value(entry);
        }
        self.split_value(entry)
    }

    #[inline]
    fn split_value(&self, entry: usize) -> &Slot {
        if let Some(values) = self.ordered_values() {
            // A key that the class learned after this instance was made has no place here yet.
            return if entry < values.capacity() { values.slot(entry) } else { &NOTHING.0 };
        }
        // SAFETY: I22, up to 3.10 there is a value for each entry of the shared table.
        unsafe { &*self.values.get().add(entry) }
    }

    /// The value of an entry, count + 1.
    #[inline(always)]
    pub fn value_at(&self, entry: usize) -> Option<ObjRef> {
        if entry >= self.keys.get().entries() {
            return None;
        }
        self.value_slot(entry).get()
    }

    /// The key of an entry, count + 1.
    pub fn key_at(&self, entry: usize) -> Option<ObjRef> {
        if entry >= self.keys.get().entries() {
            return None;
        }
        self.keys.get().key(entry).get()
    }

    /// The value of an entry of a dict whose keys version was tested against one that a cache
    /// got together with the entry number.
    ///
    /// # Safety
    /// The entry number came from this table (same keys version, not 0).
    #[inline(always)]
    pub unsafe fn value_cached(&self, entry: usize) -> Option<ObjRef> {
        let keys = self.keys.get();
        // SAFETY: I22; tables with a version are not shared.
        if keys.is_narrow() { unsafe { keys.narrow_value(entry).get() } } else { keys.value(entry).get() }
    }

    /// The tag of the table for caches; 0 if it has none (yet).
    #[inline(always)]
    pub fn keys_version(&self) -> u32 {
        self.keys.get().version()
    }

    /// The tag of the table, which gets one if it has none. It lasts as long as the set of
    /// keys does; values may change. 0: no caching.
    pub fn make_keys_version(&self, heap: &Heap) -> u32 {
        let keys = self.keys.get();
        if keys.version() == 0 && !keys.is_empty_table() && !keys.is_shared() {
            keys.set_version(heap.dicts.new_version());
        }
        keys.version()
    }

    /// Positions to iterate over, those of deleted items included.
    #[inline(always)]
    pub fn entries_len(&self) -> usize {
        match self.ordered_values() {
            Some(values) => values.used(),
            None => self.keys.get().entries(),
        }
    }

    /// The entry number at a position; None beyond the end.
    #[inline(always)]
    pub fn entry_number(&self, position: usize) -> Option<usize> {
        if position >= self.entries_len() {
            return None;
        }
        Some(self.ordered_values().map_or(position, |values| values.order(position)))
    }

    /// The item at a position; None if it was deleted or beyond the end.
    #[inline(always)]
    pub fn entry(&self, position: usize) -> Option<(ObjRef, ObjRef)> {
        let entry = self.entry_number(position)?;
        let value = self.value_slot(entry).get()?;
        Some((self.keys.get().key(entry).get()?, value))
    }

    /// The item at a position with its hash.
    pub fn entry_with_hash(&self, position: usize) -> Option<(isize, ObjRef, ObjRef)> {
        let hash = self.keys.get().hash(self.entry_number(position)?);
        self.entry(position).map(|(key, value)| (hash, key, value))
    }

    /// The next item from a position on, and the position behind it.
    #[inline]
    pub fn next_entry(&self, mut position: usize) -> Option<(usize, ObjRef, ObjRef)> {
        if self.values.get().is_null() {
            return self.keys.get().next_pair(position);
        }
        let end = self.entries_len();
        while position < end {
            if let Some((key, value)) = self.entry(position) {
                return Some((position + 1, key, value));
            }
            position += 1;
        }
        None
    }

    /// One step of an iterator over the dict in `slot`, which had `used` items at the start.
    #[inline]
    pub fn step(slot: &Slot, used: usize, position: &Cell<usize>) -> Stepped {
        slot.peek(|dict| {
            let Some(dict) = dict.and_then(|dict| dict.cast_ref::<Dict>()) else { return Stepped::Ended };
            if dict.len() != used {
                return Stepped::Changed;
            }
            let found = dict.next_entry(position.get());
            position.set(found.as_ref().map_or_else(|| dict.entries_len(), |(next, ..)| *next));
            found.map_or(Stepped::Ended, |(_, key, value)| Stepped::Item(key, value))
        })
    }

    /// The last item at or before a position, and its position: reversed iteration.
    pub fn previous_entry(&self, position: usize) -> Option<(usize, ObjRef, ObjRef)> {
        let last = position.min(self.entries_len().checked_sub(1)?);
        (0..=last).rev().find_map(|at| self.entry(at).map(|(key, value)| (at, key, value)))
    }

    /// Copies of all items in order.
    pub fn items(&self) -> Vec<(ObjRef, ObjRef)> {
        (0..self.entries_len()).filter_map(|at| self.entry(at)).collect()
    }

    /// Copies of all keys in order.
    pub fn keys(&self) -> Vec<ObjRef> {
        (0..self.entries_len()).filter_map(|at| self.entry(at).map(|(key, _)| key)).collect()
    }

    /// Copies of all values in order.
    pub fn values(&self) -> Vec<ObjRef> {
        (0..self.entries_len()).filter_map(|at| self.entry(at).map(|(_, value)| value)).collect()
    }

    /// Calls `look` with every key the table owns and every value, without counting: for
    /// instruments, which must see what the collector does not visit. `look` must not run Python.
    pub fn look_at_items(&self, mut look: impl FnMut(&ObjRef, &ObjRef)) {
        for position in 0..self.entries_len() {
            let Some(entry) = self.entry_number(position) else { continue };
            self.keys
                .get()
                .key(entry)
                .peek(|key| self.value_slot(entry).peek(|value| key.zip(value).map(|(key, value)| look(key, value))));
        }
    }

    /// Looks for an exact str whose hash is computed, without Python.
    ///
    /// # Panics
    /// If the hash is not computed: an internal error.
    #[inline(always)]
    pub fn find_str(&self, key: &Ref<Str>) -> Lookup {
        let hash = key.hash_cached();
        debug_assert!(hash != -1, "internal error: a key without hash");
        let keys = self.keys.get();
        if keys.is_text() {
            return match keys.find_text(key, hash) {
                Some(entry) if self.values.get().is_null() || self.value_slot(entry).is_some() => Lookup::Found(entry),
                _ => Lookup::Absent,
            };
        }
        self.find_str_mixed(key, hash)
    }

    #[inline(never)]
    fn find_str_mixed(&self, key: &Ref<Str>, hash: isize) -> Lookup {
        let keys = self.keys.get();
        let found = keys.find(hash, |entry| keys.key(entry).peek(|at| same_key(at, key.as_obj())));
        match found {
            Found::At(entry) => Lookup::Found(entry),
            Found::Absent => Lookup::Absent,
            Found::Ask(_) => Lookup::Ask,
        }
    }

    /// The value under an exact str whose hash is computed. Keys that only Python could
    /// compare are taken as different; where that matters use `find_str` or `lookup`.
    #[inline(always)]
    pub fn get_str(&self, key: &Ref<Str>) -> Option<ObjRef> {
        let keys = self.keys.get();
        if keys.is_narrow() && self.values.get().is_null() {
            return keys.text_value(key, key.hash_cached())?.get();
        }
        match self.find_str(key) {
            Lookup::Found(entry) => self.value_slot(entry).get(),
            Lookup::Absent => None,
            Lookup::Ask => self.get_str_slow(key),
        }
    }

    /// The entry of an exact str, keys that only Python could compare passed over.
    #[cold]
    fn entry_of_str(&self, key: &Ref<Str>) -> Option<usize> {
        let keys = self.keys.get();
        let check = |entry: usize| match keys.key(entry).peek(|at| same_key(at, key.as_obj())) {
            Match::Ask => Match::No,
            known => known,
        };
        match keys.find(key.hash_cached(), check) {
            Found::At(entry) => Some(entry),
            _ => None,
        }
    }

    #[cold]
    fn get_str_slow(&self, key: &Ref<Str>) -> Option<ObjRef> {
        self.value_slot(self.entry_of_str(key)?).get()
    }

    /// The entry number of a key. `eq` is asked about keys with the same hash that cannot be
    /// told without Python; it may change the dict.
    #[inline]
    pub fn lookup<E>(
        &self,
        key: &ObjRef,
        hash: isize,
        eq: impl FnMut(&ObjRef) -> Result<bool, E>,
    ) -> Result<Option<usize>, E> {
        let keys = self.keys.get();
        if keys.is_text()
            && let Some(text) = as_text(key)
        {
            let found = keys.find_text(text, hash);
            return Ok(found.filter(|&entry| self.value_slot(entry).is_some()));
        }
        self.lookup_any(key, hash, eq)
    }

    fn lookup_any<E>(
        &self,
        key: &ObjRef,
        hash: isize,
        mut eq: impl FnMut(&ObjRef) -> Result<bool, E>,
    ) -> Result<Option<usize>, E> {
        // Entries that `eq` has said no to, valid for one state of the table.
        let mut refused: Vec<usize> = Vec::new();
        loop {
            let (keys, generation) = (self.keys.get(), self.generation.get());
            let found = keys.find(hash, |entry| {
                if refused.contains(&entry) {
                    return Match::No;
                }
                keys.key(entry).peek(|at| same_key(at, key))
            });
            let entry = match found {
                Found::At(entry) => return Ok(Some(entry).filter(|&e| self.value_slot(e).is_some())),
                Found::Absent => return Ok(None),
                Found::Ask(entry) => entry,
            };
            let Some(start) = keys.key(entry).get() else { continue };
            let same = eq(&start)?;
            if self.generation.get() != generation || !self.keys.get().key(entry).holds(&start) {
                refused.clear();
            } else if same {
                return Ok(Some(entry).filter(|&e| self.value_slot(e).is_some()));
            } else {
                refused.push(entry);
            }
        }
    }

    /// Bytes that `getsizeof` reports beside the object itself: the table, unless it is shared
    /// with others; and the values that the shared table has room for.
    pub fn storage_size(&self) -> usize {
        let keys = self.keys.get();
        let values = if self.is_split() { 8 * (keys.entries() + keys.usable()) } else { 0 };
        values + if keys.owners() == 1 { keys.block_size() } else { 0 }
    }

    /// Slots of the table; 0 without one.
    pub fn slots(&self) -> usize {
        if self.keys.get().is_empty_table() { 0 } else { 1 << self.keys.get().log2_slots() }
    }

    /// Address of the table's block, 0 without one.
    pub fn table_addr(&self) -> usize {
        if self.keys.get().is_empty_table() { 0 } else { self.keys.get().addr() }
    }
}

/// What can be told about two keys with equal hashes without Python.
#[inline(always)]
fn same_key(at: Option<&ObjRef>, key: &ObjRef) -> Match {
    let Some(at) = at else { return Match::No };
    if at.is(key) {
        return Match::Yes;
    }
    known_equal(at, key)
}

/// Equality of two objects with equal hashes as far as it is known here: exact strings, ints
/// and floats.
#[inline]
pub(crate) fn known_equal(a: &ObjRef, b: &ObjRef) -> Match {
    let exact = a.ty().exact();
    if exact != b.ty().exact() {
        return Match::Ask;
    }
    // SAFETY: I1, the types so marked have these payloads.
    let same = unsafe {
        match exact {
            Exact::Str => a.cast_unchecked::<Str>().same_text(b.cast_unchecked::<Str>()),
            Exact::Int => a.cast_unchecked::<Int>().same_value(b.cast_unchecked::<Int>()),
            Exact::Float => a.cast_unchecked::<Float>().value() == b.cast_unchecked::<Float>().value(),
            _ => return Match::Ask,
        }
    };
    if same { Match::Yes } else { Match::No }
}

/// A slot that is always empty.
struct Nothing(Slot);

// SAFETY: I22, nobody writes to it: it stands for values that have no place yet.
unsafe impl Sync for Nothing {}

static NOTHING: Nothing = Nothing(Slot::empty());

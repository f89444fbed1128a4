//! A block of references in the heap: the items of a list.
//!
//! ```text
//!   payload:  | len | ptr | capacity |        3 words
//!                      |
//!                .------'
//!                v
//!   block:    | item 0 | item 1 | ... | item len-1 | room ... |
//! ```
//!
//! The owner orders the capacity, so growth follows the owner's formula and the block is
//! exactly as large as what is reported. Nothing is lent: items are copied out by index.

use std::cell::Cell;
use std::ptr::{self, NonNull};

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, Worth, word};
use crate::object::edge::{EdgeSink, Place};
use crate::object::field::{Field, Visitor};
use crate::object::handle::ObjRef;

const WORD: usize = size_of::<ObjRef>();

/// A growable array of references whose block lies in the heap.
#[repr(C)]
pub struct Slots {
    len: Cell<usize>,
    ptr: Cell<*mut ObjRef>,
    capacity: Cell<usize>,
}

impl Default for Slots {
    fn default() -> Slots {
        Slots::new()
    }
}

impl Slots {
    /// No block yet.
    pub const fn new() -> Slots {
        Slots { ptr: Cell::new(ptr::null_mut()), len: Cell::new(0), capacity: Cell::new(0) }
    }

    /// Number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len.get()
    }

    /// Whether there is no item.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len.get() == 0
    }

    /// Items that fit into the block.
    #[inline(always)]
    pub fn capacity(&self) -> usize {
        self.capacity.get()
    }

    /// Whether there is a block (it may have room for nothing).
    #[inline(always)]
    pub fn has_block(&self) -> bool {
        !self.ptr.get().is_null()
    }

    /// Address of the block, 0 without one.
    pub fn block_addr(&self) -> usize {
        self.ptr.get().addr()
    }

    #[inline(always)]
    fn at(&self, i: usize) -> *mut ObjRef {
        debug_assert!(i < self.capacity.get());
        // SAFETY: I6, i < capacity, and the block holds capacity words.
        unsafe { self.ptr.get().add(i) }
    }

    /// The item, count + 1.
    #[inline(always)]
    pub fn get(&self, i: usize) -> Option<ObjRef> {
        // SAFETY: I6, items below len are live handles.
        (i < self.len.get()).then(|| unsafe { (*self.at(i)).clone() })
    }

    /// Whether item `i` is `other`; counts do not change.
    #[inline(always)]
    pub fn holds(&self, i: usize, other: &ObjRef) -> bool {
        // SAFETY: I6.
        i < self.len.get() && unsafe { (*self.at(i)).is(other) }
    }

    /// Stores first, drops the old item afterwards.
    ///
    /// # Panics
    /// If there is no item `i`: an internal error.
    #[inline(always)]
    pub fn set(&self, i: usize, value: ObjRef) {
        drop(self.replace(i, value));
    }

    /// Stores and hands the old item to the caller.
    ///
    /// # Panics
    /// If there is no item `i`: an internal error.
    #[inline(always)]
    pub fn replace(&self, i: usize, value: ObjRef) -> ObjRef {
        assert!(i < self.len.get());
        // SAFETY: I6; the old handle moves out as the new one moves in.
        unsafe { self.at(i).replace(value) }
    }

    /// Appends within the capacity.
    ///
    /// # Panics
    /// If there is no room: an internal error.
    #[inline(always)]
    pub fn push(&self, value: ObjRef) {
        let len = self.len.get();
        assert!(len < self.capacity.get());
        // SAFETY: I6, the word at len is room.
        unsafe { self.at(len).write(value) };
        self.len.set(len + 1);
    }

    /// Moves the last item out.
    #[inline(always)]
    pub fn pop(&self) -> Option<ObjRef> {
        let len = self.len.get().checked_sub(1)?;
        self.len.set(len);
        // SAFETY: I6, the word was an item and is room now.
        Some(unsafe { self.at(len).read() })
    }

    /// Inserts within the capacity, moving what follows.
    ///
    /// # Panics
    /// If there is no room or `i > len`: an internal error.
    pub fn insert(&self, i: usize, value: ObjRef) {
        let len = self.len.get();
        assert!(i <= len && len < self.capacity.get());
        // SAFETY: I6, len < capacity words are moved up by one.
        unsafe {
            ptr::copy(self.at(i), self.at(i).add(1), len - i);
            self.at(i).write(value);
        }
        self.len.set(len + 1);
    }

    /// Moves item `i` out and closes the gap.
    ///
    /// # Panics
    /// If there is no item `i`: an internal error.
    pub fn remove(&self, i: usize) -> ObjRef {
        let len = self.len.get();
        assert!(i < len);
        // SAFETY: I6, the words behind i are moved down by one.
        let item = unsafe {
            let item = self.at(i).read();
            ptr::copy(self.at(i).add(1), self.at(i), len - i - 1);
            item
        };
        self.len.set(len - 1);
        item
    }

    /// Moves `count` items from `start` out and closes the gap; the caller drops them in the
    /// order that the operation asks for.
    ///
    /// # Panics
    /// If the range is not inside: an internal error.
    pub fn remove_range(&self, start: usize, count: usize) -> Vec<ObjRef> {
        let len = self.len.get();
        assert!(start <= len && count <= len - start);
        if count == 0 {
            return Vec::new();
        }
        // SAFETY: I6, each word of the range is read once before it is overwritten.
        let gone = unsafe {
            let gone = (start..start + count).map(|i| self.at(i).read()).collect();
            let rest = len - start - count;
            ptr::copy(self.ptr.get().add(start + count), self.at(start), rest);
            gone
        };
        self.len.set(len - count);
        gone
    }

    /// All items, without counting.
    ///
    /// # Safety
    /// While the slice is in use nothing is stored into this array, and no other code runs.
    #[inline(always)]
    pub(crate) unsafe fn look(&self) -> &[ObjRef] {
        match NonNull::new(self.ptr.get()) {
            // SAFETY: I6; the caller promises that the items stay.
            Some(items) => unsafe { std::slice::from_raw_parts(items.as_ptr(), self.len.get()) },
            None => &[],
        }
    }

    /// Appends copies of items within the capacity. They may be items of this array.
    ///
    /// # Panics
    /// If there is no room: an internal error.
    #[inline]
    pub(crate) fn append_copies(&self, items: &[ObjRef]) {
        let len = self.len.get();
        assert!(items.len() <= self.capacity.get() - len);
        if items.is_empty() {
            return;
        }
        let places = self.at(len);
        for (i, item) in items.iter().enumerate() {
            // SAFETY: I6, the words from len on are room.
            unsafe { places.add(i).write(item.clone()) };
        }
        self.len.set(len + items.len());
    }

    /// All items, for the one owner.
    pub(crate) fn as_mut_slice(&mut self) -> &mut [ObjRef] {
        match NonNull::new(self.ptr.get()) {
            // SAFETY: I6; nothing else reaches the block while it is borrowed mutably.
            Some(items) => unsafe { std::slice::from_raw_parts_mut(items.as_ptr(), self.len.get()) },
            None => &mut [],
        }
    }

    /// Exchanges two items.
    ///
    /// # Panics
    /// If one of them is not there: an internal error.
    #[inline]
    pub fn swap(&self, a: usize, b: usize) {
        assert!(a < self.len.get() && b < self.len.get());
        // SAFETY: I6.
        unsafe { ptr::swap(self.at(a), self.at(b)) };
    }

    /// Reverses the items in place.
    pub fn reverse(&self) {
        let len = self.len.get();
        (0..len / 2).for_each(|i| self.swap(i, len - 1 - i));
    }

    /// Drops items from the last one down until `len` are left. Each item is out of sight
    /// before it is dropped.
    pub fn truncate(&self, len: usize) {
        while self.len.get() > len {
            drop(self.pop());
        }
    }

    /// Moves block and items out, leaving nothing.
    pub fn take(&self) -> Slots {
        Slots {
            ptr: Cell::new(self.ptr.replace(ptr::null_mut())),
            len: Cell::new(self.len.replace(0)),
            capacity: Cell::new(self.capacity.replace(0)),
        }
    }

    /// Exchanges block and items with `other`.
    pub fn exchange(&self, other: &Slots) {
        self.ptr.swap(&other.ptr);
        self.len.swap(&other.len);
        self.capacity.swap(&other.capacity);
    }

    /// Gives the block room for exactly `capacity` items. Room for nothing keeps a block of
    /// no bytes if there was one (as CPython's realloc to 0 does).
    ///
    /// # Panics
    /// If the items do not fit: an internal error.
    pub fn reallocate(&self, heap: &Heap, capacity: usize) -> Result<(), NoMemory> {
        assert!(capacity >= self.len.get());
        let size = capacity.checked_mul(WORD).ok_or(NoMemory)?;
        let block = match NonNull::new(self.ptr.get().cast::<u8>()) {
            Some(old) => heap.realloc_block(old, self.capacity.get() * WORD, size, Domain::Mem)?,
            None if capacity == 0 => return Ok(()),
            None => heap.alloc_block(size, Domain::Mem)?,
        };
        self.ptr.set(block.as_ptr().cast());
        self.capacity.set(capacity);
        Ok(())
    }

    /// Gives an empty array a fresh block for `capacity` items that are then pushed.
    pub fn with_capacity(heap: &Heap, capacity: usize) -> Result<Slots, NoMemory> {
        let slots = Slots::new();
        slots.reallocate(heap, capacity)?;
        Ok(slots)
    }
}

impl Field for Slots {
    const SPOTS: &'static [Spot] =
        crate::spots!(Slots { len: "length" Number, ptr: "items" Address, capacity: "room for" Number });

    fn bits(&self, _: &Heap, sink: &mut BitSink<'_>) {
        if !self.has_block() {
            return;
        }
        let (len, capacity) = (self.len.get(), self.capacity.get());
        sink(Bit::Block { what: "items", addr: self.block_addr(), size: capacity * WORD });
        for i in 0..len {
            // SAFETY: I6; sinks do not change payloads.
            word(i * WORD, Label::Nth("item", i), Some(unsafe { &*self.at(i) }), sink);
        }
        if capacity > len {
            let (offset, size) = ((len * WORD) as isize, (capacity - len) * WORD);
            sink(Bit::Piece {
                offset,
                size,
                label: Label::Name("room"),
                worth: Worth::Number((capacity - len) as u64),
            });
        }
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        for i in (0..self.len.get()).rev() {
            // SAFETY: I6; visitors do not change payloads.
            visitor.visit(unsafe { &*self.at(i) });
        }
    }

    fn edges(&self, sink: &mut EdgeSink<'_>) {
        for i in 0..self.len.get() {
            // SAFETY: I6; sinks do not change payloads.
            sink(Place::Item(i), unsafe { &*self.at(i) });
        }
    }

    /// Detaches first: a dying item that looks at its owner sees it empty.
    fn clear(&self, heap: &Heap) {
        let gone = self.take();
        gone.truncate(0);
        if let Some(block) = NonNull::new(gone.ptr.get().cast::<u8>()) {
            heap.free_block(block, gone.capacity.get() * WORD, Domain::Mem);
        }
    }

    /// Nobody looks at a dead owner: the items drop where they are, the last one first.
    fn release(&self, heap: &Heap) {
        let (items, len) = (self.ptr.get(), self.len.replace(0));
        for i in (0..len).rev() {
            // SAFETY: I6, each item moves out once.
            drop(unsafe { items.add(i).read() });
        }
        self.clear(heap);
    }
}

//! `collections.deque`: a chain of blocks of 64 items that grows at both ends.
//!
//! ```text
//!   | header | len | left | right | left at, right at | state | limit | spare | weak list |
//!     16       8     8      8       4         4         8       8       8       8
//!                    |      |
//!                    v      v
//!     | prev | item 0 ... item 63 | next | <-> | prev | ... | next |      528 bytes each
//! ```
//!
//! An empty deque keeps one block, and starts in its middle. Blocks that run empty are kept as spares by
//! the deque (up to 16; up to 3.10 by the heap for all deques), linked through their first word; the first spare knows how many there are.
//! `state` counts the changes, by which iterators see that they have lost their place.

use std::cell::Cell;
use std::ptr::{self, NonNull};

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, word};
use crate::object::edge::{self, EdgeSink};
use crate::object::field::{Field, Slot, Visitor};
use crate::object::handle::{ObjRef, Ref};
use crate::object::payload::{Layout, Payload};
use crate::object::weak::WeakList;

/// Items of a block.
const ITEMS: usize = 64;
/// Where an empty deque's left end stands, one behind the middle.
const MIDDLE: usize = ITEMS / 2;
/// Empty blocks that a deque keeps.
const SPARES: usize = 16;
/// Bytes of a block.
pub const BLOCK: usize = size_of::<Block>();

#[repr(C)]
struct Block {
    prev: Cell<*mut Block>,
    items: [Cell<*mut ()>; ITEMS],
    next: Cell<*mut Block>,
}

/// Empty blocks that wait for any deque.
#[derive(Default)]
pub(crate) struct DequeSpares(Cell<*mut Block>);

impl DequeSpares {
    /// Gives them back, at the end of the heap.
    pub(crate) fn free(&self, heap: &Heap) {
        free_spares(heap, &self.0);
    }
}

fn take_spare(list: &Cell<*mut Block>) -> Option<NonNull<Block>> {
    let block = NonNull::new(list.get())?;
    // SAFETY: I24, spares are alive and linked through `prev`.
    list.set(unsafe { block.as_ref().prev.get() });
    Some(block)
}

fn count_spares(list: &Cell<*mut Block>) -> usize {
    let spare = list.get();
    // SAFETY: I24, the first item word of the first spare holds the number.
    if spare.is_null() { 0 } else { unsafe { (*spare).items[0].get().addr() } }
}

fn free_spares(heap: &Heap, list: &Cell<*mut Block>) {
    while let Some(spare) = take_spare(list) {
        heap.free_block(spare.cast(), BLOCK, Domain::Mem);
    }
}

/// The payload of `deque`.
#[repr(C)]
pub struct Deque {
    len: Cell<usize>,
    left: Cell<*mut Block>,
    right: Cell<*mut Block>,
    left_at: Cell<u32>,
    right_at: Cell<u32>,
    state: Cell<usize>,
    /// `maxlen`, -1 without one.
    limit: Cell<isize>,
    spare: Cell<*mut Block>,
    /// The weak references to the deque.
    pub weak: WeakList,
}

impl Field for Deque {
    const SPOTS: &'static [Spot] = crate::spots!(Deque {
        len: "length" Number,
        left: "first block" Address,
        right: "last block" Address,
        left_at: "first item at" Number,
        right_at: "last item at" Number,
        state: "changes" Number,
        limit: "maxlen" Signed,
        spare: "spare blocks" Address,
        weak: "__weakref__" Uncounted,
    });
    fn bits(&self, _: &Heap, sink: &mut BitSink<'_>) {
        let (mut place, mut left) = (self.first(), self.len.get());
        let mut block: *mut Block = ptr::null_mut();
        while left > 0 || block.is_null() && !place.block.is_null() {
            if !ptr::eq(block, place.block) {
                block = place.block;
                sink(Bit::Block { what: "64 items", addr: block.addr(), size: BLOCK });
            }
            if left == 0 {
                break;
            }
            let number = self.len.get() - left;
            // SAFETY: I24, every place between the ends holds a handle; sinks change nothing.
            word(8 + 8 * place.at, Label::Nth("item", number), Some(unsafe { &*place.slot() }), sink);
            (place, left) = (place.next(), left - 1);
        }
        let mut spare = self.spare.get();
        while !spare.is_null() {
            sink(Bit::Block { what: "spare", addr: spare.addr(), size: BLOCK });
            // SAFETY: I24, spares are alive and linked through `prev`.
            spare = unsafe { (*spare).prev.get() };
        }
    }
    fn trace(&self, visitor: &mut Visitor<'_>) {
        let mut place = self.first();
        for _ in 0..self.len.get() {
            // SAFETY: I24, every place between the ends holds a handle; visitors change nothing.
            visitor.visit(unsafe { &*place.slot() });
            place = place.next();
        }
    }
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        let mut n = 0;
        self.trace(&mut Visitor::new(&mut |obj| {
            sink(edge::Place::Item(n), obj);
            n += 1;
        }));
    }
    fn clear(&self, heap: &Heap) {
        self.drop_items(heap);
    }
    fn release(&self, heap: &Heap) {
        self.drop_items(heap);
        free_spares(heap, &self.spare);
        let last = self.left.replace(ptr::null_mut());
        if ptr::eq(self.spares(heap), &self.spare) {
            NonNull::new(last).into_iter().for_each(|block| heap.free_block(block.cast(), BLOCK, Domain::Mem));
        } else {
            self.put_block(heap, last);
        }
    }
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for Deque {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = Layout::of::<Deque>("Deque", true);
        &LAYOUT
    }
}

/// A place in the chain.
#[derive(Clone, Copy)]
struct Place {
    block: *mut Block,
    at: usize,
}

impl Place {
    /// The word of this place.
    #[inline(always)]
    fn slot(self) -> *mut ObjRef {
        // SAFETY: I24, blocks of the chain are alive and `at` is below ITEMS.
        unsafe { (*self.block).items[self.at].as_ptr().cast() }
    }

    #[inline(always)]
    fn next(self) -> Place {
        if self.at + 1 < ITEMS {
            return Place { at: self.at + 1, ..self };
        }
        // SAFETY: I24.
        let block = unsafe { (*self.block).next.get() };
        if block.is_null() { Place { at: ITEMS, ..self } } else { Place { block, at: 0 } }
    }

    #[inline(always)]
    fn prev(self) -> Place {
        if self.at > 0 {
            return Place { at: self.at - 1, ..self };
        }
        // SAFETY: I24.
        let block = unsafe { (*self.block).prev.get() };
        if block.is_null() { Place { at: ITEMS, ..self } } else { Place { block, at: ITEMS - 1 } }
    }
}

impl Deque {
    /// An empty deque; `limit` is its `maxlen`.
    pub fn new(heap: &Heap, ty: &ObjRef, limit: Option<usize>) -> Result<Ref<Deque>, NoMemory> {
        let payload = Deque {
            len: Cell::new(0),
            left: Cell::new(ptr::null_mut()),
            right: Cell::new(ptr::null_mut()),
            left_at: Cell::new(MIDDLE as u32),
            right_at: Cell::new(MIDDLE as u32 - 1),
            state: Cell::new(0),
            limit: Cell::new(limit.map_or(-1, |n| n as isize)),
            spare: Cell::new(ptr::null_mut()),
            weak: WeakList::default(),
        };
        let deque = heap.alloc_untracked(ty, payload);
        let block = deque.new_block(heap)?;
        deque.left.set(block);
        deque.right.set(block);
        heap.track(deque.as_obj());
        Ok(deque)
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

    /// `maxlen`.
    pub fn limit(&self) -> Option<usize> {
        usize::try_from(self.limit.get()).ok()
    }

    /// Sets `maxlen`; the caller has made the deque short enough.
    pub fn set_limit(&self, limit: Option<usize>) {
        self.limit.set(limit.map_or(-1, |n| n as isize));
    }

    /// Counts the changes.
    pub fn state(&self) -> usize {
        self.state.get()
    }

    /// Blocks between the ends, for the size.
    pub fn blocks(&self) -> usize {
        (self.left_at.get() as usize + self.len.get()).div_ceil(ITEMS).max(1)
    }

    fn changed(&self) {
        self.state.set(self.state.get().wrapping_add(1));
    }

    fn first(&self) -> Place {
        Place { block: self.left.get(), at: self.left_at.get() as usize }
    }

    fn last(&self) -> Place {
        Place { block: self.right.get(), at: self.right_at.get() as usize }
    }

    fn new_block(&self, heap: &Heap) -> Result<*mut Block, NoMemory> {
        let block = match take_spare(self.spares(heap)) {
            Some(block) => block,
            None => heap.alloc_block(BLOCK, Domain::Mem)?.cast(),
        };
        // SAFETY: I24, the block is fresh and BLOCK bytes long.
        unsafe { block.write_bytes(0, 1) };
        Ok(block.as_ptr())
    }

    /// Where empty blocks wait: at the deque, or up to 3.10 at the heap.
    fn spares<'a>(&'a self, heap: &'a Heap) -> &'a Cell<*mut Block> {
        if heap.profile().objects.deque_keeps_spares { &self.spare } else { &heap.deque_spares.0 }
    }

    /// Keeps an empty block as a spare, or gives it back.
    fn put_block(&self, heap: &Heap, block: *mut Block) {
        let Some(block) = NonNull::new(block) else { return };
        let list = self.spares(heap);
        let spares = count_spares(list);
        if spares >= SPARES {
            return heap.free_block(block.cast(), BLOCK, Domain::Mem);
        }
        // SAFETY: I24, the block left the chain and holds no item.
        let head = unsafe { block.as_ref() };
        head.prev.set(list.replace(block.as_ptr()));
        head.items[0].set(ptr::without_provenance_mut(spares + 1));
    }

    /// Appends at the right end.
    pub fn push_back(&self, heap: &Heap, value: ObjRef) -> Result<(), NoMemory> {
        if self.right_at.get() as usize == ITEMS - 1 {
            let block = self.new_block(heap)?;
            // SAFETY: I24, both blocks are alive.
            unsafe {
                (*block).prev.set(self.right.get());
                (*self.right.get()).next.set(block);
            }
            self.right.set(block);
            self.right_at.set(u32::MAX);
        }
        self.right_at.set(self.right_at.get().wrapping_add(1));
        // SAFETY: I24, the place is free.
        unsafe { self.last().slot().write(value) };
        self.len.set(self.len.get() + 1);
        self.changed();
        Ok(())
    }

    /// Appends at the left end.
    pub fn push_front(&self, heap: &Heap, value: ObjRef) -> Result<(), NoMemory> {
        if self.left_at.get() == 0 {
            let block = self.new_block(heap)?;
            // SAFETY: I24, both blocks are alive.
            unsafe {
                (*block).next.set(self.left.get());
                (*self.left.get()).prev.set(block);
            }
            self.left.set(block);
            self.left_at.set(ITEMS as u32);
        }
        self.left_at.set(self.left_at.get() - 1);
        // SAFETY: I24, the place is free.
        unsafe { self.first().slot().write(value) };
        self.len.set(self.len.get() + 1);
        self.changed();
        Ok(())
    }

    /// Moves the last item out.
    pub fn pop_back(&self, heap: &Heap) -> Option<ObjRef> {
        let len = self.len.get().checked_sub(1)?;
        // SAFETY: I24, the place holds a handle and is free from now on.
        let item = unsafe { self.last().slot().read() };
        self.len.set(len);
        self.changed();
        if self.right_at.get() == 0 && len == 0 {
            self.centre();
        } else if self.right_at.get() == 0 {
            let empty = self.right.get();
            // SAFETY: I24, there is an item left, so there is a block in front.
            let before = unsafe { (*empty).prev.get() };
            // SAFETY: I24, as above.
            unsafe { (*before).next.set(ptr::null_mut()) };
            self.right.set(before);
            self.right_at.set(ITEMS as u32 - 1);
            self.put_block(heap, empty);
        } else {
            self.right_at.set(self.right_at.get() - 1);
        }
        Some(item)
    }

    /// Moves the first item out.
    pub fn pop_front(&self, heap: &Heap) -> Option<ObjRef> {
        let len = self.len.get().checked_sub(1)?;
        // SAFETY: I24, the place holds a handle and is free from now on.
        let item = unsafe { self.first().slot().read() };
        self.len.set(len);
        self.changed();
        if self.left_at.get() as usize == ITEMS - 1 && len == 0 {
            self.centre();
        } else if self.left_at.get() as usize == ITEMS - 1 {
            let empty = self.left.get();
            // SAFETY: I24, there is an item left, so there is a block behind.
            let behind = unsafe { (*empty).next.get() };
            // SAFETY: I24, as above.
            unsafe { (*behind).prev.set(ptr::null_mut()) };
            self.left.set(behind);
            self.left_at.set(0);
            self.put_block(heap, empty);
        } else {
            self.left_at.set(self.left_at.get() + 1);
        }
        Some(item)
    }

    /// The deque is empty and an end has left its only block: both ends go to its middle.
    fn centre(&self) {
        self.left_at.set(MIDDLE as u32);
        self.right_at.set(MIDDLE as u32 - 1);
    }

    /// An empty deque that is about to be filled to the right starts at the left end of its block.
    pub fn start_left(&self) {
        if self.is_empty() {
            self.left_at.set(1);
            self.right_at.set(0);
        }
    }

    /// An empty deque that is about to be filled to the left starts at the right end of its block.
    pub fn start_right(&self) {
        if self.is_empty() {
            self.left_at.set(ITEMS as u32 - 1);
            self.right_at.set(ITEMS as u32 - 2);
        }
    }

    fn place(&self, index: usize) -> Option<Place> {
        if index >= self.len.get() {
            return None;
        }
        let offset = self.left_at.get() as usize + index;
        let (steps, at) = (offset / ITEMS, offset % ITEMS);
        let last = self.blocks() - 1;
        let mut block;
        if steps <= last / 2 {
            block = self.left.get();
            for _ in 0..steps {
                // SAFETY: I24.
                block = unsafe { (*block).next.get() };
            }
        } else {
            block = self.right.get();
            for _ in steps..last {
                // SAFETY: I24.
                block = unsafe { (*block).prev.get() };
            }
        }
        Some(Place { block, at })
    }

    /// The item, counted from the left.
    pub fn get(&self, index: usize) -> Option<ObjRef> {
        // SAFETY: I24, the place holds a handle.
        self.place(index).map(|place| unsafe { (*place.slot()).clone() })
    }

    /// Stores an item and hands the old one to the caller.
    pub fn replace(&self, index: usize, value: ObjRef) -> Option<ObjRef> {
        // SAFETY: I24, the old handle moves out as the new one moves in.
        self.place(index).map(|place| unsafe { place.slot().replace(value) })
    }

    /// Exchanges two items.
    pub fn swap(&self, a: usize, b: usize) {
        if let (Some(a), Some(b)) = (self.place(a), self.place(b)) {
            // SAFETY: I24.
            unsafe { ptr::swap(a.slot(), b.slot()) };
        }
    }

    /// Reverses the items in place.
    pub fn reverse(&self) {
        let (mut a, mut b) = (self.first(), self.last());
        for _ in 0..self.len.get() / 2 {
            // SAFETY: I24, both places lie between the ends.
            unsafe { ptr::swap(a.slot(), b.slot()) };
            (a, b) = (a.next(), b.prev());
        }
        self.changed();
    }

    /// Copies of all items from the left.
    pub fn to_vec(&self) -> Vec<ObjRef> {
        let mut items = Vec::with_capacity(self.len.get());
        let mut place = self.first();
        for _ in 0..self.len.get() {
            // SAFETY: I24.
            items.push(unsafe { (*place.slot()).clone() });
            place = place.next();
        }
        items
    }

    /// Drops all items from the left on; the deque is empty before the first of them dies, and begins anew in a block of
    /// its own.
    pub fn clear_items(&self, heap: &Heap) {
        if self.is_empty() {
            return;
        }
        let fresh = self.new_block(heap);
        let mut gone = Vec::new();
        // Without the memory they go one by one.
        let at_once = gone.try_reserve_exact(self.len.get()).is_ok();
        while let Some(item) = self.pop_front(heap) {
            if at_once {
                gone.push(item);
            }
        }
        if let Ok(fresh) = fresh {
            self.put_block(heap, self.left.replace(fresh));
            self.right.set(fresh);
        }
        self.centre();
        gone.into_iter().for_each(drop);
    }

    /// Drops all items and keeps the blocks in use as they are, since there may be no heap to give them to.
    fn drop_items(&self, heap: &Heap) {
        let items = self.len.get();
        if items == 0 {
            return;
        }
        let mut place = self.first();
        let mut gone = Vec::new();
        // Without the memory they go one by one: the deque is dead or garbage, nobody adds to it.
        let at_once = gone.try_reserve_exact(items).is_ok();
        self.len.set(0);
        for _ in 0..items {
            // SAFETY: I24, each handle is read once; `len` is 0 before any of them is dropped.
            let item = unsafe { place.slot().read() };
            if at_once {
                gone.push(item);
            }
            place = place.next();
        }
        self.changed();
        self.fold_blocks(heap);
        gone.into_iter().for_each(drop);
    }

    /// An emptied deque gets a new block, and the chain becomes spares; without memory its first block stays.
    fn fold_blocks(&self, heap: &Heap) {
        let old = self.left.get();
        // SAFETY: I24.
        let rest = unsafe { (*old).next.replace(ptr::null_mut()) };
        let (keep, mut block) = match self.new_block(heap) {
            Ok(fresh) => {
                // SAFETY: I24, the first block of the old chain.
                unsafe { (*old).next.set(rest) };
                (fresh, old)
            }
            Err(NoMemory) => (old, rest),
        };
        while !block.is_null() {
            // SAFETY: I24, the block is alive until it is put away.
            let next = unsafe { (*block).next.get() };
            self.put_block(heap, block);
            block = next;
        }
        self.left.set(keep);
        self.right.set(keep);
        self.centre();
    }
}

/// The payload of a deque's iterators, both ways.
#[repr(C)]
pub struct DequeIter {
    deque: Slot,
    block: Cell<*mut Block>,
    at: Cell<u32>,
    backwards: Cell<bool>,
    state: Cell<usize>,
    left: Cell<usize>,
}

/// What an iterator finds.
pub enum DequeNext {
    /// The next item.
    Item(ObjRef),
    /// No more.
    End,
    /// The deque has changed since the iterator was made.
    Changed,
}

impl Field for DequeIter {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.deque.trace(visitor);
    }
    fn clear(&self, heap: &Heap) {
        self.left.set(0);
        self.deque.clear(heap);
    }
    fn release(&self, heap: &Heap) {
        self.clear(heap);
    }
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for DequeIter {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = Layout::of::<DequeIter>("DequeIter", true);
        &LAYOUT
    }
}

impl DequeIter {
    /// An iterator of the given type over `deque`.
    pub fn new(heap: &Heap, ty: &ObjRef, deque: &Ref<Deque>, backwards: bool) -> Ref<DequeIter> {
        let place = if backwards { deque.last() } else { deque.first() };
        let payload = DequeIter {
            deque: Slot::new(deque.as_obj().clone()),
            block: Cell::new(place.block),
            at: Cell::new(place.at as u32),
            state: Cell::new(deque.state()),
            left: Cell::new(deque.len()),
            backwards: Cell::new(backwards),
        };
        heap.alloc(ty, payload)
    }

    /// Items still to come.
    pub fn remaining(&self) -> usize {
        self.left.get()
    }

    /// The deque.
    pub fn deque(&self) -> Option<ObjRef> {
        self.deque.get()
    }

    /// The next item. After a change the iterator has nothing more to say.
    pub fn next(&self) -> DequeNext {
        let left = self.left.get();
        let unchanged =
            self.deque.peek(|d| d.and_then(|d| d.payload::<Deque>()).is_some_and(|d| d.state() == self.state.get()));
        if !unchanged {
            let had = self.deque.is_some();
            self.left.set(0);
            return if had { DequeNext::Changed } else { DequeNext::End };
        }
        let Some(left) = left.checked_sub(1) else { return DequeNext::End };
        let place = Place { block: self.block.get(), at: self.at.get() as usize };
        // SAFETY: I24: no change since the place was taken, so the block is in the chain and the place holds a handle.
        let item = unsafe { (*place.slot()).clone() };
        self.left.set(left);
        if left > 0 {
            let place = if self.backwards.get() { place.prev() } else { place.next() };
            self.block.set(place.block);
            self.at.set(place.at as u32);
        }
        DequeNext::Item(item)
    }
}

//! The values block of an instance (3.11+): attribute values in the order of the class's shared
//! keys, and in front of them the order in which the instance got them.
//!
//! ```text
//!   block                           Values points here
//!   | pad | order n-1 .. order 0 | used | cap | value 0 | value 1 | ... | value cap-1 |
//!    <------- round8(cap + 2) bytes ---------> <------------ 8 * cap --------------->
//! ```
//!
//! 3.13 has 8 + round8(cap) bytes in front, and for plain instances the whole block stands inside
//! the instance's own.
//!
//! Names are not here: index i belongs to key i of the class's shared table, which the dict
//! code keeps.

use std::cell::Cell;
use std::ptr::NonNull;

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Worth};
use crate::object::edge::{EdgeSink, Place};
use crate::object::field::{Field, Slot, Visitor};
use crate::object::handle::ObjRef;
use crate::profile::objects::InstanceStorage;

/// The most values a block can hold.
pub const MAX_VALUES: usize = 30;

/// The values live inside their instance (3.13): there is no block to give back.
const EMBEDDED: u8 = 0x80;

/// A pointer to a values block, not counted: the instance or its dict owns it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(transparent)]
pub struct Values(NonNull<Slot>);

impl Values {
    /// A new block without values, which the caller owns.
    pub(crate) fn alloc(heap: &Heap, capacity: usize) -> Result<Values, NoMemory> {
        assert!(capacity <= MAX_VALUES);
        let front = front(heap, capacity);
        let block = heap.alloc_block(front + 8 * capacity, Domain::Mem)?;
        // SAFETY: I13, the block holds front and values; zero is "no value".
        unsafe {
            block.as_ptr().write_bytes(0, front + 8 * capacity);
            let values = Values(block.byte_add(front).cast());
            values.byte(1).set(capacity as u8);
            Ok(values)
        }
    }

    /// Bytes that values for so many names take, with what stands in front.
    pub(crate) fn size_for(heap: &Heap, capacity: usize) -> usize {
        front(heap, capacity) + 8 * capacity
    }

    /// Values inside an instance.
    ///
    /// # Safety
    /// At `block` are `size_for(capacity)` zeroed bytes that live as long as the values are used.
    pub(crate) unsafe fn embed(heap: &Heap, block: NonNull<u8>, capacity: usize) -> Values {
        // SAFETY: I13 by the caller.
        let values = Values(unsafe { block.byte_add(front(heap, capacity)).cast() });
        values.byte(1).set(capacity as u8 | EMBEDDED);
        values
    }

    /// Bytes of the block.
    pub fn block_size(self, heap: &Heap) -> usize {
        Values::size_for(heap, self.capacity())
    }

    /// Where the block starts.
    pub fn block_addr(self, heap: &Heap) -> usize {
        self.0.addr().get() - front(heap, self.capacity())
    }

    #[inline(always)]
    fn byte<'a>(self, back: usize) -> &'a Cell<u8> {
        // SAFETY: I13, `back` is at most capacity + 2.
        unsafe { self.0.byte_sub(back).cast::<Cell<u8>>().as_ref() }
    }

    /// Values that fit.
    #[inline(always)]
    pub fn capacity(self) -> usize {
        (self.byte(1).get() & !EMBEDDED) as usize
    }

    /// Whether the values live inside their instance.
    pub fn is_embedded(self) -> bool {
        self.byte(1).get() & EMBEDDED != 0
    }

    /// How many values are set.
    #[inline(always)]
    pub fn used(self) -> usize {
        self.byte(2).get() as usize
    }

    /// The index of the `n`th value in the order of assignment.
    #[inline(always)]
    pub fn order(self, n: usize) -> usize {
        debug_assert!(n < self.used());
        self.byte(3 + n).get() as usize
    }

    /// The value at `i`.
    ///
    /// # Panics
    /// If the block has no place `i`: an internal error.
    #[inline(always)]
    pub fn slot<'a>(self, i: usize) -> &'a Slot {
        assert!(i < self.capacity());
        // SAFETY: I13, i < capacity.
        unsafe { self.0.add(i).as_ref() }
    }

    /// Notes that value `i`, which was not set, is set now: last in the order.
    #[inline(always)]
    pub fn note_set(self, i: usize) {
        let used = self.used();
        debug_assert!(used < self.capacity());
        self.byte(3 + used).set(i as u8);
        self.byte(2).set(used as u8 + 1);
    }

    /// Notes that value `i` was deleted.
    pub fn note_deleted(self, i: usize) {
        let used = self.used();
        let at = (0..used).find(|&n| self.order(n) == i).expect("a deleted value was set");
        (at + 1..used).for_each(|n| self.byte(2 + n).set(self.byte(3 + n).get()));
        self.byte(2).set(used as u8 - 1);
    }

    /// The values have moved elsewhere.
    pub(crate) fn forget_order(self) {
        self.byte(2).set(0);
    }

    pub(crate) fn trace(self, visitor: &mut Visitor<'_>) {
        (0..self.capacity()).for_each(|i| self.slot(i).trace(visitor));
    }

    pub(crate) fn edges(self, sink: &mut EdgeSink<'_>) {
        (0..self.capacity()).for_each(|i| self.slot(i).edges(&mut |_, obj| sink(Place::Attribute(i), obj)));
    }

    /// Tells the block's pieces: of a block of its own, or inside the instance.
    pub(crate) fn bits(self, heap: &Heap, instance: Option<&ObjRef>, sink: &mut BitSink<'_>) {
        let front = front(heap, self.capacity());
        let start = match (self.is_embedded(), instance) {
            (true, Some(instance)) => self.block_addr(heap).wrapping_sub(instance.addr()) as isize,
            (true, None) => return,
            (false, _) => {
                sink(Bit::Block { what: "values", addr: self.block_addr(heap), size: self.block_size(heap) });
                0
            }
        };
        let order: Vec<String> = (0..self.used()).map(|n| self.order(n).to_string()).collect();
        let text = if order.is_empty() { "no attribute yet".into() } else { order.join(", ") };
        sink(Bit::Piece { offset: start, size: front - 2, label: Label::Name("order"), worth: Worth::Text(&text) });
        for (back, name, number) in [(2, "values set", self.used()), (1, "room for", self.capacity())] {
            let (offset, worth) = (start + (front - back) as isize, Worth::Number(number as u64));
            sink(Bit::Piece { offset, size: 1, label: Label::Name(name), worth });
        }
        // Room at the end is one piece.
        let capacity = self.capacity();
        let filled = (0..capacity).rev().find(|i| self.slot(*i).is_some()).map_or(0, |last| last + 1);
        if filled < capacity {
            let (offset, room) = (start + (front + 8 * filled) as isize, capacity - filled);
            let worth = Worth::Number(room as u64);
            sink(Bit::Piece { offset, size: 8 * room, label: Label::Name("room"), worth });
        }
        for i in 0..filled {
            self.slot(i).peek(|held| {
                let worth = held.map_or(Worth::Address(0), Worth::Object);
                let offset = start + (front + 8 * i) as isize;
                sink(Bit::Piece { offset, size: 8, label: Label::Attribute(i), worth });
            });
        }
    }

    /// Drops the values, in the order of the class's keys; the block stays.
    pub fn clear(self) {
        self.byte(2).set(0);
        (0..self.capacity()).for_each(|i| drop(self.slot(i).take()));
    }

    /// Drops the values and gives the block back.
    ///
    /// # Safety
    /// The caller owns the block and forgets it.
    pub unsafe fn free(self, heap: &Heap) {
        self.clear();
        if self.is_embedded() {
            return;
        }
        let (front, size) = (front(heap, self.capacity()), self.block_size(heap));
        // SAFETY: I13, the block starts `front` bytes before the values.
        heap.free_block(unsafe { self.0.byte_sub(front).cast() }, size, Domain::Mem);
    }

    /// The address, as kept in the managed word.
    #[inline(always)]
    pub(crate) fn as_ptr(self) -> *mut Slot {
        self.0.as_ptr()
    }

    /// # Safety
    /// `ptr` is null or came from `as_ptr` of a block that is still owned.
    #[inline(always)]
    pub(crate) unsafe fn from_ptr(ptr: *mut Slot) -> Option<Values> {
        NonNull::new(ptr).map(Values)
    }
}

/// Bytes in front of the values.
#[inline(always)]
fn front(heap: &Heap, capacity: usize) -> usize {
    match heap.profile().objects.instance {
        InstanceStorage::InlineValues => 8 + capacity.next_multiple_of(8),
        _ => (capacity + 2).next_multiple_of(8),
    }
}

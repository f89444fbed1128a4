//! `list`: 40 bytes, and the items in a block of their own that grows by the release's rule.
//!
//! ```text
//!   | header | len | items | allocated |
//!     16       8     8       8
//!                    |
//!              .-----'
//!              v
//!              | item 0 | item 1 | ... | room |
//! ```

use crate::alloc::free_list::FreeList;
use crate::alloc::{NoMemory, out_of_memory};
use crate::heap::Heap;
use crate::object::anatomy::{BitSink, Spot};
use crate::object::edge::EdgeSink;
use crate::object::field::{Field, Visitor};
use crate::object::handle::{ObjRef, Ref};
use crate::object::payload::{Layout, Payload};
use crate::object::slots::Slots;
use crate::object::str::Str;
use crate::object::tuple::{Tuple, TupleBuilder};
use crate::profile::objects::{ListPolicy, Presize};

/// The payload of `list`.
#[repr(C)]
#[derive(Default)]
pub struct List {
    slots: Slots,
}

impl Field for List {
    const SPOTS: &'static [Spot] = Slots::SPOTS;
    fn bits(&self, heap: &Heap, sink: &mut BitSink<'_>) {
        self.slots.bits(heap, sink);
    }
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.slots.trace(visitor);
    }
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        self.slots.edges(sink);
    }
    fn clear(&self, heap: &Heap) {
        self.slots.clear(heap);
    }
    fn release(&self, heap: &Heap) {
        self.slots.release(heap);
    }
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for List {
    const FREE_LIST: Option<FreeList> = Some(FreeList::List);

    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = Layout::of::<List>("List", true);
        &LAYOUT
    }
}

fn policy(heap: &Heap) -> &ListPolicy {
    &heap.profile().objects.list
}

impl List {
    /// An empty list's payload.
    pub const fn empty() -> List {
        List { slots: Slots::new() }
    }

    /// A new empty list without a buffer.
    #[inline(always)]
    pub fn new(heap: &Heap, ty: &ObjRef) -> Ref<List> {
        heap.alloc(ty, List::empty())
    }

    /// A new empty list made by a call of its class, which passes the free list by.
    pub fn by_class(heap: &Heap, ty: &ObjRef) -> Ref<List> {
        let list = heap.alloc_by_class(ty, List::empty());
        heap.track(list.as_obj());
        list
    }

    /// A new empty list with room as `presize` gives it for `len` items.
    pub fn with_capacity(heap: &Heap, ty: &ObjRef, len: usize, presize: Presize) -> Result<Ref<List>, NoMemory> {
        let list = List::new(heap, ty);
        list.presize(heap, len, presize)?;
        Ok(list)
    }

    /// A new list with exactly the room it needs: slices, `a + b`, literals.
    #[inline]
    pub fn exact(
        heap: &Heap,
        ty: &ObjRef,
        items: impl IntoIterator<Item = ObjRef, IntoIter: ExactSizeIterator>,
    ) -> Ref<List> {
        List::presized(heap, ty, items, Presize::Exact)
    }

    /// A new list with room as `presize` gives it; it stays empty if no memory holds the items, and the runtime
    /// is told.
    #[inline]
    pub fn presized(
        heap: &Heap,
        ty: &ObjRef,
        items: impl IntoIterator<Item = ObjRef, IntoIter: ExactSizeIterator>,
        presize: Presize,
    ) -> Ref<List> {
        let items = items.into_iter();
        match List::with_capacity(heap, ty, items.len(), presize) {
            Ok(list) => {
                items.for_each(|item| list.slots.push(item));
                list
            }
            Err(NoMemory) => {
                heap.memory_ran_out();
                List::with_capacity(heap, ty, 0, presize).unwrap_or_else(|_| out_of_memory())
            }
        }
    }

    /// Number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Slots of the buffer.
    #[inline(always)]
    pub fn allocated(&self) -> usize {
        self.slots.capacity()
    }

    /// Whether there is a buffer, perhaps one of no bytes.
    pub fn has_buffer(&self) -> bool {
        self.slots.has_block()
    }

    /// Address of the buffer, 0 without one.
    pub fn buffer_addr(&self) -> usize {
        self.slots.block_addr()
    }

    /// The item, count + 1.
    #[inline(always)]
    pub fn get(&self, i: usize) -> Option<ObjRef> {
        self.slots.get(i)
    }

    /// Whether item `i` is `other`; counts do not change.
    #[inline(always)]
    pub fn holds(&self, i: usize, other: &ObjRef) -> bool {
        self.slots.holds(i, other)
    }

    /// Stores item `i` and hands the old one to the caller; None (and `value` dropped) if there
    /// is no item `i`.
    #[inline(always)]
    pub fn set(&self, i: usize, value: ObjRef) -> Option<ObjRef> {
        (i < self.len()).then(|| self.slots.replace(i, value))
    }

    /// Appends.
    #[inline(always)]
    pub fn push(&self, heap: &Heap, value: ObjRef) -> Result<(), NoMemory> {
        if self.len() == self.allocated() {
            self.grow(heap, self.len() + 1)?;
        }
        self.slots.push(value);
        Ok(())
    }

    /// Makes the buffer fit `len` items by the resize rule.
    fn resize(&self, heap: &Heap, len: usize) -> Result<(), NoMemory> {
        let policy = policy(heap);
        match policy.growth.resize(self.allocated(), self.len(), len) {
            None => Ok(()),
            Some(slots) => self.slots.reallocate(heap, slots),
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&self, heap: &Heap, len: usize) -> Result<(), NoMemory> {
        self.resize(heap, len)
    }

    /// Gives back room after items were taken out. The items are gone already.
    #[inline]
    fn shrink(&self, heap: &Heap) {
        let len = self.len();
        if len >= self.allocated() / 2 {
            return;
        }
        // CPython keeps the old buffer if a smaller one is not to be had; so do we.
        let _ = self.resize(heap, len);
    }

    /// Removes the last item.
    #[inline]
    pub fn pop(&self, heap: &Heap) -> Option<ObjRef> {
        let item = self.slots.pop()?;
        if self.is_empty() && !policy(heap).keeps_empty_block {
            self.slots.clear(heap);
        } else {
            self.shrink(heap);
        }
        Some(item)
    }

    /// Inserts before item `i`, or at the end if there are fewer.
    pub fn insert(&self, heap: &Heap, i: usize, value: ObjRef) -> Result<(), NoMemory> {
        self.grow(heap, self.len() + 1)?;
        self.slots.insert(i.min(self.len()), value);
        Ok(())
    }

    /// Removes item `i`: `pop(i)` and `remove`.
    pub fn remove(&self, heap: &Heap, i: usize) -> Option<ObjRef> {
        if i >= self.len() {
            return None;
        }
        if i + 1 == self.len() {
            return self.pop(heap);
        }
        let item = self.slots.remove(i);
        self.shrink(heap);
        Some(item)
    }

    /// Removes item `i` as `l.remove(x)` does: the last one takes the buffer with it.
    pub fn cut(&self, heap: &Heap, i: usize) -> Option<ObjRef> {
        if i >= self.len() {
            return None;
        }
        let item = self.slots.remove(i);
        self.shrink_or_clear(heap);
        Some(item)
    }

    /// Gives back room after items were cut out: a list that becomes empty loses its buffer.
    fn shrink_or_clear(&self, heap: &Heap) {
        if self.is_empty() { self.slots.clear(heap) } else { self.shrink(heap) }
    }

    /// Removes item `i` as `del l[i]` does, which in some releases keeps the room.
    pub fn delete(&self, heap: &Heap, i: usize) -> Option<ObjRef> {
        if i >= self.len() {
            return None;
        }
        let item = self.slots.remove(i);
        if policy(heap).delete_shrinks {
            self.shrink_or_clear(heap);
        }
        Some(item)
    }

    /// Moves the last items out without giving back room: the tail of `a, *b, c = x`.
    pub fn cut_tail(&self, count: usize) -> Vec<ObjRef> {
        let count = count.min(self.len());
        self.slots.remove_range(self.len() - count, count)
    }

    /// Copies of the items `start..end`, clipped to what is there.
    pub fn slice(&self, start: usize, end: usize) -> Vec<ObjRef> {
        (start..end.min(self.len())).filter_map(|i| self.get(i)).collect()
    }

    /// Copies of all items.
    pub fn to_vec(&self) -> Vec<ObjRef> {
        self.slice(0, self.len())
    }

    /// Replaces items `start..end` (clipped) by others, with at most one resize. The old items
    /// come back for the caller to drop: the last one first, if order is to be CPython's.
    pub fn replace_range(
        &self,
        heap: &Heap,
        start: usize,
        end: usize,
        items: Vec<ObjRef>,
    ) -> Result<Vec<ObjRef>, NoMemory> {
        let start = start.min(self.len());
        let count = end.clamp(start, self.len()) - start;
        let len = self.len() - count + items.len();
        if len > self.len() {
            self.resize(heap, len)?;
        }
        let gone = self.slots.remove_range(start, count);
        if len == 0 {
            // CPython turns `l[:] = []` into `l.clear()`.
            self.slots.clear(heap);
            return Ok(gone);
        }
        items.into_iter().enumerate().for_each(|(i, item)| self.slots.insert(start + i, item));
        self.shrink(heap);
        Ok(gone)
    }

    /// Removes every `step`-th item from `start` on, `count` of them, and closes the gaps; the
    /// items come back in order.
    pub fn remove_stepped(&self, heap: &Heap, start: usize, step: usize, count: usize) -> Vec<ObjRef> {
        let picks = |i: usize| i >= start && (i - start).is_multiple_of(step) && (i - start) / step < count;
        let all = self.slots.remove_range(0, self.len());
        let mut gone = Vec::with_capacity(count);
        for (i, item) in all.into_iter().enumerate() {
            if picks(i) { gone.push(item) } else { self.slots.push(item) }
        }
        self.shrink(heap);
        gone
    }

    /// Appends several items with one resize: `extend`, `+=` with something whose length is
    /// known. A list without a buffer follows its own rule.
    pub fn extend(&self, heap: &Heap, items: Vec<ObjRef>) -> Result<(), NoMemory> {
        self.room_for(heap, items.len())?;
        items.into_iter().for_each(|item| self.slots.push(item));
        Ok(())
    }

    /// Appends copies of items as [`List::extend`] does.
    pub fn extend_copies(&self, heap: &Heap, items: &[ObjRef]) -> Result<(), NoMemory> {
        self.room_for(heap, items.len())?;
        self.slots.append_copies(items);
        Ok(())
    }

    /// Appends copies of the items of a list, perhaps this one, as [`List::extend`] does.
    pub fn extend_list(&self, heap: &Heap, other: &List) -> Result<(), NoMemory> {
        let len = other.len();
        self.room_for(heap, len)?;
        // SAFETY: I6; copying counts and writes behind the items, it runs no other code.
        self.slots.append_copies(&unsafe { other.slots.look() }[..len]);
        Ok(())
    }

    /// Room for `len` more items whose number was known beforehand.
    fn room_for(&self, heap: &Heap, len: usize) -> Result<(), NoMemory> {
        match (len, self.has_buffer()) {
            (0, _) => Ok(()),
            (_, true) => self.resize(heap, self.len() + len),
            (_, false) => self.presize(heap, len, policy(heap).extend_without_buffer),
        }
    }

    /// A new list of copies of the items `start..end` (clipped), exactly as large as they need.
    pub fn copy_range(&self, heap: &Heap, ty: &ObjRef, start: usize, end: usize) -> Result<Ref<List>, NoMemory> {
        let end = end.min(self.len());
        let start = start.min(end);
        let copy = List::with_capacity(heap, ty, end - start, Presize::Exact)?;
        // The allocation may have run a collection, and that anything.
        let (start, end) = (start.min(self.len()), end.min(self.len()));
        // SAFETY: I6; copying runs no other code.
        copy.slots.append_copies(&unsafe { self.slots.look() }[start..end]);
        Ok(copy)
    }

    /// A new list of copies of `count` items, every `step`-th from `start` on; positions that
    /// are not there are passed over.
    pub fn copy_stepped(
        &self,
        heap: &Heap,
        ty: &ObjRef,
        start: usize,
        step: isize,
        count: usize,
    ) -> Result<Ref<List>, NoMemory> {
        let copy = List::with_capacity(heap, ty, count, Presize::Exact)?;
        // SAFETY: I6; copying runs no other code.
        let items = unsafe { self.slots.look() };
        for i in 0..count {
            if let Some(item) = items.get(start.wrapping_add_signed(step.wrapping_mul(i as isize))) {
                copy.slots.push(item.clone());
            }
        }
        Ok(copy)
    }

    /// `self + other`: a new list, exactly as large as it must be.
    pub fn concat(&self, heap: &Heap, ty: &ObjRef, other: &List) -> Result<Ref<List>, NoMemory> {
        let (left, right) = (self.len(), other.len());
        let sum = List::with_capacity(heap, ty, left + right, Presize::Exact)?;
        for (list, len) in [(self, left), (other, right)] {
            // SAFETY: I6; copying runs no other code.
            let items = unsafe { list.slots.look() };
            sum.slots.append_copies(&items[..len.min(items.len())]);
        }
        Ok(sum)
    }

    /// `self * count`: a new list, exactly as large as it must be.
    pub fn repeated(&self, heap: &Heap, ty: &ObjRef, count: usize) -> Result<Ref<List>, NoMemory> {
        let len = self.len();
        let product = List::with_capacity(heap, ty, len.checked_mul(count).ok_or(NoMemory)?, Presize::Exact)?;
        for _ in 0..count {
            // SAFETY: I6; copying runs no other code.
            let items = unsafe { self.slots.look() };
            if let ([one], 1) = (items, len) {
                // `[0] * n`: a loop over one item has the cost of its bookkeeping.
                (0..count).for_each(|_| product.slots.push(one.clone()));
                break;
            }
            product.slots.append_copies(&items[..len.min(items.len())]);
        }
        Ok(product)
    }

    /// The items as a tuple of the type itself.
    pub fn to_tuple(&self, heap: &Heap, ty: &ObjRef) -> Result<Ref<Tuple>, NoMemory> {
        let mut builder = TupleBuilder::new(heap, ty, self.len())?;
        // The allocation may have run a collection, and that anything.
        let len = self.len().min(builder.room());
        // SAFETY: I6; copying runs no other code.
        builder.extend_copies(unsafe { &self.slots.look()[..len] });
        if len < builder.room() {
            builder.set_room(heap, len)?;
        }
        Ok(builder.finish())
    }

    /// The strs in it with `separator` between them, as [`Str::join`] makes it.
    pub fn join(&self, heap: &Heap, ty: &ObjRef, separator: &Ref<Str>) -> Result<Ref<Str>, NoMemory> {
        // SAFETY: I6; making a str runs no other code.
        Str::join(heap, ty, separator, unsafe { self.slots.look() })
    }

    /// The first position from `from` on at which the lists do not hold the same object.
    pub fn first_other(&self, other: &List, from: usize) -> usize {
        // SAFETY: I6; looking runs no other code.
        let (a, b) = unsafe { (self.slots.look(), other.slots.look()) };
        let end = a.len().min(b.len());
        (from..end).find(|&i| !a[i].is(&b[i])).unwrap_or(end.max(from))
    }

    /// Room for `len` more items of an iterator before they come: the resize rule, or for a
    /// list without a buffer the release's rule for hints.
    pub fn reserve_hint(&self, heap: &Heap, len: usize) -> Result<(), NoMemory> {
        match self.has_buffer() {
            // More than any list can have was a lie.
            true if self.len().saturating_add(len) > isize::MAX as usize => Ok(()),
            true => self.resize(heap, self.len() + len),
            false => self.presize(heap, len, policy(heap).from_hint),
        }
    }

    /// Gives back what a hint reserved too much, when the iterator has ended.
    pub fn trim(&self, heap: &Heap) {
        self.shrink(heap);
    }

    /// `l *= count`, with one resize.
    pub fn repeat_in_place(&self, heap: &Heap, count: usize) -> Result<(), NoMemory> {
        if self.is_empty() || count == 1 {
            return Ok(());
        }
        if count == 0 {
            self.clear_items(heap);
            return Ok(());
        }
        let once = self.to_vec();
        self.resize(heap, once.len().checked_mul(count).ok_or(NoMemory)?)?;
        for _ in 1..count {
            once.iter().for_each(|item| self.slots.push(item.clone()));
        }
        Ok(())
    }

    /// Gives a list without a buffer one with the room `presize` says.
    pub fn presize(&self, heap: &Heap, len: usize, presize: Presize) -> Result<(), NoMemory> {
        match presize.slots(policy(heap).growth, len) {
            0 => Ok(()),
            slots => self.slots.reallocate(heap, slots),
        }
    }

    /// Exchanges two items.
    ///
    /// # Panics
    /// If one of them is not there: an internal error.
    #[inline]
    pub fn swap(&self, a: usize, b: usize) {
        self.slots.swap(a, b);
    }

    /// Reverses in place.
    pub fn reverse(&self) {
        self.slots.reverse();
    }

    /// Drops all items, the last one first, and the buffer. Who looks meanwhile sees an empty list.
    pub fn clear_items(&self, heap: &Heap) {
        self.slots.clear(heap);
    }

    /// Moves the items out, for sorting; the list is empty meanwhile.
    pub fn take_items<'h>(&self, heap: &'h Heap) -> SortItems<'h> {
        SortItems { heap, slots: self.slots.take() }
    }

    /// Puts sorted items back. What was stored meanwhile is dropped; true says that there was
    /// something (CPython: "list modified during sort").
    pub fn put_back(&self, heap: &Heap, mut items: SortItems<'_>) -> bool {
        let modified = self.slots.has_block();
        let meanwhile = self.slots.take();
        self.slots.exchange(&items.slots);
        items.slots = Slots::new();
        meanwhile.clear(heap);
        modified
    }
}

/// The items of a list that is being sorted. Nobody else can reach them.
pub struct SortItems<'h> {
    heap: &'h Heap,
    slots: Slots,
}

impl SortItems<'_> {
    /// The items, to be put in order.
    pub fn as_mut_slice(&mut self) -> &mut [ObjRef] {
        self.slots.as_mut_slice()
    }
}

impl Drop for SortItems<'_> {
    fn drop(&mut self) {
        self.slots.clear(self.heap);
    }
}

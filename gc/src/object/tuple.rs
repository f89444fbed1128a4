//! `tuple`: a length and the items, in one block.
//!
//! ```text
//!   | header | len | item 0 | item 1 | ...
//!     16       8     8        8
//! ```

use std::cell::Cell;
use std::ptr;

use crate::alloc::free_list::FreeList;
use crate::alloc::{Domain, NoMemory, out_of_memory};
use crate::heap::Heap;
use crate::object::anatomy::{BitSink, Label, Spot, word};
use crate::object::edge::{EdgeSink, Place};
use crate::object::field::{Field, Slot, Visitor};
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::{HEADER, RawObj, gc_head};
use crate::object::payload::{Layout, Payload, Untrack, payload_ptr};
use crate::object::type_head::{Exact, TypeFlags, TypeHead};

/// The payload of `tuple`; the items stand behind it.
#[repr(C)]
pub struct Tuple {
    /// Items that are there: less than the final number only while the tuple is being made,
    /// when nobody but its maker has it.
    len: Cell<usize>,
}

impl Field for Tuple {
    const SPOTS: &'static [Spot] = crate::spots!(Tuple { len: "length" Number });
}

unsafe fn bits(obj: RawObj, _: &Heap, sink: &mut BitSink<'_>) {
    // SAFETY: I1, only called for objects whose type names this layout.
    for (i, item) in unsafe { raw_items(obj) }.iter().enumerate() {
        word(HEADER + 8 + 8 * i, Label::Nth("item", i), Some(item), sink);
    }
}

/// The items of a tuple that is only known by its raw pointer.
///
/// # Safety
/// `obj` is alive and carries a `Tuple`.
unsafe fn raw_items<'a>(obj: RawObj) -> &'a [ObjRef] {
    // SAFETY: I1 by the caller; I20 for the items.
    unsafe {
        let payload = payload_ptr::<Tuple>(obj);
        std::slice::from_raw_parts(payload.add(1).cast::<ObjRef>().as_ptr(), payload.as_ref().len())
    }
}

unsafe fn item_count(obj: RawObj) -> usize {
    // SAFETY: I1, only called for objects whose type names this layout.
    unsafe { payload_ptr::<Tuple>(obj).as_ref() }.len()
}

unsafe fn traverse(obj: RawObj, visitor: &mut Visitor<'_>) {
    // SAFETY: I1, only called for objects whose type names this layout.
    unsafe { raw_items(obj) }.iter().rev().for_each(|item| visitor.visit(item));
}

unsafe fn edges(obj: RawObj, sink: &mut EdgeSink<'_>) {
    // SAFETY: I1, only called for objects whose type names this layout.
    unsafe { raw_items(obj) }.iter().enumerate().for_each(|(i, item)| sink(Place::Item(i), item));
}

/// Tuples are immutable: the collector breaks a cycle somewhere else.
unsafe fn clear(_: RawObj, _: &Heap) {}

unsafe fn release(obj: RawObj, _: &Heap) {
    // SAFETY: I4, called once for a dead object: its items move out, the last one first.
    unsafe {
        let payload = payload_ptr::<Tuple>(obj);
        let items = payload.add(1).cast::<ObjRef>();
        for i in (0..payload.as_ref().len()).rev() {
            drop(items.add(i).read());
        }
    }
}

/// Whether a tracked tuple can no longer be part of a cycle.
unsafe fn is_atomic(obj: RawObj) -> bool {
    // SAFETY: I1, only called for objects whose type names this layout.
    let (items, exact) = unsafe {
        let ty = payload_ptr::<TypeHead>(obj.as_ref().ty.get()).as_ref();
        (raw_items(obj), ty.exact())
    };
    exact == Exact::Tuple && !items.iter().any(may_be_tracked)
}

/// Whether an object is of interest to the collector, now or later.
pub(crate) fn may_be_tracked(obj: &ObjRef) -> bool {
    let ty = obj.ty();
    if !ty.is_gc() {
        return false;
    }
    if ty.has(TypeFlags::TYPE) {
        return TypeHead::of(obj).is_heap_type();
    }
    ty.exact() != Exact::Tuple || ty.heap().is_tracked(obj)
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for Tuple {
    const FREE_LIST: Option<FreeList> = Some(FreeList::Tuple);

    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<Tuple>("Tuple", true);
            layout.item_count = item_count;
            layout.traverse = traverse;
            layout.bits = bits;
            layout.edges = edges;
            layout.clear = clear;
            layout.release = release;
            layout.untrack = Some(Untrack { full_only: false, atomic: is_atomic });
            layout
        };
        &LAYOUT
    }
}

/// Shorter tuples of the type itself have a size that needs no care.
const PLAIN: usize = 1 << 16;

/// A tuple in the making: has room for a fixed number of items and is not yet tracked.
pub struct TupleBuilder {
    tuple: Ref<Tuple>,
    room: usize,
}

impl TupleBuilder {
    /// A tuple with room for `room` items.
    #[inline(always)]
    pub fn new(heap: &Heap, ty: &ObjRef, room: usize) -> Result<TupleBuilder, NoMemory> {
        let head = TypeHead::of(ty);
        // Subclasses have one item to spare, which CPython's generic allocation adds.
        let spare = usize::from(head.is_heap_type());
        let size = head.instance_size(room.checked_add(spare).ok_or(NoMemory)?).ok_or(NoMemory)?;
        let size = size.max(HEADER + size_of::<Tuple>() + size_of::<ObjRef>() * room);
        let tuple = heap.alloc_unset(ty, Tuple { len: Cell::new(0) }, room, size)?;
        Ok(TupleBuilder { tuple, room })
    }

    /// Gives it room for `room` items, at least as many as it has; the block may move.
    pub fn set_room(&mut self, heap: &Heap, room: usize) -> Result<(), NoMemory> {
        let head = self.tuple.as_obj().ty();
        let bytes = |items: usize| head.instance_size(items)?.checked_add(head.front());
        let (old, new) = (bytes(self.room).ok_or(NoMemory)?, bytes(room.max(self.tuple.len())).ok_or(NoMemory)?);
        // SAFETY: I3, I20: the object is not tracked and has one owner, so it may move with its block, which keeps the
        // words in front and the items. The handle in its old place is not dropped.
        unsafe {
            let block = self.tuple.as_obj().as_raw().byte_sub(head.front()).cast();
            let moved = heap.realloc_block(block, old, new, Domain::Obj)?.byte_add(head.front());
            let before = std::mem::replace(&mut self.tuple, Ref::from_raw(moved.cast()));
            if heap.is_tracing() {
                heap.tell_moved(before.as_obj().as_raw(), moved.cast(), self.tuple.as_obj().ty_ref(), new);
            }
            std::mem::forget(before);
        }
        self.room = room;
        Ok(())
    }

    /// Items that it has.
    pub fn len(&self) -> usize {
        self.tuple.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Items that it has room for.
    pub fn room(&self) -> usize {
        self.room
    }

    /// Appends an item.
    ///
    /// # Panics
    /// If there is no room: an internal error.
    #[inline(always)]
    pub fn push(&mut self, item: ObjRef) {
        let len = self.tuple.len();
        assert!(len < self.room);
        // SAFETY: I20, the block has `room` words, this one is not in use yet.
        unsafe { self.tuple.tail::<ObjRef>().add(len).write(item) };
        self.tuple.len.set(len + 1);
    }

    /// Appends copies of items.
    ///
    /// # Panics
    /// If there is no room: an internal error.
    pub fn extend_copies(&mut self, items: &[ObjRef]) {
        let len = self.tuple.len();
        assert!(items.len() <= self.room - len);
        let places = self.tuple.tail::<ObjRef>();
        for (i, item) in items.iter().enumerate() {
            // SAFETY: I20, the words from len on are not in use yet.
            unsafe { places.add(len + i).write(item.clone()) };
        }
        self.tuple.len.set(len + items.len());
    }

    /// The tuple, which from now on is tracked.
    ///
    /// # Panics
    /// If items are missing: an internal error.
    #[inline(always)]
    pub fn finish(self) -> Ref<Tuple> {
        assert!(self.tuple.len() == self.room);
        let obj = self.tuple.as_obj();
        obj.heap().track(obj);
        self.tuple
    }
}

impl Tuple {
    /// A new tuple.
    ///
    /// # Panics
    /// If the iterator lies about its length: an internal error.
    #[inline]
    pub fn new(
        heap: &Heap,
        ty: &ObjRef,
        items: impl IntoIterator<Item = ObjRef, IntoIter: ExactSizeIterator>,
    ) -> Ref<Tuple> {
        let items = items.into_iter();
        if TypeHead::of(ty).exact() == Exact::Tuple && items.len() < PLAIN {
            return Tuple::new_exact(heap, ty, items).unwrap_or_else(|NoMemory| Tuple::none_left(heap, ty));
        }
        match TupleBuilder::new(heap, ty, items.len()) {
            Ok(mut builder) => {
                items.for_each(|item| builder.push(item));
                builder.finish()
            }
            Err(NoMemory) => Tuple::none_left(heap, ty),
        }
    }

    #[cold]
    fn none_left(heap: &Heap, ty: &ObjRef) -> Ref<Tuple> {
        heap.memory_ran_out();
        TupleBuilder::new(heap, ty, 0).unwrap_or_else(|_| out_of_memory()).finish()
    }

    /// A short tuple of the type itself.
    #[inline(always)]
    fn new_exact(
        heap: &Heap,
        ty: &ObjRef,
        items: impl ExactSizeIterator<Item = ObjRef>,
    ) -> Result<Ref<Tuple>, NoMemory> {
        let room = items.len();
        let size = HEADER + size_of::<Tuple>() + size_of::<ObjRef>() * room;
        let tuple = heap.alloc_unset(ty, Tuple { len: Cell::new(0) }, room, size)?;
        let places = tuple.tail::<ObjRef>();
        let mut filled = 0;
        items.for_each(|item| {
            assert!(filled < room);
            // SAFETY: I20, the block has `room` words, this one is not in use yet.
            unsafe { places.add(filled).write(item) };
            filled += 1;
        });
        assert!(filled == room);
        tuple.len.set(room);
        // SAFETY: I3, I12: a GC object in no list.
        unsafe { heap.gc.link(gc_head(tuple.as_obj().as_raw())) };
        Ok(tuple)
    }

    /// A new tuple of the type itself.
    #[inline]
    pub fn of<const N: usize>(heap: &Heap, ty: &ObjRef, items: [ObjRef; N]) -> Ref<Tuple> {
        debug_assert!(TypeHead::of(ty).exact() == Exact::Tuple);
        let size = HEADER + size_of::<Tuple>() + size_of::<[ObjRef; N]>();
        let Ok(tuple) = heap.alloc_unset(ty, Tuple { len: Cell::new(N) }, N, size) else {
            return Tuple::none_left(heap, ty);
        };
        // SAFETY: I20, the block has N words; I3, I12: a GC object in no list.
        unsafe {
            tuple.tail::<[ObjRef; N]>().write(items);
            heap.gc.link(gc_head(tuple.as_obj().as_raw()));
        }
        tuple
    }

    /// A new tuple of the type itself with copies of items.
    pub fn copied(heap: &Heap, ty: &ObjRef, items: &[ObjRef]) -> Ref<Tuple> {
        debug_assert!(TypeHead::of(ty).exact() == Exact::Tuple);
        let size = HEADER + size_of::<Tuple>() + size_of_val(items);
        let Ok(tuple) = heap.alloc_unset(ty, Tuple { len: Cell::new(items.len()) }, items.len(), size) else {
            return Tuple::none_left(heap, ty);
        };
        let places = tuple.tail::<ObjRef>();
        for (i, item) in items.iter().enumerate() {
            // SAFETY: I20, the block has as many words.
            unsafe { places.add(i).write(item.clone()) };
        }
        // SAFETY: I3, I12: a GC object in no list.
        unsafe { heap.gc.link(gc_head(tuple.as_obj().as_raw())) };
        tuple
    }

    /// A new tuple of the given items.
    #[inline]
    pub fn from_vec(heap: &Heap, ty: &ObjRef, items: Vec<ObjRef>) -> Ref<Tuple> {
        Tuple::new(heap, ty, items)
    }

    /// Whether the slot is the only owner of what it holds.
    #[inline(always)]
    pub fn is_spare(slot: &Slot) -> bool {
        slot.peek(|kept| kept.is_some_and(|kept| kept.refcount() == 1))
    }

    /// Exchanges the items of the tuple in `slot` with as many others, if nobody else holds it; answers it (count + 1).
    /// None: nothing happened.
    #[inline(always)]
    pub fn refill(slot: &Slot, items: &mut [ObjRef]) -> Option<ObjRef> {
        slot.peek(|kept| {
            let kept = kept.filter(|kept| kept.refcount() == 1 && kept.ty().exact() == Exact::Tuple)?;
            // SAFETY: I1, the exact type has this payload.
            let tuple: &Ref<Tuple> = unsafe { kept.cast_unchecked() };
            if tuple.len() != items.len() {
                return None;
            }
            // SAFETY: I20, as many items, which nobody looks at: the slot is the only owner.
            unsafe { ptr::swap_nonoverlapping(tuple.tail(), items.as_mut_ptr(), items.len()) };
            Some(kept.clone())
        })
    }

    /// The static empty tuple.
    pub fn new_static_empty(heap: &Heap, ty: &ObjRef) -> Ref<Tuple> {
        heap.alloc_static(ty, Tuple { len: Cell::new(0) })
    }

    /// Number of items.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len.get()
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Ref<Tuple> {
    /// The items.
    #[inline(always)]
    pub fn items(&self) -> &[ObjRef] {
        // SAFETY: I20, the first `len` words are items; they only change under `&mut`.
        unsafe { std::slice::from_raw_parts(self.tail::<ObjRef>(), self.len()) }
    }

    /// The item, count + 1.
    #[inline(always)]
    pub fn get(&self, i: usize) -> Option<ObjRef> {
        self.items().get(i).cloned()
    }

    /// The items of a tuple that nobody else has: `zip` and friends reuse their result.
    #[inline]
    pub fn items_mut(&mut self) -> Option<&mut [ObjRef]> {
        // SAFETY: I20; the only owner is borrowed mutably.
        (self.refcount() == 1).then(|| unsafe { std::slice::from_raw_parts_mut(self.tail::<ObjRef>(), self.len()) })
    }
}

//! Release of an object whose count has reached 0.
//!
//! The order is CPython's: out of the collector's sight, `__del__`, weak references, member
//! slots, values and dict, payload, block, type. Nested releases of containers go 50 deep; what
//! lies deeper waits in a list until the outermost one is done (CPython's trashcan), so that a
//! list of ten million nodes needs no deep stack and dies in CPython's order.

use std::cell::Cell;
use std::ptr::{self, NonNull};

use crate::alloc::Domain;
use crate::alloc::free_list::FreeList;
use crate::collect::traverse::type_of;
use crate::heap::Heap;
use crate::object::field::Field;
use crate::object::handle::ObjRef;
use crate::object::header::{FINALIZED, GcHead, RawObj, from_gc_head, gc_head};
use crate::object::str::is_bare;
use crate::object::type_head::{Exact, TypeFlags, TypeHead, leaves};
use crate::object::{instance, weak};

/// How deep releases of containers nest.
const NESTING: u32 = 50;

/// Containers whose release waits.
pub(crate) struct Trash {
    nesting: Cell<u32>,
    /// Linked through the `prev` words of the GC heads, last in first out.
    later: Cell<*mut GcHead>,
}

impl Trash {
    pub(crate) fn new() -> Trash {
        Trash { nesting: Cell::new(0), later: Cell::new(ptr::null_mut()) }
    }
}

/// Releases `obj`. Numbers and texts, which die most often, need no frame for it.
///
/// # Safety
/// The count of `obj` has just reached 0.
#[inline(always)]
pub unsafe fn release(obj: RawObj) {
    // SAFETY: I4 by the caller: nobody else can reach the object; I5 for its type; I9, I10 for a block of the pools.
    unsafe {
        let head = type_of(obj);
        let heap = head.heap();
        let leaves = head.leaves();
        let only_block = leaves == leaves::BLOCK || leaves == leaves::TEXT && is_bare(obj);
        if only_block && heap.blocks.is_untold(obj.cast()) {
            return heap.blocks.small.free(obj.cast());
        }
        if matches!(leaves, leaves::MORE | leaves::TEXT) || heap.is_tracing() {
            return release_compound(obj);
        }
        if leaves == leaves::BLOCK || !heap.free_lists.park(leaves, 0, obj, 0) {
            heap.free_block(obj.cast(), 0, Domain::Obj);
        }
    }
}

/// Releases an object that has more than bytes.
#[inline(never)]
unsafe fn release_compound(obj: RawObj) {
    // SAFETY: I4 by the caller, I5.
    unsafe {
        let head = type_of(obj);
        let heap = head.heap();
        if !head.is_gc() {
            return release_one(obj, heap);
        }
        let node = gc_head(obj);
        if !node.as_ref().next.get().is_null() {
            node.as_ref().unlink();
        }
        let trash = &heap.trash;
        let nesting = trash.nesting.get();
        if nesting >= NESTING {
            node.as_ref().set_prev_ptr(trash.later.replace(node.as_ptr()));
            return;
        }
        trash.nesting.set(nesting + 1);
        release_one(obj, heap);
        trash.nesting.set(nesting);
        if nesting == 0 && !trash.later.get().is_null() {
            release_later(heap);
        }
    }
}

/// The type may die in it, so nobody lends the type's head to it.
#[inline(always)]
unsafe fn release_one(obj: RawObj, heap: &Heap) {
    // SAFETY: I4 by the caller.
    unsafe {
        let head = type_of(obj);
        if head.careful() {
            return release_with_care(obj, heap);
        }
        (head.layout().release)(obj, heap);
        free_object(obj, head, heap);
    }
}

/// The outermost release is done: now those that had to wait, and those that they defer.
#[cold]
unsafe fn release_later(heap: &Heap) {
    let trash = &heap.trash;
    trash.nesting.set(1);
    while let Some(node) = NonNull::new(trash.later.get()) {
        // SAFETY: I4, waiting objects are dead and in no list; the link is in `prev`.
        unsafe {
            let gc = node.as_ref();
            trash.later.set(gc.prev_ptr());
            gc.set_prev_ptr(ptr::null_mut());
            release(from_gc_head(node.as_ptr()));
        }
    }
    trash.nesting.set(0);
}

/// The whole order. The type may be dropped by it, so it is not used afterwards.
unsafe fn release_with_care(obj: RawObj, heap: &Heap) {
    // SAFETY: I4 by the caller, I8 for the words.
    unsafe {
        let head = type_of(obj);
        if head.has(TypeFlags::TYPE) && heap.blocks.owns_static(obj.cast()) {
            // Nobody counts the instances of a static type: it drops what it holds and stays.
            return (head.layout().clear)(obj, heap);
        }
        if head.exact() == Exact::Generator {
            // CPython's generators die first for those who watch, then their bodies see it.
            weak::referent_died(obj, head, heap);
        }
        if head.has(TypeFlags::HAS_FINALIZER) && !finalize(obj, heap) {
            return;
        }
        // `__del__` may have assigned `__class__`.
        let head = type_of(obj);
        if weak::is_referenced(obj, head) {
            weak::referent_died(obj, head, heap);
        }
        let ty = obj.as_ref().ty.get();
        let owns_type = head.is_heap_type();
        if owns_type {
            for run in head.member_slots() {
                for i in 0..run.count {
                    instance::word(obj, (run.offset + 8 * i) as isize).release(heap);
                }
            }
            instance::storage(obj, head).release(heap);
        }
        if !head.layout().trivial {
            (head.layout().release)(obj, heap);
        }
        free_object(obj, head, heap);
        if owns_type {
            drop(ObjRef::from_raw(ty));
        }
    }
}

/// Runs the finalizer with a count of 1 on the object. False: it lives again.
unsafe fn finalize(obj: RawObj, heap: &Heap) -> bool {
    // SAFETY: I4, the only owner during the call is the handle made here.
    unsafe {
        let head = type_of(obj);
        if head.is_gc() {
            let node = gc_head(obj);
            if node.as_ref().has(FINALIZED) {
                return true;
            }
            heap.gc.link(node);
        }
        obj.as_ref().refcount.set(1);
        (heap.hooks().finalize)(heap, ObjRef::borrow_raw(&obj));
        if type_of(obj).is_gc() {
            // `gc.is_finalized` in `__del__` still says no.
            gc_head(obj).as_ref().set_flag(FINALIZED);
        }
        let left = obj.as_ref().refcount.get() - 1;
        obj.as_ref().refcount.set(left);
        if left > 0 {
            return false;
        }
        // The finalizer may have collected, which does not free what it did not track.
        let head = type_of(obj);
        if head.is_gc() && !gc_head(obj).as_ref().next.get().is_null() {
            gc_head(obj).as_ref().unlink();
        }
        true
    }
}

/// Gives the block to the free list of its type, or back to the allocator.
#[inline(always)]
unsafe fn free_object(obj: RawObj, head: &TypeHead, heap: &Heap) {
    // SAFETY: I3, as the callers'.
    unsafe {
        if heap.is_tracing() {
            return free_told(obj, head, heap);
        }
        give_back(obj, head, heap);
    }
}

/// As [`free_object`], while somebody may be told. Apart, so that nothing must be kept over the call where nobody is.
#[cold]
#[inline(never)]
unsafe fn free_told(obj: RawObj, head: &TypeHead, heap: &Heap) {
    heap.tell_died(obj);
    // SAFETY: I3, as the caller's.
    unsafe { give_back(obj, head, heap) };
}

/// The block of a dead object goes.
#[inline(always)]
unsafe fn give_back(obj: RawObj, head: &TypeHead, heap: &Heap) {
    // SAFETY: I3 for the block's start; the payload is dropped, but its words are still there.
    unsafe {
        let front = head.front();
        let list = head.free_list();
        if list != FreeList::NONE {
            let items = if head.itemsize() > 0 { (head.layout().item_count)(obj) } else { 0 };
            if heap.free_lists.park(list, items, obj, front) {
                return;
            }
            if list == FreeList::FRAME && heap.frame_died(obj.byte_sub(front).cast()) {
                return;
            }
        }
        if head.is_gc() {
            heap.gc.uncount();
        }
        let block: NonNull<u8> = obj.byte_sub(front).cast();
        heap.free_block(block, 0, Domain::Obj);
    }
}

//! Visiting and clearing a whole object: what its class added, then its payload.
//!
//! The order is CPython's subtype_traverse: member slots from the most derived class on, the
//! values or the dict, the heap type, then the payload. `gc.get_referents` shows it.

use crate::heap::Heap;
use crate::object::field::{Field, Visitor};
use crate::object::handle::ObjRef;
use crate::object::header::RawObj;
use crate::object::instance;
use crate::object::payload::payload_ptr;
use crate::object::type_head::TypeHead;

/// The memory half of the type of `obj`, for as long as the caller keeps the type alive.
///
/// # Safety
/// `obj` is alive (or being released).
#[inline(always)]
pub(crate) unsafe fn type_of<'a>(obj: RawObj) -> &'a TypeHead {
    // SAFETY: I5 by the caller.
    unsafe { payload_ptr::<TypeHead>(obj.as_ref().ty.get()).as_ref() }
}

/// Reports every counted reference that `obj` holds.
///
/// # Safety
/// `obj` is alive.
#[inline]
pub(crate) unsafe fn traverse(obj: RawObj, visitor: &mut Visitor<'_>) {
    // SAFETY: I1, I5, I8 by the caller.
    unsafe {
        let head = type_of(obj);
        if head.is_heap_type() {
            traverse_added(obj, head, visitor);
        }
        (head.layout().traverse)(obj, visitor);
    }
}

unsafe fn traverse_added(obj: RawObj, head: &TypeHead, visitor: &mut Visitor<'_>) {
    // SAFETY: I8 by the caller.
    unsafe {
        for run in head.member_slots() {
            for i in 0..run.count {
                instance::word(obj, (run.offset + 8 * i) as isize).trace(visitor);
            }
        }
        instance::storage(obj, head).trace(visitor);
        visitor.visit(ObjRef::borrow_raw(&obj.as_ref().ty.get()));
    }
}

/// Breaks the cycles that `obj` takes part in. The caller holds a count on it.
///
/// # Safety
/// `obj` is alive.
pub(crate) unsafe fn clear(obj: RawObj, heap: &Heap) {
    // SAFETY: I1, I5, I8 by the caller.
    unsafe {
        let head = type_of(obj);
        if head.is_heap_type() {
            for run in head.member_slots() {
                for i in 0..run.count {
                    instance::word(obj, (run.offset + 8 * i) as isize).clear(heap);
                }
            }
            instance::storage(obj, head).clear(heap);
        }
        (head.layout().clear)(obj, heap);
    }
}

//! Storage of instances: `__slots__` words, and (step 2) managed dict and values.

use crate::object::field::Slot;
use crate::object::handle::ObjRef;
use crate::object::header::RawObj;

/// The member slot at `offset`.
///
/// # Panics
/// If the type of `obj` has no member slot there: an internal error.
#[inline]
pub fn member_slot(obj: &ObjRef, offset: u32) -> &Slot {
    let known = obj.ty().member_slots().iter().any(|run| {
        offset >= run.offset
            && offset < run.offset + 8 * run.count
            && (offset - run.offset) % 8 == 0
    });
    assert!(known, "internal error: no member slot at {offset}");
    // SAFETY: I8, checked against the runs of the type.
    unsafe { word(obj.as_raw(), offset as isize) }
}

/// The slot word at `offset`.
///
/// # Safety
/// There is a word of kind "reference or null" at `offset`, and `obj` lives as long as `'a`.
#[inline(always)]
pub unsafe fn word<'a>(obj: RawObj, offset: isize) -> &'a Slot {
    // SAFETY: by the caller; a Slot is one word, null is empty.
    unsafe { obj.byte_offset(offset).cast::<Slot>().as_ref() }
}

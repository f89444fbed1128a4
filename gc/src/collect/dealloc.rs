//! Release of an object whose count has reached 0.

use std::ptr::NonNull;

use crate::alloc::Domain;
use crate::object::handle::ObjRef;
use crate::object::header::RawObj;
use crate::object::payload::payload_ptr;
use crate::object::type_head::TypeHead;

/// Releases `obj`.
///
/// # Safety
/// The count of `obj` has just reached 0.
pub unsafe fn release(obj: RawObj) {
    // SAFETY: I4 by the caller: nobody else can reach the object; I5 for its type.
    unsafe {
        let ty = obj.as_ref().ty.get();
        let head = payload_ptr::<TypeHead>(ty).as_ref();
        let (heap, front) = (head.heap(), head.front());
        let size = head
            .instance_size((head.layout().item_count)(obj))
            .unwrap_or(0)
            + front;
        (head.layout().release)(obj, heap);
        let counted = head.is_heap_type();
        let block: NonNull<u8> = obj.byte_sub(front).cast();
        heap.free_block(block, size, Domain::Obj);
        if counted {
            drop(ObjRef::from_raw(ty));
        }
    }
}

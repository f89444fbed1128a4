//! What the payloads with a tail (int, bytes, str) share.

use crate::heap::Heap;
use crate::object::handle::ObjRef;
use crate::object::type_head::TypeHead;

impl Heap {
    /// Tracks a complete instance of a subclass of a type that the collector does not care for.
    #[inline(always)]
    pub(crate) fn track_instance(&self, ty: &ObjRef, obj: &ObjRef) {
        if TypeHead::of(ty).is_heap_type() {
            self.track(obj);
        }
    }
}

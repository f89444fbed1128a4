//! `bytes`: length, hash and the bytes, in one block of 33 + n.
//!
//! ```text
//!   | header | len | hash | byte 0 | byte 1 | ... | 0 |
//!     16       8     8      n                       1
//! ```

use std::cell::Cell;

use crate::alloc::NoMemory;
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, Worth};
use crate::object::field::Field;
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::{HEADER, RawObj};
use crate::object::payload::{Layout, Payload, payload_ptr};
use crate::object::type_head::TypeHead;

/// The payload of `bytes`; the bytes stand behind it.
#[repr(C)]
pub struct Bytes {
    len: usize,
    hash: Cell<isize>,
}

impl Field for Bytes {
    const SPOTS: &'static [Spot] = crate::spots!(Bytes { len: "length" Number, hash: "hash" Signed });
}

unsafe fn bits(obj: RawObj, _: &Heap, sink: &mut BitSink<'_>) {
    // SAFETY: I1, only called for objects whose type names this layout.
    let payload = unsafe { payload_ptr::<Bytes>(obj) };
    // SAFETY: I20, the bytes stand behind the payload.
    let data = unsafe { std::slice::from_raw_parts(payload.add(1).cast::<u8>().as_ptr(), payload.as_ref().len) };
    let offset = (HEADER + size_of::<Bytes>()) as isize;
    // What is shown is short; the rest would only cost time.
    let text = data[..data.len().min(64)].escape_ascii().to_string();
    sink(Bit::Piece {
        offset,
        size: data.len() + 1,
        label: Label::Name("bytes and a closing 0"),
        worth: Worth::Text(&text),
    });
}

unsafe fn byte_count(obj: RawObj) -> usize {
    // SAFETY: I1, only called for objects whose type names this layout.
    unsafe { payload_ptr::<Bytes>(obj).as_ref() }.len
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for Bytes {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<Bytes>("Bytes", false);
            layout.bits = bits;
            layout.item_count = byte_count;
            layout.trivial = true;
            layout
        };
        &LAYOUT
    }
}

impl Bytes {
    /// New bytes.
    pub fn new(heap: &Heap, ty: &ObjRef, data: &[u8]) -> Result<Ref<Bytes>, NoMemory> {
        let bytes = Bytes::unfilled(heap, ty, data.len())?;
        // SAFETY: I20, the block has room for len + 1 bytes, and nobody else knows it yet.
        unsafe {
            bytes.tail::<u8>().copy_from_nonoverlapping(data.as_ptr(), data.len());
            bytes.tail::<u8>().add(data.len()).write(0);
        }
        heap.track_instance(ty, bytes.as_obj());
        Ok(bytes)
    }

    /// Bytes that are not written yet, in a block with room for a closing 0.
    fn unfilled(heap: &Heap, ty: &ObjRef, len: usize) -> Result<Ref<Bytes>, NoMemory> {
        let head = TypeHead::of(ty);
        // The type's basicsize counts the closing 0. Subclasses have one item to spare.
        let spare = usize::from(head.is_heap_type());
        let size = head.instance_size(len.checked_add(spare).ok_or(NoMemory)?).ok_or(NoMemory)?;
        let size = size.max(33_usize.checked_add(len).ok_or(NoMemory)?);
        let size = if spare == 0 { size } else { size.checked_add(7).ok_or(NoMemory)? & !7 };
        heap.alloc_unset(ty, Bytes { len, hash: Cell::new(-1) }, len, size)
    }

    /// New bytes of a given length that `fill` writes; they are 0 before.
    pub fn filled_by(
        heap: &Heap,
        ty: &ObjRef,
        len: usize,
        fill: impl FnOnce(&mut [u8]),
    ) -> Result<Ref<Bytes>, NoMemory> {
        let bytes = Bytes::unfilled(heap, ty, len)?;
        // SAFETY: I20, the block has room for len + 1 bytes, and nobody else knows it yet.
        let room = unsafe {
            bytes.tail::<u8>().write_bytes(0, len + 1);
            std::slice::from_raw_parts_mut(bytes.tail::<u8>(), len)
        };
        fill(room);
        heap.track_instance(ty, bytes.as_obj());
        Ok(bytes)
    }

    /// Static bytes: the empty ones, those of one byte.
    pub fn new_static(heap: &Heap, ty: &ObjRef, data: &[u8]) -> Ref<Bytes> {
        let payload = Bytes { len: data.len(), hash: Cell::new(-1) };
        let bytes = heap.alloc_static_sized(ty, payload, 33 + data.len());
        // SAFETY: I20, made with room for the bytes and a closing 0, zeroed.
        unsafe { bytes.tail::<u8>().copy_from_nonoverlapping(data.as_ptr(), data.len()) };
        bytes
    }

    /// Number of bytes.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The hash if it was computed, -1 otherwise.
    #[inline(always)]
    pub fn hash_cached(&self) -> isize {
        self.hash.get()
    }

    /// Remembers the hash.
    #[inline(always)]
    pub fn set_hash(&self, hash: isize) {
        self.hash.set(hash);
    }
}

impl Ref<Bytes> {
    /// The bytes.
    #[inline(always)]
    pub fn data(&self) -> &[u8] {
        // SAFETY: I20, bytes are written before they are handed out and never change.
        unsafe { std::slice::from_raw_parts(self.tail::<u8>(), self.len) }
    }
}

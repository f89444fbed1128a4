//! `bytearray`: 56 bytes, and the bytes in a block of their own that grows by an eighth.
//!
//! ```text
//!   | header | len | allocated | block | start | exports |
//!     16       8     8           8       8       8
//!                                |       |
//!                                v       v
//!                                | gone  | byte 0 | byte 1 | ... | 0 | room |
//! ```
//!
//! Taking bytes from the front only moves `start`. While something looks at the bytes (a memoryview)
//! `exports` is not 0 and the length is fixed; the callers see to that. Bytes are copied in and out, never lent.

use std::cell::Cell;
use std::ptr::NonNull;

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, Worth};
use crate::object::field::Field;
use crate::object::handle::{ObjRef, Ref};
use crate::object::payload::{Layout, Payload};

/// The payload of `bytearray`.
#[repr(C)]
pub struct ByteArray {
    len: Cell<usize>,
    allocated: Cell<usize>,
    block: Cell<Option<NonNull<u8>>>,
    /// How many bytes at the front are gone.
    offset: Cell<usize>,
    exports: Cell<usize>,
}

impl Field for ByteArray {
    const SPOTS: &'static [Spot] = crate::spots!(ByteArray {
        len: "length" Number,
        allocated: "room for" Number,
        block: "bytes" Address,
        offset: "gone at the front" Number,
        exports: "views" Number,
    });
    fn bits(&self, _: &Heap, sink: &mut BitSink<'_>) {
        if let Some(block) = self.block.get() {
            let (addr, size) = (block.addr().get(), self.allocated.get());
            sink(Bit::Block { what: "bytes", addr, size });
            sink(Bit::Piece { offset: 0, size, label: Label::Name("bytes"), worth: Worth::Silent });
        }
    }
    fn release(&self, heap: &Heap) {
        if let Some(block) = self.block.take() {
            heap.free_block(block, self.allocated.get(), Domain::Obj);
        }
    }
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for ByteArray {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = Layout::of::<ByteArray>("ByteArray", false);
        &LAYOUT
    }
}

impl ByteArray {
    /// A new empty bytearray without a block.
    pub fn new(heap: &Heap, ty: &ObjRef) -> Ref<ByteArray> {
        let payload = ByteArray {
            len: Cell::new(0),
            allocated: Cell::new(0),
            block: Cell::new(None),
            offset: Cell::new(0),
            exports: Cell::new(0),
        };
        heap.alloc(ty, payload)
    }

    /// Number of bytes.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len.get()
    }

    /// Whether there are none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of the block, which `getsizeof` adds.
    pub fn allocated(&self) -> usize {
        self.allocated.get()
    }

    /// How many views look at the bytes.
    pub fn exports(&self) -> usize {
        self.exports.get()
    }

    /// One view more.
    pub fn export(&self) {
        self.exports.set(self.exports.get() + 1);
    }

    /// One view less.
    pub fn unexport(&self) {
        self.exports.set(self.exports.get().saturating_sub(1));
    }

    /// The first byte; the block may move at the next change of the length.
    fn start(&self) -> Option<NonNull<u8>> {
        // SAFETY: I20, the offset is inside the block.
        self.block.get().map(|block| unsafe { block.add(self.offset.get()) })
    }

    /// The byte at `i`.
    #[inline]
    pub fn get(&self, i: usize) -> Option<u8> {
        let start = self.start().filter(|_| i < self.len())?;
        // SAFETY: I20, `i` is below the length.
        Some(unsafe { start.add(i).read() })
    }

    /// Stores a byte; false if there is no byte `i`.
    #[inline]
    pub fn set(&self, i: usize, byte: u8) -> bool {
        let Some(start) = self.start().filter(|_| i < self.len()) else { return false };
        // SAFETY: I20, `i` is below the length; nobody holds a reference to the bytes.
        unsafe { start.add(i).write(byte) };
        true
    }

    /// Stores bytes at `start`, `start + step`, ...; those beyond the ends are left out.
    pub fn set_stepped(&self, start: usize, step: isize, bytes: &[u8]) {
        let Some(first) = self.start() else { return };
        let (len, mut at) = (self.len(), start);
        for byte in bytes {
            if at >= len {
                return;
            }
            // SAFETY: I20, `at` is below the length; nobody holds a reference to the bytes.
            unsafe { first.add(at).write(*byte) };
            at = at.wrapping_add_signed(step);
        }
    }

    /// A copy of the bytes `from..to`, clipped to the length.
    pub fn copy(&self, from: usize, to: usize) -> Vec<u8> {
        let to = to.min(self.len());
        match self.start() {
            // SAFETY: I20, the range is inside; the reference ends before other code runs.
            Some(start) if from < to => unsafe {
                std::slice::from_raw_parts(start.add(from).as_ptr(), to - from).to_vec()
            },
            _ => Vec::new(),
        }
    }

    /// A copy of all bytes.
    pub fn to_vec(&self) -> Vec<u8> {
        self.copy(0, self.len())
    }

    /// Overwrites bytes from `at` on, as many as there are.
    pub fn write(&self, at: usize, bytes: &[u8]) {
        let count = bytes.len().min(self.len().saturating_sub(at));
        if let Some(start) = self.start().filter(|_| count > 0) {
            // SAFETY: I20, the range is inside; `bytes` cannot lie in the block, which is never lent.
            unsafe { start.add(at).copy_from_nonoverlapping(NonNull::from(bytes).cast(), count) };
        }
    }

    /// Gives it another length by CPython's rule; new bytes are 0.
    pub fn resize(&self, heap: &Heap, len: usize) -> Result<(), NoMemory> {
        let (old, allocated, offset) = (self.len(), self.allocated.get(), self.offset.get());
        if len == old {
            return Ok(());
        }
        let fits = len.checked_add(offset + 1).is_some_and(|needed| needed <= allocated);
        let size = if fits && len >= allocated / 2 {
            self.set_len(old, len);
            return Ok(());
        } else if fits || len > allocated + allocated / 8 {
            len.checked_add(1)
        } else {
            len.checked_add((len >> 3) + if len < 9 { 3 } else { 6 })
        };
        let size = size.filter(|size| isize::try_from(*size).is_ok()).ok_or(NoMemory)?;
        self.reallocate(heap, size, old.min(len))?;
        self.set_len(old, len);
        Ok(())
    }

    /// Moves the first `kept` bytes to the front of a block of `size` bytes.
    fn reallocate(&self, heap: &Heap, size: usize, kept: usize) -> Result<(), NoMemory> {
        let allocated = self.allocated.get();
        let block = match (self.block.get(), self.start()) {
            (Some(block), _) if self.offset.get() == 0 => heap.realloc_block(block, allocated, size, Domain::Obj)?,
            (Some(block), Some(start)) => {
                let new = heap.alloc_block(size, Domain::Obj)?;
                // SAFETY: I20, both ranges hold `kept` bytes, in different blocks.
                unsafe { new.copy_from_nonoverlapping(start, kept) };
                heap.free_block(block, allocated, Domain::Obj);
                new
            }
            _ => heap.alloc_block(size, Domain::Obj)?,
        };
        self.block.set(Some(block));
        self.allocated.set(size);
        self.offset.set(0);
        Ok(())
    }

    /// The block is large enough: clears what is new, and closes with a 0.
    fn set_len(&self, old: usize, len: usize) {
        self.len.set(len);
        if let Some(start) = self.start() {
            // SAFETY: I20, the block holds offset + len + 1 bytes.
            unsafe {
                start.add(old.min(len)).write_bytes(0, len.saturating_sub(old));
                start.add(len).write(0);
            }
        }
    }

    /// Puts `bytes` in place of `from..to`.
    pub fn replace(&self, heap: &Heap, from: usize, to: usize, bytes: &[u8]) -> Result<(), NoMemory> {
        let old = self.len();
        let (from, to) = (from.min(old), to.min(old).max(from.min(old)));
        let gone = to - from;
        let tail = old - to;
        if bytes.len() < gone {
            let less = gone - bytes.len();
            if from == 0 {
                // At the front nothing moves.
                self.offset.set(self.offset.get() + less);
            } else {
                self.shift(to, from + bytes.len(), tail);
            }
            self.resize(heap, old - less)?;
        } else if bytes.len() > gone {
            let len = old.checked_add(bytes.len() - gone).ok_or(NoMemory)?;
            self.resize(heap, len)?;
            self.shift(to, from + bytes.len(), tail);
        }
        self.write(from, bytes);
        Ok(())
    }

    /// Takes `from..to` out; the bytes behind it move, also at the front.
    pub fn cut(&self, heap: &Heap, from: usize, to: usize) -> Result<(), NoMemory> {
        let old = self.len();
        let to = to.min(old);
        let from = from.min(to);
        self.shift(to, from, old - to);
        self.resize(heap, old - (to - from))
    }

    /// Moves `count` bytes inside the block.
    fn shift(&self, from: usize, to: usize, count: usize) {
        if let Some(start) = self.start().filter(|_| count > 0) {
            // SAFETY: I20, both ranges are inside the block.
            unsafe { start.add(to).copy_from(start.add(from), count) };
        }
    }
}

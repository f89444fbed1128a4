//! The words every object starts with, and the words in front of them.
//!
//! ```text
//!   -32          -16          0                     16
//!   | values/dict | next prev | refcount  type      | payload ...
//!   | pre-header  | GcHead    | Header              | T
//!     managed       GC types    every object
//!     instances
//!     only
//! ```
//!
//! An object pointer points at its `Header`; what lies in front of it follows from its type.

use std::cell::Cell;
use std::ptr::{self, NonNull};

/// Count and type: the 16 bytes of every object.
#[repr(C)]
pub struct Header {
    pub(crate) refcount: Cell<isize>,
    pub(crate) ty: Cell<NonNull<Header>>,
}

/// A raw object pointer, with provenance over its whole block.
pub type RawObj = NonNull<Header>;

/// Links of the generation list. `prev` carries two flags in its low bits; while a collection
/// runs it carries the working count instead of a pointer, as in CPython.
#[repr(C)]
pub struct GcHead {
    pub(crate) next: Cell<*mut GcHead>,
    pub(crate) prev: Cell<*mut GcHead>,
}

/// Bytes of the header.
pub const HEADER: usize = size_of::<Header>();
/// Bytes of the collector's words in front of a GC object.
pub const GC_HEAD: usize = size_of::<GcHead>();
/// Bytes of the managed words in front of the GC head.
pub const PRE_HEADER: usize = 16;

const _: () = assert!(HEADER == 16 && GC_HEAD == 16);

/// `__del__` ran already (PEP 442: once per object).
pub(crate) const FINALIZED: usize = 1;
/// The object is in the list that is being collected.
pub(crate) const COLLECTING: usize = 2;
pub(crate) const FLAG_BITS: usize = 3;

impl GcHead {
    pub(crate) const fn new() -> GcHead {
        GcHead { next: Cell::new(ptr::null_mut()), prev: Cell::new(ptr::null_mut()) }
    }

    #[inline(always)]
    pub(crate) fn flags(&self) -> usize {
        self.prev.get().addr() & FLAG_BITS
    }

    #[inline(always)]
    pub(crate) fn has(&self, flag: usize) -> bool {
        self.prev.get().addr() & flag != 0
    }

    pub(crate) fn set_flag(&self, flag: usize) {
        self.prev.set(self.prev.get().map_addr(|a| a | flag));
    }

    pub(crate) fn clear_flag(&self, flag: usize) {
        self.prev.set(self.prev.get().map_addr(|a| a & !flag));
    }

    /// Takes the node out of its list; `FINALIZED` stays.
    ///
    /// # Safety
    /// The node is in a list whose links are whole.
    #[inline(always)]
    pub(crate) unsafe fn unlink(&self) {
        let (prev, next) = (self.prev_ptr(), self.next.get());
        // SAFETY: I12, both neighbours are nodes of the same list.
        unsafe {
            (*prev).next.set(next);
            (*next).set_prev_ptr(prev);
        }
        self.next.set(ptr::null_mut());
        self.prev.set(ptr::without_provenance_mut(self.flags() & FINALIZED));
    }

    /// The previous node, flags masked off.
    #[inline(always)]
    pub(crate) fn prev_ptr(&self) -> *mut GcHead {
        self.prev.get().map_addr(|a| a & !FLAG_BITS)
    }

    /// Stores the previous node and keeps the flags.
    #[inline(always)]
    pub(crate) fn set_prev_ptr(&self, p: *mut GcHead) {
        let flags = self.flags();
        self.prev.set(p.map_addr(|a| a | flags));
    }
}

/// The GC head in front of `obj`, whose type must be a GC type.
#[inline(always)]
pub(crate) unsafe fn gc_head(obj: RawObj) -> NonNull<GcHead> {
    // SAFETY: I3, a GC object's block starts at least GC_HEAD bytes before its header.
    unsafe { obj.byte_sub(GC_HEAD).cast() }
}

/// The object behind a GC head.
#[inline(always)]
pub(crate) unsafe fn from_gc_head(head: *mut GcHead) -> RawObj {
    // SAFETY: I3, list nodes other than the sentinels stand directly in front of a header.
    unsafe { NonNull::new_unchecked(head.byte_add(GC_HEAD).cast()) }
}

//! What the key tables of dicts differ in: the width of their indices and the kind of their entries.

use std::cell::Cell;

use crate::object::field::Slot;

/// An entry with its hash.
#[repr(C)]
pub(super) struct Wide {
    pub hash: Cell<isize>,
    pub pair: Narrow,
}

/// An entry whose key keeps its own hash.
#[repr(C)]
pub(super) struct Narrow {
    pub key: Slot,
    pub value: Slot,
}

/// The width of an index.
pub(super) trait Index: Copy {
    fn widen(self) -> isize;
}

impl Index for i8 {
    fn widen(self) -> isize {
        self as isize
    }
}

impl Index for i16 {
    fn widen(self) -> isize {
        self as isize
    }
}

impl Index for i32 {
    fn widen(self) -> isize {
        self as isize
    }
}

/// The kind of an entry.
pub(super) trait Entry {
    fn key(&self) -> &Slot;
}

impl Entry for Narrow {
    #[inline(always)]
    fn key(&self) -> &Slot {
        &self.key
    }
}

impl Entry for Wide {
    #[inline(always)]
    fn key(&self) -> &Slot {
        &self.pair.key
    }
}

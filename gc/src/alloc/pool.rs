//! A pool: 16 KiB (4 KiB up to 3.9) of blocks of one size.
//!
//! ```text
//!   0              48            48+size       next_offset           pool_size
//!   | PoolHeader   | block | block | block ... | never handed out    |
//!          free ------------^        |
//!                           null <---'            (LIFO through the blocks' first word)
//! ```
//!
//! States, as pymalloc's: *used* (some blocks out, some to hand out; in its class's list),
//! *full* (in no list), *empty* (in its arena's list). Block counts and the order in which
//! blocks are handed out follow CPython, because `id()` shows them.

use std::cell::Cell;
use std::ptr;

/// The 48 bytes at the start of each pool.
#[repr(C)]
pub(crate) struct PoolHeader {
    /// Blocks handed out.
    pub(crate) count: Cell<u32>,
    /// Index into the heap's arenas.
    pub(crate) arena: Cell<u32>,
    /// First free block. Null in a used pool never happens: it would be full.
    pub(crate) free: Cell<*mut u8>,
    pub(crate) next: Cell<*mut PoolHeader>,
    pub(crate) prev: Cell<*mut PoolHeader>,
    /// Size class, or `NO_CLASS` before the first use.
    pub(crate) class: Cell<u32>,
    /// Offset of the first block never handed out.
    pub(crate) next_offset: Cell<u32>,
    /// The largest offset at which a block still fits.
    pub(crate) max_offset: Cell<u32>,
    /// Bytes of its blocks.
    pub(crate) size: Cell<u32>,
}

pub(crate) const POOL_OVERHEAD: usize = 48;
pub(crate) const NO_CLASS: u32 = u32::MAX;
/// The largest request that pools serve.
pub const SMALL_LIMIT: usize = 512;
pub(crate) const ALIGNMENT: usize = 16;
/// Number of size classes.
pub const CLASSES: usize = SMALL_LIMIT / ALIGNMENT;

const _: () = assert!(size_of::<PoolHeader>() <= POOL_OVERHEAD);

/// The largest request that the pools of the second kind serve: 64 KiB each, for what CPython
/// asks the system for. They give such blocks the same addresses in every run.
pub(crate) const MEDIUM_LIMIT: usize = 8192;
pub(crate) const MEDIUM_POOL: usize = 64 << 10;

/// The class of a medium request: eight sizes for each doubling.
#[inline]
pub(crate) fn medium_class_of(size: usize) -> usize {
    let above = (size.max(SMALL_LIMIT + 1) - 1) >> 9;
    let doubling = above.ilog2() as usize;
    let step = 64 << doubling;
    8 * doubling + (size.max(SMALL_LIMIT + 1) - 1 - (512 << doubling)) / step
}

/// Bytes of the blocks of a medium class.
pub(crate) const fn medium_class_size(class: usize) -> usize {
    (512 << (class / 8)) + (class % 8 + 1) * (64 << (class / 8))
}

/// The class of a request; 0 counts as 1.
#[inline(always)]
pub(crate) const fn class_of(size: usize) -> usize {
    size.saturating_sub(1) / ALIGNMENT
}

/// Bytes of the blocks of a class.
#[inline(always)]
pub const fn class_size(class: usize) -> usize {
    (class + 1) * ALIGNMENT
}

/// What a free block's first word holds.
///
/// # Safety
/// `block` is a free block.
#[inline(always)]
pub(crate) unsafe fn link(block: *mut u8) -> *mut u8 {
    // SAFETY: I10, blocks are at least 16 bytes and 16-aligned.
    unsafe { block.cast::<*mut u8>().read() }
}

/// # Safety
/// `block` is free.
#[inline(always)]
pub(crate) unsafe fn set_link(block: *mut u8, next: *mut u8) {
    // SAFETY: I10, as for `link`.
    unsafe { block.cast::<*mut u8>().write(next) }
}

/// Makes an empty pool one of the class and hands out its first block.
///
/// # Safety
/// `pool` is an empty pool of `pool_size` bytes, in no list.
pub(crate) unsafe fn start(pool: *mut PoolHeader, class: usize, size: usize, pool_size: usize) -> *mut u8 {
    // SAFETY: I10 by the caller: header and the first two blocks lie inside the pool.
    unsafe {
        let head = &*pool;
        head.count.set(1);
        if head.class.get() == class as u32 {
            // The same class as before: its free list is as it was left.
            let block = head.free.get();
            head.free.set(link(block));
            return block;
        }
        head.class.set(class as u32);
        head.size.set(size as u32);
        let block = pool.cast::<u8>().add(POOL_OVERHEAD);
        head.next_offset.set((POOL_OVERHEAD + 2 * size) as u32);
        head.max_offset.set((pool_size - size) as u32);
        let second = block.add(size);
        set_link(second, ptr::null_mut());
        head.free.set(second);
        block
    }
}

/// Carves the next block that was never handed out. False: there is none, the pool is full.
///
/// # Safety
/// `pool` is a used pool whose free list is empty.
pub(crate) unsafe fn carve(pool: *mut PoolHeader) -> bool {
    // SAFETY: I10 by the caller: the carved block ends inside the pool.
    unsafe {
        let head = &*pool;
        let at = head.next_offset.get();
        if at > head.max_offset.get() {
            return false;
        }
        let block = pool.cast::<u8>().add(at as usize);
        set_link(block, ptr::null_mut());
        head.free.set(block);
        head.next_offset.set(at + head.size.get());
        true
    }
}

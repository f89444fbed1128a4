//! Handing out blocks from pools and taking them back: the two hottest paths of the heap.
//!
//! There are two sets of pools: small blocks as pymalloc's, with the release's geometry, and
//! medium ones (up to 8 KiB) which CPython leaves to the system.

use std::cell::{Cell, RefCell};
use std::ptr::{self, NonNull};

use crate::alloc::arena::Arenas;
use crate::alloc::pool::{self, CLASSES, MEDIUM_POOL, PoolHeader, class_size, link, medium_class_size, set_link};
use crate::alloc::region::Part;
use crate::heap::Heap;
use crate::profile::HeapProfile;

/// A set of pools.
pub(crate) struct Pools {
    /// Per class the first used pool.
    used: [Cell<*mut PoolHeader>; CLASSES],
    /// The bits of an address that tell the pool.
    pool_bits: usize,
    /// Where the arenas lie: blocks are told by their address.
    part: Part,
    class_size: fn(usize) -> usize,
    pub(crate) arenas: RefCell<Arenas>,
}

impl Pools {
    /// Pools for small blocks.
    pub(crate) fn small(part: Part, profile: &HeapProfile) -> Pools {
        let arenas = Arenas::new(part, profile.pool_size, profile.arena_size, profile.keep_one_arena);
        Pools::new(part, class_size, arenas)
    }

    /// Pools for medium blocks.
    pub(crate) fn medium(part: Part) -> Pools {
        Pools::new(part, medium_class_size, Arenas::new(part, MEDIUM_POOL, 16 * MEDIUM_POOL, true))
    }

    fn new(part: Part, class_size: fn(usize) -> usize, arenas: Arenas) -> Pools {
        Pools {
            used: [const { Cell::new(ptr::null_mut()) }; CLASSES],
            pool_bits: !(arenas.pool_size - 1),
            part,
            class_size,
            arenas: RefCell::new(arenas),
        }
    }

    /// Where the blocks lie.
    pub(crate) fn part(&self) -> Part {
        self.part
    }

    /// Whether a block came from these pools.
    #[inline(always)]
    pub(crate) fn owns(&self, block: NonNull<u8>) -> bool {
        self.part.has(block)
    }

    /// The pool of a block.
    #[inline(always)]
    pub(crate) fn pool_of(&self, block: NonNull<u8>) -> *mut PoolHeader {
        block.as_ptr().map_addr(|a| a & self.pool_bits).cast()
    }

    /// The header of the pool that an address lies in, which [`Pools::owns`]: found from the arenas.
    pub(crate) fn header_of(&self, addr: usize) -> *mut PoolHeader {
        let offset = (addr & self.pool_bits) - self.part.base.addr().get();
        // SAFETY: I10, an address of the part; pools start at multiples of their size.
        unsafe { self.part.base.as_ptr().byte_add(offset).cast() }
    }

    /// Hands out a block of the class. `None`: the region is used up.
    #[inline(always)]
    pub(crate) fn alloc(&self, heap: &Heap, class: usize) -> Option<NonNull<u8>> {
        let pool = self.used[class].get();
        if pool.is_null() {
            return self.alloc_from_new_pool(heap, class);
        }
        // SAFETY: I10, a used pool has a free block.
        unsafe {
            let head = &*pool;
            head.count.set(head.count.get() + 1);
            let block = head.free.get();
            let next = link(block);
            head.free.set(next);
            if next.is_null() {
                self.refill(pool);
            }
            Some(NonNull::new_unchecked(block))
        }
    }

    /// As [`Pools::alloc`] and then [`Pools::free`] of `block`, in one step. `None`, and nothing done: they come from
    /// different pools, or the pool changes its state in between.
    ///
    /// # Safety
    /// `block` is handed out; nobody looks into it any more if the result is `Some`.
    #[inline(always)]
    pub(crate) unsafe fn exchange(&self, class: usize, block: NonNull<u8>) -> Option<NonNull<u8>> {
        let pool = self.pool_of(block);
        if !ptr::addr_eq(pool, self.used[class].get()) {
            return None;
        }
        // SAFETY: I10, a used pool has a free block; its header stands at the masked address.
        unsafe {
            let head = &*pool;
            let taken = head.free.get();
            let next = link(taken);
            if next.is_null() {
                return None;
            }
            set_link(block.as_ptr(), next);
            head.free.set(block.as_ptr());
            Some(NonNull::new_unchecked(taken))
        }
    }

    /// The free list of a used pool ran out: carve on, or take the full pool out of the list.
    #[inline(never)]
    unsafe fn refill(&self, pool: *mut PoolHeader) {
        // SAFETY: I10 by the caller.
        unsafe {
            if !pool::carve(pool) {
                self.unlink(pool);
            }
        }
    }

    #[cold]
    #[inline(never)]
    fn alloc_from_new_pool(&self, heap: &Heap, class: usize) -> Option<NonNull<u8>> {
        if let Some(tell) = heap.arena_watch.get()
            && std::ptr::eq(self, heap.blocks.pools())
            && self.arenas.borrow().are_full()
        {
            tell(heap);
        }
        let mut arenas = self.arenas.borrow_mut();
        let pool = arenas.take_pool()?;
        // SAFETY: I10, the pool is empty and in no list.
        unsafe {
            self.link_front(pool, class);
            NonNull::new(pool::start(pool, class, (self.class_size)(class), arenas.pool_size))
        }
    }

    /// Takes a block back.
    ///
    /// # Safety
    /// `owns(block)`, and it is handed out.
    #[inline(always)]
    pub(crate) unsafe fn free(&self, block: NonNull<u8>) {
        let pool = self.pool_of(block);
        // SAFETY: I10, the pool's header stands at the masked address.
        unsafe {
            let head = &*pool;
            let last = head.free.get();
            set_link(block.as_ptr(), last);
            head.free.set(block.as_ptr());
            let left = head.count.get() - 1;
            head.count.set(left);
            if last.is_null() || left == 0 {
                self.freed_state(pool, last.is_null());
            }
        }
    }

    /// The pool changes its state: full to used (to the front of its list), used to empty.
    #[inline(never)]
    unsafe fn freed_state(&self, pool: *mut PoolHeader, was_full: bool) {
        // SAFETY: I10 by the caller.
        unsafe {
            if was_full {
                self.link_front(pool, (*pool).class.get() as usize);
            } else {
                self.unlink(pool);
                self.arenas.borrow_mut().give_pool(pool);
            }
        }
    }

    unsafe fn link_front(&self, pool: *mut PoolHeader, class: usize) {
        let first = self.used[class].replace(pool);
        // SAFETY: I10 by the caller: `pool` is in no list, `first` is the old front.
        unsafe {
            (*pool).prev.set(ptr::null_mut());
            (*pool).next.set(first);
            if !first.is_null() {
                (*first).prev.set(pool);
            }
            // `start` sets the class of a fresh pool, `unlink` needs it only afterwards.
        }
    }

    unsafe fn unlink(&self, pool: *mut PoolHeader) {
        // SAFETY: I10 by the caller: `pool` is in the list of its class.
        unsafe {
            let (next, prev) = ((*pool).next.get(), (*pool).prev.get());
            if prev.is_null() {
                self.used[(*pool).class.get() as usize].set(next);
            } else {
                (*prev).next.set(next);
            }
            if !next.is_null() {
                (*next).prev.set(prev);
            }
        }
    }

    /// Bytes of the block (its class's size).
    #[inline(always)]
    pub(crate) fn size_of(&self, block: NonNull<u8>) -> usize {
        // SAFETY: I10, asked only for blocks of pools.
        unsafe { (*self.pool_of(block)).size.get() as usize }
    }

    /// The used pools of a class, front first.
    pub(crate) fn used_pools(&self, class: usize) -> impl Iterator<Item = *mut PoolHeader> {
        let mut at = self.used[class].get();
        std::iter::from_fn(move || {
            let pool = (!at.is_null()).then_some(at)?;
            // SAFETY: I10, listed pools have headers.
            at = unsafe { (*pool).next.get() };
            Some(pool)
        })
    }
}

//! Arenas: 1 MiB (256 KiB up to 3.9) of pools, kept sorted by how few free pools they have.
//!
//! New pools come from the arena with the fewest free ones, so that the emptiest arena has a
//! chance to become wholly free and go back to the system. The list is kept sorted in O(1) per
//! freed pool with `last_with[n]`, the last arena that has n free pools (pymalloc's nfp2lasta).

use std::ptr::{self, NonNull};

use crate::alloc::pool::{NO_CLASS, PoolHeader};
use crate::alloc::region::{self, Part};

#[derive(Clone, Copy)]
pub(crate) struct Arena {
    /// Whether the arena's memory is in use.
    pub(crate) mapped: bool,
    /// Pools that were never carved start here, counted from the arena's start.
    pub(crate) fresh: usize,
    /// Free pools, the fresh ones included.
    pub(crate) free_pools: usize,
    /// Empty pools, LIFO.
    pub(crate) empty: *mut PoolHeader,
    next: Option<u32>,
    prev: Option<u32>,
}

/// A program that uses that many arenas gets the next ones in one go. Small programs start
/// faster without.
const COMMIT_FROM: usize = 3;

const UNMAPPED: Arena =
    Arena { mapped: false, fresh: 0, free_pools: 0, empty: ptr::null_mut(), next: None, prev: None };

/// All arenas of a heap.
pub(crate) struct Arenas {
    part: Part,
    pub(crate) list: Vec<Arena>,
    /// Arenas without memory, the next to use last.
    unmapped: Vec<u32>,
    /// Head of the sorted list of arenas with free pools.
    usable: Option<u32>,
    last_with: Vec<Option<u32>>,
    pub(crate) pool_size: usize,
    pub(crate) arena_size: usize,
    keep_one: bool,
    /// Arenas mapped since the start, now, and at most.
    pub(crate) mapped_ever: usize,
    pub(crate) mapped_now: usize,
    pub(crate) high_water: usize,
}

impl Arenas {
    pub(crate) fn new(part: Part, pool_size: usize, arena_size: usize, keep_one: bool) -> Arenas {
        Arenas {
            part,
            list: Vec::new(),
            unmapped: Vec::new(),
            usable: None,
            last_with: vec![None; arena_size / pool_size + 1],
            pool_size,
            arena_size,
            keep_one,
            mapped_ever: 0,
            mapped_now: 0,
            high_water: 0,
        }
    }

    /// Pools of an arena.
    pub(crate) fn pools_per_arena(&self) -> usize {
        self.arena_size / self.pool_size
    }

    fn offset(&self, index: u32) -> usize {
        index as usize * self.arena_size
    }

    /// Start of an arena.
    pub(crate) fn start(&self, index: u32) -> NonNull<u8> {
        // SAFETY: I10, arenas are only made inside the region.
        unsafe { self.part.base.add(self.offset(index)) }
    }

    /// Whether the next pool needs a new arena.
    pub(crate) fn are_full(&self) -> bool {
        self.usable.is_none()
    }

    /// A pool to use. `None`: the region is used up.
    pub(crate) fn take_pool(&mut self) -> Option<*mut PoolHeader> {
        let index = match self.usable {
            Some(index) => index,
            None => self.map_arena()?,
        };
        let free = self.list[index as usize].free_pools;
        if self.last_with[free] == Some(index) {
            self.last_with[free] = None;
        }
        if free > 1 {
            self.last_with[free - 1] = Some(index);
        }
        let pool = self.pool_from(index);
        let arena = &mut self.list[index as usize];
        arena.free_pools -= 1;
        if arena.free_pools == 0 {
            self.usable = arena.next;
            if let Some(next) = self.usable {
                self.list[next as usize].prev = None;
            }
        }
        Some(pool)
    }

    fn pool_from(&mut self, index: u32) -> *mut PoolHeader {
        let (start, size) = (self.start(index), self.pool_size);
        let arena = &mut self.list[index as usize];
        if !arena.empty.is_null() {
            let pool = arena.empty;
            // SAFETY: I10, empty pools have initialised headers.
            arena.empty = unsafe { (*pool).next.get() };
            return pool;
        }
        // SAFETY: I10, a fresh pool lies inside its arena; its header is written before use.
        unsafe {
            let pool = start.add(arena.fresh).cast::<PoolHeader>().as_ptr();
            arena.fresh += size;
            (*pool).arena.set(index);
            (*pool).class.set(NO_CLASS);
            pool
        }
    }

    fn map_arena(&mut self) -> Option<u32> {
        let index = match self.unmapped.pop() {
            Some(index) => index,
            None => {
                let index = u32::try_from(self.list.len()).ok()?;
                if self.offset(index) + self.arena_size > self.part.len {
                    return None;
                }
                self.list.push(UNMAPPED);
                index
            }
        };
        if self.mapped_now >= COMMIT_FROM {
            self.part.commit(self.offset(index), self.arena_size);
        }
        if self.mapped_ever == COMMIT_FROM {
            region::unmap_code();
        }
        let pools = self.pools_per_arena();
        self.list[index as usize] = Arena { mapped: true, free_pools: pools, ..UNMAPPED };
        self.usable = Some(index);
        self.last_with[pools] = Some(index);
        self.mapped_ever += 1;
        self.mapped_now += 1;
        self.high_water = self.high_water.max(self.mapped_now);
        Some(index)
    }

    /// Takes back an empty pool and keeps the list sorted.
    pub(crate) fn give_pool(&mut self, pool: *mut PoolHeader) {
        // SAFETY: I10, the pool is empty and in no list.
        let index = unsafe { (*pool).arena.get() };
        let arena = &mut self.list[index as usize];
        // SAFETY: I10.
        unsafe { (*pool).next.set(arena.empty) };
        arena.empty = pool;
        let before = arena.free_pools;
        arena.free_pools += 1;
        let (free, next, prev) = (arena.free_pools, arena.next, arena.prev);
        let last_before = self.last_with[before];
        if last_before == Some(index) {
            self.last_with[before] = prev.filter(|&p| self.list[p as usize].free_pools == before);
        }
        if free == self.pools_per_arena() && (next.is_some() || !self.keep_one) {
            self.unlink(index);
            self.unmap(index);
        } else if free == 1 {
            self.push_front(index);
        } else {
            if self.last_with[free].is_none() {
                self.last_with[free] = Some(index);
            }
            if let Some(last) = last_before.filter(|&last| last != index) {
                self.unlink(index);
                self.insert_after(index, last);
            }
        }
    }

    fn push_front(&mut self, index: u32) {
        let old = self.usable.replace(index);
        self.list[index as usize].next = old;
        self.list[index as usize].prev = None;
        if let Some(old) = old {
            self.list[old as usize].prev = Some(index);
        }
        if self.last_with[1].is_none() {
            self.last_with[1] = Some(index);
        }
    }

    fn unlink(&mut self, index: u32) {
        let Arena { next, prev, .. } = self.list[index as usize];
        match prev {
            Some(prev) => self.list[prev as usize].next = next,
            None => self.usable = next,
        }
        if let Some(next) = next {
            self.list[next as usize].prev = prev;
        }
    }

    fn insert_after(&mut self, index: u32, after: u32) {
        let next = self.list[after as usize].next.replace(index);
        self.list[index as usize].next = next;
        self.list[index as usize].prev = Some(after);
        if let Some(next) = next {
            self.list[next as usize].prev = Some(index);
        }
    }

    fn unmap(&mut self, index: u32) {
        self.list[index as usize] = UNMAPPED;
        self.unmapped.push(index);
        self.mapped_now -= 1;
        self.part.decommit(self.offset(index), self.arena_size);
    }

    /// Arenas in the order in which pools are taken from them, checked to be sorted and
    /// complete.
    pub(crate) fn check(&self) -> Result<Vec<u32>, String> {
        let mut order = Vec::new();
        let (mut at, mut prev) = (self.usable, None);
        while let Some(index) = at {
            let arena = &self.list[index as usize];
            if arena.prev != prev || !arena.mapped || arena.free_pools == 0 {
                return Err(format!("arena {index} is linked wrongly"));
            }
            order.push(index);
            (prev, at) = (at, arena.next);
        }
        let free = |i: &u32| self.list[*i as usize].free_pools;
        if !order.is_sorted_by_key(free) {
            return Err("usable arenas are not sorted by free pools".into());
        }
        let usable = self.list.iter().filter(|a| a.mapped && a.free_pools > 0).count();
        if usable != order.len() {
            return Err("an arena with free pools is not listed".into());
        }
        for (n, last) in self.last_with.iter().enumerate().skip(1) {
            let want = order.iter().rev().find(|i| free(i) == n);
            if last.as_ref() != want {
                return Err(format!("last_with[{n}] is {last:?}, not {want:?}"));
            }
        }
        Ok(order)
    }
}

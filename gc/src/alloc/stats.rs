//! Figures of the allocator, for `sys._debugmallocstats` and the pool map.

use std::ptr::NonNull;

use crate::alloc::pool::{CLASSES, PoolHeader, class_size, link};
use crate::alloc::pools::Pools;
use crate::heap::Heap;
use crate::profile::Allocator;

/// One size class.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ClassStats {
    /// Index of the class.
    pub class: usize,
    /// Bytes of its blocks.
    pub size: usize,
    /// Pools in use.
    pub pools: usize,
    /// Blocks handed out.
    pub used: usize,
    /// Blocks that can be handed out without a new pool.
    pub free: usize,
}

/// The arenas.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ArenaStats {
    /// Mapped since the start.
    pub allocated_total: usize,
    /// Mapped now.
    pub allocated: usize,
    /// Mapped at most.
    pub high_water: usize,
    /// Bytes of an arena.
    pub arena_size: usize,
    /// Bytes of a pool.
    pub pool_size: usize,
    /// Pools without a block.
    pub unused_pools: usize,
}

/// One pool that is in use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PoolInfo {
    /// Where it starts.
    pub addr: usize,
    /// Its arena.
    pub arena: usize,
    /// Its size class.
    pub class: usize,
    /// Bytes of its blocks.
    pub size: usize,
    /// Blocks handed out.
    pub used: usize,
    /// Blocks that fit.
    pub capacity: usize,
    /// Blocks handed out at least once.
    pub touched: usize,
}

/// Where a block comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockPlace {
    /// A pool of blocks of this size.
    Pool {
        /// Its arena, from 0.
        arena: usize,
        /// The place of the pool in the arena, from 0.
        pool: usize,
        /// Bytes of each block.
        size: usize,
    },
    /// What CPython asks the system for, given out in these sizes here.
    Medium {
        /// Bytes of each block.
        size: usize,
    },
    /// The part of the heap that is never given back.
    Static,
    /// The system's allocator.
    System,
}

impl Heap {
    /// The size classes, smallest first.
    pub fn class_stats(&self) -> Vec<ClassStats> {
        let mut rows: Vec<ClassStats> =
            (0..CLASSES).map(|class| ClassStats { class, size: class_size(class), ..ClassStats::default() }).collect();
        self.each_pool(|pool| {
            let row = &mut rows[pool.class];
            row.pools += 1;
            row.used += pool.used;
            row.free += pool.capacity - pool.used;
        });
        rows
    }

    /// The arenas' figures.
    pub fn arena_stats(&self) -> ArenaStats {
        let arenas = self.blocks.pools().arenas.borrow();
        ArenaStats {
            allocated_total: arenas.mapped_ever,
            allocated: arenas.mapped_now,
            high_water: arenas.high_water,
            arena_size: arenas.arena_size,
            pool_size: arenas.pool_size,
            unused_pools: arenas.list.iter().map(|a| a.free_pools).sum(),
        }
    }

    /// Blocks that CPython's pool allocator knows of: `sys.getallocatedblocks()`.
    pub fn counted_blocks(&self) -> usize {
        if self.profile().allocator == Allocator::System { 0 } else { self.allocated_blocks() }
    }

    /// Blocks handed out.
    pub fn allocated_blocks(&self) -> usize {
        let mut blocks = self.blocks.system.get();
        self.each_pool(|pool| blocks += pool.used);
        blocks
    }

    /// Nodes of the arena map: middle ones, bottom ones.
    pub fn arena_map_nodes(&self) -> (usize, usize) {
        let Some(map) = self.profile().arena_map else { return (0, 0) };
        let arenas = self.blocks.pools().arenas.borrow();
        let nodes = |bits: u32| {
            let at = |i: usize| (arenas.start(i as u32).addr().get() / arenas.arena_size) >> bits;
            (0..arenas.list.len()).map(at).collect::<std::collections::BTreeSet<usize>>().len()
        };
        (nodes(map.bottom + map.mid), nodes(map.bottom))
    }

    /// A number that stands for every byte of the arenas and the static part, the collector's lists and figures: the
    /// same before and after something that only looks. Blocks over 8 KiB lie elsewhere and are left out.
    pub fn fingerprint(&self) -> u64 {
        let mut sum = 0xcbf2_9ce4_8422_2325_u64;
        let mut add = |word: u64| sum = (sum ^ word).wrapping_mul(0x0100_0000_01b3).rotate_left(29);
        let mut add_bytes = |start: NonNull<u8>, len: usize| {
            for at in (0..len).step_by(8) {
                // SAFETY: I9, I10: the part is mapped and its length a multiple of 8.
                add(unsafe { start.add(at).cast::<u64>().as_ptr().read_volatile() });
            }
        };
        for pools in [self.blocks.pools(), &self.blocks.medium] {
            let arenas = pools.arenas.borrow();
            for (index, arena) in arenas.list.iter().enumerate().filter(|(_, arena)| arena.mapped) {
                add_bytes(arenas.start(index as u32), arena.fresh);
            }
        }
        let (start, len) = self.blocks.statics_in_use();
        add_bytes(start, len);
        let (tracked, frozen) = self.tracked_counts();
        let figures = tracked.into_iter().chain([frozen, self.blocks.system.get()]).chain(self.gc_counts());
        figures.for_each(|figure| add(figure as u64));
        self.gc_stats().iter().for_each(|row| add((row.collections as u64) << 32 | row.collected as u64));
        sum
    }

    /// Bytes of a pool's header.
    pub const fn pool_overhead() -> usize {
        crate::alloc::pool::POOL_OVERHEAD
    }

    /// Start addresses of the mapped arenas, with their index.
    pub fn arenas(&self) -> Vec<(usize, usize)> {
        let arenas = self.blocks.pools().arenas.borrow();
        let mapped = (0..arenas.list.len()).filter(|&i| arenas.list[i].mapped);
        mapped.map(|i| (i, arenas.start(i as u32).addr().get())).collect()
    }

    /// Start addresses of the blocks that a pool has handed out.
    pub fn used_blocks(&self, pool: PoolInfo) -> Vec<usize> {
        let head = self.blocks.pools().header_of(pool.addr);
        let mut free = std::collections::HashSet::new();
        // SAFETY: I10, a used pool; its free blocks are linked.
        let mut block = unsafe { (*head).free.get() };
        while !block.is_null() {
            free.insert(block.addr());
            // SAFETY: I10.
            block = unsafe { link(block) };
        }
        let start = pool.addr + Heap::pool_overhead();
        (0..pool.touched).map(|n| start + n * pool.size).filter(|addr| !free.contains(addr)).collect()
    }

    /// Calls `look` for each pool that is in use, by address within each arena.
    pub fn each_pool(&self, mut look: impl FnMut(PoolInfo)) {
        each_pool_of(self.blocks.pools(), &mut look);
    }
}

/// Calls `look` for each pool of a set that is in use.
pub(crate) fn each_pool_of(pools: &Pools, look: &mut dyn FnMut(PoolInfo)) {
    let arenas = pools.arenas.borrow();
    let size = arenas.pool_size;
    for (index, arena) in arenas.list.iter().enumerate().filter(|(_, a)| a.mapped) {
        for offset in (0..arena.fresh).step_by(size) {
            // SAFETY: I10, below `fresh` every pool has a header.
            let pool = unsafe { arenas.start(index as u32).add(offset).cast::<PoolHeader>() };
            // SAFETY: I10.
            let head = unsafe { pool.as_ref() };
            if head.count.get() > 0 {
                look(pool_info(head, pool.addr().get(), size));
            }
        }
    }
}

fn pool_info(head: &PoolHeader, addr: usize, pool_size: usize) -> PoolInfo {
    let (class, size) = (head.class.get() as usize, head.size.get() as usize);
    let overhead = Heap::pool_overhead();
    let touched = (head.next_offset.get() as usize - overhead) / size;
    PoolInfo {
        addr,
        arena: head.arena.get() as usize,
        class,
        size,
        used: head.count.get() as usize,
        capacity: (pool_size - overhead) / size,
        touched,
    }
}

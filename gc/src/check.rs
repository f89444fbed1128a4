//! Accounting: everything about a heap that can be checked from outside.

use std::collections::{HashMap, HashSet};

use crate::alloc::pool::{CLASSES, PoolHeader, link};
use crate::alloc::pools::Pools;
use crate::alloc::stats::each_pool_of;
use crate::collect::list::GcList;
use crate::collect::traverse::traverse;
use crate::heap::Heap;
use crate::object::field::Visitor;
use crate::object::handle::ObjRef;
use crate::object::header::{COLLECTING, from_gc_head};

impl Heap {
    /// Checks pools, arenas, free lists, the collector's lists, and that no tracked object has
    /// fewer counts than tracked objects refer to it. Do not call it while a collection runs.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), String> {
        check_pools(self.blocks.pools())?;
        check_pools(&self.blocks.medium)?;
        self.check_free_lists()?;
        self.check_lists()?;
        self.check_counts()
    }

    fn check_free_lists(&self) -> Result<(), String> {
        let mut seen = HashSet::new();
        let mut twice = None;
        self.each_parked(|addr| {
            if !seen.insert(addr) {
                twice = Some(addr);
            }
        });
        twice.map_or(Ok(()), |addr| Err(format!("block {addr:#x} is parked twice")))
    }

    fn each_list(&self) -> impl Iterator<Item = &GcList> {
        self.gc.generations.iter().map(|g| &g.list).chain([&self.gc.permanent])
    }

    fn check_lists(&self) -> Result<(), String> {
        for list in self.each_list() {
            let mut prev = list.head();
            for node in list.iter() {
                // SAFETY: I12, this is what is being checked; nodes are live objects.
                unsafe {
                    let obj = from_gc_head(node);
                    if (*node).prev_ptr() != prev || (*node).has(COLLECTING) {
                        return Err(format!("{:#x} is linked wrongly", obj.addr()));
                    }
                    if obj.as_ref().refcount.get() <= 0 {
                        return Err(format!("{:#x} is tracked and has no count", obj.addr()));
                    }
                }
                prev = node;
            }
            if list.node().prev.get() != prev {
                return Err("a generation's last link is wrong".into());
            }
        }
        Ok(())
    }

    fn check_counts(&self) -> Result<(), String> {
        let mut found: HashMap<usize, (isize, isize)> = HashMap::new();
        let mut count = |obj: &ObjRef| {
            found.entry(obj.addr()).or_insert((obj.refcount(), 0)).1 += 1;
        };
        for list in self.each_list() {
            for node in list.iter() {
                // SAFETY: I12, nodes are live objects.
                unsafe { traverse(from_gc_head(node), &mut Visitor::new(&mut count)) };
            }
        }
        let wrong = found.iter().find(|(_, (count, refs))| refs > count);
        wrong.map_or(Ok(()), |(addr, (count, refs))| {
            Err(format!("{addr:#x} has count {count}, but {refs} references were found"))
        })
    }

    /// Blocks that are handed out and not parked: objects and their buffers. Zero at the end of
    /// a test, or something leaked.
    pub fn live_blocks(&self) -> usize {
        let mut parked = 0;
        self.each_parked(|_| parked += 1);
        self.allocated_blocks() - parked
    }

    /// Tracked objects, frozen ones included, in list order.
    pub fn live_objects(&self) -> Vec<ObjRef> {
        let mut objects = Vec::new();
        for list in self.each_list() {
            for node in list.iter() {
                // SAFETY: I12, nodes are live objects.
                objects.push(unsafe { ObjRef::borrow_raw(&from_gc_head(node)).clone() });
            }
        }
        objects
    }
}

fn check_pools(pools: &Pools) -> Result<(), String> {
    let mut in_use = HashMap::new();
    each_pool_of(pools, &mut |pool| {
        in_use.insert(pool.addr, pool);
    });
    pools.arenas.borrow().check()?;
    let mut listed = HashSet::new();
    for class in 0..CLASSES {
        for pool in pools.used_pools(class) {
            let addr = pool.addr();
            let info = in_use.get(&addr).ok_or(format!("pool {addr:#x} is listed, not used"))?;
            if info.class != class || info.used == info.capacity || !listed.insert(addr) {
                return Err(format!("pool {addr:#x} stands in the list of class {class}"));
            }
            check_free_blocks(pool, info.touched - info.used)?;
        }
    }
    let full = in_use.values().filter(|p| p.used == p.capacity).count();
    if listed.len() + full != in_use.len() {
        return Err("a pool with free blocks is not listed".into());
    }
    Ok(())
}

fn check_free_blocks(pool: *mut PoolHeader, want: usize) -> Result<(), String> {
    // SAFETY: I10, a used pool; its free blocks are linked.
    let (mut block, size) = unsafe { ((*pool).free.get(), (*pool).size.get() as usize) };
    let mut seen = 0;
    while !block.is_null() && seen <= want {
        let offset = block.addr() - pool.addr() - Heap::pool_overhead();
        if !offset.is_multiple_of(size) {
            return Err(format!("free block {:#x} is not on a block's start", block.addr()));
        }
        seen += 1;
        // SAFETY: I10.
        block = unsafe { link(block) };
    }
    if seen == want { Ok(()) } else { Err(format!("pool {:#x}: {seen} free blocks, not {want}", pool.addr())) }
}

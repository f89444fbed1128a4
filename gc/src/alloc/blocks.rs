//! The block interface of the heap: alloc, realloc, free, and telling the tracer.

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;
use std::rc::Rc;

use crate::alloc::pool::{MEDIUM_LIMIT, SMALL_LIMIT, class_of, medium_class_of};
use crate::alloc::pools::Pools;
use crate::alloc::region::{Part, Region};
use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::hooks::Tracer;
use crate::profile::{Allocator, HeapProfile};

/// Address space kept back, in parts, for the moments in which memory runs out.
const RESERVE: usize = if cfg!(miri) { 4 << 10 } else { 4 << 20 };
const RESERVES: usize = 8;
/// What may be taken from the reserve: objects and small tables, whose callers cannot fail.
const MODEST: usize = 64 << 10;

/// Bytes that the debug hooks add to each request: its size, and forbidden bytes on both sides.
const DEBUG_BYTES: usize = 24;

/// The heap's blocks.
pub(crate) struct Blocks {
    /// Small blocks; without memory where the system or `debug` gives them.
    pub(crate) small: Pools,
    /// Small blocks with what the debug hooks add.
    debug: Option<Pools>,
    pub(crate) medium: Pools,
    statics: Part,
    statics_used: Cell<usize>,
    /// Blocks of the object and buffer domains that CPython takes from the system.
    pub(crate) system: Cell<usize>,
    tracing: Cell<bool>,
    /// Where small blocks lie of whose end nobody wants to hear; empty while somebody wants to.
    untold: Cell<Part>,
    tracer: RefCell<Option<Rc<dyn Tracer>>>,
    reserves: [Cell<Option<NonNull<u8>>>; RESERVES],
    /// Last: the others point into it.
    _region: Region,
}

/// Bytes of static objects and of pools that starting an interpreter fills, or somewhat less.
const START_STATICS: usize = 192 << 10;
const START_POOLS: usize = 480 << 10;

impl Blocks {
    fn set_tracing(&self, tracing: bool) {
        self.tracing.set(tracing);
        let len = if tracing { 0 } else { self.small.part().len };
        self.untold.set(Part { len, ..self.small.part() });
    }

    /// Whether a small block can go without a word.
    #[inline(always)]
    pub(crate) fn is_untold(&self, block: NonNull<u8>) -> bool {
        self.untold.get().has(block)
    }

    pub(crate) fn new(profile: &HeapProfile) -> Option<Blocks> {
        let region = Region::reserve()?;
        let [statics, small, medium] = region.parts();
        let none = Part { len: 0, ..small };
        statics.commit(0, START_STATICS);
        small.commit(0, START_POOLS);
        let debug = (profile.allocator == Allocator::Debug).then(|| Pools::small(small, profile));
        let pools = if profile.allocator == Allocator::Pools { small } else { none };
        Some(Blocks {
            small: Pools::small(pools, profile),
            debug,
            medium: Pools::medium(medium),
            statics,
            statics_used: Cell::new(0),
            system: Cell::new(0),
            tracing: Cell::new(false),
            untold: Cell::new(pools),
            tracer: RefCell::new(None),
            reserves: std::array::from_fn(|_| Cell::new(system_alloc(RESERVE).ok())),
            _region: region,
        })
    }

    /// The pools that small blocks come from.
    pub(crate) fn pools(&self) -> &Pools {
        self.debug.as_ref().unwrap_or(&self.small)
    }

    /// The debug pools, if the block is theirs.
    fn debug_owner(&self, block: NonNull<u8>) -> Option<&Pools> {
        self.debug.as_ref().filter(|pools| pools.owns(block))
    }

    /// Room for a static object, 16-aligned, zeroed.
    pub(crate) fn static_room(&self, size: usize) -> Option<NonNull<u8>> {
        let at = self.statics_used.get();
        let end = at.checked_add(size)?.checked_next_multiple_of(16)?;
        if end > self.statics.len {
            return None;
        }
        self.statics_used.set(end);
        // SAFETY: I9, at..end lies in the static part and is handed out once.
        Some(unsafe { self.statics.base.add(at) })
    }

    /// Where static objects lie, and how many bytes they take.
    pub(crate) fn statics_in_use(&self) -> (NonNull<u8>, usize) {
        (self.statics.base, self.statics_used.get())
    }

    /// Gives a part of the reserve back to the system; false if none is left.
    fn give_up_reserve(&self) -> bool {
        let Some(part) = self.reserves.iter().find_map(Cell::take) else { return false };
        // SAFETY: I9, came from `system_alloc`.
        unsafe { libc::free(part.as_ptr().cast()) };
        true
    }

    /// Whether a block belongs to a static object.
    #[inline(always)]
    pub(crate) fn owns_static(&self, block: NonNull<u8>) -> bool {
        self.statics.has(block)
    }
}

impl Drop for Blocks {
    fn drop(&mut self) {
        while self.give_up_reserve() {}
    }
}

fn system_alloc(size: usize) -> Result<NonNull<u8>, NoMemory> {
    if size > isize::MAX as usize {
        return Err(NoMemory);
    }
    // SAFETY: I9, a plain malloc.
    NonNull::new(unsafe { libc::malloc(size.max(1)) }.cast()).ok_or(NoMemory)
}

impl Heap {
    /// A block of `size` bytes, 16-aligned, its bytes undefined.
    #[inline(always)]
    pub fn alloc_block(&self, size: usize, domain: Domain) -> Result<NonNull<u8>, NoMemory> {
        let blocks = &self.blocks;
        if size <= SMALL_LIMIT
            && domain != Domain::Raw
            && let Some(block) = blocks.small.alloc(self, class_of(size))
        {
            if blocks.tracing.get() {
                self.tell_alloc(block, size);
            }
            return Ok(block);
        }
        self.alloc_large(size, domain)
    }

    /// A block of a small class whose size is known beforehand; `size` tells the tracer the bytes asked for.
    #[inline(always)]
    pub(crate) fn alloc_class(&self, class: usize, size: impl Fn() -> usize) -> Result<NonNull<u8>, NoMemory> {
        debug_assert_eq!(class, class_of(size()));
        match self.blocks.small.alloc(self, class) {
            Some(block) if !self.blocks.tracing.get() => Ok(block),
            Some(block) => {
                self.tell_alloc(block, size());
                Ok(block)
            }
            None => self.alloc_large(size(), Domain::Obj),
        }
    }

    #[inline(never)]
    fn alloc_large(&self, size: usize, domain: Domain) -> Result<NonNull<u8>, NoMemory> {
        if let Some(debug) = &self.blocks.debug
            && domain != Domain::Raw
            && size + DEBUG_BYTES <= SMALL_LIMIT
            && let Some(block) = debug.alloc(self, class_of(size + DEBUG_BYTES))
        {
            if self.blocks.tracing.get() {
                self.tell_alloc(block, size);
            }
            return Ok(block);
        }
        let medium = if size <= MEDIUM_LIMIT && domain != Domain::Raw {
            self.blocks.medium.alloc(self, medium_class_of(size))
        } else {
            None
        };
        let block = match medium {
            Some(block) => block,
            None => match system_alloc(size) {
                Ok(block) => block,
                Err(NoMemory) => self.alloc_from_reserve(size)?,
            },
        };
        if domain != Domain::Raw {
            self.blocks.system.set(self.blocks.system.get() + 1);
        }
        if self.blocks.tracing.get() {
            self.tell_alloc(block, size);
        }
        Ok(block)
    }

    /// A modest block when memory has run out: the reserve is given up part by part, and the runtime told, which
    /// raises MemoryError as soon as it can.
    #[cold]
    #[inline(never)]
    fn alloc_from_reserve(&self, size: usize) -> Result<NonNull<u8>, NoMemory> {
        if size > MODEST {
            return Err(NoMemory);
        }
        while self.blocks.give_up_reserve() {
            self.memory_ran_out();
            if let Ok(block) = system_alloc(size) {
                return Ok(block);
            }
        }
        Err(NoMemory)
    }

    /// Tells the runtime that something was left undone for want of memory.
    #[cold]
    pub fn memory_ran_out(&self) {
        (self.hooks().memory_error)(self);
    }

    /// Takes back the reserve, after a MemoryError was dealt with.
    pub fn refill_reserve(&self) {
        for part in &self.blocks.reserves {
            if part.get().is_none() {
                part.set(system_alloc(RESERVE).ok());
            }
        }
    }

    /// Gives a block another size; its bytes up to the smaller size are kept. A small block
    /// stays where it is if the request fits and needs more than 3/4 of it.
    pub fn realloc_block(
        &self,
        block: NonNull<u8>,
        old_size: usize,
        size: usize,
        domain: Domain,
    ) -> Result<NonNull<u8>, NoMemory> {
        let Blocks { small, medium, .. } = &self.blocks;
        let new = if small.owns(block) {
            if size > small.size_of(block) || 4 * size <= 3 * small.size_of(block) {
                return self.move_block(block, old_size, size, domain);
            }
            block
        } else if medium.owns(block) {
            if size > medium.size_of(block) || 2 * size <= medium.size_of(block) {
                return self.move_block(block, old_size, size, domain);
            }
            block
        } else if let Some(debug) = self.blocks.debug_owner(block) {
            let (needed, has) = (size.saturating_add(DEBUG_BYTES), debug.size_of(block));
            if needed > has || 4 * needed <= 3 * has {
                return self.move_block(block, old_size, size, domain);
            }
            block
        } else {
            resize_system(block, size)?
        };
        if self.blocks.tracing.get() {
            self.tell(|t| t.on_realloc(self, block.addr().get(), new.addr().get(), size));
        }
        Ok(new)
    }

    #[inline(never)]
    fn move_block(
        &self,
        block: NonNull<u8>,
        old_size: usize,
        size: usize,
        domain: Domain,
    ) -> Result<NonNull<u8>, NoMemory> {
        // To the tracer this is one realloc, not an alloc and a free.
        let tracing = self.blocks.tracing.get();
        if tracing {
            self.blocks.set_tracing(false);
        }
        // What CPython had from the system stays there, however small it becomes.
        let from_pool = self.blocks.pools().owns(block);
        let new = if from_pool { self.alloc_block(size, domain) } else { self.alloc_large(size, domain) };
        if let Ok(new) = new {
            // SAFETY: I10, both blocks are at least that long and distinct.
            unsafe { new.copy_from_nonoverlapping(block, old_size.min(size)) };
            self.free_block(block, old_size, domain);
        }
        if tracing {
            self.blocks.set_tracing(true);
        }
        let new = new?;
        if tracing {
            self.tell(|t| t.on_realloc(self, block.addr().get(), new.addr().get(), size));
        }
        Ok(new)
    }

    /// Gives a block back. All that is rare happens in calls at the end, so that the common way needs no frame.
    #[inline(always)]
    pub fn free_block(&self, block: NonNull<u8>, size: usize, domain: Domain) {
        let blocks = &self.blocks;
        if blocks.tracing.get() || !blocks.small.owns(block) {
            return self.free_unusual(block, domain);
        }
        debug_assert!(size <= blocks.small.size_of(block));
        // SAFETY: I9, I10: it came from a pool and its owner gives it up.
        unsafe { blocks.small.free(block) };
    }

    /// A block that a tracer wants to hear of, or a large one.
    #[inline(never)]
    fn free_unusual(&self, block: NonNull<u8>, domain: Domain) {
        if self.blocks.tracing.get() {
            self.tell(|t| t.on_free(self, block.addr().get()));
        }
        if self.blocks.small.owns(block) {
            // SAFETY: I9, I10: it came from a pool and its owner gives it up.
            unsafe { self.blocks.small.free(block) };
        } else {
            self.free_large(block, domain);
        }
    }

    #[inline(never)]
    fn free_large(&self, block: NonNull<u8>, domain: Domain) {
        if self.blocks.owns_static(block) {
            return;
        }
        if let Some(debug) = self.blocks.debug_owner(block) {
            // SAFETY: I9, I10: it came from a pool and its owner gives it up.
            return unsafe { debug.free(block) };
        }
        if domain != Domain::Raw {
            self.blocks.system.set(self.blocks.system.get() - 1);
        }
        if self.blocks.medium.owns(block) {
            // SAFETY: I9, I10: it came from a pool and its owner gives it up.
            return unsafe { self.blocks.medium.free(block) };
        }
        // SAFETY: I9, neither pool nor static: it came from malloc.
        unsafe { libc::free(block.as_ptr().cast()) };
    }

    /// Starts (or with None ends) telling every block to a tracer.
    pub fn set_tracer(&self, tracer: Option<Rc<dyn Tracer>>) {
        *self.blocks.tracer.borrow_mut() = tracer;
        self.listeners_changed();
    }

    /// Somebody who is told of blocks or of objects came or went.
    pub(crate) fn listeners_changed(&self) {
        let tracing = self.blocks.tracer.borrow().is_some() || self.watchlist.is_on();
        self.blocks.set_tracing(tracing);
    }

    /// The tracer in place.
    pub fn tracer(&self) -> Option<Rc<dyn Tracer>> {
        self.blocks.tracer.borrow().clone()
    }

    /// Whether anybody is told of blocks or objects.
    #[inline(always)]
    pub fn is_tracing(&self) -> bool {
        self.blocks.tracing.get()
    }

    #[cold]
    #[inline(never)]
    fn tell(&self, tell: impl FnOnce(&dyn Tracer)) {
        if let Some(tracer) = &*self.blocks.tracer.borrow() {
            tell(&**tracer);
        }
    }

    #[cold]
    #[inline(never)]
    fn tell_alloc(&self, block: NonNull<u8>, size: usize) {
        self.tell(|t| t.on_alloc(self, block.addr().get(), size));
        self.watchlist.note_fresh(block.addr().get());
    }

    /// Tells the tracer of a parked block that lives again.
    #[cold]
    #[inline(never)]
    pub(crate) fn tell_reuse(&self, block: usize) {
        self.tell(|t| t.on_reuse(self, block));
        self.watchlist.note_fresh(block);
    }
}

fn resize_system(block: NonNull<u8>, size: usize) -> Result<NonNull<u8>, NoMemory> {
    if size > isize::MAX as usize {
        return Err(NoMemory);
    }
    // SAFETY: I9, blocks outside the arenas come from malloc and stay there.
    let new = unsafe { libc::realloc(block.as_ptr().cast(), size.max(1)) };
    NonNull::new(new.cast()).ok_or(NoMemory)
}

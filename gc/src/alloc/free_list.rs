//! Free lists: blocks of dead objects kept for the next object of the type.
//!
//! They are LIFO, have the limits of the release, and a block that goes through one is invisible
//! to the allocator, the tracer and the collector's counts, as in CPython. The link to the next
//! block stands where the object's header was.

use std::cell::Cell;
use std::ptr::NonNull;

use crate::alloc::Domain;
use crate::alloc::pool::{ALIGNMENT, CLASSES};
use crate::heap::Heap;
use crate::object::header::{GC_HEAD, RawObj};
use crate::object::type_head::Exact;
use crate::profile::{FreeLists, Waiting};

/// Which free list the exact instances of a payload use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FreeList {
    /// `float`.
    Float,
    /// `list`.
    List,
    /// `dict`.
    Dict,
    /// `tuple`, one list per length.
    Tuple,
    /// `method` (3.8).
    Method,
    /// `builtin_function_or_method` (3.8).
    BuiltinFunction,
    /// The value that an async generator yields.
    AsyncValue,
    /// One `asend` of an async generator.
    AsyncSend,
    /// `slice`.
    Slice,
    /// `MemoryError`.
    MemoryError,
}

impl FreeList {
    /// The type whose exact instances it keeps.
    #[inline(always)]
    pub const fn exact(self) -> Exact {
        match self {
            FreeList::Float => Exact::Float,
            FreeList::List => Exact::List,
            FreeList::Dict => Exact::Dict,
            FreeList::Tuple => Exact::Tuple,
            FreeList::Method => Exact::Method,
            FreeList::BuiltinFunction => Exact::BuiltinFunction,
            FreeList::AsyncValue => Exact::AsyncValue,
            FreeList::AsyncSend => Exact::AsyncSend,
            FreeList::Slice => Exact::Slice,
            FreeList::MemoryError => Exact::MemoryError,
        }
    }

    /// For types without a free list.
    pub(crate) const NONE: u8 = u8::MAX;

    /// For frame objects, whose blocks may go on as blocks of calls.
    pub(crate) const FRAME: u8 = u8::MAX - 1;

    /// The index for an exact type.
    pub(crate) fn index_of(exact: Exact) -> u8 {
        match exact {
            Exact::Frame => FreeList::FRAME,
            _ => FreeList::of(exact).map_or(FreeList::NONE, FreeList::index),
        }
    }

    /// Where the list stands among all lists; tuples of n items follow the first by n.
    #[inline(always)]
    pub(crate) const fn index(self) -> u8 {
        match self {
            FreeList::Tuple => 0,
            FreeList::Float => FLOAT as u8,
            FreeList::List => LIST as u8,
            FreeList::Dict => DICT as u8,
            FreeList::Method => METHOD as u8,
            FreeList::BuiltinFunction => BUILTIN_FUNCTION as u8,
            FreeList::AsyncValue => ASYNC_VALUE as u8,
            FreeList::AsyncSend => ASYNC_SEND as u8,
            FreeList::Slice => SLICE as u8,
            FreeList::MemoryError => MEMORY_ERROR as u8,
        }
    }

    /// The list that dead objects of an exact type go to.
    #[inline(always)]
    pub const fn of(exact: Exact) -> Option<FreeList> {
        match exact {
            Exact::Float => Some(FreeList::Float),
            Exact::List => Some(FreeList::List),
            Exact::Dict => Some(FreeList::Dict),
            Exact::Tuple => Some(FreeList::Tuple),
            Exact::Method => Some(FreeList::Method),
            Exact::BuiltinFunction => Some(FreeList::BuiltinFunction),
            Exact::AsyncValue => Some(FreeList::AsyncValue),
            Exact::AsyncSend => Some(FreeList::AsyncSend),
            Exact::Slice => Some(FreeList::Slice),
            Exact::MemoryError => Some(FreeList::MemoryError),
            _ => None,
        }
    }
}

const TUPLES: usize = 21;
const FLOAT: usize = TUPLES;
const LIST: usize = TUPLES + 1;
const DICT: usize = TUPLES + 2;
const METHOD: usize = TUPLES + 3;
const BUILTIN_FUNCTION: usize = TUPLES + 4;
const ASYNC_VALUE: usize = TUPLES + 5;
const ASYNC_SEND: usize = TUPLES + 6;
/// Behind all the lists that a full collection empties.
const SLICE: usize = TUPLES + 7;
const MEMORY_ERROR: usize = TUPLES + 8;
const LISTS: usize = TUPLES + 9;

/// MemoryErrors that are ready for when there is no memory for another one; the same in all releases.
pub const MEMORY_ERRORS: u32 = 16;

struct Parked {
    first: Cell<Option<RawObj>>,
    count: Cell<u32>,
    limit: u32,
    /// Whether blocks are taken back from it: some lists of tuples only keep.
    reused: bool,
    /// Bytes in front of the header, to find the block again.
    front: Cell<u8>,
}

/// All free lists of a heap.
pub(crate) struct Lists {
    lists: [Parked; LISTS],
}

impl Lists {
    pub(crate) fn new(limits: &FreeLists) -> Lists {
        let list = |i: usize| {
            let (limit, reused) = match i {
                0 => (0, false),
                FLOAT => (limits.float, true),
                LIST => (limits.list, true),
                DICT => (limits.dict, true),
                METHOD | BUILTIN_FUNCTION => (limits.method, true),
                ASYNC_VALUE | ASYNC_SEND => (limits.async_gen, true),
                SLICE => (limits.slice, true),
                MEMORY_ERROR => (MEMORY_ERRORS, true),
                n if n <= limits.tuple_parked => (limits.tuple, n <= limits.tuple_reused),
                _ => (0, false),
            };
            let (first, count, front) = (Cell::new(None), Cell::new(0), Cell::new(0));
            Parked { first, count, limit, reused, front }
        };
        Lists { lists: std::array::from_fn(list) }
    }

    #[inline(always)]
    fn list(&self, kind: FreeList, items: usize) -> Option<&Parked> {
        self.list_at(kind.index(), items)
    }

    #[inline(always)]
    fn list_at(&self, index: u8, items: usize) -> Option<&Parked> {
        match index as usize {
            0 => self.lists[..TUPLES].get(items),
            index => self.lists.get(index),
        }
    }

    /// Takes the block that was parked last. Its header is undefined.
    #[inline(always)]
    pub(crate) fn take(&self, kind: FreeList, items: usize) -> Option<RawObj> {
        let list = self.list(kind, items)?;
        let obj = list.first.get()?;
        if matches!(kind, FreeList::Tuple) && !list.reused {
            return None;
        }
        // SAFETY: I11, the first word of a parked block is the link.
        list.first.set(unsafe { obj.cast::<Option<RawObj>>().read() });
        list.count.set(list.count.get() - 1);
        Some(obj)
    }

    /// Takes the block that was parked last and parks another one in its place. Its header is undefined.
    #[inline(always)]
    pub(crate) fn exchange(&self, kind: FreeList, obj: RawObj) -> Option<RawObj> {
        let list = self.list(kind, 0)?;
        let taken = list.first.get()?;
        // SAFETY: I11, the first word of a parked block is the link; `obj` is dead and becomes one.
        unsafe { obj.cast::<Option<RawObj>>().write(taken.cast::<Option<RawObj>>().read()) };
        list.first.set(Some(obj));
        Some(taken)
    }

    /// Parks the block of a dead object, unless the list is full.
    #[inline(always)]
    pub(crate) fn park(&self, index: u8, items: usize, obj: RawObj, front: usize) -> bool {
        let Some(list) = self.list_at(index, items) else { return false };
        if list.count.get() >= list.limit {
            return false;
        }
        // SAFETY: I11, the object is dead, its header's place holds the link now.
        unsafe { obj.cast::<Option<RawObj>>().write(list.first.get()) };
        list.first.set(Some(obj));
        list.count.set(list.count.get() + 1);
        list.front.set(front as u8);
        true
    }
}

impl Heap {
    /// Puts into the free lists what CPython's start-up leaves there.
    pub fn fill_free_lists(&self) {
        self.settle_pools();
        self.set_free_lists(&self.profile().waiting);
    }

    /// Leaves in the free lists what is said to wait there.
    pub(crate) fn set_free_lists(&self, waiting: &Waiting) {
        let fill = |kind: FreeList, items: usize, count: usize, size: usize, front: usize| {
            while self.parked(kind, items) > count {
                let Some(obj) = self.free_lists.take(kind, items) else { break };
                // SAFETY: I11, the block starts in front of the object by what its list says.
                let block = unsafe { obj.cast::<u8>().byte_sub(front) };
                self.free_block(block, size, Domain::Obj);
            }
            for _ in self.parked(kind, items)..count {
                let Ok(block) = self.alloc_block(size, Domain::Obj) else { return };
                // SAFETY: I3, I11: the block is that long and nobody else has it; its front words are as an untracked
                // object's.
                unsafe {
                    block.as_ptr().write_bytes(0, size);
                    if !self.free_lists.park(kind.index(), items, block.byte_add(front).cast(), front) {
                        return self.free_block(block, size, Domain::Obj);
                    }
                }
            }
        };
        fill(FreeList::Float, 0, waiting.float, 24, 0);
        fill(FreeList::Dict, 0, waiting.dict, 48 + GC_HEAD, GC_HEAD);
        fill(FreeList::List, 0, waiting.list, 40 + GC_HEAD, GC_HEAD);
        fill(FreeList::Method, 0, waiting.method, 48 + GC_HEAD, GC_HEAD);
        fill(FreeList::BuiltinFunction, 0, waiting.builtin_function, 56 + GC_HEAD, GC_HEAD);
        self.set_frames(waiting.frames);
        self.dicts.set_parked(self, waiting.keys);
        for (before, count) in waiting.tuple.into_iter().enumerate() {
            fill(FreeList::Tuple, before + 1, count, 32 + 8 * before + GC_HEAD, GC_HEAD);
        }
    }

    /// Takes a block of each size class that has none, for good: start-up leaves blocks of all sizes, so that a pool does
    /// not change its size when a program frees its only block of one.
    fn settle_pools(&self) {
        for class in 0..CLASSES {
            let size = (class + 1) * ALIGNMENT;
            if self.blocks.pools().used_pools(class).next().is_some() {
                continue;
            }
            let Ok(block) = self.alloc_block(size, Domain::Obj) else { return };
            self.settled.borrow_mut().push((block, size));
        }
    }

    /// Blocks parked in a free list; `items` is the length of the tuples asked for.
    pub fn parked(&self, kind: FreeList, items: usize) -> usize {
        self.free_lists.list(kind, items).map_or(0, |list| list.count.get() as usize)
    }

    /// Gives all parked blocks back, as a full collection does; slices and MemoryErrors stay.
    pub fn clear_free_lists(&self) {
        (0..SLICE).for_each(|i| self.empty_list(i));
        self.dicts.clear_parked(self);
        self.clear_frames();
    }

    /// Gives every parked block back, at the end of the heap.
    pub(crate) fn drop_free_lists(&self) {
        (0..LISTS).for_each(|i| self.empty_list(i));
        for (block, size) in self.settled.take() {
            self.free_block(block, size, Domain::Obj);
        }
        self.dicts.clear_parked(self);
        self.clear_frames();
    }

    fn empty_list(&self, index: usize) {
        let list = &self.free_lists.lists[index];
        let front = list.front.get() as usize;
        let mut at = list.first.take();
        list.count.set(0);
        while let Some(obj) = at {
            // SAFETY: I11 for the link, I3 for the block's start.
            let block: NonNull<u8> = unsafe {
                at = obj.cast::<Option<RawObj>>().read();
                obj.byte_sub(front).cast()
            };
            if index != FLOAT {
                self.gc.uncount();
            }
            self.free_block(block, 0, Domain::Obj);
        }
    }

    /// Calls `look` with the address of each parked block.
    pub fn each_parked(&self, mut look: impl FnMut(usize)) {
        for list in &self.free_lists.lists {
            let mut at = list.first.get();
            while let Some(obj) = at {
                look(obj.addr().get() - list.front.get() as usize);
                // SAFETY: I11.
                at = unsafe { obj.cast::<Option<RawObj>>().read() };
            }
        }
        self.settled.borrow().iter().for_each(|(block, _)| look(block.addr().get()));
        self.each_parked_frame(&mut look);
        self.dicts.each_parked(look);
    }

    /// Key tables parked by dicts.
    pub fn parked_tables(&self) -> usize {
        self.dicts.parked()
    }
}

//! What the heap of each CPython release does differently: one row per release.

pub mod counts;
pub mod fields;
mod held;
pub mod objects;
mod waiting;
pub mod wording;

use crate::alloc::frames::FramePolicy;
use counts::CountProfile;
pub use held::Held;
use objects::ObjectProfile;
pub use waiting::Waiting;
use wording::Wording;

/// Where small blocks come from: `PYTHONMALLOC`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Allocator {
    /// Arenas and pools.
    Pools,
    /// Arenas and pools, with the bytes that CPython's debug hooks put around each block.
    Debug,
    /// The system's allocator, as larger ones.
    System,
}

/// The radix tree that finds the arena of an address: bits of its three levels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ArenaMap {
    /// Bits of the root.
    pub root: u32,
    /// Bits of a middle node.
    pub mid: u32,
    /// Bits of a bottom node.
    pub bottom: u32,
}

/// The heap's numbers of one CPython release.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HeapProfile {
    /// "3.11".
    pub release: &'static str,
    /// Which column of a table with one column per release is this release's.
    pub column: usize,
    /// Bytes of a pool.
    pub pool_size: usize,
    /// Bytes of an arena.
    pub arena_size: usize,
    /// Whether the emptiest arena stays mapped when it is wholly free.
    pub keep_one_arena: bool,
    /// How arenas are found by address; None: by their index in the pool's header.
    pub arena_map: Option<ArenaMap>,
    /// Where small blocks come from.
    pub allocator: Allocator,
    /// The collector's first thresholds.
    pub thresholds: [i32; 3],
    /// When an automatic collection runs.
    pub trigger: Trigger,
    /// Which managed words stand in front of the GC head.
    pub pre_header: PreHeader,
    /// The blocks of frames, where running calls have some.
    pub frames: Option<FramePolicy>,
    /// What a collection does when finalizers bring garbage back to life.
    pub resurrection: Resurrection,
    /// Free list limits.
    pub free_lists: FreeLists,
    /// What lies in the free lists when a program starts.
    pub waiting: Waiting,
    /// What lies there once tracemalloc has been imported.
    pub waiting_traced: Waiting,
    /// Objects of start-up that no collection looks at: `gc.get_freeze_count()`.
    pub frozen: usize,
    /// Objects that survive a full collection when a program starts, in an installation without further packages.
    pub survivors: usize,
    /// What start-up has counted.
    pub held: Held,
    /// Sizes and growth of the builtin objects.
    pub objects: ObjectProfile,
    /// Reference counts.
    pub counts: CountProfile,
    /// Messages and names.
    pub wording: Wording,
}

/// When an automatic collection runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trigger {
    /// Inside the allocation that exceeds the threshold, before the new object is tracked.
    Allocation,
    /// The allocation sets a flag; the machine collects at its next safepoint.
    Safepoint,
}

/// What a collection does when finalizers bring garbage back to life.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Resurrection {
    /// It keeps everything that it found.
    KeepsAll,
    /// It keeps what can be reached again, and clears the rest.
    KeepsReached,
}

/// Which managed words stand in front of the GC head.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PreHeader {
    /// None: dict and weak list are words inside the object.
    None,
    /// Values and dict of classes with a managed dict; the weak list is inside the object.
    Dict,
    /// Weak list and dict-or-values.
    DictAndWeak,
}

/// How many dead objects each free list keeps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FreeLists {
    /// Lists.
    pub list: u32,
    /// Dict objects.
    pub dict: u32,
    /// Key tables of dicts (kept by the dict code).
    pub keys: u32,
    /// Whether `sys._debugmallocstats` tells of the key tables.
    pub keys_told: bool,
    /// Floats.
    pub float: u32,
    /// Tuples of each length.
    pub tuple: u32,
    /// The longest tuple that is parked.
    pub tuple_parked: usize,
    /// The longest tuple that is taken back; 3.11 and 3.12 park length 20 and never reuse it.
    pub tuple_reused: usize,
    /// Methods, and builtin functions and methods.
    pub method: u32,
    /// Values and steps of async generators.
    pub async_gen: u32,
    /// Slices; this one survives collections.
    pub slice: u32,
}

const OLD_LISTS: FreeLists = FreeLists {
    list: 80,
    dict: 80,
    keys: 80,
    keys_told: false,
    float: 100,
    tuple: 2000,
    tuple_parked: 19,
    tuple_reused: 19,
    method: 0,
    async_gen: 80,
    slice: 1,
};

const V3_8: HeapProfile = HeapProfile {
    release: "3.8",
    column: 0,
    pool_size: 4 << 10,
    arena_size: 256 << 10,
    keep_one_arena: false,
    arena_map: None,
    allocator: Allocator::Pools,
    thresholds: [700, 10, 10],
    trigger: Trigger::Allocation,
    pre_header: PreHeader::None,
    frames: Some(FramePolicy { block: 384, kept: 200 }),
    resurrection: Resurrection::KeepsAll,
    free_lists: FreeLists { method: 256, ..OLD_LISTS },
    objects: objects::V3_8,
    survivors: 4455,
    wording: wording::V3_8,
    waiting: waiting::V3_8,
    waiting_traced: waiting::TRACED_3_8,
    frozen: 0,
    held: held::V3_8,
    counts: counts::V3_8,
};
const V3_9: HeapProfile = HeapProfile {
    release: "3.9",
    column: 1,
    objects: objects::V3_9,
    survivors: 4569,
    waiting: waiting::V3_9,
    waiting_traced: waiting::TRACED_3_9,
    held: held::V3_9,
    free_lists: OLD_LISTS,
    keep_one_arena: true,
    resurrection: Resurrection::KeepsReached,
    ..V3_8
};
const V3_10: HeapProfile = HeapProfile {
    release: "3.10",
    column: 2,
    objects: objects::V3_10,
    survivors: 4670,
    wording: wording::V3_10,
    frames: Some(FramePolicy { block: 376, kept: 200 }),
    waiting: waiting::V3_10,
    waiting_traced: waiting::TRACED_3_10,
    held: held::V3_10,
    arena_map: Some(ArenaMap { root: 10, mid: 10, bottom: 8 }),
    pool_size: 16 << 10,
    arena_size: 1 << 20,
    ..V3_9
};
const V3_11: HeapProfile = HeapProfile {
    release: "3.11",
    column: 3,
    objects: objects::V3_11,
    survivors: 4727,
    wording: wording::V3_11,
    frames: None,
    waiting: waiting::V3_11,
    waiting_traced: waiting::TRACED_3_11,
    held: held::V3_11,
    arena_map: Some(ArenaMap { root: 15, mid: 15, bottom: 14 }),
    counts: counts::V3_11,
    pre_header: PreHeader::Dict,
    free_lists: FreeLists { tuple_parked: 20, ..OLD_LISTS },
    ..V3_10
};
const V3_12: HeapProfile = HeapProfile {
    release: "3.12",
    column: 4,
    objects: objects::V3_12,
    survivors: 4974,
    wording: wording::V3_12,
    waiting: waiting::V3_12,
    waiting_traced: waiting::TRACED_3_12,
    frozen: 375,
    held: held::NONE,
    counts: counts::V3_12,
    pre_header: PreHeader::DictAndWeak,
    trigger: Trigger::Safepoint,
    ..V3_11
};
const V3_13: HeapProfile = HeapProfile {
    release: "3.13",
    column: 5,
    objects: objects::V3_13,
    survivors: 5045,
    wording: wording::V3_13,
    waiting: waiting::V3_13,
    waiting_traced: waiting::TRACED_3_13,
    frozen: 0,
    held: held::NONE,
    counts: counts::V3_13,
    thresholds: [2000, 10, 10],
    free_lists: FreeLists { tuple_parked: 20, tuple_reused: 20, keys_told: true, ..OLD_LISTS },
    ..V3_12
};

impl HeapProfile {
    /// All rows, oldest first.
    pub const ALL: [HeapProfile; 6] = [V3_8, V3_9, V3_10, V3_11, V3_12, V3_13];

    /// The row of a release such as "3.11".
    pub fn of(release: &str) -> Option<HeapProfile> {
        HeapProfile::ALL.into_iter().find(|row| row.release == release)
    }
}

impl Default for HeapProfile {
    fn default() -> HeapProfile {
        V3_11
    }
}

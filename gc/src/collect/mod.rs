//! The life and death of objects: release at count 0, and the collector of cycles.
//!
//! The collector never frees. It finds containers that only other such containers hold, clears
//! them, and the counts do the rest.

pub mod automatic;
pub mod dealloc;
pub(crate) mod list;
pub mod observe;
pub mod passes;
pub mod query;
pub mod traverse;

use std::cell::{Cell, RefCell};
use std::ptr::NonNull;
use std::rc::Rc;

use crate::collect::list::GcList;
use crate::object::header::GcHead;
use crate::profile::HeapProfile;

/// Number of generations.
pub const GENERATIONS: usize = 3;

/// `gc.DEBUG_STATS` and so on.
pub mod debug {
    /// Statistics of each collection.
    pub const STATS: u32 = 1;
    /// Each collectable object.
    pub const COLLECTABLE: u32 = 2;
    /// Each uncollectable object.
    pub const UNCOLLECTABLE: u32 = 4;
    /// Unreachable objects go to `gc.garbage`.
    pub const SAVEALL: u32 = 32;
}

/// When collections run by themselves.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CollectMode {
    /// Never, whatever the thresholds say.
    Off,
    /// As the release does.
    #[default]
    Auto,
    /// At every safepoint: for tests.
    Everywhere,
}

/// One row of `gc.get_stats()`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GenerationStats {
    /// Collections.
    pub collections: usize,
    /// Objects collected by them.
    pub collected: usize,
    /// Objects that could not be.
    pub uncollectable: usize,
}

pub(crate) struct Generation {
    pub(crate) list: GcList,
    pub(crate) count: Cell<usize>,
    pub(crate) threshold: Cell<i32>,
    pub(crate) stats: Cell<GenerationStats>,
}

/// The collector's state.
pub(crate) struct Collector {
    pub(crate) generations: [Generation; GENERATIONS],
    /// `gc.freeze()`: objects that no collection looks at.
    pub(crate) permanent: GcList,
    /// count0 above this asks for a collection; out of reach while none may start.
    trip: Cell<usize>,
    pub(crate) enabled: Cell<bool>,
    pub(crate) mode: Cell<CollectMode>,
    pub(crate) collecting: Cell<bool>,
    /// The release collects at safepoints, and one is due.
    pub(crate) due: Cell<bool>,
    pub(crate) debug: Cell<u32>,
    pub(crate) long_lived_total: Cell<usize>,
    pub(crate) long_lived_pending: Cell<usize>,
    /// Objects that CPython has in its oldest generation at the start beyond ours, and how many of them are frozen: they
    /// take part in the rule of the quarter.
    pub(crate) beyond: Cell<usize>,
    pub(crate) beyond_frozen: Cell<usize>,
    /// Who hears of collections.
    pub(crate) observer: RefCell<Option<Rc<dyn observe::Observer>>>,
}

impl Collector {
    pub(crate) fn new(profile: &HeapProfile) -> Collector {
        let generation = |i: usize| Generation {
            list: GcList::new(),
            count: Cell::new(0),
            threshold: Cell::new(profile.thresholds[i]),
            stats: Cell::default(),
        };
        let collector = Collector {
            generations: std::array::from_fn(generation),
            permanent: GcList::new(),
            trip: Cell::new(usize::MAX),
            enabled: Cell::new(true),
            mode: Cell::new(CollectMode::Auto),
            collecting: Cell::new(false),
            due: Cell::new(false),
            debug: Cell::new(0),
            long_lived_total: Cell::new(0),
            long_lived_pending: Cell::new(0),
            beyond: Cell::new(0),
            beyond_frozen: Cell::new(0),
            observer: RefCell::new(None),
        };
        collector.set_trip();
        collector
    }

    /// Works out when an allocation has to ask for a collection.
    pub(crate) fn set_trip(&self) {
        let threshold = self.generations[0].threshold.get();
        let active = self.enabled.get() && threshold != 0 && self.mode.get() != CollectMode::Off;
        // A negative threshold is always exceeded.
        self.trip.set(if active { threshold.max(0) as usize } else { usize::MAX });
    }

    /// Puts a node into the youngest generation.
    ///
    /// # Safety
    /// `node` is a GC head in no list.
    #[inline(always)]
    pub(crate) unsafe fn link(&self, node: NonNull<GcHead>) {
        // SAFETY: I12 by the caller.
        unsafe { self.generations[0].list.append(node.as_ptr()) };
    }

    /// One more GC block. True: a collection is due.
    #[inline(always)]
    pub(crate) fn count_one(&self) -> bool {
        let count = &self.generations[0].count;
        count.set(count.get() + 1);
        count.get() > self.trip.get()
    }

    /// One GC block less.
    #[inline(always)]
    pub(crate) fn uncount(&self) {
        let count = &self.generations[0].count;
        count.set(count.get().saturating_sub(1));
    }
}

//! Allocation sites: which line asked for each block (what `tracemalloc` shows).
//!
//! ```text
//!   traces:  block address ─► size, site          sites:  number ─► (file, line), (file, line), ...
//! ```
//!
//! The heap tells of every block; the running frames are read where they stand, so that tracing allocates
//! nothing in the heap that it watches and changes no count.

mod sites;
mod table;

pub use sites::{Site, Sites};

use crate::vm::Vm;
use crate::vm::cast::vm_of;
use gc::{Heap, Tracer};
use sites::SiteId;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use table::Table;

/// One block that is traced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Trace {
    pub size: usize,
    site: SiteId,
}

impl Trace {
    /// The number of the site, for [`Tracing::sites`].
    pub fn site(&self) -> usize {
        self.site as usize
    }
}

/// Everything that is traced.
#[derive(Default)]
pub struct Tracing {
    traces: RefCell<Table>,
    sites: RefCell<Sites>,
    current: Cell<usize>,
    peak: Cell<usize>,
    /// Frames to store of each allocation.
    limit: Cell<usize>,
    /// New blocks are not looked at: the tracer's own results are being made.
    paused: Cell<bool>,
}

impl Tracing {
    fn site(&self, vm: &Vm) -> SiteId {
        self.sites.borrow_mut().of_running(vm, self.limit.get())
    }

    fn add(&self, heap: &Heap, addr: usize, size: usize) {
        let site = self.site(vm_of(heap));
        let old = self.traces.borrow_mut().insert(addr, Trace { size, site });
        let current = self.current.get() + size - old.map_or(0, |old| old.size);
        self.current.set(current);
        self.peak.set(self.peak.get().max(current));
    }

    fn remove(&self, addr: usize) {
        if let Some(trace) = self.traces.borrow_mut().remove(addr) {
            self.current.set(self.current.get() - trace.size);
        }
    }

    /// Bytes traced now, and at most since the last reset.
    pub fn memory(&self) -> (usize, usize) {
        (self.current.get(), self.peak.get())
    }

    /// The peak starts over at what is traced now.
    pub fn reset_peak(&self) {
        self.peak.set(self.current.get());
    }

    /// Forgets every trace.
    pub fn clear(&self) {
        self.traces.borrow_mut().clear();
        self.sites.borrow_mut().clear();
        self.current.set(0);
        self.peak.set(0);
    }

    /// The trace of the block that starts at an address.
    pub fn trace_at(&self, addr: usize) -> Option<Trace> {
        self.traces.borrow().get(addr)
    }

    /// All traces by address.
    pub fn traces(&self) -> Vec<(usize, Trace)> {
        self.traces.borrow().sorted()
    }

    /// The frames of a site, the innermost first, and how many there were.
    pub fn site_of(&self, trace: Trace) -> Site {
        self.sites.borrow().get(trace.site)
    }

    /// Bytes of the tables themselves.
    pub fn own_size(&self) -> usize {
        self.traces.borrow().own_size() + self.sites.borrow().own_size()
    }

    /// Runs `body` without looking at its allocations.
    pub fn paused<R>(&self, body: impl FnOnce() -> R) -> R {
        let before = self.paused.replace(true);
        let result = body();
        self.paused.set(before);
        result
    }
}

impl Tracer for Tracing {
    fn on_alloc(&self, heap: &Heap, addr: usize, size: usize) {
        if !self.paused.get() {
            self.add(heap, addr, size);
        }
    }

    fn on_realloc(&self, heap: &Heap, old: usize, new: usize, size: usize) {
        self.remove(old);
        if !self.paused.get() {
            self.add(heap, new, size);
        }
    }

    /// A parked block that is traced belongs to whoever reuses it; one that is not stays unknown.
    fn on_reuse(&self, heap: &Heap, addr: usize) {
        if self.paused.get() || self.traces.borrow().get(addr).is_none() {
            return;
        }
        let site = self.site(vm_of(heap));
        self.traces.borrow_mut().set_site(addr, site);
    }

    fn on_free(&self, _: &Heap, addr: usize) {
        self.remove(addr);
    }
}

/// The tracing of an interpreter: kept when it is switched off, since the limit stays.
#[derive(Default)]
struct State {
    tracing: RefCell<Option<Rc<Tracing>>>,
    limit: Cell<usize>,
}

impl crate::vm::Keeps for State {}

impl Vm {
    /// The tracing that is going on.
    pub fn tracing(&self) -> Option<Rc<Tracing>> {
        self.state::<State>().tracing.borrow().clone()
    }

    /// Starts tracing; does nothing if it is going on.
    pub fn start_tracing(&self, frames: usize) {
        let state = self.state::<State>();
        if state.tracing.borrow().is_some() {
            return;
        }
        state.limit.set(frames);
        let tracing = Rc::new(Tracing { limit: Cell::new(frames), ..Tracing::default() });
        *state.tracing.borrow_mut() = Some(tracing.clone());
        self.heap.set_tracer(Some(tracing));
    }

    /// Stops tracing and forgets all traces.
    pub fn stop_tracing(&self) {
        let state = self.state::<State>();
        if state.tracing.borrow_mut().take().is_some() {
            self.heap.set_tracer(None);
        }
    }

    /// Frames stored of each allocation; the last choice while nothing is traced.
    pub fn tracing_limit(&self) -> usize {
        self.state::<State>().limit.get().max(1)
    }
}

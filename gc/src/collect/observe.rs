//! What a collection tells whoever watches it, step by step. The passes are compiled twice: with a watcher, and
//! without one, so that an ordinary collection has nothing of it.

use std::rc::Rc;

use crate::heap::Heap;
use crate::object::handle::ObjRef;

/// Which collection looks at what: a second look follows the finalizers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// The generation.
    First,
    /// What was found unreachable, after the finalizers.
    Again,
}

/// One step of a collection.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// It begins: the counts of the generations, and how many objects it looks at.
    Begin {
        /// The oldest generation that takes part.
        generation: usize,
        /// The counts that made it due.
        counts: [usize; crate::collect::GENERATIONS],
    },
    /// A look at a set of objects begins.
    Looks(Look),
    /// `update_refs`: the object's working count is its count.
    Counted {
        /// The object.
        obj: &'a ObjRef,
        /// The working count.
        refs: usize,
    },
    /// `subtract_refs`: a reference from inside the set is taken off.
    Subtracted {
        /// Who holds.
        from: &'a ObjRef,
        /// What is held.
        to: &'a ObjRef,
        /// The working count that is left.
        refs: usize,
    },
    /// `move_unreachable`: a working count above 0: something outside holds it.
    Stays {
        /// The object.
        obj: &'a ObjRef,
        /// Its working count.
        refs: usize,
    },
    /// `move_unreachable`: a working count of 0: it may be garbage.
    MovesOut {
        /// The object.
        obj: &'a ObjRef,
    },
    /// `move_unreachable`: something that stays holds it.
    Reached {
        /// Who holds.
        from: &'a ObjRef,
        /// What is held.
        to: &'a ObjRef,
        /// It had been moved out and comes back.
        back: bool,
    },
    /// The object cannot be part of a cycle and is no longer tracked.
    Untracked {
        /// The object.
        obj: &'a ObjRef,
    },
    /// A weak reference to an unreachable object is cleared.
    WeakCleared {
        /// The reference.
        reference: &'a ObjRef,
        /// What it referred to.
        obj: &'a ObjRef,
        /// Its callback will be called.
        callback: bool,
    },
    /// A callback is about to be called.
    Callback {
        /// The reference.
        reference: &'a ObjRef,
    },
    /// A finalizer is about to be called.
    Finalizer {
        /// The object.
        obj: &'a ObjRef,
    },
    /// A finalizer made the object reachable again; it stays.
    Resurrected {
        /// The object.
        obj: &'a ObjRef,
    },
    /// `tp_clear`: the object is about to drop what it holds.
    Clears {
        /// The object.
        obj: &'a ObjRef,
    },
    /// It was cleared, and something still holds it.
    Outlives {
        /// The object.
        obj: &'a ObjRef,
    },
    /// DEBUG_SAVEALL: it goes to `gc.garbage`.
    Saved {
        /// The object.
        obj: &'a ObjRef,
    },
    /// It is over.
    End {
        /// Objects that were unreachable.
        collected: usize,
        /// Time taken.
        seconds: f64,
    },
}

/// Hears of collections. It must not run Python; it may look.
pub trait Observer {
    /// A step is taken (or, where the step says so, about to be taken).
    fn tell(&self, heap: &Heap, step: Step<'_>);
}

/// Whoever watches the passes.
pub(crate) trait Watch {
    /// Whether anybody does.
    const ON: bool;
    fn tell(&self, step: Step<'_>);
}

/// Nobody.
pub(crate) struct Nobody;

impl Watch for Nobody {
    const ON: bool = false;
    #[inline(always)]
    fn tell(&self, _: Step<'_>) {}
}

/// An observer.
pub(crate) struct Observed<'h> {
    pub(crate) heap: &'h Heap,
    pub(crate) observer: Rc<dyn Observer>,
}

impl Watch for Observed<'_> {
    const ON: bool = true;
    fn tell(&self, step: Step<'_>) {
        self.observer.tell(self.heap, step);
    }
}

impl Heap {
    /// From now on `observer` hears of every collection; returns who did before.
    pub fn observe_collections(&self, observer: Option<Rc<dyn Observer>>) -> Option<Rc<dyn Observer>> {
        self.gc.observer.replace(observer)
    }
}

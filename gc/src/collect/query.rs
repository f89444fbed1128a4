//! Looking at the collector's objects: `gc.get_objects` and its relatives.

use crate::collect::GENERATIONS;
use crate::collect::list::GcList;
use crate::collect::traverse::traverse;
use crate::heap::Heap;
use crate::object::field::Visitor;
use crate::object::handle::ObjRef;
use crate::object::header::{FINALIZED, from_gc_head, gc_head};
use crate::object::type_head::TypeFlags;

impl Heap {
    fn each_in(list: &GcList, look: &mut dyn FnMut(&ObjRef)) {
        for node in list.iter() {
            // SAFETY: I12, listed nodes stand in front of live objects.
            let raw = unsafe { from_gc_head(node) };
            // SAFETY: I12.
            look(unsafe { ObjRef::borrow_raw(&raw) });
        }
    }

    /// Calls `look` for each tracked object of a generation, in list order; counts do not
    /// change. `look` must not run Python.
    pub fn each_tracked(&self, generation: usize, look: &mut dyn FnMut(&ObjRef)) {
        Heap::each_in(&self.gc.generations[generation].list, look);
    }

    /// Calls `look` for each frozen object.
    pub fn each_frozen(&self, look: &mut dyn FnMut(&ObjRef)) {
        Heap::each_in(&self.gc.permanent, look);
    }

    /// Tracked objects of each generation, and frozen ones.
    pub fn tracked_counts(&self) -> ([usize; GENERATIONS], usize) {
        let counts = std::array::from_fn(|i| self.gc.generations[i].list.len());
        (counts, self.gc.permanent.len())
    }

    /// The generation of a tracked object; `None` if it is untracked or frozen.
    pub fn generation_of(&self, obj: &ObjRef) -> Option<usize> {
        (0..GENERATIONS).find(|&g| {
            let mut found = false;
            self.each_tracked(g, &mut |o| found |= o.is(obj));
            found
        })
    }

    /// Whether the object is one of the interpreter's own, which are never released.
    pub fn is_static(&self, obj: &ObjRef) -> bool {
        self.blocks.owns_static(obj.as_raw().cast())
    }

    /// Whether the collector deals with the object at all: it has a GC head (static types have none).
    pub fn is_collectable(&self, obj: &ObjRef) -> bool {
        obj.ty().is_gc() && !(obj.ty().has(TypeFlags::TYPE) && self.blocks.owns_static(obj.as_raw().cast()))
    }

    /// Whether the finalizer of the object ran: `gc.is_finalized`.
    pub fn is_finalized(&self, obj: &ObjRef) -> bool {
        // SAFETY: I3, asked only if the type says that there is a GC head.
        obj.ty().is_gc() && unsafe { gc_head(obj.as_raw()).as_ref().has(FINALIZED) }
    }

    /// Calls `look` for each counted reference that the object holds, in CPython's order;
    /// counts do not change.
    pub fn each_referent(&self, obj: &ObjRef, look: &mut dyn FnMut(&ObjRef)) {
        // SAFETY: I1, a handle's object is alive.
        unsafe { traverse(obj.as_raw(), &mut Visitor::new(look)) };
    }

    /// The tracked objects that hold a reference to one of `targets`, in list order, youngest
    /// generation first: `gc.get_referrers`.
    pub fn referrers(&self, targets: &[&ObjRef]) -> Vec<ObjRef> {
        let mut holders = Vec::new();
        for generation in 0..GENERATIONS {
            self.each_tracked(generation, &mut |holder| {
                let mut holds = false;
                self.each_referent(holder, &mut |obj| holds |= targets.iter().any(|target| target.is(obj)));
                if holds {
                    holders.push(holder.clone());
                }
            });
        }
        holders
    }

    /// `gc.freeze()`: no collection looks at today's objects any more.
    pub fn freeze(&self) {
        for generation in &self.gc.generations {
            self.gc.permanent.merge(&generation.list);
            generation.count.set(0);
        }
        self.gc.beyond_frozen.set(self.gc.beyond_frozen.get() + self.gc.beyond.take());
    }

    /// Puts the first objects of a list aside, as `gc.freeze()` does with all.
    pub(crate) fn freeze_first(&self, list: &GcList, count: usize) {
        for node in list.iter().take(count) {
            // SAFETY: I12, the node is in a list; the one behind it stays.
            unsafe { self.gc.permanent.move_here(node) };
        }
    }

    /// `gc.unfreeze()`.
    pub fn unfreeze(&self) {
        self.gc.generations[GENERATIONS - 1].list.merge(&self.gc.permanent);
        self.gc.beyond.set(self.gc.beyond.get() + self.gc.beyond_frozen.take());
    }
}

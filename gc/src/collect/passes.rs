//! One collection, pass by pass, with CPython's names.
//!
//! A cycle is garbage if the counts of its members are explained by its members. So each
//! object of the generation gets a working copy of its count (`update_refs`), each reference
//! inside the generation takes one away (`subtract_refs`), and what is left over is held from
//! outside: it and what it reaches stays, the rest moves to the unreachable list
//! (`move_unreachable`). Until that pass ends, `prev` words carry counts instead of links and
//! bit 0 of `next` marks the unreachable ones.

use std::ptr;
use std::time::Instant;

use crate::collect::list::GcList;
use crate::collect::observe::{Look, Nobody, Observed, Step, Watch};
use crate::collect::traverse::{clear, traverse, type_of};
use crate::collect::{GENERATIONS, debug};
use crate::heap::Heap;
use crate::hooks::{Collection, GcEvent};
use crate::object::field::Visitor;
use crate::object::handle::ObjRef;
use crate::object::header::{COLLECTING, FINALIZED, FLAG_BITS, GcHead, RawObj, from_gc_head, gc_head};
use crate::object::type_head::TypeFlags;
use crate::object::weak;
use crate::profile::Resurrection;

/// Bits of `prev` below the working count.
const REFS_SHIFT: u32 = FLAG_BITS.count_ones();
/// Bit of `next`: the node is in the unreachable list.
const UNREACHABLE: usize = 1;

impl GcHead {
    fn refs(&self) -> usize {
        self.prev.get().addr() >> REFS_SHIFT
    }

    fn set_refs(&self, refs: usize) {
        self.prev.set(ptr::without_provenance_mut((refs << REFS_SHIFT) | self.flags()));
    }

    fn next_is_marked(&self) -> bool {
        self.next.get().addr() & UNREACHABLE != 0
    }

    fn next_unmarked(&self) -> *mut GcHead {
        self.next.get().map_addr(|a| a & !UNREACHABLE)
    }
}

fn marked(node: *mut GcHead) -> *mut GcHead {
    node.map_addr(|a| a | UNREACHABLE)
}

/// The GC head of a visited object, if it takes part in this collection.
#[inline(always)]
fn collecting(obj: &ObjRef) -> Option<*mut GcHead> {
    if !obj.ty().is_gc() {
        return None;
    }
    // SAFETY: I3, the type says that there is a GC head.
    let node = unsafe { gc_head(obj.as_raw()) };
    // SAFETY: I3.
    unsafe { node.as_ref() }.has(COLLECTING).then_some(node.as_ptr())
}

/// Copies each count into the `prev` word and marks the node as taking part.
unsafe fn update_refs<W: Watch>(young: &GcList, watch: &W) {
    for node in young.iter() {
        // SAFETY: I12, listed nodes are live.
        unsafe {
            let refs = from_gc_head(node).as_ref().refcount.get();
            let finalized = (*node).flags() & FINALIZED;
            let word = ((refs as usize) << REFS_SHIFT) | finalized | COLLECTING;
            (*node).prev.set(ptr::without_provenance_mut(word));
            if W::ON {
                watch.tell(Step::Counted { obj: ObjRef::borrow_raw(&from_gc_head(node)), refs: refs as usize });
            }
        }
    }
}

/// Takes one away for each reference from inside the list.
unsafe fn subtract_refs<W: Watch>(young: &GcList, watch: &W) {
    let subtract = |from: RawObj, obj: &ObjRef| {
        if let Some(node) = collecting(obj) {
            // SAFETY: I12, `prev` carries the count during this pass.
            unsafe {
                debug_assert!((*node).refs() > 0, "more references found than counted: {obj:?}");
                (*node).set_refs((*node).refs().saturating_sub(1));
                if W::ON {
                    watch.tell(Step::Subtracted { from: ObjRef::borrow_raw(&from), to: obj, refs: (*node).refs() });
                }
            }
        }
    };
    for node in young.iter() {
        // SAFETY: I12.
        let holder = unsafe { from_gc_head(node) };
        // SAFETY: I12.
        unsafe { traverse(holder, &mut Visitor::new(&mut |obj| subtract(holder, obj))) };
    }
}

/// Splits the list: what nothing outside reaches goes to `unreachable`. What turns out to be
/// reachable after all comes back to the end of `young`, hence survivors change their order.
unsafe fn move_unreachable<W: Watch>(young: &GcList, unreachable: &GcList, watch: &W) {
    let keep = |from: RawObj, obj: &ObjRef| {
        if let Some(node) = collecting(obj) {
            // SAFETY: I12, inside this pass.
            unsafe {
                let change = visit_reachable(node, young);
                if W::ON
                    && let Some(back) = change
                {
                    watch.tell(Step::Reached { from: ObjRef::borrow_raw(&from), to: obj, back });
                }
            }
        }
    };
    let end = young.head();
    let (mut prev, mut node) = (end, young.node().next.get());
    while !ptr::eq(node, end) {
        // SAFETY: I12: `next` words are whole; `prev` words are put back here, one by one.
        unsafe {
            if (*node).refs() > 0 {
                let holder = from_gc_head(node);
                if W::ON {
                    watch.tell(Step::Stays { obj: ObjRef::borrow_raw(&holder), refs: (*node).refs() });
                }
                traverse(holder, &mut Visitor::new(&mut |obj| keep(holder, obj)));
                let finalized = (*node).flags() & FINALIZED;
                (*node).prev.set(prev.map_addr(|a| a | finalized));
                prev = node;
            } else {
                (*prev).next.set((*node).next.get());
                append_marked(unreachable, node);
                if W::ON {
                    watch.tell(Step::MovesOut { obj: ObjRef::borrow_raw(&from_gc_head(node)) });
                }
            }
            node = (*prev).next.get();
        }
    }
    young.node().prev.set(prev);
    let first = unreachable.node().next_unmarked();
    unreachable.node().next.set(first);
}

/// Puts a node at the end of the unreachable list, with marked `next` words.
unsafe fn append_marked(unreachable: &GcList, node: *mut GcHead) {
    let last = unreachable.node().prev.get();
    // SAFETY: I12, inside `move_unreachable`.
    unsafe {
        (*last).next.set(marked(node));
        (*node).set_prev_ptr_from_refs(last);
        (*node).next.set(marked(unreachable.head()));
    }
    unreachable.node().prev.set(node);
}

impl GcHead {
    /// Replaces the working count by a link.
    fn set_prev_ptr_from_refs(&self, prev: *mut GcHead) {
        let flags = self.flags();
        self.prev.set(prev.map_addr(|a| a | flags));
    }
}

/// An object that something reachable refers to. What changes, if anything: it comes back, or it is known to stay.
#[inline(always)]
unsafe fn visit_reachable(node: *mut GcHead, young: &GcList) -> Option<bool> {
    // SAFETY: I12, inside `move_unreachable`.
    unsafe {
        if (*node).next_is_marked() {
            // It was taken for unreachable: back to the end of the list that is scanned.
            let (prev, next) = ((*node).prev_ptr(), (*node).next_unmarked());
            (*prev).next.set((*node).next.get());
            (*next).set_prev_ptr(prev);
            let last = young.node().prev.get();
            (*last).next.set(node);
            (*node).next.set(young.head());
            young.node().prev.set(node);
            (*node).set_refs(1);
            Some(true)
        } else if (*node).refs() == 0 {
            (*node).set_refs(1);
            Some(false)
        } else {
            None
        }
    }
}

/// Fills `unreachable` from `base`; afterwards both rings are whole, and the unreachable nodes
/// keep `COLLECTING`.
unsafe fn deduce_unreachable<W: Watch>(base: &GcList, unreachable: &GcList, watch: &W) {
    // SAFETY: I12, the three passes leave whole rings together.
    unsafe {
        update_refs(base, watch);
        subtract_refs(base, watch);
        move_unreachable(base, unreachable, watch);
        let mut node = unreachable.node().next.get();
        while !ptr::eq(node, unreachable.head()) {
            let next = (*node).next_unmarked();
            (*node).next.set(next);
            node = next;
        }
    }
}

/// Whether anything outside holds one of the list. The ring stays as it was; its nodes are marked as taking part.
unsafe fn is_reached<W: Watch>(list: &GcList, watch: &W) -> bool {
    // SAFETY: I12, the `prev` words carry counts until they are made links again here, in list order.
    unsafe {
        update_refs(list, watch);
        subtract_refs(list, watch);
        let reached = list.iter().any(|node| (*node).refs() > 0);
        let mut prev = list.head();
        for node in list.iter() {
            (*node).set_prev_ptr_from_refs(prev);
            prev = node;
        }
        list.node().prev.set(prev);
        reached
    }
}

/// Stops tracking survivors that can no longer take part in a cycle.
unsafe fn untrack_atomic<W: Watch>(list: &GcList, full: bool, watch: &W) {
    for node in list.iter() {
        // SAFETY: I12; the iterator has already stepped over `node`.
        unsafe {
            let obj = from_gc_head(node);
            if let Some(untrack) = type_of(obj).layout().untrack
                && untrack.full_only == full
                && (untrack.atomic)(obj)
            {
                (*node).unlink();
                if W::ON {
                    watch.tell(Step::Untracked { obj: ObjRef::borrow_raw(&obj) });
                }
            }
        }
    }
}

impl Heap {
    /// Collects the generation and the younger ones. Returns the figures; the caller has made
    /// sure that no collection is running.
    pub(crate) fn collect_now(&self, generation: usize) -> Collection {
        let observer = self.gc.observer.borrow().clone();
        match observer {
            None => self.collect_watched(generation, &Nobody),
            Some(observer) => self.collect_watched(generation, &Observed { heap: self, observer }),
        }
    }

    fn collect_watched<W: Watch>(&self, generation: usize, watch: &W) -> Collection {
        let started = Instant::now();
        let has = |flag| self.gc.debug.get() & flag != 0;
        if has(debug::STATS) {
            self.event(GcEvent::Begin { generation });
        }
        if W::ON {
            watch.tell(Step::Begin { generation, counts: self.gc_counts() });
            watch.tell(Step::Looks(Look::First));
        }
        self.count_collection(generation);
        let young = &self.gc.generations[generation].list;
        let old = &self.gc.generations[(generation + 1).min(GENERATIONS - 1)].list;
        let unreachable = GcList::new();
        // SAFETY: I12: each pass leaves whole rings to the next.
        let collected = unsafe {
            deduce_unreachable(young, &unreachable, watch);
            self.settle_survivors(generation, young, old, watch);
            self.show_collectable(&unreachable);
            let by_callbacks = self.handle_weakrefs(&unreachable, old, watch);
            self.finalize_garbage(&unreachable, watch);
            let final_unreachable = GcList::new();
            self.handle_resurrected(&unreachable, &final_unreachable, old, watch);
            let collected = by_callbacks + final_unreachable.len();
            self.delete_garbage(&final_unreachable, old, watch);
            collected
        };
        if has(debug::STATS) {
            let seconds = started.elapsed().as_secs_f64();
            self.event(GcEvent::End { unreachable: collected, uncollectable: 0, seconds });
        }
        if generation == GENERATIONS - 1 {
            self.clear_free_lists();
        }
        self.note_stats(generation, collected);
        if W::ON {
            watch.tell(Step::End { collected, seconds: started.elapsed().as_secs_f64() });
        }
        Collection { generation, collected, uncollectable: 0 }
    }

    fn event(&self, event: GcEvent<'_>) {
        (self.hooks().gc_event)(self, event);
    }

    fn count_collection(&self, generation: usize) {
        let generations = &self.gc.generations;
        if let Some(older) = generations.get(generation + 1) {
            older.count.set(older.count.get() + 1);
        }
        for (i, younger) in generations[..=generation].iter().enumerate() {
            younger.count.set(0);
            if i < generation {
                generations[generation].list.merge(&younger.list);
            }
        }
    }

    unsafe fn settle_survivors<W: Watch>(&self, generation: usize, young: &GcList, old: &GcList, watch: &W) {
        // SAFETY: I12, the ring is whole.
        unsafe { untrack_atomic(young, false, watch) };
        let gc = &self.gc;
        if generation == GENERATIONS - 1 {
            // SAFETY: I12.
            unsafe { untrack_atomic(young, true, watch) };
            gc.long_lived_pending.set(0);
            gc.long_lived_total.set(young.len() + gc.beyond.get());
            return;
        }
        if generation == GENERATIONS - 2 {
            gc.long_lived_pending.set(gc.long_lived_pending.get() + young.len());
        }
        old.merge(young);
    }

    unsafe fn show_collectable(&self, unreachable: &GcList) {
        if self.gc.debug.get() & debug::COLLECTABLE != 0 {
            // The hook prints, which may run Python that reaches them by weak references: all are held meanwhile.
            // SAFETY: I12, I4.
            let held: Vec<ObjRef> = unreachable.iter().map(|node| unsafe { hold(from_gc_head(node)) }).collect();
            for obj in &held {
                self.event(GcEvent::Collectable(obj));
            }
        }
    }

    /// Clears the references to unreachable objects before any finalizer can run, then calls
    /// the callbacks of those references that are reachable. Returns how many of them died.
    unsafe fn handle_weakrefs<W: Watch>(&self, unreachable: &GcList, old: &GcList, watch: &W) -> usize {
        let to_call = GcList::new();
        for node in unreachable.iter() {
            // SAFETY: I12, I14: references that are moved are reachable, so not in this list.
            unsafe {
                let obj = from_gc_head(node);
                let head = type_of(obj);
                weak::clear_if_reference(obj, head);
                if W::ON {
                    let obj = ObjRef::borrow_raw(&obj);
                    weak::each_reference(obj, &mut |reference| {
                        let callback = reference.payload::<weak::WeakRef>().is_some_and(|own| own.callback().is_some())
                            && !gc_head(reference.as_raw()).as_ref().has(COLLECTING);
                        watch.tell(Step::WeakCleared { reference, obj, callback });
                    });
                }
                weak::clear_references(obj, head, |reference| {
                    let reference_node = gc_head(reference).as_ptr();
                    if !(*reference_node).has(COLLECTING) {
                        std::mem::forget(ObjRef::borrow_raw(&reference).clone());
                        to_call.move_here(reference_node);
                    }
                });
            }
        }
        let mut died = 0;
        while let Some(node) = to_call.first() {
            // SAFETY: I4, the count taken above is given back here.
            unsafe {
                let reference = ObjRef::from_raw(from_gc_head(node));
                let callback = weak::callback_of(&reference);
                if let Some(callback) = callback {
                    if W::ON {
                        watch.tell(Step::Callback { reference: &reference });
                    }
                    (self.hooks().weakref_callback)(self, &reference, &callback);
                }
                drop(reference);
                if to_call.first().is_some_and(|first| ptr::eq(first, node)) {
                    old.move_here(node);
                } else {
                    died += 1;
                }
            }
        }
        died
    }

    /// Runs the finalizers that have not run yet, in list order.
    unsafe fn finalize_garbage<W: Watch>(&self, unreachable: &GcList, watch: &W) {
        let seen = GcList::new();
        while let Some(node) = unreachable.first() {
            // SAFETY: I12, I4: the object is held during the call.
            unsafe {
                seen.move_here(node);
                let raw = from_gc_head(node);
                if !(*node).has(FINALIZED) && type_of(raw).has(TypeFlags::HAS_FINALIZER) {
                    (*node).set_flag(FINALIZED);
                    let obj = hold(raw);
                    if W::ON {
                        watch.tell(Step::Finalizer { obj: &obj });
                    }
                    (self.hooks().finalize)(self, &obj);
                }
            }
        }
        unreachable.merge(&seen);
    }

    /// Looks again: what the finalizers made reachable goes to the old generation.
    unsafe fn handle_resurrected<W: Watch>(&self, unreachable: &GcList, still: &GcList, old: &GcList, watch: &W) {
        if W::ON {
            watch.tell(Step::Looks(Look::Again));
        }
        // SAFETY: I12, the ring is whole.
        unsafe {
            unreachable.iter().for_each(|node| (*node).clear_flag(COLLECTING));
            match self.profile().resurrection {
                Resurrection::KeepsReached => deduce_unreachable(unreachable, still, watch),
                Resurrection::KeepsAll if is_reached(unreachable, watch) => {
                    unreachable.iter().for_each(|node| (*node).clear_flag(COLLECTING));
                }
                Resurrection::KeepsAll => still.merge(unreachable),
            }
        }
        if W::ON {
            for node in unreachable.iter() {
                // SAFETY: I12, listed nodes are live.
                let raw = unsafe { from_gc_head(node) };
                // SAFETY: I12, as above.
                watch.tell(Step::Resurrected { obj: unsafe { ObjRef::borrow_raw(&raw) } });
            }
        }
        old.merge(unreachable);
    }

    /// Breaks the cycles; the counts do the rest. What survives its clearing stays in the old
    /// generation, it may die later.
    unsafe fn delete_garbage<W: Watch>(&self, garbage: &GcList, old: &GcList, watch: &W) {
        let save = self.gc.debug.get() & debug::SAVEALL != 0;
        while let Some(node) = garbage.first() {
            // SAFETY: I12, I4: the object is held while it is cleared.
            unsafe {
                let obj = hold(from_gc_head(node));
                if W::ON {
                    watch.tell(if save { Step::Saved { obj: &obj } } else { Step::Clears { obj: &obj } });
                }
                if save {
                    (self.hooks().garbage)(self, obj);
                } else {
                    clear(obj.as_raw(), self);
                    drop(obj);
                }
                if garbage.first().is_some_and(|first| ptr::eq(first, node)) {
                    (*node).clear_flag(COLLECTING);
                    old.move_here(node);
                    if W::ON {
                        watch.tell(Step::Outlives { obj: ObjRef::borrow_raw(&from_gc_head(node)) });
                    }
                }
            }
        }
    }

    fn note_stats(&self, generation: usize, collected: usize) {
        let stats = &self.gc.generations[generation].stats;
        let mut row = stats.get();
        row.collections += 1;
        row.collected += collected;
        stats.set(row);
    }
}

/// A handle on a live object.
unsafe fn hold(raw: RawObj) -> ObjRef {
    // SAFETY: I1 by the caller.
    unsafe { ObjRef::borrow_raw(&raw).clone() }
}

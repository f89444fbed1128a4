//! Watching objects from outside: who is born, who dies, whose count has changed.
//!
//! The heap keeps the list of watched objects itself, because it alone knows when one dies. Watching takes no count.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::heap::Heap;
use crate::object::handle::ObjRef;
use crate::object::header::RawObj;
use crate::object::type_head::TypeHead;

/// Told of the births of objects with a GC head and of the deaths of all. It must not run Python nor allocate in the heap.
pub trait Witness {
    /// An object was made; its fields are not written yet. Whether its count is to be watched.
    fn born(&self, heap: &Heap, addr: usize, ty: &ObjRef, bytes: usize) -> bool;
    /// An object is gone; its block goes back now.
    fn died(&self, heap: &Heap, addr: usize);
}

/// A watched object.
#[derive(Clone, Copy)]
struct Watched {
    obj: RawObj,
    /// The count that was told last.
    told: isize,
    /// It is one of those that [`Heap::watch_within`] counts.
    plain: bool,
}

/// The watched objects. All of them are alive (I26).
#[derive(Default)]
pub(crate) struct Watchlist {
    list: RefCell<Vec<Watched>>,
    places: RefCell<HashMap<usize, usize>>,
    observer: RefCell<Option<Rc<dyn Witness>>>,
    limit: Cell<usize>,
    /// Where blocks have been handed out since this was emptied last.
    fresh: RefCell<HashSet<usize>>,
    /// Objects in view: their handles are asked for later, if they are still alive (I26).
    seen: RefCell<HashMap<usize, RawObj>>,
    /// Objects without a GC head among the watched ones.
    plain: Cell<usize>,
}

/// The count of a watched object is another one than was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// `id(obj)`.
    pub addr: usize,
    /// The count that was told last.
    pub told: isize,
    /// The count now.
    pub now: isize,
}

impl Watchlist {
    pub(crate) fn is_on(&self) -> bool {
        self.observer.borrow().is_some()
    }

    fn add(&self, obj: RawObj, count: isize, plain: bool) -> bool {
        let (mut list, mut places) = (self.list.borrow_mut(), self.places.borrow_mut());
        if list.len() >= self.limit.get() || places.contains_key(&obj.addr().get()) {
            return false;
        }
        places.insert(obj.addr().get(), list.len());
        list.push(Watched { obj, told: count, plain });
        true
    }

    /// A block was handed out.
    pub(crate) fn note_fresh(&self, addr: usize) {
        if self.is_on() {
            self.fresh.borrow_mut().insert(addr);
        }
    }

    fn remove(&self, addr: usize) {
        self.seen.borrow_mut().remove(&addr);
        let (mut list, mut places) = (self.list.borrow_mut(), self.places.borrow_mut());
        if let Some(at) = places.remove(&addr) {
            let gone = list.swap_remove(at);
            self.plain.set(self.plain.get() - usize::from(gone.plain));
            if let Some(moved) = list.get(at) {
                places.insert(moved.obj.addr().get(), at);
            }
        }
    }
}

impl Heap {
    /// Starts telling births and deaths to `observer` and watching the counts of up to `limit` objects at a time.
    pub fn observe(&self, observer: Rc<dyn Witness>, limit: usize) {
        self.watchlist.limit.set(limit);
        *self.watchlist.observer.borrow_mut() = Some(observer);
        self.listeners_changed();
    }

    /// Ends it.
    pub fn stop_observing(&self) {
        *self.watchlist.observer.borrow_mut() = None;
        self.watchlist.list.borrow_mut().clear();
        self.watchlist.places.borrow_mut().clear();
        self.watchlist.seen.borrow_mut().clear();
        self.watchlist.plain.set(0);
        self.watchlist.fresh.borrow_mut().clear();
        self.listeners_changed();
    }

    /// Watches the count of an object that is there already; `asking` of it belong to the question. False: the list is
    /// full, or it is watched already.
    pub fn watch(&self, obj: &ObjRef, asking: isize) -> bool {
        !self.is_static(obj) && self.watchlist.add(obj.as_raw(), obj.refcount() - asking, false)
    }

    /// A handle of a watched object that is still alive.
    pub fn watched(&self, addr: usize) -> Option<ObjRef> {
        let at = *self.watchlist.places.borrow().get(&addr)?;
        let raw = self.watchlist.list.borrow().get(at)?.obj;
        // SAFETY: I26, it is alive.
        Some(unsafe { ObjRef::borrow_raw(&raw) }.clone())
    }

    /// As [`Heap::watch`] for a number or a text, of which up to `limit` are watched besides others.
    pub fn watch_within(&self, obj: &ObjRef, asking: isize, limit: usize) -> bool {
        let plain = &self.watchlist.plain;
        let watched = plain.get() < limit
            && !self.is_static(obj)
            && self.watchlist.add(obj.as_raw(), obj.refcount() - asking, true);
        plain.set(plain.get() + usize::from(watched));
        watched
    }

    /// Whether the object was made since [`Heap::forget_fresh`].
    pub fn is_fresh_object(&self, obj: &ObjRef) -> bool {
        self.is_fresh(obj.addr() - obj.ty().front())
    }

    /// Whether the count of the object at this address is watched.
    pub fn is_watched(&self, addr: usize) -> bool {
        self.watchlist.places.borrow().contains_key(&addr)
    }

    /// Keeps an object in view, without a count, until [`Heap::seen`] asks for it.
    pub fn keep_in_view(&self, obj: &ObjRef) {
        if self.watchlist.is_on() && !self.is_static(obj) {
            self.watchlist.seen.borrow_mut().insert(obj.addr(), obj.as_raw());
        }
    }

    /// A handle of an object that was kept in view, if it has not died since; it is not in view any more.
    pub fn seen(&self, addr: usize) -> Option<ObjRef> {
        let raw = self.watchlist.seen.borrow_mut().remove(&addr)?;
        // SAFETY: I26, it is alive.
        Some(unsafe { ObjRef::borrow_raw(&raw) }.clone())
    }

    /// Whether the block at this address was handed out since [`Heap::forget_fresh`].
    pub fn is_fresh(&self, addr: usize) -> bool {
        self.watchlist.fresh.borrow().contains(&addr)
    }

    /// From now on no block counts as fresh.
    pub fn forget_fresh(&self) {
        self.watchlist.fresh.borrow_mut().clear();
    }

    /// Calls `look` for each watched object whose count is not the one that was told last; if it returns true, the new
    /// count counts as told.
    pub fn each_changed(&self, look: &mut dyn FnMut(Change) -> bool) {
        for watched in self.watchlist.list.borrow_mut().iter_mut() {
            // SAFETY: I26, it is alive.
            let now = unsafe { watched.obj.as_ref() }.refcount.get();
            if now != watched.told && look(Change { addr: watched.obj.addr().get(), told: watched.told, now }) {
                watched.told = now;
            }
        }
    }

    /// An object of so many bytes from its header on has been made while somebody may be told.
    #[cold]
    #[inline(never)]
    pub(crate) fn tell_made(&self, obj: RawObj, ty: &ObjRef, head: &TypeHead, size: usize) {
        if head.is_gc() {
            self.tell_born(obj, ty, head.front() + size);
        }
    }

    /// An object with a GC head has been made.
    #[cold]
    #[inline(never)]
    pub(crate) fn tell_born(&self, obj: RawObj, ty: &ObjRef, bytes: usize) {
        let observer = self.watchlist.observer.borrow().clone();
        if let Some(observer) = observer {
            // What was at this address before is dead.
            self.watchlist.remove(obj.addr().get());
            if observer.born(self, obj.addr().get(), ty, bytes) {
                self.watchlist.add(obj, 1, false);
            }
        }
    }

    /// An object is dead and its block about to go or to be parked.
    #[cold]
    #[inline(never)]
    pub(crate) fn tell_died(&self, obj: RawObj) {
        let observer = self.watchlist.observer.borrow().clone();
        if let Some(observer) = observer {
            observer.died(self, obj.addr().get());
            self.watchlist.remove(obj.addr().get());
        }
    }

    /// An object has moved with its block.
    #[cold]
    #[inline(never)]
    pub(crate) fn tell_moved(&self, old: RawObj, new: RawObj, ty: &ObjRef, bytes: usize) {
        if old != new {
            self.tell_died(old);
            self.tell_born(new, ty, bytes);
        }
    }
}

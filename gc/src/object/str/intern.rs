//! The interned strings of a heap: a table that does not count.
//!
//! It lies outside the accounted memory. A mortal interned str leaves it when it dies.

use std::cell::{Cell, RefCell};
use std::ptr::{self, NonNull};

use super::{Interned, State, Str};
use crate::alloc::out_of_memory;
use crate::heap::Heap;
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::{Header, RawObj};
use crate::object::payload::payload_ptr;

/// A place of the table: free (null), gone (the address 1), or taken by a str.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place(*mut Header);

impl Place {
    const FREE: Place = Place(ptr::null_mut());
    const GONE: Place = Place(ptr::without_provenance_mut(1));

    fn of(raw: RawObj) -> Place {
        Place(raw.as_ptr())
    }

    fn taken(self) -> Option<RawObj> {
        if self == Place::GONE { None } else { RawObj::new(self.0) }
    }
}

/// Places that the names of builtin types and modules need.
const START_PLACES: usize = 4096;

/// The table.
pub(crate) struct InternTable {
    places: RefCell<Vec<Place>>,
    /// Places that are not free.
    filled: Cell<usize>,
    live: Cell<usize>,
}

impl InternTable {
    pub(crate) fn new() -> InternTable {
        InternTable { places: RefCell::new(vec![Place::FREE; START_PLACES]), filled: Cell::new(0), live: Cell::new(0) }
    }

    /// Looks for a str with this hash for which `same` holds.
    fn find(&self, hash: isize, same: impl Fn(&Ref<Str>) -> bool) -> Option<RawObj> {
        let places = self.places.borrow();
        let mask = places.len() - 1;
        let mut i = hash as usize & mask;
        loop {
            if places[i] == Place::FREE {
                return None;
            }
            if let Some(raw) = places[i].taken() {
                // SAFETY: I21, a str in the table is alive; the handle is not dropped.
                let text = unsafe { std::mem::ManuallyDrop::new(Ref::<Str>::from_raw(raw)) };
                if text.hash_cached() == hash && same(&text) {
                    return Some(raw);
                }
            }
            i = (i + 1) & mask;
        }
    }

    fn add(&self, raw: RawObj, hash: isize) {
        if (self.filled.get() + 1) * 3 > self.places.borrow().len() * 2 {
            self.rebuild();
        }
        let mut places = self.places.borrow_mut();
        if place(&mut places, raw, hash) {
            self.filled.set(self.filled.get() + 1);
        }
        self.live.set(self.live.get() + 1);
    }

    fn rebuild(&self) {
        let size = (self.live.get() * 4).next_power_of_two().max(START_PLACES);
        let mut fresh = Vec::new();
        if fresh.try_reserve_exact(size).is_err() {
            // The table works on while it has a free place.
            if self.filled.get() + 1 < self.places.borrow().len() {
                return;
            }
            out_of_memory();
        }
        fresh.resize(size, Place::FREE);
        let old = self.places.replace(fresh);
        let mut places = self.places.borrow_mut();
        for at in old {
            if let Some(raw) = at.taken() {
                // SAFETY: I21, a str in the table is alive.
                let hash = unsafe { payload_ptr::<Str>(raw).as_ref() }.hash_cached();
                place(&mut places, raw, hash);
            }
        }
        self.filled.set(self.live.get());
    }

    /// A mortal interned str dies.
    pub(crate) fn forget(&self, raw: RawObj, hash: isize) {
        let mut places = self.places.borrow_mut();
        let mask = places.len() - 1;
        let mut i = hash as usize & mask;
        while places[i] != Place::FREE {
            if places[i] == Place::of(raw) {
                places[i] = Place::GONE;
                self.live.set(self.live.get() - 1);
                return;
            }
            i = (i + 1) & mask;
        }
    }
}

/// Puts a str into the first place that is not taken; says whether that place was free.
fn place(places: &mut [Place], raw: RawObj, hash: isize) -> bool {
    let mask = places.len() - 1;
    let mut i = hash as usize & mask;
    while places[i].taken().is_some() {
        i = (i + 1) & mask;
    }
    std::mem::replace(&mut places[i], Place::of(raw)) == Place::FREE
}

impl Heap {
    /// The interned str with the hash for which `same` holds.
    pub fn find_interned(&self, hash: isize, same: impl Fn(&Ref<Str>) -> bool) -> Option<Ref<Str>> {
        let raw = self.interned.find(hash, same)?;
        // SAFETY: I21, the str is alive; the new handle gets a count of its own.
        Some(unsafe { ObjRef::borrow_raw(&raw).cast_unchecked::<Str>() }.clone())
    }

    /// The one str with this text: an interned one, or `text` itself, which then is interned.
    /// Its hash must be computed, and it must be an exact str.
    ///
    /// # Panics
    /// If it is not: an internal error.
    pub fn intern(&self, text: &Ref<Str>) -> Ref<Str> {
        if text.interned() != Interned::No {
            return text.clone();
        }
        let hash = text.hash_cached();
        assert!(hash != -1, "internal error: interning a str without hash");
        if let Some(known) = self.find_interned(hash, |other| other.same_text(text)) {
            return known;
        }
        self.interned.add(text.as_obj().as_raw(), hash);
        mark(text, Interned::Mortal);
        if self.profile().counts.interned_live_on { self.intern_forever(text) } else { text.clone() }
    }

    /// Makes an interned str stay for ever: the table owns a count on it from now on.
    pub fn intern_forever(&self, text: &Ref<Str>) -> Ref<Str> {
        let text = self.intern(text);
        if text.interned() == Interned::Mortal {
            mark(&text, Interned::Immortal);
            std::mem::forget(text.clone());
            self.count_static(text.as_obj(), self.profile().counts.statics);
        }
        text
    }

    /// Number of interned strings.
    pub fn interned_count(&self) -> usize {
        self.interned.live.get()
    }

    /// Calls `look` with each str on which the table owns a count.
    pub fn each_interned_forever(&self, look: &mut dyn FnMut(&ObjRef)) {
        for at in self.interned.places.borrow().iter() {
            let Some(raw) = at.taken() else { continue };
            // SAFETY: I21, the str is alive: only its own death takes it out of the table.
            let text = unsafe { ObjRef::borrow_raw(&raw) };
            if text.payload::<Str>().is_some_and(|text| text.interned() == Interned::Immortal) {
                look(text);
            }
        }
    }

    /// Gives back the counts of the strings that were interned for ever; at the very end.
    pub fn release_interned(&self) {
        let places = self.interned.places.borrow().clone();
        for at in places {
            let Some(raw) = at.taken() else { continue };
            // SAFETY: I21, the str is alive: only its own death takes it out of the table.
            let text = unsafe { ObjRef::borrow_raw(&raw).cast_unchecked::<Str>() }.clone();
            if text.interned() == Interned::Immortal {
                mark(&text, Interned::Mortal);
                // SAFETY: I4, the count that `intern_forever` kept.
                drop(unsafe { Ref::<Str>::from_raw(raw) });
            }
        }
    }
}

fn mark(text: &Ref<Str>, interned: Interned) {
    let state = text.state.get();
    text.state.set(State { interned, ..state });
}

const _: () = assert!(size_of::<Option<NonNull<u8>>>() == 8);

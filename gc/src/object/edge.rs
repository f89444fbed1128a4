//! Edges with their places: what an object owns counts on, and where in it each reference lies.
//!
//! Visiting for the collector follows CPython's `tp_traverse`, which leaves out what cannot be part of a cycle.
//! Here every count has its edge, so that the edges into an object add up to its count.

use std::collections::HashSet;

use crate::collect::GENERATIONS;
use crate::heap::Heap;
use crate::object::field::Field;
use crate::object::handle::ObjRef;
use crate::object::header::RawObj;
use crate::object::instance;
use crate::object::weak;

/// Where in its holder a reference lies.
#[derive(Clone, Copy, Debug)]
pub enum Place<'a> {
    /// An instance owns a count on its class.
    Class,
    /// A field of the payload; no name where the payload does not tell.
    Field(&'static str),
    /// A position of a sequence, or a place of a set.
    Item(usize),
    /// A key of a dict.
    Key,
    /// The value under a key.
    Value(&'a ObjRef),
    /// A name in a table that several owners share: counted once.
    SharedKey {
        /// The table's address.
        table: usize,
        /// The entry.
        index: usize,
    },
    /// A constant in a table that code objects share: counted once.
    Constant {
        /// The table's address.
        table: usize,
        /// Its number.
        index: usize,
    },
    /// A value of an instance, in the order of its class's names.
    Attribute(usize),
    /// The `__slots__` word at this offset.
    Member(u32),
    /// The instance's dict.
    Dict,
    /// A saved register of a frame that rests.
    Local(usize),
}

impl Place<'_> {
    /// The place, in a field called `name`.
    pub fn within(self, name: &'static str) -> Self {
        match self {
            Place::Field("") => Place::Field(name),
            place => place,
        }
    }
}

/// Gets an object to look at.
pub type Look<'a> = &'a mut dyn FnMut(&ObjRef);

/// Receives edges.
pub type EdgeSink<'a> = dyn FnMut(Place<'_>, &ObjRef) + 'a;

impl Heap {
    /// Calls `sink` for each count that `obj` owns. Counts do not change; `sink` must not run Python.
    pub fn each_edge(&self, obj: &ObjRef, sink: &mut EdgeSink<'_>) {
        let (raw, head) = (obj.as_raw(), obj.ty());
        if head.is_heap_type() {
            for run in head.member_slots() {
                for i in 0..run.count {
                    let offset = run.offset + 8 * i;
                    // SAFETY: I8, a member slot of the type.
                    let slot = unsafe { instance::word(raw, offset as isize) };
                    slot.edges(&mut |_, obj| sink(Place::Member(offset), obj));
                }
            }
            instance::storage_of(obj).edges(sink);
            // SAFETY: I5, a live object's type is alive.
            let class = unsafe { raw.as_ref().ty.get() };
            // SAFETY: I5, as above.
            sink(Place::Class, unsafe { ObjRef::borrow_raw(&class) });
        }
        // SAFETY: I1, a handle's object is alive.
        unsafe { (head.layout().edges)(raw, sink) };
    }

    /// Calls `look` once with every object that is tracked, that `seeds` names, or that such an object holds or
    /// that refers to one weakly; the ones nearest to the seeds first. Counts do not change, nothing is allocated in the heap; `look` must not run Python.
    pub fn each_live(&self, seeds: &dyn Fn(Look<'_>), look: Look<'_>) {
        let mut seen = HashSet::new();
        let mut todo: Vec<RawObj> = Vec::new();
        let mut meet = |todo: &mut Vec<RawObj>, obj: &ObjRef| {
            if seen.insert(obj.addr()) {
                todo.push(obj.as_raw());
            }
        };
        seeds(&mut |obj| meet(&mut todo, obj));
        for generation in 0..GENERATIONS {
            self.each_tracked(generation, &mut |obj| meet(&mut todo, obj));
        }
        self.each_frozen(&mut |obj| meet(&mut todo, obj));
        let mut at = 0;
        while at < todo.len() {
            let raw = todo[at];
            at += 1;
            // SAFETY: I4, its holder is alive, and nothing changes while we look.
            let obj = unsafe { ObjRef::borrow_raw(&raw) };
            look(obj);
            self.each_edge(obj, &mut |_, target| meet(&mut todo, target));
            weak::each_reference(obj, &mut |reference| meet(&mut todo, reference));
        }
    }
}

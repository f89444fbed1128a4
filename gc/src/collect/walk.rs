//! A walk over everything that can be reached, from outside: no count changes, nothing is allocated in the heap.

use std::collections::HashSet;

use crate::collect::GENERATIONS;
use crate::collect::traverse::type_of;
use crate::heap::Heap;
use crate::object::field::{Field, Part, Visitor};
use crate::object::handle::ObjRef;
use crate::object::header::RawObj;
use crate::object::instance;

/// Gets an object to look at.
pub type Look<'a> = &'a mut dyn FnMut(&ObjRef);

impl Heap {
    /// Calls `look` for each counted reference that the object holds.
    pub fn each_part(&self, obj: &ObjRef, look: &mut dyn FnMut(Part, &ObjRef)) {
        let raw = obj.as_raw();
        // SAFETY: I1, I5, I8: a handle's object is alive.
        unsafe {
            let head = type_of(raw);
            if head.is_heap_type() {
                for run in head.member_slots() {
                    for i in 0..run.count {
                        let offset = run.offset + 8 * i;
                        let mut member = |held: &ObjRef| look(Part::Member(offset), held);
                        instance::word(raw, offset as isize).trace(&mut Visitor::new(&mut member));
                    }
                }
                let mut attribute = |held: &ObjRef| look(Part::Attribute, held);
                instance::storage(raw, head).trace(&mut Visitor::new(&mut attribute));
                look(Part::Class, ObjRef::borrow_raw(&raw.as_ref().ty.get()));
            }
            (head.layout().parts)(raw, look);
        }
    }

    /// Calls `look` once for each object that can be reached from `roots`, or that the collector tracks, in the order of a
    /// search in breadth. `look` must not run Python.
    pub fn walk(&self, roots: &mut dyn FnMut(Look<'_>), look: Look<'_>) {
        let mut seen: HashSet<usize> = HashSet::new();
        let mut waiting: Vec<RawObj> = Vec::new();
        let mut meet = |obj: &ObjRef| {
            if seen.insert(obj.addr()) {
                waiting.push(obj.as_raw());
            }
        };
        roots(&mut meet);
        (0..GENERATIONS).for_each(|generation| self.each_tracked(generation, &mut meet));
        self.each_frozen(&mut meet);
        let mut at = 0;
        while at < waiting.len() {
            let raw = waiting[at];
            at += 1;
            // SAFETY: I1: reached through a counted reference or the collector's lists, and nothing is released meanwhile.
            let obj = unsafe { ObjRef::borrow_raw(&raw) };
            look(obj);
            self.each_referent(obj, &mut |held| {
                if seen.insert(held.addr()) {
                    waiting.push(held.as_raw());
                }
            });
        }
    }
}

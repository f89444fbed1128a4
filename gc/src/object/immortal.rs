//! Objects that are always there: their counts start so high that they never die.

use std::cell::RefCell;

use crate::heap::Heap;
use crate::object::handle::ObjRef;
use crate::object::header::RawObj;
use crate::profile::counts::StaticCount;

/// What the count of an immortal object is raised by: far beyond what a program can count, and small enough for
/// the collector's working counts.
const IMMORTAL: isize = 1 << 60;

/// What CPython shows as the count of an immortal object.
const SHOWN: isize = 0xffff_ffff;

/// The objects whose counts were raised, with by how much.
#[derive(Default)]
pub(crate) struct Raised(RefCell<Vec<(RawObj, isize)>>);

impl Heap {
    /// Counts an object as the release counts those that are always there.
    pub fn count_static(&self, obj: &ObjRef, how: StaticCount) {
        let by = match how {
            StaticCount::Ordinary => return,
            StaticCount::From(first) => first as isize,
            StaticCount::Immortal => IMMORTAL,
        };
        self.hold(obj, by);
    }

    /// Raises an object's count for good: for owners that are not here.
    pub fn hold(&self, obj: &ObjRef, by: isize) {
        obj.raise_count(by);
        self.raised.0.borrow_mut().push((obj.as_raw(), by));
    }

    /// Calls `look` with each object whose count was raised, and by how much.
    pub fn each_raised(&self, look: &mut dyn FnMut(&ObjRef, isize)) {
        for (raw, by) in self.raised.0.borrow().iter() {
            // SAFETY: I4, the object is alive as long as its count is raised.
            look(unsafe { ObjRef::borrow_raw(raw) }, *by);
        }
    }

    /// Gives all those objects their true counts; at the very end.
    pub fn release_statics(&self) {
        for (raw, by) in self.raised.0.take() {
            // SAFETY: I4, the object is alive as long as its count is raised.
            unsafe { ObjRef::borrow_raw(&raw) }.raise_count(-by);
        }
    }
}

impl ObjRef {
    /// What `sys.getrefcount` says.
    pub fn shown_count(&self) -> isize {
        if self.refcount() >= IMMORTAL / 2 { SHOWN } else { self.refcount() }
    }
}

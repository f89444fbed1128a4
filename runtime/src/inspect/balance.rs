//! The balance: the owners of every object make up its count (`-X ledgercheck`).

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use gc::{ObjRef, Place};

use crate::inspect::titles::plain;
use crate::vm::Vm;
use crate::vm::owners::Owner;

/// An object whose owners do not make up its count.
pub struct Gap {
    /// The object.
    pub object: String,
    /// Its count.
    pub count: isize,
    /// The counts of the owners that were found.
    pub found: isize,
}

impl Vm {
    /// Calls `look` once with every object of the heap.
    pub(crate) fn each_live_object(&self, look: &mut dyn FnMut(&ObjRef)) {
        self.heap.each_live(&|seed| self.each_owner(&mut |_, obj| seed(obj)), look);
    }

    /// Calls `sink` for all counts in the heap: the object that is owned, and how often.
    fn each_owned(&self, sink: &mut dyn FnMut(&ObjRef, isize)) {
        self.each_owner(&mut |owner, obj| match owner {
            Owner::Raised(by) => sink(obj, by),
            _ => sink(obj, 1),
        });
        let shared = RefCell::new(HashSet::new());
        self.each_live_object(&mut |holder| {
            self.heap.each_edge(holder, &mut |place, obj| match place {
                Place::SharedKey { table, index } | Place::Constant { table, index }
                    if !shared.borrow_mut().insert((table, index)) => {}
                _ => sink(obj, 1),
            });
        });
    }

    /// Adds up the owners of every live object and returns the objects whose counts they do not make up.
    pub fn ledger_gaps(&self) -> Vec<Gap> {
        let mut sums: HashMap<usize, isize> = HashMap::new();
        self.each_owned(&mut |obj, by| *sums.entry(obj.addr()).or_default() += by);
        let mut gaps = Vec::new();
        self.each_live_object(&mut |obj| {
            let found = sums.get(&obj.addr()).copied().unwrap_or(0);
            if found != obj.refcount() {
                gaps.push(Gap { object: plain(self, obj), count: obj.refcount(), found });
            }
        });
        gaps
    }
}

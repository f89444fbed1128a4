//! The ledger: every holder that makes up an object's count, by name and place.

use super::titles::{Titles, of_owner, plain};
use crate::vm::Vm;
use crate::vm::frame_object::resting_body;
use crate::vm::owners::Owner;
use gc::{ObjRef, Place, TypeHead};
use std::collections::{HashMap, HashSet};
use std::fmt::{self, Write as _};

/// Places that the text shows, JSON has all.
pub(super) const SHOWN: usize = 40;

/// One line of a ledger: a place that holds the object, once or several times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `global a`, `item [2] of list 0x…`.
    pub place: String,
    /// How many counts it makes.
    pub counts: usize,
    /// Whether `gc.get_referrers` finds the holder.
    pub seen_by_gc: bool,
}

/// Who holds an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// `Node 0x7f…`.
    pub object: String,
    /// `id(obj)`.
    pub address: usize,
    /// The object's count without what the question itself holds.
    pub count: usize,
    /// The holders, in the order: running calls, then the objects as a search in breadth finds them.
    pub entries: Vec<Entry>,
    /// Counts of the interpreter's own tables, which have no name in a program.
    pub unnamed: usize,
    /// Weak references: they hold nothing.
    pub weak: usize,
}

/// The ledger of `target`. `asking`: the counts that belong to the question, and where in the machine's registers they
/// are, if they are there.
pub fn ledger(vm: &Vm, target: &ObjRef, asking: usize, registers: &[*const ObjRef]) -> Ledger {
    let count = (target.refcount() as usize).saturating_sub(asking);
    let object = plain(vm, target);
    let mut entries = Entries::default();
    vm.each_owner(&mut |owner, held| {
        if held.is(target) && !registers.contains(&std::ptr::from_ref(held)) {
            let counts = if let Owner::Raised(by) = owner { by as usize } else { 1 };
            entries.add(of_owner(owner), counts, false);
        }
    });
    let (mut holders, mut bodies) = (HashSet::new(), HashSet::new());
    vm.each_live_object(&mut |holder| {
        vm.heap.each_edge(holder, &mut |_, held| {
            if held.is(target) {
                holders.insert(holder.addr());
                bodies.extend(resting_body(holder).map(|body| body.addr()));
            }
        });
    });
    let titles = Titles::of(vm, &holders.union(&bodies).copied().collect());
    // What several owners share counts once.
    let mut shared = HashSet::new();
    vm.each_live_object(&mut |holder| {
        if !holders.contains(&holder.addr()) {
            return;
        }
        let seen = seen_by_collector(vm, holder, target);
        vm.heap.each_edge(holder, &mut |place, held| match place {
            _ if !held.is(target) => {}
            Place::SharedKey { table, index } | Place::Constant { table, index } if !shared.insert((table, index)) => {}
            place => entries.add(titles.place(vm, holder, place), 1, seen),
        });
    });
    let named: usize = entries.0.iter().map(|entry| entry.counts).sum();
    let weak = if gc::weak::supports(target.ty()) { gc::weak::count(target) } else { 0 };
    Ledger { object, address: target.addr(), count, entries: entries.0, unnamed: count.saturating_sub(named), weak }
}

/// Whether `gc.get_referrers(target)` finds the holder.
fn seen_by_collector(vm: &Vm, holder: &ObjRef, target: &ObjRef) -> bool {
    let mut seen = false;
    if vm.heap.is_tracked(holder) && TypeHead::of(holder.ty_ref()).is_gc() {
        vm.heap.each_referent(holder, &mut |held| seen |= held.is(target));
    }
    seen
}

/// Entries in the order they were found, and where each place is among them.
#[derive(Default)]
struct Entries(Vec<Entry>, HashMap<String, usize>);

impl Entries {
    fn add(&mut self, place: String, counts: usize, seen_by_gc: bool) {
        match self.1.get(&place) {
            Some(at) => self.0[*at].counts += counts,
            None => {
                self.1.insert(place.clone(), self.0.len());
                self.0.push(Entry { place, counts, seen_by_gc });
            }
        }
    }
}

impl Ledger {
    /// As text, with at most so many rows.
    pub fn brief(&self, rows: usize) -> String {
        let mut out = format!("{}: count {}\n", self.object, self.count);
        if self.count == 0 {
            out += "       nothing holds it but this question\n";
        }
        for entry in self.entries.iter().take(rows) {
            let unseen = if entry.seen_by_gc { "" } else { "   (gc.get_referrers does not see it)" };
            let _ = writeln!(out, "  {:>3}  {}{unseen}", entry.counts, entry.place);
        }
        if let Some(rest) = self.entries.get(rows..).filter(|rest| !rest.is_empty()) {
            let (counts, s) =
                (rest.iter().map(|entry| entry.counts).sum::<usize>(), if rest.len() == 1 { "" } else { "s" });
            let _ = writeln!(out, "  {counts:>3}  … and {} more place{s}", rest.len());
        }
        if self.unnamed > 0 {
            let _ = writeln!(out, "  {:>3}  the interpreter's own tables", self.unnamed);
        }
        if self.weak > 0 {
            let s = if self.weak == 1 { "" } else { "s" };
            let _ = writeln!(out, "    0  {} weak reference{s}", self.weak);
        }
        out
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.brief(SHOWN))
    }
}

//! The balance: the owners of every object make up its count (`-X ledgercheck`), at the end of the program or while it
//! runs.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use gc::{ObjRef, Place};

use crate::inspect::titles::plain;
use crate::vm::Vm;
use crate::vm::frame::{Frame, Kind};
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
    pub fn each_live_object(&self, look: &mut dyn FnMut(&ObjRef)) {
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

    /// From now on the balance is drawn up before each `every`th instruction. A check looks at the whole heap: unless
    /// `every` is 1, they grow rarer the longer the program runs.
    pub fn check_ledgers(&self, every: u64) {
        let checker = Checker { every: every.max(1), step: Cell::new(0), next: Cell::new(0), failed: Cell::new(false) };
        *self.run.checker.borrow_mut() = Some(Rc::new(checker));
        self.watchers_changed();
    }

    /// The program is done: no more checks; whether all of them balanced.
    pub fn end_ledger_checks(&self) -> bool {
        let checker = self.run.checker.borrow_mut().take();
        self.watchers_changed();
        checker.is_none_or(|checker| !checker.failed.get())
    }
}

/// Draws up the balance while the program runs.
pub(crate) struct Checker {
    every: u64,
    /// Instructions so far.
    step: Cell<u64>,
    /// The one that is checked next.
    next: Cell<u64>,
    failed: Cell<bool>,
}

impl Checker {
    /// The instruction of `frame` is about to run.
    pub(crate) fn before(&self, vm: &Vm, frame: &Frame) {
        let step = self.step.replace(self.step.get() + 1);
        if step < self.next.get() || self.failed.get() {
            return;
        }
        self.next.set(step + if self.every == 1 { 1 } else { self.every.max(step / 64) });
        // What native code under way holds in variables of its own has no owner that could be seen.
        let native = vm.run.all_frames().filter(|frame| matches!(frame.kind.get(), Kind::Native | Kind::Generator));
        let exact = native.count() < 2 && vm.running.borrow().iter().any(|running| running.is_program());
        let gaps = vm.ledger_gaps().into_iter().filter(|gap| exact || gap.found > gap.count);
        let gaps: Vec<Gap> = gaps.collect();
        if gaps.is_empty() {
            return;
        }
        self.failed.set(true);
        let code = &frame.linked().source;
        eprintln!(
            "ledgercheck: before instruction {} of {}, {} line {}",
            frame.index(),
            code.name,
            code.filename,
            frame.line()
        );
        report(&gaps);
    }
}

/// Tells the gaps on standard error.
pub fn report(gaps: &[Gap]) {
    for gap in gaps.iter().take(20) {
        eprintln!("ledgercheck: {} has count {}, its holders own {}", gap.object, gap.count, gap.found);
    }
    if gaps.len() > 20 {
        eprintln!("ledgercheck: {} objects in all", gaps.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use frontend::Mode;
    use gc::Allocator;

    /// A handle that Rust keeps for itself is a count without an owner.
    #[test]
    fn a_count_without_an_owner_is_found() {
        let vm = Vm::start(None, "3.11", Allocator::Pools).expect("a known release");
        let main = vm.dict();
        vm.dict_set_str(&main, "kept", &vm.list(Vec::new()));
        let namespace = main.as_obj().addr();
        // The namespace is held by this test alone.
        let others =
            |vm: &Vm| vm.ledger_gaps().into_iter().filter(|gap| gap.object != format!("dict {namespace:#x}")).count();
        assert_eq!(others(&vm), 0);
        let stolen = vm.dict_get_str(&main, "kept").expect("it is there");
        let gaps = vm.ledger_gaps();
        let gap = gaps.iter().find(|gap| gap.object == plain(&vm, &stolen)).expect("it is found");
        assert_eq!((gap.count, gap.found), (2, 1));
        vm.check_ledgers(1);
        assert!(vm.run_source("x = 1\n", "<test>", &main, Mode::Module).is_ok());
        assert!(!vm.end_ledger_checks(), "it is found while a program runs");
        assert!(vm.end_ledger_checks(), "nothing is checked any more");
    }
}

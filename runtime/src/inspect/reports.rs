//! `%gc watch`: a line for each collection that takes place, on stderr.

use crate::vm::Vm;
use gc::{GENERATIONS, Heap, Look, Observer, Step};
use std::cell::Cell;
use std::rc::Rc;

/// Counts the steps of a collection and reports at its end.
#[derive(Default)]
struct Reporter {
    generation: Cell<usize>,
    counts: Cell<[usize; GENERATIONS]>,
    again: Cell<bool>,
    examined: Cell<usize>,
    untracked: Cell<usize>,
}

fn add_one(cell: &Cell<usize>) {
    cell.set(cell.get() + 1);
}

impl Observer for Reporter {
    fn tell(&self, heap: &Heap, step: Step<'_>) {
        match step {
            Step::Begin { generation, counts } => {
                self.generation.set(generation);
                self.counts.set(counts);
                self.examined.set(0);
                self.untracked.set(0);
            }
            Step::Looks(look) => self.again.set(look == Look::Again),
            Step::Counted { .. } if !self.again.get() => add_one(&self.examined),
            Step::Untracked { .. } => add_one(&self.untracked),
            Step::End { collected, seconds } => {
                let (generation, counts, thresholds) = (self.generation.get(), self.counts.get(), heap.thresholds());
                let due = counts[generation] as i64 > i64::from(thresholds[generation]);
                let why = match due {
                    true => format!("count {} > threshold {}", counts[generation], thresholds[generation]),
                    false => "asked for".into(),
                };
                let (examined, untracked, micros) = (self.examined.get(), self.untracked.get(), seconds * 1e6);
                eprintln!(
                    "gc: generation {generation} ({why}): {examined} examined, {collected} freed, {untracked} untracked, \
                     {micros:.0} µs"
                );
            }
            _ => {}
        }
    }
}

impl Vm {
    /// Starts or stops reporting each collection on stderr.
    pub fn report_collections(&self, on: bool) {
        let reporter = on.then(|| Rc::new(Reporter::default()) as Rc<dyn Observer>);
        self.heap.observe_collections(reporter);
    }
}

//! `%gc watch`: a line for each collection that takes place, at once on stderr or gathered for the prompt.
//!
//! A line is text, or JSON for programs that read it.

use super::json::quoted;
use super::record::Telling;
use crate::vm::cast::vm_of;
use crate::vm::{Keeps, Vm};
use gc::{GENERATIONS, Heap, Look, Observer, Step};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Lines that wait for the end of a statement.
#[derive(Default)]
struct Gathered(Rc<RefCell<String>>);

impl Keeps for Gathered {}

/// Counts the steps of a collection and reports at its end.
#[derive(Default)]
struct Reporter {
    /// Where the lines go; None: stderr.
    gathered: Option<Rc<RefCell<String>>>,
    json: bool,
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
                let line = match self.json {
                    false => format!(
                        "gc: generation {generation} ({why}): {examined} examined, {collected} freed, {untracked} \
                         untracked, {micros:.0} µs\n"
                    ),
                    true => format!(
                        "{{\"generation\": {generation}, \"why\": {}, \"examined\": {examined}, \"freed\": {collected}, \
                         \"untracked\": {untracked}, \"seconds\": {seconds:.6}}}\n",
                        quoted(&why)
                    ),
                };
                match &self.gathered {
                    Some(gathered) => gathered.borrow_mut().push_str(&line),
                    None => vm_of(heap).tell_stderr(&line),
                }
            }
            _ => {}
        }
    }
}

impl Vm {
    /// What `%gc watch` has gathered since it was taken last.
    pub fn take_collection_reports(&self) -> String {
        std::mem::take(&mut *self.state::<Gathered>().0.borrow_mut())
    }

    /// Starts or stops reporting each collection, as text or as JSON.
    pub fn report_collections(&self, on: bool, telling: Telling, json: bool) {
        let gathered = (telling == Telling::Gathered).then(|| self.state::<Gathered>().0.clone());
        let reporter = on.then(|| Rc::new(Reporter { gathered, json, ..Reporter::default() }) as Rc<dyn Observer>);
        self.heap.observe_collections(reporter);
    }
}

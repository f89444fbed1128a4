//! The ledger and the chains of holders as pictures: the object graph, cut down to what they speak of.

use super::graph::{Graph, among};
use super::ledger::{Ledger, SHOWN};
use super::why::{Why, counted};
use crate::vm::Vm;
use gc::ObjRef;

impl Ledger {
    /// The object with an arrow from each place that holds it. `target`, `asking`, `registers`: as the ledger was asked.
    pub fn picture(&self, vm: &Vm, target: &ObjRef, asking: usize, registers: &[*const ObjRef]) -> Graph {
        let mut graph = among(vm, &[], target, asking, registers);
        let Some(node) = graph.nodes.first_mut() else { return graph };
        (node.rows, node.held_by, node.more_rows, node.more_holders) = Default::default();
        for entry in self.entries.iter().take(SHOWN) {
            let times = if entry.counts > 1 { format!(" ×{}", entry.counts) } else { String::new() };
            let unseen = if entry.seen_by_gc { "" } else { " °" };
            node.held_by.push(format!("{}{times}{unseen}", entry.place));
        }
        if let Some(rest) = self.entries.get(SHOWN..).filter(|rest| !rest.is_empty()) {
            let counts: usize = rest.iter().map(|entry| entry.counts).sum();
            node.held_by.push(format!("… and {} more places ×{counts}", rest.len()));
        }
        if self.unnamed > 0 {
            node.held_by.push(format!("the interpreter's own tables ×{}", self.unnamed));
        }
        let weak = match self.weak {
            0 => String::new(),
            1 => " · and one weak reference, which makes no count".into(),
            n => format!(" · and {n} weak references, which make no count"),
        };
        graph.legend = format!("the places make up the count; ×2: twice · °: gc.get_referrers does not see it{weak}");
        graph
    }
}

impl Why {
    /// The chains of holders. `target`, `asking`, `registers`: as it was asked.
    pub fn picture(&self, vm: &Vm, target: &ObjRef, asking: usize, registers: &[*const ObjRef]) -> Graph {
        let mut graph = among(vm, &self.path_objects, target, asking, registers);
        let at = |address: usize| graph.nodes.iter().position(|node| node.address == address);
        let cut = |(holder, held): &(usize, usize)| Some((at(*holder), at(*held)?));
        graph.cuts = self.cuts.iter().filter_map(cut).collect();
        let what = counted(self.retained_objects, self.retained_bytes);
        graph.legend = match (self.garbage || self.temporary, graph.cuts.is_empty()) {
            (true, _) => format!("{}: nothing that runs reaches it; with it {what} will go", self.object),
            (_, true) => format!("without {} {what} would go; no single deletion would free it", self.object),
            _ => format!("without {} {what} would go; red: deleting this alone would free it", self.object),
        };
        graph
    }
}

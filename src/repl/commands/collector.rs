//! Commands that look at the collector.

use super::{Command, Desk};
use std::fmt::Write as _;

pub const COMMANDS: &[Command] = &[Command {
    name: "gens",
    usage: "",
    help: "the collector's generations",
    run: |desk, _| Ok(desk.vm.look("gens", || generations(desk))),
}];

fn generations(desk: &Desk<'_>) -> String {
    let heap = &desk.vm.heap;
    let (thresholds, counts) = (heap.thresholds(), heap.gc_counts());
    let ((tracked, frozen), stats) = (heap.tracked_counts(), heap.gc_stats());
    let mut out = String::from("generation  objects  count  threshold  collections  collected\n");
    for n in 0..tracked.len() {
        let _ = writeln!(
            out,
            "{n:>10}  {:>7}  {:>5}  {:>9}  {:>11}  {:>9}",
            tracked[n], counts[n], thresholds[n], stats[n].collections, stats[n].collected
        );
    }
    if frozen > 0 {
        let _ = writeln!(out, "    frozen  {frozen:>7}");
    }
    out
}

//! The prompt's own commands: lines that begin with `%`. They look at the program's objects and leave them as they are.

use frontend::Mode;
use gc::{Dict, ObjRef, Ref};
use runtime::PyResult;
use runtime::inspect::ledger::ledger;
use runtime::inspect::why::why;
use runtime::vm::Vm;
use std::fmt::Write as _;

const HELP: &str = "\
%refs EXPRESSION   every holder that makes up the object's count
%why EXPRESSION    why the object is alive: the shortest chain of holders, and what would go with it
%gens              the collector's generations
%help              this list
";

/// What a command has to say; None if the line is none.
pub fn run(vm: &Vm, main: &Ref<Dict>, line: &str) -> Option<PyResult<String>> {
    let command = line.trim().strip_prefix('%')?;
    let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
    let rest = rest.trim();
    Some(match name {
        "refs" if !rest.is_empty() => value(vm, main, rest).map(|obj| ledger(vm, &obj, 1, &[]).to_string()),
        "why" if !rest.is_empty() => value(vm, main, rest).map(|obj| why(vm, &obj, &[]).to_string()),
        "refs" | "why" => Ok(format!("%{name} wants an expression, such as a name\n")),
        "gens" => Ok(generations(vm)),
        "help" => Ok(HELP.into()),
        _ => Ok(format!("there is no %{name}; %help lists what there is\n")),
    })
}

/// The value of an expression of the program.
fn value(vm: &Vm, main: &Ref<Dict>, text: &str) -> PyResult<ObjRef> {
    vm.run_source(text, "<stdin>", main, Mode::Expression)
}

fn generations(vm: &Vm) -> String {
    let (thresholds, counts) = (vm.heap.thresholds(), vm.heap.gc_counts());
    let ((tracked, frozen), stats) = (vm.heap.tracked_counts(), vm.heap.gc_stats());
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

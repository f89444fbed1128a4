//! Commands that look at one object: who holds it, why it is alive.

use super::{Command, Desk, into_file, write_file};
use runtime::PyResult;
use runtime::inspect::graph::{everything, graph};
use runtime::inspect::leaks;
use runtime::inspect::ledger::ledger;
use runtime::inspect::why::why;

pub const COMMANDS: &[Command] = &[
    Command { name: "refs", usage: "EXPRESSION", help: "every holder that makes up the object's count", run: refs },
    Command {
        name: "why",
        usage: "EXPRESSION",
        help: "why it is alive: the shortest chain of holders, and what would go with it",
        run: why_alive,
    },
    Command {
        name: "graph",
        usage: "[EXPRESSION] [> FILE]",
        help: "what it holds and who holds it, down to the last count; FILE.svg, FILE.json; alone: all names, and garbage",
        run: draw_graph,
    },
    Command {
        name: "leaks",
        usage: "[mark]",
        help: "mark: remembers what there is; afterwards: what has grown, and which usual leak is at work",
        run: leaks,
    },
];

fn leaks(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    Ok(match text {
        "mark" => {
            let count = desk.vm.look("leaks", || leaks::mark(desk.vm));
            format!("marked {count} objects; let the program work, then %leaks\n")
        }
        "" => desk.vm.look("leaks", || leaks::leaks(desk.vm, &[])).map_or_else(
            || "there is no mark yet: %leaks mark, let the program work, then %leaks\n".into(),
            |found| found.to_string(),
        ),
        _ => "%leaks mark remembers, %leaks shows what has grown since\n".into(),
    })
}

fn refs(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    desk.with_value("refs", text, |obj| ledger(desk.vm, obj, 1, &[]).to_string())
}

fn why_alive(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    desk.with_value("why", text, |obj| why(desk.vm, obj, 1, &[]).to_string())
}

fn draw_graph(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (text, file) = into_file(text);
    let found = match text {
        "" => desk.vm.look("graph", || everything(desk.vm, desk.main, &[])),
        text => {
            let obj = desk.value(text)?;
            desk.vm.look("graph", || graph(desk.vm, &obj, 1, &[]))
        }
    };
    let Some(file) = file else {
        return Ok(if found.nodes.is_empty() { "no names yet, and no garbage\n".into() } else { found.to_string() });
    };
    let written = write_file(file, || found.svg(), || stdlib::glass::graph::graph_json(&found), || found.to_string());
    Ok(format!("{} objects {written}", found.nodes.len()))
}

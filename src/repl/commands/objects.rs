//! Commands that look at one object: who holds it, why it is alive.

use super::{Command, Desk, into_file, write_file, write_text};
use runtime::PyResult;
use runtime::inspect::graph::{everything, graph};
use runtime::inspect::leaks;
use runtime::inspect::ledger::ledger;
use runtime::inspect::why::why;
use stdlib::glass::holders::{ledger_json, why_json};

pub const COMMANDS: &[Command] = &[
    Command {
        name: "refs",
        usage: "EXPRESSION [> FILE]",
        help: "every holder that makes up the object's count; FILE.svg draws it",
        run: refs,
    },
    Command {
        name: "why",
        usage: "EXPRESSION [> FILE]",
        help: "why it is alive: the shortest chains of holders, what would go with it, what would free it",
        run: why_alive,
    },
    Command {
        name: "graph",
        usage: "[EXPRESSION] [> FILE]",
        help: "what it holds and who holds it, down to the last count; FILE.svg, FILE.json; alone: all names, and garbage; \
               #1 stands for an object of it in other commands",
        run: draw_graph,
    },
    Command {
        name: "leaks",
        usage: "[mark] [> FILE]",
        help: "mark: remembers what there is; afterwards: what has grown, and which usual leak is at work",
        run: leaks,
    },
];

fn leaks(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (text, file) = into_file(text);
    Ok(match text {
        "mark" => {
            let count = desk.vm.look("leaks", || leaks::mark(desk.vm));
            format!("marked {count} objects; let the program work, then %leaks\n")
        }
        "" => match (desk.vm.look("leaks", || leaks::leaks(desk.vm, &[])), file) {
            (None, _) => "there is no mark yet: %leaks mark, let the program work, then %leaks\n".into(),
            (Some(found), Some(file)) => write_text(file, || found.json(), || found.to_string()),
            (Some(found), None) => found.to_string(),
        },
        _ => "%leaks mark remembers, %leaks shows what has grown since\n".into(),
    })
}

fn refs(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (text, file) = into_file(text);
    desk.with_object("refs", text, |obj| {
        let found = ledger(desk.vm, obj, 1, &[]);
        let svg = || found.picture(desk.vm, obj, 1, &[]).svg();
        match file {
            Some(file) => write_file(file, svg, || ledger_json(&found), || found.to_string()),
            None => found.to_string(),
        }
    })
}

fn why_alive(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (text, file) = into_file(text);
    desk.with_object("why", text, |obj| {
        let found = why(desk.vm, obj, 1, &[]);
        let svg = || found.picture(desk.vm, obj, 1, &[]).svg();
        match file {
            Some(file) => write_file(file, svg, || why_json(&found), || found.to_string()),
            None => found.to_string(),
        }
    })
}

fn draw_graph(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (text, file) = into_file(text);
    let found = match text {
        "" => desk.vm.look("graph", || everything(desk.vm, desk.main, &[])),
        text => match desk.object("graph", text) {
            Ok(obj) => desk.vm.look("graph", || graph(desk.vm, &obj, 1, &[])),
            Err(said) => return said,
        },
    };
    *desk.session.shown.borrow_mut() = found.nodes.iter().map(|node| node.address).collect();
    let Some(file) = file else {
        return Ok(if found.nodes.is_empty() { "no names yet, and no garbage\n".into() } else { found.to_string() });
    };
    let written = write_file(file, || found.svg(), || stdlib::glass::graph::graph_json(&found), || found.to_string());
    Ok(if written.starts_with("written") { format!("{} objects {written}", found.nodes.len()) } else { written })
}

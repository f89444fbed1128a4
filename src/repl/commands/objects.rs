//! Commands that look at one object: who holds it, why it is alive.

use super::{Command, Desk};
use runtime::PyResult;
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
];

fn refs(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    desk.with_value("refs", text, |obj| ledger(desk.vm, obj, 1, &[]).to_string())
}

fn why_alive(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    desk.with_value("why", text, |obj| why(desk.vm, obj, &[]).to_string())
}

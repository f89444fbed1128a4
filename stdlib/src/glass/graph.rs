//! The object graph as a call, as JSON, and into a file.

use super::form::answer_or_draw;
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::inspect::graph::{Graph, Target, everything, graph};
use runtime::inspect::json::quoted;
use runtime::native::Args;
use runtime::vm::Vm;
use std::fmt::Write as _;

/// `pyglass.graph(obj, form='text', svg=None)`; without an object everything that the caller's globals reach.
pub fn graph_of(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let values = args.positional();
    let (mut form, mut file) = (values.get(1), None);
    for (key, value) in args.keywords() {
        match vm.str_of_text(key)?.as_str() {
            "form" => form = Some(value),
            "svg" => file = Some(vm.expect_str(value, "graph() argument 'svg'")?.into_owned()),
            other => return Err(vm.type_error(format!("'{other}' is an invalid keyword argument for graph()"))),
        }
    }
    let found = vm.look("graph", || match (values.first(), vm.current_globals()) {
        (Some(obj), _) => graph(vm, obj, vm.counts_of_handle(obj), &[std::ptr::from_ref(obj)]),
        (None, Some(globals)) => everything(vm, &globals, &[]),
        (None, None) => Graph::default(),
    });
    if let Some(file) = file {
        std::fs::write(&file, found.svg()).map_err(|error| vm.os_error(&error, Some(&vm.str(&file))))?;
        return Ok(vm.none());
    }
    answer_or_draw(vm, form, &found.to_string(), || graph_json(&found), || found.svg())
}

/// The graph as JSON: objects with what they hold; `to` is an index into the objects.
pub fn graph_json(found: &Graph) -> String {
    let mut out = String::from("{\"objects\": [");
    for (n, node) in found.nodes.iter().enumerate() {
        let comma = if n > 0 { ", " } else { "" };
        let generation = node.generation.map_or("null".to_string(), |n| n.to_string());
        let names: Vec<String> = node.held_by.iter().map(|name| quoted(name)).collect();
        let _ = write!(
            out,
            "{comma}{{\"object\": {}, \"address\": {}, \"count\": {}, \"generation\": {generation}, \"bytes\": {}, \
             \"garbage\": {}, \"held_by\": [{}], \"more_holders\": {}, \"more_rows\": {}, \"holds\": [",
            quoted(&node.title),
            node.address,
            node.count,
            node.bytes,
            node.garbage,
            names.join(", "),
            node.more_holders,
            node.more_rows
        );
        let rows = node.rows.iter().map(|row| {
            let target = match &row.target {
                Target::Value(value) => format!("\"value\": {}", quoted(value)),
                Target::Node(to) => format!("\"to\": {to}, \"weak\": false"),
                Target::Weak(to) => format!("\"to\": {to}, \"weak\": true"),
            };
            format!("{{\"place\": {}, {target}}}", quoted(&row.label))
        });
        out += &rows.collect::<Vec<_>>().join(", ");
        out += "]}";
    }
    let _ = write!(out, "], \"asked_for\": {}, \"not_shown\": {}}}", found.starts, found.omitted);
    out
}

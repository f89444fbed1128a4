//! `pyglass`: the instruments as Python calls. Each prints its report; `form="json"` returns it as a text instead.

use crate::io::fds;
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::inspect::ledger::{Ledger, ledger};
use runtime::inspect::why::{Why, why};
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;
use std::fmt::Write as _;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "pyglass",
    doc: Some("The instruments of pyglass: who holds an object, and why it is alive."),
    functions: FUNCTIONS,
    init: |_, _| Ok(()),
};

static FUNCTIONS: &[Method] = &[
    Method::new("refs(obj, /, form='text')", Fun::Pos(1, 2, refs)),
    Method::new("why(obj, /, form='text')", Fun::Pos(1, 2, why_alive)),
];

fn refs(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let found = ledger(vm, &args[0], 1, &[std::ptr::from_ref(&args[0])]);
    answer(vm, args.get(1), &found.to_string(), || ledger_json(&found))
}

fn why_alive(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let found = why(vm, &args[0], &[std::ptr::from_ref(&args[0])]);
    answer(vm, args.get(1), &found.to_string(), || why_json(&found))
}

/// Prints the text behind what the program has written so far, or returns the JSON.
fn answer(vm: &Vm, form: Option<&ObjRef>, text: &str, json: impl FnOnce() -> String) -> PyResult {
    match form.map(|form| vm.str_of_text(form)).transpose()?.as_deref() {
        None | Some("text") => {
            print(vm, text)?;
            Ok(vm.none())
        }
        Some("json") => Ok(vm.str(json())),
        Some(other) => Err(vm.value_error(format!("form must be 'text' or 'json', not '{other}'"))),
    }
}

/// Writes to the standard output without making an object.
pub fn print(vm: &Vm, text: &str) -> PyResult<()> {
    if let Some(stdout) = vm.get_attr_opt(&vm.import("sys")?, &vm.intern("stdout"))?
        && !vm.is_none(&stdout)
    {
        vm.call_method_str(&stdout, "flush", &[])?;
    }
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        match fds::write(vm, 1, rest)? {
            Ok(written) => rest = &rest[written..],
            Err(errno) => return Err(vm.os_error(&errno.into(), None)),
        }
    }
    Ok(())
}

/// The ledger as JSON.
pub fn ledger_json(found: &Ledger) -> String {
    let mut out = format!(
        "{{\"object\": {}, \"address\": {}, \"count\": {}, \"unnamed\": {}, \"weak\": {}, \"holders\": [",
        quoted(&found.object),
        found.address,
        found.count,
        found.unnamed,
        found.weak
    );
    for (n, entry) in found.entries.iter().enumerate() {
        let comma = if n > 0 { ", " } else { "" };
        let (place, counts, seen) = (quoted(&entry.place), entry.counts, entry.seen_by_gc);
        let _ = write!(out, "{comma}{{\"place\": {place}, \"counts\": {counts}, \"seen_by_gc\": {seen}}}");
    }
    out + "]}"
}

/// The chain as JSON.
pub fn why_json(found: &Why) -> String {
    let chain: Vec<String> = found.chain.iter().map(|place| quoted(place)).collect();
    format!(
        "{{\"object\": {}, \"garbage\": {}, \"retained_objects\": {}, \"retained_bytes\": {}, \"chain\": [{}]}}",
        quoted(&found.object),
        found.garbage,
        found.retained_objects,
        found.retained_bytes,
        chain.join(", ")
    )
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

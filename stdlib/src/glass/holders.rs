//! Who holds an object, and why it is alive.

use super::form::{answer, asked};
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::inspect::json::quoted;
use runtime::inspect::ledger::{Ledger, ledger};
use runtime::inspect::why::{Why, why};
use runtime::native::Args;
use runtime::vm::Vm;
use std::fmt::Write as _;

/// `pyglass.refs(obj, form)`
pub fn refs(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "refs", &args, 1..3)?;
    let found = vm.look("refs", || ledger(vm, &values[0], 1, &[std::ptr::from_ref(&values[0])]));
    answer(vm, form.or(values.get(1)), &found.to_string(), || ledger_json(&found))
}

/// `pyglass.why(obj, form)`
pub fn why_alive(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "why", &args, 1..3)?;
    let found = vm.look("why", || why(vm, &values[0], &[std::ptr::from_ref(&values[0])]));
    answer(vm, form.or(values.get(1)), &found.to_string(), || why_json(&found))
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

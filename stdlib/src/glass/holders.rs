//! Who holds an object, and why it is alive.

use super::form::{answer, quoted};
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::inspect::ledger::{Ledger, ledger};
use runtime::inspect::why::{Why, why};
use runtime::vm::Vm;
use std::fmt::Write as _;

/// `pyglass.refs(obj, form)`
pub fn refs(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let found = ledger(vm, &args[0], 1, &[std::ptr::from_ref(&args[0])]);
    answer(vm, args.get(1), &found.to_string(), || ledger_json(&found))
}

/// `pyglass.why(obj, form)`
pub fn why_alive(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let found = why(vm, &args[0], &[std::ptr::from_ref(&args[0])]);
    answer(vm, args.get(1), &found.to_string(), || why_json(&found))
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

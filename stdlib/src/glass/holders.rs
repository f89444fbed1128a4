//! Who holds an object, and why it is alive.

use super::form::{answer_or_draw, asked};
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::inspect::json::{list, quoted};
use runtime::inspect::ledger::{Ledger, ledger};
use runtime::inspect::why::{Why, why};
use runtime::native::Args;
use runtime::vm::Vm;
use std::fmt::Write as _;

/// `pyglass.refs(obj, form)`
pub fn refs(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "refs", &args, 1..3)?;
    let (target, registers) = (&values[0], [std::ptr::from_ref(&values[0])]);
    let asking = vm.counts_of_handle(target);
    let found = vm.look("refs", || ledger(vm, target, asking, &registers));
    let svg = || vm.look("refs", || found.picture(vm, target, asking, &registers).svg());
    answer_or_draw(vm, form.or(values.get(1)), &found.to_string(), || ledger_json(&found), svg)
}

/// `pyglass.why(obj, form)`
pub fn why_alive(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "why", &args, 1..3)?;
    let (target, registers) = (&values[0], [std::ptr::from_ref(&values[0])]);
    let asking = vm.counts_of_handle(target);
    let found = vm.look("why", || why(vm, target, asking, &registers));
    let svg = || vm.look("why", || found.picture(vm, target, asking, &registers).svg());
    answer_or_draw(vm, form.or(values.get(1)), &found.to_string(), || why_json(&found), svg)
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

/// The chains as JSON; `chain` is the shortest one.
pub fn why_json(found: &Why) -> String {
    let chains = list(&found.chains, |chain| list(chain, |place| quoted(place)));
    let chain = list(found.chains.first().into_iter().flatten(), |place| quoted(place));
    let deletions = list(&found.deletions, |deletion| {
        let place = quoted(&deletion.place);
        format!("{{\"place\": {place}, \"objects\": {}, \"bytes\": {}}}", deletion.objects, deletion.bytes)
    });
    format!(
        "{{\"object\": {}, \"garbage\": {}, \"temporary\": {}, \"retained_objects\": {}, \"retained_bytes\": {}, \"cyclic\": {}, \
         \"chain\": {chain}, \"chains\": {chains}, \"deletions\": {deletions}}}",
        quoted(&found.object),
        found.garbage,
        found.temporary,
        found.retained_objects,
        found.retained_bytes,
        found.cyclic
    )
}

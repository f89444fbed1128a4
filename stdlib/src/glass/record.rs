//! The recorder as calls: `record`, `watch`, `timeline`.

use super::form::{answer_or_draw, asked};
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::inspect::json::{list, quoted};
use runtime::inspect::record::{Recorder, Telling, Timeline, Watch};
use runtime::native::Args;
use runtime::vm::Vm;
use std::io::{BufWriter, Write};

/// Writes a record to a file, as JSON lines.
pub fn write(vm: &Vm, recorder: &Recorder, file: &str) -> std::io::Result<()> {
    let mut out = BufWriter::new(std::fs::File::create(file)?);
    recorder.write(vm.heap.profile().release, &mut out)?;
    out.flush()
}

/// `pyglass.record(what=True, /)`: on, off, or the name of a file to write what was recorded.
pub fn record(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, _) = asked(vm, "record", &args, 0..2)?;
    let what = values.first();
    if let Some(file) = what.filter(|what| vm.is_str(what)) {
        let recorder = vm.recorder().filter(|_| vm.is_recording());
        let Some(recorder) = recorder else {
            return Err(vm.value_error("nothing is recorded: pyglass.record() first"));
        };
        let file = vm.lossy(file);
        write(vm, &recorder, &file).map_err(|error| vm.os_error(&error, Some(&vm.str(&file))))?;
        return Ok(vm.none());
    }
    if what.map_or(Ok(true), |what| vm.truth(what))? {
        vm.start_recording(vm.current_globals().as_ref());
    } else {
        vm.end_record();
    }
    Ok(vm.none())
}

/// `pyglass.watch(obj, /)`: tells on standard error what becomes of it; without an object of everything; None ends it.
pub fn watch(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, _) = asked(vm, "watch", &args, 0..2)?;
    match values.first() {
        None => vm.watch(Watch::All, Telling::Stderr),
        Some(none) if vm.is_none(none) => vm.watch(Watch::Off, Telling::Stderr),
        Some(obj) => {
            if !vm.watch_also(obj, vm.counts_of_handle(obj) as isize, "", Telling::Stderr) {
                return Err(vm.value_error("it is never freed, or too many objects are followed"));
            }
        }
    }
    Ok(vm.none())
}

/// `pyglass.timeline(obj, /, form='text')`
pub fn timeline(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "timeline", &args, 1..3)?;
    let found = vm.look("timeline", || vm.timeline(&values[0], vm.counts_of_handle(&values[0])));
    answer_or_draw(vm, form.or(values.get(1)), &found.to_string(), || timeline_json(&found), || found.svg())
}

pub fn timeline_json(found: &Timeline) -> String {
    let rows = list(&found.rows, |row| {
        let (text, reason) = (quoted(&row.text), quoted(&row.reason));
        format!(
            "{{\"step\": {}, \"line\": {}, \"text\": {text}, \"from\": {}, \"to\": {}, \"reason\": {reason}}}",
            row.step, row.line, row.from, row.to
        )
    });
    let (object, count, recorded) = (quoted(&found.object), found.count, found.recorded);
    format!("{{\"object\": {object}, \"count\": {count}, \"recorded\": {recorded}, \"changes\": {rows}}}")
}

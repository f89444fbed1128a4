//! Commands about what happened: the recorder, the watch, the timeline.

use super::{Command, Desk, into_file, write_file};
use crate::files::reason;
use runtime::PyResult;
use runtime::inspect::record::{EVENTS, FOLLOWED, Telling, Watch};
use stdlib::glass::record::timeline_json;

pub const COMMANDS: &[Command] = &[
    Command {
        name: "watch",
        usage: "EXPRESSION | all | off",
        help: "after each statement: whose count changed and why, what was born, what died",
        run: watch,
    },
    Command {
        name: "record",
        usage: "on | off | FILE.jsonl",
        help: "records births, deaths, counts, finalizers and collections; writes them to a file",
        run: record,
    },
    Command {
        name: "timeline",
        usage: "EXPRESSION [> FILE]",
        help: "when its count changed, and who did it (%record on first)",
        run: timeline,
    },
];

fn watch(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let vm = desk.vm;
    match text {
        "" => Ok("%watch x follows x, %watch all everything, %watch off ends it\n".into()),
        "off" => {
            vm.watch(Watch::Off, Telling::Gathered);
            Ok("nothing is watched any more\n".into())
        }
        "all" => {
            vm.watch(Watch::All, Telling::Gathered);
            Ok("watching everything; %watch off ends it\n".into())
        }
        text => {
            let obj = match desk.object("watch", text) {
                Ok(obj) => obj,
                Err(said) => return said,
            };
            let count = obj.refcount() - 1;
            let (kind, addr) = (vm.type_name(&obj), obj.addr());
            if count == 0 {
                return Ok(format!(
                    "nobody holds this {kind}: it goes when the command is done; give it a name first\n"
                ));
            }
            Ok(match vm.watch_also(&obj, 1, text, Telling::Gathered) {
                true => format!("watching {kind} {addr:#x} ({text}), count {count}\n"),
                false if vm.heap.is_static(&obj) => {
                    format!("every program shares {text}, which is never freed: its count tells nothing\n")
                }
                false => format!("{FOLLOWED} objects are followed already; %watch off lets them go\n"),
            })
        }
    }
}

const OFF: &str = "not recording: type %record on, let something happen, then %timeline NAME or %record FILE.jsonl\n";

fn record(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let vm = desk.vm;
    match text {
        "on" => {
            vm.start_recording(Some(desk.main));
            Ok(format!("recording: the latest {EVENTS} events, counts of up to {FOLLOWED} objects at a time\n"))
        }
        "off" => {
            vm.end_record();
            Ok("not recording\n".into())
        }
        file => {
            let Some(recorder) = vm.recorder().filter(|_| vm.is_recording()) else { return Ok(OFF.into()) };
            if !file.is_empty() && !file.contains('.') {
                return Ok("%record on, %record off, or %record FILE.jsonl\n".into());
            }
            let (events, dropped) = recorder.size();
            let dropped = if dropped > 0 { format!(", {dropped} older ones dropped") } else { String::new() };
            if file.is_empty() {
                return Ok(format!("recording: {events} events{dropped}\n"));
            }
            Ok(match stdlib::glass::record::write(vm, &recorder, file) {
                Ok(()) => format!("{events} events in {file}{dropped}\n"),
                Err(error) => format!("{file} cannot be written: {}\n", reason(&error)),
            })
        }
    }
}

fn timeline(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    if !desk.vm.is_recording() {
        return Ok(OFF.into());
    }
    let (text, file) = into_file(text);
    desk.with_object("timeline", text, |obj| {
        let found = desk.vm.timeline(obj, 1);
        match file {
            Some(file) => write_file(file, || found.svg(), || timeline_json(&found), || found.to_string()),
            None => found.to_string(),
        }
    })
}

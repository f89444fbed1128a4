//! What was recorded, as text and as JSON lines.

use super::{EVENTS, Event, FORMAT, Known, Recorder, Telling, Watch, What};
use crate::inspect::json::quoted;
use crate::vm::Vm;
use gc::ObjRef;
use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::io::{self, Write};

/// What became of one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// `Node 0x7f…`.
    pub object: String,
    /// Its count now.
    pub count: usize,
    /// Whether anything is known of it.
    pub recorded: bool,
    /// Line, its text, the count before and after (none before it was born), why.
    pub rows: Vec<Row>,
}

/// One change of an object's count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which turn of a line.
    pub step: u64,
    /// The line.
    pub line: u32,
    /// What stands there.
    pub text: String,
    /// The count before.
    pub from: isize,
    /// The count after.
    pub to: isize,
    /// `global a`.
    pub reason: String,
}

impl Vm {
    /// The timeline of an object; `asking` of its counts belong to the question.
    pub fn timeline(&self, obj: &ObjRef, asking: usize) -> Timeline {
        let object = crate::inspect::titles::plain(self, obj);
        let count = (obj.refcount() as usize).saturating_sub(asking);
        let mut timeline = Timeline { object, count, recorded: false, rows: Vec::new() };
        let Some(recorder) = self.recorder() else { return timeline };
        let Some(Known { object, .. }) = recorder.known.borrow().get(&obj.addr()).copied() else { return timeline };
        timeline.recorded = true;
        for event in recorder.ring.borrow().events.iter() {
            let (from, to, reason) = match event.what {
                What::Born { object: o, .. } if o == object => (0, 1, "born".to_string()),
                What::Count { object: o, from, to, reason, .. } if o == object => {
                    (from, to, recorder.name(reason).to_string())
                }
                What::Finalizer { object: o, .. } if o == object => (0, 0, "__del__ runs".to_string()),
                _ => continue,
            };
            let text = recorder.text_of(event);
            timeline.rows.push(Row { step: event.step, line: event.line, text, from, to, reason });
        }
        timeline
    }
}

impl fmt::Display for Timeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.recorded {
            return writeln!(f, "{}: nothing is recorded of it", self.object);
        }
        writeln!(f, "{}: count {}", self.object, self.count)?;
        let width = self.rows.iter().map(|row| row.reason.chars().count()).max().unwrap_or(0);
        for row in &self.rows {
            let change = if row.from == row.to { String::new() } else { format!("{} → {}", row.from, row.to) };
            let line = format!("  line {:<4} {change:<9} {:<width$}  {}", row.line, row.reason, row.text);
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

impl Recorder {
    /// The name of a file; what is typed has one name.
    fn file(&self, number: u32) -> std::rc::Rc<str> {
        let name = self.name(number);
        if name.starts_with("<stdin>") { "<stdin>".into() } else { name }
    }

    fn text_of(&self, event: &Event) -> String {
        self.lines.borrow_mut().line(&self.name(event.file), event.line)
    }

    /// How many events there are, and how many had to make room.
    pub fn size(&self) -> (usize, u64) {
        let ring = self.ring.borrow();
        (ring.events.len(), ring.dropped)
    }

    /// Writes the record: a line of JSON about it, then one an event, oldest first.
    pub fn write(&self, python: &str, out: &mut dyn Write) -> io::Result<()> {
        let ring = self.ring.borrow();
        writeln!(
            out,
            "{{\"format\": {FORMAT}, \"python\": {}, \"events\": {}, \"dropped\": {}, \"limit\": {EVENTS}}}",
            quoted(python),
            ring.events.len(),
            ring.dropped
        )?;
        ring.events.iter().try_for_each(|event| writeln!(out, "{}", self.json(event)))
    }

    fn json(&self, event: &Event) -> String {
        let Event { step, file, line, what } = event;
        let mut out =
            format!("{{\"step\": {step}, \"file\": {}, \"line\": {line}, ", quoted(self.file(*file).as_ref()));
        let head = |what: &str, object: &u64, addr: &usize, kind: &u32| {
            let kind = quoted(&self.name(*kind));
            format!("\"event\": \"{what}\", \"object\": {object}, \"id\": {addr}, \"type\": {kind}")
        };
        out += &match what {
            What::Born { object, addr, kind, bytes } => {
                format!("{}, \"bytes\": {bytes}", head("born", object, addr, kind))
            }
            What::Died { object, addr, kind, reason } => {
                format!("{}, \"reason\": {}", head("died", object, addr, kind), quoted(&self.name(*reason)))
            }
            What::Count { object, addr, kind, from, to, reason } => format!(
                "{}, \"from\": {from}, \"to\": {to}, \"reason\": {}",
                head("count", object, addr, kind),
                quoted(&self.name(*reason))
            ),
            What::Finalizer { object, addr, kind } => head("finalizer", object, addr, kind),
            What::Callback { object, addr, kind } => head("weakref callback", object, addr, kind),
            What::Collection { generation, collected, uncollectable } => format!(
                "\"event\": \"collection\", \"generation\": {generation}, \"collected\": {collected}, \
                 \"uncollectable\": {uncollectable}"
            ),
        };
        out + "}"
    }

    /// Tells a watcher what a line did.
    pub(super) fn tell_step(&self, events: &[Event]) {
        let watch = self.watch.borrow();
        let chosen = match &*watch {
            Watch::Off => return,
            Watch::All => None,
            Watch::These(these) => Some(these),
        };
        let body = self.step_text(events, chosen);
        drop(watch);
        let Some(first) = events.first().filter(|_| !body.is_empty()) else { return };
        let title = format!("line {}: {}", first.line, self.text_of(first));
        let text = format!("{}\n{body}", title.trim_end());
        match self.telling.get() {
            Telling::Gathered => self.told.borrow_mut().push_str(&text),
            // Past the program's own stream, which is an object of the observed heap.
            Telling::Stderr => eprint!("{text}"),
        }
    }

    /// What a line did, as lines of text; empty if it is not worth a word.
    fn step_text(&self, events: &[Event], chosen: Option<&HashMap<usize, String>>) -> String {
        let passing = passing(events);
        let births =
            events.iter().filter(|event| matches!(event.what, What::Born { object, .. } if !passing.contains(&object)));
        let many = births.count() > MANY;
        let title = |addr: &usize, kind: &u32| {
            let words = chosen.and_then(|these| these.get(addr)).filter(|words| !words.is_empty());
            format!("{} {addr:#x}{}", self.name(*kind), words.map_or(String::new(), |words| format!(" ({words})")))
        };
        let mut out = String::new();
        let mut born: Vec<(u32, usize)> = Vec::new();
        for event in events {
            let _ = match &event.what {
                What::Born { object, kind, .. } if many && !passing.contains(object) => {
                    match born.iter_mut().find(|(known, _)| known == kind) {
                        Some((_, count)) => *count += 1,
                        None => born.push((*kind, 1)),
                    }
                    Ok(())
                }
                What::Born { object, addr, kind, bytes } if !passing.contains(object) => {
                    writeln!(out, "    born   {}, {bytes} bytes", title(addr, kind))
                }
                What::Died { object, addr, kind, reason } if !passing.contains(object) => {
                    writeln!(out, "    died   {}: {}", title(addr, kind), self.name(*reason))
                }
                What::Count { object, addr, kind, from, to, reason }
                    if !passing.contains(object) && self.tells_counts_of(addr, *kind, chosen) =>
                {
                    writeln!(out, "    {:<6} {}: {}", format!("{from} → {to}"), title(addr, kind), self.name(*reason))
                }
                What::Finalizer { addr, kind, .. } => writeln!(out, "    __del__ of {}", title(addr, kind)),
                What::Callback { addr, kind, .. } => writeln!(out, "    callback of {}", title(addr, kind)),
                What::Collection { generation, collected, .. } => {
                    writeln!(out, "    collection of generation {generation}: {collected} objects")
                }
                _ => Ok(()),
            };
        }
        if many {
            born.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let kinds: Vec<String> = born.iter().map(|(kind, count)| format!("{count} {}", self.name(*kind))).collect();
            let _ = writeln!(out, "    born   {}", kinds.join(", "));
        }
        out
    }

    /// Whether a watch tells the counts of an object: of those chosen; if none are, of data, not of functions and classes.
    fn tells_counts_of(&self, addr: &usize, kind: u32, chosen: Option<&HashMap<usize, String>>) -> bool {
        match chosen {
            Some(these) => these.contains_key(addr),
            None => !["type", "function", "module", "builtin_function_or_method"].contains(&&*self.name(kind)),
        }
    }
}

/// More births than this in a line are told by type.
const MANY: usize = 6;

/// Objects that are born and die in the same line: not worth a word.
fn passing(events: &[Event]) -> Vec<u64> {
    let died =
        |object: u64| events.iter().any(|event| matches!(event.what, What::Died { object: o, .. } if o == object));
    let born = events.iter().filter_map(|event| match event.what {
        What::Born { object, .. } => Some(object),
        _ => None,
    });
    born.filter(|object| died(*object)).collect()
}

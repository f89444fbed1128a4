//! What was recorded, as text and as JSON lines.

use super::{EVENTS, Event, FORMAT, Recorder, Telling, Thing, Watch, What};
use crate::inspect::chart::{Cell, Tone, table};
use crate::inspect::json::quoted;
use crate::vm::Vm;
use gc::ObjRef;
use std::collections::{HashMap, HashSet};
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
        let Some(thing) = recorder.known.borrow().get(&obj.addr()).copied() else { return timeline };
        timeline.recorded = true;
        for event in recorder.ring.borrow().events.iter() {
            if event.what.thing().is_none_or(|other| other.object != thing.object) {
                continue;
            }
            let (from, to, reason) = match event.what {
                What::Born { .. } => (0, 1, "born".to_string()),
                What::Met { count, .. } => (count, count, "here already".to_string()),
                What::Count { from, to, reason, .. } => (from, to, recorder.name(reason).to_string()),
                What::Finalizer { .. } => (0, 0, "__del__ runs".to_string()),
                What::Callback { .. } => (0, 0, "its callback is called".to_string()),
                What::Died { .. } | What::Collection { .. } => continue,
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
            let change = match (row.from, row.to) {
                (0, 0) => String::new(),
                (from, to) if from == to => to.to_string(),
                (from, to) => format!("{from} → {to}"),
            };
            let line = format!("  line {:<4} {change:<9} {:<width$}  {}", row.line, row.reason, row.text);
            writeln!(f, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

impl Timeline {
    /// As a picture: a row for each change, the count as so many marks.
    pub fn svg(&self) -> String {
        let row = |row: &Row| {
            let (tone, change) = match (row.from, row.to) {
                (0, 0) => (Tone::Plain, String::new()),
                (from, to) if from == to => (Tone::Plain, to.to_string()),
                (from, to) => (if to > from { Tone::Good } else { Tone::Bad }, format!("{from} → {to}")),
            };
            let marks = match row.to {
                0..=MARKS => "●".repeat(row.to as usize),
                more => format!("{}… {more}", "●".repeat(MARKS as usize)),
            };
            vec![
                Cell::new(Tone::Quiet, format!("line {}", row.line)),
                Cell::new(tone, change),
                Cell::new(Tone::Plain, marks),
                Cell::new(Tone::Plain, &*row.reason),
                Cell::new(Tone::Quiet, &*row.text),
            ]
        };
        let rows: Vec<Vec<Cell>> = self.rows.iter().map(row).collect();
        let title = format!("{}: count {}", self.object, self.count);
        let legend = "each ● is one count after the change; read from top to bottom";
        table(&title, &["where", "change", "count", "why", "the line"], &rows, legend)
    }
}

/// Marks shown for a count.
const MARKS: isize = 12;

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
        let head = |what: &str, thing: &Thing| {
            let Thing { object, addr, kind, value } = *thing;
            let kind = quoted(&self.name(kind));
            let value = if value > 0 { format!(", \"value\": {}", quoted(&self.name(value))) } else { String::new() };
            format!("\"event\": \"{what}\", \"object\": {object}, \"id\": {addr}, \"type\": {kind}{value}")
        };
        out += &match what {
            What::Born { thing, bytes } => format!("{}, \"bytes\": {bytes}", head("born", thing)),
            What::Met { thing, count } => format!("{}, \"count\": {count}", head("met", thing)),
            What::Died { thing, reason } => {
                format!("{}, \"reason\": {}", head("died", thing), quoted(&self.name(*reason)))
            }
            What::Count { thing, from, to, reason } => format!(
                "{}, \"from\": {from}, \"to\": {to}, \"reason\": {}",
                head("count", thing),
                quoted(&self.name(*reason))
            ),
            What::Finalizer { thing } => head("finalizer", thing),
            What::Callback { thing } => head("weakref callback", thing),
            What::Collection { generation, collected, uncollectable } => format!(
                "\"event\": \"collection\", \"generation\": {generation}, \"collected\": {collected}, \
                 \"uncollectable\": {uncollectable}"
            ),
        };
        out + "}"
    }

    /// Tells a watcher what a line did.
    pub(super) fn tell_step(&self, vm: &Vm, events: &[Event]) {
        let watch = self.watch.borrow();
        let chosen = match &*watch {
            Watch::Off => return,
            Watch::All => None,
            Watch::These(these) => Some(these),
        };
        let body = self.step_text(events, chosen);
        drop(watch);
        // What happens outside of the program's lines is not its doing.
        let Some(first) = events.iter().find(|event| event.line > 0).filter(|_| !body.is_empty()) else { return };
        let title = format!("line {}: {}", first.line, self.text_of(first));
        let text = format!("{}\n{body}", title.trim_end());
        match self.telling.get() {
            Telling::Gathered => self.told.borrow_mut().push_str(&text),
            // Past the program's own stream, which is an object of the observed heap.
            Telling::Stderr => vm.tell_stderr(&text),
        }
    }

    /// What a line did, as lines of text; empty if it is not worth a word.
    fn step_text(&self, events: &[Event], chosen: Option<&HashMap<usize, String>>) -> String {
        let passing = passing(events);
        let births = events.iter().filter(|event| match event.what {
            What::Born { thing, .. } => !passing.contains(&thing.object),
            _ => false,
        });
        let many = births.count() > MANY;
        let title = |thing: &Thing| self.title(thing, chosen);
        let mut out = String::new();
        let mut born: Vec<(u32, usize)> = Vec::new();
        for event in events {
            if event.what.thing().is_some_and(|thing| passing.contains(&thing.object)) && !event.what.runs_python() {
                continue;
            }
            let _ = match &event.what {
                What::Born { thing, .. } if many => {
                    match born.iter_mut().find(|(known, _)| *known == thing.kind) {
                        Some((_, count)) => *count += 1,
                        None => born.push((thing.kind, 1)),
                    }
                    Ok(())
                }
                What::Born { thing, bytes } => writeln!(out, "    born   {}, {bytes} bytes", title(thing)),
                What::Died { thing, reason } => writeln!(out, "    died   {}: {}", title(thing), self.name(*reason)),
                What::Count { thing, from, to, reason } if self.tells_counts_of(thing, chosen) => {
                    writeln!(out, "    {:<6} {}: {}", format!("{from} → {to}"), title(thing), self.name(*reason))
                }
                What::Finalizer { thing } => writeln!(out, "    __del__ of {}", title(thing)),
                What::Callback { thing } => writeln!(out, "    callback of {}", title(thing)),
                What::Collection { generation, collected, .. } => {
                    writeln!(out, "    collection of generation {generation}: {collected} objects")
                }
                What::Met { .. } | What::Count { .. } => Ok(()),
            };
        }
        let lines: Vec<&str> = out.lines().collect();
        if chosen.is_none() && lines.len() > LINES {
            let shown: String = lines[..LINES].iter().map(|line| format!("{line}\n")).collect();
            out = format!("{shown}    … and {} more changes\n", lines.len() - LINES);
        }
        if many {
            born.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let kinds: Vec<String> = born.iter().map(|(kind, count)| format!("{count} {}", self.name(*kind))).collect();
            let _ = writeln!(out, "    born   {}", kinds.join(", "));
        }
        out
    }

    /// `list 0x…`, `str 0x… 'abc'`, with the words that the program has for what was asked for.
    fn title(&self, thing: &Thing, chosen: Option<&HashMap<usize, String>>) -> String {
        let words = chosen.and_then(|these| these.get(&thing.addr)).filter(|words| !words.is_empty());
        let words = words.map_or(String::new(), |words| format!(" ({words})"));
        let value = if thing.value > 0 { format!(" {}", self.name(thing.value)) } else { String::new() };
        format!("{} {:#x}{value}{words}", self.name(thing.kind), thing.addr)
    }

    /// Whether a watch tells the counts of an object: of those chosen; if none are, of data, not of functions and classes.
    fn tells_counts_of(&self, thing: &Thing, chosen: Option<&HashMap<usize, String>>) -> bool {
        match chosen {
            Some(these) => these.contains_key(&thing.addr),
            None => !["type", "function", "module", "builtin_function_or_method"].contains(&&*self.name(thing.kind)),
        }
    }
}

impl What {
    /// Whether code of the program is called for it.
    fn runs_python(&self) -> bool {
        matches!(self, What::Finalizer { .. } | What::Callback { .. })
    }
}

/// More changes than this in a line are counted.
const LINES: usize = 12;
/// More births than this in a line are told by type.
const MANY: usize = 6;

/// Objects that are born and die in the same line: not worth a word.
fn passing(events: &[Event]) -> HashSet<u64> {
    let died = events.iter().filter_map(|event| match event.what {
        What::Died { thing, .. } => Some(thing.object),
        _ => None,
    });
    let died: HashSet<u64> = died.collect();
    let born = events.iter().filter_map(|event| match event.what {
        What::Born { thing, .. } => Some(thing.object),
        _ => None,
    });
    born.filter(|object| died.contains(object)).collect()
}

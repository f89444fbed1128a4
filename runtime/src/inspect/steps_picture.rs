//! One collection as a picture: a row for each of the program's objects, a column for each pass.

use super::chart::{Cell, Tone, table};
use super::steps::{Line, Pass, Record};

/// Rows shown.
const SHOWN: usize = 60;

impl Record {
    /// As an SVG document.
    pub fn svg(&self) -> String {
        let pass = |name: &str| self.passes.iter().find(|pass| pass.name == name);
        let objects = pass("update_refs").map_or(&[][..], |pass| &pass.lines);
        let rows: Vec<Vec<Cell>> = objects.iter().take(SHOWN).map(|object| self.row(object)).collect();
        let more =
            if objects.len() > SHOWN { format!("; {} more objects", objects.len() - SHOWN) } else { String::new() };
        let title = format!(
            "collecting generation {} and younger: {} objects, {} of them the program's own; {} unreachable",
            self.generation, self.examined, self.own, self.collected
        );
        let legend = format!(
            "gc_refs: the count, less one for each reference from inside; 0 left: nothing outside holds it{more}"
        );
        let heads = ["object", "update_refs", "subtract_refs", "held from inside by", "move_unreachable", "then"];
        table(&title, &heads, &rows, &legend)
    }

    fn row(&self, object: &Line) -> Vec<Cell> {
        let of = |name: &str| -> Vec<&Line> {
            let pass: Option<&Pass> = self.passes.iter().find(|pass| pass.name == name);
            pass.map_or(&[][..], |pass| &pass.lines).iter().filter(|line| line.address == object.address).collect()
        };
        let number = |refs: Option<usize>| refs.map_or(String::new(), |refs| refs.to_string());
        let subtracted = of("subtract_refs");
        let holders = subtracted.iter().filter_map(|line| line.what.split_once("for ")).map(|(_, place)| place.trim());
        let holders: Vec<&str> = holders.collect();
        let moved = of("move_unreachable");
        let back = moved.iter().any(|line| line.what.starts_with("<- back"));
        let out = moved.iter().any(|line| line.what == "-> unreachable");
        let mut then = Vec::new();
        for (name, word) in [("handle_weakrefs", "weak references cleared"), ("finalize_garbage", "finalizer runs")] {
            if !of(name).is_empty() {
                then.push(word);
            }
        }
        then.extend(of("handle_resurrected").iter().map(|line| line.what.as_str()));
        then.extend(of("delete_garbage").iter().map(|line| line.what.as_str()));
        vec![
            Cell::new(Tone::Plain, &*object.object),
            Cell::new(Tone::Count, number(object.refs)),
            Cell::new(Tone::Count, number(subtracted.last().map_or(object.refs, |line| line.refs))),
            Cell::new(Tone::Quiet, brief(&holders)),
            match (out, back) {
                (true, true) => Cell::new(Tone::Good, "unreachable, and back: it stays"),
                (true, false) => Cell::new(Tone::Bad, "unreachable"),
                (false, _) => Cell::new(Tone::Good, "stays"),
            },
            Cell::new(Tone::Plain, then.join("; ")),
        ]
    }
}

/// The first two of some holders.
fn brief(holders: &[&str]) -> String {
    match holders {
        [] | [_] | [_, _] => holders.join(", "),
        [first, second, rest @ ..] => format!("{first}, {second} and {} more", rest.len()),
    }
}

//! Commands that look at the collector, and let it be looked at while it works.

use super::{Command, Desk, into_file, write_file};
use crate::repl::ask::{Key, at_terminal, key};
use gc::GENERATIONS;
use runtime::PyResult;
use runtime::inspect::record::Telling;
use runtime::inspect::steps::collect_recorded;
use std::io::Write as _;

pub const COMMANDS: &[Command] = &[
    Command {
        name: "gens",
        usage: "[> FILE]",
        help: "the collector's generations: objects, counts, thresholds, collections",
        run: generations,
    },
    Command {
        name: "gc",
        usage: "step [0|1|2] [> FILE] | watch [on|off]",
        help: "step: collects, pass by pass, on the program's own objects; watch: reports each collection",
        run: gc,
    },
];

fn gc(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (text, file) = into_file(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    Ok(match words[..] {
        ["step"] => step(desk, GENERATIONS - 1, file),
        ["step", number] => match number.parse() {
            Ok(generation) if generation < GENERATIONS => step(desk, generation, file),
            _ => "%gc step wants a generation: 0, 1 or 2\n".into(),
        },
        ["watch"] | ["watch", "on"] => {
            desk.vm.report_collections(true, Telling::Gathered, false);
            "each collection is reported from now on; %gc watch off ends it\n".into()
        }
        ["watch", "off"] => {
            desk.vm.report_collections(false, Telling::Gathered, false);
            "collections are no longer reported\n".into()
        }
        _ => "%gc step collects pass by pass, %gc watch reports each collection\n".into(),
    })
}

/// Collects, and shows the pages: to turn back and forth at a terminal, else one after the other; or writes a file.
fn step(desk: &Desk<'_>, generation: usize, file: Option<&str>) -> String {
    let Some(record) = collect_recorded(desk.vm, generation) else { return "a collection is running\n".into() };
    if let Some(file) = file {
        return write_file(file, || record.svg(), || record.json(), || record.to_string());
    }
    if !at_terminal() {
        return record.to_string();
    }
    turn_pages(&record.pages());
    String::new()
}

/// n, space and Enter turn forwards, p backwards, q ends.
fn turn_pages(pages: &[String]) {
    let mut at = 0;
    loop {
        let last = at + 1 == pages.len();
        let next = if last { "" } else { "[n]ext, " };
        print!("\n{}({} of {}) {next}[p]revious, [q]uit: ", pages[at], at + 1, pages.len());
        drop(std::io::stdout().flush());
        let key = key();
        println!();
        match key {
            None | Some(Key::Quit) => return,
            Some(Key::Back) => at = at.saturating_sub(1),
            Some(Key::On) if last => return,
            Some(Key::On) => at += 1,
        }
    }
}

fn generations(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (text, file) = into_file(text);
    if !text.is_empty() {
        return Ok("%gens takes no words but > FILE\n".into());
    }
    let found = desk.vm.look("gens", || desk.vm.generations());
    Ok(match file {
        Some(file) => write_file(file, || found.svg(), || found.json(), || found.to_string()),
        None => found.to_string(),
    })
}

//! `pyglass profiles`: what changed in CPython's memory model from release to release, out of the rows themselves.

use gc::{FIELDS, HeapProfile, ProfileField};
use std::ffi::OsString;

const HELP: &str = "\
usage: pyglass profiles

Shows every field of the memory models that differs between releases, and its value in each. A field can be set by
itself: pyglass --python 3.11+list.growth=3.8 script.py";

/// Runs the command; the exit status.
pub fn main(mut args: impl Iterator<Item = OsString>) -> i32 {
    match args.next() {
        None => {
            print!("{}", table());
            0
        }
        Some(help) if help == "-h" || help == "--help" => {
            println!("{HELP}");
            0
        }
        Some(other) => {
            eprintln!("profiles takes no argument {}\n{HELP}", other.to_string_lossy());
            2
        }
    }
}

fn table() -> String {
    let mut text = String::new();
    // Which release it is changes by nature.
    for field in FIELDS.iter().filter(|field| field.name != "release") {
        let values = values(field);
        if values.len() > 1 {
            text += &format!("{}: {}\n", field.name, field.sentence);
            values.iter().for_each(|(releases, words)| text += &format!("    {releases:<10} {words}\n"));
        }
    }
    text
}

/// The values of a field, each with the releases that have it one after the other.
fn values(field: &ProfileField) -> Vec<(String, String)> {
    let mut runs: Vec<(&str, &str, String)> = Vec::new();
    for row in &HeapProfile::ALL {
        let words = field.words(row);
        match runs.last_mut() {
            Some((_, last, known)) if *known == words => *last = row.release,
            _ => runs.push((row.release, row.release, words)),
        }
    }
    let span = |first: &str, last: &str| if first == last { first.to_string() } else { format!("{first}-{last}") };
    runs.into_iter().map(|(first, last, words)| (span(first, last), words)).collect()
}

//! `pyglass compare`: one script under several memory models, the lines that differ side by side, and why.
//!
//! The reason of a difference is found by substitution: the script runs under models that are the one release's but
//! for one field, which is the other's. What changes a line is why it differs.

mod reasons;
mod run;

use gc::HeapProfile;
use reasons::Reasons;
use run::{Line, Script};
use std::ffi::OsString;

const HELP: &str = "\
usage: pyglass compare [--python 3.8,3.11,...] [--no-reasons] script.py [arg ...]

Runs the script under several memory models (all six releases if none are named) and shows, side by side, the lines
that differ, each with its reason: the fields of the model (see pyglass profiles) that make it change. To find them
the script runs many times; its stdin is empty.

  --python LIST   releases, separated by commas
  --no-reasons    only the lines

The exit status is 0 if all print the same, 1 if not, 2 if it cannot be told.";

/// What the command line asks for.
struct Options {
    releases: Vec<HeapProfile>,
    reasons: bool,
    script: Script,
}

/// Runs the command; the exit status.
pub fn main(args: impl Iterator<Item = OsString>) -> i32 {
    match options(args) {
        Ok(Some(options)) => compare(&options),
        Ok(None) => {
            println!("{HELP}");
            0
        }
        Err(problem) => {
            eprintln!("{problem}\n{HELP}");
            2
        }
    }
}

fn options(args: impl Iterator<Item = OsString>) -> Result<Option<Options>, String> {
    use lexopt::{Arg, Parser, ValueExt};
    let text = |value: OsString| value.string().map_err(|error| error.to_string());
    let mut parser = Parser::from_args(args);
    let (mut releases, mut reasons) = (HeapProfile::ALL.to_vec(), true);
    while let Some(arg) = parser.next().map_err(|error| error.to_string())? {
        match arg {
            Arg::Long("python") => {
                let list = text(parser.value().map_err(|error| error.to_string())?)?;
                releases = list.split(',').map(|name| HeapProfile::parse(name.trim())).collect::<Result<_, _>>()?;
            }
            Arg::Long("no-reasons") => reasons = false,
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Value(file) => {
                let rest = parser.raw_args().map_err(|error| error.to_string())?;
                let args = rest.map(text).collect::<Result<_, _>>()?;
                return Ok(Some(Options { releases, reasons, script: Script::File { file: text(file)?, args } }));
            }
            other => return Err(other.unexpected().to_string()),
        }
    }
    Err("compare needs a script".to_string())
}

/// A line of the first release and what the others have in its place.
struct Row {
    /// From 1, in the first release that has it.
    number: usize,
    lines: Vec<Option<Line>>,
}

fn compare(options: &Options) -> i32 {
    match report(options) {
        Ok((text, same)) => {
            print!("{text}");
            i32::from(!same)
        }
        Err(problem) => {
            eprintln!("{problem}");
            2
        }
    }
}

/// What is typed at the prompt under several memory models.
pub fn typed(releases: Vec<HeapProfile>, text: String) -> Result<String, String> {
    report(&Options { releases, reasons: true, script: Script::Typed(text) }).map(|(text, _)| text)
}

/// The lines that differ with their reasons, and whether there are none.
fn report(options: &Options) -> Result<(String, bool), String> {
    let runs = options.script.run_all(&options.releases.iter().map(run::spec).collect::<Vec<_>>())?;
    let rows = differing(&runs);
    if rows.is_empty() {
        return Ok((format!("all the same: {} lines under {}\n", runs[0].len(), names(&options.releases)), true));
    }
    let mut reasons = Reasons::new(&options.script, &options.releases, &runs);
    let mut out = heading(&options.releases, &rows);
    for row in &rows {
        out += &shown(row, &options.releases, &rows);
        if options.reasons {
            reasons.of(row).iter().for_each(|reason| out += &format!("        {reason}\n"));
        }
    }
    Ok((out, false))
}

fn names(releases: &[HeapProfile]) -> String {
    releases.iter().map(|row| row.release).collect::<Vec<_>>().join(", ")
}

/// The rows that are not the same in all runs.
fn differing(runs: &[Vec<Line>]) -> Vec<Row> {
    let aligned: Vec<_> = runs.iter().map(|run| run::aligned(&runs[0], run)).collect();
    let mut rows = Vec::new();
    for at in 0..=runs[0].len() {
        // Lines that only others have stand in front of the line that comes next in the first.
        let most = aligned.iter().map(|places| places.extra[at].len()).max().unwrap_or(0);
        for n in 0..most {
            let lines = aligned.iter().map(|places| places.extra[at].get(n).cloned()).collect();
            rows.push(Row { number: at + 1, lines });
        }
        if at < runs[0].len() {
            rows.push(Row { number: at + 1, lines: aligned.iter().map(|places| places.at[at].clone()).collect() });
        }
    }
    rows.retain(|row| row.lines.iter().any(|line| *line != row.lines[0]));
    rows
}

/// The width of the columns; None if the lines do not fit beside each other.
fn width(count: usize, rows: &[Row]) -> Option<usize> {
    let screen = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok()).unwrap_or(120);
    let longest = rows.iter().flat_map(|row| row.lines.iter().flatten()).map(|line| line.chars().count()).max();
    let width = longest.unwrap_or(0).max(4) + 2;
    (8 + width * count <= screen).then_some(width)
}

fn heading(releases: &[HeapProfile], rows: &[Row]) -> String {
    match width(releases.len(), rows) {
        Some(width) => {
            let columns: String = releases.iter().map(|row| format!("{:<width$}", row.release)).collect();
            format!("{}\n", format!("{:<8}{columns}", "line").trim_end())
        }
        None => String::new(),
    }
}

fn shown(row: &Row, releases: &[HeapProfile], rows: &[Row]) -> String {
    let text = |line: &Option<Line>| line.clone().unwrap_or_else(|| "-".to_string());
    if let Some(width) = width(releases.len(), rows) {
        let columns: String = row.lines.iter().map(|line| format!("{:<width$}", text(line))).collect();
        return format!("{}\n", format!("{:<8}{columns}", row.number).trim_end());
    }
    let mut out = format!("line {}\n", row.number);
    for (release, line) in releases.iter().zip(&row.lines) {
        out += &format!("  {:<6}{}\n", release.release, text(line));
    }
    out
}

//! For each figure that a document prints: which releases print it.

use super::comments::looks_printed;
use super::document::{Block, Document, Place};
use super::engine::Ran;
use super::judge::{all_shown, printed_at};
use super::pattern::{self, Captures, Verdict};
use std::fmt::Write as _;

/// A shown line and the releases that print it.
struct Figure {
    line: usize,
    text: String,
    printed: Vec<bool>,
}

/// What the pieces of each block did; None where it was not run.
type Runs = Vec<Option<Vec<Ran>>>;

/// The table of one document. `runs`: per release the runs of the document, one of which is enough.
pub fn table(document: &Document, releases: &[&str], runs: &[Vec<Runs>]) -> String {
    let mut figures: Vec<Figure> = Vec::new();
    for (number, block) in document.blocks.iter().enumerate() {
        let ran: Vec<Vec<&[Ran]>> =
            runs.iter().map(|ways| ways.iter().filter_map(|run| run[number].as_deref()).collect()).collect();
        figures.extend(of_block(block, &ran));
    }
    let mut out = format!("{}\n  {:>5}", document.path, "line");
    releases.iter().for_each(|release| out += &format!("  {release:>4}"));
    out += "  shown\n";
    for figure in &figures {
        let _ = write!(out, "  {:>5}", figure.line);
        for printed in &figure.printed {
            let _ = write!(out, "  {:>4}", if *printed { "yes" } else { "-" });
        }
        let _ = writeln!(out, "  {}", figure.text);
    }
    let everywhere = figures.iter().filter(|f| f.printed.iter().all(|p| *p)).count();
    let nowhere = figures.iter().filter(|f| !f.printed.iter().any(|p| *p)).count();
    let _ = writeln!(out, "  {} figures: {everywhere} by all releases, {nowhere} by none", figures.len());
    out
}

fn of_block(block: &Block, runs: &[Vec<&[Ran]>]) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (piece, shown) in all_shown(block) {
        if matches!(shown.place, Place::Line(_)) && !looks_printed(&shown.text) {
            continue;
        }
        let printed: Vec<Vec<String>> = runs
            .iter()
            .map(|ways| ways.iter().map(|ran| printed_at(&block.pieces[piece], &ran[piece], shown)).collect())
            .collect();
        for (n, line) in shown.text.lines().enumerate().filter(|(_, line)| !matches!(line.trim(), "" | "...")) {
            let hit = |text: &String| match shown.place {
                Place::Line(_) => pattern::comment(line, true, text, &mut Captures::new()) == Verdict::Says,
                _ => text.lines().any(|printed| pattern::matches(line.trim(), printed.trim(), &mut Captures::new())),
            };
            let printed = printed.iter().map(|ways| ways.iter().any(hit)).collect();
            figures.push(Figure { line: shown.line + n, text: line.trim().to_string(), printed });
        }
    }
    figures
}

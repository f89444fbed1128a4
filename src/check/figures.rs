//! For each figure that a document prints: which releases print it.
//!
//! A text does not say how its programs were run. Each is run on its own under all releases; what nobody prints so is
//! looked for with all programs in one namespace, and line by line as at the prompt.

mod ways;

use super::comments::looks_printed;
use super::document::{Block, Document, Place};
use super::engine::Ran;
use super::judge::{all_shown, printed_at};
use super::pattern::{self, Captures, Verdict};
use super::{Runs, for_each_release};
use gc::HeapProfile;
use std::fmt::Write as _;
use ways::Way;

/// Lines shown of what a program prints and the text does not show.
const UNSHOWN: usize = 12;

/// Whether a release prints a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hit {
    Yes,
    /// Up to the last digits of its numbers (one in a thousand), or up to the line number of a file.
    Near,
    No,
    /// There is no program to ask.
    Unknown,
}

/// A line and the releases that print it.
struct Figure {
    line: usize,
    text: String,
    printed: Vec<Hit>,
}

impl Figure {
    fn is_printed(&self) -> bool {
        self.printed.iter().any(|hit| matches!(hit, Hit::Yes | Hit::Near))
    }
}

/// The report on one document. `run` runs a document under a release.
pub fn report(
    document: &Document,
    run: &(impl Fn(&Document, &str) -> Result<Runs, String> + Sync),
) -> Result<String, String> {
    let mut asked: Vec<Vec<Runs>> = HeapProfile::ALL.iter().map(|_| Vec::new()).collect();
    let mut wanting = vec![true; document.blocks.len()];
    for way in [Way::Alone, Way::Shared, Way::Typed] {
        let Some(variant) = way.variant(document, &wanting) else { continue };
        let runs = for_each_release(&|release| run(&variant, release))?;
        asked.iter_mut().zip(runs).for_each(|(ways, runs)| ways.push(way.merged(runs)));
        for (number, block) in document.blocks.iter().enumerate() {
            let ran = of_one(number, &asked);
            let figures = of_block(block, &ran);
            let silent = figures.is_empty() && unshown(block, &ran).is_empty();
            wanting[number] = silent || figures.iter().any(|figure| !figure.is_printed());
        }
    }
    Ok(table(document, &asked))
}

/// What the pieces of one block did, by release, each way that was tried.
fn of_one(number: usize, asked: &[Vec<Runs>]) -> Vec<Vec<&[Ran]>> {
    asked.iter().map(|ways| ways.iter().filter_map(|run| run[number].as_deref()).collect()).collect()
}

fn table(document: &Document, asked: &[Vec<Runs>]) -> String {
    let (mut figures, mut others, mut remarks) = (Vec::new(), Vec::new(), Vec::new());
    for (number, block) in document.blocks.iter().enumerate() {
        let ran = of_one(number, asked);
        let found = of_block(block, &ran);
        if found.is_empty() {
            others.extend(unshown(block, &ran));
            remarks.extend(
                block.picture.as_ref().map(|file| (block.line, format!("what it prints is a picture: {file}"))),
            );
        }
        figures.extend(found);
        remarks.extend(trouble(&ran).map(|what| (block.line, what)));
    }
    for shown in &document.orphans {
        let unknown = vec![Hit::Unknown; asked.len()];
        figures.extend(lines(&shown.text).map(|(n, text)| Figure {
            line: shown.line + n,
            text: text.into(),
            printed: unknown.clone(),
        }));
        remarks.push((shown.line, "an output without a program in front of it: there is nothing to run (?)".into()));
    }
    figures.sort_by_key(|figure| figure.line);
    remarks.sort();
    let mut out = format!("{}\n  {:>5}", document.path, "line");
    HeapProfile::ALL.iter().for_each(|row| out += &format!("  {:>4}", row.release));
    out += "  shown\n";
    figures.iter().for_each(|figure| row(&mut out, figure));
    if !others.is_empty() {
        out += "         printed, but not shown in the text\n";
        others.iter().for_each(|figure| row(&mut out, figure));
    }
    for (line, what) in remarks {
        let _ = writeln!(out, "  {line:>5}  {what}");
    }
    out + &sum(&figures)
}

fn sum(figures: &[Figure]) -> String {
    let unknown = figures.iter().filter(|figure| figure.printed.contains(&Hit::Unknown)).count();
    let everywhere = figures.iter().filter(|figure| figure.printed.iter().all(|hit| *hit == Hit::Yes)).count();
    let nowhere = figures.iter().filter(|figure| !figure.is_printed()).count() - unknown;
    let unknown = if unknown > 0 { format!(", {unknown} without a program") } else { String::new() };
    let s = if figures.len() == 1 { "" } else { "s" };
    format!("  {} figure{s}: {everywhere} by all releases, {nowhere} by none{unknown}\n", figures.len())
}

fn row(out: &mut String, figure: &Figure) {
    let _ = write!(out, "  {:>5}", figure.line);
    for hit in &figure.printed {
        let word = match hit {
            Hit::Yes => "yes",
            Hit::Near => "near",
            Hit::No => "-",
            Hit::Unknown => "?",
        };
        let _ = write!(out, "  {word:>4}");
    }
    let _ = writeln!(out, "  {}", figure.text);
}

/// Lines worth a row.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().map(str::trim).enumerate().filter(|(_, line)| !matches!(*line, "" | "..."))
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
        for (n, line) in lines(&shown.text) {
            let hit = |ways: &Vec<String>| {
                let hits = |text: &String| match shown.place {
                    Place::Line(_) => pattern::comment(line, true, text, &mut Captures::new()) == Verdict::Says,
                    _ => text.lines().any(|printed| pattern::matches(line, printed.trim(), &mut Captures::new())),
                };
                match ways {
                    ways if ways.iter().any(hits) => Hit::Yes,
                    ways if ways.iter().flat_map(|text| text.lines()).any(|printed| near(line, printed)) => Hit::Near,
                    _ => Hit::No,
                }
            };
            let printed = printed.iter().map(hit).collect();
            figures.push(Figure { line: shown.line + n, text: line.to_string(), printed });
        }
    }
    figures
}

/// Whether two lines differ in the last digits of large numbers, or in a line of their file, only.
fn near(shown: &str, printed: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        let mut parts: Vec<String> = Vec::new();
        for c in text.trim().chars() {
            match parts.last_mut() {
                Some(part) if part.ends_with(|last: char| last.is_ascii_digit()) == c.is_ascii_digit() => part.push(c),
                _ => parts.push(c.to_string()),
            }
        }
        parts
    };
    let place = |text: &str| {
        text.split_once(".py:").and_then(|(_, rest)| rest.split_once(": ")).map(|(_, rest)| rest.to_string())
    };
    if let (Some(shown), Some(printed)) = (place(shown), place(printed)) {
        return shown == printed || near(&shown, &printed);
    }
    let (shown, printed) = (parts(shown), parts(printed));
    shown.len() == printed.len()
        && shown.iter().zip(&printed).all(|(a, b)| match (a.parse::<f64>(), b.parse::<f64>()) {
            (Ok(a), Ok(b)) => (a - b).abs() * 1000.0 <= a,
            _ => a == b,
        })
}

/// What a program prints of which the text shows nothing.
fn unshown(block: &Block, runs: &[Vec<&[Ran]>]) -> Vec<Figure> {
    let printed = |ways: &Vec<&[Ran]>| -> Vec<String> {
        // The first way in which it prints at all.
        let texts = ways.iter().map(|ran| ran.iter().map(|ran| ran.text(false)).collect::<String>());
        let text = texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default();
        lines(&text).take(UNSHOWN).map(|(_, line)| line.chars().take(100).collect()).collect()
    };
    let all: Vec<Vec<String>> = runs.iter().map(printed).collect();
    let mut figures: Vec<Figure> = Vec::new();
    for (n, line) in all.iter().flat_map(|lines| lines.iter().enumerate()) {
        if figures.iter().all(|figure| figure.text != *line || figure.line != n) {
            let printed = all.iter().map(|lines| if lines.get(n) == Some(line) { Hit::Yes } else { Hit::No }).collect();
            figures.push(Figure { line: n, text: line.clone(), printed });
        }
    }
    figures.sort_by_key(|figure| figure.line);
    figures.iter_mut().for_each(|figure| figure.line = block.line);
    figures
}

/// Why a program did not come to its end, however it was run.
fn trouble(runs: &[Vec<&[Ran]>]) -> Option<String> {
    let end = |ran: &[Ran]| {
        ran.iter()
            .find_map(|ran| ran.broken.clone().or(ran.raised.as_ref().map(|(_, error)| format!("ends with {error}"))))
    };
    let ends: Vec<String> = runs.iter().filter_map(|ways| ways.iter().map(|ran| end(ran)).min()?).collect();
    let first = ends.first()?.lines().next()?;
    let some = if ends.len() < runs.len() { " (under some releases)" } else { "" };
    Some(format!("{first}{some}"))
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn the_last_digits_of_large_numbers_do_not_matter() {
        assert!(near("size=184 MiB, count=1999983", " size=184 MiB, count=1999900"));
        assert!(!near("size=184 MiB, count=1999983", "size=185 MiB, count=1999983"));
        assert!(
            near("./a.py:7: size=92 B", "./a.py:8: size=92 B") && !near("./a.py:7: size=92 B", "./a.py:8: size=93 B")
        );
        assert!(!near("56", "57") && !near("5600 B", "5601 KiB"));
    }
}

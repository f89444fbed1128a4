//! Why a line differs between two releases: which fields of the memory model make it change.

use super::Row;
use super::run::{self, Aligned, Line, Script};
use gc::{FIELDS, HeapProfile, ProfileField};

/// What substitution found between two releases that stand beside each other.
struct Step<'a> {
    /// Where their columns are.
    columns: (usize, usize),
    /// For each field in which they differ: the run under the first's model with the second's field.
    forth: Vec<(&'a ProfileField, Aligned)>,
    /// And the run under the second's with the first's field.
    back: Vec<(&'a ProfileField, Aligned)>,
}

/// The reasons of all rows.
pub struct Reasons<'a> {
    script: &'a Script,
    releases: &'a [HeapProfile],
    first: &'a [Line],
    steps: Vec<Option<Step<'a>>>,
}

impl<'a> Reasons<'a> {
    pub fn new(script: &'a Script, releases: &'a [HeapProfile], runs: &'a [Vec<Line>]) -> Reasons<'a> {
        let steps = (1..releases.len()).map(|_| None).collect();
        Reasons { script, releases, first: &runs[0], steps }
    }

    /// The reasons of a row, one line for each release at which it changes.
    pub fn of(&mut self, row: &Row) -> Vec<String> {
        let mut found = Vec::new();
        for n in 0..self.steps.len() {
            if row.lines[n] != row.lines[n + 1] {
                let (a, b) = (&self.releases[n], &self.releases[n + 1]);
                if self.steps[n].is_none() {
                    self.steps[n] = Some(self.substitute(n));
                }
                let step = self.steps[n].as_ref().expect("made above");
                let head = format!("{} → {}", a.release, b.release);
                found.extend(explain(step, row, a, b).into_iter().map(|reason| format!("{head}: {reason}")));
            }
        }
        found
    }

    /// Runs the script under every model between two releases that differs from one of them in one field.
    fn substitute(&self, n: usize) -> Step<'a> {
        let (a, b) = (&self.releases[n], &self.releases[n + 1]);
        let fields: Vec<_> = FIELDS.iter().filter(|field| field.differs(a, b)).collect();
        let mixed = |from: &HeapProfile, into: &HeapProfile, field: &ProfileField| {
            let mut row = *into;
            field.copy(from, &mut row);
            run::spec(&row)
        };
        let mut specs: Vec<String> = fields.iter().map(|field| mixed(b, a, field)).collect();
        specs.extend(fields.iter().map(|field| mixed(a, b, field)));
        let runs = self.script.run_all(&specs).unwrap_or_default();
        let mut all = runs.iter().map(|run| run::aligned(self.first, run));
        let forth = fields.iter().copied().zip(all.by_ref().take(fields.len())).collect();
        let back = fields.iter().copied().zip(all).collect();
        Step { columns: (n, n + 1), forth, back }
    }
}

/// The fields that make the row change from one release to the other.
fn explain(step: &Step<'_>, row: &Row, a: &HeapProfile, b: &HeapProfile) -> Vec<String> {
    let (old, new) = (&row.lines[step.columns.0], &row.lines[step.columns.1]);
    // A line that one of them does not have is found by what stands in its place in the other.
    let here = |run: &Aligned| run.at.get(row.number - 1).cloned().flatten();
    let extra = |run: &Aligned, line: &Option<Line>| {
        let lines = run.extra.get(row.number - 1);
        line.as_ref().is_some_and(|line| lines.is_some_and(|lines| lines.contains(line)))
    };
    let is = |run: &Aligned, line: &Option<Line>| here(run) == *line || extra(run, line);
    let say = |field: &ProfileField| format!("{}: {} → {}", field.sentence, field.words(a), field.words(b));
    let whole: Vec<_> = step.forth.iter().filter(|(_, run)| is(run, new)).map(|(field, _)| say(field)).collect();
    if !whole.is_empty() {
        return whole;
    }
    let changes = |runs: &[(&ProfileField, Aligned)], from: &Option<Line>| -> Vec<String> {
        runs.iter().filter(|(_, run)| !is(run, from)).map(|(field, _)| say(field)).collect()
    };
    let mut parts = changes(&step.forth, old);
    parts.extend(changes(&step.back, new));
    parts.sort();
    parts.dedup();
    match parts.len() {
        0 => vec!["no field does it alone".to_string()],
        1 => parts,
        _ => parts.into_iter().map(|part| format!("together: {part}")).collect(),
    }
}

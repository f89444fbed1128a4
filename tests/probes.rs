//! Replays every probe under `tests/probes` under the profile of each release and compares with the recorded goldens.
//!
//! `tests/probes/README.md` tells how probes are written and recorded, and how a known difference is declared.
//! `PROBE=name` runs the probes with that in their path, `PROBE_ALL=1` shows every differing line.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use support::run_pyglass_with;

/// The differing lines of one run that are shown unless `PROBE_ALL` is set.
const SHOWN: usize = 12;

/// A line of a run with its kind: `|` stdout, `!` stderr, `?` exit status.
type Line = (char, String);

/// The head of a probe: how it wants to be run.
#[derive(Default)]
struct Head {
    options: Vec<String>,
    args: Vec<String>,
    environment: Vec<(String, String)>,
    repl: bool,
}

impl Head {
    fn read(text: &str) -> Head {
        let mut head = Head::default();
        let words = |value: &str| value.split_whitespace().map(str::to_string).collect::<Vec<_>>();
        for line in text.lines().map_while(|line| line.strip_prefix('#')) {
            let Some((key, value)) = line.split_once(':') else { continue };
            match key.trim() {
                "options" => head.options.extend(words(value)),
                "args" => head.args.extend(words(value)),
                "env" => head.environment.extend(value.trim().split_once('=').map(|(k, v)| (k.into(), v.into()))),
                "repl" => head.repl = true,
                _ => {}
            }
        }
        head
    }
}

/// What a probe printed under each release.
struct Golden {
    releases: BTreeMap<String, Vec<Line>>,
}

impl Golden {
    fn read(text: &str) -> Golden {
        let (head, body) = text.split_once('\n').expect("a golden begins with the interpreters it is from");
        let minor = |full: &str| full.rsplit_once('.').map_or(full, |(release, _)| release).to_string();
        let names: Vec<String> = head.split_whitespace().skip(1).map(minor).collect();
        let mut releases: BTreeMap<String, Vec<Line>> = names.iter().map(|n| (n.clone(), Vec::new())).collect();
        for row in body.lines() {
            let (marks, kind, text) = split_row(row);
            for release in names.iter().filter(|name| covers(marks, name)) {
                releases.entry(release.clone()).or_default().push((kind, text.to_string()));
            }
        }
        Golden { releases }
    }
}

/// A row of a golden or of a list of known differences: marks, kind, text.
fn split_row(row: &str) -> (&str, char, &str) {
    let at = row.find(['|', '!', '?']).unwrap_or_else(|| panic!("a row without a kind: {row}"));
    let text = &row[at + 1..];
    (row[..at].trim(), row.as_bytes()[at] as char, text.strip_prefix(' ').unwrap_or(text))
}

/// Whether `3.8-3.10,3.12` names a release; nothing names all.
fn covers(marks: &str, release: &str) -> bool {
    let number = |text: &str| text.trim().split_once('.').and_then(|(_, minor)| minor.parse::<u32>().ok());
    marks.is_empty()
        || marks.split(',').any(|part| {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            (number(first)..=number(last)).contains(&number(release))
        })
}

/// The differences of a probe that are known, with their causes: its `.known` file.
#[derive(Default)]
struct Known {
    rows: Vec<(String, char, String)>,
    without_cause: Vec<String>,
}

impl Known {
    fn read(path: &Path) -> Known {
        let mut known = Known::default();
        let mut cause = false;
        for row in std::fs::read_to_string(path).unwrap_or_default().lines().filter(|row| !row.trim().is_empty()) {
            if row.starts_with('#') {
                cause = true;
                continue;
            }
            if !cause {
                known.without_cause.push(row.to_string());
            }
            let (marks, kind, text) = split_row(row);
            known.rows.push((marks.to_string(), kind, text.to_string()));
        }
        known
    }

    /// The row that declares a difference of a release in this line.
    fn find(&self, release: &str, line: &Line) -> Option<usize> {
        self.rows.iter().position(|(marks, kind, text)| covers(marks, release) && *kind == line.0 && *text == line.1)
    }
}

/// One run: the probe under one profile.
struct Run {
    probe: PathBuf,
    release: String,
}

/// What a run found: lines to show, and the rows of known differences that came true.
struct Finding {
    probe: PathBuf,
    release: String,
    failures: Vec<String>,
    seen: BTreeSet<usize>,
}

fn replay(run: &Run) -> Finding {
    let text = std::fs::read_to_string(&run.probe).expect("a probe is UTF-8 text");
    let head = Head::read(&text);
    let golden = Golden::read(&std::fs::read_to_string(run.probe.with_extension("out")).unwrap_or_default());
    let known = Known::read(&run.probe.with_extension("known"));
    let got = printed(run, &head, &text);
    let mut failures = Vec::new();
    let mut seen = BTreeSet::new();
    for (expected, got) in differences(&golden.releases[&run.release], &got) {
        match expected.and_then(|(_, line)| known.find(&run.release, line)) {
            Some(row) => drop(seen.insert(row)),
            None => failures.push(describe(expected, got)),
        }
    }
    Finding { probe: run.probe.clone(), release: run.release.clone(), failures, seen }
}

/// What pyglass prints.
fn printed(run: &Run, head: &Head, text: &str) -> Vec<Line> {
    let file = run.probe.to_string_lossy();
    let mut args = vec!["--python", &run.release, "-X", "heapcheck"];
    args.extend(head.options.iter().map(String::as_str));
    args.extend(if head.repl { vec!["-q", "-i"] } else { vec![&*file] });
    args.extend(head.args.iter().map(String::as_str));
    let environment: Vec<_> = head.environment.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let got = run_pyglass_with(&args, if head.repl { text } else { "" }, &environment);
    let here = format!("{}/", std::env::current_dir().expect("tests run in the project").display());
    let lines = |kind: char, text: &str| {
        let text = steady(&text.replace(&here, ""));
        text.lines().map(|line| (kind, line.trim_end().to_string())).collect::<Vec<_>>()
    };
    let mut all = lines('|', &got.stdout);
    // A prompt's stderr holds the prompts; what the heap check says is never hidden.
    all.extend(lines('!', &got.stderr).into_iter().filter(|(_, l)| !head.repl || l.contains("heapcheck:")));
    if got.status != 0 {
        all.push(('?', got.status.to_string()));
    }
    all
}

/// The text with every hexadecimal address as `0xADDR`.
fn steady(text: &str) -> String {
    let mut pieces = text.split("0x");
    let mut out = pieces.next().unwrap_or("").to_string();
    for piece in pieces {
        let digits = piece.len() - piece.trim_start_matches(|c: char| c.is_ascii_hexdigit()).len();
        out += if digits >= 6 { "0xADDR" } else { "0x" };
        out += &piece[if digits >= 6 { digits } else { 0 }..];
    }
    out
}

type Numbered<'a> = Option<(usize, &'a Line)>;

/// The pairs of lines that differ; one of a pair is missing where the numbers of lines do.
fn differences<'a>(expected: &'a [Line], got: &'a [Line]) -> Vec<(Numbered<'a>, Numbered<'a>)> {
    let number = |lines: &'a [Line], at: usize| lines.get(at).map(|line| (at + 1, line));
    let pairs = if expected.len() == got.len() {
        (0..got.len()).map(|at| (Some(at), Some(at))).collect()
    } else {
        aligned(expected, got)
    };
    let differs = |(a, b): &(Option<usize>, Option<usize>)| a.map(|a| &expected[a]) != b.map(|b| &got[b]);
    let numbered =
        |(a, b): (Option<usize>, Option<usize>)| (a.and_then(|a| number(expected, a)), b.and_then(|b| number(got, b)));
    pairs.into_iter().filter(differs).map(numbered).collect()
}

/// Pairs of line numbers along a longest common subsequence; what lies between is paired in order.
fn aligned(a: &[Line], b: &[Line]) -> Vec<(Option<usize>, Option<usize>)> {
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if a[i] == b[j] {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() || j < b.len() {
        let (from_a, from_b) = (i, j);
        while i < a.len() && j < b.len() && a[i] != b[j] {
            let skip_a = longest[(i + 1) * width + j] >= longest[i * width + j + 1];
            (i, j) = if skip_a { (i + 1, j) } else { (i, j + 1) };
        }
        let (to_a, to_b) = if i < a.len() && j < b.len() { (i, j) } else { (a.len(), b.len()) };
        for step in 0..(to_a - from_a).max(to_b - from_b) {
            pairs.push((
                (from_a + step < to_a).then_some(from_a + step),
                (from_b + step < to_b).then_some(from_b + step),
            ));
        }
        (i, j) = (to_a, to_b);
        if i < a.len() && j < b.len() {
            pairs.push((Some(i), Some(j)));
            (i, j) = (i + 1, j + 1);
        }
    }
    pairs
}

fn describe(expected: Numbered, got: Numbered) -> String {
    let show = |line: Numbered| line.map_or("(nothing)".to_string(), |(_, (kind, text))| format!("{kind} {text}"));
    let number = expected.or(got).map_or(0, |(number, _)| number);
    format!("line {number}\n      CPython {}\n      pyglass {}", show(expected), show(got))
}

fn probe_files() -> Vec<PathBuf> {
    let folders = std::fs::read_dir("tests/probes").expect("the folder of probes").flatten().map(|e| e.path());
    let programs = |folder: PathBuf| {
        let files = std::fs::read_dir(folder).expect("a folder").flatten().map(|e| e.path());
        files.filter(|p| p.extension().is_some_and(|e| e == "py")).collect::<Vec<_>>()
    };
    let mut files: Vec<_> = folders.filter(|p| p.is_dir()).flat_map(programs).collect();
    // The examples of published texts that depend on the release.
    files.extend(programs("tests/documents".into()).into_iter().filter(|p| p.with_extension("out").exists()));
    files.sort();
    files
}

/// The failures of one run as one text.
fn report(finding: &Finding) -> String {
    let shown = if std::env::var_os("PROBE_ALL").is_some() { usize::MAX } else { SHOWN };
    let mut text =
        format!("{} under {}: {} lines differ", finding.probe.display(), finding.release, finding.failures.len());
    for failure in finding.failures.iter().take(shown) {
        text += &format!("\n    {failure}");
    }
    if finding.failures.len() > shown {
        text += "\n    … (PROBE_ALL=1 shows all)";
    }
    text
}

/// Rows of a probe's known differences that are not true of a release they name.
fn stale(probe: &Path, findings: &[&Finding]) -> Vec<String> {
    let known = Known::read(&probe.with_extension("known"));
    let list = probe.with_extension("known");
    let mut problems: Vec<String> =
        known.without_cause.iter().map(|row| format!("{}: no cause above: {row}", list.display())).collect();
    for (index, (marks, kind, text)) in known.rows.iter().enumerate() {
        for finding in findings.iter().filter(|f| covers(marks, &f.release) && !f.seen.contains(&index)) {
            problems.push(format!("{}: no longer true of {}: {kind} {text}", list.display(), finding.release));
        }
    }
    problems
}

#[test]
fn probes_print_what_the_releases_print() {
    let mut probes = probe_files();
    if let Ok(only) = std::env::var("PROBE") {
        probes.retain(|p| p.to_string_lossy().contains(&only));
    }
    assert!(!probes.is_empty(), "no probe found");
    let mut runs = Vec::new();
    for probe in &probes {
        let golden = std::fs::read_to_string(probe.with_extension("out"))
            .unwrap_or_else(|_| panic!("{} is not recorded: tests/record/probes.py", probe.display()));
        let releases = Golden::read(&golden).releases;
        runs.extend(releases.into_keys().map(|release| Run { probe: probe.clone(), release }));
    }
    let findings = support::in_parallel(&runs, |run| vec![replay(run)]);
    let mut problems: Vec<String> = findings.iter().filter(|f| !f.failures.is_empty()).map(report).collect();
    for probe in &probes {
        problems.extend(stale(probe, &findings.iter().filter(|f| f.probe == *probe).collect::<Vec<_>>()));
    }
    assert!(problems.is_empty(), "{} problems in {} runs\n\n{}", problems.len(), runs.len(), problems.join("\n\n"));
}

#[test]
fn marks_name_releases() {
    assert!(covers("", "3.8") && covers("3.8-3.10,3.12", "3.9") && covers("3.8-3.10,3.12", "3.12"));
    assert!(!covers("3.8-3.10,3.12", "3.11") && !covers("3.10", "3.1"));
}

#[test]
fn missing_lines_are_found() {
    let lines = |text: &str| text.chars().map(|c| ('|', c.to_string())).collect::<Vec<_>>();
    let (a, b) = (lines("abcde"), lines("abxe"));
    let found: Vec<_> = differences(&a, &b).iter().map(|(a, b)| (a.map(|a| a.0), b.map(|b| b.0))).collect();
    assert_eq!(found, [(Some(3), Some(3)), (Some(4), None)]);
}

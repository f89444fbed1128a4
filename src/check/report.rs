//! What a check found, for people and for machines.

use super::document::Document;
use super::judge::Problem;
use std::fmt::Write as _;

/// One block under one engine.
#[derive(Debug, Clone)]
pub struct Result {
    /// The line of the document, from 1.
    pub line: usize,
    pub engine: String,
    pub outcome: Outcome,
}

/// How it went.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// With the number of expectations.
    Passed(usize),
    Failed(Vec<Problem>),
    /// With the reason.
    Skipped(String),
}

/// Everything about one document.
#[derive(Debug)]
pub struct Findings {
    pub path: String,
    pub results: Vec<Result>,
    /// Which releases print what the document shows at a failing place: by problem's line.
    pub elsewhere: Vec<(usize, Vec<String>)>,
    /// The document was rewritten.
    pub rewritten: bool,
    /// Why nothing could be checked.
    pub unreadable: Option<String>,
}

impl Findings {
    /// Nothing yet of a document.
    pub fn of(document: &Document) -> Findings {
        let path = document.path.clone();
        Findings { path, results: Vec::new(), elsewhere: Vec::new(), rewritten: false, unreadable: None }
    }

    /// Blocks that passed, failed, were skipped; and the expectations that held.
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for result in &self.results {
            match &result.outcome {
                Outcome::Passed(expectations) => {
                    counts[0] += 1;
                    counts[3] += expectations;
                }
                Outcome::Failed(_) => counts[1] += 1,
                Outcome::Skipped(_) => counts[2] += 1,
            }
        }
        counts
    }
}

/// The report of one document; without passing blocks.
pub fn text(findings: &Findings) -> String {
    let mut out = String::new();
    if let Some(why) = &findings.unreadable {
        return format!("{}: {why}\n", findings.path);
    }
    for result in &findings.results {
        if let Outcome::Failed(problems) = &result.outcome {
            for problem in problems {
                out += &problem_text(findings, &result.engine, problem);
            }
        }
        if let Outcome::Skipped(why) = &result.outcome {
            let _ = writeln!(out, "{}:{}: skipped: {why}", findings.path, result.line);
        }
    }
    let [passed, failed, skipped, expectations] = findings.counts();
    let s = if expectations == 1 { "" } else { "s" };
    let rewritten = if findings.rewritten { ", rewritten" } else { "" };
    let path = &findings.path;
    let _ = writeln!(
        out,
        "{path}: {passed} passed ({expectations} expectation{s}), {failed} failed, {skipped} skipped{rewritten}"
    );
    out
}

fn problem_text(findings: &Findings, engine: &str, problem: &Problem) -> String {
    let mut out = format!("{}:{}: {} under {engine}\n", findings.path, problem.line, problem.what);
    if let Some((shown, printed)) = &problem.texts {
        out += &diff(problem.line, shown, printed);
    }
    if let Some((_, releases)) = findings.elsewhere.iter().find(|(line, _)| *line == problem.line) {
        let what = if releases.is_empty() { "none of the six releases".into() } else { releases.join(", ") };
        let _ = writeln!(out, "  what is shown is printed by: {what}");
    }
    out
}

/// A unified diff whose first column of numbers are the document's lines.
fn diff(line: usize, shown: &str, printed: &str) -> String {
    let whole = |text: &str| if text.is_empty() { String::new() } else { format!("{}\n", text.trim_end()) };
    let (shown, printed) = (whole(shown), whole(printed));
    let diff = similar::TextDiff::from_lines(&shown, &printed);
    let mut out = String::from("--- shown\n+++ printed\n");
    for group in diff.grouped_ops(3) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let old = first.old_range().start..last.old_range().end;
        let new = first.new_range().start..last.new_range().end;
        let _ = writeln!(out, "@@ -{},{} +{},{} @@", line + old.start, old.len(), new.start + 1, new.len());
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let sign = match change.tag() {
                similar::ChangeTag::Delete => '-',
                similar::ChangeTag::Insert => '+',
                similar::ChangeTag::Equal => ' ',
            };
            let _ = writeln!(out, "{sign}{}", change.value().trim_end_matches('\n'));
        }
    }
    out
}

/// All findings as JUnit XML.
pub fn junit(all: &[Findings]) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for findings in all {
        let [passed, failed, skipped, _] = findings.counts();
        let errors = usize::from(findings.unreadable.is_some());
        let tests = passed + failed + skipped + errors;
        let name = escape(&findings.path);
        let _ = writeln!(
            out,
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failed}\" errors=\"{errors}\" skipped=\"{skipped}\">"
        );
        if let Some(why) = &findings.unreadable {
            let why = escape(why);
            let _ = writeln!(
                out,
                "    <testcase classname=\"{name}\" name=\"document\"><error message=\"{why}\"/></testcase>"
            );
        }
        for result in &findings.results {
            let _ = write!(
                out,
                "    <testcase classname=\"{name}\" name=\"line {} [{}]\"",
                result.line,
                escape(&result.engine)
            );
            match &result.outcome {
                Outcome::Passed(_) => out += "/>\n",
                Outcome::Skipped(why) => {
                    let _ = writeln!(out, "><skipped message=\"{}\"/></testcase>", escape(why));
                }
                Outcome::Failed(problems) => {
                    let text: String = problems.iter().map(|p| problem_text(findings, &result.engine, p)).collect();
                    let message = problems.first().map_or("", |p| p.what.as_str());
                    let _ = writeln!(
                        out,
                        "><failure message=\"{}\">{}</failure></testcase>",
                        escape(message),
                        escape(&text)
                    );
                }
            }
        }
        out += "  </testsuite>\n";
    }
    out + "</testsuites>\n"
}

fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            // What XML 1.0 cannot hold.
            c if (c < ' ' && !matches!(c, '\n' | '\t')) || c == '\u{fffe}' || c == '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_counts_the_documents_lines() {
        assert_eq!(diff(30, "1\n2\n", "1\n3\n"), "--- shown\n+++ printed\n@@ -30,2 +1,2 @@\n 1\n-2\n+3\n");
    }

    #[test]
    fn xml_is_escaped() {
        assert_eq!(escape("a<b & \"c\"\u{1}"), "a&lt;b &amp; &quot;c&quot;\u{fffd}");
    }
}

//! `differs:` notes: which lines another release prints otherwise.
//!
//! In Markdown a comment behind the block, in Python lines of comments:
//!
//! ```text
//! <!-- differs 3.8:
//! 88 => 80
//! -->
//! # differs[3.8]: 88 => 80
//! ```
//!
//! Each line says which shown line gives way to which; `\n` in it separates several.

use std::ops::Range;

/// What one release prints otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub release: String,
    /// The line of the document, from 1.
    pub line: usize,
    /// Its bytes in the document.
    pub span: Range<usize>,
    /// Shown lines and what stands there under this release.
    pub pairs: Vec<(String, String)>,
}

const ARROW: &str = " => ";

/// Reads a comment of HTML, without its marks.
pub fn of_html(body: &str, span: Range<usize>, line: usize) -> Option<Note> {
    let (release, rest) = body.trim().strip_prefix("differs ")?.split_once(':')?;
    let pairs = rest.lines().filter_map(pair).collect();
    Some(Note { release: release.trim().to_string(), line, span, pairs })
}

/// Reads a line of a Python file that begins at byte `at`.
pub fn of_comment(text: &str, at: usize, line: usize) -> Option<Note> {
    let (release, rest) = text.strip_prefix("# differs[")?.split_once("]:")?;
    Some(Note {
        release: release.to_string(),
        line,
        span: at..at + text.len(),
        pairs: pair(rest).into_iter().collect(),
    })
}

fn pair(line: &str) -> Option<(String, String)> {
    let (from, to) = line.trim().split_once(ARROW)?;
    Some((unescape(from), unescape(to)))
}

fn unescape(text: &str) -> String {
    text.replace("\\n", "\n")
}

/// The shown texts as the notes of one release change them; each pair replaces the first line that it names.
pub fn applied(texts: &[String], notes: &[&Note]) -> Result<Vec<String>, String> {
    let mut texts = texts.to_vec();
    for (from, to) in notes.iter().flat_map(|note| &note.pairs) {
        let hit = texts.iter_mut().find_map(|text| lines_at(text, from).map(|range| (text, range)));
        let Some((text, range)) = hit else { return Err(format!("no shown line is {from:?}")) };
        text.replace_range(range, to);
    }
    Ok(texts)
}

/// Where `wanted` stands in `text` as whole lines.
fn lines_at(text: &str, wanted: &str) -> Option<Range<usize>> {
    text.match_indices(wanted).map(|(at, _)| at..at + wanted.len()).find(|range| {
        let before = range.start == 0 || text[..range.start].ends_with('\n');
        before && (range.end == text.len() || text[range.end..].starts_with('\n'))
    })
}

/// The lines that differ between two texts, as pairs.
pub fn pairs_between(shown: &str, printed: &str) -> Vec<(String, String)> {
    let diff = similar::TextDiff::from_lines(shown, printed);
    let part = |lines: &[&str], range: Range<usize>| lines[range].concat().trim_end_matches('\n').to_string();
    let (old, new): (Vec<&str>, Vec<&str>) =
        (shown.split_inclusive('\n').collect(), printed.split_inclusive('\n').collect());
    let mut pairs = Vec::new();
    for op in diff.ops() {
        if op.tag() == similar::DiffTag::Equal {
            continue;
        }
        let (mut from, mut to) = (op.old_range(), op.new_range());
        // Something must be named on both sides: take the line before, or the one behind.
        if from.is_empty() || to.is_empty() {
            if from.start > 0 && to.start > 0 {
                (from.start, to.start) = (from.start - 1, to.start - 1);
            } else {
                (from.end, to.end) = ((from.end + 1).min(old.len()), (to.end + 1).min(new.len()));
            }
        }
        pairs.push((part(&old, from), part(&new, to)));
    }
    pairs
}

/// The text of a note for a document; `python`: as comments of a Python file.
pub fn written(release: &str, pairs: &[(String, String)], python: bool) -> String {
    let escape = |text: &str| text.replace('\n', "\\n");
    let lines = pairs.iter().map(|(from, to)| format!("{}{ARROW}{}", escape(from), escape(to)));
    if python {
        return lines.map(|line| format!("# differs[{release}]: {line}\n")).collect();
    }
    let lines: String = lines.map(|line| format!("{line}\n")).collect();
    format!("<!-- differs {release}:\n{lines}-->\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_as_it_is_written() {
        let pairs = vec![("88".to_string(), "80".to_string()), ("a\nb".to_string(), "c".to_string())];
        let text = written("3.8", &pairs, false);
        let body = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
        assert_eq!(of_html(body, 0..3, 7).expect("a note").pairs, pairs);
        let line = written("3.8", &pairs[..1], true);
        assert_eq!(of_comment(line.trim_end(), 0, 1).expect("a note").pairs, pairs[..1]);
    }

    #[test]
    fn pairs_lead_from_one_text_to_the_other() {
        for (from, to) in [("1\n2\n3\n", "1\n5\n3\n"), ("1\n", "1\n2\n"), ("1\n2\n", "2\n"), ("a\nb\nc\n", "x\nb\n")] {
            let pairs = pairs_between(from, to);
            let note = Note { release: "3.8".into(), line: 1, span: 0..0, pairs };
            assert_eq!(applied(&[from.to_string()], &[&note]), Ok(vec![to.to_string()]), "{from:?} {to:?}");
        }
    }
}

//! Rewrites a document so that it shows what is printed; everything else stays as it is.

use super::comments::looks_printed;
use super::document::{Block, Document, Piece, Place, Shown};
use super::engine::Ran;
use super::judge::{Judgement, all_shown, printed_at};
use super::notes;
use super::pattern::{self, Captures};
use std::ops::Range;

/// A place in a text and what shall stand there.
pub struct Edit {
    at: Range<usize>,
    text: String,
}

/// The text with the edits done.
pub fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
    // Lines end as the others of the document do.
    let windows = text.contains("\r\n");
    let mut out = text.to_string();
    for edit in edits.into_iter().rev() {
        let new = if windows { edit.text.replace("\r\n", "\n").replace('\n', "\r\n") } else { edit.text };
        out.replace_range(edit.at, &new);
    }
    out
}

/// The edits that make a block show what its pieces printed where the judgement found a difference.
pub fn shown(document: &Document, block: &Block, ran: &[Ran], judgement: &Judgement) -> Vec<Edit> {
    let differs = |n: usize| judgement.problems.iter().any(|problem| problem.shown == Some(n));
    all_shown(block)
        .enumerate()
        .filter(|(n, _)| differs(*n))
        .flat_map(|(_, (piece, shown))| edit(document, &block.pieces[piece], &ran[piece], shown))
        .collect()
}

fn edit(document: &Document, piece: &Piece, ran: &Ran, shown: &Shown) -> Vec<Edit> {
    let printed = printed_at(piece, ran, shown);
    match shown.place {
        Place::Line(_) => {
            let value = printed.lines().map(str::trim).collect::<Vec<_>>().join(", ");
            let old = if looks_printed(&shown.text) { value_len(&shown.text) } else { shown.text.len() };
            let at = shown.spans.first().map(|at| at.start..at.start + old);
            at.into_iter().map(|at| Edit { at, text: value.clone() }).collect()
        }
        // Which of the other lines it should show is not for us to say.
        Place::Among => Vec::new(),
        Place::Output if is_scattered(&document.text, &shown.spans) => scattered(&document.text, shown, &printed),
        Place::Output => vec![output(document, piece, shown, &printed)],
    }
}

/// Whether lines of the program stand between the lines that show its output.
fn is_scattered(text: &str, spans: &[Range<usize>]) -> bool {
    spans.windows(2).any(|pair| text[pair[0].end..pair[1].start].matches('\n').count() > 1)
}

/// Edits of lines between which there are others: one by one; what is more goes behind the last.
fn scattered(text: &str, shown: &Shown, printed: &str) -> Vec<Edit> {
    let lines = kept(&shown.text, printed);
    let line_of = |span: &Range<usize>| {
        let start = text[..span.start].rfind('\n').map_or(0, |n| n + 1);
        start..text[span.end..].find('\n').map_or(text.len(), |n| span.end + n + 1)
    };
    let mut edits = Vec::new();
    for (n, span) in shown.spans.iter().enumerate() {
        let last = n + 1 == shown.spans.len();
        match lines.get(n) {
            None => edits.push(Edit { at: line_of(span), text: String::new() }),
            Some(line) => {
                let prefix = &text[line_of(span).start..span.start];
                let more = lines[n + 1..].iter().filter(|_| last).map(|line| format!("\n{prefix}{line}"));
                edits.push(Edit { at: span.clone(), text: line.clone() + &more.collect::<String>() });
            }
        }
    }
    edits
}

/// Bytes of the value that a comment begins with; a remark may stand behind.
fn value_len(text: &str) -> usize {
    let mut depth = 0_i32;
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(q), _) if c == q => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(c),
            (None, '[' | '{' | '<') => depth += 1,
            (None, ']' | '}' | '>') => depth -= 1,
            (None, '(') if at == 0 || depth > 0 => depth += 1,
            (None, ')') => depth -= 1,
            (None, _) if depth <= 0 && at > 0 && (c.is_whitespace() || "(,;:=，。；：（".contains(c)) => {
                return at;
            }
            _ => {}
        }
    }
    text.len()
}

fn output(document: &Document, piece: &Piece, shown: &Shown, printed: &str) -> Edit {
    let text = &document.text;
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |n| n + 1);
    let lines = kept(&shown.text, printed);
    let Some((first, last)) = shown.spans.first().zip(shown.spans.last()) else {
        // An example of a transcript that showed nothing.
        let indent = &text[line_start(piece.start)..piece.start];
        let added = lines.iter().map(|line| format!("\n{indent}{line}")).collect();
        return Edit { at: piece.end..piece.end, text: added };
    };
    let start = line_start(first.start);
    if lines.is_empty() {
        let end = text[last.end..].find('\n').map_or(text.len(), |n| last.end + n + 1);
        return Edit { at: start..end, text: String::new() };
    }
    let prefix = &text[start..first.start];
    let body = lines.join(&format!("\n{prefix}"));
    let empty_fence = shown.text.is_empty();
    Edit { at: first.start..last.end, text: if empty_fence { format!("{body}\n") } else { body } }
}

/// The printed lines; a shown line that fits stays as it is written, with its volatile parts.
fn kept(shown: &str, printed: &str) -> Vec<String> {
    let old: Vec<&str> = shown.lines().collect();
    let new: Vec<&str> = printed.trim_end_matches('\n').lines().collect();
    let fits = |old: &str, new: &str| pattern::matches(old, new, &mut Captures::new());
    if old.len() == new.len() {
        let line = |(old, new): (&&str, &&str)| (if fits(old, new) { *old } else { *new }).to_string();
        return old.iter().zip(&new).map(line).collect();
    }
    let same = |new: &&str| old.iter().find(|old| fits(old, new) && !old.contains("...")).unwrap_or(new).to_string();
    new.iter().map(same).collect()
}

/// The edits that make the notes of a release say what it prints otherwise.
pub fn note(document: &Document, block: &Block, release: &str, bare: &Judgement) -> Vec<Edit> {
    let text = &document.text;
    let mut pairs = Vec::new();
    for problem in &bare.problems {
        if let Some((shown, printed)) = &problem.texts {
            let line = |text: &str| format!("{}\n", text.trim_end());
            pairs.extend(notes::pairs_between(&line(shown), &line(printed)));
        }
    }
    let mut edits: Vec<Edit> = block
        .notes
        .iter()
        .filter(|note| note.release == release)
        .map(|note| {
            let end = note.span.end + usize::from(text[note.span.end..].starts_with('\n'));
            Edit { at: note.span.start..end, text: String::new() }
        })
        .collect();
    if !pairs.is_empty() {
        let written = notes::written(release, &pairs, document.path.ends_with(".py"));
        let end = edits.last().map_or(block.end, |edit| edit.at.end);
        let before = if text[..end].ends_with('\n') { "" } else { "\n" };
        let gap = if edits.is_empty() && !document.path.ends_with(".py") { "\n" } else { "" };
        let written = if before.is_empty() { written.as_str() } else { written.trim_end() };
        edits.push(Edit { at: end..end, text: format!("{before}{gap}{written}") });
    }
    edits
}

//! Compares what the pieces of a block printed with what the document shows.

use super::comments::{looks_printed, unmarked};
use super::document::{Block, Piece, Place, Shown};
use super::engine::Ran;
use super::notes::{self, Note};
use super::pattern::{self, Captures, Verdict};

/// Something that is not as the document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the document, from 1.
    pub line: usize,
    pub what: String,
    /// What is shown and what was printed, if texts differ.
    pub texts: Option<(String, String)>,
    /// Which of the block's expectations, counted over its pieces.
    pub shown: Option<usize>,
}

impl Problem {
    fn plain(line: usize, what: impl Into<String>) -> Problem {
        Problem { line, what: what.into(), texts: None, shown: None }
    }
}

/// What became of a block.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Judgement {
    pub problems: Vec<Problem>,
    /// Expectations that were compared.
    pub checked: usize,
}

/// The expectations of a block with their pieces, in order.
pub fn all_shown(block: &Block) -> impl Iterator<Item = (usize, &Shown)> {
    block.pieces.iter().enumerate().flat_map(|(n, piece)| piece.shown.iter().map(move |shown| (n, shown)))
}

/// Judges a block after its pieces ran under `release`.
pub fn judge(block: &Block, ran: &[Ran], release: &str, captures: &mut Captures) -> Judgement {
    let base: Vec<String> = all_shown(block).map(|(_, shown)| shown.text.clone()).collect();
    let own: Vec<&Note> = block.notes.iter().filter(|note| note.release == release).collect();
    if own.is_empty() {
        return against(block, ran, &base, captures);
    }
    let stale = |why: String| {
        let what = format!("the note on {release} is stale: {why}");
        Judgement { problems: vec![Problem::plain(own[0].line, what)], checked: 0 }
    };
    if against(block, ran, &base, &mut captures.clone()).problems.is_empty() {
        return stale(format!("{release} prints what is shown"));
    }
    match notes::applied(&base, &own) {
        Ok(texts) => against(block, ran, &texts, captures),
        Err(why) => stale(why),
    }
}

fn against(block: &Block, ran: &[Ran], texts: &[String], captures: &mut Captures) -> Judgement {
    let mut judgement = Judgement::default();
    let mut number = 0;
    for (piece, ran) in block.pieces.iter().zip(ran) {
        if let Some(why) = &ran.broken {
            judgement.problems.push(Problem::plain(piece.line, why.clone()));
        }
        for shown in &piece.shown {
            let printed = printed_at(piece, ran, shown);
            match compare(piece, ran, shown, &texts[number], &printed, captures) {
                Verdict::Says => judgement.checked += 1,
                Verdict::Remark => {}
                Verdict::Differs => {
                    judgement.checked += 1;
                    let texts = Some((texts[number].clone(), printed));
                    let what = "prints something else".to_string();
                    judgement.problems.push(Problem { line: shown.line, what, texts, shown: Some(number) });
                }
            }
            number += 1;
        }
        if let Some((line, error)) = &ran.raised
            && !is_expected(block, piece, ran, *line, error)
        {
            let at = piece.line + (*line as usize).saturating_sub(1);
            judgement.problems.push(Problem::plain(at, format!("raises {error}")));
        }
    }
    if let Some(wanted) = &block.options.raises
        && !ran.iter().any(|ran| ran.raised.is_some())
    {
        judgement.problems.push(Problem::plain(block.line, format!("does not raise {wanted}")));
    }
    judgement
}

/// What belongs to an expectation of what was printed.
pub fn printed_at(piece: &Piece, ran: &Ran, shown: &Shown) -> String {
    let Place::Line(line) = shown.place else { return ran.text(shown.place == Place::Output) };
    let claimed =
        |lines: &[u32]| lines.iter().copied().find(|l| piece.shown.iter().any(|s| s.place == Place::Line(*l)));
    ran.printed.iter().filter(|p| claimed(&p.lines) == Some(line)).map(|p| p.text.as_str()).collect()
}

fn compare(piece: &Piece, ran: &Ran, shown: &Shown, text: &str, printed: &str, captures: &mut Captures) -> Verdict {
    let says = |hit: bool| if hit { Verdict::Says } else { Verdict::Differs };
    match shown.place {
        // Texts show stdout alone or both streams.
        Place::Output => {
            says(pattern::matches(text, printed, captures) || pattern::matches(text, &ran.text(false), captures))
        }
        Place::Among => says(pattern::among(text, &ran.text(false), captures)),
        Place::Line(line) => {
            let raised = ran.raised.as_ref().map_or(u32::MAX, |(line, _)| *line);
            if line >= raised && printed.is_empty() {
                // The program did not get there, or ended there: the exception is judged by itself.
                return Verdict::Remark;
            }
            let source = piece.source.lines().nth(line as usize - 1).unwrap_or("");
            let comment = source.rfind('#').map_or("", |at| &source[at..]);
            let marked = unmarked(comment).1;
            if printed.is_empty() && !marked && !looks_printed(text) {
                return Verdict::Remark;
            }
            pattern::comment(text, marked, printed, captures)
        }
    }
}

/// Whether the document says that this exception ends the piece.
fn is_expected(block: &Block, piece: &Piece, ran: &Ran, line: u32, error: &str) -> bool {
    let class = error.split(':').next().unwrap_or(error);
    let names = |text: &str| {
        let bare = class.rsplit('.').next().unwrap_or(class);
        text.starts_with(class) || text.starts_with(bare)
    };
    if block.options.raises.as_deref().is_some_and(|wanted| wanted.is_empty() || wanted == class || error == wanted) {
        return true;
    }
    let shown_at_end = piece.shown.iter().any(|shown| {
        shown.place == Place::Output && pattern::matches(&shown.text, &ran.text(true), &mut Captures::new())
    });
    let lines: Vec<&str> = piece.source.lines().collect();
    let comment_of = |line: usize| {
        let text = lines.get(line.wrapping_sub(1)).copied().unwrap_or("");
        text.rfind('#').map(|at| unmarked(&text[at..]).0.to_string())
    };
    let behind = comment_of(line as usize).is_some_and(|text| names(&text));
    let above = lines.get((line as usize).wrapping_sub(2)).is_some_and(|text| text.trim_start().starts_with('#'))
        && comment_of(line as usize - 1).is_some_and(|text| names(&text));
    shown_at_end || behind || above
}

#[cfg(test)]
mod tests {
    use super::super::document;
    use super::super::engine::Printed;
    use super::*;

    fn ran(printed: &[(u32, &str)], raised: Option<(u32, &str)>) -> Ran {
        let printed =
            printed.iter().map(|(line, text)| Printed { stderr: false, lines: vec![*line], text: (*text).into() });
        Ran { printed: printed.collect(), raised: raised.map(|(l, e)| (l, e.into())), done: true, broken: None }
    }

    fn verdict(text: &str, ran: Ran, release: &str) -> Vec<String> {
        let read = document::read("t.md", text.into());
        let judged = judge(&read.blocks[0], &[ran], release, &mut Captures::new());
        judged.problems.into_iter().map(|p| format!("{}: {}", p.line, p.what)).collect()
    }

    #[test]
    fn notes_go_stale() {
        let text = "```python\nprint(x)  # 88\n```\n\n<!-- differs 3.8:\n88 => 80\n-->\n";
        assert!(verdict(text, ran(&[(1, "88\n")], None), "3.11").is_empty());
        assert!(verdict(text, ran(&[(1, "80\n")], None), "3.8").is_empty());
        let stale = ["5: the note on 3.8 is stale: 3.8 prints what is shown"];
        assert_eq!(verdict(text, ran(&[(1, "88\n")], None), "3.8"), stale);
        assert_eq!(verdict(text, ran(&[(1, "80\n")], None), "3.9"), ["2: prints something else"]);
        let stale = text.replace("88 => 80", "87 => 80");
        assert_eq!(
            verdict(&stale, ran(&[(1, "80\n")], None), "3.8"),
            ["5: the note on 3.8 is stale: no shown line is \"87\""]
        );
    }

    #[test]
    fn exceptions_must_be_announced() {
        let error = Some((1, "KeyError: 1"));
        assert_eq!(verdict("```python\nd[1]\n```\n", ran(&[], error), "3.11"), ["2: raises KeyError: 1"]);
        for text in ["```python\nd[1]  # KeyError!\n```\n", "```python raises=KeyError\nd[1]\n```\n"] {
            assert!(verdict(text, ran(&[], error), "3.11").is_empty(), "{text}");
        }
        let lacks = verdict("```python raises=KeyError\nd[1]\n```\n", ran(&[], None), "3.11");
        assert_eq!(lacks, ["2: does not raise KeyError"]);
    }
}

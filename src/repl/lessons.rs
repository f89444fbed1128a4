//! Lessons: Markdown with transcripts, which are run before the learner's eyes, and questions, which are asked.
//!
//! A paragraph that begins with `**Question:**` is asked; the answer is what the next transcript's last
//! expression is worth.

use super::ask::{Class, verdict};
use super::commands::{self, Desk};
use super::run_statement;
use super::session::Session;
use super::wrap::wrap;
use crate::job::report;
use frontend::Mode;
use gc::{Dict, GENERATIONS, Ref};

/// The lessons that every pyglass has with it.
pub const LESSONS: &[&str] = &[
    include_str!("../../examples/lessons/01-names.md"),
    include_str!("../../examples/lessons/02-counting.md"),
    include_str!("../../examples/lessons/03-arguments.md"),
    include_str!("../../examples/lessons/04-cycles.md"),
    include_str!("../../examples/lessons/05-passes.md"),
    include_str!("../../examples/lessons/06-generations.md"),
    include_str!("../../examples/lessons/07-weak.md"),
    include_str!("../../examples/lessons/08-finalizers.md"),
    include_str!("../../examples/lessons/09-slots.md"),
    include_str!("../../examples/lessons/10-pools.md"),
];

/// A piece of a lesson.
#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Question(String),
    /// Statements and commands, each with the lines as they are written.
    Transcript(Vec<String>),
}

/// The heading of a lesson.
pub fn title(text: &str) -> &str {
    text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("a lesson without a title").trim()
}

/// Cuts a lesson into pieces.
fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut paragraph = String::new();
    let mut lines = text.lines();
    let end = |paragraph: &mut String, found: &mut Vec<Piece>| {
        let text = std::mem::take(paragraph);
        if !text.trim().is_empty() {
            let question = text.trim_start().starts_with("**Question:**");
            found.push(if question { Piece::Question(text) } else { Piece::Text(text) });
        }
    };
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            end(&mut paragraph, &mut found);
            let body: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            found.push(Piece::Transcript(statements(&body)));
        } else if line.trim().is_empty() {
            end(&mut paragraph, &mut found);
        } else if !line.starts_with("<!--") {
            paragraph += line;
            paragraph.push('\n');
        }
    }
    end(&mut paragraph, &mut found);
    found
}

/// What is wrong with the text of a lesson, by line from 1.
pub fn problems(text: &str) -> Vec<(usize, &'static str)> {
    let (mut found, mut question, mut transcripts) = (Vec::new(), None, 0);
    let mut lines = text.lines().enumerate();
    while let Some((n, line)) = lines.next() {
        if line.starts_with("**Question:**")
            && let Some(open) = question.replace(n)
        {
            found.push((open + 1, NO_ANSWER));
        }
        if !line.starts_with("```") {
            continue;
        }
        let rest: Vec<&str> = lines.clone().map(|(_, line)| line).collect();
        let Some(length) = rest.iter().position(|line| line.starts_with("```")) else {
            found.push((n + 1, "this fence is not closed"));
            break;
        };
        let statements = statements(&rest[..length]);
        lines.by_ref().take(length + 1).for_each(drop);
        if statements.is_empty() {
            found.push((n + 1, "this fence has no >>> line: nothing of it is run or shown"));
            continue;
        }
        transcripts += 1;
        let compiles = |text: &String| frontend::compile(text, "", Mode::Expression, Default::default()).is_ok();
        if let Some(open) = question.take()
            && !statements.iter().any(compiles)
        {
            found.push((open + 1, "no expression in the transcript behind this question answers it"));
        }
    }
    found.extend(question.map(|open| (open + 1, NO_ANSWER)));
    if transcripts == 0 && found.is_empty() {
        found.push((1, "a lesson has >>> transcripts between ``` lines; here is none"));
    }
    found
}

const NO_ANSWER: &str = "no transcript behind this question answers it";

/// The names in a namespace.
fn names(namespace: &Ref<Dict>) -> Vec<String> {
    namespace.items().iter().filter_map(|(name, _)| runtime::inspect::text(name)).collect()
}

/// The statements of a transcript; what it shows as printed is left out, since it is printed again.
fn statements(lines: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for line in lines {
        if let Some(code) = line.strip_prefix(">>>") {
            found.push(code.strip_prefix(' ').unwrap_or(code).to_string() + "\n");
            open = true;
        } else if let (true, Some(code), Some(last)) = (open, line.strip_prefix("..."), found.last_mut()) {
            *last += code.strip_prefix(' ').unwrap_or(code);
            last.push('\n');
        } else {
            open = false;
        }
    }
    found
}

impl Class<'_> {
    /// Gives a lesson.
    pub fn lesson(&self, text: &str, session: &Session) {
        self.forget_last(session);
        let (before, collects) = (names(self.main), self.vm.heap.gc_enabled());
        let mut guess: Option<Option<String>> = None;
        let mut first = true;
        let mut ran = false;
        for piece in pieces(text) {
            // What a transcript printed is read before the text goes on.
            if std::mem::replace(&mut ran, matches!(piece, Piece::Transcript(_))) && !self.pause() {
                break;
            }
            match piece {
                Piece::Text(text) => self.say(&format!("{}{}", if first { "" } else { "\n" }, plain(&text))),
                Piece::Question(text) => {
                    self.say(&format!("\n{}", plain(&text)));
                    // The end of input ends the lesson, and so does Ctrl-C.
                    let Ok(answer) = self.ask("your answer: ") else { break };
                    if self.attended && answer.is_none() || answer.as_deref() == Some("q") {
                        break;
                    }
                    guess = Some(answer);
                }
                Piece::Transcript(statements) => {
                    self.say("\n");
                    let answer = self.act(&statements, session);
                    if let Some(guess) = guess.take() {
                        self.say(&verdict(guess.as_deref(), &answer));
                    }
                }
            }
            first = false;
        }
        // A lesson that was left early may have turned it off.
        self.vm.heap.set_gc_enabled(collects);
        let made: Vec<String> = names(self.main).into_iter().filter(|name| !before.contains(name)).collect();
        if !made.is_empty() {
            self.say("\nThe names are still there to play with; the next lesson deletes them.\n");
        }
        *session.lesson_names.borrow_mut() = made;
    }

    /// Deletes the names that the lesson before has made, so that they are not seen in this one.
    fn forget_last(&self, session: &Session) {
        let names = std::mem::take(&mut *session.lesson_names.borrow_mut());
        let there: Vec<String> =
            names.into_iter().filter(|name| self.vm.dict_get_str(self.main, name).is_some()).collect();
        if there.is_empty() {
            return;
        }
        self.say(&format!("(the last lesson's names are deleted: {})\n", there.join(", ")));
        for name in there {
            drop(self.vm.dict_del(self.main, &self.vm.intern(&name)));
        }
        self.vm.heap.collect(GENERATIONS - 1);
        self.say("\n");
    }

    /// Types the statements for the learner; what the last expression was worth.
    fn act(&self, statements: &[String], session: &Session) -> String {
        for statement in statements {
            for (n, line) in statement.lines().enumerate() {
                let shown = format!("{} {line}", if n == 0 { ">>>" } else { "..." });
                self.say(&format!("{}\n", shown.trim_end()));
            }
            let outcome = match commands::is_command(statement) {
                true => {
                    let desk = Desk { vm: self.vm, main: self.main, session };
                    commands::run(&desk, statement).unwrap_or(Ok(String::new())).map(|text| self.say(&text))
                }
                false => run_statement(self.vm, statement, "<stdin>", self.main),
            };
            self.say("");
            if let Err(error) = outcome {
                report(self.vm, error);
            }
        }
        // The prompt keeps it under this name.
        let value = self.vm.dict_get_str(&self.vm.builtins_dict(), "_");
        value.and_then(|value| self.vm.repr_text(&value).ok()).unwrap_or_default()
    }
}

/// Characters in a line of a lesson's text.
const WIDTH: usize = 88;

/// Text for a terminal: no marks of emphasis, no rule under the heading, lines that fit.
fn plain(text: &str) -> String {
    let text = text.trim_start_matches("# ").replace("**", "").replace('`', "");
    // The lines of lists and tables stay as they are.
    if text.lines().any(|line| line.trim_start().starts_with(['-', '*', '|', '>']) || line.starts_with("    ")) {
        return text;
    }
    let mut out = String::new();
    wrap(&mut out, &text, 0, WIDTH);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lesson_asks_and_shows() {
        assert_eq!(LESSONS.len(), 10);
        for lesson in LESSONS {
            let pieces = pieces(lesson);
            let question = pieces.iter().position(|piece| matches!(piece, Piece::Question(_)));
            let question = question.unwrap_or_else(|| panic!("{} asks nothing", title(lesson)));
            assert!(matches!(pieces[question + 1], Piece::Transcript(_)), "{}", title(lesson));
            assert!(lesson.contains("%"), "{} shows no instrument", title(lesson));
        }
    }

    #[test]
    fn what_is_wrong_with_a_lesson_is_told() {
        LESSONS.iter().for_each(|lesson| assert_eq!(problems(lesson), []));
        let lines = |text: &str| problems(text).into_iter().map(|(line, _)| line).collect::<Vec<_>>();
        let question = "# T\n\n**Question:** why?\n";
        assert_eq!(lines("# T\n\nNo more.\n"), [1]);
        assert_eq!(lines(&format!("{question}\n```\n>>> x = 1\n```\n")), [3]);
        assert_eq!(lines(&format!("{question}\nAnd?\n\n{question}\n```\n>>> 1\n```\n")), [3]);
        assert_eq!(lines("```\n>>> 1\n```\n\n```\nx\n```\n\n```pycon\n>>> 2\n"), [5, 9]);
    }

    #[test]
    fn a_lesson_is_cut_into_pieces() {
        let text = "# T\n\nOne\ntwo.\n\n**Question:** why?\n\n```pycon\n>>> a = 1\n>>> def f():\n...     pass\n...\n>>> a\n1\n```\n";
        let expected = [
            Piece::Text("# T\n".into()),
            Piece::Text("One\ntwo.\n".into()),
            Piece::Question("**Question:** why?\n".into()),
            Piece::Transcript(vec!["a = 1\n".into(), "def f():\n    pass\n\n".into(), "a\n".into()]),
        ];
        assert_eq!(pieces(text), expected);
    }
}

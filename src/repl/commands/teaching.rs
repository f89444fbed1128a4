//! Commands for learning: predictions and lessons.

use super::{Command, Desk};
use crate::files::reason;
use crate::repl::ask::Class;
use crate::repl::lessons::{LESSONS, problems, title};
use crate::repl::predict::Question;
use crate::repl::run_statement;
use runtime::PyResult;
use std::fmt::Write as _;

pub const COMMANDS: &[Command] = &[
    Command {
        name: "predict",
        usage: "[QUESTION:] STATEMENT",
        help: "asks before it runs: count x, size x, id x, collected, or any expression; alone: the next statement",
        run: predict,
    },
    Command {
        name: "lesson",
        usage: "[NUMBER | FILE.md]",
        help: "a short lesson; alone: which there are; FILE.md: paragraphs, >>> transcripts between ``` lines, and \
               paragraphs that begin with **Question:**, which the next transcript's last expression answers",
        run: lesson,
    },
];

impl Desk<'_> {
    fn class(&self) -> Class<'_> {
        Class { vm: self.vm, main: self.main, attended: self.session.attended.get() }
    }

    /// What is asked about a statement, if the next one is to be asked about.
    pub fn next_question(&self, statement: &str) -> Option<Question> {
        if !self.session.predict_next.get() {
            return None;
        }
        let question = self.class().question_about(statement);
        // Where there is nothing to ask, the next one is asked about.
        self.session.predict_next.set(question.is_none());
        question
    }

    /// Asks about a statement, runs it and shows what it did.
    pub fn predicted(&self, question: &Question, statement: &str) -> PyResult<()> {
        let run = || run_statement(self.vm, &format!("{statement}\n"), "<stdin>", self.main);
        self.class().predict(question, statement, run).map(drop)
    }
}

fn predict(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    if text.is_empty() {
        desk.session.predict_next.set(true);
        return Ok("the next statement is asked about before it runs\n".into());
    }
    // The question ends at the first colon behind which a statement stands.
    let cut = text.match_indices(':').find(|(at, _)| {
        let (question, statement) = (&text[..*at], text[at + 1..].trim());
        let known = ["count ", "size ", "id ", "collected"].iter().any(|word| question.starts_with(word));
        let compiles = |text: &str, mode| frontend::compile(text, "<stdin>", mode, Default::default()).is_ok();
        !statement.is_empty()
            && (known || compiles(question, frontend::Mode::Expression))
            && compiles(statement, frontend::Mode::Module)
    });
    let (question, statement) = cut.map_or(("", text), |(at, _)| (&text[..at], text[at + 1..].trim()));
    if let Some(question) = Question::read(question).or_else(|| desk.class().question_about(statement)) {
        return desk.predicted(&question, statement).map(|()| String::new());
    }
    run_statement(desk.vm, &format!("{statement}\n"), "<stdin>", desk.main)?;
    Ok("there was nothing to ask; say what: %predict count a: b = a\n".into())
}

fn lesson(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    if text.is_empty() {
        let mut out = String::new();
        for (n, lesson) in LESSONS.iter().enumerate() {
            let _ = writeln!(out, "  %lesson {:<3} {}", n + 1, title(lesson));
        }
        return Ok(out + "each takes a few minutes; q as an answer ends it, %lesson FILE.md gives one of your own\n");
    }
    if let Ok(number) = text.parse::<usize>() {
        return match number.checked_sub(1).and_then(|n| LESSONS.get(n)) {
            Some(lesson) => {
                desk.class().lesson(lesson, desk.session);
                Ok(String::new())
            }
            None => Ok(format!("there is no lesson {number}; %lesson lists the {}\n", LESSONS.len())),
        };
    }
    match std::fs::read_to_string(text) {
        Ok(lesson) => {
            let problems = problems(&lesson);
            if !problems.is_empty() {
                let told = problems.iter().map(|(line, what)| format!("{text}, line {line}: {what}\n"));
                return Ok(told.collect::<String>() + "(%help lesson tells what a lesson looks like)\n");
            }
            desk.class().lesson(&lesson, desk.session);
            Ok(String::new())
        }
        Err(error) => Ok(format!("%lesson: {text}: {}\n", reason(&error))),
    }
}

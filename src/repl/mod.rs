//! The prompt: reads statements, runs each as a unit of its own, prints what they are worth.

pub mod ask;
pub mod commands;
mod editor;
mod highlight;
mod lessons;
mod predict;
pub mod session;
mod wrap;

use crate::job::{exit_status, report};
use commands::Desk;
use editor::{Lines, Read};
use frontend::{CompileOptions, Mode, Origin};
use gc::{Dict, Ref};
use runtime::vm::Vm;
use runtime::{Exc, PyResult, Raised};
use session::{Outcome, Session};
use std::cell::Cell;

/// Runs the prompt until the end of input or `exit()`, or until another memory model is wanted.
pub fn run(vm: &Vm, main: &Ref<Dict>, quiet: bool) -> Outcome {
    let mut lines = Lines::new(vm, main);
    if !quiet {
        lines.say(&banner());
    }
    let session = Session::default();
    let desk = Desk { vm, main, session: &session };
    loop {
        match read_statement(vm, &mut lines) {
            Statement::Command(line) => {
                session.remember(&line);
                if let Some(status) = command(&desk, &line) {
                    return Outcome::Status(status);
                }
                if let Some(outcome) = session.wish.take() {
                    return outcome;
                }
            }
            Statement::Text(text) => {
                session.remember(&text);
                if let Some(question) = desk.next_question(&text) {
                    if let Some(status) = desk.predicted(&question, &text).err().and_then(|error| failed(vm, error)) {
                        return Outcome::Status(status);
                    }
                } else if let Err(error) = run_statement(vm, &text, "<stdin>", main) {
                    if error.matches(vm, Exc::KeyboardInterrupt) {
                        session.interrupted();
                    }
                    if let Some(status) = failed(vm, error) {
                        return Outcome::Status(status);
                    }
                }
            }
            Statement::Nothing => {}
            Statement::Interrupted => lines.say("\nKeyboardInterrupt\n"),
            Statement::End => {
                lines.say("\n");
                return Outcome::Status(0);
            }
        }
    }
}

/// Carries out a command; the exit status if what it ran asked for the end.
fn command(desk: &Desk<'_>, line: &str) -> Option<i32> {
    match commands::run(desk, line)? {
        Ok(text) => {
            drop(stdlib::glass::print(desk.vm, &text));
            None
        }
        Err(error) => failed(desk.vm, error),
    }
}

fn banner() -> String {
    format!(
        "Python 3.11.7 (pyglass {}) on {}\nType \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS
    )
}

enum Statement {
    Text(String),
    /// A line for the prompt itself.
    Command(String),
    Nothing,
    Interrupted,
    End,
}

/// `sys.ps1` or `sys.ps2`, whatever the program has made of them.
fn prompt(vm: &Vm, name: &str, default: &str) -> String {
    let text = || -> PyResult<Option<String>> {
        let sys = vm.import("sys")?;
        match vm.get_attr_opt(&sys, &vm.intern(name))? {
            Some(prompt) => Ok(Some(vm.str_of_text(&prompt)?)),
            None => Ok(None),
        }
    };
    text().ok().flatten().unwrap_or_else(|| default.to_string())
}

/// Reads lines until they make a statement.
fn read_statement(vm: &Vm, lines: &mut Lines<'_>) -> Statement {
    let mut text = String::new();
    loop {
        let prompt = if text.is_empty() { prompt(vm, "ps1", ">>> ") } else { prompt(vm, "ps2", "... ") };
        match lines.read(&prompt) {
            Read::Line(line) => {
                let line_is_empty = line.trim().is_empty() || line.trim_start().starts_with('#');
                if text.is_empty() && commands::is_command(&line) {
                    return Statement::Command(line);
                }
                if text.is_empty() && line_is_empty {
                    return Statement::Nothing;
                }
                text += &line;
                text.push('\n');
                if !frontend::is_incomplete(&text) {
                    return Statement::Text(text);
                }
            }
            Read::Statement(whole) => return Statement::Text(whole),
            Read::Interrupted => return Statement::Interrupted,
            Read::End if text.is_empty() => return Statement::End,
            // What is there is run, or complained about; the next read ends.
            Read::End => return Statement::Text(text),
        }
    }
}

/// What `from __future__ import …` of one statement says for the later ones.
#[derive(Default)]
struct FutureStatements {
    annotations: Cell<bool>,
}

impl runtime::vm::Keeps for FutureStatements {}

/// Runs one statement and tells what a watch saw of it.
pub fn run_statement(vm: &Vm, text: &str, file: &str, main: &Ref<Dict>) -> PyResult<()> {
    let future = &vm.state::<FutureStatements>().annotations;
    let options = CompileOptions {
        optimize: vm.run.optimize.get(),
        future_annotations: future.get(),
        origin: Origin::Text,
        ..Default::default()
    };
    let program = vm.compile_with(text, file, Mode::Interactive, options)?;
    future.set(program.code.source().flags & runtime::vm::run::FUTURE_ANNOTATIONS != 0);
    vm.note_typed(text, program.code.source());
    let outcome = vm.run_program(program, main, None).map(drop);
    tell_what_was_seen(vm)?;
    outcome
}

/// A statement or a file has run: what a watch and `%gc watch` saw meanwhile is told.
pub fn tell_what_was_seen(vm: &Vm) -> PyResult<()> {
    vm.end_of_statement();
    let told = vm.recorder().map(|recorder| recorder.take_told()).unwrap_or_default() + &vm.take_collection_reports();
    if !told.is_empty() {
        vm.unrecorded(|| stdlib::glass::print(vm, &told))?;
    }
    Ok(())
}

/// Reports an exception; the exit status if it is SystemExit.
fn failed(vm: &Vm, error: Raised) -> Option<i32> {
    if error.matches(vm, Exc::SystemExit) {
        return Some(exit_status(vm, &error.0));
    }
    vm.remember_last(&error);
    report(vm, error);
    None
}

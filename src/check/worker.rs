//! The process that follows a plan: runs its pieces and tells what each line prints (see `engine`).
//!
//! Nothing of the telling touches the program's heap: the texts are taken where they leave for the system.

use super::document::Mode;
use super::engine::{Planned, read_plan};
use crate::job;
use crate::repl;
use crate::repl::commands::{self, Desk};
use crate::repl::session::Session;
use gc::{Dict, ObjRef, Ref};
use runtime::vm::Vm;
use runtime::{Exc, PyResult, Raised};
use std::cell::RefCell;
use std::fmt::Write as _;
use std::io::Write as _;
use std::rc::Rc;

/// The piece under way.
#[derive(Default)]
struct Here {
    number: usize,
    file: String,
}

/// Follows the plan in this file; the exit status.
pub fn run(vm: &Vm, plan: &str, main: &Ref<Dict>) -> i32 {
    let Some(plan) = std::fs::read(plan).ok().and_then(|bytes| read_plan(&bytes)) else {
        eprintln!("pyglass: no plan in {plan}");
        return 2;
    };
    let here = Rc::new(RefCell::new(Here::default()));
    let tapped = here.clone();
    vm.tap_output(move |vm, number, text| {
        let here = tapped.borrow();
        let kind = if number == 1 { "O" } else { "E" };
        tell(kind, here.number, &lines(vm, &here.file), text);
    });
    let session = Session::default();
    session.attended.set(false);
    for (number, piece) in plan.iter().enumerate() {
        *here.borrow_mut() = Here { number, file: piece.file.clone() };
        session.remember(&piece.source);
        if let Err(error) = run_piece(vm, piece, main, &session)
            && !error.matches(vm, Exc::SystemExit)
        {
            let (line, last) = (line_of(vm, &error), last_line(vm, &error));
            job::report(vm, error);
            tell("X", number, &line.to_string(), last.as_bytes());
        }
        tell("D", number, "0", b"");
    }
    0
}

fn run_piece(vm: &Vm, piece: &Planned, main: &Ref<Dict>, session: &Session) -> PyResult<()> {
    match piece.mode {
        Mode::File => {
            vm.dict_set_str(main, "__file__", &vm.str(&piece.file));
            vm.run_bytes(piece.source.as_bytes(), &piece.file, main)
        }
        Mode::Module => {
            vm.note_text(&piece.file, &piece.source);
            vm.run_source(&piece.source, &piece.file, main, frontend::Mode::Module).map(drop)
        }
        Mode::Single if commands::is_command(&piece.source) => {
            let told = commands::run(&Desk { vm, main, session }, &piece.source);
            told.map_or(Ok(()), |text| stdlib::glass::print(vm, &text?))
        }
        Mode::Single => repl::run_statement(vm, &piece.source, &piece.file, main),
    }
}

/// Writes a record; there is nobody to tell if that fails.
fn tell(kind: &str, piece: usize, lines: &str, body: &[u8]) {
    let mut record = format!("{kind} {piece} {lines} {}\n", body.len()).into_bytes();
    record.extend(body);
    let mut out = std::io::stdout().lock();
    drop(out.write_all(&record).and_then(|()| out.flush()));
}

/// The lines of the calls under way in this file, innermost first.
fn lines(vm: &Vm, file: &str) -> String {
    let mut out = String::new();
    for frame in vm.run.frames().filter(|frame| *frame.linked().source.filename == *file) {
        let comma = if out.is_empty() { "" } else { "," };
        let _ = write!(out, "{comma}{}", frame.line());
    }
    if out.is_empty() { "0".into() } else { out }
}

fn attribute(vm: &Vm, of: &ObjRef, name: &str) -> Option<ObjRef> {
    vm.get_attr_opt(of, &vm.intern(name)).ok().flatten().filter(|value| !vm.is_none(value))
}

/// The line of the piece that the exception left.
fn line_of(vm: &Vm, error: &Raised) -> i64 {
    let traceback = attribute(vm, &error.0, "__traceback__").and_then(|tb| attribute(vm, &tb, "tb_lineno"));
    let line = traceback.or_else(|| attribute(vm, &error.0, "lineno"));
    line.and_then(|line| vm.to_i64_opt(&line)).unwrap_or(0)
}

/// The last line of the traceback.
fn last_line(vm: &Vm, error: &Raised) -> String {
    let class = vm.type_name(&error.0);
    match vm.str_of_text(&error.0) {
        Ok(text) if text.is_empty() => class.to_string(),
        Ok(text) => format!("{class}: {text}"),
        Err(_) => format!("{class}: <exception str() failed>"),
    }
}

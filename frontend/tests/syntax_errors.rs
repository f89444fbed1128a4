//! Syntax errors, byte for byte as CPython 3.11 prints them. `tests/record/syntax.py` wrote the expectations.

use bumpalo::Bump;
use frontend::{Mode, decode_source, parse_from};

fn report(program: &str) -> String {
    let outcome = decode_source(program.as_bytes(), "bad.py")
        .and_then(|decoded| parse_from(&Bump::new(), &decoded.text, Mode::Module, decoded.origin).map(|_| ()));
    outcome.err().map_or(String::new(), |error| error.report("bad.py"))
}

#[test]
fn errors_are_those_of_cpython() {
    let mut wrong = String::new();
    for entry in include_str!("syntax_errors.txt").split("=====\n") {
        let (program, expected) = entry.split_once("-----\n").unwrap_or((entry, ""));
        let found = report(program);
        if found != expected {
            wrong += &format!("{program}expected:\n{expected}found:\n{found}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

//! Errors that the compiler finds, byte for byte as CPython 3.11 prints them. `tests/record/syntax.py errors` wrote the
//! expectations.

use frontend::{CompileOptions, Mode, compile, decode_source};

fn report(program: &str) -> String {
    let outcome = decode_source(program.as_bytes(), "bad.py").and_then(|decoded| {
        let options = CompileOptions { origin: decoded.origin, ..CompileOptions::default() };
        compile(&decoded.text, "bad.py", Mode::Module, options)
    });
    outcome.err().map_or(String::new(), |error| error.report("bad.py"))
}

#[test]
fn errors_are_those_of_cpython() {
    let mut wrong = String::new();
    for entry in include_str!("compile_errors.txt").split("=====\n") {
        let (program, expected) = entry.split_once("-----\n").unwrap_or((entry, ""));
        let found = report(program);
        if found != expected {
            wrong += &format!("{program}expected:\n{expected}found:\n{found}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

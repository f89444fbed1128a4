//! Trees with positions, equal to CPython 3.11's. `tests/record/syntax.py` wrote the expectations.

use bumpalo::Bump;
use frontend::{LineIndex, Mode, dump::dump, parse};

#[test]
fn trees_are_those_of_cpython() {
    let mut wrong = String::new();
    for entry in include_str!("trees.txt").split("=====\n") {
        let (program, expected) = entry.split_once("-----\n").unwrap_or((entry, ""));
        let arena = Bump::new();
        let found = match parse(&arena, program, Mode::Module) {
            Ok(tree) => dump(&tree, &LineIndex::new(program)) + "\n",
            Err(error) => error.report("tree"),
        };
        if found != expected {
            let at = found.bytes().zip(expected.bytes()).take_while(|(a, b)| a == b).count();
            let part =
                |text: &str| text.get(at.saturating_sub(40)..).unwrap_or(text).chars().take(120).collect::<String>();
            wrong += &format!("{program}expected: {}\nfound:    {}\n\n", part(expected), part(&found));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

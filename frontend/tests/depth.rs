//! Deep sources give an error and never overflow the native stack. Tests run on threads with two megabytes of it.

use bumpalo::Bump;
use frontend::{Mode, parse};

fn outcome(source: &str) -> String {
    match parse(&Bump::new(), source, Mode::Module) {
        Ok(_) => "OK".to_owned(),
        Err(error) => error.to_string(),
    }
}

const RECURSION: &str = "RecursionError: maximum recursion depth exceeded during compilation";

#[test]
fn left_deep_trees_stop_at_the_compilers_limit() {
    for part in ["+x", ".a", "()", "[0]", " + 'a'"] {
        assert_eq!(outcome(&format!("x{}", part.repeat(2992))), "OK");
        assert_eq!(outcome(&format!("x{}", part.repeat(2993))), RECURSION);
        assert_eq!(outcome(&format!("x{}", part.repeat(30_000))), RECURSION);
    }
}

#[test]
fn right_deep_trees_stop_at_the_parsers_limit() {
    for part in ["-", "~", "not ", "x if y else "] {
        assert_eq!(outcome(&format!("{}x", part.repeat(2992))), "OK");
        assert_eq!(outcome(&format!("{}x", part.repeat(2993))), RECURSION);
        assert_eq!(outcome(&format!("{}x", part.repeat(5970))), "MemoryError");
        assert_eq!(outcome(&format!("{}x", part.repeat(30_000))), "MemoryError");
    }
    for part in ["lambda: ", "x**"] {
        assert_eq!(outcome(&format!("{}x", part.repeat(2984))), "OK");
        assert_eq!(outcome(&format!("{}x", part.repeat(2985))), "MemoryError");
    }
    assert_eq!(outcome(&format!("if 1:\n pass\n{}", "elif 1:\n pass\n".repeat(5000))), RECURSION);
}

#[test]
fn wide_is_not_deep() {
    for source in ["x and ".repeat(10_000) + "x", "x < ".repeat(10_000) + "x", "x = ".repeat(10_000) + "x"] {
        assert_eq!(outcome(&source), "OK");
    }
    assert_eq!(outcome(&"'a' ".repeat(10_000)), "OK");
    assert_eq!(outcome(&format!("[{}]", "1, ".repeat(10_000))), "OK");
}

#[test]
fn brackets_and_blocks_have_limits() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("{1: ", "}"), ("x[", "]")] {
        let inner = if open == "(" || open == "[" || open == "f(" { "" } else { "1" };
        assert_eq!(outcome(&format!("{}{inner}{}", open.repeat(200), close.repeat(200))), "OK", "{open}");
        let deep = format!("{}{inner}{}", open.repeat(201), close.repeat(201));
        assert_eq!(outcome(&deep), "SyntaxError: too many nested parentheses", "{open}");
    }
    let nested = |depth: usize| (0..depth).map(|i| " ".repeat(i) + "if 1:\n").collect::<String>();
    assert_eq!(outcome(&(nested(99) + &" ".repeat(99) + "pass\n")), "OK");
    assert_eq!(
        outcome(&(nested(100) + &" ".repeat(100) + "pass\n")),
        "IndentationError: too many levels of indentation"
    );
}

#[test]
fn deep_errors_are_errors() {
    for part in
        ["(", "[", "{", "f(", "{1: ", "x[", "-", "not ", "~", "lambda: ", "x**", "x if y else ", "x.", "*", "{**"]
    {
        for count in [150, 199, 3_000, 20_000] {
            for end in ["x y", "= =", "x\ny", ""] {
                let text = outcome(&format!("{}{end}", part.repeat(count)));
                assert!(text.contains("Error") || end == "x\ny" || end.is_empty(), "{part} {end} {text}");
            }
        }
    }
    let chain = format!("if 1:\n pass\n{}else\n", "elif 1:\n pass\n".repeat(5000));
    assert!(outcome(&chain).starts_with("SyntaxError: "));
    assert!(
        outcome(&format!("match x:\n case {}1 2{}:\n  pass\n", "[".repeat(190), "]".repeat(190))).contains("Error")
    );
}

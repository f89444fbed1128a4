//! What is typed at the prompt: where statements end, what is incomplete, what is wrong at once.

use bumpalo::Bump;
use frontend::{Entry, Mode, is_incomplete, parse, parse_entry};

#[test]
fn incomplete_sources_are_known() {
    let incomplete = [
        "if 1:\n",
        "if 1:\n  x\n",
        "if 1: x\n",
        "f(\n",
        "x = [1,\n",
        "'''a\n",
        "x = \\\n",
        "try:\n  x\n",
        "@a\n",
        "class A:\n  def f():\n",
        "match x:\n",
        "match x:\n  case 1:\n    pass\n",
        "for i in x:\n  # c\n",
        "f'''{\n",
        "if 1:\n  x = (\n\n",
    ];
    for source in incomplete {
        assert!(is_incomplete(source), "{source:?}");
    }
    let complete = [
        "x\n",
        "x",
        "if 1:\n  x\n\n",
        "if 1: x\n\n",
        "f(1 2\n",
        "'a\n",
        "if x\n",
        "else:\n",
        "match = 1\n",
        "x = [1,\n2 3\n",
        "if 1:\nx\n",
        "\n",
        "# c\n",
        ")\n",
        "if 1:\n  x\ny\n",
    ];
    for source in complete {
        assert!(!is_incomplete(source), "{source:?}");
    }
}

/// Splits a session as the prompt does; an error shows its message.
fn session(mut rest: &str) -> Vec<String> {
    let mut out = vec![];
    while !rest.is_empty() {
        let arena = Bump::new();
        let (text, length) = match parse_entry(&arena, rest, true) {
            Entry::Complete(_, length) => (rest[..length].to_owned(), length),
            Entry::Wrong(error, length) => (format!("{}: {}", error.start_line, error.message), length),
            Entry::Incomplete => return out,
        };
        out.push(text);
        rest = &rest[length..];
    }
    out
}

#[test]
fn sessions_are_split_into_statements() {
    let source = "x = (1,\n\n2)\n# c\nfor i in x:\n  # c\n  print(i)\n  \n\ny = = 2\nprint(4)\n\"abc\nf(\n1 2\n\"\"\"a\n\nb\"\"\"\n";
    let expected = [
        "x = (1,\n\n2)\n",
        "# c\n",
        "for i in x:\n  # c\n  print(i)\n  \n\n",
        "1: invalid syntax",
        "print(4)\n",
        "1: unterminated string literal (detected at line 1)",
        "2: invalid syntax. Perhaps you forgot a comma?",
        "\"\"\"a\n\nb\"\"\"\n",
    ];
    assert_eq!(session(source), expected);
    let source = "class A:\n  def f(self):\n     pass\n  x = = 3\n  y = 3\nif 1:\n\nif 1:\n  x\nprint(2)\nif 1: x";
    let expected = [
        "4: invalid syntax",
        "1: unexpected indent",
        "2: expected an indented block after 'if' statement on line 1",
        "3: invalid syntax",
        "if 1: x",
    ];
    assert_eq!(session(source), expected);
}

#[test]
fn single_mode_takes_one_statement() {
    let outcome = |source: &str| match parse(&Bump::new(), source, Mode::Interactive) {
        Ok(_) => "OK".to_owned(),
        Err(error) => format!("{} {}:{}", error, error.start_line, error.start_col),
    };
    for source in ["x = 1; y = 2", "x\n# c\n\n", "if 1:\n  x", "if 1: x\n\n"] {
        assert_eq!(outcome(source), "OK", "{source:?}");
    }
    let message = "SyntaxError: multiple statements found while compiling a single statement";
    assert_eq!(outcome("x=1\ny=2"), format!("{message} 1:4"));
    assert_eq!(outcome("f(\n1)\n2"), format!("{message} 2:3"));
    assert_eq!(outcome("if 1:\n  x\ny=2"), "SyntaxError: invalid syntax 3:1");
}

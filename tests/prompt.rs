//! The prompt's commands: what they say, and that ordinary Python is not disturbed by them.

mod support;

use support::{run_pyglass, scratch};

fn typed(lines: &str) -> String {
    let got = run_pyglass(&["-i", "-q", "-"], lines);
    assert_eq!(got.status, 0, "{}{}", got.stdout, got.stderr);
    got.stdout
}

#[test]
fn a_question_mark_asks() {
    let said = typed("def add(x, /, y=2, *rest, k, **kw):\n    \"Adds.\"\n    return x\n\nadd??\nadd.x?\n");
    assert!(said.contains("Signature: add(x, /, y=2, *rest, k, **kw)\n"), "{said}");
    assert!(said.contains("Docstring: Adds.\n") && said.contains("           def add(x, /, y=2"), "{said}");
    assert!(typed("a = [1]\nb = a\na?\n").contains(", count 2\n"));
}

/// `%` and `?` in strings, in comments, at the beginning of a later line.
#[test]
fn python_is_left_alone() {
    let lines = "x = '''\n%who\nx?\n'''\nx\n7 % \\\n5\nlen('?')  # why?\n('a'\n%())\n'who?'\n";
    assert_eq!(typed(lines), "'\\n%who\\nx?\\n'\n2\n1\n'a'\n'who?'\n");
}

#[test]
fn future_statements_hold_for_later_lines() {
    let lines = "from __future__ import annotations\ndef f(x: nowhere): pass\n\nf.__annotations__\ny: zork = 1\n";
    assert_eq!(typed(lines), "{'x': 'nowhere'}\n");
}

#[test]
fn names_are_listed_and_deleted() {
    let said = typed("%who\na = [1, 2, 3]\nb = a\n%whos\n%reset\n%who\n%history\n");
    let expected = "no names yet\n\
        name  type  count  bytes  value\n\
        a     list      2     88  [1, 2, 3]\n\
        b     list      2     88  [1, 2, 3]\n\
        2 names deleted\n\
        no names yet\n   \
        1  %who\n   2  a = [1, 2, 3]\n   3  b = a\n   4  %whos\n   5  %reset\n   6  %who\n   7  %history\n";
    assert_eq!(said, expected);
}

#[test]
fn another_memory_model_starts_afresh() {
    let lines =
        "import sys\n%python 3.8\nx\nimport sys\nsys.getsizeof([1, 2, 3])\n%python 3.13\n%python\n%python 2.7\n";
    let said = typed(lines);
    let expected = "the memory model of Python 3.8: a fresh heap, a fresh __main__, no names\n\
        (%compare 3.11 tells which numbers of what you type are others under 3.11, and why)\n80\n\
        the memory model of Python 3.13: a fresh heap, a fresh __main__, no names\n\
        (%compare 3.8 tells which numbers of what you type are others under 3.8, and why)\n\
        the memory model of Python 3.13; %python 3.13 switches (3.8 to 3.13)\n";
    assert!(said.starts_with(expected), "{said}");
}

/// What was typed is run under several models, and the fields that change a line are told.
#[test]
fn what_was_typed_is_compared() {
    let said = typed(
        "%compare\nimport sys\ndef size(x):\n    return sys.getsizeof(x)\n\nsize([1, 2, 3])\n%who\n%compare 3.8\n%compare 2.7\n",
    );
    let expected = "nothing was typed yet: type what prints a number, then %compare 3.8 3.13\n88\nsys  size\n\
        line    3.8   3.11\n\
        1       80    88\n        \
        3.8 → 3.11: a list literal of three or more constants has room for: exactly the items → the items, rounded up to even\n\
        no memory model of Python 2.7; there are 3.8 to 3.13: %compare 3.8 3.13\n";
    assert_eq!(said, expected);
    assert_eq!(typed("1 + 1\n%compare 3.8 3.13\n"), "2\nall the same: 1 lines under 3.8, 3.11, 3.13\n");
}

/// What has no name any more is asked about by its address.
#[test]
fn an_address_stands_for_its_object() {
    let make = "import gc; gc.disable()\na = []; a.append(a); print(hex(id(a))); del a\n";
    let address = typed(make).trim().to_string();
    let said = typed(&format!(
        "{make}%refs a\n%refs #1\n%graph\n%refs #1\n%refs #2\n%refs {address}\n%why {address}\n%layout {address}\n%refs 0x1234567\n"
    ));
    for part in [
        "there is no name a; %who lists the names",
        "#1 stands for nothing, or for what is gone",
        "#2 stands for nothing, or for what is gone",
        &format!("list {address}: count 1\n    1  item [0] of list {address}\n"),
        "nothing that runs reaches it; it waits for the collector",
        " of arena 0, of blocks of 64, at ",
        "int 0x",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

/// Each wrong word gets an answer that says what to type, and the prompt goes on.
#[test]
fn wrong_words_are_answered() {
    for (line, answer) in [
        ("%nothing", "there is no %nothing; %help lists what there is"),
        ("%refs", "%refs wants an expression"),
        ("%refs missing", "there is no name missing;"),
        ("%watch missing", "there is no name missing;"),
        ("%layout missing 3.8", "there is no name missing;"),
        ("%graph missing", "there is no name missing;"),
        ("%watch [1]", "nobody holds this list: it goes when the command is done"),
        ("%why None", "it is never freed"),
        ("x = [1]\n%watch x\n%timeit -n 2 -r 2 [x]\nx?\n%whos\ny = 1", "loops each)\nType:      list\n"),
        ("%timeline x", "not recording: type %record on"),
        ("%record", "not recording: type %record on"),
        ("%record on\n%record x", "%record on, %record off, or %record FILE.jsonl"),
        ("%heap colour", "%heap shows the heap by size, type, age or line"),
        ("%heap line", "import tracemalloc; tracemalloc.start()"),
        ("%leaks", "there is no mark yet: %leaks mark"),
        ("%run /no/such/file.py", "%run: /no/such/file.py: No such file or directory"),
        ("%lesson /no/such.md", "%lesson: /no/such.md: No such file or directory"),
        ("%lesson 77", "there is no lesson 77"),
        ("%gc", "%gc step collects pass by pass"),
        ("%gc step 9", "%gc step wants a generation: 0, 1 or 2"),
        ("%gens x", "%gens takes no words"),
        ("%time", "%time wants a statement"),
        ("%timeit", "%timeit wants a statement"),
        ("%layout 1 > a.svg", "of this there is no picture"),
        ("%refs int > /no/such/x.json", "/no/such/x.json cannot be written: No such file or directory"),
    ] {
        let said = typed(&format!("{line}\nprint('on')\n"));
        assert!(said.contains(answer) && said.ends_with("on\n"), "{line}: {said}");
    }
}

#[test]
fn statements_and_files_are_run() {
    let file = scratch("prompt").join("given.py");
    std::fs::write(&file, "import sys\nmade = sys.argv[1:]\nraise SystemExit(4)\n").expect("scratch is writable");
    let said = typed(&format!("%run {} a b\nmade\n%time x = 5\nx\n%timeit -n 3 -r 2 x + 1\n", file.display()));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!((lines[0], lines[3]), ("['a', 'b']", "5"), "{said}");
    assert!(lines[1].starts_with("CPU time: ") && lines[2].starts_with("wall time: "), "{said}");
    assert!(lines[4].ends_with("(mean ± deviation of 2 rounds, 3 loops each)"), "{said}");
}

#[test]
fn lessons_run_their_programs_and_ask() {
    let said = typed("%lesson\n%lesson 2\n5\n%lesson 99\n");
    assert!(said.contains("  %lesson 1   Names and objects\n"), "{said}");
    assert!(said.contains(">>> tray = [cup, cup]\n") && said.contains("5\n  right: 5\n"), "{said}");
    assert!(said.contains("value 'mine' of dict") && said.contains("there is no lesson 99;"), "{said}");
    assert!(typed("%lesson 2\n7\ncup\n").contains("  not quite: it is 5\n"));
    let own = scratch("lesson").join("own.md");
    let text = "# Own\n\nLook.\n\n**Question:** how much is 6 * 7?\n\n```pycon\n>>> 6 * 7\n42\n```\n";
    std::fs::write(&own, text).expect("scratch is writable");
    let said = typed(&format!("%lesson {}\n42\n%lesson /nowhere.md\n", own.display()));
    assert!(said.starts_with("Own\n\nLook.\n") && said.contains("42\n  right: 42\n"), "{said}");
}

#[test]
fn predictions_are_asked_before_and_answered_after() {
    let lines = "a = []\n%predict count a: b = a\n2\n%predict id a: a = a + [1]\nyes\n%predict\nc = a\n9\n";
    let said = typed(lines);
    assert!(said.contains("  right: 2\n  list 0x") && said.contains("      1  global b\n"), "{said}");
    assert!(said.contains("  not quite: it is no\n") && said.contains("  not quite: it is 2\n"), "{said}");
    let got = run_pyglass(&["predict", "examples/predictions.py"], "2\n2\nyes\nno\n1\n");
    assert!(got.stdout.ends_with("  right: 1\n4 of 5 right\n"), "{}{}", got.stdout, got.stderr);
    assert_eq!((got.status, run_pyglass(&["predict"], "").status), (0, 2));
}

/// Objects whose own code raises, or that are too deep for `repr`, are told of all the same.
#[test]
fn objects_that_raise_are_told_of() {
    let said = typed(
        "class Sour:\n    def __repr__(self): return 1 / 0\n    def __sizeof__(self): return []\n    def __getattr__(self, name): raise OSError\n\n\
         sour = Sour()\nnest = []\nfor _ in range(5000): nest = [nest]\n\n%whos\nsour?\n",
    );
    assert!(said.contains("Sour      1      ?  (its __repr__ raises ZeroDivisionError)\n"), "{said}");
    assert!(said.contains("(its __repr__ raises RecursionError)\n"), "{said}");
    assert!(said.contains("Value:     (its __repr__ raises ZeroDivisionError)\nMemory:    ? bytes at "), "{said}");
    assert!(said.contains("Docstring: none\n"), "{said}");
}

/// What a timed statement raises shows the learner's lines; a name that is not there is told before anything is asked.
#[test]
fn what_is_wrong_is_told_first() {
    let got = run_pyglass(
        &["-i", "-q", "-"],
        "def f(): return 1 / 0\n\n%timeit f()\n%timeit )\n%predict a = nothing\n%predict count none: b = []\nb\n",
    );
    let expected = "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in f\n";
    assert!(got.stderr.contains(expected), "{}", got.stderr);
    assert!(!got.stderr.contains("timeit"), "{}", got.stderr);
    assert!(!got.stdout.contains("how many") && !got.stdout.contains("will a"), "{}", got.stdout);
    assert!(got.stderr.contains("NameError: name 'b' is not defined"), "{}", got.stderr);
}

/// Long chains and large objects are answered in time, in lines that can be read.
#[test]
fn what_is_large_is_told_in_short() {
    let program = "class Node: pass\n\nlast = head = Node()\nfor _ in range(30000):\n    node = Node()\n    node.next = head\n    \
                   head = node\n\nbig = list(range(30000))\nshared = Node()\nmany = [[shared] for _ in range(30000)]\ndel last, node\n";
    for (command, part) in [
        ("%why head.__dict__", "is alive because of"),
        ("%refs shared", "… and 29961 more places"),
        ("%layout big", "… 2993"),
        ("%layout big 3.8", "… 2993"),
        ("%gc step", "steps more"),
    ] {
        let said = typed(&format!("{program}{command}\n"));
        assert!(said.contains(part) && said.lines().count() < 600, "{command}: {}", &said[..said.len().min(2000)]);
    }
    let said = typed(&format!(
        "{program}end = head\nwhile hasattr(end, 'next'): end = end.next\n\nx = [end]; del end\n%why x[0]\n"
    ));
    assert!(said.lines().count() < 60, "{said}");
}

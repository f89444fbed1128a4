//! `pyglass compare` and `pyglass profiles`: lines that differ between releases, with the reasons that substitution finds.

mod support;

use support::{run_pyglass, run_pyglass_with, scratch};

const PROGRAM: &str = "\
import sys
print('same', sys.getsizeof(1.0))
print('literal', sys.getsizeof([1, 2, 3]))
print('text', sys.getsizeof('abc'))
class Plain: pass
me = Plain()
def count(x): return sys.getrefcount(x)
print('argument', count(me))
if sys.getsizeof([1, 2, 3]) == 80: print('only in 3.8')
print('address', me)
";

#[test]
fn lines_that_differ_have_reasons() {
    let script = scratch("compare").join("script.py");
    std::fs::write(&script, PROGRAM).expect("the folder is writable");
    let file = script.to_string_lossy();
    let got = run_pyglass(&["compare", "--python", "3.8,3.11,3.13", &file], "");
    assert_eq!((got.status, got.stderr.as_str()), (1, ""));
    let lines: Vec<&str> = got.stdout.lines().collect();
    assert_eq!(
        lines[1].split_whitespace().collect::<Vec<_>>(),
        ["2", "literal", "80", "literal", "88", "literal", "88"]
    );
    assert!(
        lines[2].starts_with("        3.8 → 3.11: a list literal of three or more constants has room for: exactly")
    );
    assert!(lines[3].starts_with("3       text 52"), "{}", got.stdout);
    assert!(lines[4].contains("3.11 → 3.13: bytes of a str in front of its characters"), "{}", got.stdout);
    assert!(lines[6].contains("the arguments of a Python function are held by"), "{}", got.stdout);
    assert!(lines[7].starts_with("5       only in 3.8") && lines[7].ends_with('-'), "{}", got.stdout);
    assert_eq!(lines.len(), 9, "{}", got.stdout);
}

#[test]
fn the_same_output_is_said_to_be_the_same() {
    let script = scratch("compare-same").join("script.py");
    std::fs::write(&script, "print(1)\nprint(2)\n").expect("the folder is writable");
    let got = run_pyglass(&["compare", &script.to_string_lossy()], "");
    assert_eq!(
        (got.status, got.stdout.as_str()),
        (0, "all the same: 2 lines under 3.8, 3.9, 3.10, 3.11, 3.12, 3.13\n")
    );
    assert_eq!(run_pyglass(&["compare", "nowhere.py"], "").status, 2);
    assert_eq!(run_pyglass(&["compare", "--python", "2.7", "x.py"], "").status, 2);
}

#[test]
fn the_table_shows_what_changed() {
    let got = run_pyglass(&["profiles"], "");
    let shown =
        "thresholds: the collector's first thresholds\n    3.8-3.12   700, 10, 10\n    3.13       2000, 10, 10\n";
    assert!(got.stdout.contains(shown), "{}", got.stdout);
    assert!(!got.stdout.contains("free_lists.slice"), "nothing changed there");
}

#[test]
fn the_model_can_be_named_in_three_ways() {
    let program = "import sys; print(sys.pyglass_profile, sys.getsizeof([1, 2, 3]), sys.version_info[:2])";
    for args in [["--python", "3.9"], ["-X", "python=3.9"], ["--python", "3.9+dict.header=3.8"]] {
        let got = run_pyglass_with(&[args[0], args[1], "-c", program], "", &[("PYGLASS_PYTHON", "3.13")]);
        assert_eq!(got.stdout, "3.9 120 (3, 11)\n", "{}", got.stderr);
    }
    assert_eq!(run_pyglass_with(&["-c", program], "", &[("PYGLASS_PYTHON", "3.8")]).stdout, "3.8 80 (3, 11)\n");
    assert_eq!(run_pyglass_with(&["-E", "-c", program], "", &[("PYGLASS_PYTHON", "3.8")]).stdout, "3.11 88 (3, 11)\n");
    let wrong = run_pyglass_with(&["-c", program], "", &[("PYGLASS_PYTHON", "3.14")]);
    assert_eq!(wrong.status, 2);
    assert!(
        wrong.stderr.starts_with("PYGLASS_PYTHON: no memory model of Python 3.14; there is: 3.8, "),
        "{}",
        wrong.stderr
    );
}

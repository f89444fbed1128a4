//! The command line: what runs, what `sys` says of it, how it ends.

mod support;

use support::{run_pyglass, run_pyglass_with, scratch};

#[test]
fn a_command_sees_its_arguments() {
    let got = run_pyglass(&["-c", "import sys; print(sys.argv, repr(sys.path[0]))", "a", "-b"], "");
    assert_eq!(got.stdout, "['-c', 'a', '-b'] ''\n", "{}", got.stderr);
}

#[test]
fn a_script_sees_its_folder() {
    let folder = scratch("script");
    std::fs::write(folder.join("helper.py"), "WORD = 'from the helper'\n").expect("scratch is writable");
    let main = folder.join("main.py");
    std::fs::write(&main, "import helper, sys\nprint(helper.WORD, __name__, len(sys.argv))\n").expect("writable");
    let got = run_pyglass(&[&main.to_string_lossy(), "x"], "");
    assert_eq!(got.stdout, "from the helper __main__ 2\n", "{}", got.stderr);
}

#[test]
fn stdin_is_a_program() {
    for args in [&[][..], &["-"][..]] {
        let got = run_pyglass(args, "x = 20\nprint(x + 1)\n");
        assert_eq!(got.stdout, "21\n", "{}", got.stderr);
    }
}

#[test]
fn a_module_runs_as_main() {
    let folder = scratch("module");
    std::fs::write(folder.join("tool.py"), "import sys\nprint(__name__, sys.argv[1:])\n").expect("writable");
    let got = run_pyglass_with(&["-m", "tool", "z"], "", &[("PYTHONPATH", &folder.to_string_lossy())]);
    assert_eq!(got.stdout, "__main__ ['z']\n", "{}", got.stderr);
    let got = run_pyglass(&["-m", "nowhere_to_be_found"], "");
    assert_eq!((got.status, got.stderr.contains("No module named nowhere_to_be_found")), (1, true), "{}", got.stderr);
}

#[test]
fn exit_statuses_are_cpythons() {
    let cases = [
        ("pass", 0),
        ("raise SystemExit", 0),
        ("raise SystemExit(None)", 0),
        ("raise SystemExit(7)", 7),
        ("raise SystemExit('no')", 1),
        ("import sys; sys.exit(300)", 44),
        ("import sys; sys.exit(-1)", 255),
        ("1/0", 1),
        ("raise KeyboardInterrupt", 130),
        ("def", 1),
    ];
    for (program, status) in cases {
        assert_eq!(run_pyglass(&["-c", program], "").status, status, "{program}");
    }
    assert_eq!(run_pyglass(&["/nowhere/at/all.py"], "").status, 2);
    assert_eq!(run_pyglass(&["-Z"], "").status, 2);
    assert_eq!(run_pyglass(&["--python", "2.7", "-c", "1"], "").status, 2);
}

#[test]
fn the_prompt_is_byte_stable_in_a_pipe() {
    let got = run_pyglass(&["-i", "-q"], "a = 1000\nb = 1000\na is b\n_\n1/0\nif a:\n    print('yes')\n\nexit(3)\n");
    assert_eq!(got.stdout, "False\nFalse\nyes\n", "{}", got.stderr);
    assert_eq!(got.status, 3);
    assert!(got.stderr.contains("ZeroDivisionError: division by zero"), "{}", got.stderr);
}

#[test]
fn bad_sources_are_syntax_errors() {
    let folder = scratch("sources");
    let cases: [(&str, &[u8], &str); 3] = [
        ("bytes.py", b"x = '\xff'\n", "SyntaxError: Non-UTF-8 code starting with '\\xff'"),
        ("nul.py", b"x = 1\0\n", "source code cannot contain null bytes"),
        ("open.py", b"print(\n", "SyntaxError: '(' was never closed"),
    ];
    for (name, bytes, words) in cases {
        let file = folder.join(name);
        std::fs::write(&file, bytes).expect("scratch is writable");
        let got = run_pyglass(&[&file.to_string_lossy()], "");
        assert_eq!(got.status, 1, "{name}");
        assert!(got.stderr.contains(words), "{name}: {}", got.stderr);
    }
}

//! The command line: what runs, what `sys` says of it, how it ends.

mod support;

use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::process::Stdio;
use std::time::Duration;

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

/// A package has the spec of its `__main__`, a module its own.
#[test]
fn what_runs_as_main_knows_its_spec() {
    let folder = scratch("spec");
    std::fs::create_dir_all(folder.join("parcel")).expect("writable");
    std::fs::write(folder.join("parcel/__init__.py"), "").expect("writable");
    for file in ["parcel/__main__.py", "alone.py"] {
        std::fs::write(folder.join(file), "print(__spec__.name, __package__)\n").expect("writable");
    }
    let path = folder.to_string_lossy().into_owned();
    for (name, expected) in [("parcel", "parcel.__main__ parcel\n"), ("alone", "alone \n")] {
        let got = run_pyglass_with(&["-m", name], "", &[("PYTHONPATH", &path)]);
        assert_eq!(got.stdout, expected, "{}", got.stderr);
    }
    let got = run_pyglass(&[&format!("{path}/parcel")], "");
    assert_eq!(got.stdout, "__main__ \n", "{}", got.stderr);
}

#[test]
fn warnings_are_filtered_by_options_and_the_environment() {
    let program =
        "import sys, warnings\nprint(sys.warnoptions)\nwarnings.warn('a')\nwarnings.warn('b', DeprecationWarning)";
    let got = run_pyglass(&["-W", "error", "-c", program], "");
    let raised = "Traceback (most recent call last):\n  File \"<string>\", line 3, in <module>\nUserWarning: a\n";
    assert_eq!((&*got.stdout, &*got.stderr, got.status), ("['error']\n", raised, 1));
    let got = run_pyglass_with(&["-Wignore::UserWarning", "-c", program], "", &[("PYTHONWARNINGS", "error,always")]);
    assert_eq!(got.stdout, "['error', 'always', 'ignore::UserWarning']\n");
    assert_eq!(got.stderr, "<string>:4: DeprecationWarning: b\n");
    let got = run_pyglass(&["-Wzork", "-Werror:::x:-1", "-c", program], "");
    let complaints =
        "Invalid -W option ignored: invalid action: 'zork'\nInvalid -W option ignored: invalid lineno -1\n";
    assert_eq!(got.stderr, format!("{complaints}<string>:3: UserWarning: a\n<string>:4: DeprecationWarning: b\n"));
    let got = run_pyglass(&["-W", "error", "-c", "1 is 1"], "");
    assert!(got.stderr.ends_with("SyntaxError: \"is\" with a literal. Did you mean \"==\"?\n"), "{}", got.stderr);
}

#[test]
fn an_isolated_program_does_not_look_around() {
    let program = "import sys; print('' in sys.path, sys.flags.isolated, sys.flags.no_user_site, sys.flags.safe_path)";
    assert_eq!(run_pyglass(&["-I", "-c", program], "").stdout, "False 1 1 True\n");
    assert_eq!(run_pyglass(&["-P", "-c", program], "").stdout, "False 0 0 True\n");
    assert_eq!(run_pyglass(&["-c", program], "").stdout, "True 0 0 False\n");
    let script = scratch("first line").join("x.py");
    std::fs::write(&script, "not Python\nprint(2)\n1/0\n").expect("writable");
    let got = run_pyglass(&["-x", &script.to_string_lossy()], "");
    assert!(got.stdout == "2\n" && got.stderr.contains(", line 3, in"), "{}{}", got.stdout, got.stderr);
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
    let cases: [(&str, &[u8], &str); 4] = [
        ("foo.py", b"# coding: foo\n", "SyntaxError: encoding problem: foo\n"),
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

/// Runs a program through the shell, which gives it little memory.
fn run_in_shell(line: &str, program: &str) -> std::process::Output {
    let line = line.replace("PYGLASS", &format!("'{}'", env!("CARGO_BIN_EXE_pyglass")));
    let shell = std::process::Command::new("/bin/sh").args(["-c", &line, "sh", program]).output();
    shell.expect("there is a shell")
}

#[test]
fn ctrl_c_ends_any_loop() {
    let programs = [
        "while True: pass",
        "for i in range(10**15): pass",
        "sum(range(10**15))",
        "import itertools; max(itertools.count())",
        "import itertools; next(itertools.islice(itertools.count(), 10**15, None))",
        "import itertools; ''.join(itertools.repeat(''))",
        "1.5 in range(10**15)",
        "import time; time.sleep(1000)",
    ];
    for program in programs {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_pyglass"))
            .args(["-c", &format!("print('ready', flush=True)\n{program}")])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("pyglass starts");
        let mut first = [0; 6];
        child.stdout.as_mut().expect("a pipe was ordered").read_exact(&mut first).expect("it says when it is ready");
        std::thread::sleep(Duration::from_millis(50));
        let sent = std::process::Command::new("/bin/kill").args(["-INT", &child.id().to_string()]).status();
        assert!(sent.expect("there is a kill").success());
        let got = child.wait_with_output().expect("it ends");
        let err = String::from_utf8_lossy(&got.stderr);
        assert!(err.ends_with("KeyboardInterrupt\n"), "{program}: {err}");
        assert_eq!(got.status.code().or(got.status.signal().map(|n| 128 + n)), Some(130), "{program}");
    }
}

#[test]
fn exhausted_memory_is_memory_error() {
    let programs = [
        "l = []\nwhile True: l.append(None)",
        "l = [0]\nwhile True: l += l",
        "d = {}\nfor i in range(10**9): d[i] = None",
        "s = set()\nfor i in range(10**9): s.add(i)",
        "[[] for i in range(10**9)]",
        "n = None\nwhile True: n = (n,)",
        "list(range(10**9))",
        "b = b'x'\nwhile True: b += b",
        "s = 'x' * 10**6\nwhile True: s += s",
        "from collections import deque\nd = deque()\nwhile True: d.append(None)",
        "''.join(['x' * 10**6] * 10**6)",
        "'%.900000000f' % 1.0",
        "format(1, '900000000')",
        "1 << 10**10",
        "from itertools import repeat\n''.join(repeat('x'))",
        "from itertools import repeat\nbytes(repeat(1))",
        "('a' * 10**8).translate({97: 'b' * 100})",
        "open('/dev/zero', 'rb').read(10**12)",
        "eval('[' + '1,' * 10**7 + ']')",
    ];
    for program in programs {
        let got = run_in_shell("ulimit -v 400000; PYGLASS -c \"$1\"; echo status $?", program);
        let (out, err) = (String::from_utf8_lossy(&got.stdout), String::from_utf8_lossy(&got.stderr));
        assert!(err.ends_with("MemoryError\n"), "{program}: {err}");
        assert_eq!(out, "status 1\n", "{program}");
    }
}

/// CPython shows the figures before it maps an arena and once more at the end.
#[test]
fn the_allocator_reports_at_each_new_arena() {
    for release in ["3.8", "3.11"] {
        let program = "x = [[i] for i in range(50000)]";
        let got = run_pyglass_with(&["--python", release, "-c", program], "", &[("PYTHONMALLOCSTATS", "1")]);
        let total = |line: &str| line.rsplit(' ').next().and_then(|n| n.parse::<usize>().ok());
        let seen: Vec<usize> =
            got.stderr.lines().filter(|l| l.starts_with("# arenas allocated total")).filter_map(total).collect();
        assert!(seen.len() > 4, "{}", got.stderr);
        assert_eq!(seen, (0..seen.len()).collect::<Vec<_>>());
    }
}

//! `pyglass check`: what passes, what fails and how it is told, what is rewritten.

mod support;

use support::{Outcome, run_pyglass, scratch};

const PASSES: &str = "# T\n\n```python\nimport sys\nprint(sys.getsizeof([1, 2, 3]))  # 88\n```\n";

fn check(name: &str, text: &str, options: &[&str]) -> (Outcome, String) {
    let folder = scratch(name);
    let path = folder.join(if text.starts_with("# py") { "t.py" } else { "t.md" });
    std::fs::write(&path, text).expect("scratch is writable");
    let path = path.to_string_lossy().into_owned();
    let mut args = vec!["check"];
    args.extend(options);
    args.push(&path);
    let mut got = run_pyglass(&args, "");
    got.stdout = got.stdout.replace(&format!("{}/", folder.display()), "");
    (got, std::fs::read_to_string(&path).expect("the document is still there"))
}

#[test]
fn a_true_document_passes() {
    let (got, _) = check("true", PASSES, &[]);
    assert_eq!((got.status, got.stdout.as_str()), (0, "t.md: 1 passed (1 expectation), 0 failed, 0 skipped\n"));
}

#[test]
fn a_false_line_fails_with_a_diff_and_who_prints_it() {
    let (got, text) = check("false", &PASSES.replace("88", "80"), &[]);
    let expected = "t.md:5: prints something else under 3.11\n--- shown\n+++ printed\n@@ -5,1 +1,1 @@\n-80\n+88\n  \
                    what is shown is printed by: 3.8\nt.md: 0 passed (0 expectations), 1 failed, 0 skipped\n";
    assert_eq!((got.status, got.stdout.as_str()), (1, expected), "{}", got.stderr);
    assert!(text.contains("# 80"), "a check changes nothing");
}

#[test]
fn what_cannot_be_checked_is_status_2() {
    assert_eq!(run_pyglass(&["check", "/nowhere.md"], "").status, 2);
    assert_eq!(run_pyglass(&["check"], "").status, 2);
    assert_eq!(run_pyglass(&["check", "--python", "2.7", "x.md"], "").status, 2);
    assert_eq!(run_pyglass(&["check", "--against", "/nowhere/python", "x.md"], "").status, 2);
}

#[test]
fn accept_writes_values_outputs_and_notes() {
    let text = "- a list\n\n  ```python\n  import sys\n  print(sys.getsizeof([1, 2, 3]))  # 1 (bytes)\n  ```\n\n\
                ```python\nprint(sys.getsizeof({1: 2}))\nprint('é')\n```\n\n```\nold\n```\n\n>>> the end\n";
    let (got, accepted) = check("accept", text, &["--accept", "--python", "3.8,3.11"]);
    let expected = "- a list\n\n  ```python\n  import sys\n  print(sys.getsizeof([1, 2, 3]))  # 88 (bytes)\n  ```\n\n\
                    <!-- differs 3.8:\n88 (bytes) => 80\n-->\n\n\
                    ```python\nprint(sys.getsizeof({1: 2}))\nprint('é')\n```\n\n```\n224\né\n```\n\n\
                    <!-- differs 3.8:\n224 => 232\n-->\n\n>>> the end\n";
    assert_eq!((got.status, accepted.as_str()), (0, expected), "{}", got.stdout);
    let (again, same) = check("accept-again", &accepted, &["--accept", "--python", "3.8,3.11"]);
    assert_eq!((again.status, same), (0, accepted), "{}", again.stdout);
}

/// Lines of the program that stand between expectations stay; lines end as they ended.
#[test]
fn accept_leaves_the_program_alone() {
    let text = "# py\nx = 1\nprint(x)\n# expect: 2\nprint('a\\nb')\n# expect: a\n# expect: c\ny = 2\n";
    let (got, accepted) = check("between", text, &["--accept"]);
    let expected = "# py\nx = 1\nprint(x)\n# expect: 1\nprint('a\\nb')\n# expect: a\n# expect: b\ny = 2\n";
    assert_eq!((got.status, accepted.as_str()), (0, expected), "{}", got.stdout);
    let text = "# py\nprint(1)\n# expect: 2\nprint('a\\nb')\n# expect: a\ny = 2\n";
    let (got, accepted) = check("between-more", text, &["--accept"]);
    let expected = "# py\nprint(1)\n# expect: 1\nprint('a\\nb')\n# expect: a\n# expect: b\ny = 2\n";
    assert_eq!((got.status, accepted.as_str()), (0, expected), "{}", got.stdout);
    let text = "# T\r\n\r\n```python\r\nprint('a\\nb')\r\n```\r\n\r\n```\r\nold\r\n```\r\n";
    let (got, accepted) = check("line-ends", text, &["--accept"]);
    assert_eq!((got.status, accepted), (0, text.replace("old", "a\r\nb")), "{}", got.stdout);
}

#[test]
fn documents_that_are_none() {
    let folder = scratch("odd");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("scratch is writable");
        path.to_string_lossy().into_owned()
    };
    let status = |path: &str| {
        let got = run_pyglass(&["check", path], "");
        assert!(!got.stderr.contains("panicked"), "{}", got.stderr);
        got.status
    };
    assert_eq!(status(&write("empty.md", b"")), 0);
    assert_eq!(status(&write("bytes.md", b"\xff\xfe bad \x80")), 2);
    assert_eq!(status(&folder.to_string_lossy()), 2);
    assert_eq!(status(&write("open.md", b"```python\nprint(1)  # 1\n")), 0);
    let nested = "````markdown\n```python\nprint(1)  # 2\n```\n````\n\n> ```python\n> print(3)  # 3\n> ```\n\n~~~python\nprint(6)  # 6\n~~~\n";
    assert_eq!(status(&write("nested.md", nested.as_bytes())), 0);
    // A broken program beside a good one: both are told, and what cannot be accepted stays.
    let broken = "```python\ndef f(:\n```\n\n```python raises=KeyError\nprint(1)\n```\n";
    let path = write("broken.md", broken.as_bytes());
    assert_eq!((status(&path), run_pyglass(&["check", "--accept", &path], "").status), (1, 1));
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), broken);
}

#[test]
fn python_files_and_their_notes() {
    let text = "# python file\nimport sys\nprint(sys.getsizeof(''))\nprint(__name__)\n# expect: 49\n# expect: __main__\n\
                # differs[3.12]: 49 => 41\n";
    let (got, _) = check("file", text, &["--python", "3.11,3.12"]);
    assert_eq!(got.status, 0, "{}", got.stdout);
    let (got, _) = check("file-stale", &text.replace("3.12]", "3.10]"), &["--python", "3.10"]);
    assert!(got.status == 1 && got.stdout.contains("t.py:7: the note on 3.10 is stale"), "{}", got.stdout);
}

#[test]
fn transcripts_namespaces_and_options() {
    let text = "```pycon\n>>> x = 5\n>>> x\n5\n>>> 1/0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: division by \
                zero\n```\n\n```python\nprint(x)  # 5\n```\n\n```python fresh raises=NameError\nx\n```\n\n\
                ```python skip=\"no network\"\nimport socket\n```\n";
    let (got, _) = check("transcript", text, &[]);
    let expected = "t.md:20: skipped: no network\nt.md: 3 passed (4 expectations), 0 failed, 1 skipped\n";
    assert_eq!((got.status, got.stdout.as_str()), (0, expected));
}

#[test]
fn a_program_that_does_not_end_is_told() {
    let (got, _) = check("endless", "```python\nprint(1)  # 1\nwhile True: pass\n```\n", &["--timeout", "1"]);
    assert!(got.status == 1 && got.stdout.contains("t.md:2: it took more than 1 seconds"), "{}", got.stdout);
}

#[test]
fn junit_holds_every_block() {
    let folder = scratch("junit");
    let xml = folder.join("out.xml");
    let (got, _) = check("junit-document", &PASSES.replace("88", "<b>"), &["--junit", &xml.to_string_lossy()]);
    let xml = std::fs::read_to_string(xml).expect("it was written");
    assert_eq!(got.status, 0, "a name in angle brackets is a capture: {}", got.stdout);
    assert!(xml.contains("tests=\"1\" failures=\"0\"") && xml.contains("name=\"line 4 [3.11]\"/>"), "{xml}");
}

/// The driver for other interpreters is a Python program: pyglass itself can play the other one.
#[test]
fn another_interpreter_follows_the_same_plan() {
    let text = PASSES.to_string() + "\n```python fresh\n1/0  # ZeroDivisionError\n```\n\n```pycon\n>>> 1 + 1\n2\n```\n";
    let (got, _) = check("against", &text, &["--against", env!("CARGO_BIN_EXE_pyglass")]);
    assert_eq!(got.status, 0, "{}{}", got.stdout, got.stderr);
}

#[test]
fn figures_name_their_releases() {
    let (got, _) = check("figures", &PASSES.replace("88", "80"), &["--figures"]);
    let row = "      5   yes     -     -     -     -     -  80\n";
    assert!(got.status == 0 && got.stdout.contains(row), "{}", got.stdout);
}

/// Figures that have no program, programs that have no figures, and statements that only the prompt prints.
#[test]
fn figures_tell_why_there_are_none() {
    let text = "# T\n\n<p>So:</p>\n```python\nimport sys\nsys.getsizeof([1, 2, 3])\n```\n\n![](a.png)\n\n# U\n\n```\nrefcount: 2\n```\n\n\
                ```python\nx = 1000\ny = 1000\nprint(x is y)  # False\n```\n";
    let (got, _) = check("why", text, &["--figures"]);
    let expected = "\
t.md
   line   3.8   3.9  3.10  3.11  3.12  3.13  shown
     14     ?     ?     ?     ?     ?     ?  refcount: 2
     20   yes   yes   yes   yes   yes   yes  False
         printed, but not shown in the text
      5   yes     -     -     -     -     -  80
      5     -   yes     -     -     -     -  120
      5     -     -   yes   yes   yes   yes  88
      5  what it prints is a picture: a.png
     14  an output without a program in front of it: there is nothing to run (?)
  2 figures: 1 by all releases, 0 by none, 1 without a program
";
    assert_eq!(got.stdout, expected, "{}", got.stderr);
}

/// Pages that show bytes as they lie under 3.11, or what is said of it.
const SHOW_ONE: &[&str] = &[
    "examples/collecting.md",
    "examples/graph.md",
    "examples/heap.md",
    "examples/json.md",
    "examples/layout.md",
    "examples/leaks.md",
    "examples/learning.md",
    "examples/prompt.md",
    "examples/timeline.md",
    "examples/what_happened.md",
];

#[test]
fn the_example_pages_are_true() {
    let found = std::fs::read_dir("examples").expect("there are examples").flatten().map(|entry| entry.path());
    let mut pages: Vec<String> = found.map(|path| path.to_string_lossy().into_owned()).collect();
    pages.retain(|path| path.ends_with(".md"));
    assert!(pages.len() > 2, "the pages are there");
    let lessons = std::fs::read_dir("examples/lessons").expect("there are lessons").flatten();
    let lessons: Vec<String> = lessons.map(|entry| entry.path().to_string_lossy().into_owned()).collect();
    assert!(lessons.len() >= 10, "the lessons are there");
    let (one, all): (Vec<&str>, Vec<&str>) = pages.iter().map(String::as_str).partition(|path| SHOW_ONE.contains(path));
    let lessons: Vec<&str> = lessons.iter().map(String::as_str).collect();
    for (releases, pages) in [("3.8,3.11,3.13", all), ("3.11", one), ("3.11", lessons)] {
        let args: Vec<&str> = ["check", "--python", releases].into_iter().chain(pages).collect();
        let got = run_pyglass(&args, "");
        assert_eq!(got.status, 0, "{}{}", got.stdout, got.stderr);
    }
}

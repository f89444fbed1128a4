//! The recorder: what it writes, that it bounds itself, and that the program does not notice.

mod support;

use support::{run_pyglass, scratch};

const PROGRAM: &str = "\
import gc, sys, weakref
class Node:
    def __init__(self, x):
        self.x = x
    def __del__(self):
        log.append(id(self))
log = []
def nodes(n):
    for i in range(n):
        yield Node([i])
def run():
    out, keep = [], []
    for node in nodes(200):
        keep.append(node)
        node.me = node if node.x[0] % 3 else None
        watcher = weakref.ref(node, lambda gone: log.append(1))
        try:
            if node.x[0] % 7 == 0:
                raise ValueError(node)
        except ValueError as error:
            out.append(sys.getrefcount(node))
        if len(keep) > 40:
            del keep[:20]
        out.append((id(node), sys.getrefcount(node), sys.getallocatedblocks(), gc.get_count()))
    gc.collect()
    return out
print(run(), log, tuple(range(30)))
";

/// Counts, blocks, generations and ids are the same, whether somebody records or not.
#[test]
fn the_program_does_not_notice() {
    let file = scratch("record").join("program.py");
    std::fs::write(&file, PROGRAM).expect("scratch is writable");
    let file = file.to_string_lossy();
    for release in ["3.8", "3.11", "3.13"] {
        // Options are objects of the program as well: of the same length here.
        for (on, off) in [("record=/dev/null", "rexxrd=/dev/null"), ("watch", "wxxch")] {
            let run = |option: &str| run_pyglass(&["--python", release, "-X", option, &file], "").stdout;
            assert_eq!(run(on), run(off), "{release} {on}");
        }
    }
}

#[test]
fn the_record_tells_births_counts_and_deaths() {
    let folder = scratch("events");
    let (program, record) = (folder.join("p.py"), folder.join("r.jsonl"));
    let text =
        "class Node: pass\na = Node()\nb = a\na = None\nshelf = [b]\ndel b\nshelf.clear()\nimport gc\ngc.collect()\n";
    std::fs::write(&program, text).expect("scratch is writable");
    let option = format!("record={}", record.display());
    let got = run_pyglass(&["-X", &option, &program.to_string_lossy()], "");
    assert_eq!(got.status, 0, "{}", got.stderr);
    let written = std::fs::read_to_string(&record).expect("the record is there");
    let mut lines = written.lines();
    let head = lines.next().unwrap_or("");
    assert!(head.starts_with("{\"format\": 1, \"python\": \"3.11\", ") && head.contains("\"dropped\": 0"), "{head}");
    let field = |line: &str, name: &str| {
        let start = line.find(&format!("\"{name}\": ")).map(|at| at + name.len() + 4)?;
        let rest = &line[start..];
        Some(rest[..rest.find(", \"").unwrap_or(rest.len() - 1)].trim_matches('"').to_string())
    };
    let story: Vec<String> = lines
        .filter(|line| line.contains("\"type\": \"Node\""))
        .map(|line| {
            let part = |name: &str| field(line, name).unwrap_or_default();
            format!("{} {} {}{} {}", part("line"), part("event"), part("from"), part("to"), part("reason"))
        })
        .collect();
    let expected = [
        "2 born  ",
        "3 count 12 global b",
        "4 count 21 global a was bound anew",
        "5 count 12 item [0] of a new list",
        "6 count 21 del b",
        "7 died  let go by what was called",
    ];
    assert_eq!(story, expected);
    assert!(written.contains("\"event\": \"collection\", \"generation\": 2"), "{written}");
}

#[test]
fn the_latest_events_are_kept() {
    let record = scratch("ring").join("r.jsonl");
    let option = format!("record={}", record.display());
    let got = run_pyglass(&["-X", &option, "-c", "for i in range(150000): [i]"], "");
    assert_eq!(got.status, 0, "{}", got.stderr);
    let written = std::fs::read_to_string(&record).expect("the record is there");
    assert_eq!(written.lines().count(), 200_001);
    let head = written.lines().next().unwrap_or("");
    assert!(head.contains("\"events\": 200000") && !head.contains("\"dropped\": 0,"), "{head}");
}

#[test]
fn scripts_are_watched_on_stderr() {
    let got = run_pyglass(&["-X", "watch", "-c", "a = []\nb = a\ndel a, b\n"], "");
    assert!(got.stdout.is_empty());
    assert!(got.stderr.contains("    1 → 2  list 0x") && got.stderr.contains(": global b\n"), "{}", got.stderr);
    assert!(got.stderr.contains("    died   list 0x"), "{}", got.stderr);
    let got = run_pyglass(&["-X", "record", "-c", "pass"], "");
    assert_eq!(got.status, 2);
    let program = "import pyglass\npyglass.record()\na = []\nb = a\npyglass.timeline(a)\npyglass.record(False)\n";
    let got = run_pyglass(&["-c", program], "");
    assert!(got.stdout.contains("  line 4    1 → 2     global b\n"), "{}", got.stdout);
}

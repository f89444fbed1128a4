//! Checks of the sources themselves: rooms, unsafe, heads of files, lengths, leftovers.
//! The rationale of each rule stands in ARCHITECTURE.md.

use std::path::{Path, PathBuf};

struct Source {
    path: PathBuf,
    text: String,
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    for room in ["src", "frontend", "gc", "runtime", "stdlib", "tests"] {
        walk(Path::new(room), &mut found);
    }
    found
}

fn walk(folder: &Path, into: &mut Vec<Source>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            walk(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).expect("sources are UTF-8");
            into.push(Source { path, text });
        }
    }
}

fn complain(rule: &str, offenders: &[String]) {
    assert!(offenders.is_empty(), "{rule}:\n  {}", offenders.join("\n  "));
}

/// The dependencies a room may have inside the workspace: arrows go one way.
#[test]
fn rooms_depend_one_way() {
    let allowed: [(&str, &[&str]); 5] = [
        ("frontend", &[]),
        ("gc", &[]),
        ("runtime", &["gc", "frontend"]),
        ("stdlib", &["runtime", "gc"]),
        (".", &["frontend", "gc", "runtime", "stdlib"]),
    ];
    let rooms = ["frontend", "gc", "runtime", "stdlib", "pyglass"];
    let mut offenders = Vec::new();
    for (room, may) in allowed {
        let manifest = std::fs::read_to_string(Path::new(room).join("Cargo.toml")).expect("each room has a manifest");
        // A build script may use what its room may not: nothing of that is in the room.
        let manifest = manifest.split("[build-dependencies]").next().unwrap_or_default();
        for other in rooms {
            let depends =
                manifest.lines().any(|l| l.split('=').next().is_some_and(|k| k.trim() == other) && l.contains("path"));
            if depends && !may.contains(&other) {
                offenders.push(format!("{room} depends on {other}"));
            }
        }
    }
    complain("a room depends on what it must not know", &offenders);
}

/// Unsafe code stands in `gc` and `runtime/src/vm` only, each block under a SAFETY line.
#[test]
fn unsafe_stays_in_its_rooms() {
    let mut outside = Vec::new();
    let mut bare = Vec::new();
    for source in sources() {
        let at_home = source.path.starts_with("gc") || source.path.starts_with("runtime/src/vm");
        let lines: Vec<&str> = source.text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            if !(code.contains("unsafe {") || code.contains("unsafe fn") || code.contains("unsafe impl"))
                || code.contains('"')
            {
                continue;
            }
            if !at_home {
                outside.push(format!("{}:{}", source.path.display(), number + 1));
            }
            let above = &lines[number.saturating_sub(8)..=number];
            if code.contains("unsafe {") && !above.iter().any(|l| l.contains("SAFETY")) {
                bare.push(format!("{}:{}", source.path.display(), number + 1));
            }
        }
    }
    complain("unsafe outside gc/ and runtime/src/vm/", &outside);
    complain("an unsafe block without a SAFETY line", &bare);
}

/// Every file tells its job in its first line.
#[test]
fn files_tell_their_job() {
    let headless: Vec<String> =
        sources().iter().filter(|s| !s.text.starts_with("//!")).map(|s| s.path.display().to_string()).collect();
    complain("the first line is no //! sentence", &headless);
}

/// No function over 160 lines; a `match` that a macro generates does not count, it is not written out.
#[test]
fn functions_stay_short() {
    let mut long = Vec::new();
    for source in sources() {
        let lines: Vec<&str> = source.text.lines().collect();
        for (start, line) in lines.iter().enumerate() {
            let indent: String = line.chars().take_while(|c| *c == ' ').collect();
            let head = line.trim_start().trim_start_matches("pub ").trim_start_matches("pub(crate) ");
            if !(head.starts_with("fn ") || head.starts_with("const fn ") || head.starts_with("unsafe fn ")) {
                continue;
            }
            let close = format!("{indent}}}");
            let length = lines[start..].iter().position(|l| *l == close).map_or(0, |n| n + 1);
            if length > 160 {
                long.push(format!("{}:{} {length} lines", source.path.display(), start + 1));
            }
        }
    }
    complain("a function is over 160 lines", &long);
}

/// Nothing half done is left behind.
#[test]
fn no_leftovers() {
    let forbidden = ["todo!(", "unimplemented!(", "dbg!(", "#[ignore", "static mut", "thread_local!"];
    let mut found = Vec::new();
    for source in sources().iter().filter(|s| !s.path.ends_with("tidy.rs")) {
        // A test's hooks are plain functions and need somewhere to write to; the rooms themselves do not.
        let is_test = source.path.components().any(|part| part.as_os_str() == "tests");
        for (number, line) in source.text.lines().enumerate() {
            let excused = is_test && line.contains("thread_local!");
            if !excused && forbidden.iter().any(|f| line.contains(f)) {
                found.push(format!("{}:{}: {}", source.path.display(), number + 1, line.trim()));
            }
        }
    }
    complain("leftovers", &found);
}

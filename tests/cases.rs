//! Runs every case under `tests/cases` in the three collector modes and compares what it prints.
//!
//! A case is one Python file that shows one behaviour. Its expectation stands in it, as comments:
//!
//! * `# expect: text` — the lines of stdout, in order; `# expect[3.8]: text` — under that profile
//!   (a case with such lines runs once per profile it names, and once under the default one);
//! * `# stderr: text` — the lines of stderr, in order;
//! * `# raises: Type: message` — the last line of stderr, with exit status 1;
//! * `# exit: 3` — the exit status, 0 unless the case raises;
//! * `# args: …`, `# stdin: line` — what the program is given;
//! * a file with a golden beside it (`name.out`) is a probe, and none of this test's;
//! * `# modes: auto` — pins the collector modes (of `off`, `auto`, `stress`).
//!
//! At the end of each run the holders of every object must make up its count (`-X ledgercheck`) and the heap must be
//! empty (`-X heapcheck`). In the mode `auto` the counts are checked while the case runs as well, before every Nth
//! instruction.

mod support;

use std::path::{Path, PathBuf};
use support::{Outcome, run_pyglass};

const MODES: [&str; 3] = ["off", "auto", "stress"];
/// Between two checks of all counts there are so many instructions; a prime, so that loops are met at all their places.
const STRIDE: &str = "ledgercheck=97";

/// The expectation of one profile, read from the comments of a case.
#[derive(Default, Debug)]
struct Case {
    profiles: Vec<String>,
    stdout: Vec<(Option<String>, String)>,
    stderr: Vec<String>,
    raises: Option<String>,
    exit: Option<i32>,
    args: Vec<String>,
    stdin: String,
    modes: Vec<String>,
}

impl Case {
    fn read(text: &str) -> Case {
        let mut case = Case::default();
        for line in text.lines() {
            let Some((_, comment)) = line.rsplit_once("# ").filter(|(_, c)| c.contains(':')).or(line.split_once("# "))
            else {
                continue;
            };
            case.directive(comment, line);
        }
        if case.modes.is_empty() {
            case.modes = MODES.iter().map(|m| m.to_string()).collect();
        }
        case
    }

    fn directive(&mut self, comment: &str, line: &str) {
        // The text of an expectation may itself hold "# ": take it from the first marker of the line.
        for marker in ["# expect:", "# expect[", "# stderr:", "# raises:"] {
            if let Some(at) = line.find(marker) {
                return self.expectation(&line[at + 2..]);
            }
        }
        let Some((key, value)) = comment.split_once(':') else { return };
        let value = value.trim();
        match key {
            "exit" => self.exit = value.parse().ok(),
            "args" => self.args = value.split_whitespace().map(str::to_string).collect(),
            "stdin" => self.stdin += &format!("{value}\n"),
            "modes" => self.modes = value.split_whitespace().map(str::to_string).collect(),
            _ => {}
        }
    }

    fn expectation(&mut self, comment: &str) {
        let (key, value) = comment.split_once(':').unwrap_or((comment, ""));
        let value = value.strip_prefix(' ').unwrap_or(value).to_string();
        match key {
            "expect" => self.stdout.push((None, value)),
            "stderr" => self.stderr.push(value),
            "raises" => self.raises = Some(value),
            _ => {
                let profile = key.trim_start_matches("expect[").trim_end_matches(']').to_string();
                if !self.profiles.contains(&profile) {
                    self.profiles.push(profile.clone());
                }
                self.stdout.push((Some(profile), value));
            }
        }
    }

    /// The stdout lines under a profile (`None`: the default one).
    fn expected(&self, profile: Option<&str>) -> String {
        let lines = self.stdout.iter().filter(|(p, _)| p.is_none() || p.as_deref() == profile.or(Some("3.11")));
        lines.map(|(_, text)| format!("{text}\n")).collect()
    }

    fn verdict(&self, profile: Option<&str>, got: &Outcome) -> Result<(), String> {
        let expected = self.expected(profile);
        if steady(&got.stdout) != steady(&expected) {
            return Err(format!(
                "stdout differs\n--- expected\n{expected}--- got\n{}--- stderr\n{}",
                got.stdout, got.stderr
            ));
        }
        let exit = self.exit.unwrap_or(i32::from(self.raises.is_some()));
        if got.status != exit {
            return Err(format!("exit status {} instead of {exit}\n{}", got.status, got.stderr));
        }
        if let Some(raises) = &self.raises
            && got.stderr.trim_end().lines().last() != Some(raises)
        {
            return Err(format!("should raise {raises}\n--- stderr\n{}", got.stderr));
        }
        let stderr: String = self.stderr.iter().map(|l| format!("{l}\n")).collect();
        if self.raises.is_none() && steady(&got.stderr) != steady(&stderr) {
            return Err(format!("stderr differs\n--- expected\n{stderr}--- got\n{}", got.stderr));
        }
        Ok(())
    }
}

/// The text with every hexadecimal address as `0xADDR`: an expectation may have been recorded elsewhere.
fn steady(text: &str) -> String {
    let mut out = String::new();
    let mut pieces = text.split("0x");
    out.push_str(pieces.next().unwrap_or(""));
    for piece in pieces {
        let digits = piece.len()
            - piece.trim_start_matches(|c: char| c.is_ascii_hexdigit() || c == 'A' || c == 'D' || c == 'R').len();
        out.push_str(if digits >= 6 || piece.starts_with("ADDR") { "0xADDR" } else { "0x" });
        out.push_str(&piece[if digits >= 6 || piece.starts_with("ADDR") { digits } else { 0 }..]);
    }
    out
}

fn run_case(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).expect("a case is UTF-8 text");
    let case = Case::read(&text);
    if case.stdout.is_empty() && case.stderr.is_empty() && case.raises.is_none() && case.exit.is_none() {
        return vec![format!("{}: expects nothing, so it cannot fail", path.display())];
    }
    let mut failures = Vec::new();
    let named = case.profiles.iter().map(String::as_str);
    let profiles = std::iter::once(None).chain(named.map(Some));
    for profile in profiles {
        for mode in &case.modes {
            let gc_mode = format!("gcmode={mode}");
            // The documents make millions of objects, all of which a check would visit.
            let often = mode == "auto" && path.starts_with("tests/cases");
            let ledgers = if often { STRIDE } else { "ledgercheck" };
            let mut args = vec!["-X", &gc_mode, "-X", "heapcheck", "-X", ledgers];
            if let Some(profile) = profile {
                args.extend(["--python", profile]);
            }
            let file = path.to_string_lossy();
            args.push(&file);
            args.extend(case.args.iter().map(String::as_str));
            let mut got = run_pyglass(&args, &case.stdin);
            // Files of `__main__` are absolute; an expectation names them from the project's root.
            let here = format!("{}/", std::env::current_dir().expect("tests run in the project").display());
            got.stdout = got.stdout.replace(&here, "");
            got.stderr = got.stderr.replace(&here, "");
            if let Err(why) = case.verdict(profile, &got) {
                failures.push(format!("{} [{mode}{}]: {why}", path.display(), profile.unwrap_or("")));
                break;
            }
        }
    }
    failures
}

fn case_files(folder: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> =
        std::fs::read_dir(folder).expect("the folder of cases").flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            // Folders that begin with an underscore hold what cases import.
            if !path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('_')) {
                case_files(&path, into);
            }
        } else if path.extension().is_some_and(|e| e == "py") && !path.with_extension("out").exists() {
            into.push(path);
        }
    }
}

#[test]
fn cases_print_what_they_expect() {
    let mut files = Vec::new();
    case_files(Path::new("tests/cases"), &mut files);
    // The examples of published texts, in our own words.
    case_files(Path::new("tests/documents"), &mut files);
    if let Ok(only) = std::env::var("CASE") {
        files.retain(|f| f.to_string_lossy().contains(&only));
    }
    assert!(!files.is_empty(), "no case found");
    let failures = support::in_parallel(&files, |file| run_case(file));
    assert!(failures.is_empty(), "{} failures in {} cases\n\n{}", failures.len(), files.len(), failures.join("\n\n"));
}

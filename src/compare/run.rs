//! Running a script under memory models, many at a time, and laying the printed lines beside each other.

use crate::child;
use gc::{FIELDS, HeapProfile};
use similar::{Algorithm, DiffOp};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// For how long what was typed may run again.
const LIMIT: Duration = Duration::from_secs(20);

/// A printed line, addresses left out.
pub type Line = String;

/// The script that is compared.
pub enum Script {
    File {
        file: String,
        args: Vec<String>,
    },
    /// What is typed at the prompt.
    Typed(String),
}

/// How the command line names a row: the release, and the fields in which it is another's.
pub fn spec(row: &HeapProfile) -> String {
    let base = HeapProfile::of(row.release).unwrap_or_default();
    let mut text = row.release.to_string();
    for field in FIELDS.iter().filter(|field| field.differs(&base, row)) {
        let from = HeapProfile::ALL.iter().find(|other| !field.differs(other, row));
        text += &from.map_or_else(String::new, |other| format!("+{}={}", field.name, other.release));
    }
    text
}

impl Script {
    /// What the script prints under each of these models: stdout, then stderr.
    pub fn run_all(&self, specs: &[String]) -> Result<Vec<Vec<Line>>, String> {
        let next = AtomicUsize::new(0);
        let done = Mutex::new(vec![Err(String::new()); specs.len()]);
        std::thread::scope(|scope| {
            for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
                scope.spawn(|| {
                    while let Some((at, spec)) =
                        Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, specs.get(at)?)))
                    {
                        let lines = self.run(spec);
                        done.lock().expect("no run panics while it holds the lock")[at] = lines;
                    }
                });
            }
        });
        done.into_inner().expect("all runs are over").into_iter().collect()
    }

    fn run(&self, spec: &str) -> Result<Vec<Line>, String> {
        let cannot = |error: std::io::Error| format!("pyglass cannot be started: {error}");
        let program = std::env::current_exe().map_err(cannot)?;
        let mut command = Command::new(program);
        command.args(["--python", spec]);
        let done = match self {
            Script::File { file, args } => {
                command.arg(file).args(args).stdin(Stdio::null()).output().map_err(cannot)?
            }
            Script::Typed(text) => {
                let done = child::run(command.args(["-i", "-q", "-"]), text, LIMIT).map_err(cannot)?;
                if done.status.is_none() {
                    return Err(format!("what was typed takes more than {} seconds", LIMIT.as_secs()));
                }
                let text = String::from_utf8_lossy(&done.stdout).into_owned();
                return Ok(text.lines().map(without_addresses).collect());
            }
        };
        if done.status.code() == Some(2) && done.stdout.is_empty() && done.stderr.starts_with(b"pyglass: ") {
            return Err(String::from_utf8_lossy(&done.stderr).trim_end().to_string());
        }
        let text = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        Ok(text.lines().map(without_addresses).collect())
    }
}

/// The line with `0x…` for every address.
fn without_addresses(line: &str) -> Line {
    let mut pieces = line.split("0x");
    let mut out = pieces.next().unwrap_or("").to_string();
    for piece in pieces {
        let digits = piece.len() - piece.trim_start_matches(|c: char| c.is_ascii_hexdigit()).len();
        out += if digits >= 6 { "0x…" } else { "0x" };
        out += &piece[if digits >= 6 { digits } else { 0 }..];
    }
    out
}

/// The lines of a run beside those of the first one.
pub struct Aligned {
    /// What stands in the place of each line.
    pub at: Vec<Option<Line>>,
    /// What stands in front of each line, and behind the last, without a counterpart.
    pub extra: Vec<Vec<Line>>,
}

/// Lays a run beside the first one.
pub fn aligned(first: &[Line], run: &[Line]) -> Aligned {
    let mut aligned = Aligned { at: vec![None; first.len()], extra: vec![Vec::new(); first.len() + 1] };
    if first.len() == run.len() {
        aligned.at = run.iter().cloned().map(Some).collect();
        return aligned;
    }
    for op in similar::capture_diff_slices(Algorithm::Myers, first, run) {
        let (old, new) = match op {
            DiffOp::Equal { old_index, new_index, len } => (old_index..old_index + len, new_index..new_index + len),
            DiffOp::Delete { old_index, old_len, new_index } => (old_index..old_index + old_len, new_index..new_index),
            DiffOp::Insert { old_index, new_index, new_len } => (old_index..old_index, new_index..new_index + new_len),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                (old_index..old_index + old_len, new_index..new_index + new_len)
            }
        };
        let (start, count) = (old.start, old.len());
        for (n, line) in run[new].iter().enumerate() {
            if n < count {
                aligned.at[start + n] = Some(line.clone());
            } else {
                aligned.extra[start + count].push(line.clone());
            }
        }
    }
    aligned
}

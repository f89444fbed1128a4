//! Runs the pieces of a document in an interpreter of their own and hears what each line prints.
//!
//! The pieces go to a process as a plan, a file of `piece <mode> <name bytes> <source bytes>\n<name><source>`.
//! The process answers on its standard output with records of a head line and a body:
//!
//! ```text
//! O <piece> <lines> <bytes>      stdout; the lines of the calls of the piece's file, innermost first: 12,40
//! E <piece> <lines> <bytes>      stderr
//! X <piece> <line> <bytes>       an exception left the piece from that line; its last line
//! D <piece> 0 0                  the piece is done
//! ```

use super::document::{Mode, Piece};
use crate::child;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The program that makes a real interpreter follow the same plan.
const DRIVER: &str = include_str!("driver.py");

/// What runs the programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Engine {
    /// pyglass with this release's memory model.
    Glass(String),
    /// Another interpreter, by its command.
    Real(String),
}

impl Engine {
    /// As it stands in reports.
    pub fn name(&self) -> String {
        match self {
            Engine::Glass(release) => release.clone(),
            Engine::Real(command) => command.clone(),
        }
    }
}

/// Something printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub stderr: bool,
    /// Lines of the piece under way, innermost call first.
    pub lines: Vec<u32>,
    pub text: String,
}

/// What a piece did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ran {
    pub printed: Vec<Printed>,
    /// The exception that left it: the line, and the last line of its traceback.
    pub raised: Option<(u32, String)>,
    /// It came to its end, with an exception or without.
    pub done: bool,
    /// Why it did not.
    pub broken: Option<String>,
}

impl Ran {
    /// All that was printed; without stderr if so wished.
    pub fn text(&self, with_stderr: bool) -> String {
        self.printed.iter().filter(|p| with_stderr || !p.stderr).map(|p| p.text.as_str()).collect()
    }
}

/// Runs pieces in one process, each under its file's name; the answers come in their order.
pub fn run(engine: &Engine, folder: &Path, pieces: &[(&str, &Piece)], limit: Duration) -> Result<Vec<Ran>, String> {
    let plan = write_plan(pieces).map_err(|error| format!("cannot write a plan: {error}"))?;
    let answer = process(engine, folder, plan.path(), limit);
    let (bytes, stderr, end) = answer?;
    let mut ran = vec![Ran::default(); pieces.len()];
    read_records(&bytes, &mut ran);
    let last = ran.iter().rposition(|r| r.done).map_or(0, |n| (n + 1).min(pieces.len().saturating_sub(1)));
    if let Some(ran) = ran.get_mut(last)
        && !stderr.is_empty()
    {
        ran.printed.push(Printed { stderr: true, lines: Vec::new(), text: stderr });
    }
    for ran in ran.iter_mut().filter(|r| !r.done) {
        ran.broken = Some(end.clone());
    }
    Ok(ran)
}

/// A file that goes away with its value.
struct Scratch(std::path::PathBuf);

impl Scratch {
    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}

fn write_plan(pieces: &[(&str, &Piece)]) -> std::io::Result<Scratch> {
    let mut plan = Vec::new();
    for (file, piece) in pieces {
        let mode = match piece.mode {
            Mode::Module => "exec",
            Mode::Single => "single",
            Mode::File => "file",
        };
        plan.extend(format!("piece {mode} {} {}\n", file.len(), piece.source.len()).into_bytes());
        plan.extend(file.bytes());
        plan.extend(piece.source.bytes());
    }
    // The address of a local tells threads apart.
    let unique = std::ptr::from_ref(&plan).addr();
    let path = std::env::temp_dir().join(format!("pyglass-check-{}-{unique:x}", std::process::id()));
    std::fs::write(&path, plan)?;
    Ok(Scratch(path))
}

/// Runs the process to its end; what it wrote, what it said on stderr, and how it ended.
fn process(engine: &Engine, folder: &Path, plan: &Path, limit: Duration) -> Result<(Vec<u8>, String, String), String> {
    let mut command = match engine {
        Engine::Glass(release) => {
            let this = std::env::current_exe().map_err(|error| format!("cannot find pyglass itself: {error}"))?;
            let mut command = Command::new(this);
            command.args(["-u", "--python", release, "-X"]).arg(format!("checkplan={}", plan.display()));
            command
        }
        Engine::Real(name) => {
            let mut command = Command::new(name);
            command.args(["-u", "-c", DRIVER]).arg(plan);
            command
        }
    };
    command.current_dir(if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    command.env("PYTHONHASHSEED", "0");
    let done = child::run(&mut command, "", limit).map_err(|error| format!("cannot run {}: {error}", engine.name()))?;
    let end = match done.status {
        Some(status) if status.success() => "it ended the program".to_string(),
        Some(status) => format!("the program ended with {status}"),
        None => format!("it took more than {} seconds", limit.as_secs()),
    };
    Ok((done.stdout, String::from_utf8_lossy(&done.stderr).into_owned(), end))
}

/// Sorts the records to their pieces; stops where the output is none of ours.
fn read_records(mut bytes: &[u8], ran: &mut [Ran]) {
    while let Some((record, rest)) = record(bytes) {
        bytes = rest;
        let Some(ran) = ran.get_mut(record.piece) else { return };
        let text = String::from_utf8_lossy(record.body).into_owned();
        let lines: Vec<u32> = record.lines.split(',').filter_map(|n| n.parse().ok()).filter(|n| *n > 0).collect();
        match record.kind {
            "O" | "E" => {
                let stderr = record.kind == "E";
                match ran.printed.last_mut().filter(|last| last.stderr == stderr && last.lines == lines) {
                    Some(last) => last.text += &text,
                    None => ran.printed.push(Printed { stderr, lines, text }),
                }
            }
            "X" => ran.raised = Some((lines.first().copied().unwrap_or(0), text)),
            _ => ran.done = true,
        }
    }
}

struct Record<'b> {
    kind: &'b str,
    piece: usize,
    lines: &'b str,
    body: &'b [u8],
}

fn record(bytes: &[u8]) -> Option<(Record<'_>, &[u8])> {
    let end = bytes.iter().position(|b| *b == b'\n')?;
    let mut words = std::str::from_utf8(&bytes[..end]).ok()?.split(' ');
    let kind = words.next()?;
    let piece = words.next()?.parse().ok()?;
    let lines = words.next()?;
    let len: usize = words.next()?.parse().ok()?;
    let body = bytes.get(end + 1..end + 1 + len)?;
    Some((Record { kind, piece, lines, body }, &bytes[end + 1 + len..]))
}

/// A piece of a plan, read back.
pub struct Planned {
    pub mode: Mode,
    pub file: String,
    pub source: String,
}

/// Reads a plan; None if it is none.
pub fn read_plan(mut bytes: &[u8]) -> Option<Vec<Planned>> {
    let mut plan = Vec::new();
    while !bytes.is_empty() {
        let end = bytes.iter().position(|b| *b == b'\n')?;
        let head: Vec<&str> = std::str::from_utf8(&bytes[..end]).ok()?.split(' ').collect();
        let ["piece", mode, name, source] = head[..] else { return None };
        let (name, source): (usize, usize) = (name.parse().ok()?, source.parse().ok()?);
        let mode = match mode {
            "exec" => Mode::Module,
            "single" => Mode::Single,
            _ => Mode::File,
        };
        let text = |range: std::ops::Range<usize>| String::from_utf8(bytes.get(range)?.to_vec()).ok();
        let at = end + 1;
        plan.push(Planned { mode, file: text(at..at + name)?, source: text(at + name..at + name + source)? });
        bytes = &bytes[at + name + source..];
    }
    Some(plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_reach_their_pieces() {
        let mut ran = vec![Ran::default(); 2];
        read_records(b"O 0 3,9 2\n7\nO 0 3,9 2\n8\nX 0 4 3\nE:1D 0 0 0\nE 1 0 1\nxD 1 0 0\njunk", &mut ran);
        assert_eq!(ran[0].printed, [Printed { stderr: false, lines: vec![3, 9], text: "7\n8\n".into() }]);
        assert_eq!((ran[0].raised.clone(), ran[0].done), (Some((4, "E:1".into())), true));
        assert_eq!((ran[1].text(true).as_str(), ran[1].text(false).as_str()), ("x", ""));
    }

    #[test]
    fn a_plan_is_read_as_it_is_written() {
        let piece = Piece { mode: Mode::Single, source: "é = 1\n".into(), ..Piece::default() };
        let plan = write_plan(&[("a b", &piece), ("c", &piece)]).expect("the folder for temporary files is writable");
        let read = read_plan(&std::fs::read(plan.path()).expect("just written")).expect("a plan");
        assert_eq!(read.len(), 2);
        assert_eq!((read[1].file.as_str(), read[0].source.as_str(), read[0].mode), ("c", "é = 1\n", Mode::Single));
    }
}

//! The command line of `pyglass check`.

use gc::HeapProfile;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::process::Command;
use std::time::Duration;

pub const USAGE: &str = "usage: pyglass check [--python X.Y[,X.Y...]] [--against COMMAND] [--accept] [--figures] \
                         [--junit FILE] [--timeout SECONDS] FILE ...";

pub const HELP: &str = "\
Runs the programs of documents and compares what they print with what the documents show.

usage: pyglass check [option] ... FILE ...

  --python X.Y,X.Y   under these releases; a note such as `<!-- differs 3.8: ... -->` says what one prints otherwise
  --against COMMAND  on another interpreter, such as python3.11
  --accept           rewrite the documents to show what is printed, with notes for the releases of --python
  --figures          list each figure with the releases that print it
  --junit FILE       write the results as JUnit XML as well
  --timeout SECONDS  for each run of a document's programs (default 60)

In Markdown, `python` fences are programs (of one namespace), `>>>` lines are transcripts, the fence behind a program is
its output, and a comment behind a print shows what that line prints. In a Python file `# expect:` lines show the output.
Words of a fence, or of a comment <!-- pyglass: ... --> before it:
  3.8, python=3.8    the release that the numbers belong to
  fresh              starts in an interpreter of its own
  raises=KeyError    ends with this exception
  skip=\"why\"         is not run
  title=name.py      the name of the file in tracebacks and statistics
<!-- pyglass-document: ... --> sets them for all fences that follow. In what is shown, `...` stands for any text, <name> for
the same text everywhere, 0x7f12345678 for any address, ~232 for a number within a tenth, ~232±8 within eight.

Exit status: 0 all as shown, 1 something differs, 2 something cannot be checked.";

/// What is to be checked, and how.
#[derive(Debug)]
pub struct Options {
    pub files: Vec<String>,
    /// Releases to run under; none: each block's own.
    pub releases: Vec<String>,
    /// Another interpreter, by its command.
    pub against: Option<String>,
    /// The release that this interpreter is.
    pub real_release: Option<String>,
    pub accept: bool,
    pub figures: bool,
    pub junit: Option<String>,
    pub limit: Duration,
}

/// Why nothing is checked.
#[derive(Debug)]
pub enum Stop {
    Help,
    Usage(String),
}

fn usage(error: impl std::fmt::Display) -> Stop {
    Stop::Usage(format!("pyglass check: {error}"))
}

/// Reads the command line behind `check`.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Options, Stop> {
    let mut parser = Parser::from_args(args);
    let mut options = Options {
        files: Vec::new(),
        releases: Vec::new(),
        against: None,
        real_release: None,
        accept: false,
        figures: false,
        junit: None,
        limit: Duration::from_secs(60),
    };
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Arg::Long("python") => options.releases = releases(&text(&mut parser)?)?,
            Arg::Long("against") => options.against = Some(text(&mut parser)?),
            Arg::Long("accept") => options.accept = true,
            Arg::Long("figures") => options.figures = true,
            Arg::Long("junit") => options.junit = Some(text(&mut parser)?),
            Arg::Long("timeout") => {
                let value = text(&mut parser)?;
                let seconds = value.parse().map_err(|_| usage(format!("--timeout wants seconds, not {value}")))?;
                options.limit = Duration::from_secs(seconds);
            }
            Arg::Long("help") | Arg::Short('h') => return Err(Stop::Help),
            Arg::Value(file) => options.files.push(file.string().map_err(usage)?),
            other => return Err(usage(other.unexpected())),
        }
    }
    if options.files.is_empty() {
        return Err(usage("no file is given"));
    }
    if options.accept && (options.against.is_some() || options.figures) {
        return Err(usage("--accept goes with neither --against nor --figures"));
    }
    options.real_release = options.against.as_deref().map(release_of).transpose()?;
    Ok(options)
}

fn text(parser: &mut Parser) -> Result<String, Stop> {
    parser.value().map_err(usage)?.string().map_err(usage)
}

fn releases(list: &str) -> Result<Vec<String>, Stop> {
    let known = |release: &str| HeapProfile::named(release).map(|row| row.release.to_string()).map_err(usage);
    list.split(',').map(|release| known(release.trim())).collect()
}

/// Asks an interpreter for its release.
fn release_of(command: &str) -> Result<String, Stop> {
    let asked = Command::new(command).args(["-c", "import sys; print('%d.%d' % sys.version_info[:2])"]).output();
    let answer = asked.map_err(|error| usage(format!("cannot run {command}: {error}")))?;
    if !answer.status.success() {
        return Err(usage(format!("{command} does not answer as a Python 3 does")));
    }
    Ok(String::from_utf8_lossy(&answer.stdout).trim().to_string())
}

//! The command line, with CPython's conventions: what to run, under which options.

use gc::HeapProfile;
use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;

/// What the program is asked to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// `script.py args…`
    Script(String),
    /// `pyglass predict script.py`: its marked lines are asked about.
    Predict(String),
    /// `-c text`
    Command(String),
    /// `-m module`
    Module(String),
    /// `-`, or nothing while stdin is no terminal.
    Stdin,
    /// `-X checkplan=file`: the pieces of a document, for `pyglass check`.
    Plan(String),
    /// Nothing, at a terminal.
    Repl,
}

/// How the collector runs; for tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CollectorMode {
    Off,
    #[default]
    Automatic,
    /// A full collection at every safepoint.
    Stress,
}

/// The command line, read.
#[derive(Debug, Clone)]
pub struct Options {
    pub job: Job,
    /// What follows the job: `sys.argv[1:]`.
    pub args: Vec<String>,
    /// `-i`: go on at the prompt afterwards.
    pub inspect: bool,
    /// `-q`: no banner.
    pub quiet: bool,
    /// `-u`: stdout and stderr without buffers.
    pub unbuffered: bool,
    /// How often `-O` was given.
    pub optimize: u8,
    /// `-E`, `-I`: environment variables are not read.
    pub ignore_environment: bool,
    /// `-I`, `-P`, `-s`, `-S`, `-d`, `-v`: what only `sys.flags` and `sys.path` tell of.
    pub letters: String,
    /// `-x`: the first line of the script is for somebody else.
    pub skip_first_line: bool,
    /// `-W filter`, in order.
    pub warnings: Vec<String>,
    /// `-X name[=value]`, in order.
    pub x_options: Vec<(String, Option<String>)>,
    pub collector: CollectorMode,
    /// `-X heapcheck`: at exit the heap must verify and be empty.
    pub heap_check: bool,
    /// `-X ledgercheck`: the holders of every object must make up its count.
    pub ledger_check: LedgerCheck,
    /// `-X lookcheck`: what only looks must leave every byte of the heap as it was.
    pub look_check: bool,
    /// The release whose memory model is in force, as `3.11`; see `HeapProfile::parse`.
    pub profile: String,
}

/// When the counts are checked against their holders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerCheck {
    /// Never.
    Off,
    /// At the end of the program.
    End,
    /// Then, and before each instruction (1), or each Nth one, growing rarer.
    Every(u64),
}

/// Why the command line ends the run at once.
#[derive(Debug)]
pub enum Stop {
    /// `-h`
    Help,
    /// `-V` (1) or `-VV` (2)
    Version,
    /// A usage error; exit status 2.
    Usage(String),
}

pub const USAGE: &str = "usage: pyglass [option] ... [-c cmd | -m mod | file | -] [arg] ...";

pub const HELP: &str = "\
Runs Python 3.11 programs on a memory model that is CPython's, to the byte and to the count.

What to run (or `pyglass check`, `compare`, `profiles`, each with -h; `pyglass predict file` asks about its marked lines):
  file           a Python program
  -c cmd         the program given as text (ends the options)
  -m mod         a module, as a script (ends the options)
  -              the program on standard input; at a terminal: the prompt
  arg ...        what the program finds in sys.argv[1:]

Options:
  -E             read no PYTHON* environment variables
  -h, --help     this text
  -i             stay at the prompt after the program
  -I             isolated: like -E, and neither the script's folder nor PYTHONPATH on sys.path
  -O             leave out assert statements; -OO docstrings too
  -P             neither the script's folder nor the current one on sys.path
  -q             no banner at the prompt
  -u             stdout and stderr unbuffered
  -V, --version  the version
  -W filter      what becomes of warnings: action:message:category:module:line
  -x             the first line of the script is skipped
  -X opt         tracemalloc[=frames], python=X.Y; others are kept in sys._xoptions
  -X watch       after each line: whose count changed and why, what was born, what died (on stderr)
  -X record=FILE writes births, deaths, counts, finalizers and collections, as JSON lines
  -X ledgercheck[=safepoints|N]
                 checks at the end (and before each, or each Nth instruction) that the holders of every object make up
                 its count
  --python X.Y   the CPython release whose memory model is in force (default 3.11); with fields of others:
                 --python 3.11+list.growth=3.8 (`pyglass profiles` shows the fields)

Environment:
  PYTHONPATH         folders to look for modules in, separated by ':'
  PYTHONHASHSEED     0, a number, or 'random'; decides str hashes (default 0 in pyglass: runs repeat)
  PYTHONMALLOC       malloc, pymalloc or debug: where small blocks come from
  PYTHONMALLOCSTATS  not empty: the allocator's figures at each new arena and at the end
  PYTHONTRACEMALLOC  frames to store, as -X tracemalloc
  PYTHONWARNINGS     as -W, filters separated by ','
  PYTHONUNBUFFERED, PYTHONOPTIMIZE, PYTHONINSPECT, NO_COLOR
  PYGLASS_PYTHON     as --python, which goes first
";

/// Reads the command line (without the program's name) and what the environment says about the memory model.
pub fn parse(args: impl IntoIterator<Item = OsString>, stdin_is_terminal: bool) -> Result<Options, Stop> {
    let mut options = parse_line(args, stdin_is_terminal)?;
    if options.profile.is_empty() {
        let environment = std::env::var("PYGLASS_PYTHON").ok().filter(|_| !options.ignore_environment);
        let release = environment.filter(|release| !release.is_empty());
        let named = |stop| match stop {
            Stop::Usage(problem) => Stop::Usage(format!("PYGLASS_PYTHON: {problem}")),
            stop => stop,
        };
        options.profile = profile(release.as_deref().unwrap_or(HeapProfile::default().release)).map_err(named)?;
    }
    Ok(options)
}

fn parse_line(args: impl IntoIterator<Item = OsString>, stdin_is_terminal: bool) -> Result<Options, Stop> {
    let mut parser = Parser::from_args(args);
    let mut options = Options {
        job: if stdin_is_terminal { Job::Repl } else { Job::Stdin },
        args: Vec::new(),
        inspect: false,
        quiet: false,
        unbuffered: false,
        optimize: 0,
        ignore_environment: false,
        letters: String::new(),
        skip_first_line: false,
        warnings: Vec::new(),
        x_options: Vec::new(),
        collector: CollectorMode::default(),
        heap_check: false,
        ledger_check: LedgerCheck::Off,
        look_check: false,
        profile: String::new(),
    };
    while let Some(arg) = next(&mut parser)? {
        match arg {
            Opt::Short('c') => return finish(options, Job::Command(required(&mut parser, 'c')?), parser),
            Opt::Short('m') => return finish(options, Job::Module(required(&mut parser, 'm')?), parser),
            Opt::Value(file) => {
                let file = text(file)?;
                let job = match file.as_str() {
                    "-" if stdin_is_terminal => Job::Repl,
                    "-" => Job::Stdin,
                    _ => Job::Script(file),
                };
                return finish(options, job, parser);
            }
            other => switch(other, &mut parser, &mut options)?,
        }
    }
    Ok(options)
}

/// An argument that no longer borrows the parser, so that the option's value can be read.
enum Opt {
    Short(char),
    Long(String),
    Value(OsString),
}

fn next(parser: &mut Parser) -> Result<Option<Opt>, Stop> {
    Ok(parser.next().map_err(usage)?.map(|arg| match arg {
        Arg::Short(letter) => Opt::Short(letter),
        Arg::Long(name) => Opt::Long(name.to_string()),
        Arg::Value(value) => Opt::Value(value),
    }))
}

/// One option that does not end the options.
fn switch(arg: Opt, parser: &mut Parser, options: &mut Options) -> Result<(), Stop> {
    match arg {
        Opt::Short(letter) => short(letter, parser, options),
        Opt::Long(name) => match name.as_str() {
            "help" => Err(Stop::Help),
            "version" => Err(Stop::Version),
            "python" => {
                let value = parser.value().map_err(usage)?;
                options.profile = profile(&text(value)?)?;
                Ok(())
            }
            _ => Err(Stop::Usage(format!("unknown option --{name}"))),
        },
        Opt::Value(_) => Ok(()),
    }
}

fn short(letter: char, parser: &mut Parser, options: &mut Options) -> Result<(), Stop> {
    match letter {
        'h' | '?' => return Err(Stop::Help),
        'V' => return Err(Stop::Version),
        'i' => options.inspect = true,
        'q' => options.quiet = true,
        'u' => options.unbuffered = true,
        'O' => options.optimize += 1,
        'E' => options.ignore_environment = true,
        'I' => {
            options.ignore_environment = true;
            options.letters.push(letter);
        }
        'P' | 's' | 'S' | 'd' | 'v' => options.letters.push(letter),
        // Accepted for CPython's sake; they change nothing here.
        'b' | 'B' => {}
        'x' => options.skip_first_line = true,
        'W' => options.warnings.push(required(parser, 'W')?),
        'X' => x_option(&required(parser, 'X')?, options)?,
        _ => return Err(Stop::Usage(format!("Unknown option: -{letter}"))),
    }
    Ok(())
}

fn x_option(option: &str, options: &mut Options) -> Result<(), Stop> {
    let (name, value) = match option.split_once('=') {
        Some((name, value)) => (name, Some(value)),
        None => (option, None),
    };
    match (name, value) {
        ("python", Some(release)) => options.profile = profile(release)?,
        ("gcmode", Some("off")) => options.collector = CollectorMode::Off,
        ("gcmode", Some("auto")) => options.collector = CollectorMode::Automatic,
        ("gcmode", Some("stress")) => options.collector = CollectorMode::Stress,
        ("checkplan", Some(file)) => options.job = Job::Plan(file.to_string()),
        ("record", None) => return Err(Stop::Usage("-X record wants a file: -X record=run.jsonl".into())),
        ("ledgercheck", None) => options.ledger_check = LedgerCheck::End,
        ("ledgercheck", Some("safepoints")) => options.ledger_check = LedgerCheck::Every(1),
        ("ledgercheck", Some(number)) => match number.parse() {
            Ok(every) if every > 0 => options.ledger_check = LedgerCheck::Every(every),
            _ => return Err(Stop::Usage(format!("-X ledgercheck wants 'safepoints' or a number, not {number:?}"))),
        },
        ("lookcheck", _) => options.look_check = true,
        ("heapcheck", _) => options.heap_check = true,
        _ => options.x_options.push((name.to_string(), value.map(str::to_string))),
    }
    Ok(())
}

/// Checks a release against the profiles that are there.
pub fn profile(release: &str) -> Result<String, Stop> {
    HeapProfile::parse(release).map(|_| release.to_string()).map_err(Stop::Usage)
}

fn finish(mut options: Options, job: Job, mut parser: Parser) -> Result<Options, Stop> {
    options.job = job;
    let rest = parser.raw_args().map_err(usage)?;
    options.args = rest.map(text).collect::<Result<_, _>>()?;
    Ok(options)
}

fn required(parser: &mut Parser, letter: char) -> Result<String, Stop> {
    let value = parser.value().map_err(|_| Stop::Usage(format!("Argument expected for the -{letter} option")))?;
    text(value)
}

fn text(value: OsString) -> Result<String, Stop> {
    value.string().map_err(usage)
}

fn usage(error: impl std::fmt::Display) -> Stop {
    Stop::Usage(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Options, Stop> {
        parse(args.iter().map(OsString::from), false)
    }

    #[test]
    fn the_script_ends_the_options() {
        let options = read(&["-i", "script.py", "-i", "--python", "x"]).expect("a usual line");
        assert_eq!(options.job, Job::Script("script.py".into()));
        assert_eq!(options.args, ["-i", "--python", "x"]);
        assert!(options.inspect);
    }

    #[test]
    fn a_command_may_stick_to_its_letter() {
        let options = read(&["-qcprint(1)", "a"]).expect("a usual line");
        assert_eq!(options.job, Job::Command("print(1)".into()));
        assert_eq!(options.args, ["a"]);
        assert!(options.quiet);
    }

    #[test]
    fn unknown_things_are_usage_errors() {
        assert!(matches!(read(&["-z"]), Err(Stop::Usage(m)) if m == "Unknown option: -z"));
        assert!(matches!(read(&["-c"]), Err(Stop::Usage(m)) if m == "Argument expected for the -c option"));
        assert!(matches!(read(&["--python", "2.7"]), Err(Stop::Usage(_))));
    }
}

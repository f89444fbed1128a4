//! The pyglass command: reads the command line, runs the job on a deep stack, ends with CPython's status.

mod check;
mod child;
mod cli;
mod compare;
mod files;
mod job;
mod profiles;
mod repl;

use std::io::IsTerminal;
use std::process::exit;

/// Native recursion (repr of nested lists, comparison, calls through C-like code) may go this deep; pages are
/// only taken when they are used. An eighth of the address space, if that is limited.
fn stack_bytes() -> usize {
    (gc::address_space() / 8).min(1 << 30)
}

/// Runs the job, on a stack of its own rather than on a thread: starting one would cost a tenth of an empty program.
fn run(options: &cli::Options) -> ! {
    let size = stack_bytes();
    if !gc::can_map(size) {
        eprintln!("pyglass: cannot start: no room for a stack of {size} bytes");
        exit(71);
    }
    stacker::grow(size, || exit(job::run(options)))
}

fn main() {
    let mut args = std::env::args_os().skip(1);
    // A script of that name would be called with a path: ./check
    match args.next().as_ref().and_then(|first| first.to_str()) {
        Some("check") => exit(check::main(args)),
        Some("compare") => exit(compare::main(args)),
        Some("profiles") => exit(profiles::main(args)),
        _ => {}
    }
    let predicts = std::env::args_os().nth(1).is_some_and(|first| first == "predict");
    let stdin_is_terminal = std::io::stdin().is_terminal();
    let options = match cli::parse(std::env::args_os().skip(if predicts { 2 } else { 1 }), stdin_is_terminal) {
        Ok(options) if predicts => match asked_about(options) {
            Ok(options) => options,
            Err(stop) => exit(stopped(stop)),
        },
        Ok(options) => options,
        Err(stop) => exit(stopped(stop)),
    };
    run(&options)
}

/// The options of `pyglass predict`, which wants a script.
fn asked_about(options: cli::Options) -> Result<cli::Options, cli::Stop> {
    match options.job.clone() {
        cli::Job::Script(file) => Ok(cli::Options { job: cli::Job::Predict(file), ..options }),
        _ => Err(cli::Stop::Usage("pyglass predict wants a script: pyglass predict script.py".into())),
    }
}

/// Says why nothing runs; the exit status.
fn stopped(stop: cli::Stop) -> i32 {
    match stop {
        cli::Stop::Help => {
            println!("{}\n\n{}", cli::USAGE, cli::HELP.trim_end());
            0
        }
        cli::Stop::Version => {
            println!("Python 3.11.7 (pyglass {})", env!("CARGO_PKG_VERSION"));
            0
        }
        cli::Stop::Usage(problem) => {
            eprintln!("{problem}\n{}\nTry `pyglass -h' for more information.", cli::USAGE);
            2
        }
    }
}

//! Commands that run something: a statement on the clock, a file, the prompt anew under another memory model.

use super::{Command, Desk};
use crate::cli;
use crate::compare;
use crate::files::reason;
use crate::repl::session::Outcome;
use crate::repl::{run_statement, tell_what_was_seen};
use frontend::{Mode, Origin};
use gc::{HeapProfile, List, ObjRef};
use runtime::vm::Vm;
use runtime::{PyResult, Raised};
use std::time::Instant;

pub const COMMANDS: &[Command] = &[
    Command { name: "time", usage: "STATEMENT", help: "runs it once and tells how long it took", run: time },
    Command {
        name: "timeit",
        usage: "[-n N] [-r R] STATEMENT",
        help: "runs it N times in R rounds: mean and deviation",
        // Its rounds are nothing that a watch should tell of.
        run: |desk, text| desk.vm.unrecorded(|| timeit(desk, text)),
    },
    Command { name: "run", usage: "FILE [ARGS]", help: "runs a file in this namespace", run: run_file },
    Command {
        name: "python",
        usage: "[X.Y]",
        help: "another release's memory model, with a fresh heap; without a number: which one is in force",
        run: python,
    },
    Command {
        name: "compare",
        usage: "[X.Y …]",
        help: "runs what was typed so far under these models and the one in force: which lines differ, and why",
        run: compare_typed,
    },
];

fn time(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    if text.is_empty() {
        return Ok("%time wants a statement, such as %time sum(range(1000))\n".into());
    }
    let clock = |desk: &Desk<'_>| -> PyResult<f64> {
        let module = desk.vm.import("time")?;
        let seconds = desk.vm.call_method_str(&module, "process_time", &[])?;
        desk.vm.to_f64(&seconds)
    };
    let before = clock(desk)?;
    let start = Instant::now();
    run_statement(desk.vm, &format!("{text}\n"), "<stdin>", desk.main)?;
    let wall = start.elapsed().as_secs_f64();
    let cpu = clock(desk)? - before;
    Ok(format!("CPU time: {}\nwall time: {}\n", seconds_text(cpu), seconds_text(wall)))
}

/// Three significant digits with a unit that suits.
fn seconds_text(seconds: f64) -> String {
    let (value, unit) = match seconds {
        s if s >= 1.0 => (s, "s"),
        s if s >= 1e-3 => (s * 1e3, "ms"),
        s if s >= 1e-6 => (s * 1e6, "µs"),
        s => (s * 1e9, "ns"),
    };
    let digits = match value {
        v if v >= 100.0 => 0,
        v if v >= 10.0 => 1,
        _ => 2,
    };
    format!("{value:.digits$} {unit}")
}

/// Loops per round (None: as many as take a fifth of a second), rounds, and the statement. None: it reads otherwise.
fn timeit_words(text: &str) -> Option<(Option<u64>, u64, &str)> {
    let (mut loops, mut rounds, mut rest) = (None, 7, text.trim_start());
    while let Some(option) = ["-n", "-r"].into_iter().find(|option| rest.starts_with(option)) {
        let tail = rest[2..].trim_start();
        let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
        let number: u64 = tail[..end].parse().ok().filter(|n| *n > 0)?;
        if option == "-n" {
            loops = Some(number);
        } else {
            rounds = number;
        }
        rest = tail[end..].trim_start();
    }
    (!rest.is_empty()).then_some((loops, rounds, rest))
}

fn timeit(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let vm = desk.vm;
    let Some((loops, rounds, statement)) = timeit_words(text) else {
        return Ok("%timeit wants a statement, such as %timeit -n 1000 -r 5 [1, 2].copy()\n".into());
    };
    // What does not compile is complained about as if it had been typed.
    vm.compile_from(&format!("{statement}\n"), "<stdin>", Mode::Interactive, Origin::Text)?;
    let (loops, each) = match rounds_of(desk, statement, loops, rounds) {
        Err(error) => return Err(without_the_clock(vm, error)),
        Ok(found) => found,
    };
    let mean = each.iter().sum::<f64>() / each.len() as f64;
    let deviation = (each.iter().map(|time| (time - mean).powi(2)).sum::<f64>() / each.len() as f64).sqrt();
    let (s, es) = (if rounds == 1 { "" } else { "s" }, if loops == 1 { "" } else { "s" });
    Ok(format!(
        "{} ± {} per loop (mean ± deviation of {rounds} round{s}, {} loop{es} each)\n",
        seconds_text(mean),
        seconds_text(deviation),
        thousands(loops)
    ))
}

/// The loops of a round, and what a loop took in each round.
fn rounds_of(desk: &Desk<'_>, statement: &str, loops: Option<u64>, rounds: u64) -> PyResult<(u64, Vec<f64>)> {
    let vm = desk.vm;
    let timer_class = vm.get_attr_str(&vm.import("timeit")?, "Timer")?;
    let (setup, timer) = (vm.str("pass"), vm.get_attr_str(&vm.import("time")?, "perf_counter")?);
    let timer = vm.call(&timer_class, &[vm.str(statement), setup, timer, desk.main.as_obj().clone()])?;
    let loops = match loops {
        Some(loops) => loops,
        None => {
            let found = vm.call_method_str(&timer, "autorange", &[])?;
            let number = vm.get_item(&found, &vm.int(0))?;
            vm.to_i64(&number)? as u64
        }
    };
    let times = vm.call_method_str(&timer, "repeat", &[vm.int(rounds as i64), vm.int(loops as i64)])?;
    let times = times.to::<List>();
    let each = (0..times.len()).filter_map(|i| times.get(i)).map(|time: ObjRef| vm.to_f64(&time));
    Ok((loops, each.map(|time| time.map(|time| time / loops as f64)).collect::<PyResult<_>>()?))
}

/// The exception with the frames of what was timed alone: those that measure are not the learner's.
fn without_the_clock(vm: &Vm, error: Raised) -> Raised {
    let beneath = || -> PyResult<()> {
        let mut place = vm.get_attr_str(&error.0, "__traceback__")?;
        while !vm.is_none(&place) {
            let code = vm.get_attr_str(&vm.get_attr_str(&place, "tb_frame")?, "f_code")?;
            let file = vm.get_attr_str(&code, "co_filename")?;
            place = vm.get_attr_str(&place, "tb_next")?;
            if vm.str_of_text(&file)? == "<timeit-src>" {
                vm.set_attr(&error.0, &vm.intern("__traceback__"), &place)?;
                break;
            }
        }
        Ok(())
    };
    drop(beneath());
    error
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Runs a file in the namespace of the prompt; meanwhile `sys.argv`, `sys.path[0]` and `__file__` are the file's.
fn run_file(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let vm = desk.vm;
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some(file) = words.first() else { return Ok("%run wants a file, such as %run script.py\n".into()) };
    let path = std::path::absolute(file).unwrap_or_else(|_| file.into());
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            return Ok(format!("%run: {file}: {}\n", reason(&error)));
        }
    };
    let name = path.to_string_lossy().into_owned();
    let folder = path.parent().map_or_else(String::new, |folder| folder.to_string_lossy().into_owned());
    let sys = vm.import("sys")?;
    let (argv, first) = (vm.intern("argv"), vm.intern("path"));
    let argv_before = vm.get_attr(&sys, &argv)?;
    vm.set_attr(&sys, &argv, &vm.list(words.iter().map(|word| vm.str(word)).collect()))?;
    let path_list = vm.get_attr(&sys, &first)?;
    let folder = vm.str(folder);
    vm.call_method_str(&path_list, "insert", &[vm.int(0), folder.clone()])?;
    vm.dict_set_str(desk.main, "__file__", &vm.str(&name));
    let outcome = vm.run_bytes(&bytes, &name, desk.main);
    tell_what_was_seen(vm)?;
    vm.dict_del(desk.main, &vm.intern("__file__"))?;
    vm.set_attr(&sys, &argv, &argv_before)?;
    // The file may have taken it out itself.
    drop(vm.call_method_str(&path_list, "remove", &[folder]));
    match outcome {
        // A script that ends itself ends, not the prompt.
        Err(error) if error.matches(vm, runtime::Exc::SystemExit) => Ok(String::new()),
        outcome => outcome.map(|()| String::new()),
    }
}

/// What was typed, but for commands, under several memory models.
fn compare_typed(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let words = text.split([' ', ',']).filter(|word| !word.is_empty());
    let mut wanted: Vec<&str> = words.collect();
    wanted.push(desk.vm.heap.profile().release);
    if let Some(unknown) = wanted.iter().find(|word| HeapProfile::of(word).is_none()) {
        return Ok(format!("no memory model of Python {unknown}; there are 3.8 to 3.13: %compare 3.8 3.13\n"));
    }
    let alone = wanted.len() == 1;
    let releases: Vec<HeapProfile> =
        HeapProfile::ALL.into_iter().filter(|row| alone || wanted.contains(&row.release)).collect();
    let typed = desk.session.finished();
    let mut program = String::new();
    for statement in typed.iter().filter(|text| !super::is_command(text.lines().next().unwrap_or(""))) {
        program += statement;
        // An empty line ends what is compound, and is nothing behind the rest.
        program += "\n\n";
    }
    if program.is_empty() {
        return Ok("nothing was typed yet: type what prints a number, then %compare 3.8 3.13\n".into());
    }
    Ok(match compare::typed(releases, program) {
        Ok(told) => told,
        Err(problem) => format!("%compare: {problem}\n"),
    })
}

fn python(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    if text.is_empty() {
        let release = desk.vm.heap.profile().release;
        return Ok(format!("the memory model of Python {release}; %python 3.13 switches (3.8 to 3.13)\n"));
    }
    match cli::profile(text) {
        Ok(profile) => {
            desk.session.wish.set(Some(Outcome::Python(profile)));
            let before = desk.vm.heap.profile().release;
            Ok(format!(
                "the memory model of Python {text}: a fresh heap, a fresh __main__, no names\n\
                 (%compare {before} tells which numbers of what you type are others under {before}, and why)\n"
            ))
        }
        Err(cli::Stop::Usage(problem)) => Ok(format!("{problem}\n")),
        Err(_) => Ok(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_of_timeit_stand_in_front() {
        assert_eq!(timeit_words("-n 10 -r3 x - n"), Some((Some(10), 3, "x - n")));
        assert_eq!(timeit_words("f(-1)"), Some((None, 7, "f(-1)")));
        assert_eq!(timeit_words("-n x"), None);
        assert_eq!(timeit_words("  "), None);
    }

    #[test]
    fn times_have_three_digits() {
        assert_eq!(seconds_text(0.000_012_345), "12.3 µs");
        assert_eq!(seconds_text(2.0), "2.00 s");
        assert_eq!(seconds_text(123e-9), "123 ns");
        assert_eq!(thousands(1_234_567), "1,234,567");
    }
}

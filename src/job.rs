//! Runs what the command line asks for: a script, a text, a module, the prompt; then shuts the interpreter down.

use crate::check;
use crate::cli::{CollectorMode, Job, LedgerCheck, Options};
use crate::files::reason;
use crate::repl::{self, ask::Class, session::Outcome};
use frontend::Mode;
use gc::{Allocator, CollectMode, Dict, ObjRef, Ref};
use runtime::inspect::record::{Telling, Watch};
use runtime::vm::Vm;
use runtime::vm::module_spec::{self, cache_name};
use runtime::vm::running::Running;
use runtime::{Exc, PyResult, Raised};
use std::io::Read;
use std::path::Path;

/// Runs the job, and the prompt anew as often as it wants another memory model; the exit status.
pub fn run(options: &Options) -> i32 {
    let mut options = options.clone();
    loop {
        match run_once(&options) {
            Outcome::Status(status) => return status,
            Outcome::Python(profile) => {
                options = Options { profile, job: Job::Repl, args: Vec::new(), quiet: true, inspect: false, ..options }
            }
        }
    }
}

/// Runs the job in a heap of its own.
fn run_once(options: &Options) -> Outcome {
    let vm = match start(options) {
        Ok(vm) => vm,
        Err(problem) => {
            eprintln!("{problem}");
            return Outcome::Status(1);
        }
    };
    if options.look_check {
        vm.check_looks();
    }
    let signals = listen_to_interrupts(&vm);
    let outcome = match set_up(&vm, options).and_then(|main| {
        start_recorder(&vm, options, &main);
        if let LedgerCheck::Every(instructions) = options.ledger_check {
            vm.check_ledgers(instructions);
        }
        run_in(&vm, options, main)
    }) {
        Ok(outcome) => outcome,
        Err(error) => Outcome::Status(report(&vm, error)),
    };
    let ledgers_balance = vm.end_ledger_checks() & (options.ledger_check == LedgerCheck::Off || ledgers_balance(&vm));
    vm.end_of_program();
    let status = match outcome {
        Outcome::Status(status) => {
            let status = shut_down(&vm, status, options.heap_check || shows_pools(options));
            write_record(&vm, options, status)
        }
        Outcome::Python(profile) => {
            shut_down(&vm, 0, true);
            for signal in signals {
                signal_hook::low_level::unregister(signal);
            }
            return Outcome::Python(profile);
        }
    };
    if shows_pools(options) {
        stdlib::sys::malloc_stats::show_pools(&vm.heap);
    }
    if options.heap_check && !heap_is_clean(&vm) {
        return Outcome::Status(99);
    }
    if !ledgers_balance {
        return Outcome::Status(98);
    }
    // The process ends here; taking the interpreter apart would only cost time.
    std::mem::forget(vm);
    Outcome::Status(status)
}

/// A variable that the program's start heeds.
fn environment(options: &Options, name: &str) -> Option<String> {
    if options.ignore_environment { None } else { std::env::var(name).ok() }
}

/// Makes the interpreter with its standard library.
fn start(options: &Options) -> Result<Box<Vm>, String> {
    let environment = |name: &str| environment(options, name);
    let hash_seed = environment("PYTHONHASHSEED");
    let allocator = allocator(&environment("PYTHONMALLOC").unwrap_or_default())?;
    let arena_watch = shows_pools(options).then_some(stdlib::sys::malloc_stats::show_pools as fn(&gc::Heap));
    let vm = Vm::start_watched(hash_seed.as_deref(), &options.profile, allocator, arena_watch)?;
    set_stack_floor(&vm);
    vm.heap.set_collect_mode(match options.collector {
        CollectorMode::Off => CollectMode::Off,
        CollectorMode::Automatic => CollectMode::Auto,
        CollectorMode::Stress => CollectMode::Everywhere,
    });
    Ok(vm)
}

/// What `PYTHONMALLOC` asks for.
fn allocator(name: &str) -> Result<Allocator, String> {
    match name {
        "" | "default" | "pymalloc" => Ok(Allocator::Pools),
        "debug" | "pymalloc_debug" => Ok(Allocator::Debug),
        "malloc" | "malloc_debug" => Ok(Allocator::System),
        _ => Err("Fatal Python error: preconfig_init_allocator: PYTHONMALLOC: unknown allocator\n\
                  Python runtime state: preinitializing\n"
            .into()),
    }
}

/// Tells the machine how deep native calls may go: all but the last megabytes of the stack.
fn set_stack_floor(vm: &Vm) {
    let (here, stack) = (0_u8, crate::stack_bytes());
    let reserve = (16 << 20).min(stack / 2);
    vm.run.set_stack_floor(std::ptr::from_ref(&here).addr() - stack + reserve);
}

/// Fills `sys` from the command line and makes `__main__`.
fn set_up(vm: &Vm, options: &Options) -> PyResult<Ref<Dict>> {
    vm.heap.begin_start_up();
    stdlib::register(vm);
    let environment = |name: &str| environment(options, name);
    let first = match &options.job {
        Job::Script(file) | Job::Predict(file) => file.clone(),
        Job::Command(_) => "-c".into(),
        Job::Module(_) => "-m".into(),
        Job::Stdin => "-".into(),
        Job::Plan(_) => String::new(),
        Job::Repl => String::new(),
    };
    let first = if matches!(options.job, Job::Stdin) && std::env::args().len() == 1 { String::new() } else { first };
    let config = stdlib::Config {
        argv: std::iter::once(first).chain(options.args.iter().cloned()).collect(),
        path0: (!options.letters.contains(['I', 'P'])).then(|| path0(&options.job)),
        python_path: environment("PYTHONPATH").unwrap_or_default(),
        optimize: options.optimize.max(environment("PYTHONOPTIMIZE").and_then(|n| n.parse().ok()).unwrap_or(0)),
        inspect: options.inspect || environment("PYTHONINSPECT").is_some_and(|v| !v.is_empty()),
        quiet: options.quiet,
        interactive: options.inspect || options.job == Job::Repl,
        ignore_environment: options.ignore_environment,
        unbuffered: options.unbuffered || environment("PYTHONUNBUFFERED").is_some_and(|v| !v.is_empty()),
        letters: options.letters.clone(),
        warnings: warn_options(options, environment("PYTHONWARNINGS")),
        x_options: options.x_options.clone(),
        profile: options.profile.clone(),
        trace_frames: trace_frames(options, environment("PYTHONTRACEMALLOC")),
    };
    stdlib::configure(vm, &config)?;
    let main = stdlib::main_module(vm)?;
    vm.reserve_memory_errors();
    vm.heap.fill_free_lists();
    vm.hold_as_start_up();
    vm.heap.begin_program();
    Ok(main)
}

/// What `-X watch` and `-X record` ask for.
fn start_recorder(vm: &Vm, options: &Options, main: &Ref<Dict>) {
    let asked = |name: &str| options.x_options.iter().any(|(option, _)| option == name);
    if asked("record") {
        vm.start_recording(Some(main));
    }
    if asked("watch") {
        vm.watch(Watch::All, Telling::Stderr);
    }
}

/// Writes what was recorded, if that was asked for; the exit status.
fn write_record(vm: &Vm, options: &Options, status: i32) -> i32 {
    let file = options.x_options.iter().rev().find(|(name, _)| name == "record").and_then(|(_, file)| file.as_ref());
    let (Some(file), Some(recorder)) = (file, vm.recorder()) else { return status };
    match stdlib::glass::record::write(vm, &recorder, file) {
        Ok(()) => status,
        Err(error) => {
            eprintln!("pyglass: cannot write {file}: {}", reason(&error));
            if status == 0 { 1 } else { status }
        }
    }
}

/// Ctrl-C becomes KeyboardInterrupt. Where that cannot be, Ctrl-C ends the process at once: worse, but no reason not to
/// run.
fn listen_to_interrupts(vm: &Vm) -> Vec<signal_hook::SigId> {
    use signal_hook::{consts::SIGINT, flag};
    // A second Ctrl-C while the first one is not noticed (in arithmetic on huge ints, say) ends the process.
    let unnoticed = vm.run.unnoticed_signal();
    let listeners = [
        flag::register_conditional_shutdown(SIGINT, 130, unnoticed.clone()),
        flag::register(SIGINT, unnoticed),
        flag::register_usize(SIGINT, vm.interrupt_flag(), runtime::vm::state::SIGNAL),
    ];
    listeners.into_iter().flatten().collect()
}

/// `sys.warnoptions`: the environment's filters, then those of the command line, which go first.
fn warn_options(options: &Options, environment: Option<String>) -> Vec<String> {
    let environment = environment.unwrap_or_default();
    let filters = environment.split(',').filter(|filter| !filter.is_empty()).map(str::to_owned);
    filters.chain(options.warnings.iter().cloned()).collect()
}

/// What `-X tracemalloc` or the environment ask for: frames to store, 0 for no tracing.
fn trace_frames(options: &Options, environment: Option<String>) -> Option<String> {
    let asked = options.x_options.iter().rev().find(|(name, _)| name == "tracemalloc");
    match asked {
        Some((_, Some(frames))) => Some(frames.clone()),
        Some((_, None)) => Some("1".into()),
        None => environment.filter(|frames| !frames.is_empty()),
    }
}

/// `sys.path[0]`: the script's folder, with links resolved, or the current one.
fn path0(job: &Job) -> String {
    match job {
        Job::Script(file) | Job::Predict(file) => {
            let resolved = std::fs::canonicalize(file).unwrap_or_else(|_| file.into());
            if resolved.is_dir() {
                return resolved.to_string_lossy().into_owned();
            }
            resolved.parent().map_or_else(String::new, |folder| folder.to_string_lossy().into_owned())
        }
        Job::Module(_) => std::env::current_dir().map_or_else(|_| String::new(), |d| d.to_string_lossy().into_owned()),
        Job::Command(_) | Job::Stdin | Job::Plan(_) | Job::Repl => String::new(),
    }
}

/// Runs the job in the namespace of `__main__`, which is kept where the instruments see it.
fn run_in(vm: &Vm, options: &Options, main: Ref<Dict>) -> PyResult<Outcome> {
    match &*vm.keep(Running::Namespace(main)) {
        Running::Namespace(main) => run_job(vm, options, main),
        _ => Ok(Outcome::Status(0)),
    }
}

fn run_job(vm: &Vm, options: &Options, main: &Ref<Dict>) -> PyResult<Outcome> {
    let outcome = match &options.job {
        Job::Repl => return Ok(repl::run(vm, main, options.quiet)),
        Job::Predict(file) => {
            let class = Class { vm, main, attended: true };
            return Ok(Outcome::Status(class.predict_script(file)));
        }
        Job::Stdin if options.inspect => return Ok(repl::run(vm, main, options.quiet)),
        Job::Script(file) => match script(vm, options, file, main) {
            Ok(result) => result,
            Err(status) => return Ok(Outcome::Status(status)),
        },
        Job::Command(text) => vm.run_source(&format!("{text}\n"), "<string>", main, Mode::Module).map(drop),
        Job::Module(name) => run_module(vm, name, main),
        Job::Stdin => stdin_program(vm, main),
        Job::Plan(plan) => return Ok(Outcome::Status(check::worker::run(vm, plan, main))),
    };
    // `sys.exit` ends the interpreter at once.
    let exits = matches!(&outcome, Err(error) if error.matches(vm, Exc::SystemExit));
    let status = match outcome {
        Ok(()) => 0,
        Err(error) => report(vm, error),
    };
    if matches!(options.job, Job::Script(_) | Job::Stdin) && !exits {
        forget_file(vm, main);
    }
    if options.inspect {
        return Ok(repl::run(vm, main, true));
    }
    Ok(Outcome::Status(status))
}

/// Runs a file. `Err`: it could not be read, the message is out, and this is the status.
fn script(vm: &Vm, options: &Options, file: &str, main: &Ref<Dict>) -> Result<PyResult<()>, i32> {
    let cannot = |path: &Path, error: &std::io::Error| {
        let (number, why) = (error.raw_os_error().unwrap_or(0), reason(error));
        eprintln!("pyglass: can't open file '{}': [Errno {number}] {why}", path.display());
        2
    };
    let absolute = std::path::absolute(file).unwrap_or_else(|_| file.into());
    let mut path = absolute.clone();
    if path.is_dir() {
        path = path.join("__main__.py");
        if !path.exists() {
            eprintln!("pyglass: can't find '__main__' module in '{}'", absolute.display());
            return Err(1);
        }
        vm.dict_set_str(main, "__package__", &vm.str(""));
        vm.dict_set_str(main, "__spec__", &module_spec::of_main(vm, "__main__", &path.to_string_lossy()));
    }
    let mut bytes = std::fs::read(&path).map_err(|error| cannot(&path, &error))?;
    if options.skip_first_line {
        // Its end stays, so that the lines keep their numbers.
        bytes.drain(..bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len()));
    }
    let name = path.to_string_lossy().into_owned();
    Ok(run_named(vm, &bytes, &name, main))
}

/// Runs the bytes of a file, whose name stands in the namespace.
fn run_named(vm: &Vm, bytes: &[u8], name: &str, main: &Ref<Dict>) -> PyResult<()> {
    vm.dict_set_str(main, "__file__", &vm.str(name));
    vm.dict_set_str(main, "__cached__", &vm.none());
    vm.run_bytes(bytes, name, main)
}

/// The file is done: its name goes. A program may have taken it out itself.
fn forget_file(vm: &Vm, main: &Ref<Dict>) {
    for entry in ["__file__", "__cached__"] {
        drop(vm.dict_del(main, &vm.intern(entry)));
    }
}

fn stdin_program(vm: &Vm, main: &Ref<Dict>) -> PyResult<()> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(|error| vm.os_error(&error, None))?;
    run_named(vm, &bytes, "<stdin>", main)
}

/// `-m name`: finds the module (of a package its `__main__`) and runs its source as `__main__`.
fn run_module(vm: &Vm, name: &str, main: &Ref<Dict>) -> PyResult<()> {
    match vm.find_module_source(name)? {
        Some(found) => {
            let argv = vm.get_attr(&vm.import("sys")?, &vm.intern("argv"))?;
            vm.set_item(&argv, &vm.int(0), &vm.str(&found.filename))?;
            vm.dict_set_str(main, "__file__", &vm.str(&found.filename));
            vm.dict_set_str(main, "__cached__", &vm.str(cache_name(&found.filename)));
            vm.dict_set_str(main, "__package__", &vm.str(&found.package));
            vm.dict_set_str(main, "__spec__", &module_spec::of_main(vm, &found.name, &found.filename));
            vm.run_module_source(&found, main)
        }
        None => {
            eprintln!("pyglass: No module named {name}");
            Err(vm.raise_type(vm.exception_type(Exc::SystemExit), &[vm.int(1)]))
        }
    }
}

/// Prints an uncaught exception, or obeys SystemExit; the exit status.
pub fn report(vm: &Vm, error: Raised) -> i32 {
    if error.matches(vm, Exc::SystemExit) {
        return exit_status(vm, &error.0);
    }
    let interrupted = error.matches(vm, Exc::KeyboardInterrupt);
    vm.print_uncaught(error);
    if interrupted { 130 } else { 1 }
}

/// What SystemExit carries: a number is the status, None is 0, anything else is printed and means 1.
pub fn exit_status(vm: &Vm, exception: &ObjRef) -> i32 {
    let code = vm.get_attr(exception, &vm.intern("code")).unwrap_or_else(|_| vm.none());
    if vm.is_none(&code) {
        return 0;
    }
    if vm.is_int(&code) {
        return vm.to_i64_opt(&code).map_or(-1, |status| status as i32) & 0xff;
    }
    let shown = stream(vm, "stderr").map(|stderr| {
        let text = vm.str_of(&code)?;
        vm.call_method_str(&stderr, "write", &[text])?;
        vm.call_method_str(&stderr, "write", &[vm.str("\n")])
    });
    drop(shown);
    1
}

/// A standard stream, if the program has left it there.
fn stream(vm: &Vm, name: &str) -> Option<ObjRef> {
    let sys = vm.import("sys").ok()?;
    vm.get_attr_opt(&sys, &vm.intern(name)).ok().flatten().filter(|stream| !vm.is_none(stream))
}

/// Flushes a stream, if the program has not closed it.
fn flush(vm: &Vm, stream: &ObjRef) -> PyResult<()> {
    let closed = vm.get_attr_opt(stream, &vm.names.closed)?;
    match closed.map_or(Ok(false), |closed| vm.truth(&closed))? {
        true => Ok(()),
        false => vm.call_method(stream, &vm.names.flush, &[]).map(drop),
    }
}

/// Flushes the output, false if that failed; on stderr nobody could read why.
fn flush_both(vm: &Vm) -> bool {
    let flushed = stream(vm, "stdout").is_none_or(|stdout| match flush(vm, &stdout) {
        Ok(()) => true,
        Err(error) => {
            vm.unraisable(error, &stdout);
            false
        }
    });
    flushed & stream(vm, "stderr").is_none_or(|stderr| flush(vm, &stderr).is_ok())
}

/// `PYTHONMALLOCSTATS`
fn shows_pools(options: &Options) -> bool {
    environment(options, "PYTHONMALLOCSTATS").is_some_and(|wanted| !wanted.is_empty())
}

/// The end, in CPython's order: atexit, flushing, a last collection, the modules (CPython: `Py_FinalizeEx`).
fn shut_down(vm: &Vm, status: i32, takes_apart: bool) -> i32 {
    stdlib::atexit::run(vm);
    let flushed = flush_both(vm);
    // Else nothing makes itself heard when it dies, and nobody listens.
    let heard = vm.heap.expects_last_words() || vm.watches_collections() || vm.recorder().is_some();
    if !takes_apart && !heard {
        return if flushed { status } else { 120 };
    }
    let stdout = stream(vm, "__stdout__");
    vm.finalize_modules();
    // What died with the modules may have printed.
    let printed = stdout.is_none_or(|stdout| flush(vm, &stdout).is_ok());
    if flushed && printed { status } else { 120 }
}

/// Whether the holders of every object make up its count; the gaps go to stderr.
fn ledgers_balance(vm: &Vm) -> bool {
    let gaps = vm.ledger_gaps();
    runtime::inspect::balance::report(&gaps);
    gaps.is_empty()
}

/// Verifies the heap and looks for objects that nobody let go; the findings go to stderr.
fn heap_is_clean(vm: &Vm) -> bool {
    if let Err(problem) = vm.heap.check() {
        eprintln!("heapcheck: {problem}");
        return false;
    }
    vm.tear_down();
    let left = vm.heap.live_objects();
    for object in left.iter().take(20) {
        eprintln!("heapcheck: {} at {:#x}, count {}", vm.type_name(object), object.addr(), object.refcount() - 1);
    }
    if !left.is_empty() {
        eprintln!("heapcheck: {} objects are left", left.len());
    }
    left.is_empty()
}

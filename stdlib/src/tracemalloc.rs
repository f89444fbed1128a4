//! `_tracemalloc`: binds the runtime's allocation sites.

use gc::{ObjRef, PreHeader};
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::trace::{Trace, Tracing};
use runtime::vm::Vm;
use std::collections::HashMap;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "_tracemalloc", doc: None, functions: FUNCTIONS, init: |_, _| Ok(()) };

static FUNCTIONS: &[Method] = &[
    Method::new("is_tracing()", Fun::None(|vm, _| Ok(vm.bool(vm.tracing().is_some())))),
    Method::new("clear_traces()", Fun::None(clear_traces)),
    Method::new("_get_traces()", Fun::None(get_traces)),
    Method::new("_get_object_traceback(obj, /)", Fun::One(get_object_traceback)),
    Method::new("start(nframe=1, /)", Fun::Pos(0, 1, start)),
    Method::new("stop()", Fun::None(stop)),
    Method::new("get_traceback_limit()", Fun::None(|vm, _| Ok(vm.int(vm.tracing_limit() as i64)))),
    Method::new("get_tracemalloc_memory()", Fun::None(get_tracemalloc_memory)),
    Method::new("get_traced_memory()", Fun::None(get_traced_memory)),
    Method::new("reset_peak()", Fun::None(reset_peak)),
];

/// Frames that one allocation can have at most.
const MOST_FRAMES: usize = 65535;
/// What the empty tables take in CPython.
const EMPTY_SIZE: usize = 624;

fn clear_traces(vm: &Vm, _: &ObjRef) -> PyResult {
    if let Some(tracing) = vm.tracing() {
        tracing.clear();
    }
    Ok(vm.none())
}

/// The free lists as CPython's import of the module leaves them: a program's first lines are made of what waits there.
pub fn settle(vm: &Vm) {
    if vm.tracing().is_none() {
        vm.heap.settle(&vm.heap.profile().waiting_traced);
    }
}

fn start(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let frames = args.first().map_or(Ok(1), |frames| vm.to_i32(frames))?;
    match usize::try_from(frames) {
        Ok(frames @ 1..=MOST_FRAMES) => vm.start_tracing(frames),
        _ => {
            let text = format!("the number of frames must be in range [1; {MOST_FRAMES}]");
            return Err(vm.value_error(text));
        }
    }
    Ok(vm.none())
}

fn stop(vm: &Vm, _: &ObjRef) -> PyResult {
    vm.stop_tracing();
    Ok(vm.none())
}

fn get_tracemalloc_memory(vm: &Vm, _: &ObjRef) -> PyResult {
    let size = vm.tracing().map_or(0, |tracing| tracing.own_size());
    Ok(vm.int_exact((EMPTY_SIZE + size) as i64))
}

fn get_traced_memory(vm: &Vm, _: &ObjRef) -> PyResult {
    // The answer's own numbers are not in it.
    let (current, peak) = vm.tracing().map_or((0, 0), |tracing| tracing.memory());
    Ok(vm.tuple([vm.int(current as i64), vm.int(peak as i64)]))
}

fn reset_peak(vm: &Vm, _: &ObjRef) -> PyResult {
    if let Some(tracing) = vm.tracing() {
        tracing.reset_peak();
    }
    Ok(vm.none())
}

/// Makes the tuples of sites, each once.
struct Tracebacks<'v> {
    vm: &'v Vm,
    tracing: &'v Tracing,
    made: HashMap<usize, (ObjRef, ObjRef)>,
    files: HashMap<String, ObjRef>,
}

impl Tracebacks<'_> {
    /// The frames of a trace, and the number of frames there were.
    fn of(&mut self, trace: Trace) -> (ObjRef, ObjRef) {
        if let Some(known) = self.made.get(&trace.site()) {
            return known.clone();
        }
        let vm = self.vm;
        let site = self.tracing.site_of(trace);
        let frames = site
            .frames
            .iter()
            .map(|(file, line)| {
                let file = self.files.entry(file.to_string()).or_insert_with(|| vm.str(file)).clone();
                vm.tuple([file, vm.int((*line).into())])
            })
            .collect::<Vec<_>>();
        let made = (vm.tuple(frames), vm.int(site.total as i64));
        self.made.insert(trace.site(), made.clone());
        made
    }
}

/// All traces. The list is made before the tracing pauses, so it is in the next answer, as CPython's.
fn get_traces(vm: &Vm, _: &ObjRef) -> PyResult {
    let list = vm.list(Vec::new());
    let Some(tracing) = vm.tracing() else { return Ok(list) };
    let traces = tracing.traces();
    let listed = tracing.paused(|| {
        let mut tracebacks = Tracebacks { vm, tracing: &tracing, made: HashMap::new(), files: HashMap::new() };
        let items = list.to::<gc::List>();
        for (_, trace) in traces {
            let (frames, total) = tracebacks.of(trace);
            items.push(vm, vm.tuple([vm.int(0), vm.int(trace.size as i64), frames, total]))?;
        }
        Ok(())
    });
    vm.or_memory_error(listed)?;
    Ok(list)
}

/// Where the object's block was asked for. Where only one of two pre-headers is known of, the block is looked for
/// behind its start and not found: so it is in that release.
fn get_object_traceback(vm: &Vm, _: &ObjRef, obj: &ObjRef) -> PyResult {
    let Some(tracing) = vm.tracing() else { return Ok(vm.none()) };
    let front = match vm.heap.profile().pre_header {
        PreHeader::Dict => obj.ty().front().min(gc::GC_HEAD),
        PreHeader::None | PreHeader::DictAndWeak => obj.ty().front(),
    };
    let Some(trace) = tracing.trace_at(obj.addr() - front) else { return Ok(vm.none()) };
    let mut tracebacks = Tracebacks { vm, tracing: &tracing, made: HashMap::new(), files: HashMap::new() };
    Ok(tracebacks.of(trace).0)
}

/// Obeys `-X tracemalloc` and `PYTHONTRACEMALLOC`; the text of the problem if the number is none.
pub fn start_from(vm: &Vm, frames: &str) -> Result<(), String> {
    match frames.parse::<usize>() {
        Ok(0) => Ok(()),
        Ok(frames @ 1..=MOST_FRAMES) => {
            vm.start_tracing(frames);
            Ok(())
        }
        _ => Err("PYTHONTRACEMALLOC: invalid number of frames".to_owned()),
    }
}

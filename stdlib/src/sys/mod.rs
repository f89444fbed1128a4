//! `sys`: the interpreter as its programs see it.

mod hooks;
mod info;
pub mod malloc_stats;
mod module_names;
pub mod namespace;
mod size;

use gc::ObjRef;
use runtime::builtins::int::text::{DigitLimit, SMALLEST_LIMIT};
use runtime::error::{Exc, PyResult};
use runtime::native::{Fun, Method, ModuleSpec, Releases};
use runtime::vm::Vm;
use std::cell::Cell;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "sys", doc: Some("The interpreter's own variables and functions."), functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] = &[
    Method::new("_clear_type_cache()", Fun::None(nothing)),
    Method::new("_current_frames()", Fun::None(current_frames)),
    Method::new("_debugmallocstats()", Fun::None(malloc_stats::debugmallocstats)),
    Method::new("_getframe(depth=0, /)", Fun::Pos(0, 1, getframe)),
    Method::new("addaudithook(hook)", Fun::Bound(|vm, _, _| Ok(vm.none()))),
    Method::new("audit(event, /, *args)", Fun::Raw(|vm, _, _| Ok(vm.none()))),
    Method::new("breakpointhook(*args, **kws)", Fun::Raw(hooks::breakpointhook)),
    Method::new("call_tracing(func, args, /)", Fun::Pos(2, 2, call_tracing)),
    Method::new("displayhook(object, /)", Fun::One(hooks::displayhook)),
    Method::new("exc_info()", Fun::None(exc_info)),
    Method::new("excepthook(exctype, value, traceback, /)", Fun::Pos(3, 3, hooks::excepthook)),
    Method::new("exception()", Fun::None(|vm, _| Ok(vm.handled_exception().unwrap_or_else(|| vm.none())))),
    Method::new("exit(status=None, /)", Fun::Pos(0, 1, exit)),
    Method::new("get_asyncgen_hooks()", Fun::None(get_asyncgen_hooks)),
    Method::new("get_coroutine_origin_tracking_depth()", Fun::None(|vm, _| Ok(vm.int(0)))),
    Method::new("get_int_max_str_digits()", Fun::None(|vm, _| Ok(vm.int(DigitLimit::get(vm) as i64)))),
    Method::new("getallocatedblocks()", Fun::None(|vm, _| Ok(vm.int_exact(vm.heap.counted_blocks() as i64)))),
    Method::new("getdefaultencoding()", Fun::None(|vm, _| Ok(vm.str("utf-8")))),
    Method::new("getfilesystemencodeerrors()", Fun::None(|vm, _| Ok(vm.str("surrogateescape")))),
    Method::new("getfilesystemencoding()", Fun::None(|vm, _| Ok(vm.str("utf-8")))),
    Method::new("getrecursionlimit()", Fun::None(|vm, _| Ok(vm.int(vm.recursion_limit() as i64)))),
    Method::new("getrefcount(object, /)", Fun::One(size::getrefcount)),
    Method::new("getsizeof(object, default=None)", Fun::Bound(size::getsizeof)).packing(Releases::ALL),
    Method::new("getprofile()", Fun::None(|vm, _| Ok(vm.profile_function().unwrap_or_else(|| vm.none())))),
    Method::new("getswitchinterval()", Fun::None(|vm, _| Ok(vm.float(vm.state::<Switches>().interval.get())))),
    Method::new("gettrace()", Fun::None(|vm, _| Ok(vm.trace_function().unwrap_or_else(|| vm.none())))),
    Method::new("intern(string, /)", Fun::One(size::intern)),
    Method::new("is_finalizing()", Fun::None(|vm, _| Ok(vm.bool(vm.state::<Switches>().finalizing.get())))),
    Method::new("set_asyncgen_hooks(firstiter=None, finalizer=None)", Fun::Bound(set_asyncgen_hooks)),
    Method::new("set_coroutine_origin_tracking_depth(depth)", Fun::Bound(|vm, _, _| Ok(vm.none()))),
    Method::new("set_int_max_str_digits(maxdigits)", Fun::Bound(set_int_max_str_digits)),
    Method::new("setprofile(function, /)", Fun::One(setprofile)).general(),
    Method::new("setrecursionlimit(limit, /)", Fun::One(setrecursionlimit)),
    Method::new("setswitchinterval(interval, /)", Fun::One(setswitchinterval)),
    Method::new("settrace(function, /)", Fun::One(settrace)).general(),
    Method::new("unraisablehook(unraisable, /)", Fun::One(hooks::unraisablehook)),
];

/// Settings without a mechanism behind them.
struct Switches {
    interval: Cell<f64>,
    finalizing: Cell<bool>,
}

impl runtime::vm::Keeps for Switches {}

impl Default for Switches {
    fn default() -> Switches {
        Switches { interval: Cell::new(0.005), finalizing: Cell::new(false) }
    }
}

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    let dict = vm.module_dict(module);
    info::fill(vm, &dict)?;
    for name in ["displayhook", "excepthook", "breakpointhook", "unraisablehook"] {
        let hook = vm.get_attr_str(module, name)?;
        vm.dict_set_str(&dict, &format!("__{name}__"), &hook);
    }
    Ok(())
}

fn nothing(vm: &Vm, _: &ObjRef) -> PyResult {
    Ok(vm.none())
}

fn getframe(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let depth = args.first().map_or(Ok(0), |depth| vm.to_i32(depth))?;
    vm.running_frame(depth.max(0) as usize).ok_or_else(|| vm.value_error("call stack is not deep enough"))
}

/// There is one thread; its id is CPython's for the main thread in spirit only.
fn current_frames(vm: &Vm, _: &ObjRef) -> PyResult {
    let frames = vm.dict();
    if let Some(frame) = vm.running_frame(0) {
        vm.dict_set(&frames, &vm.int(1), &frame)?;
    }
    Ok(frames.into_obj())
}

fn call_tracing(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    if !vm.is_tuple(&args[1]) {
        let kind = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("call_tracing() argument 2 must be tuple, not {kind}")));
    }
    let values = vm.collect(&args[1])?;
    vm.watched(|| vm.call(&args[0], &values))
}

fn settrace(vm: &Vm, _: &ObjRef, function: &ObjRef) -> PyResult {
    vm.set_trace_function(Some(function.clone()).filter(|function| !vm.is_none(function)));
    Ok(vm.none())
}

fn setprofile(vm: &Vm, _: &ObjRef, function: &ObjRef) -> PyResult {
    vm.set_profile_function(Some(function.clone()).filter(|function| !vm.is_none(function)));
    Ok(vm.none())
}

fn exc_info(vm: &Vm, _: &ObjRef) -> PyResult {
    Ok(match vm.handled_exception() {
        None => vm.tuple([vm.none(), vm.none(), vm.none()]),
        Some(exc) => {
            let traceback = vm.exception_traceback(&exc).unwrap_or_else(|| vm.none());
            vm.tuple([exc.ty_ref().clone(), exc, traceback])
        }
    })
}

/// Raises SystemExit; a tuple becomes its arguments, as with every exception.
fn exit(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let args = match args.first() {
        None => Vec::new(),
        Some(status) if vm.is_none(status) => Vec::new(),
        Some(status) if vm.is_tuple(status) => vm.collect(status)?,
        Some(status) => vec![status.clone()],
    };
    Err(vm.raise_type(vm.exception_type(Exc::SystemExit), &args))
}

fn get_asyncgen_hooks(vm: &Vm, _: &ObjRef) -> PyResult {
    let (first, finalizer) = vm.async_generator_hooks();
    let or_none = |hook: Option<ObjRef>| hook.unwrap_or_else(|| vm.none());
    Ok(vm.tuple([or_none(first), or_none(finalizer)]))
}

fn set_asyncgen_hooks(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let (mut first, mut finalizer) = vm.async_generator_hooks();
    for (given, slot, name) in [(&args[0], &mut first, "firstiter"), (&args[1], &mut finalizer, "finalizer")] {
        match given {
            None => {}
            Some(hook) if vm.is_none(hook) => *slot = None,
            Some(hook) if vm.is_callable(hook) => *slot = Some(hook.clone()),
            Some(hook) => {
                let kind = vm.type_name(hook);
                return Err(vm.type_error(format!("callable {name} expected, got {kind}")));
            }
        }
    }
    vm.set_async_generator_hooks(first, finalizer);
    Ok(vm.none())
}

fn set_int_max_str_digits(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let Some(digits) = &args[0] else { return Ok(vm.none()) };
    match usize::try_from(vm.to_i32(digits)?) {
        Ok(digits) if digits == 0 || digits >= SMALLEST_LIMIT => DigitLimit::set(vm, digits),
        _ => {
            let text = format!("maxdigits must be 0 or larger than {SMALLEST_LIMIT}");
            return Err(vm.value_error(text));
        }
    }
    Ok(vm.none())
}

fn setrecursionlimit(vm: &Vm, _: &ObjRef, limit: &ObjRef) -> PyResult {
    let limit = vm.to_i32(limit)?;
    if limit < 1 {
        return Err(vm.value_error("recursion limit must be greater or equal than 1"));
    }
    // This call is a level too.
    let depth = vm.call_depth() + 1;
    if depth >= limit as usize {
        return Err(vm.recursion_error(format!(
            "cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low"
        )));
    }
    vm.set_recursion_limit(limit as usize);
    Ok(vm.none())
}

fn setswitchinterval(vm: &Vm, _: &ObjRef, interval: &ObjRef) -> PyResult {
    let interval = vm.to_f64(interval)?;
    if interval <= 0.0 {
        return Err(vm.value_error("switch interval must be strictly positive"));
    }
    vm.state::<Switches>().interval.set(interval);
    Ok(vm.none())
}

//! `sys.settrace` and `sys.setprofile`: who is told what, at CPython's moments.
//!
//! A trace function is told `call`; what it returns becomes the frame's `f_trace` and is told the frame's lines,
//! exceptions and return. A profile function is told calls and returns, those of native functions too. While one of
//! them runs nothing is told.

use std::cell::Cell;
use std::ptr;

use frontend::code::flags;
use frontend::op::Op;
use gc::{Dict, ObjRef, Slot, Tuple};

use crate::builtins::builtin_function::BuiltinFunction;
use crate::builtins::descriptors::MethodDescriptor;
use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use crate::vm::cell::CellObject;
use crate::vm::cpu::Step;
use crate::vm::frame::Frame;
use crate::vm::frame_object::FrameObject;
use crate::vm::hooks::Events;
use crate::vm::instr::Instr;
use crate::vm::ops_call::site_of;
use crate::vm::traceback;

/// The functions that are told.
#[derive(Default)]
pub struct Watchers {
    pub(super) trace: Slot,
    pub(super) profile: Slot,
    /// One of them runs.
    busy: Cell<bool>,
    /// The StopIteration that an iterator written in Python has just ended with.
    pub(super) stopped: Slot,
}

impl Watchers {
    /// Whether there is a function to tell.
    pub(crate) fn is_on(&self) -> bool {
        self.trace.is_some() || self.profile.is_some()
    }
}

/// What somebody is told, with the line that the frame shows meanwhile.
struct Event<'a> {
    what: &'a str,
    arg: ObjRef,
    line: u32,
}

impl Vm {
    /// `sys.gettrace()`.
    pub fn trace_function(&self) -> Option<ObjRef> {
        self.run.watchers.trace.get()
    }

    /// `sys.getprofile()`.
    pub fn profile_function(&self) -> Option<ObjRef> {
        self.run.watchers.profile.get()
    }

    /// `sys.settrace(function)`.
    pub fn set_trace_function(&self, function: Option<ObjRef>) {
        self.run.watchers.trace.set(function);
        self.watchers_changed();
    }

    /// `sys.setprofile(function)`.
    pub fn set_profile_function(&self, function: Option<ObjRef>) {
        self.run.watchers.profile.set(function);
        self.watchers_changed();
    }

    /// Somebody came or went who is told what runs.
    pub(crate) fn watchers_changed(&self) {
        let run = &self.run;
        let on = run.watchers.is_on() || run.recorder.borrow().is_some() || run.checker.borrow().is_some();
        if on && !self.run.hooks_on.get() {
            self.run.ask_rehook();
        }
        self.run.hooks_on.set(on);
    }

    /// Runs something that is watched although a watcher runs (`sys.call_tracing`).
    pub fn watched<T>(&self, work: impl FnOnce() -> T) -> T {
        let before = self.run.watchers.busy.replace(false);
        let result = work();
        self.run.watchers.busy.set(before);
        result
    }

    /// An iterator written in Python has ended: a watched `for` tells it as an exception.
    pub(crate) fn note_stop(&self, raised: &Raised) {
        if self.run.watchers.is_on() && !self.run.watchers.busy.get() {
            self.run.watchers.stopped.set(raised.0.clone());
        }
    }
}

/// The instruction of `f` is about to run.
pub(crate) fn before(events: &mut Events, vm: &Vm, f: &Frame) -> PyResult<()> {
    let here = ptr::from_ref(f);
    let entered = here > events.last;
    events.last = here;
    let watchers = &vm.run.watchers;
    if watchers.busy.get() || makes_generator(f) {
        return Ok(());
    }
    if entered {
        called(vm, f, waited_at(f))?;
    }
    let i = f.instr();
    if watchers.trace.is_some() {
        lines(vm, f, i)?;
    }
    match i.op.general() {
        Op::Return => {
            returned(vm, f, Some(f.rk(i.a)))?;
            events.expect_stop(vm);
        }
        Op::Yield => returned(vm, f, Some(f.rk(i.b)))?,
        Op::Call | Op::CallKw | Op::CallEx if watchers.profile.is_some() => events.native = native(vm, f, i)?,
        Op::ForIter => events.expect_stop(vm),
        _ => {}
    }
    Ok(())
}

impl Events {
    /// After this instruction a `for` may have come to the end of its iterator.
    fn expect_stop(&mut self, vm: &Vm) {
        vm.run.watchers.stopped.set(None);
        self.loops = true;
    }
}

/// The first run of a generator's frame only makes the generator: it is no call.
fn makes_generator(f: &Frame) -> bool {
    f.linked().is_generator_like() && f.generator.get().is_none()
}

/// The Yield at which a resumed generator waited: a None that is dropped at once is never stored.
fn waited_at(f: &Frame) -> u32 {
    let before = f.index().wrapping_sub(1);
    match f.linked().source.instrs.get(before as usize) {
        Some(instr) if instr.op == Op::Drop => before.wrapping_sub(1),
        _ => before,
    }
}

/// The frame has been entered, or the generator resumed that waited at instruction `waiting`.
fn called(vm: &Vm, f: &Frame, waiting: u32) -> PyResult<()> {
    let object = vm.frame_object(f);
    let this = object.to::<FrameObject>();
    let source = &f.linked().source;
    let resumed = f.generator.get().is_some();
    let yielded = resumed && source.instrs.get(waiting as usize).is_some_and(|i| i.op == Op::Yield);
    let line = if yielded { source.line_at(waiting) } else { source.entry_line() };
    // The first instruction starts a line; a resumed body goes on in its own.
    this.seen.set(if yielded { (waiting, line) } else { (0, 0) });
    let watchers = &vm.run.watchers;
    let event = || Event { what: "call", arg: vm.none(), line };
    if let Some(trace) = watchers.trace.get() {
        tell_tracer(vm, f, &trace, event())?;
    }
    if let Some(profile) = watchers.profile.get() {
        tell_profiler(vm, f, &profile, event())?;
    }
    Ok(())
}

/// Tells the lines that begin with this instruction: those of operands that need none of their own, then its own.
fn lines(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let Some(object) = f.object.get() else { return Ok(()) };
    let this = object.to::<FrameObject>();
    let op = i.op.general();
    if this.trace.is_none() || matches!(op, Op::MakeCell | Op::ReturnGenerator | Op::Extra) {
        return Ok(());
    }
    let (at, source) = (f.index(), &f.linked().source);
    let (seen, mut last) = this.seen.get();
    let mut quiet = false;
    for mark in source.marks_at(at) {
        if mark.line == 0 {
            quiet = true;
        } else if mark.line != last {
            last = mark.line;
            this.seen.set((at, last));
            tell_line(vm, f, this, "line", last)?;
        }
    }
    let line = if quiet { last } else { source.line_at(at) };
    this.seen.set((at, line));
    let backward = at < seen && op != Op::Send && !quiet;
    if line != last || backward {
        tell_line(vm, f, this, "line", line)?;
    }
    if this.trace_opcodes.get() {
        tell_line(vm, f, this, "opcode", line)?;
    }
    Ok(())
}

fn tell_line(vm: &Vm, f: &Frame, object: &FrameObject, what: &str, line: u32) -> PyResult<()> {
    let wanted = what == "opcode" || object.trace_lines.get();
    match object.trace.get().filter(|_| wanted) {
        Some(trace) => tell_tracer(vm, f, &trace, Event { what, arg: vm.none(), line }),
        None => Ok(()),
    }
}

/// The line that a frame shows while it is told about.
fn current_line(f: &Frame) -> u32 {
    match f.object.get() {
        Some(object) if f.linked().source.marks_at(f.index()).any(|mark| mark.line == 0) => {
            object.to::<FrameObject>().seen.get().1
        }
        _ => f.line(),
    }
}

/// The frame is about to return or yield a value, or (None) an exception leaves it.
fn returned(vm: &Vm, f: &Frame, value: Option<&ObjRef>) -> PyResult<()> {
    let watchers = &vm.run.watchers;
    let event = || Event { what: "return", arg: value.cloned().unwrap_or_else(|| vm.none()), line: current_line(f) };
    let local = f.object.get().and_then(|object| object.to::<FrameObject>().trace.get());
    if let Some(trace) = local.filter(|_| watchers.trace.is_some()) {
        tell_tracer(vm, f, &trace, event())?;
    }
    if let Some(profile) = watchers.profile.get() {
        tell_profiler(vm, f, &profile, event())?;
    }
    Ok(())
}

/// An exception passes the frame. An error of the watcher takes its place.
#[cold]
pub(crate) fn raised(vm: &Vm, f: &Frame, raised: Raised) -> Raised {
    raised_at(vm, f, raised, None)
}

fn raised_at(vm: &Vm, f: &Frame, raised: Raised, line: Option<u32>) -> Raised {
    let watchers = &vm.run.watchers;
    let local = f.object.get().and_then(|object| object.to::<FrameObject>().trace.get());
    let Some(trace) = local.filter(|_| watchers.trace.is_some() && !watchers.busy.get()) else { return raised };
    // Where a `for` has ended the frame may have gone on already.
    let line = line.unwrap_or_else(|| f.line());
    let exc = &raised.0;
    let traceback = vm.exception_traceback(exc).unwrap_or_else(|| vm.none());
    let arg = vm.tuple(vec![exc.ty_ref().clone(), exc.clone(), traceback]);
    tell_tracer(vm, f, &trace, Event { what: "exception", arg, line }).err().unwrap_or(raised)
}

/// An exception leaves the frame.
#[cold]
pub(crate) fn unwound(vm: &Vm, f: &Frame, raised: Raised) -> Raised {
    if vm.run.watchers.busy.get() || makes_generator(f) {
        return raised;
    }
    returned(vm, f, None).err().unwrap_or(raised)
}

/// An exception is thrown into a generator, whose frame is on top.
#[cold]
pub(crate) fn thrown(vm: &Vm, f: &Frame, raised: Raised) -> Raised {
    if vm.run.watchers.busy.get() { raised } else { called(vm, f, f.index()).err().unwrap_or(raised) }
}

/// The native function that the instruction calls; the profiler is told.
fn native(vm: &Vm, f: &Frame, i: Instr) -> PyResult<Option<ObjRef>> {
    let (callee, first) = if i.op.general() == Op::CallEx {
        let args = f.rk(i.b + 1).payload::<Tuple>();
        (f.rk(i.b), args.and_then(|args| args.items().first()))
    } else {
        let (at, count) = site_of(f, i);
        (f.rk(at), if count > 0 { f.peek(at + 1) } else { None })
    };
    let function = match first {
        _ if callee.has::<BuiltinFunction>() => callee.clone(),
        Some(this) if callee.has::<MethodDescriptor>() => {
            vm.call_method_str(callee, "__get__", &[this.clone(), this.ty_ref().clone()])?
        }
        _ => return Ok(None),
    };
    let Some(profile) = vm.run.watchers.profile.get() else { return Ok(None) };
    tell_profiler(vm, f, &profile, Event { what: "c_call", arg: function.clone(), line: f.line() })?;
    Ok(Some(function))
}

/// The native function that the profiler was told of is done.
pub(crate) fn after_native(vm: &Vm, function: &ObjRef, step: Step) -> Step {
    let Some(profile) = vm.run.watchers.profile.get() else { return step };
    let f = vm.run.top();
    let what = if matches!(step, Step::Raise(_)) { "c_exception" } else { "c_return" };
    match tell_profiler(vm, f, &profile, Event { what, arg: function.clone(), line: f.line() }) {
        Ok(()) => step,
        Err(raised) => Step::Raise(raised),
    }
}

/// A `for` has asked its iterator: a StopIteration of Python code is told as an exception.
pub(crate) fn after_loop(vm: &Vm, step: Step) -> Step {
    let Some(stop) = vm.run.watchers.stopped.take() else { return step };
    if matches!(step, Step::Raise(_)) {
        return step;
    }
    let stop = Raised(stop);
    let exc = stop.0.clone();
    let f = vm.run.top();
    let line = f.object.get().map(|object| object.to::<FrameObject>().seen.get().1);
    let after = raised_at(vm, f, stop, line);
    if after.0.is(&exc) { step } else { Step::Raise(after) }
}

/// Tells a trace function; what it returns is the frame's `f_trace` from now on. Its error ends all tracing.
fn tell_tracer(vm: &Vm, f: &Frame, trace: &ObjRef, event: Event<'_>) -> PyResult<()> {
    let outcome = tell(vm, f, trace, event);
    let object = vm.frame_object(f);
    let slot = &object.to::<FrameObject>().trace;
    match outcome {
        Ok(next) => {
            if !next.is(&vm.none) {
                slot.set(next);
            }
            Ok(())
        }
        Err(raised) => {
            vm.set_trace_function(None);
            slot.set(None);
            Err(raised)
        }
    }
}

/// Tells the profile function; its error ends profiling.
fn tell_profiler(vm: &Vm, f: &Frame, profile: &ObjRef, event: Event<'_>) -> PyResult<()> {
    tell(vm, f, profile, event).map(drop).inspect_err(|_| vm.set_profile_function(None))
}

/// Calls a watcher. It sees the locals in `f_locals` and may change them there.
fn tell(vm: &Vm, f: &Frame, watcher: &ObjRef, event: Event<'_>) -> PyResult {
    let object = vm.frame_object(f);
    let this = object.to::<FrameObject>();
    let fast = f.linked().has(flags::OPTIMIZED);
    vm.run.watchers.busy.set(true);
    this.shown_line.set(Some(event.line));
    let ready = if fast { vm.frame_locals(f).map(drop) } else { Ok(()) };
    let outcome = ready.and_then(|()| vm.call(watcher, &[object.clone(), vm.intern(event.what), event.arg]));
    this.shown_line.set(None);
    vm.run.watchers.busy.set(false);
    let outcome = outcome.and_then(|value| if fast { locals_to_fast(vm, f).map(|()| value) } else { Ok(value) });
    outcome.inspect_err(|raised| traceback::add(vm, f, raised))
}

/// What the watcher changed in `f_locals` is what the frame's variables are.
fn locals_to_fast(vm: &Vm, f: &Frame) -> PyResult<()> {
    let Some(dict) = f.namespace.get() else { return Ok(()) };
    let dict = dict.to::<Dict>();
    let source = &f.linked().source;
    for (x, name) in f.linked().register_names.iter().enumerate() {
        let value = vm.dict_get(dict, name)?;
        let register = x as i16;
        let is_cell = source.cell_registers.contains(&(x as u16)) || x >= source.first_free as usize;
        if let Some(cell) = f.peek(register).filter(|cell| is_cell && cell.has::<CellObject>()) {
            let content = &cell.to::<CellObject>().content;
            if !same(content.get().as_ref(), value.as_ref()) {
                content.set(value);
            }
            continue;
        }
        if same(f.peek(register), value.as_ref()) {
            continue;
        }
        match value {
            Some(value) => f.write(register, value),
            None => drop(f.clear(register)),
        }
    }
    Ok(())
}

fn same(a: Option<&ObjRef>, b: Option<&ObjRef>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.is(b),
        (None, None) => true,
        _ => false,
    }
}

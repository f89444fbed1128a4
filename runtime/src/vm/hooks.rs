//! What the loop tells somebody who watches it; `Bare` watches nothing and costs nothing.
//!
//! The loop is compiled twice. It runs bare until `sys.settrace` or `sys.setprofile` asks for events; the calling
//! instruction then leaves the bare loop ([`Step::Rehook`]) and the same frames go on in the watched one.

use gc::ObjRef;

use crate::error::{PyResult, Raised};
use crate::inspect::record::{self, UnderWay};
use crate::vm::Vm;
use crate::vm::cpu::Step;
use crate::vm::frame::Frame;
use crate::vm::tracing;

/// What the watcher says before an instruction.
pub enum Look {
    /// Run it.
    Go,
    /// Nobody watches any more: go on in the bare loop.
    Leave,
}

/// Called by the loop. All of it is compiled away for [`Bare`].
pub trait Hooks {
    /// Whether anything watches.
    const ON: bool;
    /// The instruction of the frame is about to run.
    fn before(&mut self, vm: &Vm, frame: &Frame) -> PyResult<Look>;
    /// It has run.
    fn after(&mut self, vm: &Vm, step: Step) -> Step;
}

/// Nobody watches.
pub struct Bare;

impl Hooks for Bare {
    const ON: bool = false;
    #[inline(always)]
    fn before(&mut self, _vm: &Vm, _frame: &Frame) -> PyResult<Look> {
        Ok(Look::Go)
    }
    #[inline(always)]
    fn after(&mut self, _vm: &Vm, step: Step) -> Step {
        step
    }
}

/// The functions of `sys.settrace` and `sys.setprofile` are told each call, line, return and exception; the recorder is
/// told each instruction.
pub struct Events {
    /// The frame whose instruction ran last: one above it has just been entered.
    pub(crate) last: *const Frame,
    /// The native function that the instruction calls, if the profiler was told.
    pub(crate) native: Option<ObjRef>,
    /// The instruction asks an iterator for its next item.
    pub(crate) loops: bool,
    /// The instruction under way, if somebody records.
    recorded: Option<UnderWay>,
}

impl Events {
    /// For a loop whose frame on top has just been pushed, or has run before.
    pub fn new(vm: &Vm, entered: bool) -> Events {
        Events {
            last: if entered { std::ptr::null() } else { vm.run.top_ptr() },
            native: None,
            loops: false,
            recorded: None,
        }
    }
}

impl Hooks for Events {
    const ON: bool = true;
    #[inline(never)]
    fn before(&mut self, vm: &Vm, frame: &Frame) -> PyResult<Look> {
        if !vm.run.hooks_on.get() {
            return Ok(Look::Leave);
        }
        if vm.run.watchers.is_on() {
            tracing::before(self, vm, frame)?;
        } else {
            self.last = std::ptr::from_ref(frame);
        }
        let checker = vm.run.checker.borrow().clone();
        if let Some(checker) = checker {
            checker.before(vm, frame);
        }
        self.recorded = record::before(vm, frame);
        Ok(Look::Go)
    }
    #[inline(never)]
    fn after(&mut self, vm: &Vm, step: Step) -> Step {
        if let Some(done) = self.recorded.take() {
            record::after(vm, &step, done);
        }
        if std::mem::take(&mut self.loops) {
            return tracing::after_loop(vm, step);
        }
        match self.native.take() {
            Some(native) => tracing::after_native(vm, &native, step),
            None => step,
        }
    }
}

/// How a loop ends.
pub enum Exit {
    /// The frame that native code entered has returned (or yielded) this value.
    Value(ObjRef),
    /// Unwind.
    Raise(Raised),
    /// Go on in the loop that the hooks now ask for.
    Rehook,
}

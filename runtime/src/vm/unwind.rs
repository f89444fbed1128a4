//! Raising: from the instruction that failed to its handler, frame by frame.

use frontend::op::Op;
use gc::ObjRef;

use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use crate::vm::frame::{Frame, Kind};
use crate::vm::{frame_object, generator, ops_special, traceback, tracing};

/// Finds the handler of an exception raised by the current instruction of the frame on top.
/// `Err`: the exception leaves the frame that native code entered.
pub(crate) fn unwind(vm: &Vm, raised: Raised) -> PyResult<()> {
    let again = vm.run.take_reraise();
    if !again {
        chain_fresh(vm, &raised);
    }
    unwind_from(vm, raised, again)
}

/// As `unwind` for an exception that was thrown in: it has the context that it has.
pub(crate) fn unwind_as_it_is(vm: &Vm, raised: Raised) -> PyResult<()> {
    unwind_from(vm, raised, false)
}

/// `again`: the frame on top is in the exception's traceback already.
fn unwind_from(vm: &Vm, mut raised: Raised, mut again: bool) -> PyResult<()> {
    let mut reraised = again;
    loop {
        let f = vm.run.top();
        if !again {
            traceback::add(vm, f, &raised);
            if vm.run.hooks_on.get() {
                raised = tracing::raised(vm, f, raised);
            }
        }
        again = false;
        if let Some(handler) = f.linked().source.handler_at(f.index()) {
            drop_temps(f, handler.depth);
            f.write(handler.depth, raised.0);
            f.goto(handler.target);
            return Ok(());
        }
        if std::mem::take(&mut reraised) {
            show_origin(vm, f, &raised);
        }
        let kind = f.kind.get();
        if vm.run.hooks_on.get() {
            raised = tracing::unwound(vm, f, raised);
        }
        raised = leave_raising(vm, f, raised);
        if matches!(kind, Kind::Native | Kind::Generator) {
            return Err(raised);
        }
        if kind == Kind::Special && ops_special::ends_loop(vm, &raised) {
            return Ok(());
        }
    }
}

/// A frame that is left by way of a `with` shows the line at which the exception came up (what the odd argument of
/// CPython's RERAISE is for); other cleanups have the place of what stands before them.
fn show_origin(vm: &Vm, f: &Frame, raised: &Raised) {
    let i = f.instr();
    if i.op.general() != Op::Reraise || i.d != 2 {
        return;
    }
    if let Some(entry) = vm.exception_traceback(&raised.0)
        && let Some(index) = traceback::index_in(&entry, f)
    {
        f.goto(index);
    }
}

/// Drops the temporaries from register `depth` upwards, highest first.
fn drop_temps(f: &Frame, depth: i16) {
    for x in (depth..f.linked().registers as i16).rev() {
        drop(f.clear(x));
    }
}

/// Takes the frame on top away; a generator's body must not leak StopIteration.
fn leave_raising(vm: &Vm, f: &Frame, raised: Raised) -> Raised {
    drop_temps(f, f.linked().first_temp);
    let converted = match f.generator() {
        Some(generator) => stop_inside(vm, generator.flavor, raised),
        None => raised,
    };
    leave(vm, f);
    converted
}

/// PEP 479: StopIteration out of a generator's body is a RuntimeError.
fn stop_inside(vm: &Vm, flavor: generator::Flavor, raised: Raised) -> Raised {
    let name = if raised.matches(vm, Exc::StopIteration) {
        "StopIteration"
    } else if flavor == generator::Flavor::AsyncGenerator && raised.matches(vm, Exc::StopAsyncIteration) {
        "StopAsyncIteration"
    } else {
        return raised;
    };
    let error = vm.runtime_error(format!("{} raised {name}", flavor.word()));
    vm.set_exception_cause(&error.0, Some(raised.0.clone()));
    vm.set_exception_context(&error.0, Some(raised.0));
    error
}

/// The frame on top is done: drops its locals in slot order, then takes it off the stack.
pub(crate) fn leave(vm: &Vm, f: &Frame) {
    match f.object.get() {
        Some(object) if object.refcount() > 2 => frame_object::adopt(vm, f, &object),
        _ => {
            f.kind.set(Kind::Leaving);
            drop_locals(f);
        }
    }
    generator::finish(vm, f);
    if f.rare.get() {
        if let Some(object) = f.object.take() {
            frame_object::detach(&object);
        }
        drop(f.namespace.take());
        drop(f.held.take());
        drop_kept(f);
        give_block(vm, f);
        if f.nested.replace(false) {
            vm.run.leave_native();
        }
    }
    drop(vm.run.pop());
}

/// Up to 3.10 the frame's block goes back to where the next call of the code finds it.
#[inline]
pub(crate) fn give_block(vm: &Vm, f: &Frame) {
    if let Some(block) = f.block.take() {
        vm.heap.give_frame(&f.code().spare, block);
    }
}

/// Drops what the call kept in front of its window, last first.
#[inline]
pub(crate) fn drop_kept(f: &Frame) {
    for x in 1..=f.kept.replace(0) as usize {
        // SAFETY: M1, these registers lie between the caller's temporaries and the window, and are this frame's.
        drop(unsafe { (*f.window.sub(x)).take() });
    }
}

/// Drops the locals in slot order, as CPython does.
#[inline(always)]
pub(crate) fn drop_locals(f: &Frame) {
    for x in 0..f.linked().first_temp {
        drop(f.clear(x));
    }
}

/// An exception that native code has just made gets the handled one as its context.
fn chain_fresh(vm: &Vm, raised: &Raised) {
    if vm.run.is_handling() && vm.exception_traceback(&raised.0).is_none() && vm.exception_context(&raised.0).is_none()
    {
        vm.chain_context(&raised.0);
    }
}

impl Vm {
    /// `exc.__context__ = sys.exc_info()[1]`, without making a cycle.
    pub fn chain_context(&self, exc: &ObjRef) {
        let Some(handled) = self.run.handled() else { return };
        if handled.is(exc) {
            return;
        }
        let mut at = handled.clone();
        let mut slow = handled.clone();
        let mut odd = false;
        while let Some(next) = self.exception_context(&at) {
            if next.is(exc) {
                self.set_exception_context(&at, None);
                break;
            }
            at = next;
            // Somebody made a loop by hand: it does not lead to `exc`.
            if odd {
                slow = self.exception_context(&slow).unwrap_or(slow);
                if slow.is(&at) {
                    break;
                }
            }
            odd = !odd;
        }
        self.set_exception_context(exc, Some(handled));
    }
}

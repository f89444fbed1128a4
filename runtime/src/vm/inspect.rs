//! What `sys` shows and sets of the machine.

use crate::vm::Vm;
use crate::vm::frame::{Frame, Reg};
use gc::{ObjRef, Ref};

/// What outside of the heap holds a reference.
#[derive(Clone, Copy)]
pub enum Root<'a> {
    /// A register of a running call, by its number.
    Register { frame: &'a Frame, number: usize },
    /// An argument that the caller of `frame` keeps as long as the call.
    Kept { frame: &'a Frame },
    /// Something else that a running call holds.
    Call { frame: &'a Frame, what: &'static str },
    /// The interpreter itself.
    Interpreter(&'static str),
}

impl Vm {
    /// The frame object `depth` calls below the running one.
    pub fn running_frame(&self, depth: usize) -> Option<ObjRef> {
        self.run.frame_below(depth).map(|frame| self.frame_object(frame))
    }

    /// Calls `look` with the code object and line of each running frame, innermost first, until it says enough.
    /// Nothing is allocated.
    #[inline]
    pub fn look_at_frames(&self, mut look: impl FnMut(&Ref<crate::vm::code_object::CodeObject>, u32) -> bool) {
        for frame in self.run.frames() {
            if !look(frame.code(), frame.line()) {
                break;
            }
        }
    }

    /// The exception being handled.
    pub fn handled_exception(&self) -> Option<ObjRef> {
        self.run.handled()
    }

    /// `sys.getrecursionlimit()`
    pub fn recursion_limit(&self) -> usize {
        self.run.recursion_limit()
    }

    /// Calls under way.
    pub fn call_depth(&self) -> usize {
        self.run.depth()
    }

    /// `sys.setrecursionlimit()`, the limit having been checked.
    pub fn set_recursion_limit(&self, limit: usize) {
        self.run.set_recursion_limit(limit);
    }

    /// How often `-O` was given.
    pub fn set_optimize(&self, level: u8) {
        self.run.optimize.set(level);
    }

    /// The hooks of async generators: first iteration, finalizer.
    pub fn async_generator_hooks(&self) -> (Option<ObjRef>, Option<ObjRef>) {
        self.run.async_hooks()
    }

    /// Sets the hooks of async generators.
    pub fn set_async_generator_hooks(&self, first: Option<ObjRef>, finalizer: Option<ObjRef>) {
        self.run.set_async_hooks(first, finalizer);
    }

    /// Calls `look` for each reference that is held outside of the heap, as far as it has a name: what the running calls
    /// hold, innermost first, and the interpreter's own. `reference` is the place of the handle itself.
    pub fn each_root(&self, look: &mut dyn FnMut(Root<'_>, &ObjRef)) {
        let mut limit: Option<*mut Reg> = None;
        for frame in self.run.frames() {
            let end = limit.map_or(frame.window_end(), |limit| limit.min(frame.window_end()));
            let mut at = frame.window;
            while at < end {
                // SAFETY: M1, M4: registers of a window are live handles or empty.
                if let Some(held) = unsafe { &*at } {
                    let number = (at.addr() - frame.window.addr()) / size_of::<Reg>();
                    look(Root::Register { frame, number }, held);
                }
                at = at.wrapping_add(1);
            }
            let kept = frame.kept.get() as usize;
            limit = Some(frame.window.wrapping_sub(kept));
            for n in 1..=kept {
                // SAFETY: M1, the registers in front of the window that the call keeps.
                if let Some(held) = unsafe { &*frame.window.wrapping_sub(n) } {
                    look(Root::Kept { frame }, held);
                }
            }
            if let Some(function) = &frame.function {
                look(Root::Call { frame, what: "function" }, function);
            }
            for (what, slot) in
                [("namespace", &frame.namespace), ("frame object", &frame.object), ("new instance", &frame.held)]
            {
                // SAFETY: M6, `look` only reads.
                if let Some(held) = unsafe { slot.as_ref() } {
                    look(Root::Call { frame, what }, held);
                }
            }
        }
        look(Root::Interpreter("sys.modules"), self.modules.as_obj());
        if let Some(sys) = self.sys.get() {
            look(Root::Interpreter("module sys"), &sys);
        }
        self.run.each_handled(&mut |held| look(Root::Interpreter("exception being handled"), held));
    }
}

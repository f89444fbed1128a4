//! What `sys` shows and sets of the machine.

use crate::vm::Vm;
use gc::{ObjRef, Ref};

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
}

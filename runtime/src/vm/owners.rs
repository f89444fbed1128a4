//! The counts that the interpreter itself owns, beside objects: registers of running calls, what it keeps by name.
//!
//! What native code under way holds in its own variables is not here: nobody can see it from outside.

use gc::ObjRef;

use crate::vm::Vm;
use crate::vm::cast::MethodCache;
use crate::vm::frame::{Frame, Reg};
use crate::vm::state::State;

/// Who in the interpreter owns a count.
#[derive(Clone, Copy)]
pub enum Owner<'a> {
    /// A register of a running call: a local (its index has a name) or a temporary.
    Register {
        /// The call.
        frame: &'a Frame,
        /// 0 for the running call, 1 for its caller.
        depth: usize,
        /// Which register.
        index: usize,
    },
    /// Something else that a running call keeps.
    Call {
        /// The call.
        frame: &'a Frame,
        /// What it is to the call.
        role: &'static str,
    },
    /// Something that the interpreter keeps for itself.
    Kept(&'static str),
    /// Counts that the object was given for ever.
    Raised(isize),
}

type Sink<'s> = dyn FnMut(Owner<'_>, &ObjRef) + 's;

impl State {
    /// Calls `sink` with every count of the machine.
    fn each_owner(&self, sink: &mut Sink<'_>) {
        let mut end: Option<*mut Reg> = None;
        for (depth, frame) in self.all_frames().enumerate() {
            let stop = end.unwrap_or(frame.window_end());
            let count = (stop.addr().saturating_sub(frame.window.addr())) / size_of::<Reg>();
            for index in 0..count {
                // SAFETY: M1, between the frame's window and the next one; M4, null or a handle.
                if let Some(value) = unsafe { &*frame.window.add(index) } {
                    sink(Owner::Register { frame, depth, index }, value);
                }
            }
            end = Some(frame.window);
            if let Some(function) = &frame.function {
                sink(Owner::Call { frame, role: "function" }, function);
            }
            let rare = [(&frame.namespace, "namespace"), (&frame.object, "frame object"), (&frame.held, "instance")];
            for (slot, role) in rare {
                // SAFETY: I2 of gc, nothing is stored while we look.
                if let Some(value) = unsafe { slot.as_ref() } {
                    sink(Owner::Call { frame, role }, value);
                }
            }
        }
        self.handled_exceptions().iter().flatten().for_each(|exc| sink(Owner::Kept("exception being handled"), exc));
        for slot in self.hook_slots() {
            // SAFETY: I2 of gc, nothing is stored while we look.
            unsafe { slot.as_ref() }.into_iter().for_each(|hook| sink(Owner::Kept("async generator hook"), hook));
        }
        let watchers = &self.watchers;
        let told = [
            (&watchers.trace, "sys.settrace"),
            (&watchers.profile, "sys.setprofile"),
            (&watchers.stopped, "sys.settrace"),
        ];
        for (slot, role) in told {
            // SAFETY: I2 of gc, nothing is stored while we look.
            unsafe { slot.as_ref() }.into_iter().for_each(|obj| sink(Owner::Kept(role), obj));
        }
        self.each_retired(&mut |code| sink(Owner::Kept("code that still runs"), code));
    }
}

impl Vm {
    /// Counts that the machine owns through this very handle: 1 for an argument in a register, 0 for one in a tuple of
    /// arguments. They belong to who asks, not to the program.
    pub fn counts_of_handle(&self, handle: &ObjRef) -> usize {
        let mut counts = 0;
        self.run.each_owner(&mut |_, held| counts += usize::from(std::ptr::eq(held, handle)));
        counts
    }

    /// Calls `sink` for each count that the interpreter owns. Counts do not change; `sink` must not run Python.
    pub fn each_owner(&self, sink: &mut Sink<'_>) {
        self.run.each_owner(sink);
        self.names.each(&mut |name| sink(Owner::Kept("name that the interpreter uses"), name));
        self.types.each(&mut |ty| sink(Owner::Kept("builtin type"), ty));
        self.native_types.borrow().values().for_each(|ty| sink(Owner::Kept("table of builtin types"), ty));
        self.exceptions.each(&mut |ty| sink(Owner::Kept("builtin exception"), ty));
        let single = [
            &self.none,
            &self.true_,
            &self.false_,
            &self.ellipsis,
            &self.not_implemented,
            &self.empty_tuple,
            &self.empty_str,
            &self.empty_bytes,
        ];
        single.into_iter().for_each(|obj| sink(Owner::Kept("singleton"), obj));
        self.small_ints.iter().for_each(|int| sink(Owner::Kept("small int"), int));
        self.chars.iter().filter_map(|c| c.get()).for_each(|c| sink(Owner::Kept("one-character string"), c));
        self.bytes_chars.iter().for_each(|c| sink(Owner::Kept("one-byte bytes"), c));
        sink(Owner::Kept("sys.modules of the interpreter"), self.modules.as_obj());
        // SAFETY: I2 of gc, nothing is stored while we look.
        unsafe { self.sys.as_ref() }.into_iter().for_each(|sys| sink(Owner::Kept("sys of the interpreter"), sys));
        // SAFETY: I2 of gc, nothing is stored while we look.
        let original = unsafe { self.original_builtins.as_ref() };
        original.into_iter().for_each(|dict| sink(Owner::Kept("builtins as they were at the start"), dict));
        MethodCache::each(&self.methods, &mut |name| sink(Owner::Kept("method cache"), name));
        for state in self.states.borrow().values() {
            state.holds(&mut |what, obj| sink(Owner::Kept(what), obj));
        }
        for running in self.running.borrow().iter() {
            running.holds(&mut |what, obj| sink(Owner::Kept(what), obj));
        }
        self.heap.each_interned_forever(&mut |text| sink(Owner::Kept("table of interned strings"), text));
        self.heap.each_raised(&mut |obj, by| sink(Owner::Raised(by), obj));
    }
}

//! Calls that keep counts on their arguments beside the callee's own: in registers between the caller's
//! temporaries and the callee's window.
//!
//! ```text
//!   caller's window ... | class | a | b |  a   b  | instance | a | b | ...
//!                       ^ first    places  copies ^ callee's window
//!                       '------ `Frame::kept` ----'
//! ```
//!
//! What a program sees of it is `sys.getrefcount` inside the callee: CPython's caller keeps its stack up to 3.10,
//! a class call keeps an argument tuple, `f(*a, **k)` keeps what it was given.

use gc::ObjRef;
use gc::counts::ArgumentOwner;

use crate::vm::Vm;
use crate::vm::call::{self, Entry};
use crate::vm::cpu::Step;
use crate::vm::frame::{Frame, Kind};
use crate::vm::ops_jump::entered;

/// What a call of a Python function gets and keeps.
pub(super) struct Keeping<'a> {
    /// The caller's first register that is kept.
    pub first: i16,
    /// How many are.
    pub places: usize,
    /// Further counts: so many of the values come before the callee's arguments.
    pub copies: usize,
    /// The callee's arguments.
    pub count: usize,
    pub names: &'a [ObjRef],
    /// The instance under construction.
    pub instance: Option<ObjRef>,
}

impl<'a> Keeping<'a> {
    /// A call that keeps nothing but its places.
    pub fn new(first: i16, places: usize, count: usize, names: &'a [ObjRef]) -> Keeping<'a> {
        Keeping { first, places, copies: 0, count, names, instance: None }
    }
}

/// Enters `function` with the copies and arguments that `values` gives; the frame of the call drops what is kept when
/// it goes.
pub(super) fn enter(
    vm: &Vm,
    f: &Frame,
    function: ObjRef,
    call: Keeping<'_>,
    values: impl Iterator<Item = ObjRef>,
) -> Step {
    let kept = call.places + call.copies;
    let (copies, count) = (f.reg(call.first + call.places as i16), call.count);
    // SAFETY: M1, checked by `has_room` before anything is written.
    let window = unsafe { copies.add(call.copies) };
    if !vm.run.has_room(window, count) {
        return Step::Raise(vm.too_deep(""));
    }
    for (x, value) in values.take(call.copies + count).enumerate() {
        // SAFETY: M1 by `has_room`, M4: what lies above the caller's temporaries is empty.
        unsafe { copies.add(x).write(Some(value)) };
    }
    let kind = if call.instance.is_some() { Kind::Init } else { Kind::Value };
    let entry = Entry { function, window, count, names: call.names, kind, held: call.instance };
    match call::enter(vm, entry) {
        Ok(()) => {
            let frame = vm.run.top();
            frame.rare.set(true);
            frame.kept.set(kept as u32);
            entered(vm, Step::Switch)
        }
        Err(raised) => {
            for x in (0..call.copies).rev() {
                // SAFETY: M1, the copies written above; the places are the caller's and go with its temporaries.
                drop(unsafe { (*copies.add(x)).take() });
            }
            Step::Raise(raised)
        }
    }
}

impl Vm {
    /// Whether a caller's temporaries keep their counts while a Python function runs.
    #[inline]
    pub(super) fn callers_keep_arguments(&self) -> bool {
        self.heap.profile().counts.arguments == ArgumentOwner::CallerToo
    }
}

//! Operands of instructions, and the invariants that all unsafe code of the machine rests on.
//!
//! * **M1** The register file and the frame stack are mapped once per `Vm` and never move. A
//!   window is checked to lie inside the file when its frame is pushed.
//! * **M2** Operands name registers inside the window and entries inside the tables of their code;
//!   `link` checks this for every instruction when the code object is made.
//! * **M3** A register that an instruction reads holds a value: the compiler proves it or emits
//!   `CheckBound`.
//! * **M4** A register that is not live is null: temporaries are consumed when they are used,
//!   locals are dropped when the frame dies.
//! * **M5** A frame owns its function and its code object; so linked code, constants, names and
//!   globals outlive everything the frame does.
//! * **M6** A reference into a register ends before that register is written. While native code
//!   or another frame runs, the registers of the frames below are written by nobody, except
//!   the one temporary or local that an instruction under way names.
//! * **M7** An object that a cache names is alive while the version in the same cache is the
//!   current one of its type or dict.
//! * **M9** `Vm::types` holds the heap's static builtin types, marked as exact, as long as the `Vm` lives.
//! * **M8** One thread runs a `Vm`; nothing of it is shared with another one.

use gc::ObjRef;

use crate::vm::frame::{Frame, Reg};
use crate::vm::instr::{Cache, Form, Instr, XOp};

impl Frame {
    /// Register `x` of this frame's window.
    #[inline(always)]
    pub fn reg(&self, x: i16) -> *mut Reg {
        // SAFETY: M1, M2.
        unsafe { self.window.offset(x as isize) }
    }

    /// The value of an rk, ref or reg operand, borrowed.
    #[inline(always)]
    pub fn rk(&self, x: i16) -> &ObjRef {
        let base = if x < 0 { self.linked().consts_end } else { self.window.cast_const() };
        // SAFETY: M2, M3, M6.
        unsafe { (*base.offset(x as isize)).as_ref().unwrap_unchecked() }
    }

    /// What the register holds, if anything.
    #[inline(always)]
    pub fn peek(&self, x: i16) -> Option<&ObjRef> {
        // SAFETY: M2, M6.
        unsafe { (*self.reg(x)).as_ref() }
    }

    /// The value as an owned handle: a temporary is moved out, anything else copied.
    #[inline(always)]
    pub fn take(&self, x: i16) -> ObjRef {
        if self.is_temp(x) { self.take_reg(x) } else { self.rk(x).clone() }
    }

    /// What CPython's value stack holds while the operation runs Python code: one more count on an
    /// operand that is not a temporary.
    #[inline]
    pub fn hold(&self, x: i16) -> Option<ObjRef> {
        if self.is_temp(x) { None } else { Some(self.rk(x).clone()) }
    }

    /// Moves the value out of register `x`.
    #[inline(always)]
    pub fn take_reg(&self, x: i16) -> ObjRef {
        // SAFETY: M2, M3.
        unsafe { (*self.reg(x)).take().unwrap_unchecked() }
    }

    /// Empties register `x`.
    #[inline(always)]
    pub fn clear(&self, x: i16) -> Reg {
        // SAFETY: M2.
        unsafe { (*self.reg(x)).take() }
    }

    /// The instruction is done with operand `x`: drops it if it is a temporary.
    #[inline(always)]
    pub fn consume(&self, x: i16) {
        if self.is_temp(x) {
            drop(self.clear(x));
        }
    }

    /// Writes a destination; the old value drops after the new one is in place.
    #[inline(always)]
    pub fn write(&self, x: i16, value: ObjRef) {
        // SAFETY: M2; the reference ends before the old value drops.
        let old = unsafe { std::ptr::replace(self.reg(x), Some(value)) };
        drop(old);
    }

    /// Whether operand `x` is a temporary.
    #[inline(always)]
    pub fn is_temp(&self, x: i16) -> bool {
        x >= self.linked().first_temp
    }

    /// `n` consecutive live registers from `x`, borrowed while native code runs.
    #[inline(always)]
    pub fn slice(&self, x: i16, n: usize) -> &[ObjRef] {
        // SAFETY: M2, M3, M6; a live register is one non-null handle.
        unsafe { std::slice::from_raw_parts(self.reg(x).cast::<ObjRef>(), n) }
    }

    /// Drops `n` consecutive temporaries from `x`, lowest first, as CPython drops arguments.
    #[inline(always)]
    pub fn drop_range(&self, x: i16, n: usize) {
        for k in 0..n {
            // SAFETY: M2.
            drop(unsafe { (*self.reg(x).add(k)).take() });
        }
    }

    /// Moves `n` consecutive temporaries out.
    pub fn take_range(&self, x: i16, n: usize) -> impl ExactSizeIterator<Item = ObjRef> + use<'_> {
        // SAFETY: M2, M3; each is moved out once.
        (0..n).map(move |k| unsafe { (*self.reg(x).add(k)).take().unwrap_unchecked() })
    }

    /// The cache of the current instruction.
    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    pub fn cache(&self) -> &mut Cache {
        let at = self.linked().cache_bias.wrapping_add(2 * self.pc.get().addr());
        // SAFETY: M2, M8: one cache per instruction; callers keep the reference only for plain stores.
        unsafe { &mut *std::ptr::with_exposed_provenance_mut(at) }
    }

    /// The form of the current instruction.
    pub fn op(&self) -> XOp {
        // SAFETY: M2.
        unsafe { (*self.pc.get()).get().op }
    }

    fn set_form(&self, op: XOp) {
        // SAFETY: M2.
        let cell = unsafe { &*self.pc.get() };
        cell.set(Instr { op, ..cell.get() });
    }

    /// Replaces the current instruction by a special form, or waits longer if none fits.
    pub fn specialise(&self, form: Option<Form>) {
        let cache = self.cache();
        match form {
            Some(form) => {
                (cache.version, cache.index, cache.word) = (form.version, form.index, form.word);
                self.set_form(form.op);
            }
            None => cache.miss(),
        }
    }

    /// A guard missed: puts the general form back.
    #[cold]
    pub fn despecialise(&self) {
        self.cache().miss();
        self.set_form(XOp::from_op(self.op().general()));
    }
}

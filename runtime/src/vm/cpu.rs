//! The machine's own registers while a loop runs, and the operand access of the hot handlers.
//!
//! A `Cpu` lives in one function and its address is never given away: so its fields stay in
//! hardware registers. Handlers that are `#[inline(always)]` take `&mut Cpu`; cold ones take
//! what they need (`&Vm`, `&Frame`, the instruction) and see the same operands through the frame.

use gc::{Float, Heap, Int, ObjRef, RawObj};

use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use crate::vm::frame::{Frame, Pc, Reg};
use crate::vm::instr::{Cache, Instr, XOp};

/// What the loop does after an instruction.
pub enum Step {
    /// The next instruction.
    Next,
    /// `pc` is set.
    Jump,
    /// Another frame is on top, or `pc` was changed in the frame: load everything anew.
    Switch,
    /// As `Switch`, and the handler has loaded everything.
    Switched,
    /// Unwind.
    Raise(Raised),
    /// The frame that native code entered has returned (or yielded) this value.
    Leave(ObjRef),
    /// The frame's `pc` is set; go on with the hooks that are wanted now.
    Rehook,
}

impl From<PyResult<()>> for Step {
    #[inline(always)]
    fn from(result: PyResult<()>) -> Step {
        match result {
            Ok(()) => Step::Next,
            Err(raised) => Step::Raise(raised),
        }
    }
}

/// The current instruction, its operands read from memory when they are wanted: nothing of it has
/// to be kept in hardware registers.
#[derive(Clone, Copy)]
pub struct Site(Pc);

impl Site {
    /// The whole instruction.
    #[inline(always)]
    pub fn get(self) -> Instr {
        // SAFETY: M2.
        unsafe { (*self.0).get() }
    }

    #[inline(always)]
    pub fn d(self) -> u8 {
        // SAFETY: M2; an instruction is repr(C).
        unsafe { (&raw const (*self.0.cast::<Instr>()).d).read() }
    }

    #[inline(always)]
    pub fn a(self) -> i16 {
        // SAFETY: M2; an instruction is repr(C).
        unsafe { (&raw const (*self.0.cast::<Instr>()).a).read() }
    }

    #[inline(always)]
    pub fn b(self) -> i16 {
        // SAFETY: M2; an instruction is repr(C).
        unsafe { (&raw const (*self.0.cast::<Instr>()).b).read() }
    }

    #[inline(always)]
    pub fn c(self) -> i16 {
        // SAFETY: M2; an instruction is repr(C).
        unsafe { (&raw const (*self.0.cast::<Instr>()).c).read() }
    }

    /// `b` as an index.
    #[inline(always)]
    pub fn ub(self) -> usize {
        self.b() as u16 as usize
    }

    /// `c` as an index or count.
    #[inline(always)]
    pub fn uc(self) -> usize {
        self.c() as u16 as usize
    }

    /// The next instruction.
    #[inline(always)]
    pub fn next(self) -> Pc {
        // SAFETY: M2.
        unsafe { self.0.add(1) }
    }

    /// Where an instruction with a target leads, from the next instruction on; see `link`.
    #[inline(always)]
    pub fn distance(self) -> i32 {
        self.get().target() as i32
    }

    /// The 32-bit number in `b` and `c`.
    #[inline(always)]
    pub fn target(self) -> u32 {
        self.get().target()
    }
}

/// Makes numbers: the heap and the types, where handlers need not look for them.
#[derive(Clone, Copy)]
pub struct Mint<'v> {
    heap: &'v Heap,
    int: RawObj,
    float: RawObj,
}

impl Mint<'_> {
    /// An int of one digit that is not shared.
    #[inline(always)]
    pub fn int(&self, value: i64) -> ObjRef {
        // SAFETY: M9; the static types outlive the loop.
        unsafe { Int::new_exact(self.heap, ObjRef::borrow_raw(&self.int), value) }.into_obj()
    }

    #[inline(always)]
    pub fn float(&self, value: f64) -> ObjRef {
        // SAFETY: M9, as above.
        unsafe { Float::new_exact(self.heap, ObjRef::borrow_raw(&self.float), value) }.into_obj()
    }

    /// Makes an int of one digit where `old` is; see [`Int::exchange`].
    #[inline(always)]
    pub fn exchange_int(&self, old: &mut ObjRef, value: i64) -> bool {
        // SAFETY: M9, as above; one digit.
        unsafe { Int::exchange(self.heap, ObjRef::borrow_raw(&self.int), old, value) }
    }

    /// As `exchange_int` for less than 60 bits in a block with room for so many digits.
    #[inline(always)]
    pub fn exchange_wide(&self, old: &mut ObjRef, value: i64, room: usize) -> bool {
        // SAFETY: M9, as above.
        unsafe { Int::exchange_wide(self.heap, ObjRef::borrow_raw(&self.int), old, value, room) }
    }

    /// Makes a float where `old` is; see [`Float::exchange`].
    #[inline(always)]
    pub fn exchange_float(&self, old: &mut ObjRef, value: f64) -> bool {
        // SAFETY: M9, as above.
        unsafe { Float::exchange(self.heap, ObjRef::borrow_raw(&self.float), old, value) }
    }
}

/// See the module's text.
pub struct Cpu<'v> {
    pub vm: &'v Vm,
    /// What it takes to make numbers; the same as long as the loop runs.
    pub made: Mint<'v>,
    pub f: *mut Frame,
    pub pc: Pc,
    pub w: *mut Reg,
    pub k: *const Reg,
    /// First temporary.
    pub ft: i16,
    /// See `Linked::cache_bias`.
    pub bias: usize,
}

impl<'v> Cpu<'v> {
    /// Loads the registers of the frame on top.
    #[inline(always)]
    pub fn load(vm: &'v Vm) -> Cpu<'v> {
        let made = Mint { heap: &vm.heap, int: vm.types.int.as_raw(), float: vm.types.float.as_raw() };
        Cpu::of_top(vm, made)
    }

    /// Another frame is on top: loads its registers.
    #[inline(always)]
    pub fn reload(&mut self) {
        *self = Cpu::of_top(self.vm, self.made);
    }

    #[inline(always)]
    fn of_top(vm: &'v Vm, made: Mint<'v>) -> Cpu<'v> {
        let f = vm.run.top_ptr();
        // SAFETY: M1, M5, a loop only runs while a frame is on top.
        let frame = unsafe { &*f };
        let linked = frame.linked();
        Cpu {
            vm,
            made,
            f,
            pc: frame.pc.get(),
            w: frame.window,
            k: linked.consts_end,
            ft: linked.first_temp,
            bias: linked.cache_bias,
        }
    }

    /// The running frame.
    #[inline(always)]
    pub fn frame(&self) -> &'v Frame {
        // SAFETY: M1, the frame stays in place while it runs.
        unsafe { &*self.f }
    }

    /// The form of the current instruction; also tells the frame where it is.
    #[inline(always)]
    pub fn fetch(&self) -> XOp {
        self.frame().pc.set(self.pc);
        // SAFETY: M2, jumps stay inside the code and the last instruction never falls through.
        unsafe { (&raw const (*self.pc.cast::<Instr>()).op).read() }
    }

    /// The current instruction.
    #[inline(always)]
    pub fn site(&self) -> Site {
        Site(self.pc)
    }

    #[inline(always)]
    pub fn advance(&mut self) {
        // SAFETY: M2.
        self.pc = unsafe { self.pc.add(1) };
    }

    /// Jumps relative to the next instruction.
    #[inline(always)]
    pub fn jump_by(&mut self, distance: i16) {
        // SAFETY: M2.
        self.pc = unsafe { self.pc.offset(1 + distance as isize) };
    }

    /// As `jump_by` for the instructions with a target.
    #[inline(always)]
    pub fn jump_far(&mut self, distance: i32) {
        // SAFETY: M2.
        self.pc = unsafe { self.pc.offset(1 + distance as isize) };
    }

    /// The cache of the current instruction.
    #[inline(always)]
    pub fn cache(&self) -> &'v mut Cache {
        // SAFETY: M2, M8: one cache per instruction, and no handler asks twice.
        unsafe { &mut *std::ptr::with_exposed_provenance_mut(self.bias.wrapping_add(2 * self.pc.addr())) }
    }

    #[inline(always)]
    fn reg(&self, x: i16) -> *mut Reg {
        // SAFETY: M1, M2.
        unsafe { self.w.offset(x as isize) }
    }

    /// An rk operand, borrowed.
    #[inline(always)]
    pub fn rk(&self, x: i16) -> &'v ObjRef {
        let base = if x < 0 { self.k } else { self.w.cast_const() };
        // SAFETY: M2, M3, M6.
        unsafe { (*base.offset(x as isize)).as_ref().unwrap_unchecked() }
    }

    /// What register `x` holds, if anything.
    #[inline(always)]
    pub fn peek(&self, x: i16) -> Option<&'v ObjRef> {
        // SAFETY: M2, M6.
        unsafe { (*self.reg(x)).as_ref() }
    }

    /// As `peek`, to put something else there at once.
    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    pub fn peek_mut(&self, x: i16) -> Option<&'v mut ObjRef> {
        // SAFETY: M2, M6: nobody else looks at the register until the handler is done with it.
        unsafe { (*self.reg(x)).as_mut() }
    }

    /// A register that holds a value, borrowed.
    #[inline(always)]
    pub fn live(&self, x: i16) -> &'v ObjRef {
        // SAFETY: M2, M3, M6.
        unsafe { (*self.reg(x)).as_ref().unwrap_unchecked() }
    }

    /// The value of an rk operand as an owned handle.
    #[inline(always)]
    pub fn take(&self, x: i16) -> ObjRef {
        if x >= self.ft { self.take_reg(x) } else { self.rk(x).clone() }
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

    /// The instruction is done with operand `x`.
    #[inline(always)]
    pub fn consume(&self, x: i16) {
        if x >= self.ft {
            drop(self.take_reg(x));
        }
    }

    /// Writes a destination; the old value drops after the new one is in place.
    #[inline(always)]
    pub fn write(&self, x: i16, value: ObjRef) {
        // SAFETY: M2.
        drop(unsafe { std::ptr::replace(self.reg(x), Some(value)) });
    }

    /// Fills a register that is known to be empty.
    #[inline(always)]
    pub fn fill(&self, x: i16, value: ObjRef) {
        // SAFETY: M2, M4.
        unsafe { self.reg(x).write(Some(value)) };
    }
}

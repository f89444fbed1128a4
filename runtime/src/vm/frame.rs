//! Frames: what each running call remembers, on one contiguous stack beside the register file.
//!
//! ```text
//!   frames      | base | module | f | g |  <- State::top points at g
//!                          |      |   |
//!   registers   | window of module | window of f ... | window of g ... | null null null ...
//!                                  ^ starts at f's first argument, laid there by the module's call
//! ```
//!
//! Both areas are mapped once, grow upwards and never move. Every register that is not live is
//! null, so a new window needs no clearing and what is above a window is always empty.

use std::cell::Cell;

use gc::{Dict, ObjRef, RawObj, Ref, Slot};

use crate::vm::code_object::CodeObject;
use crate::vm::generator::Generator;
use crate::vm::instr::{Instr, XOp};
use crate::vm::link::Linked;

/// Where a frame is in its code: the executable instruction changes its form in place.
pub type Pc = *const Cell<Instr>;

/// A register: a counted handle or nothing.
pub type Reg = Option<ObjRef>;

/// What happens to the value that a frame returns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Kind {
    /// The frame was entered from native code: the loop ends with the value.
    Native,
    /// The value goes to register `a` of the caller's current instruction.
    Value,
    /// `__init__` of the instance in `held`: must return None, the instance goes to `a`.
    Init,
    /// Body of `generator`, resumed by a `ForIter` of the frame below.
    ForIter,
    /// Body of `generator`, resumed by a `Send` of the frame below.
    Send,
    /// Body of `generator`, resumed from native code.
    Generator,
    /// A method that carries out the caller's current instruction, an operator on an instance; see `ops_special`.
    Special,
    /// It has returned and its locals are being dropped: finalizers that run meanwhile do not see it.
    Leaving,
    /// The sentinel below the first frame.
    Base,
}

/// One running call.
///
/// The rare fields at the end are empty in every free place of the frame stack, so that a call
/// writes only the first ones.
#[repr(C)]
pub struct Frame {
    /// The current instruction; valid while the frame does not run (the loop keeps it up to date
    /// for everything that can look).
    pub pc: Cell<Pc>,
    /// Register 0.
    pub window: *mut Reg,
    /// The executable code; the function keeps it alive, `Vm::retire` if it gets another one.
    pub linked: *const Linked,
    /// The called function (module and class code have one as well); owned, like CPython's `f_func`. Up to 3.10 a
    /// generator's body has its globals here; its builtins live as long as its frame.
    pub function: Option<ObjRef>,
    /// The globals dict; lives as long as `function`.
    pub globals: RawObj,
    /// The builtins dict; so does it.
    pub builtins: RawObj,
    pub kind: Cell<Kind>,
    /// One of the fields below is in use.
    pub rare: Cell<bool>,
    /// Where names of module, class and exec code live.
    pub namespace: Slot,
    /// The frame object, once somebody asked for it.
    pub object: Slot,
    /// The instance under construction.
    pub held: Slot,
    /// The block that CPython keeps the frame in (up to 3.10).
    pub block: Cell<Option<gc::FrameBlock>>,
    /// Registers in front of the window that hold counts as long as the call; see `held.rs`.
    pub kept: Cell<u32>,
    /// The call stands for a level of native recursion as well.
    pub nested: Cell<bool>,
    /// The generator whose body this is, without a count: whoever resumed it keeps it alive until
    /// the frame is gone.
    pub generator: Cell<Option<RawObj>>,
}

impl Frame {
    #[inline(always)]
    pub fn linked(&self) -> &Linked {
        // SAFETY: M5, `code` keeps the linked code alive as long as the frame.
        unsafe { &*self.linked }
    }

    /// The code object.
    pub fn code(&self) -> &Ref<CodeObject> {
        self.linked().owner()
    }

    /// The generator whose body this is.
    #[inline]
    pub fn generator(&self) -> Option<Ref<Generator>> {
        let raw = self.generator.get()?;
        // SAFETY: M5, whoever resumed the generator keeps it alive; its type is known.
        Some(unsafe { ObjRef::borrow_raw(&raw).cast_unchecked::<Generator>() }.clone())
    }

    /// The function object.
    #[inline(always)]
    pub fn function(&self) -> &ObjRef {
        // SAFETY: M5, only the base sentinel has no function, and it never runs.
        unsafe { self.function.as_ref().unwrap_unchecked() }
    }

    /// The globals dict.
    #[inline(always)]
    pub fn globals(&self) -> &Ref<Dict> {
        // SAFETY: M5, the function owns its globals, and the frame owns the function.
        unsafe { ObjRef::borrow_raw(&self.globals).cast_unchecked() }
    }

    /// The builtins dict.
    #[inline(always)]
    pub fn builtins(&self) -> &Ref<Dict> {
        // SAFETY: M5, as for the globals; they are a dict.
        unsafe { ObjRef::borrow_raw(&self.builtins).cast_unchecked() }
    }

    /// The first register behind the window.
    #[inline(always)]
    pub fn window_end(&self) -> *mut Reg {
        // SAFETY: M1, the window was checked to lie inside the register file.
        unsafe { self.window.add(self.linked().registers as usize) }
    }

    /// Index of the current instruction.
    pub fn index(&self) -> u32 {
        let start = self.linked().instrs.as_ptr().addr();
        ((self.pc.get().addr() - start) / size_of::<Instr>()) as u32
    }

    /// The line of the current instruction.
    pub fn line(&self) -> u32 {
        self.linked().source.line_at(self.index())
    }

    /// The line at which a release, counted from 3.8, books what the call allocates now; None: at its caller's.
    pub fn booked_line(&self, column: usize) -> Option<u32> {
        let begins = matches!(self.instr().op, XOp::MakeCell | XOp::ReturnGenerator);
        (!begins).then(|| self.linked().source.booked_line(self.index(), column))
    }

    pub fn is_base(&self) -> bool {
        self.kind.get() == Kind::Base
    }

    /// The current instruction.
    #[inline(always)]
    pub fn instr(&self) -> Instr {
        // SAFETY: M2.
        unsafe { (*self.pc.get()).get() }
    }

    /// The instruction behind the current one.
    #[inline(always)]
    pub fn next_instr(&self) -> Instr {
        // SAFETY: M2, asked only for instructions that another one follows.
        unsafe { (*self.pc.get().add(1)).get() }
    }

    /// Goes to the next instruction.
    #[inline(always)]
    pub fn step(&self) {
        self.skip(0);
    }

    /// Goes to the instruction before.
    pub fn step_back(&self) {
        self.skip(-2);
    }

    /// Jumps relative to the next instruction.
    #[inline(always)]
    pub fn skip(&self, distance: i16) {
        // SAFETY: M2.
        self.pc.set(unsafe { self.pc.get().offset(1 + distance as isize) });
    }

    /// Jumps to an instruction.
    pub fn goto(&self, target: u32) {
        // SAFETY: M2.
        self.pc.set(unsafe { self.linked().instrs.as_ptr().add(target as usize) });
    }

    /// The operand of the `Extra` behind the current instruction.
    pub fn extra(&self) -> usize {
        self.next_instr().ua()
    }
}

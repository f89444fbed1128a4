//! From compiled code (plain data) to linked code: constants as objects, interned names, executable
//! instructions with room for what they learn.
//!
//! ```text
//!   constants, in reverse:  | c2 | c1 | c0 |
//!                                          ^ consts_end: constant -1-x is consts_end[x], x < 0,
//!                                            as register x is window[x], x >= 0
//! ```

use std::cell::{Cell, UnsafeCell};
use std::collections::HashMap;
use std::rc::Rc;

use frontend::code::{Code, Const, ConstRef, Unit, flags};
use frontend::op::Op;
use gc::{Bytes, Field, ObjRef, RawObj, Ref, Visitor};

use crate::vm::Vm;
use crate::vm::code_object::CodeObject;
use crate::vm::frame::Reg;
use crate::vm::generator_frame;
use crate::vm::instr::{Cache, Instr, XOp};

/// `exact_args` of code that cannot be entered by laying down exactly its parameters.
pub const NOT_EXACT: u16 = u16::MAX;

/// Code that can run.
#[repr(C)]
pub struct Linked {
    /// One past constant 0; see the picture above.
    pub consts_end: *const Reg,
    /// Register index of the first temporary.
    pub first_temp: i16,
    /// Positional parameters if there are no other ones, else [`NOT_EXACT`].
    pub exact_args: u16,
    /// Parameters that have a name, if there are no others, else [`NOT_EXACT`].
    pub named_params: u16,
    /// Size of the window.
    pub registers: u32,
    /// `caches - 2 * instrs` in bytes: the cache of the instruction at `pc` is at `bias + 2 * pc`.
    pub cache_bias: usize,
    pub first_free: u16,
    pub free_count: u16,
    /// Locals and stack places of CPython's frame.
    pub frame_slots: u16,
    /// Temporaries that can live across a yield.
    pub deepest_yield: u16,
    /// Entering needs more than a window: closure cells, or a block for the frame.
    pub entry_work: bool,
    pub flags: u32,
    pub instrs: Box<[Cell<Instr>]>,
    caches: Box<[UnsafeCell<Cache>]>,
    /// The constants in reverse order; code of one text whose constants are the same shares them.
    consts: Rc<[Reg]>,
    /// Interned.
    pub names: Box<[ObjRef]>,
    /// Names of locals, cells and frees, by register (interned).
    pub register_names: Box<[ObjRef]>,
    pub source: Rc<Code>,
    /// The code object that owns this.
    owner: Cell<Option<RawObj>>,
}

impl Linked {
    /// Constant `i`.
    pub fn constant(&self, i: usize) -> &ObjRef {
        let reversed = self.consts.len() - 1 - i;
        self.consts[reversed].as_ref().expect("constants are never empty")
    }

    /// The code object.
    pub fn owner(&self) -> &Ref<CodeObject> {
        // SAFETY: M5, the owner is set when it is made, and owns this.
        unsafe { &*self.owner.as_ptr().cast::<Ref<CodeObject>>() }
    }

    pub(crate) fn set_owner(&self, code: &Ref<CodeObject>) {
        self.owner.set(Some(code.as_obj().as_raw()));
    }

    /// All constants in order.
    pub fn constants(&self) -> impl Iterator<Item = &ObjRef> {
        self.consts.iter().rev().flatten()
    }

    pub fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// Makes a generator, coroutine or async generator.
    pub fn is_generator_like(&self) -> bool {
        self.has(flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR)
    }
}

impl Field for Linked {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.consts.iter().flatten().for_each(|c| visitor.visit(c));
        self.names.iter().for_each(|n| visitor.visit(n));
        self.register_names.iter().for_each(|n| visitor.visit(n));
    }
    fn edges(&self, sink: &mut gc::EdgeSink<'_>) {
        let table = self.consts.as_ptr().addr();
        self.constants().enumerate().for_each(|(index, c)| sink(gc::Place::Constant { table, index }, c));
        self.names.iter().for_each(|n| sink(gc::Place::Field("co_names"), n));
        self.register_names.iter().for_each(|n| sink(gc::Place::Field("co_varnames"), n));
    }
}

/// Makes the code objects of one unit, sharing what the unit shares.
struct Linker<'v> {
    vm: &'v Vm,
    consts: Vec<ObjRef>,
    filenames: HashMap<*const u8, ObjRef>,
    /// The constants of code without inner code, by their indices: CPython merges equal `co_consts`.
    shared: HashMap<Vec<u32>, Rc<[Reg]>>,
}

impl Vm {
    /// The code object of a compiled unit, ready to run, and the constants that the tree holds.
    pub fn link(&self, unit: &Unit) -> Program {
        let mut linker = Linker { vm: self, consts: Vec::new(), filenames: HashMap::new(), shared: HashMap::new() };
        for constant in &unit.consts {
            let made = linker.constant(constant);
            linker.consts.push(made);
        }
        let code = linker.code(&unit.code);
        let tree = unit.in_tree.iter().zip(linker.consts).filter(|(in_tree, _)| **in_tree);
        let holds = |made: &ObjRef| if made.has::<Bytes>() { self.heap.profile().counts.bytes_in_tree } else { 1 };
        let tree = tree.flat_map(|(_, made)| std::iter::repeat_n(made.clone(), holds(&made))).collect();
        Program { code, tree }
    }
}

/// A linked text.
pub struct Program {
    pub code: Ref<CodeObject>,
    /// What the syntax tree holds: one count on each constant, as long as the program runs from its text
    /// (CPython: the arena).
    pub tree: Vec<ObjRef>,
}

impl Linker<'_> {
    fn items(&self, indices: &[u32]) -> Vec<ObjRef> {
        indices.iter().map(|i| self.consts[*i as usize].clone()).collect()
    }

    fn constant(&self, constant: &Const) -> ObjRef {
        let vm = self.vm;
        match constant {
            Const::None => vm.none(),
            Const::True => vm.bool(true),
            Const::False => vm.bool(false),
            Const::Ellipsis => vm.ellipsis.clone(),
            Const::Int(n) => vm.int(*n),
            Const::BigInt(n) => vm.int_from_bigint(n),
            Const::Float(x) => vm.float(*x),
            Const::Complex(re, im) => vm.complex(*re, *im),
            Const::Str(text) => self.string(text.borrow()),
            Const::Bytes(data) => vm.bytes(data),
            Const::Tuple(items) => vm.tuple(self.items(items)),
            Const::FrozenSet(items) => vm.frozen_constant(&self.items(items)),
        }
    }

    /// String constants that look like identifiers are interned, as in CPython.
    fn string(&self, text: frontend::wtf8::Wtf8<'_>) -> ObjRef {
        match text.as_str() {
            Some(s) if s.bytes().all(|b| b == b'_' || b.is_ascii_alphanumeric()) => self.vm.intern(s),
            Some(s) => self.vm.str(s),
            None => self.vm.wtf8_str(text.as_bytes()),
        }
    }

    fn code(&mut self, code: &Rc<Code>) -> Ref<CodeObject> {
        let consts = self.constants(code);
        let linked = build(self.vm, code, consts);
        let filename = self.filename(&code.filename);
        CodeObject::make(self.vm, linked, filename)
    }

    fn constants(&mut self, code: &Code) -> Rc<[Reg]> {
        let index = |c: &ConstRef| if let ConstRef::Unit(i) = c { Some(*i) } else { None };
        let key: Option<Vec<u32>> = code.consts.iter().map(index).collect();
        if let Some(known) = key.as_ref().and_then(|key| self.shared.get(key)) {
            return known.clone();
        }
        let made: Rc<[Reg]> = code.consts.iter().rev().map(|c| Some(self.const_ref(c))).collect();
        if let Some(key) = key {
            self.shared.insert(key, made.clone());
        }
        made
    }

    fn const_ref(&mut self, constant: &ConstRef) -> ObjRef {
        match constant {
            ConstRef::Unit(i) => self.consts[*i as usize].clone(),
            ConstRef::Code(code) => self.code(code).into_obj(),
        }
    }

    /// One str object for all code of a file.
    fn filename(&mut self, name: &Rc<str>) -> ObjRef {
        let vm = self.vm;
        self.filenames.entry(name.as_ptr()).or_insert_with(|| vm.str(&**name)).clone()
    }
}

/// `co_stacksize`.
pub fn stack_size(vm: &Vm, code: &Code) -> u16 {
    let profile = vm.heap.profile();
    if profile.frames.is_some() {
        return code.stack_size_by_blocks;
    }
    let is_body = code.has(flags::GENERATOR | flags::COROUTINE | flags::ASYNC_GENERATOR);
    if is_body && profile.objects.guarded_bodies { code.stack_size.max(2) } else { code.stack_size }
}

/// Words of a frame: locals and stack. Up to 3.10 a parameter that closures use has two places.
pub fn frame_slots(vm: &Vm, code: &Code) -> u16 {
    let twice = code.cell_registers.iter().filter(|&&register| usize::from(register) < code.varnames.len());
    let twice = if vm.heap.profile().frames.is_some() { twice.count() as u16 } else { 0 };
    code.locals_plus + twice + stack_size(vm, code)
}

/// An upper bound of the temporaries that live across a yield.
fn deepest_yield(code: &Code) -> u16 {
    let yields = code.instrs.iter().filter(|i| i.op == Op::Yield);
    yields.map(|i| generator_frame::live_across(code, i) - code.first_temp() as usize).max().unwrap_or(0) as u16
}

/// The executable form of one code object; `consts` in reverse order.
fn build(vm: &Vm, code: &Rc<Code>, consts: Rc<[Reg]>) -> Linked {
    let instrs: Box<[Cell<Instr>]> = (0..code.instrs.len()).map(|at| Cell::new(executable(code, at))).collect();
    let caches: Box<[UnsafeCell<Cache>]> = code.instrs.iter().map(|i| UnsafeCell::new(first_cache(code, i))).collect();
    let cache_bias = caches.as_ptr().expose_provenance().wrapping_sub(2 * instrs.as_ptr().addr());
    let intern = |names: &[Rc<str>]| -> Box<[ObjRef]> { names.iter().map(|n| vm.intern(n)).collect() };
    Linked {
        consts_end: consts.as_ptr_range().end,
        first_temp: code.first_temp(),
        exact_args: exact_args(code),
        named_params: named_params(code),
        registers: code.registers() as u32,
        cache_bias,
        first_free: code.first_free,
        free_count: code.freevars.len() as u16,
        frame_slots: frame_slots(vm, code),
        deepest_yield: deepest_yield(code),
        entry_work: !code.freevars.is_empty() || vm.heap.profile().frames.is_some(),
        flags: code.flags,
        names: intern(&code.names),
        register_names: intern(&register_names(code)),
        instrs,
        caches,
        consts,
        source: code.clone(),
        owner: Cell::new(None),
    }
}

/// The executable form of the instruction at `at`. Targets become distances from the next instruction.
fn executable(code: &Code, at: usize) -> Instr {
    let compiled = code.instrs[at];
    let mut instr = Instr::new(compiled);
    if compiled.op.shape().ends_with("target") {
        let target = compiled.target() as usize;
        instr = instr.with_distance(target as i32 - (at as i32 + 1));
        if compiled.op == Op::Jump && target <= at && code.instrs[target].op == Op::ForIter {
            instr.op = XOp::JumpFor;
        }
    }
    let next = code.instrs.get(at + 1);
    if compiled.op == Op::Yield
        && compiled.d == 0
        && next.is_some_and(|next| next.op == Op::Drop && next.a == compiled.a)
    {
        instr.d = generator_frame::sent::DROPPED;
    }
    instr
}

/// What an instruction knows from the start: a Yield how many registers can live across it. Module
/// and class code mostly runs once, so that its names wait before they specialise.
fn first_cache(code: &Code, i: &frontend::op::Instr) -> Cache {
    let index = if i.op == Op::Yield { generator_frame::live_across(code, i) as u16 } else { 0 };
    let counter = if matches!(i.op, Op::LoadName | Op::StoreName) { 2 } else { 0 };
    Cache { index, counter, ..Cache::default() }
}

fn exact_args(code: &Code) -> u16 {
    let complex = code.kwonly_count > 0 || code.has(flags::VARARGS) || code.has(flags::VARKEYWORDS);
    if complex { NOT_EXACT } else { code.arg_count }
}

fn named_params(code: &Code) -> u16 {
    let stars = code.has(flags::VARARGS) || code.has(flags::VARKEYWORDS);
    if stars { NOT_EXACT } else { code.arg_count + code.kwonly_count }
}

/// Variable names by register: locals, then cells that are no parameters, then frees.
fn register_names(code: &Code) -> Vec<Rc<str>> {
    let mut names = code.varnames.clone();
    let locals = names.len();
    names.resize(code.locals_plus as usize, "".into());
    for (name, register) in code.cellvars.iter().zip(&code.cell_registers) {
        if *register as usize >= locals {
            names[*register as usize] = name.clone();
        }
    }
    for (i, name) in code.freevars.iter().enumerate() {
        names[code.first_free as usize + i] = name.clone();
    }
    names
}

impl Vm {
    /// A variant of a code object whose instructions and constants are the same.
    pub(crate) fn relink(&self, old: &CodeObject, code: Rc<Code>, filename: ObjRef) -> Ref<CodeObject> {
        CodeObject::make(self, build(self, &code, old.linked.consts.clone()), filename)
    }
}

//! What the compiler hands to the machine: code objects as plain data, without any Python object.

use crate::op::Instr;
use crate::wtf8::Wtf8Buf;
use num_bigint::BigInt;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// One compiled source text. Equal constants of all its code objects are one entry of `consts`,
/// as CPython merges them per compilation unit (visible through `is` and `sys.getrefcount`).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Unit {
    pub consts: Vec<Const>,
    /// For each constant: whether the syntax tree holds it. CPython's tree lives as long as a program that is run
    /// from its text.
    pub in_tree: Vec<bool>,
    pub code: Rc<Code>,
    /// What CPython warns about while compiling, in order.
    pub warnings: Vec<Warning>,
}

/// The program runs, but it is probably not what was meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    pub position: Position,
    pub message: String,
    /// A `DeprecationWarning`, not a `SyntaxWarning`.
    pub deprecated: bool,
}

/// A constant. Tuples and frozensets name their items by index into [`Unit::consts`], so that an
/// item that also stands alone is the same object.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Const {
    None,
    True,
    False,
    Ellipsis,
    /// Fits one machine word.
    Int(i64),
    BigInt(Box<BigInt>),
    Float(f64),
    /// A complex number (real part, imaginary part).
    Complex(f64, f64),
    Str(Wtf8Buf),
    Bytes(Rc<[u8]>),
    Tuple(Box<[u32]>),
    FrozenSet(Box<[u32]>),
}

/// An entry of [`Code::consts`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ConstRef {
    /// Index into [`Unit::consts`].
    Unit(u32),
    /// A nested code object.
    Code(Rc<Code>),
}

/// Flags of a code object, CPython's `co_flags` bits.
pub mod flags {
    pub const OPTIMIZED: u32 = 0x1;
    pub const NEWLOCALS: u32 = 0x2;
    pub const VARARGS: u32 = 0x4;
    pub const VARKEYWORDS: u32 = 0x8;
    pub const NESTED: u32 = 0x10;
    pub const GENERATOR: u32 = 0x20;
    pub const COROUTINE: u32 = 0x80;
    pub const ITERABLE_COROUTINE: u32 = 0x100;
    pub const ASYNC_GENERATOR: u32 = 0x200;
}

/// Where an instruction comes from: lines from 1, columns are UTF-8 byte offsets from 0
/// (CPython's `co_positions`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position {
    pub line: u32,
    pub end_line: u32,
    pub column: u32,
    pub end_column: u32,
}

/// A line that CPython's code begins in front of an instruction (a local or constant on a line of its own, `pass`), for
/// those who are told of each line. Line 0: the instruction itself begins none and stays on the line that led to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineMark {
    pub at: u32,
    pub line: u32,
}

/// A row of the exception table: instructions `start..end` are protected.
/// Rows are sorted; the innermost row that covers an instruction is the LAST one that covers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
    /// The register that receives the exception; this and all higher temporaries are dropped first.
    pub depth: i16,
    /// The handler was entered on behalf of clean-up code that re-raises with the original position.
    pub lasti: bool,
}

/// Releases whose lines are known apart: 3.8 to 3.13.
pub const RELEASES: usize = 6;

/// One function, class body, comprehension, lambda or module.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Code {
    pub name: Rc<str>,
    pub qualname: Rc<str>,
    /// Not part of the bytes of a compiled source: whoever reads them knows it.
    #[serde(skip)]
    pub filename: Rc<str>,
    pub first_line: u32,
    /// Positional parameters, positional-only ones included; `*args`, `**kwargs` and keyword-only not.
    pub arg_count: u16,
    pub posonly_count: u16,
    pub kwonly_count: u16,
    pub flags: u32,
    /// Locals in CPython's `co_varnames` order: parameters (positional, keyword-only, `*args`, `**kwargs`), then the rest.
    pub varnames: Vec<Rc<str>>,
    /// Cells: those that are parameters keep the parameter's register and are listed in `cell_params`.
    pub cellvars: Vec<Rc<str>>,
    /// For each of `cellvars` its register.
    pub cell_registers: Vec<u16>,
    pub freevars: Vec<Rc<str>>,
    /// Register of the first free variable; the machine copies the closure's cells here at entry.
    pub first_free: u16,
    /// Number of locals + cells + frees: the index of the first temporary.
    pub locals_plus: u16,
    /// Temporaries needed.
    pub temps: u16,
    /// CPython's `co_stacksize` for this code (generator and frame sizes depend on it).
    pub stack_size: u16,
    /// The same up to 3.10, where exceptions are handled with a stack of blocks.
    pub stack_size_by_blocks: u16,
    pub names: Vec<Rc<str>>,
    pub consts: Vec<ConstRef>,
    pub instrs: Vec<Instr>,
    /// One position per instruction.
    pub positions: Vec<Position>,
    pub handlers: Vec<Handler>,
    /// Sorted by instruction.
    pub line_marks: Vec<LineMark>,
    /// Instructions that other releases place at another line, sorted; the lines by release as `booked_line` takes them.
    pub bookings: Vec<(u32, [u32; RELEASES])>,
    /// The docstring as index into `Unit::consts`, if there is one.
    pub docstring: Option<u32>,
    /// Uses `namespace` names (module, class, exec) rather than fast locals.
    pub uses_namespace: bool,
}

/// Nested code objects are released in a loop: they nest as deep as the source does.
impl Drop for Code {
    fn drop(&mut self) {
        let mut rest = std::mem::take(&mut self.consts);
        while let Some(entry) = rest.pop() {
            if let ConstRef::Code(code) = entry
                && let Ok(mut code) = Rc::try_unwrap(code)
            {
                rest.append(&mut code.consts);
            }
        }
    }
}

impl Code {
    /// Index of the first temporary register.
    pub fn first_temp(&self) -> i16 {
        self.locals_plus as i16
    }
    /// Size of the register window.
    pub fn registers(&self) -> usize {
        self.locals_plus as usize + self.temps as usize
    }
    /// The innermost handler that protects the instruction, if any.
    pub fn handler_at(&self, instr: u32) -> Option<&Handler> {
        self.handlers.iter().rev().find(|h| h.start <= instr && instr < h.end)
    }
    pub fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }
    /// The marks in front of the instruction.
    pub fn marks_at(&self, instr: u32) -> impl Iterator<Item = LineMark> + '_ {
        let start = self.line_marks.partition_point(|mark| mark.at < instr);
        self.line_marks[start..].iter().copied().take_while(move |mark| mark.at == instr)
    }
    /// The line that a call shows when it begins: a module begins before its first one.
    pub fn entry_line(&self) -> u32 {
        if self.uses_namespace && &*self.name == "<module>" { 0 } else { self.first_line }
    }
    /// The line at which a release books the memory that the instruction takes; `column` counts releases from 3.8.
    pub fn booked_line(&self, instr: u32, column: usize) -> u32 {
        match self.bookings.binary_search_by_key(&instr, |&(at, _)| at) {
            Ok(found) => self.bookings[found].1[column],
            Err(_) => self.line_at(instr),
        }
    }
    /// The line of the instruction.
    pub fn line_at(&self, instr: u32) -> u32 {
        self.positions.get(instr as usize).map_or(self.first_line, |p| p.line)
    }
}

//! The instruction set: one table, one row per instruction, with the meaning of its operands.
//!
//! # The register window
//!
//! A frame sees one window of registers: `[ locals | cells | frees | temporaries ]`.
//! `first_temp = Code::first_temp()`; a register at or above it is a temporary.
//! The first three parts are CPython's `localsplus` in CPython's order (a parameter that is also a
//! cell keeps its own slot, `MakeCell` turns it into a cell in place).
//!
//! # Operands
//!
//! `Instr { op, d, a, b, c }`: `d` is a small number (an operator, a count of flags), `a`, `b`, `c`
//! are 16-bit. In the table below
//! * **rk** — a value to read: `>= 0` a register, `< 0` constant number `!x` (that is `-1 - x`).
//!   A local or a constant is *borrowed*: no count changes. A temporary is *consumed*: moved out,
//!   its slot is left empty, the value dies (or moves on) when the instruction is done.
//!   Operands are read (consumed) left to right and dropped in the order of reading after the
//!   operation, as CPython drops its stack operands.
//! * **dst** — a register to write. The old value (if it is a local; temporaries are empty) drops
//!   after the new one is stored.
//! * **ref** — a register that is read but never consumed, temporary or not (an accumulator, an
//!   iterator, a held exception).
//! * **reg** — a local register used as a variable (not a value): `CheckBound`, `DeleteLocal`.
//! * **base** — the first of consecutive temporaries, all consumed; the operation says how many.
//! * **name** — index into `Code::names`; **const** — index into `Code::consts` (unsigned 16 bit).
//! * **target** — absolute instruction index: `b` (low 16 bits) and `c` (high 16 bits), see
//!   [`Instr::target`]. **rel** — a signed distance in `c` from the *next* instruction.
//!
//! Temporaries are used in stack discipline: at any point the live ones lie below a depth that the
//! compiler knows, and everything above is empty. On a raise the machine finds the handler row of
//! the instruction, drops temporaries from `Handler::depth` upwards (highest first), puts the
//! exception into register `Handler::depth` and continues at `Handler::target`.
//!
//! The compiler proves that a local is bound before an instruction reads it, or emits `CheckBound`.

/// One instruction, eight bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[repr(C, align(8))]
pub struct Instr {
    pub op: Op,
    pub d: u8,
    pub a: i16,
    pub b: i16,
    pub c: i16,
}

impl Instr {
    pub const fn new(op: Op, d: u8, a: i16, b: i16, c: i16) -> Self {
        Instr { op, d, a, b, c }
    }

    /// The absolute 32-bit number held in `b` (low) and `c` (high).
    pub const fn target(self) -> u32 {
        (self.b as u16 as u32) | ((self.c as u16 as u32) << 16)
    }

    pub const fn with_target(mut self, target: u32) -> Self {
        self.b = target as u16 as i16;
        self.c = (target >> 16) as u16 as i16;
        self
    }
}

macro_rules! instruction_set {
    ($( $(#[doc = $doc:literal])+ $name:ident ($shape:literal) ),+ $(,)?) => {
        /// What an instruction does. The documentation of each variant names its operands.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, serde::Serialize, serde::Deserialize)]
        #[repr(u8)]
        pub enum Op { $( $(#[doc = $doc])+ $name ),+ }

        impl Op {
            pub const ALL: &'static [Op] = &[ $(Op::$name),+ ];
            /// The instruction's name, as the disassembler prints it.
            pub const fn name(self) -> &'static str { match self { $(Op::$name => stringify!($name)),+ } }
            /// The roles of `a b c` (and `d`), as the disassembler and the verifier read them.
            pub const fn shape(self) -> &'static str { match self { $(Op::$name => $shape),+ } }
        }
        /// Calls `$m!` with the names of all base instructions, so that a row without a handler does not compile.
        #[macro_export]
        macro_rules! for_each_op { ($m:ident) => { $m! { $($name),+ } } }
    };
}

instruction_set! {
    // ---- moving values
    /// Nothing. Keeps a line in the position table where CPython has a NOP that traces a line.
    Nop(""),
    /// `a ← b`. Copies a local or a constant (+1), moves a temporary.
    Move("dst rk"),
    /// `a ← copy of b` even if b is a temporary (+1).
    Copy("dst ref"),
    /// `a ← constant bc` (unsigned 32 bit index), for constants beyond the reach of an rk operand.
    LoadConst("dst const32"),
    /// Drops temporary `a` (a value that nobody uses).
    Drop("rk"),
    /// Exchanges registers `a` and `b`, no counts.
    Swap("ref ref"),
    /// Raises UnboundLocalError (`cannot access local variable 'x' where it is not associated with a value`) if local `a` is empty.
    CheckBound("reg"),
    /// `del x` of a local; UnboundLocalError if empty.
    DeleteLocal("reg"),

    // ---- cells
    /// Register `a` becomes a new cell holding what the register held (a parameter) or nothing.
    MakeCell("reg"),
    /// `a ← content of cell register b`; UnboundLocalError for an own cell, NameError `cannot access free variable 'x' where it is not associated with a value in enclosing scope` for a free one.
    LoadCell("dst reg"),
    /// Content of cell register `a` ← b.
    StoreCell("reg rk"),
    /// `del` of a cell's content, errors as LoadCell.
    DeleteCell("reg"),
    /// In a class body: `a ← namespace[name c]`, or else the content of cell register `b`.
    LoadClassCell("dst reg name"),

    // ---- names
    /// `a ← globals[b]`, or else builtins; NameError `name 'x' is not defined`.
    LoadGlobal("dst name"),
    /// `globals[name a] ← b`.
    StoreGlobal("name rk"),
    /// `del globals[name a]`.
    DeleteGlobal("name"),
    /// `a ← namespace[b]`, then globals, then builtins (module, class and exec code).
    LoadName("dst name"),
    /// `namespace[name a] ← b`.
    StoreName("name rk"),
    /// `del namespace[name a]`.
    DeleteName("name"),
    /// Creates `__annotations__` in the namespace if it is missing.
    SetupAnnotations(""),

    // ---- attributes and items
    /// `a ← b.name c`.
    LoadAttr("dst rk name"),
    /// `a.name c ← b`; a is the object, b the value.
    StoreAttr("rk rk name"),
    /// `del a.name b`.
    DeleteAttr("rk name"),
    /// Looks up method `name c` on `b` for a call. Found as a plain function or method descriptor on the type: `a ← function, a+1 ← b itself`. Otherwise `a` stays empty, `a+1 ← the attribute`.
    LoadMethod("base rk name"),
    /// `a ← b[c]`.
    GetItem("dst rk rk"),
    /// `a[b] ← c`. CPython's order of reading is value, container, key; the compiler evaluates so.
    SetItem("rk rk rk"),
    /// `del a[b]`.
    DelItem("rk rk"),
    /// `a ← slice(b…)`: d = 2 or 3 consecutive temporaries from base b.
    BuildSlice("dst base"),

    // ---- operators
    /// `a ← b operator c`; d is a [`BinOp`] (in-place ones included).
    Binary("dst rk rk"),
    /// `a ← operator b`; d is a [`UnOp`].
    Unary("dst rk"),
    /// `a ← b compared with c`; d is a [`CmpOp`].
    Compare("dst rk rk"),
    /// `a ← b is c`; d = 1: `is not`.
    Is("dst rk rk"),
    /// `a ← b in c`; d = 1: `not in`.
    Contains("dst rk rk"),

    // ---- jumps (backward jumps check for signals and the collector)
    /// Continue at target.
    Jump("target"),
    /// Consumes a; jumps if it is true.
    JumpIfTrue("rk target"),
    /// Consumes a; jumps if it is false.
    JumpIfFalse("rk target"),
    /// `or`: temporary a is kept and the jump taken if it is true, else a is dropped.
    JumpIfTrueKeep("ref target"),
    /// `and`: temporary a is kept and the jump taken if it is false, else a is dropped.
    JumpIfFalseKeep("ref target"),
    /// Consumes a; jumps if it is None.
    JumpIfNone("rk target"),
    /// Consumes a; jumps if it is not None.
    JumpIfNotNone("rk target"),
    /// Compares a with b (d: low 3 bits a [`CmpOp`], bit 7: jump if the result is TRUE, else jump if FALSE), jumps by c.
    CompareJump("rk rk rel"),

    // ---- building
    /// `a ← [c temporaries from base b]` (c unsigned).
    BuildList("dst base count"),
    /// `a ← (c temporaries from base b)`.
    BuildTuple("dst base count"),
    /// `a ← {c temporaries from base b}`.
    BuildSet("dst base count"),
    /// `a ← {…}` of c key, value pairs from base b.
    BuildDict("dst base count"),
    /// `a ← dict with the constant tuple of keys in the following Extra's a, values c temporaries from base b`.
    BuildConstKeyDict("dst base count"),
    /// `a ← ''.join(c temporaries from base b)`, all str (f-strings).
    BuildString("dst base count"),
    /// `a ← format(b, c)`; d: 0 none, 1 str, 2 repr, 3 ascii applied first; bit 4 (16): c is a format spec, else c is ignored.
    FormatValue("dst rk rk"),
    /// Appends b to list a (comprehension, display).
    ListAppend("ref rk"),
    /// Extends list a by iterable b (`[*b]`). TypeError `Value after * must be an iterable, not int` when b is not iterable.
    ListExtend("ref rk"),
    /// `a ← tuple(list b)`.
    ListToTuple("dst rk"),
    /// Adds b to set a.
    SetAdd("ref rk"),
    /// Adds all of b to set a.
    SetUpdate("ref rk"),
    /// `a[b] ← c` for a dict under construction.
    MapAdd("ref rk rk"),
    /// Updates dict a from mapping b (`{**b}`); TypeError `'int' object is not a mapping`.
    DictUpdate("ref rk"),
    /// Merges mapping b into the keyword dict a of a call to callable c (ref); TypeError naming the function on duplicates.
    DictMerge("ref rk ref"),

    // ---- unpacking
    /// Consumes b, writes its c items to temporaries a, a+1, … (a gets the first).
    UnpackSequence("dst rk count"),
    /// Starred: consumes b; c items before the star, d after; a… get the before ones, then the list, then the after ones.
    UnpackEx("dst rk count"),

    // ---- iteration
    /// `a ← iter(b)`.
    GetIter("dst rk"),
    /// `a ← next of iterator b (ref)`; exhausted: drops b's value and jumps by c.
    ForIter("dst ref rel"),
    /// For `yield from`: `a ← b` if it is a generator (or a coroutine in a coroutine), else iter(b).
    GetYieldFromIter("dst rk"),
    /// `a ← awaitable iterator of b`; d: 0 plain, 1 after `__aenter__`, 2 after `__aexit__` (for the message).
    GetAwaitable("dst rk"),
    /// `a ← b.__aiter__()`.
    GetAIter("dst rk"),
    /// `a ← awaitable of a.__anext__` of async iterator b (ref).
    GetANext("dst ref"),
    /// Exception in register a (consumed) came out of `__anext__`: if StopAsyncIteration drop it and iterator b (consumed), go on; else re-raise.
    EndAsyncFor("rk rk"),
    /// Sends register a (consumed; None at first) into receiver b (ref). Yielded value: `a ← value`, fall through (a `Yield` follows). Finished: drops b, `a ← result`, jumps by c.
    Send("ref ref rel"),
    /// Suspends the generator with value b (consumed or copied); on resumption `a ← sent value`. d = 1: this is the yield of an await or `yield from` (throw and close are delegated to the sub-iterator held in register c).
    Yield("dst rk ref"),
    /// First instruction of a generator, coroutine or async generator body (after MakeCell and free-variable set-up): makes the object from this frame and returns it to the caller.
    ReturnGenerator(""),
    /// `a ← async generator wrapped value of b` (before Yield in an async generator).
    AsyncGenWrap("dst rk"),

    // ---- functions, classes, calls
    /// `a ← function of code constant b`; d flags, consecutive temporaries from base c in this order: 1 defaults tuple, 2 keyword defaults dict, 4 annotations (tuple of name, value, … pairs), 8 closure tuple of cells.
    MakeFunction("dst const base"),
    /// `a ← builtins.__build_class__`.
    LoadBuildClass("dst"),
    /// `a ← AssertionError`.
    LoadAssertionError("dst"),
    /// `a ← b(…)`: callee in b, d = 0: c arguments at b+1…; d = 1 (after LoadMethod): if b is empty the callee is b+1 and c arguments follow at b+2…, else the callee is b and the c+1 arguments start at b+1 (self).
    Call("dst base count"),
    /// `__exit__` of a with statement: as Call with d = 0, but a method object stays until the call is over.
    CallExit("dst base count"),
    /// As Call, c counts all arguments; the last ones are keywords, named by the tuple constant in the following Extra's a (unsigned const index).
    CallKw("dst base count"),
    /// `a ← b(*args, **kwargs)`: callee at b, b+1 the positional iterable (a tuple unless it is a single `*x`), b+2 the keyword dict if d = 1.
    CallEx("dst base"),
    /// More operands for the instruction before; never executed on its own.
    Extra("const"),
    /// Returns b from the frame.
    Return("rk"),

    // ---- imports
    /// `a ← __import__(name in the following Extra's a, level b (rk), fromlist c (rk))`.
    ImportName("dst rk rk"),
    /// `a ← attribute name c of module b (ref)`, or the submodule; ImportError.
    ImportFrom("dst ref name"),
    /// `from b import *` into the namespace.
    ImportStar("rk"),

    // ---- exceptions and with
    /// d = 0: re-raise the handled exception (`RuntimeError: No active exception to reraise`); 1: raise a; 2: raise a from b.
    Raise("rk rk"),
    /// Raises exception a again as it is, with its traceback (end of finally, no match). d = 1: the position of the original instruction stays (lasti).
    Reraise("rk"),
    /// Start of a handler whose exception is in register a: makes it the handled exception (`sys.exc_info`), `a+1 ← the one handled before` (or None).
    PushExc("ref"),
    /// End of a handler: the handled exception becomes a (consumed).
    PopExc("rk"),
    /// `a ← exception b (ref) matches type or tuple c`; TypeError `catching classes that do not inherit from BaseException is not allowed`.
    ExcMatch("dst ref rk"),
    /// `except*`: group in b (ref), types c: `a ← matching subgroup or None`, and b ← the rest or None.
    ExcGroupMatch("dst ref rk"),
    /// End of `except*` handlers: original group a, list of raised and re-raised b: `c… ` a ← exception to re-raise or None.
    PrepReraiseStar("ref rk"),
    /// `with b`: `a ← its bound __exit__`, `a+1 ← result of __enter__()`.
    BeforeWith("dst rk"),
    /// `async with b`: `a ← bound __aexit__`, `a+1 ← awaitable of __aenter__()`.
    BeforeAsyncWith("dst rk"),
    /// In the handler of a with: `a ← exit b (ref) called with type, value, traceback of exception c (ref)`.
    WithExceptStart("dst ref ref"),

    // ---- match
    /// `a ← True if b (ref) is a sequence (Sequence flag)`.
    MatchSequence("dst ref"),
    /// `a ← True if b (ref) is a mapping`.
    MatchMapping("dst ref"),
    /// `a ← tuple of values of subject b (ref) for keys tuple c (rk), or None`.
    MatchKeys("dst ref rk"),
    /// `a ← tuple of attributes of subject b (ref) for class c (rk): d positional patterns, keyword names = tuple constant in the following Extra's a; or None`.
    MatchClass("dst ref rk"),
    /// `a ← len(b)`, b a ref.
    GetLen("dst ref"),

    // ---- the rest
    /// Prints expression statement b at the prompt through `sys.displayhook`.
    PrintExpr("rk"),
    /// `a ← the namespace dict of the frame` (class bodies: `__classcell__`, `locals()`-like).
    LoadLocals("dst"),
}

/// Operators of [`Op::Binary`]; from `InplaceAdd` on the in-place ones, same order.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
    MatMul,
    InplaceAdd,
    InplaceSub,
    InplaceMul,
    InplaceTrueDiv,
    InplaceFloorDiv,
    InplaceMod,
    InplacePow,
    InplaceLShift,
    InplaceRShift,
    InplaceAnd,
    InplaceOr,
    InplaceXor,
    InplaceMatMul,
}

impl BinOp {
    pub const ALL: [BinOp; 26] = {
        use BinOp::*;
        [
            Add,
            Sub,
            Mul,
            TrueDiv,
            FloorDiv,
            Mod,
            Pow,
            LShift,
            RShift,
            And,
            Or,
            Xor,
            MatMul,
            InplaceAdd,
            InplaceSub,
            InplaceMul,
            InplaceTrueDiv,
            InplaceFloorDiv,
            InplaceMod,
            InplacePow,
            InplaceLShift,
            InplaceRShift,
            InplaceAnd,
            InplaceOr,
            InplaceXor,
            InplaceMatMul,
        ]
    };
    /// The sign, as error messages print it (`+`, `+=`).
    pub const fn symbol(self) -> &'static str {
        const S: [&str; 26] = [
            "+",
            "-",
            "*",
            "/",
            "//",
            "%",
            "** or pow()",
            "<<",
            ">>",
            "&",
            "|",
            "^",
            "@",
            "+=",
            "-=",
            "*=",
            "/=",
            "//=",
            "%=",
            "**=",
            "<<=",
            ">>=",
            "&=",
            "|=",
            "^=",
            "@=",
        ];
        S[self as usize]
    }
    pub const fn from_u8(n: u8) -> BinOp {
        Self::ALL[n as usize]
    }
    pub const fn is_inplace(self) -> bool {
        self as u8 >= 13
    }
    /// The plain operator of an in-place one (itself otherwise).
    pub const fn plain(self) -> BinOp {
        if self.is_inplace() { Self::ALL[self as usize - 13] } else { self }
    }
    pub const fn inplace(self) -> BinOp {
        if self.is_inplace() { self } else { Self::ALL[self as usize + 13] }
    }
}

/// Operators of [`Op::Unary`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
pub enum UnOp {
    Neg,
    Pos,
    Invert,
    Not,
}

/// Operators of [`Op::Compare`], CPython's numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
pub enum CmpOp {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl CmpOp {
    pub const ALL: [CmpOp; 6] = [CmpOp::Lt, CmpOp::Le, CmpOp::Eq, CmpOp::Ne, CmpOp::Gt, CmpOp::Ge];
    pub const fn from_u8(n: u8) -> CmpOp {
        Self::ALL[n as usize]
    }
    pub const fn symbol(self) -> &'static str {
        ["<", "<=", "==", "!=", ">", ">="][self as usize]
    }
    /// The operator with its operands exchanged.
    pub const fn swapped(self) -> CmpOp {
        [CmpOp::Gt, CmpOp::Ge, CmpOp::Eq, CmpOp::Ne, CmpOp::Lt, CmpOp::Le][self as usize]
    }
}

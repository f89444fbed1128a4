//! Executable instructions: the compiler's set plus the specialised forms that only the machine writes.
//!
//! An instruction starts in its general form. After a few executions the general handler looks at
//! the operands and replaces the operation *in place* by a special form, whose handler first checks
//! a guard (a type, a version, a dict's shape). A guard that misses puts the general form back and
//! makes the next attempt later ([`Cache::miss`]). Operands never change, so the general form can
//! always be put back.

use frontend::op::Op;

macro_rules! define {
    (@build [$($base:ident),+] $( $(#[doc = $doc:literal])+ $name:ident <- $general:ident ),+ $(,)?) => {
        /// What an executable instruction does.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        #[allow(missing_docs)]
        pub enum XOp { $($base,)+ $( $(#[doc = $doc])+ $name, )+ }

        impl XOp {
            /// The form the compiler emits for this operation.
            pub const fn general(self) -> Op {
                match self { $(XOp::$base => Op::$base,)+ $(XOp::$name => Op::$general,)+ }
            }
            /// The executable form of a compiled operation.
            pub const fn from_op(op: Op) -> XOp {
                match op { $(Op::$base => XOp::$base,)+ }
            }
            /// The name, for dumps.
            pub const fn name(self) -> &'static str {
                match self { $(XOp::$base => stringify!($base),)+ $(XOp::$name => stringify!($name),)+ }
            }
        }
    };
    ($($base:ident),+) => { define! { @build [$($base),+]
        /// `int + int`, results of at most two digits.
        AddInt <- Binary,
        /// `int - int`
        SubInt <- Binary,
        /// `int * int`
        MulInt <- Binary,
        /// Floor division and modulo of ints.
        DivModInt <- Binary,
        /// `& | ^ << >>` of ints.
        BitsInt <- Binary,
        /// `int + constant` or `int - constant`: the cache holds the register and the number.
        AddIntConst <- Binary,
        /// `int * constant`
        MulIntConst <- Binary,
        /// `int // constant`, the constant being positive.
        FloorDivIntConst <- Binary,
        /// `int % constant`, the constant being positive.
        ModIntConst <- Binary,
        /// `int & constant`
        AndIntConst <- Binary,
        /// `int >> constant`
        RShiftIntConst <- Binary,
        /// `float + float`
        AddFloat <- Binary,
        /// `float - float`
        SubFloat <- Binary,
        /// `float * float`
        MulFloat <- Binary,
        /// `float / float`
        DivFloat <- Binary,
        /// `float + constant` or `float - constant`, as for ints.
        AddFloatConst <- Binary,
        /// `constant - float`
        ConstSubFloat <- Binary,
        /// `float * constant`
        MulFloatConst <- Binary,
        /// `float / constant`
        DivFloatConst <- Binary,
        /// `constant / float`
        ConstDivFloat <- Binary,
        /// Float arithmetic where one operand is an int, and `int / int`.
        MixedFloat <- Binary,
        /// `str + str`
        AddStr <- Binary,
        /// `s += t` and `s = s + t` of a str local that nobody else holds.
        AppendStr <- Binary,
        /// The left operand's class has a Python method for it, which is entered.
        BinarySpecial <- Binary,

        /// Comparison of ints.
        CompareInt <- Compare,
        /// Comparison of floats.
        CompareFloat <- Compare,
        /// `==` and `!=` of strs.
        CompareStr <- Compare,
        /// The left operand's class has a Python method for it, which is entered.
        CompareSpecial <- Compare,
        /// Comparison of ints and a jump.
        CompareJumpInt <- CompareJump,
        /// Comparison of an int with a constant and a jump: the cache holds register, number and outcomes.
        CompareJumpIntConst <- CompareJump,
        /// Comparison of floats and a jump.
        CompareJumpFloat <- CompareJump,
        /// `==` and `!=` of strs and a jump.
        CompareJumpStr <- CompareJump,
        /// As `CompareSpecial`, and a jump.
        CompareJumpSpecial <- CompareJump,

        /// A jump to the head of a `for`, which is carried out at once.
        JumpFor <- Jump,

        /// `list[int]`
        GetItemList <- GetItem,
        /// `tuple[int]`
        GetItemTuple <- GetItem,
        /// `dict[key]`
        GetItemDict <- GetItem,
        /// A Python `__getitem__`, which is entered.
        GetItemSpecial <- GetItem,
        /// A Python `__setitem__`, which is entered.
        SetItemSpecial <- SetItem,
        /// `list[int] = value`
        SetItemList <- SetItem,
        /// `dict[key] = value`
        SetItemDict <- SetItem,

        /// A global of the frame's globals by entry index.
        LoadGlobalModule <- LoadGlobal,
        /// A builtin by entry index; globals' keys unchanged.
        LoadGlobalBuiltin <- LoadGlobal,

        /// As `LoadGlobalModule` for module code, whose namespace is its globals.
        LoadNameModule <- LoadName,
        /// As `LoadGlobalBuiltin` for module code.
        LoadNameBuiltin <- LoadName,
        /// A name of module code that exists already, by entry index.
        StoreNameModule <- StoreName,
        /// A global that exists already, by entry index.
        StoreGlobalModule <- StoreGlobal,

        /// An attribute in an instance's values block.
        LoadAttrValue <- LoadAttr,
        /// An attribute in a materialised or own instance dict.
        LoadAttrDict <- LoadAttr,
        /// A `__slots__` member.
        LoadAttrMember <- LoadAttr,
        /// A plain attribute of the type, seen from an instance.
        LoadAttrType <- LoadAttr,
        /// An attribute of a class object itself.
        LoadAttrClass <- LoadAttr,
        /// A name in a module.
        LoadAttrModule <- LoadAttr,
        /// A property with a Python getter: pushes its frame.
        LoadAttrProperty <- LoadAttr,
        /// What a builtin type computes, such as `__class__`.
        LoadAttrComputed <- LoadAttr,
        /// Store into the values block.
        StoreAttrValue <- StoreAttr,
        /// Store into a `__slots__` member.
        StoreAttrMember <- StoreAttr,

        /// A method found on the type; instances cannot hide it.
        LoadMethodType <- LoadMethod,
        /// A method found on the type; this instance does not hide it.
        LoadMethodValue <- LoadMethod,
        /// A function in a module.
        LoadMethodModule <- LoadMethod,
        /// A function found through a class.
        LoadMethodClass <- LoadMethod,

        /// Python function, arguments exactly its parameters.
        CallPy <- Call,
        /// Python function, some defaults filled in.
        CallPyDefaults <- Call,
        /// A native function or a bound native method, after its table row.
        CallNative <- Call,
        /// A native method found on a builtin type, self in front.
        CallDescriptor <- Call,
        /// `list.append` of a list: the cache holds the row.
        CallAppend <- Call,
        /// `len(x)`: the cache holds the row.
        CallLen <- Call,
        /// `isinstance(x, y)`, as for `len`.
        CallIsInstance <- Call,
        /// A class whose `__init__` is a Python function.
        CallClass <- Call,
        /// `type(x)`
        CallType <- Call,
        /// Another builtin class.
        CallBuiltinClass <- Call,
        /// A class whose `__new__` is a Python function, which is entered, and whose `__init__` does nothing.
        CallClassNew <- Call,
        /// An instance whose class has a Python `__call__`, which is entered.
        CallInstance <- Call,

        /// Next of a range iterator.
        ForIterRange <- ForIter,
        /// Next of a list iterator.
        ForIterList <- ForIter,
        /// Next of a tuple iterator.
        ForIterTuple <- ForIter,
        /// Resumes a generator in this loop.
        ForIterGenerator <- ForIter,
        /// Next of any other builtin iterator.
        ForIterNative <- ForIter,
        /// A Python `__next__`, which is entered.
        ForIterSpecial <- ForIter,

        /// Unpack a tuple of exactly the right length.
        UnpackTuple <- UnpackSequence,
        /// Unpack a list of exactly the right length.
        UnpackList <- UnpackSequence,
    } };
}

frontend::for_each_op!(define);

/// One executable instruction, laid out as the compiler's.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(8))]
pub struct Instr {
    pub op: XOp,
    pub d: u8,
    pub a: i16,
    pub b: i16,
    pub c: i16,
}

const _: () = assert!(size_of::<Instr>() == 8 && size_of::<Cache>() == 16);

impl Instr {
    /// The general executable form of a compiled instruction.
    pub const fn new(i: frontend::op::Instr) -> Instr {
        Instr { op: XOp::from_op(i.op), d: i.d, a: i.a, b: i.b, c: i.c }
    }

    /// The 32-bit number in `b` and `c`.
    #[inline(always)]
    pub const fn target(self) -> u32 {
        (self.b as u16 as u32) | ((self.c as u16 as u32) << 16)
    }

    /// With another number in `b` and `c`.
    pub const fn with_distance(mut self, distance: i32) -> Instr {
        self.b = distance as i16;
        self.c = (distance >> 16) as i16;
        self
    }

    /// `a` as an index.
    #[inline(always)]
    pub const fn ua(self) -> usize {
        self.a as u16 as usize
    }

    /// `b` as an index.
    #[inline(always)]
    pub const fn ub(self) -> usize {
        self.b as u16 as usize
    }

    /// `c` as an index or count.
    #[inline(always)]
    pub const fn uc(self) -> usize {
        self.c as u16 as usize
    }
}

/// What a special form remembers; all zero at first. The meaning of the words is the form's.
#[derive(Clone, Copy, Debug, Default)]
#[repr(C)]
pub struct Cache {
    /// A type's or a dict's version.
    pub version: u32,
    /// An index or a second, short fact.
    pub index: u16,
    /// Executions of the general form left before the next attempt.
    pub counter: u8,
    /// How long the next wait is.
    pub backoff: u8,
    /// An object kept alive by what `version` guards, or a second version.
    pub word: usize,
}

/// A special form with what it must remember.
#[derive(Clone, Copy)]
pub struct Form {
    pub op: XOp,
    pub version: u32,
    pub index: u16,
    pub word: usize,
}

impl Form {
    /// A form that needs nothing but its operands.
    pub const fn plain(op: XOp) -> Form {
        Form { op, version: 0, index: 0, word: 0 }
    }
}

impl Cache {
    /// One general execution; true: try to specialise now.
    #[inline(always)]
    pub fn tick(&mut self) -> bool {
        if self.counter == 0 {
            return true;
        }
        self.counter -= 1;
        false
    }

    /// A guard missed or no form fits: wait longer next time.
    #[cold]
    pub fn miss(&mut self) {
        self.backoff = self.backoff.saturating_mul(2).saturating_add(8).min(250);
        self.counter = self.backoff;
    }
}

//! The syntax tree of Python 3.11: CPython's node and field names, in a bump arena, every node with its span.
//!
//! Nodes are `Copy` and hold only references into the arena, so a tree is freed with the arena and nothing in it has a
//! destructor. Positions are byte offsets into the decoded source; `LineIndex` turns them into lines and columns.

use crate::wtf8::Wtf8;

/// A half-open range of byte offsets into the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// The smallest span that covers both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// What `parse` returns, by mode.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mod<'a> {
    /// A file.
    Module { body: &'a [Stmt<'a>] },
    /// One statement at the prompt.
    Interactive { body: &'a [Stmt<'a>] },
    /// The argument of `eval`.
    Expression { body: &'a Expr<'a> },
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stmt<'a> {
    /// For decorated definitions the span starts at `def`, `async` or `class`, as in CPython.
    pub span: Span,
    pub kind: StmtKind<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum StmtKind<'a> {
    FunctionDef(&'a FunctionDef<'a>),
    AsyncFunctionDef(&'a FunctionDef<'a>),
    ClassDef(&'a ClassDef<'a>),
    Return {
        value: Option<&'a Expr<'a>>,
    },
    Delete {
        targets: &'a [&'a Expr<'a>],
    },
    Assign {
        targets: &'a [&'a Expr<'a>],
        value: &'a Expr<'a>,
    },
    AugAssign {
        target: &'a Expr<'a>,
        op: Operator,
        value: &'a Expr<'a>,
    },
    /// `simple` is true for a plain name without parentheses.
    AnnAssign {
        target: &'a Expr<'a>,
        annotation: &'a Expr<'a>,
        value: Option<&'a Expr<'a>>,
        simple: bool,
    },
    For(&'a For<'a>),
    AsyncFor(&'a For<'a>),
    While {
        test: &'a Expr<'a>,
        body: &'a [Stmt<'a>],
        orelse: &'a [Stmt<'a>],
    },
    /// `elif` is an `If` alone in `orelse`, its span starting at the word `elif`.
    If {
        test: &'a Expr<'a>,
        body: &'a [Stmt<'a>],
        orelse: &'a [Stmt<'a>],
    },
    With {
        items: &'a [WithItem<'a>],
        body: &'a [Stmt<'a>],
    },
    AsyncWith {
        items: &'a [WithItem<'a>],
        body: &'a [Stmt<'a>],
    },
    Match {
        subject: &'a Expr<'a>,
        cases: &'a [MatchCase<'a>],
    },
    Raise {
        exc: Option<&'a Expr<'a>>,
        cause: Option<&'a Expr<'a>>,
    },
    Try(&'a Try<'a>),
    TryStar(&'a Try<'a>),
    Assert {
        test: &'a Expr<'a>,
        msg: Option<&'a Expr<'a>>,
    },
    Import {
        names: &'a [Alias<'a>],
    },
    /// `level` counts the leading dots.
    ImportFrom {
        module: Option<&'a str>,
        names: &'a [Alias<'a>],
        level: u32,
    },
    Global {
        names: &'a [Identifier<'a>],
    },
    Nonlocal {
        names: &'a [Identifier<'a>],
    },
    Expr {
        value: &'a Expr<'a>,
    },
    Pass,
    Break,
    Continue,
}

/// A name with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identifier<'a> {
    pub span: Span,
    pub name: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunctionDef<'a> {
    pub name: Identifier<'a>,
    pub args: &'a Arguments<'a>,
    pub body: &'a [Stmt<'a>],
    pub decorator_list: &'a [&'a Expr<'a>],
    pub returns: Option<&'a Expr<'a>>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassDef<'a> {
    pub name: Identifier<'a>,
    pub bases: &'a [&'a Expr<'a>],
    pub keywords: &'a [Keyword<'a>],
    pub body: &'a [Stmt<'a>],
    pub decorator_list: &'a [&'a Expr<'a>],
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct For<'a> {
    pub target: &'a Expr<'a>,
    pub iter: &'a Expr<'a>,
    pub body: &'a [Stmt<'a>],
    pub orelse: &'a [Stmt<'a>],
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Try<'a> {
    pub body: &'a [Stmt<'a>],
    pub handlers: &'a [ExceptHandler<'a>],
    pub orelse: &'a [Stmt<'a>],
    pub finalbody: &'a [Stmt<'a>],
}

/// `except type as name: body`; `type_` is missing in a bare `except:`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ExceptHandler<'a> {
    pub span: Span,
    pub type_: Option<&'a Expr<'a>>,
    pub name: Option<Identifier<'a>>,
    pub body: &'a [Stmt<'a>],
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WithItem<'a> {
    pub context_expr: &'a Expr<'a>,
    pub optional_vars: Option<&'a Expr<'a>>,
}

/// One name of an import; `name` may be dotted, or `*`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alias<'a> {
    pub span: Span,
    pub name: &'a str,
    pub asname: Option<&'a str>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expr<'a> {
    /// Without enclosing parentheses, except for tuples and generator expressions, which own theirs.
    pub span: Span,
    pub kind: ExprKind<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ExprKind<'a> {
    BoolOp {
        op: BoolOp,
        values: &'a [&'a Expr<'a>],
    },
    NamedExpr {
        target: &'a Expr<'a>,
        value: &'a Expr<'a>,
    },
    BinOp {
        left: &'a Expr<'a>,
        op: Operator,
        right: &'a Expr<'a>,
    },
    UnaryOp {
        op: UnaryOp,
        operand: &'a Expr<'a>,
    },
    Lambda {
        args: &'a Arguments<'a>,
        body: &'a Expr<'a>,
    },
    IfExp {
        test: &'a Expr<'a>,
        body: &'a Expr<'a>,
        orelse: &'a Expr<'a>,
    },
    /// A missing key is `**value`.
    Dict {
        keys: &'a [Option<&'a Expr<'a>>],
        values: &'a [&'a Expr<'a>],
    },
    Set {
        elts: &'a [&'a Expr<'a>],
    },
    ListComp {
        elt: &'a Expr<'a>,
        generators: &'a [Comprehension<'a>],
    },
    SetComp {
        elt: &'a Expr<'a>,
        generators: &'a [Comprehension<'a>],
    },
    DictComp {
        key: &'a Expr<'a>,
        value: &'a Expr<'a>,
        generators: &'a [Comprehension<'a>],
    },
    GeneratorExp {
        elt: &'a Expr<'a>,
        generators: &'a [Comprehension<'a>],
    },
    Await {
        value: &'a Expr<'a>,
    },
    Yield {
        value: Option<&'a Expr<'a>>,
    },
    YieldFrom {
        value: &'a Expr<'a>,
    },
    /// `ops` and `comparators` are equally long.
    Compare {
        left: &'a Expr<'a>,
        ops: &'a [CmpOp],
        comparators: &'a [&'a Expr<'a>],
    },
    Call {
        func: &'a Expr<'a>,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
    },
    /// Only among the values of a `JoinedStr`; `format_spec` is itself a `JoinedStr`.
    FormattedValue {
        value: &'a Expr<'a>,
        conversion: Conversion,
        format_spec: Option<&'a Expr<'a>>,
    },
    JoinedStr {
        values: &'a [&'a Expr<'a>],
    },
    Constant(Constant<'a>),
    Attribute {
        value: &'a Expr<'a>,
        attr: Identifier<'a>,
        ctx: Ctx,
    },
    Subscript {
        value: &'a Expr<'a>,
        slice: &'a Expr<'a>,
        ctx: Ctx,
    },
    Starred {
        value: &'a Expr<'a>,
        ctx: Ctx,
    },
    Name {
        id: &'a str,
        ctx: Ctx,
    },
    List {
        elts: &'a [&'a Expr<'a>],
        ctx: Ctx,
    },
    Tuple {
        elts: &'a [&'a Expr<'a>],
        ctx: Ctx,
    },
    Slice {
        lower: Option<&'a Expr<'a>>,
        upper: Option<&'a Expr<'a>>,
        step: Option<&'a Expr<'a>>,
    },
}

/// A literal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Constant<'a> {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    /// An integer beyond `i64`: base 2**32 digits, the least significant first (`BigUint::from_slice`).
    BigInt(&'a [u32]),
    Float(f64),
    /// The imaginary part.
    Imag(f64),
    Str(Wtf8<'a>),
    Bytes(&'a [u8]),
}

/// What is done with a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ctx {
    Load,
    Store,
    Del,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoolOp {
    And,
    Or,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operator {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    Invert,
    Not,
    UAdd,
    USub,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CmpOp {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

/// `!s`, `!r`, `!a` of an f-string field. A field with `=` and no specification carries `Repr`, as in CPython.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// One `for` of a comprehension with its conditions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comprehension<'a> {
    pub target: &'a Expr<'a>,
    pub iter: &'a Expr<'a>,
    pub ifs: &'a [&'a Expr<'a>],
    pub is_async: bool,
}

/// The parameters of a function or lambda.
///
/// `defaults` belong to the last of `posonlyargs` followed by `args`; `kw_defaults` is as long as `kwonlyargs`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Arguments<'a> {
    pub posonlyargs: &'a [Arg<'a>],
    pub args: &'a [Arg<'a>],
    pub vararg: Option<&'a Arg<'a>>,
    pub kwonlyargs: &'a [Arg<'a>],
    pub kw_defaults: &'a [Option<&'a Expr<'a>>],
    pub kwarg: Option<&'a Arg<'a>>,
    pub defaults: &'a [&'a Expr<'a>],
}

/// A parameter; its span covers name and annotation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arg<'a> {
    pub span: Span,
    pub arg: &'a str,
    pub annotation: Option<&'a Expr<'a>>,
}

/// A keyword argument; without a name it is `**value`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Keyword<'a> {
    pub span: Span,
    pub arg: Option<&'a str>,
    pub value: &'a Expr<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MatchCase<'a> {
    pub pattern: &'a Pattern<'a>,
    pub guard: Option<&'a Expr<'a>>,
    pub body: &'a [Stmt<'a>],
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pattern<'a> {
    pub span: Span,
    pub kind: PatternKind<'a>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PatternKind<'a> {
    /// Compared with `==`: numbers, strings, dotted names.
    MatchValue {
        value: &'a Expr<'a>,
    },
    /// Compared with `is`: None, True, False.
    MatchSingleton {
        value: Constant<'a>,
    },
    MatchSequence {
        patterns: &'a [&'a Pattern<'a>],
    },
    /// `keys` and `patterns` are equally long; `rest` is the name after `**`.
    MatchMapping {
        keys: &'a [&'a Expr<'a>],
        patterns: &'a [&'a Pattern<'a>],
        rest: Option<&'a str>,
    },
    /// `kwd_attrs` and `kwd_patterns` are equally long.
    MatchClass {
        cls: &'a Expr<'a>,
        patterns: &'a [&'a Pattern<'a>],
        kwd_attrs: &'a [&'a str],
        kwd_patterns: &'a [&'a Pattern<'a>],
    },
    /// `*name`, or `*_` without a name; only inside a sequence.
    MatchStar {
        name: Option<&'a str>,
    },
    /// `pattern as name`, a bare capture (no pattern), or the wildcard (neither).
    MatchAs {
        pattern: Option<&'a Pattern<'a>>,
        name: Option<&'a str>,
    },
    MatchOr {
        patterns: &'a [&'a Pattern<'a>],
    },
}

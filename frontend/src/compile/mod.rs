//! From the syntax tree to register code.
//!
//! A `Body` is one code object under construction. Expressions return an operand: a local or constant that is only
//! named, or a temporary. `Want` says where a value is wanted, so that results are computed into their place.
//! Beside the temporaries a counter keeps the depth that CPython's stack would have: frame and generator sizes show it.

mod assemble;
mod assign;
mod blocks;
mod body;
mod call;
mod checks;
mod compare;
mod comprehension;
mod display;
mod expr;
mod fstring;
mod function;
mod future;
mod generator;
mod handlers;
mod loops;
mod marks;
mod matching;
mod names;
mod patterns;
mod pool;
mod stmt;
mod unbound;
mod with;

use crate::LineIndex;
use crate::ast::Mod;
use crate::code::Unit;
use crate::fold::Folded;
use crate::literals;
use crate::op::Op;
use crate::parser::{Mode, parse_from};
use crate::symbols::Symbols;
use crate::syntax_error::{Failure, Origin, SyntaxError};
use assemble::Head;
pub(crate) use assemble::position;
use body::{Body, BodyKind, NONE, UnitCx, Want};
use bumpalo::Bump;
use pool::Pool;
use std::collections::HashMap;
use std::rc::Rc;

/// What every step of compiling returns.
type Res<T> = Result<T, Failure>;

/// How displays and calls of many or starred items are built, which decides how much room they have.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Displays {
    /// All parts first: the items between stars make up tuples, which are joined in the end.
    Joined,
    /// Items side by side up to the first star, one by one from there on.
    FromStar,
    /// As before; more than 30 items are collected one by one.
    #[default]
    Counted,
}

impl Displays {
    /// Displays of more items than this are built one by one: a code object has only so many registers.
    fn many(self) -> usize {
        if self == Displays::Counted { 30 } else { 10_000 }
    }
}

/// How to compile.
#[derive(Clone, Copy, Debug, Default)]
pub struct CompileOptions {
    /// 0, or 1 (`-O`: no assertions, `__debug__` is False), or 2 (no docstrings either).
    pub optimize: u8,
    /// Annotations are text although the source does not say so (the code that calls `compile` does, or an earlier
    /// line at the prompt did).
    pub future_annotations: bool,
    /// Where the source comes from; CPython numbers some places of errors differently.
    pub origin: Origin,
    /// How displays are built.
    pub displays: Displays,
    /// `'…' % (a, b)` is an operator on a tuple, not a kind of f-string.
    pub plain_percent: bool,
    /// Class bodies store `__firstlineno__` and `__static_attributes__`.
    pub classes_note: bool,
    /// Annotations of functions are built as a dict.
    pub annotations_are_dict: bool,
}

/// About how many bytes of memory it takes to compile a text, rather more than less: a word or a sign costs a token,
/// its part of the tree and of the code (measured: 50 to 130 bytes, texts of nothing but short names and signs most);
/// the text itself is copied a few times.
pub fn memory_to_compile(source: &str) -> usize {
    const PER_TOKEN: usize = 160;
    const COPIES: usize = 6;
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii();
    let mut tokens = 0;
    let mut in_word = false;
    for byte in source.bytes() {
        let word = is_word(byte);
        tokens += usize::from(if word { !in_word } else { byte != b' ' });
        in_word = word;
    }
    tokens * PER_TOKEN + source.len() * COPIES
}

/// Compiles a source.
pub fn compile(source: &str, filename: &str, mode: Mode, options: CompileOptions) -> Result<Unit, SyntaxError> {
    let arena = Bump::new();
    let tree = parse_from(&arena, source, mode, options.origin)?;
    let source: &str = arena.alloc_str(source);
    let unit = compile_tree(&arena, &tree, source, filename, options);
    let unit = unit.map(|mut unit| {
        let warnings = literals::warnings(source, &LineIndex::new(source));
        unit.warnings.splice(0..0, warnings);
        unit
    });
    unit.map_err(|failure| {
        // CPython's compiler counts bytes, and shows a line only if the source is a file.
        let error = failure.locate(&LineIndex::new(source), Origin::File);
        SyntaxError { text: error.text.filter(|_| options.origin != Origin::Text), ..error }
    })
}

fn compile_tree<'a>(
    arena: &'a Bump,
    tree: &Mod<'a>,
    source: &'a str,
    filename: &str,
    options: CompileOptions,
) -> Res<Unit> {
    let lines = LineIndex::new(source);
    let future = future::find(tree, &lines, options.future_annotations)?;
    let folded = Folded::new(tree, options.optimize == 0, future.annotations);
    let symbols = Symbols::new(tree, arena, future.annotations)?;
    let mut cx = UnitCx {
        arena,
        symbols,
        folded,
        pool: Pool::default(),
        lines,
        filename: Rc::from(filename),
        texts: HashMap::new(),
        warnings: vec![],
        optimize: options.optimize,
        displays: options.displays,
        plain_percent: options.plain_percent,
        annotations_are_dict: options.annotations_are_dict,
        self_attributes: options.classes_note.then(Vec::new),
        interactive: matches!(tree, Mod::Interactive { .. }),
        future_annotations: future.annotations,
        future_line: future.line,
        future_flags: future.flags,
    };
    let mut body = Body::new(&mut cx, 0, BodyKind::Module, "<module>");
    match *tree {
        Mod::Module { body: statements } => {
            body.namespace_body(statements)?;
            body.end();
        }
        Mod::Interactive { body: statements } => {
            if stmt::annotates(statements) {
                body.emit(Op::SetupAnnotations, 0, NONE, NONE, NONE);
            }
            body.body(statements)?;
            body.end();
        }
        Mod::Expression { body: value } => {
            let result = body.expr(value, Want::Any)?;
            body.at(value.span, |body| body.emit_end(Op::Return, 0, result, NONE));
        }
    }
    let head = Head { flags: future.flags, ..Head::plain() };
    let code = Rc::new(body.assemble(&head)?);
    let unit = Unit { consts: cx.pool.consts, in_tree: cx.pool.in_tree, code, warnings: cx.warnings };
    debug_assert_eq!(crate::verify::verify(&unit), Ok(()));
    Ok(unit)
}

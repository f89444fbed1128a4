//! Text to `Code`: tokens, syntax tree, symbols, register code. Pure; never allocates a Python object.

#![forbid(unsafe_code)]

pub mod anchors;
mod arguments;
pub mod ast;
pub mod code;
mod compile;
mod compiled;
pub mod decode;
mod depth;
mod diagnose;
pub mod disasm;
pub mod dump;
mod fold;
mod fstring;
mod grammar_util;
mod lexer;
pub mod line_index;
mod literals;
mod number;
pub mod op;
pub mod pages;
pub mod parser;
mod patterns;
mod scan;
mod soft;
mod string_literal;
mod symbols;
pub mod syntax_error;
mod targets;
pub mod token;
mod unparse;
pub mod verify;
pub mod wtf8;

pub use compile::{CompileOptions, Displays, compile, memory_to_compile};
pub use compiled::NotCompiled;
pub use decode::{Decoded, decode_bytes, decode_source};
pub use depth::MAX_DEPTH;
pub use lexer::pieces;
pub use line_index::{LineIndex, Location};
pub use parser::{Entry, Mode, is_incomplete, parse, parse_entry, parse_from, split_statements};
pub use string_literal::character_named;
pub use syntax_error::{Origin, SyntaxError};

/// Runs a step of a recursive walk, on more stack where it is short: trees are up to [`MAX_DEPTH`] deep.
#[inline]
pub(crate) fn deep<T>(step: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(128 * 1024, 4 * 1024 * 1024, step)
}

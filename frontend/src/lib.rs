//! Text to `Code`: tokens, syntax tree, symbols, register code. Pure; never allocates a Python object.

#![forbid(unsafe_code)]

mod arguments;
pub mod ast;
pub mod decode;
mod depth;
mod diagnose;
pub mod dump;
mod fstring;
mod grammar_util;
mod lexer;
pub mod line_index;
mod number;
pub mod parser;
mod patterns;
mod scan;
mod soft;
mod string_literal;
pub mod syntax_error;
mod targets;
pub mod token;
pub mod wtf8;

pub use decode::{Decoded, decode_bytes, decode_source};
pub use depth::MAX_DEPTH;
pub use lexer::pieces;
pub use line_index::{LineIndex, Location};
pub use parser::{Mode, parse, parse_from};
pub use syntax_error::{Origin, SyntaxError};

//! Text to `Code`: tokens, syntax tree, symbols, register code. Pure; never allocates a Python object.

#![forbid(unsafe_code)]

pub mod ast;
pub mod line_index;
pub mod wtf8;

pub use line_index::{LineIndex, Location};

//! What Python's syntax and builtin functions ask of objects: call, compare, add, iterate, print.

pub mod call;
pub mod compare;
pub mod container;
pub mod dicts;
pub mod instance;
pub mod iterate;
pub mod number;
pub mod text;

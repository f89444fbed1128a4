//! Types, builtins and the machine.

pub mod bind;
pub mod builtins;
pub mod error;
pub mod hash;
pub mod names;
pub mod native;
pub mod object;
pub mod protocol;
pub mod signature;
pub mod slots;
pub mod suggest;
pub mod types;
pub mod vm;

pub use error::{Exc, PyResult, Raised};
pub use native::{Args, Fun, GetSet, Method, ModuleSpec, TypeSpec};
pub use vm::Vm;

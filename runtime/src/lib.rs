//! Types, builtins and the machine.

pub mod bind;
pub mod buffer;
pub mod builtins;
pub mod codecs;
pub mod error;
pub mod format;
pub mod gc_hooks;
pub mod hash;
pub mod inspect;
pub mod names;
pub mod native;
pub mod object;
pub mod protocol;
pub mod signature;
pub mod sizes;
pub mod slots;
pub mod suggest;
mod tap;
pub mod text;
pub mod trace;
pub mod traceback;
pub mod types;
pub mod unicode;
pub mod vm;

pub use frontend::op;

pub use error::{Exc, PyResult, Raised};
pub use native::{Args, Fun, GetSet, Method, ModuleSpec, TypeSpec};
pub use vm::Vm;

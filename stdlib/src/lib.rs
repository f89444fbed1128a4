//! The standard library: native modules, and the modules written in Python that are part of the binary.
//!
//! A native module is one `ModuleSpec`: a table of functions, and what its `init` adds. It binds mechanisms
//! that live below; the state it keeps is in the `Vm`, under a type of its own.

#![forbid(unsafe_code)]

mod abc_module;
pub mod atexit;
mod binascii;
mod bisect;
mod codecs;
mod collections;
mod config;
mod ctypes;
mod errno;
mod frozen;
mod functools;
mod gamma;
mod gc_module;
pub mod glass;
mod hashlib;
mod heapq;
mod hyperbolic;
mod io;
mod itertools;
mod json;
mod lru_cache;
mod math;
mod operator;
mod pickle;
mod posix;
mod random;
mod re;
mod resource;
mod structs;
pub mod sys;
mod time;
mod traceback;
pub mod tracemalloc;
mod weakref;

pub use config::{Config, configure, main_module};
pub use frozen::{FROZEN, HOME};

use runtime::native::ModuleSpec;
use runtime::vm::Vm;

static MODULES: &[&ModuleSpec] = &[
    &abc_module::MODULE,
    &atexit::MODULE,
    &binascii::MODULE,
    &bisect::MODULE,
    &collections::MODULE,
    &ctypes::MODULE,
    &errno::MODULE,
    &functools::MODULE,
    &gc_module::MODULE,
    &codecs::MODULE,
    &glass::MODULE,
    &hashlib::MODULE,
    &heapq::MODULE,
    &pickle::MODULE,
    &itertools::MODULE,
    &json::MODULE,
    &math::MODULE,
    &io::MODULE,
    &operator::MODULE,
    &posix::MODULE,
    &random::MODULE,
    &re::MODULE,
    &resource::MODULE,
    &structs::MODULE,
    &sys::MODULE,
    &time::MODULE,
    &traceback::MODULE,
    &tracemalloc::MODULE,
    &weakref::MODULE,
];

/// Makes every module known to the interpreter; they are made on first import.
pub fn register(vm: &Vm) {
    vm.register_modules(MODULES);
    vm.register_frozen(FROZEN);
}

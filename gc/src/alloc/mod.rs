//! Blocks of memory: small ones from arenas, large ones from the system.
//!
//! A request of at most 512 bytes goes to a pool of its size class; the pool lies in an arena,
//! the arena in the heap's region. Larger ones go to the system's malloc.

pub(crate) mod arena;
pub mod blocks;
pub mod frames;
pub mod free_list;
pub(crate) mod pool;
pub(crate) mod pools;
pub mod region;
pub mod stats;

/// Who asks for a block, as CPython's allocator domains.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Domain {
    /// Objects.
    Obj,
    /// Buffers of objects.
    Mem,
    /// Memory that never comes from arenas.
    Raw,
}

/// The system has no memory for the request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoMemory;

/// Memory ran out where nobody can be told.
#[cold]
#[inline(never)]
pub fn out_of_memory() -> ! {
    eprintln!("Fatal Python error: out of memory");
    std::process::exit(1)
}

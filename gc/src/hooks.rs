//! What the heap asks of the language above it, which it does not know.

use crate::heap::Heap;
use crate::object::handle::ObjRef;

/// Start or end of a collection, for `gc.callbacks`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    /// Before anything is looked at.
    Start,
    /// After everything is done.
    Stop,
}

/// The figures of one collection.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Collection {
    /// The oldest generation that took part.
    pub generation: usize,
    /// Unreachable objects that were cleared.
    pub collected: usize,
    /// Unreachable objects that could not be.
    pub uncollectable: usize,
}

/// What happens inside a collection, for debug flags and instruments.
#[derive(Clone, Copy, Debug)]
pub enum GcEvent<'a> {
    /// DEBUG_STATS: a collection of the generation begins.
    Begin {
        /// The oldest generation that takes part.
        generation: usize,
    },
    /// A named pass is about to run.
    Pass(&'static str),
    /// DEBUG_COLLECTABLE.
    Collectable(&'a ObjRef),
    /// DEBUG_UNCOLLECTABLE.
    Uncollectable(&'a ObjRef),
    /// DEBUG_STATS: done.
    End {
        /// Objects found unreachable, uncollectable ones included.
        unreachable: usize,
        /// Of these, those that stay.
        uncollectable: usize,
        /// Time taken.
        seconds: f64,
    },
}

/// The runtime's answers. None of them may unwind.
#[derive(Clone, Copy)]
pub struct HeapHooks {
    /// Runs `__del__` (or what the type has instead); errors are the hook's to report.
    pub finalize: fn(&Heap, &ObjRef),
    /// Calls the callback of a dead weak reference with the reference.
    pub weakref_callback: fn(&Heap, reference: &ObjRef, callback: &ObjRef),
    /// The name of a type.
    pub type_name: fn(&Heap, ty: &ObjRef) -> String,
    /// Calls `gc.callbacks`.
    pub gc_callback: fn(&Heap, Phase, &Collection),
    /// Reports what a collection does.
    pub gc_event: fn(&Heap, GcEvent<'_>),
    /// An uncollectable (or, with DEBUG_SAVEALL, any unreachable) object for `gc.garbage`.
    pub garbage: fn(&Heap, ObjRef),
    /// Memory ran out where the allocation could not say so; the machine raises MemoryError
    /// at its next safepoint.
    pub memory_error: fn(&Heap),
    /// A collection is due, which this release runs at the machine's next safepoint.
    pub collection_due: fn(&Heap),
}

impl HeapHooks {
    /// Answers for a heap without a language.
    pub const NONE: HeapHooks = HeapHooks {
        finalize: |_, _| (),
        weakref_callback: |_, _, _| (),
        type_name: |_, ty| format!("{:#x}", ty.addr()),
        gc_callback: |_, _, _| (),
        gc_event: |_, _| (),
        garbage: |_, obj| drop(obj),
        memory_error: |_| (),
        collection_due: |_| (),
    };
}

/// Told of every block: tracemalloc.
pub trait Tracer {
    /// A block was handed out.
    fn on_alloc(&self, heap: &Heap, addr: usize, size: usize);
    /// A block changed size, and perhaps place.
    fn on_realloc(&self, heap: &Heap, old: usize, new: usize, size: usize);
    /// The block of a dead object, parked in a free list, lives again.
    fn on_reuse(&self, _heap: &Heap, _addr: usize) {}
    /// A block was given back.
    fn on_free(&self, heap: &Heap, addr: usize);
}

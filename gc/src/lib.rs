//! Objects in memory: header, counts, arenas and pools, the cycle collector.
//!
//! This crate does not know what a Python class is: it knows blocks, counts, types as far as
//! their memory goes ([`TypeHead`]), and the passes of the collector. What it needs from the
//! language it asks through [`HeapHooks`].
//!
//! # Invariants
//! Unsafe code names those it relies on.
//!
//! * **I1 payload**: an object's block is at least header + payload long, and its payload is
//!   the one that its type's layout names (or starts with it). Handles point at live objects.
//! * **I2 short looks**: a reference into a `Cell` ends before other code runs.
//! * **I3 front**: in front of the header stand exactly the words that the type's flags call
//!   for: GC head, then managed words. An object pointer has provenance over its whole block.
//! * **I4 counts**: the count is the number of owners. The drop that reaches 0 releases, once.
//! * **I5 types**: the type of an object is an object whose payload starts with a `TypeHead`,
//!   and it lives at least as long as its instances.
//! * **I6 slots**: a `Slots` block holds `capacity` words, the first `len` of them handles.
//! * **I7 heap**: a heap stays in place and outlives its objects.
//! * **I8 words**: offsets of member slots, dict and weak list lie inside the instance and hold
//!   null or a reference.
//! * **I9 origin**: a block goes back to where it came from: pool, or the system's malloc.
//! * **I10 pools**: a pool's header stands at the block's address masked by the pool size; a used
//!   pool has a free block, its free blocks are linked through their first word.
//! * **I11 parked**: a block in a free list belongs to nobody; its first header word is the link.
//! * **I12 lists**: a GC head is in at most one list, untracked means `next` is null, and the
//!   rings are whole except inside the passes that say otherwise.
//! * **I13 values**: a `Values` points behind the front of a block of the capacity it tells;
//!   one owner, the instance or its dict.
//! * **I14 weak lists**: references in a referent's list are alive, and they are out of it and
//!   cleared before the referent's memory goes.
//! * **I20 tails**: digits, items, characters, words and bytes behind a payload are inside the block, as
//!   many as the payload says; they are written before the object is handed out and change only
//!   under `&mut` on the one handle.
//! * **I22 tables**: a key table's block has room for its indices and usable entries; entry
//!   numbers handed out are below the entries in use. A table lives as long as it has owners:
//!   dicts and classes. Narrow and text tables hold exact strings only, whose hash is computed.
//! * **I23 sets**: the block of a set has mask + 1 places.
//! * **I24 deques**: the blocks from left to right are one chain; between both ends every place holds
//!   a handle, outside none does. Spares hold nothing and are linked through `prev`.
//! * **I25 ordered dicts**: listed nodes are alive and whole; the table points at listed nodes only, at each
//!   at most once, and has `size` words.
//! * **I26 watched**: objects of the watchlist are alive; release and moves take them out of it before
//!   the block goes.
//! * **I21 interned**: the strings in the table of interned strings are alive, and marked; a
//!   mortal one leaves the table when it dies.

#![warn(missing_docs)]

pub mod alloc;
pub mod check;
pub mod collect;
pub mod heap;
pub mod hooks;
pub mod object;
pub mod observe;
pub mod profile;

pub use alloc::frames::{FrameBlock, FramePolicy, SpareFrame, SpareOf};
pub use alloc::free_list::{FreeList, MEMORY_ERRORS};
pub use alloc::region::{address_space, can_map, stack_limit};
pub use alloc::stats::{ArenaStats, BlockPlace, ClassStats, PoolInfo};
pub use alloc::{Domain, NoMemory, out_of_memory};
pub use collect::observe::{Look, Observer, Step};
pub use collect::{CollectMode, GENERATIONS, GenerationStats, debug};
pub use heap::{Heap, OwnedHeap};
pub use hooks::{Collection, GcEvent, HeapHooks, Phase, Tracer};
pub use object::anatomy::{Bit, BitSink, Label, Shape, Spot, Worth};
pub use object::bytearray::ByteArray;
pub use object::bytes::Bytes;
pub use object::deque::{BLOCK as DEQUE_BLOCK, Deque, DequeIter, DequeNext};
pub use object::dict::{Attribute, Dict, Lookup, SharedKeys, Stepped, Stored};
pub use object::edge::{EdgeSink, Place};
pub use object::field::{Field, Plain, PlainCell, Slot, Unvisited, Visitor};
pub use object::float::{Complex, Float};
pub use object::handle::{ObjRef, Ref};
pub use object::header::{GC_HEAD, HEADER, Header, PRE_HEADER, RawObj};
pub use object::instance::{Storage, alloc_embedded, managed_values, member_slot, payload_dict, storage_of, word};
pub use object::int::Int;
pub use object::list::{List, SortItems};
pub use object::ordered::{OrderedDict, OrderedIter, OrderedNext};
pub use object::payload::{Layout, Payload, Untrack, payload_ptr};
pub use object::set::Set;
pub use object::slots::Slots;
pub use object::str::{CodePoints, Interned, Str, Units, wtf8};
pub use object::tuple::{Tuple, TupleBuilder};
pub use object::type_head::{Bare, Exact, SlotRun, TypeFlags, TypeHead};
pub use object::values::Values;
pub use object::weak::{self, WeakList, WeakRef};
pub use object::words::Words;
pub use observe::{Change, Witness};
pub use profile::counts;
pub use profile::fields::{FIELDS, Field as ProfileField};
pub use profile::objects;
pub use profile::wording;
pub use profile::{Allocator, ArenaMap, HeapProfile, PreHeader, Resurrection, Trigger};

//! How an object lies in memory: the words of its block, and the blocks behind it, as their bytes stand there.
//!
//! ```text
//!   block 0        | in front | GC head | header | fields | tail | words of the class |
//!   block 1, 2 ...   items, key table, values: whatever the payload points at and owns
//! ```
//!
//! Nothing is copied but words, no count changes. Which fields there are is said once, beside the struct (`SPOTS`).

use crate::alloc::stats::BlockPlace;
use crate::collect::GENERATIONS;
use crate::heap::Heap;
use crate::object::handle::ObjRef;
use crate::object::header::{FLAG_BITS, GC_HEAD, HEADER, RawObj, from_gc_head, gc_head};
use crate::object::instance;
use crate::object::payload::payload_ptr;
use crate::object::type_head::TypeFlags;
use crate::profile::PreHeader;
use std::ptr::NonNull;

/// What the bytes of a field mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Rust data; its bytes say nothing to a reader.
    Plain,
    /// A number of 1, 2, 4 or 8 bytes.
    Number,
    /// A number with a sign, of 8 bytes.
    Signed,
    /// An address, or 0.
    Address,
    /// A counted reference, or 0.
    Counted,
    /// A reference that does not count, or 0.
    Uncounted,
    /// A C double.
    Real,
}

/// A field of a payload: where it lies behind the header.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Its name.
    pub name: &'static str,
    /// Bytes from the start of the payload.
    pub offset: usize,
    /// Its bytes.
    pub size: usize,
    /// What they mean.
    pub shape: Shape,
    /// The fields of a field that is a struct.
    pub inner: &'static [Spot],
}

/// The size of a field, from a function that names it.
pub const fn size_of_field<T, F>(_: fn(&T) -> &F) -> usize {
    size_of::<F>()
}

/// The table of a struct's fields: `spots!(List { len: "length" Number, … })`.
#[macro_export]
macro_rules! spots {
    ($ty:ty { $($field:ident: $name:literal $shape:ident),* $(,)? }) => {
        &[$($crate::Spot {
            name: $name,
            offset: std::mem::offset_of!($ty, $field),
            size: $crate::object::anatomy::size_of_field(|t: &$ty| &t.$field),
            shape: $crate::Shape::$shape,
            inner: &[],
        }),*]
    };
}

/// What a piece of memory is called.
#[derive(Clone, Copy, Debug)]
pub enum Label<'a> {
    /// By its name.
    Name(&'static str),
    /// One of several: `item [2]`.
    Nth(&'static str, usize),
    /// The value under a key.
    Value(&'a ObjRef),
    /// The value of the attribute with this number in the class's table.
    Attribute(usize),
    /// A `__slots__` word at this offset.
    Member(u32),
}

/// What is there.
#[derive(Clone, Copy, Debug)]
pub enum Worth<'a> {
    /// Nothing that can be said.
    Silent,
    /// A number.
    Number(u64),
    /// A number with a sign.
    Signed(i64),
    /// An address; 0 for nothing.
    Address(usize),
    /// An object that is held.
    Object(&'a ObjRef),
    /// An object that is referred to and not held.
    Weak(&'a ObjRef),
    /// A number with a point.
    Real(f64),
    /// Words.
    Text(&'a str),
}

/// What a look at an object finds, in no certain order within a block.
#[derive(Clone, Copy, Debug)]
pub enum Bit<'a> {
    /// From now on pieces are told of another block.
    Block {
        /// What it is to the object.
        what: &'static str,
        /// Where it starts.
        addr: usize,
        /// The bytes asked for.
        size: usize,
    },
    /// A piece of the block told last; at first, of the object's own.
    Piece {
        /// From the block's start; in the object's own block from the object pointer.
        offset: isize,
        /// Its bytes.
        size: usize,
        /// Its name.
        label: Label<'a>,
        /// What is there.
        worth: Worth<'a>,
    },
}

impl Bit<'_> {
    /// The name of the one block that is not the object's alone: a key table that a class shares out.
    pub const SHARED: &'static str = "shared key table";
}

/// What is at the end of a generation's list.
const ENDS: [&str; GENERATIONS] = ["the list of generation 0", "the list of generation 1", "the list of generation 2"];

/// Receives blocks and pieces.
pub type BitSink<'a> = dyn FnMut(Bit<'_>) + 'a;

/// The integer of `size` bytes at an address.
///
/// # Safety
/// The bytes are inside a live block and were written.
unsafe fn number_at(at: NonNull<u8>, size: usize) -> Option<u64> {
    // SAFETY: I1 by the caller.
    unsafe {
        Some(match size {
            1 => at.read().into(),
            2 => at.cast::<u16>().read_unaligned().into(),
            4 => at.cast::<u32>().read_unaligned().into(),
            8 => at.cast::<u64>().read_unaligned(),
            _ => return None,
        })
    }
}

/// Tells the fields of a payload that starts at `start`, which lies `offset` bytes behind the object pointer.
///
/// # Safety
/// A payload with these fields is there, alive.
unsafe fn spots(start: NonNull<u8>, offset: isize, spots: &[Spot], sink: &mut BitSink<'_>) {
    for spot in spots {
        // SAFETY: I1 by the caller.
        let at = unsafe { start.byte_add(spot.offset) };
        let offset = offset + spot.offset as isize;
        if !spot.inner.is_empty() {
            // SAFETY: I1 by the caller.
            unsafe { self::spots(at, offset, spot.inner, sink) };
            continue;
        }
        if spot.size == 0 {
            continue;
        }
        let word = match spot.shape {
            Shape::Plain => None,
            // SAFETY: I1 by the caller.
            _ => unsafe { number_at(at, spot.size) },
        };
        let raw = word.and_then(|_| {
            // SAFETY: I1 by the caller; a word that is null or a pointer.
            (spot.size == 8).then(|| unsafe { at.cast::<Option<RawObj>>().read() }).flatten()
        });
        // SAFETY: I4, what a live object refers to is alive while we look.
        let object = raw.as_ref().map(|raw| unsafe { ObjRef::borrow_raw(raw) });
        let worth = match (spot.shape, word) {
            (_, None) => Worth::Silent,
            (Shape::Signed, Some(word)) => Worth::Signed(word as i64),
            (Shape::Real, Some(word)) => Worth::Real(f64::from_bits(word)),
            (Shape::Counted, _) => object.map_or(Worth::Address(0), Worth::Object),
            (Shape::Uncounted, _) => object.map_or(Worth::Address(0), Worth::Weak),
            (Shape::Address, Some(word)) => Worth::Address(word as usize),
            (_, Some(word)) => Worth::Number(word),
        };
        sink(Bit::Piece { offset, size: spot.size, label: Label::Name(spot.name), worth });
    }
}

/// A word that holds a counted reference, or nothing.
pub(crate) fn word(offset: usize, label: Label<'_>, held: Option<&ObjRef>, sink: &mut BitSink<'_>) {
    let worth = held.map_or(Worth::Address(0), Worth::Object);
    sink(Bit::Piece { offset: offset as isize, size: 8, label, worth });
}

impl Heap {
    /// Tells the blocks and pieces of an object: first its own block. Counts do not change; `sink` must not run Python.
    pub fn each_bit(&self, obj: &ObjRef, sink: &mut BitSink<'_>) {
        let (raw, head) = (obj.as_raw(), obj.ty());
        self.front_bits(obj, sink);
        let named = |offset, name, worth| Bit::Piece { offset, size: 8, label: Label::Name(name), worth };
        sink(named(0, "count", Worth::Signed(obj.refcount() as i64)));
        sink(named(8, "type", Worth::Object(obj.ty_ref())));
        // SAFETY: I1, the payload is the one that the layout names.
        unsafe { spots(payload_ptr::<u8>(raw), HEADER as isize, head.layout().spots, sink) };
        if head.is_heap_type() {
            for run in head.member_slots() {
                for offset in (0..run.count).map(|i| run.offset + 8 * i) {
                    // SAFETY: I8, a member slot of the type.
                    let slot = unsafe { instance::word(raw, offset as isize) };
                    slot.peek(|held| word(offset as usize, Label::Member(offset), held, sink));
                }
            }
            self.class_bits(obj, sink);
        }
        // SAFETY: I1, the payload is the one that the layout names.
        unsafe { (head.layout().bits)(raw, self, sink) };
        if head.is_heap_type() {
            // SAFETY: I13, the instance keeps its values while we look.
            let values = unsafe { instance::storage_of(obj).values() };
            values.into_iter().for_each(|values| values.bits(self, Some(obj), sink));
        }
    }

    /// What stands in front of the header.
    fn front_bits(&self, obj: &ObjRef, sink: &mut BitSink<'_>) {
        let (raw, head) = (obj.as_raw(), obj.ty());
        if !self.is_collectable(obj) {
            return;
        }
        // SAFETY: I3, a GC object has these words in front.
        let word_at = |offset: isize| unsafe { number_at(raw.byte_offset(offset).cast(), 8).unwrap_or(0) as usize };
        let mut tell = |offset, name, worth| sink(Bit::Piece { offset, size: 8, label: Label::Name(name), worth });
        if head.front() > GC_HEAD {
            let (first, second) = match self.profile().pre_header {
                PreHeader::DictAndWeak => ("weak list", "values or dict"),
                _ => ("dict", "values"),
            };
            for (offset, name, used) in [
                (-32, first, first == "dict" || head.has(TypeFlags::MANAGED_WEAKREF)),
                (-24, second, head.has(TypeFlags::MANAGED_DICT)),
            ] {
                if used {
                    tell(offset, name, Worth::Address(word_at(offset)))
                } else {
                    tell(offset, "unused", Worth::Silent)
                }
            }
        }
        for (offset, name) in [(-16, "gc next"), (-8, "gc prev")] {
            let plain = |sink: &mut BitSink<'_>, worth: Worth<'_>| {
                sink(Bit::Piece { offset, size: 8, label: Label::Name(name), worth });
            };
            let addr = word_at(offset) & !FLAG_BITS;
            let sentinel = (0..GENERATIONS).find(|g| self.gc.generations[*g].list.head().addr() == addr);
            match (addr, sentinel) {
                (0, _) => plain(sink, Worth::Text("nothing: the collector does not track it")),
                (_, Some(n)) => plain(sink, Worth::Text(ENDS[n])),
                _ if self.is_tracked(obj) => {
                    // SAFETY: I12, the object is in a list, and both neighbours are alive.
                    let neighbour = unsafe {
                        let node = gc_head(raw).as_ref();
                        from_gc_head(if offset == -16 { node.next.get() } else { node.prev_ptr() })
                    };
                    // SAFETY: I12, as above; the list's own head was told apart before, that of frozen ones below.
                    let neighbour = unsafe { ObjRef::borrow_raw(&neighbour) };
                    let frozen = self.gc.permanent.head().addr() == addr;
                    let worth = if frozen { Worth::Text("the list of frozen objects") } else { Worth::Weak(neighbour) };
                    plain(sink, worth);
                }
                _ => plain(sink, Worth::Address(addr)),
            }
        }
    }

    /// The words for dict and weak list that a class put into its instances.
    fn class_bits(&self, obj: &ObjRef, sink: &mut BitSink<'_>) {
        if let instance::Storage::Word(slot) = instance::storage_of(obj) {
            let offset = std::ptr::from_ref(slot).addr() - obj.addr();
            slot.peek(|held| word(offset, Label::Name("__dict__"), held, sink));
        }
        let offset = obj.ty().weaklist_offset();
        if offset >= (HEADER + obj.ty().layout().size) as i32 {
            // SAFETY: I8, the type says that the weak list is there.
            let first = unsafe { number_at(obj.as_raw().byte_offset(offset as isize).cast(), 8).unwrap_or(0) };
            let worth = Worth::Address(first as usize);
            sink(Bit::Piece { offset: offset as isize, size: 8, label: Label::Name("__weakref__"), worth });
        }
    }

    /// Where a block lies, and how long it really is.
    pub fn place_of_block(&self, addr: usize) -> BlockPlace {
        let Some(block) = NonNull::new(std::ptr::without_provenance_mut::<u8>(addr)) else { return BlockPlace::System };
        let pools = self.blocks.pools();
        if pools.owns(block) {
            // SAFETY: I10, the address is a block's; the pool is found from the arenas, which have the provenance.
            let head = unsafe { &*pools.header_of(addr) };
            let (arenas, arena) = (pools.arenas.borrow(), head.arena.get());
            let pool = (addr - arenas.start(arena).addr().get()) / arenas.pool_size;
            return BlockPlace::Pool { size: head.size.get() as usize, arena: arena as usize, pool };
        }
        if self.blocks.medium.owns(block) {
            // SAFETY: I10, as above.
            return BlockPlace::Medium { size: unsafe { (*self.blocks.medium.header_of(addr)).size.get() as usize } };
        }
        if self.blocks.owns_static(block) { BlockPlace::Static } else { BlockPlace::System }
    }
}

//! The memory half of a type: sizes, flags and layout, read by the allocator and the collector.
//!
//! The Python half (name, bases, namespace, slots) is a payload of the runtime whose first
//! field is a `TypeHead`; so the head of an object's type is 16 bytes behind the type pointer.

use std::cell::{Cell, OnceCell};
use std::ops::{BitOr, BitOrAssign};

use crate::alloc::free_list::FreeList;
use crate::heap::Heap;
use crate::object::bytes::Bytes;
use crate::object::dict::Dict;
use crate::object::field::Field;
use crate::object::float::{Complex, Float};
use crate::object::handle::ObjRef;
use crate::object::header::{GC_HEAD, HEADER, PRE_HEADER};
use crate::object::int::Int;
use crate::object::list::List;
use crate::object::payload::{Layout, Payload};
use crate::object::set::Set;
use crate::object::str::Str;
use crate::object::tuple::Tuple;
use crate::profile::PreHeader;

/// Facts about a type that are tested on hot paths.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct TypeFlags(u32);

macro_rules! type_flags {
    ($($(#[$meta:meta])* $name:ident = $bit:expr;)*) => {
        impl TypeFlags {
            $($(#[$meta])* pub const $name: TypeFlags = TypeFlags(1 << $bit);)*
        }
    };
}

type_flags! {
    /// Instances carry a GC head.
    GC = 0;
    /// Made by a class statement: instances own a count on it.
    HEAPTYPE = 1;
    /// May be subclassed.
    BASETYPE = 2;
    /// Instances have values and dict in the pre-header (3.11+).
    MANAGED_DICT = 3;
    /// Instances have their weak list in the pre-header (3.12+).
    MANAGED_WEAKREF = 4;
    /// Instances have something to run before they die: `__del__`, or closing a generator.
    HAS_FINALIZER = 5;
    /// Attributes of the type cannot be assigned.
    IMMUTABLE = 6;
    /// The type is complete.
    READY = 7;
    /// Has abstract methods.
    ABSTRACT = 8;
    /// `type.__new__` refuses to make instances.
    DISALLOW_INSTANTIATION = 9;
    /// A subclass of int (and so on), or the type itself.
    INT = 16;
    /// See `INT`.
    LIST = 17;
    /// See `INT`.
    TUPLE = 18;
    /// See `INT`.
    STR = 19;
    /// See `INT`.
    BYTES = 20;
    /// See `INT`.
    DICT = 21;
    /// set and frozenset.
    SET = 22;
    /// Instances are types.
    TYPE = 23;
    /// Instances can be raised.
    EXCEPTION = 24;
    /// See `INT`.
    FLOAT = 25;
    /// `match` treats instances as sequences.
    SEQUENCE = 26;
    /// `match` treats instances as mappings.
    MAPPING = 27;
    /// For the runtime's own use.
    USER_0 = 28;
    /// For the runtime's own use.
    USER_1 = 29;
    /// For the runtime's own use.
    USER_2 = 30;
    /// For the runtime's own use.
    USER_3 = 31;
}

impl TypeFlags {
    /// No flag.
    pub const NONE: TypeFlags = TypeFlags(0);

    /// Whether all flags of `other` are set.
    #[inline(always)]
    pub const fn has(self, other: TypeFlags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether one of the flags of `other` is set.
    #[inline(always)]
    pub const fn any(self, other: TypeFlags) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together, in constants.
    pub const fn with(self, other: TypeFlags) -> TypeFlags {
        TypeFlags(self.0 | other.0)
    }

    /// Without the flags of `other`.
    pub const fn without(self, other: TypeFlags) -> TypeFlags {
        TypeFlags(self.0 & !other.0)
    }

    /// The bits.
    pub const fn bits(self) -> u32 {
        self.0
    }
}

impl BitOr for TypeFlags {
    type Output = TypeFlags;
    #[inline(always)]
    fn bitor(self, other: TypeFlags) -> TypeFlags {
        TypeFlags(self.0 | other.0)
    }
}

impl BitOrAssign for TypeFlags {
    #[inline(always)]
    fn bitor_assign(&mut self, other: TypeFlags) {
        self.0 |= other.0;
    }
}

/// Which builtin type this is, for one-byte guards. Subclasses are `Other`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Exact {
    #[default]
    Other,
    None,
    Bool,
    Int,
    Float,
    Complex,
    Str,
    Bytes,
    ByteArray,
    List,
    Tuple,
    Dict,
    Set,
    FrozenSet,
    Range,
    Slice,
    AsyncValue,
    AsyncSend,
    Function,
    Method,
    BuiltinFunction,
    MethodDescriptor,
    Type,
    Property,
    Generator,
    Cell,
    Module,
    Code,
    ListIterator,
    TupleIterator,
    RangeIterator,
    StrIterator,
    DictKeyIterator,
    DictValueIterator,
    DictItemIterator,
    WeakRef,
    WeakProxy,
    WeakCallableProxy,
    Object,
    Super,
    ClassMethod,
    StaticMethod,
    Enumerate,
    Zip,
    Map,
    Filter,
    MemoryError,
    Frame,
}

/// The payload that the containers rely on when they see the mark.
fn payload_of(exact: Exact) -> Option<&'static Layout> {
    Some(match exact {
        Exact::Bool | Exact::Int => Int::layout(),
        Exact::Float => Float::layout(),
        Exact::Complex => Complex::layout(),
        Exact::Str => Str::layout(),
        Exact::Bytes => Bytes::layout(),
        Exact::List => List::layout(),
        Exact::Tuple => Tuple::layout(),
        Exact::Dict => Dict::layout(),
        Exact::Set | Exact::FrozenSet => Set::layout(),
        _ => return None,
    })
}

/// Where the managed weak list stands.
const MANAGED_WEAKLIST: i32 = -32;

/// A run of `__slots__` words in an instance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SlotRun {
    /// Offset of the first word from the object pointer.
    pub offset: u32,
    /// Number of words.
    pub count: u32,
}

/// The memory half of a type.
#[repr(C)]
pub struct TypeHead {
    heap: *const Heap,
    layout: &'static Layout,
    flags: Cell<TypeFlags>,
    version: Cell<u32>,
    basicsize: Cell<u32>,
    itemsize: Cell<u32>,
    /// Bytes in front of the header; follows from the flags.
    front: Cell<u8>,
    exact: Cell<Exact>,
    /// Whether instances need more for their release than payload and block; follows from
    /// flags and weak list.
    careful: Cell<bool>,
    /// Whether instances have nothing in front and nothing to care for; follows from the flags and the weak list.
    plain: Cell<bool>,
    /// Whether, moreover, the bytes are all there is to a dead instance; follows from the layout.
    simple: Cell<bool>,
    /// The free list of dead instances; follows from `exact`.
    free_list: Cell<u8>,
    /// What becomes of a dead instance; follows from the two above.
    leaves: Cell<u8>,
    dict_offset: Cell<i32>,
    weaklist_offset: Cell<i32>,
    /// The basicsize of the base that gave instances their managed dict; 0 if it is this class.
    dict_basicsize: Cell<u32>,
    /// Runs of member slots, the most derived class first.
    member_slots: OnceCell<Box<[SlotRun]>>,
}

/// What a dead instance leaves, where it is no block for a free list.
pub(crate) mod leaves {
    use crate::alloc::free_list::FreeList;

    /// A block and nothing else.
    pub(crate) const BLOCK: u8 = FreeList::NONE;
    /// More than its block.
    pub(crate) const MORE: u8 = FreeList::NONE - 1;
    /// A block, and perhaps more: it is an exact `str`.
    pub(crate) const TEXT: u8 = FreeList::NONE - 2;
}

impl TypeHead {
    /// The head of a builtin type whose instances carry a `T`. Its basicsize is that of the
    /// Rust struct until `set_basicsize` says more.
    pub fn new<T: Payload>(heap: &Heap) -> TypeHead {
        TypeHead::with_layout(heap, T::layout())
    }

    /// The head of a builtin type whose instances have no payload (`object`, None).
    pub fn bare(heap: &Heap) -> TypeHead {
        TypeHead::new::<Bare>(heap)
    }

    /// As `new`, for a payload known by its layout.
    pub fn with_layout(heap: &Heap, layout: &'static Layout) -> TypeHead {
        let mut flags = TypeFlags::NONE;
        if layout.is_gc {
            flags |= TypeFlags::GC;
        }
        if layout.is_type {
            flags |= TypeFlags::TYPE;
        }
        let head = TypeHead {
            heap,
            layout,
            flags: Cell::new(TypeFlags::NONE),
            version: Cell::new(0),
            basicsize: Cell::new(0),
            itemsize: Cell::new(0),
            front: Cell::new(0),
            exact: Cell::new(Exact::Other),
            careful: Cell::new(false),
            plain: Cell::new(false),
            simple: Cell::new(false),
            free_list: Cell::new(FreeList::NONE),
            leaves: Cell::new(leaves::MORE),
            dict_offset: Cell::new(0),
            weaklist_offset: Cell::new(0),
            dict_basicsize: Cell::new(0),
            member_slots: OnceCell::new(),
        };
        head.set_basicsize(HEADER + layout.size);
        head.set_flags(flags);
        head
    }

    /// The head of a type that derives from `base`: same payload, sizes, offsets and subclass
    /// bits; not `exact`, not READY. The caller adds flags, slots and offsets.
    pub fn derive(base: &TypeHead) -> TypeHead {
        let head = TypeHead::with_layout(base.heap(), base.layout);
        head.set_basicsize(base.basicsize());
        head.itemsize.set(base.itemsize.get());
        head.dict_offset.set(base.dict_offset.get());
        if base.has(TypeFlags::MANAGED_DICT) {
            head.dict_basicsize.set(base.managed_dict_basicsize());
        }
        head.set_weaklist_offset(base.weaklist_offset());
        let own = TypeFlags::READY
            | TypeFlags::HEAPTYPE
            | TypeFlags::IMMUTABLE
            | TypeFlags::ABSTRACT
            | TypeFlags::DISALLOW_INSTANTIATION;
        head.set_flags(base.flags().without(own));
        let slots = base.member_slots();
        if !slots.is_empty() {
            head.set_member_slots(slots.to_vec());
        }
        head
    }

    /// The memory half of the type `ty`.
    ///
    /// # Panics
    /// If `ty` is not a type: an internal error.
    #[inline(always)]
    pub fn of(ty: &ObjRef) -> &TypeHead {
        assert!(ty.ty().has(TypeFlags::TYPE), "internal error: not a type");
        // SAFETY: I5, TYPE follows from the layout, which says that a TypeHead comes first.
        unsafe { crate::object::payload::payload_ptr::<TypeHead>(ty.as_raw()).as_ref() }
    }

    /// The heap the type and its instances live in.
    #[inline(always)]
    pub fn heap(&self) -> &Heap {
        // SAFETY: I7, a heap outlives its types.
        unsafe { &*self.heap }
    }

    /// The payload that instances carry.
    #[inline(always)]
    pub fn layout(&self) -> &'static Layout {
        self.layout
    }

    /// All flags.
    #[inline(always)]
    pub fn flags(&self) -> TypeFlags {
        self.flags.get()
    }

    /// Whether all flags of `flag` are set.
    #[inline(always)]
    pub fn has(&self, flag: TypeFlags) -> bool {
        self.flags.get().has(flag)
    }

    /// Sets the given flags, keeps the others. A type whose payload is not a GC payload can
    /// still get `GC`: a subclass of int with a dict.
    ///
    /// # Panics
    /// If `TYPE` is set although instances do not carry a `TypeHead`: an internal error.
    pub fn set_flags(&self, flags: TypeFlags) {
        assert!(self.layout.is_type || !flags.has(TypeFlags::TYPE), "not the payload of a type");
        self.flags.set(self.flags.get() | flags);
        self.place();
    }

    /// Removes the given flags.
    ///
    /// # Panics
    /// If that would take the GC head away from a GC payload: an internal error.
    pub fn clear_flags(&self, flags: TypeFlags) {
        assert!(!flags.any(TypeFlags::GC | TypeFlags::TYPE), "flags that follow from the payload");
        self.flags.set(self.flags.get().without(flags));
        self.place();
    }

    /// Takes the GC head away from the instances of a builtin type that a release does not collect.
    pub fn uncollect(&self) {
        self.flags.set(self.flags.get().without(TypeFlags::GC));
        self.place();
    }

    /// Works out the bytes in front of the header.
    fn place(&self) {
        let flags = self.flags.get();
        let gc = if flags.has(TypeFlags::GC) { GC_HEAD } else { 0 };
        let managed = flags.any(TypeFlags::MANAGED_DICT | TypeFlags::MANAGED_WEAKREF);
        self.front.set((gc + if managed { PRE_HEADER } else { 0 }) as u8);
        let more = TypeFlags::HEAPTYPE | TypeFlags::HAS_FINALIZER | TypeFlags::TYPE;
        self.careful.set(flags.any(more) || self.weaklist_offset.get() != 0);
        self.plain.set(self.front.get() == 0 && !self.careful.get());
        self.simple.set(self.layout.trivial && self.plain.get());
        self.settle_leaves();
    }

    fn settle_leaves(&self) {
        self.leaves.set(match self.exact.get() {
            Exact::Str if self.plain.get() => leaves::TEXT,
            _ if self.simple.get() => self.free_list.get(),
            _ => leaves::MORE,
        });
    }

    #[inline(always)]
    pub(crate) fn careful(&self) -> bool {
        self.careful.get()
    }

    #[inline(always)]
    pub(crate) fn plain(&self) -> bool {
        self.plain.get()
    }

    #[inline(always)]
    pub(crate) fn simple(&self) -> bool {
        self.simple.get()
    }

    /// What a dead instance leaves: one of [`leaves`], or a block for the free list of this number.
    #[inline(always)]
    pub(crate) fn leaves(&self) -> u8 {
        self.leaves.get()
    }

    #[inline(always)]
    pub(crate) fn free_list(&self) -> u8 {
        self.free_list.get()
    }

    /// Bytes in front of an instance's header.
    #[inline(always)]
    pub fn front(&self) -> usize {
        self.front.get() as usize
    }

    /// Whether instances carry a GC head.
    #[inline(always)]
    pub fn is_gc(&self) -> bool {
        self.has(TypeFlags::GC)
    }

    /// Whether instances own a count on this type.
    #[inline(always)]
    pub fn is_heap_type(&self) -> bool {
        self.has(TypeFlags::HEAPTYPE)
    }

    /// Bytes of an instance from its header on, without items.
    #[inline(always)]
    pub fn basicsize(&self) -> usize {
        self.basicsize.get() as usize
    }

    /// Sets the bytes of an instance.
    ///
    /// # Panics
    /// If the payload does not fit: an internal error.
    pub fn set_basicsize(&self, size: usize) {
        assert!(size >= HEADER + self.layout.size, "basicsize below the payload's size");
        self.basicsize.set(u32::try_from(size).expect("basicsize fits 32 bits"));
    }

    /// Bytes per item behind an instance, 0 for fixed sizes.
    #[inline(always)]
    pub fn itemsize(&self) -> usize {
        self.itemsize.get() as usize
    }

    /// Sets the bytes per item.
    pub fn set_itemsize(&self, size: usize) {
        self.itemsize.set(u32::try_from(size).expect("itemsize fits 32 bits"));
    }

    /// Which builtin type this is.
    #[inline(always)]
    pub fn exact(&self) -> Exact {
        self.exact.get()
    }

    /// Marks the one builtin type.
    ///
    /// # Panics
    /// If its instances do not carry the payload that the mark promises: an internal error.
    pub fn set_exact(&self, exact: Exact) {
        let promised = payload_of(exact);
        assert!(promised.is_none_or(|layout| std::ptr::eq(layout, self.layout)), "the mark of another payload");
        self.exact.set(exact);
        self.free_list.set(FreeList::index_of(exact));
        self.settle_leaves();
    }

    /// Tag for inline caches; 0 means none.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// Sets the tag.
    #[inline(always)]
    pub fn set_version(&self, version: u32) {
        self.version.set(version);
    }

    /// Where instances keep their dict: 0 nowhere, > 0 offset from the object pointer, < 0
    /// counted from the end of a variable-sized instance.
    #[inline(always)]
    pub fn dict_offset(&self) -> i32 {
        self.dict_offset.get()
    }

    /// Says where instances keep their dict.
    pub fn set_dict_offset(&self, offset: i32) {
        self.dict_offset.set(offset);
    }

    /// Where instances keep their weak list: 0 nowhere, else the offset from the object
    /// pointer (negative: the managed word in front).
    #[inline(always)]
    pub fn weaklist_offset(&self) -> i32 {
        self.weaklist_offset.get()
    }

    /// Says where instances keep their weak list.
    pub fn set_weaklist_offset(&self, offset: i32) {
        self.weaklist_offset.set(offset);
        self.place();
    }

    /// Runs of member slots, the most derived class first.
    #[inline(always)]
    pub fn member_slots(&self) -> &[SlotRun] {
        self.member_slots.get().map_or(&[], |runs| runs)
    }

    /// Says which words of an instance are member slots, the inherited ones included, the
    /// most derived class first. Call once, before the first instance.
    ///
    /// # Panics
    /// If called twice: an internal error.
    pub fn set_member_slots(&self, runs: Vec<SlotRun>) {
        let fits = |r: &SlotRun| {
            r.offset as usize >= HEADER + self.layout.size
                && r.offset as usize + 8 * r.count as usize <= self.basicsize()
        };
        assert!(runs.iter().all(fits), "member slots outside the instance");
        assert!(self.member_slots.set(runs.into()).is_ok(), "member slots are set once");
    }

    /// Adds the run of a new class in front of the inherited ones; basicsize grows by it.
    pub fn add_member_slots(&mut self, count: u32) -> SlotRun {
        let run = SlotRun { offset: self.basicsize.get(), count };
        self.set_basicsize(self.basicsize() + 8 * count as usize);
        let mut runs = vec![run];
        runs.extend(self.member_slots().iter().copied());
        self.member_slots = OnceCell::new();
        self.set_member_slots(runs);
        run
    }

    fn managed(&self) -> u32 {
        self.flags.get().bits() & (TypeFlags::MANAGED_DICT | TypeFlags::MANAGED_WEAKREF).bits()
    }

    /// Gives instances a place for a dict (and values), where the release has it: a managed
    /// word in front, a word at the end, or, in variable-sized ones, a word behind the items.
    pub fn add_dict(&self) {
        let variable = self.itemsize() != 0;
        match self.heap().profile().pre_header {
            PreHeader::DictAndWeak => return self.set_flags(TypeFlags::MANAGED_DICT),
            PreHeader::Dict if !variable => return self.set_flags(TypeFlags::MANAGED_DICT),
            _ if variable => self.set_dict_offset(-8),
            _ => self.set_dict_offset(self.basicsize() as i32),
        }
        self.set_basicsize(self.basicsize() + 8);
    }

    /// Gives instances a place for their weak list, where the release has it.
    pub fn add_weaklist(&self) {
        if self.heap().profile().pre_header == PreHeader::DictAndWeak {
            self.set_flags(TypeFlags::MANAGED_WEAKREF);
            self.set_weaklist_offset(MANAGED_WEAKLIST);
        } else {
            self.set_weaklist_offset(self.basicsize() as i32);
            self.set_basicsize(self.basicsize() + 8);
        }
    }

    fn managed_dict_basicsize(&self) -> u32 {
        match self.dict_basicsize.get() {
            0 => self.basicsize.get(),
            size => size,
        }
    }

    /// What Python shows as `__dictoffset__`.
    pub fn shown_dict_offset(&self) -> i32 {
        match self.heap().profile().pre_header {
            PreHeader::Dict if self.has(TypeFlags::MANAGED_DICT) => -24 - self.managed_dict_basicsize() as i32,
            PreHeader::DictAndWeak if self.has(TypeFlags::MANAGED_DICT) => -1,
            _ => self.dict_offset(),
        }
    }

    /// Whether an instance of one type may become an instance of the other.
    pub fn same_memory(&self, other: &TypeHead) -> bool {
        std::ptr::eq(self.layout, other.layout)
            && self.basicsize == other.basicsize
            && self.itemsize == other.itemsize
            && self.front == other.front
            && self.managed() == other.managed()
            && self.dict_offset == other.dict_offset
            && self.weaklist_offset == other.weaklist_offset
            && self.member_slots() == other.member_slots()
    }

    /// Bytes of an instance with `items` items, without what lies in front.
    #[inline(always)]
    pub fn instance_size(&self, items: usize) -> Option<usize> {
        self.itemsize().checked_mul(items)?.checked_add(self.basicsize())
    }

    /// Bytes that CPython's generic allocation asks for an instance of a class with `items`
    /// items: room for one more, rounded up to words.
    pub fn generic_size(&self, items: usize) -> Option<usize> {
        let items = if self.itemsize() == 0 { 0 } else { items.checked_add(1)? };
        self.instance_size(items)?.checked_next_multiple_of(8)
    }
}

impl Field for TypeHead {}

// SAFETY: I1, I5: the static is made for this type and says that it starts with itself.
unsafe impl Payload for TypeHead {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<TypeHead>("TypeHead", true);
            layout.is_type = true;
            layout
        };
        &LAYOUT
    }
}

crate::payload! {
    /// Nothing behind the header: `object()`, None, plain instances.
    pub struct Bare: plain {}
}

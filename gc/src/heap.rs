//! The heap: a value that owns every block, every list and every setting; and the birth of
//! objects.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::ptr::{self, NonNull};

use crate::alloc::blocks::Blocks;
use crate::alloc::frames::FrameBlocks;
use crate::alloc::free_list::Lists;
use crate::alloc::{Domain, NoMemory, out_of_memory};
use crate::collect::Collector;
use crate::collect::dealloc::Trash;
use crate::collect::traverse::type_of;
use crate::hooks::HeapHooks;
use crate::object::deque::DequeSpares;
use crate::object::dict::parked::DictState;
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::{GC_HEAD, GcHead, HEADER, Header, RawObj, gc_head};
use crate::object::immortal::Raised;
use crate::object::payload::{Payload, payload_ptr};
use crate::object::str::intern::InternTable;
use crate::object::type_head::{Exact, TypeHead};
use crate::observe::Watchlist;
use crate::profile::HeapProfile;

/// A heap. Objects find it through their type.
pub struct Heap {
    pub(crate) blocks: Blocks,
    pub(crate) free_lists: Lists,
    pub(crate) gc: Collector,
    pub(crate) trash: Trash,
    /// Static types: they live until the heap goes.
    static_types: RefCell<Vec<RawObj>>,
    pub(crate) interned: InternTable,
    pub(crate) raised: Raised,
    pub(crate) dicts: DictState,
    pub(crate) frames: FrameBlocks,
    /// Blocks with their sizes that keep a pool of each size class in use.
    pub(crate) settled: RefCell<Vec<(NonNull<u8>, usize)>>,
    pub(crate) deque_spares: DequeSpares,
    pub(crate) watchlist: Watchlist,
    profile: HeapProfile,
    hooks: Cell<HeapHooks>,
    context: Cell<*const ()>,
    last_words: Cell<bool>,
    /// Called before each new arena: `PYTHONMALLOCSTATS`.
    pub(crate) arena_watch: Cell<Option<fn(&Heap)>>,
}

/// The one owner of a heap. The heap never moves: objects and types point at it.
pub struct OwnedHeap(NonNull<Heap>);

impl Deref for OwnedHeap {
    type Target = Heap;
    #[inline(always)]
    fn deref(&self) -> &Heap {
        // SAFETY: I7, the heap lives until the owner drops it.
        unsafe { self.0.as_ref() }
    }
}

impl Drop for OwnedHeap {
    /// A heap that still has objects is leaked: somebody may hold a handle.
    fn drop(&mut self) {
        self.drop_free_lists();
        self.deque_spares.free(self);
        if self.allocated_blocks() == 0 {
            let types = self.static_types.take();
            // SAFETY: I7, no object is left that could point here; static types go last, once;
            // the heap was made by Box::into_raw.
            unsafe {
                for ty in types.into_iter().rev() {
                    (type_of(ty).layout().release)(ty, self);
                }
                drop(Box::from_raw(self.0.as_ptr()));
            }
        }
    }
}

impl Heap {
    /// Says whether anything was made whose death a program could notice: a finalizer, a callback of a weak reference, a
    /// suspended body, a stream.
    #[inline(always)]
    pub fn expect_last_words(&self, expected: bool) {
        self.last_words.set(expected);
    }

    /// Whether a program could notice the death of something in the heap.
    pub fn expects_last_words(&self) -> bool {
        self.last_words.get()
    }

    /// An empty heap that behaves as the given release's.
    ///
    /// # Panics
    /// If the system grants no address range at all.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(profile: HeapProfile) -> OwnedHeap {
        let heap = Box::new(Heap {
            blocks: Blocks::new(&profile).expect("the system grants no memory for a heap"),
            free_lists: Lists::new(&profile.free_lists),
            gc: Collector::new(&profile),
            trash: Trash::new(),
            static_types: RefCell::default(),
            interned: InternTable::new(),
            raised: Raised::default(),
            dicts: DictState::new(),
            frames: FrameBlocks::default(),
            settled: RefCell::default(),
            deque_spares: DequeSpares::default(),
            watchlist: Watchlist::default(),
            profile,
            hooks: Cell::new(HeapHooks::NONE),
            context: Cell::new(ptr::null()),
            last_words: Cell::new(false),
            arena_watch: Cell::new(None),
        });
        // SAFETY: Box::into_raw is never null.
        OwnedHeap(unsafe { NonNull::new_unchecked(Box::into_raw(heap)) })
    }

    /// The release's row.
    #[inline(always)]
    pub fn profile(&self) -> &HeapProfile {
        &self.profile
    }

    /// Has `tell` called before each new arena of small blocks; it must not allocate from the heap.
    pub fn watch_arenas(&self, tell: fn(&Heap)) {
        self.arena_watch.set(Some(tell));
    }

    /// The runtime's answers.
    pub fn hooks(&self) -> HeapHooks {
        self.hooks.get()
    }

    /// Sets the runtime's answers.
    pub fn set_hooks(&self, hooks: HeapHooks) {
        self.hooks.set(hooks);
    }

    /// The runtime's own pointer, for its hooks.
    #[inline(always)]
    pub fn context(&self) -> *const () {
        self.context.get()
    }

    /// Sets the runtime's own pointer.
    pub fn set_context(&self, context: *const ()) {
        self.context.set(context);
    }

    /// Makes the two first types, `type` and `object`, whose type is `type`. Like all static
    /// objects they live outside the accounted memory.
    pub fn bootstrap<T: Payload>(&self, type_value: T, object_value: T) -> (Ref<T>, Ref<T>) {
        assert!(T::layout().is_type, "internal error: not a type's payload");
        // SAFETY: I1, I5: both headers get the first object as their type, whose payload is
        // written before anybody can look. A payload with is_type starts with a TypeHead.
        unsafe {
            let head = &*ptr::from_ref(&type_value).cast::<TypeHead>();
            assert!(ptr::eq(head.layout(), T::layout()), "internal error: payload of another type");
            let (size, front) = (head.front() + head.basicsize(), head.front());
            let first = self.static_block(size, front);
            let second = self.static_block(size, front);
            init(first, first, type_value);
            init(second, first, object_value);
            self.static_types.borrow_mut().extend([first, second]);
            (Ref::from_raw(first), Ref::from_raw(second))
        }
    }

    /// Bytes that live as long as the heap.
    pub(crate) fn static_room(&self, size: usize) -> Option<NonNull<u8>> {
        self.blocks.static_room(size)
    }

    fn static_block(&self, size: usize, front: usize) -> RawObj {
        let room = self.blocks.static_room(size).expect("static objects are few");
        // SAFETY: I3, the block is `size` long and front < size.
        unsafe { room.byte_add(front).cast() }
    }

    /// A static object, as CPython's builtin types and singletons: never tracked, not traced,
    /// not counted, its memory not given back.
    pub fn alloc_static<T: Payload>(&self, ty: &ObjRef, value: T) -> Ref<T> {
        self.alloc_static_var(ty, value, 0)
    }

    /// A static object with items, whose bytes are 0.
    ///
    /// # Panics
    /// If the static part of the heap is used up.
    pub fn alloc_static_var<T: Payload>(&self, ty: &ObjRef, value: T, items: usize) -> Ref<T> {
        let head = checked_head::<T>(ty);
        let size = head.front() + head.instance_size(items).expect("static objects are small");
        let obj = self.static_block(size, head.front());
        if head.layout().is_type {
            self.static_types.borrow_mut().push(obj);
        }
        // SAFETY: I1, the block is fresh, zeroed and as long as the type says.
        unsafe {
            init(obj, ty.as_raw(), value);
            own_type(ty, head);
            Ref::from_raw(obj)
        }
    }

    /// A static object whose bytes from the header on are given by the caller.
    pub(crate) fn alloc_static_sized<T: Payload>(&self, ty: &ObjRef, value: T, size: usize) -> Ref<T> {
        let head = checked_head::<T>(ty);
        assert!(size >= HEADER + size_of::<T>());
        let obj = self.static_block(head.front() + size, head.front());
        // SAFETY: I1, the block is fresh, zeroed and at least as long as the payload.
        unsafe {
            init(obj, ty.as_raw(), value);
            own_type(ty, head);
            Ref::from_raw(obj)
        }
    }

    /// A new object. GC objects are tracked at once.
    #[inline(always)]
    pub fn alloc<T: Payload>(&self, ty: &ObjRef, value: T) -> Ref<T> {
        let head = checked_head::<T>(ty);
        let obj = self.alloc_with(ty, head, value);
        if head.is_gc() {
            // SAFETY: I3, a GC object that was just made.
            unsafe { self.gc.link(gc_head(obj.as_obj().as_raw())) };
        }
        obj
    }

    /// A new object that the collector does not see yet.
    #[inline(always)]
    pub fn alloc_untracked<T: Payload>(&self, ty: &ObjRef, value: T) -> Ref<T> {
        self.alloc_with(ty, checked_head::<T>(ty), value)
    }

    #[inline(always)]
    fn alloc_with<T: Payload>(&self, ty: &ObjRef, head: &TypeHead, value: T) -> Ref<T> {
        let obj = self.take_parked::<T>(head, 0).unwrap_or_else(|| self.fresh_room(head));
        // SAFETY: I1, the room is as large as the type says.
        let new = unsafe { born(obj, ty, head, value) };
        if self.is_tracing() {
            self.tell_made(obj, ty, head, head.basicsize());
        }
        new
    }

    /// An object, not tracked, in a block of `size` bytes that has been counted.
    pub(crate) fn object_in_block<T: Payload>(&self, ty: &ObjRef, value: T, block: NonNull<u8>, size: usize) -> Ref<T> {
        let head = checked_head::<T>(ty);
        // SAFETY: I1, I3: the caller's block is long enough for head and payload and nobody else has it.
        let new: Ref<T> = unsafe {
            let obj: RawObj = block.byte_add(head.front()).cast();
            block.cast::<[usize; 2]>().write([0; 2]);
            zero_rest::<T>(obj, size - head.front());
            init(obj, ty.as_raw(), value);
            own_type(ty, head);
            Ref::from_raw(obj)
        };
        if self.is_tracing() {
            self.tell_made(new.as_obj().as_raw(), ty, head, size - head.front());
        }
        new
    }

    /// A block for an object without items that comes from no free list.
    #[inline(always)]
    fn fresh_room(&self, head: &TypeHead) -> RawObj {
        let size = head.front() + head.basicsize();
        let block = match self.alloc_block(size, Domain::Obj) {
            Ok(block) => block,
            Err(NoMemory) => out_of_memory(),
        };
        // SAFETY: I3, the block is that long.
        unsafe { self.object_at(block, head) }
    }

    /// A new object made by a call of its class, untracked: such calls pass the free lists by,
    /// as `list()` and `dict()` do.
    pub fn alloc_by_class<T: Payload>(&self, ty: &ObjRef, value: T) -> Ref<T> {
        let head = checked_head::<T>(ty);
        let obj = self.fresh_room(head);
        // SAFETY: I1, the room is as large as the type says.
        let new = unsafe { born(obj, ty, head, value) };
        if self.is_tracing() {
            self.tell_made(obj, ty, head, head.basicsize());
        }
        new
    }

    /// A new object with `items` items behind its payload, not tracked. Whatever lies behind
    /// the Rust payload is 0.
    #[inline]
    pub fn alloc_var<T: Payload>(&self, ty: &ObjRef, value: T, items: usize) -> Result<Ref<T>, NoMemory> {
        let head = checked_head::<T>(ty);
        let size = head.instance_size(items).ok_or(NoMemory)?;
        self.alloc_sized(ty, value, items, size)
    }

    /// As `alloc_var`, with the bytes from the header on given by the caller instead of the
    /// type (a str's characters, a one-digit int's whole struct, a subclass's spare item).
    ///
    /// # Panics
    /// If the payload and `items` items do not fit: an internal error.
    #[inline]
    pub fn alloc_sized<T: Payload>(
        &self,
        ty: &ObjRef,
        value: T,
        items: usize,
        size: usize,
    ) -> Result<Ref<T>, NoMemory> {
        let head = checked_head::<T>(ty);
        assert!(size >= HEADER + size_of::<T>(), "internal error: the payload does not fit");
        let obj = self.room::<T>(head, items, size)?;
        // SAFETY: I1, the block is fresh and at least `size` long from its header on.
        unsafe {
            zero_rest::<T>(obj, size);
            init(obj, ty.as_raw(), value);
            own_type(ty, head);
            if self.is_tracing() {
                self.tell_made(obj, ty, head, size);
            }
            Ok(Ref::from_raw(obj))
        }
    }

    /// A new object of a builtin type without anything special: nothing in front, not counted
    /// by its type, `size` bytes, those behind the payload not initialised. None if `ty` is not
    /// the type so marked or there is no memory.
    #[inline(always)]
    pub(crate) fn alloc_simple<T: Payload>(&self, ty: &ObjRef, exact: Exact, value: T, size: usize) -> Option<Ref<T>> {
        let head = TypeHead::of(ty);
        if head.exact() != exact || !head.plain() {
            return None;
        }
        debug_assert!(ptr::eq(head.layout(), T::layout()) && size >= HEADER + size_of::<T>());
        let obj = match T::FREE_LIST.and_then(|kind| self.free_lists.take(kind, 0)) {
            Some(obj) => {
                if self.is_tracing() {
                    self.tell_reuse(obj.addr().get());
                }
                obj
            }
            None => self.alloc_block(size, Domain::Obj).ok()?.cast(),
        };
        // SAFETY: I1, the block is long enough; the mark promises the payload.
        unsafe {
            init(obj, ty.as_raw(), value);
            Some(Ref::from_raw(obj))
        }
    }

    /// As `alloc_simple` without looking; `class` is the size class of `size`.
    ///
    /// # Safety
    /// `ty` is the static type of this heap that is marked as the exact type of `T`.
    #[inline(always)]
    pub(crate) unsafe fn alloc_exact<T: Payload>(
        &self,
        ty: &ObjRef,
        value: T,
        class: usize,
        size: impl Fn() -> usize,
    ) -> Ref<T> {
        debug_assert!(TypeHead::of(ty).simple() && ptr::eq(TypeHead::of(ty).layout(), T::layout()));
        let obj = match T::FREE_LIST.and_then(|kind| self.free_lists.take(kind, 0)) {
            Some(obj) => {
                if self.is_tracing() {
                    self.tell_reuse(obj.addr().get());
                }
                obj
            }
            None => match self.alloc_class(class, &size) {
                Ok(block) => block.cast(),
                Err(NoMemory) => out_of_memory(),
            },
        };
        // SAFETY: I1 by the caller, the block is long enough.
        unsafe {
            init(obj, ty.as_raw(), value);
            Ref::from_raw(obj)
        }
    }

    /// Makes a number where `old` is, as if it were made first and `old` dropped then, which is the last handle of an
    /// object of the same type. `None`, and nothing done: it is not, or the allocator has more to do for it.
    ///
    /// # Safety
    /// As for [`Heap::alloc_exact`]; the caller forgets `old` if the result is `Some`.
    #[inline(always)]
    pub(crate) unsafe fn exchange_exact<T: Payload>(
        &self,
        ty: &ObjRef,
        value: T,
        class: usize,
        old: &ObjRef,
    ) -> Option<Ref<T>> {
        debug_assert!(TypeHead::of(ty).simple() && ptr::eq(TypeHead::of(ty).layout(), T::layout()));
        if old.refcount() != 1 || !old.ty_ref().is(ty) || self.is_tracing() {
            return None;
        }
        // SAFETY: I1, I4 by the caller: the dead object has nothing but bytes, the block taken is long enough.
        unsafe {
            let obj = match T::FREE_LIST {
                Some(kind) => self.free_lists.exchange(kind, old.as_raw())?,
                None => self.blocks.small.exchange(class, old.as_raw().cast())?.cast(),
            };
            init(obj, ty.as_raw(), value);
            Some(Ref::from_raw(obj))
        }
    }

    /// As `alloc_sized`, but the bytes behind the payload are not initialised, which is why
    /// only this crate may ask: the containers that write them at once anyway.
    #[inline(always)]
    pub(crate) fn alloc_unset<T: Payload>(
        &self,
        ty: &ObjRef,
        value: T,
        items: usize,
        size: usize,
    ) -> Result<Ref<T>, NoMemory> {
        let head = checked_head::<T>(ty);
        debug_assert!(size >= HEADER + size_of::<T>());
        let obj = self.room::<T>(head, items, size)?;
        // SAFETY: I1, the block is fresh and at least `size` long from its header on.
        unsafe {
            // Instances of subclasses have words behind the payload that must start empty.
            if head.is_heap_type() {
                zero_rest::<T>(obj, size);
            }
            init(obj, ty.as_raw(), value);
            own_type(ty, head);
            if self.is_tracing() {
                self.tell_made(obj, ty, head, size);
            }
            Ok(Ref::from_raw(obj))
        }
    }

    /// Room for an object of `size` bytes from its header on: parked, or a fresh block.
    #[inline(always)]
    fn room<T: Payload>(&self, head: &TypeHead, items: usize, size: usize) -> Result<RawObj, NoMemory> {
        if let Some(obj) = self.take_parked::<T>(head, items) {
            return Ok(obj);
        }
        let block = self.alloc_block(size.checked_add(head.front()).ok_or(NoMemory)?, Domain::Obj)?;
        // SAFETY: I3, the block is that long.
        Ok(unsafe { self.object_at(block, head) })
    }

    /// The place where object pointers are born: the header's place in a fresh block, with the
    /// words in front of it prepared. A GC block counts, and may start a collection.
    #[inline(always)]
    unsafe fn object_at(&self, block: NonNull<u8>, head: &TypeHead) -> RawObj {
        let front = head.front();
        // SAFETY: I3, the block is at least front + header long.
        unsafe {
            let obj: RawObj = block.byte_add(front).cast();
            if front > 0 {
                block.cast::<[usize; 2]>().write([0; 2]);
                if front > GC_HEAD {
                    block.byte_add(GC_HEAD).cast::<[usize; 2]>().write([0; 2]);
                }
                if head.is_gc() && self.gc.count_one() {
                    self.automatic_collection();
                }
            }
            obj
        }
    }

    /// A parked block for an exact instance. Its front words are as an untracked object's.
    #[inline(always)]
    fn take_parked<T: Payload>(&self, head: &TypeHead, items: usize) -> Option<RawObj> {
        let kind = T::FREE_LIST?;
        if head.exact() != kind.exact() {
            return None;
        }
        let obj = self.free_lists.take(kind, items)?;
        if self.is_tracing() {
            self.tell_reuse(obj.addr().get() - head.front());
        }
        Some(obj)
    }

    /// Whether the collector sees the object.
    #[inline(always)]
    pub fn is_tracked(&self, obj: &ObjRef) -> bool {
        // SAFETY: I3, asked only if the type says that there is a GC head.
        obj.ty().is_gc() && unsafe { !gc_head(obj.as_raw()).as_ref().next.get().is_null() }
    }

    /// Shows the object to the collector, in the youngest generation. Tracked objects and
    /// objects without GC head stay as they are.
    #[inline(always)]
    pub fn track(&self, obj: &ObjRef) {
        if obj.ty().is_gc() && !self.is_tracked(obj) {
            // SAFETY: I3, a GC object in no list.
            unsafe { self.gc.link(gc_head(obj.as_raw())) };
        }
    }

    /// Hides the object from the collector.
    #[inline(always)]
    pub fn untrack(&self, obj: &ObjRef) {
        if self.is_tracked(obj) {
            // SAFETY: I3, I12: a GC object in a list.
            unsafe { gc_head(obj.as_raw()).as_ref().unlink() };
        }
    }
}

#[inline(always)]
fn checked_head<T: Payload>(ty: &ObjRef) -> &TypeHead {
    let head = TypeHead::of(ty);
    assert!(ptr::eq(head.layout(), T::layout()), "internal error: payload of another type");
    head
}

/// Zeroes what lies between the Rust payload and the end of the object: items, member slots,
/// dict and weak list words.
#[inline(always)]
unsafe fn zero_rest<T>(obj: RawObj, size: usize) {
    let start = HEADER + size_of::<T>();
    // SAFETY: I1, the object is `size` long.
    unsafe {
        let rest = obj.byte_add(start).cast::<u64>();
        match size.wrapping_sub(start) {
            0 => {}
            8 => rest.write(0),
            16 => rest.cast::<[u64; 2]>().write([0; 2]),
            _ if size < start => {}
            n => rest.cast::<u8>().write_bytes(0, n),
        }
    }
}

/// # Safety
/// `obj` points at room for a header and a `T`; `ty` is a type for it.
#[inline(always)]
unsafe fn init<T>(obj: RawObj, ty: RawObj, value: T) {
    // SAFETY: by the caller.
    unsafe {
        obj.write(Header { refcount: Cell::new(1), ty: Cell::new(ty) });
        payload_ptr::<T>(obj).write(value);
    }
}

/// Makes the object in its room.
///
/// # Safety
/// `obj` points at room for an instance of `ty`, whose head is `head`, without items.
#[inline(always)]
unsafe fn born<T>(obj: RawObj, ty: &ObjRef, head: &TypeHead, value: T) -> Ref<T> {
    // SAFETY: I1 by the caller.
    unsafe {
        zero_rest::<T>(obj, head.basicsize());
        init(obj, ty.as_raw(), value);
        own_type(ty, head);
        Ref::from_raw(obj)
    }
}

/// Instances own a count on a heap type.
#[inline(always)]
fn own_type(ty: &ObjRef, head: &TypeHead) {
    if head.is_heap_type() {
        std::mem::forget(ty.clone());
    }
}

const _: () = assert!(size_of::<GcHead>() == HEADER);

//! The heap: a value that owns every block, every list and every setting.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::ptr::{self, NonNull};
use std::rc::Rc;

use crate::alloc::{Domain, NoMemory};
use crate::hooks::{HeapHooks, Tracer};
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::{GcHead, HEADER, Header, RawObj, gc_head};
use crate::object::payload::{Payload, payload_ptr};
use crate::object::type_head::TypeHead;
use crate::profile::HeapProfile;

/// A heap. Objects find it through their type.
pub struct Heap {
    profile: HeapProfile,
    hooks: Cell<HeapHooks>,
    context: Cell<*const ()>,
    tracing: Cell<bool>,
    tracer: RefCell<Option<Rc<dyn Tracer>>>,
    blocks: Cell<usize>,
}

/// The one owner of a heap. The heap never moves: objects and types point at it.
pub struct OwnedHeap(NonNull<Heap>);

impl Deref for OwnedHeap {
    type Target = Heap;
    fn deref(&self) -> &Heap {
        // SAFETY: I7, the heap lives until the owner drops it.
        unsafe { self.0.as_ref() }
    }
}

impl Drop for OwnedHeap {
    fn drop(&mut self) {
        if self.blocks.get() == 0 {
            // SAFETY: I7, no object is left that could point here; made by Box::into_raw.
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}

impl Heap {
    /// An empty heap that behaves as the given release's.
    #[allow(clippy::new_ret_no_self)]
    pub fn new(profile: HeapProfile) -> OwnedHeap {
        let heap = Box::new(Heap {
            profile,
            hooks: Cell::new(HeapHooks::NONE),
            context: Cell::new(ptr::null()),
            tracing: Cell::new(false),
            tracer: RefCell::new(None),
            blocks: Cell::new(0),
        });
        OwnedHeap(NonNull::from(Box::leak(heap)))
    }

    /// The release's row.
    pub fn profile(&self) -> &HeapProfile {
        &self.profile
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
    pub fn context(&self) -> *const () {
        self.context.get()
    }

    /// Sets the runtime's own pointer.
    pub fn set_context(&self, context: *const ()) {
        self.context.set(context);
    }

    /// Starts (or with None ends) telling every block to a tracer.
    pub fn set_tracer(&self, tracer: Option<Rc<dyn Tracer>>) {
        self.tracing.set(tracer.is_some());
        *self.tracer.borrow_mut() = tracer;
    }

    /// The tracer in place.
    pub fn tracer(&self) -> Option<Rc<dyn Tracer>> {
        self.tracer.borrow().clone()
    }

    /// Makes the two first types, `type` and `object`, whose type is `type`. Like all static
    /// objects they live outside the accounted memory.
    pub fn bootstrap<T: Payload>(&self, type_value: T, object_value: T) -> (Ref<T>, Ref<T>) {
        assert!(T::layout().is_type, "internal error: not a type's payload");
        // SAFETY: I1, I5: both headers get the first object as their type, whose payload is
        // written before anybody can look.
        unsafe {
            let head = payload_ptr_of_value(&type_value);
            let size = head.front() + head.basicsize();
            let front = head.front();
            let first = self.static_block(size, front);
            let second = self.static_block(size, front);
            init(first, first, type_value);
            init(second, first, object_value);
            (Ref::from_raw(first), Ref::from_raw(second))
        }
    }

    fn static_block(&self, size: usize, front: usize) -> RawObj {
        let Ok(block) = self.system_alloc(size) else {
            out_of_memory()
        };
        // SAFETY: I3, the block is `size` long and front < size.
        unsafe {
            block.as_ptr().write_bytes(0, size);
            block.byte_add(front).cast()
        }
    }

    /// A static object, as CPython's builtin types and singletons: never tracked, not traced,
    /// not counted.
    pub fn alloc_static<T: Payload>(&self, ty: &ObjRef, value: T) -> Ref<T> {
        self.alloc_static_var(ty, value, 0)
    }

    /// A static object with items.
    pub fn alloc_static_var<T: Payload>(&self, ty: &ObjRef, value: T, items: usize) -> Ref<T> {
        let head = checked_head::<T>(ty);
        let size = head.front() + head.instance_size(items).expect("static objects are small");
        let obj = self.static_block(size, head.front());
        // SAFETY: I1, the block is fresh and as long as the type says.
        unsafe {
            init(obj, ty.as_raw(), value);
            own_type(ty, head);
            Ref::from_raw(obj)
        }
    }

    /// A new object. GC objects are tracked at once.
    #[inline(always)]
    pub fn alloc<T: Payload>(&self, ty: &ObjRef, value: T) -> Ref<T> {
        let obj = self.alloc_untracked(ty, value);
        if obj.as_obj().ty().is_gc() {
            self.track(obj.as_obj());
        }
        obj
    }

    /// A new object that the collector does not see yet.
    #[inline(always)]
    pub fn alloc_untracked<T: Payload>(&self, ty: &ObjRef, value: T) -> Ref<T> {
        match self.alloc_var(ty, value, 0) {
            Ok(obj) => obj,
            Err(NoMemory) => out_of_memory(),
        }
    }

    /// A new object with `items` items behind its payload, not tracked. The items' bytes are 0.
    pub fn alloc_var<T: Payload>(
        &self,
        ty: &ObjRef,
        value: T,
        items: usize,
    ) -> Result<Ref<T>, NoMemory> {
        let head = checked_head::<T>(ty);
        let size = head.instance_size(items).ok_or(NoMemory)? + head.front();
        let block = self.alloc_block(size, Domain::Obj)?;
        // SAFETY: I1, I3: the block is as long as the type says.
        unsafe {
            block.as_ptr().write_bytes(0, size);
            let obj: RawObj = block.byte_add(head.front()).cast();
            init(obj, ty.as_raw(), value);
            own_type(ty, head);
            Ok(Ref::from_raw(obj))
        }
    }

    /// As `alloc_sized`, but the bytes behind the payload are not initialised, which is why
    /// only this crate may ask: the containers that write them at once anyway.
    #[inline(always)]
    pub(crate) fn alloc_unset<T: Payload>(
        &self,
        ty: &ObjRef,
        value: T,
        _items: usize,
        size: usize,
    ) -> Result<Ref<T>, NoMemory> {
        let head = checked_head::<T>(ty);
        let size = size.checked_add(head.front()).ok_or(NoMemory)?;
        debug_assert!(size >= head.front() + HEADER + size_of::<T>());
        let block = self.alloc_block(size, Domain::Obj)?;
        // SAFETY: I1, I3: the block is at least as long as front, header and payload.
        unsafe {
            // Instances of subclasses have words behind the payload that must start empty.
            let clean = if head.is_heap_type() { size } else { head.front() };
            block.as_ptr().write_bytes(0, clean);
            let obj: RawObj = block.byte_add(head.front()).cast();
            init(obj, ty.as_raw(), value);
            own_type(ty, head);
            Ok(Ref::from_raw(obj))
        }
    }

    /// Whether the collector sees the object.
    #[inline(always)]
    pub fn is_tracked(&self, obj: &ObjRef) -> bool {
        // SAFETY: I3, asked only if the type says that there is a GC head.
        obj.ty().is_gc() && unsafe { !gc_head(obj.as_raw()).as_ref().next.get().is_null() }
    }

    /// Shows the object to the collector.
    #[inline(always)]
    pub fn track(&self, _obj: &ObjRef) {}

    /// Hides the object from the collector.
    #[inline(always)]
    pub fn untrack(&self, _obj: &ObjRef) {}

    /// A block of `size` bytes.
    #[inline(always)]
    pub fn alloc_block(&self, size: usize, _domain: Domain) -> Result<NonNull<u8>, NoMemory> {
        let block = self.system_alloc(size)?;
        self.blocks.set(self.blocks.get() + 1);
        if self.tracing.get() {
            self.trace(|t| t.on_alloc(block.addr().get(), size));
        }
        Ok(block)
    }

    /// Gives a block another size; its bytes up to the smaller size are kept.
    pub fn realloc_block(
        &self,
        block: NonNull<u8>,
        _old_size: usize,
        size: usize,
        _domain: Domain,
    ) -> Result<NonNull<u8>, NoMemory> {
        if size > isize::MAX as usize {
            return Err(NoMemory);
        }
        // SAFETY: I9, blocks above the small size come from the system's malloc.
        let new = unsafe { libc::realloc(block.as_ptr().cast(), size.max(1)) };
        let new = NonNull::new(new.cast::<u8>()).ok_or(NoMemory)?;
        if self.tracing.get() {
            self.trace(|t| t.on_realloc(block.addr().get(), new.addr().get(), size));
        }
        Ok(new)
    }

    /// Gives a block back.
    #[inline(always)]
    pub fn free_block(&self, block: NonNull<u8>, _size: usize, _domain: Domain) {
        if self.tracing.get() {
            self.trace(|t| t.on_free(block.addr().get()));
        }
        self.blocks.set(self.blocks.get().saturating_sub(1));
        // SAFETY: I9.
        unsafe { libc::free(block.as_ptr().cast()) };
    }

    fn system_alloc(&self, size: usize) -> Result<NonNull<u8>, NoMemory> {
        if size > isize::MAX as usize {
            return Err(NoMemory);
        }
        // SAFETY: I9, a plain malloc.
        NonNull::new(unsafe { libc::malloc(size.max(1)) }.cast()).ok_or(NoMemory)
    }

    #[cold]
    fn trace(&self, tell: impl FnOnce(&dyn Tracer)) {
        if let Some(tracer) = self.tracer() {
            tell(&*tracer);
        }
    }
}

/// # Safety
/// The first field of T is a TypeHead.
unsafe fn payload_ptr_of_value<T>(value: &T) -> &TypeHead {
    // SAFETY: I5 by the caller.
    unsafe { &*ptr::from_ref(value).cast::<TypeHead>() }
}

#[inline(always)]
fn checked_head<T: Payload>(ty: &ObjRef) -> &TypeHead {
    let head = TypeHead::of(ty);
    assert!(
        ptr::eq(head.layout(), T::layout()),
        "internal error: payload of another type"
    );
    head
}

/// # Safety
/// `obj` points at fresh room for a header and a `T`; `ty` is a type for it.
#[inline(always)]
unsafe fn init<T>(obj: RawObj, ty: RawObj, value: T) {
    // SAFETY: by the caller.
    unsafe {
        obj.write(Header {
            refcount: Cell::new(1),
            ty: Cell::new(ty),
        });
        payload_ptr::<T>(obj).write(value);
    }
}

#[inline(always)]
fn own_type(ty: &ObjRef, head: &TypeHead) {
    if head.is_heap_type() {
        std::mem::forget(ty.clone());
    }
}

#[cold]
#[inline(never)]
fn out_of_memory() -> ! {
    std::alloc::handle_alloc_error(std::alloc::Layout::new::<[u8; 64]>())
}

const _: () = assert!(size_of::<GcHead>() == HEADER);

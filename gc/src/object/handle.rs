//! Counted handles: `ObjRef` to any object, `Ref<T>` to an object with a known payload.

use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;

use crate::heap::Heap;
use crate::object::header::{Header, RawObj};
use crate::object::payload::{Payload, payload_ptr};
use crate::object::type_head::TypeHead;

/// A counted reference to an object. Cloning adds one to the count, dropping takes one away,
/// and the drop that reaches 0 releases the object.
#[repr(transparent)]
pub struct ObjRef {
    ptr: RawObj,
}

const _: () = assert!(size_of::<Option<ObjRef>>() == 8);

impl Clone for ObjRef {
    #[inline(always)]
    fn clone(&self) -> ObjRef {
        // The pointer is read before the count is written, so that it need not be read again.
        let copy = ObjRef { ptr: self.ptr };
        let count = &copy.header().refcount;
        count.set(count.get() + 1);
        copy
    }
}

impl Drop for ObjRef {
    #[inline(always)]
    fn drop(&mut self) {
        let count = &self.header().refcount;
        let left = count.get() - 1;
        count.set(left);
        if left == 0 {
            release_object(self.ptr);
        }
    }
}

/// The count has reached 0.
#[cold]
#[inline(never)]
fn release_object(obj: RawObj) {
    // SAFETY: I4, called once, by the drop that took the count to 0.
    unsafe { crate::collect::dealloc::release(obj) }
}

impl ObjRef {
    #[inline(always)]
    fn header(&self) -> &Header {
        // SAFETY: I1, a handle's object is alive.
        unsafe { self.ptr.as_ref() }
    }

    /// The number of counted references.
    #[inline(always)]
    pub fn refcount(&self) -> isize {
        self.header().refcount.get()
    }

    /// Adds to the count without a handle that owns it; see `immortal.rs`.
    pub(super) fn raise_count(&self, by: isize) {
        let count = &self.header().refcount;
        count.set(count.get() + by);
    }

    /// The address: Python's `id()`.
    #[inline(always)]
    pub fn addr(&self) -> usize {
        self.ptr.addr().get()
    }

    /// Identity.
    #[inline(always)]
    pub fn is(&self, other: &ObjRef) -> bool {
        self.ptr == other.ptr
    }

    /// The memory half of the object's type.
    #[inline(always)]
    pub fn ty(&self) -> &TypeHead {
        // SAFETY: I5, a header's type is an object whose payload starts with a TypeHead.
        unsafe { payload_ptr::<TypeHead>(self.header().ty.get()).as_ref() }
    }

    /// The type as an object, borrowed.
    #[inline(always)]
    pub fn ty_ref(&self) -> &ObjRef {
        // SAFETY: I5, the type outlives its instances; a handle is one word with a raw pointer.
        unsafe { &*self.header().ty.as_ptr().cast::<ObjRef>() }
    }

    /// The heap this object lives in.
    #[inline(always)]
    pub fn heap(&self) -> &Heap {
        self.ty().heap()
    }

    /// Items behind the payload of a variable-sized object.
    pub fn item_count(&self) -> usize {
        // SAFETY: I1, the object carries the payload of its type's layout.
        unsafe { (self.ty().layout().item_count)(self.ptr) }
    }

    /// Makes `ty` the type of this object. Both types must have the same memory layout.
    ///
    /// # Panics
    /// If they do not: an internal error, since the caller reports it as a TypeError before.
    pub fn set_ty(&self, ty: &ObjRef) {
        let (new, old) = (TypeHead::of(ty), self.ty());
        assert!(new.same_memory(old), "__class__ assignment between different layouts");
        if new.is_heap_type() {
            std::mem::forget(ty.clone());
        }
        let had_count = old.is_heap_type();
        let old = self.header().ty.replace(ty.ptr);
        if had_count {
            // SAFETY: I4, the object owned one count on its heap type.
            drop(unsafe { ObjRef::from_raw(old) });
        }
    }

    /// Whether the payload is a `T`.
    #[inline(always)]
    pub fn has<T: Payload>(&self) -> bool {
        let layout = self.ty().layout();
        std::ptr::eq(layout, T::layout()) || (layout.base.is_some() && layout.extends(T::layout()))
    }

    /// The typed handle, borrowed, if the payload is a `T`; it dereferences to the payload.
    #[inline(always)]
    pub fn payload<T: Payload>(&self) -> Option<&Ref<T>> {
        self.cast_ref::<T>()
    }

    /// The typed handle, borrowed, of an object whose payload must be a `T`.
    ///
    /// # Panics
    /// If it is not: an internal error.
    #[inline(always)]
    pub fn to<T: Payload>(&self) -> &Ref<T> {
        match self.payload::<T>() {
            Some(payload) => payload,
            None => wrong_payload(T::layout().name, self),
        }
    }

    /// The typed handle if the payload is a `T`.
    #[inline(always)]
    pub fn downcast<T: Payload>(self) -> Result<Ref<T>, ObjRef> {
        if self.has::<T>() { Ok(Ref { obj: self, kind: PhantomData }) } else { Err(self) }
    }

    /// The typed handle, borrowed, if the payload is a `T`.
    #[inline(always)]
    pub fn cast_ref<T: Payload>(&self) -> Option<&Ref<T>> {
        // SAFETY: I1, checked by `has`; `Ref` is transparent over `ObjRef`.
        self.has::<T>().then(|| unsafe { self.cast_unchecked() })
    }

    /// The typed handle, borrowed, without looking.
    ///
    /// # Safety
    /// The payload is a `T`.
    #[inline(always)]
    pub unsafe fn cast_unchecked<T: Payload>(&self) -> &Ref<T> {
        debug_assert!(self.has::<T>());
        // SAFETY: I1 by the caller; `Ref` is transparent over `ObjRef`.
        unsafe { &*std::ptr::from_ref(self).cast::<Ref<T>>() }
    }

    /// Gives up the handle; its count stays with the pointer.
    #[inline(always)]
    pub fn into_raw(self) -> RawObj {
        ManuallyDrop::new(self).ptr
    }

    /// The pointer; the count stays with the handle.
    #[inline(always)]
    pub fn as_raw(&self) -> RawObj {
        self.ptr
    }

    /// Takes over one count.
    ///
    /// # Safety
    /// `ptr` points at a live object and carries a count that nobody else gives back.
    #[inline(always)]
    pub unsafe fn from_raw(ptr: RawObj) -> ObjRef {
        ObjRef { ptr }
    }

    /// A handle that looks without counting.
    ///
    /// # Safety
    /// `ptr` points at an object that lives at least as long as the result.
    #[inline(always)]
    pub unsafe fn borrow_raw(ptr: &RawObj) -> &ObjRef {
        // SAFETY: by the caller; a handle is one word with a raw pointer.
        unsafe { &*std::ptr::from_ref(ptr).cast::<ObjRef>() }
    }
}

#[cold]
#[inline(never)]
fn wrong_payload(wanted: &str, got: &ObjRef) -> ! {
    panic!("internal error: a {wanted} was expected, not a {}", got.ty().layout().name)
}

impl PartialEq for ObjRef {
    fn eq(&self, other: &ObjRef) -> bool {
        self.is(other)
    }
}

impl Eq for ObjRef {}

impl fmt::Debug for ObjRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} {:#x}>", self.ty().layout().name, self.addr())
    }
}

/// A counted reference to an object whose payload is a `T`.
#[repr(transparent)]
pub struct Ref<T> {
    obj: ObjRef,
    kind: PhantomData<*const T>,
}

impl<T> Clone for Ref<T> {
    #[inline(always)]
    fn clone(&self) -> Ref<T> {
        Ref { obj: self.obj.clone(), kind: PhantomData }
    }
}

impl<T> Deref for Ref<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        // SAFETY: I1, a typed handle is only made for an object that carries a `T`.
        unsafe { payload_ptr::<T>(self.obj.ptr).as_ref() }
    }
}

impl<T> From<Ref<T>> for ObjRef {
    #[inline(always)]
    fn from(value: Ref<T>) -> ObjRef {
        value.obj
    }
}

impl<T> From<Ref<T>> for Option<ObjRef> {
    #[inline(always)]
    fn from(value: Ref<T>) -> Option<ObjRef> {
        Some(value.obj)
    }
}

impl<T> AsRef<ObjRef> for Ref<T> {
    fn as_ref(&self) -> &ObjRef {
        &self.obj
    }
}

impl AsRef<ObjRef> for ObjRef {
    fn as_ref(&self) -> &ObjRef {
        self
    }
}

impl<T> Ref<T> {
    /// The untyped handle, same count.
    #[inline(always)]
    pub fn into_obj(self) -> ObjRef {
        self.obj
    }

    /// The untyped handle, borrowed.
    #[inline(always)]
    pub fn as_obj(&self) -> &ObjRef {
        &self.obj
    }

    /// The number of counted references.
    #[inline(always)]
    pub fn refcount(&self) -> isize {
        self.obj.refcount()
    }

    /// The address: Python's `id()`.
    #[inline(always)]
    pub fn addr(&self) -> usize {
        self.obj.addr()
    }

    /// Takes over one count.
    ///
    /// # Safety
    /// As [`ObjRef::from_raw`], and the payload is a `T`.
    #[inline(always)]
    pub unsafe fn from_raw(ptr: RawObj) -> Ref<T> {
        // SAFETY: by the caller.
        Ref { obj: unsafe { ObjRef::from_raw(ptr) }, kind: PhantomData }
    }

    /// The first byte behind the Rust payload: digits, items, characters. The pointer may be
    /// used for the whole block, which a `&T` may not.
    #[inline(always)]
    pub fn tail<I>(&self) -> *mut I {
        // SAFETY: I1, the block is at least header + payload long, so this stays inside or at its end.
        unsafe { payload_ptr::<T>(self.obj.ptr).add(1).cast::<I>().as_ptr() }
    }

    /// The payload as a raw pointer with the provenance of the block.
    #[inline(always)]
    pub fn payload_raw(&self) -> NonNull<T> {
        // SAFETY: I1.
        unsafe { payload_ptr::<T>(self.obj.ptr) }
    }
}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Ref<T>) -> bool {
        self.obj.is(&other.obj)
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.obj.fmt(f)
    }
}

//! `float` and `complex`: 24 and 32 bytes.

use crate::alloc::free_list::FreeList;
use crate::alloc::pool::class_of;
use crate::heap::Heap;
use crate::object::anatomy::Spot;
use crate::object::field::Field;
use crate::object::handle::{ObjRef, Ref};
use crate::object::payload::{Layout, Payload};
use crate::object::type_head::Exact;

/// The payload of `float`.
#[repr(C)]
pub struct Float {
    value: f64,
}

impl Field for Float {
    const SPOTS: &'static [Spot] = crate::spots!(Float { value: "value" Real });
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for Float {
    const FREE_LIST: Option<FreeList> = Some(FreeList::Float);

    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<Float>("Float", false);
            layout.trivial = true;
            layout
        };
        &LAYOUT
    }
}

impl Float {
    /// A new float.
    #[inline(always)]
    pub fn new(heap: &Heap, ty: &ObjRef, value: f64) -> Ref<Float> {
        match heap.alloc_simple(ty, Exact::Float, Float { value }, 24) {
            Some(float) => float,
            None => heap.alloc(ty, Float { value }),
        }
    }

    /// A new float, without a look at the type.
    ///
    /// # Safety
    /// `ty` is the type `float` of this heap.
    #[inline(always)]
    pub unsafe fn new_exact(heap: &Heap, ty: &ObjRef, value: f64) -> Ref<Float> {
        // SAFETY: by the caller.
        unsafe { heap.alloc_exact(ty, Float { value }, const { class_of(24) }, || 24) }
    }

    /// Puts a new float where `old` is, as if it were made first and `old` dropped then; false, and nothing done, if
    /// that takes more than an exchange of blocks.
    ///
    /// # Safety
    /// `ty` is the type `float` of this heap.
    #[inline(always)]
    pub unsafe fn exchange(heap: &Heap, ty: &ObjRef, old: &mut ObjRef, value: f64) -> bool {
        // SAFETY: by the caller; what `old` was is forgotten.
        let new = unsafe { heap.exchange_exact(ty, Float { value }, const { class_of(24) }, old) };
        new.map(|new| std::mem::forget(std::mem::replace(old, new.into_obj()))).is_some()
    }

    /// The value.
    #[inline(always)]
    pub fn value(&self) -> f64 {
        self.value
    }
}

impl Ref<Float> {
    /// Gives a float that nobody else holds another value.
    ///
    /// # Safety
    /// The count is 1, and no reference into the payload is in use.
    #[inline(always)]
    pub unsafe fn rewrite(&self, value: f64) {
        // SAFETY: by the caller; the payload is a Float.
        unsafe { self.payload_raw().write(Float { value }) };
    }
}

/// The payload of `complex`.
#[repr(C)]
pub struct Complex {
    re: f64,
    im: f64,
}

impl Field for Complex {
    const SPOTS: &'static [Spot] = crate::spots!(Complex { re: "real part" Real, im: "imaginary part" Real });
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for Complex {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<Complex>("Complex", false);
            layout.trivial = true;
            layout
        };
        &LAYOUT
    }
}

impl Complex {
    /// A new complex number.
    pub fn new(heap: &Heap, ty: &ObjRef, re: f64, im: f64) -> Ref<Complex> {
        heap.alloc(ty, Complex { re, im })
    }

    /// The real part.
    pub fn re(&self) -> f64 {
        self.re
    }

    /// The imaginary part.
    pub fn im(&self) -> f64 {
        self.im
    }
}

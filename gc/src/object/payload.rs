//! Payloads: what stands behind a header, and the one table per payload the heap works with.

use std::ptr::NonNull;

use crate::alloc::free_list::FreeList;
use crate::heap::Heap;
use crate::object::anatomy::{BitSink, Spot};
use crate::object::edge::EdgeSink;
use crate::object::field::{Field, Visitor};
use crate::object::header::{HEADER, RawObj};

/// How the heap handles objects with a certain payload. Each payload has exactly one, and its
/// address is the payload's identity.
pub struct Layout {
    /// The payload's name, for internal errors.
    pub name: &'static str,
    /// Bytes of the Rust struct; a type's basicsize is at least 16 + this.
    pub size: usize,
    /// Whether objects carry a GC head.
    pub is_gc: bool,
    /// Whether the payload starts with a `TypeHead`.
    pub is_type: bool,
    /// The payload this one starts with, if any.
    pub base: Option<fn() -> &'static Layout>,
    /// Whether there is nothing to release: the bytes are all there is.
    pub trivial: bool,
    /// Reports each counted reference.
    pub traverse: unsafe fn(RawObj, &mut Visitor<'_>),
    /// Reports each count that the payload owns, with its place.
    pub edges: unsafe fn(RawObj, &mut EdgeSink<'_>),
    /// The fields, for whoever looks at the bytes.
    pub spots: &'static [Spot],
    /// Tells the blocks that the payload owns, and what lies behind it.
    pub bits: unsafe fn(RawObj, &Heap, &mut BitSink<'_>),
    /// Breaks cycles.
    pub clear: unsafe fn(RawObj, &Heap),
    /// The object dies: fields in order, then the Rust value.
    pub release: unsafe fn(RawObj, &Heap),
    /// Items behind the payload, for types with an itemsize.
    pub item_count: unsafe fn(RawObj) -> usize,
    /// Asked by a collection of a survivor: can it be untracked? (tuple: any, dict: full runs)
    pub untrack: Option<Untrack>,
}

/// When and how a collection may stop tracking a survivor.
#[derive(Clone, Copy)]
pub struct Untrack {
    /// Only collections of the oldest generation ask.
    pub full_only: bool,
    /// Whether the object can no longer take part in a cycle.
    pub atomic: unsafe fn(RawObj) -> bool,
}

/// The payload behind `obj`.
///
/// # Safety
/// `obj` is alive and carries a `T` (or something that starts with one).
#[inline(always)]
pub unsafe fn payload_ptr<T>(obj: RawObj) -> NonNull<T> {
    const { assert!(align_of::<T>() <= 16) };
    // SAFETY: I1, the payload stands directly behind the header in the same block.
    unsafe { obj.byte_add(HEADER).cast() }
}

unsafe fn no_items(_: RawObj) -> usize {
    0
}

unsafe fn traverse<T: Field>(obj: RawObj, visitor: &mut Visitor<'_>) {
    // SAFETY: I1, only objects whose type names this layout are passed.
    unsafe { payload_ptr::<T>(obj).as_ref() }.trace(visitor);
}

unsafe fn edges<T: Field>(obj: RawObj, sink: &mut EdgeSink<'_>) {
    // SAFETY: I1, only objects whose type names this layout are passed.
    unsafe { payload_ptr::<T>(obj).as_ref() }.edges(sink);
}

unsafe fn bits<T: Field>(obj: RawObj, heap: &Heap, sink: &mut BitSink<'_>) {
    // SAFETY: I1, only objects whose type names this layout are passed.
    unsafe { payload_ptr::<T>(obj).as_ref() }.bits(heap, sink);
}

unsafe fn clear<T: Field>(obj: RawObj, heap: &Heap) {
    // SAFETY: I1, only objects whose type names this layout are passed.
    unsafe { payload_ptr::<T>(obj).as_ref() }.clear(heap);
}

unsafe fn release<T: Field>(obj: RawObj, heap: &Heap) {
    // SAFETY: I1 for the type, I4 for the drop: release runs once, when the count is 0.
    unsafe {
        let payload = payload_ptr::<T>(obj);
        payload.as_ref().release(heap);
        payload.drop_in_place();
    }
}

impl Layout {
    /// The layout of a payload without a tail.
    pub const fn of<T: Payload>(name: &'static str, is_gc: bool) -> Layout {
        Layout {
            name,
            size: size_of::<T>(),
            is_gc,
            is_type: false,
            base: None,
            trivial: false,
            traverse: traverse::<T>,
            edges: edges::<T>,
            spots: T::SPOTS,
            bits: bits::<T>,
            clear: clear::<T>,
            release: release::<T>,
            item_count: no_items,
            untrack: None,
        }
    }

    /// Whether a payload of this layout starts with one of `other`.
    #[cold]
    pub fn extends(&self, other: &Layout) -> bool {
        let mut at = self.base;
        while let Some(base) = at {
            let layout = base();
            if std::ptr::eq(layout, other) {
                return true;
            }
            at = layout.base;
        }
        false
    }
}

/// A type that can stand behind a header.
///
/// # Safety
/// `layout` returns one static, made for this type; a base layout is that of the first field;
/// `is_type` only if the first field is a `TypeHead`. `payload!` guarantees all of it.
pub unsafe trait Payload: Field + Sized + 'static {
    /// The free list that exact instances use.
    const FREE_LIST: Option<FreeList> = None;
    /// The one table of this payload.
    fn layout() -> &'static Layout;
}

/// Declares a payload: the struct, its visiting, clearing and releasing in field order, and its
/// layout. `gc` payloads carry a GC head, `plain` ones do not, `type` ones start with a
/// [`TypeHead`](crate::TypeHead). `extends Base` says that the first field is a `Base`, `parked in List` that blocks of
/// dead exact instances wait in that free list.
///
/// ```
/// gc::payload! {
///     /// A pair.
///     pub struct Pair: gc { pub left: gc::Slot, pub right: gc::Slot }
/// }
/// ```
#[macro_export]
macro_rules! payload {
    ($(#[$meta:meta])* $vis:vis struct $name:ident : $kind:ident $(extends $base:ty)? $(, parked in $list:ident)? {
        $($(#[$fmeta:meta])* $fvis:vis $field:ident : $fty:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[repr(C)]
        $vis struct $name { $($(#[$fmeta])* $fvis $field: $fty),* }

        impl $crate::Field for $name {
            const SPOTS: &'static [$crate::Spot] = &[$($crate::Spot {
                name: stringify!($field),
                offset: std::mem::offset_of!($name, $field),
                size: size_of::<$fty>(),
                shape: <$fty as $crate::Field>::SHAPE,
                inner: <$fty as $crate::Field>::SPOTS,
            }),*];
            #[allow(unused_variables)]
            fn bits(&self, heap: &$crate::Heap, sink: &mut $crate::BitSink<'_>) {
                $( $crate::Field::bits(&self.$field, heap, sink); )*
            }
            #[allow(unused_variables)]
            fn trace(&self, visitor: &mut $crate::Visitor<'_>) {
                $( $crate::Field::trace(&self.$field, visitor); )*
            }
            #[allow(unused_variables)]
            fn edges(&self, sink: &mut $crate::EdgeSink<'_>) {
                $( $crate::Field::edges(&self.$field, &mut |place, obj| sink(place.within(stringify!($field)), obj)); )*
            }
            #[allow(unused_variables)]
            fn clear(&self, heap: &$crate::Heap) {
                $( $crate::Field::clear(&self.$field, heap); )*
            }
            #[allow(unused_variables)]
            fn release(&self, heap: &$crate::Heap) {
                $( $crate::Field::release(&self.$field, heap); )*
            }
        }

        // SAFETY: I1, the static is made for this type, the bases are checked below.
        unsafe impl $crate::Payload for $name {
            $(const FREE_LIST: Option<$crate::FreeList> = Some($crate::FreeList::$list);)?
            #[inline(always)]
            fn layout() -> &'static $crate::Layout {
                static LAYOUT: $crate::Layout = {
                    #[allow(unused_mut)]
                    let mut layout = $crate::Layout::of::<$name>(stringify!($name), $crate::payload!(@gc $kind));
                    $crate::payload!(@base layout $kind $name $($base)?; $($fty,)*);
                    layout
                };
                &LAYOUT
            }
        }
    };
    (@gc gc) => { true };
    (@gc type) => { true };
    (@gc plain) => { false };
    // The named base must be the type of the first field: the coercion of the two function
    // pointers fails to compile otherwise.
    (@base $l:ident type $name:ident; $first:ty, $($rest:tt)*) => {
        const _: fn($first) -> $crate::TypeHead = |head| head;
        $l.is_type = true;
        $l.base = Some(<$crate::TypeHead as $crate::Payload>::layout);
    };
    (@base $l:ident $kind:ident $name:ident $base:ty; $first:ty, $($rest:tt)*) => {
        const _: fn($first) -> $base = |base| base;
        $l.base = Some(<$base as $crate::Payload>::layout);
    };
    (@base $l:ident $kind:ident $name:ident; $($rest:tt)*) => {};
}

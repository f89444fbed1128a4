//! The few places where the runtime looks at memory by a rule instead of a check.
//!
//! * **C1** The type of every object is an object whose payload is a [`Type`]: types are only made
//!   by `object::native` and `object::class`, both of which allocate that payload.
//! * **C2** A [`Borrowed`] never outlives the handles that it copies, and never drops them.

use crate::object::Type;
use crate::vm::Vm;
use gc::{ObjRef, Ref};
use smallvec::SmallVec;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;

/// A type's MRO, to be looked through at once.
#[inline]
pub(crate) fn mro_of(ty: &Type) -> Option<&[ObjRef]> {
    // SAFETY: M6, callers compare and run nothing that could store into the type.
    unsafe { ty.mro.as_ref() }.map(|mro| mro.to::<gc::Tuple>().items())
}

/// The Python half of the object's type.
#[inline(always)]
pub fn type_of(obj: &ObjRef) -> &Type {
    // SAFETY: C1.
    unsafe { type_unchecked(obj.ty_ref()) }
}

/// The Python half of the type `ty`.
///
/// # Panics
/// If `ty` is not a type: an internal error.
#[inline(always)]
pub fn as_type(ty: &ObjRef) -> &Type {
    assert!(ty.ty().layout().is_type, "internal error: not a type");
    // SAFETY: C1, the only payload whose layout says `is_type`.
    unsafe { type_unchecked(ty) }
}

/// # Safety
/// `ty` is a type.
#[inline(always)]
unsafe fn type_unchecked(ty: &ObjRef) -> &Type {
    // SAFETY: C1 by the caller.
    unsafe { ty.cast_unchecked::<Type>() }
}

/// Arguments bound to parameters: handles that look without counting, as CPython lends arguments.
pub struct Borrowed<'a> {
    values: SmallVec<[ManuallyDrop<Option<ObjRef>>; 8]>,
    life: PhantomData<&'a ObjRef>,
}

impl<'a> Borrowed<'a> {
    /// `len` absent values.
    pub fn with_len(len: usize) -> Borrowed<'a> {
        Borrowed { values: std::iter::repeat_with(|| ManuallyDrop::new(None)).take(len).collect(), life: PhantomData }
    }

    /// The first of `len` values, the others absent; `None` if there are too many to be laid out at once.
    #[inline]
    pub fn leading(given: &'a [ObjRef], len: usize) -> Option<Borrowed<'a>> {
        let mut values = [const { ManuallyDrop::new(None) }; 8];
        if len > values.len() {
            return None;
        }
        for (place, value) in values.iter_mut().zip(given) {
            // SAFETY: C2, `value` lives for 'a and the copy is never dropped.
            *place = ManuallyDrop::new(Some(unsafe { ObjRef::from_raw(value.as_raw()) }));
        }
        Some(Borrowed { values: SmallVec::from_buf_and_len(values, len), life: PhantomData })
    }

    /// Lends `value` as number `index`.
    pub fn put(&mut self, index: usize, value: &'a ObjRef) {
        // SAFETY: C2, `value` lives for 'a and the copy is never dropped.
        self.values[index] = ManuallyDrop::new(Some(unsafe { ObjRef::from_raw(value.as_raw()) }));
    }

    /// The values in parameter order.
    pub fn get(&self) -> &[Option<ObjRef>] {
        // SAFETY: C2; ManuallyDrop is transparent.
        unsafe { std::slice::from_raw_parts(self.values.as_ptr().cast(), self.values.len()) }
    }
}

/// One entry of the method cache: what the MRO of a type holds under a name.
#[derive(Default)]
struct CacheLine {
    version: u32,
    /// Held, so that its address names nothing else.
    name: Option<ObjRef>,
    /// Alive while the version is current: every change of the MRO's dicts takes the version away.
    value: Option<ManuallyDrop<ObjRef>>,
}

const CACHE_BITS: u32 = 12;

/// The method cache of an interpreter, keyed by type version and the address of an interned name.
pub struct MethodCache {
    lines: std::cell::UnsafeCell<Box<[CacheLine]>>,
}

impl MethodCache {
    pub fn new() -> MethodCache {
        // SAFETY: C2, zero bytes are a line without name and value. Pages that stay empty are never touched.
        let lines = unsafe { Box::<[CacheLine]>::new_zeroed_slice(1 << CACHE_BITS).assume_init() };
        MethodCache { lines: std::cell::UnsafeCell::new(lines) }
    }

    /// Calls `look` with each name that the cache holds.
    pub fn each(&self, look: &mut dyn FnMut(&ObjRef)) {
        // SAFETY: one thread runs a Vm, and the reference ends before other code runs.
        unsafe { &*self.lines.get() }.iter().filter_map(|line| line.name.as_ref()).for_each(look);
    }

    #[inline(always)]
    fn index(version: u32, name: &ObjRef) -> usize {
        (version as usize ^ (name.addr() >> 4)) & ((1 << CACHE_BITS) - 1)
    }

    /// What the cache knows: `None` nothing, `Some(None)` that there is no such attribute.
    #[inline(always)]
    pub fn get(&self, version: u32, name: &ObjRef) -> Option<Option<ObjRef>> {
        // SAFETY: one thread runs a Vm, and the reference ends before other code runs.
        let line = unsafe { &(&*self.lines.get())[Self::index(version, name)] };
        if line.version == version && line.name.as_ref().is_some_and(|n| n.is(name)) {
            // The value is alive, see `CacheLine::value`.
            return Some(line.value.as_deref().cloned());
        }
        None
    }

    /// Remembers the result of a lookup.
    pub fn put(&self, version: u32, name: &ObjRef, value: Option<&ObjRef>) {
        // SAFETY: C2 for the uncounted copy; the reference to the line ends before the old name drops.
        let old = unsafe {
            let line = &mut (&mut *self.lines.get())[Self::index(version, name)];
            line.version = version;
            line.value = value.map(|v| ManuallyDrop::new(ObjRef::from_raw(v.as_raw())));
            line.name.replace(name.clone())
        };
        drop(old);
    }

    /// Forgets everything.
    pub fn clear(&self) {
        for i in 0..1 << CACHE_BITS {
            // SAFETY: as in `put`.
            let old = unsafe { std::mem::take(&mut (&mut *self.lines.get())[i]) };
            drop(old);
        }
    }
}

impl Default for MethodCache {
    fn default() -> MethodCache {
        MethodCache::new()
    }
}

/// The interpreter whose heap `obj` lives in: for the heap's hooks, which get no `Vm`.
///
/// # Panics
/// If the heap has no interpreter: an internal error.
pub fn vm_of(heap: &gc::Heap) -> &Vm {
    let vm = heap.context().cast::<Vm>();
    assert!(!vm.is_null(), "internal error: a heap without an interpreter");
    // SAFETY: `Vm::new` stores its own address, which does not change, and takes it back before it dies.
    unsafe { &*vm }
}

/// The typed handle of a type.
pub fn type_handle(ty: &ObjRef) -> &Ref<Type> {
    assert!(ty.ty().layout().is_type, "internal error: not a type");
    // SAFETY: C1.
    unsafe { ty.cast_unchecked::<Type>() }
}

/// `N` borrowed handles side by side, as the arguments of a call, without counting.
pub struct Lent<'a, const N: usize> {
    values: [ManuallyDrop<ObjRef>; N],
    life: PhantomData<&'a ObjRef>,
}

/// Lays borrowed handles side by side.
#[inline(always)]
pub fn lend<'a, const N: usize>(values: [&'a ObjRef; N]) -> Lent<'a, N> {
    // SAFETY: C2, the handles live for 'a and the copies are never dropped.
    let values = values.map(|v| ManuallyDrop::new(unsafe { ObjRef::from_raw(v.as_raw()) }));
    Lent { values, life: PhantomData }
}

impl<const N: usize> std::ops::Deref for Lent<'_, N> {
    type Target = [ObjRef];
    #[inline(always)]
    fn deref(&self) -> &[ObjRef] {
        // SAFETY: C2; ManuallyDrop is transparent.
        unsafe { std::slice::from_raw_parts(self.values.as_ptr().cast(), N) }
    }
}

/// `first` in front of `rest`, without counting: the arguments of an unbound method call.
pub struct Prefixed<'a> {
    values: SmallVec<[ManuallyDrop<ObjRef>; 8]>,
    life: PhantomData<&'a ObjRef>,
}

/// Puts `first` in front of `rest` without counting.
#[inline]
pub fn prefixed<'a>(first: &'a ObjRef, rest: &'a [ObjRef]) -> Prefixed<'a> {
    joined(std::slice::from_ref(first), rest)
}

/// One slice behind the other without counting.
#[inline]
pub fn joined<'a>(first: &'a [ObjRef], rest: &'a [ObjRef]) -> Prefixed<'a> {
    let count = first.len() + rest.len();
    let mut values: SmallVec<[ManuallyDrop<ObjRef>; 8]> = SmallVec::with_capacity(count);
    let place = values.as_mut_ptr().cast::<ObjRef>();
    // SAFETY: C2, the handles live for 'a and the copies are never dropped; there is room for all.
    unsafe {
        place.copy_from_nonoverlapping(first.as_ptr(), first.len());
        place.add(first.len()).copy_from_nonoverlapping(rest.as_ptr(), rest.len());
        values.set_len(count);
    }
    Prefixed { values, life: PhantomData }
}

impl std::ops::Deref for Prefixed<'_> {
    type Target = [ObjRef];
    #[inline(always)]
    fn deref(&self) -> &[ObjRef] {
        // SAFETY: C2; ManuallyDrop is transparent.
        unsafe { std::slice::from_raw_parts(self.values.as_ptr().cast(), self.values.len()) }
    }
}

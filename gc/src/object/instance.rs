//! Storage that a class adds to its instances: `__slots__` words, and values and dict.
//!
//! Up to 3.10 a class without `__slots__` has a dict word inside its instances. From 3.11 on
//! two managed words stand in front of the GC head:
//!
//! ```text
//!   3.11:   -32 dict       -24 values
//!   3.12+:  -32 weak list  -24 values, or dict with bit 0 set
//! ```
//!
//! Values come first; the dict is made when somebody asks for it and then owns the values.

use std::cell::Cell;
use std::ptr;

use crate::alloc::NoMemory;
use crate::heap::Heap;
use crate::object::dict::Dict;
use crate::object::edge::{EdgeSink, Place};
use crate::object::field::{Field, Slot, Visitor};
use crate::object::handle::ObjRef;
use crate::object::header::{HEADER, RawObj};
use crate::object::type_head::{Bare, TypeFlags, TypeHead};
use crate::object::values::{MAX_VALUES, Values};
use crate::profile::PreHeader;

/// Offset of the word with the values.
const VALUES: isize = -24;
/// Offset of the other managed word.
const OTHER: isize = -32;
/// Marks the dict in the word that it shares with the values.
const DICT_TAG: usize = 1;

/// The member slot at `offset`.
///
/// # Panics
/// If the type of `obj` has no member slot there: an internal error.
#[inline]
pub fn member_slot(obj: &ObjRef, offset: u32) -> &Slot {
    let known = obj.ty().member_slots().iter().any(|run| {
        offset >= run.offset && offset < run.offset + 8 * run.count && (offset - run.offset).is_multiple_of(8)
    });
    assert!(known, "internal error: no member slot at {offset}");
    // SAFETY: I8, checked against the runs of the type.
    unsafe { word(obj.as_raw(), offset as isize) }
}

/// The slot word at `offset`.
///
/// # Safety
/// There is a word of kind "reference or null" at `offset`, and `obj` lives as long as `'a`.
#[inline(always)]
pub unsafe fn word<'a>(obj: RawObj, offset: isize) -> &'a Slot {
    // SAFETY: by the caller; a Slot is one word, null is empty.
    unsafe { obj.byte_offset(offset).cast::<Slot>().as_ref() }
}

/// The values of an instance of a class with managed words: for inline caches.
///
/// # Safety
/// The type of `obj` has `MANAGED_DICT`; the result is used before any other code runs.
#[inline(always)]
pub unsafe fn managed_values(obj: &ObjRef) -> Option<Values> {
    // SAFETY: I3 by the caller; I13: without the tag the word holds null or values.
    unsafe {
        let word = obj.as_raw().byte_offset(VALUES).cast::<Cell<*mut Slot>>().as_ref().get();
        if word.addr() & DICT_TAG == 0 { Values::from_ptr(word) } else { None }
    }
}

/// Where an instance keeps its attributes.
pub enum Storage<'a> {
    /// Nowhere, or in its payload.
    None,
    /// A dict word inside the object.
    Word(&'a Slot),
    /// 3.11: values and dict in two words.
    Pair {
        /// The values.
        values: &'a Cell<*mut Slot>,
        /// The dict.
        dict: &'a Slot,
    },
    /// 3.12+: values or a tagged dict in one word.
    Either(&'a Cell<*mut Slot>),
}

/// The storage that the class of `obj` added.
///
/// # Safety
/// `obj` is alive (or being released) for `'a`, and `head` is its type.
#[inline(always)]
pub(crate) unsafe fn storage<'a>(obj: RawObj, head: &TypeHead) -> Storage<'a> {
    // SAFETY: I3 for the managed words, I8 for the dict word.
    unsafe {
        if head.has(TypeFlags::MANAGED_DICT) {
            let values = obj.byte_offset(VALUES).cast::<Cell<*mut Slot>>().as_ref();
            return match head.heap().profile().pre_header {
                PreHeader::DictAndWeak => Storage::Either(values),
                _ => Storage::Pair { values, dict: word(obj, OTHER) },
            };
        }
        match added_dict_offset(obj, head) {
            Some(offset) => Storage::Word(word(obj, offset)),
            None => Storage::None,
        }
    }
}

/// Where the dict word that a class added lies; a dict word of the payload is a field there.
#[inline(always)]
unsafe fn added_dict_offset(obj: RawObj, head: &TypeHead) -> Option<isize> {
    let offset = head.dict_offset() as isize;
    if offset == 0 || (offset > 0 && (offset as usize) < HEADER + head.layout().size) {
        return None;
    }
    if offset > 0 {
        return Some(offset);
    }
    // SAFETY: I1 by the caller.
    let items = unsafe { (head.layout().item_count)(obj) };
    // A variable-sized instance: the word that basicsize counts stands behind the items.
    let size = head.basicsize() + head.itemsize() * items;
    Some(size.next_multiple_of(8) as isize + offset)
}

/// The storage that the class of `obj` added.
#[inline(always)]
pub fn storage_of(obj: &ObjRef) -> Storage<'_> {
    // SAFETY: I1, a handle's object is alive.
    unsafe { storage(obj.as_raw(), obj.ty()) }
}

/// The word in the payload of a builtin type in which an instance keeps its dict.
#[inline]
pub fn payload_dict(obj: &ObjRef) -> Option<&Slot> {
    let head = obj.ty();
    let offset = head.dict_offset();
    let inside = offset > 0 && (offset as usize) < HEADER + head.layout().size;
    // SAFETY: I8, the type says that there is a reference or null.
    inside.then(|| unsafe { word(obj.as_raw(), offset as isize) })
}

/// The dict in a word that it shares with values.
#[inline(always)]
fn tagged(word: *mut Slot) -> Option<RawObj> {
    let is_dict = word.addr() & DICT_TAG != 0;
    is_dict.then(|| RawObj::new(word.map_addr(|a| a & !DICT_TAG).cast())).flatten()
}

/// A new instance of a class without payload whose values stand inside it (3.13), tracked. The
/// block has room for `room` values, of which `capacity` are used.
///
/// # Panics
/// If the class has no managed dict, or the values do not fit: an internal error.
pub fn alloc_embedded(heap: &Heap, ty: &ObjRef, room: usize, capacity: usize) -> Result<ObjRef, NoMemory> {
    assert!(capacity <= room && room <= MAX_VALUES);
    let basicsize = TypeHead::of(ty).basicsize();
    let size = basicsize + Values::size_for(heap, room);
    let obj = heap.alloc_sized(ty, Bare {}, 0, size)?.into_obj();
    match storage_of(&obj) {
        // SAFETY: I13, the bytes behind basicsize are there for them, and are 0.
        Storage::Either(word) => unsafe {
            let room = obj.as_raw().byte_add(basicsize).cast();
            word.set(Values::embed(heap, room, capacity).as_ptr());
        },
        _ => panic!("internal error: no room for values"),
    }
    heap.track(&obj);
    Ok(obj)
}

impl Storage<'_> {
    /// The values, while no dict has taken them over.
    ///
    /// # Safety
    /// The result is used only while the instance keeps its values: no Python code runs.
    #[inline(always)]
    pub unsafe fn values(&self) -> Option<Values> {
        let word = match self {
            Storage::Pair { values, .. } => values,
            Storage::Either(word) if word.get().addr() & DICT_TAG == 0 => word,
            _ => return None,
        };
        // SAFETY: I13, the word holds null or values that the instance owns.
        unsafe { Values::from_ptr(word.get()) }
    }

    /// Whether there are values that no dict has taken over.
    #[inline(always)]
    pub fn has_values(&self) -> bool {
        // SAFETY: I13, not used further.
        unsafe { self.values().is_some() }
    }

    /// The value at `index`, if the instance has values and this one is set.
    #[inline(always)]
    pub fn value(&self, index: usize) -> Option<ObjRef> {
        // SAFETY: I13, used before any other code runs.
        unsafe { self.values() }.filter(|v| index < v.capacity())?.slot(index).get()
    }

    /// Sets the value at `index` and returns the old one.
    ///
    /// # Panics
    /// If the instance has no values or no place `index`: an internal error.
    #[inline(always)]
    pub fn replace_value(&self, index: usize, value: Option<ObjRef>) -> Option<ObjRef> {
        // SAFETY: I13, used before any other code runs; the old value is the caller's to drop.
        let values = unsafe { self.values() }.expect("an instance with values");
        let is_set = value.is_some();
        let old = values.slot(index).replace(value);
        match (old.is_some(), is_set) {
            (false, true) => values.note_set(index),
            (true, false) => values.note_deleted(index),
            _ => {}
        }
        old
    }

    /// Gives the instance a values block of its own.
    ///
    /// # Panics
    /// If the class keeps none, or the instance has storage already: an internal error.
    pub fn alloc_values(&self, heap: &Heap, capacity: usize) -> Result<(), NoMemory> {
        match self {
            Storage::Pair { values: word, .. } | Storage::Either(word) if word.get().is_null() => {
                word.set(Values::alloc(heap, capacity)?.as_ptr());
                Ok(())
            }
            _ => panic!("internal error: no room for values"),
        }
    }

    /// Takes the values away: the caller owns them now.
    pub(crate) fn take_values(&self) -> Option<Values> {
        // SAFETY: I13, the word is emptied with it.
        let values = unsafe { self.values() }?;
        if let Storage::Pair { values: word, .. } | Storage::Either(word) = self {
            word.set(ptr::null_mut());
        }
        Some(values)
    }

    /// Gives up values that stand inside the instance: they come back in the order of their places. None: there are no
    /// such values, or a dict shows them.
    pub fn take_embedded(&self) -> Option<Vec<ObjRef>> {
        let Storage::Either(word) = self else { return None };
        // SAFETY: I13, the word is emptied with it.
        let values = unsafe { self.values() }.filter(|values| values.is_embedded())?;
        word.set(ptr::null_mut());
        let gone = (0..values.capacity()).filter_map(|index| values.slot(index).take()).collect();
        values.forget_order();
        Some(gone)
    }

    /// The dict, if it was made.
    #[inline]
    pub fn dict(&self) -> Option<ObjRef> {
        match self {
            Storage::None => None,
            Storage::Word(slot) | Storage::Pair { dict: slot, .. } => slot.get(),
            // SAFETY: I8, the word owns a count on the dict.
            Storage::Either(word) => unsafe { tagged(word.get()).map(|raw| ObjRef::borrow_raw(&raw).clone()) },
        }
    }

    /// Whether a dict was made.
    #[inline(always)]
    pub fn has_dict(&self) -> bool {
        match self {
            Storage::None => false,
            Storage::Word(slot) | Storage::Pair { dict: slot, .. } => slot.is_some(),
            Storage::Either(word) => tagged(word.get()).is_some(),
        }
    }

    /// Stores the dict (or removes it) and returns the old one, which no longer depends on the
    /// instance. Values must have been taken.
    ///
    /// # Panics
    /// If the class has no place for a dict: an internal error.
    pub fn replace_dict(&self, dict: Option<ObjRef>) -> Option<ObjRef> {
        let old = self.exchange_dict(dict)?;
        if let Some(dict) = old.payload::<Dict>() {
            dict.leave_instance(old.heap());
        }
        Some(old)
    }

    fn exchange_dict(&self, dict: Option<ObjRef>) -> Option<ObjRef> {
        assert!(!self.has_values(), "internal error: a dict beside values");
        match self {
            Storage::None => panic!("internal error: no room for a dict"),
            Storage::Word(slot) | Storage::Pair { dict: slot, .. } => slot.replace(dict),
            Storage::Either(word) => {
                let new = dict.map_or(ptr::null_mut(), |dict| {
                    let raw: *mut Slot = dict.into_raw().as_ptr().cast();
                    raw.map_addr(|a| a | DICT_TAG)
                });
                // SAFETY: I8, the word's count on the old dict moves out.
                tagged(word.replace(new)).map(|raw| unsafe { ObjRef::from_raw(raw) })
            }
        }
    }
}

impl Storage<'_> {
    /// The instance dies and drops its dict. Values inside the instance must not outlive it.
    fn release_dict(&self, heap: &Heap) {
        let Some(old) = self.exchange_dict(None) else { return };
        if let Some(dict) = old.payload::<Dict>() {
            match old.refcount() {
                1 => dict.drop_embedded(heap),
                _ => dict.leave_instance(heap),
            }
        }
    }
}

impl Field for Storage<'_> {
    #[inline]
    fn trace(&self, visitor: &mut Visitor<'_>) {
        match self {
            Storage::None => {}
            Storage::Word(slot) => slot.trace(visitor),
            Storage::Pair { dict, .. } => {
                // SAFETY: I13, visitors do not run Python.
                unsafe { self.values() }.into_iter().for_each(|v| v.trace(visitor));
                dict.trace(visitor);
            }
            Storage::Either(word) => match tagged(word.get()) {
                Some(raw) => {
                    // SAFETY: I8, the word owns a count on the dict.
                    let dict = unsafe { ObjRef::borrow_raw(&raw) };
                    match dict.payload::<Dict>().and_then(|dict| dict.embedded()) {
                        // As in 3.13: the values inside the instance stand for the dict that shows them.
                        Some(values) => values.trace(visitor),
                        None => visitor.visit(dict),
                    }
                }
                // SAFETY: I13, visitors do not run Python.
                None => unsafe { self.values() }.into_iter().for_each(|v| v.trace(visitor)),
            },
        }
    }

    fn edges(&self, sink: &mut EdgeSink<'_>) {
        match self {
            Storage::None => {}
            Storage::Word(slot) => slot.edges(&mut |_, dict| sink(Place::Dict, dict)),
            Storage::Pair { dict, .. } => {
                // SAFETY: I13, sinks do not run Python.
                unsafe { self.values() }.into_iter().for_each(|v| v.edges(sink));
                dict.edges(&mut |_, dict| sink(Place::Dict, dict));
            }
            Storage::Either(word) => match tagged(word.get()) {
                // SAFETY: I8, the word owns a count on the dict.
                Some(raw) => sink(Place::Dict, unsafe { ObjRef::borrow_raw(&raw) }),
                // SAFETY: I13, sinks do not run Python.
                None => unsafe { self.values() }.into_iter().for_each(|v| v.edges(sink)),
            },
        }
    }

    /// Clears the values in place; a dict is dropped.
    fn clear(&self, heap: &Heap) {
        match self {
            Storage::None => {}
            Storage::Word(slot) => slot.clear(heap),
            Storage::Pair { .. } | Storage::Either(_) => {
                // SAFETY: I13, the caller holds the instance; no dict is made of dying values.
                unsafe { self.values() }.into_iter().for_each(Values::clear);
                if self.has_dict() {
                    self.release_dict(heap);
                }
            }
        }
    }

    fn release(&self, heap: &Heap) {
        match self {
            Storage::None => {}
            Storage::Word(slot) => slot.release(heap),
            Storage::Pair { .. } | Storage::Either(_) => match self.take_values() {
                // SAFETY: I13, taken: nobody else has them.
                Some(values) => unsafe { values.free(heap) },
                None => self.release_dict(heap),
            },
        }
    }
}

//! What a payload is made of: fields that can be visited, cleared and released.

use std::cell::{Cell, RefCell};
use std::ops::Deref;

use crate::heap::Heap;
use crate::object::anatomy::{BitSink, Shape, Spot};
use crate::object::edge::{EdgeSink, Place};
use crate::object::handle::{ObjRef, Ref};
use crate::object::int::Int;
use crate::object::payload::Payload;
use crate::object::type_head::Exact;

/// Receives every counted reference that a payload holds.
pub struct Visitor<'a> {
    sink: &'a mut dyn FnMut(&ObjRef),
}

impl<'a> Visitor<'a> {
    /// A visitor that calls `sink` for each reference.
    pub fn new(sink: &'a mut dyn FnMut(&ObjRef)) -> Visitor<'a> {
        Visitor { sink }
    }

    /// Reports one reference.
    #[inline]
    pub fn visit(&mut self, obj: &ObjRef) {
        (self.sink)(obj);
    }
}

/// One field of a payload. `trace` reports each counted reference exactly once; `clear` drops
/// what can be part of a cycle; `release` gives back what the field holds when the object dies.
pub trait Field {
    /// What its bytes mean.
    const SHAPE: Shape = Shape::Plain;
    /// The fields that it is made of, if a reader of memory can tell them apart.
    const SPOTS: &'static [Spot] = &[];
    /// Tells the blocks that it owns, and pieces behind the payload that belong to it.
    fn bits(&self, _heap: &Heap, _sink: &mut BitSink<'_>) {}
    /// Reports the references held.
    fn trace(&self, _visitor: &mut Visitor<'_>) {}
    /// Reports each count that the field owns, with its place: also those that `trace` leaves out, as CPython does.
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        self.trace(&mut Visitor::new(&mut |obj| sink(Place::Field(""), obj)));
    }
    /// Breaks cycles: drops the references held, the field stays usable.
    fn clear(&self, _heap: &Heap) {}
    /// The object dies: gives back blocks and references.
    fn release(&self, _heap: &Heap) {}
}

/// A counted reference that the collector does not follow, as CPython's types do not follow their names.
#[repr(transparent)]
#[derive(Default)]
pub struct Unvisited(Slot);

impl Unvisited {
    /// An empty slot.
    pub const fn empty() -> Unvisited {
        Unvisited(Slot::empty())
    }
}

impl Deref for Unvisited {
    type Target = Slot;
    #[inline(always)]
    fn deref(&self) -> &Slot {
        &self.0
    }
}

impl Field for Unvisited {
    const SHAPE: Shape = Shape::Counted;
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        self.0.edges(sink);
    }
    fn release(&self, heap: &Heap) {
        self.0.release(heap);
    }
}

/// A counted reference or nothing: one word.
#[repr(transparent)]
#[derive(Default)]
pub struct Slot(Cell<Option<ObjRef>>);

impl Slot {
    /// An empty slot.
    pub const fn empty() -> Slot {
        Slot(Cell::new(None))
    }

    /// A slot that owns `value`.
    pub fn new(value: impl Into<Option<ObjRef>>) -> Slot {
        Slot(Cell::new(value.into()))
    }

    /// Copies the reference out (count + 1).
    #[inline(always)]
    pub fn get(&self) -> Option<ObjRef> {
        // SAFETY: I2, the reference into the cell ends before any other code runs.
        unsafe { (*self.0.as_ptr()).clone() }
    }

    /// Stores first, drops the old value afterwards (its death may run Python).
    #[inline(always)]
    pub fn set(&self, value: impl Into<Option<ObjRef>>) {
        drop(self.0.replace(value.into()));
    }

    /// Moves the reference out and leaves the slot empty.
    #[inline(always)]
    pub fn take(&self) -> Option<ObjRef> {
        self.0.take()
    }

    /// Stores and hands the old value to the caller.
    #[inline(always)]
    pub fn replace(&self, value: impl Into<Option<ObjRef>>) -> Option<ObjRef> {
        self.0.replace(value.into())
    }

    /// The stored reference, borrowed: for hot paths that know what they call.
    ///
    /// # Safety
    /// Nothing stores into this slot while the result is in use.
    #[inline(always)]
    pub unsafe fn as_ref(&self) -> Option<&ObjRef> {
        // SAFETY: I2 by the caller.
        unsafe { (*self.0.as_ptr()).as_ref() }
    }

    /// Whether something is stored.
    #[inline(always)]
    pub fn is_some(&self) -> bool {
        // SAFETY: I2, the reference into the cell ends before any other code runs.
        unsafe { (*self.0.as_ptr()).is_some() }
    }

    /// Whether nothing is stored.
    #[inline(always)]
    pub fn is_none(&self) -> bool {
        !self.is_some()
    }

    /// Whether the stored object is `other`; counts do not change.
    #[inline(always)]
    pub fn holds(&self, other: &ObjRef) -> bool {
        // SAFETY: I2, the reference into the cell ends before any other code runs.
        unsafe { (*self.0.as_ptr()).as_ref().is_some_and(|o| o.is(other)) }
    }

    /// The number of an int of one digit, if the slot holds one.
    #[inline]
    pub fn small_int(&self) -> Option<i64> {
        self.peek(|obj| {
            let int = obj.filter(|obj| obj.ty().exact() == Exact::Int)?.to::<Int>();
            int.is_one_digit().then(|| int.one_digit_value())
        })
    }

    /// Calls `look` with the stored reference. `look` must not store into this slot, so it gets
    /// no chance: it is only handed to code of this crate.
    #[inline(always)]
    pub(crate) fn peek<R>(&self, look: impl FnOnce(Option<&ObjRef>) -> R) -> R {
        // SAFETY: I2, callers within this crate do not run Python inside `look`.
        look(unsafe { (*self.0.as_ptr()).as_ref() })
    }
}

impl Field for Slot {
    const SHAPE: Shape = Shape::Counted;
    #[inline]
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.peek(|o| o.into_iter().for_each(|o| visitor.visit(o)));
    }
    fn clear(&self, _heap: &Heap) {
        drop(self.take());
    }
    #[inline]
    fn release(&self, _heap: &Heap) {
        drop(self.take());
    }
}

impl From<ObjRef> for Slot {
    fn from(value: ObjRef) -> Slot {
        Slot::new(value)
    }
}

impl From<Option<ObjRef>> for Slot {
    fn from(value: Option<ObjRef>) -> Slot {
        Slot::new(value)
    }
}

impl<T: Payload> From<Ref<T>> for Slot {
    fn from(value: Ref<T>) -> Slot {
        Slot::new(value.into_obj())
    }
}

/// Places of the same kind.
impl<const N: usize> Field for [Slot; N] {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.iter().for_each(|slot| slot.trace(visitor));
    }
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        for (i, slot) in self.iter().enumerate() {
            slot.peek(|o| o.into_iter().for_each(|o| sink(Place::Item(i), o)));
        }
    }
    fn clear(&self, heap: &Heap) {
        self.iter().for_each(|slot| slot.clear(heap));
    }
    fn release(&self, heap: &Heap) {
        self.iter().for_each(|slot| slot.release(heap));
    }
}

impl<T: Copy> Field for Cell<T> {
    const SHAPE: Shape = match size_of::<T>() {
        1 | 2 | 4 | 8 => Shape::Number,
        _ => Shape::Plain,
    };
}

/// Rust data without handles, fixed after construction.
#[derive(Default)]
pub struct Plain<T>(pub T);

impl<T> Field for Plain<T> {}

impl<T> Deref for Plain<T> {
    type Target = T;
    #[inline(always)]
    fn deref(&self) -> &T {
        &self.0
    }
}

/// Rust data without handles that changes, for cold fields.
#[derive(Default)]
pub struct PlainCell<T>(pub RefCell<T>);

impl<T> PlainCell<T> {
    /// Wraps `value`.
    pub const fn new(value: T) -> PlainCell<T> {
        PlainCell(RefCell::new(value))
    }
}

impl<T> Field for PlainCell<T> {}

impl<T> Deref for PlainCell<T> {
    type Target = RefCell<T>;
    #[inline(always)]
    fn deref(&self) -> &RefCell<T> {
        &self.0
    }
}

/// Cold lists of references kept outside the accounted heap.
impl Field for RefCell<Vec<ObjRef>> {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        // A borrow that is active here is a mutation in progress: its references are not yet
        // (or no longer) ours, and missing an edge only keeps objects alive longer.
        if let Ok(items) = self.try_borrow() {
            items.iter().for_each(|o| visitor.visit(o));
        }
    }
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        if let Ok(items) = self.try_borrow() {
            items.iter().enumerate().for_each(|(i, o)| sink(Place::Item(i), o));
        }
    }
    fn clear(&self, _heap: &Heap) {
        let items = std::mem::take(&mut *self.borrow_mut());
        drop(items);
    }
    fn release(&self, heap: &Heap) {
        self.clear(heap);
    }
}

//! Weak references: each referent heads a list of those that point at it.
//!
//! ```text
//!   referent ----> ref ----> proxy ----> newest with callback ----> ... oldest
//!   (word at       shared,   shared,
//!    weaklist      no callback
//!    offset)
//! ```
//!
//! The list counts nothing. When the referent dies the references are cleared first, then the
//! callbacks run in list order: newest first.

use std::cell::Cell;

use crate::heap::Heap;
use crate::object::anatomy::{Shape, Spot};
use crate::object::field::{Field, Slot, Visitor};
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::RawObj;
use crate::object::payload::{Layout, Payload, payload_ptr};
use crate::object::type_head::{Exact, TypeHead};

/// The head of a referent's list: a word in its payload, for builtin types.
#[repr(transparent)]
#[derive(Default)]
pub struct WeakList(Cell<Option<RawObj>>);

impl Field for WeakList {
    const SHAPE: Shape = Shape::Uncounted;
}

/// The payload of references and proxies.
#[repr(C)]
pub struct WeakRef {
    referent: Cell<Option<RawObj>>,
    callback: Slot,
    /// The referent's hash once asked for; -1 before.
    pub hash: Cell<isize>,
    prev: Cell<Option<RawObj>>,
    next: Cell<Option<RawObj>>,
}

impl Field for WeakRef {
    const SPOTS: &'static [Spot] = crate::spots!(WeakRef {
        referent: "object" Uncounted,
        callback: "callback" Counted,
        hash: "hash" Signed,
        prev: "previous reference" Uncounted,
        next: "next reference" Uncounted,
    });
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.callback.trace(visitor);
    }
    fn clear(&self, heap: &Heap) {
        self.detach();
        self.callback.clear(heap);
    }
    fn release(&self, heap: &Heap) {
        self.clear(heap);
    }
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for WeakRef {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = Layout::of::<WeakRef>("WeakRef", true);
        &LAYOUT
    }
}

/// # Safety
/// `raw` is a live object with a `WeakRef` payload.
unsafe fn payload<'a>(raw: RawObj) -> &'a WeakRef {
    // SAFETY: I1 by the caller.
    unsafe { payload_ptr::<WeakRef>(raw).as_ref() }
}

/// The list word of a referent.
///
/// # Safety
/// `obj` is alive for `'a` and `head` is its type, with a weak list.
unsafe fn list_of<'a>(obj: RawObj, head: &TypeHead) -> &'a Cell<Option<RawObj>> {
    // SAFETY: I8 by the caller.
    unsafe { obj.byte_offset(head.weaklist_offset() as isize).cast().as_ref() }
}

fn nodes(list: &Cell<Option<RawObj>>) -> impl Iterator<Item = RawObj> {
    let mut at = list.get();
    std::iter::from_fn(move || {
        let node = at?;
        // SAFETY: I14, listed references are alive.
        at = unsafe { payload(node) }.next.get();
        Some(node)
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Exactly `weakref.ref`.
    Ref,
    Proxy,
    /// A subclass of `weakref.ref`.
    Other,
}

fn kind_of(head: &TypeHead) -> Kind {
    match head.exact() {
        Exact::WeakRef => Kind::Ref,
        Exact::WeakProxy | Exact::WeakCallableProxy => Kind::Proxy,
        _ => Kind::Other,
    }
}

/// The shared reference and the shared proxy, which stand first.
fn basics(list: &Cell<Option<RawObj>>) -> (Option<RawObj>, Option<RawObj>) {
    let (mut shared_ref, mut shared_proxy) = (None, None);
    for node in nodes(list).take(2) {
        // SAFETY: I14, listed references are alive.
        let (node_ref, kind) = unsafe { (payload(node), kind_of(ObjRef::borrow_raw(&node).ty())) };
        match kind {
            _ if node_ref.callback.is_some() => break,
            Kind::Ref if shared_ref.is_none() && shared_proxy.is_none() => shared_ref = Some(node),
            Kind::Proxy if shared_proxy.is_none() => shared_proxy = Some(node),
            _ => break,
        }
    }
    (shared_ref, shared_proxy)
}

/// Whether objects of the type can be weakly referenced.
pub fn supports(head: &TypeHead) -> bool {
    head.weaklist_offset() != 0
}

/// A weak reference (or proxy, as `ty` says) to `referent`; the shared one if there is no
/// callback. `None`: objects of that type cannot be weakly referenced.
pub fn reference(heap: &Heap, ty: &ObjRef, referent: &ObjRef, callback: Option<ObjRef>) -> Option<Ref<WeakRef>> {
    if !supports(referent.ty()) {
        return None;
    }
    let kind = kind_of(TypeHead::of(ty));
    let shareable = callback.is_none() && kind != Kind::Other;
    if callback.is_some() {
        heap.expect_last_words(true);
    }
    let shared = || {
        // SAFETY: I8, checked above; I14, listed references are alive.
        let (shared_ref, shared_proxy) = unsafe { basics(list_of(referent.as_raw(), referent.ty())) };
        let node = if kind == Kind::Ref { shared_ref } else { shared_proxy }?;
        // SAFETY: I14.
        unsafe { ObjRef::borrow_raw(&node) }.clone().downcast().ok()
    };
    if shareable && let Some(shared) = shared() {
        return Some(shared);
    }
    let value = WeakRef {
        referent: Cell::new(Some(referent.as_raw())),
        callback: Slot::new(callback),
        hash: Cell::new(-1),
        prev: Cell::new(None),
        next: Cell::new(None),
    };
    // The allocation may collect, and a collection may have made the shared one: ask again.
    let fresh = heap.alloc::<WeakRef>(ty, value);
    if shareable && let Some(shared) = shared() {
        fresh.referent.set(None);
        return Some(shared);
    }
    insert(&fresh, referent, kind, shareable);
    Some(fresh)
}

impl WeakRef {
    /// The referent, while it lives.
    #[inline]
    pub fn get(&self) -> Option<ObjRef> {
        let raw = self.referent.get()?;
        // SAFETY: I14, a referent clears its references before it dies; count 0 means that it
        // is dying right now.
        let obj = unsafe { ObjRef::borrow_raw(&raw) };
        (obj.refcount() > 0).then(|| obj.clone())
    }

    /// Whether the referent is gone.
    pub fn is_dead(&self) -> bool {
        self.get().is_none()
    }

    /// The callback, while it was not called.
    pub fn callback(&self) -> Option<ObjRef> {
        self.callback.get()
    }

    /// Leaves the referent's list; the callback stays.
    fn detach(&self) {
        let Some(referent) = self.referent.take() else { return };
        let (prev, next) = (self.prev.take(), self.next.take());
        // SAFETY: I14, the referent is alive (or dying) as long as references point at it.
        unsafe {
            match prev {
                Some(prev) => payload(prev).next.set(next),
                None => list_of(referent, ObjRef::borrow_raw(&referent).ty()).set(next),
            }
            if let Some(next) = next {
                payload(next).prev.set(prev);
            }
        }
    }
}

/// Puts a fresh reference into its referent's list: the shared ones first, then those with
/// callbacks, newest first.
fn insert(fresh: &Ref<WeakRef>, referent: &ObjRef, kind: Kind, shareable: bool) {
    let me = fresh.as_obj().as_raw();
    // SAFETY: I8, the caller checked that there is a list; I14 for its nodes.
    unsafe {
        let list = list_of(referent.as_raw(), referent.ty());
        let (shared_ref, shared_proxy) = basics(list);
        let after = match (shareable, kind) {
            (true, Kind::Ref) => None,
            (true, _) => shared_ref,
            (false, _) => shared_proxy.or(shared_ref),
        };
        let next = after.map_or(list.get(), |after| payload(after).next.get());
        fresh.prev.set(after);
        fresh.next.set(next);
        match after {
            Some(after) => payload(after).next.set(Some(me)),
            None => list.set(Some(me)),
        }
        if let Some(next) = next {
            payload(next).prev.set(Some(me));
        }
    }
}

/// The number of references to `obj`.
pub fn count(obj: &ObjRef) -> usize {
    references(obj).len()
}

/// The references to `obj`, in list order.
pub fn references(obj: &ObjRef) -> Vec<ObjRef> {
    if !supports(obj.ty()) {
        return Vec::new();
    }
    // SAFETY: I8, checked; I14 for the nodes.
    unsafe {
        let list = list_of(obj.as_raw(), obj.ty());
        nodes(list).map(|node| ObjRef::borrow_raw(&node).clone()).collect()
    }
}

/// Whether there are references to `obj`.
///
/// # Safety
/// `obj` is alive or dying, `head` is its type.
#[inline(always)]
pub(crate) unsafe fn is_referenced(obj: RawObj, head: &TypeHead) -> bool {
    // SAFETY: I8, I14 by the caller.
    head.weaklist_offset() != 0 && unsafe { list_of(obj, head) }.get().is_some()
}

/// Calls `look` with each reference to `obj`, in list order; counts do not change. `look` must not run Python.
pub fn each_reference(obj: &ObjRef, look: &mut dyn FnMut(&ObjRef)) {
    if supports(obj.ty()) {
        // SAFETY: I8, checked; I14 for the nodes.
        unsafe { nodes(list_of(obj.as_raw(), obj.ty())).for_each(|node| look(ObjRef::borrow_raw(&node))) }
    }
}

/// The referent's count has reached 0: clears its references, then runs the callbacks.
///
/// # Safety
/// `obj` is dying, `head` is its type and has a weak list.
pub(crate) unsafe fn referent_died(obj: RawObj, head: &TypeHead, heap: &Heap) {
    // SAFETY: I8, I14 by the caller.
    let list = unsafe { list_of(obj, head) };
    if list.get().is_none() {
        return;
    }
    let mut calls: Vec<(ObjRef, ObjRef)> = Vec::new();
    while let Some(node) = list.get() {
        // SAFETY: I14, listed references are alive; one whose count is 0 is dying itself.
        unsafe {
            let weak = payload(node);
            weak.detach();
            let Some(callback) = weak.callback.take() else { continue };
            if node.as_ref().refcount.get() > 0 {
                calls.push((ObjRef::borrow_raw(&node).clone(), callback));
            }
        }
    }
    for (reference, callback) in &calls {
        (heap.hooks().weakref_callback)(heap, reference, callback);
    }
    while calls.pop().is_some() {}
}

/// An object that is about to be finalized for good lets go of its references first, as CPython's generators do.
pub fn leave(obj: &ObjRef) {
    if supports(obj.ty()) {
        // SAFETY: I8, checked; the handle keeps the object alive.
        unsafe { referent_died(obj.as_raw(), obj.ty(), obj.heap()) };
    }
}

/// Clears the references to an unreachable object without calling anything; returns those with
/// a callback, which keep it.
///
/// # Safety
/// `obj` is alive.
pub(crate) unsafe fn clear_references(obj: RawObj, head: &TypeHead, mut with_callback: impl FnMut(RawObj)) {
    if !supports(head) {
        return;
    }
    // SAFETY: I8, checked; I14 for the nodes.
    unsafe {
        let list = list_of(obj, head);
        while let Some(node) = list.get() {
            payload(node).detach();
            if payload(node).callback.is_some() {
                with_callback(node);
            }
        }
    }
}

/// A reference that is unreachable itself: its callback must never run.
///
/// # Safety
/// `obj` is alive.
pub(crate) unsafe fn clear_if_reference(obj: RawObj, head: &TypeHead) {
    if std::ptr::eq(head.layout(), WeakRef::layout()) || head.layout().extends(WeakRef::layout()) {
        // SAFETY: I1, checked.
        unsafe { payload(obj).detach() };
    }
}

/// The callback of a reference that is about to be called by a collection.
pub(crate) fn callback_of(reference: &ObjRef) -> Option<ObjRef> {
    reference.payload::<WeakRef>()?.callback()
}

//! Lists of GC heads: rings around a sentinel, as CPython's generations.

use std::ptr;

use crate::object::header::GcHead;

/// A list. The sentinel lies in its own allocation, since objects point at it.
pub(crate) struct GcList(*mut GcHead);

impl GcList {
    pub(crate) fn new() -> GcList {
        let head = Box::into_raw(Box::new(GcHead::new()));
        let list = GcList(head);
        list.reset();
        list
    }

    /// The sentinel.
    #[inline(always)]
    pub(crate) fn head(&self) -> *mut GcHead {
        self.0
    }

    #[inline(always)]
    pub(crate) fn node(&self) -> &GcHead {
        // SAFETY: I12, the sentinel lives as long as the list.
        unsafe { &*self.0 }
    }

    fn reset(&self) {
        self.node().next.set(self.0);
        self.node().prev.set(self.0);
    }

    pub(crate) fn is_empty(&self) -> bool {
        ptr::eq(self.node().next.get(), self.0)
    }

    pub(crate) fn first(&self) -> Option<*mut GcHead> {
        (!self.is_empty()).then(|| self.node().next.get())
    }

    /// Puts a node that is in no list at the end; its flags stay.
    ///
    /// # Safety
    /// `node` is a GC head in no list.
    #[inline(always)]
    pub(crate) unsafe fn append(&self, node: *mut GcHead) {
        let sentinel = self.node();
        let last = sentinel.prev.get();
        // SAFETY: I12 by the caller.
        unsafe {
            (*last).next.set(node);
            (*node).set_prev_ptr(last);
            (*node).next.set(self.0);
        }
        sentinel.prev.set(node);
    }

    /// Moves a node from its list to the end of this one; its flags stay.
    ///
    /// # Safety
    /// `node` is in a list whose links are whole.
    pub(crate) unsafe fn move_here(&self, node: *mut GcHead) {
        // SAFETY: I12 by the caller.
        unsafe {
            let (prev, next) = ((*node).prev_ptr(), (*node).next.get());
            (*prev).next.set(next);
            (*next).set_prev_ptr(prev);
            self.append(node);
        }
    }

    /// Moves all nodes of `from` to the end of this list.
    pub(crate) fn merge(&self, from: &GcList) {
        if from.is_empty() {
            return;
        }
        let (first, last) = (from.node().next.get(), from.node().prev.get());
        let tail = self.node().prev.get();
        // SAFETY: I12, both rings are whole.
        unsafe {
            (*tail).next.set(first);
            (*first).set_prev_ptr(tail);
            (*last).next.set(self.0);
        }
        self.node().prev.set(last);
        from.reset();
    }

    /// The nodes, from the first on. The node that was returned last may be moved away before
    /// the next call, but not the one behind it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = *mut GcHead> {
        let (end, mut at) = (self.0, self.node().next.get());
        std::iter::from_fn(move || {
            let node = (!ptr::eq(at, end)).then_some(at)?;
            // SAFETY: I12, listed nodes are live.
            at = unsafe { (*node).next.get() };
            Some(node)
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.iter().count()
    }
}

impl Drop for GcList {
    fn drop(&mut self) {
        debug_assert!(self.is_empty());
        // SAFETY: I12, the list is empty, so nobody points at the sentinel; made by Box.
        drop(unsafe { Box::from_raw(self.0) });
    }
}

//! `collections.OrderedDict`: a dict whose keys also stand in a list that can be rearranged.
//!
//! ```text
//!   | header | dict: 32 | nodes  size  table | state | first last | dict | weak list |    112 bytes
//!                           |                           |     |
//!              one word per slot of the key table       v     v
//!                           +----> | key  -  next  prev | <-> | key ... |     32 bytes each
//! ```
//!
//! `nodes` finds the node of a dict entry by the entry's number; it is made anew when the dict has got a new
//! key table. `state` counts the changes, by which iterators see that they have lost their place.

use std::cell::Cell;
use std::collections::HashMap;
use std::ptr::{self, NonNull};

use crate::alloc::{Domain, NoMemory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, Worth, word};
use crate::object::dict::Dict;
use crate::object::edge::{EdgeSink, Place};
use crate::object::field::{Field, Slot, Visitor};
use crate::object::handle::{ObjRef, Ref};
use crate::object::payload::{Layout, Payload};
use crate::object::weak::WeakList;

#[repr(C)]
struct Node {
    key: ObjRef,
    spare: usize,
    next: Cell<*mut Node>,
    prev: Cell<*mut Node>,
}

const NODE: usize = size_of::<Node>();
const WORD: usize = size_of::<*mut Node>();

/// The payload of `OrderedDict`.
#[repr(C)]
pub struct OrderedDict {
    /// The entries.
    pub base: Dict,
    nodes: Cell<*mut *mut Node>,
    size: Cell<usize>,
    /// The key table that `nodes` was made for.
    table: Cell<usize>,
    state: Cell<usize>,
    first: Cell<*mut Node>,
    last: Cell<*mut Node>,
    /// `__dict__`.
    pub dict: Slot,
    /// The weak references to it.
    pub weak: WeakList,
}

impl Field for OrderedDict {
    const SPOTS: &'static [Spot] = crate::spots!(OrderedDict {
        base: "dict" Plain,
        nodes: "nodes" Address,
        size: "places for nodes" Number,
        table: "made for key table" Address,
        state: "changes" Number,
        first: "first node" Address,
        last: "last node" Address,
        dict: "__dict__" Counted,
        weak: "__weakref__" Uncounted,
    });
    fn bits(&self, heap: &Heap, sink: &mut BitSink<'_>) {
        self.base.bits(heap, sink);
        if !self.nodes.get().is_null() {
            sink(Bit::Block { what: "nodes", addr: self.nodes.get().addr(), size: self.size.get() * WORD });
        }
        let mut at = self.first.get();
        while !at.is_null() {
            sink(Bit::Block { what: "node", addr: at.addr(), size: NODE });
            // SAFETY: I25, listed nodes are alive; sinks change nothing.
            let node = unsafe { &*at };
            word(0, Label::Name("key"), Some(&node.key), sink);
            for (offset, name, other) in [(16, "next", node.next.get()), (24, "previous", node.prev.get())] {
                let worth = Worth::Address(other.addr());
                sink(Bit::Piece { offset, size: 8, label: Label::Name(name), worth });
            }
            at = node.next.get();
        }
    }
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.dict.trace(visitor);
        let mut at = self.first.get();
        while !at.is_null() {
            // SAFETY: I25, listed nodes are alive; visitors change nothing.
            let node = unsafe { &*at };
            visitor.visit(&node.key);
            at = node.next.get();
        }
        self.base.trace(visitor);
    }
    fn edges(&self, sink: &mut EdgeSink<'_>) {
        self.dict.edges(&mut |place, obj| sink(place.within("attributes"), obj));
        let mut at = self.first.get();
        while !at.is_null() {
            // SAFETY: I25, listed nodes are alive; sinks change nothing.
            let node = unsafe { &*at };
            sink(Place::Field("order of keys"), &node.key);
            at = node.next.get();
        }
        self.base.edges(sink);
    }
    fn clear(&self, heap: &Heap) {
        self.dict.clear(heap);
        self.clear_nodes(heap);
        self.base.clear(heap);
    }
    fn release(&self, heap: &Heap) {
        self.dict.release(heap);
        self.clear_nodes(heap);
        self.base.release(heap);
    }
}

// SAFETY: I1, the static is made for this type, whose first field is a `Dict`.
unsafe impl Payload for OrderedDict {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<OrderedDict>("OrderedDict", true);
            layout.base = Some(<Dict as Payload>::layout);
            layout
        };
        &LAYOUT
    }
}

impl OrderedDict {
    /// Nothing in it.
    pub fn empty() -> OrderedDict {
        OrderedDict {
            base: Dict::empty(),
            nodes: Cell::new(ptr::null_mut()),
            size: Cell::new(0),
            table: Cell::new(0),
            state: Cell::new(0),
            first: Cell::new(ptr::null_mut()),
            last: Cell::new(ptr::null_mut()),
            dict: Slot::empty(),
            weak: WeakList::default(),
        }
    }

    /// Bytes of nodes and their table.
    pub fn extra_size(&self) -> usize {
        let nodes = if self.first.get().is_null() { 0 } else { self.base.len() * NODE };
        self.size.get() * WORD + nodes
    }

    /// Counts the changes.
    pub fn state(&self) -> usize {
        self.state.get()
    }

    fn changed(&self) {
        self.state.set(self.state.get().wrapping_add(1));
    }

    /// The word for an entry's node, after the table has been brought up to date.
    fn word(&self, heap: &Heap, entry: usize) -> Result<Option<*mut *mut Node>, NoMemory> {
        if self.table.get() != self.base.table_addr() || self.size.get() != self.base.slots() {
            self.rebuild(heap)?;
        }
        // SAFETY: I25, the table has `size` words.
        Ok((entry < self.size.get()).then(|| unsafe { self.nodes.get().add(entry) }))
    }

    /// Makes the table for the dict's present key table; keys find their nodes by identity.
    fn rebuild(&self, heap: &Heap) -> Result<(), NoMemory> {
        let size = self.base.slots();
        let table: NonNull<*mut Node> = heap.alloc_block(size * WORD, Domain::Mem)?.cast();
        let mut known = HashMap::new();
        let mut at = self.first.get();
        while !at.is_null() {
            // SAFETY: I25.
            let node = unsafe { &*at };
            known.insert(node.key.addr(), at);
            at = node.next.get();
        }
        // SAFETY: I25, the block is fresh and `size` words long; entry numbers are below the number of slots.
        unsafe {
            table.write_bytes(0, size);
            for position in 0..self.base.entries_len() {
                let (Some(entry), Some((key, _))) = (self.base.entry_number(position), self.base.entry(position))
                else {
                    continue;
                };
                if let Some(node) = known.remove(&key.addr())
                    && entry < size
                {
                    table.add(entry).write(node);
                }
            }
        }
        self.free_table(heap);
        self.nodes.set(table.as_ptr());
        self.size.set(size);
        self.table.set(self.base.table_addr());
        Ok(())
    }

    fn free_table(&self, heap: &Heap) {
        let size = self.size.replace(0);
        self.table.set(0);
        if let Some(table) = NonNull::new(self.nodes.replace(ptr::null_mut())) {
            heap.free_block(table.cast(), size * WORD, Domain::Mem);
        }
    }

    /// An entry of the dict has been made or changed: a new key goes to the end.
    pub fn note(&self, heap: &Heap, entry: usize, key: &ObjRef) -> Result<(), NoMemory> {
        let Some(word) = self.word(heap, entry)? else { return Ok(()) };
        // SAFETY: I25.
        if unsafe { !(*word).is_null() } {
            return Ok(());
        }
        let node: NonNull<Node> = heap.alloc_block(NODE, Domain::Mem)?.cast();
        let value =
            Node { key: key.clone(), spare: 0, next: Cell::new(ptr::null_mut()), prev: Cell::new(ptr::null_mut()) };
        // SAFETY: I25, the block is fresh and long enough; the word is inside the table.
        unsafe {
            node.write(value);
            word.write(node.as_ptr());
        }
        self.link_last(node.as_ptr());
        self.changed();
        Ok(())
    }

    /// An entry of the dict is about to go; hands out the node's key, which the caller drops afterwards.
    pub fn forget(&self, heap: &Heap, entry: usize) -> Result<Option<ObjRef>, NoMemory> {
        let Some(word) = self.word(heap, entry)? else { return Ok(None) };
        // SAFETY: I25.
        let Some(node) = NonNull::new(unsafe { word.replace(ptr::null_mut()) }) else { return Ok(None) };
        self.unlink(node.as_ptr());
        self.changed();
        // SAFETY: I25, the node is out of list and table; its key moves out once.
        let key = unsafe { node.read().key };
        heap.free_block(node.cast(), NODE, Domain::Mem);
        Ok(Some(key))
    }

    /// Moves an entry's node to an end; false if there is no such node.
    pub fn move_to(&self, heap: &Heap, entry: usize, last: bool) -> Result<bool, NoMemory> {
        let Some(word) = self.word(heap, entry)? else { return Ok(false) };
        // SAFETY: I25.
        let node = unsafe { *word };
        if node.is_null() {
            return Ok(false);
        }
        if node != if last { self.last.get() } else { self.first.get() } {
            self.unlink(node);
            if last {
                self.link_last(node)
            } else {
                self.link_first(node)
            }
            self.changed();
        }
        Ok(true)
    }

    /// The key at an end.
    pub fn end_key(&self, last: bool) -> Option<ObjRef> {
        let node = if last { self.last.get() } else { self.first.get() };
        // SAFETY: I25.
        (!node.is_null()).then(|| unsafe { (*node).key.clone() })
    }

    /// The keys in order.
    pub fn keys(&self) -> Vec<ObjRef> {
        let mut keys = Vec::new();
        let mut at = self.first.get();
        while !at.is_null() {
            // SAFETY: I25.
            let node = unsafe { &*at };
            keys.push(node.key.clone());
            at = node.next.get();
        }
        keys
    }

    fn link_last(&self, node: *mut Node) {
        let before = self.last.replace(node);
        // SAFETY: I25, both are alive; `node` is in no list.
        unsafe {
            (*node).prev.set(before);
            (*node).next.set(ptr::null_mut());
            if before.is_null() { self.first.set(node) } else { (*before).next.set(node) }
        }
    }

    fn link_first(&self, node: *mut Node) {
        let behind = self.first.replace(node);
        // SAFETY: I25, both are alive; `node` is in no list.
        unsafe {
            (*node).next.set(behind);
            (*node).prev.set(ptr::null_mut());
            if behind.is_null() { self.last.set(node) } else { (*behind).prev.set(node) }
        }
    }

    fn unlink(&self, node: *mut Node) {
        // SAFETY: I25, a listed node and its neighbours are alive.
        unsafe {
            let (prev, next) = ((*node).prev.get(), (*node).next.get());
            if prev.is_null() {
                self.first.set(next)
            } else {
                (*prev).next.set(next)
            }
            if next.is_null() { self.last.set(prev) } else { (*next).prev.set(prev) }
        }
    }

    /// Drops all nodes and their table; the dict keeps its entries.
    pub fn clear_nodes(&self, heap: &Heap) {
        self.free_table(heap);
        self.changed();
        self.last.set(ptr::null_mut());
        let mut at = self.first.replace(ptr::null_mut());
        while let Some(node) = NonNull::new(at) {
            // SAFETY: I25, the whole list has been taken out of sight; each node is read once.
            let Node { key, next, .. } = unsafe { node.read() };
            at = next.get();
            heap.free_block(node.cast(), NODE, Domain::Mem);
            drop(key);
        }
    }
}

/// The payload of the iterators of an `OrderedDict`.
#[repr(C)]
pub struct OrderedIter {
    owner: Slot,
    node: Cell<*mut Node>,
    state: Cell<usize>,
    len: Cell<usize>,
    backwards: Cell<bool>,
    /// The pair answered last (items only).
    pub pair: Slot,
}

/// What an iterator finds.
pub enum OrderedNext {
    /// The next key.
    Key(ObjRef),
    /// No more.
    End,
    /// Keys were added, removed or moved.
    Mutated,
    /// The dict has another length, without the list's knowledge.
    Resized,
}

impl Field for OrderedIter {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.owner.trace(visitor);
        self.pair.trace(visitor);
    }
    fn clear(&self, heap: &Heap) {
        self.node.set(ptr::null_mut());
        self.owner.clear(heap);
        self.pair.clear(heap);
    }
    fn release(&self, heap: &Heap) {
        self.clear(heap);
    }
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for OrderedIter {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = Layout::of::<OrderedIter>("OrderedIter", true);
        &LAYOUT
    }
}

impl OrderedIter {
    /// An iterator of the given type over the keys of `owner`.
    pub fn new(
        heap: &Heap,
        ty: &ObjRef,
        owner: &Ref<OrderedDict>,
        backwards: bool,
        pair: Option<ObjRef>,
    ) -> Ref<OrderedIter> {
        let payload = OrderedIter {
            owner: Slot::new(owner.as_obj().clone()),
            node: Cell::new(if backwards { owner.last.get() } else { owner.first.get() }),
            state: Cell::new(owner.state()),
            len: Cell::new(owner.base.len()),
            backwards: Cell::new(backwards),
            pair: Slot::new(pair),
        };
        heap.alloc(ty, payload)
    }

    /// The dict, until the end was reached.
    pub fn owner(&self) -> Option<ObjRef> {
        self.owner.get()
    }

    /// The next key.
    pub fn next(&self) -> OrderedNext {
        let node = self.node.get();
        let Some(owner) = self.owner.get() else { return OrderedNext::End };
        if node.is_null() {
            drop(self.owner.take());
            return OrderedNext::End;
        }
        let Some(dict) = owner.payload::<OrderedDict>() else { return OrderedNext::End };
        if dict.state() != self.state.get() {
            return OrderedNext::Mutated;
        }
        if dict.base.len() != self.len.get() {
            return OrderedNext::Resized;
        }
        // SAFETY: I25: no change since the node was taken, so it is listed.
        let found = unsafe { &*node };
        self.node.set(if self.backwards.get() { found.prev.get() } else { found.next.get() });
        OrderedNext::Key(found.key.clone())
    }
}

//! A small world without Python: types `type`, `object`, `node`, `list`, `tuple`, `float`, `ref`.
#![allow(dead_code)]

use std::cell::RefCell;
use std::rc::Rc;

use gc::{
    Exact, Field, Float, Heap, HeapProfile, List, ObjRef, OwnedHeap, Plain, Ref, Slot, Tuple, TypeFlags, TypeHead,
    WeakList, WeakRef, payload,
};

payload! {
    /// The Python half of a type.
    pub struct Type: type { pub head: TypeHead, pub name: Plain<&'static str>, pub base: Slot }
}

/// Notes the death of its owner.
pub struct Mark {
    pub id: usize,
    pub dead: Rc<RefCell<Vec<usize>>>,
}

impl Drop for Mark {
    fn drop(&mut self) {
        self.dead.borrow_mut().push(self.id);
    }
}

payload! {
    /// An object with three references and a weak list.
    pub struct Node: gc {
        pub edges: Edges,
        pub weak: WeakList,
        pub mark: Plain<Mark>,
    }
}

/// Three references.
#[derive(Default)]
pub struct Edges(pub [Slot; 3]);

impl Field for Edges {
    fn trace(&self, visitor: &mut gc::Visitor<'_>) {
        self.0.iter().for_each(|slot| slot.trace(visitor));
    }
    fn clear(&self, heap: &Heap) {
        self.0.iter().for_each(|slot| slot.clear(heap));
    }
    fn release(&self, heap: &Heap) {
        self.0.iter().for_each(|slot| slot.release(heap));
    }
}

pub struct World {
    pub typ: Ref<Type>,
    pub object: Ref<Type>,
    pub node: Ref<Type>,
    pub list: Ref<Type>,
    pub tuple: Ref<Type>,
    pub float: Ref<Type>,
    pub weakref: Ref<Type>,
    pub dead: Rc<RefCell<Vec<usize>>>,
    pub heap: OwnedHeap,
}

fn ty(head: TypeHead, name: &'static str) -> Type {
    Type { head, name: Plain(name), base: Slot::empty() }
}

impl World {
    pub fn new(release: &str) -> World {
        let heap = Heap::new(HeapProfile::of(release).unwrap());
        let (typ, object) =
            heap.bootstrap(ty(TypeHead::new::<Type>(&heap), "type"), ty(TypeHead::bare(&heap), "object"));
        let make = |head: TypeHead, exact, name| {
            head.set_exact(exact);
            heap.alloc_static(typ.as_obj(), ty(head, name))
        };
        let node = make(TypeHead::new::<Node>(&heap), Exact::Other, "node");
        node.head.set_weaklist_offset(16 + std::mem::offset_of!(Node, weak) as i32);
        let list = make(TypeHead::new::<List>(&heap), Exact::List, "list");
        let tuple = make(TypeHead::new::<Tuple>(&heap), Exact::Tuple, "tuple");
        tuple.head.set_itemsize(8);
        let float = make(TypeHead::new::<Float>(&heap), Exact::Float, "float");
        let weakref = make(TypeHead::new::<WeakRef>(&heap), Exact::WeakRef, "ref");
        World { typ, object, node, list, tuple, float, weakref, dead: Rc::default(), heap }
    }

    pub fn node(&self, id: usize, edges: [Option<&ObjRef>; 3]) -> Ref<Node> {
        self.node_of(&self.node, id, edges)
    }

    pub fn node_of(&self, ty: &Ref<Type>, id: usize, edges: [Option<&ObjRef>; 3]) -> Ref<Node> {
        let edges = Edges(edges.map(|edge| Slot::new(edge.cloned())));
        let mark = Plain(Mark { id, dead: self.dead.clone() });
        self.heap.alloc(ty.as_obj(), Node { edges, weak: WeakList::default(), mark })
    }

    /// A class that derives from `node`, with a finalizer.
    pub fn class(&self) -> Ref<Type> {
        let head = TypeHead::derive(&self.node.head);
        head.set_flags(TypeFlags::HEAPTYPE | TypeFlags::HAS_FINALIZER);
        self.heap.alloc(self.typ.as_obj(), ty(head, "class"))
    }

    /// The ids of the objects that died since the last call, in order.
    pub fn deaths(&self) -> Vec<usize> {
        self.dead.take()
    }

    /// No object and no block is left.
    pub fn end(self) {
        self.heap.collect(2);
        self.heap.check().unwrap();
        assert_eq!(self.heap.live_blocks(), 0, "{:?}", self.heap.live_objects());
    }
}

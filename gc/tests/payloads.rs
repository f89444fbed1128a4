//! Payloads made outside the crate, without unsafe: types, objects, counts.
#![forbid(unsafe_code)]

use gc::{Heap, HeapProfile, OwnedHeap, Plain, Ref, Slot, Slots, TypeFlags, TypeHead, payload};

payload! {
    /// The Python half of a type.
    pub struct Type: type { pub head: TypeHead, pub name: Plain<&'static str>, pub base: Slot }
}

payload! {
    /// Two references.
    pub struct Pair: gc { pub left: Slot, pub right: Slot }
}

payload! {
    /// A pair with more.
    pub struct Triple: gc extends Pair { pub pair: Pair, pub items: Slots }
}

struct World {
    types: Vec<Ref<Type>>,
    heap: OwnedHeap,
}

fn world() -> World {
    let heap = Heap::new(HeapProfile::default());
    let ty = |head, name| Type { head, name: Plain(name), base: Slot::empty() };
    let (typ, object) = heap.bootstrap(ty(TypeHead::new::<Type>(&heap), "type"), ty(TypeHead::bare(&heap), "object"));
    let pair = heap.alloc_static(typ.as_obj(), ty(TypeHead::new::<Pair>(&heap), "pair"));
    let triple = heap.alloc_static(typ.as_obj(), ty(TypeHead::new::<Triple>(&heap), "triple"));
    pair.head.set_flags(TypeFlags::HEAPTYPE);
    World { types: vec![typ, object, pair, triple], heap }
}

#[test]
fn counts_follow_handles() {
    let w = world();
    let pair = w.types[2].as_obj();
    let before = pair.refcount();
    let a = w.heap.alloc(pair, Pair { left: Slot::empty(), right: Slot::empty() });
    let b = w.heap.alloc(pair, Pair { left: Slot::from(a.clone()), right: Slot::from(a.clone()) });
    assert_eq!((a.refcount(), pair.refcount()), (3, before + 2));
    drop(b);
    assert_eq!((a.refcount(), pair.refcount()), (1, before + 1));
    assert!(a.as_obj().payload::<Pair>().is_some());
    assert!(a.as_obj().payload::<Triple>().is_none());
}

#[test]
fn a_payload_that_extends_another_is_both() {
    let w = world();
    let pair = Pair { left: Slot::empty(), right: Slot::empty() };
    let items = Slots::with_capacity(&w.heap, 4).unwrap();
    let one = w.heap.alloc(w.types[3].as_obj(), Triple { pair, items });
    items_roundtrip(&one, &w);
    let obj = one.into_obj();
    assert!(obj.payload::<Pair>().is_some() && obj.cast_ref::<Triple>().is_some());
    assert_eq!(w.types[0].as_obj().to::<TypeHead>().basicsize(), 16 + size_of::<Type>());
}

fn items_roundtrip(one: &Ref<Triple>, w: &World) {
    for ty in &w.types {
        one.items.push(ty.clone().into_obj());
    }
    let gone = one.items.remove(1);
    one.items.insert(0, gone);
    assert!(one.items.holds(0, w.types[1].as_obj()) && one.items.holds(1, w.types[0].as_obj()));
    assert_eq!(one.items.remove_range(1, 2).len(), 2);
    assert_eq!(one.items.len(), 2);
}

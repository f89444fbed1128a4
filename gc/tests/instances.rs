//! Instances of classes in each release: where slots, values, dict and weak list stand, and how
//! large that makes them (memory-model figures of CPython).
#![forbid(unsafe_code)]

mod common;

use common::{Type, World};
use gc::{
    Bare, Float, ObjRef, Plain, Ref, Slot, Storage, TupleBuilder, TypeFlags, TypeHead, member_slot, storage_of, weak,
};

fn class(w: &World, base: &Ref<Type>, add: impl FnOnce(&mut TypeHead)) -> Ref<Type> {
    let mut head = TypeHead::derive(&base.head);
    head.set_flags(TypeFlags::HEAPTYPE | TypeFlags::GC);
    add(&mut head);
    w.heap.alloc(w.typ.as_obj(), Type { head, name: Plain("C"), base: Slot::empty() })
}

fn plain_class(w: &World) -> Ref<Type> {
    class(w, &w.object, |head| {
        head.add_dict();
        head.add_weaklist();
    })
}

fn block(ty: &Ref<Type>) -> usize {
    ty.head.front() + ty.head.basicsize()
}

#[test]
fn sizes_are_those_of_the_release() {
    let rows = [("3.8", 48, 32, 16, 24, 56), ("3.11", 56, 24, -48, 16, 64), ("3.12", 48, 16, -1, -32, 56)];
    for (release, size, basicsize, dict, weaklist, both) in rows {
        let w = World::new(release);
        let plain = plain_class(&w);
        assert_eq!(block(&plain), size);
        assert_eq!(plain.head.basicsize(), basicsize);
        assert_eq!((plain.head.shown_dict_offset(), plain.head.weaklist_offset()), (dict, weaklist));
        let slotted = class(&w, &w.object, |head| _ = head.add_member_slots(2));
        assert_eq!(block(&slotted), 48);
        let sub = class(&w, &slotted, |head| _ = head.add_member_slots(1));
        assert_eq!(block(&sub), 56);
        let all = class(&w, &w.object, |head| {
            head.add_member_slots(1);
            head.add_dict();
            head.add_weaklist();
        });
        assert_eq!(block(&all), both);
        drop((plain, slotted, sub, all));
        w.end();
    }
}

fn instance(w: &World, ty: &Ref<Type>) -> ObjRef {
    w.heap.alloc(ty.as_obj(), Bare {}).into_obj()
}

fn float(w: &World, value: f64) -> ObjRef {
    Float::new(&w.heap, w.float.as_obj(), value).into_obj()
}

fn values_in_order(obj: &ObjRef) -> Vec<f64> {
    let mut seen = Vec::new();
    obj.heap().each_referent(obj, &mut |o| seen.extend(o.payload::<Float>().map(|f| f.value())));
    seen
}

#[test]
fn member_slots_are_visited_from_the_derived_class_on() {
    let w = World::new("3.11");
    let base = class(&w, &w.object, |head| _ = head.add_member_slots(2));
    let sub = class(&w, &base, |head| _ = head.add_member_slots(1));
    let obj = instance(&w, &sub);
    for (i, offset) in [16, 24, 32].into_iter().enumerate() {
        assert!(member_slot(&obj, offset).is_none());
        member_slot(&obj, offset).set(float(&w, i as f64));
    }
    assert_eq!(values_in_order(&obj), [2.0, 0.0, 1.0]);
    assert_eq!(sub.refcount(), 2);
    drop(obj);
    assert_eq!(sub.refcount(), 1);
    drop((base, sub));
    w.end();
}

#[test]
fn values_keep_their_order_until_a_dict_takes_them() {
    for release in ["3.11", "3.12"] {
        let w = World::new(release);
        let ty = plain_class(&w);
        let obj = instance(&w, &ty);
        let storage = storage_of(&obj);
        assert!(!storage.has_values() && !storage.has_dict());
        storage.alloc_values(&w.heap, 5).unwrap();
        for i in [3, 0, 4] {
            assert!(storage.replace_value(i, Some(float(&w, i as f64))).is_none());
        }
        assert!(storage.replace_value(0, None).is_some());
        assert!(storage.value(0).is_none() && storage.value(3).is_some() && storage.value(9).is_none());
        assert_eq!(values_in_order(&obj), [3.0, 4.0]);
        let dict = gc::List::new(&w.heap, w.list.as_obj());
        drop(obj);
        let obj = instance(&w, &ty);
        assert!(storage_of(&obj).replace_dict(Some(dict.clone().into_obj())).is_none());
        assert!(storage_of(&obj).dict().unwrap().is(dict.as_obj()));
        assert_eq!(dict.refcount(), 2);
        drop(obj);
        assert_eq!(dict.refcount(), 1);
        drop((dict, ty));
        w.end();
    }
}

#[test]
fn cycles_through_values_and_dicts_are_collected() {
    for release in ["3.8", "3.11", "3.12"] {
        let w = World::new(release);
        let ty = plain_class(&w);
        let (a, b) = (instance(&w, &ty), instance(&w, &ty));
        let reference = weak::reference(&w.heap, w.weakref.as_obj(), &a, None).unwrap();
        for (from, to) in [(&a, &b), (&b, &a)] {
            let storage = storage_of(from);
            if let Storage::Word(_) = storage {
                storage.replace_dict(Some(to.clone()));
            } else {
                storage.alloc_values(&w.heap, 1).unwrap();
                storage.replace_value(0, Some(to.clone()));
            }
        }
        assert_eq!(w.heap.referrers(&[&a]).len(), 1);
        drop((a, b));
        assert!(!reference.is_dead());
        assert_eq!(w.heap.collect(2).collected, 2);
        assert!(reference.is_dead());
        drop((reference, ty));
        w.end();
    }
}

#[test]
fn a_variable_sized_instance_keeps_its_dict_behind_its_items() {
    let w = World::new("3.11");
    let ty = class(&w, &w.tuple, |head| head.add_dict());
    assert_eq!((ty.head.basicsize(), ty.head.shown_dict_offset()), (32, -8));
    let mut builder = TupleBuilder::new(&w.heap, ty.as_obj(), 2).unwrap();
    builder.push(float(&w, 1.0));
    builder.push(float(&w, 2.0));
    let tuple = builder.finish();
    let storage = storage_of(tuple.as_obj());
    assert!(storage.dict().is_none());
    storage.replace_dict(Some(float(&w, 3.0)));
    assert_eq!(tuple.get(1).unwrap().to::<Float>().value(), 2.0);
    assert_eq!(values_in_order(tuple.as_obj()), [3.0, 2.0, 1.0]);
    drop((tuple, ty));
    w.end();
}

#[test]
fn embedded_values_make_the_block_larger() {
    let w = World::new("3.13");
    let ty = plain_class(&w);
    let obj = gc::alloc_embedded(&w.heap, ty.as_obj(), 30, 30).unwrap();
    let class = w.heap.class_stats().into_iter().find(|row| row.size == 336).unwrap();
    assert_eq!(class.used, 1, "328 bytes are asked for");
    let storage = storage_of(&obj);
    storage.replace_value(29, Some(float(&w, 29.0)));
    storage.replace_value(0, Some(obj.clone()));
    assert_eq!(values_in_order(&obj), [29.0]);
    drop(obj);
    assert_eq!(w.heap.collect(2).collected, 1);
    drop(ty);
    w.end();
}

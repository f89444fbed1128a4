//! What happens when, and in which order: finalizers, weak references, deep structures, counts.
#![forbid(unsafe_code)]

mod common;

use std::cell::RefCell;

use common::{Node, World};
use gc::{Heap, HeapHooks, List, ObjRef, Ref, TupleBuilder, weak};

thread_local! {
    static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static SAVED: RefCell<Vec<ObjRef>> = const { RefCell::new(Vec::new()) };
}

fn log(line: String) {
    LOG.with(|log| log.borrow_mut().push(line));
}

fn logged() -> Vec<String> {
    LOG.take()
}

fn hooks() -> HeapHooks {
    HeapHooks {
        finalize: |_, obj| {
            let id = obj.to::<Node>().mark.id;
            log(format!("del {id}"));
            if id >= 100 {
                SAVED.with(|saved| saved.borrow_mut().push(obj.clone()));
            }
        },
        weakref_callback: |_: &Heap, reference, callback| {
            let dead = reference.to::<gc::WeakRef>().is_dead();
            log(format!("callback {} dead {dead}", callback.to::<Node>().mark.id));
        },
        ..HeapHooks::NONE
    }
}

fn world() -> World {
    let world = World::new("3.11");
    world.heap.set_hooks(hooks());
    world
}

fn weakref(w: &World, to: &Ref<Node>, callback: Option<ObjRef>) -> Ref<gc::WeakRef> {
    weak::reference(&w.heap, w.weakref.as_obj(), to.as_obj(), callback).unwrap()
}

#[test]
fn a_dying_object_finalizes_then_tells_its_weak_references_newest_first() {
    let w = world();
    let class = w.class();
    let callbacks = [w.node(1, [None; 3]), w.node(2, [None; 3])];
    let object = w.node_of(&class, 9, [None; 3]);
    let refs = callbacks.clone().map(|callback| weakref(&w, &object, Some(callback.into_obj())));
    let plain = weakref(&w, &object, None);
    assert_eq!(plain, weakref(&w, &object, None));
    assert_eq!(weak::count(object.as_obj()), 3);
    assert!(plain.get().unwrap().is(object.as_obj()));
    drop(object);
    assert_eq!(logged(), ["del 9", "callback 2 dead true", "callback 1 dead true"]);
    assert!(plain.is_dead());
    drop((refs, plain, callbacks, class));
    w.end();
}

#[test]
fn cyclic_garbage_tells_weak_references_first_and_finalizes_once() {
    let w = world();
    let class = w.class();
    let (a, b) = (w.node_of(&class, 1, [None; 3]), w.node_of(&class, 2, [None; 3]));
    a.edges.0[0].set(b.clone());
    b.edges.0[0].set(a.clone());
    let callback = w.node(7, [None; 3]);
    let reference = weakref(&w, &b, Some(callback.clone().into_obj()));
    drop((a, b));
    let done = w.heap.collect(2);
    assert_eq!(done.collected, 2);
    assert_eq!(logged(), ["callback 7 dead true", "del 1", "del 2"]);
    assert_eq!(w.deaths(), [2, 1]);
    drop((reference, callback, class));
    w.end();
}

#[test]
fn resurrected_objects_live_on_and_are_not_finalized_again() {
    let w = world();
    let class = w.class();
    let a = w.node_of(&class, 100, [None; 3]);
    let b = w.node_of(&class, 101, [Some(a.as_obj()), None, None]);
    a.edges.0[0].set(b.clone());
    drop((a, b));
    assert_eq!(w.heap.collect(2).collected, 0);
    assert_eq!(logged(), ["del 100", "del 101"]);
    w.heap.check().unwrap();
    SAVED.take();
    assert_eq!(w.heap.collect(2).collected, 2);
    assert_eq!(logged(), Vec::<String>::new());
    let alone = w.node_of(&class, 102, [None; 3]);
    drop(alone);
    assert_eq!(w.deaths().len(), 2);
    assert_eq!(SAVED.with(|saved| saved.borrow()[0].refcount()), 1);
    SAVED.take();
    assert_eq!(logged(), ["del 102"]);
    drop(class);
    w.end();
}

#[test]
fn deep_structures_die_without_a_deep_stack() {
    let depth = if cfg!(miri) { 300 } else { 1_000_000 };
    let w = world();
    let mut top = w.node(0, [None; 3]);
    for id in 1..depth {
        top = w.node(id, [Some(top.as_obj()), None, None]);
    }
    assert_eq!(w.heap.live_blocks(), depth);
    drop(top);
    assert_eq!(w.deaths().len(), depth);
    w.end();
}

#[test]
fn collections_start_when_the_threshold_is_exceeded() {
    let w = world();
    w.heap.set_thresholds([10, 2, 2]);
    let before = w.heap.gc_stats()[0].collections;
    let nodes: Vec<_> = (0..10).map(|id| w.node(id, [None; 3])).collect();
    assert_eq!((w.heap.gc_counts()[0], w.heap.gc_stats()[0].collections), (10, before));
    let last = w.node(10, [None; 3]);
    assert_eq!((w.heap.gc_counts(), w.heap.gc_stats()[0].collections), ([0, 1, 0], before + 1));
    assert_eq!(w.heap.generation_of(last.as_obj()), Some(0));
    assert_eq!(w.heap.generation_of(nodes[0].as_obj()), Some(1));
    drop((nodes, last));
    w.end();
}

#[test]
fn free_lists_are_invisible_to_the_count() {
    let w = world();
    w.heap.set_gc_enabled(false);
    let make = || (0..400).map(|_| List::new(&w.heap, w.list.as_obj())).collect::<Vec<_>>();
    let count = || w.heap.gc_counts()[0];
    let lists = make();
    assert_eq!(count(), 400);
    drop(lists);
    assert_eq!(count(), 80);
    let lists = make();
    assert_eq!(count(), 400);
    let addr = lists[0].addr();
    drop(lists);
    w.heap.collect(2);
    assert_eq!(w.heap.live_blocks(), 0);
    let again = List::new(&w.heap, w.list.as_obj());
    let first = again.addr();
    drop(again);
    assert_eq!(List::new(&w.heap, w.list.as_obj()).addr(), first);
    assert_ne!(addr, 0);
    w.end();
}

#[test]
fn tuples_of_atoms_leave_the_collector_at_its_first_visit() {
    let w = world();
    let float = gc::Float::new(&w.heap, w.float.as_obj(), 1.5);
    let mut builder = TupleBuilder::new(&w.heap, w.tuple.as_obj(), 2).unwrap();
    builder.push(float.clone().into_obj());
    builder.push(float.into_obj());
    let tuple = builder.finish();
    assert!(w.heap.is_tracked(tuple.as_obj()));
    w.heap.collect(0);
    assert!(!w.heap.is_tracked(tuple.as_obj()));
    drop(tuple);
    w.end();
}

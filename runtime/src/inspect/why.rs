//! Why an object is alive: the shortest chain of holders from a root, and what its death would free.

use super::titles::{Titles, of_root, plain};
use crate::vm::Vm;
use crate::vm::inspect::Root;
use gc::{Dict, List, ObjRef, Set};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt;

/// A chain of holders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// `Node 0x7f…`.
    pub object: String,
    /// From the root to the object: each step is a place, and what is found there.
    pub chain: Vec<String>,
    /// Objects that die when this one dies, itself included, and the bytes of their blocks.
    pub retained_objects: usize,
    pub retained_bytes: usize,
    /// Nothing but itself and other garbage holds it: it waits for the collector.
    pub garbage: bool,
}

/// How each object was reached first: from which one.
type Parents = HashMap<usize, Option<ObjRef>>;

/// Why `target` is alive.
pub fn why(vm: &Vm, target: &ObjRef, registers: &[*const ObjRef]) -> Why {
    let (parents, first) = search(vm, Some(target), registers, None);
    let mut chain = Vec::new();
    let mut path: Vec<ObjRef> = Vec::new();
    let garbage = !parents.contains_key(&target.addr());
    if !garbage {
        path.push(target.clone());
        while let Some(Some(parent)) = path.last().and_then(|last| parents.get(&last.addr())) {
            path.push(parent.clone());
        }
        path.reverse();
        let wanted: HashMap<usize, ObjRef> = path.iter().map(|obj| (obj.addr(), obj.clone())).collect();
        let titles = Titles::of(vm, &wanted);
        chain.extend(first.get(&path[0].addr()).cloned());
        for pair in path.windows(2) {
            chain.extend(titles.places(vm, &pair[0], &pair[1]).into_iter().next());
        }
    }
    // A program's own name says enough: how the module is reached is no news.
    if let Some(named) = chain.iter().position(|place| place.starts_with("global ")) {
        chain.drain(..named);
    }
    let (retained_objects, retained_bytes) = retained(vm, target, registers);
    Why { object: plain(vm, target), chain, retained_objects, retained_bytes, garbage }
}

/// Searches in breadth from the roots until `target` is found; `without` is not passed through. Modules and what the
/// program named come before the machine's temporaries.
fn search(
    vm: &Vm,
    target: Option<&ObjRef>,
    registers: &[*const ObjRef],
    without: Option<&ObjRef>,
) -> (Parents, HashMap<usize, String>) {
    let mut parents = Parents::new();
    let mut first = HashMap::new();
    let mut waiting = VecDeque::new();
    vm.each_root(&mut |root, held| {
        if registers.contains(&std::ptr::from_ref(held)) || without.is_some_and(|w| w.is(held)) {
            return;
        }
        if let Entry::Vacant(place) = parents.entry(held.addr()) {
            place.insert(None);
            first.insert(held.addr(), of_root(root));
            let named = matches!(root, Root::Interpreter(_));
            if named { waiting.push_front(held.clone()) } else { waiting.push_back(held.clone()) }
        }
    });
    while let Some(holder) = waiting.pop_front() {
        if target.is_some_and(|target| target.is(&holder)) {
            break;
        }
        vm.heap.each_referent(&holder, &mut |held| {
            if !parents.contains_key(&held.addr()) && !without.is_some_and(|w| w.is(held)) {
                parents.insert(held.addr(), Some(holder.clone()));
                waiting.push_back(held.clone());
            }
        });
    }
    (parents, first)
}

/// What only `target` keeps alive: everything below it that no root reaches without it.
fn retained(vm: &Vm, target: &ObjRef, registers: &[*const ObjRef]) -> (usize, usize) {
    let (others, _) = search(vm, None, registers, Some(target));
    let mut mine: HashSet<usize> = HashSet::from([target.addr()]);
    let mut waiting = vec![target.clone()];
    let mut bytes = 0;
    while let Some(obj) = waiting.pop() {
        bytes += bytes_of(vm, &obj);
        vm.heap.each_referent(&obj, &mut |held| {
            if !others.contains_key(&held.addr()) && !vm.heap.is_static(held) && mine.insert(held.addr()) {
                waiting.push(held.clone());
            }
        });
    }
    (mine.len(), bytes)
}

/// Bytes of the object's blocks: from the GC head on, with the buffers of lists, dicts and sets.
pub fn bytes_of(vm: &Vm, obj: &ObjRef) -> usize {
    let buffer = if let Some(list) = obj.payload::<List>() {
        8 * list.allocated()
    } else if let Some(dict) = obj.payload::<Dict>() {
        dict.storage_size()
    } else {
        obj.payload::<Set>().map_or(0, |set| set.table_size())
    };
    obj.ty().front() + vm.object_size(obj) + buffer
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.garbage {
            writeln!(f, "{}: nothing that runs reaches it; it waits for the collector", self.object)?;
        } else {
            writeln!(f, "{} is alive because of", self.object)?;
            self.chain.iter().enumerate().try_for_each(|(n, place)| writeln!(f, "  {}{place}", "  ".repeat(n)))?;
        }
        let (objects, bytes) = (self.retained_objects, self.retained_bytes);
        let s = if objects == 1 { "" } else { "s" };
        writeln!(f, "without it {objects} object{s} and {bytes} bytes would go")
    }
}

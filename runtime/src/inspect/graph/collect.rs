//! Reads a graph from the heap: counts are read before the reader takes a handle, and nothing is allocated in the heap.

use super::{Graph, Node, OBJECTS, ROWS, Row, Target};
use crate::builtins::builtin_function::BuiltinFunction;
use crate::builtins::module::Module;
use crate::inspect::net::bytes_of;
use crate::inspect::titles::{self, plain};
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::code_object::CodeObject;
use crate::vm::function::Function;
use crate::vm::generator::Generator;
use crate::vm::owners::Owner;
use gc::{Bytes, Dict, Float, Int, ObjRef, Place, Ref, Set, Str, TypeFlags, WeakRef};
use std::collections::{HashMap, HashSet};

/// The graph below `target`. `asking`: counts that belong to the question; `registers`: where in the machine's registers
/// they are, if they are there.
pub fn graph(vm: &Vm, target: &ObjRef, asking: usize, registers: &[*const ObjRef]) -> Graph {
    let mut reader = Reader::new(vm, registers);
    reader.add(target, asking);
    reader.read(false)
}

/// The graph of everything that the names of a namespace reach, with the garbage that nothing reaches.
pub fn everything(vm: &Vm, names: &Ref<Dict>, registers: &[*const ObjRef]) -> Graph {
    let mut reader = Reader::new(vm, registers);
    vm.heap.each_edge(names.as_obj(), &mut |place, obj| {
        if let Place::Value(key) = place
            && !titles::text(key).is_some_and(|name| name.starts_with("__"))
            && (!is_plain(vm, obj) || obj.has::<WeakRef>())
        {
            reader.add(obj, 0);
        }
    });
    reader.read(true)
}

/// The graph of `target` and the objects at these addresses alone: of what they hold only what holds others of them.
pub fn among(vm: &Vm, addresses: &[usize], target: &ObjRef, asking: usize, registers: &[*const ObjRef]) -> Graph {
    let mut reader = Reader::new(vm, registers);
    reader.add(target, asking);
    let addresses: HashSet<usize> = addresses.iter().copied().collect();
    vm.each_live_object(&mut |obj| {
        if addresses.contains(&obj.addr()) {
            reader.add(obj, 0);
        }
    });
    reader.closed = true;
    reader.read(false)
}

struct Reader<'a> {
    vm: &'a Vm,
    registers: &'a [*const ObjRef],
    objects: Vec<ObjRef>,
    counts: Vec<usize>,
    index: HashMap<usize, usize>,
    omitted: usize,
    /// No more objects are taken in.
    closed: bool,
}

impl<'a> Reader<'a> {
    fn new(vm: &'a Vm, registers: &'a [*const ObjRef]) -> Reader<'a> {
        Reader {
            vm,
            registers,
            objects: Vec::new(),
            counts: Vec::new(),
            index: HashMap::new(),
            omitted: 0,
            closed: false,
        }
    }

    /// The object's place in the graph; None if the graph is full.
    fn add(&mut self, obj: &ObjRef, asking: usize) -> Option<usize> {
        if let Some(known) = self.index.get(&obj.addr()) {
            return Some(*known);
        }
        if self.closed {
            return None;
        }
        if self.objects.len() >= OBJECTS {
            self.omitted += 1;
            return None;
        }
        self.index.insert(obj.addr(), self.objects.len());
        self.counts.push((obj.refcount() as usize).saturating_sub(asking));
        self.objects.push(obj.clone());
        Some(self.objects.len() - 1)
    }

    fn read(mut self, with_garbage: bool) -> Graph {
        let starts = self.objects.len();
        let live = self.live();
        let mut nodes = self.follow(0);
        self.weak_references(&mut nodes);
        if with_garbage {
            for obj in self.garbage(&live) {
                self.add(&obj, 1);
            }
            let from = nodes.len();
            nodes.extend(self.follow(from));
            self.weak_references(&mut nodes);
        }
        for (node, obj) in nodes.iter_mut().zip(&self.objects) {
            node.garbage = !live.contains(&obj.addr());
        }
        self.generations(&mut nodes);
        self.holders(&mut nodes);
        Graph { nodes, starts, omitted: self.omitted, ..Graph::default() }
    }

    /// Reads the objects from this one on, and those that they reach.
    fn follow(&mut self, from: usize) -> Vec<Node> {
        let mut nodes = Vec::new();
        while from + nodes.len() < self.objects.len() {
            let at = from + nodes.len();
            nodes.push(self.node(at));
        }
        nodes
    }

    fn node(&mut self, at: usize) -> Node {
        let (vm, obj) = (self.vm, self.objects[at].clone());
        let address = obj.addr();
        let title = plain(vm, &obj).replace(&format!(" {address:#x}"), "");
        let mut node = Node { title, address, count: self.counts[at], bytes: bytes_of(vm, &obj), ..Node::default() };
        if let Some(value) = literal(vm, &obj) {
            node.rows.push(Row { label: String::new(), target: Target::Value(value) });
            return node;
        }
        let mut found: Vec<(String, ObjRef)> = Vec::new();
        let mut handles = Vec::new();
        vm.heap.each_edge(&obj, &mut |place, held| {
            // A million items need no million words.
            if found.len() >= ROWS || self.closed && !self.index.contains_key(&held.addr()) {
                node.more_rows += usize::from(!matches!(place, Place::Class | Place::Key));
            } else if let Some(label) = label(vm, &obj, place, held) {
                // The count is read before the handle is made.
                handles.push(held.refcount() as usize);
                found.push((label, held.clone()));
            }
        });
        // An attribute dict or a place may have been met before: what this reader holds is not the program's.
        let mut seen: HashMap<usize, usize> = HashMap::new();
        for ((label, held), count) in found.iter().zip(handles) {
            let mine = *seen.entry(held.addr()).and_modify(|n| *n += 1).or_insert(0);
            let target = if is_plain(vm, held) {
                Target::Value(short(vm, held))
            } else {
                let known = self.index.contains_key(&held.addr());
                match self.add(held, 0) {
                    Some(to) => {
                        if !known {
                            self.counts[to] = count - mine;
                        }
                        Target::Node(to)
                    }
                    None => Target::Value(format!("{} (not shown)", plain(vm, held))),
                }
            };
            node.rows.push(Row { label: label.clone(), target });
        }
        node
    }

    /// Weak references to the objects, and what weak references of the graph refer to.
    fn weak_references(&mut self, nodes: &mut Vec<Node>) {
        let mut at = 0;
        while at < nodes.len() {
            let obj = self.objects[at].clone();
            let mut references = Vec::new();
            gc::weak::each_reference(&obj, &mut |reference| references.push(reference.clone()));
            for reference in &references {
                self.add(reference, 1);
            }
            drop(references);
            let more = self.follow(nodes.len());
            nodes.extend(more);
            if let Some(weak) = obj.payload::<WeakRef>()
                && !nodes[at].rows.iter().any(|row| row.label == "refers to")
            {
                let target = match weak.get() {
                    None => Target::Value("nothing any more".into()),
                    Some(referent) if is_plain(self.vm, &referent) => Target::Value(short(self.vm, &referent)),
                    Some(referent) => self.add(&referent, 1).map_or(Target::Value("(not shown)".into()), Target::Weak),
                };
                nodes[at].rows.insert(0, Row { label: "refers to".into(), target });
                let more = self.follow(nodes.len());
                nodes.extend(more);
            }
            at += 1;
        }
    }

    /// Addresses of everything that the interpreter reaches.
    fn live(&self) -> HashSet<usize> {
        let mut seen = HashSet::new();
        let mut waiting: Vec<ObjRef> = Vec::new();
        let mut meet = |waiting: &mut Vec<ObjRef>, obj: &ObjRef| {
            if seen.insert(obj.addr()) {
                waiting.push(obj.clone());
            }
        };
        self.vm.each_owner(&mut |_, obj| {
            if !self.registers.contains(&std::ptr::from_ref(obj)) {
                meet(&mut waiting, obj);
            }
        });
        // What nothing holds but the question is no garbage.
        self.objects
            .iter()
            .zip(&self.counts)
            .filter(|(_, count)| **count == 0)
            .for_each(|(obj, _)| meet(&mut waiting, obj));
        while let Some(obj) = waiting.pop() {
            self.vm.heap.each_edge(&obj, &mut |_, held| meet(&mut waiting, held));
        }
        seen
    }

    fn garbage(&self, live: &HashSet<usize>) -> Vec<ObjRef> {
        let mut found = Vec::new();
        for generation in 0..3 {
            self.vm.heap.each_tracked(generation, &mut |obj| {
                if !live.contains(&obj.addr()) && !self.index.contains_key(&obj.addr()) && !is_plain(self.vm, obj) {
                    found.push(obj.clone());
                }
            });
        }
        found
    }

    fn generations(&self, nodes: &mut [Node]) {
        for generation in 0..3 {
            self.vm.heap.each_tracked(generation, &mut |obj| {
                if let Some(at) = self.index.get(&obj.addr()) {
                    nodes[*at].generation = Some(generation);
                }
            });
        }
    }

    /// Who outside of the graph holds its objects.
    fn holders(&self, nodes: &mut [Node]) {
        let mut told = |obj: &ObjRef, place: &mut dyn FnMut() -> String| {
            let Some(at) = self.index.get(&obj.addr()) else { return };
            let node = &mut nodes[*at];
            if node.held_by.len() < ROWS { node.held_by.push(place()) } else { node.more_holders += 1 }
        };
        self.vm.each_owner(&mut |owner, obj| {
            if !self.registers.contains(&std::ptr::from_ref(obj)) && !matches!(owner, Owner::Raised(_)) {
                told(obj, &mut || titles::of_owner(owner));
            }
        });
        let modules = self.namespaces();
        self.vm.each_live_object(&mut |holder| {
            if self.index.contains_key(&holder.addr()) {
                return;
            }
            self.vm.heap.each_edge(holder, &mut |place, obj| {
                told(obj, &mut || match (place, modules.get(&holder.addr())) {
                    (Place::Value(key), Some(module)) => titles::global(key, module),
                    _ => match label(self.vm, holder, place, obj) {
                        Some(label) => {
                            let key = label.starts_with('\'') || label.starts_with(|c: char| c.is_ascii_digit());
                            let label = if key { format!("value {label}") } else { label };
                            format!("{} of {}", label.trim_start_matches('.'), plain(self.vm, holder))
                        }
                        None => plain(self.vm, holder),
                    },
                });
            });
        });
    }

    /// Names of the modules, by the addresses of their dicts.
    fn namespaces(&self) -> HashMap<usize, String> {
        let mut found = HashMap::new();
        self.vm.each_live_object(&mut |obj| {
            if let (Some(name), Some(module)) = (titles::module_name(self.vm, obj), obj.payload::<Module>())
                && let Some(dict) = module.dict.get()
            {
                found.insert(dict.addr(), name);
            }
        });
        found
    }
}

/// Whether an object is shown by its value where it is held, without a box of its own.
fn is_plain(vm: &Vm, obj: &ObjRef) -> bool {
    if let Some(function) = obj.payload::<Function>() {
        return function.closure.is_none() && function.defaults.is_none() && function.kwdefaults.is_none();
    }
    literal(vm, obj).is_some()
        || obj.ty().has(TypeFlags::TYPE)
        || obj.has::<CodeObject>()
        || obj.has::<Module>()
        || obj.has::<BuiltinFunction>()
}

/// A plain object in a few characters.
fn short(vm: &Vm, obj: &ObjRef) -> String {
    literal(vm, obj).unwrap_or_else(|| plain(vm, obj))
}

/// The value of a number, a text, None.
fn literal(vm: &Vm, obj: &ObjRef) -> Option<String> {
    let single = [&vm.none, &vm.true_, &vm.false_];
    let plain = obj.has::<Int>() || obj.has::<Float>() || obj.has::<Str>();
    if single.into_iter().any(|one| one.is(obj)) || (plain && !obj.ty().is_heap_type()) {
        return Some(titles::brief(vm, obj));
    }
    let bytes = obj.payload::<Bytes>().filter(|_| !obj.ty().is_heap_type());
    bytes.map(|bytes| format!("bytes of length {}", bytes.len()))
}

/// How a place is called; None for places that a picture leaves out: the class of an instance, keys shown with their values.
fn label(vm: &Vm, holder: &ObjRef, place: Place<'_>, held: &ObjRef) -> Option<String> {
    Some(match place {
        Place::Class | Place::SharedKey { .. } | Place::Constant { .. } => return None,
        Place::Key if is_plain(vm, held) => return None,
        Place::Key => "key".into(),
        Place::Value(key) => short(vm, key),
        Place::Item(_) if holder.has::<Set>() => "member".into(),
        Place::Item(i) => format!("[{i}]"),
        Place::Attribute(i) => match type_of(holder).shared.name(i).as_ref().and_then(titles::text) {
            Some(name) => format!(".{name}"),
            None => "attribute".into(),
        },
        Place::Member(offset) => format!(".{}", titles::member_name(holder, offset)),
        Place::Dict => ".__dict__".into(),
        Place::Local(n) => format!("local {}", titles::register_name(holder, n)),
        Place::Field(name)
            if holder.has::<Function>() && !["closure", "defaults", "kwdefaults", "dict"].contains(&name) =>
        {
            return None;
        }
        // What a generator was made of is no news; what it holds on to is.
        Place::Field(_) if holder.has::<Generator>() && is_plain(vm, held) => return None,
        Place::Field("") => "contents".into(),
        Place::Field("this") => "__self__".into(),
        Place::Field(name) => name.replace('_', " "),
    })
}

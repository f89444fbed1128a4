//! One collection, pass by pass: recorded while it takes place, as plain data.
//!
//! Of the objects looked at, those of the program are recorded: what its variables reach, and what nothing reaches.

use super::json::{list, quoted};
use super::places::words;
use super::titles::{Titles, brief, plain};
use crate::vm::Vm;
use crate::vm::cast::vm_of;
use crate::vm::owners::Owner;
use gc::{Collection, Dict, Exact, GENERATIONS, Heap, Look, ObjRef, Observer, Step, Str, TypeFlags};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt::{self, Write as _};
use std::rc::Rc;

/// One line of a pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The object's name.
    pub object: String,
    /// Its address.
    pub address: usize,
    /// What happens to it.
    pub what: String,
    /// The working count afterwards, where the pass has one.
    pub refs: Option<usize>,
}

/// One pass.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// CPython's name of it.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub does: &'static str,
    /// What happened to the program's objects.
    pub lines: Vec<Line>,
    /// How many steps concerned others.
    pub others: usize,
}

/// One collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The oldest generation that took part.
    pub generation: usize,
    /// The counts of the generations before.
    pub counts: [usize; GENERATIONS],
    /// Objects looked at, and those of the program among them.
    pub examined: usize,
    pub own: usize,
    /// The passes, in order.
    pub passes: Vec<Pass>,
    /// What `gc.collect` returns.
    pub collected: usize,
}

/// Lines shown of one pass.
const SHOWN: usize = 60;

const PASSES: &[(&str, &str)] = &[
    ("update_refs", "each object gets a working count, gc_refs: a copy of its count"),
    ("subtract_refs", "each reference from inside takes one off; what is left comes from outside"),
    ("move_unreachable", "0 left: moved to the unreachable list; what something that stays holds comes back"),
    ("untrack", "survivors that cannot be part of a cycle are no longer looked at"),
    ("handle_weakrefs", "weak references to what is unreachable are cleared, then their callbacks run"),
    ("finalize_garbage", "finalizers run, each object's once"),
    ("handle_resurrected", "a second look: did a finalizer make something reachable again?"),
    ("delete_garbage", "what is still unreachable drops all that it holds; the counts do the rest"),
];

/// Records a collection.
struct Recorder {
    names: HashMap<usize, String>,
    /// Namespaces of modules.
    modules: HashMap<usize, String>,
    state: RefCell<Recording>,
}

struct Recording {
    record: Record,
    again: bool,
    /// Which of several references from one object to another was met.
    met: HashMap<(usize, usize), usize>,
    /// In the second look: working counts as they come.
    held: HashSet<usize>,
    /// What is unreachable and was not spoken of since; in which order it was put out.
    out: HashMap<usize, usize>,
    turns: usize,
    /// The object whose references are being subtracted, and the places of what it holds, by address.
    places: (usize, HashMap<usize, Vec<String>>),
}

/// The objects that the program's variables reach, other than modules, functions and classes; and those that nothing
/// reaches. With their names.
fn own_objects(vm: &Vm) -> (HashMap<usize, String>, HashMap<usize, String>) {
    let mut reached: HashSet<usize> = HashSet::new();
    let mut all: HashMap<usize, ObjRef> = HashMap::new();
    let mut todo: Vec<ObjRef> = Vec::new();
    vm.each_owner(&mut |owner, obj| {
        if !matches!(owner, Owner::Raised(_)) && reached.insert(obj.addr()) {
            todo.push(obj.clone());
        }
    });
    while let Some(obj) = todo.pop() {
        vm.heap.each_edge(&obj, &mut |_, held| {
            if reached.insert(held.addr()) {
                todo.push(held.clone());
            }
        });
    }
    for generation in 0..GENERATIONS {
        vm.heap.each_tracked(generation, &mut |obj| {
            if !reached.contains(&obj.addr()) {
                all.insert(obj.addr(), obj.clone());
            }
        });
    }
    variables(vm, &mut |obj| todo.push(obj.clone()));
    let skipped = |obj: &ObjRef| {
        let exact = obj.ty().exact();
        exact == Exact::BuiltinFunction
            || exact == Exact::Module
            || exact == Exact::Function
            || obj.ty().has(TypeFlags::TYPE)
    };
    while let Some(obj) = todo.pop() {
        if !vm.heap.is_collectable(&obj) || skipped(&obj) || vm.heap.is_static(&obj) {
            continue;
        }
        if all.insert(obj.addr(), obj.clone()).is_none() {
            vm.heap.each_edge(&obj, &mut |place, held| {
                if !matches!(place, gc::Place::Class) {
                    todo.push(held.clone());
                }
            });
        }
    }
    let titles = Titles::of(vm, &all.keys().copied().collect());
    let names = all.values().map(|obj| (obj.addr(), label(vm, &titles, obj))).collect();
    (names, titles.namespaces())
}

/// Calls `look` with the values of the program's variables: globals of `__main__`, locals of what runs.
fn variables(vm: &Vm, look: &mut dyn FnMut(&ObjRef)) {
    vm.each_owner(&mut |owner, obj| match owner {
        Owner::Register { .. } => look(obj),
        Owner::Kept("namespace of the program") => {
            let items = obj.payload::<Dict>().map(|dict| dict.items()).unwrap_or_default();
            items.iter().for_each(|(_, value)| look(value));
        }
        _ => {}
    });
}

/// `a (Node 0x…)`, `__dict__ of Node 0x…`, `Node 'first' 0x…`.
fn label(vm: &Vm, titles: &Titles, obj: &ObjRef) -> String {
    match titles.name(obj) {
        Some(name) if name.starts_with("global ") => format!("{} ({})", &name[7..], plain(vm, obj)),
        _ => titles.owner(obj).map_or_else(|| with_own_name(vm, obj), |owner| format!("__dict__ of {owner}")),
    }
}

/// An instance that has an attribute `name` says it: `Node 'a' 0x…`.
fn with_own_name(vm: &Vm, obj: &ObjRef) -> String {
    let mut name = None;
    vm.heap.each_edge(obj, &mut |place, held| {
        if words(vm, obj, place) == "attribute name" && held.has::<Str>() {
            name = Some(brief(vm, held));
        }
    });
    let dict = gc::storage_of(obj).dict();
    if let Some(dict) = dict.as_ref().and_then(|dict| dict.payload::<Dict>()) {
        let is_name = |key: &ObjRef| key.payload::<Str>().is_some_and(|key| key.is_text("name"));
        let found = dict.items().into_iter().find(|(key, value)| is_name(key) && value.has::<Str>());
        name = found.map(|(_, value)| brief(vm, &value)).or(name);
    }
    match (name, plain(vm, obj).rsplit_once(' ')) {
        (Some(name), Some((kind, address))) => format!("{kind} {name} {address}"),
        _ => plain(vm, obj),
    }
}

impl Recorder {
    fn name(&self, vm: &Vm, obj: &ObjRef) -> String {
        if let Some(module) = self.modules.get(&obj.addr()) {
            return if module == "__main__" { "the globals".into() } else { format!("the globals of module {module}") };
        }
        self.names.get(&obj.addr()).cloned().unwrap_or_else(|| plain(vm, obj))
    }

    /// Notes what happens to an object, if it is the program's.
    fn note(&self, heap: &Heap, pass: usize, obj: &ObjRef, refs: Option<usize>, what: impl FnOnce(&Vm) -> String) {
        let mut state = self.state.borrow_mut();
        let pass = &mut state.record.passes[pass];
        match self.names.get(&obj.addr()) {
            None => pass.others += 1,
            Some(name) => {
                let line = Line { object: name.clone(), address: obj.addr(), what: what(vm_of(heap)), refs };
                pass.lines.push(line);
            }
        }
    }

    fn put_out(&self, obj: &ObjRef) {
        if self.names.contains_key(&obj.addr()) {
            let mut state = self.state.borrow_mut();
            let turn = state.turns;
            state.turns += 1;
            state.out.insert(obj.addr(), turn);
        }
    }

    fn put_in(&self, obj: &ObjRef) {
        self.state.borrow_mut().out.remove(&obj.addr());
    }

    /// What was unreachable and not cleared itself went with what was.
    fn end(&self, collected: usize) {
        let mut state = self.state.borrow_mut();
        state.record.collected = collected;
        let mut out: Vec<(usize, usize)> = std::mem::take(&mut state.out).into_iter().collect();
        out.sort_by_key(|(_, turn)| *turn);
        for (address, _) in out {
            let object = self.names.get(&address).cloned().unwrap_or_default();
            let what = "dies with it: its count is 0".to_string();
            state.record.passes[DELETE].lines.push(Line { object, address, what, refs: None });
        }
    }

    /// The place in which `from` holds `to`, the next one if there are several.
    fn place(&self, vm: &Vm, from: &ObjRef, to: &ObjRef) -> String {
        let nth = {
            let mut state = self.state.borrow_mut();
            let met = state.met.entry((from.addr(), to.addr())).or_default();
            *met += 1;
            *met - 1
        };
        let mut state = self.state.borrow_mut();
        if state.places.0 != from.addr() {
            let mut found: HashMap<usize, Vec<String>> = HashMap::new();
            vm.heap.each_edge(from, &mut |place, held| {
                if self.names.contains_key(&held.addr()) {
                    found.entry(held.addr()).or_default().push(words(vm, from, place));
                }
            });
            state.places = (from.addr(), found);
        }
        let holder = self.name(vm, from);
        let found = state.places.1.get(&to.addr()).map_or(&[][..], Vec::as_slice);
        match found.get(nth % found.len().max(1)) {
            // A value of a namespace is a global.
            Some(place) if self.modules.contains_key(&from.addr()) => {
                format!("{} in {holder}", place.trim_start_matches("value "))
            }
            Some(place) => format!("{place} of {holder}"),
            // The values inside an instance stand for the dict that shows them.
            None => format!("an attribute of {holder}"),
        }
    }
}

const UPDATE: usize = 0;
const SUBTRACT: usize = 1;
const MOVE: usize = 2;
const UNTRACK: usize = 3;
const WEAK: usize = 4;
const FINALIZE: usize = 5;
const AGAIN: usize = 6;
const DELETE: usize = 7;

impl Observer for Recorder {
    fn tell(&self, heap: &Heap, step: Step<'_>) {
        let again = self.state.borrow().again;
        match step {
            Step::Begin { generation, counts } => {
                let mut state = self.state.borrow_mut();
                (state.record.generation, state.record.counts) = (generation, counts);
            }
            Step::Looks(look) => {
                let mut state = self.state.borrow_mut();
                state.again = look == Look::Again;
                state.met.clear();
            }
            Step::Counted { obj, refs } => {
                if !again {
                    let mut state = self.state.borrow_mut();
                    state.record.examined += 1;
                    state.record.own += usize::from(self.names.contains_key(&obj.addr()));
                    drop(state);
                    self.note(heap, UPDATE, obj, Some(refs), |_| format!("gc_refs {refs}"));
                }
            }
            Step::Subtracted { from, to, refs } => {
                if !again {
                    self.note(heap, SUBTRACT, to, Some(refs), |_| String::new());
                    if self.names.contains_key(&to.addr()) {
                        let place = self.place(vm_of(heap), from, to);
                        let mut state = self.state.borrow_mut();
                        if let Some(line) = state.record.passes[SUBTRACT].lines.last_mut() {
                            line.what = format!("gc_refs {} -> {refs}   for {place}", refs + 1);
                        }
                    }
                }
            }
            Step::Stays { obj, refs } if again => {
                let first = self.state.borrow_mut().held.insert(obj.addr());
                if first {
                    self.note(heap, AGAIN, obj, Some(refs), |_| "is held from outside again".into());
                }
            }
            Step::Stays { obj, refs } => {
                self.note(heap, MOVE, obj, Some(refs), |_| format!("stays, gc_refs {refs}"));
            }
            Step::MovesOut { obj } if !again => {
                self.note(heap, MOVE, obj, Some(0), |_| "-> unreachable".into());
                self.put_out(obj);
            }
            Step::Reached { from, to, back } if !again => {
                self.put_in(to);
                self.note(heap, MOVE, to, Some(1), |vm| {
                    let how = if back { "<- back from unreachable" } else { "gc_refs 0 -> 1" };
                    format!("{how}: held by {}, which stays", self.name(vm, from))
                });
            }
            Step::MovesOut { .. } | Step::Reached { .. } => {}
            Step::Untracked { obj } => self.note(heap, UNTRACK, obj, None, |_| "is no longer tracked".into()),
            Step::WeakCleared { reference, obj, callback } => self.note(heap, WEAK, obj, None, |vm| {
                let then = if callback { ", its callback will run" } else { "" };
                format!("{} is cleared{then}", plain(vm, reference))
            }),
            Step::Callback { reference } => {
                let vm = vm_of(heap);
                let line = Line {
                    object: plain(vm, reference),
                    address: reference.addr(),
                    what: "callback runs".into(),
                    refs: None,
                };
                self.state.borrow_mut().record.passes[WEAK].lines.push(line);
            }
            Step::Finalizer { obj } => self.note(heap, FINALIZE, obj, None, |_| "its finalizer runs".into()),
            Step::Resurrected { obj } => {
                self.put_in(obj);
                self.note(heap, AGAIN, obj, None, |_| "is reachable again: it stays".into());
            }
            Step::Clears { obj } => {
                self.put_in(obj);
                self.note(heap, DELETE, obj, None, |_| "is cleared".into());
            }
            Step::Outlives { obj } => {
                self.note(heap, DELETE, obj, None, |_| "was cleared, and something still holds it".into());
            }
            Step::Saved { obj } => {
                self.put_in(obj);
                self.note(heap, DELETE, obj, None, |_| "goes to gc.garbage".into());
            }
            Step::End { collected, .. } => self.end(collected),
        }
    }
}

/// Collects a generation and the younger ones, as `gc.collect` does, and records it. None: a collection is running.
pub fn collect_recorded(vm: &Vm, generation: usize) -> Option<Record> {
    if vm.heap.is_collecting() {
        return None;
    }
    let passes = PASSES.iter().map(|(name, does)| Pass { name, does, lines: Vec::new(), others: 0 }).collect();
    let record = Record { generation, counts: [0; GENERATIONS], examined: 0, own: 0, passes, collected: 0 };
    let state = Recording {
        record,
        again: false,
        met: HashMap::new(),
        held: HashSet::new(),
        out: HashMap::new(),
        turns: 0,
        places: Default::default(),
    };
    let (names, modules) = vm.look("gc step", || own_objects(vm));
    let recorder = Rc::new(Recorder { names, modules, state: RefCell::new(state) });
    let before = vm.heap.observe_collections(Some(recorder.clone()));
    let Collection { collected, uncollectable, .. } = vm.heap.collect(generation);
    vm.heap.observe_collections(before);
    let mut record = recorder.state.borrow().record.clone();
    record.collected = collected + uncollectable;
    Some(record)
}

impl Record {
    /// As JSON.
    pub fn json(&self) -> String {
        let line = |l: &Line| {
            let refs = l.refs.map_or("null".into(), |refs| refs.to_string());
            let (object, what) = (quoted(&l.object), quoted(&l.what));
            format!("{{\"object\": {object}, \"address\": {}, \"what\": {what}, \"gc_refs\": {refs}}}", l.address)
        };
        let pass = |p: &Pass| {
            let (name, lines) = (quoted(p.name), list(&p.lines, line));
            format!("{{\"pass\": {name}, \"others\": {}, \"steps\": {lines}}}", p.others)
        };
        let counts = list(self.counts, |n| n.to_string());
        format!(
            "{{\"generation\": {}, \"counts\": {counts}, \"examined\": {}, \"own\": {}, \"collected\": {}, \"passes\": {}}}",
            self.generation,
            self.examined,
            self.own,
            self.collected,
            list(&self.passes, pass)
        )
    }

    /// The pages for turning back and forth: a heading, each pass, the result.
    pub fn pages(&self) -> Vec<String> {
        let heading = format!(
            "collecting generation {} and younger: {} objects, {} of them the program's own\n",
            self.generation, self.examined, self.own
        );
        let passes = self.passes.iter().enumerate().map(|(n, pass)| page(n, pass));
        let s = if self.collected == 1 { "" } else { "s" };
        let end = format!("gc.collect() returns {}: {} object{s} were unreachable\n", self.collected, self.collected)
            .replace("1 object were", "1 object was");
        std::iter::once(heading).chain(passes).chain([end]).collect()
    }
}

fn page(n: usize, pass: &Pass) -> String {
    let mut out = format!("{}  {}: {}\n", n + 1, pass.name, pass.does);
    let width = pass.lines.iter().take(SHOWN).map(|line| line.object.chars().count()).max().unwrap_or(0);
    for line in pass.lines.iter().take(SHOWN) {
        let _ = writeln!(out, "     {:<width$}  {}", line.object, line.what);
    }
    if pass.lines.len() > SHOWN {
        let _ = writeln!(out, "     and {} steps more", pass.lines.len() - SHOWN);
    }
    match (pass.lines.len(), pass.others) {
        (0, 0) => out += "     nothing\n",
        (0, others) => out += &format!("     nothing of the program's own ({others} of others)\n"),
        (_, 0) => {}
        (_, others) => out += &format!("     ({others} of others)\n"),
    }
    out
}

impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pages().iter().try_for_each(|page| f.write_str(page))
    }
}

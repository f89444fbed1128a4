//! What has grown between two moments, and which of the usual ways of leaking is at work.
//!
//! A mark remembers, outside the heap, which objects there were. Later the new ones are counted by type and by the line
//! that made them, and each way of leaking is asked how many new objects only it keeps.

use super::json::{list, quoted};
use super::net::Net;
use super::titles::text;
use super::why::{Links, pairs};
use crate::builtins::module::Module;
use crate::vm::Vm;
use crate::vm::cell::CellObject;
use crate::vm::function::Function;
use crate::vm::generator::Generator;
use gc::{Exact, ObjRef, Place, TypeFlags};
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

/// What there was at one moment.
#[derive(Default)]
struct Mark {
    /// Addresses, with what their types are called.
    objects: HashMap<usize, String>,
    /// Traced bytes by line.
    lines: HashMap<String, (isize, isize)>,
}

/// The last mark.
#[derive(Default)]
struct Marked(RefCell<Option<Mark>>);

impl crate::vm::Keeps for Marked {}

/// More, or less, of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// The type, or the line.
    pub name: String,
    /// Objects (or blocks) more than at the mark, and their bytes.
    pub objects: isize,
    pub bytes: isize,
}

/// Whether one of the usual ways of leaking is at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaking {
    /// It keeps objects that are new since the mark.
    Yes,
    /// There is none that keeps anything.
    No,
    /// It keeps objects, but none that is new.
    Unknown,
}

/// One of the usual ways.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosis {
    /// Its name.
    pub name: &'static str,
    pub leaking: Leaking,
    /// New objects, and all objects, that only this keeps alive.
    pub new: usize,
    pub kept: usize,
    /// The way from the root to the one that keeps most.
    pub path: Vec<String>,
}

/// What has grown since the mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaks {
    /// Objects more, and bytes.
    pub objects: isize,
    pub bytes: isize,
    pub types: Vec<Growth>,
    /// None: allocations are not traced.
    pub lines: Option<Vec<Growth>>,
    pub diagnoses: Vec<Diagnosis>,
}

const WAYS: &[&str] = &[
    "global cache",
    "closure cell",
    "saved exception and its traceback",
    "_ of the prompt",
    "lru_cache on a method",
    "callback list",
    "suspended generator",
    "__del__ resurrection",
];
const CACHE: usize = 0;
const CELL: usize = 1;
const EXCEPTION: usize = 2;
const UNDERSCORE: usize = 3;
const LRU: usize = 4;
const CALLBACKS: usize = 5;
const GENERATOR: usize = 6;
const RESURRECTION: usize = 7;

/// Rows shown.
const ROWS: usize = 12;

fn lines_now(vm: &Vm) -> HashMap<String, (isize, isize)> {
    let mut lines: HashMap<String, (isize, isize)> = HashMap::new();
    let Some(tracing) = vm.tracing() else { return lines };
    let mut names: HashMap<usize, String> = HashMap::new();
    for (_, trace) in tracing.traces() {
        let name = names.entry(trace.site()).or_insert_with(|| {
            let site = tracing.site_of(trace);
            site.frames.first().map_or("?".into(), |(file, line)| format!("{file}:{line}"))
        });
        let row = lines.entry(name.clone()).or_default();
        *row = (row.0 + 1, row.1 + trace.size as isize);
    }
    lines
}

/// Remembers what there is now; how many objects that are.
pub fn mark(vm: &Vm) -> usize {
    let mut mark = Mark { lines: lines_now(vm), ..Mark::default() };
    vm.each_live_object(&mut |obj| {
        mark.objects.insert(obj.addr(), vm.type_name(obj));
    });
    let count = mark.objects.len();
    *vm.state::<Marked>().0.borrow_mut() = Some(mark);
    count
}

/// What has grown since the last mark; None without one.
pub fn leaks(vm: &Vm, registers: &[*const ObjRef]) -> Option<Leaks> {
    let state = vm.state::<Marked>();
    let marked = state.0.borrow();
    let mark = marked.as_ref()?;
    let net = Net::of(vm, registers);
    let bytes_at = |addr: usize| net.find(addr).map_or(0, |node| net.facts[node as usize].bytes) as isize;
    let mut new: HashSet<u32> = HashSet::new();
    let mut types: BTreeMap<String, (isize, isize)> = BTreeMap::new();
    let mut there = HashSet::new();
    let mut suspects = Suspects::default();
    vm.each_live_object(&mut |obj| suspects.note_namespace(vm, obj));
    vm.each_live_object(&mut |obj| {
        there.insert(obj.addr());
        let name = vm.type_name(obj);
        let known = mark.objects.get(&obj.addr());
        if known != Some(&name) {
            let row = types.entry(name).or_default();
            *row = (row.0 + 1, row.1 + bytes_at(obj.addr()));
            new.extend(net.find(obj.addr()));
        }
        suspects.look(vm, obj);
    });
    // What was there and is not (or is something else now) counts against its type.
    for (addr, name) in &mark.objects {
        let node = net.find(*addr).filter(|node| new.contains(node));
        if !there.contains(addr) || node.is_some() {
            types.entry(name.clone()).or_default().0 -= 1;
        }
    }
    let grown = |rows: BTreeMap<String, (isize, isize)>| {
        let all = rows.into_iter().map(|(name, (objects, bytes))| Growth { name, objects, bytes });
        let mut rows: Vec<Growth> = all.filter(|row| row.objects > 0).collect();
        rows.sort_by(|a, b| b.bytes.cmp(&a.bytes).then(a.name.cmp(&b.name)));
        rows
    };
    let objects = types.values().map(|(objects, _)| objects).sum();
    let types = grown(types);
    let lines = vm.tracing().map(|_| {
        let rows = lines_now(vm).into_iter().map(|(line, (blocks, bytes))| {
            let (old_blocks, old_bytes) = mark.lines.get(&line).copied().unwrap_or_default();
            (line, (blocks - old_blocks, bytes - old_bytes))
        });
        grown(rows.collect())
    });
    let bytes = types.iter().map(|row| row.bytes).sum();
    Some(Leaks { objects, bytes, types, lines, diagnoses: suspects.diagnose(vm, &net, &new) })
}

/// Objects that may be leaks, by way.
#[derive(Default)]
struct Suspects {
    found: Vec<(usize, usize)>,
    /// Containers by address: how many items, and how many of them can be called.
    containers: HashMap<usize, (usize, usize)>,
    /// What a namespace or a class holds under a name.
    named: HashSet<usize>,
    /// Dicts of modules and of classes.
    namespaces: HashSet<usize>,
}

fn is_container(obj: &ObjRef) -> bool {
    let containers = TypeFlags::LIST.with(TypeFlags::DICT).with(TypeFlags::SET);
    obj.ty().flags().any(containers) || obj.has::<gc::Deque>()
}

fn can_be_called(vm: &Vm, obj: &ObjRef) -> bool {
    matches!(obj.ty().exact(), Exact::Function | Exact::Method | Exact::BuiltinFunction)
        || vm.type_name(obj) == "partial"
        || vm.type_name(obj) == "functools.partial"
}

impl Suspects {
    fn note_namespace(&mut self, vm: &Vm, obj: &ObjRef) {
        if obj.has::<Module>() || obj.ty().has(TypeFlags::TYPE) {
            vm.heap.each_edge(obj, &mut |place, held| {
                if matches!(place, Place::Field("dict")) {
                    self.namespaces.insert(held.addr());
                }
            });
        }
    }

    fn look(&mut self, vm: &Vm, obj: &ObjRef) {
        let addr = obj.addr();
        if obj.has::<CellObject>() {
            self.found.push((CELL, addr));
        } else if obj.ty().has(TypeFlags::EXCEPTION) {
            self.found.push((EXCEPTION, addr));
        } else if obj.has::<Generator>() {
            self.found.push((GENERATOR, addr));
        }
        if vm.heap.is_collectable(obj) && vm.heap.is_finalized(obj) && obj.ty().has(TypeFlags::HAS_FINALIZER) {
            self.found.push((RESURRECTION, addr));
        }
        let lru = vm.type_name(obj).ends_with("_lru_cache_wrapper");
        if lru {
            self.found.push((LRU, addr));
        }
        if is_container(obj) {
            let (mut items, mut callable) = (0, 0);
            vm.heap.each_edge(obj, &mut |place, held| {
                if matches!(place, Place::Item(_) | Place::Value(_)) {
                    items += 1;
                    callable += usize::from(can_be_called(vm, held));
                }
            });
            self.containers.insert(addr, (items, callable));
        }
        let is_namespace = self.namespaces.contains(&addr);
        vm.heap.each_edge(obj, &mut |place, held| {
            if let Place::Value(key) = place {
                if is_namespace {
                    self.named.insert(held.addr());
                }
                if text(key).as_deref() == Some("_") && is_namespace {
                    self.found.push((UNDERSCORE, held.addr()));
                }
            }
        });
        // A container that instances of the program keep is a cache, too.
        if obj.ty().is_heap_type() && !obj.has::<Function>() {
            vm.heap.each_edge(obj, &mut |place, held| {
                if matches!(place, Place::Attribute(_) | Place::Member(_)) {
                    self.named.insert(held.addr());
                }
            });
        }
    }

    fn diagnose(mut self, vm: &Vm, net: &Net, new: &HashSet<u32>) -> Vec<Diagnosis> {
        for (addr, (items, callable)) in &self.containers {
            if self.named.contains(addr) && !self.namespaces.contains(addr) && *items > 0 {
                self.found.push((if 2 * callable > *items { CALLBACKS } else { CACHE }, *addr));
            }
        }
        let mortal = |node: u32| !net.facts[node as usize].forever;
        let all = net.sums(|node| usize::from(mortal(node)));
        let fresh = net.sums(|node| usize::from(mortal(node) && new.contains(&node)));
        let mut nodes: Vec<Vec<u32>> = vec![Vec::new(); WAYS.len()];
        let mut met = HashSet::new();
        for (way, addr) in &self.found {
            let Some(node) = net.find(*addr).filter(|node| net.reached(*node) && mortal(*node)) else { continue };
            // A cell or an exception that keeps nothing but itself is none to look at.
            let keeps = all[node as usize] > 1 || *way == RESURRECTION || *way == UNDERSCORE;
            if keeps && met.insert((*way, node)) {
                nodes[*way].push(node);
            }
        }
        let weight = |node: &&u32| (fresh[**node as usize], all[**node as usize]);
        let worst: Vec<Option<u32>> = nodes.iter().map(|nodes| nodes.iter().max_by_key(weight).copied()).collect();
        // What one suspect keeps by way of another of its kind is counted once.
        let outer: Vec<Vec<u32>> = nodes.iter().map(|nodes| net.outermost(nodes)).collect();
        let total = |way: usize, sums: &[usize]| outer[way].iter().map(|node| sums[*node as usize]).sum::<usize>();
        let paths: Vec<Option<Vec<u32>>> =
            worst.iter().map(|node| node.and_then(|node| net.paths(node, 1).into_iter().next())).collect();
        let links = Links::of(vm, &pairs(net, paths.iter().flatten()));
        let diagnosis = |(way, name): (usize, &&'static str)| {
            let mut path = paths[way].as_ref().map_or_else(Vec::new, |path| links.chain(net, path));
            // What the library keeps for itself is no suspect as long as it does not grow.
            let own = path.first().is_some_and(|place| place.starts_with("global ") && !place.contains(" of module "));
            if way == UNDERSCORE && !path.is_empty() {
                // It may have other names; this one is the suspect.
                path = vec!["global _ of module builtins".into()];
            }
            let leaking = match (worst[way], total(way, &fresh)) {
                (None, _) => Leaking::No,
                (_, 0) if !own => Leaking::No,
                (_, 0) => Leaking::Unknown,
                _ => Leaking::Yes,
            };
            let (kept, new) = if leaking == Leaking::No { (0, 0) } else { (total(way, &all), total(way, &fresh)) };
            let path = if leaking == Leaking::No { Vec::new() } else { path };
            Diagnosis { name, leaking, new, kept, path }
        };
        WAYS.iter().enumerate().map(diagnosis).collect()
    }
}

impl Leaks {
    /// As JSON.
    pub fn json(&self) -> String {
        let growth = |g: &Growth| {
            format!("{{\"name\": {}, \"objects\": {}, \"bytes\": {}}}", quoted(&g.name), g.objects, g.bytes)
        };
        let diagnosis = |d: &Diagnosis| {
            let (name, path) = (quoted(d.name), list(&d.path, |place| quoted(place)));
            let leaking = quoted(d.leaking.word());
            format!(
                "{{\"way\": {name}, \"leaking\": {leaking}, \"new\": {}, \"kept\": {}, \"path\": {path}}}",
                d.new, d.kept
            )
        };
        let lines = self.lines.as_ref().map_or("null".into(), |lines| list(lines, growth));
        format!(
            "{{\"objects\": {}, \"bytes\": {}, \"types\": {}, \"lines\": {lines}, \"diagnoses\": {}}}",
            self.objects,
            self.bytes,
            list(&self.types, growth),
            list(&self.diagnoses, diagnosis)
        )
    }
}

impl Leaking {
    fn word(self) -> &'static str {
        match self {
            Leaking::Yes => "yes",
            Leaking::No => "no",
            Leaking::Unknown => "unknown",
        }
    }
}

fn rows(f: &mut fmt::Formatter<'_>, rows: &[Growth], what: &str) -> fmt::Result {
    writeln!(f, "  {what:>8}      bytes")?;
    for row in rows.iter().take(ROWS) {
        writeln!(f, "  {:>+8}  {:>+9}  {}", row.objects, row.bytes, row.name)?;
    }
    if rows.len() > ROWS {
        writeln!(f, "  and {} more", rows.len() - ROWS)?;
    }
    Ok(())
}

impl fmt::Display for Leaks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "since the mark: {:+} objects; new ones take {} bytes", self.objects, self.bytes)?;
        rows(f, &self.types, "objects")?;
        match &self.lines {
            Some(lines) => {
                writeln!(f, "by line")?;
                rows(f, lines, "blocks")?;
            }
            None => writeln!(f, "by line: only while allocations are traced (tracemalloc.start())")?,
        }
        writeln!(f, "LEAKING")?;
        for diagnosis in &self.diagnoses {
            let (name, word) = (diagnosis.name, diagnosis.leaking.word());
            let kept = match diagnosis.leaking {
                Leaking::No => String::new(),
                Leaking::Yes => format!("  keeps {} new: {}", diagnosis.new, diagnosis.path.join(" > ")),
                Leaking::Unknown => {
                    format!("  keeps {}, none of them new: {}", diagnosis.kept, diagnosis.path.join(" > "))
                }
            };
            writeln!(f, "{}", format!("  {word:<7}  {name:<33}{kept}").trim_end())?;
        }
        Ok(())
    }
}

/// What a reader who has not made a mark is told.
pub const UNMARKED: &str = "there is no mark yet: mark, let the program work, and look again\n";

//! Why an object is alive: the shortest chains of holders from a root, what its death would free, and which single
//! deletion would bring it about.

use super::net::Net;
use super::titles::{Titles, plain};
use crate::vm::Vm;
use gc::ObjRef;
use std::collections::{HashMap, HashSet};
use std::fmt;

/// A reference without which the object would not be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deletion {
    /// Where it lies.
    pub place: String,
    /// Objects that would go, and the bytes of their blocks.
    pub objects: usize,
    pub bytes: usize,
}

/// What keeps an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// `Node 0x7f…`.
    pub object: String,
    /// From the root to the object, the shortest chain first: each step is a place, and what is found there.
    pub chains: Vec<Vec<String>>,
    /// Objects that die when this one dies, itself included, and the bytes of their blocks.
    pub retained_objects: usize,
    pub retained_bytes: usize,
    /// Each of them alone would free it, the nearest first.
    pub deletions: Vec<Deletion>,
    /// It holds itself: without a collection it would not go.
    pub cyclic: bool,
    /// Nothing but itself and other garbage holds it: it waits for the collector.
    pub garbage: bool,
    /// Nothing holds it but the question.
    pub temporary: bool,
    /// Addresses of the objects on the chains, and of the ends of the references that the deletions delete (0: what is
    /// no object of the chains).
    pub path_objects: Vec<usize>,
    pub cuts: Vec<(usize, usize)>,
}

/// Chains that are shown.
const CHAINS: usize = 3;
/// So many steps of a chain are shown at each of its ends.
const ENDS: usize = 8;

/// Names of references: what lies where.
pub(super) struct Links(HashMap<(usize, usize), String>);

impl Links {
    /// The names of the references between pairs of addresses.
    pub fn of(vm: &Vm, wanted: &HashSet<(usize, usize)>) -> Links {
        let holders: HashSet<usize> = wanted.iter().map(|(holder, _)| *holder).collect();
        let titles = Titles::of(vm, &holders);
        let mut found = HashMap::new();
        vm.each_live_object(&mut |holder| {
            if !holders.contains(&holder.addr()) {
                return;
            }
            vm.heap.each_edge(holder, &mut |place, held| {
                let pair = (holder.addr(), held.addr());
                if wanted.contains(&pair) && !found.contains_key(&pair) {
                    found.insert(pair, titles.place(vm, holder, place));
                }
            });
        });
        Links(found)
    }

    /// The references along a path of nodes, from the program's own name on: how its module is reached is no news.
    pub fn chain(&self, net: &Net, path: &[u32]) -> Vec<String> {
        let mut chain: Vec<String> = path.windows(2).map(|pair| self.name(net, pair[0], pair[1])).collect();
        chain.drain(..named(&chain));
        chain
    }

    /// The objects along a path from the program's own name on.
    fn objects(&self, net: &Net, path: &[u32]) -> Vec<usize> {
        let chain: Vec<String> = path.windows(2).map(|pair| self.name(net, pair[0], pair[1])).collect();
        path[named(&chain) + 1..].iter().map(|node| net.facts[*node as usize].addr).collect()
    }

    fn name(&self, net: &Net, from: u32, to: u32) -> String {
        let (from_addr, to_addr) = (net.facts[from as usize].addr, net.facts[to as usize].addr);
        match from {
            0 => net.root_name(to).unwrap_or("the interpreter").to_string(),
            _ => self.0.get(&(from_addr, to_addr)).cloned().unwrap_or_else(|| "?".into()),
        }
    }
}

/// Where in a chain the program's own name stands.
fn named(chain: &[String]) -> usize {
    chain.iter().rposition(|place| place.starts_with("global ")).unwrap_or(0)
}

/// The pairs of addresses along paths.
pub(super) fn pairs<'p>(net: &Net, paths: impl IntoIterator<Item = &'p Vec<u32>>) -> HashSet<(usize, usize)> {
    let addr = |node: u32| net.facts[node as usize].addr;
    let steps = paths.into_iter().flat_map(|path| path.windows(2));
    steps.filter(|pair| pair[0] != 0).map(|pair| (addr(pair[0]), addr(pair[1]))).collect()
}

/// Why `target` is alive; `asking` of its counts belong to the question, in `registers` if they are there.
pub fn why(vm: &Vm, target: &ObjRef, asking: usize, registers: &[*const ObjRef]) -> Why {
    let temporary = target.refcount() as usize <= asking;
    let net = Net::of(vm, registers);
    let object = plain(vm, target);
    let found = net.find(target.addr());
    let Some(node) = found.filter(|node| net.reached(*node)) else {
        let (retained_objects, retained_bytes) =
            found.map_or_else(|| (1, super::net::bytes_of(vm, target)), |node| net.below(node));
        let (chains, deletions) = (Vec::new(), Vec::new());
        return Why {
            object,
            chains,
            retained_objects,
            retained_bytes,
            deletions,
            cyclic: true,
            garbage: true,
            temporary,
            path_objects: Vec::new(),
            cuts: Vec::new(),
        };
    };
    let mortal = |node: u32| usize::from(!net.facts[node as usize].forever);
    let objects = net.sums(mortal);
    let bytes = net.sums(|node| mortal(node) * net.facts[node as usize].bytes);
    let paths = net.paths(node, CHAINS);
    let above = net.chain_above(node);
    let bridges: Vec<Vec<u32>> =
        above.iter().filter_map(|node| net.single_holder(*node).map(|holder| vec![holder, *node])).collect();
    let links = Links::of(vm, &pairs(&net, paths.iter().chain(&bridges)));
    let (mut deletions, mut cuts) = (Vec::new(), Vec::new());
    for bridge in &bridges {
        let (holder, held) = (bridge[0], bridge[1] as usize);
        let place = links.name(&net, holder, bridge[1]);
        let named = place.starts_with("global ") || place.starts_with("local ");
        // What the interpreter itself holds is not the program's to delete.
        if holder == 0 && !named {
            break;
        }
        deletions.push(Deletion { place, objects: objects[held], bytes: bytes[held] });
        cuts.push((if named { 0 } else { net.facts[holder as usize].addr }, net.facts[held].addr));
        if named {
            break;
        }
    }
    Why {
        object,
        chains: paths.iter().map(|path| links.chain(&net, path)).collect(),
        retained_objects: objects[node as usize],
        retained_bytes: bytes[node as usize],
        deletions,
        cyclic: net.in_cycle(node),
        garbage: false,
        temporary,
        path_objects: paths.iter().flat_map(|path| links.objects(&net, path)).collect(),
        cuts,
    }
}

/// Objects and bytes, in words.
pub(super) fn counted(objects: usize, bytes: usize) -> String {
    format!("{objects} object{} and {bytes} bytes", if objects == 1 { "" } else { "s" })
}

/// A line for each item, those in the middle of a long list as one.
fn shortened<T>(items: &[T], line: impl Fn(&T) -> String, what: &str) -> Vec<String> {
    if items.len() <= 2 * ENDS + 1 {
        return items.iter().map(line).collect();
    }
    let middle = format!("… {} {what} more", items.len() - 2 * ENDS);
    let (first, last) = (&items[..ENDS], &items[items.len() - ENDS..]);
    first.iter().map(&line).chain([middle]).chain(last.iter().map(&line)).collect()
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let retained = counted(self.retained_objects, self.retained_bytes);
        if self.temporary {
            writeln!(f, "{}: nothing holds it but this question", self.object)?;
            return writeln!(f, "with it {retained} will go");
        }
        if self.garbage {
            writeln!(f, "{}: nothing that runs reaches it; it waits for the collector", self.object)?;
            return writeln!(f, "with it {retained} will go");
        }
        writeln!(f, "{} is alive because of", self.object)?;
        for (n, chain) in self.chains.iter().enumerate() {
            if n > 0 {
                writeln!(f, "and because of")?;
            }
            for (n, line) in shortened(chain, |place| place.clone(), "steps").iter().enumerate() {
                writeln!(f, "  {}{line}", "  ".repeat(n))?;
            }
        }
        if self.retained_objects == 0 {
            return writeln!(f, "it is never freed");
        }
        writeln!(f, "without it {retained} would go")?;
        if self.deletions.is_empty() {
            return writeln!(f, "no single deletion would free it");
        }
        let collector = if self.cyclic { ", when the collector comes" } else { "" };
        writeln!(f, "each of these deletions alone would free it{collector}:")?;
        let told = |it: &Deletion| format!("{}: {}", it.place, counted(it.objects, it.bytes));
        shortened(&self.deletions, told, "deletions").iter().try_for_each(|line| writeln!(f, "  {line}"))
    }
}

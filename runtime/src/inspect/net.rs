//! The object graph as numbers: who holds whom, and what dominates what.
//!
//! Node 0 is the interpreter; the others are objects. A node dominates those that nothing reaches without it: they go
//! when it goes. Dominators are found in the way of Lengauer and Tarjan, whose time does not grow with the depth of the
//! graph: a chain of 100,000 nodes is a common exercise.

use super::titles::of_owner;
use crate::vm::Vm;
use crate::vm::frame_object::stands_in_call;
use crate::vm::owners::Owner;
use gc::{Bit, ObjRef, Str};
use std::collections::{HashMap, VecDeque};

/// No node: not reached.
const NOBODY: u32 = u32::MAX;

/// What can be said of an object without a handle on it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts {
    /// Its address.
    pub addr: usize,
    /// Bytes of its blocks.
    pub bytes: usize,
    /// It never dies.
    pub forever: bool,
}

/// The graph of all live objects.
pub struct Net {
    /// By node; node 0 is the interpreter.
    pub facts: Vec<Facts>,
    places: HashMap<usize, u32>,
    out: Vec<Vec<u32>>,
    /// What each owner of the interpreter is called, by what it owns; the best name first.
    roots: HashMap<u32, (u32, String)>,
    /// The immediate dominator of each node.
    above: Vec<u32>,
    /// Nodes in the order of the search, dominators before what they dominate.
    order: Vec<u32>,
    /// Where each node stands in a walk over the tree of dominators, and how many nodes its branch has.
    branch: Vec<(u32, u32)>,
    into: Vec<Vec<u32>>,
}

/// In which order a search looks at the owners: what the program named first.
fn rank(owner: &Owner<'_>) -> u32 {
    match owner {
        Owner::Kept("namespace of the program") => 0,
        Owner::Register { .. } => 1,
        Owner::Kept(what) if what.contains("sys") => 2,
        _ => 3,
    }
}

/// Bytes of an object's blocks that are its alone, as they were asked for; the block of a call is the next call's.
pub fn bytes_of(vm: &Vm, obj: &ObjRef) -> usize {
    if let Some(text) = obj.payload::<Str>().filter(|_| !obj.ty().is_heap_type()) {
        return text.size_in_bytes(&vm.heap);
    }
    if stands_in_call(obj) {
        return 0;
    }
    let front = if vm.heap.is_collectable(obj) { obj.ty().front() } else { 0 };
    let (mut behind, mut end, mut own) = (0, 0, true);
    vm.heap.each_bit(obj, &mut |bit| match bit {
        Bit::Block { what, size, .. } => {
            own = false;
            behind += if what == Bit::SHARED { 0 } else { size };
        }
        Bit::Piece { offset, size, .. } if own => end = end.max(offset + size as isize),
        Bit::Piece { .. } => {}
    });
    let fixed = vm.is_int(obj) && !obj.ty().is_heap_type();
    let own = if fixed { end as usize } else { (end as usize).max(vm.object_size(obj)) };
    front + own + behind
}

impl Net {
    /// Reads the heap; `registers` hold counts of the question's own.
    pub fn of(vm: &Vm, registers: &[*const ObjRef]) -> Net {
        let mut net = Net {
            facts: vec![Facts::default()],
            places: HashMap::new(),
            out: vec![Vec::new()],
            roots: HashMap::new(),
            above: Vec::new(),
            order: Vec::new(),
            branch: Vec::new(),
            into: Vec::new(),
        };
        let mut owned: Vec<(u32, u32)> = Vec::new();
        vm.each_owner(&mut |owner, obj| {
            if registers.contains(&std::ptr::from_ref(obj)) {
                return;
            }
            let (node, rank) = (net.node(obj), rank(&owner));
            owned.push((rank, node));
            if net.roots.get(&node).is_none_or(|(known, _)| rank < *known) {
                net.roots.insert(node, (rank, of_owner(owner)));
            }
        });
        owned.sort_by_key(|(rank, _)| *rank);
        net.out[0] = owned.into_iter().map(|(_, node)| node).collect();
        vm.each_live_object(&mut |obj| {
            let node = net.node(obj) as usize;
            net.facts[node] = Facts { addr: obj.addr(), bytes: bytes_of(vm, obj), forever: vm.heap.is_static(obj) };
            let mut held = Vec::new();
            vm.heap.each_edge(obj, &mut |_, obj| held.push(net.node(obj)));
            net.out[node] = held;
        });
        net.dominate();
        net
    }

    fn node(&mut self, obj: &ObjRef) -> u32 {
        let next = self.facts.len() as u32;
        let node = *self.places.entry(obj.addr()).or_insert(next);
        if node == next {
            self.facts.push(Facts { addr: obj.addr(), ..Facts::default() });
            self.out.push(Vec::new());
        }
        node
    }

    /// The node of an object.
    pub fn find(&self, addr: usize) -> Option<u32> {
        self.places.get(&addr).copied()
    }

    /// Whether the interpreter reaches the node.
    pub fn reached(&self, node: u32) -> bool {
        self.above[node as usize] != NOBODY
    }

    /// Searches in depth: fills `order`, and gives each node's parent in the search.
    fn search(&mut self) -> Vec<u32> {
        let count = self.facts.len();
        let mut parent = vec![NOBODY; count];
        let mut next = vec![0_usize; count];
        let mut path = vec![0_u32];
        parent[0] = 0;
        self.order = vec![0];
        while let Some(&node) = path.last() {
            let at = &mut next[node as usize];
            match self.out[node as usize].get(*at) {
                Some(&held) => {
                    *at += 1;
                    if parent[held as usize] == NOBODY {
                        parent[held as usize] = node;
                        self.order.push(held);
                        path.push(held);
                    }
                }
                None => drop(path.pop()),
            }
        }
        parent
    }

    fn dominate(&mut self) {
        let count = self.facts.len();
        let parent = self.search();
        self.into = vec![Vec::new(); count];
        for &node in &self.order {
            for held in &self.out[node as usize] {
                self.into[*held as usize].push(node);
            }
        }
        let mut number = vec![NOBODY; count];
        self.order.iter().enumerate().for_each(|(n, node)| number[*node as usize] = n as u32);
        let mut forest = Forest::new(&number);
        let mut waiting: Vec<Vec<u32>> = vec![Vec::new(); count];
        self.above = vec![NOBODY; count];
        for &node in self.order[1..].iter().rev() {
            let semi = self.into[node as usize].iter().map(|from| {
                let least = forest.least(*from);
                forest.semi[least as usize]
            });
            let semi = semi.min().unwrap_or(0);
            forest.semi[node as usize] = semi;
            waiting[self.order[semi as usize] as usize].push(node);
            let up = parent[node as usize];
            forest.root[node as usize] = up;
            for below in std::mem::take(&mut waiting[up as usize]) {
                let least = forest.least(below);
                let nearer = forest.semi[least as usize] < forest.semi[below as usize];
                self.above[below as usize] = if nearer { least } else { up };
            }
        }
        for at in 1..self.order.len() {
            let node = self.order[at] as usize;
            if self.above[node] != self.order[forest.semi[node] as usize] {
                self.above[node] = self.above[self.above[node] as usize];
            }
        }
        self.above[0] = 0;
        self.number_branches();
    }

    /// Numbers the tree of dominators, so that a look at two numbers tells what dominates what.
    fn number_branches(&mut self) {
        let mut size = vec![1_u32; self.facts.len()];
        for &node in self.order[1..].iter().rev() {
            size[self.above[node as usize] as usize] += size[node as usize];
        }
        let mut free = vec![NOBODY; self.facts.len()];
        let mut start = free.clone();
        (start[0], free[0]) = (0, 1);
        for &node in &self.order[1..] {
            let (node, above) = (node as usize, self.above[node as usize] as usize);
            start[node] = free[above];
            free[above] += size[node];
            free[node] = start[node] + 1;
        }
        self.branch = start.into_iter().zip(size).collect();
    }

    /// The node and what dominates it, up to the interpreter, which is left out.
    pub fn chain_above(&self, node: u32) -> Vec<u32> {
        let up = |node: &u32| Some(self.above[*node as usize]).filter(|above| *above != 0 && *above != NOBODY);
        std::iter::successors(Some(node), up).collect()
    }

    /// Whether `node` is dominated by `by`, or is it.
    pub fn dominated(&self, node: u32, by: u32) -> bool {
        let ((at, _), (start, size)) = (self.branch[node as usize], self.branch[by as usize]);
        node == by || (at != NOBODY && start != NOBODY && (start..start + size).contains(&at))
    }

    /// Those of the nodes that none of the others dominates.
    pub fn outermost(&self, nodes: &[u32]) -> Vec<u32> {
        let mut chosen = vec![false; self.facts.len()];
        nodes.iter().for_each(|node| chosen[*node as usize] = true);
        let mut beneath = vec![false; self.facts.len()];
        for &node in &self.order[1..] {
            let above = self.above[node as usize] as usize;
            beneath[node as usize] = beneath[above] || chosen[above];
        }
        nodes.iter().copied().filter(|node| !beneath[*node as usize]).collect()
    }

    /// For each node the sum of `worth` over what it dominates, itself included.
    pub fn sums(&self, worth: impl Fn(u32) -> usize) -> Vec<usize> {
        let mut sums: Vec<usize> = (0..self.facts.len() as u32).map(worth).collect();
        for &node in self.order.iter().skip(1).rev() {
            let above = self.above[node as usize];
            if above != 0 && above != NOBODY {
                sums[above as usize] += sums[node as usize];
            }
        }
        sums
    }

    /// What goes with a node that nothing reaches: what it reaches and the interpreter does not. Objects and bytes.
    pub fn below(&self, node: u32) -> (usize, usize) {
        let mut seen = vec![false; self.facts.len()];
        let (mut todo, mut objects, mut bytes) = (vec![node], 0, 0);
        seen[node as usize] = true;
        while let Some(node) = todo.pop() {
            objects += 1;
            bytes += self.facts[node as usize].bytes;
            for next in &self.out[node as usize] {
                if !self.reached(*next) && !std::mem::replace(&mut seen[*next as usize], true) {
                    todo.push(*next);
                }
            }
        }
        (objects, bytes)
    }

    /// The one node, 0 for the interpreter, whose single reference keeps `node` reached; None if there are several.
    pub fn single_holder(&self, node: u32) -> Option<u32> {
        let mut holders = self.into[node as usize].iter().filter(|from| !self.dominated(**from, node));
        let first = holders.next()?;
        holders.next().is_none().then_some(*first)
    }

    /// Whether something that `node` holds holds it in turn.
    pub fn in_cycle(&self, node: u32) -> bool {
        self.into[node as usize].iter().any(|from| self.dominated(*from, node))
    }

    /// Shortest paths from the interpreter to `node`, one for each of its holders, the shortest first, at most `most`.
    pub fn paths(&self, node: u32, most: usize) -> Vec<Vec<u32>> {
        let mut parents: Vec<u32> = vec![NOBODY; self.facts.len()];
        // How long the way to each node is, and how good a name it begins with.
        let mut ways = vec![(0_u32, 9_u32); self.facts.len()];
        let mut waiting = VecDeque::from([0_u32]);
        parents[0] = 0;
        while let Some(at) = waiting.pop_front() {
            for next in &self.out[at as usize] {
                // A path to the holders does not lead through what they hold.
                if parents[*next as usize] == NOBODY && *next != node {
                    parents[*next as usize] = at;
                    let (steps, named) = ways[at as usize];
                    ways[*next as usize] = (steps + 1, if at == 0 { self.rank(*next) } else { named });
                    waiting.push_back(*next);
                }
            }
        }
        ways[0].1 = self.rank(node);
        let mut met = vec![false; self.facts.len()];
        let mut holders: Vec<u32> = self.into[node as usize].clone();
        holders.retain(|from| parents[*from as usize] != NOBODY && !std::mem::replace(&mut met[*from as usize], true));
        holders.sort_by_key(|holder| ways[*holder as usize]);
        holders.truncate(most);
        let path = |holder: u32| {
            let up = |node: &u32| (*node != 0).then(|| parents[*node as usize]);
            let mut path: Vec<u32> = std::iter::once(node).chain(std::iter::successors(Some(holder), up)).collect();
            path.reverse();
            path
        };
        holders.into_iter().map(path).collect()
    }

    /// How good a name the interpreter's own hold on a node has.
    fn rank(&self, node: u32) -> u32 {
        self.roots.get(&node).map_or(9, |(rank, _)| *rank)
    }

    /// What the interpreter's own hold on a node is called.
    pub fn root_name(&self, node: u32) -> Option<&str> {
        self.roots.get(&node).map(|(_, name)| name.as_str())
    }
}

/// What the search for dominators knows of the nodes it has been at: trees of them, whose paths get shorter by use.
struct Forest {
    /// The number of each node's semidominator, as far as it is known.
    semi: Vec<u32>,
    /// The node above it in its tree; NOBODY: it is the top of one.
    root: Vec<u32>,
    /// Of the nodes from it to the top, top left out, the one with the least semidominator.
    best: Vec<u32>,
}

impl Forest {
    fn new(number: &[u32]) -> Forest {
        let count = number.len();
        Forest { semi: number.to_vec(), root: vec![NOBODY; count], best: (0..count as u32).collect() }
    }

    /// The node with the least semidominator on the way from `node` to the top of its tree, or a top itself.
    fn least(&mut self, node: u32) -> u32 {
        if self.root[node as usize] == NOBODY {
            return node;
        }
        let mut way = vec![node];
        let mut at = node;
        while self.root[self.root[at as usize] as usize] != NOBODY {
            at = self.root[at as usize];
            way.push(at);
        }
        let top = self.root[way[way.len() - 1] as usize];
        for pair in (1..way.len()).rev() {
            let (below, above) = (way[pair - 1] as usize, way[pair] as usize);
            let (mine, other) = (self.best[below], self.best[above]);
            if self.semi[other as usize] < self.semi[mine as usize] {
                self.best[below] = other;
            }
            self.root[below] = top;
        }
        self.best[node as usize]
    }
}

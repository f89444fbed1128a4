//! The object graph as numbers: who holds whom, and what dominates what.
//!
//! Node 0 is the interpreter; the others are objects. A node dominates those that nothing reaches without it: they go
//! when it goes. Dominators are found by iteration over the nodes in the order of a search in depth (Cooper, Harvey and
//! Kennedy's way), which ends after a few rounds on graphs like these.

use super::titles::of_owner;
use crate::vm::Vm;
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

/// Bytes of an object's blocks that are its alone, as they were asked for.
pub fn bytes_of(vm: &Vm, obj: &ObjRef) -> usize {
    if let Some(text) = obj.payload::<Str>().filter(|_| !obj.ty().is_heap_type()) {
        return text.size_in_bytes(&vm.heap);
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

    fn dominate(&mut self) {
        let count = self.facts.len();
        let mut finished = Vec::with_capacity(count);
        let mut state = vec![0_usize; count];
        let mut seen = vec![false; count];
        let mut path = vec![0_u32];
        seen[0] = true;
        while let Some(&node) = path.last() {
            let at = state[node as usize];
            match self.out[node as usize].get(at) {
                Some(&next) => {
                    state[node as usize] += 1;
                    if !std::mem::replace(&mut seen[next as usize], true) {
                        path.push(next);
                    }
                }
                None => {
                    finished.push(node);
                    path.pop();
                }
            }
        }
        let mut number = vec![0_usize; count];
        finished.iter().enumerate().for_each(|(n, node)| number[*node as usize] = n);
        self.into = vec![Vec::new(); count];
        for node in &finished {
            for next in &self.out[*node as usize] {
                self.into[*next as usize].push(*node);
            }
        }
        finished.reverse();
        self.above = vec![NOBODY; count];
        self.above[0] = 0;
        let mut changed = true;
        while changed {
            changed = false;
            for &node in &finished[1..] {
                let mut known =
                    self.into[node as usize].iter().copied().filter(|from| self.above[*from as usize] != NOBODY);
                let Some(first) = known.next() else { continue };
                let above = known.fold(first, |a, b| self.meet(a, b, &number));
                if self.above[node as usize] != above {
                    self.above[node as usize] = above;
                    changed = true;
                }
            }
        }
        self.order = finished;
    }

    /// The nearest node that dominates both.
    fn meet(&self, mut a: u32, mut b: u32, number: &[usize]) -> u32 {
        while a != b {
            while number[a as usize] < number[b as usize] {
                a = self.above[a as usize];
            }
            while number[b as usize] < number[a as usize] {
                b = self.above[b as usize];
            }
        }
        a
    }

    /// The node and what dominates it, up to the interpreter, which is left out.
    pub fn chain_above(&self, node: u32) -> Vec<u32> {
        let up = |node: &u32| Some(self.above[*node as usize]).filter(|above| *above != 0 && *above != NOBODY);
        std::iter::successors(Some(node), up).collect()
    }

    /// Whether `node` is dominated by `by`, or is it.
    pub fn dominated(&self, node: u32, by: u32) -> bool {
        self.chain_above(node).contains(&by)
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
        let mut waiting = VecDeque::from([0_u32]);
        parents[0] = 0;
        while let Some(at) = waiting.pop_front() {
            for next in &self.out[at as usize] {
                // A path to the holders does not lead through what they hold.
                if parents[*next as usize] == NOBODY && *next != node {
                    parents[*next as usize] = at;
                    waiting.push_back(*next);
                }
            }
        }
        let mut holders: Vec<u32> = self.into[node as usize].clone();
        holders.retain(|from| parents[*from as usize] != NOBODY);
        let path = |holder: u32| {
            let up = |node: &u32| (*node != 0).then(|| parents[*node as usize]);
            let mut path: Vec<u32> = std::iter::once(node).chain(std::iter::successors(Some(holder), up)).collect();
            path.reverse();
            path
        };
        let mut paths: Vec<Vec<u32>> = Vec::new();
        for holder in holders {
            let path = path(holder);
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        let named = |path: &[u32]| self.roots.get(&path[1]).map_or(9, |(rank, _)| *rank);
        paths.sort_by_key(|path| (path.len(), named(path)));
        paths.truncate(most);
        paths
    }

    /// What the interpreter's own hold on a node is called.
    pub fn root_name(&self, node: u32) -> Option<&str> {
        self.roots.get(&node).map(|(_, name)| name.as_str())
    }
}

//! The heap against a model: random objects, links, drops and collections, and a naive search
//! for what should be alive.
#![forbid(unsafe_code)]

mod common;

use std::collections::{HashMap, HashSet};

use common::{Node, World};
use gc::{ObjRef, Ref};

const SEEDS: u64 = if cfg!(miri) { 2 } else { 12 };
const STEPS: usize = if cfg!(miri) { 120 } else { 1200 };

/// xorshift: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

type Graph = HashMap<usize, [Option<usize>; 3]>;

/// What the heap should look like.
#[derive(Default)]
struct Model {
    edges: Graph,
    roots: Vec<usize>,
}

impl Model {
    /// Removes objects that nothing counts, until every object is counted.
    fn drop_uncounted(&mut self) {
        loop {
            let mut counted: HashSet<usize> = self.roots.iter().copied().collect();
            counted.extend(self.edges.values().flatten().flatten());
            let before = self.edges.len();
            self.edges.retain(|id, _| counted.contains(id));
            if self.edges.len() == before {
                return;
            }
        }
    }

    fn reachable(&self) -> HashSet<usize> {
        let mut seen: HashSet<usize> = HashSet::new();
        let mut todo = self.roots.clone();
        while let Some(id) = todo.pop() {
            if seen.insert(id) {
                todo.extend(self.edges[&id].iter().flatten());
            }
        }
        seen
    }
}

struct Run {
    world: World,
    roots: Vec<Ref<Node>>,
    model: Model,
    alive: HashSet<usize>,
    next: usize,
}

impl Run {
    fn step(&mut self, random: &mut Random) {
        match random.below(20) {
            0..8 => self.create(random),
            8..14 if !self.roots.is_empty() => self.link(random),
            14..18 if !self.roots.is_empty() => self.forget(random),
            18 => self.collect(random.below(2)),
            19 if random.below(8) == 0 => self.collect(2),
            _ => {}
        }
        self.model.drop_uncounted();
        self.bury();
        assert_eq!(self.alive, self.model.edges.keys().copied().collect());
    }

    fn bury(&mut self) {
        for id in self.world.deaths() {
            assert!(self.alive.remove(&id), "{id} died twice");
        }
    }

    fn some_root(&self, random: &mut Random) -> usize {
        random.below(self.roots.len())
    }

    fn create(&mut self, random: &mut Random) {
        let pick: [Option<usize>; 3] =
            std::array::from_fn(|_| (!self.roots.is_empty() && random.below(2) == 0).then(|| self.some_root(random)));
        let id = self.next;
        self.next += 1;
        let edges = pick.map(|root| root.map(|root| self.roots[root].as_obj()));
        let node = self.world.node(id, edges);
        self.alive.insert(id);
        self.model.edges.insert(id, pick.map(|root| root.map(|root| self.model.roots[root])));
        self.model.roots.push(id);
        self.roots.push(node);
    }

    fn link(&mut self, random: &mut Random) {
        let (from, to, edge) = (self.some_root(random), self.some_root(random), random.below(3));
        let target = (random.below(4) > 0).then_some(to);
        self.roots[from].edges.0[edge].set(target.map(|to| ObjRef::from(self.roots[to].clone())));
        let id = self.model.roots[from];
        self.model.edges.get_mut(&id).unwrap()[edge] = target.map(|to| self.model.roots[to]);
    }

    fn forget(&mut self, random: &mut Random) {
        let root = self.some_root(random);
        self.model.roots.swap_remove(root);
        drop(self.roots.swap_remove(root));
    }

    /// A partial collection may leave garbage of older generations, but never takes what is
    /// reachable; a full one leaves nothing else.
    fn collect(&mut self, generation: usize) {
        self.world.heap.collect(generation);
        self.bury();
        let reachable = self.model.reachable();
        assert!(reachable.is_subset(&self.alive));
        if generation == 2 {
            assert_eq!(reachable, self.alive);
        }
        self.model.edges.retain(|id, _| self.alive.contains(id));
        self.world.heap.check().unwrap();
    }
}

#[test]
fn random_graphs_live_and_die_as_the_model_says() {
    for seed in 1..=SEEDS {
        let world = World::new(["3.8", "3.11", "3.13"][seed as usize % 3]);
        world.heap.set_gc_enabled(false);
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let (roots, model, alive) = (Vec::new(), Model::default(), HashSet::new());
        let mut run = Run { world, roots, model, alive, next: 0 };
        (0..STEPS).for_each(|_| run.step(&mut random));
        run.roots.clear();
        run.world.heap.collect(2);
        run.bury();
        assert!(run.alive.is_empty());
        run.world.end();
    }
}

#[test]
fn blocks_of_all_sizes_come_and_go() {
    use gc::Domain;
    for release in ["3.8", "3.11"] {
        let world = World::new(release);
        let mut random = Random(7);
        let mut blocks = Vec::new();
        for _ in 0..STEPS * 20 {
            if random.below(5) < 3 || blocks.is_empty() {
                let size = if random.below(10) == 0 { random.below(5000) } else { random.below(513) };
                blocks.push((world.heap.alloc_block(size, Domain::Mem).unwrap(), size));
            } else {
                let (block, size) = blocks.swap_remove(random.below(blocks.len()));
                if random.below(4) == 0 {
                    let new = random.below(700);
                    let block = world.heap.realloc_block(block, size, new, Domain::Mem).unwrap();
                    blocks.push((block, new));
                } else {
                    world.heap.free_block(block, size, Domain::Mem);
                }
            }
        }
        world.heap.check().unwrap();
        assert_eq!(world.heap.live_blocks(), blocks.len());
        for (block, size) in blocks {
            world.heap.free_block(block, size, Domain::Mem);
        }
        world.heap.check().unwrap();
        let kept = usize::from(world.heap.profile().keep_one_arena);
        assert_eq!(world.heap.arena_stats().allocated, kept);
        world.end();
    }
}

//! The heap as a map: arenas, pools and blocks, by size class, type, age or allocating line.

use super::chart::escaped;
use super::json::{list, quoted};
use super::titles::Titles;
use crate::vm::Vm;
use gc::{Bit, GENERATIONS, PoolInfo};
use std::collections::HashMap;
use std::fmt::{self, Write as _};

/// What the blocks are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The size of the blocks of a pool.
    Size,
    /// The type of the object that a block belongs to.
    Type,
    /// The generation of that object.
    Age,
    /// The line that asked for the block; only while allocations are traced.
    Line,
}

impl By {
    /// The order that a word names.
    pub fn named(word: &str) -> Option<By> {
        Some(match word {
            "" | "size" | "class" => By::Size,
            "type" => By::Type,
            "age" | "generation" => By::Age,
            "line" => By::Line,
            _ => return None,
        })
    }

    fn title(self) -> &'static str {
        match self {
            By::Size => "size of the blocks",
            By::Type => "type of the objects",
            By::Age => "age of the objects",
            By::Line => "allocating line",
        }
    }
}

/// One kind of blocks: a size, a type, a generation, a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its name.
    pub name: String,
    /// Its character in the map.
    pub mark: char,
    /// Blocks in use.
    pub blocks: usize,
    /// Their bytes.
    pub bytes: usize,
    /// By size only: pools, and blocks that can be handed out without a new one.
    pub pools: usize,
    pub free: usize,
}

/// One pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    /// Where it lies in its arena: 0 is the first.
    pub place: usize,
    /// Bytes of its blocks.
    pub size: usize,
    /// Blocks that fit, and those in use.
    pub capacity: usize,
    pub used: usize,
    /// The kind that has most of its blocks, by its place in [`Map::kinds`].
    pub most: usize,
}

/// One arena.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arena {
    /// Its number.
    pub index: usize,
    /// Where it starts.
    pub addr: usize,
    /// The pools that are in use.
    pub pools: Vec<Pool>,
    /// If few blocks keep it from going back to the system: what they are, and how many more there are.
    pub pinned_by: Option<(Vec<String>, usize)>,
}

/// The whole map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map {
    /// The release whose allocator this is.
    pub release: String,
    /// The order.
    pub by: By,
    /// Bytes of an arena and of a pool.
    pub arena_size: usize,
    pub pool_size: usize,
    /// The arenas in use, by address.
    pub arenas: Vec<Arena>,
    /// What the marks mean, the most bytes first (by size: the smallest first).
    pub kinds: Vec<Kind>,
    /// Blocks over 512 bytes, which are not in pools.
    pub large: usize,
}

/// Pins are told of arenas with at most so many blocks in use.
const FEW: usize = 64;
/// As many pins are named.
const NAMED: usize = 5;

/// What a block is: the object it belongs to by its address, and the words for its kind.
#[derive(Clone)]
struct Owner {
    object: usize,
    what: &'static str,
    kind: String,
}

/// Whose each block is.
fn owners(vm: &Vm, by: By) -> HashMap<usize, Owner> {
    let mut ages: HashMap<usize, usize> = HashMap::new();
    for generation in 0..GENERATIONS {
        vm.heap.each_tracked(generation, &mut |obj| {
            ages.insert(obj.addr(), generation);
        });
    }
    let mut names: HashMap<usize, String> = HashMap::new();
    let mut found = HashMap::new();
    vm.each_live_object(&mut |obj| {
        let kind = match by {
            By::Size | By::Line => String::new(),
            By::Type => names.entry(obj.ty_ref().addr()).or_insert_with(|| vm.type_name(obj)).clone(),
            By::Age => match ages.get(&obj.addr()) {
                Some(generation) => format!("generation {generation}"),
                None => "not tracked".into(),
            },
        };
        let front = if vm.heap.is_collectable(obj) { obj.ty().front() } else { 0 };
        let mut owner = |addr, what| {
            found.entry(addr).or_insert_with(|| Owner { object: obj.addr(), what, kind: kind.clone() });
        };
        owner(obj.addr() - front, "");
        vm.heap.each_bit(obj, &mut |bit| {
            if let Bit::Block { what, addr, .. } = bit {
                owner(addr, what);
            }
        });
    });
    vm.heap.each_parked(|addr| {
        found.insert(addr, Owner { object: 0, what: "", kind: "waiting in a free list".into() });
    });
    found
}

/// The kind of blocks that tracemalloc does not know.
const NOT_TRACED: &str = "not traced";
/// What is said where it knows none.
const TRACE: &str = "the lines are known of blocks that are made while tracemalloc is on:\n    \
                     import tracemalloc; tracemalloc.start()\nor pyglass -X tracemalloc; make objects then, and look again\n";

/// The line that asked for a block.
fn line_of(vm: &Vm, addr: usize) -> String {
    let Some(tracing) = vm.tracing() else { return NOT_TRACED.into() };
    match tracing.trace_at(addr).map(|trace| tracing.site_of(trace)) {
        Some(site) => site.frames.first().map_or(NOT_TRACED.into(), |(file, line)| format!("{file}:{line}")),
        None => NOT_TRACED.into(),
    }
}

/// Marks in the order in which they are given out.
fn mark(n: usize) -> char {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".chars().nth(n).unwrap_or('+')
}

/// The map of the heap.
pub fn map(vm: &Vm, by: By) -> Map {
    let owners = owners(vm, by);
    let mut kinds: HashMap<String, Kind> = HashMap::new();
    let mut pools: Vec<(PoolInfo, String, Vec<usize>)> = Vec::new();
    let row = |name: String| Kind { name, mark: ' ', blocks: 0, bytes: 0, pools: 0, free: 0 };
    vm.heap.each_pool(|pool| {
        let used: Vec<usize> = vm.heap.used_blocks(pool);
        let mut inside: HashMap<String, usize> = HashMap::new();
        for addr in &used {
            let kind = match (by, owners.get(addr)) {
                (By::Size, _) => format!("{}", pool.size),
                (By::Line, _) => line_of(vm, *addr),
                (_, Some(owner)) => owner.kind.clone(),
                (_, None) => "the interpreter's own".into(),
            };
            *inside.entry(kind).or_default() += 1;
        }
        for (name, blocks) in &inside {
            let kind = kinds.entry(name.clone()).or_insert_with(|| row(name.clone()));
            kind.blocks += blocks;
            kind.bytes += blocks * pool.size;
            kind.pools += 1;
            kind.free += pool.capacity - pool.used;
        }
        let most =
            inside.into_iter().max_by(|a, b| (a.1, &b.0).cmp(&(b.1, &a.0))).map_or_else(String::new, |most| most.0);
        pools.push((pool, most, used));
    });
    let kinds = marked(kinds.into_values().collect(), by);
    let places: HashMap<&str, usize> = kinds.iter().enumerate().map(|(n, kind)| (kind.name.as_str(), n)).collect();
    let stats = vm.heap.arena_stats();
    let mut arenas: Vec<Arena> = Vec::new();
    for (index, addr) in vm.heap.arenas() {
        let here: Vec<_> = pools.iter().filter(|(pool, ..)| pool.arena == index).collect();
        let blocks: Vec<usize> = here.iter().flat_map(|(.., used)| used.iter().copied()).collect();
        let pools = here.iter().map(|(pool, most, _)| Pool {
            place: (pool.addr - addr) / stats.pool_size,
            size: pool.size,
            capacity: pool.capacity,
            used: pool.used,
            most: places.get(most.as_str()).copied().unwrap_or(0),
        });
        let pinned_by = (!blocks.is_empty() && blocks.len() <= FEW).then(|| pins(vm, &owners, &blocks));
        arenas.push(Arena { index, addr, pools: pools.collect(), pinned_by });
    }
    let in_pools: usize = pools.iter().map(|(pool, ..)| pool.used).sum();
    Map {
        release: vm.heap.profile().release.to_string(),
        by,
        arena_size: stats.arena_size,
        pool_size: stats.pool_size,
        arenas,
        kinds,
        large: vm.heap.allocated_blocks() - in_pools,
    }
}

/// The kinds in their order, with their marks.
fn marked(mut kinds: Vec<Kind>, by: By) -> Vec<Kind> {
    if by == By::Size {
        kinds.sort_by_key(|kind| kind.name.parse::<usize>().unwrap_or(0));
    } else {
        kinds.sort_by(|a, b| b.bytes.cmp(&a.bytes).then(a.name.cmp(&b.name)));
    }
    for (n, kind) in kinds.iter_mut().enumerate() {
        kind.mark = match (by, kind.name.as_str()) {
            (By::Age, name) if name.starts_with("generation ") => name.chars().last().unwrap_or('?'),
            (_, "not tracked" | NOT_TRACED) => '-',
            (_, "waiting in a free list") => '~',
            (_, "the interpreter's own") => '*',
            _ => mark(n),
        };
    }
    kinds
}

/// What the blocks of an arena are, by name; and how many more there are.
fn pins(vm: &Vm, owners: &HashMap<usize, Owner>, blocks: &[usize]) -> (Vec<String>, usize) {
    let mut shown: Vec<(usize, &'static str)> = Vec::new();
    for owner in blocks.iter().filter_map(|addr| owners.get(addr)).filter(|owner| owner.object != 0) {
        if !shown.contains(&(owner.object, owner.what)) {
            shown.push((owner.object, owner.what));
        }
    }
    let more = blocks.len() - shown.len().min(NAMED);
    shown.truncate(NAMED);
    let titles = Titles::of(vm, &shown.iter().map(|(object, _)| *object).collect());
    let mut found: HashMap<usize, String> = HashMap::new();
    vm.each_live_object(&mut |obj| {
        if shown.iter().any(|(object, _)| *object == obj.addr()) {
            found.insert(obj.addr(), titles.title(vm, obj));
        }
    });
    let name = |(object, what): &(usize, &'static str)| {
        let title = found.get(object).cloned().unwrap_or_default();
        if what.is_empty() { title } else { format!("{what} of {title}") }
    };
    (shown.iter().map(name).collect(), more)
}

impl Map {
    fn line(&self, arena: &Arena) -> String {
        let mut marks = vec!['.'; self.arena_size / self.pool_size];
        arena.pools.iter().for_each(|pool| marks[pool.place] = self.kinds[pool.most].mark);
        marks.into_iter().collect()
    }

    fn used(&self) -> (usize, usize) {
        let pools = self.arenas.iter().flat_map(|arena| &arena.pools);
        pools.fold((0, 0), |(blocks, bytes), pool| (blocks + pool.used, bytes + pool.used * pool.size))
    }

    /// As JSON.
    pub fn json(&self) -> String {
        let pool = |p: &Pool| {
            let kind = quoted(&self.kinds[p.most].name);
            let (place, size, capacity, used) = (p.place, p.size, p.capacity, p.used);
            format!(
                "{{\"place\": {place}, \"size\": {size}, \"capacity\": {capacity}, \"used\": {used}, \"most\": {kind}}}"
            )
        };
        let arena = |a: &Arena| {
            let pins = a.pinned_by.as_ref().map_or("null".into(), |(names, more)| {
                format!("{{\"objects\": {}, \"more\": {more}}}", list(names, |name| quoted(name)))
            });
            format!("{{\"address\": {}, \"pinned_by\": {pins}, \"pools\": {}}}", a.addr, list(&a.pools, pool))
        };
        let kind =
            |k: &Kind| format!("{{\"name\": {}, \"blocks\": {}, \"bytes\": {}}}", quoted(&k.name), k.blocks, k.bytes);
        format!(
            "{{\"release\": {}, \"by\": {}, \"arena_size\": {}, \"pool_size\": {}, \"large_blocks\": {}, \"kinds\": {}, \
             \"arenas\": {}}}",
            quoted(&self.release),
            quoted(self.by.title()),
            self.arena_size,
            self.pool_size,
            self.large,
            list(&self.kinds, kind),
            list(&self.arenas, arena)
        )
    }
}

/// A number with the bytes it stands for.
fn bytes(n: usize) -> String {
    match n {
        0..10_240 => format!("{n} bytes"),
        10_240..10_485_760 => format!("{} KiB", n >> 10),
        _ => format!("{} MiB", n >> 20),
    }
}

fn counted(n: usize, what: &str) -> String {
    format!("{n} {what}{}", if n == 1 { "" } else { "s" })
}

impl fmt::Display for Map {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (blocks, used) = self.used();
        let arenas = counted(self.arenas.len(), "arena");
        writeln!(f, "{arenas} of {}: {blocks} blocks in use, {}", bytes(self.arena_size), bytes(used))?;
        writeln!(f, "by {}; a character is a pool of {}, . is an empty one", self.by.title(), bytes(self.pool_size))?;
        for arena in &self.arenas {
            let all = self.arena_size / self.pool_size;
            writeln!(f, "arena {} at {:#x}, {} of {all} pools in use", arena.index, arena.addr, arena.pools.len())?;
            writeln!(f, "  {}", self.line(arena))?;
            if let Some((names, more)) = &arena.pinned_by {
                let rest = if *more > 0 { format!(", and {more} more") } else { String::new() };
                let blocks = counted(arena.pools.iter().map(|pool| pool.used).sum(), "block");
                writeln!(f, "  it would go back to the system without {blocks}: {}{rest}", names.join(", "))?;
            }
        }
        if self.by == By::Size {
            writeln!(f, "   bytes  pools  in use    free  full")?;
            for kind in &self.kinds {
                let full = 100 * kind.blocks / (kind.blocks + kind.free).max(1);
                let (mark, name, pools) = (kind.mark, &kind.name, kind.pools);
                writeln!(f, "{mark}  {name:>5}  {pools:>5}  {:>6}  {:>6}  {full:>3}%", kind.blocks, kind.free)?;
            }
        } else {
            writeln!(f, "    bytes  blocks")?;
            for kind in self.kinds.iter().take(30) {
                writeln!(f, "{}  {:>7} {:>6}  {}", kind.mark, kind.bytes, kind.blocks, kind.name)?;
            }
            if self.kinds.len() > 30 {
                writeln!(f, "   and {} more", counted(self.kinds.len() - 30, "kind"))?;
            }
        }
        writeln!(f, "{} over 512 bytes lie outside the arenas", counted(self.large, "block"))?;
        let unknown = self.by == By::Line && self.kinds.iter().all(|kind| kind.name == NOT_TRACED);
        f.write_str(if unknown { TRACE } else { "" })
    }
}

/// The map as a picture: a row of pools for each arena, filled as they are, coloured by kind.
pub struct Picture<'m>(pub &'m Map);

/// Pools in a row of the picture, and the pixels of one.
const ROW: usize = 32;
const CELL: usize = 24;

fn colour(n: usize) -> String {
    format!("hsl({}, 60%, {}%)", n * 137 % 360, 45 + n % 3 * 10)
}

impl Picture<'_> {
    fn pool(&self, out: &mut String, pool: &Pool, left: usize, top: usize) {
        let kind = &self.0.kinds[pool.most];
        let full = (CELL - 4) * pool.used / pool.capacity.max(1);
        let title = format!("{} of {} blocks of {} bytes, mostly {}", pool.used, pool.capacity, pool.size, kind.name);
        let (x, y, side) = (left + 2, top + 2, CELL - 4);
        let _ = writeln!(
            out,
            "<g><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{side}\" height=\"{side}\" fill=\"#eee\" \
             stroke=\"#999\"/><rect x=\"{x}\" y=\"{}\" width=\"{side}\" height=\"{full}\" fill=\"{}\"/></g>",
            escaped(&title),
            y + side - full,
            colour(pool.most)
        );
    }
}

impl fmt::Display for Picture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Picture(map) = self;
        let (mut out, mut top) = (String::new(), 30);
        let pools = map.arena_size / map.pool_size;
        for arena in &map.arenas {
            let title = format!("arena {} at {:#x}: {} of {pools} pools", arena.index, arena.addr, arena.pools.len());
            let _ = writeln!(out, "<text x=\"10\" y=\"{}\">{}</text>", top + 14, escaped(&title));
            top += 20;
            for pool in &arena.pools {
                self.pool(&mut out, pool, 10 + pool.place % ROW * CELL, top + pool.place / ROW * CELL);
            }
            top += pools.div_ceil(ROW) * CELL + 6;
        }
        for (n, kind) in map.kinds.iter().enumerate().take(30) {
            let text = format!("{}: {} blocks, {} bytes", kind.name, kind.blocks, kind.bytes);
            let _ = writeln!(
                out,
                "<rect x=\"10\" y=\"{top}\" width=\"12\" height=\"12\" fill=\"{}\"/><text x=\"28\" y=\"{}\">{}</text>",
                colour(n),
                top + 11,
                escaped(&text)
            );
            top += 18;
        }
        let (width, height) = (ROW * CELL + 20, top + 10);
        writeln!(
            f,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" font-family=\"sans-serif\" \
             font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n<text x=\"10\" y=\"20\" \
             font-weight=\"bold\">the heap by {} ({})</text>\n{out}</svg>",
            map.by.title(),
            escaped(&map.release)
        )
    }
}

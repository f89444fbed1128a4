//! `sys._debugmallocstats()`: the allocator's figures in CPython's form, on stderr.

use gc::{Allocator, ArenaMap, FreeList, Heap, ObjRef};
use runtime::error::PyResult;
use runtime::vm::Vm;
use std::fmt::Write;

/// `1234567` as `1,234,567`.
fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// The label, `=` in column 36, the number right-aligned in 21.
fn line(out: &mut String, label: &str, n: usize) -> usize {
    let _ = writeln!(out, "{label:<35}={:>21}", grouped(n));
    n
}

pub fn debugmallocstats(vm: &Vm, _: &ObjRef) -> PyResult {
    let mut text = String::new();
    if vm.heap.profile().allocator != Allocator::System {
        text = report(&vm.heap);
        text.push('\n');
    }
    parked(vm, &mut text);
    eprint!("{text}");
    Ok(vm.none())
}

/// What `PYTHONMALLOCSTATS` shows before each new arena and at the end.
pub fn show_pools(heap: &Heap) {
    if heap.profile().allocator != Allocator::System {
        eprint!("{}", report(heap));
    }
}

fn report(heap: &Heap) -> String {
    let (arenas, classes) = (heap.arena_stats(), heap.class_stats());
    let mut out = String::new();
    let _ = writeln!(out, "Small block threshold = 512, in {} size classes.\n", classes.len());
    out.push_str("class   size   num pools   blocks in use  avail blocks\n");
    out.push_str("-----   ----   ---------   -------------  ------------\n");
    let (mut used, mut free, mut pools, mut quantization) = (0, 0, 0, 0);
    for row in classes.iter().filter(|row| row.pools > 0) {
        let _ = writeln!(out, "{:5} {:6} {:>11} {:>15} {:>13}", row.class, row.size, row.pools, row.used, row.free);
        used += row.used * row.size;
        free += row.free * row.size;
        pools += row.pools;
        quantization += row.pools * ((arenas.pool_size - Heap::pool_overhead()) % row.size);
    }
    out.push('\n');
    line(&mut out, "# arenas allocated total", arenas.allocated_total);
    line(&mut out, "# arenas reclaimed", arenas.allocated_total - arenas.allocated);
    line(&mut out, "# arenas highwater mark", arenas.high_water);
    line(&mut out, "# arenas allocated current", arenas.allocated);
    let all = arenas.allocated * arenas.arena_size;
    line(&mut out, &format!("{} arenas * {} bytes/arena", arenas.allocated, arenas.arena_size), all);
    out.push('\n');
    let unused = arenas.unused_pools;
    let mut total = line(&mut out, "# bytes in allocated blocks", used);
    total += line(&mut out, "# bytes in available blocks", free);
    let unused_label = format!("{unused} unused pools * {} bytes", arenas.pool_size);
    total += line(&mut out, &unused_label, unused * arenas.pool_size);
    total += line(&mut out, "# bytes lost to pool headers", pools * Heap::pool_overhead());
    total += line(&mut out, "# bytes lost to quantization", quantization);
    total += line(&mut out, "# bytes lost to arena alignment", all.saturating_sub(total));
    line(&mut out, "Total", total);
    if let Some(map) = heap.profile().arena_map {
        arena_map(heap, map, &mut out);
    }
    out
}

/// The radix tree that tells arenas by address.
fn arena_map(heap: &Heap, map: ArenaMap, out: &mut String) {
    let (mid, bottom) = heap.arena_map_nodes();
    out.push_str("\narena map counts\n");
    line(out, "# arena map mid nodes", mid);
    line(out, "# arena map bot nodes", bottom);
    out.push('\n');
    let bytes = |bits: u32| 8usize << bits;
    let mut total = line(out, "# bytes lost to arena map root", bytes(map.root));
    total += line(out, "# bytes lost to arena map mid", mid * bytes(map.mid));
    total += line(out, "# bytes lost to arena map bot", bottom * bytes(map.bottom));
    line(out, "Total", total);
}

/// One line per free list: how many dead objects wait in it for a new life.
fn parked(vm: &Vm, out: &mut String) {
    let mut row_of = |count: usize, name: &str, size: usize| {
        let label = format!("{count} free {name} * {size} bytes each");
        let _ = writeln!(out, "{label:>48} ={:>21}", grouped(count * size));
    };
    let mut row = |kind, items, name: &str, size| row_of(vm.heap.parked(kind, items), name, size);
    let lists = &vm.heap.profile().free_lists;
    if lists.method > 0 {
        row(FreeList::BuiltinFunction, 0, "PyCFunctionObjects", 56);
    }
    row(FreeList::Dict, 0, "PyDictObjects", 48);
    if lists.keys_told {
        row_of(vm.heap.parked_tables(), "PyDictKeysObjects", 32);
    }
    row_of(vm.heap.parked(FreeList::Float, 0), "PyFloatObjects", 24);
    if let Some(frames) = vm.heap.profile().frames {
        // Without the GC head.
        row_of(vm.heap.parked_frames(), "PyFrameObjects", frames.block - 16);
    }
    let mut row = |kind, items, name: &str, size| row_of(vm.heap.parked(kind, items), name, size);
    row(FreeList::List, 0, "PyListObjects", 40);
    if lists.method > 0 {
        row(FreeList::Method, 0, "PyMethodObjects", 48);
    }
    for items in 1..=vm.heap.profile().free_lists.tuple_parked {
        row(FreeList::Tuple, items, &format!("{items}-sized PyTupleObjects"), 24 + 8 * items);
    }
}

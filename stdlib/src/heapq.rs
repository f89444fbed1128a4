//! `_heapq`: a list kept as a binary heap, the loops that move items in it.

use gc::{List, ObjRef, Ref};
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::op::CmpOp;
use runtime::vm::Vm;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "_heapq", doc: None, functions: FUNCTIONS, init: |_: &Vm, _: &ObjRef| Ok(()) };

static FUNCTIONS: &[Method] = &[
    Method::new("heappush(heap, item, /)", Fun::Pos(2, 2, push)),
    Method::new("heappop(heap, /)", Fun::One(|vm, _, heap| pop(vm, heap, Order::Smallest))),
    Method::new("heapreplace(heap, item, /)", Fun::Pos(2, 2, |vm, _, args| replace(vm, args, Order::Smallest))),
    Method::new("heappushpop(heap, item, /)", Fun::Pos(2, 2, push_pop)),
    Method::new("heapify(heap, /)", Fun::One(|vm, _, heap| heapify(vm, heap, Order::Smallest))),
    Method::new("_heapify_max(heap, /)", Fun::One(|vm, _, heap| heapify(vm, heap, Order::Largest))),
    Method::new("_heappop_max(heap, /)", Fun::One(|vm, _, heap| pop(vm, heap, Order::Largest))),
    Method::new("_heapreplace_max(heap, item, /)", Fun::Pos(2, 2, |vm, _, args| replace(vm, args, Order::Largest))),
];

/// Which item is at the root.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Smallest,
    Largest,
}

impl Order {
    /// Whether `a` belongs above `b`; both ways ask `<`.
    fn above(self, vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult<bool> {
        match self {
            Order::Smallest => vm.compare_bool(a, b, CmpOp::Lt),
            Order::Largest => vm.compare_bool(b, a, CmpOp::Lt),
        }
    }
}

/// The list; `what` is the argument's name in the error.
fn list<'a>(vm: &Vm, heap: &'a ObjRef, what: &str) -> PyResult<&'a Ref<List>> {
    heap.cast_ref::<List>().ok_or_else(|| vm.type_error(format!("{what} must be list, not {}", vm.argument_kind(heap))))
}

/// The item at a place; a comparison may have shortened the list.
fn item(vm: &Vm, list: &Ref<List>, at: usize) -> PyResult {
    list.get(at).ok_or_else(|| vm.index_error("index out of range"))
}

/// Whether the item at `a` belongs above the one at `b`; the list must have kept its length meanwhile.
fn above(vm: &Vm, list: &Ref<List>, (a, b): (usize, usize), len: usize, order: Order) -> PyResult<bool> {
    let answer = order.above(vm, &item(vm, list, a)?, &item(vm, list, b)?)?;
    if list.len() == len {
        return Ok(answer);
    }
    Err(vm.runtime_error("list changed size during iteration"))
}

/// Moves the item at `at` towards the root, not above `floor`.
fn rise(vm: &Vm, list: &Ref<List>, floor: usize, mut at: usize, order: Order) -> PyResult<()> {
    let len = list.len();
    if at >= len {
        return Err(vm.index_error("index out of range"));
    }
    while at > floor {
        let parent = (at - 1) / 2;
        if !above(vm, list, (at, parent), len, order)? {
            break;
        }
        list.swap(at, parent);
        at = parent;
    }
    Ok(())
}

/// Lets the item at `floor` change places with its upper children down to a leaf and rise again from there: that asks
/// for fewer comparisons than looking at the item on the way down.
fn settle(vm: &Vm, list: &Ref<List>, floor: usize, order: Order) -> PyResult<()> {
    let len = list.len();
    if floor >= len {
        return Err(vm.index_error("index out of range"));
    }
    let mut at = floor;
    while at < len / 2 {
        let mut child = 2 * at + 1;
        if child + 1 < len && !above(vm, list, (child, child + 1), len, order)? {
            child += 1;
        }
        list.swap(at, child);
        at = child;
    }
    rise(vm, list, floor, at, order)
}

fn push(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let list = list(vm, &args[0], "heappush() argument 1")?;
    vm.or_memory_error(list.push(vm, args[1].clone()))?;
    rise(vm, list, 0, list.len() - 1, Order::Smallest)?;
    Ok(vm.none())
}

fn pop(vm: &Vm, heap: &ObjRef, order: Order) -> PyResult {
    let list = list(vm, heap, if order == Order::Smallest { "heappop() argument" } else { "_heappop_max() argument" })?;
    let Some(last) = list.pop(vm) else { return Err(vm.index_error("index out of range")) };
    if list.is_empty() {
        return Ok(last);
    }
    exchange(vm, list, last, order)
}

/// Puts an item to the root and hands out what was there.
fn exchange(vm: &Vm, list: &Ref<List>, new: ObjRef, order: Order) -> PyResult {
    let Some(root) = list.set(0, new) else { return Err(vm.index_error("index out of range")) };
    settle(vm, list, 0, order)?;
    Ok(root)
}

fn replace(vm: &Vm, args: &[ObjRef], order: Order) -> PyResult {
    let what = if order == Order::Smallest { "heapreplace() argument 1" } else { "_heapreplace_max() argument 1" };
    exchange(vm, list(vm, &args[0], what)?, args[1].clone(), order)
}

fn push_pop(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let list = list(vm, &args[0], "heappushpop() argument 1")?;
    let Some(root) = list.get(0) else { return Ok(args[1].clone()) };
    if !Order::Smallest.above(vm, &root, &args[1])? {
        return Ok(args[1].clone());
    }
    drop(root);
    exchange(vm, list, args[1].clone(), Order::Smallest)
}

/// From the last item that has children back to the root.
fn heapify(vm: &Vm, heap: &ObjRef, order: Order) -> PyResult {
    let list = list(vm, heap, if order == Order::Smallest { "heapify() argument" } else { "_heapify_max() argument" })?;
    for at in (0..list.len() / 2).rev() {
        settle(vm, list, at, order)?;
    }
    Ok(vm.none())
}

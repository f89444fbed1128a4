//! `_bisect`: binary search in, and insertion into, sorted sequences.

use gc::{List, ObjRef};
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::op::CmpOp;
use runtime::vm::Vm;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "_bisect", doc: None, functions: FUNCTIONS, init: |_: &Vm, _: &ObjRef| Ok(()) };

static FUNCTIONS: &[Method] = &[
    Method::new(
        "bisect_right(a, x, lo=0, hi=None, *, key=None)",
        Fun::Bound(|vm, _, args| found(vm, args, Side::Right)),
    ),
    Method::new("bisect_left(a, x, lo=0, hi=None, *, key=None)", Fun::Bound(|vm, _, args| found(vm, args, Side::Left))),
    Method::new(
        "insort_right(a, x, lo=0, hi=None, *, key=None)",
        Fun::Bound(|vm, _, args| insort(vm, args, Side::Right)),
    ),
    Method::new(
        "insort_left(a, x, lo=0, hi=None, *, key=None)",
        Fun::Bound(|vm, _, args| insort(vm, args, Side::Left)),
    ),
];

/// Behind or before items that are equal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn given(vm: &Vm, arg: Option<&Option<ObjRef>>) -> Option<ObjRef> {
    arg.and_then(Option::clone).filter(|value| !value.is(&vm.none))
}

/// The place of `wanted` in `args[0]`, within the bounds that the other arguments give.
fn place(vm: &Vm, args: &[Option<ObjRef>], wanted: &ObjRef, side: Side) -> PyResult<usize> {
    let items = args[0].as_ref().unwrap_or(&vm.none);
    let low = match args.get(2) {
        Some(Some(low)) => vm.to_index(low)?,
        _ => 0,
    };
    let high = given(vm, args.get(3)).map(|high| vm.to_index(&high)).transpose()?;
    let key = given(vm, args.get(4));
    let Ok(mut low) = usize::try_from(low) else { return Err(vm.value_error("lo must be non-negative")) };
    let mut high = match high {
        // As in C, where -1 stands for the length; other negative bounds leave nothing.
        None | Some(-1) => vm.len(items)?,
        Some(high) => usize::try_from(high).unwrap_or(0),
    };
    let list = items.cast_ref::<List>().filter(|_| items.ty_ref().is(&vm.types.list));
    while low < high {
        let middle = low + (high - low) / 2;
        let item = match list.and_then(|list| list.get(middle)) {
            Some(item) => item,
            None => vm.get_item(items, &vm.int(middle as i64))?,
        };
        let item = match &key {
            None => item,
            Some(key) => vm.call(key, &[item])?,
        };
        let before = match side {
            Side::Left => vm.compare_bool(&item, wanted, CmpOp::Lt)?,
            Side::Right => !vm.compare_bool(wanted, &item, CmpOp::Lt)?,
        };
        if before {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

fn found(vm: &Vm, args: &[Option<ObjRef>], side: Side) -> PyResult {
    let wanted = args[1].as_ref().unwrap_or(&vm.none);
    Ok(vm.int_exact(place(vm, args, wanted, side)? as i64))
}

fn insort(vm: &Vm, args: &[Option<ObjRef>], side: Side) -> PyResult {
    let (items, new) = (args[0].as_ref().unwrap_or(&vm.none), args[1].as_ref().unwrap_or(&vm.none));
    let at = match given(vm, args.get(4)) {
        Some(key) => place(vm, args, &vm.call(&key, std::slice::from_ref(new))?, side)?,
        None => place(vm, args, new, side)?,
    };
    if let Some(list) = items.cast_ref::<List>().filter(|_| items.ty_ref().is(&vm.types.list)) {
        vm.or_memory_error(list.insert(vm, at, new.clone()))?;
        return Ok(vm.none());
    }
    vm.call_method_str(items, "insert", &[vm.int(at as i64), new.clone()])?;
    Ok(vm.none())
}

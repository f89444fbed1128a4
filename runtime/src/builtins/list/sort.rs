//! Keys and comparisons for sorting: asks `<` of objects, or of plain numbers and texts where nobody can tell.

use super::merge_sort::merge_sort;
use crate::builtins::sequence::{self, Items};
use crate::error::PyResult;
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{Exact, Float, Int, ObjRef, Ref, Str, Tuple};
use std::cmp::Ordering;

/// Sorts the items, in both directions stable. After an error they are a permutation of what they were.
pub fn sort_items(vm: &Vm, items: &mut [ObjRef], key: Option<&ObjRef>, reverse: bool) -> PyResult<()> {
    let key_of = |key: &ObjRef, item: &ObjRef| vm.call(key, std::slice::from_ref(item));
    let keys = match key {
        None => None,
        Some(key) => Some(items.iter().map(|item| key_of(key, item)).collect::<PyResult<Vec<_>>>()?),
    };
    if items.len() < 2 {
        return Ok(());
    }
    if items.len() > u32::MAX as usize {
        return Err(sequence::no_memory(vm));
    }
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    let result = sort_order(vm, keys.as_deref().unwrap_or(items), &mut order, reverse);
    rearrange(items, &mut order);
    result
}

/// Puts the item at `order[i]` to position `i`, cycle by cycle.
fn rearrange(items: &mut [ObjRef], order: &mut [u32]) {
    for start in 0..order.len() {
        let mut at = start;
        loop {
            let from = order[at] as usize;
            order[at] = at as u32;
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

/// Reversed sorting sorts the reversed list and reverses the result: equal items keep their order.
fn sort_order(vm: &Vm, keys: &[ObjRef], order: &mut [u32], reverse: bool) -> PyResult<()> {
    if sort_plain(keys, order, reverse) {
        return Ok(());
    }
    if reverse {
        order.reverse();
    }
    let result = match first_item_order(keys) {
        Some(first) => merge_sort(order, &mut |a, b| tuple_less(vm, keys, first, a, b)),
        None => merge_sort(order, &mut |a, b| vm.compare_bool(&keys[a as usize], &keys[b as usize], CmpOp::Lt)),
    };
    if reverse {
        order.reverse();
    }
    result
}

/// How objects of one plain type compare, without any Python code.
type PlainOrder = fn(&ObjRef, &ObjRef) -> Ordering;

/// Sorts keys that are all int, all float (none of them nan) or all str; answers whether they were.
fn sort_plain(keys: &[ObjRef], order: &mut [u32], reverse: bool) -> bool {
    if let Some(values) = all::<i64>(keys, |k| if k.ty().exact() == Exact::Int { k.to::<Int>().to_i64() } else { None })
    {
        sort_values(order, &values, reverse, i64::cmp);
        return true;
    }
    if let Some(values) =
        all::<f64>(keys, |k| if k.ty().exact() == Exact::Float { Some(k.to::<Float>().value()) } else { None })
    {
        if values.iter().any(|v| v.is_nan()) {
            return false;
        }
        sort_values(order, &values, reverse, |a, b| a.partial_cmp(b).unwrap_or(Ordering::Equal));
        return true;
    }
    if keys.iter().all(|k| k.ty().exact() == Exact::Str) {
        sort_texts(keys, order, reverse);
        return true;
    }
    false
}

/// The plain values of the keys if all of them have one.
fn all<T>(keys: &[ObjRef], value: impl Fn(&ObjRef) -> Option<T>) -> Option<Vec<T>> {
    // Most lists that are not of this kind show it at the first item.
    value(&keys[0])?;
    keys.iter().map(value).collect()
}

fn sort_values<T: Copy>(order: &mut [u32], values: &[T], reverse: bool, compare: impl Fn(&T, &T) -> Ordering) {
    let in_order = |a: &T, b: &T| if reverse { compare(a, b).is_ge() } else { compare(a, b).is_le() };
    if values.is_sorted_by(in_order) {
        return;
    }
    let mut pairs: Vec<(T, u32)> = order.iter().map(|&at| (values[at as usize], at)).collect();
    if reverse {
        pairs.sort_by(|a, b| compare(&b.0, &a.0));
    } else {
        pairs.sort_by(|a, b| compare(&a.0, &b.0));
    }
    for (to, (_, at)) in order.iter_mut().zip(pairs) {
        *to = at;
    }
}

/// Texts are told apart by their first eight bytes mostly.
fn sort_texts(keys: &[ObjRef], order: &mut [u32], reverse: bool) {
    let prefix = |key: &ObjRef| {
        key.to::<Str>().ascii_bytes().map(|bytes| {
            let mut first = [0; 8];
            let n = bytes.len().min(8);
            first[..n].copy_from_slice(&bytes[..n]);
            u64::from_be_bytes(first)
        })
    };
    let whole = |a: u32, b: u32| text_order(&keys[a as usize], &keys[b as usize]);
    match all(keys, prefix) {
        Some(prefixes) => {
            let values: Vec<(u64, u32)> = prefixes.into_iter().zip(0..).collect();
            sort_values(order, &values, reverse, |a, b| a.0.cmp(&b.0).then_with(|| whole(a.1, b.1)));
        }
        None => {
            let values: Vec<u32> = (0..keys.len() as u32).collect();
            sort_values(order, &values, reverse, |a, b| whole(*a, *b));
        }
    }
}

/// If all keys are tuples whose first items are of one plain type: how those compare.
fn first_item_order(keys: &[ObjRef]) -> Option<PlainOrder> {
    let first = |key: &ObjRef| match key.ty().exact() == Exact::Tuple {
        true => key.to::<Tuple>().items().first().cloned(),
        false => None,
    };
    let sample = first(&keys[0])?;
    let (fits, order): (fn(&ObjRef) -> bool, PlainOrder) = if sample.ty().exact() == Exact::Str {
        (|o| o.ty().exact() == Exact::Str, text_order)
    } else if sample.ty().exact() == Exact::Int {
        (|o| o.ty().exact() == Exact::Int && o.to::<Int>().to_i64().is_some(), int_order)
    } else {
        return None;
    };
    keys.iter().all(|key| first(key).is_some_and(|item| fits(&item))).then_some(order)
}

/// Compares two tuples with plain first items: only if these are equal the rest is asked.
fn tuple_less(vm: &Vm, keys: &[ObjRef], first: PlainOrder, a: u32, b: u32) -> PyResult<bool> {
    let (a, b) = (&keys[a as usize], &keys[b as usize]);
    match first(&a.to::<Tuple>().items()[0], &b.to::<Tuple>().items()[0]) {
        Ordering::Less => Ok(true),
        Ordering::Greater => Ok(false),
        Ordering::Equal => rest_less(vm, a.to(), b.to()),
    }
}

/// Compares two tuples behind their first items.
fn rest_less(vm: &Vm, a: &Ref<Tuple>, b: &Ref<Tuple>) -> PyResult<bool> {
    let mut i = a.first_other(b, 1);
    while let (Some(x), Some(y)) = (a.items().get(i), b.items().get(i)) {
        if !vm.compare_bool(x, y, CmpOp::Eq)? {
            return vm.compare_bool(x, y, CmpOp::Lt);
        }
        i = a.first_other(b, i + 1);
    }
    Ok(a.len() < b.len())
}

fn text_order(a: &ObjRef, b: &ObjRef) -> Ordering {
    a.to::<Str>().compare(b.to::<Str>())
}

fn int_order(a: &ObjRef, b: &ObjRef) -> Ordering {
    a.to::<Int>().to_i64().cmp(&b.to::<Int>().to_i64())
}

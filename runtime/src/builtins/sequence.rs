//! What list, tuple, range and their relatives have in common: subscripts, comparison, recursion-safe repr.

use std::borrow::Borrow;

use crate::builtins::slice::{self, Bounds};
use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{Exact, Int, List, ObjRef, Ref, Str, Tuple};

/// What stands between the brackets.
pub enum Subscript {
    /// As written, negative numbers not resolved.
    Index(isize),
    Slice(Bounds),
}

/// Reads a subscript of a sequence type: `list indices must be integers or slices, not str`.
pub fn subscript(vm: &Vm, key: &ObjRef, kind: &str) -> PyResult<Subscript> {
    if let Some(value) = key.payload::<Int>().and_then(|i| i.to_i64()) {
        return Ok(Subscript::Index(value as isize));
    }
    if let Some(bounds) = slice::bounds_of(vm, key)? {
        return Ok(Subscript::Slice(bounds));
    }
    if !vm.is_index(key) {
        let given = vm.type_name(key);
        return Err(vm.type_error(format!("{kind} indices must be integers or slices, not {given}")));
    }
    vm.to_index_or(key, Exc::IndexError).map(Subscript::Index)
}

/// Resolves a possibly negative index; `None` if it is out of range.
pub fn resolve(index: isize, len: usize) -> Option<usize> {
    let at = if index < 0 { index + len as isize } else { index };
    (at >= 0 && (at as usize) < len).then_some(at as usize)
}

/// Clamps an optional `start` or `stop` argument of `index()` into `0..=len`.
pub fn clamp(vm: &Vm, argument: Option<&ObjRef>, len: usize, default: usize) -> PyResult<usize> {
    let Some(argument) = argument else { return Ok(default) };
    let at = slice::clipped_index(vm, argument, "slice indices must be integers or have an __index__ method")?;
    Ok(if at < 0 { (at + len as isize).max(0) as usize } else { at as usize })
}

/// Read access by position to a sequence that may change under the reader.
pub trait Items {
    /// An item that is looked at: held where the sequence may lose it meanwhile, as CPython holds it.
    type Item<'a>: Borrow<ObjRef>
    where
        Self: 'a;
    fn size(&self) -> usize;
    fn item(&self, i: usize) -> Option<Self::Item<'_>>;
    /// The first position from `from` on at which the two do not hold the same object.
    fn first_other(&self, other: &Self, from: usize) -> usize;
}

impl Items for Ref<List> {
    type Item<'a> = ObjRef;
    fn size(&self) -> usize {
        self.len()
    }
    fn item(&self, i: usize) -> Option<ObjRef> {
        self.get(i)
    }
    fn first_other(&self, other: &Self, from: usize) -> usize {
        List::first_other(self, other, from)
    }
}

impl Items for Ref<Tuple> {
    type Item<'a> = &'a ObjRef;
    fn size(&self) -> usize {
        self.len()
    }
    fn item(&self, i: usize) -> Option<&ObjRef> {
        self.items().get(i)
    }
    fn first_other(&self, other: &Self, from: usize) -> usize {
        let (a, b) = (self.items(), other.items());
        let end = a.len().min(b.len());
        (from..end).find(|&i| !a[i].is(&b[i])).unwrap_or(end.max(from))
    }
}

/// Compares lexicographically: the first pair that differs decides, else the lengths.
pub fn compare<T: Items>(vm: &Vm, a: &T, b: &T, op: CmpOp, lengths_first: bool) -> PyResult {
    if lengths_first && a.size() != b.size() && matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.bool(op == CmpOp::Ne));
    }
    // The same object is equal to itself without being asked.
    let mut i = a.first_other(b, 0);
    while let (Some(x), Some(y)) = (a.item(i), b.item(i)) {
        let equal = vm.compare_bool(x.borrow(), y.borrow(), CmpOp::Eq)?;
        drop((x, y));
        if !equal {
            // The comparison may have changed both.
            let (Some(x), Some(y)) = (a.item(i), b.item(i)) else { break };
            return match op {
                CmpOp::Eq => Ok(vm.bool(false)),
                CmpOp::Ne => Ok(vm.bool(true)),
                _ => vm.compare(x.borrow(), y.borrow(), op),
            };
        }
        i = a.first_other(b, i + 1);
    }
    Ok(vm.bool(ordering_fits(op, a.size().cmp(&b.size()))))
}

/// Whether two things in this order satisfy the operator.
pub fn ordering_fits(op: CmpOp, order: std::cmp::Ordering) -> bool {
    match op {
        CmpOp::Lt => order.is_lt(),
        CmpOp::Le => order.is_le(),
        CmpOp::Eq => order.is_eq(),
        CmpOp::Ne => order.is_ne(),
        CmpOp::Gt => order.is_gt(),
        CmpOp::Ge => order.is_ge(),
    }
}

/// Whether an item equals `value`; the item is asked first.
pub fn contains(vm: &Vm, items: &impl Items, value: &ObjRef) -> PyResult<bool> {
    Ok(find(vm, items, value, 0, usize::MAX)?.is_some())
}

/// The position of the first item that equals `value`.
pub fn find(vm: &Vm, items: &impl Items, value: &ObjRef, start: usize, stop: usize) -> PyResult<Option<usize>> {
    let mut i = start;
    while i < stop {
        let Some(item) = items.item(i) else { break };
        if vm.compare_bool(item.borrow(), value, CmpOp::Eq)? {
            return Ok(Some(i));
        }
        i += 1;
    }
    Ok(None)
}

/// How many items equal `value`.
pub fn count(vm: &Vm, items: &impl Items, value: &ObjRef) -> PyResult {
    let (mut n, mut i) = (0, 0);
    while let Some(item) = items.item(i) {
        n += i64::from(vm.compare_bool(item.borrow(), value, CmpOp::Eq)?);
        i += 1;
    }
    Ok(vm.int_exact(n))
}

/// `[a, b, c]` or `(a, b, c)` without the brackets.
pub fn repr_items(vm: &Vm, items: &impl Items) -> PyResult<String> {
    let mut text = String::new();
    let mut i = 0;
    while let Some(item) = items.item(i).map(|item| item.borrow().clone()) {
        if i > 0 {
            text.push_str(", ");
        }
        push_own_repr(vm, &mut text, item)?;
        i += 1;
    }
    Ok(text)
}

/// As `push_repr`; a `__repr__` written in Python becomes the item's owner, so that it counts as CPython's does.
fn push_own_repr(vm: &Vm, out: &mut String, item: ObjRef) -> PyResult<()> {
    if !item.ty().is_heap_type() {
        return push_repr(vm, out, &item);
    }
    let text = vm.repr_of_owned(item)?;
    push_text(vm, out, &text.to::<Str>().to_string_lossy())
}

/// Appends the repr of an item; ints and plain texts need no str object on the way.
pub fn push_repr(vm: &Vm, out: &mut String, item: &ObjRef) -> PyResult<()> {
    match item.ty().exact() {
        Exact::Int => {
            if let Some(value) = item.to::<Int>().to_i64() {
                out.push_str(&value.to_string());
                return Ok(());
            }
        }
        Exact::Str => {
            let plain = |b: &u8| (b' '..=b'~').contains(b) && !matches!(b, b'\\' | b'\'');
            if let Some(text) = item.to::<Str>().ascii().filter(|text| text.as_bytes().iter().all(plain)) {
                out.extend(["'", text, "'"]);
                return Ok(());
            }
        }
        _ => {}
    }
    push_text(vm, out, &vm.repr_text(item)?)
}

fn push_text(vm: &Vm, out: &mut String, text: &str) -> PyResult<()> {
    out.try_reserve(text.len()).map_err(|_| vm.memory_error())?;
    out.push_str(text);
    Ok(())
}

/// The items, again and again; MemoryError if the answer cannot fit.
pub fn repeated(vm: &Vm, items: &[ObjRef], count: isize) -> PyResult<Vec<ObjRef>> {
    let total = repeated_len(vm, items.len(), count)?;
    let mut all = Vec::new();
    all.try_reserve_exact(total).map_err(|_| vm.memory_error())?;
    if let [one] = items {
        all.resize(total, one.clone());
    } else {
        all.extend(items.iter().cycle().take(total).cloned());
    }
    Ok(all)
}

/// The number of items of `count` repetitions, or MemoryError.
pub fn repeated_len(vm: &Vm, len: usize, count: isize) -> PyResult<usize> {
    let count = count.max(0) as usize;
    match len.checked_mul(count) {
        Some(total) if total <= isize::MAX as usize / 8 => Ok(total),
        _ => Err(no_memory(vm)),
    }
}

/// `MemoryError` without text.
#[cold]
pub fn no_memory(vm: &Vm) -> Raised {
    vm.memory_error()
}

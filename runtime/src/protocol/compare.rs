//! Comparison and hashing.

use crate::builtins::str::hash_of;
use crate::error::{PyResult, Raised};
use crate::hash::hash_i64;
use crate::object::{Type, type_of};
use crate::slots::CompareFn;
use crate::vm::Vm;
use crate::vm::arith::{float, float_holds, holds, one_digit};
use frontend::op::CmpOp;
use gc::{Exact, ObjRef, Ref, Str, Tuple};
use std::cmp::Ordering;

impl Vm {
    /// `a op b`, any result.
    pub fn compare(&self, a: &ObjRef, b: &ObjRef, op: CmpOp) -> PyResult {
        if let Some(answer) = compare_plain(a, b, op) {
            return Ok(self.bool(answer));
        }
        let _level = self.enter_recursion(" in comparison")?;
        let same = a.ty_ref().is(b.ty_ref());
        let (left, right) = (type_of(a).slots.compare.get(), type_of(b).slots.compare.get());
        let mut reversed = false;
        if let Some(f) = right
            && !same
            && Type::derives_from(b.ty_ref(), a.ty_ref())
        {
            reversed = true;
            let result = f(self, b, a, op.swapped())?;
            if !result.is(&self.not_implemented) {
                return Ok(result);
            }
        }
        if let Some(f) = left {
            let result = f(self, a, b, op)?;
            if !result.is(&self.not_implemented) {
                return Ok(result);
            }
        }
        self.compare_reflected(a, b, op, right.filter(|_| !reversed))
    }

    /// `a op b` after the method of a's class, which came first, has declined.
    pub(crate) fn compare_declined(&self, a: &ObjRef, b: &ObjRef, op: CmpOp) -> PyResult {
        self.compare_reflected(a, b, op, type_of(b).slots.compare.get())
    }

    /// The other side's answer; without one, identity decides about equality.
    fn compare_reflected(&self, a: &ObjRef, b: &ObjRef, op: CmpOp, right: Option<CompareFn>) -> PyResult {
        if let Some(f) = right {
            let result = f(self, b, a, op.swapped())?;
            if !result.is(&self.not_implemented) {
                return Ok(result);
            }
        }
        match op {
            CmpOp::Eq => Ok(self.bool(a.is(b))),
            CmpOp::Ne => Ok(self.bool(!a.is(b))),
            _ => Err(self.not_comparable(a, b, op)),
        }
    }

    #[cold]
    fn not_comparable(&self, a: &ObjRef, b: &ObjRef, op: CmpOp) -> Raised {
        let (left, right) = (self.type_name(a), self.type_name(b));
        self.type_error(format!("'{}' not supported between instances of '{left}' and '{right}'", op.symbol()))
    }

    /// Whether `a op b`; the same object is equal to itself without asking.
    #[inline]
    pub fn compare_bool(&self, a: &ObjRef, b: &ObjRef, op: CmpOp) -> PyResult<bool> {
        if a.is(b) {
            match op {
                CmpOp::Eq => return Ok(true),
                CmpOp::Ne => return Ok(false),
                _ => {}
            }
        }
        if let Some(answer) = compare_plain(a, b, op) {
            return Ok(answer);
        }
        let result = self.compare(a, b, op)?;
        self.truth(&result)
    }

    /// Whether `a is b or a == b`.
    #[inline]
    pub fn eq(&self, a: &ObjRef, b: &ObjRef) -> PyResult<bool> {
        self.compare_bool(a, b, CmpOp::Eq)
    }

    /// `hash(obj)`.
    #[inline]
    pub fn hash(&self, obj: &ObjRef) -> PyResult<isize> {
        match obj.ty().exact() {
            Exact::Str => return Ok(hash_of(self, obj.to())),
            Exact::Int => {
                if let Some(value) = one_digit(obj) {
                    return Ok(hash_i64(value));
                }
            }
            _ => {}
        }
        match type_of(obj).slots.hash.get() {
            Some(hash) => hash(self, obj),
            None => Err(self.unhashable(obj)),
        }
    }

    /// `unhashable type: 'list'`.
    #[cold]
    pub fn unhashable(&self, obj: &ObjRef) -> Raised {
        self.type_error(format!("unhashable type: '{}'", self.type_name(obj)))
    }

    /// The hash of an identity: the address, rotated since its low bits are always 0.
    pub fn hash_identity(&self, obj: &ObjRef) -> isize {
        let hash = obj.addr().rotate_right(4) as isize;
        if hash == -1 { -2 } else { hash }
    }
}

/// Small ints, floats and strs compare without their types being asked.
#[inline]
fn compare_plain(a: &ObjRef, b: &ObjRef, op: CmpOp) -> Option<bool> {
    let exact = a.ty().exact();
    if exact != b.ty().exact() {
        return None;
    }
    match exact {
        Exact::Int => Some(holds(op, one_digit(a)?.cmp(&one_digit(b)?))),
        Exact::Float => Some(float_holds(op, float(a)?, float(b)?)),
        Exact::Str => Some(match op {
            CmpOp::Eq => a.to::<Str>().same_text(b.to()),
            CmpOp::Ne => !a.to::<Str>().same_text(b.to()),
            _ => holds(op, a.to::<Str>().compare(b.to())),
        }),
        Exact::Tuple => compare_tuples(a.to(), b.to(), op),
        _ => None,
    }
}

/// Tuples of small ints, floats and strs, as heaps and sorted records have them: no code of a program can run, so a
/// comparison that meets another item is begun anew elsewhere.
#[inline(never)]
fn compare_tuples(a: &Ref<Tuple>, b: &Ref<Tuple>, op: CmpOp) -> Option<bool> {
    for (x, y) in a.items().iter().zip(b.items()) {
        if x.is(y) {
            continue;
        }
        match order_plain(x, y)? {
            Outcome::Ordered(Ordering::Equal) => {}
            Outcome::Ordered(order) => return Some(holds(op, order)),
            Outcome::Not => return Some(op == CmpOp::Ne),
        }
    }
    Some(holds(op, a.len().cmp(&b.len())))
}

/// How two plain items stand to each other.
enum Outcome {
    Ordered(Ordering),
    /// One of them is nan.
    Not,
}

/// The order of small ints, floats and strs of the same type.
#[inline(always)]
fn order_plain(x: &ObjRef, y: &ObjRef) -> Option<Outcome> {
    let exact = x.ty().exact();
    if exact != y.ty().exact() {
        return None;
    }
    Some(match exact {
        Exact::Int => Outcome::Ordered(one_digit(x)?.cmp(&one_digit(y)?)),
        Exact::Float => float(x)?.partial_cmp(&float(y)?).map_or(Outcome::Not, Outcome::Ordered),
        Exact::Str => Outcome::Ordered(x.to::<Str>().compare(y.to())),
        _ => return None,
    })
}

/// The slot of types with `__hash__ = None`.
pub fn unhashable(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    Err(vm.unhashable(this))
}

//! Strings as sequences: subscripts, `+`, `*`.

use super::make::{fresh, fresh_bytes, from_char, from_units, of, part, unchanged};
use crate::builtins::sequence::resolve;
use crate::builtins::slice::{Span, bounds_of};
use crate::error::{Exc, PyResult};
use crate::text::{TextBuf, char_at};
use crate::vm::Vm;
use gc::{Int, ObjRef, Ref, Str, Units};

/// `this[key]`
pub fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    let text = of(this);
    if let Some(index) = key.cast_ref::<Int>().and_then(Ref::to_i64) {
        return at(vm, text, index as isize);
    }
    if let Some(bounds) = bounds_of(vm, key)? {
        let span = bounds.span(text.len());
        if span.count == 0 {
            return Ok(vm.empty_str.clone());
        }
        if span.step == 1 {
            return part(vm, text, span.start as usize, span.start as usize + span.count);
        }
        vm.check_room(span.count)?;
        if text.is_ascii()
            && let Units::U1(bytes) = text.units()
        {
            return stepped(vm, bytes, span);
        }
        let mut out = TextBuf::with_capacity(span.count);
        (0..span.count as isize).for_each(|i| out.push(char_at(text.units(), (span.start + i * span.step) as usize)));
        return fresh(vm, out.units());
    }
    if !vm.is_index(key) {
        return Err(vm.type_error(format!("string indices must be integers, not '{}'", vm.type_name(key))));
    }
    at(vm, text, vm.to_index_or(key, Exc::IndexError)?)
}

/// Every `step`th of ASCII characters, of which there are some.
fn stepped(vm: &Vm, bytes: &[u8], span: Span) -> PyResult {
    let last = (span.start + (span.count as isize - 1) * span.step) as usize;
    let (start, step) = (span.start as usize, span.step.unsigned_abs());
    if span.step == -1 {
        return fresh_bytes(vm, bytes[last..=start].iter().rev().copied());
    }
    if span.step < 0 {
        return fresh_bytes(vm, bytes[last..=start].iter().rev().step_by(step).copied());
    }
    fresh_bytes(vm, bytes[start..=last].iter().step_by(step).copied())
}

#[inline]
fn at(vm: &Vm, text: &Ref<Str>, index: isize) -> PyResult {
    match resolve(index, text.len()) {
        Some(at) => Ok(from_char(vm, text.char_at(at))),
        None => Err(vm.index_error("string index out of range")),
    }
}

/// `this + other`
#[inline]
pub fn concat(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    let (left, Some(right)) = (of(this), other.cast_ref::<Str>()) else {
        let kind = vm.type_name(other);
        return Err(vm.type_error(format!("can only concatenate str (not \"{kind}\") to str")));
    };
    if right.is_empty() {
        return unchanged(vm, left);
    }
    if left.is_empty() {
        return unchanged(vm, right);
    }
    vm.or_memory_error(Str::concat2(vm, &vm.types.str, left, right)).map(Ref::into_obj)
}

/// `this * count`
pub fn repeat(vm: &Vm, this: &ObjRef, count: isize) -> PyResult {
    let text = of(this);
    if count <= 0 || text.is_empty() {
        return Ok(vm.empty_str.clone());
    }
    if count == 1 {
        return unchanged(vm, text);
    }
    if text.len().checked_mul(count as usize).is_none_or(|len| isize::try_from(len).is_err()) {
        return Err(vm.overflow_error("repeated string is too long"));
    }
    if text.len() * count as usize > 1 << 40 {
        return Err(vm.memory_error());
    }
    vm.or_memory_error(Str::repeat(vm, &vm.types.str, text, count as usize)).map(Ref::into_obj)
}

/// A copy of the exact type, for places that must own the text.
pub fn copy(vm: &Vm, this: &ObjRef) -> PyResult {
    from_units(vm, of(this).units())
}

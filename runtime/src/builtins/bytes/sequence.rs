//! Bytes as a sequence: comparison, subscripts, `+`, `*`.

use super::make::{data, kind, like, part, unchanged};
use crate::buffer::bytes_of;
use crate::builtins::sequence::{ordering_fits, resolve};
use crate::builtins::slice::bounds_of;
use crate::error::{Exc, PyResult};
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{ByteArray, ObjRef};

pub fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    // A bytearray compares itself with all that shows bytes, a bytes object with its like only.
    let known = super::make::is_receiver(other) || this.has::<ByteArray>();
    match bytes_of(vm, other)? {
        Some(right) if known => Ok(vm.bool(ordering_fits(op, data(this).as_ref().cmp(&right)))),
        _ => Ok(vm.not_implemented.clone()),
    }
}

pub fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    let bytes = data(this);
    if let Some(bounds) = bounds_of(vm, key)? {
        let span = bounds.span(bytes.len());
        if span.step == 1 {
            return part(vm, this, &bytes, span.start as usize, span.start as usize + span.count);
        }
        let picked = (0..span.count as isize).map(|i| bytes[(span.start + i * span.step) as usize]);
        return like(vm, this, picked.collect::<Vec<u8>>());
    }
    match resolve(index(vm, this, key)?, bytes.len()) {
        Some(at) => Ok(vm.int(bytes[at].into())),
        None => Err(vm.index_error(out_of_range(this))),
    }
}

pub fn out_of_range(this: &ObjRef) -> &'static str {
    if this.has::<ByteArray>() { "bytearray index out of range" } else { "index out of range" }
}

/// The number in the brackets.
pub fn index(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult<isize> {
    if !vm.is_index(key) {
        let (owner, given) = (if kind(this) == "bytes" { "byte" } else { "bytearray" }, vm.type_name(key));
        return Err(vm.type_error(format!("{owner} indices must be integers or slices, not {given}")));
    }
    vm.to_index_or(key, Exc::IndexError)
}

pub fn concat(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    let Some(right) = bytes_of(vm, other)? else {
        let (given, own) = (vm.type_name(other), vm.type_name(this));
        return Err(vm.type_error(format!("can't concat {given} to {own}")));
    };
    let left = data(this);
    if right.is_empty() && this.ty_ref().is(&vm.types.bytes) {
        return Ok(this.clone());
    }
    if left.is_empty() && other.ty_ref().is(&vm.types.bytes) && this.ty_ref().is(&vm.types.bytes) {
        return Ok(other.clone());
    }
    like(vm, this, [left.as_ref(), right.as_ref()].concat())
}

pub fn repeat(vm: &Vm, this: &ObjRef, count: isize) -> PyResult {
    let bytes = data(this);
    let count = usize::try_from(count).unwrap_or(0);
    if count == 1 && this.ty_ref().is(&vm.types.bytes) {
        return unchanged(vm, this);
    }
    let total = bytes.len().checked_mul(count).filter(|n| isize::try_from(*n).is_ok());
    let Some(total) = total else {
        return Err(match this.has::<ByteArray>() {
            true => vm.memory_error(),
            false => vm.overflow_error("repeated bytes are too long"),
        });
    };
    let mut out = Vec::new();
    if out.try_reserve_exact(total).is_err() {
        return Err(vm.memory_error());
    }
    if total > 0 {
        out.extend_from_slice(&bytes);
    }
    while out.len() < total {
        // What is there already, as often as it fits.
        out.extend_from_within(..out.len().min(total - out.len()));
    }
    if total == 0 && !this.has::<ByteArray>() {
        // CPython makes a new empty object here.
        return vm.or_memory_error(gc::Bytes::new(vm, &vm.types.bytes, b"")).map(gc::Ref::into_obj);
    }
    like(vm, this, out)
}

//! Taking bytes, a prefix or a suffix off the ends.

use super::make::{data, part};
use super::split::is_space;
use crate::buffer::expect_bytes;
use crate::error::PyResult;
use crate::text::search;
use crate::vm::Vm;
use gc::ObjRef;

pub fn strip(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    stripped(vm, this, args, true, true)
}

pub fn lstrip(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    stripped(vm, this, args, true, false)
}

pub fn rstrip(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    stripped(vm, this, args, false, true)
}

fn stripped(vm: &Vm, this: &ObjRef, args: &[ObjRef], left: bool, right: bool) -> PyResult {
    let bytes = data(this);
    let (start, end) = match args.first() {
        Some(set) if !set.is(&vm.none) => {
            let set = expect_bytes(vm, set)?;
            search::strip(bytes.as_ref(), left, right, |c| set.contains(&(c as u8)))
        }
        _ => search::strip(bytes.as_ref(), left, right, is_space),
    };
    part(vm, this, &bytes, start, end)
}

pub fn removeprefix(vm: &Vm, this: &ObjRef, prefix: &ObjRef) -> PyResult {
    let (bytes, prefix) = (data(this), expect_bytes(vm, prefix)?);
    let start = if bytes.starts_with(&prefix) { prefix.len() } else { 0 };
    part(vm, this, &bytes, start, bytes.len())
}

pub fn removesuffix(vm: &Vm, this: &ObjRef, suffix: &ObjRef) -> PyResult {
    let (bytes, suffix) = (data(this), expect_bytes(vm, suffix)?);
    let end = if bytes.ends_with(&suffix) { bytes.len() - suffix.len() } else { bytes.len() };
    part(vm, this, &bytes, 0, end)
}

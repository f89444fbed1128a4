//! Where bytes stand in others, and how often.

use super::make::{byte, data, kind, needle};
use crate::buffer::{expect_bytes, is_bytes_like};
use crate::builtins::str::find::arguments_of;
use crate::error::PyResult;
use crate::native::Args;
use crate::text::Unit;
use crate::text::search;
use crate::vm::Vm;
use gc::{ObjRef, Tuple};

fn position(vm: &Vm, this: &ObjRef, args: Args<'_>, name: &str, backwards: bool) -> PyResult<Option<usize>> {
    let bytes = data(this);
    let search = arguments_of(vm, name, kind(this), args, bytes.len())?;
    let wanted = needle(vm, search.wanted)?;
    let Some((start, end)) = search.range else { return Ok(None) };
    let part = &bytes[start..end];
    let found = if backwards { u8::rfind(part, &wanted) } else { u8::find(part, &wanted) };
    Ok(found.map(|at| start + at))
}

pub fn find(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    Ok(vm.int_exact(position(vm, this, args, "find", false)?.map_or(-1, |at| at as i64)))
}

pub fn rfind(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    Ok(vm.int_exact(position(vm, this, args, "rfind", true)?.map_or(-1, |at| at as i64)))
}

pub fn index(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    found(vm, position(vm, this, args, "index", false)?)
}

pub fn rindex(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    found(vm, position(vm, this, args, "rindex", true)?)
}

fn found(vm: &Vm, position: Option<usize>) -> PyResult {
    match position {
        Some(at) => Ok(vm.int_exact(at as i64)),
        None => Err(vm.value_error("subsection not found")),
    }
}

pub fn count(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let bytes = data(this);
    let search = arguments_of(vm, "count", kind(this), args, bytes.len())?;
    let wanted = needle(vm, search.wanted)?;
    let Some((start, end)) = search.range else { return Ok(vm.int(0)) };
    Ok(vm.int_exact(search::count(&bytes[start..end], &wanted) as i64))
}

/// `wanted in this`: a number or bytes.
pub fn contains(vm: &Vm, this: &ObjRef, wanted: &ObjRef) -> PyResult<bool> {
    let bytes = data(this);
    if !is_bytes_like(wanted) && vm.is_index(wanted) {
        return Ok(memchr::memchr(byte(vm, wanted)?, &bytes).is_some());
    }
    let wanted = expect_bytes(vm, wanted)?;
    Ok(u8::find(&bytes, &wanted).is_some())
}

pub fn startswith(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    tail_match(vm, this, args, "startswith", |part, wanted| part.starts_with(wanted))
}

pub fn endswith(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    tail_match(vm, this, args, "endswith", |part, wanted| part.ends_with(wanted))
}

fn tail_match(vm: &Vm, this: &ObjRef, args: Args<'_>, name: &str, fits: fn(&[u8], &[u8]) -> bool) -> PyResult {
    let bytes = data(this);
    let search = arguments_of(vm, name, kind(this), args, bytes.len())?;
    let part = search.range.map(|(start, end)| &bytes[start..end]);
    let fits = |wanted: &ObjRef| -> PyResult<bool> {
        let wanted = expect_bytes(vm, wanted)?;
        Ok(part.is_some_and(|part| fits(part, &wanted)))
    };
    if let Some(options) = search.wanted.cast_ref::<Tuple>() {
        for option in options.items() {
            if fits(option)? {
                return Ok(vm.bool(true));
            }
        }
        return Ok(vm.bool(false));
    }
    if !is_bytes_like(search.wanted) {
        let given = vm.type_name(search.wanted);
        return Err(vm.type_error(format!("{name} first arg must be bytes or a tuple of bytes, not {given}")));
    }
    Ok(vm.bool(fits(search.wanted)?))
}

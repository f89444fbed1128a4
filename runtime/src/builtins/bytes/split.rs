//! Taking bytes apart and putting them together.

use super::make::{data, items, like, part, unchanged};
use crate::buffer::{bytes_of, expect_bytes};
use crate::error::PyResult;
use crate::text::Unit;
use crate::text::search;
use crate::vm::Vm;
use gc::ObjRef;
use std::borrow::Cow;

/// What counts as space among bytes.
pub fn is_space(code: u32) -> bool {
    matches!(code, 9..=13 | 32)
}

fn separator<'a>(vm: &Vm, args: &'a [Option<ObjRef>]) -> PyResult<(Option<Cow<'a, [u8]>>, usize)> {
    let limit = match args.get(1) {
        Some(Some(limit)) => usize::try_from(vm.to_index(limit)?).unwrap_or(usize::MAX),
        _ => usize::MAX,
    };
    match args.first() {
        Some(Some(separator)) if !separator.is(&vm.none) => Ok((Some(checked(vm, separator)?), limit)),
        _ => Ok((None, limit)),
    }
}

fn checked<'a>(vm: &Vm, separator: &'a ObjRef) -> PyResult<Cow<'a, [u8]>> {
    let separator = expect_bytes(vm, separator)?;
    if separator.is_empty() { Err(vm.value_error("empty separator")) } else { Ok(separator) }
}

fn parts(vm: &Vm, this: &ObjRef, bytes: &[u8], ranges: &[(usize, usize)]) -> PyResult<Vec<ObjRef>> {
    ranges.iter().map(|(start, end)| part(vm, this, bytes, *start, *end)).collect()
}

pub fn split(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let bytes = data(this);
    let (separator, limit) = separator(vm, args)?;
    let part = |(start, end)| part(vm, this, &bytes, start, end);
    match separator {
        Some(separator) => vm.list_of_parts(search::split(bytes.as_ref(), &separator, limit).map(part), limit),
        None => vm.list_of_parts(search::split_space(bytes.as_ref(), limit, is_space).map(part), limit),
    }
}

pub fn rsplit(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let bytes = data(this);
    let (separator, limit) = separator(vm, args)?;
    let ranges = match separator {
        Some(separator) => search::rsplit(bytes.as_ref(), &separator, limit),
        None => search::rsplit_space(bytes.as_ref(), limit, is_space),
    };
    vm.list_of_parts(parts(vm, this, &bytes, &ranges)?.into_iter().map(Ok), limit)
}

pub fn splitlines(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let keep = match args.first() {
        Some(Some(keep)) => vm.to_c_int(keep)? != 0,
        _ => false,
    };
    let bytes = data(this);
    let ranges = search::split_lines(bytes.as_ref(), keep, |c| matches!(c, 10 | 13));
    let ranges = ranges.map_err(|_| vm.memory_error())?;
    vm.list_by_appends(parts(vm, this, &bytes, &ranges)?)
}

pub fn partition(vm: &Vm, this: &ObjRef, separator: &ObjRef) -> PyResult {
    cut(vm, this, separator, false)
}

pub fn rpartition(vm: &Vm, this: &ObjRef, separator: &ObjRef) -> PyResult {
    cut(vm, this, separator, true)
}

fn cut(vm: &Vm, this: &ObjRef, separator: &ObjRef, backwards: bool) -> PyResult {
    let (bytes, wanted) = (data(this), checked(vm, separator)?);
    let found = if backwards { u8::rfind(&bytes, &wanted) } else { u8::find(&bytes, &wanted) };
    let empty = || like(vm, this, b"");
    let Some(at) = found else {
        let whole = unchanged(vm, this)?;
        return Ok(vm.tuple(if backwards { vec![empty()?, empty()?, whole] } else { vec![whole, empty()?, empty()?] }));
    };
    let end = at + wanted.len();
    // bytes hands its argument on, bytearray makes a copy of its own kind.
    let middle = if this.has::<gc::Bytes>() { separator.clone() } else { like(vm, this, &wanted)? };
    Ok(vm.tuple([part(vm, this, &bytes, 0, at)?, middle, part(vm, this, &bytes, end, bytes.len())?]))
}

pub fn join(vm: &Vm, this: &ObjRef, iterable: &ObjRef) -> PyResult {
    let separator = data(this);
    let items = items(vm, iterable)?;
    if let [one] = items.as_slice()
        && one.ty_ref().is(&vm.types.bytes)
        && this.has::<gc::Bytes>()
    {
        return Ok(one.clone());
    }
    let mut out = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(bytes) = bytes_of(vm, item)? else {
            let kind = vm.type_name(item);
            return Err(vm.type_error(format!("sequence item {at}: expected a bytes-like object, {kind} found")));
        };
        if at > 0 {
            out.extend_from_slice(&separator);
        }
        out.extend_from_slice(&bytes);
    }
    like(vm, this, out)
}

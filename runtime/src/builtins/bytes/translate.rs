//! Replacing: bytes by others, or each byte by a table of 256.

use super::make::{data, like, unchanged};
use crate::buffer::expect_bytes;
use crate::builtins::str::pad::check_size;
use crate::error::PyResult;
use crate::text::search::replace_bytes;
use crate::vm::Vm;
use gc::ObjRef;

pub fn replace(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (bytes, old, new) = (data(this), expect_bytes(vm, &args[0])?, expect_bytes(vm, &args[1])?);
    let limit = match args.get(2) {
        Some(count) => usize::try_from(vm.to_index(count)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    check_size(vm, (bytes.len() / old.len().max(1) + 1).saturating_mul(new.len()))?;
    match replace_bytes(&bytes, &old, &new, limit) {
        Some(made) => like(vm, this, made),
        None => unchanged(vm, this),
    }
}

/// `maketrans(from, to)`: a table of 256 bytes.
pub fn maketrans(vm: &Vm, _this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (from, to) = (expect_bytes(vm, &args[0])?, expect_bytes(vm, &args[1])?);
    if from.len() != to.len() {
        return Err(vm.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (from, to) in from.iter().zip(to.iter()) {
        table[usize::from(*from)] = *to;
    }
    Ok(vm.bytes(&table))
}

/// `translate(table, delete=b'')`
pub fn translate(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [Some(table), delete] = args else { return Err(vm.system_error("translate without a table")) };
    let table = if table.is(&vm.none) { None } else { Some(expect_bytes(vm, table)?) };
    if table.as_ref().is_some_and(|table| table.len() != 256) {
        return Err(vm.value_error("translation table must be 256 characters long"));
    }
    let delete = delete.as_ref().map(|delete| expect_bytes(vm, delete)).transpose()?.unwrap_or_default();
    let bytes = data(this);
    let kept = bytes.iter().filter(|b| !delete.contains(b));
    let made: Vec<u8> = match &table {
        Some(table) => kept.map(|b| table[usize::from(*b)]).collect(),
        None => kept.copied().collect(),
    };
    if made == bytes.as_ref() { unchanged(vm, this) } else { like(vm, this, made) }
}

//! Filling bytes up to a width.

use super::make::{data, is_receiver, like, unchanged};
use crate::builtins::str::pad::check_size;
use crate::error::PyResult;
use crate::vm::Vm;
use gc::ObjRef;

/// Width and fill byte.
fn arguments(vm: &Vm, args: &[ObjRef], name: &str) -> PyResult<(usize, u8)> {
    let width = usize::try_from(vm.to_index(&args[0])?).unwrap_or(0);
    let Some(fill) = args.get(1) else { return Ok((width, b' ')) };
    match *data(fill) {
        [fill] if is_receiver(&args[1]) => Ok((width, fill)),
        _ => {
            let kind = vm.argument_kind(fill);
            Err(vm.type_error(format!("{name}() argument 2 must be a byte string of length 1, not {kind}")))
        }
    }
}

fn padded(vm: &Vm, this: &ObjRef, left: usize, right: usize, fill: u8) -> PyResult {
    if left == 0 && right == 0 {
        return unchanged(vm, this);
    }
    check_size(vm, left.saturating_add(right))?;
    let mut out = vec![fill; left];
    out.extend_from_slice(&data(this));
    out.resize(out.len() + right, fill);
    like(vm, this, out)
}

pub fn center(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (width, fill) = arguments(vm, args, "center")?;
    let missing = width.saturating_sub(data(this).len());
    let left = missing / 2 + (missing & width & 1);
    padded(vm, this, left, missing - left, fill)
}

pub fn ljust(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (width, fill) = arguments(vm, args, "ljust")?;
    padded(vm, this, 0, width.saturating_sub(data(this).len()), fill)
}

pub fn rjust(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (width, fill) = arguments(vm, args, "rjust")?;
    padded(vm, this, width.saturating_sub(data(this).len()), 0, fill)
}

/// Zeros between the sign and the rest.
pub fn zfill(vm: &Vm, this: &ObjRef, width: &ObjRef) -> PyResult {
    let bytes = data(this);
    let missing = usize::try_from(vm.to_index(width)?).unwrap_or(0).saturating_sub(bytes.len());
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    if missing == 0 || sign == 0 {
        return padded(vm, this, missing, 0, b'0');
    }
    check_size(vm, missing)?;
    let mut out = bytes[..sign].to_vec();
    out.resize(sign + missing, b'0');
    out.extend_from_slice(&bytes[sign..]);
    like(vm, this, out)
}

pub fn expandtabs(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let size = match args.first() {
        Some(Some(size)) => usize::try_from(vm.to_c_int(size)?).unwrap_or(0),
        _ => 8,
    };
    let bytes = data(this);
    let mut out = Vec::with_capacity(bytes.len() + 16);
    let mut column = 0;
    for &byte in bytes.iter() {
        if byte == b'\t' {
            let gap = if size > 0 { size - column % size } else { 0 };
            check_size(vm, out.len().saturating_add(gap))?;
            out.resize(out.len() + gap, b' ');
            column += gap;
        } else {
            out.push(byte);
            column = if matches!(byte, b'\n' | b'\r') { 0 } else { column + 1 };
        }
    }
    like(vm, this, out)
}

//! Filling text up to a width.

use super::make::{fresh, from_buf, of, unchanged};
use crate::error::PyResult;
use crate::text::{TextBuf, char_at, chars, slice};
use crate::vm::Vm;
use gc::{ObjRef, Ref, Str};

/// The fill character: the second argument, or a space.
fn fill(vm: &Vm, args: &[ObjRef]) -> PyResult<u32> {
    let Some(argument) = args.get(1) else { return Ok(u32::from(b' ')) };
    let Some(text) = argument.cast_ref::<Str>() else {
        let kind = vm.type_name(argument);
        return Err(vm.type_error(format!("The fill character must be a unicode character, not {kind}")));
    };
    if text.len() != 1 {
        return Err(vm.type_error("The fill character must be exactly one character long"));
    }
    Ok(text.char_at(0))
}

/// The text with so many fill characters on each side.
fn padded(vm: &Vm, text: &Ref<Str>, left: usize, right: usize, fill: u32) -> PyResult {
    if left == 0 && right == 0 {
        return unchanged(vm, text);
    }
    check_size(vm, text.len().saturating_add(left).saturating_add(right))?;
    let mut out = TextBuf::with_capacity(text.len() + left + right);
    out.push_repeat(fill, left);
    out.push_units(text.units());
    out.push_repeat(fill, right);
    fresh(vm, out.units())
}

/// Refuses sizes that no block can have, before Rust aborts over them.
pub fn check_size(vm: &Vm, len: usize) -> PyResult<()> {
    if len > 1 << 31 { Err(vm.memory_error()) } else { vm.check_room(len) }
}

fn missing(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult<(usize, u32)> {
    let width = vm.to_index(&args[0])?;
    let fill = fill(vm, args)?;
    Ok((usize::try_from(width).unwrap_or(0).saturating_sub(of(this).len()), fill))
}

/// An odd remainder goes to the left if the width is odd.
pub fn center(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (missing, fill) = missing(vm, this, args)?;
    let width = missing + of(this).len();
    let left = missing / 2 + (missing & width & 1);
    padded(vm, of(this), left, missing - left, fill)
}

pub fn ljust(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (missing, fill) = missing(vm, this, args)?;
    padded(vm, of(this), 0, missing, fill)
}

pub fn rjust(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (missing, fill) = missing(vm, this, args)?;
    padded(vm, of(this), missing, 0, fill)
}

/// Zeros between the sign and the rest.
pub fn zfill(vm: &Vm, this: &ObjRef, width: &ObjRef) -> PyResult {
    let text = of(this);
    let missing = usize::try_from(vm.to_index(width)?).unwrap_or(0).saturating_sub(text.len());
    let signed = !text.is_empty() && matches!(char_at(text.units(), 0), 0x2b | 0x2d);
    if missing == 0 || !signed {
        return padded(vm, text, missing, 0, u32::from(b'0'));
    }
    check_size(vm, text.len().saturating_add(missing))?;
    let mut out = TextBuf::with_capacity(text.len() + missing);
    out.push(text.char_at(0));
    out.push_repeat(u32::from(b'0'), missing);
    out.push_units(slice(text.units(), 1, text.len()));
    fresh(vm, out.units())
}

/// Tabs as spaces up to the next multiple of the tab size; a line end starts anew.
pub fn expandtabs(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let size = match args.first() {
        Some(Some(size)) => usize::try_from(vm.to_c_int(size)?).unwrap_or(0),
        _ => 8,
    };
    let text = of(this);
    if !chars(text.units()).any(|c| c == 9) {
        return unchanged(vm, text);
    }
    let mut out = TextBuf::with_capacity(text.len() + 16);
    let mut column = 0;
    for c in chars(text.units()) {
        match c {
            9 if size > 0 => {
                let gap = size - column % size;
                check_size(vm, out.len().saturating_add(gap))?;
                out.push_repeat(u32::from(b' '), gap);
                column += gap;
            }
            9 => {}
            _ => {
                out.push(c);
                column = if matches!(c, 10 | 13) { 0 } else { column + 1 };
            }
        }
    }
    from_buf(vm, &out)
}

//! Taking characters, a prefix or a suffix off the ends.

use super::find::{ends, starts};
use super::make::{expect, of, part, unchanged};
use crate::error::PyResult;
use crate::text::{chars, search};
use crate::unicode;
use crate::vm::Vm;
use crate::with_units;
use gc::{ObjRef, Str, Units};

pub fn strip(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    stripped(vm, this, args, "strip", true, true)
}

pub fn lstrip(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    stripped(vm, this, args, "lstrip", true, false)
}

pub fn rstrip(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    stripped(vm, this, args, "rstrip", false, true)
}

fn stripped(vm: &Vm, this: &ObjRef, args: &[ObjRef], name: &str, left: bool, right: bool) -> PyResult {
    let text = of(this);
    let (start, end) = match args.first() {
        Some(set) if !set.is(&vm.none) => {
            let Some(set) = set.cast_ref::<Str>() else {
                return Err(vm.type_error(format!("{name} arg must be None or str")));
            };
            strip_set(text.units(), set.units(), left, right)
        }
        _ if text.is_ascii()
            && let Units::U1(units) = text.units() =>
        {
            search::strip(units, left, right, |c| matches!(c, 9..=13 | 28..=32))
        }
        _ => with_units!(text.units(), |units| search::strip(units, left, right, unicode::is_space)),
    };
    part(vm, text, start, end)
}

/// What remains when the characters of `set` are taken off.
fn strip_set(text: Units<'_>, set: Units<'_>, left: bool, right: bool) -> (usize, usize) {
    match (text, set) {
        (Units::U1(units), Units::U1(set)) => {
            search::strip(units, left, right, |c| set.iter().any(|s| u32::from(*s) == c))
        }
        _ => {
            let set: Vec<u32> = chars(set).collect();
            with_units!(text, |units| search::strip(units, left, right, |c| set.contains(&c)))
        }
    }
}

pub fn removeprefix(vm: &Vm, this: &ObjRef, prefix: &ObjRef) -> PyResult {
    let text = of(this);
    let prefix = expect(vm, prefix, "removeprefix() argument ")?;
    if starts(text.units(), prefix.units()) { part(vm, text, prefix.len(), text.len()) } else { unchanged(vm, text) }
}

pub fn removesuffix(vm: &Vm, this: &ObjRef, suffix: &ObjRef) -> PyResult {
    let text = of(this);
    let suffix = expect(vm, suffix, "removesuffix() argument ")?;
    if ends(text.units(), suffix.units()) { part(vm, text, 0, text.len() - suffix.len()) } else { unchanged(vm, text) }
}

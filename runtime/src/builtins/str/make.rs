//! Making strings: the empty one and the 256 Latin-1 characters exist once, a part that is the whole is the whole.

use crate::error::{PyResult, Raised};
use crate::text::{TextBuf, slice, units_len};
use crate::vm::Vm;
use gc::{ObjRef, Ref, Str, Units};

/// The typed handle of a str object.
///
/// # Panics
/// If it is none: an internal error, slots only get their own type.
#[inline(always)]
pub fn of(obj: &ObjRef) -> &Ref<Str> {
    match obj.cast_ref::<Str>() {
        Some(text) => text,
        None => unreachable!("a str slot was called with something else"),
    }
}

/// A str of the exact type.
pub fn from_units(vm: &Vm, units: Units<'_>) -> PyResult {
    match units {
        Units::U1([]) | Units::U2([]) | Units::U4([]) => Ok(vm.empty_str.clone()),
        Units::U1([one]) => Ok(from_char(vm, (*one).into())),
        Units::U2([one]) => Ok(from_char(vm, (*one).into())),
        Units::U4([one]) => Ok(from_char(vm, *one)),
        _ => vm.or_memory_error(Str::from_units(vm, &vm.types.str, units)).map(Ref::into_obj),
    }
}

/// As [`from_units`], but one character is a new object: what CPython fills into a block that it allocated beforehand.
pub fn fresh(vm: &Vm, units: Units<'_>) -> PyResult {
    if units_len(units) == 0 {
        return Ok(vm.empty_str.clone());
    }
    vm.or_memory_error(Str::from_units(vm, &vm.types.str, units)).map(Ref::into_obj)
}

/// As [`fresh`], of text that is known to be ASCII.
pub fn fresh_ascii(vm: &Vm, text: &[u8]) -> PyResult {
    vm.or_memory_error(Str::from_known_ascii(vm, &vm.types.str, text)).map(Ref::into_obj)
}

/// A new str of ASCII characters.
pub fn fresh_bytes(vm: &Vm, bytes: impl ExactSizeIterator<Item = u8>) -> PyResult {
    if bytes.len() == 0 {
        return Ok(vm.empty_str.clone());
    }
    vm.or_memory_error(Str::from_ascii_bytes(vm, &vm.types.str, bytes)).map(Ref::into_obj)
}

/// A str of one character.
#[inline]
pub fn from_char(vm: &Vm, code: u32) -> ObjRef {
    match u8::try_from(code) {
        Ok(code) => vm.char(code),
        Err(_) => vm.made_or(Str::from_units(vm, &vm.types.str, Units::U4(&[code])), &vm.empty_str),
    }
}

/// A finished text.
pub fn from_buf(vm: &Vm, text: &TextBuf) -> PyResult {
    from_units(vm, text.units())
}

/// Characters `start..end`, which must be inside; all of them are the str itself.
#[inline]
pub fn part(vm: &Vm, text: &Ref<Str>, start: usize, end: usize) -> PyResult {
    if start == 0 && end == text.len() {
        return unchanged(vm, text);
    }
    if let (true, Units::U1(units)) = (text.is_ascii() && end - start > 1, text.units()) {
        return fresh_ascii(vm, &units[start..end]);
    }
    from_units(vm, slice(text.units(), start, end))
}

/// The str itself; an instance of a subclass becomes an exact str.
pub fn unchanged(vm: &Vm, text: &Ref<Str>) -> PyResult {
    if text.as_obj().ty_ref().is(&vm.types.str) {
        return Ok(text.as_obj().clone());
    }
    from_units(vm, text.units())
}

/// The characters `start..end` for each range.
pub fn parts(vm: &Vm, text: &Ref<Str>, ranges: &[(usize, usize)]) -> PyResult<Vec<ObjRef>> {
    ranges.iter().map(|(start, end)| part(vm, text, *start, *end)).collect()
}

/// An argument that must be a str: `must be str, not int` with the given words in front.
pub fn expect<'a>(vm: &Vm, value: &'a ObjRef, what: &str) -> PyResult<&'a Ref<Str>> {
    value.cast_ref::<Str>().ok_or_else(|| wrong_type(vm, value, what))
}

#[cold]
fn wrong_type(vm: &Vm, value: &ObjRef, what: &str) -> Raised {
    let kind = if what.is_empty() { vm.type_name(value) } else { vm.argument_kind(value) };
    vm.type_error(format!("{what}must be str, not {kind}"))
}

/// Whether a text is empty.
pub fn is_empty(units: Units<'_>) -> bool {
    units_len(units) == 0
}

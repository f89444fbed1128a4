//! The `is…` questions: all characters have a property, and there is at least one.

use super::make::of;
use crate::error::PyResult;
use crate::text::chars;
use crate::unicode;
use crate::vm::Vm;
use gc::{ObjRef, Units};

fn all(vm: &Vm, this: &ObjRef, property: fn(u32) -> bool) -> PyResult {
    let text = of(this);
    Ok(vm.bool(!text.is_empty() && chars(text.units()).all(property)))
}

pub fn isalnum(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, unicode::is_alnum)
}

pub fn isalpha(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, unicode::is_alpha)
}

pub fn isdecimal(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, unicode::is_decimal)
}

pub fn isdigit(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, unicode::is_digit)
}

pub fn isnumeric(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, unicode::is_numeric)
}

pub fn isspace(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, unicode::is_space)
}

/// The empty string is printable.
pub fn isprintable(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.bool(chars(of(this).units()).all(unicode::is_printable)))
}

pub fn isidentifier(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.bool(is_identifier(of(this).units())))
}

/// A letter or underscore, then letters, digits and marks.
pub fn is_identifier(text: Units<'_>) -> bool {
    let mut chars = chars(text);
    chars.next().is_some_and(unicode::is_identifier_start) && chars.all(unicode::is_identifier_continue)
}

/// No character of the other case, and at least one of this.
pub fn islower(vm: &Vm, this: &ObjRef) -> PyResult {
    let other = |c| unicode::is_upper(c) || unicode::is_title(c);
    Ok(vm.bool(one_case(of(this).units(), unicode::is_lower, other)))
}

pub fn isupper(vm: &Vm, this: &ObjRef) -> PyResult {
    let other = |c| unicode::is_lower(c) || unicode::is_title(c);
    Ok(vm.bool(one_case(of(this).units(), unicode::is_upper, other)))
}

fn one_case(text: Units<'_>, this: fn(u32) -> bool, other: fn(u32) -> bool) -> bool {
    let mut found = false;
    for code in chars(text) {
        if other(code) {
            return false;
        }
        found |= this(code);
    }
    found
}

/// Capitals only where a word begins, small letters only inside.
pub fn istitle(vm: &Vm, this: &ObjRef) -> PyResult {
    let (mut inside, mut found) = (false, false);
    for code in chars(of(this).units()) {
        if unicode::is_upper(code) || unicode::is_title(code) {
            if inside {
                return Ok(vm.bool(false));
            }
            (inside, found) = (true, true);
        } else if unicode::is_lower(code) {
            if !inside {
                return Ok(vm.bool(false));
            }
        } else {
            inside = false;
        }
    }
    Ok(vm.bool(found))
}

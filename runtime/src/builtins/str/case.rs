//! Upper, lower, title and folded case, with the mappings that change the length.

use super::make::{fresh, fresh_bytes, of};
use crate::error::PyResult;
use crate::text::{TextBuf, char_at, chars, units_len};
use crate::unicode::{self, Mapped};
use crate::vm::Vm;
use gc::{ObjRef, Units};
use std::cell::Cell;

/// The lower case of the character at `at`; only a capital sigma looks around.
fn lower_at(text: Units<'_>, at: usize) -> Mapped {
    const SIGMA: u32 = 0x3a3;
    let code = char_at(text, at);
    if code == SIGMA && unicode::is_final_sigma(at, units_len(text), |i| char_at(text, i)) {
        return unicode::FINAL_SIGMA;
    }
    unicode::to_lower(code)
}

fn mapped(vm: &Vm, text: Units<'_>, map: impl Fn(usize, u32) -> Mapped) -> PyResult {
    let mut out = TextBuf::with_capacity(units_len(text));
    for (at, code) in chars(text).enumerate() {
        map(at, code).as_slice().iter().for_each(|c| out.push(*c));
    }
    fresh(vm, out.units())
}

/// The ASCII bytes of a text, if it is ASCII.
fn ascii(text: Units<'_>) -> Option<&[u8]> {
    match text {
        Units::U1(bytes) if bytes.is_ascii() => Some(bytes),
        _ => None,
    }
}

pub fn upper(vm: &Vm, this: &ObjRef) -> PyResult {
    let text = of(this).units();
    match ascii(text) {
        Some(bytes) => fresh_bytes(vm, bytes.iter().copied().map(|byte| byte.to_ascii_uppercase())),
        None => mapped(vm, text, |_, c| unicode::to_upper(c)),
    }
}

pub fn lower(vm: &Vm, this: &ObjRef) -> PyResult {
    let text = of(this).units();
    match ascii(text) {
        Some(bytes) => fresh_bytes(vm, bytes.iter().copied().map(|byte| byte.to_ascii_lowercase())),
        None => mapped(vm, text, |at, _| lower_at(text, at)),
    }
}

pub fn casefold(vm: &Vm, this: &ObjRef) -> PyResult {
    let text = of(this).units();
    match ascii(text) {
        Some(bytes) => fresh_bytes(vm, bytes.iter().copied().map(|byte| byte.to_ascii_lowercase())),
        None => mapped(vm, text, |_, c| unicode::to_folded(c)),
    }
}

pub fn capitalize(vm: &Vm, this: &ObjRef) -> PyResult {
    let text = of(this).units();
    if let Some(bytes) = ascii(text) {
        let first = Cell::new(true);
        let change =
            |byte: u8| if first.replace(false) { byte.to_ascii_uppercase() } else { byte.to_ascii_lowercase() };
        return fresh_bytes(vm, bytes.iter().copied().map(change));
    }
    mapped(vm, text, |at, c| if at == 0 { unicode::to_title(c) } else { lower_at(text, at) })
}

pub fn swapcase(vm: &Vm, this: &ObjRef) -> PyResult {
    let text = of(this).units();
    if let Some(bytes) = ascii(text) {
        return fresh_bytes(
            vm,
            bytes.iter().copied().map(|byte| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { byte }),
        );
    }
    mapped(vm, text, |at, c| {
        if unicode::is_upper(c) {
            lower_at(text, at)
        } else if unicode::is_lower(c) {
            unicode::to_upper(c)
        } else {
            Mapped::same(c)
        }
    })
}

/// Words are runs of cased characters.
pub fn title(vm: &Vm, this: &ObjRef) -> PyResult {
    let text = of(this).units();
    if let Some(bytes) = ascii(text) {
        let inside = Cell::new(false);
        let change = |byte: u8| match inside.replace(byte.is_ascii_alphabetic()) {
            true => byte.to_ascii_lowercase(),
            false => byte.to_ascii_uppercase(),
        };
        return fresh_bytes(vm, bytes.iter().copied().map(change));
    }
    let mut out = TextBuf::with_capacity(units_len(text));
    let mut inside = false;
    for (at, code) in chars(text).enumerate() {
        let new = if inside { lower_at(text, at) } else { unicode::to_title(code) };
        new.as_slice().iter().for_each(|c| out.push(*c));
        inside = unicode::is_cased(code);
    }
    fresh(vm, out.units())
}

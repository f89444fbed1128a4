//! Bytes as ASCII text: case and classes of letters.

use super::make::{data, like};
use crate::error::PyResult;
use crate::vm::Vm;
use gc::ObjRef;

pub fn upper(vm: &Vm, this: &ObjRef) -> PyResult {
    like(vm, this, data(this).to_ascii_uppercase())
}

pub fn lower(vm: &Vm, this: &ObjRef) -> PyResult {
    like(vm, this, data(this).to_ascii_lowercase())
}

pub fn swapcase(vm: &Vm, this: &ObjRef) -> PyResult {
    let swap = |b: &u8| if b.is_ascii_uppercase() { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() };
    like(vm, this, data(this).iter().map(swap).collect::<Vec<u8>>())
}

pub fn capitalize(vm: &Vm, this: &ObjRef) -> PyResult {
    let mut out = data(this).to_ascii_lowercase();
    if let Some(first) = out.first_mut() {
        first.make_ascii_uppercase();
    }
    like(vm, this, out)
}

pub fn title(vm: &Vm, this: &ObjRef) -> PyResult {
    let mut inside = false;
    let titled = |b: &u8| {
        let new = if inside { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() };
        inside = b.is_ascii_alphabetic();
        new
    };
    let out: Vec<u8> = data(this).iter().map(titled).collect();
    like(vm, this, out)
}

fn all(vm: &Vm, this: &ObjRef, property: fn(&u8) -> bool) -> PyResult {
    let bytes = data(this);
    Ok(vm.bool(!bytes.is_empty() && bytes.iter().all(property)))
}

pub fn isalnum(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, u8::is_ascii_alphanumeric)
}

pub fn isalpha(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, u8::is_ascii_alphabetic)
}

/// No bytes are ASCII too.
pub fn isascii(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.bool(data(this).is_ascii()))
}

pub fn isdigit(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, u8::is_ascii_digit)
}

pub fn isspace(vm: &Vm, this: &ObjRef) -> PyResult {
    all(vm, this, |b| super::split::is_space((*b).into()))
}

pub fn islower(vm: &Vm, this: &ObjRef) -> PyResult {
    let bytes = data(this);
    Ok(vm.bool(bytes.iter().any(u8::is_ascii_lowercase) && !bytes.iter().any(u8::is_ascii_uppercase)))
}

pub fn isupper(vm: &Vm, this: &ObjRef) -> PyResult {
    let bytes = data(this);
    Ok(vm.bool(bytes.iter().any(u8::is_ascii_uppercase) && !bytes.iter().any(u8::is_ascii_lowercase)))
}

/// Capitals only where a word begins, small letters only inside.
pub fn istitle(vm: &Vm, this: &ObjRef) -> PyResult {
    let (mut inside, mut found) = (false, false);
    for byte in data(this).iter() {
        let wrong = if byte.is_ascii_uppercase() { inside } else { byte.is_ascii_lowercase() && !inside };
        if wrong {
            return Ok(vm.bool(false));
        }
        inside = byte.is_ascii_alphabetic();
        found |= inside;
    }
    Ok(vm.bool(found))
}

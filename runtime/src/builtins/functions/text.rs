//! Builtin functions about texts.

use crate::error::PyResult;
use crate::vm::Vm;
use gc::{Bytes, Int, ObjRef, Ref, Str};

pub fn repr(vm: &Vm, _module: &ObjRef, obj: &ObjRef) -> PyResult {
    vm.repr(obj)
}

pub fn ascii(vm: &Vm, _module: &ObjRef, obj: &ObjRef) -> PyResult {
    let text = vm.repr(obj)?;
    if text.to::<Str>().is_ascii() { Ok(text) } else { Ok(vm.str(escaped(text.to()))) }
}

/// `repr(obj)` with everything beyond ASCII escaped.
pub fn ascii_text(vm: &Vm, obj: &ObjRef) -> PyResult<String> {
    Ok(escaped(vm.repr(obj)?.to()))
}

fn escaped(text: &Ref<Str>) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.code_points() {
        match c {
            0..=0x7f => out.push(c as u8 as char),
            0x80..=0xff => out.push_str(&format!("\\x{c:02x}")),
            0x100..=0xffff => out.push_str(&format!("\\u{c:04x}")),
            _ => out.push_str(&format!("\\U{c:08x}")),
        }
    }
    out
}

pub fn format(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    match args.get(1) {
        None => vm.format(&args[0], &vm.empty_str),
        Some(spec) if spec.has::<Str>() => vm.format(&args[0], spec),
        Some(spec) => {
            let kind = vm.argument_kind(spec);
            Err(vm.type_error(format!("format() argument 2 must be str, not {kind}")))
        }
    }
}

pub fn chr(vm: &Vm, _module: &ObjRef, i: &ObjRef) -> PyResult {
    let code = vm.index(i)?.to::<Int>().to_i64().and_then(|code| i32::try_from(code).ok());
    let Some(code) = code else { return Err(vm.overflow_error("Python int too large to convert to C int")) };
    match u32::try_from(code) {
        Ok(code) if code <= 0x10_ffff => Ok(vm.str_from_code_points(&[code])),
        _ => Err(vm.value_error("chr() arg not in range(0x110000)")),
    }
}

pub fn ord(vm: &Vm, _module: &ObjRef, c: &ObjRef) -> PyResult {
    let len = if let Some(text) = c.payload::<Str>() {
        if text.len() == 1 {
            return Ok(vm.int(i64::from(text.char_at(0))));
        }
        text.len()
    } else if let Some(bytes) = c.payload::<Bytes>() {
        if let [byte] = bytes.data() {
            return Ok(vm.int(i64::from(*byte)));
        }
        bytes.data().len()
    } else if vm.is_instance_of(c, &vm.types.bytearray) {
        if vm.len(c)? == 1 {
            return vm.get_item(c, &vm.int(0));
        }
        vm.len(c)?
    } else {
        let kind = vm.type_name(c);
        return Err(vm.type_error(format!("ord() expected string of length 1, but {kind} found")));
    };
    Err(vm.type_error(format!("ord() expected a character, but string of length {len} found")))
}

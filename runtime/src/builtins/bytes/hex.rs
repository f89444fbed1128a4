//! Bytes as hexadecimal digits.

use super::make::data;
use crate::error::{PyResult, Raised};
use crate::text::{char_at, units_len};
use crate::vm::Vm;
use gc::{ByteArray, Bytes, ObjRef, Str};

/// `hex([sep[, bytes_per_sep]])`
pub fn hex(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    digits(vm, &data(this), args)
}

/// The digits, in groups if a separator is given: counted from the right, or from the left if the size is negative.
pub fn digits(vm: &Vm, bytes: &[u8], args: &[Option<ObjRef>]) -> PyResult {
    let [separator, group] = args else { return Err(vm.system_error("hex without its arguments")) };
    vm.check_room(bytes.len().saturating_mul(3))?;
    let group = group.as_ref().map_or(Ok(1), |group| vm.to_c_int(group))?;
    let separator = separator.as_ref().map(|s| separator_of(vm, s)).transpose()?;
    let (Some(separator), size @ 1..) = (separator, group.unsigned_abs() as usize) else {
        return Ok(vm.str(plain(bytes)));
    };
    let first = if group > 0 { bytes.len() % size } else { 0 };
    let (head, tail) = bytes.split_at(first);
    let mut groups: Vec<String> = if head.is_empty() { vec![] } else { vec![plain(head)] };
    groups.extend(tail.chunks(size).map(plain));
    Ok(vm.str(groups.join(separator.encode_utf8(&mut [0; 4]))))
}

fn plain(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    let mut out = String::with_capacity(bytes.len() * 2);
    bytes.iter().for_each(|b| out.extend([digit(b >> 4), digit(b & 15)]));
    out
}

fn separator_of(vm: &Vm, separator: &ObjRef) -> PyResult<char> {
    if vm.len(separator)? != 1 {
        return Err(vm.value_error("sep must be length 1."));
    }
    let code = if let Some(text) = separator.cast_ref::<Str>() {
        text.char_at(0)
    } else if separator.has::<Bytes>() || separator.has::<ByteArray>() {
        data(separator)[0].into()
    } else {
        return Err(vm.type_error("sep must be str or bytes."));
    };
    char::from_u32(code).filter(char::is_ascii).ok_or_else(|| vm.value_error("sep must be ASCII."))
}

/// `fromhex(text)`: pairs of digits, spaces between them.
pub fn fromhex(vm: &Vm, class: &ObjRef, text: &ObjRef) -> PyResult {
    let Some(text) = text.cast_ref::<Str>() else {
        return Err(vm.type_error(format!("fromhex() argument must be str, not {}", vm.argument_kind(text))));
    };
    let units = text.units();
    let at = |i: usize| (i < units_len(units)).then(|| char_at(units, i));
    let digit = |i: usize| at(i).and_then(char::from_u32).and_then(|c| c.to_digit(16));
    let mut bytes = Vec::with_capacity(units_len(units) / 2);
    let mut i = 0;
    while let Some(code) = at(i) {
        if super::split::is_space(code) {
            i += 1;
            continue;
        }
        let high = digit(i).ok_or_else(|| wrong_digit(vm, i))?;
        let low = digit(i + 1).ok_or_else(|| wrong_digit(vm, i + 1))?;
        bytes.push((high << 4 | low) as u8);
        i += 2;
    }
    if class.is(&vm.types.bytes) {
        return Ok(vm.bytes(&bytes));
    }
    if class.is(&vm.types.bytearray) {
        return crate::builtins::bytearray::from_slice(vm, class, &bytes);
    }
    vm.call(class, &[vm.bytes(&bytes)])
}

#[cold]
fn wrong_digit(vm: &Vm, at: usize) -> Raised {
    vm.value_error(format!("non-hexadecimal number found in fromhex() arg at position {at}"))
}

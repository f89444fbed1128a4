//! Items of a view: bytes to objects and back.

use super::view::Format;
use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use gc::{Bytes, Int, ObjRef, Ref};

/// The number in up to eight little-endian bytes.
fn unsigned(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |sum, b| sum << 8 | u64::from(*b))
}

/// The object that an item stands for.
pub fn unpack(vm: &Vm, format: Format, bytes: &[u8]) -> ObjRef {
    let value = unsigned(bytes);
    match format.code {
        b'c' => vm.bytes(bytes),
        b'?' => vm.bool(value != 0),
        b'f' => vm.float(f32::from_bits(value as u32).into()),
        b'd' => vm.float(f64::from_bits(value)),
        b'b' | b'h' | b'i' | b'l' | b'q' | b'n' => {
            let spare = 64 - 8 * bytes.len() as u32;
            vm.int((value << spare) as i64 >> spare)
        }
        _ => match i64::try_from(value) {
            Ok(small) => vm.int_exact(small),
            Err(_) => vm.bigint(value.into()),
        },
    }
}

/// The bytes of a value.
pub fn pack(vm: &Vm, format: Format, value: &ObjRef) -> PyResult<Vec<u8>> {
    let size = format.itemsize();
    match format.code {
        b'c' => match value.cast_ref::<Bytes>().map(|bytes| bytes.data()) {
            Some([one]) => Ok(vec![*one]),
            Some(_) => Err(invalid(vm, "value", format)),
            None => Err(invalid(vm, "type", format)),
        },
        b'?' => Ok(vec![u8::from(vm.truth(value)?)]),
        b'f' => Ok((vm.to_f64(value).map_err(|raised| retyped(vm, raised, format))? as f32).to_le_bytes().to_vec()),
        b'd' => Ok(vm.to_f64(value).map_err(|raised| retyped(vm, raised, format))?.to_le_bytes().to_vec()),
        code => {
            let index = vm.index(value).map_err(|raised| retyped(vm, raised, format))?;
            let value = index.cast_ref::<Int>().map(Ref::to_bigint).unwrap_or_default();
            let bits = 8 * size as u32;
            let signed = code.is_ascii_lowercase();
            let (least, most) =
                if signed { (-(1i128 << (bits - 1)), (1i128 << (bits - 1)) - 1) } else { (0, (1i128 << bits) - 1) };
            match i128::try_from(value) {
                Ok(value) if (least..=most).contains(&value) => Ok(value.to_le_bytes()[..size].to_vec()),
                _ => Err(invalid(vm, "value", format)),
            }
        }
    }
}

/// `memoryview: invalid value for format 'B'`
#[cold]
fn invalid(vm: &Vm, what: &str, format: Format) -> Raised {
    let kind = if what == "type" { Exc::TypeError } else { Exc::ValueError };
    vm.raise_new(kind, format!("memoryview: invalid {what} for format '{}'", format.text()))
}

/// TypeErrors of conversions say which format did not want the value.
#[cold]
fn retyped(vm: &Vm, raised: Raised, format: Format) -> Raised {
    if raised.matches(vm, Exc::TypeError) { invalid(vm, "type", format) } else { raised }
}

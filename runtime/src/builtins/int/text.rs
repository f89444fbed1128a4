//! Ints to digits: `repr`, `format`, and the limit on how many digits that may be.

use super::convert::to_f64;
use super::digits::{self, DECIMAL_ROOM};
use super::make::of;
use crate::builtins::str::make as make_str;
use crate::error::{PyResult, Raised};
use crate::format::number::{check_int_spec, format_float_spec, format_int_char, format_int_digits, int_base};
use crate::format::spec::Spec;
use crate::text::units_len;
use crate::vm::Vm;
use gc::{Int, ObjRef, Ref, Str};
use std::cell::Cell;

/// `sys.get_int_max_str_digits()`; 0 is no limit.
pub struct DigitLimit(Cell<usize>);

impl crate::vm::Keeps for DigitLimit {}

/// Fewer digits than this are never refused.
pub const SMALLEST_LIMIT: usize = 640;

impl Default for DigitLimit {
    fn default() -> Self {
        DigitLimit(Cell::new(4300))
    }
}

impl DigitLimit {
    pub fn get(vm: &Vm) -> usize {
        vm.state::<DigitLimit>().0.get()
    }

    pub fn set(vm: &Vm, digits: usize) {
        vm.state::<DigitLimit>().0.set(digits);
    }
}

/// The digits of the absolute value in a base.
pub fn magnitude(vm: &Vm, int: &Ref<Int>, base: u32) -> PyResult<String> {
    if base == 10 {
        vm.check_interrupt()?;
    }
    if let Some(value) = int.to_i64() {
        let size = value.unsigned_abs();
        return Ok(match base {
            2 => format!("{size:b}"),
            8 => format!("{size:o}"),
            16 => format!("{size:x}"),
            _ => size.to_string(),
        });
    }
    let limit = if base == 10 && int.digit_count() * 9 > SMALLEST_LIMIT { DigitLimit::get(vm) } else { 0 };
    // Far too many digits: refuse before the work.
    if limit != 0 && int.bit_length() > limit as u64 * 4 {
        return Err(too_long(vm, limit));
    }
    let digits = if base == 10 && int.digit_count() <= digits::LONGEST {
        digits::decimal(false, int.digits(), &mut [0; DECIMAL_ROOM]).iter().map(|byte| char::from(*byte)).collect()
    } else {
        int.to_bigint().magnitude().to_str_radix(base)
    };
    if limit != 0 && digits.len() > limit {
        return Err(too_long(vm, limit));
    }
    Ok(digits)
}

/// The decimal text.
pub fn decimal(vm: &Vm, int: &Ref<Int>) -> PyResult<String> {
    let digits = magnitude(vm, int, 10)?;
    Ok(if int.sign() < 0 { format!("-{digits}") } else { digits })
}

pub fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    if let Some(value) = of(this).to_i64() {
        vm.check_interrupt()?;
        let mut room = [0; 20];
        return make_str::fresh_ascii(vm, small_decimal(value, &mut room));
    }
    let int = of(this);
    if int.digit_count() <= digits::LONGEST {
        vm.check_interrupt()?;
        return make_str::fresh_ascii(vm, digits::decimal(int.sign() < 0, int.digits(), &mut [0; DECIMAL_ROOM]));
    }
    make_str::fresh(vm, gc::Units::U1(decimal(vm, int)?.as_bytes()))
}

/// The decimal text of a small value, at the end of `room`.
fn small_decimal(value: i64, room: &mut [u8; 20]) -> &[u8] {
    let (mut left, mut at) = (value.unsigned_abs(), room.len());
    loop {
        at -= 1;
        room[at] = b'0' + (left % 10) as u8;
        left /= 10;
        if left == 0 {
            break;
        }
    }
    if value < 0 {
        at -= 1;
        room[at] = b'-';
    }
    &room[at..]
}

/// `bin`, `oct`, `hex`: with prefix, without limit.
pub fn with_prefix(vm: &Vm, int: &Ref<Int>, base: u32, prefix: &str) -> PyResult<String> {
    let sign = if int.sign() < 0 { "-" } else { "" };
    Ok(format!("{sign}{prefix}{}", magnitude(vm, int, base)?))
}

/// `__format__`
pub fn format(vm: &Vm, this: &ObjRef, spec: &ObjRef) -> PyResult {
    let Some(text) = spec.cast_ref::<Str>() else {
        return Err(vm.type_error(format!("__format__() argument must be str, not {}", vm.argument_kind(spec))));
    };
    if units_len(text.units()) == 0 {
        return vm.str_of(this);
    }
    let owner = vm.type_name(this).to_string();
    let spec = Spec::parse(text.units(), b'd', b'>', &owner).map_err(|fault| fault.raise(vm))?;
    let number = of(this);
    let kind = spec.ascii_kind();
    let made = match (int_base(kind), kind) {
        (Some(base), _) => {
            check_int_spec(&spec).map_err(|fault| fault.raise(vm))?;
            Ok(format_int_digits(number.sign() < 0, &magnitude(vm, number, base)?, &spec))
        }
        (None, b'c') => check_int_spec(&spec).and_then(|()| format_int_char(number.to_i64(), &spec)),
        (None, b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%') => format_float_spec(to_f64(vm, number)?, &spec, &owner),
        _ => Err(spec.unknown_kind(&owner)),
    };
    let text = made.map_err(|fault| fault.raise(vm))?;
    make_str::from_buf(vm, &text)
}

#[cold]
fn too_long(vm: &Vm, limit: usize) -> Raised {
    vm.value_error(format!(
        "Exceeds the limit ({limit} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase \
         the limit"
    ))
}

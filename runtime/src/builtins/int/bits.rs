//! Shifts and bitwise operators: an int is an endless row of bits, ones to the left if it is negative.

use super::digits;
use super::make::{big, check_bits, no_memory, of, pair, to_i128, wide, written};
use crate::error::PyResult;
use crate::vm::Vm;
use gc::{Int, ObjRef, Ref};
use num_bigint::BigInt;

/// `a << n`
pub fn shift_left(vm: &Vm, a: &ObjRef, n: &ObjRef) -> PyResult {
    let Some((a, n)) = pair(a, n) else { return Ok(vm.not_implemented.clone()) };
    if n.sign() < 0 {
        return Err(vm.value_error("negative shift count"));
    }
    if a.is_zero() {
        return Ok(vm.int(0));
    }
    let Some(count) = n.to_i64().map(|n| n as u64) else {
        // More digits than an object can count, or only more than there is memory (`_PyLong_New`).
        let most = (1i128 << 61) * 30;
        return Err(match to_i128(n).filter(|n| *n < most) {
            Some(_) => vm.memory_error(),
            None => vm.overflow_error("too many digits in integer"),
        });
    };
    let room = (a.digit_count() as u64 + count / 30 + u64::from(count % 30 != 0)) as usize;
    if room <= 4
        && let Some(value) = to_i128(a)
    {
        return wide(vm, value << count, room);
    }
    if room <= digits::LONGEST {
        return written(vm, a.sign() < 0, room, |out| digits::shifted_left(out, a.digits(), count as usize));
    }
    check_bits(vm, count)?;
    big(vm, &(a.to_bigint() << count), room)
}

/// `a >> n`
pub fn shift_right(vm: &Vm, a: &ObjRef, n: &ObjRef) -> PyResult {
    let Some((a, n)) = pair(a, n) else { return Ok(vm.not_implemented.clone()) };
    if n.sign() < 0 {
        return Err(vm.value_error("negative shift count"));
    }
    let count = n.to_i64().map_or(u64::MAX, |n| n as u64);
    if count >= a.bit_length() {
        return Ok(vm.int(if a.sign() < 0 { -1 } else { 0 }));
    }
    if a.sign() < 0 && !a.is_one_digit() && count == 0 {
        return super::plain(vm, a.as_obj());
    }
    // Of a negative one a digit that is shifted out wholly may still round the next one.
    let gone = if a.sign() < 0 { count.saturating_sub(1) } else { count } / 30;
    let room = if a.is_one_digit() { 0 } else { a.digit_count() - gone as usize };
    match to_i128(a) {
        Some(value) => wide(vm, value >> count.min(127), room),
        None if a.sign() > 0 => written(vm, false, room, |out| digits::shifted_right(out, a.digits(), count as usize)),
        None => big(vm, &(a.to_bigint() >> count), room),
    }
}

/// `~a`
pub fn invert(vm: &Vm, this: &ObjRef) -> PyResult {
    let this = of(this);
    let room = if this.is_one_digit() { 0 } else { this.digit_count() + usize::from(this.sign() > 0) };
    match to_i128(this) {
        Some(value) => wide(vm, !value, room),
        None => big(vm, &!this.to_bigint(), room),
    }
}

/// `a & b`
pub fn and(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    bitwise(vm, a, b, |x, y| x & y, |x, y| x & y)
}

/// `a | b`
pub fn or(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    bitwise(vm, a, b, |x, y| x | y, |x, y| x | y)
}

/// `a ^ b`
pub fn xor(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    bitwise(vm, a, b, |x, y| x ^ y, |x, y| x ^ y)
}

#[inline]
fn bitwise(
    vm: &Vm,
    a: &ObjRef,
    b: &ObjRef,
    short: fn(i128, i128) -> i128,
    long: fn(BigInt, BigInt) -> BigInt,
) -> PyResult {
    let Some((a, b)) = pair(a, b) else { return Ok(vm.not_implemented.clone()) };
    if a.is_one_digit() && b.is_one_digit() {
        return Ok(vm.int(short(a.one_digit_value().into(), b.one_digit_value().into()) as i64));
    }
    let room = bitwise_room(a, b, short);
    match (to_i128(a), to_i128(b)) {
        (Some(x), Some(y)) => wide(vm, short(x, y), room),
        _ if a.sign() >= 0 && b.sign() >= 0 => {
            let digit = |i: &Ref<Int>, at: usize| i.digits().get(at).copied().unwrap_or(0).into();
            written(vm, false, room, |out| {
                for (at, place) in out.iter_mut().enumerate() {
                    *place = short(digit(a, at), digit(b, at)) as u32;
                }
            })
        }
        _ => big(vm, &long(a.to_bigint(), b.to_bigint()), room),
    }
}

/// The longer operand, except where the shorter one's sign bits decide the rest; one more for a negative result.
fn bitwise_room(a: &Ref<Int>, b: &Ref<Int>, op: fn(i128, i128) -> i128) -> usize {
    let (long, short) = if a.digit_count() >= b.digit_count() { (a, b) } else { (b, a) };
    let sign = |i: &Ref<Int>| if i.sign() < 0 { -1 } else { 0 };
    // The upper digits of the result do not depend on those of the longer operand: they are cut off.
    let cut = op(0, sign(short)) == op(-1, sign(short));
    let digits = if cut { short.digit_count() } else { long.digit_count() };
    digits + usize::from(op(sign(a), sign(b)) < 0)
}

/// `bit_length()`
pub fn bit_length(vm: &Vm, this: &ObjRef) -> PyResult {
    i64::try_from(of(this).bit_length()).map(|n| vm.int_exact(n)).map_err(|_| no_memory(vm))
}

/// `bit_count()`: ones in the absolute value.
pub fn bit_count(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.int_exact(of(this).digits().iter().map(|d| i64::from(d.count_ones())).sum()))
}

//! Sums, products, quotients, powers.
//!
//! Up to four digits an operation is done in one machine word of 128 bits, up to some dozens by [`digits`]; beyond
//! that `num-bigint` computes.
//! The `room` of each result is the number of digits that CPython's algorithm allocates before it knows the value.

use super::digits;
use super::make::{big, check_bits, exact, magnitude, of, pair, to_i128, unsigned, wide, written};
use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use crate::vm::arith::floor_div_mod;
use gc::{Int, ObjRef, Ref};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::One;
use std::cmp::Ordering;

/// `a + b`
#[inline]
pub fn add(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let Some((a, b)) = pair(a, b) else { return Ok(vm.not_implemented.clone()) };
    if a.is_one_digit() && b.is_one_digit() {
        return Ok(vm.int(a.one_digit_value() + b.one_digit_value()));
    }
    add_wide(vm, a, b)
}

fn add_wide(vm: &Vm, a: &Ref<Int>, b: &Ref<Int>) -> PyResult {
    signed_sum(vm, a, b, b.sign() < 0)
}

/// `a + b` with a sign of its own for `b`.
fn signed_sum(vm: &Vm, a: &Ref<Int>, b: &Ref<Int>, b_negative: bool) -> PyResult {
    let adds = (a.sign() < 0) == b_negative;
    let room = if adds { sum_room(a, b) } else { difference_room(a.digits(), b.digits()) };
    if let (Some(x), Some(y)) = (to_i128(a), to_i128(b)) {
        let y = if b_negative == (y < 0) { y } else { -y };
        return wide(vm, x + y, room);
    }
    let (x, y) = (a.digits(), b.digits());
    if adds {
        return written(vm, b_negative, room, |out| digits::sum(out, x, y));
    }
    let (negative, larger, smaller) = match digits::order(x, y) {
        Ordering::Less => (b_negative, y, x),
        _ => (!b_negative, x, y),
    };
    let smaller = &smaller[..smaller.len().min(room)];
    written(vm, negative, room, |out| digits::difference(out, &larger[..room], smaller))
}

/// `a - b`
#[inline]
pub fn sub(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let Some((a, b)) = pair(a, b) else { return Ok(vm.not_implemented.clone()) };
    if a.is_one_digit() && b.is_one_digit() {
        return Ok(vm.int(a.one_digit_value() - b.one_digit_value()));
    }
    signed_sum(vm, a, b, b.sign() >= 0)
}

/// Adding magnitudes may carry.
fn sum_room(a: &Ref<Int>, b: &Ref<Int>) -> usize {
    a.digit_count().max(b.digit_count()) + 1
}

/// Subtracting magnitudes needs the longer one; equal leading digits are dropped first.
fn difference_room(a: &[u32], b: &[u32]) -> usize {
    if a.len() != b.len() {
        return a.len().max(b.len());
    }
    a.iter().zip(b).rposition(|(x, y)| x != y).map_or(0, |last| last + 1)
}

/// `a * b`
#[inline]
pub fn mul(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let Some((a, b)) = pair(a, b) else { return Ok(vm.not_implemented.clone()) };
    if a.is_one_digit() && b.is_one_digit() {
        return Ok(vm.int(a.one_digit_value() * b.one_digit_value()));
    }
    mul_wide(vm, a, b)
}

fn mul_wide(vm: &Vm, a: &Ref<Int>, b: &Ref<Int>) -> PyResult {
    let room = a.digit_count() + b.digit_count();
    if room <= 4
        && let (Some(x), Some(y)) = (to_i128(a), to_i128(b))
    {
        return wide(vm, x * y, room);
    }
    if let (Some(x), Some(y)) = (magnitude(a), magnitude(b))
        && let Some(product) = x.checked_mul(y)
    {
        return Ok(match product {
            0 => vm.int(0),
            _ => vm.new_long_int(a.sign() != b.sign(), product, room),
        });
    }
    if a.is_zero() || b.is_zero() {
        return Ok(vm.int(0));
    }
    if room <= digits::LONGEST || a.digit_count().min(b.digit_count()) <= digits::SHORT {
        check_bits(vm, room as u64 * 30)?;
        let negative = a.sign() != b.sign();
        return written(vm, negative, room, |out| digits::product(out, a.digits(), b.digits()));
    }
    check_bits(vm, room as u64 * 30)?;
    big(vm, &(a.to_bigint() * b.to_bigint()), room)
}

/// Rooms of quotient and remainder.
fn division_rooms(a: &Ref<Int>, b: &Ref<Int>) -> (usize, usize) {
    match (a.digit_count(), b.digit_count()) {
        (a, 1) => (a, 0),
        (more, fewer) if more < fewer => (1, more),
        (more, fewer) => (more - fewer + usize::from(first_digit_divides(a, b)), fewer),
    }
}

/// Whether the quotient can have a digit for the first digit of `b` below the first one of `a`: both are shifted until
/// the first bit of `b` is the highest of its digit.
fn first_digit_divides(a: &Ref<Int>, b: &Ref<Int>) -> bool {
    let shifted = |n: &Ref<Int>, shift: u32| {
        let digits = n.digits();
        let [.., next, first] = digits else { return 0 };
        u128::from(u64::from(*first) << 30 | u64::from(*next)) << shift >> 30
    };
    let shift = b.digits().last().map_or(0, |first| first.leading_zeros() - 2);
    shifted(a, shift) >= shifted(b, shift)
}

/// Quotient and remainder, the quotient rounded down; `None` in a word that is too small.
fn divide(vm: &Vm, a: &Ref<Int>, b: &Ref<Int>, want: (bool, bool)) -> PyResult<(ObjRef, ObjRef)> {
    if a.sign() == b.sign() && b.digit_count() > 1 && digits::order(a.digits(), b.digits()).is_lt() {
        // The dividend itself is what is left.
        return Ok((vm.int(0), super::plain(vm, a.as_obj())?));
    }
    let (quotient_room, rest_room) = division_rooms(a, b);
    let quotient_room = if a.is_one_digit() && b.is_one_digit() { 0 } else { quotient_room };
    let skip = || Ok(vm.none());
    if let (Some(x), Some(y)) = (a.to_i64(), b.to_i64())
        && let Some((quotient, rest)) = floor_div_mod(x, y)
    {
        return Ok((
            if want.0 { wide(vm, quotient.into(), quotient_room) } else { skip() }?,
            if want.1 { wide(vm, rest.into(), rest_room) } else { skip() }?,
        ));
    }
    if (a.sign() == b.sign() || a.is_zero())
        && let (Some(x), Some(y)) = (magnitude(a), magnitude(b))
    {
        // Each by itself: a division of two words is a call, and most want one of them.
        let rest = |size: u128| if b.sign() < 0 { -(size as i128) } else { size as i128 };
        return Ok((
            if want.0 { unsigned(vm, x / y, quotient_room) } else { skip() }?,
            if want.1 { wide(vm, rest(x % y), rest_room) } else { skip() }?,
        ));
    }
    if a.digit_count() <= digits::LONGEST || b.is_one_digit() {
        return divide_digits(vm, a, b, (want.0.then_some(quotient_room), want.1.then_some(rest_room)));
    }
    let (mut rooms, divisor) = ((quotient_room, rest_room), b.to_bigint());
    let (quotient, rest) = a.to_bigint().div_mod_floor(&divisor);
    if a.sign() != b.sign() && rest.sign() != Sign::NoSign {
        rooms.0 = rounded_room((&quotient + 1u32).bits().div_ceil(30) as usize);
        let cut = divisor.magnitude() - rest.magnitude();
        rooms.1 = if b.is_one_digit() { 0 } else { (divisor.magnitude() ^ cut).bits().div_ceil(30) as usize };
    }
    let (quotient_room, rest_room) = rooms;
    Ok((
        if want.0 { big(vm, &quotient, quotient_room) } else { skip() }?,
        if want.1 { big(vm, &rest, rest_room) } else { skip() }?,
    ))
}

/// As `divide`; the rooms of what is wanted.
fn divide_digits(
    vm: &Vm,
    a: &Ref<Int>,
    b: &Ref<Int>,
    rooms: (Option<usize>, Option<usize>),
) -> PyResult<(ObjRef, ObjRef)> {
    if a.sign() != b.sign() {
        return divide_down(vm, digits::Row::from_slice(a.digits()), b, rooms);
    }
    if let ([digit], Some(room), None) = (b.digits(), rooms.0, rooms.1) {
        let quotient = written(vm, false, room, |out| digits::quotient(out, a.digits(), *digit))?;
        return Ok((quotient, vm.none()));
    }
    let mut rest = digits::Row::from_slice(a.digits());
    let quotient = match rooms.0 {
        Some(room) => written(vm, false, room, |out| digits::divide(&mut rest, b.digits(), out))?,
        None => {
            digits::divide(&mut rest, b.digits(), &mut []);
            vm.none()
        }
    };
    let rest = digits::trimmed(&rest);
    let rest = rooms.1.map_or_else(|| Ok(vm.none()), |room| copied_row(vm, b.sign() < 0, rest, room))?;
    Ok((quotient, rest))
}

/// The room of a magnitude of so many digits after one is added to it.
fn rounded_room(digits: usize) -> usize {
    if digits > 1 { digits + 1 } else { 0 }
}

/// As `divide_digits` of operands with opposite signs, `rest` being the magnitude of the first one: the quotient is
/// rounded away from zero, by an addition that asks for its own room.
fn divide_down(
    vm: &Vm,
    mut rest: digits::Row,
    b: &Ref<Int>,
    (mut quotient_room, mut rest_room): (Option<usize>, Option<usize>),
) -> PyResult<(ObjRef, ObjRef)> {
    let mut quotient = digits::Row::from_elem(0, rest.len() + 1);
    digits::divide(&mut rest, b.digits(), &mut quotient);
    if !digits::trimmed(&rest).is_empty() {
        let used = digits::trimmed(&quotient).len();
        let size = digits::Row::from_slice(digits::trimmed(&rest));
        quotient_room = quotient_room.map(|_| rounded_room(used));
        rest_room = rest_room.map(|_| if b.is_one_digit() { 0 } else { difference_room(b.digits(), &size) });
        digits::increment(&mut quotient);
        rest = digits::Row::from_elem(0, b.digit_count());
        digits::difference(&mut rest, b.digits(), &size);
    }
    let made = |negative: bool, row: &[u32], room: Option<usize>| match room {
        Some(room) => copied_row(vm, negative, digits::trimmed(row), room),
        None => Ok(vm.none()),
    };
    Ok((made(true, &quotient, quotient_room)?, made(b.sign() < 0, &rest, rest_room)?))
}

/// An int of a row without leading zeros; room 0 is that of a machine word's value.
fn copied_row(vm: &Vm, negative: bool, row: &[u32], room: usize) -> PyResult {
    if let (0, [] | [_]) = (room, row) {
        let size = row.first().map_or(0, |digit| i64::from(*digit));
        return Ok(vm.int(if negative { -size } else { size }));
    }
    written(vm, negative, room.max(row.len()), |out| out[..row.len()].copy_from_slice(row))
}

/// `a // b`
#[inline]
pub fn floor_div(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let Some((a, b)) = pair(a, b) else { return Ok(vm.not_implemented.clone()) };
    if b.is_zero() {
        return Err(division_by_zero(vm));
    }
    if a.is_one_digit() && b.is_one_digit() {
        return Ok(vm.int(Integer::div_floor(&a.one_digit_value(), &b.one_digit_value())));
    }
    Ok(divide(vm, a, b, (true, false))?.0)
}

/// `a % b`
#[inline]
pub fn modulo(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let Some((a, b)) = pair(a, b) else { return Ok(vm.not_implemented.clone()) };
    if b.is_zero() {
        return Err(vm.zero_division("integer modulo by zero"));
    }
    if a.is_one_digit() && b.is_one_digit() {
        return Ok(vm.int(Integer::mod_floor(&a.one_digit_value(), &b.one_digit_value())));
    }
    if let [divisor] = b.digits() {
        return Ok(vm.int(modulo_digit(a, *divisor, b.sign() < 0)));
    }
    Ok(divide(vm, a, b, (false, true))?.1)
}

/// What is left of `a` divided by one digit, with the sign of that.
fn modulo_digit(a: &Ref<Int>, divisor: u32, negative: bool) -> i64 {
    let rest = match digits::remainder(a.digits(), divisor) {
        0 => 0,
        rest if (a.sign() < 0) == negative => rest,
        rest => divisor - rest,
    };
    if negative { -i64::from(rest) } else { rest.into() }
}

/// `divmod(a, b)`
pub fn divmod(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let Some((a, b)) = pair(a, b) else { return Ok(vm.not_implemented.clone()) };
    if b.is_zero() {
        return Err(division_by_zero(vm));
    }
    let (quotient, rest) = divide(vm, a, b, (true, true))?;
    Ok(vm.tuple([quotient, rest]))
}

/// `-a`
pub fn negative(vm: &Vm, this: &ObjRef) -> PyResult {
    let this = of(this);
    match to_i128(this) {
        Some(value) => wide(vm, -value, if this.is_one_digit() { 0 } else { this.digit_count() }),
        None => {
            let digits = this.digits();
            written(vm, this.sign() > 0, digits.len(), |out| out.copy_from_slice(digits))
        }
    }
}

/// `abs(a)`
pub fn absolute(vm: &Vm, this: &ObjRef) -> PyResult {
    if of(this).sign() < 0 { negative(vm, this) } else { super::plain(vm, this) }
}

/// `a ** b`
pub fn power(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let Some((base, exponent)) = pair(a, b) else { return Ok(vm.not_implemented.clone()) };
    if exponent.sign() < 0 {
        // As floats; that is where 0 ** -1 finds its error.
        let (a, b) = (super::convert::to_f64(vm, base)?, super::convert::to_f64(vm, exponent)?);
        return crate::builtins::float::pow::power_f64(vm, a, b);
    }
    let Some(exponent) = exponent.to_i64() else {
        return match base.to_i64() {
            Some(one @ (0 | 1)) => Ok(vm.int(one)),
            Some(-1) => Ok(vm.int(if exponent.digits()[0] & 1 == 0 { 1 } else { -1 })),
            _ => Err(super::make::no_memory(vm)),
        };
    };
    if let Some(small) = base.to_i64()
        && let Ok(exponent) = u32::try_from(exponent)
        && let Some(result) = small.checked_pow(exponent)
        && result.unsigned_abs() < 1 << 30
    {
        return Ok(vm.int(result));
    }
    power_big(vm, &base.to_bigint(), exponent as u64)
}

/// The last step of squaring and multiplying decides the room.
fn power_big(vm: &Vm, base: &BigInt, exponent: u64) -> PyResult {
    let bits = base.bits();
    if bits <= 1 {
        let odd = exponent % 2 == 1;
        return exact(vm, &if base.sign() == Sign::Minus && !odd { BigInt::one() } else { base.clone() });
    }
    check_bits(vm, (bits - 1).saturating_mul(exponent))?;
    let half = base.pow((exponent / 2).try_into().map_err(|_| super::make::no_memory(vm))?);
    let square = &half * &half;
    if exponent.is_multiple_of(2) {
        return big(vm, &square, product_room(&half, &half));
    }
    let result = &square * base;
    big(vm, &result, product_room(&square, base))
}

fn product_room(a: &BigInt, b: &BigInt) -> usize {
    let digits = |n: &BigInt| n.bits().div_ceil(30) as usize;
    let (a, b) = (digits(a), digits(b));
    if a <= 1 && b <= 1 { 0 } else { a + b }
}

/// `pow(a, b, c)`
pub fn power_modulo(vm: &Vm, a: &ObjRef, b: &ObjRef, c: &ObjRef) -> PyResult {
    if c.is(&vm.none) {
        return power(vm, a, b);
    }
    let (Some((a, b)), Some(c)) = (pair(a, b), c.cast_ref::<Int>()) else { return Ok(vm.not_implemented.clone()) };
    if c.is_zero() {
        return Err(vm.value_error("pow() 3rd argument cannot be 0"));
    }
    if c.is_one_digit()
        && let (Some(base), Some(exponent @ 0..)) = (a.to_i64(), b.to_i64())
    {
        return Ok(vm.int(power_modulo_small(base, exponent, c.one_digit_value())));
    }
    let (mut base, modulus) = (a.to_bigint(), c.to_bigint());
    if b.sign() < 0 {
        base = base.modinv(&modulus).ok_or_else(|| vm.value_error("base is not invertible for the given modulus"))?;
    }
    let exponent = BigInt::from_biguint(Sign::Plus, b.to_bigint().into_parts().1);
    big(vm, &base.modpow(&exponent, &modulus), if c.is_one_digit() { 0 } else { c.digit_count() })
}

/// Squares and multiplies; the products of numbers below 2^30 fit a word. The result has the sign of the modulus.
fn power_modulo_small(base: i64, mut exponent: i64, modulus: i64) -> i64 {
    let size = modulus.abs();
    let (mut square, mut result) = (base.rem_euclid(size), 1 % size);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * square % size;
        }
        square = square * square % size;
        exponent >>= 1;
    }
    if modulus < 0 && result != 0 { result + modulus } else { result }
}

#[cold]
fn division_by_zero(vm: &Vm) -> Raised {
    vm.zero_division("integer division or modulo by zero")
}

//! Arithmetic on rows of 30-bit digits, the least significant first: magnitudes that no machine word holds, but that
//! are too short for a big-integer library to pay.

use smallvec::SmallVec;
use std::cmp::Ordering;

/// Digits of a magnitude; leading zeros are allowed.
pub type Row = SmallVec<[u32; 14]>;

/// Rows up to this length are worked on here: the ways are quadratic.
pub const LONGEST: usize = 40;

/// As long a row is multiplied with any other here.
pub const SHORT: usize = 6;

const BITS: u32 = 30;
const BASE: u64 = 1 << BITS;
const MASK: u64 = BASE - 1;

/// The row without leading zeros.
pub fn trimmed(row: &[u32]) -> &[u32] {
    let used = row.iter().rposition(|digit| *digit != 0).map_or(0, |last| last + 1);
    &row[..used]
}

/// The order of two rows without leading zeros.
pub fn order(a: &[u32], b: &[u32]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

/// `a + b`; `out` has one digit more than the longer one.
#[inline]
pub fn sum(out: &mut [u32], a: &[u32], b: &[u32]) {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let (low, high) = long.split_at(short.len());
    let (out_low, out_high) = out.split_at_mut(short.len());
    let mut carry = 0;
    for ((place, x), y) in out_low.iter_mut().zip(low).zip(short) {
        carry += x + y;
        *place = carry & MASK as u32;
        carry >>= BITS;
    }
    for (place, x) in out_high.iter_mut().zip(high) {
        carry += x;
        *place = carry & MASK as u32;
        carry >>= BITS;
    }
    out[long.len()] = carry;
}

/// `a - b`, of which `a` is the larger one; `out` is as long as `a`.
#[inline]
pub fn difference(out: &mut [u32], a: &[u32], b: &[u32]) {
    let mut borrow = 0;
    for (i, (place, digit)) in out.iter_mut().zip(a).enumerate() {
        let rest = digit.wrapping_sub(*b.get(i).unwrap_or(&0)).wrapping_sub(borrow);
        borrow = rest >> 31;
        *place = rest & MASK as u32;
    }
}

/// `a * b`; `out` has as many digits as both together, all zeros.
#[inline]
pub fn product(out: &mut [u32], a: &[u32], b: &[u32]) {
    // Few long rows rather than many short ones.
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    for (i, x) in a.iter().enumerate() {
        let mut carry = 0;
        let row = &mut out[i..=i + b.len()];
        for (place, y) in row.iter_mut().zip(b) {
            carry += u64::from(*x) * u64::from(*y) + u64::from(*place);
            *place = (carry & MASK) as u32;
            carry >>= BITS;
        }
        row[b.len()] = carry as u32;
    }
}

/// What is left of the row divided by one digit.
pub fn remainder(row: &[u32], divisor: u32) -> u32 {
    row.iter().rev().fold(0, |rest, digit| (rest << BITS | u64::from(*digit)) % u64::from(divisor)) as u32
}

/// The row divided by one digit; `out` has as many digits, and has been zeros.
pub fn quotient(out: &mut [u32], row: &[u32], divisor: u32) {
    let mut rest = 0;
    for (place, digit) in out.iter_mut().zip(row).rev() {
        rest = rest << BITS | u64::from(*digit);
        let quotient = rest / u64::from(divisor);
        *place = quotient as u32;
        rest -= quotient * u64::from(divisor);
    }
}

/// Divides the row by one digit in place; answers the remainder.
pub fn divide_by_digit(row: &mut [u32], divisor: u32) -> u32 {
    let mut rest = 0;
    for digit in row.iter_mut().rev() {
        rest = rest << BITS | u64::from(*digit);
        let quotient = rest / u64::from(divisor);
        *digit = quotient as u32;
        rest -= quotient * u64::from(divisor);
    }
    rest as u32
}

/// Divides `rest`, which has no leading zeros, by `b`, neither being zero: the remainder stays there, with leading
/// zeros. The quotient's digits go to `quotient`, as far as it has room: those beyond are zeros.
pub fn divide(rest: &mut Row, b: &[u32], quotient: &mut [u32]) {
    if order(rest, b).is_lt() {
        return;
    }
    if let [digit] = b {
        let left = divide_by_digit(rest, *digit);
        let fits = quotient.len().min(rest.len());
        quotient[..fits].copy_from_slice(&rest[..fits]);
        rest.fill(0);
        rest[0] = left;
        return;
    }
    long_division(rest, b, quotient);
}

/// Digit by digit from the top. Both are shifted until the divisor's first bit is the highest of its digit, so that
/// a guess from two digits is at most two too large.
fn long_division(rest: &mut Row, b: &[u32], quotient: &mut [u32]) {
    let shift = (b[b.len() - 1].leading_zeros() - (32 - BITS)) as usize;
    let mut divisor = Row::from_slice(b);
    shift_left(&mut divisor, shift);
    let length = rest.len();
    rest.push(0);
    shift_left(rest, shift);
    let part = rest.as_mut_slice();
    let (top, next) = (u64::from(divisor[b.len() - 1]), u64::from(divisor[b.len() - 2]));
    for at in (0..=length - b.len()).rev() {
        let part = &mut part[at..=at + b.len()];
        let high = u64::from(part[b.len()]) << BITS | u64::from(part[b.len() - 1]);
        let (mut guess, mut left) = (high / top, high % top);
        while guess >= BASE || guess * next > (left << BITS | u64::from(part[b.len() - 2])) {
            guess -= 1;
            left += top;
            if left >= BASE {
                break;
            }
        }
        if take_multiple(part, &divisor, guess) {
            give_back(part, &divisor);
            guess -= 1;
        }
        debug_assert!(guess == 0 || quotient.is_empty() || at < quotient.len(), "the quotient has room");
        if let Some(place) = quotient.get_mut(at) {
            *place = guess as u32;
        }
    }
    shift_right(part, shift);
    rest.pop();
}

/// Moves a row by less than a digit upwards, the top having room.
fn shift_left(row: &mut [u32], bits: usize) {
    let mut carry = 0;
    for place in row {
        let all = u64::from(*place) << bits | carry;
        *place = (all & MASK) as u32;
        carry = all >> BITS;
    }
}

/// Moves a row by less than a digit downwards; what is shifted out is lost.
fn shift_right(row: &mut [u32], bits: usize) {
    let mut carry = 0;
    for place in row.iter_mut().rev() {
        let all = carry << BITS | u64::from(*place);
        *place = (all >> bits & MASK) as u32;
        carry = all & ((1 << bits) - 1);
    }
}

/// Adds one; there is room for the carry.
pub fn increment(row: &mut [u32]) {
    for digit in row {
        *digit = (*digit + 1) & MASK as u32;
        if *digit != 0 {
            break;
        }
    }
}

/// `part -= divisor * times`; whether that was too much.
fn take_multiple(part: &mut [u32], divisor: &[u32], times: u64) -> bool {
    let (mut carry, mut borrow) = (0, 0);
    for (place, digit) in part.iter_mut().zip(divisor.iter().chain(&[0])) {
        carry += u64::from(*digit) * times;
        let rest = i64::from(*place) - (carry & MASK) as i64 + borrow;
        *place = (rest as u64 & MASK) as u32;
        borrow = rest >> BITS;
        carry >>= BITS;
    }
    borrow < 0
}

/// `part += divisor`, the carry out of the top being the one that was borrowed before.
fn give_back(part: &mut [u32], divisor: &[u32]) {
    let mut carry = 0;
    for (place, digit) in part.iter_mut().zip(divisor.iter().chain(&[0])) {
        carry += *place + digit;
        *place = carry & MASK as u32;
        carry >>= BITS;
    }
}

/// `a << bits`; `out`, all zeros, has room for the digits that the result has, or one more.
pub fn shifted_left(out: &mut [u32], a: &[u32], bits: usize) {
    let (whole, part) = (bits / BITS as usize, bits % BITS as usize);
    let mut carry = 0;
    for (place, digit) in out[whole..].iter_mut().zip(a) {
        carry |= u64::from(*digit) << part;
        *place = (carry & MASK) as u32;
        carry >>= BITS;
    }
    if let Some(top) = out.get_mut(whole + a.len()) {
        *top = carry as u32;
    }
}

/// `a >> bits`, cut off; `out` has a digit for each of `a` that is not shifted out wholly.
pub fn shifted_right(out: &mut [u32], a: &[u32], bits: usize) {
    let (whole, part) = (bits / BITS as usize, bits % BITS as usize);
    let above = a.iter().skip(whole + 1).chain(&[0]);
    for (place, (low, high)) in out.iter_mut().zip(a.iter().skip(whole).zip(above)) {
        *place = ((u64::from(*high) << BITS | u64::from(*low)) >> part & MASK) as u32;
    }
}

/// Bytes of the decimal text of any row that is worked on here, with its sign.
pub const DECIMAL_ROOM: usize = LONGEST * BITS as usize * 3 / 10 + 20;

/// The decimal text of a row that is not zero, at the end of `room`.
pub fn decimal<'r>(negative: bool, a: &[u32], room: &'r mut [u8; DECIMAL_ROOM]) -> &'r [u8] {
    const CHUNK: u32 = 1_000_000_000;
    let mut rest = Row::from_slice(a);
    let mut at = room.len();
    while !rest.is_empty() {
        let mut left = divide_by_digit(&mut rest, CHUNK);
        rest.truncate(trimmed(&rest).len());
        // All nine digits, of the first chunk those that count.
        let until = at - 9;
        while if rest.is_empty() { left != 0 } else { at > until } {
            at -= 1;
            room[at] = b'0' + (left % 10) as u8;
            left /= 10;
        }
    }
    if negative {
        at -= 1;
        room[at] = b'-';
    }
    &room[at..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;

    fn value(row: &[u32]) -> BigUint {
        row.iter().rev().fold(BigUint::ZERO, |sum, digit| (sum << BITS) + digit)
    }

    fn row(n: &BigUint) -> Row {
        let mut left = n.clone();
        let mut out = Row::new();
        while left != BigUint::ZERO {
            out.push((&left % BASE).try_into().expect("a digit"));
            left >>= BITS;
        }
        out
    }

    /// Magnitudes with digits that carry, borrow and mislead the guess of a quotient's digit.
    fn samples() -> Vec<BigUint> {
        let mut all = Vec::new();
        for bits in [1_u32, 29, 30, 31, 59, 60, 61, 90, 119, 120, 150, 301] {
            let power = BigUint::from(1_u32) << bits;
            all.extend([&power - 1_u32, power.clone(), &power + 1_u32, &power * 3_u32 / 2_u32, &power / 7_u32 + 5_u32]);
        }
        all
    }

    /// What `write` makes of zeros.
    fn written(length: usize, write: impl FnOnce(&mut [u32])) -> BigUint {
        let mut out = Row::from_elem(0, length);
        write(&mut out);
        value(&out)
    }

    #[test]
    fn agrees_with_the_library() {
        for a in &samples() {
            let x = row(a);
            assert_eq!(decimal(true, &x, &mut [0; DECIMAL_ROOM]), format!("-{a}").as_bytes());
            for shift in [0_usize, 1, 29, 30, 31, 75] {
                let room = x.len() + shift / 30 + 1;
                assert_eq!(written(room, |out| shifted_left(out, &x, shift)), a << shift);
                assert_eq!(written(x.len(), |out| shifted_right(out, &x, shift)), a >> shift);
            }
            for b in &samples() {
                let y = row(b);
                let longer = x.len().max(y.len());
                assert_eq!(written(longer + 1, |out| sum(out, &x, &y)), a + b);
                assert_eq!(written(x.len() + y.len(), |out| product(out, &x, &y)), a * b);
                assert_eq!(order(&x, &y), a.cmp(b));
                if a >= b {
                    assert_eq!(written(x.len(), |out| difference(out, &x, &y)), a - b);
                }
                if let [digit] = y[..] {
                    assert_eq!(written(x.len(), |out| quotient(out, &x, digit)), a / b);
                }
                let mut rest = x.clone();
                assert_eq!(written(x.len(), |out| divide(&mut rest, &y, out)), a / b, "{a} / {b}");
                assert_eq!(value(&rest), a % b, "{a} % {b}");
            }
        }
    }

    #[test]
    fn one_more_carries() {
        let mut row = [MASK as u32, MASK as u32, 4, 0];
        increment(&mut row);
        assert_eq!(row, [0, 0, 5, 0]);
    }
}

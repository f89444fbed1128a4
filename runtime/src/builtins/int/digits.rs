//! Arithmetic on rows of 30-bit digits, the least significant first: magnitudes that no machine word holds, but that
//! are too short for a big-integer library to pay.

use smallvec::SmallVec;
use std::cmp::Ordering;

/// Digits of a magnitude; leading zeros are allowed.
pub type Row = SmallVec<[u32; 14]>;

/// Rows up to this length are worked on here: the ways are quadratic.
pub const LONGEST: usize = 40;

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

/// `a + b`
pub fn sum(a: &[u32], b: &[u32]) -> Row {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let mut carry = 0;
    let mut out = Row::with_capacity(long.len() + 1);
    for (i, digit) in long.iter().enumerate() {
        carry += digit + short.get(i).unwrap_or(&0);
        out.push(carry & MASK as u32);
        carry >>= BITS;
    }
    out.push(carry);
    out
}

/// `a - b`, of which `a` is the larger one.
pub fn difference(a: &[u32], b: &[u32]) -> Row {
    let mut borrow = 0;
    let digits = a.iter().enumerate().map(|(i, digit)| {
        let rest = digit.wrapping_sub(*b.get(i).unwrap_or(&0)).wrapping_sub(borrow);
        borrow = rest >> 31;
        rest & MASK as u32
    });
    digits.collect()
}

/// `a * b`
pub fn product(a: &[u32], b: &[u32]) -> Row {
    let mut out = Row::from_elem(0, a.len() + b.len());
    for (i, x) in a.iter().enumerate() {
        let mut carry = 0;
        for (place, y) in out[i..].iter_mut().zip(b) {
            carry += u64::from(*x) * u64::from(*y) + u64::from(*place);
            *place = (carry & MASK) as u32;
            carry >>= BITS;
        }
        out[i + b.len()] = carry as u32;
    }
    out
}

/// Divides the row by one digit in place; answers the remainder.
pub fn divide_by_digit(row: &mut [u32], divisor: u32) -> u32 {
    let mut rest = 0;
    for digit in row.iter_mut().rev() {
        rest = rest << BITS | u64::from(*digit);
        *digit = (rest / u64::from(divisor)) as u32;
        rest %= u64::from(divisor);
    }
    rest as u32
}

/// Quotient and remainder of rows without leading zeros, `b` not zero.
pub fn divided(a: &[u32], b: &[u32]) -> (Row, Row) {
    if order(a, b).is_lt() {
        return (Row::new(), Row::from_slice(a));
    }
    if let [digit] = b {
        let mut quotient = Row::from_slice(a);
        let rest = divide_by_digit(&mut quotient, *digit);
        return (quotient, Row::from_elem(rest, 1));
    }
    long_division(a, b)
}

/// Digit by digit from the top. Both are shifted until the divisor's first bit is the highest of its digit, so that
/// a guess from two digits is at most two too large.
fn long_division(a: &[u32], b: &[u32]) -> (Row, Row) {
    let shift = b[b.len() - 1].leading_zeros() - (32 - BITS);
    let divisor = shifted_left(b, shift as usize);
    let divisor = &divisor[..b.len()];
    let mut rest = shifted_left(a, shift as usize);
    rest.resize(a.len() + 1, 0);
    let (top, next) = (u64::from(divisor[b.len() - 1]), u64::from(divisor[b.len() - 2]));
    let mut quotient = Row::from_elem(0, a.len() - b.len() + 1);
    for at in (0..quotient.len()).rev() {
        let part = &mut rest[at..=at + b.len()];
        let high = u64::from(part[b.len()]) << BITS | u64::from(part[b.len() - 1]);
        let (mut guess, mut left) = (high / top, high % top);
        while guess >= BASE || guess * next > (left << BITS | u64::from(part[b.len() - 2])) {
            guess -= 1;
            left += top;
            if left >= BASE {
                break;
            }
        }
        if take_multiple(part, divisor, guess) {
            give_back(part, divisor);
            guess -= 1;
        }
        quotient[at] = guess as u32;
    }
    (quotient, shifted_right(&rest, shift as usize))
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

/// `a << bits`
pub fn shifted_left(a: &[u32], bits: usize) -> Row {
    let (whole, part) = (bits / BITS as usize, bits % BITS as usize);
    let mut out = Row::from_elem(0, whole);
    let mut carry = 0;
    for digit in a {
        carry |= u64::from(*digit) << part;
        out.push((carry & MASK) as u32);
        carry >>= BITS;
    }
    out.push(carry as u32);
    out
}

/// `a >> bits`, cut off.
pub fn shifted_right(a: &[u32], bits: usize) -> Row {
    let (whole, part) = (bits / BITS as usize, bits % BITS as usize);
    let above = a.iter().skip(whole + 1).chain(&[0]);
    let pairs = a.iter().skip(whole).zip(above);
    pairs.map(|(low, high)| ((u64::from(*high) << BITS | u64::from(*low)) >> part & MASK) as u32).collect()
}

/// The decimal digits of a row that is not zero.
pub fn decimal(a: &[u32]) -> String {
    const CHUNK: u32 = 1_000_000_000;
    let mut rest = Row::from_slice(a);
    let mut chunks = SmallVec::<[u32; 16]>::new();
    while !trimmed(&rest).is_empty() {
        chunks.push(divide_by_digit(&mut rest, CHUNK));
        rest.truncate(trimmed(&rest).len());
    }
    let mut text = chunks.pop().unwrap_or(0).to_string();
    for chunk in chunks.iter().rev() {
        let mut room = *b"000000000";
        let mut left = *chunk;
        for place in room.iter_mut().rev() {
            *place = b'0' + (left % 10) as u8;
            left /= 10;
        }
        text.extend(room.map(char::from));
    }
    text
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

    #[test]
    fn agrees_with_the_library() {
        for a in &samples() {
            assert_eq!(decimal(&row(a)), a.to_string());
            for shift in [0_usize, 1, 29, 30, 31, 75] {
                assert_eq!(value(&shifted_left(&row(a), shift)), a << shift);
                assert_eq!(value(&shifted_right(&row(a), shift)), a >> shift);
            }
            for b in &samples() {
                let (x, y) = (row(a), row(b));
                assert_eq!(value(&sum(&x, &y)), a + b);
                assert_eq!(value(&product(&x, &y)), a * b);
                assert_eq!(order(&x, &y), a.cmp(b));
                if a >= b {
                    assert_eq!(value(&difference(&x, &y)), a - b);
                }
                let (quotient, rest) = divided(&x, &y);
                assert_eq!((value(&quotient), value(&rest)), (a / b, a % b), "{a} / {b}");
            }
        }
    }
}

//! Greatest common divisors, by Lehmer's method: the quotients of many steps of Euclid's follow from the leading bits
//! of both numbers, and what they do to all digits is done at once (Knuth, volume 2, section 4.5.2, algorithm L).

use super::digits::{self, Row, trimmed};
use super::make::written;
use crate::error::PyResult;
use crate::vm::Vm;
use gc::{Int, Ref};
use num_integer::Integer;

const BITS: u32 = 30;
const MASK: i64 = (1 << BITS) - 1;

/// `gcd(a, b)`, which is not negative.
pub fn gcd(vm: &Vm, a: &Ref<Int>, b: &Ref<Int>) -> PyResult {
    if let (Some(x), Some(y)) = (a.to_i64(), b.to_i64()) {
        let found = x.unsigned_abs().gcd(&y.unsigned_abs());
        return i64::try_from(found).map_or_else(|_| Ok(vm.bigint(found.into())), |found| Ok(vm.int(found)));
    }
    let (a, b) = (Row::from_slice(a.digits()), Row::from_slice(b.digits()));
    let found = if digits::order(&a, &b).is_lt() { of_rows(b, a) } else { of_rows(a, b) };
    written(vm, false, found.len(), |out| out.copy_from_slice(&found))
}

/// Neither row has leading zeros, `a` is the larger one.
fn of_rows(mut a: Row, mut b: Row) -> Row {
    while b.len() > 2 {
        let (next_a, next_b) = match steps(&a, &b) {
            Some([p, q, r, s]) => (combined(p, &a, q, &b), combined(r, &a, s, &b)),
            None => {
                let mut rest = a;
                digits::divide(&mut rest, &b, &mut []);
                rest.truncate(trimmed(&rest).len());
                (b, rest)
            }
        };
        (a, b) = (next_a, next_b);
    }
    let small = word(&b);
    if small == 0 {
        return a;
    }
    let rest = a.iter().rev().fold(0, |rest: u128, digit| (rest << BITS | u128::from(*digit)) % u128::from(small));
    let found = small.gcd(&(rest as u64));
    let row = [found as u32 & MASK as u32, (found >> BITS) as u32];
    Row::from_slice(trimmed(&row))
}

/// The value of at most two digits.
fn word(row: &[u32]) -> u64 {
    row.iter().rev().fold(0, |sum, digit| sum << BITS | u64::from(*digit))
}

/// The 60 leading bits of `a`, and the bits of `b` in the same places.
fn leading(a: &[u32], b: &[u32]) -> (i64, i64) {
    let top = a.len() - 1;
    let used = 32 - a[top].leading_zeros();
    let bits = |row: &[u32]| {
        let digit = |n: usize| i64::from(*row.get(n).unwrap_or(&0));
        digit(top) << (60 - used) | digit(top - 1) << (BITS - used) | digit(top - 2) >> used
    };
    (bits(a), bits(b))
}

/// The factors `[p, q, r, s]` with which `p*a + q*b` and `r*a + s*b` are two later members of Euclid's sequence; None
/// if the leading bits do not even tell the first quotient.
fn steps(a: &[u32], b: &[u32]) -> Option<[i64; 4]> {
    let (mut x, mut y) = leading(a, b);
    let (mut p, mut q, mut r, mut s) = (1_i64, 0_i64, 0_i64, 1_i64);
    while y + r != 0 && y + s != 0 {
        let quotient = (x + p) / (y + r);
        if quotient != (x + q) / (y + s) || quotient > MASK {
            break;
        }
        let (next_r, next_s) = (p - quotient * r, q - quotient * s);
        if next_r.abs() > MASK || next_s.abs() > MASK {
            break;
        }
        (p, q, r, s) = (r, s, next_r, next_s);
        (x, y) = (y, x - quotient * y);
    }
    (q != 0).then_some([p, q, r, s])
}

/// `p*a + q*b`, which is not negative; the factors have one digit.
fn combined(p: i64, a: &[u32], q: i64, b: &[u32]) -> Row {
    let mut carry = 0;
    let mut out: Row = a
        .iter()
        .enumerate()
        .map(|(n, digit)| {
            carry += p * i64::from(*digit) + q * i64::from(*b.get(n).unwrap_or(&0));
            let low = (carry & MASK) as u32;
            carry >>= BITS;
            low
        })
        .collect();
    debug_assert_eq!(carry, 0, "no member of the sequence is longer than the first");
    out.truncate(trimmed(&out).len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;

    fn row(n: &BigUint) -> Row {
        let mut left = n.clone();
        let mut out = Row::new();
        while left != BigUint::ZERO {
            out.push((&left % (1_u32 << BITS)).try_into().expect("a digit"));
            left >>= BITS;
        }
        out
    }

    #[test]
    fn agrees_with_the_library() {
        let mut numbers = Vec::new();
        for power in [61_u32, 90, 91, 200, 601] {
            for factor in [1_u32, 3, 7 * 11, 1 << 20, 999_999_937] {
                let base = BigUint::from(factor).pow(power / 30 + 1);
                numbers.extend([(BigUint::from(1_u32) << power) * factor, base.clone() * 3_u32, base + 1_u32]);
                numbers.push(BigUint::from(6_u32).pow(power / 2) * factor);
            }
        }
        let fibonacci = |n: usize| (0..n).fold((BigUint::ZERO, BigUint::from(1_u32)), |(a, b), _| (b.clone(), a + b)).0;
        numbers.extend([fibonacci(500), fibonacci(501), fibonacci(720), fibonacci(480)]);
        for a in &numbers {
            for b in numbers.iter().filter(|b| *b <= a) {
                assert_eq!(of_rows(row(a), row(b)), row(&a.gcd(b)), "{a} {b}");
            }
        }
    }
}

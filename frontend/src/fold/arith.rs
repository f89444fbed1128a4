//! Operators on constants. `None` where CPython leaves the work to the running program: errors, values that would be
//! too big, and what its optimiser does not touch.

use super::Literal;
use crate::ast::{Operator, UnaryOp};
use crate::wtf8::Wtf8Buf;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};
use std::rc::Rc;

/// Integers beyond this many bits are not folded.
const MAX_INT_BITS: u64 = 128;
const MAX_STR: i64 = 4096;
const MAX_COLLECTION: i64 = 256;
const MAX_TOTAL_ITEMS: i64 = 1024;

pub(super) fn unary(op: UnaryOp, value: &Literal) -> Option<Literal> {
    match op {
        UnaryOp::Not => Some(Literal::bool(!value.truth())),
        UnaryOp::Invert => value.as_int().map(|n| Literal::int(-n - 1)),
        UnaryOp::UAdd => match value {
            Literal::Float(_) | Literal::Complex(..) => Some(value.clone()),
            _ => value.as_int().map(Literal::int),
        },
        UnaryOp::USub => match value {
            Literal::Float(f) => Some(Literal::Float(-f)),
            Literal::Complex(re, im) => Some(Literal::Complex(-re, -im)),
            _ => value.as_int().map(|n| Literal::int(-n)),
        },
    }
}

pub(super) fn binary(op: Operator, left: &Literal, right: &Literal) -> Option<Literal> {
    if let (Some(a), Some(b)) = (left.as_int(), right.as_int()) {
        return integers(op, left, right, &a, &b);
    }
    if matches!(left, Literal::Complex(..)) || matches!(right, Literal::Complex(..)) {
        return complexes(op, complex(left)?, complex(right)?);
    }
    if let (Some(a), Some(b)) = (float(left), float(right)) {
        return floats(op, a, b);
    }
    match op {
        Operator::Add => concatenate(left, right),
        Operator::Mult => repeat(left, right).or_else(|| repeat(right, left)),
        _ => None,
    }
}

fn integers(op: Operator, left: &Literal, right: &Literal, a: &BigInt, b: &BigInt) -> Option<Literal> {
    let boolean =
        |l: bool| matches!((left, right), (Literal::True | Literal::False, Literal::True | Literal::False)) && l;
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult if !a.is_zero() && !b.is_zero() && a.bits() + b.bits() > MAX_INT_BITS => return None,
        Operator::Mult => a * b,
        Operator::Div => return true_division(a, b).map(Literal::Float),
        Operator::FloorDiv | Operator::Mod if b.is_zero() => return None,
        Operator::FloorDiv => floor_division(a, b).0,
        Operator::Mod => floor_division(a, b).1,
        Operator::Pow => return integer_power(a, b),
        Operator::LShift => {
            let by = b.to_u64().filter(|&by| by <= MAX_INT_BITS || a.is_zero())?;
            if !a.is_zero() && by > 0 && a.bits() + by > MAX_INT_BITS {
                return None;
            }
            if a.is_zero() { BigInt::zero() } else { a << by }
        }
        Operator::RShift if b.is_negative() => return None,
        Operator::RShift => a >> b.to_u64().unwrap_or(u64::from(u32::MAX)).min(u64::from(u32::MAX)),
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        Operator::BitAnd => a & b,
        Operator::MatMult => return None,
    };
    if boolean(matches!(op, Operator::BitOr | Operator::BitXor | Operator::BitAnd)) {
        return Some(Literal::bool(!value.is_zero()));
    }
    Some(Literal::int(value))
}

/// Quotient and remainder, rounded towards minus infinity.
fn floor_division(a: &BigInt, b: &BigInt) -> (BigInt, BigInt) {
    let (mut quotient, mut remainder) = (a / b, a % b);
    if !remainder.is_zero() && remainder.is_negative() != b.is_negative() {
        quotient -= 1;
        remainder += b;
    }
    (quotient, remainder)
}

/// Exact for operands that a float holds; bigger ones are left to the program.
fn true_division(a: &BigInt, b: &BigInt) -> Option<f64> {
    let exact = |n: &BigInt| (n.bits() <= 53).then(|| n.to_f64()).flatten();
    let divisor = exact(b).filter(|&b| b != 0.0)?;
    Some(exact(a)? / divisor)
}

fn integer_power(a: &BigInt, b: &BigInt) -> Option<Literal> {
    if b.is_negative() {
        let base = a.to_f64().filter(|_| a.bits() <= 53)?;
        return float_power(base, b.to_f64()?).map(Literal::Float);
    }
    let exponent = b.to_u64()?;
    if exponent > 0 && a.bits() > MAX_INT_BITS / exponent {
        return None;
    }
    Some(Literal::int(a.pow(u32::try_from(exponent).ok()?)))
}

fn float(value: &Literal) -> Option<f64> {
    match value {
        Literal::Float(f) => Some(*f),
        _ => value.as_i64().map(|n| n as f64),
    }
}

fn floats(op: Operator, a: f64, b: f64) -> Option<Literal> {
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult => a * b,
        Operator::Pow => float_power(a, b)?,
        Operator::Div | Operator::FloorDiv | Operator::Mod if b == 0.0 => return None,
        Operator::Div => a / b,
        Operator::FloorDiv => float_floor(a, b).0,
        Operator::Mod => float_floor(a, b).1,
        _ => return None,
    };
    Some(Literal::Float(value))
}

/// Floor division and modulo of floats: the remainder has the divisor's sign.
fn float_floor(a: f64, b: f64) -> (f64, f64) {
    let mut remainder = a % b;
    let mut quotient = (a - remainder) / b;
    if remainder == 0.0 {
        remainder = 0f64.copysign(b);
    } else if (b < 0.0) != (remainder < 0.0) {
        remainder += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(a / b), remainder);
    }
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, remainder)
}

/// Without the cases that raise, overflow or leave the real numbers.
fn float_power(a: f64, b: f64) -> Option<f64> {
    if a == 0.0 && b < 0.0 || a < 0.0 && b.fract() != 0.0 && b.is_finite() {
        return None;
    }
    let value = a.powf(b);
    (value.is_finite() || !a.is_finite() || !b.is_finite()).then_some(value)
}

fn complex(value: &Literal) -> Option<(f64, f64)> {
    match value {
        Literal::Complex(re, im) => Some((*re, *im)),
        _ => float(value).map(|re| (re, 0.0)),
    }
}

fn complexes(op: Operator, a: (f64, f64), b: (f64, f64)) -> Option<Literal> {
    let (re, im) = match op {
        Operator::Add => (a.0 + b.0, a.1 + b.1),
        Operator::Sub => (a.0 - b.0, a.1 - b.1),
        Operator::Mult => (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0),
        Operator::Div if b.0 == 0.0 && b.1 == 0.0 => return None,
        // Divide by the larger part of the divisor, as CPython does against overflow.
        Operator::Div if b.0.abs() >= b.1.abs() => {
            let ratio = b.1 / b.0;
            let by = b.0 + b.1 * ratio;
            ((a.0 + a.1 * ratio) / by, (a.1 - a.0 * ratio) / by)
        }
        Operator::Div => {
            let ratio = b.0 / b.1;
            let by = b.0 * ratio + b.1;
            ((a.0 * ratio + a.1) / by, (a.1 * ratio - a.0) / by)
        }
        _ => return None,
    };
    Some(Literal::Complex(re, im))
}

fn concatenate(left: &Literal, right: &Literal) -> Option<Literal> {
    match (left, right) {
        (Literal::Str(a), Literal::Str(b)) => {
            let mut text = (**a).clone();
            text.push_wtf8(b.borrow());
            Some(Literal::Str(Rc::new(text)))
        }
        (Literal::Bytes(a), Literal::Bytes(b)) => Some(Literal::Bytes([&**a, &**b].concat().into())),
        (Literal::Tuple(a), Literal::Tuple(b)) => Some(Literal::tuple([&**a, &**b].concat())),
        _ => None,
    }
}

fn repeat(sequence: &Literal, times: &Literal) -> Option<Literal> {
    let times = times.as_int()?;
    let count = |length: usize, limit: i64| {
        let times = times.to_i64()?;
        if length == 0 {
            return Some(0);
        }
        (0..=limit / length as i64).contains(&times).then_some(times as usize)
    };
    match sequence {
        Literal::Str(text) => {
            let times = count(text.code_points().count(), MAX_STR)?;
            let mut whole = Wtf8Buf::new();
            (0..times).for_each(|_| whole.push_wtf8(text.borrow()));
            Some(Literal::Str(Rc::new(whole)))
        }
        Literal::Bytes(bytes) => Some(Literal::Bytes(bytes.repeat(count(bytes.len(), MAX_STR)?).into())),
        Literal::Tuple(items) => {
            let times = count(items.len(), MAX_COLLECTION)?;
            if times > 0 && !within(sequence, &mut (MAX_TOTAL_ITEMS / times as i64)) {
                return None;
            }
            Some(Literal::tuple((0..times).flat_map(|_| items.iter().cloned()).collect()))
        }
        _ => None,
    }
}

/// Whether a nest of tuples holds no more items than `limit`.
fn within(value: &Literal, limit: &mut i64) -> bool {
    match value {
        Literal::Tuple(items) => {
            *limit -= items.len() as i64;
            *limit >= 0 && items.iter().all(|item| crate::deep(|| within(item, limit)))
        }
        Literal::FrozenSet(items) => {
            *limit -= items.len() as i64;
            *limit >= 0
        }
        _ => true,
    }
}

/// `constant[constant]`.
pub(super) fn item(value: &Literal, index: &Literal) -> Option<Literal> {
    let index = index.as_i64()?;
    let at = |length: usize| usize::try_from(if index < 0 { index + length as i64 } else { index }).ok();
    match value {
        Literal::Tuple(items) => items.get(at(items.len())?).cloned(),
        Literal::Bytes(bytes) => bytes.get(at(bytes.len())?).map(|&byte| Literal::Int(byte.into())),
        Literal::Str(text) => {
            let code = text.code_points().nth(at(text.code_points().count())?)?;
            let mut one = Wtf8Buf::new();
            one.push_code_point(code);
            Some(Literal::Str(Rc::new(one)))
        }
        _ => None,
    }
}

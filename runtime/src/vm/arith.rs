//! Arithmetic that needs no Python: small ints and floats, as the hot handlers and the
//! general operators use it.

use std::cmp::Ordering;

use frontend::op::{BinOp, CmpOp};
use gc::{Exact, Float, Int, ObjRef, Ref};

/// The payload of an exact int.
#[inline(always)]
pub fn int(obj: &ObjRef) -> Option<&Ref<Int>> {
    // SAFETY: I1 of gc, the exact type int has this payload.
    (obj.ty().exact() == Exact::Int).then(|| unsafe { obj.cast_unchecked::<Int>() })
}

/// The value of an exact int of at most one digit.
#[inline(always)]
pub fn one_digit(obj: &ObjRef) -> Option<i64> {
    int(obj).filter(|n| n.is_one_digit()).map(|n| n.one_digit_value())
}

/// The value of an exact float.
#[inline(always)]
pub fn float(obj: &ObjRef) -> Option<f64> {
    // SAFETY: I1 of gc, the exact type float has this payload.
    (obj.ty().exact() == Exact::Float).then(|| unsafe { obj.cast_unchecked::<Float>() }.value())
}

/// Whether a comparison is true, given the order of its operands.
#[inline(always)]
pub const fn holds(op: CmpOp, order: Ordering) -> bool {
    match op {
        CmpOp::Lt => matches!(order, Ordering::Less),
        CmpOp::Le => !matches!(order, Ordering::Greater),
        CmpOp::Eq => matches!(order, Ordering::Equal),
        CmpOp::Ne => !matches!(order, Ordering::Equal),
        CmpOp::Gt => matches!(order, Ordering::Greater),
        CmpOp::Ge => !matches!(order, Ordering::Less),
    }
}

/// Comparison of floats: everything but `!=` is false for a NaN.
#[inline(always)]
pub fn float_holds(op: CmpOp, x: f64, y: f64) -> bool {
    match op {
        CmpOp::Lt => x < y,
        CmpOp::Le => x <= y,
        CmpOp::Eq => x == y,
        CmpOp::Ne => x != y,
        CmpOp::Gt => x > y,
        CmpOp::Ge => x >= y,
    }
}

/// Floor division and remainder; None for a zero divisor or overflow.
#[inline(always)]
pub fn floor_div_mod(x: i64, y: i64) -> Option<(i64, i64)> {
    if y == 0 {
        return None;
    }
    let (mut q, mut r) = (x.checked_div(y)?, x.checked_rem(y)?);
    if r != 0 && (r < 0) != (y < 0) {
        q -= 1;
        r += y;
    }
    Some((q, r))
}

/// Bit operations on values of at most 60 bits; None: not a matter of one machine word.
#[inline(always)]
pub fn bits(op: BinOp, x: i64, y: i64) -> Option<i64> {
    match op.plain() {
        BinOp::And => Some(x & y),
        BinOp::Or => Some(x | y),
        BinOp::Xor => Some(x ^ y),
        BinOp::LShift if (0..=29).contains(&y) && x.unsigned_abs() < 1 << 30 => Some(x << y),
        BinOp::RShift if y >= 0 => Some(x >> y.min(63)),
        _ => None,
    }
}

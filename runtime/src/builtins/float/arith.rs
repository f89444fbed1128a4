//! Float arithmetic and comparison; ints join in exactly or not at all.

use super::{operand, value};
use crate::builtins::int::convert::whole_of;
use crate::error::PyResult;
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{Float, Int, ObjRef, Ref};
use std::cmp::Ordering;

/// Calls `f` with both operands as doubles, or answers NotImplemented.
#[inline(always)]
fn both(vm: &Vm, a: &ObjRef, b: &ObjRef, f: impl FnOnce(f64, f64) -> PyResult) -> PyResult {
    match (operand(vm, a)?, operand(vm, b)?) {
        (Some(x), Some(y)) => f(x, y),
        _ => Ok(vm.not_implemented.clone()),
    }
}

pub fn add(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    both(vm, a, b, |x, y| Ok(vm.float(x + y)))
}

pub fn sub(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    both(vm, a, b, |x, y| Ok(vm.float(x - y)))
}

pub fn mul(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    both(vm, a, b, |x, y| Ok(vm.float(x * y)))
}

pub fn true_div(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    both(vm, a, b, |x, y| {
        if y == 0.0 {
            return Err(vm.zero_division("float division by zero"));
        }
        Ok(vm.float(x / y))
    })
}

pub fn floor_div(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    both(vm, a, b, |x, y| {
        if y == 0.0 {
            return Err(vm.zero_division("float floor division by zero"));
        }
        Ok(vm.float(divide(x, y).0))
    })
}

pub fn modulo(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    both(vm, a, b, |x, y| {
        if y == 0.0 {
            return Err(vm.zero_division("float modulo"));
        }
        Ok(vm.float(remainder(x, y)))
    })
}

pub fn divmod(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    both(vm, a, b, |x, y| {
        if y == 0.0 {
            return Err(vm.zero_division("float divmod()"));
        }
        let (quotient, rest) = divide(x, y);
        Ok(vm.tuple([vm.float(quotient), vm.float(rest)]))
    })
}

/// The remainder with the sign of the divisor.
#[inline]
pub fn remainder(x: f64, y: f64) -> f64 {
    let rest = x % y;
    if rest == 0.0 {
        return 0f64.copysign(y);
    }
    if (y < 0.0) == (rest < 0.0) { rest } else { rest + y }
}

/// The rounded down quotient and the remainder; they fit together although each is rounded.
#[inline]
pub fn divide(x: f64, y: f64) -> (f64, f64) {
    let mut rest = x % y;
    let mut quotient = (x - rest) / y;
    if rest == 0.0 {
        rest = 0f64.copysign(y);
    } else if (y < 0.0) != (rest < 0.0) {
        rest += y;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0f64.copysign(x / y), rest);
    }
    // (x - rest) / y is close to a whole number, but rounded.
    let floor = quotient.floor();
    (if quotient - floor > 0.5 { floor + 1.0 } else { floor }, rest)
}

pub fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    let order = if let Some(other) = other.payload::<Float>() {
        value(this).partial_cmp(&other.value())
    } else if let Some(int) = other.cast_ref::<Int>() {
        compare_int(value(this), int)
    } else {
        return Ok(vm.not_implemented.clone());
    };
    Ok(vm.bool(match order {
        Some(order) => crate::builtins::sequence::ordering_fits(op, order),
        None => op == CmpOp::Ne,
    }))
}

/// How a float stands to an int, exactly; `None` for NaN.
pub fn compare_int(float: f64, int: &Ref<Int>) -> Option<Ordering> {
    if float.is_nan() {
        return None;
    }
    if let Some(small) = int.to_i64()
        && small.unsigned_abs() <= 1 << 53
    {
        return float.partial_cmp(&(small as f64));
    }
    if float.is_infinite() {
        return Some(if float > 0.0 { Ordering::Greater } else { Ordering::Less });
    }
    let order = whole_of(float).cmp(&int.to_bigint());
    Some(order.then_with(|| float.fract().partial_cmp(&0.0).unwrap_or(Ordering::Equal)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Recorded from python3.11.
    #[test]
    fn signs() {
        for (x, y, quotient, rest) in [
            (-7.5, 2.0, -4.0, 0.5),
            (7.5, -2.0, -4.0, -0.5),
            (-5.0, f64::INFINITY, -1.0, f64::INFINITY),
            (5.0, f64::INFINITY, 0.0, 5.0),
            (1e300, 3.0, 3.333_333_333_333_333_5e299, 0.0),
        ] {
            let got = divide(x, y);
            assert_eq!(got.0, quotient, "{x} // {y}");
            if x.abs() < 1e200 {
                assert_eq!(got.1, rest, "{x} % {y}");
            }
        }
        assert!(remainder(0.0, -1.0).is_sign_negative());
        assert!(remainder(-0.0, 1.0).is_sign_positive());
    }
}

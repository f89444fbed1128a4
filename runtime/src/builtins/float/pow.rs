//! Powers of floats: C's pow, with Python's errors and complex results.

use super::operand;
use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use gc::ObjRef;

pub fn power(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    match (operand(vm, a)?, operand(vm, b)?) {
        (Some(x), Some(y)) => power_f64(vm, x, y),
        _ => Ok(vm.not_implemented.clone()),
    }
}

/// `pow(a, b, c)` of floats does not exist.
pub fn power_modulo(vm: &Vm, a: &ObjRef, b: &ObjRef, c: &ObjRef) -> PyResult {
    if c.is(&vm.none) {
        return power(vm, a, b);
    }
    Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"))
}

fn is_odd(value: f64) -> bool {
    (value % 2.0).abs() == 1.0
}

/// `x ** y`; a negative x with a fractional y gives a complex number.
pub fn power_f64(vm: &Vm, x: f64, y: f64) -> PyResult {
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(vm.zero_division("0.0 cannot be raised to a negative power"));
    }
    if x < 0.0 && x.is_finite() && y.is_finite() && y != y.floor() {
        return crate::builtins::complex::power_parts(vm, (x, 0.0), (y, 0.0));
    }
    let result = real_power(x, y);
    if result.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(out_of_range(vm));
    }
    Ok(vm.float(result))
}

/// The cases that C libraries disagree about, and C's pow for the others.
fn real_power(x: f64, y: f64) -> f64 {
    if y == 0.0 || x == 1.0 {
        return 1.0;
    }
    if x.is_nan() || y.is_nan() {
        return f64::NAN;
    }
    if y.is_infinite() {
        let base = x.abs();
        return match base == 1.0 {
            true => 1.0,
            false if (y > 0.0) == (base > 1.0) => f64::INFINITY,
            false => 0.0,
        };
    }
    if x.is_infinite() {
        let size = if y > 0.0 { f64::INFINITY } else { 0.0 };
        return if is_odd(y) { size.copysign(x) } else { size };
    }
    if x == 0.0 {
        return if is_odd(y) { x } else { 0.0 };
    }
    let size = x.abs().powf(y);
    if x < 0.0 && is_odd(y) { -size } else { size }
}

/// `OverflowError: (34, 'Numerical result out of range')`: the words of C's errno.
#[cold]
fn out_of_range(vm: &Vm) -> Raised {
    let kind = vm.exception_type(Exc::OverflowError);
    vm.raise_type(kind, &[vm.int(34), vm.str("Numerical result out of range")])
}

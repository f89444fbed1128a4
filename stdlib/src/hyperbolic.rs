//! Inverse hyperbolic functions by way of logarithms, in the steps of the system's library, so that the last digits agree.

use std::f64::consts::LN_2;

/// Beyond this a square is all that counts; below its inverse the function is the identity.
const LARGE: f64 = (1u32 << 28) as f64;

pub fn acosh(x: f64) -> f64 {
    if x > LARGE {
        return x.ln() + LN_2;
    }
    if x > 2.0 {
        return (2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt())).ln();
    }
    let over = x - 1.0;
    (over + (2.0 * over + over * over).sqrt()).ln_1p()
}

pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    let value = if size < 1.0 / LARGE {
        return x;
    } else if size > LARGE {
        size.ln() + LN_2
    } else if size > 2.0 {
        (2.0 * size + 1.0 / ((x * x + 1.0).sqrt() + size)).ln()
    } else {
        let square = x * x;
        (size + square / (1.0 + (1.0 + square).sqrt())).ln_1p()
    };
    value.copysign(x)
}

pub fn atanh(x: f64) -> f64 {
    let size = x.abs();
    let value = if size < 1.0 / LARGE {
        return x;
    } else if size < 0.5 {
        let double = size + size;
        0.5 * (double + double * size / (1.0 - size)).ln_1p()
    } else {
        0.5 * ((size + size) / (1.0 - size)).ln_1p()
    };
    value.copysign(x)
}

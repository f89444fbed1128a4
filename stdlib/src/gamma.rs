//! The gamma function and its logarithm by Lanczos' approximation (n = 13, g = 6.0247), with the roundings of CPython.

use std::f64::consts::PI;

const G: f64 = 6.024_680_040_776_73;
const G_MINUS_HALF: f64 = 5.524_680_040_776_73;

/// The rational function behind the approximation, constant terms first.
#[expect(clippy::excessive_precision, reason = "the digits that the coefficients are published with")]
const OVER: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];
const UNDER: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut over, mut under) = (0.0, 0.0);
    if x < 5.0 {
        for (a, b) in OVER.iter().zip(UNDER).rev() {
            over = over * x + a;
            under = under * x + b;
        }
    } else {
        for (a, b) in OVER.iter().zip(UNDER) {
            over = over / x + a;
            under = under / x + b;
        }
    }
    over / under
}

/// sin(πx), exact where x is large.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let size = match (2.0 * y).round() as u8 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0_f64.copysign(x) * size
}

/// Γ(x) for numbers that are neither whole and small nor poles.
pub fn gamma(x: f64) -> f64 {
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 { 0.0 / sin_pi(x) } else { f64::INFINITY };
    }
    let y = size + G_MINUS_HALF;
    // What was lost in that sum.
    let lost = if size > G_MINUS_HALF { y - size - G_MINUS_HALF } else { y - G_MINUS_HALF - size };
    let correction = lost * G / y;
    // The power in two halves where it would be too large at once.
    let [power, again] = if size < 140.0 { [y.powf(size - 0.5), 1.0] } else { [y.powf(size / 2.0 - 0.25); 2] };
    if x < 0.0 {
        let value = -PI / sin_pi(size) / size * y.exp() / lanczos_sum(size);
        return (value - correction * value) / power / again;
    }
    let value = lanczos_sum(size) / y.exp();
    (value + correction * value) * power * again
}

/// ln |Γ(x)|, poles aside.
pub fn ln_gamma(x: f64) -> f64 {
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    let size = x.abs();
    if size < 1e-20 {
        return -size.ln();
    }
    let mut value = lanczos_sum(size).ln() - G;
    value += (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 { PI.ln() - sin_pi(size).abs().ln() - size.ln() - value } else { value }
}

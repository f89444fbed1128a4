//! A float as a number of decimal units, exactly: `2.675` in hundredths is 267, since the double lies below.
//!
//! A double is `m * 2^-s`, so `m * 10^d` has to be divided by a power of two, with what is cut off telling how to
//! round. As long as that product fits 128 bits, it takes one multiplication and one shift.

use super::quick::Short;

/// The most decimals: `m * 10^19` has less than 117 bits.
const MOST_DECIMALS: usize = 19;
/// Bits of a double's fraction.
const MANTISSA_BITS: u32 = 52;

const POWERS: [u64; MOST_DECIMALS + 1] = {
    let mut powers = [1; MOST_DECIMALS + 1];
    let mut i = 1;
    while i < powers.len() {
        powers[i] = powers[i - 1] * 10;
        i += 1;
    }
    powers
};

/// The magnitude in units of the last of `decimals` decimals, ties to even; None for what is too large, not finite, or
/// has too many decimals.
pub fn units(value: f64, decimals: usize) -> Option<u64> {
    let power = u128::from(*POWERS.get(decimals)?);
    let bits = value.to_bits();
    let exponent = (bits >> MANTISSA_BITS & 0x7ff) as u32;
    let fraction = bits & ((1 << MANTISSA_BITS) - 1);
    // Whole numbers of 53 bits and more are none of ours.
    let shift = 1075_u32.checked_sub(exponent.max(1)).filter(|shift| *shift > 0)?;
    let mantissa = if exponent == 0 { fraction } else { fraction | 1 << MANTISSA_BITS };
    let scaled = u128::from(mantissa) * power;
    if shift >= 128 {
        // Less than 2^117 of a unit's 2^128: nothing.
        return Some(0);
    }
    let (whole, rest, half) = (scaled >> shift, scaled & ((1 << shift) - 1), 1 << (shift - 1));
    let up = rest > half || rest == half && whole & 1 == 1;
    u64::try_from(whole + u128::from(up)).ok()
}

/// The double that is nearest to so many units, if a division finds it.
pub fn of_units(units: u64, decimals: usize) -> Option<f64> {
    // Both are doubles as they are, and so their quotient is rounded once.
    (units < 1 << 53).then(|| units as f64 / POWERS[decimals] as f64)
}

/// Appends the magnitude with `decimals` decimals; false, and nothing appended, where [`units`] has no answer.
pub fn push(out: &mut Short, value: f64, decimals: usize) -> bool {
    let Some(units) = units(value, decimals) else { return false };
    let power = POWERS[decimals];
    out.push(Short::of_word(units / power, 10).bytes());
    if decimals > 0 {
        let fraction = Short::of_word(units % power, 10);
        out.push(b".");
        out.fill(b'0', decimals - fraction.bytes().len());
        out.push(fraction.bytes());
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_library() {
        let mut bits = 0x1234_5678_9abc_def1_u64;
        for n in 0..20_000 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            // Magnitudes from 2^-140 to 2^60, half of them with few binary decimals.
            let mantissa = if n % 2 == 0 { bits >> 12 } else { bits >> 12 & 0xff << 44 };
            let value = f64::from_bits(mantissa | (883 + bits % 200) << MANTISSA_BITS);
            let decimals = (bits >> 20) as usize % 22;
            let (mut text, library) = (Short::new(), format!("{value:.decimals$}"));
            if push(&mut text, value, decimals) {
                assert_eq!(text.text(), library);
                if let Some(rounded) = of_units(units(value, decimals).unwrap_or(0), decimals) {
                    assert_eq!(Some(rounded), library.parse().ok(), "{value} {decimals}");
                }
            } else {
                assert!(decimals > MOST_DECIMALS || value >= 1e-3, "{value} {decimals}");
            }
        }
    }
}

//! The digits of a float: shortest for `repr`, a given number of them for `e f g`.
//!
//! Rust's formatter rounds exactly (half to even on the true value), as CPython's dtoa does; only the layout
//! is Python's own: when an exponent is used, how it is written, and which zeros stay.

use super::decimal;
use super::quick::Short;
use std::fmt::Write;

/// Which of Python's float layouts; upper case is the caller's business.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// `repr`: the fewest digits that read back as the same float.
    Shortest,
    Exponent,
    Fixed,
    General,
}

/// What to do besides the layout.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options {
    /// `#`: keep the point and the zeros.
    pub alternate: bool,
    /// Add `.0` where the text would look like an int.
    pub dot_zero: bool,
    /// `z`: a zero has no minus.
    pub no_negative_zero: bool,
}

/// No double has more significant digits or decimals than this; what is asked beyond them is zeros.
const LONGEST: usize = 1100;

/// The float as text, with a minus where it is negative.
pub fn format_float(value: f64, layout: Layout, precision: usize, options: Options) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    let magnitude = value.abs();
    let text = if magnitude.is_infinite() {
        "inf".into()
    } else {
        match layout {
            Layout::Shortest => shortest(magnitude, options),
            Layout::Exponent => exponent(magnitude, precision, options),
            Layout::Fixed => fixed(magnitude, precision, options),
            Layout::General => general(magnitude, precision.max(1), options),
        }
    };
    let unsigned_zero = options.no_negative_zero && is_zero(&text);
    if value.is_sign_negative() && !unsigned_zero { format!("-{text}") } else { text }
}

/// Whether only zeros are shown; the mantissa decides, not the digits of the exponent.
fn is_zero(text: &str) -> bool {
    text.split('e').next().is_some_and(|mantissa| mantissa.bytes().all(|b| b == b'0' || b == b'.'))
}

/// Appends the `repr` of a finite float; None, and nothing useful appended, where the nearest digits are a tie.
pub fn repr_to(value: f64, out: &mut Short) -> Option<()> {
    let mut text = Short::new();
    write!(text, "{:e}", value.abs()).ok()?;
    let text = text.bytes();
    let (mantissa, exponent) = text.split_at(text.iter().position(|b| *b == b'e')?);
    let exponent: i32 = std::str::from_utf8(&exponent[1..]).ok()?.parse().ok()?;
    let (first, rest) = (&mantissa[..1], mantissa.get(2..).unwrap_or(&[]));
    if may_tie(value.abs(), 1 + rest.len()) {
        return None;
    }
    if value.is_sign_negative() {
        out.push(b"-");
    }
    match exponent {
        0..16 => {
            let (whole, fraction) = rest.split_at(rest.len().min(exponent as usize));
            out.push(first);
            out.push(whole);
            out.fill(b'0', exponent as usize - whole.len());
            out.push(b".");
            out.push(if fraction.is_empty() { b"0" } else { fraction });
        }
        -4..0 => {
            out.push(b"0.");
            out.fill(b'0', (-exponent - 1) as usize);
            out.push(first);
            out.push(rest);
        }
        _ => {
            out.push(first);
            if !rest.is_empty() {
                out.push(b".");
                out.push(rest);
            }
            let sign = if exponent < 0 { '-' } else { '+' };
            write!(out, "e{sign}{:02}", exponent.abs()).ok()?;
        }
    }
    Some(())
}

/// Whether two candidates of so many digits may be equally near: only a value that ends with a 5 behind them, `m * 2^-k`
/// with `m * 5^k` below 10^18, so that `k` is at most 25.
fn may_tie(value: f64, digits: usize) -> bool {
    digits >= 15 && value < 1e40 && (value * f64::from(1 << 26)).fract() == 0.0
}

/// `repr` of a float.
pub fn repr(value: f64) -> String {
    let mut short = Short::new();
    if value.is_finite() && repr_to(value, &mut short).is_some() {
        return String::from_utf8_lossy(short.bytes()).into_owned();
    }
    format_float(value, Layout::Shortest, 0, Options { dot_zero: true, ..Options::default() })
}

/// Significant digits and the place of the point after the first of them.
struct Digits {
    digits: String,
    exponent: i32,
}

impl Digits {
    /// Takes apart Rust's `d.ddde-7`.
    fn parse(text: &str) -> Digits {
        let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
        Digits { digits: mantissa.replace('.', ""), exponent: exponent.parse().unwrap_or(0) }
    }

    fn rounded(value: f64, decimals: usize) -> Digits {
        Digits::parse(&format!("{value:.*e}", decimals.min(LONGEST)))
    }

    fn with_zeros(mut self, count: usize) -> Digits {
        self.digits.extend(std::iter::repeat_n('0', count.saturating_sub(self.digits.len())));
        self
    }

    fn without_zeros(mut self) -> Digits {
        let kept = self.digits.trim_end_matches('0').len().max(1);
        self.digits.truncate(kept);
        self
    }

    fn positional(&self, options: Options) -> String {
        let mut out = String::new();
        if self.exponent < 0 {
            out.push_str("0.");
            out.extend(std::iter::repeat_n('0', (-self.exponent - 1) as usize));
            out.push_str(&self.digits);
            return out;
        }
        let whole = self.exponent as usize + 1;
        let (left, right) = self.digits.split_at(whole.min(self.digits.len()));
        out.push_str(left);
        out.extend(std::iter::repeat_n('0', whole - left.len()));
        push_fraction(&mut out, right, options);
        out
    }

    fn scientific(&self, options: Options) -> String {
        let (first, rest) = self.digits.split_at(1);
        let mut out = first.to_string();
        push_fraction(&mut out, rest, Options { dot_zero: false, ..options });
        let sign = if self.exponent < 0 { '-' } else { '+' };
        out + &format!("e{sign}{:02}", self.exponent.abs())
    }
}

fn push_fraction(out: &mut String, digits: &str, options: Options) {
    match (digits, options) {
        ("", Options { alternate: true, dot_zero: false, .. }) => out.push('.'),
        ("", Options { dot_zero: true, .. }) => out.push_str(".0"),
        ("", _) => {}
        _ => {
            out.push('.');
            out.push_str(digits);
        }
    }
}

fn shortest(value: f64, options: Options) -> String {
    let digits = Digits::parse(&nearest(value));
    if (-4..16).contains(&digits.exponent) { digits.positional(options) } else { digits.scientific(options) }
}

/// The shortest digits; where two candidates are equally near, Rust takes the upper one and CPython the even one.
fn nearest(value: f64) -> String {
    let text = format!("{value:e}");
    let count = text.bytes().take_while(|b| *b != b'e').count() - usize::from(text.contains('.'));
    if may_tie(value, count) {
        let even = format!("{value:.*e}", count - 1);
        if even.parse() == Ok(value) {
            return even;
        }
    }
    text
}

fn exponent(value: f64, precision: usize, options: Options) -> String {
    Digits::rounded(value, precision).with_zeros(precision + 1).scientific(options)
}

fn fixed(value: f64, precision: usize, options: Options) -> String {
    let mut quick = Short::new();
    let mut text = if decimal::push(&mut quick, value, precision) {
        quick.text().to_owned()
    } else {
        format!("{value:.*}", precision.min(LONGEST))
    };
    text.extend(std::iter::repeat_n('0', precision.saturating_sub(LONGEST)));
    if precision == 0 {
        push_fraction(&mut text, "", options);
    }
    text
}

fn general(value: f64, precision: usize, options: Options) -> String {
    let digits = Digits::rounded(value, precision - 1);
    let limit = precision as i64 - i64::from(options.dot_zero);
    let scientific = digits.exponent < -4 || i64::from(digits.exponent) >= limit;
    let digits = if options.alternate { digits.with_zeros(precision) } else { digits.without_zeros() };
    if scientific { digits.scientific(options) } else { digits.positional(options) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortest_digits() {
        for (value, text) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (123_456_789_012_345_680.0, "1.2345678901234568e+17"),
            (0.0001, "0.0001"),
            (0.00001, "1e-05"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
        ] {
            assert_eq!(repr(value), text);
        }
    }

    #[test]
    fn layouts() {
        let plain = Options::default();
        let hash = Options { alternate: true, ..plain };
        for (value, layout, precision, options, text) in [
            (2.5, Layout::Fixed, 0, plain, "2"),
            (3.5, Layout::Fixed, 0, hash, "4."),
            (0.125, Layout::Fixed, 2, plain, "0.12"),
            (1e22, Layout::Fixed, 1, plain, "10000000000000000000000.0"),
            (1234.5, Layout::Exponent, 0, plain, "1e+03"),
            (1234.5, Layout::Exponent, 2, plain, "1.23e+03"),
            (100_000.0, Layout::General, 6, plain, "100000"),
            (1e6, Layout::General, 6, plain, "1e+06"),
            (1e-4, Layout::General, 6, plain, "0.0001"),
            (0.5, Layout::General, 3, hash, "0.500"),
            (999_999.5, Layout::General, 6, plain, "1e+06"),
            (-0.001, Layout::Fixed, 1, Options { no_negative_zero: true, ..plain }, "0.0"),
        ] {
            assert_eq!(format_float(value, layout, precision, options), text);
        }
    }
}

//! `math`: functions on floats and integers, with CPython's domain and range errors.

use crate::{gamma, hyperbolic};
use gc::{Exact, Int, ObjRef};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, Method, ModuleSpec, Releases};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "math", doc: Some("Mathematical functions."), functions: FUNCTIONS, init };

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    let constants = [
        ("pi", std::f64::consts::PI),
        ("e", std::f64::consts::E),
        ("tau", std::f64::consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    for (name, value) in constants {
        vm.set_attr(module, &vm.intern(name), &vm.float(value))?;
    }
    Ok(())
}

/// Rows of functions from one float to one float: name, function, whether an infinite answer to a finite
/// argument is an OverflowError (`true`) or a ValueError.
macro_rules! float_functions {
    ($($name:ident, $function:expr, $overflow:expr;)+) => {
        $(fn $name(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
            let x = vm.to_f64(x)?;
            let function: fn(f64) -> f64 = $function;
            checked(vm, x, function(x), $overflow)
        })+
    };
}

float_functions! {
    acos, f64::acos, false;
    acosh, hyperbolic::acosh, false;
    asin, f64::asin, false;
    asinh, hyperbolic::asinh, false;
    atan, f64::atan, false;
    atanh, hyperbolic::atanh, false;
    cbrt, f64::cbrt, false;
    cos, f64::cos, false;
    cosh, f64::cosh, true;
    erf, libm::erf, false;
    erfc, erfc_of, false;
    exp, f64::exp, true;
    exp2, f64::exp2, true;
    expm1, f64::exp_m1, true;
    fabs, f64::abs, false;
    log1p, f64::ln_1p, false;
    sin, f64::sin, false;
    sinh, f64::sinh, true;
    sqrt, f64::sqrt, false;
    tan, f64::tan, false;
    tanh, f64::tanh, false;
}

/// CPython's rule: NaN out of no NaN is a domain error, infinity out of a finite argument a range or domain error.
fn checked(vm: &Vm, x: f64, answer: f64, overflow: bool) -> PyResult {
    if answer.is_nan() && !x.is_nan() {
        return Err(vm.value_error("math domain error"));
    }
    if answer.is_infinite() && x.is_finite() {
        return Err(if overflow { vm.overflow_error("math range error") } else { vm.value_error("math domain error") });
    }
    Ok(vm.float(answer))
}

fn checked2(vm: &Vm, x: f64, y: f64, answer: f64) -> PyResult {
    if answer.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(vm.value_error("math domain error"));
    }
    if answer.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(vm.overflow_error("math range error"));
    }
    Ok(vm.float(answer))
}

static FUNCTIONS: &[Method] = &[
    Method::new("acos(x, /)", Fun::One(acos)),
    Method::new("acosh(x, /)", Fun::One(acosh)),
    Method::new("asin(x, /)", Fun::One(asin)),
    Method::new("asinh(x, /)", Fun::One(asinh)),
    Method::new("atan(x, /)", Fun::One(atan)),
    Method::new("atan2(y, x, /)", Fun::Pos(2, 2, atan2)),
    Method::new("atanh(x, /)", Fun::One(atanh)),
    Method::new("cbrt(x, /)", Fun::One(cbrt)),
    Method::new("ceil(x, /)", Fun::One(ceil)),
    Method::new("comb(n, k, /)", Fun::Pos(2, 2, comb)),
    Method::new("copysign(x, y, /)", Fun::Pos(2, 2, copysign)),
    Method::new("cos(x, /)", Fun::One(cos)),
    Method::new("cosh(x, /)", Fun::One(cosh)),
    Method::new("degrees(x, /)", Fun::One(degrees)),
    Method::new("dist(p, q, /)", Fun::Pos(2, 2, dist)),
    Method::new("erf(x, /)", Fun::One(erf)),
    Method::new("erfc(x, /)", Fun::One(erfc)),
    Method::new("exp(x, /)", Fun::One(exp)),
    Method::new("exp2(x, /)", Fun::One(exp2)),
    Method::new("expm1(x, /)", Fun::One(expm1)),
    Method::new("fabs(x, /)", Fun::One(fabs)),
    Method::new("factorial(n, /)", Fun::One(factorial)),
    Method::new("floor(x, /)", Fun::One(floor)),
    Method::new("fmod(x, y, /)", Fun::Pos(2, 2, fmod)),
    Method::new("frexp(x, /)", Fun::One(frexp)),
    Method::new("fsum(seq, /)", Fun::One(fsum)),
    Method::new("gamma(x, /)", Fun::One(gamma)),
    Method::new("gcd(*integers)", Fun::Raw(gcd)),
    Method::new("hypot(*coordinates)", Fun::Raw(hypot)),
    Method::new("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", Fun::Bound(isclose)),
    Method::new("isfinite(x, /)", Fun::One(isfinite)),
    Method::new("isinf(x, /)", Fun::One(isinf)),
    Method::new("isnan(x, /)", Fun::One(isnan)),
    Method::new("isqrt(n, /)", Fun::One(isqrt)),
    Method::new("lcm(*integers)", Fun::Raw(lcm)),
    Method::new("ldexp(x, i, /)", Fun::Pos(2, 2, ldexp)),
    Method::new("lgamma(x, /)", Fun::One(lgamma)),
    Method::new("log(x, base=None, /)", Fun::Pos(0, 255, log)).packing(Releases::until(11)),
    Method::new("log10(x, /)", Fun::One(log10)),
    Method::new("log1p(x, /)", Fun::One(log1p)),
    Method::new("log2(x, /)", Fun::One(log2)),
    Method::new("modf(x, /)", Fun::One(modf)),
    Method::new("nextafter(x, y, /)", Fun::Pos(2, 2, nextafter)),
    Method::new("perm(n, k=None, /)", Fun::Pos(1, 2, perm)),
    Method::new("pow(x, y, /)", Fun::Pos(2, 2, pow)),
    Method::new("prod(iterable, /, *, start=1)", Fun::Bound(prod)),
    Method::new("radians(x, /)", Fun::One(radians)),
    Method::new("remainder(x, y, /)", Fun::Pos(2, 2, remainder)),
    Method::new("sin(x, /)", Fun::One(sin)),
    Method::new("sinh(x, /)", Fun::One(sinh)),
    Method::new("sqrt(x, /)", Fun::One(sqrt)),
    Method::new("tan(x, /)", Fun::One(tan)),
    Method::new("tanh(x, /)", Fun::One(tanh)),
    Method::new("trunc(x, /)", Fun::One(trunc)),
    Method::new("ulp(x, /)", Fun::One(ulp)),
];

fn atan2(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    Ok(vm.float(vm.to_f64(&args[0])?.atan2(vm.to_f64(&args[1])?)))
}

fn copysign(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    Ok(vm.float(vm.to_f64(&args[0])?.copysign(vm.to_f64(&args[1])?)))
}

fn degrees(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    Ok(vm.float(vm.to_f64(x)? * (180.0 / std::f64::consts::PI)))
}

fn radians(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    Ok(vm.float(vm.to_f64(x)? * (std::f64::consts::PI / 180.0)))
}

/// `ceil`, `floor`, `trunc`: the type's own dunder, or the float's value as an int.
fn rounded(vm: &Vm, x: &ObjRef, dunder: &str, round: fn(f64) -> f64) -> PyResult {
    if x.ty().exact() == Exact::Float {
        let value = round(vm.to_f64(x)?);
        if value.abs() < 1e18 {
            return Ok(vm.int(value as i64));
        }
    }
    if let Some(method) = vm.lookup_special(x, &vm.intern(dunder))? {
        return vm.call(&method, &[]);
    }
    let value = round(vm.to_f64(x)?);
    vm.call_method_str(&vm.float(value), "__int__", &[])
}

fn ceil(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    rounded(vm, x, "__ceil__", f64::ceil)
}

fn floor(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    rounded(vm, x, "__floor__", f64::floor)
}

fn trunc(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    if let Some(method) = vm.lookup_special(x, &vm.intern("__trunc__"))? {
        return vm.call(&method, &[]);
    }
    Err(vm.type_error(format!("type {} doesn't define __trunc__ method", vm.type_name(x))))
}

fn fmod(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (x, y) = (vm.to_f64(&args[0])?, vm.to_f64(&args[1])?);
    if y.is_infinite() && x.is_finite() {
        return Ok(vm.float(x));
    }
    checked2(vm, x, y, x % y)
}

fn remainder(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (x, y) = (vm.to_f64(&args[0])?, vm.to_f64(&args[1])?);
    checked2(vm, x, y, libm::remainder(x, y))
}

fn pow(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (x, y) = (vm.to_f64(&args[0])?, vm.to_f64(&args[1])?);
    if x == 0.0 && y < 0.0 && y.is_finite() {
        return Err(vm.value_error("math domain error"));
    }
    checked2(vm, x, y, x.powf(y))
}

fn nextafter(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    Ok(vm.float(libm::nextafter(vm.to_f64(&args[0])?, vm.to_f64(&args[1])?)))
}

fn ulp(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    let x = vm.to_f64(x)?.abs();
    if !x.is_finite() {
        return Ok(vm.float(x));
    }
    let up = x.next_up();
    Ok(vm.float(if up.is_infinite() { x - x.next_down() } else { up - x }))
}

fn frexp(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    let (mantissa, exponent) = libm::frexp(vm.to_f64(x)?);
    Ok(vm.tuple([vm.float(mantissa), vm.int(i64::from(exponent))]))
}

fn ldexp(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let x = vm.to_f64(&args[0])?;
    if !vm.is_int(&args[1]) {
        return Err(vm.type_error("Expected an int as second argument to ldexp."));
    }
    let exponent = vm.to_bigint(&args[1])?;
    if x == 0.0 || !x.is_finite() {
        return Ok(vm.float(x));
    }
    let Some(exponent) = exponent.to_i32() else {
        return if exponent.is_negative() {
            Ok(vm.float(0.0_f64.copysign(x)))
        } else {
            Err(vm.overflow_error("math range error"))
        };
    };
    checked(vm, x, libm::ldexp(x, exponent), true)
}

fn modf(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    let x = vm.to_f64(x)?;
    let (fraction, whole) = if x.is_infinite() { (0.0_f64.copysign(x), x) } else { (x - x.trunc(), x.trunc()) };
    Ok(vm.tuple([vm.float(fraction.copysign(x)), vm.float(whole)]))
}

/// Near -1 as the system's library, which takes the sum and not the difference.
fn erfc_of(x: f64) -> f64 {
    if x > -1.25 && x <= -0.84375 { 1.0 + libm::erf(-x) } else { libm::erfc(x) }
}

fn gamma(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    let x = vm.to_f64(x)?;
    if x == f64::NEG_INFINITY || (x <= 0.0 && x == x.floor()) {
        return Err(vm.value_error("math domain error"));
    }
    // Whole arguments have exact answers as long as a float can hold them.
    if x == x.floor() && x <= 23.0 {
        return Ok(vm.float((1..x as u64).map(|n| n as f64).product()));
    }
    checked(vm, x, gamma::gamma(x), true)
}

fn lgamma(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    let x = vm.to_f64(x)?;
    if x.is_infinite() {
        return Ok(vm.float(f64::INFINITY));
    }
    if x <= 0.0 && x == x.floor() {
        return Err(vm.value_error("math domain error"));
    }
    checked(vm, x, gamma::ln_gamma(x), true)
}

// ---- logarithms: integers of any size have one

fn logarithm(vm: &Vm, x: &ObjRef, function: fn(f64) -> f64, per_bit: f64) -> PyResult<f64> {
    if vm.is_int(x) {
        let n = vm.to_bigint(x)?;
        if n.sign() != Sign::Plus {
            return Err(vm.value_error("math domain error"));
        }
        if let Some(value) = n.to_f64().filter(|v| v.is_finite()) {
            return Ok(function(value));
        }
        let shift = n.bits() - 64;
        let head = (n >> shift).to_f64().unwrap_or(f64::INFINITY);
        return Ok(function(head) + per_bit * shift as f64);
    }
    let value = vm.to_f64(x)?;
    if value <= 0.0 {
        return Err(vm.value_error("math domain error"));
    }
    Ok(function(value))
}

fn log(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    if !(1..=2).contains(&args.len()) {
        return Err(vm.type_error("math.log requires 1 to 2 arguments"));
    }
    let top = logarithm(vm, &args[0], f64::ln, std::f64::consts::LN_2)?;
    let Some(base) = args.get(1) else { return Ok(vm.float(top)) };
    let bottom = logarithm(vm, base, f64::ln, std::f64::consts::LN_2)?;
    if bottom == 0.0 {
        return Err(vm.zero_division("float division by zero"));
    }
    Ok(vm.float(top / bottom))
}

fn log2(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    Ok(vm.float(logarithm(vm, x, f64::log2, 1.0)?))
}

fn log10(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    Ok(vm.float(logarithm(vm, x, f64::log10, std::f64::consts::LOG10_2)?))
}

// ---- tests

fn isnan(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    Ok(vm.bool(vm.to_f64(x)?.is_nan()))
}

fn isinf(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    Ok(vm.bool(vm.to_f64(x)?.is_infinite()))
}

fn isfinite(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    Ok(vm.bool(vm.to_f64(x)?.is_finite()))
}

fn isclose(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let number = |index: usize, default: f64| args[index].as_ref().map_or(Ok(default), |x| vm.to_f64(x));
    let (a, b) = (number(0, 0.0)?, number(1, 0.0)?);
    let (relative, absolute) = (number(2, 1e-9)?, number(3, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(vm.value_error("tolerances must be non-negative"));
    }
    let close = a == b
        || (a.is_finite() && b.is_finite() && {
            let difference = (b - a).abs();
            difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute
        });
    Ok(vm.bool(close))
}

// ---- sums and products

/// Shewchuk's exact summation: partial sums that do not overlap.
fn fsum(vm: &Vm, _: &ObjRef, seq: &ObjRef) -> PyResult {
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinite) = (0.0, 0.0);
    let iterator = vm.iter(seq)?;
    while let Some(item) = vm.next(&iterator)? {
        let original = vm.to_f64(&item)?;
        let mut x = original;
        let mut kept = 0;
        for index in 0..partials.len() {
            let mut y = partials[index];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        if x != 0.0 && x.is_finite() {
            partials.push(x);
        } else if !x.is_finite() {
            if original.is_finite() {
                return Err(vm.overflow_error("intermediate overflow in fsum"));
            }
            if original.is_infinite() {
                infinite += original;
            }
            special += original;
            partials.clear();
        }
    }
    if special != 0.0 {
        if f64::is_nan(infinite) {
            return Err(vm.value_error("-inf + inf in fsum"));
        }
        return Ok(vm.float(special));
    }
    Ok(vm.float(sum_of_partials(&partials)))
}

/// The correctly rounded sum of partials that do not overlap, smallest first.
fn sum_of_partials(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev();
    let Some(&first) = rest.next() else { return 0.0 };
    let mut high = first;
    let mut low = 0.0;
    while let Some(&y) = rest.next() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            // Half-way cases look at the sign of what is below.
            if let Some(&below) = rest.next()
                && ((low < 0.0 && below < 0.0) || (low > 0.0 && below > 0.0))
            {
                let twice = low * 2.0;
                let moved = high + twice;
                if twice == moved - high {
                    high = moved;
                }
            }
            break;
        }
    }
    let _ = low;
    high
}

fn prod(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let iterable = args[0].as_ref().map_or_else(|| vm.none(), ObjRef::clone);
    let mut result = args[1].clone().unwrap_or_else(|| vm.int(1));
    let iterator = vm.iter(&iterable)?;
    while let Some(item) = vm.next(&iterator)? {
        result = vm.binary(runtime::op::BinOp::Mul, &result, &item)?;
    }
    Ok(result)
}

fn hypot(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    if args.has_keywords() {
        return Err(vm.type_error("math.hypot() takes no keyword arguments"));
    }
    let values = args.positional().iter().map(|x| vm.to_f64(x)).collect::<PyResult<Vec<_>>>()?;
    Ok(vm.float(norm(&values)))
}

fn dist(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (p, q) = (vm.collect(&args[0])?, vm.collect(&args[1])?);
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let differences = p.iter().zip(&q).map(|(a, b)| Ok(vm.to_f64(a)? - vm.to_f64(b)?)).collect::<PyResult<Vec<_>>>()?;
    Ok(vm.float(norm(&differences)))
}

/// Euclid's norm, scaled against overflow, with the rounding error of the squares carried along.
fn norm(values: &[f64]) -> f64 {
    if values.iter().any(|v| v.is_infinite()) {
        return f64::INFINITY;
    }
    let largest = values.iter().fold(0.0_f64, |m, v| if v.is_nan() { f64::NAN } else { m.max(v.abs()) });
    if largest == 0.0 || largest.is_nan() || values.len() == 1 {
        return largest;
    }
    let scale = 2.0_f64.powi(-libm::frexp(largest).1);
    let (mut sum, mut error) = (0.0_f64, 0.0_f64);
    for value in values {
        let x = value * scale;
        let square = x * x;
        error += x.mul_add(x, -square);
        let next = sum + square;
        error += if sum >= square { (sum - next) + square } else { (square - next) + sum };
        sum = next;
    }
    let root = (sum + error).sqrt();
    // One Newton step with the exact residue.
    let residue = (-root).mul_add(root, sum) + error;
    (root + residue / (2.0 * root)) / scale
}

// ---- integers

fn integer(vm: &Vm, x: &ObjRef) -> PyResult<BigInt> {
    let index = vm.index(x)?;
    vm.to_bigint(&index)
}

fn gcd(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    if args.has_keywords() {
        return Err(vm.type_error("math.gcd() takes no keyword arguments"));
    }
    if let [a, b] = args.positional()
        && let (Some(a), Some(b)) = (a.cast_ref::<Int>(), b.cast_ref::<Int>())
    {
        return runtime::builtins::int::gcd::gcd(vm, a, b);
    }
    let mut result = BigInt::zero();
    for x in args.positional() {
        result = result.gcd(&integer(vm, x)?);
    }
    Ok(vm.bigint(result))
}

fn lcm(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    if args.has_keywords() {
        return Err(vm.type_error("math.lcm() takes no keyword arguments"));
    }
    let mut result = BigInt::one();
    for x in args.positional() {
        let x = integer(vm, x)?;
        result = if result.is_zero() || x.is_zero() { BigInt::zero() } else { result.lcm(&x) };
    }
    Ok(vm.bigint(result.abs()))
}

/// A result that CPython makes of a machine word if it can: its block has no digit to spare.
fn tight(vm: &Vm, result: BigInt) -> ObjRef {
    match i64::try_from(&result) {
        Ok(word) => vm.int_exact(word),
        Err(_) => vm.bigint(result),
    }
}

fn factorial(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    let n = integer(vm, x)?;
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    let Some(n) = n.to_u32() else {
        return Err(vm.overflow_error(format!("factorial() argument should not exceed {}", i64::MAX)));
    };
    Ok(tight(vm, range_product(2, n)))
}

/// low · … · high, halved again and again so that the factors stay alike in size.
fn range_product(low: u32, high: u32) -> BigInt {
    if low > high {
        return BigInt::one();
    }
    if high - low < 8 {
        return (low..=high).fold(BigInt::one(), |product, n| product * n);
    }
    let middle = low + (high - low) / 2;
    range_product(low, middle) * range_product(middle + 1, high)
}

fn natural_pair(vm: &Vm, n: &ObjRef, k: &ObjRef) -> PyResult<(BigInt, BigInt)> {
    let (n, k) = (integer(vm, n)?, integer(vm, k)?);
    if n.is_negative() {
        return Err(vm.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(vm.value_error("k must be a non-negative integer"));
    }
    Ok((n, k))
}

fn comb(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (n, k) = natural_pair(vm, &args[0], &args[1])?;
    if k > n {
        return Ok(vm.int(0));
    }
    let k = std::cmp::min(&n - &k, k);
    let Some(k) = k.to_u64() else {
        return Err(vm.overflow_error(format!("min(n - k, k) must not exceed {}", i64::MAX)));
    };
    let mut result = BigInt::one();
    for i in 0..k {
        result = result * (&n - i) / (i + 1);
    }
    Ok(tight(vm, result))
}

fn perm(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let Some(k) = args.get(1).filter(|k| !vm.is_none(k)) else { return factorial(vm, this, &args[0]) };
    let (n, k) = natural_pair(vm, &args[0], k)?;
    if k > n {
        return Ok(vm.int(0));
    }
    let Some(k) = k.to_u64() else {
        return Err(vm.overflow_error(format!("k must not exceed {}", i64::MAX)));
    };
    Ok(tight(vm, (0..k).fold(BigInt::one(), |product, i| product * (&n - i))))
}

fn isqrt(vm: &Vm, _: &ObjRef, x: &ObjRef) -> PyResult {
    let n = integer(vm, x)?;
    if n.is_negative() {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    Ok(tight(vm, n.sqrt()))
}

//! `complex`: two doubles; text, construction and arithmetic by C99's rules as CPython applies them.

use crate::builtins::float;
use crate::builtins::str::make as make_str;
use crate::error::{PyResult, Raised};
use crate::format::digits::{Layout, Options, format_float};
use crate::format::number::format_complex_spec;
use crate::format::spec::Spec;
use crate::hash;
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::object::type_of;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp};
use gc::{Complex, Exact, Int, ObjRef, Payload, Str};

pub static SPEC: TypeSpec = TypeSpec {
    exact: Exact::Complex,
    doc: Some(
        "Create a complex number from a real part and an optional imaginary part.\n\n\
         This is equivalent to (real + imag*1j) where imag defaults to 0.",
    ),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(|vm, this| Ok(vm.str(text(parts(this))))),
        hash: Some(hash),
        compare: Some(compare),
        binary: &[
            (BinOp::Add, |vm, a, b| both(vm, a, b, |x, y| Ok((x.0 + y.0, x.1 + y.1)))),
            (BinOp::Sub, |vm, a, b| both(vm, a, b, |x, y| Ok((x.0 - y.0, x.1 - y.1)))),
            (BinOp::Mul, |vm, a, b| both(vm, a, b, |x, y| Ok(product(x, y)))),
            (BinOp::TrueDiv, true_div),
            (BinOp::Pow, power),
        ],
        pow: Some(power_modulo),
        negative: Some(|vm, this| Ok(vm.complex(-parts(this).0, -parts(this).1))),
        positive: Some(plain),
        absolute: Some(absolute),
        truth: Some(|_, this| Ok(parts(this) != (0.0, 0.0))),
        ..SlotDefs::NONE
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeSpec::new("complex", Complex::layout)
};

static METHODS: &[Method] = &[
    Method::new("conjugate(self, /)", Fun::None(|vm, this| Ok(vm.complex(parts(this).0, -parts(this).1)))),
    Method::new("__complex__(self, /)", Fun::None(plain)),
    Method::new("__format__(self, format_spec, /)", Fun::One(format)),
    Method::new("__getnewargs__(self, /)", Fun::None(getnewargs)),
];

static GETSET: &[GetSet] = &[
    GetSet { name: "real", get: |vm, this| Ok(vm.float(parts(this).0)), set: None },
    GetSet { name: "imag", get: |vm, this| Ok(vm.float(parts(this).1)), set: None },
];

/// Real and imaginary part.
pub type Parts = (f64, f64);

/// The parts of a complex object.
pub fn parts(this: &ObjRef) -> Parts {
    let this = this.to::<Complex>();
    (this.re(), this.im())
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let (real, imaginary) = arguments_of_new(vm, args)?;
    if let (Some(real), None) = (real, imaginary)
        && real.ty_ref().is(&vm.types.complex)
        && class.is(&vm.types.complex)
    {
        return Ok(real.clone());
    }
    let value = if let Some(string) = real.filter(|r| r.has::<Str>()) {
        if imaginary.is_some() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        parse(vm, string)?
    } else {
        from_numbers(vm, real, imaginary)?
    };
    Ok(Complex::new(vm, class, value.0, value.1).into_obj())
}

fn arguments_of_new<'a>(vm: &Vm, args: Args<'a>) -> PyResult<(Option<&'a ObjRef>, Option<&'a ObjRef>)> {
    if args.values().len() > 2 {
        return Err(vm.type_error(format!("complex() takes at most 2 arguments ({} given)", args.values().len())));
    }
    let mut given = [args.positional().first(), args.positional().get(1)];
    for (name, value) in args.keywords() {
        let name = vm.lossy(name);
        let place = match name.as_str() {
            "real" => 0,
            "imag" => 1,
            _ => return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for complex()"))),
        };
        if given[place].replace(value).is_some() {
            let at = place + 1;
            return Err(vm.type_error(format!("argument for complex() given by name ('{name}') and position ({at})")));
        }
    }
    Ok((given[0], given[1]))
}

/// `real + imaginary * 1j`; both may be complex themselves.
fn from_numbers(vm: &Vm, real: Option<&ObjRef>, imaginary: Option<&ObjRef>) -> PyResult<Parts> {
    if imaginary.is_some_and(|i| i.has::<Str>()) {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    let first = match real {
        Some(real) => number(vm, real, true)?,
        None => Ok((0.0, 0.0)),
    };
    let second = match imaginary {
        Some(imaginary) => number(vm, imaginary, false)?.map(Some),
        None => Ok(None),
    };
    let first = first.map_err(|kind| {
        vm.type_error(format!("complex() first argument must be a string or a number, not '{kind}'"))
    })?;
    let second =
        second.map_err(|kind| vm.type_error(format!("complex() second argument must be a number, not '{kind}'")))?;
    let Some(second) = second else { return Ok(first) };
    // Parts that are not there must not turn -0.0 into 0.0.
    let real = if imaginary.is_some_and(|i| i.has::<Complex>()) { first.0 - second.1 } else { first.0 };
    let imag = if first.1 == 0.0 { second.0 } else { second.0 + first.1 };
    Ok((real, imag))
}

/// The value of a number; the type's name if it is none. The outer result is an exception of a conversion.
fn number(vm: &Vm, object: &ObjRef, first: bool) -> PyResult<Result<Parts, String>> {
    if object.has::<Complex>() && (!first || object.ty_ref().is(&vm.types.complex)) {
        return Ok(Ok(parts(object)));
    }
    if first && let Some(method) = vm.lookup_special(object, &vm.names.__complex__)? {
        let result = vm.call(&method, &[])?;
        if !result.has::<Complex>() {
            let kind = vm.type_name(&result);
            return Err(vm.type_error(format!("__complex__ returned non-complex (type {kind})")));
        }
        if !result.ty_ref().is(&vm.types.complex) {
            vm.warn_of_subclass("__complex__ returned non-complex", &result, "complex")?;
        }
        return Ok(Ok(parts(&result)));
    }
    let slots = &type_of(object).slots;
    if slots.float.get().is_some() || slots.index.get().is_some() {
        return Ok(Ok((float::value(&float::number_of(vm, object)?), 0.0)));
    }
    Ok(Err(vm.type_name(object).to_string()))
}

/// `complex('1+2j')`
fn parse(vm: &Vm, string: &ObjRef) -> PyResult<Parts> {
    let Some(text) = string.cast_ref::<Str>() else { return Err(vm.system_error("complex of a non-str")) };
    let ascii = crate::builtins::int::parse::to_ascii(text.units());
    let malformed = || vm.value_error("complex() arg is a malformed string");
    if ascii.contains(&b'_') {
        let digit = |i: usize| ascii.get(i).is_some_and(u8::is_ascii_digit);
        let allowed = (0..ascii.len()).all(|i| ascii[i] != b'_' || i > 0 && digit(i - 1) && digit(i + 1));
        if !allowed {
            let shown = vm.repr_text(string)?;
            return Err(vm.value_error(format!("could not convert string to complex: {shown}")));
        }
    }
    let joined: Vec<u8> = ascii.into_iter().filter(|b| *b != b'_').collect();
    let joined = String::from_utf8(joined).map_err(|_| malformed())?;
    read(&joined).ok_or_else(malformed)
}

/// `re`, `imj` or `re±imj`, in parentheses or not, spaces only around.
fn read(text: &str) -> Option<Parts> {
    let space = |c: char| matches!(c, '\t'..='\r' | ' ');
    let mut text = text.trim_matches(space);
    if let Some(inner) = text.strip_prefix('(') {
        text = inner.strip_suffix(')')?.trim_matches(space);
    }
    let Some(rest) = text.strip_suffix(['j', 'J']) else { return Some((text.parse().ok()?, 0.0)) };
    // The last sign that belongs to no exponent separates the parts.
    let split = rest
        .char_indices()
        .rev()
        .find(|(at, c)| matches!(c, '+' | '-') && *at > 0 && !matches!(rest.as_bytes()[at - 1], b'e' | b'E'));
    let (real, imaginary) = match split {
        Some((at, _)) => (rest[..at].parse().ok()?, &rest[at..]),
        None => (0.0, rest),
    };
    let imaginary = match imaginary {
        "" | "+" => 1.0,
        "-" => -1.0,
        number => number.parse().ok()?,
    };
    Some((real, imaginary))
}

/// The complex itself, or the equal one of a subclass instance.
fn plain(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(if this.ty_ref().is(&vm.types.complex) { this.clone() } else { vm.complex(parts(this).0, parts(this).1) })
}

fn getnewargs(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.tuple([vm.float(parts(this).0), vm.float(parts(this).1)]))
}

/// `repr`: the real part is left out where it is a positive zero.
fn text((real, imaginary): Parts) -> String {
    let short = |v: f64| format_float(v, Layout::Shortest, 0, Options::default());
    if real == 0.0 && real.is_sign_positive() {
        return short(imaginary) + "j";
    }
    let sign = if imaginary.is_sign_negative() && !imaginary.is_nan() { "" } else { "+" };
    format!("({}{sign}{}j)", short(real), short(imaginary))
}

fn format(vm: &Vm, this: &ObjRef, spec: &ObjRef) -> PyResult {
    let Some(text) = spec.cast_ref::<Str>() else {
        return Err(vm.type_error(format!("__format__() argument must be str, not {}", vm.argument_kind(spec))));
    };
    if text.is_empty() {
        return vm.str_of(this);
    }
    let owner = vm.type_name(this);
    let (real, imaginary) = parts(this);
    let made = Spec::parse(text.units(), 0, b'>', &owner).and_then(|spec| format_complex_spec(real, imaginary, &spec));
    let text = made.map_err(|fault| fault.raise(vm))?;
    make_str::from_buf(vm, &text)
}

fn hash(_vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let identity = || hash::hash_address(this.addr());
    let part = |v: f64| hash::hash_f64(v).unwrap_or_else(identity);
    Ok(hash::hash_complex(part(parts(this).0), part(parts(this).1)))
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let (real, imaginary) = parts(this);
    let equal = if other.has::<Complex>() {
        (real, imaginary) == parts(other)
    } else if let Some(int) = other.cast_ref::<Int>() {
        imaginary == 0.0 && float::arith::compare_int(real, int) == Some(std::cmp::Ordering::Equal)
    } else if other.has::<gc::Float>() {
        imaginary == 0.0 && real == float::value(other)
    } else {
        return Ok(vm.not_implemented.clone());
    };
    Ok(vm.bool(equal == (op == CmpOp::Eq)))
}

fn operand(vm: &Vm, object: &ObjRef) -> PyResult<Option<Parts>> {
    if object.has::<Complex>() {
        return Ok(Some(parts(object)));
    }
    Ok(float::operand(vm, object)?.map(|real| (real, 0.0)))
}

fn both(vm: &Vm, a: &ObjRef, b: &ObjRef, f: impl FnOnce(Parts, Parts) -> PyResult<Parts>) -> PyResult {
    match (operand(vm, a)?, operand(vm, b)?) {
        (Some(x), Some(y)) => f(x, y).map(|(real, imaginary)| vm.complex(real, imaginary)),
        _ => Ok(vm.not_implemented.clone()),
    }
}

fn product(x: Parts, y: Parts) -> Parts {
    (x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0)
}

/// Smith's division: scales by the larger part of the divisor. `None`: division by zero.
fn quotient(x: Parts, y: Parts) -> Option<Parts> {
    if y.0.abs() >= y.1.abs() {
        if y.0 == 0.0 {
            return None;
        }
        let ratio = y.1 / y.0;
        let scale = y.0 + y.1 * ratio;
        return Some(((x.0 + x.1 * ratio) / scale, (x.1 - x.0 * ratio) / scale));
    }
    if y.1.abs() >= y.0.abs() {
        let ratio = y.0 / y.1;
        let scale = y.0 * ratio + y.1;
        return Some(((x.0 * ratio + x.1) / scale, (x.1 * ratio - x.0) / scale));
    }
    Some((f64::NAN, f64::NAN))
}

fn true_div(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    both(vm, a, b, |x, y| quotient(x, y).ok_or_else(|| vm.zero_division("complex division by zero")))
}

fn power(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    match (operand(vm, a)?, operand(vm, b)?) {
        (Some(x), Some(y)) => power_parts(vm, x, y),
        _ => Ok(vm.not_implemented.clone()),
    }
}

fn power_modulo(vm: &Vm, a: &ObjRef, b: &ObjRef, c: &ObjRef) -> PyResult {
    let both = operand(vm, a)?.is_some() && operand(vm, b)?.is_some();
    if both && !c.is(&vm.none) {
        return Err(vm.value_error("complex modulo"));
    }
    power(vm, a, b)
}

/// `x ** y`: by squaring for small whole exponents, else in polar form.
pub fn power_parts(vm: &Vm, x: Parts, y: Parts) -> PyResult {
    let whole = y.1 == 0.0 && y.0 == y.0.floor() && y.0.abs() <= 100.0;
    let result = if whole { whole_power(x, y.0 as i32) } else { polar_power(x, y) };
    let Some((real, imaginary)) = result else {
        return Err(vm.zero_division("0.0 to a negative or complex power"));
    };
    if real.is_infinite() || imaginary.is_infinite() {
        return Err(vm.overflow_error("complex exponentiation"));
    }
    Ok(vm.complex(real, imaginary))
}

fn whole_power(x: Parts, exponent: i32) -> Option<Parts> {
    let (mut result, mut square) = ((1.0, 0.0), x);
    let mut left = exponent.unsigned_abs();
    while left > 0 {
        if left & 1 == 1 {
            result = product(result, square);
        }
        left >>= 1;
        square = product(square, square);
    }
    if exponent > 0 { Some(result) } else { quotient((1.0, 0.0), result) }
}

fn polar_power(x: Parts, y: Parts) -> Option<Parts> {
    if y == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if x == (0.0, 0.0) {
        return if y.1 != 0.0 || y.0 < 0.0 { None } else { Some((0.0, 0.0)) };
    }
    let size = x.0.hypot(x.1);
    let angle = x.1.atan2(x.0);
    let (mut length, mut phase) = (size.powf(y.0), angle * y.0);
    if y.1 != 0.0 {
        length /= (angle * y.1).exp();
        phase += y.1 * size.ln();
    }
    // The system's cos() calls this a domain error.
    if phase.is_infinite() {
        return None;
    }
    Some((length * phase.cos(), length * phase.sin()))
}

fn absolute(vm: &Vm, this: &ObjRef) -> PyResult {
    let (real, imaginary) = parts(this);
    let size = real.hypot(imaginary);
    if size.is_infinite() && real.is_finite() && imaginary.is_finite() {
        return Err(too_large(vm));
    }
    Ok(vm.float(size))
}

#[cold]
fn too_large(vm: &Vm) -> Raised {
    vm.overflow_error("absolute value too large")
}

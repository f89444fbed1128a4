//! `int`: whole numbers of any size.
//!
//! An int is a sign and 30-bit digits in one block (`gc::Int`). Numbers from −5 to 256 exist once. Every operation
//! makes a new object of the exact type `int` otherwise, whatever subclass its operands have, and asks for a
//! block of the size that CPython's algorithm would ask for: [`make`] knows the rules, [`arith`] and [`bits`] apply them.

pub mod arith;
pub mod bits;
pub mod bytes;
pub mod convert;
pub mod digits;
pub mod gcd;
pub mod make;
pub mod parse;
pub mod text;

use crate::error::PyResult;
use crate::hash;
use crate::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp};
use gc::{Exact, Int, ObjRef, Ref, Str, TypeFlags};
use make::{copied, of};
use num_bigint::BigInt;

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(13),
    basicsize: 24,
    itemsize: 4,
    exact: Exact::Int,
    flags: TypeFlags::INT,
    doc: Some(
        "int([x]) -> integer\nint(x, base=10) -> integer\n\nA whole number: of another number, cut off towards zero, or of digits in a base.",
    ),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(text::repr),
        hash: Some(hash),
        compare: Some(compare),
        binary: &[
            (BinOp::Add, arith::add),
            (BinOp::Sub, arith::sub),
            (BinOp::Mul, arith::mul),
            (BinOp::TrueDiv, convert::true_div),
            (BinOp::FloorDiv, arith::floor_div),
            (BinOp::Mod, arith::modulo),
            (BinOp::Pow, arith::power),
            (BinOp::LShift, bits::shift_left),
            (BinOp::RShift, bits::shift_right),
            (BinOp::And, bits::and),
            (BinOp::Or, bits::or),
            (BinOp::Xor, bits::xor),
        ],
        pow: Some(arith::power_modulo),
        divmod: Some(arith::divmod),
        negative: Some(arith::negative),
        positive: Some(plain),
        absolute: Some(arith::absolute),
        invert: Some(bits::invert),
        truth: Some(|_, this| Ok(!this.to::<Int>().is_zero())),
        int: Some(plain),
        float: Some(|vm, this| Ok(vm.float(convert::to_f64(vm, of(this))?))),
        index: Some(plain),
        ..SlotDefs::NONE
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeSpec::new("int", <Int as gc::Payload>::layout)
};

static METHODS: &[Method] = &[
    Method::new("as_integer_ratio(self, /)", Fun::None(|vm, this| Ok(vm.tuple([plain(vm, this)?, vm.int(1)])))),
    Method::new("bit_count(self, /)", Fun::None(bits::bit_count)),
    Method::new("bit_length(self, /)", Fun::None(bits::bit_length)),
    Method::new("conjugate(self, /)", Fun::None(plain)),
    Method::class("from_bytes(type, /, bytes, byteorder='big', *, signed=False)", Fun::Bound(bytes::from_bytes)),
    Method::new("to_bytes(self, /, length=1, byteorder='big', *, signed=False)", Fun::Bound(bytes::to_bytes)),
    Method::new("__ceil__(self, /)", Fun::None(plain)),
    Method::new("__floor__(self, /)", Fun::None(plain)),
    Method::new("__format__(self, format_spec, /)", Fun::One(text::format)),
    Method::new("__getnewargs__(self, /)", Fun::None(|vm, this| Ok(vm.tuple([copied(vm, of(this))])))),
    Method::new("__round__(self, ndigits=None, /)", Fun::Pos(0, 1, round)).packing(Releases::until(9)),
    Method::new("__sizeof__(self, /)", Fun::None(|vm, this| Ok(vm.int_exact(of(this).size_in_bytes(vm) as i64)))),
    Method::new("__trunc__(self, /)", Fun::None(plain)),
];

static GETSET: &[GetSet] = &[
    GetSet { name: "real", get: plain, set: None },
    GetSet { name: "imag", get: |vm, _| Ok(vm.int(0)), set: None },
    GetSet { name: "numerator", get: plain, set: None },
    GetSet { name: "denominator", get: |vm, _| Ok(vm.int(1)), set: None },
];

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let (value, base) = arguments_of_new(vm, args)?;
    let number = match (value, base) {
        (None, None) => vm.int(0),
        (None, Some(_)) => return Err(vm.type_error("int() missing string argument")),
        (Some(value), None) => convert::number_of(vm, value)?,
        (Some(value), Some(base)) => parse::with_base(vm, value, base)?,
    };
    if class.is(&vm.types.int) {
        return Ok(number);
    }
    let number = of(&number);
    let made = Int::from_digits(vm, class, number.sign() < 0, number.digits(), number.digit_count());
    made.map(Ref::into_obj).map_err(|_| vm.memory_error())
}

/// `int(x, /, base=10)`; an exact count error even when called through a subclass.
fn arguments_of_new<'a>(vm: &Vm, args: Args<'a>) -> PyResult<(Option<&'a ObjRef>, Option<&'a ObjRef>)> {
    let given = args.positional();
    if args.values().len() > 2 {
        return Err(vm.type_error(format!("int() takes at most 2 arguments ({} given)", args.values().len())));
    }
    let mut base = given.get(1);
    for (name, value) in args.keywords() {
        let name = vm.lossy(name);
        if name != "base" {
            return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for int()")));
        }
        if base.is_some() {
            return Err(vm.type_error("argument for int() given by name ('base') and position (2)"));
        }
        base = Some(value);
    }
    Ok((given.first(), base))
}

/// The int itself, or the equal int of a subclass instance: `+x`, `int(x)`, `x.real`.
pub fn plain(vm: &Vm, this: &ObjRef) -> PyResult {
    if this.ty_ref().is(&vm.types.int) {
        return Ok(this.clone());
    }
    Ok(copied(vm, of(this)))
}

fn hash(_vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let this = of(this);
    Ok(if this.is_one_digit() {
        hash::hash_i64(this.one_digit_value())
    } else {
        hash::hash_digits(this.sign() < 0, this.digits())
    })
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    let Some(other) = other.cast_ref::<Int>() else { return Ok(vm.not_implemented.clone()) };
    Ok(vm.bool(crate::builtins::sequence::ordering_fits(op, order(of(this), other))))
}

/// Which of two ints is larger.
#[inline]
pub fn order(a: &Ref<Int>, b: &Ref<Int>) -> std::cmp::Ordering {
    if a.is_one_digit() && b.is_one_digit() {
        return a.one_digit_value().cmp(&b.one_digit_value());
    }
    let sizes = |i: &Ref<Int>| i.digit_count() as isize * i.sign() as isize;
    sizes(a).cmp(&sizes(b)).then_with(|| {
        let by_digits = a.digits().iter().rev().cmp(b.digits().iter().rev());
        if a.sign() < 0 { by_digits.reverse() } else { by_digits }
    })
}

/// `round(x, -n)`: to the nearest multiple of 10ⁿ, ties to the even one.
fn round(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let digits = match args.first() {
        Some(digits) => vm.to_bigint(&vm.index(digits)?)?,
        None => return plain(vm, this),
    };
    if digits.sign() != num_bigint::Sign::Minus {
        return plain(vm, this);
    }
    let value = of(this);
    // 10ⁿ is far beyond twice the value: nothing remains.
    let Ok(power) = u32::try_from(-digits) else { return Ok(vm.int(0)) };
    if u64::from(power) * 3 > value.bit_length() + 6 {
        return Ok(vm.int(0));
    }
    let (value, unit) = (value.to_bigint(), BigInt::from(10).pow(power));
    make::exact(vm, &rounded_to(&value, &unit))
}

fn rounded_to(value: &BigInt, unit: &BigInt) -> BigInt {
    use num_integer::Integer;
    let (quotient, rest) = value.div_mod_floor(unit);
    let up = match (&rest * 2u32).cmp(unit) {
        std::cmp::Ordering::Less => false,
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => quotient.is_odd(),
    };
    (quotient + u32::from(up)) * unit
}

/// The text of a str argument, or CPython's error for a wrong one.
pub(crate) fn str_argument(vm: &Vm, value: &ObjRef, what: &str) -> PyResult<String> {
    match value.cast_ref::<Str>() {
        Some(text) => Ok(text.to_string_lossy().into_owned()),
        None => Err(vm.type_error(format!("{what} must be str, not {}", vm.argument_kind(value)))),
    }
}

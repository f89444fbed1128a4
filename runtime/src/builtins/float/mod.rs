//! `float`: a double in 24 bytes, taken from a free list while there is one.

pub mod arith;
pub mod parse;
pub mod pow;
pub mod ratio;

use crate::builtins::arguments;
use crate::builtins::int::convert::{from_f64, to_f64};
use crate::builtins::str::make as make_str;
use crate::error::{PyResult, Raised};
use crate::format::digits;
use crate::format::number::format_float_spec;
use crate::format::quick::Short;
use crate::format::spec::Spec;
use crate::hash;
use crate::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use crate::object::type_of;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::BinOp;
use gc::{Exact, Float, Int, ObjRef, Payload, Str, TypeFlags};

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(10),
    exact: Exact::Float,
    flags: TypeFlags::FLOAT,
    doc: Some("Convert a string or number to a floating point number, if possible."),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(repr),
        hash: Some(|_, this| Ok(hash::hash_f64(value(this)).unwrap_or_else(|| hash::hash_address(this.addr())))),
        compare: Some(arith::compare),
        binary: &[
            (BinOp::Add, arith::add),
            (BinOp::Sub, arith::sub),
            (BinOp::Mul, arith::mul),
            (BinOp::TrueDiv, arith::true_div),
            (BinOp::FloorDiv, arith::floor_div),
            (BinOp::Mod, arith::modulo),
            (BinOp::Pow, pow::power),
        ],
        pow: Some(pow::power_modulo),
        divmod: Some(arith::divmod),
        negative: Some(|vm, this| Ok(vm.float(-value(this)))),
        positive: Some(plain),
        absolute: Some(|vm, this| Ok(vm.float(value(this).abs()))),
        truth: Some(|_, this| Ok(value(this) != 0.0)),
        int: Some(trunc),
        float: Some(plain),
        ..SlotDefs::NONE
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeSpec::new("float", Float::layout)
};

static METHODS: &[Method] = &[
    Method::new("as_integer_ratio(self, /)", Fun::None(ratio::as_integer_ratio)),
    Method::new("conjugate(self, /)", Fun::None(plain)),
    Method::class("fromhex(type, string, /)", Fun::One(parse::fromhex)),
    Method::new("hex(self, /)", Fun::None(|vm, this| Ok(vm.str(parse::hex(value(this)))))),
    Method::new("is_integer(self, /)", Fun::None(|vm, this| Ok(vm.bool(is_whole(value(this)))))),
    Method::new("__ceil__(self, /)", Fun::None(|vm, this| from_f64(vm, value(this).ceil()))),
    Method::new("__floor__(self, /)", Fun::None(|vm, this| from_f64(vm, value(this).floor()))),
    Method::new("__format__(self, format_spec, /)", Fun::One(format)),
    Method::class("__getformat__(type, typestr, /)", Fun::One(getformat)),
    Method::new("__getnewargs__(self, /)", Fun::None(|vm, this| Ok(vm.tuple([vm.float(value(this))])))),
    Method::new("__round__(self, ndigits=None, /)", Fun::Pos(0, 1, ratio::round)),
    Method::new("__trunc__(self, /)", Fun::None(trunc)),
];

static GETSET: &[GetSet] = &[
    GetSet { name: "real", get: plain, set: None },
    GetSet { name: "imag", get: |vm, _| Ok(vm.float(0.0)), set: None },
];

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let (value, mut text) = (value(this), Short::new());
    match value.is_finite().then(|| digits::repr_to(value, &mut text)).flatten() {
        Some(()) => Ok(vm.ascii_str(text.bytes())),
        None => Ok(vm.str(digits::repr(value))),
    }
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    if class.is(&vm.types.float) || arguments::keeps_init(vm, class) {
        arguments::no_keywords(vm, "float", args)?;
    }
    let number = match arguments::at_most_one(vm, "float", args)? {
        Some(argument) => number_of(vm, argument)?,
        None => vm.float(0.0),
    };
    if class.is(&vm.types.float) {
        return Ok(number);
    }
    Ok(Float::new(vm, class, value(&number)).into_obj())
}

/// `float(object)`: a float of the exact type.
pub fn number_of(vm: &Vm, object: &ObjRef) -> PyResult {
    if object.ty_ref().is(&vm.types.float) {
        return Ok(object.clone());
    }
    let slots = &type_of(object).slots;
    if let Some(float) = slots.float.get() {
        let result = float(vm, object)?;
        if !result.has::<Float>() {
            let (kind, result) = (vm.type_name(object), vm.type_name(&result));
            return Err(vm.type_error(format!("{kind}.__float__ returned non-float (type {result})")));
        }
        if !result.ty_ref().is(&vm.types.float) {
            let complaint = format!("{}.__float__ returned non-float", vm.type_name(object));
            vm.warn_of_subclass(&complaint, &result, "float")?;
        }
        return plain(vm, &result);
    }
    if slots.index.get().is_some() {
        let index = vm.index(object)?;
        return Ok(vm.float(to_f64(vm, crate::builtins::int::make::of(&index))?));
    }
    if let Some(text) = object.cast_ref::<Str>() {
        return parse::from_units(text.units()).map(|v| vm.float(v)).ok_or_else(|| unconvertible(vm, object));
    }
    if let Some(bytes) = crate::buffer::bytes_of(vm, object)? {
        return parse::from_ascii(&bytes).map(|v| vm.float(v)).ok_or_else(|| unconvertible(vm, object));
    }
    let kind = vm.type_name(object);
    Err(vm.type_error(format!("float() argument must be a string or a real number, not '{kind}'")))
}

/// The value of a float object.
///
/// # Panics
/// If it is none: an internal error, slots only get their own type.
#[inline(always)]
pub fn value(this: &ObjRef) -> f64 {
    this.to::<Float>().value()
}

/// A float or an int as a double; `None` for other objects. Ints can be too large.
#[inline]
pub fn operand(vm: &Vm, object: &ObjRef) -> PyResult<Option<f64>> {
    if let Some(float) = object.payload::<Float>() {
        return Ok(Some(float.value()));
    }
    match object.cast_ref::<Int>() {
        Some(int) => to_f64(vm, int).map(Some),
        None => Ok(None),
    }
}

/// The float itself, or the equal float of a subclass instance.
pub fn plain(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(if this.ty_ref().is(&vm.types.float) { this.clone() } else { vm.float(value(this)) })
}

fn trunc(vm: &Vm, this: &ObjRef) -> PyResult {
    from_f64(vm, value(this))
}

fn is_whole(value: f64) -> bool {
    value.is_finite() && value.fract() == 0.0
}

fn format(vm: &Vm, this: &ObjRef, spec: &ObjRef) -> PyResult {
    let Some(text) = spec.cast_ref::<Str>() else {
        return Err(vm.type_error(format!("__format__() argument must be str, not {}", vm.argument_kind(spec))));
    };
    if text.is_empty() {
        return vm.str_of(this);
    }
    let owner = vm.type_name(this).to_string();
    let made =
        Spec::parse(text.units(), 0, b'>', &owner).and_then(|spec| format_float_spec(value(this), &spec, &owner));
    let text = made.map_err(|fault| fault.raise(vm))?;
    make_str::from_buf(vm, &text)
}

fn getformat(vm: &Vm, _class: &ObjRef, kind: &ObjRef) -> PyResult {
    match crate::builtins::int::str_argument(vm, kind, "__getformat__() argument")?.as_str() {
        "double" | "float" => Ok(vm.str("IEEE, little-endian")),
        _ => Err(vm.value_error("__getformat__() argument 1 must be 'double' or 'float'")),
    }
}

#[cold]
fn unconvertible(vm: &Vm, object: &ObjRef) -> Raised {
    match vm.repr_text(object) {
        Ok(text) => vm.value_error(format!("could not convert string to float: {text}")),
        Err(raised) => raised,
    }
}

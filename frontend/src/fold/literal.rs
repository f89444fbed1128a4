//! Values that folding works with: constants that are not yet entries of the unit's table.

use crate::ast::Constant;
use crate::wtf8::Wtf8Buf;
use num_bigint::{BigInt, BigUint};
use num_traits::FromPrimitive;
use std::rc::Rc;

/// The value of a constant expression. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) enum Literal {
    None,
    True,
    False,
    Ellipsis,
    Int(i64),
    /// Beyond `i64`.
    Big(Rc<BigInt>),
    Float(f64),
    Complex(f64, f64),
    Str(Rc<Wtf8Buf>),
    Bytes(Rc<[u8]>),
    Tuple(Rc<[Literal]>),
    FrozenSet(Rc<[Literal]>),
}

impl Literal {
    /// Whether Python calls the values equal: `0`, `False`, `0.0` and `0j` are. For what can be a key of a pattern.
    pub fn equals(&self, other: &Literal) -> bool {
        match (self, other) {
            (Literal::None, Literal::None) => true,
            (Literal::Str(a), Literal::Str(b)) => a == b,
            (Literal::Bytes(a), Literal::Bytes(b)) => a == b,
            _ => match (self.number(), other.number()) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }

    /// The number as its whole part, the rest of the real part, and the imaginary part.
    fn number(&self) -> Option<(BigInt, f64, f64)> {
        let whole = |n: i64| Some((BigInt::from(n), 0.0, 0.0));
        match self {
            Literal::False => whole(0),
            Literal::True => whole(1),
            Literal::Int(n) => whole(*n),
            Literal::Big(n) => Some(((**n).clone(), 0.0, 0.0)),
            Literal::Float(real) => parts(*real, 0.0),
            Literal::Complex(real, imag) => parts(*real, *imag),
            _ => None,
        }
    }
}

/// An infinite number has no whole part: it is all rest.
fn parts(real: f64, imag: f64) -> Option<(BigInt, f64, f64)> {
    Some(match BigInt::from_f64(real.trunc()) {
        Some(whole) => (whole, real.fract(), imag),
        None => (BigInt::from(0), real, imag),
    })
}

impl From<Constant<'_>> for Literal {
    fn from(constant: Constant<'_>) -> Self {
        match constant {
            Constant::None => Literal::None,
            Constant::True => Literal::True,
            Constant::False => Literal::False,
            Constant::Ellipsis => Literal::Ellipsis,
            Constant::Int(n) => Literal::Int(n),
            Constant::BigInt(digits) => Literal::int(BigInt::from(BigUint::from_slice(digits))),
            Constant::Float(f) => Literal::Float(f),
            Constant::Imag(f) => Literal::Complex(0.0, f),
            Constant::Str(text) => Literal::Str(Rc::new(text.to_buf())),
            Constant::Bytes(bytes) => Literal::Bytes(Rc::from(bytes)),
        }
    }
}

impl Literal {
    pub fn bool(value: bool) -> Self {
        if value { Literal::True } else { Literal::False }
    }

    pub fn int(value: BigInt) -> Self {
        i64::try_from(&value).map_or_else(|_| Literal::Big(Rc::new(value)), Literal::Int)
    }

    pub fn str(text: &str) -> Self {
        Literal::Str(Rc::new(Wtf8Buf::from(text)))
    }

    pub fn tuple(items: Vec<Literal>) -> Self {
        Literal::Tuple(Rc::from(items))
    }

    pub fn frozen_set(items: Vec<Literal>) -> Self {
        Literal::FrozenSet(Rc::from(items))
    }

    pub fn truth(&self) -> bool {
        match self {
            Literal::None | Literal::False => false,
            Literal::True | Literal::Ellipsis | Literal::Big(_) => true,
            Literal::Int(n) => *n != 0,
            Literal::Float(f) => *f != 0.0,
            Literal::Complex(re, im) => *re != 0.0 || *im != 0.0,
            Literal::Str(text) => !text.is_empty(),
            Literal::Bytes(bytes) => !bytes.is_empty(),
            Literal::Tuple(items) | Literal::FrozenSet(items) => !items.is_empty(),
        }
    }

    /// The integer, if it is one; booleans are.
    pub fn as_int(&self) -> Option<BigInt> {
        match self {
            Literal::True => Some(1.into()),
            Literal::False => Some(0.into()),
            Literal::Int(n) => Some((*n).into()),
            Literal::Big(n) => Some((**n).clone()),
            _ => None,
        }
    }

    /// A small integer, if it is one; booleans are.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Literal::True => Some(1),
            Literal::False => Some(0),
            Literal::Int(n) => Some(*n),
            _ => None,
        }
    }
}

//! Arithmetic that needs no Python: small ints and floats, as the hot handlers and the
//! general operators use it.

use std::cmp::Ordering;

use frontend::op::{BinOp, CmpOp};
use gc::{Exact, Float, Int, ObjRef, Ref};

use crate::vm::Vm;

/// The payload of an exact int.
#[inline(always)]
pub fn int(obj: &ObjRef) -> Option<&Ref<Int>> {
    // SAFETY: I1 of gc, the exact type int has this payload.
    (obj.ty().exact() == Exact::Int).then(|| unsafe { obj.cast_unchecked::<Int>() })
}

/// The value of an exact int of at most one digit.
#[inline(always)]
pub fn one_digit(obj: &ObjRef) -> Option<i64> {
    int(obj).filter(|n| n.is_one_digit()).map(|n| n.one_digit_value())
}

/// The value of an exact float.
#[inline(always)]
pub fn float(obj: &ObjRef) -> Option<f64> {
    // SAFETY: I1 of gc, the exact type float has this payload.
    (obj.ty().exact() == Exact::Float).then(|| unsafe { obj.cast_unchecked::<Float>() }.value())
}

/// For each operator of a comparison which outcomes make it true: bit 0 less, 1 equal, 2 greater, 3 not
/// ordered. Eight rows, so that three bits of an instruction choose one without a test.
const OUTCOMES: [u8; 8] = {
    let mut rows = [0; 8];
    rows[CmpOp::Lt as usize] = 0b0001;
    rows[CmpOp::Le as usize] = 0b0011;
    rows[CmpOp::Eq as usize] = 0b0010;
    rows[CmpOp::Ne as usize] = 0b1101;
    rows[CmpOp::Gt as usize] = 0b0100;
    rows[CmpOp::Ge as usize] = 0b0110;
    rows
};

/// A [`CmpOp`] as instructions carry it, in the low three bits.
#[derive(Clone, Copy)]
pub struct Test(u8);

impl Test {
    #[inline(always)]
    pub fn of(d: u8) -> Test {
        Test(OUTCOMES[d as usize & 7])
    }

    /// The outcomes of ordered operands that make the comparison true, or else those that make it false.
    pub fn bits(self, wanted: bool) -> u32 {
        u32::from(if wanted { self.0 } else { !self.0 } & 0b0111)
    }

    /// What `bits` gave.
    #[inline(always)]
    pub fn from_bits(bits: u32) -> Test {
        Test(bits as u8)
    }

    /// Whether the comparison is true, given the order of its operands.
    #[inline(always)]
    pub fn holds(self, order: Ordering) -> bool {
        self.0 >> (order as i8 + 1) & 1 != 0
    }

    /// As `holds` for floats: everything but `!=` is false for a NaN.
    #[inline(always)]
    pub fn holds_float(self, x: f64, y: f64) -> bool {
        let outcome = u8::from(x < y) | u8::from(x == y) << 1 | u8::from(x > y) << 2;
        if outcome == 0 { self.0 & 0b1000 != 0 } else { self.0 & outcome != 0 }
    }
}

/// Whether a comparison is true, given the order of its operands.
#[inline(always)]
pub fn holds(op: CmpOp, order: Ordering) -> bool {
    Test::of(op as u8).holds(order)
}

/// As `holds` for floats.
pub fn float_holds(op: CmpOp, x: f64, y: f64) -> bool {
    Test::of(op as u8).holds_float(x, y)
}

/// Floor division and remainder; None for a zero divisor or overflow.
#[inline(always)]
pub fn floor_div_mod(x: i64, y: i64) -> Option<(i64, i64)> {
    if y == 0 {
        return None;
    }
    let (mut q, mut r) = (x.checked_div(y)?, x.checked_rem(y)?);
    if r != 0 && (r < 0) != (y < 0) {
        q -= 1;
        r += y;
    }
    Some((q, r))
}

/// Bit operations on values of at most 60 bits; None: not a matter of one machine word.
#[inline(always)]
pub fn bits(op: BinOp, x: i64, y: i64) -> Option<i64> {
    match op.plain() {
        BinOp::And => Some(x & y),
        BinOp::Or => Some(x | y),
        BinOp::Xor => Some(x ^ y),
        BinOp::LShift if (0..=29).contains(&y) && x.unsigned_abs() < 1 << 30 => Some(x << y),
        BinOp::RShift if y >= 0 => Some(x >> y.min(63)),
        _ => None,
    }
}

/// A result of arithmetic on ints: its value, and for how many digits its block has room (0: just its own).
#[derive(Clone, Copy)]
pub struct Wide {
    pub value: i64,
    pub room: usize,
}

impl Wide {
    /// The object.
    #[inline]
    pub fn object(self, vm: &Vm) -> ObjRef {
        if self.room == 0 { vm.int(self.value) } else { wide(vm, self.value, self.room) }
    }
}

/// `x + y` or `x - y` of ints that fit a word, in the block that CPython's addition asks for: one digit
/// more than the longer operand when magnitudes add, the larger magnitude's digits (equal leading ones
/// dropped) when they subtract.
#[inline]
pub fn wide_sum(a: &Ref<Int>, b: &Ref<Int>, subtract: bool) -> Option<Wide> {
    let (x, y) = (a.to_i64()?, b.to_i64()?);
    let value = if subtract { x.checked_sub(y)? } else { x.checked_add(y)? };
    let longer = a.digit_count().max(b.digit_count());
    if ((x < 0) == (y < 0)) != subtract {
        return Some(Wide { value, room: longer + 1 });
    }
    if small(value) {
        return Some(Wide { value, room: 0 });
    }
    if longer > 2 && a.digit_count() == b.digit_count() {
        return None;
    }
    let same_lead = a.digit_count() == b.digit_count() && x.unsigned_abs() >> 30 == y.unsigned_abs() >> 30;
    Some(Wide { value, room: longer - usize::from(same_lead) })
}

/// A new int that is not shared.
#[inline(always)]
fn wide(vm: &Vm, value: i64, room: usize) -> ObjRef {
    if value.unsigned_abs() < 1 << 60 {
        return vm.new_wide_int(value, room);
    }
    vm.new_long_int(value < 0, value.unsigned_abs().into(), room)
}

/// `x * y` of ints of at most two digits, if it fits a word: the block has the digits of both together.
#[inline]
pub fn word_product(a: &Ref<Int>, b: &Ref<Int>) -> Option<Wide> {
    let value = a.two_digit_value()?.checked_mul(b.two_digit_value()?)?;
    (!small(value)).then(|| Wide { value, room: a.digit_count() + b.digit_count() })
}

/// As [`word_product`] for any product of ints of at most two digits that is not shared.
#[inline(never)]
pub fn wide_product(vm: &Vm, a: &Ref<Int>, b: &Ref<Int>) -> Option<ObjRef> {
    let product = i128::from(a.two_digit_value()?) * i128::from(b.two_digit_value()?);
    let shared = i64::try_from(product).is_ok_and(small);
    let room = a.digit_count() + b.digit_count();
    (!shared).then(|| vm.new_long_int(product < 0, product.unsigned_abs(), room))
}

/// `x // y` and `x % y` of a non-negative int that fits a word by a positive one of at most two digits.
#[inline(never)]
pub fn wide_divmod(vm: &Vm, a: &Ref<Int>, b: &Ref<Int>, modulo: bool) -> Option<ObjRef> {
    let (x, y) = (a.to_i64()?, b.two_digit_value()?);
    if x < 0 || y <= 0 {
        return None;
    }
    if modulo {
        let rest = x % y;
        return Some(match (b.digit_count(), a.digit_count()) {
            (1, _) => vm.int(rest),
            _ if small(rest) => vm.int(rest),
            (_, 1) => vm.int_exact(rest),
            _ => vm.new_wide_int(rest, 2),
        });
    }
    let quotient = x / y;
    if small(quotient) {
        return Some(vm.int(quotient));
    }
    (b.digit_count() == 1).then(|| wide(vm, quotient, a.digit_count()))
}

/// Bit operations on non-negative ints that fit a word.
#[inline(never)]
pub fn wide_bits(vm: &Vm, op: BinOp, a: &Ref<Int>, b: &Ref<Int>) -> Option<ObjRef> {
    let (x, y) = (a.to_i64()?, b.to_i64()?);
    if x < 0 || y < 0 {
        return None;
    }
    let (n, m) = (a.digit_count(), b.digit_count());
    let (value, room) = match op.plain() {
        BinOp::And => (x & y, n.min(m)),
        BinOp::Or => (x | y, n.max(m)),
        BinOp::Xor => (x ^ y, n.max(m)),
        BinOp::RShift if y < 60 && (y / 30) < n as i64 => (x >> y, n - (y / 30) as usize),
        _ => return None,
    };
    if small(value) {
        return Some(vm.int(value));
    }
    Some(wide(vm, value, room))
}

/// The order of two exact ints of at most two digits.
#[inline(never)]
pub fn wide_order(a: &ObjRef, b: &ObjRef) -> Option<Ordering> {
    Some(int(a)?.two_digit_value()?.cmp(&int(b)?.two_digit_value()?))
}

/// Shared ints.
fn small(value: i64) -> bool {
    (-5..=256).contains(&value)
}

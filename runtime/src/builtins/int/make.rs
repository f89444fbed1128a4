//! Making ints: the small ones exist once, the others get the block that CPython's operation would ask for.

use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use crate::vm::make::has_room;
use gc::{Int, ObjRef, Ref};
use num_bigint::BigInt;

/// More digits than this are a MemoryError: 4 GiB of them. The system might promise the memory
/// and then stop the whole program.
const MOST_DIGITS: u64 = 1 << 30;

/// The typed handle of an int object.
///
/// # Panics
/// If it is none: an internal error, slots only get their own type.
#[inline(always)]
pub fn of(obj: &ObjRef) -> &Ref<Int> {
    match obj.cast_ref::<Int>() {
        Some(int) => int,
        None => unreachable!("an int slot was called with something else"),
    }
}

/// Both operands, if both are ints.
#[inline(always)]
pub fn pair<'a>(a: &'a ObjRef, b: &'a ObjRef) -> Option<(&'a Ref<Int>, &'a Ref<Int>)> {
    Some((a.cast_ref::<Int>()?, b.cast_ref::<Int>()?))
}

/// An int whose block has room for `room` digits, or as many as the value needs.
pub fn wide(vm: &Vm, value: i128, room: usize) -> PyResult {
    if let Ok(small) = i64::try_from(value)
        && small.unsigned_abs() < 1 << 30
        && (room <= 1 || (-5..=256).contains(&small))
    {
        return Ok(if room == 0 { vm.int(small) } else { vm.int_exact(small) });
    }
    if room <= 64 {
        return Ok(vm.new_long_int(value < 0, value.unsigned_abs(), room));
    }
    big_of(vm, &BigInt::from(value), room)
}

/// An int in whose block `fill` writes `room` digits, zeros before. A result that all share takes its place, as in
/// CPython, where the block has been asked for by then.
#[inline]
pub fn written(vm: &Vm, negative: bool, room: usize, fill: impl FnOnce(&mut [u32])) -> PyResult {
    let int = Int::written(vm, &vm.types.int, negative, room, fill).map_err(|_| no_memory(vm))?;
    if int.is_one_digit() && Vm::is_shared_int(int.one_digit_value()) {
        return Ok(vm.int(int.one_digit_value()));
    }
    Ok(int.into_obj())
}

/// A big result with room for `room` digits.
pub fn big(vm: &Vm, value: &BigInt, room: usize) -> PyResult {
    if let Ok(small) = i64::try_from(value) {
        return wide(vm, small.into(), room);
    }
    big_of(vm, value, room)
}

fn big_of(vm: &Vm, value: &BigInt, room: usize) -> PyResult {
    Int::from_bigint(vm, &vm.types.int, value, room).map(Ref::into_obj).map_err(|_| no_memory(vm))
}

/// A result whose block is as large as the value needs.
pub fn exact(vm: &Vm, value: &BigInt) -> PyResult {
    big(vm, value, 0)
}

/// A new int of the exact type with the value of `int`.
pub fn copied(vm: &Vm, int: &Ref<Int>) -> ObjRef {
    match int.to_i64() {
        Some(value) => vm.int(value),
        None => vm.bigint(int.to_bigint()),
    }
}

/// The value of an int of at most four digits.
#[inline]
pub fn to_i128(int: &Ref<Int>) -> Option<i128> {
    let digits = int.digits();
    if digits.len() > 4 {
        return None;
    }
    let size = digits.iter().rev().fold(0i128, |sum, d| sum << 30 | i128::from(*d));
    Some(if int.sign() < 0 { -size } else { size })
}

/// The magnitude of an int of at most 128 bits.
#[inline]
pub fn magnitude(int: &Ref<Int>) -> Option<u128> {
    let digits = int.digits();
    if digits.len() > 5 || digits.get(4).is_some_and(|top| top >> 8 != 0) {
        return None;
    }
    Some(digits.iter().rev().fold(0, |sum, d| sum << 30 | u128::from(*d)))
}

/// As [`wide`] for what is not negative.
pub fn unsigned(vm: &Vm, value: u128, room: usize) -> PyResult {
    match i128::try_from(value) {
        Ok(value) => wide(vm, value, room),
        Err(_) => Ok(vm.new_long_int(false, value, room)),
    }
}

/// Refuses results that no block can hold.
pub fn check_bits(vm: &Vm, bits: u64) -> PyResult<()> {
    let bytes = usize::try_from(bits / 8).unwrap_or(usize::MAX);
    if bits / 30 > MOST_DIGITS || !has_room(bytes) { Err(no_memory(vm)) } else { Ok(()) }
}

#[cold]
pub fn no_memory(vm: &Vm) -> Raised {
    vm.memory_error()
}

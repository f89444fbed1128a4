//! `int`: sign and digits of 30 bits, in one block.
//!
//! ```text
//!   | header | size | digit 0 | digit 1 | ...        size: sign * number of digits
//!     16       8      4         4                    least significant digit first
//! ```
//!
//! Which operation made the int decides how many digits its block has room for, so the caller
//! says it; `getsizeof` reports the digits used.

use num_bigint::{BigInt, Sign};

use crate::alloc::pool::class_of;
use crate::alloc::{NoMemory, out_of_memory};
use crate::heap::Heap;
use crate::object::anatomy::{Bit, BitSink, Label, Spot, Worth};
use crate::object::field::Field;
use crate::object::handle::{ObjRef, Ref};
use crate::object::header::{HEADER, RawObj};
use crate::object::payload::{Layout, Payload, payload_ptr};
use crate::object::type_head::Exact;

/// Bits of a digit.
pub const DIGIT_BITS: u32 = 30;
const BASE: u64 = 1 << DIGIT_BITS;
const MASK: u64 = BASE - 1;
/// Bytes of an int without digits.
const BASE_SIZE: usize = HEADER + size_of::<Int>();

/// The payload of `int` and `bool`; the digits stand behind it.
#[repr(C)]
pub struct Int {
    size: isize,
}

impl Field for Int {
    const SPOTS: &'static [Spot] = crate::spots!(Int { size: "sign and digits" Signed });
}

unsafe fn bits(obj: RawObj, heap: &Heap, sink: &mut BitSink<'_>) {
    // SAFETY: I1, only called for objects whose type names this layout.
    let payload = unsafe { payload_ptr::<Int>(obj) };
    // SAFETY: I1, as above.
    let digits = unsafe { payload.as_ref() }.digit_count();
    for i in 0..digits {
        // SAFETY: I20, the digits stand behind the payload.
        let digit = unsafe { payload.add(1).cast::<u32>().add(i).read() };
        let (offset, worth) = ((BASE_SIZE + 4 * i) as isize, Worth::Number(digit.into()));
        sink(Bit::Piece { offset, size: 4, label: Label::Nth("digit", i), worth });
    }
    if digits == 0 && heap.profile().objects.zero_digits > 0 {
        sink(Bit::Piece {
            offset: BASE_SIZE as isize,
            size: 4,
            label: Label::Nth("digit", 0),
            worth: Worth::Number(0),
        });
    }
}

unsafe fn digit_count(obj: RawObj) -> usize {
    // SAFETY: I1, only called for objects whose type names this layout.
    unsafe { payload_ptr::<Int>(obj).as_ref() }.digit_count()
}

// SAFETY: I1, the static is made for this type.
unsafe impl Payload for Int {
    #[inline(always)]
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<Int>("Int", false);
            layout.bits = bits;
            layout.item_count = digit_count;
            layout.trivial = true;
            layout
        };
        &LAYOUT
    }
}

impl Int {
    /// Number of digits; zero has none.
    #[inline(always)]
    pub fn digit_count(&self) -> usize {
        self.size.unsigned_abs()
    }

    /// -1, 0 or 1.
    #[inline(always)]
    pub fn sign(&self) -> i32 {
        self.size.signum() as i32
    }

    /// Whether the value is zero.
    #[inline(always)]
    pub fn is_zero(&self) -> bool {
        self.size == 0
    }

    /// Whether the value has at most one digit.
    #[inline(always)]
    pub fn is_one_digit(&self) -> bool {
        (self.size + 1) as usize <= 2
    }

    /// Bytes that `getsizeof` reports, from the header on, for an exact int.
    pub fn size_in_bytes(&self, heap: &Heap) -> usize {
        BASE_SIZE + 4 * self.digit_count().max(heap.profile().objects.zero_digits)
    }

    /// A new int made by arithmetic; always a new object.
    #[inline(always)]
    pub fn from_i64(heap: &Heap, ty: &ObjRef, value: i64) -> Ref<Int> {
        if value.unsigned_abs() < BASE {
            let block = heap.profile().objects.one_digit_block;
            let Some(int) = heap.alloc_simple(ty, Exact::Int, Int { size: value.signum() as isize }, block) else {
                return Int::one_digit(heap, ty, value, block);
            };
            // SAFETY: I20, the block has room for one digit.
            unsafe { int.tail::<u32>().write(value.unsigned_abs() as u32) };
            int
        } else {
            Int::from_i64_exact(heap, ty, value)
        }
    }

    /// As `from_i64`, without a look at the type.
    ///
    /// # Safety
    /// `ty` is the type `int` of this heap.
    #[inline(always)]
    pub unsafe fn new_exact(heap: &Heap, ty: &ObjRef, value: i64) -> Ref<Int> {
        // SAFETY: by the caller.
        unsafe { Int::exact_digit(heap, ty, value, || heap.profile().objects.one_digit_block) }
    }

    /// Puts a new int of one digit where `old` is, as if it were made first and `old` dropped then; false, and nothing
    /// done, if that takes more than an exchange of blocks.
    ///
    /// # Safety
    /// `ty` is the type `int` of this heap; the value is below 2**30 in magnitude.
    #[inline(always)]
    pub unsafe fn exchange(heap: &Heap, ty: &ObjRef, old: &mut ObjRef, value: i64) -> bool {
        debug_assert!(value.unsigned_abs() < BASE);
        let payload = Int { size: value.signum() as isize };
        // SAFETY: by the caller; I20, the block has room for one digit; what `old` was is forgotten.
        unsafe {
            let Some(new) = heap.exchange_exact(ty, payload, const { class_of(BASE_SIZE + 4) }, old) else {
                return false;
            };
            new.tail::<u32>().write(value.unsigned_abs() as u32);
            std::mem::forget(std::mem::replace(old, new.into_obj()));
        }
        true
    }

    /// As `from_i64_exact`, without a look at the type.
    ///
    /// # Safety
    /// `ty` is the type `int` of this heap.
    #[inline(always)]
    pub unsafe fn new_tight(heap: &Heap, ty: &ObjRef, value: i64) -> Ref<Int> {
        // SAFETY: by the caller.
        unsafe { Int::exact_digit(heap, ty, value, || BASE_SIZE + 4) }
    }

    /// A new exact int, the block of one digit having `size` bytes, of whatever class of `BASE_SIZE + 4`.
    #[inline(always)]
    unsafe fn exact_digit(heap: &Heap, ty: &ObjRef, value: i64, size: impl Fn() -> usize) -> Ref<Int> {
        if value.unsigned_abs() >= BASE {
            return Int::from_i64_exact(heap, ty, value);
        }
        let payload = Int { size: value.signum() as isize };
        // SAFETY: by the caller; I20, the block has room for one digit.
        unsafe {
            let int = heap.alloc_exact(ty, payload, const { class_of(BASE_SIZE + 4) }, size);
            int.tail::<u32>().write(value.unsigned_abs() as u32);
            int
        }
    }

    /// A new int whose block has exactly the digits of the value: `len()`, `int("12")`.
    #[inline]
    pub fn from_i64_exact(heap: &Heap, ty: &ObjRef, value: i64) -> Ref<Int> {
        if value.unsigned_abs() < BASE {
            return Int::one_digit(heap, ty, value, BASE_SIZE + 4);
        }
        let (digits, used) = split(value.unsigned_abs());
        Int::from_digits(heap, ty, value < 0, &digits[..used], used).unwrap_or_else(|_| out_of_memory())
    }

    /// A new exact int of less than 60 bits whose block has room for `room` digits, or as many
    /// as are needed: what arithmetic on ints of up to two digits makes.
    ///
    /// # Safety
    /// `ty` is the type `int` of this heap.
    #[inline(always)]
    pub unsafe fn with_room(heap: &Heap, ty: &ObjRef, value: i64, room: usize) -> Ref<Int> {
        let (payload, bytes) = Int::two_digits(value, room);
        // SAFETY: by the caller; I20, the block has room for the digits that are used, and for two.
        unsafe {
            let int = heap.alloc_exact(ty, payload, class_of(bytes), || bytes);
            int.set_two_digits(value);
            int
        }
    }

    /// As [`Int::exchange`] for a value of less than 60 bits, in a block as [`Int::with_room`] makes it.
    ///
    /// # Safety
    /// As for `with_room`.
    #[inline(always)]
    pub unsafe fn exchange_wide(heap: &Heap, ty: &ObjRef, old: &mut ObjRef, value: i64, room: usize) -> bool {
        let (payload, bytes) = Int::two_digits(value, room);
        // SAFETY: by the caller; I20, the block has room for two digits; what `old` was is forgotten.
        unsafe {
            let Some(new) = heap.exchange_exact(ty, payload, class_of(bytes), old) else { return false };
            new.set_two_digits(value);
            std::mem::forget(std::mem::replace(old, new.into_obj()));
        }
        true
    }

    /// The payload of a value of less than 60 bits, and the bytes of its block. Two digits fit in every block that one
    /// digit fits in.
    #[inline(always)]
    fn two_digits(value: i64, room: usize) -> (Int, usize) {
        let magnitude = value.unsigned_abs();
        debug_assert!(magnitude < BASE * BASE);
        let used = usize::from(magnitude != 0) + usize::from(magnitude >= BASE);
        let size = if value < 0 { -(used as isize) } else { used as isize };
        (Int { size }, BASE_SIZE + 4 * room.max(used).max(1))
    }

    /// A new exact int whose block has room for `room` digits, at most 64, or as many as are needed.
    ///
    /// # Safety
    /// `ty` is the type `int` of this heap.
    #[inline]
    pub unsafe fn of_magnitude(heap: &Heap, ty: &ObjRef, negative: bool, magnitude: u128, room: usize) -> Ref<Int> {
        debug_assert!(room <= 64);
        let used = (128 - magnitude.leading_zeros() as usize).div_ceil(DIGIT_BITS as usize);
        let size = if negative { -(used as isize) } else { used as isize };
        let bytes = BASE_SIZE + 4 * room.max(used).max(1);
        // SAFETY: by the caller; I20, the block has room for the digits that are used, and for one.
        unsafe {
            let int = heap.alloc_exact(ty, Int { size }, class_of(bytes), || bytes);
            let digits = int.tail::<u32>();
            digits.write(magnitude as u32 & MASK as u32);
            for i in 1..used {
                digits.add(i).write((magnitude >> (DIGIT_BITS as usize * i)) as u32 & MASK as u32);
            }
            int
        }
    }

    /// A new int of one digit whose block has `block` bytes.
    #[inline(always)]
    fn one_digit(heap: &Heap, ty: &ObjRef, value: i64, block: usize) -> Ref<Int> {
        let payload = Int { size: value.signum() as isize };
        let Ok(int) = heap.alloc_unset(ty, payload, 1, block.max(ty_size(ty, 1))) else { out_of_memory() };
        // SAFETY: I20, the block has room for one digit.
        unsafe { int.tail::<u32>().write(value.unsigned_abs() as u32) };
        heap.track_instance(ty, int.as_obj());
        int
    }

    /// A new int from digits, the least significant first; leading zeros are ignored. The
    /// block has room for `room` digits, or as many as are needed.
    pub fn from_digits(
        heap: &Heap,
        ty: &ObjRef,
        negative: bool,
        digits: &[u32],
        room: usize,
    ) -> Result<Ref<Int>, NoMemory> {
        let used = used_of(digits);
        Int::written(heap, ty, negative, room.max(used), |place| place[..used].copy_from_slice(&digits[..used]))
    }

    /// A new int in whose block `fill` writes `room` digits, the least significant first; they are
    /// zeros before. Leading zeros do not count afterwards, but their room stays.
    #[inline]
    pub fn written(
        heap: &Heap,
        ty: &ObjRef,
        negative: bool,
        room: usize,
        fill: impl FnOnce(&mut [u32]),
    ) -> Result<Ref<Int>, NoMemory> {
        let room = room.max(1);
        let size = BASE_SIZE.saturating_add(room.saturating_mul(4));
        let simple = if size <= 512 { heap.alloc_simple(ty, Exact::Int, Int { size: 0 }, size) } else { None };
        let plain = simple.is_some();
        let int = match simple {
            Some(int) => int,
            None => heap.alloc_unset(ty, Int { size: 0 }, room, ty_size(ty, room))?,
        };
        // SAFETY: I20, the block has room for `room` digits, and nobody else has it yet.
        unsafe {
            let place = int.tail::<u32>();
            place.write_bytes(0, room);
            let digits = std::slice::from_raw_parts_mut(place, room);
            fill(digits);
            debug_assert!(digits.iter().all(|&d| u64::from(d) < BASE));
            let used = used_of(digits) as isize;
            int.payload_raw().write(Int { size: if negative { -used } else { used } });
        }
        if !plain {
            heap.track_instance(ty, int.as_obj());
        }
        Ok(int)
    }

    /// A new int whose block has room for `room` digits, or as many as are needed.
    pub fn from_bigint(heap: &Heap, ty: &ObjRef, value: &BigInt, room: usize) -> Result<Ref<Int>, NoMemory> {
        let digits = to_digits(value);
        Int::from_digits(heap, ty, value.sign() == Sign::Minus, &digits, room)
    }

    /// A static int: True, False, the small ints.
    pub fn new_static(heap: &Heap, ty: &ObjRef, value: i64) -> Ref<Int> {
        assert!(value.unsigned_abs() < BASE, "static ints have one digit");
        let int = heap.alloc_static_sized(ty, Int { size: value.signum() as isize }, BASE_SIZE + 4);
        // SAFETY: I20, made with room for one digit.
        unsafe { int.tail::<u32>().write(value.unsigned_abs() as u32) };
        int
    }
}

/// Bytes of an instance of `ty` with room for `digits`. A subclass has one item to spare, which
/// CPython's generic allocation adds.
#[inline(always)]
fn ty_size(ty: &ObjRef, digits: usize) -> usize {
    let head = crate::object::type_head::TypeHead::of(ty);
    let spare = usize::from(head.is_heap_type());
    let size = head.basicsize().max(BASE_SIZE).saturating_add((digits + spare).saturating_mul(4));
    if spare == 0 { size } else { size.saturating_add(7) & !7 }
}

impl Ref<Int> {
    /// Writes the digits of a value of less than 60 bits.
    ///
    /// # Safety
    /// The block has room for two digits, and nobody else looks at it.
    #[inline(always)]
    unsafe fn set_two_digits(&self, value: i64) {
        let magnitude = value.unsigned_abs();
        // SAFETY: I20, by the caller.
        unsafe {
            self.tail::<u32>().write((magnitude & MASK) as u32);
            self.tail::<u32>().add(1).write((magnitude >> DIGIT_BITS) as u32);
        }
    }

    /// The digits, least significant first.
    #[inline(always)]
    pub fn digits(&self) -> &[u32] {
        // SAFETY: I20, digits are written before an int is handed out and never change.
        unsafe { std::slice::from_raw_parts(self.tail::<u32>(), self.digit_count()) }
    }

    /// The value of an int of at most one digit.
    #[inline(always)]
    pub fn one_digit_value(&self) -> i64 {
        debug_assert!(self.is_one_digit());
        // SAFETY: I20, every int has room for one digit, which is written.
        self.size as i64 * unsafe { self.tail::<u32>().read() } as i64
    }

    /// Whether both have the same value.
    #[inline]
    pub fn same_value(&self, other: &Ref<Int>) -> bool {
        self.size == other.size && self.digits() == other.digits()
    }

    /// Gives an int that nobody else holds another value, of at most one digit.
    ///
    /// # Safety
    /// The count is 1, and no reference into the payload or the digits is in use.
    #[inline(always)]
    pub unsafe fn rewrite(&self, value: i64) {
        debug_assert!(value.unsigned_abs() < BASE);
        // SAFETY: by the caller; I20, every int has room for one digit.
        unsafe {
            self.payload_raw().write(Int { size: value.signum() as isize });
            self.tail::<u32>().write(value.unsigned_abs() as u32);
        }
    }

    /// The value of an int of at most two digits.
    #[inline(always)]
    pub fn two_digit_value(&self) -> Option<i64> {
        let used = self.digit_count();
        if used > 2 {
            return None;
        }
        // SAFETY: I20, every int has room for one digit, which is written, and `used` are.
        let magnitude = unsafe {
            let low = self.tail::<u32>().read() as i64;
            if used == 2 { low | (self.tail::<u32>().add(1).read() as i64) << DIGIT_BITS } else { low }
        };
        Some(if self.sign() < 0 { -magnitude } else { magnitude })
    }

    /// The value if it fits.
    #[inline(always)]
    pub fn to_i64(&self) -> Option<i64> {
        if self.is_one_digit() { Some(self.one_digit_value()) } else { self.wide_to_i64() }
    }

    fn wide_to_i64(&self) -> Option<i64> {
        let digits = self.digits();
        if digits.len() > 3 {
            return None;
        }
        let size = digits.iter().rev().fold(0_i128, |sum, &d| (sum << DIGIT_BITS) | d as i128);
        i64::try_from(size * self.sign() as i128).ok()
    }

    /// The value.
    pub fn to_bigint(&self) -> BigInt {
        let sign = match self.sign() {
            -1 => Sign::Minus,
            0 => return BigInt::ZERO,
            _ => Sign::Plus,
        };
        BigInt::new(sign, to_words(self.digits()))
    }

    /// Bits needed for the absolute value.
    pub fn bit_length(&self) -> u64 {
        match self.digits() {
            [] => 0,
            [rest @ .., top] => rest.len() as u64 * DIGIT_BITS as u64 + (32 - top.leading_zeros()) as u64,
        }
    }
}

/// How many digits count: all but leading zeros.
#[inline(always)]
fn used_of(digits: &[u32]) -> usize {
    digits.iter().rposition(|&d| d != 0).map_or(0, |last| last + 1)
}

/// Digits of a machine word and how many are used.
fn split(mut value: u64) -> ([u32; 3], usize) {
    let mut digits = [0; 3];
    let mut used = 0;
    while value != 0 {
        digits[used] = (value & MASK) as u32;
        value >>= DIGIT_BITS;
        used += 1;
    }
    (digits, used)
}

/// Number of digits of a big integer.
pub fn digits_of(value: &BigInt) -> usize {
    (value.bits() as usize).div_ceil(DIGIT_BITS as usize)
}

/// Words of 32 bits to digits of 30.
fn to_digits(value: &BigInt) -> Vec<u32> {
    let mut digits = Vec::with_capacity(digits_of(value) + 1);
    let (mut pending, mut bits) = (0_u64, 0);
    for word in value.magnitude().iter_u32_digits() {
        pending |= (word as u64) << bits;
        bits += 32;
        while bits >= DIGIT_BITS {
            digits.push((pending & MASK) as u32);
            pending >>= DIGIT_BITS;
            bits -= DIGIT_BITS;
        }
    }
    if pending != 0 {
        digits.push(pending as u32);
    }
    digits
}

/// Digits of 30 bits to words of 32.
fn to_words(digits: &[u32]) -> Vec<u32> {
    let mut words = Vec::with_capacity(digits.len());
    let (mut pending, mut bits) = (0_u64, 0);
    for &digit in digits {
        pending |= (digit as u64) << bits;
        bits += DIGIT_BITS;
        if bits >= 32 {
            words.push(pending as u32);
            pending >>= 32;
            bits -= 32;
        }
    }
    if pending != 0 {
        words.push(pending as u32);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repacking_is_exact() {
        for text in ["0", "1", "-5", "1073741823", "1073741824", "-123456789012345678901234567890"] {
            let value: BigInt = text.parse().unwrap();
            let digits = to_digits(&value);
            assert_eq!(digits.len(), digits_of(&value));
            assert_eq!(BigInt::new(value.sign(), to_words(&digits)), value);
        }
    }
}

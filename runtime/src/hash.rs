//! Hash values: numbers modulo 2^61 − 1, text by SipHash-1-3 with CPython's keys, tuples by xxHash lanes.
//!
//! Equal numbers hash equal whatever their type, so int, float and complex share one rule: the value as a
//! fraction modulo the Mersenne prime 2^61 − 1. −1 means "error" in C, so no hash is −1.

/// 2^61 − 1.
pub const MODULUS: u64 = (1 << BITS) - 1;
const BITS: u32 = 61;
/// `hash(float('inf'))`.
pub const INFINITY: isize = 314_159;
/// What an imaginary part counts (`sys.hash_info.imag`).
pub const IMAGINARY: isize = 1_000_003;

/// The two words that text hashing starts from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct HashKey {
    k0: u64,
    k1: u64,
}

impl HashKey {
    /// The key of PYTHONHASHSEED=0, and of no setting at all: every run prints the same.
    pub const ZERO: HashKey = HashKey { k0: 0, k1: 0 };

    /// The key of PYTHONHASHSEED=`seed`: bytes of the linear congruential generator that CPython uses.
    pub fn from_seed(seed: u32) -> HashKey {
        if seed == 0 {
            return HashKey::ZERO;
        }
        let mut x = seed;
        let mut word = || {
            let mut bytes = [0; 8];
            for byte in &mut bytes {
                x = x.wrapping_mul(214_013).wrapping_add(2_531_011);
                *byte = (x >> 16) as u8;
            }
            u64::from_le_bytes(bytes)
        };
        HashKey { k0: word(), k1: word() }
    }

    /// The key of PYTHONHASHSEED=random.
    pub fn random() -> HashKey {
        use std::hash::{BuildHasher, RandomState};
        let state = RandomState::new();
        HashKey { k0: state.hash_one(0), k1: state.hash_one(1) }
    }

    /// The hash of a str's units or of bytes; nothing hashes to 0 under every key.
    pub fn hash_bytes(self, bytes: &[u8]) -> isize {
        if bytes.is_empty() {
            return 0;
        }
        valid(self.sip(bytes) as isize)
    }

    /// SipHash-1-3 (Aumasson and Bernstein): one round for each word of eight bytes, the last one with the length on
    /// top, three to finish. Most texts are names of one or two words.
    fn sip(self, bytes: &[u8]) -> u64 {
        let mut state = [0x736f_6d65_7073_6575, 0x646f_7261_6e64_6f6d, 0x6c79_6765_6e65_7261, 0x7465_6462_7974_6573];
        for (word, key) in state.iter_mut().zip([self.k0, self.k1, self.k0, self.k1]) {
            *word ^= key;
        }
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            absorb(&mut state, u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        last[7] = bytes.len() as u8;
        absorb(&mut state, u64::from_le_bytes(last));
        state[2] ^= 0xff;
        for _ in 0..3 {
            round(&mut state);
        }
        state.into_iter().fold(0, |hash, word| hash ^ word)
    }
}

#[inline(always)]
fn absorb(state: &mut [u64; 4], word: u64) {
    state[3] ^= word;
    round(state);
    state[0] ^= word;
}

/// The SipRound: additions, rotations, exclusive ors.
#[inline(always)]
fn round([a, b, c, d]: &mut [u64; 4]) {
    *a = a.wrapping_add(*b);
    *b = b.rotate_left(13) ^ *a;
    *a = a.rotate_left(32);
    *c = c.wrapping_add(*d);
    *d = d.rotate_left(16) ^ *c;
    *a = a.wrapping_add(*d);
    *d = d.rotate_left(21) ^ *a;
    *c = c.wrapping_add(*b);
    *b = b.rotate_left(17) ^ *c;
    *c = c.rotate_left(32);
}

/// −1 is taken.
#[inline]
pub const fn valid(hash: isize) -> isize {
    if hash == -1 { -2 } else { hash }
}

/// An int that fits a word.
#[inline]
pub const fn hash_i64(value: i64) -> isize {
    let magnitude = value.unsigned_abs();
    let low = (magnitude & MODULUS) + (magnitude >> BITS);
    let reduced = if low >= MODULUS { low - MODULUS } else { low };
    valid(if value < 0 { -(reduced as isize) } else { reduced as isize })
}

/// An int of any size: 30-bit digits, lowest first.
pub fn hash_digits(negative: bool, digits: &[u32]) -> isize {
    let mut sum = 0u64;
    for &digit in digits.iter().rev() {
        // sum * 2^30 + digit, reduced: a shift modulo 2^61 - 1 is a rotation.
        sum = (sum << 30 & MODULUS) | (sum >> (BITS - 30));
        sum += u64::from(digit);
        if sum >= MODULUS {
            sum -= MODULUS;
        }
    }
    valid(if negative { -(sum as isize) } else { sum as isize })
}

/// A float; `None` for a NaN, which hashes by identity.
pub fn hash_f64(value: f64) -> Option<isize> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value < 0.0 { -INFINITY } else { INFINITY });
    }
    let bits = value.to_bits();
    let raw_exponent = (bits >> 52 & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    let (mantissa, exponent) =
        if raw_exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, raw_exponent - 1075) };
    // mantissa < 2^53 is already reduced; times 2^exponent is a rotation by the exponent modulo 61.
    let turn = exponent.rem_euclid(BITS as i32) as u32;
    let sum = if turn == 0 { mantissa } else { (mantissa << turn & MODULUS) | (mantissa >> (BITS - turn)) };
    Some(valid(if value < 0.0 { -(sum as isize) } else { sum as isize }))
}

/// A complex number from the hashes of its parts.
pub const fn hash_complex(real: isize, imaginary: isize) -> isize {
    valid(real.wrapping_add(IMAGINARY.wrapping_mul(imaginary)))
}

/// The hash of an object by identity. Addresses are multiples of 16, so the low bits move up.
#[inline]
pub const fn hash_address(address: usize) -> isize {
    valid(address.rotate_right(4) as isize)
}

/// Collects the item hashes of a tuple (xxHash with CPython's finish).
#[derive(Clone, Copy, Debug)]
pub struct TupleHash {
    lanes: u64,
    len: u64,
}

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

impl Default for TupleHash {
    fn default() -> Self {
        Self { lanes: PRIME_5, len: 0 }
    }
}

impl TupleHash {
    #[inline]
    pub fn add(&mut self, item: isize) {
        self.lanes = self.lanes.wrapping_add((item as u64).wrapping_mul(PRIME_2)).rotate_left(31).wrapping_mul(PRIME_1);
        self.len += 1;
    }

    pub fn finish(self) -> isize {
        let hash = self.lanes.wrapping_add(self.len ^ PRIME_5 ^ 3_527_539) as isize;
        if hash == -1 { 1_546_275_796 } else { hash }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Recorded from python3.11.
    #[test]
    fn numbers() {
        for (value, hash) in [
            (0, 0),
            (-1, -2),
            (1 << 61, 1),
            ((1 << 61) - 1, 0),
            (-(1 << 61), -2),
            (i64::MIN, -4),
            (i64::MAX, 3),
            (1234567890123, 1234567890123),
        ] {
            assert_eq!(hash_i64(value), hash, "{value}");
        }
        assert_eq!(hash_digits(false, &[0, 0, 2]), 1);
        assert_eq!(hash_digits(true, &[0x3fff_ffff, 5, 77, 1]), -1_152_921_511_586_168_869);
        for (value, hash) in [
            (0.0, 0),
            (-0.0, 0),
            (1.0, 1),
            (-1.0, -2),
            (0.5, 1_152_921_504_606_846_976),
            (0.1, 230_584_300_921_369_408),
            (-2.5e-310, -386_353_265_232_576_880),
            (1e308, 156_575_653_125_701),
            (f64::INFINITY, 314_159),
        ] {
            assert_eq!(hash_f64(value), Some(hash), "{value}");
        }
        assert_eq!(hash_f64(f64::NAN), None);
        assert_eq!(hash_complex(1, 2), 2_000_007);
    }

    #[test]
    fn text_and_tuples() {
        let zero = HashKey::ZERO;
        assert_eq!(zero.hash_bytes(b""), 0);
        assert_eq!(zero.hash_bytes(b"a"), 4_644_417_185_603_328_019);
        assert_eq!(zero.hash_bytes(b"sixteen letters!"), 3_589_886_207_399_087_428);
        assert_eq!(zero.hash_bytes(&[b"abcdefgh".repeat(5), b"xyz".to_vec()].concat()), -4_806_771_354_822_186_925);
        assert_eq!(HashKey::from_seed(42).hash_bytes(b"hello world"), -3_893_157_060_480_277_979);
        let mut tuple = TupleHash::default();
        assert_eq!(tuple.finish(), 5_740_354_900_026_072_187);
        tuple.add(1);
        tuple.add(2);
        assert_eq!(tuple.finish(), -3_550_055_125_485_641_917);
    }
}

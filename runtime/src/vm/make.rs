//! Making builtin objects.

use crate::error::PyResult;
use crate::vm::Vm;
use gc::{Bytes, Complex, Dict, Float, Int, List, NoMemory, ObjRef, Ref, Set, Str, Tuple};
use num_bigint::BigInt;

/// Small ints that exist once: −5 … 256.
pub const SMALL_INTS: std::ops::RangeInclusive<i64> = -5..=256;

impl Vm {
    /// None.
    #[inline(always)]
    pub fn none(&self) -> ObjRef {
        self.none.clone()
    }

    /// True or False.
    #[inline(always)]
    pub fn bool(&self, value: bool) -> ObjRef {
        if value { self.true_.clone() } else { self.false_.clone() }
    }

    /// An int; small ones are shared.
    #[inline(always)]
    pub fn int(&self, value: i64) -> ObjRef {
        self.fast_int(value)
    }

    /// An int as CPython's generic constructor makes it (`len()`, `int("…")`): the block is as
    /// long as the digits need.
    pub fn int_exact(&self, value: i64) -> ObjRef {
        if Vm::is_shared_int(value) {
            return self.int(value);
        }
        // SAFETY: M9.
        unsafe { Int::new_tight(&self.heap, &self.types.int, value) }.into_obj()
    }

    /// An int of any size.
    pub fn int_from_bigint(&self, value: &BigInt) -> ObjRef {
        match i64::try_from(value) {
            Ok(small) => self.int(small),
            Err(_) => match Int::from_bigint(&self.heap, &self.types.int, value, 0) {
                Ok(int) => int.into_obj(),
                Err(NoMemory) => self.none(),
            },
        }
    }

    /// An int of any size.
    pub fn bigint(&self, value: BigInt) -> ObjRef {
        self.int_from_bigint(&value)
    }

    #[inline(always)]
    pub fn float(&self, value: f64) -> ObjRef {
        Float::new(&self.heap, &self.types.float, value).into_obj()
    }

    pub fn complex(&self, re: f64, im: f64) -> ObjRef {
        Complex::new(&self.heap, &self.types.complex, re, im).into_obj()
    }

    /// A str; the empty one and single Latin-1 characters are shared.
    pub fn str(&self, text: impl AsRef<str>) -> ObjRef {
        let text = text.as_ref();
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (None, _) => self.empty_str.clone(),
            (Some(c), None) if (c as u32) < 256 => self.char(c as u8),
            _ => self.made_or(Str::from_str(&self.heap, &self.types.str, text), &self.empty_str),
        }
    }

    /// A str of bytes that the caller knows to be ASCII: digits and the like.
    #[inline]
    pub fn ascii_str(&self, text: &[u8]) -> ObjRef {
        match text {
            [] => self.empty_str.clone(),
            [one] => self.char(*one),
            _ => self.made_or(Str::from_known_ascii(&self.heap, &self.types.str, text), &self.empty_str),
        }
    }

    /// The shared str of a Latin-1 character; up to 3.10 those beyond ASCII are made when they are first needed.
    #[inline]
    pub(crate) fn char(&self, c: u8) -> ObjRef {
        let made = || {
            let made = Str::from_str(&self.heap, &self.types.str, char::from(c).encode_utf8(&mut [0; 2]));
            self.made_or(made, &self.empty_str)
        };
        self.chars[c as usize].get_or_init(made).clone()
    }

    /// A str of code points, surrogates included.
    pub fn str_from_code_points(&self, points: &[u32]) -> ObjRef {
        match points {
            [] => self.empty_str.clone(),
            [c] if *c < 256 => self.char(*c as u8),
            _ => self.made_or(Str::from_code_points(&self.heap, &self.types.str, points), &self.empty_str),
        }
    }

    /// A bytes object; the empty one and single bytes are shared.
    pub fn bytes(&self, data: &[u8]) -> ObjRef {
        match data {
            [] => self.empty_bytes.clone(),
            [byte] => self.bytes_chars[*byte as usize].clone(),
            _ => self.made_or(Bytes::new(&self.heap, &self.types.bytes, data), &self.empty_bytes),
        }
    }

    pub fn tuple(&self, items: impl IntoIterator<Item = ObjRef, IntoIter: ExactSizeIterator>) -> ObjRef {
        let items = items.into_iter();
        if items.len() == 0 {
            return self.empty_tuple.clone();
        }
        Tuple::new(&self.heap, &self.types.tuple, items).into_obj()
    }

    /// A tuple of copies of a few items.
    #[inline]
    pub fn tuple_of(&self, items: &[ObjRef]) -> ObjRef {
        if items.is_empty() {
            return self.empty_tuple.clone();
        }
        Tuple::copied(&self.heap, &self.types.tuple, items).into_obj()
    }

    /// A list with exactly the room that it needs.
    pub fn list(&self, items: Vec<ObjRef>) -> ObjRef {
        List::exact(&self.heap, &self.types.list, items).into_obj()
    }

    /// An empty dict, as `{}` makes it.
    pub fn dict(&self) -> Ref<Dict> {
        Dict::new(&self.heap, &self.types.dict)
    }

    /// An empty set.
    pub fn set(&self) -> Ref<Set> {
        Set::new(&self.heap, &self.types.set)
    }

    /// The object, or the empty one of its kind where the caller cannot raise: MemoryError follows.
    pub fn made_or<T>(&self, made: Result<Ref<T>, NoMemory>, empty: &ObjRef) -> ObjRef {
        match made {
            Ok(object) => object.into_obj(),
            Err(NoMemory) => {
                self.run.memory_ran_out();
                empty.clone()
            }
        }
    }

    /// MemoryError if the system has no memory for a text of `len` units that is about to be built, in wide units and
    /// then as an object: Rust's buffers would abort.
    pub fn check_room(&self, len: usize) -> PyResult<()> {
        if has_room(len) { Ok(()) } else { Err(self.memory_error()) }
    }

    /// Appends to a buffer that may become large, or MemoryError.
    #[inline]
    pub fn push<T>(&self, buffer: &mut Vec<T>, item: T) -> PyResult<()> {
        if buffer.len() == buffer.capacity() {
            self.reserve(buffer, 1)?;
        }
        buffer.push(item);
        Ok(())
    }

    /// Room for `more` items in a buffer that may become large, or MemoryError.
    pub fn reserve<T>(&self, buffer: &mut Vec<T>, more: usize) -> PyResult<()> {
        buffer.try_reserve(more).map_err(|_| self.memory_error())
    }

    /// The value, or MemoryError.
    #[inline(always)]
    pub fn or_memory_error<T>(&self, made: Result<T, NoMemory>) -> PyResult<T> {
        made.map_err(|NoMemory| self.memory_error())
    }
}

/// Whether the system has memory for a text of `len` units that is about to be built, in wide units and then as an
/// object. Asked for, and given back at once: short texts are not worth the question.
pub fn has_room(len: usize) -> bool {
    has_memory(len.saturating_mul(5))
}

/// Whether the system has that many bytes of memory; few are taken for granted.
pub fn has_memory(bytes: usize) -> bool {
    const MODEST: usize = 5 << 20;
    bytes < MODEST || Vec::<u8>::new().try_reserve_exact(bytes).is_ok()
}

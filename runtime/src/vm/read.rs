//! Reading builtin objects, and the names of types.

use crate::error::{Exc, PyResult};
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::arith::one_digit;
use crate::vm::cast::as_type;
use gc::{Float, Int, ObjRef, Str, TypeFlags};
use num_bigint::BigInt;
use std::borrow::Cow;

impl Vm {
    #[inline(always)]
    pub fn is_none(&self, obj: &ObjRef) -> bool {
        obj.is(&self.none)
    }

    /// An int or an instance of a subclass.
    #[inline(always)]
    pub fn is_int(&self, obj: &ObjRef) -> bool {
        obj.ty().has(TypeFlags::INT)
    }

    /// A str or an instance of a subclass.
    #[inline(always)]
    pub fn is_str(&self, obj: &ObjRef) -> bool {
        obj.ty().has(TypeFlags::STR)
    }

    #[inline(always)]
    pub fn is_tuple(&self, obj: &ObjRef) -> bool {
        obj.ty().has(TypeFlags::TUPLE)
    }

    #[inline(always)]
    pub fn is_list(&self, obj: &ObjRef) -> bool {
        obj.ty().has(TypeFlags::LIST)
    }

    #[inline(always)]
    pub fn is_dict(&self, obj: &ObjRef) -> bool {
        obj.ty().has(TypeFlags::DICT)
    }

    #[inline(always)]
    pub fn is_bytes(&self, obj: &ObjRef) -> bool {
        obj.ty().has(TypeFlags::BYTES)
    }

    #[inline(always)]
    pub fn is_float(&self, obj: &ObjRef) -> bool {
        obj.ty().has(TypeFlags::FLOAT)
    }

    /// A type.
    #[inline(always)]
    pub fn is_type(&self, obj: &ObjRef) -> bool {
        obj.ty().has(TypeFlags::TYPE)
    }

    /// Something that can be raised.
    #[inline(always)]
    pub fn is_exception(&self, obj: &ObjRef) -> bool {
        obj.ty().has(TypeFlags::EXCEPTION)
    }

    /// The name of the object's type as messages print it (`list`, `collections.deque`).
    pub fn type_name(&self, obj: &ObjRef) -> String {
        self.name_of_type(obj.ty_ref())
    }

    /// What an argument is, as messages about arguments print it: `None` for None (`_PyArg_BadArgument` of CPython).
    pub fn argument_kind(&self, obj: &ObjRef) -> String {
        if self.is_none(obj) { "None".into() } else { self.type_name(obj) }
    }

    /// The name of a type as messages print it: builtin types with their module.
    pub fn name_of_type(&self, ty: &ObjRef) -> String {
        let this = as_type(ty);
        match (this.name.get(), this.spec.get()) {
            (Some(name), _) => self.lossy(&name),
            (None, Some(spec)) => spec.name_in(self.heap.profile()).to_owned(),
            (None, None) => String::from("?"),
        }
    }

    /// `__qualname__` of a type.
    pub fn qualname_of_type(&self, ty: &ObjRef) -> String {
        let this = as_type(ty);
        match this.qualname.get() {
            Some(name) => self.lossy(&name),
            None => {
                let name = self.name_of_type(ty);
                if this.spec.get().is_some() { name.rsplit('.').next().unwrap_or("").to_owned() } else { name }
            }
        }
    }

    /// The text of a str object; surrogates become U+FFFD. Anything else gives "?".
    pub fn lossy(&self, obj: &ObjRef) -> String {
        obj.payload::<Str>().map_or_else(|| "?".to_owned(), |s| s.to_string_lossy().into_owned())
    }

    /// Whether the str object has exactly this text.
    pub fn str_is(&self, obj: &ObjRef, text: &str) -> bool {
        obj.payload::<Str>().is_some_and(|s| s.is_text(text))
    }

    /// The text of a str; TypeError for other objects, UnicodeEncodeError for surrogates.
    pub fn str_text<'a>(&self, obj: &'a ObjRef) -> PyResult<Cow<'a, str>> {
        self.expect_str(obj, "argument")
    }

    /// The text of a str; TypeError `{what} must be str, not int` for other objects.
    pub fn expect_str<'a>(&self, obj: &'a ObjRef, what: &str) -> PyResult<Cow<'a, str>> {
        match obj.payload::<Str>() {
            Some(text) => match text.ascii_bytes() {
                Some(bytes) => Ok(String::from_utf8_lossy(bytes)),
                None => text.as_str().ok_or_else(|| self.surrogate_error(obj)),
            },
            None => Err(self.type_error(format!("{what} must be str, not {}", self.argument_kind(obj)))),
        }
    }

    /// An int (or `__index__`) as i64; OverflowError `Python int too large to convert to C long`.
    pub fn to_i64(&self, obj: &ObjRef) -> PyResult<i64> {
        let value = self.index(obj)?;
        match value.to::<Int>().to_i64() {
            Some(n) => Ok(n),
            None => Err(self.overflow_error("Python int too large to convert to C long")),
        }
    }

    /// An int as i32; OverflowError in C's words for int.
    pub fn to_i32(&self, obj: &ObjRef) -> PyResult<i32> {
        let value = self.index(obj)?;
        match value.to::<Int>().to_i64().map(i32::try_from) {
            Some(Ok(n)) => Ok(n),
            Some(Err(_)) => {
                let sign = if self.int_sign(&value) < 0 { "less than minimum" } else { "greater than maximum" };
                Err(self.overflow_error(format!("signed integer is {sign}")))
            }
            None => Err(self.overflow_error("Python int too large to convert to C int")),
        }
    }

    /// An int as i32, as CPython's argument clinic reads it: `Python int too large to convert to C int`.
    pub fn to_c_int(&self, obj: &ObjRef) -> PyResult<i32> {
        let value = self.index(obj)?;
        let small = value.to::<Int>().to_i64().and_then(|n| i32::try_from(n).ok());
        small.ok_or_else(|| self.overflow_error("Python int too large to convert to C int"))
    }

    /// The value of an int object if it fits.
    pub fn to_i64_opt(&self, int: &ObjRef) -> Option<i64> {
        int.payload::<Int>().and_then(|i| i.to_i64())
    }

    /// An int (or `__index__`) of any size.
    pub fn to_bigint(&self, obj: &ObjRef) -> PyResult<BigInt> {
        let value = self.index(obj)?;
        Ok(value.to::<Int>().to_bigint())
    }

    /// A float, or what `__float__` or `__index__` answer; TypeError `must be real number, not str`.
    pub fn to_f64(&self, obj: &ObjRef) -> PyResult<f64> {
        if let Some(float) = obj.payload::<Float>() {
            return Ok(float.value());
        }
        if let Some(value) = one_digit(obj) {
            return Ok(value as f64);
        }
        if let Some(float) = type_of(obj).slots.float.get() {
            let value = float(self, obj)?;
            if let Some(number) = value.payload::<Float>() {
                if !value.ty_ref().is(&self.types.float) {
                    let complaint = format!("{}.__float__ returned non-float", self.type_name(obj));
                    self.warn_of_subclass(&complaint, &value, "float")?;
                }
                return Ok(number.value());
            }
            let (kind, got) = (self.type_name(obj), self.type_name(&value));
            return Err(self.type_error(format!("{kind}.__float__ returned non-float (type {got})")));
        }
        if self.is_index(obj) {
            let value = self.index(obj)?;
            let float = type_of(&value).slots.float.get();
            return match float {
                Some(float) => self.to_f64(&float(self, &value)?),
                None => Err(self.type_error("must be real number")),
            };
        }
        Err(self.type_error(format!("must be real number, not {}", self.type_name(obj))))
    }

    /// A non-negative count; ValueError with this text for negative ones.
    pub fn to_count(&self, obj: &ObjRef, negative: &str) -> PyResult<usize> {
        let n = self.to_index(obj)?;
        usize::try_from(n).map_err(|_| self.raise_new(Exc::ValueError, negative.to_owned()))
    }
}

impl Vm {
    /// Bytes of an object from its header on, without blocks of its own: `object.__sizeof__`.
    pub fn object_size(&self, obj: &ObjRef) -> usize {
        let head = obj.ty();
        let items = if head.itemsize() == 0 { 0 } else { obj.item_count() };
        head.basicsize() + head.itemsize() * items
    }
}

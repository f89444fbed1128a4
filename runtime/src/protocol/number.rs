//! Operators: which operand's slot is asked first, and what is raised when nobody answers.

use crate::error::{Exc, PyResult, Raised};
use crate::native::Releases;
use crate::object::{Type, trampolines, type_of};
use crate::slots::{BinaryFn, RepeatFn, SlotId, UnaryFn};
use crate::vm::Vm;
use frontend::op::{BinOp, UnOp};
use gc::{Exact, Int, ObjRef, Ref, Str};

impl Vm {
    /// `a op b`.
    #[inline]
    pub fn binary(&self, op: BinOp, a: &ObjRef, b: &ObjRef) -> PyResult {
        if a.ty().exact() == Exact::Int
            && b.ty().exact() == Exact::Int
            && let Some(function) = type_of(a).slots.binary[op.plain() as usize].get()
        {
            return function(self, a, b);
        }
        if op.is_inplace() {
            return self.inplace(op, a, b);
        }
        let result = self.binary_slots(op, a, b)?;
        if !result.is(&self.not_implemented) {
            return Ok(result);
        }
        drop(result);
        self.binary_sequence(op, a, b)
    }

    /// The number half: both operands' slots in the right order.
    #[inline]
    fn binary_slots(&self, op: BinOp, a: &ObjRef, b: &ObjRef) -> PyResult {
        let left = type_of(a).slots.binary[op as usize].get();
        let right = type_of(b).slots.binary[op as usize].get();
        self.try_both(left, right, a, b)
    }

    fn try_both(&self, left: Option<BinaryFn>, right: Option<BinaryFn>, a: &ObjRef, b: &ObjRef) -> PyResult {
        let mut right = if a.ty_ref().is(b.ty_ref()) { None } else { right };
        if let (Some(l), Some(r)) = (left, right)
            && l as usize == r as usize
        {
            right = None;
        }
        if let Some(left) = left {
            if let Some(first) = right
                && Type::derives_from(b.ty_ref(), a.ty_ref())
            {
                let result = first(self, a, b)?;
                if !result.is(&self.not_implemented) {
                    return Ok(result);
                }
                right = None;
            }
            let result = left(self, a, b)?;
            if !result.is(&self.not_implemented) {
                return Ok(result);
            }
        }
        match right {
            Some(right) => right(self, a, b),
            None => Ok(self.not_implemented.clone()),
        }
    }

    /// `+` and `*` of sequences, after the number slots have declined.
    fn binary_sequence(&self, op: BinOp, a: &ObjRef, b: &ObjRef) -> PyResult {
        let (left, right) = (&type_of(a).slots, &type_of(b).slots);
        match op {
            BinOp::Add => {
                if let Some(concat) = left.concat.get() {
                    return concat(self, a, b);
                }
            }
            BinOp::Mul => {
                if let Some(repeat) = left.repeat.get() {
                    return self.repeat(repeat, a, b);
                }
                if let Some(repeat) = right.repeat.get() {
                    return self.repeat(repeat, b, a);
                }
            }
            _ => {}
        }
        Err(self.unsupported(op, op.symbol(), a, b))
    }

    /// `a op b` after the method of a's class for it, which came first, has declined.
    pub(crate) fn binary_declined(&self, op: BinOp, a: &ObjRef, b: &ObjRef) -> PyResult {
        if op.is_inplace() {
            return self.inplace_by_plain(op, a, b);
        }
        if !a.ty_ref().is(b.ty_ref()) {
            let result = match type_of(b).trampolines.get() & SlotId::binary(op).bit() {
                0 => self.try_both(None, type_of(b).slots.binary[op as usize].get(), a, b)?,
                _ => trampolines::reflected(self, op, a, b)?,
            };
            if !result.is(&self.not_implemented) {
                return Ok(result);
            }
        }
        self.binary_sequence(op, a, b)
    }

    fn inplace(&self, op: BinOp, a: &ObjRef, b: &ObjRef) -> PyResult {
        if let Some(own) = type_of(a).slots.binary[op as usize].get() {
            let result = own(self, a, b)?;
            if !result.is(&self.not_implemented) {
                return Ok(result);
            }
        }
        self.inplace_by_plain(op, a, b)
    }

    /// An in-place operator of an object that has none of its own.
    fn inplace_by_plain(&self, op: BinOp, a: &ObjRef, b: &ObjRef) -> PyResult {
        let result = self.binary_slots(op.plain(), a, b)?;
        if !result.is(&self.not_implemented) {
            return Ok(result);
        }
        let (left, right) = (&type_of(a).slots, &type_of(b).slots);
        match op {
            BinOp::InplaceAdd => {
                if let Some(concat) = left.inplace_concat.get().or(left.concat.get()) {
                    return concat(self, a, b);
                }
            }
            BinOp::InplaceMul => {
                if let Some(repeat) = left.inplace_repeat.get().or(left.repeat.get()) {
                    return self.repeat(repeat, a, b);
                }
                if let Some(repeat) = right.repeat.get() {
                    return self.repeat(repeat, b, a);
                }
            }
            _ => {}
        }
        Err(self.unsupported(op, op.symbol(), a, b))
    }

    fn repeat(&self, repeat: RepeatFn, sequence: &ObjRef, count: &ObjRef) -> PyResult {
        if !self.is_index(count) {
            let kind = self.type_name(count);
            return Err(self.type_error(format!("can't multiply sequence by non-int of type '{kind}'")));
        }
        repeat(self, sequence, self.to_index_or(count, Exc::OverflowError)?)
    }

    #[cold]
    fn unsupported(&self, op: BinOp, symbol: &str, a: &ObjRef, b: &ObjRef) -> Raised {
        let (left, right) = (self.type_name(a), self.type_name(b));
        let mut text = format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'");
        if op == BinOp::RShift && crate::builtins::builtin_function::is_print(a) {
            text.push_str(". Did you mean \"print(<message>, file=<output_stream>)\"?");
        }
        self.type_error(text)
    }

    /// `pow(a, b, c)`.
    pub fn power(&self, a: &ObjRef, b: &ObjRef, modulus: &ObjRef) -> PyResult {
        if modulus.is(&self.none) {
            return self.binary(BinOp::Pow, a, b);
        }
        let slot = |o: &ObjRef| type_of(o).slots.pow.get();
        let mut tried: Vec<usize> = Vec::new();
        let mut order = vec![slot(a), slot(b), slot(modulus)];
        if !a.ty_ref().is(b.ty_ref()) && Type::derives_from(b.ty_ref(), a.ty_ref()) {
            order.swap(0, 1);
        }
        for f in order.into_iter().flatten() {
            if tried.contains(&(f as usize)) {
                continue;
            }
            tried.push(f as usize);
            let result = f(self, a, b, modulus)?;
            if !result.is(&self.not_implemented) {
                return Ok(result);
            }
        }
        let (a, b, c) = (self.type_name(a), self.type_name(b), self.type_name(modulus));
        Err(self.type_error(format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'")))
    }

    /// `divmod(a, b)`.
    pub fn divmod(&self, a: &ObjRef, b: &ObjRef) -> PyResult {
        let (left, right) = (type_of(a).slots.divmod.get(), type_of(b).slots.divmod.get());
        let result = self.try_both(left, right, a, b)?;
        if result.is(&self.not_implemented) {
            return Err(self.unsupported(BinOp::Mod, "divmod()", a, b));
        }
        Ok(result)
    }

    /// `-a`, `+a`, `~a`, `not a`.
    pub fn unary(&self, op: UnOp, a: &ObjRef) -> PyResult {
        let slots = &type_of(a).slots;
        let (slot, sign): (Option<UnaryFn>, &str) = match op {
            UnOp::Neg => (slots.negative.get(), "-"),
            UnOp::Pos => (slots.positive.get(), "+"),
            UnOp::Invert => (slots.invert.get(), "~"),
            UnOp::Not => return Ok(self.bool(!self.truth(a)?)),
        };
        match slot {
            Some(f) => f(self, a),
            None => Err(self.type_error(format!("bad operand type for unary {sign}: '{}'", self.type_name(a)))),
        }
    }

    /// `abs(a)`.
    pub fn absolute(&self, a: &ObjRef) -> PyResult {
        match type_of(a).slots.absolute.get() {
            Some(f) => f(self, a),
            None => Err(self.type_error(format!("bad operand type for abs(): '{}'", self.type_name(a)))),
        }
    }

    /// Whether the object is an int or has `__index__`.
    pub fn is_index(&self, obj: &ObjRef) -> bool {
        type_of(obj).slots.index.get().is_some()
    }

    /// `operator.index(obj)`: an int (perhaps of a subclass).
    pub fn index(&self, obj: &ObjRef) -> PyResult {
        if obj.ty().exact() == Exact::Int {
            return Ok(obj.clone());
        }
        if self.is_int(obj) {
            return self.plain_index(obj);
        }
        let Some(index) = type_of(obj).slots.index.get() else {
            let kind = self.type_name(obj);
            return Err(self.type_error(format!("'{kind}' object cannot be interpreted as an integer")));
        };
        let value = index(self, obj)?;
        if !self.is_int(&value) {
            let kind = self.type_name(&value);
            return Err(self.type_error(format!("__index__ returned non-int (type {kind})")));
        }
        if value.ty().exact() == Exact::Int {
            return Ok(value);
        }
        self.warn_of_subclass("__index__ returned non-int", &value, "int")?;
        self.plain_index(&value)
    }

    /// A conversion answered an instance of a subclass of what it should have made.
    #[cold]
    pub(crate) fn warn_of_subclass(&self, complaint: &str, value: &ObjRef, wanted: &str) -> PyResult<()> {
        let kind = self.type_name(value);
        let text = format!(
            "{complaint} (type {kind}).  The ability to return an instance of a strict subclass of {wanted} is \
             deprecated, and may be removed in a future version of Python."
        );
        self.warn(Exc::DeprecationWarning, &text, 1)
    }

    /// An instance of a subclass of `int` as an index: since 3.10 a plain int.
    fn plain_index(&self, obj: &ObjRef) -> PyResult {
        if !Releases::since(10).have(self) {
            return Ok(obj.clone());
        }
        match obj.to::<Int>().to_i64() {
            Some(value) => Ok(self.int(value)),
            None => Ok(self.bigint(self.to_bigint(obj)?)),
        }
    }

    /// An index as a machine word; OverflowError `Python int too large to convert to C ssize_t`.
    pub fn to_index(&self, obj: &ObjRef) -> PyResult<isize> {
        let value = self.index(obj)?;
        match value.to::<Int>().to_i64() {
            Some(n) => Ok(n as isize),
            None => Err(self.overflow_error("Python int too large to convert to C ssize_t")),
        }
    }

    /// An index as a machine word; too large ones raise `exc`: `cannot fit 'int' into an index-sized integer`.
    pub fn to_index_or(&self, obj: &ObjRef, exc: Exc) -> PyResult<isize> {
        let value = self.index(obj)?;
        match value.to::<Int>().to_i64() {
            Some(n) => Ok(n as isize),
            None => {
                let kind = self.type_name(obj);
                Err(self.raise_new(exc, format!("cannot fit '{kind}' into an index-sized integer")))
            }
        }
    }

    /// An index as a machine word, clamped to its range (slices).
    pub fn to_index_clamped(&self, obj: &ObjRef) -> PyResult<isize> {
        let value = self.index(obj)?;
        let int = value.to::<Int>();
        Ok(int.to_i64().map_or_else(|| self.clipped(int), |n| n as isize))
    }

    /// The machine word nearest to an int that is none.
    #[cold]
    pub fn clipped(&self, int: &Ref<Int>) -> isize {
        self.forget_overflow();
        if int.sign() < 0 { isize::MIN } else { isize::MAX }
    }

    pub(crate) fn int_sign(&self, int: &ObjRef) -> i32 {
        int.to::<Int>().sign()
    }

    pub(crate) fn text_of<'a>(&self, obj: &'a ObjRef) -> Option<&'a Ref<Str>> {
        obj.payload::<Str>()
    }
}

//! Which `__dunder__` names belong to which slots, in CPython's order of `slotdefs`.

use crate::slots::*;
use frontend::op::{BinOp, CmpOp};

/// A slot's function under one of its names: what a slot wrapper calls.
#[derive(Clone, Copy)]
pub enum Wrapped {
    Unary(UnaryFn),
    Binary(BinaryFn),
    /// Called with the operands exchanged.
    Reflected(BinaryFn),
    Power(TernaryFn),
    ReflectedPower(TernaryFn),
    Len(LenFn),
    Truth(BoolFn),
    Hash(HashFn),
    Compare(CompareFn, CmpOp),
    Next(NextFn),
    GetItem(GetItemFn),
    SetItem(SetItemFn),
    DelItem(SetItemFn),
    Contains(ContainsFn),
    Repeat(RepeatFn),
    GetAttr(GetAttrFn),
    SetAttr(SetAttrFn),
    DelAttr(SetAttrFn),
    DescrGet(DescrGetFn),
    DescrSet(DescrSetFn),
    DescrDelete(DescrSetFn),
    Call(CallFn),
    Init(InitFn),
    Finalize(FinalizeFn),
}

/// One `__dunder__` name.
pub struct Row {
    pub name: &'static str,
    /// The slots that a change of this attribute refreshes.
    pub slots: &'static [SlotId],
    /// The function that a builtin type's slots hold for this name.
    pub wrap: fn(&Slots) -> Option<Wrapped>,
    /// Signature behind the name, for `__text_signature__`.
    pub signature: &'static str,
}

const fn named(name: Named) -> SlotId {
    SlotId::named(name)
}

const fn op(op: BinOp) -> SlotId {
    SlotId::binary(op)
}

macro_rules! wrap {
    (compare $op:ident) => {
        |s: &Slots| s.compare.get().map(|f| Wrapped::Compare(f, CmpOp::$op))
    };
    (none) => {
        |_: &Slots| None
    };
    (power) => {
        |s: &Slots| power(s, false)
    };
    (power reflected) => {
        |s: &Slots| power(s, true)
    };
    ($kind:ident $field:ident) => {
        |s: &Slots| s.$field.get().map(Wrapped::$kind)
    };
    ($kind:ident [$op:ident]) => {
        |s: &Slots| s.binary[BinOp::$op as usize].get().map(Wrapped::$kind)
    };
}

macro_rules! rows {
    ($($name:literal $signature:literal [$($slot:expr),+] ($($wrap:tt)+);)+) => {
        /// All rows. `__new__` is not among them: it is a builtin function, not a wrapper.
        pub static ROWS: &[Row] = &[
            $(Row { name: $name, slots: &[$($slot),+], wrap: wrap!($($wrap)+), signature: $signature }),+
        ];
    };
}

rows! {
    "__repr__" "($self, /)" [named(Named::repr)] (Unary repr);
    "__hash__" "($self, /)" [named(Named::hash)] (Hash hash);
    "__call__" "($self, /, *args, **kwargs)" [named(Named::call)] (Call call);
    "__str__" "($self, /)" [named(Named::str)] (Unary str);
    "__getattribute__" "($self, name, /)" [named(Named::get_attr)] (GetAttr get_attr);
    "__getattr__" "" [named(Named::get_attr)] (none);
    "__setattr__" "($self, name, value, /)" [named(Named::set_attr)] (SetAttr set_attr);
    "__delattr__" "($self, name, /)" [named(Named::set_attr)] (DelAttr set_attr);
    "__lt__" "($self, value, /)" [named(Named::compare)] (compare Lt);
    "__le__" "($self, value, /)" [named(Named::compare)] (compare Le);
    "__eq__" "($self, value, /)" [named(Named::compare)] (compare Eq);
    "__ne__" "($self, value, /)" [named(Named::compare)] (compare Ne);
    "__gt__" "($self, value, /)" [named(Named::compare)] (compare Gt);
    "__ge__" "($self, value, /)" [named(Named::compare)] (compare Ge);
    "__iter__" "($self, /)" [named(Named::iter)] (Unary iter);
    "__next__" "($self, /)" [named(Named::next)] (Next next);
    "__get__" "($self, instance, owner=None, /)" [named(Named::descr_get)] (DescrGet descr_get);
    "__set__" "($self, instance, value, /)" [named(Named::descr_set)] (DescrSet descr_set);
    "__delete__" "($self, instance, /)" [named(Named::descr_set)] (DescrDelete descr_set);
    "__init__" "($self, /, *args, **kwargs)" [named(Named::init)] (Init init);
    "__new__" "" [named(Named::new)] (none);
    "__del__" "($self, /)" [named(Named::finalize)] (Finalize finalize);
    "__await__" "($self, /)" [named(Named::await_)] (Unary await_);
    "__aiter__" "($self, /)" [named(Named::aiter)] (Unary aiter);
    "__anext__" "($self, /)" [named(Named::anext)] (Unary anext);
    "__add__" "($self, value, /)" [op(BinOp::Add), named(Named::concat)] (Binary [Add]);
    "__radd__" "($self, value, /)" [op(BinOp::Add)] (Reflected [Add]);
    "__sub__" "($self, value, /)" [op(BinOp::Sub)] (Binary [Sub]);
    "__rsub__" "($self, value, /)" [op(BinOp::Sub)] (Reflected [Sub]);
    "__mul__" "($self, value, /)" [op(BinOp::Mul), named(Named::repeat)] (Binary [Mul]);
    "__rmul__" "($self, value, /)" [op(BinOp::Mul), named(Named::repeat)] (Reflected [Mul]);
    "__mod__" "($self, value, /)" [op(BinOp::Mod)] (Binary [Mod]);
    "__rmod__" "($self, value, /)" [op(BinOp::Mod)] (Reflected [Mod]);
    "__divmod__" "($self, value, /)" [named(Named::divmod)] (Binary divmod);
    "__rdivmod__" "($self, value, /)" [named(Named::divmod)] (Reflected divmod);
    "__pow__" "($self, value, mod=None, /)" [op(BinOp::Pow), named(Named::pow)] (power);
    "__rpow__" "($self, value, mod=None, /)" [op(BinOp::Pow), named(Named::pow)] (power reflected);
    "__neg__" "($self, /)" [named(Named::negative)] (Unary negative);
    "__pos__" "($self, /)" [named(Named::positive)] (Unary positive);
    "__abs__" "($self, /)" [named(Named::absolute)] (Unary absolute);
    "__bool__" "($self, /)" [named(Named::truth)] (Truth truth);
    "__invert__" "($self, /)" [named(Named::invert)] (Unary invert);
    "__lshift__" "($self, value, /)" [op(BinOp::LShift)] (Binary [LShift]);
    "__rlshift__" "($self, value, /)" [op(BinOp::LShift)] (Reflected [LShift]);
    "__rshift__" "($self, value, /)" [op(BinOp::RShift)] (Binary [RShift]);
    "__rrshift__" "($self, value, /)" [op(BinOp::RShift)] (Reflected [RShift]);
    "__and__" "($self, value, /)" [op(BinOp::And)] (Binary [And]);
    "__rand__" "($self, value, /)" [op(BinOp::And)] (Reflected [And]);
    "__xor__" "($self, value, /)" [op(BinOp::Xor)] (Binary [Xor]);
    "__rxor__" "($self, value, /)" [op(BinOp::Xor)] (Reflected [Xor]);
    "__or__" "($self, value, /)" [op(BinOp::Or)] (Binary [Or]);
    "__ror__" "($self, value, /)" [op(BinOp::Or)] (Reflected [Or]);
    "__int__" "($self, /)" [named(Named::int)] (Unary int);
    "__float__" "($self, /)" [named(Named::float)] (Unary float);
    "__iadd__" "($self, value, /)" [op(BinOp::InplaceAdd), named(Named::inplace_concat)] (Binary [InplaceAdd]);
    "__isub__" "($self, value, /)" [op(BinOp::InplaceSub)] (Binary [InplaceSub]);
    "__imul__" "($self, value, /)" [op(BinOp::InplaceMul), named(Named::inplace_repeat)] (Binary [InplaceMul]);
    "__imod__" "($self, value, /)" [op(BinOp::InplaceMod)] (Binary [InplaceMod]);
    "__ipow__" "($self, value, /)" [op(BinOp::InplacePow)] (Binary [InplacePow]);
    "__ilshift__" "($self, value, /)" [op(BinOp::InplaceLShift)] (Binary [InplaceLShift]);
    "__irshift__" "($self, value, /)" [op(BinOp::InplaceRShift)] (Binary [InplaceRShift]);
    "__iand__" "($self, value, /)" [op(BinOp::InplaceAnd)] (Binary [InplaceAnd]);
    "__ixor__" "($self, value, /)" [op(BinOp::InplaceXor)] (Binary [InplaceXor]);
    "__ior__" "($self, value, /)" [op(BinOp::InplaceOr)] (Binary [InplaceOr]);
    "__floordiv__" "($self, value, /)" [op(BinOp::FloorDiv)] (Binary [FloorDiv]);
    "__rfloordiv__" "($self, value, /)" [op(BinOp::FloorDiv)] (Reflected [FloorDiv]);
    "__truediv__" "($self, value, /)" [op(BinOp::TrueDiv)] (Binary [TrueDiv]);
    "__rtruediv__" "($self, value, /)" [op(BinOp::TrueDiv)] (Reflected [TrueDiv]);
    "__ifloordiv__" "($self, value, /)" [op(BinOp::InplaceFloorDiv)] (Binary [InplaceFloorDiv]);
    "__itruediv__" "($self, value, /)" [op(BinOp::InplaceTrueDiv)] (Binary [InplaceTrueDiv]);
    "__index__" "($self, /)" [named(Named::index)] (Unary index);
    "__matmul__" "($self, value, /)" [op(BinOp::MatMul)] (Binary [MatMul]);
    "__rmatmul__" "($self, value, /)" [op(BinOp::MatMul)] (Reflected [MatMul]);
    "__imatmul__" "($self, value, /)" [op(BinOp::InplaceMatMul)] (Binary [InplaceMatMul]);
    "__len__" "($self, /)" [named(Named::len)] (Len len);
    "__getitem__" "($self, key, /)" [named(Named::get_item)] (GetItem get_item);
    "__setitem__" "($self, key, value, /)" [named(Named::set_item)] (SetItem set_item);
    "__delitem__" "($self, key, /)" [named(Named::set_item)] (DelItem set_item);
    "__add__" "($self, value, /)" [op(BinOp::Add), named(Named::concat)] (Binary concat);
    "__mul__" "($self, value, /)" [op(BinOp::Mul), named(Named::repeat)] (Repeat repeat);
    "__rmul__" "($self, value, /)" [op(BinOp::Mul), named(Named::repeat)] (Repeat repeat);
    "__contains__" "($self, key, /)" [named(Named::contains)] (Contains contains);
    "__iadd__" "($self, value, /)" [op(BinOp::InplaceAdd), named(Named::inplace_concat)] (Binary inplace_concat);
    "__imul__" "($self, value, /)" [op(BinOp::InplaceMul), named(Named::inplace_repeat)] (Repeat inplace_repeat);
}

fn power(slots: &Slots, reflected: bool) -> Option<Wrapped> {
    match (slots.pow.get(), slots.binary[BinOp::Pow as usize].get(), reflected) {
        (Some(f), _, false) => Some(Wrapped::Power(f)),
        (Some(f), _, true) => Some(Wrapped::ReflectedPower(f)),
        (None, Some(f), false) => Some(Wrapped::Binary(f)),
        (None, Some(f), true) => Some(Wrapped::Reflected(f)),
        (None, None, _) => None,
    }
}

/// The row that a builtin type's wrapper under `name` is made from, with what it calls.
pub fn wrapped_rows(slots: &Slots) -> impl Iterator<Item = (&'static Row, Wrapped)> {
    ROWS.iter().filter_map(|row| (row.wrap)(slots).map(|w| (row, w)))
}

/// The slots that depend on the attribute `name`.
pub fn slots_of(name: &str) -> &'static [SlotId] {
    if !(name.starts_with("__") && name.ends_with("__")) {
        return &[];
    }
    ROWS.iter().find(|row| row.name == name).map_or(&[], |row| row.slots)
}

/// The names that decide about a slot.
pub fn names_of(id: SlotId) -> impl Iterator<Item = &'static str> {
    let mut seen: Vec<&str> = Vec::new();
    ROWS.iter().filter(move |row| row.slots.contains(&id)).map(|row| row.name).filter(move |name| {
        let new = !seen.contains(name);
        seen.push(name);
        new
    })
}

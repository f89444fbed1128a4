//! The slots of a type: what an operator, a call, an attribute access does, as plain function pointers.
//!
//! A builtin type fills them from its [`SlotDefs`]; the `__dunder__` entries of its dict are made
//! from them (`slot wrapper`). A Python class gets trampolines that call its `__dunder__`
//! attributes, wherever the MRO has one; assigning to such an attribute refreshes the slots of the
//! class and its subclasses (CPython: Objects/typeobject.c, `slotdefs`).

use crate::error::PyResult;
use crate::native::Args;
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp};
use gc::ObjRef;
use std::cell::Cell;

pub type UnaryFn = fn(&Vm, &ObjRef) -> PyResult;
/// Called with either operand as `self`; answers NotImplemented when the pair is not its business.
pub type BinaryFn = fn(&Vm, &ObjRef, &ObjRef) -> PyResult;
/// `pow(a, b, c)`; c is None for `a ** b`.
pub type TernaryFn = fn(&Vm, &ObjRef, &ObjRef, &ObjRef) -> PyResult;
pub type LenFn = fn(&Vm, &ObjRef) -> PyResult<usize>;
pub type BoolFn = fn(&Vm, &ObjRef) -> PyResult<bool>;
pub type HashFn = fn(&Vm, &ObjRef) -> PyResult<isize>;
pub type CompareFn = fn(&Vm, &ObjRef, &ObjRef, CmpOp) -> PyResult;
/// `None`: exhausted (without an exception object).
pub type NextFn = fn(&Vm, &ObjRef) -> PyResult<Option<ObjRef>>;
pub type GetItemFn = fn(&Vm, &ObjRef, &ObjRef) -> PyResult;
/// `None` as value: delete.
pub type SetItemFn = fn(&Vm, &ObjRef, &ObjRef, Option<&ObjRef>) -> PyResult<()>;
pub type ContainsFn = fn(&Vm, &ObjRef, &ObjRef) -> PyResult<bool>;
pub type RepeatFn = fn(&Vm, &ObjRef, isize) -> PyResult;
pub type GetAttrFn = fn(&Vm, &ObjRef, &ObjRef) -> PyResult;
pub type SetAttrFn = fn(&Vm, &ObjRef, &ObjRef, Option<&ObjRef>) -> PyResult<()>;
/// (descriptor, instance or None, owner type or None).
pub type DescrGetFn = fn(&Vm, &ObjRef, Option<&ObjRef>, Option<&ObjRef>) -> PyResult;
pub type DescrSetFn = fn(&Vm, &ObjRef, &ObjRef, Option<&ObjRef>) -> PyResult<()>;
pub type CallFn = fn(&Vm, &ObjRef, Args<'_>) -> PyResult;
/// (class, arguments without the class).
pub type NewFn = fn(&Vm, &ObjRef, Args<'_>) -> PyResult;
pub type InitFn = fn(&Vm, &ObjRef, Args<'_>) -> PyResult<()>;
/// `__del__`, at most once per object; errors are reported as unraisable inside.
pub type FinalizeFn = fn(&Vm, &ObjRef);

/// Number of a slot: the named ones first, then the binary operators.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SlotId(u8);

impl SlotId {
    /// The slot of a named field.
    pub const fn named(name: Named) -> SlotId {
        SlotId(name as u8)
    }
    /// The slot of an operator.
    pub const fn binary(op: BinOp) -> SlotId {
        SlotId(NAMED + op as u8)
    }
    /// Its bit in a set of slots.
    pub const fn bit(self) -> u64 {
        1 << self.0
    }
    /// All slots.
    pub fn all() -> impl Iterator<Item = SlotId> {
        (0..NAMED + 26).map(SlotId)
    }
}

macro_rules! slots {
    ($($(#[doc = $doc:literal])* $name:ident : $ty:ty),+ $(,)?) => {
        /// The slots a builtin type fills, as constant data: `SlotDefs { repr: Some(repr), ..SlotDefs::NONE }`.
        pub struct SlotDefs {
            $( $(#[doc = $doc])* pub $name: Option<$ty>, )+
            /// Binary operators, in-place ones included.
            pub binary: &'static [(BinOp, BinaryFn)],
            /// `__hash__ = None`: instances are unhashable.
            pub unhashable: bool,
        }
        impl SlotDefs {
            pub const NONE: SlotDefs = SlotDefs { $($name: None,)+ binary: &[], unhashable: false };
        }
        /// The slots of a live type object.
        #[derive(Default)]
        pub struct Slots {
            $( $(#[doc = $doc])* pub $name: Cell<Option<$ty>>, )+
            pub binary: [Cell<Option<BinaryFn>>; 26],
        }
        /// The named slots in table order.
        #[allow(non_camel_case_types, missing_docs)]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Named { $($name),+ }
        const NAMED: u8 = [$(Named::$name),+].len() as u8;
        const _: () = assert!(NAMED + 26 <= 64, "a set of slots is one word");

        impl Slots {
            /// Fills every slot that `defs` has.
            pub fn fill(&self, defs: &SlotDefs) {
                $( if defs.$name.is_some() { self.$name.set(defs.$name); } )+
                for (op, f) in defs.binary { self.binary[*op as usize].set(Some(*f)); }
            }
            /// Takes over every slot that is still empty from a base.
            pub fn inherit(&self, base: &Slots) {
                $( if self.$name.get().is_none() { self.$name.set(base.$name.get()); } )+
                for (mine, theirs) in self.binary.iter().zip(&base.binary) {
                    if mine.get().is_none() { mine.set(theirs.get()); }
                }
            }
            /// Takes over one slot, empty or not.
            pub fn copy(&self, id: SlotId, from: &Slots) {
                $( if id.0 == Named::$name as u8 { return self.$name.set(from.$name.get()); } )+
                let op = (id.0 - NAMED) as usize;
                self.binary[op].set(from.binary[op].get());
            }
            /// Takes over one slot from constant data, empty or not.
            pub fn copy_def(&self, id: SlotId, from: &SlotDefs) {
                $( if id.0 == Named::$name as u8 { return self.$name.set(from.$name); } )+
                let op = id.0 - NAMED;
                let found = from.binary.iter().find(|(o, _)| *o as u8 == op);
                self.binary[op as usize].set(found.map(|(_, f)| *f));
            }
            /// The address of a slot's function, 0 if it is empty.
            pub fn address(&self, id: SlotId) -> usize {
                $( if id.0 == Named::$name as u8 { return self.$name.get().map_or(0, |f| f as usize); } )+
                self.binary[(id.0 - NAMED) as usize].get().map_or(0, |f| f as usize)
            }
            /// Empties every slot.
            pub fn clear(&self) {
                $( self.$name.set(None); )+
                self.binary.iter().for_each(|f| f.set(None));
            }
        }
    };
}

slots! {
    /// `__new__`
    new: NewFn,
    /// `__init__`
    init: InitFn,
    /// `__call__`
    call: CallFn,
    repr: UnaryFn,
    str: UnaryFn,
    /// `__hash__`; inherited only together with `compare`.
    hash: HashFn,
    compare: CompareFn,
    iter: UnaryFn,
    next: NextFn,
    get_attr: GetAttrFn,
    set_attr: SetAttrFn,
    descr_get: DescrGetFn,
    descr_set: DescrSetFn,
    /// `__len__` (mapping and sequence)
    len: LenFn,
    get_item: GetItemFn,
    set_item: SetItemFn,
    contains: ContainsFn,
    /// `+` of sequences, tried after `binary[Add]`.
    concat: BinaryFn,
    /// `*` of sequences, tried after `binary[Mul]`.
    repeat: RepeatFn,
    inplace_concat: BinaryFn,
    inplace_repeat: RepeatFn,
    /// Three-argument pow; `binary[Pow]` serves the operator.
    pow: TernaryFn,
    negative: UnaryFn,
    positive: UnaryFn,
    absolute: UnaryFn,
    invert: UnaryFn,
    /// `divmod()`
    divmod: BinaryFn,
    /// `__bool__`
    truth: BoolFn,
    /// `__int__`
    int: UnaryFn,
    /// `__float__`
    float: UnaryFn,
    /// `__index__`
    index: UnaryFn,
    /// `__await__`
    await_: UnaryFn,
    aiter: UnaryFn,
    anext: UnaryFn,
    finalize: FinalizeFn,
}

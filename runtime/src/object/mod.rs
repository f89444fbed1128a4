//! Type objects: their Python half, how they are made, how attributes are found.

use crate::native::TypeSpec;
use crate::slots::Slots;
use crate::vm::cast::{as_type, mro_of};
use gc::{ObjRef, Plain, Slot, TypeFlags, TypeHead};
use std::cell::Cell;

pub mod attr;
pub mod class;
pub mod class_of;
pub mod instance;
pub mod lookup;
pub mod mro;
pub mod native;
pub mod reduce;
pub mod slot_table;
pub mod slots_def;
pub mod storage;
pub mod subclasses;
pub mod trampolines;
pub mod type_attrs;
pub mod update;
pub mod wrapper;

pub use crate::vm::cast::type_of;

/// Attribute reads on instances are those of `object`.
pub const GENERIC_GETATTR: TypeFlags = TypeFlags::USER_0;
/// Attribute writes on instances are those of `object`.
pub const GENERIC_SETATTR: TypeFlags = TypeFlags::USER_1;
/// Instances are functions that take the object as first argument when looked up on its class.
pub const METHOD_DESCRIPTOR: TypeFlags = TypeFlags::USER_2;
/// The metaclass told the MRO by a `mro()` of its own: it may name classes that are no bases, whose changes
/// nobody would hear of, so that the type never gets a version.
pub const FOREIGN_MRO: TypeFlags = TypeFlags::USER_3;

gc::payload! {
    /// A type: the memory half first, then what Python sees of it.
    pub struct Type: type {
        /// Sizes, flags and layout of the instances.
        pub head: TypeHead,
        /// What operators, calls and attribute accesses do.
        pub slots: Plain<Slots>,
        /// Bit `i`: slot `i` calls a `__dunder__` method written in Python.
        pub trampolines: Cell<u64>,
        /// `__name__` (classes made by Python code).
        pub name: gc::Unvisited,
        /// `__qualname__`.
        pub qualname: gc::Unvisited,
        /// The namespace; a dict. Written by `Type` methods only, which take the version away.
        pub dict: Slot,
        /// `__base__`: the base whose instances' memory this type extends.
        pub base: Slot,
        /// `__bases__`; in their registries the class is entered.
        pub bases: subclasses::Bases,
        /// `__mro__`; empty while the class is being made or torn down.
        pub mro: Slot,
        /// Weak references to the direct subclasses, in a dict by address.
        pub subclasses: gc::Unvisited,
        /// Weak references to this type.
        pub weak: gc::WeakList,
        /// Names of the `__slots__` words that this class adds, a tuple.
        pub member_names: gc::Unvisited,
        /// The key table that instances share.
        pub shared: gc::SharedKeys,
        /// The table row a builtin type was made from.
        pub spec: Cell<Option<&'static TypeSpec>>,
    }
}

impl Type {
    /// A type that is not complete yet.
    pub fn new(head: TypeHead, spec: Option<&'static TypeSpec>) -> Type {
        Type {
            head,
            slots: Plain(Slots::default()),
            trampolines: Cell::new(0),
            name: gc::Unvisited::empty(),
            qualname: gc::Unvisited::empty(),
            dict: Slot::empty(),
            base: Slot::empty(),
            bases: subclasses::Bases::default(),
            mro: Slot::empty(),
            subclasses: gc::Unvisited::empty(),
            weak: gc::WeakList::default(),
            member_names: gc::Unvisited::empty(),
            shared: gc::SharedKeys::none(),
            spec: Cell::new(spec),
        }
    }

    /// Whether `__new__` is a Python method of this class or a base.
    pub fn has_trampoline_new(&self) -> bool {
        self.trampolines.get() & crate::slots::SlotId::named(crate::slots::Named::new).bit() != 0
    }

    /// Whether this type is `other` or derives from it. A type without an MRO follows `base`.
    pub fn derives_from(this: &ObjRef, other: &ObjRef) -> bool {
        if this.is(other) {
            return true;
        }
        let ty = as_type(this);
        match mro_of(ty) {
            Some(mro) => mro.iter().any(|c| c.is(other)),
            None => ty.base.get().is_some_and(|base| Type::derives_from(&base, other)),
        }
    }
}

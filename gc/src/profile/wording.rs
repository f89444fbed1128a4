//! What each CPython release says where it refuses an attribute, and what it calls the types of weak references.

/// The wording's part of a release's row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wording {
    /// Whether a read of an empty slot tells the name alone.
    pub bare_slots: bool,
    /// Whether a deletion of what a dict does not have tells the name alone.
    pub bare_deletions: bool,
    /// Whether an object without a dict is said to have none when an unknown attribute is set.
    pub missing_dict_told: bool,
    /// Whether `__weakref__` twice is refused with that reason alone.
    pub one_weakref_reason: bool,
    /// What a property says of its name that lacks a function.
    pub property: PropertyText,
    /// Whether refusals of builtin types tell the attribute.
    pub immutable_types: bool,
    /// Whether the types of weak references are builtins, called `weakref` and `weakproxy`.
    pub builtin_references: bool,
}

/// What a property says that lacks a function.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PropertyText {
    /// `can't set attribute`
    Nameless,
    /// `can't set attribute 'p'`
    Named,
    /// `property 'p' of 'C' object has no setter`
    OfClass,
}

pub(super) const V3_8: Wording = Wording {
    bare_slots: true,
    bare_deletions: true,
    missing_dict_told: false,
    one_weakref_reason: false,
    property: PropertyText::Nameless,
    immutable_types: false,
    builtin_references: true,
};
pub(super) const V3_10: Wording = Wording {
    bare_slots: false,
    property: PropertyText::Named,
    immutable_types: true,
    builtin_references: false,
    ..V3_8
};
pub(super) const V3_11: Wording = Wording { bare_deletions: false, property: PropertyText::OfClass, ..V3_10 };
pub(super) const V3_12: Wording = Wording { one_weakref_reason: true, ..V3_11 };
pub(super) const V3_13: Wording = Wording { missing_dict_told: true, ..V3_12 };

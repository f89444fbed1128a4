//! What each CPython release does differently with reference counts.
//!
//! Code reads these fields when it makes an object, links a text or chooses the form of a call.

/// The counts' part of a release's row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CountProfile {
    /// Who holds the arguments while a Python function runs.
    pub arguments: ArgumentOwner,
    /// Whether `f(*a, **k)` keeps the tuple and the dict while a Python function runs.
    pub spread_is_kept: bool,
    /// How many counts the syntax tree holds on a bytes constant.
    pub bytes_in_tree: usize,
    /// The counts of small ints, one-character strings and bytes, and of the empty str, bytes and tuple.
    pub statics: StaticCount,
    /// The counts of None, True, False, Ellipsis, NotImplemented and the builtin types.
    pub singletons: StaticCount,
    /// Whether every interned str lives for ever.
    pub interned_live_on: bool,
    /// Whether `__getattr__` is called through a bound method, which holds the object.
    pub attribute_hook_binds: bool,
    /// Whether calls of a class hand its arguments over to `__init__`, without a tuple, from the second one at a place on.
    pub constructor_moves: bool,
    /// Whether `print` holds its arguments in a tuple of its own.
    pub print_collects: bool,
    /// Whether `d[k] = v` counts key and value before `__hash__` runs.
    pub stores_hold_first: bool,
}

/// Who holds the arguments of a Python call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArgumentOwner {
    /// The caller's temporaries until the call is over, and the callee's locals.
    CallerToo,
    /// The callee's locals alone: the temporaries move.
    Callee,
}

/// How objects are counted that are always there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StaticCount {
    /// As any other.
    Ordinary,
    /// From a number that they never fall below.
    From(usize),
    /// Not at all: `sys.getrefcount` says 2**32 - 1.
    Immortal,
}

pub(super) const V3_8: CountProfile = CountProfile {
    arguments: ArgumentOwner::CallerToo,
    spread_is_kept: true,
    bytes_in_tree: 1,
    statics: StaticCount::Ordinary,
    singletons: StaticCount::Ordinary,
    interned_live_on: false,
    attribute_hook_binds: true,
    constructor_moves: false,
    print_collects: false,
    stores_hold_first: false,
};
pub(super) const V3_11: CountProfile = CountProfile {
    arguments: ArgumentOwner::Callee,
    statics: StaticCount::From(999_999_999),
    print_collects: true,
    stores_hold_first: true,
    ..V3_8
};
pub(super) const V3_12: CountProfile = CountProfile {
    spread_is_kept: false,
    bytes_in_tree: 2,
    statics: StaticCount::Immortal,
    singletons: StaticCount::Immortal,
    interned_live_on: true,
    attribute_hook_binds: false,
    ..V3_11
};
pub(super) const V3_13: CountProfile = CountProfile { interned_live_on: false, constructor_moves: true, ..V3_12 };

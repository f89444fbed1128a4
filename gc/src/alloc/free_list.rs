//! Free lists: blocks of dead objects kept for the next object of the type.

/// Which free list the exact instances of a payload use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FreeList {
    /// `float`.
    Float,
    /// `list`.
    List,
    /// `dict`.
    Dict,
    /// `tuple`, one list per length.
    Tuple,
    /// `slice`.
    Slice,
}

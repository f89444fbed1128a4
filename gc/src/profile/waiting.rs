//! What CPython's start-up leaves in the free lists, by release: the first objects of a program are made of it.

/// How many blocks wait in each list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waiting {
    /// Dict objects.
    pub dict: usize,
    /// Floats.
    pub float: usize,
    /// Lists.
    pub list: usize,
    /// Builtin functions and methods.
    pub builtin_function: usize,
    /// Methods.
    pub method: usize,
    /// Tuples of one item, of two, and so on.
    pub tuple: [usize; 20],
}

pub(super) const V3_8: Waiting = Waiting {
    dict: 9,
    float: 3,
    list: 6,
    builtin_function: 3,
    method: 8,
    tuple: [9, 5, 4, 1, 4, 3, 10, 6, 3, 1, 1, 2, 0, 3, 2, 0, 1, 2, 3, 0],
};
pub(super) const V3_9: Waiting = Waiting {
    dict: 10,
    float: 3,
    list: 6,
    builtin_function: 0,
    method: 0,
    tuple: [9, 5, 6, 1, 4, 3, 9, 2, 3, 4, 2, 2, 0, 3, 2, 0, 1, 2, 3, 0],
};
pub(super) const V3_10: Waiting = Waiting {
    dict: 8,
    float: 4,
    list: 5,
    builtin_function: 0,
    method: 0,
    tuple: [4, 7, 2, 1, 4, 2, 8, 2, 3, 7, 1, 1, 0, 1, 2, 0, 1, 2, 3, 0],
};
pub(super) const V3_11: Waiting = Waiting {
    dict: 8,
    float: 4,
    list: 40,
    builtin_function: 0,
    method: 0,
    tuple: [4, 8, 2, 2, 3, 0, 3, 6, 1, 0, 1, 1, 4, 1, 2, 2, 2, 3, 1, 6],
};
pub(super) const V3_12: Waiting = Waiting {
    dict: 14,
    float: 3,
    list: 9,
    builtin_function: 0,
    method: 0,
    tuple: [5, 8, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2, 0, 0],
};
pub(super) const V3_13: Waiting = Waiting {
    dict: 12,
    float: 5,
    list: 10,
    builtin_function: 0,
    method: 0,
    tuple: [5, 8, 4, 1, 0, 2, 5, 2, 3, 5, 2, 8, 2, 1, 1, 2, 2, 2, 1, 0],
};

//! What CPython's start-up leaves, by release: dead objects in the free lists, of which the first objects of a program
//! are made, and the collector's counts.

/// How many blocks wait in each list, and how far the collector has counted.
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
    /// Objects made since the last collection, and collections of the youngest generation so far, in an installation
    /// without further packages.
    pub counted: [usize; 2],
}

pub(super) const V3_8: Waiting = Waiting {
    dict: 9,
    float: 3,
    list: 6,
    builtin_function: 3,
    method: 8,
    tuple: [9, 5, 4, 1, 4, 3, 10, 6, 3, 1, 1, 2, 0, 3, 2, 0, 1, 2, 3, 0],
    counted: [356, 9],
};
pub(super) const V3_9: Waiting = Waiting {
    dict: 10,
    float: 3,
    list: 6,
    builtin_function: 0,
    method: 0,
    tuple: [9, 5, 6, 1, 4, 3, 9, 2, 3, 4, 2, 2, 0, 3, 2, 0, 1, 2, 3, 0],
    counted: [502, 9],
};
pub(super) const V3_10: Waiting = Waiting {
    dict: 8,
    float: 4,
    list: 5,
    builtin_function: 0,
    method: 0,
    tuple: [4, 7, 2, 1, 4, 2, 8, 2, 3, 7, 1, 1, 0, 1, 2, 0, 1, 2, 3, 0],
    counted: [600, 9],
};
pub(super) const V3_11: Waiting = Waiting {
    dict: 8,
    float: 4,
    list: 40,
    builtin_function: 0,
    method: 0,
    tuple: [4, 8, 2, 2, 3, 0, 3, 6, 1, 0, 1, 1, 4, 1, 2, 2, 2, 3, 1, 6],
    counted: [570, 7],
};
pub(super) const V3_12: Waiting = Waiting {
    dict: 14,
    float: 3,
    list: 9,
    builtin_function: 0,
    method: 0,
    tuple: [5, 8, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2, 0, 0],
    counted: [661, 4],
};
pub(super) const V3_13: Waiting = Waiting {
    dict: 12,
    float: 5,
    list: 10,
    builtin_function: 0,
    method: 0,
    tuple: [5, 8, 4, 1, 0, 2, 5, 2, 3, 5, 2, 8, 2, 1, 1, 2, 2, 2, 1, 0],
    counted: [1940, 2],
};

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
    /// Small key tables of dicts.
    pub keys: usize,
    /// Blocks of frames: the locals and stack places of each, the next one to be used first.
    pub frames: &'static [usize],
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
    keys: 7,
    frames: &[13, 8, 6],
    tuple: [9, 5, 4, 1, 4, 3, 10, 6, 3, 1, 1, 2, 0, 3, 2, 0, 1, 2, 3, 0],
    counted: [356, 9],
};
pub(super) const V3_9: Waiting = Waiting {
    dict: 10,
    float: 3,
    list: 6,
    builtin_function: 0,
    method: 0,
    keys: 7,
    frames: &[13, 8, 7],
    tuple: [9, 5, 6, 1, 4, 3, 9, 2, 3, 4, 2, 2, 0, 3, 2, 0, 1, 2, 3, 0],
    counted: [502, 9],
};
pub(super) const V3_10: Waiting = Waiting {
    dict: 8,
    float: 4,
    list: 5,
    builtin_function: 0,
    method: 0,
    keys: 8,
    frames: &[14, 8, 7],
    tuple: [4, 7, 2, 1, 4, 2, 8, 2, 3, 7, 1, 1, 0, 1, 2, 0, 1, 2, 3, 0],
    counted: [600, 9],
};
pub(super) const V3_11: Waiting = Waiting {
    dict: 8,
    float: 4,
    list: 40,
    builtin_function: 0,
    method: 0,
    keys: 68,
    frames: &[],
    tuple: [4, 8, 2, 2, 3, 0, 3, 6, 1, 0, 1, 1, 4, 1, 2, 2, 2, 3, 1, 6],
    counted: [570, 7],
};
pub(super) const V3_12: Waiting = Waiting {
    dict: 14,
    float: 3,
    list: 9,
    builtin_function: 0,
    method: 0,
    keys: 4,
    frames: &[],
    tuple: [5, 8, 3, 1, 1, 1, 0, 0, 2, 0, 1, 0, 1, 1, 0, 0, 1, 2, 0, 0],
    counted: [661, 4],
};
pub(super) const V3_13: Waiting = Waiting {
    dict: 12,
    float: 5,
    list: 10,
    builtin_function: 0,
    method: 0,
    keys: 5,
    frames: &[],
    tuple: [5, 8, 4, 1, 0, 2, 5, 2, 3, 5, 2, 8, 2, 1, 1, 2, 2, 2, 1, 0],
    counted: [1940, 2],
};

// What waits once tracemalloc has been imported, with all that it imports.

pub(super) const TRACED_3_8: Waiting = Waiting {
    dict: 5,
    float: 4,
    list: 15,
    builtin_function: 2,
    method: 11,
    keys: 0,
    frames: &[14, 16, 13, 8, 6],
    tuple: [3, 14, 4, 4, 1, 1, 1, 1, 2, 0, 3, 0, 4, 3, 1, 4, 0, 1, 1, 0],
    counted: [459, 3],
};
pub(super) const TRACED_3_9: Waiting = Waiting {
    dict: 9,
    float: 4,
    list: 14,
    builtin_function: 0,
    method: 0,
    keys: 6,
    frames: &[12, 17, 13, 8, 7],
    tuple: [6, 16, 3, 5, 3, 2, 1, 2, 2, 0, 3, 0, 4, 3, 1, 3, 1, 1, 1, 0],
    counted: [20, 4],
};
pub(super) const TRACED_3_10: Waiting = Waiting {
    dict: 6,
    float: 4,
    list: 14,
    builtin_function: 0,
    method: 0,
    keys: 0,
    frames: &[12, 17, 14, 8, 7],
    tuple: [3, 16, 3, 4, 1, 2, 1, 2, 2, 0, 3, 0, 4, 3, 1, 3, 1, 1, 1, 0],
    counted: [203, 4],
};
pub(super) const TRACED_3_11: Waiting = Waiting {
    dict: 4,
    float: 4,
    list: 34,
    builtin_function: 0,
    method: 0,
    keys: 74,
    frames: &[],
    tuple: [4, 16, 4, 5, 1, 0, 0, 4, 2, 3, 3, 3, 4, 2, 1, 1, 1, 2, 1, 6],
    counted: [181, 2],
};
pub(super) const TRACED_3_12: Waiting = Waiting {
    dict: 4,
    float: 4,
    list: 15,
    builtin_function: 0,
    method: 0,
    keys: 8,
    frames: &[],
    tuple: [4, 16, 5, 5, 1, 1, 0, 5, 2, 2, 4, 3, 3, 2, 1, 0, 2, 0, 0, 0],
    counted: [13, 11],
};
pub(super) const TRACED_3_13: Waiting = Waiting {
    dict: 4,
    float: 4,
    list: 15,
    builtin_function: 0,
    method: 0,
    keys: 3,
    frames: &[],
    tuple: [5, 18, 2, 2, 5, 5, 2, 0, 1, 5, 1, 2, 8, 1, 2, 4, 0, 1, 1, 0],
    counted: [108, 5],
};

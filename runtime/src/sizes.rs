//! Sizes of objects that differ between CPython releases, by the name of the type.

use gc::HeapProfile;

/// Bytes from the header on under 3.8, 3.9, 3.10, 3.11, 3.12, 3.13.
type Row = (&'static str, [usize; 6]);

const SIZES: &[Row] = &[
    ("str", [80, 80, 80, 80, 64, 64]),
    ("enumerate", [48, 48, 48, 56, 56, 56]),
    ("collections.deque", [80, 80, 80, 216, 216, 216]),
    ("generator", [96, 96, 88, 152, 144, 144]),
    ("coroutine", [104, 104, 96, 152, 144, 144]),
    ("async_generator", [120, 120, 112, 152, 144, 144]),
    ("frame", [360, 360, 352, 120, 120, 136]),
    ("itertools.groupby", [64, 64, 64, 64, 72, 72]),
    ("itertools.accumulate", [48, 48, 48, 48, 56, 56]),
    ("itertools._tee", [40, 40, 40, 40, 48, 48]),
    ("functools._lru_cache_wrapper", [128, 136, 152, 152, 152, 152]),
    ("zip", [40, 40, 48, 48, 48, 48]),
    ("range_iterator", [48, 48, 48, 48, 40, 40]),
    ("longrange_iterator", [48, 48, 48, 48, 40, 40]),
    ("itertools.pairwise", [32, 32, 32, 32, 32, 40]),
    ("operator.itemgetter", [40, 40, 40, 48, 48, 48]),
    ("operator.attrgetter", [32, 32, 32, 40, 40, 40]),
    ("operator.methodcaller", [40, 40, 40, 40, 40, 64]),
    ("property", [56, 56, 64, 64, 64, 64]),
    ("function", [120, 120, 128, 136, 144, 144]),
    ("weakref.ReferenceType", [56, 56, 56, 64, 64, 64]),
    ("weakref.ProxyType", [56, 56, 56, 64, 64, 64]),
    ("weakref.CallableProxyType", [56, 56, 56, 64, 64, 64]),
    ("type", [880, 880, 888, 904, 920, 928]),
    ("BaseException", [64, 64, 64, 72, 72, 72]),
    ("StopIteration", [72, 72, 72, 80, 80, 80]),
    ("SystemExit", [72, 72, 72, 80, 80, 80]),
    ("OSError", [104, 104, 104, 112, 112, 112]),
    ("SyntaxError", [112, 112, 128, 136, 136, 136]),
    ("ImportError", [88, 88, 88, 96, 104, 104]),
    ("NameError", [64, 64, 72, 80, 80, 80]),
    ("AttributeError", [64, 64, 80, 88, 88, 88]),
    ("UnicodeEncodeError", [104, 104, 104, 112, 112, 112]),
    ("UnicodeDecodeError", [104, 104, 104, 112, 112, 112]),
    ("UnicodeTranslateError", [104, 104, 104, 112, 112, 112]),
];

/// The size of an instance of the builtin type `name` if releases differ about it.
pub fn of(profile: &HeapProfile, name: &str) -> Option<usize> {
    let (_, sizes) = SIZES.iter().find(|(row, _)| *row == name)?;
    Some(sizes[profile.column])
}

/// Where CPython's objects keep `__dict__` and the weak list under each release, where ours keep them elsewhere.
struct Place {
    name: &'static str,
    dict: [i32; 6],
    weak: [i32; 6],
}

const fn place(name: &'static str, dict: [i32; 6], weak: [i32; 6]) -> Place {
    Place { name, dict, weak }
}

const PLACES: &[Place] = &[
    place("function", [72, 72, 88, 88, 88, 88], [80, 80, 96, 96, 96, 96]),
    place("generator", [0; 6], [40, 40, 32, 24, 16, 16]),
    place("coroutine", [0; 6], [40, 40, 32, 24, 16, 16]),
    place("async_generator", [0; 6], [40, 40, 32, 24, 16, 16]),
    place("code", [0; 6], [136, 136, 136, 144, 144, 144]),
    place("memoryview", [0; 6], [136; 6]),
    place("types.GenericAlias", [0; 6], [40; 6]),
    place("re.Pattern", [0; 6], [64; 6]),
    place("collections.deque", [0; 6], [72, 72, 72, 208, 208, 208]),
    place("functools._lru_cache_wrapper", [120, 120, 136, 136, 136, 136], [0, 128, 144, 144, 144, 144]),
];

/// What `__dictoffset__` and `__weakrefoffset__` of a builtin type are, if they are not where its objects keep them.
pub fn places(profile: &HeapProfile, name: &str) -> Option<(i32, i32)> {
    let place = PLACES.iter().find(|place| place.name == name)?;
    Some((place.dict[profile.column], place.weak[profile.column]))
}

/// Types whose items stand in the block of the frame where running calls have one, not in the object.
const ITEMS_IN_FRAME: [&str; 3] = ["generator", "coroutine", "async_generator"];

/// Bytes of an item behind the objects of a builtin type that has `itemsize` in releases without such blocks.
pub fn itemsize(profile: &HeapProfile, name: &str, itemsize: usize) -> usize {
    if profile.frames.is_some() && ITEMS_IN_FRAME.contains(&name) { 0 } else { itemsize }
}

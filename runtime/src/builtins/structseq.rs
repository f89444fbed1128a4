//! Tuples whose places have names: `sys.version_info`, `time.struct_time`, `os.stat_result` and their kind.

use crate::builtins::arguments;
use crate::error::{Exc, PyResult};
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::object::Type;
use crate::op::CmpOp;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{Dict, Exact, ObjRef, Payload, Tuple};

fn item<const N: usize>(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(this.to::<Tuple>().items().get(N).cloned().unwrap_or_else(|| vm.none()))
}

/// A type with the given places, in their order.
macro_rules! structseq {
    (@slots whole) => { SlotDefs { new: Some(new), repr: Some(repr), ..SlotDefs::NONE } };
    (@slots part) => {
        SlotDefs {
            new: Some(new),
            repr: Some(repr),
            len: Some(len),
            iter: Some(iter),
            get_item: Some(get_item),
            contains: Some(contains),
            hash: Some(hash),
            compare: Some(compare),
            ..SlotDefs::NONE
        }
    };
    ($(#[doc = $doc:literal])+ $ident:ident, $name:literal, $kind:ident [$($index:literal $field:literal),+ $(,)?]) => {
        $(#[doc = $doc])+
        pub static $ident: TypeSpec = TypeSpec {
            base: Some(&crate::builtins::tuple::SPEC),
            slots: structseq!(@slots $kind),
            methods: METHODS,
            getset: &[$(GetSet { name: $field, get: item::<$index>, set: None }),+],
            itemsize: 8,
            subclassable: false,
            ..TypeSpec::new($name, Tuple::layout)
        };
    };
}

structseq! {
    /// `sys.version_info`.
    VERSION_INFO, "sys.version_info", whole [0 "major", 1 "minor", 2 "micro", 3 "releaselevel", 4 "serial"]
}
structseq! {
    /// `resource.struct_rusage`.
    RUSAGE, "resource.struct_rusage", whole [
        0 "ru_utime", 1 "ru_stime", 2 "ru_maxrss", 3 "ru_ixrss", 4 "ru_idrss", 5 "ru_isrss", 6 "ru_minflt", 7 "ru_majflt",
        8 "ru_nswap", 9 "ru_inblock", 10 "ru_oublock", 11 "ru_msgsnd", 12 "ru_msgrcv", 13 "ru_nsignals", 14 "ru_nvcsw",
        15 "ru_nivcsw",
    ]
}
structseq! {
    /// `sys.flags`.
    FLAGS, "sys.flags", whole [
        0 "debug", 1 "inspect", 2 "interactive", 3 "optimize", 4 "dont_write_bytecode", 5 "no_user_site", 6 "no_site",
        7 "ignore_environment", 8 "verbose", 9 "bytes_warning", 10 "quiet", 11 "hash_randomization", 12 "isolated",
        13 "dev_mode", 14 "utf8_mode", 15 "warn_default_encoding", 16 "safe_path", 17 "int_max_str_digits",
    ]
}
structseq! {
    /// `sys.float_info`.
    FLOAT_INFO, "sys.float_info", whole [
        0 "max", 1 "max_exp", 2 "max_10_exp", 3 "min", 4 "min_exp", 5 "min_10_exp", 6 "dig", 7 "mant_dig",
        8 "epsilon", 9 "radix", 10 "rounds",
    ]
}
structseq! {
    /// `sys.int_info`.
    INT_INFO, "sys.int_info", whole [
        0 "bits_per_digit", 1 "sizeof_digit", 2 "default_max_str_digits", 3 "str_digits_check_threshold",
    ]
}
structseq! {
    /// `sys.hash_info`.
    HASH_INFO, "sys.hash_info", whole [
        0 "width", 1 "modulus", 2 "inf", 3 "nan", 4 "imag", 5 "algorithm", 6 "hash_bits", 7 "seed_bits", 8 "cutoff",
    ]
}
structseq! {
    /// `sys.thread_info`.
    THREAD_INFO, "sys.thread_info", whole [0 "name", 1 "lock", 2 "version"]
}
structseq! {
    /// The argument of `sys.unraisablehook`.
    UNRAISABLE, "UnraisableHookArgs", whole [0 "exc_type", 1 "exc_value", 2 "exc_traceback", 3 "err_msg", 4 "object"]
}
structseq! {
    /// `time.struct_time`.
    STRUCT_TIME, "time.struct_time", part [
        0 "tm_year", 1 "tm_mon", 2 "tm_mday", 3 "tm_hour", 4 "tm_min", 5 "tm_sec", 6 "tm_wday", 7 "tm_yday",
        8 "tm_isdst", 9 "tm_zone", 10 "tm_gmtoff",
    ]
}
structseq! {
    /// `os.stat_result`; the three float times stand behind the ten places of the tuple's early days.
    STAT_RESULT, "os.stat_result", part [
        0 "st_mode", 1 "st_ino", 2 "st_dev", 3 "st_nlink", 4 "st_uid", 5 "st_gid", 6 "st_size", 7 "st_atime_int",
        8 "st_mtime_int", 9 "st_ctime_int", 10 "st_atime", 11 "st_mtime", 12 "st_ctime", 13 "st_atime_ns",
        14 "st_mtime_ns", 15 "st_ctime_ns", 16 "st_blksize", 17 "st_blocks", 18 "st_rdev",
    ]
}
structseq! {
    /// `os.terminal_size`.
    TERMINAL_SIZE, "os.terminal_size", whole [0 "columns", 1 "lines"]
}
structseq! {
    /// `os.uname_result`.
    UNAME, "posix.uname_result", whole [0 "sysname", 1 "nodename", 2 "release", 3 "version", 4 "machine"]
}

structseq! {
    /// `os.times_result`.
    TIMES_RESULT, "posix.times_result", whole [
        0 "user", 1 "system", 2 "children_user", 3 "children_system", 4 "elapsed",
    ]
}
structseq! {
    /// `os.statvfs_result`.
    STATVFS_RESULT, "os.statvfs_result", part [
        0 "f_bsize", 1 "f_frsize", 2 "f_blocks", 3 "f_bfree", 4 "f_bavail", 5 "f_files", 6 "f_ffree", 7 "f_favail",
        8 "f_flag", 9 "f_namemax", 10 "f_fsid",
    ]
}

/// Types whose tuple is shorter than their list of names, and how long it is.
const SHORTER: &[(&TypeSpec, usize)] = &[(&STAT_RESULT, 10), (&STATVFS_RESULT, 10), (&STRUCT_TIME, 9)];

/// A value of one of these types.
pub fn make(vm: &Vm, spec: &'static TypeSpec, items: Vec<ObjRef>) -> ObjRef {
    let made = Tuple::from_vec(&vm.heap, &vm.native_type(spec), items).into_obj();
    // CPython's PyStructSequence_New does not show them to the collector.
    vm.heap.untrack(&made);
    made
}

fn spec_of(vm: &Vm, class: &ObjRef) -> Option<&'static TypeSpec> {
    ALL.iter().find(|spec| vm.native_type(spec).is(class)).copied()
}

/// How many places the tuple shows.
fn shown(spec: &'static TypeSpec) -> usize {
    SHORTER.iter().find(|(other, _)| std::ptr::eq(*other, spec)).map_or(spec.getset.len(), |(_, shown)| *shown)
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let Some(spec) = spec_of(vm, class) else { return Err(vm.type_error("cannot create instances of this type")) };
    let name = spec.name;
    let [sequence, more] = arguments::named(vm, "structseq", ["sequence", "dict"], args)?;
    let Some(sequence) = sequence else {
        return Err(vm.type_error("structseq() missing required argument 'sequence' (pos 1)"));
    };
    if more.is_some_and(|more| !vm.is_dict(more)) {
        return Err(vm.type_error(format!("{name}() takes a dict as second arg, if any")));
    }
    let iterator = match vm.iter(sequence) {
        Err(raised) if raised.matches(vm, Exc::TypeError) => {
            return Err(vm.type_error("constructor requires a sequence"));
        }
        iterator => iterator?,
    };
    let mut items = vm.collect(&iterator)?;
    let (least, most, given) = (shown(spec), spec.getset.len(), items.len());
    if given < least || given > most {
        let (bound, wanted) = match (least == most, given < least) {
            (true, _) => ("a", least),
            (false, true) => ("an at least", least),
            (false, false) => ("an at most", most),
        };
        return Err(vm.type_error(format!("{name}() takes {bound} {wanted}-sequence ({given}-sequence given)")));
    }
    for row in &spec.getset[given..] {
        let value = match more {
            Some(more) => vm.dict_get_str(more.to::<Dict>(), row.name),
            None => None,
        };
        items.push(value.unwrap_or_else(|| vm.none()));
    }
    if std::ptr::eq(spec, &STAT_RESULT) {
        // The times as floats are those of the tuple, if nobody gives them.
        for at in 10..13 {
            if vm.is_none(&items[at]) {
                items[at] = items[at - 3].clone();
            }
        }
    }
    Ok(Tuple::from_vec(&vm.heap, class, items).into_obj())
}

/// Whether the place is one of the tuple's early days that no name belongs to.
fn nameless(row: &GetSet) -> bool {
    row.name.ends_with("_int")
}

/// What the type says of its places: how many there are, how many the tuple shows, how many have no name.
pub fn describe(vm: &Vm, spec: &'static TypeSpec, this: &Type) {
    if !ALL.iter().any(|one| std::ptr::eq(*one, spec)) {
        return;
    }
    let Some(dict) = this.dict.get() else { return };
    let dict = dict.to::<Dict>();
    let named = spec.getset[..shown(spec)].iter().filter(|row| !nameless(row));
    let nameless = spec.getset.iter().filter(|row| nameless(row)).count();
    vm.dict_set_str(dict, "n_sequence_fields", &vm.int(shown(spec) as i64));
    vm.dict_set_str(dict, "n_fields", &vm.int(spec.getset.len() as i64));
    vm.dict_set_str(dict, "n_unnamed_fields", &vm.int(nameless as i64));
    vm.dict_set_str(dict, "__match_args__", &vm.tuple(named.map(|row| vm.intern(row.name)).collect::<Vec<_>>()));
}

static METHODS: &[Method] = &[Method::new("__reduce__(self, /)", Fun::None(reduce))];

/// The class, and the tuple with a dict of the places behind it.
fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let more = vm.dict();
    if let Some(spec) = spec_of(vm, this.ty_ref()) {
        for (row, item) in spec.getset.iter().zip(this.to::<Tuple>().items()).skip(shown(spec)) {
            vm.dict_set_str(&more, row.name, item);
        }
    }
    let parts = vm.tuple([visible(vm, this), more.into_obj()]);
    Ok(vm.tuple([this.ty_ref().clone(), parts]))
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let Some(spec) = spec_of(vm, this.ty_ref()) else { return Ok(vm.str("()")) };
    let mut parts = Vec::new();
    for (row, item) in spec.getset.iter().zip(this.to::<Tuple>().items()).take(shown(spec)) {
        parts.push(format!("{}={}", row.name.trim_end_matches("_int"), vm.repr_text(item)?));
    }
    Ok(vm.str(format!("{}({})", spec.name, parts.join(", "))))
}

/// What operations on tuples see: a record without its fields that have names only, any other object as it is.
pub fn as_tuple(vm: &Vm, obj: &ObjRef) -> ObjRef {
    let plain = obj.ty().exact() != Exact::Other || spec_of(vm, obj.ty_ref()).is_none();
    if plain { obj.clone() } else { visible(vm, obj) }
}

/// The places that count as the tuple, for the types that have more.
fn visible(vm: &Vm, this: &ObjRef) -> ObjRef {
    let items = this.to::<Tuple>().items();
    let shown = spec_of(vm, this.ty_ref()).map_or(items.len(), shown);
    vm.tuple(items[..shown.min(items.len())].to_vec())
}

fn len(vm: &Vm, this: &ObjRef) -> PyResult<usize> {
    Ok(visible(vm, this).to::<Tuple>().len())
}

fn iter(vm: &Vm, this: &ObjRef) -> PyResult {
    vm.iter(&visible(vm, this))
}

fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    vm.get_item(&visible(vm, this), key)
}

fn contains(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult<bool> {
    vm.contains(&visible(vm, this), value)
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    vm.hash(&visible(vm, this))
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    vm.compare(&as_tuple(vm, this), &as_tuple(vm, other), op)
}

static ALL: &[&TypeSpec] = &[
    &VERSION_INFO,
    &FLAGS,
    &FLOAT_INFO,
    &INT_INFO,
    &HASH_INFO,
    &THREAD_INFO,
    &UNRAISABLE,
    &STRUCT_TIME,
    &STAT_RESULT,
    &TERMINAL_SIZE,
    &UNAME,
    &TIMES_RESULT,
    &STATVFS_RESULT,
];

//! Tuples whose places have names: `sys.version_info`, `time.struct_time`, `os.stat_result` and their kind.

use gc::{ObjRef, Payload, Tuple};
use crate::error::PyResult;
use crate::native::{Args, GetSet, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;

fn item<const N: usize>(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(this.to::<Tuple>().items().get(N).cloned().unwrap_or_else(|| vm.none()))
}

/// A type with the given places, in their order.
macro_rules! structseq {
    ($(#[doc = $doc:literal])+ $ident:ident, $name:literal, [$($index:literal $field:literal),+ $(,)?]) => {
        $(#[doc = $doc])+
        pub static $ident: TypeSpec = TypeSpec {
            base: Some(&crate::builtins::tuple::SPEC),
            slots: SlotDefs { new: Some(new), repr: Some(repr), ..SlotDefs::NONE },
            getset: &[$(GetSet { name: $field, get: item::<$index>, set: None }),+],
            itemsize: 8,
            subclassable: false,
            ..TypeSpec::new($name, Tuple::layout)
        };
    };
}

structseq! {
    /// `sys.version_info`.
    VERSION_INFO, "sys.version_info", [0 "major", 1 "minor", 2 "micro", 3 "releaselevel", 4 "serial"]
}
structseq! {
    /// `sys.flags`.
    FLAGS, "sys.flags", [
        0 "debug", 1 "inspect", 2 "interactive", 3 "optimize", 4 "dont_write_bytecode", 5 "no_user_site", 6 "no_site",
        7 "ignore_environment", 8 "verbose", 9 "bytes_warning", 10 "quiet", 11 "hash_randomization", 12 "isolated",
        13 "dev_mode", 14 "utf8_mode", 15 "warn_default_encoding", 16 "safe_path", 17 "int_max_str_digits",
    ]
}
structseq! {
    /// `sys.float_info`.
    FLOAT_INFO, "sys.float_info", [
        0 "max", 1 "max_exp", 2 "max_10_exp", 3 "min", 4 "min_exp", 5 "min_10_exp", 6 "dig", 7 "mant_dig",
        8 "epsilon", 9 "radix", 10 "rounds",
    ]
}
structseq! {
    /// `sys.int_info`.
    INT_INFO, "sys.int_info", [
        0 "bits_per_digit", 1 "sizeof_digit", 2 "default_max_str_digits", 3 "str_digits_check_threshold",
    ]
}
structseq! {
    /// `sys.hash_info`.
    HASH_INFO, "sys.hash_info", [
        0 "width", 1 "modulus", 2 "inf", 3 "nan", 4 "imag", 5 "algorithm", 6 "hash_bits", 7 "seed_bits", 8 "cutoff",
    ]
}
structseq! {
    /// `sys.thread_info`.
    THREAD_INFO, "sys.thread_info", [0 "name", 1 "lock", 2 "version"]
}
structseq! {
    /// The argument of `sys.unraisablehook`.
    UNRAISABLE, "UnraisableHookArgs", [0 "exc_type", 1 "exc_value", 2 "exc_traceback", 3 "err_msg", 4 "object"]
}
structseq! {
    /// `time.struct_time`.
    STRUCT_TIME, "time.struct_time", [
        0 "tm_year", 1 "tm_mon", 2 "tm_mday", 3 "tm_hour", 4 "tm_min", 5 "tm_sec", 6 "tm_wday", 7 "tm_yday",
        8 "tm_isdst",
    ]
}
structseq! {
    /// `os.stat_result`; the three float times stand behind the ten places of the tuple's early days.
    STAT_RESULT, "os.stat_result", [
        0 "st_mode", 1 "st_ino", 2 "st_dev", 3 "st_nlink", 4 "st_uid", 5 "st_gid", 6 "st_size", 7 "st_atime",
        8 "st_mtime", 9 "st_ctime",
    ]
}
structseq! {
    /// `os.terminal_size`.
    TERMINAL_SIZE, "os.terminal_size", [0 "columns", 1 "lines"]
}
structseq! {
    /// `os.uname_result`.
    UNAME, "posix.uname_result", [0 "sysname", 1 "nodename", 2 "release", 3 "version", 4 "machine"]
}

/// A value of one of these types.
pub fn make(vm: &Vm, spec: &'static TypeSpec, items: Vec<ObjRef>) -> PyResult {
    let made = Tuple::new(&vm.heap, &vm.native_type(spec), items.into_iter());
    Ok(vm.or_memory_error(made)?.into_obj())
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let name = vm.name_of_type(class);
    let [sequence] = args.positional() else {
        return Err(vm.type_error(format!("{name}() takes at least 1 argument ({} given)", args.positional().len())));
    };
    let items = vm.collect(sequence)?;
    let made = Tuple::new(&vm.heap, class, items.into_iter());
    Ok(vm.or_memory_error(made)?.into_obj())
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let spec = ALL.iter().find(|spec| vm.native_type(spec).is(this.ty_ref()));
    let Some(spec) = spec else { return Ok(vm.str("()")) };
    let mut parts = Vec::new();
    for (row, item) in spec.getset.iter().zip(this.to::<Tuple>().items()) {
        parts.push(format!("{}={}", row.name, vm.repr_text(item)?));
    }
    Ok(vm.str(format!("{}({})", spec.name, parts.join(", "))))
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
];

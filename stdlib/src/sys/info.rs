//! The constant part of `sys`: version, platform, limits of numbers, flags.

use super::module_names::STDLIB;
use super::namespace;
use crate::config::{Config, Stored};
use crate::frozen::HOME;
use gc::{Dict, ObjRef, Ref};
use runtime::builtins::{frozenset, structseq};
use runtime::error::PyResult;
use runtime::vm::Vm;

/// What the language is: under every memory model the same.
const VERSION: (i64, i64, i64) = (3, 11, 7);
const HEX_VERSION: i64 = 0x030b_07f0;

fn version_text() -> String {
    format!("3.11.7 (main, Dec  4 2023, 12:00:00) [pyglass {}]", env!("CARGO_PKG_VERSION"))
}

/// Puts all of it into the module's namespace.
pub fn fill(vm: &Vm, dict: &Ref<Dict>) -> PyResult<()> {
    let config = vm.state::<Stored>().0.borrow().clone();
    let strings = |items: &[String]| vm.list(items.iter().map(|item| vm.str(item)).collect());
    let mut path: Vec<String> = config.path0.iter().cloned().collect();
    path.extend(config.python_path.split(':').filter(|place| !place.is_empty()).map(absolute));
    path.push(HOME.to_owned());
    let executable = std::env::current_exe().map_or_else(|_| String::new(), |path| path.to_string_lossy().into_owned());
    let orig_argv: Vec<String> = std::env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let put = |name: &str, value: ObjRef| vm.dict_set_str(dict, name, &value);
    put("version", vm.str(version_text()));
    put("version_info", version_info(vm));
    put("hexversion", vm.int(HEX_VERSION));
    put("api_version", vm.int(1013));
    put("implementation", implementation(vm));
    put("pyglass_profile", vm.str(vm.heap.profile().release));
    put("platform", vm.str("linux"));
    put("byteorder", vm.str(if cfg!(target_endian = "little") { "little" } else { "big" }));
    put("maxsize", vm.int(i64::MAX));
    put("maxunicode", vm.int(0x10_FFFF));
    put("float_repr_style", vm.str("short"));
    put("copyright", vm.str("Copyright (c) the pyglass authors."));
    put("abiflags", vm.str(""));
    put("platlibdir", vm.str("lib"));
    put("_framework", vm.str(""));
    put("_git", vm.tuple([vm.str("pyglass"), vm.str(""), vm.str("")]));
    put("_home", vm.none());
    put("_stdlib_dir", vm.str(HOME));
    put("pycache_prefix", vm.none());
    put("dont_write_bytecode", vm.bool(true));
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] {
        put(name, vm.str("/pyglass"));
    }
    put("executable", vm.str(&executable));
    put("_base_executable", vm.str(&executable));
    put("argv", strings(&config.argv));
    put("orig_argv", strings(&orig_argv));
    put("path", strings(&path));
    put("meta_path", vm.list(Vec::new()));
    put("path_hooks", vm.list(Vec::new()));
    put("path_importer_cache", vm.dict().into_obj());
    put("modules", vm.modules().into_obj());
    put("warnoptions", strings(&config.warnings));
    put("_xoptions", x_options(vm, &config)?);
    put("float_info", float_info(vm));
    put("int_info", ints(vm, &structseq::INT_INFO, &[30, 4, 4300, 640]));
    put("hash_info", hash_info(vm));
    put("thread_info", thread_info(vm));
    put("flags", flags(vm, &config));
    let names = vm.list(STDLIB.iter().map(|name| vm.str(name)).collect());
    put("stdlib_module_names", vm.call(&vm.native_type(&frozenset::SPEC), &[names])?);
    put(
        "builtin_module_names",
        vm.tuple(vm.builtin_module_names().iter().map(|name| vm.str(name)).collect::<Vec<_>>()),
    );
    Ok(())
}

/// Entries of `PYTHONPATH` are made absolute.
fn absolute(place: &str) -> String {
    std::path::absolute(place).map_or_else(|_| place.to_owned(), |path| path.to_string_lossy().into_owned())
}

fn ints(vm: &Vm, spec: &'static runtime::TypeSpec, values: &[i64]) -> ObjRef {
    structseq::make(vm, spec, values.iter().map(|n| vm.int(*n)).collect())
}

fn version_info(vm: &Vm) -> ObjRef {
    let (major, minor, micro) = VERSION;
    let fields = vec![vm.int(major), vm.int(minor), vm.int(micro), vm.str("final"), vm.int(0)];
    structseq::make(vm, &structseq::VERSION_INFO, fields)
}

/// Named as CPython, since programs that look at the name want to know which memory model they run on.
fn implementation(vm: &Vm) -> ObjRef {
    namespace::make(
        vm,
        &[
            ("name", vm.str("cpython")),
            ("cache_tag", vm.str("cpython-311")),
            ("version", version_info(vm)),
            ("hexversion", vm.int(HEX_VERSION)),
            ("_multiarch", vm.str("x86_64-linux-gnu")),
        ],
    )
}

fn x_options(vm: &Vm, config: &Config) -> PyResult {
    let dict = vm.dict();
    for (name, value) in &config.x_options {
        let value = value.as_ref().map_or_else(|| vm.bool(true), |value| vm.str(value));
        vm.dict_set(&dict, &vm.str(name), &value)?;
    }
    Ok(dict.into_obj())
}

fn float_info(vm: &Vm) -> ObjRef {
    let fields = vec![
        vm.float(f64::MAX),
        vm.int(1024),
        vm.int(308),
        vm.float(f64::MIN_POSITIVE),
        vm.int(-1021),
        vm.int(-307),
        vm.int(15),
        vm.int(53),
        vm.float(f64::EPSILON),
        vm.int(2),
        vm.int(1),
    ];
    structseq::make(vm, &structseq::FLOAT_INFO, fields)
}

fn hash_info(vm: &Vm) -> ObjRef {
    let numbers = |values: &[i64]| values.iter().map(|n| vm.int(*n)).collect::<Vec<_>>();
    let mut fields = numbers(&[64, (1 << 61) - 1, 314_159, 0, 1_000_003]);
    fields.push(vm.str("siphash13"));
    fields.extend(numbers(&[64, 128, 0]));
    structseq::make(vm, &structseq::HASH_INFO, fields)
}

fn thread_info(vm: &Vm) -> ObjRef {
    let fields = vec![vm.str("pthread"), vm.str("semaphore"), vm.none()];
    structseq::make(vm, &structseq::THREAD_INFO, fields)
}

fn flags(vm: &Vm, config: &Config) -> ObjRef {
    let flag = |on: bool| vm.int(i64::from(on));
    let given = |letters: &[char]| config.letters.contains(letters);
    let fields = vec![
        flag(given(&['d'])),
        flag(config.inspect),
        flag(config.interactive),
        vm.int(i64::from(config.optimize)),
        flag(true),
        flag(given(&['s', 'I'])),
        flag(given(&['S'])),
        flag(config.ignore_environment),
        flag(given(&['v'])),
        flag(false),
        flag(config.quiet),
        flag(std::env::var("PYTHONHASHSEED").is_ok_and(|seed| seed != "0")),
        flag(given(&['I'])),
        vm.bool(false),
        flag(false),
        flag(false),
        vm.bool(given(&['P', 'I'])),
        // -1: neither the command line nor the environment set it.
        vm.int(-1),
    ];
    structseq::make(vm, &structseq::FLAGS, fields)
}

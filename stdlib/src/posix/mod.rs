//! `posix`: what `os` asks the system for.

mod constants;
mod descriptors;
mod files;
mod path;
mod process;
mod stat;

use gc::ObjRef;
use runtime::builtins::structseq;
use runtime::error::{Exc, PyResult};
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "posix", doc: Some("Calls of the operating system."), functions: FUNCTIONS, init };

const PARTS: [&[Method]; 4] = [files::FUNCTIONS, descriptors::FUNCTIONS, stat::FUNCTIONS, process::FUNCTIONS];

const COUNT: usize = PARTS[0].len() + PARTS[1].len() + PARTS[2].len() + PARTS[3].len() + 1;

/// The parts' tables as one.
static FUNCTIONS: &[Method] = &{
    let mut all = [Method::new("fspath(path)", Fun::One(|vm, _, path| crate::io::fileio::fspath(vm, path))); COUNT];
    let (mut part, mut at) = (0, 1);
    while part < PARTS.len() {
        let mut row = 0;
        while row < PARTS[part].len() {
            all[at] = PARTS[part][row];
            (at, row) = (at + 1, row + 1);
        }
        part += 1;
    }
    all
};

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    let dict = vm.module_dict(module);
    for (name, number) in constants::CONSTANTS {
        vm.dict_set_str(&dict, name, &vm.int(*number));
    }
    let types = [
        ("stat_result", &structseq::STAT_RESULT),
        ("statvfs_result", &structseq::STATVFS_RESULT),
        ("terminal_size", &structseq::TERMINAL_SIZE),
        ("times_result", &structseq::TIMES_RESULT),
        ("uname_result", &structseq::UNAME),
    ];
    for (name, spec) in types {
        vm.dict_set_str(&dict, name, &vm.native_type(spec));
    }
    let names = vm.dict();
    for (name, number) in process::SYSCONF_NAMES {
        vm.dict_set_str(&names, name, &vm.int(*number));
    }
    vm.dict_set_str(&dict, "sysconf_names", names.as_obj());
    vm.dict_set_str(&dict, "environ", &process::environment(vm, true)?);
    vm.dict_set_str(&dict, "error", vm.exception_type(Exc::OSError));
    Ok(())
}

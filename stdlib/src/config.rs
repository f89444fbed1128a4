//! What the command line says, and how an interpreter gets to know it.

use gc::{Dict, Ref};
use runtime::error::PyResult;
use runtime::vm::Vm;
use std::cell::RefCell;

/// How an interpreter is started.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// `sys.argv`.
    pub argv: Vec<String>,
    /// `sys.path[0]`, unless `-I` or `-P` leaves it out.
    pub path0: Option<String>,
    /// `PYTHONPATH`.
    pub python_path: String,
    pub optimize: u8,
    pub inspect: bool,
    pub quiet: bool,
    pub interactive: bool,
    pub ignore_environment: bool,
    pub unbuffered: bool,
    /// Options of which only `sys.flags` tells: some of `IPsSdv`.
    pub letters: String,
    /// `sys.warnoptions`.
    pub warnings: Vec<String>,
    /// `-X name[=value]`.
    pub x_options: Vec<(String, Option<String>)>,
    /// The release whose memory model is in force.
    pub profile: String,
    /// Frames to store for each allocation, as `-X tracemalloc` or the environment said it.
    pub trace_frames: Option<String>,
}

/// The configuration of an interpreter.
#[derive(Default)]
pub(crate) struct Stored(pub RefCell<Config>);

impl runtime::vm::Keeps for Stored {}

/// Makes `builtins`, `sys` and the standard streams as the command line wants them.
pub fn configure(vm: &Vm, config: &Config) -> PyResult<()> {
    *vm.state::<Stored>().0.borrow_mut() = config.clone();
    vm.set_optimize(config.optimize);
    vm.load_builtin_module("builtins")?;
    vm.load_builtin_module("sys")?;
    crate::io::streams::install(vm)?;
    if !config.warnings.is_empty() {
        vm.import("warnings")?;
    }
    match &config.trace_frames {
        Some(frames) => crate::tracemalloc::start_from(vm, frames).map_err(|problem| vm.value_error(problem)),
        None => Ok(()),
    }
}

/// Makes the module `__main__`; its namespace.
pub fn main_module(vm: &Vm) -> PyResult<Ref<Dict>> {
    let module = vm.new_module("__main__");
    vm.dict_set_str(&vm.modules(), "__main__", &module);
    let dict = vm.module_dict(&module);
    vm.dict_set_str(&dict, "__annotations__", vm.dict().as_obj());
    vm.dict_set_name(&dict, &vm.names.__builtins__, &vm.builtins_module());
    Ok(dict)
}

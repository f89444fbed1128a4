//! What the command line tells the library: arguments, search path, switches; and the module `__main__`.

use gc::{Dict, Ref};
use runtime::PyResult;
use runtime::vm::Vm;

/// The command line and the environment, read.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// `sys.argv`.
    pub argv: Vec<String>,
    /// `sys.path[0]`.
    pub path0: String,
    /// `PYTHONPATH`.
    pub python_path: String,
    /// How often `-O`.
    pub optimize: u8,
    /// `-i`.
    pub inspect: bool,
    /// `-q`.
    pub quiet: bool,
    /// A prompt will come.
    pub interactive: bool,
    /// `-E`.
    pub ignore_environment: bool,
    /// `-u`.
    pub unbuffered: bool,
    /// `-X` options in order.
    pub x_options: Vec<(String, Option<String>)>,
    /// The release whose memory model is in force: `3.11`.
    pub profile: String,
    /// Frames to store if tracemalloc is to run from the start, as the option gave them.
    pub trace_frames: Option<String>,
}

/// Puts the configuration where programs look for it: `sys.argv`, `sys.path`, `sys._xoptions` and so on.
///
/// # Errors
/// What importing `sys` raises; ValueError for a wrong number of tracemalloc frames.
pub fn configure(vm: &Vm, config: &Config) -> PyResult<()> {
    vm.run.optimize.set(config.optimize);
    let sys = vm.import("sys")?;
    let dict = vm.module_dict(&sys);
    let strings = |items: &[String]| vm.list(items.iter().map(|text| vm.str(text)).collect());
    vm.dict_set_str(&dict, "argv", &strings(&config.argv));
    vm.dict_set_str(&dict, "orig_argv", &strings(&std::env::args().collect::<Vec<_>>()));
    let mut path = vec![config.path0.clone()];
    path.extend(config.python_path.split(':').filter(|folder| !folder.is_empty()).map(absolute));
    vm.dict_set_str(&dict, "path", &strings(&path));
    let options = vm.dict();
    for (name, value) in &config.x_options {
        let value = value.as_ref().map_or_else(|| vm.bool(true), |text| vm.str(text));
        vm.dict_set_str(&options, name, &value);
    }
    vm.dict_set_str(&dict, "_xoptions", options.as_obj());
    vm.dict_set_str(&dict, "pyglass_profile", &vm.str(&config.profile));
    if config.interactive {
        vm.dict_set_str(&dict, "ps1", &vm.str(">>> "));
        vm.dict_set_str(&dict, "ps2", &vm.str("... "));
    }
    crate::sys::configure(vm, &dict, config)
}

fn absolute(folder: &str) -> String {
    std::path::absolute(folder).map_or_else(|_| folder.to_string(), |path| path.to_string_lossy().into_owned())
}

/// Makes the module `__main__`; its namespace.
///
/// # Errors
/// What setting it up raises.
pub fn main_module(vm: &Vm) -> PyResult<Ref<Dict>> {
    let module = vm.new_module("__main__");
    let dict = vm.module_dict(&module);
    vm.dict_set_str(&dict, "__builtins__", &vm.import("builtins")?);
    vm.dict_set_str(&dict, "__annotations__", vm.dict().as_obj());
    vm.dict_set_str(&vm.modules(), "__main__", &module);
    Ok(dict)
}

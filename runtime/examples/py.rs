//! Runs a Python file with nothing but the runtime: for tests of the core.

use frontend::Mode;
use runtime::Vm;
use runtime::vm::boot::Config;

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let text = std::fs::read_to_string(&path).expect("readable");
    let vm = Vm::new(Config::default());
    let here = 0u8;
    vm.run.set_stack_floor(std::ptr::from_ref(&here).addr() - (7 << 20));
    let module = vm.new_module("__main__");
    vm.dict_set_str(&vm.modules(), "__main__", &module);
    let globals = vm.module_dict(&module);
    if let Err(raised) = vm.run_source(&text, &path, &globals, Mode::Module) {
        vm.print_exception(&raised.0);
        std::process::exit(1);
    }
}

//! Runs a Python file with nothing but the runtime: for tests of the core.

use frontend::Mode;
use gc::ObjRef;
use runtime::{Fun, Method, PyResult, Vm};

static WRITE: Method = Method::new("write(text, /)", Fun::One(write));

fn write(vm: &Vm, _: &ObjRef, text: &ObjRef) -> PyResult {
    print!("{}", vm.str_of_text(text)?);
    Ok(vm.none())
}

const PRELUDE: &str = "
class _Out:
    def __init__(self, write): self.write = write
    def flush(self): pass
";

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let text = std::fs::read_to_string(&path).expect("readable");
    let vm = Vm::start(None, "3.11", gc::Allocator::Pools).expect("starts");
    let sys = vm.new_module("sys");
    vm.dict_set_str(&vm.modules(), "sys", &sys);
    let prelude = vm.dict();
    vm.run_source(PRELUDE, "<prelude>", &prelude, Mode::Module).expect("the prelude runs");
    let write = runtime::builtins::builtin_function::function(&vm, &WRITE, &sys, &vm.intern("sys"));
    let class = vm.dict_get_str(&prelude, "_Out").expect("the class is there");
    let out = vm.call(&class, &[write]).expect("an object");
    vm.dict_set_str(&vm.module_dict(&sys), "stdout", &out);
    vm.dict_set_str(&vm.module_dict(&sys), "__stdout__", &out);
    let module = vm.new_module("__main__");
    vm.dict_set_str(&vm.modules(), "__main__", &module);
    let globals = vm.module_dict(&module);
    let result = vm.run_source(&text, &path, &globals, Mode::Module);
    if let Err(raised) = &result {
        vm.print_exception(&raised.0);
    }
    drop((out, class, prelude, sys, module, globals));
    let failed = result.is_err();
    drop(result);
    vm.finalize_modules();
    vm.tear_down();
    for object in vm.heap.live_objects() {
        eprintln!("left: {} {:#x} {}", vm.type_name(&object), object.addr(), object.refcount() - 1);
    }
    std::process::exit(failed.into());
}

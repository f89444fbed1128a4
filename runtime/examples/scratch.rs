//! Scratch: runs a file.
fn main() {
    let t = std::thread::Builder::new().stack_size(1 << 30).spawn(|| {
        let vm = runtime::Vm::new(Default::default());
        let file = std::env::args().nth(1).unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        let globals = vm.dict();
        if let Err(e) = vm.run_source(&text, &file, &globals, frontend::Mode::Module) {
            eprintln!("{}: {}", vm.type_name(&e.0), vm.str_of_text(&e.0).unwrap_or_default());
        }
        std::mem::forget(globals);
        std::mem::forget(vm);
    }).unwrap();
    t.join().unwrap();
}

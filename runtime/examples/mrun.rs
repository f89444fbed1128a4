//! Scratch: runs a file.
use runtime::vm::boot::Config;
use runtime::Vm;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let t = std::thread::Builder::new().stack_size(512 << 20).spawn(move || {
        let vm = Vm::new(Config::default());
        let here = 0u8;
        vm.run.set_stack_floor(std::ptr::from_ref(&here).addr() - (510 << 20));
        let text = std::fs::read_to_string(&path).unwrap();
        let main = vm.new_module("__main__");
        vm.dict_set_str(&vm.modules(), "__main__", &main);
        let dict = vm.module_dict(&main);
        let r = vm.run_source(&text, &path, &dict, frontend::Mode::Module);
        let code = match r {
            Ok(_) => 0,
            Err(e) => {
                let name = vm.type_name(&e.0);
                let text = vm.str_of_text(&e.0).unwrap_or_default();
                eprintln!("{name}: {text}");
                let mut tb = vm.exception_traceback(&e.0);
                while let Some(t) = tb {
                    let t = t.to::<runtime::vm::traceback::Traceback>().clone();
                    let f = t.frame.get().unwrap();
                    eprintln!("   {}", vm.repr_text(&f).unwrap_or_default());
                    tb = t.next.get();
                }
                1
            }
        };
        std::process::exit(code)
    }).unwrap();
    t.join().unwrap();
}

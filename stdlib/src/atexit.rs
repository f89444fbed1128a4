//! `atexit`: functions to call when the interpreter ends, newest first.

use gc::ObjRef;
use runtime::error::PyResult;
use runtime::native::{Args, Fun, Method, ModuleSpec};
use runtime::vm::Vm;
use std::cell::RefCell;

pub static MODULE: ModuleSpec = ModuleSpec { name: "atexit", doc: None, functions: FUNCTIONS, init: |_, _| Ok(()) };

static FUNCTIONS: &[Method] = &[
    Method::new("register(func, /, *args, **kwargs)", Fun::Raw(register)),
    Method::new("unregister(func, /)", Fun::One(unregister)),
    Method::new("_clear()", Fun::None(clear)),
    Method::new("_run_exitfuncs()", Fun::None(run_all)),
    Method::new("_ncallbacks()", Fun::None(|vm, _| Ok(vm.int(vm.state::<Registered>().0.borrow().len() as i64)))),
];

/// A function, its positional and keyword values, and the keywords' names.
struct Callback {
    function: ObjRef,
    values: Vec<ObjRef>,
    names: Vec<ObjRef>,
}

#[derive(Default)]
struct Registered(RefCell<Vec<Callback>>);

impl runtime::vm::Keeps for Registered {
    fn holds(&self, look: &mut dyn FnMut(&'static str, &ObjRef)) {
        for callback in self.0.borrow().iter() {
            look("atexit function", &callback.function);
            callback.values.iter().chain(&callback.names).for_each(|obj| look("argument of an atexit function", obj));
        }
    }
}

fn register(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let Some(function) = args.positional().first() else {
        return Err(vm.type_error("register() takes at least 1 argument (0 given)"));
    };
    if !vm.is_callable(function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let callback =
        Callback { function: function.clone(), values: args.tail().values().to_vec(), names: args.names().to_vec() };
    vm.state::<Registered>().0.borrow_mut().push(callback);
    Ok(function.clone())
}

fn unregister(vm: &Vm, _: &ObjRef, function: &ObjRef) -> PyResult {
    let state = vm.state::<Registered>();
    let mut index = 0;
    loop {
        let Some(other) = state.0.borrow().get(index).map(|c| c.function.clone()) else { break };
        if vm.eq(&other, function)? {
            let gone = state.0.borrow_mut().remove(index);
            drop(gone);
        } else {
            index += 1;
        }
    }
    Ok(vm.none())
}

fn clear(vm: &Vm, _: &ObjRef) -> PyResult {
    let gone = std::mem::take(&mut *vm.state::<Registered>().0.borrow_mut());
    drop(gone);
    Ok(vm.none())
}

fn run_all(vm: &Vm, _: &ObjRef) -> PyResult {
    run(vm);
    Ok(vm.none())
}

/// Calls what is registered, newest first, what gets registered meanwhile too; errors are reported and do not stop the rest.
pub fn run(vm: &Vm) {
    loop {
        let Some(callback) = vm.state::<Registered>().0.borrow_mut().pop() else { return };
        if let Err(error) = vm.call_args(&callback.function, Args::new(&callback.values, &callback.names)) {
            vm.unraisable_with("Exception ignored in atexit callback", error, &callback.function);
        }
    }
}

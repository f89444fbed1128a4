//! `_traceback`: what the module `traceback` asks the interpreter's own printer.

use gc::ObjRef;
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec { name: "_traceback", doc: None, functions: FUNCTIONS, init: |_, _| Ok(()) };

static FUNCTIONS: &[Method] = &[
    Method::new("anchors(segment, /)", Fun::One(anchors)),
    Method::new("library_source(path, /)", Fun::One(library_source)),
    Method::new("suggestion(exception, traceback, /)", Fun::Pos(2, 2, suggestion)),
];

/// Where in the text of an expression its operator stands, in characters; None where nothing is to be singled out.
fn anchors(vm: &Vm, _: &ObjRef, segment: &ObjRef) -> PyResult {
    let text = vm.str_text(segment)?;
    let Some((from, to)) = runtime::traceback::anchors(&text) else { return Ok(vm.none()) };
    let characters = |bytes: usize| text.char_indices().take_while(|(at, _)| *at < bytes).count();
    Ok(vm.tuple([vm.int(characters(from) as i64), vm.int(characters(to) as i64)]))
}

fn suggestion(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    Ok(runtime::traceback::suggestion(vm, &args[0]).map_or_else(|| vm.none(), |name| vm.str(name)))
}

/// The text of a module that is part of the binary; None for other files.
fn library_source(vm: &Vm, _: &ObjRef, path: &ObjRef) -> PyResult {
    Ok(vm.library_source(&vm.str_text(path)?).map_or_else(|| vm.none(), |text| vm.str(text)))
}

//! `_traceback`: what the module `traceback` asks the interpreter's own printer.

use gc::ObjRef;
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec { name: "_traceback", doc: None, functions: FUNCTIONS, init: |_, _| Ok(()) };

static FUNCTIONS: &[Method] = &[
    Method::new("anchors(segment, /)", Fun::One(anchors)),
    Method::new("columns(text, /)", Fun::One(columns)),
    Method::new("library_source(path, /)", Fun::One(library_source)),
];

/// Where in the text of an expression its operator stands, in characters; None where nothing is to be singled out.
fn anchors(vm: &Vm, _: &ObjRef, segment: &ObjRef) -> PyResult {
    let text = vm.str_text(segment)?;
    let Some((from, to)) = runtime::traceback::anchors(&text) else { return Ok(vm.none()) };
    let characters = |bytes: usize| text.char_indices().take_while(|(at, _)| *at < bytes).count();
    Ok(vm.tuple([vm.int(characters(from) as i64), vm.int(characters(to) as i64)]))
}

/// How many columns of a terminal a text takes.
fn columns(vm: &Vm, _: &ObjRef, text: &ObjRef) -> PyResult {
    let text = vm.str_text(text)?;
    Ok(vm.int(text.chars().map(runtime::traceback::columns).sum::<usize>() as i64))
}

/// The text of a module that is part of the binary; None for other files.
fn library_source(vm: &Vm, _: &ObjRef, path: &ObjRef) -> PyResult {
    Ok(vm.library_source(&vm.str_text(path)?).map_or_else(|| vm.none(), |text| vm.str(text)))
}

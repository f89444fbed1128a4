//! `_json`: the loops of the `json` package, from text to objects and back.

mod encode;
mod scan;
mod strings;

use gc::{ObjRef, Str};
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec = ModuleSpec { name: "_json", doc: None, functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] = &[
    Method::new("scanstring(string, end, strict=True, /)", Fun::Pos(2, 3, scan_string)),
    Method::new("encode_basestring_ascii(string, /)", Fun::One(|vm, _, text| quoted(vm, text, true))),
    Method::new("encode_basestring(string, /)", Fun::One(|vm, _, text| quoted(vm, text, false))),
];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    vm.set_attr(module, &vm.intern("make_scanner"), &vm.native_type(&scan::SCANNER))?;
    vm.set_attr(module, &vm.intern("make_encoder"), &vm.native_type(&encode::ENCODER))
}

/// The text of an argument; only a str has one.
fn text_of<'a>(vm: &Vm, text: &'a ObjRef) -> PyResult<&'a gc::Ref<Str>> {
    let wrong = || vm.type_error(format!("first argument must be a string, not {}", vm.type_name(text)));
    text.cast_ref::<Str>().ok_or_else(wrong)
}

/// The string whose content begins at `end`, and the index behind its closing quote.
fn scan_string(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let end = vm.to_index(&args[1])?;
    let strict = args.get(2).map_or(Ok(true), |strict| vm.truth(strict))?;
    let text = text_of(vm, &args[0])?;
    let start = usize::try_from(end).ok().filter(|start| *start <= text.len());
    let Some(start) = start else { return Err(vm.value_error("end is out of bounds")) };
    let (found, next) = strings::scan(vm, text, start, strict)?;
    Ok(vm.tuple([found, vm.int_exact(next as i64)]))
}

fn quoted(vm: &Vm, text: &ObjRef, ascii: bool) -> PyResult {
    let mut out = runtime::text::TextBuf::new();
    strings::push_quoted(vm, &mut out, text_of(vm, text)?.units(), ascii)?;
    runtime::builtins::str::make::from_buf(vm, &out)
}

/// Which of the two quoting functions of this module an object is: whether it leaves ASCII alone.
fn quoting(function: &ObjRef) -> Option<bool> {
    use runtime::builtins::builtin_function::BuiltinFunction;
    let row = function.payload::<BuiltinFunction>()?.method.0;
    let is = |at: usize| std::ptr::eq(row, &FUNCTIONS[at]);
    if is(1) { Some(true) } else { is(2).then_some(false) }
}

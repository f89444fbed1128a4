//! `_sre`: regular expressions. A pattern is read to a tree ([`parse`]), the tree becomes a program ([`build`]), and the
//! program is carried out on texts ([`run`]) by the methods of patterns ([`pattern`]).

mod build;
mod escape;
mod matched;
mod parse;
mod pattern;
mod program;
mod run;
mod source;
mod subject;
mod tree;

use gc::{ObjRef, Str};
use runtime::error::{Exc, PyResult, Raised};
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;
use source::{Fault, Kind};

pub static MODULE: ModuleSpec = ModuleSpec { name: "_sre", doc: None, functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] = &[Method::new("compile(pattern, flags, /)", Fun::Pos(2, 2, compile))];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    vm.set_attr(module, &vm.intern("Pattern"), &vm.native_type(&pattern::PATTERN))?;
    vm.set_attr(module, &vm.intern("Match"), &vm.native_type(&matched::MATCH))
}

fn compile(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let [source, flags] = args else { return Err(vm.system_error("compile without its arguments")) };
    let flags = vm.to_index(flags)? as i64;
    let chars: Vec<u32> = if let Some(text) = source.cast_ref::<Str>() {
        runtime::text::chars(text.units()).collect()
    } else if let Some(bytes) = runtime::buffer::bytes_of(vm, source)? {
        bytes.iter().map(|byte| u32::from(*byte)).collect()
    } else {
        return Err(vm.type_error("first argument must be string or compiled pattern"));
    };
    let is_text = source.has::<Str>();
    let mut doubts = Vec::new();
    let parsed = parse::parse(&chars, is_text, flags, &mut doubts);
    for doubt in doubts {
        // The caller of `re.compile` and the like, which call `_compile`, which calls this.
        vm.warn(Exc::FutureWarning, &format!("Possible {} at position {}", doubt.kind, doubt.at), 3)?;
    }
    let parsed = parsed.map_err(|fault| raise(vm, source, fault))?;
    let program = build::build(&parsed, is_text).map_err(|fault| raise(vm, source, fault))?;
    let names = vm.dict();
    for (name, number) in &parsed.names {
        let name = vm.intern_str(&vm.str_from_code_points(name));
        vm.dict_set(&names, &name, &vm.int(*number as i64))?;
    }
    Ok(pattern::make(vm, source, program, parsed.flags, names.into_obj()))
}

#[cold]
fn raise(vm: &Vm, source: &ObjRef, fault: Fault) -> Raised {
    match fault.kind {
        Kind::Pattern | Kind::Verbose => {}
        Kind::Value => return vm.value_error(fault.text),
        Kind::Overflow => return vm.overflow_error(fault.text),
        Kind::Recursion => return vm.recursion_error("maximum recursion depth exceeded"),
    }
    let class = vm.import("re").and_then(|module| vm.get_attr(&module, &vm.intern("error")));
    let at = fault.at.map_or_else(|| vm.none(), |at| vm.int(at as i64));
    match class {
        Ok(class) if fault.at.is_some() => vm.raise_class(&class, &[vm.str(fault.text), source.clone(), at]),
        Ok(class) => vm.raise_class(&class, &[vm.str(fault.text)]),
        Err(raised) => raised,
    }
}

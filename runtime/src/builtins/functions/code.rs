//! Builtin functions about code and namespaces: `compile`, `eval`, `exec`, `globals`, `locals`, `__import__`.

use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use crate::vm::code_object::CodeObject;
use crate::vm::run::Mode;
use gc::{Bytes, Dict, ObjRef, Str};

pub fn globals(vm: &Vm, _module: &ObjRef) -> PyResult {
    vm.current_globals()
}

pub fn locals(vm: &Vm, _module: &ObjRef) -> PyResult {
    vm.current_locals()
}

pub fn import(vm: &Vm, _module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [Some(name), globals, _locals, fromlist, level] = args else {
        return Err(vm.system_error("__import__() without its arguments"));
    };
    let level = level.as_ref().map_or(Ok(0), |level| vm.to_i32(level))?;
    let globals = globals.as_ref().unwrap_or(&vm.none);
    vm.import_name(name, globals, fromlist.as_ref().unwrap_or(&vm.none), level)
}

pub fn compile(vm: &Vm, _module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [Some(source), Some(filename), Some(mode), ..] = args else {
        return Err(vm.system_error("compile() without its arguments"));
    };
    let filename = filename_text(vm, filename)?;
    let mode = match &*vm.expect_str(mode, "compile() argument 'mode'")? {
        "exec" => Mode::Exec,
        "eval" => Mode::Eval,
        "single" => Mode::Single,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let flags = args[3].as_ref().map_or(Ok(0), |flags| vm.to_i32(flags))?;
    const KNOWN_FLAGS: i32 = 0x1ff_7e10;
    if flags & !KNOWN_FLAGS != 0 {
        return Err(vm.value_error("compile(): unrecognised flags"));
    }
    let text = source_text(vm, source, "compile", "string, bytes or AST object")?;
    vm.compile_source(&text, &filename, mode)
}

fn filename_text(vm: &Vm, filename: &ObjRef) -> PyResult<String> {
    if let Some(bytes) = filename.payload::<Bytes>() {
        return Ok(String::from_utf8_lossy(bytes.data()).into_owned());
    }
    if filename.has::<Str>() {
        return Ok(vm.lossy(filename));
    }
    match vm.lookup_special(filename, &vm.names.__fspath__)? {
        Some(method) => Ok(vm.lossy(&vm.call(&method, &[])?)),
        None => {
            let kind = vm.type_name(filename);
            Err(vm.type_error(format!("expected str, bytes or os.PathLike object, not {kind}")))
        }
    }
}

/// The source as text.
fn source_text(vm: &Vm, source: &ObjRef, function: &str, wanted: &str) -> PyResult<String> {
    let text = if source.has::<Str>() {
        vm.str_text(source)?.into_owned()
    } else if let Some(bytes) = source.payload::<Bytes>() {
        decode(vm, bytes.data())?
    } else if vm.is_instance_of(source, &vm.types.bytearray) {
        let copy = vm.call(&vm.types.bytes, std::slice::from_ref(source))?;
        decode(vm, copy.to::<Bytes>().data())?
    } else {
        return Err(bad_source(vm, function, wanted));
    };
    if text.contains('\0') {
        return Err(vm.value_error("source code string cannot contain null bytes"));
    }
    Ok(text)
}

fn decode(vm: &Vm, data: &[u8]) -> PyResult<String> {
    let data = data.strip_prefix(b"\xef\xbb\xbf").unwrap_or(data);
    String::from_utf8(data.to_vec()).map_err(|_| vm.value_error("source code is not valid UTF-8"))
}

#[cold]
fn bad_source(vm: &Vm, function: &str, wanted: &str) -> Raised {
    vm.type_error(format!("{function}() arg 1 must be a {wanted}"))
}

pub fn eval(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    let given = |i: usize| args.get(i).filter(|o| !o.is(&vm.none));
    if given(2).is_some_and(|locals| !vm.is_mapping(locals)) {
        return Err(vm.type_error("locals must be a mapping"));
    }
    if given(1).is_some_and(|globals| !globals.has::<Dict>()) {
        let hint = if given(1).is_some_and(|g| vm.is_mapping(g)) {
            "globals must be a real dict; try eval(code, {}, mapping)"
        } else {
            "globals must be a dict"
        };
        return Err(vm.type_error(hint));
    }
    let (globals, locals) = namespaces(vm, given(1), given(2))?;
    if let Some(code) = args[0].cast_ref::<CodeObject>() {
        if !code.source().freevars.is_empty() {
            return Err(vm.type_error("code object passed to eval() may not contain free variables"));
        }
        return vm.eval_code(code, &globals, &locals);
    }
    let text = source_text(vm, &args[0], "eval", "string, bytes or code object")?;
    let code = vm.compile_source(text.trim_start_matches([' ', '\t']), "<string>", Mode::Eval)?;
    vm.eval_code(code.to::<CodeObject>(), &globals, &locals)
}

pub fn exec(vm: &Vm, _module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [Some(source), globals, locals, closure] = args else {
        return Err(vm.system_error("exec() without its arguments"));
    };
    let given = |o: &'_ Option<ObjRef>| o.clone().filter(|o| !o.is(&vm.none));
    let (globals, locals, closure) = (given(globals), given(locals), given(closure));
    if let Some(globals) = globals.as_ref().filter(|globals| !globals.has::<Dict>()) {
        let kind = vm.type_name(globals);
        return Err(vm.type_error(format!("exec() globals must be a dict, not {kind}")));
    }
    if let Some(locals) = locals.as_ref().filter(|locals| !vm.is_mapping(locals)) {
        let kind = vm.type_name(locals);
        return Err(vm.type_error(format!("locals must be a mapping or None, not {kind}")));
    }
    let (globals, locals) = namespaces(vm, globals.as_ref(), locals.as_ref())?;
    if let Some(code) = source.cast_ref::<CodeObject>() {
        check_closure(vm, code.source().freevars.len(), closure.as_ref())?;
        vm.exec_code(code, &globals, &locals, closure.as_ref())?;
        return Ok(vm.none());
    }
    if closure.is_some() {
        return Err(vm.type_error("closure can only be used when source is a code object"));
    }
    let text = source_text(vm, source, "exec", "string, bytes or code object")?;
    let code = vm.compile_source(&text, "<string>", Mode::Exec)?;
    vm.exec_code(code.to::<CodeObject>(), &globals, &locals, None)?;
    Ok(vm.none())
}

/// The free variables of code must be given, and only then.
fn check_closure(vm: &Vm, frees: usize, closure: Option<&ObjRef>) -> PyResult<()> {
    match closure {
        Some(_) if frees == 0 => Err(vm.type_error("cannot use a closure with this code object")),
        Some(cells) if vm.is_tuple(cells) && vm.len(cells)? == frees => Ok(()),
        None if frees == 0 => Ok(()),
        _ => Err(vm.type_error(format!("code object requires a closure of exactly length {frees}"))),
    }
}

/// The namespaces to run in: the caller's unless given; `__builtins__` is added to fresh globals.
fn namespaces(vm: &Vm, globals: Option<&ObjRef>, locals: Option<&ObjRef>) -> PyResult<(ObjRef, ObjRef)> {
    let (globals, locals) = match (globals, locals) {
        (Some(globals), Some(locals)) => (globals.clone(), locals.clone()),
        (Some(globals), None) => (globals.clone(), globals.clone()),
        (None, Some(locals)) => (vm.current_globals()?, locals.clone()),
        (None, None) => (vm.current_globals()?, vm.current_locals()?),
    };
    let names = &vm.names;
    if vm.dict_get(globals.to(), &names.__builtins__)?.is_none() {
        vm.dict_set(globals.to(), &names.__builtins__, &vm.builtins_module())?;
    }
    Ok((globals, locals))
}

//! What `sys` does at the prompt's results, at uncaught exceptions and at `breakpoint()`.

use gc::ObjRef;
use runtime::error::{Exc, PyResult};
use runtime::native::Args;
use runtime::vm::Vm;

/// Prints a value that is not None, and keeps it in `builtins._`.
pub fn displayhook(vm: &Vm, _: &ObjRef, value: &ObjRef) -> PyResult {
    if vm.is_none(value) {
        return Ok(vm.none());
    }
    let builtins = vm.builtins_module();
    vm.set_attr(&builtins, &vm.names.underscore, &vm.none)?;
    let sys = vm.import("sys")?;
    let stdout = match vm.get_attr_opt(&sys, &vm.names.stdout)? {
        Some(stdout) if !vm.is_none(&stdout) => stdout,
        _ => return Err(vm.runtime_error("lost sys.stdout")),
    };
    let text = vm.repr(value)?;
    match vm.call_method(&stdout, &vm.names.write, std::slice::from_ref(&text)) {
        Err(raised) if raised.matches(vm, Exc::UnicodeEncodeError) => write_escaped(vm, &stdout, &text)?,
        other => drop(other?),
    }
    vm.call_method(&stdout, &vm.names.write, &[vm.str("\n")])?;
    vm.set_attr(&builtins, &vm.names.underscore, value)?;
    Ok(vm.none())
}

/// For a stream whose encoding lacks some characters.
fn write_escaped(vm: &Vm, stdout: &ObjRef, text: &ObjRef) -> PyResult<()> {
    let encoding = vm.get_attr(stdout, &vm.names.encoding)?;
    let bytes = vm.call_method(text, &vm.names.encode, &[encoding.clone(), vm.str("backslashreplace")])?;
    let text = vm.call_method(&bytes, &vm.names.decode, &[encoding, vm.str("strict")])?;
    vm.call_method(stdout, &vm.names.write, &[text]).map(drop)
}

/// Prints an exception with its traceback.
pub fn excepthook(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (value, traceback) = (&args[1], &args[2]);
    if !value.has::<runtime::builtins::exceptions::BaseException>() {
        let kind = vm.type_name(value);
        vm.write_stderr(&format!("TypeError: print_exception(): Exception expected for value, {kind} found\n"));
        return Ok(vm.none());
    }
    if vm.exception_traceback(value).is_none() && !vm.is_none(traceback) {
        vm.set_exception_traceback(value, Some(traceback.clone()));
    }
    vm.print_exception(value);
    Ok(vm.none())
}

/// Prints what nobody could catch.
pub fn unraisablehook(vm: &Vm, _: &ObjRef, args: &ObjRef) -> PyResult {
    let value = vm.get_attr_str(args, "exc_value")?;
    let message = vm.get_attr_str(args, "err_msg")?;
    let object = vm.get_attr_str(args, "object")?;
    if vm.is_none(&value) {
        return Ok(vm.none());
    }
    let message = if vm.is_none(&message) { String::new() } else { vm.lossy(&message) };
    vm.report_unraisable(&value, &message, &object);
    Ok(vm.none())
}

/// Calls what `PYTHONBREAKPOINT` names, `pdb.set_trace` by default.
pub fn breakpointhook(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let wanted = std::env::var("PYTHONBREAKPOINT").unwrap_or_default();
    let wanted = if wanted.is_empty() { "pdb.set_trace" } else { wanted.as_str() };
    if wanted == "0" {
        return Ok(vm.none());
    }
    let (module, name) = wanted.rsplit_once('.').unwrap_or(("builtins", wanted));
    let hook = vm.import(module).and_then(|module| vm.get_attr_str(&module, name));
    match hook {
        Ok(hook) => vm.call_args(&hook, args),
        Err(_) => {
            let text = format!("Ignoring unimportable $PYTHONBREAKPOINT: \"{wanted}\"");
            vm.warn(Exc::RuntimeWarning, &text, 1)?;
            Ok(vm.none())
        }
    }
}

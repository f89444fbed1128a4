//! The standard streams: `sys.stdin`, `sys.stdout`, `sys.stderr`.

use super::base::set_own;
use super::buffered::{self, Kind};
use super::{fds, fileio, text};
use crate::config::Stored;
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::vm::Vm;

/// Makes the three streams and puts them into `sys`, under both their names.
pub fn install(vm: &Vm) -> PyResult<()> {
    let sys = vm.import("sys")?;
    vm.load_builtin_module("_io")?;
    // `open` is one function under two names.
    let open = vm.get_attr(&vm.import("_io")?, &vm.names.open)?;
    vm.set_attr(&open, &vm.names.__module__, &vm.intern("io"))?;
    vm.dict_set_name(&vm.module_dict(&vm.builtins_module()), &vm.names.open, &open);
    let dict = vm.module_dict(&sys);
    let unbuffered = vm.state::<Stored>().0.borrow().unbuffered;
    for (number, name) in [(0, "stdin"), (1, "stdout"), (2, "stderr")] {
        let stream = make(vm, number, name, unbuffered)?;
        vm.dict_set_str(&dict, name, &stream);
        vm.dict_set_str(&dict, &format!("__{name}__"), &stream);
    }
    Ok(())
}

/// stderr shows everything that it cannot encode; a C locale lets bytes through unchanged.
fn errors(number: i32) -> &'static str {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_default();
    match number {
        2 => "backslashreplace",
        _ if matches!(locale.as_str(), "" | "C" | "POSIX" | "C.UTF-8" | "C.utf8" | "UTF-8") => "surrogateescape",
        _ => "strict",
    }
}

/// `PYTHONIOENCODING=encoding:errors`
fn from_environment(vm: &Vm) -> (Option<String>, Option<String>) {
    let ignored = vm.state::<Stored>().0.borrow().ignore_environment;
    let Some(setting) = std::env::var("PYTHONIOENCODING").ok().filter(|_| !ignored) else { return (None, None) };
    let (encoding, errors) = setting.split_once(':').unwrap_or((&setting, ""));
    let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    (given(encoding), given(errors))
}

fn make(vm: &Vm, number: i32, name: &str, unbuffered: bool) -> PyResult {
    let writing = number > 0;
    let raw = vm.call(
        &vm.native_type(&fileio::SPEC),
        &[vm.int(number.into()), vm.str(if writing { "w" } else { "r" }), vm.bool(false)],
    )?;
    let shown = vm.str(format!("<{name}>"));
    let unbuffered = unbuffered && writing;
    set_own(vm, &raw, "name", &shown)?;
    let buffer = match (unbuffered, writing) {
        (true, _) => raw.clone(),
        (false, true) => buffered::around(vm, Kind::Writer, &raw, super::BUFFER)?,
        (false, false) => buffered::around(vm, Kind::Reader, &raw, super::BUFFER)?,
    };
    let (encoding, handler) = from_environment(vm);
    // Who names an encoding alone means it.
    let handler = handler.or_else(|| encoding.is_some().then(|| "strict".to_owned()));
    let handler = handler.filter(|_| number != 2).unwrap_or_else(|| errors(number).to_owned());
    let options = text::Options {
        encoding: encoding.or(Some("utf-8".to_owned())),
        errors: Some(handler),
        newline: Some(vm.str("\n")),
        line_buffering: !unbuffered && (number == 2 || (writing && fds::is_terminal(vm, number))),
        write_through: unbuffered,
    };
    let stream: ObjRef = text::around(vm, &buffer, options)?;
    set_own(vm, &stream, "mode", &vm.str(if writing { "w" } else { "r" }))?;
    Ok(stream)
}

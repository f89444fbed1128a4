//! How the instruments answer: a printed text, or JSON as a str.

use crate::io::fds;
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::vm::Vm;
use std::fmt::Write as _;

/// Prints the text behind what the program has written so far, or returns the JSON.
pub fn answer(vm: &Vm, form: Option<&ObjRef>, text: &str, json: impl FnOnce() -> String) -> PyResult {
    match form.map(|form| vm.str_of_text(form)).transpose()?.as_deref() {
        None | Some("text") => {
            print(vm, text)?;
            Ok(vm.none())
        }
        Some("json") => Ok(vm.str(json())),
        Some(other) => Err(vm.value_error(format!("form must be 'text' or 'json', not '{other}'"))),
    }
}

/// Writes to the standard output without making an object.
pub fn print(vm: &Vm, text: &str) -> PyResult<()> {
    if let Some(stdout) = vm.get_attr_opt(&vm.import("sys")?, &vm.intern("stdout"))?
        && !vm.is_none(&stdout)
    {
        vm.call_method_str(&stdout, "flush", &[])?;
    }
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        match fds::write(vm, 1, rest)? {
            Ok(written) => rest = &rest[written..],
            Err(errno) => return Err(vm.os_error(&errno.into(), None)),
        }
    }
    Ok(())
}

/// A text as a JSON string.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

//! How the instruments answer: a printed text, or JSON as a str.

use crate::io::fds;
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::native::Args;
use runtime::vm::Vm;

/// The positional arguments of a call, where they are, and what `form=` says. `wanted`: how many arguments may be there.
pub fn asked<'a>(
    vm: &Vm,
    name: &str,
    args: &Args<'a>,
    wanted: std::ops::Range<usize>,
) -> PyResult<(&'a [ObjRef], Option<&'a ObjRef>)> {
    let values = args.positional();
    let mut form = None;
    for (key, value) in args.keywords() {
        match vm.str_of_text(key)?.as_str() {
            "form" => form = Some(value),
            other => return Err(vm.type_error(format!("'{other}' is an invalid keyword argument for {name}()"))),
        }
    }
    if wanted.contains(&values.len()) {
        return Ok((values, form));
    }
    let (least, most) = (wanted.start, wanted.end - 1);
    let range = if least == most { least.to_string() } else { format!("{least} to {most}") };
    Err(vm.type_error(format!("{name}() takes {range} arguments ({} given)", values.len())))
}

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

/// As [`answer`], for what can be drawn as well.
pub fn answer_or_draw(
    vm: &Vm,
    form: Option<&ObjRef>,
    text: &str,
    json: impl FnOnce() -> String,
    svg: impl FnOnce() -> String,
) -> PyResult {
    match form.map(|form| vm.str_of_text(form)).transpose()?.as_deref() {
        Some("svg") => Ok(vm.str(svg())),
        None | Some("text" | "json") => answer(vm, form, text, json),
        Some(other) => Err(vm.value_error(format!("form must be 'text', 'json' or 'svg', not '{other}'"))),
    }
}

/// Writes to the standard output without making an object; to what the program has put in its place by its `write`.
pub fn print(vm: &Vm, text: &str) -> PyResult<()> {
    let stream = |name: &str| vm.get_attr_opt(&vm.import("sys")?, &vm.intern(name));
    match (stream("stdout")?, stream("__stdout__")?) {
        (Some(stdout), Some(own)) if stdout.is(&own) && !vm.is_none(&own) => {
            vm.call_method_str(&stdout, "flush", &[])?;
        }
        (Some(stdout), _) if !vm.is_none(&stdout) => {
            vm.call_method_str(&stdout, "write", &[vm.str(text)])?;
            return Ok(());
        }
        _ => return Ok(()),
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

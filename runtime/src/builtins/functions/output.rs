//! `print`, `input`, `open`: builtin functions that meet the world outside.

use crate::error::{PyResult, Raised};
use crate::native::Args;
use crate::vm::Vm;
use gc::{ObjRef, Str};

/// What the keywords of `print` say.
struct Options {
    sep: ObjRef,
    end: ObjRef,
    file: Option<ObjRef>,
    flush: bool,
}

pub fn print(vm: &Vm, _module: &ObjRef, args: Args<'_>) -> PyResult {
    let options = options(vm, args)?;
    let file = match options.file {
        Some(file) => file,
        None => match sys_attribute(vm, "stdout")? {
            Some(stdout) if stdout.is(&vm.none) => return Ok(vm.none()),
            Some(stdout) => stdout,
            None => return Err(lost(vm, "stdout")),
        },
    };
    let collects = vm.heap.profile().counts.print_collects;
    let _tuple = collects.then(|| args.positional().to_vec());
    for (i, arg) in args.positional().iter().enumerate() {
        if i > 0 {
            write(vm, &file, &options.sep)?;
        }
        write(vm, &file, &vm.str_of(arg)?)?;
    }
    write(vm, &file, &options.end)?;
    if options.flush {
        vm.call_method(&file, &vm.names.flush, &[])?;
    }
    Ok(vm.none())
}

fn options(vm: &Vm, args: Args<'_>) -> PyResult<Options> {
    let mut options = Options { sep: vm.str(" "), end: vm.str("\n"), file: None, flush: false };
    let (mut sep, mut end) = (None, None);
    for (name, value) in args.keywords() {
        match &*vm.str_text(name)? {
            "sep" => sep = Some(value),
            "end" => end = Some(value),
            "file" => options.file = Some(value.clone()).filter(|file| !file.is(&vm.none)),
            "flush" => options.flush = vm.truth(value)?,
            name => return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for print()"))),
        }
    }
    for (given, option, name) in [(sep, &mut options.sep, "sep"), (end, &mut options.end, "end")] {
        match given {
            Some(text) if text.has::<Str>() => *option = text.clone(),
            Some(text) if !text.is(&vm.none) => {
                let kind = vm.type_name(text);
                return Err(vm.type_error(format!("{name} must be None or a string, not {kind}")));
            }
            _ => {}
        }
    }
    Ok(options)
}

fn write(vm: &Vm, file: &ObjRef, text: &ObjRef) -> PyResult<()> {
    vm.call_method(file, &vm.names.write, std::slice::from_ref(text)).map(drop)
}

/// `sys.stdout` and the like; None if somebody deleted it.
fn sys_attribute(vm: &Vm, name: &str) -> PyResult<Option<ObjRef>> {
    Ok(vm.sys_attr(&vm.intern(name)))
}

#[cold]
fn lost(vm: &Vm, name: &str) -> Raised {
    vm.runtime_error(format!("lost sys.{name}"))
}

/// Reads a line from `sys.stdin`, after showing the prompt on `sys.stdout`.
pub fn input(vm: &Vm, _module: &ObjRef, args: &[ObjRef]) -> PyResult {
    let stream = |name: &str| match sys_attribute(vm, name)? {
        Some(stream) if !stream.is(&vm.none) => Ok(stream),
        _ => Err(vm.runtime_error(format!("input(): lost sys.{name}"))),
    };
    let (stdin, stdout, stderr) = (stream("stdin")?, stream("stdout")?, stream("stderr")?);
    vm.call_method(&stderr, &vm.names.flush, &[])?;
    if let Some(prompt) = args.first() {
        write(vm, &stdout, &vm.str_of(prompt)?)?;
    }
    vm.call_method(&stdout, &vm.names.flush, &[])?;
    let line = vm.call_method(&stdin, &vm.names.readline, &[])?;
    let Some(text) = line.payload::<Str>() else {
        return Err(vm.type_error("object.readline() returned non-string"));
    };
    match text.len() {
        0 => Err(vm.eof_error("EOF when reading a line")),
        len if text.char_at(len - 1) == u32::from('\n') => {
            let points: Vec<u32> = (0..len - 1).map(|i| text.char_at(i)).collect();
            Ok(vm.str_from_code_points(&points))
        }
        _ => Ok(line),
    }
}

/// `open` is `io.open`.
pub fn open(vm: &Vm, _module: &ObjRef, args: Args<'_>) -> PyResult {
    let io = vm.import("io")?;
    vm.call_args(&vm.get_attr(&io, &vm.names.open)?, args)
}

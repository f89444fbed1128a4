//! The three standard streams, until the module `io` takes them over.

use gc::{ObjRef, Payload, PlainCell, Str};
use runtime::PyResult;
use runtime::native::{Fun, GetSet, Method, TypeSpec};
use runtime::vm::Vm;
use std::io::{BufRead, IsTerminal, Write};

gc::payload! {
    /// Which stream, and what has been written but not yet handed to the system.
    pub struct Stream: gc { fd: std::cell::Cell<i32>, buffer: PlainCell<Vec<u8>> }
}

static STREAM: TypeSpec = TypeSpec {
    subclassable: false,
    methods: &[
        Method::new("write(text, /)", Fun::One(write)),
        Method::new("flush()", Fun::None(|vm, this| flush(vm, this).map(|()| vm.none()))),
        Method::new("readline(size=-1, /)", Fun::Pos(0, 1, readline)),
        Method::new("fileno()", Fun::None(|vm, this| Ok(vm.int(this.to::<Stream>().fd.get().into())))),
        Method::new("isatty()", Fun::None(|vm, this| Ok(vm.bool(is_terminal(this.to::<Stream>().fd.get()))))),
    ],
    getset: &[
        GetSet { name: "encoding", get: |vm, _| Ok(vm.str("utf-8")), set: None },
        GetSet { name: "errors", get: |vm, _| Ok(vm.str("strict")), set: None },
        GetSet { name: "closed", get: |vm, _| Ok(vm.bool(false)), set: None },
    ],
    ..TypeSpec::new("_io.TextIOWrapper", Stream::layout)
};

fn is_terminal(fd: i32) -> bool {
    match fd {
        0 => std::io::stdin().is_terminal(),
        1 => std::io::stdout().is_terminal(),
        _ => std::io::stderr().is_terminal(),
    }
}

fn write(vm: &Vm, this: &ObjRef, text: &ObjRef) -> PyResult {
    let Some(str) = text.payload::<Str>() else {
        return Err(vm.type_error(format!("write() argument must be str, not {}", vm.type_name(text))));
    };
    let stream = this.to::<Stream>();
    let full = {
        let mut buffer = stream.buffer.0.borrow_mut();
        buffer.extend_from_slice(&str.to_wtf8());
        buffer.len() > 8192 || stream.fd.get() == 2 || is_terminal(stream.fd.get())
    };
    if full {
        flush(vm, this)?;
    }
    Ok(vm.int(str.len() as i64))
}

fn flush(vm: &Vm, this: &ObjRef) -> PyResult<()> {
    let stream = this.to::<Stream>();
    let bytes = std::mem::take(&mut *stream.buffer.0.borrow_mut());
    let done = if stream.fd.get() == 2 {
        std::io::stderr().write_all(&bytes)
    } else {
        std::io::stdout().write_all(&bytes).and_then(|()| std::io::stdout().flush())
    };
    done.map_err(|error| vm.os_error(&error, None))
}

fn readline(vm: &Vm, _: &ObjRef, _: &[ObjRef]) -> PyResult {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).map_err(|error| vm.os_error(&error, None))?;
    Ok(vm.str(line))
}

/// Makes `sys.stdin`, `stdout` and `stderr`.
pub fn install(vm: &Vm) -> PyResult<()> {
    let dict = vm.module_dict(&vm.import("sys")?);
    for (fd, name) in [(0, "stdin"), (1, "stdout"), (2, "stderr")] {
        let stream = Stream { fd: std::cell::Cell::new(fd), buffer: PlainCell(Vec::new().into()) };
        let stream = vm.alloc(&vm.native_type(&STREAM), stream).into_obj();
        vm.dict_set_str(&dict, name, &stream);
        vm.dict_set_str(&dict, &format!("__{name}__"), &stream);
    }
    Ok(())
}

//! `_io`: files and streams.
//!
//! ```text
//!   TextIOWrapper ─► BufferedReader / BufferedWriter / BufferedRandom ─► FileIO ─► descriptor
//! ```
//!
//! The layers call each other directly where a layer is exactly the type of this module, and by their methods
//! where a program has put something of its own in between.

pub mod base;
mod binary;
mod buffered;
mod bytesio;
mod coding;
pub mod fds;
pub mod fileio;
mod newline;
mod open;
mod raw;
pub mod streams;
mod stringio;
mod text;
mod text_read;
mod text_write;

use gc::{ObjRef, Str};
use runtime::error::{Exc, PyResult};
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

/// Bytes of a buffer, and of the chunks that text is decoded from.
pub const BUFFER: usize = 8192;

pub static MODULE: ModuleSpec = ModuleSpec { name: "_io", doc: None, functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] = &[
    Method::new(open::SIGNATURE, Fun::Bound(open::open)),
    Method::new("open_code(path)", Fun::One(open::open_code)),
    Method::new("text_encoding(encoding, stacklevel=2, /)", Fun::Raw(open::text_encoding)),
];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    let types = [
        ("_IOBase", &base::SPEC),
        ("_RawIOBase", &base::RAW),
        ("_BufferedIOBase", &base::BUFFERED),
        ("_TextIOBase", &base::TEXT),
        ("FileIO", &fileio::SPEC),
        ("BytesIO", &bytesio::SPEC),
        ("StringIO", &stringio::SPEC),
        ("BufferedReader", &buffered::READER),
        ("BufferedWriter", &buffered::WRITER),
        ("BufferedRandom", &buffered::RANDOM),
        ("TextIOWrapper", &text::SPEC),
    ];
    for (name, spec) in types {
        vm.set_attr(module, &vm.intern(name), &vm.native_type(spec))?;
    }
    vm.set_attr(module, &vm.intern("DEFAULT_BUFFER_SIZE"), &vm.int(BUFFER as i64))?;
    vm.set_attr(module, &vm.intern("BlockingIOError"), vm.exception_type(Exc::BlockingIOError))?;
    let bases = vm.tuple([vm.exception_type(Exc::OSError).clone(), vm.exception_type(Exc::ValueError).clone()]);
    let namespace = vm.dict();
    vm.dict_set_name(&namespace, &vm.names.__module__, &vm.str("io"));
    let unsupported = vm.call(&vm.types.type_, &[vm.str("UnsupportedOperation"), bases, namespace.into_obj()])?;
    *vm.state::<base::Unsupported>().0.borrow_mut() = Some(unsupported.clone());
    vm.set_attr(module, &vm.intern("UnsupportedOperation"), &unsupported)
}

/// The str of generalised UTF-8.
fn text_object(vm: &Vm, text: &[u8]) -> ObjRef {
    match text {
        [] => vm.empty_str.clone(),
        [one] if one.is_ascii() => vm.str(char::from(*one).to_string()),
        _ => vm.made_or(Str::from_wtf8(vm, &vm.types.str, text), &vm.empty_str),
    }
}

/// Whether a raw file is a terminal.
fn is_terminal(vm: &Vm, raw: &ObjRef) -> bool {
    fileio::number(raw).is_some_and(|fd| fds::is_terminal(vm, fd))
}

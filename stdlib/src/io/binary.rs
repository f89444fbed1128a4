//! The binary stream under a text stream: the streams of this module directly, anything else by its methods.

use super::{buffered, fileio, raw};
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::vm::Vm;

/// Which stream it exactly is, so that nobody can have changed what its methods do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Reader,
    Writer,
    Random,
    File,
    Other,
}

impl Kind {
    pub fn of(vm: &Vm, stream: &ObjRef) -> Kind {
        let class = stream.ty_ref();
        [
            (Kind::Reader, &buffered::READER),
            (Kind::Writer, &buffered::WRITER),
            (Kind::Random, &buffered::RANDOM),
            (Kind::File, &fileio::SPEC),
        ]
        .iter()
        .find(|(_, spec)| class.is(&vm.native_type(spec)))
        .map_or(Kind::Other, |(kind, _)| *kind)
    }
}

/// What is there, at most `size` bytes; nothing at the end.
pub fn read_some(vm: &Vm, stream: &ObjRef, kind: Kind, size: usize) -> PyResult<Vec<u8>> {
    match kind {
        Kind::Reader | Kind::Random => buffered::read1(vm, stream, Some(size)),
        Kind::File => {
            let mut piece = vec![0; size];
            let count = fileio::read(vm, stream, &mut piece)?.unwrap_or(0);
            piece.truncate(count);
            Ok(piece)
        }
        Kind::Writer | Kind::Other => {
            let has = vm.get_attr_opt(stream, &vm.intern("read1"))?.is_some();
            let method = if has { "read1" } else { "read" };
            let piece = vm.call_method_str(stream, method, &[vm.int(size as i64)])?;
            bytes_of(vm, &piece, method)
        }
    }
}

fn bytes_of(vm: &Vm, piece: &ObjRef, method: &str) -> PyResult<Vec<u8>> {
    match runtime::buffer::bytes_of(vm, piece)? {
        Some(bytes) => Ok(bytes.into_owned()),
        None => {
            let kind = vm.type_name(piece);
            let text = format!("underlying {method}() should have returned a bytes-like object, not '{kind}'");
            Err(vm.type_error(text))
        }
    }
}

/// Everything up to the end.
pub fn read_all(vm: &Vm, stream: &ObjRef, kind: Kind) -> PyResult<Vec<u8>> {
    match kind {
        Kind::Reader | Kind::Random => Ok(buffered::read_all(vm, stream)?.unwrap_or_default()),
        Kind::File => Ok(fileio::read_all(vm, stream)?.unwrap_or_default()),
        Kind::Writer | Kind::Other => {
            let all = vm.call_method(stream, &vm.names.read, &[])?;
            if vm.is_none(&all) { Ok(Vec::new()) } else { bytes_of(vm, &all, "read") }
        }
    }
}

pub fn write(vm: &Vm, stream: &ObjRef, kind: Kind, bytes: &[u8]) -> PyResult<()> {
    match kind {
        Kind::Writer | Kind::Random => buffered::write(vm, stream, bytes),
        Kind::File => raw::write_all(vm, stream, bytes).1,
        Kind::Reader | Kind::Other => vm.call_method(stream, &vm.names.write, &[vm.bytes(bytes)]).map(drop),
    }
}

pub fn flush(vm: &Vm, stream: &ObjRef, kind: Kind) -> PyResult<()> {
    match kind {
        Kind::Writer | Kind::Random => buffered::flush(vm, stream),
        _ => vm.call_method(stream, &vm.names.flush, &[]).map(drop),
    }
}

pub fn tell(vm: &Vm, stream: &ObjRef) -> PyResult<i64> {
    let at = vm.call_method_str(stream, "tell", &[])?;
    vm.to_i64(&at)
}

pub fn seek(vm: &Vm, stream: &ObjRef, offset: i64, whence: i64) -> PyResult<i64> {
    let at = vm.call_method(stream, &vm.names.seek, &[vm.int(offset), vm.int(whence)])?;
    vm.to_i64(&at)
}

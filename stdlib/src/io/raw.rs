//! A raw stream as the buffered ones see it: a `FileIO` directly, anything else by its methods.

use super::fileio;
use gc::ObjRef;
use runtime::error::{Exc, PyResult, Raised};
use runtime::vm::Vm;

/// Whether it is exactly a `FileIO`, so that nobody can have changed what its methods do.
pub fn is_native(vm: &Vm, stream: &ObjRef) -> bool {
    stream.ty_ref().is(&vm.native_type(&fileio::SPEC))
}

/// `readable` and `writable` of a `FileIO`.
pub fn may(stream: &ObjRef, what: &str) -> bool {
    let access = fileio::access(stream);
    if what == "readable" { access.read } else { access.write }
}

/// Reads once; None if nothing is there yet.
pub fn read(vm: &Vm, stream: &ObjRef, buffer: &mut [u8]) -> PyResult<Option<usize>> {
    if is_native(vm, stream) {
        return fileio::read(vm, stream, buffer);
    }
    let room = vm.call(&vm.types.bytearray, &[vm.int(buffer.len() as i64)])?;
    let count = vm.call_method_str(stream, "readinto", std::slice::from_ref(&room))?;
    if vm.is_none(&count) {
        return Ok(None);
    }
    let count = vm.to_index(&count)?;
    match usize::try_from(count) {
        Ok(count) if count <= buffer.len() => {
            buffer[..count].copy_from_slice(&runtime::buffer::expect_bytes(vm, &room)?[..count]);
            Ok(Some(count))
        }
        _ => {
            let len = buffer.len();
            let text = format!("raw readinto() returned invalid length {count} (should have been between 0 and {len})");
            Err(vm.raise_new(Exc::OSError, text))
        }
    }
}

/// Reads to the end.
pub fn read_all(vm: &Vm, stream: &ObjRef) -> PyResult<Option<Vec<u8>>> {
    if is_native(vm, stream) {
        return fileio::read_all(vm, stream);
    }
    if vm.get_attr_opt(stream, &vm.intern("readall"))?.is_some() {
        let all = vm.call_method_str(stream, "readall", &[])?;
        if vm.is_none(&all) {
            return Ok(None);
        }
        if !vm.is_bytes(&all) {
            return Err(vm.type_error("readall() should return bytes"));
        }
        return Ok(Some(runtime::buffer::expect_bytes(vm, &all)?.into_owned()));
    }
    let (mut all, mut piece) = (Vec::new(), vec![0; super::BUFFER]);
    while let Some(count @ 1..) = read(vm, stream, &mut piece)? {
        all.extend_from_slice(&piece[..count]);
    }
    Ok(Some(all))
}

/// Writes everything; how much was written, and how that ended.
pub fn write_all(vm: &Vm, stream: &ObjRef, bytes: &[u8]) -> (usize, PyResult<()>) {
    let mut written = 0;
    while written < bytes.len() {
        match write_once(vm, stream, &bytes[written..]) {
            Ok(Some(count)) => written += count,
            Ok(None) => return (written, Err(would_block(vm, written))),
            Err(raised) => return (written, Err(raised)),
        }
    }
    (written, Ok(()))
}

fn write_once(vm: &Vm, stream: &ObjRef, bytes: &[u8]) -> PyResult<Option<usize>> {
    if is_native(vm, stream) {
        return fileio::write(vm, stream, bytes);
    }
    let count = vm.call_method(stream, &vm.names.write, &[vm.bytes(bytes)])?;
    if vm.is_none(&count) {
        return Ok(None);
    }
    let count = vm.to_index(&count)?;
    match usize::try_from(count) {
        Ok(count) if count <= bytes.len() => Ok(Some(count)),
        _ => {
            let len = bytes.len();
            let text = format!("raw write() returned invalid length {count} (should have been between 0 and {len})");
            Err(vm.raise_new(Exc::OSError, text))
        }
    }
}

#[cold]
fn would_block(vm: &Vm, written: usize) -> Raised {
    let args = [vm.int(11), vm.str("write could not complete without blocking"), vm.int(written as i64)];
    vm.raise_type(vm.exception_type(Exc::BlockingIOError), &args)
}

/// Moves; the new position.
pub fn seek(vm: &Vm, stream: &ObjRef, offset: i64, whence: i64) -> PyResult<i64> {
    if is_native(vm, stream) {
        let to = fileio::target(vm, &vm.int(offset), whence)?;
        return Ok(fileio::seek(vm, stream, to)? as i64);
    }
    position(vm, vm.call_method(stream, &vm.names.seek, &[vm.int(offset), vm.int(whence)])?)
}

pub fn tell(vm: &Vm, stream: &ObjRef) -> PyResult<i64> {
    if is_native(vm, stream) {
        return Ok(fileio::seek(vm, stream, rustix::fs::SeekFrom::Current(0))? as i64);
    }
    position(vm, vm.call_method_str(stream, "tell", &[])?)
}

fn position(vm: &Vm, at: ObjRef) -> PyResult<i64> {
    match vm.to_i64(&at)? {
        at if at < 0 => Err(vm.raise_new(Exc::OSError, format!("Raw stream returned invalid position {at}"))),
        at => Ok(at),
    }
}

//! `_io.BytesIO`: a binary stream in memory. Its bytes are a `bytearray`, so that `getbuffer()` can look at them.

use super::base::{self, DICT_OFFSET, IoBase, WEAK_OFFSET, bytes_argument, closed_error, fill_buffer, size_argument};
use gc::{ByteArray, ObjRef, Payload, Ref, Slot};
use runtime::error::PyResult;
use runtime::native::{Args, Fun, GetSet, Method, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use std::cell::Cell;

gc::payload! {
    /// The bytes (none when closed) and the position.
    pub struct BytesIo: gc extends IoBase { base: IoBase, data: Slot, pos: Cell<usize> }
}

pub static SPEC: TypeSpec = TypeSpec {
    base: Some(&base::BUFFERED),
    dict_offset: DICT_OFFSET,
    weaklist_offset: WEAK_OFFSET,
    basicsize: 88,
    slots: SlotDefs { new: Some(new), init: Some(init), iter: Some(iter), next: Some(next), ..SlotDefs::NONE },
    methods: METHODS,
    getset: &[GetSet { name: "closed", get: |vm, this| Ok(vm.bool(of(this).data.is_none())), set: None }],
    ..TypeSpec::new("_io.BytesIO", BytesIo::layout)
};

const METHODS: &[Method] = &[
    Method::new("readable(self, /)", Fun::None(yes)),
    Method::new("writable(self, /)", Fun::None(yes)),
    Method::new("seekable(self, /)", Fun::None(yes)),
    Method::new("flush(self, /)", Fun::None(|vm, this| data(vm, this).map(|_| vm.none()))),
    Method::new("isatty(self, /)", Fun::None(|vm, this| data(vm, this).map(|_| vm.bool(false)))),
    Method::new("close(self, /)", Fun::None(close)),
    Method::new("read(self, size=-1, /)", Fun::Pos(0, 1, read)),
    Method::new("read1(self, size=-1, /)", Fun::Pos(0, 1, read)),
    Method::new("readline(self, size=-1, /)", Fun::Pos(0, 1, readline)),
    Method::new("readinto(self, buffer, /)", Fun::One(readinto)),
    Method::new("write(self, b, /)", Fun::One(write)),
    Method::new("seek(self, pos, whence=0, /)", Fun::Pos(1, 2, seek)),
    Method::new("tell(self, /)", Fun::None(|vm, this| data(vm, this).map(|_| vm.int(of(this).pos.get() as i64)))),
    Method::new("truncate(self, size=None, /)", Fun::Pos(0, 1, truncate)),
    Method::new("getvalue(self, /)", Fun::None(|vm, this| Ok(vm.bytes(&data(vm, this)?.to_vec())))),
    Method::new("getbuffer(self, /)", Fun::None(getbuffer)),
    Method::new("__sizeof__(self, /)", Fun::None(sizeof)),
    Method::new("__getstate__(self, /)", Fun::None(getstate)),
    Method::new("__setstate__(self, state, /)", Fun::One(setstate)),
];

fn of(this: &ObjRef) -> &Ref<BytesIo> {
    this.to::<BytesIo>()
}

fn data(vm: &Vm, this: &ObjRef) -> PyResult<Ref<ByteArray>> {
    match of(this).data.get() {
        Some(data) => Ok(data.to::<ByteArray>().clone()),
        None => Err(closed_error(vm)),
    }
}

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let data = ByteArray::new(vm, &vm.types.bytearray).into_obj();
    let value = BytesIo { base: IoBase::new(), data: data.into(), pos: Cell::new(0) };
    Ok(super::base::stream(vm, class, value))
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let given = args.values();
    if given.len() > 1 {
        return Err(vm.type_error(format!("BytesIO() takes at most 1 argument ({} given)", given.len())));
    }
    if let Some(name) = args.names().first().filter(|name| !vm.str_is(name, "initial_bytes")) {
        let name = vm.lossy(name);
        return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for BytesIO()")));
    }
    let fresh = ByteArray::new(vm, &vm.types.bytearray);
    if let Some(initial) = given.first().filter(|initial| !vm.is_none(initial)) {
        let bytes = bytes_argument(vm, initial)?;
        vm.or_memory_error(fresh.replace(vm, 0, 0, &bytes))?;
    }
    of(this).data.set(fresh.into_obj());
    of(this).pos.set(0);
    Ok(())
}

fn yes(vm: &Vm, this: &ObjRef) -> PyResult {
    data(vm, this).map(|_| vm.bool(true))
}

fn iter(vm: &Vm, this: &ObjRef) -> PyResult {
    data(vm, this).map(|_| this.clone())
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let line = take_line(vm, this, None)?;
    Ok(if line.is_empty() { None } else { Some(vm.bytes(&line)) })
}

/// Fails while somebody looks at the bytes and the change would move them.
fn check_exports(vm: &Vm, data: &ByteArray) -> PyResult<()> {
    if data.exports() > 0 {
        return Err(vm.buffer_error("Existing exports of data: object cannot be re-sized"));
    }
    Ok(())
}

fn close(vm: &Vm, this: &ObjRef) -> PyResult {
    if let Some(data) = of(this).data.get() {
        check_exports(vm, data.to::<ByteArray>())?;
    }
    drop(of(this).data.take());
    Ok(vm.none())
}

/// The bytes from the position on, at most `count`.
fn take(vm: &Vm, this: &ObjRef, count: usize) -> PyResult<Vec<u8>> {
    let data = data(vm, this)?;
    let start = of(this).pos.get().min(data.len());
    let end = start.saturating_add(count).min(data.len());
    of(this).pos.set(of(this).pos.get() + (end - start));
    Ok(data.copy(start, end))
}

fn read(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let size = size_argument(vm, args.first())?;
    Ok(vm.bytes(&take(vm, this, size.unwrap_or(usize::MAX))?))
}

fn take_line(vm: &Vm, this: &ObjRef, limit: Option<usize>) -> PyResult<Vec<u8>> {
    let data = data(vm, this)?;
    let start = of(this).pos.get().min(data.len());
    let mut end = start;
    let last = limit.map_or(data.len(), |limit| start.saturating_add(limit).min(data.len()));
    while end < last {
        end += 1;
        if data.get(end - 1) == Some(b'\n') {
            break;
        }
    }
    take(vm, this, end - start)
}

fn readline(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let limit = size_argument(vm, args.first())?;
    Ok(vm.bytes(&take_line(vm, this, limit)?))
}

fn readinto(vm: &Vm, this: &ObjRef, target: &ObjRef) -> PyResult {
    let bytes = take(vm, this, vm.len(target)?)?;
    fill_buffer(vm, target, &bytes, "readinto")?;
    Ok(vm.int_exact(bytes.len() as i64))
}

fn write(vm: &Vm, this: &ObjRef, given: &ObjRef) -> PyResult {
    let data = data(vm, this)?;
    check_exports(vm, &data)?;
    let bytes = bytes_argument(vm, given)?;
    if bytes.is_empty() {
        return Ok(vm.int(0));
    }
    write_bytes(vm, this, &bytes)?;
    Ok(vm.int_exact(bytes.len() as i64))
}

/// Writes at the position; a gap before it is filled with zeros.
fn write_bytes(vm: &Vm, this: &ObjRef, bytes: &[u8]) -> PyResult<()> {
    let data = data(vm, this)?;
    let start = of(this).pos.get();
    let old = data.len();
    if start > old {
        vm.or_memory_error(data.replace(vm, old, old, &vec![0; start - old]))?;
    }
    let end = (start + bytes.len()).min(data.len());
    vm.or_memory_error(data.replace(vm, start, end, bytes))?;
    of(this).pos.set(start + bytes.len());
    Ok(())
}

fn seek(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let data = data(vm, this)?;
    let offset = vm.to_i64(&args[0])?;
    let whence = args.get(1).map_or(Ok(0), |whence| vm.to_i64(whence))?;
    let start = match whence {
        0 if offset < 0 => return Err(vm.value_error(format!("negative seek value {offset}"))),
        0 => 0,
        1 => of(this).pos.get() as i64,
        2 => data.len() as i64,
        _ => return Err(vm.value_error(format!("invalid whence ({whence}, should be 0, 1 or 2)"))),
    };
    let at = start.checked_add(offset).ok_or_else(|| vm.overflow_error("new position too large"))?.max(0);
    of(this).pos.set(at as usize);
    Ok(vm.int(at))
}

fn truncate(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let data = data(vm, this)?;
    check_exports(vm, &data)?;
    let size = match args.first() {
        Some(size) if !vm.is_none(size) => vm.to_i64(size)?,
        _ => of(this).pos.get() as i64,
    };
    match usize::try_from(size) {
        Ok(size) if size < data.len() => vm.or_memory_error(data.replace(vm, size, data.len(), &[]))?,
        Ok(_) => {}
        Err(_) => return Err(vm.value_error(format!("negative size value {size}"))),
    }
    Ok(vm.int(size))
}

fn getbuffer(vm: &Vm, this: &ObjRef) -> PyResult {
    runtime::builtins::memoryview::from_object(vm, data(vm, this)?.as_obj())
}

/// The bytes belong to the stream.
fn sizeof(vm: &Vm, this: &ObjRef) -> PyResult {
    let own = of(this).data.get().map_or(0, |data| data.to::<ByteArray>().allocated());
    Ok(vm.int_exact((this.ty().basicsize() + if own == 0 { 0 } else { 32 + own }) as i64))
}

fn getstate(vm: &Vm, this: &ObjRef) -> PyResult {
    let value = vm.bytes(&data(vm, this)?.to_vec());
    let dict = of(this).base.dict.get().unwrap_or_else(|| vm.none());
    Ok(vm.tuple([value, vm.int(of(this).pos.get() as i64), dict]))
}

fn setstate(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let parts = base::state_parts(vm, this, state, 3)?;
    let fresh = ByteArray::new(vm, &vm.types.bytearray);
    vm.or_memory_error(fresh.replace(vm, 0, 0, &bytes_argument(vm, &parts[0])?))?;
    let pos = base::state_position(vm, &parts[1], "second item of state must be an integer, not")?;
    of(this).data.set(fresh.into_obj());
    of(this).pos.set(pos);
    base::state_attributes(vm, this, &parts[2], "third")?;
    Ok(vm.none())
}

//! `memoryview`: a look at the bytes of another object, without a copy.
//!
//! ```text
//!   memoryview --> managed buffer --> bytes or bytearray
//!   memoryview ----^
//! ```
//!
//! All views of one object that stem from each other share a managed buffer. While that lives, a bytearray counts an
//! export and keeps its length.

pub mod item;
pub mod iterator;
pub mod view;

use crate::buffer;
use crate::builtins::slice::bounds_of;
use crate::builtins::{bytes, int};
use crate::error::{Exc, PyResult, Raised};
use crate::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{ByteArray, Bytes, Field, Heap, List, ObjRef, Payload, PlainCell, Slot, Tuple, Visitor};
use std::cell::Cell;
use view::{Format, View};

/// The object whose bytes are looked at; a bytearray counts it.
struct Export(Slot);

impl Export {
    fn new(object: &ObjRef) -> Export {
        if let Some(array) = object.payload::<ByteArray>() {
            array.export();
        }
        Export(object.clone().into())
    }

    fn end(&self) {
        if let Some(object) = self.0.take()
            && let Some(array) = object.payload::<ByteArray>()
        {
            array.unexport();
        }
    }
}

impl Field for Export {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
    fn clear(&self, _heap: &Heap) {
        self.end();
    }
    fn release(&self, _heap: &Heap) {
        self.end();
    }
}

gc::payload! {
    /// What views of one object share.
    pub struct ManagedBuffer: gc { exporter: Export }
}

gc::payload! {
    /// A view; without a buffer after `release()`.
    pub struct MemoryView: gc { buffer: Slot, view: PlainCell<View>, hash: Cell<isize>, weak: gc::WeakList }
}

pub static BUFFER_SPEC: TypeSpec = TypeSpec {
    basicsize: 112,
    subclassable: false,
    flags: gc::TypeFlags::DISALLOW_INSTANTIATION,
    ..TypeSpec::new("managedbuffer", ManagedBuffer::layout)
};

pub static SPEC: TypeSpec = TypeSpec {
    basicsize: 168,
    weaklist_offset: (gc::HEADER + std::mem::offset_of!(MemoryView, weak)) as i32,
    subclassable: false,
    flags: gc::TypeFlags::SEQUENCE,
    doc: Some("Create a new memoryview object which references the given object."),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        len: Some(|vm, this| Ok(of(vm, this)?.shape.first().copied().unwrap_or(1))),
        get_item: Some(get_item),
        set_item: Some(set_item),
        iter: Some(iterator::iter),
        ..SlotDefs::NONE
    },
    methods: METHODS,
    getset: GETSET,
    ..TypeSpec::new("memoryview", MemoryView::layout)
};

static METHODS: &[Method] = &[
    Method::new("cast(self, /, format, shape=<unrepresentable>)", Fun::Bound(cast)).packing(Releases::until(9)),
    Method::new("hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)", Fun::Bound(hex)),
    Method::new("release(self, /)", Fun::None(release)),
    Method::new("tobytes(self, /, order='C')", Fun::Bound(tobytes)).packing(Releases::until(9)),
    Method::new("tolist(self, /)", Fun::None(tolist)),
    Method::new("toreadonly(self, /)", Fun::None(toreadonly)),
    Method::new("__enter__(self, /)", Fun::None(|vm, this| of(vm, this).map(|_| this.clone()))),
    Method::new("__exit__(self, /, *exc_info)", Fun::Raw(|vm, this, _| release(vm, this))),
];

static GETSET: &[GetSet] = &[
    GetSet { name: "obj", get: |vm, this| exporter(vm, this), set: None },
    GetSet { name: "nbytes", get: |vm, this| Ok(vm.int_exact(of(vm, this)?.nbytes() as i64)), set: None },
    GetSet { name: "readonly", get: |vm, this| Ok(vm.bool(of(vm, this)?.readonly)), set: None },
    GetSet { name: "itemsize", get: |vm, this| Ok(vm.int_exact(of(vm, this)?.format.itemsize() as i64)), set: None },
    GetSet { name: "format", get: |vm, this| Ok(vm.str(of(vm, this)?.format.text())), set: None },
    GetSet { name: "ndim", get: |vm, this| Ok(vm.int(of(vm, this)?.shape.len() as i64)), set: None },
    GetSet { name: "shape", get: shape, set: None },
    GetSet { name: "strides", get: strides, set: None },
    GetSet { name: "suboffsets", get: |vm, this| of(vm, this).map(|_| vm.empty_tuple.clone()), set: None },
    GetSet { name: "c_contiguous", get: |vm, this| Ok(vm.bool(of(vm, this)?.is_c_contiguous())), set: None },
    GetSet { name: "f_contiguous", get: |vm, this| Ok(vm.bool(of(vm, this)?.is_f_contiguous())), set: None },
    GetSet {
        name: "contiguous",
        get: |vm, this| of(vm, this).map(|view| vm.bool(view.is_c_contiguous() || view.is_f_contiguous())),
        set: None,
    },
];

fn new(vm: &Vm, _class: &ObjRef, args: Args<'_>) -> PyResult {
    let given = args.values();
    if given.len() > 1 {
        return Err(vm.type_error(format!("memoryview() takes at most 1 argument ({} given)", given.len())));
    }
    let named = args.names().iter().all(|name| vm.str_is(name, "object"));
    match given {
        [object] if named => from_object(vm, object),
        _ => Err(vm.type_error("memoryview() missing required argument 'object' (pos 1)")),
    }
}

/// `memoryview(object)`
pub fn from_object(vm: &Vm, object: &ObjRef) -> PyResult {
    if is(object) {
        let view = of(vm, object)?;
        return Ok(derived(vm, object, view));
    }
    let view = if let Some(bytes) = object.cast_ref::<Bytes>() {
        View::flat(bytes.len(), true)
    } else if let Some(array) = object.payload::<ByteArray>() {
        View::flat(array.len(), false)
    } else {
        let kind = vm.type_name(object);
        return Err(vm.type_error(format!("memoryview: a bytes-like object is required, not '{kind}'")));
    };
    let ty = vm.native_type(&BUFFER_SPEC);
    let buffer = vm.alloc(&ty, ManagedBuffer { exporter: Export::new(object) });
    Ok(make(vm, buffer.into_obj(), view))
}

fn make(vm: &Vm, buffer: ObjRef, view: View) -> ObjRef {
    let payload = MemoryView {
        buffer: buffer.into(),
        view: PlainCell::new(view),
        hash: Cell::new(-1),
        weak: gc::WeakList::default(),
    };
    vm.alloc(&vm.types.memoryview, payload).into_obj()
}

/// Another view of the same bytes.
fn derived(vm: &Vm, this: &ObjRef, view: View) -> ObjRef {
    match this.to::<MemoryView>().buffer.get() {
        Some(buffer) => make(vm, buffer, view),
        None => this.clone(),
    }
}

/// Whether the object is a memoryview.
pub fn is(object: &ObjRef) -> bool {
    object.has::<MemoryView>()
}

/// The geometry; a released view has none.
fn of(vm: &Vm, this: &ObjRef) -> PyResult<View> {
    let this = this.to::<MemoryView>();
    if this.buffer.is_none() { Err(released(vm)) } else { Ok(this.view.borrow().clone()) }
}

/// The object looked at.
fn exporter(vm: &Vm, this: &ObjRef) -> PyResult {
    let buffer = this.to::<MemoryView>().buffer.get();
    let exporter = buffer.and_then(|buffer| buffer.to::<ManagedBuffer>().exporter.0.get());
    exporter.ok_or_else(|| released(vm))
}

/// Bytes `at..at + len` of the exporter.
fn read(exporter: &ObjRef, at: isize, len: usize) -> Vec<u8> {
    let at = at as usize;
    match exporter.cast_ref::<Bytes>() {
        Some(bytes) => bytes.data()[at..at + len].to_vec(),
        None => exporter.payload::<ByteArray>().map(|array| array.copy(at, at + len)).unwrap_or_default(),
    }
}

fn write(exporter: &ObjRef, at: isize, bytes: &[u8]) {
    if let Some(array) = exporter.payload::<ByteArray>() {
        array.write(at as usize, bytes);
    }
}

/// The bytes of all items in order.
fn gather(vm: &Vm, this: &ObjRef, view: &View, fortran: bool) -> PyResult<Vec<u8>> {
    let exporter = exporter(vm, this)?;
    if view.is_c_contiguous() && !fortran {
        return Ok(read(&exporter, view.offset, view.nbytes()));
    }
    let size = view.format.itemsize();
    Ok(view.offsets(fortran).into_iter().flat_map(|at| read(&exporter, at, size)).collect())
}

/// The bytes of a memoryview; `None` for other objects.
pub fn bytes_of(vm: &Vm, object: &ObjRef) -> PyResult<Option<Vec<u8>>> {
    if !is(object) {
        return Ok(None);
    }
    let view = of(vm, object)?;
    gather(vm, object, &view, false).map(Some)
}

/// Writes to the start of a contiguous writable view; false if the object is none, or the bytes do not fit.
pub fn fill(vm: &Vm, object: &ObjRef, bytes: &[u8]) -> PyResult<bool> {
    if !is(object) {
        return Ok(false);
    }
    let view = of(vm, object)?;
    if view.readonly || !view.is_c_contiguous() || bytes.len() > view.nbytes() {
        return Ok(false);
    }
    write(&exporter(vm, object)?, view.offset, bytes);
    Ok(true)
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let state = if this.to::<MemoryView>().buffer.is_none() { "released memory" } else { "memory" };
    Ok(vm.str(format!("<{state} at {:#x}>", this.addr())))
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let cached = &this.to::<MemoryView>().hash;
    if cached.get() == -1 {
        let view = of(vm, this)?;
        if !view.readonly {
            return Err(vm.value_error("cannot hash writable memoryview object"));
        }
        if !view.format.is_byte() {
            return Err(vm.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
        }
        cached.set(vm.hash_key.hash_bytes(&gather(vm, this, &view, false)?));
    }
    Ok(cached.get())
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let equal = if this.to::<MemoryView>().buffer.is_none() {
        this.is(other)
    } else if !buffer::is_bytes_like(other) {
        return Ok(vm.not_implemented.clone());
    } else {
        same_items(vm, this, other)?
    };
    Ok(vm.bool(equal == (op == CmpOp::Eq)))
}

/// Same shape, and equal items.
fn same_items(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult<bool> {
    let (Ok(left), Ok(right)) = (of(vm, this), from_object(vm, other).and_then(|o| of(vm, &o))) else {
        return Ok(false);
    };
    if left.shape != right.shape {
        return Ok(false);
    }
    let other = from_object(vm, other)?;
    let (a, b) = (gather(vm, this, &left, false)?, gather(vm, &other, &right, false)?);
    if left.format.code == right.format.code && !matches!(left.format.code, b'f' | b'd') {
        return Ok(a == b);
    }
    for (x, y) in a.chunks(left.format.itemsize()).zip(b.chunks(right.format.itemsize())) {
        if !vm.eq(&item::unpack(vm, left.format, x), &item::unpack(vm, right.format, y))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The position of one item.
fn place(vm: &Vm, view: &View, at: usize, index: isize) -> PyResult<isize> {
    let len = view.shape[at];
    match crate::builtins::sequence::resolve(index, len) {
        Some(index) => Ok(index as isize * view.strides[at]),
        None => Err(vm.index_error(format!("index out of bounds on dimension {}", at + 1))),
    }
}

/// What the brackets mean: the offset of an item or a smaller view.
enum Target {
    Item(isize),
    Part(View),
}

fn target(vm: &Vm, view: &View, key: &ObjRef) -> PyResult<Target> {
    let dims = view.shape.len();
    if let Some(tuple) = key.cast_ref::<Tuple>() {
        return by_tuple(vm, view, tuple.items()).map(Target::Item);
    }
    if vm.is_index(key) {
        let index = vm.to_index_or(key, Exc::IndexError)?;
        return match dims {
            1 => Ok(Target::Item(view.offset + place(vm, view, 0, index)?)),
            0 => Err(vm.type_error("invalid indexing of 0-dim memory")),
            _ => Err(vm.not_implemented_error("multi-dimensional sub-views are not implemented")),
        };
    }
    match bounds_of(vm, key)? {
        Some(bounds) if dims > 0 => {
            let span = bounds.span(view.shape[0]);
            Ok(Target::Part(view.sliced(span.start, span.step, span.count)))
        }
        _ => Err(vm.type_error("memoryview: invalid slice key")),
    }
}

fn by_tuple(vm: &Vm, view: &View, keys: &[ObjRef]) -> PyResult<isize> {
    let dims = view.shape.len();
    if !keys.iter().all(|key| vm.is_index(key)) {
        return Err(vm.not_implemented_error("multi-dimensional slicing is not implemented"));
    }
    if keys.len() < dims {
        return Err(vm.not_implemented_error("sub-views are not implemented"));
    }
    if keys.len() > dims {
        return Err(vm.type_error(format!("cannot index {dims}-dimension view with {}-element tuple", keys.len())));
    }
    let mut offset = view.offset;
    for (dim, key) in keys.iter().enumerate() {
        offset += place(vm, view, dim, vm.to_index_or(key, Exc::IndexError)?)?;
    }
    Ok(offset)
}

fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    let view = of(vm, this)?;
    match target(vm, &view, key)? {
        Target::Item(at) => {
            let bytes = read(&exporter(vm, this)?, at, view.format.itemsize());
            Ok(item::unpack(vm, view.format, &bytes))
        }
        Target::Part(part) => Ok(derived(vm, this, part)),
    }
}

fn set_item(vm: &Vm, this: &ObjRef, key: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let view = of(vm, this)?;
    if view.readonly {
        return Err(vm.type_error("cannot modify read-only memory"));
    }
    let Some(value) = value else { return Err(vm.type_error("cannot delete memory")) };
    if view.shape.len() > 1 && vm.is_index(key) {
        return Err(vm.not_implemented_error("sub-views are not implemented"));
    }
    match target(vm, &view, key)? {
        Target::Item(at) => {
            let bytes = item::pack(vm, view.format, value)?;
            write(&exporter(vm, this)?, at, &bytes);
        }
        Target::Part(part) => assign(vm, this, &part, value)?,
    }
    Ok(())
}

/// `view[a:b] = value`: the same number of items of the same format.
fn assign(vm: &Vm, this: &ObjRef, part: &View, value: &ObjRef) -> PyResult<()> {
    if !buffer::is_bytes_like(value) {
        let kind = vm.type_name(value);
        return Err(vm.type_error(format!("a bytes-like object is required, not '{kind}'")));
    }
    let source = from_object(vm, value)?;
    let from = of(vm, &source)?;
    if from.shape != part.shape || from.format.code != part.format.code {
        return Err(vm.value_error("memoryview assignment: lvalue and rvalue have different structures"));
    }
    let bytes = gather(vm, &source, &from, false)?;
    let exporter = exporter(vm, this)?;
    for (at, item) in part.offsets(false).into_iter().zip(bytes.chunks(part.format.itemsize())) {
        write(&exporter, at, item);
    }
    Ok(())
}

fn shape(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.tuple(of(vm, this)?.shape.iter().map(|n| vm.int_exact(*n as i64)).collect::<Vec<_>>()))
}

fn strides(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.tuple(of(vm, this)?.strides.iter().map(|n| vm.int_exact(*n as i64)).collect::<Vec<_>>()))
}

fn hex(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let view = of(vm, this)?;
    bytes::hex::digits(vm, &gather(vm, this, &view, false)?, args)
}

fn release(vm: &Vm, this: &ObjRef) -> PyResult {
    drop(this.to::<MemoryView>().buffer.take());
    Ok(vm.none())
}

fn tobytes(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let view = of(vm, this)?;
    let fortran = match args.first() {
        Some(Some(order)) if !order.is(&vm.none) => {
            match int::str_argument(vm, order, "tobytes() argument 'order'")?.as_str() {
                "C" => false,
                "F" => true,
                "A" => view.is_f_contiguous() && !view.is_c_contiguous(),
                _ => return Err(vm.value_error("order must be 'C', 'F' or 'A'")),
            }
        }
        _ => false,
    };
    bytes::make::fresh(vm, &gather(vm, this, &view, fortran)?)
}

fn tolist(vm: &Vm, this: &ObjRef) -> PyResult {
    let view = of(vm, this)?;
    let bytes = gather(vm, this, &view, false)?;
    let size = view.format.itemsize();
    let mut items: Vec<ObjRef> = bytes.chunks(size).map(|chunk| item::unpack(vm, view.format, chunk)).collect();
    // Fold the rows together from the innermost dimension outwards.
    for len in view.shape.iter().skip(1).rev() {
        items = items.chunks((*len).max(1)).map(|row| vm.list(row.to_vec())).collect();
    }
    Ok(vm.list(items))
}

fn toreadonly(vm: &Vm, this: &ObjRef) -> PyResult {
    let view = of(vm, this)?;
    Ok(derived(vm, this, View { readonly: true, ..view }))
}

/// `cast(format[, shape])`: the same bytes as other items.
fn cast(vm: &Vm, this: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let [Some(format), shape] = args else { return Err(vm.system_error("cast without a format")) };
    let view = of(vm, this)?;
    let format = int::str_argument(vm, format, "cast() argument 'format'")?;
    if !view.is_c_contiguous() {
        return Err(vm.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    let shape = shape.as_ref().map(|shape| shape_of(vm, shape)).transpose()?;
    let Some(format) = Format::parse(&format) else {
        return Err(vm.value_error(
            "memoryview: destination format must be a native single character format prefixed with an optional '@'",
        ));
    };
    if !format.is_byte() && !view.format.is_byte() {
        return Err(vm.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let (total, size) = (view.nbytes(), format.itemsize());
    if total % size != 0 {
        return Err(vm.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let shape = shape.unwrap_or_else(|| vec![total / size]);
    if shape.iter().product::<usize>() * size != total {
        return Err(vm.type_error("memoryview: product(shape) * itemsize != buffer size"));
    }
    let strides = View::packed(&shape, size);
    Ok(derived(vm, this, View { format, shape, strides, ..view }))
}

fn shape_of(vm: &Vm, shape: &ObjRef) -> PyResult<Vec<usize>> {
    if !shape.has::<Tuple>() && !shape.has::<List>() {
        return Err(vm.type_error("shape must be a list or a tuple"));
    }
    let items = vm.collect(shape)?;
    if items.len() > 64 {
        return Err(vm.value_error("memoryview: number of dimensions must not exceed 64"));
    }
    let mut lens = Vec::with_capacity(items.len());
    for item in &items {
        if !item.has::<gc::Int>() {
            return Err(vm.type_error("memoryview.cast(): elements of shape must be integers"));
        }
        match usize::try_from(vm.to_index(item)?) {
            Ok(len @ 1..) if len < 1 << 40 => lens.push(len),
            _ => return Err(vm.value_error("memoryview.cast(): elements of shape must be integers > 0")),
        }
    }
    Ok(lens)
}

#[cold]
fn released(vm: &Vm) -> Raised {
    vm.value_error("operation forbidden on released memoryview object")
}

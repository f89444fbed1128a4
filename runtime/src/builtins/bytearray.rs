//! `bytearray`: bytes that can be changed; they grow by an eighth of room to spare.
//!
//! The methods that leave it alone are those of [`bytes`](crate::builtins::bytes), with results of its own kind. While a view
//! looks at the bytes the length is fixed.

use crate::buffer::{bytes_of, is_bytes_like};
use crate::builtins::bytes::{self, iterator, make, sequence};
use crate::builtins::sequence::resolve;
use crate::builtins::slice::{Span, bounds_of};
use crate::builtins::{arguments, bytes::make::byte};
use crate::bytes_methods;
use crate::error::{PyResult, Raised};
use crate::native::{Args, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::text::escape;
use crate::vm::Vm;
use frontend::op::BinOp;
use gc::{ByteArray, Exact, ObjRef, Payload, Str};

pub static SPEC: TypeSpec = TypeSpec {
    exact: Exact::ByteArray,
    doc: Some(
        "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n\
         bytearray(bytes_or_buffer) -> bytearray\nbytearray(int) -> that many zeros\nbytearray() -> empty bytearray",
    ),
    slots: SlotDefs {
        new: Some(|vm, class, _| Ok(ByteArray::new(vm, class).into_obj())),
        init: Some(init),
        repr: Some(repr),
        str: Some(|vm, this| vm.repr(this)),
        unhashable: true,
        compare: Some(sequence::compare),
        iter: Some(iterator::iter),
        len: Some(|_, this| Ok(of(this).len())),
        get_item: Some(get_item),
        set_item: Some(set_item),
        contains: Some(bytes::find::contains),
        concat: Some(sequence::concat),
        repeat: Some(sequence::repeat),
        inplace_concat: Some(inplace_concat),
        inplace_repeat: Some(inplace_repeat),
        binary: &[(BinOp::Mod, bytes::modulo)],
        ..SlotDefs::NONE
    },
    methods: METHODS,
    ..TypeSpec::new("bytearray", ByteArray::layout)
};

static METHODS: &[Method] = &bytes_methods![
    Method::new("append(self, item, /)", Fun::One(append)),
    Method::new("clear(self, /)", Fun::None(|vm, this| set_len(vm, this, 0).map(|()| vm.none()))),
    Method::new("copy(self, /)", Fun::None(|vm, this| from_slice(vm, &vm.types.bytearray, &of(this).to_vec()))),
    Method::new("extend(self, iterable_of_ints, /)", Fun::One(extend)),
    Method::new("insert(self, index, item, /)", Fun::Pos(2, 2, insert)),
    Method::new("pop(self, index=-1, /)", Fun::Pos(0, 1, pop)),
    Method::new("remove(self, value, /)", Fun::One(remove)),
    Method::new("reverse(self, /)", Fun::None(reverse)),
    Method::new("__alloc__(self, /)", Fun::None(|vm, this| Ok(vm.int_exact(of(this).allocated() as i64)))),
    Method::new("__reduce__(self, /)", Fun::None(reduce)),
    Method::new("__reduce_ex__(self, proto=0, /)", Fun::Pos(0, 1, |vm, this, _| reduce(vm, this))),
    Method::new("__sizeof__(self, /)", Fun::None(sizeof)),
];

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let given = arguments::named(vm, "bytearray", ["source", "encoding", "errors"], args)?;
    set_len(vm, this, 0)?;
    let made = make::from_arguments(vm, "bytearray", given)?;
    if given[0].is_some_and(|source| grows_by_byte(vm, source)) {
        for len in 1..made.len() {
            set_len(vm, this, len)?;
        }
    }
    set_len(vm, this, made.len())?;
    of(this).write(0, &made);
    Ok(())
}

/// Whether the bytes of the source come one by one from an iterator.
fn grows_by_byte(vm: &Vm, source: &ObjRef) -> bool {
    let sized = matches!(source.ty().exact(), Exact::List | Exact::Tuple);
    let known = sized && vm.heap.profile().objects.bytearray_presized;
    !known && !source.has::<Str>() && !vm.is_index(source) && !is_bytes_like(source)
}

/// The payload.
pub fn of(this: &ObjRef) -> &ByteArray {
    this.to::<ByteArray>()
}

/// Whether the object is a bytearray.
pub fn is(object: &ObjRef) -> bool {
    object.has::<ByteArray>()
}

/// A new bytearray (or instance of a subclass) with these bytes.
pub fn from_slice(vm: &Vm, class: &ObjRef, bytes: &[u8]) -> PyResult {
    let array = ByteArray::new(vm, class);
    vm.or_memory_error(array.resize(vm, bytes.len()))?;
    array.write(0, bytes);
    Ok(array.into_obj())
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let name = vm.type_name(this);
    Ok(vm.str(format!("{name}({})", escape::repr_bytearray(&of(this).to_vec()))))
}

/// Refuses to change the length under a view.
fn check_exports(vm: &Vm, this: &ObjRef) -> PyResult<()> {
    if of(this).exports() > 0 { Err(exported(vm)) } else { Ok(()) }
}

fn set_len(vm: &Vm, this: &ObjRef, len: usize) -> PyResult<()> {
    if len == of(this).len() {
        return Ok(());
    }
    check_exports(vm, this)?;
    vm.or_memory_error(of(this).resize(vm, len))
}

/// Puts bytes in place of `from..to`.
fn replace(vm: &Vm, this: &ObjRef, from: usize, to: usize, new: &[u8]) -> PyResult<()> {
    if new.len() != to - from {
        check_exports(vm, this)?;
    }
    vm.or_memory_error(of(this).replace(vm, from, to, new))
}

/// Takes `from..to` out without giving up bytes at the front.
fn cut(vm: &Vm, this: &ObjRef, from: usize, to: usize) -> PyResult<()> {
    if to > from {
        check_exports(vm, this)?;
    }
    vm.or_memory_error(of(this).cut(vm, from, to))
}

fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    if vm.is_index(key) {
        let at = resolve(sequence::index(vm, this, key)?, of(this).len());
        let byte = at.and_then(|at| of(this).get(at));
        return byte.map(|b| vm.int(b.into())).ok_or_else(|| vm.index_error(sequence::out_of_range(this)));
    }
    sequence::get_item(vm, this, key)
}

fn set_item(vm: &Vm, this: &ObjRef, key: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    if let Some(bounds) = bounds_of(vm, key)? {
        let new = value.map(|value| slice_bytes(vm, value)).transpose()?;
        return set_slice(vm, this, bounds.span(of(this).len()), new.as_deref());
    }
    let at = resolve(sequence::index(vm, this, key)?, of(this).len());
    let at = at.ok_or_else(|| vm.index_error(sequence::out_of_range(this)))?;
    match value {
        Some(value) => {
            let byte = byte(vm, value)?;
            // __index__ may have made it shorter.
            if of(this).set(at, byte) { Ok(()) } else { Err(vm.index_error(sequence::out_of_range(this))) }
        }
        None => replace(vm, this, at, at + 1, b""),
    }
}

/// What may stand on the right of a slice assignment.
fn slice_bytes(vm: &Vm, value: &ObjRef) -> PyResult<Vec<u8>> {
    if let Some(bytes) = bytes_of(vm, value)? {
        return Ok(bytes.into_owned());
    }
    if vm.is_index(value) || value.has::<Str>() {
        return Err(vm.type_error("can assign only bytes, buffers, or iterables of ints in range(0, 256)"));
    }
    make::from_arguments(vm, "bytearray", [Some(value), None, None])
}

fn set_slice(vm: &Vm, this: &ObjRef, span: Span, new: Option<&[u8]>) -> PyResult<()> {
    let array = of(this);
    let (start, count) = (span.start.max(0) as usize, span.count);
    if span.step == 1 {
        return replace(vm, this, start, start + count, new.unwrap_or(b""));
    }
    match new {
        Some([]) | None => {
            if count == 0 {
                return Ok(());
            }
            let last = span.start + (count as isize - 1) * span.step;
            let (gone, step) =
                (span.start.min(last) as usize..=span.start.max(last) as usize, span.step.unsigned_abs());
            let all = array.to_vec();
            let stays = |i: usize| !gone.contains(&i) || !(i - gone.start()).is_multiple_of(step);
            let kept: Vec<u8> = all.iter().enumerate().filter(|(i, _)| stays(*i)).map(|(_, b)| *b).collect();
            cut(vm, this, kept.len(), all.len())?;
            array.write(0, &kept);
            Ok(())
        }
        Some(new) if new.len() != count => Err(
            vm.value_error(format!("attempt to assign bytes of size {} to extended slice of size {count}", new.len()))
        ),
        Some(new) => {
            array.set_stepped(start, span.step, new);
            Ok(())
        }
    }
}

fn inplace_concat(vm: &Vm, this: &ObjRef, other: &ObjRef) -> PyResult {
    let Some(new) = bytes_of(vm, other)? else {
        let (given, own) = (vm.type_name(other), vm.type_name(this));
        return Err(vm.type_error(format!("can't concat {given} to {own}")));
    };
    push(vm, this, &new)?;
    Ok(this.clone())
}

fn inplace_repeat(vm: &Vm, this: &ObjRef, count: isize) -> PyResult {
    let bytes = of(this).to_vec();
    let count = usize::try_from(count).unwrap_or(0);
    let total = bytes.len().checked_mul(count).filter(|n| isize::try_from(*n).is_ok());
    set_len(vm, this, total.ok_or_else(|| vm.memory_error())?)?;
    (0..count).for_each(|n| of(this).write(n * bytes.len(), &bytes));
    Ok(this.clone())
}

/// Adds bytes at the end.
fn push(vm: &Vm, this: &ObjRef, new: &[u8]) -> PyResult<()> {
    let old = of(this).len();
    set_len(vm, this, old + new.len())?;
    of(this).write(old, new);
    Ok(())
}

fn append(vm: &Vm, this: &ObjRef, item: &ObjRef) -> PyResult {
    let byte = byte(vm, item)?;
    push(vm, this, &[byte]).map(|()| vm.none())
}

fn extend(vm: &Vm, this: &ObjRef, items: &ObjRef) -> PyResult {
    let new = match bytes_of(vm, items)? {
        Some(bytes) => bytes.into_owned(),
        None => {
            let Some(iterator) = vm.iter_opt(items)? else {
                return Err(vm.type_error(format!("can't extend bytearray with {}", vm.type_name(items))));
            };
            let mut new = Vec::new();
            while let Some(item) = vm.next(&iterator)? {
                new.push(byte(vm, &item)?);
            }
            new
        }
    };
    push(vm, this, &new).map(|()| vm.none())
}

fn insert(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (at, byte) = (vm.to_index(&args[0])?, byte(vm, &args[1])?);
    let len = of(this).len();
    let at = if at < 0 { (at + len as isize).max(0) as usize } else { (at as usize).min(len) };
    replace(vm, this, at, at, &[byte]).map(|()| vm.none())
}

fn pop(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let at = args.first().map_or(Ok(-1), |at| vm.to_index(at))?;
    let len = of(this).len();
    if len == 0 {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    let at = resolve(at, len).ok_or_else(|| vm.index_error("pop index out of range"))?;
    let byte = of(this).get(at);
    cut(vm, this, at, at + 1)?;
    Ok(vm.int(byte.unwrap_or(0).into()))
}

fn remove(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    let byte = byte(vm, value)?;
    match memchr::memchr(byte, &of(this).to_vec()) {
        Some(at) => cut(vm, this, at, at + 1).map(|()| vm.none()),
        None => Err(vm.value_error("value not found in bytearray")),
    }
}

fn reverse(vm: &Vm, this: &ObjRef) -> PyResult {
    let mut bytes = of(this).to_vec();
    bytes.reverse();
    of(this).write(0, &bytes);
    Ok(vm.none())
}

/// The bytes as Latin-1 text, for pickles.
fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let bytes = of(this).to_vec();
    let args = if bytes.is_empty() {
        vm.empty_tuple.clone()
    } else {
        let text = crate::builtins::str::make::from_units(vm, gc::Units::U1(&bytes))?;
        vm.tuple([text, vm.str("latin-1")])
    };
    let state = vm.call_method_str(this, "__getstate__", &[])?;
    Ok(vm.tuple([this.ty_ref().clone(), args, state]))
}

fn sizeof(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.int_exact((this.ty().basicsize() + of(this).allocated()) as i64))
}

#[cold]
fn exported(vm: &Vm) -> Raised {
    vm.buffer_error("Existing exports of data: object cannot be re-sized")
}

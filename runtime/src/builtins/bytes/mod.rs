//! `bytes`: numbers from 0 to 255 in a row, which never change; and the methods that it shares with `bytearray`.
//!
//! The methods take either type: [`make::data`] reads the receiver, [`make::like`] makes a result of the receiver's kind. An
//! exact `bytes` that an operation leaves as it was is handed back itself; empty and one-byte objects exist once.

pub mod case;
pub mod find;
pub mod hex;
pub mod iterator;
pub mod make;
pub mod pad;
pub mod sequence;
pub mod split;
pub mod strip;
pub mod translate;

use crate::builtins::arguments;
use crate::error::PyResult;
use crate::format::percent;
use crate::native::{Args, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::text::escape;
use crate::vm::Vm;
use frontend::op::BinOp;
use gc::{Bytes, Exact, ObjRef, Payload, Ref, TypeFlags};
use make::{data, like};

pub static SPEC: TypeSpec = TypeSpec {
    basicsize: 33,
    itemsize: 1,
    exact: Exact::Bytes,
    flags: TypeFlags::BYTES,
    doc: Some(
        "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> bytes\n\
         bytes(int) -> that many zeros\nbytes() -> empty bytes",
    ),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(|vm, this| Ok(vm.str(escape::repr_bytes(&data(this))))),
        str: Some(|vm, this| vm.repr(this)),
        hash: Some(hash),
        compare: Some(sequence::compare),
        iter: Some(iterator::iter),
        len: Some(|_, this| Ok(of(this).len())),
        get_item: Some(sequence::get_item),
        contains: Some(find::contains),
        concat: Some(sequence::concat),
        repeat: Some(sequence::repeat),
        binary: &[(BinOp::Mod, modulo)],
        ..SlotDefs::NONE
    },
    methods: METHODS,
    ..TypeSpec::new("bytes", Bytes::layout)
};

static METHODS: &[Method] = &crate::bytes_methods![
    Method::new("__bytes__(self, /)", Fun::None(make::exact)),
    Method::new("__getnewargs__(self, /)", Fun::None(|vm, this| Ok(vm.tuple([vm.bytes(&data(this))])))),
];

/// The rows that `bytes` and `bytearray` have in common, and those given.
#[macro_export]
macro_rules! bytes_methods {
    ($($own:expr),* $(,)?) => {{
        use $crate::builtins::bytes::{case, find, hex, make, pad, split, strip, translate};
        use $crate::native::{Fun, Method};
        [
            Method::new("capitalize(self, /)", Fun::None(case::capitalize)),
            Method::new("center(self, width, fillchar=b' ', /)", Fun::Pos(1, 2, pad::center)),
            Method::new("count(self, sub, start=None, end=None, /)", Fun::Raw(find::count)).packing(Releases::until(12)),
            Method::new("decode(self, /, encoding='utf-8', errors='strict')", Fun::Bound(make::decode)),
            Method::new("endswith(self, suffix, start=None, end=None, /)", Fun::Raw(find::endswith)).packing(Releases::until(12)),
            Method::new("expandtabs(self, /, tabsize=8)", Fun::Bound(pad::expandtabs)),
            Method::new("find(self, sub, start=None, end=None, /)", Fun::Raw(find::find)).packing(Releases::until(12)),
            Method::class("fromhex(type, string, /)", Fun::One(hex::fromhex)),
            Method::new("hex(self, /, sep=<unrepresentable>, bytes_per_sep=1)", Fun::Bound(hex::hex)),
            Method::new("index(self, sub, start=None, end=None, /)", Fun::Raw(find::index)).packing(Releases::until(12)),
            Method::new("isalnum(self, /)", Fun::None(case::isalnum)),
            Method::new("isalpha(self, /)", Fun::None(case::isalpha)),
            Method::new("isascii(self, /)", Fun::None(case::isascii)),
            Method::new("isdigit(self, /)", Fun::None(case::isdigit)),
            Method::new("islower(self, /)", Fun::None(case::islower)),
            Method::new("isspace(self, /)", Fun::None(case::isspace)),
            Method::new("istitle(self, /)", Fun::None(case::istitle)),
            Method::new("isupper(self, /)", Fun::None(case::isupper)),
            Method::new("join(self, iterable_of_bytes, /)", Fun::One(split::join)),
            Method::new("ljust(self, width, fillchar=b' ', /)", Fun::Pos(1, 2, pad::ljust)),
            Method::new("lower(self, /)", Fun::None(case::lower)),
            Method::new("lstrip(self, bytes=None, /)", Fun::Pos(0, 1, strip::lstrip)),
            Method::fixed("maketrans(frm, to, /)", Fun::Pos(2, 2, translate::maketrans)),
            Method::new("partition(self, sep, /)", Fun::One(split::partition)),
            Method::new("removeprefix(self, prefix, /)", Fun::One(strip::removeprefix)),
            Method::new("removesuffix(self, suffix, /)", Fun::One(strip::removesuffix)),
            Method::new("replace(self, old, new, count=-1, /)", Fun::Pos(2, 3, translate::replace)),
            Method::new("rfind(self, sub, start=None, end=None, /)", Fun::Raw(find::rfind)).packing(Releases::until(12)),
            Method::new("rindex(self, sub, start=None, end=None, /)", Fun::Raw(find::rindex)).packing(Releases::until(12)),
            Method::new("rjust(self, width, fillchar=b' ', /)", Fun::Pos(1, 2, pad::rjust)),
            Method::new("rpartition(self, sep, /)", Fun::One(split::rpartition)),
            Method::new("rsplit(self, /, sep=None, maxsplit=-1)", Fun::Bound(split::rsplit)),
            Method::new("rstrip(self, bytes=None, /)", Fun::Pos(0, 1, strip::rstrip)),
            Method::new("split(self, /, sep=None, maxsplit=-1)", Fun::Bound(split::split)),
            Method::new("splitlines(self, /, keepends=False)", Fun::Bound(split::splitlines)),
            Method::new("startswith(self, prefix, start=None, end=None, /)", Fun::Raw(find::startswith)).packing(Releases::until(12)),
            Method::new("strip(self, bytes=None, /)", Fun::Pos(0, 1, strip::strip)),
            Method::new("swapcase(self, /)", Fun::None(case::swapcase)),
            Method::new("title(self, /)", Fun::None(case::title)),
            Method::new("translate(self, table, /, delete=b'')", Fun::Bound(translate::translate)),
            Method::new("upper(self, /)", Fun::None(case::upper)),
            Method::new("zfill(self, width, /)", Fun::One(pad::zfill)),
            $($own),*
        ]
    }};
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let given = arguments::named(vm, "bytes", ["source", "encoding", "errors"], args)?;
    let made = make::from_arguments(vm, "bytes", given)?;
    if class.is(&vm.types.bytes) {
        // The bytes of a bytes object are shared, not copied.
        return Ok(match given {
            [Some(source), None, None] if source.ty_ref().is(&vm.types.bytes) => source.clone(),
            [Some(source), None, None] if source.has::<gc::Int>() || crate::buffer::is_bytes_like(source) => {
                make::fresh(vm, &made)?
            }
            _ => vm.bytes(&made),
        });
    }
    vm.or_memory_error(Bytes::new(vm, class, &made)).map(Ref::into_obj)
}

/// The typed handle of a bytes object.
///
/// # Panics
/// If it is none: an internal error, slots only get their own type.
pub fn of(obj: &ObjRef) -> &Ref<Bytes> {
    match obj.cast_ref::<Bytes>() {
        Some(bytes) => bytes,
        None => unreachable!("a bytes slot was called with something else"),
    }
}

/// The hash, computed once; that of a str with the same bytes.
pub fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let this = of(this);
    if this.hash_cached() == -1 {
        this.set_hash(vm.hash_key.hash_bytes(this.data()));
    }
    Ok(this.hash_cached())
}

/// `template % values`, for both types.
pub fn modulo(vm: &Vm, template: &ObjRef, values: &ObjRef) -> PyResult {
    if !make::is_receiver(template) {
        return Ok(vm.not_implemented.clone());
    }
    let made = percent::bytes_modulo(vm, &data(template), values)?;
    if template.has::<Bytes>() { Ok(vm.bytes(&made)) } else { like(vm, template, made) }
}

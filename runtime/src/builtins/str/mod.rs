//! `str`: text, one, two or four bytes per character, as few as the widest needs (PEP 393).
//!
//! Strings never change. Operations that have nothing to do hand back the string itself, results are of the exact type
//! `str`, single Latin-1 characters and the empty string are shared. [`make`] is where all of that is decided.

pub mod case;
pub mod classify;
pub mod encode;
pub mod find;
pub mod iterator;
pub mod join;
pub mod make;
pub mod pad;
pub mod sequence;
pub mod split;
pub mod strip;
pub mod translate;

use crate::builtins::arguments;
use crate::error::PyResult;
use crate::format::{percent, spec::Spec, template_apply};
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::text::{TextBuf, escape, slice, units_len};
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp};
use gc::{Exact, ObjRef, Payload, Ref, Str, TypeFlags};
use make::of;

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(13),
    exact: Exact::Str,
    flags: TypeFlags::STR,
    doc: Some(
        "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n\
         The text that an object shows itself as, or the text that bytes stand for in an encoding.",
    ),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(|vm, this| {
            // An escape has up to ten characters, a line feed two: the worst is not worth refusing a long text for.
            vm.check_room(of(this).len().saturating_mul(2))?;
            make::from_buf(vm, &escape::repr(of(this).units()))
        }),
        str: Some(|vm, this| make::unchanged(vm, of(this))),
        hash: Some(|vm, this| Ok(hash_of(vm, of(this)))),
        compare: Some(compare),
        iter: Some(iterator::iter),
        len: Some(|_, this| Ok(of(this).len())),
        get_item: Some(sequence::get_item),
        contains: Some(find::contains),
        concat: Some(sequence::concat),
        repeat: Some(sequence::repeat),
        binary: &[(BinOp::Mod, percent::str_modulo)],
        ..SlotDefs::NONE
    },
    methods: METHODS,
    ..TypeSpec::new("str", Str::layout)
};

static METHODS: &[Method] = &[
    Method::new("capitalize(self, /)", Fun::None(case::capitalize)),
    Method::new("casefold(self, /)", Fun::None(case::casefold)),
    Method::new("center(self, width, fillchar=' ', /)", Fun::Pos(1, 2, pad::center)),
    Method::new("count(self, sub, start=None, end=None, /)", Fun::Raw(find::count)).packing(Releases::until(12)),
    Method::new("encode(self, /, encoding='utf-8', errors='strict')", Fun::Bound(encode::encode)),
    Method::new("endswith(self, suffix, start=None, end=None, /)", Fun::Raw(find::endswith))
        .packing(Releases::until(12)),
    Method::new("expandtabs(self, /, tabsize=8)", Fun::Bound(pad::expandtabs)),
    Method::new("find(self, sub, start=None, end=None, /)", Fun::Raw(find::find)).packing(Releases::until(12)),
    Method::new("format(self, /, *args, **kwargs)", Fun::Raw(template_apply::format)).packing(Releases::ALL),
    Method::new("format_map(self, mapping, /)", Fun::One(template_apply::format_map)),
    Method::new("index(self, sub, start=None, end=None, /)", Fun::Raw(find::index)).packing(Releases::until(12)),
    Method::new("isalnum(self, /)", Fun::None(classify::isalnum)),
    Method::new("isalpha(self, /)", Fun::None(classify::isalpha)),
    Method::new("isascii(self, /)", Fun::None(|vm, this| Ok(vm.bool(of(this).is_ascii())))),
    Method::new("isdecimal(self, /)", Fun::None(classify::isdecimal)),
    Method::new("isdigit(self, /)", Fun::None(classify::isdigit)),
    Method::new("isidentifier(self, /)", Fun::None(classify::isidentifier)),
    Method::new("islower(self, /)", Fun::None(classify::islower)),
    Method::new("isnumeric(self, /)", Fun::None(classify::isnumeric)),
    Method::new("isprintable(self, /)", Fun::None(classify::isprintable)),
    Method::new("isspace(self, /)", Fun::None(classify::isspace)),
    Method::new("istitle(self, /)", Fun::None(classify::istitle)),
    Method::new("isupper(self, /)", Fun::None(classify::isupper)),
    Method::new("join(self, iterable, /)", Fun::One(join::join)),
    Method::new("ljust(self, width, fillchar=' ', /)", Fun::Pos(1, 2, pad::ljust)),
    Method::new("lower(self, /)", Fun::None(case::lower)),
    Method::new("lstrip(self, chars=None, /)", Fun::Pos(0, 1, strip::lstrip)),
    Method::fixed("maketrans(x, y=<unrepresentable>, z=<unrepresentable>, /)", Fun::Pos(1, 3, translate::maketrans)),
    Method::new("partition(self, sep, /)", Fun::One(split::partition)),
    Method::new("removeprefix(self, prefix, /)", Fun::One(strip::removeprefix)),
    Method::new("removesuffix(self, suffix, /)", Fun::One(strip::removesuffix)),
    Method::new("replace(self, old, new, count=-1, /)", Fun::Pos(2, 3, translate::replace)),
    Method::new("rfind(self, sub, start=None, end=None, /)", Fun::Raw(find::rfind)).packing(Releases::until(12)),
    Method::new("rindex(self, sub, start=None, end=None, /)", Fun::Raw(find::rindex)).packing(Releases::until(12)),
    Method::new("rjust(self, width, fillchar=' ', /)", Fun::Pos(1, 2, pad::rjust)),
    Method::new("rpartition(self, sep, /)", Fun::One(split::rpartition)),
    Method::new("rsplit(self, /, sep=None, maxsplit=-1)", Fun::Bound(split::rsplit)),
    Method::new("rstrip(self, chars=None, /)", Fun::Pos(0, 1, strip::rstrip)),
    Method::new("split(self, /, sep=None, maxsplit=-1)", Fun::Bound(split::split)),
    Method::new("splitlines(self, /, keepends=False)", Fun::Bound(split::splitlines)),
    Method::new("startswith(self, prefix, start=None, end=None, /)", Fun::Raw(find::startswith))
        .packing(Releases::until(12)),
    Method::new("strip(self, chars=None, /)", Fun::Pos(0, 1, strip::strip)),
    Method::new("swapcase(self, /)", Fun::None(case::swapcase)),
    Method::new("title(self, /)", Fun::None(case::title)),
    Method::new("translate(self, table, /)", Fun::One(translate::translate)),
    Method::new("upper(self, /)", Fun::None(case::upper)),
    Method::new("zfill(self, width, /)", Fun::One(pad::zfill)),
    Method::new("__format__(self, format_spec, /)", Fun::One(format)),
    Method::new("__getnewargs__(self, /)", Fun::None(getnewargs)),
    Method::new("__sizeof__(self, /)", Fun::None(|vm, this| Ok(vm.int_exact(of(this).size_in_bytes(vm) as i64)))),
];

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let [object, encoding, errors] = arguments::named(vm, "str", ["object", "encoding", "errors"], args)?;
    let text = match object {
        None => vm.empty_str.clone(),
        Some(object) if encoding.is_none() && errors.is_none() => vm.str_of(object)?,
        Some(object) => encode::decode_object(vm, object, encoding, errors)?,
    };
    if class.is(&vm.types.str) {
        return Ok(text);
    }
    vm.or_memory_error(Str::from_units(vm, class, of(&text).units())).map(Ref::into_obj)
}

/// The hash, computed once.
#[inline]
pub fn hash_of(vm: &Vm, text: &Ref<Str>) -> isize {
    match text.hash_cached() {
        -1 => {
            let hash = vm.hash_key.hash_bytes(text.unit_bytes());
            text.set_hash(hash);
            hash
        }
        hash => hash,
    }
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    let Some(other) = other.cast_ref::<Str>() else { return Ok(vm.not_implemented.clone()) };
    let this = of(this);
    Ok(vm.bool(match op {
        CmpOp::Eq => this.same_text(other),
        CmpOp::Ne => !this.same_text(other),
        _ => crate::builtins::sequence::ordering_fits(op, this.compare(other)),
    }))
}

fn getnewargs(vm: &Vm, this: &ObjRef) -> PyResult {
    let copy = vm.or_memory_error(Str::from_units(vm, &vm.types.str, of(this).units()))?;
    Ok(vm.tuple([copy.into_obj()]))
}

/// `__format__`: padding and cutting.
fn format(vm: &Vm, this: &ObjRef, spec: &ObjRef) -> PyResult {
    let Some(spec) = spec.cast_ref::<Str>() else {
        return Err(vm.type_error(format!("__format__() argument must be str, not {}", vm.argument_kind(spec))));
    };
    let this = of(this);
    if spec.is_empty() {
        return vm.str_of(this.as_obj());
    }
    let owner = vm.type_name(this.as_obj());
    let spec = Spec::parse(spec.units(), b's', b'<', &owner).map_err(|fault| fault.raise(vm))?;
    check_spec(&spec, &owner).map_err(|fault| fault.raise(vm))?;
    let len = this.len().min(spec.precision.unwrap_or(usize::MAX));
    if spec.width <= len {
        return make::part(vm, this, 0, len);
    }
    let (left, right) = spec.padding(len);
    let mut out = TextBuf::with_capacity(spec.width);
    out.push_repeat(spec.fill, left);
    out.push_units(slice(this.units(), 0, len));
    out.push_repeat(spec.fill, right);
    make::from_buf(vm, &out)
}

/// What makes no sense for text.
fn check_spec(spec: &Spec, owner: &str) -> Result<(), crate::format::Fault> {
    use crate::format::Fault;
    if spec.kind != u32::from(b's') {
        return Err(spec.unknown_kind(owner));
    }
    match spec.sign {
        0 => {}
        b' ' => return Err(Fault::value("Space not allowed in string format specifier")),
        _ => return Err(Fault::value("Sign not allowed in string format specifier")),
    }
    if spec.no_negative_zero {
        return Err(Fault::value("Negative zero coercion (z) not allowed in string format specifier"));
    }
    if spec.alternate {
        return Err(Fault::value("Alternate form (#) not allowed in string format specifier"));
    }
    if spec.align == b'=' {
        return Err(Fault::value("'=' alignment not allowed in string format specifier"));
    }
    Ok(())
}

/// The length in characters, for helpers that have only the object.
pub fn len(this: &ObjRef) -> usize {
    units_len(of(this).units())
}

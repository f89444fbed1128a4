//! The module `builtins`: the functions that are there without an import, and the names of the builtin types.

pub(crate) mod attributes;
mod extremes;
pub(crate) mod iteration;
mod numbers;
mod output;
mod site;
pub mod text;

use crate::builtins::builtin_function;
use crate::error::{Exc, PyResult};
use crate::native::{Fun, Method, ModuleSpec, Releases};
use crate::vm::{Vm, run};
use gc::ObjRef;

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "builtins",
    doc: Some("Functions, types, exceptions and constants that every program can name without an import."),
    functions: FUNCTIONS,
    init,
};

const FUNCTIONS: &[Method] = &[
    Method::new("abs(x, /)", Fun::One(numbers::abs)),
    Method::new("aiter(async_iterable, /)", Fun::One(iteration::aiter)),
    Method::new("all(iterable, /)", Fun::One(iteration::all)),
    Method::new("anext(aiterator, default, /)", Fun::Pos(1, 2, iteration::anext)),
    Method::new("any(iterable, /)", Fun::One(iteration::any)),
    Method::new("ascii(obj, /)", Fun::One(text::ascii)),
    Method::new("bin(number, /)", Fun::One(numbers::bin)),
    Method::new("breakpoint(*args, **kwargs)", Fun::Raw(site::breakpoint)),
    Method::new("callable(obj, /)", Fun::One(attributes::callable)),
    Method::new("chr(i, /)", Fun::One(text::chr)),
    Method::new("delattr(obj, name, /)", Fun::Pos(2, 2, attributes::delattr)),
    Method::new("dir(object, /)", Fun::Pos(0, 1, attributes::dir))
        .packing(Releases::until(11).and(Releases::since(13))),
    Method::new("divmod(x, y, /)", Fun::Pos(2, 2, numbers::divmod)),
    Method::new("format(value, format_spec='', /)", Fun::Pos(1, 2, text::format)),
    Method::new("getattr(object, name, default, /)", Fun::Pos(2, 3, attributes::getattr)),
    Method::new("hasattr(obj, name, /)", Fun::Pos(2, 2, attributes::hasattr)),
    Method::new("hash(obj, /)", Fun::One(numbers::hash)),
    Method::new("hex(number, /)", Fun::One(numbers::hex)),
    Method::new("id(obj, /)", Fun::One(numbers::id)),
    Method::new("input(prompt='', /)", Fun::Pos(0, 1, output::input)),
    Method::new("isinstance(obj, class_or_tuple, /)", Fun::Pos(2, 2, attributes::isinstance)).unbroken(),
    Method::new("issubclass(cls, class_or_tuple, /)", Fun::Pos(2, 2, attributes::issubclass)),
    Method::new("iter(iterable, sentinel, /)", Fun::Pos(1, 2, iteration::iter)),
    Method::new("len(obj, /)", Fun::One(iteration::len)).unbroken(),
    Method::new("max(*args, default, key=None)", Fun::Raw(extremes::max)).packing(Releases::until(12)),
    Method::new("min(*args, default, key=None)", Fun::Raw(extremes::min)).packing(Releases::until(12)),
    Method::new("next(iterator, default, /)", Fun::Pos(1, 2, iteration::next)),
    Method::new("oct(number, /)", Fun::One(numbers::oct)),
    Method::new(
        "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
        Fun::Raw(output::open),
    ),
    Method::new("ord(c, /)", Fun::One(text::ord)),
    Method::new("pow(base, exp, mod=None)", Fun::Bound(numbers::pow)),
    Method::new("print(*args, sep=' ', end='\\n', file=None, flush=False)", Fun::Raw(output::print)),
    Method::new("repr(obj, /)", Fun::One(text::repr)),
    Method::new("round(number, ndigits=None)", Fun::Bound(numbers::round)),
    Method::new("setattr(obj, name, value, /)", Fun::Pos(3, 3, attributes::setattr)),
    Method::new("sorted(iterable, /, *, key=None, reverse=False)", Fun::Raw(iteration::sorted)),
    Method::new("sum(iterable, /, start=0)", Fun::Bound(numbers::sum)),
    Method::new("vars(object, /)", Fun::Pos(0, 1, attributes::vars))
        .packing(Releases::until(11).and(Releases::since(13))),
];

/// Adds the functions that the machine serves, and the names of builtin types and constants.
fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    let name = vm.intern(MODULE.name);
    for row in run::BUILTINS {
        let function = builtin_function::function(vm, row, module, &name);
        vm.set_attr(module, &vm.intern(row.name()), &function)?;
    }
    let types = &vm.types;
    let named = [
        ("bool", &types.bool_),
        ("bytearray", &types.bytearray),
        ("bytes", &types.bytes),
        ("classmethod", &types.classmethod),
        ("complex", &types.complex),
        ("dict", &types.dict),
        ("enumerate", &types.enumerate),
        ("filter", &types.filter),
        ("float", &types.float),
        ("frozenset", &types.frozenset),
        ("int", &types.int),
        ("list", &types.list),
        ("map", &types.map),
        ("memoryview", &types.memoryview),
        ("object", &types.object),
        ("property", &types.property),
        ("range", &types.range),
        ("reversed", &types.reversed),
        ("set", &types.set),
        ("slice", &types.slice),
        ("staticmethod", &types.staticmethod),
        ("str", &types.str),
        ("super", &types.super_),
        ("tuple", &types.tuple),
        ("type", &types.type_),
        ("zip", &types.zip),
        ("None", &vm.none),
        ("True", &vm.true_),
        ("False", &vm.false_),
        ("Ellipsis", &vm.ellipsis),
        ("NotImplemented", &vm.not_implemented),
        ("__debug__", &vm.true_),
    ];
    for (name, value) in named {
        vm.set_attr(module, &vm.intern(name), value)?;
    }
    vm.set_attr(module, &vm.intern("IOError"), vm.exception_type(Exc::OSError))?;
    for exc in Exc::ALL {
        vm.set_attr(module, &vm.intern(exc.name()), vm.exception_type(*exc))?;
    }
    for old_name in ["EnvironmentError", "IOError"] {
        vm.set_attr(module, &vm.intern(old_name), vm.exception_type(Exc::OSError))?;
    }
    site::init(vm, module)
}

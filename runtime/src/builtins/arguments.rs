//! Argument rules that constructors share, with CPython's words.

use crate::error::{PyResult, Raised};
use crate::native::Args;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::ObjRef;

/// `list() takes no keyword arguments`
pub fn no_keywords(vm: &Vm, name: &str, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() {
        return Err(vm.type_error(format!("{name}() takes no keyword arguments")));
    }
    Ok(())
}

/// Whether the class leaves its arguments to `__new__`: then there is nobody else whom keywords could concern.
pub fn made_by_new_alone(vm: &Vm, class: &ObjRef) -> bool {
    let init = |class: &ObjRef| as_type(class).slots.init.get();
    match (init(class), init(&vm.types.object)) {
        (Some(own), Some(plain)) => std::ptr::fn_addr_eq(own, plain),
        (own, _) => own.is_none(),
    }
}

/// Checks the number of positional arguments: `range expected at least 1 argument, got 0`.
pub fn count(vm: &Vm, name: &str, given: usize, min: usize, max: usize) -> PyResult<()> {
    if given < min || given > max {
        return Err(wrong_count(vm, name, given, min, max));
    }
    Ok(())
}

/// The only positional argument, if there is one; more are an error.
pub fn at_most_one<'a>(vm: &Vm, name: &str, args: Args<'a>) -> PyResult<Option<&'a ObjRef>> {
    count(vm, name, args.positional().len(), 0, 1)?;
    Ok(args.positional().first())
}

#[cold]
fn wrong_count(vm: &Vm, name: &str, given: usize, min: usize, max: usize) -> Raised {
    let bound = if min == max {
        ""
    } else if given < min {
        "at least "
    } else {
        "at most "
    };
    let wanted = if given < min { min } else { max };
    let plural = if wanted == 1 { "" } else { "s" };
    vm.type_error(format!("{name} expected {bound}{wanted} argument{plural}, got {given}"))
}

/// Binds a constructor's arguments to named parameters, all of them optional:
/// `str() takes at most 3 arguments (4 given)`, `'x' is an invalid keyword argument for str()`.
pub fn named<'a, const N: usize>(
    vm: &Vm,
    function: &str,
    names: [&str; N],
    args: Args<'a>,
) -> PyResult<[Option<&'a ObjRef>; N]> {
    let (given, total) = (args.positional(), args.values().len());
    if total > N {
        return Err(vm.type_error(format!("{function}() takes at most {N} arguments ({total} given)")));
    }
    let mut bound: [Option<&ObjRef>; N] = std::array::from_fn(|i| given.get(i));
    for (name, value) in args.keywords() {
        let Some(at) = names.iter().position(|known| vm.str_is(name, known)) else {
            let name = vm.lossy(name);
            return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for {function}()")));
        };
        if bound[at].replace(value).is_some() {
            let (name, place) = (names[at], at + 1);
            return Err(
                vm.type_error(format!("argument for {function}() given by name ('{name}') and position ({place})"))
            );
        }
    }
    Ok(bound)
}

/// Whether the class has no `__init__` of its own that could take keywords.
pub fn keeps_init(vm: &Vm, class: &ObjRef) -> bool {
    match (as_type(class).slots.init.get(), as_type(&vm.types.object).slots.init.get()) {
        (Some(own), Some(plain)) => std::ptr::fn_addr_eq(own, plain),
        (own, _) => own.is_none(),
    }
}

//! Calling a slot through its `__dunder__` name: `int.__add__(1, 2)`.

use crate::bind::wrong_positional;
use crate::error::{Exc, PyResult};
use crate::native::Args;
use crate::object::Type;
use crate::object::slot_table::{Row, Wrapped};
use crate::vm::Vm;
use gc::ObjRef;

/// Calls a slot's function with the arguments of a `__dunder__` call.
pub fn call(vm: &Vm, row: &Row, wrapped: Wrapped, this: &ObjRef, args: Args<'_>) -> PyResult {
    match wrapped {
        Wrapped::Call(f) => return f(vm, this, args),
        Wrapped::Init(f) => return f(vm, this, args).map(|()| vm.none()),
        _ if args.has_keywords() => {
            return Err(vm.type_error(format!("wrapper {}() takes no keyword arguments", row.name)));
        }
        _ => {}
    }
    let args = args.values();
    match wrapped {
        Wrapped::Unary(f) => none(vm, args).and_then(|()| f(vm, this)),
        Wrapped::Len(f) => none(vm, args).and_then(|()| Ok(vm.int_exact(f(vm, this)? as i64))),
        Wrapped::Truth(f) => none(vm, args).and_then(|()| Ok(vm.bool(f(vm, this)?))),
        Wrapped::Hash(f) => none(vm, args).and_then(|()| Ok(vm.int_exact(f(vm, this)? as i64))),
        Wrapped::Next(f) => none(vm, args).and_then(|()| f(vm, this)?.ok_or_else(|| vm.stop_iteration(None))),
        Wrapped::Finalize(f) => none(vm, args).map(|()| {
            f(vm, this);
            vm.none()
        }),
        Wrapped::Power(f) | Wrapped::ReflectedPower(f) => power(vm, wrapped, f, this, args),
        _ => call_with_operands(vm, wrapped, this, args),
    }
}

fn call_with_operands(vm: &Vm, wrapped: Wrapped, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    match wrapped {
        Wrapped::Binary(f) => f(vm, this, one(vm, args)?),
        Wrapped::Reflected(f) => f(vm, one(vm, args)?, this),
        Wrapped::Compare(f, op) => f(vm, this, one(vm, args)?, op),
        Wrapped::GetItem(f) => f(vm, this, one(vm, args)?),
        Wrapped::Contains(f) => Ok(vm.bool(f(vm, this, one(vm, args)?)?)),
        Wrapped::Repeat(f) => match args {
            [count] => f(vm, this, vm.to_index_or(count, Exc::OverflowError)?),
            // `wrap_indexargfunc` unpacks under an empty name, and the blank behind it stays.
            _ => Err(wrong_positional(vm, " ", args.len(), 1, 1)),
        },
        Wrapped::GetAttr(f) => f(vm, this, one(vm, args)?),
        Wrapped::DelItem(f) => done(vm, f(vm, this, one(vm, args)?, None)),
        Wrapped::DelAttr(f) => {
            let name = one(vm, args)?;
            foreign_setattr(vm, this, f as usize, "__delattr__")?;
            done(vm, f(vm, this, name, None))
        }
        Wrapped::DescrDelete(f) => done(vm, f(vm, this, one(vm, args)?, None)),
        Wrapped::SetItem(f) => {
            let (key, value) = two(vm, args)?;
            done(vm, f(vm, this, key, Some(value)))
        }
        Wrapped::SetAttr(f) => {
            let (name, value) = two(vm, args)?;
            foreign_setattr(vm, this, f as usize, "__setattr__")?;
            done(vm, f(vm, this, name, Some(value)))
        }
        Wrapped::DescrSet(f) => {
            let (instance, value) = two(vm, args)?;
            done(vm, f(vm, this, instance, Some(value)))
        }
        Wrapped::DescrGet(f) => descr_get(vm, f, this, args),
        _ => Err(vm.system_error("a slot without a wrapper")),
    }
}

fn done(vm: &Vm, result: PyResult<()>) -> PyResult {
    result.map(|()| vm.none())
}

fn descr_get(vm: &Vm, f: crate::slots::DescrGetFn, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    if args.is_empty() || args.len() > 2 {
        return Err(wrong_tuple(vm, args.len(), 1, 2));
    }
    let instance = Some(&args[0]).filter(|o| !o.is(&vm.none));
    let owner = args.get(1).filter(|o| !o.is(&vm.none));
    if instance.is_none() && owner.is_none() {
        return Err(vm.type_error("__get__(None, None) is invalid"));
    }
    f(vm, this, instance, owner)
}

fn power(vm: &Vm, wrapped: Wrapped, f: crate::slots::TernaryFn, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    if args.is_empty() || args.len() > 2 {
        return Err(wrong_tuple(vm, args.len(), 1, 2));
    }
    let modulus = args.get(1).unwrap_or(&vm.none);
    match wrapped {
        Wrapped::ReflectedPower(_) => f(vm, &args[0], this, modulus),
        _ => f(vm, this, &args[0], modulus),
    }
}

/// `object.__setattr__(type, …)` must not get around a builtin type's own `__setattr__`.
fn foreign_setattr(vm: &Vm, this: &ObjRef, function: usize, what: &str) -> PyResult<()> {
    // CPython's hackcheck: skip the Python classes, then compare with the most derived builtin.
    let mut at = this.ty_ref().clone();
    loop {
        let ty = crate::vm::cast::as_type(&at);
        let own = ty.slots.set_attr.get().map_or(0, |f| f as usize);
        if ty.spec.get().is_some() {
            let same = own == function || own == 0;
            return if same || this.is(&at) || !Type::derives_from(this.ty_ref(), &vm.types.type_) {
                Ok(())
            } else {
                Err(vm.type_error(format!("can't apply this {what} to {} object", vm.type_name(this))))
            };
        }
        match ty.base.get() {
            Some(base) => at = base,
            None => return Ok(()),
        }
    }
}

fn none(vm: &Vm, args: &[ObjRef]) -> PyResult<()> {
    if args.is_empty() { Ok(()) } else { Err(wrong_positional(vm, "", args.len(), 0, 0)) }
}

fn one<'a>(vm: &Vm, args: &'a [ObjRef]) -> PyResult<&'a ObjRef> {
    match args {
        [arg] => Ok(arg),
        _ => Err(wrong_positional(vm, "", args.len(), 1, 1)),
    }
}

fn two<'a>(vm: &Vm, args: &'a [ObjRef]) -> PyResult<(&'a ObjRef, &'a ObjRef)> {
    match args {
        [a, b] => Ok((a, b)),
        _ => Err(wrong_tuple(vm, args.len(), 2, 2)),
    }
}

/// CPython unpacks these tuples without a function name, which leaves a blank in front.
fn wrong_tuple(vm: &Vm, given: usize, min: usize, max: usize) -> crate::Raised {
    wrong_positional(vm, " ", given, min, max)
}

//! Slots of Python classes: each calls the `__dunder__` method that the class (or a base) defines.

use crate::error::{Exc, PyResult};
use crate::native::Args;
use crate::object::{Type, type_of};
use crate::slots::{Named, SlotDefs, SlotId, UnaryFn};
use crate::vm::Vm;
use crate::vm::cast::{lend, prefixed};
use frontend::op::{BinOp, CmpOp};
use gc::ObjRef;

/// The slots that call Python methods. `concat` and the like have none: the operator's slot calls.
pub static TRAMPOLINES: SlotDefs = SlotDefs {
    new: Some(new),
    init: Some(init),
    call: Some(call),
    repr: Some(repr),
    str: Some(str),
    hash: Some(hash),
    compare: Some(compare),
    iter: Some(iter),
    next: Some(next),
    get_attr: Some(get_attr),
    set_attr: Some(set_attr),
    descr_get: Some(descr_get),
    descr_set: Some(descr_set),
    len: Some(len),
    get_item: Some(get_item),
    set_item: Some(set_item),
    contains: Some(contains),
    pow: Some(pow),
    negative: Some(negative),
    positive: Some(positive),
    absolute: Some(absolute),
    invert: Some(invert),
    divmod: Some(divmod),
    truth: Some(truth),
    int: Some(int),
    float: Some(float),
    index: Some(index),
    await_: Some(await_),
    aiter: Some(aiter),
    anext: Some(anext),
    finalize: Some(finalize),
    binary: &[
        (BinOp::Add, binary::<0>),
        (BinOp::Sub, binary::<1>),
        (BinOp::Mul, binary::<2>),
        (BinOp::TrueDiv, binary::<3>),
        (BinOp::FloorDiv, binary::<4>),
        (BinOp::Mod, binary::<5>),
        (BinOp::Pow, binary::<6>),
        (BinOp::LShift, binary::<7>),
        (BinOp::RShift, binary::<8>),
        (BinOp::And, binary::<9>),
        (BinOp::Or, binary::<10>),
        (BinOp::Xor, binary::<11>),
        (BinOp::MatMul, binary::<12>),
        (BinOp::InplaceAdd, inplace::<13>),
        (BinOp::InplaceSub, inplace::<14>),
        (BinOp::InplaceMul, inplace::<15>),
        (BinOp::InplaceTrueDiv, inplace::<16>),
        (BinOp::InplaceFloorDiv, inplace::<17>),
        (BinOp::InplaceMod, inplace::<18>),
        (BinOp::InplacePow, inplace::<19>),
        (BinOp::InplaceLShift, inplace::<20>),
        (BinOp::InplaceRShift, inplace::<21>),
        (BinOp::InplaceAnd, inplace::<22>),
        (BinOp::InplaceOr, inplace::<23>),
        (BinOp::InplaceXor, inplace::<24>),
        (BinOp::InplaceMatMul, inplace::<25>),
    ],
    ..SlotDefs::NONE
};

macro_rules! unary {
    ($($function:ident $name:ident;)+) => {
        $(fn $function(vm: &Vm, this: &ObjRef) -> PyResult {
            vm.call_special(this, &vm.names.$name, &[])
        })+
    };
}

unary! {
    negative __neg__;
    positive __pos__;
    absolute __abs__;
    invert __invert__;
    int __int__;
    float __float__;
    index __index__;
    await_ __await__;
    aiter __aiter__;
    anext __anext__;
}

fn iter(vm: &Vm, this: &ObjRef) -> PyResult {
    match vm.lookup_method(this, &vm.names.__iter__)? {
        Some((method, takes_self)) if !method.is(&vm.none) => vm.call_found(&method, takes_self, this, &[]),
        _ => Err(vm.type_error(format!("'{}' object is not iterable", vm.type_name(this)))),
    }
}

/// Whether that is the slot of classes with a `__repr__` of their own.
pub(crate) fn is_repr(slot: UnaryFn) -> bool {
    std::ptr::fn_addr_eq(slot, repr as UnaryFn)
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    match vm.call_special_opt(this, &vm.names.__repr__, &[])? {
        Some(text) => Ok(text),
        None => crate::builtins::object::repr(vm, this),
    }
}

fn str(vm: &Vm, this: &ObjRef) -> PyResult {
    match vm.call_special_opt(this, &vm.names.__str__, &[])? {
        Some(text) => Ok(text),
        None => vm.repr(this),
    }
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let Some((method, bound)) = vm.lookup_method(this, &vm.names.__hash__)? else {
        return Err(vm.unhashable(this));
    };
    if method.is(&vm.none) {
        return Err(vm.unhashable(this));
    }
    let value = vm.call_found(&method, bound, this, &[])?;
    if !vm.is_int(&value) {
        return Err(vm.type_error("__hash__ method should return an integer"));
    }
    let hash = match vm.to_i64_opt(&value) {
        Some(n) => n as isize,
        None => vm.hash(&value)?,
    };
    Ok(if hash == -1 { -2 } else { hash })
}

pub(crate) fn compare_name(vm: &Vm, op: CmpOp) -> &ObjRef {
    let n = &vm.names;
    [&n.__lt__, &n.__le__, &n.__eq__, &n.__ne__, &n.__gt__, &n.__ge__][op as usize]
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    // What goes wrong while the method is looked up (a property, say) counts as none.
    match vm.lookup_method(this, compare_name(vm, op)) {
        Ok(Some((method, bound))) => vm.call_found(&method, bound, this, &lend([other])),
        _ => Ok(vm.not_implemented.clone()),
    }
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    match vm.call_special(this, &vm.names.__next__, &[]) {
        Ok(value) => Ok(Some(value)),
        Err(raised) if raised.matches(vm, Exc::StopIteration) => {
            vm.note_stop(&raised);
            Ok(None)
        }
        Err(raised) => Err(raised),
    }
}

fn get_attr(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult {
    let found = get_attribute(vm, this, name);
    let Err(raised) = found else { return found };
    let hook = vm.type_lookup(this.ty_ref(), &vm.names.__getattr__);
    match hook {
        Some(hook) if raised.matches(vm, Exc::AttributeError) => {
            drop(raised);
            let (method, bound) = vm.bind_found(hook, this)?;
            let _method = vm.heap.profile().counts.attribute_hook_binds.then(|| this.clone());
            vm.call_found(&method, bound, this, &lend([name]))
        }
        _ => Err(raised),
    }
}

/// `__getattribute__`, without a detour if it is that of `object`.
fn get_attribute(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult {
    match vm.type_lookup(this.ty_ref(), &vm.names.__getattribute__) {
        Some(method) => {
            if let Some(native) = crate::builtins::descriptors::wrapped_get_attr(&method) {
                return native(vm, this, name);
            }
            let (method, bound) = vm.bind_found(method, this)?;
            let _method = this.clone();
            vm.call_found(&method, bound, this, &lend([name]))
        }
        None => vm.generic_get_attr(this, name),
    }
}

fn set_attr(vm: &Vm, this: &ObjRef, name: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(value) => vm.call_special(this, &vm.names.__setattr__, &lend([name, value])),
        None => vm.call_special(this, &vm.names.__delattr__, &lend([name])),
    }
    .map(drop)
}

fn descr_get(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, owner: Option<&ObjRef>) -> PyResult {
    // CPython calls the function found on the type with the descriptor as first argument.
    let Some(get) = vm.type_lookup(this.ty_ref(), &vm.names.__get__) else { return Ok(this.clone()) };
    let (instance, owner) = (instance.unwrap_or(&vm.none), owner.unwrap_or(&vm.none));
    vm.call(&get, &lend([this, instance, owner]))
}

fn descr_set(vm: &Vm, this: &ObjRef, instance: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(value) => vm.call_special(this, &vm.names.__set__, &lend([instance, value])),
        None => vm.call_special(this, &vm.names.__delete__, &lend([instance])),
    }
    .map(drop)
}

fn len(vm: &Vm, this: &ObjRef) -> PyResult<usize> {
    let value = vm.call_special(this, &vm.names.__len__, &[])?;
    let index = vm.index(&value)?;
    if vm.int_sign(&index) < 0 {
        return Err(vm.value_error("__len__() should return >= 0"));
    }
    Ok(vm.to_index_or(&index, Exc::OverflowError)? as usize)
}

fn get_item(vm: &Vm, this: &ObjRef, key: &ObjRef) -> PyResult {
    vm.call_special(this, &vm.names.__getitem__, &lend([key]))
}

fn set_item(vm: &Vm, this: &ObjRef, key: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(value) => vm.call_special(this, &vm.names.__setitem__, &lend([key, value])),
        None => vm.call_special(this, &vm.names.__delitem__, &lend([key])),
    }
    .map(drop)
}

fn contains(vm: &Vm, this: &ObjRef, item: &ObjRef) -> PyResult<bool> {
    match vm.lookup_method(this, &vm.names.__contains__)? {
        Some((method, _)) if method.is(&vm.none) => {
            Err(vm.type_error(format!("'{}' object is not a container", vm.type_name(this))))
        }
        Some((method, bound)) => {
            let answer = vm.call_found(&method, bound, this, &lend([item]))?;
            vm.truth(&answer)
        }
        None => vm.contains_by_iteration(this, item),
    }
}

fn truth(vm: &Vm, this: &ObjRef) -> PyResult<bool> {
    if let Some((method, bound)) = vm.lookup_method(this, &vm.names.__bool__)? {
        let value = vm.call_found(&method, bound, this, &[])?;
        if !value.is(&vm.true_) && !value.is(&vm.false_) {
            let kind = vm.type_name(&value);
            return Err(vm.type_error(format!("__bool__ should return bool, returned {kind}")));
        }
        return Ok(value.is(&vm.true_));
    }
    match vm.lookup_method(this, &vm.names.__len__)? {
        Some(_) => Ok(len(vm, this)? != 0),
        None => Ok(true),
    }
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let function = vm.get_attr(class, &vm.names.__new__)?;
    vm.call_args(&function, Args::new(&prefixed(class, args.values()), args.names()))
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let (method, bound) = required(vm, this, &vm.names.__init__)?;
    // The names out of the dict of keywords.
    let _names = args.has_keywords().then(|| vm.tuple(args.names().iter().cloned()));
    let result = vm.call_found_args(&method, bound, this, args)?;
    if !result.is(&vm.none) {
        let kind = vm.type_name(&result);
        return Err(vm.type_error(format!("__init__() should return None, not '{kind}'")));
    }
    Ok(())
}

fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let packed = args.packed(vm);
    // Out of the dict of keywords everything is copied into an array.
    let _array = args.has_keywords().then(|| (this.clone(), args.values().to_vec()));
    let args = args.within(packed.tuple());
    let (method, bound) = required(vm, this, &vm.names.__call__)?;
    vm.call_found_args(&method, bound, this, args)
}

fn required(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult<(ObjRef, bool)> {
    match vm.lookup_method(this, name)? {
        Some(found) => Ok(found),
        None => Err(vm.attribute_error_bare(name)),
    }
}

fn finalize(vm: &Vm, this: &ObjRef) {
    if let Ok(Some((method, bound))) = vm.lookup_method(this, &vm.names.__del__)
        && let Err(raised) = vm.call_found(&method, bound, this, &[])
    {
        vm.unraisable(raised, &method);
    }
}

pub(crate) fn names_of(vm: &Vm, op: BinOp) -> (&ObjRef, &ObjRef) {
    let n = &vm.names;
    match op.plain() {
        BinOp::Add => (&n.__add__, &n.__radd__),
        BinOp::Sub => (&n.__sub__, &n.__rsub__),
        BinOp::Mul => (&n.__mul__, &n.__rmul__),
        BinOp::TrueDiv => (&n.__truediv__, &n.__rtruediv__),
        BinOp::FloorDiv => (&n.__floordiv__, &n.__rfloordiv__),
        BinOp::Mod => (&n.__mod__, &n.__rmod__),
        BinOp::Pow => (&n.__pow__, &n.__rpow__),
        BinOp::LShift => (&n.__lshift__, &n.__rlshift__),
        BinOp::RShift => (&n.__rshift__, &n.__rrshift__),
        BinOp::And => (&n.__and__, &n.__rand__),
        BinOp::Or => (&n.__or__, &n.__ror__),
        BinOp::Xor => (&n.__xor__, &n.__rxor__),
        _ => (&n.__matmul__, &n.__rmatmul__),
    }
}

pub(crate) fn inplace_name(vm: &Vm, op: BinOp) -> &ObjRef {
    let n = &vm.names;
    match op.plain() {
        BinOp::Add => &n.__iadd__,
        BinOp::Sub => &n.__isub__,
        BinOp::Mul => &n.__imul__,
        BinOp::TrueDiv => &n.__itruediv__,
        BinOp::FloorDiv => &n.__ifloordiv__,
        BinOp::Mod => &n.__imod__,
        BinOp::Pow => &n.__ipow__,
        BinOp::LShift => &n.__ilshift__,
        BinOp::RShift => &n.__irshift__,
        BinOp::And => &n.__iand__,
        BinOp::Or => &n.__ior__,
        BinOp::Xor => &n.__ixor__,
        _ => &n.__imatmul__,
    }
}

fn binary<const OP: u8>(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let op = BinOp::from_u8(OP);
    operator(vm, SlotId::binary(op), names_of(vm, op), a, b)
}

fn inplace<const OP: u8>(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let found = vm.lookup_method(a, inplace_name(vm, BinOp::from_u8(OP)))?;
    maybe(vm, found, a, b)
}

fn divmod(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    operator(vm, SlotId::named(Named::divmod), (&vm.names.__divmod__, &vm.names.__rdivmod__), a, b)
}

fn pow(vm: &Vm, a: &ObjRef, b: &ObjRef, modulus: &ObjRef) -> PyResult {
    if modulus.is(&vm.none) {
        return binary::<6>(vm, a, b);
    }
    // `__rpow__` has no three-argument form, but b's slot may have brought us here.
    if type_of(a).trampolines.get() & SlotId::named(Named::pow).bit() == 0 {
        return Ok(vm.not_implemented.clone());
    }
    vm.call_special(a, &vm.names.__pow__, &lend([b, modulus]))
}

/// Tries the left operand's method and the right operand's reflected one; the right one first if
/// its class derives from the left one's and defines its own.
fn operator(vm: &Vm, id: SlotId, (name, reflected): (&ObjRef, &ObjRef), a: &ObjRef, b: &ObjRef) -> PyResult {
    let (ta, tb) = (type_of(a), type_of(b));
    let same = a.ty_ref().is(b.ty_ref());
    let mut other = !same && tb.trampolines.get() & id.bit() != 0;
    if ta.trampolines.get() & id.bit() != 0 {
        if other && Type::derives_from(b.ty_ref(), a.ty_ref()) && overrides(vm, a, b, reflected)? {
            let found = vm.lookup_method(b, reflected)?;
            let result = maybe(vm, found, b, a)?;
            if !result.is(&vm.not_implemented) {
                return Ok(result);
            }
            other = false;
        }
        let found = vm.lookup_method(a, name)?;
        let result = maybe(vm, found, a, b)?;
        if !result.is(&vm.not_implemented) || same {
            return Ok(result);
        }
    }
    if other {
        let found = vm.lookup_method(b, reflected)?;
        return maybe(vm, found, b, a);
    }
    Ok(vm.not_implemented.clone())
}

/// The right operand's reflected method.
pub(crate) fn reflected(vm: &Vm, op: BinOp, a: &ObjRef, b: &ObjRef) -> PyResult {
    let found = vm.lookup_method(b, names_of(vm, op).1)?;
    maybe(vm, found, b, a)
}

fn maybe(vm: &Vm, found: Option<(ObjRef, bool)>, this: &ObjRef, other: &ObjRef) -> PyResult {
    match found {
        Some((method, bound)) => vm.call_found(&method, bound, this, &lend([other])),
        None => Ok(vm.not_implemented.clone()),
    }
}

/// Whether b's class has another method under this name than a's class.
fn overrides(vm: &Vm, a: &ObjRef, b: &ObjRef, name: &ObjRef) -> PyResult<bool> {
    let Some(theirs) = vm.type_lookup(b.ty_ref(), name) else { return Ok(false) };
    match vm.type_lookup(a.ty_ref(), name) {
        None => Ok(true),
        Some(mine) => vm.compare_bool(&theirs, &mine, CmpOp::Ne),
    }
}

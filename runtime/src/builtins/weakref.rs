//! `weakref.ref` and the two proxies: they know an object without keeping it alive.
//!
//! The reference without a callback is shared by all who ask for it (CPython: Objects/weakrefobject.c).

use crate::error::PyResult;
use crate::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp, UnOp};
use gc::objects::ReferenceText;
use gc::{Exact, ObjRef, Payload, WeakRef, weak};

pub static REFERENCE: TypeSpec = TypeSpec {
    exact: Exact::WeakRef,
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        call: Some(call),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        ..SlotDefs::NONE
    },
    methods: &[Method::class("__class_getitem__(type, object, /)", Fun::One(super::generic_alias::class_getitem))],
    getset: &[GetSet { name: "__callback__", get: callback, set: None }],
    builtin_name: Some("weakref"),
    ..TypeSpec::new("weakref.ReferenceType", WeakRef::layout)
};

pub static PROXY: TypeSpec = TypeSpec {
    exact: Exact::WeakProxy,
    slots: SlotDefs { ..PROXY_SLOTS },
    methods: PROXY_METHODS,
    subclassable: false,
    builtin_name: Some("weakproxy"),
    ..TypeSpec::new("weakref.ProxyType", WeakRef::layout)
};

/// CPython gives it none of the methods.
pub static CALLABLE_PROXY: TypeSpec = TypeSpec {
    exact: Exact::WeakCallableProxy,
    slots: SlotDefs { call: Some(proxy_call), ..PROXY_SLOTS },
    subclassable: false,
    builtin_name: Some("weakcallableproxy"),
    ..TypeSpec::new("weakref.CallableProxyType", WeakRef::layout)
};

// ---- references

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let given = args.positional();
    if given.is_empty() || given.len() > 2 {
        let (bound, limit) = if given.is_empty() { ("at least", "1 argument") } else { ("at most", "2 arguments") };
        return Err(vm.type_error(format!("__new__ expected {bound} {limit}, got {}", given.len())));
    }
    if args.has_keywords() && class.is(&vm.native_type(&REFERENCE)) {
        return Err(vm.type_error("ref() takes no keyword arguments"));
    }
    let callback = given.get(1).filter(|callback| !vm.is_none(callback)).cloned();
    match weak::reference(&vm.heap, class, &given[0], callback) {
        Some(reference) => Ok(reference.into_obj()),
        None => Err(vm.type_error(format!("cannot create weak reference to '{}' object", vm.type_name(&given[0])))),
    }
}

fn init(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() {
        return Err(vm.type_error("ref() takes no keyword arguments"));
    }
    match args.positional().len() {
        0 => Err(vm.type_error("__init__ expected at least 1 argument, got 0")),
        1 | 2 => Ok(()),
        n => Err(vm.type_error(format!("__init__ expected at most 2 arguments, got {n}"))),
    }
}

fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    if !args.values().is_empty() {
        let given = args.values().len();
        return Err(vm.type_error(match Releases::until(10).have(vm) {
            true => format!("__call__() takes at most 0 arguments ({given} given)"),
            false => format!("weakref expected 0 arguments, got {given}"),
        }));
    }
    Ok(this.to::<WeakRef>().get().unwrap_or_else(|| vm.none()))
}

fn callback(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(this.to::<WeakRef>().callback().unwrap_or_else(|| vm.none()))
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let at = this.addr();
    let Some(referent) = this.to::<WeakRef>().get() else {
        return Ok(vm.str(format!("<weakref at {at:#x}; dead>")));
    };
    // What is not a str is no name.
    let name = match vm.heap.profile().objects.reference_text {
        ReferenceText::AttributeName => vm.get_attr_opt(&referent, &vm.names.__name__)?,
        _ => vm.lookup_special(&referent, &vm.names.__name__)?,
    };
    let name = name.filter(|name| vm.is_str(name));
    let tail = name.map_or(String::new(), |name| format!(" ({})", vm.lossy(&name)));
    let kind = vm.type_name(&referent);
    Ok(vm.str(format!("<weakref at {at:#x}; to '{kind}' at {:#x}{tail}>", referent.addr())))
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let reference = this.to::<WeakRef>();
    if reference.hash.get() != -1 {
        return Ok(reference.hash.get());
    }
    let Some(referent) = reference.get() else { return Err(vm.type_error("weak object has gone away")) };
    let hash = vm.hash(&referent)?;
    reference.hash.set(hash);
    Ok(hash)
}

/// Live references compare as their objects, dead ones by identity.
fn compare(vm: &Vm, a: &ObjRef, b: &ObjRef, op: CmpOp) -> PyResult {
    let (Some(left), Some(right)) = (a.payload::<WeakRef>(), b.payload::<WeakRef>()) else {
        return Ok(vm.not_implemented.clone());
    };
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    match (left.get(), right.get()) {
        (Some(left), Some(right)) => vm.compare(&left, &right, op),
        _ => Ok(vm.bool(a.is(b) == (op == CmpOp::Eq))),
    }
}

// ---- proxies

/// `weakref.proxy(object, callback)`.
pub fn new_proxy(vm: &Vm, referent: &ObjRef, callback: Option<&ObjRef>) -> PyResult {
    let spec = if vm.is_callable(referent) { &CALLABLE_PROXY } else { &PROXY };
    let callback = callback.filter(|callback| !vm.is_none(callback)).cloned();
    match weak::reference(&vm.heap, &vm.native_type(spec), referent, callback) {
        Some(reference) => Ok(reference.into_obj()),
        None => Err(vm.type_error(format!("cannot create weak reference to '{}' object", vm.type_name(referent)))),
    }
}

/// The object behind a proxy (an operand that is no proxy is itself).
fn behind(vm: &Vm, obj: &ObjRef) -> PyResult {
    let is_proxy = obj.ty_ref().is(&vm.native_type(&PROXY)) || obj.ty_ref().is(&vm.native_type(&CALLABLE_PROXY));
    match obj.payload::<WeakRef>() {
        Some(reference) if is_proxy => {
            reference.get().ok_or_else(|| vm.reference_error("weakly-referenced object no longer exists"))
        }
        _ => Ok(obj.clone()),
    }
}

macro_rules! forwarded_operators {
    ($($op:ident $function:ident),+) => {
        $(fn $function(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
            vm.binary(BinOp::$op, &behind(vm, a)?, &behind(vm, b)?)
        })+
        const OPERATORS: &[(BinOp, crate::slots::BinaryFn)] = &[$((BinOp::$op, $function)),+];
    };
}

forwarded_operators! {
    Add add, Sub sub, Mul mul, TrueDiv true_div, FloorDiv floor_div, Mod modulo, Pow pow, LShift lshift,
    RShift rshift, And and, Or or, Xor xor, MatMul matmul, InplaceAdd iadd, InplaceSub isub, InplaceMul imul,
    InplaceTrueDiv itrue_div, InplaceFloorDiv ifloor_div, InplaceMod imod, InplacePow ipow, InplaceLShift ilshift,
    InplaceRShift irshift, InplaceAnd iand, InplaceOr ior, InplaceXor ixor, InplaceMatMul imatmul
}

const PROXY_SLOTS: SlotDefs = SlotDefs {
    repr: Some(proxy_repr),
    str: Some(|vm, this| vm.str_of(&behind(vm, this)?)),
    compare: Some(|vm, a, b, op| vm.compare(&behind(vm, a)?, &behind(vm, b)?, op)),
    iter: Some(|vm, this| vm.iter(&behind(vm, this)?)),
    next: Some(proxy_next),
    get_attr: Some(|vm, this, name| vm.get_attr(&behind(vm, this)?, name)),
    set_attr: Some(proxy_set_attr),
    len: Some(|vm, this| vm.len(&behind(vm, this)?)),
    get_item: Some(|vm, this, key| vm.get_item(&behind(vm, this)?, key)),
    set_item: Some(proxy_set_item),
    contains: Some(|vm, this, item| vm.contains(&behind(vm, this)?, item)),
    negative: Some(|vm, this| vm.unary(UnOp::Neg, &behind(vm, this)?)),
    positive: Some(|vm, this| vm.unary(UnOp::Pos, &behind(vm, this)?)),
    invert: Some(|vm, this| vm.unary(UnOp::Invert, &behind(vm, this)?)),
    absolute: Some(|vm, this| vm.absolute(&behind(vm, this)?)),
    truth: Some(|vm, this| vm.truth(&behind(vm, this)?)),
    int: Some(|vm, this| vm.call(&vm.types.int, &[behind(vm, this)?])),
    float: Some(|vm, this| vm.call(&vm.types.float, &[behind(vm, this)?])),
    index: Some(|vm, this| vm.index(&behind(vm, this)?)),
    binary: OPERATORS,
    pow: Some(proxy_pow),
    divmod: Some(|vm, a, b| vm.divmod(&behind(vm, a)?, &behind(vm, b)?)),
    unhashable: true,
    ..SlotDefs::NONE
};

static PROXY_METHODS: &[Method] = &[
    Method::new("__bytes__(self, /)", Fun::None(|vm, this| vm.call_method_str(&behind(vm, this)?, "__bytes__", &[]))),
    Method::new(
        "__reversed__(self, /)",
        Fun::None(|vm, this| vm.call_method_str(&behind(vm, this)?, "__reversed__", &[])),
    ),
];

fn proxy_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    vm.call_args(&behind(vm, this)?, args)
}

/// `pow(a, b, c)`; without `c` it is the operator's.
fn proxy_pow(vm: &Vm, a: &ObjRef, b: &ObjRef, modulus: &ObjRef) -> PyResult {
    vm.power(&behind(vm, a)?, &behind(vm, b)?, &behind(vm, modulus)?)
}

fn proxy_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let object = behind(vm, this)?;
    if vm.type_lookup(object.ty_ref(), &vm.names.__next__).is_none() {
        let name = vm.type_name(&object);
        if Releases::until(8).have(vm) {
            return Err(vm.type_error(format!("'{name}' object is not iterable")));
        }
        return Err(vm.type_error(format!("Weakref proxy referenced a non-iterator '{name}' object")));
    }
    vm.next(&object)
}

fn proxy_set_attr(vm: &Vm, this: &ObjRef, name: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let object = behind(vm, this)?;
    match value {
        Some(value) => vm.set_attr(&object, name, value),
        None => vm.del_attr(&object, name),
    }
}

fn proxy_set_item(vm: &Vm, this: &ObjRef, key: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let object = behind(vm, this)?;
    match value {
        Some(value) => vm.set_item(&object, key, value),
        None => vm.del_item(&object, key),
    }
}

fn proxy_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let at = this.addr();
    let object = this.to::<WeakRef>().get();
    if vm.heap.profile().objects.reference_text == ReferenceText::AlikeProxies {
        return Ok(vm.str(match object {
            Some(object) => format!("<weakproxy at {at:#x}; to '{}' at {:#x}>", vm.type_name(&object), object.addr()),
            None => format!("<weakproxy at {at:#x}; dead>"),
        }));
    }
    let (name, address) = match object {
        Some(object) => (vm.type_name(&object), object.addr()),
        None => ("NoneType".to_string(), vm.none.addr()),
    };
    Ok(vm.str(format!("<weakproxy at {at:#x} to {name} at {address:#x}>")))
}

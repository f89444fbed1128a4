//! `builtin_function_or_method`: a row of a method table bound to a module, an object or a class.

use crate::bind::{Callee, call_native};
use crate::error::PyResult;
use crate::native::{Args, Binding, Fun, GetSet, Method, Releases, TypeSpec};
use crate::object::Type;
use crate::signature::Kind;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use frontend::op::CmpOp;
use gc::{Exact, ObjRef, Plain, Slot};
use std::cell::Cell;
use std::mem::offset_of;

gc::payload! {
    /// The row, what it is bound to, the module's name.
    pub struct BuiltinFunction: gc, parked in BuiltinFunction {
        pub method: Plain<&'static Method>,
        /// The module for functions, the object for methods, the class for `__new__` and class methods.
        pub this: Slot,
        /// Name of the module, for functions of modules.
        pub module: Slot,
        pub weak: gc::WeakList,
        /// The function is an object's or a class's method.
        pub is_method: Cell<bool>,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    exact: Exact::BuiltinFunction,
    weaklist_offset: (gc::HEADER + offset_of!(BuiltinFunction, weak)) as i32,
    slots: SlotDefs { repr: Some(repr), hash: Some(hash), call: Some(call), compare: Some(compare), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(reduce))],
    getset: &[
        GetSet {
            name: "__module__",
            get: |vm, f| Ok(f.to::<BuiltinFunction>().module.get().unwrap_or_else(|| vm.none())),
            set: Some(set_module),
        },
        GetSet { name: "__doc__", get: |vm, _| Ok(vm.none()), set: None },
        GetSet { name: "__name__", get: |vm, f| Ok(vm.str(f.to::<BuiltinFunction>().method.name())), set: None },
        GetSet { name: "__qualname__", get: |vm, f| Ok(vm.str(qualname(vm, f))), set: None },
        GetSet {
            name: "__self__",
            get: |vm, f| Ok(f.to::<BuiltinFunction>().this.get().unwrap_or_else(|| vm.none())),
            set: None,
        },
        GetSet {
            name: "__text_signature__",
            get: |vm, f| {
                let this = f.to::<BuiltinFunction>();
                Ok(text_signature(vm, this.method.0, this.is_method.get()))
            },
            set: None,
        },
    ],
    ..TypeSpec::new("builtin_function_or_method", <BuiltinFunction as gc::Payload>::layout)
};

fn set_module(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    this.to::<BuiltinFunction>().module.set(value.cloned().unwrap_or_else(|| vm.none()));
    Ok(())
}

/// The method `row` bound to `this` (an object, or a class for class methods).
pub fn bound(vm: &Vm, row: &'static Method, this: &ObjRef) -> ObjRef {
    make(vm, row, Some(this.clone()), None, true)
}

/// Makes a method object and drops it, as CPython does where it looks a method up to call it. Only 3.8 shows that: the
/// block waits in a free list.
pub fn in_passing(vm: &Vm, this: &ObjRef) {
    if vm.heap.profile().free_lists.method > 0 {
        drop(bound(vm, &NEW, this));
    }
}

/// A function of a module.
pub fn function(vm: &Vm, row: &'static Method, module: &ObjRef, module_name: &ObjRef) -> ObjRef {
    make(vm, row, Some(module.clone()), Some(module_name.clone()), false)
}

fn make(vm: &Vm, row: &'static Method, this: Option<ObjRef>, module: Option<ObjRef>, is_method: bool) -> ObjRef {
    let value = BuiltinFunction {
        method: Plain(row),
        this: this.into(),
        module: module.into(),
        weak: gc::WeakList::default(),
        is_method: Cell::new(is_method),
    };
    vm.heap.alloc(&vm.types.builtin_function, value).into_obj()
}

/// The row behind `__new__` of every builtin type; bound to the type.
pub static NEW: Method = Method::new("__new__(type, *args, **kwargs)", Fun::Raw(call_new)).packing(Releases::ALL);

/// Whether the object is the `__new__` of a builtin type; answers the type.
pub fn new_of(function: &ObjRef) -> Option<ObjRef> {
    let this = function.payload::<BuiltinFunction>()?;
    if std::ptr::eq(this.method.0, &NEW) { this.this.get() } else { None }
}

/// `T.__new__(cls, …)` called from Python: cls must be a T, and T the one that knows its memory.
fn call_new(vm: &Vm, owner: &ObjRef, args: Args<'_>) -> PyResult {
    let owner_name = || vm.name_of_type(owner);
    let Some(class) = args.positional().first() else {
        return Err(vm.type_error(format!("{}.__new__(): not enough arguments", owner_name())));
    };
    if !vm.is_type(class) {
        let (owner, kind) = (owner_name(), vm.type_name(class));
        return Err(vm.type_error(format!("{owner}.__new__(X): X is not a type object ({kind})")));
    }
    if !Type::derives_from(class, owner) {
        let (owner, class) = (owner_name(), vm.name_of_type(class));
        return Err(vm.type_error(format!("{owner}.__new__({class}): {class} is not a subtype of {owner}")));
    }
    let own = as_type(owner).slots.new.get();
    // The nearest base whose `__new__` is not a Python method decides who may make the object.
    let mut native = class.clone();
    while as_type(&native).has_trampoline_new() {
        match as_type(&native).base.get() {
            Some(base) => native = base,
            None => break,
        }
    }
    let theirs = as_type(&native).slots.new.get();
    if own.map(|f| f as usize) != theirs.map(|f| f as usize) {
        let (owner, class, maker) = (owner_name(), vm.name_of_type(class), vm.name_of_type(&native));
        return Err(vm.type_error(format!("{owner}.__new__({class}) is not safe, use {maker}.__new__()")));
    }
    match own {
        Some(new) => {
            // What is behind the class is a tuple of its own.
            let rest = args.tail();
            let tuple = (!rest.positional().is_empty()).then(|| vm.tuple(rest.positional().iter().cloned()));
            new(vm, class, rest.within(tuple.as_ref()))
        }
        None => Err(vm.type_error(format!("cannot create '{}' instances", owner_name()))),
    }
}

/// Whether `print` was written where a call was meant (for the message of `print >> x`).
pub fn is_print(obj: &ObjRef) -> bool {
    obj.payload::<BuiltinFunction>().is_some_and(|f| f.method.name() == "print")
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let function = this.to::<BuiltinFunction>();
    let name = function.method.name();
    match function.this.get() {
        Some(owner) if function.is_method.get() => {
            let kind = vm.type_name(&owner);
            Ok(vm.str(format!("<built-in method {name} of {kind} object at {:#x}>", owner.addr())))
        }
        _ => Ok(vm.str(format!("<built-in function {name}>"))),
    }
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let function = this.to::<BuiltinFunction>();
    let own = function.this.get().map_or(0, |o| vm.hash_identity(&o));
    let hash = own ^ std::ptr::from_ref(function.method.0).addr().rotate_right(4) as isize;
    Ok(if hash == -1 { -2 } else { hash })
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    let (a, Some(b)) = (this.to::<BuiltinFunction>(), other.payload::<BuiltinFunction>()) else {
        return Ok(vm.not_implemented.clone());
    };
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let same = std::ptr::eq(a.method.0, b.method.0) && a.this.get() == b.this.get();
    Ok(vm.bool(same == (op == CmpOp::Eq)))
}

/// Calls the function; the prefix of its name in messages is made only when needed.
#[inline]
fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let function = this.to::<BuiltinFunction>();
    let owner = function.this.get();
    let prefix = || prefix(vm, this);
    let callee = Callee { method: function.method.0, prefix: &prefix, skips_self: function.is_method.get() };
    call_native(vm, callee, owner.as_ref().unwrap_or(&vm.none), args)
}

/// `list.` for methods, `time.` for functions of a module other than `builtins`.
pub fn prefix(vm: &Vm, this: &ObjRef) -> String {
    let function = this.to::<BuiltinFunction>();
    if let Some(module) = function.module.get() {
        let module = vm.lossy(&module);
        return if module == "builtins" { String::new() } else { format!("{module}.") };
    }
    match qualname(vm, this).rsplit_once('.') {
        Some((owner, _)) => format!("{owner}."),
        None => String::new(),
    }
}

fn qualname(vm: &Vm, this: &ObjRef) -> String {
    let function = this.to::<BuiltinFunction>();
    let name = function.method.name();
    match function.this.get() {
        Some(owner) if function.is_method.get() => {
            let class = if vm.is_type(&owner) { &owner } else { owner.ty_ref() };
            format!("{}.{name}", vm.qualname_of_type(class))
        }
        _ => name.to_owned(),
    }
}

/// Functions whose parameters CPython does not tell.
const UNTOLD: &[&str] = &["__build_class__", "breakpoint", "dir", "getattr", "iter", "max", "min", "next", "vars"];

/// `__text_signature__` as CPython writes it: `($self, object, /)`, `($module, obj, /)`.
pub fn text_signature(vm: &Vm, row: &'static Method, is_method: bool) -> ObjRef {
    let text = row.signature;
    let Some(open) = text.find('(') else { return vm.none() };
    if row.binding == Binding::Static {
        return vm.str(&text[open..]);
    }
    if !is_method {
        let rest = &text[open + 1..];
        return match rest {
            _ if UNTOLD.contains(&&text[..open]) => vm.none(),
            ")" => vm.str("($module, /)"),
            _ if rest.contains('/') => vm.str(format!("($module, {rest}")),
            _ => vm.str(format!("($module, /, {rest}")),
        };
    }
    let takes_self = is_method && row.params.params().first().is_some_and(|p| p.kind != Kind::KeywordOnly);
    let mark = if takes_self { "$" } else { "" };
    vm.str(format!("({mark}{}", &text[open + 1..]))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let function = this.to::<BuiltinFunction>();
    let name = vm.intern(function.method.name());
    match function.this.get() {
        Some(owner) if function.is_method.get() => {
            let getattr = vm.get_attr(&vm.builtins_module(), &vm.names.getattr)?;
            let args = vm.tuple([owner, name]);
            Ok(vm.tuple([getattr, args]))
        }
        _ => Ok(name),
    }
}

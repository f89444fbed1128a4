//! `method`: a function with the object it is called on.

use std::mem::offset_of;

use frontend::op::CmpOp;
use gc::{Exact, ObjRef, Payload, Ref, Slot, payload};

use crate::error::PyResult;
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::cast::prefixed;

payload! {
    /// The function and its first argument.
    pub struct BoundMethod: gc, parked in Method {
        pub function: Slot,
        pub this: Slot,
        pub weak: gc::WeakList,
    }
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    exact: Exact::Method,
    basicsize: 48,
    weaklist_offset: (gc::HEADER + offset_of!(BoundMethod, weak)) as i32,
    subclassable: false,
    slots: SlotDefs {
        new: Some(new),
        call: Some(call),
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        get_attr: Some(get_attr),
        descr_get: Some(|_, this, _, _| Ok(this.clone())),
        ..SlotDefs::NONE
    },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(reduce))],
    getset: &[
        GetSet { name: "__func__", get: |vm, m| vm.field(&of(m).function), set: None },
        GetSet { name: "__self__", get: |vm, m| vm.field(&of(m).this), set: None },
        GetSet { name: "__doc__", get: |vm, m| vm.get_attr(&parts(m).0, &vm.names.__doc__), set: None },
    ],
    ..TypeSpec::new("method", <BoundMethod as Payload>::layout)
};

fn of(this: &ObjRef) -> &Ref<BoundMethod> {
    this.to::<BoundMethod>()
}

/// The function and its first argument.
pub(crate) fn parts(this: &ObjRef) -> (ObjRef, ObjRef) {
    let (function, object) = (of(this).function.get(), of(this).this.get());
    (function.expect("made with a function"), object.expect("made with an object"))
}

/// The parts of a method whose function is written in Python.
pub(crate) fn of_function(method: &ObjRef) -> Option<(ObjRef, ObjRef)> {
    let parts = (method.ty().exact() == Exact::Method).then(|| parts(method));
    parts.filter(|(function, _)| function.ty().exact() == Exact::Function)
}

impl Vm {
    /// `function` bound to `this`.
    pub fn bound_method(&self, function: &ObjRef, this: &ObjRef) -> ObjRef {
        let method = BoundMethod {
            function: Slot::new(function.clone()),
            this: Slot::new(this.clone()),
            weak: gc::WeakList::default(),
        };
        self.heap.alloc(&self.types.method, method).into_obj()
    }
}

fn new(vm: &Vm, _class: &ObjRef, args: Args<'_>) -> PyResult {
    let [function, this] = args.values() else {
        return Err(vm.type_error(format!("method expected 2 arguments, got {}", args.values().len())));
    };
    if args.has_keywords() {
        return Err(vm.type_error("method() takes no keyword arguments"));
    }
    if !vm.is_callable(function) {
        return Err(vm.type_error("first argument must be callable"));
    }
    if this.is(&vm.none) {
        return Err(vm.type_error("instance must not be None"));
    }
    Ok(vm.bound_method(function, this))
}

fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let (function, object) = parts(this);
    if function.ty().exact() == Exact::Function {
        let values = std::iter::once(object).chain(args.values().iter().cloned());
        return vm.call_with(&function, values, 1 + args.values().len(), args.names());
    }
    vm.call_args(&function, Args::new(&prefixed(&object, args.values()), args.names()))
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let (function, object) = parts(this);
    let mut name = vm.get_attr_opt(&function, &vm.names.__qualname__)?.filter(|n| vm.is_str(n));
    if name.is_none() {
        name = vm.get_attr_opt(&function, &vm.names.__name__)?.filter(|n| vm.is_str(n));
    }
    let name = name.map_or("?".to_owned(), |name| vm.lossy(&name));
    Ok(vm.str(format!("<bound method {name} of {}>", vm.repr_text(&object)?)))
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let (function, object) = parts(this);
    let hash = vm.hash_identity(&object) ^ vm.hash(&function)?;
    Ok(if hash == -1 { -2 } else { hash })
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if !other.has::<BoundMethod>() || !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let ((f, a), (g, b)) = (parts(this), parts(other));
    let equal = a.is(&b) && vm.eq(&f, &g)?;
    Ok(vm.bool(equal == (op == CmpOp::Eq)))
}

/// What the method itself does not have is asked of its function.
fn get_attr(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult {
    if vm.type_lookup(this.ty_ref(), name).is_some() {
        return vm.generic_get_attr(this, name);
    }
    vm.get_attr(&parts(this).0, name)
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let (function, object) = parts(this);
    let getattr = vm.dict_get_str(&vm.builtins_dict(), "getattr").unwrap_or_else(|| vm.none());
    let name = vm.get_attr(&function, &vm.names.__name__)?;
    Ok(vm.tuple([getattr, vm.tuple([object, name])]))
}

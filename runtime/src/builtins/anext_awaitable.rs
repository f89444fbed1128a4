//! `anext_awaitable`: what `anext(iterator, default)` answers. Awaiting it gives the default at the end.

use crate::builtins::iterators::itself;
use crate::error::{Exc, PyResult, Raised};
use crate::native::{Fun, Method, TypeSpec};
use crate::object::type_of;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Payload, Slot};

gc::payload! {
    /// The awaitable of `__anext__`, and what stands in for the end.
    pub struct AnextAwaitable: gc { wrapped: Slot, default: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { await_: Some(itself), iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
    methods: &[
        Method::new(
            "send(self, value, /)",
            Fun::One(|vm, this, value| pass_on(vm, this, "send", std::slice::from_ref(value))),
        ),
        Method::new(
            "throw(self, type, value, traceback, /)",
            Fun::Pos(1, 3, |vm, this, args| pass_on(vm, this, "throw", args)),
        ),
        Method::new("close(self, /)", Fun::None(|vm, this| pass_on(vm, this, "close", &[]))),
    ],
    ..TypeSpec::new("anext_awaitable", AnextAwaitable::layout)
};

/// `anext(iterator, default)`
pub fn make(vm: &Vm, wrapped: ObjRef, default: ObjRef) -> ObjRef {
    let awaitable = AnextAwaitable { wrapped: wrapped.into(), default: default.into() };
    vm.alloc(&vm.native_type(&SPEC), awaitable).into_obj()
}

/// The iterator that awaiting the wrapped object runs.
fn inner(vm: &Vm, this: &ObjRef) -> PyResult {
    let wrapped = this.to::<AnextAwaitable>().wrapped.get().unwrap_or_else(|| vm.none());
    let slots = &type_of(&wrapped).slots;
    let iterator = match slots.await_.get() {
        Some(awaited) => awaited(vm, &wrapped)?,
        None => wrapped,
    };
    if type_of(&iterator).slots.next.get().is_none() {
        return Err(vm.type_error("__await__ must return an iterable"));
    }
    Ok(iterator)
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    match vm.next(&inner(vm, this)?) {
        Err(raised) => Err(at_end(vm, this, raised)),
        other => other,
    }
}

fn pass_on(vm: &Vm, this: &ObjRef, method: &str, args: &[ObjRef]) -> PyResult {
    let iterator = inner(vm, this)?;
    vm.call_method_str(&iterator, method, args).map_err(|raised| at_end(vm, this, raised))
}

/// The end of the asynchronous iterator becomes the default as result.
fn at_end(vm: &Vm, this: &ObjRef, raised: Raised) -> Raised {
    if raised.matches(vm, Exc::StopAsyncIteration) {
        return vm.stop_iteration(this.to::<AnextAwaitable>().default.get());
    }
    raised
}

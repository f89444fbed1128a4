//! `StopIteration` and `SystemExit`: exceptions that carry a value.

use super::base::{BaseException, args_tuple, init as base_init};
use super::empty_base;
use crate::error::PyResult;
use crate::native::{Args, GetSet, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Slot};

gc::payload! {
    /// An exception with one value.
    pub struct Carrier: gc extends BaseException {
        pub base: BaseException,
        pub value: Slot,
    }
}

pub static STOP_ITERATION: TypeSpec = TypeSpec {
    base: Some(&super::table::Exception),
    basicsize: 80,
    slots: SlotDefs { new: Some(new), init: Some(init), ..SlotDefs::NONE },
    getset: &[GetSet { name: "value", get: value, set: Some(set_value) }],
    doc: Some("Signal the end from iterator.__next__()."),
    ..TypeSpec::new("StopIteration", <Carrier as gc::Payload>::layout)
};

pub static SYSTEM_EXIT: TypeSpec = TypeSpec {
    base: Some(&super::base::SPEC),
    basicsize: 80,
    slots: SlotDefs { new: Some(new), init: Some(init_exit), ..SlotDefs::NONE },
    getset: &[GetSet { name: "code", get: value, set: Some(set_value) }],
    doc: Some("Request to exit from the interpreter."),
    ..TypeSpec::new("SystemExit", <Carrier as gc::Payload>::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let exc = vm.heap.alloc(class, Carrier { base: empty_base(), value: Slot::empty() }).into_obj();
    exc.to::<BaseException>().args.set(args_tuple(vm, args));
    Ok(exc)
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    base_init(vm, this, args)?;
    this.to::<Carrier>().value.set(args.positional().first().cloned());
    Ok(())
}

fn init_exit(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    base_init(vm, this, args)?;
    let code = match args.positional() {
        [] => None,
        [code] => Some(code.clone()),
        _ => Some(vm.exception_args(this)),
    };
    this.to::<Carrier>().value.set(code);
    Ok(())
}

fn value(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(this.to::<Carrier>().value.get().unwrap_or_else(|| vm.none()))
}

fn set_value(_: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    this.to::<Carrier>().value.set(value.cloned());
    Ok(())
}

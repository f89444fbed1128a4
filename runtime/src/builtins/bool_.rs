//! `bool`: True and False, two ints with names.

use crate::builtins::{arguments, int};
use crate::error::PyResult;
use crate::native::{Args, Releases, TypeSpec};
use crate::slots::{BinaryFn, SlotDefs};
use crate::vm::Vm;
use frontend::op::BinOp;
use gc::{Exact, Int, ObjRef, Payload, TypeFlags};

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(10),
    base: Some(&int::SPEC),
    basicsize: 32,
    itemsize: 4,
    exact: Exact::Bool,
    flags: TypeFlags::INT,
    subclassable: false,
    doc: Some(
        "bool(x) -> bool\n\nTrue if x counts as true, False otherwise. There are no other instances, and no subclasses.",
    ),
    slots: SlotDefs {
        new: Some(new),
        repr: Some(|vm, this| Ok(vm.str(if this.is(&vm.true_) { "True" } else { "False" }))),
        binary: &[
            (BinOp::And, |vm, a, b| logical(vm, a, b, |x, y| x & y, int::bits::and)),
            (BinOp::Or, |vm, a, b| logical(vm, a, b, |x, y| x | y, int::bits::or)),
            (BinOp::Xor, |vm, a, b| logical(vm, a, b, |x, y| x ^ y, int::bits::xor)),
        ],
        ..SlotDefs::NONE
    },
    ..TypeSpec::new("bool", Int::layout)
};

fn new(vm: &Vm, _class: &ObjRef, args: Args<'_>) -> PyResult {
    arguments::no_keywords(vm, "bool", args)?;
    match arguments::at_most_one(vm, "bool", args)? {
        Some(value) => Ok(vm.bool(vm.truth(value)?)),
        None => Ok(vm.bool(false)),
    }
}

/// Two bools give a bool, anything else what ints give.
fn logical(vm: &Vm, a: &ObjRef, b: &ObjRef, both: fn(bool, bool) -> bool, ints: BinaryFn) -> PyResult {
    let value = |o: &ObjRef| (o.is(&vm.true_) || o.is(&vm.false_)).then(|| o.is(&vm.true_));
    match (value(a), value(b)) {
        (Some(x), Some(y)) => Ok(vm.bool(both(x, y))),
        _ => ints(vm, a, b),
    }
}

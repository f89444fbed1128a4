//! `cell`: the box in which a variable lives that an inner function shares.

use gc::{ObjRef, Ref, Slot, payload};

use crate::error::PyResult;
use crate::native::{Args, GetSet, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::CmpOp;

payload! {
    /// One variable.
    pub struct CellObject: gc { pub content: Slot }
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    exact: gc::Exact::Cell,
    subclassable: false,
    slots: SlotDefs { new: Some(new), repr: Some(repr), compare: Some(compare), unhashable: true, ..SlotDefs::NONE },
    getset: &[GetSet { name: "cell_contents", get: contents, set: Some(set_contents) }],
    ..TypeSpec::new("cell", <CellObject as gc::Payload>::layout)
};

impl Vm {
    /// A new cell that holds `content`.
    pub fn cell(&self, content: Option<ObjRef>) -> Ref<CellObject> {
        self.heap.alloc(&self.types.cell, CellObject { content: Slot::new(content) })
    }
}

fn new(vm: &Vm, _class: &ObjRef, args: Args<'_>) -> PyResult {
    let given = args.values().len();
    if args.has_keywords() {
        return Err(vm.type_error("cell() takes no keyword arguments"));
    }
    if given > 1 {
        return Err(vm.type_error(format!("cell expected at most 1 argument, got {given}")));
    }
    Ok(vm.cell(args.values().first().cloned()).into_obj())
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let at = this.addr();
    Ok(match this.to::<CellObject>().content.get() {
        None => vm.str(format!("<cell at {at:#x}: empty>")),
        Some(value) => vm.str(format!("<cell at {at:#x}: {} object at {:#x}>", vm.type_name(&value), value.addr())),
    })
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    let Some(other) = other.payload::<CellObject>() else {
        return Ok(vm.not_implemented.clone());
    };
    match (this.to::<CellObject>().content.get(), other.content.get()) {
        (Some(a), Some(b)) => vm.compare(&a, &b, op),
        (a, b) => {
            let order = a.is_some().cmp(&b.is_some());
            Ok(vm.bool(crate::vm::arith::holds(op, order)))
        }
    }
}

fn contents(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<CellObject>().content.get().ok_or_else(|| vm.value_error("Cell is empty"))
}

fn set_contents(_vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    this.to::<CellObject>().content.set(value.cloned());
    Ok(())
}

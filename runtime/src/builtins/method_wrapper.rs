//! `method-wrapper`: a slot wrapper bound to an object, such as `(1).__add__`.

use crate::builtins::descriptors::{WrapperDescriptor, owner_of};
use crate::error::PyResult;
use crate::native::{Args, GetSet, TypeSpec};
use crate::object::wrapper;
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::CmpOp;
use gc::{ObjRef, Slot};

gc::payload! {
    /// The wrapper and the object that it is bound to.
    pub struct MethodWrapper: gc {
        pub descriptor: Slot,
        pub this: Slot,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { repr: Some(repr), call: Some(call), compare: Some(compare), hash: Some(hash), ..SlotDefs::NONE },
    getset: &[
        GetSet { name: "__self__", get: |vm, this| Ok(parts(vm, this).1), set: None },
        GetSet { name: "__objclass__", get: |vm, this| Ok(owner_of(vm, &parts(vm, this).0)), set: None },
        GetSet { name: "__name__", get: |vm, this| vm.get_attr(&parts(vm, this).0, &vm.names.__name__), set: None },
        GetSet {
            name: "__qualname__",
            get: |vm, this| vm.get_attr(&parts(vm, this).0, &vm.names.__qualname__),
            set: None,
        },
        GetSet { name: "__doc__", get: |vm, _| Ok(vm.none()), set: None },
        GetSet {
            name: "__text_signature__",
            get: |vm, this| vm.get_attr(&parts(vm, this).0, &vm.names.__text_signature__),
            set: None,
        },
    ],
    ..TypeSpec::new("method-wrapper", <MethodWrapper as gc::Payload>::layout)
};

/// Binds a slot wrapper to an object.
pub fn new(vm: &Vm, descriptor: &ObjRef, this: &ObjRef) -> ObjRef {
    let value = MethodWrapper { descriptor: descriptor.clone().into(), this: this.clone().into() };
    vm.heap.alloc(&vm.types.method_wrapper, value).into_obj()
}

fn parts(vm: &Vm, this: &ObjRef) -> (ObjRef, ObjRef) {
    let this = this.to::<MethodWrapper>();
    (this.descriptor.get().unwrap_or_else(|| vm.none()), this.this.get().unwrap_or_else(|| vm.none()))
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let (descriptor, bound) = parts(vm, this);
    let name = descriptor.to::<WrapperDescriptor>().row.name;
    Ok(vm.str(format!("<method-wrapper '{name}' of {} object at {:#x}>", vm.type_name(&bound), bound.addr())))
}

fn call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let (descriptor, bound) = parts(vm, this);
    let wrapped = descriptor.to::<WrapperDescriptor>();
    let packed = args.packed(vm);
    wrapper::call(vm, wrapped.row.0, wrapped.wrapped.0, &bound, args.within(packed.tuple()))
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    if !other.has::<MethodWrapper>() || !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let (mine, theirs) = (parts(vm, this), parts(vm, other));
    let same = mine.0.is(&theirs.0) && mine.1.is(&theirs.1);
    Ok(vm.bool(same == (op == CmpOp::Eq)))
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let (descriptor, bound) = parts(vm, this);
    let hash = vm.hash_identity(&descriptor) ^ vm.hash_identity(&bound);
    Ok(if hash == -1 { -2 } else { hash })
}

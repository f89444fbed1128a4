//! `types.UnionType`: `int | str` (PEP 604).

use crate::builtins::generic_alias::{self, GenericAlias};
use crate::error::PyResult;
use crate::native::{Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::{BinOp, CmpOp};
use gc::{ObjRef, Payload, Slot, Tuple};

gc::payload! {
    /// The members, a tuple without repetitions, and the type variables among them.
    pub struct UnionType: gc { args: Slot, parameters: Slot }
}

pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs {
        repr: Some(repr),
        hash: Some(hash),
        compare: Some(compare),
        get_item: Some(get_item),
        binary: &[(BinOp::Or, or)],
        ..SlotDefs::NONE
    },
    methods: &[
        Method::new("__instancecheck__(self, instance, /)", Fun::One(instance_check)),
        Method::new("__subclasscheck__(self, subclass, /)", Fun::One(subclass_check)),
    ],
    getset: &[
        GetSet { name: "__args__", get: |vm, this| Ok(this.to::<UnionType>().args(vm)), set: None },
        GetSet { name: "__parameters__", get: parameters, set: None },
    ],
    ..TypeSpec::new("types.UnionType", UnionType::layout)
};

impl UnionType {
    fn args(&self, vm: &Vm) -> ObjRef {
        self.args.get().unwrap_or_else(|| vm.empty_tuple.clone())
    }
}

/// `a | b` of classes, aliases, unions and None; also the `|` of `type`.
pub fn or(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    let member = |o: &ObjRef| o.is(&vm.none) || vm.is_type(o) || o.has::<GenericAlias>() || o.has::<UnionType>();
    if !member(a) || !member(b) {
        return Ok(vm.not_implemented.clone());
    }
    make(vm, &[a.clone(), b.clone()])
}

/// The union of the given members; of a single one, that one.
fn make(vm: &Vm, members: &[ObjRef]) -> PyResult {
    let mut flat: Vec<ObjRef> = Vec::new();
    for member in members {
        match member.payload::<UnionType>() {
            Some(union) => add(vm, &mut flat, union.args(vm).to::<Tuple>().items())?,
            None if member.is(&vm.none) => add(vm, &mut flat, std::slice::from_ref(vm.none.ty_ref()))?,
            None => add(vm, &mut flat, std::slice::from_ref(member))?,
        }
    }
    if flat.len() == 1 {
        return Ok(flat.remove(0));
    }
    let union = UnionType { args: vm.tuple(flat).into(), parameters: Slot::empty() };
    Ok(vm.alloc(&vm.types.union_type, union).into_obj())
}

/// Adds what is new. Classes are the same if they are identical, aliases if they are equal.
fn add(vm: &Vm, flat: &mut Vec<ObjRef>, members: &[ObjRef]) -> PyResult<()> {
    for member in members {
        let mut known = false;
        for other in flat.iter() {
            let aliases = member.has::<GenericAlias>() && other.has::<GenericAlias>();
            known |= if aliases { vm.eq(other, member)? } else { other.is(member) };
        }
        if !known {
            flat.push(member.clone());
        }
    }
    Ok(())
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let args = this.to::<UnionType>().args(vm);
    let none_type = vm.none.ty_ref();
    let text = |arg: &ObjRef| if arg.is(none_type) { Ok("None".into()) } else { generic_alias::item_text(vm, arg) };
    let parts = args.to::<Tuple>().items().iter().map(text).collect::<PyResult<Vec<_>>>()?;
    Ok(vm.str(parts.join(" | ")))
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    let members = vm.call(&vm.types.frozenset, &[this.to::<UnionType>().args(vm)])?;
    vm.hash(&members)
}

/// The order of the members does not matter.
fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    let (Some(a), Some(b)) = (this.payload::<UnionType>(), other.payload::<UnionType>()) else {
        return Ok(vm.not_implemented.clone());
    };
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(vm.not_implemented.clone());
    }
    let (a, b) = (vm.call(&vm.types.set, &[a.args(vm)])?, vm.call(&vm.types.set, &[b.args(vm)])?);
    vm.compare(&a, &b, op)
}

fn parameters(vm: &Vm, this: &ObjRef) -> PyResult {
    let union = this.to::<UnionType>();
    if let Some(known) = union.parameters.get() {
        return Ok(known);
    }
    let found = vm.tuple(generic_alias::collect_parameters(vm, union.args(vm).to::<Tuple>().items())?);
    union.parameters.set(found.clone());
    Ok(found)
}

fn get_item(vm: &Vm, this: &ObjRef, item: &ObjRef) -> PyResult {
    let (args, parameters) = (this.to::<UnionType>().args(vm), parameters(vm, this)?);
    let members =
        generic_alias::substitute(vm, this, args.to::<Tuple>().items(), parameters.to::<Tuple>().items(), item)?;
    let mut members = members.into_iter();
    let Some(mut result) = members.next() else { return Ok(vm.none()) };
    for member in members {
        result = vm.binary(BinOp::Or, &result, &member)?;
    }
    Ok(result)
}

fn instance_check(vm: &Vm, this: &ObjRef, instance: &ObjRef) -> PyResult {
    check(vm, this, "isinstance", |member| vm.is_instance(instance, member))
}

fn subclass_check(vm: &Vm, this: &ObjRef, class: &ObjRef) -> PyResult {
    if !vm.is_type(class) {
        return Err(vm.type_error("issubclass() arg 1 must be a class"));
    }
    check(vm, this, "issubclass", |member| vm.is_subclass(class, member))
}

fn check(vm: &Vm, this: &ObjRef, function: &str, fits: impl Fn(&ObjRef) -> PyResult<bool>) -> PyResult {
    for member in this.to::<UnionType>().args(vm).to::<Tuple>().items() {
        if member.has::<GenericAlias>() {
            return Err(generic_alias::parameterized(vm, function));
        }
        if fits(member)? {
            return Ok(vm.bool(true));
        }
    }
    Ok(vm.bool(false))
}

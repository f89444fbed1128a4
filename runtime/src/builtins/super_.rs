//! `super`: attribute lookup that starts behind a class in the MRO.

use crate::error::{PyResult, Raised};
use crate::native::{Args, GetSet, Releases, TypeSpec};
use crate::object::{Type, type_of};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Dict, Exact, ObjRef, Slot, Tuple};

gc::payload! {
    /// The object, the class to start behind, and the class whose MRO is walked.
    pub struct Super: gc {
        pub this: Slot,
        pub class: Slot,
        pub this_class: Slot,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(11),
    exact: Exact::Super,
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        get_attr: Some(get_attr),
        descr_get: Some(descr_get),
        ..SlotDefs::NONE
    },
    getset: &[
        GetSet { name: "__thisclass__", get: |vm, s| Ok(part(vm, &s.to::<Super>().class)), set: None },
        GetSet { name: "__self__", get: |vm, s| Ok(part(vm, &s.to::<Super>().this)), set: None },
        GetSet { name: "__self_class__", get: |vm, s| Ok(part(vm, &s.to::<Super>().this_class)), set: None },
    ],
    ..TypeSpec::new("super", <Super as gc::Payload>::layout)
};

fn part(vm: &Vm, slot: &Slot) -> ObjRef {
    slot.get().unwrap_or_else(|| vm.none())
}

/// `super(class, class)`, for a class that is just being made.
pub fn make(vm: &Vm, class: &ObjRef, this: &ObjRef) -> ObjRef {
    let value = Super { class: class.clone().into(), this: this.clone().into(), this_class: this.clone().into() };
    vm.heap.alloc(&vm.types.super_, value).into_obj()
}

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let value = Super { class: Slot::empty(), this: Slot::empty(), this_class: Slot::empty() };
    Ok(vm.heap.alloc(class, value).into_obj())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() {
        return Err(vm.type_error("super() takes no keyword arguments"));
    }
    let (class, obj) = match args.positional() {
        [] => {
            let (class, obj) = vm.super_context()?;
            (class, Some(obj))
        }
        [class] => (class.clone(), None),
        [class, obj] => (class.clone(), Some(obj.clone()).filter(|o| !o.is(&vm.none))),
        more => return Err(vm.type_error(format!("super() expected at most 2 arguments, got {}", more.len()))),
    };
    if !vm.is_type(&class) {
        let kind = vm.type_name(&class);
        return Err(vm.type_error(format!("super() argument 1 must be a type, not {kind}")));
    }
    let this = this.to::<Super>();
    let this_class = obj.as_ref().map(|o| check(vm, &class, o)).transpose()?;
    this.class.set(class);
    this.this.set(obj);
    this.this_class.set(this_class);
    Ok(())
}

/// The class whose MRO is walked: the object itself if it is a subclass, or its class.
fn check(vm: &Vm, class: &ObjRef, obj: &ObjRef) -> PyResult {
    if vm.is_type(obj) && Type::derives_from(obj, class) {
        return Ok(obj.clone());
    }
    if Type::derives_from(obj.ty_ref(), class) {
        return Ok(obj.ty_ref().clone());
    }
    if let Some(claimed) = vm.get_attr_opt(obj, &vm.names.__class__)?
        && vm.is_type(&claimed)
        && !claimed.is(obj.ty_ref())
        && Type::derives_from(&claimed, class)
    {
        return Ok(claimed);
    }
    Err(vm.type_error("super(type, obj): obj must be an instance or subtype of type"))
}

fn get_attr(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult {
    let parts = this.to::<Super>();
    let (Some(class), Some(start), false) = (parts.class.get(), parts.this_class.get(), name.is(&vm.names.__class__))
    else {
        return vm.generic_get_attr(this, name);
    };
    match lookup(vm, &class, &start, name) {
        Some(found) => bind(vm, this, &start, found),
        None => vm.generic_get_attr(this, name),
    }
}

/// The attribute in the MRO of `start` behind `class`, not bound.
pub fn lookup(vm: &Vm, class: &ObjRef, start: &ObjRef, name: &ObjRef) -> Option<ObjRef> {
    let mro = as_type(start).mro.get()?;
    let classes = mro.to::<Tuple>().items();
    let at = classes.iter().position(|c| c.is(class)).unwrap_or(classes.len());
    classes.iter().skip(at + 1).find_map(|c| {
        let dict = as_type(c).dict.get()?;
        vm.dict_get_name(dict.to::<Dict>(), name)
    })
}

fn bind(vm: &Vm, this: &ObjRef, start: &ObjRef, found: ObjRef) -> PyResult {
    let Some(get) = type_of(&found).slots.descr_get.get() else { return Ok(found) };
    // For a class as object the attribute is looked up on that class, not bound to an instance.
    let obj = this.to::<Super>().this.get().filter(|o| !o.is(start));
    get(vm, &found, obj.as_ref(), Some(start))
}

fn descr_get(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, _: Option<&ObjRef>) -> PyResult {
    let parts = this.to::<Super>();
    let Some(instance) = instance.filter(|_| parts.this.is_none()) else { return Ok(this.clone()) };
    let Some(class) = parts.class.get() else { return Ok(this.clone()) };
    if !this.ty_ref().is(&vm.types.super_) {
        return vm.call(this.ty_ref(), &[class, instance.clone()]);
    }
    let this_class = check(vm, &class, instance)?;
    let value = Super { class: class.into(), this: instance.clone().into(), this_class: this_class.into() };
    Ok(vm.heap.alloc(&vm.types.super_, value).into_obj())
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let parts = this.to::<Super>();
    let class = parts.class.get().map_or_else(|| "NULL".to_owned(), |c| vm.name_of_type(&c));
    Ok(vm.str(match parts.this_class.get() {
        Some(own) => format!("<super: <class '{class}'>, <{} object>>", vm.name_of_type(&own)),
        None => format!("<super: <class '{class}'>, NULL>"),
    }))
}

/// `super(): no arguments` and its relatives; the machine finds class and object in the frame.
#[cold]
pub fn no_context(vm: &Vm, what: &str) -> Raised {
    vm.runtime_error(format!("super(): {what}"))
}

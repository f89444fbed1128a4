//! `property`: an attribute computed by functions.

use crate::error::{PyResult, Raised};
use crate::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::wording::PropertyText;
use gc::{Exact, ObjRef, Slot};
use std::cell::Cell;

gc::payload! {
    /// The functions and the docstring.
    pub struct Property: gc {
        pub getter: Slot,
        pub setter: Slot,
        pub deleter: Slot,
        pub doc: Slot,
        /// The docstring is the getter's.
        pub doc_of_getter: Cell<bool>,
    }
}

gc::payload! {
    /// With the name in the class, in releases whose properties know it.
    pub struct NamedProperty: gc extends Property { base: Property, name: Slot }
}

fn name_of(this: &ObjRef) -> Option<&Slot> {
    this.payload::<NamedProperty>().map(|named| &named.name)
}

pub static SPEC: TypeSpec = TypeSpec {
    exact: Exact::Property,
    slots: SlotDefs { new: Some(new), init: Some(init), descr_get: Some(get), descr_set: Some(set), ..SlotDefs::NONE },
    methods: &[
        Method::new("getter(self, fget, /)", Fun::One(|vm, this, f| copy_with(vm, this, Some(f), None, None))),
        Method::new("setter(self, fset, /)", Fun::One(|vm, this, f| copy_with(vm, this, None, Some(f), None))),
        Method::new("deleter(self, fdel, /)", Fun::One(|vm, this, f| copy_with(vm, this, None, None, Some(f)))),
        Method::new("__set_name__(self, owner, name, /)", Fun::Raw(set_name)).packing(Releases::ALL),
    ],
    getset: &[
        GetSet { name: "fget", get: |vm, p| Ok(part(vm, &p.to::<Property>().getter)), set: None },
        GetSet { name: "fset", get: |vm, p| Ok(part(vm, &p.to::<Property>().setter)), set: None },
        GetSet { name: "fdel", get: |vm, p| Ok(part(vm, &p.to::<Property>().deleter)), set: None },
        GetSet { name: "__doc__", get: |vm, p| Ok(part(vm, &p.to::<Property>().doc)), set: Some(set_doc) },
        GetSet { name: "__isabstractmethod__", get: is_abstract, set: None },
    ],
    ..TypeSpec::new("property", <NamedProperty as gc::Payload>::layout)
};

fn part(vm: &Vm, slot: &Slot) -> ObjRef {
    slot.get().unwrap_or_else(|| vm.none())
}

fn set_doc(_: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    this.to::<Property>().doc.set(value.cloned());
    Ok(())
}

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let base = Property {
        getter: Slot::empty(),
        setter: Slot::empty(),
        deleter: Slot::empty(),
        doc: Slot::empty(),
        doc_of_getter: Cell::new(false),
    };
    if vm.lays_out::<NamedProperty>(class) {
        return Ok(vm.heap.alloc(class, NamedProperty { base, name: Slot::empty() }).into_obj());
    }
    Ok(vm.heap.alloc(class, base).into_obj())
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    static ROW: Method =
        Method::new("property(fget=None, fset=None, fdel=None, doc=None)", Fun::None(|vm, _| Ok(vm.none())));
    let bound = crate::bind::bind(vm, "property", ROW.signature, ROW.params.params(), args)?;
    let [getter, setter, deleter, doc] = bound.get() else { return Ok(()) };
    let given = |value: &Option<ObjRef>| value.clone().filter(|v| !v.is(&vm.none));
    let property = this.to::<Property>();
    property.getter.set(given(getter));
    property.setter.set(given(setter));
    property.deleter.set(given(deleter));
    property.doc.set(doc.clone());
    if let Some(name) = name_of(this) {
        name.set(None);
    }
    property.doc_of_getter.set(false);
    if let (None, Some(getter)) = (given(doc), property.getter.get())
        && let Some(text) = vm.get_attr_opt(&getter, &vm.names.__doc__)?.filter(|d| !d.is(&vm.none))
    {
        property.doc_of_getter.set(true);
        if this.ty_ref().is(&vm.types.property) {
            property.doc.set(text);
        } else {
            // A subclass keeps it in the instance, since its class has a `__doc__` of its own.
            vm.set_attr(this, &vm.names.__doc__, &text)?;
        }
    }
    Ok(())
}

fn get(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, _: Option<&ObjRef>) -> PyResult {
    let Some(instance) = instance else { return Ok(this.clone()) };
    match this.to::<Property>().getter.get() {
        Some(getter) => vm.call(&getter, std::slice::from_ref(instance)),
        None => Err(lacks(vm, this, instance, "getter")),
    }
}

fn set(vm: &Vm, this: &ObjRef, instance: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let property = this.to::<Property>();
    let (function, what) = match value {
        Some(_) => (property.setter.get(), "setter"),
        None => (property.deleter.get(), "deleter"),
    };
    let Some(function) = function else { return Err(lacks(vm, this, instance, what)) };
    match value {
        Some(value) => vm.call(&function, &crate::vm::cast::lend([instance, value])).map(drop),
        None => vm.call(&function, std::slice::from_ref(instance)).map(drop),
    }
}

/// A property like this one with one function replaced.
fn copy_with(vm: &Vm, this: &ObjRef, get: Option<&ObjRef>, set: Option<&ObjRef>, del: Option<&ObjRef>) -> PyResult {
    let property = this.to::<Property>();
    let pick = |new: Option<&ObjRef>, old: &Slot| match new {
        Some(new) if !new.is(&vm.none) => new.clone(),
        _ => part(vm, old),
    };
    let getter = pick(get, &property.getter);
    let doc = if property.doc_of_getter.get() && !getter.is(&vm.none) { vm.none() } else { part(vm, &property.doc) };
    let args = [getter, pick(set, &property.setter), pick(del, &property.deleter), doc];
    let copy = vm.call(this.ty_ref(), &args)?;
    if let (Some(name), Some(own)) = (name_of(&copy), name_of(this)) {
        name.set(own.get());
    }
    Ok(copy)
}

fn set_name(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let given = args.positional().len();
    if given != 2 {
        return Err(vm.type_error(format!("__set_name__() takes 2 positional arguments but {given} were given")));
    }
    if let Some(name) = name_of(this) {
        name.set(args.positional()[1].clone());
    }
    Ok(vm.none())
}

fn is_abstract(vm: &Vm, this: &ObjRef) -> PyResult {
    let property = this.to::<Property>();
    for function in [&property.getter, &property.setter, &property.deleter] {
        if let Some(function) = function.get()
            && super::classmethod::marked_abstract(vm, &function)?
        {
            return Ok(vm.bool(true));
        }
    }
    Ok(vm.bool(false))
}

/// `property 'p' of 'C' object has no setter`.
#[cold]
fn lacks(vm: &Vm, this: &ObjRef, instance: &ObjRef, what: &str) -> Raised {
    let wording = vm.heap.profile().wording.property;
    let name = match name_of(this).and_then(Slot::get) {
        Some(name) if wording != PropertyText::Nameless => format!(" {}", vm.repr_text(&name).unwrap_or_default()),
        _ => String::new(),
    };
    if wording != PropertyText::OfClass {
        let verb = match what {
            "getter" => return vm.attribute_error_text(format!("unreadable attribute{name}")),
            "setter" => "set",
            _ => "delete",
        };
        return vm.attribute_error_text(format!("can't {verb} attribute{name}"));
    }
    let class = vm.qualname_of_type(instance.ty_ref());
    vm.attribute_error_text(format!("property{name} of '{class}' object has no {what}"))
}

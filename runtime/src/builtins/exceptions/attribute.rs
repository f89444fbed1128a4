//! `NameError` and `AttributeError`: which name was not found, and where.

use super::base::{BaseException, args_tuple, set_initial_args};
use super::{empty_base, field};
use crate::error::{PyResult, Raised};
use crate::native::{Args, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Slot};

gc::payload! {
    /// `NameError`.
    pub struct NameErrorObject: gc extends BaseException {
        pub base: BaseException,
        pub name: Slot,
    }
}

gc::payload! {
    /// `AttributeError`.
    pub struct AttributeErrorObject: gc extends BaseException {
        pub base: BaseException,
        pub obj: Slot,
        pub name: Slot,
    }
}

pub static NAME_ERROR: TypeSpec = TypeSpec {
    base: Some(&super::table::Exception),
    basicsize: 80,
    slots: SlotDefs { new: Some(new_name), init: Some(init_name), ..SlotDefs::NONE },
    getset: &[field!(NameErrorObject, name)],
    doc: Some("Name not found globally."),
    ..TypeSpec::new("NameError", <NameErrorObject as gc::Payload>::layout)
};

pub static ATTRIBUTE_ERROR: TypeSpec = TypeSpec {
    base: Some(&super::table::Exception),
    basicsize: 88,
    slots: SlotDefs { new: Some(new_attribute), init: Some(init_attribute), ..SlotDefs::NONE },
    getset: &[field!(AttributeErrorObject, name), field!(AttributeErrorObject, obj)],
    doc: Some("Attribute not found."),
    ..TypeSpec::new("AttributeError", <AttributeErrorObject as gc::Payload>::layout)
};

fn new_name(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let exc = match vm.lays_out::<NameErrorObject>(class) {
        true => vm.heap.alloc(class, NameErrorObject { base: empty_base(), name: Slot::empty() }).into_obj(),
        false => vm.heap.alloc(class, empty_base()).into_obj(),
    };
    exc.to::<BaseException>().args.set(args_tuple(vm, args));
    Ok(exc)
}

fn new_attribute(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let exc = if vm.lays_out::<AttributeErrorObject>(class) {
        let value = AttributeErrorObject { base: empty_base(), obj: Slot::empty(), name: Slot::empty() };
        vm.heap.alloc(class, value).into_obj()
    } else {
        vm.heap.alloc(class, empty_base()).into_obj()
    };
    exc.to::<BaseException>().args.set(args_tuple(vm, args));
    Ok(exc)
}

/// The keyword arguments, all of which must be among `known`; in that order.
pub fn keywords<const N: usize>(
    vm: &Vm,
    function: &str,
    known: [&str; N],
    args: Args<'_>,
) -> PyResult<[Option<ObjRef>; N]> {
    let mut found = [const { None }; N];
    if args.names().len() > N {
        let plural = if N == 1 { "" } else { "s" };
        let given = args.names().len();
        let text = format!("{function}() takes at most {N} keyword argument{plural} ({given} given)");
        return Err(vm.type_error(text));
    }
    for (key, value) in args.keywords() {
        match known.iter().position(|k| vm.str_is(key, k)) {
            Some(at) => found[at] = Some(value.clone()),
            None => {
                let key = vm.lossy(key);
                return Err(vm.type_error(format!("'{key}' is an invalid keyword argument for {function}()")));
            }
        }
    }
    Ok(found)
}

fn init_name(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let [name] = keywords(vm, "NameError", ["name"], args)?;
    set_initial_args(vm, this, args);
    if let Some(error) = this.payload::<NameErrorObject>() {
        error.name.set(name);
    }
    Ok(())
}

fn init_attribute(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let [name, obj] = keywords(vm, "AttributeError", ["name", "obj"], args)?;
    set_initial_args(vm, this, args);
    if let Some(error) = this.payload::<AttributeErrorObject>() {
        error.name.set(name);
        error.obj.set(obj);
    }
    Ok(())
}

impl Vm {
    /// `'list' object has no attribute 'x'`.
    #[cold]
    pub fn attribute_error(&self, obj: &ObjRef, name: &ObjRef) -> Raised {
        let (kind, attribute) = (self.type_name(obj), self.lossy(name));
        let raised = self.attribute_error_text(format!("'{kind}' object has no attribute '{attribute}'"));
        self.set_attribute_context(&raised, obj, name);
        raised
    }

    /// An AttributeError whose only argument is the name.
    #[cold]
    pub fn attribute_error_bare(&self, name: &ObjRef) -> Raised {
        self.raise_type(self.exception_type(crate::Exc::AttributeError), std::slice::from_ref(name))
    }

    /// Whether an AttributeError tells object or name.
    pub fn has_attribute_context(&self, raised: &Raised) -> bool {
        let error = raised.0.payload::<AttributeErrorObject>();
        error.is_some_and(|error| error.obj.is_some() || error.name.is_some())
    }

    /// Notes object and name in an AttributeError, for suggestions.
    pub fn set_attribute_context(&self, raised: &Raised, obj: &ObjRef, name: &ObjRef) {
        if let Some(error) = raised.0.payload::<AttributeErrorObject>() {
            error.obj.set(obj.clone());
            error.name.set(name.clone());
        }
    }

    /// `name 'x' is not defined`.
    #[cold]
    pub fn name_error(&self, name: &ObjRef) -> Raised {
        let raised = self.name_error_text(format!("name '{}' is not defined", self.lossy(name)));
        self.set_name_context(&raised, name);
        raised
    }

    /// Notes the name in a NameError, for suggestions.
    pub fn set_name_context(&self, raised: &Raised, name: &ObjRef) {
        if let Some(error) = raised.0.payload::<NameErrorObject>() {
            error.name.set(name.clone());
        }
    }
}

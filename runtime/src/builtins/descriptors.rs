//! What the namespace of a builtin type is made of: `method_descriptor`, `classmethod_descriptor`,
//! `wrapper_descriptor`, `getset_descriptor`, `member_descriptor`.

use crate::bind::{Callee, call_native};
use crate::builtins::{builtin_function, method_wrapper};
use crate::error::{PyResult, Raised};
use crate::native::{Args, GetSet, Method, TypeSpec};
use crate::object::slot_table::{Row, Wrapped};
use crate::object::{METHOD_DESCRIPTOR, Type, wrapper};
use crate::slots::{GetAttrFn, SlotDefs};
use crate::vm::Vm;
use gc::{Exact, ObjRef, Plain, Slot};
use std::cell::Cell;

gc::payload! {
    /// A row of a method table on its type.
    pub struct MethodDescriptor: gc {
        pub owner: Slot,
        pub name: Slot,
        pub method: Plain<&'static Method>,
        spare: Cell<[usize; 2]>,
    }
}

gc::payload! {
    /// A slot of a type under a `__dunder__` name.
    pub struct WrapperDescriptor: gc {
        pub owner: Slot,
        pub name: Slot,
        pub row: Plain<&'static Row>,
        pub wrapped: Plain<Wrapped>,
    }
}

gc::payload! {
    /// An attribute that a row computes, or else a word of `__slots__`.
    pub struct AttributeDescriptor: gc {
        pub owner: Slot,
        pub name: Slot,
        pub row: Plain<Option<&'static GetSet>>,
        /// Where the word is; of no use beside a row.
        offset: Cell<u32>,
    }
}

impl AttributeDescriptor {
    /// The offset of the word, if it is one.
    pub fn word(&self) -> Option<u32> {
        self.row.is_none().then(|| self.offset.get())
    }
}

/// Makes the descriptor of a method row for a type's namespace.
pub fn method(vm: &Vm, owner: &ObjRef, name: &ObjRef, row: &'static Method) -> ObjRef {
    method_of_kind(vm, &vm.types.method_descriptor, owner, name, row)
}

/// Makes a `classmethod_descriptor`.
pub fn class_method(vm: &Vm, owner: &ObjRef, name: &ObjRef, row: &'static Method) -> ObjRef {
    method_of_kind(vm, &vm.types.classmethod_descriptor, owner, name, row)
}

fn method_of_kind(vm: &Vm, kind: &ObjRef, owner: &ObjRef, name: &ObjRef, row: &'static Method) -> ObjRef {
    let value = MethodDescriptor {
        owner: owner.clone().into(),
        name: name.clone().into(),
        method: Plain(row),
        spare: Cell::new([0; 2]),
    };
    vm.heap.alloc(kind, value).into_obj()
}

/// Makes a slot wrapper.
pub fn slot_wrapper(vm: &Vm, owner: &ObjRef, name: &ObjRef, row: &'static Row, wrapped: Wrapped) -> ObjRef {
    let value = WrapperDescriptor {
        owner: owner.clone().into(),
        name: name.clone().into(),
        row: Plain(row),
        wrapped: Plain(wrapped),
    };
    vm.heap.alloc(&vm.types.wrapper_descriptor, value).into_obj()
}

/// Makes the descriptor of a computed attribute.
pub fn getset(vm: &Vm, owner: &ObjRef, name: &ObjRef, row: &'static GetSet) -> ObjRef {
    attribute(vm, &vm.types.getset_descriptor, owner, name, Ok(row))
}

/// Makes the descriptor of an attribute that CPython finds in the object's memory.
pub fn member(vm: &Vm, owner: &ObjRef, name: &ObjRef, row: &'static GetSet) -> ObjRef {
    attribute(vm, &vm.types.member_descriptor, owner, name, Ok(row))
}

/// Makes the descriptor of a `__slots__` word.
pub fn word(vm: &Vm, owner: &ObjRef, name: &ObjRef, offset: u32) -> ObjRef {
    attribute(vm, &vm.types.member_descriptor, owner, name, Err(offset))
}

fn attribute(vm: &Vm, kind: &ObjRef, owner: &ObjRef, name: &ObjRef, what: Result<&'static GetSet, u32>) -> ObjRef {
    let value = AttributeDescriptor {
        owner: owner.clone().into(),
        name: name.clone().into(),
        row: Plain(what.ok()),
        offset: Cell::new(what.err().unwrap_or(0)),
    };
    vm.heap.alloc(kind, value).into_obj()
}

/// The function of a `__getattribute__` slot wrapper.
pub fn wrapped_get_attr(found: &ObjRef) -> Option<GetAttrFn> {
    match found.payload::<WrapperDescriptor>()?.wrapped.0 {
        Wrapped::GetAttr(f) => Some(f),
        _ => None,
    }
}

// ---- method_descriptor

pub static METHOD: TypeSpec = TypeSpec {
    subclassable: false,
    exact: Exact::MethodDescriptor,
    flags: METHOD_DESCRIPTOR,
    slots: SlotDefs { repr: Some(method_repr), call: Some(method_call), descr_get: Some(method_get), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", crate::native::Fun::None(reduce))],
    getset: COMMON,
    ..TypeSpec::new("method_descriptor", <MethodDescriptor as gc::Payload>::layout)
};

fn method_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    describe(vm, this, "method", " objects")
}

fn method_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let row = this.to::<MethodDescriptor>().method.0;
    let owner = owner_of(vm, this);
    let Some(first) = args.positional().first() else {
        return Err(vm.type_error(format!(
            "unbound method {}.{}() needs an argument",
            vm.name_of_type(&owner),
            row.name()
        )));
    };
    check(vm, this, &owner, first)?;
    let prefix = || format!("{}.", vm.qualname_of_type(&owner));
    call_native(vm, Callee { method: row, prefix: &prefix, skips_self: true }, first, args.tail())
}

fn method_get(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, _: Option<&ObjRef>) -> PyResult {
    let Some(instance) = instance else { return Ok(this.clone()) };
    check(vm, this, &owner_of(vm, this), instance)?;
    Ok(builtin_function::bound(vm, this.to::<MethodDescriptor>().method.0, instance))
}

// ---- classmethod_descriptor

pub static CLASS_METHOD: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs {
        repr: Some(method_repr),
        call: Some(class_method_call),
        descr_get: Some(class_method_get),
        ..SlotDefs::NONE
    },
    getset: COMMON,
    ..TypeSpec::new("classmethod_descriptor", <MethodDescriptor as gc::Payload>::layout)
};

fn class_method_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let owner = owner_of(vm, this);
    let (owner_name, name) = (vm.name_of_type(&owner), name_text(vm, this));
    let Some(first) = args.positional().first() else {
        return Err(vm.type_error(format!("descriptor '{name}' of '{owner_name}' object needs an argument")));
    };
    let bound = class_method_get(vm, this, None, Some(first))?;
    vm.call_args(&bound, args.tail())
}

fn class_method_get(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, class: Option<&ObjRef>) -> PyResult {
    let owner = owner_of(vm, this);
    let (owner_name, name) = (vm.name_of_type(&owner), name_text(vm, this));
    let class = match (class, instance) {
        (Some(class), _) => class,
        (None, Some(instance)) => instance.ty_ref(),
        (None, None) => {
            let text = format!("descriptor '{name}' for type '{owner_name}' needs either an object or a type");
            return Err(vm.type_error(text));
        }
    };
    if !vm.is_type(class) {
        let kind = vm.type_name(class);
        let text = format!("descriptor '{name}' for type '{owner_name}' needs a type, not a '{kind}' as arg 2");
        return Err(vm.type_error(text));
    }
    if !Type::derives_from(class, &owner) {
        let class = vm.name_of_type(class);
        let text = format!("descriptor '{name}' requires a subtype of '{owner_name}' but received '{class}'");
        return Err(vm.type_error(text));
    }
    Ok(builtin_function::bound(vm, this.to::<MethodDescriptor>().method.0, class))
}

// ---- wrapper_descriptor

pub static WRAPPER: TypeSpec = TypeSpec {
    subclassable: false,
    flags: METHOD_DESCRIPTOR,
    slots: SlotDefs {
        repr: Some(wrapper_repr),
        call: Some(wrapper_call),
        descr_get: Some(wrapper_get),
        ..SlotDefs::NONE
    },
    methods: &[Method::new("__reduce__(self, /)", crate::native::Fun::None(reduce))],
    getset: COMMON,
    ..TypeSpec::new("wrapper_descriptor", <WrapperDescriptor as gc::Payload>::layout)
};

fn wrapper_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    describe(vm, this, "slot wrapper", " objects")
}

fn wrapper_call(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult {
    let owner = owner_of(vm, this);
    let (owner_name, name) = (vm.name_of_type(&owner), this.to::<WrapperDescriptor>().row.name);
    let Some(first) = args.positional().first() else {
        return Err(vm.type_error(format!("descriptor '{name}' of '{owner_name}' object needs an argument")));
    };
    if !Type::derives_from(first.ty_ref(), &owner) {
        let kind = vm.type_name(first);
        let text = format!("descriptor '{name}' requires a '{owner_name}' object but received a '{kind}'");
        return Err(vm.type_error(text));
    }
    let this = this.to::<WrapperDescriptor>();
    // The argument tuple, and its tail without self.
    let (_packed, rest) = (args.packed(vm), args.tail().packed(vm));
    wrapper::call(vm, this.row.0, this.wrapped.0, first, args.tail().within(rest.tuple()))
}

fn wrapper_get(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, _: Option<&ObjRef>) -> PyResult {
    let Some(instance) = instance else { return Ok(this.clone()) };
    check(vm, this, &owner_of(vm, this), instance)?;
    Ok(method_wrapper::new(vm, this, instance))
}

// ---- getset_descriptor

pub static GETSET: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs {
        repr: Some(getset_repr),
        descr_get: Some(getset_get),
        descr_set: Some(getset_set),
        ..SlotDefs::NONE
    },
    getset: PLAIN,
    ..TypeSpec::new("getset_descriptor", <AttributeDescriptor as gc::Payload>::layout)
};

fn getset_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    describe(vm, this, "attribute", " objects")
}

fn getset_get(vm: &Vm, this: &ObjRef, instance: Option<&ObjRef>, _: Option<&ObjRef>) -> PyResult {
    let Some(instance) = instance else { return Ok(this.clone()) };
    check(vm, this, &owner_of(vm, this), instance)?;
    let this = this.to::<AttributeDescriptor>();
    match (this.row.0, this.word()) {
        (Some(row), _) => (row.get)(vm, instance),
        (None, word) => read_word(vm, this, instance, word.unwrap_or(0)),
    }
}

fn getset_set(vm: &Vm, this: &ObjRef, instance: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let owner = owner_of(vm, this);
    check(vm, this, &owner, instance)?;
    let Some(row) = this.to::<AttributeDescriptor>().row.0 else { return write_word(vm, this, instance, value) };
    match row.set {
        Some(set) => set(vm, instance, value),
        None if this.ty_ref().is(&vm.types.member_descriptor) => Err(vm.attribute_error_text("readonly attribute")),
        None => {
            let owner = vm.name_of_type(&owner);
            Err(vm.attribute_error_text(format!("attribute '{}' of '{owner}' objects is not writable", row.name)))
        }
    }
}

// ---- member_descriptor

pub static MEMBER: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs {
        repr: Some(member_repr),
        descr_get: Some(getset_get),
        descr_set: Some(getset_set),
        ..SlotDefs::NONE
    },
    methods: &[Method::new("__reduce__(self, /)", crate::native::Fun::None(reduce))],
    getset: PLAIN,
    ..TypeSpec::new("member_descriptor", <AttributeDescriptor as gc::Payload>::layout)
};

fn member_repr(vm: &Vm, this: &ObjRef) -> PyResult {
    describe(vm, this, "member", " objects")
}

fn read_word(vm: &Vm, this: &AttributeDescriptor, instance: &ObjRef, offset: u32) -> PyResult {
    match gc::member_slot(instance, offset).get() {
        Some(value) => Ok(value),
        None => Err(empty_slot(vm, this, instance)),
    }
}

/// Nobody has set what the slot would hold.
#[cold]
fn empty_slot(vm: &Vm, this: &AttributeDescriptor, instance: &ObjRef) -> Raised {
    let name = this.name.get().unwrap_or_else(|| vm.empty_str.clone());
    match vm.heap.profile().wording.bare_slots {
        true => vm.attribute_error_bare(&name),
        false => vm.attribute_error(instance, &name),
    }
}

fn write_word(vm: &Vm, this: &ObjRef, instance: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let slot = gc::member_slot(instance, this.to::<AttributeDescriptor>().offset.get());
    match value {
        Some(value) => slot.set(value.clone()),
        None if slot.is_none() => {
            // CPython says only the name here, in all releases.
            return Err(vm.attribute_error_text(name_text(vm, this)));
        }
        None => slot.set(None),
    }
    Ok(())
}

// ---- what they have in common

/// The attributes that the descriptors of builtin types have.
const PLAIN: &[GetSet] = &[
    GetSet { name: "__objclass__", get: |vm, this| Ok(owner_of(vm, this)), set: None },
    GetSet { name: "__name__", get: |vm, this| Ok(name_object(vm, this)), set: None },
    GetSet { name: "__doc__", get: |vm, _| Ok(vm.none()), set: None },
    GetSet { name: "__qualname__", get: qualname, set: None },
];

/// Those of the descriptors that can be called.
const COMMON: &[GetSet] = &[
    GetSet { ..PLAIN[0] },
    GetSet { ..PLAIN[1] },
    GetSet { ..PLAIN[2] },
    GetSet { ..PLAIN[3] },
    GetSet { name: "__text_signature__", get: text_signature, set: None },
];

fn owner_slot(this: &ObjRef) -> &Slot {
    if let Some(d) = this.payload::<MethodDescriptor>() {
        &d.owner
    } else if let Some(d) = this.payload::<WrapperDescriptor>() {
        &d.owner
    } else {
        &this.to::<AttributeDescriptor>().owner
    }
}

fn name_slot(this: &ObjRef) -> &Slot {
    if let Some(d) = this.payload::<MethodDescriptor>() {
        &d.name
    } else if let Some(d) = this.payload::<WrapperDescriptor>() {
        &d.name
    } else {
        &this.to::<AttributeDescriptor>().name
    }
}

/// The type that the descriptor belongs to (`__objclass__`).
pub fn owner_of(vm: &Vm, this: &ObjRef) -> ObjRef {
    owner_slot(this).get().unwrap_or_else(|| vm.types.object.clone())
}

fn name_object(vm: &Vm, this: &ObjRef) -> ObjRef {
    name_slot(this).get().unwrap_or_else(|| vm.empty_str.clone())
}

fn name_text(vm: &Vm, this: &ObjRef) -> String {
    vm.lossy(&name_object(vm, this))
}

fn describe(vm: &Vm, this: &ObjRef, what: &str, tail: &str) -> PyResult {
    let owner = vm.name_of_type(&owner_of(vm, this));
    Ok(vm.str(format!("<{what} '{}' of '{owner}'{tail}>", name_text(vm, this))))
}

fn qualname(vm: &Vm, this: &ObjRef) -> PyResult {
    let owner = vm.qualname_of_type(&owner_of(vm, this));
    Ok(vm.str(format!("{owner}.{}", name_text(vm, this))))
}

fn text_signature(vm: &Vm, this: &ObjRef) -> PyResult {
    if let Some(d) = this.payload::<WrapperDescriptor>() {
        return Ok(vm.str(d.row.signature));
    }
    match this.payload::<MethodDescriptor>() {
        Some(d) => Ok(builtin_function::text_signature(vm, d.method.0, true)),
        None => Ok(vm.none()),
    }
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let getattr = vm.get_attr(&vm.builtins_module(), &vm.names.getattr)?;
    let args = vm.tuple([owner_of(vm, this), name_object(vm, this)]);
    Ok(vm.tuple([getattr, args]))
}

/// The object that a descriptor is applied to must be an instance of the type it belongs to.
#[inline]
fn check(vm: &Vm, this: &ObjRef, owner: &ObjRef, instance: &ObjRef) -> PyResult<()> {
    if instance.ty_ref().is(owner) || Type::derives_from(instance.ty_ref(), owner) {
        return Ok(());
    }
    Err(wrong_object(vm, this, owner, instance))
}

#[cold]
fn wrong_object(vm: &Vm, this: &ObjRef, owner: &ObjRef, instance: &ObjRef) -> Raised {
    let (name, owner, kind) = (name_text(vm, this), vm.name_of_type(owner), vm.type_name(instance));
    vm.type_error(format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{kind}' object"))
}

//! `object`: what every object does unless its type says otherwise.

use crate::error::PyResult;
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::object::class_of::set_class;
use crate::object::{Type, type_of};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use frontend::op::CmpOp;
use gc::{Bare, Dict, Exact, ObjRef, Str, Tuple, TypeFlags};

pub static SPEC: TypeSpec = TypeSpec {
    exact: Exact::Object,
    doc: Some("The base class of the class hierarchy."),
    slots: SlotDefs {
        new: Some(new),
        init: Some(init),
        repr: Some(repr),
        str: Some(str),
        hash: Some(hash),
        compare: Some(compare),
        get_attr: Some(Vm::generic_get_attr),
        set_attr: Some(Vm::generic_set_attr),
        ..SlotDefs::NONE
    },
    methods: &[
        Method::new("__reduce_ex__(self, protocol, /)", Fun::One(reduce_ex)),
        Method::new("__reduce__(self, /)", Fun::None(|vm, this| crate::object::reduce::reduce(vm, this, 0))),
        Method::new("__getstate__(self, /)", Fun::None(crate::object::reduce::getstate)),
        Method::class("__subclasshook__(cls, *args)", Fun::Raw(|vm, _, _| Ok(vm.not_implemented.clone()))),
        Method::class("__init_subclass__(cls)", Fun::None(|vm, _| Ok(vm.none()))),
        Method::new("__format__(self, format_spec, /)", Fun::One(format)),
        Method::new("__sizeof__(self, /)", Fun::None(sizeof)),
        Method::new("__dir__(self, /)", Fun::None(dir)),
    ],
    getset: &[GetSet { name: "__class__", get: |_, this| Ok(this.ty_ref().clone()), set: Some(set_class) }],
    ..TypeSpec::new("object", <Bare as gc::Payload>::layout)
};

fn has_own<F>(slot: &std::cell::Cell<Option<F>>, objects: &std::cell::Cell<Option<F>>) -> bool
where
    F: Copy,
    Option<F>: PartialEq,
{
    slot.get() != objects.get()
}

/// Whether the type has another `__new__` or `__init__` than `object`.
fn overrides(vm: &Vm, ty: &Type) -> (bool, bool) {
    let object = as_type(&vm.types.object);
    (has_own(&ty.slots.new, &object.slots.new), has_own(&ty.slots.init, &object.slots.init))
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let ty = as_type(class);
    if !args.values().is_empty() {
        let (own_new, own_init) = overrides(vm, ty);
        if own_new {
            return Err(vm.type_error("object.__new__() takes exactly one argument (the type to instantiate)"));
        }
        if !own_init {
            return Err(vm.type_error(format!("{}() takes no arguments", vm.name_of_type(class))));
        }
    }
    if ty.head.has(TypeFlags::ABSTRACT) {
        return Err(abstract_error(vm, class)?);
    }
    vm.new_instance(class)
}

fn abstract_error(vm: &Vm, class: &ObjRef) -> PyResult<crate::Raised> {
    let methods = vm.get_attr(class, &vm.names.__abstractmethods__)?;
    let mut names = Vec::new();
    for name in vm.collect(&methods)? {
        names.push(vm.str_of_text(&name)?);
    }
    names.sort();
    let plural = if names.len() > 1 { "s" } else { "" };
    let class = vm.name_of_type(class);
    let text = format!("Can't instantiate abstract class {class} with abstract method{plural} {}", names.join(", "));
    Ok(vm.type_error(text))
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    if args.values().is_empty() {
        return Ok(());
    }
    let (own_new, own_init) = overrides(vm, type_of(this));
    if own_init {
        return Err(vm.type_error("object.__init__() takes exactly one argument (the instance to initialize)"));
    }
    if !own_new {
        let class = vm.type_name(this);
        let text = format!("{class}.__init__() takes exactly one argument (the instance to initialize)");
        return Err(vm.type_error(text));
    }
    Ok(())
}

/// `<module.Class object at 0x…>`.
pub fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let class = this.ty_ref();
    let name = vm.full_name_of_type(class);
    Ok(vm.str(format!("<{name} object at {:#x}>", this.addr())))
}

/// What `repr` gives, unchecked: `str()` complains in its own words.
fn str(vm: &Vm, this: &ObjRef) -> PyResult {
    match type_of(this).slots.repr.get() {
        Some(slot) => slot(vm, this),
        None => repr(vm, this),
    }
}

fn hash(vm: &Vm, this: &ObjRef) -> PyResult<isize> {
    Ok(vm.hash_identity(this))
}

fn compare(vm: &Vm, this: &ObjRef, other: &ObjRef, op: CmpOp) -> PyResult {
    match op {
        CmpOp::Eq if this.is(other) => Ok(vm.true_.clone()),
        CmpOp::Ne => {
            // `!=` is the opposite of `==` unless that has no answer.
            let Some(equal) = type_of(this).slots.compare.get() else { return Ok(vm.not_implemented.clone()) };
            let result = equal(vm, this, other, CmpOp::Eq)?;
            if result.is(&vm.not_implemented) { Ok(result) } else { Ok(vm.bool(!vm.truth(&result)?)) }
        }
        _ => Ok(vm.not_implemented.clone()),
    }
}

fn reduce_ex(vm: &Vm, this: &ObjRef, protocol: &ObjRef) -> PyResult {
    crate::object::reduce::reduce_ex(vm, this, vm.to_i64(protocol)?)
}

fn format(vm: &Vm, this: &ObjRef, spec: &ObjRef) -> PyResult {
    let Some(text) = spec.payload::<Str>() else {
        return Err(vm.type_error(format!("__format__() argument must be str, not {}", vm.argument_kind(spec))));
    };
    if !text.is_empty() {
        let text = format!("unsupported format string passed to {}.__format__", vm.type_name(this));
        return Err(vm.type_error(text));
    }
    vm.str_of(this)
}

/// Bytes of the object from its header on.
fn sizeof(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.int_exact(vm.object_size(this) as i64))
}

fn dir(vm: &Vm, this: &ObjRef) -> PyResult {
    let all = vm.dict();
    if let Some(dict) = vm.get_attr_opt(this, &vm.names.__dict__)?
        && vm.is_dict(&dict)
    {
        vm.dict_update(&all, dict.to::<Dict>())?;
    }
    if let Some(class) = vm.get_attr_opt(this, &vm.names.__class__)? {
        merge_class_dict(vm, &all, &class)?;
    }
    let keys = vm.dict_keys(&all);
    Ok(vm.list(keys))
}

/// Adds the attributes of a class and its bases.
pub fn merge_class_dict(vm: &Vm, all: &gc::Ref<Dict>, class: &ObjRef) -> PyResult<()> {
    if let Some(dict) = vm.get_attr_opt(class, &vm.names.__dict__)? {
        vm.dict_update_from(all, &dict)?;
    }
    let Some(bases) = vm.get_attr_opt(class, &vm.names.__bases__)? else { return Ok(()) };
    if vm.is_tuple(&bases) {
        for base in bases.to::<Tuple>().items() {
            merge_class_dict(vm, all, base)?;
        }
    }
    Ok(())
}

//! `type`: classes as objects, and the making of instances.

use crate::builtins::mappingproxy;
use crate::error::PyResult;
use crate::native::{Args, Fun, Method, Packed, Releases, TypeSpec};
use crate::object::class::{MEMBER_SIZE, type_new};
use crate::object::{Type, mro, type_attrs, type_of, update};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use frontend::op::BinOp;
use gc::{Dict, Exact, ObjRef, TypeFlags};
use std::mem::offset_of;

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(10),
    exact: Exact::Type,
    basicsize: 904,
    itemsize: MEMBER_SIZE,
    weaklist_offset: (gc::HEADER + offset_of!(Type, weak)) as i32,
    dict_offset: (gc::HEADER + offset_of!(Type, dict)) as i32,
    slots: SlotDefs {
        new: Some(type_new),
        init: Some(init),
        call: Some(call),
        repr: Some(repr),
        get_attr: Some(get_attr),
        set_attr: Some(set_attr),
        binary: &[(BinOp::Or, or)],
        ..SlotDefs::NONE
    },
    methods: &[
        Method::new("mro(self, /)", Fun::None(|vm, this| Ok(vm.list(mro::linearise(vm, this)?)))),
        Method::new("__subclasses__(self, /)", Fun::None(|vm, this| Ok(vm.list(vm.direct_subclasses(this))))),
        Method::class("__prepare__(cls, *args, **kwargs)", Fun::Raw(|vm, _, _| Ok(vm.dict().into_obj()))),
        Method::new(
            "__instancecheck__(self, instance, /)",
            Fun::One(|vm, this, obj| Ok(vm.bool(vm.is_instance_plain(obj, this)?))),
        ),
        Method::new(
            "__subclasscheck__(self, subclass, /)",
            Fun::One(|vm, this, class| Ok(vm.bool(vm.is_subclass_plain(class, this)?))),
        ),
        Method::new("__dir__(self, /)", Fun::None(dir)),
        Method::new("__sizeof__(self, /)", Fun::None(size_of)),
    ],
    getset: type_attrs::ROWS,
    ..TypeSpec::new("type", <Type as gc::Payload>::layout)
};

/// `type(x)`, or the class called: `__new__`, then `__init__`.
pub fn call(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let vectorcall = as_type(class).spec.get().is_some_and(|spec| spec.vectorcall.have(vm));
    let packed = if vectorcall { Packed::default() } else { args.packed(vm) };
    if class.is(&vm.types.type_) {
        match (args.positional(), args.has_keywords()) {
            ([obj], false) => return Ok(obj.ty_ref().clone()),
            ([_], true) => return Err(vm.type_error("type() takes no keyword arguments")),
            ([_, _, _], _) => {}
            _ => return Err(vm.type_error("type() takes 1 or 3 arguments")),
        }
    }
    let args = if vectorcall { args } else { args.packed_in(&packed) };
    let Some(new) = as_type(class).slots.new.get() else {
        return Err(vm.type_error(format!("cannot create '{}' instances", vm.name_of_type(class))));
    };
    let obj = new(vm, class, args)?;
    initialized(vm, class, obj, args)
}

/// What `__new__` of the class made, after its `__init__` if it is an instance of the class.
#[inline]
pub(crate) fn initialized(vm: &Vm, class: &ObjRef, obj: ObjRef, args: Args<'_>) -> PyResult {
    if !Type::derives_from(obj.ty_ref(), class) {
        return Ok(obj);
    }
    if let Some(init) = type_of(&obj).slots.init.get() {
        init(vm, &obj, args)?;
    }
    Ok(obj)
}

/// A class with the key table that its instances share; of a builtin type only the static struct.
fn size_of(vm: &Vm, this: &ObjRef) -> PyResult {
    let ty = as_type(this);
    let heap_type = ty.head.is_heap_type();
    let size =
        if heap_type { vm.object_size(this) + ty.shared.size() } else { vm.heap.profile().objects.static_type.size };
    Ok(vm.int_exact(size as i64))
}

/// Everything was done by `__new__`.
fn init(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult<()> {
    match args.positional().len() {
        1 if args.has_keywords() => Err(vm.type_error("type.__init__() takes no keyword arguments")),
        1 | 3 => Ok(()),
        _ => Err(vm.type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.str(format!("<class '{}'>", vm.full_name_of_type(this))))
}

impl Vm {
    /// `module.qualname` of a type; the module is left out if it is `builtins` or no str.
    pub fn full_name_of_type(&self, ty: &ObjRef) -> String {
        match type_attrs::module_of(self, ty) {
            Some(module) if self.is_str(&module) && !self.str_is(&module, "builtins") => {
                format!("{}.{}", self.lossy(&module), self.qualname_of_type(ty))
            }
            _ => self.name_of_type(ty),
        }
    }
}

/// Attributes of a class: data descriptors of the metaclass, the class's MRO, the metaclass.
pub fn get_attr_opt(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult<Option<ObjRef>> {
    let meta = this.ty_ref();
    let of_meta = vm.type_lookup(meta, name);
    let mut meta_get = None;
    if let Some(descriptor) = &of_meta {
        let kind = type_of(descriptor);
        meta_get = kind.slots.descr_get.get();
        if let Some(get) = meta_get
            && kind.slots.descr_set.get().is_some()
        {
            return get(vm, descriptor, Some(this), Some(meta)).map(Some);
        }
    }
    if let Some(found) = vm.type_lookup(this, name) {
        return match type_of(&found).slots.descr_get.get() {
            Some(get) => get(vm, &found, None, Some(this)).map(Some),
            None => Ok(Some(found)),
        };
    }
    match (of_meta, meta_get) {
        (Some(descriptor), Some(get)) => get(vm, &descriptor, Some(this), Some(meta)).map(Some),
        (found, _) => Ok(found),
    }
}

fn get_attr(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult {
    if !vm.is_str(name) {
        let kind = vm.type_name(name);
        return Err(vm.type_error(format!("attribute name must be string, not '{kind}'")));
    }
    match get_attr_opt(vm, this, name)? {
        Some(value) => Ok(value),
        None => Err(type_attrs::missing(vm, this, name)),
    }
}

fn set_attr(vm: &Vm, this: &ObjRef, name: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let ty = as_type(this);
    if ty.head.has(TypeFlags::IMMUTABLE) {
        return Err(type_attrs::unchangeable(vm, this, &vm.lossy(name)));
    }
    if !vm.is_str(name) {
        let kind = vm.type_name(name);
        return Err(vm.type_error(format!("attribute name must be string, not '{kind}'")));
    }
    if let Some(descriptor) = vm.type_lookup(this.ty_ref(), name)
        && let Some(set) = type_of(&descriptor).slots.descr_set.get()
    {
        return set(vm, &descriptor, this, value);
    }
    let name = vm.intern_str(name);
    let dict = ty.dict.get().unwrap_or_else(|| vm.dict().into_obj());
    let dict = dict.to::<Dict>();
    match value {
        Some(value) => {
            // Before and after: the old value's death may run code that looks the attribute up.
            vm.type_modified(this);
            vm.dict_set(dict, &name, value)?;
        }
        None => {
            vm.type_modified(this);
            if !vm.dict_del(dict, &name)? {
                return Err(type_attrs::not_deletable(vm, this, &name));
            }
        }
    }
    vm.type_modified(this);
    update::attribute_changed(vm, this, &name);
    Ok(())
}

fn dir(vm: &Vm, this: &ObjRef) -> PyResult {
    let all = vm.dict();
    crate::builtins::object::merge_class_dict(vm, &all, this)?;
    Ok(vm.list(vm.dict_keys(&all)))
}

fn or(vm: &Vm, a: &ObjRef, b: &ObjRef) -> PyResult {
    super::union_type::or(vm, a, b)
}

/// `type.__dict__`.
pub fn namespace(vm: &Vm, this: &ObjRef) -> ObjRef {
    let dict = as_type(this).dict.get().unwrap_or_else(|| vm.dict().into_obj());
    mappingproxy::make(vm, &dict)
}

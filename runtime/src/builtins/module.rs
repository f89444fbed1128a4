//! `module`: a name and a namespace.

use crate::error::{Exc, PyResult};
use crate::native::{Args, Fun, GetSet, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{Dict, Exact, ObjRef, Ref, Slot};
use std::cell::Cell;
use std::mem::offset_of;

gc::payload! {
    /// The namespace and the weak list; two words are CPython's for native modules.
    pub struct Module: gc {
        pub dict: Slot,
        spare: Cell<[usize; 2]>,
        pub weak: gc::WeakList,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    exact: Exact::Module,
    basicsize: 56,
    dict_offset: (gc::HEADER + offset_of!(Module, dict)) as i32,
    weaklist_offset: (gc::HEADER + offset_of!(Module, weak)) as i32,
    slots: SlotDefs {
        new: Some(new_module),
        init: Some(init),
        repr: Some(repr),
        get_attr: Some(get_attr),
        set_attr: Some(Vm::generic_set_attr),
        ..SlotDefs::NONE
    },
    methods: &[Method::new("__dir__(self)", Fun::None(dir))],
    getset: &[
        GetSet {
            name: "__dict__",
            get: |vm, this| Ok(dict_of(vm, this).into_obj()),
            set: Some(|vm, _, _| Err(vm.attribute_error_text("readonly attribute"))),
        },
        GetSet { name: "__annotations__", get: annotations, set: Some(set_annotations) },
    ],
    ..TypeSpec::new("module", <Module as gc::Payload>::layout)
};

/// A module object with the usual names set to None.
pub fn new(vm: &Vm, name: &ObjRef) -> ObjRef {
    let module = alloc(vm, &vm.types.module);
    let dict = vm.dict();
    module.to::<Module>().dict.set(dict.as_obj().clone());
    fill(vm, &dict, name, &vm.none);
    module
}

fn alloc(vm: &Vm, class: &ObjRef) -> ObjRef {
    let value = Module { dict: Slot::empty(), spare: Cell::new([0; 2]), weak: gc::WeakList::default() };
    vm.heap.alloc(class, value).into_obj()
}

fn fill(vm: &Vm, dict: &Ref<Dict>, name: &ObjRef, doc: &ObjRef) {
    let n = &vm.names;
    vm.dict_set_name(dict, &n.__name__, name);
    vm.dict_set_name(dict, &n.__doc__, doc);
    vm.dict_set_name(dict, &n.__package__, &vm.none);
    vm.dict_set_name(dict, &n.__loader__, &vm.none);
    vm.dict_set_name(dict, &n.__spec__, &vm.none);
}

/// The namespace.
pub fn dict_of(vm: &Vm, module: &ObjRef) -> Ref<Dict> {
    let slot = &module.to::<Module>().dict;
    if let Some(dict) = slot.get() {
        return dict.to::<Dict>().clone();
    }
    let dict = vm.dict();
    slot.set(dict.as_obj().clone());
    dict
}

fn new_module(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let module = alloc(vm, class);
    dict_of(vm, &module);
    Ok(module)
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    static ROW: Method = Method::new("module(name, doc=None)", Fun::None(|vm, _| Ok(vm.none())));
    let bound = crate::bind::bind(vm, "module", ROW.signature, ROW.params.params(), args)?;
    let [Some(name), doc] = bound.get() else { return Err(vm.system_error("module() lost its arguments")) };
    if !vm.is_str(name) {
        let kind = vm.argument_kind(name);
        return Err(vm.type_error(format!("module() argument 'name' must be str, not {kind}")));
    }
    fill(vm, &dict_of(vm, this), name, doc.as_ref().unwrap_or(&vm.none));
    Ok(())
}

/// What `__name__` says, or "?".
pub fn name_of(vm: &Vm, module: &ObjRef) -> String {
    match vm.dict_get_name(&dict_of(vm, module), &vm.names.__name__) {
        Some(name) if vm.is_str(&name) => vm.lossy(&name),
        _ => "?".to_owned(),
    }
}

/// A module that only knows who has loaded it (CPython's `_module_repr`).
fn repr_by_loader(vm: &Vm, module: &ObjRef, name: &str, loader: &ObjRef) -> PyResult {
    if let Some(own) = vm.get_attr_opt(loader, &vm.intern("module_repr"))?
        && let Ok(text) = vm.call(&own, std::slice::from_ref(module))
    {
        return Ok(text);
    }
    match vm.dict_get_name(&dict_of(vm, module), &vm.names.__file__) {
        Some(file) => Ok(vm.str(format!("<module {name} from {}>", vm.repr_text(&file)?))),
        None => Ok(vm.str(format!("<module {name} ({})>", vm.repr_text(loader)?))),
    }
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let dict = dict_of(vm, this);
    let name = match vm.dict_get_name(&dict, &vm.names.__name__) {
        Some(name) => vm.repr_text(&name)?,
        None => "'?'".to_owned(),
    };
    let unsaid = |found: Option<ObjRef>| found.filter(|value| !value.is(&vm.none));
    if let (Some(loader), None) =
        (unsaid(vm.dict_get_name(&dict, &vm.names.__loader__)), unsaid(vm.dict_get_name(&dict, &vm.names.__spec__)))
    {
        return repr_by_loader(vm, this, &name, &loader);
    }
    let file = vm.dict_get_name(&dict, &vm.names.__file__);
    if let Some(file) = file.filter(|f| vm.is_str(f)) {
        return Ok(vm.str(format!("<module {name} from {}>", vm.repr_text(&file)?)));
    }
    let spec = vm.dict_get_name(&dict, &vm.names.__spec__).filter(|s| !s.is(&vm.none));
    let Some(spec) = spec else {
        let plain = vm.lossy(&vm.dict_get_name(&dict, &vm.names.__name__).unwrap_or_else(|| vm.none()));
        let builtin = vm.has_builtin_module(&plain) || plain == "builtins";
        return Ok(vm.str(if builtin { format!("<module {name} (built-in)>") } else { format!("<module {name}>") }));
    };
    match vm.get_attr_opt(&spec, &vm.intern("origin"))? {
        Some(origin) if vm.is_str(&origin) => Ok(vm.str(format!("<module {name} ({})>", vm.lossy(&origin)))),
        _ => Ok(vm.str(format!("<module {name}>"))),
    }
}

/// The generic lookup, then the module's own `__getattr__`.
fn get_attr(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult {
    match find_attr(vm, this, name)? {
        Some(value) => Ok(value),
        None => Err(missing(vm, this, name)),
    }
}

/// The attribute where nobody hears of an error; one that is to know its object (3.10, 3.11) is an exception at once.
pub fn get_attr_opt(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult<Option<ObjRef>> {
    let found = find_attr(vm, this, name)?;
    if found.is_none() && Releases::since(10).have(vm) && Releases::until(11).have(vm) {
        drop(missing(vm, this, name));
    }
    Ok(found)
}

fn find_attr(vm: &Vm, this: &ObjRef, name: &ObjRef) -> PyResult<Option<ObjRef>> {
    if let Some(value) = vm.generic_get_attr_opt(this, name)? {
        return Ok(Some(value));
    }
    let hook = vm.dict_get_name(&dict_of(vm, this), &vm.names.__getattr__);
    hook.map(|hook| vm.call(&hook, std::slice::from_ref(name))).transpose()
}

#[cold]
fn missing(vm: &Vm, this: &ObjRef, name: &ObjRef) -> crate::Raised {
    let attribute = vm.lossy(name);
    let text = match vm.dict_get_name(&dict_of(vm, this), &vm.names.__name__).filter(|n| vm.is_str(n)) {
        Some(module) => {
            let module = vm.lossy(&module);
            if vm.is_initializing(this) {
                format!(
                    "partially initialized module '{module}' has no attribute '{attribute}' (most likely due to a circular import)"
                )
            } else {
                format!("module '{module}' has no attribute '{attribute}'")
            }
        }
        None => format!("module has no attribute '{attribute}'"),
    };
    let raised = vm.raise_new(Exc::AttributeError, text);
    vm.set_attribute_context(&raised, this, name);
    raised
}

fn dir(vm: &Vm, this: &ObjRef) -> PyResult {
    let dict = dict_of(vm, this);
    if let Some(hook) = vm.dict_get_str(&dict, "__dir__") {
        return vm.call(&hook, &[]);
    }
    Ok(vm.list(vm.dict_keys(&dict)))
}

fn annotations(vm: &Vm, this: &ObjRef) -> PyResult {
    let dict = dict_of(vm, this);
    if let Some(found) = vm.dict_get_name(&dict, &vm.names.__annotations__) {
        return Ok(found);
    }
    let fresh = vm.dict().into_obj();
    vm.dict_set_name(&dict, &vm.names.__annotations__, &fresh);
    Ok(fresh)
}

fn set_annotations(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let dict = dict_of(vm, this);
    match value {
        Some(value) => vm.dict_set(&dict, &vm.names.__annotations__, value),
        None => match vm.dict_del(&dict, &vm.names.__annotations__)? {
            true => Ok(()),
            false => Err(vm.attribute_error_text("__annotations__")),
        },
    }
}

//! `ModuleSpec`: where an imported module comes from, and the names every module starts with.

use std::cell::Cell;

use gc::{Dict, ObjRef, Payload, Ref, Slot, payload};

use crate::error::PyResult;
use crate::native::{GetSet, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;

payload! {
    /// The spec of a module.
    pub struct ModuleSpecObject: gc {
        pub name: Slot,
        pub loader: Slot,
        pub origin: Slot,
        pub search: Slot,
        pub cached: Slot,
        pub initializing: Cell<bool>,
    }
}

static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { repr: Some(repr), ..SlotDefs::NONE },
    getset: &[
        GetSet { name: "name", get: |vm, s| vm.field(&of(s).name), set: None },
        GetSet { name: "loader", get: |vm, s| vm.field(&of(s).loader), set: Some(|_, s, v| put(&of(s).loader, v)) },
        GetSet { name: "origin", get: |vm, s| vm.field(&of(s).origin), set: Some(|_, s, v| put(&of(s).origin, v)) },
        GetSet {
            name: "submodule_search_locations",
            get: |vm, s| vm.field(&of(s).search),
            set: Some(|_, s, v| put(&of(s).search, v)),
        },
        GetSet { name: "cached", get: |vm, s| vm.field(&of(s).cached), set: Some(|_, s, v| put(&of(s).cached, v)) },
        GetSet { name: "parent", get: parent, set: None },
        GetSet { name: "has_location", get: |vm, s| Ok(vm.bool(of(s).cached.is_some())), set: None },
        GetSet { name: "loader_state", get: |vm, _| Ok(vm.none()), set: None },
        GetSet { name: "_initializing", get: |vm, s| Ok(vm.bool(of(s).initializing.get())), set: None },
    ],
    ..TypeSpec::new("ModuleSpec", <ModuleSpecObject as Payload>::layout)
};

fn of(this: &ObjRef) -> &ModuleSpecObject {
    this.to::<ModuleSpecObject>()
}

fn put(slot: &Slot, value: Option<&ObjRef>) -> PyResult<()> {
    slot.set(value.cloned());
    Ok(())
}

fn parent(vm: &Vm, this: &ObjRef) -> PyResult {
    let name = vm.slot_text(&of(this).name);
    if of(this).search.is_some() {
        return Ok(vm.str(name));
    }
    Ok(vm.str(name.rsplit_once('.').map_or("", |(package, _)| package)))
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let spec = of(this);
    let mut text = format!("ModuleSpec(name={}, loader={}", text_of(vm, &spec.name)?, text_of(vm, &spec.loader)?);
    if spec.origin.is_some() {
        text += &format!(", origin={}", text_of(vm, &spec.origin)?);
    }
    if spec.search.is_some() {
        text += &format!(", submodule_search_locations={}", text_of(vm, &spec.search)?);
    }
    Ok(vm.str(text + ")"))
}

fn text_of(vm: &Vm, slot: &Slot) -> PyResult<String> {
    let value = slot.get().unwrap_or_else(|| vm.none());
    vm.repr_text(&value)
}

/// Where a module's text is.
pub(crate) enum Origin {
    File(String),
    Namespace,
}

/// A new module with its spec; `search` makes it a package.
pub(crate) fn new_module(vm: &Vm, name: &str, origin: Origin, search: Option<Vec<String>>) -> PyResult {
    let module = vm.new_module(name);
    let dict = vm.module_dict(&module);
    let places = search.map(|places| vm.list(places.iter().map(|p| vm.str(p)).collect()));
    let file = match &origin {
        Origin::File(path) => Some(vm.str(path)),
        Origin::Namespace => None,
    };
    let cached = file.as_ref().map(|path| vm.str(cache_name(&vm.lossy(path))));
    let shown = file.clone();
    let spec = ModuleSpecObject {
        name: Slot::new(vm.str(name)),
        loader: Slot::empty(),
        origin: Slot::new(shown),
        search: Slot::new(places.clone()),
        cached: Slot::new(cached.clone()),
        initializing: Cell::new(true),
    };
    let spec = vm.heap.alloc(&vm.native_type(&SPEC), spec).into_obj();
    fill(vm, &dict, &spec, places, file, cached)?;
    Ok(module)
}

/// The spec of what is run as `__main__`, under the name by which it was found.
pub fn of_main(vm: &Vm, name: &str, file: &str) -> ObjRef {
    let spec = ModuleSpecObject {
        name: Slot::new(vm.str(name)),
        loader: Slot::empty(),
        origin: Slot::new(vm.str(file)),
        search: Slot::empty(),
        cached: Slot::new(vm.str(cache_name(file))),
        initializing: Cell::new(false),
    };
    vm.heap.alloc(&vm.native_type(&SPEC), spec).into_obj()
}

fn fill(
    vm: &Vm,
    dict: &Ref<Dict>,
    spec: &ObjRef,
    places: Option<ObjRef>,
    file: Option<ObjRef>,
    cached: Option<ObjRef>,
) -> PyResult<()> {
    let n = &vm.names;
    vm.dict_set(dict, &n.__package__, &parent(vm, spec)?)?;
    vm.dict_set(dict, &n.__spec__, spec)?;
    for (name, value) in [(&n.__path__, places), (&n.__file__, file), (&n.__cached__, cached)] {
        if let Some(value) = value {
            vm.dict_set(dict, name, &value)?;
        }
    }
    vm.dict_set(dict, &n.__builtins__, vm.builtins_dict().as_obj())
}

/// Where CPython would keep the compiled file.
pub fn cache_name(path: &str) -> String {
    let (directory, file) = path.rsplit_once('/').unwrap_or((".", path));
    let stem = file.strip_suffix(".py").unwrap_or(file);
    format!("{directory}/__pycache__/{stem}.cpython-311.pyc")
}

/// The module has run its text.
pub(crate) fn loaded(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    if let Some(spec) = vm.dict_get(&vm.module_dict(module), &vm.names.__spec__)?
        && let Some(spec) = spec.payload::<ModuleSpecObject>()
    {
        spec.initializing.set(false);
    }
    Ok(())
}

/// The module is still running its text.
pub(crate) fn is_initializing(vm: &Vm, module: &ObjRef) -> bool {
    if !module.has::<crate::builtins::module::Module>() {
        return false;
    }
    let spec = vm.dict_get(&vm.module_dict(module), &vm.names.__spec__);
    let Ok(Some(spec)) = spec else { return false };
    spec.payload::<ModuleSpecObject>().is_some_and(|s| s.initializing.get())
}

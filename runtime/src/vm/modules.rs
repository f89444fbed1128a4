//! Modules: the registry, builtin ones from their rows, frozen ones.

use crate::error::PyResult;
use crate::native::ModuleSpec;
use crate::vm::Vm;
use gc::{Dict, ObjRef, Ref};
use std::collections::HashMap;

/// Where modules written in Python that are part of the binary say they are.
pub const LIBRARY: &str = "/pyglass/lib/python3.11";

/// The file that a module of the library stands for.
pub(crate) fn library_path(name: &str, package: bool) -> String {
    let place = name.replace('.', "/");
    if package { format!("{LIBRARY}/{place}/__init__.py") } else { format!("{LIBRARY}/{place}.py") }
}

/// Modules that an interpreter knows, not yet imported.
pub(crate) struct Library {
    modules: HashMap<&'static str, &'static ModuleSpec>,
    frozen: HashMap<&'static str, &'static Frozen>,
}

/// A module written in Python that is part of the binary.
pub struct Frozen {
    pub name: &'static str,
    /// Its text: what tracebacks and `inspect` show, and what is compiled where asserts or docstrings are left out.
    pub source: &'static str,
    /// What `frontend::Unit::to_bytes` made of it.
    pub compiled: &'static [u8],
    pub package: bool,
    /// What is done when it has been imported.
    pub imported: Option<fn(&Vm)>,
}

impl Vm {
    /// The text of a file of the library.
    pub fn library_source(&self, path: &str) -> Option<&'static str> {
        let place = path.strip_prefix(LIBRARY)?.strip_prefix('/')?.strip_suffix(".py")?;
        let name = place.strip_suffix("/__init__").unwrap_or(place).replace('/', ".");
        self.frozen_module(&name).map(|module| module.source)
    }

    /// `sys.modules`.
    pub fn modules(&self) -> Ref<Dict> {
        self.modules.clone()
    }

    /// The modules that are known here, for another interpreter.
    pub(crate) fn library(&self) -> Library {
        Library { modules: self.module_specs.borrow().clone(), frozen: self.frozen.borrow().clone() }
    }

    /// Makes the modules of another interpreter known.
    pub(crate) fn use_library(&self, library: &Library) {
        self.module_specs.borrow_mut().extend(library.modules.iter());
        self.frozen.borrow_mut().extend(library.frozen.iter());
    }

    /// Makes builtin modules known; they are made on first import.
    pub fn register_modules(&self, specs: &'static [&'static ModuleSpec]) {
        self.module_specs.borrow_mut().extend(specs.iter().map(|&spec| (spec.name, spec)));
    }

    /// Makes one builtin module known.
    pub fn register_module(&self, spec: &'static ModuleSpec) {
        self.module_specs.borrow_mut().insert(spec.name, spec);
    }

    /// Makes frozen modules known.
    pub fn register_frozen(&self, modules: &'static [Frozen]) {
        self.frozen.borrow_mut().extend(modules.iter().map(|module| (module.name, module)));
    }

    /// A frozen module.
    pub fn frozen_module(&self, name: &str) -> Option<&'static Frozen> {
        self.frozen.borrow().get(name).copied()
    }

    /// Whether a builtin module of this name is known.
    pub fn has_builtin_module(&self, name: &str) -> bool {
        self.module_specs.borrow().contains_key(name)
    }

    /// Names of all builtin modules, sorted.
    pub fn builtin_module_names(&self) -> Vec<&'static str> {
        let mut names: Vec<_> = self.module_specs.borrow().keys().copied().collect();
        names.sort_unstable();
        names
    }

    /// The builtin module of this name, made now and put into `sys.modules`, if there is one.
    pub fn load_builtin_module(&self, name: &str) -> PyResult<Option<ObjRef>> {
        if let Some(module) = self.dict_get_str(&self.modules, name) {
            return Ok(Some(module));
        }
        let spec = self.module_specs.borrow().get(name).copied();
        match spec {
            Some(spec) => self.make_module(spec).map(Some),
            None => Ok(None),
        }
    }

    fn make_module(&self, spec: &'static ModuleSpec) -> PyResult {
        let module = self.new_module(spec.name);
        let dict = self.module_dict(&module);
        if let Some(doc) = spec.doc {
            self.dict_set_name(&dict, &self.names.__doc__, &self.str(doc));
        }
        let name = self.intern(spec.name);
        for row in spec.functions {
            let key = self.intern(row.name());
            let function = crate::builtins::builtin_function::function(self, row, &module, &name);
            self.dict_set_name(&dict, &key, &function);
        }
        self.dict_set_name(&self.modules, &name, &module);
        (spec.init)(self, &module)?;
        Ok(module)
    }

    /// A module object with `__name__` and empty `__doc__`, `__package__`, `__loader__`, `__spec__`.
    pub fn new_module(&self, name: &str) -> ObjRef {
        crate::builtins::module::new(self, &self.intern(name))
    }

    /// The module `sys`, once it has been made.
    pub fn sys_module(&self) -> Option<ObjRef> {
        if self.sys.is_none() {
            self.sys.set(self.dict_get_str(&self.modules, "sys"));
        }
        self.sys.get()
    }

    /// An attribute of `sys`, if the module and the attribute are there.
    pub fn sys_attr(&self, name: &ObjRef) -> Option<ObjRef> {
        let sys = self.sys_module().filter(|sys| sys.has::<crate::builtins::module::Module>())?;
        self.dict_get_name(&self.module_dict(&sys), name)
    }

    /// The namespace of a module.
    pub fn module_dict(&self, module: &ObjRef) -> Ref<Dict> {
        crate::builtins::module::dict_of(self, module)
    }

    /// The module `builtins`.
    pub fn builtins_module(&self) -> ObjRef {
        self.dict_get_str(&self.modules, "builtins").unwrap_or_else(|| self.new_module("builtins"))
    }

    /// The namespace of `builtins`.
    pub fn builtins_dict(&self) -> Ref<Dict> {
        self.module_dict(&self.builtins_module())
    }
}

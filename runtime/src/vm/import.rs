//! The import system: `sys.modules`, builtin modules, files on `sys.path`, frozen modules.
//!
//! Order of the search for a top-level name: modules that CPython has built in, `sys.meta_path`,
//! the entries of `sys.path`, then the modules that are part of this program (they stand for
//! the standard library's directory, which is the last entry of CPython's path).

use std::path::{Path, PathBuf};

use frontend::code::Unit;
use frontend::{Mode, Origin as SourceOrigin};
use gc::{Dict, ObjRef};

use crate::builtins::builtin_function::BuiltinFunction;
use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use crate::vm::link::Program;
use crate::vm::module_spec::{self, Origin};
use crate::vm::modules::{Frozen, library_path};

/// Modules that no file can hide.
const ALWAYS_BUILTIN: &[&str] = &[
    "_abc",
    "_codecs",
    "_collections",
    "_functools",
    "_imp",
    "_io",
    "_locale",
    "_operator",
    "_signal",
    "_sre",
    "_stat",
    "_string",
    "_symtable",
    "_thread",
    "_tracemalloc",
    "_warnings",
    "_weakref",
    "atexit",
    "builtins",
    "errno",
    "faulthandler",
    "gc",
    "itertools",
    "marshal",
    "posix",
    "pwd",
    "sys",
    "time",
    "xxsubtype",
];

/// What a name was found to be.
enum Found {
    Builtin,
    Frozen(&'static Frozen),
    File {
        path: PathBuf,
        package: bool,
    },
    /// Directories without `__init__.py`.
    Namespace(Vec<String>),
    /// A finder of `sys.meta_path` answered this spec.
    Spec(ObjRef),
}

impl Vm {
    /// `import name`: the module itself, not its top package.
    pub fn import(&self, name: &str) -> PyResult {
        self.import_absolute(name)
    }

    /// What `import a.b` or `from a import b` binds or looks into.
    pub(crate) fn import_statement(&self, name: &ObjRef, globals: &ObjRef, from: &ObjRef, level: i64) -> PyResult {
        let name = self.str_text(name)?.into_owned();
        if level < 0 {
            return Err(self.value_error("level must be >= 0"));
        }
        let full = if level > 0 { self.resolve_relative(&name, globals, level as usize)? } else { name.clone() };
        if full.is_empty() {
            return Err(self.value_error("Empty module name"));
        }
        let module = self.import_absolute(&full)?;
        let has_list = !from.is(&self.none) && self.truth(from)?;
        if has_list {
            if self.get_attr_opt(&module, &self.names.__path__)?.is_some() {
                self.import_from_list(&module, from, false)?;
            }
            return Ok(module);
        }
        let Some((head, _)) = name.split_once('.') else { return Ok(module) };
        // `import a.b` binds a; a relative one (only by hand) the module that stands there.
        let cut = full.len() - (name.len() - head.len());
        self.import_absolute(&full[..cut])
    }

    /// Submodules named by `from package import a, b` are imported.
    fn import_from_list(&self, module: &ObjRef, from: &ObjRef, in_all: bool) -> PyResult<()> {
        let package = self.get_attr(module, &self.names.__name__)?;
        let package = self.str_text(&package)?.into_owned();
        for name in self.collect(from)? {
            if !self.is_str(&name) {
                let kind = self.type_name(&name);
                let place = if in_all { format!("{package}.__all__") } else { "``from list''".to_owned() };
                return Err(self.type_error(format!("Item in {place} must be str, not {kind}")));
            }
            if self.str_is(&name, "*") {
                if !in_all && let Some(all) = self.get_attr_opt(module, &self.names.__all__)? {
                    self.import_from_list(module, &all, true)?;
                }
                continue;
            }
            if self.has_attr(module, &name)? {
                continue;
            }
            let full = format!("{package}.{}", self.lossy(&name));
            match self.import_absolute(&full) {
                Err(raised) if self.is_missing(&raised, &full)? => {}
                result => drop(result?),
            }
        }
        Ok(())
    }

    /// The error says that this very module does not exist.
    fn is_missing(&self, raised: &Raised, name: &str) -> PyResult<bool> {
        if !raised.matches(self, Exc::ModuleNotFoundError) {
            return Ok(false);
        }
        let missing = self.get_attr(&raised.0, &self.names.name)?;
        Ok(self.str_is(&missing, name))
    }

    /// The absolute name of a relative import.
    fn resolve_relative(&self, name: &str, globals: &ObjRef, level: usize) -> PyResult<String> {
        let package = self.package_of(globals)?;
        if package.is_empty() {
            return Err(self.import_error_text("attempted relative import with no known parent package"));
        }
        let mut base = package.as_str();
        for _ in 1..level {
            match base.rsplit_once('.') {
                Some((outer, _)) => base = outer,
                None => return Err(self.import_error_text("attempted relative import beyond top-level package")),
            }
        }
        Ok(if name.is_empty() { base.to_owned() } else { format!("{base}.{name}") })
    }

    /// The package that relative imports start from: `__package__`, or what `__name__` and `__path__` say.
    fn package_of(&self, globals: &ObjRef) -> PyResult<String> {
        let Some(globals) = globals.payload::<Dict>() else {
            return Err(self.type_error("globals must be a dict"));
        };
        let text = |value: &ObjRef| self.lossy(value);
        if let Some(package) = self.dict_get(globals, &self.names.__package__)?.filter(|p| !p.is(&self.none)) {
            if !self.is_str(&package) {
                return Err(self.type_error("package must be a string"));
            }
            return Ok(text(&package));
        }
        let Some(name) = self.dict_get(globals, &self.names.__name__)? else {
            return Err(self.raise_new(Exc::KeyError, "'__name__' not in globals".to_owned()));
        };
        let name = text(&name);
        if self.dict_get(globals, &self.names.__path__)?.is_some() {
            return Ok(name);
        }
        Ok(name.rsplit_once('.').map_or_else(String::new, |(package, _)| package.to_owned()))
    }

    /// The module of an absolute name, its packages first.
    pub fn import_absolute(&self, name: &str) -> PyResult {
        if let Some(module) = self.loaded(name)? {
            return Ok(module);
        }
        let Some((package, last)) = name.rsplit_once('.') else {
            return self.load(name, None);
        };
        let parent = self.import_absolute(package)?;
        if let Some(module) = self.loaded(name)? {
            return Ok(module);
        }
        let Some(path) = self.get_attr_opt(&parent, &self.names.__path__)? else {
            return Err(self.not_found(name, &format!("; '{package}' is not a package")));
        };
        let module = self.load(name, Some(&path))?;
        self.set_attr(&parent, &self.intern(last), &module)?;
        Ok(module)
    }

    /// What `sys.modules` has; None there forbids the import.
    fn loaded(&self, name: &str) -> PyResult<Option<ObjRef>> {
        match self.dict_get_str(&self.modules(), name) {
            Some(module) if module.is(&self.none) => {
                let text = format!("import of {name} halted; None in sys.modules");
                Err(self.no_module(text, name))
            }
            found => Ok(found),
        }
    }

    fn not_found(&self, name: &str, more: &str) -> Raised {
        self.no_module(format!("No module named '{name}'{more}"), name)
    }

    fn no_module(&self, text: String, name: &str) -> Raised {
        let raised = self.raise_new(Exc::ModuleNotFoundError, text);
        // A failure to set the attribute would only hide the real error.
        drop(self.set_attr(&raised.0, &self.names.name, &self.str(name)));
        raised
    }

    fn load(&self, name: &str, path: Option<&ObjRef>) -> PyResult {
        match self.find(name, path)? {
            None => Err(self.not_found(name, "")),
            Some(Found::Builtin) => match self.load_builtin_module(name)? {
                Some(module) => Ok(module),
                None => Err(self.not_found(name, "")),
            },
            Some(Found::Frozen(module)) => self.load_frozen(name, module),
            Some(Found::File { path, package }) => self.load_file(name, &path, package),
            Some(Found::Namespace(places)) => self.load_namespace(name, places),
            Some(Found::Spec(spec)) => self.load_spec(name, &spec),
        }
    }

    fn find(&self, name: &str, path: Option<&ObjRef>) -> PyResult<Option<Found>> {
        if path.is_none() && ALWAYS_BUILTIN.contains(&name) && self.has_builtin_module(name) {
            return Ok(Some(Found::Builtin));
        }
        if let Some(spec) = self.ask_meta_path(name, path)? {
            return Ok(Some(Found::Spec(spec)));
        }
        if let Some(found) = self.find_on_path(name, path)? {
            return Ok(Some(found));
        }
        if self.has_builtin_module(name) {
            return Ok(Some(Found::Builtin));
        }
        Ok(self.frozen_module(name).map(Found::Frozen))
    }

    /// Finders that a program has put into `sys.meta_path`.
    fn ask_meta_path(&self, name: &str, path: Option<&ObjRef>) -> PyResult<Option<ObjRef>> {
        let Some(sys) = self.dict_get_str(&self.modules(), "sys") else { return Ok(None) };
        let Some(finders) = self.get_attr_opt(&sys, &self.intern("meta_path"))? else { return Ok(None) };
        if finders.is(&self.none) {
            return Err(self.import_error_text("sys.meta_path is None, Python is likely shutting down"));
        }
        for finder in self.collect(&finders)? {
            let Some(find) = self.get_attr_opt(&finder, &self.names.find_spec)? else { continue };
            let path = path.cloned().unwrap_or_else(|| self.none());
            let spec = self.call(&find, &[self.str(name), path, self.none()])?;
            if !spec.is(&self.none) {
                return Ok(Some(spec));
            }
        }
        Ok(None)
    }

    fn find_on_path(&self, name: &str, path: Option<&ObjRef>) -> PyResult<Option<Found>> {
        let last = name.rsplit('.').next().unwrap_or(name);
        let mut places = Vec::new();
        for entry in self.path_entries(path)? {
            let base = Path::new(if entry.is_empty() { "." } else { entry.as_str() });
            let directory = base.join(last);
            let init = directory.join("__init__.py");
            if init.is_file() {
                return Ok(Some(Found::File { path: shown(&entry, init), package: true }));
            }
            let file = base.join(format!("{last}.py"));
            if file.is_file() {
                return Ok(Some(Found::File { path: shown(&entry, file), package: false }));
            }
            if directory.is_dir() && self.frozen_module(name).is_none() {
                places.push(shown(&entry, directory).to_string_lossy().into_owned());
            }
        }
        Ok((!places.is_empty()).then_some(Found::Namespace(places)))
    }

    /// Directories to look into: the package's `__path__` or `sys.path`.
    fn path_entries(&self, path: Option<&ObjRef>) -> PyResult<Vec<String>> {
        let path = match path {
            Some(path) => Some(path.clone()),
            None => match self.dict_get_str(&self.modules(), "sys") {
                Some(sys) => self.get_attr_opt(&sys, &self.names.path)?,
                None => None,
            },
        };
        let Some(path) = path else { return Ok(Vec::new()) };
        let entries = self.collect(&path)?;
        Ok(entries.iter().filter(|e| self.is_str(e)).map(|e| self.lossy(e)).collect())
    }

    /// Runs a module in its namespace; one that fails, be it to compile, is forgotten.
    fn run_module(&self, name: &str, module: &ObjRef, compile: impl FnOnce() -> PyResult<Program>) -> PyResult {
        let key = self.intern(name);
        let modules = self.modules();
        self.dict_set(&modules, &key, module)?;
        let dict = self.module_dict(module);
        let code = compile().map(|program| program.code);
        let result = code.and_then(|code| self.eval_code(&code, &dict, None));
        module_spec::loaded(self, module)?;
        if let Err(raised) = result {
            self.dict_del(&modules, &key)?;
            return Err(raised);
        }
        match self.dict_get(&modules, &key)? {
            // A module may put something else in its place.
            Some(module) => Ok(module),
            None => Err(self.raise_type(self.exception_type(Exc::KeyError), &[key])),
        }
    }

    fn load_frozen(&self, name: &str, frozen: &'static Frozen) -> PyResult {
        let path = library_path(name, frozen.package);
        let search = frozen.package.then(|| vec![path.trim_end_matches("/__init__.py").to_owned()]);
        let module = module_spec::new_module(self, name, Origin::File(path.clone()), search)?;
        // The compiled form has asserts and docstrings.
        let whole = self.run.optimize.get() == 0;
        let unit = whole.then(|| Unit::from_bytes(frozen.compiled, &path).ok()).flatten();
        let module = self.run_module(name, &module, || match unit {
            Some(unit) => Ok(self.link(&unit)),
            None => self.compile_from(frozen.source, &path, Mode::Module, SourceOrigin::File),
        })?;
        frozen.imported.into_iter().for_each(|then| then(self));
        Ok(module)
    }

    fn load_file(&self, name: &str, path: &Path, package: bool) -> PyResult {
        let filename = path.to_string_lossy().into_owned();
        let bytes = std::fs::read(path).map_err(|error| self.os_error(&error, Some(&self.str(&filename))))?;
        let search = package.then(|| vec![path.parent().unwrap_or(path).to_string_lossy().into_owned()]);
        let module = module_spec::new_module(self, name, Origin::File(filename.clone()), search)?;
        let text = frontend::decode_bytes(&bytes).map_err(|error| self.source_error(&error, &filename))?;
        self.run_module(name, &module, || self.compile_from(&text, &filename, Mode::Module, SourceOrigin::File))
    }

    fn load_namespace(&self, name: &str, places: Vec<String>) -> PyResult {
        let module = module_spec::new_module(self, name, Origin::Namespace, Some(places))?;
        module_spec::loaded(self, &module)?;
        self.dict_set(&self.modules(), &self.intern(name), &module)?;
        Ok(module)
    }

    /// A spec of a foreign finder: its loader makes and runs the module.
    fn load_spec(&self, name: &str, spec: &ObjRef) -> PyResult {
        let loader = self.get_attr_str(spec, "loader")?;
        let mut module = self.none();
        if let Some(create) = self.get_attr_opt(&loader, &self.intern("create_module"))? {
            module = self.call(&create, std::slice::from_ref(spec))?;
        }
        if module.is(&self.none) {
            module = self.new_module(name);
        }
        self.set_attr(&module, &self.names.__spec__, spec)?;
        self.set_attr(&module, &self.names.__loader__, &loader)?;
        let key = self.intern(name);
        self.dict_set(&self.modules(), &key, &module)?;
        let result = match self.get_attr_opt(&loader, &self.intern("exec_module"))? {
            Some(exec) => self.call(&exec, std::slice::from_ref(&module)),
            None => Ok(self.none()),
        };
        if let Err(raised) = result {
            self.dict_del(&self.modules(), &key)?;
            return Err(raised);
        }
        Ok(self.dict_get(&self.modules(), &key)?.unwrap_or(module))
    }

    /// `__import__` is the builtin one.
    pub(crate) fn is_standard_import(&self, import: &ObjRef) -> bool {
        import.payload::<BuiltinFunction>().is_some_and(|f| f.method.name() == "__import__")
    }

    /// The module is still running its text.
    pub fn is_initializing(&self, module: &ObjRef) -> bool {
        module_spec::is_initializing(self, module)
    }
}

/// Files of the entry '' are shown relative to the working directory made absolute, as CPython does.
fn shown(entry: &str, path: PathBuf) -> PathBuf {
    if entry.is_empty() {
        let relative = path.strip_prefix(".").unwrap_or(&path).to_path_buf();
        return std::env::current_dir().map_or(relative.clone(), |here| here.join(relative));
    }
    path
}

/// `__import__(name, globals=None, locals=None, fromlist=(), level=0)`
pub(crate) fn import_function(vm: &Vm, _module: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let given = |n: usize| args.get(n).and_then(|a| a.clone());
    let Some(name) = given(0) else {
        return Err(vm.type_error("__import__() missing required argument 'name' (pos 1)"));
    };
    if !vm.is_str(&name) {
        return Err(vm.type_error("module name must be a string"));
    }
    let globals = given(1).filter(|g| !g.is(&vm.none)).unwrap_or_else(|| vm.dict().into_obj());
    let from = given(3).unwrap_or_else(|| vm.none());
    let level = given(4).map_or(Ok(0), |level| vm.to_i64(&level))?;
    vm.import_statement(&name, &globals, &from, level)
}

//! What the command line runs: a file's bytes, a module as a script.

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::modules::Frozen;
use frontend::{Mode, Origin};
use gc::{Dict, List, ObjRef, Ref};
use std::path::{Path, PathBuf};

/// A module to be run as `__main__`.
pub struct ModuleSource {
    pub source: String,
    pub filename: String,
    /// Its full name: that of a package goes on with `.__main__`.
    pub name: String,
    /// What `__package__` becomes.
    pub package: String,
}

impl Vm {
    /// Runs the bytes of a source file in a namespace.
    ///
    /// # Errors
    /// What the program raises; SyntaxError for what is no Python or no text.
    pub fn run_bytes(&self, bytes: &[u8], filename: &str, globals: &Ref<Dict>) -> PyResult<()> {
        let decoded = frontend::decode_source(bytes, filename).map_err(|error| self.compile_error(&error, filename))?;
        let program = self.compile_from(&decoded.text, filename, Mode::Module, decoded.origin)?;
        self.run_program(program, globals, None).map(drop)
    }

    /// Runs the source of a module; its tree is gone before it begins.
    ///
    /// # Errors
    /// What the program raises.
    pub fn run_module_source(&self, module: &ModuleSource, globals: &Ref<Dict>) -> PyResult<()> {
        let code = self.compile_from(&module.source, &module.filename, Mode::Module, Origin::Text)?.code;
        self.eval_code(&code, globals, None).map(drop)
    }

    /// Finds what `-m name` runs: a module, or the `__main__` of a package. Packages above it are imported.
    ///
    /// # Errors
    /// What importing the packages raises. `None`: there is no such module.
    pub fn find_module_source(&self, name: &str) -> PyResult<Option<ModuleSource>> {
        if let Some((parent, _)) = name.rsplit_once('.') {
            self.import_absolute(parent)?;
        }
        if let Some(&Frozen { source, package, .. }) = self.frozen_module(name) {
            if package {
                return self.find_module_source(&format!("{name}.__main__"));
            }
            let filename = format!("<frozen {name}>");
            let (name, package) = (name.to_owned(), parent_of(name));
            return Ok(Some(ModuleSource { source: source.to_string(), filename, name, package }));
        }
        for folder in self.module_folders(name)? {
            let base = folder.join(name.rsplit('.').next().unwrap_or(name));
            if base.join("__init__.py").is_file() || base.join("__main__.py").is_file() {
                self.import_absolute(name)?;
                let main = format!("{name}.__main__");
                return self.read_module(&base.join("__main__.py"), main);
            }
            let file = base.with_extension("py");
            if file.is_file() {
                return self.read_module(&file, name.to_owned());
            }
        }
        Ok(None)
    }

    fn read_module(&self, file: &Path, name: String) -> PyResult<Option<ModuleSource>> {
        let filename = file.to_string_lossy().into_owned();
        let Ok(bytes) = std::fs::read(file) else { return Ok(None) };
        let decoded =
            frontend::decode_source(&bytes, &filename).map_err(|error| self.compile_error(&error, &filename))?;
        let package = parent_of(&name);
        Ok(Some(ModuleSource { source: decoded.text, filename, name, package }))
    }

    /// Where a module of that name may lie: `sys.path`, or the `__path__` of its package.
    fn module_folders(&self, name: &str) -> PyResult<Vec<PathBuf>> {
        let holder = match name.rsplit_once('.') {
            Some((parent, _)) => self.get_attr_opt(&self.import_absolute(parent)?, &self.intern("__path__"))?,
            None => self.get_attr_opt(&self.import_absolute("sys")?, &self.names.path)?,
        };
        let Some(list) = holder else { return Ok(Vec::new()) };
        let entries = list.payload::<List>().map_or_else(Vec::new, |l| (0..l.len()).filter_map(|i| l.get(i)).collect());
        let folder = |entry: &ObjRef| {
            PathBuf::from(match &*self.lossy(entry) {
                "" => ".",
                path => path,
            })
        };
        Ok(entries.iter().filter(|entry| self.is_str(entry)).map(folder).collect())
    }
}

fn parent_of(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(parent, _)| parent.to_string())
}

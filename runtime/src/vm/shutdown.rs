//! The end of an interpreter: modules go in CPython's order, then the builtin types.
//!
//! ```text
//!   collect ─► sys specials ─► sys.modules emptied ─► builtins restored ─► collect ─► module dicts cleared ─► sys, builtins
//! ```
//!
//! `atexit` functions and the flushing of streams come before, by whoever runs the program.

use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Dict, HeapHooks, ObjRef, Ref};

/// Attributes of `sys` that may keep anything alive.
const SYS_SPECIALS: [&str; 14] = [
    "path",
    "argv",
    "ps1",
    "ps2",
    "last_type",
    "last_value",
    "last_traceback",
    "path_hooks",
    "path_importer_cache",
    "meta_path",
    "__interactivehook__",
    "exitfunc",
    "exc_type",
    "exc_value",
];

impl Vm {
    /// Gives back everything that Python code made; finalizers run.
    pub fn finalize_modules(&self) {
        if self.finalized.replace(true) {
            return;
        }
        if self.heap.gc_enabled() {
            self.heap.collect(2);
        }
        let (sys, builtins) = (self.sys_module(), self.module_named("builtins"));
        self.clear_sys_specials(sys.as_ref(), builtins.as_ref());
        let references = self.forget_modules();
        self.modules.clear_items(&self.heap);
        self.restore_builtins(builtins.as_ref());
        self.heap.collect_quietly();
        let special = |m: &ObjRef| [&sys, &builtins].iter().any(|s| s.as_ref().is_some_and(|s| s.is(m)));
        for reference in references {
            if let Some(module) = self.weak_target(&reference).filter(|m| !special(m)) {
                self.clear_module(&self.module_dict(&module));
            }
        }
        self.flush_streams();
        for module in [sys, builtins].into_iter().flatten() {
            self.clear_module(&self.module_dict(&module));
        }
        self.sys.set(None);
        self.original_builtins.set(None);
        self.heap.collect_quietly();
    }

    /// What the program put into `builtins` goes, what it replaced or deleted comes back.
    fn restore_builtins(&self, builtins: Option<&ObjRef>) {
        let (Some(builtins), Some(original)) = (builtins, self.original_builtins.get()) else { return };
        let dict = self.module_dict(builtins);
        let today = dict.items();
        dict.clear_items(&self.heap);
        for (name, value) in original.to::<Dict>().items() {
            drop(self.dict_set(&dict, &name, &value));
        }
        today.into_iter().for_each(drop);
    }

    /// What finalizers printed must be out before `sys` lets go of the streams.
    fn flush_streams(&self) {
        for name in [&self.names.stdout, &self.names.stderr] {
            if let Some(stream) = self.sys_attr(name).filter(|stream| !stream.is(&self.none)) {
                drop(self.call_method(&stream, &self.names.flush, &[]));
            }
        }
    }

    fn module_named(&self, name: &str) -> Option<ObjRef> {
        self.dict_get_str(&self.modules, name).filter(|m| m.has::<crate::builtins::module::Module>())
    }

    fn clear_sys_specials(&self, sys: Option<&ObjRef>, builtins: Option<&ObjRef>) {
        if let Some(builtins) = builtins {
            self.dict_set_str(&self.module_dict(builtins), "_", &self.none);
        }
        let Some(sys) = sys else { return };
        let dict = self.module_dict(sys);
        for name in SYS_SPECIALS {
            if self.dict_get_str(&dict, name).is_some() {
                self.dict_set_str(&dict, name, &self.none);
            }
        }
        for (name, original) in [("stdin", "__stdin__"), ("stdout", "__stdout__"), ("stderr", "__stderr__")] {
            if let Some(stream) = self.dict_get_str(&dict, original) {
                self.dict_set_str(&dict, name, &stream);
            }
        }
    }

    /// Takes all modules out of `sys.modules`; what else keeps one alive is found by these references.
    fn forget_modules(&self) -> Vec<ObjRef> {
        let mut references = Vec::new();
        for (name, module) in self.modules.items() {
            if module.has::<crate::builtins::module::Module>() {
                let reference = gc::weak::reference(&self.heap, &self.types.weakref, &module, None);
                references.extend(reference.map(Ref::into_obj));
            }
            drop(module);
            drop(self.dict_set(&self.modules, &name, &self.none));
        }
        references
    }

    /// Sets the names of a module to None, those with one underscore first; `__builtins__` stays.
    fn clear_module(&self, dict: &Ref<Dict>) {
        for private in [true, false] {
            for (name, value) in dict.items() {
                let text = self.lossy(&name);
                let is_private = text.starts_with('_') && !text.starts_with("__");
                if value.is(&self.none) || is_private != private || text == "__builtins__" {
                    continue;
                }
                drop(value);
                drop(self.dict_set(dict, &name, &self.none));
            }
        }
    }

    /// Gives back what is left: states of modules, namespaces of builtin types. Only names of types
    /// can be asked for afterwards.
    pub fn tear_down(&self) {
        self.finalize_modules();
        self.set_trace_function(None);
        self.set_profile_function(None);
        // From here on no Python code may run: nothing that it needs is left.
        self.heap.set_hooks(HeapHooks::NONE);
        self.heap.release_statics();
        let states = std::mem::take(&mut *self.states.borrow_mut());
        drop(states);
        self.dissolve_types();
        self.heap.collect_the_rest();
    }

    /// Breaks the cycles among the builtin types, so that the heap ends up empty.
    fn dissolve_types(&self) {
        self.methods.clear();
        let types: Vec<ObjRef> = self.native_types.borrow().values().cloned().collect();
        for ty in &types {
            if let Some(dict) = as_type(ty).dict.get() {
                dict.to::<Dict>().clear_items(&self.heap);
            }
        }
        for ty in &types {
            let ty = as_type(ty);
            for slot in [&ty.dict, &ty.base, &ty.bases, &ty.mro, &ty.subclasses] {
                drop(slot.take());
            }
        }
    }
}

impl Drop for Vm {
    fn drop(&mut self) {
        self.finalize_modules();
        self.tear_down();
        self.heap.release_interned();
        self.heap.set_context(std::ptr::null());
    }
}

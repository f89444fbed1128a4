//! What the machine does to containers without looking a method up: displays, unpacking into calls.

use crate::builtins::iterators::sequence_iter;
use crate::builtins::{generic_alias, list, set, slice};
use crate::error::PyResult;
use crate::vm::Vm;
use gc::{List, ObjRef, Ref, Set};

impl Vm {
    /// A new slice object.
    pub fn slice(&self, start: ObjRef, stop: ObjRef, step: ObjRef) -> ObjRef {
        slice::make(self, start, stop, step)
    }

    /// `[*iterable]` and what follows: appends all items.
    pub fn list_extend(&self, list: &Ref<List>, iterable: &ObjRef) -> PyResult<()> {
        list::extend(self, list.as_obj(), iterable)
    }

    /// `{*iterable}` and what follows: adds all items.
    pub fn set_update(&self, set: &Ref<Set>, iterable: &ObjRef) -> PyResult<()> {
        set::update(self, set.as_obj(), iterable)
    }

    /// `iter(obj)` of an object that only has `__getitem__`.
    pub fn sequence_iterator(&self, obj: &ObjRef) -> PyResult {
        sequence_iter::over_any(self, obj)
    }

    /// `class[item]`
    pub fn generic_alias(&self, class: &ObjRef, item: &ObjRef) -> PyResult {
        generic_alias::class_getitem(self, class, item)
    }

    /// What the module `builtins` holds under this name.
    pub fn builtin(&self, name: &str) -> PyResult {
        self.dict_get_str(&self.builtins_dict(), name)
            .ok_or_else(|| self.attribute_error_text(format!("module 'builtins' has no attribute '{name}'")))
    }

    /// A callable as messages about its call name it: `module.qualname()`.
    pub fn function_text(&self, callee: &ObjRef) -> PyResult<String> {
        let Some(qualname) = self.get_attr_opt(callee, &self.names.__qualname__)? else {
            return self.str_of_text(callee);
        };
        let qualname = self.str_of_text(&qualname)?;
        match self.get_attr_opt(callee, &self.names.__module__)? {
            Some(module) if !module.is(&self.none) => {
                let module = self.str_of_text(&module)?;
                Ok(if module == "builtins" { format!("{qualname}()") } else { format!("{module}.{qualname}()") })
            }
            _ => Ok(format!("{qualname}()")),
        }
    }
}

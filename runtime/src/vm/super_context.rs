//! `super()` without arguments: the class from the `__class__` cell, the object from the first parameter.

use crate::builtins::super_::no_context;
use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::cell::CellObject;
use gc::ObjRef;

impl Vm {
    /// Class and object of the running function.
    pub fn super_context(&self) -> PyResult<(ObjRef, ObjRef)> {
        let frame = self.run.top();
        if frame.is_base() {
            return Err(no_context(self, "no current frame"));
        }
        let source = frame.code().source();
        if source.arg_count == 0 {
            return Err(no_context(self, "no arguments"));
        }
        let content = |value: ObjRef| value.payload::<CellObject>().map(|cell| cell.content.get());
        let Some(first) = frame.peek(0).cloned() else { return Err(no_context(self, "arg[0] deleted")) };
        let is_cell = source.cell_registers.contains(&0);
        let this = match content(first.clone()).filter(|_| is_cell) {
            Some(Some(this)) => this,
            Some(None) => return Err(no_context(self, "arg[0] deleted")),
            None => first,
        };
        let Some(index) = source.freevars.iter().position(|name| &**name == "__class__") else {
            return Err(no_context(self, "__class__ cell not found"));
        };
        let cell = frame.peek((source.first_free as usize + index) as i16).cloned();
        match cell.and_then(content) {
            Some(Some(class)) if self.is_type(&class) => Ok((class, this)),
            Some(Some(other)) => {
                let kind = self.type_name(&other);
                Err(no_context(self, &format!("__class__ is not a type ({kind})")))
            }
            Some(None) => Err(no_context(self, "empty __class__ cell")),
            None => Err(no_context(self, "bad __class__ cell")),
        }
    }

    /// Stores into a cell.
    pub fn cell_set(&self, cell: &ObjRef, value: &ObjRef) {
        cell.to::<CellObject>().content.set(value.clone());
    }
}

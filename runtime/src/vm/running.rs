//! What native code keeps while it runs Python for somebody: the program's text, its function, its namespace.
//! It lies where the instruments can see it, instead of in variables of Rust.

use std::rc::Rc;

use gc::{Dict, ObjRef, Ref};

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::function::Function;
use crate::vm::link::Program;

/// One thing kept.
pub enum Running {
    /// A text that runs: its code and its constants.
    Program(Program),
    /// The function made of a code object.
    Function(Ref<Function>),
    /// The namespace of `__main__`.
    Namespace(Ref<Dict>),
}

impl Running {
    /// Whether it is a text that runs.
    pub fn is_program(&self) -> bool {
        matches!(self, Running::Program(_) | Running::Function(_))
    }

    /// Calls `look` for each count.
    pub fn holds(&self, look: &mut dyn FnMut(&'static str, &ObjRef)) {
        match self {
            Running::Program(program) => {
                look("code of the text that runs", program.code.as_obj());
                program.tree.iter().for_each(|constant| look("syntax tree of the text that runs", constant));
            }
            Running::Function(function) => look("function of the text that runs", function.as_obj()),
            Running::Namespace(dict) => look("namespace of the program", dict.as_obj()),
        }
    }
}

/// Keeps a [`Running`] until it is dropped.
pub struct Kept<'v> {
    vm: &'v Vm,
    what: Rc<Running>,
}

impl std::ops::Deref for Kept<'_> {
    type Target = Running;
    fn deref(&self) -> &Running {
        &self.what
    }
}

impl Drop for Kept<'_> {
    fn drop(&mut self) {
        let mut running = self.vm.running.borrow_mut();
        running.retain(|other| !Rc::ptr_eq(other, &self.what));
    }
}

impl Vm {
    /// Keeps `what` where it can be seen.
    pub fn keep(&self, what: Running) -> Kept<'_> {
        let what = Rc::new(what);
        self.running.borrow_mut().push(what.clone());
        Kept { vm: self, what }
    }

    /// Runs a program; its tree lives until the end.
    pub fn run_program(&self, program: Program, globals: &Ref<Dict>, locals: Option<&ObjRef>) -> PyResult {
        let kept = self.keep(Running::Program(program));
        match &*kept {
            Running::Program(program) => self.eval_code(&program.code, globals, locals),
            _ => Ok(self.none()),
        }
    }

    /// Runs a function in a namespace.
    pub(crate) fn run_function(&self, function: Ref<Function>, namespace: &ObjRef) -> PyResult {
        let kept = self.keep(Running::Function(function));
        match &*kept {
            Running::Function(function) => self.run_in_namespace(function, Some(namespace)),
            _ => Ok(self.none()),
        }
    }
}

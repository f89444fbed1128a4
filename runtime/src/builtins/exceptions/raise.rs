//! Raising builtin exceptions from native code.

use crate::error::{Exc, PyResult, Raised};
use crate::native::{Args, Releases};
use crate::object::Type;
use crate::vm::Vm;
use gc::ObjRef;

impl Vm {
    /// A new exception of a builtin kind with a message.
    #[cold]
    pub fn raise_new(&self, exc: Exc, message: String) -> Raised {
        let message = self.str(message);
        self.raise_type(self.exception_type(exc), std::slice::from_ref(&message))
    }

    /// A new exception of a builtin kind without arguments.
    #[cold]
    pub fn raise_new_empty(&self, exc: Exc) -> Raised {
        self.raise_type(self.exception_type(exc), &[])
    }

    /// A new exception of a builtin type. (Without `call`, whose check of the depth raises itself.)
    /// What goes wrong in the constructor is raised instead.
    #[cold]
    pub fn raise_type(&self, ty: &ObjRef, args: &[ObjRef]) -> Raised {
        self.raise_made(ty, crate::builtins::type_object::call(self, ty, Args::positional_only(args)))
    }

    /// As [`Vm::raise_type`], for any class: it is called.
    #[cold]
    pub fn raise_class(&self, class: &ObjRef, args: &[ObjRef]) -> Raised {
        self.raise_made(class, self.call(class, args))
    }

    fn raise_made(&self, class: &ObjRef, made: PyResult) -> Raised {
        let made = made.and_then(|made| {
            if self.is_exception(&made) {
                return Ok(made);
            }
            let (class, kind) = (self.repr_text(class)?, self.type_name(&made));
            let text = format!("calling {class} should have returned an instance of BaseException, not {kind}");
            Err(self.type_error(text))
        });
        made.map_or_else(|raised| raised, Raised)
    }

    /// A new exception caused by another one: `raise exc(message) from raised`.
    #[cold]
    pub fn raise_from(&self, exc: Exc, message: String, cause: Raised) -> Raised {
        let raised = self.raise_new(exc, message);
        self.set_exception_cause(&raised.0, Some(cause.0.clone()));
        self.set_exception_context(&raised.0, Some(cause.0));
        raised
    }

    /// StopIteration, with a value or without.
    #[cold]
    pub fn stop_iteration(&self, value: Option<ObjRef>) -> Raised {
        let ty = self.exception_type(Exc::StopIteration);
        match value {
            // A tuple or an exception as value must stay one argument: the type is called.
            Some(value) => self.raise_type(ty, std::slice::from_ref(&value)),
            None => self.raise_type(ty, &[]),
        }
    }

    /// MemoryError.
    #[cold]
    pub fn memory_error(&self) -> Raised {
        self.raise_new_empty(Exc::MemoryError)
    }

    /// Makes the MemoryErrors that are there for when there is no memory.
    pub fn reserve_memory_errors(&self) {
        let made: Vec<Raised> = (0..gc::MEMORY_ERRORS).map(|_| self.memory_error()).collect();
        drop(made);
    }

    /// Issues a warning; an error if the filters turn it into one.
    pub fn warn(&self, category: Exc, message: &str, stack_level: i64) -> PyResult<()> {
        self.warn_about(category, message, stack_level, &self.none)
    }

    /// The same about an object: the warning tells where it was allocated, or how to find out.
    pub fn warn_about(&self, category: Exc, message: &str, stack_level: i64, source: &ObjRef) -> PyResult<()> {
        let Ok(warnings) = self.import("warnings") else {
            // At the end of the interpreter nothing can be imported any more.
            self.warn_at_the_end(category, message);
            return Ok(());
        };
        let category = self.exception_type(category).clone();
        let args = [self.str(message), category, self.int(stack_level), source.clone()];
        self.call_method_str(&warnings, "warn", &args).map(drop)
    }

    /// What is shown by default goes straight to stderr.
    fn warn_at_the_end(&self, category: Exc, message: &str) {
        if !matches!(category, Exc::DeprecationWarning | Exc::PendingDeprecationWarning | Exc::ResourceWarning) {
            let place = if Releases::since(13).have(self) { "<sys>:0" } else { "sys:1" };
            let category = self.name_of_type(self.exception_type(category));
            self.write_stderr(&format!("{place}: {category}: {message}\n"));
        }
    }
}

impl Raised {
    /// Whether the exception is of this builtin kind or a subclass.
    pub fn matches(&self, vm: &Vm, exc: Exc) -> bool {
        Type::derives_from(self.0.ty_ref(), vm.exception_type(exc))
    }

    /// The exception object.
    pub fn object(&self) -> &ObjRef {
        &self.0
    }
}

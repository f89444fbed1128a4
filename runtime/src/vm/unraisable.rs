//! Exceptions that nobody can catch: from `__del__`, weak reference callbacks, generators that are closed.

use crate::builtins::builtin_function::BuiltinFunction;
use crate::builtins::structseq;
use crate::error::{PyResult, Raised};
use crate::traceback::type_text;
use crate::vm::Vm;
use gc::ObjRef;

impl Vm {
    /// Reports an exception and goes on: `Exception ignored in: <object>`, or what the program's `sys.unraisablehook` does.
    pub fn unraisable(&self, raised: Raised, context: &ObjRef) {
        self.unraisable_with("", raised, context);
    }

    /// The same with words of its own in front of the object.
    pub fn unraisable_with(&self, message: &str, raised: Raised, context: &ObjRef) {
        let top = self.run.top();
        if self.exception_traceback(&raised.0).is_none() && !top.is_base() {
            // The exception has not passed any frame: show where it was ignored.
            super::traceback::add(self, top, &raised);
        }
        let Some(hook) = self.unraisable_hook() else {
            return self.report_unraisable(&raised.0, message, context);
        };
        let args = self.hook_args(message, &raised.0, context);
        if let Err(second) = args.and_then(|args| self.call(&hook, &[args])) {
            self.report_unraisable(&second.0, "Exception ignored in sys.unraisablehook", &hook);
        }
    }

    /// The program's own hook.
    fn unraisable_hook(&self) -> Option<ObjRef> {
        let hook = self.sys_attr(&self.names.unraisablehook)?;
        (!hook.is(&self.none) && !hook.has::<BuiltinFunction>()).then_some(hook)
    }

    fn hook_args(&self, message: &str, exc: &ObjRef, context: &ObjRef) -> PyResult {
        let message = if message.is_empty() { self.none() } else { self.str(message) };
        let traceback = self.exception_traceback(exc).unwrap_or_else(|| self.none());
        let fields = vec![exc.ty_ref().clone(), exc.clone(), traceback, message, context.clone()];
        Ok(structseq::make(self, &structseq::UNRAISABLE, fields))
    }

    /// What `sys.__unraisablehook__` prints.
    pub fn report_unraisable(&self, exc: &ObjRef, message: &str, context: &ObjRef) {
        let mut text = String::new();
        if !context.is(&self.none) {
            let context = self.repr_text(context).unwrap_or_else(|_| "<object repr() failed>".to_owned());
            let message = if message.is_empty() { "Exception ignored in" } else { message };
            text.push_str(&format!("{message}: {context}\n"));
        } else if !message.is_empty() {
            text.push_str(&format!("{message}:\n"));
        }
        if let Some(traceback) = self.exception_traceback(exc) {
            text.push_str(&self.format_traceback(&traceback));
        }
        text.push_str(&type_text(self, exc));
        match self.str_of_text(exc) {
            Ok(message) if message.is_empty() => text.push('\n'),
            Ok(message) => text.push_str(&format!(": {message}\n")),
            Err(_) => text.push_str(": <exception str() failed>\n"),
        }
        self.write_stderr(&text);
    }
}

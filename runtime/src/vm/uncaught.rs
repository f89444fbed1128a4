//! What happens to an exception that nobody caught: `sys.last_value`, `sys.excepthook`.

use crate::builtins::builtin_function::BuiltinFunction;
use crate::error::Raised;
use crate::vm::Vm;
use gc::ObjRef;

impl Vm {
    /// `sys.last_type`, `sys.last_value`, `sys.last_traceback`.
    pub fn remember_last(&self, raised: &Raised) {
        let Some(sys) = self.sys_module() else { return };
        let dict = self.module_dict(&sys);
        let [kind, value, traceback] = self.exception_triple(&raised.0);
        self.dict_set_str(&dict, "last_type", &kind);
        self.dict_set_str(&dict, "last_value", &value);
        self.dict_set_str(&dict, "last_traceback", &traceback);
    }

    /// Type, value and traceback, as hooks and `__exit__` get them.
    pub fn exception_triple(&self, exc: &ObjRef) -> [ObjRef; 3] {
        let traceback = self.exception_traceback(exc).unwrap_or_else(|| self.none());
        [exc.ty_ref().clone(), exc.clone(), traceback]
    }

    /// Reports an exception by `sys.excepthook`.
    pub fn print_uncaught(&self, raised: Raised) {
        self.remember_last(&raised);
        let hook = self.sys_attr(&self.names.excepthook).filter(|hook| !hook.has::<BuiltinFunction>());
        let Some(hook) = hook else { return self.print_exception(&raised.0) };
        if let Err(second) = self.call(&hook, &self.exception_triple(&raised.0)) {
            let (second, first) = (self.format_exception(&second.0), self.format_exception(&raised.0));
            self.write_stderr(&format!("Error in sys.excepthook:\n{second}\nOriginal exception was:\n{first}"));
        }
    }
}

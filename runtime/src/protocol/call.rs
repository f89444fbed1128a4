//! Calling objects.

use crate::error::{PyResult, Raised};
use crate::native::Args;
use crate::object::type_of;
use crate::vm::cast::prefixed;
use crate::vm::{Vm, ops_native};
use gc::{Exact, ObjRef};

impl Vm {
    /// `callee(*args)`.
    #[inline]
    pub fn call(&self, callee: &ObjRef, args: &[ObjRef]) -> PyResult {
        if let Some(result) = ops_native::call_directly(self, callee, args) {
            return result;
        }
        self.call_args(callee, Args::positional_only(args))
    }

    /// `callee(*args, **keywords)`.
    #[inline]
    pub fn call_args(&self, callee: &ObjRef, args: Args<'_>) -> PyResult {
        let Some(call) = type_of(callee).slots.call.get() else { return Err(self.not_callable(callee)) };
        match callee.ty().exact() {
            // These count their depth themselves or need no more than the caller's.
            Exact::Function | Exact::Method | Exact::BuiltinFunction | Exact::MethodDescriptor => {
                call(self, callee, args)
            }
            _ => {
                let _level = self.enter_recursion(" while calling a Python object")?;
                call(self, callee, args)
            }
        }
    }

    #[cold]
    fn not_callable(&self, callee: &ObjRef) -> Raised {
        self.type_error(format!("'{}' object is not callable", self.type_name(callee)))
    }

    /// `obj.name(*args)`, without making a bound method where the class has a plain function.
    pub fn call_method(&self, obj: &ObjRef, name: &ObjRef, args: &[ObjRef]) -> PyResult {
        match self.load_method(obj, name)? {
            (method, true) => self.call(&method, &prefixed(obj, args)),
            (method, false) => self.call(&method, args),
        }
    }

    /// `obj.name(*args)`.
    pub fn call_method_str(&self, obj: &ObjRef, name: &str, args: &[ObjRef]) -> PyResult {
        let name = self.intern(name);
        self.call_method(obj, &name, args)
    }

    /// `obj.name` for a call: the attribute, and whether it is a function of the type that takes
    /// `obj` as its first argument.
    pub fn load_method(&self, obj: &ObjRef, name: &ObjRef) -> PyResult<(ObjRef, bool)> {
        use crate::object::{GENERIC_GETATTR, METHOD_DESCRIPTOR};
        if !type_of(obj).head.has(GENERIC_GETATTR) {
            return Ok((self.get_attr(obj, name)?, false));
        }
        match self.type_lookup(obj.ty_ref(), name) {
            Some(found) if type_of(&found).head.has(METHOD_DESCRIPTOR) => match self.instance_get(obj, name)? {
                Some(own) => Ok((own, false)),
                None => Ok((found, true)),
            },
            _ => Ok((self.get_attr(obj, name)?, false)),
        }
    }

    /// `callable(obj)`.
    pub fn is_callable(&self, obj: &ObjRef) -> bool {
        type_of(obj).slots.call.get().is_some()
    }
}

//! `isinstance` and `issubclass`, with the hooks of metaclasses.

use crate::error::PyResult;
use crate::object::Type;
use crate::vm::Vm;
use crate::vm::cast::lend;
use gc::{Exact, ObjRef, Tuple};

impl Vm {
    /// `isinstance(obj, class)`.
    pub fn is_instance(&self, obj: &ObjRef, class: &ObjRef) -> PyResult<bool> {
        if obj.ty_ref().is(class) {
            return Ok(true);
        }
        if class.ty_ref().is(&self.types.type_) {
            return self.is_instance_plain(obj, class);
        }
        if self.is_tuple(class) {
            let _level = self.enter_recursion(" in __instancecheck__")?;
            for item in class.to::<Tuple>().items() {
                if obj.ty_ref().is(item) || self.is_instance(obj, item)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        if let Some((check, takes_self)) = self.lookup_method(class, &self.names.__instancecheck__)? {
            let _level = self.enter_recursion(" in __instancecheck__")?;
            let answer = self.call_found(&check, takes_self, class, &lend([obj]))?;
            return self.truth(&answer);
        }
        self.is_instance_plain(obj, class)
    }

    /// `type.__instancecheck__`.
    pub fn is_instance_plain(&self, obj: &ObjRef, class: &ObjRef) -> PyResult<bool> {
        let claimed = || -> PyResult<Option<ObjRef>> {
            let claimed = self.get_attr_opt(obj, &self.names.__class__)?;
            Ok(claimed.filter(|c| !c.is(obj.ty_ref())))
        };
        if self.is_type(class) {
            if Type::derives_from(obj.ty_ref(), class) {
                return Ok(true);
            }
            // Numbers, texts and containers claim no other class.
            if matches!(
                obj.ty().exact(),
                Exact::Int | Exact::Str | Exact::Float | Exact::Bool | Exact::List | Exact::Tuple | Exact::Dict
            ) {
                return Ok(false);
            }
            return Ok(claimed()?.is_some_and(|c| self.is_type(&c) && Type::derives_from(&c, class)));
        }
        self.check_class(class, "isinstance() arg 2 must be a type, a tuple of types, or a union")?;
        match self.get_attr_opt(obj, &self.names.__class__)? {
            Some(own) => self.abstract_subclass(&own, class),
            None => Ok(false),
        }
    }

    /// `issubclass(class, base)`.
    pub fn is_subclass(&self, class: &ObjRef, base: &ObjRef) -> PyResult<bool> {
        if base.ty_ref().is(&self.types.type_) {
            if class.is(base) {
                return Ok(true);
            }
            return self.is_subclass_plain(class, base);
        }
        if self.is_tuple(base) {
            let _level = self.enter_recursion(" in __subclasscheck__")?;
            for item in base.to::<Tuple>().items() {
                if self.is_subclass(class, item)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        if let Some((check, takes_self)) = self.lookup_method(base, &self.names.__subclasscheck__)? {
            let _level = self.enter_recursion(" in __subclasscheck__")?;
            let answer = self.call_found(&check, takes_self, base, &lend([class]))?;
            return self.truth(&answer);
        }
        self.is_subclass_plain(class, base)
    }

    /// `type.__subclasscheck__`.
    pub fn is_subclass_plain(&self, class: &ObjRef, base: &ObjRef) -> PyResult<bool> {
        if self.is_type(class) && self.is_type(base) {
            return Ok(Type::derives_from(class, base));
        }
        self.check_class(class, "issubclass() arg 1 must be a class")?;
        self.check_class(base, "issubclass() arg 2 must be a class, a tuple of classes, or a union")?;
        self.abstract_subclass(class, base)
    }

    fn check_class(&self, class: &ObjRef, message: &str) -> PyResult<()> {
        match self.abstract_bases(class)? {
            Some(_) => Ok(()),
            None => Err(self.type_error(message)),
        }
    }

    /// `__bases__` of anything that looks like a class.
    fn abstract_bases(&self, class: &ObjRef) -> PyResult<Option<ObjRef>> {
        let bases = self.get_attr_opt(class, &self.names.__bases__)?;
        Ok(bases.filter(|b| self.is_tuple(b)))
    }

    fn abstract_subclass(&self, class: &ObjRef, base: &ObjRef) -> PyResult<bool> {
        if class.is(base) {
            return Ok(true);
        }
        let _level = self.enter_recursion(" in __issubclass__")?;
        let Some(bases) = self.abstract_bases(class)? else { return Ok(false) };
        for item in bases.to::<Tuple>().items() {
            if self.abstract_subclass(item, base)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

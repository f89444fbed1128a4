//! Attribute access as `object` defines it: data descriptor, instance, other descriptor.

use crate::error::{Exc, PyResult, Raised};
use crate::object::{GENERIC_GETATTR, type_of};
use crate::slots::SetAttrFn;
use crate::vm::Vm;
use gc::ObjRef;

impl Vm {
    /// `getattr(obj, name)`.
    #[inline]
    pub fn get_attr(&self, obj: &ObjRef, name: &ObjRef) -> PyResult {
        match type_of(obj).slots.get_attr.get() {
            Some(get) => get(self, obj, name).map_err(|raised| self.about_attribute(raised, obj, name)),
            None => self.generic_get_attr(obj, name),
        }
    }

    /// An AttributeError that does not tell what was asked of whom (one that a `__getattr__` or a getter made) tells so now.
    #[cold]
    fn about_attribute(&self, raised: Raised, obj: &ObjRef, name: &ObjRef) -> Raised {
        if raised.matches(self, Exc::AttributeError) && !self.has_attribute_context(&raised) {
            self.set_attribute_context(&raised, obj, name);
        }
        raised
    }

    /// `getattr(obj, "name")`.
    pub fn get_attr_str(&self, obj: &ObjRef, name: &str) -> PyResult {
        let name = self.intern(name);
        self.get_attr(obj, &name)
    }

    /// The attribute, or None where `getattr` raises AttributeError; no exception object is made
    /// on the usual way.
    pub fn get_attr_opt(&self, obj: &ObjRef, name: &ObjRef) -> PyResult<Option<ObjRef>> {
        let found = if type_of(obj).head.has(GENERIC_GETATTR) {
            self.generic_get_attr_opt(obj, name)
        } else if obj.ty_ref().is(&self.types.type_) {
            crate::builtins::type_object::get_attr_opt(self, obj, name)
        } else if obj.ty_ref().is(&self.types.module) {
            crate::builtins::module::get_attr_opt(self, obj, name)
        } else {
            self.get_attr(obj, name).map(Some)
        };
        match found {
            Err(raised) if raised.matches(self, Exc::AttributeError) => Ok(None),
            found => found,
        }
    }

    /// `hasattr`.
    pub fn has_attr(&self, obj: &ObjRef, name: &ObjRef) -> PyResult<bool> {
        Ok(self.get_attr_opt(obj, name)?.is_some())
    }

    /// `setattr(obj, name, value)`.
    #[inline]
    pub fn set_attr(&self, obj: &ObjRef, name: &ObjRef, value: &ObjRef) -> PyResult<()> {
        self.change_attr(obj, name, Some(value))
    }

    /// `delattr(obj, name)`.
    pub fn del_attr(&self, obj: &ObjRef, name: &ObjRef) -> PyResult<()> {
        self.change_attr(obj, name, None)
    }

    /// Sets or (with None) deletes an attribute.
    pub fn change_attr(&self, obj: &ObjRef, name: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
        if !self.is_str(name) {
            let kind = self.type_name(name);
            return Err(self.type_error(format!("attribute name must be string, not '{kind}'")));
        }
        match type_of(obj).slots.set_attr.get() {
            Some(set) => set(self, obj, name, value),
            None => self.generic_set_attr(obj, name, value),
        }
    }

    /// `object.__getattribute__`.
    pub fn generic_get_attr(&self, obj: &ObjRef, name: &ObjRef) -> PyResult {
        match self.generic_get_attr_opt(obj, name)? {
            Some(value) => Ok(value),
            None => Err(self.no_attribute(obj, name)),
        }
    }

    #[cold]
    fn no_attribute(&self, obj: &ObjRef, name: &ObjRef) -> Raised {
        if !self.is_str(name) {
            let kind = self.type_name(name);
            return self.type_error(format!("attribute name must be string, not '{kind}'"));
        }
        self.attribute_error(obj, name)
    }

    /// `object.__getattribute__` that answers None instead of making an AttributeError.
    pub fn generic_get_attr_opt(&self, obj: &ObjRef, name: &ObjRef) -> PyResult<Option<ObjRef>> {
        let found = self.type_lookup(obj.ty_ref(), name);
        let mut getter = None;
        if let Some(descriptor) = &found {
            let kind = type_of(descriptor);
            getter = kind.slots.descr_get.get();
            if let Some(get) = getter
                && kind.slots.descr_set.get().is_some()
            {
                return get(self, descriptor, Some(obj), Some(obj.ty_ref())).map(Some);
            }
        }
        if let Some(value) = self.instance_get(obj, name)? {
            return Ok(Some(value));
        }
        match (found, getter) {
            (Some(descriptor), Some(get)) => get(self, &descriptor, Some(obj), Some(obj.ty_ref())).map(Some),
            (found, _) => Ok(found),
        }
    }

    /// `object.__setattr__` and `object.__delattr__`.
    pub fn generic_set_attr(&self, obj: &ObjRef, name: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
        if !self.is_str(name) {
            return Err(self.no_attribute(obj, name));
        }
        let found = self.type_lookup(obj.ty_ref(), name);
        if let Some(descriptor) = &found
            && let Some(set) = type_of(descriptor).slots.descr_set.get()
        {
            return set(self, descriptor, obj, value);
        }
        if !self.has_dict(obj) {
            return Err(self.not_settable(obj, name, found.is_some()));
        }
        if !self.instance_set(obj, name, value)? {
            return Err(self.not_deletable(obj, name));
        }
        Ok(())
    }

    #[cold]
    fn not_settable(&self, obj: &ObjRef, name: &ObjRef, on_class: bool) -> Raised {
        let (kind, attribute) = (self.type_name(obj), self.lossy(name));
        if on_class {
            return self.attribute_error_text(format!("'{kind}' object attribute '{attribute}' is read-only"));
        }
        if !self.heap.profile().wording.missing_dict_told {
            return self.attribute_error_text(format!("'{kind}' object has no attribute '{attribute}'"));
        }
        // Classes with a `__setattr__` of their own may keep their attributes elsewhere.
        let usual: SetAttrFn = Vm::generic_set_attr;
        let plain = type_of(obj).slots.set_attr.get().is_none_or(|set| std::ptr::fn_addr_eq(set, usual));
        let tail = if plain { " and no __dict__ for setting new attributes" } else { "" };
        let raised = self.attribute_error_text(format!("'{kind}' object has no attribute '{attribute}'{tail}"));
        self.set_attribute_context(&raised, obj, name);
        raised
    }

    /// The dict has no such attribute.
    #[cold]
    fn not_deletable(&self, obj: &ObjRef, name: &ObjRef) -> crate::Raised {
        if self.heap.profile().wording.bare_deletions {
            return self.attribute_error_bare(name);
        }
        let (kind, attribute) = (self.type_name(obj), self.lossy(name));
        self.attribute_error_text(format!("'{kind}' object has no attribute '{attribute}'"))
    }
}

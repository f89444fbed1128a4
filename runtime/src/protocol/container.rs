//! Truth, length, items and membership.

use crate::error::{Exc, PyResult, Raised};
use crate::object::type_of;
use crate::vm::Vm;
use gc::ObjRef;

impl Vm {
    /// `bool(obj)`.
    #[inline]
    pub fn truth(&self, obj: &ObjRef) -> PyResult<bool> {
        if obj.is(&self.true_) {
            return Ok(true);
        }
        if obj.is(&self.false_) || obj.is(&self.none) {
            return Ok(false);
        }
        let slots = &type_of(obj).slots;
        if let Some(truth) = slots.truth.get() {
            return truth(self, obj);
        }
        match slots.len.get() {
            Some(len) => Ok(len(self, obj)? != 0),
            None => Ok(true),
        }
    }

    /// `len(obj)`.
    pub fn len(&self, obj: &ObjRef) -> PyResult<usize> {
        match type_of(obj).slots.len.get() {
            Some(len) => len(self, obj),
            None => Err(self.type_error(format!("object of type '{}' has no len()", self.type_name(obj)))),
        }
    }

    /// `obj[key]`.
    pub fn get_item(&self, obj: &ObjRef, key: &ObjRef) -> PyResult {
        if let Some(get) = type_of(obj).slots.get_item.get() {
            return get(self, obj, key);
        }
        if self.is_type(obj) {
            return self.class_item(obj, key);
        }
        Err(self.not_subscriptable(obj))
    }

    /// `Class[key]`.
    fn class_item(&self, class: &ObjRef, key: &ObjRef) -> PyResult {
        // `type[int]` is an alias, while a class without the method says its own name.
        if class.is(&self.types.type_) {
            return self.generic_alias(class, key);
        }
        match self.get_attr_opt(class, &self.names.__class_getitem__)? {
            Some(method) => self.call(&method, std::slice::from_ref(key)),
            None => Err(self.type_error(format!("type '{}' is not subscriptable", self.name_of_type(class)))),
        }
    }

    #[cold]
    fn not_subscriptable(&self, obj: &ObjRef) -> Raised {
        self.type_error(format!("'{}' object is not subscriptable", self.type_name(obj)))
    }

    /// `obj[key] = value`.
    pub fn set_item(&self, obj: &ObjRef, key: &ObjRef, value: &ObjRef) -> PyResult<()> {
        match type_of(obj).slots.set_item.get() {
            Some(set) => set(self, obj, key, Some(value)),
            None => {
                let kind = self.type_name(obj);
                Err(self.type_error(format!("'{kind}' object does not support item assignment")))
            }
        }
    }

    /// `del obj[key]`.
    pub fn del_item(&self, obj: &ObjRef, key: &ObjRef) -> PyResult<()> {
        match type_of(obj).slots.set_item.get() {
            Some(set) => set(self, obj, key, None),
            None => {
                let (kind, ty) = (self.type_name(obj), type_of(obj));
                // CPython's sequence half and its mapping half say it differently.
                let sequence =
                    ty.spec.get().is_none() || ty.slots.contains.get().is_some() || ty.slots.concat.get().is_some();
                let not = if sequence && self.is_index(key) { "doesn't" } else { "does not" };
                Err(self.type_error(format!("'{kind}' object {not} support item deletion")))
            }
        }
    }

    /// `item in obj`.
    pub fn contains(&self, obj: &ObjRef, item: &ObjRef) -> PyResult<bool> {
        match type_of(obj).slots.contains.get() {
            Some(contains) => contains(self, obj, item),
            None => self.contains_by_iteration(obj, item),
        }
    }

    /// Membership of anything iterable.
    pub fn contains_by_iteration(&self, obj: &ObjRef, item: &ObjRef) -> PyResult<bool> {
        let iterator = match self.iter(obj) {
            Err(raised) if raised.matches(self, Exc::TypeError) => {
                let kind = self.type_name(obj);
                return Err(self.type_error(format!("argument of type '{kind}' is not iterable")));
            }
            iterator => iterator?,
        };
        while let Some(value) = self.next(&iterator)? {
            if self.eq(&value, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

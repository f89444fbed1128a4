//! Finding attributes on types: the MRO walk, the method cache, type versions.
//!
//! A type has a version while caches may know something about it. Any change of a dict in its MRO
//! takes the versions of the type and of all its subclasses away (0), so that a cache entry that
//! names the old version never matches again; versions are never reused.

use crate::error::PyResult;
use crate::native::Args;
use crate::object::{FOREIGN_MRO, METHOD_DESCRIPTOR, Type, type_of};
use crate::vm::Vm;
use crate::vm::cast::{as_type, prefixed};
use gc::{Dict, ObjRef, Tuple};

impl Vm {
    /// The attribute `name` in the MRO of type `ty`, not bound.
    #[inline]
    pub fn type_lookup(&self, ty: &ObjRef, name: &ObjRef) -> Option<ObjRef> {
        let version = as_type(ty).head.version();
        if version != 0
            && let Some(known) = self.methods.get(version, name)
        {
            return known;
        }
        self.type_lookup_slow(ty, name)
    }

    #[cold]
    #[inline(never)]
    fn type_lookup_slow(&self, ty: &ObjRef, name: &ObjRef) -> Option<ObjRef> {
        let found = self.mro_find(ty, name);
        // Only interned names: another str object with the same text would miss the cache for ever.
        if self.is_interned(name) {
            let version = self.type_version(ty);
            if version != 0 {
                self.methods.put(version, name, found.as_ref());
            }
        }
        found
    }

    fn mro_find(&self, ty: &ObjRef, name: &ObjRef) -> Option<ObjRef> {
        let Some(mro) = as_type(ty).mro.get() else {
            return as_type(ty).dict.get().and_then(|d| self.dict_get_name(d.to::<Dict>(), name));
        };

        mro.to::<Tuple>().items().iter().find_map(|class| {
            let dict = as_type(class).dict.get()?;
            self.dict_get_name(dict.to::<Dict>(), name)
        })
    }

    /// The version of a type for caches, given to it now if it has none; 0 if it cannot have one.
    pub fn type_version(&self, ty: &ObjRef) -> u32 {
        let this = as_type(ty);
        if this.head.version() != 0 {
            return this.head.version();
        }
        let Some(mro) = this.mro.get().filter(|_| !this.head.has(FOREIGN_MRO)) else { return 0 };
        // A version promises that changes of the bases will be noticed: they need one as well.
        for class in mro.to::<Tuple>().items().iter().skip(1) {
            if as_type(class).mro.is_none() || (as_type(class).head.version() == 0 && self.type_version(class) == 0) {
                return 0;
            }
        }
        let Some(next) = self.last_version.get().checked_add(1) else { return 0 };
        self.last_version.set(next);
        this.head.set_version(next);
        next
    }

    /// A dict in the MRO of `ty` is about to change or has changed: no cache may trust it any more.
    pub fn type_modified(&self, ty: &ObjRef) {
        let this = as_type(ty);
        if this.head.version() == 0 {
            return;
        }
        this.head.set_version(0);
        for subclass in self.direct_subclasses(ty) {
            self.type_modified(&subclass);
        }
    }

    /// Stores into the namespace of a type that is being made: no slots are refreshed.
    pub(crate) fn type_store(&self, ty: &ObjRef, name: &ObjRef, value: &ObjRef) {
        let dict = as_type(ty).dict.get().expect("a type under construction has a namespace");
        self.dict_set_name(dict.to::<Dict>(), name, value);
    }

    /// The method `name` of the object's type for a call, and whether `this` must be put in front
    /// of the arguments (so that no bound method is made).
    #[inline]
    pub fn lookup_method(&self, this: &ObjRef, name: &ObjRef) -> PyResult<Option<(ObjRef, bool)>> {
        match self.type_lookup(this.ty_ref(), name) {
            Some(found) => self.bind_found(found, this).map(Some),
            None => Ok(None),
        }
    }

    /// Binds what `type_lookup` found, unless it is a function that takes `this` as first argument.
    #[inline]
    pub(crate) fn bind_found(&self, found: ObjRef, this: &ObjRef) -> PyResult<(ObjRef, bool)> {
        let kind = type_of(&found);
        if kind.head.has(METHOD_DESCRIPTOR) {
            return Ok((found, true));
        }
        match kind.slots.descr_get.get() {
            Some(get) => Ok((get(self, &found, Some(this), Some(this.ty_ref()))?, false)),
            None => Ok((found, false)),
        }
    }

    /// Calls what `lookup_method` answered.
    #[inline]
    pub fn call_found(&self, method: &ObjRef, takes_self: bool, this: &ObjRef, args: &[ObjRef]) -> PyResult {
        if takes_self { self.call(method, &prefixed(this, args)) } else { self.call(method, args) }
    }

    /// Calls what `lookup_method` answered, with keywords.
    pub fn call_found_args(&self, method: &ObjRef, takes_self: bool, this: &ObjRef, args: Args<'_>) -> PyResult {
        if takes_self {
            self.call_args(method, Args::new(&prefixed(this, args.values()), args.names()))
        } else {
            self.call_args(method, args)
        }
    }

    /// The attribute `name` of the object's type, bound to the object.
    pub fn lookup_special(&self, this: &ObjRef, name: &ObjRef) -> PyResult<Option<ObjRef>> {
        let Some(found) = self.type_lookup(this.ty_ref(), name) else { return Ok(None) };
        match type_of(&found).slots.descr_get.get() {
            Some(get) => get(self, &found, Some(this), Some(this.ty_ref())).map(Some),
            None => Ok(Some(found)),
        }
    }

    /// Calls a `__dunder__` method of the object's type; None if there is none.
    pub fn call_special_opt(&self, this: &ObjRef, name: &ObjRef, args: &[ObjRef]) -> PyResult<Option<ObjRef>> {
        match self.lookup_method(this, name)? {
            Some((method, takes_self)) => self.call_found(&method, takes_self, this, args).map(Some),
            None => Ok(None),
        }
    }

    /// Calls a `__dunder__` method of the object's type; AttributeError if there is none.
    pub fn call_special(&self, this: &ObjRef, name: &ObjRef, args: &[ObjRef]) -> PyResult {
        match self.call_special_opt(this, name, args)? {
            Some(result) => Ok(result),
            None => Err(self.attribute_error(this, name)),
        }
    }

    /// The direct subclasses that are still alive, oldest first.
    pub fn direct_subclasses(&self, ty: &ObjRef) -> Vec<ObjRef> {
        let Some(registry) = as_type(ty).subclasses.get() else { return Vec::new() };
        let registry = registry.to::<Dict>();
        let entries = (0..registry.entries_len()).filter_map(|i| registry.entry(i));
        entries.filter_map(|(_, reference)| self.weak_target(&reference)).collect()
    }

    /// Whether `ty` is `base` or derives from it, by the MRO.
    #[inline]
    pub fn is_subtype(&self, ty: &ObjRef, base: &ObjRef) -> bool {
        Type::derives_from(ty, base)
    }

    /// Whether the object's type is `ty` or derives from it, by the MRO.
    #[inline]
    pub fn is_instance_of(&self, obj: &ObjRef, ty: &ObjRef) -> bool {
        Type::derives_from(obj.ty_ref(), ty)
    }
}

//! The registry of direct subclasses that every type keeps: weak references by address.

use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Dict, ObjRef, WeakRef};

impl Vm {
    /// Enters a new class in the registry of a base.
    pub(crate) fn add_subclass(&self, base: &ObjRef, class: &ObjRef) {
        let registry = &as_type(base).subclasses;
        let dict = match registry.get() {
            Some(dict) => dict,
            None => {
                let fresh = self.dict().into_obj();
                registry.set(fresh.clone());
                fresh
            }
        };
        let key = self.int(class.addr() as i64);
        if let Some(reference) = gc::weak::reference(&self.heap, &self.types.weakref, class, None) {
            drop(self.dict_set(dict.to::<Dict>(), &key, reference.as_obj()));
        }
    }

    /// Takes a class out of the registry of a former base.
    pub(crate) fn remove_subclass(&self, base: &ObjRef, class: &ObjRef) {
        if let Some(dict) = as_type(base).subclasses.get() {
            drop(self.dict_del(dict.to::<Dict>(), &self.int(class.addr() as i64)));
        }
    }

    /// What a weak reference points at, while it is alive.
    pub fn weak_target(&self, reference: &ObjRef) -> Option<ObjRef> {
        reference.payload::<WeakRef>()?.get()
    }
}

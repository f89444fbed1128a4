//! The registry of direct subclasses that every type keeps: weak references by address.

use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Dict, Int, ObjRef, WeakRef};
use std::convert::Infallible;

/// Whether the key is the address of the class; addresses are their own hashes.
fn same(key: &ObjRef, class: &ObjRef) -> Result<bool, Infallible> {
    Ok(key.payload::<Int>().and_then(|k| k.to_i64()) == Some(class.addr() as i64))
}

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
        if let Some(reference) = gc::weak::reference(&self.heap, &self.types.weakref, class, None) {
            let (key, value) = (self.int(class.addr() as i64), reference.into_obj());
            let old = dict.to::<Dict>().set(&self.heap, key, class.addr() as isize, value, |k| same(k, class));
            drop(old);
        }
    }

    /// Takes a class out of the registry of a former base.
    pub(crate) fn remove_subclass(&self, base: &ObjRef, class: &ObjRef) {
        if let Some(dict) = as_type(base).subclasses.get() {
            let key = self.int(class.addr() as i64);
            let dict = dict.to::<Dict>();
            let found = dict.lookup(&key, class.addr() as isize, |k| same(k, class));
            if let Ok(Some(entry)) = found {
                drop(dict.remove_entry(&self.heap, entry));
            }
        }
    }

    /// What a weak reference points at, while it is alive.
    pub fn weak_target(&self, reference: &ObjRef) -> Option<ObjRef> {
        reference.payload::<WeakRef>()?.get()
    }
}

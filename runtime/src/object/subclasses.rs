//! The registry of direct subclasses that every type keeps: weak references by address.

use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Dict, Field, Int, ObjRef, Slot, Tuple, Visitor, WeakRef};
use std::cell::Cell;
use std::convert::Infallible;
use std::ops::Deref;

/// Whether the key is the address; addresses are their own hashes.
fn same(key: &ObjRef, address: usize) -> Result<bool, Infallible> {
    Ok(key.payload::<Int>().and_then(|k| k.to_i64()) == Some(address as i64))
}

/// The bases of a class, which leaves their registries when it dies.
#[derive(Default)]
pub struct Bases {
    tuple: Slot,
    /// The address under which the class is entered, or 0.
    entered: Cell<usize>,
}

impl Deref for Bases {
    type Target = Slot;
    fn deref(&self) -> &Slot {
        &self.tuple
    }
}

impl Field for Bases {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.tuple.trace(visitor);
    }
    fn edges(&self, sink: &mut gc::EdgeSink<'_>) {
        self.tuple.edges(sink);
    }
    // No `clear`: the way from a class to its bases is no part of a cycle that the other fields do not break.
    fn release(&self, heap: &gc::Heap) {
        let entered = self.entered.replace(0);
        if entered != 0
            && let Some(bases) = self.tuple.get()
        {
            bases.to::<Tuple>().items().iter().for_each(|base| leave(heap, base, entered));
        }
        self.tuple.release(heap);
    }
}

/// Takes the class of that address out of the registry of a base.
fn leave(heap: &gc::Heap, base: &ObjRef, address: usize) {
    let Some(dict) = as_type(base).subclasses.get() else { return };
    let dict = dict.to::<Dict>();
    let Ok(found) = dict.lookup(base, address as isize, |key| same(key, address));
    if let Some(entry) = found {
        drop(dict.remove_entry(heap, entry));
    }
    if dict.is_empty() && heap.profile().objects.registry_goes {
        drop(as_type(base).subclasses.take());
    }
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
            let old = dict.to::<Dict>().set(&self.heap, key, class.addr() as isize, value, |k| same(k, class.addr()));
            drop(old);
            as_type(class).bases.entered.set(class.addr());
        }
    }

    /// Takes a class out of the registry of a former base.
    pub(crate) fn remove_subclass(&self, base: &ObjRef, class: &ObjRef) {
        leave(&self.heap, base, class.addr());
    }

    /// What a weak reference points at, while it is alive.
    pub fn weak_target(&self, reference: &ObjRef) -> Option<ObjRef> {
        reference.payload::<WeakRef>()?.get()
    }
}

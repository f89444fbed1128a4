//! What the heap asks of the language: finalizers, weak reference callbacks, names.

use crate::gc_hooks::{garbage, gc_callback, gc_event};
use crate::object::type_of;
use crate::vm::cast::vm_of;
use gc::{Heap, HeapHooks, ObjRef};

/// The answers of an interpreter. `stdlib` and the machine replace those that are theirs.
pub const HOOKS: HeapHooks = HeapHooks {
    finalize,
    weakref_callback,
    memory_error: |heap| vm_of(heap).run.memory_ran_out(),
    type_name: |heap, ty| vm_of(heap).name_of_type(ty),
    gc_callback,
    gc_event,
    garbage,
    collection_due: |heap| vm_of(heap).run.ask_collection(),
};

/// Runs `__del__` (or what the type has instead).
fn finalize(heap: &Heap, obj: &ObjRef) {
    if let Some(finalize) = type_of(obj).slots.finalize.get() {
        vm_of(heap).record_finalizer(obj);
        finalize(vm_of(heap), obj);
    }
}

fn weakref_callback(heap: &Heap, reference: &ObjRef, callback: &ObjRef) {
    let vm = vm_of(heap);
    vm.record_callback(reference);
    if let Err(raised) = vm.call(callback, std::slice::from_ref(reference)) {
        vm.unraisable(raised, callback);
    }
}

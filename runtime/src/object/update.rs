//! Keeping the slots of Python classes in step with their `__dunder__` attributes.

use crate::builtins::builtin_function::new_of;
use crate::builtins::descriptors::{WrapperDescriptor, owner_of};
use crate::object::native::generic_flags;
use crate::object::slot_table::{names_of, slots_of};
use crate::object::trampolines::TRAMPOLINES;
use crate::object::{GENERIC_GETATTR, GENERIC_SETATTR, Type};
use crate::protocol::compare::unhashable;
use crate::slots::{Named, SlotId};
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Dict, ObjRef, Tuple, TypeFlags};

/// Where the function of a slot comes from.
enum Source {
    /// Nobody defines it.
    Empty,
    /// The slot of this builtin type.
    Native(ObjRef),
    /// A Python method.
    Trampoline,
    /// `__hash__ = None`.
    Unhashable,
}

/// Fills all slots of a new class. With one base only the names that the class itself defines
/// can differ from the base's slots.
pub fn fill(vm: &Vm, ty: &ObjRef) {
    let this = as_type(ty);
    let Some(mro) = this.mro.get() else { return };
    let classes = mro.to::<Tuple>().items();
    let chain = classes.len() > 1 && is_chain(&classes[1..]);
    if chain {
        let base = as_type(&classes[1]);
        SlotId::all().for_each(|id| this.slots.copy(id, &base.slots));
        this.trampolines.set(base.trampolines.get());
        update_own(vm, ty);
    } else {
        SlotId::all().for_each(|id| update(vm, ty, id));
    }
    refresh_flags(vm, this);
}

/// Whether every class in the list is the base of the one before it: the MRO of one base.
fn is_chain(classes: &[ObjRef]) -> bool {
    classes.windows(2).all(|w| as_type(&w[0]).base.get().is_some_and(|base| base.is(&w[1])))
}

fn update_own(vm: &Vm, ty: &ObjRef) {
    let Some(dict) = as_type(ty).dict.get() else { return };
    let dict = dict.to::<Dict>();
    let mut done = 0u64;
    for i in 0..dict.entries_len() {
        let Some((name, _)) = dict.entry(i) else { continue };
        for id in slots_of_name(vm, &name) {
            if done & id.bit() == 0 {
                done |= id.bit();
                update(vm, ty, *id);
            }
        }
    }
}

fn slots_of_name(vm: &Vm, name: &ObjRef) -> &'static [SlotId] {
    match vm.text_of(name).and_then(|t| t.ascii()) {
        Some(text) if text.starts_with("__") => slots_of(text),
        _ => &[],
    }
}

/// A `__dunder__` attribute of a class was set or deleted: refreshes the class and its subclasses.
pub fn attribute_changed(vm: &Vm, ty: &ObjRef, name: &ObjRef) {
    let ids = slots_of_name(vm, name);
    if ids.is_empty() {
        return;
    }
    update_tree(vm, ty, name, ids, true);
}

fn update_tree(vm: &Vm, ty: &ObjRef, name: &ObjRef, ids: &[SlotId], first: bool) {
    if !first {
        // A subclass that defines the name itself does not care.
        let dict = as_type(ty).dict.get();
        if dict.is_some_and(|d| vm.dict_get_name(d.to::<Dict>(), name).is_some()) {
            return;
        }
    }
    ids.iter().for_each(|id| update(vm, ty, *id));
    refresh_flags(vm, as_type(ty));
    for subclass in vm.direct_subclasses(ty) {
        update_tree(vm, &subclass, name, ids, false);
    }
}

/// Works out all slots again, here and in the subclasses (`__bases__` was assigned).
pub fn refill_tree(vm: &Vm, ty: &ObjRef) {
    SlotId::all().for_each(|id| update(vm, ty, id));
    refresh_flags(vm, as_type(ty));
    for subclass in vm.direct_subclasses(ty) {
        refill_tree(vm, &subclass);
    }
}

fn refresh_flags(vm: &Vm, this: &Type) {
    this.head.clear_flags(GENERIC_GETATTR | GENERIC_SETATTR | TypeFlags::HAS_FINALIZER);
    this.head.set_flags(generic_flags(vm, this));
    if this.slots.finalize.get().is_some() {
        this.head.set_flags(TypeFlags::HAS_FINALIZER);
        vm.heap.expect_last_words(true);
    }
}

/// Works out one slot of a class.
fn update(vm: &Vm, ty: &ObjRef, id: SlotId) {
    let this = as_type(ty);
    let source = find_source(vm, ty, id);
    let trampolines = this.trampolines.get() & !id.bit();
    match source {
        Source::Empty => this.slots.copy_def(id, &crate::slots::SlotDefs::NONE),
        Source::Native(owner) => this.slots.copy(id, &as_type(&owner).slots),
        Source::Unhashable => this.slots.hash.set(Some(unhashable)),
        Source::Trampoline => {
            this.slots.copy_def(id, &TRAMPOLINES);
            if this.slots.address(id) != 0 {
                this.trampolines.set(trampolines | id.bit());
                return;
            }
        }
    }
    this.trampolines.set(trampolines);
}

fn find_source(vm: &Vm, ty: &ObjRef, id: SlotId) -> Source {
    let mut native: Option<ObjRef> = None;
    for name in names_of(id) {
        let Some(found) = vm.type_lookup(ty, &vm.intern(name)) else { continue };
        match source_of(vm, ty, id, name, &found) {
            Source::Empty => {}
            Source::Native(owner) => {
                let same = |o: &ObjRef| as_type(o).slots.address(id) == as_type(&owner).slots.address(id);
                if native.as_ref().is_some_and(|n| !same(n)) {
                    return Source::Trampoline;
                }
                native = Some(owner);
            }
            other => return other,
        }
    }
    native.map_or(Source::Empty, Source::Native)
}

fn source_of(vm: &Vm, ty: &ObjRef, id: SlotId, name: &str, found: &ObjRef) -> Source {
    if found.is(&vm.none) && id == SlotId::named(Named::hash) {
        return Source::Unhashable;
    }
    if let Some(wrapper) = found.payload::<WrapperDescriptor>() {
        let owner = owner_of(vm, found);
        if wrapper.row.name == name && Type::derives_from(ty, &owner) {
            // The wrapper may stand for the other slot of this name: then this one stays empty.
            return if as_type(&owner).slots.address(id) == 0 { Source::Empty } else { Source::Native(owner) };
        }
        return Source::Trampoline;
    }
    if id == SlotId::named(Named::new) && new_of(found).is_some() {
        return inherited_new(ty);
    }
    if let Some(owner) = coexisting(vm, ty, id, name, found) {
        return Source::Native(owner);
    }
    Source::Trampoline
}

/// Whatever builtin type's `__new__` is named, the base is the one that knows the memory.
fn inherited_new(ty: &ObjRef) -> Source {
    match as_type(ty).base.get() {
        Some(base) if as_type(&base).has_trampoline_new() => Source::Trampoline,
        Some(base) => Source::Native(base),
        None => Source::Native(ty.clone()),
    }
}

/// A table method that stands where CPython has METH_COEXIST: `list.__getitem__`.
fn coexisting(vm: &Vm, ty: &ObjRef, id: SlotId, name: &str, found: &ObjRef) -> Option<ObjRef> {
    let method = found.payload::<crate::builtins::descriptors::MethodDescriptor>()?;
    let owner = owner_of(vm, found);
    let fits = method.method.is_named(name) && Type::derives_from(ty, &owner) && as_type(&owner).slots.address(id) != 0;
    fits.then_some(owner)
}

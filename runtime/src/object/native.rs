//! Type objects of builtin types, from their rows.
//!
//! A type is made in two steps, so that the first types can refer to each other: `shell` makes the
//! object with the memory half, `ready` its namespace, MRO and slots.

use crate::builtins::members::Members;
use crate::builtins::{builtin_function, descriptors, structseq};
use crate::native::{Binding, GetSet, Method, TypeSpec};
use crate::object::slot_table::wrapped_rows;
use crate::object::{GENERIC_GETATTR, GENERIC_SETATTR, Type};
use crate::protocol::compare::unhashable;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Heap, ObjRef, TypeFlags, TypeHead};
use smallvec::SmallVec;

/// Facts that subclasses share with their base.
const INHERITED: TypeFlags = TypeFlags::INT
    .with(TypeFlags::LIST)
    .with(TypeFlags::TUPLE)
    .with(TypeFlags::STR)
    .with(TypeFlags::BYTES)
    .with(TypeFlags::DICT)
    .with(TypeFlags::SET)
    .with(TypeFlags::TYPE)
    .with(TypeFlags::EXCEPTION)
    .with(TypeFlags::FLOAT)
    .with(TypeFlags::SEQUENCE)
    .with(TypeFlags::MAPPING);

/// The layout, or the one that it begins with where a release's objects have no room for its own fields.
fn fitting(layout: &'static gc::Layout, size: usize) -> &'static gc::Layout {
    match layout.base {
        Some(base) if size != 0 && size < gc::HEADER + layout.size => fitting(base(), size),
        _ => layout,
    }
}

impl Vm {
    /// Whether instances of a class have the fields of `T`; those of builtin types depend on the release.
    pub fn lays_out<T: gc::Payload>(&self, class: &ObjRef) -> bool {
        let (own, asked) = (as_type(class).head.layout(), T::layout());
        std::ptr::eq(own, asked) || own.extends(asked)
    }
}

/// The memory half of a builtin type.
pub fn head(heap: &Heap, spec: &'static TypeSpec, base: Option<&TypeHead>) -> TypeHead {
    let size = crate::sizes::of(heap.profile(), spec.name).unwrap_or(spec.basicsize);
    let alike = spec.base.is_some_and(|base| std::ptr::eq((base.layout)(), (spec.layout)()));
    let layout = base.filter(|_| alike).map_or_else(|| fitting((spec.layout)(), size), TypeHead::layout);
    let head = TypeHead::with_layout(heap, layout);
    let mut flags = spec.flags | TypeFlags::IMMUTABLE;
    if spec.subclassable {
        flags |= TypeFlags::BASETYPE;
    }
    if let Some(base) = base {
        flags |= base.flags().without(base.flags().without(INHERITED));
        head.set_dict_offset(base.dict_offset());
        head.set_weaklist_offset(base.weaklist_offset());
        head.set_basicsize(base.basicsize().max(head.basicsize()));
        head.set_itemsize(base.itemsize());
    }
    head.set_flags(flags);
    if spec.uncollected.within(heap.profile()) {
        head.uncollect();
    }
    if size != 0 {
        head.set_basicsize(size.max(gc::HEADER + layout.size));
    }
    if spec.exact == gc::Exact::Str {
        // Room for the pointer that instances of subclasses have; exact strings need less.
        head.set_basicsize(heap.profile().objects.text.object.into());
    }
    if spec.itemsize != 0 {
        head.set_itemsize(crate::sizes::itemsize(heap.profile(), spec.name, spec.itemsize));
    }
    if spec.dict_offset != 0 {
        head.set_dict_offset(spec.dict_offset);
    }
    if spec.weaklist_offset != 0 && spec.weakly.within(heap.profile()) {
        head.set_weaklist_offset(spec.weaklist_offset);
    }
    head.set_exact(spec.exact);
    head
}

/// The type object of a row; its base first. Not complete yet.
pub fn shell(heap: &Heap, metatype: &ObjRef, spec: &'static TypeSpec, base: &ObjRef) -> ObjRef {
    let ty = Type::new(head(heap, spec, Some(&as_type(base).head)), Some(spec));
    ty.base.set(base.clone());
    heap.alloc_static(metatype, ty).into_obj()
}

/// Makes a builtin type that is not there from the start.
pub fn make(vm: &Vm, spec: &'static TypeSpec) -> ObjRef {
    let base = spec.base.map_or_else(|| vm.types.object.clone(), |base| vm.native_type(base));
    let ty = shell(&vm.heap, &vm.types.type_, spec, &base);
    vm.native_types.borrow_mut().insert(std::ptr::from_ref(spec).addr(), ty.clone());
    ready(vm, &ty);
    ty
}

/// Completes a builtin type.
pub fn ready(vm: &Vm, ty: &ObjRef) {
    let this = as_type(ty);
    let Some(spec) = this.spec.get() else { return };
    this.dict.set(vm.dict().into_obj());
    let base = this.base.get();
    let bases: Vec<ObjRef> = base.iter().cloned().chain(spec.also.map(|also| vm.native_type(also))).collect();
    this.mro.set(mro(vm, ty, &bases));
    this.bases.set(vm.tuple(bases));
    fill_slots(this, spec, base.as_ref().map(as_type));
    fill_namespace(vm, ty, spec);
    structseq::describe(vm, spec, this);
    if let Some(bases) = this.bases.get() {
        bases.to::<gc::Tuple>().items().iter().for_each(|base| vm.add_subclass(base, ty));
    }
    this.head.set_flags(TypeFlags::READY | generic_flags(vm, this));
    if this.slots.finalize.get().is_some() {
        this.head.set_flags(TypeFlags::HAS_FINALIZER);
    }
}

/// Whether attribute access is that of `object`.
pub fn generic_flags(vm: &Vm, ty: &Type) -> TypeFlags {
    let object = as_type(&vm.types.object);
    let mut flags = TypeFlags::NONE;
    if ty.slots.get_attr.get().map(|f| f as usize) == object.slots.get_attr.get().map(|f| f as usize) {
        flags |= GENERIC_GETATTR;
    }
    if ty.slots.set_attr.get().map(|f| f as usize) == object.slots.set_attr.get().map(|f| f as usize) {
        flags |= GENERIC_SETATTR;
    }
    flags
}

/// The type, then what its bases have; of the first one nothing that the second has too.
fn mro(vm: &Vm, ty: &ObjRef, bases: &[ObjRef]) -> ObjRef {
    let mut mro = vec![ty.clone()];
    for base in bases {
        if as_type(base).dict.is_none() {
            ready(vm, base);
        }
        let above = as_type(base).mro.get().expect("the base is complete");
        let above = above.to::<gc::Tuple>().items();
        mro.retain(|class| !above.iter().any(|a| a.is(class)));
        mro.extend_from_slice(above);
    }
    vm.tuple(mro)
}

fn fill_slots(this: &Type, spec: &'static TypeSpec, base: Option<&Type>) {
    let slots = &this.slots;
    slots.fill(&spec.slots);
    let own_equality = spec.slots.compare.is_some() || spec.slots.hash.is_some();
    if spec.slots.unhashable || (spec.slots.compare.is_some() && spec.slots.hash.is_none()) {
        slots.hash.set(Some(unhashable));
    }
    let Some(base) = base else { return };
    let compare = slots.compare.get();
    slots.inherit(&base.slots);
    if own_equality {
        // Equality and hash are inherited together or not at all.
        slots.compare.set(compare);
    }
    if spec.slots.new.is_none() && base.base.is_none() {
        // What derives directly from object and has no constructor cannot be called.
        slots.new.set(None);
    }
}

fn fill_namespace(vm: &Vm, ty: &ObjRef, spec: &'static TypeSpec) {
    let this = as_type(ty);
    if spec.slots.new.is_some() {
        let function = builtin_function::bound(vm, &builtin_function::NEW, ty);
        vm.type_store(ty, &vm.names.__new__, &function);
    }
    fill_wrappers(vm, ty, spec);
    for row in spec.methods {
        let name = vm.intern(row.name());
        let value = match row.binding {
            Binding::Method => descriptors::method(vm, ty, &name, row),
            Binding::Class => descriptors::class_method(vm, ty, &name, row),
            Binding::Static => {
                let function = builtin_function::bound(vm, row, ty);
                crate::builtins::classmethod::new_static(vm, &function)
            }
        };
        vm.type_store(ty, &name, &value);
    }
    if !spec.getset.is_empty() {
        fill_attributes(vm, ty, spec);
    }
    // What CPython makes as it makes classes has its module as an entry, which instances see.
    let module = spec.name.split_once('.').map(|(module, _)| module).filter(|_| spec.held.have(vm));
    if let Some(module) = module.or(spec.also.map(|_| "builtins")) {
        vm.type_store(ty, &vm.names.__module__, &vm.intern(module));
    }
    if !spec.getset.iter().any(|row| row.name == "__doc__") {
        let doc = spec.doc.map_or_else(|| vm.none(), |text| vm.str(text));
        vm.type_store(ty, &vm.names.__doc__, &doc);
    }
    if this.slots.hash.get().is_some_and(|f| f as usize == unhashable as *const () as usize) {
        vm.type_store(ty, &vm.names.__hash__, &vm.none);
    }
}

/// Members, then computed attributes.
fn fill_attributes(vm: &Vm, ty: &ObjRef, spec: &'static TypeSpec) {
    let members = Members::of(spec.name, |releases| releases.have(vm));
    let is_member = |row: &&GetSet| members.have(row.name);
    for row in spec.getset.iter().filter(is_member) {
        let name = vm.intern(row.name);
        vm.type_store(ty, &name, &descriptors::member(vm, ty, &name, row));
    }
    for row in spec.getset.iter().filter(|row| !is_member(row)) {
        let name = vm.intern(row.name);
        vm.type_store(ty, &name, &descriptors::getset(vm, ty, &name, row));
    }
}

/// The `__dunder__` entries for the slots that the row itself fills.
fn fill_wrappers(vm: &Vm, ty: &ObjRef, spec: &'static TypeSpec) {
    let own = crate::slots::Slots::default();
    own.fill(&spec.slots);
    let special: SmallVec<[&Method; 16]> = spec.methods.iter().filter(|m| m.signature.starts_with("__")).collect();
    for (row, wrapped) in wrapped_rows(&own) {
        let name = vm.intern(row.name);
        // A sequence slot does not replace the number slot of the same name.
        if as_type(ty).dict.get().is_some_and(|d| vm.dict_get_name(d.to::<gc::Dict>(), &name).is_some()) {
            continue;
        }
        // CPython's table has a method of that name instead (METH_COEXIST).
        if special.iter().any(|m| m.is_named(row.name)) {
            continue;
        }
        vm.type_store(ty, &name, &descriptors::slot_wrapper(vm, ty, &name, row, wrapped));
    }
}

//! The computed attributes of classes: `__name__`, `__bases__`, `__mro__`, ….

use crate::builtins::type_object::namespace;
use crate::error::{Exc, PyResult, Raised};
use crate::native::GetSet;
use crate::object::{Type, mro, slots_def, update};
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Dict, ObjRef, Str, Tuple, TypeFlags};

/// In CPython's order: members first, then computed attributes.
pub const ROWS: &[GetSet] = &[
    GetSet { name: "__basicsize__", get: |vm, t| Ok(vm.int_exact(as_type(t).head.basicsize() as i64)), set: None },
    GetSet { name: "__itemsize__", get: |vm, t| Ok(vm.int_exact(as_type(t).head.itemsize() as i64)), set: None },
    GetSet { name: "__flags__", get: flags, set: None },
    GetSet { name: "__weakrefoffset__", get: weakref_offset, set: None },
    GetSet { name: "__base__", get: |vm, t| Ok(as_type(t).base.get().unwrap_or_else(|| vm.none())), set: None },
    GetSet { name: "__dictoffset__", get: dict_offset, set: None },
    GetSet { name: "__mro__", get: |vm, t| Ok(as_type(t).mro.get().unwrap_or_else(|| vm.none())), set: None },
    GetSet { name: "__name__", get: get_name, set: Some(set_name) },
    GetSet { name: "__qualname__", get: get_qualname, set: Some(set_qualname) },
    GetSet {
        name: "__bases__",
        get: |vm, t| Ok(as_type(t).bases.get().unwrap_or_else(|| vm.none())),
        set: Some(set_bases),
    },
    GetSet { name: "__module__", get: get_module, set: Some(set_module) },
    GetSet { name: "__abstractmethods__", get: get_abstract, set: Some(set_abstract) },
    GetSet { name: "__dict__", get: |vm, t| Ok(namespace(vm, t)), set: None },
    GetSet { name: "__doc__", get: get_doc, set: Some(set_doc) },
    GetSet { name: "__text_signature__", get: get_text_signature, set: None },
    GetSet { name: "__annotations__", get: get_annotations, set: Some(set_annotations) },
];

/// What calls of a builtin type take, where CPython tells it.
fn get_text_signature(vm: &Vm, this: &ObjRef) -> PyResult {
    if as_type(this).spec.get().is_none() {
        return Ok(vm.none());
    }
    let text = match vm.name_of_type(this).as_ref() {
        "complex" => "(real=0, imag=0)",
        "enumerate" => "(iterable, start=0)",
        "float" => "(x=0, /)",
        "list" | "tuple" => "(iterable=(), /)",
        "memoryview" => "(object)",
        "object" => "()",
        "property" => "(fget=None, fset=None, fdel=None, doc=None)",
        "reversed" => "(sequence, /)",
        _ => return Ok(vm.none()),
    };
    Ok(vm.str(text))
}

/// `type object 'A' has no attribute 'x'`.
#[cold]
pub fn missing(vm: &Vm, this: &ObjRef, name: &ObjRef) -> Raised {
    let (class, attribute) = (vm.name_of_type(this), vm.lossy(name));
    let raised = vm.raise_new(Exc::AttributeError, format!("type object '{class}' has no attribute '{attribute}'"));
    vm.set_attribute_context(&raised, this, name);
    raised
}

/// A deletion of what the type does not have.
#[cold]
pub fn not_deletable(vm: &Vm, this: &ObjRef, name: &ObjRef) -> Raised {
    let wording = &vm.heap.profile().wording;
    if wording.bare_deletions {
        return vm.attribute_error_bare(name);
    }
    if wording.missing_dict_told {
        return missing(vm, this, name);
    }
    let (class, attribute) = (vm.name_of_type(this), vm.lossy(name));
    vm.attribute_error_text(format!("type object '{class}' has no attribute '{attribute}'"))
}

fn dict_of(vm: &Vm, this: &ObjRef) -> ObjRef {
    as_type(this).dict.get().unwrap_or_else(|| vm.dict().into_obj())
}

fn own(vm: &Vm, this: &ObjRef, name: &ObjRef) -> Option<ObjRef> {
    vm.dict_get_name(dict_of(vm, this).to::<Dict>(), name)
}

fn store(vm: &Vm, this: &ObjRef, name: &ObjRef, value: &ObjRef) {
    vm.type_modified(this);
    vm.dict_set_name(dict_of(vm, this).to::<Dict>(), name, value);
    vm.type_modified(this);
}

/// Builtin types cannot be changed, and no type loses these attributes.
fn settable<'a>(vm: &Vm, this: &ObjRef, name: &str, value: Option<&'a ObjRef>) -> PyResult<&'a ObjRef> {
    match value {
        _ if as_type(this).head.has(TypeFlags::IMMUTABLE) => Err(unchangeable(vm, this, name)),
        Some(value) => Ok(value),
        None => {
            let class = vm.name_of_type(this);
            Err(vm.type_error(match vm.heap.profile().wording.immutable_types {
                true => format!("cannot delete '{name}' attribute of immutable type '{class}'"),
                false => format!("can't delete {class}.{name}"),
            }))
        }
    }
}

/// A builtin type is to be changed.
#[cold]
pub fn unchangeable(vm: &Vm, this: &ObjRef, name: &str) -> Raised {
    let class = vm.name_of_type(this);
    vm.type_error(match vm.heap.profile().wording.immutable_types {
        true => format!("cannot set '{name}' attribute of immutable type '{class}'"),
        false => format!("can't set attributes of built-in/extension type '{class}'"),
    })
}

fn get_name(vm: &Vm, this: &ObjRef) -> PyResult {
    match as_type(this).name.get() {
        Some(name) => Ok(without_module(vm, this, &name).unwrap_or(name)),
        None => Ok(vm.str(&*vm.qualname_of_type(this))),
    }
}

/// The last part of a name that begins with the type's module: library types in Python that messages name as they name
/// builtin ones (`'datetime.date' object has no attribute 'x'`).
fn without_module(vm: &Vm, this: &ObjRef, name: &ObjRef) -> Option<ObjRef> {
    let text = vm.lossy(name);
    let (module, last) = text.rsplit_once('.')?;
    let own = module_of(vm, this).filter(|own| vm.is_str(own))?;
    (vm.lossy(&own) == module).then(|| vm.str(last))
}

fn set_name(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let value = settable(vm, this, "__name__", value)?;
    if !vm.is_str(value) {
        let (class, kind) = (vm.name_of_type(this), vm.type_name(value));
        return Err(vm.type_error(format!("can only assign string to {class}.__name__, not '{kind}'")));
    }
    if value.to::<Str>().code_points().any(|c| c == 0) {
        return Err(vm.value_error("type name must not contain null characters"));
    }
    as_type(this).name.set(value.clone());
    Ok(())
}

fn get_qualname(vm: &Vm, this: &ObjRef) -> PyResult {
    match as_type(this).qualname.get() {
        Some(name) => Ok(name),
        None => get_name(vm, this),
    }
}

fn set_qualname(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let value = settable(vm, this, "__qualname__", value)?;
    if !vm.is_str(value) {
        let (class, kind) = (vm.name_of_type(this), vm.type_name(value));
        return Err(vm.type_error(format!("can only assign string to {class}.__qualname__, not '{kind}'")));
    }
    as_type(this).qualname.set(value.clone());
    Ok(())
}

/// `__module__`, if the type has one.
pub fn module_of(vm: &Vm, this: &ObjRef) -> Option<ObjRef> {
    match as_type(this).spec.get() {
        Some(spec) => {
            Some(vm.intern(spec.name_in(vm.heap.profile()).rsplit_once('.').map_or("builtins", |(module, _)| module)))
        }
        None => own(vm, this, &vm.names.__module__),
    }
}

fn get_module(vm: &Vm, this: &ObjRef) -> PyResult {
    match module_of(vm, this) {
        Some(module) => Ok(module),
        None => Err(vm.attribute_error_bare(&vm.names.__module__)),
    }
}

fn set_module(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let value = settable(vm, this, "__module__", value)?;
    store(vm, this, &vm.names.__module__, value);
    Ok(())
}

fn get_doc(vm: &Vm, this: &ObjRef) -> PyResult {
    if let Some(spec) = as_type(this).spec.get() {
        return Ok(spec.doc.map_or_else(|| vm.none(), |text| vm.str(text)));
    }
    // Inherited like any attribute, bound if it is a descriptor.
    let Some(doc) = own(vm, this, &vm.names.__doc__) else { return Ok(vm.none()) };
    match crate::object::type_of(&doc).slots.descr_get.get() {
        Some(get) => get(vm, &doc, None, Some(this)),
        None => Ok(doc),
    }
}

fn set_doc(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let value = settable(vm, this, "__doc__", value)?;
    store(vm, this, &vm.names.__doc__, value);
    Ok(())
}

fn get_abstract(vm: &Vm, this: &ObjRef) -> PyResult {
    let found = if this.is(&vm.types.type_) { None } else { own(vm, this, &vm.names.__abstractmethods__) };
    found.ok_or_else(|| vm.attribute_error_bare(&vm.names.__abstractmethods__))
}

fn set_abstract(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let head = &as_type(this).head;
    match value {
        Some(value) => {
            let any = vm.truth(value)?;
            store(vm, this, &vm.names.__abstractmethods__, value);
            if any {
                head.set_flags(TypeFlags::ABSTRACT);
            } else {
                head.clear_flags(TypeFlags::ABSTRACT);
            }
        }
        None => {
            vm.type_modified(this);
            if !vm.dict_del(dict_of(vm, this).to::<Dict>(), &vm.names.__abstractmethods__)? {
                return Err(vm.attribute_error_bare(&vm.names.__abstractmethods__));
            }
            head.clear_flags(TypeFlags::ABSTRACT);
        }
    }
    Ok(())
}

fn get_annotations(vm: &Vm, this: &ObjRef) -> PyResult {
    if as_type(this).spec.get().is_some() {
        return Err(missing(vm, this, &vm.names.__annotations__));
    }
    if let Some(found) = own(vm, this, &vm.names.__annotations__) {
        return match crate::object::type_of(&found).slots.descr_get.get() {
            Some(get) => get(vm, &found, None, Some(this)),
            None => Ok(found),
        };
    }
    let fresh = vm.dict().into_obj();
    store(vm, this, &vm.names.__annotations__, &fresh);
    Ok(fresh)
}

fn set_annotations(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    if as_type(this).head.has(TypeFlags::IMMUTABLE) {
        return Err(unchangeable(vm, this, "__annotations__"));
    }
    match value {
        Some(value) => store(vm, this, &vm.names.__annotations__, value),
        None => {
            if !vm.dict_del(dict_of(vm, this).to::<Dict>(), &vm.names.__annotations__)? {
                return Err(vm.attribute_error_bare(&vm.names.__annotations__));
            }
            vm.type_modified(this);
        }
    }
    Ok(())
}

/// Instances of a Python class match sequence patterns or mapping patterns from now on (`__abc_tpflags__`).
pub fn match_as(ty: &ObjRef, mapping: bool) {
    as_type(ty).head.clear_flags(TypeFlags::SEQUENCE | TypeFlags::MAPPING);
    as_type(ty).head.set_flags(if mapping { TypeFlags::MAPPING } else { TypeFlags::SEQUENCE });
}

/// CPython's `tp_flags` bits, as far as programs look at them.
fn flags(vm: &Vm, this: &ObjRef) -> PyResult {
    let head = &as_type(this).head;
    let bits: [(TypeFlags, u32); 17] = [
        (TypeFlags::MANAGED_DICT, 4),
        (TypeFlags::SEQUENCE, 5),
        (TypeFlags::MAPPING, 6),
        (TypeFlags::DISALLOW_INSTANTIATION, 7),
        (TypeFlags::IMMUTABLE, 8),
        (TypeFlags::HEAPTYPE, 9),
        (TypeFlags::BASETYPE, 10),
        (TypeFlags::READY, 12),
        (TypeFlags::GC, 14),
        (TypeFlags::ABSTRACT, 20),
        (TypeFlags::INT, 24),
        (TypeFlags::LIST, 25),
        (TypeFlags::TUPLE, 26),
        (TypeFlags::BYTES, 27),
        (TypeFlags::STR, 28),
        (TypeFlags::DICT, 29),
        (TypeFlags::EXCEPTION, 30),
    ];
    let mut value: i64 = 1 << 18;
    // What CPython makes as it makes classes is of the heap for whoever asks.
    if as_type(this).spec.get().is_some_and(|spec| spec.held.have(vm)) {
        value |= 1 << 9;
    }
    bits.iter().filter(|(flag, _)| head.has(*flag)).for_each(|(_, bit)| value |= 1 << bit);
    if head.has(TypeFlags::TYPE) {
        value |= 1 << 31;
    }
    if head.version() != 0 {
        value |= 1 << 19;
    }
    Ok(vm.int(value))
}

fn dict_offset(vm: &Vm, this: &ObjRef) -> PyResult {
    let head = &as_type(this).head;
    // Where CPython's type objects have it; ours are laid out otherwise.
    let offset = match cpythons_places(vm, this) {
        Some((dict, _)) => dict,
        None if head.layout().is_type => 264,
        None => head.shown_dict_offset(),
    };
    Ok(vm.int_exact(i64::from(offset)))
}

/// Where CPython's objects of a builtin type have dict and weak list, if ours have them elsewhere.
fn cpythons_places(vm: &Vm, this: &ObjRef) -> Option<(i32, i32)> {
    crate::sizes::places(vm.heap.profile(), as_type(this).spec.get()?.name)
}

fn weakref_offset(vm: &Vm, this: &ObjRef) -> PyResult {
    let head = &as_type(this).head;
    let offset = match cpythons_places(vm, this) {
        Some((_, weak)) => weak,
        None if head.layout().is_type => 368,
        None => head.weaklist_offset(),
    };
    Ok(vm.int_exact(i64::from(offset)))
}

fn set_bases(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let value = settable(vm, this, "__bases__", value)?;
    let class = vm.name_of_type(this);
    if !vm.is_tuple(value) {
        let kind = vm.type_name(value);
        return Err(vm.type_error(format!("can only assign tuple to {class}.__bases__, not {kind}")));
    }
    let bases = value.to::<Tuple>().items();
    if bases.is_empty() {
        return Err(vm.type_error(format!("can only assign non-empty tuple to {class}.__bases__, not ()")));
    }
    for base in bases {
        if !vm.is_type(base) {
            let kind = vm.type_name(base);
            return Err(vm.type_error(format!("{class}.__bases__ must be tuple of classes, not '{kind}'")));
        }
        if Type::derives_from(base, this) || extends(base, this) {
            return Err(vm.type_error("a __bases__ item causes an inheritance cycle"));
        }
    }
    let base = mro::best_base(vm, bases)?;
    let old_base = as_type(this).base.get().unwrap_or_else(|| vm.types.object.clone());
    super::class_of::compatible(vm, &old_base, &base, "__bases__")?;
    exchange_bases(vm, this, (value, base), old_base)
}

/// Whether `this` is in the chain of `__base__` of a class: the MRO may not be up to date while a `mro()` runs.
fn extends(class: &ObjRef, this: &ObjRef) -> bool {
    std::iter::successors(Some(class.clone()), |class| as_type(class).base.get()).any(|class| class.is(this))
}

/// Puts checked bases in place and works out what follows from them. A `mro()` of a metaclass may assign bases
/// meanwhile: what was assigned last stays.
fn exchange_bases(vm: &Vm, this: &ObjRef, (bases, base): (&ObjRef, ObjRef), old_base: ObjRef) -> PyResult<()> {
    let ty = as_type(this);
    let old_bases = ty.bases.replace(bases.clone());
    ty.base.set(base);
    let is_newest = || ty.bases.holds(bases);
    let mut changes = Vec::new();
    if let Err(raised) = refresh_mros(vm, this, &mut changes) {
        for change in changes.into_iter().rev() {
            change.undo(vm);
        }
        if is_newest() {
            ty.bases.set(old_bases);
            ty.base.set(old_base);
        }
        return Err(raised);
    }
    if is_newest() {
        if let Some(old) = old_bases {
            old.to::<Tuple>().items().iter().for_each(|b| vm.remove_subclass(b, this));
        }
        bases.to::<Tuple>().items().iter().for_each(|b| vm.add_subclass(b, this));
        vm.type_modified(this);
        update::refill_tree(vm, this);
    }
    Ok(())
}

/// A class whose MRO was worked out again.
struct Reordered {
    class: ObjRef,
    old: Option<ObjRef>,
    new: ObjRef,
}

impl Reordered {
    /// The old order again, unless the class has got yet another one.
    fn undo(self, vm: &Vm) {
        let mro = &as_type(&self.class).mro;
        if mro.holds(&self.new) {
            mro.set(self.old);
            vm.type_modified(&self.class);
        }
    }
}

fn refresh_mros(vm: &Vm, class: &ObjRef, changes: &mut Vec<Reordered>) -> PyResult<()> {
    let slot = &as_type(class).mro;
    let old = slot.get();
    let new = mro::compute(vm, class)?;
    if old.as_ref().map_or(slot.is_some(), |old| !slot.holds(old)) {
        return Ok(());
    }
    slot.set(new.clone());
    vm.type_modified(class);
    changes.push(Reordered { class: class.clone(), old, new });
    for subclass in vm.direct_subclasses(class) {
        refresh_mros(vm, &subclass, changes)?;
    }
    Ok(())
}

/// Whether both types have a dict or both have none (for messages about layouts).
pub fn same_dict(a: &Type, b: &Type) -> bool {
    slots_def::has_dict(a) == slots_def::has_dict(b)
}

//! Making classes: `type.__new__`.

use crate::builtins::descriptors;
use crate::error::{Exc, PyResult};
use crate::native::{Args, GetSet, Releases};
use crate::object::slots_def::{Additions, additions};
use crate::object::{Type, mro, update};
use crate::vm::Vm;
use crate::vm::cast::{as_type, lend};
use gc::{Dict, Exact, ObjRef, PreHeader, Ref, SlotRun, Tuple, TypeFlags, TypeHead};

/// Bytes per `__slots__` word inside the class object (CPython's PyMemberDef).
pub const MEMBER_SIZE: usize = 40;

/// `__dict__` of instances whose class added it.
pub static DICT: GetSet =
    GetSet { name: "__dict__", get: super::instance::get_dict, set: Some(super::instance::set_or_drop_dict) };
/// `__weakref__` of instances whose class added it.
pub static WEAKREF: GetSet = GetSet { name: "__weakref__", get: super::instance::get_weakref, set: None };

/// `type.__new__(metatype, name, bases, namespace, **keywords)`.
pub fn type_new(vm: &Vm, metatype: &ObjRef, args: Args<'_>) -> PyResult {
    let [name, bases, namespace] = args.positional() else {
        let given = args.positional().len();
        return Err(vm.type_error(format!("type.__new__() takes exactly 3 arguments ({given} given)")));
    };
    let packed = args.packed(vm);
    let args = args.within(packed.tuple());
    expect(vm, 1, "str", vm.is_str(name), name)?;
    expect(vm, 2, "tuple", vm.is_tuple(bases), bases)?;
    expect(vm, 3, "dict", vm.is_dict(namespace), namespace)?;
    let items = bases.to::<Tuple>().items();
    let winner = metaclass(vm, metatype, items)?;
    if !winner.is(metatype) {
        let own = as_type(&winner).slots.new.get();
        if own.map(|f| f as usize) != as_type(&vm.types.type_).slots.new.get().map(|f| f as usize)
            && let Some(new) = own
        {
            return new(vm, &winner, args);
        }
    }
    let base = mro::best_base(vm, items)?;
    let bases = if items.is_empty() { vm.tuple([vm.types.object.clone()]) } else { bases.clone() };
    build(vm, &winner, name, &base, &bases, namespace.to::<Dict>(), args)
}

fn expect(vm: &Vm, position: usize, wanted: &str, fits: bool, got: &ObjRef) -> PyResult<()> {
    if fits {
        return Ok(());
    }
    let kind = vm.type_name(got);
    Err(vm.type_error(format!("type.__new__() argument {position} must be {wanted}, not {kind}")))
}

/// The most derived metaclass of the bases and the one asked for.
pub fn metaclass(vm: &Vm, metatype: &ObjRef, bases: &[ObjRef]) -> PyResult<ObjRef> {
    let mut winner = metatype.clone();
    for base in bases {
        let kind = base.ty_ref();
        if !vm.is_type(base) && vm.get_attr_opt(base, &vm.names.__mro_entries__)?.is_some() {
            let text = "type() doesn't support MRO entry resolution; use types.new_class()";
            return Err(vm.type_error(text));
        }
        if Type::derives_from(&winner, kind) {
            continue;
        }
        if Type::derives_from(kind, &winner) {
            winner = kind.clone();
            continue;
        }
        return Err(vm.type_error(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
        ));
    }
    Ok(winner)
}

fn build(
    vm: &Vm,
    metatype: &ObjRef,
    name: &ObjRef,
    base: &ObjRef,
    bases: &ObjRef,
    namespace: &Ref<Dict>,
    args: Args<'_>,
) -> PyResult {
    let name_text = class_name(vm, name)?;
    let add = additions(vm, &name_text, base, bases.to::<Tuple>().items(), namespace)?;
    let dict = copy_of(vm, namespace)?;
    let ty = allocate(vm, metatype, base, &add)?;
    let this = as_type(&ty);
    this.name.set(name.clone());
    this.base.set(base.clone());
    this.bases.set(bases.clone());
    this.dict.set(dict.as_obj().clone());
    set_module(vm, &dict)?;
    set_qualname(vm, this, &dict, name)?;
    wrap_special_functions(vm, &dict)?;
    // A metaclass's `mro()` may use it.
    if let Some(cell) = take_classcell(vm, &dict)? {
        vm.cell_set(&cell, &ty);
    }
    this.mro.set(mro::compute(vm, &ty)?);
    inherit_kind(this);
    add_descriptors(vm, &ty, &dict, &add)?;
    finish_namespace(vm, &dict)?;
    update::fill(vm, &ty);
    this.head.set_flags(TypeFlags::READY);
    for base in bases.to::<Tuple>().items() {
        vm.add_subclass(base, &ty);
    }
    super::storage::new_shared_keys(vm, this)?;
    set_names(vm, &ty, &dict)?;
    init_subclass(vm, &ty, args)?;
    Ok(ty)
}

/// A plain dict of a namespace, in the order in which that iterates.
fn copy_of(vm: &Vm, namespace: &Ref<Dict>) -> PyResult<Ref<Dict>> {
    if namespace.as_obj().ty().exact() == Exact::Dict {
        return vm.dict_copy(namespace);
    }
    let copy = vm.dict();
    vm.dict_update_from(&copy, namespace.as_obj())?;
    Ok(copy)
}

/// `match` treats instances as those of the nearest base that is a sequence or a mapping.
fn inherit_kind(this: &Type) {
    let kinds = TypeFlags::SEQUENCE | TypeFlags::MAPPING;
    let mro = this.mro.get();
    let bases = mro.iter().flat_map(|mro| mro.to::<Tuple>().items().iter().skip(1));
    let nearest = bases.map(|base| as_type(base).head.flags()).find(|flags| flags.any(kinds));
    this.head.clear_flags(kinds);
    if let Some(flags) = nearest {
        this.head.set_flags(flags.without(flags.without(kinds)));
    }
}

fn class_name(vm: &Vm, name: &ObjRef) -> PyResult<String> {
    let text = vm.expect_str(name, "type name")?;
    if text.contains('\0') {
        return Err(vm.value_error("type name must not contain null characters"));
    }
    Ok(text.into_owned())
}

fn allocate(vm: &Vm, metatype: &ObjRef, base: &ObjRef, add: &Additions) -> PyResult<ObjRef> {
    let below = as_type(base);
    let mut head = TypeHead::derive(&below.head);
    head.set_flags(TypeFlags::HEAPTYPE | TypeFlags::BASETYPE | TypeFlags::GC);
    if !add.members.is_empty() {
        head.add_member_slots(add.members.len() as u32);
    }
    let items = head.itemsize() != 0;
    let placement = vm.heap.profile().pre_header;
    if add.dict {
        add_dict(&head, items, placement);
    }
    if add.weakref {
        add_weakref(&head, placement);
    }
    let value = Type::new(head, None);
    let ty = vm.or_memory_error(vm.heap.alloc_var(metatype, value, add.members.len() + 1))?.into_obj();
    vm.heap.track(&ty);
    let members: Vec<ObjRef> = add.members.iter().map(|m| vm.intern(m)).collect();
    as_type(&ty).member_names.set(vm.tuple(members));
    Ok(ty)
}

fn add_dict(head: &TypeHead, items: bool, placement: PreHeader) {
    match placement {
        PreHeader::DictAndWeak => head.set_flags(TypeFlags::MANAGED_DICT),
        PreHeader::Dict if !items => head.set_flags(TypeFlags::MANAGED_DICT),
        PreHeader::None | PreHeader::Dict => {
            let size = head.basicsize();
            head.set_basicsize(size + 8);
            head.set_dict_offset(if items { -8 } else { size as i32 });
        }
    }
}

fn add_weakref(head: &TypeHead, placement: PreHeader) {
    if placement == PreHeader::DictAndWeak {
        head.set_flags(TypeFlags::MANAGED_WEAKREF);
        head.set_weaklist_offset(-32);
        return;
    }
    let size = head.basicsize();
    head.set_basicsize(size + 8);
    head.set_weaklist_offset(size as i32);
}

/// `__module__` is the `__name__` of the running code's globals, unless the body set it.
fn set_module(vm: &Vm, dict: &Ref<Dict>) -> PyResult<()> {
    if vm.dict_get_name(dict, &vm.names.__module__).is_some() {
        return Ok(());
    }
    let name = vm.current_globals().and_then(|globals| vm.dict_get_name(&globals, &vm.names.__name__));
    if let Some(name) = name {
        vm.dict_set_name(dict, &vm.names.__module__, &name);
    }
    Ok(())
}

fn set_qualname(vm: &Vm, this: &Type, dict: &Ref<Dict>, name: &ObjRef) -> PyResult<()> {
    match vm.dict_get_name(dict, &vm.names.__qualname__) {
        Some(qualname) if vm.is_str(&qualname) => {
            this.qualname.set(qualname);
            vm.dict_del(dict, &vm.names.__qualname__)?;
        }
        Some(other) => {
            let kind = vm.type_name(&other);
            return Err(vm.type_error(format!("type __qualname__ must be a str, not {kind}")));
        }
        None => this.qualname.set(name.clone()),
    }
    Ok(())
}

/// `__new__` is a static method, `__init_subclass__` and `__class_getitem__` are class methods.
fn wrap_special_functions(vm: &Vm, dict: &Ref<Dict>) -> PyResult<()> {
    let is_function = |found: &ObjRef| found.ty_ref().is(&vm.types.function);
    if let Some(function) = vm.dict_get_name(dict, &vm.names.__new__).filter(is_function) {
        let wrapped = crate::builtins::classmethod::new_static(vm, &function);
        vm.dict_set_name(dict, &vm.names.__new__, &wrapped);
    }
    for name in [&vm.names.__init_subclass__, &vm.names.__class_getitem__] {
        if let Some(function) = vm.dict_get_name(dict, name).filter(is_function) {
            let wrapped = crate::builtins::classmethod::new_class(vm, &function);
            vm.dict_set_name(dict, name, &wrapped);
        }
    }
    Ok(())
}

/// The cell of `__class__`, which the compiler leaves in the namespace.
fn take_classcell(vm: &Vm, dict: &Ref<Dict>) -> PyResult<Option<ObjRef>> {
    let Some(cell) = vm.dict_get_name(dict, &vm.names.__classcell__) else { return Ok(None) };
    if !cell.ty_ref().is(&vm.types.cell) {
        let repr = vm.repr_text(cell.ty_ref())?;
        return Err(vm.type_error(format!("__classcell__ must be a nonlocal cell, not {repr}")));
    }
    vm.dict_del(dict, &vm.names.__classcell__)?;
    Ok(Some(cell))
}

fn add_descriptors(vm: &Vm, ty: &ObjRef, dict: &Ref<Dict>, add: &Additions) -> PyResult<()> {
    let run: Option<SlotRun> = as_type(ty).head.member_slots().first().copied();
    if let (Some(run), false) = (run, add.members.is_empty()) {
        for (i, member) in add.members.iter().enumerate() {
            let name = vm.intern(member);
            let descriptor = descriptors::word(vm, ty, &name, run.offset + 8 * i as u32);
            // Of two members with one name the first word counts, the second is never used.
            if i > 0 && add.members[i - 1] == *member {
                continue;
            }
            vm.dict_set_name(dict, &name, &descriptor);
        }
    }
    for (wanted, row) in [(add.dict, &DICT), (add.weakref, &WEAKREF)] {
        let name = vm.intern(row.name);
        if wanted && vm.dict_get_name(dict, &name).is_none() {
            vm.dict_set_name(dict, &name, &descriptors::getset(vm, ty, &name, row));
        }
    }
    Ok(())
}

fn finish_namespace(vm: &Vm, dict: &Ref<Dict>) -> PyResult<()> {
    let n = &vm.names;
    if vm.dict_get_name(dict, &n.__doc__).is_none() {
        vm.dict_set_name(dict, &n.__doc__, &vm.none);
    }
    if vm.dict_get_name(dict, &n.__eq__).is_some() && vm.dict_get_name(dict, &n.__hash__).is_none() {
        vm.dict_set_name(dict, &n.__hash__, &vm.none);
    }
    Ok(())
}

/// Tells every attribute of the class its name.
fn set_names(vm: &Vm, ty: &ObjRef, dict: &Ref<Dict>) -> PyResult<()> {
    // A copy, since the methods may change the namespace.
    let entries = vm.dict_copy(dict)?;
    for (key, value) in (0..entries.entries_len()).filter_map(|i| entries.entry(i)) {
        let Some((method, takes_self)) = vm.lookup_method(&value, &vm.names.__set_name__)? else { continue };
        if let Err(raised) = vm.call_found(&method, takes_self, &value, &lend([ty, &key])) {
            let (kind, key) = (vm.type_name(&value), vm.repr_text(&key)?);
            let class = vm.name_of_type(ty);
            let text = format!("Error calling __set_name__ on '{kind}' instance {key} in '{class}'");
            return Err(vm.raise_from(Exc::RuntimeError, text, raised));
        }
    }
    Ok(())
}

/// `super(cls, cls).__init_subclass__(**keywords)`.
fn init_subclass(vm: &Vm, ty: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let packed = Releases::until(10).have(vm).then(|| vm.tuple([ty.clone(), ty.clone()]));
    let start = crate::builtins::super_::make(vm, ty, ty);
    drop(packed);
    let method = vm.get_attr(&start, &vm.names.__init_subclass__)?;
    let keywords = &args.values()[args.positional().len()..];
    vm.call_args(&method, Args::new(keywords, args.names())).map(drop)
}

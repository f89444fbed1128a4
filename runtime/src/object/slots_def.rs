//! `__slots__`: what a class statement may ask for, and where the words go.

use crate::error::PyResult;
use crate::object::Type;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{Dict, ObjRef, Ref, TypeFlags};

/// What instances of a new class get in addition to those of its base.
pub struct Additions {
    pub dict: bool,
    pub weakref: bool,
    /// Mangled names of the words, sorted.
    pub members: Vec<String>,
    /// The class has `__slots__`.
    pub declared: bool,
}

/// Whether instances have a `__dict__`.
pub fn has_dict(ty: &Type) -> bool {
    ty.head.dict_offset() != 0 || ty.head.has(TypeFlags::MANAGED_DICT)
}

/// Why `__weakref__` is no slot: CPython did not always tell the two reasons apart.
const EITHER: &str = "either we already got one, or __itemsize__ != 0";

/// Reads `__slots__` from the namespace of a class under construction.
pub fn additions(vm: &Vm, name: &str, base: &ObjRef, bases: &[ObjRef], namespace: &Ref<Dict>) -> PyResult<Additions> {
    let below = as_type(base);
    let may_dict = !has_dict(below);
    let may_weakref = below.head.weaklist_offset() == 0 && below.head.itemsize() == 0;
    let Some(slots) = vm.dict_get_name(namespace, &vm.names.__slots__) else {
        return Ok(Additions { dict: may_dict, weakref: may_weakref, members: Vec::new(), declared: false });
    };
    let items = if vm.is_str(&slots) { vec![slots] } else { vm.collect(&slots)? };
    if !items.is_empty() && below.head.itemsize() != 0 {
        let base = vm.name_of_type(base);
        return Err(vm.type_error(format!("nonempty __slots__ not supported for subtype of '{base}'")));
    }
    let mut add = Additions { dict: false, weakref: false, members: Vec::new(), declared: true };
    for item in &items {
        let slot = identifier(vm, item)?;
        match slot.as_str() {
            "__dict__" if !may_dict || add.dict => {
                return Err(vm.type_error("__dict__ slot disallowed: we already got one"));
            }
            "__dict__" => add.dict = true,
            "__weakref__" if !may_weakref || add.weakref => {
                let twice =
                    (below.head.weaklist_offset() != 0 || add.weakref) && vm.heap.profile().wording.one_weakref_reason;
                let reason = if twice { "we already got one" } else { EITHER };
                return Err(vm.type_error(format!("__weakref__ slot disallowed: {reason}")));
            }
            "__weakref__" => add.weakref = true,
            _ => add.members.push(mangle(name, &slot)),
        }
    }
    for member in &add.members {
        // The two that the compiler puts there are taken out again: no class variables.
        if !matches!(member.as_str(), "__qualname__" | "__classcell__") && vm.dict_get_str(namespace, member).is_some()
        {
            let quoted = vm.repr_text(&vm.str(member))?;
            return Err(vm.value_error(format!("{quoted} in __slots__ conflicts with class variable")));
        }
    }
    add.members.sort();
    // Other bases may bring what the primary one lacks.
    for other in bases.iter().filter(|b| !b.is(base)).map(as_type) {
        add.dict |= may_dict && has_dict(other);
        add.weakref |= may_weakref && other.head.weaklist_offset() != 0;
    }
    Ok(add)
}

fn identifier(vm: &Vm, item: &ObjRef) -> PyResult<String> {
    if !vm.is_str(item) {
        let kind = vm.type_name(item);
        return Err(vm.type_error(format!("__slots__ items must be strings, not '{kind}'")));
    }
    let text = vm.lossy(item);
    if !is_identifier(&text) {
        return Err(vm.type_error("__slots__ must be identifiers"));
    }
    Ok(text)
}

fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| c == '_' || c.is_alphabetic()) && chars.all(|c| c == '_' || c.is_alphanumeric())
}

/// `__name` inside class `Class` is `_Class__name`.
pub fn mangle(class: &str, name: &str) -> String {
    let class = class.trim_start_matches('_');
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') || class.is_empty() {
        return name.to_owned();
    }
    format!("_{class}{name}")
}

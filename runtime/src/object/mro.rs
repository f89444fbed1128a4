//! Method resolution order: C3 linearisation.

use crate::error::{PyResult, Raised};
use crate::object::{FOREIGN_MRO, Type};
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{ObjRef, Tuple};

/// The MRO of a class, by `mro()` of its metaclass if that is another than `type`'s.
pub fn compute(vm: &Vm, ty: &ObjRef) -> PyResult<ObjRef> {
    let custom = !ty.ty_ref().is(&vm.types.type_);
    if custom {
        let mro_name = &vm.names.mro;
        let own = vm.type_lookup(ty.ty_ref(), mro_name);
        let standard = vm.type_lookup(&vm.types.type_, mro_name);
        if own != standard {
            as_type(ty).head.set_flags(FOREIGN_MRO);
            return ask_metaclass(vm, ty);
        }
    }
    Ok(vm.tuple(linearise(vm, ty)?))
}

fn ask_metaclass(vm: &Vm, ty: &ObjRef) -> PyResult<ObjRef> {
    let answer = vm.call_special(ty, &vm.names.mro, &[])?;
    let mro = vm.tuple(vm.collect(&answer)?);
    for class in mro.to::<Tuple>().items() {
        if !vm.is_type(class) {
            let kind = vm.type_name(class);
            return Err(vm.type_error(format!("mro() returned a non-class ('{kind}')")));
        }
        if !Type::derives_from(&solid_base(vm, ty), &solid_base(vm, class)) {
            let name = vm.name_of_type(class);
            return Err(vm.type_error(format!("mro() returned base with unsuitable layout ('{name}')")));
        }
    }
    Ok(mro)
}

/// The class, then its bases' MROs merged.
pub fn linearise(vm: &Vm, ty: &ObjRef) -> PyResult<Vec<ObjRef>> {
    let bases = as_type(ty).bases.get().unwrap_or_else(|| vm.empty_tuple.clone());
    let bases = bases.to::<Tuple>().items();
    let mut lists: Vec<Vec<ObjRef>> = Vec::with_capacity(bases.len() + 1);
    for base in bases {
        let Some(mro) = as_type(base).mro.get() else {
            let name = vm.name_of_type(base);
            return Err(vm.type_error(format!("Cannot extend an incomplete type '{name}'")));
        };
        lists.push(mro.to::<Tuple>().items().to_vec());
    }
    lists.push(bases.to_vec());
    no_duplicates(vm, bases)?;
    let mut result = vec![ty.clone()];
    merge(vm, lists, &mut result)?;
    Ok(result)
}

fn no_duplicates(vm: &Vm, bases: &[ObjRef]) -> PyResult<()> {
    for (i, base) in bases.iter().enumerate() {
        if bases[i + 1..].iter().any(|other| other.is(base)) {
            return Err(vm.type_error(format!("duplicate base class {}", vm.name_of_type(base))));
        }
    }
    Ok(())
}

fn merge(vm: &Vm, mut lists: Vec<Vec<ObjRef>>, result: &mut Vec<ObjRef>) -> PyResult<()> {
    lists.iter_mut().for_each(|list| list.reverse());
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(());
        }
        // A candidate must not stand behind the head of any list.
        let behind = |class: &ObjRef| lists.iter().any(|l| l[..l.len() - 1].iter().any(|c| c.is(class)));
        let next = lists.iter().map(|l| &l[l.len() - 1]).find(|class| !behind(class)).cloned();
        let Some(next) = next else { return Err(conflict(vm, &lists)) };
        for list in &mut lists {
            if list.last().is_some_and(|c| c.is(&next)) {
                list.pop();
            }
        }
        result.push(next);
    }
}

#[cold]
fn conflict(vm: &Vm, lists: &[Vec<ObjRef>]) -> Raised {
    let mut heads: Vec<&ObjRef> = Vec::new();
    for list in lists {
        let head = &list[list.len() - 1];
        if !heads.iter().any(|h| h.is(head)) {
            heads.push(head);
        }
    }
    let names: Vec<String> = heads.iter().map(|c| vm.name_of_type(c)).collect();
    let text = "Cannot create a consistent method resolution\norder (MRO) for bases";
    vm.type_error(format!("{text} {}", names.join(", ")))
}

/// The nearest base (or the class itself) that decides about the memory of instances.
pub fn solid_base(vm: &Vm, ty: &ObjRef) -> ObjRef {
    let below = match as_type(ty).base.get() {
        Some(base) => solid_base(vm, &base),
        None => return vm.types.object.clone(),
    };
    if adds_memory(as_type(ty), as_type(&below)) { ty.clone() } else { below }
}

/// Whether instances of `ty` have more than those of `base`, a dict and a weak list aside.
fn adds_memory(ty: &Type, base: &Type) -> bool {
    let (t, b) = (&ty.head, &base.head);
    if !std::ptr::eq(t.layout(), b.layout()) {
        return true;
    }
    let mut size = t.basicsize();
    if t.itemsize() != 0 || b.itemsize() != 0 {
        let tail_dict = t.dict_offset() < 0 && b.dict_offset() == 0;
        return size - if tail_dict { 8 } else { 0 } != b.basicsize() || t.itemsize() != b.itemsize();
    }
    if t.weaklist_offset() > 0 && b.weaklist_offset() == 0 && t.weaklist_offset() as usize + 8 == size {
        size -= 8;
    }
    if t.dict_offset() > 0 && b.dict_offset() == 0 && t.dict_offset() as usize + 8 == size {
        size -= 8;
    }
    size != b.basicsize()
}

/// The base whose instances' memory a class with these bases extends.
pub fn best_base(vm: &Vm, bases: &[ObjRef]) -> PyResult<ObjRef> {
    let mut best: Option<(ObjRef, ObjRef)> = None;
    for base in bases {
        if !vm.is_type(base) {
            return Err(vm.type_error("bases must be types"));
        }
        if !as_type(base).head.has(gc::TypeFlags::BASETYPE) {
            let name = vm.name_of_type(base);
            return Err(vm.type_error(format!("type '{name}' is not an acceptable base type")));
        }
        let solid = solid_base(vm, base);
        best = match best {
            None => Some((solid, base.clone())),
            Some((winner, chosen)) if Type::derives_from(&winner, &solid) => Some((winner, chosen)),
            Some((winner, _)) if Type::derives_from(&solid, &winner) => Some((solid, base.clone())),
            Some(_) => return Err(vm.type_error("multiple bases have instance lay-out conflict")),
        };
    }
    Ok(best.map_or_else(|| vm.types.object.clone(), |(_, base)| base))
}

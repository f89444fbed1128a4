//! Handlers: `match` statements.

use gc::{ObjRef, Tuple, TypeFlags};

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::instr::Instr;

pub fn sequence(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let found = f.rk(i.b).ty().has(TypeFlags::SEQUENCE);
    f.write(i.a, vm.bool(found));
    Ok(())
}

pub fn mapping(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let found = f.rk(i.b).ty().has(TypeFlags::MAPPING);
    f.write(i.a, vm.bool(found));
    Ok(())
}

pub fn len(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let len = vm.len(f.rk(i.b))?;
    f.write(i.a, vm.int(len as i64));
    Ok(())
}

/// The values of the keys, or None if one is missing.
pub fn keys(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let found = match_keys(vm, f.rk(i.b), f.rk(i.c).to::<Tuple>().items())?;
    f.consume(i.c);
    f.write(i.a, found.map_or_else(|| vm.none(), |values| vm.tuple(values)));
    Ok(())
}

fn match_keys(vm: &Vm, subject: &ObjRef, keys: &[ObjRef]) -> PyResult<Option<Vec<ObjRef>>> {
    if keys.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let get = vm.get_attr(subject, &vm.names.get)?;
    let seen = vm.set();
    let absent = vm.call(&vm.types.object, &[])?;
    let mut values = Vec::with_capacity(keys.len());
    for key in keys {
        if vm.set_contains(&seen, key)? {
            return Err(vm.value_error(format!("mapping pattern checks duplicate key ({})", vm.repr_text(key)?)));
        }
        vm.set_add(&seen, key)?;
        let value = vm.call(&get, &[key.clone(), absent.clone()])?;
        if value.is(&absent) {
            return Ok(None);
        }
        values.push(value);
    }
    Ok(Some(values))
}

/// The attributes of a class pattern, or None if the subject does not fit.
pub fn class(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let names = f.linked().constant(f.extra()).clone();
    let found = match_class(vm, f.rk(i.b), f.rk(i.c), i.d as usize, names.to::<Tuple>().items())?;
    f.consume(i.c);
    f.write(i.a, found.map_or_else(|| vm.none(), |values| vm.tuple(values)));
    Ok(())
}

fn match_class(
    vm: &Vm,
    subject: &ObjRef,
    class: &ObjRef,
    positional: usize,
    names: &[ObjRef],
) -> PyResult<Option<Vec<ObjRef>>> {
    if !vm.is_type(class) {
        return Err(vm.type_error("called match pattern must be a type"));
    }
    if !vm.is_instance(subject, class)? {
        return Ok(None);
    }
    let mut seen: Vec<ObjRef> = Vec::new();
    let mut values = Vec::new();
    if positional > 0 && !positional_attrs(vm, subject, class, positional, &mut seen, &mut values)? {
        return Ok(None);
    }
    for name in names {
        match one_attr(vm, subject, class, name, &mut seen)? {
            Some(value) => values.push(value),
            None => return Ok(None),
        }
    }
    Ok(Some(values))
}

fn positional_attrs(
    vm: &Vm,
    subject: &ObjRef,
    class: &ObjRef,
    count: usize,
    seen: &mut Vec<ObjRef>,
    values: &mut Vec<ObjRef>,
) -> PyResult<bool> {
    let shown = vm.name_of_type(class);
    let match_args = vm.get_attr_opt(class, &vm.names.__match_args__)?;
    let own = match &match_args {
        Some(names) if names.ty_ref().is(&vm.types.tuple) => names.to::<Tuple>().items().to_vec(),
        Some(other) => {
            let kind = vm.type_name(other);
            return Err(vm.type_error(format!("{shown}.__match_args__ must be a tuple (got {kind})")));
        }
        None => Vec::new(),
    };
    let whole = match_args.is_none() && vm.matches_itself(class);
    let allowed = if whole { 1 } else { own.len() };
    if count > allowed {
        let s = if allowed == 1 { "" } else { "s" };
        return Err(vm.type_error(format!("{shown}() accepts {allowed} positional sub-pattern{s} ({count} given)")));
    }
    if whole {
        values.push(subject.clone());
        return Ok(true);
    }
    for name in &own[..count] {
        if !name.ty_ref().is(&vm.types.str) {
            let kind = vm.type_name(name);
            return Err(vm.type_error(format!("__match_args__ elements must be strings (got {kind})")));
        }
        match one_attr(vm, subject, class, name, seen)? {
            Some(value) => values.push(value),
            None => return Ok(false),
        }
    }
    Ok(true)
}

fn one_attr(
    vm: &Vm,
    subject: &ObjRef,
    class: &ObjRef,
    name: &ObjRef,
    seen: &mut Vec<ObjRef>,
) -> PyResult<Option<ObjRef>> {
    if seen.iter().any(|s| vm.same_str(s, name)) {
        let (class, name) = (vm.name_of_type(class), vm.repr_text(name)?);
        return Err(vm.type_error(format!("{class}() got multiple sub-patterns for attribute {name}")));
    }
    seen.push(name.clone());
    vm.get_attr_opt(subject, name)
}

impl Vm {
    /// Builtin classes whose single positional pattern is the subject itself.
    fn matches_itself(&self, class: &ObjRef) -> bool {
        let t = &self.types;
        let builtin = [
            &t.bool_,
            &t.bytearray,
            &t.bytes,
            &t.dict,
            &t.float,
            &t.frozenset,
            &t.int,
            &t.list,
            &t.set,
            &t.str,
            &t.tuple,
        ];
        builtin.iter().any(|ty| self.is_subtype(class, ty))
    }
}

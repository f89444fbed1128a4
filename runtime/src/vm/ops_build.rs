//! Handlers: building containers, strings, slices and functions.

use gc::{Dict, Exact, List, NoMemory, ObjRef, Set, Tuple};

use crate::error::{Exc, PyResult};
use crate::vm::Vm;
use crate::vm::code_object::CodeObject;
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::Frame;
use crate::vm::instr::Instr;

#[inline(always)]
pub fn tuple(cpu: &mut Cpu, i: Site) -> Step {
    let f = cpu.frame();
    match cpu.vm.tuple_from(f.take_range(i.b(), i.uc())) {
        Ok(value) => cpu.write(i.a(), value),
        Err(raised) => return Step::Raise(raised),
    }
    Step::Next
}

#[inline(always)]
pub fn list(cpu: &mut Cpu, i: Site) -> Step {
    let f = cpu.frame();
    cpu.write(i.a(), cpu.vm.list(f.take_range(i.b(), i.uc()).collect()));
    Step::Next
}

/// Appends to the list of a comprehension or display.
#[inline(always)]
pub fn list_append(cpu: &mut Cpu, i: Site) -> Step {
    let value = cpu.take(i.b());
    let list = cpu.live(i.a()).to::<List>();
    match list.push(&cpu.vm.heap, value) {
        Ok(()) => Step::Next,
        Err(NoMemory) => Step::Raise(cpu.vm.memory_error()),
    }
}

pub fn slice(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let mut parts = f.take_range(i.b, i.d as usize);
    let (start, stop) = (parts.next(), parts.next());
    let step = parts.next();
    let or_none = |part: Option<ObjRef>| part.unwrap_or_else(|| vm.none());
    f.write(i.a, vm.slice(or_none(start), or_none(stop), or_none(step)));
    Ok(())
}

pub fn set(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let set = vm.set();
    for n in 0..i.uc() {
        let item = f.take_reg(i.b + n as i16);
        vm.set_add(&set, &item)?;
    }
    f.write(i.a, set.into_obj());
    Ok(())
}

pub fn dict(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let n = i.uc();
    let dict = vm.dict_sized(n)?;
    let items = f.slice(i.b, 2 * n);
    for pair in items.chunks_exact(2) {
        vm.dict_set(&dict, &pair[0], &pair[1])?;
    }
    f.drop_range(i.b, 2 * n);
    f.write(i.a, dict.into_obj());
    Ok(())
}

pub fn const_key_dict(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let n = i.uc();
    let keys = f.linked().constant(f.extra()).clone();
    let dict = vm.dict_sized(n)?;
    for (key, value) in keys.to::<Tuple>().items().iter().zip(f.slice(i.b, n)) {
        vm.dict_set(&dict, key, value)?;
    }
    f.drop_range(i.b, n);
    f.write(i.a, dict.into_obj());
    Ok(())
}

pub fn string(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let value = vm.join_strs(f.slice(i.b, i.uc()))?;
    f.drop_range(i.b, i.uc());
    f.write(i.a, value);
    Ok(())
}

/// `{b!d:c}` of an f-string.
pub fn format_value(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let convert = |way: fn(&Vm, &ObjRef) -> PyResult| {
        let _held = f.hold(i.b);
        way(vm, f.rk(i.b))
    };
    let converted = match i.d & 3 {
        1 => convert(Vm::str_of)?,
        2 => convert(Vm::repr)?,
        3 => convert(Vm::ascii)?,
        _ => f.take(i.b),
    };
    let has_spec = i.d & 16 != 0;
    let text = if has_spec {
        vm.format(&converted, f.rk(i.c))?
    } else if converted.ty().exact() == Exact::Str {
        converted
    } else if converted.ty_ref().is(&vm.types.int) {
        crate::builtins::int::text::repr(vm, &converted)?
    } else {
        vm.format(&converted, &vm.empty_str)?
    };
    f.consume(i.b);
    if has_spec {
        f.consume(i.c);
    }
    f.write(i.a, text);
    Ok(())
}

pub fn list_extend(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let source = f.rk(i.b);
    let list = f.rk(i.a).to::<List>();
    if let (true, false, Some(constants)) = (i.b < 0, list.has_buffer(), source.payload::<Tuple>()) {
        // A display of constants, compiled to one constant tuple.
        let presize = vm.profile().objects.list.from_constants;
        vm.or_memory_error(list.presize(vm, constants.len(), presize))?;
    }
    if let Err(raised) = vm.list_extend(list, source) {
        if raised.matches(vm, Exc::TypeError) && vm.is_not_iterable(source) {
            let kind = vm.type_name(source);
            return Err(vm.type_error(format!("Value after * must be an iterable, not {kind}")));
        }
        return Err(raised);
    }
    f.consume(i.b);
    Ok(())
}

pub fn list_to_tuple(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let list = f.take(i.b);
    let items = list.to::<List>();
    let tuple = vm.tuple((0..items.len()).filter_map(|n| items.get(n)).collect::<Vec<_>>());
    drop(list);
    f.write(i.a, tuple);
    Ok(())
}

pub fn set_add(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    // A `__hash__` written in Python sees the place on CPython's stack counted.
    let _held = f.rk(i.b).ty().is_heap_type().then(|| f.hold(i.b));
    vm.set_add(f.rk(i.a).to::<Set>(), f.rk(i.b))?;
    f.consume(i.b);
    Ok(())
}

pub fn set_update(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let set = f.rk(i.a).to::<Set>();
    match f.rk(i.b).payload::<Set>() {
        // A display of constants in a release that adds them one by one.
        Some(constants) if i.b < 0 && !vm.profile().objects.set_literal_copies => {
            constants.items().iter().try_for_each(|item| vm.set_add(set, item).map(drop))?;
        }
        _ => vm.set_update(set, f.rk(i.b))?,
    }
    f.consume(i.b);
    Ok(())
}

pub fn map_add(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    vm.dict_set(f.rk(i.a).to::<Dict>(), f.rk(i.b), f.rk(i.c))?;
    f.consume(i.b);
    f.consume(i.c);
    Ok(())
}

pub fn dict_update(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let source = f.rk(i.b);
    if let Err(raised) = vm.dict_update_from(f.rk(i.a).to::<Dict>(), source) {
        if raised.matches(vm, Exc::AttributeError) {
            return Err(vm.type_error(format!("'{}' object is not a mapping", vm.type_name(source))));
        }
        return Err(raised);
    }
    f.consume(i.b);
    Ok(())
}

/// `f(**a, **b)`: keys must be new.
pub fn dict_merge(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let (target, source, callee) = (f.rk(i.a).to::<Dict>(), f.rk(i.b), f.rk(i.c));
    vm.merge_keywords(target, source, callee)?;
    f.consume(i.b);
    Ok(())
}

/// Makes the function of a `def` or `lambda`.
pub fn function(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let code = f.linked().constant(i.ub());
    let Some(code) = code.cast_ref::<CodeObject>() else {
        return Err(vm.system_error("a function needs a code object"));
    };
    let function = vm.function(code.clone(), f.globals().as_obj())?;
    let mut parts = f.take_range(i.c, i.d.count_ones() as usize);
    let slots = [&function.defaults, &function.kwdefaults, &function.annotations, &function.closure];
    for (bit, slot) in slots.into_iter().enumerate() {
        if i.d & (1 << bit) != 0 {
            slot.set(parts.next());
        }
    }
    drop(parts);
    f.write(i.a, function.into_obj());
    Ok(())
}

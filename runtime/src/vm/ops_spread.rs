//! Handlers: `f(*args, **keywords)`.

use gc::{Dict, Exact, ObjRef, Tuple};
use smallvec::SmallVec;

use crate::error::{Exc, PyResult, Raised};
use crate::native::Args;
use crate::vm::Vm;
use crate::vm::call::{self, Entry};
use crate::vm::cpu::Step;
use crate::vm::frame::{Frame, Kind};
use crate::vm::held::{self, Keeping};
use crate::vm::instr::Instr;
use crate::vm::ops_jump::entered;

/// `b(*b[1], **b[2])`; the dict is there if `d` says so.
pub fn call_ex(vm: &Vm, f: &Frame, i: Instr) -> Step {
    match prepare(vm, f, i).and_then(|names| call(vm, f, i, &names)) {
        Ok(step) => step,
        Err(raised) => Step::Raise(raised),
    }
}

/// The registers that callee and arguments take.
fn used(i: Instr) -> usize {
    2 + i.d as usize
}

/// Makes the positional arguments a tuple, as CPython does; the names of the others.
fn prepare(vm: &Vm, f: &Frame, i: Instr) -> PyResult<Vec<ObjRef>> {
    let (callee, source) = (f.rk(i.b), f.rk(i.b + 1));
    if !source.has::<Tuple>() {
        let items = vm.collect(source).map_err(|raised| star_error(vm, callee, source, raised))?;
        drop(f.clear(i.b + 1));
        f.write(i.b + 1, vm.tuple(items));
    }
    let mut names = Vec::new();
    if i.d == 1 && f.rk(i.b + 2).ty().exact() != Exact::Dict {
        // A mapping that no code has made a dict of.
        let dict = vm.dict();
        vm.merge_keywords(&dict, f.rk(i.b + 2), callee)?;
        drop(f.clear(i.b + 2));
        f.write(i.b + 2, dict.into_obj());
    }
    if i.d == 1 {
        let keywords = f.rk(i.b + 2).to::<Dict>();
        for n in 0..keywords.entries_len() {
            let Some((key, _)) = keywords.entry(n) else { continue };
            if !vm.is_str(&key) {
                return Err(vm.type_error("keywords must be strings"));
            }
            names.push(key);
        }
    }
    Ok(names)
}

fn star_error(vm: &Vm, callee: &ObjRef, source: &ObjRef, raised: Raised) -> Raised {
    if !raised.matches(vm, Exc::TypeError) || !vm.is_not_iterable(source) {
        return raised;
    }
    let kind = vm.type_name(source);
    match vm.function_str(callee) {
        Ok(name) => vm.type_error(format!("{name} argument after * must be an iterable, not {kind}")),
        Err(raised) => raised,
    }
}

/// All arguments, named ones last.
fn given<'f>(f: &'f Frame, i: Instr) -> impl Iterator<Item = ObjRef> + 'f {
    let keywords = (i.d == 1).then(|| f.rk(i.b + 2).to::<Dict>());
    let named = keywords.into_iter().flat_map(|dict| (0..dict.entries_len()).filter_map(|n| dict.entry(n)));
    f.rk(i.b + 1).to::<Tuple>().items().iter().cloned().chain(named.map(|(_, value)| value))
}

fn call(vm: &Vm, f: &Frame, i: Instr, names: &[ObjRef]) -> PyResult<Step> {
    match f.rk(i.b).ty().exact() {
        Exact::Function => return Ok(function(vm, f, i, names)),
        Exact::Method => {
            let (target, this) = crate::vm::method::parts(f.rk(i.b));
            if target.ty().exact() == Exact::Function {
                return Ok(method(vm, f, i, names, target, this));
            }
        }
        Exact::Type => {
            if let Some(init) = vm.plain_init(f.rk(i.b)) {
                return instance(vm, f, i, names, init);
            }
        }
        _ => {}
    }
    // Native code borrows the items of the tuple; with names they are copied, as in CPython.
    let (callee, tuple) = (f.rk(i.b), Some(f.rk(i.b + 1)));
    let value = if names.is_empty() {
        vm.call_args(callee, Args::positional_only(f.rk(i.b + 1).to::<Tuple>().items()).within(tuple))
    } else {
        let values: SmallVec<[ObjRef; 8]> = given(f, i).collect();
        vm.call_args(callee, Args::new(&values, names).within(tuple))
    };
    let value = value?;
    f.drop_range(i.b, used(i));
    f.write(i.a, value);
    Ok(crate::vm::ops_call::after_native(vm))
}

fn function(vm: &Vm, f: &Frame, i: Instr, names: &[ObjRef]) -> Step {
    if !vm.heap.profile().counts.spread_is_kept {
        return enter_spread(vm, f, i, names);
    }
    let callee = f.take_reg(i.b);
    let items = f.rk(i.b + 1).to::<Tuple>().items();
    let keeping = Keeping::new(i.b + 1, used(i) - 1, items.len() + names.len(), names);
    if names.is_empty() {
        return held::enter(vm, f, callee, keeping, items.iter().cloned());
    }
    enter_copied(vm, f, i, callee, None, keeping)
}

/// Enters a function with `first` in front of the arguments. With names everything is once more in an array, of the
/// first ones the instance alone.
fn enter_copied(vm: &Vm, f: &Frame, i: Instr, callee: ObjRef, first: Option<ObjRef>, call: Keeping<'_>) -> Step {
    if call.names.is_empty() {
        return held::enter(vm, f, callee, call, first.into_iter().chain(given(f, i)));
    }
    let instance = call.instance.clone();
    let arguments = call.count - usize::from(first.is_some());
    let copies = arguments + usize::from(instance.is_some());
    let values = instance.into_iter().chain(given(f, i)).chain(first).chain(given(f, i));
    held::enter(vm, f, callee, Keeping { copies, ..call }, values)
}

/// The callee's window stands where the callee was. What was spread goes when the callee has its own.
fn enter_spread(vm: &Vm, f: &Frame, i: Instr, names: &[ObjRef]) -> Step {
    let (function, positional) = (f.take_reg(i.b), f.take_reg(i.b + 1));
    let keywords = (i.d == 1).then(|| f.take_reg(i.b + 2));
    let (window, items) = (f.reg(i.b), positional.to::<Tuple>().items());
    let count = items.len() + names.len();
    if !vm.run.has_room(window, count) {
        return Step::Raise(vm.too_deep(""));
    }
    let named = keywords.as_ref().map(|keywords| keywords.to::<Dict>());
    let values = named.iter().flat_map(|dict| (0..dict.entries_len()).filter_map(|n| dict.entry(n)));
    let values = items.iter().cloned().chain(values.map(|(_, value)| value));
    for (x, value) in values.take(count).enumerate() {
        // SAFETY: M1 by `has_room`, M4: what the instruction used is taken, and what lies above is empty.
        unsafe { window.add(x).write(Some(value)) };
    }
    match call::enter(vm, Entry { function, window, count, names, kind: Kind::Value, held: None }) {
        Ok(()) => {
            drop((positional, keywords));
            entered(vm, Step::Switch)
        }
        Err(raised) => Step::Raise(raised),
    }
}

/// How many arguments there are.
fn count(f: &Frame, i: Instr, names: &[ObjRef]) -> usize {
    f.rk(i.b + 1).to::<Tuple>().len() + names.len()
}

/// A method object stays, and so does what it was given, in all releases.
fn method(vm: &Vm, f: &Frame, i: Instr, names: &[ObjRef], target: ObjRef, this: ObjRef) -> Step {
    enter_copied(vm, f, i, target, Some(this), Keeping::new(i.b, used(i), count(f, i, names) + 1, names))
}

/// A plain class: its `__init__` gets the tuple and the dict as they are.
fn instance(vm: &Vm, f: &Frame, i: Instr, names: &[ObjRef], init: ObjRef) -> PyResult<Step> {
    let instance = vm.new_instance(f.rk(i.b))?;
    let keeping =
        Keeping { instance: Some(instance.clone()), ..Keeping::new(i.b, used(i), count(f, i, names) + 1, names) };
    Ok(enter_copied(vm, f, i, init, Some(instance), keeping))
}

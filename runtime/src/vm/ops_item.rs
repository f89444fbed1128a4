//! Handlers: subscripts and unpacking.

use gc::{Dict, Exact, List, ObjRef, Ref, Tuple};
use smallvec::SmallVec;

use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use crate::vm::arith::one_digit;
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::Frame;
use crate::vm::instr::{Form, Instr, XOp};
use crate::vm::ops_special;

#[inline(always)]
fn list(obj: &ObjRef) -> Option<&Ref<List>> {
    // SAFETY: I1 of gc, the exact type list has this payload.
    (obj.ty().exact() == Exact::List).then(|| unsafe { obj.cast_unchecked() })
}

#[inline(always)]
fn tuple(obj: &ObjRef) -> Option<&Ref<Tuple>> {
    // SAFETY: I1 of gc, the exact type tuple has this payload.
    (obj.ty().exact() == Exact::Tuple).then(|| unsafe { obj.cast_unchecked() })
}

#[inline(always)]
fn dict(obj: &ObjRef) -> Option<&Ref<Dict>> {
    // SAFETY: I1 of gc, the exact type dict has this payload.
    (obj.ty().exact() == Exact::Dict).then(|| unsafe { obj.cast_unchecked() })
}

/// The index of an item, negative ones counted from the end.
#[inline(always)]
fn place(index: &ObjRef, len: usize) -> Option<usize> {
    let at = one_digit(index)?;
    let at = if at < 0 { at + len as i64 } else { at } as usize;
    (at < len).then_some(at)
}

#[inline(always)]
fn done(cpu: &Cpu, i: Site, value: ObjRef) -> Step {
    cpu.consume(i.b());
    cpu.consume(i.c());
    cpu.write(i.a(), value);
    Step::Next
}

#[inline(always)]
pub fn get_item_list(cpu: &mut Cpu, i: Site) -> Step {
    if let Some(list) = list(cpu.rk(i.b()))
        && let Some(value) = place(cpu.rk(i.c()), list.len()).and_then(|at| list.get(at))
    {
        return done(cpu, i, value);
    }
    get_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn get_item_tuple(cpu: &mut Cpu, i: Site) -> Step {
    if let Some(tuple) = tuple(cpu.rk(i.b()))
        && let Some(at) = place(cpu.rk(i.c()), tuple.len())
    {
        let value = tuple.items()[at].clone();
        return done(cpu, i, value);
    }
    get_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn get_item_dict(cpu: &mut Cpu, i: Site) -> Step {
    if let Some(dict) = dict(cpu.rk(i.b()))
        && let Ok(Some(value)) = cpu.vm.dict_get(dict, cpu.rk(i.c()))
    {
        return done(cpu, i, value);
    }
    get_missed(cpu.vm, cpu.frame(), i.get()).into()
}

/// An index out of range keeps the form, another type does not.
#[cold]
pub(super) fn get_missed(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if choose_get(f.rk(i.b), f.rk(i.c)).is_none_or(|form| form != f.op()) {
        f.despecialise();
    }
    general_get(vm, f, i)
}

fn choose_get(container: &ObjRef, key: &ObjRef) -> Option<XOp> {
    match (container.ty().exact(), key.ty().exact()) {
        (Exact::List, Exact::Int) => Some(XOp::GetItemList),
        (Exact::Tuple, Exact::Int) => Some(XOp::GetItemTuple),
        (Exact::Dict, _) => Some(XOp::GetItemDict),
        _ => None,
    }
}

/// `a[b]` of anything.
pub fn get_item(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        let form = choose_get(f.rk(i.b), f.rk(i.c)).map(Form::plain);
        f.specialise(form.or_else(|| ops_special::choose_get_item(vm, f, i)));
    }
    general_get(vm, f, i)
}

fn general_get(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let _held = (f.hold(i.b), f.hold(i.c));
    let value = vm.get_item(f.rk(i.b), f.rk(i.c))?;
    f.consume(i.b);
    f.consume(i.c);
    f.write(i.a, value);
    Ok(())
}

#[inline(always)]
pub fn set_item_list(cpu: &mut Cpu, i: Site) -> Step {
    if let Some(list) = list(cpu.rk(i.a()))
        && let Some(at) = place(cpu.rk(i.b()), list.len())
    {
        let old = list.set(at, cpu.take(i.c()));
        drop(old);
        cpu.consume(i.a());
        cpu.consume(i.b());
        return Step::Next;
    }
    set_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[inline(always)]
pub fn set_item_dict(cpu: &mut Cpu, i: Site) -> Step {
    if let Some(dict) = dict(cpu.rk(i.a())) {
        return match cpu.vm.dict_set(dict, cpu.rk(i.b()), cpu.rk(i.c())) {
            Ok(()) => {
                cpu.consume(i.c());
                cpu.consume(i.a());
                cpu.consume(i.b());
                Step::Next
            }
            Err(raised) => Step::Raise(raised),
        };
    }
    set_missed(cpu.vm, cpu.frame(), i.get()).into()
}

#[cold]
pub(super) fn set_missed(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if choose_set(f.rk(i.a), f.rk(i.b)).is_none_or(|form| form != f.op()) {
        f.despecialise();
    }
    general_set(vm, f, i)
}

fn choose_set(container: &ObjRef, key: &ObjRef) -> Option<XOp> {
    match (container.ty().exact(), key.ty().exact()) {
        (Exact::List, Exact::Int) => Some(XOp::SetItemList),
        (Exact::Dict, _) => Some(XOp::SetItemDict),
        _ => None,
    }
}

/// `a[b] = c` of anything.
pub fn set_item(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    if f.cache().tick() {
        let form = choose_set(f.rk(i.a), f.rk(i.b)).map(Form::plain);
        f.specialise(form.or_else(|| ops_special::choose_set_item(vm, f, i)));
    }
    general_set(vm, f, i)
}

fn general_set(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let _held = (f.hold(i.c), f.hold(i.a), f.hold(i.b));
    vm.set_item(f.rk(i.a), f.rk(i.b), f.rk(i.c))?;
    f.consume(i.c);
    f.consume(i.a);
    f.consume(i.b);
    Ok(())
}

pub fn delete(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let _held = (f.hold(i.a), f.hold(i.b));
    vm.del_item(f.rk(i.a), f.rk(i.b))?;
    f.consume(i.a);
    f.consume(i.b);
    Ok(())
}

/// Writes items to the locals from `a` on: all of them are taken out, and their container is gone, before the first old
/// value dies.
#[inline(always)]
fn fill<const N: usize>(cpu: &Cpu, i: Site, source: ObjRef, items: [ObjRef; N]) -> Step {
    drop(source);
    for (n, item) in items.into_iter().enumerate() {
        cpu.write(i.a() + n as i16, item);
    }
    Step::Next
}

#[inline(always)]
pub fn unpack_tuple(cpu: &mut Cpu, i: Site) -> Step {
    let source = cpu.take(i.b());
    match tuple(&source) {
        Some(tuple) if tuple.len() == i.uc() && i.a() < cpu.ft => match tuple.items() {
            [x, y] => {
                let items = [x.clone(), y.clone()];
                fill(cpu, i, source, items)
            }
            [x, y, z] => {
                let items = [x.clone(), y.clone(), z.clone()];
                fill(cpu, i, source, items)
            }
            _ => unpack_missed(cpu.vm, cpu.frame(), i.get(), source).into(),
        },
        Some(tuple) if tuple.len() == i.uc() => {
            for (n, item) in tuple.items().iter().enumerate() {
                cpu.write(i.a() + n as i16, item.clone());
            }
            Step::Next
        }
        _ => unpack_missed(cpu.vm, cpu.frame(), i.get(), source).into(),
    }
}

#[inline(always)]
pub fn unpack_list(cpu: &mut Cpu, i: Site) -> Step {
    let source = cpu.take(i.b());
    match list(&source) {
        Some(list) if list.len() == i.uc() && i.a() < cpu.ft => match (list.get(0), list.get(1), list.get(2)) {
            (Some(x), Some(y), None) => fill(cpu, i, source, [x, y]),
            (Some(x), Some(y), Some(z)) => fill(cpu, i, source, [x, y, z]),
            _ => unpack_missed(cpu.vm, cpu.frame(), i.get(), source).into(),
        },
        Some(list) if list.len() == i.uc() => {
            for n in 0..list.len() {
                if let Some(item) = list.get(n) {
                    cpu.write(i.a() + n as i16, item);
                }
            }
            Step::Next
        }
        _ => unpack_missed(cpu.vm, cpu.frame(), i.get(), source).into(),
    }
}

#[cold]
fn unpack_missed(vm: &Vm, f: &Frame, i: Instr, source: ObjRef) -> PyResult<()> {
    f.despecialise();
    general_unpack(vm, f, i, source)
}

/// `a, b = source`.
pub fn unpack(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let source = f.take(i.b);
    if f.cache().tick() {
        let form = match source.ty().exact() {
            Exact::Tuple => Some(XOp::UnpackTuple),
            Exact::List => Some(XOp::UnpackList),
            _ => None,
        };
        f.specialise(form.map(Form::plain));
    }
    general_unpack(vm, f, i, source)
}

fn general_unpack(vm: &Vm, f: &Frame, i: Instr, source: ObjRef) -> PyResult<()> {
    let wanted = i.uc();
    let items = match sized_items(&source) {
        Some(items) if items.len() == wanted => items,
        Some(items) if items.len() > wanted => return Err(too_many(vm, wanted)),
        Some(items) => return Err(too_few(vm, "", wanted, items.len())),
        None => iterate(vm, &source, wanted)?,
    };
    drop(source);
    for (n, item) in items.into_iter().enumerate() {
        f.write(i.a + n as i16, item);
    }
    Ok(())
}

fn sized_items(source: &ObjRef) -> Option<Vec<ObjRef>> {
    if let Some(tuple) = tuple(source) {
        return Some(tuple.items().to_vec());
    }
    list(source).map(|list| (0..list.len()).filter_map(|n| list.get(n)).collect())
}

fn unpack_iter(vm: &Vm, source: &ObjRef) -> PyResult {
    vm.iter(source).map_err(|raised| {
        let plain = vm.is_not_iterable(source);
        if plain && raised.matches(vm, Exc::TypeError) {
            vm.type_error(format!("cannot unpack non-iterable {} object", vm.type_name(source)))
        } else {
            raised
        }
    })
}

/// Exactly `wanted` items; asks for one more to see that there is none.
fn iterate(vm: &Vm, source: &ObjRef, wanted: usize) -> PyResult<Vec<ObjRef>> {
    let iterator = unpack_iter(vm, source)?;
    let mut items = Vec::with_capacity(wanted);
    while items.len() < wanted {
        match vm.next(&iterator)? {
            Some(item) => items.push(item),
            None => return Err(too_few(vm, "", wanted, items.len())),
        }
    }
    match vm.next(&iterator)? {
        None => Ok(items),
        Some(_) => Err(too_many(vm, wanted)),
    }
}

#[cold]
fn too_many(vm: &Vm, wanted: usize) -> Raised {
    vm.value_error(format!("too many values to unpack (expected {wanted})"))
}

#[cold]
fn too_few(vm: &Vm, at_least: &str, wanted: usize, got: usize) -> Raised {
    vm.value_error(format!("not enough values to unpack (expected {at_least}{wanted}, got {got})"))
}

/// `a, *b, c = source`
pub fn unpack_ex(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let source = f.take(i.b);
    let (before, after) = (i.uc(), i.d as usize);
    let iterator = unpack_iter(vm, &source)?;
    let mut items: SmallVec<[ObjRef; 8]> = SmallVec::new();
    while items.len() < before {
        match vm.next(&iterator)? {
            Some(item) => items.push(item),
            None => return Err(too_few(vm, "at least ", before + after, items.len())),
        }
    }
    let rest = crate::builtins::list::from_iterable(vm, &iterator)?;
    let list = rest.to::<List>();
    if list.len() < after {
        return Err(too_few(vm, "at least ", before + after, before + list.len()));
    }
    let tail = list.cut_tail(after);
    items.push(rest);
    items.extend(tail);
    drop(source);
    for (n, item) in items.into_iter().enumerate() {
        f.write(i.a + n as i16, item);
    }
    Ok(())
}

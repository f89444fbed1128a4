//! How the frame of a generator's body comes and goes: its registers lie in the object while it rests, in the register
//! file while it runs.

use std::cell::Cell;

use gc::Ref;

use crate::error::PyResult;
use crate::vm::Vm;
use crate::vm::frame::{Frame, Kind, Reg};
use crate::vm::frame_object;
use crate::vm::function::Function;
use crate::vm::generator_layout::{Generator, Rest, Status};

/// An upper bound of the registers that live across the yield: what lies below the operands of
/// the Yield (and its sub-iterator), or all of them where the operands do not tell.
pub(crate) fn live_across(source: &frontend::code::Code, i: &frontend::op::Instr) -> usize {
    let first = source.first_temp();
    let bound = match (i.d, i.a.max(i.b)) {
        (1, _) => i.c + 1,
        (_, top) if top >= first => top,
        _ => source.registers() as i16,
    };
    bound.max(first) as usize
}

/// What the `d` of an executable Yield says of the value that is sent in.
pub(super) mod sent {
    /// It is for the body that this one waits for (`yield from`, `await`).
    pub(in crate::vm) const DELEGATED: u8 = 1;
    /// The next instruction drops it.
    pub(in crate::vm) const DROPPED: u8 = 2;
}

/// Moves the first `count` registers of the frame's window into the generator.
#[inline(always)]
pub(super) fn save(generator: &Ref<Generator>, f: &Frame, count: usize) {
    let rest = generator.live_rest();
    debug_assert!(count <= rest.room as usize);
    rest.saved.set(count as u32);
    // SAFETY: M1: registers of the window.
    unsafe { move_words(f.window, rest.registers(), &rest.saved) };
}

/// Pushes the frame of a suspended generator that goes on now.
#[inline(always)]
pub(crate) fn push(vm: &Vm, generator: &Ref<Generator>, kind: Kind) -> PyResult<()> {
    push_behind(vm, vm.run.free_window(), generator, kind)
}

/// Pushes the frame of a suspended generator that goes on now, its window at a place.
#[inline(always)]
pub(super) fn push_behind(vm: &Vm, window: *mut Reg, generator: &Ref<Generator>, kind: Kind) -> PyResult<()> {
    push_frame(vm, window, generator, kind)?;
    if generator.handled.is_some() {
        generator.handling.set(true);
        vm.run.push_handled(generator.handled.take());
    }
    Ok(())
}

/// Pushes the frame of a suspended generator, its window at a place.
#[inline(always)]
pub(super) fn push_frame(vm: &Vm, window: *mut Reg, generator: &Ref<Generator>, kind: Kind) -> PyResult<()> {
    // SAFETY: M5, the generator owns its code.
    let linked = unsafe { &*std::ptr::from_ref(&*generator.code().linked) };
    if !vm.run.has_room(window, linked.registers as usize) {
        return Err(vm.too_deep(""));
    }
    let Some(function) = generator.function.take() else {
        return Err(vm.system_error("a generator without a function"));
    };
    let rest = generator.live_rest();
    // SAFETY: M1 by `has_room`, G1: the registers move.
    unsafe { move_words(rest.registers(), window, &rest.saved) };
    rest.saved.set(0);
    generator.status.set(Status::Running);
    // SAFETY: I2 of gc, nothing is stored into the slot meanwhile.
    let scopes = match unsafe { rest.builtins.as_ref() } {
        Some(builtins) => [function.as_raw(), builtins.as_raw()],
        // SAFETY: M5, the slot holds the function that the body belongs to.
        None => unsafe { function.cast_unchecked::<Function>() }.scopes_raw(),
    };
    vm.run.push_at(rest.pc.get(), window, linked, function, scopes, kind);
    let frame = vm.run.top();
    frame.rare.set(true);
    frame.generator.set(Some(generator.as_obj().as_raw()));
    if rest.namespace.is_some() || rest.frame_object.is_some() {
        give_unusual(rest, frame);
    }
    Ok(())
}

#[inline(never)]
fn give_unusual(rest: &Rest, frame: &Frame) {
    frame.namespace.set(rest.namespace.take());
    if let Some(object) = rest.frame_object.take() {
        frame_object::attach(&object, frame);
        frame.object.set(object);
    }
}

/// Moves a few registers. `count` is read each time: what the optimizer makes of a loop that it
/// can count (unrolled, vectorised) is slower for the three or four registers of most generators.
#[inline(always)]
unsafe fn move_words(from: *mut Reg, to: *mut Reg, count: &Cell<u32>) {
    let mut n = 0;
    while n < count.get() as usize {
        // SAFETY: by the caller.
        unsafe { to.add(n).write((*from.add(n)).take()) };
        n += 1;
    }
}

/// Takes the frame on top, which runs a generator, back into the generator object.
#[inline(always)]
pub(super) fn suspend(vm: &Vm, f: &Frame) {
    debug_assert!(f.generator.get().is_some());
    // SAFETY: M5, only the body of a generator yields.
    let raw = unsafe { f.generator.get().unwrap_unchecked() };
    // SAFETY: G2; the handle is not counted and not dropped.
    let generator = unsafe { &*(&raw const raw).cast::<Ref<Generator>>() };
    generator.live_rest().pc.set(f.pc.get());
    save(generator, f, f.cache().index as usize);
    generator.status.set(Status::Suspended);
    if generator.handling.replace(false) {
        generator.handled.set(vm.run.pop_handled());
    }
    if f.namespace.is_some() || f.object.is_some() {
        take_unusual(generator, f);
    }
    // It was taken when the frame was pushed: nothing is dropped.
    std::mem::forget(generator.function.replace(vm.run.pop()));
}

#[inline(never)]
fn take_unusual(generator: &Ref<Generator>, f: &Frame) {
    let rest = generator.live_rest();
    rest.namespace.set(f.namespace.take());
    if let Some(object) = f.object.take() {
        frame_object::rest(&object, generator);
        rest.frame_object.set(object);
    }
}

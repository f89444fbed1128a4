//! Handlers: iteration and generators.

use gc::{Exact, List, ObjRef, Ref, Tuple};

use crate::builtins::iterators::range_iter::RangeIter;
use crate::builtins::iterators::sequence_iter::SequenceIter;
use crate::error::PyResult;
use crate::object::type_of;
use crate::vm::Vm;
use crate::vm::cpu::{Cpu, Site, Step};
use crate::vm::frame::{Frame, Kind};
use crate::vm::generator::{self, Flavor, Generator, Resumed, Status};
use crate::vm::generator_frame::{self, sent};
use crate::vm::instr::{Form, Instr, XOp};
use crate::vm::ops_arith::{is_plain_digit, write_number};
use crate::vm::ops_call::leave_with;
use crate::vm::ops_jump::entered;
use crate::vm::ops_special;
use frontend::code::flags;

#[inline(always)]
pub fn get_iter(cpu: &mut Cpu, i: Site) -> Step {
    let _held = cpu.frame().hold(i.b());
    match cpu.vm.iter(cpu.rk(i.b())) {
        Ok(iterator) => {
            cpu.consume(i.b());
            cpu.write(i.a(), iterator);
            Step::Next
        }
        Err(raised) => Step::Raise(raised),
    }
}

/// The iterator has no more items: drops it and jumps behind the loop.
#[inline(always)]
fn exhausted(cpu: &mut Cpu, i: Site) -> Step {
    drop(cpu.clear(i.b()));
    cpu.jump_by(i.c());
    Step::Jump
}

#[inline(always)]
pub fn for_iter(cpu: &mut Cpu, i: Site) -> Step {
    match next(cpu.vm, cpu.frame(), i.get()) {
        Ok(Some(value)) => {
            cpu.write(i.a(), value);
            Step::Next
        }
        Ok(None) => exhausted(cpu, i),
        Err(raised) => Step::Raise(raised),
    }
}

#[inline(never)]
pub(super) fn next(vm: &Vm, f: &Frame, i: Instr) -> PyResult<Option<ObjRef>> {
    let iterator = f.rk(i.b);
    if f.cache().tick() {
        let form = choose(iterator).map(Form::plain).or_else(|| ops_special::choose_next(vm, iterator));
        f.specialise(form.or_else(|| is_native(iterator).then(|| Form::plain(XOp::ForIterNative))));
    }
    vm.next(iterator)
}

fn choose(iterator: &ObjRef) -> Option<XOp> {
    match iterator.ty().exact() {
        Exact::RangeIterator => Some(XOp::ForIterRange),
        Exact::ListIterator => Some(XOp::ForIterList),
        Exact::TupleIterator => Some(XOp::ForIterTuple),
        Exact::Generator => Some(XOp::ForIterGenerator),
        _ => None,
    }
}

/// Whether the iterator is one of the builtin ones, whose step is native code.
#[inline(always)]
fn is_native(iterator: &ObjRef) -> bool {
    !type_of(iterator).head.is_heap_type()
}

#[inline(always)]
pub fn for_native(cpu: &mut Cpu, i: Site) -> Step {
    let iterator = cpu.live(i.b());
    if !is_native(iterator) {
        return missed(cpu, i);
    }
    match cpu.vm.next_native(iterator) {
        Ok(Some(value)) => {
            cpu.write(i.a(), value);
            Step::Next
        }
        Ok(None) => exhausted(cpu, i),
        Err(raised) => Step::Raise(raised),
    }
}

/// The iterator is of another kind than before. Inlined like everything that sees a `Cpu`.
#[inline(always)]
fn missed(cpu: &mut Cpu, i: Site) -> Step {
    cpu.frame().despecialise();
    for_iter(cpu, i)
}

#[inline(always)]
pub fn for_range(cpu: &mut Cpu, i: Site) -> Step {
    let iterator = cpu.live(i.b());
    if iterator.ty().exact() != Exact::RangeIterator {
        return missed(cpu, i);
    }
    // SAFETY: I1 of gc, the exact type has this payload.
    let range: &Ref<RangeIter> = unsafe { iterator.cast_unchecked() };
    let left = range.left.get();
    if left <= 0 {
        return exhausted(cpu, i);
    }
    let value = range.next.get();
    range.left.set(left - 1);
    range.next.set(value.wrapping_add(range.step.get()));
    if is_plain_digit(value) {
        write_number(cpu, i.a(), value);
    } else {
        cpu.write(i.a(), cpu.vm.fast_int(value));
    }
    Step::Next
}

/// The payload of a list or tuple iterator.
#[inline(always)]
fn sequence_iter<'c>(cpu: &Cpu<'c>, i: Site, exact: Exact) -> Option<&'c Ref<SequenceIter>> {
    let iterator = cpu.live(i.b());
    // SAFETY: I1 of gc, the exact types have this payload.
    (iterator.ty().exact() == exact).then(|| unsafe { iterator.cast_unchecked() })
}

/// A list iterator about to step.
pub(crate) struct ListStep<'a>(&'a Ref<SequenceIter>);

impl ListStep<'_> {
    /// The next item.
    #[inline(always)]
    pub(crate) fn step(self) -> Option<ObjRef> {
        step_list(self.0)
    }
}

/// The iterator, if it goes over a list.
#[inline(always)]
pub(crate) fn step_of_list(iterator: &ObjRef) -> Option<ListStep<'_>> {
    // SAFETY: I1 of gc, the exact type has this payload.
    (iterator.ty().exact() == Exact::ListIterator).then(|| ListStep(unsafe { iterator.cast_unchecked() }))
}

/// `next` of exact list iterators.
pub(crate) fn next_of_list(_vm: &Vm, iterator: &ObjRef) -> PyResult<Option<ObjRef>> {
    Ok(step_of_list(iterator).and_then(ListStep::step))
}

/// `next` of exact tuple iterators.
pub(crate) fn next_of_tuple(_vm: &Vm, iterator: &ObjRef) -> PyResult<Option<ObjRef>> {
    let exact = iterator.ty().exact() == Exact::TupleIterator;
    // SAFETY: I1 of gc, the exact type has this payload.
    Ok(exact.then(|| unsafe { iterator.cast_unchecked() }).and_then(step_tuple))
}

/// `next` of exact range iterators.
pub(crate) fn next_of_range(vm: &Vm, iterator: &ObjRef) -> PyResult<Option<ObjRef>> {
    let exact = iterator.ty().exact() == Exact::RangeIterator;
    // SAFETY: I1 of gc, the exact type has this payload.
    let range: Option<&Ref<RangeIter>> = exact.then(|| unsafe { iterator.cast_unchecked() });
    Ok(range.and_then(|range| range.advance()).map(|value| vm.fast_int(value)))
}

/// The next item of a list; at the end the list is let go.
#[inline(always)]
fn step_list(iterator: &Ref<SequenceIter>) -> Option<ObjRef> {
    // SAFETY: M6, the look is over before the slot changes; list iterators hold lists.
    let list = unsafe { iterator.sequence.as_ref().map(|list| list.cast_unchecked::<List>()) };
    let position = iterator.position.get();
    let item = list.and_then(|list| list.get(position as usize));
    match item {
        Some(_) => iterator.position.set(position + 1),
        None => iterator.exhaust(),
    }
    item
}

/// The next item of a list read backwards; at the end the list is let go.
#[inline(always)]
pub(crate) fn step_back(iterator: &Ref<SequenceIter>) -> Option<ObjRef> {
    // SAFETY: M6, the look is over before the slot changes.
    let list = unsafe { iterator.sequence.as_ref().and_then(|list| list.cast_ref::<List>()) };
    let position = iterator.position.get();
    let item = if position < 0 { None } else { list?.get(position as usize) };
    match item {
        Some(_) => iterator.position.set(position - 1),
        None => {
            iterator.position.set(-1);
            iterator.exhaust();
        }
    }
    item
}

/// The next item of a tuple; at the end the tuple is let go.
#[inline(always)]
fn step_tuple(iterator: &Ref<SequenceIter>) -> Option<ObjRef> {
    // SAFETY: M6, the look is over before the slot changes; tuple iterators hold tuples.
    let tuple = unsafe { iterator.sequence.as_ref().map(|tuple| tuple.cast_unchecked::<Tuple>()) };
    let position = iterator.position.get();
    let item = tuple.and_then(|tuple| tuple.get(position as usize));
    match item {
        Some(_) => iterator.position.set(position + 1),
        None => iterator.exhaust(),
    }
    item
}

#[inline(always)]
pub fn for_list(cpu: &mut Cpu, i: Site) -> Step {
    let Some(iterator) = sequence_iter(cpu, i, Exact::ListIterator) else { return missed(cpu, i) };
    // SAFETY: M6, the look is over before the slot changes; list iterators hold lists.
    let list = unsafe { iterator.sequence.as_ref().map(|list| list.cast_unchecked::<List>()) };
    let position = iterator.position.get();
    match list.and_then(|list| list.get(position as usize)) {
        Some(value) => {
            iterator.position.set(position + 1);
            cpu.write(i.a(), value);
            Step::Next
        }
        None => {
            iterator.sequence.set(None);
            exhausted(cpu, i)
        }
    }
}

#[inline(always)]
pub fn for_tuple(cpu: &mut Cpu, i: Site) -> Step {
    let Some(iterator) = sequence_iter(cpu, i, Exact::TupleIterator) else { return missed(cpu, i) };
    // SAFETY: M6, the look is over before the slot changes; tuple iterators hold tuples.
    let tuple = unsafe { iterator.sequence.as_ref().map(|tuple| tuple.cast_unchecked::<Tuple>()) };
    let position = iterator.position.get();
    match tuple.and_then(|tuple| tuple.get(position as usize)) {
        Some(value) => {
            iterator.position.set(position + 1);
            cpu.write(i.a(), value);
            Step::Next
        }
        None => {
            iterator.sequence.set(None);
            exhausted(cpu, i)
        }
    }
}

/// Resumes a generator: its frame goes on top of this one, in the same loop.
#[inline(always)]
pub fn for_generator(cpu: &mut Cpu, i: Site) -> Step {
    let iterator = cpu.live(i.b());
    if iterator.ty().exact() != Exact::Generator {
        return missed(cpu, i);
    }
    // SAFETY: I1 of gc, the exact type generator has this payload.
    let generator: &Ref<Generator> = unsafe { iterator.cast_unchecked() };
    match generator.status() {
        Status::Suspended | Status::Created => {
            let first = generator.status() == Status::Created;
            let window = cpu.frame().window_end();
            if let Err(raised) = generator_frame::push_behind(cpu.vm, window, generator, Kind::ForIter) {
                return Step::Raise(raised);
            }
            receive_none(cpu, first)
        }
        Status::Finished => exhausted(cpu, i),
        Status::Running => Step::Raise(cpu.vm.already_running(generator)),
    }
}

/// The body on top, resumed by a `for`, goes on behind its Yield.
#[inline(always)]
fn receive_none(cpu: &mut Cpu, first: bool) -> Step {
    cpu.reload();
    let run = &cpu.vm.run;
    if !first {
        if cpu.site().d() != sent::DROPPED || run.hooks_on.get() {
            return match generator::receive_none(cpu.vm, false) {
                Ok(()) => entered(cpu.vm, Step::Switch),
                Err(raised) => Step::Raise(raised),
            };
        }
        cpu.advance();
    }
    cpu.advance();
    if run.interrupted() {
        cpu.frame().pc.set(cpu.pc);
        return entered(cpu.vm, Step::Switch);
    }
    Step::Switched
}

/// Pushes the body's frame for a `Send` and hands it what was sent.
#[inline(never)]
fn resume(vm: &Vm, generator: &Ref<Generator>, value: ObjRef) -> Step {
    let first = generator.status() == Status::Created;
    match generator_frame::push(vm, generator, Kind::Send).and_then(|()| generator::receive(vm, first, value)) {
        Ok(()) => entered(vm, Step::Switch),
        Err(raised) => Step::Raise(raised),
    }
}

/// `Send a b rel`: one step of a `yield from` or `await`.
pub fn send(vm: &Vm, f: &Frame, i: Instr) -> Step {
    let receiver = f.rk(i.b);
    let value = f.take_reg(i.a);
    if let Some(generator) = receiver.cast_ref::<Generator>() {
        let ready = match generator.status() {
            Status::Created => value.is(&vm.none),
            Status::Suspended => true,
            _ => false,
        };
        if ready && generator.flavor != Flavor::AsyncGenerator {
            return resume(vm, generator, value);
        }
    }
    match vm.send_any(receiver, value) {
        Ok(Resumed::Yielded(value)) => {
            f.write(i.a, value);
            Step::Next
        }
        Ok(Resumed::Returned(value)) => {
            let receiver = f.clear(i.b);
            f.write(i.a, value);
            drop(receiver);
            f.skip(i.c);
            Step::Switch
        }
        Err(raised) => Step::Raise(raised),
    }
}

#[inline(always)]
pub fn yield_(cpu: &mut Cpu, i: Site) -> Step {
    let value = cpu.take(i.b());
    if cpu.frame().kind.get() != Kind::ForIter {
        return generator::yield_value(cpu.vm, cpu.frame(), value);
    }
    generator_frame::suspend(cpu.vm, cpu.frame());
    cpu.reload();
    cpu.write(cpu.site().a(), value);
    cpu.advance();
    Step::Switched
}

/// The frame becomes a generator object, which the call returns.
pub fn return_generator(vm: &Vm, f: &Frame, _i: Instr) -> Step {
    match generator::create(vm, f) {
        Ok(object) => leave_with(vm, f, object),
        Err(raised) => Step::Raise(raised),
    }
}

/// The iterator of a `yield from`: generators serve themselves.
pub fn yield_from_iter(vm: &Vm, f: &Frame, i: Instr) -> PyResult<()> {
    let source = f.rk(i.b);
    let iterator = match source.cast_ref::<Generator>() {
        Some(g) if g.flavor == Flavor::Coroutine => {
            if !f.linked().has(flags::COROUTINE | flags::ITERABLE_COROUTINE) {
                return Err(vm.type_error("cannot 'yield from' a coroutine object in a non-coroutine generator"));
            }
            source.clone()
        }
        Some(g) if g.flavor == Flavor::Generator => source.clone(),
        _ => vm.iter(source)?,
    };
    f.consume(i.b);
    f.write(i.a, iterator);
    Ok(())
}

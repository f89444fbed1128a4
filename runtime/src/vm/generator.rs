//! Generators, coroutines and async generators: a frame that rests inside an object.
//!
//! While it runs its registers are a window of the register file, as any call's. Resuming moves them into the register
//! file and pushes a frame; yielding moves them back. The loop that runs the caller runs the body as well, without
//! native recursion, when a `for` or a `Send` resumes it.
//!
//! * **G1** A generator that is not finished has a `Rest`; the first `saved` words behind it are registers (null or a
//!   handle); `saved` is at most `room`, for which the block was made.
//! * **G2** Whoever resumes a generator holds a handle on it until the body has left its frame.

use frontend::code::flags;
use frontend::op::Op;
use gc::objects::ClosedBody;
use gc::{ObjRef, Ref};

use crate::error::{Exc, PyResult, Raised};
use crate::vm::Vm;
use crate::vm::cpu::Step;
use crate::vm::frame::{Frame, Kind, Pc};
use crate::vm::frame_object;
use crate::vm::function::Function;
use crate::vm::generator_frame::{push, push_frame, save, sent, suspend};
pub use crate::vm::generator_layout::{Flavor, Generator, Status};
use crate::vm::generator_layout::{has_blocks, place_rest, rest_size};
use crate::vm::instr::{Instr, XOp};
use crate::vm::link::stack_size;
use crate::vm::{interp, sink, tracing, unwind};

/// How a resumed body stopped.
pub enum Resumed {
    Yielded(ObjRef),
    Returned(ObjRef),
}

/// What `throw()` was given, and whether a GeneratorExit closes the sub-iterator instead of going into it.
pub(crate) struct Thrown<'a> {
    pub args: &'a [ObjRef],
    pub closes: bool,
}

/// What is sent into a body.
enum Sent {
    Value(ObjRef),
    Error(Raised),
}

fn flavor(code_flags: u32) -> Flavor {
    if code_flags & flags::COROUTINE != 0 {
        Flavor::Coroutine
    } else if code_flags & flags::ASYNC_GENERATOR != 0 {
        Flavor::AsyncGenerator
    } else {
        Flavor::Generator
    }
}

/// Makes the generator object of the frame on top, whose registers move into it.
pub(crate) fn create(vm: &Vm, f: &Frame) -> PyResult {
    let source = &f.linked().source;
    let flavor = flavor(source.flags);
    let ty = match flavor {
        Flavor::Generator => &vm.types.generator,
        Flavor::Coroutine => &vm.types.coroutine,
        Flavor::AsyncGenerator => &vm.types.async_generator,
    };
    let room = source.locals_plus as usize + usize::from(stack_size(vm, source)).max(f.linked().deepest_yield.into());
    let frame = if has_blocks(vm) {
        let needed = frame_object::body_size(rest_size(room));
        match f.block.take().and_then(|block| vm.heap.widen_frame(block, needed).ok()) {
            Some(block) => Some(frame_object::for_body(vm, f, block)),
            None => return Err(vm.memory_error()),
        }
    } else {
        None
    };
    let names = f.function().to::<Function>().names();
    // A body with a frame of its own holds what it needs of the function, not the function.
    let (owner, builtins) = match &frame {
        Some(_) => (f.globals().as_obj().clone(), Some(f.builtins().as_obj().clone())),
        None => (f.function().clone(), None),
    };
    let generator = Generator::new(f.code().as_obj().clone(), owner, names, flavor);
    let items = if frame.is_some() { 0 } else { room };
    let Ok(made) = vm.heap.alloc_var(ty, generator, items) else { return Err(vm.memory_error()) };
    place_rest(&made, frame.clone(), room, f.pc.get(), [f.namespace.take(), builtins]);
    vm.heap.expect_last_words(true);
    save(&made, f, f.linked().first_temp as usize);
    vm.heap.track(made.as_obj());
    if let Some(frame) = frame {
        frame_object::rest(&frame, &made);
        vm.heap.track(&frame);
    }
    Ok(made.into_obj())
}

/// The body has ended: the registers are gone already, the frame still stands.
pub(crate) fn finish(vm: &Vm, f: &Frame) {
    if let Some(generator) = f.generator() {
        generator.status.set(Status::Finished);
        if generator.handling.replace(false) {
            drop(vm.run.pop_handled());
        }
        generator.leave_frame(&vm.heap);
    }
}

/// `Yield`: leaves the body with a value.
#[inline(always)]
pub(crate) fn yield_value(vm: &Vm, f: &Frame, value: ObjRef) -> Step {
    let kind = f.kind.get();
    let value = match feed(vm, f, kind, value) {
        Ok(step) => return step,
        Err(value) => value,
    };
    suspend(vm, f);
    match kind {
        Kind::Generator => Step::Leave(value),
        Kind::Send => pass_on(vm, value),
        _ => hand_over(vm, value),
    }
}

/// Gives a value that the frame on top yields to the sink of the native loop that resumed it; without one it comes back.
#[inline(always)]
fn feed(vm: &Vm, f: &Frame, kind: Kind, value: ObjRef) -> Result<Step, ObjRef> {
    if kind == Kind::Generator && vm.run.feeding.is_from(f) { sink::take(vm, value) } else { Err(value) }
}

/// The frame on top gets the value that its instruction was waiting for.
#[inline(always)]
fn hand_over(vm: &Vm, value: ObjRef) -> Step {
    let caller = vm.run.top();
    caller.write(caller.instr().a, value);
    caller.step();
    Step::Switch
}

/// A body yielded to a `Send`, which a Yield follows: the value goes on outwards at once to whoever asked for it.
#[inline(never)]
fn pass_on(vm: &Vm, mut value: ObjRef) -> Step {
    loop {
        // An instrument is told of each Yield.
        if vm.run.hooks_on.get() || vm.run.top().next_instr().op != XOp::Yield {
            return hand_over(vm, value);
        }
        let f = vm.run.top();
        f.step();
        let kind = f.kind.get();
        value = match feed(vm, f, kind, value) {
            Ok(step) => return step,
            Err(value) => value,
        };
        suspend(vm, f);
        match kind {
            Kind::Generator => return Step::Leave(value),
            Kind::Send => {}
            _ => return hand_over(vm, value),
        }
    }
}

/// The body of a generator resumed by `for` or `Send` has returned; its frame is gone.
pub(crate) fn returned(vm: &Vm, kind: Kind, value: ObjRef) -> Step {
    if vm.run.watchers.is_on() && !value.is(&vm.none) {
        vm.note_stop(&vm.stop_with(value.clone()));
    }
    let caller = vm.run.top();
    let i = caller.instr();
    if kind == Kind::Send {
        let iterator = caller.clear(i.b);
        caller.write(i.a, value);
        drop(iterator);
    } else {
        drop(value);
        drop(caller.clear(i.b));
    }
    caller.skip(i.c);
    Step::Switch
}

impl Vm {
    /// `next(generator)`; None: it has returned.
    pub(crate) fn resume_next(&self, generator: &Ref<Generator>) -> PyResult<Option<ObjRef>> {
        if generator.status() != Status::Suspended {
            return Ok(match self.resume(generator, self.none())? {
                Resumed::Yielded(value) => Some(value),
                Resumed::Returned(_) => None,
            });
        }
        self.native_entry()?;
        push(self, generator, Kind::Generator)?;
        if let Err(raised) = receive_none(self, false) {
            unwind::unwind(self, raised)?;
        }
        let value = interp::run(self)?;
        Ok(Some(value).filter(|_| generator.status() == Status::Suspended))
    }

    /// `send(value)` into a generator, coroutine or async generator; `next` sends None.
    pub fn resume(&self, generator: &Ref<Generator>, value: ObjRef) -> PyResult<Resumed> {
        self.enter(generator, Sent::Value(value))
    }

    fn enter(&self, generator: &Ref<Generator>, sent: Sent) -> PyResult<Resumed> {
        let first = generator.status() == Status::Created;
        match (generator.status(), &sent) {
            (Status::Running, _) => return Err(self.already_running(generator)),
            (Status::Finished, _) => return self.enter_finished(generator, sent),
            (Status::Created, Sent::Value(v)) if !v.is(&self.none) => {
                let word = generator.flavor.word();
                return Err(self.type_error(format!("can't send non-None value to a just-started {word}")));
            }
            _ => {}
        }
        self.native_entry()?;
        push(self, generator, Kind::Generator)?;
        let entered = matches!(sent, Sent::Value(_));
        if let Sent::Error(raised) = &sent
            && generator.handling.get()
        {
            self.chain_context(&raised.0);
        }
        deliver(self, first, sent)?;
        let value = interp::run_on(self, entered)?;
        Ok(if generator.status() == Status::Suspended { Resumed::Yielded(value) } else { Resumed::Returned(value) })
    }

    #[cold]
    pub(crate) fn already_running(&self, generator: &Generator) -> Raised {
        self.value_error(format!("{} already executing", generator.flavor.word()))
    }

    #[cold]
    fn enter_finished(&self, generator: &Generator, sent: Sent) -> PyResult<Resumed> {
        if generator.flavor == Flavor::Coroutine {
            return Err(self.runtime_error("cannot reuse already awaited coroutine"));
        }
        match sent {
            Sent::Error(raised) => Err(raised),
            Sent::Value(_) => Ok(Resumed::Returned(self.none())),
        }
    }

    /// Raises in the body at the place where it is suspended, without asking a sub-iterator.
    fn resume_raising(&self, generator: &Ref<Generator>, raised: Raised) -> PyResult<Resumed> {
        self.enter(generator, Sent::Error(raised))
    }

    /// `throw()`: the sub-iterator of a `yield from` or `await` gets what was thrown first, as it was given.
    pub(crate) fn resume_throw(&self, generator: &Ref<Generator>, thrown: &Thrown<'_>) -> PyResult<Resumed> {
        if generator.status() == Status::Running {
            return Err(self.already_running(generator));
        }
        let Some(inner) = delegate(generator) else {
            return self.resume_raising(generator, self.thrown(thrown.args)?);
        };
        if thrown.closes && self.class_matches(&thrown.args[0], Exc::GeneratorExit) {
            let closed = self.while_running(generator, || self.close_iterator(&inner));
            drop(inner);
            let raised = closed.map_or_else(Ok, |()| self.thrown(thrown.args))?;
            return self.resume_raising(generator, raised);
        }
        let answer = self.while_waiting(generator, || self.throw_into(&inner, thrown))?;
        drop(inner);
        match answer {
            Ok(None) => self.resume_raising(generator, self.thrown(thrown.args)?),
            Ok(Some(Resumed::Yielded(value))) => Ok(Resumed::Yielded(value)),
            Ok(Some(Resumed::Returned(value))) => self.resume_after_delegate(generator, value),
            Err(raised) => self.resume_raising(generator, raised),
        }
    }

    /// Whether what was thrown, a class or an instance, is of this kind.
    fn class_matches(&self, thrown: &ObjRef, kind: Exc) -> bool {
        let class = if self.is_exception(thrown) { thrown.ty_ref() } else { thrown };
        self.is_exception_class(class) && self.is_subtype(class, self.exception_type(kind))
    }

    fn while_running<T>(&self, generator: &Generator, work: impl FnOnce() -> T) -> T {
        let before = generator.status.replace(Status::Running);
        let result = work();
        generator.status.set(before);
        result
    }

    /// Has a sub-iterator do something while the body that waits for it stands among the callers. What that body handles
    /// is not what the sub-iterator sees handled (`_gen_throw` of CPython's genobject.c).
    fn while_waiting<T>(&self, generator: &Ref<Generator>, work: impl FnOnce() -> T) -> PyResult<T> {
        push_frame(self, self.run.free_window(), generator, Kind::Generator)?;
        let result = work();
        suspend(self, self.run.top());
        Ok(result)
    }

    /// Throws into a sub-iterator; None: it has no `throw`.
    fn throw_into(&self, inner: &ObjRef, thrown: &Thrown<'_>) -> PyResult<Option<Resumed>> {
        if let Some(generator) = inner.cast_ref::<Generator>()
            && generator.flavor != Flavor::AsyncGenerator
        {
            self.native_entry()?;
            return self.resume_throw(generator, thrown).map(Some);
        }
        let Some(throw) = self.get_attr_opt(inner, &self.names.throw)? else { return Ok(None) };
        match self.call(&throw, thrown.args) {
            Ok(value) => Ok(Some(Resumed::Yielded(value))),
            Err(raised) => self.stop_value(raised).map(|value| Some(Resumed::Returned(value))),
        }
    }

    /// StopIteration with a returned value; None is no argument.
    pub(crate) fn stop_with(&self, value: ObjRef) -> Raised {
        self.stop_iteration(Some(value).filter(|v| !v.is(&self.none)))
    }

    /// The value of a StopIteration; any other exception goes on.
    pub fn stop_value(&self, raised: Raised) -> PyResult {
        if !raised.matches(self, Exc::StopIteration) {
            return Err(raised);
        }
        self.get_attr(&raised.0, &self.names.value)
    }

    /// Goes on behind the `yield from` whose sub-iterator has returned `value` to a throw.
    fn resume_after_delegate(&self, generator: &Ref<Generator>, value: ObjRef) -> PyResult<Resumed> {
        self.native_entry()?;
        push(self, generator, Kind::Generator)?;
        let f = self.run.top();
        // The Yield stands directly behind its Send.
        f.step_back();
        let send = f.instr();
        drop(f.clear(send.b));
        f.write(send.a, value);
        f.skip(send.c);
        let value = interp::run(self)?;
        Ok(if generator.status() == Status::Suspended { Resumed::Yielded(value) } else { Resumed::Returned(value) })
    }

    /// `close()` of a sub-iterator.
    fn close_iterator(&self, inner: &ObjRef) -> PyResult<()> {
        if let Some(generator) = inner.cast_ref::<Generator>()
            && generator.flavor != Flavor::AsyncGenerator
        {
            return self.close_generator(generator);
        }
        match self.get_attr_opt(inner, &self.names.close) {
            Ok(Some(close)) => self.call(&close, &[]).map(drop),
            Ok(None) => Ok(()),
            Err(raised) => {
                self.unraisable(raised, inner);
                Ok(())
            }
        }
    }

    /// A body that never began ends; its arguments go, or stay as long as the generator.
    pub(super) fn forget_body(&self, generator: &Ref<Generator>) {
        generator.status.set(Status::Finished);
        if self.closed_body() == ClosedBody::Cleared {
            generator.leave_locals(&self.heap);
            generator.leave_frame(&self.heap);
        }
    }

    fn closed_body(&self) -> ClosedBody {
        self.heap.profile().objects.closed_body
    }

    /// `close()`: GeneratorExit inside the body.
    pub fn close_generator(&self, generator: &Ref<Generator>) -> PyResult<()> {
        match generator.status() {
            Status::Running => return Err(self.already_running(generator)),
            Status::Finished => return Ok(()),
            Status::Created => {
                self.forget_body(generator);
                return Ok(());
            }
            Status::Suspended => {}
        }
        let inner = delegate(generator);
        if inner.is_none() && self.closed_body() == ClosedBody::KeptUnguarded && !is_protected(generator) {
            // Nothing in the body could notice: only the function stays.
            generator.status.set(Status::Finished);
            generator.drop_saved();
            return Ok(());
        }
        let closed = match &inner {
            Some(inner) => self.while_running(generator, || self.close_iterator(inner)),
            None => Ok(()),
        };
        drop(inner);
        let raised = closed.err().unwrap_or_else(|| {
            let exit = self.raise_new_empty(Exc::GeneratorExit);
            self.chain_context(&exit.0);
            exit
        });
        match self.resume_raising(generator, raised) {
            Ok(Resumed::Yielded(value)) => {
                drop(value);
                Err(self.runtime_error(format!("{} ignored GeneratorExit", generator.flavor.word())))
            }
            Ok(Resumed::Returned(_)) => Ok(()),
            Err(raised) if raised.matches(self, Exc::StopIteration) || raised.matches(self, Exc::GeneratorExit) => {
                Ok(())
            }
            Err(raised) => Err(raised),
        }
    }

    /// `next(iterator)` as an expression: the end is a StopIteration, with its value.
    pub fn next_or_stop(&self, iterator: &ObjRef) -> PyResult {
        match self.send_none(iterator)? {
            Resumed::Yielded(value) => Ok(value),
            Resumed::Returned(value) => Err(self.stop_with(value)),
        }
    }

    /// Sends None into any iterator.
    pub(crate) fn send_none(&self, iterator: &ObjRef) -> PyResult<Resumed> {
        if let Some(generator) = iterator.cast_ref::<Generator>()
            && generator.flavor != Flavor::AsyncGenerator
        {
            return self.resume(generator, self.none());
        }
        if iterator.ty().is_heap_type() {
            return match self.call_special(iterator, &self.names.__next__, &[]) {
                Ok(value) => Ok(Resumed::Yielded(value)),
                Err(raised) => self.stop_value(raised).map(Resumed::Returned),
            };
        }
        match self.next_or_raise(iterator) {
            Ok(Some(value)) => Ok(Resumed::Yielded(value)),
            Ok(None) => Ok(Resumed::Returned(self.none())),
            Err(raised) => self.stop_value(raised).map(Resumed::Returned),
        }
    }

    /// Sends a value into any receiver of a `yield from` or `await`.
    pub(crate) fn send_any(&self, receiver: &ObjRef, value: ObjRef) -> PyResult<Resumed> {
        if let Some(generator) = receiver.cast_ref::<Generator>()
            && generator.flavor != Flavor::AsyncGenerator
        {
            return self.resume(generator, value);
        }
        if value.is(&self.none) && crate::object::type_of(receiver).slots.next.get().is_some() {
            return self.send_none(receiver);
        }
        match self.call_method(receiver, &self.names.send, &[value]) {
            Ok(value) => Ok(Resumed::Yielded(value)),
            Err(raised) => self.stop_value(raised).map(Resumed::Returned),
        }
    }
}

/// Whether the body is suspended inside a `try` or `with`.
fn is_protected(generator: &Generator) -> bool {
    let linked = &generator.code().linked;
    let at = (generator.live_rest().pc.get().addr() - linked.instrs.as_ptr().addr()) / size_of::<Instr>();
    linked.source.handler_at(at as u32).is_some()
}

/// Puts what was sent into the frame on top, or unwinds from there.
fn deliver(vm: &Vm, first: bool, sent: Sent) -> PyResult<()> {
    match sent {
        Sent::Value(value) => receive(vm, first, value).or_else(|raised| unwind::unwind(vm, raised)),
        Sent::Error(raised) => {
            let f = vm.run.top();
            let raised = if vm.run.hooks_on.get() { tracing::thrown(vm, f, raised) } else { raised };
            unwind::unwind_as_it_is(vm, raised)
        }
    }
}

/// The sent value arrives at the Yield of the frame on top; the first one is dropped at the start of the body.
pub(crate) fn receive(vm: &Vm, first: bool, value: ObjRef) -> PyResult<()> {
    let f = vm.run.top();
    if first {
        drop(value);
    } else if delegates(vm, f) {
        return descend(vm, value);
    } else {
        f.write(f.instr().a, value);
    }
    f.step();
    Ok(())
}

/// The frame stands at the Yield of a `yield from` or `await`, and nobody wants to see how it goes on.
#[inline(always)]
fn delegates(vm: &Vm, f: &Frame) -> bool {
    f.instr().d == sent::DELEGATED && !vm.run.hooks_on.get() && !vm.run.interrupted()
}

/// What is sent into a body that waits for another body goes into that one at once, and so on inwards to the one that
/// has something to do with it.
#[inline(never)]
fn descend(vm: &Vm, value: ObjRef) -> PyResult<()> {
    loop {
        let f = vm.run.top();
        if f.instr().d != sent::DELEGATED {
            return match value.is(&vm.none) {
                true => receive_none(vm, false),
                false => receive(vm, false, value),
            };
        }
        // The Yield stands directly behind its Send.
        f.step_back();
        let send = f.instr();
        let inner = f.rk(send.b).cast_ref::<Generator>();
        let inner = inner.filter(|g| g.status() == Status::Suspended && g.flavor != Flavor::AsyncGenerator);
        let Some(inner) = inner else {
            f.write(send.a, value);
            return Ok(());
        };
        push(vm, inner, Kind::Send)?;
    }
}

/// As `receive` for the None of a `for` or `next()`; a statement `yield x` drops it at once.
#[inline(always)]
pub(crate) fn receive_none(vm: &Vm, first: bool) -> PyResult<()> {
    let f = vm.run.top();
    if !first {
        if delegates(vm, f) {
            return descend(vm, vm.none());
        }
        // An instrument is told of the call at the line of the yield.
        if f.instr().d == sent::DROPPED && !vm.run.hooks_on.get() {
            f.step();
        } else {
            f.write(f.instr().a, vm.none());
        }
    }
    f.step();
    Ok(())
}

/// The sub-iterator that a suspended body is waiting for.
pub fn delegate(generator: &Ref<Generator>) -> Option<ObjRef> {
    if generator.status() != Status::Suspended {
        return None;
    }
    let rest = generator.live_rest();
    // SAFETY: M2, a suspended generator's pc names its Yield.
    let i = unsafe { (*rest.pc.get()).get() };
    if i.op.general() != Op::Yield || i.d != sent::DELEGATED || i.c < 0 || i.c as u32 >= rest.saved.get() {
        return None;
    }
    // SAFETY: G1.
    unsafe { (*rest.registers().add(i.c as usize)).clone() }
}

/// Register `x` of a suspended generator, for its frame object.
pub(crate) fn saved_register(generator: &Ref<Generator>, x: usize) -> Option<ObjRef> {
    let rest = generator.rest()?;
    // SAFETY: G1.
    (x < rest.saved.get() as usize).then(|| unsafe { (*rest.registers().add(x)).clone() })?
}

/// The current instruction's place, for `gi_frame.f_lineno`.
pub(crate) fn saved_pc(generator: &Generator) -> Pc {
    generator.live_rest().pc.get()
}

/// The frame object of a generator that is not finished.
pub(crate) fn frame_of(vm: &Vm, generator: &Ref<Generator>) -> Option<ObjRef> {
    match generator.status() {
        Status::Finished => None,
        Status::Running => {
            let raw = generator.as_obj().as_raw();
            let f = vm.run.frames().find(|f| f.generator.get() == Some(raw))?;
            Some(vm.frame_object(f))
        }
        Status::Created | Status::Suspended => {
            if let Some(object) = generator.live_rest().frame_object.get() {
                return Some(object);
            }
            let object = frame_object::for_generator(vm, generator);
            generator.live_rest().frame_object.set(object.clone());
            Some(object)
        }
    }
}

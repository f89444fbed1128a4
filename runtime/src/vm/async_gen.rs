//! `async_generator` and the awaitables that drive it.

use std::cell::Cell;
use std::mem::offset_of;

use gc::{ObjRef, Payload, Ref, Slot, payload};

use crate::error::{Exc, PyResult, Raised};
use crate::native::{Fun, GetSet, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::generator::{Generator, Resumed, Status, Thrown};
use crate::vm::generator_type as common;

payload! {
    /// A value that an async generator yields, as opposed to one that it awaits through.
    pub struct Wrapped: gc, parked in AsyncValue { pub value: Slot }
}

static WRAPPED: TypeSpec = TypeSpec {
    subclassable: false,
    exact: gc::Exact::AsyncValue,
    ..TypeSpec::new("async_generator_wrapped_value", <Wrapped as Payload>::layout)
};

/// Wraps a yielded value.
pub(crate) fn wrap(vm: &Vm, value: ObjRef) -> ObjRef {
    let ty = vm.native_type(&WRAPPED);
    vm.heap.alloc(&ty, Wrapped { value: Slot::new(value) }).into_obj()
}

/// `async_generator`
pub static SPEC: TypeSpec = TypeSpec {
    basicsize: 152,
    itemsize: 8,
    weaklist_offset: (gc::HEADER + offset_of!(Generator, weak)) as i32,
    subclassable: false,
    slots: SlotDefs {
        repr: Some(common::repr),
        aiter: Some(|_, this| Ok(this.clone())),
        anext: Some(|vm, this| step(vm, this, What::Send(vm.none()))),
        finalize: Some(finalize),
        ..SlotDefs::NONE
    },
    methods: &[
        Method::new("asend(self, value, /)", Fun::One(|vm, this, value| step(vm, this, What::Send(value.clone())))),
        Method::new("athrow(self, type, value=None, traceback=None, /)", Fun::Pos(1, 3, athrow)).packing(Releases::ALL),
        Method::new("aclose(self, /)", Fun::None(|vm, this| step(vm, this, What::Close))),
        Method::class("__class_getitem__(cls, item, /)", Fun::One(|vm, class, item| vm.generic_alias(class, item))),
    ],
    getset: &[
        GetSet { name: "ag_running", get: |vm, this| Ok(vm.bool(of(this).running_async.get())), set: None },
        GetSet { name: "ag_code", get: common::code, set: None },
        common::NAME,
        common::QUALNAME,
        GetSet { name: "ag_await", get: common::delegate, set: None },
        GetSet { name: "ag_frame", get: common::frame, set: None },
        GetSet { name: "ag_suspended", get: common::suspended, set: None },
    ],
    ..TypeSpec::new("async_generator", <Generator as Payload>::layout)
};

fn of(this: &ObjRef) -> &Ref<Generator> {
    this.to::<Generator>()
}

fn finalize(vm: &Vm, this: &ObjRef) {
    gc::weak::leave(this);
    let generator = of(this);
    if generator.status() == Status::Suspended {
        match generator.extra.take() {
            Some(finalizer) => {
                if let Err(raised) = vm.call(&finalizer, std::slice::from_ref(this)) {
                    vm.unraisable(raised, this);
                }
            }
            None => common::finalize(vm, this),
        }
    }
}

enum What {
    Send(ObjRef),
    Throw(Vec<ObjRef>),
    Close,
}

/// Where an `asend`, `athrow` or `aclose` object is in its life.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Fresh,
    Running,
    Done,
}

payload! {
    /// One step of an async generator, to be awaited.
    pub struct Step: gc, parked in AsyncSend {
        generator: Slot,
        /// What to send, or the arguments of the throw as a tuple, or nothing for `aclose`.
        argument: Slot,
        /// 0 send, 1 throw, 2 close.
        kind: Cell<u8>,
        phase: Cell<Phase>,
    }
}

macro_rules! step_type {
    ($spec:ident, $name:literal, $exact:ident) => {
        static $spec: TypeSpec = TypeSpec {
            exact: gc::Exact::$exact,
            subclassable: false,
            slots: SlotDefs {
                iter: Some(|_, this| Ok(this.clone())),
                next: Some(step_next),
                await_: Some(|_, this| Ok(this.clone())),
                ..SlotDefs::NONE
            },
            methods: &[
                Method::new("__next__(self, /)", Fun::None(|vm, this| step_send(vm, this, &vm.none))),
                Method::new("send(self, arg, /)", Fun::One(step_send)),
                Method::new("throw(self, type, value=None, traceback=None, /)", Fun::Pos(1, 3, step_throw)),
                Method::new("close(self, /)", Fun::None(step_close)),
            ],
            ..TypeSpec::new($name, <Step as Payload>::layout)
        };
    };
}

step_type!(ASEND, "async_generator_asend", AsyncSend);
step_type!(ATHROW, "async_generator_athrow", Other);

fn athrow(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    step(vm, this, What::Throw(args.to_vec()))
}

fn step(vm: &Vm, this: &ObjRef, what: What) -> PyResult {
    call_hooks(vm, this)?;
    let (spec, kind, argument) = match what {
        What::Send(value) => (&ASEND, 0, Some(value)),
        What::Throw(args) => (&ATHROW, 1, Some(vm.tuple(args))),
        What::Close => (&ATHROW, 2, None),
    };
    let value = Step {
        generator: Slot::new(this.clone()),
        argument: Slot::new(argument),
        kind: Cell::new(kind),
        phase: Cell::new(Phase::Fresh),
    };
    Ok(vm.heap.alloc(&vm.native_type(spec), value).into_obj())
}

/// `sys.set_asyncgen_hooks`: the first iteration tells the event loop.
fn call_hooks(vm: &Vm, this: &ObjRef) -> PyResult<()> {
    if of(this).hooked.replace(true) {
        return Ok(());
    }
    let (first, finalizer) = vm.run.async_hooks();
    of(this).extra.set(finalizer);
    match first {
        Some(first) => vm.call(&first, std::slice::from_ref(this)).map(drop),
        None => Ok(()),
    }
}

fn parts(this: &ObjRef) -> (&Ref<Step>, Ref<Generator>) {
    let step = this.to::<Step>();
    let generator = step.generator.get().expect("made with a generator");
    (step, generator.to::<Generator>().clone())
}

fn step_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    step_send(vm, this, &vm.none).map(Some)
}

fn step_send(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    let (step, generator) = parts(this);
    match step.phase.get() {
        Phase::Done => {
            let what = if step.kind.get() == 0 { "__anext__()/asend()" } else { "aclose()/athrow()" };
            return Err(vm.runtime_error(format!("cannot reuse already awaited {what}")));
        }
        Phase::Fresh => begin(vm, step, &generator)?,
        Phase::Running => {}
    }
    let fresh = step.phase.replace(Phase::Running) == Phase::Fresh;
    let result = match (fresh, step.kind.get()) {
        (true, 0) => {
            let first = step.argument.get().unwrap_or_else(|| vm.none());
            let sent = if value.is(&vm.none) { first } else { value.clone() };
            vm.resume(&generator, sent)
        }
        (true, 1) => {
            let args = step.argument.get().unwrap_or_else(|| vm.empty_tuple.clone());
            vm.resume_throw(&generator, &Thrown { args: args.to::<gc::Tuple>().items(), closes: false })
        }
        (true, _) => {
            generator.closed.set(true);
            let args = [vm.exception_type(Exc::GeneratorExit).clone()];
            vm.resume_throw(&generator, &Thrown { args: &args, closes: false })
        }
        (false, _) => vm.resume(&generator, value.clone()),
    };
    unwrap(vm, step, &generator, result)
}

/// Checks that belong to the first step of an awaitable.
fn begin(vm: &Vm, step: &Step, generator: &Generator) -> PyResult<()> {
    let names = [
        "asend(): asynchronous generator is already running",
        "athrow(): asynchronous generator is already running",
        "aclose(): asynchronous generator is already running",
    ];
    if generator.running_async.get() {
        step.phase.set(Phase::Done);
        let name = if step.kind.get() == 0 {
            "anext(): asynchronous generator is already running"
        } else {
            names[step.kind.get() as usize]
        };
        return Err(vm.runtime_error(name));
    }
    if step.kind.get() != 0 && (generator.closed.get() || generator.status() == Status::Finished) {
        step.phase.set(Phase::Done);
        let kind = if step.kind.get() == 2 { Exc::StopIteration } else { Exc::StopAsyncIteration };
        return Err(vm.raise_new_empty(kind));
    }
    generator.running_async.set(true);
    Ok(())
}

/// A wrapped value ends the step; anything else is awaited through.
fn unwrap(vm: &Vm, step: &Step, generator: &Generator, result: PyResult<Resumed>) -> PyResult {
    let over = |raised: Raised| {
        step.phase.set(Phase::Done);
        generator.running_async.set(false);
        raised
    };
    match result {
        Ok(Resumed::Yielded(value)) => match value.payload::<Wrapped>() {
            Some(_) if step.kind.get() == 2 => Err(over(vm.runtime_error("async generator ignored GeneratorExit"))),
            Some(wrapped) => Err(over(vm.stop_iteration(wrapped.value.get()))),
            None => Ok(value),
        },
        Ok(Resumed::Returned(_)) => {
            generator.closed.set(true);
            let end = if step.kind.get() == 2 { Exc::StopIteration } else { Exc::StopAsyncIteration };
            Err(over(vm.raise_new_empty(end)))
        }
        Err(raised) => {
            let ends = raised.matches(vm, Exc::StopAsyncIteration) || raised.matches(vm, Exc::GeneratorExit);
            if ends {
                generator.closed.set(true);
            }
            if ends && step.kind.get() == 2 {
                return Err(over(vm.raise_new_empty(Exc::StopIteration)));
            }
            Err(over(raised))
        }
    }
}

fn step_throw(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (step, generator) = parts(this);
    if step.phase.get() == Phase::Done {
        return Err(vm.runtime_error("cannot reuse already awaited __anext__()/asend()"));
    }
    let result = vm.resume_throw(&generator, &Thrown { args, closes: true });
    unwrap(vm, step, &generator, result)
}

fn step_close(vm: &Vm, this: &ObjRef) -> PyResult {
    this.to::<Step>().phase.set(Phase::Done);
    Ok(vm.none())
}

//! `generator` and `coroutine` as Python sees them, and the object that `coroutine.__await__` makes.

use std::mem::offset_of;

use gc::{Exact, ObjRef, Payload, Ref, Slot, payload};

use crate::error::{Exc, PyResult, Raised};
use crate::native::{Fun, GetSet, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::generator::{self, Generator, Resumed, Status, Thrown};
use crate::vm::traceback::Traceback;

/// Bytes of a generator without registers (3.11).
const BASICSIZE: usize = 152;
const WEAK: i32 = (gc::HEADER + offset_of!(Generator, weak)) as i32;

/// `generator`
pub static GENERATOR: TypeSpec = TypeSpec {
    exact: Exact::Generator,
    basicsize: BASICSIZE,
    itemsize: 8,
    weaklist_offset: WEAK,
    subclassable: false,
    slots: SlotDefs {
        repr: Some(repr),
        iter: Some(|_, this| Ok(this.clone())),
        next: Some(next),
        finalize: Some(finalize),
        ..SlotDefs::NONE
    },
    methods: &[
        Method::new("__next__(self, /)", Fun::None(|vm, this| vm.next_or_stop(this))),
        Method::new("send(self, arg, /)", Fun::One(send)),
        Method::new("throw(self, type, value=None, traceback=None, /)", Fun::Pos(1, 3, throw))
            .packing(Releases::until(10)),
        Method::new("close(self, /)", Fun::None(close)),
    ],
    getset: &[
        GetSet { name: "gi_code", get: code, set: None },
        NAME,
        QUALNAME,
        GetSet { name: "gi_yieldfrom", get: delegate, set: None },
        GetSet { name: "gi_running", get: running, set: None },
        GetSet { name: "gi_frame", get: frame, set: None },
        GetSet { name: "gi_suspended", get: suspended, set: None },
    ],
    ..TypeSpec::new("generator", <Generator as Payload>::layout)
};

/// `coroutine`
pub static COROUTINE: TypeSpec = TypeSpec {
    basicsize: BASICSIZE,
    itemsize: 8,
    weaklist_offset: WEAK,
    subclassable: false,
    slots: SlotDefs { repr: Some(repr), await_: Some(await_), finalize: Some(finalize), ..SlotDefs::NONE },
    methods: &[
        Method::new("send(self, arg, /)", Fun::One(send)),
        Method::new("throw(self, type, value=None, traceback=None, /)", Fun::Pos(1, 3, throw))
            .packing(Releases::until(10)),
        Method::new("close(self, /)", Fun::None(close)),
    ],
    getset: &[
        GetSet { name: "cr_code", get: code, set: None },
        GetSet { name: "cr_origin", get: |vm, this| vm.field(&of(this).extra), set: None },
        NAME,
        QUALNAME,
        GetSet { name: "cr_await", get: delegate, set: None },
        GetSet { name: "cr_running", get: running, set: None },
        GetSet { name: "cr_frame", get: frame, set: None },
        GetSet { name: "cr_suspended", get: suspended, set: None },
    ],
    ..TypeSpec::new("coroutine", <Generator as Payload>::layout)
};

pub(super) const NAME: GetSet = GetSet {
    name: "__name__",
    get: |vm, this| vm.field(&of(this).name),
    set: Some(|vm, this, value| set_text(vm, &of(this).name, "__name__", value)),
};

pub(super) const QUALNAME: GetSet = GetSet {
    name: "__qualname__",
    get: |vm, this| vm.field(&of(this).qualname),
    set: Some(|vm, this, value| set_text(vm, &of(this).qualname, "__qualname__", value)),
};

fn set_text(vm: &Vm, slot: &Slot, name: &str, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(text) if vm.is_str(text) => {
            slot.set(text.clone());
            Ok(())
        }
        _ => Err(vm.type_error(format!("{name} must be set to a string object"))),
    }
}

fn of(this: &ObjRef) -> &Ref<Generator> {
    this.to::<Generator>()
}

pub(super) fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let kind = vm.type_name(this);
    Ok(vm.str(format!("<{kind} object {} at {:#x}>", vm.slot_text(&of(this).qualname), this.addr())))
}

pub(super) fn code(vm: &Vm, this: &ObjRef) -> PyResult {
    vm.field(&of(this).code)
}

pub(super) fn frame(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.generator_frame(of(this)).unwrap_or_else(|| vm.none()))
}

fn running(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.bool(of(this).status() == Status::Running))
}

pub(super) fn suspended(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.bool(of(this).status() == Status::Suspended))
}

pub(super) fn delegate(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(generator::delegate(of(this)).unwrap_or_else(|| vm.none()))
}

/// The value of a return is lost here; `__next__` and `next()` keep it.
fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    vm.resume_next(of(this))
}

/// A yielded value, or StopIteration with the returned one.
fn value_or_stop(vm: &Vm, resumed: Resumed) -> PyResult {
    match resumed {
        Resumed::Yielded(value) => Ok(value),
        Resumed::Returned(value) => Err(vm.stop_with(value)),
    }
}

fn send(vm: &Vm, this: &ObjRef, value: &ObjRef) -> PyResult {
    value_or_stop(vm, vm.resume(of(this), value.clone())?)
}

fn throw(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    value_or_stop(vm, vm.resume_throw(of(this), &Thrown { args, closes: true })?)
}

fn close(vm: &Vm, this: &ObjRef) -> PyResult {
    vm.close_generator(of(this))?;
    Ok(vm.none())
}

impl Vm {
    /// The exception of `throw(type, value, traceback)`; one that cannot be made is replaced by the reason.
    pub(crate) fn thrown(&self, args: &[ObjRef]) -> PyResult<Raised> {
        let given = |n: usize| args.get(n).filter(|v| !v.is(&self.none));
        let (kind, value, traceback) = (&args[0], given(1), given(2));
        if traceback.is_some_and(|t| !t.has::<Traceback>()) {
            return Err(self.type_error("throw() third argument must be a traceback object"));
        }
        let Raised(exc) = if self.is_exception_class(kind) {
            match value {
                Some(value) if self.is_instance_of(value, kind) => Raised(value.clone()),
                Some(value) => {
                    let args = value.payload::<gc::Tuple>().map_or(std::slice::from_ref(value), |t| t.items());
                    self.raise_class(kind, args)
                }
                None => self.raise_class(kind, &[]),
            }
        } else if self.is_exception(kind) {
            if value.is_some() {
                return Err(self.type_error("instance exception may not have a separate value"));
            }
            Raised(kind.clone())
        } else {
            let got = self.type_name(kind);
            return Err(self.type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {got}"
            )));
        };
        if let Some(traceback) = traceback {
            self.set_exception_traceback(&exc, Some(traceback.clone()));
        }
        Ok(Raised(exc))
    }
}

/// Before a generator dies its body sees GeneratorExit; a coroutine that never ran is reported.
pub(super) fn finalize(vm: &Vm, this: &ObjRef) {
    gc::weak::leave(this);
    let generator = of(this);
    match generator.status() {
        Status::Created if generator.flavor == generator::Flavor::Coroutine => warn_unawaited(vm, this),
        Status::Created => vm.forget_body(generator),
        Status::Suspended => {
            if let Err(raised) = vm.close_generator(generator) {
                vm.unraisable(raised, this);
            }
        }
        _ => {}
    }
}

fn warn_unawaited(vm: &Vm, this: &ObjRef) {
    let name = vm.slot_text(&of(this).qualname);
    let text = format!("coroutine '{name}' was never awaited");
    if let Err(raised) = vm.warn_about(Exc::RuntimeWarning, &text, 1, this) {
        vm.unraisable(raised, this);
    }
}

payload! {
    /// What `coroutine.__await__()` answers.
    pub struct AwaitObject: gc { pub coroutine: Slot }
}

/// `coroutine_wrapper`
pub static AWAIT: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { iter: Some(|_, this| Ok(this.clone())), next: Some(await_next), ..SlotDefs::NONE },
    methods: &[
        Method::new("__next__(self, /)", Fun::None(|vm, this| send(vm, &awaited(this), &vm.none))),
        Method::new("send(self, arg, /)", Fun::One(|vm, this, value| send(vm, &awaited(this), value))),
        Method::new(
            "throw(self, type, value=None, traceback=None, /)",
            Fun::Pos(1, 3, |vm, this, args| throw(vm, &awaited(this), args)),
        )
        .packing(Releases::until(10)),
        Method::new("close(self, /)", Fun::None(|vm, this| close(vm, &awaited(this)))),
    ],
    ..TypeSpec::new("coroutine_wrapper", <AwaitObject as Payload>::layout)
};

fn awaited(this: &ObjRef) -> ObjRef {
    this.to::<AwaitObject>().coroutine.get().expect("made with a coroutine")
}

fn await_(vm: &Vm, this: &ObjRef) -> PyResult {
    let ty = vm.native_type(&AWAIT);
    Ok(vm.heap.alloc(&ty, AwaitObject { coroutine: Slot::new(this.clone()) }).into_obj())
}

fn await_next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let coroutine = awaited(this);
    Ok(match vm.resume(of(&coroutine), vm.none())? {
        Resumed::Yielded(value) => Some(value),
        Resumed::Returned(_) => None,
    })
}

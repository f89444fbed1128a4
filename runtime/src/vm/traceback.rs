//! `traceback`: one object for each frame that an exception has passed, the innermost last.

use std::cell::Cell;

use gc::{ObjRef, Ref, Slot, payload};

use crate::error::{PyResult, Raised};
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::frame_object::FrameObject;

payload! {
    /// One entry.
    pub struct Traceback: gc {
        pub next: Slot,
        pub frame: Slot,
        pub lasti: Cell<i32>,
        pub line: Cell<i32>,
    }
}

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    subclassable: false,
    slots: SlotDefs { new: Some(new), ..SlotDefs::NONE },
    methods: &[Method::new("__dir__(self, /)", Fun::None(dir))],
    getset: &[
        GetSet { name: "tb_frame", get: |vm, t| vm.field(&of(t).frame), set: None },
        GetSet { name: "tb_lasti", get: |vm, t| Ok(vm.int(of(t).lasti.get() as i64)), set: None },
        GetSet { name: "tb_next", get: |vm, t| vm.field(&of(t).next), set: Some(set_next) },
        GetSet { name: "tb_lineno", get: |vm, t| Ok(vm.int(of(t).line.get() as i64)), set: None },
    ],
    ..TypeSpec::new("traceback", <Traceback as gc::Payload>::layout)
};

fn of(traceback: &ObjRef) -> &Ref<Traceback> {
    traceback.to::<Traceback>()
}

/// The exception passes this frame.
pub(crate) fn add(vm: &Vm, f: &Frame, raised: &Raised) {
    if super::stand_ins::stands_for_native(&f.linked().source) {
        return;
    }
    let frame = vm.frame_object(f);
    let (lasti, line) = (2 * f.index() as i32, f.line() as i32);
    let entry = make(vm, vm.exception_traceback(&raised.0), frame, lasti, line);
    vm.set_exception_traceback(&raised.0, Some(entry));
}

/// The instruction that an entry names, if it is about this frame.
pub(crate) fn index_in(entry: &ObjRef, f: &Frame) -> Option<u32> {
    let entry = of(entry);
    let same = entry.frame.get().is_some_and(|frame| f.object.get().is_some_and(|object| object.is(&frame)));
    same.then(|| entry.lasti.get() as u32 / 2)
}

fn make(vm: &Vm, next: Option<ObjRef>, frame: ObjRef, lasti: i32, line: i32) -> ObjRef {
    let entry =
        Traceback { next: Slot::new(next), frame: Slot::new(frame), lasti: Cell::new(lasti), line: Cell::new(line) };
    vm.heap.alloc(&vm.types.traceback, entry).into_obj()
}

/// `types.TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)`
fn new(vm: &Vm, _class: &ObjRef, args: Args<'_>) -> PyResult {
    let values = args.values();
    if values.len() != 4 || args.has_keywords() && args.names().len() > 4 {
        let text = format!("TracebackType() takes exactly 4 arguments ({} given)", values.len());
        return Err(vm.type_error(text));
    }
    let next = checked_next(vm, &values[0])?;
    if !values[1].has::<FrameObject>() {
        let kind = vm.type_name(&values[1]);
        return Err(vm.type_error(format!("TracebackType() argument 'tb_frame' must be frame, not {kind}")));
    }
    let (lasti, line) = (vm.to_i64(&values[2])? as i32, vm.to_i64(&values[3])? as i32);
    Ok(make(vm, next, values[1].clone(), lasti, line))
}

fn checked_next(vm: &Vm, value: &ObjRef) -> PyResult<Option<ObjRef>> {
    if value.is(&vm.none) {
        return Ok(None);
    }
    if !value.has::<Traceback>() {
        return Err(vm.type_error(format!("expected traceback object or None, got '{}'", vm.type_name(value))));
    }
    Ok(Some(value.clone()))
}

fn set_next(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let Some(value) = value else {
        return Err(vm.type_error("can't delete tb_next attribute"));
    };
    let next = checked_next(vm, value)?;
    let mut at = next.clone();
    while let Some(entry) = at {
        if entry.is(this) {
            return Err(vm.value_error("traceback loop detected"));
        }
        at = of(&entry).next.get();
    }
    of(this).next.set(next);
    Ok(())
}

fn dir(vm: &Vm, _this: &ObjRef) -> PyResult {
    Ok(vm.list(["tb_frame", "tb_next", "tb_lasti", "tb_lineno"].iter().map(|n| vm.str(n)).collect()))
}

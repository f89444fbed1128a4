//! What a generator object is made of. The registers of its body stand behind it; up to 3.10 in a frame object, which
//! goes when the body has ended.
//!
//! ```text
//!   | header | Generator | Rest | locals | live temporaries |
//!
//!   | header | Generator |        up to 3.10
//!                  └──► | header | FrameObject | Rest | locals | live temporaries |
//! ```

use std::cell::Cell;
use std::ptr::NonNull;

use gc::{Field, Layout, ObjRef, Payload, RawObj, Ref, Slot, Visitor, payload_ptr};

use crate::vm::Vm;
use crate::vm::code_object::CodeObject;
use crate::vm::frame::{Pc, Reg};
use crate::vm::frame_object;

/// Where a generator is in its life.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    Created,
    Suspended,
    Running,
    Finished,
}

/// What kind of body it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flavor {
    Generator,
    Coroutine,
    AsyncGenerator,
}

impl Flavor {
    /// The word for messages.
    pub fn word(self) -> &'static str {
        match self {
            Flavor::Generator => "generator",
            Flavor::Coroutine => "coroutine",
            Flavor::AsyncGenerator => "async generator",
        }
    }
}

/// The payload.
#[repr(C)]
pub struct Generator {
    pub code: Slot,
    pub name: Slot,
    pub qualname: Slot,
    /// The function; the globals where the body has a block of its own.
    pub(super) function: Slot,
    /// The exception that the body is handling while it is suspended.
    pub(super) handled: Slot,
    /// `cr_origin`, or the finalizer hook of an async generator.
    pub extra: Slot,
    pub weak: gc::WeakList,
    /// Where the body rests; None once its frame is gone, up to 3.10.
    rest: Cell<Option<NonNull<Rest>>>,
    pub(super) status: Cell<Status>,
    pub flavor: Flavor,
    /// An async generator is being iterated (`ag_running`).
    pub running_async: Cell<bool>,
    /// An async generator was closed.
    pub closed: Cell<bool>,
    /// The async generator hooks were called.
    pub hooked: Cell<bool>,
    /// The running body has its place among the handled exceptions (`State::swap_handled`).
    pub(super) handling: Cell<bool>,
}

/// What a body leaves behind while it does not run; its registers follow.
#[repr(C)]
pub(super) struct Rest {
    pub namespace: Slot,
    /// The builtins, if this is a block of its own.
    pub builtins: Slot,
    /// The frame object: the one this stands in, or one that somebody asked for. It is the generator's.
    pub frame_object: Slot,
    pub pc: Cell<Pc>,
    /// Registers that are saved.
    pub saved: Cell<u32>,
    /// Registers that there is room for.
    pub room: u32,
    /// This stands in a frame object, to which all but that object belongs.
    pub in_frame: bool,
}

impl Rest {
    /// The saved registers.
    pub fn registers(&self) -> *mut Reg {
        // SAFETY: G1, they stand behind.
        unsafe { std::ptr::from_ref(self).add(1).cast_mut().cast() }
    }
}

impl Generator {
    /// A generator whose body has not begun. `place_rest` gives it its registers.
    pub(super) fn new(
        code: ObjRef,
        function: ObjRef,
        names: (Option<ObjRef>, Option<ObjRef>),
        flavor: Flavor,
    ) -> Generator {
        Generator {
            code: Slot::new(code),
            name: Slot::new(names.0),
            qualname: Slot::new(names.1),
            function: Slot::new(function),
            handled: Slot::empty(),
            extra: Slot::empty(),
            weak: gc::WeakList::default(),
            rest: Cell::new(None),
            status: Cell::new(Status::Created),
            flavor,
            running_async: Cell::new(false),
            closed: Cell::new(false),
            hooked: Cell::new(false),
            handling: Cell::new(false),
        }
    }

    pub fn status(&self) -> Status {
        self.status.get()
    }

    /// The body is about to handle an exception; whether it needs a place for it.
    pub(crate) fn starts_handling(&self) -> bool {
        !self.handling.replace(true)
    }

    /// The code object; the slot is never empty while the generator can run.
    pub(super) fn code(&self) -> &Ref<CodeObject> {
        // SAFETY: G1, set when the generator is made; the reference is short.
        unsafe { self.code.as_ref().unwrap_unchecked().cast_unchecked() }
    }

    /// Where the body rests, if it still has a frame.
    #[inline(always)]
    pub(super) fn rest(&self) -> Option<&Rest> {
        // SAFETY: G1.
        self.rest.get().map(|rest| unsafe { &*rest.as_ptr() })
    }

    /// Where the body of a generator rests that is not finished.
    #[inline(always)]
    pub(super) fn live_rest(&self) -> &Rest {
        debug_assert!(self.rest.get().is_some());
        // SAFETY: G1, it goes when the body has ended.
        unsafe { self.rest().unwrap_unchecked() }
    }

    /// Reports each slot that is the generator's with its name, in CPython's order: names, then what the frame holds.
    fn each_slot(&self, look: &mut dyn FnMut(&'static str, &Slot)) {
        let has_frame = self.rests_in_frame();
        if let Some(rest) = self.rest() {
            look("gi_frame", &rest.frame_object);
        }
        let code_first = has_frame || self.status.get() == Status::Finished;
        if code_first {
            look("gi_code", &self.code);
        }
        look("__name__", &self.name);
        look("__qualname__", &self.qualname);
        if !has_frame {
            self.each_frame_slot(look);
        }
        if !code_first {
            look("gi_code", &self.code);
        }
        look("handled exception", &self.handled);
        look("hook", &self.extra);
    }

    /// Reports each slot that belongs to the frame, where there is one, with its name.
    pub(super) fn each_frame_slot(&self, look: &mut dyn FnMut(&'static str, &Slot)) {
        if let Some(rest) = self.rest() {
            look("f_builtins", &rest.builtins);
        }
        look("function", &self.function);
        if let Some(rest) = self.rest() {
            look("namespace", &rest.namespace);
        }
    }

    /// Whether the body, which does not run, stands in a frame object.
    fn rests_in_frame(&self) -> bool {
        self.rest().is_some_and(|rest| rest.in_frame && rest.frame_object.is_some())
    }

    pub(super) fn each_saved(&self, look: &mut dyn FnMut(usize, &ObjRef)) {
        let Some(rest) = self.rest() else { return };
        for n in 0..rest.saved.get() as usize {
            // SAFETY: G1, `saved` registers are written.
            if let Some(value) = unsafe { &*rest.registers().add(n) } {
                look(n, value);
            }
        }
    }

    /// The body ends without running on: its locals go, or to the frame object if somebody else has that.
    pub(super) fn leave_locals(&self, heap: &gc::Heap) {
        let frame = self.rest().and_then(|rest| Some((rest, rest.frame_object.get()?)));
        if let Some((rest, object)) = frame.filter(|(_, object)| object.refcount() > 2) {
            frame_object::inherit(rest, &object);
            if !rest.in_frame {
                self.leave_object(heap);
            }
        }
        self.drop_saved();
    }

    /// Drops the saved registers, locals first.
    pub(super) fn drop_saved(&self) {
        let Some(rest) = self.rest() else { return };
        for n in 0..rest.saved.replace(0) as usize {
            // SAFETY: G1, each register is taken once because `saved` is 0 now.
            drop(unsafe { (*rest.registers().add(n)).take() });
        }
    }

    /// The body has ended and its registers are gone: leaves the frame object that it stood in, if it did.
    pub(super) fn leave_frame(&self, heap: &gc::Heap) {
        let Some(rest) = self.rest().filter(|rest| rest.in_frame) else { return };
        let (object, namespace, builtins) = (rest.frame_object.take(), rest.namespace.take(), rest.builtins.take());
        self.rest.set(None);
        if let Some(object) = &object {
            part(heap, object);
        }
        drop((namespace, builtins, object));
    }

    /// A collection takes the body away.
    pub(super) fn abandon(&self, heap: &gc::Heap) {
        if self.status.get() != Status::Running {
            self.status.set(Status::Finished);
            self.drop_saved();
            self.leave_frame(heap);
            self.leave_object(heap);
        }
    }
}

impl Generator {
    /// The frame object, if somebody else still has it, goes on without the generator.
    fn leave_object(&self, heap: &gc::Heap) {
        if let Some(object) = self.rest().and_then(|rest| rest.frame_object.take()) {
            part(heap, &object);
        }
    }
}

/// The frame object goes on without its generator: if somebody holds it, the collector looks at it from now on.
fn part(heap: &gc::Heap, object: &ObjRef) {
    frame_object::detach(object);
    if object.refcount() > 1 && !heap.is_tracked(object) {
        heap.track(object);
    }
}

impl Field for Generator {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.each_slot(&mut |_, slot| slot.trace(visitor));
    }
}

/// Makes the place for the registers of a new generator: in a frame object, or behind it.
pub(super) fn place_rest(
    generator: &Ref<Generator>,
    frame: Option<ObjRef>,
    room: usize,
    pc: Pc,
    [namespace, builtins]: [Option<ObjRef>; 2],
) {
    let raw = generator.as_obj().as_raw();
    let place = match &frame {
        Some(frame) => frame_object::body_place(frame),
        // SAFETY: I1 of gc, the object was made with room for it behind the payload.
        None => unsafe { payload_ptr::<Generator>(raw).add(1).cast::<Rest>() },
    };
    let rest = Rest {
        namespace: Slot::new(namespace),
        builtins: Slot::new(builtins),
        pc: Cell::new(pc),
        saved: Cell::new(0),
        room: room as u32,
        in_frame: frame.is_some(),
        frame_object: Slot::new(frame),
    };
    // SAFETY: G1, nothing else stands there.
    unsafe { place.write(rest) };
    generator.rest.set(Some(place));
}

/// Bytes of a `Rest` and so many registers.
pub(super) const fn rest_size(registers: usize) -> usize {
    size_of::<Rest>() + 8 * registers
}

/// Whether bodies rest in blocks of their own.
pub(super) fn has_blocks(vm: &Vm) -> bool {
    vm.heap.profile().frames.is_some()
}

unsafe fn traverse(obj: RawObj, visitor: &mut Visitor<'_>) {
    // SAFETY: I1 of gc, the layout is this payload's.
    unsafe { edges(obj, &mut |_, held| visitor.visit(held)) }
}

unsafe fn edges(obj: RawObj, sink: &mut gc::EdgeSink<'_>) {
    // SAFETY: I1 of gc, the layout is this payload's.
    let this = unsafe { payload_ptr::<Generator>(obj).as_ref() };
    this.each_slot(&mut |name, slot| slot.edges(&mut |place, obj| sink(place.within(name), obj)));
    if !this.rests_in_frame() {
        this.each_saved(&mut |n, value| sink(gc::Place::Local(n), value));
    }
}

unsafe fn clear(obj: RawObj, heap: &gc::Heap) {
    // SAFETY: I1 of gc.
    let this = unsafe { payload_ptr::<Generator>(obj).as_ref() };
    if this.status.get() != Status::Running {
        this.abandon(heap);
        this.each_slot(&mut |_, slot| slot.clear(heap));
    }
}

unsafe fn release(obj: RawObj, heap: &gc::Heap) {
    // SAFETY: I1 of gc.
    let this = unsafe { payload_ptr::<Generator>(obj).as_ref() };
    this.leave_locals(heap);
    this.leave_frame(heap);
    this.leave_object(heap);
    this.weak.release(heap);
    this.each_slot(&mut |_, slot| slot.release(heap));
    // SAFETY: I4 of gc, called once when the count is 0; the slots of the `Rest` are empty.
    unsafe { payload_ptr::<Generator>(obj).drop_in_place() };
}

unsafe fn room(obj: RawObj) -> usize {
    // SAFETY: I1 of gc.
    unsafe { payload_ptr::<Generator>(obj).as_ref() }.rest().map_or(0, |rest| rest.room as usize)
}

// SAFETY: I1 of gc, the static is made for this payload.
unsafe impl Payload for Generator {
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<Generator>("Generator", true);
            layout.traverse = traverse;
            layout.edges = edges;
            layout.clear = clear;
            layout.release = release;
            layout.item_count = room;
            layout
        };
        &LAYOUT
    }
}

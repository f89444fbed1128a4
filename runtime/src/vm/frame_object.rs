//! `frame`: the Python face of a frame, made when somebody asks for it.
//!
//! While the call runs the object points at its frame. When the call ends and the object lives
//! on (a traceback holds it, say), the locals move into the object's tail. The frame object of a
//! suspended generator looks into the generator.

use std::cell::Cell;
use std::ptr::NonNull;

use gc::{Dict, Field, Layout, ObjRef, Payload, RawObj, Ref, Slot, Visitor, payload_ptr};

use crate::error::{PyResult, Raised};
use crate::native::{Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::cell::CellObject;
use crate::vm::code_object::CodeObject;
use crate::vm::frame::{Frame, Kind, Pc, Reg};
use crate::vm::function::Function;
use crate::vm::generator::{self, Generator};
use crate::vm::generator_layout::{Rest, rest_size};
use frontend::code::flags;

/// The payload; locals of a call that is over stand behind it.
#[repr(C)]
pub struct FrameObject {
    /// The caller's frame object, once this call is over.
    pub back: Slot,
    /// The code, once the call is over; before that the frame or the generator has it.
    code: Slot,
    /// The function, or the globals; likewise.
    function: Slot,
    namespace: Slot,
    pub trace: Slot,
    /// The running frame, or null.
    live: Cell<*const Frame>,
    /// The suspended generator, or null: it owns this object.
    resting: Cell<Option<RawObj>>,
    pc: Cell<Pc>,
    /// The line that a watcher is being told of.
    pub(crate) shown_line: Cell<Option<u32>>,
    /// The instruction that ran last while lines were told, and its line.
    pub(crate) seen: Cell<(u32, u32)>,
    pub(crate) trace_lines: Cell<bool>,
    pub(crate) trace_opcodes: Cell<bool>,
    /// Registers in the tail.
    saved: Cell<u32>,
    room: u32,
    /// It is a generator's from the start: the body rests behind the payload.
    body: bool,
    /// Bytes of the block of the call that the object stands in; 0: it has one of its own.
    block: usize,
}

impl FrameObject {
    /// One that stands for nothing yet.
    fn new(pc: Pc, room: usize, block: usize) -> FrameObject {
        FrameObject {
            back: Slot::empty(),
            code: Slot::empty(),
            function: Slot::empty(),
            namespace: Slot::empty(),
            trace: Slot::empty(),
            live: Cell::new(std::ptr::null()),
            resting: Cell::new(None),
            pc: Cell::new(pc),
            shown_line: Cell::new(None),
            seen: Cell::new((0, 0)),
            trace_lines: Cell::new(true),
            trace_opcodes: Cell::new(false),
            saved: Cell::new(0),
            room: room as u32,
            body: false,
            block,
        }
    }

    fn slots(&self) -> [&Slot; 5] {
        [&self.back, &self.code, &self.function, &self.namespace, &self.trace]
    }
}

impl Field for FrameObject {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.slots().into_iter().for_each(|slot| slot.trace(visitor));
    }
    fn release(&self, heap: &gc::Heap) {
        self.slots().into_iter().for_each(|slot| slot.release(heap));
    }
}

/// Where the registers stand that the object itself has: behind the place for a body's rest, if there is one.
fn tail(obj: RawObj) -> *mut Reg {
    // SAFETY: I1 of gc, the tail stands behind the payload.
    unsafe {
        let payload = payload_ptr::<FrameObject>(obj);
        let skipped = if payload.as_ref().body { rest_size(0) } else { 0 };
        payload.add(1).byte_add(skipped).cast::<Reg>().as_ptr()
    }
}

/// Where a body rests in its frame object.
pub(super) fn body_place(object: &ObjRef) -> NonNull<Rest> {
    debug_assert!(of(object).body);
    // SAFETY: I1 of gc, the object was made with that room behind the payload.
    unsafe { payload_ptr::<FrameObject>(object.as_raw()).add(1).cast() }
}

/// Bytes that a call's block must have for a body's frame object.
pub(super) const fn body_size(rest: usize) -> usize {
    gc::GC_HEAD + gc::HEADER + size_of::<FrameObject>() + rest
}

unsafe fn traverse(obj: RawObj, visitor: &mut Visitor<'_>) {
    // SAFETY: I1 of gc, the layout is this payload's.
    unsafe { edges(obj, &mut |_, held| visitor.visit(held)) }
}

unsafe fn edges(obj: RawObj, sink: &mut gc::EdgeSink<'_>) {
    // SAFETY: I1 of gc, the layout is this payload's.
    let this = unsafe { payload_ptr::<FrameObject>(obj).as_ref() };
    const NAMES: [&str; 5] = ["f_back", "f_code", "function", "f_locals", "f_trace"];
    for (slot, name) in this.slots().into_iter().zip(NAMES) {
        slot.edges(&mut |place, obj| sink(place.within(name), obj));
    }
    if let Some(generator) = this.generator().filter(|_| this.body) {
        generator.each_frame_slot(&mut |name, slot| slot.edges(&mut |place, obj| sink(place.within(name), obj)));
        generator.each_saved(&mut |n, value| sink(gc::Place::Local(n), value));
    }
    for n in 0..this.saved.get() as usize {
        // SAFETY: the first `saved` words of the tail are registers.
        if let Some(value) = unsafe { &*tail(obj).add(n) } {
            sink(gc::Place::Local(n), value);
        }
    }
}

fn drop_saved(obj: RawObj) {
    // SAFETY: I1 of gc.
    let this = unsafe { payload_ptr::<FrameObject>(obj).as_ref() };
    for n in 0..this.saved.replace(0) as usize {
        // SAFETY: each register is taken once because `saved` is 0 now.
        drop(unsafe { (*tail(obj).add(n)).take() });
    }
}

unsafe fn clear(obj: RawObj, heap: &gc::Heap) {
    drop_saved(obj);
    // SAFETY: I1 of gc.
    let this = unsafe { payload_ptr::<FrameObject>(obj).as_ref() };
    if let Some(generator) = this.generator().filter(|_| this.body).cloned() {
        generator.abandon(heap);
    }
    drop(this.trace.take());
    drop(this.namespace.take());
}

unsafe fn release(obj: RawObj, heap: &gc::Heap) {
    drop_saved(obj);
    // SAFETY: I1 and I4 of gc, called once when the count is 0.
    unsafe {
        let this = payload_ptr::<FrameObject>(obj).as_ref();
        let (code, block) = (this.code.take(), this.block);
        this.release(heap);
        payload_ptr::<FrameObject>(obj).drop_in_place();
        if let Some(code) = code.filter(|_| block != 0) {
            heap.owe_frame(block, code, |code| &code.to::<CodeObject>().spare);
        }
    }
}

unsafe fn room(obj: RawObj) -> usize {
    // SAFETY: I1 of gc.
    unsafe { payload_ptr::<FrameObject>(obj).as_ref() }.room as usize
}

// SAFETY: I1 of gc, the static is made for this payload.
unsafe impl Payload for FrameObject {
    fn layout() -> &'static Layout {
        static LAYOUT: Layout = {
            let mut layout = Layout::of::<FrameObject>("FrameObject", true);
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

/// The type.
pub static SPEC: TypeSpec = TypeSpec {
    basicsize: 120,
    itemsize: 8,
    exact: gc::Exact::Frame,
    subclassable: false,
    slots: SlotDefs { repr: Some(repr), ..SlotDefs::NONE },
    methods: &[Method::new("clear(self, /)", Fun::None(clear_method))],
    getset: &[
        GetSet {
            name: "f_trace_lines",
            get: |vm, f| Ok(vm.bool(of(f).trace_lines.get())),
            set: Some(|vm, f, value| set_flag(vm, &of(f).trace_lines, value)),
        },
        GetSet {
            name: "f_trace_opcodes",
            get: |vm, f| Ok(vm.bool(of(f).trace_opcodes.get())),
            set: Some(|vm, f, value| set_flag(vm, &of(f).trace_opcodes, value)),
        },
        GetSet { name: "f_back", get: f_back, set: None },
        GetSet { name: "f_locals", get: f_locals, set: None },
        GetSet { name: "f_lineno", get: |vm, f| Ok(vm.int(line(of(f)) as i64)), set: None },
        GetSet { name: "f_trace", get: |vm, f| vm.field(&of(f).trace), set: Some(set_trace) },
        GetSet { name: "f_lasti", get: f_lasti, set: None },
        GetSet { name: "f_globals", get: |_, f| Ok(globals(f)), set: None },
        GetSet { name: "f_builtins", get: f_builtins, set: None },
        GetSet { name: "f_code", get: |vm, f| Ok(of(f).code_object().unwrap_or_else(|| vm.none())), set: None },
    ],
    ..TypeSpec::new("frame", <FrameObject as gc::Payload>::layout)
};

fn of(frame: &ObjRef) -> &Ref<FrameObject> {
    frame.to::<FrameObject>()
}

fn globals(frame: &ObjRef) -> ObjRef {
    of(frame).globals_object().expect("a frame has globals")
}

fn f_builtins(vm: &Vm, frame: &ObjRef) -> PyResult {
    let owner = of(frame).owner();
    let builtins = owner.and_then(|owner| owner.payload::<Function>()?.builtins.get());
    Ok(builtins.unwrap_or_else(|| vm.builtins_of(&globals(frame))))
}

/// Whether the object's block is a call's, so that the next call gets it.
pub fn stands_in_call(object: &ObjRef) -> bool {
    object.payload::<FrameObject>().is_some_and(|frame| frame.block != 0)
}

/// The generator that rests in the frame object.
pub fn resting_body(object: &ObjRef) -> Option<ObjRef> {
    let frame = object.payload::<FrameObject>().filter(|frame| frame.body)?;
    frame.generator().map(|generator| generator.as_obj().clone())
}

impl FrameObject {
    /// The running frame this object stands for.
    fn frame(&self) -> Option<&Frame> {
        // SAFETY: M1, `live` is taken away before the frame is popped.
        unsafe { self.live.get().as_ref() }
    }

    /// The suspended generator that this object belongs to.
    fn generator(&self) -> Option<&Ref<Generator>> {
        self.resting.get()?;
        // SAFETY: M5, the generator owns this object and leaves it before it dies; the handle is not counted.
        Some(unsafe { &*self.resting.as_ptr().cast::<Ref<Generator>>() })
    }

    /// The code object, while the frame has one.
    pub fn code_object(&self) -> Option<ObjRef> {
        match (self.frame(), self.generator()) {
            (Some(frame), _) => Some(frame.code().as_obj().clone()),
            (None, Some(generator)) => generator.code.get(),
            (None, None) => self.code.get(),
        }
    }

    /// The function, or the globals.
    fn owner(&self) -> Option<ObjRef> {
        match (self.frame(), self.generator()) {
            (Some(frame), _) => Some(frame.function().clone()),
            (None, Some(generator)) => generator.function.get(),
            (None, None) => self.function.get(),
        }
    }

    /// The globals of the function.
    pub fn globals_object(&self) -> Option<ObjRef> {
        let owner = self.owner()?;
        match owner.payload::<Function>() {
            Some(function) => function.globals.get(),
            None => Some(owner),
        }
    }

    fn code(&self) -> Ref<CodeObject> {
        let code = self.code_object().expect("a frame has code");
        code.to::<CodeObject>().clone()
    }

    fn pc(&self) -> Pc {
        self.frame().map_or(self.pc.get(), |f| f.pc.get())
    }
}

impl Vm {
    /// The frame object of a running frame, made if there is none yet.
    pub fn frame_object(&self, f: &Frame) -> ObjRef {
        if let Some(object) = f.object.get() {
            return object;
        }
        let room = f.linked().frame_slots as usize;
        let block = f.block.take();
        let object = FrameObject {
            live: Cell::new(f),
            seen: Cell::new((f.index(), f.line())),
            ..FrameObject::new(f.pc.get(), room, block.as_ref().map_or(0, gc::FrameBlock::bytes))
        };
        let ty = &self.types.frame;
        let made = match block {
            Some(block) => self.heap.object_in_frame(ty, object, block),
            None => self.heap.alloc_var(ty, object, room).unwrap_or_else(|_| gc::out_of_memory()),
        };
        f.rare.set(true);
        f.object.set(made.as_obj().clone());
        made.into_obj()
    }

    /// The frame object of a suspended or running generator; None when it is finished.
    pub fn generator_frame(&self, generator: &Ref<Generator>) -> Option<ObjRef> {
        generator::frame_of(self, generator)
    }

    /// The names that the frame sees, as `locals()` gives them: the namespace of module and class
    /// code, else a dict that is brought up to date.
    pub fn frame_locals(&self, f: &Frame) -> PyResult {
        if !f.linked().has(flags::OPTIMIZED) {
            return f.namespace.get().ok_or_else(|| self.system_error("frame without a namespace"));
        }
        let dict = match f.namespace.get() {
            Some(dict) => dict,
            None => {
                let dict = self.dict().into_obj();
                f.rare.set(true);
                f.namespace.set(dict.clone());
                dict
            }
        };
        let read = |x: usize| f.peek(x as i16).cloned();
        update_locals(self, f.code(), dict.to::<Dict>(), read)?;
        Ok(dict)
    }
}

/// Makes `dict` say what the registers say.
fn update_locals(vm: &Vm, code: &CodeObject, dict: &Ref<Dict>, read: impl Fn(usize) -> Option<ObjRef>) -> PyResult<()> {
    let source = code.source();
    for (x, name) in code.linked.register_names.iter().enumerate() {
        let is_cell = source.cell_registers.contains(&(x as u16)) || x >= source.first_free as usize;
        let value = match read(x) {
            Some(cell) if is_cell && cell.has::<CellObject>() => cell.to::<CellObject>().content.get(),
            value => value,
        };
        match value {
            Some(value) => vm.dict_set(dict, name, &value)?,
            None => {
                vm.dict_del(dict, name)?;
            }
        }
    }
    Ok(())
}

/// The call is over and the object lives on: it takes the locals.
pub(crate) fn adopt(vm: &Vm, f: &Frame, object: &ObjRef) {
    let this = of(object);
    let locals = f.linked().first_temp as usize;
    if let Some(caller) = vm.run.frame_below(1).filter(|_| f.generator.get().is_none()) {
        this.back.set(vm.frame_object(caller));
    }
    this.pc.set(f.pc.get());
    this.code.set(f.code().as_obj().clone());
    this.function.set(f.function().clone());
    this.namespace.set(f.namespace.get());
    // SAFETY: M1, M4: the locals move; the tail has room for them and their places become null.
    unsafe {
        std::ptr::copy_nonoverlapping(f.window, tail(object.as_raw()), locals);
        std::ptr::write_bytes(f.window, 0, locals);
    }
    this.saved.set(locals as u32);
    this.live.set(std::ptr::null());
    vm.heap.track(object);
}

/// The generator ends without running on, and the object lives on: it takes the locals.
pub(super) fn inherit(rest: &Rest, object: &ObjRef) {
    let this = of(object);
    let saved = rest.saved.get() as usize;
    let locals = saved.min(this.code().linked.first_temp as usize);
    let (from, to) = (rest.registers(), tail(object.as_raw()));
    if from == to {
        for n in locals..saved {
            // SAFETY: G1, each of these registers is taken once because `saved` is 0 soon.
            drop(unsafe { (*from.add(n)).take() });
        }
        rest.saved.set(0);
    } else {
        // SAFETY: G1, M4: the locals move; the tail has room for them and their places become null.
        unsafe {
            std::ptr::copy_nonoverlapping(from, to, locals);
            std::ptr::write_bytes(from, 0, locals);
        }
    }
    this.saved.set(locals as u32);
}

/// The frame is gone.
pub(crate) fn detach(object: &ObjRef) {
    let this = of(object);
    let (code, owner) = (this.code_object(), this.owner());
    this.code.set(code);
    this.function.set(owner);
    if let Some(f) = this.frame() {
        this.pc.set(f.pc.get());
    }
    this.live.set(std::ptr::null());
    this.resting.set(None);
}

/// The generator that owns the object is suspended.
pub(crate) fn rest(object: &ObjRef, generator: &Ref<Generator>) {
    let this = of(object);
    this.live.set(std::ptr::null());
    this.resting.set(Some(generator.as_obj().as_raw()));
    this.pc.set(generator::saved_pc(generator));
}

/// The generator that owns the object runs again in `f`.
pub(crate) fn attach(object: &ObjRef, f: &Frame) {
    let this = of(object);
    this.resting.set(None);
    this.live.set(f);
}

/// A frame object for a suspended generator.
pub(crate) fn for_generator(vm: &Vm, generator: &Ref<Generator>) -> ObjRef {
    let room = generator.code().linked.frame_slots as usize;
    let object = FrameObject {
        resting: Cell::new(Some(generator.as_obj().as_raw())),
        ..FrameObject::new(generator::saved_pc(generator), room, 0)
    };
    let Ok(made) = vm.heap.alloc_var(&vm.types.frame, object, room) else { gc::out_of_memory() };
    made.into_obj()
}

/// The frame object of a body that is about to become a generator's, in the block of its call.
pub(super) fn for_body(vm: &Vm, f: &Frame, block: gc::FrameBlock) -> ObjRef {
    let object = FrameObject {
        body: true,
        code: Slot::new(f.code().as_obj().clone()),
        ..FrameObject::new(f.pc.get(), f.linked().frame_slots as usize, block.bytes())
    };
    vm.heap.object_in_frame(&vm.types.frame, object, block).into_obj()
}

/// The line of the current instruction.
fn line(this: &FrameObject) -> u32 {
    if let Some(line) = this.shown_line.get() {
        return line;
    }
    this.code().source().line_at(index(this))
}

fn index(this: &FrameObject) -> u32 {
    let code = this.code();
    ((this.pc().addr() - code.linked.instrs.as_ptr().addr()) / 8) as u32
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let frame = of(this);
    let code = frame.code();
    let file = code.filename.get().map_or(Ok("''".to_owned()), |name| vm.repr_text(&name))?;
    let name = vm.slot_text(&code.name);
    Ok(vm.str(format!("<frame at {:#x}, file {file}, line {}, code {name}>", this.addr(), line(frame))))
}

fn f_back(vm: &Vm, this: &ObjRef) -> PyResult {
    let frame = of(this);
    match frame.frame() {
        Some(f) => {
            let mut below = f;
            loop {
                // SAFETY: M1, below a running frame stands another one or the sentinel.
                below = unsafe { &*std::ptr::from_ref(below).sub(1) };
                if below.kind.get() != Kind::Leaving {
                    break;
                }
            }
            Ok(if below.is_base() { vm.none() } else { vm.frame_object(below) })
        }
        None => vm.field(&frame.back),
    }
}

fn f_locals(vm: &Vm, this: &ObjRef) -> PyResult {
    let frame = of(this);
    if let Some(f) = frame.frame() {
        return vm.frame_locals(f);
    }
    let code = frame.code();
    if let Some(namespace) = frame.namespace.get().filter(|_| !code.linked.has(flags::OPTIMIZED)) {
        return Ok(namespace);
    }
    let dict = match frame.namespace.get() {
        Some(dict) => dict,
        None => vm.dict().into_obj(),
    };
    frame.namespace.set(dict.clone());
    let read = |x: usize| match frame.generator() {
        Some(generator) => generator::saved_register(generator, x),
        // SAFETY: the first `saved` words of the tail are registers.
        None if x < frame.saved.get() as usize => unsafe { (*tail(this.as_raw()).add(x)).clone() },
        None => None,
    };
    update_locals(vm, &code, dict.to::<Dict>(), read)?;
    Ok(dict)
}

fn f_lasti(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.int(2 * index(of(this)) as i64))
}

fn set_trace(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let frame = of(this);
    frame.trace.set(value.filter(|value| !value.is(&vm.none)).cloned());
    if frame.shown_line.get().is_none() {
        // The next line that is told is another one than the running one.
        frame.seen.set((index(frame), line(frame)));
    }
    Ok(())
}

fn set_flag(vm: &Vm, flag: &Cell<bool>, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(value) if value.is(&vm.true_) || value.is(&vm.false_) => {
            flag.set(value.is(&vm.true_));
            Ok(())
        }
        _ => Err(vm.type_error("attribute value type must be bool")),
    }
}

/// `frame.clear()`: drops the locals of a call that is over.
fn clear_method(vm: &Vm, this: &ObjRef) -> PyResult {
    let frame = of(this);
    if frame.frame().is_some() {
        return Err(executing(vm));
    }
    if let Some(generator) = frame.generator().cloned() {
        vm.close_generator(&generator)?;
    }
    drop_saved(this.as_raw());
    Ok(vm.none())
}

fn executing(vm: &Vm) -> Raised {
    vm.runtime_error("cannot clear an executing frame")
}

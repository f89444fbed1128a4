//! The machine's state inside a `Vm`: the register file, the frame stack, handled exceptions, limits.

use crate::inspect::balance::Checker;
use crate::inspect::record::Recorder;
use std::alloc::Layout;
use std::cell::{Cell, RefCell, UnsafeCell};
use std::ptr::{self, NonNull};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use gc::{ObjRef, RawObj, Slot};

use crate::error::{PyResult, Raised};
use crate::vm::Vm;
use crate::vm::frame::{Frame, Kind, Pc, Reg};
use crate::vm::link::Linked;
use crate::vm::sink::Feeding;
use crate::vm::tracing::Watchers;

/// Registers that can be live at once, if the process may have the address space; pages are committed when
/// they are touched.
const REGISTERS: usize = 1 << 27;
/// Calls that can be under way at once, whatever the recursion limit says, with as many registers.
const FRAMES: usize = 1 << 22;
/// Native stack that must be left when native code calls itself or Python.
const NATIVE_RESERVE: usize = 128 << 10;

/// A signal came in: KeyboardInterrupt.
pub const SIGNAL: usize = 1;
/// The hooks have changed.
const REHOOK: usize = 2;
/// Memory ran out.
const MEMORY: usize = 3;
/// A collection is due.
const COLLECT: usize = 4;

/// A large zeroed area that never moves.
struct Area {
    start: NonNull<u8>,
    layout: Layout,
}

impl Area {
    /// Zeroed memory of the system; large blocks are mapped lazily.
    fn new<T>(count: usize) -> Area {
        let layout = Layout::array::<T>(count).expect("a constant size");
        // SAFETY: M1, the size is not 0.
        let start = NonNull::new(unsafe { std::alloc::alloc_zeroed(layout) });
        Area { start: start.unwrap_or_else(|| std::alloc::handle_alloc_error(layout)), layout }
    }
}

impl Drop for Area {
    fn drop(&mut self) {
        // SAFETY: M1, allocated with this layout in `new`.
        unsafe { std::alloc::dealloc(self.start.as_ptr(), self.layout) }
    }
}

/// The handled exception of the thread and of each running generator that has had one, outermost first.
///
/// No reference into the vector leaves a method, and none of them runs other code (M8).
struct Handled(UnsafeCell<Vec<Option<ObjRef>>>);

impl Handled {
    fn all(&self) -> &[Option<ObjRef>] {
        // SAFETY: M8, as above: callers copy out at once.
        unsafe { &*self.0.get() }
    }

    #[inline(always)]
    fn push(&self, exc: Option<ObjRef>) {
        // SAFETY: M8, as above.
        unsafe { (*self.0.get()).push(exc) };
    }

    #[inline(always)]
    fn pop(&self) -> Option<ObjRef> {
        // SAFETY: M8, as above.
        unsafe { (*self.0.get()).pop().flatten() }
    }

    fn swap(&self, exc: Option<ObjRef>) -> Option<ObjRef> {
        // SAFETY: M8, as above.
        let last = unsafe { (*self.0.get()).last_mut() };
        last.and_then(|last| std::mem::replace(last, exc))
    }
}

/// Everything the machine needs between two instructions.
pub struct State {
    frames: Area,
    /// Calls that fit into `frames`.
    capacity: usize,
    _registers: Area,
    /// End of the register file.
    end: *mut Reg,
    /// The running frame; the base sentinel when nothing runs.
    top: Cell<*mut Frame>,
    /// No frame may be pushed at or above this; moves with the recursion limit and native nesting.
    limit: Cell<*mut Frame>,
    recursion_limit: Cell<usize>,
    native_depth: Cell<usize>,
    /// Lowest address that the native stack may reach.
    stack_floor: Cell<usize>,
    handled: Handled,
    /// The exception about to be raised passes this frame again: it is in the traceback already.
    reraise: Cell<bool>,
    /// What native loops over generators do with the items.
    pub(crate) feeding: Feeding,
    /// `sys.set_asyncgen_hooks`: first iteration, finalizer.
    async_hooks: [Slot; 2],
    /// Why the loop must look up, 0 if it need not: [`SIGNAL`] from a signal handler, [`REHOOK`], [`MEMORY`],
    /// [`COLLECT`]. Seen at backward jumps, calls and resumptions.
    interrupt: Arc<AtomicUsize>,
    /// Loops that run bare must be left: somebody wants to watch.
    rehook: Cell<bool>,
    /// A signal came in and was not noticed yet: the next one ends the process.
    unnoticed: Arc<AtomicBool>,
    /// Memory ran out where nobody could be told.
    memory_out: Cell<bool>,

    /// Code that a function gave up while calls of it were running.
    retired: RefCell<Vec<ObjRef>>,
    /// `-O`, `-OO`.
    pub optimize: Cell<u8>,
    /// Somebody watches.
    pub(crate) hooks_on: Cell<bool>,
    /// What `sys.settrace` and `sys.setprofile` were given.
    pub(crate) watchers: Watchers,
    /// What is told each instruction, if anything.
    pub(crate) recorder: RefCell<Option<Rc<Recorder>>>,
    /// What checks the counts while the program runs, if anything.
    pub(crate) checker: RefCell<Option<Rc<Checker>>>,
}

impl State {
    pub fn new() -> State {
        // At most a sixteenth of a limited address space for the registers, and half of that for the frames.
        let share = gc::address_space() / 16 / size_of::<Reg>();
        let capacity = FRAMES.min(share / 32);
        let register_count = REGISTERS.min(share);
        let (registers, frames) = (Area::new::<Reg>(register_count), Area::new::<Frame>(capacity));
        let base = frames.start.cast::<Frame>().as_ptr();
        // SAFETY: M1; zeroed memory is a frame with empty rare fields, the others are written here.
        unsafe {
            (&raw mut (*base).window).write(registers.start.cast::<Reg>().as_ptr());
            (&raw mut (*base).kind).write(Cell::new(Kind::Base));
        }
        // SAFETY: M1, one past the area.
        let end = unsafe { registers.start.cast::<Reg>().as_ptr().add(register_count) };
        let state = State {
            frames,
            capacity,
            _registers: registers,
            end,
            top: Cell::new(base),
            limit: Cell::new(base),
            recursion_limit: Cell::new(1000),
            native_depth: Cell::new(0),
            stack_floor: Cell::new(0),
            handled: Handled(UnsafeCell::new(vec![None])),
            reraise: Cell::new(false),
            feeding: Feeding::default(),
            async_hooks: [Slot::empty(), Slot::empty()],
            interrupt: Arc::new(AtomicUsize::new(0)),
            rehook: Cell::new(false),
            unnoticed: Arc::new(AtomicBool::new(false)),
            memory_out: Cell::new(false),
            retired: RefCell::new(Vec::new()),
            optimize: Cell::new(0),
            hooks_on: Cell::new(false),
            watchers: Watchers::default(),
            recorder: RefCell::new(None),
            checker: RefCell::new(None),
        };
        state.place_limit();
        state
    }

    fn base(&self) -> *mut Frame {
        self.frames.start.cast::<Frame>().as_ptr()
    }

    /// The running frame (or the sentinel).
    #[inline(always)]
    pub fn top_ptr(&self) -> *mut Frame {
        self.top.get()
    }

    /// The running frame (or the sentinel).
    #[inline(always)]
    pub fn top(&self) -> &Frame {
        // SAFETY: M1, `top` points at a frame that was written and not yet popped.
        unsafe { &*self.top.get() }
    }

    /// Pushes a frame; the caller has asked `has_room`. The rare fields are empty.
    #[inline(always)]
    pub(crate) fn push(&self, window: *mut Reg, linked: &Linked, function: ObjRef, scopes: [RawObj; 2], kind: Kind) {
        self.push_at(linked.instrs.as_ptr(), window, linked, function, scopes, kind);
    }

    /// Pushes a frame that goes on in the middle of its code.
    #[inline(always)]
    pub(crate) fn push_at(
        &self,
        pc: Pc,
        window: *mut Reg,
        linked: &Linked,
        function: ObjRef,
        [globals, builtins]: [RawObj; 2],
        kind: Kind,
    ) {
        // SAFETY: M1, `has_room` said that there is one more; the place holds no live frame.
        unsafe {
            let next = self.top.get().add(1);
            (&raw mut (*next).pc).write(Cell::new(pc));
            (&raw mut (*next).window).write(window);
            (&raw mut (*next).linked).write(linked);
            (&raw mut (*next).function).write(Some(function));
            (&raw mut (*next).globals).write(globals);
            (&raw mut (*next).builtins).write(builtins);
            (&raw mut (*next).kind).write(Cell::new(kind));
            self.top.set(next);
        }
    }

    /// Takes the frame on top off the stack and returns its function. The registers are empty or
    /// moved, the rare fields empty.
    #[inline(always)]
    pub(crate) fn pop(&self) -> Option<ObjRef> {
        let top = self.top.get();
        // SAFETY: M1, a pushed frame stands there; the function moves out once, because top moves down.
        unsafe {
            debug_assert!((*top).namespace.is_none() && (*top).object.is_none() && (*top).held.is_none());
            debug_assert!((*top).kept.get() == 0 && !(*top).nested.get());
            (*top).rare.set(false);
            (*top).generator.set(None);
            self.top.set(top.sub(1));
            (&raw const (*top).function).read()
        }
    }

    /// The frame `n` calls below the running one; None beyond the first one.
    pub fn frame_below(&self, n: usize) -> Option<&Frame> {
        self.frames().nth(n)
    }

    /// The running frames, innermost first.
    pub fn frames(&self) -> impl Iterator<Item = &Frame> {
        self.all_frames().filter(|f| f.kind.get() != Kind::Leaving)
    }

    /// The running frames and those that are being left, innermost first.
    pub(crate) fn all_frames(&self) -> impl Iterator<Item = &Frame> {
        // SAFETY: M1, between the sentinel and top.
        (0..self.frame_count()).map(|n| unsafe { &*self.top.get().sub(n) })
    }

    /// The handled exceptions, outermost first; nothing may run while they are looked at.
    pub(super) fn handled_exceptions(&self) -> &[Option<ObjRef>] {
        self.handled.all()
    }

    pub(super) fn hook_slots(&self) -> &[Slot; 2] {
        &self.async_hooks
    }

    pub(super) fn each_retired(&self, look: &mut dyn FnMut(&ObjRef)) {
        self.retired.borrow().iter().for_each(look);
    }

    /// A function gets other code: the old one stays alive while a frame runs it.
    pub(crate) fn retire(&self, code: ObjRef) {
        let runs = |code: &ObjRef| self.all_frames().any(|f| f.code().as_obj().is(code));
        let mut retired = self.retired.borrow_mut();
        retired.push(code);
        let gone: Vec<ObjRef> = retired.extract_if(.., |code| !runs(code)).collect();
        drop(retired);
        drop(gone);
    }

    /// Number of running frames.
    pub fn frame_count(&self) -> usize {
        // SAFETY: M1, both inside the frame stack.
        unsafe { self.top.get().offset_from(self.base()) as usize }
    }

    /// Whether a window from `start` with this many registers and one more frame fit.
    #[inline(always)]
    pub fn has_room(&self, start: *mut Reg, registers: usize) -> bool {
        self.top.get().addr() + size_of::<Frame>() < self.limit.get().addr()
            && start.addr() + registers * size_of::<Reg>() < self.end.addr()
    }

    /// Where the window of a frame that native code pushes starts.
    #[inline(always)]
    pub fn free_window(&self) -> *mut Reg {
        let top = self.top();
        if top.is_base() { top.window } else { top.window_end() }
    }

    pub fn recursion_limit(&self) -> usize {
        self.recursion_limit.get()
    }

    /// Python and native calls under way.
    pub fn depth(&self) -> usize {
        self.frame_count() + self.native_depth.get()
    }

    /// `sys.setrecursionlimit`; the caller has checked it against the depth.
    pub fn set_recursion_limit(&self, limit: usize) {
        self.recursion_limit.set(limit);
        self.place_limit();
    }

    fn place_limit(&self) {
        let frames = self.recursion_limit.get().saturating_sub(self.native_depth.get()).min(self.capacity - 8);
        // SAFETY: M1, at most `capacity` entries.
        self.limit.set(unsafe { self.base().add(frames + 1) });
    }

    /// Says how far down the native stack may grow: called by whoever made the thread.
    pub fn set_stack_floor(&self, address: usize) {
        self.stack_floor.set(address);
    }

    #[inline]
    pub(crate) fn native_room(&self) -> bool {
        let here = 0u8;
        ptr::from_ref(&here).addr() > self.stack_floor.get() + NATIVE_RESERVE
    }

    /// One level of native recursion more, if there may be one.
    #[inline]
    pub(super) fn enter_native(&self) -> bool {
        let depth = self.native_depth.get() + 1;
        if self.frame_count() + depth > self.recursion_limit.get() || !self.native_room() {
            return false;
        }
        self.native_depth.set(depth);
        self.limit.set(self.limit.get().wrapping_sub(1));
        true
    }

    #[inline]
    pub(super) fn leave_native(&self) {
        self.native_depth.set(self.native_depth.get() - 1);
        self.place_limit();
    }

    /// Where a signal handler writes [`SIGNAL`].
    pub fn interrupt_flag(&self) -> Arc<AtomicUsize> {
        self.interrupt.clone()
    }

    /// Bare loops are left at the next call or jump.
    pub(crate) fn ask_rehook(&self) {
        self.rehook.set(true);
        // A signal that is waiting stays.
        self.interrupt.compare_exchange(0, REHOOK, Ordering::Relaxed, Ordering::Relaxed).ok();
    }

    /// A collection is due.
    pub(crate) fn ask_collection(&self) {
        self.interrupt.compare_exchange(0, COLLECT, Ordering::Relaxed, Ordering::Relaxed).ok();
    }

    /// The collection is being looked after.
    pub(crate) fn take_collection(&self) {
        self.interrupt.compare_exchange(COLLECT, self.other_reason(), Ordering::Relaxed, Ordering::Relaxed).ok();
    }

    /// Whether the bare loop must be left.
    pub(crate) fn take_rehook(&self) -> bool {
        self.interrupt.compare_exchange(REHOOK, 0, Ordering::Relaxed, Ordering::Relaxed).ok();
        self.rehook.replace(false)
    }

    #[inline(always)]
    pub fn interrupted(&self) -> bool {
        self.interrupt.load(Ordering::Relaxed) != 0
    }

    /// The next safepoint raises MemoryError.
    pub(crate) fn memory_ran_out(&self) {
        self.memory_out.set(true);
        self.interrupt.compare_exchange(0, MEMORY, Ordering::Relaxed, Ordering::Relaxed).ok();
    }

    pub(crate) fn take_memory_out(&self) -> bool {
        self.interrupt.compare_exchange(MEMORY, self.other_reason(), Ordering::Relaxed, Ordering::Relaxed).ok();
        self.memory_out.replace(false)
    }

    pub(crate) fn take_interrupt(&self) -> bool {
        let other = self.other_reason();
        let came = self.interrupt.compare_exchange(SIGNAL, other, Ordering::Relaxed, Ordering::Relaxed).is_ok();
        if came {
            self.unnoticed.store(false, Ordering::Relaxed);
        }
        came
    }

    /// What stays to be noticed when a signal or the lack of memory was: native code may have looked, which
    /// cannot leave the loop.
    fn other_reason(&self) -> usize {
        if self.rehook.get() { REHOOK } else { 0 }
    }

    /// True from a signal until it is noticed.
    pub fn unnoticed_signal(&self) -> Arc<AtomicBool> {
        self.unnoticed.clone()
    }

    /// The exception that is being handled (`sys.exc_info`).
    pub fn handled(&self) -> Option<ObjRef> {
        self.handled.all().iter().rev().find_map(Clone::clone)
    }

    /// Makes `exc` the handled exception of the running body and returns the one before.
    pub(crate) fn swap_handled(&self, f: &Frame, exc: Option<ObjRef>) -> Option<ObjRef> {
        if f.generator().is_some_and(|generator| generator.starts_handling()) {
            self.handled.push(exc);
            return None;
        }
        self.handled.swap(exc)
    }

    /// Whether an exception is being handled.
    pub(crate) fn is_handling(&self) -> bool {
        self.handled.all().iter().any(Option::is_some)
    }

    pub(crate) fn set_reraise(&self) {
        self.reraise.set(true);
    }

    pub(crate) fn take_reraise(&self) -> bool {
        self.reraise.replace(false)
    }

    /// The hooks of async generators: first iteration, finalizer.
    pub fn async_hooks(&self) -> (Option<ObjRef>, Option<ObjRef>) {
        (self.async_hooks[0].get(), self.async_hooks[1].get())
    }

    pub fn set_async_hooks(&self, first: Option<ObjRef>, finalizer: Option<ObjRef>) {
        self.async_hooks[0].set(first);
        self.async_hooks[1].set(finalizer);
    }

    /// A generator that handles an exception goes on.
    #[inline(always)]
    pub(crate) fn push_handled(&self, exc: Option<ObjRef>) {
        self.handled.push(exc);
    }

    /// The generator is suspended: gives back its handled exception.
    #[inline(always)]
    pub(crate) fn pop_handled(&self) -> Option<ObjRef> {
        self.handled.pop()
    }
}

impl Default for State {
    fn default() -> State {
        State::new()
    }
}

/// One level of native recursion; ends when it is dropped.
pub struct Guard<'v>(&'v State);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.leave_native();
    }
}

impl Vm {
    /// Enters one level of native recursion: RecursionError `maximum recursion depth exceeded` + `place`.
    #[inline]
    pub fn enter_recursion(&self, place: &str) -> PyResult<Guard<'_>> {
        if self.run.enter_native() { Ok(Guard(&self.run)) } else { Err(self.too_deep(place)) }
    }

    #[cold]
    pub(crate) fn too_deep(&self, place: &str) -> Raised {
        // Making the exception may itself need room (CPython: recursion_headroom).
        let limit = self.run.limit.get();
        self.run.limit.set(limit.wrapping_add(50));
        let raised = self.recursion_error(format!("maximum recursion depth exceeded{place}"));
        self.run.limit.set(limit);
        raised
    }
}

//! Follows the running code, instruction by instruction: which line is it, and what did the instruction do to the counts.

use super::holders::{self, View};
use super::reasons::{calls, is_quiet, loads_local, name, reason, stores, stores_special_name, writes_local};
use super::{Event, PLAIN, Recorder, What};
use crate::builtins::module::Module;
use crate::inspect::net::bytes_of;
use crate::vm::Vm;
use crate::vm::cpu::Step;
use crate::vm::frame::Frame;
use crate::vm::function::Function;
use crate::vm::instr::Instr;
use crate::vm::modules::LIBRARY;
use frontend::code::Code;
use frontend::op::Op;
use gc::{Bytes, Change, Exact, ObjRef, Str, TypeFlags};
use std::rc::Rc;

/// Where the program is.
#[derive(Default)]
pub(super) struct Here {
    /// The code of the instruction.
    code: Option<Rc<Code>>,
    /// It is the program's, not the library's: its lines are told.
    own: bool,
    instr: Option<Instr>,
    /// The function that the instruction has entered.
    entered: Option<Rc<str>>,
    /// The register that holds what a native function has just returned, and its name.
    returned: Option<(i16, Rc<str>)>,
    /// The file of the code, as a number.
    code_file: u32,
    step: u64,
    file: u32,
    line: u32,
}

/// The instruction that a loop has under way; others may run meanwhile.
pub(crate) struct UnderWay {
    code: Rc<Code>,
    instr: Instr,
    /// The address of the object that the instruction puts somewhere, 0 if that is not what it does.
    placed: usize,
    view: View,
}

impl Here {
    pub(super) fn place(&self) -> (u64, u32, u32) {
        (self.step, self.file, self.line)
    }

    /// The numbers of the files that it names.
    pub(super) fn files(&self) -> [u32; 2] {
        [self.file, self.code_file]
    }

    /// Whether a line of the program is under way.
    pub(super) fn is_somewhere(&self) -> bool {
        self.line > 0
    }

    /// The code of the instruction under way.
    fn enter(&mut self, recorder: &Recorder, code: &Rc<Code>) {
        if !self.code.as_ref().is_some_and(|here| Rc::ptr_eq(here, code)) {
            self.own = !code.filename.starts_with(LIBRARY);
            self.code_file = recorder.number(&recorder.lines.borrow().file_of(code));
            self.code = Some(code.clone());
        }
    }

    /// Nothing runs any more.
    pub(super) fn leave(&mut self) {
        *self = Here { step: self.step, file: self.file, ..Here::default() };
    }

    /// The program has ended.
    pub(super) fn end(&mut self) {
        (self.code, self.instr) = (None, None);
    }

    /// Why a count rises or falls.
    pub(super) fn reason(&self, up: bool) -> String {
        match (&self.code, self.instr) {
            (Some(code), Some(instr)) => reason(code, instr, up, self.entered.as_deref()),
            _ => "the end of the program".into(),
        }
    }
}

/// The instruction of `f` is about to run.
pub(crate) fn before(vm: &Vm, f: &Frame) -> Option<UnderWay> {
    let recorder = vm.recorder()?;
    let source = &f.linked().source;
    let line = source.line_at(f.index());
    let mut here = recorder.here.borrow_mut();
    here.enter(&recorder, source);
    if here.own && line > 0 && (line != here.line || here.code_file != here.file) {
        drop(here);
        settle(vm, &recorder, false);
        here = recorder.here.borrow_mut();
        here.step += 1;
        (here.file, here.line) = (here.code_file, line);
    }
    let instr = f.instr();
    (here.instr, here.entered) = (Some(instr), None);
    drop(here);
    let operand = stores(instr).map(|x| f.rk(x));
    if let Some(obj) = operand.filter(|_| !stores_special_name(source, instr)) {
        recorder.follow(vm, obj, 0);
    }
    let view = View::of(vm, f, source, instr);
    Some(UnderWay { code: source.clone(), instr, placed: operand.map_or(0, |obj| obj.addr()), view })
}

/// It has run.
pub(crate) fn after(vm: &Vm, step: &Step, done: UnderWay) {
    let Some(recorder) = vm.recorder() else { return };
    let UnderWay { code, instr, mut placed, mut view } = done;
    let top = vm.run.top();
    let goes_on = matches!(step, Step::Next | Step::Jump) && !top.is_base();
    let written = goes_on && writes_local(&code, instr);
    if let Some(obj) = top.peek(instr.a).filter(|_| written) {
        recorder.follow(vm, obj, 1);
    }
    if goes_on && is_quiet(&code, instr) {
        return view.forget(vm);
    }
    {
        // A finalizer may have run meanwhile: this loop's instruction is what counts again.
        let mut here = recorder.here.borrow_mut();
        here.enter(&recorder, &code);
        here.instr = Some(instr);
        let enters = !matches!(step, Step::Raise(_)) && !top.is_base() && !Rc::ptr_eq(&top.linked().source, &code);
        if calls(instr) && enters {
            here.entered = Some(top.linked().source.name.clone());
            view.native = None;
        }
    }
    if goes_on && loads_local(&code, instr) {
        placed = top.peek(instr.a).map_or(0, |obj| obj.addr());
    }
    let mut changes = Vec::new();
    vm.heap.each_changed(&mut |change| {
        // What else rises meanwhile waits in a temporary for another instruction.
        let told = change.now < change.told || placed == 0 || change.addr == placed;
        if told {
            changes.push(change);
        }
        told
    });
    // Handles of what was in view would be counted themselves.
    let seen = view.seen(vm);
    let made = top.peek(instr.a).filter(|_| goes_on && instr.op.general().shape().starts_with("dst"));
    let work = Work { vm, recorder: &recorder, code: &code, instr, view: &view, seen: &seen, made };
    for change in changes {
        recorder.count(change, work.reason(change));
    }
    drop(seen);
    recorder.here.borrow_mut().returned = view.native.filter(|_| goes_on).map(|native| (instr.a, native));
}

/// An instruction that is done, to be asked why counts changed.
struct Work<'a> {
    vm: &'a Vm,
    recorder: &'a Recorder,
    code: &'a Code,
    instr: Instr,
    /// What it was known to work on.
    view: &'a View,
    /// The containers that it could reach.
    seen: &'a [ObjRef],
    /// What it has made.
    made: Option<&'a ObjRef>,
}

impl Work<'_> {
    /// Why the count changed, as a number.
    fn reason(&self, change: Change) -> u32 {
        let rises = change.now > change.told;
        let detail = if rises { self.put(change) } else { self.taken() };
        let number = detail.and_then(|detail| self.recorder.number_of_many(&detail));
        number.unwrap_or_else(|| {
            let general = match &self.view.native {
                Some(native) if rises => format!("kept by {native}"),
                Some(native) => format!("let go by {native}"),
                None => self.recorder.here.borrow().reason(rises),
            };
            self.recorder.number(&general)
        })
    }

    /// Where it was put.
    fn put(&self, change: Change) -> Option<String> {
        let (addr, more) = (change.addr, (change.now - change.told) as usize);
        if writes_local(self.code, self.instr) && self.made.is_some_and(|made| made.addr() == addr) {
            return None;
        }
        if calls(self.instr) && self.view.native.is_none() {
            return holders::parameter(self.vm, addr);
        }
        if self.made.is_some_and(|made| made.ty_ref().addr() == addr) {
            return Some(format!("class of a new {}", self.vm.type_name(self.made?)));
        }
        if let (Some(key), Some(holder)) = (&self.view.key, self.seen.first()) {
            let native = self.view.native.as_ref().map_or(String::new(), |native| format!(" ({native})"));
            return Some(format!("{key} of {}{native}", holders::title(self.vm, holder)));
        }
        let place = |holder: &ObjRef, new: bool| holders::place_in(self.vm, holder, addr, more, new);
        let held = self.seen.iter().find_map(|holder| place(holder, false));
        let held = held.or_else(|| place(self.made?, self.vm.heap.is_fresh_object(self.made?)))?;
        Some(self.view.native.as_ref().map_or(held.clone(), |native| format!("{held} ({native})")))
    }

    /// What it was taken from.
    fn taken(&self) -> Option<String> {
        let title = || Some(holders::title(self.vm, self.seen.first()?));
        match self.instr.op.general() {
            Op::StoreAttr => {
                Some(format!("attribute {} of {} was bound anew", name(self.code, self.instr.c), title()?))
            }
            Op::DeleteAttr => Some(format!("del attribute {} of {}", name(self.code, self.instr.b), title()?)),
            Op::SetItem => Some(match &self.view.key {
                Some(key) => format!("{key} of {} was replaced", title()?),
                None => format!("replaced in {}", title()?),
            }),
            Op::DelItem => Some(format!("deleted from {}", title()?)),
            Op::Drop => {
                let here = self.recorder.here.borrow();
                let (_, native) = here.returned.as_ref().filter(|(register, _)| *register == self.instr.a)?;
                Some(format!("nobody keeps what {native} returned"))
            }
            _ => {
                let native = self.view.native.as_ref().filter(|native| native.contains('.'))?;
                Some(format!("taken from {} ({native})", title()?))
            }
        }
    }
}

/// Whether the count of a number or text can tell something: not of those that every program shares, which are static.
pub(super) fn is_worth_following(vm: &Vm, obj: &ObjRef) -> bool {
    if obj.ty().is_gc() || vm.heap.is_static(obj) {
        return false;
    }
    if let Some(text) = obj.payload::<Str>() {
        return text.len() > 1;
    }
    if let Some(bytes) = obj.payload::<Bytes>() {
        return bytes.len() > 1;
    }
    true
}

impl Vm {
    /// Whether the count of an object says something about the program: data of its own, no module, function or class.
    pub fn has_own_count(&self, obj: &ObjRef) -> bool {
        if !obj.ty().is_gc() {
            return is_worth_following(self, obj);
        }
        let defined = obj.ty().has(TypeFlags::TYPE) || obj.has::<Function>() || obj.has::<Module>();
        !defined && obj.ty().exact() != Exact::BuiltinFunction && !self.heap.is_static(obj)
    }
}

impl Recorder {
    fn count(&self, change: Change, reason: u32) {
        let Change { addr, told: from, now: to } = change;
        let known = self.known.borrow().get(&addr).copied();
        if let Some(thing) = known {
            self.push(What::Count { thing, from, to, reason });
        }
    }

    /// A number or text is put somewhere: from now on its count is followed. `placed` of its counts are the place's.
    fn follow(&self, vm: &Vm, obj: &ObjRef, placed: isize) {
        if obj.ty().is_gc() || vm.heap.is_watched(obj.addr()) || !is_worth_following(vm, obj) {
            return;
        }
        let made = obj.refcount() == 1 && vm.heap.is_fresh(obj.addr());
        let asking = if made { 0 } else { placed };
        if !vm.heap.watch_within(obj, asking, PLAIN) {
            return;
        }
        let thing = self.known_object(vm, obj);
        self.push(match made {
            true => What::Born { thing, bytes: bytes_of(vm, obj) },
            false => What::Met { thing, count: obj.refcount() - asking },
        });
    }
}

/// A line is done: counts that nobody was told of yet are, and a watch tells what the line did.
/// `ended`: the text that ran is done, and its constants with it.
pub(super) fn settle(vm: &Vm, recorder: &Recorder, ended: bool) {
    if recorder.here.borrow().is_somewhere() {
        let back = if ended { "a constant of what ran is gone" } else { "what was under way is done" };
        let mut changes = Vec::new();
        vm.heap.each_changed(&mut |change| {
            changes.push(change);
            true
        });
        for change in changes {
            // Native code may have called the function that begins.
            let argument = if change.now > change.told { holders::parameter(vm, change.addr) } else { None };
            let argument = argument.and_then(|argument| recorder.number_of_many(&argument));
            let general = if change.now > change.told { "held by what is under way" } else { back };
            recorder.count(change, argument.unwrap_or_else(|| recorder.number(general)));
        }
    }
    vm.heap.forget_fresh();
    let events: Vec<Event> = std::mem::take(&mut *recorder.step_events.borrow_mut());
    if !events.is_empty() {
        recorder.tell_step(vm, &events);
    }
}

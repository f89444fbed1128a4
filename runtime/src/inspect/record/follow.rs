//! Follows the running code, instruction by instruction: which line is it, and what did the instruction do to the counts.

use super::reasons::{is_quiet, loads_local, reason, stores};
use super::{Event, Recorder, What};
use crate::vm::Vm;
use crate::vm::cpu::Step;
use crate::vm::frame::Frame;
use crate::vm::instr::Instr;
use frontend::code::Code;
use frontend::op::Op;
use gc::Change;
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
}

impl Here {
    pub(super) fn place(&self) -> (u64, u32, u32) {
        (self.step, self.file, self.line)
    }

    /// Whether a line of the program is under way.
    pub(super) fn is_somewhere(&self) -> bool {
        self.line > 0
    }

    /// The code of the instruction under way.
    fn enter(&mut self, recorder: &Recorder, code: &Rc<Code>) {
        if !self.code.as_ref().is_some_and(|here| Rc::ptr_eq(here, code)) {
            self.own = !code.filename.starts_with("<frozen");
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
        settle(vm, &recorder);
        here = recorder.here.borrow_mut();
        here.step += 1;
        (here.file, here.line) = (here.code_file, line);
    }
    let instr = f.instr();
    (here.instr, here.entered) = (Some(instr), None);
    let placed = stores(instr).filter(|x| *x >= 0).and_then(|x| f.peek(x)).map_or(0, |obj| obj.addr());
    Some(UnderWay { code: source.clone(), instr, placed })
}

/// It has run.
pub(crate) fn after(vm: &Vm, step: &Step, done: UnderWay) {
    let Some(recorder) = vm.recorder() else { return };
    let UnderWay { code, instr, mut placed } = done;
    let top = vm.run.top();
    let goes_on = matches!(step, Step::Next | Step::Jump);
    if goes_on && is_quiet(&code, instr) {
        return;
    }
    {
        // A finalizer may have run meanwhile: this loop's instruction is what counts again.
        let mut here = recorder.here.borrow_mut();
        here.enter(&recorder, &code);
        here.instr = Some(instr);
        let calls = matches!(instr.op.general(), Op::Call | Op::CallKw | Op::CallEx | Op::CallExit);
        if calls && !matches!(step, Step::Raise(_)) && !top.is_base() && !Rc::ptr_eq(&top.linked().source, &code) {
            here.entered = Some(top.linked().source.name.clone());
        }
    }
    if goes_on && loads_local(&code, instr) && !top.is_base() {
        placed = top.peek(instr.a).map_or(0, |obj| obj.addr());
    }
    let (mut up, mut down) = (None, None);
    vm.heap.each_changed(&mut |change| {
        let rises = change.now > change.told;
        // What else rises meanwhile waits in a temporary for another instruction.
        if rises && placed != 0 && change.addr != placed {
            return false;
        }
        let cache = if rises { &mut up } else { &mut down };
        let reason = *cache.get_or_insert_with(|| recorder.number(&recorder.here.borrow().reason(rises)));
        recorder.count(change, reason);
        true
    });
}

impl Recorder {
    fn count(&self, change: Change, reason: u32) {
        let Change { addr, told: from, now: to } = change;
        let known = self.known.borrow().get(&addr).copied();
        if let Some(super::Known { object, kind }) = known {
            self.push(What::Count { object, addr, kind, from, to, reason });
        }
    }
}

/// A line is done: counts that nobody was told of yet are, and a watch tells what the line did.
pub(super) fn settle(vm: &Vm, recorder: &Recorder) {
    if recorder.here.borrow().is_somewhere() {
        let reason = recorder.number("held by what is under way");
        let back = recorder.number("what was under way is done");
        vm.heap.each_changed(&mut |change| {
            recorder.count(change, if change.now > change.told { reason } else { back });
            true
        });
    }
    let events: Vec<Event> = std::mem::take(&mut *recorder.step_events.borrow_mut());
    if !events.is_empty() {
        recorder.tell_step(&events);
    }
}

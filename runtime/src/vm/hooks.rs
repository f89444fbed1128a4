//! What an instrument may see of a running program; `Bare` sees nothing and costs nothing.

use crate::error::Raised;
use crate::vm::Vm;
use crate::vm::frame::Frame;
use crate::vm::instr::Instr;

/// Called by the loop. All of it is compiled away for [`Bare`].
pub trait Hooks {
    /// Whether anything looks.
    const ON: bool;
    /// An instruction is about to run.
    fn instruction(vm: &Vm, frame: &Frame, instr: Instr);
    /// An exception is about to be unwound.
    fn raised(vm: &Vm, raised: &Raised);
}

/// No instrument looks.
pub struct Bare;

impl Hooks for Bare {
    const ON: bool = false;
    #[inline(always)]
    fn instruction(_vm: &Vm, _frame: &Frame, _instr: Instr) {}
    #[inline(always)]
    fn raised(_vm: &Vm, _raised: &Raised) {}
}

/// An instrument looks: it is told each line, call, return and exception.
pub struct Events;

impl Hooks for Events {
    const ON: bool = true;
    #[inline(never)]
    fn instruction(vm: &Vm, frame: &Frame, instr: Instr) {
        vm.observer_event(Event::Instruction { frame, instr });
    }
    #[inline(never)]
    fn raised(vm: &Vm, raised: &Raised) {
        vm.observer_event(Event::Raised(raised));
    }
}

/// What happened.
pub enum Event<'a> {
    /// The instruction is about to run in this frame.
    Instruction { frame: &'a Frame, instr: Instr },
    /// This exception is about to be unwound.
    Raised(&'a Raised),
}

/// An instrument. It looks from outside: it must not run Python or allocate in the heap.
pub trait Observer {
    fn event(&self, vm: &Vm, event: Event<'_>);
}

impl Vm {
    fn observer_event(&self, event: Event<'_>) {
        let observer = self.run.observer.borrow().clone();
        if let Some(observer) = observer {
            observer.event(self, event);
        }
    }

    /// Puts an instrument in place; code that is entered from now on tells it what it does.
    pub fn observe(&self, observer: Option<std::rc::Rc<dyn Observer>>) {
        self.run.hooks_on.set(observer.is_some());
        *self.run.observer.borrow_mut() = observer;
    }
}

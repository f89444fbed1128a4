//! Who takes what is written to the standard streams, instead of the system.

use crate::vm::{Keeps, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// Gets what is written to stdout (1) and stderr (2).
type TapFn = dyn Fn(&Vm, i32, &[u8]);

#[derive(Default)]
struct Tap(RefCell<Option<Rc<TapFn>>>);

impl Keeps for Tap {}

impl Vm {
    /// From now on `tap` gets what would be written to stdout and stderr.
    pub fn tap_output(&self, tap: impl Fn(&Vm, i32, &[u8]) + 'static) {
        *self.state::<Tap>().0.borrow_mut() = Some(Rc::new(tap));
    }

    /// Whether somebody has taken what goes to this stream.
    pub fn tapped(&self, number: i32, bytes: &[u8]) -> bool {
        let tap = self.state::<Tap>().0.borrow().clone();
        tap.inspect(|tap| tap(self, number, bytes)).is_some()
    }

    /// What an instrument tells while the program runs: past the program's own stream, which is an object of the heap.
    pub fn tell_stderr(&self, text: &str) {
        if !self.tapped(2, text.as_bytes()) {
            eprint!("{text}");
        }
    }
}

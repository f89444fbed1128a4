//! What the prompt remembers beside the program: what was typed, and what should happen next.

use std::cell::{Cell, RefCell};

/// How the prompt ends.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// With this exit status.
    Status(i32),
    /// It starts anew under another memory model, in a fresh heap.
    Python(String),
}

/// One run of the prompt. Nothing of it lies in the observed heap.
#[derive(Default)]
pub struct Session {
    /// Statements and commands as typed, oldest first.
    pub typed: RefCell<Vec<String>>,
    /// What ends the prompt when the command is done.
    pub wish: Cell<Option<Outcome>>,
}

impl Session {
    /// Remembers a statement or command.
    pub fn remember(&self, text: &str) {
        self.typed.borrow_mut().push(text.trim_end().to_string());
    }
}

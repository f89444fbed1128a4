//! What the prompt remembers beside the program: what was typed, and what should happen next.

use super::predict::Question;
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
pub struct Session {
    /// Statements and commands as typed, oldest first.
    pub typed: RefCell<Vec<String>>,
    /// What ends the prompt when the command is done.
    pub wish: Cell<Option<Outcome>>,
    /// The next statement is asked about.
    pub predict_next: Cell<bool>,
    /// Somebody is there who can be asked.
    pub attended: Cell<bool>,
}

impl Default for Session {
    fn default() -> Session {
        Session {
            typed: RefCell::default(),
            wish: Cell::default(),
            predict_next: Cell::new(false),
            attended: Cell::new(true),
        }
    }
}

impl Session {
    /// What is asked about a statement, if something is.
    pub fn next_question(&self, statement: &str) -> Option<Question> {
        self.predict_next.take().then(|| Question::read("", statement)).flatten()
    }

    /// Remembers a statement or command.
    pub fn remember(&self, text: &str) {
        self.typed.borrow_mut().push(text.trim_end().to_string());
    }
}

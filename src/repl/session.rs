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
pub struct Session {
    /// Statements and commands as typed, oldest first.
    pub typed: RefCell<Vec<String>>,
    /// Those that Ctrl-C ended, by their places.
    interrupted: RefCell<Vec<usize>>,
    /// What ends the prompt when the command is done.
    pub wish: Cell<Option<Outcome>>,
    /// The next statement is asked about.
    pub predict_next: Cell<bool>,
    /// Addresses of the objects of the last graph, in the order of their numbers.
    pub shown: RefCell<Vec<usize>>,
    /// Names that the last lesson has made.
    pub lesson_names: RefCell<Vec<String>>,
    /// Somebody is there who can be asked.
    pub attended: Cell<bool>,
}

impl Default for Session {
    fn default() -> Session {
        Session {
            typed: RefCell::default(),
            interrupted: RefCell::default(),
            wish: Cell::default(),
            predict_next: Cell::new(false),
            shown: RefCell::default(),
            lesson_names: RefCell::default(),
            attended: Cell::new(true),
        }
    }
}

impl Session {
    /// Ctrl-C has ended what was typed last.
    pub fn interrupted(&self) {
        self.interrupted.borrow_mut().push(self.typed.borrow().len() - 1);
    }

    /// What was typed and came to its end.
    pub fn finished(&self) -> Vec<String> {
        let (typed, interrupted) = (self.typed.borrow(), self.interrupted.borrow());
        let done = typed.iter().enumerate().filter(|(n, _)| !interrupted.contains(n));
        done.map(|(_, text)| text.clone()).collect()
    }

    /// Remembers a statement or command.
    pub fn remember(&self, text: &str) {
        self.typed.borrow_mut().push(text.trim_end().to_string());
    }
}

//! The text of a program's lines, to quote them.

use crate::vm::{Keeps, Vm};
use frontend::code::{Code, ConstRef};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Texts by file; what is typed at the prompt is a text a statement.
#[derive(Default)]
pub(super) struct Lines {
    files: HashMap<Rc<str>, Vec<String>>,
    /// The statements typed so far.
    typed: usize,
    /// The statement that each code object was typed in. It is kept, so that its address stays its own.
    statements: HashMap<*const Code, (Rc<Code>, usize)>,
}

/// The lines that an interpreter knows; they are there before a recorder is.
#[derive(Default)]
pub(super) struct Shared(pub(super) Rc<RefCell<Lines>>);

impl Keeps for Shared {}

impl Vm {
    /// A statement was typed at the prompt: this is its text, to be quoted later.
    pub fn note_typed(&self, text: &str, code: &Rc<Code>) {
        self.state::<Shared>().0.borrow_mut().set_typed(text, code);
    }

    /// What a name of code that is no file stands for: to be quoted later.
    pub fn note_text(&self, file: &str, text: &str) {
        let lines = text.lines().map(str::to_string).collect();
        self.state::<Shared>().0.borrow_mut().files.insert(file.into(), lines);
    }
}

impl Lines {
    /// What is typed at the prompt, and its code.
    fn set_typed(&mut self, text: &str, code: &Rc<Code>) {
        self.typed += 1;
        self.files.insert(key(self.typed), text.lines().map(str::to_string).collect());
        self.register(code);
    }

    /// The name under which the text of a code object is kept.
    pub(super) fn file_of(&self, code: &Rc<Code>) -> Rc<str> {
        match self.statements.get(&Rc::as_ptr(code)) {
            Some((_, statement)) => key(*statement),
            None => code.filename.clone(),
        }
    }

    fn register(&mut self, code: &Rc<Code>) {
        self.statements.insert(Rc::as_ptr(code), (code.clone(), self.typed));
        for constant in &code.consts {
            if let ConstRef::Code(inner) = constant {
                self.register(inner);
            }
        }
    }

    /// A line without its indentation; empty if the file cannot be read.
    pub(super) fn line(&mut self, file: &Rc<str>, line: u32) -> String {
        let read = || {
            let text = std::fs::read(&**file).unwrap_or_default();
            String::from_utf8_lossy(&text).lines().map(str::to_string).collect()
        };
        let lines = self.files.entry(file.clone()).or_insert_with(read);
        lines.get((line as usize).wrapping_sub(1)).map_or(String::new(), |line| line.trim().to_string())
    }
}

fn key(statement: usize) -> Rc<str> {
    format!("<stdin> {statement}").into()
}

//! Where the prompt's lines come from: a terminal with editing, history and completion, or plain stdin.

use super::highlight;
use gc::{Dict, List, ObjRef, Ref};
use runtime::vm::Vm;
use rustyline::completion::Completer;
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::history::DefaultHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Context, Editor, Helper};
use std::borrow::Cow;
use std::collections::VecDeque;
use std::io::{BufRead, IsTerminal, Write};
use std::path::PathBuf;

/// One attempt to read a line.
pub enum Read {
    Line(String),
    /// A whole statement, out of several that were pasted.
    Statement(String),
    Interrupted,
    End,
}

/// The source of lines.
pub enum Lines<'vm> {
    Terminal {
        editor: Box<Editor<Assistant<'vm>, DefaultHistory>>,
        history: Option<PathBuf>,
        /// What is left of a pasted text.
        pasted: VecDeque<Read>,
    },
    /// Prompts go to stderr, so that stdout holds what the program prints and nothing else.
    Plain,
}

impl<'vm> Lines<'vm> {
    /// A terminal where stdin and stdout are one, else plain.
    pub fn new(vm: &'vm Vm, main: &Ref<Dict>) -> Lines<'vm> {
        if !(std::io::stdin().is_terminal() && std::io::stdout().is_terminal()) {
            return Lines::Plain;
        }
        let config = Config::builder().completion_type(CompletionType::List).auto_add_history(true).build();
        let Ok(mut editor) = Editor::with_config(config) else { return Lines::Plain };
        let coloured = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        editor.set_helper(Some(Assistant { vm, main: main.clone(), coloured }));
        let history = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".pyglass_history"));
        if let Some(file) = &history {
            // No history yet is no error.
            drop(editor.load_history(file));
        }
        Lines::Terminal { editor: Box::new(editor), history, pasted: VecDeque::new() }
    }

    /// Shows a text of the prompt itself: banner, line ends.
    pub fn say(&self, text: &str) {
        match self {
            Lines::Terminal { .. } => print!("{text}"),
            Lines::Plain => eprint!("{text}"),
        }
        drop(std::io::stdout().flush());
    }

    /// Reads a line, without its end.
    pub fn read(&mut self, prompt: &str) -> Read {
        match self {
            Lines::Terminal { pasted, .. } if !pasted.is_empty() => pasted.pop_front().unwrap_or(Read::End),
            Lines::Terminal { editor, pasted, .. } => match editor.readline(prompt) {
                Ok(text) if text.trim_end().contains('\n') => {
                    *pasted = pieces(&text);
                    pasted.pop_front().unwrap_or(Read::Line(text))
                }
                Ok(line) => Read::Line(line),
                Err(ReadlineError::Interrupted) => Read::Interrupted,
                Err(_) => Read::End,
            },
            Lines::Plain => {
                eprint!("{prompt}");
                let mut line = Vec::new();
                match std::io::stdin().lock().read_until(b'\n', &mut line) {
                    Ok(0) | Err(_) => Read::End,
                    Ok(_) => {
                        let text = String::from_utf8_lossy(&line);
                        Read::Line(text.trim_end_matches(['\n', '\r']).to_string())
                    }
                }
            }
        }
    }
}

/// A pasted text is run statement by statement; one that is no Python is taken line by line, as if typed.
fn pieces(text: &str) -> VecDeque<Read> {
    match frontend::split_statements(text) {
        Some(statements) => statements.into_iter().map(|part| Read::Statement(part.to_owned() + "\n")).collect(),
        None => text.lines().map(|line| Read::Line(line.to_owned())).collect(),
    }
}

impl Drop for Lines<'_> {
    fn drop(&mut self) {
        if let Lines::Terminal { editor, history: Some(file), .. } = self {
            // A home that cannot be written to costs the history, nothing else.
            drop(editor.save_history(file));
        }
    }
}

/// Completes names and attributes, colours the line.
pub struct Assistant<'vm> {
    vm: &'vm Vm,
    main: Ref<Dict>,
    coloured: bool,
}

impl Helper for Assistant<'_> {}
impl Validator for Assistant<'_> {}

impl Hinter for Assistant<'_> {
    type Hint = String;
}

impl Highlighter for Assistant<'_> {
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        if self.coloured { Cow::Owned(highlight::coloured(line)) } else { Cow::Borrowed(line) }
    }

    fn highlight_char(&self, _: &str, _: usize, _: CmdKind) -> bool {
        self.coloured
    }
}

impl Completer for Assistant<'_> {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        let before = &line[..at];
        let start = before.rfind(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.')).map_or(0, |i| i + 1);
        let word = &before[start..];
        if word.is_empty() {
            return Ok((at, vec!["    ".to_string()]));
        }
        let (found, from) = match word.rsplit_once('.') {
            Some((path, prefix)) => (self.attributes(path, prefix), at - prefix.len()),
            None => (self.names(word), start),
        };
        Ok((from, found))
    }
}

impl Assistant<'_> {
    /// Keywords, globals and builtins that begin with the prefix.
    fn names(&self, prefix: &str) -> Vec<String> {
        let mut found: Vec<String> = highlight::KEYWORDS.iter().map(|k| k.to_string()).collect();
        for dict in [&self.main, &self.vm.builtins_dict()] {
            found.extend(self.vm.dict_keys(dict).iter().map(|key| self.vm.lossy(key)));
        }
        chosen(found, prefix)
    }

    /// Attributes of the object that a dotted path names. Only plain look-ups: no property of the program runs.
    fn attributes(&self, path: &str, prefix: &str) -> Vec<String> {
        let mut parts = path.split('.');
        let Some(object) = parts.next().and_then(|name| self.global(name)) else { return Vec::new() };
        let mut object = object;
        for name in parts {
            match self.vm.get_attr_opt(&object, &self.vm.intern(name)) {
                Ok(Some(next)) => object = next,
                _ => return Vec::new(),
            }
        }
        let Some(dir) = self.global("dir") else { return Vec::new() };
        let Ok(names) = self.vm.call(&dir, &[object]) else { return Vec::new() };
        let names = names.to::<List>();
        chosen((0..names.len()).filter_map(|i| names.get(i)).map(|name| self.vm.lossy(&name)).collect(), prefix)
    }

    fn global(&self, name: &str) -> Option<ObjRef> {
        self.vm.dict_get_str(&self.main, name).or_else(|| self.vm.dict_get_str(&self.vm.builtins_dict(), name))
    }
}

fn chosen(names: Vec<String>, prefix: &str) -> Vec<String> {
    let hidden = |name: &str| name.starts_with('_') && !prefix.starts_with('_');
    let mut names: Vec<String> = names.into_iter().filter(|n| n.starts_with(prefix) && !hidden(n)).collect();
    names.sort();
    names.dedup();
    names
}

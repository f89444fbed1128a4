//! The prompt's own commands: lines that begin with `%`. They look at the program's objects and leave them as they are.
//!
//! One file a family; each has its table, and [`FAMILIES`] lists the tables.

mod collector;
mod memory;
mod names;
mod objects;
mod question;
mod recording;
mod running;
mod teaching;

use super::session::Session;
use super::wrap::wrap;
use crate::files::reason;
use frontend::Mode;
use gc::{Dict, ObjRef, Ref};
use runtime::vm::Vm;
use runtime::{Exc, PyResult};
use std::fmt::Write as _;

/// What a command works on.
pub struct Desk<'a> {
    pub vm: &'a Vm,
    /// The namespace of `__main__`.
    pub main: &'a Ref<Dict>,
    pub session: &'a Session,
}

/// One command.
pub struct Command {
    /// What stands behind the `%`.
    pub name: &'static str,
    /// What may stand behind the name, as `%help` shows it.
    pub usage: &'static str,
    /// One line for `%help`.
    pub help: &'static str,
    /// Gets the rest of the line, trimmed; what it returns is printed.
    pub run: fn(&Desk<'_>, &str) -> PyResult<String>,
}

/// The tables, in the order of `%help`.
const FAMILIES: &[(&str, &[Command])] = &[
    ("Who holds it", objects::COMMANDS),
    ("Memory", memory::COMMANDS),
    ("The collector", collector::COMMANDS),
    ("What happened", recording::COMMANDS),
    ("Names", names::COMMANDS),
    ("Running", running::COMMANDS),
    ("Learning", teaching::COMMANDS),
    ("The prompt", PROMPT),
];

/// Characters in a line of `%help`.
const WIDTH: usize = 98;

const PROMPT: &[Command] =
    &[Command { name: "help", usage: "[COMMAND]", help: "this list, or what one command does", run: help }];

/// Whether the first line of an input is for the prompt: it begins with `%`, or asks with `x?`.
pub fn is_command(line: &str) -> bool {
    line.trim_start().starts_with('%') || question::asked(line).is_some()
}

/// What a command has to say; None if the line is none.
pub fn run(desk: &Desk<'_>, line: &str) -> Option<PyResult<String>> {
    if let Some((text, twice)) = question::asked(line) {
        return Some(desk.vm.unrecorded(|| question::answer(desk, text, twice)));
    }
    let line = line.trim().strip_prefix('%')?.trim_start();
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    Some(match find(name) {
        Some(command) => (command.run)(desk, rest.trim()),
        None => Ok(format!("there is no %{name}; %help lists what there is\n")),
    })
}

fn find(name: &str) -> Option<&'static Command> {
    FAMILIES.iter().flat_map(|(_, commands)| *commands).find(|command| command.name == name)
}

impl Desk<'_> {
    /// The value of an expression of the program.
    pub fn value(&self, text: &str) -> PyResult<ObjRef> {
        self.vm.unrecorded(|| self.vm.run_source(text, "<stdin>", self.main, Mode::Expression))
    }

    /// `sys.getsizeof` of an object, in words: its `__sizeof__` may be a program's, and raise.
    pub fn size_of(&self, obj: &ObjRef) -> PyResult<String> {
        let vm = self.vm;
        let size = || vm.call_method_str(&vm.import("sys")?, "getsizeof", std::slice::from_ref(obj));
        Ok(self
            .unless_raised(size())?
            .map_or_else(|_| "?".into(), |size| vm.to_i64(&size).map_or_else(|_| "?".into(), |size| size.to_string())))
    }

    /// `repr(obj)`, or that it raises.
    pub fn shown(&self, obj: &ObjRef) -> PyResult<String> {
        let told = self.unless_raised(self.vm.repr_text(obj))?;
        Ok(told.unwrap_or_else(|kind| format!("(its __repr__ raises {kind})")))
    }

    /// An attribute, None if looking for it raises.
    pub fn attribute(&self, obj: &ObjRef, name: &str) -> PyResult<Option<ObjRef>> {
        let found = self.vm.get_attr_opt(obj, &self.vm.intern(name));
        Ok(self.unless_raised(found)?.unwrap_or(None))
    }

    /// What came of asking the program's own code, or the name of the exception. Ctrl-C is no answer.
    fn unless_raised<T>(&self, answer: PyResult<T>) -> PyResult<Result<T, String>> {
        match answer {
            Err(error) if error.matches(self.vm, Exc::KeyboardInterrupt) => Err(error),
            Err(error) => Ok(Err(self.vm.type_name(&error.0))),
            Ok(value) => Ok(Ok(value)),
        }
    }

    /// The object that a text speaks of: an expression, or the address of an object as the instruments show it. Else
    /// what there is to say.
    pub fn object(&self, name: &str, text: &str) -> Result<ObjRef, PyResult<String>> {
        if text.is_empty() {
            return Err(Ok(format!(
                "%{name} wants an expression, such as a name; an address that was shown; or #1 for what %graph gave this number\n"
            )));
        }
        if let Some(obj) = self.object_at(text) {
            return Ok(obj);
        }
        if text.starts_with('#') {
            return Err(Ok(format!("{text} stands for nothing, or for what is gone; %graph numbers what there is\n")));
        }
        let is_name =
            text.chars().all(|c| c.is_alphanumeric() || c == '_') && !text.starts_with(|c: char| c.is_numeric());
        self.value(text).map_err(|error| match is_name && error.matches(self.vm, Exc::NameError) {
            true => Ok(format!(
                "there is no name {text}; %who lists the names, %graph numbers what is left without one (then %{name} #1)\n"
            )),
            false => Err(error),
        })
    }

    /// The live object at an address, or with a number that `%graph` gave it; None if the text is neither.
    fn object_at(&self, text: &str) -> Option<ObjRef> {
        let addr = match text.strip_prefix('#') {
            Some(number) => *self.session.shown.borrow().get(number.parse::<usize>().ok()?.checked_sub(1)?)?,
            None => usize::from_str_radix(text.strip_prefix("0x")?, 16).ok()?,
        };
        let mut found = None;
        self.vm.each_live_object(&mut |obj| {
            if obj.addr() == addr && found.is_none() {
                found = Some(obj.clone());
            }
        });
        found
    }

    /// What `tell` says of the object that a text speaks of.
    pub fn with_object(&self, name: &str, text: &str, tell: impl FnOnce(&ObjRef) -> String) -> PyResult<String> {
        match self.object(name, text) {
            Ok(obj) => Ok(self.vm.look(name, || tell(&obj))),
            Err(said) => said,
        }
    }
}

/// Cuts `… > FILE` off a command's text, where the file is one that a report can be written to.
pub fn into_file(text: &str) -> (&str, Option<&str>) {
    // A comparison with such a name on its right is nobody's wish.
    let known = [".svg", ".json", ".txt", ".png", ".pdf", ".html", ".dot"];
    match text.rsplit_once('>') {
        Some((text, file)) if known.iter().any(|end| file.trim().ends_with(end)) => (text.trim(), Some(file.trim())),
        _ => (text, None),
    }
}

/// Writes a report in the form that the file's name asks for; what there is to say of it.
pub fn write_file(
    file: &str,
    svg: impl FnOnce() -> String,
    json: impl FnOnce() -> String,
    text: impl FnOnce() -> String,
) -> String {
    let content = match file.rsplit_once('.') {
        Some((_, "svg")) => svg(),
        Some((_, "json")) => json() + "\n",
        Some((_, "txt")) => text(),
        _ => return format!("{file}: what can be written is .svg, .json or .txt\n"),
    };
    match std::fs::write(file, content) {
        Ok(()) => format!("written to {file}\n"),
        Err(error) => format!("{file} cannot be written: {}\n", reason(&error)),
    }
}

/// As [`write_file`], for what has no picture.
pub fn write_text(file: &str, json: impl FnOnce() -> String, text: impl FnOnce() -> String) -> String {
    match file.ends_with(".svg") {
        true => format!("{file}: of this there is no picture; .json and .txt can be written\n"),
        false => write_file(file, String::new, json, text),
    }
}

fn help(_: &Desk<'_>, wanted: &str) -> PyResult<String> {
    let wanted = wanted.trim_start_matches('%');
    if !wanted.is_empty() {
        return Ok(match find(wanted) {
            Some(Command { name, usage, help, .. }) => {
                let mut out = format!("%{name} {usage}\n   ");
                wrap(&mut out, help, 4, WIDTH);
                out
            }
            None => format!("there is no %{wanted}; %help lists what there is\n"),
        });
    }
    let mut out = String::new();
    for (title, commands) in FAMILIES {
        let _ = writeln!(out, "{title}");
        for Command { name, usage, help, .. } in *commands {
            help_row(&mut out, &format!("%{name} {usage}"), help);
        }
    }
    help_row(&mut out, "x?", "what x is: type, value, signature, docstring; x?? shows its source as well");
    Ok(out + "%help NAME tells of one\n")
}

/// A row of the list in lines of at most [`WIDTH`] characters.
fn help_row(out: &mut String, usage: &str, help: &str) {
    let mut row = format!("  {usage:<29}");
    if usage.chars().count() > 29 {
        row += "\n";
        row += &" ".repeat(31);
    }
    wrap(&mut row, help, 32, WIDTH);
    *out += &row;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_name_stands_for_one_command() {
        let mut names = HashSet::new();
        for command in FAMILIES.iter().flat_map(|(_, commands)| *commands) {
            assert!(names.insert(command.name), "%{} is there twice", command.name);
            assert!(!command.help.is_empty());
        }
    }
}

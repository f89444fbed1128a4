//! The tree of exceptions: causes and contexts before, members of groups below.

use super::source::Sources;
use super::{carets, frames, message};
use crate::builtins::exceptions::BaseException;
use crate::builtins::exceptions::group::{GroupObject, members};
use crate::builtins::exceptions::syntax::{LongSyntaxError, SyntaxErrorObject};
use crate::error::Exc;
use crate::vm::Vm;
use gc::{List, ObjRef, Str, Tuple};

/// Members of a group that are shown.
const MAX_WIDTH: usize = 15;
/// Groups inside groups that are shown.
const MAX_DEPTH: usize = 10;
/// Equal entries in a row that are shown.
const MAX_REPEATS: usize = 3;

const CAUSE: &str = "The above exception was the direct cause of the following exception:";
const CONTEXT: &str = "During handling of the above exception, another exception occurred:";
const HEADER: &str = "Traceback (most recent call last):";
const GROUP_HEADER: &str = "Exception Group Traceback (most recent call last):";

/// Collects the text.
pub struct Printer<'v> {
    vm: &'v Vm,
    out: String,
    sources: Sources,
    /// Exceptions that are printed already.
    seen: Vec<ObjRef>,
    /// How deep in groups we are; 0 outside.
    depth: usize,
    /// The frame around the last member must still be closed.
    need_close: bool,
}

impl<'v> Printer<'v> {
    pub fn new(vm: &'v Vm) -> Printer<'v> {
        Printer { vm, out: String::new(), sources: Sources::default(), seen: Vec::new(), depth: 0, need_close: false }
    }

    pub fn finish(self) -> String {
        self.out
    }

    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n(' ', 2 * self.depth));
    }

    /// Starts a line inside a group.
    fn margin(&mut self) {
        self.indent();
        if self.depth > 0 {
            self.out.push_str("| ");
        }
    }

    fn line(&mut self, text: &str) {
        self.margin();
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// What the exception is linked to, then itself.
    pub fn exception_with_links(&mut self, exc: &ObjRef) {
        let Ok(_level) = self.vm.enter_recursion("") else { return };
        self.seen.push(exc.clone());
        if let Some(base) = exc.payload::<BaseException>() {
            if let Some(cause) = base.cause.get() {
                self.linked(&cause, CAUSE);
            } else if let Some(context) = base.context.get().filter(|_| !base.suppress.get()) {
                self.linked(&context, CONTEXT);
            }
        }
        if exc.has::<GroupObject>() { self.group(exc) } else { self.exception(exc) }
    }

    fn linked(&mut self, other: &ObjRef, text: &str) {
        if self.seen.iter().any(|s| s.is(other)) {
            return;
        }
        let need_close = std::mem::replace(&mut self.need_close, false);
        self.exception_with_links(other);
        self.need_close = need_close;
        self.line("");
        self.line(text);
        self.line("");
    }

    /// Traceback, place of a syntax error, message, notes.
    fn exception(&mut self, exc: &ObjRef) {
        if let Some(traceback) = self.vm.exception_traceback(exc) {
            let header = if exc.has::<GroupObject>() { GROUP_HEADER } else { HEADER };
            self.traceback(&traceback, header);
        }
        if message::has_place(self.vm, exc) {
            self.place(exc);
        }
        let text = message::line(self.vm, exc);
        self.line(&text);
        self.notes(exc);
    }

    /// Header and entries; repeated ones are counted.
    pub fn traceback(&mut self, traceback: &ObjRef, header: &str) {
        self.indent();
        match self.depth {
            0 => {}
            1 if header == GROUP_HEADER => self.out.push_str("+ "),
            _ => self.out.push_str("| "),
        }
        self.out.push_str(header);
        self.out.push('\n');
        let entries = frames::entries(self.vm, traceback);
        let mut repeats = 0;
        for (i, entry) in entries.iter().enumerate() {
            if i > 0 && !entry.same_place(&entries[i - 1]) {
                self.repeated(repeats);
                repeats = 0;
            }
            repeats += 1;
            if repeats <= MAX_REPEATS {
                self.entry(entry);
            }
        }
        self.repeated(repeats);
    }

    fn repeated(&mut self, count: usize) {
        if let Some(more @ 1..) = count.checked_sub(MAX_REPEATS) {
            let plural = if more > 1 { "s" } else { "" };
            self.line(&format!("  [Previous line repeated {more} more time{plural}]"));
        }
    }

    fn entry(&mut self, entry: &frames::Entry) {
        self.line(&format!("  File \"{}\", line {}, in {}", entry.filename, entry.line, entry.name));
        let Some(source) = self.sources.line(self.vm, &entry.filename, entry.line).map(str::to_owned) else { return };
        let shown = source.trim_start_matches([' ', '\t', '\x0c']);
        self.line(&format!("    {shown}"));
        let known = entry.position.filter(|p| p.line != 0);
        if let Some(underline) = known.and_then(|position| carets::underline(&source, position)) {
            self.line(&format!("    {underline}"));
        }
    }

    /// File, line and text of a syntax error. CPython gives the text no margin.
    fn place(&mut self, exc: &ObjRef) {
        let error = exc.to::<SyntaxErrorObject>();
        let text = |slot: &gc::Slot, none: &str| match slot.get().filter(|v| !v.is(&self.vm.none)) {
            Some(value) => self.vm.str_of_text(&value).unwrap_or_default(),
            None => none.to_owned(),
        };
        let number = |slot: &gc::Slot| slot.get().and_then(|n| self.vm.to_i64_opt(&n));
        let (filename, line) = (text(&error.filename, "<string>"), number(&error.lineno).unwrap_or(0));
        let source = error.text.get().filter(|t| self.vm.is_str(t)).map(|t| self.vm.lossy(&t));
        let long = exc.payload::<LongSyntaxError>();
        let offset = number(&error.offset).unwrap_or(0);
        let mut end = long.and_then(|long| number(&long.end_offset)).unwrap_or(0);
        if !exc.ty_ref().is(self.vm.exception_type(Exc::SyntaxError)) {
            // Of subclasses CPython reads no end here.
            end = -1;
        } else if long.and_then(|long| number(&long.end_lineno)).is_some_and(|last| last > line) {
            end = source.as_ref().map_or(-1, |s| s.trim_end_matches('\n').chars().count() as i64 + 1);
        }
        self.line(&format!("  File \"{filename}\", line {line}"));
        if let Some(source) = source {
            self.error_text(&source, offset, end);
        }
    }

    fn error_text(&mut self, source: &str, offset: i64, end: i64) {
        let source = source.trim_end_matches('\n');
        let shown = source.trim_start_matches([' ', '\t', '\x0c']);
        let stripped = (source.chars().count() - shown.chars().count()) as i64;
        self.out.push_str(&format!("    {shown}\n"));
        let start = offset - 1 - stripped;
        if start < 0 {
            return;
        }
        let end = if end <= offset { start + 1 } else { end - 1 - stripped };
        let blanks = " ".repeat(start as usize);
        let carets = "^".repeat((end - start).max(1) as usize);
        self.out.push_str(&format!("    {blanks}{carets}\n"));
    }

    fn notes(&mut self, exc: &ObjRef) {
        let Ok(Some(notes)) = self.vm.get_attr_opt(exc, &self.vm.names.__notes__) else { return };
        if notes.is(&self.vm.none) {
            return;
        }
        let items = match (notes.payload::<List>(), notes.payload::<Tuple>()) {
            (Some(list), _) => list.to_vec(),
            (_, Some(tuple)) => tuple.items().to_vec(),
            _ => {
                let text = self.vm.repr_text(&notes).unwrap_or_else(|_| "<__notes__ repr() failed>".to_owned());
                self.line(&text);
                return;
            }
        };
        for note in items {
            let text = match self.vm.str_of(&note) {
                Ok(text) => text.payload::<Str>().map(|t| t.to_string_lossy().into_owned()).unwrap_or_default(),
                Err(_) => "<note str() failed>".to_owned(),
            };
            text.split('\n').for_each(|line| self.line(line));
        }
    }

    fn group(&mut self, exc: &ObjRef) {
        if self.depth > MAX_DEPTH {
            self.line(&format!("... (max_group_depth is {MAX_DEPTH})"));
            return;
        }
        let outermost = self.depth == 0;
        if outermost {
            self.depth = 1;
        }
        self.exception(exc);
        let all = members(self.vm, exc);
        let count = all.len().min(MAX_WIDTH + 1);
        self.need_close = false;
        for (i, member) in all.iter().enumerate().take(count) {
            let last = i + 1 == count;
            if last {
                // The closing line may be printed by a group inside.
                self.need_close = true;
            }
            self.member(member, i, all.len(), last);
        }
        if outermost {
            self.depth = 0;
        }
    }

    fn member(&mut self, member: &ObjRef, i: usize, total: usize, last: bool) {
        let number = if i < MAX_WIDTH { (i + 1).to_string() } else { "...".to_owned() };
        self.indent();
        self.out.push_str(if i == 0 { "+-" } else { "  " });
        self.out.push_str(&format!("+---------------- {number} ----------------\n"));
        self.depth += 1;
        if i < MAX_WIDTH {
            self.exception_with_links(member);
        } else {
            let rest = total - MAX_WIDTH;
            let plural = if rest > 1 { "s" } else { "" };
            self.line(&format!("and {rest} more exception{plural}"));
        }
        if last && self.need_close {
            self.indent();
            self.out.push_str("+------------------------------------\n");
            self.need_close = false;
        }
        self.depth -= 1;
    }
}

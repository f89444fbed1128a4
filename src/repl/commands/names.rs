//! Commands that list what there is: the program's names, what was typed.

use super::{Command, Desk};
use runtime::PyResult;
use std::fmt::Write as _;

pub const COMMANDS: &[Command] = &[
    Command { name: "who", usage: "[TYPE]", help: "the names of the program, or those of a type", run: who },
    Command {
        name: "whos",
        usage: "",
        help: "each name with type, count, size and value",
        run: |desk, _| desk.vm.unrecorded(|| whos(desk)),
    },
    Command { name: "reset", usage: "", help: "deletes all names of the program", run: reset },
    Command { name: "history", usage: "", help: "what was typed, numbered", run: history },
];

/// Longest value that `%whos` shows.
const VALUE: usize = 40;

impl Desk<'_> {
    /// The program's names; those of the language (`__name__`, ...) are left out.
    fn names(&self) -> Vec<String> {
        let keys = self.vm.dict_keys(self.main);
        let named = keys.iter().filter(|key| self.vm.is_str(key)).map(|key| self.vm.lossy(key));
        named.filter(|name| !(name.starts_with("__") && name.ends_with("__"))).collect()
    }
}

const NOTHING: &str = "no names yet\n";

fn who(desk: &Desk<'_>, kinds: &str) -> PyResult<String> {
    let mut names = desk.names();
    if !kinds.is_empty() {
        let kind = |name: &str| desk.vm.dict_get_str(desk.main, name).map(|value| desk.vm.type_name(&value));
        names.retain(|name| kinds.split_whitespace().any(|wanted| kind(name).as_deref() == Some(wanted)));
    }
    Ok(match names.is_empty() {
        true if kinds.is_empty() => NOTHING.into(),
        true => format!("no names of type {kinds}\n"),
        false => names.join("  ") + "\n",
    })
}

fn whos(desk: &Desk<'_>) -> PyResult<String> {
    let mut rows = vec![["name", "type", "count", "bytes", "value"].map(str::to_string)];
    for name in desk.names() {
        let Some(value) = desk.vm.dict_get_str(desk.main, &name) else { continue };
        // The handle in this loop is not the program's.
        let (count, bytes) = (value.refcount() - 1, desk.size_of(&value)?);
        let shown = one_line(&desk.shown(&value)?, VALUE);
        rows.push([name, desk.vm.type_name(&value), count.to_string(), bytes, shown]);
    }
    Ok(if rows.len() == 1 { NOTHING.into() } else { table(&rows) })
}

/// A text in at most `width` characters without line ends.
pub fn one_line(text: &str, width: usize) -> String {
    let line = text.replace('\n', "\\n");
    match line.char_indices().nth(width) {
        Some(_) => line.chars().take(width - 3).collect::<String>() + "...",
        None => line,
    }
}

/// Columns as wide as their widest cell; numbers to the right.
fn table(rows: &[[String; 5]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let mut out = String::new();
    for [name, kind, count, bytes, value] in rows {
        let [w0, w1, w2, w3, _] = widths[..] else { continue };
        let _ = writeln!(out, "{name:<w0$}  {kind:<w1$}  {count:>w2$}  {bytes:>w3$}  {value}");
    }
    out
}

fn reset(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    if !text.is_empty() {
        return Ok("%reset deletes all names and takes no more words; del deletes one\n".into());
    }
    let names = desk.names();
    let gone = names.len();
    for name in names {
        desk.vm.dict_del(desk.main, &desk.vm.intern(&name))?;
    }
    desk.vm.dict_del(&desk.vm.builtins_dict(), &desk.vm.intern("_"))?;
    let s = if gone == 1 { "" } else { "s" };
    Ok(format!("{gone} name{s} deleted\n"))
}

fn history(desk: &Desk<'_>, _: &str) -> PyResult<String> {
    let mut out = String::new();
    for (n, text) in desk.session.typed.borrow().iter().enumerate() {
        let mut lines = text.lines();
        let _ = writeln!(out, "{:>4}  {}", n + 1, lines.next().unwrap_or(""));
        lines.for_each(|line| {
            let _ = writeln!(out, "      {line}");
        });
    }
    Ok(out)
}

//! Commands that look at memory: how an object lies in it, and what the heap looks like.

use super::{Command, Desk};
use gc::HeapProfile;
use runtime::PyResult;
use runtime::inspect::heap::{By, Picture, map};
use runtime::inspect::layout::{compare, known, layout};

pub const COMMANDS: &[Command] = &[
    Command {
        name: "layout",
        usage: "EXPRESSION [3.8 …]",
        help: "its blocks and fields as they lie in memory; and beside other releases",
        run: lay_out,
    },
    Command {
        name: "heap",
        usage: "[type|age|line] [> F.svg]",
        help: "arenas and pools as a map, by size of the blocks, or as it says; or as a picture in a file",
        run: heap,
    },
];

fn heap(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (word, file) = text.split_once('>').map_or((text, None), |(word, file)| (word, Some(file.trim())));
    let Some(by) = By::named(word.trim()) else {
        return Ok("%heap shows the heap by size, type, age or line\n".into());
    };
    let found = desk.vm.look("heap", || map(desk.vm, by));
    Ok(match file {
        None => found.to_string(),
        Some("") => "%heap > wants the name of a file, such as heap.svg\n".into(),
        Some(file) => match std::fs::write(file, Picture(&found).to_string()) {
            Ok(()) => format!("the picture is in {file}\n"),
            Err(error) => format!("{file} cannot be written: {error}\n"),
        },
    })
}

fn lay_out(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    // A number may be the object that is asked about: the first word is the expression's.
    let first = words.iter().skip(1).rposition(|word| HeapProfile::parse(word).is_err()).map_or(1, |at| at + 2);
    let releases: Vec<String> = words.split_off(first.min(words.len())).iter().map(|r| r.to_string()).collect();
    if words.is_empty() {
        return Ok("%layout wants an expression, such as a name; releases may follow\n".into());
    }
    let obj = desk.value(text[..text.len() - tail_length(text, releases.len())].trim())?;
    let vm = desk.vm;
    Ok(vm.look("layout", || match known(&releases) {
        Err(why) => why + "\n",
        Ok(()) if releases.is_empty() => layout(vm, &obj, 1).to_string(),
        Ok(()) => compare(vm, &obj, 1, &releases).to_string(),
    }))
}

/// Bytes of the last words of a text.
fn tail_length(text: &str, words: usize) -> usize {
    let mut rest = text;
    for _ in 0..words {
        rest = rest.trim_end().rsplit_once(char::is_whitespace).map_or("", |(front, _)| front);
    }
    text.len() - rest.len()
}

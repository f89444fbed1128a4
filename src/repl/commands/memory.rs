//! Commands that look at memory: how an object lies in it, and what the heap looks like.

use super::{Command, Desk, into_file, write_file, write_text};
use runtime::PyResult;
use runtime::inspect::heap::{By, Picture, map};
use runtime::inspect::layout::{compare, known, layout};

pub const COMMANDS: &[Command] = &[
    Command {
        name: "layout",
        usage: "EXPRESSION [3.8 …] [> FILE]",
        help: "its blocks and fields as they lie in memory; and beside other releases",
        run: lay_out,
    },
    Command {
        name: "heap",
        usage: "[BY] [> FILE]",
        help: "arenas and pools as a map, by size of the blocks, or by type, age or line; FILE.svg is a picture",
        run: heap,
    },
];

fn heap(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (word, file) = into_file(text);
    let Some(by) = By::named(word.trim()) else {
        return Ok("%heap shows the heap by size, type, age or line; %heap > heap.svg draws it\n".into());
    };
    let found = desk.vm.look("heap", || map(desk.vm, by));
    Ok(match file {
        None => found.to_string(),
        Some(file) => write_file(file, || Picture(&found).to_string(), || found.json(), || found.to_string()),
    })
}

fn lay_out(desk: &Desk<'_>, text: &str) -> PyResult<String> {
    let (text, file) = into_file(text);
    let (text, releases) = releases_behind(text);
    let vm = desk.vm;
    let told = |text: String, json: String| match file {
        Some(file) => write_text(file, || json, || text),
        None => text,
    };
    desk.with_object("layout", text, |obj| match known(&releases) {
        Err(why) => why + "\n",
        Ok(()) if releases.is_empty() => {
            let found = layout(vm, obj, 1);
            told(found.to_string(), found.json())
        }
        Ok(()) => {
            let found = compare(vm, obj, 1, &releases);
            told(found.to_string(), found.json())
        }
    })
}

/// An expression, and the releases that stand behind it: `x 3.8, 3.13`.
fn releases_behind(text: &str) -> (&str, Vec<String>) {
    let (mut text, mut releases) = (text.trim(), Vec::new());
    while let Some((front, word)) = text.rsplit_once(|c: char| c.is_whitespace() || c == ',') {
        let minor = word.strip_prefix("3.").filter(|minor| minor.len() < 3 && minor.parse::<u8>().is_ok());
        // A number may be the object that is asked about, or the end of it.
        let ends =
            front.trim_end_matches([' ', '\t', ',']).ends_with(|c: char| c.is_alphanumeric() || "_)]}'\"".contains(c));
        if !(word.is_empty() && !releases.is_empty() || minor.is_some() && ends) {
            break;
        }
        if !word.is_empty() {
            releases.insert(0, word.to_string());
        }
        text = front.trim_end();
    }
    (text, releases)
}

#[cfg(test)]
mod tests {
    use super::releases_behind;

    #[test]
    fn releases_stand_behind_the_expression() {
        let read = |text| {
            let (front, releases) = releases_behind(text);
            (front.to_string(), releases.join(" "))
        };
        assert_eq!(read("x 3.8 3.13"), ("x".into(), "3.8 3.13".into()));
        assert_eq!(read("x 3.8, 3.13"), ("x".into(), "3.8 3.13".into()));
        assert_eq!(read("[1, 2] 3.7"), ("[1, 2]".into(), "3.7".into()));
        assert_eq!(read("3.8"), ("3.8".into(), String::new()));
        assert_eq!(read("x + 3.8"), ("x + 3.8".into(), String::new()));
        assert_eq!(read("f(1, 3.8)"), ("f(1, 3.8)".into(), String::new()));
    }
}

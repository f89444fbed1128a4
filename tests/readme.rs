//! Executes what README.md shows: the session through the prompt, the set-up commands by what they name.

mod support;

use std::path::Path;
use support::{run_pyglass, scratch};

fn readme() -> String {
    std::fs::read_to_string("README.md").expect("there is a README")
}

/// The text of the first fenced block that begins with the given fence.
fn block<'a>(text: &'a str, fence: &str) -> &'a str {
    let start = text.find(fence).unwrap_or_else(|| panic!("README has a {fence} block")) + fence.len() + 1;
    let length = text[start..].find("```").expect("the block ends");
    &text[start..start + length]
}

/// Types the session's lines at the prompt and compares what comes out on stdout.
#[test]
fn the_session_is_what_the_prompt_does() {
    let text = readme();
    let session = block(&text, "```console");
    let mut typed = String::new();
    let mut expected = String::new();
    for line in session.lines().skip(1) {
        match line.strip_prefix(">>> ").or(line.strip_prefix("... ")) {
            Some(input) => typed += &format!("{input}\n"),
            None if line == "..." => typed += "\n",
            None => expected += &format!("{line}\n"),
        }
    }
    let got = run_pyglass(&["-i", "-q"], &typed);
    assert_eq!(got.stdout, expected, "stderr: {}", got.stderr);
    assert_eq!(got.status, 0);
}

/// The text with addresses that say nothing.
fn steady(text: &str) -> String {
    let mut pieces = text.split("0x");
    let first = pieces.next().unwrap_or("").to_string();
    pieces.fold(first, |out, piece| out + "0x~" + piece.trim_start_matches(|c: char| c.is_ascii_hexdigit()))
}

/// Every other block that begins with a `$ pyglass` command shows what that command prints.
#[test]
fn the_shown_commands_print_what_is_shown() {
    let text = readme();
    let mut commands = 0;
    for shown in text.split("```console\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        let (command, output) = shown.split_once('\n').expect("a command and its output");
        let Some(args) = command.strip_prefix("$ pyglass ") else { continue };
        let got = run_pyglass(&args.split(' ').collect::<Vec<_>>(), "");
        assert_eq!(steady(&got.stdout), steady(output), "{command}\n{}", got.stderr);
        commands += 1;
    }
    assert!(commands > 0, "the README shows a command");
}

/// The two set-up commands name things that are there; the example does what it says it does.
#[test]
fn the_set_up_commands_hold() {
    let text = readme();
    let commands: Vec<&str> = block(&text, "```sh").lines().collect();
    assert_eq!(commands.len(), 2, "exactly two commands do all the set-up");
    let example = commands[0].rsplit(' ').next().expect("the command names a file");
    assert!(Path::new(example).is_file(), "{example} is there");
    assert!(commands[1].starts_with("cargo test"), "the second command runs the tests");
    let got = run_pyglass(&[example], "");
    assert_eq!(got.status, 0, "{}", got.stderr);
    assert!(got.stdout.contains("goodbye, left\ngoodbye, right\ncollected: 2\n"), "{}", got.stdout);
    let ci = std::fs::read_to_string(".ci/run").expect("there is a CI script");
    assert!(ci.contains(commands[1]), "CI runs the README's test command");
}

/// Every module that README names can be imported.
#[test]
fn the_named_modules_are_there() {
    let text = readme();
    let start = text.find("* **Modules**").expect("README lists the modules");
    let list = &text[start..start + text[start..].find("\n\n").expect("the list ends")];
    let names: Vec<&str> = list.split('`').skip(1).step_by(2).collect();
    assert!(names.len() > 30, "the list has its names in backquotes");
    let folder = scratch("modules");
    let program = folder.join("program.py");
    let imports: String = names.iter().map(|name| format!("import {name}\n")).collect();
    std::fs::write(&program, format!("{imports}print('all')\n")).expect("the scratch folder is writable");
    let got = run_pyglass(&[&program.to_string_lossy()], "");
    assert_eq!(got.stdout, "all\n", "{}", got.stderr);
}

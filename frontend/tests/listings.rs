//! Listings of small programs, as they were when somebody last looked at them: `UPDATE=1 cargo test` writes them anew.

use frontend::{CompileOptions, Mode, compile, disasm::disassemble};

#[test]
fn listings_are_known() {
    let known = include_str!("listings.txt");
    let mut found = vec![];
    for entry in known.split("=====\n") {
        let program = entry.split_once("-----\n").map_or(entry, |(program, _)| program);
        let unit = compile(program, "t.py", Mode::Module, CompileOptions::default()).expect("programs compile");
        found.push(format!("{program}-----\n{}", disassemble(&unit)));
    }
    let found = found.join("=====\n");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/listings.txt"), &found)
            .expect("the table is writable");
        return;
    }
    for (line, (known, found)) in known.lines().zip(found.lines()).enumerate() {
        assert_eq!(known, found, "line {} of listings.txt", line + 1);
    }
    assert_eq!(known.lines().count(), found.lines().count());
}

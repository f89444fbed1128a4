//! The verifier finds nothing wrong with compiled programs, and something with spoilt ones; deep sources compile.

use frontend::code::{Code, Unit};
use frontend::op::Op;
use frontend::verify::verify;
use frontend::{CompileOptions, Mode, compile};
use std::path::Path;
use std::rc::Rc;

fn unit(source: &str) -> Unit {
    match compile(source, "t.py", Mode::Module, CompileOptions::default()) {
        Ok(unit) => unit,
        Err(error) => panic!("{}", error.report("t.py")),
    }
}

#[test]
fn programs_are_sound() {
    for source in include_str!("programs.txt").split("=====\n") {
        assert_eq!(verify(&unit(source)), Ok(()));
    }
}

/// Every Python file of the workspace that compiles is sound.
#[test]
fn files_are_sound() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() && !path.ends_with("target") && !path.ends_with(".git") {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py") {
                let source = std::fs::read_to_string(&path).unwrap_or_default();
                if let Ok(unit) = compile(&source, "t.py", Mode::Module, CompileOptions::default()) {
                    assert_eq!(verify(&unit), Ok(()), "{}", path.display());
                }
            }
        }
    }
}

/// The first inner function, spoilt.
fn spoilt(source: &str, spoil: impl FnOnce(&mut Code)) -> Unit {
    let Unit { consts, in_tree, code, warnings } = unit(source);
    let mut code = (*code).clone();
    spoil(&mut code);
    Unit { consts, in_tree, code: Rc::new(code), warnings }
}

#[test]
fn spoilt_code_is_found_out() {
    let source = "x = f(a.b, 1)\nfor i in x: print(i)\n";
    for at in 0..unit(source).code.instrs.len() {
        let broken = spoilt(source, |code| code.instrs[at].op = Op::Nop);
        // These leave their operand where the result would be.
        let harmless = matches!(unit(source).code.instrs[at].op, Op::LoadAttr | Op::GetIter);
        assert!(harmless || verify(&broken).is_err(), "instruction {at}");
    }
    assert!(verify(&spoilt(source, |code| code.instrs.truncate(3))).is_err());
    assert!(verify(&spoilt(source, |code| code.consts.truncate(0))).is_err());
    assert!(verify(&spoilt(source, |code| code.temps = 1)).is_err());
}

#[test]
fn deep_sources_compile() {
    for (part, end) in [(" + x", 2990), (".a", 2990), ("()", 2990), ("[0]", 2990)] {
        unit(&format!("x{}", part.repeat(end)));
    }
    for (part, count) in [("-", 2900), ("not ", 2900), ("lambda: ", 2900), ("x if y else ", 2900)] {
        unit(&format!("y = {}x", part.repeat(count)));
    }
    for (open, close) in [("(x, ", ")"), ("[", "]"), ("{0: ", "}")] {
        unit(&format!("y = {}x{}", open.repeat(190), close.repeat(190)));
    }
    unit(&format!("if 1:\n pass\n{}", "elif x:\n pass\n".repeat(2900)));
}

#[test]
fn wide_sources_compile() {
    let constants: String = (0..70_000).map(|n| format!("x = {n}.5\n")).collect();
    let targets = "a, ".repeat(20_000);
    let targets = format!("def f(x):\n {} = x\n [{targets}] = x", targets.replace("a", "x[0]"));
    let sums = format!("x = {}", "[a, ".repeat(60) + &"]".repeat(60));
    let last = format!("{constants}def f(a=1, *, b=2): return None\nf(b=c)\nx = None");
    let far = format!("while x:\n for i in y:\n  while i < x:\n{}", "   f(i, x)\n".repeat(20_000));
    for source in [
        constants,
        last,
        far,
        targets,
        sums,
        format!("x = [{}]", "a, ".repeat(5000)),
        format!("f({})", "a, ".repeat(5000)),
    ] {
        assert_eq!(verify(&unit(&source)), Ok(()));
    }
}

#[test]
fn sources_that_are_too_big_are_refused() {
    let calls = format!("{}1{}", format!("f({}", "1, ".repeat(29)).repeat(2800), ")".repeat(2800));
    let targets = format!("{} = x", "a, ".repeat(70_000));
    let names: String = (0..70_000).map(|n| format!("x{n}\n")).collect();
    for source in [calls, targets, names] {
        let error = compile(&source, "t.py", Mode::Module, CompileOptions::default()).expect_err("too big");
        assert!(error.message.starts_with("too many"), "{error}");
    }
}

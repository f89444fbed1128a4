//! Names, constants, sizes and places of code objects, equal to CPython 3.11's. `tests/record/code_objects.py` wrote
//! the expectations.

use frontend::code::{Code, ConstRef, Position, Unit};
use frontend::disasm::constant;
use frontend::op::{BinOp, CmpOp, Instr, Op};
use frontend::{CompileOptions, Mode, compile};
use std::collections::BTreeSet;
use std::rc::Rc;

/// CPython's name of an instruction that means the same here and there.
fn event(code: &Code, instr: Instr) -> Option<String> {
    let name = |opcode: &str, index: i16| Some(format!("{opcode} {}", code.names[index as usize]));
    let plain = match instr.op {
        Op::LoadAttr => return name("LOAD_ATTR", instr.c),
        Op::LoadMethod => return name("LOAD_METHOD", instr.c),
        Op::StoreAttr => return name("STORE_ATTR", instr.c),
        Op::DeleteAttr => return name("DELETE_ATTR", instr.b),
        Op::LoadName => return name("LOAD_NAME", instr.b),
        Op::StoreName => return name("STORE_NAME", instr.a),
        Op::DeleteName => return name("DELETE_NAME", instr.a),
        Op::LoadGlobal => return name("LOAD_GLOBAL", instr.b),
        Op::StoreGlobal => return name("STORE_GLOBAL", instr.a),
        Op::ImportFrom => return name("IMPORT_FROM", instr.c),
        Op::Binary => {
            let op = BinOp::from_u8(instr.d);
            return Some(format!("BINARY_OP {}", if op == BinOp::Pow { "**" } else { op.symbol() }));
        }
        Op::Compare | Op::CompareJump => return Some(format!("COMPARE_OP {}", CmpOp::from_u8(instr.d & 7).symbol())),
        Op::GetItem => "BINARY_SUBSCR",
        Op::SetItem => "STORE_SUBSCR",
        Op::DelItem => "DELETE_SUBSCR",
        Op::Contains => "CONTAINS_OP",
        Op::Call | Op::CallExit | Op::CallKw => "CALL",
        Op::CallEx => "CALL_FUNCTION_EX",
        Op::GetIter => "GET_ITER",
        Op::ForIter => "FOR_ITER",
        Op::Raise => "RAISE_VARARGS",
        Op::ImportName => "IMPORT_NAME",
        Op::UnpackSequence => "UNPACK_SEQUENCE",
        Op::UnpackEx => "UNPACK_EX",
        Op::Yield => "YIELD_VALUE",
        Op::Send => "SEND",
        Op::GetAwaitable => "GET_AWAITABLE",
        Op::BeforeWith => "BEFORE_WITH",
        Op::WithExceptStart => "WITH_EXCEPT_START",
        Op::ExcMatch => "CHECK_EXC_MATCH",
        Op::MakeFunction => "MAKE_FUNCTION",
        Op::FormatValue => "FORMAT_VALUE",
        Op::BuildList => "BUILD_LIST",
        Op::BuildSet => "BUILD_SET",
        Op::BuildDict => "BUILD_MAP",
        Op::BuildConstKeyDict => "BUILD_CONST_KEY_MAP",
        Op::ListAppend => "LIST_APPEND",
        Op::ListExtend => "LIST_EXTEND",
        Op::MapAdd => "MAP_ADD",
        Op::DictUpdate => "DICT_UPDATE",
        Op::DictMerge => "DICT_MERGE",
        Op::LoadCell => "LOAD_DEREF",
        Op::StoreCell => "STORE_DEREF",
        Op::LoadAssertionError => "LOAD_ASSERTION_ERROR",
        Op::MatchClass => "MATCH_CLASS",
        _ => return None,
    };
    Some(plain.to_owned())
}

fn list(label: &str, items: impl IntoIterator<Item = impl ToString>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    format!("  {label} {}\n", items.join(" "))
}

fn describe(unit: &Unit, code: &Code, out: &mut String) {
    let counts = [code.arg_count, code.posonly_count, code.kwonly_count];
    let (line, flags, stack) = (code.first_line, code.flags, code.stack_size);
    *out += &format!("{} line {line} args {counts:?} flags {flags:#x} stack {stack}\n", code.qualname);
    *out += &list("vars", &code.varnames);
    *out += &list("names", &code.names);
    *out += &list("cells", &code.cellvars);
    *out += &list("frees", &code.freevars);
    let show = |entry: &ConstRef| match entry {
        ConstRef::Unit(index) => constant(unit, *index),
        ConstRef::Code(code) => format!("<code {}>", code.name),
    };
    let mut consts: Vec<String> = code.consts.iter().map(show).collect();
    consts.sort_unstable();
    *out += &list("consts", consts);
    let place = |p: &Position| format!("{}:{}-{}:{}", p.line, p.column, p.end_line, p.end_column);
    let events = code.instrs.iter().zip(&code.positions);
    let events = events.filter_map(|(instr, at)| Some(format!("  {} {}\n", event(code, *instr)?, place(at))));
    *out += &events.collect::<BTreeSet<_>>().into_iter().collect::<String>();
    for entry in &code.consts {
        if let ConstRef::Code(inner) = entry {
            describe(unit, Rc::as_ref(inner), out);
        }
    }
}

#[test]
fn code_objects_are_those_of_cpython() {
    let mut wrong = String::new();
    for entry in include_str!("code_objects.txt").split("=====\n") {
        let (program, expected) = entry.split_once("-----\n").unwrap_or((entry, ""));
        let unit = compile(program, "t.py", Mode::Module, CompileOptions::default()).expect("programs compile");
        let mut found = String::new();
        describe(&unit, &unit.code, &mut found);
        for line in expected.lines().filter(|line| !found.lines().any(|other| other == *line)) {
            wrong += &format!("missing: {line}\n");
        }
        for line in found.lines().filter(|line| !expected.lines().any(|other| other == *line)) {
            wrong += &format!("found:   {line}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

//! Why a count changed, in the words of the program: read off the instruction.

use crate::vm::instr::Instr;
use frontend::code::Code;
use frontend::op::Op;

/// The operand that an instruction puts somewhere else, if that is all it does.
pub(super) fn stores(instr: Instr) -> Option<i16> {
    match instr.op.general() {
        Op::StoreName | Op::StoreGlobal | Op::StoreCell | Op::StoreAttr | Op::ListAppend | Op::SetAdd => Some(instr.b),
        Op::SetItem | Op::MapAdd => Some(instr.c),
        _ => None,
    }
}

/// Whether the instruction binds a name that Python makes by itself (`__qualname__`, `__doc__`).
pub(super) fn stores_special_name(code: &Code, instr: Instr) -> bool {
    instr.op.general() == Op::StoreName && name(code, instr.a).starts_with("__")
}

/// Whether the instruction calls something.
pub(super) fn calls(instr: Instr) -> bool {
    matches!(instr.op.general(), Op::Call | Op::CallKw | Op::CallEx | Op::CallExit)
}

/// Whether the instruction writes a variable of its function.
pub(super) fn writes_local(code: &Code, instr: Instr) -> bool {
    instr.op.general().shape().starts_with("dst") && (0..code.locals_plus as i16).contains(&instr.a)
}

/// Whether the instruction only moves a value, or looks at values.
fn only_moves(op: Op) -> bool {
    use Op::*;
    matches!(
        op,
        Nop | Extra
            | Move
            | Copy
            | LoadConst
            | Swap
            | CheckBound
            | LoadCell
            | LoadClassCell
            | LoadGlobal
            | LoadName
            | LoadAttr
            | LoadMethod
            | GetItem
            | Compare
            | CompareJump
            | Is
            | Contains
            | Jump
            | JumpIfTrue
            | JumpIfFalse
            | JumpIfTrueKeep
            | JumpIfFalseKeep
            | JumpIfNone
            | JumpIfNotNone
    )
}

/// Whether the instruction only moves a value into a variable.
pub(super) fn loads_local(code: &Code, instr: Instr) -> bool {
    only_moves(instr.op.general()) && writes_local(code, instr)
}

/// Whether the instruction only moves values into temporaries: counts that rise so are told when it is clear what for.
pub(super) fn is_quiet(code: &Code, instr: Instr) -> bool {
    only_moves(instr.op.general()) && !writes_local(code, instr)
}

pub(super) fn name(code: &Code, at: i16) -> &str {
    code.names.get(at as u16 as usize).map_or("?", |name| name)
}

fn variable(code: &Code, register: i16) -> &str {
    let register = register as usize;
    if let Some(name) = code.varnames.get(register) {
        return name;
    }
    if let Some(n) = code.cell_registers.iter().position(|cell| *cell as usize == register) {
        return code.cellvars.get(n).map_or("?", |name| name);
    }
    let free = register.checked_sub(code.first_free as usize);
    free.and_then(|n| code.freevars.get(n)).map_or("?", |name| name)
}

/// Why a count rises (`up`) or falls with this instruction; `entered`: the function that it calls.
pub(super) fn reason(code: &Code, instr: Instr, up: bool, entered: Option<&str>) -> String {
    let Instr { a, b, c, .. } = instr;
    let op = instr.op.general();
    let scope = |name: &str| match &*code.name {
        "<module>" => format!("global {name}"),
        class => format!("name {name} of class {class}"),
    };
    let bound = |place: String| if up { place } else { format!("{place} was bound anew") };
    match op {
        Op::StoreName => bound(scope(name(code, a))),
        Op::StoreGlobal => bound(format!("global {}", name(code, a))),
        Op::DeleteName => format!("del {}", name(code, a)),
        Op::DeleteGlobal => format!("del {}", name(code, a)),
        Op::DeleteLocal | Op::DeleteCell => format!("del {} in {}", variable(code, a), code.name),
        Op::StoreCell => bound(format!("variable {} of {}", variable(code, a), code.name)),
        Op::StoreAttr => bound(format!("attribute {}", name(code, c))),
        Op::DeleteAttr => format!("del attribute {}", name(code, b)),
        Op::SetItem => (if up { "stored as an item" } else { "an item was replaced" }).into(),
        Op::DelItem => "an item was deleted".into(),
        Op::ListAppend | Op::ListExtend | Op::SetAdd | Op::SetUpdate | Op::MapAdd | Op::DictUpdate | Op::DictMerge => {
            "item of what is being built".into()
        }
        Op::Return if !up => format!("{} returns, its variables go", code.name),
        Op::Return => format!("returned by {}", code.name),
        Op::Yield => format!("yielded by {}", code.name),
        _ if writes_local(code, instr) => {
            let place = format!("local {} of {}", variable(code, a), code.name);
            if up { place } else { format!("{place} was bound anew") }
        }
        Op::BuildList | Op::BuildTuple | Op::BuildSet | Op::BuildDict | Op::BuildConstKeyDict if up => {
            format!("item of a new {}", &op.name()[5..].trim_start_matches("ConstKey").to_lowercase())
        }
        Op::MakeFunction => "held by a new function".into(),
        Op::MakeCell => format!("variable {} of {}", variable(code, a), code.name),
        Op::ImportName | Op::ImportFrom | Op::ImportStar => "import".into(),
        Op::Raise | Op::Reraise | Op::PushExc | Op::PopExc | Op::ExcMatch => "exception handling".into(),
        Op::ForIter => "the loop goes on".into(),
        Op::Drop => "a value nobody uses is dropped".into(),
        Op::PrintExpr => "the prompt's _".into(),
        Op::Call | Op::CallKw | Op::CallEx | Op::CallExit => match entered {
            Some(function) if up => format!("argument of {function}"),
            Some(function) => format!("call of {function}"),
            None if up => "kept by what was called".into(),
            None => "let go by what was called".into(),
        },
        _ if up => "a value under way".into(),
        _ => "a value under way is done".into(),
    }
}

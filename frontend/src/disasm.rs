//! Code as text: one line per instruction, registers by name, nested code objects after their owner.

use crate::code::{Code, Const, ConstRef, Unit};
use crate::op::{BinOp, CmpOp, Instr, Op, UnOp};
use std::fmt::Write;

/// Lists a whole unit.
pub fn disassemble(unit: &Unit) -> String {
    let mut out = String::new();
    list(unit, &unit.code, &mut out);
    out
}

fn list(unit: &Unit, code: &Code, out: &mut String) {
    let _ = writeln!(
        out,
        "{} (locals {}, temps {}, stack {})",
        code.qualname, code.locals_plus, code.temps, code.stack_size
    );
    let mut line = 0;
    for (at, &instr) in code.instrs.iter().enumerate() {
        let here = code.line_at(at as u32);
        let shown = if here == line { String::new() } else { here.to_string() };
        line = here;
        let text = Listing { unit, code, at }.instr(instr);
        let _ = writeln!(out, "{shown:>4} {at:>4}  {text}");
    }
    for row in &code.handlers {
        let depth = row.depth - code.first_temp();
        let lasti = if row.lasti { " lasti" } else { "" };
        let _ = writeln!(out, "          {}..{} -> {} at t{depth}{lasti}", row.start, row.end, row.target);
    }
    for entry in &code.consts {
        if let ConstRef::Code(inner) = entry {
            out.push('\n');
            list(unit, inner, out);
        }
    }
}

/// The value of a constant, much as `repr` shows it.
pub fn constant(unit: &Unit, index: u32) -> String {
    let items = |items: &[u32]| items.iter().map(|&item| constant(unit, item)).collect::<Vec<_>>().join(", ");
    match &unit.consts[index as usize] {
        Const::None => "None".into(),
        Const::True => "True".into(),
        Const::False => "False".into(),
        Const::Ellipsis => "...".into(),
        Const::Int(n) => n.to_string(),
        Const::BigInt(n) => n.to_string(),
        Const::Float(f) => format!("{f:?}"),
        Const::Complex(re, im) => format!("({re:?}+{im:?}j)"),
        Const::Str(text) => format!("{text:?}"),
        Const::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
        Const::Tuple(list) => format!("({})", items(list)),
        Const::FrozenSet(list) => format!("frozenset({})", items(list)),
    }
}

struct Listing<'a> {
    unit: &'a Unit,
    code: &'a Code,
    at: usize,
}

impl Listing<'_> {
    fn instr(&self, instr: Instr) -> String {
        let mut out = instr.op.name().to_string();
        if let Some(operator) = operator(instr) {
            let _ = write!(out, " {operator}");
        } else if instr.d != 0 {
            let _ = write!(out, " {}", instr.d);
        }
        let mut fields = [instr.a, instr.b, instr.c].into_iter();
        for role in instr.op.shape().split(' ') {
            let field = fields.next().unwrap_or(0);
            match role {
                "" => {}
                "dst" | "ref" | "reg" | "base" => {
                    let _ = write!(out, " {}", self.register(field));
                }
                "rk" => {
                    let _ = write!(out, " {}", self.operand(field));
                }
                "name" => {
                    let _ = write!(out, " .{}", self.name(field));
                }
                "const" if instr.op == Op::Extra => {
                    let _ = write!(out, " {}", field as u16);
                }
                "const" => {
                    let _ = write!(out, " {}", self.constant(usize::from(field as u16)));
                }
                "const32" => {
                    let _ = write!(out, " {}", self.constant(instr.target() as usize));
                }
                "count" => {
                    let _ = write!(out, " {}", field as u16);
                }
                "target" => {
                    let _ = write!(out, " -> {}", instr.target());
                }
                "rel" => {
                    let _ = write!(out, " -> {}", self.at as i64 + 1 + i64::from(field));
                }
                other => {
                    let _ = write!(out, " {other}?");
                }
            }
        }
        out
    }

    fn register(&self, register: i16) -> String {
        let code = self.code;
        let at = register as usize;
        if register >= code.first_temp() {
            return format!("t{}", register - code.first_temp());
        }
        if at >= usize::from(code.first_free) {
            return format!("free({})", code.freevars[at - usize::from(code.first_free)]);
        }
        if let Some(cell) = code.cell_registers.iter().position(|&cell| usize::from(cell) == at) {
            return format!("cell({})", code.cellvars[cell]);
        }
        code.varnames.get(at).map_or_else(|| format!("r{at}"), ToString::to_string)
    }

    fn operand(&self, operand: i16) -> String {
        if operand >= 0 { self.register(operand) } else { self.constant(usize::from(!operand as u16)) }
    }

    fn constant(&self, index: usize) -> String {
        match self.code.consts.get(index) {
            Some(ConstRef::Unit(index)) => format!("={}", constant(self.unit, *index)),
            Some(ConstRef::Code(code)) => format!("=<code {}>", code.name),
            None => format!("=const {index}?"),
        }
    }

    fn name(&self, name: i16) -> &str {
        self.code.names.get(usize::from(name as u16)).map_or("?", |name| name)
    }
}

fn operator(instr: Instr) -> Option<String> {
    Some(match instr.op {
        Op::Binary => BinOp::from_u8(instr.d).symbol().to_string(),
        Op::Unary => {
            let names = [(UnOp::Neg, "-"), (UnOp::Pos, "+"), (UnOp::Invert, "~"), (UnOp::Not, "not")];
            names.iter().find(|(op, _)| *op as u8 == instr.d)?.1.to_string()
        }
        Op::Compare => CmpOp::from_u8(instr.d).symbol().to_string(),
        Op::CompareJump => {
            let way = if instr.d & 0x80 == 0 { "else" } else { "then" };
            format!("{} {way}", CmpOp::from_u8(instr.d & 7).symbol())
        }
        Op::Is | Op::Contains if instr.d == 1 => "not".into(),
        _ => return None,
    })
}

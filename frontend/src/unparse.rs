//! Expressions as text, as `from __future__ import annotations` keeps them: CPython's spacing, parentheses only where
//! they are needed.

mod constant;

use crate::ast::*;
use crate::deep;
use constant::constant;

/// The text of an expression.
pub(crate) fn unparse(expr: &Expr<'_>) -> String {
    let mut out = String::new();
    write(expr, Level::Test, &mut out);
    out
}

/// How tightly an operator binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Tuple,
    Test,
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Factor,
    Power,
    Await,
    Atom,
}

impl Level {
    /// The next tighter one, for operands of the same operator on the other side.
    fn next(self) -> Level {
        const ALL: [Level; 16] = [
            Level::Tuple,
            Level::Test,
            Level::Or,
            Level::And,
            Level::Not,
            Level::Compare,
            Level::BitOr,
            Level::BitXor,
            Level::BitAnd,
            Level::Shift,
            Level::Sum,
            Level::Term,
            Level::Factor,
            Level::Power,
            Level::Await,
            Level::Atom,
        ];
        ALL[(self as usize + 1).min(ALL.len() - 1)]
    }
}

fn write(expr: &Expr<'_>, level: Level, out: &mut String) {
    deep(|| write_here(expr, level, out));
}

/// Writes between parentheses if the expression binds less tightly than its place asks for.
fn grouped(own: Level, level: Level, out: &mut String, text: impl FnOnce(&mut String)) {
    let group = level > own;
    if group {
        out.push('(');
    }
    text(out);
    if group {
        out.push(')');
    }
}

fn write_here(expr: &Expr<'_>, level: Level, out: &mut String) {
    match expr.kind {
        ExprKind::Name { id, .. } => out.push_str(id),
        ExprKind::Constant(value) => constant(value, out),
        ExprKind::Attribute { value, attr, .. } => {
            write(value, Level::Atom, out);
            // `1 .real` needs the space.
            if matches!(value.kind, ExprKind::Constant(Constant::Int(_) | Constant::BigInt(_))) {
                out.push(' ');
            }
            out.push('.');
            out.push_str(attr.name);
        }
        ExprKind::Subscript { value, slice, .. } => {
            write(value, Level::Atom, out);
            out.push('[');
            write(slice, Level::Tuple, out);
            out.push(']');
        }
        ExprKind::Call { func, args, keywords } => call(func, args, keywords, out),
        ExprKind::BinOp { left, op, right } => binary(left, op, right, level, out),
        ExprKind::UnaryOp { op, operand } => {
            let (text, own) = match op {
                UnaryOp::Invert => ("~", Level::Factor),
                UnaryOp::Not => ("not ", Level::Not),
                UnaryOp::UAdd => ("+", Level::Factor),
                UnaryOp::USub => ("-", Level::Factor),
            };
            grouped(own, level, out, |out| {
                out.push_str(text);
                write(operand, own, out);
            });
        }
        ExprKind::BoolOp { op, values } => {
            let (own, word) = match op {
                BoolOp::And => (Level::And, " and "),
                BoolOp::Or => (Level::Or, " or "),
            };
            grouped(own, level, out, |out| {
                separated(values, word, out, |value, out| write(value, own.next(), out));
            });
        }
        ExprKind::Compare { left, ops, comparators } => grouped(Level::Compare, level, out, |out| {
            write(left, Level::Compare.next(), out);
            for (op, right) in ops.iter().zip(comparators) {
                out.push_str(compare_sign(*op));
                write(right, Level::Compare.next(), out);
            }
        }),
        ExprKind::List { elts, .. } => {
            out.push('[');
            separated(elts, ", ", out, |elt, out| write(elt, Level::Test, out));
            out.push(']');
        }
        ExprKind::Tuple { elts, .. } => tuple(elts, level, out),
        _ => rare(expr, level, out),
    }
}

fn rare(expr: &Expr<'_>, level: Level, out: &mut String) {
    match expr.kind {
        ExprKind::Set { elts } => {
            out.push('{');
            separated(elts, ", ", out, |elt, out| write(elt, Level::Test, out));
            out.push('}');
        }
        ExprKind::Dict { keys, values } => dict(keys, values, out),
        ExprKind::IfExp { test, body, orelse } => grouped(Level::Test, level, out, |out| {
            write(body, Level::Test.next(), out);
            out.push_str(" if ");
            write(test, Level::Test.next(), out);
            out.push_str(" else ");
            write(orelse, Level::Test, out);
        }),
        ExprKind::Lambda { args, body } => grouped(Level::Test, level, out, |out| {
            out.push_str("lambda");
            arguments(args, out);
            out.push_str(": ");
            write(body, Level::Test, out);
        }),
        ExprKind::ListComp { elt, generators } => comprehension("[", None, elt, generators, "]", out),
        ExprKind::SetComp { elt, generators } => comprehension("{", None, elt, generators, "}", out),
        ExprKind::GeneratorExp { elt, generators } => comprehension("(", None, elt, generators, ")", out),
        ExprKind::DictComp { key, value, generators } => comprehension("{", Some(key), value, generators, "}", out),
        ExprKind::Await { value } => grouped(Level::Await, level, out, |out| {
            out.push_str("await ");
            write(value, Level::Atom, out);
        }),
        ExprKind::Yield { value: None } => out.push_str("(yield)"),
        ExprKind::Yield { value: Some(value) } => {
            out.push_str("(yield ");
            write(value, Level::Test, out);
            out.push(')');
        }
        ExprKind::YieldFrom { value } => {
            out.push_str("(yield from ");
            write(value, Level::Test, out);
            out.push(')');
        }
        ExprKind::NamedExpr { target, value } => grouped(Level::Tuple, level, out, |out| {
            write(target, Level::Atom, out);
            out.push_str(" := ");
            write(value, Level::Atom, out);
        }),
        ExprKind::Starred { value, .. } => {
            out.push('*');
            write(value, Level::BitOr, out);
        }
        ExprKind::Slice { lower, upper, step } => {
            let part = |part: Option<&Expr<'_>>, out: &mut String| {
                if let Some(part) = part {
                    write(part, Level::Test, out);
                }
            };
            part(lower, out);
            out.push(':');
            part(upper, out);
            if step.is_some() {
                out.push(':');
                part(step, out);
            }
        }
        ExprKind::JoinedStr { .. } | ExprKind::FormattedValue { .. } => constant::fstring(expr, out),
        _ => {}
    }
}

fn separated<T>(items: &[T], between: &str, out: &mut String, mut item: impl FnMut(&T, &mut String)) {
    for (at, one) in items.iter().enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        item(one, out);
    }
}

fn binary(left: &Expr<'_>, op: Operator, right: &Expr<'_>, level: Level, out: &mut String) {
    let (sign, own) = match op {
        Operator::Add => (" + ", Level::Sum),
        Operator::Sub => (" - ", Level::Sum),
        Operator::Mult => (" * ", Level::Term),
        Operator::MatMult => (" @ ", Level::Term),
        Operator::Div => (" / ", Level::Term),
        Operator::Mod => (" % ", Level::Term),
        Operator::FloorDiv => (" // ", Level::Term),
        Operator::LShift => (" << ", Level::Shift),
        Operator::RShift => (" >> ", Level::Shift),
        Operator::BitOr => (" | ", Level::BitOr),
        Operator::BitXor => (" ^ ", Level::BitXor),
        Operator::BitAnd => (" & ", Level::BitAnd),
        Operator::Pow => (" ** ", Level::Power),
    };
    // Power binds to the right, the others to the left.
    let to_right = op == Operator::Pow;
    grouped(own, level, out, |out| {
        write(left, if to_right { own.next() } else { own }, out);
        out.push_str(sign);
        write(right, if to_right { own } else { own.next() }, out);
    });
}

fn compare_sign(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => " == ",
        CmpOp::NotEq => " != ",
        CmpOp::Lt => " < ",
        CmpOp::LtE => " <= ",
        CmpOp::Gt => " > ",
        CmpOp::GtE => " >= ",
        CmpOp::Is => " is ",
        CmpOp::IsNot => " is not ",
        CmpOp::In => " in ",
        CmpOp::NotIn => " not in ",
    }
}

fn tuple(elts: &[&Expr<'_>], level: Level, out: &mut String) {
    if elts.is_empty() {
        return out.push_str("()");
    }
    grouped(Level::Tuple, level, out, |out| {
        separated(elts, ", ", out, |elt, out| write(elt, Level::Test, out));
        if elts.len() == 1 {
            out.push(',');
        }
    });
}

fn dict(keys: &[Option<&Expr<'_>>], values: &[&Expr<'_>], out: &mut String) {
    out.push('{');
    let pairs: Vec<_> = keys.iter().zip(values).collect();
    separated(&pairs, ", ", out, |(key, value), out| match key {
        Some(key) => {
            write(key, Level::Test, out);
            out.push_str(": ");
            write(value, Level::Test, out);
        }
        None => {
            out.push_str("**");
            write(value, Level::BitOr, out);
        }
    });
    out.push('}');
}

fn call(func: &Expr<'_>, args: &[&Expr<'_>], keywords: &[Keyword<'_>], out: &mut String) {
    write(func, Level::Atom, out);
    if let ([only], []) = (args, keywords)
        && matches!(only.kind, ExprKind::GeneratorExp { .. })
    {
        return write(only, Level::Atom, out);
    }
    out.push('(');
    separated(args, ", ", out, |arg, out| write(arg, Level::Test, out));
    for (at, keyword) in keywords.iter().enumerate() {
        if at > 0 || !args.is_empty() {
            out.push_str(", ");
        }
        match keyword.arg {
            Some(name) => {
                out.push_str(name);
                out.push('=');
            }
            None => out.push_str("**"),
        }
        write(keyword.value, Level::Test, out);
    }
    out.push(')');
}

fn comprehension(
    open: &str,
    key: Option<&Expr<'_>>,
    element: &Expr<'_>,
    generators: &[Comprehension<'_>],
    close: &str,
    out: &mut String,
) {
    out.push_str(open);
    if let Some(key) = key {
        write(key, Level::Test, out);
        out.push_str(": ");
    }
    write(element, Level::Test, out);
    for generator in generators {
        out.push_str(if generator.is_async { " async for " } else { " for " });
        write(generator.target, Level::Tuple, out);
        out.push_str(" in ");
        write(generator.iter, Level::Test.next(), out);
        for condition in generator.ifs {
            out.push_str(" if ");
            write(condition, Level::Test.next(), out);
        }
    }
    out.push_str(close);
}

/// Parameters of a lambda; CPython puts a space in front of positional ones only.
fn arguments(args: &Arguments<'_>, out: &mut String) {
    let mut parts: Vec<String> = vec![];
    let positional = args.posonlyargs.len() + args.args.len();
    let with_default = |name: &str, default: Option<&Expr<'_>>| match default {
        Some(default) => {
            let mut text = format!("{name}=");
            write(default, Level::Test, &mut text);
            text
        }
        None => name.to_string(),
    };
    for (at, arg) in args.posonlyargs.iter().chain(args.args).enumerate() {
        let default = (at + args.defaults.len()).checked_sub(positional).map(|at| args.defaults[at]);
        parts.push(with_default(arg.arg, default));
        if at + 1 == args.posonlyargs.len() {
            parts.push("/".into());
        }
    }
    if let Some(vararg) = args.vararg {
        parts.push(format!("*{}", vararg.arg));
    } else if !args.kwonlyargs.is_empty() {
        parts.push("*".into());
    }
    for (arg, default) in args.kwonlyargs.iter().zip(args.kw_defaults) {
        parts.push(with_default(arg.arg, *default));
    }
    parts.extend(args.kwarg.map(|kwarg| format!("**{}", kwarg.arg)));
    if positional > 0 {
        out.push(' ');
    }
    out.push_str(&parts.join(", "));
}

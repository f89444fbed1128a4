//! Literals as text: `repr` of each, and f-strings.

use super::{Level, write};
use crate::ast::*;
use crate::wtf8::Wtf8;
use num_bigint::BigUint;
use std::fmt::Write;

pub(super) fn constant(value: Constant<'_>, out: &mut String) {
    match value {
        Constant::None => out.push_str("None"),
        Constant::True => out.push_str("True"),
        Constant::False => out.push_str("False"),
        Constant::Ellipsis => out.push_str("..."),
        Constant::Int(n) => out.push_str(&n.to_string()),
        Constant::BigInt(digits) => out.push_str(&BigUint::from_slice(digits).to_string()),
        Constant::Float(f) => out.push_str(&float(f)),
        Constant::Imag(f) => {
            let text = float(f);
            out.push_str(text.strip_suffix(".0").unwrap_or(&text));
            out.push('j');
        }
        Constant::Str(text) => quoted(text, out),
        Constant::Bytes(bytes) => {
            let quote = quote_for(bytes.contains(&b'\''), bytes.contains(&b'"'));
            out.push('b');
            out.push(quote);
            for &byte in bytes {
                match byte {
                    b'\\' => out.push_str("\\\\"),
                    b'\n' => out.push_str("\\n"),
                    b'\r' => out.push_str("\\r"),
                    b'\t' => out.push_str("\\t"),
                    _ if char::from(byte) == quote => {
                        out.push('\\');
                        out.push(quote);
                    }
                    0x20..0x7f => out.push(char::from(byte)),
                    _ => drop(write!(out, "\\x{byte:02x}")),
                }
            }
            out.push(quote);
        }
    }
}

/// Shortest digits that read back the same, in Python's layout; infinity as a literal that overflows.
fn float(value: f64) -> String {
    if value.is_infinite() {
        return "1e309".into();
    }
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let plain = value.to_string();
        return if plain.contains('.') { plain } else { plain + ".0" };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{digits}e{sign}{:02}", exponent.abs())
}

fn quote_for(single: bool, double: bool) -> char {
    if single && !double { '"' } else { '\'' }
}

/// `repr` of a str.
pub(super) fn quoted(text: Wtf8<'_>, out: &mut String) {
    let has = |c: char| text.code_points().any(|code| code == u32::from(c));
    let quote = quote_for(has('\''), has('"'));
    out.push(quote);
    for code in text.code_points() {
        match char::from_u32(code) {
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some('\\') => out.push_str("\\\\"),
            Some(c) if c == quote => {
                out.push('\\');
                out.push(c);
            }
            Some(c) if printable(c) => out.push(c),
            _ if code < 0x100 => drop(write!(out, "\\x{code:02x}")),
            _ if code < 0x1_0000 => drop(write!(out, "\\u{code:04x}")),
            _ => drop(write!(out, "\\U{code:08x}")),
        }
    }
    out.push(quote);
}

/// Rust escapes for `Debug` what Unicode calls unprintable, and combining marks that Python prints.
fn printable(c: char) -> bool {
    c == ' ' || c.is_alphanumeric() || c == '\'' || c == '"' || c.escape_debug().len() == 1
}

/// An f-string: its text written first, quotes chosen for it.
pub(super) fn fstring(expr: &Expr<'_>, out: &mut String) {
    let mut inner = String::new();
    pieces(expr, &mut inner);
    out.push('f');
    quoted(Wtf8::from_str(&inner), out);
}

fn pieces(expr: &Expr<'_>, out: &mut String) {
    match expr.kind {
        ExprKind::JoinedStr { values } => values.iter().for_each(|value| pieces(value, out)),
        ExprKind::Constant(Constant::Str(text)) => {
            let text: String = text.code_points().filter_map(char::from_u32).collect();
            out.push_str(&text.replace('{', "{{").replace('}', "}}"));
        }
        ExprKind::FormattedValue { value, conversion, format_spec } => {
            let mut text = String::new();
            write(value, Level::Test.next(), &mut text);
            // `{ {…} }` must not read as an escaped brace.
            out.push_str(if text.starts_with('{') { "{ " } else { "{" });
            out.push_str(&text);
            out.push_str(match conversion {
                Conversion::None => "",
                Conversion::Str => "!s",
                Conversion::Repr => "!r",
                Conversion::Ascii => "!a",
            });
            if let Some(spec) = format_spec {
                out.push(':');
                pieces(spec, out);
            }
            out.push('}');
        }
        _ => write(expr, Level::Test, out),
    }
}

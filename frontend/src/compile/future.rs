//! `from __future__ import …`: found before anything else is compiled.

use crate::LineIndex;
use crate::ast::*;
use crate::syntax_error::{Failure, Place};

/// What the future statements of a source ask for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Future {
    pub annotations: bool,
    /// Their `co_flags`.
    pub flags: u32,
    /// The line of the last of them.
    pub line: u32,
}

/// The future features of CPython 3.11 and their flags; those without a flag are the language by now.
const FEATURES: [(&str, u32); 10] = [
    ("nested_scopes", 0),
    ("generators", 0),
    ("division", 0),
    ("absolute_import", 0),
    ("with_statement", 0),
    ("print_function", 0),
    ("unicode_literals", 0),
    ("barry_as_FLUFL", 0x40_0000),
    ("generator_stop", 0),
    ("annotations", 0x100_0000),
];

/// `co_flags` of `from __future__ import annotations`.
const ANNOTATIONS: u32 = 0x100_0000;

/// What is wrong with a future statement that comes too late.
pub(super) const LATE: &str = "from __future__ imports must occur at the beginning of the file";

pub(super) fn find(tree: &Mod<'_>, lines: &LineIndex<'_>, inherited: bool) -> Result<Future, Failure> {
    let mut future = Future { annotations: inherited, flags: 0, line: 0 };
    let body = match *tree {
        Mod::Module { body } | Mod::Interactive { body } => body,
        Mod::Expression { .. } => &[],
    };
    let (mut done, mut last) = (false, 0);
    for (at, stmt) in body.iter().enumerate() {
        let line = lines.line(stmt.span.start);
        if done && line > last {
            break;
        }
        last = line;
        match stmt.kind {
            StmtKind::ImportFrom { module: Some("__future__"), names, .. } => {
                if done {
                    let column = stmt.span.start - lines.line_start(line);
                    return Err(Failure::new(Place::Exactly(line, column as i32, line, 0), LATE));
                }
                for alias in names {
                    future.flags |= feature(alias.name, stmt.span, lines)?;
                }
                future.line = line;
            }
            StmtKind::Expr { value } if at == 0 && matches!(value.kind, ExprKind::Constant(Constant::Str(_))) => {}
            _ => done = true,
        }
    }
    future.annotations |= future.flags & ANNOTATIONS != 0;
    future.flags |= if future.annotations { ANNOTATIONS } else { 0 };
    Ok(future)
}

fn feature(name: &str, span: Span, lines: &LineIndex<'_>) -> Result<u32, Failure> {
    if let Some((_, flag)) = FEATURES.iter().find(|(known, _)| *known == name) {
        return Ok(*flag);
    }
    let place = lines.locate(span.start);
    let message =
        if name == "braces" { "not a chance".into() } else { format!("future feature {name} is not defined") };
    Err(Failure::new(Place::Exactly(place.line, place.byte as i32 + 1, place.line, 0), message))
}

//! Which part of an expression an error points at: the operator, or the brackets of a subscript.

use crate::ast::{ExprKind, Mod, StmtKind};
use crate::parser::{Mode, parse};
use bumpalo::Bump;

/// The byte range inside `segment` (one expression on one line) that gets `^` where the rest gets
/// `~`. None for expressions that are underlined evenly.
pub fn anchors(segment: &str) -> Option<(usize, usize)> {
    let arena = Bump::new();
    let Ok(Mod::Module { body }) = parse(&arena, segment, Mode::Module) else { return None };
    let [statement] = body else { return None };
    let StmtKind::Expr { value } = statement.kind else { return None };
    match value.kind {
        ExprKind::BinOp { left, right, .. } => {
            let (from, to) = (left.span.end as usize, right.span.start as usize);
            let between = segment.get(from..to)?.as_bytes();
            // Parentheses around the left side end before the operator.
            let start = between.iter().position(|b| !is_blank(*b) && *b != b')')?;
            // `//` and the like are two characters.
            let two = between.get(start + 1).is_some_and(|b| !is_blank(*b));
            Some((from + start, from + start + if two { 2 } else { 1 }))
        }
        ExprKind::Subscript { value, slice, .. } => {
            let (from, behind) = (value.span.end as usize, slice.span.end as usize + 1);
            let opening = from + segment.get(from..)?.find('[')?;
            let closing = segment.get(behind..)?.find(']').map_or(segment.len(), |at| behind + at + 1);
            Some((opening, closing))
        }
        _ => None,
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\x0c')
}

#[cfg(test)]
mod tests {
    use super::anchors;

    #[test]
    fn operators_and_subscripts() {
        assert_eq!(anchors("a + b"), Some((2, 3)));
        assert_eq!(anchors("a // b"), Some((2, 4)));
        assert_eq!(anchors("x['ctx']"), Some((1, 8)));
        assert_eq!(anchors("( a   )   + b"), Some((10, 11)));
        assert_eq!(anchors("b  [ a ]"), Some((3, 8)));
        assert_eq!(anchors("f(1)"), None);
        assert_eq!(anchors("a +"), None);
    }
}

//! f-strings, and `%` with a literal format, which CPython turns into one.

use super::Res;
use super::body::{Arg, Body, NONE, Want};
use crate::ast::*;
use crate::fold::Literal;
use crate::op::Op;
use crate::wtf8::{Wtf8, Wtf8Buf};
use std::rc::Rc;

/// A piece of a `%` format.
pub(super) enum Piece<'a> {
    Text(Wtf8Buf),
    Value { value: &'a Expr<'a>, conversion: Conversion, spec: Option<String> },
}

impl<'a> Body<'_, 'a> {
    pub fn joined(&mut self, values: &'a [&'a Expr<'a>], want: Want) -> Res<Arg> {
        if let [value] = values {
            return self.expr(value, want);
        }
        self.join(values, want, |body, value, want| body.expr(value, want))
    }

    /// Builds a string of pieces.
    fn join<T>(
        &mut self,
        pieces: &'a [T],
        want: Want,
        mut piece: impl FnMut(&mut Self, &'a T, Want) -> Res<Arg>,
    ) -> Res<Arg> {
        let mark = self.top;
        if pieces.len() > self.cx.displays.many() {
            return self.join_many(pieces, want, piece);
        }
        for item in pieces {
            piece(self, item, Want::Push)?;
        }
        let count = pieces.len() as i32;
        let to = self.settle(mark, want);
        self.emit(Op::BuildString, 0, to, Arg::Temp(mark), Arg::Num(count));
        self.stack(1 - count);
        Ok(to)
    }

    /// Very many pieces: `''.join([…])`.
    fn join_many<T>(
        &mut self,
        pieces: &'a [T],
        want: Want,
        mut piece: impl FnMut(&mut Self, &'a T, Want) -> Res<Arg>,
    ) -> Res<Arg> {
        let mark = self.top;
        let empty = self.constant(&Literal::str(""), Want::Any);
        let name = self.name_arg("join");
        self.top = mark;
        let base = self.push_many(2);
        self.emit(Op::LoadMethod, 0, base, empty, name);
        let list = self.push();
        self.stack(3);
        self.emit(Op::BuildList, 0, list, list, NONE);
        for item in pieces {
            let value = piece(self, item, Want::Any)?;
            self.emit(Op::ListAppend, 0, list, value, NONE);
            self.stack(-1);
            self.top = mark + 3;
        }
        let to = self.settle(mark, want);
        self.emit(Op::Call, 1, to, base, Arg::Num(1));
        self.stack(-2);
        Ok(to)
    }

    pub fn formatted(
        &mut self,
        value: &'a Expr<'a>,
        conversion: Conversion,
        spec: Option<&'a Expr<'a>>,
        want: Want,
    ) -> Res<Arg> {
        let mark = self.top;
        let later: &[&Expr<'_>] = match &spec {
            Some(spec) => std::slice::from_ref(spec),
            None => &[],
        };
        let value = self.operand(value, later)?;
        let spec = spec.map(|spec| self.expr(spec, Want::Any)).transpose()?;
        Ok(self.format_value(value, conversion, spec, mark, want))
    }

    fn format_value(&mut self, value: Arg, conversion: Conversion, spec: Option<Arg>, mark: u16, want: Want) -> Arg {
        let conversion = match conversion {
            Conversion::None => 0,
            Conversion::Str => 1,
            Conversion::Repr => 2,
            Conversion::Ascii => 3,
        };
        let to = self.settle(mark, want);
        let d = conversion | if spec.is_some() { 16 } else { 0 };
        self.emit(Op::FormatValue, d, to, value, spec.unwrap_or(NONE));
        self.stack(-i32::from(spec.is_some()));
        to
    }

    /// The pieces of `'literal %s' % (value, …)`, if they are simple enough.
    pub fn format_pieces(&mut self, left: &Expr<'a>, right: &Expr<'a>) -> Option<Rc<[Piece<'a>]>> {
        let ExprKind::Tuple { elts, .. } = right.kind else { return None };
        if self.cx.plain_percent {
            return None;
        }
        if self.cx.folded.is_constant(right) || elts.iter().any(|elt| matches!(elt.kind, ExprKind::Starred { .. })) {
            return None;
        }
        let Some(Literal::Str(format)) = self.cx.folded.literal(left) else { return None };
        parse(format.borrow(), elts).map(Rc::from)
    }

    pub fn format_percent(&mut self, pieces: &[Piece<'a>], want: Want) -> Res<Arg> {
        let mark = self.top;
        for piece in pieces {
            match piece {
                Piece::Text(text) => {
                    self.stack(1);
                    self.written(&Literal::Str(Rc::new(text.clone())), Want::Push);
                }
                Piece::Value { value: whole, conversion, spec } => {
                    let at = self.top;
                    let operand = self.expr(whole, Want::Any)?;
                    let spec = spec.as_ref().map(|spec| {
                        self.stack(1);
                        self.constant(&Literal::str(spec), Want::Any)
                    });
                    self.at(whole.span, |body| body.format_value(operand, *conversion, spec, at, Want::Push));
                }
            }
        }
        if pieces.len() == 1 {
            return Ok(self.finish(Arg::Temp(mark), mark, want));
        }
        let count = pieces.len() as i32;
        let to = self.settle(mark, want);
        self.emit(Op::BuildString, 0, to, Arg::Temp(mark), Arg::Num(count));
        self.stack(1 - count);
        Ok(to)
    }
}

/// Formats of more pieces are left to `%`.
const MOST_PIECES: usize = 30;

/// Splits a `%` format whose units are all `%s`, `%r` or `%a` and as many as there are values.
fn parse<'a>(format: Wtf8<'_>, values: &[&'a Expr<'a>]) -> Option<Vec<Piece<'a>>> {
    let (mut codes, mut pieces, mut text) = (format.code_points().peekable(), vec![], Wtf8Buf::new());
    let mut values = values.iter();
    while let Some(code) = codes.next() {
        if code != u32::from('%') {
            text.push_code_point(code);
            continue;
        }
        if codes.next_if_eq(&u32::from('%')).is_some() {
            text.push('%');
            continue;
        }
        if !text.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
        }
        let (conversion, spec) = unit(&mut codes)?;
        pieces.push(Piece::Value { value: values.next()?, conversion, spec });
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    let fits = values.next().is_none() && pieces.len() <= MOST_PIECES;
    fits.then_some(pieces)
}

/// `-5.3s` and the like, after the `%`.
fn unit(codes: &mut std::iter::Peekable<crate::wtf8::CodePoints<'_>>) -> Option<(Conversion, Option<String>)> {
    let left = codes.next_if_eq(&u32::from('-')).is_some();
    while codes.next_if_eq(&u32::from('-')).is_some() {}
    let mut number = || {
        let mut digits = String::new();
        while let Some(code) = codes.next_if(|&code| char::from_u32(code).is_some_and(|c| c.is_ascii_digit())) {
            digits.push(char::from_u32(code)?);
        }
        (digits.len() < 3).then_some(digits)
    };
    let width = number()?;
    // A leading zero is a flag, and flags are not simple.
    if width.starts_with('0') {
        return None;
    }
    let mut spec = String::new();
    if !width.is_empty() {
        spec += if left { "" } else { ">" };
        spec += &width;
    }
    if codes.next_if_eq(&u32::from('.')).is_some() {
        let mut precision = String::new();
        while let Some(code) = codes.next_if(|&code| char::from_u32(code).is_some_and(|c| c.is_ascii_digit())) {
            precision.push(char::from_u32(code)?);
        }
        if precision.len() >= 3 {
            return None;
        }
        let precision = if precision.is_empty() { "0" } else { &precision };
        spec += &format!(".{precision}");
    }
    let conversion = match char::from_u32(codes.next()?)? {
        's' => Conversion::Str,
        'r' => Conversion::Repr,
        'a' => Conversion::Ascii,
        _ => return None,
    };
    Some((conversion, (!spec.is_empty()).then_some(spec)))
}

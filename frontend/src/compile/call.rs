//! Calls: callee and arguments side by side in temporaries, or collected when there are stars or very many.

use super::Displays;
use super::Res;
use super::body::{Arg, Body, NONE, Want};
use super::display::Row;
use crate::ast::*;
use crate::fold::Literal;
use crate::op::Op;
use crate::symbols::flag;

impl<'a> Body<'_, 'a> {
    pub fn call(
        &mut self,
        expr: &'a Expr<'a>,
        func: &'a Expr<'a>,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
        want: Want,
    ) -> Res<Arg> {
        self.check_keywords(keywords)?;
        let mut is_method = false;
        if let ExprKind::Attribute { value, attr, .. } = func.kind
            && is_plain(args, keywords)
            && args.len() + keywords.len() + usize::from(!keywords.is_empty()) < self.cx.displays.many()
        {
            if !self.is_imported(value) {
                return self.method_call(expr, func, value, attr, args, keywords, want);
            }
            is_method = keywords.is_empty();
        }
        self.check_callee(func);
        let mark = self.top;
        self.stack_null();
        self.expr(func, Want::Push)?;
        // Up to 3.10 what an import provides has methods as well, for which there is a second place.
        self.blocks_extra += i32::from(is_method);
        self.stack(0);
        let to = self.arguments(mark, 0, args, keywords, want)?;
        self.blocks_extra -= i32::from(is_method);
        Ok(to)
    }

    /// Whether the expression is a name that the module imports: its attributes are no methods.
    fn is_imported(&self, expr: &Expr<'a>) -> bool {
        matches!(expr.kind, ExprKind::Name { id, .. } if self.cx.symbols.blocks[0].names.flags(id) & flag::IMPORT != 0)
    }

    /// The call of what stands in temporary `mark`, with `pushed` arguments behind it already.
    pub fn arguments(
        &mut self,
        mark: u16,
        pushed: u16,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
        want: Want,
    ) -> Res<Arg> {
        let base = Arg::Temp(mark);
        if !is_plain(args, keywords) || args.len() + keywords.len() * 2 > self.cx.displays.many() {
            return self.collected_call(mark, pushed, args, keywords, want);
        }
        for arg in args {
            self.expr(arg, Want::Push)?;
        }
        for keyword in keywords {
            self.expr(keyword.value, Want::Push)?;
        }
        let count = usize::from(pushed) + args.len() + keywords.len();
        let to = self.emit_call(None, base, count, keywords, mark, want);
        self.blocks_extra += 1;
        self.stack(-1 - count as i32);
        Ok(to)
    }

    /// Emits `Call` or `CallKw`; of a method with the place where the whole call starts, to which 3.8 and 3.9 book it.
    fn emit_call(
        &mut self,
        method: Option<u32>,
        base: Arg,
        count: usize,
        keywords: &'a [Keyword<'a>],
        mark: u16,
        want: Want,
    ) -> Arg {
        let d = u8::from(method.is_some());
        let names = (!keywords.is_empty()).then(|| self.keyword_names(keywords));
        // The names of the keywords were on the stack.
        self.stack_by_blocks(i32::from(names.is_some()));
        let to = self.settle(mark, want);
        match names {
            None => {
                self.emit(Op::Call, d, to, base, Arg::Num(count as i32));
                self.book(0..method.map_or(0, |_| 2), method.unwrap_or(0));
            }
            Some(names) => {
                self.emit(Op::CallKw, d, to, base, Arg::Num(count as i32));
                self.book(0..method.map_or(0, |_| 2), method.unwrap_or(0));
                self.extra(names);
            }
        }
        to
    }

    fn keyword_names(&mut self, keywords: &[Keyword<'a>]) -> u32 {
        let names = keywords.iter().filter_map(|keyword| keyword.arg).map(Literal::str).collect();
        self.const_index(&Literal::tuple(names))
    }

    #[allow(clippy::too_many_arguments)]
    fn method_call(
        &mut self,
        expr: &'a Expr<'a>,
        func: &'a Expr<'a>,
        object: &'a Expr<'a>,
        attr: Identifier<'a>,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
        want: Want,
    ) -> Res<Arg> {
        let mark = self.top;
        let object = self.expr(object, Want::Any)?;
        let name = self.name_arg(attr.name);
        self.top = mark;
        let base = self.push_many(2);
        let span = self.attr_span(func.span, attr);
        self.at(span, |body| body.emit(Op::LoadMethod, 0, base, object, name));
        self.book(0..2, expr.span.start);
        // Up to 3.10 a callee that gets keywords is no method.
        let plain = i32::from(!keywords.is_empty());
        self.blocks_extra -= plain;
        self.stack(1);
        for arg in args {
            self.expr(arg, Want::Push)?;
        }
        for keyword in keywords {
            self.expr(keyword.value, Want::Push)?;
        }
        let count = args.len() + keywords.len();
        // A call chained over several lines stands at the line of the method's name.
        let moved = self.line(expr.span.start) != self.line(attr.span.end);
        let span = if moved { Span::new(attr.span.start, expr.span.end) } else { expr.span };
        let to = self.at(span, |body| body.emit_call(Some(expr.span.start), base, count, keywords, mark, want));
        self.blocks_extra += plain;
        self.stack(-1 - count as i32);
        Ok(to)
    }

    /// `f(*a, **k)`, or more arguments than go side by side.
    fn collected_call(
        &mut self,
        mark: u16,
        pushed: u16,
        args: &'a [&'a Expr<'a>],
        keywords: &'a [Keyword<'a>],
        want: Want,
    ) -> Res<Arg> {
        match args {
            [Expr { kind: ExprKind::Starred { value, .. }, .. }] if pushed == 0 => {
                self.expr(value, Want::Push)?;
            }
            _ => {
                self.row(args, pushed, Row::Tuple, Want::Push)?;
            }
        }
        if !keywords.is_empty() {
            self.keyword_dict(mark, keywords)?;
        }
        let to = self.settle(mark, want);
        let with_dict = u8::from(!keywords.is_empty());
        self.emit(Op::CallEx, with_dict, to, Arg::Temp(mark), NONE);
        self.blocks_extra += 1;
        self.stack(-2 - i32::from(with_dict));
        Ok(to)
    }

    /// All keyword arguments in one dict.
    fn keyword_dict(&mut self, callee: u16, keywords: &'a [Keyword<'a>]) -> Res<()> {
        if self.cx.displays == Displays::Joined && keywords.iter().any(|keyword| keyword.arg.is_none()) {
            return self.joined_keywords(callee, keywords);
        }
        let mark = self.top;
        let dict = Arg::Temp(mark);
        let (mut have, mut start) = (false, 0);
        let merge = |body: &mut Self, value: Arg, have: &mut bool| {
            if *have {
                body.emit(Op::DictMerge, 0, dict, value, Arg::Temp(callee));
                body.stack(-1);
            }
            *have = true;
            body.top = mark + 1;
        };
        for (at, keyword) in keywords.iter().enumerate() {
            if keyword.arg.is_some() {
                continue;
            }
            if start < at {
                let part = self.keyword_chunk(&keywords[start..at])?;
                merge(self, part, &mut have);
            }
            if !have {
                self.empty_dict();
                have = true;
            }
            let mapping = self.expr(keyword.value, Want::Any)?;
            merge(self, mapping, &mut have);
            start = at + 1;
        }
        if start < keywords.len() {
            let part = self.keyword_chunk(&keywords[start..])?;
            merge(self, part, &mut have);
        }
        Ok(())
    }

    /// A single mapping as it is; several parts are merged when all are there.
    fn joined_keywords(&mut self, callee: u16, keywords: &'a [Keyword<'a>]) -> Res<()> {
        let mark = self.top;
        for part in keywords.chunk_by(|a, b| a.arg.is_some() && b.arg.is_some()) {
            match part {
                [Keyword { arg: None, value, .. }] => self.expr(value, Want::Push)?,
                _ => self.keyword_chunk(part)?,
            };
        }
        if self.top > mark + 1 {
            self.join_dicts(mark, |body, dict, part| body.emit(Op::DictMerge, 0, dict, part, Arg::Temp(callee)));
        }
        Ok(())
    }

    fn keyword_chunk(&mut self, keywords: &'a [Keyword<'a>]) -> Res<Arg> {
        let (mark, n) = (self.top, keywords.len());
        let big = n * 2 > self.cx.displays.many();
        let names: Vec<Literal> = keywords.iter().filter_map(|keyword| keyword.arg).map(Literal::str).collect();
        if n > 1 && !big {
            for keyword in keywords {
                self.expr(keyword.value, Want::Push)?;
            }
            return Ok(self.const_key_dict(names, mark));
        }
        let dict = Arg::Temp(mark);
        if big {
            self.empty_dict();
        }
        for (keyword, name) in keywords.iter().zip(&names) {
            self.stack(1);
            if big {
                let key = self.constant(name, Want::Any);
                let value = self.expr(keyword.value, Want::Any)?;
                self.at(keyword.value.span, |body| body.emit(Op::MapAdd, 0, dict, key, value));
                self.stack(-2);
                self.top = mark + 1;
            } else {
                self.constant(name, Want::Push);
                self.expr(keyword.value, Want::Push)?;
            }
        }
        if !big {
            self.settle(mark, Want::Push);
            self.emit(Op::BuildDict, 0, dict, dict, Arg::Num(n as i32));
            self.stack(1 - 2 * n as i32);
        }
        Ok(dict)
    }

    pub(super) fn check_keywords(&self, keywords: &[Keyword<'a>]) -> Res<()> {
        for (at, keyword) in keywords.iter().enumerate() {
            let Some(name) = keyword.arg else { continue };
            if name == "__debug__" {
                return self.fail("cannot assign to __debug__");
            }
            if let Some(again) = keywords[at + 1..].iter().find(|other| other.arg == Some(name)) {
                return self.fail_at(again.span, format!("keyword argument repeated: {name}"));
            }
        }
        Ok(())
    }
}

/// Without `*` and `**`.
fn is_plain(args: &[&Expr<'_>], keywords: &[Keyword<'_>]) -> bool {
    !args.iter().any(|arg| matches!(arg.kind, ExprKind::Starred { .. }))
        && keywords.iter().all(|keyword| keyword.arg.is_some())
}

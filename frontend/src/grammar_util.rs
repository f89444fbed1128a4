//! What the grammar's one-line actions call: nodes are made here, and what the grammar accepts too much is refused.

use crate::ast::*;
use crate::syntax_error::{Failure, Place};
use crate::token::Token;
use bumpalo::Bump;
use lalrpop_util::ParseError;
use std::cell::Cell;
use unicode_normalization::UnicodeNormalization;

pub(crate) use crate::arguments::{Argument, CallArguments, Parameter};
pub(crate) use crate::patterns::MappingItem;

pub(crate) type E<'a> = &'a Expr<'a>;
pub(crate) type P<'a> = &'a Pattern<'a>;
pub(crate) type Body<'a> = &'a [Stmt<'a>];
pub(crate) type DictItem<'a> = (Option<E<'a>>, E<'a>);
pub(crate) type Clause<'a> = (E<'a>, E<'a>, Vec<E<'a>>);
pub(crate) type Fallible<T> = Result<T, ParseError<u32, Token, Failure>>;

/// What a parse knows beside its tokens.
pub(crate) struct Grammar<'a> {
    pub arena: &'a Bump,
    pub source: &'a str,
    /// The token that the parser looks at: where CPython places errors that it finds in an action.
    pub last: Cell<Span>,
}

/// The inside of brackets.
pub(crate) struct Items<'a> {
    pub list: (Vec<E<'a>>, bool),
    pub clauses: Vec<Comprehension<'a>>,
}

/// The inside of `with (...):`.
pub(crate) enum WithGroup<'a> {
    Empty,
    Items((Vec<WithItem<'a>>, bool)),
    Generator(E<'a>, Vec<Comprehension<'a>>),
    Yield(E<'a>),
}

/// An `except` clause, and whether it is an `except*`.
pub(crate) struct Handler<'a> {
    star: bool,
    keyword: u32,
    node: ExceptHandler<'a>,
}

/// Refuses from inside an action.
pub(crate) fn refuse<T>(failure: Failure) -> Fallible<T> {
    Err(ParseError::User { error: failure })
}

pub(crate) fn push<T>(mut list: Vec<T>, item: T) -> Vec<T> {
    list.push(item);
    list
}

pub(crate) fn append<T>(mut list: Vec<T>, mut items: Vec<T>) -> Vec<T> {
    list.append(&mut items);
    list
}

pub(crate) fn stmt<'a>(start: u32, kind: StmtKind<'a>, end: u32) -> Stmt<'a> {
    Stmt { span: Span::new(start, end), kind }
}

/// A statement that ends where its last block ends.
pub(crate) fn compound<'a>(start: u32, kind: StmtKind<'a>) -> Stmt<'a> {
    let last = |blocks: &[Body<'a>]| blocks.iter().rev().find_map(|block| block.last()).map_or(start, |s| s.span.end);
    let end = match kind {
        StmtKind::FunctionDef(f) | StmtKind::AsyncFunctionDef(f) => last(&[f.body]),
        StmtKind::ClassDef(c) => last(&[c.body]),
        StmtKind::For(f) | StmtKind::AsyncFor(f) => last(&[f.body, f.orelse]),
        StmtKind::While { body, orelse, .. } | StmtKind::If { body, orelse, .. } => last(&[body, orelse]),
        StmtKind::With { body, .. } | StmtKind::AsyncWith { body, .. } => last(&[body]),
        StmtKind::Match { cases, .. } => cases.last().map_or(start, |case| last(&[case.body])),
        StmtKind::Try(t) | StmtKind::TryStar(t) => {
            let handlers = t.handlers.last().map_or(&[][..], |handler| handler.body);
            last(&[t.body, handlers, t.orelse, t.finalbody])
        }
        _ => start,
    };
    stmt(start, kind, end)
}

pub(crate) fn alias<'a>(start: u32, name: &'a str, asname: Option<Identifier<'a>>, end: u32) -> Alias<'a> {
    Alias { span: Span::new(start, end), name, asname: asname.map(|name| name.name) }
}

pub(crate) fn arg<'a>(start: u32, name: Identifier<'a>, annotation: Option<E<'a>>, end: u32) -> Arg<'a> {
    Arg { span: Span::new(start, end), arg: name.name, annotation }
}

pub(crate) fn plain_item(context_expr: E<'_>) -> WithItem<'_> {
    WithItem { context_expr, optional_vars: None }
}

pub(crate) fn handler<'a>(
    start: u32,
    star: bool,
    type_: Option<E<'a>>,
    name: Option<Identifier<'a>>,
    body: Body<'a>,
) -> Handler<'a> {
    let span = Span::new(start, body.last().map_or(start, |stmt| stmt.span.end));
    Handler { star, keyword: start, node: ExceptHandler { span, type_, name, body } }
}

impl<'a> Grammar<'a> {
    pub fn alloc<T>(&self, value: T) -> &'a T {
        self.arena.alloc(value)
    }

    pub fn slice<T: Copy>(&self, items: Vec<T>) -> &'a [T] {
        self.arena.alloc_slice_copy(&items)
    }

    pub fn text(&self, span: Span) -> &'a str {
        &self.source[span.start as usize..span.end as usize]
    }

    /// Refuses at the token that the parser looks at.
    pub fn refuse_here<T>(&self, message: impl Into<String>) -> Fallible<T> {
        refuse(Failure::span(self.last.get(), message).finally())
    }

    /// A name, in the normal form that makes equal-looking names equal.
    pub fn name(&self, start: u32, end: u32) -> Identifier<'a> {
        let span = Span::new(start, end);
        let text = self.text(span);
        let name = if text.is_ascii() { text } else { self.arena.alloc_str(&text.nfkc().collect::<String>()) };
        Identifier { span, name }
    }

    /// `a.b`, whatever blanks stood around the dot.
    pub fn dotted(&self, head: &'a str, tail: Identifier<'a>) -> &'a str {
        self.arena.alloc_str(&format!("{head}.{}", tail.name))
    }

    // Expressions.

    pub fn expr(&self, start: u32, kind: ExprKind<'a>, end: u32) -> E<'a> {
        self.alloc(Expr { span: Span::new(start, end), kind })
    }

    pub fn constant(&self, start: u32, value: Constant<'a>, end: u32) -> E<'a> {
        self.expr(start, ExprKind::Constant(value), end)
    }

    pub fn name_expr(&self, name: Identifier<'a>) -> E<'a> {
        self.expr(name.span.start, ExprKind::Name { id: name.name, ctx: Ctx::Load }, name.span.end)
    }

    pub fn tuple(&self, start: u32, list: (Vec<E<'a>>, bool), end: u32) -> E<'a> {
        match list {
            (items, false) if items.len() == 1 => items[0],
            (items, _) => self.expr(start, ExprKind::Tuple { elts: self.slice(items), ctx: Ctx::Load }, end),
        }
    }

    pub fn starred(&self, start: u32, value: E<'a>, end: u32) -> E<'a> {
        self.expr(start, ExprKind::Starred { value, ctx: Ctx::Load }, end)
    }

    pub fn named(&self, start: u32, target: E<'a>, value: E<'a>, end: u32) -> Fallible<E<'a>> {
        if !matches!(target.kind, ExprKind::Name { .. }) || target.span.start != start {
            let message = format!("cannot use assignment expressions with {}", target.kind.describe());
            return refuse(Failure::span(target.span, message));
        }
        let target = self.with_context(target, Ctx::Store);
        Ok(self.expr(start, ExprKind::NamedExpr { target, value }, end))
    }

    pub fn bool_op(&self, start: u32, op: BoolOp, values: Vec<E<'a>>, end: u32) -> E<'a> {
        self.expr(start, ExprKind::BoolOp { op, values: self.slice(values) }, end)
    }

    pub fn unary(&self, start: u32, op: UnaryOp, operand: E<'a>, end: u32) -> E<'a> {
        self.expr(start, ExprKind::UnaryOp { op, operand }, end)
    }

    pub fn binary(&self, start: u32, left: E<'a>, op: Operator, right: E<'a>, end: u32) -> E<'a> {
        self.expr(start, ExprKind::BinOp { left, op, right }, end)
    }

    pub fn compare(&self, start: u32, left: E<'a>, rest: Vec<(CmpOp, E<'a>)>, end: u32) -> E<'a> {
        let (ops, comparators): (Vec<_>, Vec<_>) = rest.into_iter().unzip();
        let kind = ExprKind::Compare { left, ops: self.slice(ops), comparators: self.slice(comparators) };
        self.expr(start, kind, end)
    }

    pub fn attribute(&self, start: u32, value: E<'a>, attr: Identifier<'a>, end: u32) -> E<'a> {
        self.expr(start, ExprKind::Attribute { value, attr, ctx: Ctx::Load }, end)
    }

    /// A lone starred index is a tuple of one, without a comma.
    pub fn subscript(&self, start: u32, value: E<'a>, slice: E<'a>, end: u32) -> E<'a> {
        let slice = match slice.kind {
            ExprKind::Starred { .. } => self.tuple(slice.span.start, (vec![slice], true), slice.span.end),
            _ => slice,
        };
        self.expr(start, ExprKind::Subscript { value, slice, ctx: Ctx::Load }, end)
    }

    pub fn slice_expr(
        &self,
        start: u32,
        lower: Option<E<'a>>,
        upper: Option<E<'a>>,
        step: Option<E<'a>>,
        end: u32,
    ) -> E<'a> {
        self.expr(start, ExprKind::Slice { lower, upper, step }, end)
    }

    // Brackets.

    pub fn group(&self, start: u32, items: Items<'a>, end: u32) -> Fallible<E<'a>> {
        if !items.clauses.is_empty() {
            let (elt, generators) = self.comprehension(items)?;
            return Ok(self.expr(start, ExprKind::GeneratorExp { elt, generators }, end));
        }
        if let ([only], false) = (&items.list.0[..], items.list.1)
            && matches!(only.kind, ExprKind::Starred { .. })
        {
            return refuse(Failure::span(only.span, "cannot use starred expression here"));
        }
        Ok(self.tuple(start, items.list, end))
    }

    pub fn list(&self, start: u32, items: Vec<E<'a>>, end: u32) -> E<'a> {
        self.expr(start, ExprKind::List { elts: self.slice(items), ctx: Ctx::Load }, end)
    }

    pub fn list_display(&self, start: u32, items: Items<'a>, end: u32) -> Fallible<E<'a>> {
        if items.clauses.is_empty() {
            return Ok(self.list(start, items.list.0, end));
        }
        let (elt, generators) = self.comprehension(items)?;
        Ok(self.expr(start, ExprKind::ListComp { elt, generators }, end))
    }

    pub fn set_display(&self, start: u32, items: Items<'a>, end: u32) -> Fallible<E<'a>> {
        if items.clauses.is_empty() {
            return Ok(self.expr(start, ExprKind::Set { elts: self.slice(items.list.0) }, end));
        }
        let (elt, generators) = self.comprehension(items)?;
        Ok(self.expr(start, ExprKind::SetComp { elt, generators }, end))
    }

    /// The element of a comprehension must be one, and not starred.
    fn comprehension(&self, items: Items<'a>) -> Fallible<(E<'a>, &'a [Comprehension<'a>])> {
        let (list, trailing) = items.list;
        let [elt] = list[..] else {
            let span = list[0].span.to(list[list.len() - 1].span);
            return refuse(Failure::span(span, "did you forget parentheses around the comprehension target?"));
        };
        if trailing {
            return refuse(Failure::span(elt.span, "did you forget parentheses around the comprehension target?"));
        }
        if matches!(elt.kind, ExprKind::Starred { .. }) {
            return refuse(Failure::span(elt.span, "iterable unpacking cannot be used in comprehension"));
        }
        Ok((elt, self.slice(items.clauses)))
    }

    pub fn dict(&self, start: u32, items: Vec<DictItem<'a>>, end: u32) -> E<'a> {
        let (keys, values): (Vec<_>, Vec<_>) = items.into_iter().unzip();
        self.expr(start, ExprKind::Dict { keys: self.slice(keys), values: self.slice(values) }, end)
    }

    pub fn dict_comp(
        &self,
        start: u32,
        items: (Vec<DictItem<'a>>, bool),
        clauses: Vec<Comprehension<'a>>,
        end: u32,
    ) -> Fallible<E<'a>> {
        match items.0[..] {
            [(Some(key), value)] if !items.1 => {
                Ok(self.expr(start, ExprKind::DictComp { key, value, generators: self.slice(clauses) }, end))
            }
            [(None, value)] => {
                let stars = Span::new(value.span.start.saturating_sub(2), value.span.start);
                refuse(Failure::span(stars, "dict unpacking cannot be used in dict comprehension"))
            }
            _ => refuse(Failure::span(Span::new(end - 1, end), "invalid syntax")),
        }
    }

    pub fn clause(&self, (target, iter, ifs): Clause<'a>, is_async: bool) -> Fallible<Comprehension<'a>> {
        let target = self.store(target)?;
        Ok(Comprehension { target, iter, ifs: self.slice(ifs), is_async })
    }

    // Statements.

    pub fn import_from(&self, (level, module): (u32, Option<&'a str>), names: Vec<Alias<'a>>) -> StmtKind<'a> {
        StmtKind::ImportFrom { module, names: self.slice(names), level }
    }

    pub fn for_(&self, target: E<'a>, iter: E<'a>, body: Body<'a>, orelse: Body<'a>) -> Fallible<&'a For<'a>> {
        let target = self.store(target)?;
        Ok(self.alloc(For { target, iter, body, orelse }))
    }

    pub fn try_(
        &self,
        body: Body<'a>,
        list: Vec<Handler<'a>>,
        orelse: Body<'a>,
        finalbody: Body<'a>,
    ) -> Fallible<StmtKind<'a>> {
        let star = list[0].star;
        if let Some(other) = list.iter().find(|handler| handler.star != star) {
            let span = Span::new(other.keyword, other.keyword + 6);
            return refuse(Failure::span(span, "cannot have both 'except' and 'except*' on the same 'try'"));
        }
        let handlers = self.slice(list.into_iter().map(|handler| handler.node).collect());
        let node = self.alloc(Try { body, handlers, orelse, finalbody });
        Ok(if star { StmtKind::TryStar(node) } else { StmtKind::Try(node) })
    }

    pub fn try_finally(&self, body: Body<'a>, finalbody: Body<'a>) -> StmtKind<'a> {
        StmtKind::Try(self.alloc(Try { body, handlers: &[], orelse: &[], finalbody }))
    }

    pub fn with_item(&self, context_expr: E<'a>, target: E<'a>) -> Fallible<WithItem<'a>> {
        Ok(WithItem { context_expr, optional_vars: Some(self.store(target)?) })
    }

    /// `with (...):` holds items if each could be one; otherwise the parentheses belong to an expression.
    pub fn with_group(
        &self,
        start: u32,
        group: WithGroup<'a>,
        end: u32,
        body: Body<'a>,
    ) -> Fallible<(&'a [WithItem<'a>], Body<'a>)> {
        let expr = match group {
            WithGroup::Empty => self.tuple(start, (vec![], true), end),
            WithGroup::Yield(value) => value,
            WithGroup::Generator(elt, clauses) => {
                self.group(start, Items { list: (vec![elt], false), clauses }, end)?
            }
            WithGroup::Items((items, trailing)) => {
                let odd = |item: &WithItem| {
                    matches!(item.context_expr.kind, ExprKind::Starred { .. } | ExprKind::NamedExpr { .. })
                };
                if !items.iter().any(odd) {
                    return Ok((self.slice(items), body));
                }
                if let Some(named) = items.iter().find_map(|item| item.optional_vars) {
                    return refuse(Failure::span(named.span, "invalid syntax"));
                }
                let list = (items.into_iter().map(|item| item.context_expr).collect(), trailing);
                self.group(start, Items { list, clauses: vec![] }, end)?
            }
        };
        Ok((self.slice(vec![plain_item(expr)]), body))
    }

    pub fn function(
        &self,
        name: Identifier<'a>,
        args: &'a Arguments<'a>,
        returns: Option<E<'a>>,
        body: Body<'a>,
    ) -> &'a FunctionDef<'a> {
        self.alloc(FunctionDef { name, args, body, decorator_list: &[], returns })
    }

    pub fn class(
        &self,
        name: Identifier<'a>,
        list: Option<(Vec<E<'a>>, Vec<Keyword<'a>>)>,
        body: Body<'a>,
    ) -> &'a ClassDef<'a> {
        let (bases, keywords) = list.unwrap_or_default();
        let (bases, keywords) = (self.slice(bases), self.slice(keywords));
        self.alloc(ClassDef { name, bases, keywords, body, decorator_list: &[] })
    }

    /// Hangs decorators on a definition that was parsed without.
    pub fn decorate(&self, decorators: Vec<E<'a>>, definition: Stmt<'a>) -> Stmt<'a> {
        let decorator_list = self.slice(decorators);
        let kind = match definition.kind {
            StmtKind::FunctionDef(def) => StmtKind::FunctionDef(self.alloc(FunctionDef { decorator_list, ..*def })),
            StmtKind::AsyncFunctionDef(def) => {
                StmtKind::AsyncFunctionDef(self.alloc(FunctionDef { decorator_list, ..*def }))
            }
            StmtKind::ClassDef(def) => StmtKind::ClassDef(self.alloc(ClassDef { decorator_list, ..*def })),
            other => other,
        };
        Stmt { kind, ..definition }
    }

    // Numbers.

    pub fn number(&self, start: u32, end: u32) -> Fallible<E<'a>> {
        match crate::number::parse(self.text(Span::new(start, end)), self.arena) {
            Ok(value) => Ok(self.constant(start, value, end)),
            Err(message) => {
                let line = crate::LineIndex::new(self.source).line(start);
                refuse(Failure::new(Place::Exactly(line, 0, line, 0), message).finally())
            }
        }
    }
}

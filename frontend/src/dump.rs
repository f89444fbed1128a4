//! A tree as one line of text, to be compared with CPython's: `Node(field, ...)@line:column-line:column`.

use crate::LineIndex;
use crate::ast::*;
use crate::wtf8::Wtf8;
use std::fmt::Write;

/// Writes a whole tree. Columns are in bytes, as in CPython's trees.
pub fn dump(tree: &Mod<'_>, lines: &LineIndex) -> String {
    let mut out = Dump { lines, out: String::new() };
    match *tree {
        Mod::Module { body } => out.node("Module", None, &[Field::Body(body)]),
        Mod::Interactive { body } => out.node("Interactive", None, &[Field::Body(body)]),
        Mod::Expression { body } => out.node("Expression", None, &[Field::Expr(body)]),
    }
    out.out
}

struct Dump<'l> {
    lines: &'l LineIndex<'l>,
    out: String,
}

/// One field of a node.
#[derive(Clone, Copy)]
enum Field<'f, 'a> {
    Expr(&'a Expr<'a>),
    Exprs(&'f [&'a Expr<'a>]),
    Optional(Option<&'a Expr<'a>>),
    Optionals(&'f [Option<&'a Expr<'a>>]),
    Body(&'a [Stmt<'a>]),
    Word(&'f str),
    Words(&'f [&'f str]),
    Name(Option<&'f str>),
    Names(&'f [Identifier<'a>]),
    Number(i64),
    Constant(Constant<'a>),
    Arguments(&'a Arguments<'a>),
    Args(&'a [Arg<'a>]),
    Arg(Option<&'a Arg<'a>>),
    Keywords(&'a [Keyword<'a>]),
    Aliases(&'a [Alias<'a>]),
    Clauses(&'a [Comprehension<'a>]),
    Handlers(&'a [ExceptHandler<'a>]),
    Items(&'a [WithItem<'a>]),
    Cases(&'a [MatchCase<'a>]),
    Pattern(Option<&'a Pattern<'a>>),
    Patterns(&'f [&'a Pattern<'a>]),
}

impl Dump<'_> {
    fn node(&mut self, name: &str, span: Option<Span>, fields: &[Field<'_, '_>]) {
        self.out.push_str(name);
        self.out.push('(');
        for (i, &field) in fields.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.field(field);
        }
        self.out.push(')');
        if let Some(span) = span {
            let (start, end) = (self.lines.locate(span.start), self.lines.locate(span.end));
            let _ = write!(self.out, "@{}:{}-{}:{}", start.line, start.byte, end.line, end.byte);
        }
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        self.out.push('[');
        for (i, item) in items.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            each(self, item);
        }
        self.out.push(']');
    }

    fn optional<T>(&mut self, item: Option<T>, each: impl FnOnce(&mut Self, T)) {
        match item {
            Some(item) => each(self, item),
            None => self.out.push_str("None"),
        }
    }

    fn field(&mut self, field: Field<'_, '_>) {
        match field {
            Field::Expr(e) => self.expr(e),
            Field::Exprs(list) => self.list(list, |s, e| s.expr(e)),
            Field::Optional(e) => self.optional(e, Self::expr),
            Field::Optionals(list) => self.list(list, |s, e| s.optional(*e, Self::expr)),
            Field::Body(list) => self.list(list, Self::stmt),
            Field::Word(word) => self.out.push_str(word),
            Field::Words(list) => self.list(list, |s, word| s.out.push_str(word)),
            Field::Name(name) => self.optional(name, |s, name| s.text(Wtf8::from_str(name))),
            Field::Names(list) => self.list(list, |s, name| s.text(Wtf8::from_str(name.name))),
            Field::Number(number) => _ = write!(self.out, "{number}"),
            Field::Constant(value) => self.constant(value),
            Field::Arguments(args) => self.arguments(args),
            Field::Args(list) => self.list(list, Self::arg),
            Field::Arg(arg) => self.optional(arg, Self::arg),
            Field::Keywords(list) => self.list(list, |s, k| {
                s.node("keyword", Some(k.span), &[Field::Name(k.arg), Field::Expr(k.value)]);
            }),
            Field::Aliases(list) => self.list(list, |s, a| {
                s.node("alias", Some(a.span), &[Field::Name(Some(a.name)), Field::Name(a.asname)]);
            }),
            Field::Clauses(list) => self.list(list, |s, c| {
                let is_async = Field::Number(c.is_async.into());
                s.node(
                    "comprehension",
                    None,
                    &[Field::Expr(c.target), Field::Expr(c.iter), Field::Exprs(c.ifs), is_async],
                );
            }),
            Field::Handlers(list) => self.list(list, |s, h| {
                let name = Field::Name(h.name.map(|name| name.name));
                s.node("ExceptHandler", Some(h.span), &[Field::Optional(h.type_), name, Field::Body(h.body)]);
            }),
            Field::Items(list) => self.list(list, |s, item| {
                s.node("withitem", None, &[Field::Expr(item.context_expr), Field::Optional(item.optional_vars)]);
            }),
            Field::Cases(list) => self.list(list, |s, case| {
                let fields = [Field::Pattern(Some(case.pattern)), Field::Optional(case.guard), Field::Body(case.body)];
                s.node("match_case", None, &fields);
            }),
            Field::Pattern(p) => self.optional(p, Self::pattern),
            Field::Patterns(list) => self.list(list, |s, p| s.pattern(p)),
        }
    }

    fn arguments(&mut self, args: &Arguments<'_>) {
        self.out.push_str("arguments(");
        let fields = [
            Field::Args(args.posonlyargs),
            Field::Args(args.args),
            Field::Arg(args.vararg),
            Field::Args(args.kwonlyargs),
            Field::Optionals(args.kw_defaults),
            Field::Arg(args.kwarg),
            Field::Exprs(args.defaults),
        ];
        for (i, &field) in fields.iter().enumerate() {
            self.out.push_str(if i > 0 { ", " } else { "" });
            self.field(field);
        }
        self.out.push(')');
    }

    fn arg(&mut self, arg: &Arg<'_>) {
        self.node("arg", Some(arg.span), &[Field::Name(Some(arg.arg)), Field::Optional(arg.annotation)]);
    }

    fn text(&mut self, text: Wtf8<'_>) {
        self.out.push('\'');
        for code in text.code_points() {
            match code {
                0x20..0x7f if code != 0x27 && code != 0x5c => self.out.push(code as u8 as char),
                _ => _ = write!(self.out, "\\{code:x};"),
            }
        }
        self.out.push('\'');
    }

    fn constant(&mut self, value: Constant<'_>) {
        let _ = match value {
            Constant::None => write!(self.out, "None"),
            Constant::True => write!(self.out, "True"),
            Constant::False => write!(self.out, "False"),
            Constant::Ellipsis => write!(self.out, "Ellipsis"),
            Constant::Int(number) => write!(self.out, "{number:#x}"),
            Constant::BigInt(digits) => {
                let digits: String = digits.iter().rev().map(|digit| format!("{digit:08x}")).collect();
                write!(self.out, "0x{}", digits.trim_start_matches('0'))
            }
            Constant::Float(number) => write!(self.out, "float:{:016x}", number.to_bits()),
            Constant::Imag(number) => write!(self.out, "imag:{:016x}", number.to_bits()),
            Constant::Str(text) => return self.text(text),
            Constant::Bytes(bytes) => write!(self.out, "bytes:{bytes:02x?}"),
        };
    }

    fn function(&mut self, name: &str, span: Span, def: &FunctionDef<'_>) {
        let fields = [
            Field::Name(Some(def.name.name)),
            Field::Arguments(def.args),
            Field::Body(def.body),
            Field::Exprs(def.decorator_list),
            Field::Optional(def.returns),
        ];
        self.node(name, Some(span), &fields);
    }

    fn for_(&mut self, name: &str, span: Span, node: &For<'_>) {
        let fields =
            [Field::Expr(node.target), Field::Expr(node.iter), Field::Body(node.body), Field::Body(node.orelse)];
        self.node(name, Some(span), &fields);
    }

    fn try_(&mut self, name: &str, span: Span, node: &Try<'_>) {
        let handlers = Field::Handlers(node.handlers);
        let fields = [Field::Body(node.body), handlers, Field::Body(node.orelse), Field::Body(node.finalbody)];
        self.node(name, Some(span), &fields);
    }

    fn stmt(&mut self, stmt: &Stmt<'_>) {
        let span = stmt.span;
        match stmt.kind {
            StmtKind::FunctionDef(def) => self.function("FunctionDef", span, def),
            StmtKind::AsyncFunctionDef(def) => self.function("AsyncFunctionDef", span, def),
            StmtKind::For(node) => self.for_("For", span, node),
            StmtKind::AsyncFor(node) => self.for_("AsyncFor", span, node),
            StmtKind::Try(node) => self.try_("Try", span, node),
            StmtKind::TryStar(node) => self.try_("TryStar", span, node),
            _ => self.other_stmt(stmt),
        }
    }

    fn other_stmt(&mut self, stmt: &Stmt<'_>) {
        let span = Some(stmt.span);
        let mut node = |name, fields: &[Field<'_, '_>]| self.node(name, span, fields);
        match stmt.kind {
            StmtKind::ClassDef(def) => {
                let (name, decorators) = (Field::Name(Some(def.name.name)), Field::Exprs(def.decorator_list));
                let keywords = Field::Keywords(def.keywords);
                node("ClassDef", &[name, Field::Exprs(def.bases), keywords, Field::Body(def.body), decorators]);
            }
            StmtKind::Return { value } => node("Return", &[Field::Optional(value)]),
            StmtKind::Delete { targets } => node("Delete", &[Field::Exprs(targets)]),
            StmtKind::Assign { targets, value } => node("Assign", &[Field::Exprs(targets), Field::Expr(value)]),
            StmtKind::AugAssign { target, op, value } => {
                let op = format!("{op:?}()");
                node("AugAssign", &[Field::Expr(target), Field::Word(&op), Field::Expr(value)]);
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                let simple = Field::Number(simple.into());
                node("AnnAssign", &[Field::Expr(target), Field::Expr(annotation), Field::Optional(value), simple]);
            }
            StmtKind::While { test, body, orelse } => {
                node("While", &[Field::Expr(test), Field::Body(body), Field::Body(orelse)]);
            }
            StmtKind::If { test, body, orelse } => {
                node("If", &[Field::Expr(test), Field::Body(body), Field::Body(orelse)])
            }
            StmtKind::With { items, body } => node("With", &[Field::Items(items), Field::Body(body)]),
            StmtKind::AsyncWith { items, body } => node("AsyncWith", &[Field::Items(items), Field::Body(body)]),
            StmtKind::Match { subject, cases } => node("Match", &[Field::Expr(subject), Field::Cases(cases)]),
            StmtKind::Raise { exc, cause } => node("Raise", &[Field::Optional(exc), Field::Optional(cause)]),
            StmtKind::Assert { test, msg } => node("Assert", &[Field::Expr(test), Field::Optional(msg)]),
            StmtKind::Import { names } => node("Import", &[Field::Aliases(names)]),
            StmtKind::ImportFrom { module, names, level } => {
                node("ImportFrom", &[Field::Name(module), Field::Aliases(names), Field::Number(level.into())]);
            }
            StmtKind::Global { names } => node("Global", &[Field::Names(names)]),
            StmtKind::Nonlocal { names } => node("Nonlocal", &[Field::Names(names)]),
            StmtKind::Expr { value } => node("Expr", &[Field::Expr(value)]),
            StmtKind::Pass => node("Pass", &[]),
            StmtKind::Break => node("Break", &[]),
            _ => node("Continue", &[]),
        }
    }

    fn expr(&mut self, expr: &Expr<'_>) {
        let span = Some(expr.span);
        let mut node = |name, fields: &[Field<'_, '_>]| self.node(name, span, fields);
        let context = |ctx: Ctx| match ctx {
            Ctx::Load => Field::Word("Load()"),
            Ctx::Store => Field::Word("Store()"),
            Ctx::Del => Field::Word("Del()"),
        };
        match expr.kind {
            ExprKind::BoolOp { op, values } => {
                node("BoolOp", &[Field::Word(&format!("{op:?}()")), Field::Exprs(values)])
            }
            ExprKind::NamedExpr { target, value } => node("NamedExpr", &[Field::Expr(target), Field::Expr(value)]),
            ExprKind::BinOp { left, op, right } => {
                node("BinOp", &[Field::Expr(left), Field::Word(&format!("{op:?}()")), Field::Expr(right)]);
            }
            ExprKind::UnaryOp { op, operand } => {
                node("UnaryOp", &[Field::Word(&format!("{op:?}()")), Field::Expr(operand)]);
            }
            ExprKind::Lambda { args, body } => node("Lambda", &[Field::Arguments(args), Field::Expr(body)]),
            ExprKind::IfExp { test, body, orelse } => {
                node("IfExp", &[Field::Expr(test), Field::Expr(body), Field::Expr(orelse)]);
            }
            ExprKind::Dict { keys, values } => node("Dict", &[Field::Optionals(keys), Field::Exprs(values)]),
            ExprKind::Set { elts } => node("Set", &[Field::Exprs(elts)]),
            ExprKind::ListComp { elt, generators } => node("ListComp", &[Field::Expr(elt), Field::Clauses(generators)]),
            ExprKind::SetComp { elt, generators } => node("SetComp", &[Field::Expr(elt), Field::Clauses(generators)]),
            ExprKind::DictComp { key, value, generators } => {
                node("DictComp", &[Field::Expr(key), Field::Expr(value), Field::Clauses(generators)]);
            }
            ExprKind::GeneratorExp { elt, generators } => {
                node("GeneratorExp", &[Field::Expr(elt), Field::Clauses(generators)]);
            }
            ExprKind::Await { value } => node("Await", &[Field::Expr(value)]),
            ExprKind::Yield { value } => node("Yield", &[Field::Optional(value)]),
            ExprKind::YieldFrom { value } => node("YieldFrom", &[Field::Expr(value)]),
            ExprKind::Compare { left, ops, comparators } => {
                let ops: Vec<String> = ops.iter().map(|op| format!("{op:?}()")).collect();
                let ops: Vec<&str> = ops.iter().map(String::as_str).collect();
                node("Compare", &[Field::Expr(left), Field::Words(&ops), Field::Exprs(comparators)]);
            }
            ExprKind::Call { func, args, keywords } => {
                node("Call", &[Field::Expr(func), Field::Exprs(args), Field::Keywords(keywords)]);
            }
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                let code = match conversion {
                    Conversion::None => -1,
                    Conversion::Str => 115,
                    Conversion::Repr => 114,
                    Conversion::Ascii => 97,
                };
                node("FormattedValue", &[Field::Expr(value), Field::Number(code), Field::Optional(format_spec)]);
            }
            ExprKind::JoinedStr { values } => node("JoinedStr", &[Field::Exprs(values)]),
            ExprKind::Constant(value) => node("Constant", &[Field::Constant(value)]),
            ExprKind::Attribute { value, attr, ctx } => {
                node("Attribute", &[Field::Expr(value), Field::Name(Some(attr.name)), context(ctx)]);
            }
            ExprKind::Subscript { value, slice, ctx } => {
                node("Subscript", &[Field::Expr(value), Field::Expr(slice), context(ctx)]);
            }
            ExprKind::Starred { value, ctx } => node("Starred", &[Field::Expr(value), context(ctx)]),
            ExprKind::Name { id, ctx } => node("Name", &[Field::Name(Some(id)), context(ctx)]),
            ExprKind::List { elts, ctx } => node("List", &[Field::Exprs(elts), context(ctx)]),
            ExprKind::Tuple { elts, ctx } => node("Tuple", &[Field::Exprs(elts), context(ctx)]),
            ExprKind::Slice { lower, upper, step } => {
                node("Slice", &[Field::Optional(lower), Field::Optional(upper), Field::Optional(step)]);
            }
        }
    }

    fn pattern(&mut self, pattern: &Pattern<'_>) {
        let span = Some(pattern.span);
        let mut node = |name, fields: &[Field<'_, '_>]| self.node(name, span, fields);
        match pattern.kind {
            PatternKind::MatchValue { value } => node("MatchValue", &[Field::Expr(value)]),
            PatternKind::MatchSingleton { value } => node("MatchSingleton", &[Field::Constant(value)]),
            PatternKind::MatchSequence { patterns } => node("MatchSequence", &[Field::Patterns(patterns)]),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                node("MatchMapping", &[Field::Exprs(keys), Field::Patterns(patterns), Field::Name(rest)]);
            }
            PatternKind::MatchClass { cls, patterns, kwd_attrs, kwd_patterns } => {
                let names: Vec<String> = kwd_attrs.iter().map(|name| format!("'{name}'")).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                let (patterns, kwd_patterns) = (Field::Patterns(patterns), Field::Patterns(kwd_patterns));
                node("MatchClass", &[Field::Expr(cls), patterns, Field::Words(&names), kwd_patterns]);
            }
            PatternKind::MatchStar { name } => node("MatchStar", &[Field::Name(name)]),
            PatternKind::MatchAs { pattern, name } => node("MatchAs", &[Field::Pattern(pattern), Field::Name(name)]),
            PatternKind::MatchOr { patterns } => node("MatchOr", &[Field::Patterns(patterns)]),
        }
    }
}

//! Arguments of calls and parameters of functions: their order is checked here.

use crate::ast::*;
use crate::grammar_util::{Body, E, Fallible, Grammar, refuse};
use crate::syntax_error::Failure;

/// One argument of a call.
pub(crate) enum Argument<'a> {
    Positional(E<'a>),
    /// A generator expression without parentheses of its own, from start to end.
    Generator(u32, E<'a>, Vec<Comprehension<'a>>, u32),
    Star(E<'a>),
    /// With a name, or `**` without.
    Keyword(Keyword<'a>),
}

/// Everything from parenthesis to parenthesis, and whether the list ends with a comma.
pub(crate) struct CallArguments<'a> {
    pub l: u32,
    pub list: (Vec<Argument<'a>>, bool),
    pub r: u32,
}

/// One item of a parameter list.
pub(crate) enum Parameter<'a> {
    Plain(Arg<'a>, Option<E<'a>>),
    Slash(u32, u32),
    Star(u32, u32),
    Args(Arg<'a>),
    Kwargs(Arg<'a>),
}

impl<'a> Grammar<'a> {
    pub fn keyword(&self, start: u32, name: E<'a>, equal: u32, value: E<'a>, end: u32) -> Fallible<Argument<'a>> {
        let span = Span::new(start, end);
        match name.kind {
            ExprKind::Name { id, .. } if name.span.start == start => {
                Ok(Argument::Keyword(Keyword { span, arg: Some(id), value }))
            }
            ExprKind::Constant(Constant::True | Constant::False | Constant::None) => {
                refuse(Failure::span(Span::new(start, equal + 1), format!("cannot assign to {}", name.kind.describe())))
            }
            _ => refuse(Failure::span(
                Span::new(start, equal + 1),
                "expression cannot contain assignment, perhaps you meant \"==\"?",
            )),
        }
    }

    pub fn double_star(&self, start: u32, value: E<'a>, end: u32) -> Argument<'a> {
        Argument::Keyword(Keyword { span: Span::new(start, end), arg: None, value })
    }

    pub fn call(&self, start: u32, func: E<'a>, list: CallArguments<'a>, end: u32) -> Fallible<E<'a>> {
        let CallArguments { l, list: (mut items, trailing), r } = list;
        if let ([Argument::Generator(_, elt, clauses, _)], false) = (&mut items[..], trailing) {
            let generators = self.slice(std::mem::take(clauses));
            items = vec![Argument::Positional(self.expr(l, ExprKind::GeneratorExp { elt, generators }, r))];
        }
        let (args, keywords) = self.sort(items)?;
        let kind = ExprKind::Call { func, args: self.slice(args), keywords: self.slice(keywords) };
        Ok(self.expr(start, kind, end))
    }

    pub fn class_with(
        &self,
        name: Identifier<'a>,
        (items, _): (Vec<Argument<'a>>, bool),
        body: Body<'a>,
    ) -> Fallible<&'a ClassDef<'a>> {
        if let [Argument::Generator(_, _, clauses, _)] = &items[..] {
            let start = clauses[0].target.span.start.saturating_sub(4);
            return refuse(Failure::span(Span::new(start, start + 3), "invalid syntax"));
        }
        Ok(self.class(name, Some(self.sort(items)?), body))
    }

    /// Splits arguments into positional and keyword ones.
    fn sort(&self, items: Vec<Argument<'a>>) -> Fallible<(Vec<E<'a>>, Vec<Keyword<'a>>)> {
        let (mut args, mut keywords) = (vec![], Vec::<Keyword>::new());
        for item in items {
            let unpacked = keywords.iter().any(|keyword| keyword.arg.is_none());
            match item {
                Argument::Keyword(keyword) => keywords.push(keyword),
                Argument::Generator(start, _, _, end) => {
                    return refuse(Failure::span(Span::new(start, end), "Generator expression must be parenthesized"));
                }
                Argument::Star(value) if unpacked => {
                    let message = "iterable argument unpacking follows keyword argument unpacking";
                    return refuse(Failure::span(value.span, message));
                }
                Argument::Positional(value) if unpacked => {
                    let message = "positional argument follows keyword argument unpacking";
                    return refuse(Failure::span(value.span, message));
                }
                Argument::Positional(value) if !keywords.is_empty() => {
                    return refuse(Failure::span(value.span, "positional argument follows keyword argument"));
                }
                Argument::Star(value) | Argument::Positional(value) => args.push(value),
            }
        }
        Ok((args, keywords))
    }

    pub fn no_parameters(&self) -> &'a Arguments<'a> {
        self.alloc(Arguments::default())
    }

    /// Sorts parameters into their kinds.
    pub fn parameters(&self, (items, _): (Vec<Parameter<'a>>, bool)) -> Fallible<&'a Arguments<'a>> {
        let mut sorted = Sorted::default();
        for item in items {
            sorted.add(item, self)?;
        }
        if let Some(star) = sorted.bare_star {
            return refuse(Failure::span(star, "named arguments must follow bare *"));
        }
        Ok(self.alloc(Arguments {
            posonlyargs: self.slice(sorted.posonlyargs),
            args: self.slice(sorted.args),
            vararg: sorted.vararg.map(|arg| self.alloc(arg)),
            kwonlyargs: self.slice(sorted.kwonlyargs),
            kw_defaults: self.slice(sorted.kw_defaults),
            kwarg: sorted.kwarg.map(|arg| self.alloc(arg)),
            defaults: self.slice(sorted.defaults),
        }))
    }
}

/// Parameters while they are sorted.
#[derive(Default)]
struct Sorted<'a> {
    posonlyargs: Vec<Arg<'a>>,
    args: Vec<Arg<'a>>,
    vararg: Option<Arg<'a>>,
    kwonlyargs: Vec<Arg<'a>>,
    kw_defaults: Vec<Option<E<'a>>>,
    kwarg: Option<Arg<'a>>,
    defaults: Vec<E<'a>>,
    /// A `*` that no parameter has followed yet.
    bare_star: Option<Span>,
    star: bool,
    slash: bool,
}

impl<'a> Sorted<'a> {
    fn add(&mut self, item: Parameter<'a>, cx: &Grammar<'a>) -> Fallible<()> {
        if self.kwarg.is_some() {
            let span = match item {
                Parameter::Plain(arg, _) | Parameter::Args(arg) | Parameter::Kwargs(arg) => arg.span,
                Parameter::Slash(l, r) | Parameter::Star(l, r) => Span::new(l, r),
            };
            return refuse(Failure::span(span, "arguments cannot follow var-keyword argument"));
        }
        match item {
            Parameter::Plain(arg, default) if self.star => {
                self.bare_star = None;
                self.kwonlyargs.push(arg);
                self.kw_defaults.push(default);
            }
            Parameter::Plain(arg, default) => {
                if default.is_none() && !self.defaults.is_empty() {
                    return refuse(Failure::span(arg.span, "non-default argument follows default argument"));
                }
                self.args.push(arg);
                self.defaults.extend(default);
            }
            Parameter::Slash(l, r) => return self.slash(Span::new(l, r)),
            Parameter::Star(l, r) => {
                self.one_star(Span::new(l, r))?;
                self.bare_star = Some(Span::new(l, r));
            }
            Parameter::Args(arg) => {
                self.one_star(Span::new(arg.span.start.saturating_sub(1), arg.span.start))?;
                self.vararg = Some(arg);
            }
            Parameter::Kwargs(_) if self.bare_star.is_some() => {
                return refuse(Failure::span(cx.last.get(), "named arguments must follow bare *"));
            }
            Parameter::Kwargs(arg) => self.kwarg = Some(arg),
        }
        Ok(())
    }

    fn slash(&mut self, span: Span) -> Fallible<()> {
        let message = match () {
            () if self.slash => "/ may appear only once",
            () if self.star => "/ must be ahead of *",
            () if self.args.is_empty() => "at least one argument must precede /",
            () => {
                self.slash = true;
                self.posonlyargs = std::mem::take(&mut self.args);
                return Ok(());
            }
        };
        refuse(Failure::span(span, message))
    }

    fn one_star(&mut self, span: Span) -> Fallible<()> {
        if self.star {
            return refuse(Failure::span(span, "* argument may appear only once"));
        }
        self.star = true;
        Ok(())
    }
}

//! The walk over the tree that opens blocks and notes names; the errors that a single name shows.

use super::{Block, BlockId, BlockKind, Comprehension, Names, Symbols, address, flag, mangle};
use crate::ast::*;
use crate::syntax_error::Failure;
use bumpalo::Bump;
use std::collections::HashMap;

pub(super) type Step = Result<(), Failure>;

/// The state of the walk.
pub(super) struct Builder<'a> {
    pub arena: &'a Bump,
    pub symbols: Symbols<'a>,
    /// The open blocks, the innermost last.
    pub stack: Vec<BlockId>,
    /// The class whose private names are mangled.
    pub class: Option<&'a str>,
    pub future_annotations: bool,
}

pub(super) fn build<'a>(tree: &Mod<'a>, arena: &'a Bump, future_annotations: bool) -> Result<Symbols<'a>, Failure> {
    let symbols = Symbols { blocks: vec![], by_node: HashMap::new() };
    let mut builder = Builder { arena, symbols, stack: vec![], class: None, future_annotations };
    builder.open(BlockKind::Module, 0);
    match *tree {
        Mod::Module { body } | Mod::Interactive { body } => builder.body(body)?,
        Mod::Expression { body } => builder.expr(body)?,
    }
    Ok(builder.symbols)
}

impl<'a> Builder<'a> {
    pub fn open(&mut self, kind: BlockKind, node: usize) -> BlockId {
        let id = self.symbols.blocks.len();
        let parent = self.stack.last().map(|&id| &mut self.symbols.blocks[id]);
        let iter_depth = parent.as_ref().map_or(0, |p| p.iter_depth);
        let nested = parent.as_ref().is_some_and(|p| p.nested || p.kind == BlockKind::Function);
        if let Some(parent) = parent {
            parent.children.push(id);
        }
        self.symbols.blocks.push(Block {
            kind,
            comprehension: None,
            names: Names::default(),
            params: vec![],
            children: vec![],
            nested,
            generator: false,
            coroutine: false,
            needs_class_cell: false,
            directives: vec![],
            iter_depth,
            in_iter_target: false,
        });
        self.symbols.by_node.insert(node, id);
        self.stack.push(id);
        id
    }

    pub fn close(&mut self) {
        self.stack.pop();
    }

    pub fn block(&mut self) -> &mut Block<'a> {
        let id = *self.stack.last().expect("the module block stays open");
        &mut self.symbols.blocks[id]
    }

    /// What the current block did with the name so far.
    pub fn flags(&mut self, name: &'a str) -> u16 {
        let name = mangle(self.arena, self.class, name);
        self.block().names.flags(name)
    }

    pub fn add(&mut self, name: &'a str, flags: u16, span: Span) -> Step {
        let id = *self.stack.last().expect("the module block stays open");
        self.add_to(id, name, flags, span)
    }

    pub fn add_to(&mut self, id: BlockId, name: &'a str, mut flags: u16, span: Span) -> Step {
        let name = mangle(self.arena, self.class, name);
        let block = &mut self.symbols.blocks[id];
        let symbol = block.names.entry(name);
        if flags & flag::PARAM != 0 {
            if symbol.flags & flag::PARAM != 0 {
                let message = format!("duplicate argument '{name}' in function definition");
                return Err(Failure::span(span, message));
            }
            block.params.push(name);
        }
        if block.in_iter_target {
            if (symbol.flags | flags) & (flag::GLOBAL | flag::NONLOCAL) != 0 {
                let message = format!("comprehension inner loop cannot rebind assignment expression target '{name}'");
                return Err(Failure::span(span, message));
            }
            flags |= flag::COMP_ITER;
        }
        symbol.flags |= flags;
        // A global declared anywhere is one at the top, too.
        if flags & flag::GLOBAL != 0 {
            self.symbols.blocks[0].names.entry(name).flags |= flag::GLOBAL;
        }
        Ok(())
    }

    /// `global` or `nonlocal`, which must come before any other use.
    pub fn directive(&mut self, names: &'a [Identifier<'a>], flags: u16, span: Span) -> Step {
        let word = if flags == flag::GLOBAL { "global" } else { "nonlocal" };
        for name in names {
            let (name, seen) = (name.name, self.flags(name.name));
            let message = if seen & flag::PARAM != 0 {
                format!("name '{name}' is parameter and {word}")
            } else if seen & flag::USE != 0 {
                format!("name '{name}' is used prior to {word} declaration")
            } else if seen & flag::ANNOTATION != 0 {
                format!("annotated name '{name}' can't be {word}")
            } else if seen & flag::LOCAL != 0 {
                format!("name '{name}' is assigned to before {word} declaration")
            } else {
                self.add(name, flags, span)?;
                self.record_directive(name, span);
                continue;
            };
            return Err(Failure::span(span, message));
        }
        Ok(())
    }

    fn record_directive(&mut self, name: &'a str, span: Span) {
        let name = mangle(self.arena, self.class, name);
        self.block().directives.push((name, span));
    }

    /// Opens a comprehension's function; its first iterable belongs to the block outside.
    pub fn comprehension(
        &mut self,
        expr: &'a Expr<'a>,
        kind: Comprehension,
        elements: &[&'a Expr<'a>],
        generators: &'a [crate::ast::Comprehension<'a>],
    ) -> Step {
        let Some((first, rest)) = generators.split_first() else { return Ok(()) };
        self.block().iter_depth += 1;
        self.expr(first.iter)?;
        self.block().iter_depth -= 1;
        self.open(BlockKind::Function, address(expr));
        self.block().comprehension = Some(kind);
        self.block().coroutine |= first.is_async;
        self.add(".0", flag::PARAM, expr.span)?;
        self.iter_target(first.target)?;
        self.exprs(first.ifs)?;
        for generator in rest {
            self.iter_target(generator.target)?;
            self.block().iter_depth += 1;
            self.expr(generator.iter)?;
            self.block().iter_depth -= 1;
            self.exprs(generator.ifs)?;
            self.block().coroutine |= generator.is_async;
        }
        // The value of a dict comprehension comes before the key.
        for element in elements.iter().rev() {
            self.expr(element)?;
        }
        let is_generator = kind == Comprehension::Generator;
        self.block().generator = is_generator;
        let is_async = self.block().coroutine && !is_generator;
        self.close();
        self.block().coroutine |= is_async;
        Ok(())
    }

    fn iter_target(&mut self, target: &'a Expr<'a>) -> Step {
        self.block().in_iter_target = true;
        self.expr(target)?;
        self.block().in_iter_target = false;
        Ok(())
    }

    pub fn walrus(&mut self, target: &'a Expr<'a>, value: &'a Expr<'a>, span: Span) -> Step {
        if self.block().iter_depth > 0 {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(Failure::span(span, message));
        }
        let ExprKind::Name { id, .. } = target.kind else { return Ok(()) };
        if self.block().comprehension.is_some() {
            self.walrus_outside(id, target.span)?;
        }
        self.expr(value)?;
        self.expr(target)?;
        let name = mangle(self.arena, self.class, id);
        self.block().names.entry(name).flags |= flag::WALRUS;
        Ok(())
    }

    /// A walrus in a comprehension binds in the nearest block around it that is none.
    fn walrus_outside(&mut self, name: &'a str, span: Span) -> Step {
        let mangled = mangle(self.arena, self.class, name);
        for id in self.stack.clone().into_iter().rev() {
            let block = &self.symbols.blocks[id];
            let seen = block.names.flags(mangled);
            if block.comprehension.is_some() {
                if seen & flag::COMP_ITER != 0 {
                    let message =
                        format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
                    return Err(Failure::span(span, message));
                }
                continue;
            }
            let (inner, outer) = match block.kind {
                BlockKind::Function if seen & flag::GLOBAL == 0 => (flag::NONLOCAL, flag::LOCAL | flag::WALRUS),
                BlockKind::Function => (flag::GLOBAL, flag::LOCAL),
                BlockKind::Class => {
                    let message = "assignment expression within a comprehension cannot be used in a class body";
                    return Err(Failure::span(span, message));
                }
                BlockKind::Module | BlockKind::Annotation => (flag::GLOBAL, flag::GLOBAL),
            };
            self.add(name, inner, span)?;
            self.record_directive(name, span);
            return self.add_to(id, name, outer, span);
        }
        Ok(())
    }

    /// `yield` makes a generator of its function, and has no place in a comprehension.
    pub fn yields(&mut self, span: Span) -> Step {
        self.block().generator = true;
        match self.block().comprehension {
            Some(kind) => Err(Failure::span(span, format!("'yield' inside {}", kind.words()))),
            None => Ok(()),
        }
    }

    /// What must not stand in an annotation that is kept as text.
    pub fn not_in_annotation(&mut self, what: &str, span: Span) -> Step {
        if self.block().kind == BlockKind::Annotation {
            return Err(Failure::span(span, format!("{what} can not be used within an annotation")));
        }
        Ok(())
    }
}

impl Comprehension {
    fn words(self) -> &'static str {
        match self {
            Comprehension::List => "list comprehension",
            Comprehension::Set => "set comprehension",
            Comprehension::Dict => "dict comprehension",
            Comprehension::Generator => "generator expression",
        }
    }
}

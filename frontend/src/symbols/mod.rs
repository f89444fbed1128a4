//! What every name means in every block: local, cell, free or global, as Python defines it.
//!
//! `build` walks the tree and notes what each block does with each name; `analyze` then decides the
//! scopes, outermost block first. Blocks are found again by the address of their syntax node.

mod analyze;
mod build;
mod visit;

use crate::ast::{Mod, Span};
use crate::syntax_error::Failure;
use bumpalo::Bump;
use std::collections::HashMap;

/// Index of a block in [`Symbols::blocks`].
pub(crate) type BlockId = usize;

/// What kind of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    Module,
    Class,
    Function,
    /// The text of an annotation under `from __future__ import annotations`: checked, never run.
    Annotation,
}

/// Which comprehension a function block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comprehension {
    List,
    Set,
    Dict,
    Generator,
}

/// Where a name lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Local,
    /// A local that an inner function uses.
    Cell,
    /// A cell of an enclosing function.
    Free,
    GlobalExplicit,
    GlobalImplicit,
}

/// What a block does with a name.
pub(crate) mod flag {
    pub const GLOBAL: u16 = 1;
    pub const LOCAL: u16 = 2;
    pub const PARAM: u16 = 4;
    pub const NONLOCAL: u16 = 8;
    pub const USE: u16 = 16;
    /// A class binds the name and an inner function means the enclosing function's.
    pub const FREE_CLASS: u16 = 32;
    pub const IMPORT: u16 = 64;
    pub const ANNOTATION: u16 = 128;
    pub const COMP_ITER: u16 = 256;
    /// Unbound by `del` or at the end of an `except … as`.
    pub const DELETED: u16 = 512;
    /// Bound by `:=`.
    pub const WALRUS: u16 = 1024;
    pub const BOUND: u16 = LOCAL | PARAM | IMPORT;
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Symbol {
    pub flags: u16,
    pub scope: Option<Scope>,
}

/// The names of a block in order of appearance.
#[derive(Debug, Default)]
pub(crate) struct Names<'a> {
    pub list: Vec<(&'a str, Symbol)>,
    index: HashMap<&'a str, usize>,
}

impl<'a> Names<'a> {
    pub fn get(&self, name: &str) -> Option<Symbol> {
        self.index.get(name).map(|&i| self.list[i].1)
    }

    pub fn flags(&self, name: &str) -> u16 {
        self.get(name).map_or(0, |symbol| symbol.flags)
    }

    fn entry(&mut self, name: &'a str) -> &mut Symbol {
        let at = *self.index.entry(name).or_insert_with(|| {
            self.list.push((name, Symbol { flags: 0, scope: None }));
            self.list.len() - 1
        });
        &mut self.list[at].1
    }
}

/// A module, class, function, lambda or comprehension.
#[derive(Debug)]
pub(crate) struct Block<'a> {
    pub kind: BlockKind,
    pub comprehension: Option<Comprehension>,
    pub names: Names<'a>,
    /// Parameters in `co_varnames` order.
    pub params: Vec<&'a str>,
    pub children: Vec<BlockId>,
    /// Inside a function, however deep.
    pub nested: bool,
    pub generator: bool,
    pub coroutine: bool,
    /// A class body whose methods use `__class__`.
    pub needs_class_cell: bool,
    /// Where `global` and `nonlocal` stand, for errors found later.
    directives: Vec<(&'a str, Span)>,
    /// How many iterables of comprehensions surround the place being visited.
    iter_depth: u32,
    in_iter_target: bool,
}

/// All blocks of a source.
#[derive(Debug)]
pub(crate) struct Symbols<'a> {
    pub blocks: Vec<Block<'a>>,
    by_node: HashMap<usize, BlockId>,
}

impl<'a> Symbols<'a> {
    /// Builds and analyses. `future_annotations`: annotations are text, their names bind nothing.
    pub fn new(tree: &Mod<'a>, arena: &'a Bump, future_annotations: bool) -> Result<Self, Failure> {
        let mut symbols = build::build(tree, arena, future_annotations)?;
        analyze::analyze(&mut symbols)?;
        Ok(symbols)
    }

    /// The block of a syntax node.
    pub fn block_of<T>(&self, node: &T) -> BlockId {
        self.by_node[&address(node)]
    }

    /// How `block` sees `name`.
    pub fn scope(&self, block: BlockId, name: &str) -> Option<Scope> {
        self.blocks[block].names.get(name).and_then(|symbol| symbol.scope)
    }
}

/// Nodes live in an arena and never move: the address is their identity.
pub(crate) fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}

/// `__x` inside class `C` is `_C__x`.
pub(crate) fn mangle<'a>(arena: &'a Bump, class: Option<&str>, name: &'a str) -> &'a str {
    let Some(class) = class else { return name };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return name;
    }
    let class = class.trim_start_matches('_');
    if class.is_empty() {
        return name;
    }
    arena.alloc_str(&format!("_{class}{name}"))
}

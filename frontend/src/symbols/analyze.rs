//! From what blocks do with names to where names live: one walk down with what is bound outside, and back up with
//! what is free inside.

use super::{Block, BlockId, BlockKind, Names, Scope, Symbol, Symbols, flag};
use crate::ast::Span;
use crate::deep;
use crate::syntax_error::Failure;
use std::collections::HashSet;

type Set<'a> = HashSet<&'a str>;

pub(super) fn analyze(symbols: &mut Symbols<'_>) -> Result<(), Failure> {
    analyze_block(symbols, 0, None, &Set::new()).map(|_| ())
}

/// The sets that a block decides over while its names are classified.
struct Classify<'a, 'b> {
    /// Names bound by enclosing functions; `None` for the outermost block.
    bound: Option<Set<'a>>,
    global: Set<'a>,
    local: Set<'a>,
    free: Set<'a>,
    block: &'b Block<'a>,
}

/// Returns the names that are free in the block or below it.
fn analyze_block<'a>(
    symbols: &mut Symbols<'a>,
    id: BlockId,
    bound: Option<&Set<'a>>,
    global: &Set<'a>,
) -> Result<Set<'a>, Failure> {
    let block = &symbols.blocks[id];
    let mut classify =
        Classify { bound: bound.cloned(), global: global.clone(), local: Set::new(), free: Set::new(), block };
    let scopes: Vec<Scope> =
        block.names.list.iter().map(|&(name, symbol)| classify.name(name, symbol)).collect::<Result<_, _>>()?;
    let Classify { bound: outer, global: own_global, local, mut free, .. } = classify;
    let (is_class, is_function) = (block.kind == BlockKind::Class, block.kind == BlockKind::Function);

    // A class body passes on what it was given, not what it binds.
    let (mut inner_bound, inner_global) = if is_class {
        (bound.cloned().unwrap_or_default(), global.clone())
    } else {
        (outer.clone().unwrap_or_default(), own_global)
    };
    if is_class {
        inner_bound.insert("__class__");
    } else if is_function {
        inner_bound.extend(&local);
    }
    for (at, &scope) in scopes.iter().enumerate() {
        symbols.blocks[id].names.list[at].1.scope = Some(scope);
    }

    let mut inner_free = Set::new();
    for child in symbols.blocks[id].children.clone() {
        inner_free.extend(deep(|| analyze_block(symbols, child, Some(&inner_bound), &inner_global))?);
    }
    let block = &mut symbols.blocks[id];
    if is_function {
        make_cells(&mut block.names, &mut inner_free);
    } else if is_class && inner_free.remove("__class__") {
        block.needs_class_cell = true;
    }
    pass_through(&mut block.names, &inner_free, bound, is_class);
    free.extend(inner_free);
    Ok(free)
}

/// Locals that inner functions use become cells.
fn make_cells<'a>(names: &mut Names<'a>, inner_free: &mut Set<'a>) {
    for (name, symbol) in &mut names.list {
        if symbol.scope == Some(Scope::Local) && inner_free.remove(name) {
            symbol.scope = Some(Scope::Cell);
        }
    }
}

/// What inner blocks take from outside must be handed through this one.
fn pass_through<'a>(names: &mut Names<'a>, inner_free: &Set<'a>, bound: Option<&Set<'a>>, is_class: bool) {
    let mut sorted: Vec<&&str> = inner_free.iter().collect();
    sorted.sort();
    for name in sorted {
        if let Some(symbol) = names.get(name) {
            if is_class && symbol.flags & (flag::BOUND | flag::GLOBAL) != 0 {
                names.entry(name).flags |= flag::FREE_CLASS;
            }
        } else if bound.is_some_and(|bound| bound.contains(name)) {
            *names.entry(name) = Symbol { flags: 0, scope: Some(Scope::Free) };
        }
    }
}

impl<'a> Classify<'a, '_> {
    fn name(&mut self, name: &'a str, symbol: Symbol) -> Result<Scope, Failure> {
        if symbol.flags & flag::GLOBAL != 0 {
            if symbol.flags & flag::NONLOCAL != 0 {
                return Err(self.fail(name, format!("name '{name}' is nonlocal and global")));
            }
            self.global.insert(name);
            if let Some(bound) = &mut self.bound {
                bound.remove(name);
            }
            return Ok(Scope::GlobalExplicit);
        }
        if symbol.flags & flag::NONLOCAL != 0 {
            match &self.bound {
                None => return Err(self.fail(name, "nonlocal declaration not allowed at module level".into())),
                Some(bound) if !bound.contains(name) => {
                    return Err(self.fail(name, format!("no binding for nonlocal '{name}' found")));
                }
                Some(_) => {}
            }
            self.free.insert(name);
            return Ok(Scope::Free);
        }
        if symbol.flags & flag::BOUND != 0 {
            self.local.insert(name);
            self.global.remove(name);
            return Ok(Scope::Local);
        }
        if self.bound.as_ref().is_some_and(|bound| bound.contains(name)) {
            self.free.insert(name);
            return Ok(Scope::Free);
        }
        Ok(Scope::GlobalImplicit)
    }

    fn fail(&self, name: &str, message: String) -> Failure {
        let span = self.block.directives.iter().find(|(named, _)| *named == name).map_or(Span::default(), |d| d.1);
        Failure::span(span, message)
    }
}

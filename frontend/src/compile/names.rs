//! Loading, storing and deleting names.

use super::Res;
use super::body::{Arg, Body, NONE, Want};
use crate::ast::{Ctx, Expr, ExprKind};
use crate::op::Op;
use crate::symbols::{BlockKind, Scope, flag};

/// How a name is reached from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    Local(u16),
    /// A cell, own or free.
    Cell(Arg),
    /// In a class body: the namespace, or else this free cell.
    ClassCell(Arg),
    Global(&'a str),
    /// Namespace of a module or class.
    Name(&'a str),
}

impl<'a> Body<'_, 'a> {
    pub fn resolve(&mut self, name: &'a str, ctx: Ctx) -> Place<'a> {
        let name = self.mangle(name);
        let symbols = &self.cx.symbols;
        let (scope, kind) = (symbols.scope(self.block, name), symbols.blocks[self.block].kind);
        let is_function = kind == BlockKind::Function;
        match scope {
            Some(Scope::Local) if is_function => Place::Local(self.local(name)),
            Some(Scope::Cell | Scope::Free) => {
                // A class body that means `__class__` means that of the class around it.
                let free = self.free(name).filter(|_| scope == Some(Scope::Free));
                let cell = free.unwrap_or_else(|| self.cell(name));
                if kind == BlockKind::Class && ctx == Ctx::Load { Place::ClassCell(cell) } else { Place::Cell(cell) }
            }
            Some(Scope::GlobalExplicit) => Place::Global(name),
            Some(Scope::GlobalImplicit) if is_function => Place::Global(name),
            _ => Place::Name(name),
        }
    }

    /// The register of a cell or free variable.
    pub fn cell(&self, name: &str) -> Arg {
        match self.cells.iter().position(|cell| *cell == name) {
            Some(at) => Arg::Cell(at as u16),
            None => self.free(name).unwrap_or(Arg::Free(0)),
        }
    }

    fn free(&self, name: &str) -> Option<Arg> {
        self.frees.iter().position(|free| *free == name).map(|at| Arg::Free(at as u16))
    }

    pub fn load(&mut self, name: &'a str, want: Want) -> Res<Arg> {
        let (mark, place) = (self.top, self.resolve(name, Ctx::Load));
        self.stack(1);
        if let Place::Local(local) = place {
            if !self.is_bound(local) {
                self.emit(Op::CheckBound, 0, Arg::Local(local), NONE, NONE);
                self.bind(local);
            }
            return Ok(self.deliver(Arg::Local(local), mark, want));
        }
        let to = self.settle(mark, want);
        match place {
            Place::Local(_) => {}
            Place::Cell(cell) => self.emit(Op::LoadCell, 0, to, cell, NONE),
            Place::ClassCell(cell) => {
                // CPython finds the name through the cell; here it stands among the names.
                let name = self.name_arg(name);
                self.emit(Op::LoadClassCell, 0, to, cell, name);
            }
            Place::Global(name) => {
                let name = self.name_arg(name);
                self.emit(Op::LoadGlobal, 0, to, name, NONE);
            }
            Place::Name(name) => {
                let name = self.name_arg(name);
                self.emit(Op::LoadName, 0, to, name, NONE);
            }
        }
        Ok(to)
    }

    /// Binds a name to a value, which is consumed if it is a temporary.
    pub fn store_name(&mut self, name: &'a str, value: Arg) -> Res<()> {
        self.check_name(name)?;
        match self.resolve(name, Ctx::Store) {
            Place::Local(local) => {
                if value != Arg::Local(local) {
                    self.emit(Op::Move, 0, Arg::Local(local), value, NONE);
                }
                self.bind(local);
            }
            Place::Cell(cell) | Place::ClassCell(cell) => self.emit(Op::StoreCell, 0, cell, value, NONE),
            Place::Global(name) => {
                let name = self.name_arg(name);
                self.emit(Op::StoreGlobal, 0, name, value, NONE);
            }
            Place::Name(name) => {
                let name = self.name_arg(name);
                self.emit(Op::StoreName, 0, name, value, NONE);
            }
        }
        self.stack(-1);
        Ok(())
    }

    pub fn delete_name(&mut self, name: &'a str) -> Res<()> {
        if name == "__debug__" {
            return self.fail("cannot delete __debug__");
        }
        match self.resolve(name, Ctx::Del) {
            Place::Local(local) => {
                self.emit(Op::DeleteLocal, 0, Arg::Local(local), NONE, NONE);
                self.unbind(local);
            }
            Place::Cell(cell) | Place::ClassCell(cell) => self.emit(Op::DeleteCell, 0, cell, NONE, NONE),
            Place::Global(name) => {
                let name = self.name_arg(name);
                self.emit(Op::DeleteGlobal, 0, name, NONE, NONE);
            }
            Place::Name(name) => {
                let name = self.name_arg(name);
                self.emit(Op::DeleteName, 0, name, NONE, NONE);
            }
        }
        Ok(())
    }

    /// `name = None; del name`, as at the end of `except … as name`.
    pub fn forget(&mut self, name: &'a str) -> Res<()> {
        self.stack(1);
        let none = self.none();
        match self.resolve(name, Ctx::Store) {
            Place::Local(local) if self.is_bound(local) => self.stack(-1),
            _ => self.store_name(name, none)?,
        }
        self.delete_name(name)
    }

    /// The register of a target that is a local: values can be computed straight into it.
    pub fn fast_target(&mut self, target: &'a Expr<'a>) -> Res<Option<Arg>> {
        let ExprKind::Name { id, .. } = target.kind else { return Ok(None) };
        self.at(target.span, |body| body.check_name(id))?;
        let name = self.mangle(id);
        let symbols = &self.cx.symbols;
        let is_function = symbols.blocks[self.block].kind == BlockKind::Function;
        let is_local = is_function && symbols.scope(self.block, name) == Some(Scope::Local);
        Ok(is_local.then(|| Arg::Local(self.future_local(name))))
    }

    pub fn bind_arg(&mut self, local: Arg) {
        if let Arg::Local(local) = local {
            self.bind(local);
        }
    }

    /// Whether a `:=` in this function binds the name.
    pub fn is_walrus_target(&self, name: &str) -> bool {
        self.cx.symbols.blocks[self.block].names.flags(name) & flag::WALRUS != 0
    }

    /// Names that cannot be bound.
    pub fn check_name(&self, name: &str) -> Res<()> {
        if name == "__debug__" {
            return self.fail("cannot assign to __debug__");
        }
        Ok(())
    }
}

//! `repr`, `str`, `format`.

use crate::builtins::builtin_function;
use crate::error::PyResult;
use crate::format::quick;
use crate::object::{trampolines, type_of};
use crate::vm::Vm;
use crate::vm::function::Function;
use gc::{ObjRef, Str};

impl Vm {
    /// `repr(obj)`: a str object.
    pub fn repr(&self, obj: &ObjRef) -> PyResult {
        self.check_interrupt()?;
        let Some(repr) = type_of(obj).slots.repr.get() else {
            return crate::builtins::object::repr(self, obj);
        };
        let _level = self.enter_recursion(" while getting the repr of an object")?;
        self.checked_repr(repr(self, obj)?)
    }

    /// `repr(obj)`, where the object moves into a `__repr__` written in Python.
    pub fn repr_of_owned(&self, obj: ObjRef) -> PyResult {
        let written = type_of(&obj).slots.repr.get().is_some_and(trampolines::is_repr);
        let method = if written { self.lookup_method(&obj, &self.names.__repr__)? } else { None };
        match method {
            Some((method, true)) if method.has::<Function>() => {
                self.check_interrupt()?;
                let _level = self.enter_recursion(" while getting the repr of an object")?;
                self.checked_repr(self.call_with(&method, std::iter::once(obj), 1, &[])?)
            }
            _ => self.repr(&obj),
        }
    }

    fn checked_repr(&self, text: ObjRef) -> PyResult {
        if self.is_str(&text) {
            return Ok(text);
        }
        let kind = self.type_name(&text);
        Err(self.type_error(format!("__repr__ returned non-string (type {kind})")))
    }

    /// `repr(obj)` as Rust text; surrogates become U+FFFD.
    pub fn repr_text(&self, obj: &ObjRef) -> PyResult<String> {
        let text = self.repr(obj)?;
        Ok(text.to::<Str>().to_string_lossy().into_owned())
    }

    /// `str(obj)`.
    pub fn str_of(&self, obj: &ObjRef) -> PyResult {
        if obj.ty_ref().is(&self.types.str) {
            return Ok(obj.clone());
        }
        let Some(str) = type_of(obj).slots.str.get() else { return self.repr(obj) };
        let _level = self.enter_recursion(" while getting the str of an object")?;
        let text = str(self, obj)?;
        if !self.is_str(&text) {
            let kind = self.type_name(&text);
            return Err(self.type_error(format!("__str__ returned non-string (type {kind})")));
        }
        Ok(text)
    }

    /// `str(obj)` as Rust text; surrogates become U+FFFD.
    pub fn str_of_text(&self, obj: &ObjRef) -> PyResult<String> {
        let text = self.str_of(obj)?;
        Ok(text.to::<Str>().to_string_lossy().into_owned())
    }

    /// `format(obj, spec)`; spec is a str.
    pub fn format(&self, obj: &ObjRef, spec: &ObjRef) -> PyResult {
        let plain = spec.payload::<Str>().is_some_and(|s| s.is_empty());
        if plain && obj.ty_ref().is(&self.types.str) {
            return Ok(obj.clone());
        }
        if plain && obj.ty_ref().is(&self.types.int) {
            return self.str_of(obj);
        }
        if let Some(spec) = spec.payload::<Str>().and_then(|spec| spec.ascii_bytes())
            && let Some(text) = quick::text(self, obj, spec)?
        {
            return Ok(self.ascii_str(text.bytes()));
        }
        builtin_function::in_passing(self, obj);
        let Some((method, takes_self)) = self.lookup_method(obj, &self.names.__format__)? else {
            let kind = self.type_name(obj);
            return Err(self.type_error(format!("Type {kind} doesn't define __format__")));
        };
        // CPython makes a bound method here.
        let _method = obj.clone();
        let text = self.call_found(&method, takes_self, obj, std::slice::from_ref(spec))?;
        if !self.is_str(&text) {
            let kind = self.type_name(&text);
            return Err(self.type_error(format!("__format__ must return a str, not {kind}")));
        }
        Ok(text)
    }

    /// Marks a container as being printed; None if it is already (`[...]`).
    pub fn repr_enter(&self, obj: &ObjRef) -> Option<ReprGuard<'_>> {
        let mut busy = self.in_repr.borrow_mut();
        if busy.contains(&obj.addr()) {
            return None;
        }
        busy.push(obj.addr());
        Some(ReprGuard { vm: self, addr: obj.addr() })
    }
}

/// A container whose repr is being made; ends when it is dropped.
pub struct ReprGuard<'v> {
    vm: &'v Vm,
    addr: usize,
}

impl Drop for ReprGuard<'_> {
    fn drop(&mut self) {
        let mut busy = self.vm.in_repr.borrow_mut();
        if let Some(at) = busy.iter().rposition(|&a| a == self.addr) {
            busy.remove(at);
        }
    }
}

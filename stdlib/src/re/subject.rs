//! What a pattern is tried on: text, or the bytes of a bytes-like object.

use super::program::Program;
use super::run::{Found, Task, run};
use gc::{Bytes, ObjRef, Str, Units};
use runtime::buffer::bytes_of;
use runtime::builtins::str::make;
use runtime::error::PyResult;
use runtime::vm::Vm;
use std::borrow::Cow;

/// A text or bytes.
pub struct Subject<'a> {
    object: &'a ObjRef,
    /// Of a bytes-like object.
    bytes: Option<Cow<'a, [u8]>>,
}

impl<'a> Subject<'a> {
    /// The object, which must be of the pattern's kind.
    pub fn new(vm: &Vm, object: &'a ObjRef, is_text: bool) -> PyResult<Subject<'a>> {
        if object.has::<Str>() {
            if !is_text {
                return Err(vm.type_error("cannot use a bytes pattern on a string-like object"));
            }
            return Ok(Subject { object, bytes: None });
        }
        let Some(bytes) = bytes_of(vm, object)? else {
            let kind = vm.type_name(object);
            return Err(vm.type_error(format!("expected string or bytes-like object, got '{kind}'")));
        };
        if is_text {
            return Err(vm.type_error("cannot use a string pattern on a bytes-like object"));
        }
        Ok(Subject { object, bytes: Some(bytes) })
    }

    pub fn units(&self) -> Units<'_> {
        match &self.bytes {
            Some(bytes) => Units::U1(bytes),
            None => make::of(self.object).units(),
        }
    }

    pub fn len(&self) -> usize {
        runtime::text::units_len(self.units())
    }

    /// The part from `start` to `end`; all of an exact str or bytes is the object itself.
    pub fn part(&self, vm: &Vm, start: usize, end: usize) -> PyResult {
        let (start, end) = (start.min(self.len()), end.min(self.len()).max(start.min(self.len())));
        match &self.bytes {
            None => make::part(vm, make::of(self.object), start, end),
            Some(bytes) if start == 0 && end == bytes.len() && self.object.ty_ref().is(&vm.types.bytes) => {
                debug_assert!(self.object.has::<Bytes>());
                Ok(self.object.clone())
            }
            Some(bytes) => Ok(vm.bytes(&bytes[start..end])),
        }
    }

    pub fn run(&self, vm: &Vm, program: &Program, task: Task) -> PyResult<Option<Found>> {
        match self.units() {
            Units::U1(text) => run(vm, program, text, task),
            Units::U2(text) => run(vm, program, text, task),
            Units::U4(text) => run(vm, program, text, task),
        }
    }
}

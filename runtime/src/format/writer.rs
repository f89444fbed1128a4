//! Collects the pieces of a formatted text; a text that is one whole string stays that string.

use crate::builtins::str::make;
use crate::error::PyResult;
use crate::text::{TextBuf, units_len};
use crate::vm::Vm;
use gc::{ObjRef, Ref, Str, Units};

/// Text under construction. `'{}'.format(s)` and `'%s' % s` are `s` itself.
#[derive(Default)]
pub struct Writer {
    /// The only piece so far, an exact str.
    whole: Option<ObjRef>,
    buf: TextBuf,
}

impl Writer {
    pub fn new() -> Writer {
        Writer::default()
    }

    /// Adds all of a str object.
    pub fn push_str(&mut self, vm: &Vm, text: &ObjRef) {
        let piece = make::of(text);
        if piece.is_empty() {
            return;
        }
        if self.is_empty() && text.ty_ref().is(&vm.types.str) {
            self.whole = Some(text.clone());
        } else {
            self.push_units(piece.units());
        }
    }

    /// Adds a piece of text that is no object.
    pub fn push_units(&mut self, piece: Units<'_>) {
        if units_len(piece) > 0 {
            self.settle().push_units(piece);
        }
    }

    /// Adds characters `start..end` of a str.
    pub fn push_part(&mut self, vm: &Vm, text: &Ref<Str>, start: usize, end: usize) {
        if start == 0 && end == text.len() {
            self.push_str(vm, text.as_obj());
        } else {
            self.push_units(crate::text::slice(text.units(), start, end));
        }
    }

    /// The buffer, with everything so far in it.
    pub fn settle(&mut self) -> &mut TextBuf {
        if let Some(whole) = self.whole.take() {
            self.buf = TextBuf::with_capacity(64);
            self.buf.push_units(make::of(&whole).units());
        } else if self.buf.is_empty() {
            // One block for most texts.
            self.buf = TextBuf::with_capacity(64);
        }
        &mut self.buf
    }

    fn is_empty(&self) -> bool {
        self.whole.is_none() && self.buf.is_empty()
    }

    pub fn finish(self, vm: &Vm) -> PyResult {
        match self.whole {
            // Single characters come out as the shared ones.
            Some(whole) if make::of(&whole).len() == 1 => make::from_units(vm, make::of(&whole).units()),
            Some(whole) => Ok(whole),
            None => make::from_buf(vm, &self.buf),
        }
    }
}

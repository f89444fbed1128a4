//! Exceptions that nobody can catch: from `__del__`, weak reference callbacks, generators that are closed.

use crate::error::Raised;
use crate::vm::Vm;
use gc::ObjRef;

impl Vm {
    /// Reports an exception and goes on.
    pub fn unraisable(&self, raised: Raised, context: &ObjRef) {
        let context = self.repr_text(context).unwrap_or_else(|_| "<object repr() failed>".to_owned());
        let text = self.repr_text(&raised.0).unwrap_or_else(|_| "<exception repr() failed>".to_owned());
        eprintln!("Exception ignored in: {context}\n{text}");
    }
}

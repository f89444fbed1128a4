//! Values as text: format specs, `str.format`, `%`-formatting, the digits of floats and ints.

pub mod decimal;
pub mod digits;
pub mod number;
pub mod percent;
pub mod quick;
pub mod spec;
pub mod template;
pub mod template_apply;
pub mod writer;

use crate::error::{Exc, Raised};
use crate::vm::Vm;

/// A formatting error that is not an exception object yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: Exc,
    pub text: String,
}

impl Fault {
    #[cold]
    pub fn value(text: impl Into<String>) -> Fault {
        Fault { kind: Exc::ValueError, text: text.into() }
    }

    #[cold]
    pub fn overflow(text: impl Into<String>) -> Fault {
        Fault { kind: Exc::OverflowError, text: text.into() }
    }

    /// The fault as an exception.
    #[cold]
    pub fn raise(self, vm: &Vm) -> Raised {
        vm.raise_new(self.kind, self.text)
    }
}

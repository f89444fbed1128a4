//! Values as text: format specs, `str.format`, `%`-formatting, the digits of floats and ints.

pub mod digits;
pub mod number;
pub mod spec;
pub mod template;

use crate::error::Exc;

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
}

//! `pyglass`: the instruments as Python calls. Each prints its report; `form="json"` returns it as a text instead.

mod form;
mod holders;

pub use form::print;

use runtime::native::{Fun, Method, ModuleSpec};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "pyglass",
    doc: Some("The instruments of pyglass: who holds an object, and why it is alive."),
    functions: FUNCTIONS,
    init: |_, _| Ok(()),
};

static FUNCTIONS: &[Method] = &[
    Method::new("refs(obj, /, form='text')", Fun::Pos(1, 2, holders::refs)),
    Method::new("why(obj, /, form='text')", Fun::Pos(1, 2, holders::why_alive)),
];

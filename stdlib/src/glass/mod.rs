//! `pyglass`: the instruments as Python calls. Each prints its report; `form="json"` returns it as a text instead, and
//! `form="svg"` a picture, where there is one.

mod collector;
mod form;
pub mod graph;
mod heap;
pub mod holders;
mod layout;
mod leaks;
pub mod record;

pub use form::print;

use runtime::native::{Fun, Method, ModuleSpec};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "pyglass",
    doc: Some(
        "The instruments of pyglass: who holds an object, why it is alive, how it lies in memory, what became of it.",
    ),
    functions: FUNCTIONS,
    init: |_, _| Ok(()),
};

static FUNCTIONS: &[Method] = &[
    Method::new("record(what=True, /)", Fun::Raw(record::record)),
    Method::new("timeline(obj, /, form='text')", Fun::Raw(record::timeline)),
    Method::new("watch(obj=<unrepresentable>, /)", Fun::Raw(record::watch)),
    Method::new("graph(obj=<unrepresentable>, /, form='text', svg=None)", Fun::Raw(graph::graph_of)),
    Method::new("refs(obj, /, form='text')", Fun::Raw(holders::refs)),
    Method::new("why(obj, /, form='text')", Fun::Raw(holders::why_alive)),
    Method::new("layout(obj, /, *releases, form='text')", Fun::Raw(layout::layout)),
    Method::new("heap(by='size', /, form='text')", Fun::Raw(heap::heap)),
    Method::new("mark()", Fun::None(leaks::mark)),
    Method::new("leaks(*, form='text')", Fun::Raw(leaks::leaks)),
    Method::new("gc_steps(generation=2, /, form='text')", Fun::Raw(collector::gc_steps)),
    Method::new("gc_watch(on=True, /, form='text')", Fun::Raw(collector::gc_watch)),
    Method::new("gens(form='text')", Fun::Raw(collector::gens)),
];

//! `_collections`: `deque`, `defaultdict`, `OrderedDict`, and what `Counter` and `namedtuple` need to be fast.

mod count;
mod defaultdict;
pub mod deque;
mod deque_iter;
pub mod ordered;
mod ordered_views;
mod tuplegetter;

use gc::ObjRef;
use runtime::error::PyResult;
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;

pub static MODULE: ModuleSpec =
    ModuleSpec { name: "_collections", doc: Some("Fast container types."), functions: FUNCTIONS, init };

static FUNCTIONS: &[Method] =
    &[Method::new("_count_elements(mapping, iterable, /)", Fun::Pos(2, 2, count::count_elements))];

fn init(vm: &Vm, module: &ObjRef) -> PyResult<()> {
    let types = [
        ("deque", &deque::SPEC),
        ("defaultdict", &defaultdict::SPEC),
        ("OrderedDict", &ordered::SPEC),
        ("_deque_iterator", &deque_iter::FORWARDS),
        ("_deque_reverse_iterator", &deque_iter::BACKWARDS),
        ("_tuplegetter", &tuplegetter::SPEC),
    ];
    for (name, spec) in types {
        vm.set_attr(module, &vm.intern(name), &vm.native_type(spec))?;
    }
    Ok(())
}

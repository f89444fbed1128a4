//! The heap as a map.

use super::form::{answer_or_draw, asked};
use gc::ObjRef;
use runtime::error::PyResult;
use runtime::inspect::heap::{By, Picture, map};
use runtime::native::Args;
use runtime::vm::Vm;

/// `pyglass.heap(by='size', /, form='text')`; the form `'svg'` is a picture.
pub fn heap(vm: &Vm, _: &ObjRef, args: Args<'_>) -> PyResult {
    let (values, form) = asked(vm, "heap", &args, 0..2)?;
    let word = values.first().map_or(Ok(String::new()), |word| vm.str_of_text(word))?;
    let Some(by) = By::named(&word) else {
        return Err(vm.value_error(format!("the heap is shown by 'size', 'type', 'age' or 'line', not '{word}'")));
    };
    let found = vm.look("heap", || map(vm, by));
    answer_or_draw(vm, form, &found.to_string(), || found.json(), || Picture(&found).to_string())
}

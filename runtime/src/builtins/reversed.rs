//! `reversed`: from the last item to the first, for everything that knows its length.

use crate::builtins::arguments;
use crate::builtins::iterators::sequence_iter::{self, SequenceIter};
use crate::builtins::iterators::{self, itself};
use crate::error::{PyResult, Raised};
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::cast::type_of;
use gc::{Dict, ObjRef, Payload};

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(10),
    doc: Some("reversed(sequence, /)\n--\n\nThe items from the last to the first."),
    slots: SlotDefs { new: Some(new), iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
    methods: &[
        Method::new("__length_hint__(self, /)", Fun::None(length_hint)),
        Method::new("__reduce__(self, /)", Fun::None(reduce)),
        Method::new("__setstate__(self, state, /)", Fun::One(set_state)),
    ],
    ..TypeSpec::new("reversed", SequenceIter::layout)
};

/// Types with `__reversed__` answer for themselves.
fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    if arguments::made_by_new_alone(vm, class) {
        arguments::no_keywords(vm, "reversed", args)?;
    }
    arguments::count(vm, "reversed", args.positional().len(), 1, 1)?;
    let sequence = &args.positional()[0];
    if let Some(method) = vm.lookup_special(sequence, &vm.names.__reversed__)? {
        if method.is(&vm.none) {
            return Err(not_reversible(vm, sequence));
        }
        return vm.call(&method, &[]);
    }
    if type_of(sequence).slots.get_item.get().is_none() || sequence.has::<Dict>() {
        return Err(not_reversible(vm, sequence));
    }
    let last = vm.len(sequence)? as isize - 1;
    Ok(SequenceIter::make(vm, class, sequence, last))
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let iter = this.to::<SequenceIter>();
    let Some(sequence) = iter.sequence.get() else { return Ok(None) };
    let at = iter.position.get();
    if at < 0 {
        iter.exhaust();
        return Ok(None);
    }
    let item = vm.get_item(&sequence, &vm.int(at as i64));
    iter.position.set(if item.is_ok() { at - 1 } else { -1 });
    sequence_iter::end_of(vm, iter, item)
}

fn length_hint(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SequenceIter>();
    let Some(sequence) = iter.sequence.get() else { return Ok(vm.int(0)) };
    let left = iter.position.get() + 1;
    let fits = vm.len(&sequence)? >= left as usize;
    Ok(vm.int_exact(if fits { left as i64 } else { 0 }))
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let iter = this.to::<SequenceIter>();
    let class = this.ty_ref().clone();
    Ok(match iter.sequence.get() {
        Some(sequence) => {
            let position = vm.int_exact(iter.position.get() as i64);
            vm.tuple([class, vm.tuple([sequence]), position])
        }
        None => vm.tuple([class, vm.tuple([vm.tuple(Vec::new())])]),
    })
}

fn set_state(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    let position = iterators::state_position(vm, state)?;
    let iter = this.to::<SequenceIter>();
    if let Some(sequence) = iter.sequence.get() {
        let last = vm.len(&sequence)? as isize - 1;
        iter.position.set(position.clamp(-1, last.max(-1)));
    }
    Ok(vm.none())
}

#[cold]
fn not_reversible(vm: &Vm, obj: &ObjRef) -> Raised {
    vm.type_error(format!("'{}' object is not reversible", vm.type_name(obj)))
}

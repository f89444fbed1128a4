//! `enumerate`: counts what it hands on.
//!
//! The pair it answers is reused when nobody else kept the last one, so that a loop that unpacks it
//! allocates nothing (CPython: Objects/enumobject.c).

use crate::builtins::iterators::itself;
use crate::builtins::{generic_alias, reuse};
use crate::error::{PyResult, Raised};
use crate::native::{Args, Fun, Method, Releases, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use frontend::op::BinOp;
use gc::{Int, ObjRef, Payload, Slot};
use std::cell::Cell;

gc::payload! {
    /// The count is a machine word until it no longer fits one, then an int object.
    pub struct Enumerate: gc {
        count: Cell<i64>,
        iterator: Slot,
        /// The pair answered last.
        pair: Slot,
        big_count: Slot,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    vectorcall: Releases::since(11),
    exact: gc::Exact::Enumerate,
    doc: Some("enumerate(iterable, start=0)\n--\n\nPairs (count, item), counting from start."),
    slots: SlotDefs { new: Some(new), iter: Some(itself), next: Some(next), ..SlotDefs::NONE },
    methods: &[
        Method::new("__reduce__(self, /)", Fun::None(reduce)),
        Method::class("__class_getitem__(type, object, /)", Fun::One(generic_alias::class_getitem)),
    ],
    ..TypeSpec::new("enumerate", Enumerate::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let (iterable, start) = arguments(vm, args)?;
    let (mut count, mut big_count) = (0, None);
    if let Some(start) = start {
        let start = vm.index(start)?;
        match start.to::<Int>().to_i64() {
            Some(start) if start < i64::MAX => count = start,
            fits => {
                if fits.is_none() {
                    vm.forget_overflow();
                }
                (count, big_count) = (i64::MAX, Some(start));
            }
        }
    }
    let iterator = vm.iter(iterable)?;
    let pair = vm.tuple([vm.none(), vm.none()]);
    let enumerate = Enumerate {
        count: Cell::new(count),
        iterator: iterator.into(),
        pair: pair.into(),
        big_count: big_count.into(),
    };
    Ok(vm.alloc(class, enumerate).into_obj())
}

/// `iterable` and `start`, by position or by name.
fn arguments<'a>(vm: &Vm, args: Args<'a>) -> PyResult<(&'a ObjRef, Option<&'a ObjRef>)> {
    let given = args.values().len();
    if given > 2 {
        return Err(vm.type_error(format!("enumerate() takes at most 2 arguments ({given} given)")));
    }
    let (mut iterable, mut start) = (args.positional().first(), args.positional().get(1));
    let mut stranger = None;
    for (name, value) in args.keywords() {
        match &*vm.str_text(name)? {
            "iterable" if iterable.is_none() => iterable = Some(value),
            "start" if start.is_none() => start = Some(value),
            _ => stranger = Some(name),
        }
    }
    if iterable.is_none() && given > 0 {
        stranger = stranger.or(args.names().first());
    }
    match (stranger, iterable) {
        (Some(name), _) => {
            let name = vm.str_text(name)?;
            Err(vm.type_error(format!("'{name}' is an invalid keyword argument for enumerate()")))
        }
        (None, Some(iterable)) => Ok((iterable, start)),
        (None, None) => Err(no_iterable(vm)),
    }
}

#[cold]
fn no_iterable(vm: &Vm) -> Raised {
    vm.type_error("enumerate() missing required argument 'iterable'")
}

fn next(vm: &Vm, this: &ObjRef) -> PyResult<Option<ObjRef>> {
    let enumerate = this.to::<Enumerate>();
    let Some(iterator) = enumerate.iterator.get() else { return Ok(None) };
    let Some(item) = vm.next(&iterator)? else { return Ok(None) };
    let count = enumerate.next_count(vm)?;
    Ok(Some(reuse::fill_pair(vm, &enumerate.pair, count, item)))
}

impl Enumerate {
    fn next_count(&self, vm: &Vm) -> PyResult {
        let count = self.count.get();
        if count < i64::MAX {
            self.count.set(count + 1);
            return Ok(vm.int_exact(count));
        }
        let big = self.big_count.get().unwrap_or_else(|| vm.int(i64::MAX));
        self.big_count.set(vm.binary(BinOp::Add, &big, &vm.int(1))?);
        Ok(big)
    }
}

fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let enumerate = this.to::<Enumerate>();
    let count = enumerate.big_count.get().unwrap_or_else(|| vm.int(enumerate.count.get()));
    let iterator = enumerate.iterator.get().unwrap_or_else(|| vm.none());
    Ok(vm.tuple([this.ty_ref().clone(), vm.tuple([iterator, count])]))
}

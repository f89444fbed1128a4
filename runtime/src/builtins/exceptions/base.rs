//! `BaseException`: arguments, traceback, chaining, notes.

use super::empty_base;
use crate::error::PyResult;
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{Dict, ObjRef, Slot, Tuple, TypeFlags};
use std::cell::Cell;
use std::mem::offset_of;

gc::payload! {
    /// What every exception starts with.
    pub struct BaseException: gc, parked in MemoryError {
        pub dict: Slot,
        pub args: Slot,
        pub traceback: Slot,
        pub context: Slot,
        pub cause: Slot,
        /// `__suppress_context__`.
        pub suppress: Cell<bool>,
    }
}

pub static SPEC: TypeSpec = TypeSpec {
    basicsize: 72,
    dict_offset: (gc::HEADER + offset_of!(BaseException, dict)) as i32,
    flags: TypeFlags::EXCEPTION,
    slots: SlotDefs { new: Some(new), init: Some(init), repr: Some(repr), str: Some(str), ..SlotDefs::NONE },
    methods: &[
        Method::new("__reduce__(self, /)", Fun::None(reduce)),
        Method::new("__setstate__(self, object, /)", Fun::One(setstate)),
        Method::new("with_traceback(self, object, /)", Fun::One(with_traceback)),
        Method::new("add_note(self, object, /)", Fun::One(add_note)),
    ],
    getset: &[
        GetSet { name: "__suppress_context__", get: get_suppress, set: Some(set_suppress) },
        GetSet {
            name: "__dict__",
            get: crate::object::instance::get_dict,
            set: Some(crate::object::instance::set_dict),
        },
        GetSet { name: "args", get: |vm, e| Ok(vm.exception_args(e)), set: Some(set_args) },
        GetSet { name: "__traceback__", get: get_traceback, set: Some(set_traceback) },
        GetSet {
            name: "__context__",
            get: |vm, e| Ok(vm.exception_context(e).unwrap_or_else(|| vm.none())),
            set: Some(set_context),
        },
        GetSet {
            name: "__cause__",
            get: |vm, e| Ok(vm.exception_cause(e).unwrap_or_else(|| vm.none())),
            set: Some(set_cause),
        },
    ],
    doc: Some("Common base class for all exceptions"),
    ..TypeSpec::new("BaseException", <BaseException as gc::Payload>::layout)
};

/// `args` of a new exception.
pub fn args_tuple(vm: &Vm, args: Args<'_>) -> ObjRef {
    args.tuple(vm)
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let exc = vm.heap.alloc(class, empty_base()).into_obj();
    exc.to::<BaseException>().args.set(args_tuple(vm, args));
    Ok(exc)
}

/// `ValueError() takes no keyword arguments`.
pub fn no_keywords(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    if args.has_keywords() {
        let class = vm.type_name(this);
        return Err(vm.type_error(format!("{class}() takes no keyword arguments")));
    }
    Ok(())
}

/// Stores `args`; no keywords.
pub fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    no_keywords(vm, this, args)?;
    set_initial_args(vm, this, args);
    Ok(())
}

/// Stores `args` unless `__new__` stored the same ones.
pub fn set_initial_args(vm: &Vm, this: &ObjRef, args: Args<'_>) {
    let slot = &this.to::<BaseException>().args;
    let same = slot.get().is_some_and(|old| {
        let old = old.to::<Tuple>();
        old.len() == args.positional().len() && old.items().iter().zip(args.positional()).all(|(a, b)| a.is(b))
    });
    if !same {
        slot.set(args_tuple(vm, args));
    }
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let name = vm.qualname_of_type(this.ty_ref());
    let name = name.rsplit('.').next().unwrap_or(&name).to_owned();
    let args = vm.exception_args(this);
    let text = match args.to::<Tuple>().items() {
        [only] => format!("{name}({})", vm.repr_text(only)?),
        _ => format!("{name}{}", vm.repr_text(&args)?),
    };
    Ok(vm.str(text))
}

/// Nothing, the one argument, or all of them.
pub fn str(vm: &Vm, this: &ObjRef) -> PyResult {
    let args = vm.exception_args(this);
    match args.to::<Tuple>().items() {
        [] => Ok(vm.empty_str.clone()),
        [only] => vm.str_of(only),
        _ => vm.str_of(&args),
    }
}

/// The instance's dict if it has something to tell.
fn state(vm: &Vm, this: &ObjRef) -> Option<ObjRef> {
    this.to::<BaseException>().dict.get().filter(|d| vm.is_dict(d))
}

/// `(class, args)` or `(class, args, dict)`.
pub fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let args = vm.exception_args(this);
    let class = this.ty_ref().clone();
    Ok(match state(vm, this) {
        Some(dict) => vm.tuple([class, args, dict]),
        None => vm.tuple([class, args]),
    })
}

fn setstate(vm: &Vm, this: &ObjRef, state: &ObjRef) -> PyResult {
    if !state.is(&vm.none) {
        if !vm.is_dict(state) {
            return Err(vm.type_error("state is not a dictionary"));
        }
        let dict = state.to::<Dict>();
        for (key, value) in (0..dict.entries_len()).filter_map(|i| dict.entry(i)) {
            vm.set_attr(this, &key, &value)?;
        }
    }
    Ok(vm.none())
}

fn with_traceback(vm: &Vm, this: &ObjRef, traceback: &ObjRef) -> PyResult {
    set_traceback(vm, this, Some(traceback))?;
    Ok(this.clone())
}

fn add_note(vm: &Vm, this: &ObjRef, note: &ObjRef) -> PyResult {
    if !vm.is_str(note) {
        let kind = vm.type_name(note);
        return Err(vm.type_error(format!("note must be a str, not '{kind}'")));
    }
    let notes = match vm.get_attr_opt(this, &vm.names.__notes__)? {
        Some(notes) => notes,
        None => {
            let fresh = vm.list(Vec::new());
            vm.set_attr(this, &vm.names.__notes__, &fresh)?;
            fresh
        }
    };
    if !vm.is_list(&notes) {
        return Err(vm.type_error("Cannot add note: __notes__ is not a list"));
    }
    vm.call_method(&notes, &vm.names.append, std::slice::from_ref(note))?;
    Ok(vm.none())
}

fn get_suppress(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.bool(this.to::<BaseException>().suppress.get()))
}

fn set_suppress(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        Some(value) if value.is(&vm.true_) || value.is(&vm.false_) => {
            this.to::<BaseException>().suppress.set(value.is(&vm.true_));
            Ok(())
        }
        Some(_) => Err(vm.type_error("attribute value type must be bool")),
        None => Err(vm.type_error("can't delete numeric/char attribute")),
    }
}

fn set_args(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let Some(value) = value else { return Err(vm.type_error("args may not be deleted")) };
    let items = vm.collect(value)?;
    let tuple = if value.ty_ref().is(&vm.types.tuple) { value.clone() } else { vm.tuple(items) };
    this.to::<BaseException>().args.set(tuple);
    Ok(())
}

fn get_traceback(vm: &Vm, this: &ObjRef) -> PyResult {
    Ok(vm.exception_traceback(this).unwrap_or_else(|| vm.none()))
}

fn set_traceback(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    match value {
        None => Err(vm.type_error("__traceback__ may not be deleted")),
        Some(value) if value.is(&vm.none) => {
            vm.set_exception_traceback(this, None);
            Ok(())
        }
        Some(value) if value.ty_ref().is(&vm.types.traceback) => {
            vm.set_exception_traceback(this, Some(value.clone()));
            Ok(())
        }
        Some(_) => Err(vm.type_error("__traceback__ must be a traceback or None")),
    }
}

fn link(vm: &Vm, value: Option<&ObjRef>, name: &str, what: &str) -> PyResult<Option<ObjRef>> {
    match value {
        None => Err(vm.type_error(format!("{name} may not be deleted"))),
        Some(value) if value.is(&vm.none) => Ok(None),
        Some(value) if vm.is_exception(value) => Ok(Some(value.clone())),
        Some(_) => Err(vm.type_error(format!("exception {what} must be None or derive from BaseException"))),
    }
}

fn set_context(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let context = link(vm, value, "__context__", "context")?;
    vm.set_exception_context(this, context);
    Ok(())
}

fn set_cause(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let cause = link(vm, value, "__cause__", "cause")?;
    vm.set_exception_cause(this, cause);
    Ok(())
}

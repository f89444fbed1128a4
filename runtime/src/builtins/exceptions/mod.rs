//! The exception types: what every exception has, and the type objects by kind.

pub mod attribute;
pub mod base;
pub mod group;
pub mod import;
pub mod os_error;
pub mod raise;
pub mod stop;
pub mod syntax;
pub mod table;
pub mod unicode;

use crate::error::Exc;
use crate::vm::Vm;
use gc::{ObjRef, Slot};
use std::cell::{Cell, OnceCell};

pub use base::BaseException;

/// A field that exceptions of older releases do not have.
macro_rules! field {
    ($payload:ident, $name:ident) => {
        $crate::native::GetSet {
            name: stringify!($name),
            get: |vm, e| match e.payload::<$payload>() {
                Some(error) => Ok(error.$name.get().unwrap_or_else(|| vm.none())),
                None => Err(vm.attribute_error(e, &vm.intern(stringify!($name)))),
            },
            set: Some(|vm, e, value| match e.payload::<$payload>() {
                Some(error) => {
                    error.$name.set(value.cloned());
                    Ok(())
                }
                None => Err(vm.attribute_error(e, &vm.intern(stringify!($name)))),
            }),
        }
    };
}
pub(crate) use field;

/// The exception type objects of an interpreter, by kind.
pub struct Exceptions {
    types: [OnceCell<ObjRef>; Exc::COUNT],
}

impl Exceptions {
    pub fn new() -> Exceptions {
        Exceptions { types: [const { OnceCell::new() }; Exc::COUNT] }
    }

    /// Calls `look` with each type that was made.
    pub fn each(&self, look: &mut dyn FnMut(&ObjRef)) {
        self.types.iter().filter_map(OnceCell::get).for_each(look);
    }
}

impl Default for Exceptions {
    fn default() -> Exceptions {
        Exceptions::new()
    }
}

impl Vm {
    /// The type object of a builtin exception.
    pub fn exception_type(&self, exc: Exc) -> &ObjRef {
        self.exceptions.types[exc as usize].get_or_init(|| self.native_type(table::spec(exc)))
    }

    /// `__traceback__`.
    pub fn exception_traceback(&self, exc: &ObjRef) -> Option<ObjRef> {
        exc.payload::<BaseException>()?.traceback.get()
    }

    pub fn set_exception_traceback(&self, exc: &ObjRef, traceback: Option<ObjRef>) {
        exc.to::<BaseException>().traceback.set(traceback);
    }

    /// `__context__`.
    pub fn exception_context(&self, exc: &ObjRef) -> Option<ObjRef> {
        exc.payload::<BaseException>()?.context.get()
    }

    pub fn set_exception_context(&self, exc: &ObjRef, context: Option<ObjRef>) {
        exc.to::<BaseException>().context.set(context);
    }

    /// `__cause__`.
    pub fn exception_cause(&self, exc: &ObjRef) -> Option<ObjRef> {
        exc.payload::<BaseException>()?.cause.get()
    }

    /// `raise … from cause`: the context is not shown any more.
    pub fn set_exception_cause(&self, exc: &ObjRef, cause: Option<ObjRef>) {
        let base = exc.to::<BaseException>();
        base.suppress.set(true);
        base.cause.set(cause);
    }

    /// `args`.
    pub fn exception_args(&self, exc: &ObjRef) -> ObjRef {
        exc.to::<BaseException>().args.get().unwrap_or_else(|| self.empty_tuple.clone())
    }
}

/// The fields that every exception starts with, empty.
fn empty_base() -> BaseException {
    BaseException {
        dict: Slot::empty(),
        args: Slot::empty(),
        traceback: Slot::empty(),
        context: Slot::empty(),
        cause: Slot::empty(),
        suppress: Cell::new(false),
    }
}

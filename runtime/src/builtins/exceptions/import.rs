//! `ImportError`: the message, the module's name and its path.

use super::base::{BaseException, args_tuple, set_initial_args, str as base_str};
use super::empty_base;
use crate::error::{Exc, PyResult, Raised};
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use gc::{ObjRef, Slot};

gc::payload! {
    /// `ImportError`.
    pub struct ImportErrorObject: gc extends BaseException {
        pub base: BaseException,
        pub msg: Slot,
        pub name: Slot,
        pub path: Slot,
    }
}

macro_rules! field {
    ($name:ident) => {
        GetSet {
            name: stringify!($name),
            get: |vm, e| Ok(e.to::<ImportErrorObject>().$name.get().unwrap_or_else(|| vm.none())),
            set: Some(|_, e, v| {
                e.to::<ImportErrorObject>().$name.set(v.cloned());
                Ok(())
            }),
        }
    };
}

pub static SPEC: TypeSpec = TypeSpec {
    base: Some(&super::table::Exception),
    basicsize: 96,
    slots: SlotDefs { new: Some(new), init: Some(init), str: Some(str), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(reduce))],
    getset: &[field!(msg), field!(name), field!(path)],
    doc: Some("Import can't find module, or can't find name in module."),
    ..TypeSpec::new("ImportError", <ImportErrorObject as gc::Payload>::layout)
};

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let value = ImportErrorObject { base: empty_base(), msg: Slot::empty(), name: Slot::empty(), path: Slot::empty() };
    let exc = vm.heap.alloc(class, value).into_obj();
    exc.to::<BaseException>().args.set(args_tuple(vm, args));
    Ok(exc)
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    set_initial_args(vm, this, args);
    let [name, path] = super::attribute::keywords(vm, "ImportError", ["name", "path"], args)?;
    let this = this.to::<ImportErrorObject>();
    this.name.set(name);
    this.path.set(path);
    this.msg.set(match args.positional() {
        [message] => Some(message.clone()),
        _ => None,
    });
    Ok(())
}

fn str(vm: &Vm, this: &ObjRef) -> PyResult {
    match this.to::<ImportErrorObject>().msg.get() {
        Some(message) if message.ty_ref().is(&vm.types.str) => Ok(message),
        _ => base_str(vm, this),
    }
}

/// Class and arguments, and the two names with the instance's dict.
fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let error = this.to::<ImportErrorObject>();
    let (name, path) = (error.name.get(), error.path.get());
    if name.is_none() && path.is_none() {
        return super::base::reduce(vm, this);
    }
    let state = vm.dict();
    if let Some(own) = error.base.dict.get().filter(|d| vm.is_dict(d)) {
        vm.dict_update(&state, own.to::<gc::Dict>())?;
    }
    for (key, value) in [(&vm.names.name, name), (&vm.names.path, path)] {
        if let Some(value) = value {
            vm.dict_set_name(&state, key, &value);
        }
    }
    Ok(vm.tuple([this.ty_ref().clone(), vm.exception_args(this), state.into_obj()]))
}

impl Vm {
    /// An ImportError with message, module name and path.
    #[cold]
    pub fn import_error(&self, message: impl Into<String>, name: Option<ObjRef>, path: Option<ObjRef>) -> Raised {
        self.import_error_of(Exc::ImportError, message.into(), name, path)
    }

    fn import_error_of(&self, exc: Exc, message: String, name: Option<ObjRef>, path: Option<ObjRef>) -> Raised {
        let raised = self.raise_new(exc, message);
        if let Some(error) = raised.0.payload::<ImportErrorObject>() {
            error.name.set(name);
            error.path.set(path);
        }
        raised
    }

    /// `No module named 'x'`.
    #[cold]
    pub fn module_not_found(&self, name: &str) -> Raised {
        let text = format!("No module named '{name}'");
        self.import_error_of(Exc::ModuleNotFoundError, text, Some(self.str(name)), None)
    }
}

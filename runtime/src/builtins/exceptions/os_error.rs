//! `OSError`: error number, text and file names; the number chooses the subclass.

use super::base::{BaseException, args_tuple, no_keywords};
use super::empty_base;
use crate::error::{Exc, PyResult, Raised};
use crate::native::{Args, Fun, GetSet, Method, TypeSpec};
use crate::slots::SlotDefs;
use crate::vm::Vm;
use crate::vm::cast::as_type;
use gc::{ObjRef, Slot, Tuple};
use std::cell::Cell;

gc::payload! {
    /// `OSError`.
    pub struct OsErrorObject: gc extends BaseException {
        pub base: BaseException,
        pub errno: Slot,
        pub strerror: Slot,
        pub filename: Slot,
        pub filename2: Slot,
        /// `characters_written` of BlockingIOError, −1 if it was not given.
        pub written: Cell<isize>,
    }
}

macro_rules! field {
    ($name:ident) => {
        GetSet {
            name: stringify!($name),
            get: |vm, e| Ok(e.to::<OsErrorObject>().$name.get().unwrap_or_else(|| vm.none())),
            set: Some(|_, e, v| {
                e.to::<OsErrorObject>().$name.set(v.cloned());
                Ok(())
            }),
        }
    };
}

pub static SPEC: TypeSpec = TypeSpec {
    base: Some(&super::table::Exception),
    basicsize: 112,
    slots: SlotDefs { new: Some(new), init: Some(init), str: Some(str), ..SlotDefs::NONE },
    methods: &[Method::new("__reduce__(self, /)", Fun::None(reduce))],
    getset: &[
        field!(errno),
        field!(strerror),
        field!(filename),
        field!(filename2),
        GetSet { name: "characters_written", get: get_written, set: Some(set_written) },
    ],
    doc: Some("Base class for I/O related errors."),
    ..TypeSpec::new("OSError", <OsErrorObject as gc::Payload>::layout)
};

/// The subclass for an error number.
pub fn kind_of(errno: i64) -> Option<Exc> {
    Some(match errno {
        11 | 114 | 115 => Exc::BlockingIOError,
        32 | 108 => Exc::BrokenPipeError,
        10 => Exc::ChildProcessError,
        103 => Exc::ConnectionAbortedError,
        111 => Exc::ConnectionRefusedError,
        104 => Exc::ConnectionResetError,
        17 => Exc::FileExistsError,
        2 => Exc::FileNotFoundError,
        21 => Exc::IsADirectoryError,
        20 => Exc::NotADirectoryError,
        4 => Exc::InterruptedError,
        1 | 13 => Exc::PermissionError,
        3 => Exc::ProcessLookupError,
        110 => Exc::TimeoutError,
        _ => return None,
    })
}

fn new(vm: &Vm, class: &ObjRef, args: Args<'_>) -> PyResult {
    let given = args.positional();
    let mut class = class.clone();
    if class.is(vm.exception_type(Exc::OSError))
        && given.len() >= 2
        && let Some(kind) = vm.to_i64_opt(&given[0]).and_then(kind_of)
    {
        class = vm.exception_type(kind).clone();
    }
    let value = OsErrorObject {
        base: empty_base(),
        errno: Slot::empty(),
        strerror: Slot::empty(),
        filename: Slot::empty(),
        filename2: Slot::empty(),
        written: Cell::new(-1),
    };
    let exc = vm.heap.alloc(&class, value).into_obj();
    if !init_in_init(vm, &class) {
        no_keywords(vm, &exc, args)?;
        fill(vm, &exc, args)?;
    } else {
        exc.to::<BaseException>().args.set(vm.empty_tuple.clone());
    }
    Ok(exc)
}

/// A subclass that overrides `__init__` but not `__new__` gets its arguments there.
fn init_in_init(vm: &Vm, class: &ObjRef) -> bool {
    let (own, base) = (&as_type(class).slots, &as_type(vm.exception_type(Exc::OSError)).slots);
    let address = |f: Option<crate::slots::InitFn>| f.map(|f| f as usize);
    address(own.init.get()) != address(base.init.get()) && !as_type(class).has_trampoline_new()
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    if !init_in_init(vm, this.ty_ref()) {
        return Ok(());
    }
    no_keywords(vm, this, args)?;
    fill(vm, this, args)
}

fn fill(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    let given = args.positional();
    let error = this.to::<OsErrorObject>();
    let mut kept = given;
    if (2..=5).contains(&given.len()) {
        error.errno.set(given[0].clone());
        error.strerror.set(given[1].clone());
        let filename = given.get(2).filter(|f| !f.is(&vm.none));
        if let Some(filename) = filename {
            let blocking = this.ty_ref().is(vm.exception_type(Exc::BlockingIOError));
            if blocking && vm.is_index(filename) {
                error.written.set(vm.to_index(filename)?);
            } else {
                error.filename.set(filename.clone());
                error.filename2.set(given.get(4).filter(|f| !f.is(&vm.none)).cloned());
                kept = &given[..2];
            }
        }
    }
    let whole = kept.len() == given.len();
    error.base.args.set(args_tuple(vm, if whole { args } else { Args::positional_only(kept) }));
    Ok(())
}

fn str(vm: &Vm, this: &ObjRef) -> PyResult {
    let error = this.to::<OsErrorObject>();
    let text = |slot: &Slot| vm.str_of_text(&slot.get().unwrap_or_else(|| vm.none()));
    if let Some(filename) = error.filename.get() {
        let (errno, strerror, filename) = (text(&error.errno)?, text(&error.strerror)?, vm.repr_text(&filename)?);
        let tail = match error.filename2.get() {
            Some(second) => format!(" -> {}", vm.repr_text(&second)?),
            None => String::new(),
        };
        return Ok(vm.str(format!("[Errno {errno}] {strerror}: {filename}{tail}")));
    }
    if error.errno.is_some() && error.strerror.is_some() {
        return Ok(vm.str(format!("[Errno {}] {}", text(&error.errno)?, text(&error.strerror)?)));
    }
    super::base::str(vm, this)
}

/// The file names belong to the arguments.
fn reduce(vm: &Vm, this: &ObjRef) -> PyResult {
    let error = this.to::<OsErrorObject>();
    let args = vm.exception_args(this);
    let mut items = args.to::<Tuple>().items().to_vec();
    if let (2, Some(filename)) = (items.len(), error.filename.get()) {
        items.push(filename);
        if let Some(second) = error.filename2.get() {
            items.extend([vm.none(), second]);
        }
    }
    let (class, args) = (this.ty_ref().clone(), vm.tuple(items));
    Ok(match error.base.dict.get() {
        Some(dict) => vm.tuple([class, args, dict]),
        None => vm.tuple([class, args]),
    })
}

fn get_written(vm: &Vm, this: &ObjRef) -> PyResult {
    match this.to::<OsErrorObject>().written.get() {
        -1 => Err(vm.attribute_error_text("characters_written")),
        n => Ok(vm.int(n as i64)),
    }
}

fn set_written(vm: &Vm, this: &ObjRef, value: Option<&ObjRef>) -> PyResult<()> {
    let error = this.to::<OsErrorObject>();
    match value {
        Some(value) => error.written.set(vm.to_index(value)?),
        None if error.written.get() == -1 => return Err(vm.attribute_error_text("characters_written")),
        None => error.written.set(-1),
    }
    Ok(())
}

impl Vm {
    /// The exception of a failed system call: `[Errno 2] No such file or directory: 'x'`.
    #[cold]
    pub fn os_error(&self, error: &std::io::Error, filename: Option<&ObjRef>) -> Raised {
        let Some(errno) = error.raw_os_error() else {
            return self.raise_new(Exc::OSError, error.to_string());
        };
        let text = error.to_string();
        let text = text.split(" (os error").next().unwrap_or(&text).to_owned();
        self.os_error_number(errno, &text, filename)
    }

    /// The exception of an error number.
    #[cold]
    pub fn os_error_number(&self, errno: i32, text: &str, filename: Option<&ObjRef>) -> Raised {
        let mut args = vec![self.int(i64::from(errno)), self.str(text)];
        args.extend(filename.cloned());
        self.raise_type(self.exception_type(Exc::OSError), &args)
    }
}

//! Arguments and results of the calls: paths, descriptors that stand for paths, and what went wrong.

use crate::io::fds::{self, Fd};
use crate::io::fileio::fspath;
use gc::{Bytes, ObjRef};
use runtime::error::{Exc, PyResult, Raised};
use runtime::vm::Vm;
use rustix::fd::{AsFd, BorrowedFd};
use rustix::io::Errno;

/// What a function takes for a path.
#[derive(Clone, Copy)]
pub struct Wanted {
    pub function: &'static str,
    pub parameter: &'static str,
    /// A descriptor will do.
    pub fd: bool,
    /// None will do.
    pub none: bool,
}

impl Wanted {
    pub const fn path(function: &'static str) -> Wanted {
        Wanted { function, parameter: "path", fd: false, none: false }
    }

    pub const fn named(function: &'static str, parameter: &'static str) -> Wanted {
        Wanted { parameter, ..Wanted::path(function) }
    }

    pub const fn or_fd(function: &'static str) -> Wanted {
        Wanted { fd: true, ..Wanted::path(function) }
    }

    #[cold]
    fn refuse(self, vm: &Vm, given: &ObjRef) -> Raised {
        let kinds = match (self.fd, self.none) {
            (true, true) => "string, bytes, os.PathLike, integer or None",
            (true, false) => "string, bytes, os.PathLike or integer",
            (false, true) => "string, bytes, os.PathLike or None",
            (false, false) => "string, bytes or os.PathLike",
        };
        let Wanted { function, parameter, .. } = self;
        vm.type_error(format!("{function}: {parameter} should be {kinds}, not {}", vm.type_name(given)))
    }
}

/// A path argument.
pub struct Path {
    /// For messages.
    pub given: ObjRef,
    pub place: Place,
    /// Names in results are bytes too.
    pub is_bytes: bool,
}

pub enum Place {
    Path(Vec<u8>),
    Fd(i32),
}

impl Path {
    /// The bytes of the path; of a descriptor none, for functions that take none.
    pub fn bytes(&self) -> &[u8] {
        match &self.place {
            Place::Path(bytes) => bytes,
            Place::Fd(_) => b"",
        }
    }

    pub fn error(&self, vm: &Vm, errno: Errno) -> Raised {
        fds::error(vm, errno, Some(&self.given))
    }
}

/// Reads a path argument; absent ones are None.
pub fn path(vm: &Vm, wanted: Wanted, given: Option<&ObjRef>) -> PyResult<Path> {
    let given = given.cloned().unwrap_or_else(|| vm.none());
    if vm.is_none(&given) && wanted.none {
        return Ok(Path { given, place: Place::Path(b".".to_vec()), is_bytes: false });
    }
    if wanted.fd && vm.is_index(&given) {
        let fd = vm.to_i32(&given)?;
        return Ok(Path { given, place: Place::Fd(fd), is_bytes: false });
    }
    let is_path = vm.is_str(&given) || vm.is_bytes(&given);
    let path = match is_path || vm.lookup_special(&given, &vm.names.__fspath__)?.is_some() {
        true => fspath(vm, &given)?,
        false => return Err(wanted.refuse(vm, &given)),
    };
    let (bytes, is_bytes) = match path.payload::<Bytes>() {
        Some(bytes) => (bytes.data().to_vec(), true),
        None => (encoded(vm, &path)?, false),
    };
    if bytes.contains(&0) {
        return Err(vm.value_error(match is_bytes {
            true => format!("{}: embedded null character in {}", wanted.function, wanted.parameter),
            false => "embedded null byte".to_owned(),
        }));
    }
    Ok(Path { given: path, place: Place::Path(bytes), is_bytes })
}

/// A str as the system wants it.
pub fn encoded(vm: &Vm, text: &ObjRef) -> PyResult<Vec<u8>> {
    let bytes = runtime::codecs::python::encode(vm, text, "utf-8", Some("surrogateescape"))?;
    Ok(bytes.to::<Bytes>().data().to_vec())
}

/// A name from the system as str.
pub fn decoded(vm: &Vm, name: &[u8]) -> PyResult {
    match std::str::from_utf8(name) {
        Ok(name) => Ok(vm.str(name)),
        Err(_) => runtime::codecs::python::decode(vm, name, "utf-8", Some("surrogateescape")),
    }
}

/// A name from the system, of the kind the path argument had.
pub fn name(vm: &Vm, name: &[u8], as_bytes: bool) -> PyResult {
    if as_bytes { Ok(vm.bytes(name)) } else { decoded(vm, name) }
}

/// The folder that a path is relative to.
pub struct Folder(Option<Fd>);

impl AsFd for Folder {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_ref().map_or(rustix::fs::CWD, |fd| fd.as_fd())
    }
}

/// A `dir_fd` argument.
pub fn folder(vm: &Vm, given: Option<&ObjRef>) -> PyResult<Folder> {
    match given {
        None => Ok(Folder(None)),
        Some(given) if vm.is_none(given) => Ok(Folder(None)),
        Some(given) if !vm.is_index(given) => {
            let kind = vm.type_name(given);
            Err(vm.type_error(format!("argument should be integer or None, not {kind}")))
        }
        Some(given) => {
            let number = vm.to_i32(given)?;
            fds::get(vm, number).map(|fd| Folder(Some(fd))).map_err(|errno| fds::error(vm, errno, None))
        }
    }
}

/// An optional flag argument.
pub fn flag(vm: &Vm, given: Option<&ObjRef>, default: bool) -> PyResult<bool> {
    given.map_or(Ok(default), |given| vm.truth(given))
}

/// An open descriptor, or OSError.
pub fn open_fd(vm: &Vm, number: i32) -> PyResult<Fd> {
    fds::get(vm, number).map_err(|errno| fds::error(vm, errno, None))
}

/// A descriptor argument: an int, or something with `fileno()`.
pub fn fd_or_file(vm: &Vm, given: &ObjRef) -> PyResult<i32> {
    if vm.is_int(given) {
        return vm.to_i32(given);
    }
    let Some(method) = vm.get_attr_opt(given, &vm.intern("fileno"))? else {
        return Err(vm.type_error("argument must be an int, or have a fileno() method."));
    };
    let number = vm.call(&method, &[])?;
    if !vm.is_int(&number) {
        return Err(vm.type_error("fileno() returned a non-integer"));
    }
    vm.to_i32(&number)
}

/// None, or the error of a call on a path.
pub fn done(vm: &Vm, outcome: Result<(), Errno>, path: &Path) -> PyResult {
    outcome.map(|()| vm.none()).map_err(|errno| path.error(vm, errno))
}

/// None, or the error of a call without a path.
pub fn finished(vm: &Vm, outcome: Result<(), Errno>) -> PyResult {
    outcome.map(|()| vm.none()).map_err(|errno| fds::error(vm, errno, None))
}

/// None, or the error of a call on two paths: `… 'a' -> 'b'`.
pub fn done_both(vm: &Vm, outcome: Result<(), Errno>, from: &Path, to: &Path) -> PyResult {
    let Err(errno) = outcome else { return Ok(vm.none()) };
    let number = errno.raw_os_error();
    let args = [vm.int(number.into()), vm.str(error_text(number)), from.given.clone(), vm.none(), to.given.clone()];
    Err(vm.raise_type(vm.exception_type(Exc::OSError), &args))
}

/// What the system calls an error.
pub fn error_text(number: i32) -> String {
    let text = std::io::Error::from_raw_os_error(number).to_string();
    text.split(" (os error").next().unwrap_or(&text).to_owned()
}

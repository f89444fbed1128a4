//! `_io.FileIO`: a file descriptor as a raw stream.

use super::base::{self, DICT_OFFSET, IoBase, WEAK_OFFSET, closed_error, fill_buffer, size_argument, unsupported};
use super::fds;
use gc::{ObjRef, Payload, PlainCell, Ref};
use runtime::error::{PyResult, Raised};
use runtime::native::{Args, Fun, GetSet, Method, TypeSpec};
use runtime::slots::SlotDefs;
use runtime::vm::Vm;
use rustix::fs::{Mode, OFlags, SeekFrom};
use rustix::io::Errno;

/// What a file was opened for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Access {
    pub read: bool,
    pub write: bool,
    pub create: bool,
    pub append: bool,
}

impl Access {
    /// `rb`, `wb`, `ab`, `xb`, each with or without `+`. `None`: no such mode.
    fn parse(mode: &str) -> Result<(Access, OFlags), &'static str> {
        const WRONG: &str = "Must have exactly one of create/read/write/append mode and at most one plus";
        let (mut access, mut flags, mut kinds, mut plus) = (Access::default(), OFlags::empty(), 0, 0);
        for c in mode.chars() {
            match c {
                'r' => access.read = true,
                'w' => {
                    access.write = true;
                    flags |= OFlags::CREATE | OFlags::TRUNC;
                }
                'x' => {
                    (access.create, access.write) = (true, true);
                    flags |= OFlags::CREATE | OFlags::EXCL;
                }
                'a' => {
                    (access.append, access.write) = (true, true);
                    flags |= OFlags::CREATE | OFlags::APPEND;
                }
                '+' => plus += 1,
                'b' => continue,
                _ => return Err(""),
            }
            kinds += i32::from(c != '+');
        }
        if kinds != 1 || plus > 1 {
            return Err(WRONG);
        }
        if plus == 1 {
            (access.read, access.write) = (true, true);
        }
        let direction = match (access.read, access.write) {
            (true, true) => OFlags::RDWR,
            (true, false) => OFlags::RDONLY,
            _ => OFlags::WRONLY,
        };
        Ok((access, flags | direction | OFlags::CLOEXEC))
    }

    fn text(self) -> &'static str {
        match self {
            Access { create: true, read: true, .. } => "xb+",
            Access { create: true, .. } => "xb",
            Access { append: true, read: true, .. } => "ab+",
            Access { append: true, .. } => "ab",
            Access { read: true, write: true, .. } => "rb+",
            Access { read: true, .. } => "rb",
            _ => "wb",
        }
    }
}

/// The state of an open file.
pub struct File {
    /// -1 when closed.
    fd: i32,
    access: Access,
    close_fd: bool,
    seekable: Option<bool>,
}

gc::payload! {
    /// A file.
    pub struct FileIo: gc extends IoBase { base: IoBase, state: PlainCell<File> }
}

pub static SPEC: TypeSpec = TypeSpec {
    base: Some(&base::RAW),
    dict_offset: DICT_OFFSET,
    weaklist_offset: WEAK_OFFSET,
    slots: SlotDefs { new: Some(new), init: Some(init), repr: Some(repr), ..SlotDefs::NONE },
    methods: METHODS,
    getset: &[
        GetSet { name: "closed", get: |vm, this| Ok(vm.bool(number(this).is_none())), set: None },
        GetSet { name: "closefd", get: |vm, this| Ok(vm.bool(of(this).state.borrow().close_fd)), set: None },
        GetSet { name: "mode", get: |vm, this| Ok(vm.str(of(this).state.borrow().access.text())), set: None },
        GetSet { name: "_blksize", get: |vm, this| Ok(vm.int(block_size(vm, this) as i64)), set: None },
    ],
    ..TypeSpec::new("_io.FileIO", FileIo::layout)
};

const METHODS: &[Method] = &[
    Method::new("read(self, size=-1, /)", Fun::Pos(0, 1, read_method)),
    Method::new("readall(self, /)", Fun::None(|vm, this| Ok(opt_bytes(vm, read_all(vm, this)?)))),
    Method::new("readinto(self, buffer, /)", Fun::One(readinto)),
    Method::new("write(self, b, /)", Fun::One(write_method)),
    Method::new("seek(self, pos, whence=0, /)", Fun::Pos(1, 2, seek_method)),
    Method::new("tell(self, /)", Fun::None(|vm, this| Ok(vm.int(seek(vm, this, SeekFrom::Current(0))? as i64)))),
    Method::new("truncate(self, size=None, /)", Fun::Pos(0, 1, truncate)),
    Method::new("close(self, /)", Fun::None(close)),
    Method::new("seekable(self, /)", Fun::None(|vm, this| Ok(vm.bool(is_seekable(vm, this)?)))),
    Method::new("readable(self, /)", Fun::None(|vm, this| open_fd(vm, this).map(|_| vm.bool(access(this).read)))),
    Method::new("writable(self, /)", Fun::None(|vm, this| open_fd(vm, this).map(|_| vm.bool(access(this).write)))),
    Method::new("fileno(self, /)", Fun::None(|vm, this| Ok(vm.int(open_fd(vm, this)?.into())))),
    Method::new("isatty(self, /)", Fun::None(|vm, this| Ok(vm.bool(fds::is_terminal(vm, open_fd(vm, this)?))))),
    Method::new("_dealloc_warn(self, source, /)", Fun::One(|vm, _, _| Ok(vm.none()))),
];

fn of(this: &ObjRef) -> &Ref<FileIo> {
    this.to::<FileIo>()
}

/// The descriptor of an open file.
pub fn number(this: &ObjRef) -> Option<i32> {
    Some(of(this).state.borrow().fd).filter(|fd| *fd >= 0)
}

pub fn access(this: &ObjRef) -> Access {
    of(this).state.borrow().access
}

/// The descriptor, or `I/O operation on closed file`.
pub fn open_fd(vm: &Vm, this: &ObjRef) -> PyResult<i32> {
    number(this).ok_or_else(|| vm.value_error("I/O operation on closed file"))
}

// ---- opening

fn new(vm: &Vm, class: &ObjRef, _: Args<'_>) -> PyResult {
    let file = File { fd: -1, access: Access::default(), close_fd: true, seekable: None };
    Ok(super::base::stream(vm, class, FileIo { base: IoBase::new(), state: PlainCell::new(file) }))
}

fn init(vm: &Vm, this: &ObjRef, args: Args<'_>) -> PyResult<()> {
    const NAMES: [&str; 4] = ["file", "mode", "closefd", "opener"];
    let mut bound: [Option<ObjRef>; 4] = [const { None }; 4];
    for (slot, value) in bound.iter_mut().zip(args.positional()) {
        *slot = Some(value.clone());
    }
    for (name, value) in args.keywords() {
        let name = vm.lossy(name);
        match NAMES.iter().position(|known| *known == name) {
            Some(at) => bound[at] = Some(value.clone()),
            None => {
                return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for FileIO()")));
            }
        }
    }
    let [Some(file), mode, close_fd, opener] = bound else {
        return Err(vm.type_error("FileIO() missing required argument 'file' (pos 1)"));
    };
    let mode = mode.map_or_else(|| Ok("r".to_owned()), |mode| vm.expect_str(&mode, "mode").map(|m| m.into_owned()))?;
    let close_fd = close_fd.map_or(Ok(true), |flag| vm.truth(&flag))?;
    open(vm, this, &file, &mode, close_fd, opener.as_ref().filter(|opener| !vm.is_none(opener)))
}

/// Opens `file`, a path or a descriptor, into `this`.
pub fn open(
    vm: &Vm,
    this: &ObjRef,
    file: &ObjRef,
    mode: &str,
    close_fd: bool,
    opener: Option<&ObjRef>,
) -> PyResult<()> {
    let (access, flags) = Access::parse(mode).map_err(|problem| match problem {
        "" => vm.value_error(format!("invalid mode: {mode}")),
        text => vm.value_error(text),
    })?;
    let state = &of(this).state;
    if number(this).is_some() {
        drop(close(vm, this)?);
    }
    let fd = if vm.is_int(file) {
        let fd = vm.to_i32(file)?;
        if fd < 0 {
            return Err(vm.value_error("negative file descriptor"));
        }
        fds::get(vm, fd).map_err(|errno| fds::error(vm, errno, None))?;
        fd
    } else if !close_fd {
        return Err(vm.value_error("Cannot use closefd=False with file name"));
    } else {
        open_path(vm, file, flags, opener)?
    };
    *state.borrow_mut() = File { fd, access, close_fd, seekable: None };
    if is_directory(vm, fd) {
        let opened = !vm.is_int(file);
        state.borrow_mut().fd = -1;
        if opened {
            // The directory is what is reported.
            let _ = fds::close(vm, fd);
        }
        return Err(fds::error(vm, Errno::ISDIR, Some(file)));
    }
    base::set_own(vm, this, "name", file)?;
    if access.append {
        drop(seek(vm, this, SeekFrom::End(0)));
    }
    Ok(())
}

fn open_path(vm: &Vm, file: &ObjRef, flags: OFlags, opener: Option<&ObjRef>) -> PyResult<i32> {
    if let Some(opener) = opener {
        let fd = vm.call(opener, &[file.clone(), vm.int(i64::from(flags.bits()))])?;
        if !vm.is_int(&fd) {
            return Err(vm.type_error("expected integer from opener"));
        }
        let fd = vm.to_i32(&fd)?;
        return if fd < 0 { Err(vm.value_error(format!("opener returned {fd}"))) } else { Ok(fd) };
    }
    let path = path_bytes(vm, file)?;
    let opened = fds::retry(vm, || rustix::fs::open(&*path, flags, Mode::from_raw_mode(0o666)))?;
    match opened {
        Ok(fd) => Ok(fds::add(vm, fd)),
        Err(errno) => Err(fds::error(vm, errno, Some(file))),
    }
}

/// The bytes of a path: str, bytes or something with `__fspath__`.
pub fn path_bytes(vm: &Vm, path: &ObjRef) -> PyResult<Vec<u8>> {
    let path = fspath(vm, path)?;
    let bytes = match vm.is_bytes(&path) {
        true => base::bytes_argument(vm, &path)?.into_owned(),
        false => {
            let bytes = runtime::codecs::python::encode(vm, &path, "utf-8", Some("surrogateescape"))?;
            base::bytes_argument(vm, &bytes)?.into_owned()
        }
    };
    if bytes.contains(&0) {
        return Err(vm.value_error("embedded null byte"));
    }
    Ok(bytes)
}

/// `os.fspath(path)`
pub fn fspath(vm: &Vm, path: &ObjRef) -> PyResult {
    if vm.is_str(path) || vm.is_bytes(path) {
        return Ok(path.clone());
    }
    let Some(method) = vm.lookup_special(path, &vm.names.__fspath__)? else {
        let kind = vm.type_name(path);
        return Err(vm.type_error(format!("expected str, bytes or os.PathLike object, not {kind}")));
    };
    let answer = vm.call(&method, &[])?;
    if vm.is_str(&answer) || vm.is_bytes(&answer) {
        return Ok(answer);
    }
    let (kind, given) = (vm.type_name(path), vm.type_name(&answer));
    Err(vm.type_error(format!("expected {kind}.__fspath__() to return str or bytes, not {given}")))
}

fn is_directory(vm: &Vm, fd: i32) -> bool {
    let Ok(fd) = fds::get(vm, fd) else { return false };
    rustix::fs::fstat(&fd).is_ok_and(|stat| rustix::fs::FileType::from_raw_mode(stat.st_mode).is_dir())
}

fn block_size(vm: &Vm, this: &ObjRef) -> usize {
    let Some(Ok(fd)) = number(this).map(|fd| fds::get(vm, fd)) else { return super::BUFFER };
    rustix::fs::fstat(&fd).map_or(super::BUFFER, |stat| (stat.st_blksize as usize).max(2))
}

/// Closes the descriptor, if it belongs to the stream.
pub fn close(vm: &Vm, this: &ObjRef) -> PyResult {
    let (fd, close_fd) = {
        let mut state = of(this).state.borrow_mut();
        (std::mem::replace(&mut state.fd, -1), state.close_fd)
    };
    if fd >= 0 && close_fd {
        fds::close(vm, fd).map_err(|errno| fds::error(vm, errno, None))?;
    }
    Ok(vm.none())
}

fn repr(vm: &Vm, this: &ObjRef) -> PyResult {
    let Some(fd) = number(this) else { return Ok(vm.str("<_io.FileIO [closed]>")) };
    let (mode, close_fd) = (access(this).text(), of(this).state.borrow().close_fd);
    let flag = if close_fd { "True" } else { "False" };
    let name = match vm.get_attr_opt(this, &vm.names.name)? {
        Some(name) => format!("name={}", vm.repr_text(&name)?),
        None => format!("fd={fd}"),
    };
    Ok(vm.str(format!("<_io.FileIO {name} mode='{mode}' closefd={flag}>")))
}

// ---- reading and writing

#[cold]
fn failed(vm: &Vm, errno: Errno) -> Raised {
    fds::error(vm, errno, None)
}

/// Reads once; None if nothing is there yet (and the descriptor does not wait).
pub fn read(vm: &Vm, this: &ObjRef, buffer: &mut [u8]) -> PyResult<Option<usize>> {
    let fd = open_fd(vm, this)?;
    if !access(this).read {
        return Err(unsupported(vm, "File not open for reading"));
    }
    match fds::read(vm, fd, buffer)? {
        Ok(count) => Ok(Some(count)),
        Err(Errno::AGAIN) => Ok(None),
        Err(errno) => Err(failed(vm, errno)),
    }
}

/// Reads to the end.
pub fn read_all(vm: &Vm, this: &ObjRef) -> PyResult<Option<Vec<u8>>> {
    let mut all = Vec::new();
    let mut piece = vec![0; 64 << 10];
    loop {
        match read(vm, this, &mut piece)? {
            None if all.is_empty() => return Ok(None),
            None | Some(0) => return Ok(Some(all)),
            Some(count) => {
                vm.reserve(&mut all, count)?;
                all.extend_from_slice(&piece[..count]);
            }
        }
    }
}

fn opt_bytes(vm: &Vm, bytes: Option<Vec<u8>>) -> ObjRef {
    bytes.map_or_else(|| vm.none(), |bytes| vm.bytes(&bytes))
}

fn read_method(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    let Some(size) = size_argument(vm, args.first())? else { return Ok(opt_bytes(vm, read_all(vm, this)?)) };
    let mut buffer = vec![0; size];
    let count = read(vm, this, &mut buffer)?;
    Ok(opt_bytes(vm, count.map(|count| buffer[..count].to_vec())))
}

fn readinto(vm: &Vm, this: &ObjRef, target: &ObjRef) -> PyResult {
    let mut buffer = vec![0; vm.len(target)?];
    match read(vm, this, &mut buffer)? {
        None => Ok(vm.none()),
        Some(count) => {
            fill_buffer(vm, target, &buffer[..count], "readinto")?;
            Ok(vm.int_exact(count as i64))
        }
    }
}

/// Writes once; None if nothing fits at the moment.
pub fn write(vm: &Vm, this: &ObjRef, bytes: &[u8]) -> PyResult<Option<usize>> {
    let fd = open_fd(vm, this)?;
    if !access(this).write {
        return Err(unsupported(vm, "File not open for writing"));
    }
    match fds::write(vm, fd, bytes)? {
        Ok(count) => Ok(Some(count)),
        Err(Errno::AGAIN) => Ok(None),
        Err(errno) => Err(failed(vm, errno)),
    }
}

fn write_method(vm: &Vm, this: &ObjRef, data: &ObjRef) -> PyResult {
    let bytes = base::bytes_argument(vm, data)?;
    Ok(write(vm, this, &bytes)?.map_or_else(|| vm.none(), |count| vm.int_exact(count as i64)))
}

// ---- positions

/// Moves; the new position.
pub fn seek(vm: &Vm, this: &ObjRef, to: SeekFrom) -> PyResult<u64> {
    let fd = fds::get(vm, open_fd(vm, this)?).map_err(|errno| failed(vm, errno))?;
    rustix::fs::seek(&fd, to).map_err(|errno| failed(vm, errno))
}

/// The target of a seek: `invalid whence (5, should be 0, 1 or 2)`.
pub fn target(vm: &Vm, offset: &ObjRef, whence: i64) -> PyResult<SeekFrom> {
    let offset = vm.to_i64(offset)?;
    match whence {
        0 => u64::try_from(offset).map(SeekFrom::Start).map_err(|_| failed(vm, Errno::INVAL)),
        1 => Ok(SeekFrom::Current(offset)),
        2 => Ok(SeekFrom::End(offset)),
        _ => Err(failed(vm, Errno::INVAL)),
    }
}

fn seek_method(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    open_fd(vm, this)?;
    let whence = args.get(1).map_or(Ok(0), |whence| vm.to_i64(whence))?;
    let to = target(vm, &args[0], whence)?;
    Ok(vm.int(seek(vm, this, to)? as i64))
}

/// Whether the descriptor has a position.
pub fn is_seekable(vm: &Vm, this: &ObjRef) -> PyResult<bool> {
    let fd = open_fd(vm, this)?;
    let known = of(this).state.borrow().seekable;
    if let Some(known) = known {
        return Ok(known);
    }
    let seekable = fds::get(vm, fd).is_ok_and(|fd| rustix::fs::seek(&fd, SeekFrom::Current(0)).is_ok());
    of(this).state.borrow_mut().seekable = Some(seekable);
    Ok(seekable)
}

/// Cuts or lengthens the file.
pub fn set_size(vm: &Vm, this: &ObjRef, size: u64) -> PyResult<()> {
    let fd = open_fd(vm, this)?;
    if !access(this).write {
        return Err(unsupported(vm, "File not open for writing"));
    }
    let fd = fds::get(vm, fd).map_err(|errno| failed(vm, errno))?;
    rustix::fs::ftruncate(&fd, size).map_err(|errno| failed(vm, errno))
}

fn truncate(vm: &Vm, this: &ObjRef, args: &[ObjRef]) -> PyResult {
    if number(this).is_none() {
        return Err(closed_error(vm));
    }
    let size = match args.first() {
        Some(size) if !vm.is_none(size) => vm.to_i64(size)?,
        _ => seek(vm, this, SeekFrom::Current(0))? as i64,
    };
    let Ok(length) = u64::try_from(size) else { return Err(failed(vm, Errno::INVAL)) };
    set_size(vm, this, length)?;
    Ok(vm.int(size))
}

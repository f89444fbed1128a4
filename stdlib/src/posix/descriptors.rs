//! Open files by their numbers.

use super::path::{Wanted, error_text, fd_or_file, finished, flag, folder, open_fd, path};
use crate::io::base::bytes_argument;
use crate::io::fds;
use gc::ObjRef;
use runtime::builtins::structseq;
use runtime::error::PyResult;
use runtime::native::{Fun, Method};
use runtime::vm::Vm;
use rustix::fs::{Mode, OFlags, SeekFrom};
use rustix::io::{Errno, FdFlags};
use rustix::pipe::PipeFlags;

pub const FUNCTIONS: &[Method] = &[
    Method::new("open(path, flags, mode=511, *, dir_fd=None)", Fun::Bound(open)),
    Method::new("close(fd)", Fun::Bound(close)),
    Method::new("closerange(fd_low, fd_high, /)", Fun::Pos(2, 2, closerange)),
    Method::new("read(fd, length, /)", Fun::Pos(2, 2, read)),
    Method::new("write(fd, data, /)", Fun::Pos(2, 2, write)),
    Method::new("pread(fd, length, offset, /)", Fun::Pos(3, 3, pread)),
    Method::new("pwrite(fd, buffer, offset, /)", Fun::Pos(3, 3, pwrite)),
    Method::new("lseek(fd, position, how, /)", Fun::Pos(3, 3, lseek)),
    Method::new("dup(fd, /)", Fun::One(dup)),
    Method::new("dup2(fd, fd2, inheritable=True)", Fun::Bound(dup2)),
    Method::new("isatty(fd, /)", Fun::One(|vm, _, fd| Ok(vm.bool(fds::is_terminal(vm, vm.to_c_int(fd)?))))),
    Method::new("ttyname(fd, /)", Fun::One(ttyname)),
    Method::new("fsync(fd)", Fun::Bound(fsync)),
    Method::new("fdatasync(fd)", Fun::Bound(fdatasync)),
    Method::new("ftruncate(fd, length, /)", Fun::Pos(2, 2, ftruncate)),
    Method::new("fchmod(fd, mode)", Fun::Bound(fchmod)),
    Method::new("pipe()", Fun::None(|vm, _| pipe(vm, PipeFlags::CLOEXEC))),
    Method::new("pipe2(flags, /)", Fun::One(pipe2)),
    Method::new("get_inheritable(fd, /)", Fun::One(get_inheritable)),
    Method::new("set_inheritable(fd, inheritable, /)", Fun::Pos(2, 2, set_inheritable)),
    Method::new("get_blocking(fd, /)", Fun::One(get_blocking)),
    Method::new("set_blocking(fd, blocking, /)", Fun::Pos(2, 2, set_blocking)),
    Method::new("get_terminal_size(fd=None, /)", Fun::Pos(0, 1, get_terminal_size)),
    Method::new("device_encoding(fd)", Fun::Bound(device_encoding)),
    Method::new("strerror(code, /)", Fun::One(|vm, _, code| Ok(vm.str(error_text(vm.to_c_int(code)?))))),
];

type Given<'a> = &'a [Option<ObjRef>];

/// The first argument: a number.
fn first(vm: &Vm, args: Given<'_>) -> PyResult<i32> {
    vm.to_c_int(args[0].as_ref().unwrap_or(&vm.none()))
}

fn open(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::path("open"), args[0].as_ref())?;
    let flags = args[1].as_ref().map_or(Ok(0), |flags| vm.to_i32(flags))?;
    let mode = args[2].as_ref().map_or(Ok(0o777), |mode| vm.to_i32(mode))?;
    let flags = OFlags::from_bits_retain(flags as u32) | OFlags::CLOEXEC;
    let mode = Mode::from_bits_retain(mode as u32);
    let folder = folder(vm, args[3].as_ref())?;
    match fds::retry(vm, || rustix::fs::openat(&folder, path.bytes(), flags, mode))? {
        Ok(fd) => Ok(vm.int(fds::add(vm, fd).into())),
        Err(errno) => Err(path.error(vm, errno)),
    }
}

fn close(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    finished(vm, fds::close(vm, first(vm, args)?))
}

fn closerange(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (low, high) = (vm.to_c_int(&args[0])?, vm.to_c_int(&args[1])?);
    for number in fds::numbers(vm) {
        if (low..high).contains(&number) {
            // Errors are ignored.
            let _ = fds::close(vm, number);
        }
    }
    Ok(vm.none())
}

/// A length, with the system's error for negative ones.
fn length(vm: &Vm, given: &ObjRef) -> PyResult<usize> {
    usize::try_from(vm.to_index(given)?).map_err(|_| fds::error(vm, Errno::INVAL, None))
}

fn read(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (fd, length) = (vm.to_c_int(&args[0])?, length(vm, &args[1])?);
    let mut buffer = vec![0; length];
    match fds::read(vm, fd, &mut buffer)? {
        Ok(count) => Ok(vm.bytes(&buffer[..count])),
        Err(errno) => Err(fds::error(vm, errno, None)),
    }
}

fn write(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let fd = vm.to_c_int(&args[0])?;
    let data = bytes_argument(vm, &args[1])?;
    counted(vm, fds::write(vm, fd, &data)?)
}

fn counted(vm: &Vm, outcome: Result<usize, Errno>) -> PyResult {
    outcome.map(|count| vm.int(count as i64)).map_err(|errno| fds::error(vm, errno, None))
}

fn offset(vm: &Vm, given: &ObjRef) -> PyResult<u64> {
    u64::try_from(vm.to_i64(given)?).map_err(|_| fds::error(vm, Errno::INVAL, None))
}

fn pread(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (fd, length, offset) = (vm.to_c_int(&args[0])?, length(vm, &args[1])?, offset(vm, &args[2])?);
    let fd = open_fd(vm, fd)?;
    let mut buffer = vec![0; length];
    match fds::retry(vm, || rustix::io::pread(&fd, &mut *buffer, offset))? {
        Ok(count) => Ok(vm.bytes(&buffer[..count])),
        Err(errno) => Err(fds::error(vm, errno, None)),
    }
}

fn pwrite(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (fd, data, offset) = (vm.to_c_int(&args[0])?, bytes_argument(vm, &args[1])?, offset(vm, &args[2])?);
    let fd = open_fd(vm, fd)?;
    let outcome = fds::retry(vm, || rustix::io::pwrite(&fd, &data, offset))?;
    counted(vm, outcome)
}

fn lseek(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (fd, position, how) = (vm.to_c_int(&args[0])?, vm.to_i64(&args[1])?, vm.to_c_int(&args[2])?);
    let invalid = |_| fds::error(vm, Errno::INVAL, None);
    let from = match how {
        0 => SeekFrom::Start(u64::try_from(position).map_err(invalid)?),
        1 => SeekFrom::Current(position),
        2 => SeekFrom::End(position),
        3 => SeekFrom::Data(u64::try_from(position).map_err(invalid)?),
        4 => SeekFrom::Hole(u64::try_from(position).map_err(invalid)?),
        _ => return Err(fds::error(vm, Errno::INVAL, None)),
    };
    let at = rustix::fs::seek(open_fd(vm, fd)?, from).map_err(|errno| fds::error(vm, errno, None))?;
    Ok(vm.int(at as i64))
}

fn dup(vm: &Vm, _: &ObjRef, fd: &ObjRef) -> PyResult {
    let fd = open_fd(vm, vm.to_c_int(fd)?)?;
    let copy = rustix::io::fcntl_dupfd_cloexec(fd, 0).map_err(|errno| fds::error(vm, errno, None))?;
    Ok(vm.int(fds::add(vm, copy).into()))
}

fn dup2(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let (from, to) = (first(vm, args)?, vm.to_c_int(args[1].as_ref().unwrap_or(&vm.none()))?);
    let inheritable = flag(vm, args[2].as_ref(), true)?;
    if from < 0 || to < 0 {
        return Err(fds::error(vm, Errno::BADF, None));
    }
    fds::duplicate(vm, from, to, inheritable).map_err(|errno| fds::error(vm, errno, None))?;
    Ok(vm.int(to.into()))
}

fn ttyname(vm: &Vm, _: &ObjRef, fd: &ObjRef) -> PyResult {
    let fd = open_fd(vm, vm.to_c_int(fd)?)?;
    let name = rustix::termios::ttyname(fd, Vec::new()).map_err(|errno| fds::error(vm, errno, None))?;
    super::path::decoded(vm, name.as_bytes())
}

fn fsync(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let fd = open_fd(vm, fd_or_file(vm, args[0].as_ref().unwrap_or(&vm.none()))?)?;
    finished(vm, rustix::fs::fsync(fd))
}

fn fdatasync(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let fd = open_fd(vm, fd_or_file(vm, args[0].as_ref().unwrap_or(&vm.none()))?)?;
    finished(vm, rustix::fs::fdatasync(fd))
}

fn ftruncate(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (fd, length) = (vm.to_c_int(&args[0])?, offset(vm, &args[1])?);
    finished(vm, rustix::fs::ftruncate(open_fd(vm, fd)?, length))
}

fn fchmod(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let fd = open_fd(vm, first(vm, args)?)?;
    let mode = vm.to_i32(args[1].as_ref().unwrap_or(&vm.none()))?;
    finished(vm, rustix::fs::fchmod(fd, Mode::from_bits_retain(mode as u32)))
}

fn pipe(vm: &Vm, flags: PipeFlags) -> PyResult {
    let (reading, writing) = rustix::pipe::pipe_with(flags).map_err(|errno| fds::error(vm, errno, None))?;
    let ends = [fds::add(vm, reading), fds::add(vm, writing)];
    Ok(vm.tuple(ends.iter().map(|fd| vm.int((*fd).into())).collect::<Vec<_>>()))
}

fn pipe2(vm: &Vm, _: &ObjRef, flags: &ObjRef) -> PyResult {
    pipe(vm, PipeFlags::from_bits_retain(vm.to_c_int(flags)? as u32))
}

fn get_inheritable(vm: &Vm, _: &ObjRef, fd: &ObjRef) -> PyResult {
    let fd = open_fd(vm, vm.to_c_int(fd)?)?;
    let flags = rustix::io::fcntl_getfd(fd).map_err(|errno| fds::error(vm, errno, None))?;
    Ok(vm.bool(!flags.contains(FdFlags::CLOEXEC)))
}

fn set_inheritable(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let fd = open_fd(vm, vm.to_c_int(&args[0])?)?;
    let flags = if vm.to_c_int(&args[1])? != 0 { FdFlags::empty() } else { FdFlags::CLOEXEC };
    finished(vm, rustix::io::fcntl_setfd(fd, flags))
}

fn get_blocking(vm: &Vm, _: &ObjRef, fd: &ObjRef) -> PyResult {
    let fd = open_fd(vm, vm.to_c_int(fd)?)?;
    let flags = rustix::fs::fcntl_getfl(fd).map_err(|errno| fds::error(vm, errno, None))?;
    Ok(vm.bool(!flags.contains(OFlags::NONBLOCK)))
}

fn set_blocking(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let fd = open_fd(vm, vm.to_c_int(&args[0])?)?;
    let blocking = vm.truth(&args[1])?;
    let outcome = rustix::fs::fcntl_getfl(&fd).and_then(|mut flags| {
        flags.set(OFlags::NONBLOCK, !blocking);
        rustix::fs::fcntl_setfl(&fd, flags)
    });
    finished(vm, outcome)
}

fn get_terminal_size(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let fd = open_fd(vm, args.first().map_or(Ok(1), |fd| vm.to_c_int(fd))?)?;
    let size = rustix::termios::tcgetwinsize(fd).map_err(|errno| fds::error(vm, errno, None))?;
    let items = vec![vm.int(size.ws_col.into()), vm.int(size.ws_row.into())];
    Ok(structseq::make(vm, &structseq::TERMINAL_SIZE, items))
}

fn device_encoding(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let terminal = fds::is_terminal(vm, first(vm, args)?);
    Ok(if terminal { vm.str("UTF-8") } else { vm.none() })
}

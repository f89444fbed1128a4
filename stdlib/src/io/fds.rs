//! File descriptors as Python has them: numbers. The table owns what this interpreter opened; 0, 1 and 2 are
//! the process's. A number that is neither is a bad file descriptor.

use gc::ObjRef;
use runtime::error::{PyResult, Raised};
use runtime::vm::Vm;
use rustix::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use rustix::io::Errno;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// The descriptors that this interpreter owns.
#[derive(Default)]
pub struct Fds {
    owned: RefCell<HashMap<i32, Rc<OwnedFd>>>,
    /// Which of 0, 1 and 2 the program closed.
    closed: Cell<[bool; 3]>,
}

impl runtime::vm::Keeps for Fds {}

/// An open descriptor.
pub enum Fd {
    Owned(Rc<OwnedFd>),
    Standard(BorrowedFd<'static>),
}

impl AsFd for Fd {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Fd::Owned(fd) => fd.as_fd(),
            Fd::Standard(fd) => *fd,
        }
    }
}

/// Takes over a descriptor; its number.
pub fn add(vm: &Vm, fd: OwnedFd) -> i32 {
    let number = fd.as_raw_fd();
    vm.state::<Fds>().owned.borrow_mut().insert(number, Rc::new(fd));
    number
}

/// The descriptor of a number.
pub fn get(vm: &Vm, number: i32) -> Result<Fd, Errno> {
    let fds = vm.state::<Fds>();
    if let Some(fd) = fds.owned.borrow().get(&number) {
        return Ok(Fd::Owned(fd.clone()));
    }
    let standard = match number {
        0 => rustix::stdio::stdin(),
        1 => rustix::stdio::stdout(),
        2 => rustix::stdio::stderr(),
        _ => return Err(Errno::BADF),
    };
    if fds.closed.get()[number as usize] { Err(Errno::BADF) } else { Ok(Fd::Standard(standard)) }
}

/// Closes a number. The standard three stay open for the process, pointing nowhere.
pub fn close(vm: &Vm, number: i32) -> Result<(), Errno> {
    let fds = vm.state::<Fds>();
    if fds.owned.borrow_mut().remove(&number).is_some() {
        return Ok(());
    }
    let Ok(index @ 0..3) = usize::try_from(number) else { return Err(Errno::BADF) };
    let mut closed = fds.closed.get();
    if std::mem::replace(&mut closed[index], true) {
        return Err(Errno::BADF);
    }
    fds.closed.set(closed);
    let nowhere = rustix::fs::open("/dev/null", rustix::fs::OFlags::RDWR, rustix::fs::Mode::empty())?;
    match index {
        0 => rustix::stdio::dup2_stdin(nowhere),
        1 => rustix::stdio::dup2_stdout(nowhere),
        _ => rustix::stdio::dup2_stderr(nowhere),
    }
}

/// The numbers that are open.
pub fn numbers(vm: &Vm) -> Vec<i32> {
    let fds = vm.state::<Fds>();
    let closed = fds.closed.get();
    let standard = (0..3).filter(|number| !closed[*number as usize]);
    standard.chain(fds.owned.borrow().keys().copied()).collect()
}

/// Makes `to` another number for the file of `from`.
pub fn duplicate(vm: &Vm, from: i32, to: i32, inheritable: bool) -> Result<(), Errno> {
    let file = get(vm, from)?;
    if from == to {
        return Ok(());
    }
    let fds = vm.state::<Fds>();
    if let Ok(index @ 0..3) = usize::try_from(to) {
        match index {
            0 => rustix::stdio::dup2_stdin(&file)?,
            1 => rustix::stdio::dup2_stdout(&file)?,
            _ => rustix::stdio::dup2_stderr(&file)?,
        }
        let mut closed = fds.closed.get();
        closed[index] = false;
        fds.closed.set(closed);
        return Ok(());
    }
    // What was open under the number is closed; the lowest free number from there on is then the number itself.
    drop(fds.owned.borrow_mut().remove(&to));
    let copy = rustix::io::fcntl_dupfd_cloexec(&file, to)?;
    if copy.as_raw_fd() != to {
        // It belongs to somebody else in this process.
        return Err(Errno::BADF);
    }
    if inheritable {
        rustix::io::fcntl_setfd(&copy, rustix::io::FdFlags::empty())?;
    }
    add(vm, copy);
    Ok(())
}

/// The exception of a failed call.
#[cold]
pub fn error(vm: &Vm, errno: Errno, filename: Option<&ObjRef>) -> Raised {
    vm.os_error(&std::io::Error::from_raw_os_error(errno.raw_os_error()), filename)
}

/// Runs a call again as long as signals interrupt it, unless one of them is Ctrl-C.
pub fn retry<T>(vm: &Vm, mut call: impl FnMut() -> Result<T, Errno>) -> PyResult<Result<T, Errno>> {
    loop {
        match call() {
            Err(Errno::INTR) => vm.check_interrupt()?,
            other => return Ok(other),
        }
    }
}

/// Reads at most `buffer.len()` bytes.
pub fn read(vm: &Vm, number: i32, buffer: &mut [u8]) -> PyResult<Result<usize, Errno>> {
    let fd = match get(vm, number) {
        Ok(fd) => fd,
        Err(errno) => return Ok(Err(errno)),
    };
    if number == 0 && !buffer.is_empty() {
        // Waiting for input must end at Ctrl-C, and a restarted read would not.
        use rustix::event::{PollFd, PollFlags, poll};
        let waited = retry(vm, || poll(&mut [PollFd::new(&fd, PollFlags::IN)], None))?;
        if let Err(errno) = waited {
            return Ok(Err(errno));
        }
    }
    retry(vm, || rustix::io::read(&fd, &mut *buffer))
}

/// Writes what the system takes.
pub fn write(vm: &Vm, number: i32, bytes: &[u8]) -> PyResult<Result<usize, Errno>> {
    if (number == 1 || number == 2) && vm.tapped(number, bytes) {
        return Ok(Ok(bytes.len()));
    }
    match get(vm, number) {
        Ok(fd) => retry(vm, || rustix::io::write(&fd, bytes)),
        Err(errno) => Ok(Err(errno)),
    }
}

/// Whether a terminal is at the other end.
pub fn is_terminal(vm: &Vm, number: i32) -> bool {
    get(vm, number).is_ok_and(|fd| rustix::termios::isatty(&fd))
}

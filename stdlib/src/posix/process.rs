//! The process, its surroundings, and the machine.

use super::path::{decoded, encoded, finished};
use crate::io::fds;
use gc::{Bytes, ObjRef};
use runtime::builtins::structseq;
use runtime::error::PyResult;
use runtime::native::{Fun, Method};
use runtime::vm::Vm;
use rustix::fs::Mode;
use rustix::io::Errno;
use rustix::process::{Pid, Signal};
use rustix::rand::{GetRandomFlags, getrandom};
use std::os::unix::ffi::OsStrExt;

pub const FUNCTIONS: &[Method] = &[
    Method::new("_environ()", Fun::None(|vm, _| environment(vm, false))),
    Method::new("_setenv(name, value, /)", Fun::Pos(2, 2, setenv)),
    Method::new("_unsetenv(name, /)", Fun::One(unsetenv)),
    Method::new("_exit(status)", Fun::Bound(exit)),
    Method::new("abort()", Fun::None(|_, _| std::process::abort())),
    Method::new("cpu_count()", Fun::None(|vm, _| Ok(cpu_count().map_or_else(|| vm.none(), |n| vm.int(n))))),
    Method::new("getegid()", Fun::None(|vm, _| Ok(vm.int(rustix::process::getegid().as_raw().into())))),
    Method::new("geteuid()", Fun::None(|vm, _| Ok(vm.int(rustix::process::geteuid().as_raw().into())))),
    Method::new("getgid()", Fun::None(|vm, _| Ok(vm.int(rustix::process::getgid().as_raw().into())))),
    Method::new("getgroups()", Fun::None(getgroups)),
    Method::new("getloadavg()", Fun::None(getloadavg)),
    Method::new("getpgid(pid)", Fun::Bound(getpgid)),
    Method::new("getpgrp()", Fun::None(|vm, _| Ok(pid_object(vm, Some(rustix::process::getpgrp()))))),
    Method::new("getpid()", Fun::None(|vm, _| Ok(vm.int(std::process::id().into())))),
    Method::new("getppid()", Fun::None(|vm, _| Ok(pid_object(vm, rustix::process::getppid())))),
    Method::new("getrandom(size, flags=0)", Fun::Bound(random_bytes)),
    Method::new("getuid()", Fun::None(|vm, _| Ok(vm.int(rustix::process::getuid().as_raw().into())))),
    Method::new("kill(pid, signal, /)", Fun::Pos(2, 2, kill)),
    Method::new("nice(increment, /)", Fun::One(nice)),
    Method::new("sysconf(name, /)", Fun::One(sysconf)),
    Method::new("times()", Fun::None(times)),
    Method::new("umask(mask, /)", Fun::One(umask)),
    Method::new("uname()", Fun::None(uname)),
    Method::new("urandom(size, /)", Fun::One(urandom)),
];

type Given<'a> = &'a [Option<ObjRef>];

// ---- the environment

/// The variables that the process was started with. Changes are the program's own: no process is started from here.
pub fn environment(vm: &Vm, as_bytes: bool) -> PyResult {
    let variables = vm.dict();
    for (name, value) in std::env::vars_os() {
        let (name, value) = (name.as_bytes(), value.as_bytes());
        let pair = match as_bytes {
            true => (vm.bytes(name), vm.bytes(value)),
            false => (decoded(vm, name)?, decoded(vm, value)?),
        };
        vm.dict_set(&variables, &pair.0, &pair.1)?;
    }
    Ok(variables.into_obj())
}

fn variable(vm: &Vm, text: &ObjRef) -> PyResult<Vec<u8>> {
    let bytes = match text.payload::<Bytes>() {
        Some(bytes) => bytes.data().to_vec(),
        None => encoded(vm, text)?,
    };
    if bytes.contains(&0) { Err(vm.value_error("embedded null byte")) } else { Ok(bytes) }
}

fn setenv(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let name = variable(vm, &args[0])?;
    variable(vm, &args[1])?;
    if name.is_empty() || name.contains(&b'=') {
        return Err(vm.value_error("illegal environment variable name"));
    }
    Ok(vm.none())
}

fn unsetenv(vm: &Vm, _: &ObjRef, name: &ObjRef) -> PyResult {
    let name = variable(vm, name)?;
    if name.is_empty() || name.contains(&b'=') {
        return Err(fds::error(vm, Errno::INVAL, None));
    }
    Ok(vm.none())
}

// ---- the process

/// Ends the process at once: nothing is flushed, nothing is finalised.
fn exit(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    std::process::exit(vm.to_c_int(args[0].as_ref().unwrap_or(&vm.none()))?)
}

fn pid_object(vm: &Vm, pid: Option<Pid>) -> ObjRef {
    vm.int(pid.map_or(0, |pid| pid.as_raw_nonzero().get()).into())
}

fn getpgid(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let pid = Pid::from_raw(vm.to_c_int(args[0].as_ref().unwrap_or(&vm.none()))?);
    let group = rustix::process::getpgid(pid).map_err(|errno| fds::error(vm, errno, None))?;
    Ok(pid_object(vm, Some(group)))
}

fn getgroups(vm: &Vm, _: &ObjRef) -> PyResult {
    let groups = rustix::process::getgroups().map_err(|errno| fds::error(vm, errno, None))?;
    Ok(vm.list(groups.iter().map(|group| vm.int(group.as_raw().into())).collect()))
}

fn kill(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    use rustix::process::{kill_process, kill_process_group, test_kill_process, test_kill_process_group};
    let (pid, signal) = (vm.to_c_int(&args[0])?, vm.to_c_int(&args[1])?);
    let target = Pid::from_raw(pid.saturating_abs()).unwrap_or_else(rustix::process::getpgrp);
    let group = pid <= 0;
    let outcome = match (signal, Signal::from_named_raw(signal)) {
        (0, _) if group => test_kill_process_group(target),
        (0, _) => test_kill_process(target),
        (_, Some(signal)) if group => kill_process_group(target, signal),
        (_, Some(signal)) => kill_process(target, signal),
        (_, None) => Err(Errno::INVAL),
    };
    let answer = finished(vm, outcome)?;
    vm.check_interrupt()?;
    Ok(answer)
}

fn nice(vm: &Vm, _: &ObjRef, increment: &ObjRef) -> PyResult {
    let level = rustix::process::nice(vm.to_c_int(increment)?).map_err(|errno| fds::error(vm, errno, None))?;
    Ok(vm.int(level.into()))
}

fn umask(vm: &Vm, _: &ObjRef, mask: &ObjRef) -> PyResult {
    let before = rustix::process::umask(Mode::from_bits_retain(vm.to_c_int(mask)? as u32));
    Ok(vm.int(before.bits().into()))
}

/// Processor time in user and system mode, of the process and of its children; seconds since the machine was started.
fn times(vm: &Vm, _: &ObjRef) -> PyResult {
    let stat = std::fs::read_to_string("/proc/self/stat").map_err(|error| vm.os_error(&error, None))?;
    let tick = rustix::param::clock_ticks_per_second() as f64;
    // The name, in parentheses, may contain anything; the four times are the 12th to the 15th field after it.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(4);
    let mut items: Vec<ObjRef> = fields.map(|n| vm.float(n.parse().unwrap_or(0.0) / tick)).collect();
    items.resize_with(4, || vm.float(0.0));
    let elapsed = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let ticks = elapsed.tv_sec as f64 * tick + (elapsed.tv_nsec as f64 / 1e9 * tick).floor();
    items.push(vm.float(ticks / tick));
    Ok(structseq::make(vm, &structseq::TIMES_RESULT, items))
}

// ---- the machine

fn uname(vm: &Vm, _: &ObjRef) -> PyResult {
    let found = rustix::system::uname();
    let fields = [found.sysname(), found.nodename(), found.release(), found.version(), found.machine()];
    let items = fields.iter().map(|field| decoded(vm, field.to_bytes())).collect::<PyResult<Vec<ObjRef>>>()?;
    Ok(structseq::make(vm, &structseq::UNAME, items))
}

/// Processors that are switched on: `0-3,6`.
fn cpu_count() -> Option<i64> {
    let count = |ranges: &str| -> Option<i64> {
        let mut sum = 0;
        for range in ranges.trim().split(',') {
            let (first, last) = range.split_once('-').unwrap_or((range, range));
            sum += last.parse::<i64>().ok()? - first.parse::<i64>().ok()? + 1;
        }
        Some(sum)
    };
    let online = std::fs::read_to_string("/sys/devices/system/cpu/online").ok();
    online.and_then(|ranges| count(&ranges)).or_else(|| Some(std::thread::available_parallelism().ok()?.get() as i64))
}

fn getloadavg(vm: &Vm, _: &ObjRef) -> PyResult {
    let text = std::fs::read_to_string("/proc/loadavg").map_err(|error| vm.os_error(&error, None))?;
    let numbers = text.split_whitespace().take(3).map(|n| vm.float(n.parse().unwrap_or(0.0)));
    Ok(vm.tuple(numbers.collect::<Vec<_>>()))
}

/// The settings that can be read without C's library: name, C's number.
pub const SYSCONF_NAMES: &[(&str, i64)] = &[
    ("SC_CLK_TCK", 2),
    ("SC_PAGESIZE", 30),
    ("SC_PAGE_SIZE", 30),
    ("SC_NPROCESSORS_CONF", 83),
    ("SC_NPROCESSORS_ONLN", 84),
    ("SC_PHYS_PAGES", 85),
    ("SC_AVPHYS_PAGES", 86),
];

fn sysconf(vm: &Vm, _: &ObjRef, name: &ObjRef) -> PyResult {
    let number = if vm.is_str(name) {
        let name = vm.str_text(name)?;
        match SYSCONF_NAMES.iter().find(|(known, _)| *known == name) {
            Some((_, number)) => *number,
            None => return Err(vm.value_error("unrecognized configuration name")),
        }
    } else if vm.is_int(name) {
        vm.to_i64(name)?
    } else {
        return Err(vm.type_error("configuration names must be strings or integers"));
    };
    let page = rustix::param::page_size() as i64;
    let memory = rustix::system::sysinfo();
    let pages = |amount: u64| (amount * u64::from(memory.mem_unit)) as i64 / page;
    Ok(vm.int(match number {
        2 => rustix::param::clock_ticks_per_second() as i64,
        30 => page,
        83 | 84 => cpu_count().unwrap_or(1),
        85 => pages(memory.totalram),
        86 => pages(memory.freeram),
        _ => return Err(fds::error(vm, Errno::INVAL, None)),
    }))
}

fn urandom(vm: &Vm, _: &ObjRef, size: &ObjRef) -> PyResult {
    fill(vm, size, GetRandomFlags::empty())
}

fn random_bytes(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let flags = args[1].as_ref().map_or(Ok(0), |flags| vm.to_c_int(flags))?;
    let none = vm.none();
    fill(vm, args[0].as_ref().unwrap_or(&none), GetRandomFlags::from_bits_retain(flags as u32))
}

fn fill(vm: &Vm, size: &ObjRef, flags: GetRandomFlags) -> PyResult {
    let size = vm.to_count(size, "negative argument not allowed")?;
    let mut bytes = vec![0; size];
    let mut filled = 0;
    while filled < size {
        match fds::retry(vm, || getrandom(&mut bytes[filled..], flags))? {
            Ok(count) => filled += count,
            Err(errno) => return Err(fds::error(vm, errno, None)),
        }
    }
    Ok(vm.bytes(&bytes))
}

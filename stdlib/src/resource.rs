//! `resource`: what the process has used, and what it may use. The figures are those of `/proc/self`.

use crate::io::fds;
use gc::ObjRef;
use runtime::builtins::structseq;
use runtime::error::{Exc, PyResult};
use runtime::native::{Fun, Method, ModuleSpec};
use runtime::vm::Vm;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

pub static MODULE: ModuleSpec = ModuleSpec {
    name: "resource",
    doc: None,
    functions: &[
        Method::new("getrusage(who, /)", Fun::One(usage)),
        Method::new("getrlimit(resource, /)", Fun::One(limit)),
        Method::new("setrlimit(resource, limits, /)", Fun::Pos(2, 2, set_limit)),
        Method::new("getpagesize()", Fun::None(|vm, _| Ok(vm.int(rustix::param::page_size() as i64)))),
    ],
    init: |vm, module| {
        for (name, value) in USERS.iter().chain([("RLIM_INFINITY", -1), ("RLIMIT_OFILE", 7)].iter()) {
            vm.set_attr(module, &vm.intern(name), &vm.int(*value))?;
        }
        for (number, (name, _)) in LIMITS.iter().enumerate().filter(|(_, (name, _))| !name.is_empty()) {
            vm.set_attr(module, &vm.intern(&format!("RLIMIT_{name}")), &vm.int(number as i64))?;
        }
        vm.set_attr(module, &vm.intern("error"), vm.exception_type(Exc::OSError))?;
        vm.set_attr(module, &vm.intern("struct_rusage"), &vm.native_type(&structseq::RUSAGE))
    },
};

const CHILDREN: i64 = -1;
const USERS: &[(&str, i64)] = &[("RUSAGE_SELF", 0), ("RUSAGE_CHILDREN", CHILDREN), ("RUSAGE_THREAD", 1)];

/// By Linux' numbers; a limit without a name is none of the module's.
const LIMITS: [(&str, Resource); 16] = [
    ("CPU", Resource::Cpu),
    ("FSIZE", Resource::Fsize),
    ("DATA", Resource::Data),
    ("STACK", Resource::Stack),
    ("CORE", Resource::Core),
    ("RSS", Resource::Rss),
    ("NPROC", Resource::Nproc),
    ("NOFILE", Resource::Nofile),
    ("MEMLOCK", Resource::Memlock),
    ("AS", Resource::As),
    ("", Resource::Locks),
    ("SIGPENDING", Resource::Sigpending),
    ("MSGQUEUE", Resource::Msgqueue),
    ("NICE", Resource::Nice),
    ("RTPRIO", Resource::Rtprio),
    ("RTTIME", Resource::Rttime),
];

/// The figures of the process or, as far as the system keeps them, of its children.
fn usage(vm: &Vm, _: &ObjRef, who: &ObjRef) -> PyResult {
    let who = vm.to_i64(who)?;
    if !USERS.iter().any(|(_, known)| *known == who) {
        return Err(vm.value_error("invalid who parameter"));
    }
    let read = |file| std::fs::read_to_string(file).unwrap_or_default();
    let stat = read("/proc/self/stat");
    // The name, in parentheses, may contain anything.
    let fields: Vec<i64> =
        stat.rsplit(')').next().unwrap_or_default().split_whitespace().map(|n| n.parse().unwrap_or(0)).collect();
    let field = |at: usize| fields.get(at).copied().unwrap_or(0);
    let children = who == CHILDREN;
    let (user, system) = if children { (field(13), field(14)) } else { (field(11), field(12)) };
    let (status, io) = if children { Default::default() } else { (read("/proc/self/status"), read("/proc/self/io")) };
    let seconds = if children { ticks(user, system) } else { seconds(user, system) };
    let (minor, major) = if children { (field(8), field(10)) } else { (field(7), field(9)) };
    let count = |n: i64| vm.int(n);
    let mut items = vec![vm.float(seconds.0), vm.float(seconds.1), count(named(&status, "VmHWM:"))];
    items.extend([0, 0, 0, minor, major, 0].map(count));
    items.extend([named(&io, "read_bytes:") / 512, named(&io, "write_bytes:") / 512, 0, 0, 0].map(count));
    items
        .extend([named(&status, "voluntary_ctxt_switches:"), named(&status, "nonvoluntary_ctxt_switches:")].map(count));
    Ok(structseq::make(vm, &structseq::RUSAGE, items))
}

/// The number behind a name at the start of a line.
fn named(text: &str, name: &str) -> i64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// User and system time of so many ticks of the system's clock.
fn ticks(user: i64, system: i64) -> (f64, f64) {
    let tick = rustix::param::clock_ticks_per_second() as f64;
    (user as f64 / tick, system as f64 / tick)
}

/// The exact time of the process, divided as the ticks are.
fn seconds(user: i64, system: i64) -> (f64, f64) {
    let spent = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    let spent = spent.tv_sec as f64 + spent.tv_nsec as f64 / 1e9;
    let part = if user + system == 0 { 1.0 } else { user as f64 / (user + system) as f64 };
    let user = spent * part;
    (user, spent - user)
}

fn resource(vm: &Vm, number: &ObjRef) -> PyResult<Resource> {
    let known = usize::try_from(vm.to_c_int(number)?).ok().and_then(|number| LIMITS.get(number));
    known.map(|(_, resource)| *resource).ok_or_else(|| vm.value_error("invalid resource specified"))
}

fn limit(vm: &Vm, _: &ObjRef, number: &ObjRef) -> PyResult {
    let found = getrlimit(resource(vm, number)?);
    let value = |limit: Option<u64>| vm.int(limit.map_or(-1, |limit| limit as i64));
    Ok(vm.tuple([value(found.current), value(found.maximum)]))
}

fn set_limit(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let which = resource(vm, &args[0])?;
    let limits = vm.collect(&args[1])?;
    let [current, maximum] = &limits[..] else {
        return Err(vm.value_error("expected a tuple of 2 integers"));
    };
    let value = |limit: &ObjRef| Ok(u64::try_from(vm.to_i64(limit)?).ok());
    let wanted = Rlimit { current: value(current)?, maximum: value(maximum)? };
    match setrlimit(which, wanted) {
        Ok(()) => Ok(vm.none()),
        Err(rustix::io::Errno::INVAL) => Err(vm.value_error("current limit exceeds maximum limit")),
        Err(rustix::io::Errno::PERM) => Err(vm.value_error("not allowed to raise maximum limit")),
        Err(errno) => Err(fds::error(vm, errno, None)),
    }
}

//! Folders and the names in them.

use super::path::{Path, Place, Wanted, done, done_both, finished, flag, folder, name, open_fd, path};
use crate::io::fds;
use gc::{ObjRef, Tuple};
use runtime::error::PyResult;
use runtime::native::{Fun, Method};
use runtime::vm::Vm;
use rustix::fs::{Access, AtFlags, Gid, Mode, OFlags, Timespec, Timestamps, Uid};

pub const FUNCTIONS: &[Method] = &[
    Method::new("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", Fun::Bound(access)),
    Method::new("chdir(path)", Fun::Bound(chdir)),
    Method::new("fchdir(fd)", Fun::Bound(fchdir)),
    Method::new("getcwd()", Fun::None(|vm, _| current(vm, false))),
    Method::new("getcwdb()", Fun::None(|vm, _| current(vm, true))),
    Method::new("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", Fun::Bound(chmod)),
    Method::new("chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True)", Fun::Bound(chown)),
    Method::new("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", Fun::Bound(link)),
    Method::new("listdir(path=None)", Fun::Bound(listdir)),
    Method::new("mkdir(path, mode=511, *, dir_fd=None)", Fun::Bound(mkdir)),
    Method::new("mkfifo(path, mode=438, *, dir_fd=None)", Fun::Bound(mkfifo)),
    Method::new("readlink(path, *, dir_fd=None)", Fun::Bound(readlink)),
    Method::new("remove(path, *, dir_fd=None)", Fun::Bound(|vm, _, args| remove(vm, "remove", args))),
    Method::new("unlink(path, *, dir_fd=None)", Fun::Bound(|vm, _, args| remove(vm, "unlink", args))),
    Method::new(
        "rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        Fun::Bound(|vm, _, a| rename(vm, "rename", a)),
    ),
    Method::new(
        "replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        Fun::Bound(|vm, _, args| rename(vm, "replace", args)),
    ),
    Method::new("rmdir(path, *, dir_fd=None)", Fun::Bound(rmdir)),
    Method::new("symlink(src, dst, target_is_directory=False, *, dir_fd=None)", Fun::Bound(symlink)),
    Method::new("truncate(path, length)", Fun::Bound(truncate)),
    Method::new("utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", Fun::Bound(utime)),
    Method::new("sync()", Fun::None(sync)),
    Method::new("major(device, /)", Fun::One(|vm, _, device| device_part(vm, device, rustix::fs::major))),
    Method::new("minor(device, /)", Fun::One(|vm, _, device| device_part(vm, device, rustix::fs::minor))),
    Method::new("makedev(major, minor, /)", Fun::Pos(2, 2, makedev)),
];

type Given<'a> = &'a [Option<ObjRef>];

fn nofollow(follow: bool) -> AtFlags {
    if follow { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW }
}

/// A mode argument, or its default.
fn mode(vm: &Vm, given: Option<&ObjRef>, default: u32) -> PyResult<Mode> {
    let bits = given.map_or(Ok(default), |mode| vm.to_i32(mode).map(|mode| mode as u32))?;
    Ok(Mode::from_bits_retain(bits))
}

fn number(vm: &Vm, given: Option<&ObjRef>) -> PyResult<i32> {
    given.map_or(Ok(0), |given| vm.to_i32(given))
}

fn access(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::path("access"), args[0].as_ref())?;
    let wanted = Access::from_bits_retain(number(vm, args[1].as_ref())? as u32);
    let folder = folder(vm, args[2].as_ref())?;
    let mut flags = nofollow(flag(vm, args[4].as_ref(), true)?);
    flags.set(AtFlags::EACCESS, flag(vm, args[3].as_ref(), false)?);
    Ok(vm.bool(rustix::fs::accessat(folder, path.bytes(), wanted, flags).is_ok()))
}

fn chdir(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::or_fd("chdir"), args[0].as_ref())?;
    let outcome = match &path.place {
        Place::Path(bytes) => rustix::process::chdir(&**bytes),
        Place::Fd(fd) => fds::get(vm, *fd).and_then(rustix::process::fchdir),
    };
    done(vm, outcome, &path)
}

fn fchdir(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let fd = open_fd(vm, super::path::fd_or_file(vm, args[0].as_ref().unwrap_or(&vm.none()))?)?;
    finished(vm, rustix::process::fchdir(fd))
}

fn current(vm: &Vm, as_bytes: bool) -> PyResult {
    let folder = rustix::process::getcwd(Vec::new()).map_err(|errno| fds::error(vm, errno, None))?;
    name(vm, folder.as_bytes(), as_bytes)
}

fn chmod(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::or_fd("chmod"), args[0].as_ref())?;
    let mode = mode(vm, args[1].as_ref(), 0)?;
    let flags = nofollow(flag(vm, args[3].as_ref(), true)?);
    let outcome = match &path.place {
        Place::Fd(fd) => fds::get(vm, *fd).and_then(|fd| rustix::fs::fchmod(fd, mode)),
        Place::Path(bytes) => {
            let folder = folder(vm, args[2].as_ref())?;
            // Links have no mode of their own to change, but first of all the name must be there.
            match rustix::fs::statat(&folder, &**bytes, flags) {
                Ok(_) => rustix::fs::chmodat(folder, &**bytes, mode, flags),
                Err(errno) => Err(errno),
            }
        }
    };
    done(vm, outcome, &path)
}

fn chown(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::or_fd("chown"), args[0].as_ref())?;
    let (uid, gid) = (number(vm, args[1].as_ref())?, number(vm, args[2].as_ref())?);
    // -1 leaves it as it is.
    let uid = u32::try_from(uid).ok().map(Uid::from_raw);
    let gid = u32::try_from(gid).ok().map(Gid::from_raw);
    let flags = nofollow(flag(vm, args[4].as_ref(), true)?);
    let outcome = match &path.place {
        Place::Fd(fd) => fds::get(vm, *fd).and_then(|fd| rustix::fs::fchown(fd, uid, gid)),
        Place::Path(bytes) => rustix::fs::chownat(folder(vm, args[3].as_ref())?, &**bytes, uid, gid, flags),
    };
    done(vm, outcome, &path)
}

fn link(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let (from, to) = both(vm, "link", args)?;
    let (old, new) = (folder(vm, args[2].as_ref())?, folder(vm, args[3].as_ref())?);
    // The call itself does not follow links unless it is told to; CPython's default leaves it at that.
    let outcome = rustix::fs::linkat(old, from.bytes(), new, to.bytes(), AtFlags::empty());
    done_both(vm, outcome, &from, &to)
}

fn both(vm: &Vm, function: &'static str, args: Given<'_>) -> PyResult<(Path, Path)> {
    let from = path(vm, Wanted::named(function, "src"), args[0].as_ref())?;
    Ok((from, path(vm, Wanted::named(function, "dst"), args[1].as_ref())?))
}

fn listdir(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted { none: true, ..Wanted::or_fd("listdir") }, args[0].as_ref())?;
    let opened = match &path.place {
        Place::Path(bytes) => {
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
            rustix::fs::open(&**bytes, flags, Mode::empty()).and_then(rustix::fs::Dir::new)
        }
        Place::Fd(fd) => fds::get(vm, *fd).and_then(rustix::fs::Dir::read_from),
    };
    let shown = Some(&path.given).filter(|given| !vm.is_none(given));
    let failed = |errno| fds::error(vm, errno, shown);
    let mut names = Vec::new();
    for entry in opened.map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let found = entry.file_name().to_bytes();
        if found != b"." && found != b".." {
            names.push(name(vm, found, path.is_bytes)?);
        }
    }
    Ok(vm.list(names))
}

fn mkdir(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::path("mkdir"), args[0].as_ref())?;
    let mode = mode(vm, args[1].as_ref(), 0o777)?;
    done(vm, rustix::fs::mkdirat(folder(vm, args[2].as_ref())?, path.bytes(), mode), &path)
}

fn mkfifo(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::path("mkfifo"), args[0].as_ref())?;
    let mode = mode(vm, args[1].as_ref(), 0o666)?;
    let folder = folder(vm, args[2].as_ref())?;
    done(vm, rustix::fs::mknodat(folder, path.bytes(), rustix::fs::FileType::Fifo, mode, 0), &path)
}

fn readlink(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::path("readlink"), args[0].as_ref())?;
    match rustix::fs::readlinkat(folder(vm, args[1].as_ref())?, path.bytes(), Vec::new()) {
        Ok(target) => name(vm, target.as_bytes(), path.is_bytes),
        Err(errno) => Err(path.error(vm, errno)),
    }
}

fn remove(vm: &Vm, function: &'static str, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::path(function), args[0].as_ref())?;
    done(vm, rustix::fs::unlinkat(folder(vm, args[1].as_ref())?, path.bytes(), AtFlags::empty()), &path)
}

fn rmdir(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::path("rmdir"), args[0].as_ref())?;
    done(vm, rustix::fs::unlinkat(folder(vm, args[1].as_ref())?, path.bytes(), AtFlags::REMOVEDIR), &path)
}

fn rename(vm: &Vm, function: &'static str, args: Given<'_>) -> PyResult {
    let (from, to) = both(vm, function, args)?;
    let (old, new) = (folder(vm, args[2].as_ref())?, folder(vm, args[3].as_ref())?);
    done_both(vm, rustix::fs::renameat(old, from.bytes(), new, to.bytes()), &from, &to)
}

fn symlink(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let (target, place) = both(vm, "symlink", args)?;
    let folder = folder(vm, args[3].as_ref())?;
    done_both(vm, rustix::fs::symlinkat(target.bytes(), folder, place.bytes()), &target, &place)
}

fn truncate(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::or_fd("truncate"), args[0].as_ref())?;
    let length = args[1].as_ref().map_or(Ok(0), |length| vm.to_i64(length))?;
    let Ok(length) = u64::try_from(length) else { return Err(path.error(vm, rustix::io::Errno::INVAL)) };
    let outcome = match &path.place {
        Place::Path(bytes) => rustix::fs::open(&**bytes, OFlags::WRONLY | OFlags::CLOEXEC, Mode::empty())
            .and_then(|fd| rustix::fs::ftruncate(fd, length)),
        Place::Fd(fd) => fds::get(vm, *fd).and_then(|fd| rustix::fs::ftruncate(fd, length)),
    };
    done(vm, outcome, &path)
}

// ---- times

fn utime(vm: &Vm, _: &ObjRef, args: Given<'_>) -> PyResult {
    let path = path(vm, Wanted::or_fd("utime"), args[0].as_ref())?;
    let times = args[1].as_ref().filter(|times| !vm.is_none(times));
    let times = match (times, &args[2]) {
        (Some(_), Some(_)) => {
            return Err(vm.value_error("utime: you may specify either 'times' or 'ns' but not both"));
        }
        (Some(times), None) => pair(vm, times)?
            .ok_or_else(|| vm.type_error("utime: 'times' must be either a tuple of two ints or None"))?
            .map(|time| moment(vm, &time)),
        (None, Some(nanos)) => {
            pair(vm, nanos)?.ok_or_else(|| vm.type_error("utime: 'ns' must be a tuple of two ints"))?.map(|time| {
                let nanos = vm.to_i64(&time)?;
                Ok(timespec(nanos.div_euclid(1_000_000_000), nanos.rem_euclid(1_000_000_000)))
            })
        }
        (None, None) => [(); 2].map(|()| Ok(timespec(0, rustix::fs::UTIME_NOW))),
    };
    let [last_access, last_modification] = times;
    let times = Timestamps { last_access: last_access?, last_modification: last_modification? };
    let flags = nofollow(flag(vm, args[4].as_ref(), true)?);
    let outcome = match &path.place {
        Place::Fd(fd) => fds::get(vm, *fd).and_then(|fd| rustix::fs::futimens(fd, &times)),
        Place::Path(bytes) => rustix::fs::utimensat(folder(vm, args[3].as_ref())?, &**bytes, &times, flags),
    };
    done(vm, outcome, &path)
}

fn timespec(seconds: i64, nanos: i64) -> Timespec {
    Timespec { tv_sec: seconds, tv_nsec: nanos }
}

fn pair(_: &Vm, value: &ObjRef) -> PyResult<Option<[ObjRef; 2]>> {
    let Some(tuple) = value.payload::<Tuple>() else { return Ok(None) };
    Ok(match tuple.items() {
        [access, modification] => Some([access.clone(), modification.clone()]),
        _ => None,
    })
}

/// Seconds since 1970; of a float everything below a nanosecond is cut off.
fn moment(vm: &Vm, seconds: &ObjRef) -> PyResult<Timespec> {
    if !vm.is_float(seconds) {
        return Ok(timespec(vm.to_i64(seconds)?, 0));
    }
    let seconds = vm.to_f64(seconds)?;
    if seconds.is_nan() {
        return Err(vm.value_error("Invalid value NaN (not a number)"));
    }
    if seconds.abs() >= i64::MAX as f64 {
        return Err(vm.overflow_error("timestamp out of range for platform time_t"));
    }
    let whole = seconds.floor();
    let nanos = ((seconds - whole) * 1e9).floor() as i64;
    Ok(timespec(whole as i64 + nanos / 1_000_000_000, nanos % 1_000_000_000))
}

fn sync(vm: &Vm, _: &ObjRef) -> PyResult {
    rustix::fs::sync();
    Ok(vm.none())
}

// ---- devices

fn device_part(vm: &Vm, device: &ObjRef, part: fn(u64) -> u32) -> PyResult {
    Ok(vm.int(part(vm.to_i64(device)? as u64).into()))
}

fn makedev(vm: &Vm, _: &ObjRef, args: &[ObjRef]) -> PyResult {
    let (major, minor) = (vm.to_c_int(&args[0])? as u32, vm.to_c_int(&args[1])? as u32);
    Ok(vm.int_from_bigint(&rustix::fs::makedev(major, minor).into()))
}

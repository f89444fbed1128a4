//! What the system knows about a file.

use super::path::{Path, Place, Wanted, flag, folder, open_fd, path};
use crate::io::fds;
use gc::ObjRef;
use runtime::builtins::structseq;
use runtime::error::PyResult;
use runtime::native::{Fun, Method};
use runtime::vm::Vm;
use rustix::fs::{AtFlags, Stat, StatVfs};
use rustix::io::Errno;

pub const FUNCTIONS: &[Method] = &[
    Method::new("stat(path, *, dir_fd=None, follow_symlinks=True)", Fun::Bound(stat)),
    Method::new("lstat(path, *, dir_fd=None)", Fun::Bound(lstat)),
    Method::new("fstat(fd)", Fun::Bound(fstat)),
    Method::new("statvfs(path)", Fun::Bound(statvfs)),
    Method::new("fstatvfs(fd, /)", Fun::One(|vm, _, fd| volume(vm, open_fd(vm, vm.to_c_int(fd)?), None))),
];

fn stat(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let follow = flag(vm, args[2].as_ref(), true)?;
    look(vm, &path(vm, Wanted::or_fd("stat"), args[0].as_ref())?, args[1].as_ref(), follow)
}

fn lstat(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    look(vm, &path(vm, Wanted::path("lstat"), args[0].as_ref())?, args[1].as_ref(), false)
}

fn look(vm: &Vm, path: &Path, dir_fd: Option<&ObjRef>, follow: bool) -> PyResult {
    let found = match &path.place {
        Place::Fd(fd) => {
            if dir_fd.is_some_and(|dir| !vm.is_none(dir)) {
                return Err(vm.value_error("stat: can't specify dir_fd without matching path"));
            }
            if !follow {
                return Err(vm.value_error("stat: cannot use fd and follow_symlinks together"));
            }
            fds::get(vm, *fd).and_then(rustix::fs::fstat)
        }
        Place::Path(bytes) => {
            let flags = if follow { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW };
            rustix::fs::statat(folder(vm, dir_fd)?, &**bytes, flags)
        }
    };
    found.map(|stat| result(vm, &stat)).map_err(|errno| path.error(vm, errno))
}

fn fstat(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let Some(fd) = &args[0] else { return Err(vm.type_error("fstat() missing required argument 'fd' (pos 1)")) };
    let fd = vm.to_c_int(fd)?;
    let found = fds::get(vm, fd).and_then(rustix::fs::fstat);
    found.map(|stat| result(vm, &stat)).map_err(|errno| fds::error(vm, errno, None))
}

/// `os.stat_result`: whole seconds in the tuple's places, floats and nanoseconds behind them.
fn result(vm: &Vm, stat: &Stat) -> ObjRef {
    let unsigned = |n: u64| vm.int_from_bigint(&n.into());
    let times = [
        (stat.st_atime, stat.st_atime_nsec as i64),
        (stat.st_mtime, stat.st_mtime_nsec as i64),
        (stat.st_ctime, stat.st_ctime_nsec as i64),
    ];
    let mut items = vec![
        vm.int(stat.st_mode.into()),
        unsigned(stat.st_ino),
        unsigned(stat.st_dev),
        unsigned(stat.st_nlink),
        vm.int(stat.st_uid.into()),
        vm.int(stat.st_gid.into()),
        vm.int(stat.st_size),
    ];
    items.extend(times.iter().map(|(seconds, _)| vm.int(*seconds)));
    items.extend(times.iter().map(|(seconds, nanos)| vm.float(*seconds as f64 + 1e-9 * *nanos as f64)));
    items.extend(
        times
            .iter()
            .map(|(seconds, nanos)| vm.int_from_bigint(&(num_bigint::BigInt::from(*seconds) * 1_000_000_000 + *nanos))),
    );
    items.extend([vm.int(stat.st_blksize), vm.int(stat.st_blocks), unsigned(stat.st_rdev)]);
    structseq::make(vm, &structseq::STAT_RESULT, items)
}

fn statvfs(vm: &Vm, _: &ObjRef, args: &[Option<ObjRef>]) -> PyResult {
    let path = path(vm, Wanted::or_fd("statvfs"), args[0].as_ref())?;
    match &path.place {
        Place::Fd(fd) => volume(vm, open_fd(vm, *fd), Some(&path)),
        Place::Path(bytes) => answer(vm, rustix::fs::statvfs(&**bytes), Some(&path)),
    }
}

fn volume(vm: &Vm, fd: PyResult<fds::Fd>, path: Option<&Path>) -> PyResult {
    answer(vm, rustix::fs::fstatvfs(fd?), path)
}

fn answer(vm: &Vm, found: Result<StatVfs, Errno>, path: Option<&Path>) -> PyResult {
    let found = found.map_err(|errno| fds::error(vm, errno, path.map(|path| &path.given)))?;
    let numbers = [
        found.f_bsize,
        found.f_frsize,
        found.f_blocks,
        found.f_bfree,
        found.f_bavail,
        found.f_files,
        found.f_ffree,
        found.f_favail,
        found.f_flag.bits(),
        found.f_namemax,
        found.f_fsid,
    ];
    let items = numbers.iter().map(|n| vm.int_from_bigint(&(*n).into())).collect();
    Ok(structseq::make(vm, &structseq::STATVFS_RESULT, items))
}

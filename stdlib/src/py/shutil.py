"""Copies, moves and deletes files and trees of them."""

import collections
import fnmatch
import os
import stat
import sys

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "ignore_patterns", "disk_usage", "which", "get_terminal_size", "SameFileError"]

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    """What went wrong while many files were copied: a list."""


class SameFileError(Error):
    """Source and destination are one file."""


class SpecialFileError(OSError):
    """A pipe, a device and the like."""


def copyfileobj(fsrc, fdst, length=0):
    read, write = fsrc.read, fdst.write
    while part := read(length or COPY_BUFSIZE):
        write(part)


def _same_file(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    sys.audit("shutil.copyfile", src, dst)
    if _same_file(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(src, dst))
    for path in (src, dst):
        try:
            mode = os.stat(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            raise SpecialFileError("`%s` is a named pipe" % os.fspath(path))
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as problem:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from problem
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    sys.audit("shutil.copymode", src, dst)
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    sys.audit("shutil.copystat", src, dst)
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        # Links themselves have neither times nor modes that could be set here.
        return
    found = os.stat(src)
    os.utime(dst, ns=(found.st_atime_ns, found.st_mtime_ns))
    os.chmod(dst, stat.S_IMODE(found.st_mode))


def _copy_with(copy_more, src, dst, follow_symlinks):
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copy_more(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    return _copy_with(copymode, src, dst, follow_symlinks)


def copy2(src, dst, *, follow_symlinks=True):
    return _copy_with(copystat, src, dst, follow_symlinks)


def ignore_patterns(*patterns):
    def ignored(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}

    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    sys.audit("shutil.copytree", src, dst)
    with os.scandir(src) as found:
        entries = list(found)
    left_out = set() if ignore is None else ignore(os.fspath(src), [entry.name for entry in entries])
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    problems = []
    for entry in entries:
        if entry.name in left_out:
            continue
        one, other = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        # A function of the caller's gets names, the usual ones entries.
        given = one if copy_function not in (copy, copy2) else entry
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(one), other)
                copystat(given, other, follow_symlinks=False)
            elif entry.is_symlink() and not os.path.exists(one) and ignore_dangling_symlinks:
                continue
            elif entry.is_dir():
                copytree(one, other, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(given, other)
        except Error as problem:
            problems.extend(problem.args[0])
        except OSError as problem:
            problems.append((one, other, str(problem)))
    try:
        copystat(src, dst)
    except OSError as problem:
        problems.append((src, dst, str(problem)))
    if problems:
        raise Error(problems)
    return dst


def _remove_below(path, onerror):
    try:
        with os.scandir(path) as found:
            entries = list(found)
    except OSError:
        onerror(os.scandir, path, sys.exc_info())
        entries = []
    for entry in entries:
        full = entry.path
        try:
            folder = entry.is_dir(follow_symlinks=False)
        except OSError:
            folder = False
        if folder:
            _remove_below(full, onerror)
            continue
        try:
            os.unlink(full)
        except OSError:
            onerror(os.unlink, full, sys.exc_info())
    try:
        os.rmdir(path)
    except OSError:
        onerror(os.rmdir, path, sys.exc_info())


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    sys.audit("shutil.rmtree", path, dir_fd)
    if ignore_errors:
        def onerror(*args):
            pass
    elif onerror is None:
        def onerror(*args):
            raise
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    try:
        found = os.lstat(path)
    except Exception:
        onerror(os.lstat, path, sys.exc_info())
        return
    try:
        if stat.S_ISLNK(found.st_mode):
            raise OSError("Cannot call rmtree on a symbolic link")
        if not stat.S_ISDIR(found.st_mode):
            os.rmdir(path)
    except OSError:
        onerror(os.path.islink if stat.S_ISLNK(found.st_mode) else os.scandir, path, sys.exc_info())
        return
    _remove_below(path, onerror)


rmtree.avoids_symlink_attacks = False


def _inside(src, dst):
    src, dst = os.path.join(os.path.abspath(src), ""), os.path.join(os.path.abspath(dst), "")
    return dst.startswith(src)


def move(src, dst, copy_function=copy2):
    sys.audit("shutil.move", src, dst)
    real = dst
    if os.path.isdir(dst):
        if _same_file(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return None
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip(os.sep)))
        if os.path.exists(real):
            raise Error("Destination path '%s' already exists" % real)
    try:
        os.rename(src, real)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            if _inside(src, dst):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst)) from None
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


_Usage = collections.namedtuple("usage", "total used free")
_Usage.__module__ = "shutil"


def disk_usage(path):
    found = os.statvfs(path)
    return _Usage(found.f_blocks * found.f_frsize, (found.f_blocks - found.f_bfree) * found.f_frsize,
                  found.f_bavail * found.f_frsize)


def get_terminal_size(fallback=(80, 24)):
    sizes = []
    for name in ("COLUMNS", "LINES"):
        try:
            sizes.append(int(os.environ[name]))
        except (KeyError, ValueError):
            sizes.append(0)
    if min(sizes) <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = os.terminal_size(fallback)
        sizes = [given if given > 0 else real or other for given, real, other in zip(sizes, size, fallback)]
    return os.terminal_size(sizes)


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    def runnable(name):
        return os.path.exists(name) and os.access(name, mode) and not os.path.isdir(name)

    if os.path.dirname(cmd):
        return cmd if runnable(cmd) else None
    if path is None:
        path = os.environ.get("PATH", os.defpath)
    if not path:
        return None
    binary = isinstance(cmd, bytes)
    places = os.fsencode(path).split(b":") if binary else os.fsdecode(path).split(os.pathsep)
    for place in dict.fromkeys(places):
        name = os.path.join(place, cmd)
        if runnable(name):
            return name
    return None

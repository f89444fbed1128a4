"""The operating system: files, folders, the environment."""

import abc
import sys
import stat as st

from posix import *
from posix import _exit
import posix as _posix

name = "posix"
linesep = "\n"
curdir = "."
pardir = ".."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
extsep = "."
devnull = "/dev/null"
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

from _collections_abc import MutableMapping, Mapping

error = OSError


def fspath(path):
    """The path as str or bytes."""
    if isinstance(path, (str, bytes)):
        return path
    path_type = type(path)
    try:
        path_repr = path_type.__fspath__(path)
    except AttributeError:
        if hasattr(path_type, "__fspath__"):
            raise
        raise TypeError("expected str, bytes or os.PathLike object, not " + path_type.__name__) from None
    if isinstance(path_repr, (str, bytes)):
        return path_repr
    raise TypeError("expected {}.__fspath__() to return str or bytes, not {}".format(
        path_type.__name__, type(path_repr).__name__))


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """What has a path: a class with __fspath__."""

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return hasattr(subclass, "__fspath__") or NotImplemented
        return NotImplemented


import posixpath as path

sys.modules["os.path"] = path


class _Environ(MutableMapping):
    """The environment; a change is a change for child processes too."""

    def __init__(self, data):
        self._data = data

    @staticmethod
    def _text(value):
        if not isinstance(value, str):
            raise TypeError("str expected, not %s" % type(value).__name__)
        return value

    def __getitem__(self, key):
        try:
            return self._data[self._text(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        key, value = self._text(key), self._text(value)
        _posix._setenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        self._text(key)
        if key not in self._data:
            raise KeyError(key)
        _posix._unsetenv(key)
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ", ".join(f"{key!r}: {value!r}" for key, value in self._data.items())
        return f"environ({{{items}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**self, **other}

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return {**other, **self}


environ = _Environ(_posix._environ())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    _posix._setenv(key, value)


def unsetenv(key):
    _posix._unsetenv(key)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        # Somebody else may have made it meanwhile.
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


class DirEntry:
    """An entry of a folder, as scandir finds it."""

    __slots__ = ("name", "path", "_mode")

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)
        self._mode = None

    def _lmode(self):
        if self._mode is None:
            self._mode = lstat(self.path).st_mode
        return self._mode

    def is_symlink(self):
        return st.S_ISLNK(self._lmode())

    def is_dir(self, *, follow_symlinks=True):
        if follow_symlinks and self.is_symlink():
            return path.isdir(self.path)
        return st.S_ISDIR(self._lmode())

    def is_file(self, *, follow_symlinks=True):
        if follow_symlinks and self.is_symlink():
            return path.isfile(self.path)
        return st.S_ISREG(self._lmode())

    def stat(self, *, follow_symlinks=True):
        return stat(self.path) if follow_symlinks else lstat(self.path)

    def inode(self):
        return lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % self.name


class _Scan:
    def __init__(self, folder, names):
        self._entries = iter([DirEntry(folder, name) for name in names])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(folder="."):
    return _Scan(fspath(folder), listdir(folder))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    dirs, nondirs = [], []
    try:
        entries = list(scandir(top))
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    for entry in entries:
        try:
            is_dir = entry.is_dir()
        except OSError:
            is_dir = False
        (dirs if is_dir else nondirs).append(entry.name)
    if topdown:
        yield top, dirs, nondirs
    for name in dirs:
        inner = path.join(top, name)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, nondirs


def get_exec_path(env=None):
    if env is None:
        env = environ
    return env.get("PATH", defpath).split(pathsep)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    import io

    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def popen(cmd, mode="r", buffering=-1):
    raise NotImplementedError("os.popen is not there: pyglass starts no other programs")


def system(command):
    raise NotImplementedError("os.system is not there: pyglass starts no other programs")


# What takes a descriptor of a directory to start from, a descriptor for a path, a link as it is.
supports_dir_fd = {
    access, chmod, chown, link, mkdir, mkfifo, open, readlink, rename, rmdir, stat, symlink, unlink, utime}
supports_effective_ids = {access}
supports_fd = {chdir, chmod, chown, listdir, stat, statvfs, truncate, utime}
supports_follow_symlinks = {access, chown, link, stat, utime}

__all__ = [name for name in globals() if not name.startswith("_") and name not in ("abc", "sys", "st", "MutableMapping", "Mapping")]

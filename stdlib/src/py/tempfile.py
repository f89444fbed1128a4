"""Files and folders that last no longer than they are needed."""

import errno
import io
import os
import shutil
import sys
import types
import weakref
from random import Random

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None


class _Names:
    """Names that nobody else is likely to have."""

    characters = "abcdefghijklmnopqrstuvwxyz0123456789_"

    @property
    def rng(self):
        # A process that was forked off has numbers of its own.
        if os.getpid() != getattr(self, "_pid", None):
            self._rng = Random(int.from_bytes(os.urandom(8), "big"))
            self._pid = os.getpid()
        return self._rng

    def __iter__(self):
        return self

    def __next__(self):
        return "".join(self.rng.choices(self.characters, k=8))


_names = _Names()


def _sanitize_params(prefix, suffix, dir):
    """What was left out filled in; str or bytes, as the others are."""
    kinds = {bytes if isinstance(given, bytes) else str for given in (prefix, suffix, dir) if given is not None}
    for given in (prefix, suffix, dir):
        if given is not None and not isinstance(given, (str, bytes, os.PathLike)):
            raise TypeError("Path component should be a string or bytes-like")
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    kind = kinds.pop() if kinds else str
    if prefix is None:
        prefix = template if kind is str else os.fsencode(template)
    if dir is None:
        dir = gettempdir() if kind is str else gettempdirb()
    return prefix, kind() if suffix is None else suffix, dir, kind


def _candidates():
    places = [os.environ[name] for name in ("TMPDIR", "TEMP", "TMP") if os.environ.get(name)]
    places = [os.path.abspath(place) for place in places] + ["/tmp", "/var/tmp", "/usr/tmp"]
    try:
        return places + [os.getcwd()]
    except OSError:
        return places + [os.curdir]


def _usable(folder):
    path = os.path.join(folder, next(_names))
    try:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return False
    try:
        os.write(fd, b"blat")
    except OSError:
        return False
    finally:
        os.close(fd)
        os.unlink(path)
    return True


def gettempdir():
    global tempdir
    if tempdir is None:
        places = _candidates()
        tempdir = next((place for place in places if _usable(place)), None)
        if tempdir is None:
            raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in %s" % places)
    return os.fsdecode(tempdir)


def gettempdirb():
    return os.fsencode(gettempdir())


def gettempprefix():
    return os.fsdecode(template)


def gettempprefixb():
    return os.fsencode(template)


def _new_path(prefix, suffix, dir, kind):
    name = next(_names)
    return os.path.abspath(os.path.join(dir, prefix + (name if kind is str else os.fsencode(name)) + suffix))


def _make(make, prefix, suffix, dir, kind, what):
    for _ in range(TMP_MAX):
        path = _new_path(prefix, suffix, dir, kind)
        try:
            return make(path), path
        except FileExistsError:
            continue
    raise FileExistsError(errno.EEXIST, f"No usable temporary {what} name found")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
    return _make(lambda path: os.open(path, flags, 0o600), prefix, suffix, dir, kind, "file")


def mkdtemp(suffix=None, prefix=None, dir=None):
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    return _make(lambda path: os.mkdir(path, 0o700), prefix, suffix, dir, kind, "directory")[1]


def mktemp(suffix="", prefix=template, dir=None):
    if dir is None:
        dir = gettempdir()
    for _ in range(TMP_MAX):
        path = os.path.abspath(os.path.join(dir, prefix + next(_names) + suffix))
        if not os.path.lexists(path):
            return path
    raise FileExistsError(errno.EEXIST, "No usable temporary filename found")


class _TemporaryFileCloser:
    """Closes and deletes, once."""

    def __init__(self, file, name, delete=True):
        self.file, self.name, self.delete = file, name, delete
        self.close_called = False

    def close(self):
        if self.close_called or self.file is None:
            return
        self.close_called = True
        try:
            self.file.close()
        finally:
            if self.delete:
                os.unlink(self.name)

    def __del__(self):
        self.close()


class _TemporaryFileWrapper:
    """A file that is deleted when it is closed."""

    def __init__(self, file, name, delete=True):
        self.file, self.name, self.delete = file, name, delete
        self._closer = _TemporaryFileCloser(file, name, delete)

    def __getattr__(self, name):
        file = self.__dict__["file"]
        found = getattr(file, name)
        if hasattr(found, "__call__"):
            closer, function = self._closer, found

            def method(*args, **kwargs):
                # Whoever holds the method holds the file.
                method._closer
                return function(*args, **kwargs)

            method._closer = closer
            method.__name__ = getattr(function, "__name__", name)
            found = method
        if not isinstance(found, int):
            setattr(self, name, found)
        return found

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self.close()
        return result

    def close(self):
        self._closer.close()

    def __iter__(self):
        for line in self.file:
            yield line


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        file = open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.close(fd)
        os.unlink(name)
        raise
    return _TemporaryFileWrapper(file, name, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    fd, name = mkstemp(suffix, prefix, dir)
    try:
        os.unlink(name)
        return open(fd, mode, buffering, encoding, errors, newline)
    except BaseException:
        os.close(fd)
        raise


class SpooledTemporaryFile(io.IOBase):
    """A file in memory until it grows beyond `max_size`."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        if "b" in mode:
            self._file = io.BytesIO()
        else:
            encoding = io.text_encoding(encoding)
            self._file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
        self._max_size = max_size
        self._options = dict(mode=mode, buffering=buffering, suffix=suffix, prefix=prefix, encoding=encoding,
                             newline=newline, dir=dir, errors=errors)

    __class_getitem__ = classmethod(types.GenericAlias)

    def _check(self, file):
        if not self._rolled and self._max_size and file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        if self._rolled:
            return
        file = self._file
        new = self._file = TemporaryFile(**self._options)
        at = file.tell()
        if hasattr(new, "buffer"):
            new.buffer.write(file.detach().getvalue())
        else:
            new.write(file.getvalue())
        new.seek(at, 0)
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __next__(self):
        return next(self._file)

    def __del__(self):
        if not self.closed:
            self.close()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def errors(self):
        return self._file.errors

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._options["mode"]

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    @property
    def newlines(self):
        return self._file.newlines

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    def read(self, *args):
        return self._file.read(*args)

    def readable(self):
        return self._file.readable()

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def seek(self, *args):
        return self._file.seek(*args)

    def seekable(self):
        return self._file.seekable()

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def writable(self):
        return self._file.writable()

    def write(self, s):
        file = self._file
        written = file.write(s)
        self._check(file)
        return written

    def writelines(self, iterable):
        file = self._file
        file.writelines(iterable)
        self._check(file)


class TemporaryDirectory:
    """A folder that goes, with what is in it, at the end of a `with` or of its life."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._finalizer = weakref.finalize(self, self._cleanup, self.name, f"Implicitly cleaning up {self!r}",
                                           ignore_cleanup_errors)

    @classmethod
    def _rmtree(cls, name, ignore_errors=False):
        shutil.rmtree(name, ignore_errors=ignore_errors)

    @classmethod
    def _cleanup(cls, name, warn_message, ignore_errors=False):
        import warnings

        cls._rmtree(name, ignore_errors=ignore_errors)
        warnings.warn(warn_message, ResourceWarning)

    def __repr__(self):
        return "<{} {!r}>".format(self.__class__.__name__, self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        self.cleanup()

    def cleanup(self):
        if self._finalizer.detach() or os.path.exists(self.name):
            self._rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(types.GenericAlias)

"""Paths as objects: their parts, and the files that they name."""

import errno as _errno
import fnmatch as _fnmatch
import io
import os
import re as _re
import stat as _stat

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

_IGNORED = (_errno.ENOENT, _errno.ENOTDIR, _errno.EBADF, _errno.ELOOP)


def _is_wildcard(pattern):
    return "*" in pattern or "?" in pattern or "[" in pattern


class _Parents:
    """The ancestors of a path, nearest first."""

    __slots__ = ("_path", "_count")

    def __init__(self, path):
        self._path = path
        self._count = len(path._parts) - bool(path._drive or path._root)

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= self._count or index < -self._count:
            raise IndexError(index)
        if index < 0:
            index += self._count
        path = self._path
        return path._made(path._drive, path._root, path._parts[:-index - 1])

    def __repr__(self):
        return "<{}.parents>".format(type(self._path).__name__)


class PurePath:
    """A path as text in parts; touches no file."""

    __slots__ = ("_drive", "_root", "_parts", "_text", "_key")
    _sep = "/"
    _altsep = ""

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._from_parts(args)

    def __reduce__(self):
        return (self.__class__, tuple(self._parts))

    @classmethod
    def _from_parts(cls, args):
        return cls._make(*cls._parse(args))

    @classmethod
    def _make(cls, drive, root, parts):
        self = object.__new__(cls)
        self._drive, self._root, self._parts = drive, root, parts
        return self

    def _made(self, drive, root, parts):
        return self._make(drive, root, parts)

    @classmethod
    def _texts(cls, args):
        for arg in args:
            if isinstance(arg, PurePath):
                yield cls._sep.join(arg._parts) if not arg._root else str(arg)
                continue
            text = os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError("argument should be a str object or an os.PathLike object returning str, not %r"
                                % type(text))
            yield str(text)

    @classmethod
    def _split_root(cls, text):
        """Drive, root and what comes after them."""
        if not text.startswith("/"):
            return "", "", text
        rest = text.lstrip("/")
        # Two slashes are something else than one, three are not.
        return "", "//" if len(text) - len(rest) == 2 else "/", rest

    @classmethod
    def _parse(cls, args):
        drive = root = ""
        parts = []
        for text in cls._texts(args):
            if cls._altsep:
                text = text.replace(cls._altsep, cls._sep)
            new_drive, new_root, rest = cls._split_root(text)
            names = [name for name in rest.split(cls._sep) if name and name != "."]
            if new_root or new_drive and new_drive.lower() != drive.lower():
                drive, root, parts = new_drive or drive, new_root, names
            else:
                drive = new_drive or drive
                parts += names
        return drive, root, ([drive + root] if drive or root else []) + parts

    @classmethod
    def _folded(cls, text):
        return text

    # ---- text

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            pass
        if self._drive or self._root:
            text = self._drive + self._root + self._sep.join(self._parts[1:])
        else:
            text = self._sep.join(self._parts)
        self._text = text or "."
        return self._text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The text with forward slashes."""
        return str(self).replace(self._sep, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return "{}({!r})".format(self.__class__.__name__, self.as_posix())

    def as_uri(self):
        """The path as a file: address."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        safe = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~/")
        text = bytes(self)
        return "file://" + "".join(chr(b) if b in safe else "%%%02X" % b for b in text)

    # ---- order

    @property
    def _cparts(self):
        try:
            return self._key
        except AttributeError:
            self._key = [self._folded(part) for part in self._parts]
            return self._key

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._cparts == other._cparts and self._sep == other._sep

    def __hash__(self):
        return hash(tuple(self._cparts))

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._sep == other._sep

    def __lt__(self, other):
        return self._cparts < other._cparts if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._cparts <= other._cparts if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._cparts > other._cparts if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._cparts >= other._cparts if self._comparable(other) else NotImplemented

    # ---- parts

    drive = property(lambda self: self._drive, doc="The drive letter or share, or nothing.")
    root = property(lambda self: self._root, doc="The root, or nothing.")

    @property
    def anchor(self):
        """Drive and root together."""
        return self._drive + self._root

    @property
    def parts(self):
        """The parts as a tuple."""
        return tuple(self._parts)

    @property
    def name(self):
        """The last part, if there is one."""
        if len(self._parts) == (1 if self._drive or self._root else 0):
            return ""
        return self._parts[-1]

    @property
    def suffix(self):
        """The last part's ending with its dot."""
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        """All endings of the last part."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The last part without its ending."""
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    @property
    def parent(self):
        """The path without its last part."""
        if len(self._parts) == (1 if self._drive or self._root else 0):
            return self
        return self._made(self._drive, self._root, self._parts[:-1])

    @property
    def parents(self):
        """All paths above this one."""
        return _Parents(self)

    def with_name(self, name):
        """The path with another last part."""
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        drive, root, parts = self._parse((name,))
        if not name or name[-1] in (self._sep, self._altsep) or drive or root or len(parts) != 1:
            raise ValueError("Invalid name %r" % name)
        return self._made(self._drive, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The path with another ending."""
        if self._sep in suffix or self._altsep and self._altsep in suffix:
            raise ValueError("Invalid suffix %r" % (suffix,))
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError("Invalid suffix %r" % (suffix))
        name = self.name
        if not name:
            raise ValueError("%r has an empty name" % (self,))
        old = self.suffix
        name = name + suffix if not old else name[:-len(old)] + suffix
        return self._made(self._drive, self._root, self._parts[:-1] + [name])

    def relative_to(self, *other):
        """The path as seen from another one above it."""
        if not other:
            raise TypeError("need at least one argument")
        base = self._from_parts(other)
        count = len(base._parts)
        if self._cparts[:count] != base._cparts or (not base._root and self._root and count == 0):
            raise ValueError("{!r} is not in the subpath of {!r} OR one path is relative and the other is absolute."
                             .format(str(self), str(base) if base._parts else ""))
        return self._made("", "", self._parts[count:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def joinpath(self, *args):
        """The path with more parts behind it."""
        return self._from_parts((self,) + args)

    def __truediv__(self, key):
        try:
            return self._from_parts((self, key))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._from_parts((key, self))
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def match(self, path_pattern):
        """Whether the path fits a pattern; a relative one is held against its end."""
        pattern = self._from_parts((path_pattern,))
        wanted = pattern._cparts
        if not wanted:
            raise ValueError("empty pattern")
        if pattern._drive and pattern._drive.lower() != self._drive.lower() \
                or pattern._root and pattern._root != self._root:
            return False
        parts = self._cparts
        if pattern._drive or pattern._root:
            if len(wanted) != len(parts):
                return False
            wanted, parts = wanted[1:], parts[1:]
        elif len(wanted) > len(parts):
            return False
        return all(_fnmatch.fnmatchcase(part, glob) for part, glob in zip(reversed(parts), reversed(wanted)))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """A path as Unix writes it."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path as Windows writes it."""

    __slots__ = ()
    _sep = "\\"
    _altsep = "/"

    @classmethod
    def _folded(cls, text):
        return text.lower()

    @classmethod
    def _split_root(cls, text):
        if text[:2] == "\\\\" and text[2:3] != "\\":
            end = text.find("\\", 2)
            if end > 2:
                share = text.find("\\", end + 1)
                if share != end + 1:
                    share = len(text) if share < 0 else share
                    if share > end + 1:
                        return text[:share], "\\", text[share + 1:]
        drive = ""
        if text[1:2] == ":" and text[:1].isalpha():
            drive, text = text[:2], text[2:]
        root = "\\" if text[:1] == "\\" else ""
        return drive, root, text.lstrip("\\") if root else text

    def is_absolute(self):
        return bool(self._root and self._drive)

    def is_reserved(self):
        if not self._parts or self._parts[0].startswith("\\\\"):
            return False
        name = self._parts[-1].partition(".")[0].partition(":")[0].rstrip(" ").upper()
        return name in {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} or _re.fullmatch("(COM|LPT)[0-9¹²³]", name) is not None

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        if self._drive[1:] == ":":
            return "file:///" + self._drive + PurePosixPath("/", *self._parts[1:]).as_uri()[7:]
        return "file:" + PurePosixPath(self.as_posix()).as_uri()[7:]


class Path(PurePath):
    """A path of this system, with what can be done to its file."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        elif cls is WindowsPath:
            raise NotImplementedError("cannot instantiate %r on your system" % (cls.__name__,))
        return cls._from_parts(args)

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        pass

    @classmethod
    def cwd(cls):
        """The current folder."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's folder."""
        return cls("~").expanduser()

    def samefile(self, other_path):
        other = other_path if hasattr(other_path, "stat") else self.__class__(other_path)
        mine, others = self.stat(), other.stat()
        return (mine.st_ino, mine.st_dev) == (others.st_ino, others.st_dev)

    def absolute(self):
        """The path from the root on; links stay."""
        return self if self.is_absolute() else self._from_parts((os.getcwd(), self))

    def resolve(self, strict=False):
        """The path from the root on, without links and `..`."""
        try:
            return self.__class__(os.path.realpath(self, strict=strict))
        except OSError as error:
            if error.errno == _errno.ELOOP:
                raise RuntimeError("Symlink loop from %r" % error.filename) from None
            raise

    def expanduser(self):
        """The path with `~` replaced."""
        if not (self._drive or self._root) and self._parts and self._parts[0][:1] == "~":
            home = os.path.expanduser(self._parts[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            return self._from_parts([home] + self._parts[1:])
        return self

    # ---- looking

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return self.stat(follow_symlinks=False)

    def _mode(self, follow=True):
        """The file's mode, 0 where there is none."""
        try:
            return self.stat(follow_symlinks=follow).st_mode
        except OSError as error:
            if error.errno not in _IGNORED:
                raise
            return 0
        except ValueError:
            return 0

    def exists(self):
        return bool(self._mode())

    def is_dir(self):
        return _stat.S_ISDIR(self._mode())

    def is_file(self):
        return _stat.S_ISREG(self._mode())

    def is_symlink(self):
        return _stat.S_ISLNK(self._mode(False))

    def is_fifo(self):
        return _stat.S_ISFIFO(self._mode())

    def is_socket(self):
        return _stat.S_ISSOCK(self._mode())

    def is_block_device(self):
        return _stat.S_ISBLK(self._mode())

    def is_char_device(self):
        return _stat.S_ISCHR(self._mode())

    def is_mount(self):
        return self.is_dir() and os.path.ismount(self)

    def iterdir(self):
        """The paths in the folder, in no order."""
        for name in os.listdir(self):
            yield self._made(self._drive, self._root, self._parts + [name])

    def glob(self, pattern):
        """The paths below this one that fit the pattern."""
        if not pattern:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        drive, root, parts = self._parse((pattern,))
        if drive or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if pattern[-1] == self._sep:
            parts.append("")
        yield from _select(self, parts)

    def rglob(self, pattern):
        """As `glob` with `**/` in front."""
        drive, root, parts = self._parse((pattern,))
        if drive or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if pattern and pattern[-1] == self._sep:
            parts.append("")
        yield from _select(self, ["**"] + parts)

    # ---- reading and writing

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open("wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    # ---- changing

    def touch(self, mode=0o666, exist_ok=True):
        """Makes the file, or gives it the time that it is."""
        if exist_ok and self.exists():
            os.utime(self, None)
            return
        flags = os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL)
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Makes a folder."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        """Removes the file."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        os.replace(self, target)
        return self.__class__(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self)

    def hardlink_to(self, target):
        os.link(target, self)

    def readlink(self):
        return self._from_parts((os.readlink(self),))


def _listed(path):
    try:
        return os.listdir(path)
    except (PermissionError, NotADirectoryError, FileNotFoundError):
        return []


def _folders(path):
    """The folder and all below it; links are not followed."""
    yield path
    for name in _listed(path):
        child = path._made(path._drive, path._root, path._parts + [name])
        if child.is_dir() and not child.is_symlink():
            yield from _folders(child)


def _select(path, patterns):
    """The paths that fit the patterns, one for each level."""
    if not patterns:
        yield path
        return
    pattern, rest = patterns[0], patterns[1:]
    if pattern == "**":
        seen = set()
        for folder in _folders(path) if path.is_dir() else ():
            for found in _select(folder, rest):
                if found not in seen:
                    seen.add(found)
                    yield found
    elif "**" in pattern:
        raise ValueError("Invalid pattern: '**' can only be an entire path component")
    elif pattern == "..":
        if path.is_dir():
            yield from _select(path._made(path._drive, path._root, path._parts + [".."]), rest)
    elif not _is_wildcard(pattern):
        child = path._made(path._drive, path._root, path._parts + [pattern] if pattern else path._parts)
        if child.is_dir() if rest else child.exists():
            yield from _select(child, rest)
    else:
        for name in _listed(path):
            if _fnmatch.fnmatchcase(name, pattern):
                child = path._made(path._drive, path._root, path._parts + [name])
                if not rest or child.is_dir():
                    yield from _select(child, rest)


class PosixPath(Path, PurePosixPath):
    """A path on this system."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path on Windows; cannot be made here."""

    __slots__ = ()

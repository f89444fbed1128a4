"""Paths with slashes (`os.path`)."""

import os
import sys
import stat
import genericpath
from genericpath import *

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix", "getsize",
    "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount", "expanduser",
    "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep", "pathsep",
    "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "commonpath",
]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _sep(path):
    return b"/" if isinstance(path, bytes) else "/"


def normcase(s):
    return os.fspath(s)


def isabs(s):
    s = os.fspath(s)
    return s.startswith(_sep(s))


def join(a, *p):
    a = os.fspath(a)
    slash = _sep(a)
    path = a
    try:
        for b in map(os.fspath, p):
            if b.startswith(slash):
                path = b
            elif not path or path.endswith(slash):
                path += b
            else:
                path += slash + b
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", a, *p)
        raise
    return path


def split(p):
    p = os.fspath(p)
    slash = _sep(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = os.fspath(p)
    dot = b"." if isinstance(p, bytes) else "."
    start = p.rfind(_sep(p)) + 1
    name = p[start:]
    bare = name.lstrip(dot)
    at = bare.rfind(dot)
    if at < 0:
        return p, p[:0]
    cut = start + len(name) - len(bare) + at
    return p[:cut], p[cut:]


def splitdrive(p):
    p = os.fspath(p)
    return p[:0], p


def basename(p):
    return split(p)[1] if not isinstance(p, (str, bytes)) else p[p.rfind(_sep(p)) + 1:]


def dirname(p):
    return split(p)[0]


def islink(path):
    try:
        st = os.lstat(path)
    except (OSError, ValueError, AttributeError):
        return False
    return stat.S_ISLNK(st.st_mode)


def lexists(path):
    try:
        os.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def ismount(path):
    try:
        here = os.lstat(path)
        if stat.S_ISLNK(here.st_mode):
            return False
        path = os.fspath(path)
        parent = realpath(join(path, b".." if isinstance(path, bytes) else ".."))
        above = os.lstat(parent)
    except (OSError, ValueError):
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def expanduser(path):
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expanduser(os.fsdecode(path)))
    if not path.startswith("~"):
        return path
    i = path.find("/", 1)
    if i < 0:
        i = len(path)
    if i != 1:
        return path
    home = os.environ.get("HOME")
    if home is None:
        return path
    return (home.rstrip("/") + path[i:]) or "/"


def expandvars(path):
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    out = []
    i = 0
    while i < len(path):
        if path[i] != "$":
            out.append(path[i])
            i += 1
            continue
        if path[i + 1:i + 2] == "{":
            end = path.find("}", i)
            name, after = path[i + 2:end], end + 1
        else:
            after = i + 1
            while after < len(path) and (path[after].isalnum() or path[after] == "_") and path[after].isascii():
                after += 1
            name = path[i + 1:after]
        if name and after > 0 and name in os.environ:
            out.append(os.environ[name])
            i = after
        else:
            out.append("$")
            i += 1
    return "".join(out)


def normpath(path):
    path = os.fspath(path)
    slash = _sep(path)
    dot = slash.replace(slash, b"." if isinstance(path, bytes) else ".")
    if not path:
        return dot
    # Exactly two leading slashes mean something of their own.
    initial = 0
    if path.startswith(slash):
        initial = 2 if path.startswith(slash * 2) and not path.startswith(slash * 3) else 1
    kept = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dot * 2 or (not initial and not kept) or (kept and kept[-1] == dot * 2):
            kept.append(part)
        elif kept:
            kept.pop()
    return (slash * initial + slash.join(kept)) or dot


def abspath(path):
    path = os.fspath(path)
    if not isabs(path):
        cwd = os.getcwdb() if isinstance(path, bytes) else os.getcwd()
        path = join(cwd, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    filename = os.fspath(filename)
    if isinstance(filename, bytes):
        return os.fsencode(realpath(os.fsdecode(filename), strict=strict))
    rest = _parts(filename if isabs(filename) else join(os.getcwd(), filename))
    path = "/"
    # Where a link leads, None while its target is being followed; behind a target's parts stands the link itself.
    links = {}
    while rest:
        name = rest.pop()
        if isinstance(name, tuple):
            links[name[0]] = path
            continue
        if name == ".":
            continue
        if name == "..":
            path = dirname(path) or "/"
            continue
        newpath = join(path, name)
        try:
            st = os.lstat(newpath)
        except OSError:
            if strict:
                raise
            path = newpath
            continue
        if not stat.S_ISLNK(st.st_mode):
            path = newpath
        elif links.get(newpath) is not None:
            path = links[newpath]
        elif newpath in links:
            # A loop: the rest stays as it is.
            if strict:
                os.stat(newpath)
            return normpath(join(newpath, *(part for part in reversed(rest) if isinstance(part, str))))
        else:
            links[newpath] = None
            target = os.readlink(newpath)
            if target.startswith("/"):
                path = "/"
            rest.append((newpath,))
            rest.extend(_parts(target))
    return path


def _parts(path):
    """The names in a path, last first."""
    return [name for name in reversed(path.split("/")) if name]


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    path = os.fspath(path)
    start = (b"." if isinstance(path, bytes) else curdir) if start is None else os.fspath(start)
    if isinstance(path, bytes) != isinstance(start, bytes):
        genericpath._check_arg_types("relpath", path, start)
    if isinstance(path, bytes):
        return os.fsencode(relpath(os.fsdecode(path), os.fsdecode(start)))
    start_list = [x for x in abspath(start).split(sep) if x]
    path_list = [x for x in abspath(path).split(sep) if x]
    i = len(commonprefix([start_list, path_list]))
    rel_list = [pardir] * (len(start_list) - i) + path_list[i:]
    return join(*rel_list) if rel_list else curdir


def commonpath(paths):
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = tuple(map(os.fspath, paths))
    if any(isinstance(p, bytes) for p in paths):
        genericpath._check_arg_types("commonpath", *paths)
        return os.fsencode(commonpath(tuple(map(os.fsdecode, paths))))
    if len({isabs(p) for p in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[c for c in p.split(sep) if c and c != curdir] for p in paths]
    shortest, longest = min(split_paths), max(split_paths)
    common = shortest
    for i, c in enumerate(shortest):
        if c != longest[i]:
            common = shortest[:i]
            break
    return (sep if isabs(paths[0]) else "") + sep.join(common)

"""The names of files that fit a shell pattern, `**` for folders at any depth."""

import contextlib
import fnmatch
import os
import re
import sys

__all__ = ["escape", "glob", "iglob"]

_MAGIC = re.compile("([*?[])")
_MAGIC_BYTES = re.compile(b"([*?[])")


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    sys.audit("glob.glob", pathname, recursive)
    sys.audit("glob.glob/2", pathname, recursive, root_dir, dir_fd)
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    found = _found(pathname, root, recursive, False, include_hidden)
    if not pathname or recursive and _is_any_depth(pathname[:2]):
        # `**` alone fits the folder itself, which has no name here.
        try:
            first = next(found)
        except StopIteration:
            return iter(())
        if first:
            found = _with_first(first, found)
    return found


def _with_first(first, rest):
    yield first
    yield from rest


def _found(path, root, recursive, only_folders, hidden):
    folder, name = os.path.split(path)
    if not has_magic(path):
        if name:
            if os.path.lexists(_join(root, path)):
                yield path
        elif os.path.isdir(_join(root, folder)):
            # Patterns that end with a slash fit folders only.
            yield path
        return
    if not folder:
        inner = _at_any_depth if recursive and _is_any_depth(name) else _fitting
        yield from inner(root, name, only_folders, hidden)
        return
    # The folder of `*` and the like may be a pattern itself; that of `/` is `/`.
    folders = _found(folder, root, recursive, True, hidden) if folder != path and has_magic(folder) else [folder]
    if not has_magic(name):
        inner = _named
    else:
        inner = _at_any_depth if recursive and _is_any_depth(name) else _fitting
    for folder in folders:
        for entry in inner(_join(root, folder), name, only_folders, hidden):
            yield os.path.join(folder, entry)


def _fitting(folder, pattern, only_folders, hidden):
    names = list(_names(folder, only_folders))
    if not (hidden or _is_hidden(pattern)):
        names = [name for name in names if not _is_hidden(name)]
    return fnmatch.filter(names, pattern)


def _named(folder, name, only_folders, hidden):
    if name:
        return [name] if os.path.lexists(_join(folder, name)) else []
    return [name] if os.path.isdir(folder) else []


def _at_any_depth(folder, pattern, only_folders, hidden):
    if not folder or os.path.isdir(folder):
        yield pattern[:0]
    yield from _below(folder, only_folders, hidden)


def _below(folder, only_folders, hidden):
    for name in list(_names(folder, only_folders)):
        if hidden or not _is_hidden(name):
            yield name
            for inner in _below(_join(folder, name) if folder else name, only_folders, hidden):
                yield _join(name, inner)


def _names(folder, only_folders):
    with contextlib.suppress(OSError), os.scandir(folder or (b"." if isinstance(folder, bytes) else ".")) as entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                if not only_folders or entry.is_dir():
                    yield os.fsencode(entry.name) if isinstance(folder, bytes) else entry.name


def _join(folder, name):
    # Nothing where one of them is nothing.
    return os.path.join(folder, name) if folder and name else folder or name


def has_magic(s):
    return (_MAGIC_BYTES if isinstance(s, bytes) else _MAGIC).search(s) is not None


def _is_hidden(name):
    return name[0] in (".", b"."[0])


def _is_any_depth(pattern):
    return pattern == (b"**" if isinstance(pattern, bytes) else "**")


def escape(pathname):
    if isinstance(pathname, bytes):
        return _MAGIC_BYTES.sub(rb"[\1]", pathname)
    return _MAGIC.sub(r"[\1]", pathname)

"""Lines of source files, kept."""

import os
import sys
from _traceback import library_source as _library_source

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# filename -> (size, time of change or None for what is no file, lines, full name)
cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        try:
            stat = os.stat(entry[3])
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if (stat.st_size, stat.st_mtime) != entry[:2]:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    lazy = cache.pop(filename, None)
    if not filename or (filename.startswith("<") and filename.endswith(">")):
        return []
    if text := _library_source(filename):
        return _keep(filename, text)
    candidates = [filename]
    if not os.path.isabs(filename):
        candidates += [os.path.join(folder, filename) for folder in sys.path if isinstance(folder, str)]
    for fullname in candidates:
        try:
            stat = os.stat(fullname)
            with open(fullname, encoding="utf-8") as fp:
                lines = fp.readlines()
        except (OSError, UnicodeDecodeError, SyntaxError):
            continue
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        cache[filename] = stat.st_size, stat.st_mtime, lines, fullname
        return lines
    if lazy is None or len(lazy) != 1:
        lazy = cache.pop(filename, None) if lazycache(filename, module_globals) else None
    return _from_loader(filename, lazy[0]) if lazy else []


def _from_loader(filename, source):
    try:
        text = source()
    except (ImportError, OSError):
        return []
    return [] if text is None else _keep(filename, text)


def _keep(filename, text):
    """The lines of a text that belongs to no file."""
    lines = [line + "\n" for line in text.splitlines()]
    cache[filename] = len(text), None, lines, filename
    return lines


def lazycache(filename, module_globals):
    """Remembers how to get the lines of a module from its loader; false if there is no way."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or (filename.startswith("<") and filename.endswith(">")):
        return False
    if not module_globals or "__name__" not in module_globals:
        return False
    spec = module_globals.get("__spec__")
    name = getattr(spec, "name", None) or module_globals["__name__"]
    loader = getattr(spec, "loader", None)
    if loader is None:
        loader = module_globals.get("__loader__")
    source = getattr(loader, "get_source", None)
    if not name or not source:
        return False
    cache[filename] = (lambda: source(name),)
    return True

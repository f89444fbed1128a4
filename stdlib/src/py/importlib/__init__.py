"""Importing by name, and importing once more."""

import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

from builtins import __import__

_reloading = {}


def import_module(name, package=None):
    """The module of that name; dots at its start count from the package."""
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip("."))
        parts = package.rsplit(".", level - 1)
        if len(parts) < level:
            raise ImportError("attempted relative import beyond top-level package")
        name = f"{parts[0]}.{name[level:]}" if name[level:] else parts[0]
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """What the file system has is looked up anew at each import; there is nothing to forget."""


def reload(module):
    """Runs the text of a module once more, in the same module."""
    spec = getattr(module, "__spec__", None)
    name = getattr(spec, "name", None) or getattr(module, "__name__", None)
    if not isinstance(module, type(sys)) or name is None:
        raise TypeError("reload() argument must be a module")
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    if name in _reloading:
        return _reloading[name]
    path = getattr(module, "__file__", None)
    if path is None:
        # A builtin module has no text.
        return module
    _reloading[name] = module
    try:
        exec(compile(_text(name, path), path, "exec"), module.__dict__)
    finally:
        del _reloading[name]
    return sys.modules[name]


def _text(name, path):
    from _traceback import library_source

    source = library_source(path)
    if source is not None:
        return source
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name) from None

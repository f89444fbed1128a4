"""Variables that belong to a context: what a task or a callback sees does not depend on who ran before it."""

from collections.abc import Mapping
from types import GenericAlias

__all__ = ("Context", "ContextVar", "Token", "copy_context")

_NOTHING = object()
# The contexts that are entered, innermost last.
_entered = []


class _TokenMissing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    """What `ContextVar.set` did, to take it back."""

    __slots__ = ("_context", "var", "old_value", "_used")

    MISSING = _TokenMissing()

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self.var!r} at {id(self):#x}>"


class ContextVar:
    """A variable with a value a context."""

    __slots__ = ("name", "_default", "__weakref__")

    def __init__(self, name, *, default=_NOTHING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        _put(self, "name", name)
        _put(self, "_default", default)

    def __setattr__(self, name, value):
        if name == "name":
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'_contextvars.ContextVar' object has no attribute {name!r}")

    __class_getitem__ = classmethod(GenericAlias)

    def get(self, *default):
        if len(default) > 1:
            raise TypeError(f"get expected at most 1 argument, got {len(default)}")
        value = _current()._values.get(self, _NOTHING)
        if value is not _NOTHING:
            return value
        if default:
            return default[0]
        if self._default is not _NOTHING:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _current()
        token = object.__new__(Token)
        token._context, token.var, token._used = context, self, False
        token.old_value = context._values.get(self, Token.MISSING)
        # Copies of the context share its values until one of them changes.
        context._values = {**context._values, self: value}
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token.var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _current()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        values = dict(context._values)
        if token.old_value is Token.MISSING:
            del values[self]
        else:
            values[self] = token.old_value
        context._values = values

    def __repr__(self):
        default = "" if self._default is _NOTHING else f" default={self._default!r}"
        return f"<ContextVar name={self.name!r}{default} at {id(self):#x}>"


_put = object.__setattr__


class Context(Mapping):
    """The values of context variables; `run` calls a function that sees these."""

    __slots__ = ("_values", "_is_entered", "__weakref__")

    def __init__(self):
        self._values = {}
        self._is_entered = False

    def run(self, callable, /, *args, **kwargs):
        if self._is_entered:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        self._is_entered = True
        _entered.append(self)
        try:
            return callable(*args, **kwargs)
        finally:
            _entered.pop()
            self._is_entered = False
            # A traceback may keep this frame: it shall keep nothing else.
            callable = args = kwargs = None

    def copy(self):
        made = Context()
        made._values = self._values
        return made

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return self._values[var]

    def __contains__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f"a ContextVar key was expected, got {var!r}")
        return var in self._values

    def get(self, var, default=None, /):
        return self[var] if var in self else default

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    __hash__ = None

    def __repr__(self):
        return f"<_contextvars.Context object at {id(self):#x}>"


for _class in (Token, ContextVar, Context):
    _class.__module__ = "_contextvars"

_outermost = Context()


def _current():
    return _entered[-1] if _entered else _outermost


def copy_context():
    return _current().copy()

"""References that do not keep their object alive, and the collections built on them."""

from _weakref import (
    getweakrefcount, getweakrefs, ref, proxy, CallableProxyType, ProxyType, ReferenceType, _remove_dead_weakref,
)
from _weakrefset import WeakSet, _IterationGuard
import _collections_abc
import sys
import itertools

_collections_abc.MutableSet.register(WeakSet)

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]


class WeakMethod(ref):
    """A reference to a bound method: dies with the method's object, not with the method."""

    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not {}".format(type(meth))) from None

        def gone(_):
            # Whichever of object and function dies first; the callback runs once.
            this = self_ref()
            if this is not None and this._alive:
                this._alive = False
                if callback is not None:
                    callback(this)

        self = ref.__new__(cls, obj, gone)
        self._func_ref = ref(func, gone)
        self._meth_type = type(meth)
        self._alive = True
        self_ref = ref(self)
        return self

    def __call__(self):
        obj, func = super().__call__(), self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func_ref == other._func_ref

    def __ne__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return not self == other

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """The reference that a WeakValueDictionary stores: knows its key."""

    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakValueDictionary(_collections_abc.MutableMapping):
    """Entries vanish with their values."""

    def __init__(self, other=(), /, **kw):
        def remove(wr, selfref=ref(self), _atomic_removal=_remove_dead_weakref):
            self = selfref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(wr.key)
                else:
                    # Only if the entry is still this dead reference: the key may have been set anew.
                    _atomic_removal(self.data, wr.key)

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self.data = {}
        self.update(other, **kw)

    def _commit_removals(self):
        while self._pending_removals:
            _remove_dead_weakref(self.data, self._pending_removals.pop())

    def _settled(self):
        if self._pending_removals:
            self._commit_removals()
        return self.data

    def __getitem__(self, key):
        value = self._settled()[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        del self._settled()[key]

    def __len__(self):
        return len(self._settled())

    def __contains__(self, key):
        entry = self._settled().get(key)
        return entry is not None and entry() is not None

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __setitem__(self, key, value):
        self._settled()[key] = KeyedRef(value, self._remove, key)

    def copy(self):
        other = WeakValueDictionary()
        with _IterationGuard(self):
            for key, entry in self._settled().items():
                value = entry()
                if value is not None:
                    other[key] = value
        return other

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        other = self.__class__()
        with _IterationGuard(self):
            for key, entry in self._settled().items():
                value = entry()
                if value is not None:
                    other[deepcopy(key, memo)] = value
        return other

    def get(self, key, default=None):
        entry = self._settled().get(key)
        value = None if entry is None else entry()
        return default if value is None else value

    def items(self):
        with _IterationGuard(self):
            for key, entry in self._settled().items():
                value = entry()
                if value is not None:
                    yield key, value

    def keys(self):
        with _IterationGuard(self):
            for key, entry in self._settled().items():
                if entry() is not None:
                    yield key

    __iter__ = keys

    def itervaluerefs(self):
        with _IterationGuard(self):
            yield from self._settled().values()

    def values(self):
        with _IterationGuard(self):
            for entry in self._settled().values():
                value = entry()
                if value is not None:
                    yield value

    def popitem(self):
        data = self._settled()
        while True:
            key, entry = data.popitem()
            value = entry()
            if value is not None:
                return key, value

    def pop(self, key, *args):
        entry = self._settled().pop(key, None)
        value = None if entry is None else entry()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        entry = self._settled().get(key)
        value = None if entry is None else entry()
        if value is None:
            self.data[key] = KeyedRef(default, self._remove, key)
            return default
        return value

    def update(self, other=None, /, **kwargs):
        data = self._settled()
        if other is not None:
            if not hasattr(other, "items"):
                other = dict(other)
            for key, value in other.items():
                data[key] = KeyedRef(value, self._remove, key)
        for key, value in kwargs.items():
            data[key] = KeyedRef(value, self._remove, key)

    def valuerefs(self):
        return list(self._settled().values())

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result


class WeakKeyDictionary(_collections_abc.MutableMapping):
    """Entries vanish with their keys."""

    def __init__(self, dict=None):
        self.data = {}

        def remove(k, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if self._iterating:
                    self._pending_removals.append(k)
                else:
                    try:
                        del self.data[k]
                    except KeyError:
                        pass

        self._remove = remove
        self._pending_removals = []
        self._iterating = set()
        self._dirty_len = False
        if dict is not None:
            self.update(dict)

    def _commit_removals(self):
        while self._pending_removals:
            try:
                del self.data[self._pending_removals.pop()]
            except KeyError:
                pass

    def _scrub_removals(self):
        self._pending_removals = [k for k in self._pending_removals if k in self.data]
        self._dirty_len = False

    def __delitem__(self, key):
        self._dirty_len = True
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __len__(self):
        if self._dirty_len and self._pending_removals:
            self._scrub_removals()
        return len(self.data) - len(self._pending_removals)

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def copy(self):
        other = WeakKeyDictionary()
        with _IterationGuard(self):
            for entry, value in self.data.items():
                key = entry()
                if key is not None:
                    other[key] = value
        return other

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        other = self.__class__()
        with _IterationGuard(self):
            for entry, value in self.data.items():
                key = entry()
                if key is not None:
                    other[key] = deepcopy(value, memo)
        return other

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            entry = ref(key)
        except TypeError:
            return False
        return entry in self.data

    def items(self):
        with _IterationGuard(self):
            for entry, value in self.data.items():
                key = entry()
                if key is not None:
                    yield key, value

    def keys(self):
        with _IterationGuard(self):
            for entry in self.data:
                key = entry()
                if key is not None:
                    yield key

    __iter__ = keys

    def values(self):
        with _IterationGuard(self):
            for entry, value in self.data.items():
                if entry() is not None:
                    yield value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        self._dirty_len = True
        while True:
            entry, value = self.data.popitem()
            key = entry()
            if key is not None:
                return key, value

    def pop(self, key, *args):
        self._dirty_len = True
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            if not hasattr(dict, "items"):
                dict = type({})(dict)
            for key, value in dict.items():
                self.data[ref(key, self._remove)] = value
        if kwargs:
            self.update(kwargs)

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, _collections_abc.Mapping):
            return NotImplemented
        result = self.__class__()
        result.update(other)
        result.update(self)
        return result


class finalize:
    """Calls a function when an object dies, or at exit."""

    # All state lives in the registry, so that the finalizer object itself keeps nothing alive.
    __slots__ = ()
    _registry = {}
    _shutdown = False
    _index_iter = itertools.count()
    _dirty = False
    _registered_with_atexit = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit

            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(self._index_iter)
        self._registry[self] = info
        finalize._dirty = True

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def _parts(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        return None if obj is None else (obj, info)

    def detach(self):
        found = self._parts()
        if found is not None and self._registry.pop(self, None):
            obj, info = found
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        found = self._parts()
        if found is not None:
            obj, info = found
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        found = self._parts()
        if found is None:
            return "<%s object at %#x; dead>" % (type(self).__name__, id(self))
        obj = found[0]
        return "<%s object at %#x; for %r at %#x>" % (type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _select_for_exit(cls):
        waiting = [(f, i) for f, i in cls._registry.items() if i.atexit]
        waiting.sort(key=lambda entry: entry[1].index)
        return [f for f, _ in waiting]

    @classmethod
    def _exitfunc(cls):
        # Newest first; a finalizer may register more.
        import gc

        reenable = False
        try:
            if cls._registry:
                if gc.isenabled():
                    reenable = True
                    gc.disable()
                pending = None
                while True:
                    if pending is None or finalize._dirty:
                        pending = cls._select_for_exit()
                        finalize._dirty = False
                    if not pending:
                        break
                    f = pending.pop()
                    try:
                        f()
                    except Exception:
                        sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
            if reenable:
                gc.enable()

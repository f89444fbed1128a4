"""Functions on functions. `reduce`, `partial`, `cmp_to_key` and the cache's inner loop are native."""

from _functools import cmp_to_key, partial, reduce, _has_parameters, _lru_cache_wrapper
from types import GenericAlias, MethodType
import abc as _abc

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Set last: the update above may have copied the wrapped function's own __wrapped__.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# ---- total_ordering

# For each operator that a class may define: the others, by what they make of its answer and of equality.
# (name, negate the answer, how equality enters: None, "or equal", "and unequal")
_DERIVED = {
    "__lt__": (("__gt__", True, "and unequal"), ("__le__", False, "or equal"), ("__ge__", True, None)),
    "__le__": (("__ge__", True, "or equal"), ("__lt__", False, "and unequal"), ("__gt__", True, None)),
    "__gt__": (("__lt__", True, "and unequal"), ("__ge__", False, "or equal"), ("__le__", True, None)),
    "__ge__": (("__le__", True, "or equal"), ("__gt__", False, "and unequal"), ("__lt__", True, None)),
}


def _derive(root, name, negate, equality):
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if negate:
            answer = not answer
        if equality == "or equal":
            return answer or self == other
        if equality == "and unequal":
            return answer and self != other
        return answer

    compare.__name__ = name
    compare.__qualname__ = name
    compare.__doc__ = getattr(int, name).__doc__
    return compare


def total_ordering(cls):
    defined = {name for name in _DERIVED if getattr(cls, name, None) is not getattr(object, name, None)}
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(defined)  # __lt__, then __le__, then __gt__, then __ge__
    for name, negate, equality in _DERIVED[root]:
        if name not in defined:
            setattr(cls, name, _derive(root, name, negate, equality))
    return cls


# ---- partial methods

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        args = ", ".join(map(repr, self.args))
        keywords = ", ".join("{}={!r}".format(k, v) for k, v in self.keywords.items())
        # Three parts with two commas, even where parts are empty.
        return "{}.{}({}, {}, {})".format(
            type(self).__module__, type(self).__qualname__, self.func, args, keywords)

    def _make_unbound_method(self):
        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        method.__isabstractmethod__ = self.__isabstractmethod__
        method._partialmethod = self
        return method

    def __get__(self, obj, cls=None):
        getter = getattr(self.func, "__get__", None)
        if getter is not None:
            bound = getter(obj, cls)
            if bound is not self.func:
                # The wrapped descriptor binds by itself (a classmethod, say).
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


# ---- caches

def lru_cache(maxsize=128, typed=False):
    def decorating_function(function):
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info())
        if _has_parameters:
            wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, function)

    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        # Used without parentheses: maxsize is the function.
        function, maxsize = maxsize, 128
        return decorating_function(function)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return decorating_function


_CacheInfo = None


def _cache_info():
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple

        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
        _CacheInfo.__module__ = "functools"
    return _CacheInfo


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


_missing = object()


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            ) from None
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                cache[self.attrname] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                    f"does not support item assignment for caching {self.attrname!r} property."
                ) from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# ---- single dispatch

def _mro_with_abcs(cls, registered):
    # The class's own order, and behind the last class that already is a subclass of it each registered abstract one.
    order = list(cls.__mro__)
    for abstract in registered:
        if abstract in order or not hasattr(abstract, "__mro__"):
            continue
        try:
            if not issubclass(cls, abstract):
                continue
        except TypeError:
            continue
        at = 0
        for i, known in enumerate(order):
            if known is not object and issubclass(known, abstract):
                at = i + 1
        order.insert(at, abstract)
    return order


def _find_impl(cls, registry):
    order = _mro_with_abcs(cls, [t for t in registry if isinstance(t, type)])
    match = None
    for candidate in order:
        if match is not None:
            # Two unrelated abstract bases that neither of the class's real bases decides between.
            if (candidate in registry and candidate not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, candidate)):
                raise RuntimeError("Ambiguous dispatch: {} or {}".format(match, candidate))
            break
        if candidate in registry:
            match = candidate
    return registry.get(match)


def _is_union(cls):
    from types import UnionType

    if isinstance(cls, UnionType):
        return True
    return getattr(cls, "__origin__", None) is not None and getattr(cls.__origin__, "_name", None) == "Union"


def singledispatch(func):
    from types import MappingProxyType

    registry = {}
    cache = {}
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None and token != _abc.get_cache_token():
            cache.clear()
            token = _abc.get_cache_token()
        try:
            return cache[cls]
        except KeyError:
            impl = registry[cls] if cls in registry else _find_impl(cls, registry)
            cache[cls] = impl
            return impl

    def register(cls, func=None):
        nonlocal token
        if isinstance(cls, type) or _is_union(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    f"Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            func = cls
            from typing import get_type_hints

            argname, cls = next(iter(get_type_hints(func).items()))
            if not (isinstance(cls, type) or _is_union(cls)):
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        if _is_union(cls):
            for arm in cls.__args__:
                registry[arm] = func
        else:
            registry[cls] = func
        if token is None and hasattr(cls, "__abstractmethods__"):
            token = _abc.get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

"""Abstract base classes."""

import _weakref
from _abc import kind_of as _kind_of, match_as as _match_as

# Bits of `__flags__`: what matches patterns, and what nobody may change.
_SEQUENCE, _MAPPING, _IMMUTABLE = 1 << 5, 1 << 6, 1 << 8


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


# Rises with every registration anywhere; what a class remembers of "no" answers is only good for one value.
_registrations = 0


def get_cache_token():
    return _registrations


class _Known:
    """What an abstract class has learnt: who registered, who is a subclass and who is not. Holds weakly."""

    __slots__ = ("registry", "yes", "no", "token")

    def __init__(self):
        self.registry = {}
        self.yes = {}
        self.no = {}
        self.token = _registrations


def _remember(table, cls):
    key = id(cls)

    def forget(_, table=table, key=key):
        table.pop(key, None)

    table[key] = _weakref.ref(cls, forget)


def _remembers(table, cls):
    entry = table.get(id(cls))
    return entry is not None and entry() is cls


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The type of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _Known()
        kind = namespace.get("__abc_tpflags__", 0)
        if kind:
            # What the class says of patterns holds for its heirs, and is no attribute.
            _match_as(cls, kind & _MAPPING != 0)
            del cls.__abc_tpflags__
        return cls

    def register(cls, subclass):
        global _registrations
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _remember(cls._abc_impl.registry, subclass)
        _registrations += 1
        kind = cls.__flags__ & (_SEQUENCE | _MAPPING)
        if kind:
            _match_too(subclass, kind)
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if _remembers(cls._abc_impl.yes, subclass):
            return True
        subtype = _kind_of(instance)
        if subtype is subclass:
            return cls.__subclasscheck__(subclass)
        return any(cls.__subclasscheck__(c) for c in (subclass, subtype))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        known = cls._abc_impl
        if _remembers(known.yes, subclass):
            return True
        if known.token < _registrations:
            known.no.clear()
            known.token = _registrations
        elif _remembers(known.no, subclass):
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = _is_subclass(cls, subclass, known)
        _remember(known.yes if answer else known.no, subclass)
        return answer

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        print(f"_abc_registry: {set(cls._abc_impl.registry.values())!r}", file=file)


def _match_too(cls, kind):
    """Instances of the class and its subclasses match sequence or mapping patterns, as those of an abstract class."""
    if cls.__flags__ & _IMMUTABLE or cls.__flags__ & (_SEQUENCE | _MAPPING) == kind:
        return
    _match_as(cls, kind & _MAPPING != 0)
    for derived in type.__subclasses__(cls):
        _match_too(derived, kind)


def _is_subclass(cls, subclass, known):
    if cls in getattr(subclass, "__mro__", ()):
        return True
    for entry in list(known.registry.values()):
        registered = entry()
        if registered is not None and issubclass(subclass, registered):
            return True
    subclasses = cls.__subclasses__()
    if not isinstance(subclasses, list):
        raise TypeError("__subclasses__() must return a list")
    for derived in subclasses:
        if issubclass(subclass, derived):
            return True
    return False


def update_abstractmethods(cls):
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = set()
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    for name, value in cls.__dict__.items():
        if getattr(value, "__isabstractmethod__", False):
            names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABC(metaclass=ABCMeta):
    __slots__ = ()

# Which objects can be weakly referenced.
import collections
import functools
import io
import itertools
import types
import weakref


class C:
    def m(self):
        pass


class Slots:
    __slots__ = ("a",)


class Weak:
    __slots__ = ("__weakref__",)


class Child(Slots):
    pass


def function():
    pass


def generator():
    yield


async def coroutine():
    pass


def made(base, *args):
    return type(base.__name__ + "Sub", (base,), {})(*args)


co = coroutine()
things = [
    1, 1.5, 1j, "s", b"b", bytearray(), (), [], {}, set(), frozenset(), range(3), slice(1), None, object(), True, C, C(), int, Slots(),
    Weak(), Child(), function, len, C().m, generator(), co, iter([]), iter({}), {}.keys(), enumerate([]), zip(), map(len, []),
    filter(None, []), memoryview(b""), types.CellType(), ValueError(), property(), classmethod(len), staticmethod(len), super(C, C()),
    types.MappingProxyType({}), types.SimpleNamespace(), io, function.__code__, collections.deque(), collections.OrderedDict(),
    collections.defaultdict(), collections.Counter(), functools.partial(len), functools.lru_cache()(function), io.StringIO(),
    io.BytesIO(), itertools.count(), itertools.cycle([]), Ellipsis, NotImplemented, weakref.ref(C), made(int, 5), made(float, 1.5),
    made(str, "a"), made(bytes, b"a"), made(tuple), made(list), made(dict), made(set), made(frozenset), made(Exception), made(object),
    collections.namedtuple("P", "x")(1), type("E", (Exception,), {"__slots__": ()})(), lambda: 1, staticmethod, C.__dict__["m"],
    C.__dict__["__weakref__"], Slots.a,
]
co.close()
for thing in things:
    try:
        ref = weakref.ref(thing)
        print(type(thing).__name__, "yes", ref() is thing)
    except TypeError as error:
        print(str(error).replace("weakref.ReferenceType", "weakref"))
    try:
        weakref.proxy(thing)
    except TypeError as error:
        print(" proxy", str(error).replace("weakref.ReferenceType", "weakref"))

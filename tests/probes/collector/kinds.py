# Which objects the collector tracks when they are new.
import collections
import functools
import gc
import io
import itertools
import sys
import types
import weakref

gc.disable()


class C:
    def m(self):
        pass

    @property
    def p(self):
        return 1


class Slots:
    __slots__ = ()


def g():
    yield


async def co():
    pass


async def ag():
    yield

c = C()
coroutine = co()
things = [
    None, 1, 10**20, 1.5, 1j, "s", b"b", bytearray(), (), [], {}, set(), frozenset(), frozenset([1]), range(3), slice(1), object(),
    int, type, C, c, Slots(), len, g, c.m, [].append, C.p, g(), coroutine, ag(), iter([]), iter(()), iter(""), iter({}), iter(range(3)),
    iter({}.items()), {}.keys(), {}.values(), {}.items(), iter(set()), enumerate([]), zip(), map(len, []), filter(None, []),
    reversed([]), memoryview(b""), types.CellType(), weakref.ref(c), weakref.proxy(c), ValueError(), StopIteration(),
    property(), classmethod(len), staticmethod(len), super(C, c), types.MappingProxyType({}), types.SimpleNamespace(), gc, g.__code__,
    collections.deque(), collections.OrderedDict(), collections.defaultdict(), collections.Counter(),    functools.partial(len), io.StringIO(), io.BytesIO(), itertools.count(),
    itertools.chain(), itertools.cycle([]), Ellipsis, NotImplemented, sys.flags, sys.version_info, type("S", (str,), {})("a"),
    type("I", (int,), {})(5), type("F", (float,), {"__slots__": ()})(), type("E", (Exception,), {})(), True, bytes(5), "a" * 100,
    len.__call__, [].__len__, int.__add__, int.from_bytes, dict.fromkeys, C.__dict__["p"], C.__dict__, sys.getrefcount, iter(len, 1),
]
coroutine.close()
for thing in things:
    name = type(thing).__name__
    name = name.replace("str_ascii_iterator", "str_iterator")
    print(name if name not in ("weakref", "weakproxy", "ReferenceType", "ProxyType") else "weak", gc.is_tracked(thing))

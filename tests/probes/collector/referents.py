# What gc.get_referents() finds in objects, and in which order.
import collections
import functools
import gc
import types
import weakref

gc.disable()


class N(str):
    """A value that has a name."""


def named(text):
    return N(text)


a, b, c, d = (N(t) for t in "abcd")


class C:
    pass


class S:
    __slots__ = ("x", "y")


class D(C):
    __slots__ = ("z",)


def short(value):
    if isinstance(value, N):
        return str(value)
    if isinstance(value, type):
        return "type " + value.__name__
    return type(value).__name__


def show(label, *objs):
    print(label, [short(value) for value in gc.get_referents(*objs)])


def filled(cls, **values):
    obj = cls()
    for name, value in values.items():
        setattr(obj, name, value)
    return obj


show("list", [a, b, c])
show("tuple", (a, b, c))
show("dict", {"p": a, "q": b})
show("dict of other keys", {a: b, c: d})
show("dict mixed", {1: a, "q": b})
show("set", {a})
show("frozenset", frozenset([a]))
show("deque", collections.deque([a, b, c]))
show("OrderedDict", collections.OrderedDict([("p", a), ("q", b)]))
show("defaultdict", collections.defaultdict(C, {"p": a}))
show("instance", filled(C, p=a, q=b))
show("instance empty", C())
show("slots", filled(S, x=a, y=b))
show("slots empty", S())
show("dict and slots", filled(D, z=a, p=b))
touched = filled(C, p=a, q=b)
touched.__dict__
show("touched", touched)
show("its dict", touched.__dict__)
show("list subclass", type("L", (list,), {})([a, b]))
show("dict subclass", type("M", (dict,), {})(p=a))
show("tuple subclass", type("T", (tuple,), {})([a, b]))
show("int", 5)
show("str", "x")
show("two", [a], (b,), 5, [c])
show("nothing")
show("slice", slice(a, b, c))
show("cell", types.CellType(a))
show("method", filled(C, p=a).__init__)
show("builtin method", [a].append)
show("partial", functools.partial(a.upper, b, k=c))
show("iterator", iter([a]))
show("dict iterator", iter({"p": a}))
show("keys", {"p": a}.keys())
show("enumerate", enumerate([a]))
show("zip", zip([a], [b]))
show("map", map(len, [a]))
show("filter", filter(None, [a]))
show("property", property(a, b))
show("staticmethod", type(staticmethod(len)).__call__ and [staticmethod(a)][0])
show("exception", ValueError(a, b))
error = ValueError(a)
error.__cause__ = KeyError(b)
error.p = c
show("exception with cause", error)
show("weakref", weakref.ref(C, b.upper))
show("mappingproxy", types.MappingProxyType({"p": a}))
show("namespace", types.SimpleNamespace(p=a, q=b))
show("super", super(D, D()))
show("range", range(5))
show("memoryview", memoryview(b"abc"))


def f(x=a, *, y=b):
    return d


def generator(x):
    yield x
    yield c


it = generator(a)
show("generator unstarted", it)
next(it)
show("generator", it)
list(it)
show("generator done", it)
print("function", sorted(short(value) for value in gc.get_referents(f)))
print("class", sorted(short(value) for value in gc.get_referents(S)))

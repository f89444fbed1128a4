# Sizes and blocks of functions, descriptors, methods and code.
import gc
import sys
import tracemalloc


def blocks(label, make, *args):
    """What getsizeof says, and the sizes of the blocks that stay."""
    make(*args)
    gc.collect()
    tracemalloc.start()
    before = sys.getallocatedblocks()
    kept = make(*args)
    count = sys.getallocatedblocks() - before
    traces = tracemalloc.take_snapshot().traces
    tracemalloc.stop()
    sizes = sorted(t.size for t in traces if t.traceback[0].filename == __file__)
    print(label, sys.getsizeof(kept), count, sizes)


import types


def plain():
    pass


class C:
    def method(self):
        """Documented."""

    def other(self):
        pass

    @property
    def attribute(self):
        return 1

    @classmethod
    def klass(cls):
        pass

    @staticmethod
    def static():
        pass


c = C()
C.klass.__func__.extra = 1
blocks("function", lambda: lambda: 0)


def documented():
    def f():
        """Text."""
    return f


def defaults(a):
    def f(x=a, y=1000):
        pass
    return f


def constant_defaults():
    def f(x=1, y=1000):
        pass
    return f


def keyword_defaults(a):
    def f(*, x=a, y=1):
        pass
    return f


def annotated(a):
    def f(x: a, y: int) -> str:
        pass
    return f


def closure(a, b):
    def f():
        return a, b
    return f


def attribute():
    def f():
        pass
    f.x = 1
    return f


def touched():
    def f():
        pass
    f.__dict__
    return f


for make, args in ((documented, ()), (defaults, (5,)), (constant_defaults, ()), (keyword_defaults, (5,)), (annotated, (5,)),
                   (closure, (5, 6)), (attribute, ()), (touched, ())):
    blocks(make.__name__, make, *args)
blocks("property()", property)
blocks("property(f)", property, plain)
blocks("property documented", property, C.method)
blocks("property doc", lambda: property(plain, doc="text"))
blocks("property setter", lambda: C.__dict__["attribute"].setter(plain))
blocks("property deleter", lambda: C.__dict__["attribute"].deleter(plain))
blocks("classmethod", classmethod, plain)
blocks("classmethod attributes", classmethod, C.klass.__func__)
blocks("classmethod builtin", classmethod, len)
blocks("classmethod property", classmethod, property())
blocks("staticmethod", staticmethod, plain)
blocks("staticmethod builtin", staticmethod, len)
blocks("staticmethod documented", staticmethod, C.method)
blocks("bound", lambda: c.method)
blocks("bound class", lambda: C.klass)
blocks("MethodType", types.MethodType, plain, 5)
blocks("builtin bound", lambda: [].append)
blocks("method-wrapper", lambda: (5).__add__)
blocks("super()", super, C, c)
blocks("super unbound", super, C)
blocks("cell", types.CellType, 5)
blocks("mappingproxy", lambda: C.__dict__)
blocks("MappingProxyType", types.MappingProxyType, {})
blocks("SimpleNamespace", types.SimpleNamespace)
blocks("SimpleNamespace a", lambda: types.SimpleNamespace(a=1))
blocks("module", types.ModuleType, "x")
blocks("module doc", types.ModuleType, "x", "text")
blocks("GenericAlias", lambda: list)
blocks("object", object)
blocks("NotImplemented", lambda: NotImplemented)
blocks("complex", complex, 1, 2)
print("code", sys.getsizeof(plain.__code__), sys.getsizeof(blocks.__code__), sys.getsizeof(closure.__code__))
for thing in (C.__dict__["attribute"], C.__dict__["klass"], C.__dict__["static"], C.__dict__["__dict__"], int.__add__, int.from_bytes,
              dict.fromkeys, str.join, len, type(c).__dict__["__weakref__"], C.method, c.method, type.__dict__["__mro__"],
              types.FunctionType.__dict__["__closure__"], dict.__dict__["fromkeys"]):
    print(type(thing).__name__, sys.getsizeof(thing), type(thing).__basicsize__, type(thing).__itemsize__, type(thing).__dictoffset__)

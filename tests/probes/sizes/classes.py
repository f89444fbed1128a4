# Sizes and blocks that making a class takes.
import gc
import sys
import tracemalloc


def blocks(label, make, *args):
    """What getsizeof says, and the sizes of the blocks that stay."""
    make(*args)
    gc.collect()
    tracemalloc.start()
    kept = make(*args)
    traces = tracemalloc.take_snapshot().traces
    tracemalloc.stop()
    sizes = sorted(t.size for t in traces if t.traceback[0].filename == __file__)
    print(label, sys.getsizeof(kept), sizes)


def plain():
    class C:
        pass
    return C


def method():
    class C:
        def m(self):
            pass
    return C


def attribute():
    class C:
        a = 1
    return C


def slots():
    class C:
        __slots__ = "a", "b"
    return C


def of_dict():
    class C(dict):
        pass
    return C


def of_int():
    class D(int):
        def f(self):
            return super().g()
    return D


def called():
    return type("X", (), {})


def called_filled():
    return type("X", (), {"a": 1})


def instance():
    class C:
        pass
    return C()


def instance_filled():
    class C:
        pass
    c = C()
    c.a = 1
    return c


def inherited():
    class A:
        def m(self):
            pass

    class B(A):
        def n(self):
            pass
    return B


def property_class():
    class C:
        @property
        def p(self):
            pass
    return C


def many():
    return type("X", (), {"name%d" % i: i for i in range(20)})


for make in (plain, method, attribute, slots, of_dict, of_int, called, called_filled, instance, instance_filled, inherited,
             property_class, many):
    blocks(make.__name__, make)


class Base:
    pass


print([c.__name__ for c in Base.__subclasses__()])
first = type("First", (Base,), {})
second = type("Second", (Base,), {})
print([c.__name__ for c in Base.__subclasses__()])
del first
gc.collect()
print([c.__name__ for c in Base.__subclasses__()])

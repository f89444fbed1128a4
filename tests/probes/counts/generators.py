# Counts of generators, of what they yield and are sent, of closures, cells, functions, classes and code.
import sys

count = sys.getrefcount


class Thing:
    pass


thing = Thing()


def give(x):
    print("  first", count(x))
    got = yield x
    print("  sent", count(got))
    yield got
    yield from inner(x)
    return x


def inner(y):
    print("  inner", count(y))
    yield y


g = give(thing)
print("made", count(g), count(thing))
print("next", count(next(g)), count(thing))
print("send", count(g.send(Thing())), count(thing))
print("from", count(next(g)), count(thing))
try:
    next(g)
except StopIteration as e:
    print("stop", count(e.value), count(thing))
print("finished", count(g), count(thing))
del g
print("dropped", count(thing))
g = give(Thing())
print("a temporary", count(next(g)))
g.close()
print("closed", count(g))
g = (x for x in [thing, thing])
print("expression", count(g), count(thing), count(next(g)), count(thing))
del g


def outer():
    a = Thing()
    b = Thing()

    def read():
        return a

    def write():
        nonlocal b
        b = a
        return count(a), count(b)

    print("cells", count(a), count(b), count(read), count(read.__closure__))
    print("read", count(read()), "write", write())
    print("after", count(a), count(b))
    return read


read = outer()
print("the function", count(read), count(read()), count(read.__closure__[0]), count(read.__code__))
f = lambda: None
print("a lambda", count(f), count(f.__code__), count(f.__globals__) > 3, count(f.__name__) > 1)


def default(x=Thing(), *, y=Thing()):
    return count(x), count(y), count(default.__defaults__), count(default.__kwdefaults__)


print("defaults", default(), default(Thing()), default(y=thing))


class A:
    pass


print("a class", count(A))
a = A()
print("with an instance", count(A), count(a))
b = A()
print("with two", count(A))


class B(A):
    pass


print("with a subclass", count(A), count(B))
B = None
import gc

gc.collect()
print("without", count(A))


class M:
    def m(self):
        return count(self), count(M.m)


m = M()
bound = m.m
print("a method", count(m), count(M.m), count(bound), count(bound.__self__), count(bound.__func__))
print("called", bound(), m.m(), M().m())
del bound
print("property", count(property(lambda s: 1)), count(staticmethod(len)), count(classmethod(len)))
print("sys._getframe", count(sys._getframe()))
frame = sys._getframe()
print("kept", count(frame), count(frame.f_code) > 1)
del frame


async def co():
    return count(thing)


c = co()
print("a coroutine", count(c))
try:
    c.send(None)
except StopIteration as e:
    print("its value", e.value)

# Generators, coroutines and their locals: when they are finished and closed.
import gc
import weakref

gc.collect()


class T:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def plain(a):
    b = T("b")
    yield 1
    yield 2


def guarded(a):
    b = T("b")
    try:
        yield 1
    finally:
        print("finally")


def with_for():
    for x in [T(1), T(2)]:
        yield x.name


def inner():
    try:
        yield 1
    finally:
        print("inner finally")


def outer():
    t = T("outer")
    try:
        yield from inner()
    finally:
        print("outer finally")


print("unstarted, dropped")
g = plain(T("a"))
del g
print("started, dropped")
g = plain(T("a"))
next(g)
del g
print("unstarted, closed")
g = plain(T("a"))
g.close()
print("closed")
del g
print("started, closed")
g = plain(T("a"))
next(g)
g.close()
print("closed")
del g
print("guarded, closed")
g = guarded(T("a"))
next(g)
g.close()
print("closed")
del g
print("exhausted")
g = plain(T("a"))
list(g)
print("exhausted")
del g
print("for, closed")
g = with_for()
next(g)
g.close()
print("closed")
del g
print("yield from, closed")
g = outer()
next(g)
g.close()
print("closed")
del g
print("yield from, dropped")
g = outer()
next(g)
del g
print("thrown")
g = plain(T("a"))
next(g)
try:
    g.throw(ValueError)
except ValueError:
    print("raised")
print("thrown")
del g
print("cycle, suspended")


def selfish():
    t = T("t")
    me = yield
    try:
        yield
    finally:
        print("finally", me is not None)


g = selfish()
next(g)
g.send(g)
del g
print(gc.collect() > 0)
print("break out of a loop")
for x in guarded(T("a")):
    break
print("left")


async def co(a):
    b = T("b")


c = co(T("a"))
c.close()
print("coroutine closed")
del c
c = co(T("a"))
try:
    c.send(None)
except StopIteration:
    print("coroutine done")
del c
print("expression")
g = (T(i).name for i in range(2))
next(g)
del g
g = (x for x in [T(1), T(2)])
next(g)
g.close()
print("closed")
del g
print("references")
g = guarded(T("a"))
next(g)
ref = weakref.ref(g, lambda ref: print("callback"))
del g
print("frame of a closed one", end=" ")
g = plain(1)
next(g)
g.close()
print(g.gi_frame, g.gi_running, list(g))

# In a collection: weak references, callbacks, finalizers, clearing, in this order.
import gc
import weakref

gc.disable()
log = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, [ref() for ref in refs], hasattr(self, "next"))


def callback(label):
    return lambda ref: print("callback", label, ref())


def show(label, found):
    print(label, found)


gc.collect()
refs = []
a, b, c = Node("a"), Node("b"), Node("c")
a.next, b.next, c.next = b, c, a
refs = [weakref.ref(a, callback("a1")), weakref.ref(b, callback("b1")), weakref.ref(a, callback("a2")), weakref.ref(c)]
del a, b, c
show("three", gc.collect())
refs = []
a, b = Node("a"), Node("b")
a.next, b.next = b, a
a.own = weakref.ref(b, callback("never: inside"))
refs = [weakref.ref(b, callback("b outside"))]
del a, b
show("inside", gc.collect())
a = Node("a")
a.me = a
refs = [weakref.ref(a, lambda ref: refs.clear())]
del a
show("callback drops the reference", gc.collect())
a, b = Node("a"), Node("b")
a.me, b.me = a, b
refs = [weakref.ref(a, lambda ref: refs.pop()), weakref.ref(b, callback("b"))]
del a, b
show("callback drops another reference", gc.collect())
refs = []


class Plain:
    pass


def bad(ref):
    raise ValueError("x")


import sys
sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value, u.object is bad)
a = Plain()
a.me = a
kept = weakref.ref(a, bad)
del a
show("error in callback", gc.collect())
d = {}
a = Plain()
a.me = a
d[weakref.ref(a, lambda ref: d.pop(ref))] = 1
hash(next(iter(d)))
print("held", len(d))
del a
show("key of a dict", gc.collect())
print("left", len(d))
a = Plain()
a.me = a
a.other = Plain()
kept = [weakref.ref(a.other, callback("hangs off the cycle"))]
del a
show("hanging", gc.collect())
a, b = Plain(), Plain()
a.b, b.a = b, a
proxy = weakref.proxy(a, lambda p: print("proxy callback", type(p).__name__ != ""))
del a, b
show("proxy", gc.collect())
x = set([1])
holder = Plain()
holder.me, holder.x = holder, x
kept = weakref.ref(x, callback("set"))
del x, holder
show("set", gc.collect())

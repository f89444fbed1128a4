# Callbacks when the last count goes: newest first, after __del__, with a dead reference.
import sys
import weakref


class C:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, [ref() is self for ref in refs], weakref.getweakrefcount(self))


def callback(label):
    return lambda ref: print("callback", label, ref(), ref.__callback__)


refs = []
a = C("a")
refs = [weakref.ref(a, callback(1)), weakref.ref(a), weakref.ref(a, callback(2)), weakref.ref(a, callback(3))]
del a
print("--")
a = C("b")
refs = [weakref.ref(a, callback("kept"))]
weakref.ref(a, callback("not kept"))
del a
print("-- dropped by an earlier callback")
a = C("c")
refs = [weakref.ref(a, callback("first made"))]
refs.append(weakref.ref(a, lambda ref: (print("drops"), refs.clear())))
del a
print("-- made in a callback")


def make(ref):
    other = C("made")
    refs.append(weakref.ref(other, callback("of made")))
    print("made", len(refs))


a = C("d")
refs = [weakref.ref(a, make)]
del a
print("-- errors")
sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value, u.err_msg, u.object is bad)


def bad(ref):
    raise KeyError("x")


a = C("e")
refs = [weakref.ref(a, callback("after")), weakref.ref(a, bad), weakref.ref(a, callback("before"))]
del a
print("-- not callable")
a = C("f")
refs = [weakref.ref(a, 5)]
sys.unraisablehook = lambda u: print("unraisable", type(u.exc_value).__name__, u.exc_value, u.object)
del a
print("-- members die after their owner")


class Owner:
    pass


owner = Owner()
owner.part = C("part")
refs = [weakref.ref(owner, callback("owner")), weakref.ref(owner.part, callback("part"))]
del owner
print("-- list")
row = [C("x"), C("y")]
refs = [weakref.ref(row[0], callback("x")), weakref.ref(row[1], callback("y"))]
del row
print("-- proxies")
a = C("g")
p = weakref.proxy(a, lambda proxy: print("proxy callback", proxy is p))
refs = []
del a
print("-- bound method as callback")


class Listener:
    def gone(self, ref):
        print("gone", type(self).__name__)


a = C("h")
listener = Listener()
refs = [weakref.ref(a, listener.gone)]
print("counted", sys.getrefcount(listener) - 1)
del a
print("counted", sys.getrefcount(listener) - 1)
refs = []

# WeakMethod: a bound method lives as long as its object.
import gc
import weakref


class C:
    def __init__(self, n=0):
        self.n = n

    def m(self):
        return "m", self.n

    def other(self):
        pass

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return self.n


c = C()
plain = weakref.ref(c.m)
print("plain reference", plain())
ref = weakref.WeakMethod(c.m)
print(ref()(), ref() == c.m, type(ref).__mro__[1] is weakref.ref)
print("equal", ref == weakref.WeakMethod(c.m), ref == weakref.WeakMethod(c.other), ref == 5, ref != weakref.WeakMethod(c.m))
print("equal objects", ref == weakref.WeakMethod(C().m), hash(ref) == hash(weakref.WeakMethod(c.m)))
called = []
watched = weakref.WeakMethod(c.m, lambda r: called.append(r() is None))
print("refs", weakref.getweakrefcount(c), weakref.getweakrefcount(C.m))
del c
print(ref(), watched(), called, ref == ref, ref == watched)
for wrong in (C.m, 5, len):
    try:
        weakref.WeakMethod(wrong)
    except TypeError as error:
        print(error)
c = C(1)
c.__dict__["m"] = 1
ref = weakref.WeakMethod(C.m.__get__(c))
print(ref()())


class D:
    def m(self):
        pass


d = D()
called = []
ref = weakref.WeakMethod(d.m, lambda r: called.append("function gone"))
del D.m
print(ref(), called)
del d
print(ref(), called)
d = D()
d.me = d
D.n = lambda self: None
ref = weakref.WeakMethod(d.n, lambda r: called.append("collected"))
del d
print(gc.collect() > 0, ref(), called)

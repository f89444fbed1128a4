# Subclasses of weakref.ref: attributes, slots, __init__, callbacks, cycles.
import gc
import weakref


class C:
    pass


class R(weakref.ref):
    def __init__(self, obj, callback=None, **more):
        super().__init__(obj, callback)
        for name, value in more.items():
            setattr(self, name, value)

    def __call__(self):
        return super().__call__(), getattr(self, "extra", None)


class S(weakref.ref):
    __slots__ = ("key",)

    def __new__(cls, obj, callback, key):
        self = super().__new__(cls, obj, callback)
        self.key = key
        return self

    def __init__(self, obj, callback, key):
        super().__init__(obj, callback)


c = C()
try:
    r = R(c, extra=5)
    print(r()[0] is c, r()[1], r.__dict__)
except TypeError as error:
    print(error)
r = R(c)
r.extra = 6
s = S(c, None, "k")
print(s() is c, s.key, hasattr(s, "__dict__"), r()[1])
print(isinstance(s, weakref.ref), s == r, s == weakref.ref(c), hash(s) == hash(r))
try:
    s.other = 1
except AttributeError:
    print("AttributeError")
try:
    weakref.ref(c).other = 1
except AttributeError:
    print("AttributeError")
print(weakref.getweakrefcount(c), R(c) is R(c))
order = []
kept = [S(c, lambda ref: order.append(ref.key), key) for key in "abc"]
del c
print(order, r(), s())
c = C()
r = R(c, lambda ref: print("callback", type(ref).__name__, ref()))
r.me = r
del r
print("cycle of the reference", gc.collect() > 0, weakref.getweakrefcount(c))
del c
c = C()
c.ref = R(c, lambda ref: print("never"))
c.ref.back = c
del c
print("cycle through it", gc.collect() > 0)


class Tracked(weakref.ref):
    def __del__(self):
        print("del reference", self())


c = C()
t = Tracked(c)
del t
t = Tracked(c)
del c
del t
print(weakref.ref.__new__(weakref.ref, C)() is C, weakref.ref.__call__(weakref.ref(C)) is C)
K = weakref.KeyedRef
print(K.__slots__, K.__mro__[1] is weakref.ref)

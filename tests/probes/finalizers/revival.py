# Objects that __del__ brings back to life when the last count goes.
import gc
import sys
import weakref

gc.collect()
saved = []


class Once:
    def __init__(self, name):
        self.name = name
        self.part = Part(name)

    def __del__(self):
        print("del", self.name)
        saved.append(self)


class Part:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("part", self.name)


obj = Once("a")
ref = weakref.ref(obj, lambda ref: print("callback"))
del obj
print("alive", ref() is saved[0], sys.getrefcount(saved[0]) - 1, gc.is_tracked(saved[0]))
saved.clear()
print("gone", ref())


class Slots:
    __slots__ = ("name", "__weakref__")

    def __del__(self):
        print("slots")
        saved.append(self)


Slots()
print(len(saved))
saved.clear()
print("second death")


class Counted:
    times = 0

    def __del__(self):
        Counted.times += 1
        global kept
        kept = self


kept = None
Counted()
for _ in range(3):
    kept, other = None, kept
    del other
    print("times", Counted.times, kept)


class Temporary:
    def __del__(self):
        a = self
        b = [self]
        c = {"k": self}
        print("refs", sys.getrefcount(self) - 1)


Temporary()


class Passes:
    def __del__(self):
        helper(self)


def helper(obj):
    print("helper", type(obj).__name__)
    saved.append([obj])


Passes()
print(type(saved[0][0]).__name__)
saved.clear()


class Cycle:
    def __del__(self):
        print("cycle")
        self.me = self


Cycle()
print("collect", gc.collect())


def generator():
    try:
        yield
    finally:
        saved.append(it)


it = generator()
next(it)
holder = [it]
it = None
holder.clear()
print("generator", saved)


class Deep:
    def __init__(self, n):
        self.next = Deep(n - 1) if n else None
        self.n = n

    def __del__(self):
        order.append(self.n)


order = []
Deep(5)
print(order)
chain = None
for i in range(3000):
    chain = [chain]
chain = None
print("deep")

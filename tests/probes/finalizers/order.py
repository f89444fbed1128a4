# In which order the parts of a dying object die.
import collections


class T:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, end=" ")


class Slots:
    __slots__ = ("z", "a", "m")


class Plain:
    pass


class Both(Slots):
    pass


def show(label, make):
    print(label, end=": ")
    kept = make()
    del kept
    print()


def three():
    return T(1), T(2), T(3)


def instance(cls, *names):
    def make():
        obj = cls()
        for name in names:
            setattr(obj, name, T(name))
        return obj
    return make


def touched():
    obj = instance(Plain, "x", "y", "z")()
    obj.__dict__
    return obj


show("list", lambda: list(three()))
show("tuple", three)
show("dict", lambda: dict(zip("abc", three())))
show("dict keys", lambda: {T(1): T(2), T(3): T(4)})
show("deque", lambda: collections.deque(three()))
show("OrderedDict", lambda: collections.OrderedDict(zip("abc", three())))
show("nested", lambda: [T(1), [T(2), (T(3), T(4))], {"a": T(5)}])
show("instance", instance(Plain, "x", "y", "z"))
show("touched", touched)
show("slots", instance(Slots, "z", "a", "m"))
show("slots and dict", instance(Both, "q", "z", "b", "a"))
show("list subclass", lambda: type("L", (list,), {})(three()))

show("method", lambda: T(1).__del__.__self__)
show("closure", lambda: (lambda a, b: lambda: (a, b))(T("a"), T("b")))
show("defaults", lambda: (lambda t: (lambda x=t[0], *, y=t[1]: 1))(three()))

show("iterator", lambda: iter(list(three())))
show("zip", lambda: zip([T(1)], [T(2)]))
show("map", lambda: map(T(0).__class__, [T(1)]))
show("exception", lambda: ValueError(T(1), T(2)))


def running():
    def g(a, b):
        c = T("c")
        yield a
    it = g(T("a"), T("b"))
    next(it)
    return it


def owner():
    obj = T("owner")
    obj.part = T("part")
    return obj


show("owner", owner)
show("generator", running)
row = [T(i) for i in range(6)]
for label, text in [("del row[1]", "del row[1]"), ("del row[:2]", "del row[:2]"), ("row.pop()", "row.pop()"), ("row[:] = []", "row[:] = []")]:
    print(label, end=": ")
    exec(text)
    print()
row = [T(i) for i in range(6)]
for label, text in [("del row[::2]", "del row[::2]"), ("row[0] = 1", "row[0] = 1"), ("row.clear()", "row.clear()")]:
    print(label, end=": ")
    exec(text)
    print()
d = {i: T(i) for i in range(6)}
for text in ("del d[1]", "d.pop(2)", "d.popitem()", "d[3] = 1", "d.update({4: 5})", "d.clear()"):
    print(text, end=": ")
    exec(text)
    print()
print("rebinding", end=": ")
x = T("old")
x = T("new")
print()
print("swap", end=": ")
x, y = T("y"), x
print()
del x, y
print()
print("expression", end=": ")
T("a"), T("b"), [T("c")]
print()
print("augmented", end=": ")
x = [T(1)]
x += [T(2)]
x = x * 2
del x
print()

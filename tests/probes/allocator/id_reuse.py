# Which objects get the address of one that has just died.
import gc


class Plain:
    pass


class Slotted:
    __slots__ = ("a", "b")


def function():
    pass


def reused(make, other=None):
    gc.collect()
    warm = [make() for i in range(4)]
    del warm
    first = make()
    address = id(first)
    del first
    second = (other or make)()
    return id(second) == address


def order(make, n):
    """The places of n dead objects in the order in which n new ones take them."""
    gc.collect()
    old = [make() for i in range(n)]
    places = {id(item): i for i, item in enumerate(old)}
    while old:
        old.pop()
    new = [make() for i in range(n)]
    return [places.get(id(item)) for item in new]


x = 1000
makers = [
    ("list", lambda: []),
    ("list of one", lambda: [x]),
    ("dict", lambda: {}),
    ("dict of one", lambda: {"a": x}),
    ("set", lambda: {x}),
    ("frozenset", lambda: frozenset([x])),
    ("tuple 1", lambda: (x,)),
    ("tuple 2", lambda: (x, x)),
    ("tuple 19", lambda: (x,) * 19),
    ("tuple 20", lambda: (x,) * 20),
    ("tuple 21", lambda: (x,) * 21),
    ("float", lambda: x / 7),
    ("complex", lambda: complex(x, 1)),
    ("int", lambda: x * 1000),
    ("big int", lambda: x ** 20),
    ("str", lambda: str(x)),
    ("bytes", lambda: bytes(20)),
    ("bytearray", lambda: bytearray(20)),
    ("object", object),
    ("slotted", Slotted),
    ("lambda", lambda: lambda: 0),
    ("range", lambda: range(x)),
    ("slice", lambda: slice(1, x)),
    ("iterator", lambda: iter([x])),
    ("enumerate", lambda: enumerate([x])),
    ("property", property),
    ("exception", ValueError),
    ("method", lambda: "".join),
    ("memoryview", lambda: memoryview(b"abc")),
]
for name, make in makers:
    print(name, reused(make))
for name, make in makers:
    if name in ("list", "dict", "tuple 2", "tuple 19", "float"):
        # Through a free list; other objects come from pools, whose state start-up left.
        print(name, order(make, 6))
print("list, then dict", reused(lambda: [], lambda: {}))
print("list, then tuple", reused(lambda: [], lambda: (x, x)))
print("tuple 2, then set", reused(lambda: (x, x), lambda: set()))
print("float, then int", reused(lambda: x / 7, lambda: x * 1000))
print("tuple 1, then tuple 2", reused(lambda: (x,), lambda: (x, x)))
print("list of 1, then of 3", reused(lambda: [x], lambda: [x, x, x]))
print("temporaries", id([]) == id([]), id({}) == id({}), id((x,)) == id((x,)), id(object()) == id(object()))
print("more", id(Slotted()) == id(Slotted()), id(x / 3) == id(x / 5), id(set()) == id(set()), id(str(x)) == id(str(x)))
a = []
i = id(a)
a = []
print("rebound", id(a) == i)
a = []
b = []
i, j = id(a), id(b)
del a
del b
c = []
d = []
print("last in, first out", id(c) == j, id(d) == i)

# How gc.get_count() goes up and down: who is counted, and what the free lists hide.
import collections
import gc

gc.disable()


class Node:
    pass


class Slotted:
    __slots__ = ("a",)


def delta(label, make, n=50):
    kept = [None] * n
    make(0)
    gc.get_count()
    gc.collect()
    gc.get_count()
    before = gc.get_count()[0]
    for i in range(n):
        kept[i] = make(i)
    made = gc.get_count()[0]
    for i in range(n):
        kept[i] = None
    freed = gc.get_count()[0]
    for i in range(n):
        kept[i] = make(i)
    again = gc.get_count()[0]
    print(label, made - before, freed - made, again - freed)


delta("nothing", lambda i: None)
delta("int", lambda i: i + 1000)
delta("float", lambda i: i + 0.5)
delta("str", lambda i: "x" * (i + 2))
delta("list", lambda i: [])
delta("list of 3", lambda i: [i, i, i])
delta("tuple of 1", lambda i: (i,))
delta("tuple of 2", lambda i: (i, i))
delta("tuple of 25", lambda i: (i,) * 25)
delta("dict", lambda i: {})
delta("dict filled", lambda i: {i: i})
delta("set", lambda i: {i})
delta("frozenset", lambda i: frozenset([i]))
delta("object", lambda i: object())
delta("Node", lambda i: Node())
delta("Slotted", lambda i: Slotted())
delta("function", lambda i: lambda: 1)
delta("closure", lambda i: lambda: i)
delta("method", lambda i: [].append)
delta("bound", lambda i: Node().__init__)
delta("iterator", lambda i: iter([]))
delta("range", lambda i: range(i))
delta("slice", lambda i: slice(i))
delta("generator", lambda i: (x for x in ()))
delta("enumerate", lambda i: enumerate([]))
delta("zip", lambda i: zip([], []))
delta("map", lambda i: map(len, []))
delta("deque", lambda i: collections.deque())
delta("OrderedDict", lambda i: collections.OrderedDict())
delta("defaultdict", lambda i: collections.defaultdict(list))
delta("exception", lambda i: ValueError())
delta("exception with text", lambda i: ValueError("x"))
delta("bytearray", lambda i: bytearray(5))
delta("memoryview", lambda i: memoryview(b"abc"))
delta("property", lambda i: property())
delta("list of lists", lambda i: [[], []])
delta("lists", lambda i: [], 400)
delta("dicts", lambda i: {}, 400)
delta("tuples", lambda i: (i,), 400)

for generation in (0, 1, 2, 0, 0, 1, 0, 2):
    gc.collect(generation)
    print("after collect(%d)" % generation, gc.get_count()[1:])
gc.collect()
print("after collect", gc.get_count()[1:])

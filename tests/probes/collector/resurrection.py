# Finalizers that bring objects back to life, in collections.
import gc
import weakref

gc.disable()
saved = []


class Node:
    def __init__(self, name, save=False):
        self.name, self.save = name, save

    def __del__(self):
        print("del", self.name)
        if self.save:
            saved.append(self)

    def __repr__(self):
        return self.name


def ring(*spec):
    nodes = [Node(*one) for one in spec]
    for one, next_ in zip(nodes, nodes[1:] + nodes[:1]):
        one.next = next_
    return [weakref.ref(node) for node in nodes]


def show(label, refs):
    found = gc.collect()
    print(label, found, saved, [ref() for ref in refs], gc.collect())


gc.collect()
show("none", ring(("a",), ("b",)))
show("first", ring(("a", True), ("b",)))
print("alive", saved[0].next, saved[0].next.next, [gc.is_tracked(o) for o in saved])
saved.clear()
show("once is enough", [])
show("last", ring(("a",), ("b", True), ("c",)))
saved.clear()
print("second death", gc.collect())
show("all", ring(("a", True), ("b", True)))
first = saved.pop()
saved.clear()
first.next.next = None
print("cut")
del first
print("cut", gc.collect())
refs = ring(("a",), ("b",)) + ring(("c", True), ("d",)) + ring(("e",))
show("one ring of three", refs)
saved.clear()
print(gc.collect())


class Cutter:
    def __del__(self):
        self.me = None
        print("cut")


cutter = Cutter()
cutter.me = cutter
del cutter
print("finalizer breaks the cycle", gc.collect())


class Maker:
    def __del__(self):
        print("make")
        other = Maker()
        other.me = other


maker = Maker()
maker.me = maker
del maker
print("finalizer makes garbage", [gc.collect() for _ in range(3)])
Maker.__del__ = lambda self: None
gc.collect()


class Attached:
    def __del__(self):
        saved.append(self.row)


holder = Attached()
holder.row = [holder]
del holder
print("only a part", gc.collect(), len(saved), type(saved[0][0]).__name__)
saved.clear()
print(gc.collect())


class Collector:
    def __del__(self):
        print("collect inside", gc.collect())


one = Collector()
one.me = one
del one
print("outside", gc.collect())

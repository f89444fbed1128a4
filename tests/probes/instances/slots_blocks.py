# The blocks of slotted instances, and what many of them take beside plain ones.
import gc
import sys
import tracemalloc


class Slots:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


class Plain:
    def __init__(self, a, b):
        self.a = a
        self.b = b


class Weak:
    __slots__ = ("a", "__weakref__")

    def __init__(self, a, b):
        self.a = a


class Mixed(Slots):
    def __init__(self, a, b):
        self.a = a
        self.c = b


def measure(cls, n):
    kept = [None] * n
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    blocks = sys.getallocatedblocks()
    for i in range(n):
        kept[i] = cls(0, 1)
    blocks = sys.getallocatedblocks() - blocks
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return (after - before) // n, round(blocks / n)


for cls in (Slots, Plain, Weak, Mixed):
    print(cls.__name__, measure(cls, 1000), measure(cls, 5000))
